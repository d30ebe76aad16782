/* speaker.c: who speaks. The clause knows the subject (control, coordination and relative clauses are resolved there); nouns name
 * theirs by a possessor, an adjective of nationality or "of" and "by". */
#include "statement/teller.h"

att_id att_mention_at(const att_doc *doc, uint32_t tok)
{
    if (!tok) return 0;
    if (doc->tok_mention[tok]) return doc->tok_mention[tok];
    const att_stretch r = att_hull(doc, tok);
    for (uint32_t k = r.beg; k < r.end; k++) {
        const att_tok *t = &doc->toks.at[k];
        if (t->head == tok && doc->tok_mention[k] && t->deprel != ATT_DEP_ACL_RELCL && t->deprel != ATT_DEP_CONJ && t->deprel != ATT_DEP_ACL) return doc->tok_mention[k];
    }
    return 0;
}

static uint32_t source_of_noun(const att_doc *doc, uint32_t noun)
{
    uint32_t poss = att_child(doc, noun, ATT_DEP_NMOD_POSS, 0);
    if (poss) return poss;
    for (uint32_t k = att_next_child(doc, noun, 0); k; k = att_next_child(doc, noun, k)) {
        const att_tok *t = &doc->toks.at[k];
        bool named = (t->flags & ATT_TOK_CAP) && doc->tok_mention[k];
        if (k < noun && named && (t->deprel == ATT_DEP_AMOD || t->deprel == ATT_DEP_COMPOUND)) return k;
        if (t->deprel != ATT_DEP_NMOD) continue;
        uint32_t by = att_child(doc, k, ATT_DEP_CASE, 0);
        if (by && (att_is(doc->toks.at[by].lower, "by") || att_is(doc->toks.at[by].lower, "from"))) return k;
    }
    /* "Israel issued a warning that", "he wrote in a post that": the subject of the verb above, unless it takes up the words of another */
    static const char *const OTHERS[] = {"address", "allay", "answer", "assuage", "calm", "cause", "cite", "confirm", "consider", "contest", "counter", "deny", "discuss", "dismiss", "dispute", "doubt",
                                         "draw", "ease", "examine", "face", "follow", "fuel", "hear", "heighten", "ignore", "increase", "investigate", "mention", "prompt", "provoke", "question", "rebuff", "rebut",
                                         "receive", "refute", "reject", "spark", "stoke", "trigger", "verify", "welcome", NULL};
    static const char *const THROUGH[] = {"in", "with", "by", "through", "via", "at", "on", "during", NULL}; /* not "responded to the demand" */
    const att_tok *t = &doc->toks.at[noun];
    if (t->head && att_in(doc->toks.at[t->head].lemma, OTHERS)) return 0;
    if (t->deprel == ATT_DEP_OBL && !att_in(att_case_of(doc, noun), THROUGH)) return 0;
    if ((t->deprel == ATT_DEP_OBJ || t->deprel == ATT_DEP_OBL) && t->head && doc->tok_clause[t->head]) return doc->clauses.at[doc->tok_clause[t->head]].subj;
    return 0;
}

/* A day or a span of time is no speaker, whatever the tree says. */
static bool is_time(const att_doc *doc, uint32_t t)
{
    static const char *const TIMES[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
                                        "time", "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "moment", NULL};
    return att_in(doc->toks.at[t].lower, TIMES);
}

/* Head of the widest mention that touches the words [beg, end) from the left (or, behind an inverted verb, from the right). */
static uint32_t neighbour(const att_doc *doc, uint32_t beg, uint32_t end)
{
    enum { REACH = 12 };
    const att_sent *s = &doc->sents.at[doc->toks.at[beg].sent];
    uint32_t found = 0;
    for (uint32_t t = beg; t-- > s->tok_beg && beg - t <= REACH;) {
        const att_mention *m = &doc->mentions.at[doc->tok_mention[t]];
        if (doc->tok_mention[t] && m->tok_beg >= s->tok_beg && m->tok_end == beg && !is_time(doc, t)) found = t;
    }
    for (uint32_t t = end; !found && t < s->tok_end && t < end + REACH / 2; t++) {
        const att_mention *m = &doc->mentions.at[doc->tok_mention[t]];
        if (doc->tok_mention[t] && m->tok_beg == end && !is_time(doc, t)) found = t;
    }
    return found;
}

/* "who" and "which" that the clause could not resolve stand for the mention before them. */
static uint32_t behind_relative(const att_doc *doc, uint32_t t)
{
    static const char *const RELATIVES[] = {"who", "which", "that", NULL};
    if (!att_in(doc->toks.at[t].lower, RELATIVES) || t < 3) return t;
    uint32_t end = doc->toks.at[t - 1].upos == ATT_PUNCT ? t - 1 : t, found = neighbour(doc, end, doc->toks.n);
    return found ? found : t;
}

uint32_t att_source_of(const att_doc *doc, uint32_t cue)
{
    const att_tok *t = &doc->toks.at[cue];
    if (t->upos == ATT_NOUN && (!doc->tok_clause[cue] || att_child(doc, cue, ATT_DEP_NMOD_POSS, 0))) return source_of_noun(doc, cue);
    att_id c = doc->tok_clause[cue];
    /* "quoted him as saying" */
    if (cue > 1 && att_is(doc->toks.at[cue - 1].lower, "as") && t->head && t->head < cue && att_ends(t->lower, "ing")) {
        uint32_t obj = att_child(doc, t->head, ATT_DEP_OBJ, t->head);
        if (obj && obj < cue) return obj;
    }
    uint32_t subj = c ? doc->clauses.at[c].subj : 0;
    if (c && !subj && (doc->clauses.at[c].flags & ATT_CL_PASSIVE)) subj = doc->clauses.at[c].agent;
    if (subj && (att_is(doc->toks.at[subj].lower, "there") || doc->toks.at[subj].deprel == ATT_DEP_EXPL)) return 0;
    if (subj && is_time(doc, subj)) subj = 0;
    if (subj) return behind_relative(doc, subj);
    if (t->upos != ATT_VERB || (c && (doc->clauses.at[c].flags & ATT_CL_PASSIVE))) return 0;
    att_stretch words = att_cue_words(doc, cue, 0);
    return neighbour(doc, words.beg, words.end);
}

static bool definite(const att_doc *doc, const att_mention *m)
{
    att_slice first = doc->toks.at[m->tok_beg].lower;
    return att_is(first, "the") || att_is(first, "this") || att_is(first, "that");
}

/* "An aide to Macron said ... The aide stated": a definite noun without a name takes over the last speaker that had its head noun. */
static void same_noun(att_doc *doc)
{
    enum { BACK = 8 };
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        att_mention *m = &doc->mentions.at[doc->statements.at[i].speaker];
        if (!doc->statements.at[i].speaker || m->form != ATT_MEN_NOMINAL || !definite(doc, m)) continue;
        if (m->entity && doc->entities.at[m->entity].name.len) continue;
        att_slice noun = doc->toks.at[m->head].lemma;
        for (uint32_t j = i; j-- > 1 && i - j <= BACK;) {
            const att_mention *was = &doc->mentions.at[doc->statements.at[j].speaker];
            if (!doc->statements.at[j].speaker || was == m || !att_eq(doc->toks.at[was->head].lemma, noun)) continue;
            if (was->entity) m->entity = was->entity, m->how = ATT_HOW_COREFERENCE;
            break;
        }
    }
}

/* "Our brothers in Gaza" are of Gaza, whoever speaks. */
static bool placed(const att_doc *doc, uint32_t head)
{
    for (uint32_t k = att_child(doc, head, ATT_DEP_NMOD, 0); k; k = att_child(doc, head, ATT_DEP_NMOD, k + 1)) {
        const att_mention *m = &doc->mentions.at[doc->tok_mention[k]];
        if (doc->tok_mention[k] && m->as_place && doc->entities.at[m->entity].code.len) return true;
    }
    return false;
}

/* "Our analysts", quoted from a minister, are his country's. */
static void first_person_group(att_doc *doc, att_mention *men, att_id who)
{
    static const char *const OUR[] = {"our", "my", NULL};
    att_entity mine = doc->entities.at[men->entity];
    uint32_t poss = att_child(doc, men->head, ATT_DEP_NMOD_POSS, 0);
    if (men->form != ATT_MEN_NOMINAL || mine.name.len || !poss || !att_in(doc->toks.at[poss].lower, OUR) || !doc->entities.at[who].code.len) return;
    if (mine.code.len && placed(doc, men->head)) return;
    mine.code = doc->entities.at[who].code, mine.cow = doc->entities.at[who].cow;
    *att_add(doc, entities) = mine;
    men->entity = doc->entities.n - 1;
}

/* First mention whose span starts at or after byte; mentions stand in text order. */
static uint32_t mention_from(const att_doc *doc, uint32_t byte)
{
    uint32_t lo = 1, hi = doc->mentions.n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (doc->mentions.at[mid].span.beg < byte) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

static void first_person(att_doc *doc)
{
    static const char *const FIRST[] = {"i", "me", "my", "mine", "we", "us", "our", "ours", NULL};
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        att_id who = s->speaker ? doc->mentions.at[s->speaker].entity : 0;
        if (s->manner == ATT_INDIRECT || !who) continue;
        for (uint32_t m = mention_from(doc, s->content.beg); m < doc->mentions.n && doc->mentions.at[m].span.beg < s->content.end; m++) {
            att_mention *men = &doc->mentions.at[m];
            first_person_group(doc, men, who);
            if (!doc->entities.at[men->entity].political && men->form == ATT_MEN_PRONOUN && att_in(doc->toks.at[men->head].lower, FIRST)) men->entity = who, men->how = ATT_HOW_COREFERENCE;
        }
    }
}

void att_speakers_settle(att_doc *doc)
{
    same_noun(doc);
    first_person(doc);
}
