/* read_verb.c: content of a verb of saying, thinking or wanting, read off the tree. */
#include "statement/teller.h"

#include "base/data.h"
#include "time/time.h"

static bool quoted(const att_teller *w, uint32_t t) { return att_in_quote(w, t); }

static uint32_t child_side(const att_doc *doc, uint32_t cue, att_deprel rel, bool right)
{
    for (uint32_t k = att_child(doc, cue, rel, right ? cue + 1 : 0); k; k = att_child(doc, cue, rel, k + 1))
        return right || k < cue ? k : 0;
    return 0;
}

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

static att_draft draft_of(const att_teller *w, uint32_t cue, const char *rule)
{
    att_draft d = {.cue = cue, .rule = rule, .source = att_source_of(w->doc, goes_on(w, cue))};
    d.speaker = att_mention_at(w->doc, d.source);
    return d;
}

/* Who is told: the object beside a clause, or "to X" of verbs that take one. */
static uint32_t person_of(const att_teller *w, uint32_t cue)
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

/* The part of range r that is left when the cue's frame is cut out of it. */
static void cut_frame(att_draft *d, att_stretch r, att_stretch frame)
{
    if (frame.end <= r.beg || frame.beg >= r.end) {
        d->part[0] = r;
    } else if (frame.beg <= r.beg) {
        d->part[0] = (att_stretch){frame.end, r.end};
    } else if (frame.end >= r.end) {
        d->part[0] = (att_stretch){r.beg, frame.beg};
    } else {
        d->part[0] = (att_stretch){r.beg, frame.beg};
        d->part[1] = (att_stretch){frame.end, r.end};
    }
}

static bool punct_only(const att_doc *doc, att_stretch r)
{
    for (uint32_t t = r.beg; t < r.end; t++)
        if (doc->toks.at[t].upos != ATT_PUNCT) return false;
    return true;
}

static bool has_subject(const att_doc *doc, uint32_t t)
{
    static const uint8_t SUBJECTS[] = {ATT_DEP_NSUBJ, ATT_DEP_NSUBJ_PASS, ATT_DEP_CSUBJ, ATT_DEP_CSUBJ_PASS, ATT_DEP_EXPL, 0};
    for (const uint8_t *r = SUBJECTS; *r; r++)
        if (att_child(doc, t, (att_deprel)*r, 0)) return true;
    return false;
}

/* The first of two noun phrases before the verb of a clause without "that": "told *the Times* the party would", "warned *the court* it may".
 * The parser takes the one who is told into the clause. */
static uint32_t told_inside(const att_teller *w, uint32_t cue, uint32_t comp)
{
    const att_doc *doc = w->doc;
    if (!(w->cue[cue]->takes & ATT_TAKES_PERSON) || person_of(w, cue) || att_child(doc, comp, ATT_DEP_MARK, 0)) return 0;
    uint32_t first = att_next_child(doc, comp, cue), subj = 0;
    if (!first || first > comp || att_hull(doc, first).beg != cue + 1) return 0;
    uint8_t r = doc->toks.at[first].deprel;
    if (r != ATT_DEP_NSUBJ && r != ATT_DEP_NSUBJ_PASS && r != ATT_DEP_OBL_UNMARKED && r != ATT_DEP_DISLOCATED) return 0;
    for (uint32_t k = att_next_child(doc, comp, first); k && k < comp && !subj; k = att_next_child(doc, comp, k))
        if (doc->toks.at[k].deprel == ATT_DEP_NSUBJ || doc->toks.at[k].deprel == ATT_DEP_NSUBJ_PASS) subj = k;
    return subj && att_hull(doc, subj).beg == att_hull(doc, first).end && doc->tok_mention[first] ? first : 0;
}

/* A noun phrase that runs up to the clause; a preposition before it is one of size ("about 300 people"). */
static bool loose_subject(const att_doc *doc, uint32_t noun, uint32_t beg)
{
    static const char *const SIZE[] = {"about", "around", "over", "under", "between", "up", NULL};
    att_stretch h = att_hull(doc, noun);
    for (uint32_t t = h.end; t < beg; t++)
        if (att_quote_mark(doc, t) || doc->toks.at[t].upos == ATT_ADP) return false;
    uint32_t c = att_child(doc, noun, ATT_DEP_CASE, 0);
    return !c || (att_in(doc->toks.at[c].lower, SIZE) && att_child(doc, noun, ATT_DEP_NUMMOD, 0));
}

/* "said *last night* Brazil wants": a time that is over, between the cue and another noun phrase, tells when it was said. */
static uint32_t behind_time(const att_doc *doc, uint32_t cue, uint32_t beg, uint32_t comp)
{
    if (beg != cue + 1) return beg;
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg == beg; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (att_time_of_saying(doc, x, comp)) return x->tok_end;
    }
    return beg;
}

/* Where the content of a clause behind its cue begins. */
static uint32_t clause_begin(const att_teller *w, uint32_t cue, uint32_t comp, uint32_t told)
{
    const att_doc *doc = w->doc;
    if (told) return att_hull(doc, told).end;
    uint32_t beg = att_hull(doc, comp).beg;
    if (beg <= cue) beg = cue + 1;
    beg = behind_time(doc, cue, beg, comp);
    /* the subject may have been hung elsewhere, but "that" is a sure border */
    for (uint32_t t = cue + 1; t < beg; t++)
        if (att_is(doc->toks.at[t].lower, "that") && doc->toks.at[t].upos == ATT_SCONJ) return t + 1;
    bool finite = doc->clauses.at[doc->tok_clause[comp]].tense != ATT_TENSE_NONE;
    if (!finite || has_subject(doc, comp) || w->cue[cue]->takes & ATT_TAKES_PERSON) return beg;
    for (uint32_t k = att_next_child(doc, cue, cue); k && k < beg; k = att_next_child(doc, cue, k)) /* "said *about 300 people* took part" */
        if (att_is_noun(&doc->toks.at[k]) && att_hull(doc, k).beg == cue + 1 && loose_subject(doc, k, beg)) return cue + 1;
    return beg;
}

/* "Since the vote was called, they have maintained": a clause that tells when or why is not what is said. */
static bool circumstance(const att_doc *doc, uint32_t comp)
{
    static const char *const MARKS[] = {"since", "after", "before", "while", "although", "though", "because", "until", "unless", "as", NULL};
    uint32_t mark = att_child(doc, comp, ATT_DEP_MARK, 0);
    return mark && mark < comp && att_in(doc->toks.at[mark].lower, MARKS);
}

/* "The sale would break the law, however, the firm is asking for relief": the content stands behind the cue's preposition, not in the clause before. */
static bool asks_for(const att_teller *w, uint32_t cue)
{
    const att_doc *doc = w->doc;
    for (uint32_t k = att_child(doc, cue, ATT_DEP_OBL, cue); k; k = att_child(doc, cue, ATT_DEP_OBL, k + 1))
        if (att_cue_takes_prep(w->cue[cue], att_case_of(doc, k))) return true;
    return false;
}

/* "said that ...", "..., he said", "..., he said, ..." */
static bool from_clause(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    uint32_t right = child_side(doc, cue, ATT_DEP_CCOMP, true), left = child_side(doc, cue, ATT_DEP_CCOMP, false);
    if (!right && !left) left = child_side(doc, cue, ATT_DEP_CSUBJ_PASS, false);
    if (!right && !left) right = child_side(doc, cue, ATT_DEP_CSUBJ_PASS, true);
    uint32_t comp = left ? left : right;
    if (!comp || (left && !quoted(w, left) && (circumstance(doc, left) || asks_for(w, cue)))) return false;
    bool only_quotes = !(w->cue[cue]->takes & ATT_TAKES_CLAUSE);
    if (only_quotes && !quoted(w, comp) && (!left || att_child(doc, cue, ATT_DEP_XCOMP, cue))) return false; /* "as they continued to advance" */
    att_draft d = draft_of(w, cue, "ST_CLAUSE");
    uint32_t told = left ? 0 : told_inside(w, cue, comp), person = told ? told : person_of(w, cue);
    if (person != comp) d.addressee = att_mention_at(doc, person);
    att_stretch r = att_hull(doc, comp), frame = att_cue_frame(doc, cue, comp);
    for (uint32_t k = right == comp ? att_child(doc, cue, ATT_DEP_CCOMP, comp + 1) : 0; k; k = att_child(doc, cue, ATT_DEP_CCOMP, k + 1)) /* "said *he hoped* *more would be done*" */
        if (att_hull(doc, k).beg == r.end && doc->toks.at[r.end].upos != ATT_PUNCT && doc->toks.at[r.end - 1].upos != ATT_PUNCT) r.end = att_hull(doc, k).end;
    if (left) {
        if (r.end > cue) cut_frame(&d, r, frame);
        else d.part[0] = (att_stretch){r.beg, r.end < frame.beg ? r.end : frame.beg};
        if (att_stretch_empty(d.part[1]) && right && quoted(w, right)) d.part[1] = att_hull(doc, right);
    } else {
        d.part[0] = (att_stretch){clause_begin(w, cue, comp, told), r.end};
    }
    return att_tell(w, d) != 0;
}

/* An aside stands between commas, marks or dashes and is short. */
static bool set_off(const att_doc *doc, uint32_t cue)
{
    enum { ASIDE_WORDS = 30 };
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    att_stretch h = att_hull(doc, cue);
    bool left = h.beg == s->tok_beg || doc->toks.at[h.beg].upos == ATT_PUNCT || doc->toks.at[h.beg - 1].upos == ATT_PUNCT;
    bool right = h.end >= s->tok_end || doc->toks.at[h.end].upos == ATT_PUNCT || doc->toks.at[h.end - 1].upos == ATT_PUNCT;
    if (!left || !right || h.end - h.beg > ASIDE_WORDS) return false;
    return !att_child(doc, cue, ATT_DEP_OBJ, cue) && !att_child(doc, cue, ATT_DEP_XCOMP, cue);
}

/* The cue hangs as an aside in the clause that it reports. */
static bool from_aside(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_tok *t = &doc->toks.at[cue];
    if (t->deprel != ATT_DEP_PARATAXIS || !t->head || !(w->cue[cue]->takes & (ATT_TAKES_CLAUSE | ATT_TAKES_QUOTE))) return false;
    if (!att_cue_utters(w->cue[cue]) && w->cue[cue]->commitment != ATT_COMMIT_BELIEVES) return false;
    att_draft d = draft_of(w, cue, "ST_ASIDE");
    if (!d.source || !set_off(doc, cue)) return false;
    d.addressee = att_mention_at(doc, person_of(w, cue));
    att_stretch own = att_hull(doc, cue);
    cut_frame(&d, att_hull(doc, t->head), own);
    if (punct_only(doc, d.part[1])) d.part[1] = (att_stretch){0, 0};
    return att_tell(w, d) != 0;
}

/* "as he put it", "as the minister warned": the clause above is the content. */
static bool from_as(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    uint32_t as = att_child(doc, cue, ATT_DEP_MARK, 0), head = doc->toks.at[cue].head;
    if (!as || !att_is(doc->toks.at[as].lower, "as") || doc->toks.at[cue].deprel != ATT_DEP_ADVCL || !head || !att_cue_utters(w->cue[cue])) return false;
    if (!doc->tok_clause[cue] || doc->clauses.at[doc->tok_clause[cue]].tense == ATT_TENSE_NONE) return false; /* "quoted him as saying" */
    att_draft d = draft_of(w, cue, "ST_AS");
    if (!d.source || att_child(doc, cue, ATT_DEP_CCOMP, cue) || att_child(doc, cue, ATT_DEP_OBJ, cue) || att_child(doc, cue, ATT_DEP_XCOMP, cue)) return false;
    cut_frame(&d, att_hull(doc, head), att_hull(doc, cue));
    if (punct_only(doc, d.part[1])) d.part[1] = (att_stretch){0, 0};
    return att_tell(w, d) != 0;
}

/* "..., he said" where the tree shows no link: the cue with its subject stands behind the last comma or mark of its sentence. */
static bool from_tail(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    if (!(w->cue[cue]->takes & ATT_TAKES_CLAUSE) || w->cue[cue]->commitment == ATT_COMMIT_JUDGES) return false;
    att_draft d = draft_of(w, cue, "ST_TAIL");
    att_stretch frame = att_cue_words(doc, cue, 0);
    if (!d.source) return false;
    att_stretch src = att_hull(doc, d.source);
    if (src.beg < frame.beg) frame.beg = src.beg;
    if (frame.beg < s->tok_beg + 4) return false;
    uint32_t before = frame.beg - 1;
    if (!att_is(doc->toks.at[before].form, ",") && !att_quote_mark(doc, before)) return false;
    for (uint32_t k = cue + 1; k < s->tok_end; k++)
        if (doc->tok_clause[k]) return false;
    for (uint32_t k = att_next_child(doc, cue, 0); k && k < cue; k = att_next_child(doc, cue, k))
        if (doc->toks.at[k].deprel == ATT_DEP_ADVCL && circumstance(doc, k)) return false;
    bool verb = false;
    for (uint32_t k = s->tok_beg; k < before && !verb; k++) verb = doc->tok_clause[k] != 0;
    if (!verb) return false;
    d.part[0] = (att_stretch){s->tok_beg, before};
    return att_tell(w, d) != 0;
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
    att_draft d = draft_of(w, cue, "ST_OBJECT");
    if (!d.source) return false;
    if (person) d.addressee = att_mention_at(doc, obj);
    d.part[0] = (att_stretch){beg, att_before_aside(doc, beg, complement_end(doc, cue, beg + 1))};
    return att_tell(w, d) != 0;
}

/* "..., reported the Times.": the parser may take the one who says it for an object. */
static bool from_inverted(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    uint32_t who = att_child(doc, cue, ATT_DEP_OBJ, cue);
    if (!who || !(w->cue[cue]->takes & ATT_TAKES_CLAUSE) || !att_cue_utters(w->cue[cue]) || has_subject(doc, cue) || att_ends(doc->toks.at[cue].lower, "ing")) return false;
    if (cue < s->tok_beg + 4 || !att_is(doc->toks.at[cue - 1].form, ",") || !(doc->toks.at[who].flags & ATT_TOK_CAP)) return false;
    att_stretch h = att_hull(doc, who);
    if (h.beg != cue + 1 || h.end + 1 < s->tok_end) return false;
    att_draft d = {.cue = cue, .source = who, .speaker = att_mention_at(doc, who), .part = {{s->tok_beg, cue - 1}}, .rule = "ST_ASIDE"};
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
        att_draft d = draft_of(w, cue, "ST_PREPOSITION");
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
    att_draft d = draft_of(w, cue, "ST_PASSIVE");
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
    if (quoted(w, cue) && !reports_in_speech(w, cue)) return false;
    uint32_t source = att_source_of(w->doc, cue);
    if (source && att_is(w->doc->toks.at[source].lower, "you")) return false;
    if (thing_aims(w, cue, source)) return false;
    if (from_clause(w, cue) || (!quoted(w, cue) && from_aside(w, cue))) return true;
    if (!w->doc->tok_clause[cue]) return false;
    if (from_as(w, cue) || from_inverted(w, cue) || from_object(w, cue) || from_preposition(w, cue) || from_passive(w, cue)) return true;
    return !quoted(w, cue) && from_tail(w, cue); /* what is said in a quotation stands in it */
}
