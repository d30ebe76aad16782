/* json_parts.h: the pieces that several records share: spans, texts, actors, dates, places. Private to export/.
 *
 * Every function writes one value; a key is written by att_json_key, which sets the comma before it.
 */
#ifndef ATT_EXPORT_JSON_PARTS_H
#define ATT_EXPORT_JSON_PARTS_H

#include "export/jsonl.h"

/* ,"key": */
void att_json_key(att_buf *out, const char *key);
/* [beg,end) as a pair of numbers. */
void att_json_span(att_buf *out, att_span s);
/* A string, or null when empty. */
void att_json_text(att_buf *out, att_slice s);
void att_json_z(att_buf *out, const char *z);
/* {"text":...,"span":...}, or null when the span is empty. */
void att_json_words(att_buf *out, const att_doc *doc, att_span s);
/* ACTOR of a mention; null for mention 0. One with members is written as the first of them. */
void att_json_actor(att_buf *out, const att_doc *doc, att_id mention);
/* [ACTOR...]; a mention with members gives one for each. */
/* The speaker of a statement: the mention's entity with the words and span of source when it has any. */
void att_json_speaker(att_buf *out, const att_doc *doc, att_id mention, att_span source);
/* The key "cow": the number of the state in the Correlates of War data, or null. */
void att_json_ids(att_buf *out, const att_entity *e);
void att_json_actors(att_buf *out, const att_doc *doc, att_ids mentions);
/* The actors of an event, with the sector in which they act. */
void att_json_acting(att_buf *out, const att_doc *doc, const att_event *e);
/* {"value":...,"text":...,"span":...}, or null. */
void att_json_dated(att_buf *out, const att_doc *doc, const att_dated *d);
void att_json_place(att_buf *out, const att_doc *doc, att_id place);

/* Entities that a mention stands for: *ids is its members, or its own entity. Returns how many. */
uint32_t att_mention_entities(const att_mention *m, const att_id **ids);
/* Does one of the mentions before the i-th stand for the entity already ("Macron" beside "their")? */
bool att_entity_again(const att_doc *doc, att_ids mentions, uint32_t i, att_id entity);
const char *att_how_name(uint8_t how); /* NULL when not known */

/* json_found.c: the records of the stages below events. */
void att_json_timex(att_buf *out, const att_doc *doc, const att_timex *t);
/* {"kind":"distance","direction":"north","km":30}, or null. */
void att_json_relation(att_buf *out, const att_place *p);
void att_json_place_record(att_buf *out, const att_doc *doc, const att_place *p);
void att_json_name(att_buf *out, const att_doc *doc, const att_name *n);
void att_json_mention(att_buf *out, const att_doc *doc, const att_mention *m);
/* json_events.c */
void att_json_event(att_buf *out, const att_doc *doc, const att_jsonl *opt, const att_event *e);
void att_json_statement(att_buf *out, const att_doc *doc, const att_statement *s);
void att_json_figure(att_buf *out, const att_doc *doc, const att_figure *f);
/* json_stands.c */
void att_json_position(att_buf *out, const att_doc *doc, const att_position *p);
void att_json_claim(att_buf *out, const att_doc *doc, const att_claim *c);

#endif
