/* positions.c: from stances to position records. Order: the stance of every word, drop what is only the content of another
 * stance, content and issue, toward whom, date, one record per stance and stretch of text. */
#include "event/event_date.h"
#include "position/decide.h"
#include "position/issue.h"
#include "position/span.h"

typedef struct {
    att_voices v;
    att_found *at;       /* token -> what it tells */
} finder;

/* "urged Putin to support talks": what is demanded is not the demander's word "support". Nouns keep a stance of their own when they
 * belong to somebody else ("rejected Russia's demand"). */
static bool swallowed(const finder *f, uint32_t tok)
{
    const att_doc *doc = f->v.doc;
    bool clausal = false;
    uint32_t w = tok;
    for (uint32_t steps = 0; steps < 12; steps++) {
        uint32_t up = doc->toks.at[w].head;
        if (!up) return false;
        switch (doc->toks.at[w].deprel) {
        case ATT_DEP_XCOMP: case ATT_DEP_CCOMP: case ATT_DEP_ACL: case ATT_DEP_CSUBJ: clausal = true; break;
        case ATT_DEP_ADVCL: /* a condition, or "accused of ..." */
            clausal = true;
            break;
        case ATT_DEP_ACL_RELCL: return false;
        case ATT_DEP_CONJ: if (doc->tok_clause[w] && f->at[up].stance && !(doc->clauses.at[doc->tok_clause[w]].flags & ATT_CL_INFINITIVE)) return false; break;
        case ATT_DEP_OBJ: case ATT_DEP_OBL: case ATT_DEP_NMOD: case ATT_DEP_NSUBJ_PASS: break;
        default: return false;
        }
        if (f->at[up].stance && doc->toks.at[w].deprel != ATT_DEP_CONJ) {
            bool report = doc->toks.at[w].deprel == ATT_DEP_ADVCL && !att_same_entity(doc, f->at[tok].holder, f->at[up].holder);
            if (!report && (clausal || att_same_party(doc, f->at[tok].holder, f->at[up].holder))) return true;
        }
        w = up;
    }
    return false;
}

/* "pledged to push for talks", "plans to boycott the vote": a promise or plan has the stance of what it is about. */
static void look_through(finder *f, uint32_t tok)
{
    const att_tok *k = &f->v.doc->toks.at[tok];
    if (!f->at[tok].stance || k->deprel != ATT_DEP_XCOMP || !k->head) return;
    att_found *up = &f->at[k->head];
    bool open = up->stance == ATT_SN_OFFERS || up->stance == ATT_SN_SUPPORTS;
    if (open && att_same_entity(f->v.doc, up->holder, f->at[tok].holder)) up->stance = 0;
}

static att_id toward_of(const finder *f, uint32_t tok, att_id holder)
{
    static const char *const PREPS[] = {"to", "with", "against", "on", "toward", "towards", "from", "for", "of", "over", "upon", NULL};
    const att_voices *v = &f->v;
    const att_doc *doc = v->doc;
    const att_event *e = &doc->events.at[v->event_at[tok]];
    for (uint32_t i = 0; v->event_at[tok] && i < e->recipients.n; i++)
        if (!att_same_entity(doc, e->recipients.at[i], holder)) return e->recipients.at[i];
    uint32_t comp = att_topic_of(doc, tok);
    uint32_t args[2] = {doc->clauses.at[doc->tok_clause[tok]].obj, doc->clauses.at[doc->tok_clause[comp]].subj};
    for (uint32_t i = 0; i < 2; i++) {
        att_id m = att_party(v, args[i]);
        if (m && !att_same_entity(doc, m, holder)) return m;
    }
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        uint32_t c = r == ATT_DEP_OBL || r == ATT_DEP_NMOD ? att_child(doc, k, ATT_DEP_CASE, 0) : 0;
        att_id m = c && att_in(doc->toks.at[c].lower, PREPS) ? att_party(v, k) : 0;
        if (!m && c && r == ATT_DEP_NMOD) m = att_owner(v, k);
        if (m && !att_same_entity(doc, m, holder)) return m;
    }
    uint32_t subj = doc->clauses.at[doc->tok_clause[tok]].subj;
    att_id m = f->at[tok].whole ? att_party(v, subj) : 0;
    return m && !att_same_entity(doc, m, holder) ? m : 0;
}

/* Same holder, stance and sentence, and one content inside the other: the same position said once. */
static bool repeated(const att_doc *doc, const att_position *p)
{
    for (uint32_t i = doc->positions.n; i-- > 1;) {
        const att_position *q = &doc->positions.at[i];
        if (q->sent != p->sent) return false;
        bool meet = q->content.beg < p->content.end && p->content.beg < q->content.end;
        if (meet && q->stance == p->stance && att_same_party(doc, q->holder, p->holder)) return true;
    }
    return false;
}

/* "the raid was shameful", "talks are needed": what is judged, not the judgement. */
static uint32_t about(const att_doc *doc, uint32_t tok, const att_found *x)
{
    uint32_t topic = att_topic_of(doc, tok);
    if (!x->whole) return topic ? topic : tok;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[tok]];
    if (!(c->flags & ATT_CL_COPULAR)) return tok;
    bool thing = c->subj && doc->toks.at[c->subj].upos != ATT_PRON && doc->toks.at[c->subj].sent == doc->toks.at[tok].sent;
    return thing ? c->subj : topic ? topic : tok;
}

/* Where that puts the holder on the issue itself: who demands that it shall not be is against it. */
static uint8_t side_of(uint8_t stance, bool against)
{
    if (stance == ATT_SN_CONDITIONS) return ATT_ISSUE_CONDITIONAL;
    bool no = stance == ATT_SN_REJECTS || stance == ATT_SN_OPPOSES;
    return no == against ? ATT_ISSUE_FOR : ATT_ISSUE_AGAINST;
}

static void add_position(finder *f, uint32_t tok)
{
    att_voices *v = &f->v;
    att_doc *doc = v->doc;
    const att_found *x = &f->at[tok];
    att_position p = {.sent = doc->toks.at[tok].sent, .tok = tok, .holder = x->holder, .stance = x->stance, .rule = x->rule};
    p.content = x->whole ? att_clause_words(v, tok) : x->noun ? att_noun_words(v, tok) : att_governed_words(v, tok);
    if (repeated(doc, &p)) return;
    att_issue issue = att_issue_of(v, &(att_subject){about(doc, tok, x), x->whole ? 0 : tok, tok, p.content, x->holder});
    p.issue = issue.phrase, p.issue_group = issue.group;
    p.side = side_of(p.stance, issue.against);
    p.condition = att_condition_of(v, tok);
    p.toward = toward_of(f, tok, x->holder);
    p.date = att_event_date(doc, tok, true);
    att_note_add(doc, ATT_STAGE_STATEMENT, tok, "position: %s by %s; issue \"%.*s\"", att_stance_name((att_stance)p.stance), p.rule, (int)p.issue.len, p.issue.ptr);
    *att_add(doc, positions) = p;
}

static bool coded(const att_doc *doc, uint32_t tok)
{
    const att_para *p = &doc->paras.at[doc->sents.at[doc->toks.at[tok].sent].para];
    return p->kind != ATT_BLOCK_META;
}

void att_positions_find(const att_stances *lex, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    finder f;
    att_voices_open(&f.v, lex, doc);
    f.at = att_new(doc->scratch, att_found, doc->toks.n);
    for (uint32_t t = 1; t < doc->toks.n; t++) f.at[t] = att_stance_at(&f.v, t);
    for (uint32_t t = 1; t < doc->toks.n; t++) look_through(&f, t);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (!f.at[t].stance || !coded(doc, t)) continue;
        if (swallowed(&f, t))
            att_note_add(doc, ATT_STAGE_STATEMENT, t, "no position: content of another stance");
        else
            add_position(&f, t);
    }
    att_arena_rewind(doc->scratch, mark);
}
