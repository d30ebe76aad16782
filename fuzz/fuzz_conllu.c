/* CoNLL-U -> a document; written out and read again it is the same. */
#include "fuzz.h"

#include <stdlib.h>

#include "nlp/conllu.h"

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
    att_conllu_frame frame;
    att_slice file;
    att_err err;
} job;

static void read_it(void *ctx)
{
    job *j = ctx;
    att_doc_init(&j->doc, &j->keep, &j->scratch, (att_slice){0});
    j->err = att_conllu_read(&j->doc, j->file, &j->frame);
}

static void job_init(job *j, att_slice file)
{
    *j = (job){.file = file};
    att_arena_init(&j->keep, (size_t)1 << 30);
    att_arena_init(&j->scratch, (size_t)1 << 30);
    FUZZ_CHECK(fuzz_try(&j->keep, &j->scratch, read_it, j));
}

static void job_release(job *j)
{
    att_arena_release(&j->keep);
    att_arena_release(&j->scratch);
}

static void check_words(const att_doc *doc)
{
    uint32_t next = 1;
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        FUZZ_CHECK(doc->sents.at[s].tok_beg == next && doc->sents.at[s].tok_end >= next && doc->sents.at[s].tok_end <= doc->toks.n);
        for (; next < doc->sents.at[s].tok_end; next++) {
            att_span span = doc->toks.at[next].span;
            FUZZ_CHECK(span.beg <= span.end && span.end <= doc->text.len);
            FUZZ_CHECK(next < 2 || span.beg >= doc->toks.at[next - 1].span.beg);
        }
    }
    FUZZ_CHECK(next == doc->toks.n);
}

/* White space inside a form (a vertical tab) is written as a space. */
static bool same_text(att_slice a, att_slice b)
{
    if (a.len != b.len) return false;
    for (uint32_t i = 0; i < a.len; i++)
        if (a.ptr[i] != b.ptr[i] && !att_is_space((unsigned char)a.ptr[i])) return false;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 18) return 0;
    char *exact = fuzz_exact(data, size);
    job a, b;
    job_init(&a, (att_slice){exact, (uint32_t)size});
    if (!att_failed(a.err)) {
        check_words(&a.doc);
        att_buf out = {0};
        att_conllu_extra extra = {.frame = &a.frame};
        att_conllu_write(NULL, &a.doc, &extra, &out);
        FUZZ_CHECK(!out.failed);
        job_init(&b, (att_slice){out.ptr, (uint32_t)out.len});
        FUZZ_CHECK(!att_failed(b.err));
        FUZZ_CHECK(b.doc.toks.n == a.doc.toks.n);
        FUZZ_CHECK(same_text(a.doc.text, b.doc.text));
        for (uint32_t t = 1; t < a.doc.toks.n; t++)
            FUZZ_CHECK(a.doc.toks.at[t].span.beg == b.doc.toks.at[t].span.beg && a.doc.toks.at[t].span.end == b.doc.toks.at[t].span.end);
        att_buf_release(&out);
        job_release(&b);
    }
    job_release(&a);
    free(exact);
    return 0;
}
