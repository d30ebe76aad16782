/* claims.c: which assertion does an answer answer? Those of other parties, near by, that share its content words; if it only
 * points back ("denied the report"), the nearest that it can point to. A denial that says itself what is denied ("denied that she
 * had fled") makes a claim even though nobody is quoted with it. Unanswered assertions are no claims. */
#include "position/answer.h"
#include "position/assert.h"
#include "position/span.h"
#include "position/terms.h"

enum { SENTS_BACK = 40, SENTS_ON = 25, POINT_BACK = 12, JUST_SAID = 3, MAX_REPLIES = 12 };

typedef ATT_VEC(att_response) replies;

typedef struct {
    att_voices v;
    att_assertions said;
    replies *to;         /* for each assertion */
} finder;

static att_id sent_of(const finder *f, uint32_t tok) { return f->v.doc->toks.at[tok].sent; }

static void put(finder *f, uint32_t i, const att_answer *x)
{
    replies *r = &f->to[i];
    for (uint32_t k = 0; k < r->n; k++)
        if (r->at[k].stance == x->stance && att_same_entity(f->v.doc, r->at[k].by, x->by)) return;
    if (r->n < MAX_REPLIES) *att_push(f->v.doc->keep, r) = (att_response){sent_of(f, x->tok), x->by, x->stance, x->content, x->rule};
}

/* First assertion of the sentence or after it. */
static uint32_t first_from(const finder *f, att_id sent)
{
    uint32_t lo = 0, hi = f->said.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (sent_of(f, f->said.at[mid].beg) >= sent) hi = mid;
        else lo = mid + 1;
    }
    return lo;
}

/* A government that confirms what its own minister has said answers nobody. */
static bool one_voice(const att_doc *doc, att_id a, att_id b)
{
    const att_entity *x = &doc->entities.at[doc->mentions.at[a].entity], *y = &doc->entities.at[doc->mentions.at[b].entity];
    return x->code.len && att_eq(x->code, y->code) && att_is(x->sector, "GOV") && att_is(y->sector, "GOV");
}

/* Another party's words, and not the words that hold the answer. */
static bool answerable(const finder *f, const att_answer *x, const att_assertion *s)
{
    const att_doc *doc = f->v.doc;
    if (s->by && (att_same_entity(doc, s->by, x->by) || (x->stance == ATT_RE_CONFIRMS && one_voice(doc, s->by, x->by)))) return false;
    bool own = !s->charge && s->beg < x->end && x->beg < s->end && !x->accused; /* what the answer itself says */
    return !own && !(x->tok >= s->beg && x->tok < s->end) && s->tok != x->tok;
}

/* Does the assertion speak of the party? */
static bool concerns(const finder *f, const att_assertion *s, att_id party)
{
    const att_doc *doc = f->v.doc;
    for (uint32_t t = s->beg; t < s->end; t++)
        if (doc->tok_mention[t] && att_same_party(doc, doc->tok_mention[t], party)) return true;
    return false;
}

/* The clause that an answer itself gives: "denied that ...", "rejected claims that ..."; owner: who is said to claim it. */
static uint32_t own_clause(const finder *f, const att_answer *x, att_id *owner)
{
    const att_doc *doc = f->v.doc;
    *owner = 0;
    uint32_t t = x->topic;
    if (!t) return 0;
    if (doc->tok_clause[t] && doc->toks.at[t].deprel != ATT_DEP_NSUBJ && doc->toks.at[t].upos == ATT_VERB) return t;
    if (doc->tok_clause[t] && (doc->toks.at[t].deprel == ATT_DEP_CCOMP || doc->toks.at[t].deprel == ATT_DEP_ACL)) return t;
    if (!(att_word_classes(f->v.lex, doc->toks.at[t].lemma, 'n') & ATT_W_REPORT)) return 0;
    *owner = att_report_owner(&f->v, t);
    return att_report_clause(doc, t);
}

/* An answer that itself says what it denies needs more in common with somebody's words to be an answer to them. */
static bool enough(const finder *f, const att_answer *x, const att_assertion *s, uint32_t shared, uint32_t few)
{
    att_id owner;
    if (x->accused) return s->charge && (shared >= 2 || (shared == 1 && sent_of(f, s->beg) + 6 >= sent_of(f, x->tok)));
    if (own_clause(f, x, &owner) || x->stance == ATT_RE_CONFIRMS) return shared >= 2 && 2 * shared >= few;
    bool just_said = s->beg < x->tok && sent_of(f, s->beg) + JUST_SAID >= sent_of(f, x->tok);
    return shared >= 2 || (shared == 1 && few == 1 && (s->charge || just_said));
}

/* Two words in common may be the scenery: what the answer is about must be among them, unless they share more than that. */
static bool same_matter(const finder *f, const att_answer *x, const att_assertion *s, uint32_t shared)
{
    uint32_t few;
    if (x->accused || !x->topic || shared > 2) return true;
    att_shared_words(&f->v, x->topic, x->topic + 1, x->topic, x->topic + 1, &few);
    return few == 0 || att_shared_words(&f->v, x->topic, x->topic + 1, s->beg, s->end, &few) > 0;
}

static bool by_words(finder *f, const att_answer *x)
{
    const att_doc *doc = f->v.doc;
    att_id sent = sent_of(f, x->tok);
    bool any = false;
    for (uint32_t i = first_from(f, sent > SENTS_BACK ? sent - SENTS_BACK : 1); i < f->said.n; i++) {
        const att_assertion *s = &f->said.at[i];
        if (sent_of(f, s->beg) > sent + (x->accused ? 0 : SENTS_ON)) break;
        if (!answerable(f, x, s)) continue;
        uint32_t few, shared = att_shared_words(&f->v, x->beg, x->end, s->beg, s->end, &few);
        if (!enough(f, x, s, shared, few) || !same_matter(f, x, s, shared)) continue;
        if (x->accused && (att_same_party(doc, s->by, x->by) || !concerns(f, s, x->by))) continue;
        put(f, i, x);
        any = true;
    }
    return any;
}

/* How well "the report", "the Chosun Ilbo report", "it" points to an assertion: the named source, the same noun, an accusation, or
 * what somebody has just said ("the claim had not been verified"). */
static int points_to(const finder *f, const att_answer *x, const att_assertion *s)
{
    const att_doc *doc = f->v.doc;
    att_slice noun = x->topic ? doc->toks.at[x->topic].lemma : (att_slice){0};
    bool just_said = sent_of(f, s->beg) + JUST_SAID >= sent_of(f, x->tok);
    int score = s->charge ? 3 : just_said && noun.len && s->by && s->tok ? 2 : 0;
    if (noun.len && att_eq(noun, doc->toks.at[s->tok].lemma)) score += 3;
    for (uint32_t t = x->beg; t < x->end; t++)
        if (doc->tok_mention[t] && s->by && att_same_entity(doc, doc->tok_mention[t], s->by)) score += 4;
    return score;
}

/* All that it points to equally well, when it names them ("the Chosun Ilbo report"); else the nearest accusation or report. */
static bool by_pointing(finder *f, const att_answer *x)
{
    att_id sent = sent_of(f, x->tok);
    uint32_t from = first_from(f, sent > POINT_BACK ? sent - POINT_BACK : 1), best = UINT32_MAX;
    int high = 2;
    for (uint32_t i = from; i < f->said.n && f->said.at[i].beg < x->tok; i++) {
        int score = answerable(f, x, &f->said.at[i]) ? points_to(f, x, &f->said.at[i]) : 0;
        if (score >= high) best = i, high = score;
    }
    if (best == UINT32_MAX) return false;
    for (uint32_t i = from; high >= 5 && i < best; i++)
        if (answerable(f, x, &f->said.at[i]) && points_to(f, x, &f->said.at[i]) == high) put(f, i, x);
    put(f, best, x);
    return true;
}

static void add_claim(finder *f, att_claim c, const att_answer *x, uint8_t stance)
{
    att_doc *doc = f->v.doc;
    att_response *r = att_new(doc->keep, att_response, 1);
    *r = (att_response){sent_of(f, x->tok), x->by, stance, x->content, x->rule};
    c.responses = r;
    c.response_count = 1;
    *att_add(doc, claims) = c;
}

/* "refuses to accept Syria's denials that it was implicated": the one who refuses asserts what is denied, and doubts the denial. */
static att_id refuser(const finder *f, uint32_t denial)
{
    const att_doc *doc = f->v.doc;
    uint32_t w = doc->toks.at[denial].head;
    for (uint32_t steps = 0; w && steps < 3; w = doc->toks.at[w].head, steps++) {
        uint32_t e = att_entry_at(f->v.lex, &f->v.lex->stances, doc, w);
        if (e && f->v.lex->stances.at.at[e].plain == ATT_SN_REJECTS) return att_subject_party(&f->v, w);
        if (doc->toks.at[w].deprel != ATT_DEP_XCOMP) break;
    }
    return 0;
}

static bool explicit_claim(finder *f, const att_answer *x)
{
    const att_doc *doc = f->v.doc;
    att_id owner = 0;
    uint32_t clause = own_clause(f, x, &owner);
    if (!clause || x->accused || (x->stance != ATT_RE_DENIES && x->stance != ATT_RE_DOUBTS)) return false;
    if (x->stance == ATT_RE_DOUBTS && !owner) return false;
    if (owner && att_same_entity(doc, owner, x->by)) return false;
    att_claim c = {.sent = sent_of(f, clause), .by = owner, .content = att_clause_words(&f->v, clause), .rule = "CL_DENIED"};
    att_id other = doc->toks.at[x->tok].upos == ATT_NOUN ? refuser(f, x->tok) : 0;
    if (other && !att_same_entity(doc, other, x->by)) {
        c.by = other;
        add_claim(f, c, x, x->stance);
        att_answer doubt = *x;
        doubt.by = other, doubt.rule = "AN_DOUBT";
        add_claim(f, (att_claim){.sent = c.sent, .by = x->by, .content = x->content, .rule = "CL_DENIAL"}, &doubt, ATT_RE_DOUBTS);
        return true;
    }
    add_claim(f, c, x, x->stance);
    return true;
}

/* Is the answer's own clause an assertion already (a report noun's)? Then the answer goes to that. */
static bool to_report(finder *f, const att_answer *x)
{
    if (!x->topic || x->accused) return false;
    for (uint32_t i = first_from(f, sent_of(f, x->tok)); i < f->said.n && sent_of(f, f->said.at[i].beg) == sent_of(f, x->tok); i++)
        if (f->said.at[i].tok == x->topic && !att_same_entity(f->v.doc, f->said.at[i].by, x->by)) {
            put(f, i, x);
            return true;
        }
    return false;
}

/* Nobody in this article has said it: kept for the articles of a store. Bare negations answer too much to be kept. */
static void keep_open(finder *f, const att_answer *x)
{
    att_doc *doc = f->v.doc;
    if (x->accused || !x->by || x->end <= x->beg) return;
    att_slice terms = att_terms_of(&f->v, x->beg, x->end);
    if (!terms.len || !memchr(terms.ptr, ' ', terms.len)) return; /* one word fits everything */
    *att_add(doc, answers) = (att_open_answer){{sent_of(f, x->tok), x->by, x->stance, x->content, x->rule}, att_tok_span(doc, x->beg, x->end), terms};
}

static void settle(finder *f, const att_answer *x)
{
    uint32_t few = 0;
    att_note_add(f->v.doc, ATT_STAGE_STATEMENT, x->tok, "answer: %s by %s", att_reply_name((att_reply)x->stance), x->rule);
    if (to_report(f, x)) return;
    if (x->end > x->beg && by_words(f, x)) return;
    if (explicit_claim(f, x) || x->accused) return;
    if (x->end > x->beg) att_shared_words(&f->v, x->beg, x->end, x->beg, x->end, &few);
    bool pointer = !x->topic || att_word_classes(f->v.lex, f->v.doc->toks.at[x->topic].lemma, 'n') & ATT_W_REPORT || f->v.doc->toks.at[x->topic].upos == ATT_PRON;
    bool pointed = (pointer || (few == 0 && x->stance != ATT_RE_CONFIRMS)) && by_pointing(f, x);
    if (!pointed) keep_open(f, x);
}

static void sort_claims(att_doc *doc)
{
    att_claim *c = doc->claims.at;
    for (uint32_t i = 2; i < doc->claims.n; i++) {
        att_claim x = c[i];
        uint32_t j = i;
        while (j > 1 && c[j - 1].content.beg > x.content.beg) c[j] = c[j - 1], j--;
        c[j] = x;
    }
}

void att_claims_find(const att_stances *lex, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    finder f = {0};
    att_answers answers = {0};
    att_voices_open(&f.v, lex, doc);
    att_assertions_find(&f.v, doc->scratch, &f.said);
    att_answers_find(&f.v, doc->scratch, &answers);
    f.to = att_new(doc->scratch, replies, f.said.n ? f.said.n : 1);
    for (uint32_t i = 0; i < answers.n; i++) settle(&f, &answers.at[i]);
    for (uint32_t i = 0; i < f.said.n; i++) {
        if (!f.to[i].n) continue;
        const att_assertion *s = &f.said.at[i];
        *att_add(doc, claims) = (att_claim){.sent = sent_of(&f, s->beg), .by = s->by, .content = s->content, .responses = f.to[i].at, .response_count = f.to[i].n, .rule = s->rule};
        att_note_add(doc, ATT_STAGE_STATEMENT, s->beg, "claim by %s with %u answers", s->rule, f.to[i].n);
    }
    sort_claims(doc);
    for (uint32_t i = 1; i < doc->claims.n; i++) {
        uint32_t beg, end;
        att_span_tokens(doc, doc->claims.at[i].content, &beg, &end);
        doc->claims.at[i].terms = att_terms_of(&f.v, beg, end);
    }
    att_arena_rewind(doc->scratch, mark);
}
