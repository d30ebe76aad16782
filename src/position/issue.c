#include "position/issue.h"

#include "base/lexicon.h"

enum { PHRASE = 160, BAG = 120 };

typedef struct {
    char text[PHRASE];
    uint32_t len;
} phrase;

/* Words that don't fit are left out whole; a phrase is short by its nature. */
static void put(phrase *p, att_slice w)
{
    if (!w.len || p->len + w.len + 1 > PHRASE) return;
    if (p->len) p->text[p->len++] = ' ';
    memcpy(p->text + p->len, w.ptr, w.len);
    p->len += w.len;
}

/* ---- known topics ---- */

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

/* Index in the bag of a word, which may be a lemma or a form; BAG = not there. */
static uint32_t bag_find(const bag *b, att_slice w)
{
    for (uint32_t i = 0; i < b->n; i++) {
        const att_tok *k = &b->doc->toks.at[b->tok[i]];
        if (att_eq_nocase(k->lemma, w) || att_eq(k->lower, w)) return i;
    }
    return BAG;
}

static bool wording_in(const bag *b, att_slice words, uint64_t used[2])
{
    att_slice w;
    used[0] = used[1] = 0;
    while (att_split(&words, ' ', &w)) {
        uint32_t i = bag_find(b, w);
        if (i == BAG) return false;
        used[i / 64] |= 1ull << (i % 64);
    }
    return true;
}

static att_slice party_name(const att_doc *doc, att_id m)
{
    const att_mention *men = &doc->mentions.at[m];
    const att_entity *e = &doc->entities.at[men->members.n ? men->members.at[0] : men->entity];
    return e->name;
}

/* The first party in the bag that is neither the holder nor part of the wording. */
static att_slice party_of(const att_voices *v, const bag *b, const uint64_t used[2], att_id holder)
{
    for (uint32_t i = 0; i < b->n; i++) {
        if (used[i / 64] & 1ull << (i % 64)) continue;
        att_id m = v->doc->tok_mention[b->tok[i]];
        if (!m || !v->doc->mentions.at[m].entity || att_same_party(v->doc, m, holder)) continue;
        att_slice name = party_name(v->doc, m);
        if (name.len && v->doc->entities.at[v->doc->mentions.at[m].entity].political) return name;
    }
    return (att_slice){0};
}

static bool known_topic(const att_voices *v, const bag *b, att_id holder, phrase *p)
{
    for (uint32_t i = 0; i < v->lex->topics.n; i++) {
        const att_topic *t = &v->lex->topics.at[i];
        att_slice rest = t->wordings, words;
        uint64_t used[2];
        while (att_lex_alt(&rest, &words)) {
            if (!wording_in(b, words, used)) continue;
            put(p, t->name);
            att_slice who = t->link.len ? party_of(v, b, used, holder) : (att_slice){0};
            if (who.len) put(p, t->link), put(p, who);
            return true;
        }
    }
    return false;
}

/* ---- phrases of other topics ---- */

static bool plural_only(att_slice w)
{
    static const char *const LIST[] = {"sanctions", "talks", "troops", "negotiations", "rights", "elections", "forces", "weapons", "attacks", "ties", "tariffs", "arms", NULL};
    return att_in(w, LIST);
}

static att_slice noun_form(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    if (k->upos == ATT_PROPN) return k->form;
    return plural_only(k->lower) ? k->lower : k->lemma;
}

/* Adjectives and nouns that narrow the noun down; no articles, numbers, quantities, judging words, owners. */
static void put_modifiers(const att_voices *v, uint32_t head, phrase *p)
{
    static const char *const VAGUE[] = {"new", "other", "such", "more", "further", "many", "several", "any", "future", "own", "latest", "recent", NULL};
    const att_doc *doc = v->doc;
    for (uint32_t k = att_next_child(doc, head, 0); k && k < head; k = att_next_child(doc, head, k)) {
        const att_tok *m = &doc->toks.at[k];
        bool narrows = m->deprel == ATT_DEP_COMPOUND || (m->deprel == ATT_DEP_AMOD && m->upos == ATT_ADJ && !att_in(m->lower, VAGUE));
        if (!narrows || att_word_classes(v->lex, m->lemma, 'a') & (ATT_W_GOOD | ATT_W_BAD)) continue;
        att_id men = m->deprel == ATT_DEP_AMOD ? doc->tok_mention[k] : 0;
        if (!men) put(p, m->upos == ATT_PROPN || m->flags & ATT_TOK_CAP ? m->form : m->lower);
    }
}

static void put_noun(const att_voices *v, uint32_t head, att_id holder, uint32_t depth, phrase *p)
{
    const att_doc *doc = v->doc;
    att_id men = doc->tok_mention[head];
    att_slice name = men ? party_name(doc, men) : (att_slice){0};
    if (name.len && (doc->toks.at[head].upos == ATT_PROPN || doc->toks.at[head].upos == ATT_PRON)) {
        put(p, name);
        return;
    }
    put_modifiers(v, head, p);
    put(p, noun_form(doc, head));
    if (depth == 0) return;
    for (uint32_t k = att_next_child(doc, head, 0); k; k = att_next_child(doc, head, k)) {
        const att_tok *m = &doc->toks.at[k];
        bool owner = m->deprel == ATT_DEP_NMOD_POSS || (m->deprel == ATT_DEP_AMOD && doc->tok_mention[k]);
        if (owner && !att_same_party(doc, doc->tok_mention[k], holder) && doc->tok_mention[k]) {
            put(p, ATT_LIT("of"));
            put_noun(v, k, holder, 0, p);
        } else if (m->deprel == ATT_DEP_NMOD && k > head) {
            uint32_t c = att_child(doc, k, ATT_DEP_CASE, 0);
            if (c) put(p, doc->toks.at[c].lower), put_noun(v, k, holder, depth - 1, p);
        }
    }
}

static bool vowel(char c) { return memchr("aeiou", c, 5) != NULL; }

/* "slap" -> "slapp-": one vowel, one consonant behind it, one syllable. */
static bool doubles(const char *w, uint32_t n)
{
    uint32_t vowels = 0;
    for (uint32_t i = 0; i < n; i++) vowels += vowel(w[i]);
    return n >= 3 && vowels == 1 && vowel(w[n - 2]) && !vowel(w[n - 1]) && !memchr("wxy", w[n - 1], 3);
}

/* "withdraw" -> "withdrawal"; verbs without a noun of their own become "-ing". */
static void put_verb(const att_voices *v, uint32_t tok, bool *noun, phrase *p)
{
    att_slice lemma = v->doc->toks.at[tok].lemma;
    const uint32_t *at = att_map_get(&v->lex->nominals, lemma);
    *noun = at != NULL;
    if (at) {
        put(p, v->lex->nominal.at[*at]);
        return;
    }
    char buf[64];
    if (lemma.len == 0 || lemma.len + 4 > sizeof buf) return;
    memcpy(buf, lemma.ptr, lemma.len);
    uint32_t n = lemma.len;
    if (n > 2 && buf[n - 1] == 'e' && buf[n - 2] != 'e') n--;
    else if (doubles(buf, n)) buf[n] = buf[n - 1], n++;
    memcpy(buf + n, "ing", 3);
    put(p, (att_slice){buf, n + 3});
}

static void put_clause(const att_voices *v, uint32_t tok, att_id holder, phrase *p)
{
    const att_doc *doc = v->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[tok]];
    bool noun = false;
    if (doc->toks.at[tok].upos == ATT_VERB) put_verb(v, tok, &noun, p);
    else put_noun(v, tok, holder, 1, p);
    uint32_t about = c->obj && c->obj != tok ? c->obj : 0;
    if (about) {
        if (noun) put(p, ATT_LIT("of"));
        put_noun(v, about, holder, 1, p);
    } else if (c->subj && c->subj != tok && !att_same_party(doc, doc->tok_mention[c->subj], holder)) {
        put(p, ATT_LIT("of"));
        put_noun(v, c->subj, holder, 0, p);
    }
    for (uint32_t k = att_child(doc, tok, ATT_DEP_OBL, 0); k; k = att_child(doc, tok, ATT_DEP_OBL, k + 1)) {
        uint32_t cs = att_child(doc, k, ATT_DEP_CASE, 0);
        if (!cs || !doc->tok_mention[k] || k < tok) continue;
        put(p, doc->toks.at[cs].lower);
        put_noun(v, k, holder, 0, p);
        break;
    }
}

att_slice att_issue_of(const att_voices *v, uint32_t tok, att_span content, att_id holder)
{
    phrase p = {.len = 0};
    bag b;
    fill_bag(v, tok, content, &b);
    if (!known_topic(v, &b, holder, &p)) {
        if (v->doc->tok_clause[tok]) put_clause(v, tok, holder, &p);
        else put_noun(v, tok, holder, 2, &p);
    }
    return att_copy(v->doc->keep, (att_slice){p.text, p.len});
}
