#include "text/csv.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "text/encoding.h"
#include "text/reader_int.h"

enum { RESCAN_BYTES = 256 << 20 };

char att_csv_sep(att_slice line)
{
    static const char SEPS[] = ",;\t|";
    uint32_t best = 0;
    char sep = ',';
    for (const char *p = SEPS; *p; p++) {
        uint32_t n = 0;
        bool quoted = false;
        for (uint32_t i = 0; i < line.len && line.ptr[i] != '\n'; i++) {
            if (line.ptr[i] == '"') quoted = !quoted;
            n += !quoted && line.ptr[i] == *p;
        }
        if (n > best) best = n, sep = *p;
    }
    return sep;
}

/* A quotation mark opens a field only at its start and closes it only before a separator or a line end: stray marks inside
 * are text. */
uint32_t att_csv_record(att_csv_scan *st, att_slice s, char sep, bool last)
{
    for (; st->at < s.len; st->at++) {
        char c = s.ptr[st->at];
        if (st->quoted) {
            if (c != '"') continue;
            if (st->at + 1 == s.len && !last) return 0; /* what it means depends on what comes next */
            char next = st->at + 1 < s.len ? s.ptr[st->at + 1] : '\n';
            if (next == '"')
                st->at++;
            else if (next == sep || next == '\n' || next == '\r')
                st->quoted = false;
        } else if (c == '\n') {
            return st->at + 1;
        } else {
            st->quoted = c == '"' && !st->inside;
            st->inside = c != sep;
        }
    }
    return 0;
}

bool att_csv_fields(att_csv *c, att_slice rec)
{
    att_buf_clear(&c->cells);
    att_buf_clear(&c->ends);
    while (rec.len && (rec.ptr[rec.len - 1] == '\n' || rec.ptr[rec.len - 1] == '\r')) rec.len--;
    for (uint32_t i = 0;; i++) {
        bool quoted = i < rec.len && rec.ptr[i] == '"';
        uint32_t run = i += quoted;
        while (i < rec.len && (quoted || rec.ptr[i] != c->sep)) {
            if (quoted && rec.ptr[i] == '"') {
                bool twice = i + 1 < rec.len && rec.ptr[i + 1] == '"';
                bool closes = !twice && (i + 1 == rec.len || rec.ptr[i + 1] == c->sep);
                if (twice || closes) att_put(&c->cells, rec.ptr + run, i - run + twice);
                if (twice || closes) run = i + 1 + twice;
                i += twice;
                if (closes) quoted = false;
            }
            i++;
        }
        if (i > run) att_put(&c->cells, rec.ptr + run, i - run);
        uint32_t end = (uint32_t)c->cells.len;
        att_put(&c->ends, &end, sizeof end);
        if (i >= rec.len) break;
    }
    return !c->cells.failed && !c->ends.failed;
}

uint32_t att_csv_count(const att_csv *c) { return (uint32_t)(c->ends.len / sizeof(uint32_t)); }

att_slice att_csv_field(const att_csv *c, uint32_t i)
{
    uint32_t beg = 0, end;
    if (i) memcpy(&beg, c->ends.ptr + (i - 1) * sizeof beg, sizeof beg);
    memcpy(&end, c->ends.ptr + i * sizeof end, sizeof end);
    return (att_slice){c->cells.ptr ? c->cells.ptr + beg : "", end - beg};
}

void att_csv_release(att_csv *c)
{
    att_buf_release(&c->cells);
    att_buf_release(&c->ends);
    att_buf_release(&c->columns);
}

/* The next record, taken; false at the end. What can't be read as one (a quotation mark that never closes, too long) costs
 * its first line only, as long as the budget for looking twice lasts. */
static bool next_record(att_reader *r, att_slice *rec, att_err *err)
{
    att_csv_scan scan = {0};
    for (;;) {
        att_slice held = att_source_held(&r->src);
        uint32_t n = att_csv_record(&scan, held, r->csv.sep, r->src.eof);
        bool too_long = (n ? n : held.len) > ATT_MAX_RECORD_BYTES;
        if (n && !too_long) {
            *rec = att_sub(held, 0, n);
            att_source_take(&r->src, n);
            return true;
        }
        bool ended = r->src.eof;
        if (!too_long && (att_source_more(&r->src) || !ended)) continue; /* once more when the end has just shown itself */
        held = att_source_held(&r->src);
        if (held.len == 0) return false;
        if (!too_long && !scan.quoted) { /* the last line, without an end */
            *rec = held;
            att_source_take(&r->src, held.len);
            return true;
        }
        uint32_t line = r->src.line, first = att_find(held, ATT_LIT("\n"), 0);
        bool again = held.len <= r->csv.rescan_left && first < held.len;
        if (again) r->csv.rescan_left -= held.len;
        att_source_take(&r->src, again ? first + 1 : held.len);
        *rec = (att_slice){0};
        *err = scan.quoted ? att_text_error(ATT_E_FORMAT, "a quotation mark is not closed: close it, or double those inside a field", line)
                    : att_text_error(ATT_E_TOO_LARGE, "over 64 MB in one record: split it", line);
        return true;
    }
}

/* Fields in UTF-8, whatever the file is in. */
static bool read_fields(att_reader *r, att_slice rec, att_err *err)
{
    att_slice text = rec;
    if (att_utf8_check(rec) != rec.len || (rec.len && memchr(rec.ptr, 0, rec.len))) *err = att_decode(&r->decoded, rec, (att_slice){0}, &text);
    if (att_failed(*err)) return false;
    if (att_csv_fields(&r->csv, text)) return true;
    *err = att_text_error(ATT_E_NOMEM, "not enough memory for one record: split it", 0);
    return false;
}

static bool has_column(const att_csv *c, att_field f)
{
    return c->columns.len && memchr(c->columns.ptr, f + 1, c->columns.len);
}

/* The header line -> which column is what. False: nothing can be read. */
static bool start(att_reader *r, att_err *err)
{
    att_slice rec, held = att_source_held(&r->src);
    uint32_t best[ATT_FIELD_COUNT];
    if (att_starts(held, "\xEF\xBB\xBF")) att_source_take(&r->src, 3);
    r->csv.sep = att_csv_sep(att_source_held(&r->src));
    r->csv.rescan_left = RESCAN_BYTES;
    r->csv.started = true;
    memset(best, 0xFF, sizeof best);
    if (!next_record(r, &rec, err)) {
        if (!att_failed(*err)) *err = att_failed(r->src.err) ? r->src.err : att_text_error(ATT_E_EMPTY, "empty: there is no text in it", 0);
        return false;
    }
    if (att_failed(*err) || !read_fields(r, rec, err)) return false;
    for (uint32_t i = 0, n = att_csv_count(&r->csv); i < n; i++) att_put_char(&r->csv.columns, 0);
    if (r->csv.columns.failed) return *err = att_text_error(ATT_E_NOMEM, "not enough memory for its header", 1), false;
    for (uint32_t i = 0, n = att_csv_count(&r->csv); i < n; i++) {
        att_field f;
        uint32_t rank;
        if (!att_field_match(&r->opt, att_trim(att_csv_field(&r->csv, i)), &f, &rank) || rank >= best[f]) continue;
        char *old = has_column(&r->csv, f) ? memchr(r->csv.columns.ptr, f + 1, r->csv.columns.len) : NULL;
        if (old) *old = 0;
        best[f] = rank;
        r->csv.columns.ptr[i] = (char)(f + 1);
    }
    if (has_column(&r->csv, ATT_FIELD_TEXT)) return true;
    *err = att_text_error(ATT_E_FORMAT, "its first line names no column with the text: name it with --field text=NAME", 1);
    return false;
}

bool att_csv_next(att_reader *r, att_article *a, att_err *err)
{
    att_slice rec, values[ATT_FIELD_COUNT] = {0};
    uint32_t line;
    if (!r->csv.started && !start(r, err)) return r->finished = true;
    do {
        line = r->src.line;
        if (!next_record(r, &rec, err)) return false;
    } while (!att_failed(*err) && att_trim(rec).len == 0);
    a->id = att_reader_line_id(r, line);
    if (att_failed(*err) || !read_fields(r, rec, err)) return err->offset = line, true;
    uint32_t n = att_csv_count(&r->csv), columns = (uint32_t)r->csv.columns.len;
    for (uint32_t i = 0; i < n && i < columns; i++)
        if (r->csv.columns.ptr[i]) values[r->csv.columns.ptr[i] - 1] = att_csv_field(&r->csv, i);
    if (!values[ATT_FIELD_TEXT].ptr) {
        *err = att_text_error(ATT_E_FORMAT, "fewer fields than the header line: check its separators and quotation marks", line);
        return true;
    }
    att_fields_use(r, values, line, a, err);
    return true;
}
