/* time_tense.c: does the clause around a date without a year (or week) look back or ahead?
 *
 * The nearest word that tells decides, the ones before the date first ("will meet on Friday"), then those behind it ("On Friday
 * ministers will meet"). An infinitive looks ahead unless what governs it has happened ("failed to", "managed to").
 */
#include "time/time_int.h"

enum { REACH = 14 };

static const char *const AHEAD[] = {"will", "'ll", "shall", "would", "may", "might", "wo", "could", "can", "must", "should", "scheduled",
    "due", "planned", "slated",
                                    "expected", "plans", "plan", "expects", "upcoming", "ahead", "set", "planning", "expecting", "until",
                                        "till", "tentatively", "starting",
                                    "beginning", "deadline", "approaching", "intends", "hopes", "invited", "aims", "proposed", NULL};
static const char *const DONE_TO[] = {"failed", "refused", "managed", "began", "started", "continued", "forced", "declined", "tried",
    "seemed", "appeared", "used",
                                      "able", "helped", "unable", "happened", "had", "ordered", "voted", "had", "came", "went",
                                          "gathered", "met", "arrived", "returned", "according", "sought", "attempted", "struggled",
                                      "rushed", "hastened", "proceeded", "stopped", "paused", "got", "dared", NULL};
static const char *const BACK[] = {"was", "were", "did", "had", "said", "told", "met", "went", "came", "took", "made", "held", "left",
    "began", "fell", "rose", "got", "gave", "saw",
                                   "found", "sent", "spoke", "won", "lost", "led", "became", "broke", "shot", "struck", "hit", "fought",
                                       "flew", "drew", "wrote", "brought", "thought",
                                   "sought", "kept", "stood", "ran", "fled", "cut", "grew", "sold", "bought", "paid", "swore", "blew",
                                       "put", "'d", "ended", NULL};
static const char *const STOP[] = {";", ":", "\"", "``", "''", "(", ")", NULL};

static bool past_form(const time_reader *r, uint32_t t)
{
    const att_tok *k = &r->doc->toks.at[t];
    if (att_in(k->lower, BACK)) return true;
    bool verb = k->upos == ATT_UPOS_NONE || k->upos == ATT_VERB || k->upos == ATT_AUX;
    return verb && k->lower.len > 4 && att_ends(k->lower, "ed") && !att_is(k->lower, "united") && !(k->flags & ATT_TOK_UPPER);
}

/* "to" and a word in small letters that is no article: a verb. */
static bool infinitive(const time_reader *r, uint32_t t)
{
    static const char *const NOT_VERB[] = {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "some",
        "all", "our", "my", "any", "work", NULL};
    if (!tw_is(r, t, "to") || t + 1 >= r->end) return false;
    const att_tok *v = &r->doc->toks.at[t + 1];
    if (v->upos) return v->upos == ATT_VERB || v->upos == ATT_AUX;
    return !(v->flags & (ATT_TOK_CAP | ATT_TOK_DIGIT)) && (v->flags & ATT_TOK_ALPHA) && !att_in(v->lower, NOT_VERB) &&
        r->word[t + 1]->class == TW_NONE;
}

/* 1 ahead, -1 back, 0 tells nothing. */
static int cue(const time_reader *r, uint32_t t)
{
    att_slice w = tw_lower(r, t);
    if (att_in(w, AHEAD)) {
        bool perfect = tw_is(r, t + 1, "have"); /* "could have met" */
        return perfect ? -1 : 1;
    }
    if (infinitive(r, t)) {
        for (uint32_t k = t; k-- > r->beg && k + 5 > t;) {
            if (att_in(tw_lower(r, k), AHEAD)) return 1;
            if (att_in(tw_lower(r, k), DONE_TO)) return -1;
        }
        return 1;
    }
    return past_form(r, t) ? -1 : 0;
}

/* The clause that the expression hangs in, when there are trees. An infinitive or a noun has no tense of its own: the words decide. */
static bool clause_says(const time_reader *r, uint32_t beg, uint32_t end, time_direction *d)
{
    const att_doc *doc = r->doc;
    if (!doc->tok_clause || doc->clauses.n < 2) return false;
    uint32_t w = 0;
    for (uint32_t t = beg; t < end && !w; t++)
        if (doc->toks.at[t].head < beg || doc->toks.at[t].head >= end) w = doc->toks.at[t].head;
    for (uint32_t steps = 0; w && !doc->tok_clause[w] && steps < 6; steps++) w = doc->toks.at[w].head;
    if (!w || !doc->tok_clause[w]) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[w]];
    if (c->flags & (ATT_CL_INFINITIVE | ATT_CL_NOMINAL)) return false;
    bool modal = c->modal.len && !(c->flags & ATT_CL_PERFECT);
    if (c->tense == ATT_TENSE_FUTURE || modal || att_in(doc->toks.at[w].lower, AHEAD)) *d = LOOKS_AHEAD;
    else if (c->tense == ATT_TENSE_PAST) *d = LOOKS_BACK;
    else return false;
    return true;
}

bool att_time_clear(const time_reader *r, uint32_t beg, uint32_t end, time_direction *d)
{
    if (clause_says(r, beg, end, d)) return true;
    for (uint32_t t = beg, left = REACH; t-- > r->beg && left--;) {
        if (att_in(tw_lower(r, t), STOP)) break;
        int c = cue(r, t);
        if (c) {
            *d = c > 0 ? LOOKS_AHEAD : LOOKS_BACK;
            return true;
        }
    }
    for (uint32_t t = end, left = REACH; t < r->end && left; t++, left--) {
        if (att_in(tw_lower(r, t), STOP)) break;
        int c = cue(r, t);
        if (c) {
            *d = c > 0 ? LOOKS_AHEAD : LOOKS_BACK;
            return true;
        }
    }
    return false;
}

time_direction att_time_direction(const time_reader *r, uint32_t beg, uint32_t end)
{
    time_direction d = LOOKS_BACK;
    return att_time_clear(r, beg, end, &d) ? d : LOOKS_BACK;
}

int att_time_told_year(const time_reader *r, int month)
{
    enum { BACKWARD = 8 }; /* months that a narrative goes back; else it goes on, over the turn of the year */
    att_moment told = r->told;
    if (!r->told_year || (told.size != SIZE_DAY && told.size != SIZE_MONTH && told.size != SIZE_WEEK)) return r->told_year;
    if (att_moment_year_of(told) != r->told_year) return r->told_year;
    int last = att_moment_resize(told, SIZE_MONTH).at - r->told_year * 12 + 1, off = month - last;
    return off < -BACKWARD ? r->told_year + 1 : r->told_year;
}

/* The year that is nearest to publication; a clear tense moves it when the nearest contradicts it by more than a season. */
bool att_time_place_day(const time_reader *r, uint32_t beg, uint32_t end, int month, int day, att_moment *out)
{
    enum { TOO_EARLY = 45, TOO_LATE = 100 }; /* days; dates far back mostly carry their year, dates ahead don't */
    if (r->narrative) {
        int year = att_time_told_year(r, month);
        if (!year || !att_date_valid(year, month, day)) return false;
        *out = (att_moment){SIZE_DAY, att_day_of(year, month, day)};
        return true;
    }
    if (r->published == ATT_NO_DAY) return false;
    int y = att_date_of(r->published).year, best = 0;
    att_day gap = INT32_MAX;
    time_direction d = LOOKS_BACK;
    bool clear = att_time_clear(r, beg, end, &d);
    for (int k = y - 8; k <= y + 8; k++) {
        if (!att_date_valid(k, month, day)) continue;
        att_day off = att_day_of(k, month, day) - r->published;
        if (clear && d == LOOKS_AHEAD && off < -TOO_EARLY) continue;
        if (clear && d == LOOKS_BACK && off > TOO_LATE) continue;
        if ((off < 0 ? -off : off) < gap) gap = off < 0 ? -off : off, best = k;
    }
    if (!best) return false;
    *out = (att_moment){SIZE_DAY, att_day_of(best, month, day)};
    return true;
}

bool att_time_place_month(const time_reader *r, uint32_t beg, uint32_t end, int month, att_moment *out)
{
    if (r->narrative) {
        if (!r->told_year) return false;
        *out = att_moment_month(att_time_told_year(r, month), month);
        return true;
    }
    if (r->published == ATT_NO_DAY) return false;
    att_date now = att_date_of(r->published);
    time_direction d = att_time_direction(r, beg, end);
    int year = now.year;
    if (d == LOOKS_AHEAD && month < now.month) year++;
    if (d == LOOKS_BACK && month > now.month) year--;
    *out = att_moment_month(year, month);
    return true;
}
