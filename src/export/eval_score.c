/* eval_score.c: counts, the bootstrap, what was taken for what, and the errors. */
#include <stdlib.h>

#include "base/hash.h"
#include "event/event.h"
#include "export/eval.h"

/* At the levels of date and place only events count that have one; a system's date on a gold event without is left out. */
static bool counts(const att_eval_event *x, att_eval_level level)
{
    return level == ATT_EVAL_DATE ? x->dates.n > 0 : level == ATT_EVAL_PLACE ? x->place.len > 0 : true;
}

static void keep(att_arena *a, att_eval_doc *part, const att_eval_doc *d, att_eval_level level, bool with)
{
    for (uint32_t i = 0; i < d->gold.n; i++)
        if (counts(&d->gold.at[i], level) == with) *att_push(a, &part->gold) = d->gold.at[i];
    for (uint32_t i = 0; i < d->system.n; i++)
        if (counts(&d->system.at[i], level)) *att_push(a, &part->system) = d->system.at[i];
}

static void tally(const att_eval_doc *d, const uint32_t *owner, att_eval_count *n)
{
    for (uint32_t i = 0; i < d->gold.n; i++) n->gold += !d->gold.at[i].optional;
    n->system += d->system.n;
    for (uint32_t s = 0; s < d->system.n; s++) {
        if (!owner[s]) continue;
        bool optional = d->gold.at[owner[s] - 1].optional;
        n->excused += optional;
        n->right += !optional;
        n->matched += !optional;
    }
}

/* System events that are left over and would be right dyads of gold events without a date (or place) are excused. */
static uint32_t undated(const att_eval *e, const att_eval_doc *d, const att_eval_doc *part, const uint32_t *owner, att_eval_level level)
{
    att_eval_doc rest = {.doc = d->doc};
    for (uint32_t i = 0; i < d->gold.n; i++)
        if (!counts(&d->gold.at[i], level)) *att_push(e->arena, &rest.gold) = d->gold.at[i];
    for (uint32_t s = 0; s < part->system.n; s++)
        if (!owner[s]) *att_push(e->arena, &rest.system) = part->system.at[s];
    uint32_t *more = att_new(e->arena, uint32_t, rest.system.n + 1), n = 0;
    att_eval_assign(e, &rest, ATT_EVAL_DYAD, more);
    for (uint32_t s = 0; s < rest.system.n; s++) n += more[s] != 0;
    return n;
}

static att_eval_count count_doc(const att_eval *e, const att_eval_doc *d, att_eval_level level)
{
    att_mark mark = att_arena_mark(e->arena);
    att_eval_count n = {0};
    att_eval_doc part = {.doc = d->doc};
    keep(e->arena, &part, d, level, true);
    uint32_t *owner = att_new(e->arena, uint32_t, part.system.n + 1);
    att_eval_assign(e, &part, level, owner);
    tally(&part, owner, &n);
    if (level == ATT_EVAL_DATE || level == ATT_EVAL_PLACE) n.excused += undated(e, d, &part, owner, level);
    att_arena_rewind(e->arena, mark);
    return n;
}

static void add(att_eval_count *to, const att_eval_count *n)
{
    to->right += n->right, to->matched += n->matched, to->gold += n->gold, to->system += n->system, to->excused += n->excused;
}

static att_eval_score score_of(att_eval_count n)
{
    att_eval_score s = {.n = n};
    uint32_t said = n.system - n.excused;
    s.precision = said ? (double)n.right / said : 0;
    s.recall = n.gold ? (double)n.matched / n.gold : 0;
    s.f1 = s.precision + s.recall > 0 ? 2 * s.precision * s.recall / (s.precision + s.recall) : 0;
    return s;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Percentile bootstrap of the F1: documents drawn with replacement. */
static void limits(const att_eval *e, const att_eval_count *per_doc, att_eval_score *s)
{
    uint64_t seed = 20260101;
    double *f1 = att_new(e->arena, double, ATT_EVAL_SAMPLES);
    for (uint32_t k = 0; k < ATT_EVAL_SAMPLES; k++) {
        att_eval_count n = {0};
        for (uint32_t i = 0; i < e->docs.n; i++) {
            seed = att_mix(seed + 1);
            add(&n, &per_doc[seed % e->docs.n]);
        }
        f1[k] = score_of(n).f1;
    }
    qsort(f1, ATT_EVAL_SAMPLES, sizeof *f1, by_value);
    s->low = f1[ATT_EVAL_SAMPLES / 40];
    s->high = f1[ATT_EVAL_SAMPLES - 1 - ATT_EVAL_SAMPLES / 40];
}

void att_eval_scores(const att_eval *e, att_eval_score out[ATT_EVAL_COUNT])
{
    for (int level = 0; level < ATT_EVAL_COUNT; level++) {
        att_mark mark = att_arena_mark(e->arena);
        att_eval_count *per_doc = att_new(e->arena, att_eval_count, e->docs.n + 1), all = {0};
        for (uint32_t i = 0; i < e->docs.n; i++) {
            per_doc[i] = count_doc(e, &e->docs.at[i], (att_eval_level)level);
            add(&all, &per_doc[i]);
        }
        out[level] = score_of(all);
        if (e->docs.n) limits(e, per_doc, &out[level]);
        att_arena_rewind(e->arena, mark);
    }
}

static bool together(const att_eval_event *g, const att_eval_event *s)
{
    return g->trigger.end > g->trigger.beg && s->trigger.end > s->trigger.beg && g->trigger.beg < s->trigger.end && s->trigger.beg < g->trigger.end;
}

/* What is left after the matching by type is paired by place in the text: there the type is wrong. */
static void pair_left(const att_eval_doc *d, uint32_t *owner, bool *taken)
{
    for (uint32_t s = 0; s < d->system.n; s++)
        for (uint32_t g = 0; g < d->gold.n && !owner[s]; g++)
            if (!taken[g] && together(&d->gold.at[g], &d->system.at[s])) owner[s] = g + 1, taken[g] = true;
}

typedef void visitor(void *ctx, const att_eval_event *gold, const att_eval_event *system, bool typed);

static void visit(const att_eval *e, visitor *see, void *ctx)
{
    for (uint32_t i = 0; i < e->docs.n; i++) {
        const att_eval_doc *d = &e->docs.at[i];
        uint32_t *owner = att_new(e->arena, uint32_t, d->system.n + 1);
        bool *taken = att_new(e->arena, bool, d->gold.n + 1);
        att_eval_assign(e, d, ATT_EVAL_TYPE, owner);
        for (uint32_t s = 0; s < d->system.n; s++)
            if (owner[s]) taken[owner[s] - 1] = true;
        uint32_t *typed = att_new(e->arena, uint32_t, d->system.n + 1);
        memcpy(typed, owner, d->system.n * sizeof *typed);
        pair_left(d, owner, taken);
        for (uint32_t s = 0; s < d->system.n; s++) see(ctx, owner[s] ? &d->gold.at[owner[s] - 1] : NULL, &d->system.at[s], typed[s] != 0);
        for (uint32_t g = 0; g < d->gold.n; g++)
            if (!taken[g] && !d->gold.at[g].optional) see(ctx, &d->gold.at[g], NULL, false);
    }
}

static void see_confusion(void *ctx, const att_eval_event *g, const att_eval_event *s, bool typed)
{
    att_eval_confusion *c = ctx;
    if (g && g->optional) return;
    int row = g ? (int)att_event_type_of(g->type) : 0, col = s ? (int)att_event_type_of(s->type) : 0;
    c->at[row][typed ? row : col]++; /* an alternative type is as right as the first */
}

void att_eval_confuse(const att_eval *e, att_eval_confusion *out)
{
    att_mark mark = att_arena_mark(e->arena);
    memset(out, 0, sizeof *out);
    visit(e, see_confusion, out);
    att_arena_rewind(e->arena, mark);
}

typedef struct {
    att_arena *arena;
    ATT_VEC(att_eval_error) list;
} errors;

static void see_error(void *ctx, const att_eval_event *g, const att_eval_event *s, bool typed)
{
    errors *e = ctx;
    if ((g && g->optional) || (typed && att_eval_ok(g, s, ATT_EVAL_DYAD))) return;
    att_eval_fault kind = typed ? ATT_EVAL_ACTORS : !s ? ATT_EVAL_MISSED : !g ? ATT_EVAL_SPURIOUS : ATT_EVAL_CONFUSED;
    *att_push(e->arena, &e->list) = (att_eval_error){kind, g, s};
}

static int by_confidence(const void *a, const void *b)
{
    const att_eval_error *x = a, *y = b;
    double p = x->system ? x->system->confidence : -1, q = y->system ? y->system->confidence : -1;
    if (p > q || p < q) return p < q ? 1 : -1;
    const att_eval_event *u = x->system ? x->system : x->gold, *v = y->system ? y->system : y->gold;
    int docs = att_cmp(u->doc, v->doc);
    if (docs) return docs;
    return (u->trigger.beg > v->trigger.beg) - (u->trigger.beg < v->trigger.beg);
}

uint32_t att_eval_errors(const att_eval *e, const att_eval_error **out)
{
    errors all = {.arena = e->arena};
    visit(e, see_error, &all);
    if (all.list.n) qsort(all.list.at, all.list.n, sizeof *all.list.at, by_confidence);
    *out = all.list.at;
    return all.list.n;
}
