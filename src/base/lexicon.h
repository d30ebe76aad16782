/* lexicon.h: read the text files of data/ (and users' files of the same form; the form: data/README.md).
 *
 * A reader walks over the lines, gives the fields, and keeps the first few faults with their line numbers, so that one bad
 * line never stops a run and the linter can show all of them.
 */
#ifndef ATT_BASE_LEXICON_H
#define ATT_BASE_LEXICON_H

#include "base/slice.h"

enum { ATT_LEX_MAX_FIELDS = 16 };

typedef struct {
    const char *name; /* of the file, for messages */
    att_slice rest;
    uint32_t line;    /* of the row in fields, from 1 */
    att_slice row;    /* that line, without white space at its ends */
    uint32_t want;    /* fields that a row must have */
    att_slice fields[ATT_LEX_MAX_FIELDS]; /* "-" has become the empty slice */
    /* called once per faulty line; may be NULL */
    void (*fault)(void *ctx, const char *name, uint32_t line, const char *what);
    void *ctx;
} att_lex;

void att_lex_open(att_lex *lex, const char *name, att_slice text, uint32_t want_fields);
/* Next good row into lex->fields; false at the end. */
bool att_lex_next(att_lex *lex);
void att_lex_fault(const att_lex *lex, const char *what);
/* Walk over the alternatives of a field: att_slice alt, rest = field; while (att_lex_alt(&rest, &alt)) ... Empty ones are skipped. */
bool att_lex_alt(att_slice *rest, att_slice *alt);

#endif
