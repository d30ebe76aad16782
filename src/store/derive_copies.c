/* derive_copies.c: which of a group of copies is the original, and which articles are rewrites (story/rewrite.h). */
#include <stdlib.h>

#include "store/column.h"
#include "store/derive.h"
#include "story/rewrite.h"

/* Of the articles that a new one is like, so many are compared sentence by sentence. */
enum { COMPARED = 4 };

typedef struct {
    int64_t root; /* document that the group is named after */
    uint32_t item;
} member;

static int by_root(const void *pa, const void *pb)
{
    const member *a = pa, *b = pb;
    if (a->root != b->root) return a->root < b->root ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* before: was it a copy of another so far? Sums leave copies out, so that a change there is a change of theirs. */
static int put_copy(att_deriver *d, const att_derive_item *it, const char *kind, bool before)
{
    int rc = SQLITE_OK;
    if (!it->fresh && before != (it->copy_of != 0)) rc = att_store_totals_flip(d->store, it->document, before ? 1 : -1);
    if (rc != SQLITE_OK) return rc;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_COPY_SET, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, it->document);
    if (it->copy_of) sqlite3_bind_int64(st, 2, it->copy_of);
    if (it->copy_of) sqlite3_bind_double(st, 3, it->likeness);
    if (it->copy_of) sqlite3_bind_text(st, 4, kind, -1, SQLITE_STATIC);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    return rc;
}

/* A group of copies in the order of their days: the first is the original. */
static int reroot(att_deriver *d, const member *group, uint32_t n)
{
    att_derive_item *first = &d->items.at[group[0].item];
    int rc = SQLITE_OK;
    if (first->document == group[0].root) return rc;
    double likeness = first->likeness;
    first->copy_of = 0;
    rc = put_copy(d, first, NULL, true);
    for (uint32_t i = 1; i < n && rc == SQLITE_OK; i++) {
        att_derive_item *it = &d->items.at[group[i].item];
        if (it->rewrite) continue;
        bool before = it->copy_of != 0;
        it->copy_of = first->document;
        if (it->document == group[0].root) it->likeness = likeness;
        rc = put_copy(d, it, it->likeness >= 1 ? "exact" : "near", before);
    }
    return rc;
}

static int find_originals(att_deriver *d)
{
    member *all = att_new(&d->arena, member, d->items.n + 1);
    int rc = SQLITE_OK;
    for (uint32_t i = 0; i < d->items.n; i++) {
        const att_derive_item *it = &d->items.at[i];
        all[i] = (member){it->copy_of && !it->rewrite ? it->copy_of : it->document, i};
    }
    if (d->items.n) qsort(all, d->items.n, sizeof *all, by_root);
    for (uint32_t i = 0, end; i < d->items.n && rc == SQLITE_OK; i = end) {
        bool fresh = false, whole = false; /* whole: the original is within reach too */
        for (end = i; end < d->items.n && all[end].root == all[i].root; end++) {
            fresh |= d->items.at[all[end].item].fresh;
            whole |= d->items.at[all[end].item].document == all[i].root;
        }
        if (fresh && whole && end - i > 1) rc = reroot(d, all + i, end - i);
    }
    return rc;
}

/* ---- rewrites ---- */

typedef struct {
    uint32_t earlier, later;
} candidate;

typedef struct {
    const att_deriver *d;
    att_arena *arena;
    const uint32_t *chosen; /* item of the i-th article that was compared */
    uint32_t last, count;   /* candidates of the article at hand */
    ATT_VEC(candidate) list;
} collector;

static bool collect(void *ctx, uint32_t j, uint32_t i, double likeness)
{
    collector *c = ctx;
    const att_derive_item *a = &c->d->items.at[c->chosen[j]], *b = &c->d->items.at[c->chosen[i]];
    (void)likeness;
    if (c->last != i) c->count = 0;
    c->last = i;
    bool near = a->day == ATT_NO_DAY || b->day == ATT_NO_DAY || b->day - a->day <= ATT_REWRITE_DAYS;
    if (!near || !(a->fresh || b->fresh) || c->count == COMPARED) return true;
    c->count++;
    *att_push(c->arena, &c->list) = (candidate){c->chosen[j], c->chosen[i]};
    return true;
}

static int profile(att_deriver *d, uint32_t item, const att_profile **out)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_TEXT, &rc);
    if (!st) return rc;
    if (item >= d->items.n || !d->items.at) return SQLITE_INTERNAL;
    sqlite3_bind_int64(st, 1, d->items.at[item].document);
    att_slice text = {0};
    if (sqlite3_step(st) == SQLITE_ROW) text = att_column_text(st, 0);
    *out = att_profile_of(d->words, &d->arena, text);
    return sqlite3_reset(st);
}

/* The candidates of one article: the best of those that it is a rewrite of. */
static int judge(att_deriver *d, const candidate *list, uint32_t n)
{
    att_mark m = att_arena_mark(&d->arena);
    att_derive_item *it = &d->items.at[list[0].later];
    const att_profile *own = NULL, *other = NULL;
    const att_derive_item *best = NULL;
    double share = ATT_REWRITE_SHARE;
    int rc = profile(d, list[0].later, &own);
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        rc = profile(d, list[i].earlier, &other);
        double s = rc == SQLITE_OK ? att_rewrite_share(own, other) : 0;
        if (s < share || (best && s == share)) continue;
        share = s;
        best = &d->items.at[list[i].earlier];
    }
    att_arena_rewind(&d->arena, m);
    if (rc != SQLITE_OK || !best) return rc;
    bool before = it->copy_of != 0;
    it->copy_of = best->copy_of ? best->copy_of : best->document; /* of rewrites of rewrites the first is the original */
    it->rewrite = true;
    it->likeness = share;
    return put_copy(d, it, "rewrite", before);
}

static int find_rewrites(att_deriver *d)
{
    uint32_t n = 0;
    att_story_item *items = att_new(&d->arena, att_story_item, d->items.n + 1);
    uint32_t *chosen = att_new(&d->arena, uint32_t, d->items.n + 1);
    for (uint32_t i = 0; i < d->items.n; i++) {
        const att_derive_item *it = &d->items.at[i];
        if (it->copy_of && !it->rewrite) continue;
        items[n] = (att_story_item){.terms = it->terms, .n = it->term_count, .day = it->day};
        chosen[n++] = i;
    }
    collector c = {.d = d, .arena = &d->arena, .chosen = chosen, .last = UINT32_MAX};
    if (!att_stories_pairs(items, n, ATT_REWRITE_LIKENESS, d->threads, collect, &c)) return SQLITE_NOMEM;
    int rc = SQLITE_OK;
    for (uint32_t i = 0, end; i < c.list.n && rc == SQLITE_OK; i = end) {
        for (end = i; end < c.list.n && c.list.at[end].later == c.list.at[i].later; end++) {}
        rc = judge(d, c.list.at + i, end - i);
    }
    return rc;
}

int att_derive_copies(att_deriver *d)
{
    int rc = find_originals(d);
    return rc == SQLITE_OK ? find_rewrites(d) : rc;
}
