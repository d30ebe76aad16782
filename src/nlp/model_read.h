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
/* True and a fault unless ok. */
bool att_model_fault(att_model_reader *r, bool ok, const char *what);

#endif
