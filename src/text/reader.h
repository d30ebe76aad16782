/* reader.h: files and standard input -> articles, one at a time.
 *
 *   att_reader *r;
 *   att_err e = att_reader_open(&r, "news.jsonl", NULL);
 *   for (att_article a; !att_failed(e) && att_reader_next(r, &a, &e);) { if (att_failed(e)) report(a.id, e); else use(&a); e = ATT_FINE; }
 *   att_reader_close(r);
 *
 * Plain text, HTML, JSON (one object, or an array of them), JSON Lines and CSV or TSV with a header line. Records of JSON
 * Lines, JSON and CSV are streamed: memory is bounded by the largest record, not by the file. A reader belongs to one thread.
 */
#ifndef ATT_TEXT_READER_H
#define ATT_TEXT_READER_H

#include "text/text.h"

typedef enum { ATT_INPUT_GUESS, ATT_INPUT_PLAIN, ATT_INPUT_HTML, ATT_INPUT_JSON, ATT_INPUT_JSONL, ATT_INPUT_CSV } att_input;

typedef enum {
    ATT_FIELD_TEXT, ATT_FIELD_TITLE, ATT_FIELD_DATE, ATT_FIELD_URL, ATT_FIELD_OUTLET, ATT_FIELD_AUTHOR, ATT_FIELD_ID,
    ATT_FIELD_DATELINE, ATT_FIELD_COUNT
} att_field;

typedef struct {
    att_input format;                     /* ATT_INPUT_GUESS: by extension and content */
    const char *fields[ATT_FIELD_COUNT];   /* key or column that holds it; NULL = guess. Must outlive the reader. */
} att_reader_options;

typedef struct att_reader att_reader;

/* path "-" is standard input; opt may be NULL. *out is NULL when it fails. The path must outlive the reader. */
att_err att_reader_open(att_reader **out, const char *path, const att_reader_options *opt);
/* The next article; false at the end. True with att_failed(*err) when there is one that can't be read: article->id and ->path
 * name it, err->msg says why and what helps, err->offset is its line where the format has lines. *article holds until the
 * next call. */
bool att_reader_next(att_reader *r, att_article *article, att_err *err);
void att_reader_close(att_reader *r);

/* "text=body" -> opt->fields; the part behind '=' is kept, not copied. ATT_E_USAGE for an unknown name. */
att_err att_reader_field(att_reader_options *opt, const char *assignment);
/* "plain", "html", "json", "jsonl", "csv"; ATT_INPUT_GUESS for anything else. */
att_input att_input_named(const char *name);

#endif
