/* train_relate.c: trains the learned part of `attache relate`.
 *
 *   attache_train_relate OUT.attm NOTE TRAIN.jsonl...
 *
 * Each row has marked_sentence and gold_root (docs/training.md). Multinomial logistic regression by AdaGrad (Duchi et al. 2011) over
 * the features of src/event/relate_features.c, with L2 and averaged weights; rows are visited in an order that depends on a fixed
 * seed only, so the same rows give the same file.
 */
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "engine/relate.h"

enum { EPOCHS = 40 };
#define RATE 0.15f
#define L2 6e-4f

typedef struct {
    uint32_t *f, n, label;
} row;

static const char *const ROOTS[ATT_RELATE_CLASSES] = {"AGREE",  "CONSULT",  "SUPPORT", "COOPERATE", "AID",    "YIELD",  "REQUEST", "ACCUSE",
                                                      "REJECT", "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE", "ASSAULT"};

static int label_of(const char *root)
{
    if (strcmp(root, "CONCEDE") == 0 || strcmp(root, "RETREAT") == 0) root = "YIELD";
    for (int i = 0; i < ATT_RELATE_CLASSES; i++)
        if (strcmp(ROOTS[i], root) == 0) return i;
    return -1;
}

static uint32_t read_rows(att_worker *w, const char *path, row **rows, uint32_t n)
{
    FILE *in = fopen(path, "r");
    if (!in) {
        fprintf(stderr, "%s: can't be opened\n", path);
        exit(1);
    }
    char *line = NULL;
    size_t cap = 0;
    while (getline(&line, &cap, in) > 0) {
        struct json_object *o = json_tokener_parse(line), *text, *root;
        if (o && json_object_object_get_ex(o, "marked_sentence", &text) && json_object_object_get_ex(o, "gold_root", &root)) {
            int label = label_of(json_object_get_string(root));
            uint32_t f[ATT_RELATE_MAX_FEATURES], k = 0;
            att_err e = att_relate_observe(w, att_slice_of(json_object_get_string(text)), f, &k);
            if (label >= 0 && !att_failed(e)) {
                *rows = realloc(*rows, (n + 1) * sizeof **rows);
                (*rows)[n] = (row){malloc(k * sizeof *f), k, (uint32_t)label};
                memcpy((*rows)[n++].f, f, k * sizeof *f);
            }
        }
        json_object_put(o);
    }
    free(line);
    fclose(in);
    return n;
}

typedef struct {
    float *w, *g, *sum; /* weights, squared gradients, sum for the average; [1 << bits][classes] */
} learner;

static void step(learner *l, const row *r)
{
    float s[ATT_RELATE_CLASSES] = {0}, top = -1e30f, z = 0;
    for (uint32_t i = 0; i < r->n; i++)
        for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) s[c] += l->w[(size_t)r->f[i] * ATT_RELATE_CLASSES + c];
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) top = s[c] > top ? s[c] : top;
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) z += s[c] = expf(s[c] - top);
    for (uint32_t i = 0; i < r->n; i++)
        for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) {
            size_t k = (size_t)r->f[i] * ATT_RELATE_CLASSES + c;
            float grad = s[c] / z - (c == r->label) + L2 * l->w[k];
            l->g[k] += grad * grad;
            l->w[k] -= RATE * grad / (sqrtf(l->g[k]) + 1e-3f);
        }
}

static void train(learner *l, const row *rows, uint32_t n, size_t size)
{
    uint64_t seed = 20260101;
    uint32_t *order = malloc(n * sizeof *order);
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    for (int e = 0; e < EPOCHS; e++) {
        for (uint32_t i = n; i-- > 1;) {
            seed = att_mix(seed + 1);
            uint32_t j = (uint32_t)(seed % (i + 1)), t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
        for (uint32_t i = 0; i < n; i++) step(l, &rows[order[i]]);
        if (e >= EPOCHS / 2)
            for (size_t k = 0; k < size; k++) l->sum[k] += l->w[k];
    }
    free(order);
}

static int write_model(const char *path, const char *note, const learner *l, size_t size)
{
    float top = 1e-9f;
    for (size_t k = 0; k < size; k++) top = fabsf(l->sum[k]) > top ? fabsf(l->sum[k]) : top;
    int8_t *q = malloc(size);
    for (size_t k = 0; k < size; k++) q[k] = (int8_t)lrintf(l->sum[k] / top * 127);
    att_relate_head h = {.magic = "ATTRELAT", .format = 1, .bits = ATT_RELATE_BITS, .classes = ATT_RELATE_CLASSES};
    h.scale = top / 127 / (EPOCHS / 2);
    h.checksum = att_hash((att_slice){(const char *)q, (uint32_t)size});
    snprintf(h.note, sizeof h.note, "%s", note);
    FILE *out = fopen(path, "w");
    bool ok = out && fwrite(&h, sizeof h, 1, out) == 1 && fwrite(q, 1, size, out) == size;
    if (out) ok = fclose(out) == 0 && ok;
    free(q);
    return ok ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: attache_train_relate OUT.attm NOTE TRAIN.jsonl...\n");
        return 2;
    }
    att_engine *engine;
    att_err e = att_engine_open(&engine, NULL);
    if (att_failed(e)) {
        fprintf(stderr, "%s\n", e.msg);
        return 1;
    }
    att_worker w;
    att_worker_init(&w, engine);
    row *rows = NULL;
    uint32_t n = 0;
    for (int i = 3; i < argc; i++) n = read_rows(&w, argv[i], &rows, n);
    size_t size = ((size_t)1 << ATT_RELATE_BITS) * ATT_RELATE_CLASSES;
    learner l = {calloc(size, 4), calloc(size, 4), calloc(size, 4)};
    train(&l, rows, n, size);
    int rc = write_model(argv[1], argv[2], &l, size);
    fprintf(stderr, "%u rows\n", n);
    for (uint32_t i = 0; i < n; i++) free(rows[i].f);
    free(rows);
    free(l.w), free(l.g), free(l.sum);
    att_worker_release(&w);
    att_engine_close(engine);
    return rc;
}
