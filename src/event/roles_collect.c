/* roles_collect.c: from a word to the mentions that it stands for: its own, the one inside its phrase, those joined to it; and which of them are
 * put on a side. */
#include "event/roles_int.h"

#include "event/oblige.h"
#include "nlp/nlp.h"

typedef att_role_side side;

static att_id entity_of(const att_doc *doc, att_id mention) { return doc->mentions.at[mention].entity; }

/* "We condemn this," the minister said: I and we are whoever speaks, where that is known. */
static att_id first_person(const att_doc *doc, att_id m)
{
    static const char *const FIRST[] = {"i", "we", "me", "us", "my", "our", "mine", "ours", NULL};
    const att_mention *men = &doc->mentions.at[m];
    if (men->form != ATT_MEN_PRONOUN || !att_in(doc->toks.at[men->head].lower, FIRST)) return m;
    att_id speaker = att_speaker_at(doc, men->span.beg);
    return speaker && entity_of(doc, speaker) ? speaker : m;
}

bool att_role_is_force(const att_matcher *m, const att_frame *f, uint32_t tok)
{
    static const char *const ALSO[] = {"police", "policeman", "man", "men", "personnel", "officer", "navy", "fighter", NULL};
    if (f->type == ATT_MOBILIZE && att_in(m->doc->toks.at[tok].lemma, ALSO)) return true;
    return att_class_has(m->frames, "troops", m->doc->toks.at[tok].lemma);
}

static bool moves_forces(const att_frame *f)
{
    switch (f->type) {
    case ATT_MOBILIZE: case ATT_RETREAT: case ATT_AGREE: case ATT_REJECT: case ATT_THREATEN: case ATT_CONCEDE: case ATT_AID: return f->pos != 'n';
    default: return false;
    }
}

/* "pulled back its troops", "sent soldiers to the border": whose soldiers they are, he acts with them. */
static bool acts_with(const att_doc *doc, const side *s, att_id m)
{
    if (!s->f || !moves_forces(s->f) || !att_role_is_force(s->m, s->f, doc->mentions.at[m].head)) return false;
    att_slice prep = att_case_of(doc, doc->mentions.at[m].head);
    if (prep.len && !att_is(prep, "of")) return false; /* "surrendered to government forces" */
    att_slice code = doc->entities.at[entity_of(doc, m)].code;
    if (code.len == 0 || s->other_n == 0 || !att_noun_owner(doc, doc->mentions.at[m].head)) return true; /* "sent troops": nobody else's */
    for (uint32_t i = 0; i < s->other_n; i++) {
        att_slice other = doc->entities.at[entity_of(doc, s->other[i])].code;
        if (other.len == 0 || att_eq(other, code)) return true;
    }
    return false;
}

/* "Ankara voiced Turkey's support for Qatar", "Biden promised that the US would help": a government's own state is no other side. */
bool att_role_state_of(const att_doc *doc, const side *s, att_id m)
{
    const att_entity *e = &doc->entities.at[entity_of(doc, m)];
    for (uint32_t i = 0; i < s->other_n; i++) {
        const att_entity *o = &doc->entities.at[entity_of(doc, s->other[i])];
        if (e->kind == ATT_KIND_PLACE && att_is(o->sector, "GOV") && e->code.len && att_eq(e->code, o->code)) return true;
    }
    return false;
}

/* "Russia and the US destroyed their stocks": they are the other side. */
static bool all_there(const att_doc *doc, const side *s, att_id m)
{
    att_ids members = doc->mentions.at[m].members;
    for (uint32_t i = 0; i < members.n; i++) {
        bool there = false;
        for (uint32_t k = 0; k < s->other_n; k++) there |= entity_of(doc, s->other[k]) == members.at[i];
        if (!there) return false;
    }
    return members.n > 0;
}

/* "turned himself in", "defend themselves": who acts is no other side. */
static bool is_reflexive(const att_doc *doc, att_id m)
{
    att_slice w = doc->toks.at[doc->mentions.at[m].head].lower;
    return doc->mentions.at[m].form == ATT_MEN_PRONOUN && (att_ends(w, "self") || att_ends(w, "selves"));
}

static void put(const att_doc *doc, side *s, att_id m)
{
    if (is_reflexive(doc, m)) return;
    m = first_person(doc, m);
    if (acts_with(doc, s, m) || all_there(doc, s, m)) return;
    att_id e = entity_of(doc, m);
    for (uint32_t i = 0; i < *s->n; i++)
        if (s->at[i] == m || (e && entity_of(doc, s->at[i]) == e)) return;
    for (uint32_t i = 0; i < s->other_n; i++)
        if (s->other[i] == m || (e && entity_of(doc, s->other[i]) == e)) return;
    if (*s->n < ATT_MAX_SIDE) s->at[(*s->n)++] = m;
}

/* The word for a party inside a noun phrase whose head is none: possessor, nationality adjective, name before it, of/by/from (and between); 0 = none. */
static uint32_t inside(const att_doc *doc, uint32_t tok, bool between)
{
    static const uint8_t DIRECT[] = {ATT_DEP_NMOD_POSS, ATT_DEP_AMOD, ATT_DEP_COMPOUND, ATT_DEP_NMOD_DESC, 0};
    for (const uint8_t *r = DIRECT; *r; r++)
        for (uint32_t k = att_child(doc, tok, (att_deprel)*r, 0); k; k = att_child(doc, tok, (att_deprel)*r, k + 1)) {
            if (att_actor_at(doc, k) && !att_role_names_pact(doc, k)) return k;
            bool participle = *r == ATT_DEP_AMOD && att_is_led(doc->toks.at[k].lower);
            bool deeper = *r == ATT_DEP_COMPOUND || participle; /* "the U.S. frigate Stark" hangs word by word; "a rebel-held town", "a Japanese-drafted text" */
            for (const uint8_t *q = DIRECT + 1; deeper && *q; q++) {
                uint32_t j = att_child(doc, k, (att_deprel)*q, 0);
                if (j && att_actor_at(doc, j)) return j;
            }
        }
    for (uint32_t k = att_child(doc, tok, ATT_DEP_NMOD, 0); k; k = att_child(doc, tok, ATT_DEP_NMOD, k + 1)) {
        static const char *const PREPS[] = {"of", "by", "from", "against", NULL}, *const BORDERS[] = {"border", "frontier", "boundary", NULL};
        bool beyond = att_in(doc->toks.at[tok].lemma, BORDERS) && att_is(att_case_of(doc, k), "with"); /* "the border with Ukraine" */
        att_slice prep = att_case_of(doc, k);
        bool members = between && (att_is(prep, "between") || att_is(prep, "among")); /* "rivalries between gangs" */
        att_id m = beyond || members || att_in(prep, PREPS) ? att_actor_at(doc, k) : 0;
        if (m && !doc->mentions.at[m].as_place) return k;
    }
    /* "an appeal filed by prosecutors", "a plan put forward by Turkey" */
    for (uint32_t k = att_child(doc, tok, ATT_DEP_ACL, 0); k; k = att_child(doc, tok, ATT_DEP_ACL, k + 1)) {
        const att_clause *c = &doc->clauses.at[doc->tok_clause[k]];
        uint32_t agent = doc->tok_clause[k] && !(c->flags & ATT_CL_INFINITIVE) ? c->agent : 0;
        if (agent && att_actor_at(doc, agent)) return agent;
    }
    return 0;
}

/* A person or body that plays no part in politics ("the police arrested John Doe"). */
static att_id anybody(const att_doc *doc, uint32_t tok)
{
    att_id m = doc->tok_mention[tok];
    if (!m || doc->mentions.at[m].as_place) return 0;
    const att_entity *who = &doc->entities.at[doc->mentions.at[m].entity];
    /* "he" is a side where his name is known */
    if (doc->mentions.at[m].form == ATT_MEN_PRONOUN && (who->kind != ATT_KIND_PERSON || !who->name.len)) return 0;
    if (!doc->mentions.at[m].entity && doc->toks.at[tok].upos == ATT_PROPN) return m; /* a surname that nothing is known of */
    uint8_t kind = doc->entities.at[doc->mentions.at[m].entity].kind;
    return kind == ATT_KIND_PERSON || kind == ATT_KIND_ORG || kind == ATT_KIND_GROUP ? m : 0;
}

att_id att_role_mention(const att_doc *doc, uint32_t tok)
{
    att_id m = att_actor_at(doc, tok);
    return m ? m : att_actor_at(doc, inside(doc, tok, false));
}

static bool has_code(const att_doc *doc, att_id m) { return doc->entities.at[entity_of(doc, m)].code.len > 0; }

/* "along with Uganda", "together with Uganda", also with the adverb under the verb. */
bool att_role_in_company(const att_doc *doc, uint32_t tok)
{
    static const char *const COMPANY[] = {"along", "together", "jointly", "alongside", NULL};
    uint32_t prep = att_child(doc, tok, ATT_DEP_CASE, 0);
    if (!prep || doc->toks.at[prep].sent != doc->toks.at[prep - 1].sent) return prep && att_in(doc->toks.at[prep].lower, COMPANY);
    return att_in(doc->toks.at[prep].lower, COMPANY) || (att_is(doc->toks.at[prep].lower, "with") && att_in(doc->toks.at[prep - 1].lower, COMPANY));
}

/* "powers, including Iran", "figures such as Aliyev", "Kenya, along with Uganda": who is named besides. */
static bool is_named_besides(const att_doc *doc, uint32_t tok)
{
    static const char *const MORE[] = {"including", "such", "notably", "namely", "especially", "particularly", NULL};
    return doc->toks.at[tok].deprel == ATT_DEP_NMOD && (att_in(att_case_of(doc, tok), MORE) || att_role_in_company(doc, tok));
}

/* What is joined to a word by "and", or named besides. */
static void collect_joined(const att_doc *doc, uint32_t tok, bool allow_place, side *s)
{
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        bool joined = doc->toks.at[k].deprel == ATT_DEP_CONJ && !doc->tok_clause[k];
        if (joined || is_named_besides(doc, k)) att_role_collect(doc, k, allow_place, s);
    }
}

/* The mention that a slot filler stands for, and those coordinated with it. */
void att_role_collect(const att_doc *doc, uint32_t tok, bool allow_place, side *s)
{
    att_id m = att_actor_at(doc, tok);
    uint32_t also = m && !has_code(doc, m) ? att_child(doc, tok, ATT_DEP_APPOS, 0) : 0; /* "his main ally, the Russian president, Putin" */
    for (uint32_t steps = 0; also && steps < 3; also = att_child(doc, also, ATT_DEP_APPOS, 0), steps++)
        if (!has_code(doc, m) && has_code(doc, att_actor_at(doc, also))) m = att_actor_at(doc, also);
    uint32_t in = m ? 0 : inside(doc, tok, !s->f || s->f->type == ATT_ACCUSE);
    if (m && doc->mentions.at[m].as_place && !allow_place) m = 0;
    if (in && !att_role_state_of(doc, s, att_actor_at(doc, in))) {
        m = att_actor_at(doc, in);
        put(doc, s, m);
        if (doc->toks.at[in].deprel == ATT_DEP_NMOD) collect_joined(doc, in, allow_place, s); /* "clashes between Kenya and Somalia" */
    } else {
        if (!m && s->anybody) m = anybody(doc, tok);
        if (m) put(doc, s, m);
    }
    collect_joined(doc, tok, allow_place, s);
}
