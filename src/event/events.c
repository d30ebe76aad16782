/* events.c: from frames that fire to event records. Order: match, drop what is no event of its own, roles, status, date,
 * place, the manual's rules for the future, contexts and scores. Each decision stands in its own file. */
#include "event/event.h"

#include "event/confidence.h"
#include "event/domain.h"
#include "event/event_date.h"
#include "event/event_place.h"
#include "event/future.h"
#include "event/magnitude.h"
#include "event/match.h"
#include "event/metaphor.h"
#include "event/modes.h"
#include "event/oblige.h"
#include "event/roles.h"
#include "event/same.h"
#include "event/status.h"
#include "event/typing.h"

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

/* What a speech act asks, promises, refuses or threatens is not an event of its own when it is its infinitive or that-clause:
 * "urged Putin to withdraw" is REQUEST alone. Nouns named in speech are ("urged an end to the invasion"). */
static bool swallowed(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    if (m->taken_by[t] && m->frame_at[m->taken_by[t]] && !barren(m, m->taken_by[t])) return true;
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

static att_ids keep_ids(att_doc *doc, const att_id *list, uint32_t n)
{
    att_id *copy = att_new(doc->keep, att_id, n ? n : 1);
    if (n) memcpy(copy, list, n * sizeof *copy);
    return (att_ids){copy, n};
}

/* The head word with its particles, as far as they stand together with it ("pulled back"). */
static att_span trigger_span(const att_doc *doc, uint32_t t, const att_frame *f)
{
    att_span s = doc->toks.at[t].span;
    for (uint32_t i = 0, k = t + 1; i < f->particle_count && k < doc->toks.n; i++, k++) {
        if (!att_eq(doc->toks.at[k].lower, f->particles[i])) break;
        s.end = doc->toks.at[k].span.end;
    }
    return s;
}

/* What the learned part holds of the trigger. */
typedef struct {
    bool asked;
    float prob[ATT_EVENT_TYPE_COUNT];
} opinion;

static void judge(const att_matcher *m, uint32_t t, opinion *j)
{
    float x[ATT_TYPING_IN];
    j->asked = m->way->typing && att_typing_features(m->way->language, m->doc, t, m->politics, x);
    if (j->asked) att_typing_score(m->way->typing, x, j->prob);
}

static void make_event(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *found, const opinion *j)
{
    att_doc *doc = m->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    att_status_found st = att_status_decide(m, t, f);
    att_roles roles = *found, *r = &roles;
    bool passive = doc->tok_clause[t] && doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_PASSIVE;
    bool to_come = st.status == ATT_ST_PLANNED || att_status_promised(&st);
    if (f->type == ATT_COOPERATE || (f->type == ATT_CONSULT && (passive || to_come))) att_roles_direct(m, t, f, r);
    att_event e = {.sent = doc->toks.at[t].sent, .trigger = t, .trigger_span = trigger_span(doc, t, f), .type = f->type,
                   .mode = f->mode, .cameo = f->cameo, .status = (uint8_t)st.status, .status_rule = st.rule,
                   .frame = f->pattern, .type_rule = "FRAME"};
    if (j->asked) e.judged = true, e.p_type = j->prob[f->type], e.p_none = j->prob[ATT_EV_NONE];
    if (e.mode.len == 0) att_mode_from_complement(m, t, &e);
    e.actors = keep_ids(doc, r->actors, r->actor_count);
    e.recipients = keep_ids(doc, r->recipients, r->recipient_count);
    e.place = att_event_place(doc, t, e.type, &e.place_rule);
    if (!m->way->no_future_rules) att_future_rules(doc, f, &e);
    e.contexts = att_contexts_of(&m->frames->ontology, doc, s->tok_beg, s->tok_end);
    e.score = att_score(&m->frames->ontology, (att_event_type)e.type, e.mode);
    e.goldstein = att_goldstein(&m->frames->ontology, e.cameo);
    att_magnitude_find(doc, &e);
    *att_add(doc, events) = e;
    att_note_add(doc, ATT_STAGE_EVENT, t, "%s: frame \"%.*s\"; status %s by %s%s%.*s; place by %s", att_event_type_name((att_event_type)e.type),
                 (int)f->pattern.len, f->pattern.ptr, att_status_name((att_status)e.status), st.rule, st.by ? " at " : "",
                 st.by ? (int)doc->toks.at[st.by].form.len : 0, st.by ? doc->toks.at[st.by].form.ptr : "", e.place_rule);
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
static const uint32_t ALONE_VERBS = 1U << ATT_COERCE | 1U << ATT_MOBILIZE | 1U << ATT_ACCUSE | 1U << ATT_REQUEST | 1U << ATT_THREATEN | 1U << ATT_AID;

/* Those of force only with what they were done to: "the arrest of Rodriguez". */
static bool noun_alone(const att_doc *doc, uint32_t t, const att_frame *f)
{
    /* "after the meeting" is a time, told already */
    static const char *const TIMES[] = {"after", "before", "during", "following", "since", "until", "ahead", "amid", NULL};
    if (att_in(att_case_of(doc, t), TIMES)) return false;
    bool force = f->type == ATT_COERCE || f->type == ATT_MOBILIZE;
    return ALONE_NOUNS >> f->type & 1 || (force && att_child(doc, t, ATT_DEP_NMOD, 0));
}

static bool verb_alone(const att_doc *doc, uint32_t t, const att_frame *f)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    bool told = doc->tok_clause[t] && (c->tense == ATT_TENSE_PAST || c->tense == ATT_TENSE_PRESENT);
    return f->pos == 'v' && told && (ALONE_VERBS >> f->type & 1);
}

/* The sentence names no side, in an article that is otherwise about politics. */
static bool stands_alone(const att_doc *doc, uint32_t t, const att_frame *f)
{
    if (f->flags & (ATT_FR_BG | ATT_FR_BOTH)) return false;
    if (f->pos == 'n' ? !noun_alone(doc, t, f) : !verb_alone(doc, t, f)) return false;
    uint32_t near = 0, sent = doc->toks.at[t].sent;
    for (uint32_t i = doc->events.n; i-- > 1;) {
        if (doc->events.at[i].sent + 3 < sent) break;
        near++;
    }
    return near >= 2;
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
    for (att_id s = 1; up && s < doc->statements.n; s++)
        if (doc->statements.at[s].cue_tok == up) return true;
    return false;
}

/* The frame of an obligation that somebody utters; its mode is that of what the other must do. */
static const att_frame OBLIGE = {.pattern = {"must (said by another)", 22}, .cameo = {"100", 3}, .pos = 'v', .type = ATT_REQUEST, .flags = ATT_FR_SPEECH};

static bool consider_obligation(const att_matcher *m, uint32_t t)
{
    opinion j;
    att_roles r = {.actor_count = 1, .recipient_count = 1};
    if (!m->politics || !att_obliges(m->doc, t, &r.actors[0], &r.recipients[0])) return false;
    judge(m, t, &j);
    make_event(m, t, &OBLIGE, &r, &j);
    att_event *e = &m->doc->events.at[m->doc->events.n - 1];
    const att_frame *own = &m->frames->frames.at[m->frame_at[t]];
    const char *mode = m->frame_at[t] ? att_request_mode(own) : NULL;
    e->mode = mode ? att_slice_of(mode) : (att_slice){0};
    e->status = ATT_ST_OCCURRED;
    e->status_rule = "ST_SAID";
    e->type_rule = "OBLIGE";
    return true;
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

static void consider(const att_matcher *m, uint32_t t)
{
    att_doc *doc = m->doc;
    if (consider_obligation(m, t) || !m->frame_at[t]) return;
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
    const char *why = NULL;
    att_roles r = {0};
    opinion j;
    if (f->type == ATT_EV_NONE) {
        why = "the lexicon says that these words are no event";
    } else if (swallowed(m, t)) {
        why = "it is the content of another event word";
    } else if (shares_opinion(doc, t, f)) {
        why = "they are of one opinion";
    } else if (only_describes(doc, t, f)) {
        why = "it describes, and judges nobody";
    } else {
        att_roles_find(m, t, f, &r);
        /* "was guilty of barbarity", "is a mistake", "disappointed": the judgement of whoever says it */
        bool of_speaker = f->pos == 'a' || (f->actor_count && f->actor[0].kind == ATT_SLOT_ZERO);
        bool judgement = of_speaker && (f->type == ATT_ACCUSE || f->type == ATT_SUPPORT) && r.actor_count == 0;
        att_id speaker = judgement ? att_speaker_at(doc, doc->toks.at[t].span.beg) : 0;
        if (speaker && doc->mentions.at[speaker].entity) r.actors[r.actor_count++] = speaker;
        if (enough(doc, f, &r) || stands_alone(doc, t, f)) att_roles_again(m, t, f, &r);
        if (!enough(doc, f, &r) && !(nobody_acts(doc, &r) && stands_alone(doc, t, f))) why = "no participant that acts in politics";
    }
    if (!why && tells_how_said(doc, t, f)) why = "it tells how something was said";
    if (!why && att_is_metaphor(m, t, f, &r)) why = "a figure of speech";
    if (!why && att_only_private(doc, t, f, &r)) why = "an affair of private people";
    if (!why && att_only_business(doc, f, &r)) why = "an affair of companies";
    if (!why && !m->politics && !att_between_bodies(doc, &r, f->flags & ATT_FR_SYM)) why = "the article is about something else than politics";
    if (!why) judge(m, t, &j);
    if (!why && j.asked && att_typing_weak(f) && j.prob[ATT_EV_NONE] > ATT_TYPING_DROP) why = "the learned part takes these words for no event";
    if (why)
        att_note_add(doc, ATT_STAGE_EVENT, t, "dropped, frame \"%.*s\": %s", (int)f->pattern.len, f->pattern.ptr, why);
    else
        make_event(m, t, f, &r, &j);
}

void att_events_find(const att_frames *frames, att_doc *doc, const att_event_way *way)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_matcher m = {.frames = frames, .doc = doc, .way = way};
    m.frame_at = att_new(doc->scratch, uint32_t, doc->toks.n);
    m.taken_by = att_new(doc->scratch, uint32_t, doc->toks.n);
    m.politics = att_about_politics(frames, doc);
    att_match_all(&m);
    for (uint32_t t = 1; t < doc->toks.n; t++) consider(&m, t);
    att_event_dates_find(frames, doc);
    att_events_same(doc);
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        const att_frame *f = m.frame_at[e->trigger] ? &frames->frames.at[m.frame_at[e->trigger]] : &OBLIGE;
        e->confidence = att_confidence(frames, doc, f, e);
    }
    att_arena_rewind(doc->scratch, mark);
}
