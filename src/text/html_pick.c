/* html_pick.c: which blocks are the article.
 *
 * After jusText (Pomikalek 2011): a block is good when it is long and has the share of function words that running English
 * has; bad when it is mostly links or stands in a menu; in between it goes with its neighbours. Then, as in Readability, the
 * tightest region (article, main, "article-body") that holds most of the good text wins; what stands outside it is left out,
 * but for long paragraphs and captions within the same <article>.
 */
#include "text/html_int.h"
#include "text/meta.h"

enum { GOOD_WORDS = 10, SHORT_BYTES = 60, TITLE_BYTES = 400, THIN_BYTES = 250, HEAD_REACH = 3 };

typedef enum { BLOCK_BAD, BLOCK_SHORT, BLOCK_NEAR, BLOCK_GOOD, BLOCK_HEAD, BLOCK_CAPTION_, BLOCK_BYLINE } verdict;

typedef struct {
    att_html *h;
    html_block *b;
    uint32_t n;
    html_region *r;
    uint32_t regions;
    uint8_t *verdict;
    att_buf verdicts;
    uint32_t first, last; /* of the good blocks that count; first > last: none */
} picker;

static att_slice block_text(const picker *p, uint32_t i)
{
    return (att_slice){p->h->raw.ptr + p->b[i].beg, p->b[i].end - p->b[i].beg};
}

static bool ends_sentence(att_slice s)
{
    static const char *const ENDS[] = {".", "!", "?", ".\"", "?\"", "!\"", ".'", ".)", ":", ".\xE2\x80\x9D", "?\xE2\x80\x9D", "!\xE2\x80\x9D",
                                       ",\xE2\x80\x9D", ".\xE2\x80\x99", NULL};
    for (const char *const *e = ENDS; *e; e++)
        if (att_ends(s, *e)) return true;
    return false;
}

static bool has_any(att_slice s, const char *const *list)
{
    for (; *list; list++)
        if (att_find(s, att_slice_of(*list), 0) < s.len) return true;
    return false;
}

/* What a page says to its reader about itself. */
static bool notice(att_slice s)
{
    static const char *const COOKIE[] = {"cookie", "Cookie", NULL};
    static const char *const ASK[] = {"consent", "accept", "Accept", "agree", "use cookies", "uses cookies", "preferences", NULL};
    static const char *const OTHER[] = {"enable JavaScript", "enable Javascript", "JavaScript is disabled", "All rights reserved",
                                        "unsubscribe at any time", "Privacy Policy", "Terms of Service", "Terms of Use", NULL};
    if (s.len > 700) return false;
    return (has_any(s, COOKIE) && has_any(s, ASK)) || (s.len < 400 && has_any(s, OTHER));
}

static verdict judge(const picker *p, uint32_t i, uint32_t bad_flag)
{
    const html_block *b = &p->b[i];
    att_slice s = block_text(p, i);
    uint32_t words;
    bool linked = b->link * 2 > s.len;
    if (b->flags & EL_HEADING) return (b->flags & bad_flag) || linked ? BLOCK_BAD : BLOCK_HEAD;
    if (b->flags & bad_flag) return BLOCK_BAD;
    if (b->flags & EL_CAPTION) return BLOCK_CAPTION_;
    if ((b->flags & EL_BYLINE) && s.len < 200) return BLOCK_BYLINE;
    if (linked || notice(s)) return BLOCK_BAD;
    double share = att_function_words(att_sub(s, 0, s.len < 2000 ? s.len : 2000), &words);
    bool para = b->flags & EL_PARA, held = para && (b->flags & EL_GOOD);
    if (words >= GOOD_WORDS && s.len >= SHORT_BYTES && share >= (held ? 0.1 : para ? 0.15 : 0.25)) return BLOCK_GOOD;
    if (words >= 3 && ends_sentence(s)) return BLOCK_NEAR;
    return s.len >= SHORT_BYTES && para ? BLOCK_NEAR : BLOCK_SHORT;
}

/* The tightest region that holds most of the good text. Parents come before children, so one pass each way does. */
static void choose_region(picker *p)
{
    uint32_t at = 0, near;
    for (uint32_t i = 0; i < p->regions; i++) p->r[i].good = 0, p->r[i].chosen = p->r[i].near = false;
    for (uint32_t i = 0; i < p->n; i++)
        if (p->verdict[i] == BLOCK_GOOD) p->r[p->b[i].region].good += p->b[i].end - p->b[i].beg;
    for (uint32_t i = p->regions; i-- > 1;) p->r[p->r[i].parent].good += p->r[i].good;
    for (uint32_t i = 1; i < p->regions; i++)
        if (p->r[i].parent == at && p->r[i].good && p->r[i].good >= p->r[at].good * 0.6) at = i;
    for (near = at; near && !p->r[near].article; near = p->r[near].parent) {}
    if (near == 0) near = at;
    for (uint32_t i = 0; i < p->regions; i++) {
        p->r[i].chosen = i == at || (i && p->r[p->r[i].parent].chosen);
        p->r[i].near = i == near || (i && p->r[p->r[i].parent].near);
    }
}

static bool counts(const picker *p, uint32_t i)
{
    const html_region *r = &p->r[p->b[i].region];
    return p->verdict[i] == BLOCK_GOOD && (r->chosen || (r->near && (p->b[i].flags & EL_PARA)));
}

/* A heading inside the article stands before prose. */
static bool leads(const picker *p, uint32_t i)
{
    for (uint32_t k = i + 1; k < p->n && k <= i + HEAD_REACH; k++)
        if (p->verdict[k] == BLOCK_GOOD || p->verdict[k] == BLOCK_NEAR) return true;
    return false;
}

/* Short sentences right behind the last long paragraph, in an element of the same kind, still belong to it. */
static bool goes_on(const picker *p, uint32_t last)
{
    if (last + 1 >= p->n || p->verdict[last + 1] != BLOCK_NEAR) return false;
    const html_block *a = &p->b[last], *b = a + 1;
    return a->region == b->region && ((b->flags & EL_PARA) || a->flags == b->flags);
}

static bool keep(const picker *p, uint32_t i)
{
    const html_block *b = &p->b[i];
    const html_region *r = &p->r[b->region];
    bool inside = i > p->first && i <= p->last, para = b->flags & EL_PARA, body = r->chosen && b->region != 0;
    switch ((verdict)p->verdict[i]) {
    case BLOCK_GOOD: return counts(p, i);
    case BLOCK_CAPTION_: return r->near && i + 40 > p->first && i < p->last + 40;
    case BLOCK_HEAD: return r->chosen && inside && !(b->flags & EL_H1) && leads(p, i);
    case BLOCK_NEAR: return r->chosen && (inside || (para && body)) && (para || !(b->flags & EL_ITEM) || body);
    case BLOCK_SHORT: return r->chosen && inside && para && b->link == 0;
    default: return false;
    }
}

static uint32_t judge_all(picker *p, uint32_t bad_flag)
{
    uint32_t kept = 0, of[BLOCK_BYLINE + 1] = {0};
    for (uint32_t i = 0; i < p->n; i++) of[p->verdict[i] = (uint8_t)judge(p, i, bad_flag)]++;
    /* A very short piece: take what there is. */
    verdict least = of[BLOCK_NEAR] ? BLOCK_NEAR : BLOCK_SHORT;
    for (uint32_t i = 0; i < p->n && of[BLOCK_GOOD] == 0; i++)
        if (p->verdict[i] == least && p->b[i].link == 0) p->verdict[i] = BLOCK_GOOD;
    choose_region(p);
    p->first = UINT32_MAX;
    p->last = 0;
    for (uint32_t i = 0; i < p->n; i++)
        if (counts(p, i)) {
            if (p->first == UINT32_MAX) p->first = i;
            p->last = i;
        }
    if (p->first == UINT32_MAX) return 0;
    while (goes_on(p, p->last)) p->last++;
    for (uint32_t i = 0; i < p->n; i++)
        if (keep(p, i)) kept += p->b[i].end - p->b[i].beg;
    return kept;
}

static att_slice cut_site(att_slice t)
{
    static const char *const SEPS[] = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", NULL};
    for (const char *const *s = SEPS; *s; s++) {
        uint32_t at = t.len, next;
        for (uint32_t from = 0; (next = att_find(t, att_slice_of(*s), from)) < t.len; from = next + 1) at = next;
        if (at < t.len && at >= 10 && t.len - at <= 45) return att_sub(t, 0, at);
    }
    return t;
}

/* Letters of a and b without signs and case: does one hold the other's first bytes? */
static bool alike(att_slice a, att_slice b)
{
    enum { LETTERS = 24 };
    char key[2][LETTERS];
    uint32_t n[2] = {0, 0};
    for (int k = 0; k < 2; k++) {
        att_slice s = k ? b : a;
        for (uint32_t i = 0; i < s.len && n[k] < LETTERS; i++)
            if (att_is_alpha((unsigned char)s.ptr[i])) key[k][n[k]++] = att_lower_ascii(s.ptr[i]);
    }
    return n[0] && n[0] == n[1] && memcmp(key[0], key[1], n[0]) == 0;
}

/* The h1 that the page's own metadata confirm, else what these say, else the first h1 of the article, else <title>. */
static att_slice title(const picker *p)
{
    att_html *h = p->h;
    att_slice said = h->rank[HM_TITLE] ? html_buf_slice(&h->slot[HM_TITLE]) : html_buf_slice(&h->slot[HM_HEADLINE]);
    att_slice tag = html_buf_slice(&h->slot[HM_TITLE_TAG]), first = {0}, near = {0};
    for (uint32_t i = 0; i < p->n; i++) {
        att_slice s = block_text(p, i);
        if (!(p->b[i].flags & EL_H1) || s.len == 0 || s.len > TITLE_BYTES) continue;
        if (alike(s, said) || alike(s, tag)) return s;
        if (!first.len) first = s;
        if (!near.len && p->r[p->b[i].region].near && p->b[i].region) near = s;
    }
    if (said.len) return cut_site(said);
    if (near.len) return near;
    return first.len ? first : cut_site(tag);
}

static void put_para(att_html *h, att_slice s, att_block_kind kind)
{
    if (h->text.len) att_put_z(&h->text, "\n\n");
    att_para para = {{(uint32_t)h->text.len, (uint32_t)h->text.len + s.len}, (uint8_t)kind};
    att_put_slice(&h->text, s);
    att_put(&h->paras, &para, sizeof para);
}

static void write_out(picker *p, bool need_byline)
{
    att_html *h = p->h;
    att_slice head = title(p), last_caption = {0};
    if (head.len) {
        att_buf_clear(&h->slot[HM_HEADLINE]);
        att_put_slice(&h->slot[HM_HEADLINE], head);
        put_para(h, head, ATT_BLOCK_TITLE);
    }
    for (uint32_t i = 0; i < p->n; i++) {
        att_slice s = block_text(p, i);
        bool byline = need_byline && p->verdict[i] == BLOCK_BYLINE && p->r[p->b[i].region].near && i < p->last;
        if (!byline && !keep(p, i)) continue;
        bool caption = p->verdict[i] == BLOCK_CAPTION_;
        if (caption && att_eq(s, last_caption)) continue;
        if (caption) last_caption = s;
        if (s.len == head.len && alike(s, head)) continue;
        put_para(h, s, caption ? ATT_BLOCK_CAPTION : byline ? ATT_BLOCK_META : ATT_BLOCK_BODY);
    }
}

void html_pick(att_html *h, bool need_byline)
{
    picker p = {.h = h, .r = (html_region *)(void *)h->regions.ptr, .regions = (uint32_t)(h->regions.len / sizeof(html_region))};
    p.b = html_blocks(h, &p.n);
    for (uint32_t i = 0; i < p.n; i++) att_put_char(&p.verdicts, 0);
    p.verdict = (uint8_t *)p.verdicts.ptr;
    if (p.n && !p.verdicts.failed) {
        uint32_t strict = judge_all(&p, EL_BAD);
        /* A page whose class names mislead: try without them, and keep that if it finds far more. */
        if (strict < THIN_BYTES && judge_all(&p, 0) < strict * 3 + 80) (void)judge_all(&p, EL_BAD);
        if (p.first != UINT32_MAX) write_out(&p, need_byline);
    }
    h->no_memory |= p.verdicts.failed;
    att_buf_release(&p.verdicts);
}
