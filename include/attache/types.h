/* types.h: the small values that every part of attaché shares.
 *
 * Text is counted, never NUL-ended, and never rewritten: a span is a pair of byte offsets into the document's own
 * text, a slice is a pointer and a length. Ids are indexes into a column; id 0 means none, so zeroed memory is a valid
 * empty record. Days are counted from 1970-01-01 (proleptic Gregorian calendar); no function reads the clock.
 */
#ifndef ATTACHE_TYPES_H
#define ATTACHE_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) && defined(ATT_BUILD_SHARED)
#define ATT_API __attribute__((visibility("default")))
#else
#define ATT_API
#endif

/* len bytes at ptr; ptr may be NULL when len is 0. */
typedef struct {
    const char *ptr;
    uint32_t len;
} att_slice;

/* Bytes [beg, end) of the document's text. */
typedef struct {
    uint32_t beg, end;
} att_span;

/* Index into a column of a document; 0 is none. */
typedef uint32_t att_id;

/* A counted list of ids, owned by the document's arena. */
typedef struct {
    const att_id *at;
    uint32_t n;
} att_ids;

/* Day number, 0 = 1970-01-01. */
typedef int32_t att_day;
#define ATT_NO_DAY INT32_MIN

/* Codes are append-only; each is reached by a test. */
typedef enum {
    ATT_OK = 0,
    ATT_E_NOMEM,     /* the arena's cap or the system's memory is used up */
    ATT_E_IO,        /* reading or writing failed; sys has errno */
    ATT_E_TOO_LARGE, /* over a limit of limits.h */
    ATT_E_NOT_TEXT,  /* binary, or nothing that could be decoded */
    ATT_E_EMPTY,     /* no text in it */
    ATT_E_FORMAT,    /* not the format that it claims to be; offset says where */
    ATT_E_MODEL,     /* model file damaged, foreign, or of another version */
    ATT_E_LEXICON,   /* a line of a lexicon can't be read; offset is its line number */
    ATT_E_STORE,     /* SQLite refused */
    ATT_E_USAGE      /* the caller asked for something that makes no sense */
} att_code;

/* The stage that an error or a note comes from. */
typedef enum {
    ATT_STAGE_NONE, ATT_STAGE_BASE, ATT_STAGE_TEXT, ATT_STAGE_NLP, ATT_STAGE_TIME, ATT_STAGE_PLACE, ATT_STAGE_ACTOR,
    ATT_STAGE_EVENT, ATT_STAGE_STATEMENT, ATT_STAGE_FIGURE, ATT_STAGE_STORY, ATT_STAGE_STORE, ATT_STAGE_EXPORT
} att_stage;

/* An error is a value: what, where, and a static message in plain words. msg is never freed. */
typedef struct {
    att_code code;
    uint16_t stage; /* att_stage */
    uint32_t offset; /* byte, line or record, as the code says */
    int sys;        /* errno, or 0 */
    const char *msg;
} att_err;

#define ATT_FINE ((att_err){0})

static inline bool att_failed(att_err e) { return e.code != ATT_OK; }

#endif
