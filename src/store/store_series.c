/* store_series.c: the query behind series.h, and which of its rows are older or contradict each other. */
#include "base/buf.h"
#include "base/civil.h"
#include "base/lexicon.h"
#include "figure/kin.h"
#include "store/column.h"
#include "store/series.h"
#include "store/store_int.h"

enum { STEM = 5, MAX_WORDS = 8 }; /* "Ukraine" finds "Ukrainian" by its first letters; words of a place that are looked at */

#define SENTENCE "CAST(substr(CAST(d.text AS BLOB), f.sentence_beg + 1, f.sentence_end - f.sentence_beg) AS TEXT)"
#define SAID(field) "json_extract(f.record, '$.said_by[0]." field "')"

static const char SELECT[] =
    "SELECT d.doc, d.outlet, f.id, f.text, f.unit, f.bound, coalesce(f.of_name, f.of_code, f.of_text), f.place,"
    " coalesce(" SAID("name") ", " SAID("text") "), " SAID("code") ", " SENTENCE ", f.as_of, f.record,"
    " coalesce(f.as_of_first, d.published) AS day, f.low, f.high, json_extract(f.record, '$.superseded_by.text') IS NOT NULL"
    " FROM figures f JOIN documents d USING (document) WHERE d.newest AND d.copy_of IS NULL";

static uint32_t place_words(att_slice place, att_slice word[MAX_WORDS])
{
    uint32_t n = 0;
    att_slice w;
    while (n < MAX_WORDS && att_split(&place, ' ', &w))
        if (w.len) word[n++] = w;
    return n;
}

static void build(att_buf *sql, const att_series_filter *f)
{
    att_slice rest = att_unit_kin(f->unit), one, word[MAX_WORDS];
    uint32_t n = 0, words = place_words(f->place, word);
    att_put_z(sql, SELECT);
    att_put_z(sql, " AND f.unit COLLATE NOCASE IN (");
    while (att_lex_alt(&rest, &one)) att_put_z(sql, n++ ? ", ?" : "?");
    att_put_char(sql, ')');
    if (f->of.len)
        att_put_z(sql, " AND ? COLLATE NOCASE IN (f.of_code, f.of_sector, f.of_name, f.of_text, replace(f.of_code, 'IGO:', ''), f.of_code || ' ' || f.of_sector)");
    for (uint32_t i = 0; i < words; i++) att_put_z(sql, " AND coalesce(f.place, '') || ' ' || " SENTENCE " LIKE '%' || ? || '%' ESCAPE '\\'");
    if (f->from != ATT_NO_DAY) att_put_z(sql, " AND coalesce(f.as_of_last, d.published) >= ?");
    if (f->to != ATT_NO_DAY) att_put_z(sql, " AND coalesce(f.as_of_first, d.published) <= ?");
    att_put_z(sql, " ORDER BY day IS NULL, day, d.published, f.document, f.sentence_beg, f.figure");
    att_put_char(sql, 0);
}

/* The word's first letters, with LIKE's own signs made plain. */
static att_slice pattern(att_arena *a, att_slice word)
{
    char *out = att_new(a, char, 2 * (size_t)word.len + 1);
    uint32_t n = 0, stop = word.len > STEM + 1 ? word.len - 1 : word.len;
    for (uint32_t i = 0; i < stop; i++) {
        if (strchr("%_\\", word.ptr[i])) out[n++] = '\\';
        out[n++] = word.ptr[i];
    }
    return (att_slice){out, n};
}

static void bind(sqlite3_stmt *st, const att_series_filter *f, att_arena *a)
{
    int at = 1;
    att_slice rest = att_unit_kin(f->unit), one, word[MAX_WORDS];
    uint32_t words = place_words(f->place, word);
    while (att_lex_alt(&rest, &one)) att_bind_text(st, &at, one);
    if (f->of.len) att_bind_text(st, &at, f->of);
    for (uint32_t i = 0; i < words; i++) att_bind_text(st, &at, pattern(a, word[i]));
    if (f->from != ATT_NO_DAY) att_bind_day(st, &at, f->from);
    if (f->to != ATT_NO_DAY) att_bind_day(st, &at, f->to);
}

static att_slice text(sqlite3_stmt *st, att_arena *a, int i)
{
    att_slice s = att_column_text(st, i);
    return s.len ? att_copy(a, s) : (att_slice){0};
}

static void read_row(sqlite3_stmt *st, att_arena *a, att_series_row *r)
{
    att_slice *texts[] = {&r->doc, &r->outlet, &r->id, &r->text, &r->unit, &r->bound, &r->of, &r->place, &r->claimant, &r->claimant_code, &r->sentence, &r->as_of, &r->record};
    enum { TEXTS = sizeof texts / sizeof *texts };
    att_day last;
    *r = (att_series_row){0};
    for (int i = 0; i < TEXTS; i++) *texts[i] = text(st, a, i);
    att_slice day = text(st, a, TEXTS);
    if (!day.len || !att_parse_iso(day, &r->day, &last)) r->day = ATT_NO_DAY;
    r->has_low = sqlite3_column_type(st, TEXTS + 1) != SQLITE_NULL;
    r->has_high = sqlite3_column_type(st, TEXTS + 2) != SQLITE_NULL;
    r->low = sqlite3_column_double(st, TEXTS + 1);
    r->high = sqlite3_column_double(st, TEXTS + 2);
    r->older = sqlite3_column_int(st, TEXTS + 3) != 0;
}

/* ---- older, contradicting ---- */

static bool same_claimant(const att_series_row *a, const att_series_row *b)
{
    if (a->claimant_code.len && b->claimant_code.len) return att_eq(a->claimant_code, b->claimant_code);
    if (!a->claimant.len && !b->claimant.len) return att_eq(a->outlet, b->outlet) && (a->outlet.len || att_eq(a->doc, b->doc));
    return a->claimant.len && b->claimant.len && att_eq_nocase(a->claimant, b->claimant);
}

/* Does no number satisfy both? Open ends reach anywhere; "about" leaves a tenth on either side. */
static bool apart(const att_series_row *a, const att_series_row *b)
{
    double slack_a = att_is(a->bound, "about") ? 0.1 : 0, slack_b = att_is(b->bound, "about") ? 0.1 : 0;
    bool above = a->has_low && b->has_high && a->low * (1 - slack_a) > b->high * (1 + slack_b);
    bool below = a->has_high && b->has_low && a->high * (1 + slack_a) < b->low * (1 - slack_b);
    double x = a->has_high ? a->high : a->low, y = b->has_high ? b->high : b->low;
    bool like = x > 0 && y > 0 && x <= y * ATT_SERIES_FACTOR && y <= x * ATT_SERIES_FACTOR;
    return (above || below) && like;
}

static bool equal(const att_series_row *a, const att_series_row *b)
{
    return a->has_low == b->has_low && a->has_high == b->has_high && a->low == b->low && a->high == b->high;
}

static void mark_rows(att_series *s)
{
    enum { NEAR = 200 }; /* rows behind that are looked at: long series stay linear */
    for (uint32_t i = 0; i < s->n; i++) {
        att_series_row *r = &s->at[i];
        for (uint32_t j = i + 1; j < s->n && j < i + NEAR && !r->older; j++)
            r->older = r->day != ATT_NO_DAY && s->at[j].day > r->day && same_claimant(r, &s->at[j]) && !equal(r, &s->at[j]);
    }
    for (uint32_t i = 0; i < s->n; i++) {
        att_series_row *r = &s->at[i];
        for (uint32_t j = i + 1; j < s->n && j < i + NEAR && r->day != ATT_NO_DAY; j++) {
            att_series_row *o = &s->at[j];
            if (o->day == ATT_NO_DAY || o->day > r->day + ATT_SERIES_DAYS) break;
            if (r->older || o->older || same_claimant(r, o) || !apart(r, o)) continue;
            if (!r->against) r->against = j + 1;
            if (!o->against) o->against = i + 1;
        }
    }
}

static int collect(sqlite3_stmt *st, const att_series_filter *f, att_arena *a, att_series *out)
{
    ATT_VEC(att_series_row) v = {0};
    jmp_buf oom, *outer = a->oom;
    int rc;
    if (setjmp(oom)) {
        a->oom = outer;
        return SQLITE_NOMEM;
    }
    a->oom = &oom;
    bind(st, f, a);
    while ((rc = sqlite3_step(st)) == SQLITE_ROW) read_row(st, a, att_push(a, &v));
    a->oom = outer;
    *out = (att_series){v.at, v.n};
    return rc;
}

att_err att_store_series(att_store *s, const att_series_filter *f, att_arena *keep, att_series *out)
{
    att_buf sql = {0};
    sqlite3_stmt *st = NULL;
    *out = (att_series){0};
    build(&sql, f);
    int rc = sql.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(s->db, sql.ptr, -1, &st, NULL);
    att_buf_release(&sql);
    if (rc == SQLITE_OK) rc = collect(st, f, keep, out);
    sqlite3_finalize(st);
    mark_rows(out);
    return att_store_error(rc);
}
