/* made_doc.h: a document made by hand, with one of everything, whose records are known. */
#ifndef ATT_TESTS_MADE_DOC_H
#define ATT_TESTS_MADE_DOC_H

#include "base/civil.h"
#include "support/words.h"

static const char MADE_TEXT[] = "Russia and China threatened Ukraine on Monday. \"We=1\", he said. Some 5,000 troops came.";

static inline att_span made_find(const att_doc *d, const char *words)
{
    uint32_t at = att_find(d->text, att_slice_of(words), 0);
    return (att_span){at, at + (uint32_t)strlen(words)};
}

static inline att_id made_entity(att_doc *d, const char *name, const char *code)
{
    att_entity *e = att_add(d, entities);
    e->name = att_slice_of(name);
    e->code = att_slice_of(code);
    e->sector = ATT_LIT("GOV");
    e->kind = ATT_KIND_PLACE;
    return d->entities.n - 1;
}

static inline att_id made_mention(att_doc *d, const char *words, att_id entity, att_how how)
{
    att_mention *m = att_add(d, mentions);
    m->span = made_find(d, words);
    m->entity = entity;
    m->how = (uint8_t)how;
    return d->mentions.n - 1;
}

static inline att_ids made_ids(att_test_doc *t, att_id a, att_id b)
{
    att_id *p = att_new(&t->keep, att_id, 2);
    p[0] = a;
    p[1] = b;
    return (att_ids){p, b ? 2 : 1};
}

static inline void made_sentence(att_doc *d, const char *first, const char *last)
{
    att_sent *s = att_add(d, sents);
    s->span = (att_span){made_find(d, first).beg, made_find(d, last).end};
}

static inline void made_event(att_test_doc *t, att_ids actors, att_ids recipients)
{
    att_event *e = att_add(&t->doc, events);
    e->sent = 1;
    e->type = ATT_THREATEN;
    e->trigger_span = made_find(&t->doc, "threatened");
    e->cameo = ATT_LIT("130");
    e->score = -3.5;
    e->goldstein = -4.4;
    e->actors = actors;
    e->recipients = recipients;
    e->status = ATT_ST_OCCURRED;
    e->confidence = 0.91f;
    e->date.value = ATT_LIT("2022-02-14");
    e->date.days = (att_days){att_day_of(2022, 2, 14), att_day_of(2022, 2, 14)};
    e->date.span = made_find(&t->doc, "Monday");
    e->magnitude[ATT_MAG_KILLED] = (att_range){2, 3, true};
    e->type_rule = "FRAME";
}

static inline void made_doc(att_test_doc *t)
{
    test_doc_init(t, att_slice_of(MADE_TEXT));
    att_doc *d = &t->doc;
    d->meta.id = ATT_LIT("a.txt");
    d->meta.published = att_day_of(2022, 2, 14);
    d->meta.published_from = ATT_FROM_OPTION;
    made_sentence(d, "Russia", "Monday.");
    made_sentence(d, "\"We", "said.");
    made_sentence(d, "Some", "came.");
    att_id russia = made_entity(d, "Russia", "RUS"), china = made_entity(d, "China", "CHN"), ukraine = made_entity(d, "Ukraine", "UKR");
    att_id both = made_mention(d, "Russia and China", 0, ATT_HOW_DICTIONARY);
    d->mentions.at[both].members = made_ids(t, russia, china);
    att_id victim = made_mention(d, "Ukraine", ukraine, ATT_HOW_DICTIONARY);
    att_id he = made_mention(d, "he", russia, ATT_HOW_COREFERENCE);
    made_event(t, made_ids(t, both, 0), made_ids(t, victim, 0));
    made_event(t, made_ids(t, victim, 0), (att_ids){0});
    att_statement *s = att_add(d, statements);
    s->sent = 2;
    s->speaker = he;
    s->cue = made_find(d, "said");
    s->content = made_find(d, "We=1");
    att_figure *f = att_add(d, figures);
    f->sent = 3;
    f->span = made_find(d, "Some 5,000 troops");
    f->low = 5000;
    f->has_low = true;
    f->bound = ATT_ABOUT;
    f->unit = ATT_LIT("troops");
}

#endif
