#include "base/doc.h"

#include "base/limits.h"

#include <stdarg.h>
#include <stdio.h>

void att_doc_init(att_doc *doc, att_arena *keep, att_arena *scratch, att_slice text)
{
    *doc = (att_doc){.text = text, .keep = keep, .scratch = scratch};
    doc->meta.published = ATT_NO_DAY;
    (void)att_add(doc, paras);
    (void)att_add(doc, sents);
    (void)att_add(doc, toks);
    (void)att_add(doc, names);
    (void)att_add(doc, clauses);
    (void)att_add(doc, nominals);
    (void)att_add(doc, timexes);
    (void)att_add(doc, places);
    (void)att_add(doc, entities);
    (void)att_add(doc, mentions);
    (void)att_add(doc, events);
    (void)att_add(doc, statements);
    (void)att_add(doc, figures);
    (void)att_add(doc, notes);
    (void)att_add(doc, positions);
    (void)att_add(doc, claims);
    (void)att_add(doc, answers);
}

uint32_t att_lower_bound(const char *records, uint32_t n, size_t size, size_t offset, uint32_t tok)
{
    uint32_t lo = 1, hi = n ? n : 1;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2, at;
        memcpy(&at, records + (size_t)mid * size + offset, sizeof at);
        if (at < tok)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

uint32_t att_next_child(const att_doc *doc, uint32_t head, uint32_t after)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[head].sent];
    for (uint32_t t = after ? after + 1 : s->tok_beg; t < s->tok_end; t++)
        if (doc->toks.at[t].head == head) return t;
    return 0;
}

uint32_t att_child(const att_doc *doc, uint32_t head, att_deprel rel, uint32_t from)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[head].sent];
    for (uint32_t t = from > s->tok_beg ? from : s->tok_beg; t < s->tok_end; t++)
        if (doc->toks.at[t].head == head && doc->toks.at[t].deprel == rel) return t;
    return 0;
}

uint32_t att_top_of(const att_doc *doc, uint32_t beg, uint32_t end)
{
    uint32_t article = 0; /* "the U.S. attack": the article hangs under the noun, too, and is no head of "the U.S." */
    for (uint32_t t = beg; t < end; t++) {
        if (doc->toks.at[t].head >= beg && doc->toks.at[t].head < end) continue;
        if (doc->toks.at[t].upos != ATT_DET) return t;
        if (!article) article = t;
    }
    return article ? article : end - 1;
}

bool att_dominates(const att_doc *doc, uint32_t anc, uint32_t tok)
{
    /* bounded, so that a damaged tree can't hold anybody up */
    for (uint32_t steps = 0; tok && tok != anc && steps < ATT_MAX_SENTENCE_TOKENS; steps++) tok = doc->toks.at[tok].head;
    return tok == anc;
}

void att_subtree(const att_doc *doc, uint32_t tok, uint32_t *beg, uint32_t *end)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[tok].sent];
    uint32_t lo = tok, hi = tok;
    while (lo > s->tok_beg && att_dominates(doc, tok, lo - 1)) lo--;
    while (hi + 1 < s->tok_end && att_dominates(doc, tok, hi + 1)) hi++;
    *beg = lo;
    *end = hi + 1;
}

att_slice att_case_of(const att_doc *doc, uint32_t tok)
{
    uint32_t k = att_child(doc, tok, ATT_DEP_CASE, 0);
    /* "with North Korean leader Kim": the parser may hang the preposition to the title before the name */
    for (uint32_t j = att_next_child(doc, tok, 0); !k && j && j < tok; j = att_next_child(doc, tok, j))
        if (doc->toks.at[j].deprel == ATT_DEP_NMOD_DESC || doc->toks.at[j].deprel == ATT_DEP_COMPOUND) k = att_child(doc, j, ATT_DEP_CASE, 0);
    return k ? doc->toks.at[k].lower : (att_slice){0};
}

bool att_word_before(const att_doc *doc, uint32_t tok, uint32_t reach, const char *const *words)
{
    uint32_t first = doc->sents.at[doc->toks.at[tok].sent].tok_beg;
    for (uint32_t k = tok; k-- > first && k + reach >= tok;)
        if (att_in(doc->toks.at[k].lower, words)) return true;
    return false;
}

/* Words of the article, or those of its prose that don't begin a sentence; and how many of them have a capital. */
static uint32_t count_words(const att_doc *doc, bool body, uint32_t *caps)
{
    uint32_t words = 0;
    *caps = 0;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        bool inside = !body || (!(k->flags & ATT_TOK_FIRST) && doc->paras.at[doc->sents.at[k->sent].para].kind == ATT_BLOCK_BODY);
        if (!(k->flags & ATT_TOK_ALPHA) || !inside) continue;
        words++;
        *caps += (k->flags & ATT_TOK_CAP) != 0;
    }
    return words;
}

bool att_doc_lowercase(const att_doc *doc)
{
    enum { ENOUGH = 30 }; /* words that tell */
    uint32_t caps, words = count_words(doc, true, &caps);
    if (words >= ENOUGH) return caps * 100 < words; /* the headline, the publisher's lines and the first words of sentences may have them */
    words = count_words(doc, false, &caps);
    return words > 3 && caps * 100 < words;
}

static const char *const UPOS[ATT_UPOS_COUNT] = {"_",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                                 "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

const char *att_upos_name(att_upos u) { return u < ATT_UPOS_COUNT ? UPOS[u] : "_"; }

att_upos att_upos_of(att_slice name)
{
    for (int i = 1; i < ATT_UPOS_COUNT; i++)
        if (att_is(name, UPOS[i])) return (att_upos)i;
    return ATT_UPOS_NONE;
}

static const char *const DEPREL[ATT_DEPREL_COUNT] = {
#define X(name, text) text,
    ATT_DEPRELS(X)
#undef X
};

const char *att_deprel_name(att_deprel d) { return d < ATT_DEPREL_COUNT ? DEPREL[d] : "dep"; }

att_deprel att_deprel_of(att_slice name)
{
    for (int i = 1; i < ATT_DEPREL_COUNT; i++)
        if (att_is(name, DEPREL[i])) return (att_deprel)i;
    uint32_t colon = att_find(name, ATT_LIT(":"), 0);
    return colon < name.len ? att_deprel_of(att_sub(name, 0, colon)) : ATT_DEP_DEP;
}

void att_note_add(att_doc *doc, att_stage stage, uint32_t tok, const char *fmt, ...)
{
    if (!doc->tracing) return;
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0) return;
    char *p = att_take(doc->keep, (size_t)n + 1, 1);
    va_start(ap, fmt);
    vsnprintf(p, (size_t)n + 1, fmt, ap);
    va_end(ap);
    att_note *note = att_add(doc, notes);
    *note = (att_note){(uint16_t)stage, tok, {p, (uint32_t)n}};
}
