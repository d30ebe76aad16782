/* print.h: the print of a text by itself. */
#ifndef ATT_TESTS_PRINT_H
#define ATT_TESTS_PRINT_H

#include "story/copies.h"
#include "story/fold.h"

static inline att_copy_print print_of(const char *text)
{
    att_copy_print out;
    att_copy_printer p;
    att_folded w;
    att_copy_print_begin(&p, &out);
    for (uint32_t at = 0; att_fold_next(att_slice_of(text), &at, &w);) att_copy_print_add(&p, w.hash);
    return out;
}

#endif
