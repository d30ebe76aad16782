/* teller.h: what the parts of this stage share. Private to src/statement. */
#ifndef ATT_STATEMENT_TELLER_H
#define ATT_STATEMENT_TELLER_H

#include "statement/cues.h"
#include "statement/quotes.h"

/* Tokens [beg, end). */
typedef struct {
    uint32_t beg, end;
} att_stretch;

typedef struct {
    const att_cues *cues;
    att_doc *doc;
    att_quotes quotes;
    const att_cue **cue;  /* token -> its entry as a cue, or NULL */
    uint32_t *quote_cue;  /* quote -> cue that took it, 0 = nobody yet */
    att_id *told;         /* cue token -> its first statement, 0 = none */
} att_teller;

/* A statement before its spans are trimmed and its marks are looked at. */
typedef struct {
    uint32_t cue;        /* head token of the cue, 0 = none */
    att_stretch cue_words; /* empty: read off the tree around cue */
    uint32_t prep;       /* preposition that belongs to the cue ("called for"), 0 = none */
    uint32_t source;     /* head token of the speaker's noun phrase, 0 = not known */
    att_id speaker, addressee;
    att_stretch part[2];   /* the content; the second is empty unless the cue interrupts it */
    const char *rule;
} att_draft;

/* ---- span.c ---- */
static inline bool att_stretch_empty(att_stretch r) { return r.end <= r.beg; }
att_stretch att_hull(const att_doc *doc, uint32_t tok);
/* Without quotation marks, commas, final stops and a leading "that". */
att_stretch att_trim_content(const att_doc *doc, att_stretch r);
/* The cue with its auxiliaries, negation, particle and preposition. */
att_stretch att_cue_words(const att_doc *doc, uint32_t cue, uint32_t prep);
/* The cue's whole clause head: its words, subject and adverbials before it, without its content. */
att_stretch att_cue_frame(const att_doc *doc, uint32_t cue, uint32_t content);
/* The noun phrase of head, cut before a clause that holds the cue. */
att_stretch att_source_words(const att_doc *doc, uint32_t head, uint32_t cue);

/* ---- speaker.c ---- */
/* The mention that stands for the noun phrase of tok, or 0. */
att_id att_mention_at(const att_doc *doc, uint32_t tok);
/* Head of who speaks at a verb, adjective or noun cue; 0 = not said. */
uint32_t att_source_of(const att_doc *doc, uint32_t cue);
/* "the spokesman" after a named spokesman; "I" and "we" in a quotation. */
void att_speakers_settle(att_doc *doc);

/* ---- read_verb.c ---- */
/* A draft with the cue's source and speaker. */
att_draft att_draft_of(const att_teller *w, uint32_t cue, const char *rule);
/* Head of who is told: the object beside a clause, or "to X" of verbs that take one; 0 = nobody. */
uint32_t att_told_person(const att_teller *w, uint32_t cue);

/* ---- read_clause.c ---- */
bool att_read_clause(att_teller *w, uint32_t cue);
/* "Nothing the president said": is the verb in a clause that only names somebody's words? */
bool att_names_words(const att_doc *doc, uint32_t cue);

/* ---- read_aside.c: a cue beside what it reports ---- */
bool att_read_aside(att_teller *w, uint32_t cue);
bool att_read_as(att_teller *w, uint32_t cue);
bool att_read_tail(att_teller *w, uint32_t cue);
/* "..., the Post and other papers reported": all that stand joined before the cue speak, and are no part of the content before them.
 * Changes nothing when they are not several. False then. */
bool att_join_speakers(const att_teller *w, att_draft *d);
bool att_read_inverted(att_teller *w, uint32_t cue);
/* What is left of r when the cue's frame is cut out of it becomes the draft's parts. */
void att_cut_frame(att_draft *d, att_stretch r, att_stretch frame);
bool att_has_subject(const att_doc *doc, uint32_t t);
/* A clause that tells when or why, and so is not what is said. */
bool att_circumstance(const att_doc *doc, uint32_t comp);

/* ---- the readers, in the order in which they run ---- */
bool att_read_verb(att_teller *w, uint32_t cue);
bool att_read_adjective(att_teller *w, uint32_t cue);
bool att_read_noun(att_teller *w, uint32_t cue);
void att_read_according(att_teller *w);
void att_read_colons(att_teller *w);
void att_read_headlines(att_teller *w);
void att_read_runs(att_teller *w);
void att_read_quotes(att_teller *w);
/* Is it a verb that utters words, outside all marks and not negated? */
bool att_says(const att_teller *w, uint32_t t);
/* The verb of saying behind or before a quotation, outside all marks; 0 = none. */
uint32_t att_cue_beside(const att_teller *w, const att_quote *q);

/* ---- statement.c ---- */
/* Makes a record of the draft; its id, or 0 when nothing is left of the content. */
att_id att_tell(att_teller *w, att_draft d);
bool att_in_quote(const att_teller *w, uint32_t t);

#endif
