/* place_rel.c: how what is told lies to the place that is named: "30 km north of Kharkiv", "near Kursk", "northern Syria", "the Black Sea
 * coast". The place is resolved as it stands; the relation is kept beside it, so that nobody takes the border for the middle of a country. */
#include "place/place_int.h"

static const char *const PARTS[] = {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "inner", "outer", NULL};
static const char *const COASTS[] = {"coast", "coastline", "shore", "shores", "seaboard", "waters", "littoral", NULL};
static const char *const BORDERS[] = {"border", "borders", "frontier", "boundary", NULL};
static const char *const EDGES[] = {"outskirts", "suburb", "suburbs", "edge", "outside", "outlying", NULL};
static const char *const LENGTHS[] = {"km", "kms", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "mi", NULL};

typedef struct {
    const att_doc *doc;
    uint32_t first; /* of the sentence */
} walk;

static att_slice word(const walk *w, uint32_t t)
{
    return t >= w->first && t < w->doc->toks.n ? w->doc->toks.at[t].lower : (att_slice){0};
}

/* "30", "1,200", "ten": the number at token t, 0 = none. */
static double number_at(const walk *w, uint32_t t)
{
    static const char *const WORDS[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"};
    static const double VALUES[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    att_slice s = word(w, t);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (att_is(s, WORDS[i])) return VALUES[i];
    char digits[16];
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.len && n < sizeof digits; i++)
        if (s.ptr[i] != ',') digits[n++] = s.ptr[i];
    double v = 0;
    return n && att_to_double((att_slice){digits, n}, &v) && v > 0 && v < 20000 ? v : 0;
}

/* "30 km", "about 20 miles (32 km)": the length that ends at token t, in kilometres; 0 = none. *beg: its first token. */
static double length_at(const walk *w, uint32_t t, uint32_t *beg)
{
    if (att_is(word(w, t), ")") && t >= w->first + 3) t--;
    att_slice unit = word(w, t);
    if (!att_in(unit, LENGTHS) || t <= w->first) return 0;
    uint32_t at = att_is(word(w, t - 1), "-") && t > w->first + 1 ? t - 2 : t - 1;
    double v = number_at(w, at);
    *beg = at;
    return att_starts(unit, "mi") ? v * 1.609344 : v;
}

static bool set(att_place *p, const char *relation, att_slice direction, double km)
{
    p->relation = relation;
    if (direction.len) p->direction = direction;
    p->km = km;
    return true;
}

/* "... north of", "30 km from", "the outskirts of", "the coast of": t is the preposition right before the name. */
static bool by_preposition(const walk *w, uint32_t t, att_place *p)
{
    att_slice prep = word(w, t), before = word(w, t - 1), none = {0};
    uint32_t beg = 0;
    bool side = att_in(before, PARTS);
    double km = length_at(w, side ? t - 2 : t - 1, &beg);
    if (km > 0 && (att_is(prep, "of") || att_is(prep, "from") || att_is(prep, "outside") || att_is(prep, "off"))) return set(p, "distance", side ? before : none, km);
    if (att_is(prep, "near") || att_is(prep, "beside") || (att_is(prep, "to") && att_is(before, "close"))) return set(p, "near", none, 0);
    if (att_is(prep, "outside")) return set(p, "outside", none, 0);
    if (att_is(prep, "off")) return set(p, "off", none, 0);
    if (att_is(prep, "around")) return set(p, "around", none, 0);
    if (att_is(prep, "of") && side) return set(p, att_is(word(w, t - 2), "the") ? "part" : "direction", before, 0);
    if (att_is(prep, "of") && att_in(before, COASTS)) return set(p, "coast", att_in(word(w, t - 2), PARTS) ? word(w, t - 2) : none, 0);
    if (att_is(prep, "of") && att_in(before, EDGES)) return set(p, "outskirts", none, 0);
    if ((att_is(prep, "with") || att_is(prep, "of") || att_is(prep, "to")) && att_in(before, BORDERS)) return set(p, "border", none, 0);
    return false;
}

/* "the Black Sea coast", "Ukraine's eastern border". */
static bool by_noun_behind(const walk *w, uint32_t t, att_place *p)
{
    if (att_is(word(w, t), "'s") || att_is(word(w, t), "'") || att_is(word(w, t), "\xE2\x80\x99s")) t++;
    att_slice side = att_in(word(w, t), PARTS) ? word(w, t) : (att_slice){0};
    if (side.len) t++;
    if (t < w->doc->toks.n && w->doc->toks.at[t].sent != w->doc->toks.at[t - 1].sent) return false;
    if (att_in(word(w, t), COASTS)) return set(p, "coast", side, 0);
    if (att_in(word(w, t), BORDERS)) return set(p, "border", side, 0);
    return false;
}

void att_place_relate(const att_doc *doc, att_place *p)
{
    walk w = {doc, doc->sents.at[doc->toks.at[p->tok_beg].sent].tok_beg};
    uint32_t t = p->tok_beg;
    for (uint32_t k = p->tok_beg; k + 1 < p->tok_end; k++) /* "Southern California" as one name */
        if (att_in(doc->toks.at[k].lower, PARTS) && !att_eq(p->name, att_cut(doc, p->span))) p->direction = doc->toks.at[k].lower;
    if (t > w.first && att_is(word(&w, t - 1), "the")) t--;
    if (t > w.first && att_in(word(&w, t - 1), PARTS)) p->direction = word(&w, --t);
    if (p->direction.len) p->relation = "part";
    if (t > w.first && att_is(word(&w, t - 1), "the")) t--;
    if (t > w.first + 1 && by_preposition(&w, t - 1, p)) return;
    if (p->tok_end < doc->toks.n && by_noun_behind(&w, p->tok_end, p)) return;
}
