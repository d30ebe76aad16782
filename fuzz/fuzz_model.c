/* A model file -> refused with a reason, or usable whatever it holds. Two forms of input: a whole file; or 'P' and then pairs of four
 * bytes, offset and value, that are written into the real model. The checksum is put right, so that the other checks are reached. */
#include "fuzz.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mapfile.h"
#include "nlp/model_format.h"
#include "nlp/nlp.h"
#include "text/text.h"

#ifndef ATT_FUZZ_MODEL
#define ATT_FUZZ_MODEL ATT_SOURCE_DIR "/models/english.attm"
#endif

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
    const att_model *model;
} job;

static const char TEXT[] = "Russia and Ukraine agreed on Tuesday to hold talks, officials said. “We’ll see,” he added.";

static void stages(void *ctx)
{
    job *j = ctx;
    att_article a = {.id = ATT_LIT("fuzz"), .text = ATT_LIT(TEXT), .meta = {.published = ATT_NO_DAY}};
    att_doc_init(&j->doc, &j->keep, &j->scratch, a.text);
    att_paras_find(&j->doc, &a, ATT_NO_DAY);
    att_tokenize(&j->doc);
    att_tag(j->model, &j->doc);
    att_parse_trees(j->model, &j->doc);
    att_names_find(NULL, NULL, &j->doc);
    att_clauses_find(j->model, &j->doc);
}

static void use(const att_model *model)
{
    job j = {.model = model};
    att_arena_init(&j.keep, (size_t)1 << 30);
    att_arena_init(&j.scratch, (size_t)1 << 30);
    FUZZ_CHECK(fuzz_try(&j.keep, &j.scratch, stages, &j));
    fuzz_check_tokens(&j.doc);
    fuzz_check_trees(&j.doc);
    for (uint32_t t = 1; t < j.doc.toks.n; t++) {
        FUZZ_CHECK(att_xpos_name(model, j.doc.toks.at[t].xpos) != NULL);
        FUZZ_CHECK(att_feats_name(model, j.doc.toks.at[t].feats) != NULL);
    }
    (void)att_model_note(model, "trained_on");
    att_arena_release(&j.keep);
    att_arena_release(&j.scratch);
}

static uint32_t number_at(const uint8_t *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

/* The real model with the changes that the input asks for; NULL without it. Half of them go to the head, where the structure is. */
static uint8_t *patched(const uint8_t *data, size_t size, size_t *len)
{
    att_mapped m;
    if (att_failed(att_map_file(&m, ATT_FUZZ_MODEL, 0)) || m.len < 1 << 16) return NULL;
    uint8_t *p = malloc(m.len);
    FUZZ_CHECK(p != NULL);
    memcpy(p, m.ptr, *len = m.len);
    att_unmap_file(&m);
    for (size_t i = 1; i + 8 <= size; i += 8) {
        uint32_t at = number_at(data + i), value = number_at(data + i + 4);
        at = (at & 1 ? at >> 1 : (at >> 1) % (1 << 14)) % (uint32_t)(*len - 4);
        memcpy(p + at, &value, 4);
    }
    return p;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t len = size;
    uint8_t *file = size && data[0] == 'P' ? patched(data, size, &len) : (uint8_t *)fuzz_exact(data, size);
    if (!file) return 0;
    if (len >= sizeof(att_file_head)) {
        uint64_t sum = att_model_checksum(file, len);
        memcpy(file + offsetof(att_file_head, checksum), &sum, sizeof sum);
    }
    const char *path = fuzz_file(file, len);
    free(file);
    att_model *model = NULL;
    att_err e = att_model_open(&model, path);
    FUZZ_CHECK(att_failed(e) ? model == NULL && e.msg != NULL : model != NULL);
    if (model) use(model);
    if (model) att_model_close(model);
    return 0;
}
