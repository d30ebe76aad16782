/* Verb dictionaries of older coders -> frames: what is written is read back without a fault of form. */
#include "fuzz.h"

#include <stdlib.h>

#include "base/lexicon.h"
#include "event/frames.h"
#include "event/import_verbs.h"

typedef struct {
    att_arena *keep;
    att_slice text;
    att_buf out;
} job;

static void work(void *ctx)
{
    job *j = ctx;
    att_ontology o = {0};
    att_ontology_load(&o, j->keep, NULL);
    att_import_count n = att_import_verbs(j->keep, &o, j->text, &j->out);
    att_lex lex;
    uint32_t lines = 0;
    att_lex_open(&lex, "fuzz", (att_slice){j->out.ptr, (uint32_t)j->out.len}, 7);
    while (att_lex_next(&lex)) lines++;
    FUZZ_CHECK(j->out.failed || lines == n.written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 14) return 0;
    char *exact = fuzz_exact(data, size);
    att_arena keep, scratch;
    att_arena_init(&keep, 256 << 20);
    att_arena_init(&scratch, 1 << 20);
    job j = {.keep = &keep, .text = {exact, (uint32_t)size}};
    fuzz_try(&keep, &scratch, work, &j);
    att_buf_release(&j.out);
    att_arena_release(&keep);
    att_arena_release(&scratch);
    free(exact);
    return 0;
}
