#include "position/answer.h"

#include "position/assert.h"
#include "position/span.h"

static bool clause_flag(const att_doc *doc, uint32_t tok, uint16_t flag)
{
    return doc->tok_clause[tok] && doc->clauses.at[doc->tok_clause[tok]].flags & flag;
}

static bool has_word(const att_doc *doc, uint32_t tok, const char *const *list)
{
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k))
        if (att_in(doc->toks.at[k].lower, list)) return true;
    return false;
}

/* "no evidence", "not confirmed", "refused to confirm", "have not seen any proof" */
static bool negated(const att_voices *v, uint32_t tok)
{
    static const char *const NOT[] = {"no", "not", "n't", "never", "little", "without", NULL};
    const att_doc *doc = v->doc;
    if (clause_flag(doc, tok, ATT_CL_NEGATED) || has_word(doc, tok, NOT)) return true;
    uint32_t up = doc->toks.at[tok].head;
    att_deprel r = (att_deprel)doc->toks.at[tok].deprel;
    if (!up || (r != ATT_DEP_XCOMP && r != ATT_DEP_OBJ && r != ATT_DEP_NSUBJ && r != ATT_DEP_NSUBJ_PASS)) return false;
    if (clause_flag(doc, up, ATT_CL_NEGATED)) return true;
    uint32_t e = r == ATT_DEP_XCOMP ? att_entry_at(v->lex, &v->lex->stances, doc, up) : 0;
    return e && v->lex->stances.at.at[e].plain == ATT_SN_REJECTS;
}

/* "Russia's claims that it had pulled back were good, but they have not confirmed that": nobody doubts his own claim; a pronoun that
 * seems to stand for the claimant stands for the one who speaks. */
static bool own_claim(const att_voices *v, uint32_t tok, att_id by)
{
    const att_doc *doc = v->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[tok].sent];
    if (doc->mentions.at[by].form != ATT_MEN_PRONOUN) return false;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++)
        if (att_word_classes(v->lex, doc->toks.at[t].lemma, 'n') & ATT_W_REPORT && att_same_party(doc, att_report_owner(v, t), by)) return true;
    return false;
}

/* Who answers: the subject; of a noun its owner or the subject of "see", "have", "find"; else the one in whose words it stands. */
static att_id answerer(const att_voices *v, uint32_t tok, bool noun)
{
    const att_doc *doc = v->doc;
    att_id m = noun ? att_owner(v, tok) : att_subject_party(v, tok);
    uint32_t up = doc->toks.at[tok].head;
    if (!m && noun && up && doc->toks.at[tok].deprel == ATT_DEP_OBJ) m = att_subject_party(v, up);
    att_id voice = att_voice_of(v, tok);
    return m && !(voice && own_claim(v, tok, m)) ? m : voice;
}

/* A verb's answer with its auxiliaries and negation: "had not been verified". */
static att_span verb_words(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    att_span words = att_governed_words(v, tok);
    uint32_t beg = tok;
    while (beg > 1 && doc->toks.at[beg - 1].sent == doc->toks.at[tok].sent && doc->toks.at[beg - 1].head == tok) {
        att_deprel r = (att_deprel)doc->toks.at[beg - 1].deprel;
        if (r != ATT_DEP_AUX && r != ATT_DEP_AUX_PASS && r != ATT_DEP_ADVMOD) break;
        beg--;
    }
    if (doc->toks.at[beg].span.beg < words.beg) words.beg = doc->toks.at[beg].span.beg;
    return words;
}

static void set_topic(const att_voices *v, att_answer *x, uint32_t topic)
{
    x->topic = topic;
    if (topic) att_subtree(v->doc, topic, &x->beg, &x->end);
}

/* "Rejected the request": who refuses what is asked or offered says nothing of what is true. */
static bool is_asked(const att_voices *v, uint32_t topic)
{
    uint32_t i = topic && v->doc->toks.at[topic].upos == ATT_NOUN ? att_entry_at(v->lex, &v->lex->stances, v->doc, topic) : 0;
    const att_entry *e = &v->lex->stances.at.at[i];
    return i && e->pos == 'n' && (e->plain == ATT_SN_DEMANDS || e->plain == ATT_SN_OFFERS);
}

static void from_word(const att_voices *v, att_arena *a, uint32_t tok, att_answers *out)
{
    const att_doc *doc = v->doc;
    uint32_t i = att_entry_at(v->lex, &v->lex->replies, doc, tok);
    if (!i) return;
    const att_entry *e = &v->lex->replies.at.at[i];
    bool noun = e->pos == 'n', no = negated(v, tok), scarce = noun && att_word_classes(v->lex, doc->toks.at[tok].lemma, 'n') & ATT_W_PROOF;
    att_answer x = {.tok = tok, .stance = no ? e->negated : e->plain, .rule = "AN_WORD"};
    if (!x.stance || (scarce && !no) || clause_flag(doc, tok, ATT_CL_CONDITION | ATT_CL_QUESTION)) return;
    x.by = answerer(v, tok, noun);
    uint32_t clause = noun ? att_report_clause(doc, tok) : 0;
    set_topic(v, &x, clause ? clause : att_topic_of(doc, tok));
    uint32_t up = doc->toks.at[tok].head;
    if (scarce && !x.topic && up) set_topic(v, &x, att_topic_of(doc, up));
    if (noun && !x.topic && up) set_topic(v, &x, att_child(doc, up, ATT_DEP_CCOMP, tok)); /* the clause often hangs beside its noun */
    if (!x.topic && e->pos == 'a' && clause_flag(doc, tok, ATT_CL_COPULAR)) set_topic(v, &x, att_child(doc, tok, ATT_DEP_NSUBJ, 0));
    x.content = noun ? att_noun_words(v, tok) : doc->tok_clause[tok] ? verb_words(v, tok) : att_governed_words(v, tok);
    if (x.by && !(x.stance == ATT_RE_DENIES && is_asked(v, x.topic))) *att_push(a, out) = x;
}

/* "That is a lie", "the reports are baseless", "it does not exist" in somebody's words. */
static void from_false(const att_voices *v, att_arena *a, uint32_t tok, att_answers *out)
{
    const att_doc *doc = v->doc;
    const att_tok *k = &doc->toks.at[tok];
    char pos = k->upos == ATT_NOUN ? 'n' : 'a';
    att_id by = att_voice_of(v, tok);
    bool predicate = clause_flag(doc, tok, ATT_CL_COPULAR) || k->deprel == ATT_DEP_XCOMP || k->deprel == ATT_DEP_ROOT || k->deprel == ATT_DEP_OBL;
    if (k->upos == ATT_VERB) pos = 'v', predicate = doc->tok_clause[tok] != 0;
    uint32_t cls = att_word_classes(v->lex, pos == 'v' ? k->lemma : k->lower, pos), want = negated(v, tok) ? ATT_W_TRUE : ATT_W_FALSE;
    if (!(cls & want) || !predicate) return;
    uint32_t up = k->head;
    bool called = up && att_word_classes(v->lex, doc->toks.at[up].lemma, 'v') & ATT_W_JUDGE;
    if (called) by = att_subject_party(v, up);
    if (!by) return;
    att_answer x = {.tok = tok, .by = by, .stance = ATT_RE_DENIES, .rule = "AN_FALSE", .content = att_clause_words(v, called ? up : tok)};
    set_topic(v, &x, called ? doc->clauses.at[doc->tok_clause[up]].obj : att_child(doc, tok, ATT_DEP_NSUBJ, 0));
    *att_push(a, out) = x;
}

/* A statement whose main predicate (its head lies outside) is negated: an answer if its speaker has been accused. */
static void from_statement(const att_voices *v, att_arena *a, att_id s, att_answers *out)
{
    const att_doc *doc = v->doc;
    const att_statement *st = &doc->statements.at[s];
    static const char *const NO[] = {"no", "nothing", "nobody", "never", NULL};
    att_answer x = {.by = st->speaker, .stance = ATT_RE_DENIES, .accused = true, .content = st->content, .rule = "AN_NOT"};
    if (!st->speaker) return;
    att_span_tokens(doc, st->content, &x.beg, &x.end);
    uint32_t t = x.beg;
    while (t < x.end && !(doc->tok_clause[t] && !(doc->toks.at[t].head >= x.beg && doc->toks.at[t].head < x.end))) t++;
    if (t == x.end) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    bool none = (c->subj >= x.beg && c->subj < x.end && has_word(doc, c->subj, NO)) || (c->obj >= x.beg && c->obj < x.end && has_word(doc, c->obj, NO));
    bool future = c->tense == ATT_TENSE_FUTURE || c->modal.len, not = c->flags & ATT_CL_NEGATED || none || has_word(doc, t, NO);
    if (future || !not) return;
    x.tok = x.topic = t;
    *att_push(a, out) = x;
}

static void from_position(const att_voices *v, att_arena *a, const att_position *p, att_answers *out)
{
    const att_doc *doc = v->doc;
    bool wants = p->stance == ATT_SN_SUPPORTS && doc->toks.at[p->tok].upos == ATT_VERB; /* "wants to see evidence" */
    if (p->stance != ATT_SN_DEMANDS && p->stance != ATT_SN_CONDITIONS && !wants) return;
    att_answer x = {.tok = p->tok, .by = p->holder, .stance = ATT_RE_DEMANDS_PROOF, .content = p->content, .rule = "AN_PROOF"};
    uint32_t beg, end;
    att_span_tokens(doc, p->content, &beg, &end);
    for (uint32_t t = beg; t < end; t++) {
        if (doc->toks.at[t].upos != ATT_NOUN || !(att_word_classes(v->lex, doc->toks.at[t].lemma, 'n') & ATT_W_PROOF)) continue;
        set_topic(v, &x, att_topic_of(doc, t));
        *att_push(a, out) = x;
        return;
    }
}

void att_answers_find(const att_voices *v, att_arena *a, att_answers *out)
{
    const att_doc *doc = v->doc;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        from_word(v, a, t, out);
        from_false(v, a, t, out);
    }
    for (att_id s = 1; s < doc->statements.n; s++) from_statement(v, a, s, out);
    for (att_id p = 1; p < doc->positions.n; p++) from_position(v, a, &doc->positions.at[p], out);
}
