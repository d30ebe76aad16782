/* store_add.c: a parcel into the tables. */
#include <stdio.h>

#include "store/store_int.h"

typedef struct {
    int64_t old, version; /* of the last version there is; 0 = none */
    int64_t copy_of;
    double likeness;
} placed;

static int has(att_store *s, att_sql which, att_slice doc, uint64_t hash, bool *yes)
{
    char hex[17];
    int rc;
    *yes = false;
    sqlite3_stmt *st = att_store_stmt(s, which, &rc);
    if (!st) return rc;
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)hash);
    sqlite3_bind_text64(st, 1, doc.ptr, doc.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text(st, 2, hex, -1, SQLITE_STATIC);
    *yes = sqlite3_step(st) == SQLITE_ROW;
    rc = sqlite3_reset(st);
    sqlite3_clear_bindings(st); /* hex goes away */
    return rc;
}

bool att_store_has(att_store *s, att_slice doc, uint64_t content_hash)
{
    bool yes;
    return has(s, SQL_HAS, doc, content_hash, &yes) == SQLITE_OK && yes;
}

static int find_last(att_store *s, att_slice doc, att_slice source, placed *p)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_LAST, &rc);
    if (!st) return rc;
    sqlite3_bind_text64(st, 1, doc.ptr, doc.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(st, 2, source.len ? source.ptr : "", source.len, SQLITE_STATIC, SQLITE_UTF8);
    if (sqlite3_step(st) == SQLITE_ROW) {
        p->old = sqlite3_column_int64(st, 0);
        p->version = sqlite3_column_int64(st, 1);
    }
    return sqlite3_reset(st);
}

static int retire(att_store *s, int64_t document)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_OLD, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, document);
    return att_store_step(st);
}

/* NOT NULL columns: an empty text is '' there. */
static void bind_must(sqlite3_stmt *st, int *at, att_slice s)
{
    sqlite3_bind_text64(st, (*at)++, s.len ? s.ptr : "", s.len, SQLITE_STATIC, SQLITE_UTF8);
}

static int put_document(att_store *s, const att_parcel *p, att_slice source, const placed *where, int64_t *id)
{
    const att_document_row *d = &p->document;
    char hex[17];
    unsigned char mins[ATT_COPY_MINS * 4];
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_DOCUMENT, &rc);
    if (!st) return rc;
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)d->content_hash);
    for (int i = 0; i < ATT_COPY_MINS; i++)
        for (int k = 0; k < 4; k++) mins[i * 4 + k] = (unsigned char)(p->print.mins[i] >> (8 * k));
    bind_must(st, &at, d->id);
    bind_must(st, &at, source);
    att_bind_int(st, &at, where->version + 1);
    const att_slice texts[] = {d->path, d->url, d->outlet, d->title, d->author};
    for (int i = 0; i < 5; i++) att_bind_text(st, &at, texts[i]);
    att_bind_day(st, &at, d->published);
    att_bind_text(st, &at, d->published_from);
    att_bind_text(st, &at, d->language);
    att_bind_int(st, &at, d->text.len);
    att_bind_int(st, &at, d->sentences);
    att_bind_int(st, &at, d->tokens);
    sqlite3_bind_text(st, at++, hex, -1, SQLITE_STATIC);
    if (p->print.words) sqlite3_bind_int64(st, at, (int64_t)p->print.exact);
    at++;
    if (att_copy_has_bands(&p->print)) sqlite3_bind_blob(st, at, mins, sizeof mins, SQLITE_STATIC);
    at++;
    if (where->copy_of) sqlite3_bind_int64(st, at, where->copy_of);
    at++;
    att_bind_real(st, &at, where->copy_of != 0, where->likeness);
    bind_must(st, &at, d->text);
    bind_must(st, &at, d->json);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    *id = sqlite3_last_insert_rowid(s->db);
    return rc;
}

static void bind_date(sqlite3_stmt *st, int *at, const att_date_row *d)
{
    att_bind_text(st, at, d->value);
    att_bind_day(st, at, d->days.first);
    att_bind_day(st, at, d->days.last);
}

static void bind_place(sqlite3_stmt *st, int *at, const att_place_row *p)
{
    att_bind_text(st, at, p->name);
    att_bind_text(st, at, p->country);
    att_bind_real(st, at, p->has_point, p->lat);
    att_bind_real(st, at, p->has_point, p->lon);
}

static void bind_head(sqlite3_stmt *st, int *at, int64_t document, att_slice id, att_span sentence)
{
    att_bind_int(st, at, document);
    bind_must(st, at, id);
    att_bind_int(st, at, sentence.beg);
    att_bind_int(st, at, sentence.end);
}

static int put_actors(att_store *s, int64_t event, const char *side, const att_actor_rows *rows)
{
    for (uint32_t i = 0; i < rows->n; i++) {
        const att_actor_row *a = &rows->at[i];
        int rc, at = 1;
        sqlite3_stmt *st = att_store_stmt(s, SQL_ACTOR, &rc);
        if (!st) return rc;
        att_bind_int(st, &at, event);
        bind_must(st, &at, att_slice_of(side));
        att_bind_int(st, &at, i);
        const att_slice texts[] = {a->text, a->name, a->code, a->sector, a->resolved_by};
        for (int k = 0; k < 5; k++) att_bind_text(st, &at, texts[k]);
        rc = att_store_step(st);
        if (rc != SQLITE_OK) return rc;
    }
    return SQLITE_OK;
}

static int put_event(att_store *s, int64_t document, const att_event_row *e)
{
    static const char *const SIDES[ATT_SIDE_COUNT] = {"actor", "recipient", "said_by"};
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_EVENT, &rc);
    if (!st) return rc;
    bind_head(st, &at, document, e->id, e->sentence);
    att_bind_text(st, &at, e->sentence_text);
    att_bind_int(st, &at, e->trigger_span.beg);
    att_bind_int(st, &at, e->trigger_span.end);
    att_bind_text(st, &at, e->trigger);
    bind_must(st, &at, e->type);
    const att_slice texts[] = {e->mode, e->cameo, e->quad, e->contexts};
    for (int i = 0; i < 4; i++) att_bind_text(st, &at, texts[i]);
    bind_must(st, &at, e->status);
    att_bind_text(st, &at, e->frame);
    att_bind_real(st, &at, true, e->score);
    att_bind_real(st, &at, true, e->goldstein);
    att_bind_real(st, &at, true, e->confidence);
    bind_date(st, &at, &e->date);
    bind_place(st, &at, &e->place);
    for (int i = 0; i < ATT_MAG_COUNT; i++) {
        att_bind_real(st, &at, e->magnitude[i].set, e->magnitude[i].low);
        att_bind_real(st, &at, e->magnitude[i].set, e->magnitude[i].high);
    }
    bind_must(st, &at, e->json);
    rc = att_store_step(st);
    int64_t id = sqlite3_last_insert_rowid(s->db);
    for (int i = 0; i < ATT_SIDE_COUNT && rc == SQLITE_OK; i++) rc = put_actors(s, id, SIDES[i], &e->side[i]);
    return rc;
}

static void bind_actor(sqlite3_stmt *st, int *at, const att_actor_row *a)
{
    att_bind_text(st, at, a->text);
    att_bind_text(st, at, a->name);
    att_bind_text(st, at, a->code);
    att_bind_text(st, at, a->sector);
}

static int put_statement(att_store *s, int64_t document, const att_statement_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_STATEMENT, &rc);
    if (!st) return rc;
    bind_head(st, &at, document, r->id, r->sentence);
    bind_actor(st, &at, &r->speaker);
    bind_actor(st, &at, &r->addressee);
    att_bind_text(st, &at, r->cue);
    att_bind_text(st, &at, r->content);
    att_bind_text(st, &at, r->manner);
    bind_date(st, &at, &r->date);
    bind_must(st, &at, r->json);
    return att_store_step(st);
}

static int put_figure(att_store *s, int64_t document, const att_figure_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_FIGURE, &rc);
    if (!st) return rc;
    bind_head(st, &at, document, r->id, r->sentence);
    att_bind_text(st, &at, r->text);
    att_bind_real(st, &at, r->has_low, r->low);
    att_bind_real(st, &at, r->has_high, r->high);
    att_bind_text(st, &at, r->bound);
    att_bind_text(st, &at, r->unit);
    bind_actor(st, &at, &r->of);
    bind_place(st, &at, &r->place);
    bind_date(st, &at, &r->as_of);
    bind_must(st, &at, r->json);
    return att_store_step(st);
}

static int put_all(att_store *s, const att_parcel *p, att_slice source, placed *where)
{
    int64_t id = 0;
    int rc = att_store_find_copy(s, &p->print, p->document.id, source, &where->copy_of, &where->likeness);
    if (rc == SQLITE_OK && where->old) rc = retire(s, where->old);
    if (rc == SQLITE_OK) rc = put_document(s, p, source, where, &id);
    if (rc == SQLITE_OK) rc = att_store_keep_bands(s, &p->print, id);
    for (uint32_t i = 0; i < p->event_count && rc == SQLITE_OK; i++) rc = put_event(s, id, &p->events[i]);
    for (uint32_t i = 0; i < p->statement_count && rc == SQLITE_OK; i++) rc = put_statement(s, id, &p->statements[i]);
    for (uint32_t i = 0; i < p->figure_count && rc == SQLITE_OK; i++) rc = put_figure(s, id, &p->figures[i]);
    return rc;
}

att_err att_store_add(att_store *s, const att_parcel *p, att_slice source, att_stored *what)
{
    placed where = {0};
    bool there = false;
    int rc = SQLITE_OK;
    *what = ATT_STORED_NOTHING;
    if (!s->open) {
        rc = sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
        if (rc != SQLITE_OK) return att_store_error(rc);
        s->open = true;
    }
    rc = has(s, SQL_HAS_WRITER, p->document.id, p->document.content_hash, &there);
    if (rc == SQLITE_OK && there) return ATT_FINE;
    if (rc == SQLITE_OK) rc = find_last(s, p->document.id, source, &where);
    if (rc == SQLITE_OK) rc = put_all(s, p, source, &where);
    if (rc == SQLITE_OK) {
        *what = where.old ? ATT_STORED_VERSION : ATT_STORED_NEW;
        return ATT_FINE;
    }
    sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    s->open = false;
    return att_store_error(rc);
}
