#include "story/differ.h"

#include <math.h>
#include <stdlib.h>

#include "figure/kin.h"
#include "story/wording.h"

/* Wording that is enough by itself; for places that are not the same; for what somebody has; for days. */
static const double ALIKE = 0.3, ALIKE_ELSEWHERE = 0.5, ALIKE_FIGURE = 0.45, ALIKE_DAY = 0.4;
enum { NEAR_DAYS = 1, REPORTED_WITHIN = 3, OTHER_DAY = 3 };

typedef struct {
    const att_stated *at;
    uint32_t n;
    att_wording *said;
    bool *lone;
    uint32_t *root;
} finder;

static bool values_differ(const att_stated *a, const att_stated *b)
{
    double slack = a->about || b->about ? 0.1 : 0, least = fmin(a->high, b->high), most = fmax(a->low, b->low);
    return most > least + slack * most;
}

/* Two tourists may be two of the hundred people. */
static bool same_unit(const att_stated *a, const att_stated *b)
{
    return att_eq(a->unit, b->unit) || att_eq(att_unit_kin(a->unit), att_unit_kin(b->unit));
}

static bool same_thing(const att_stated *a, const att_stated *b)
{
    return a->kind == b->kind && a->whose == b->whose && att_eq(a->what, b->what) && same_unit(a, b);
}

static bool days_near(const att_stated *a, const att_stated *b)
{
    if (a->day != ATT_NO_DAY && b->day != ATT_NO_DAY) return labs((long)a->day - (long)b->day) <= NEAR_DAYS;
    if (a->day == ATT_NO_DAY && b->day == ATT_NO_DAY)
        return a->published != ATT_NO_DAY && b->published != ATT_NO_DAY && labs((long)a->published - (long)b->published) <= NEAR_DAYS;
    const att_stated *dated = a->day != ATT_NO_DAY ? a : b, *other = dated == a ? b : a;
    return other->published != ATT_NO_DAY && other->published >= dated->day && other->published <= dated->day + REPORTED_WITHIN;
}

static bool meet(const att_parties *a, const att_parties *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++) {
            const att_party *x = &a->at[i], *y = &b->at[k];
            if ((x->name && x->name == y->name) || (x->code && x->code == y->code)) return true;
        }
    return false;
}

/* Is somebody named on both sides, and nobody on both? Whoever has no name and no code may be anybody. */
static bool others(const att_parties *a, const att_parties *b)
{
    bool known[2] = {false, false};
    const att_parties *both[] = {a, b};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < both[s]->n; i++) known[s] = known[s] || both[s]->at[i].name || both[s]->at[i].code;
    return known[0] && known[1] && !meet(a, b);
}

static bool contradict(const att_stated *a, const att_stated *b, double alike)
{
    const att_telling *x = &a->telling, *y = &b->telling;
    if (x->country.len && y->country.len && !att_eq(x->country, y->country)) return true;
    if (x->place.len && y->place.len && !att_eq(x->place, y->place) && alike < ALIKE_ELSEWHERE) return true;
    if (x->mode.len && y->mode.len && !att_eq(x->mode, y->mode) && alike < ALIKE_ELSEWHERE) return true;
    if (x->status.len && y->status.len && !att_status_compatible(x->status, y->status)) return true;
    return others(&x->actors, &y->actors) || others(&x->recipients, &y->recipients);
}

/* One event on two days: the same parties did the same in nearly the same words. */
static bool one_event(const att_stated *a, const att_stated *b, double alike)
{
    return alike >= ALIKE_DAY && labs((long)a->day - (long)b->day) <= OTHER_DAY && meet(&a->telling.actors, &b->telling.actors) &&
           (meet(&a->telling.recipients, &b->telling.recipients) || (a->telling.recipients.n == 0 && b->telling.recipients.n == 0));
}

static bool linked(const finder *f, uint32_t i, uint32_t k)
{
    const att_stated *a = &f->at[i], *b = &f->at[k];
    if (a->doc == b->doc || !same_thing(a, b)) return false;
    double alike = att_wording_alike(&f->said[i], &f->said[k]);
    if (contradict(a, b, alike)) return false;
    if (a->kind == ATT_STATED_DAY) return one_event(a, b, alike);
    if (!days_near(a, b)) return false;
    if (a->kind == ATT_STATED_FIGURE) return alike >= ALIKE_FIGURE;
    if ((a->happening && a->happening == b->happening) || alike >= ALIKE) return true;
    return f->lone[i] && f->lone[k] && a->telling.type.len && att_eq(a->telling.type, b->telling.type);
}

/* Is it the only number of its kind and time in its article? */
static bool lone(const finder *f, uint32_t i)
{
    for (uint32_t k = 0; k < f->n; k++)
        if (f->at[k].doc == f->at[i].doc && same_thing(&f->at[k], &f->at[i]) && days_near(&f->at[k], &f->at[i]) && values_differ(&f->at[k], &f->at[i]))
            return false;
    return true;
}

/* Does the article of a have the number of b too? */
static bool knows(const att_stated *a, const att_stated *b)
{
    for (uint32_t i = 0; i < a->number_count; i++)
        if (a->numbers[i] == b->low || a->numbers[i] == b->high) return true;
    return false;
}

static uint32_t root_of(finder *f, uint32_t i)
{
    while (f->root[i] != i) i = f->root[i] = f->root[f->root[i]];
    return i;
}

/* The first statement of a thing stays its root. */
static void join(finder *f, uint32_t i, uint32_t k)
{
    uint32_t a = root_of(f, i), b = root_of(f, k);
    if (a != b) f->root[a > b ? a : b] = a < b ? a : b;
}

void att_differ_find(const att_story_words *words, att_arena *arena, const att_stated *stated, uint32_t n, uint32_t *group)
{
    finder f = {stated, n, att_new(arena, att_wording, n + 1), att_new(arena, bool, n + 1), att_new(arena, uint32_t, n + 1)};
    bool *open = att_new(arena, bool, n + 1); /* by root: some of it differ */
    for (uint32_t i = 0; i < n; i++) {
        f.said[i] = att_wording_of(words, arena, stated[i].telling.sentence);
        f.lone[i] = lone(&f, i);
        f.root[i] = i;
    }
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n; k++)
            if (linked(&f, i, k)) join(&f, i, k);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n; k++)
            if (values_differ(&stated[i], &stated[k]) && linked(&f, i, k) && !knows(&stated[i], &stated[k]) && !knows(&stated[k], &stated[i]))
                open[root_of(&f, i)] = true;
    for (uint32_t i = 0; i < n; i++) group[i] = open[root_of(&f, i)] ? root_of(&f, i) : UINT32_MAX;
}
