/* train_names.c: trains the model of names.
 *
 *   attache_train_names OUT.attm NOTE VECTORS TRAIN.tsv|TRAIN.jsonl... [--dev DEV.tsv] [--shares CRF,NET,STEPS]
 *
 * The lists of train/lists (given names, surnames, towns) go into the table of word classes.
 * .tsv: a word and its BIO tag a line, "# newdoc" between documents. .jsonl: "text" and "entities" with start, end (characters), type
 * (re3d; rows of the collection BBC Online are left out, their licence is NC). VECTORS: attache_blend's file; its words are put into
 * classes (k-means on the sphere). NOTE is kept in the file.
 *
 * Two models whose scores are added: hashed features (names_crf.c) and a network (names_learn.c). What the second pass sees ("the word is
 * a person elsewhere") comes from models that have not seen the document (jackknife); in every visit of a stretch it is shown or hidden
 * by a coin, so that one set of weights serves both passes. All coins depend on a fixed seed.
 *
 * --shares: weights of the scores of both in the file, and of the sum of their steps (0.7,1,0.4: dropout of whole features leaves the hashed
 * ones too sure of themselves, and both know the same steps).
 */
#include <stdio.h>
#include <stdlib.h>

#include "names_train.h"

#define LISTS ATT_SOURCE_DIR "/train/lists"

_Noreturn void names_die(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

double names_coin(names_trainer *t)
{
    t->seed = att_mix(t->seed + 0x9E3779B97F4A7C15u);
    return (double)(t->seed >> 11) / 9007199254740992.0;
}

att_slice names_read_all(names_trainer *t, const char *path)
{
    att_mapped f;
    att_err e = att_map_file(&f, path, 0);
    if (att_failed(e)) names_die(path, "can't be read");
    att_slice s = att_copy(&t->keep, (att_slice){(const char *)f.ptr, (uint32_t)f.len});
    att_unmap_file(&f);
    return s;
}

static void read_shares(names_trainer *t, const char *text)
{
    float *const share[] = {&t->share_crf, &t->share_net, &t->share_steps};
    att_slice rest = att_slice_of(text), one;
    uint32_t n = 0;
    for (double v; att_split(&rest, ',', &one); n++) {
        if (n == 3 || !att_to_double(one, &v) || !(v > 0 && v < 100)) names_die(text, "--shares takes three numbers above 0: CRF,NET,STEPS");
        *share[n] = (float)v;
    }
    if (n != 3) names_die(text, "--shares takes three numbers above 0: CRF,NET,STEPS");
}

static const char *read_all(names_trainer *t, int argc, char **argv)
{
    const char *dev = NULL;
    names_read_classes(t, argv[3]);
    names_read_list(t, LISTS, "given.txt", NAMES_L_GIVEN);
    names_read_list(t, LISTS, "surnames.txt", NAMES_L_SURNAME);
    names_read_list(t, LISTS, "towns.txt", NAMES_L_TOWN);
    names_read_list(t, LISTS, "towns_long.txt", NAMES_L_TOWN);
    names_read_list(t, LISTS, "orgs.txt", NAMES_L_ORG);
    for (int i = 4; i < argc; i++) {
        size_t n = strlen(argv[i]);
        if (strcmp(argv[i], "--dev") == 0 && i + 1 < argc) dev = argv[++i];
        else if (strcmp(argv[i], "--shares") == 0 && i + 1 < argc) read_shares(t, argv[++i]);
        else if (n > 6 && strcmp(argv[i] + n - 6, ".jsonl") == 0) names_read_entities(t, argv[i]);
        else names_read_tagged(t, argv[i], true);
    }
    fprintf(stderr, "%u documents, %u names, %u of them where none is looked for, %u stretches\n", t->articles.n, t->names, t->lost, t->stretches.n);
    return dev;
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fprintf(stderr, "usage: attache_train_names OUT.attm NOTE VECTORS TRAIN.tsv|TRAIN.jsonl... [--dev DEV.tsv] [--shares CRF,NET,STEPS]\n");
        return 2;
    }
    static names_trainer t = {.seed = 20260101, .share_crf = 0.7f, .share_net = 1.0f, .share_steps = 0.4f};
    att_engine *engine;
    att_err e = att_engine_open(&engine, NULL);
    if (att_failed(e)) names_die("engine", e.msg);
    t.engine = engine;
    att_arena_init(&t.keep, (size_t)6 << 30);
    att_arena_init(&t.scratch, (size_t)1 << 30);
    att_names_words_open(&t.words, &t.keep);
    const char *dev = read_all(&t, argc, argv);
    names_net net = names_learn_net(&t);
    names_learner l = {.w = malloc(NAMES_SIZE * sizeof(float)), .g = malloc(NAMES_SIZE * sizeof(float)), .sum = malloc(NAMES_SIZE * sizeof(float))};
    names_learn_crf(&t, &l);
    uint32_t trained = t.articles.n;
    if (dev) names_read_tagged(&t, dev, false);
    int rc = names_write(&t, &l, &net, argv[1], argv[2]);
    if (dev && rc == 0) names_score(argv[1], &t, trained);
    free(l.w), free(l.g), free(l.sum), free(net.bytes);
    att_arena_release(&t.keep);
    att_arena_release(&t.scratch);
    att_engine_close(engine);
    return rc;
}
