/* store_differ.c: the numbers and days of a story's articles, compared (story/differ.h). */
#include <math.h>
#include <stdlib.h>

#include "figure/kin.h"
#include "store/differ.h"
#include "store/read.h"

enum { DIFFER_BYTES = 1 << 28, MOST = 2000 };

#define TOLL(name) "e." name "_low, e." name "_high"
/* The sentence names the day itself; else it is that of a sentence before, or of the report. */
#define TOLD_HERE "coalesce(json_extract(e.record, '$.date.span[0]') BETWEEN e.sentence_beg AND e.sentence_end, 0)"
/* A copy word for word says nothing of its own; one that was changed may say something else. */
#define OF_STORY "d.story = ?1 AND d.newest AND (d.copy_of IS NULL OR d.copy_kind <> 'exact')"

/* Columns in the order of `column`. */
static const char EVENTS[] =
    "SELECT e.document, d.doc, d.outlet, d.title, d.published, e.sentence, e.sentence_beg, e.place, e.country, e.date_first,"
    " e.event, coalesce(e.happening, 0), e.type, e.mode, e.status, e.date_first = e.date_last AND " TOLD_HERE ", " ATT_SQL_SIDE("e.event", "said_by", ", ") ","
    " " ATT_SQL_SIDE("e.event", "actor", ", ") ", " TOLL("killed") ", " TOLL("injured") ", " TOLL("detained") ", " TOLL("displaced")
    " FROM events e JOIN documents d USING (document) WHERE " OF_STORY " AND e.same_as IS NULL"
    " AND e.told IN ('occurred', 'ongoing', 'alleged') ORDER BY d.published IS NULL, d.published, e.document, e.event LIMIT ?2";
static const char FIGURES[] =
    "SELECT f.document, d.doc, d.outlet, d.title, d.published, f.sentence, f.sentence_beg, f.place, f.country, f.as_of_first,"
    " f.text, f.bound, f.low, f.high, f.unit, coalesce(f.of_name, f.of_code, ''), (SELECT group_concat(n, ', ') FROM (SELECT DISTINCT"
    " coalesce(json_extract(j.value, '$.name'), json_extract(j.value, '$.text')) AS n FROM json_each(f.record, '$.said_by') j))"
    " FROM figures f JOIN documents d USING (document) WHERE " OF_STORY " AND f.unit IS NOT NULL AND coalesce(f.low, f.high) IS NOT NULL"
    " ORDER BY d.published IS NULL, d.published, f.document, f.figure LIMIT ?2";
static const char PARTIES[] = "SELECT side = 'recipient', lower(name), code FROM event_actors WHERE event = ?1 AND side <> 'said_by' ORDER BY side, position";
static const char NUMBERS[] = "SELECT coalesce(low, high), coalesce(high, low) FROM figures WHERE document = ?1";
static const char WORDS[] = "SELECT text, bound, unit FROM figures WHERE document = ?1 AND sentence_beg = ?2 AND low = ?3 ORDER BY figure LIMIT 1";

enum column { DOCUMENT, DOC, OUTLET, TITLE, PUBLISHED, SENTENCE, SENTENCE_BEG, PLACE, COUNTRY, DAY, OWN };
static const char *const TOLLS[] = {"killed", "injured", "detained", "displaced"};
static const char *const TOLL_UNITS[] = {"dead", "wounded", "prisoners", "displaced"}; /* of data/figure/kin.txt: "the dead were 84" is a toll too */
/* Besides those that another number counts. */
static const char *const BESIDES[] = {"other", "others", "another", "additional", "further", NULL};
enum { TOLL_COUNT = 4, TOLL_AT = OWN + 8 };

typedef struct {
    att_stated stated;
    att_version_row version;
    att_slice whose;
} item;

typedef struct {
    sqlite3 *db;
    att_arena a;
    sqlite3_stmt *rows, *parties, *words, *numbers; /* of the query under way; ended by whoever catches a jump */
    ATT_VEC(item) items;
    const double *known; /* the numbers of the article that was read last */
    uint32_t known_count;
    int64_t known_of;
} finder;

static att_slice own(finder *x, sqlite3_stmt *st, int column)
{
    att_slice s = att_column_text(st, column);
    return s.len ? att_copy(&x->a, s) : (att_slice){0};
}

static uint64_t hash_of(att_slice s) { return s.len ? att_hash(s) : 0; }

static void read_numbers(finder *x, int64_t document)
{
    ATT_VEC(double) v = {0};
    if (x->known_of == document) return;
    sqlite3_bind_int64(x->numbers, 1, document);
    while (sqlite3_step(x->numbers) == SQLITE_ROW)
        for (int i = 0; i < 2; i++) *att_push(&x->a, &v) = sqlite3_column_double(x->numbers, i);
    sqlite3_reset(x->numbers);
    x->known = v.at;
    x->known_count = v.n;
    x->known_of = document;
}

static bool besides(att_slice text)
{
    att_slice word;
    while (att_split(&text, ' ', &word))
        if (att_in(word, BESIDES)) return true;
    return false;
}

/* What events and figures have in the same columns. */
static item common(finder *x)
{
    sqlite3_stmt *st = x->rows;
    item it = {0};
    it.version = (att_version_row){.document = sqlite3_column_int64(st, DOCUMENT), .doc = own(x, st, DOC), .outlet = own(x, st, OUTLET), .title = own(x, st, TITLE),
                                   .sentence = own(x, st, SENTENCE), .day = att_column_day(st, DAY), .published = att_column_day(st, PUBLISHED)};
    it.stated.telling = (att_telling){.place = own(x, st, PLACE), .country = own(x, st, COUNTRY), .sentence = it.version.sentence};
    it.stated.day = it.version.day;
    it.stated.published = it.version.published;
    it.stated.doc = (uint32_t)it.version.document;
    read_numbers(x, it.version.document);
    it.stated.numbers = x->known;
    it.stated.number_count = x->known_count;
    return it;
}

/* An open end where the words say so, and whether the number is a rough one. */
static void bound(item *it, att_slice bound)
{
    if (att_is(bound, "at least")) it->stated.high = INFINITY;
    if (att_is(bound, "at most")) it->stated.low = -INFINITY;
    it->stated.about = att_is(bound, "about");
    it->version.low = it->stated.low;
    it->version.high = it->stated.high;
}

static void read_parties(finder *x, att_telling *t, int64_t event)
{
    ATT_VEC(att_party) sides[2] = {{0}, {0}};
    sqlite3_bind_int64(x->parties, 1, event);
    while (sqlite3_step(x->parties) == SQLITE_ROW)
        *att_push(&x->a, &sides[sqlite3_column_int(x->parties, 0)]) =
            (att_party){.name = hash_of(att_column_text(x->parties, 1)), .code = hash_of(att_column_text(x->parties, 2))};
    sqlite3_reset(x->parties);
    t->actors = (att_parties){sides[0].at, sides[0].n};
    t->recipients = (att_parties){sides[1].at, sides[1].n};
}

static void add_toll(finder *x, const item *event, int64_t sentence_beg, int k)
{
    int at = TOLL_AT + 2 * k;
    if (sqlite3_column_type(x->rows, at) == SQLITE_NULL && sqlite3_column_type(x->rows, at + 1) == SQLITE_NULL) return;
    item it = *event;
    it.stated.kind = ATT_STATED_TOLL;
    it.stated.what = att_slice_of(TOLLS[k]);
    it.stated.unit = ATT_LIT("people");
    it.stated.low = sqlite3_column_type(x->rows, at) == SQLITE_NULL ? -INFINITY : sqlite3_column_double(x->rows, at);
    it.stated.high = sqlite3_column_type(x->rows, at + 1) == SQLITE_NULL ? INFINITY : sqlite3_column_double(x->rows, at + 1);
    sqlite3_bind_int64(x->words, 1, it.version.document);
    sqlite3_bind_int64(x->words, 2, sentence_beg);
    sqlite3_bind_double(x->words, 3, it.stated.low);
    if (sqlite3_step(x->words) == SQLITE_ROW) {
        it.version.text = own(x, x->words, 0);
        if (sqlite3_column_type(x->words, 2) != SQLITE_NULL) it.stated.unit = own(x, x->words, 2);
        bound(&it, att_column_text(x->words, 1));
    } else {
        it.version.text = it.stated.low == it.stated.high ? att_format(&x->a, "%.0f", it.stated.low) : att_format(&x->a, "%.0f to %.0f", it.stated.low, it.stated.high);
        bound(&it, (att_slice){0});
    }
    sqlite3_reset(x->words);
    if (!besides(it.version.text)) *att_push(&x->a, &x->items) = it;
}

static void add_event(finder *x)
{
    sqlite3_stmt *st = x->rows;
    char day[16];
    item it = common(x);
    att_telling *t = &it.stated.telling;
    read_parties(x, t, sqlite3_column_int64(st, OWN));
    it.stated.happening = sqlite3_column_int64(st, OWN + 1);
    t->type = own(x, st, OWN + 2);
    t->mode = own(x, st, OWN + 3);
    t->status = own(x, st, OWN + 4);
    bool exact = sqlite3_column_int(st, OWN + 5) != 0;
    it.version.said_by = own(x, st, OWN + 6);
    it.whose = own(x, st, OWN + 7);
    for (int k = 0; k < TOLL_COUNT; k++) add_toll(x, &it, sqlite3_column_int64(st, SENTENCE_BEG), k);
    if (!exact || it.stated.day == ATT_NO_DAY || t->actors.n == 0) return;
    it.stated.kind = ATT_STATED_DAY;
    it.stated.what = t->type;
    it.stated.low = it.stated.high = it.version.low = it.version.high = it.stated.day;
    it.version.text = att_format(&x->a, "%s", att_day_text(it.stated.day, day));
    *att_push(&x->a, &x->items) = it;
}

static void add_figure(finder *x)
{
    sqlite3_stmt *st = x->rows;
    item it = common(x);
    it.stated.kind = ATT_STATED_FIGURE;
    it.version.text = own(x, st, OWN);
    it.stated.low = sqlite3_column_type(st, OWN + 2) == SQLITE_NULL ? -INFINITY : sqlite3_column_double(st, OWN + 2);
    it.stated.high = sqlite3_column_type(st, OWN + 3) == SQLITE_NULL ? INFINITY : sqlite3_column_double(st, OWN + 3);
    it.stated.what = own(x, st, OWN + 4);
    it.whose = own(x, st, OWN + 5);
    it.stated.whose = hash_of(it.whose);
    it.version.said_by = own(x, st, OWN + 6);
    bound(&it, att_column_text(st, OWN + 1));
    for (int k = 0; k < TOLL_COUNT; k++) {
        if (!att_eq(att_unit_kin(it.stated.what), att_unit_kin(att_slice_of(TOLL_UNITS[k])))) continue;
        it.stated.kind = ATT_STATED_TOLL;
        it.stated.what = att_slice_of(TOLLS[k]);
        it.stated.unit = ATT_LIT("people");
        it.stated.whose = 0;
        break;
    }
    bool wanted = it.stated.kind == ATT_STATED_TOLL || it.whose.len;
    if (wanted && !besides(it.version.text)) *att_push(&x->a, &x->items) = it;
}

static int load(finder *x, const char *sql, int64_t story, void (*add)(finder *x))
{
    int rc = sqlite3_prepare_v2(x->db, sql, -1, &x->rows, NULL);
    if (rc == SQLITE_OK) sqlite3_bind_int64(x->rows, 1, story), sqlite3_bind_int(x->rows, 2, MOST);
    while (rc == SQLITE_OK && (rc = sqlite3_step(x->rows)) == SQLITE_ROW) {
        add(x);
        rc = SQLITE_OK;
    }
    sqlite3_finalize(x->rows);
    x->rows = NULL;
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* The members of a group; what an article says twice is there once, and so is a sentence that several have. */
static bool put_group(finder *x, const uint32_t *group, uint32_t first, bool (*row)(void *, const att_differ_row *), void *ctx)
{
    ATT_VEC(att_version_row) v = {0};
    const item *head = &x->items.at[first];
    att_slice whose = head->whose;
    for (uint32_t i = first; i < x->items.n; i++) {
        if (group[i] != first) continue;
        const item *it = &x->items.at[i];
        bool again = false;
        for (uint32_t k = 0; k < v.n && !again; k++) again = (v.at[k].document == it->version.document && v.at[k].low == it->version.low) || att_eq(v.at[k].sentence, it->version.sentence);
        if (!again) *att_push(&x->a, &v) = it->version;
        if (!whose.len) whose = it->whose;
    }
    att_differ_row r = {head->stated.kind, head->stated.what, whose, v.at, v.n};
    return row(ctx, &r);
}

static int walk(finder *x, int64_t story, bool (*row)(void *, const att_differ_row *), void *ctx)
{
    att_story_words words;
    int rc = sqlite3_prepare_v2(x->db, PARTIES, -1, &x->parties, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_prepare_v2(x->db, WORDS, -1, &x->words, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_prepare_v2(x->db, NUMBERS, -1, &x->numbers, NULL);
    if (rc == SQLITE_OK) rc = load(x, EVENTS, story, add_event);
    if (rc == SQLITE_OK) rc = load(x, FIGURES, story, add_figure);
    if (rc != SQLITE_OK || x->items.n < 2) return rc;
    att_story_words_open(&words, &x->a);
    att_stated *stated = att_new(&x->a, att_stated, x->items.n);
    uint32_t *group = att_new(&x->a, uint32_t, x->items.n);
    for (uint32_t i = 0; i < x->items.n; i++) stated[i] = x->items.at[i].stated;
    att_differ_find(&words, &x->a, stated, x->items.n, group);
    for (uint32_t i = 0; i < x->items.n; i++)
        if (group[i] == i && !put_group(x, group, i, row, ctx)) break;
    return SQLITE_OK;
}

/* Alone with the recovery point, so that no variable of others can be lost in it. */
static __attribute__((noinline)) int find(finder *x, int64_t story, bool (*row)(void *, const att_differ_row *), void *ctx)
{
    jmp_buf oom;
    if (setjmp(oom)) {
        x->a.oom = NULL;
        return SQLITE_NOMEM;
    }
    x->a.oom = &oom;
    int rc = walk(x, story, row, ctx);
    x->a.oom = NULL;
    return rc;
}

att_err att_store_differences(sqlite3 *db, int64_t story, bool (*row)(void *ctx, const att_differ_row *r), void *ctx)
{
    finder x = {.db = db};
    att_arena_init(&x.a, DIFFER_BYTES);
    int rc = find(&x, story, row, ctx);
    sqlite3_finalize(x.rows);
    sqlite3_finalize(x.parties);
    sqlite3_finalize(x.words);
    sqlite3_finalize(x.numbers);
    att_arena_release(&x.a);
    return att_store_error(rc);
}
