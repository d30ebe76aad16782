/* typing.h: the learned part of event typing: a small network that says how likely a word tells of each type of event, or of none.
 *
 * It knows words by the language model's vectors, so that it judges verbs that it never saw by those like them, and the clause: who acts
 * on whom, with which prepositions, tense and mood. The lexicon proposes, and the network may object: a verb whose frame asks nothing of
 * its arguments ("steal", "release") is no event where the network is nearly sure ("steal growth", "release an analysis"). Of the other events
 * it only moves the confidence. What else was tried, and lost: docs/measurements.md. The file: docs/formats/typing-model.md.
 *
 * A model is const and shared by all threads. */
#ifndef ATT_EVENT_TYPING_H
#define ATT_EVENT_TYPING_H

#include "event/match.h"
#include "nlp/nlp.h"

enum {
    ATT_TYPING_WORD = 96,     /* numbers of a word vector */
    ATT_TYPING_WORDS = 5,     /* the word itself, object, complement, subject, obliques */
    ATT_TYPING_PREPS = 23,
    ATT_TYPING_FLAGS = 62,
    ATT_TYPING_IN = ATT_TYPING_WORD * ATT_TYPING_WORDS + 2 * ATT_TYPING_PREPS + ATT_TYPING_FLAGS,
    ATT_TYPING_HIDDEN = 64
};

typedef struct att_typing_model att_typing_model;

/* ATT_E_IO when the file is missing, ATT_E_MODEL when it is damaged or foreign. */
att_err att_typing_open(att_typing_model **out, const char *path);
void att_typing_close(att_typing_model *model);

/* What the network sees of token t. False when the language model's vectors are of another size. */
bool att_typing_features(const att_model *language, const att_doc *doc, uint32_t t, bool politics, float x[ATT_TYPING_IN]);
/* Probabilities of the types; [ATT_EV_NONE]: no event. */
void att_typing_score(const att_typing_model *model, const float x[ATT_TYPING_IN], float prob[ATT_EVENT_TYPE_COUNT]);

/* Does the frame ask next to nothing of its arguments: a bare verb, or that one argument be there ("accuse somebody")? */
bool att_typing_weak(const att_frame *f);
/* From this probability of ATT_EV_NONE on, a weak frame's event is dropped. */
#define ATT_TYPING_DROP 0.8f

/* File: this head, then as int16 times scale W1 [in][hidden], W2 [hidden][types], then as float the biases of both. */
typedef struct {
    char magic[8];      /* "ATTTYPES" */
    uint32_t format;    /* 1 */
    uint32_t in, hidden, types;
    float scale[2];
    uint64_t checksum;  /* att_hash of all that follows */
    char note[216];     /* what it was trained on */
} att_typing_head;

#endif
