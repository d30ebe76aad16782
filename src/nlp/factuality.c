/* factuality.c: the learned model of factuality: linear over hashed features, for news and for talk, mixed with the rules. */
#include "nlp/factuality_int.h"

#include <math.h>
#include <stdlib.h>

#include "base/mapfile.h"

struct att_factuality_model {
    att_mapped file;
    att_fact_head head;
    const int8_t *rows;
};

enum { TABLE_BYTES = ATT_FACT_HEADS << ATT_FACT_BITS };

static bool sane(const float *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(v[i]) || fabsf(v[i]) > 1e4f) return false;
    return true;
}

static const char *check(const att_mapped *f, att_fact_head *h)
{
    if (f->len < sizeof *h) return "is no factuality model, or is cut off";
    memcpy(h, f->ptr, sizeof *h);
    if (memcmp(h->magic, "ATTFACTS", 8) != 0) return "is no factuality model";
    if (h->format != ATT_FACT_FORMAT || h->bits != ATT_FACT_BITS || h->heads != ATT_FACT_HEADS)
        return "is a factuality model of another version";
    if (f->len != sizeof *h + TABLE_BYTES) return "is cut off";
    uint64_t sum = att_hash((att_slice){(const char *)f->ptr + offsetof(att_fact_head, scale), (uint32_t)(f->len - offsetof(att_fact_head, scale))});
    if (sum != h->checksum) return "is damaged (checksum)";
    bool fine = sane(h->scale, ATT_FACT_HEADS) && sane(h->base, ATT_FACT_HEADS) && sane(h->mix[0], sizeof h->mix / sizeof(float));
    return fine ? NULL : "is damaged (numbers)";
}

att_err att_factuality_open(att_factuality_model **out, const char *path)
{
    *out = NULL;
    att_factuality_model *m = calloc(1, sizeof *m);
    if (!m) return (att_err){ATT_E_NOMEM, ATT_STAGE_NLP, 0, 0, "out of memory"};
    att_err e = att_map_file(&m->file, path, 64 << 20);
    const char *bad = att_failed(e) ? NULL : check(&m->file, &m->head);
    if (bad) e = (att_err){ATT_E_MODEL, ATT_STAGE_NLP, 0, 0, bad};
    if (att_failed(e)) {
        att_factuality_close(m);
        return e;
    }
    m->rows = (const int8_t *)m->file.ptr + sizeof m->head;
    *out = m;
    return ATT_FINE;
}

void att_factuality_close(att_factuality_model *m)
{
    if (!m) return;
    att_unmap_file(&m->file);
    free(m);
}

/* People who talk to each other say "I" and "you" a good deal more often than reporters do, quotations and all. Short texts count as
 * news until they have shown otherwise. */
static float talk_of(const att_doc *doc)
{
    static const char *const PERSONS[] = {"i", "you", "me", "my", "your", "we", "our", "us", NULL};
    enum { PRIOR = 150 };
    float persons = 0.01f * PRIOR, words = PRIOR;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (doc->toks.at[t].upos == ATT_PUNCT) continue;
        words++;
        if (doc->toks.at[t].upos == ATT_PRON && doc->toks.at[t].lower.len <= 4 && att_in(doc->toks.at[t].lower, PERSONS)) persons++;
    }
    float x = (persons / words - 0.03f) / 0.01f; /* 0 below 2 in a hundred words, 1 above 4 */
    return x < -1 ? 0 : x > 1 ? 1 : (x + 1) / 2;
}

att_factuality_view att_factuality_look(const att_factuality_way *way, const att_doc *doc)
{
    return (att_factuality_view){way, doc, way->model ? talk_of(doc) : 0};
}

static float clipped(float v) { return v < -3 ? -3 : v > 3 ? 3 : v; }

float att_factuality_of(const att_factuality_view *v, uint32_t tok)
{
    const att_factuality_model *m = v->way->model;
    float part[ATT_FACT_HEADS + 1] = {0}, y[ATT_FACT_HEADS] = {0};
    part[ATT_FACT_HEADS] = att_factuality_by_rule(v->way, v->doc, tok);
    if (!m) return part[ATT_FACT_HEADS];
    uint32_t f[ATT_FACT_FEATURES], n = att_factuality_features(v->way, v->doc, tok, part[ATT_FACT_HEADS], f);
    int32_t sum[ATT_FACT_HEADS] = {0};
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < ATT_FACT_HEADS; k++) sum[k] += m->rows[(size_t)f[i] * ATT_FACT_HEADS + k];
    for (uint32_t k = 0; k < ATT_FACT_HEADS; k++) part[k] = clipped(m->head.base[k] + (float)sum[k] * m->head.scale[k]);
    for (uint32_t k = 0; k < ATT_FACT_HEADS; k++)
        for (uint32_t i = 0; i <= ATT_FACT_HEADS; i++) y[k] += m->head.mix[k][i] * part[i];
    return clipped(y[ATT_FACT_NEWS] + (y[ATT_FACT_TALK] - y[ATT_FACT_NEWS]) * v->talk);
}

bool att_factuality_applies(const att_doc *doc, uint32_t tok)
{
    if (doc->tok_clause[tok]) return true;
    switch (doc->toks.at[tok].upos) {
    case ATT_VERB: case ATT_NOUN: case ATT_ADJ: case ATT_ADV: case ATT_PROPN: case ATT_NUM: case ATT_AUX: return true;
    default: return doc->toks.at[tok].deprel == ATT_DEP_ROOT; /* "That's it." */
    }
}

bool att_factuality_at(const att_doc *doc, uint32_t tok, float *value)
{
    if (!doc->factuality || tok >= doc->toks.n || doc->factuality[tok] == ATT_FACT_NONE) return false;
    *value = (float)doc->factuality[tok] / ATT_FACT_UNIT;
    return true;
}

void att_factuality_find(const att_factuality_way *way, att_doc *doc)
{
    att_factuality_view v = att_factuality_look(way, doc);
    doc->factuality = att_new(doc->keep, int8_t, doc->toks.n);
    for (uint32_t t = 0; t < doc->toks.n; t++)
        doc->factuality[t] = t && att_factuality_applies(doc, t) ? (int8_t)lrintf(att_factuality_of(&v, t) * ATT_FACT_UNIT) : ATT_FACT_NONE;
}
