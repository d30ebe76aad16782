#include "position/topic.h"

#include "base/lexicon.h"

enum { BAG = 120, NEAR_SENTS = 4 };

void att_phrase_put(att_phrase *p, att_slice w)
{
    if (!w.len || p->len + w.len + 1 > ATT_PHRASE_BYTES) return;
    if (p->len) p->text[p->len++] = ' ';
    memcpy(p->text + p->len, w.ptr, w.len);
    p->len += w.len;
}

/* The words of a content. */
typedef struct {
    const att_doc *doc;
    uint32_t tok[BAG];
    uint32_t n;
} bag;

static void fill_bag(const att_voices *v, uint32_t tok, att_span content, bag *b)
{
    const att_doc *doc = v->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[tok].sent];
    *b = (bag){.doc = doc};
    for (uint32_t t = s->tok_beg; t < s->tok_end && b->n < BAG; t++) {
        const att_tok *k = &doc->toks.at[t];
        if (k->span.beg >= content.beg && k->span.end <= content.end && k->upos != ATT_PUNCT) b->tok[b->n++] = t;
    }
}

/* A dictionary form, a form, or the body that the word stands for ("the alliance" of the code IGO:NATO). */
static bool is_word(const att_doc *doc, uint32_t t, att_slice w)
{
    const att_tok *k = &doc->toks.at[t];
    if (att_eq_nocase(k->lemma, w) || att_eq(k->lower, w)) return true;
    att_id m = doc->tok_mention[t];
    att_slice code = m ? doc->entities.at[doc->mentions.at[m].entity].code : (att_slice){0};
    return att_starts(code, "IGO:") && att_eq_nocase(att_sub(code, 4, code.len), w);
}

/* Index in the bag, or BAG. */
static uint32_t bag_find(const bag *b, att_slice w)
{
    for (uint32_t i = 0; i < b->n; i++)
        if (is_word(b->doc, b->tok[i], w)) return i;
    return BAG;
}

/* Tokens between the content and the word before it, 0 = not near. */
static uint32_t near_by(const bag *b, att_slice w)
{
    if (!b->n) return 0;
    att_id sent = b->doc->toks.at[b->tok[0]].sent;
    uint32_t from = b->doc->sents.at[sent > NEAR_SENTS ? sent - NEAR_SENTS : 1].tok_beg;
    for (uint32_t t = b->tok[b->n - 1]; t >= from && t; t--)
        if (is_word(b->doc, t, w)) return b->tok[b->n - 1] - t + 1;
    return 0;
}

/* How a wording was found in a bag. */
typedef struct {
    uint64_t used[2]; /* words of the bag */
    uint32_t far;     /* 0 when they all stand in it, else how far off the one is that needn't */
    bool against;     /* one of its words says that it shall not be */
} fit;

static bool wording_in(const bag *b, att_slice words, fit *f)
{
    att_slice w;
    *f = (fit){.far = 0};
    while (att_split(&words, ' ', &w)) {
        bool may_be_near = att_ends(w, "?"), no = att_ends(w, "!");
        if (may_be_near || no) w = att_sub(w, 0, w.len - 1);
        f->against |= no;
        uint32_t i = bag_find(b, w);
        if (i != BAG) f->used[i / 64] |= 1ull << (i % 64);
        else if (!may_be_near || !(f->far = near_by(b, w))) return false;
    }
    return true;
}

att_slice att_topic_party_name(const att_doc *doc, att_id mention)
{
    const att_mention *men = &doc->mentions.at[mention];
    return doc->entities.at[men->members.n ? men->members.at[0] : men->entity].name;
}

/* The first party in the bag that is neither the holder nor part of the wording. */
static att_slice party_of(const att_voices *v, const bag *b, const uint64_t used[2], att_id holder)
{
    for (uint32_t i = 0; i < b->n; i++) {
        if (used[i / 64] & 1ull << (i % 64)) continue;
        att_id m = v->doc->tok_mention[b->tok[i]];
        if (!m || !v->doc->mentions.at[m].entity || att_same_party(v->doc, m, holder)) continue;
        att_slice name = att_topic_party_name(v->doc, m);
        if (name.len && v->doc->entities.at[v->doc->mentions.at[m].entity].political) return name;
    }
    return (att_slice){0};
}

static bool above_topic(const bag *b, const uint64_t used[2], uint32_t tok)
{
    for (uint32_t i = 0; i < b->n; i++)
        if (used[i / 64] & 1ull << (i % 64) && att_dominates(b->doc, tok, b->tok[i])) return true;
    return false;
}

/* "be barred from NATO", "never join", "end any possibility of": an odd number of words above the topic that keep it from being. */
static bool prevented(const att_voices *v, const bag *b, const uint64_t used[2], const att_subject *about)
{
    static const char *const NOT[] = {"not", "n't", "never", "no", "without", "against", NULL};
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->n; i++) {
        const att_tok *k = &v->doc->toks.at[b->tok[i]];
        if (used[i / 64] & 1ull << (i % 64) || b->tok[i] == about->own) continue;
        char pos = k->upos == ATT_VERB ? 'v' : k->upos == ATT_NOUN ? 'n' : 0;
        bool denied = att_in(k->lower, NOT) && k->head && k->head != about->negated && above_topic(b, used, k->head);
        bool prevents = pos && att_word_classes(v->lex, k->lemma, pos) & ATT_W_PREVENT && above_topic(b, used, b->tok[i]);
        n += denied || prevents;
    }
    return n % 2;
}

/* Topics in the order of the file; one of which a word only stands near by gives way to all others, and to one that stands nearer. */
const att_topic *att_topic_in(const att_voices *v, const att_subject *about, att_phrase *p, bool *against)
{
    const att_topic *best = NULL;
    fit now, top = {.far = UINT32_MAX};
    bag b;
    fill_bag(v, about->tok, about->content, &b);
    for (uint32_t i = 0; i < v->lex->topics.n && top.far; i++) {
        att_slice rest = v->lex->topics.at[i].wordings, words;
        while (top.far && att_lex_alt(&rest, &words))
            if (wording_in(&b, words, &now) && now.far < top.far) best = &v->lex->topics.at[i], top = now;
    }
    if (!best) return NULL;
    att_phrase_put(p, best->name);
    att_slice who = best->link.len ? party_of(v, &b, top.used, about->holder) : (att_slice){0};
    if (who.len) att_phrase_put(p, best->link), att_phrase_put(p, who);
    *against = prevented(v, &b, top.used, about) != top.against;
    return best;
}
