#include "event/match.h"

#include "event/labour.h"
#include "event/oblige.h"

att_id att_actor_at(const att_doc *doc, uint32_t tok)
{
    att_id m = doc->tok_mention[tok];
    uint32_t name = m ? 0 : att_child(doc, tok, ATT_DEP_FLAT, tok);
    if (name) m = doc->tok_mention[name]; /* "Ms Merkel", with the title for a head */
    if (!m) return 0;
    const att_mention *men = &doc->mentions.at[m];
    if (men->members.n) return m;
    return men->entity && doc->entities.at[men->entity].political ? m : 0;
}

static uint32_t add(uint32_t *out, uint32_t n, uint32_t tok)
{
    for (uint32_t i = 0; i < n; i++)
        if (out[i] == tok) return n;
    if (tok && n < ATT_SLOT_MAX_FILLERS) out[n++] = tok;
    return n;
}

/* Obliques of a verb and modifiers of a noun that carry the preposition. A verb's complement is often hung under its object
 * ("imposed sanctions on Russia"), so that is searched too; "accused X of stealing" is an adverbial clause with mark "of". */
static uint32_t fill_prep(const att_matcher *m, uint32_t t, att_slice prep, uint32_t *out)
{
    const att_doc *doc = m->doc;
    uint32_t n = 0;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *tk = &doc->toks.at[k];
        bool nominal = tk->deprel == ATT_DEP_OBL || tk->deprel == ATT_DEP_NMOD || tk->deprel == ATT_DEP_OBL_AGENT || tk->deprel == ATT_DEP_ADVMOD;
        bool clausal = tk->deprel == ATT_DEP_ADVCL || tk->deprel == ATT_DEP_ACL;
        if (nominal && att_eq(att_case_of(doc, k), prep)) n = add(out, n, k);
        if (clausal && !att_is(prep, "to")) { /* "to meet" is an infinitive */
            uint32_t mark = att_child(doc, k, ATT_DEP_MARK, 0);
            if (mark && att_eq(doc->toks.at[mark].lower, prep)) n = add(out, n, k);
        }
    }
    att_id c = doc->tok_clause[t];
    uint32_t obj = c ? doc->clauses.at[c].obj : 0;
    if (n == 0 && obj && doc->toks.at[obj].sent == doc->toks.at[t].sent)
        for (uint32_t k = att_next_child(doc, obj, 0); k; k = att_next_child(doc, obj, k))
            if (doc->toks.at[k].deprel == ATT_DEP_NMOD && att_eq(att_case_of(doc, k), prep)) n = add(out, n, k);
    return n;
}

static uint32_t fill_children(const att_doc *doc, uint32_t t, const uint8_t *rels, uint32_t *out)
{
    uint32_t n = 0;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k))
        for (const uint8_t *r = rels; *r; r++)
            if (doc->toks.at[k].deprel == *r) n = add(out, n, k);
    return n;
}

/* The subject of the complement: "demanded that Russia withdraw", "urged Putin to leave". */
static uint32_t fill_comp(const att_doc *doc, uint32_t t, uint32_t *out)
{
    static const uint8_t RELS[] = {ATT_DEP_XCOMP, ATT_DEP_CCOMP, ATT_DEP_ACL, ATT_DEP_ADVCL, 0};
    uint32_t comps[ATT_SLOT_MAX_FILLERS], n = 0;
    uint32_t k = fill_children(doc, t, RELS, comps);
    for (uint32_t i = 0; i < k; i++) {
        att_id c = doc->tok_clause[comps[i]];
        if (!c) continue;
        const att_clause *cl = &doc->clauses.at[c];
        n = add(out, n, cl->subj ? cl->subj : (cl->flags & ATT_CL_PASSIVE) ? cl->obj : 0);
    }
    return n;
}

bool att_is_led(att_slice participle)
{
    static const char *const LED[] = {"led", "backed", "sponsored", "brokered", "mediated", "supported", "imposed", "hosted", "drafted", "proposed", "held", "controlled", "occupied", "run", "ruled",
                                      "organised", "organized", "ordered", "funded", "appointed", "issued", "dominated", NULL};
    return att_in(participle, LED);
}

/* "the US-led invasion", "a Saudi-backed offensive": whoever leads it stands under the participle. */
static uint32_t fill_led(const att_doc *doc, uint32_t t, uint32_t *out, uint32_t n)
{
    for (uint32_t k = att_child(doc, t, ATT_DEP_AMOD, 0); k; k = att_child(doc, t, ATT_DEP_AMOD, k + 1)) {
        if (!att_is_led(doc->toks.at[k].lower)) continue;
        for (uint32_t j = att_next_child(doc, k, 0); j && j < k; j = att_next_child(doc, k, j))
            if (doc->toks.at[j].upos == ATT_PROPN || doc->toks.at[j].upos == ATT_ADJ || doc->toks.at[j].upos == ATT_NOUN) n = add(out, n, j);
    }
    return n;
}

/* Modifiers of a noun; of a verb, those of its object or, without one, of its obliques ("held joint exercises"). */
static uint32_t fill_mod(const att_doc *doc, uint32_t t, uint32_t *out)
{
    static const uint8_t MOD[] = {ATT_DEP_AMOD, ATT_DEP_COMPOUND, ATT_DEP_NMOD_DESC, ATT_DEP_NMOD_UNMARKED, 0};
    static const uint8_t OBL[] = {ATT_DEP_OBL, 0};
    if (doc->toks.at[t].upos != ATT_VERB) return fill_led(doc, t, out, fill_children(doc, t, MOD, out));
    uint32_t obj = doc->clauses.at[doc->tok_clause[t]].obj, obl[ATT_SLOT_MAX_FILLERS];
    if (obj) return fill_children(doc, obj, MOD, out);
    return fill_children(doc, t, OBL, obl) ? fill_children(doc, obl[0], MOD, out) : 0;
}

/* "their threat to impose sanctions": the infinitive of a noun hangs as a clause of its own. */
static uint32_t fill_infinitive(const att_doc *doc, uint32_t t, uint32_t *out)
{
    static const uint8_t RELS[] = {ATT_DEP_ACL, ATT_DEP_XCOMP, 0};
    uint32_t all[ATT_SLOT_MAX_FILLERS], n = 0;
    uint32_t k = fill_children(doc, t, RELS, all);
    for (uint32_t i = 0; i < k; i++)
        if (doc->clauses.at[doc->tok_clause[all[i]]].flags & ATT_CL_INFINITIVE) n = add(out, n, all[i]);
    return n;
}

/* The that-clause of a noun hangs as a clause of its own too: "his attack that she is unfit". */
static uint32_t fill_that(const att_doc *doc, uint32_t t, uint32_t *out)
{
    static const uint8_t CCOMP[] = {ATT_DEP_CCOMP, 0};
    uint32_t n = fill_children(doc, t, CCOMP, out);
    for (uint32_t k = att_child(doc, t, ATT_DEP_ACL, 0); k && !doc->tok_clause[t]; k = att_child(doc, t, ATT_DEP_ACL, k + 1)) {
        uint32_t mark = att_child(doc, k, ATT_DEP_MARK, 0);
        if (mark && att_is(doc->toks.at[mark].lower, "that")) n = add(out, n, k);
    }
    return n;
}

uint32_t att_slot_fill(const att_matcher *m, uint32_t t, const att_slot *slot, uint32_t out[ATT_SLOT_MAX_FILLERS])
{
    static const uint8_t POSS[] = {ATT_DEP_NMOD_POSS, 0};
    static const uint8_t XCOMP[] = {ATT_DEP_XCOMP, 0};
    const att_doc *doc = m->doc;
    att_id c = doc->tok_clause[t];
    const att_clause *cl = &doc->clauses.at[c];
    switch (slot->kind) {
    case ATT_SLOT_SUBJ:
        if (!c && doc->toks.at[t].deprel == ATT_DEP_AMOD) return add(out, 0, doc->toks.at[t].head);
        return add(out, 0, cl->subj);
    case ATT_SLOT_OBJ: return add(out, 0, cl->obj ? cl->obj : cl->iobj);
    case ATT_SLOT_IOBJ: return add(out, 0, cl->iobj);
    case ATT_SLOT_PREP: return fill_prep(m, t, slot->prep, out);
    case ATT_SLOT_POSS: return fill_children(doc, t, POSS, out);
    case ATT_SLOT_MOD: return fill_mod(doc, t, out);
    case ATT_SLOT_XCOMP: return c ? fill_children(doc, t, XCOMP, out) : fill_infinitive(doc, t, out);
    case ATT_SLOT_CCOMP: return fill_that(doc, t, out);
    case ATT_SLOT_COMP: return fill_comp(doc, t, out);
    case ATT_SLOT_BETWEEN: return fill_prep(m, t, ATT_LIT("between"), out);
    default: return 0;
    }
}

static bool word_itself(const att_matcher *m, const att_cond *c, uint32_t tok)
{
    const att_tok *k = &m->doc->toks.at[tok];
    if (att_cond_has(m->frames, c, k->lemma) || att_cond_has(m->frames, c, k->lower)) return true;
    if (m->joined && m->joined[tok].len && att_cond_has(m->frames, c, m->joined[tok])) return true;
    /* a plural that the lemmatizer left as it was */
    bool plural = k->upos == ATT_NOUN && k->lower.len > 3 && att_ends(k->lower, "s");
    return plural && att_cond_has(m->frames, c, att_sub(k->lower, 0, k->lower.len - 1));
}

/* "a new round of talks", "a mediation effort", "a batch of 200 peacekeepers": the word that matters hangs under the container. */
static bool held_word(const att_matcher *m, const att_cond *c, uint32_t tok)
{
    const att_doc *doc = m->doc;
    if (!att_map_get(&m->frames->containers, doc->toks.at[tok].lemma)) return false;
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        uint8_t rel = doc->toks.at[k].deprel;
        bool inside = rel == ATT_DEP_COMPOUND || (rel == ATT_DEP_NMOD && att_is(att_case_of(doc, k), "of"));
        if (inside && word_itself(m, c, k)) return true;
    }
    return false;
}

static bool has_word(const att_matcher *m, const att_cond *c, uint32_t tok)
{
    const att_doc *doc = m->doc;
    if (word_itself(m, c, tok) || held_word(m, c, tok)) return true;
    for (uint32_t j = att_child(doc, tok, ATT_DEP_CONJ, 0); j; j = att_child(doc, tok, ATT_DEP_CONJ, j + 1))
        if (att_cond_has(m->frames, c, doc->toks.at[j].lemma)) return true;
    return false;
}

/* "approved the deployment of a team" approves of nothing: what a common noun takes along is not the verb's. */
static bool of_the_object(const att_doc *doc, uint32_t t, uint32_t filler)
{
    uint32_t up = doc->toks.at[filler].head;
    return up != t && doc->tok_clause[t] && up == doc->clauses.at[doc->tok_clause[t]].obj && doc->toks.at[up].upos == ATT_NOUN;
}

/* "Modi and Xi", "the two leaders": two or more who act in politics. */
static bool are_several(const att_doc *doc, uint32_t tok)
{
    const att_mention *m = &doc->mentions.at[att_actor_at(doc, tok)];
    if (m->members.n > 1) return true;
    uint32_t k = att_actor_at(doc, tok) ? att_child(doc, tok, ATT_DEP_CONJ, 0) : 0;
    while (k && !att_actor_at(doc, k)) k = att_child(doc, tok, ATT_DEP_CONJ, k + 1);
    return k != 0;
}

/* A person, body or people, known or not: "hosted the envoy", "released Smith"; not "hosted weapons", "released its figures". */
static bool is_somebody(const att_matcher *match, uint32_t tok)
{
    const att_doc *doc = match->doc;
    const att_mention *m = &doc->mentions.at[doc->tok_mention[tok]];
    const att_tok *k = &doc->toks.at[tok];
    if (match->pairs || att_actor_at(doc, tok) || k->upos == ATT_PROPN || k->upos == ATT_NUM) return true; /* "released 21 of the girls" */
    if (k->upos == ATT_PRON) return !att_is(k->lower, "it") && !att_is(k->lower, "itself");
    uint8_t kind = doc->tok_mention[tok] ? doc->entities.at[m->entity].kind : ATT_KIND_OTHER;
    return kind == ATT_KIND_PERSON || kind == ATT_KIND_ORG || kind == ATT_KIND_GROUP;
}

/* Does the condition hold? alone: the frame has no other. *word gets the token that a word list matched. */
static bool holds(const att_matcher *m, uint32_t t, const att_cond *c, bool alone, uint32_t *word)
{
    uint32_t fill[ATT_SLOT_MAX_FILLERS];
    uint32_t n = att_slot_fill(m, t, &c->slot, fill);
    if (n == 0 && c->or_nothing) return true;
    for (uint32_t i = 0; i < n; i++) {
        bool loose = c->kind == ATT_COND_ANY && c->slot.kind == ATT_SLOT_PREP && (alone || att_is(c->slot.prep, "of"));
        if (loose && of_the_object(m->doc, t, fill[i])) continue;
        if (c->kind == ATT_COND_ANY) return true;
        if (c->kind == ATT_COND_SOMEBODY && is_somebody(m, fill[i])) return true;
        if (c->kind == ATT_COND_ACTOR && att_actor_at(m->doc, fill[i])) return true;
        if (c->kind == ATT_COND_ACTORS && are_several(m->doc, fill[i])) return true;
        /* "pledged not to attack" promises no attack */
        bool denied = c->slot.kind == ATT_SLOT_XCOMP && (m->doc->clauses.at[m->doc->tok_clause[fill[i]]].flags & ATT_CL_NEGATED);
        if (c->kind == ATT_COND_WORDS && !denied && has_word(m, c, fill[i])) {
            /* the verb of "accused X of attacking Y" tells which frame it is, and is an event of its own with parties of its own */
            uint8_t rel = m->doc->toks.at[fill[i]].deprel;
            bool own = c->slot.kind == ATT_SLOT_PREP && m->doc->toks.at[fill[i]].upos == ATT_VERB && (rel == ATT_DEP_ADVCL || rel == ATT_DEP_ACL);
            if (c->slot.kind != ATT_SLOT_SUBJ && c->slot.kind != ATT_SLOT_MOD && !own) *word = fill[i];
            return true;
        }
    }
    return false;
}

/* A particle hangs under the verb, or follows it within three words ("pull the troops back" hangs; "held hostage" follows). */
static bool has_particle(const att_doc *doc, uint32_t t, att_slice w)
{
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k))
        if (att_eq(doc->toks.at[k].lower, w) && doc->toks.at[k].deprel != ATT_DEP_CASE) return true;
    bool next = t + 1 < doc->toks.n && doc->toks.at[t + 1].sent == doc->toks.at[t].sent && att_eq(doc->toks.at[t + 1].lower, w);
    return next && doc->toks.at[t + 1].deprel != ATT_DEP_CASE;
}

/* Not told of as done: "will change the law", "plans to", "by changing". */
static bool may_come(const att_doc *doc, uint32_t t)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    return doc->tok_clause[t] && (c->modal.len || (c->tense != ATT_TENSE_PAST && c->tense != ATT_TENSE_PRESENT));
}

static bool fires(const att_matcher *m, uint32_t t, const att_frame *fr, uint32_t *word)
{
    if (fr->flags & ATT_FR_LABOUR && !att_labour_near(m->frames, m->doc, t)) return false;
    if (fr->flags & ATT_FR_REFUSED && !(m->doc->clauses.at[m->doc->tok_clause[t]].flags & ATT_CL_NEGATED)) return false;
    if (fr->flags & ATT_FR_COMING && !may_come(m->doc, t)) return false;
    if (fr->flags & ATT_FR_SAID && !att_speaker_at(m->doc, m->doc->toks.at[t].span.beg)) return false;
    for (uint32_t i = 0; i < fr->particle_count; i++)
        if (!has_particle(m->doc, t, fr->particles[i])) return false;
    for (uint32_t i = 0; i < fr->cond_count; i++)
        if (!holds(m, t, &fr->conds[i], fr->cond_count == 1, word)) return false;
    return true;
}

/* Frame letter of a token; a participle that the tree calls a verb may be an adjective for the lexicon ("prepared"). */
static char pos_of(const att_tok *k)
{
    switch (k->upos) {
    case ATT_VERB: return 'v';
    case ATT_NOUN: return 'n';
    case ATT_ADJ: return 'a';
    default: return 0;
    }
}

static void try_head(att_matcher *m, uint32_t t, att_slice lemma, char pos)
{
    for (uint32_t i = att_frame_first(m->frames, lemma, pos); i; i = m->frames->frames.at[i].next) {
        uint32_t word = 0;
        const att_frame *fr = &m->frames->frames.at[i];
        if ((fr->flags & ATT_FR_PAIR) && !m->pairs) continue;
        if (!fires(m, t, fr, &word)) continue;
        if (m->frame_at[t] && !(fr->flags & ATT_FR_PAIR)) continue; /* after "no event" only a tie of the pair can follow */
        m->frame_at[t] = i;
        if (word) m->taken_by[word] = t;
        if (!m->pairs || fr->type != ATT_EV_NONE) return;
    }
}

/* "prepared", "opposed", "threatening": a participle may be in the lexicon as the other part of speech. */
/* "had prepared a reply": a verb with an object of its own is no adjective; "aligned itself with Bonn" is. */
static bool acts(const att_doc *doc, uint32_t t)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    return doc->toks.at[t].upos == ATT_VERB && doc->tok_clause[t] && c->obj && !att_ends(doc->toks.at[t].lower, "ing") && !att_ends(doc->toks.at[c->obj].lower, "self") && !(c->flags & ATT_CL_PASSIVE);
}

static bool participle(const att_tok *k) { return att_ends(k->lower, "ed") || att_ends(k->lower, "ing") || att_ends(k->lower, "en"); }

/* Words of names tell no events ("Free Syrian Army", "Islamic Resistance Movement"). */
static bool *words_of_names(const att_doc *doc)
{
    bool *in = att_new(doc->scratch, bool, doc->toks.n);
    for (uint32_t i = 1; i < doc->mentions.n; i++) {
        const att_mention *n = &doc->mentions.at[i];
        for (uint32_t t = n->tok_beg; n->form == ATT_MEN_NAME && t < n->tok_end; t++) in[t] = doc->toks.at[t].flags & ATT_TOK_CAP;
    }
    return in;
}

/* "carpet-bombed", "sit-ins": tokens are cut at hyphens, lexicons are not. */
static void join_hyphens(att_matcher *m)
{
    att_doc *doc = m->doc;
    m->joined = att_new(doc->scratch, att_slice, doc->toks.n);
    for (uint32_t t = 3; t < doc->toks.n; t++) {
        const att_tok *a = &doc->toks.at[t - 2], *dash = &doc->toks.at[t - 1], *b = &doc->toks.at[t];
        if (!att_is(dash->form, "-") || a->sent != b->sent || a->span.end != dash->span.beg || dash->span.end != b->span.beg) continue;
        m->joined[t] = att_format(doc->scratch, "%.*s-%.*s", (int)a->lower.len, a->lower.ptr, (int)b->lemma.len, b->lemma.ptr);
    }
}

/* "launched a scathing attack on the ministers": where the noun's own frame knows better what it is, the light verb leaves it the word. */
static void yield_to_nouns(att_matcher *m)
{
    static const char *const LIGHT[] = {"launch", "lead", "mount", "make", "stage", "begin", "start", "open", "continue", "deliver", "unleash", "press", "step", NULL};
    const att_doc *doc = m->doc;
    for (uint32_t w = 1; w < doc->toks.n; w++) {
        uint32_t t = m->taken_by[w];
        if (!t || !m->frame_at[w] || !m->frame_at[t] || !att_in(doc->toks.at[t].lemma, LIGHT)) continue;
        const att_frame *noun = &m->frames->frames.at[m->frame_at[w]], *verb = &m->frames->frames.at[m->frame_at[t]];
        if (noun->pos != 'n' || noun->cond_count == 0 || noun->type == verb->type) continue;
        m->frame_at[t] = 0;
        m->taken_by[w] = 0;
    }
}

/* Does the noun tell of an event, where nothing beside it says otherwise? Not "police", whatever stands before it. */
static bool names_events(const att_matcher *m, uint32_t noun)
{
    uint32_t i = att_frame_first(m->frames, m->doc->toks.at[noun].lemma, 'n');
    while (i && m->frames->frames.at[i].cond_count) i = m->frames->frames.at[i].next;
    return i && m->frames->frames.at[i].type != ATT_EV_NONE && !(m->frames->frames.at[i].flags & ATT_FR_PAIR);
}

/* "signed a licence agreement", "cancelled the daily briefing": what the noun's own words say to be no event is none for the verb either. */
static void yield_to_none(att_matcher *m)
{
    const att_doc *doc = m->doc;
    for (uint32_t w = 1; w < doc->toks.n; w++) {
        uint32_t t = m->taken_by[w];
        const att_frame *noun = &m->frames->frames.at[m->frame_at[w]];
        if (!t || !m->frame_at[w] || !m->frame_at[t] || noun->type != ATT_EV_NONE || noun->pos != 'n' || noun->cond_count == 0 || !names_events(m, w)) continue;
        m->frame_at[t] = 0;
        m->taken_by[w] = 0;
    }
}

void att_match_all(att_matcher *m)
{
    const att_doc *doc = m->doc;
    const bool *in_name = words_of_names(doc);
    join_hyphens(m);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        char pos = pos_of(k);
        if (!pos || in_name[t]) continue;
        bool modifier = k->deprel == ATT_DEP_COMPOUND || k->deprel == ATT_DEP_AMOD || k->deprel == ATT_DEP_CASE;
        if (modifier && pos != 'a') continue;
        if (m->joined[t].len) try_head(m, t, m->joined[t], pos);
        if (!m->frame_at[t]) try_head(m, t, k->lemma, pos);
        if (!m->frame_at[t] && pos != 'n' && participle(k) && !acts(doc, t)) try_head(m, t, k->lower, pos == 'v' ? 'a' : 'v');
    }
    yield_to_nouns(m);
    if (!m->pairs) yield_to_none(m);
}
