/* A file of any format -> articles -> paragraphs and tokens. The first byte chooses the format (0 = guess). */
#include "fuzz.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "text/reader.h"

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
    const att_article *article;
} job;

static void stages(void *ctx)
{
    job *j = ctx;
    att_doc_init(&j->doc, &j->keep, &j->scratch, j->article->text);
    att_paras_find(&j->doc, j->article, ATT_NO_DAY);
    att_tokenize(&j->doc);
}

static void check_article(const att_article *a)
{
    FUZZ_CHECK(a->text.len > 0);
    FUZZ_CHECK(a->id.len > 0);
    FUZZ_CHECK(att_utf8_check(a->text) == a->text.len);
    for (uint32_t i = 0; a->paras && i < a->para_count; i++) {
        FUZZ_CHECK(a->paras[i].span.beg <= a->paras[i].span.end && a->paras[i].span.end <= a->text.len);
        FUZZ_CHECK(i == 0 || a->paras[i].span.beg >= a->paras[i - 1].span.end);
    }
    job j = {.article = a};
    att_arena_init(&j.keep, (size_t)1 << 30);
    att_arena_init(&j.scratch, (size_t)1 << 30);
    FUZZ_CHECK(fuzz_try(&j.keep, &j.scratch, stages, &j));
    fuzz_check_tokens(&j.doc);
    att_arena_release(&j.keep);
    att_arena_release(&j.scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 || size > 1 << 20) return 0;
    att_reader_options opt = {.format = (att_input)(data[0] % (ATT_INPUT_CSV + 1))};
    const char *path = fuzz_file(data + 1, size - 1);
    att_reader *r = NULL;
    att_err e = att_reader_open(&r, path, &opt);
    FUZZ_CHECK(!att_failed(e) || r == NULL);
    size_t n = 0;
    for (att_article a; r && att_reader_next(r, &a, &e); e = ATT_FINE) {
        FUZZ_CHECK(++n <= size + 1);
        if (att_failed(e))
            FUZZ_CHECK(e.msg != NULL);
        else
            check_article(&a);
    }
    att_reader_close(r);
    return 0;
}
