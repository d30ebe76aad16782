/* actor.h: who is meant by every mention: the knowledge base of actors, mention detection, resolution, coreference. */
#ifndef ATT_ACTOR_ACTOR_H
#define ATT_ACTOR_ACTOR_H

#include "base/doc.h"

typedef struct att_kb att_kb;

/* From the embedded data (actors/ *.txt). Memory from arena, which must outlive it. Faulty lines are skipped and counted. */
att_kb *att_kb_open(att_arena *arena);
/* Adds a user's file of the form of data/actors/; a comment at its head says which (`# kind: persons`). Lines that can't be read are
 * skipped: ATT_E_LEXICON then names the first of them (offset = line), and the others count all the same. text must outlive kb. */
att_err att_kb_add(att_kb *kb, att_arena *arena, const char *name, att_slice text);

/* Rows that were skipped so far, of all files. */
uint32_t att_kb_faults(const att_kb *kb);

/* doc->entities, doc->mentions, doc->tok_mention. Reads everything up to places. */
void att_actors_find(const att_kb *kb, att_doc *doc);

/* The mention of whom an adjective like "anti-government" is against, 0 = none. doc->tok_mention does not have it. */
att_id att_anti_at(const att_doc *doc, uint32_t tok);

/* For other stages: is this lower-case lemma a role noun ("troops", "lawmaker")? Its sector, or empty. */
bool att_kb_role(const att_kb *kb, att_slice lemma, att_slice *sector);

#endif
