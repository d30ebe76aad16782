/* store_add.c: a parcel into the tables. */
#include <stdio.h>

#include "store/derive.h"

typedef struct {
    bool there;           /* the same text, with the records of today */
    int64_t outdated;     /* the same text, with those of an older version of the store; 0 = none */
    int64_t old, version; /* of the last version there is; 0 = none */
    int64_t copy_of;
    double likeness;
} placed;

static const char *hex_of(uint64_t hash, char hex[17])
{
    snprintf(hex, 17, "%016llx", (unsigned long long)hash);
    return hex;
}

bool att_store_has(att_store *s, att_slice doc, uint64_t content_hash)
{
    char hex[17];
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_HAS, &rc);
    if (!st) return false;
    sqlite3_bind_text64(st, 1, doc.ptr, doc.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text(st, 2, hex_of(content_hash, hex), -1, SQLITE_STATIC);
    bool there = sqlite3_step(st) == SQLITE_ROW;
    rc = sqlite3_reset(st);
    sqlite3_clear_bindings(st); /* hex goes away */
    return rc == SQLITE_OK && there;
}

/* What is stored under this name. */
static int find_known(att_store *s, const att_document_row *d, att_slice source, placed *p)
{
    char hex[17];
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_KNOWN, &rc);
    if (!st) return rc;
    sqlite3_bind_text64(st, 1, d->id.ptr, d->id.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(st, 2, source.len ? source.ptr : "", source.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text(st, 3, hex_of(d->content_hash, hex), -1, SQLITE_STATIC);
    while (sqlite3_step(st) == SQLITE_ROW) {
        bool same = sqlite3_column_int(st, 2), ours = sqlite3_column_int(st, 3), coded = sqlite3_column_int(st, 4);
        if (same && coded) p->there = true;
        if (same && !coded && !p->outdated) p->outdated = sqlite3_column_int64(st, 0);
        if (!ours) continue;
        p->old = sqlite3_column_int64(st, 0);
        p->version = sqlite3_column_int64(st, 1);
    }
    rc = sqlite3_reset(st);
    sqlite3_clear_bindings(st);
    return rc;
}

/* A statement whose one parameter is a document. */
static int on_document(att_store *s, att_sql which, int64_t document)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, which, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, document);
    return att_store_step(st);
}

/* The text is there, with the records of an older version of the store, which lacked some kinds: they are made anew. */
static int recode(att_store *s, int64_t document, const att_parcel *p)
{
    /* In an order that leaves nothing without what it belongs to: SQLite is not asked to see to that (store.c). */
    static const att_sql STEPS[] = {SQL_DROP_WORDS,   SQL_DROP_STATEMENTS, SQL_DROP_ACTORS,    SQL_LEAVE_HAPPENINGS,
                                    SQL_DROP_HAPPENINGS, SQL_DROP_EVENTS,  SQL_DROP_FIGURES,   SQL_DROP_POSITIONS,
                                    SQL_DROP_RESPONSES, SQL_DROP_CLAIMS,   SQL_DROP_ANSWERS,   SQL_RECODED};
    int rc = att_store_totals_begin(s);
    if (rc == SQLITE_OK) rc = on_document(s, SQL_FLIP_COUNTED, document);
    if (rc == SQLITE_OK) rc = att_store_totals(s);
    for (size_t i = 0; rc == SQLITE_OK && i < sizeof STEPS / sizeof *STEPS; i++) rc = on_document(s, STEPS[i], document);
    return rc == SQLITE_OK ? att_store_put_records(s, document, p) : rc;
}

static int put_document(att_store *s, const att_parcel *p, att_slice source, const placed *where, int64_t *id)
{
    const att_document_row *d = &p->document;
    char hex[17];
    unsigned char mins[ATT_COPY_MINS * 4];
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_DOCUMENT, &rc);
    if (!st) return rc;
    for (int i = 0; i < ATT_COPY_MINS; i++)
        for (int k = 0; k < 4; k++) mins[i * 4 + k] = (unsigned char)(p->print.mins[i] >> (8 * k));
    att_bind_must(st, &at, d->id);
    att_bind_must(st, &at, source);
    att_bind_int(st, &at, where->version + 1);
    const att_slice texts[] = {d->path, d->url, d->outlet, d->title, d->author};
    for (int i = 0; i < 5; i++) att_bind_text(st, &at, texts[i]);
    att_bind_day(st, &at, d->published);
    att_bind_text(st, &at, d->published_from);
    att_bind_text(st, &at, d->language);
    att_bind_int(st, &at, d->text.len);
    att_bind_int(st, &at, d->sentences);
    att_bind_int(st, &at, d->tokens);
    sqlite3_bind_text(st, at++, hex_of(d->content_hash, hex), -1, SQLITE_STATIC);
    if (p->print.words) sqlite3_bind_int64(st, at, (int64_t)p->print.exact);
    at++;
    if (att_copy_has_bands(&p->print)) sqlite3_bind_blob(st, at, mins, sizeof mins, SQLITE_STATIC);
    at++;
    if (where->copy_of) sqlite3_bind_int64(st, at, where->copy_of);
    at++;
    att_bind_real(st, &at, where->copy_of != 0, where->likeness);
    att_bind_must(st, &at, d->text);
    att_bind_must(st, &at, d->json);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    *id = sqlite3_last_insert_rowid(s->db);
    return rc;
}

/* For full-text search; the words themselves are in documents. */
static int put_words(att_store *s, int64_t document, const att_document_row *d)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_FIND_TEXT, &rc);
    if (!st) return rc;
    att_bind_int(st, &at, document);
    att_bind_text(st, &at, d->title);
    att_bind_must(st, &at, d->text);
    return att_store_step(st);
}

static int put_all(att_store *s, const att_parcel *p, att_slice source, placed *where)
{
    int64_t id = 0;
    int rc = att_store_find_copy(s, &p->print, p->document.id, source, &where->copy_of, &where->likeness);
    if (rc == SQLITE_OK && where->old) rc = on_document(s, SQL_OLD, where->old);
    if (rc == SQLITE_OK) rc = put_document(s, p, source, where, &id);
    if (rc == SQLITE_OK) rc = att_store_keep_bands(s, &p->print, id);
    if (rc == SQLITE_OK) rc = put_words(s, id, &p->document);
    if (rc == SQLITE_OK) rc = att_store_keep_sketch(s, &p->sketch, id);
    return rc == SQLITE_OK ? att_store_put_records(s, id, p) : rc;
}

att_err att_store_add(att_store *s, const att_parcel *p, att_slice source, att_stored *what)
{
    placed where = {0};
    int rc = SQLITE_OK;
    *what = ATT_STORED_NOTHING;
    if (!s->open) {
        rc = sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
        if (rc != SQLITE_OK) return att_store_error(rc);
        s->open = true;
    }
    rc = find_known(s, &p->document, source, &where);
    if (rc == SQLITE_OK && where.there) return ATT_FINE;
    if (rc == SQLITE_OK) rc = where.outdated ? recode(s, where.outdated, p) : put_all(s, p, source, &where);
    if (rc == SQLITE_OK) {
        *what = where.outdated || where.old ? ATT_STORED_VERSION : ATT_STORED_NEW;
        return ATT_FINE;
    }
    sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    s->open = false;
    return att_store_error(rc);
}
