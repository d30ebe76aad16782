/* A factuality model -> refused with a reason, or usable whatever it holds. Two forms of input: a whole file; or 'P' and then pairs of four
 * bytes, offset and value, that are written into the real model. The checksum is put right, so that the other checks are reached. */
#include "fuzz.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mapfile.h"
#include "nlp/embedding.h"
#include "nlp/factuality_int.h"
#include "text/text.h"

#define LANGUAGE_MODEL ATT_SOURCE_DIR "/models/english.attm"
#define FACTUALITY_MODEL ATT_SOURCE_DIR "/models/factuality.attm"

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
    att_embeds embeds;
    const att_model *language;
    const att_factuality_model *model;
} job;

static const char TEXT[] = "If they fail, nobody will know that I refused to sign it. Did you?";

static void stages(void *ctx)
{
    job *j = ctx;
    att_doc_init(&j->doc, &j->keep, &j->scratch, ATT_LIT(TEXT));
    att_article a = {.id = ATT_LIT("fuzz"), .text = ATT_LIT(TEXT), .meta = {.published = ATT_NO_DAY}};
    att_paras_find(&j->doc, &a, ATT_NO_DAY);
    att_tokenize(&j->doc);
    att_tag(j->language, &j->doc);
    att_parse_trees(j->language, &j->doc);
    att_clauses_find(j->language, &j->doc);
    att_nominals_find(&j->doc);
    att_embeds_load(&j->embeds, &j->keep);
    const att_factuality_way way = {j->language, &j->embeds, j->model};
    att_factuality_find(&way, &j->doc);
}

static void use(const att_factuality_model *model)
{
    static att_model *language; /* opened once: it is large, and not what is tested */
    if (!language && att_failed(att_model_open(&language, LANGUAGE_MODEL))) return;
    job j = {.language = language, .model = model};
    att_arena_init(&j.keep, (size_t)1 << 28);
    att_arena_init(&j.scratch, (size_t)1 << 28);
    FUZZ_CHECK(fuzz_try(&j.keep, &j.scratch, stages, &j));
    for (uint32_t t = 1; t < j.doc.toks.n; t++) {
        float v = 0;
        if (att_factuality_at(&j.doc, t, &v)) FUZZ_CHECK(isfinite(v) && v >= -3 && v <= 3);
    }
    att_arena_release(&j.keep);
    att_arena_release(&j.scratch);
}

static uint32_t number_at(const uint8_t *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

/* The real model with the changes that the input asks for; NULL without it. Half of them go to the head. */
static uint8_t *patched(const uint8_t *data, size_t size, size_t *len)
{
    att_mapped m;
    if (att_failed(att_map_file(&m, FACTUALITY_MODEL, 0)) || m.len < sizeof(att_fact_head)) return NULL;
    uint8_t *p = malloc(m.len);
    FUZZ_CHECK(p != NULL);
    memcpy(p, m.ptr, *len = m.len);
    att_unmap_file(&m);
    for (size_t i = 1; i + 8 <= size; i += 8) {
        uint32_t at = number_at(data + i), value = number_at(data + i + 4);
        at = (at & 1 ? at >> 1 : (at >> 1) % (uint32_t)sizeof(att_fact_head)) % (uint32_t)(*len - 4);
        memcpy(p + at, &value, 4);
    }
    return p;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t len = size, from = offsetof(att_fact_head, scale);
    uint8_t *file = size && data[0] == 'P' ? patched(data, size, &len) : (uint8_t *)fuzz_exact(data, size);
    if (!file) return 0;
    if (len >= sizeof(att_fact_head)) {
        uint64_t sum = att_hash((att_slice){(const char *)file + from, (uint32_t)(len - from)});
        memcpy(file + offsetof(att_fact_head, checksum), &sum, sizeof sum);
    }
    const char *path = fuzz_file(file, len);
    free(file);
    att_factuality_model *model = NULL;
    att_err e = att_factuality_open(&model, path);
    FUZZ_CHECK(att_failed(e) ? model == NULL && e.msg != NULL : model != NULL);
    if (model) use(model);
    att_factuality_close(model);
    return 0;
}
