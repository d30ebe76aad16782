#include "nlp/names_int.h"

#include <math.h>
#include <stdlib.h>

static size_t body_bytes(void) { return (sizeof(att_names_class) << NAMES_SLOT_BITS) + ((size_t)NAMES_STRIDE << NAMES_BITS); }

static const char *check(const att_mapped *f)
{
    att_names_head h;
    size_t body = body_bytes();
    if (f->len < sizeof h) return "is no model of names, or is cut off";
    memcpy(&h, f->ptr, sizeof h);
    if (memcmp(h.magic, "ATTNAMES", 8) != 0) return "is no model of names";
    if (h.format != NAMES_FORMAT || h.bits != NAMES_BITS || h.tags != NAMES_TAGS || h.slot_bits != NAMES_SLOT_BITS)
        return "is a model of names of another version";
    if (f->len < sizeof h + body) return "is cut off";
    if (att_hash((att_slice){(const char *)f->ptr + sizeof h, (uint32_t)body}) != h.checksum) return "is damaged (checksum)";
    /* the head has no checksum: numbers that can't be are refused, so that no score becomes NaN */
    bool sane = isfinite(h.scale) && fabsf(h.scale) < 1e3f && isfinite(h.net_share) && fabsf(h.net_share) < 1e3f && h.note[sizeof h.note - 1] == 0;
    for (int a = 0; a < NAMES_TAGS; a++)
        for (int b = 0; b < NAMES_STRIDE; b++) sane = sane && isfinite(h.step.at[a][b]) && fabsf(h.step.at[a][b]) < 1e6f;
    return sane ? NULL : "is damaged (head)";
}

/* The dictionaries. Separate from open, so that no local lives across setjmp. */
static att_err load_words(att_names_model *m)
{
    jmp_buf oom;
    if (setjmp(oom)) return (att_err){ATT_E_NOMEM, ATT_STAGE_NLP, 0, 0, "not enough memory for the names"};
    m->arena.oom = &oom;
    att_names_words_open(&m->words, &m->arena);
    m->arena.oom = NULL;
    return ATT_FINE;
}

att_err att_names_open(att_names_model **out, const char *path)
{
    *out = NULL;
    att_names_model *m = calloc(1, sizeof *m);
    if (!m) return (att_err){ATT_E_NOMEM, ATT_STAGE_NLP, 0, 0, "out of memory"};
    att_arena_init(&m->arena, (size_t)64 << 20);
    att_err e = att_map_file(&m->file, path, 64 << 20);
    const char *bad = att_failed(e) ? NULL : check(&m->file);
    if (!bad && !att_failed(e)) bad = att_names_net_read(&m->net, m->file.ptr + sizeof(att_names_head) + body_bytes(), m->file.len - sizeof(att_names_head) - body_bytes());
    if (bad) e = (att_err){ATT_E_MODEL, ATT_STAGE_NLP, 0, 0, bad};
    if (!att_failed(e)) e = load_words(m);
    if (att_failed(e)) {
        att_names_close(m);
        return e;
    }
    const att_names_head *h = (const void *)m->file.ptr;
    m->classes = (const void *)(m->file.ptr + sizeof *h);
    m->weights = (const int8_t *)(m->classes + ((size_t)1 << NAMES_SLOT_BITS));
    m->scale = h->scale;
    m->net_share = h->net_share;
    m->step = h->step;
    *out = m;
    return ATT_FINE;
}

void att_names_close(att_names_model *m)
{
    if (!m) return;
    att_unmap_file(&m->file);
    att_arena_release(&m->arena);
    free(m);
}

att_slice att_names_note(const att_names_model *m) { return att_slice_of(((const att_names_head *)(const void *)m->file.ptr)->note); }
