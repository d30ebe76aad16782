#include "event/relate.h"

static bool covers(const uint32_t (*list)[2], uint32_t n, uint32_t tok)
{
    for (uint32_t i = 0; i < n; i++)
        if (tok >= list[i][0] && tok < list[i][1]) return true;
    return false;
}

/* Does the subtree of tok, without the clauses inside it, hold a token of the side? A coordinated participant counts. */
static bool holds_side(const att_doc *doc, uint32_t tok, const uint32_t (*list)[2], uint32_t n)
{
    if (covers(list, n, tok)) return true;
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

static held slots_hold(const att_matcher *m, uint32_t t, const att_slot *slots, uint32_t count, const att_marks *k)
{
    held h = {false, false};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, t, &slots[i], fill);
        for (uint32_t j = 0; j < n; j++) {
            h.source |= holds_side(m->doc, fill[j], k->source, k->source_count);
            h.target |= holds_side(m->doc, fill[j], k->target, k->target_count);
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

uint32_t att_relate_meeting(const att_doc *doc, const att_marks *k)
{
    if (!k->source_count || !k->target_count) return 0;
    for (uint32_t w = k->source[0][0]; w; w = doc->toks.at[w].head)
        if (above_side(doc, w, k->target, k->target_count)) return w;
    return 0;
}

/* Words that break off what hangs under them. */
static const char *const ENDERS[] = {"suspend", "halt", "stop", "end", "cut", "freeze", "sever", "withhold", "discontinue", "suspension", "reduction", "cease", NULL};

static att_candidate judge(const att_matcher *m, uint32_t t, const att_marks *k, uint32_t meeting)
{
    const att_doc *doc = m->doc;
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
    att_candidate c = {.tok = t, .frame = f};
    held a = slots_hold(m, t, f->actor, f->actor_count, k), r = slots_hold(m, t, f->recipient, f->recipient_count, k);
    c.source_acts = a.source;
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
    c.score = s;
    att_status_found st = att_status_decide(m, t, f);
    c.status = st.status;
    c.ended = st.by && att_in(doc->toks.at[st.by].lemma, ENDERS);
    att_slice modal = doc->clauses.at[doc->tok_clause[t]].modal;
    c.obliged = att_is(modal, "must") || att_is(modal, "should");
    return c;
}

uint32_t att_relate_candidates(const att_frames *frames, att_doc *doc, const att_marks *k, att_candidate out[ATT_MAX_CANDIDATES])
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_matcher m = {.frames = frames, .doc = doc, .politics = true};
    m.frame_at = att_new(doc->scratch, uint32_t, doc->toks.n);
    m.taken_by = att_new(doc->scratch, uint32_t, doc->toks.n);
    att_match_all(&m);
    uint32_t n = 0, meeting = att_relate_meeting(doc, k);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (!m.frame_at[t] || frames->frames.at[m.frame_at[t]].type == ATT_EV_NONE) continue;
        att_candidate c = judge(&m, t, k, meeting);
        if (n == ATT_MAX_CANDIDATES && out[n - 1].score >= c.score) continue;
        uint32_t i = n < ATT_MAX_CANDIDATES ? n++ : n - 1;
        while (i > 0 && out[i - 1].score < c.score) out[i] = out[i - 1], i--;
        out[i] = c;
    }
    att_arena_rewind(doc->scratch, mark);
    return n;
}

static bool is_conflict(uint8_t type) { return type >= ATT_REQUEST; }

static void recode(att_event_type to, const char *code, att_event_type *type, att_slice *mode, att_slice *cameo)
{
    *type = to;
    *mode = (att_slice){0};
    *cameo = att_slice_of(code);
}

/* PLOVER manual: future cooperation and concessions are agreed to, threatened conflict is a threat, refused or failed cooperation a
 * rejection, what somebody else "must" do is a request, aid or relations that are broken off a sanction. An embargo (CAMEO 163) is
 * COERCE in the manual's conversion table. */
void att_relate_code(const att_candidate *c, att_event_type *type, att_slice *mode, att_slice *cameo)
{
    *type = (att_event_type)c->frame->type;
    *mode = c->frame->mode;
    *cameo = c->frame->cameo;
    if (att_starts(*cameo, "163")) *type = ATT_COERCE, *mode = ATT_LIT("withhold");
    bool material_conflict = *type >= ATT_SANCTION;
    bool future = c->status == ATT_ST_PLANNED || c->status == ATT_ST_CONDITIONAL;
    if (c->obliged)
        recode(ATT_REQUEST, "100", type, mode, cameo);
    else if (c->ended && (*type == ATT_AID || *type == ATT_COOPERATE || *type == ATT_CONSULT))
        recode(ATT_SANCTION, "160", type, mode, cameo);
    else if (future && material_conflict)
        recode(ATT_THREATEN, "130", type, mode, cameo);
    else if (c->status == ATT_ST_PLANNED && (*type == ATT_CONSULT || *type == ATT_COOPERATE || *type == ATT_AID || *type == ATT_RETREAT || *type == ATT_CONCEDE || *type == ATT_SUPPORT))
        recode(ATT_AGREE, "030", type, mode, cameo);
    else if (c->status == ATT_ST_NEGATED && !is_conflict((uint8_t)*type))
        recode(ATT_REJECT, "120", type, mode, cameo);
}
