#include "event/relate.h"

#include "event/relate_speech.h"

static bool covers(const uint32_t (*list)[2], uint32_t n, uint32_t tok)
{
    for (uint32_t i = 0; i < n; i++)
        if (tok >= list[i][0] && tok < list[i][1]) return true;
    return false;
}

/* "X said it would leave": a pronoun that stands for the side. */
static bool stands_for(const att_doc *doc, uint32_t tok, const uint32_t (*list)[2], uint32_t n)
{
    att_id m = doc->tok_mention[tok], e = m ? doc->mentions.at[m].entity : 0;
    if (!e || doc->mentions.at[m].form != ATT_MEN_PRONOUN) return false;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t t = list[i][0]; t < list[i][1]; t++)
            if (doc->tok_mention[t] && doc->mentions.at[doc->tok_mention[t]].entity == e) return true;
    return false;
}

/* Does the subtree of tok, without the clauses inside it, hold a token of the side? A coordinated participant counts. */
bool att_relate_holds(const att_doc *doc, uint32_t tok, const uint32_t (*list)[2], uint32_t n)
{
    if (covers(list, n, tok) || stands_for(doc, tok, list, n)) return true;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t t = list[i][0]; t < list[i][1]; t++)
            for (uint32_t w = t, steps = 0; w && steps < 6; w = doc->toks.at[w].head, steps++) {
                if (w == tok) return true;
                if (doc->tok_clause[w]) break;
            }
    return false;
}

typedef struct {
    bool source, target;
} held;

/* A tie of the pair holds the sides themselves; an event also holds what is theirs. */
static bool holds(const att_matcher *m, bool strict, uint32_t tok, const uint32_t (*list)[2], uint32_t n)
{
    if (!strict) return att_relate_holds(m->doc, tok, list, n);
    return covers(list, n, tok) || stands_for(m->doc, tok, list, n);
}

static held slots_hold(const att_matcher *m, uint32_t t, const att_slot *slots, uint32_t count, const att_marks *k)
{
    bool strict = m->frames->frames.at[m->frame_at[t]].flags & ATT_FR_PAIR;
    held h = {false, false};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, t, &slots[i], fill);
        for (uint32_t j = 0; j < n; j++) {
            h.source |= holds(m, strict, fill[j], k->source, k->source_count);
            h.target |= holds(m, strict, fill[j], k->target, k->target_count);
        }
    }
    return h;
}

static uint32_t depth_of(const att_doc *doc, uint32_t t)
{
    uint32_t d = 0;
    while (t && d < 40) t = doc->toks.at[t].head, d++;
    return d;
}

static bool above_side(const att_doc *doc, uint32_t t, const uint32_t (*list)[2], uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (list[i][1] > list[i][0] && att_dominates(doc, t, list[i][0])) return true;
    return false;
}

/* "the Lyon pub bombings": the side stands in the noun's own phrase, right under it. */
static bool beside(const att_doc *doc, uint32_t t, const uint32_t (*list)[2], uint32_t n)
{
    if (doc->toks.at[t].upos != ATT_NOUN) return false;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t w = list[i][0]; w < list[i][1]; w++)
            if (doc->toks.at[w].head == t && !covers(list, n, t)) return true;
    return false;
}

uint32_t att_relate_meeting(const att_doc *doc, const att_marks *k)
{
    if (!k->source_count || !k->target_count) return 0;
    for (uint32_t w = k->source[0][0]; w; w = doc->toks.at[w].head)
        if (above_side(doc, w, k->target, k->target_count)) return w;
    return 0;
}

/* Words that break off what hangs under them. */
static const char *const ENDERS[] = {"suspend", "halt", "stop", "end", "cut", "freeze", "sever", "withhold", "discontinue", "suspension", "reduction", "cease", NULL};

/* "launched a scathing attack": a noun under a verb that is no event has that verb's subject. */
static bool borrowed(const att_matcher *m, uint32_t t, const att_marks *k)
{
    const att_doc *doc = m->doc;
    uint32_t up = doc->toks.at[t].head;
    if (doc->toks.at[t].deprel != ATT_DEP_OBJ || !doc->tok_clause[up] || m->frame_at[up]) return false;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    return subj && att_relate_holds(doc, subj, k->source, k->source_count);
}

/* The target stands under "against" or "on" somewhere below the word. */
static bool against_target(const att_doc *doc, uint32_t t, const att_marks *k)
{
    for (uint32_t i = 0; i < k->target_count; i++)
        for (uint32_t w = k->target[i][0]; w < k->target[i][1]; w++) {
            uint32_t up = doc->toks.at[w].head;
            bool outer = up && !covers(k->target, k->target_count, up) && att_dominates(doc, t, up);
            att_slice prep = att_case_of(doc, w);
            if (outer && (att_is(prep, "against") || att_is(prep, "on"))) return true;
        }
    return false;
}

static att_candidate judge(const att_matcher *m, uint32_t t, const att_marks *k, uint32_t meeting)
{
    const att_doc *doc = m->doc;
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
    att_candidate c = {.tok = t, .frame = f};
    held a = slots_hold(m, t, f->actor, f->actor_count, k), r = slots_hold(m, t, f->recipient, f->recipient_count, k);
    c.source_acts = a.source || borrowed(m, t, k);
    c.target_takes = r.target || ((f->flags & ATT_FR_SYM) && a.target);
    c.reversed = !c.source_acts && a.target && (r.source || !k->source_count);
    float s = 0;
    if (c.source_acts) s += 3;
    if (c.target_takes) s += 3;
    if (c.reversed) s -= 1;
    if (above_side(doc, t, k->source, k->source_count)) s += 1;
    if (above_side(doc, t, k->target, k->target_count)) s += 1;
    if (t == meeting) s += 2;
    s -= 0.3f * (float)depth_of(doc, t);
    if (f->pos == 'v') s += 0.5f;
    if (f->pos == 'a') s -= 0.5f;
    s += 0.2f * (float)(f->cond_count + f->particle_count);
    if (covers(k->source, k->source_count, t) || covers(k->target, k->target_count, t)) s -= 3;
    if (m->taken_by[t]) s -= 2;
    if ((f->flags & ATT_FR_SYM) && c.source_acts && !c.target_takes && k->target_count) s -= 2.5f; /* met, but somebody else */
    if (f->flags & ATT_FR_PAIR) s -= c.source_acts && c.target_takes ? 0.5f : 4;
    if (beside(doc, t, k->target, k->target_count)) s += 0.7f;
    c.score = s;
    att_status_found st = att_status_decide(m, t, f);
    c.status = st.status;
    c.ended = st.by && att_in(doc->toks.at[st.by].lemma, ENDERS);
    c.ordered = st.by && att_embed_of(m->frames, doc->toks.at[st.by].lemma, doc->toks.at[st.by].upos == ATT_NOUN ? 'n' : 'v') == ATT_EMB_ORDERED;
    c.harms = against_target(doc, t, k);
    att_slice modal = doc->clauses.at[doc->tok_clause[t]].modal;
    c.obliged = att_is(modal, "must") || att_is(modal, "should");
    return c;
}

static uint32_t insert(att_candidate out[ATT_MAX_CANDIDATES], uint32_t n, att_candidate c)
{
    if (n == ATT_MAX_CANDIDATES && out[n - 1].score >= c.score) return n;
    uint32_t i = n < ATT_MAX_CANDIDATES ? n++ : n - 1;
    while (i > 0 && out[i - 1].score < c.score) out[i] = out[i - 1], i--;
    out[i] = c;
    return n;
}

uint32_t att_relate_candidates(const att_frames *frames, att_doc *doc, const att_marks *k, att_candidate out[ATT_MAX_CANDIDATES])
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_matcher m = {.frames = frames, .doc = doc, .politics = true, .pairs = true};
    m.frame_at = att_new(doc->scratch, uint32_t, doc->toks.n);
    m.taken_by = att_new(doc->scratch, uint32_t, doc->toks.n);
    att_match_all(&m);
    uint32_t n = 0, meeting = att_relate_meeting(doc, k);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        att_candidate c;
        if (att_relate_obliged(&m, t, k, &c)) n = insert(out, n, c);
        if (!m.frame_at[t] || frames->frames.at[m.frame_at[t]].type == ATT_EV_NONE) continue;
        c = judge(&m, t, k, meeting);
        c.score -= att_relate_vehicle(&m, t) || att_relate_outdone(&m, t) ? 8 : 0;
        n = insert(out, n, c);
    }
    att_arena_rewind(doc->scratch, mark);
    return n;
}
