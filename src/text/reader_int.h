/* reader_int.h: what the readers of the single formats share. Private to reader.c, plain.c, html.c, jsonl.c, csv.c. */
#ifndef ATT_TEXT_READER_INT_H
#define ATT_TEXT_READER_INT_H

#include "base/arena.h"
#include "base/buf.h"
#include "text/csv.h"
#include "text/html.h"
#include "text/reader.h"
#include "text/reader_source.h"

struct att_reader {
    att_reader_options opt;
    att_input format;
    const char *path;
    att_slice name;         /* last part of the path */
    att_source src;
    att_buf text;           /* text of the current article, where it had to be made */
    att_buf decoded;        /* its record in UTF-8, where that had to be made */
    att_arena keep;         /* metadata of the current article */
    jmp_buf oom;
    bool finished;          /* nothing comes after this */
    bool array_open;        /* JSON: between '[' and ']' */
    void *json;             /* json_object of the current record */
    void *tokener;          /* json_tokener */
    att_csv csv;
    att_html *html;
};

/* One step of each format. Same contract as att_reader_next; id and path are already set, err is ATT_FINE. */
bool att_plain_next(att_reader *r, att_article *a, att_err *err);
bool att_html_next(att_reader *r, att_article *a, att_err *err);
bool att_jsonl_next(att_reader *r, att_article *a, att_err *err);
bool att_json_next(att_reader *r, att_article *a, att_err *err);
bool att_csv_next(att_reader *r, att_article *a, att_err *err);
void att_json_release(att_reader *r);
/* Does a JSON file hold one object per line? Looks at the bytes that are there. */
bool att_json_has_lines(att_slice s);

att_err att_text_error(att_code code, const char *msg, uint32_t offset);
/* The whole file as UTF-8; charset is a hint and may be empty. */
att_err att_reader_whole(att_reader *r, att_slice (*charset)(att_slice), att_slice *text);
/* id of a record without one of its own: "news.jsonl:12". */
att_slice att_reader_line_id(att_reader *r, uint32_t line);

/* Which field a key or column is, and how sure that is (0 = named by the user, then the order of guesses). */
bool att_field_match(const att_reader_options *opt, att_slice key, att_field *field, uint32_t *rank);
/* Values of a record's fields -> the article: text is checked, dates are read, the id is made when there is none. */
void att_fields_use(att_reader *r, const att_slice values[ATT_FIELD_COUNT], uint32_t line, att_article *a, att_err *err);

#endif
