/* conllu.h: CoNLL-U in and out (universaldependencies.org/format.html).
 *
 * Reading takes sentences and words as given, rebuilds the text from forms and SpaceAfter, and leaves the other columns to
 * the stages. Empty nodes (5.1) are dropped. Words of a multiword token (3-4 don't) get the part of its form that they
 * stand for where the forms add up, else all of it.
 */
#ifndef ATT_NLP_CONLLU_H
#define ATT_NLP_CONLLU_H

#include "base/buf.h"
#include "nlp/nlp.h"

/* A multiword token: first and last word, and the form and MISC as given. */
typedef struct {
    uint32_t first, last;
    att_slice form, misc;
} att_conllu_range;

/* What the file has beside words; slices into it. */
typedef struct {
    ATT_VEC(att_conllu_range) ranges; /* by first word */
    ATT_VEC(att_slice) comments;      /* [sentence id]: its comment lines, or empty */
} att_conllu_frame;

typedef struct {
    att_slice file; /* must live as long as the documents read from it */
    uint32_t at, line;
} att_conllu_reader;

void att_conllu_open(att_conllu_reader *r, att_slice file);
/* The next document: up to the next "# newdoc", at most about 2 MB. doc: arenas set (att_doc_init with any text); everything
 * else is written anew. *more: false at the end of the file, and then doc is empty. ATT_E_FORMAT: offset is the line. */
att_err att_conllu_next(att_conllu_reader *r, att_doc *doc, att_conllu_frame *frame, bool *more);
/* A whole file as one document. ATT_E_TOO_LARGE above ATT_MAX_DOC_BYTES of text. */
att_err att_conllu_read(att_doc *doc, att_slice file, att_conllu_frame *frame);

/* What att_conllu_write may add. All of it may be absent (NULL). */
typedef struct {
    const att_conllu_frame *frame; /* comments and multiword tokens as they were read; else they are made up */
    const att_slice *misc;         /* per token: more for column 10, "NER=B-PER|Factuality=2.5" */
} att_conllu_extra;

/* All sentences in ten columns. Column 10: SpaceAfter=No, start= and end= (bytes of doc->text), then extra->misc. */
void att_conllu_write(const att_model *model, const att_doc *doc, const att_conllu_extra *extra, att_buf *out);

#endif
