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

static void decide(att_worker *w, const byte_marks *bytes, att_relation *out)
{
    att_marks marks = {0};
    marks.source_count = to_tokens(&w->doc, (uint32_t(*)[2])(uintptr_t)bytes->source, bytes->source_count, marks.source);
    marks.target_count = to_tokens(&w->doc, (uint32_t(*)[2])(uintptr_t)bytes->target, bytes->target_count, marks.target);
    att_candidate cands[ATT_MAX_CANDIDATES];
    uint32_t n = att_relate_candidates(w->engine->frames, &w->doc, &marks, cands);
    *out = (att_relation){.type = ATT_ACCUSE, .cameo = ATT_LIT("110"), .confidence = 0.1};
    if (n == 0) return;
    att_relate_code(&cands[0], &out->type, &out->mode, &out->cameo);
    double margin = n > 1 ? cands[0].score - cands[1].score : 3;
    out->confidence = 0.4 + 0.1 * (margin > 4 ? 4 : margin) + (cands[0].source_acts && cands[0].target_takes ? 0.15 : 0);
}

att_err att_relate(att_worker *w, att_slice marked, att_relation *out)
{
    char *text = malloc((size_t)marked.len + 1);
    if (!text) return (att_err){ATT_E_NOMEM, ATT_STAGE_EVENT, 0, 0, "out of memory"};
    byte_marks bytes = {0};
    att_article a = {.id = ATT_LIT("relate"), .text = strip_marks(marked, text, &bytes), .meta = {.published = ATT_NO_DAY}};
    const att_doc *doc;
    att_err e = att_worker_code(w, &a, ATT_NO_DAY, &doc);
    *out = (att_relation){.type = ATT_ACCUSE, .cameo = ATT_LIT("110"), .confidence = 0.1};
    if (!att_failed(e)) decide(w, &bytes, out);
    free(text);
    return e;
}
