/* html_tag.c: what an element is for, from its name, its role and the words in its class and id. */
#include "text/html_int.h"

typedef struct {
    const char *name;
    uint32_t flags;
} tag;

static const tag TAGS[] = {
    {"a", EL_LINK}, {"address", EL_BLOCK | EL_BYLINE}, {"article", EL_BLOCK | EL_GOOD | EL_ARTICLE}, {"aside", EL_BLOCK | EL_BAD},
    {"audio", EL_SKIP}, {"blockquote", EL_BLOCK | EL_PARA}, {"body", EL_BLOCK}, {"br", EL_BREAK}, {"button", EL_SKIP},
    {"canvas", EL_SKIP}, {"caption", EL_BLOCK}, {"center", EL_BLOCK}, {"datalist", EL_SKIP}, {"dd", EL_BLOCK | EL_ITEM},
    {"details", EL_BLOCK}, {"dialog", EL_BLOCK | EL_BAD}, {"div", EL_BLOCK}, {"dl", EL_BLOCK}, {"dt", EL_BLOCK | EL_ITEM},
    {"fieldset", EL_BLOCK}, {"figcaption", EL_BLOCK | EL_CAPTION}, {"figure", EL_BLOCK}, {"footer", EL_BLOCK | EL_BAD},
    {"form", EL_BLOCK}, {"h1", EL_BLOCK | EL_HEADING | EL_H1}, {"h2", EL_BLOCK | EL_HEADING}, {"h3", EL_BLOCK | EL_HEADING},
    {"h4", EL_BLOCK | EL_HEADING}, {"h5", EL_BLOCK | EL_HEADING}, {"h6", EL_BLOCK | EL_HEADING}, {"head", EL_BLOCK},
    {"header", EL_BLOCK | EL_HEADER}, {"hr", EL_BLOCK}, {"html", EL_BLOCK}, {"iframe", EL_SKIP}, {"label", EL_SKIP},
    {"legend", EL_SKIP}, {"li", EL_BLOCK | EL_ITEM}, {"main", EL_BLOCK | EL_GOOD | EL_ARTICLE}, {"math", EL_SKIP},
    {"menu", EL_BLOCK | EL_BAD}, {"nav", EL_BLOCK | EL_BAD}, {"noscript", EL_SKIP}, {"object", EL_SKIP}, {"ol", EL_BLOCK},
    {"option", EL_SKIP}, {"p", EL_BLOCK | EL_PARA}, {"pre", EL_BLOCK | EL_PARA}, {"script", EL_SKIP}, {"section", EL_BLOCK},
    {"select", EL_SKIP}, {"style", EL_SKIP}, {"summary", EL_BLOCK}, {"svg", EL_SKIP}, {"table", EL_BLOCK}, {"tbody", EL_BLOCK},
    {"td", EL_BLOCK | EL_ITEM}, {"template", EL_SKIP}, {"textarea", EL_SKIP}, {"tfoot", EL_BLOCK}, {"th", EL_BLOCK | EL_ITEM},
    {"thead", EL_BLOCK}, {"title", EL_TITLE}, {"tr", EL_BLOCK}, {"ul", EL_BLOCK}, {"video", EL_SKIP}};

static const char BAD_WORDS[] =
    " nav navbar navigation menu menus sidebar related comment comments commentlist share sharing shares sharebar social cookie "
    "cookies consent gdpr promo promos newsletter newsletters subscribe subscription signup advert adverts advertisement ad ads "
    "adslot sponsor sponsored footer breadcrumb breadcrumbs tags taglist popup modal overlay widget recommended recommendation "
    "recommendations recirc recirculation outbrain taboola disqus trending popular login search toolbar skip skiplink banner "
    "masthead pagination pager hidden teaser teasers carousel mostread readmore morestories relatedlinks sharetools ";
static const char BYLINE_WORDS[] = " byline bylines author authors dateline timestamp pubdate published publishdate postdate ";
static const char CAPTION_WORDS[] = " caption captions figcaption imagecaption photocaption photocredit credit ";
static const char HOLDS_WORDS[] = " article story entry post news page main ";
static const char BODY_WORDS[] = " body content text copy ";
static const char WHOLE_WORDS[] = " articlebody articlecontent articletext storybody storytext storycontent entrycontent postcontent ";
static const char EXEMPT_AFTER[] = " has with no without hide show ";

static bool among(const char *list, const char *key) { return strstr(list, key) != NULL; }

/* Next word of a class or id into key, with a space before and after; camelCase parts are words of their own. */
static const char *next_word(const char *p, char key[32])
{
    uint32_t n = 0;
    key[n++] = ' ';
    while (*p && !att_is_alpha((unsigned char)*p)) p++;
    const char *first = p;
    while (att_is_alpha((unsigned char)*p) && !(p > first && att_is_upper((unsigned char)*p) && att_is_lower((unsigned char)p[-1]))) {
        if (n < 30) key[n++] = att_lower_ascii(*p);
        p++;
    }
    key[n++] = ' ';
    key[n] = '\0';
    return n > 2 ? p : NULL;
}

static uint32_t hints(const char *value)
{
    enum { HINT_BYTES = 400 };
    char key[32], before[32] = "  ";
    uint32_t flags = 0;
    if (!value) return 0;
    for (const char *p = value; (size_t)(p - value) < HINT_BYTES && (p = next_word(p, key)) != NULL; memcpy(before, key, sizeof key)) {
        if (among(BAD_WORDS, key) && !among(EXEMPT_AFTER, before)) flags |= EL_BAD;
        if (among(BYLINE_WORDS, key)) flags |= EL_BYLINE;
        if (among(CAPTION_WORDS, key)) flags |= EL_CAPTION;
        if (among(WHOLE_WORDS, key) || (among(BODY_WORDS, key) && among(HOLDS_WORDS, before))) flags |= EL_GOOD;
    }
    return flags;
}

const char *html_attr(const char *const *attrs, const char *name)
{
    for (; attrs && attrs[0]; attrs += 2)
        if (strcmp(attrs[0], name) == 0) return attrs[1] ? attrs[1] : "";
    return NULL;
}

static bool attr_has(const char *const *attrs, const char *name, const char *part)
{
    const char *v = html_attr(attrs, name);
    return v && strstr(v, part);
}

static uint32_t role_flags(const char *const *attrs)
{
    const char *role = html_attr(attrs, "role");
    if (!role) return 0;
    static const char BAD[] = " navigation banner complementary contentinfo dialog alertdialog search menu menubar toolbar ";
    char key[32];
    if (!next_word(role, key)) return 0;
    if (among(BAD, key)) return EL_BAD;
    return among(" main article ", key) ? EL_GOOD | EL_ARTICLE : 0;
}

uint32_t html_tag_flags(const char *name, const char *const *attrs)
{
    uint32_t flags = 0;
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (strcmp(TAGS[i].name, name) == 0) flags = TAGS[i].flags;
    if (strcmp(name, "script") == 0 && attr_has(attrs, "type", "ld+json")) return EL_JSONLD | EL_SKIP;
    if ((flags & EL_SKIP) || !attrs) return flags;
    if (html_attr(attrs, "hidden") || attr_has(attrs, "style", "display:none") || attr_has(attrs, "style", "display: none"))
        return flags | EL_SKIP;
    if (strcmp(name, "html") == 0 || strcmp(name, "body") == 0) return flags;
    flags |= role_flags(attrs);
    if (attr_has(attrs, "itemprop", "articleBody")) flags |= EL_GOOD;
    uint32_t own = hints(html_attr(attrs, "class")) | hints(html_attr(attrs, "id"));
    if (flags & (EL_ARTICLE | EL_H1)) own &= (uint32_t)EL_GOOD;
    if (own & EL_GOOD) own = EL_GOOD;
    return flags | own;
}
