/* read_aside.c: a verb of saying that hangs in or behind what it reports: "..., he said", "as he put it", "..., reported the Times". */
#include "statement/teller.h"

/* The part of range r that is left when the cue's frame is cut out of it. */
void att_cut_frame(att_draft *d, att_stretch r, att_stretch frame)
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

bool att_has_subject(const att_doc *doc, uint32_t t)
{
    static const uint8_t SUBJECTS[] = {ATT_DEP_NSUBJ, ATT_DEP_NSUBJ_PASS, ATT_DEP_CSUBJ, ATT_DEP_CSUBJ_PASS, ATT_DEP_EXPL, 0};
    for (const uint8_t *r = SUBJECTS; *r; r++)
        if (att_child(doc, t, (att_deprel)*r, 0)) return true;
    return false;
}

/* "Since the vote was called, they have maintained": a clause that tells when or why is not what is said. */
bool att_circumstance(const att_doc *doc, uint32_t comp)
{
    static const char *const MARKS[] = {"since", "after", "before", "while", "although", "though", "because", "until", "unless", "as", NULL};
    uint32_t mark = att_child(doc, comp, ATT_DEP_MARK, 0);
    return mark && mark < comp && att_in(doc->toks.at[mark].lower, MARKS);
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

/* Where who speaks begins in "..., the Post and other papers reported": the noun phrases between the last comma or mark and the cue, which
 * the parser may hang to the words before, in part or whole. 0: something else stands there. */
static uint32_t speaker_run(const att_doc *doc, uint32_t cue)
{
    enum { RUN = 12 };
    uint32_t first = doc->sents.at[doc->toks.at[cue].sent].tok_beg, end = att_cue_words(doc, cue, 0).beg, beg = end;
    bool noun = false;
    while (beg > first && end - beg <= RUN && doc->toks.at[beg - 1].upos != ATT_PUNCT && !att_quote_mark(doc, beg - 1)) {
        const att_tok *k = &doc->toks.at[--beg];
        if (doc->tok_clause[beg] || k->upos == ATT_VERB || k->upos == ATT_AUX || k->upos == ATT_SCONJ) return 0;
        noun |= att_is_noun(k);
    }
    if (!noun || beg <= first || end - beg > RUN) return 0;
    if (!att_is(doc->toks.at[beg - 1].form, ",") && !att_quote_mark(doc, beg - 1)) return 0;
    switch (doc->toks.at[beg].upos) {
    case ATT_DET: case ATT_PROPN: case ATT_NOUN: case ATT_ADJ: case ATT_NUM: return beg;
    default: return 0;
    }
}

/* Does the run hold "and", with the speaker that the tree knows (or none) behind it? "The minister for work and pensions" is one. */
static bool joined(const att_doc *doc, uint32_t run, uint32_t end, uint32_t source)
{
    uint32_t own = source >= run && source < end ? att_hull(doc, source).beg : 0;
    if (own) return own > run && (doc->toks.at[own - 1].upos == ATT_CCONJ || doc->toks.at[own].upos == ATT_CCONJ);
    for (uint32_t t = run + 1; t < end; t++)
        if (doc->toks.at[t].upos == ATT_CCONJ) return true;
    return false;
}

bool att_join_speakers(const att_teller *w, att_draft *d)
{
    const att_doc *doc = w->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[d->cue]];
    bool tells = doc->tok_clause[d->cue] && c->tense != ATT_TENSE_NONE && !(c->flags & ATT_CL_PASSIVE) && att_cue_utters(w->cue[d->cue]);
    uint32_t run = tells && att_stretch_empty(d->part[1]) ? speaker_run(doc, d->cue) : 0, end = att_cue_words(doc, d->cue, 0).beg;
    if (!run || d->part[0].beg >= run || !joined(doc, run, end, d->source)) return false;
    bool bare = doc->toks.at[run].upos == ATT_NOUN && d->source >= run && d->source < end; /* "defence and security experts" */
    if (!bare) d->source = att_top_of(doc, run, end), d->speaker = att_mention_at(doc, d->source);
    if (d->part[0].end > run - 1) d->part[0].end = run - 1;
    return true;
}

/* The cue hangs as an aside in the clause that it reports. */
bool att_read_aside(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_tok *t = &doc->toks.at[cue];
    if (t->deprel != ATT_DEP_PARATAXIS || !t->head || !(w->cue[cue]->takes & (ATT_TAKES_CLAUSE | ATT_TAKES_QUOTE))) return false;
    if (!att_cue_utters(w->cue[cue]) && w->cue[cue]->commitment != ATT_COMMIT_BELIEVES) return false;
    att_draft d = att_draft_of(w, cue, "ST_ASIDE");
    if (!d.source || !set_off(doc, cue)) return false;
    d.addressee = att_mention_at(doc, att_told_person(w, cue));
    att_stretch own = att_hull(doc, cue);
    att_cut_frame(&d, att_hull(doc, t->head), own);
    if (punct_only(doc, d.part[1])) d.part[1] = (att_stretch){0, 0};
    (void)att_join_speakers(w, &d);
    return att_tell(w, d) != 0;
}

/* "as he put it", "as the minister warned": the clause above is the content. */
bool att_read_as(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    uint32_t as = att_child(doc, cue, ATT_DEP_MARK, 0), head = doc->toks.at[cue].head;
    if (!as || !att_is(doc->toks.at[as].lower, "as") || doc->toks.at[cue].deprel != ATT_DEP_ADVCL || !head || !att_cue_utters(w->cue[cue])) return false;
    if (!doc->tok_clause[cue] || doc->clauses.at[doc->tok_clause[cue]].tense == ATT_TENSE_NONE) return false; /* "quoted him as saying" */
    att_draft d = att_draft_of(w, cue, "ST_AS");
    if (!d.source || att_child(doc, cue, ATT_DEP_CCOMP, cue) || att_child(doc, cue, ATT_DEP_OBJ, cue) || att_child(doc, cue, ATT_DEP_XCOMP, cue)) return false;
    att_cut_frame(&d, att_hull(doc, head), att_hull(doc, cue));
    if (punct_only(doc, d.part[1])) d.part[1] = (att_stretch){0, 0};
    return att_tell(w, d) != 0;
}

/* "..., he said" where the tree shows no link: the cue with its subject stands behind the last comma or mark of its sentence. */
bool att_read_tail(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    if (!(w->cue[cue]->takes & ATT_TAKES_CLAUSE) || w->cue[cue]->commitment == ATT_COMMIT_JUDGES) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[cue]];
    bool participle = doc->toks.at[cue].deprel == ATT_DEP_ACL && doc->toks.at[cue + 1].upos != ATT_PUNCT; /* "a treaty relating to" */
    if (c->flags & (ATT_CL_PASSIVE | ATT_CL_INFINITIVE)) return false;
    att_draft d = att_draft_of(w, cue, "ST_TAIL");
    att_stretch frame = att_cue_words(doc, cue, 0);
    d.part[0] = (att_stretch){s->tok_beg, cue};
    if (att_join_speakers(w, &d)) {
        frame.beg = d.part[0].end + 1;
    } else if (participle) {
        return false;
    } else if (d.source) {
        att_stretch src = att_hull(doc, d.source);
        while (src.beg < d.source && doc->toks.at[src.beg].upos == ATT_PUNCT) src.beg++;
        if (src.beg < frame.beg) frame.beg = src.beg;
    }
    if (!d.source) return false;
    if (frame.beg < s->tok_beg + 4) return false;
    uint32_t before = frame.beg - 1;
    if (!att_is(doc->toks.at[before].form, ",") && !att_quote_mark(doc, before)) return false;
    for (uint32_t k = cue + 1; k < s->tok_end; k++)
        if (doc->tok_clause[k]) return false;
    for (uint32_t k = att_next_child(doc, cue, 0); k && k < cue; k = att_next_child(doc, cue, k))
        if (doc->toks.at[k].deprel == ATT_DEP_ADVCL && att_circumstance(doc, k)) return false;
    bool verb = false;
    for (uint32_t k = s->tok_beg; k < before && !verb; k++) verb = doc->tok_clause[k] != 0;
    if (!verb) return false;
    d.part[0] = (att_stretch){s->tok_beg, before};
    return att_tell(w, d) != 0;
}

/* "..., reported the Times.": the parser may take the one who says it for an object. */
bool att_read_inverted(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    uint32_t who = att_child(doc, cue, ATT_DEP_OBJ, cue);
    if (!who || !(w->cue[cue]->takes & ATT_TAKES_CLAUSE) || !att_cue_utters(w->cue[cue]) || att_has_subject(doc, cue) || att_ends(doc->toks.at[cue].lower, "ing")) return false;
    if (cue < s->tok_beg + 4 || !att_is(doc->toks.at[cue - 1].form, ",") || !(doc->toks.at[who].flags & ATT_TOK_CAP)) return false;
    att_stretch h = att_hull(doc, who);
    if (h.beg != cue + 1 || h.end + 1 < s->tok_end) return false;
    att_draft d = {.cue = cue, .source = who, .speaker = att_mention_at(doc, who), .part = {{s->tok_beg, cue - 1}}, .rule = "ST_ASIDE"};
    return att_tell(w, d) != 0;
}
