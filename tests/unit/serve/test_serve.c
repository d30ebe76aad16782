/* The filter, the board and the answers, against a store of four events. */
#include "support/cm.h"

#include "support/desk.h"

typedef struct {
    sqlite3 *db;
    att_board *board;
    att_arena arena;
} desk;

static desk *open_desk(void)
{
    desk *d = calloc(1, sizeof *d);
    d->db = desk_open();
    assert_int_equal(att_board_load(&d->board, d->db), SQLITE_OK);
    att_arena_init(&d->arena, 64 << 20);
    return d;
}

static void close_desk(desk *d)
{
    att_arena_release(&d->arena);
    att_board_free(d->board);
    sqlite3_close(d->db);
    free(d);
}

/* The events that a query means, as digits in the order of the board. */
static const char *meant(desk *d, const char *query, char out[16])
{
    att_param at[ATT_MAX_PARAMS];
    att_ask q = {.db = d->db, .board = d->board, .arena = &d->arena, .params = desk_params(att_slice_of(query), at)};
    att_filter f;
    int n = 0;
    assert_true(att_ask_filter(&q, &f));
    att_hits h = att_filter_hits(&f, &d->arena);
    for (uint32_t i = 0; i < h.n; i++) out[n++] = (char)('0' + d->board->facts.at[h.at[i]].row);
    out[n] = 0;
    return out;
}

static void filters(void **state)
{
    static const char *const CASES[][2] = {
        {"", "312"}, {"copies=1", "3142"}, {"actor=RUS", "31"}, {"actor=Russia", "1"}, {"actor=GOV", "312"}, {"actor=POL", ""}, {"recipient=POL", "1"},
        {"party=DEU", "32"}, {"said_by=USA", "1"}, {"actor=RUS&actor=USA", "312"}, {"actor=RUS&type=CONSULT", "3"}, {"type=CONSULT&status=planned", "2"},
        {"pair=RUS~DEU", "3"}, {"pair=DEU~RUS", "3"}, {"pair=RUS~RUS", ""}, {"pair=RUS", "312"}, {"place=Berlin", "3"}, {"outlet=Wire", "1"}, {"doc=2", "32"},
        {"from=2022-02-14", "31"}, {"from=2022-03", ""}, {"to=2022-02-10", "3"}, {"from=2022-03&undated=published", "2"}, {"date=none", "2"},
        {"q=gas", "1"}, {"q=met", "32"}, {"q=nothing", ""}, {"actor=%' OR 1=1 --", ""}, {"nonsense=1", "312"}, {"actor=", "312"}, {"from=when", "312"},
    };
    char got[16];
    (void)state;
    desk *d = open_desk();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) assert_string_equal(meant(d, CASES[i][0], got), CASES[i][1]);
    close_desk(d);
}

static void labels(void **state)
{
    (void)state;
    assert_true(att_is(att_code_label(ATT_LIT("RUS")), "Russia"));
    assert_true(att_is(att_code_label(ATT_LIT("IGO:NATO")), "NATO"));
    assert_true(att_is(att_code_label(ATT_LIT("rebels")), "rebels"));
    assert_true(att_is(att_code_label(ATT_LIT("XQZ")), "XQZ"));
}

static const char *words(const char *typed, att_buf *b)
{
    att_buf_clear(b);
    bool any = att_words_query(b, att_slice_of(typed));
    att_put_char(b, 0);
    return any ? b->ptr : "";
}

static void typed_words(void **state)
{
    att_buf b = {0};
    (void)state;
    assert_string_equal(words("gas pipeline", &b), "\"gas\" \"pipeline\"");
    assert_string_equal(words("\"no-fly zone\" now", &b), "\"no-fly zone\" \"now\"");
    assert_string_equal(words("an \"open quote", &b), "\"an\" \"open quote\"");
    assert_string_equal(words("NEAR( AND * ^ -", &b), "\"NEAR(\" \"AND\"");
    assert_string_equal(words("\"\" \" \" ;", &b), "");
    assert_string_equal(words("Zürich", &b), "\"Zürich\"");
    att_buf_release(&b);
}

static att_slice answer(desk *d, att_ask *q, const char *path, const char *query, int status)
{
    static att_param at[ATT_MAX_PARAMS];
    att_buf_clear(&q->out);
    *q = (att_ask){.db = d->db, .board = d->board, .arena = &d->arena, .params = desk_params(att_slice_of(query), at), .out = q->out, .store = "t", .path = ""};
    assert_int_equal(att_answer_of(att_slice_of(path))(q), status);
    return (att_slice){q->out.ptr, (uint32_t)q->out.len};
}

static bool holds(att_slice s, const char *part) { return att_find(s, att_slice_of(part), 0) < s.len; }

static void answers(void **state)
{
    att_ask q = {0};
    (void)state;
    desk *d = open_desk();
    assert_true(holds(answer(d, &q, "state", "", 200), "\"events\":3,\"copied_events\":1"));
    assert_true(holds(answer(d, &q, "timeline", "by=month", 200), "\"bins\":[[\"2022-02-01\",1,0,1,0,2,-2]]"));
    assert_true(holds(answer(d, &q, "timeline", "by=month&undated=published", 200), "[\"2022-03-01\",1,0,0,0,1,2]"));
    /* a condition does not count against its own values, but against all others */
    assert_true(holds(answer(d, &q, "facets", "type=THREATEN", 200), "\"type\":{\"values\":2,\"none\":0,\"top\":[[\"CONSULT\",\"CONSULT\",2],[\"THREATEN\",\"THREATEN\",1]]"));
    assert_true(holds(answer(d, &q, "facets", "type=THREATEN", 200), "\"actor\":{\"values\":1,\"none\":0,\"top\":[[\"RUS\",\"Russia\",1]]"));
    assert_true(holds(answer(d, &q, "actors", "", 200), "\"links\":[[0,2,0,1,-4],[0,1,1,0,2]]"));
    assert_true(holds(answer(d, &q, "actors", "level=name", 200), "\"key\":\"rebels\""));
    assert_true(holds(answer(d, &q, "actor", "key=RUS", 200), "\"did\":2,\"received\":0"));
    assert_true(holds(answer(d, &q, "actor", "key=Russia", 200), "\"key\":\"RUS\""));
    assert_true(holds(answer(d, &q, "actor", "key=Olaf Scholz", 200), "\"kind\":\"name\""));
    assert_true(holds(answer(d, &q, "actor", "key=nobody", 404), "\"error\""));
    assert_true(holds(answer(d, &q, "map", "", 200), "\"place\":\"Berlin\""));
    assert_true(holds(answer(d, &q, "quantities", "party=Russia", 200), "\"unit\":\"troops\""));
    assert_true(holds(answer(d, &q, "quantities", "from=2022-02-15&to=2022-02-15", 200), "\"unit\":\"troops\""));
    assert_false(holds(answer(d, &q, "quantities", "from=2022-02-16", 200), "\"unit\""));
    assert_true(holds(answer(d, &q, "search", "q=GAS", 200), "\"article_count\":2,\"statement_count\":1"));
    assert_null(att_answer_of(ATT_LIT("nothing")));
    att_buf_release(&q.out);
    close_desk(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(filters), TEST(labels), TEST(typed_words), TEST(answers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
