/* parsenet.h: dependency trees. Every word scores every other as its head (Dozat and Manning 2017, with a plain product in
 * place of the bilinear form, and a learned bias for direction and distance); the best tree is found by mst.h; a small layer
 * names each arc. */
#ifndef ATT_TRAIN_PARSENET_H
#define ATT_TRAIN_PARSENET_H

#include "dense.h"
#include "encoder.h"

typedef struct {
    encoder enc;
    uint32_t arc, lab;
    dense dep, head;            /* 2H -> arc each, leaky */
    param root;                 /* head vector of the root (arc) */
    param far;                  /* UPOS of the dependent x distance class */
    dense lab_dep, lab_head, lab_out; /* 2H -> lab, 2H -> lab, lab -> relations */
    param lab_root;
    float *a, *da, *b, *db, *ld, *dld, *lh, *dlh, *m, *dm, *y, *dy, *s, *ds, *bt;
    size_t cap[15];
    uint8_t *mask[2];
    size_t cap_mask;
} parsenet;

parsenet parsenet_new(encoder_shape s, uint32_t arc, uint32_t lab, const vocabulary *v, const bank_lists *l, mat_rng *r);
uint32_t parsenet_params(parsenet *p, param **out);
/* One batch. Learning: forward and backward. Else head and deprel of each row are written (1.. in the sentence). */
double parsenet_run(parsenet *p, const batch *b, const bank_lists *l, mat_rng *learning, uint16_t *head, uint8_t *deprel);

#endif
