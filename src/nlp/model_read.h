/* model_read.h: find and check the sections of a model file. The first fault stays; after it everything reads as empty. */
#ifndef ATT_NLP_MODEL_READ_H
#define ATT_NLP_MODEL_READ_H

#include "nlp/model_int.h"

typedef struct {
    const unsigned char *file;
    size_t len;
    const att_file_section *sections;
    uint32_t count;
    const char *fault; /* static text, or NULL */
    bool no_memory;    /* the fault is ours, not the file's */
} att_model_reader;

/* Head, version, size, checksum, and the bounds of every section. */
void att_model_read_begin(att_model_reader *r, const unsigned char *file, size_t len);
/* Bytes of a section; a multiple of unit, at least one unit. */
const void *att_model_read_bytes(att_model_reader *r, const char *name, size_t unit, uint32_t *count);
/* Payload of a matrix; *rows and *cols: wanted, or 0 and then what it has. */
const void *att_model_read_matrix(att_model_reader *r, const char *name, uint32_t kind, uint32_t *rows, uint32_t *cols,
                                  att_file_matrix *head);
/* Sections "net.name" ("name" where net is empty). cols, rows, in, out: wanted sizes, 0 = any; has_bias: "name.b" too. */
att_table att_read_table(att_model_reader *r, const char *net, const char *name, uint32_t cols);
const float *att_read_floats(att_model_reader *r, const char *net, const char *name, uint32_t rows, uint32_t cols);
att_weights att_read_weights(att_model_reader *r, const char *net, const char *name, uint32_t in, uint32_t out, bool has_bias);
/* What an encoder reads beside the vectors and the parts of words. */
enum { ATT_NET_WORDS = 1, ATT_NET_TAGS = 2, ATT_NET_FLAGS = 4 };
att_encoder att_read_encoder(att_model_reader *r, const char *net, uint32_t parts);

/* True and a fault unless ok. */
bool att_model_fault(att_model_reader *r, bool ok, const char *what);

#endif
