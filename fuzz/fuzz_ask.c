/* An address -> an answer: "timeline?actor=RUS&from=2022". Every answer must be 200, or a refusal that says why: 500 would mean that
 * parameters made SQLite refuse a statement. */
#include "fuzz.h"

#include <stdlib.h>

#include "../tests/support/desk.h"

static sqlite3 *db;
static att_board *board;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    att_param at[ATT_MAX_PARAMS];
    att_arena arena;
    att_slice query = {(const char *)data, (uint32_t)size}, path;
    if (size > 4096 || memchr(data, 0, size)) return 0; /* libmicrohttpd gives strings */
    if (!db) {
        db = desk_open();
        if (att_board_load(&board, db) != SQLITE_OK) abort();
    }
    if (!att_split(&query, '?', &path)) return 0;
    att_answer run = att_answer_of(path);
    if (!run || att_is(path, "events.csv") || att_is(path, "events.jsonl")) return 0; /* these open the file again */
    att_arena_init(&arena, 64 << 20);
    att_ask q = {.db = db, .board = board, .arena = &arena, .params = desk_params(query, at), .store = "fuzz", .path = ""};
    int status = run(&q);
    if (status == 500 || q.out.failed) abort();
    att_buf_release(&q.out);
    att_arena_release(&arena);
    return 0;
}
