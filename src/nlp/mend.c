/* mend.c: slips that the parser makes for want of a lexicon, and that cost its readers a whole clause. Runs on each tree once it stands. */
#include "nlp/mend.h"

/* Verbs whose object is who is told, so that a that-clause behind it is what he is told. */
static const char *const TELLS[] = {"advise", "alert", "assure", "caution", "convince", "inform", "notify", "persuade", "reassure", "remind", "tell", "warn", NULL};

static const char *const DAYS[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "week", "month", "year", NULL};

/* "told reporters that he had promised to go": no relative clause of "reporters", since its verb has a subject of its own and "that"
 * would be its object. Returns the clause's head, or 0. */
static uint32_t told_clause(const att_doc *doc, uint32_t verb, uint32_t *that)
{
    uint32_t person = att_child(doc, verb, ATT_DEP_IOBJ, verb);
    if (!person) person = att_child(doc, verb, ATT_DEP_OBJ, verb);
    uint32_t clause = person ? att_child(doc, person, ATT_DEP_ACL_RELCL, person) : 0;
    uint32_t where = person ? att_child(doc, person, ATT_DEP_NMOD, person) : 0; /* "told reporters in Brussels that" */
    if (person && !where) where = att_child(doc, verb, ATT_DEP_OBL, person);
    if (!clause && where) clause = att_child(doc, where, ATT_DEP_ACL_RELCL, where);
    if (!clause || att_child(doc, verb, ATT_DEP_CCOMP, 0)) return 0;
    uint32_t end = clause;
    att_subtree(doc, clause, that, &end);
    if (!att_is(doc->toks.at[*that].lower, "that") || *that <= person || doc->toks.at[*that].deprel == ATT_DEP_NSUBJ) return 0;
    for (uint32_t k = att_next_child(doc, clause, *that); k && k < clause; k = att_next_child(doc, clause, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        if (r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS || r == ATT_DEP_EXPL) return clause;
    }
    return 0;
}

/* "demanded on Monday that troops leave": a that-clause never hangs under a day; it belongs to the verb. */
static void free_day(att_doc *doc, uint32_t day)
{
    uint32_t verb = doc->toks.at[day].head, clause = att_child(doc, day, ATT_DEP_ACL, day);
    if (!clause) clause = att_child(doc, day, ATT_DEP_ACL_RELCL, day);
    uint32_t that = clause ? att_child(doc, clause, ATT_DEP_MARK, day) : 0;
    if (!that || !att_is(doc->toks.at[that].lower, "that") || doc->toks.at[verb].upos != ATT_VERB || att_child(doc, verb, ATT_DEP_CCOMP, 0)) return;
    doc->toks.at[clause].head = verb;
    doc->toks.at[clause].deprel = ATT_DEP_CCOMP;
}

/* "wants to ensure that A stays, that B leaves": a second that-clause beside the first is coordinated with it, no aside. */
static void join_that(att_doc *doc, uint32_t clause)
{
    uint32_t that = att_child(doc, clause, ATT_DEP_MARK, 0), first = doc->toks.at[clause].head;
    if (that && first < clause && att_is(doc->toks.at[that].lower, "that") && doc->toks.at[first].deprel == ATT_DEP_CCOMP) doc->toks.at[clause].deprel = ATT_DEP_CONJ;
}

/* "wants to ensure that A joins the union, that B leaves": behind a comma, a that-clause with a subject of its own relates to no noun
 * before it; it goes on with the that-clause it stands in. */
static void resume_that(att_doc *doc, uint32_t clause)
{
    att_tok *toks = doc->toks.at;
    uint32_t that = att_child(doc, clause, ATT_DEP_MARK, 0), noun = toks[clause].head, up = noun;
    if (!that || that < 2 || that > clause || !att_is(toks[that].lower, "that") || !att_is(toks[that - 1].form, ",")) return;
    if (!att_child(doc, clause, ATT_DEP_NSUBJ, that) && !att_child(doc, clause, ATT_DEP_NSUBJ_PASS, that)) return;
    while (up && toks[up].deprel != ATT_DEP_CCOMP) up = toks[up].head;
    if (!up || up > clause) return;
    toks[clause].head = up;
    toks[clause].deprel = ATT_DEP_CONJ;
}

/* "massed along the border with Ukraine": right behind a border, "with" names whose it is, not with whom something is done. */
static void join_border(att_doc *doc, uint32_t country)
{
    static const char *const BORDERS[] = {"border", "borders", "frontier", "frontiers", "boundary", NULL};
    uint32_t with = att_child(doc, country, ATT_DEP_CASE, 0), verb = doc->toks.at[country].head;
    if (with < 2 || with > country || !att_is(doc->toks.at[with].lower, "with") || !att_in(doc->toks.at[with - 1].lower, BORDERS)) return;
    if (doc->toks.at[with - 1].head != verb) return;
    doc->toks.at[country].head = with - 1;
    doc->toks.at[country].deprel = ATT_DEP_NMOD;
}

/* "attended by diplomats from France": where the agent is from, not where somebody attends. */
static void join_origin(att_doc *doc, uint32_t country)
{
    att_tok *toks = doc->toks.at;
    uint32_t from = att_child(doc, country, ATT_DEP_CASE, 0);
    if (from < 2 || from > country || !att_is(toks[from].lower, "from") || toks[country].upos != ATT_PROPN) return;
    if (toks[from - 1].deprel != ATT_DEP_OBL_AGENT || toks[from - 1].upos != ATT_NOUN || toks[from - 1].head != toks[country].head) return;
    toks[country].head = from - 1;
    toks[country].deprel = ATT_DEP_NMOD;
}

static bool is_finite(const att_doc *doc, uint32_t t)
{
    if (att_child(doc, t, ATT_DEP_AUX, 0) || att_child(doc, t, ATT_DEP_AUX_PASS, 0) || att_child(doc, t, ATT_DEP_COP, 0)) return true;
    const att_tok *k = &doc->toks.at[t];
    return k->upos == ATT_VERB && !att_eq(k->lemma, k->lower) && !att_ends(k->lower, "ing");
}

bool att_mend_lacks_subject(const att_doc *doc, uint32_t t)
{
    static const att_deprel KINDS[] = {ATT_DEP_NSUBJ, ATT_DEP_NSUBJ_PASS, ATT_DEP_CSUBJ, ATT_DEP_EXPL};
    for (uint32_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (att_child(doc, t, KINDS[i], 0)) return false;
    att_deprel r = (att_deprel)doc->toks.at[t].deprel;
    return (r == ATT_DEP_ROOT || r == ATT_DEP_CCOMP || r == ATT_DEP_PARATAXIS) && is_finite(doc, t);
}

/* Where the words of the predicate itself begin: "has not yet said". */
static uint32_t predicate_begin(const att_doc *doc, uint32_t t)
{
    uint32_t beg = t;
    for (uint32_t k = att_next_child(doc, t, 0); k && k < t; k = att_next_child(doc, t, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        if ((r == ATT_DEP_AUX || r == ATT_DEP_AUX_PASS || r == ATT_DEP_COP || r == ATT_DEP_ADVMOD) && k < beg) beg = k;
    }
    return beg;
}

/* "After the talks with Bonn, Oslo, which had waited, agreed": a name behind a comma, right before a predicate that has no subject,
 * is that subject and no apposition to the last word of the phrase in front; its relative clause goes with it. */
static void give_subject(att_doc *doc, uint32_t name)
{
    att_tok *toks = doc->toks.at;
    uint32_t noun = toks[name].head, verb = noun, beg = name, end = name;
    while (verb && verb < name) verb = toks[verb].head;
    if (noun > name || !verb || !att_mend_lacks_subject(doc, verb)) return;
    att_subtree(doc, name, &beg, &end);
    if (!att_is(toks[beg].lower, ",") && !att_is(toks[beg - 1].lower, ",")) return;
    uint32_t clause = att_child(doc, noun, ATT_DEP_ACL_RELCL, name), to = end;
    if (clause) att_subtree(doc, clause, &beg, &to);
    if (to < end) to = end;
    uint32_t at = predicate_begin(doc, verb);
    while (to < at && toks[to].upos == ATT_PUNCT) to++;
    if (to != at) return;
    if (clause) toks[clause].head = name;
    toks[name].head = verb;
    toks[name].deprel = att_child(doc, verb, ATT_DEP_AUX_PASS, 0) ? ATT_DEP_NSUBJ_PASS : ATT_DEP_NSUBJ;
}

/* "Chancellor Olaf Scholz and Biden": a name right behind its title is the head and the title describes it, so that what is coordinated
 * with the name is coordinated with the whole. (English Web Treebank since UD 2.15: nmod:desc.) */
static void crown(att_doc *doc, uint32_t name)
{
    att_tok *toks = doc->toks.at;
    uint32_t title = toks[name].head;
    if (title + 1 != name || toks[name].upos != ATT_PROPN || toks[title].upos == ATT_PROPN || toks[title].upos == ATT_PRON) return;
    if (att_child(doc, title, ATT_DEP_DET, 0) || att_child(doc, title, ATT_DEP_NMOD_POSS, 0)) return; /* "my brother John" is an apposition */
    toks[name].head = toks[title].head;
    toks[name].deprel = toks[title].deprel;
    for (uint32_t k = att_next_child(doc, title, 0); k; k = att_next_child(doc, title, k)) {
        att_deprel r = (att_deprel)toks[k].deprel;
        if (k > name || r == ATT_DEP_CASE || r == ATT_DEP_CC || r == ATT_DEP_MARK || r == ATT_DEP_COP || r == ATT_DEP_PUNCT) toks[k].head = name;
    }
    toks[title].head = name;
    toks[title].deprel = ATT_DEP_NMOD_DESC;
}

/* "accusations that Bonn is trying to invade Oslo": a clause that has subject and object of its own says what the noun is about. */
static void content_clause(att_doc *doc, uint32_t clause)
{
    static const char *const SAID[] = {"accusation", "admission", "allegation", "announcement", "argument", "assertion", "assumption", "assurance", "belief", "charge", "claim", "comment", "concern",
                                       "conclusion", "condition", "confirmation", "demand", "denial", "evidence", "expectation", "fact", "fear", "hope", "idea", "impression", "indication", "insistence",
                                       "news", "notion", "opinion", "pledge", "possibility", "promise", "proof", "proposal", "reassurance", "report", "requirement", "rumor", "rumour", "sign",
                                       "speculation", "statement", "suggestion", "suspicion", "threat", "view", "vow", "warning", "worry", NULL};
    att_tok *toks = doc->toks.at;
    if (!att_in(toks[toks[clause].head].lemma, SAID)) return;
    uint32_t that = toks[clause].head + 1, subject = att_child(doc, clause, ATT_DEP_NSUBJ, that + 1), deep = att_child(doc, clause, ATT_DEP_XCOMP, clause);
    if (!subject) subject = att_child(doc, clause, ATT_DEP_NSUBJ_PASS, that + 1);
    if (!subject || toks[that].head != clause || !att_is(toks[that].lower, "that") || toks[that].deprel == ATT_DEP_NSUBJ) return;
    if (!deep) deep = clause;
    bool whole = att_child(doc, deep, ATT_DEP_OBJ, deep) || att_child(doc, deep, ATT_DEP_CCOMP, deep) || att_child(doc, deep, ATT_DEP_COP, 0) || att_child(doc, deep, ATT_DEP_AUX_PASS, 0);
    if (!whole) return;
    toks[clause].deprel = ATT_DEP_ACL;
    toks[that].deprel = ATT_DEP_MARK;
    toks[that].upos = ATT_SCONJ;
}

/* "said on Monday, speaking on condition of anonymity, that they will go": nobody "speaks that"; the clause belongs to the verb above. */
static void hand_up(att_doc *doc, uint32_t verb)
{
    static const char *const MUTE[] = {"act", "address", "meet", "refer", "sit", "speak", "stand", "talk", NULL};
    att_tok *toks = doc->toks.at;
    uint32_t clause = att_in(toks[verb].lemma, MUTE) ? att_child(doc, verb, ATT_DEP_CCOMP, verb) : 0, up = toks[verb].head;
    uint32_t that = clause ? att_child(doc, clause, ATT_DEP_MARK, verb) : 0;
    if (!that || !att_is(toks[that].lower, "that") || toks[verb].deprel != ATT_DEP_ADVCL || toks[up].upos != ATT_VERB || up > verb || att_child(doc, up, ATT_DEP_CCOMP, 0)) return;
    toks[clause].head = up;
}

static bool looks_past(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    return k->upos == ATT_VERB && !att_eq(k->lemma, k->lower) && !att_ends(k->lower, "ing") && !att_ends(k->lower, "s") && !att_child(doc, t, ATT_DEP_AUX, 0) && !att_child(doc, t, ATT_DEP_AUX_PASS, 0);
}

/* "has denied" */
static bool is_perfect(const att_doc *doc, uint32_t t)
{
    uint32_t aux = att_child(doc, t, ATT_DEP_AUX, 0);
    return aux && att_is(doc->toks.at[aux].lemma, "have") && !att_eq(doc->toks.at[t].lemma, doc->toks.at[t].lower);
}

static bool looks_present(const att_doc *doc, uint32_t t)
{
    static const char *const NOW[] = {"is", "are", "has", "have", "will", "do", "does", "can", "may", "must", "'s", "\xE2\x80\x99s", NULL};
    for (uint32_t k = att_next_child(doc, t, 0); k && k < t; k = att_next_child(doc, t, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        if (r == ATT_DEP_AUX || r == ATT_DEP_AUX_PASS || r == ATT_DEP_COP) return att_in(doc->toks.at[k].lower, NOW);
    }
    return doc->toks.at[t].upos == ATT_VERB && att_ends(doc->toks.at[t].lower, "s");
}

/* "The minister said that talks go on and praised the offer": what is said of now does not go on in the past; who speaks does. */
static void back_to_speaker(att_doc *doc, uint32_t verb)
{
    static const char *const UTTERS[] = {"accuse", "add", "announce", "ask", "blame", "call", "condemn", "criticise", "criticize", "demand", "deny", "describe", "dismiss", "express", "insist", "invite",
                                         "offer", "order", "pledge", "praise", "promise", "propose", "reject", "reiterate", "request", "stress", "thank", "threaten", "underline", "urge", "vow", "warn", "welcome", NULL};
    att_tok *toks = doc->toks.at;
    uint32_t inner = toks[verb].head, outer = inner ? toks[inner].head : 0;
    if (!outer || inner > verb || outer > inner || toks[inner].deprel != ATT_DEP_CCOMP || !att_in(toks[verb].lemma, UTTERS)) return;
    if (att_child(doc, verb, ATT_DEP_NSUBJ, 0) || !looks_past(doc, verb) || !(looks_past(doc, outer) || is_perfect(doc, outer)) || !looks_present(doc, inner)) return;
    toks[verb].head = outer;
    uint32_t cc = att_child(doc, inner, ATT_DEP_CC, inner);
    if (cc && cc < verb) toks[cc].head = verb;
}

/* "warned that an invasion could happen": what stands behind "that" is the subject of the clause, not of who warns. */
static void own_subject(att_doc *doc, uint32_t noun)
{
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[noun].head, clause = verb && verb < noun ? att_child(doc, verb, ATT_DEP_CCOMP, noun) : 0;
    uint32_t that = clause ? att_child(doc, clause, ATT_DEP_MARK, verb) : 0;
    if (!that || that > noun || !att_is(toks[that].lower, "that") || att_child(doc, clause, ATT_DEP_NSUBJ, 0) || att_child(doc, clause, ATT_DEP_NSUBJ_PASS, 0)) return;
    toks[noun].head = clause;
    toks[noun].deprel = att_child(doc, clause, ATT_DEP_AUX_PASS, 0) ? ATT_DEP_NSUBJ_PASS : ATT_DEP_NSUBJ;
}

/* "says 21 of the girls have been released": who is said to have been released is no object of saying. */
static void said_subject(att_doc *doc, uint32_t noun)
{
    static const char *const SAYS[] = {"acknowledge", "add", "admit", "allege", "argue", "believe", "claim", "complain", "concede", "confirm", "contend", "deny", "estimate", "fear", "hope", "insist",
                                       "know", "maintain", "note", "say", "suggest", "think", NULL};
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[noun].head, clause = verb < noun && att_in(toks[verb].lemma, SAYS) ? att_child(doc, verb, ATT_DEP_CCOMP, noun) : 0;
    if (!clause || !att_mend_lacks_subject(doc, clause) || att_child(doc, clause, ATT_DEP_MARK, 0) || !att_child(doc, clause, ATT_DEP_AUX, 0)) return;
    toks[noun].head = clause;
    toks[noun].deprel = att_child(doc, clause, ATT_DEP_AUX_PASS, 0) ? ATT_DEP_NSUBJ_PASS : ATT_DEP_NSUBJ;
}

/* "which like their neighbours were attacked": of two subjects, the one behind "like" is compared. */
static void compared(att_doc *doc, uint32_t like)
{
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[like].head;
    if (!att_is(toks[like].lower, "like") && !att_is(toks[like].lower, "unlike")) return;
    for (int i = 0; i < 2; i++) {
        att_deprel rel = i ? ATT_DEP_NSUBJ_PASS : ATT_DEP_NSUBJ;
        uint32_t own = att_child(doc, verb, rel, 0), other = att_child(doc, verb, rel, like);
        if (!other || !own || own >= like || other > verb) continue;
        toks[other].deprel = ATT_DEP_OBL;
        toks[like].head = other;
        toks[like].deprel = ATT_DEP_CASE;
        return;
    }
}

/* "rejected claims that Bonn had left": an open complement has no ending, so "claims" right behind the verb is its object. */
static void plural_object(att_doc *doc, uint32_t t)
{
    att_tok *k = &doc->toks.at[t];
    if (k->upos != ATT_VERB || k->head + 1 != t || att_eq(k->lemma, k->lower) || !att_ends(k->lower, "s")) return;
    k->upos = ATT_NOUN;
    k->deprel = ATT_DEP_OBJ;
    uint32_t clause = att_child(doc, t, ATT_DEP_CCOMP, t);
    if (clause) doc->toks.at[clause].deprel = ATT_DEP_ACL;
}

/* The clause of what somebody is told, set free from the person. */
static void free_told(att_doc *doc, uint32_t verb)
{
    uint32_t that = 0, clause = att_in(doc->toks.at[verb].lemma, TELLS) ? told_clause(doc, verb, &that) : 0;
    if (!clause) return;
    doc->toks.at[clause].head = verb;
    doc->toks.at[clause].deprel = ATT_DEP_CCOMP;
    doc->toks.at[that].head = clause;
    doc->toks.at[that].deprel = ATT_DEP_MARK;
    doc->toks.at[that].upos = ATT_SCONJ;
}

void att_trees_mend(att_doc *doc)
{
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        switch (doc->toks.at[t].deprel) {
        case ATT_DEP_MARK: compared(doc, t); break;
        case ATT_DEP_ROOT: att_mend_predicate(doc, t); break;
        case ATT_DEP_PARATAXIS:
            join_that(doc, t);
            att_mend_reduced(doc, t);
            break;
        case ATT_DEP_OBJ:
            said_subject(doc, t);
            att_mend_particle(doc, t);
            att_mend_gerund(doc, t);
            break;
        case ATT_DEP_OBL:
            join_border(doc, t);
            join_origin(doc, t);
            if (!att_in(doc->toks.at[t].lower, DAYS)) att_mend_particle(doc, t);
            break;
        case ATT_DEP_NMOD: att_mend_phrase(doc, t); break;
        case ATT_DEP_ACL_RELCL:
            resume_that(doc, t);
            if (doc->toks.at[t].deprel == ATT_DEP_ACL_RELCL) content_clause(doc, t);
            break;
        case ATT_DEP_APPOS:
            crown(doc, t);
            att_mend_named_behind(doc, t);
            if (doc->toks.at[t].deprel == ATT_DEP_APPOS) give_subject(doc, t);
            break;
        case ATT_DEP_NSUBJ:
            own_subject(doc, t);
            att_mend_named_behind(doc, t);
            att_mend_place(doc, t);
            if (t + 2 < doc->toks.n) att_mend_halved(doc, t);
            break;
        case ATT_DEP_XCOMP: plural_object(doc, t); break;
        case ATT_DEP_CONJ:
            att_mend_coordination(doc, t);
            back_to_speaker(doc, t);
            break;
        default: break;
        }
        if (doc->toks.at[t].head && att_in(doc->toks.at[t].lower, DAYS)) free_day(doc, t);
        if (doc->toks.at[t].upos != ATT_VERB) continue;
        att_mend_report(doc, t);
        att_mend_run_together(doc, t);
        hand_up(doc, t);
        free_told(doc, t);
    }
}
