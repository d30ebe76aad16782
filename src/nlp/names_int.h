/* names_int.h: what the files of names.h and their trainer share.
 *
 *   names_words.c     the embedded dictionaries as two hash tables: words, and whole names
 *   names_model.c     the file: weights, transitions, word classes
 *   names_lattice.c   what a document's words look like, and the stretches in which names can stand
 *   names_features.c  the features of one word
 *   names_net.c       scores of words by a small recurrent network over the vectors of the language model
 *   names_decode.c    best sequence of tags (Viterbi)
 *   names.c           two passes: word by word, then with what the rest of the article says
 *   names_rules.c     without the file
 *
 * Method: linear-chain conditional random field (Lafferty et al. 2001) over hashed features, with classes of words from word vectors
 * (Turian et al. 2010) and a second pass over the document (Ratinov and Roth 2009: "non-local" features). The words that can't be in
 * a name (no capital, no proper noun, not in the dictionaries) are left out, so two thirds of the text cost nothing.
 */
#ifndef ATT_NLP_NAMES_INT_H
#define ATT_NLP_NAMES_INT_H

#include "base/hash.h"
#include "base/mapfile.h"
#include "nlp/model_int.h"
#include "nlp/names.h"

/* O, then B and I of every kind that is learned; NORP is told by the dictionaries (no treebank marks it). */
enum { NAMES_O, NAMES_B_PER, NAMES_I_PER, NAMES_B_ORG, NAMES_I_ORG, NAMES_B_LOC, NAMES_I_LOC, NAMES_TAGS };
enum { NAMES_STRIDE = 8, NAMES_BITS = 17, NAMES_SLOT_BITS = 18, NAMES_MAX_FEATURES = 128, NAMES_FORMAT = 2 };
enum { NAMES_TREE_FEATURES = 11 }; /* of a word, those from tags and tree; they come first */
#define NAMES_KIND(tag) (((tag) + 1) / 2) /* att_name_kind of a tag */

/* ---- dictionaries ---- */

/* Single words, in lower case. */
enum {
    NAMES_W_GIVEN = 1, NAMES_W_SURNAME = 2, NAMES_W_ORG = 4,  /* is the head of an organisation's name: ministry, party, bank */
    NAMES_W_PLACE = 8, NAMES_W_TITLE = 16, NAMES_W_NORP = 32, NAMES_W_INSIDE = 64, /* stands in a longer name of an organisation */
    NAMES_W_LAND = 128                                         /* stands in a place's name for what it is: county, river */
};
/* Whole names. */
enum { NAMES_P_PER = 1, NAMES_P_ORG = 2, NAMES_P_LOC = 4, NAMES_P_COUNTRY = 8, NAMES_P_NORP = 16, NAMES_P_ORGAN = 32 };
enum { NAMES_PHRASE_MAX = 7 };

typedef struct {
    uint32_t *keys;   /* 0 = empty */
    uint8_t *flags;
    uint32_t n, mask;
} att_names_table;

typedef struct {
    att_names_table words, phrases;
    att_names_table begins; /* first words of phrases; flags = words of the longest one */
} att_names_words;

void att_names_words_open(att_names_words *w, att_arena *a);
/* Flags of a hash, 0 when it is not there. */
uint8_t att_names_get(const att_names_table *t, uint64_t hash);
static inline uint64_t att_names_phrase_step(uint64_t h, uint64_t word) { return att_hash2(h, word); }

/* ---- file ---- */

/* Lists of words that are too long for the dictionaries: train/lists. */
enum { NAMES_L_GIVEN = 1, NAMES_L_SURNAME = 2, NAMES_L_TOWN = 4, NAMES_L_ORG = 8, NAMES_L_BEGINS = 16 /* a name of several words, which has a
    slot of its own by its words' hashes */ };
enum { NAMES_LISTED_MAX = 5 }; /* words of such a name */

typedef struct {
    uint32_t hash;         /* upper half of the word's hash, 0 = empty */
    uint16_t fine;         /* classes, from 1; 0 = the word has no vector */
    uint8_t coarse, lists; /* NAMES_L_* */
} att_names_class;

/* Weights of steps: from the row's tag to the column's. */
typedef struct {
    float at[NAMES_TAGS][NAMES_STRIDE];
} att_names_steps;

/* File: this head, classes [1 << slot_bits], int8 weights [1 << bits][NAMES_STRIDE], each times scale; then the network, as a file of
 * its own in the form of model_format.h. The scores of both are added. */
typedef struct {
    char magic[8];         /* "ATTNAMES" */
    uint32_t format, bits, tags, slot_bits;
    float scale;
    float net_share;       /* weight of the network's scores */
    uint64_t checksum;     /* att_hash of all behind the head */
    att_names_steps step;
    char note[248];
} att_names_head;
_Static_assert(sizeof(att_names_head) == 512, "the head is part of the file format");

/* The network: its words are the language model's vectors, so both files belong together. */
typedef struct {
    att_encoder encoder;
    att_weights from_h, from_x, out;
} att_names_net;

struct att_names_model {
    att_arena arena;
    att_mapped file;
    att_names_words words;
    const att_names_class *classes;
    const int8_t *weights;
    float scale, net_share;
    att_names_steps step;
    att_names_net net;
};

/* NULL, or what is wrong with the file. */
const char *att_names_net_read(att_names_net *net, const unsigned char *file, size_t len);

/* ---- documents ---- */

/* A word as the features see it. */
typedef struct {
    uint64_t lower;
    uint32_t form, shape, prefix[3], suffix[3];
    uint16_t fine;
    uint8_t coarse, lists;
    uint8_t words, phrase;  /* flags of the dictionaries */
    uint8_t place;          /* in the phrase: 0 none, 1 alone, 2 first, 3 inside, 4 last */
    uint8_t listed;         /* in a name of several words of the lists: NAMES_L_TOWN, NAMES_L_ORG; 1 where it goes on */
    uint8_t caps;           /* capital and position: see caps_of */
    uint8_t style;          /* of the sentence: 0 as usual, 1 all capitals, 2 a capital on every word, 3 none */
    bool candidate;
} att_names_word;

/* How often a word of the document is what, outside of the place in question. */
typedef struct {
    uint32_t key;
    uint16_t lower, cap;            /* in small letters; with a capital inside of a sentence */
    uint16_t kind[4], last;         /* by the first pass: O with a capital, PER, ORG, LOC; last word of a longer PER */
} att_names_tally;

typedef struct {
    uint32_t beg, end;              /* tokens */
} att_names_segment;

typedef struct {
    const att_doc *doc;
    att_names_word *word;           /* per token */
    att_names_tally *tally;
    uint32_t tally_mask;
    ATT_VEC(att_names_segment) segments;
    const uint8_t *tags;            /* of the first pass; NULL before it */
} att_names_lattice;

/* classes may be NULL (none). */
void att_names_lattice_make(att_names_lattice *l, const att_names_words *words, const att_names_class *classes, const att_doc *doc, att_arena *a);
/* Takes the tags of the first pass (one per token, must live as long as l). */
void att_names_lattice_tell(att_names_lattice *l, const uint8_t *tags);
const att_names_tally *att_names_tally_of(const att_names_lattice *l, uint32_t tok);

/* Features of token t, each below 1 << NAMES_BITS; returns how many. */
uint32_t att_names_features(const att_names_lattice *l, uint32_t t, uint32_t out[NAMES_MAX_FEATURES]);
/* What the first pass said about the word elsewhere; to be added in the second. */
uint32_t att_names_features_told(const att_names_lattice *l, uint32_t t, uint32_t out[NAMES_MAX_FEATURES]);

/* What the dictionaries and the letters say of a word, a bit each, for the network. */
enum { NAMES_FLAGS = 52 };
uint64_t att_names_flags(const att_names_word *w);
/* Adds the network's scores of all tokens to score [tokens][NAMES_STRIDE]. Nothing happens where the network was made for vectors of
 * another size. */
void att_names_net_add(const att_names_net *net, const att_model *language, const att_names_lattice *l, att_doc *doc, float (*score)[NAMES_STRIDE]);

/* Best tags of n words. score [n][NAMES_STRIDE] is changed; from [n] is room for the way back. */
void att_names_decode(const att_names_steps *step, float *score, uint8_t (*from)[NAMES_STRIDE], uint32_t n, uint8_t *tags);

void att_names_add(att_doc *doc, uint32_t beg, uint32_t end, uint8_t kind);
void att_names_by_rules(att_doc *doc);

#endif
