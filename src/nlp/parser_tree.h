/* parser_tree.h: the best tree over a table of scores (Chu and Liu 1965, Edmonds 1967), with just one word under the root. */
#ifndef ATT_NLP_PARSER_TREE_H
#define ATT_NLP_PARSER_TREE_H

#include <stddef.h>
#include <stdint.h>

enum { ATT_FAR_CLASSES = 32 };

/* Class of the way from a word to its head: direction and distance. Root: 0. Part of the model file format. */
uint32_t att_far_class(uint32_t dep, uint32_t head);

/* Words of scratch that att_tree_best needs for a sentence of n words. */
static inline size_t att_tree_room(uint32_t n) { return ((size_t)n + 1) * (n + 1) + 8 * ((size_t)n + 1); }

/* score[d * (n + 1) + h]: word d (1..n) under h (0 = root). Row 0 and the diagonal are not read; the rest is used up.
 * head[1..n] is written: a tree, whatever the scores (they must not be NaN). n < 65536. */
void att_tree_best(float *score, uint32_t n, uint32_t *head, uint32_t *room);

#endif
