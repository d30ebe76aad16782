/* main.c: treebanks and word vectors -> a model file. docs/training.md tells how to use it.
 *
 *   attache_train --data DIR --vectors FILE --out MODEL [--date D] [--seed N] [--skip LIST] [--quick]
 *
 * 1 read treebanks
 * 2 tag the training part with taggers that have not seen it (jackknife), so that parsers learn with tags as they will meet
 * 3 tagger   4 parser   5 lemma rules
 * 6 write, score with the program's own code, write again with the scores among the notes */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "export.h"
#include "score.h"

enum { WORD_ROWS = 70000, SUB_ROWS = 1 << 15, FOLDS = 4, BLOCK = 50, BATCH_WORDS = 600, EVAL_WORDS = 2000 };

static const encoder_shape TAG_SHAPE = {SUB_ROWS, 64, 0, 96, 2, 0.25f, 0.35f, 0, 0};
static const encoder_shape TREE_SHAPE = {SUB_ROWS, 32, 32, 160, 2, 0.4f, 0.4f, 0, 0};
enum { TAG_MIDDLE = 128, ARC_SIZE = 128, LABEL_SIZE = 96, FOLD_EPOCHS = 6, TAG_EPOCHS = 12, TREE_EPOCHS = 24 };
static const float TAG_RATE = 0.003f, TREE_RATE = 0.004f, DAMAGED = 0.15f;

typedef struct {
    const char *data, *vectors, *out, *date, *skip;
    uint64_t seed;
    int quick; /* one epoch of each: does it run at all */
} options;

typedef struct {
    bank_lists lists;
    bank train;
    vocabulary voc;
    options opt;
} session;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static uint32_t take_batch(const bank_sent *s, uint32_t n, uint32_t words)
{
    uint32_t k = 0, w = 0;
    while (k < n && w < words) w += s[k++].n;
    return k;
}

static void shuffle(bank_sent *s, uint32_t n, mat_rng *r)
{
    for (uint32_t i = n; i-- > 1;) {
        uint32_t j = rng_below(r, i + 1);
        bank_sent x = s[i];
        s[i] = s[j];
        s[j] = x;
    }
}

typedef double (*learn_step)(void *net, const batch *b, const bank_lists *l, mat_rng *r);
static double tag_step(void *net, const batch *b, const bank_lists *l, mat_rng *r) { return tagnet_run(net, b, l, r, NULL); }
static double tree_step(void *net, const batch *b, const bank_lists *l, mat_rng *r)
{
    return parsenet_run(net, b, l, r, NULL, NULL);
}

/* Adam with a rate that falls to nothing; each epoch some sentences are damaged (bank.h). */
static void fit(const session *s, const char *what, learn_step step, void *net, param **ps, uint32_t np,
                const bank_sent *sents, uint32_t n, int epochs, float rate, mat_rng *r)
{
    adam a = {rate, 0.9f, 0.99f, 1e-6f, 0};
    bank_sent *order = malloc(n * sizeof *order);
    batch b = {0};
    att_arena damaged;
    att_arena_init(&damaged, (size_t)1 << 30);
    uint64_t words = 0, done = 0;
    for (uint32_t i = 0; i < n; i++) words += sents[i].n;
    if (s->opt.quick) epochs = 1;
    double start = seconds();
    for (int e = 0; e < epochs; e++) {
        double loss = 0;
        memcpy(order, sents, n * sizeof *order);
        shuffle(order, n, r);
        att_arena_reset(&damaged);
        for (uint32_t i = 0; i < n; i++)
            if (rng_unit(r) < DAMAGED) order[i] = bank_damage(&order[i], &damaged, r);
        for (uint32_t i = 0, k; i < n; i += k) {
            k = take_batch(order + i, n - i, BATCH_WORDS);
            a.lr = rate * (1 - (float)done / (float)(words * (uint64_t)epochs)) + 1e-5f;
            batch_fill(&b, &s->voc, SUB_ROWS, order + i, k, r);
            loss += step(net, &b, &s->lists, r);
            adam_step(&a, ps, np, 5);
            done += b.y.n_rows;
        }
        fprintf(stderr, "%s: epoch %d of %d, loss %.4f, %.0f s\n", what, e + 1, epochs, loss / (double)words,
                seconds() - start);
    }
    att_arena_release(&damaged);
    free(order);
}

static tagnet train_tagger(const session *s, const char *what, const bank_sent *sents, uint32_t n, int epochs, uint64_t seed)
{
    mat_rng r = {seed};
    tagnet t = tagnet_new(TAG_SHAPE, TAG_MIDDLE, &s->voc, &s->lists, &r);
    param *ps[MAX_PARAMS];
    uint32_t np = tagnet_params(&t, ps);
    fit(s, what, tag_step, &t, ps, np, sents, n, epochs, TAG_RATE, &r);
    return t;
}

static void guess_tags(const session *s, tagnet *t, bank_sent *sents, uint32_t n)
{
    batch b = {0};
    for (uint32_t i = 0, k; i < n; i += k) {
        k = take_batch(sents + i, n - i, EVAL_WORDS);
        batch_fill(&b, &s->voc, SUB_ROWS, sents + i, k, NULL);
        uint16_t *g = mat_alloc(b.y.n_rows, sizeof *g);
        tagnet_run(t, &b, &s->lists, NULL, g);
        for (uint32_t j = 0; j < b.y.n_sents; j++)
            for (uint32_t w = 0; w < b.y.len[j]; w++) sents[i + b.order[j]].w[w].guess = g[b.y.off[w] + j];
        free(g);
    }
}

/* The folds are made of blocks of sentences, so that most of a document lies in one fold or the other. */
static void jackknife(session *s)
{
    uint32_t n = s->train.sents.n;
    bank_sent *part = malloc(n * sizeof *part);
    for (uint32_t f = 0; f < FOLDS; f++) {
        uint32_t m = 0;
        for (uint32_t i = 0; i < n; i++)
            if (i / BLOCK % FOLDS != f) part[m++] = s->train.sents.at[i];
        tagnet t = train_tagger(s, "fold", part, m, FOLD_EPOCHS, s->opt.seed + 100 + f);
        m = 0;
        for (uint32_t i = 0; i < n; i++)
            if (i / BLOCK % FOLDS == f) part[m++] = s->train.sents.at[i];
        guess_tags(s, &t, part, m);
    }
    free(part);
}

static float top_of(const float *v, size_t n)
{
    float top = 0;
    for (size_t i = 0; i < n; i++) top = fmaxf(top, fabsf(v[i]));
    return top;
}

/* How large activations get on a part of the training text. */
static ranges measure(const session *s, tagnet *t, parsenet *p)
{
    ranges g = {0};
    batch b = {0};
    for (uint32_t i = 0, k; i < s->train.sents.n; i += 10 * k) {
        k = take_batch(s->train.sents.at + i, s->train.sents.n - i, EVAL_WORDS);
        batch_fill(&b, &s->voc, SUB_ROWS, s->train.sents.at + i, k, NULL);
        uint16_t *head = mat_alloc(b.y.n_rows, sizeof *head);
        uint8_t *rel = mat_alloc(b.y.n_rows, 1);
        tagnet_run(t, &b, &s->lists, NULL, head);
        parsenet_run(p, &b, &s->lists, NULL, head, rel);
        size_t T = b.y.n_rows;
        g.tag_middle = fmaxf(g.tag_middle, top_of(t->m, T * t->out.in));
        g.arc = fmaxf(g.arc, fmaxf(top_of(p->a, T * p->arc), top_of(p->b, T * p->arc)));
        g.arc = fmaxf(g.arc, top_of(p->root.v, p->arc));
        g.label_middle = fmaxf(g.label_middle, top_of(p->m, T * p->lab));
        free(head), free(rel);
    }
    return g;
}

static const char *join(const char *dir, const char *name, char *buf, size_t n)
{
    snprintf(buf, n, "%s/%s", dir, name);
    return buf;
}

static void put_note(trained *t, note *notes, const char *key, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
static void put_note(trained *t, note *notes, const char *key, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    notes[t->note_count].key = key;
    vsnprintf(notes[t->note_count].value, sizeof notes->value, fmt, ap);
    va_end(ap);
    t->notes = notes;
    t->note_count++;
}

static void add_scores(trained *t, note *notes, const options *o)
{
    static const char *const files[2] = {"en_ewt-dev.conllu", "en_gum-dev.conllu"};
    static const char *const keys[2] = {"en_ewt-dev", "en_gum-dev"};
    att_model *m;
    att_err e = att_model_open(&m, o->out);
    if (att_failed(e)) {
        fprintf(stderr, "%s: %s\n", o->out, e.msg);
        exit(1);
    }
    for (int i = 0; i < 2; i++) {
        char path[4096];
        score s = score_file(m, join(o->data, files[i], path, sizeof path), SCORE_AS_IS, NULL);
        double n = s.words;
        put_note(t, notes, keys[i], "UPOS %.2f XPOS %.2f feats %.2f lemma %.2f UAS %.2f LAS %.2f", 100 * s.upos / n,
                 100 * s.xpos / n, 100 * s.feats / n, 100 * s.lemma / n, 100 * s.uas / n, 100 * s.las / n);
        fprintf(stderr, "%s: %s\n", keys[i], notes[t->note_count - 1].value);
    }
    att_model_close(m);
}

static void run(session *s)
{
    char path[4096];
    const options *o = &s->opt;
    bank_lists_init(&s->lists);
    bank_read(&s->train, &s->lists, join(o->data, "en_ewt-train.conllu", path, sizeof path), NULL);
    bank_read(&s->train, &s->lists, join(o->data, "en_gum-train.conllu", path, sizeof path), o->skip);
    s->lists.frozen = 1;
    s->voc = vocabulary_make(o->vectors, &s->train, WORD_ROWS);
    fprintf(stderr, "%u sentences, %u words; %u word rows, %u tags\n", s->train.sents.n, s->train.words, s->voc.n,
            s->lists.tags.n);
    jackknife(s);
    tagnet tag = train_tagger(s, "tagger", s->train.sents.at, s->train.sents.n, TAG_EPOCHS, o->seed + 1);
    mat_rng r = {o->seed + 2};
    parsenet parse = parsenet_new(TREE_SHAPE, ARC_SIZE, LABEL_SIZE, &s->voc, &s->lists, &r);
    param *ps[MAX_PARAMS];
    uint32_t np = parsenet_params(&parse, ps);
    fit(s, "parser", tree_step, &parse, ps, np, s->train.sents.at, s->train.sents.n, TREE_EPOCHS, TREE_RATE, &r);
    lemma_model lemmas = {0};
    lemmas_learn(&lemmas, &s->train);

    static note notes[16];
    trained t = {.lists = &s->lists, .voc = &s->voc, .tag = &tag, .parse = &parse, .lemmas = &lemmas};
    t.range = measure(s, &tag, &parse);
    put_note(&t, notes, "language", "en");
    put_note(&t, notes, "date", "%s", o->date);
    put_note(&t, notes, "seed", "%llu", (unsigned long long)o->seed);
    put_note(&t, notes, "trained_on",
             "UD English EWT 2.16 train (CC BY-SA 4.0); UD English GUM 2.16 train (CC BY 4.0) without: %s; %u words", o->skip,
             s->train.words);
    put_note(&t, notes, "vectors", "GloVe 6B (PDDL 1.0) and structured skip-gram on news articles, %u word rows", s->voc.n);
    export_model(&t, o->out);
    add_scores(&t, notes, o);
    export_model(&t, o->out);
}

int main(int argc, char **argv)
{
    static session s;
    s.opt = (options){.date = "unknown", .skip = BANK_SKIP, .seed = 1};
    for (int i = 1; i < argc; i++) {
        const char **to = strcmp(argv[i], "--data") == 0 ? &s.opt.data : strcmp(argv[i], "--vectors") == 0 ? &s.opt.vectors
                        : strcmp(argv[i], "--out") == 0 ? &s.opt.out : strcmp(argv[i], "--date") == 0 ? &s.opt.date
                        : strcmp(argv[i], "--skip") == 0 ? &s.opt.skip : NULL;
        if (to && i + 1 < argc) *to = argv[++i];
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc) s.opt.seed = strtoull(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--quick") == 0) s.opt.quick = 1;
        else return fprintf(stderr, "attache_train: what is %s?\n", argv[i]), 2;
    }
    if (!s.opt.data || !s.opt.out)
        return fprintf(stderr, "usage: attache_train --data DIR [--vectors FILE] --out MODEL ...\n"), 2;
    run(&s);
    return 0;
}
