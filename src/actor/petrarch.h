/* petrarch.h: the field's own dictionaries, as PETRARCH, PETRARCH-2 and the Phoenix pipeline have them.
 *
 *   actors   ZINE_EL_ABIDINE_BEN_ALI_  [TUNGOV 871107-110114]  [TUNELI >110114]  # comment
 *            +BEN_ALI                  another spelling of the name above
 *                [TUNGOV ...]          codes may stand on lines of their own
 *   agents   FOREIGN_MINISTER {FOREIGN_MINISTERS} [~GOV]       plural in braces; {} = none; without braces an S is added
 *            !PERSON! = MAN, MEN, WOMAN                        a marker that other lines use
 *
 * Codes are CAMEO's: a country (ISO 3166 alpha-3, or CAMEO's own) or IGO, NGO, MNC ..., then roles of three letters. Dates are
 * YYMMDD or YYYYMMDD: "<820101" before, ">820101" after, "820101-860101" between. Source: Norris, C., PETRARCH manual (2014),
 * and the heads of the dictionaries.
 */
#ifndef ATT_ACTOR_PETRARCH_H
#define ATT_ACTOR_PETRARCH_H

#include "actor/check.h"

typedef struct {
    att_slice name;        /* "ZINE EL ABIDINE BEN ALI", the first spelling of its group is main */
    att_slice main;
    att_slice code;        /* "TUNGOV" as written */
    att_day from, to;      /* INT32_MIN / INT32_MAX when open */
    att_slice plural;      /* agents */
    bool agent;
} att_petrarch_row;

typedef struct {
    void (*row)(void *ctx, const att_petrarch_row *r); /* may be NULL */
    att_lint_fn *fault;                                /* may be NULL */
    void *ctx;
} att_petrarch_sink;

/* Is it such a dictionary? By its first rows. */
bool att_petrarch_is(att_slice text);
/* Calls sink->row for each name and code; returns the number of rows read. Words are lower case with blanks, from arena. */
uint32_t att_petrarch_read(att_arena *arena, att_slice text, const att_petrarch_sink *sink);
/* A CAMEO actor code as country or body, and PLOVER sector: "TUNGOV" -> TUN, GOV; "IGOUNO" -> IGO:UN, IGO; "MNC" -> none, BUS. */
void att_cameo_code(const att_kb *kb, att_slice code, att_slice *state, att_slice *sector);

#endif
