/* read_verb.c: content of a verb of saying, thinking or wanting, read off the tree. */
#include "statement/teller.h"

#include "base/data.h"

/* "denied that gangs had settled there, arguing that they": the participle at the end goes on with the main verb's speaker, not with the
 * subject of what he says. The verb whose subject speaks. */
static uint32_t goes_on(const att_teller *w, uint32_t cue)
{
    const att_doc *doc = w->doc;
    const att_tok *k = &doc->toks.at[cue];
    if (k->deprel != ATT_DEP_ADVCL || !att_ends(k->lower, "ing") || !att_is(doc->toks.at[cue - 1].form, ",") || !att_cue_utters(w->cue[cue])) return cue;
    for (uint32_t v = k->head, steps = 0; v && steps < 4; steps++) {
        uint32_t up = doc->toks.at[v].head;
        uint8_t r = doc->toks.at[v].deprel;
        if (r != ATT_DEP_CCOMP && r != ATT_DEP_XCOMP && r != ATT_DEP_CONJ) return cue;
        if (r == ATT_DEP_CCOMP && up && up < v && w->cue[up] && att_cue_utters(w->cue[up]) && doc->tok_clause[up]) return up;
        v = up;
    }
    return cue;
}

att_draft att_draft_of(const att_teller *w, uint32_t cue, const char *rule)
{
    att_draft d = {.cue = cue, .rule = rule, .source = att_source_of(w->doc, goes_on(w, cue))};
    d.speaker = att_mention_at(w->doc, d.source);
    return d;
}

/* Who is told: the object beside a clause, or "to X" of verbs that take one. */
uint32_t att_told_person(const att_teller *w, uint32_t cue)
{
    const att_doc *doc = w->doc;
    uint32_t to = att_child(doc, cue, ATT_DEP_IOBJ, 0);
    if (!to && (w->cue[cue]->takes & ATT_TAKES_PERSON)) to = att_child(doc, cue, ATT_DEP_OBJ, cue);
    for (uint32_t k = att_child(doc, cue, ATT_DEP_OBL, cue); k && !to; k = att_child(doc, cue, ATT_DEP_OBL, k + 1)) {
        uint32_t c = att_child(doc, k, ATT_DEP_CASE, 0);
        if (c && att_is(doc->toks.at[c].lower, "to") && !att_cue_takes_prep(w->cue[cue], ATT_LIT("to"))) to = k;
    }
    return to;
}

static uint32_t first_start(const att_doc *doc, uint32_t a) { return a ? att_hull(doc, a).beg : UINT32_MAX; }

/* End of what belongs to the verb after `from`: its objects and obliques, not the next coordinated clause or an aside. */
static uint32_t complement_end(const att_doc *doc, uint32_t cue, uint32_t from)
{
    uint32_t end = from;
    for (uint32_t k = att_next_child(doc, cue, cue); k; k = att_next_child(doc, cue, k)) {
        att_stretch h = att_hull(doc, k);
        switch (doc->toks.at[k].deprel) {
        case ATT_DEP_OBJ:
        case ATT_DEP_XCOMP:
        case ATT_DEP_OBL:
        case ATT_DEP_CCOMP:
            if (h.beg >= from || h.end > end) end = h.end > end ? h.end : end;
            break;
        case ATT_DEP_COMPOUND_PRT:
        case ATT_DEP_ADVMOD: break;
        case ATT_DEP_ADVCL:
            /* "accused of hiding", "blamed for taking"; not "while ...", "when ..." */
            if (h.beg > end || h.end <= end || doc->toks.at[h.beg].upos != ATT_ADP) return end;
            end = h.end;
            break;
        default:
            if (h.beg >= end) return end;
        }
    }
    return end;
}

/* What is attacked or threatened in words: "attacked the decision", "threatened sanctions", a politician; not "attacked the town". */
static bool matter(const att_doc *doc, uint32_t obj)
{
    static const char *const WORDS[] = {"action",  "agreement", "approach",    "attack",   "ban",      "bill",     "boycott",    "budget",    "call",      "claim",      "comment",   "consequence", "cut",
                                        "deal",    "decision",  "demand",      "embargo",  "failure",  "force",    "handling",   "idea",      "lawsuit",   "law",        "legislation", "measure",   "move",
                                        "plan",    "policy",    "position",    "proposal", "record",   "reform",   "refusal",    "remark",    "reprisal",  "resignation", "response",  "retaliation", "ruling",
                                        "sanction", "stance",   "statement",   "step",     "strategy", "strike",   "suggestion", "tariff",    "treatment", "verdict",    "veto",      "view",      "violence",
                                        "walkout", "war",       "withdrawal",  NULL};
    const att_mention *m = &doc->mentions.at[doc->tok_mention[obj]];
    uint8_t kind = doc->entities.at[m->entity].kind;
    return (m->entity && kind == ATT_KIND_PERSON) || att_in(doc->toks.at[obj].lemma, WORDS);
}

/* Objects and infinitives: "denied the charge", "promised to pay", "urged him to go". */
static bool from_object(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    uint8_t takes = w->cue[cue]->takes;
    uint32_t obj = att_child(doc, cue, ATT_DEP_OBJ, cue), inf = att_child(doc, cue, ATT_DEP_XCOMP, cue);
    uint32_t beg = UINT32_MAX;
    if (takes & ATT_TAKES_MATTER && obj && matter(doc, obj)) takes |= ATT_TAKES_OBJECT;
    bool person = (takes & ATT_TAKES_PERSON) && obj && inf;
    if ((takes & ATT_TAKES_INF) && inf) beg = first_start(doc, inf);
    if ((takes & ATT_TAKES_OBJECT) && obj && (!inf || obj < inf)) beg = first_start(doc, obj);
    else if (person) beg = first_start(doc, obj);
    if (beg == UINT32_MAX || beg <= cue) return false;
    att_draft d = att_draft_of(w, cue, "ST_OBJECT");
    if (!d.source) return false;
    if (person) d.addressee = att_mention_at(doc, obj);
    d.part[0] = (att_stretch){beg, att_before_aside(doc, beg, complement_end(doc, cue, beg + 1))};
    return att_tell(w, d) != 0;
}

/* "called for talks", "spoke of a breakthrough": the preposition goes to the cue, its object is the content. */
static bool from_preposition(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    for (uint32_t k = att_next_child(doc, cue, cue); k; k = att_next_child(doc, cue, k)) {
        att_deprel rel = (att_deprel)doc->toks.at[k].deprel;
        if (rel != ATT_DEP_OBL && rel != ATT_DEP_ADVCL && rel != ATT_DEP_NMOD && rel != ATT_DEP_CCOMP) continue;
        att_stretch h = att_hull(doc, k);
        uint32_t prep = h.beg;
        if (prep <= cue || prep >= k || !att_cue_takes_prep(w->cue[cue], doc->toks.at[prep].lower)) continue;
        att_draft d = att_draft_of(w, cue, "ST_PREPOSITION");
        if (!d.source) return false;
        d.prep = prep;
        uint32_t inf = h.end < doc->toks.n && att_is(doc->toks.at[h.end].lower, "to") ? doc->toks.at[h.end].head : 0;
        bool to_do = inf > h.end && doc->toks.at[inf].head == cue && doc->tok_mention[k]; /* "called on both sides *to* stop", not "pushed for growth to" */
        d.part[0] = (att_stretch){prep + 1, att_before_aside(doc, prep, to_do ? att_hull(doc, inf).end : h.end)};
        return att_tell(w, d) != 0;
    }
    return false;
}

/* "was praised by X", "the pullout, announced by X": what is judged or told is the subject, or the noun before. */
static bool from_passive(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[cue]];
    uint32_t subj = att_child(doc, cue, ATT_DEP_NSUBJ_PASS, 0), noun = doc->toks.at[cue].head;
    bool below = !subj && !doc->tok_mention[noun] && doc->toks.at[cue].deprel == ATT_DEP_ACL && noun < cue && doc->toks.at[noun].upos == ATT_NOUN;
    if (!c->agent || !(subj || below) || !(w->cue[cue]->takes & ATT_TAKES_OBJECT)) return false;
    att_draft d = att_draft_of(w, cue, "ST_PASSIVE");
    d.part[0] = att_hull(doc, subj ? subj : noun);
    if (below) d.part[0].end = att_cue_words(doc, cue, 0).beg;
    while (below && doc->toks.at[d.part[0].beg].deprel == ATT_DEP_CASE) d.part[0].beg++;
    while (below && d.part[0].end > noun + 1 && doc->toks.at[d.part[0].end - 1].upos == ATT_PUNCT) d.part[0].end--;
    return att_tell(w, d) != 0;
}

/* Inside a quotation "I think" and "you know" are turns of phrase; "the minister told us that" is a statement of its own. */
static bool reports_in_speech(const att_teller *w, uint32_t cue)
{
    static const char *const TALKERS[] = {"i", "we", "you", "it", "one", "that", "this", "who", NULL};
    uint32_t source = att_source_of(w->doc, cue);
    return source && att_cue_utters(w->cue[cue]) && !att_in(w->doc->toks.at[source].lower, TALKERS);
}

/* "The operation aims to cut", "the move signals": only somebody wants, hopes or promises. */
static bool thing_aims(const att_teller *w, uint32_t cue, uint32_t source)
{
    switch (w->cue[cue]->commitment) {
    case ATT_COMMIT_WANTS: case ATT_COMMIT_HOPES: case ATT_COMMIT_FEARS: case ATT_COMMIT_PROMISES: case ATT_COMMIT_REFUSES: break;
    default: return false;
    }
    const att_tok *k = &w->doc->toks.at[source];
    return source && k->upos == ATT_NOUN && !w->doc->tok_mention[source] && att_data_has("statement/things.txt", k->lemma);
}

bool att_read_verb(att_teller *w, uint32_t cue)
{
    if (att_in_quote(w, cue) && !reports_in_speech(w, cue)) return false;
    uint32_t source = att_source_of(w->doc, cue);
    if (source && att_is(w->doc->toks.at[source].lower, "you")) return false;
    if (thing_aims(w, cue, source)) return false;
    if (att_read_clause(w, cue) || (!att_in_quote(w, cue) && att_read_aside(w, cue))) return true;
    if (!w->doc->tok_clause[cue]) return false;
    if (att_read_as(w, cue) || att_read_inverted(w, cue) || from_object(w, cue) || from_preposition(w, cue) || from_passive(w, cue)) return true;
    return !att_in_quote(w, cue) && att_read_tail(w, cue); /* what is said in a quotation stands in it */
}
