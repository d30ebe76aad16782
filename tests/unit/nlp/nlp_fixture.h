/* nlp_fixture.h: documents for the tests of nlp/, made from words separated by spaces. */
#ifndef ATT_TEST_NLP_FIXTURE_H
#define ATT_TEST_NLP_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/conllu.h"

#define MODEL_PATH ATT_SOURCE_DIR "/models/english.attm"

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
} fixture;

static inline void fixture_open(fixture *f)
{
    att_arena_init(&f->keep, (size_t)256 << 20);
    att_arena_init(&f->scratch, (size_t)256 << 20);
    att_doc_init(&f->doc, &f->keep, &f->scratch, (att_slice){0});
}

static inline void fixture_close(fixture *f)
{
    att_arena_release(&f->keep);
    att_arena_release(&f->scratch);
}

/* One sentence a line, words apart. */
static inline void fixture_text(fixture *f, const char *sentences)
{
    att_buf b = {0};
    att_slice line, word, rest = att_slice_of(sentences);
    while (att_split(&rest, '\n', &line)) {
        uint32_t n = 0;
        while (att_split(&line, ' ', &word)) {
            if (word.len == 0) continue;
            att_putf(&b, "%u\t", ++n);
            att_put_slice(&b, word);
            att_put_z(&b, "\t_\t_\t_\t_\t_\t_\t_\t_\n");
        }
        att_put_char(&b, '\n');
    }
    att_slice file = att_copy(&f->keep, (att_slice){b.ptr, (uint32_t)b.len});
    att_buf_release(&b);
    att_err e = att_conllu_read(&f->doc, file, NULL);
    assert_int_equal(e.code, ATT_OK);
}

static inline att_model *open_model(void)
{
    att_model *m = NULL;
    att_err e = att_model_open(&m, MODEL_PATH);
    if (att_failed(e)) fail_msg("%s: %s", MODEL_PATH, e.msg);
    return m;
}

#endif
