/* stances.h: the words that tell a stance or an answer (data/position/ *.txt), compiled for look-up. The form: docs/positions.md. */
#ifndef ATT_POSITION_STANCES_H
#define ATT_POSITION_STANCES_H

#include "base/hash.h"
#include "position/position.h"

/* What must stand with a word: any one of the alternatives. A complement (obj xcomp ccomp acl cop passive irrealis matter light outer) or a preposition or particle. */
enum { ATT_MAX_ALTS = 6, ATT_MAX_NEEDS = 3 };
typedef struct {
    att_slice alts[ATT_MAX_ALTS];
    uint32_t n;
} att_need;

typedef struct {
    att_slice pattern;
    char pos;               /* v n a */
    uint8_t plain, negated; /* att_stance or att_reply; 0 = tells nothing */
    att_need needs[ATT_MAX_NEEDS];
    uint32_t need_count;
    uint32_t next;          /* next entry of this word, 0 = none */
} att_entry;

/* Entries of one file; at[0] unused. Of a word's entries the one with most needs comes first. */
typedef struct {
    att_map first;          /* "lemma/pos" -> entry */
    ATT_VEC(att_entry) at;
} att_table;

/* Classes of position/words.txt. */
typedef enum {
    ATT_W_NONE = 0, ATT_W_LIGHT = 1, ATT_W_GOOD = 2, ATT_W_BAD = 4, ATT_W_NEEDED = 8, ATT_W_CONDITION = 16, ATT_W_REPORT = 32,
    ATT_W_DENIAL = 64, ATT_W_PROOF = 128, ATT_W_EMPTY = 256, ATT_W_MESSAGE = 512, ATT_W_FALSE = 1024, ATT_W_CHARGE = 2048, ATT_W_JUDGE = 4096, ATT_W_SPEECH = 8192, ATT_W_TRUE = 16384,
    ATT_W_PREVENT = 32768
} att_word_class;

/* A topic that many wordings name. */
typedef struct {
    att_slice name, link; /* link: preposition before the party that it is about, or empty */
    att_slice group;      /* wider issue that it belongs to, or empty */
    att_slice wordings;   /* alternatives by ';', each a bag of lemmas; "nato?" may stand near by instead */
} att_topic;

struct att_stances {
    att_table stances, replies;
    att_map words;          /* "lemma/pos" -> att_word_class bits */
    att_map nominals;       /* verb lemma -> index into nominal */
    ATT_VEC(att_slice) nominal;
    att_map kindred;        /* lemma -> index into kin */
    ATT_VEC(att_slice) concepts;
    ATT_VEC(uint64_t) kin;  /* bit i: the word tells of the i-th concept of position/kindred.txt */
    ATT_VEC(att_topic) topics;
    uint32_t faults;
};

uint32_t att_word_classes(const att_stances *lex, att_slice lemma, char pos);
/* Bit i: the word tells of concepts.at[i]. */
uint64_t att_concepts_of(const att_stances *lex, att_slice lemma);
/* Do two dictionary forms tell of one happening (position/kindred.txt)? */
bool att_words_kindred(const att_stances *lex, att_slice a, att_slice b);
/* First entry of a word, 0 = none. */
uint32_t att_entry_first(const att_table *t, att_slice lemma, char pos);
/* The entry that fires at tok, 0 = none. */
uint32_t att_entry_at(const att_stances *lex, const att_table *t, const att_doc *doc, uint32_t tok);

#endif
