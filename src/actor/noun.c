/* noun.c: noun phrases that take up earlier ones. Strict head match of Lee et al. 2013 ("Deterministic coreference resolution based
 * on entity-centric, precision-ranked rules"): the same head noun and number, and no modifier that the earlier one lacks. People and
 * bodies that are no political actors ("my mother", "the guests", "you") become mentions here, so that "she" does not mean a minister
 * when it means her; other stages do not see them as actors. */
#include "actor/coref.h"

enum { BACK_MENTIONS = 400 };

static bool is_plural(const att_doc *doc, uint32_t t)
{
    static const char *const MANY[] = {"people", "police", "folk", "folks", "troops", "personnel", "guys", NULL};
    const att_tok *k = &doc->toks.at[t];
    return att_in(k->lower, MANY) || (k->lower.len > 2 && !att_eq(k->lemma, k->lower) && !att_ends(k->lemma, "s"));
}

/* Words before a head that say which one is meant. */
static bool is_content(const att_doc *doc, uint32_t k)
{
    uint8_t r = doc->toks.at[k].deprel;
    return r == ATT_DEP_AMOD || r == ATT_DEP_COMPOUND || r == ATT_DEP_NUMMOD || r == ATT_DEP_FLAT || r == ATT_DEP_NMOD_DESC;
}

static bool has_modifier(const att_doc *doc, uint32_t head, att_slice lower)
{
    for (uint32_t k = att_next_child(doc, head, 0); k; k = att_next_child(doc, head, k))
        if (att_eq(doc->toks.at[k].lower, lower)) return true;
    return false;
}

static uint32_t of_phrase(const att_doc *doc, uint32_t head)
{
    for (uint32_t k = att_child(doc, head, ATT_DEP_NMOD, 0); k; k = att_child(doc, head, ATT_DEP_NMOD, k + 1))
        if (k > head) return k;
    return 0;
}

static att_id owner_of(const att_cast *c, uint32_t head)
{
    uint32_t k = att_child(c->doc, head, ATT_DEP_NMOD_POSS, 0);
    return k && c->mention_at[k] ? c->doc->mentions.at[c->mention_at[k]].entity : 0;
}

/* Does the phrase of head say nothing that the phrase of old does not? */
static bool within(const att_cast *c, uint32_t head, uint32_t old)
{
    const att_doc *doc = c->doc;
    for (uint32_t k = att_next_child(doc, head, 0); k; k = att_next_child(doc, head, k))
        if (k < head && is_content(doc, k) && !has_modifier(doc, old, doc->toks.at[k].lower)) return false;
    uint32_t poss = att_child(doc, head, ATT_DEP_NMOD_POSS, 0), its = att_child(doc, old, ATT_DEP_NMOD_POSS, 0);
    if (poss) {
        att_id a = owner_of(c, head), b = owner_of(c, old);
        if (!its || (a && b ? a != b : !att_eq(doc->toks.at[poss].lower, doc->toks.at[its].lower))) return false;
    }
    uint32_t of = of_phrase(doc, head), was = of_phrase(doc, old);
    return !of || (was && att_eq(doc->toks.at[of].lemma, doc->toks.at[was].lemma));
}

/* "a man", "some", "another": somebody new. */
static bool indefinite(const att_doc *doc, uint32_t head)
{
    static const char *const NEW[] = {"a", "an", "another", "some", "any", "no", "every", "each", "many", "few", "several", "more", "other", "most", "such", NULL};
    for (uint32_t k = att_next_child(doc, head, 0); k && k < head; k = att_next_child(doc, head, k))
        if (att_in(doc->toks.at[k].lower, NEW)) return true;
    return false;
}

/* A bare plural ("researchers") is new unless it comes back in just these words; a definite phrase may leave modifiers out. */
static bool bare_plural(const att_doc *doc, uint32_t head)
{
    return is_plural(doc, head) && !att_child(doc, head, ATT_DEP_DET, 0) && !att_child(doc, head, ATT_DEP_NMOD_POSS, 0);
}

static att_id noun_before(const att_cast *c, uint32_t head, const att_slice *code)
{
    const att_doc *doc = c->doc;
    if (indefinite(doc, head)) return 0;
    if (doc->toks.at[head].deprel == ATT_DEP_COMPOUND) return 0; /* "government agencies" */
    bool plural = is_plural(doc, head), bare = bare_plural(doc, head);
    for (uint32_t i = doc->mentions.n, seen = 0; i-- > 1 && seen < BACK_MENTIONS; seen++) {
        const att_mention *m = &doc->mentions.at[i];
        uint32_t old = m->noun;
        if (!m->entity || !old || !att_eq(doc->toks.at[old].lemma, doc->toks.at[head].lemma) || is_plural(doc, old) != plural) continue;
        if (code && !att_eq(doc->entities.at[m->entity].code, *code)) continue;
        if (att_dominates(doc, old, head) || att_dominates(doc, head, old)) continue; /* i within i */
        if (within(c, head, old) && (!bare || within(c, old, head))) return m->entity;
    }
    return 0;
}

att_id att_coref_noun(const att_cast *c, uint32_t head, att_slice code) { return noun_before(c, head, &code); }

att_id att_coref_again(const att_cast *c, uint32_t head)
{
    /* "the extremists who laid siege to it" says who is meant */
    bool described = att_child(c->doc, head, ATT_DEP_ACL_RELCL, 0) || att_child(c->doc, head, ATT_DEP_ACL, 0);
    att_id who = described || bare_plural(c->doc, head) ? 0 : noun_before(c, head, NULL);
    return c->doc->entities.at[who].code.len ? who : 0;
}

static bool heads_phrase(const att_cast *c, uint32_t t)
{
    const att_tok *k = &c->doc->toks.at[t];
    if ((k->upos != ATT_NOUN && k->upos != ATT_PROPN) || c->timed[t]) return false;
    return k->deprel != ATT_DEP_COMPOUND && k->deprel != ATT_DEP_FLAT && k->deprel != ATT_DEP_FIXED && k->deprel != ATT_DEP_AMOD && k->deprel != ATT_DEP_NMOD_DESC;
}

static uint32_t phrase_begin(const att_doc *doc, uint32_t head)
{
    uint32_t beg = head, first = doc->sents.at[doc->toks.at[head].sent].tok_beg;
    while (beg > first) {
        uint32_t k = beg - 1;
        uint8_t r = doc->toks.at[k].deprel;
        bool part = r == ATT_DEP_DET || r == ATT_DEP_AMOD || r == ATT_DEP_NUMMOD || r == ATT_DEP_COMPOUND || r == ATT_DEP_NMOD_POSS || r == ATT_DEP_CASE || r == ATT_DEP_FLAT;
        if (!part || !att_dominates(doc, head, k) || (r == ATT_DEP_CASE && doc->toks.at[k].head == head)) break;
        beg = k;
    }
    return beg;
}

static bool denied(const att_doc *doc, uint32_t head)
{
    static const char *const NOT[] = {"not", "n't", "no", "never", NULL};
    for (uint32_t k = att_next_child(doc, head, 0); k && k < head; k = att_next_child(doc, head, k))
        if (att_in(doc->toks.at[k].lower, NOT)) return true;
    return false;
}

att_id att_coref_explained(const att_cast *c, uint32_t head)
{
    const att_doc *doc = c->doc;
    uint8_t kind, gender = 0;
    (void)att_kb_noun(c->kb, doc->toks.at[head].lemma, &kind, &gender);
    const att_tok *k = &doc->toks.at[head];
    uint32_t of = k->deprel == ATT_DEP_APPOS ? k->head : 0;
    if (!of && att_child(doc, head, ATT_DEP_COP, 0) && !denied(doc, head)) of = att_child(doc, head, ATT_DEP_NSUBJ, 0);
    static const char *const VAGUE[] = {"it", "they", "this", "that", "you", "we", NULL}; /* "it was the devil" */
    if (of && doc->toks.at[of].upos == ATT_PRON && att_in(doc->toks.at[of].lower, VAGUE)) of = 0;
    uint32_t m = of ? c->mention_at[of] : 0;
    if (!m || !doc->mentions.at[m].entity) return 0;
    const att_entity *e = &doc->entities.at[doc->mentions.at[m].entity];
    bool clash = gender && e->gender && e->gender != gender;
    return clash || e->kind == ATT_KIND_PLACE || e->plural != is_plural(doc, head) ? 0 : doc->mentions.at[m].entity;
}

static void add_mention(att_cast *c, uint32_t beg, uint32_t head, att_id entity, att_mention_form form)
{
    att_doc *doc = c->doc;
    att_mention *m = att_add(doc, mentions);
    *m = (att_mention){.span = att_tok_span(doc, beg, head + 1), .tok_beg = beg, .tok_end = head + 1, .head = head, .entity = entity, .form = (uint8_t)form,
                       .how = ATT_HOW_COREFERENCE, .noun = form == ATT_MEN_NOMINAL ? head : 0};
    c->mention_at[head] = doc->mentions.n - 1;
}

void att_noun_mention(att_cast *c, uint32_t t)
{
    att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[t];
    if (k->upos == ATT_PRON) {
        att_id who = att_coref_address(c, t);
        if (who) add_mention(c, t, t, who, ATT_MEN_PRONOUN);
        return;
    }
    uint8_t kind, gender;
    if (!heads_phrase(c, t) || !att_kb_noun(c->kb, k->upos == ATT_NOUN ? k->lemma : k->lower, &kind, &gender)) return;
    att_id who = att_coref_explained(c, t);
    if (!who) who = att_coref_noun(c, t, (att_slice){0});
    if (!who) {
        att_entity *e = att_add(doc, entities);
        *e = (att_entity){.kind = kind, .gender = gender, .plural = is_plural(doc, t) || kind == ATT_KIND_GROUP};
        who = doc->entities.n - 1;
    }
    if (gender && !doc->entities.at[who].gender) doc->entities.at[who].gender = gender;
    add_mention(c, phrase_begin(doc, t), t, who, ATT_MEN_NOMINAL);
}
