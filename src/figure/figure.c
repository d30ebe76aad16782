/* att_figures_find: every number that measures something.
 *
 * A number is read (number.c), with the money sign before it, a second number when it is a range, the words that bound it
 * (bound.c), and the noun that it counts (unit.c: by the tree, else by what stands beside it). exclude.c
 * throws out those that measure nothing. Whose it is and where are looked for in the noun phrase around it.
 */
#include "figure/figure.h"

#include "figure/bound.h"
#include "figure/exclude.h"
#include "figure/update.h"
#include "time/time.h"

enum { WINDOW = 40 }; /* tokens on either side in which a figure's place, owner and date are looked for */

typedef struct {
    att_doc *doc;
    att_slice units;
    att_id *place, *timex; /* token -> record that covers it */
} finder;

static const att_tok *tok(const finder *f, uint32_t t) { return &f->doc->toks.at[t]; }

/* A date or a time of day covers the token. */
static bool in_date(const finder *f, uint32_t t)
{
    att_id x = f->timex[t];
    return x && (f->doc->timexes.at[x].kind == ATT_TIMEX_DATE || f->doc->timexes.at[x].kind == ATT_TIMEX_TIME);
}

/* What is known about one number on its way to a record. */
typedef struct {
    att_number n;      /* the last one of a range */
    att_unit unit;
    double low, high;
    uint32_t beg, end; /* tokens of the whole figure */
    att_bound bound;
    bool range, bounded;
} found;

/* "10-15", "10 to 15", "between 10 and 15": read the second number, and spread its size over the first ("5-6 billion"). */
static void read_range(const finder *f, uint32_t stop, found *x)
{
    uint32_t at = x->n.end, sent = f->doc->sents.at[tok(f, x->beg)->sent].tok_beg;
    att_number second;
    if (at + 1 >= stop || x->n.vague) return;
    att_slice w = tok(f, at)->lower;
    bool between = x->beg > sent && att_is(tok(f, x->beg - 1)->lower, "between");
    bool from = x->beg > sent && att_is(tok(f, x->beg - 1)->lower, "from");
    bool dash = att_is(w, "-") || att_is(w, "\xE2\x80\x93");
    if (!dash && !(att_is(w, "to") && !from) && !(att_is(w, "and") && between) && !att_is(w, "or")) return;
    uint32_t next = at + 1;
    att_unit sign;
    if (next + 1 < stop && tok(f, next)->lower.len <= 4 && att_unit_before(f->units, f->doc, next + 1, &sign)) next++;
    if (!att_number_read(f->doc, next, stop, &second) || second.vague) return;
    double first = x->n.value;
    double size = att_number_scale(tok(f, second.end - 1)->lower);
    if (size > 0 && second.scaled && !x->n.scaled && first < 1000) first *= size;
    if (second.value <= first) {
        if (dash) x->n.value = -1; /* a score: 3-1 */
        return;
    }
    if (att_is(w, "or") && second.value > first * 2) return;
    x->low = first;
    x->high = second.value;
    x->range = x->bounded = true;
    x->n.end = second.end;
    x->n.plain = x->n.plain && second.plain && second.value >= 1900 && second.value <= 2100 && first >= 1900; /* years */
    x->n.scaled |= second.scaled;
    if (between) x->beg--;
}

/* Low and high as the bound says; "more than 100" has no high. */
static void set_limits(const found *x, att_figure *g)
{
    g->bound = (uint8_t)x->bound;
    g->low = x->low;
    g->high = x->high;
    g->has_low = x->range || x->bound != ATT_AT_MOST;
    g->has_high = x->range || x->bound != ATT_AT_LEAST;
    if (!g->has_low) g->low = 0;
    if (!g->has_high) g->high = 0;
}

/* Is t inside of the phrase under anc? Bounded, as trees from a parser may be deep. */
static bool under(const finder *f, uint32_t anc, uint32_t t)
{
    for (int i = 0; t && i < 12; i++, t = tok(f, t)->head)
        if (t == anc) return true;
    return false;
}

static bool locative(att_slice w)
{
    static const char *const IN[] = {"in", "on", "at", "near", "from", "inside", "outside", "around", "across", "along", "into", "within", "throughout", NULL};
    return att_in(w, IN);
}

/* A preposition of place stands before the phrase that holds the place at t. */
static bool placed(const finder *f, uint32_t t, uint32_t from)
{
    for (uint32_t k = t; k > from && t - k < 6; k--) {
        const att_tok *b = tok(f, k - 1);
        if (locative(b->lower)) return true;
        if (b->upos == ATT_VERB || b->upos == ATT_PUNCT || b->upos == ATT_ADP) return false;
    }
    return false;
}

/* "66,000 in all, in Hesse just over 59,000": behind a comma or "and", a place that a number follows is that number's. */
static bool next_number(const finder *f, uint32_t place, uint32_t noun, uint32_t stop)
{
    enum { NEAR = 6 };
    bool apart = false;
    for (uint32_t t = noun + 1; t < place && !apart; t++) apart = tok(f, t)->upos == ATT_PUNCT || att_is(tok(f, t)->lower, "and");
    for (uint32_t t = place + 1; apart && t < stop && t <= place + NEAR; t++) {
        if (tok(f, t)->upos == ATT_NUM) return true;
        if (tok(f, t)->upos == ATT_PUNCT || tok(f, t)->upos == ATT_VERB || att_is_noun(tok(f, t))) return false;
    }
    return false;
}

/* Behind the noun in its phrase ("troops on Ukraine's border"), else beside the verb ("people marched in Jakarta"). */
static att_id find_place(const finder *f, const found *x, uint32_t noun)
{
    const att_sent *s = &f->doc->sents.at[tok(f, noun)->sent];
    uint32_t stop = s->tok_end - noun > WINDOW ? noun + WINDOW : s->tok_end;
    uint32_t start = x->beg - s->tok_beg > WINDOW ? x->beg - WINDOW : s->tok_beg, verb = tok(f, noun)->head;
    for (uint32_t t = noun + 1; t < stop; t++)
        if (f->place[t] && under(f, noun, t) && placed(f, t, noun) && !next_number(f, t, noun, stop)) return f->place[t];
    for (uint32_t t = start; t < stop; t++) {
        if ((t >= x->beg && t <= noun) || !f->place[t]) continue;
        if (under(f, verb ? verb : noun, t) && placed(f, t, s->tok_beg) && !(t > noun && next_number(f, t, noun, stop))) return f->place[t];
    }
    /* no tree: a place right behind the noun */
    if (!verb && noun + 2 < stop && locative(tok(f, noun + 1)->lower)) return f->place[noun + 2];
    return 0;
}

/* The mention that owns or qualifies the noun: "140,000 *Russian* troops", "troops of *Russia*", else the noun's own. */
static att_id find_owner(const finder *f, const found *x, uint32_t noun)
{
    const att_id *at = f->doc->tok_mention;
    if (!at) return 0;
    for (uint32_t t = x->n.end; t < noun && x->unit.kind != ATT_UNIT_MONEY; t++)
        if (at[t]) return at[t];
    uint32_t s = f->doc->sents.at[tok(f, noun)->sent].tok_beg, stop = f->doc->sents.at[tok(f, noun)->sent].tok_end;
    for (uint32_t t = x->beg > s + 6 ? x->beg - 6 : s; t < x->beg; t++)
        if (at[t] && tok(f, t)->head == noun && tok(f, t)->deprel == ATT_DEP_NMOD_POSS) return at[t];
    for (uint32_t t = noun + 1; t < stop && t < noun + 8; t++)
        if (at[t] && tok(f, t)->head == noun && tok(f, t)->deprel == ATT_DEP_NMOD && att_is(tok(f, noun + 1)->lower, "of")) return at[t];
    if (x->unit.kind == ATT_UNIT_MONEY && noun < x->n.beg) return 0; /* the "US" of US$ */
    return at[noun];
}

/* A date that hangs under the noun: "21 girls in April". */
static void find_date(const finder *f, const found *x, uint32_t noun, att_figure *g)
{
    uint32_t stop = f->doc->sents.at[tok(f, noun)->sent].tok_end;
    if (stop - noun > WINDOW) stop = noun + WINDOW;
    g->as_of.days = (att_days){ATT_NO_DAY, ATT_NO_DAY};
    for (uint32_t t = x->end; t < stop; t++) {
        if (!in_date(f, t) || !under(f, noun, t)) continue;
        const att_timex *m = &f->doc->timexes.at[f->timex[t]];
        bool before_noun = m->tok_end < stop && tok(f, m->tok_end - 1)->head >= m->tok_end; /* "for the October 5 elections" */
        if (before_noun || m->days.first == ATT_NO_DAY) continue;
        g->as_of = (att_dated){m->days, att_days_text(f->doc->keep, m->days), m->span, "date under the noun"};
        return;
    }
}

static void add(finder *f, const found *x)
{
    att_doc *doc = f->doc;
    uint32_t noun = x->unit.tok ? x->unit.tok : x->n.end - 1;
    att_figure *g = att_add(doc, figures);
    *g = (att_figure){.sent = tok(f, x->beg)->sent, .tok_beg = x->beg, .tok_end = x->end, .num_tok = x->n.end - 1};
    g->span = att_tok_span(doc, x->beg, x->end);
    g->unit = x->unit.name;
    g->unit_tok = x->unit.tok;
    set_limits(x, g);
    g->place = find_place(f, x, noun);
    g->of = find_owner(f, x, noun);
    find_date(f, x, noun, g);
    att_note_add(doc, ATT_STAGE_FIGURE, g->num_tok, "figure: %.*s", (int)x->unit.name.len, x->unit.name.len ? x->unit.name.ptr : "");
}

/* The figure whose number begins at t; returns the token behind what was read. */
static uint32_t try_at(finder *f, uint32_t t, uint32_t stop)
{
    found x = {.beg = t};
    if (!att_number_read(f->doc, t, stop, &x.n)) return t + 1;
    if (in_date(f, t)) return x.n.end;
    att_unit before = {0};
    uint32_t sign = att_unit_before(f->units, f->doc, t, &before), first;
    if (sign) x.beg = sign;
    x.low = x.high = x.n.value;
    read_range(f, stop, &x);
    if (x.n.value < 0) return x.n.end + 2 < stop ? x.n.end + 2 : stop;
    if (x.range && in_date(f, x.n.end - 1)) return x.n.end; /* "on 4 or 5 April" */
    att_unit_behind(f->units, f->doc, &x.n, stop, &x.unit);
    if (sign) { /* "$2bn deal": the noun behind is not what is counted */
        x.unit = before;
        x.unit.end = x.n.end;
    }
    if (!x.range || !att_is(tok(f, x.beg)->lower, "between")) {
        att_bound b = att_bound_before(f->doc, x.beg, &x.n, &first);
        x.bound = b;
        x.bounded |= first < x.beg;
        x.beg = first;
    }
    x.end = x.unit.end > x.n.end ? x.unit.end : x.n.end;
    uint32_t tail = x.n.end;
    x.bound = att_bound_after(f->doc, &tail, x.bound);
    if (tail > x.n.end) {
        x.bounded = true;
        if (x.unit.kind == ATT_UNIT_NONE && tail < stop) {
            att_number n = x.n;
            n.end = tail;
            att_unit_behind(f->units, f->doc, &n, stop, &x.unit);
        }
        if (x.end < tail) x.end = x.unit.end > tail ? x.unit.end : tail;
    }
    if (x.n.vague && x.bound == ATT_EXACT) x.bound = ATT_AT_LEAST;
    const char *why = att_figure_excluded(f->doc, &x.n, &x.unit, x.beg, x.bounded);
    if (!why) add(f, &x);
    else att_note_add(f->doc, ATT_STAGE_FIGURE, t, "no figure: %s", why);
    return why ? x.n.end : x.end > x.n.end && x.unit.kind != ATT_UNIT_NONE && x.end <= stop ? x.end : x.n.end;
}

void att_figures_find(att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    finder f = {.doc = doc, .units = att_units_open()};
    f.place = att_new(doc->scratch, att_id, doc->toks.n + 1);
    f.timex = att_new(doc->scratch, att_id, doc->toks.n + 1);
    for (att_id p = 1; p < doc->places.n; p++)
        for (uint32_t t = doc->places.at[p].tok_beg; t < doc->places.at[p].tok_end && t < doc->toks.n; t++) f.place[t] = p;
    for (att_id x = 1; x < doc->timexes.n; x++)
        for (uint32_t t = doc->timexes.at[x].tok_beg; t < doc->timexes.at[x].tok_end && t < doc->toks.n; t++) f.timex[t] = x;
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        uint32_t stop = doc->sents.at[s].tok_end;
        for (uint32_t t = doc->sents.at[s].tok_beg; t < stop;) t = try_at(&f, t, stop);
    }
    att_figures_link(doc);
    att_arena_rewind(doc->scratch, mark);
}
