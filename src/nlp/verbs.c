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

static bool vowel(char c) { return memchr("aeiouy", c, 6) != NULL; }

/* "fined", "sniping": after one short vowel a bare stem would have doubled its last letter ("finned"), so an e was dropped. */
static bool e_was_dropped(att_slice stem)
{
    uint32_t n = stem.len;
    if (n < 3 || vowel(stem.ptr[n - 1]) || memchr("wx", stem.ptr[n - 1], 2) || !vowel(stem.ptr[n - 2])) return false;
    for (uint32_t i = 0; i + 2 < n; i++)
        if (vowel(stem.ptr[i])) return false;
    return true;
}

/* The learned rule may have found a verb that the form can't come from. */
static bool from_silent_e(att_arena *keep, att_slice lower, att_slice lemma, att_slice *out)
{
    bool ended = (att_ends(lower, "ed") && lower.len == lemma.len + 2) || (att_ends(lower, "ing") && lower.len == lemma.len + 3);
    return ended && att_eq(att_sub(lower, 0, lemma.len), lemma) && e_was_dropped(lemma) && try(keep, lemma, "e", out);
}

att_slice att_verb_lemma(att_arena *keep, att_slice lower, att_slice lemma, bool base)
{
    static const char *const ENDS[] = {"ing", "ed", "es", "s", NULL};
    att_slice found = lemma, row = att_data_row("text/irregular.txt", lower);
    if (row.len && !(base && att_is_verb(lower))) return att_sub(row, lower.len + 3, row.len); /* behind " | " */
    if (from_silent_e(keep, lower, lemma, &found) || att_is_verb(lemma)) return found;
    for (int i = 0; ENDS[i]; i++) {
        uint32_t n = (uint32_t)strlen(ENDS[i]);
        if (lower.len > n + 1 && att_ends(lower, ENDS[i]) && from_stem(keep, att_sub(lower, 0, lower.len - n), &found)) return found;
    }
    return att_is_verb(lower) ? lower : lemma;
}
