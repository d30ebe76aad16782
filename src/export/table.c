#include "export/table.h"

#include "base/civil.h"
#include "export/screen.h"

enum { W_DATE = 10, W_TYPE = 9, W_STATUS = 11, W_DOC = 12, W_MIN = 40, GAP = 2, INDENT = W_DATE + GAP };

static uint32_t width(const att_table *t) { return t->width < W_MIN ? W_MIN : (uint32_t)t->width; }

/* What is left for "who → whom": on narrow terminals the document goes first, then the rest shrinks. */
static uint32_t who_width(const att_table *t)
{
    uint32_t rest = width(t) - W_DATE - W_TYPE - W_STATUS - 3 * GAP;
    return t->with_doc && rest > W_DOC + GAP + 20 ? rest - W_DOC - GAP : rest;
}

static bool doc_shown(const att_table *t) { return t->with_doc && width(t) - W_DATE - W_TYPE - W_STATUS - 3 * GAP > W_DOC + GAP + 20; }

void att_table_style(att_buf *out, const att_table *t, const char *code)
{
    if (t->colours) att_putf(out, "\x1b[%sm", code);
}

static void gap(att_buf *out) { att_put_z(out, "  "); }

void att_table_head(att_buf *out, const att_table *t)
{
    att_table_style(out, t, "1");
    att_screen_pad(out, ATT_LIT("DATE"), INDENT);
    att_screen_pad(out, ATT_LIT("TYPE"), W_TYPE);
    gap(out);
    att_screen_pad(out, ATT_LIT("WHO → WHOM"), who_width(t));
    gap(out);
    if (doc_shown(t)) {
        att_screen_pad(out, ATT_LIT("STATUS"), W_STATUS);
        gap(out);
        att_screen_put(out, ATT_LIT("ARTICLE"), W_DOC);
    } else {
        att_screen_put(out, ATT_LIT("STATUS"), W_STATUS);
    }
    att_table_style(out, t, "0");
    att_put_char(out, '\n');
}

void att_table_doc(att_buf *out, const att_table *t, const att_document_row *doc, uint32_t n, const char *what)
{
    char day[16];
    att_buf line = {0};
    att_put_slice(&line, doc->id);
    if (doc->published != ATT_NO_DAY) att_putf(&line, " · %s", att_day_text(doc->published, day));
    if (doc->outlet.len) att_putf(&line, " · %.*s", (int)doc->outlet.len, doc->outlet.ptr);
    att_putf(&line, " · %u %s%s", n, what, n == 1 ? "" : "s");
    if (doc->title.len) att_putf(&line, " · %.*s", (int)doc->title.len, doc->title.ptr);
    att_put_char(out, '\n');
    att_table_style(out, t, "1;4");
    att_screen_put(out, att_buf_slice(&line), width(t));
    att_table_style(out, t, "0");
    att_put_char(out, '\n');
    out->failed |= line.failed;
    att_buf_release(&line);
}

/* Long: "Emmanuel Macron (FRA)". Short: "FRA", or the name where there is no code. */
static void label(att_buf *out, const att_actor_row *a, bool brief)
{
    att_slice name = a->name.len ? a->name : a->text;
    if (brief && a->code.len) {
        att_put_slice(out, a->code);
        if (a->sector.len) att_putf(out, " %.*s", (int)a->sector.len, a->sector.ptr);
        return;
    }
    att_put_slice(out, name);
    if (a->code.len && !brief && !att_eq(a->code, name)) att_putf(out, " (%.*s)", (int)a->code.len, a->code.ptr);
}

static void side(att_buf *out, const att_actor_rows *rows, bool brief)
{
    for (uint32_t i = 0; i < rows->n; i++) {
        if (i) att_put_z(out, ", ");
        label(out, &rows->at[i], brief);
    }
    if (rows->n == 0) att_put_z(out, "?");
}

static void pair(att_buf *out, const att_event_row *r, bool brief)
{
    side(out, &r->side[ATT_SIDE_ACTOR], brief);
    att_put_z(out, " → ");
    if (r->side[ATT_SIDE_RECIPIENT].n)
        side(out, &r->side[ATT_SIDE_RECIPIENT], brief);
    else
        att_put_z(out, "–");
}

static void who(att_buf *out, const att_table *t, const att_event_row *r)
{
    att_buf line = {0};
    uint32_t w = who_width(t);
    pair(&line, r, false);
    if (att_screen_width(att_buf_slice(&line), w) > w) {
        att_buf_clear(&line);
        pair(&line, r, true);
    }
    att_screen_pad(out, att_buf_slice(&line), w);
    out->failed |= line.failed;
    att_buf_release(&line);
}

/* Where to begin the sentence so that its trigger can be seen: 0 when that fits, else a word some way before it. */
static uint32_t evidence_start(const att_event_row *r, uint32_t room)
{
    att_slice s = r->sentence_text;
    uint32_t beg = r->trigger_span.beg - r->sentence.beg, end = r->trigger_span.end - r->sentence.beg;
    if (r->trigger_span.beg < r->sentence.beg || end > s.len) return 0;
    if (att_screen_width(s, room) <= room || att_screen_width(att_sub(s, 0, end), room) + 1 <= room) return 0;
    uint32_t start = beg, at = beg;
    while (at > 0 && att_screen_width(att_sub(s, at, beg), room) < room / 3) {
        at--;
        if (att_is_space((unsigned char)s.ptr[at])) start = at + 1;
    }
    return start;
}

static void evidence(att_buf *out, const att_table *t, const att_event_row *r)
{
    uint32_t room = width(t) - INDENT, start = evidence_start(r, room);
    att_putf(out, "%*s", INDENT, "");
    att_table_style(out, t, "2");
    if (start) att_put_z(out, "…");
    att_screen_put(out, att_sub(r->sentence_text, start, r->sentence_text.len), start ? room - 1 : room);
    att_table_style(out, t, "0");
    att_put_char(out, '\n');
}

/* Green and cyan for cooperation, yellow and red for conflict; words before deeds. */
static const char *quad_colour(att_slice quad)
{
    if (att_is(quad, "verbal cooperation")) return "36";
    if (att_is(quad, "material cooperation")) return "32";
    return att_is(quad, "material conflict") ? "31" : "33";
}

/* Of a range only the first day, with dots; column and gap are one wider than a day. */
static void date(att_buf *out, att_slice value)
{
    if (value.len == 0) value = ATT_LIT("–");
    uint32_t slash = att_find(value, ATT_LIT("/"), 0), used;
    used = att_screen_put(out, att_sub(value, 0, slash < value.len ? slash : value.len), W_DATE);
    if (slash < value.len) att_put_z(out, "…"), used++;
    att_putf(out, "%*s", (int)(INDENT - used), "");
}

void att_table_event(att_buf *out, const att_table *t, const att_event_row *r)
{
    bool past = r->history && (att_is(r->status, "occurred") || att_is(r->status, "ongoing"));
    att_slice status = past ? ATT_LIT("history") : r->status;
    date(out, r->date.value);
    att_table_style(out, t, quad_colour(r->quad));
    att_screen_pad(out, r->type, W_TYPE);
    att_table_style(out, t, "0");
    gap(out);
    who(out, t, r);
    gap(out);
    if (doc_shown(t)) {
        att_screen_pad(out, status, W_STATUS);
        gap(out);
        att_screen_put(out, r->doc, W_DOC);
    } else {
        att_screen_put(out, status, W_STATUS);
    }
    att_put_char(out, '\n');
    evidence(out, t, r);
}
