/* board.c: loading. All columns of events, figures and articles that are read here stand in an index (store/schema.c, version 4): the rows
 * themselves, a kilobyte each, are never looked at. Events and their actors are both in the order of their numbers, and so meet in one pass. */
#include "serve/board.h"

#include <stdlib.h>

#include "base/data.h"
#include "base/lexicon.h"
#include "store/column.h"
#include "store/store.h"

#define BOARD_BYTES ((size_t)16 << 30)

static uint32_t dict_put(att_dict *d, att_arena *a, att_slice value)
{
    bool fresh;
    if (d->names.n == 0) *att_push(a, &d->names) = (att_slice){0};
    if (value.len == 0) return 0;
    uint32_t *known = att_map_get(&d->map, value);
    if (known) return *known;
    att_slice kept = att_copy(a, value);
    uint32_t *at = att_map_put(&d->map, a, kept, &fresh);
    *at = d->names.n;
    *att_push(a, &d->names) = kept;
    return *at;
}

uint32_t att_dict_find(const att_dict *d, att_slice value)
{
    uint32_t *at = value.len ? att_map_get(&d->map, value) : NULL;
    return at ? *at : 0;
}

static int prepare(att_board *b, sqlite3 *db, const char *sql) { return sqlite3_prepare_v2(db, sql, -1, &b->open, NULL); }

static void close_statement(att_board *b)
{
    sqlite3_finalize(b->open);
    b->open = NULL;
}

/* Number of each document in docs + 1, by its row number. */
typedef struct {
    uint32_t *at;
    int64_t n;
} doc_map;

static int load_docs(att_board *b, sqlite3 *db, doc_map *map)
{
    int rc = prepare(b, db, "SELECT document, doc, title, outlet, published, copy_of IS NOT NULL, (SELECT max(document) FROM documents)"
                               " FROM documents WHERE newest = 1 ORDER BY document");
    sqlite3_stmt *st = b->open;
    while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        if (!map->at) {
            map->n = sqlite3_column_int64(st, 6) + 1;
            map->at = att_new(&b->arena, uint32_t, (size_t)map->n);
        }
        att_sheet s = {.row = sqlite3_column_int64(st, 0), .published = att_column_day(st, 4), .copy = sqlite3_column_int(st, 5)};
        s.name = att_copy(&b->arena, att_column_text(st, 1));
        s.title = att_copy(&b->arena, att_column_text(st, 2));
        s.outlet = dict_put(&b->outlets, &b->arena, att_column_text(st, 3));
        *att_push(&b->arena, &b->docs) = s;
        map->at[s.row] = b->docs.n;
        rc = SQLITE_OK;
    }
    close_statement(b);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static void read_seat(att_board *b, sqlite3_stmt *st)
{
    static const char *const SIDES[] = {"actor", "recipient", "said_by"};
    att_seat s = {0};
    att_slice side = att_column_text(st, 1), name = att_column_text(st, 2), code = att_column_text(st, 3);
    for (uint8_t i = 0; i < ATT_PART_COUNT; i++)
        if (att_is(side, SIDES[i])) s.part = i;
    s.entity = dict_put(&b->entities, &b->arena, name);
    s.party = dict_put(&b->parties, &b->arena, code.len ? code : name);
    s.coded = code.len > 0;
    s.sector = dict_put(&b->sectors, &b->arena, att_column_text(st, 4));
    *att_push(&b->arena, &b->seats) = s;
}

/* The actors of one event; *ahead is the event of the row that st stands on, INT64_MAX at the end. */
static int load_seats(att_board *b, sqlite3_stmt *st, int64_t event, int64_t *ahead, att_fact *f)
{
    int rc = SQLITE_OK;
    f->seats = b->seats.n;
    while (*ahead <= event) {
        if (*ahead == event) read_seat(b, st);
        rc = sqlite3_step(st);
        *ahead = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : INT64_MAX;
        if (rc != SQLITE_ROW && rc != SQLITE_DONE) return rc;
    }
    f->seat_count = b->seats.n - f->seats;
    return SQLITE_OK;
}

/* 1 .. ATT_QUADS */
static const char *quad_name(int quad)
{
    static const char *const QUADS[] = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"};
    return QUADS[quad - 1];
}

static att_fact read_fact(att_board *b, sqlite3_stmt *st)
{
    static const int AT[ATT_ONE_COUNT] = {4, 5, 6, 7, 8, 9};
    att_fact f = {.row = sqlite3_column_int64(st, 0), .first = att_column_day(st, 2), .last = att_column_day(st, 3)};
    for (int i = 0; i < ATT_ONE_COUNT; i++) f.one[i] = dict_put(&b->one[i], &b->arena, att_column_text(st, AT[i]));
    for (int i = 1; i <= ATT_QUADS; i++)
        if (att_is(att_column_text(st, AT[ATT_ONE_QUAD]), quad_name(i))) f.quad = (uint8_t)i;
    f.score = (float)sqlite3_column_double(st, 10);
    f.goldstein = (float)sqlite3_column_double(st, 11);
    f.has_point = sqlite3_column_type(st, 12) != SQLITE_NULL && sqlite3_column_type(st, 13) != SQLITE_NULL;
    f.lat = (float)sqlite3_column_double(st, 12);
    f.lon = (float)sqlite3_column_double(st, 13);
    return f;
}

static int by_row(const void *a, const void *b)
{
    const att_fact *x = a, *y = b;
    return (x->row > y->row) - (x->row < y->row);
}

/* By number; so they are already, unless records were made anew. */
static int load_facts(att_board *b, sqlite3 *db, const doc_map *map)
{
    bool sorted = true;
    int rc = prepare(b, db, "SELECT event, document, date_first, date_last, type, " ATT_SQL_TOLD ", quad, mode, place, country, score, goldstein, lat, lon"
                               " FROM events WHERE same_as IS NULL ORDER BY document, event");
    while (rc == SQLITE_OK && (rc = sqlite3_step(b->open)) == SQLITE_ROW) {
        int64_t document = sqlite3_column_int64(b->open, 1);
        rc = SQLITE_OK;
        if (document < 0 || document >= map->n || map->at[document] == 0) continue;
        att_fact f = read_fact(b, b->open);
        f.doc = map->at[document] - 1;
        f.copy = b->docs.at[f.doc].copy;
        sorted &= b->facts.n == 0 || b->facts.at[b->facts.n - 1].row < f.row;
        *att_push(&b->arena, &b->facts) = f;
    }
    close_statement(b);
    if (!sorted && b->facts.n) qsort(b->facts.at, b->facts.n, sizeof *b->facts.at, by_row);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int load_actors(att_board *b, sqlite3 *db)
{
    int64_t ahead = INT64_MIN;
    int rc = prepare(b, db, "SELECT event, side, coalesce(name, text), code, sector FROM event_actors ORDER BY event");
    for (uint32_t i = 0; i < b->facts.n && rc == SQLITE_OK; i++) rc = load_seats(b, b->open, b->facts.at[i].row, &ahead, &b->facts.at[i]);
    close_statement(b);
    return rc;
}

/* How many outlets tell the happening of each event. */
static int load_sources(att_board *b, sqlite3 *db)
{
    int rc = prepare(b, db, "SELECT e.event, h.sources FROM happenings h JOIN events e ON e.happening = h.happening");
    while (rc == SQLITE_OK && b->facts.n && (rc = sqlite3_step(b->open)) == SQLITE_ROW) {
        att_fact key = {.row = sqlite3_column_int64(b->open, 0)}, *f = bsearch(&key, b->facts.at, b->facts.n, sizeof key, by_row);
        if (f) f->sources = (uint32_t)sqlite3_column_int64(b->open, 1);
        rc = SQLITE_OK;
    }
    close_statement(b);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* Of newest versions. */
static int count_statements(att_board *b, sqlite3 *db, const doc_map *map)
{
    int rc = prepare(b, db, "SELECT document, count(*) FROM statements GROUP BY document");
    while (rc == SQLITE_OK && (rc = sqlite3_step(b->open)) == SQLITE_ROW) {
        int64_t document = sqlite3_column_int64(b->open, 0);
        if (document >= 0 && document < map->n && map->at[document]) b->statements += (uint64_t)sqlite3_column_int64(b->open, 1);
        rc = SQLITE_OK;
    }
    close_statement(b);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* "20,000 men" are men of nobody, or of a country if that is known: what is only the words of the number itself is no owner. */
static att_slice owner(sqlite3_stmt *st, att_slice unit)
{
    att_slice name = att_column_text(st, 3), text = att_column_text(st, 11);
    if (name.len || text.len < unit.len) return name.len ? name : text;
    bool itself = unit.len && att_eq_nocase(att_sub(text, text.len - unit.len, text.len), unit);
    return itself ? att_column_text(st, 4) : text;
}

static void read_amount(att_board *b, sqlite3_stmt *st, uint32_t doc)
{
    att_slice name = owner(st, att_column_text(st, 2)), code = att_column_text(st, 4);
    bool low = sqlite3_column_type(st, 9) != SQLITE_NULL, high = sqlite3_column_type(st, 10) != SQLITE_NULL;
    att_amount a = {.row = sqlite3_column_int64(st, 0), .doc = doc, .first = att_column_day(st, 7), .last = att_column_day(st, 8), .known = low || high};
    a.low = sqlite3_column_double(st, low ? 9 : 10);
    a.high = sqlite3_column_double(st, high ? 10 : 9);
    a.unit = dict_put(&b->units, &b->arena, att_column_text(st, 2));
    a.of = (att_seat){.entity = dict_put(&b->entities, &b->arena, name), .coded = code.len > 0};
    a.of.party = dict_put(&b->parties, &b->arena, code.len ? code : name);
    a.of.sector = dict_put(&b->sectors, &b->arena, att_column_text(st, 5));
    a.place = dict_put(&b->one[ATT_ONE_PLACE], &b->arena, att_column_text(st, 6));
    *att_push(&b->arena, &b->amounts) = a;
}

static int load_amounts(att_board *b, sqlite3 *db, const doc_map *map)
{
    int rc = prepare(b, db, "SELECT figure, document, unit, of_name, of_code, of_sector, place, as_of_first, as_of_last, low, high, of_text"
                               " FROM figures ORDER BY document, figure");
    while (rc == SQLITE_OK && (rc = sqlite3_step(b->open)) == SQLITE_ROW) {
        int64_t document = sqlite3_column_int64(b->open, 1);
        rc = SQLITE_OK;
        if (document >= 0 && document < map->n && map->at[document]) read_amount(b, b->open, map->at[document] - 1);
    }
    close_statement(b);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int by_day(const void *a, const void *b)
{
    const att_fact *x = a, *y = b;
    bool nx = x->first == ATT_NO_DAY, ny = y->first == ATT_NO_DAY;
    if (nx != ny) return nx ? 1 : -1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* An entity may come with different codes; the first that it was seen with counts. */
static void settle_seat(att_board *b, const att_seat *s)
{
    if (b->entity_party[s->entity] == 0) b->entity_party[s->entity] = s->party;
    b->coded[s->party] |= s->coded;
}

static void settle(att_board *b)
{
    b->entity_party = att_new(&b->arena, uint32_t, b->entities.names.n + 1);
    b->coded = att_new(&b->arena, bool, b->parties.names.n + 1);
    for (uint32_t i = 0; i < b->seats.n; i++) settle_seat(b, &b->seats.at[i]);
    for (uint32_t i = 0; i < b->amounts.n; i++) settle_seat(b, &b->amounts.at[i].of);
    b->first = b->last = ATT_NO_DAY;
    if (b->facts.n) qsort(b->facts.at, b->facts.n, sizeof *b->facts.at, by_day);
    for (uint32_t i = 0; i < b->facts.n && b->facts.at[i].first != ATT_NO_DAY; i++) {
        const att_fact *f = &b->facts.at[i];
        if (b->first == ATT_NO_DAY) b->first = f->first;
        if (b->last == ATT_NO_DAY || f->last > b->last) b->last = f->last;
    }
}

static int load(att_board *b, sqlite3 *db)
{
    doc_map map = {0};
    att_dict *dicts[] = {&b->entities, &b->parties, &b->sectors, &b->outlets, &b->units};
    for (int i = 0; i < 5; i++) dict_put(dicts[i], &b->arena, (att_slice){0});
    for (int i = 0; i < ATT_ONE_COUNT; i++) dict_put(&b->one[i], &b->arena, (att_slice){0});
    int rc = load_docs(b, db, &map);
    if (rc == SQLITE_OK) rc = load_facts(b, db, &map);
    if (rc == SQLITE_OK) rc = load_actors(b, db);
    if (rc == SQLITE_OK) rc = load_sources(b, db);
    if (rc == SQLITE_OK) rc = count_statements(b, db, &map);
    if (rc == SQLITE_OK) rc = load_amounts(b, db, &map);
    if (rc == SQLITE_OK) settle(b);
    return rc;
}

/* All in one read transaction, so that a writer in between is seen wholly or not at all. */
int att_board_load(att_board **out, sqlite3 *db)
{
    jmp_buf oom;
    *out = NULL;
    att_board *b = calloc(1, sizeof *b);
    if (!b) return SQLITE_NOMEM;
    att_arena_init(&b->arena, BOARD_BYTES);
    b->arena.oom = &oom;
    volatile int rc = SQLITE_NOMEM;
    if (setjmp(oom) == 0) {
        rc = sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
        if (rc == SQLITE_OK) rc = load(b, db);
    }
    close_statement(b);
    sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    b->arena.oom = NULL;
    if (rc == SQLITE_OK)
        *out = b;
    else
        att_board_free(b);
    return rc;
}

void att_board_free(att_board *b)
{
    if (!b) return;
    att_arena_release(&b->arena);
    free(b);
}

att_slice att_party_label(const att_board *b, uint32_t party) { return att_code_label(b->parties.names.at[party]); }

att_slice att_code_label(att_slice code)
{
    if (att_starts(code, "IGO:")) return att_sub(code, 4, code.len);
    if (code.len != 3) return code;
    att_lex lex;
    att_lex_open(&lex, "countries", att_data("actors/countries.txt"), ATT_COUNTRY_FIELDS);
    while (att_lex_next(&lex))
        if (att_eq(lex.fields[0], code)) return lex.fields[1];
    return code;
}
