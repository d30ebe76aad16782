/* bank.h: treebanks in memory, with the lists of tags that they use. */
#ifndef ATT_TRAIN_BANK_H
#define ATT_TRAIN_BANK_H

#include "base/doc.h"
#include "base/hash.h"
#include "mat.h"
#include "nlp/features.h"

typedef struct {
    att_slice form, lower, lemma;
    uint16_t xpos, feats, tag; /* tag: index of the triple */
    uint8_t upos, deprel;
    uint16_t head;             /* 0 = root, else 1.. in the sentence */
    uint16_t guess;            /* tag given by a tagger that has not seen the sentence */
} bank_word;

typedef struct { bank_word *w; uint32_t n; } bank_sent;

typedef struct { uint8_t upos; uint16_t xpos, feats; } bank_tag;

/* Lists grow while training banks are read and are then frozen: what a dev bank has beyond them becomes index 0. */
typedef struct {
    att_arena arena;
    att_map xpos_map, feats_map, tag_map;
    ATT_VEC(att_slice) xpos;
    ATT_VEC(att_slice) feats;
    ATT_VEC(bank_tag) tags;
    int frozen;
} bank_lists;

typedef struct { ATT_VEC(bank_sent) sents; uint32_t words; } bank;

void bank_lists_init(bank_lists *l);
/* skip: comma-separated GUM genres and document ids (without "GUM_") that are left out, or NULL. Exits on a bad file. */
void bank_read(bank *b, bank_lists *l, const char *path, const char *skip);
/* Copy of s with damaged capitals (all lower, all upper, Each Word), for robustness. Forms go into a. */
bank_sent bank_damage(const bank_sent *s, att_arena *a, mat_rng *r);
int bank_is_projective(const bank_sent *s);

#endif
