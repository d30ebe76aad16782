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
    uint64_t flags;            /* of the names' dictionaries; 0 in treebanks */
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

/* Genres and documents of GUM that we leave out for their licence (docs/training.md). */
#define BANK_SKIP "fiction,whow,conversation,textbook,podcast,letter,court,essay,speech_destiny,speech_trump"
/* Is genre ("news") or document ("news_sensitive") among the comma-separated? skip may be NULL. */
int bank_is_skipped(const char *skip, att_slice doc);

void bank_lists_init(bank_lists *l);
/* skip: comma-separated GUM genres and document ids (without "GUM_") that are left out, or NULL. Exits on a bad file. */
void bank_read(bank *b, bank_lists *l, const char *path, const char *skip);
/* Copy of s as bad sources have it, for robustness: other capitals (all lower, all upper, Each Word), a headline without articles, forms
 * of be and full stop, or a sentence without commas, quotation marks and full stop. Forms go into a. */
bank_sent bank_damage(const bank_sent *s, att_arena *a, mat_rng *r);
int bank_is_projective(const bank_sent *s);

#endif
