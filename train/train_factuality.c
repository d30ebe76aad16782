/* train_factuality.c: trains models/factuality.attm.
 *
 *   attache_train_factuality OUT.attm NOTE --news TRAIN.jsonl... --talk TRAIN.jsonl... [--dev DEV.jsonl...] [--folds N]
 *
 * Rows have tokens and targets with values (docs/training.md). Two linear models over the hashed features of
 * src/nlp/factuality_features.c, one for news and one for talk: AdaGrad (Duchi et al. 2011) on the squared error, a quarter of the features
 * dropped out at random at each step, the mean of the later epochs kept. Order and dropout depend on a fixed seed only: the same rows
 * give the same file. --dev prints scores of rules, heads and their mixtures; --folds adds cross-validation over the training files.
 */
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "engine/engine.h"
#include "nlp/conllu.h"
#include "nlp/factuality_int.h"

enum { EPOCHS = 24, MEAN_OF = 8, SETS = 16, SIZE = 1 << ATT_FACT_BITS };
static const float RATE = 0.02f, DROP = 0.25f;
/* Parts of the news head, the talk head and the rules; found on UW's training part, whose texts are not trained on (docs/factuality.md). */
static const float MIX[ATT_FACT_HEADS][ATT_FACT_HEADS + 1] = {{0.35f, 0.1f, 0.55f}, {0, 0.9f, 0.1f}};

typedef struct {
    uint32_t *f, n, set, sent;
    float y, rule;
} row;

typedef struct {
    row *at;
    uint32_t n, cap, sents, sets;
    const char *name[SETS];
} rows;

typedef struct {
    float *w, *g, *sum, base, gbase, sbase;
    uint64_t seed;
} learner;

/* ---- reading ---- */

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
    att_factuality_way way;
} reading;

static void put_tokens(att_buf *b, struct json_object *tokens)
{
    size_t n = json_object_array_length(tokens);
    for (size_t i = 0; i < n; i++) {
        const char *w = json_object_get_string(json_object_array_get_idx(tokens, i));
        att_putf(b, "%zu\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", i + 1, *w ? w : "_");
    }
    att_put_char(b, '\n');
}

/* The word of a target whose head lies outside it, as the scorer takes it. */
static uint32_t head_of(const att_doc *doc, uint32_t beg, uint32_t end)
{
    for (uint32_t t = beg; t < end; t++)
        if (doc->toks.at[t].head < beg || doc->toks.at[t].head >= end) return t;
    return beg;
}

static int number(struct json_object *o, const char *key)
{
    struct json_object *v;
    return json_object_object_get_ex(o, key, &v) ? json_object_get_int(v) : -1;
}

static void read_sentence(reading *r, struct json_object *tokens, struct json_object *targets, rows *to, uint32_t set)
{
    att_buf b = {0};
    att_conllu_frame frame = {0};
    put_tokens(&b, tokens);
    att_arena_reset(&r->keep);
    att_arena_reset(&r->scratch);
    att_doc_init(&r->doc, &r->keep, &r->scratch, (att_slice){0});
    att_err e = att_conllu_read(&r->doc, (att_slice){b.ptr, (uint32_t)b.len}, &frame);
    if (!att_failed(e)) {
        att_tag(r->way.language, &r->doc);
        att_parse_trees(r->way.language, &r->doc);
        att_clauses_find(r->way.language, &r->doc);
        for (size_t i = 0; i < json_object_array_length(targets); i++) {
            struct json_object *t = json_object_array_get_idx(targets, i), *v;
            uint32_t f[ATT_FACT_FEATURES], tok = head_of(&r->doc, (uint32_t)number(t, "start") + 1, (uint32_t)number(t, "end") + 1);
            if (!json_object_object_get_ex(t, "value", &v) || tok >= r->doc.toks.n) continue;
            if (to->n == to->cap) to->at = realloc(to->at, (to->cap = to->cap * 2 + 1000) * sizeof(row));
            row *x = &to->at[to->n++];
            *x = (row){.set = set, .sent = to->sents, .y = (float)json_object_get_double(v)};
            x->rule = att_factuality_by_rule(&r->way, &r->doc, tok);
            x->n = att_factuality_features(&r->way, &r->doc, tok, x->rule, f);
            x->f = malloc(x->n * sizeof *f);
            memcpy(x->f, f, x->n * sizeof *f);
        }
        to->sents++;
    }
    att_buf_release(&b);
}

static void read_file(reading *r, const char *path, rows *to)
{
    uint32_t set = to->sets;
    if (set == SETS) return;
    to->name[to->sets++] = path;
    FILE *in = fopen(path, "r");
    if (!in) {
        fprintf(stderr, "%s: can't be opened\n", path);
        exit(1);
    }
    char *line = NULL;
    size_t cap = 0;
    while (getline(&line, &cap, in) > 0) {
        struct json_object *o = json_tokener_parse(line), *tokens, *targets;
        if (o && json_object_object_get_ex(o, "tokens", &tokens) && json_object_object_get_ex(o, "targets", &targets))
            read_sentence(r, tokens, targets, to, set);
        json_object_put(o);
    }
    free(line);
    fclose(in);
}

/* ---- learning ---- */

static float chance(learner *l)
{
    l->seed = att_mix(l->seed + 1);
    return (float)(l->seed >> 40) / (float)(1 << 24);
}

static void adjust(float *w, float *g, float grad, float rate)
{
    *g += grad * grad;
    *w -= rate * grad / (sqrtf(*g) + 1e-2f);
}

static float predict(const learner *l, const row *r)
{
    float y = l->base;
    for (uint32_t i = 0; i < r->n; i++) y += l->w[r->f[i]];
    return y < -3 ? -3 : y > 3 ? 3 : y;
}

static void step(learner *l, const row *r, float rate)
{
    uint32_t f[ATT_FACT_FEATURES], n = 0;
    float y = l->base;
    for (uint32_t i = 0; i < r->n; i++)
        if (chance(l) >= DROP) y += l->w[f[n++] = r->f[i]];
    float d = y - r->y;
    adjust(&l->base, &l->gbase, d, rate);
    for (uint32_t i = 0; i < n; i++) adjust(&l->w[f[i]], &l->g[f[i]], d, rate);
}

static void learner_open(learner *l)
{
    *l = (learner){.w = calloc(SIZE, sizeof(float)), .g = calloc(SIZE, sizeof(float)), .sum = calloc(SIZE, sizeof(float)), .seed = 20260101};
    if (!l->w || !l->g || !l->sum) abort();
}

static void learner_close(learner *l) { free(l->w), free(l->g), free(l->sum); }

/* All rows but those of a fold (sentence % folds == fold); folds 0: all. */
static void train(learner *l, const rows *r, uint32_t folds, uint32_t fold)
{
    uint32_t *order = malloc((r->n + 1) * sizeof *order), n = 0;
    if (!order) abort();
    for (uint32_t i = 0; i < r->n; i++)
        if (!folds || r->at[i].sent % folds != fold) order[n++] = i;
    for (int e = 0; e < EPOCHS; e++) {
        for (uint32_t i = n; i-- > 1;) {
            l->seed = att_mix(l->seed + 1);
            uint32_t j = (uint32_t)(l->seed % (i + 1)), t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
        float rate = RATE * (1 - 0.9f * (float)e / EPOCHS);
        for (uint32_t i = 0; i < n; i++) step(l, &r->at[order[i]], rate);
        if (e < EPOCHS - MEAN_OF) continue;
        for (size_t k = 0; k < SIZE; k++) l->sum[k] += l->w[k];
        l->sbase += l->base;
    }
    for (size_t k = 0; k < SIZE; k++) l->w[k] = l->sum[k] / MEAN_OF;
    l->base = l->sbase / MEAN_OF;
    free(order);
}

/* ---- scores ---- */

typedef struct {
    double n, x, y, xx, yy, xy, abs;
} moments;

static void note(moments *m, double x, double y)
{
    x = x < -3 ? -3 : x > 3 ? 3 : x;
    m->n++, m->x += x, m->y += y, m->xx += x * x, m->yy += y * y, m->xy += x * y, m->abs += fabs(x - y);
}

static void print(const char *name, const moments *m)
{
    double cov = m->xy - m->x * m->y / m->n, vx = m->xx - m->x * m->x / m->n, vy = m->yy - m->y * m->y / m->n;
    printf("%-44s n %6.0f  r %.4f  MAE %.4f\n", name, m->n, vx > 1e-9 ? cov / sqrt(vx * vy) : 0.0, m->abs / m->n);
}

static float mixed(const float mix[ATT_FACT_HEADS + 1], float news, float talk, float rule)
{
    float y = mix[ATT_FACT_NEWS] * news + mix[ATT_FACT_TALK] * talk + mix[ATT_FACT_HEADS] * rule;
    return y < -3 ? -3 : y > 3 ? 3 : y;
}

static void score(const learner l[ATT_FACT_HEADS], const rows *r)
{
    static const char *const WAYS[] = {"rules", "news head", "talk head", "news mixture", "talk mixture"};
    for (uint32_t s = 0; s < r->sets; s++) {
        moments m[5] = {0};
        for (uint32_t i = 0; i < r->n; i++) {
            const row *x = &r->at[i];
            if (x->set != s) continue;
            float news = predict(&l[ATT_FACT_NEWS], x), talk = predict(&l[ATT_FACT_TALK], x);
            const float y[] = {x->rule, news, talk, mixed(MIX[ATT_FACT_NEWS], news, talk, x->rule), mixed(MIX[ATT_FACT_TALK], news, talk, x->rule)};
            for (int w = 0; w < 5; w++) note(&m[w], (double)y[w], (double)x->y);
        }
        printf("%s\n", r->name[s]);
        for (int w = 0; w < 5; w++) print(WAYS[w], &m[w]);
    }
}

static void cross_validate(const rows *r, uint32_t folds)
{
    moments m[SETS] = {0};
    for (uint32_t k = 0; k < folds; k++) {
        learner l;
        learner_open(&l);
        train(&l, r, folds, k);
        for (uint32_t i = 0; i < r->n; i++)
            if (r->at[i].sent % folds == k) note(&m[r->at[i].set], (double)predict(&l, &r->at[i]), (double)r->at[i].y);
        learner_close(&l);
    }
    for (uint32_t s = 0; s < r->sets; s++) printf("%u-fold, head alone: %s\n", folds, r->name[s]), print("", &m[s]);
}

/* ---- the file ---- */

static int write_model(const char *path, const char *text, const learner l[ATT_FACT_HEADS])
{
    att_fact_head h = {.magic = "ATTFACTS", .format = ATT_FACT_FORMAT, .bits = ATT_FACT_BITS, .heads = ATT_FACT_HEADS};
    for (int k = 0; k < ATT_FACT_HEADS; k++) {
        float top = 1e-9f;
        for (size_t i = 0; i < SIZE; i++) top = fabsf(l[k].w[i]) > top ? fabsf(l[k].w[i]) : top;
        h.scale[k] = top / 127;
        h.base[k] = l[k].base;
    }
    memcpy(h.mix, MIX, sizeof h.mix);
    snprintf(h.note, sizeof h.note, "%s", text);
    att_buf b = {0};
    att_put(&b, (const char *)&h, sizeof h);
    for (size_t i = 0; i < SIZE; i++)
        for (int k = 0; k < ATT_FACT_HEADS; k++) att_put_char(&b, (char)(int8_t)lrintf(l[k].w[i] / h.scale[k]));
    if (b.failed) return 1;
    size_t from = offsetof(att_fact_head, scale);
    h.checksum = att_hash((att_slice){b.ptr + from, (uint32_t)(b.len - from)});
    memcpy(b.ptr, &h, sizeof h);
    FILE *out = fopen(path, "w");
    bool ok = out && fwrite(b.ptr, 1, b.len, out) == b.len;
    if (out) ok = fclose(out) == 0 && ok;
    att_buf_release(&b);
    return ok ? 0 : 1;
}

static void rows_close(rows *r)
{
    for (uint32_t i = 0; i < r->n; i++) free(r->at[i].f);
    free(r->at);
}

static int usage(void)
{
    fprintf(stderr, "usage: attache_train_factuality OUT.attm NOTE --news TRAIN.jsonl... --talk TRAIN.jsonl... [--dev DEV.jsonl...] [--folds N]\n");
    return 2;
}

/* Files after --news, --talk and --dev; returns N of --folds. */
static uint32_t read_all(reading *r, int argc, char **argv, rows to[ATT_FACT_HEADS + 1])
{
    static const char *const KINDS[] = {"--news", "--talk", "--dev"};
    uint32_t folds = 0;
    int kind = -1;
    for (int i = 3; i < argc; i++) {
        bool flag = false;
        for (int k = 0; k < 3; k++)
            if (strcmp(argv[i], KINDS[k]) == 0) kind = k, flag = true;
        if (strcmp(argv[i], "--folds") == 0 && i + 1 < argc) folds = (uint32_t)atoi(argv[++i]);
        else if (!flag && kind >= 0) read_file(r, argv[i], &to[kind]);
    }
    return folds;
}

int main(int argc, char **argv)
{
    if (argc < 4) return usage();
    att_engine *engine;
    att_err e = att_engine_open(&engine, NULL);
    if (att_failed(e)) {
        fprintf(stderr, "%s\n", e.msg);
        return 1;
    }
    reading r = {.way = {engine->model, &engine->frames->embed, NULL}};
    att_arena_init(&r.keep, (size_t)1 << 30);
    att_arena_init(&r.scratch, (size_t)1 << 30);
    rows data[ATT_FACT_HEADS + 1] = {0};
    learner l[ATT_FACT_HEADS];
    uint32_t folds = read_all(&r, argc, argv, data);
    for (int k = 0; k < ATT_FACT_HEADS; k++) {
        learner_open(&l[k]);
        train(&l[k], &data[k], 0, 0);
        if (folds > 1) cross_validate(&data[k], folds);
    }
    score(l, &data[ATT_FACT_HEADS]);
    int rc = write_model(argv[1], argv[2], l);
    for (int k = 0; k < ATT_FACT_HEADS; k++) learner_close(&l[k]);
    for (int k = 0; k <= ATT_FACT_HEADS; k++) rows_close(&data[k]);
    att_arena_release(&r.keep);
    att_arena_release(&r.scratch);
    att_engine_close(engine);
    return rc;
}
