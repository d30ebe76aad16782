#include "figure/unit.h"

#include <stdio.h>

#include "base/data.h"
#include "text/token_words.h"

enum { REACH = 8 }; /* tokens between a number and its noun */

att_slice att_units_open(void)
{
    att_slice s = att_data("text/units.txt"), line;
    for (att_slice rest = s; att_split(&rest, '\n', &line) && line.len && line.ptr[0] == '#';) s = rest;
    return s;
}

bool att_unit_word(att_slice units, att_slice lower, att_slice *name, att_unit_kind *kind)
{
    static const struct {
        const char *name;
        att_unit_kind kind;
    } KINDS[] = {{"money", ATT_UNIT_MONEY},   {"pound", ATT_UNIT_MONEY},   {"percent", ATT_UNIT_PERCENT}, {"measure", ATT_UNIT_MEASURE},
                 {"people", ATT_UNIT_PEOPLE}, {"strong", ATT_UNIT_STRONG}, {"time", ATT_UNIT_TIME}, {"none", ATT_UNIT_UNCOUNTED}};
    att_slice rest;
    if (!att_line_find(units, lower, &rest)) return false;
    uint32_t bar = att_find(rest, ATT_LIT(" | "), 0);
    att_slice k = att_trim(att_sub(rest, bar + 3 <= rest.len ? bar + 3 : rest.len, rest.len));
    *name = att_sub(rest, 0, bar);
    *kind = ATT_UNIT_NOUN;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (att_is(k, KINDS[i].name)) *kind = KINDS[i].kind;
    if (att_is(k, "pound")) *name = ATT_LIT("GBP");
    return true;
}

uint32_t att_unit_before(att_slice units, const att_doc *doc, uint32_t beg, att_unit *u)
{
    if (beg <= doc->sents.at[doc->toks.at[beg].sent].tok_beg) return 0;
    att_slice name, w = doc->toks.at[beg - 1].lower;
    att_unit_kind kind;
    bool code = w.len == 3 && (doc->toks.at[beg - 1].flags & ATT_TOK_UPPER);
    bool sign = w.len && (!att_is_alpha((unsigned char)w.ptr[0]) || att_ends(w, "$") || att_is(w, "rs"));
    if (!(code || sign) || !att_unit_word(units, w, &name, &kind) || kind != ATT_UNIT_MONEY) return 0;
    *u = (att_unit){ATT_UNIT_MONEY, name, beg - 1, beg, false};
    return beg - 1;
}

static const att_tok *tok(const att_doc *doc, uint32_t t) { return &doc->toks.at[t]; }

static void take_noun(att_slice units, const att_doc *doc, uint32_t t, att_unit *u)
{
    const att_tok *k = tok(doc, t);
    u->tok = t;
    u->end = t + 1;
    if (!att_unit_word(units, k->lower, &u->name, &u->kind)) {
        u->kind = ATT_UNIT_NOUN;
        u->name = k->lower;
    }
    /* "500 pounds of explosives" is weight */
    if (att_starts(k->lower, "pound") && t + 1 < doc->toks.n && att_is(tok(doc, t + 1)->lower, "of")) {
        u->kind = ATT_UNIT_MEASURE;
        u->name = ATT_LIT("pounds");
    }
    if (att_starts(k->lower, "percentage") && t + 1 < doc->toks.n && att_starts(tok(doc, t + 1)->lower, "point")) {
        u->kind = ATT_UNIT_PERCENT;
        u->name = ATT_LIT("percentage points");
        u->end = t + 2;
    }
}

/* The token of the number that the tree hangs on something outside of it. */
static uint32_t top(const att_doc *doc, const att_number *n)
{
    for (uint32_t t = n->beg; t < n->end; t++)
        if (tok(doc, t)->head < n->beg || tok(doc, t)->head >= n->end) return t;
    return n->end - 1;
}

/* "15 PKK *members*", "seven prosecutor's *offices*": a noun in the singular is not what more than one is counted of. */
static uint32_t past_owner(const att_doc *doc, uint32_t h, uint32_t stop)
{
    while (tok(doc, h)->upos == ATT_PROPN || (att_is_noun(tok(doc, h)) && att_eq(tok(doc, h)->lemma, tok(doc, h)->lower))) {
        uint32_t up = tok(doc, h)->head;
        if (tok(doc, h)->deprel != ATT_DEP_COMPOUND && tok(doc, h)->deprel != ATT_DEP_NMOD_POSS) break;
        if (up <= h || up >= stop || up > h + REACH || !att_is_noun(tok(doc, up))) break;
        h = up;
    }
    return h;
}

/* The noun that the tree says the number counts. */
static uint32_t noun_by_tree(const att_doc *doc, const att_number *n, uint32_t stop)
{
    const att_tok *t = tok(doc, top(doc, n));
    uint32_t h = t->head;
    if (h < n->end || h >= stop || h >= n->end + REACH) return 0;
    if (tok(doc, h)->upos == ATT_SYM && h + 1 < stop && tok(doc, h + 1)->upos == ATT_NUM) return 0; /* the "$" of the next sum */
    if (t->deprel != ATT_DEP_NUMMOD && t->deprel != ATT_DEP_AMOD && t->deprel != ATT_DEP_COMPOUND && t->deprel != ATT_DEP_DET) return 0;
    for (uint32_t k = n->end; k < h; k++)
        if (att_is(tok(doc, k)->lower, ",") && t->deprel != ATT_DEP_NUMMOD) return 0;
    if (n->value != 1) h = past_owner(doc, h, stop);
    return att_is_noun(tok(doc, h)) || tok(doc, h)->upos == ATT_SYM || tok(doc, h)->upos == ATT_ADJ ? h : 0;
}

/* Without a tree that helps: the last noun of the run of adjectives and nouns behind the number. */
static uint32_t noun_by_side(const att_doc *doc, uint32_t at, uint32_t stop)
{
    uint32_t last = 0, end = stop - at > REACH ? at + REACH : stop;
    for (uint32_t t = at; t < end; t++) {
        const att_tok *k = tok(doc, t);
        if (att_is_noun(k)) {
            last = t;
            continue;
        }
        if (last && k->upos == ATT_PART && t + 1 < end && (att_is(k->lower, "'s") || att_is(k->lower, "\xE2\x80\x99s") || att_is(k->lower, "'"))) { /* "three of the country's mayors" */
            last = 0;
            continue;
        }
        bool hyphen = att_is(k->lower, "-") && t > at && t + 1 < end && !(k->flags & ATT_TOK_SPACE_AFTER);
        bool joined = (att_is(k->lower, "and") || att_is(k->lower, ",")) && t > at && tok(doc, t - 1)->upos == ATT_ADJ && tok(doc, t + 1 < end ? t + 1 : t)->upos == ATT_ADJ;
        bool modifier = k->upos == ATT_ADJ || (k->upos == ATT_VERB && !last && t > at - 1 && att_ends(k->lower, "ed") && t + 1 < end && att_is_noun(tok(doc, t + 1))) ||
                        (k->upos == ATT_ADV && t + 1 < end && tok(doc, t + 1)->upos == ATT_ADJ);
        if (last && !hyphen) return last;
        if (!modifier && !hyphen && !joined) return 0;
    }
    return last;
}

/* "21 of the schoolgirls", "thousands of protesters": the noun behind "of". */
static uint32_t noun_behind_of(const att_doc *doc, uint32_t at, uint32_t stop)
{
    uint32_t t = at + 1, end = stop - at > REACH ? at + REACH : stop;
    while (t < end && (tok(doc, t)->upos == ATT_DET || tok(doc, t)->upos == ATT_PRON || tok(doc, t)->upos == ATT_NUM || att_is(tok(doc, t)->lower, "#"))) t++;
    if (t < end && tok(doc, t)->form.len > 1 && tok(doc, t)->form.ptr[0] == '#') return t; /* 21 of the #Chibokgirls */
    return t < end ? noun_by_side(doc, t, stop) : 0;
}

/* "300 - km", "half - billion - dollar", "500 - strong": number and measure in one word. */
static bool compound(att_slice units, const att_doc *doc, uint32_t at, uint32_t stop, att_unit *u)
{
    if (at + 1 >= stop || !att_is(tok(doc, at)->lower, "-") || (tok(doc, at)->flags & ATT_TOK_SPACE_AFTER)) return false;
    u->compound = true;
    if (!att_unit_word(units, tok(doc, at + 1)->lower, &u->name, &u->kind)) return true;
    u->tok = at + 1;
    u->end = at + 2;
    return true;
}

/* "30 billion Canadian dollars", "5,000 Swiss francs": whose money it is names the currency, and nobody who has it. */
static bool foreign_money(att_slice units, const att_doc *doc, uint32_t at, uint32_t stop, att_unit *u)
{
    char pair[48];
    att_slice whose = tok(doc, at)->lower, name;
    att_unit_kind kind;
    if (at + 1 >= stop || !(tok(doc, at)->flags & ATT_TOK_CAP)) return false;
    att_slice money = tok(doc, at + 1)->lower;
    if (!att_unit_word(units, money, &name, &kind) || kind != ATT_UNIT_MONEY || !att_is_alpha((unsigned char)money.ptr[0])) return false;
    int n = snprintf(pair, sizeof pair, "%.*s dollar", (int)whose.len, whose.ptr);
    bool dollar = att_is(name, "USD") && n > 0 && (size_t)n < sizeof pair;
    if (dollar && !att_unit_word(units, att_slice_of(pair), &name, &kind)) name = ATT_LIT("dollars");
    *u = (att_unit){ATT_UNIT_MONEY, name, at + 1, at + 2, false};
    return true;
}

/* A dash and "nil" between the numbers of a table may be tagged as nouns. */
static bool names_something(const att_doc *doc, uint32_t t)
{
    static const char *const NONE[] = {"nil", "vs", "vs.", "n.a.", "n/a", NULL};
    att_slice w = tok(doc, t)->lower;
    for (uint32_t i = 0; i < w.len; i++)
        if (att_is_alpha((unsigned char)w.ptr[i]) || (unsigned char)w.ptr[i] >= 0xC3) return !att_in(w, NONE);
    return false;
}

void att_unit_behind(att_slice units, const att_doc *doc, const att_number *n, uint32_t stop, att_unit *u)
{
    uint32_t at = n->end;
    *u = (att_unit){.end = at};
    if (at >= stop || compound(units, doc, at, stop, u)) return;
    att_slice w = tok(doc, at)->lower, name;
    att_unit_kind kind;
    if (att_is(w, "per") && at + 1 < stop && att_is(tok(doc, at + 1)->lower, "cent")) {
        *u = (att_unit){ATT_UNIT_PERCENT, ATT_LIT("percent"), at, at + 2, false};
        return;
    }
    if (att_unit_word(units, w, &name, &kind) && (kind == ATT_UNIT_MONEY || kind == ATT_UNIT_PERCENT || kind == ATT_UNIT_MEASURE || kind == ATT_UNIT_TIME)) {
        /* "m" is metres behind a small number only; "2.7 m people" are millions, which number.c reads when money says so */
        take_noun(units, doc, at, u);
        return;
    }
    if (foreign_money(units, doc, at, stop, u)) return;
    uint32_t noun = att_is(w, "of") ? noun_behind_of(doc, at, stop) : noun_by_tree(doc, n, stop);
    if (!noun && !att_is(w, "of")) noun = noun_by_side(doc, at, stop);
    if (noun && !names_something(doc, noun)) noun = 0;
    if (noun) {
        take_noun(units, doc, noun, u);
    } else if (att_is(w, "others") || att_is(w, "dead") || att_is(w, "injured") || att_is(w, "wounded") || att_is(w, "killed") || att_is(w, "more")) {
        *u = (att_unit){ATT_UNIT_PEOPLE, ATT_LIT("people"), at, at + 1, false}; /* "1,000 injured", "two others" */
    }
}
