/* score.h: run the program's own tagger and parser over a treebank, on gold words, and count. The official scorer
 * (shared/tools/score_conllu.py) gives the same figures; this one is at hand while training. */
#ifndef ATT_TRAIN_SCORE_H
#define ATT_TRAIN_SCORE_H

#include "nlp/nlp.h"

typedef enum { SCORE_AS_IS, SCORE_LOWER, SCORE_UPPER } score_case;

typedef struct {
    uint32_t words, upos, xpos, feats, lemma, uas, las, las_full;
    double tag_s, parse_s; /* seconds of CPU time */
} score;

/* conllu_out: where to write the result as CoNLL-U, or NULL. Exits on a bad file. */
score score_file(const att_model *m, const char *path, score_case how, const char *conllu_out);

#endif
