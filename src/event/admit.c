/* admit.c: which frames that fired tell of an event of their own: not what another event word says already, not words that only describe, and not
 * acts without anybody who acts in politics. */
#include "event/admit.h"

#include "event/domain.h"
#include "event/event_date.h"
#include "event/metaphor.h"
#include "event/oblige.h"
#include "event/status.h"

static bool named(const att_doc *doc, const att_id *list, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const att_mention *m = &doc->mentions.at[list[i]];
        if (m->members.n) return true;
        const att_entity *e = &doc->entities.at[m->entity];
        if (e->code.len || e->sector.len) return true;
    }
    return false;
}

/* "between Indian and Chinese soldiers" names two sides in one phrase. */
static uint32_t parties(const att_doc *doc, const att_id *list, uint32_t n)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t members = doc->mentions.at[list[i]].members.n;
        count += members ? members : 1;
    }
    return count;
}

/* Participants are needed: on both sides for frames that say so (or a body that acts in politics as actor), else on one. */
static bool enough(const att_doc *doc, const att_frame *f, const att_roles *r)
{
    bool a = named(doc, r->actors, r->actor_count), b = named(doc, r->recipients, r->recipient_count);
    if ((f->flags & ATT_FR_BOTH) && (f->flags & ATT_FR_SYM)) return parties(doc, r->actors, r->actor_count) >= 2 || (a && b);
    if (f->flags & ATT_FR_BOTH) return (a && b) || att_body_acts(doc, r);
    return a || b;
}

/* "The blockade of Yemen by Norway was tightened": the verb that covers the noun has nobody of its own. */
static bool barren(const att_matcher *m, uint32_t t)
{
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
    att_roles r;
    if (f->type == ATT_EV_NONE) return false;
    att_roles_find(m, t, f, &r);
    return !enough(m->doc, f, &r);
}

/* The word belongs to the frame of another. Not the crime in "charged with genocide", "found guilty of war crimes", which is an act of its own; nor
 * the plea in "rejected a plea by the minister", which somebody else has made. */
static bool covered(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    uint32_t up = m->taken_by[t];
    if (!up || !m->frame_at[up]) return false;
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]], *over = &m->frames->frames.at[m->frame_at[up]];
    bool noun = f->pos == 'n' && m->frame_at[t];
    if (noun && f->type == ATT_ASSAULT && (over->type == ATT_ACCUSE || att_is(over->mode, "convict"))) return false;
    uint32_t by = noun && att_is_speech(f) && att_is_speech(over) ? att_child(doc, t, ATT_DEP_NMOD, 0) : 0;
    while (by && !(att_is(att_case_of(doc, by), "by") && att_actor_at(doc, by))) by = att_child(doc, t, ATT_DEP_NMOD, by + 1);
    return !by;
}

/* What a speech act asks, promises, refuses or threatens is not an event of its own when it is its infinitive or that-clause:
 * "urged Putin to withdraw" is REQUEST alone. Nouns named in speech are ("urged an end to the invasion"). */
static bool swallowed(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    if (covered(m, t) && !barren(m, m->taken_by[t])) return true;
    uint32_t w = t;
    while (doc->toks.at[w].deprel == ATT_DEP_CONJ && doc->toks.at[w].head) w = doc->toks.at[w].head;
    if (w != t && !(doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_INFINITIVE) && !doc->tok_clause[w]) return false;
    uint8_t rel = doc->toks.at[w].deprel;
    if (rel != ATT_DEP_XCOMP && rel != ATT_DEP_CCOMP && rel != ATT_DEP_ACL && rel != ATT_DEP_ADVCL) return false;
    const att_frame *up = &m->frames->frames.at[m->frame_at[doc->toks.at[w].head]];
    bool infinitive = doc->tok_clause[w] && (doc->clauses.at[doc->tok_clause[w]].flags & ATT_CL_INFINITIVE);
    /* "met to discuss the border" is one meeting */
    if (infinitive && up->type == ATT_CONSULT && m->frames->frames.at[m->frame_at[w]].type == ATT_CONSULT) return true;
    switch (up->type) {
    case ATT_REQUEST: return rel == ATT_DEP_CCOMP || infinitive; /* "called on both sides to stop" hangs as an adverbial clause too */
    case ATT_AGREE: case ATT_REJECT: case ATT_THREATEN: return rel != ATT_DEP_ADVCL ? (rel == ATT_DEP_CCOMP || infinitive) : false;
    default: return false;
    }
}

/* Nobody who plays a part in politics is among the participants. */
static bool nobody_acts(const att_doc *doc, const att_roles *r)
{
    for (uint32_t i = 0; i < r->actor_count; i++)
        if (att_actor_at(doc, doc->mentions.at[r->actors[i]].head)) return false;
    for (uint32_t i = 0; i < r->recipient_count; i++)
        if (att_actor_at(doc, doc->mentions.at[r->recipients[i]].head)) return false;
    return true;
}

/* Types whose nouns, and whose verbs, tell of an event without a side ("the attack killed five", "talks went on", "he was arrested"). */
static const uint32_t ALONE_NOUNS = 1U << ATT_ASSAULT | 1U << ATT_PROTEST | 1U << ATT_CONSULT;
static const uint32_t ALONE_VERBS = 1U << ATT_COERCE | 1U << ATT_MOBILIZE | 1U << ATT_ACCUSE | 1U << ATT_REQUEST | 1U << ATT_THREATEN | 1U << ATT_AID | 1U << ATT_CONCEDE | 1U << ATT_AGREE;

/* Those of force only with what they were done to: "the arrest of Rodriguez". */
static bool noun_alone(const att_doc *doc, uint32_t t, const att_frame *f)
{
    /* "after the meeting" is a time, told already */
    static const char *const TIMES[] = {"after", "before", "during", "following", "since", "until", "ahead", "amid", NULL};
    if (att_in(att_case_of(doc, t), TIMES)) return false;
    bool force = f->type == ATT_COERCE || f->type == ATT_MOBILIZE;
    return ALONE_NOUNS >> f->type & 1 || (force && att_child(doc, t, ATT_DEP_NMOD, 0));
}

/* "was arrested"; "calling for an inquiry", "tax cuts promised last month", which say so beside a clause or a noun. */
static bool verb_alone(const att_doc *doc, uint32_t t, const att_frame *f)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    uint8_t rel = doc->toks.at[t].deprel;
    bool beside = (rel == ATT_DEP_ADVCL || rel == ATT_DEP_ACL) && att_type_speaks(f->type) && !(c->flags & ATT_CL_INFINITIVE);
    if (f->type == ATT_AGREE && rel != ATT_DEP_ACL) return false; /* "cuts promised last month" */
    if (f->type == ATT_CONCEDE && !(c->flags & ATT_CL_PASSIVE)) return false; /* "the operation yielded arms"; but "the plans were dropped" */
    bool told = doc->tok_clause[t] && (c->tense == ATT_TENSE_PAST || c->tense == ATT_TENSE_PRESENT || beside);
    return f->pos == 'v' && told && (ALONE_VERBS >> f->type & 1);
}

enum { NEAR = 3, TOLD_BEFORE = 2, TOLD_AROUND = 2 }; /* sentences to either side; events told, words of events */

/* Is the talk of politics here: events have been told, or stand ahead of a headline? */
static bool among_events(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    uint32_t before = 0, around = 0, sent = doc->toks.at[t].sent;
    for (uint32_t i = doc->events.n; i-- > 1 && doc->events.at[i].sent + NEAR >= sent;) before++;
    if (before >= TOLD_BEFORE) return true;
    uint8_t rel = doc->toks.at[t].deprel;
    bool told = doc->tok_clause[t] || rel == ATT_DEP_NSUBJ || rel == ATT_DEP_NSUBJ_PASS || rel == ATT_DEP_OBJ || rel == ATT_DEP_ROOT;
    if (!told) return false; /* "the costs of the attacks" */
    for (uint32_t k = t + 1; k < doc->toks.n && doc->toks.at[k].sent <= sent + NEAR; k++)
        around += m->frame_at[k] && m->frames->frames.at[m->frame_at[k]].type != ATT_EV_NONE;
    return before + around >= TOLD_AROUND;
}

/* The sentence names no side, in an article that is otherwise about politics. */
static bool stands_alone(const att_matcher *m, uint32_t t, const att_frame *f)
{
    if (f->flags & (ATT_FR_BG | ATT_FR_BOTH)) return false;
    return (f->pos == 'n' ? noun_alone(m->doc, t, f) : verb_alone(m->doc, t, f)) && among_events(m, t);
}

/* "Speaking to the Tribune, a minister said": how he said it, no talks. */
static bool tells_how_said(const att_doc *doc, uint32_t t, const att_frame *f)
{
    const att_tok *k = &doc->toks.at[t];
    if (f->type != ATT_CONSULT || !att_ends(k->lower, "ing") || !(att_is(k->lemma, "speak") || att_is(k->lemma, "talk"))) return false;
    for (uint32_t c = att_child(doc, t, ATT_DEP_OBL, t); c; c = att_child(doc, t, ATT_DEP_OBL, c + 1)) {
        att_id who = att_is(att_case_of(doc, c), "to") || att_is(att_case_of(doc, c), "with") ? att_actor_at(doc, c) : 0;
        if (who && !att_is(doc->entities.at[doc->mentions.at[who].entity].sector, "JRN")) return false; /* "speaking to Putin"; not "to newsmen" */
    }
    uint32_t up = k->deprel == ATT_DEP_ACL ? doc->toks.at[k->head].head : k->deprel == ATT_DEP_ADVCL ? k->head : 0;
    return up && att_date_is_cue(doc, up);
}

/* "They agreed that the war was lost": what is said to be so binds nobody, unlike "agreed that he should go". */
static bool shares_opinion(const att_doc *doc, uint32_t t, const att_frame *f)
{
    static const char *const WORDS[] = {"agree", "concur", NULL};
    uint32_t k = f->type == ATT_AGREE && att_in(doc->toks.at[t].lemma, WORDS) ? att_child(doc, t, ATT_DEP_CCOMP, t) : 0;
    const att_clause *c = &doc->clauses.at[k ? doc->tok_clause[k] : 0];
    return k && doc->tok_clause[k] && c->modal.len == 0 && (c->tense == ATT_TENSE_PAST || c->tense == ATT_TENSE_PRESENT);
}

/* "An unfair trade practice": a word beside another judges nobody, unless the other is what somebody is said to be ("is an unfair partner"). */
static bool only_describes(const att_doc *doc, uint32_t t, const att_frame *f)
{
    bool judges = f->pos == 'a' && f->actor_count && f->actor[0].kind == ATT_SLOT_ZERO;
    return judges && doc->toks.at[t].deprel == ATT_DEP_AMOD && !att_child(doc, doc->toks.at[t].head, ATT_DEP_COP, 0);
}

/* "Was guilty of barbarity", "is a mistake", "disappointed": the judgement of whoever says it. */
static void add_speaker(const att_doc *doc, uint32_t t, const att_frame *f, att_roles *r)
{
    bool of_speaker = f->pos == 'a' || (f->actor_count && f->actor[0].kind == ATT_SLOT_ZERO);
    bool judgement = of_speaker && (f->type == ATT_ACCUSE || f->type == ATT_SUPPORT) && r->actor_count == 0;
    att_id speaker = judgement ? att_speaker_at(doc, doc->toks.at[t].span.beg) : 0;
    if (speaker && doc->mentions.at[speaker].entity) r->actors[r->actor_count++] = speaker;
}

/* "Charged with genocide", "found guilty of war crimes": whoever is charged with the crime is told to have done it. */
static void add_accused(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *r)
{
    uint32_t up = m->taken_by[t];
    if (f->type != ATT_ASSAULT || !up || !m->frame_at[up] || r->actor_count) return;
    att_roles charge;
    att_roles_find(m, up, &m->frames->frames.at[m->frame_at[up]], &charge);
    for (uint32_t i = 0; i < charge.recipient_count && r->actor_count < 2; i++) r->actors[r->actor_count++] = charge.recipients[i];
}

/* "We made a mistake", "his plan would harm the banks": what the speaker says of his own deeds accuses nobody else. */
static bool of_himself(const att_doc *doc, const att_frame *f, const att_roles *r)
{
    if (!(f->flags & ATT_FR_SAID) || !r->actor_count || !r->recipient_count) return false;
    const att_mention *a = &doc->mentions.at[r->actors[0]], *b = &doc->mentions.at[r->recipients[0]];
    const att_slice ca = doc->entities.at[a->entity].code, cb = doc->entities.at[b->entity].code;
    bool state = att_is(doc->entities.at[b->entity].sector, "GOV") && att_is(doc->entities.at[a->entity].sector, "GOV");
    return a->entity == b->entity || (state && ca.len && att_eq(ca, cb));
}

/* "The law was changed" is no commitment; "will change the law" is one. */
static bool only_past(const att_matcher *m, uint32_t t, const att_frame *f)
{
    if (!(f->flags & ATT_FR_COMING)) return false;
    att_status_found s = att_status_decide(m, t, f);
    return s.status != ATT_ST_PLANNED && !att_status_promised(&s);
}

const char *att_not_admitted(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *r)
{
    const att_doc *doc = m->doc;
    if (f->type == ATT_EV_NONE) return "the lexicon says that these words are no event";
    if (swallowed(m, t)) return "it is the content of another event word";
    if (shares_opinion(doc, t, f)) return "they are of one opinion";
    if (only_describes(doc, t, f)) return "it describes, and judges nobody";
    if (only_past(m, t, f)) return "it is told of as done, or left open";
    att_roles_find(m, t, f, r);
    add_speaker(doc, t, f, r);
    add_accused(m, t, f, r);
    if (enough(doc, f, r) || stands_alone(m, t, f)) att_roles_again(m, t, f, r);
    if (!enough(doc, f, r) && !(nobody_acts(doc, r) && stands_alone(m, t, f))) return "no participant that acts in politics";
    if (f->flags & ATT_FR_COMING && !att_body_acts(doc, r)) return "nobody in politics commits himself to it";
    if (of_himself(doc, f, r)) return "who says it speaks of himself";
    if (tells_how_said(doc, t, f)) return "it tells how something was said";
    if (att_is_metaphor(m, t, f, r)) return "a figure of speech";
    if (att_only_private(doc, t, f, r)) return "an affair of private people";
    if (att_only_business(doc, f, r)) return "an affair of companies";
    if (!m->politics && !att_between_bodies(doc, r, f->flags & ATT_FR_SYM)) return "the article is about something else than politics";
    return NULL;
}
