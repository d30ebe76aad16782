#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/civil.h"
#include "text/html.h"

#define LEAD "<p>The ministers of the two countries said on Monday that they had agreed to open the border to all trucks.</p>"
#define MORE "<p>It is the first time that the border is open since the war, and both of them called it a good day for trade.</p>"
#define LEAD_TEXT "The ministers of the two countries said on Monday that they had agreed to open the border to all trucks."
#define MORE_TEXT "It is the first time that the border is open since the war, and both of them called it a good day for trade."

static att_arena keep;
static att_html *html;
static att_article article;

static att_err read_slice(att_slice page)
{
    att_arena_reset(&keep);
    article = (att_article){.meta.published = ATT_NO_DAY};
    return att_html_read(html, page, &keep, &article);
}

static void read(const char *page) { assert_int_equal(read_slice(att_slice_of(page)).code, ATT_OK); }

static void expect(const char *want)
{
    char got[8000] = "";
    uint32_t end = 0;
    for (uint32_t i = 0; i < article.para_count; i++) {
        att_para p = article.paras[i];
        size_t n = strlen(got);
        assert_true(p.span.beg >= end && p.span.end > p.span.beg && p.span.end <= article.text.len);
        end = p.span.end;
        snprintf(got + n, sizeof got - n, "%c %.*s\n", "BTCM"[p.kind], (int)(p.span.end - p.span.beg), article.text.ptr + p.span.beg);
    }
    assert_string_equal(got, want);
}

static void expect_slice(att_slice s, const char *want)
{
    assert_int_equal(s.len, strlen(want));
    if (s.len) assert_memory_equal(s.ptr, want, s.len);
}

static void test_html__article_without_the_page_around_it(void **state)
{
    (void)state;
    read("<!DOCTYPE html><html><head><title>Border opens | The Courier</title><script>if (a<b) '<p>no</p>';</script><style>p{}</style></head>"
         "<body class='has-sidebar'><header><h1><a href=/>The Courier</a></h1></header><nav><ul><li><a href=/w>World</a></li></ul></nav>"
         "<div class='cookie-bar'><p>We use cookies to make this work for you and to see how it is used. Do you accept that we do?</p></div>"
         "<article class='post tag-trade'><h1>Border opens</h1><div class=shareButtons><a href=x>Tweet</a></div>"
         "<figure><img src=a.jpg><figcaption>Trucks at the border.</figcaption></figure>" LEAD "<!-- <p>hidden</p> -->"
         "<div class='related-links'><p>Read what else the ministers had said about the border in the weeks before it was opened.</p></div>"
         "<h2>The first in years</h2>" MORE "<p>&ldquo;Good,&rdquo; he said&#46;</p></article>"
         "<div id=comments><p>I think that it is the best of all the things that they have done in the last years, and so on.</p></div>"
         "<footer><p>The Courier is not responsible for the content of other sites, and you use this one on your own risk.</p></footer></body>");
    expect("T Border opens\nC Trucks at the border.\nB " LEAD_TEXT "\nB The first in years\nB " MORE_TEXT
           "\nB \xE2\x80\x9CGood,\xE2\x80\x9D he said.\n");
}

static void test_html__metadata(void **state)
{
    (void)state;
    read("<html><head><meta property='og:title' content='Border opens'><meta property='og:site_name' content='Courier'>"
         "<meta name=author content='Jane Doe'><link rel=canonical href='https://courier.example/1'>"
         "<meta property='article:published_time' content='2021-05-04T10:00:00Z'><meta name=date content='2020-01-01'></head>"
         "<body><article>" LEAD "</article></body></html>");
    expect_slice(article.meta.title, "Border opens");
    expect_slice(article.meta.outlet, "Courier");
    expect_slice(article.meta.author, "Jane Doe");
    expect_slice(article.meta.url, "https://courier.example/1");
    assert_int_equal(article.meta.published, att_day_of(2021, 5, 4));
    assert_int_equal(article.meta.published_from, ATT_FROM_METADATA);
}

static void test_html__jsonld_is_trusted_most(void **state)
{
    (void)state;
    read("<html><head><meta name=pubdate content='2020-01-01'><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},"
         "{\"@type\":[\"NewsArticle\"],\"headline\":\"Border opens\",\"datePublished\":\"2021-05-04\",\"author\":[{\"name\":\"Jane Doe\"}],"
         "\"publisher\":{\"name\":\"Courier\"}}]}</script><script type='application/ld+json'>{broken</script></head><body>" LEAD "</body></html>");
    assert_int_equal(article.meta.published, att_day_of(2021, 5, 4));
    expect_slice(article.meta.outlet, "Courier");
    expect_slice(article.meta.author, "Jane Doe");
    expect("T Border opens\nB " LEAD_TEXT "\n");
}

static void test_html__time_element_and_byline(void **state)
{
    (void)state;
    read("<article><h1>Border opens</h1><p class=byline>By Jane Doe</p><time datetime='2021-05-04'>May 4</time>" LEAD "</article>");
    assert_int_equal(article.meta.published, att_day_of(2021, 5, 4));
    read("<article><h1>Border opens</h1><p class=byline>By Jane Doe | May 4, 2021</p>" LEAD "</article>");
    assert_int_equal(article.meta.published, ATT_NO_DAY);
    expect("T Border opens\nM By Jane Doe | May 4, 2021\nB " LEAD_TEXT "\n");
}

static void test_html__characters(void **state)
{
    (void)state;
    read("<p>The minister&#146;s aide said on Monday that caf&eacute;&nbsp;talks of the two\n\n   had &unknown; gone &lt;well&gt; for them &#x2014; and A&B.");
    expect("B The minister\xE2\x80\x99s aide said on Monday that caf\xC3\xA9\xC2\xA0talks of the two had &unknown; gone <well> for them \xE2\x80\x94 and A&B.\n");
}

static void test_html__line_breaks(void **state)
{
    (void)state;
    read("<div>The ministers of the two said that they had agreed on it<br>and that the border is open.<br><br>It is the first time that the border is open since the war.</div>");
    expect("B The ministers of the two said that they had agreed on it and that the border is open.\nB It is the first time that the border is open since the war.\n");
}

static void test_html__misleading_class_names(void **state)
{
    (void)state;
    read("<div class='sidebar'>" LEAD MORE "</div>");
    assert_int_equal(article.para_count, 2);
}

static void test_html__nothing_in_it(void **state)
{
    (void)state;
    assert_int_equal(read_slice(ATT_LIT("<html><body><script>x</script></body></html>")).code, ATT_E_EMPTY);
    assert_int_equal(read_slice(ATT_LIT("<!-- only")).code, ATT_E_EMPTY);
    assert_int_equal(read_slice(ATT_LIT("")).code, ATT_E_EMPTY);
}

static void repeated(const char *head, const char *part, uint32_t n, const char *tail)
{
    att_buf b = {0};
    att_put_z(&b, head);
    for (uint32_t i = 0; i < n; i++) att_put_z(&b, part);
    att_put_z(&b, tail);
    (void)read_slice((att_slice){b.ptr, (uint32_t)b.len});
    att_buf_release(&b);
}

/* Each would take minutes if time grew with the square of the size. */
static void test_html__hostile_pages(void **state)
{
    (void)state;
    repeated("", "<div>", 1000000, LEAD);
    expect("B " LEAD_TEXT "\n");
    repeated("", "<b>", 300000, LEAD);
    expect("B " LEAD_TEXT "\n");
    repeated("<p title=\"", "x", 10000000, "\">The text of the page is here.</p>");
    expect("B The text of the page is here.\n");
    repeated("", "<b></i></u>", 200000, LEAD);
    repeated("<p ", " a=b", 500000, ">The text of the page is here.</p>");
    expect("B The text of the page is here.\n");
    repeated(LEAD, "<!--", 500000, "");
    expect("B " LEAD_TEXT "\n");
    repeated(LEAD, "<article>", 200000, "");
    repeated(LEAD, "<", 500000, "");
    repeated(LEAD, "<script>", 200000, "");
}

static void test_html__many_attributes(void **state)
{
    (void)state;
    att_buf b = {0};
    att_put_z(&b, "<p");
    for (int i = 0; i < 300000; i++) att_putf(&b, " a%d='>'", i);
    att_put_z(&b, ">The text of the page is here.</p>");
    assert_int_equal(read_slice((att_slice){b.ptr, (uint32_t)b.len}).code, ATT_OK);
    att_buf_release(&b);
    expect("B The text of the page is here.\n");
}

static void test_html__charset(void **state)
{
    (void)state;
    expect_slice(att_html_charset(ATT_LIT("<meta charset=\"windows-1251\">")), "windows-1251");
    expect_slice(att_html_charset(ATT_LIT("<meta http-equiv=x content='text/html; CHARSET=koi8-r'>")), "koi8-r");
    expect_slice(att_html_charset(ATT_LIT("<p>no")), "");
}

static int set_up(void **state)
{
    (void)state;
    att_arena_init(&keep, 64 << 20);
    html = att_html_new();
    return html == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    att_html_free(html);
    att_arena_release(&keep);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html__article_without_the_page_around_it), cmocka_unit_test(test_html__metadata),
        cmocka_unit_test(test_html__jsonld_is_trusted_most), cmocka_unit_test(test_html__time_element_and_byline),
        cmocka_unit_test(test_html__characters), cmocka_unit_test(test_html__line_breaks), cmocka_unit_test(test_html__misleading_class_names),
        cmocka_unit_test(test_html__nothing_in_it), cmocka_unit_test(test_html__hostile_pages), cmocka_unit_test(test_html__many_attributes),
        cmocka_unit_test(test_html__charset)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
