/* derive_copies.c: which of a group of copies is the original. */
#include <stdlib.h>

#include "store/derive.h"

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

int att_derive_put_copy(att_deriver *d, const att_derive_item *it, const char *kind, bool before)
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
    rc = att_derive_put_copy(d, first, NULL, true);
    for (uint32_t i = 1; i < n && rc == SQLITE_OK; i++) {
        att_derive_item *it = &d->items.at[group[i].item];
        if (it->rewrite) continue;
        bool before = it->copy_of != 0;
        it->copy_of = first->document;
        if (it->document == group[0].root) it->likeness = likeness;
        rc = att_derive_put_copy(d, it, it->likeness >= 1 ? "exact" : "near", before);
    }
    return rc;
}

int att_derive_originals(att_deriver *d)
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
