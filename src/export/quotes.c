#include "export/quotes.h"

#include "base/doc.h"
#include "export/csv_out.h"
#include "export/screen.h"
#include "store/stands.h"

enum { INDENT = 2, W_WHERE = 14, W_MIN = 40 };

static const char *const MANNERS[] = {"direct", "indirect", "mixed"};

/* Members of "the two leaders", else the one; *of holds when there is one. */
static const att_id *speakers(const att_doc *doc, const att_statement *s, uint32_t *n)
{
    const att_mention *m = &doc->mentions.at[s->speaker];
    *n = m->members.n ? m->members.n : m->entity != 0;
    return m->members.n ? m->members.at : &m->entity;
}

bool att_quote_is_by(const att_doc *doc, const att_statement *s, att_slice who)
{
    uint32_t n;
    const att_id *of = speakers(doc, s, &n);
    if (!who.len || att_find_nocase(att_cut(doc, s->source), who) < s->source.end - s->source.beg) return true;
    for (uint32_t i = 0; i < n; i++) {
        const att_entity *e = &doc->entities.at[of[i]];
        if (att_is_party(e->code, e->sector, e->name, who) || att_find_nocase(e->name, who) < e->name.len) return true;
    }
    return false;
}

uint32_t att_quotes_count(const att_doc *doc, att_slice speaker)
{
    uint32_t n = 0;
    for (uint32_t i = 1; i < doc->statements.n; i++) n += att_quote_is_by(doc, &doc->statements.at[i], speaker);
    return n;
}

/* The words without what interrupts them. */
static void put_words(att_buf *out, const att_doc *doc, const att_statement *s)
{
    if (!s->part_count) {
        att_put_slice(out, att_cut(doc, s->content));
        return;
    }
    for (uint32_t i = 0; i < s->part_count; i++) {
        if (i) att_put_z(out, " … ");
        att_put_slice(out, att_cut(doc, s->parts[i]));
    }
}

static void put_names(att_buf *out, const att_doc *doc, const att_statement *s, bool codes)
{
    uint32_t n;
    const att_id *of = speakers(doc, s, &n);
    for (uint32_t i = 0; i < n; i++) {
        const att_entity *e = &doc->entities.at[of[i]];
        if (i) att_put_z(out, codes ? "; " : " and ");
        if (codes) att_put_slice(out, e->code);
        else att_put_slice(out, e->name.len ? e->name : att_cut(doc, s->source));
    }
    if (!n && !codes) att_put_slice(out, s->source.end > s->source.beg ? att_cut(doc, s->source) : ATT_LIT("somebody"));
}

/* "Olaf Scholz (DEU) to reporters · said · 2022-02-15" */
static void put_head(att_buf *line, const att_doc *doc, const att_statement *s)
{
    att_buf codes = {0};
    put_names(line, doc, s, false);
    put_names(&codes, doc, s, true);
    if (codes.len) att_putf(line, " (%.*s)", (int)codes.len, codes.ptr);
    att_buf_release(&codes);
    if (s->addressee) {
        att_slice to = att_cut(doc, doc->mentions.at[s->addressee].span);
        att_putf(line, " to %.*s", (int)to.len, to.ptr);
    }
    att_slice cue = att_cut(doc, s->cue);
    if (cue.len && s->cue_tok) att_putf(line, " · %.*s", (int)cue.len, cue.ptr);
    if (s->date.value.len) att_putf(line, " · %.*s", (int)s->date.value.len, s->date.value.ptr);
    if (s->repaired) att_put_z(line, " · quotation marks repaired");
}

static void put_quote(att_buf *out, const att_table *t, const att_doc *doc, const att_statement *s)
{
    uint32_t width = t->width < W_MIN ? W_MIN : (uint32_t)t->width;
    att_buf line = {0};
    put_head(&line, doc, s);
    if (t->colours) att_put_z(out, "\x1b[1m");
    att_screen_pad(out, att_buf_slice(&line), width - W_WHERE);
    if (t->colours) att_put_z(out, "\x1b[0m\x1b[2m");
    att_putf(out, " sentence %u", s->sent);
    if (t->colours) att_put_z(out, "\x1b[0m");
    att_put_char(out, '\n');
    att_buf_clear(&line);
    if (s->manner == ATT_DIRECT) att_put_z(&line, "“");
    put_words(&line, doc, s);
    if (s->manner == ATT_DIRECT) att_put_z(&line, "”");
    att_screen_wrap(out, att_buf_slice(&line), INDENT, width);
    out->failed |= line.failed;
    att_buf_release(&line);
}

void att_quotes_table(att_buf *out, const att_table *t, const att_doc *doc, att_slice speaker)
{
    for (uint32_t i = 1; i < doc->statements.n; i++)
        if (att_quote_is_by(doc, &doc->statements.at[i], speaker)) put_quote(out, t, doc, &doc->statements.at[i]);
}

/* ---- CSV ---- */

void att_quotes_csv_head(att_buf *out)
{
    att_put_z(out, "doc,sentence,speaker,code,source,addressee,cue,manner,date,words,begin,end\r\n");
}

static void cell(att_buf *out, att_buf *text)
{
    att_put_char(out, ',');
    att_csv_text(out, att_buf_slice(text));
    out->failed |= text->failed;
    att_buf_clear(text);
}

static void csv_row(att_buf *out, const att_doc *doc, const att_statement *s)
{
    att_buf text = {0};
    att_csv_text(out, doc->meta.id);
    att_putf(out, ",%u", s->sent);
    put_names(&text, doc, s, false), cell(out, &text);
    put_names(&text, doc, s, true), cell(out, &text);
    att_put_slice(&text, att_cut(doc, s->source)), cell(out, &text);
    if (s->addressee) att_put_slice(&text, att_cut(doc, doc->mentions.at[s->addressee].span));
    cell(out, &text);
    att_put_slice(&text, att_cut(doc, s->cue)), cell(out, &text);
    att_putf(out, ",%s,%.*s", s->manner < 3 ? MANNERS[s->manner] : "", (int)s->date.value.len, s->date.value.len ? s->date.value.ptr : "");
    put_words(&text, doc, s), cell(out, &text);
    att_putf(out, ",%u,%u\r\n", s->content.beg, s->content.end);
    att_buf_release(&text);
}

void att_quotes_csv(att_buf *out, const att_doc *doc, att_slice speaker)
{
    for (uint32_t i = 1; i < doc->statements.n; i++)
        if (att_quote_is_by(doc, &doc->statements.at[i], speaker)) csv_row(out, doc, &doc->statements.at[i]);
}
