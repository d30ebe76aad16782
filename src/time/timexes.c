/* timexes.c: the walk over the sentences. */
#include <stdio.h>

#include "base/lexicon.h"
#include "time/time_int.h"

enum { PHRASE_BYTES = 64 };

static time_rule *const RULES[] = {att_time_calendar, att_time_numeric, att_time_decades, att_time_hijri, att_time_years, att_time_fixed,
    att_time_parts_of_year, att_time_seasons,
                                   att_time_weekday, att_time_todays, att_time_modified, att_time_ago, att_time_set, att_time_duration,
                                       att_time_clock, att_time_daypart,
                                   att_time_bare_unit, att_time_year_end, att_time_week_of_month};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

/* The month-day or month-Wn-weekday of a holiday in a year. */
static bool holiday_day(att_slice rule, int year, att_day *out)
{
    int month = att_time_digits(att_sub(rule, 0, 2));
    if (month < 1 || month > 12) return false;
    if (rule.len == 5) {
        int day = att_time_digits(att_sub(rule, 3, 5));
        if (!att_date_valid(year, month, day)) return false;
        *out = att_day_of(year, month, day);
        return true;
    }
    if (rule.len != 7 || rule.ptr[3] != 'W') return false;
    int w = rule.ptr[6] - '1';
    if (rule.ptr[4] == 'L') {
        att_day last = att_day_of(year, month, att_month_days(year, month));
        *out = last - (att_weekday(last) - w + 7) % 7;
    } else {
        att_day first = att_day_of(year, month, 1);
        *out = first + (w - att_weekday(first) + 7) % 7 + 7 * (rule.ptr[4] - '1');
    }
    return true;
}

static void read_holiday(const time_reader *r, uint32_t at, uint32_t end, att_slice rule, time_reading *out)
{
    int year = 0;
    att_day day;
    if (!tw_cap(r, at) && !tw_is(r, at, "the")) return;
    uint32_t e = att_time_year(r, tw_is(r, end, ",") ? end + 1 : end, &year);
    if (!e) {
        att_moment m;
        uint32_t month = (uint32_t)att_time_digits(att_sub(rule, 0, 2));
        if (!att_time_place_day(r, at, end, (int)month, 15, &m)) {
            char v[ATT_VALUE_BYTES];
            snprintf(v, sizeof v, "XXXX-%.*s", rule.len == 5 ? 5 : 2, rule.ptr);
            att_time_value(out, ATT_TIMEX_DATE, v, end, "TIME_HOLIDAY");
            return;
        }
        year = att_date_of(m.at).year;
    }
    if (holiday_day(rule, year, &day)) att_time_moment(out, (att_moment){SIZE_DAY, day}, e ? e : end, "TIME_HOLIDAY");
}

static void read_phrase(const time_reader *r, uint32_t at, uint32_t end, const time_phrase *p, time_reading *out)
{
    char v[ATT_VALUE_BYTES];
    if (p->holiday) {
        read_holiday(r, at, end, p->value, out);
        return;
    }
    if (att_is(p->value, "NIGHT")) {
        att_moment day = {0};
        if (r->published != ATT_NO_DAY) day = (att_moment){SIZE_DAY, r->published};
        att_time_of_day(out, day, "NI", end, "TIME_PHRASE");
        return;
    }
    snprintf(v, sizeof v, "%.*s", (int)(p->value.len < 40 ? p->value.len : 40), p->value.ptr);
    att_timex_kind kind = att_is(p->type, "DATE") ? ATT_TIMEX_DATE : att_is(p->type, "TIME") ? ATT_TIMEX_TIME : att_is(p->type,
        "SET") ? ATT_TIMEX_SET : ATT_TIMEX_DURATION;
    att_time_value(out, kind, v, end, "TIME_PHRASE");
    if (kind == ATT_TIMEX_DATE && att_is(p->value, "PRESENT_REF") && r->published != ATT_NO_DAY) out->days = (att_days){r->published,
        r->published};
}

/* Fixed phrases, holidays, and single words such as "now". */
void att_time_fixed(const time_reader *r, uint32_t at, time_reading *out)
{
    char text[PHRASE_BYTES];
    uint32_t n = 0, most = r->word[at]->phrase;
    for (uint32_t t = at; t < r->end && t < at + most; t++) {
        att_slice s = tw_lower(r, t);
        if (!s.ptr || n + s.len + 1 >= PHRASE_BYTES) break;
        if (n) text[n++] = ' ';
        memcpy(text + n, s.ptr, s.len);
        n += s.len;
        const uint32_t *p = att_map_get(&r->lex->phrases, (att_slice){text, n});
        if (p) read_phrase(r, at, t + 1, &r->lex->phrase.at[*p], out);
    }
    if (out->end || tw(r, at) != TW_REF) return;
    /* "as soon as", "soon after", "now that" join clauses */
    if (tw_is(r, at, "soon") && (tw_is(r, at - 1, "as") || tw_is(r, at + 1, "as") || tw_is(r, at + 1, "after"))) return;
    if (tw_is(r, at, "now") && tw_is(r, at + 1, "that")) return;
    const char *code = r->word[at]->code;
    const char *v = code[1] == 'A' ? "PAST_REF" : code[0] == 'F' ? "FUTURE_REF" : "PRESENT_REF";
    att_time_value(out, ATT_TIMEX_DATE, v, at + 1, "TIME_REF");
    if (code[1] == 'R' && r->published != ATT_NO_DAY && !r->narrative) out->days = (att_days){r->published, r->published};
}

/* The longest reading at a token. */
static void read_core(const time_reader *r, uint32_t at, time_reading *best)
{
    *best = (time_reading){0};
    for (int i = 0; i < RULE_COUNT && at < r->end; i++) {
        time_reading x = {0};
        RULES[i](r, at, &x);
        if (x.end > best->end) *best = x;
    }
}

/* "the end of", "early in", "late", "earlier", "the first half of": where the core begins. */
static uint32_t after_prefix(const time_reader *r, uint32_t at)
{
    uint32_t t = at;
    if (tw_is(r, t, "the") || tw_is(r, t, "a")) t++;
    if (tw(r, t) == TW_ORDINAL && tw_is(r, t + 1, "half")) t++;
    if (tw(r, t) == TW_MOD && tw_is(r, t + 1, "half")) t++;
    if (tw(r, t) != TW_EDGE) return at;
    bool direct = tw_value(r, t) == 1;
    t++;
    if (tw_hyphen(r, t)) t++;
    if (tw_is(r, t, "part") && tw_is(r, t + 1, "of")) t++;
    if (tw_is(r, t, "of")) return t + 1;
    if (!direct) return at; /* "will end on January 5" */
    if (tw_is(r, t, "in") || tw_is(r, t, "on")) t++;
    return t;
}

static void read_at(const time_reader *r, uint32_t at, time_reading *out)
{
    read_core(r, at, out);
    uint32_t core = after_prefix(r, at);
    if (core == at || core >= r->end) return;
    time_reading x;
    read_core(r, core, &x);
    bool plain = x.kind == ATT_TIMEX_DATE || x.kind == ATT_TIMEX_TIME;
    if (x.end > out->end && plain && !att_ends(att_slice_of(x.value), "_REF")) *out = x;
}

/* Does a bare year move the narrative? One far off is mentioned in passing ("declassified in 2005") until it is told again. */
static bool settled(time_reader *r, int year)
{
    enum { FAR = 3 };
    int before = r->passing_year;
    r->passing_year = year;
    bool near = !r->told_year || (year >= r->told_year - FAR && year <= r->told_year + FAR);
    return near || (before >= year - FAR && before <= year + FAR);
}

static void keep(time_reader *r, uint32_t beg, const time_reading *x)
{
    att_timex *t = att_add(r->doc, timexes);
    t->span = att_tok_span(r->doc, beg, x->end);
    t->tok_beg = beg;
    t->tok_end = x->end;
    t->kind = x->kind;
    t->value = att_copy(r->doc->keep, att_slice_of(x->value));
    t->days = x->days;
    t->rule = x->rule;
    if (!x->moment.size) return;
    int y = att_moment_year_of(x->moment);
    if (r->narrative && x->moment.size == SIZE_YEAR && y > 0 && (r->undated_news || !settled(r, y))) return;
    r->told = x->moment;
    if (x->moment.size == SIZE_DAY) r->told_day = x->moment;
    if (y > 0) r->told_year = y;
}

static void read_sentence(time_reader *r, const att_sent *s)
{
    r->beg = s->tok_beg;
    r->end = s->tok_end;
    for (uint32_t t = r->beg; t < r->end; t++) {
        bool digit = (r->doc->toks.at[t].flags & ATT_TOK_DIGIT) != 0;
        bool opener = tw_is(r, t, "the") || tw_is(r, t, "a") || tw_is(r, t, "an") || tw_is(r, t, "every") || tw_is(r, t, "each") ||
            tw_is(r, t, "these") || tw_is(r, t, "those") ||
                      tw_is(r, t, "half") || tw_is(r, t, "hijri") || tw_is(r, t, "islamic") || tw_is(r, t, "fiscal") || tw_is(r, t, "ad") || tw_is(r, t, "a.d.") || att_starts(tw_lower(r,
                          t), "mid-");
        if (!digit && !opener && tw(r, t) == TW_NONE && !r->word[t]->phrase) continue;
        time_reading x;
        read_at(r, t, &x);
        if (!x.end) continue;
        att_time_old_style(r, &x);
        att_time_vague(r, t, &x);
        keep(r, t, &x);
        t = x.end - 1;
    }
}

void att_timexes_find(att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    time_lexicon lex;
    att_time_lexicon(&lex, doc->scratch);
    time_reader r = {.doc = doc, .lex = &lex, .published = doc->meta.published, .lowercase = att_doc_lowercase(doc)};
    r.word = att_new(doc->scratch, const time_word *, (size_t)doc->toks.n + 1);
    for (uint32_t t = 0; t < doc->toks.n; t++) r.word[t] = att_time_word(&lex, doc->toks.at[t].lower);
    r.narrative = att_time_narrative(&r);
    r.order = att_time_day_order(&r);
    for (att_id s = 1; s < doc->sents.n; s++) read_sentence(&r, &doc->sents.at[s]);
    att_arena_rewind(doc->scratch, mark);
}
