#include "export.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nlp/model_format.h"
#include "nlp/parser_tree.h"

typedef struct {
    att_file_section at[ATT_MODEL_MAX_SECTIONS];
    unsigned char *data[ATT_MODEL_MAX_SECTIONS];
    uint32_t n;
} file;

static void *add(file *f, const char *net, const char *name, size_t bytes)
{
    att_file_section *s = &f->at[f->n];
    int len = snprintf(s->name, sizeof s->name, "%s%s%s", net, *net ? "." : "", name);
    if (len >= (int)sizeof s->name || f->n + 1 == ATT_MODEL_MAX_SECTIONS) abort();
    s->bytes = bytes;
    return f->data[f->n++] = mat_alloc(bytes + 1, 1);
}

static void *add_matrix(file *f, const char *net, const char *name, att_file_matrix head, size_t unit)
{
    unsigned char *p = add(f, net, name, sizeof head + unit * head.rows * head.cols);
    memcpy(p, &head, sizeof head);
    return p + sizeof head;
}

static void add_floats(file *f, const char *net, const char *name, const float *v, uint32_t rows, uint32_t cols)
{
    memcpy(add_matrix(f, net, name, (att_file_matrix){ATT_FILE_FLOAT, rows, cols, 1, 1, {0}}, 4), v, sizeof(float) * rows * cols);
}

/* Eleven bits each: with inputs of eleven bits and 1024 of them the sums stay within 32 bits. */
static void add_weights(file *f, const char *net, const char *name, const param *w, float in_scale)
{
    float top = 1e-6f;
    for (size_t i = 0; i < (size_t)w->rows * w->cols; i++) top = fmaxf(top, fabsf(w->v[i]));
    float scale = top / 1023;
    int16_t *q = add_matrix(f, net, name, (att_file_matrix){ATT_FILE_WEIGHTS, w->rows, w->cols, scale, in_scale, {0}}, 2);
    for (uint32_t o = 0; o < w->cols; o += ATT_PANEL)
        for (uint32_t k = 0; k < w->rows; k += 2)
            for (uint32_t j = 0; j < ATT_PANEL; j++)
                for (uint32_t i = 0; i < 2; i++) *q++ = (int16_t)lrintf(w->v[(size_t)(k + i) * w->cols + o + j] / scale);
}

static void add_dense(file *f, const char *net, const char *name, const dense *d, float in_scale, int bias)
{
    char b[16];
    snprintf(b, sizeof b, "%s.b", name);
    add_weights(f, net, name, &d->w, in_scale);
    if (bias) add_floats(f, net, b, d->b.v, 1, d->out);
}

static void add_table(file *f, const char *net, const char *name, const float *v, uint32_t rows, uint32_t cols, float scale)
{
    int8_t *q = add_matrix(f, net, name, (att_file_matrix){ATT_FILE_INT8, rows, cols, scale, 0, {0}}, 1);
    for (size_t i = 0; i < (size_t)rows * cols; i++) q[i] = (int8_t)lrintf(fminf(fmaxf(v[i] / scale, -127), 127));
}

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* All tables of one encoder share a unit, since their sums are the input of one layer. One in 2000 values may be cut. */
static float table_scale(const float *word, size_t n_word, const param *sub)
{
    size_t n = n_word + (size_t)sub->rows * sub->cols, k = 0;
    float *all = malloc(n * sizeof *all);
    for (size_t i = 0; i < n_word; i++)
        if (word[i] != 0) all[k++] = fabsf(word[i]);
    for (size_t i = 0; i < (size_t)sub->rows * sub->cols; i++) all[k++] = fabsf(sub->v[i]);
    qsort(all, k, sizeof *all, by_size);
    float top = all[(size_t)((double)(k - 1) * 0.9995)];
    free(all);
    return top / 127;
}

static void add_encoder(file *f, const char *net, const encoder *e)
{
    uint32_t V = e->voc->n;
    float *word = mat_alloc((size_t)V * WORD_DIM, sizeof *word);
    for (size_t i = 0; i < (size_t)V * WORD_DIM; i++) word[i] = e->voc->fixed[i] + e->word.v[i];
    float scale = table_scale(word, (size_t)V * WORD_DIM, &e->sub);
    add_table(f, net, "word", word, V, WORD_DIM, scale);
    free(word);
    add_table(f, net, "sub", e->sub.v, e->sub.rows, e->sub.cols, scale);
    if (e->shape.tag_dim) {
        add_table(f, net, "upos", e->upos.v, e->upos.rows, e->upos.cols, scale);
        add_table(f, net, "xpos", e->xpos.v, e->xpos.rows, e->xpos.cols, scale);
        add_table(f, net, "feats", e->feats.v, e->feats.rows, e->feats.cols, scale);
    }
    memcpy(add(f, net, "layers", 4), &e->shape.layers, 4);
    for (uint32_t i = 0; i < e->shape.layers; i++)
        for (int d = 0; d < 2; d++) {
            char x[8], h[8], b[8];
            snprintf(x, sizeof x, "%u%cx", i % 10, d ? 'b' : 'f');
            snprintf(b, sizeof b, "%u%cx.b", i % 10, d ? 'b' : 'f');
            snprintf(h, sizeof h, "%u%ch", i % 10, d ? 'b' : 'f');
            add_weights(f, net, x, &e->layer[i].wx[d], i ? ATT_UNIT_H : 1 / scale);
            add_weights(f, net, h, &e->layer[i].wh[d], ATT_UNIT_H);
            add_floats(f, net, b, e->layer[i].b[d].v, 1, 3 * e->layer[i].hidden);
        }
}

static int by_tag(const void *a, const void *b)
{
    const att_file_tag *x = a, *y = b;
    uint64_t i = (uint64_t)x->upos << 32 | (uint32_t)x->xpos << 16 | x->feats;
    uint64_t j = (uint64_t)y->upos << 32 | (uint32_t)y->xpos << 16 | y->feats;
    return (i > j) - (i < j);
}

static void add_lists(file *f, const trained *t)
{
    const bank_lists *l = t->lists;
    for (int k = 0; k < 2; k++) {
        uint32_t n = k ? l->feats.n : l->xpos.n;
        const att_slice *v = k ? l->feats.at : l->xpos.at;
        size_t bytes = 0;
        for (uint32_t i = 0; i < n; i++) bytes += v[i].len + 1;
        char *p = add(f, "", k ? "feats" : "xpos", bytes);
        for (uint32_t i = 0; i < n; i++) memcpy(p, v[i].ptr, v[i].len), p += v[i].len + 1;
    }
    att_file_tag *tags = add(f, "", "tags", l->tags.n * sizeof *tags);
    for (uint32_t i = 0; i < l->tags.n; i++)
        tags[i] = (att_file_tag){l->tags.at[i].upos, l->tags.at[i].xpos, l->tags.at[i].feats, 0};
    qsort(tags, l->tags.n, sizeof *tags, by_tag);
    size_t bytes = 0;
    for (uint32_t i = 0; i < t->note_count; i++) bytes += strlen(t->notes[i].key) + strlen(t->notes[i].value) + 2;
    char *p = add(f, "", "notes", bytes);
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

static void add_hashes(file *f, const trained *t)
{
    const wordmap *w = &t->voc->map, *m = &t->lemmas->table;
    uint32_t cap = slots_for(w->n), at;
    att_file_word *words = add(f, "", "words", cap * sizeof *words);
    for (uint32_t i = 0; i < w->cap; i++) {
        if (!w->key[i]) continue;
        for (at = (uint32_t)w->key[i] & (cap - 1); words[at].row; at = (at + 1) & (cap - 1)) {}
        words[at] = (att_file_word){(uint32_t)(w->key[i] >> 32), w->val[i]};
    }
    cap = slots_for(m->n);
    att_file_lemma *slots = add(f, "", "lemma.slots", cap * sizeof *slots);
    memset(slots, 0xFF, cap * sizeof *slots);
    for (uint32_t i = 0; i < m->cap; i++) {
        if (!m->key[i]) continue;
        for (at = (uint32_t)m->key[i] & (cap - 1); slots[at].rule != ATT_NO_RULE; at = (at + 1) & (cap - 1)) {}
        slots[at] = (att_file_lemma){(uint32_t)(m->key[i] >> 32), m->val[i] - 1};
    }
    const lemma_model *l = t->lemmas;
    memcpy(add(f, "", "lemma.rules", l->rules.n * sizeof *l->rules.at), l->rules.at, l->rules.n * sizeof *l->rules.at);
    memcpy(add(f, "", "lemma.text", l->text_len), l->text, l->text_len);
}

static void write_file(file *f, const char *path)
{
    att_file_head head = {.magic = "", .format = ATT_MODEL_FORMAT, .oldest_reader = ATT_MODEL_OLDEST, .section_count = f->n};
    memcpy(head.magic, ATT_MODEL_MAGIC, 8);
    uint64_t at = sizeof head + f->n * sizeof f->at[0];
    for (uint32_t i = 0; i < f->n; i++) {
        at = (at + ATT_MODEL_ALIGN - 1) / ATT_MODEL_ALIGN * ATT_MODEL_ALIGN;
        f->at[i].offset = at;
        at += f->at[i].bytes;
    }
    head.file_bytes = at;
    unsigned char *all = mat_alloc(at, 1);
    memcpy(all, &head, sizeof head);
    memcpy(all + sizeof head, f->at, f->n * sizeof f->at[0]);
    for (uint32_t i = 0; i < f->n; i++) memcpy(all + f->at[i].offset, f->data[i], f->at[i].bytes);
    head.checksum = att_model_checksum(all, at);
    memcpy(all, &head, sizeof head);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(all, 1, at, out) != at || fclose(out)) {
        perror(path);
        exit(1);
    }
    free(all);
}

void export_model(const trained *t, const char *path)
{
    file *f = mat_alloc(1, sizeof *f);
    add_lists(f, t);
    add_hashes(f, t);
    float mid = 2047 / t->range.tag_middle, arc = 2047 / t->range.arc, lab = 2047 / t->range.label_middle;
    add_encoder(f, "tag", &t->tag->enc);
    add_dense(f, "tag", "h", &t->tag->from_h, ATT_UNIT_H, 1);
    float unit = 0;
    for (uint32_t i = 0; i < f->n; i++)
        if (strcmp(f->at[i].name, "tag.word") == 0) unit = ((att_file_matrix *)(void *)f->data[i])->scale;
    add_dense(f, "tag", "x", &t->tag->from_x, 1 / unit, 0);
    add_dense(f, "tag", "out", &t->tag->out, mid, 1);
    const parsenet *p = t->parse;
    add_encoder(f, "tree", &p->enc);
    add_dense(f, "tree", "dep", &p->dep, ATT_UNIT_H, 1);
    add_dense(f, "tree", "head", &p->head, ATT_UNIT_H, 1);
    add_floats(f, "tree", "root", p->root.v, 1, p->arc);
    add_floats(f, "tree", "far", p->far.v, ATT_UPOS_COUNT, ATT_FAR_CLASSES);
    add_dense(f, "tree", "ldep", &p->lab_dep, ATT_UNIT_H, 1);
    add_dense(f, "tree", "lhead", &p->lab_head, ATT_UNIT_H, 0);
    add_floats(f, "tree", "lroot", p->lab_root.v, 1, p->lab);
    add_dense(f, "tree", "lout", &p->lab_out, lab, 1);
    add_floats(f, "tree", "scale", &arc, 1, 1);
    write_file(f, path);
    for (uint32_t i = 0; i < f->n; i++) free(f->data[i]);
    free(f);
}
