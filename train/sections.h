/* sections.h: trained tables and networks -> the sections of a model file (src/nlp/model_format.h). net and name make a section's name,
 * "net.name", or "name" where net is empty. Out of memory ends the trainer. */
#ifndef ATT_TRAIN_SECTIONS_H
#define ATT_TRAIN_SECTIONS_H

#include "dense.h"
#include "encoder.h"
#include "nlp/model_format.h"

typedef struct {
    att_file_section at[ATT_MODEL_MAX_SECTIONS];
    unsigned char *data[ATT_MODEL_MAX_SECTIONS];
    uint32_t n;
} sections;

/* A section of so many bytes, zeroed, to be filled. */
void *sections_bytes(sections *f, const char *net, const char *name, size_t bytes);
void sections_floats(sections *f, const char *net, const char *name, const float *v, uint32_t rows, uint32_t cols);
void sections_dense(sections *f, const char *net, const char *name, const dense *d, float in_scale, int bias);
/* 8-bit integers of `scale` each. */
void sections_table(sections *f, const char *net, const char *name, const float *v, uint32_t rows, uint32_t cols, float scale);
void sections_encoder(sections *f, const char *net, const encoder *e, float scale);
/* The whole file, in memory to be freed; the sections are given up. */
unsigned char *sections_finish(sections *f, size_t *len);

#endif
