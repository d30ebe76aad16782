/* paras.c: what each paragraph is, and what the head of an article says about its day, its place and its outlet.
 *
 * Order of trust for the day of publication: docs/dates.md.
 */
#include "base/hash.h"
#include "text/meta.h"
#include "text/paras_int.h"

enum {
    TITLE_MAX = 200,      /* bytes */
    HEAD_PARAS = 12,      /* bylines and dates are looked for this far down */
    HEAD_BODIES = 3       /* ... and before the third paragraph of prose */
};

static att_slice para_text(const att_doc *doc, uint32_t i) { return att_cut(doc, doc->paras.at[i].span); }

static void own_meta(att_doc *doc, const att_article *article)
{
    att_meta *m = &doc->meta;
    *m = article->meta;
    m->id = article->id;
    m->path = article->path;
    att_slice *const all[] = {&m->id, &m->path, &m->url, &m->outlet, &m->title, &m->author, &m->dateline_place, &m->language};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i]->len) *all[i] = att_copy(doc->keep, *all[i]);
    if (m->published != ATT_NO_DAY && m->published_from == ATT_FROM_NOTHING) m->published_from = ATT_FROM_METADATA;
    m->content_hash = att_hash(doc->text);
    if (!m->language.len && att_text_is_english(doc->text)) m->language = ATT_LIT("en");
}

/* A paragraph that opens with a labelled date becomes two: the date, and the rest. */
static void split_date_head(att_doc *doc)
{
    att_day day;
    if (doc->paras.n < 2) return;
    att_para first = doc->paras.at[1];
    if (first.kind != ATT_BLOCK_BODY) return;
    uint32_t cut = att_line_date_head(att_cut(doc, first.span), &day);
    if (cut == 0) return;
    att_span rest = att_span_trim(doc->text, (att_span){first.span.beg + cut, first.span.end});
    if (rest.beg == rest.end) return;
    (void)att_add(doc, paras);
    memmove(&doc->paras.at[2], &doc->paras.at[1], (doc->paras.n - 2) * sizeof(att_para));
    doc->paras.at[1] = (att_para){{first.span.beg, first.span.beg + cut}, ATT_BLOCK_META};
    doc->paras.at[2].span = rest;
}

static void mark_lines(att_doc *doc)
{
    uint32_t n = doc->paras.n;
    for (uint32_t i = 1; i < n; i++) {
        att_para *p = &doc->paras.at[i];
        if (p->kind != ATT_BLOCK_BODY) continue;
        att_slice s = para_text(doc, i);
        if (att_line_is_meta(s)) {
            p->kind = ATT_BLOCK_META;
            continue;
        }
        att_credit credit = att_credit_of(s, i + 1 == n);
        if (credit == ATT_CREDIT_END) {
            p->kind = ATT_BLOCK_CAPTION;
        } else if (credit == ATT_CREDIT_ONLY) {
            p->kind = ATT_BLOCK_META;
            att_slice before = para_text(doc, i - 1);
            bool short_open = i > 2 && before.len < TITLE_MAX && !att_ends(before, ".") && !att_ends(before, "\xE2\x80\x9D");
            if (short_open && p[-1].kind == ATT_BLOCK_BODY) p[-1].kind = ATT_BLOCK_CAPTION;
        }
    }
}

static att_slice bare_title(att_slice s)
{
    s = att_trim(s);
    while (s.len && strchr(".!? ", s.ptr[s.len - 1])) s.len--;
    return s;
}

/* A paragraph of prose in small letters, as some papers print all of theirs. */
static bool no_capitals(att_slice para)
{
    enum { ENOUGH = 60, MOST = 600 };
    uint32_t n = para.len < MOST ? para.len : MOST;
    for (uint32_t i = 0; i < n; i++)
        if (att_is_upper((unsigned char)para.ptr[i])) return false;
    return n >= ENOUGH;
}

/* Does the paragraph look like a headline? It is short, ends without a full stop, has no dateline, and prose follows. */
static bool headline(const att_doc *doc, uint32_t i)
{
    att_slice s = para_text(doc, i);
    att_dateline line;
    uint32_t chars = 0, next = i + 1;
    for (uint32_t b = 0; b < s.len; b++) chars += ((unsigned char)s.ptr[b] & 0xC0) != 0x80;
    if (doc->meta.title.len) return att_eq_nocase(bare_title(s), bare_title(doc->meta.title)); /* the container knows better */
    if (s.len > TITLE_MAX * 2 || chars > TITLE_MAX || att_ends(s, ".") || att_ends(s, ",") || att_ends(s, ":")) return false;
    if (att_ends(s, ".\"") || att_ends(s, ".\xE2\x80\x9D") || att_ends(s, ",\xE2\x80\x9D")) return false;
    if (att_dateline_read(s, false, &line)) return false;
    while (next < doc->paras.n && doc->paras.at[next].kind == ATT_BLOCK_META) next++;
    return next < doc->paras.n;
}

static void find_title(att_doc *doc)
{
    for (uint32_t i = 1; i < doc->paras.n && i < HEAD_PARAS; i++) {
        att_para *p = &doc->paras.at[i];
        if (p->kind == ATT_BLOCK_META || p->kind == ATT_BLOCK_CAPTION) continue;
        if (p->kind == ATT_BLOCK_BODY && headline(doc, i)) p->kind = ATT_BLOCK_TITLE;
        if (p->kind == ATT_BLOCK_TITLE && !doc->meta.title.len) doc->meta.title = att_trim(para_text(doc, i));
        return;
    }
}

/* The lines around the title: day, author, outlet. */
static void read_head(att_doc *doc)
{
    uint32_t bodies = 0;
    for (uint32_t i = 1; i < doc->paras.n && i <= HEAD_PARAS && bodies < HEAD_BODIES; i++) {
        uint8_t kind = doc->paras.at[i].kind;
        bodies += kind == ATT_BLOCK_BODY;
        if (kind != ATT_BLOCK_META) continue;
        att_slice s = para_text(doc, i);
        att_day_found(&doc->meta, att_line_day(s), ATT_FROM_TEXT);
        if (!doc->meta.outlet.len) doc->meta.outlet = att_line_outlet(s);
        if (!doc->meta.author.len) doc->meta.author = att_line_author(s);
    }
}

/* In a transcript "SMITH:" opens many paragraphs; a place opens one. */
static bool repeated(const att_doc *doc, uint32_t first, att_slice place)
{
    for (uint32_t i = first + 1; i < doc->paras.n; i++) {
        att_slice s = para_text(doc, i);
        if (s.len > place.len && s.ptr[place.len] == ':' && att_eq(att_sub(s, 0, place.len), place)) return true;
    }
    return false;
}

static bool read_dateline(att_doc *doc, att_dateline *line)
{
    uint32_t bodies = 0;
    for (uint32_t i = 1; i < doc->paras.n && bodies < HEAD_BODIES; i++) {
        att_slice s = para_text(doc, i);
        if (doc->paras.at[i].kind != ATT_BLOCK_BODY) continue;
        bodies++;
        if (!att_dateline_read(s, no_capitals(s), line)) continue;
        if (repeated(doc, i, line->place)) return false;
        if (!doc->meta.dateline_place.len) doc->meta.dateline_place = line->place;
        doc->meta.dateline = (att_span){doc->paras.at[i].span.beg, doc->paras.at[i].span.beg + line->end};
        if (!doc->meta.outlet.len) doc->meta.outlet = line->agency;
        return true;
    }
    return false;
}

void att_paras_find(att_doc *doc, const att_article *article, att_day given_day)
{
    own_meta(doc, article);
    for (uint32_t i = 0; i < article->para_count; i++) *att_add(doc, paras) = article->paras[i];
    if (article->para_count == 0) att_paras_split(doc);
    att_dateline line;
    att_meta *m = &doc->meta;
    m->day_count = 0; /* what the container's reader noted comes behind the user's */
    att_day_found(m, given_day, ATT_FROM_OPTION);
    att_day_found(m, m->published, m->published_from);
    for (uint8_t i = 0; i < article->meta.day_count && i < ATT_META_DAYS; i++) att_day_found(m, article->meta.days[i].day, (att_date_source)article->meta.days[i].from);
    split_date_head(doc);
    mark_lines(doc);
    find_title(doc);
    read_head(doc);
    bool dateline = read_dateline(doc, &line);
    if (dateline) att_day_found(m, line.day, ATT_FROM_DATELINE);
    if (!m->outlet.len) m->outlet = att_url_host(m->url);
    att_day_found(m, att_url_day(m->url), ATT_FROM_URL);
    att_day_choose(doc, dateline ? &line : NULL);
}
