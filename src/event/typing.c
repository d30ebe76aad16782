#include "event/typing.h"

#include <math.h>
#include <stdlib.h>

#include "base/mapfile.h"

enum { IN = ATT_TYPING_IN, HIDDEN = ATT_TYPING_HIDDEN, TYPES = ATT_EVENT_TYPE_COUNT, MAX_BYTES = 16 << 20 };

struct att_typing_model {
    float w1[IN][HIDDEN], w2[HIDDEN][TYPES], b1[HIDDEN], b2[TYPES];
};

static const char *check(const att_mapped *f, att_typing_head *h)
{
    size_t body = (size_t)(IN * HIDDEN + HIDDEN * TYPES) * sizeof(int16_t) + (size_t)(HIDDEN + TYPES) * sizeof(float);
    if (f->len < sizeof *h) return "is no model of event types, or is cut off";
    memcpy(h, f->ptr, sizeof *h);
    if (memcmp(h->magic, "ATTTYPES", 8) != 0) return "is no model of event types";
    if (h->format != 1 || h->in != IN || h->hidden != HIDDEN || h->types != TYPES) return "is a model of event types of another version";
    if (f->len != sizeof *h + body) return "is cut off";
    if (att_hash((att_slice){(const char *)f->ptr + sizeof *h, (uint32_t)body}) != h->checksum) return "is damaged (checksum)";
    if (!isfinite(h->scale[0]) || !isfinite(h->scale[1])) return "is damaged";
    return NULL;
}

static const char *unpack(float *to, const char *from, size_t n, float scale)
{
    for (size_t i = 0; i < n; i++, from += sizeof(int16_t)) {
        int16_t v;
        memcpy(&v, from, sizeof v);
        to[i] = (float)v * scale;
    }
    return from;
}

att_err att_typing_open(att_typing_model **out, const char *path)
{
    att_mapped f;
    att_typing_head h;
    *out = NULL;
    att_err e = att_map_file(&f, path, MAX_BYTES);
    if (att_failed(e)) return e;
    const char *bad = check(&f, &h);
    att_typing_model *m = bad ? NULL : malloc(sizeof *m);
    if (bad) {
        e = (att_err){ATT_E_MODEL, ATT_STAGE_EVENT, 0, 0, bad};
    } else if (!m) {
        e = (att_err){ATT_E_NOMEM, ATT_STAGE_EVENT, 0, 0, "out of memory"};
    } else {
        const char *p = unpack(&m->w1[0][0], (const char *)f.ptr + sizeof h, (size_t)IN * HIDDEN, h.scale[0]);
        p = unpack(&m->w2[0][0], p, (size_t)HIDDEN * TYPES, h.scale[1]);
        memcpy(m->b1, p, sizeof m->b1);
        memcpy(m->b2, p + sizeof m->b1, sizeof m->b2);
        *out = m;
    }
    att_unmap_file(&f);
    return e;
}

void att_typing_close(att_typing_model *m) { free(m); }

void att_typing_score(const att_typing_model *m, const float x[IN], float prob[TYPES])
{
    float h[HIDDEN], top = -1e30f, sum = 0;
    memcpy(h, m->b1, sizeof h);
    for (uint32_t i = 0; i < IN; i++)
        if (x[i] < 0 || x[i] > 0) /* most are 0 */
            for (uint32_t k = 0; k < HIDDEN; k++) h[k] += x[i] * m->w1[i][k];
    memcpy(prob, m->b2, sizeof m->b2);
    for (uint32_t i = 0; i < HIDDEN; i++)
        for (uint32_t k = 0; k < TYPES && h[i] > 0; k++) prob[k] += h[i] * m->w2[i][k];
    for (uint32_t k = 0; k < TYPES; k++) top = prob[k] > top ? prob[k] : top;
    for (uint32_t k = 0; k < TYPES; k++) sum += prob[k] = expf(prob[k] - top);
    for (uint32_t k = 0; k < TYPES; k++) prob[k] /= sum;
}

bool att_typing_weak(const att_frame *f)
{
    if (f->pos != 'v' || f->particle_count || f->cond_count > 1) return false;
    return f->cond_count == 0 || f->conds[0].kind != ATT_COND_WORDS;
}
