#include "story/happenings.h"

#include "story/fold.h"
#include "story/wording.h"

/* Rows with as much in common or more tell one event. Two sides that are surely the same (3 each) are not enough by themselves:
 * two states may do the same sort of thing twice a day. */
static const double ENOUGH = 6.0, ENOUGH_UNDATED = 7.0;
static const double SURE = 3, LIKELY = 2, MAYBE = 1;
/* Of a happening so many rows are compared with, and of those that begin with an actor so many happenings. */
enum { COMPARED = 6, LOOK_BACK = 48 };

typedef struct {
    att_wording all;
    uint32_t word; /* of the trigger */
} wording;

typedef struct {
    uint32_t rows[COMPARED], count;
} happening;

typedef struct link {
    uint32_t happening;
    uint32_t before; /* index into links + 1 */
} link;

typedef struct {
    const att_story_words *words;
    att_arena *arena;
    const att_telling *rows;
    wording *said;
    ATT_VEC(happening) found;
    ATT_VEC(link) links;
    att_map heads; /* type and party -> index into links + 1 */
} finder;

static const char *const DONE[] = {"occurred", "ongoing", "alleged", NULL};
static const char *const AHEAD[] = {"planned", "possible", "conditional", NULL};
static const char *const NOT[] = {"negated", "denied", NULL};

bool att_status_compatible(att_slice a, att_slice b)
{
    if (att_eq(a, b)) return true;
    bool done = att_in(a, DONE) && att_in(b, DONE), ahead = att_in(a, AHEAD) && att_in(b, AHEAD), not = att_in(a, NOT) && att_in(b, NOT);
    bool came = (att_is(a, "planned") && att_in(b, DONE)) || (att_is(b, "planned") && att_in(a, DONE));
    return done || ahead || not || came;
}

static wording wording_of(const finder *f, const att_telling *t)
{
    wording out = {att_wording_of(f->words, f->arena, t->sentence), 0};
    uint32_t at = 0;
    att_folded w;
    if (att_fold_next(t->trigger, &at, &w)) out.word = (uint32_t)att_hash(att_fold_stem(&w));
    return out;
}

static double party(const att_party *a, const att_party *b)
{
    if (a->name && a->name == b->name) return SURE;
    if (a->code && a->code == b->code) {
        bool sector = a->sector && a->sector == b->sector, either = !a->sector || !b->sector;
        if (sector && !(a->name && b->name)) return LIKELY;
        return sector || either ? MAYBE : 0; /* a state and its president; or two of its ministers */
    }
    return !a->name && !b->name && !a->code && !b->code && a->text == b->text ? LIKELY : 0;
}

static double side(const att_parties *a, const att_parties *b)
{
    double best = 0;
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++) {
            double s = party(&a->at[i], &b->at[k]);
            if (s > best) best = s;
        }
    return best;
}

/* Meetings and agreements have no direction. */
static bool mutual(att_slice type) { return att_is(type, "CONSULT") || att_is(type, "AGREE") || att_is(type, "COOPERATE"); }

/* Both sides, or -1 when they contradict each other. */
static double who(const att_telling *a, const att_telling *b, uint32_t *shared)
{
    double actor = side(&a->actors, &b->actors), recipient = side(&a->recipients, &b->recipients);
    bool open = a->recipients.n == 0 || b->recipients.n == 0;
    if (mutual(a->type)) {
        double x = side(&a->actors, &b->recipients), y = side(&a->recipients, &b->actors);
        if (x + y > actor + recipient) actor = x, recipient = y;
        if (actor == 0 && recipient > 0 && open) actor = recipient, recipient = 0;
    }
    if (actor == 0 && !(a->actors.n == 0 && b->actors.n == 0 && recipient >= LIKELY)) return -1;
    if (recipient == 0 && !open) return -1;
    *shared |= (actor > 0 ? ATT_SAME_ACTOR : 0) | (recipient > 0 ? ATT_SAME_RECIPIENT : 0);
    return actor + recipient + (a->recipients.n == 0 && b->recipients.n == 0 ? 1 : 0);
}

static double numbers(double a, double b, uint32_t *shared)
{
    if (a < 0 || b < 0) return 0;
    if (a == b) return *shared |= ATT_SAME_NUMBERS, 1.5;
    return a > 2 * b || b > 2 * a ? -2 : 0; /* a toll grows in the course of a day */
}

static double weigh(const finder *f, uint32_t i, uint32_t k, uint32_t *shared, double *likeness)
{
    const att_telling *a = &f->rows[i], *b = &f->rows[k];
    *shared = 0;
    if (!att_eq(a->type, b->type) || !att_status_compatible(a->status, b->status)) return 0;
    if (a->country.len && b->country.len && !att_eq(a->country, b->country)) return 0;
    double sum = who(a, b, shared);
    if (sum < 0) return 0;
    if (a->dated && b->dated) *shared |= ATT_SAME_DATE;
    if (a->mode.len && b->mode.len) {
        sum += att_eq(a->mode, b->mode) ? 1 : -2;
        if (att_eq(a->mode, b->mode)) *shared |= ATT_SAME_MODE;
    }
    if (a->place.len && b->place.len) {
        sum += att_eq(a->place, b->place) ? 1.5 : -1.5;
        if (att_eq(a->place, b->place)) *shared |= ATT_SAME_PLACE;
    }
    if (f->said[i].word && f->said[i].word == f->said[k].word) sum += 1, *shared |= ATT_SAME_WORD;
    if (a->story && a->story == b->story) sum += 1.5, *shared |= ATT_SAME_STORY;
    sum += numbers(a->killed, b->killed, shared) + numbers(a->injured, b->injured, shared);
    *likeness = att_wording_alike(&f->said[i].all, &f->said[k].all);
    if (*likeness >= 0.2) *shared |= ATT_SAME_WORDING;
    sum += 5 * *likeness;
    return a->dated && !(a->exact_day && b->exact_day) ? sum - 1.5 : sum;
}

/* The keys under which a row is looked for: its type with each code or name on its sides. */
static uint32_t keys_of(const att_telling *t, uint64_t *out, uint32_t cap)
{
    uint32_t n = 0;
    const att_parties *sides[] = {&t->actors, &t->recipients};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < sides[s]->n && n + 2 <= cap; i++) {
            const att_party *p = &sides[s]->at[i];
            uint64_t type = att_hash(t->type);
            if (p->code) out[n++] = att_hash2(type, p->code);
            if (p->name) out[n++] = att_hash2(type, p->name);
            else if (!p->code && p->text) out[n++] = att_hash2(type, p->text);
        }
    return n;
}

static uint32_t *head(finder *f, uint64_t key)
{
    uint32_t *at = att_map_get(&f->heads, (att_slice){(const char *)&key, sizeof key});
    if (at) return at;
    return att_map_put(&f->heads, f->arena, att_copy(f->arena, (att_slice){(const char *)&key, sizeof key}), NULL);
}

static bool listed(const finder *f, uint32_t first, uint32_t h)
{
    for (uint32_t l = first, left = LOOK_BACK; l && left--; l = f->links.at[l - 1].before)
        if (f->links.at[l - 1].happening == h) return true;
    return false;
}

static void place_row(finder *f, uint32_t i, att_told *out)
{
    uint64_t keys[24];
    uint32_t n = keys_of(&f->rows[i], keys, 24), chosen = UINT32_MAX;
    happening *into = NULL;
    double best = f->rows[i].dated ? ENOUGH : ENOUGH_UNDATED;
    out[i] = (att_told){.first = i};
    for (uint32_t k = 0; k < n && !f->rows[i].fixed && f->found.at; k++)
        for (uint32_t l = *head(f, keys[k]), left = LOOK_BACK; l && left--; l = f->links.at[l - 1].before) {
            happening *h = &f->found.at[f->links.at[l - 1].happening];
            for (uint32_t r = 0; r < h->count; r++) {
                uint32_t shared;
                double likeness = 0, w = weigh(f, i, h->rows[r], &shared, &likeness);
                if (w < best || (w == best && chosen != UINT32_MAX)) continue;
                best = w;
                chosen = f->links.at[l - 1].happening;
                into = h;
                out[i] = (att_told){h->rows[0], shared, likeness};
            }
        }
    if (!into) {
        chosen = f->found.n;
        into = att_push(f->arena, &f->found);
        *into = (happening){{0}, 0};
    }
    if (into->count < COMPARED) into->rows[into->count++] = i;
    for (uint32_t k = 0; k < n; k++) {
        uint32_t *at = head(f, keys[k]);
        if (listed(f, *at, chosen)) continue;
        *att_push(f->arena, &f->links) = (link){chosen, *at};
        *at = f->links.n;
    }
}

void att_happenings_find(const att_story_words *words, att_arena *arena, const att_telling *rows, uint32_t n, att_told *out)
{
    att_mark m = att_arena_mark(arena);
    finder f = {.words = words, .arena = arena, .rows = rows};
    f.said = att_new(arena, wording, n + 1);
    for (uint32_t i = 0; i < n; i++) f.said[i] = wording_of(&f, &rows[i]);
    for (uint32_t i = 0; i < n; i++) place_row(&f, i, out);
    att_arena_rewind(arena, m);
}
