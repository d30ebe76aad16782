/* model_format.h: the bytes of a model file (docs/formats/model.md has the same in words).
 *
 *   att_file_head | att_file_section x section_count | sections, each at a multiple of 64
 *
 * All numbers are little-endian, so that the file is used where it is mapped. A section of numbers begins with an
 * att_file_matrix. Nothing here may change without a new ATT_MODEL_FORMAT.
 */
#ifndef ATT_NLP_MODEL_FORMAT_H
#define ATT_NLP_MODEL_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#define ATT_MODEL_MAGIC "ATTMODEL"
enum {
    ATT_MODEL_FORMAT = 2,      /* of the files that this program writes and reads */
    ATT_MODEL_OLDEST = 2,      /* oldest format that it still reads */
    ATT_MODEL_ALIGN = 64,
    ATT_MODEL_MAX_SECTIONS = 256,
    ATT_PANEL = 16             /* outputs that stand together in packed weights */
};

typedef struct {
    char magic[8];
    uint32_t format;        /* of this file */
    uint32_t oldest_reader; /* programs that know at least this format can read it */
    uint64_t file_bytes;
    uint64_t checksum;      /* att_model_checksum of all bytes, with this field zero */
    uint32_t section_count;
    uint32_t zero[7];
} att_file_head;
_Static_assert(sizeof(att_file_head) == 64, "layout is part of the file format");

typedef struct {
    char name[16]; /* NUL-padded, never 16 long */
    uint64_t offset, bytes;
} att_file_section;
_Static_assert(sizeof(att_file_section) == 32, "layout is part of the file format");

enum {
    ATT_FILE_INT8 = 1,   /* rows x cols, value = integer * scale */
    ATT_FILE_WEIGHTS,    /* int16, packed: [cols / 16][rows / 2][16][2]; rows inputs, cols outputs */
    ATT_FILE_FLOAT       /* rows x cols */
};
typedef struct {
    uint32_t kind, rows, cols;
    float scale;    /* of one unit */
    float in_scale; /* weights: units of the integer input per 1.0 */
    uint32_t zero[11];
} att_file_matrix;
_Static_assert(sizeof(att_file_matrix) == 64, "layout is part of the file format");

/* Slot of the word table: a power of two of them, probed from (hash & mask) upwards; row 0 = empty. */
typedef struct { uint32_t check, row; } att_file_word; /* check: upper half of the word's hash */

/* Slot of the lemma table, probed alike; rule ATT_NO_RULE = empty. Keys: lemma.h. */
typedef struct { uint32_t check, rule; } att_file_lemma;
#define ATT_NO_RULE UINT32_MAX

/* How a lemma is made: a base (ATT_BASE_*), less `strip` bytes at its end, plus text[at, at + len). */
typedef struct { uint8_t base, strip; uint16_t len; uint32_t at; } att_file_rule;
enum { ATT_BASE_LOWER, ATT_BASE_FORM, ATT_BASE_TITLE, ATT_BASE_NOTHING };

/* A tag: what stands behind index i of the tagger's answers. Sorted by upos, then xpos. */
typedef struct { uint16_t upos, xpos, feats, zero; } att_file_tag;

/* n bytes at p, as if the 8 bytes of att_file_head.checksum were 0. */
uint64_t att_model_checksum(const unsigned char *p, size_t n);

#endif
