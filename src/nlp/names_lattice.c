/* names_lattice.c: the words of a document as the features see them, and the stretches in which names can stand. */
#include "nlp/features.h"
#include "nlp/names_int.h"

/* Capital and position. */
enum { CAPS_NONE, CAPS_FIRST, CAPS_INSIDE, CAPS_ALL, CAPS_ALL_FIRST, CAPS_INITIAL, CAPS_DIGIT, CAPS_OTHER };
enum { STYLE_USUAL, STYLE_ALL, STYLE_TITLE, STYLE_NONE };
enum { CLASS_PROBES = 64, GAP_MAX = 3 };

static uint8_t caps_of(const att_tok *k)
{
    bool first = k->flags & ATT_TOK_FIRST;
    if (k->flags & ATT_TOK_DIGIT) return CAPS_DIGIT;
    if (k->flags & ATT_TOK_UPPER) return first ? CAPS_ALL_FIRST : CAPS_ALL;
    if (k->flags & ATT_TOK_CAP) return k->form.len == 2 && k->form.ptr[1] == '.' ? CAPS_INITIAL : first ? CAPS_FIRST : CAPS_INSIDE;
    return k->flags & ATT_TOK_ALPHA ? CAPS_NONE : CAPS_OTHER;
}

static uint8_t style_of(const att_doc *doc, const att_sent *s)
{
    uint32_t words = 0, caps = 0, upper = 0;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        const att_tok *k = &doc->toks.at[t];
        if (!(k->flags & ATT_TOK_ALPHA) || k->form.len < 4) continue;
        words++;
        caps += (k->flags & ATT_TOK_CAP) != 0;
        upper += (k->flags & ATT_TOK_UPPER) != 0;
    }
    if (words >= 2 && upper * 10 >= words * 8) return STYLE_ALL;
    if (words >= 3 && caps * 10 >= words * 8) return STYLE_TITLE;
    return words && !caps ? STYLE_NONE : STYLE_USUAL;
}

static const att_names_class *class_of(const att_names_class *classes, uint64_t word)
{
    static const att_names_class NONE = {0};
    uint32_t hash = (uint32_t)(word >> 32), mask = (1u << NAMES_SLOT_BITS) - 1;
    for (uint32_t i = 0; classes && hash && i < CLASS_PROBES; i++) {
        const att_names_class *c = &classes[(hash + i) & mask];
        if (c->hash == hash) return c;
        if (c->hash == 0) break;
    }
    return &NONE;
}

/* Names of several words in the long lists, the longest from each first word on. */
static void mark_listed(att_names_lattice *l, const att_names_class *classes, const att_sent *s)
{
    for (uint32_t t = s->tok_beg, best; t < s->tok_end; t = best > t ? best : t + 1) {
        best = t;
        if (!(l->word[t].lists & NAMES_L_BEGINS)) continue;
        uint64_t h = att_names_phrase_step(0, l->word[t].lower);
        uint8_t bits = 0;
        for (uint32_t k = t + 1; k < s->tok_end && k < t + NAMES_LISTED_MAX; k++) {
            h = att_names_phrase_step(h, l->word[k].lower);
            uint8_t found = class_of(classes, h)->lists & (NAMES_L_TOWN | NAMES_L_ORG);
            if (found) bits = found, best = k + 1;
        }
        for (uint32_t k = t; k < best; k++) l->word[k].listed = bits | (k > t);
    }
}

static bool is_joint(const att_tok *k)
{
    return att_is(k->lower, "-") || att_is(k->lower, ",");
}

/* The longest name of the dictionaries at token t; flags its words. Returns its end. */
static uint32_t mark_phrase(att_names_lattice *l, const att_names_words *words, uint32_t t, uint32_t end)
{
    uint32_t longest = att_names_get(&words->begins, l->word[t].lower), count = 0, best = t;
    uint8_t flags = 0;
    uint64_t h = 0;
    for (uint32_t k = t; k < end && count < longest; k++) {
        if (k > t && is_joint(&l->doc->toks.at[k])) continue;
        h = att_names_phrase_step(h, l->word[k].lower);
        count++;
        uint8_t f = att_names_get(&words->phrases, h);
        if (f) flags = f, best = k + 1;
    }
    for (uint32_t k = t; k < best; k++) {
        l->word[k].phrase = flags;
        l->word[k].place = best == t + 1 ? 1 : k == t ? 2 : k + 1 == best ? 4 : 3;
    }
    return best > t ? best : t + 1;
}

static void look(att_names_lattice *l, const att_names_words *words, const att_names_class *classes, uint32_t t, uint8_t style)
{
    const att_tok *k = &l->doc->toks.at[t];
    att_names_word *w = &l->word[t];
    att_word_features f;
    att_word_features_of(k->form, k->lower, &f);
    *w = (att_names_word){.lower = att_hash(k->lower), .form = f.sub[ATT_PREFIXES + ATT_SUFFIXES], .shape = f.sub[ATT_PREFIXES + ATT_SUFFIXES + 1],
                          .prefix = {f.sub[1], f.sub[2], f.sub[3]}, .suffix = {f.sub[ATT_PREFIXES + 1], f.sub[ATT_PREFIXES + 2], f.sub[ATT_PREFIXES + 3]},
                          .caps = caps_of(k), .style = style};
    w->words = att_names_get(&words->words, w->lower);
    const att_names_class *c = class_of(classes, f.word);
    w->fine = c->fine;
    w->coarse = c->coarse;
    w->lists = c->lists;
}

static bool closed_class(uint8_t upos)
{
    return upos == ATT_PRON || upos == ATT_AUX || upos == ATT_ADP || upos == ATT_DET || upos == ATT_CCONJ || upos == ATT_PART || upos == ATT_ADV ||
           upos == ATT_SCONJ;
}

static bool can_be_named(const att_tok *k, const att_names_word *w)
{
    if (k->upos == ATT_PROPN) return true;
    if (k->upos == ATT_PUNCT) return false;
    if (k->flags & ATT_TOK_CAP) return w->caps != CAPS_FIRST || !(k->upos == ATT_PRON || k->upos == ATT_AUX);
    if (w->style == STYLE_NONE && w->lists && (k->upos == ATT_NOUN || k->upos == ATT_ADJ || k->upos == ATT_X)) return true; /* "from mexico" */
    if (w->listed && w->style == STYLE_NONE && !closed_class(k->upos)) return true; /* "taco bell" */
    uint8_t known = NAMES_P_LOC | NAMES_P_ORG | (w->style == STYLE_NONE ? NAMES_P_PER : 0); /* "frank" is no Frank where others have capitals */
    return (w->phrase & known) && !closed_class(k->upos) && k->upos != ATT_VERB;
}

/* Words that names hold between their capitals: "of the", "and", "-", "747". */
static bool can_join(const att_tok *k)
{
    return k->upos == ATT_ADP || k->upos == ATT_DET || k->upos == ATT_CCONJ || k->upos == ATT_PART || k->upos == ATT_PUNCT || k->upos == ATT_NUM ||
           k->upos == ATT_SYM || k->upos == ATT_X;
}

static void cut_segments(att_names_lattice *l, const att_sent *s, att_arena *a)
{
    const att_tok *toks = l->doc->toks.at;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        if (!l->word[t].candidate) continue;
        uint32_t end = t + 1;
        for (uint32_t k = end; k < s->tok_end && k < end + GAP_MAX + 1; k++) {
            if (l->word[k].candidate) end = k + 1;
            else if (k == end && toks[k].upos == ATT_NUM) end = k + 1; /* "Channel 4" */
            else if (!can_join(&toks[k])) break;
        }
        *att_push(a, &l->segments) = (att_names_segment){t, end};
        t = end - 1;
    }
}

static att_names_tally *tally_slot(att_names_lattice *l, uint64_t lower)
{
    uint32_t key = (uint32_t)(lower >> 32) | 1, i = key & l->tally_mask;
    while (l->tally[i].key && l->tally[i].key != key) i = (i + 1) & l->tally_mask;
    return &l->tally[i];
}

static void more(uint16_t *n)
{
    if (*n < UINT16_MAX) ++*n;
}

/* How the words are written elsewhere: only words that are a candidate somewhere count. */
static void tally_letters(att_names_lattice *l, att_arena *a)
{
    uint32_t candidates = 0, cap = 64;
    for (uint32_t t = 1; t < l->doc->toks.n; t++) candidates += l->word[t].candidate;
    while (cap < candidates * 2) cap *= 2;
    l->tally = att_new(a, att_names_tally, cap);
    l->tally_mask = cap - 1;
    for (uint32_t t = 1; t < l->doc->toks.n; t++)
        if (l->word[t].candidate) tally_slot(l, l->word[t].lower)->key = (uint32_t)(l->word[t].lower >> 32) | 1;
    for (uint32_t t = 1; t < l->doc->toks.n; t++) {
        const att_names_word *w = &l->word[t];
        att_names_tally *n = tally_slot(l, w->lower);
        if (!n->key || (w->style != STYLE_USUAL && w->style != STYLE_NONE)) continue;
        if (w->caps == CAPS_NONE) more(&n->lower);
        if (w->caps == CAPS_INSIDE || w->caps == CAPS_ALL) more(&n->cap);
    }
}

void att_names_lattice_make(att_names_lattice *l, const att_names_words *words, const att_names_class *classes, const att_doc *doc, att_arena *a)
{
    *l = (att_names_lattice){.doc = doc, .word = att_new(a, att_names_word, doc->toks.n + 1)};
    for (att_id i = 1; i < doc->sents.n; i++) {
        const att_sent *s = &doc->sents.at[i];
        uint8_t style = style_of(doc, s);
        for (uint32_t t = s->tok_beg; t < s->tok_end; t++) look(l, words, classes, t, style);
        mark_listed(l, classes, s);
        for (uint32_t t = s->tok_beg; t < s->tok_end;) t = mark_phrase(l, words, t, s->tok_end);
        for (uint32_t t = s->tok_beg; t < s->tok_end; t++) l->word[t].candidate = can_be_named(&doc->toks.at[t], &l->word[t]);
        cut_segments(l, s, a);
    }
    tally_letters(l, a);
}

const att_names_tally *att_names_tally_of(const att_names_lattice *l, uint32_t tok)
{
    att_names_tally *tally = l->tally;
    uint32_t key = (uint32_t)(l->word[tok].lower >> 32) | 1, i = key & l->tally_mask;
    while (tally[i].key && tally[i].key != key) i = (i + 1) & l->tally_mask;
    return &tally[i];
}

void att_names_lattice_tell(att_names_lattice *l, const uint8_t *tags)
{
    l->tags = tags;
    for (uint32_t t = 1; t < l->doc->toks.n; t++) {
        const att_names_word *w = &l->word[t];
        if (!w->candidate) continue;
        att_names_tally *n = tally_slot(l, w->lower);
        if (tags[t]) more(&n->kind[NAMES_KIND(tags[t])]);
        else if (w->caps == CAPS_INSIDE || w->caps == CAPS_ALL) more(&n->kind[0]);
        bool last = tags[t] == NAMES_I_PER && (t + 1 == l->doc->toks.n || tags[t + 1] != NAMES_I_PER);
        if (last) more(&n->last);
    }
}
