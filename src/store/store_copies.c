/* store_copies.c: which stored article a new one repeats (story/copies.h says what a copy is). */
#include "store/store_int.h"

/* Signatures are stored little-endian, so that a store can be carried to any machine. */
static bool read_mins(sqlite3_stmt *st, int column, uint32_t out[ATT_COPY_MINS])
{
    const unsigned char *p = sqlite3_column_blob(st, column);
    if (!p || sqlite3_column_bytes(st, column) != ATT_COPY_MINS * 4) return false;
    for (int i = 0; i < ATT_COPY_MINS; i++, p += 4) out[i] = (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    return true;
}

static int same_words(att_store *s, const att_copy_print *print, att_slice doc, att_slice source, int64_t *of)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_SAME_WORDS, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, (int64_t)print->exact);
    sqlite3_bind_text64(st, 2, doc.ptr, doc.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(st, 3, source.len ? source.ptr : "", source.len, SQLITE_STATIC, SQLITE_UTF8);
    if (sqlite3_step(st) == SQLITE_ROW) *of = sqlite3_column_int64(st, 0);
    return sqlite3_reset(st);
}

typedef struct {
    const att_copy_print *print;
    att_slice doc, source;
    int64_t of;
    double likeness;
} search;

/* Is this article more like the new one than the best so far? *counts: it is another article, of today's version. */
static int compare(att_store *s, search *q, int64_t document, bool *counts)
{
    int rc;
    uint32_t mins[ATT_COPY_MINS];
    sqlite3_stmt *st = att_store_stmt(s, SQL_CANDIDATE, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, document);
    sqlite3_bind_text64(st, 2, q->doc.ptr, q->doc.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(st, 3, q->source.len ? q->source.ptr : "", q->source.len, SQLITE_STATIC, SQLITE_UTF8);
    *counts = sqlite3_step(st) == SQLITE_ROW;
    if (*counts && read_mins(st, 1, mins)) {
        double l = att_copy_likeness(q->print->mins, mins);
        if (l >= ATT_COPY_SHARE && l > q->likeness) {
            q->likeness = l;
            q->of = sqlite3_column_int64(st, 0);
        }
    }
    return sqlite3_reset(st);
}

/* The best of the candidates that share a band; the earliest of equals. */
static int nearest(att_store *s, search *q, uint32_t band)
{
    enum { MOST = 50 };
    int rc, end, seen = 0;
    sqlite3_stmt *st = att_store_stmt(s, SQL_BAND_FIND, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, band);
    sqlite3_bind_int64(st, 2, att_copy_band(q->print, band));
    while (seen < MOST && rc == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW) {
        bool counts = false;
        rc = compare(s, q, sqlite3_column_int64(st, 0), &counts);
        seen += counts;
    }
    end = sqlite3_reset(st);
    return rc == SQLITE_OK ? end : rc;
}

int att_store_find_copy(att_store *s, const att_copy_print *print, att_slice doc, att_slice source, int64_t *of, double *likeness)
{
    *of = 0;
    *likeness = 0;
    if (print->words == 0) return SQLITE_OK;
    int rc = same_words(s, print, doc, source, of);
    if (rc != SQLITE_OK || *of) return *likeness = 1, rc;
    if (!att_copy_has_bands(print)) return SQLITE_OK;
    search q = {.print = print, .doc = doc, .source = source};
    for (uint32_t b = 0; b < ATT_COPY_BANDS && rc == SQLITE_OK; b++) rc = nearest(s, &q, b);
    *of = q.of;
    *likeness = q.likeness;
    return rc;
}

int att_store_keep_bands(att_store *s, const att_copy_print *print, int64_t document)
{
    int rc, at = 1;
    if (!att_copy_has_bands(print)) return SQLITE_OK;
    sqlite3_stmt *st = att_store_stmt(s, SQL_BANDS_ADD, &rc);
    if (!st) return rc;
    att_bind_int(st, &at, document);
    for (uint32_t b = 0; b < ATT_COPY_BANDS; b++) att_bind_int(st, &at, att_copy_band(print, b));
    return att_store_step(st);
}

int att_store_keep_sketch(att_store *s, const att_sketch *sketch, int64_t document)
{
    unsigned char bytes[ATT_SKETCH_TERMS * 4];
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_SKETCH, &rc);
    if (!st) return rc;
    for (uint32_t i = 0; i < sketch->n; i++)
        for (int k = 0; k < 4; k++) bytes[i * 4 + (uint32_t)k] = (unsigned char)(sketch->terms[i] >> (8 * k));
    sqlite3_bind_int64(st, 1, document);
    sqlite3_bind_blob(st, 2, bytes, (int)(sketch->n * 4), SQLITE_STATIC);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    return rc;
}

uint32_t att_store_read_sketch(sqlite3_stmt *st, int column, uint32_t *terms)
{
    const unsigned char *p = sqlite3_column_blob(st, column);
    uint32_t n = p ? (uint32_t)sqlite3_column_bytes(st, column) / 4 : 0;
    if (n > ATT_SKETCH_TERMS) n = ATT_SKETCH_TERMS;
    for (uint32_t i = 0; i < n; i++, p += 4) terms[i] = (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    return n;
}
