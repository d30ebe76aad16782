/* api_facets.c: how many events each value of each condition would leave. A value is counted when all other conditions hold, so
 * that one sees what adding it to its own condition would bring (the usual rule of faceted search). One pass. */
#include "serve/ask.h"

#include <stdlib.h>

enum { SHOWN = 150 };

typedef struct {
    const char *name;
    att_cond cond;
    const att_dict *dict;
    uint32_t *n;
    bool party;
} facet;

enum { F_ACTOR, F_RECIPIENT, F_SAID_BY, F_TYPE, F_STATUS, F_QUAD, F_PLACE, F_OUTLET, F_COUNT };

static void count_seats(const att_board *b, const att_fact *e, uint32_t fails, facet *f)
{
    static const int OF_PART[ATT_PART_COUNT] = {F_ACTOR, F_RECIPIENT, F_SAID_BY};
    const att_seat *s = b->seats.at + e->seats;
    for (uint32_t i = 0; i < e->seat_count; i++) {
        facet *x = &f[OF_PART[s[i].part]];
        bool again = false; /* two ministers of one country are one party to the event */
        for (uint32_t k = 0; k < i && !again; k++) again = s[k].part == s[i].part && s[k].party == s[i].party;
        if (!again && !(fails & ~ATT_F_BIT(x->cond))) x->n[s[i].party]++;
    }
}

static void count_one(facet *x, uint32_t fails, uint32_t value)
{
    if (!(fails & ~ATT_F_BIT(x->cond))) x->n[value]++;
}

typedef struct {
    uint32_t value, n;
} tally;

static int by_count(const void *a, const void *b)
{
    const tally *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : x->value < y->value ? -1 : x->value > y->value;
}

static void put_facet(att_ask *q, const facet *x)
{
    uint32_t size = x->dict->names.n, n = 0;
    tally *t = att_new(q->arena, tally, size + 1);
    for (uint32_t v = 1; v < size; v++)
        if (x->n[v]) t[n++] = (tally){v, x->n[v]};
    qsort(t, n, sizeof *t, by_count);
    att_key(&q->out, x->name);
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "values", n);
    att_member_number(&q->out, "none", x->n[0]);
    att_key(&q->out, "top");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && i < SHOWN; i++) {
        att_comma(&q->out);
        att_put_char(&q->out, '[');
        att_put_json(&q->out, x->dict->names.at[t[i].value]);
        att_put_char(&q->out, ',');
        att_put_json(&q->out, x->party ? att_party_label(q->board, t[i].value) : x->dict->names.at[t[i].value]);
        att_putf(&q->out, ",%u]", t[i].n);
    }
    att_put_z(&q->out, "]}");
}

int att_api_facets(att_ask *q)
{
    const att_board *b = q->board;
    facet f[F_COUNT] = {
        [F_ACTOR] = {"actor", ATT_F_ACTOR, &b->parties, NULL, true}, [F_RECIPIENT] = {"recipient", ATT_F_RECIPIENT, &b->parties, NULL, true},
        [F_SAID_BY] = {"said_by", ATT_F_SAID_BY, &b->parties, NULL, true}, [F_TYPE] = {"type", ATT_F_TYPE, &b->one[ATT_ONE_TYPE], NULL, false},
        [F_STATUS] = {"status", ATT_F_STATUS, &b->one[ATT_ONE_STATUS], NULL, false}, [F_QUAD] = {"quad", ATT_F_QUAD, &b->one[ATT_ONE_QUAD], NULL, false},
        [F_PLACE] = {"place", ATT_F_PLACE, &b->one[ATT_ONE_PLACE], NULL, false}, [F_OUTLET] = {"outlet", ATT_F_OUTLET, &b->outlets, NULL, false}};
    att_filter filter;
    uint32_t total = 0, undated = 0;
    if (!att_ask_filter(q, &filter)) return 400;
    for (int i = 0; i < F_COUNT; i++) f[i].n = att_new(q->arena, uint32_t, f[i].dict->names.n + 1);
    for (uint32_t i = 0; i < b->facts.n; i++) {
        uint32_t fails = att_filter_test(&filter, i);
        if (fails & (fails - 1)) continue; /* two conditions fail: counts nowhere */
        const att_fact *e = &b->facts.at[i];
        total += fails == 0;
        undated += fails == 0 && e->first == ATT_NO_DAY;
        count_seats(b, e, fails, f);
        count_one(&f[F_TYPE], fails, e->one[ATT_ONE_TYPE]);
        count_one(&f[F_STATUS], fails, e->one[ATT_ONE_STATUS]);
        count_one(&f[F_QUAD], fails, e->one[ATT_ONE_QUAD]);
        count_one(&f[F_PLACE], fails, e->one[ATT_ONE_PLACE]);
        count_one(&f[F_OUTLET], fails, b->docs.at[e->doc].outlet);
    }
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", total);
    att_member_number(&q->out, "undated", undated);
    for (int i = 0; i < F_COUNT; i++) put_facet(q, &f[i]);
    att_put_char(&q->out, '}');
    return 200;
}
