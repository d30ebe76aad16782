/* pronoun.c: who a pronoun is: the speaker, the one spoken to, the subject that follows, or the best of those named before. */
#include "actor/coref.h"
#include "actor/rank.h"

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

/* "I" and "you" are never "she"; whom a quotation's "I" stands for, its speaker's own mention tells. */
static bool talks(const att_cast *c, const att_mention *m)
{
    att_slice w = c->doc->toks.at[m->head].lower;
    return m->form == ATT_MEN_PRONOUN && (att_in(w, FIRST) || att_in(w, FIRST_MANY) || att_in(w, SECOND));
}

/* Could the entity be meant by the pronoun? */
static bool agrees(const att_entity *e, bool as_place, att_slice pron)
{
    bool single_person = e->kind == ATT_KIND_PERSON && !e->plural;
    if (att_in(pron, MALE)) return single_person && e->gender != 'f';
    if (att_in(pron, FEMALE)) return single_person && e->gender != 'm';
    if (att_in(pron, THING)) return !e->plural && (e->kind == ATT_KIND_ORG || (e->kind == ATT_KIND_PLACE && !as_place));
    return e->plural || e->kind == ATT_KIND_GROUP || e->kind == ATT_KIND_ORG || e->kind == ATT_KIND_PLACE;
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

/* Of a class of pronouns; false: another word. */
static bool class_of(att_slice pron, att_pron_class *class)
{
    *class = att_in(pron, THING) ? ATT_PRON_IT : att_coref_many(pron) ? ATT_PRON_THEY : ATT_PRON_HE;
    return *class != ATT_PRON_HE || att_in(pron, MALE) || att_in(pron, FEMALE);
}

/* Mentions of an entity among the last ones. */
static uint32_t times_of(const att_doc *doc, att_id entity)
{
    enum { BACK = 120, ENOUGH = 4 };
    uint32_t n = 0, stop = doc->mentions.n > BACK ? doc->mentions.n - BACK : 0;
    for (uint32_t i = doc->mentions.n - 1; i > stop && n < ENOUGH; i--) n += doc->mentions.at[i].entity == entity;
    return n;
}

/* Nouns in [from, to) that are nobody's mention. */
static uint32_t things_in(const att_cast *c, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t t = from; t < to; t++) {
        const att_tok *k = &c->doc->toks.at[t];
        n += k->upos == ATT_NOUN && !c->mention_at[t] && !c->timed[t] && k->deprel != ATT_DEP_COMPOUND && k->deprel != ATT_DEP_NMOD;
    }
    return n;
}

static bool may_be(const att_cast *c, uint32_t tok, const att_mention *m)
{
    const att_doc *doc = c->doc;
    uint32_t gap = doc->toks.at[tok].sent - doc->toks.at[m->head].sent;
    if (!m->entity || m->form == ATT_MEN_ADJECTIVE || talks(c, m) || (gap && is_credit(doc, m->head))) return false;
    return agrees(&doc->entities.at[m->entity], m->as_place, doc->toks.at[tok].lower);
}

/* Whom a name farther on stands for, as far as one knows there. */
static att_id named_at(att_cast *c, uint32_t tok)
{
    uint32_t i = tok ? c->at[tok] : 0;
    const att_element *e = &c->els.at[i];
    if (!i || e->link || (e->kind != ATT_EL_NAME && e->kind != ATT_EL_KB) || e->kb_kind == ATT_KB_ROLE || e->kb_kind == ATT_KB_DEMONYM) return 0;
    att_traits t = {0};
    att_traits_gather(c, i, &t, 0);
    return att_resolve(c, i, &t).entity;
}

/* "he expected Brekke to leave": whom the pronoun's predicate names behind it. */
static att_id object_ahead(att_cast *c, uint32_t tok)
{
    const att_tok *k = &c->doc->toks.at[tok];
    if (k->deprel != ATT_DEP_NSUBJ || !k->head) return 0;
    return named_at(c, att_child(c->doc, k->head, ATT_DEP_OBJ, k->head));
}

/* Who is another argument of the pronoun's own predicate ("Putin said that he trusted him"); returns how many. */
static uint32_t barred(att_cast *c, uint32_t tok, att_pron_class class, att_id out[], uint32_t most)
{
    const att_doc *doc = c->doc;
    uint32_t n = 0;
    att_id ahead = class == ATT_PRON_HE ? object_ahead(c, tok) : 0;
    if (ahead) out[n++] = ahead;
    for (uint32_t i = doc->mentions.n; i-- > 1 && n < most && doc->toks.at[doc->mentions.at[i].head].sent == doc->toks.at[tok].sent;) {
        const att_mention *m = &doc->mentions.at[i];
        if (m->entity && (att_rank_barred(c, tok, m) || (class == ATT_PRON_HE && att_rank_reported(c, tok, m)))) out[n++] = m->entity;
    }
    return n;
}

static bool among(const att_id *ids, uint32_t n, att_id id)
{
    for (uint32_t i = 0; i < n; i++)
        if (ids[i] == id) return true;
    return false;
}

static att_id best_of(att_cast *c, uint32_t tok, att_pron_class class)
{
    enum { BACK = 60, FAR = 3, SEEN = 8, OTHERS = 4 };
    const att_doc *doc = c->doc;
    att_id best = 0, seen[SEEN], others[OTHERS];
    uint32_t passed = 0, down = tok, things = 0, not = barred(c, tok, class, others, OTHERS);
    int best_score = class == ATT_PRON_HE ? INT32_MIN : att_rank_nobody(c, class, tok);
    for (uint32_t i = doc->mentions.n - 1, n = 0; i > 0 && n < BACK; i--, n++) {
        const att_mention *m = &doc->mentions.at[i];
        if (doc->toks.at[tok].sent - doc->toks.at[m->head].sent > FAR) break;
        if (!may_be(c, tok, m) || among(others, not, m->entity)) continue;
        if (m->head < down) things += things_in(c, m->head, down), down = m->head;
        int score = att_rank(c, class, &(att_candidate){tok, m, passed, times_of(doc, m->entity), things});
        if (score > best_score) best = m->entity, best_score = score;
        if (passed < SEEN && !among(seen, passed, m->entity)) seen[passed++] = m->entity;
    }
    return best;
}

/* The subject that a phrase or clause in front of it hangs under together with the pronoun: "In his speech, Macron said"; 0 = none. */
static uint32_t subject_ahead(const att_doc *doc, uint32_t tok)
{
    enum { MOST = 10 };
    uint32_t below = tok, t = doc->toks.at[tok].head;
    for (uint32_t n = 0; t && n < MOST; n++, below = t, t = doc->toks.at[t].head) {
        uint8_t r = doc->toks.at[below].deprel;
        if (below > t || (r != ATT_DEP_OBL && r != ATT_DEP_OBL_UNMARKED && r != ATT_DEP_ADVCL)) continue;
        uint32_t s = att_child(doc, t, ATT_DEP_NSUBJ, below);
        if (!s) s = att_child(doc, t, ATT_DEP_NSUBJ_PASS, below);
        if (s && s > tok) return s;
    }
    return 0;
}

/* One who is named only after the pronoun. */
static att_id named_ahead(att_cast *c, uint32_t tok)
{
    att_id who = named_at(c, subject_ahead(c->doc, tok));
    return who && agrees(&c->doc->entities.at[who], false, c->doc->toks.at[tok].lower) ? who : 0;
}

/* "Ghana praised Togo; it sent food": the subject of a clause that goes on from another, behind a semicolon or a conjunction, is that one's subject. */
static att_id subject_beside(const att_cast *c, uint32_t tok)
{
    const att_doc *doc = c->doc;
    uint32_t verb = doc->toks.at[tok].head, before = verb ? doc->toks.at[verb].head : 0;
    if (doc->toks.at[tok].deprel != ATT_DEP_NSUBJ || !before || before > verb || !doc->tok_clause[before]) return 0;
    bool joined = doc->toks.at[verb].deprel == ATT_DEP_CONJ;
    for (uint32_t t = before; t < tok && !joined && doc->toks.at[verb].deprel == ATT_DEP_PARATAXIS; t++) joined = att_is(doc->toks.at[t].form, ";");
    uint32_t subj = joined ? doc->clauses.at[doc->tok_clause[before]].subj : 0;
    att_id m = subj && subj < tok ? c->mention_at[subj] : 0;
    return m && doc->toks.at[subj].sent == doc->toks.at[tok].sent && c->quoted[subj] == c->quoted[tok] && may_be(c, tok, &doc->mentions.at[m]) ? doc->mentions.at[m].entity : 0;
}

att_id att_coref_pronoun(att_cast *c, uint32_t tok)
{
    att_pron_class class;
    att_slice pron = c->doc->toks.at[tok].lower;
    if (att_in(pron, FIRST)) return speaker(c, tok, 0);
    if (att_in(pron, FIRST_MANY)) return speaker(c, tok, 1);
    if (!class_of(pron, &class)) return 0;
    att_id ahead = named_ahead(c, tok);
    att_id beside = ahead ? 0 : subject_beside(c, tok);
    return ahead ? ahead : beside ? beside : best_of(c, tok, class);
}

