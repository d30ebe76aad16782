/* html_meta.c: what a page says about its article: meta tags, JSON-LD (schema.org), <time>, <link rel=canonical>. */
#include <json-c/json.h>

#include "base/limits.h"
#include "text/html_int.h"
#include "text/meta.h"

enum { VALUE_MAX = 2000 };

/* Who is believed first; 0 is nobody. */
enum { BY_JSONLD = 1, BY_PROPERTY, BY_META, BY_TIME_MARKED, BY_TIME, BY_TITLE };

/* Days that pages contradict themselves with; those of <time> are often of other articles. */
static void note_day(att_html *h, uint8_t rank, att_day day)
{
    if (rank > BY_META || h->day_count == ATT_META_DAYS) return;
    for (uint8_t i = 0; i < h->day_count; i++)
        if (h->days[i].day == day) return;
    h->days[h->day_count++] = (att_given_day){day, ATT_FROM_METADATA};
}

void html_meta_set(att_html *h, html_slot slot, uint8_t rank, att_slice value)
{
    value = att_trim(value);
    if (slot == HM_DATE && value.len && value.len <= VALUE_MAX && att_date_value(value) != ATT_NO_DAY) note_day(h, rank, att_date_value(value));
    if (value.len == 0 || value.len > VALUE_MAX || (h->rank[slot] && h->rank[slot] <= rank)) return;
    if (slot == HM_DATE && att_date_value(value) == ATT_NO_DAY) return;
    if ((slot == HM_AUTHOR || slot == HM_OUTLET) && (att_starts(value, "http") || att_starts(value, "//"))) return;
    if (slot == HM_URL && !att_url_host(value).len) return;
    h->rank[slot] = rank;
    att_buf_clear(&h->slot[slot]);
    att_put_slice(&h->slot[slot], value);
}

static const struct {
    const char *name; /* of the name, property or itemprop attribute, in small letters */
    uint8_t slot, rank;
} METAS[] = {
    {"og:title", HM_TITLE, BY_PROPERTY}, {"twitter:title", HM_TITLE, BY_META}, {"dc.title", HM_TITLE, BY_META},
    {"headline", HM_HEADLINE, BY_PROPERTY}, {"parsely-title", HM_HEADLINE, BY_META}, {"hdl", HM_HEADLINE, BY_META},
    {"og:site_name", HM_OUTLET, BY_PROPERTY}, {"application-name", HM_OUTLET, BY_META}, {"dc.publisher", HM_OUTLET, BY_META},
    {"publisher", HM_OUTLET, BY_META}, {"og:url", HM_URL, BY_PROPERTY},
    {"article:published_time", HM_DATE, BY_PROPERTY}, {"datepublished", HM_DATE, BY_PROPERTY}, {"article:published", HM_DATE, BY_PROPERTY},
    {"og:article:published_time", HM_DATE, BY_PROPERTY}, {"parsely-pub-date", HM_DATE, BY_META}, {"sailthru.date", HM_DATE, BY_META},
    {"date", HM_DATE, BY_META}, {"dc.date", HM_DATE, BY_META}, {"dc.date.issued", HM_DATE, BY_META}, {"dcterms.created", HM_DATE, BY_META},
    {"dcterms.date", HM_DATE, BY_META}, {"dcterms.issued", HM_DATE, BY_META}, {"pubdate", HM_DATE, BY_META}, {"pub_date", HM_DATE, BY_META},
    {"publishdate", HM_DATE, BY_META}, {"publish-date", HM_DATE, BY_META}, {"publish_date", HM_DATE, BY_META},
    {"publication_date", HM_DATE, BY_META}, {"publicationdate", HM_DATE, BY_META}, {"article_date_original", HM_DATE, BY_META},
    {"og:published_time", HM_DATE, BY_META}, {"cxenseparse:recs:publishtime", HM_DATE, BY_META}, {"originalpublicationdate", HM_DATE, BY_META},
    {"displaydate", HM_DATE, BY_META}, {"timestamp", HM_DATE, BY_META}, {"citation_publication_date", HM_DATE, BY_META},
    {"author", HM_AUTHOR, BY_META}, {"article:author", HM_AUTHOR, BY_META}, {"dc.creator", HM_AUTHOR, BY_META},
    {"parsely-author", HM_AUTHOR, BY_META}, {"byl", HM_AUTHOR, BY_META}, {"sailthru.author", HM_AUTHOR, BY_META},
};

static void meta_tag(att_html *h, const char *const *attrs)
{
    static const char *const KEYS[] = {"property", "name", "itemprop"};
    const char *content = html_attr(attrs, "content");
    if (!content) return;
    for (size_t k = 0; k < sizeof KEYS / sizeof *KEYS; k++) {
        const char *key = html_attr(attrs, KEYS[k]);
        if (!key) continue;
        for (size_t i = 0; i < sizeof METAS / sizeof *METAS; i++)
            if (att_eq_nocase(att_slice_of(key), att_slice_of(METAS[i].name)))
                html_meta_set(h, (html_slot)METAS[i].slot, METAS[i].rank, att_slice_of(content));
    }
}

void html_meta_element(att_html *h, const char *name, const char *const *attrs, bool in_article)
{
    if (!attrs) return;
    const char *prop = html_attr(attrs, "itemprop");
    bool published = prop && strcmp(prop, "datePublished") == 0;
    if (strcmp(name, "meta") == 0) {
        meta_tag(h, attrs);
    } else if (strcmp(name, "link") == 0) {
        const char *rel = html_attr(attrs, "rel"), *href = html_attr(attrs, "href");
        if (rel && href && strcmp(rel, "canonical") == 0) html_meta_set(h, HM_URL, BY_JSONLD, att_slice_of(href));
    } else if (strcmp(name, "time") == 0 || published) {
        const char *when = html_attr(attrs, "datetime");
        bool marked = published || html_attr(attrs, "pubdate");
        if (when && (in_article || marked)) html_meta_set(h, HM_DATE, marked ? BY_TIME_MARKED : BY_TIME, att_slice_of(when));
    }
}

static att_slice text_of(struct json_object *o, const char *key)
{
    struct json_object *v, *name;
    if (!json_object_object_get_ex(o, key, &v)) return (att_slice){0};
    if (json_object_is_type(v, json_type_array)) v = json_object_array_length(v) ? json_object_array_get_idx(v, 0) : NULL;
    if (json_object_is_type(v, json_type_object)) {
        if (json_object_object_get_ex(v, "name", &name))
            v = name;
        else if (json_object_object_get_ex(v, "@id", &name))
            v = name;
    }
    if (!json_object_is_type(v, json_type_string)) return (att_slice){0};
    return (att_slice){json_object_get_string(v), (uint32_t)json_object_get_string_len(v)};
}

/* An object is about the article when it has a headline or a day of publication and is no page, list or video. */
static bool about_article(struct json_object *o)
{
    static const char *const OTHERS[] = {"VideoObject", "ImageObject", "BreadcrumbList", "ItemList", "Comment", "Organization", "Person",
                                         NULL};
    if (att_in(text_of(o, "@type"), OTHERS)) return false;
    return text_of(o, "headline").len || text_of(o, "datePublished").len;
}

/* Depth is bounded by the tokener. */
static void walk(att_html *h, struct json_object *v, int depth)
{
    if (json_object_is_type(v, json_type_array)) {
        size_t n = json_object_array_length(v);
        for (size_t i = 0; i < n && i < 100; i++) walk(h, json_object_array_get_idx(v, i), depth + 1);
    }
    if (!json_object_is_type(v, json_type_object) || depth > 8) return;
    struct json_object *inner;
    if (about_article(v)) {
        html_meta_set(h, HM_HEADLINE, BY_JSONLD, text_of(v, "headline"));
        html_meta_set(h, HM_DATE, BY_JSONLD, text_of(v, "datePublished"));
        html_meta_set(h, HM_OUTLET, BY_JSONLD, text_of(v, "publisher"));
        html_meta_set(h, HM_AUTHOR, BY_JSONLD, text_of(v, "author"));
        html_meta_set(h, HM_URL, BY_META, text_of(v, "url"));
        html_meta_set(h, HM_URL, BY_META, text_of(v, "mainEntityOfPage"));
    }
    if (json_object_object_get_ex(v, "@graph", &inner)) walk(h, inner, depth + 1);
    if (json_object_object_get_ex(v, "mainEntity", &inner)) walk(h, inner, depth + 1);
}

void html_meta_jsonld(att_html *h)
{
    att_slice s = att_trim(html_buf_slice(&h->jsonld));
    struct json_tokener *tok = s.len ? json_tokener_new_ex(ATT_MAX_DEPTH) : NULL;
    if (tok) {
        struct json_object *o = json_tokener_parse_ex(tok, s.ptr, (int)s.len);
        if (o) walk(h, o, 0);
        json_object_put(o);
        json_tokener_free(tok);
    }
    att_buf_clear(&h->jsonld);
}
