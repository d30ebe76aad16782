/* derive_rewrites.c: which articles are rewrites of others (story/rewrite.h). */
#include <stdatomic.h>
#include <stdlib.h>

#include "store/column.h"
#include "store/derive.h"
#include "story/rewrite.h"

/* Of the articles that a new one is like, so many are compared sentence by sentence. */
enum { COMPARED = 4 };
/* Candidates at a time. */
enum { TOGETHER = 512 };

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

/* An article that is compared, and what it is compared by. */
typedef struct {
    uint32_t item;
    att_slice text;
    const att_profile *profile;
} sheet;

/* Some candidates at a time: their texts are read by one thread, laid side by side by all, and judged in order by one again. */
typedef struct {
    att_deriver *d;
    const candidate *list;
    uint32_t n;
    sheet *sheets; /* by item */
    uint32_t sheet_count;
    double *share; /* of each candidate */
    atomic_bool failed;
} judging;

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return (a > b) - (a < b);
}

static int by_item(const void *pa, const void *pb)
{
    uint32_t a = ((const sheet *)pa)->item, b = ((const sheet *)pb)->item;
    return (a > b) - (a < b);
}

static int read_text(judging *j, sheet *x)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(j->d->store, SQL_TEXT, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, j->d->items.at[x->item].document);
    if (sqlite3_step(st) == SQLITE_ROW) x->text = att_copy(&j->d->arena, att_column_text(st, 0));
    return sqlite3_reset(st);
}

/* Each article once, however often it is compared. */
static int read_texts(judging *j)
{
    att_arena *a = &j->d->arena;
    uint32_t *items = att_new(a, uint32_t, 2 * (size_t)j->n + 1);
    int rc = SQLITE_OK;
    for (uint32_t k = 0; k < j->n; k++) items[2 * k] = j->list[k].earlier, items[2 * k + 1] = j->list[k].later;
    qsort(items, 2 * (size_t)j->n, sizeof *items, by_number);
    j->sheets = att_new(a, sheet, 2 * (size_t)j->n + 1);
    j->sheet_count = 0;
    for (uint32_t k = 0; k < 2 * j->n && rc == SQLITE_OK; k++) {
        if (k && items[k - 1] == items[k]) continue;
        sheet *x = &j->sheets[j->sheet_count++];
        x->item = items[k];
        rc = read_text(j, x);
    }
    return rc;
}

static void profile_one(void *ctx, uint32_t worker, uint32_t i)
{
    judging *j = ctx;
    jmp_buf oom;
    j->d->benches[worker].oom = &oom;
    if (setjmp(oom) == 0)
        j->sheets[i].profile = att_profile_of(j->d->words, &j->d->benches[worker], j->sheets[i].text);
    else
        j->failed = true;
    j->d->benches[worker].oom = NULL;
}

static const att_profile *profile_of(const judging *j, uint32_t item)
{
    sheet key = {.item = item};
    const sheet *x = bsearch(&key, j->sheets, j->sheet_count, sizeof key, by_item);
    return x ? x->profile : NULL;
}

static void compare_one(void *ctx, uint32_t worker, uint32_t k)
{
    judging *j = ctx;
    (void)worker;
    j->share[k] = att_rewrite_share(profile_of(j, j->list[k].later), profile_of(j, j->list[k].earlier));
}

/* The candidates of one article: the best of those that it is a rewrite of. */
static int judge(att_deriver *d, const candidate *list, const double *shares, uint32_t n)
{
    att_derive_item *it = &d->items.at[list[0].later];
    const att_derive_item *best = NULL;
    double share = ATT_REWRITE_SHARE;
    for (uint32_t i = 0; i < n; i++) {
        if (shares[i] < share || (best && shares[i] == share)) continue;
        share = shares[i];
        best = &d->items.at[list[i].earlier];
    }
    if (!best) return SQLITE_OK;
    bool before = it->copy_of != 0;
    it->copy_of = best->copy_of ? best->copy_of : best->document; /* of rewrites of rewrites the first is the original */
    it->rewrite = true;
    it->likeness = share;
    return att_derive_put_copy(d, it, "rewrite", before);
}

/* Whole articles' candidates. */
static int judge_some(judging *j)
{
    att_mark m = att_arena_mark(&j->d->arena);
    j->share = att_new(&j->d->arena, double, (size_t)j->n + 1);
    int rc = read_texts(j);
    if (rc == SQLITE_OK) att_each(j->d->threads, j->sheet_count, profile_one, j);
    if (rc == SQLITE_OK && j->failed) rc = SQLITE_NOMEM;
    if (rc == SQLITE_OK) att_each(j->d->threads, j->n, compare_one, j);
    for (uint32_t i = 0, end; i < j->n && rc == SQLITE_OK; i = end) {
        for (end = i; end < j->n && j->list[end].later == j->list[i].later; end++) {}
        rc = judge(j->d, j->list + i, j->share + i, end - i);
    }
    att_arena_rewind(&j->d->arena, m);
    for (uint32_t w = 0; w < j->d->threads; w++) att_arena_reset(&j->d->benches[w]);
    return rc;
}

static int judge_all(att_deriver *d, const candidate *list, uint32_t n)
{
    judging *j = att_new(&d->arena, judging, 1);
    int rc = SQLITE_OK;
    j->d = d;
    for (uint32_t i = 0, end; i < n && rc == SQLITE_OK; i = end) {
        for (end = i; end < n && (end < i + TOGETHER || list[end].later == list[end - 1].later); end++) {}
        j->list = list + i;
        j->n = end - i;
        rc = judge_some(j);
    }
    return rc;
}

int att_derive_rewrites(att_deriver *d)
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
    return c.list.n ? judge_all(d, c.list.at, c.list.n) : SQLITE_OK;
}
