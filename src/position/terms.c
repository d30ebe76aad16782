#include "position/terms.h"

#include "base/buf.h"

enum { WORDS = 60 };

static uint32_t words_of(const att_voices *v, uint32_t beg, uint32_t end, uint32_t out[WORDS])
{
    const att_doc *doc = v->doc;
    uint32_t n = 0;
    for (uint32_t t = beg; t < end && n < WORDS; t++) {
        const att_tok *k = &doc->toks.at[t];
        char pos = k->upos == ATT_VERB ? 'v' : k->upos == ATT_ADJ ? 'a' : k->upos == ATT_NOUN || k->upos == ATT_PROPN ? 'n' : k->upos == ATT_NUM ? 'm' : 0;
        if (!pos || att_word_classes(v->lex, k->lemma, pos) & (ATT_W_EMPTY | ATT_W_REPORT | ATT_W_PROOF | ATT_W_DENIAL)) continue;
        if (att_entry_first(&v->lex->replies, k->lemma, pos)) continue;
        out[n++] = t;
    }
    return n;
}

/* One dictionary form, one entity, one stem ("violate", "violation"), or one happening ("return", "withdrawal"). */
static bool same_word(const att_voices *v, uint32_t a, uint32_t b)
{
    const att_doc *doc = v->doc;
    const att_tok *x = &doc->toks.at[a], *y = &doc->toks.at[b];
    if (att_eq_nocase(x->lemma, y->lemma)) return true;
    if (att_same_party(doc, doc->tok_mention[a], doc->tok_mention[b])) return true;
    if (att_words_kindred(v->lex, x->lemma, y->lemma)) return true;
    uint32_t n = 0, min = x->lemma.len < y->lemma.len ? x->lemma.len : y->lemma.len;
    while (n < min && att_lower_ascii(x->lemma.ptr[n]) == att_lower_ascii(y->lemma.ptr[n])) n++;
    return n >= 5 && x->upos != ATT_PROPN && y->upos != ATT_PROPN && n + 5 >= (x->lemma.len > y->lemma.len ? x->lemma.len : y->lemma.len);
}

uint32_t att_shared_words(const att_voices *v, uint32_t beg, uint32_t end, uint32_t beg2, uint32_t end2, uint32_t *few)
{
    uint32_t a[WORDS], b[WORDS], shared = 0;
    uint32_t n = words_of(v, beg, end, a), m = words_of(v, beg2, end2, b), parties = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool again = false, hit = false;
        for (uint32_t j = 0; j < i && !again; j++) again = same_word(v, a[i], a[j]);
        for (uint32_t j = 0; j < m && !again && !hit; j++) hit = same_word(v, a[i], b[j]);
        bool party = v->doc->tok_mention[a[i]] != 0; /* the parties of a conflict stand in every sentence of its article: together they count once */
        if (hit && (!party || parties++ == 0)) shared++;
    }
    *few = n < m ? n : m;
    return shared;
}

/* "RUS", "return|=withdrawal": the code of a party, else the dictionary form and the concepts that it tells of. */
static void put_term(const att_voices *v, uint32_t tok, att_buf *out)
{
    const att_doc *doc = v->doc;
    const att_tok *k = &doc->toks.at[tok];
    att_slice code = doc->entities.at[doc->mentions.at[doc->tok_mention[tok]].entity].code;
    if (out->len) att_put_char(out, ' ');
    if (doc->tok_mention[tok] && code.len && k->upos != ATT_NOUN) {
        att_put_slice(out, code);
        return;
    }
    for (uint32_t i = 0; i < k->lemma.len; i++) {
        char c = att_lower_ascii(k->lemma.ptr[i]);
        att_put_char(out, c == ' ' || c == '|' || c == '=' ? '-' : c);
    }
    uint64_t concepts = att_concepts_of(v->lex, k->lemma);
    for (uint32_t i = 0; concepts; i++, concepts >>= 1)
        if (concepts & 1) att_put_z(out, "|="), att_put_slice(out, v->lex->concepts.at[i]);
}

att_slice att_terms_of(const att_voices *v, uint32_t beg, uint32_t end)
{
    uint32_t words[WORDS], n = words_of(v, beg, end, words);
    att_buf b = {0};
    for (uint32_t i = 0; i < n; i++) {
        bool again = false;
        for (uint32_t j = 0; j < i && !again; j++) again = same_word(v, words[i], words[j]);
        if (!again) put_term(v, words[i], &b);
    }
    att_slice out = b.len ? att_copy(v->doc->keep, (att_slice){b.ptr, (uint32_t)b.len}) : (att_slice){0};
    att_buf_release(&b);
    return out;
}
