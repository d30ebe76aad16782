#include "figure/number.h"

#include <math.h>

static const double LARGEST = 1e18;

typedef struct {
    const char *word;
    double value;
} named;

static const named UNITS[] = {
    {"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9},
    {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60},
    {"seventy", 70}, {"eighty", 80}, {"ninety", 90}, {NULL, 0}};

static const named SCALES[] = {{"hundred", 1e2}, {"thousand", 1e3}, {"k", 1e3}, {"million", 1e6}, {"mln", 1e6}, {"mn", 1e6}, {"m", 1e6},
                               {"billion", 1e9}, {"bln", 1e9}, {"bn", 1e9}, {"b", 1e9}, {"trillion", 1e12}, {"trn", 1e12}, {"tn", 1e12},
                               {"dozen", 12}, {"lakh", 1e5}, {"crore", 1e7}, {NULL, 0}};

/* The least that the plural without a number can mean: two of them. */
static const named CROWDS[] = {{"dozens", 24}, {"scores", 40}, {"tens", 20}, {"hundreds", 200}, {"thousands", 2e3},
                               {"millions", 2e6}, {"billions", 2e9}, {"trillions", 2e12}, {NULL, 0}};

static double find(const named *list, att_slice word)
{
    for (; list->word; list++)
        if (att_is(word, list->word)) return list->value;
    return -1;
}

static att_slice low(const att_doc *doc, uint32_t t) { return doc->toks.at[t].lower; }
static bool glued(const att_doc *doc, uint32_t t) { return doc->toks.at[t].span.end == doc->toks.at[t + 1].span.beg; }

double att_number_scale(att_slice lower)
{
    double v = find(SCALES, lower);
    return v > 0 ? v : 0;
}

/* 140,000  5.6  1,00,000; no other sign. */
static bool digits(att_slice s, double *value)
{
    char buf[32];
    uint32_t n = 0, group = 0, dots = 0;
    bool comma = false;
    if (s.len == 0 || s.len > 24 || !(att_is_digit((unsigned char)s.ptr[0]) || (s.ptr[0] == '.' && s.len > 1))) return false;
    for (uint32_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (att_is_digit(c)) {
            group++;
            buf[n++] = (char)c;
        } else if (c == ',' && dots == 0 && group > 0 && group <= 3) {
            comma = true;
            group = 0;
        } else if (c == '.' && dots == 0 && (!comma || group == 3)) {
            dots = 1;
            buf[n++] = '.';
        } else {
            return false;
        }
    }
    if (comma && dots == 0 && group != 3) return false;
    return att_to_double((att_slice){buf, n}, value);
}

/* A letter alone is a size with money before it, or against the number with a noun behind it: "2m people", but "2m long". */
static bool may_scale(const att_doc *doc, uint32_t t, uint32_t beg, uint32_t stop)
{
    static const char *const LONG[] = {"long", "high", "wide", "tall", "deep", "square", "race", "sprint", "final", "freestyle", NULL};
    static const char *const SIGNS[] = {"$", "\xE2\x82\xAC", "\xC2\xA3", "us$", "a$", "c$", NULL};
    if (low(doc, t).len > 1) return true;
    if (beg > 1 && att_in(low(doc, beg - 1), SIGNS)) return true;
    if (!glued(doc, t - 1)) return false;
    if (att_is(low(doc, t), "k")) return true;
    uint8_t u = t + 1 < stop ? doc->toks.at[t + 1].upos : ATT_UPOS_NONE;
    return (u == ATT_NOUN || u == ATT_PROPN || u == ATT_ADJ) && !att_in(low(doc, t + 1), LONG);
}

/* Sizes behind the number: "hundred thousand", "- million", "dozen". */
static void scale(const att_doc *doc, uint32_t stop, att_number *n)
{
    while (n->end < stop) {
        uint32_t t = n->end;
        bool hyphen = att_is(low(doc, t), "-") && t + 1 < stop && !n->plain;
        if (hyphen) t++;
        att_slice w = low(doc, t);
        if (n->plain && w.len > 7 && att_ends(w, "illions")) w.len--; /* "22 billions" */
        double by = att_number_scale(w);
        if (by == 0 || !may_scale(doc, t, n->beg, stop)) return;
        n->value *= by;
        n->scaled = true;
        n->plain = false;
        n->end = t + 1;
    }
}

/* twenty, twenty-five, three hundred and twelve, two thousand five hundred */
static bool words(const att_doc *doc, uint32_t t, uint32_t stop, att_number *n)
{
    double total = 0, part = find(UNITS, low(doc, t));
    if (part < 0) return false;
    uint32_t at = t + 1, safe = at; /* behind the last word that belongs to it for sure */
    while (at < stop) {
        att_slice w = low(doc, at);
        double v = find(UNITS, w), by = att_number_scale(w);
        bool joins = att_is(w, "-") || (att_is(w, "and") && n->scaled);
        if (joins && at == safe) {
            at++;
            continue;
        }
        bool small = v >= 0 && v < 100 && ((part >= 20 && fmod(part, 10) == 0 && part < 100 && v < 10 && v > 0) || (n->scaled && part == 0) ||
                                           (part >= 100 && fmod(part, 100) == 0));
        if (small) {
            part += v;
        } else if (by > 0 && w.len > 2 && !(at > safe && att_is(low(doc, at - 1), "and"))) {
            n->scaled = true;
            if (by == 100 || by == 12) part *= by;
            else total += part * by, part = 0;
        } else {
            break;
        }
        safe = ++at;
    }
    n->end = safe;
    n->value = total + part;
    return true;
}

/* dozens, tens of thousands, hundreds of thousands */
static bool crowd(const att_doc *doc, uint32_t t, uint32_t stop, att_number *n)
{
    double v = find(CROWDS, low(doc, t));
    if (v < 0) return false;
    bool more = t + 2 < stop && att_is(low(doc, t + 1), "of") && find(CROWDS, low(doc, t + 2)) >= 1000;
    if (att_is(low(doc, t), "tens") && !more) return false;
    n->vague = n->scaled = true;
    n->value = more ? v * find(CROWDS, low(doc, t + 2)) / 2 : v;
    n->end = more ? t + 3 : t + 1;
    return true;
}

/* a hundred, half a million, a half million, half-billion, several hundred, a few dozen */
static bool phrase(const att_doc *doc, uint32_t t, uint32_t stop, att_number *n)
{
    static const char *const FEW[] = {"several", "few", "couple", NULL};
    uint32_t at = t;
    double factor = 1;
    bool article = att_is(low(doc, at), "a") || att_is(low(doc, at), "an");
    if (article) at++;
    if (at < stop && att_is(low(doc, at), "half")) {
        factor = 0.5;
        at++;
        if (at < stop && (att_is(low(doc, at), "a") || att_is(low(doc, at), "-"))) at++;
    } else if (at < stop && att_in(low(doc, at), FEW)) {
        factor = 2;
        n->vague = true;
        at++;
        if (at < stop && att_is(low(doc, at), "of")) at++;
    } else if (!article) {
        return false;
    }
    if (at >= stop || low(doc, at).len < 3 || att_number_scale(low(doc, at)) == 0) return false;
    n->value = factor * att_number_scale(low(doc, at));
    n->scaled = true;
    n->end = at + 1;
    return true;
}

bool att_number_read(const att_doc *doc, uint32_t t, uint32_t stop, att_number *n)
{
    *n = (att_number){.beg = t, .end = t + 1};
    if (t >= stop) return false;
    if (digits(doc->toks.at[t].lower, &n->value)) n->plain = true;
    else if (!words(doc, t, stop, n) && !crowd(doc, t, stop, n) && !phrase(doc, t, stop, n)) return false;
    if (!n->vague) scale(doc, stop, n);
    return n->value <= LARGEST; /* "hundred hundred hundred ..." is no number, and must not become infinite */
}
