/* export.h: trained networks -> a model file (src/nlp/model_format.h). */
#ifndef ATT_TRAIN_EXPORT_H
#define ATT_TRAIN_EXPORT_H

#include "lemmas.h"
#include "parsenet.h"
#include "tagnet.h"

typedef struct { const char *key; char value[512]; } note;

/* Largest activations seen on ordinary text; what lies beyond is cut. */
typedef struct { float tag_middle, arc, label_middle; } ranges;

typedef struct {
    const bank_lists *lists;
    const vocabulary *voc;
    const tagnet *tag;
    const parsenet *parse;
    const lemma_model *lemmas;
    ranges range;
    const note *notes;
    uint32_t note_count;
} trained;

/* Exits when the file can't be written. */
void export_model(const trained *t, const char *path);

#endif
