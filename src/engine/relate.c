#include "engine/relate.h"

#include <stdlib.h>

#include "event/relate.h"

typedef struct {
    uint32_t source[ATT_MAX_MARKS][2], target[ATT_MAX_MARKS][2]; /* bytes of the text without the marks */
    uint32_t source_count, target_count;
} byte_marks;

/* Copies the text without its tags and notes what they enclosed. Unclosed tags run to the end. */
static att_slice strip_marks(att_slice in, char *out, byte_marks *k)
{
    uint32_t n = 0, open_s = UINT32_MAX, open_t = UINT32_MAX;
    for (uint32_t i = 0; i < in.len;) {
        att_slice rest = att_sub(in, i, in.len);
        if (att_starts(rest, "<s>")) {
            open_s = n, i += 3;
        } else if (att_starts(rest, "<t>")) {
            open_t = n, i += 3;
        } else if (att_starts(rest, "</s>")) {
            if (open_s != UINT32_MAX && k->source_count < ATT_MAX_MARKS) k->source[k->source_count][0] = open_s, k->source[k->source_count++][1] = n;
            open_s = UINT32_MAX, i += 4;
        } else if (att_starts(rest, "</t>")) {
            if (open_t != UINT32_MAX && k->target_count < ATT_MAX_MARKS) k->target[k->target_count][0] = open_t, k->target[k->target_count++][1] = n;
            open_t = UINT32_MAX, i += 4;
        } else {
            out[n++] = in.ptr[i++];
        }
    }
    if (open_s != UINT32_MAX && k->source_count < ATT_MAX_MARKS) k->source[k->source_count][0] = open_s, k->source[k->source_count++][1] = n;
    if (open_t != UINT32_MAX && k->target_count < ATT_MAX_MARKS) k->target[k->target_count][0] = open_t, k->target[k->target_count++][1] = n;
    return (att_slice){out, n};
}

static uint32_t to_tokens(const att_doc *doc, uint32_t (*bytes)[2], uint32_t n, uint32_t (*toks)[2])
{
    uint32_t made = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t beg = 0, end = 0;
        for (uint32_t t = 1; t < doc->toks.n; t++) {
            att_span s = doc->toks.at[t].span;
            if (s.end <= bytes[i][0] || s.beg >= bytes[i][1]) continue;
            if (!beg) beg = t;
            end = t + 1;
        }
        if (beg) toks[made][0] = beg, toks[made++][1] = end;
    }
    return made;
}

/* What the sentence offers: candidates and features. */
typedef struct {
    att_candidate cands[ATT_MAX_CANDIDATES];
    uint32_t cand_count;
    uint32_t features[ATT_RELATE_MAX_FEATURES];
    uint32_t feature_count;
} observed;

static att_err observe(att_worker *w, att_slice marked, observed *o)
{
    char *text = malloc((size_t)marked.len + 1);
    if (!text) return (att_err){ATT_E_NOMEM, ATT_STAGE_EVENT, 0, 0, "out of memory"};
    byte_marks bytes = {0};
    att_article a = {.id = ATT_LIT("relate"), .meta = {.published = ATT_NO_DAY}};
    a.text = strip_marks(marked, text, &bytes);
    const att_doc *doc;
    att_err e = att_worker_code(w, &a, ATT_NO_DAY, &doc);
    *o = (observed){0};
    if (!att_failed(e)) {
        att_marks marks = {0};
        marks.source_count = to_tokens(doc, bytes.source, bytes.source_count, marks.source);
        marks.target_count = to_tokens(doc, bytes.target, bytes.target_count, marks.target);
        o->cand_count = att_relate_candidates(w->engine->frames, &w->doc, &marks, o->cands);
        o->feature_count = att_relate_features(doc, &marks, o->cands, o->cand_count, o->features);
    }
    free(text);
    return e;
}

/* Root code of a type when no frame gives a finer one. */
static att_slice root_code(att_event_type t)
{
    static const char *const ROOT[ATT_EVENT_TYPE_COUNT] = {"",    "030", "040", "050", "080", "060", "070", "084", "100",
                                                           "110", "120", "130", "140", "160", "150", "170", "190"};
    return att_slice_of(ROOT[t]);
}

static bool same_class(att_event_type a, att_event_type b)
{
    return a == b || ((a == ATT_CONCEDE || a == ATT_RETREAT) && (b == ATT_CONCEDE || b == ATT_RETREAT));
}

/* The learned part chose a class: mode and code come from the best candidate of that class. */
static void settle(const observed *o, att_event_type chosen, double p, att_relation *out)
{
    *out = (att_relation){.type = chosen, .cameo = root_code(chosen), .confidence = p};
    for (uint32_t i = 0; i < o->cand_count; i++) {
        att_event_type type;
        att_slice mode, cameo;
        att_relate_code(&o->cands[i], &type, &mode, &cameo);
        if (!same_class(type, chosen)) continue;
        *out = (att_relation){type, mode, cameo, p};
        return;
    }
}

static void by_rules(const observed *o, att_relation *out)
{
    *out = (att_relation){.type = ATT_ACCUSE, .cameo = ATT_LIT("110"), .confidence = 0.1};
    if (o->cand_count == 0) return;
    const att_candidate *c = o->cands;
    att_relate_code(c, &out->type, &out->mode, &out->cameo);
    double margin = o->cand_count > 1 ? c[0].score - c[1].score : 3;
    out->confidence = 0.4 + 0.1 * (margin > 4 ? 4 : margin) + (c->source_acts && c->target_takes ? 0.15 : 0);
}

att_err att_relate_observe(att_worker *w, att_slice marked, uint32_t out[ATT_RELATE_MAX_FEATURES], uint32_t *n)
{
    observed o = {0};
    att_err e = observe(w, marked, &o);
    memcpy(out, o.features, sizeof o.features);
    *n = o.feature_count;
    return e;
}

/* A candidate that binds one of the marked sides and is clearly the best outweighs the model's doubt: its class counts threefold, and
 * the sum stays one. On sentences unlike those that the model has learned from, the lexicon is the steadier of the two. */
static void vote(const att_candidate *top, uint32_t n, att_event_type type, double prob[ATT_RELATE_CLASSES])
{
    static const double WEIGHT = 3;
    bool clear = n > 0 && (top->source_acts || top->target_takes) && (n == 1 || top->score - top[1].score > 1);
    double sum = 0;
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) {
        if (clear && same_class((att_event_type)ATT_RELATE_TYPE[c], type)) prob[c] *= WEIGHT;
        sum += prob[c];
    }
    for (uint32_t c = 0; c < ATT_RELATE_CLASSES; c++) prob[c] /= sum;
}

att_err att_relate(att_worker *w, att_slice marked, att_relation *out)
{
    observed o = {0};
    att_err e = observe(w, marked, &o);
    const att_relate_model *model = w->events.rules_only ? NULL : w->engine->relate;
    by_rules(&o, out);
    if (!model || att_failed(e)) return e;
    /* "told", "ferried": between two given parties the lexicon is all there is to go by; the model has hardly seen such */
    const att_candidate *top = o.cands;
    if (o.cand_count && (top->frame->flags & ATT_FR_PAIR) && top->source_acts && top->target_takes) return e;
    double prob[ATT_RELATE_CLASSES];
    att_relate_score(model, o.features, o.feature_count, prob);
    vote(top, o.cand_count, out->type, prob);
    uint32_t best = 0;
    for (uint32_t c = 1; c < ATT_RELATE_CLASSES; c++)
        if (prob[c] > prob[best]) best = c;
    settle(&o, (att_event_type)ATT_RELATE_TYPE[best], prob[best], out);
    return e;
}
