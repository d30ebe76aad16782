/* reader_fields.c: which key of a record holds what, and from the values to an article. */
#include "text/encoding.h"
#include "text/meta.h"
#include "text/reader_int.h"

/* Names that data sets use, the likeliest first; compared without case, with '_', '-' and ' ' taken out. */
static const char *const GUESSES[ATT_FIELD_COUNT] = {
    [ATT_FIELD_TEXT] = " text body content article maintext fulltext articletext articlebody articlecontent story storytext bodytext "
                       "contenttext newstext plaintext cleanedtext document ",
    [ATT_FIELD_TITLE] = " title headline articletitle newstitle heading ",
    [ATT_FIELD_DATE] = " date published pubdate publishdate datepublish datepublished publicationdate publishedat publishedon "
                       "publisheddate publishtime publishedtime articledate datetime timestamp created createdat day ",
    [ATT_FIELD_URL] = " url link articleurl sourceurl weburl permalink canonicalurl ",
    [ATT_FIELD_OUTLET] = " outlet source publisher publication sourcename newspaper sitename sourcedomain domain media ",
    [ATT_FIELD_AUTHOR] = " author authors byline writer ",
    [ATT_FIELD_ID] = " id _id docid articleid documentid guid uuid identifier storyid ",
    [ATT_FIELD_DATELINE] = " dateline ",
};

static const char *const NAMES[ATT_FIELD_COUNT] = {"text", "title", "date", "url", "outlet", "author", "id", "dateline"};

att_err att_reader_field(att_reader_options *opt, const char *assignment)
{
    const char *eq = strchr(assignment, '=');
    if (!eq || !eq[1]) return att_text_error(ATT_E_USAGE, "not of the form FIELD=KEY, as in text=body", 0);
    att_slice name = {assignment, (uint32_t)(eq - assignment)};
    for (int f = 0; f < ATT_FIELD_COUNT; f++)
        if (att_is(name, NAMES[f])) {
            opt->fields[f] = eq + 1;
            return ATT_FINE;
        }
    return att_text_error(ATT_E_USAGE, "unknown field: use text, title, date, url, outlet, author, id or dateline", 0);
}

bool att_field_match(const att_reader_options *opt, att_slice key, att_field *field, uint32_t *rank)
{
    char want[40];
    uint32_t n = 0;
    for (int f = 0; f < ATT_FIELD_COUNT; f++)
        if (opt->fields[f] && att_is(key, opt->fields[f])) return *field = (att_field)f, *rank = 0, true;
    want[n++] = ' ';
    for (uint32_t i = 0; i < key.len; i++) {
        if (n + 2 >= sizeof want) return false;
        if (i > 0 && strchr("_- ", key.ptr[i])) continue;
        want[n++] = att_lower_ascii(key.ptr[i]);
    }
    want[n++] = ' ';
    want[n] = '\0';
    for (int f = 0; f < ATT_FIELD_COUNT && n > 2; f++) {
        const char *hit = opt->fields[f] ? NULL : strstr(GUESSES[f], want);
        if (hit) return *field = (att_field)f, *rank = 1 + (uint32_t)(hit - GUESSES[f]), true;
    }
    return false;
}

att_slice att_reader_line_id(att_reader *r, uint32_t line)
{
    return att_format(&r->keep, "%.*s:%u", (int)r->name.len, r->name.ptr, (unsigned)line);
}

/* NULs would end the text at the borders to C libraries. */
static att_slice without_nul(att_reader *r, att_slice s)
{
    if (!s.len || !memchr(s.ptr, 0, s.len)) return s;
    char *p = att_copy_z(&r->keep, s);
    for (uint32_t i = 0; i < s.len; i++)
        if (p[i] == 0) p[i] = ' ';
    return (att_slice){p, s.len};
}

void att_fields_use(att_reader *r, const att_slice values[ATT_FIELD_COUNT], uint32_t line, att_article *a, att_err *err)
{
    att_slice clean[ATT_FIELD_COUNT];
    for (int f = 0; f < ATT_FIELD_COUNT; f++)
        clean[f] = f == ATT_FIELD_TEXT ? without_nul(r, values[f]) : att_trim(without_nul(r, values[f]));
    att_meta *m = &a->meta;
    a->id = clean[ATT_FIELD_ID].len ? clean[ATT_FIELD_ID] : att_reader_line_id(r, line);
    a->text = clean[ATT_FIELD_TEXT];
    m->title = clean[ATT_FIELD_TITLE];
    m->url = clean[ATT_FIELD_URL];
    m->outlet = clean[ATT_FIELD_OUTLET];
    m->author = clean[ATT_FIELD_AUTHOR];
    att_slice place = clean[ATT_FIELD_DATELINE];
    place.len = att_find(place, ATT_LIT(","), 0);
    m->dateline_place = att_trim(place);
    m->published = att_date_value(clean[ATT_FIELD_DATE]);
    if (m->published != ATT_NO_DAY) m->published_from = ATT_FROM_METADATA;
    if (!a->text.ptr)
        *err = att_text_error(ATT_E_FORMAT, "no field with the text: name it with --field text=NAME", line);
    else
        *err = att_text_check(a->text);
    err->offset = att_failed(*err) ? line : 0;
}
