#include "nlp/verbs.h"

#include "base/data.h"

bool att_is_verb(att_slice lemma) { return att_data_has("text/verbs.txt", lemma); }

static bool try(att_arena *keep, att_slice stem, const char *end, att_slice *out)
{
    att_slice word = att_format(keep, "%.*s%s", (int)stem.len, stem.ptr, end);
    if (!att_is_verb(word)) return false;
    *out = word;
    return true;
}

/* Stems in the order of English spelling: "blam" + e, "stop(p)" - p, "carr(i)" + y, the bare stem. */
static bool from_stem(att_arena *keep, att_slice stem, att_slice *out)
{
    uint32_t n = stem.len;
    if (n < 2) return false;
    if (stem.ptr[n - 1] == 'i' && try(keep, att_sub(stem, 0, n - 1), "y", out)) return true;
    if (try(keep, stem, "", out) || try(keep, stem, "e", out)) return true;
    return stem.ptr[n - 1] == stem.ptr[n - 2] && try(keep, att_sub(stem, 0, n - 1), "", out);
}

att_slice att_verb_lemma(att_arena *keep, att_slice lower, att_slice lemma)
{
    static const char *const ENDS[] = {"ing", "ed", "es", "s", NULL};
    if (att_is_verb(lemma)) return lemma;
    att_slice found = lemma;
    for (int i = 0; ENDS[i]; i++) {
        uint32_t n = (uint32_t)strlen(ENDS[i]);
        if (lower.len > n + 1 && att_ends(lower, ENDS[i]) && from_stem(keep, att_sub(lower, 0, lower.len - n), &found)) return found;
    }
    return found;
}
