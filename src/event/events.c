/* events.c: from frames that fire to event records. Order: match, drop what is no event of its own, roles, status, date,
 * place, the manual's rules for the future, contexts and scores. Each decision stands in its own file. */
#include "event/event.h"

#include "event/admit.h"
#include "event/confidence.h"
#include "event/domain.h"
#include "event/event_date.h"
#include "event/event_place.h"
#include "event/future.h"
#include "event/magnitude.h"
#include "event/match.h"
#include "event/modes.h"
#include "event/oblige.h"
#include "event/roles.h"
#include "event/same.h"
#include "event/status.h"
#include "event/typing.h"

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

/* The frame of an obligation that somebody utters; its mode is that of what the other must do. */
static const att_frame OBLIGE = {.pattern = {"must (said by another)", 22}, .cameo = {"100", 3}, .pos = 'v', .type = ATT_REQUEST, .flags = ATT_FR_SPEECH};

static bool consider_obligation(const att_matcher *m, uint32_t t)
{
    opinion j;
    att_roles r = {.actor_count = 1, .recipient_count = 1};
    if (!m->politics || !att_obliges(m->doc, t, &r.actors[0], &r.recipients[0])) return false;
    const att_frame *over = &m->frames->frames.at[m->frame_at[m->doc->toks.at[t].head]];
    bool told = m->doc->toks.at[t].deprel == ATT_DEP_CCOMP && (over->type == ATT_AGREE || over->type == ATT_REQUEST || over->type == ATT_REJECT);
    if (!r.recipients[0] && told) return false; /* "demanded that the law should be changed" has said so */
    if (!r.recipients[0]) r.recipient_count = 0;
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

static void consider(const att_matcher *m, uint32_t t)
{
    att_doc *doc = m->doc;
    if (consider_obligation(m, t) || !m->frame_at[t]) return;
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
    att_roles r = {0};
    opinion j;
    const char *why = att_not_admitted(m, t, f, &r);
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
