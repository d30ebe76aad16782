/* jsonl.c: which records a document has, in which order, and the head that all of them share. */
#include "export/jsonl.h"

#include "text/text.h"

#include "base/civil.h"
#include "base/doc.h"
#include "export/json_parts.h"

static const char *const NAMES[ATT_REC_COUNT] = {"document", "event", "statement", "figure", "position", "claim",
                                               "timex", "place", "name", "mention"};

const char *att_record_name(att_record r) { return r < ATT_REC_COUNT ? NAMES[r] : "?"; }

bool att_record_types(att_slice list, uint32_t *types, att_slice *bad)
{
    att_slice part;
    *types = 0;
    while (att_split(&list, ',', &part)) {
        part = att_trim(part);
        if (part.len == 0) continue;
        uint32_t bits = att_is(part, "all") ? ATT_REC_ALL : 0;
        for (int i = 0; i < ATT_REC_COUNT; i++)
            if (att_is(part, NAMES[i])) bits = ATT_REC_BIT(i);
        if (bits == 0) return *bad = part, false;
        *types |= bits;
    }
    return *types != 0;
}

/* Columns count their empty record 0. */
static uint32_t rows(uint32_t n) { return n ? n - 1 : 0; }

uint32_t att_record_count(const att_doc *doc, att_record type)
{
    switch (type) {
    case ATT_REC_DOCUMENT: return 1;
    case ATT_REC_EVENT: return rows(doc->events.n);
    case ATT_REC_STATEMENT: return rows(doc->statements.n);
    case ATT_REC_FIGURE: return rows(doc->figures.n);
    case ATT_REC_POSITION: return rows(doc->positions.n);
    case ATT_REC_CLAIM: return rows(doc->claims.n);
    case ATT_REC_TIMEX: return rows(doc->timexes.n);
    case ATT_REC_PLACE: return rows(doc->places.n);
    case ATT_REC_NAME: return rows(doc->names.n);
    case ATT_REC_MENTION: return rows(doc->mentions.n);
    case ATT_REC_COUNT: break;
    }
    return 0;
}

att_span att_record_span(const att_doc *doc, att_record type, att_id row)
{
    switch (type) {
    case ATT_REC_EVENT: return doc->events.at[row].trigger_span;
    case ATT_REC_STATEMENT: return doc->statements.at[row].content;
    case ATT_REC_FIGURE: return doc->figures.at[row].span;
    case ATT_REC_POSITION: return doc->positions.at[row].content;
    case ATT_REC_CLAIM: return doc->claims.at[row].content;
    case ATT_REC_TIMEX: return doc->timexes.at[row].span;
    case ATT_REC_PLACE: return doc->places.at[row].span;
    case ATT_REC_NAME: return doc->names.at[row].span;
    case ATT_REC_MENTION: return doc->mentions.at[row].span;
    case ATT_REC_DOCUMENT:
    case ATT_REC_COUNT: break;
    }
    return (att_span){0, 0};
}

static void published(att_buf *out, const att_meta *m)
{
    static const char *const FROM[ATT_FROM_COUNT] = {NULL, "metadata", "dateline", "text", "option", "inference", "url"};
    char day[16];
    bool known = m->published != ATT_NO_DAY;
    uint32_t n = 0;
    att_json_key(out, "published");
    att_json_z(out, known ? att_day_text(m->published, day) : NULL);
    att_json_key(out, "published_from");
    att_json_z(out, known && m->published_from < ATT_FROM_COUNT ? FROM[m->published_from] : NULL);
    att_put_z(out, ",\"published_conflicts\":[");
    for (uint8_t i = 0; i < m->day_count && i < ATT_META_DAYS; i++)
        if (m->days[i].from < ATT_FROM_COUNT && att_day_conflicts(m, m->days[i]))
            att_putf(out, "%s{\"value\":\"%s\",\"from\":\"%s\"}", n++ ? "," : "", att_day_text(m->days[i].day, day), FROM[m->days[i].from]);
    att_put_z(out, "]");
}

static void document(att_buf *out, const att_doc *doc, const att_jsonl *opt)
{
    const att_meta *m = &doc->meta;
    att_json_key(out, "path");
    att_json_text(out, m->path);
    att_json_key(out, "url");
    att_json_text(out, m->url);
    att_json_key(out, "outlet");
    att_json_text(out, m->outlet);
    att_json_key(out, "title");
    att_json_text(out, m->title);
    att_json_key(out, "author");
    att_json_text(out, m->author);
    published(out, m);
    att_json_key(out, "language");
    att_json_text(out, m->language);
    att_putf(out, ",\"bytes\":%u,\"sentences\":%u,\"tokens\":%u", doc->text.len, rows(doc->sents.n), rows(doc->toks.n));
    att_put_z(out, ",\"copy_of\":null,\"story\":null");
    if (opt->with_text) {
        att_json_key(out, "text");
        att_put_json(out, doc->text);
    }
}

void att_jsonl_record(att_buf *out, const att_doc *doc, const att_jsonl *opt, att_record type, att_id row, att_id_set *ids)
{
    char id[ATT_ID_BYTES];
    att_record_id(ids, doc->meta.id, NAMES[type], att_record_span(doc, type, row), id);
    att_putf(out, "{\"type\":\"%s\",\"id\":\"%s\"", NAMES[type], id);
    att_json_key(out, "doc");
    att_put_json(out, doc->meta.id);
    switch (type) {
    case ATT_REC_DOCUMENT: document(out, doc, opt); break;
    case ATT_REC_EVENT: att_json_event(out, doc, opt, &doc->events.at[row]); break;
    case ATT_REC_STATEMENT: att_json_statement(out, doc, &doc->statements.at[row]); break;
    case ATT_REC_FIGURE: att_json_figure(out, doc, &doc->figures.at[row]); break;
    case ATT_REC_POSITION: att_json_position(out, doc, &doc->positions.at[row]); break;
    case ATT_REC_CLAIM: att_json_claim(out, doc, &doc->claims.at[row]); break;
    case ATT_REC_TIMEX: att_json_timex(out, doc, &doc->timexes.at[row]); break;
    case ATT_REC_PLACE: att_json_place_record(out, doc, &doc->places.at[row]); break;
    case ATT_REC_NAME: att_json_name(out, doc, &doc->names.at[row]); break;
    case ATT_REC_MENTION: att_json_mention(out, doc, &doc->mentions.at[row]); break;
    case ATT_REC_COUNT: break;
    }
    att_put_char(out, '}');
}

void att_jsonl_write(att_buf *out, const att_doc *doc, const att_jsonl *opt)
{
    att_id_set ids = {0};
    for (int t = 0; t < ATT_REC_COUNT; t++) {
        if (!(opt->types & ATT_REC_BIT(t))) continue;
        uint32_t n = att_record_count(doc, (att_record)t);
        for (uint32_t i = 0; i < n; i++) {
            att_jsonl_record(out, doc, opt, (att_record)t, t == ATT_REC_DOCUMENT ? 0 : i + 1, &ids);
            att_put_char(out, '\n');
        }
    }
    out->failed |= ids.failed;
    att_id_set_release(&ids);
}
