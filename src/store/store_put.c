/* store_put.c: the records of a parcel into their tables. */
#include "store/store_int.h"

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
    att_bind_must(st, at, id);
    att_bind_int(st, at, sentence.beg);
    att_bind_int(st, at, sentence.end);
}

static void bind_content(sqlite3_stmt *st, int *at, att_slice content, att_span span)
{
    att_bind_text(st, at, content);
    att_bind_int(st, at, span.beg);
    att_bind_int(st, at, span.end);
}

static int put_actors(att_store *s, int64_t event, const char *side, const att_actor_rows *rows)
{
    for (uint32_t i = 0; i < rows->n; i++) {
        const att_actor_row *a = &rows->at[i];
        int rc, at = 1;
        sqlite3_stmt *st = att_store_stmt(s, SQL_ACTOR, &rc);
        if (!st) return rc;
        att_bind_int(st, &at, event);
        att_bind_must(st, &at, att_slice_of(side));
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
    att_bind_must(st, &at, e->type);
    const att_slice texts[] = {e->mode, e->cameo, e->quad, e->contexts};
    for (int i = 0; i < 4; i++) att_bind_text(st, &at, texts[i]);
    att_bind_must(st, &at, e->status);
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
    att_bind_must(st, &at, e->json);
    att_bind_text(st, &at, e->same_as);
    att_bind_int(st, &at, e->history);
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

/* For full-text search. */
static int put_statement_words(att_store *s, int64_t id, const att_statement_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_FIND_STATEMENT, &rc);
    if (!st) return rc;
    att_bind_int(st, &at, id);
    att_bind_text(st, &at, r->content);
    att_bind_text(st, &at, r->speaker.text);
    att_bind_text(st, &at, r->speaker.name);
    return att_store_step(st);
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
    att_bind_must(st, &at, r->json);
    att_bind_text(st, &at, r->sentence_text);
    rc = att_store_step(st);
    return rc == SQLITE_OK ? put_statement_words(s, sqlite3_last_insert_rowid(s->db), r) : rc;
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
    att_bind_must(st, &at, r->json);
    att_bind_text(st, &at, r->sentence_text);
    return att_store_step(st);
}

static int put_position(att_store *s, int64_t document, const att_position_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_POSITION, &rc);
    if (!st) return rc;
    bind_head(st, &at, document, r->id, r->sentence);
    att_bind_text(st, &at, r->sentence_text);
    bind_actor(st, &at, &r->holder);
    bind_actor(st, &at, &r->toward);
    att_bind_must(st, &at, r->stance);
    att_bind_text(st, &at, r->side);
    att_bind_text(st, &at, r->issue);
    att_bind_text(st, &at, r->issue_group);
    bind_content(st, &at, r->content, r->content_span);
    att_bind_text(st, &at, r->conditions);
    bind_date(st, &at, &r->date);
    att_bind_must(st, &at, r->json);
    return att_store_step(st);
}

static void bind_response(sqlite3_stmt *st, int *at, const att_response_row *r)
{
    att_bind_int(st, at, r->sentence.beg);
    att_bind_int(st, at, r->sentence.end);
    att_bind_text(st, at, r->sentence_text);
    bind_actor(st, at, &r->by);
    att_bind_must(st, at, r->stance);
    bind_content(st, at, r->content, r->content_span);
    att_bind_text(st, at, r->rule);
}

static int put_response(att_store *s, int64_t document, int64_t claim, const att_response_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_RESPONSE, &rc);
    if (!st) return rc;
    att_bind_int(st, &at, claim);
    att_bind_int(st, &at, document);
    bind_response(st, &at, r);
    return att_store_step(st);
}

static int put_answer(att_store *s, int64_t document, const att_answer_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_ANSWER, &rc);
    if (!st) return rc;
    att_bind_int(st, &at, document);
    bind_response(st, &at, &r->answer);
    bind_content(st, &at, r->about, r->about_span);
    att_bind_must(st, &at, r->terms);
    return att_store_step(st);
}

static int put_claim(att_store *s, int64_t document, const att_claim_row *r)
{
    int rc, at = 1;
    sqlite3_stmt *st = att_store_stmt(s, SQL_CLAIM, &rc);
    if (!st) return rc;
    bind_head(st, &at, document, r->id, r->sentence);
    att_bind_text(st, &at, r->sentence_text);
    bind_actor(st, &at, &r->by);
    bind_content(st, &at, r->content, r->content_span);
    att_bind_int(st, &at, r->disputed);
    att_bind_text(st, &at, r->terms);
    att_bind_must(st, &at, r->json);
    rc = att_store_step(st);
    int64_t id = sqlite3_last_insert_rowid(s->db);
    for (uint32_t i = 0; i < r->response_count && rc == SQLITE_OK; i++) rc = put_response(s, document, id, &r->responses[i]);
    return rc;
}

int att_store_put_records(att_store *s, int64_t document, const att_parcel *p)
{
    int rc = SQLITE_OK;
    for (uint32_t i = 0; i < p->event_count && rc == SQLITE_OK; i++) rc = put_event(s, document, &p->events[i]);
    for (uint32_t i = 0; i < p->statement_count && rc == SQLITE_OK; i++) rc = put_statement(s, document, &p->statements[i]);
    for (uint32_t i = 0; i < p->figure_count && rc == SQLITE_OK; i++) rc = put_figure(s, document, &p->figures[i]);
    for (uint32_t i = 0; i < p->position_count && rc == SQLITE_OK; i++) rc = put_position(s, document, &p->positions[i]);
    for (uint32_t i = 0; i < p->claim_count && rc == SQLITE_OK; i++) rc = put_claim(s, document, &p->claims[i]);
    for (uint32_t i = 0; i < p->answer_count && rc == SQLITE_OK; i++) rc = put_answer(s, document, &p->answers[i]);
    return rc;
}
