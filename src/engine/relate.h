/* relate.h: `attache relate`: one marked sentence in, one coded relation out. */
#ifndef ATT_ENGINE_RELATE_H
#define ATT_ENGINE_RELATE_H

#include "engine/engine.h"

typedef struct {
    att_event_type type;   /* never ATT_EV_NONE: there is always an answer */
    att_slice mode, cameo; /* hold until the worker's next document */
    double confidence;
} att_relation;

/* The relation. marked: one sentence with <s>...</s> around the source and <t>...</t> around the target; either may occur more than once, nest, or
 * be missing. */
/* The features that the learned part sees, for its trainer; the same pipeline as att_relate. */
att_err att_relate_observe(att_worker *w, att_slice marked, uint32_t out[ATT_RELATE_MAX_FEATURES], uint32_t *n);

att_err att_relate(att_worker *w, att_slice marked, att_relation *out);

#endif
