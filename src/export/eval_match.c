/* eval_match.c: when is a system's event right? The definitions stand in eval.h. */
#include <math.h>

#include "base/civil.h"
#include "export/eval.h"

static bool overlap(att_span a, att_span b) { return a.end > a.beg && b.end > b.beg && a.beg < b.end && b.beg < a.end; }
static bool inside(att_span a, att_span b) { return a.end > a.beg && b.beg <= a.beg && a.end <= b.end; }

static bool same_sentence(const att_eval_event *g, const att_eval_event *s)
{
    if (g->sentence.end == 0 || s->sentence.end == 0) return false;
    if (g->trigger.end && s->trigger.end) return inside(g->trigger, s->sentence) && inside(s->trigger, g->sentence);
    uint32_t beg = g->sentence.beg > s->sentence.beg ? g->sentence.beg : s->sentence.beg;
    uint32_t end = g->sentence.end < s->sentence.end ? g->sentence.end : s->sentence.end;
    uint32_t a = g->sentence.end - g->sentence.beg, b = s->sentence.end - s->sentence.beg;
    return end > beg && (end - beg) * 2 > (a > b ? a : b);
}

static bool has(const att_slices *list, att_slice w)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (att_eq(list->at[i], w)) return true;
    return false;
}

static bool meet(const att_slices *a, const att_slices *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        if (has(b, a->at[i])) return true;
    return false;
}

/* A code in common; a side without codes matches a side without codes, or one of its alternatives. */
static bool side_ok(const att_slices *gold, const att_slices *others, const att_slices *system)
{
    if (gold->n) return meet(system, gold) || (others && meet(system, others));
    return system->n == 0 || (others && meet(system, others));
}

static bool sides_ok(const att_eval_event *g, const att_eval_event *s)
{
    const att_slices *a = &s->side[0].codes, *r = &s->side[1].codes;
    if (side_ok(&g->side[0].codes, &g->side[0].others, a) && side_ok(&g->side[1].codes, &g->side[1].others, r)) return true;
    for (uint32_t i = 0; i < g->dyads.n; i++)
        if (side_ok(&g->dyads.at[i].actors, NULL, a) && side_ok(&g->dyads.at[i].recipients, NULL, r)) return true;
    return false;
}

static int group_of(att_slice status)
{
    static const char *const GROUP[][2] = {{"occurred", "0"}, {"ongoing", "0"}, {"alleged", "1"}, {"denied", "1"}, {"planned", "2"}, {"conditional", "3"}, {"possible", "3"}, {"negated", "4"}};
    for (size_t i = 0; i < sizeof GROUP / sizeof *GROUP; i++)
        if (att_is(status, GROUP[i][0])) return GROUP[i][1][0] - '0';
    return -1;
}

static bool status_ok(const att_eval_reading *r, att_slice status)
{
    int own = group_of(status);
    for (uint32_t i = 0; i < r->statuses.n && own >= 0; i++)
        if (group_of(r->statuses.at[i]) == own) return true;
    return false;
}

static bool date_ok(const att_eval_event *g, const att_eval_event *s)
{
    att_day first, last, f, l;
    if (s->dates.n == 0 || !att_parse_iso(s->dates.at[0], &first, &last)) return false;
    for (uint32_t i = 0; i < g->dates.n; i++)
        if (att_parse_iso(g->dates.at[i], &f, &l) && f <= last && first <= l) return true;
    return false;
}

/* Kilometres on the great circle (haversine). */
static double distance(const att_eval_event *a, const att_eval_event *b)
{
    static const double RAD = 0.017453292519943295, EARTH = 6371;
    double dlat = (b->lat - a->lat) * RAD, dlon = (b->lon - a->lon) * RAD;
    double h = pow(sin(dlat / 2), 2) + cos(a->lat * RAD) * cos(b->lat * RAD) * pow(sin(dlon / 2), 2);
    return 2 * EARTH * asin(sqrt(h < 1 ? h : 1));
}

static bool place_ok(const att_eval_event *g, const att_eval_event *s)
{
    enum { NEAR_KM = 100 };
    if (g->country.len && s->country.len && !att_eq(g->country, s->country)) return false;
    if (att_eq_nocase(g->place, s->place)) return true;
    return g->has_point && s->has_point && distance(g, s) <= NEAR_KM;
}

bool att_eval_ok(const att_eval_event *g, const att_eval_event *s, att_eval_level level)
{
    if (!overlap(g->trigger, s->trigger) && !same_sentence(g, s)) return false;
    for (uint32_t i = 0; i < g->readings.n; i++) {
        if (!has(&g->readings.at[i].types, s->type)) continue;
        if (level == ATT_EVAL_TYPE) return true;
        if (!sides_ok(g, s)) continue;
        if (level == ATT_EVAL_DYAD) return true;
        if (level == ATT_EVAL_STATUS ? status_ok(&g->readings.at[i], s->status) : level == ATT_EVAL_DATE ? date_ok(g, s) : place_ok(g, s)) return true;
    }
    return false;
}

/* The system record is plainly this gold event, whatever its actors. */
static bool is_here(const att_eval_event *g, const att_eval_event *s) { return overlap(g->trigger, s->trigger) && att_eval_ok(g, s, ATT_EVAL_TYPE); }

typedef struct {
    const att_eval_doc *d;
    att_eval_level level;
    uint32_t *owner;
    bool *seen;
} matching;

static bool fits(const matching *m, uint32_t g, uint32_t s)
{
    const att_eval_event *gold = &m->d->gold.at[g], *system = &m->d->system.at[s];
    return att_eval_ok(gold, system, m->level) || (gold->optional && is_here(gold, system));
}

/* An augmenting path from gold event g. Depth-first with a list of its own, not by recursion: a document may hold thousands. */
static void grow(matching *m, uint32_t g, uint32_t *path, uint32_t *next)
{
    uint32_t depth = 1;
    path[0] = g, next[0] = 0;
    while (depth) {
        uint32_t top = depth - 1, s = next[top]++;
        if (s >= m->d->system.n) {
            depth--;
            continue;
        }
        if (m->seen[s] || !fits(m, path[top], s)) continue;
        m->seen[s] = true;
        if (m->owner[s]) {
            path[depth] = m->owner[s] - 1, next[depth] = 0;
            depth++;
            continue;
        }
        /* free: every gold on the path takes the system event that it last looked at */
        for (uint32_t i = 0; i < depth; i++) m->owner[next[i] - 1] = path[i] + 1;
        return;
    }
}

void att_eval_assign(const att_eval *e, const att_eval_doc *d, att_eval_level level, uint32_t *owner)
{
    att_mark mark = att_arena_mark(e->arena);
    matching m = {d, level, owner, att_new(e->arena, bool, d->system.n + 1)};
    uint32_t *path = att_new(e->arena, uint32_t, d->system.n + 2), *next = att_new(e->arena, uint32_t, d->system.n + 2);
    memset(owner, 0, d->system.n * sizeof *owner);
    for (int optional = 0; optional < 2; optional++)
        for (uint32_t g = 0; g < d->gold.n; g++) {
            if (d->gold.at[g].optional != (optional == 1)) continue;
            memset(m.seen, 0, d->system.n * sizeof *m.seen);
            grow(&m, g, path, next);
        }
    att_arena_rewind(e->arena, mark);
}
