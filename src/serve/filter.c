#include "serve/filter.h"

#include "base/civil.h"

att_slice att_param_get(att_params p, const char *name)
{
    for (uint32_t i = 0; i < p.n; i++)
        if (att_is(p.at[i].name, name)) return p.at[i].value;
    return (att_slice){0};
}

uint32_t att_param_count(att_params p, const char *name, uint32_t fallback, uint32_t max)
{
    uint32_t v;
    if (!att_to_u32(att_param_get(p, name), &v)) return fallback;
    return v > max ? max : v;
}

static void mark(bool **set, att_arena *a, uint32_t size, uint32_t which)
{
    if (!*set) *set = att_new(a, bool, size);
    if (which) (*set)[which] = true;
}

void att_who_add(att_who_set *w, att_arena *a, const att_board *b, att_slice value)
{
    w->any = true;
    mark(&w->entity, a, b->entities.names.n, att_dict_find(&b->entities, value));
    mark(&w->party, a, b->parties.names.n, att_dict_find(&b->parties, value));
    mark(&w->sector, a, b->sectors.names.n, att_dict_find(&b->sectors, value));
}

bool att_who_has(const att_who_set *w, const att_seat *s)
{
    return w->any && (w->entity[s->entity] || w->party[s->party] || w->sector[s->sector]);
}

/* "Kyiv" or "Kyiv|UKR" are both in the dictionary of places as they are in the store. */
static void one_add(att_filter *f, att_arena *a, att_cond cond, const att_dict *d, att_slice value)
{
    f->active |= ATT_F_BIT(cond);
    mark(&f->one[cond], a, d->names.n, att_dict_find(d, value));
}

static void doc_add(att_filter *f, att_arena *a, att_slice value)
{
    uint32_t row;
    f->active |= ATT_F_BIT(ATT_F_DOC);
    mark(&f->doc, a, f->board->docs.n + 1, 0);
    if (!att_to_u32(value, &row)) return;
    for (uint32_t i = 0; i < f->board->docs.n; i++)
        if (f->board->docs.at[i].row == row) f->doc[i] = true;
}

static void pair_add(att_filter *f, att_arena *a, att_slice value)
{
    att_slice left, rest = value;
    if (!att_split(&rest, '~', &left) || left.len == 0 || rest.len == 0) return;
    f->active |= ATT_F_BIT(ATT_F_PAIR);
    att_who_add(&f->left, a, f->board, left);
    att_who_add(&f->right, a, f->board, rest);
}

static void who_param(att_filter *f, att_arena *a, att_who_set *w, att_cond cond, att_slice value)
{
    f->active |= ATT_F_BIT(cond);
    att_who_add(w, a, f->board, value);
}

static void read_one(att_filter *f, att_arena *a, att_slice name, att_slice v)
{
    const att_board *b = f->board;
    att_day first, last;
    if (att_is(name, "actor")) who_param(f, a, &f->actor, ATT_F_ACTOR, v);
    if (att_is(name, "recipient")) who_param(f, a, &f->recipient, ATT_F_RECIPIENT, v);
    if (att_is(name, "said_by")) who_param(f, a, &f->said_by, ATT_F_SAID_BY, v);
    if (att_is(name, "party")) who_param(f, a, &f->side, ATT_F_PARTY, v);
    if (att_is(name, "pair")) pair_add(f, a, v);
    if (att_is(name, "type")) one_add(f, a, ATT_F_TYPE, &b->one[ATT_ONE_TYPE], v);
    if (att_is(name, "status")) one_add(f, a, ATT_F_STATUS, &b->one[ATT_ONE_STATUS], v);
    if (att_is(name, "quad")) one_add(f, a, ATT_F_QUAD, &b->one[ATT_ONE_QUAD], v);
    if (att_is(name, "place")) one_add(f, a, ATT_F_PLACE, &b->one[ATT_ONE_PLACE], v);
    if (att_is(name, "outlet")) one_add(f, a, ATT_F_OUTLET, &b->outlets, v);
    if (att_is(name, "doc")) doc_add(f, a, v);
    if (att_is(name, "date") && att_is(v, "none")) f->undated = true;
    if (att_is(name, "from") && att_parse_iso(v, &first, &last)) f->from = first;
    if (att_is(name, "to") && att_parse_iso(v, &first, &last)) f->to = last;
}

void att_filter_read(att_filter *f, att_arena *a, const att_board *b, att_params p)
{
    *f = (att_filter){.board = b, .params = p, .from = ATT_NO_DAY, .to = ATT_NO_DAY, .active = ATT_F_BIT(ATT_F_COPY)};
    for (uint32_t i = 0; i < p.n; i++)
        if (p.at[i].value.len) read_one(f, a, p.at[i].name, p.at[i].value);
    f->published = att_is(att_param_get(p, "undated"), "published");
    if (att_is(att_param_get(p, "copies"), "1")) f->active &= ~ATT_F_BIT(ATT_F_COPY);
    if (f->undated || f->from != ATT_NO_DAY || f->to != ATT_NO_DAY) f->active |= ATT_F_BIT(ATT_F_DATE);
}

att_day att_filter_day(const att_filter *f, const att_fact *e)
{
    return e->first == ATT_NO_DAY && f->published ? f->board->docs.at[e->doc].published : e->first;
}

static bool date_fits(const att_filter *f, const att_fact *e)
{
    if (f->undated) return e->first == ATT_NO_DAY;
    att_day first = att_filter_day(f, e), last = e->first == ATT_NO_DAY ? first : e->last;
    if (first == ATT_NO_DAY) return false;
    return (f->from == ATT_NO_DAY || last >= f->from) && (f->to == ATT_NO_DAY || first <= f->to);
}

/* One pass over the seats for all conditions on who. */
static uint32_t seats_fail(const att_filter *f, const att_fact *e)
{
    const uint32_t all = ATT_F_BIT(ATT_F_ACTOR) | ATT_F_BIT(ATT_F_RECIPIENT) | ATT_F_BIT(ATT_F_SAID_BY) | ATT_F_BIT(ATT_F_PARTY) | ATT_F_BIT(ATT_F_PAIR);
    if (!(f->active & all)) return 0;
    uint32_t met = 0;
    bool la = false, lr = false, ra = false, rr = false; /* left and right, as actor and as recipient */
    const att_seat *s = f->board->seats.at + e->seats;
    for (uint32_t i = 0; i < e->seat_count; i++, s++) {
        if (s->part == ATT_PART_SAID_BY) {
            if (att_who_has(&f->said_by, s)) met |= ATT_F_BIT(ATT_F_SAID_BY);
            continue;
        }
        bool left = att_who_has(&f->left, s), right = att_who_has(&f->right, s);
        if (s->part == ATT_PART_ACTOR) {
            if (att_who_has(&f->actor, s)) met |= ATT_F_BIT(ATT_F_ACTOR);
            la |= left, ra |= right;
        } else {
            if (att_who_has(&f->recipient, s)) met |= ATT_F_BIT(ATT_F_RECIPIENT);
            lr |= left, rr |= right;
        }
        if (att_who_has(&f->side, s)) met |= ATT_F_BIT(ATT_F_PARTY);
    }
    if ((la && rr) || (ra && lr)) met |= ATT_F_BIT(ATT_F_PAIR);
    return f->active & all & ~met;
}

/* What the article of a row fails. */
static uint32_t sheet_fails(const att_filter *f, uint32_t doc, bool copy)
{
    uint32_t fails = 0;
    if (f->active & ATT_F_BIT(ATT_F_OUTLET) && !f->one[ATT_F_OUTLET][f->board->docs.at[doc].outlet]) fails |= ATT_F_BIT(ATT_F_OUTLET);
    if (f->active & ATT_F_BIT(ATT_F_DOC) && !f->doc[doc]) fails |= ATT_F_BIT(ATT_F_DOC);
    if (f->active & ATT_F_BIT(ATT_F_COPY) && copy) fails |= ATT_F_BIT(ATT_F_COPY);
    if (f->active & ATT_F_BIT(ATT_F_TEXT) && !f->text[doc]) fails |= ATT_F_BIT(ATT_F_TEXT);
    return fails;
}

bool att_filter_amount(const att_filter *f, const att_amount *a)
{
    att_day published = f->board->docs.at[a->doc].published;
    att_day first = a->first == ATT_NO_DAY ? published : a->first, last = a->last == ATT_NO_DAY ? published : a->last;
    if (sheet_fails(f, a->doc, f->board->docs.at[a->doc].copy)) return false;
    if (f->actor.any && !att_who_has(&f->actor, &a->of)) return false;
    if (f->side.any && !att_who_has(&f->side, &a->of)) return false;
    if (f->active & ATT_F_BIT(ATT_F_PLACE) && !f->one[ATT_F_PLACE][a->place]) return false;
    if (f->from != ATT_NO_DAY && (last == ATT_NO_DAY || last < f->from)) return false;
    return f->to == ATT_NO_DAY || (first != ATT_NO_DAY && first <= f->to);
}

uint32_t att_filter_test(const att_filter *f, uint32_t i)
{
    static const struct {
        att_cond cond;
        att_one one;
    } ONES[] = {{ATT_F_TYPE, ATT_ONE_TYPE}, {ATT_F_STATUS, ATT_ONE_STATUS}, {ATT_F_QUAD, ATT_ONE_QUAD}, {ATT_F_PLACE, ATT_ONE_PLACE}};
    const att_fact *e = &f->board->facts.at[i];
    uint32_t fails = seats_fail(f, e) | sheet_fails(f, e->doc, e->copy);
    for (int k = 0; k < 4; k++)
        if (f->active & ATT_F_BIT(ONES[k].cond) && !f->one[ONES[k].cond][e->one[ONES[k].one]]) fails |= ATT_F_BIT(ONES[k].cond);
    if (f->active & ATT_F_BIT(ATT_F_DATE) && !date_fits(f, e)) fails |= ATT_F_BIT(ATT_F_DATE);
    return fails;
}
