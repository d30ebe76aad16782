/* Text of an article -> paragraphs, sentences, tokens. No model needed. */
#include "fuzz.h"

#include <stdlib.h>

#include "text/encoding.h"
#include "text/text.h"

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
    att_slice text;
} job;

static void stages(void *ctx)
{
    job *j = ctx;
    att_article a = {.id = ATT_LIT("fuzz"), .text = j->text, .meta = {.published = ATT_NO_DAY}};
    att_doc_init(&j->doc, &j->keep, &j->scratch, a.text);
    att_paras_find(&j->doc, &a, ATT_NO_DAY);
    att_tokenize(&j->doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 20) return 0;
    char *exact = fuzz_exact(data, size);
    att_buf decoded = {0};
    job j = {0};
    if (!att_failed(att_decode(&decoded, (att_slice){exact, (uint32_t)size}, (att_slice){0}, &j.text)) && !att_failed(att_text_check(j.text))) {
        att_arena_init(&j.keep, (size_t)1 << 30);
        att_arena_init(&j.scratch, (size_t)1 << 30);
        FUZZ_CHECK(fuzz_try(&j.keep, &j.scratch, stages, &j));
        fuzz_check_tokens(&j.doc);
        att_arena_release(&j.keep);
        att_arena_release(&j.scratch);
    }
    att_buf_release(&decoded);
    free(exact);
    return 0;
}
