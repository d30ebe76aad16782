/* What a model says of itself and of its tags. */
#include "nlp/model_int.h"

att_slice att_model_note(const att_model *m, const char *key)
{
    const char *p = m->notes.ptr, *end = p + m->notes.len; /* ends with NUL: checked at open */
    while (p < end) {
        const char *value = p + strlen(p) + 1;
        if (value >= end) break;
        if (strcmp(p, key) == 0) return att_slice_of(value);
        p = value + strlen(value) + 1;
    }
    return (att_slice){0};
}

const char *att_xpos_name(const att_model *m, uint16_t xpos) { return xpos < m->xpos_count ? m->xpos[xpos] : "_"; }

const char *att_feats_name(const att_model *m, uint16_t feats) { return feats < m->feats_count ? m->feats[feats] : "_"; }

bool att_has_feat(const att_model *m, const att_tok *tok, const char *name_value)
{
    size_t n = strlen(name_value);
    for (const char *p = att_feats_name(m, tok->feats); p; p = strchr(p, '|')) {
        p += *p == '|';
        if (strncmp(p, name_value, n) == 0 && (p[n] == 0 || p[n] == '|')) return n > 0;
    }
    return false;
}
