#include "event/confidence.h"

#include <math.h>

static const char *const NAMES[ATT_CONF_COUNT] = {"bias", "actor", "before", "both", "conditions", "future", "inside", "learned", "many", "near", "pronoun",
                                                  "recipient", "recipient-near", "status-planned", "status-real", "status-unreal", "verb", "weak-type"};

void att_confidence_load(att_frames *f, const att_overlay *overlay)
{
    att_lex lex;
    att_overlay_open(&lex, overlay, "events/confidence.txt", 2);
    while (att_lex_next(&lex)) {
        double v;
        for (int i = 0; i < ATT_CONF_COUNT; i++)
            if (att_is(lex.fields[0], NAMES[i]) && att_to_double(lex.fields[1], &v)) f->confidence[i] = (float)v;
    }
}

/* Bytes between two spans, 0 when they touch or overlap. */
static uint32_t gap(att_span a, att_span b)
{
    if (a.end <= b.beg) return b.beg - a.end;
    return b.end <= a.beg ? a.beg - b.end : 0;
}

enum { NEAR_ACTOR = 40, NEAR_RECIPIENT = 30 }; /* bytes */

static void about_actor(const att_doc *doc, const att_event *e, bool *x)
{
    const att_mention *m = &doc->mentions.at[e->actors.at[0]];
    att_span s = doc->sents.at[e->sent].span;
    x[ATT_CONF_ACTOR] = true;
    x[ATT_CONF_BEFORE] = m->span.end <= e->trigger_span.beg;
    x[ATT_CONF_NEAR] = gap(m->span, e->trigger_span) < NEAR_ACTOR;
    x[ATT_CONF_INSIDE] = m->span.beg >= s.beg && m->span.beg < s.end;
    x[ATT_CONF_PRONOUN] = m->form == ATT_MEN_PRONOUN;
    x[ATT_CONF_MANY] = e->actors.n > 1;
}

static void about_status(const att_event *e, bool *x)
{
    if (e->status == ATT_ST_OCCURRED)
        x[ATT_CONF_REAL] = true;
    else if (e->status == ATT_ST_PLANNED)
        x[ATT_CONF_PLANNED] = true;
    else
        x[ATT_CONF_UNREAL] = true;
}

float att_confidence(const att_frames *f, const att_doc *doc, const att_frame *fr, const att_event *e)
{
    bool x[ATT_CONF_COUNT] = {false};
    x[ATT_CONF_BIAS] = true;
    x[ATT_CONF_VERB] = fr->pos == 'v';
    x[ATT_CONF_CONDITIONS] = fr->cond_count + fr->particle_count > 0;
    x[ATT_CONF_FUTURE] = !att_is(att_slice_of(e->type_rule), "FRAME");
    x[ATT_CONF_RECIPIENT] = e->recipients.n > 0;
    x[ATT_CONF_BOTH] = e->recipients.n > 0 && e->actors.n > 0;
    x[ATT_CONF_WEAK] = e->type == ATT_ACCUSE || e->type == ATT_CONCEDE || e->type == ATT_RETREAT || e->type == ATT_PROTEST;
    x[ATT_CONF_LEARNED] = e->judged && e->p_type > 0.7f;
    if (e->actors.n) about_actor(doc, e, x);
    if (e->recipients.n) x[ATT_CONF_RECIPIENT_NEAR] = gap(doc->mentions.at[e->recipients.at[0]].span, e->trigger_span) < NEAR_RECIPIENT;
    about_status(e, x);
    double z = 0;
    for (int i = 0; i < ATT_CONF_COUNT; i++) z += x[i] ? (double)f->confidence[i] : 0;
    return (float)(1 / (1 + exp(-z)));
}
