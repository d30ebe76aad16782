/* number.h: reads numbers written in digits or words, and nothing else: what a number measures is figure.c's question. */
#ifndef ATT_FIGURE_NUMBER_H
#define ATT_FIGURE_NUMBER_H

#include "base/doc.h"

typedef struct {
    uint32_t beg, end;  /* tokens */
    double value;
    bool vague;         /* "dozens", "tens of thousands", "several hundred": value is the least that it can mean */
    bool scaled;        /* has a word of size (hundred, mln, dozen) */
    bool plain;         /* nothing but digits: may be a year, a date, a label */
} att_number;

/* The number that starts at token t and ends before stop; false when none does. */
bool att_number_read(const att_doc *doc, uint32_t t, uint32_t stop, att_number *n);
/* What the word multiplies by (million: 1e6), 0 = it is none. */
double att_number_scale(att_slice lower);

#endif
