/* names_train.h: what the files of the trainer of names share.
 *
 *   train_names.c     reads the command line, calls the others in turn
 *   names_classes.c   classes of words from their vectors; the long lists of train/lists
 *   names_docs.c      annotated documents -> tokens, gold tags, features
 *   names_entities.c  the same from spans of entities
 *   names_chain.c     the gradient of a linear chain (both learners)
 *   names_crf.c       learner of the hashed features
 *   names_learn.c     learner of the network
 *   names_file.c      the file, and its score
 */
#ifndef ATT_TRAIN_NAMES_TRAIN_H
#define ATT_TRAIN_NAMES_TRAIN_H

#include "engine/engine.h"
#include "nlp/names_int.h"

enum { NAMES_SIZE = NAMES_STRIDE << NAMES_BITS };
#define NAMES_NEVER -1e4f /* weight of a step that can't be */

typedef struct {
    att_doc doc;
    att_names_lattice lattice;
    uint8_t *gold, *told; /* per token */
    uint32_t **base, **more; /* per token in a stretch: count, then features */
} names_article;

typedef struct {
    uint32_t doc;
    att_names_segment at;
} names_stretch;

typedef struct {
    float *w, *g, *sum;
    att_names_steps step, step_g, step_sum;
} names_learner;

typedef struct {
    const att_engine *engine;
    att_arena keep, scratch;
    att_names_words words;
    att_names_class *classes;
    ATT_VEC(names_article) articles;
    ATT_VEC(names_stretch) stretches;
    uint64_t seed;
    uint32_t lost, names;
    float share_crf, share_net, share_steps; /* weights of the two models' scores, and of the sum of their steps */
} names_trainer;

/* A trained network as a file in memory, and the weights of its steps. */
typedef struct {
    unsigned char *bytes;
    size_t len;
    att_names_steps step;
} names_net;

_Noreturn void names_die(const char *path, const char *what);
double names_coin(names_trainer *t); /* [0, 1), from the seed */
att_slice names_read_all(names_trainer *t, const char *path);

/* path: what attache_vectors or attache_blend wrote. */
void names_read_classes(names_trainer *t, const char *path);
/* Flags the words of a list; those without a vector get a slot too. */
void names_read_list(names_trainer *t, const char *folder, const char *file, uint8_t bit);

/* Words and BIO tags, "# newdoc" between documents; copies: some once more with other capitals. */
void names_read_tagged(names_trainer *t, const char *path, bool copies);
names_article *names_new_article(names_trainer *t);
/* The article's features; its columns are read and its gold tags set. */
void names_finish(names_trainer *t, names_article *a);
/* JSON Lines with "text" and "entities" (re3d). */
void names_read_entities(names_trainer *t, const char *path);

/* All weights 0; steps into I from another kind can't be. */
void names_no_steps(att_names_steps *s);
/* Forward, backward, marginals of n words with score s: grad = marginal - gold; adds the same of the steps to g. Returns the loss. */
double names_chain(const att_names_steps *step, uint32_t n, const float (*s)[NAMES_STRIDE], const uint8_t *gold, float (*grad)[NAMES_STRIDE],
                   att_names_steps *g, att_arena *scratch);

/* Jackknife, then the weights from all documents. */
void names_learn_crf(names_trainer *t, names_learner *l);
names_net names_learn_net(names_trainer *t);

/* 0 when written. */
int names_write(const names_trainer *t, const names_learner *l, const names_net *net, const char *path, const char *note);
/* Of the documents from `from` on. */
void names_score(const char *path, const names_trainer *t, uint32_t from);

#endif
