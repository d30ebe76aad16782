/* stands.h: what a store tells of where parties stand: the ledger of positions, and claims with all that answer them.
 *
 * Both are read off the stored records when they are asked for, so that they always fit the articles that are there. Copies of
 * articles don't count. One thread at a time, as for the store.
 */
#ifndef ATT_STORE_STANDS_H
#define ATT_STORE_STANDS_H

#include "store/store.h"

/* Does `who` mean this party: its code (IGO:NATO or NATO), its sector or its name, letters without case? Empty means any. */
bool att_is_party(att_slice code, att_slice sector, att_slice name, att_slice who);

/* Empty or ATT_NO_DAY = any. A party is a code (RUS, IGO:NATO, NATO), a sector or a name. Letters compare without case. */
typedef struct {
    att_slice issue; /* words in the name of the issue or its group */
    att_slice party; /* holder, or who claims */
    att_day from, to;
    bool disputed;   /* claims: only those that somebody denies, doubts or wants proof of */
    uint32_t limit;  /* rows, 0 = all */
} att_stand_filter;

/* One party on one issue, for as long as its side stays the same. */
typedef struct {
    att_slice group, issue;            /* wider issue; the issue as first named */
    att_slice party;                   /* code, with the sector of others than the government ("USA OPP"); else the name */
    att_slice holder;                  /* who said it first: "Sergei Lavrov" */
    att_slice side;                    /* for, against, conditional */
    att_slice changed_from;            /* the party's side before, or empty */
    att_slice stances;                 /* "demands, rejects" */
    att_day since, last;               /* of the position, else of publication */
    uint32_t articles;
    att_slice content, condition, sentence, doc, outlet; /* the first evidence */
} att_ledger_row;

/* By issue group (those with most positions first), party, day. row returns false to stop; slices hold until it returns. */
att_err att_store_ledger(att_store *s, const att_stand_filter *f, bool (*row)(void *ctx, const att_ledger_row *r), void *ctx);

typedef struct {
    att_slice by, code, stance, content, sentence, doc, outlet;
    att_day day;
    bool elsewhere; /* found in another article than the claim */
} att_reply_row;

/* One assertion, however many articles tell it. */
typedef struct {
    att_slice by, code;                  /* both empty: only a denial tells of it */
    att_slice content, sentence, doc, outlet;
    att_day day;
    uint32_t articles;                   /* that tell it */
    att_slice asserted_in, asserted_by;  /* by empty: the statement of another article that says so, or empty */
    const att_reply_row *replies;
    uint32_t reply_count;
    bool disputed;
} att_dispute_row;

/* By day of the first report. */
att_err att_store_claims(att_store *s, const att_stand_filter *f, bool (*row)(void *ctx, const att_dispute_row *r), void *ctx);

#endif
