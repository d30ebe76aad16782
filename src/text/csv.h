/* csv.h: records of comma-separated text (RFC 4180; also ';', tab and '|'), fields in quotes may hold line ends. */
#ifndef ATT_TEXT_CSV_H
#define ATT_TEXT_CSV_H

#include "base/buf.h"

typedef struct {
    char sep;
    bool started;        /* the header was read */
    att_buf cells;       /* unquoted bytes of the record's fields */
    att_buf ends;        /* uint32_t: where each field ends in cells */
    att_buf columns;     /* uint8_t for each column: att_field + 1, or 0 */
    size_t rescan_left;  /* bytes that may still be looked at twice after quotation marks that never close */
} att_csv;

/* How far the search for the end of a record has come; zeroed = at its start. */
typedef struct {
    uint32_t at;
    bool quoted, inside; /* between quotation marks; past the first byte of a field */
} att_csv_scan;

/* Bytes of the record at the head of s, its line end included; 0 when s ends before it does: call again with more of it and the
 * same scan. last: nothing comes after s. */
uint32_t att_csv_record(att_csv_scan *scan, att_slice s, char sep, bool last);
/* Fields of one record into cells and ends; false without memory. */
bool att_csv_fields(att_csv *c, att_slice record);
uint32_t att_csv_count(const att_csv *c);
att_slice att_csv_field(const att_csv *c, uint32_t i);
/* The separator of a header line. */
char att_csv_sep(att_slice line);
void att_csv_release(att_csv *c);

#endif
