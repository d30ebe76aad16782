#include "actor/coref.h"

static const char *const MALE[] = {"he", "him", "his", "himself", NULL};
static const char *const FEMALE[] = {"she", "her", "hers", "herself", NULL};
static const char *const THING[] = {"it", "its", "itself", NULL};
static const char *const MANY[] = {"they", "them", "their", "theirs", "themselves", NULL};

static const char *const FIRST[] = {"i", "me", "my", "mine", "myself", NULL};
static const char *const FIRST_MANY[] = {"we", "us", "our", "ours", "ourselves", NULL};
static const char *const SECOND[] = {"you", "your", "yours", "yourself", "yourselves", "ya", NULL};

bool att_coref_many(att_slice lower) { return att_in(lower, MANY); }

void att_quoted_mark(att_cast *c)
{
    const att_doc *doc = c->doc;
    bool open = false;
    att_id para = 0;
    c->quoted = att_new(doc->scratch, bool, doc->toks.n);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        if (doc->sents.at[k->sent].para != para) open = false, para = doc->sents.at[k->sent].para;
        att_slice w = att_cut(doc, k->span);
        if (att_is(w, "\xE2\x80\x9C") || att_is(w, "``")) open = true;
        else if (att_is(w, "\xE2\x80\x9D") || att_is(w, "''")) open = false;
        else if (att_is(w, "\"")) open = !open;
        c->quoted[t] = open;
    }
}

/* The entity in *at, made when there is none yet. Who he is, is found out when quotations get their speakers. */
static att_id held(att_cast *c, att_id *at, bool plural)
{
    if (!*at) {
        *att_add(c->doc, entities) = (att_entity){.kind = ATT_KIND_PERSON, .plural = plural};
        *at = c->doc->entities.n - 1;
    }
    return *at;
}

static void enter_quote(att_cast *c, uint32_t tok)
{
    att_id para = c->doc->sents.at[c->doc->toks.at[tok].sent].para;
    if (para != c->quote_para) c->quote_self[0] = c->quote_self[1] = c->quote_address = 0;
    c->quote_para = para;
}

static att_id speaker(att_cast *c, uint32_t tok, int many)
{
    if (!c->quoted[tok]) return held(c, &c->self[many], many != 0);
    enter_quote(c, tok);
    return held(c, &c->quote_self[many], many != 0);
}

att_id att_coref_address(att_cast *c, uint32_t tok)
{
    if (!att_in(c->doc->toks.at[tok].lower, SECOND)) return 0;
    if (!c->quoted[tok]) return held(c, &c->address, false);
    enter_quote(c, tok);
    return held(c, &c->quote_address, false);
}

static bool is_subject(const att_doc *doc, uint32_t tok)
{
    uint8_t r = doc->toks.at[tok].deprel;
    return r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS || r == ATT_DEP_OBL_AGENT;
}

/* "I" and "you" are never "she"; whom a quotation's "I" stands for, its speaker's own mention tells. */
static bool talks(const att_cast *c, const att_mention *m)
{
    att_slice w = c->doc->toks.at[m->head].lower;
    return m->form == ATT_MEN_PRONOUN && (att_in(w, FIRST) || att_in(w, FIRST_MANY) || att_in(w, SECOND));
}

/* Could the entity be meant by the pronoun? */
static bool agrees(const att_entity *e, const att_mention *m, att_slice pron)
{
    bool single_person = e->kind == ATT_KIND_PERSON && !e->plural;
    if (att_in(pron, MALE)) return single_person && e->gender != 'f';
    if (att_in(pron, FEMALE)) return single_person && e->gender != 'm';
    if (att_in(pron, THING)) return !e->plural && (e->kind == ATT_KIND_ORG || (e->kind == ATT_KIND_PLACE && !m->as_place));
    return e->plural || e->kind == ATT_KIND_GROUP || e->kind == ATT_KIND_ORG || e->kind == ATT_KIND_PLACE;
}

/* "The US would impose sanctions on Russia if it invaded": who acts in the main clause of a threat is not who is threatened. */
static bool threatens(const att_doc *doc, uint32_t tok, uint32_t candidate)
{
    uint32_t verb = doc->toks.at[tok].head, main_verb = verb ? doc->toks.at[verb].head : 0;
    if (!main_verb || !doc->tok_clause[verb] || !doc->tok_clause[main_verb]) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[verb]], *up = &doc->clauses.at[doc->tok_clause[main_verb]];
    bool unreal = up->tense == ATT_TENSE_FUTURE || up->modal.len;
    return (c->flags & ATT_CL_CONDITION) && unreal && !(up->flags & ATT_CL_PASSIVE) && up->subj == candidate && up->obj;
}

/* "It" means a thing more often than a body that has no part in politics: only from subject to subject, or to "its" in its sentence. */
static bool takes_it(const att_doc *doc, uint32_t tok, uint32_t candidate, uint32_t gap)
{
    if (doc->toks.at[tok].deprel == ATT_DEP_NMOD_POSS && gap == 0) return true;
    return gap <= 1 && is_subject(doc, tok) && is_subject(doc, candidate);
}

/* "He" inside a quotation is not who speaks: "..., Biden said, 'but he won't.'" The speaker stands outside, as subject of a verb of saying. */
static bool speaks(const att_cast *c, uint32_t tok, const att_mention *m)
{
    static const char *const SAYS[] = {"say", "add", "tell", "state", "ask", "reply", "warn", "note", "write", "declare", "insist", "stress", "explain", "continue", "claim", "tweet", NULL};
    const att_doc *doc = c->doc;
    return c->quoted[tok] && !c->quoted[m->head] && is_subject(doc, m->head) && att_in(doc->toks.at[doc->toks.at[m->head].head].lemma, SAYS);
}

/* A line without a predicate ("Kay Nietfeld/dpa via ZUMA Press") credits a picture; nobody in it is spoken of. */
static bool is_credit(const att_doc *doc, uint32_t tok)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[tok].sent];
    if (doc->paras.at[s->para].kind == ATT_BLOCK_TITLE || att_is(doc->toks.at[s->tok_end - 1].form, ".")) return false;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++)
        if (doc->tok_clause[t]) return false;
    return true;
}

/* Subjects of near sentences first (Hobbs 1978 in short: recency, and subjects before objects). The subject of the same verb
 * can't be its object ("Putin told him"). */
att_id att_coref_pronoun(att_cast *c, uint32_t tok)
{
    const att_doc *doc = c->doc;
    att_slice pron = doc->toks.at[tok].lower;
    if (att_in(pron, FIRST)) return speaker(c, tok, 0);
    if (att_in(pron, FIRST_MANY)) return speaker(c, tok, 1);
    if (!att_in(pron, MALE) && !att_in(pron, FEMALE) && !att_in(pron, THING) && !att_coref_many(pron)) return 0;
    bool thing = att_in(pron, THING);
    bool possessive = doc->toks.at[tok].deprel == ATT_DEP_NMOD_POSS;
    att_id best = 0;
    int best_score = INT32_MIN;
    for (uint32_t i = doc->mentions.n - 1, seen = 0; i > 0 && seen < 60; i--, seen++) {
        const att_mention *m = &doc->mentions.at[i];
        uint32_t gap = doc->toks.at[tok].sent - doc->toks.at[m->head].sent;
        if (gap > 3) break;
        if (gap && is_credit(doc, m->head)) continue;
        if (!m->entity || talks(c, m) || !agrees(&doc->entities.at[m->entity], m, pron)) continue;
        if (m->form == ATT_MEN_ADJECTIVE || (thing && !doc->entities.at[m->entity].political && !takes_it(doc, tok, m->head, gap))) continue;
        if (!possessive && gap == 0 && doc->toks.at[m->head].head == doc->toks.at[tok].head) continue;
        int score = -6 * (int)gap + (is_subject(doc, m->head) ? 5 : 0);
        if (doc->entities.at[m->entity].gender) score += 4; /* agrees() has seen that it fits */
        if (doc->toks.at[m->head].deprel == ATT_DEP_NMOD_POSS || doc->toks.at[m->head].deprel == ATT_DEP_NMOD) score -= 2;
        if (att_coref_many(pron) && !(doc->entities.at[m->entity].plural || doc->entities.at[m->entity].kind == ATT_KIND_GROUP)) score -= 3;
        if (doc->entities.at[m->entity].political) score += 3; /* politics is what the article is about */
        if (gap == 0) score += possessive ? 2 : 1;
        if (speaks(c, tok, m)) score -= 8;
        if (gap == 0 && threatens(doc, tok, m->head)) score -= 8;
        if (score > best_score) best = m->entity, best_score = score;
    }
    return best;
}

/* Has he been named as one who leads a state or a government? A spokesman is no leader. */
static bool leads(const att_doc *doc, att_id entity)
{
    static const char *const TITLES[] = {"president", "chancellor", "premier", "minister", "king", "queen", "emir", "sultan", "leader", "pm", "prince", NULL};
    static const char *const BELOW[] = {"foreign", "defence", "defense", "finance", "interior", "vice", "deputy", "spokesman", "spokeswoman", NULL};
    enum { REACH = 500 }; /* mentions: what is farther up is about something else, and long lists of names stay cheap */
    for (uint32_t i = doc->mentions.n > REACH ? doc->mentions.n - REACH : 1; i < doc->mentions.n; i++) {
        const att_mention *m = &doc->mentions.at[i];
        bool title = false, below = false;
        if (m->entity != entity || m->form != ATT_MEN_NAME) continue;
        for (uint32_t t = m->tok_beg; t < m->tok_end && t <= m->head; t++) {
            title |= att_in(doc->toks.at[t].lower, TITLES);
            below |= att_in(doc->toks.at[t].lower, BELOW);
        }
        if (title && !below) return true;
    }
    return false;
}

/* The last two of different countries. */
static uint32_t last_two(const att_doc *doc, bool persons, bool leaders, att_id found[2])
{
    enum { BACK = 80 };
    uint32_t n = 0, stop = leaders && doc->mentions.n > BACK ? doc->mentions.n - BACK : 0;
    for (uint32_t i = doc->mentions.n - 1; i > stop && n < 2; i--) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *e = &doc->entities.at[m->entity];
        bool fits = persons ? e->kind == ATT_KIND_PERSON && att_is(e->sector, "GOV") : e->kind == ATT_KIND_PLACE && e->code.len == 3 && !m->as_place;
        if (!m->entity || !fits || e->name.len == 0 || (leaders && !leads(doc, m->entity))) continue;
        if (n == 1 && (found[0] == m->entity || att_eq(doc->entities.at[found[0]].code, e->code))) continue;
        found[n++] = m->entity;
    }
    return n;
}

att_ids att_coref_pair(att_cast *c, bool persons)
{
    att_doc *doc = c->doc;
    att_id found[2];
    if (!(persons && last_two(doc, true, true, found) == 2) && last_two(doc, persons, false, found) < 2) return (att_ids){0};
    att_id *ids = att_new(doc->keep, att_id, 2);
    ids[0] = found[1];
    ids[1] = found[0];
    return (att_ids){ids, 2};
}

/* Which organisations a noun can take up again: by sector, or by the noun where many kinds share it. */
static bool noun_fits(const att_kb_entry *role, const att_entity *e)
{
    static const char *const OWN[] = {"BUS", "JRN", "NGO", "EDU", "LAB", "REL", "PTY", "REB", "UAF", "CRM", "SOC", "MED", "HLH", "LEG", "JUD", "IGO", NULL};
    static const char *const ANY[] = {"group", "organisation", "organization", "movement", "body", "agency", "association", NULL};
    static const char *const UNIONS[] = {"bloc", "alliance", "union", "organisation", "organization", "body", "agency", "council", NULL};
    static const char *const ARMED[] = {"REB", "UAF", "CRM", NULL};
    static const char *const SIDES[] = {"PTY", "OPP", NULL};
    if (e->code.len > 4) return att_in(role->name, UNIONS) || att_is(role->sector, "IGO");
    if (att_ends(e->name, " campaign") && !att_is(role->name, "campaign")) return false; /* a campaign is no party */
    if (att_in(role->name, ANY)) return !att_is(e->sector, "GOV");
    if (!att_in(role->sector, OWN)) return false;
    if (!e->sector.len || att_eq(e->sector, role->sector)) return true;
    return (att_in(e->sector, ARMED) && att_in(role->sector, ARMED)) || (att_in(e->sector, SIDES) && att_in(role->sector, SIDES));
}

att_id att_coref_body(const att_cast *c, const att_kb_entry *role)
{
    enum { BACK = 120 };
    const att_doc *doc = c->doc;
    if (role->plural || role->role_kind == ATT_KIND_PERSON) return 0;
    for (uint32_t i = doc->mentions.n, seen = 0; i-- > 1 && seen < BACK; seen++) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *e = &doc->entities.at[m->entity];
        if (m->entity && e->kind == ATT_KIND_ORG && e->name.len && m->form == ATT_MEN_NAME && noun_fits(role, e)) return m->entity;
    }
    return 0;
}
