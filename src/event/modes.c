#include "event/modes.h"

/* Frame type of what the speech act is about: its clause complement, else its object or "for"/"of"/"to" nominal. */
static const att_frame *content_frame(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    static const uint8_t RELS[] = {ATT_DEP_XCOMP, ATT_DEP_CCOMP, ATT_DEP_OBJ, ATT_DEP_OBL, ATT_DEP_NMOD, ATT_DEP_ACL, ATT_DEP_ADVCL, 0};
    for (const uint8_t *r = RELS; *r; r++)
        for (uint32_t k = att_child(doc, t, (att_deprel)*r, 0); k; k = att_child(doc, t, (att_deprel)*r, k + 1))
            if (m->frame_at[k]) return &m->frames->frames.at[m->frame_at[k]];
    return NULL;
}

const char *att_request_mode(const att_frame *f)
{
    switch (f->type) {
    case ATT_AID: case ATT_SUPPORT: case ATT_COOPERATE: return "assist";
    case ATT_RETREAT: case ATT_CONCEDE: return "yield";
    case ATT_CONSULT: case ATT_AGREE: return "meet";
    default: return NULL;
    }
}

const char *att_threat_mode(const att_frame *f)
{
    switch (f->type) {
    case ATT_SANCTION: return att_is(f->mode, "expel") ? "expel" : "restrict";
    case ATT_COERCE: return att_is(f->mode, "arrest") ? "arrest" : att_is(f->mode, "seize") ? "territory" : "restrict";
    case ATT_ASSAULT: case ATT_MOBILIZE: return "violence";
    default: return NULL;
    }
}

void att_mode_from_complement(const att_matcher *m, uint32_t t, att_event *e)
{
    if (e->type != ATT_REQUEST && e->type != ATT_REJECT && e->type != ATT_THREATEN) return;
    const att_frame *f = content_frame(m, t);
    const char *mode = !f ? NULL : e->type == ATT_THREATEN ? att_threat_mode(f) : att_request_mode(f);
    if (mode) e->mode = att_slice_of(mode);
}
