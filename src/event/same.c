#include "event/same.h"

static bool real(const att_event *e) { return e->status == ATT_ST_OCCURRED || e->status == ATT_ST_ONGOING; }

static att_id entity_at(const att_doc *doc, att_ids side, uint32_t i) { return doc->mentions.at[side.at[i]].entity; }

/* The same party: one entity, or two mentions that no more is known of than one code and sector. */
static bool same_party(const att_doc *doc, att_id a, att_id b)
{
    if (a == b) return a != 0;
    const att_entity *x = &doc->entities.at[a], *y = &doc->entities.at[b];
    return a && b && x->code.len && att_eq(x->code, y->code) && att_eq(x->sector, y->sector);
}

/* 1 = a party in common, 0 = one of them is empty, -1 = two different sides. */
static int sides(const att_doc *doc, att_ids a, att_ids b)
{
    if (a.n == 0 || b.n == 0) return 0;
    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < b.n; k++)
            if (same_party(doc, entity_at(doc, a, i), entity_at(doc, b, k))) return 1;
    return -1;
}

static uint32_t common(const att_doc *doc, att_ids a, att_ids b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < b.n; k++) n += same_party(doc, entity_at(doc, a, i), entity_at(doc, b, k));
    return n;
}

static bool days_agree(const att_event *a, const att_event *b)
{
    if (a->date.value.len == 0 || b->date.value.len == 0) return true;
    return a->date.days.first <= b->date.days.last && b->date.days.first <= a->date.days.last;
}

bool att_places_agree(const att_doc *doc, const att_event *a, const att_event *b)
{
    if (!a->place || !b->place) return true;
    const att_place *x = &doc->places.at[a->place], *y = &doc->places.at[b->place];
    return att_eq(x->name, y->name) || att_is(x->kind, "country") || att_is(y->kind, "country") ? att_eq(x->country, y->country) : false;
}

bool att_tolls_agree(const att_event *a, const att_event *b)
{
    for (int i = 0; i < ATT_MAG_COUNT; i++) {
        const att_range *x = &a->magnitude[i], *y = &b->magnitude[i];
        if (x->set && y->set && (x->low > y->high || y->low > x->high)) return false;
    }
    return true;
}

/* "kidnap" and "kidnapping", "bomb" and "bombing": one begins the other, or both begin with the same five letters. */
static bool same_stem(att_slice a, att_slice b)
{
    enum { STEM = 5 };
    uint32_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n]) n++;
    return n >= STEM || (n >= 4 && (n == a.len || n == b.len)) || att_eq(a, b);
}

/* Two reports of one deed use its word again, or another of the same code between the same sides. Words are said again and again, so a
 * speech act must have the word and both sides; a meeting must have two parties in common. */
static bool same_event(const att_doc *doc, const att_event *a, const att_event *b)
{
    if (a->type != b->type || real(a) != real(b) || (!real(a) && a->status != b->status)) return false;
    bool word = same_stem(doc->toks.at[a->trigger].lemma, doc->toks.at[b->trigger].lemma);
    if (!word && !att_eq(a->cameo, b->cameo)) return false;
    int actors = sides(doc, a->actors, b->actors), recipients = sides(doc, a->recipients, b->recipients);
    if (actors < 0 || recipients < 0 || actors + recipients == 0) return false;
    bool deed = a->type == ATT_ASSAULT || a->type == ATT_COERCE || a->type == ATT_PROTEST || a->type == ATT_RETREAT || a->type == ATT_MOBILIZE ||
                a->type == ATT_AID || a->type == ATT_CONSULT || a->type == ATT_SANCTION || a->type == ATT_COOPERATE;
    bool both = actors > 0 && recipients > 0;
    if (deed ? !word && !both : !word || !both) return false;
    if (a->type == ATT_CONSULT && common(doc, a->actors, b->actors) < 2) return false;
    return days_agree(a, b) && att_places_agree(doc, a, b) && att_tolls_agree(a, b);
}

/* How much a telling says. */
static uint32_t fullness(const att_event *e)
{
    uint32_t n = 2 * (e->actors.n > 0) + 2 * (e->recipients.n > 0) + (e->date.value.len > 0) + (e->place > 0) + (e->mode.len > 0);
    for (int i = 0; i < ATT_MAG_COUNT; i++) n += e->magnitude[i].set;
    return n;
}

enum { REACH = 200 }; /* events back that are compared: an article seldom has more */

void att_events_same(att_doc *doc)
{
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        for (uint32_t k = i > REACH ? i - REACH : 1; k < i; k++) {
            att_event *head = &doc->events.at[k];
            if (head->same_as || !same_event(doc, head, e)) continue;
            e->same_as = k;
            break;
        }
    }
    /* the fullest telling becomes the one that the others name; they are within reach of it */
    for (uint32_t head = 1; head < doc->events.n; head++) {
        if (doc->events.at[head].same_as) continue;
        uint32_t best = head, end = doc->events.n - head > REACH ? head + REACH + 1 : doc->events.n;
        for (uint32_t i = head + 1; i < end; i++)
            if (doc->events.at[i].same_as == head && fullness(&doc->events.at[i]) > fullness(&doc->events.at[best])) best = i;
        if (best == head) continue;
        for (uint32_t i = head + 1; i < end; i++)
            if (doc->events.at[i].same_as == head) doc->events.at[i].same_as = best;
        doc->events.at[head].same_as = best;
        doc->events.at[best].same_as = 0;
    }
}
