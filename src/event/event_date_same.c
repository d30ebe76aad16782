/* event_date_same.c: do two words of an article tell of one deed, so that the day of one is that of the other? */
#include "event/event_date.h"
#include "event/same.h"
#include "event/status.h"

bool att_date_undated(const att_event *e) { return e->date.days.first == ATT_NO_DAY; }

/* What the future made an agreement is no act of speaking. */
bool att_date_speech(const att_event *e) { return att_type_speaks(e->type) && !(e->type_rule && strcmp(e->type_rule, "FUTURE_AGREE") == 0); }

static att_id entity_of(const att_doc *doc, att_id mention) { return doc->mentions.at[mention].entity; }

/* One state may act as its president or its army, but two persons are two, and of two without a code no more is known. */
static bool may_be(const att_doc *doc, att_id a, att_id b)
{
    const att_entity *x = &doc->entities.at[a], *y = &doc->entities.at[b];
    if (a == b) return true;
    bool persons = x->kind == ATT_KIND_PERSON && y->kind == ATT_KIND_PERSON && x->name.len && y->name.len;
    return !persons && x->code.len && att_eq(x->code, y->code);
}

static bool stands_in(const att_doc *doc, att_ids list, att_id party)
{
    for (uint32_t i = 0; i < list.n; i++)
        if (may_be(doc, entity_of(doc, list.at[i]), party)) return true;
    return false;
}

/* Every party of a stands on the same side of b. */
static bool covered(const att_doc *doc, att_ids a, att_ids b)
{
    for (uint32_t i = 0; i < a.n; i++)
        if (!stands_in(doc, b, entity_of(doc, a.at[i]))) return false;
    return true;
}

bool att_date_same_act(const att_doc *doc, const att_event *a, const att_event *b)
{
    if (a->type != b->type || att_date_is_real(a) != att_date_is_real(b) || a->actors.n + a->recipients.n == 0) return false;
    return covered(doc, a->actors, b->actors) && covered(doc, a->recipients, b->recipients) && att_places_agree(doc, a, b) && att_tolls_agree(a, b);
}

/* "the attack", "this deal", "their release": known already. */
bool att_date_definite(const att_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"the", "this", "that", "these", "those", NULL};
    uint32_t det = att_child(doc, t, ATT_DEP_DET, 0);
    return (det && att_in(doc->toks.at[det].lower, WORDS)) || att_child(doc, t, ATT_DEP_NMOD_POSS, 0);
}

/* The word names a party of the event, or its place. */
static bool stands_for(const att_doc *doc, uint32_t t, const att_event *o)
{
    const att_ids sides[] = {o->actors, o->recipients};
    att_id who = doc->mentions.at[doc->tok_mention[t]].entity;
    bool person = doc->entities.at[who].kind == ATT_KIND_PERSON;
    for (int k = 0; k < 2 && doc->tok_mention[t]; k++)
        for (uint32_t i = 0; i < sides[k].n; i++)
            if (person ? who == entity_of(doc, sides[k].at[i]) : may_be(doc, who, entity_of(doc, sides[k].at[i]))) return true;
    const att_place *p = o->place ? &doc->places.at[o->place] : NULL;
    return p && p->tok_beg <= t && t < p->tok_end;
}

/* The noun that tells what it was about: "the attack on the train", "the siege of Aleppo", "the parliament attack". */
static uint32_t aim_of(const att_doc *doc, uint32_t t)
{
    static const char *const AT[] = {"on", "against", "of", "in", "at", NULL};
    for (uint32_t c = att_next_child(doc, t, 0); c; c = att_next_child(doc, t, c)) {
        if (doc->toks.at[c].deprel == ATT_DEP_NMOD && att_in(att_case_of(doc, c), AT)) return c;
        if (c < t && doc->toks.at[c].deprel == ATT_DEP_COMPOUND) return c;
    }
    return 0;
}

/* "The attack on the train" is not the one on parliament told before; "the Lyon shooting" takes up a deed told by another word only if Lyon was in it. */
static bool other_aim(const att_doc *doc, const att_event *e, const att_event *o, bool word)
{
    uint32_t by = doc->clauses.at[doc->tok_clause[o->trigger]].subj; /* "an attack on parliament killed" */
    bool noun = doc->tok_clause[o->trigger] && by && att_eq(doc->toks.at[by].lemma, doc->toks.at[e->trigger].lemma);
    uint32_t a = aim_of(doc, e->trigger), b = aim_of(doc, noun ? by : o->trigger);
    if (!word && !noun) return a && doc->toks.at[a].upos == ATT_PROPN && !stands_for(doc, a, o);
    return a && b && !att_eq(doc->toks.at[a].lemma, doc->toks.at[b].lemma);
}

bool att_date_means(const att_doc *doc, const att_event *e, const att_event *o)
{
    bool word = att_is_noun(&doc->toks.at[o->trigger]) && att_eq(doc->toks.at[o->trigger].lemma, doc->toks.at[e->trigger].lemma);
    if (other_aim(doc, e, o, word) || !att_places_agree(doc, e, o) || !att_tolls_agree(e, o)) return false;
    bool kin = e->type != ATT_CONSULT || att_eq(e->mode, o->mode); /* talks are no visit */
    bool alike = word || (o->type == e->type && kin && !att_date_speech(e) && att_date_is_real(o) == att_date_is_real(e));
    bool clash = (e->recipients.n && o->recipients.n && !covered(doc, e->recipients, o->recipients)) || (e->actors.n && o->actors.n && !covered(doc, e->actors, o->actors));
    return alike && !clash && !att_date_undated(o) && o->sent != e->sent;
}
