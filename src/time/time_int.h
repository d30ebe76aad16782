/* time_int.h: what the files of time.h share.
 *
 *   time_words.c     the lists of data/time; what each token may mean for time
 *   time_moment.h    calendar sums
 *   time_tense.c     does the clause look back or ahead?
 *   time_calendar.c  dates that name themselves: 15 February 2022, 2022-02-15, 1998, the 1990s, 480 BC
 *   time_parts.c     quarters, halves, seasons, centuries
 *   time_relative.c  Tuesday, last week, two years ago, that year
 *   time_span.c      durations and sets
 *   time_clock.c     times of day
 *   time_order.c     day first or month first?
 *   time_calendars.c Hijri years, Julian days
 *   time_vague.c     the bounded range of "in recent weeks", "soon"
 *   timexes.c        the walk over the sentences, prefixes ("the end of"), the record
 *
 * A rule looks at the tokens from `at` on and fills a reading, or leaves it alone. All rules are tried at a token, the longest reading
 * wins, the earlier rule wins a tie.
 */
#ifndef ATT_TIME_TIME_INT_H
#define ATT_TIME_TIME_INT_H

#include "base/hash.h"
#include "time/time.h"
#include "time/time_moment.h"

typedef enum {
    TW_NONE, TW_MONTH, TW_WEEKDAY, TW_WEEKDAYS, TW_UNIT, TW_UNITS, TW_SEASON, TW_PART, TW_PARTS, TW_HOUR, TW_MERIDIEM, TW_ZONE,
    TW_NUMBER, TW_ORDINAL, TW_DECADE, TW_SOME, TW_TODAY, TW_TONIGHT, TW_MOD, TW_EDGE, TW_FREQ, TW_REF, TW_AGO, TW_CLASSES
} tw_class;

typedef enum { MOD_LAST, MOD_PAST, MOD_THIS, MOD_NEXT, MOD_PREV, MOD_FOLLOW, MOD_SAME, MOD_LATEST } tw_mod;
typedef enum { UNIT_S, UNIT_MIN, UNIT_H, UNIT_D, UNIT_W, UNIT_M, UNIT_Q, UNIT_Y, UNIT_E, UNIT_C, UNIT_WE } tw_unit;

typedef struct {
    uint8_t class;   /* tw_class */
    uint8_t unit;    /* of TW_UNIT, TW_UNITS */
    uint16_t phrase; /* phrases begin with this word */
    int32_t value;   /* number, month, weekday, tw_mod, season, factor of a unit ... */
    const char *code; /* text in the lexicon, not NUL-ended beyond its line */
} time_word;

typedef struct {
    att_slice type, value;
    uint8_t tokens;
    bool holiday;
} time_phrase;

typedef struct {
    att_map words, phrases;
    ATT_VEC(time_word) at;      /* [0] is "no word of time" */
    ATT_VEC(time_phrase) phrase;
    att_map vague;              /* phrase -> vague_days, counted from publication */
    ATT_VEC(att_days) vague_days;
} time_lexicon;

typedef enum { LOOKS_BACK, LOOKS_AHEAD } time_direction;

typedef struct {
    uint32_t end;          /* token behind it; 0 = nothing read */
    uint8_t kind;          /* att_timex_kind */
    att_moment moment;     /* size NONE when it is no moment of the calendar */
    char value[ATT_VALUE_BYTES];
    att_days days;
    const char *rule;
} time_reading;

typedef struct {
    att_doc *doc;
    const time_lexicon *lex;
    const time_word **word; /* token -> its word, never NULL */
    uint32_t beg, end;      /* sentence */
    att_day published;
    bool lowercase;         /* the article has no capitals: they are not asked for */
    int order;              /* of 03/04/2022: 1 day first, -1 month first, 0 not known */
    bool narrative;         /* a text about the past: dates without a year follow the one told before */
    bool undated_news;      /* a narrative only for want of a publication day: its bare years ("since 2014") are background and move no date */
    att_moment told;        /* last moment that was read, of any size */
    att_moment told_day;    /* last day that was read */
    int told_year;          /* 0 = none */
    int passing_year;       /* last year that was told alone */
} time_reader;

void att_time_lexicon(time_lexicon *lex, att_arena *a);
void att_time_load_vague(time_lexicon *lex, att_arena *a);
/* A text about the past, or a chronology: dates without a year go on from the one told before. Sets undated_news. */
bool att_time_narrative(time_reader *r);
/* What the text and its outlet say about the order of day and month: 1 day first, -1 month first, 0 nothing. */
int att_time_day_order(const time_reader *r);
/* A day that is told to be Julian becomes Gregorian. */
void att_time_old_style(const time_reader *r, time_reading *x);
/* Days for a vague reading that has none. */
void att_time_vague(const time_reader *r, uint32_t beg, time_reading *x);
/* "several weeks ago" (sign -1), "some months later" (1). */
void att_time_several(const time_reader *r, uint8_t unit, int sign, time_reading *x);
const time_word *att_time_word(const time_lexicon *lex, att_slice lower);

/* Is token t written with a capital, where that can be told? */
static inline bool tw_cap(const time_reader *r, uint32_t t)
{
    return r->lowercase || (r->doc->toks.at[t].flags & ATT_TOK_CAP) != 0;
}

/* Is token t, a month or a weekday, written as one? "monday" and "december" are nothing else in small letters either. */
static inline bool tw_named(const time_reader *r, uint32_t t)
{
    att_slice s = r->doc->toks.at[t].lower;
    return tw_cap(r, t) || (s.len > 4 && !att_is(s, "march") && !att_is(s, "august") && s.ptr[s.len - 1] != '.') || att_is(s, "june") || att_is(s, "july");
}

/* Class of token t; NONE outside of the sentence. */
static inline uint8_t tw(const time_reader *r, uint32_t t)
{
    return t >= r->beg && t < r->end ? r->word[t]->class : (uint8_t)TW_NONE;
}
static inline int32_t tw_value(const time_reader *r, uint32_t t) { return r->word[t]->value; }
static inline att_slice tw_lower(const time_reader *r, uint32_t t)
{
    return t >= r->beg && t < r->end ? r->doc->toks.at[t].lower : (att_slice){0};
}
static inline bool tw_is(const time_reader *r, uint32_t t, const char *z) { return att_is(tw_lower(r, t), z); }
static inline bool tw_hyphen(const time_reader *r, uint32_t t)
{
    return tw_is(r, t, "-") || tw_is(r, t, "\xE2\x80\x93") || tw_is(r, t, "\xE2\x80\x94");
}
/* Token t written without a space before the next one. */
static inline bool tw_glued(const time_reader *r, uint32_t t)
{
    return t + 1 < r->end && !(r->doc->toks.at[t].flags & ATT_TOK_SPACE_AFTER);
}

/* Reading of a moment, kind DATE. */
void att_time_moment(time_reading *out, att_moment m, uint32_t end, const char *rule);
/* Reading with a value alone. */
void att_time_value(time_reading *out, att_timex_kind kind, const char *value, uint32_t end, const char *rule);
/* Part of a day: 2022-02-15TMO; the days are those of the moment. */
void att_time_of_day(time_reading *out, att_moment day, const char *t, uint32_t end, const char *rule);

/* What a quantity of units says: "three", "a", "two and a half", "several" (some). End of it, or 0. */
typedef struct {
    double n;
    bool some;      /* not a number: few, several */
    bool article;   /* a, an */
} time_quantity;
uint32_t att_time_quantity(const time_reader *r, uint32_t t, time_quantity *q);
/* Digits or words, 0..999,999: end of it, or 0. */
uint32_t att_time_number(const time_reader *r, uint32_t t, int *n);
/* Day of a month: 15, 15th, fifteenth. End, or 0. */
uint32_t att_time_monthday(const time_reader *r, uint32_t t, int *day);
/* A year at t, as digits (with or without AD), '99 or words. End, or 0. */
uint32_t att_time_year(const time_reader *r, uint32_t t, int *year);
/* Decimal digits with or without commas, at most six; -1 for anything else. */
int att_time_digits(att_slice s);
att_size att_time_size(uint8_t unit);
/* The year of a month that a narrative tells without one: it goes on from the month told before. 0 when none was told. */
int att_time_told_year(const time_reader *r, int month);

/* Of the clause around tokens [beg, end); back when nothing tells. */
time_direction att_time_direction(const time_reader *r, uint32_t beg, uint32_t end);
/* false when nothing tells. */
bool att_time_clear(const time_reader *r, uint32_t beg, uint32_t end, time_direction *d);

/* Day without a year, month without a year: the nearest, or as the clause looks. */
bool att_time_place_day(const time_reader *r, uint32_t beg, uint32_t end, int month, int day, att_moment *out);
bool att_time_place_month(const time_reader *r, uint32_t beg, uint32_t end, int month, att_moment *out);

typedef void time_rule(const time_reader *r, uint32_t at, time_reading *out);
time_rule att_time_calendar, att_time_numeric, att_time_years, att_time_decades, att_time_fixed, att_time_parts_of_year, att_time_seasons,
    att_time_weekday, att_time_todays, att_time_modified, att_time_ago, att_time_bare_unit, att_time_duration, att_time_set, att_time_clock,
    att_time_daypart, att_time_hijri, att_time_year_end, att_time_week_of_month;

#endif
