/* read_clause.c: a clause under a verb of saying: "said that ...", "..., he said". Where it begins when the parser took more or less into it. */
#include "statement/teller.h"

#include "time/time.h"

static uint32_t child_side(const att_doc *doc, uint32_t cue, att_deprel rel, bool right)
{
    for (uint32_t k = att_child(doc, cue, rel, right ? cue + 1 : 0); k; k = att_child(doc, cue, rel, k + 1))
        return right || k < cue ? k : 0;
    return 0;
}

/* The first of two noun phrases before the verb of a clause without "that": "told *the Times* the party would", "warned *the court* it may".
 * The parser takes the one who is told into the clause. */
static uint32_t told_inside(const att_teller *w, uint32_t cue, uint32_t comp)
{
    const att_doc *doc = w->doc;
    if (!(w->cue[cue]->takes & ATT_TAKES_PERSON) || att_told_person(w, cue) || att_child(doc, comp, ATT_DEP_MARK, 0)) return 0;
    uint32_t first = att_next_child(doc, comp, cue), subj = 0;
    if (!first || first > comp || att_hull(doc, first).beg != cue + 1) return 0;
    uint8_t r = doc->toks.at[first].deprel;
    if (r != ATT_DEP_NSUBJ && r != ATT_DEP_NSUBJ_PASS && r != ATT_DEP_OBJ && r != ATT_DEP_OBL_UNMARKED && r != ATT_DEP_DISLOCATED) return 0;
    for (uint32_t k = att_next_child(doc, comp, first); k && k < comp && !subj; k = att_next_child(doc, comp, k))
        if (doc->toks.at[k].deprel == ATT_DEP_NSUBJ || doc->toks.at[k].deprel == ATT_DEP_NSUBJ_PASS) subj = k;
    return subj && att_hull(doc, subj).beg == att_hull(doc, first).end && (doc->tok_mention[first] || doc->toks.at[first].upos == ATT_PROPN) ? first : 0;
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
    if (!finite || att_has_subject(doc, comp) || w->cue[cue]->takes & ATT_TAKES_PERSON) return beg;
    for (uint32_t k = att_next_child(doc, cue, cue); k && k < beg; k = att_next_child(doc, cue, k)) /* "said *about 300 people* took part" */
        if (att_is_noun(&doc->toks.at[k]) && att_hull(doc, k).beg == cue + 1 && loose_subject(doc, k, beg)) return cue + 1;
    return beg;
}

/* "The sale would break the law, however, the firm is asking for relief": the content stands behind the cue's preposition, not in the clause before. */
static bool asks_for(const att_teller *w, uint32_t cue)
{
    const att_doc *doc = w->doc;
    for (uint32_t k = att_child(doc, cue, ATT_DEP_OBL, cue); k; k = att_child(doc, cue, ATT_DEP_OBL, k + 1))
        if (att_cue_takes_prep(w->cue[cue], att_case_of(doc, k))) return true;
    return false;
}

/* `"...," Ferrin, a former general, said`: a quotation that the content begins with has ended before the cue, and no other verb stands
 * between. What does is who speaks, whatever the parser makes of it. */
static bool quoted_before(const att_teller *w, att_draft *d, att_stretch r)
{
    const att_doc *doc = w->doc;
    att_stretch content = att_trim_content(doc, r);
    int i = att_stretch_empty(content) ? -1 : att_quote_at(&w->quotes, content.beg);
    const att_quote *q = i >= 0 ? &w->quotes.at[i] : NULL;
    uint32_t end = att_cue_words(doc, d->cue, 0).beg;
    if (!q || !q->close || q->close + 1 >= end || q->damaged || doc->toks.at[q->close].sent != doc->toks.at[d->cue].sent) return false;
    if (doc->toks.at[q->tok_end - 1].upos != ATT_PUNCT && doc->toks.at[q->close + 1].upos != ATT_PUNCT) return false;
    if (d->source > q->close) return false;
    uint32_t beg = q->close + 1, first = 0;
    for (uint32_t t = beg; t < end; t++) {
        if (doc->tok_clause[t] || att_quote_mark(doc, t)) return false;
        if (!first && att_is_noun(&doc->toks.at[t]) && !(doc->toks.at[t].head > t && doc->toks.at[t].head < end)) first = t;
    }
    if (!first) return false;
    d->source = first, d->speaker = att_mention_at(doc, first);
    d->part[0] = (att_stretch){q->tok_beg, q->tok_end}, d->part[1] = (att_stretch){0, 0};
    return true;
}

/* "Nothing the president said will change it": told of are his words, and what they do is no word of his. */
bool att_names_words(const att_doc *doc, uint32_t cue)
{
    static const char *const WORDS[] = {"nothing", "anything", "everything", "something", "all", "little", "much", NULL};
    const att_tok *k = &doc->toks.at[cue];
    return k->deprel == ATT_DEP_ACL_RELCL && k->head && k->head < cue && att_in(doc->toks.at[k->head].lower, WORDS);
}

/* "said that ...", "..., he said", "..., he said, ..." */
bool att_read_clause(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    uint32_t right = child_side(doc, cue, ATT_DEP_CCOMP, true), left = child_side(doc, cue, ATT_DEP_CCOMP, false);
    if (!right && !left) left = child_side(doc, cue, ATT_DEP_CSUBJ_PASS, false);
    if (!right && !left) right = child_side(doc, cue, ATT_DEP_CSUBJ_PASS, true);
    uint32_t comp = left ? left : right;
    if (!comp || att_names_words(doc, cue) || (left && !att_in_quote(w, left) && (att_circumstance(doc, left) || asks_for(w, cue)))) return false;
    bool only_quotes = !(w->cue[cue]->takes & ATT_TAKES_CLAUSE);
    if (only_quotes && !att_in_quote(w, comp) && (!left || att_child(doc, cue, ATT_DEP_XCOMP, cue))) return false; /* "as they continued to advance" */
    att_draft d = att_draft_of(w, cue, "ST_CLAUSE");
    uint32_t told = left ? 0 : told_inside(w, cue, comp), person = told ? told : att_told_person(w, cue);
    if (person != comp) d.addressee = att_mention_at(doc, person);
    att_stretch r = att_hull(doc, comp), frame = att_cue_frame(doc, cue, comp);
    for (uint32_t k = right == comp ? att_child(doc, cue, ATT_DEP_CCOMP, comp + 1) : 0; k; k = att_child(doc, cue, ATT_DEP_CCOMP, k + 1)) /* "said *he hoped* *more would be done*" */
        if (att_hull(doc, k).beg == r.end && doc->toks.at[r.end].upos != ATT_PUNCT && doc->toks.at[r.end - 1].upos != ATT_PUNCT) r.end = att_hull(doc, k).end;
    if (left) {
        if (r.end > cue) att_cut_frame(&d, r, frame);
        else d.part[0] = (att_stretch){r.beg, r.end < frame.beg ? r.end : frame.beg};
        if (att_stretch_empty(d.part[1]) && right && att_in_quote(w, right)) d.part[1] = att_hull(doc, right);
        if (!right && !quoted_before(w, &d, r)) (void)att_join_speakers(w, &d);
    } else {
        d.part[0] = (att_stretch){clause_begin(w, cue, comp, told), r.end};
    }
    return att_tell(w, d) != 0;
}
