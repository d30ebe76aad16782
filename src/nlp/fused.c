/* fused.c: words that have lost the space between them in extraction ("Macronwho", "infrastructurekilling", "talksThe").
 *
 * Only what the language model's vocabulary does not know is looked at, and only these are parted, for a wrong cut in a rare word does more
 * harm than a fused one: a known word and a small word behind it; two long known words, the second a participle; a capital after a known
 * small-letter word. Both parts must be known.
 */
#include "base/hash.h"
#include "nlp/model_int.h"
#include "nlp/nlp.h"

enum { LEAST = 6, MOST = 40, LONG = 8 };

/* The vocabulary's key of a word of letters alone (nlp/features.c makes the same of it). */
static bool known(const att_model *m, att_slice lower) { return att_model_word(m, att_hash(lower)) != 0; }

static bool knows(const att_model *m, const att_tok *k, uint32_t beg, uint32_t end) { return known(m, att_sub(k->lower, beg, end)); }

static bool plain(const att_tok *k)
{
    for (uint32_t i = 0; i < k->form.len; i++)
        if (!att_is_alpha((unsigned char)k->form.ptr[i])) return false;
    return k->form.len == k->span.end - k->span.beg && k->form.len == k->lower.len;
}

/* Bytes of the first word, 0 = it is one. */
static uint32_t cut_of(const att_model *m, const att_tok *k)
{
    static const char *const SMALL[] = {"who", "which", "that", "said", "says", "was", "were", "has", "had", "will", "would", "when", "while",
                                        "after", "before", "with", "from", NULL};
    uint32_t n = k->form.len;
    if (!(k->flags & ATT_TOK_ALPHA) || (k->flags & ATT_TOK_UPPER) || n < LEAST || n > MOST) return 0;
    if (known(m, k->lower) || !plain(k)) return 0;
    for (uint32_t i = 1; i + 1 < n; i++) /* an inner capital: "talksThe", but not "iPhone" or "McDonald" */
        if (att_is_upper((unsigned char)k->form.ptr[i]))
            return i >= 4 && n - i >= 3 && att_is_lower((unsigned char)k->form.ptr[0]) && knows(m, k, 0, i) && knows(m, k, i, n) ? i : 0;
    for (int s = 0; SMALL[s]; s++) {
        uint32_t len = (uint32_t)strlen(SMALL[s]);
        if (n > len + 3 && att_ends(k->lower, SMALL[s]) && knows(m, k, 0, n - len)) return n - len;
    }
    for (uint32_t i = LONG; att_ends(k->lower, "ing") && i + LONG - 1 <= n; i++)
        if (knows(m, k, 0, i) && knows(m, k, i, n)) return i;
    return 0;
}

/* Makes two of token from; to[0] and to[1]. */
static void part(const att_tok *from, uint32_t at, att_tok *to)
{
    uint32_t n = from->form.len;
    to[0] = to[1] = *from;
    to[0].span.end = to[1].span.beg = from->span.beg + at;
    to[0].form = att_sub(from->form, 0, at), to[0].lower = att_sub(from->lower, 0, at);
    to[1].form = att_sub(from->form, at, n), to[1].lower = att_sub(from->lower, at, n);
    to[0].flags &= (uint8_t)~ATT_TOK_SPACE_AFTER;
    to[1].flags &= (uint8_t)~(ATT_TOK_FIRST | ATT_TOK_CAP);
    if (att_is_upper((unsigned char)to[1].form.ptr[0])) to[1].flags |= ATT_TOK_CAP;
}

void att_fused_part(const att_model *m, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    uint8_t *cut = att_new(doc->scratch, uint8_t, doc->toks.n);
    uint32_t more = 0;
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if ((cut[t] = (uint8_t)cut_of(m, &doc->toks.at[t]))) more++;
    if (more) {
        att_tok *to = att_new(doc->keep, att_tok, (size_t)doc->toks.n + more);
        uint32_t n = 1;
        for (uint32_t s = 1; s < doc->sents.n; s++) {
            att_sent *sent = &doc->sents.at[s];
            uint32_t t = sent->tok_beg, end = sent->tok_end;
            sent->tok_beg = n;
            for (; t < end; t++) {
                if (cut[t]) part(&doc->toks.at[t], cut[t], &to[n]), n += 2;
                else to[n++] = doc->toks.at[t];
            }
            sent->tok_end = n;
        }
        doc->toks.at = to;
        doc->toks.n = doc->toks.cap = n;
    }
    att_arena_rewind(doc->scratch, mark);
}
