#include "event/relate_model.h"

#include <math.h>
#include <stdlib.h>

#include "base/mapfile.h"

struct att_relate_model {
    att_mapped file;
    const int8_t *weights;
    float scale;
};

static const char *check(const att_mapped *f)
{
    att_relate_head h;
    size_t body = ((size_t)1 << ATT_RELATE_BITS) * ATT_RELATE_CLASSES;
    if (f->len != sizeof h + body) return "is no relation model, or is cut off";
    memcpy(&h, f->ptr, sizeof h);
    if (memcmp(h.magic, "ATTRELAT", 8) != 0) return "is no relation model";
    if (h.format != 1 || h.bits != ATT_RELATE_BITS || h.classes != ATT_RELATE_CLASSES) return "is a relation model of another version";
    if (att_hash((att_slice){(const char *)f->ptr + sizeof h, (uint32_t)body}) != h.checksum) return "is damaged (checksum)";
    return NULL;
}

att_err att_relate_model_open(att_relate_model **out, const char *path)
{
    *out = NULL;
    att_relate_model *m = calloc(1, sizeof *m);
    if (!m) return (att_err){ATT_E_NOMEM, ATT_STAGE_EVENT, 0, 0, "out of memory"};
    att_err e = att_map_file(&m->file, path, 64 << 20);
    const char *bad = att_failed(e) ? NULL : check(&m->file);
    if (bad) e = (att_err){ATT_E_MODEL, ATT_STAGE_EVENT, 0, 0, bad};
    if (att_failed(e)) {
        att_relate_model_close(m);
        return e;
    }
    att_relate_head h;
    memcpy(&h, m->file.ptr, sizeof h);
    m->weights = (const int8_t *)m->file.ptr + sizeof h;
    m->scale = h.scale;
    *out = m;
    return ATT_FINE;
}

void att_relate_model_close(att_relate_model *m)
{
    if (!m) return;
    att_unmap_file(&m->file);
    free(m);
}

void att_relate_score(const att_relate_model *m, const uint32_t *f, uint32_t n, double prob[ATT_RELATE_CLASSES])
{
    int32_t sum[ATT_RELATE_CLASSES] = {0};
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) sum[c] += m->weights[(size_t)f[i] * ATT_RELATE_CLASSES + c];
    double top = -1e300, z = 0;
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) top = sum[c] * (double)m->scale > top ? sum[c] * (double)m->scale : top;
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) z += prob[c] = exp(sum[c] * (double)m->scale - top);
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) prob[c] /= z;
}
