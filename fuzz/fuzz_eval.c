/* Lines of JSON -> events that are compared, as gold and as system at once: a record against itself is right wherever it is complete. */
#include "fuzz.h"

#include <stdlib.h>

#include "export/eval.h"

static void compare(void *ctx)
{
    att_eval *e = ctx;
    att_eval_score s[ATT_EVAL_COUNT];
    att_eval_confusion c;
    const att_eval_error *errors;
    att_eval_scores(e, s);
    for (int i = 0; i < ATT_EVAL_COUNT; i++) {
        FUZZ_CHECK(s[i].f1 >= 0 && s[i].f1 <= 1 && s[i].low <= s[i].high);
        FUZZ_CHECK(s[i].n.right + s[i].n.excused <= s[i].n.system && s[i].n.matched <= s[i].n.gold);
    }
    att_eval_confuse(e, &c);
    uint32_t n = att_eval_errors(e, &errors);
    for (uint32_t i = 0; i < n; i++) FUZZ_CHECK(errors[i].gold || errors[i].system);
}

typedef struct {
    att_eval e;
    att_slice text;
} job;

static void work(void *ctx)
{
    job *j = ctx;
    att_slice rest = j->text, line;
    while (att_split(&rest, '\n', &line)) att_eval_line(&j->e, line, true);
    rest = j->text;
    while (att_split(&rest, '\n', &line)) att_eval_line(&j->e, line, false);
    compare(&j->e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 14) return 0;
    char *exact = fuzz_exact(data, size);
    att_arena keep, scratch;
    att_arena_init(&keep, 64 << 20);
    att_arena_init(&scratch, 1 << 20);
    job j = {.e = {.arena = &keep}, .text = {exact, (uint32_t)size}};
    fuzz_try(&keep, &scratch, work, &j);
    att_arena_release(&keep);
    att_arena_release(&scratch);
    free(exact);
    return 0;
}
