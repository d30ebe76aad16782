#include "export.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nlp/parser_tree.h"
#include "sections.h"

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* All tables of the file share a unit, since they are summed and set side by side as integers. One in 2000 values may be cut. */
static float table_scale(const vocabulary *v, const encoder *const e[2])
{
    size_t n = (size_t)v->n * WORD_DIM, k = 0;
    for (int i = 0; i < 2; i++) n += (size_t)v->own * WORD_DIM + (size_t)e[i]->sub.rows * e[i]->sub.cols;
    float *all = malloc(n * sizeof *all);
    for (size_t i = 0; i < (size_t)v->n * WORD_DIM; i++)
        if (v->fixed[i] != 0) all[k++] = fabsf(v->fixed[i]);
    for (int j = 0; j < 2; j++) {
        for (size_t i = 0; i < (size_t)v->own * WORD_DIM; i++) all[k++] = fabsf(e[j]->word.v[i]);
        for (size_t i = 0; i < (size_t)e[j]->sub.rows * e[j]->sub.cols; i++) all[k++] = fabsf(e[j]->sub.v[i]);
    }
    qsort(all, k, sizeof *all, by_size);
    float top = all[(size_t)((double)(k - 1) * 0.9995)];
    free(all);
    return top / 127;
}

static int by_tag(const void *a, const void *b)
{
    const att_file_tag *x = a, *y = b;
    uint64_t i = (uint64_t)x->upos << 32 | (uint32_t)x->xpos << 16 | x->feats;
    uint64_t j = (uint64_t)y->upos << 32 | (uint32_t)y->xpos << 16 | y->feats;
    return (i > j) - (i < j);
}

static void add_lists(sections *f, const trained *t)
{
    const bank_lists *l = t->lists;
    for (int k = 0; k < 2; k++) {
        uint32_t n = k ? l->feats.n : l->xpos.n;
        const att_slice *v = k ? l->feats.at : l->xpos.at;
        size_t bytes = 0;
        for (uint32_t i = 0; i < n; i++) bytes += v[i].len + 1;
        char *p = sections_bytes(f, "", k ? "feats" : "xpos", bytes);
        for (uint32_t i = 0; i < n; i++) memcpy(p, v[i].ptr, v[i].len), p += v[i].len + 1;
    }
    att_file_tag *tags = sections_bytes(f, "", "tags", l->tags.n * sizeof *tags);
    for (uint32_t i = 0; i < l->tags.n; i++)
        tags[i] = (att_file_tag){l->tags.at[i].upos, l->tags.at[i].xpos, l->tags.at[i].feats, 0};
    qsort(tags, l->tags.n, sizeof *tags, by_tag);
    size_t bytes = 0;
    for (uint32_t i = 0; i < t->note_count; i++) bytes += strlen(t->notes[i].key) + strlen(t->notes[i].value) + 2;
    char *p = sections_bytes(f, "", "notes", bytes);
    for (uint32_t i = 0; i < t->note_count; i++) {
        p = stpcpy(p, t->notes[i].key) + 1;
        p = stpcpy(p, t->notes[i].value) + 1;
    }
}

static uint32_t slots_for(uint32_t n)
{
    uint32_t cap = 64;
    while (cap < n * 3 / 2) cap *= 2;
    return cap;
}

static void add_hashes(sections *f, const trained *t)
{
    const wordmap *w = &t->voc->map, *m = &t->lemmas->table;
    uint32_t cap = slots_for(w->n), at;
    att_file_word *words = sections_bytes(f, "", "words", cap * sizeof *words);
    for (uint32_t i = 0; i < w->cap; i++) {
        if (!w->key[i]) continue;
        for (at = (uint32_t)w->key[i] & (cap - 1); words[at].row; at = (at + 1) & (cap - 1)) {}
        words[at] = (att_file_word){(uint32_t)(w->key[i] >> 32), w->val[i]};
    }
    cap = slots_for(m->n);
    att_file_lemma *slots = sections_bytes(f, "", "lemma.slots", cap * sizeof *slots);
    memset(slots, 0xFF, cap * sizeof *slots);
    for (uint32_t i = 0; i < m->cap; i++) {
        if (!m->key[i]) continue;
        for (at = (uint32_t)m->key[i] & (cap - 1); slots[at].rule != ATT_NO_RULE; at = (at + 1) & (cap - 1)) {}
        slots[at] = (att_file_lemma){(uint32_t)(m->key[i] >> 32), m->val[i] - 1};
    }
    const lemma_model *l = t->lemmas;
    memcpy(sections_bytes(f, "", "lemma.rules", l->rules.n * sizeof *l->rules.at), l->rules.at, l->rules.n * sizeof *l->rules.at);
    memcpy(sections_bytes(f, "", "lemma.text", l->text_len), l->text, l->text_len);
}

static void write_file(sections *f, const char *path)
{
    size_t len;
    unsigned char *all = sections_finish(f, &len);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(all, 1, len, out) != len || fclose(out)) {
        perror(path);
        exit(1);
    }
    free(all);
}

void export_model(const trained *t, const char *path)
{
    sections *f = mat_alloc(1, sizeof *f);
    add_lists(f, t);
    add_hashes(f, t);
    float mid = 2047 / t->range.tag_middle, arc = 2047 / t->range.arc, lab = 2047 / t->range.label_middle;
    const encoder *const both[2] = {&t->tag->enc, &t->parse->enc};
    float unit = table_scale(t->voc, both);
    sections_table(f, "", "vectors", t->voc->fixed, t->voc->n, WORD_DIM, unit);
    sections_encoder(f, "tag", both[0], unit);
    sections_dense(f, "tag", "h", &t->tag->from_h, ATT_UNIT_H, 1);
    sections_dense(f, "tag", "x", &t->tag->from_x, 1 / unit, 0);
    sections_dense(f, "tag", "out", &t->tag->out, mid, 1);
    const parsenet *p = t->parse;
    sections_encoder(f, "tree", both[1], unit);
    sections_dense(f, "tree", "dep", &p->dep, ATT_UNIT_H, 1);
    sections_dense(f, "tree", "head", &p->head, ATT_UNIT_H, 1);
    sections_floats(f, "tree", "root", p->root.v, 1, p->arc);
    sections_floats(f, "tree", "far", p->far.v, ATT_UPOS_COUNT, ATT_FAR_CLASSES);
    sections_dense(f, "tree", "ldep", &p->lab_dep, ATT_UNIT_H, 1);
    sections_dense(f, "tree", "lhead", &p->lab_head, ATT_UNIT_H, 0);
    sections_floats(f, "tree", "lroot", p->lab_root.v, 1, p->lab);
    sections_dense(f, "tree", "lout", &p->lab_out, lab, 1);
    sections_floats(f, "tree", "scale", &arc, 1, 1);
    write_file(f, path);
    free(f);
}
