#include <stdio.h>

#include "base/data.h"
#include "base/lexicon.h"
#include "time/time_int.h"

static const char *const CLASSES[TW_CLASSES] = {
    [TW_NONE] = "", [TW_MONTH] = "month", [TW_WEEKDAY] = "weekday", [TW_WEEKDAYS] = "weekdays", [TW_UNIT] = "unit", [TW_UNITS] = "units",
    [TW_SEASON] = "season", [TW_PART] = "part", [TW_PARTS] = "parts", [TW_HOUR] = "hour", [TW_MERIDIEM] = "meridiem", [TW_ZONE] = "zone",
    [TW_NUMBER] = "number", [TW_ORDINAL] = "ordinal", [TW_DECADE] = "decade", [TW_SOME] = "some", [TW_TODAY] = "today",
    [TW_TONIGHT] = "tonight", [TW_MOD] = "mod", [TW_EDGE] = "edge", [TW_FREQ] = "freq", [TW_REF] = "ref", [TW_AGO] = "ago"};
static const char *const UNITS[] = {"S", "MIN", "H", "D", "W", "M", "Q", "Y", "E", "C", "WE"};
static const char *const MODS[] = {"last", "past", "this", "next", "prev", "follow", "same", "latest"};
static const char *const SEASON_CODES[] = {"SP", "SU", "FA", "WI"};

static int32_t index_of(att_slice s, const char *const *list, int n)
{
    for (int i = 0; i < n; i++)
        if (att_is(s, list[i])) return i;
    return 0;
}

static time_word word_of(att_slice class, att_slice value)
{
    time_word w = {.code = value.ptr, .value = 1};
    uint32_t n = 0, d = 0;
    w.class = (uint8_t)index_of(class, CLASSES, TW_CLASSES);
    switch (w.class) {
    case TW_UNIT: case TW_UNITS:
        while (d < value.len && att_is_digit((unsigned char)value.ptr[d])) d++;
        if (d && att_to_u32(att_sub(value, 0, d), &n)) w.value = (int32_t)n;
        w.unit = (uint8_t)index_of(att_sub(value, d, value.len), UNITS, 11);
        break;
    case TW_MOD: w.value = index_of(value, MODS, 8); break;
    case TW_SEASON: w.value = index_of(value, SEASON_CODES, 4); break;
    default:
        if (att_starts(value, "-") && att_to_u32(att_sub(value, 1, value.len), &n)) w.value = -(int32_t)n;
        else if (att_to_u32(value, &n)) w.value = (int32_t)n;
    }
    return w;
}

static void load_words(time_lexicon *lex, att_arena *a)
{
    att_lex rows;
    att_lex_open(&rows, "time/words.txt", att_data("time/words.txt"), 3);
    while (att_lex_next(&rows)) {
        *att_push(a, &lex->at) = word_of(rows.fields[1], rows.fields[2]);
        *att_map_put(&lex->words, a, rows.fields[0], NULL) = lex->at.n - 1;
    }
}

/* A phrase is found by its own text; its first word is marked, so that most tokens cost one look-up. */
static void load_phrases(time_lexicon *lex, att_arena *a, const char *file, bool holiday)
{
    att_lex rows;
    att_lex_open(&rows, file, att_data(file), 3);
    while (att_lex_next(&rows)) {
        att_slice name = rows.fields[0];
        uint32_t tokens = 1;
        for (uint32_t i = 0; i < name.len; i++) tokens += name.ptr[i] == ' ';
        *att_push(a, &lex->phrase) = (time_phrase){rows.fields[1], rows.fields[2], (uint8_t)tokens, holiday};
        *att_map_put(&lex->phrases, a, name, NULL) = lex->phrase.n - 1;
        att_slice first = att_sub(name, 0, att_find(name, ATT_LIT(" "), 0));
        uint32_t *w = att_map_get(&lex->words, first);
        if (!w) {
            *att_push(a, &lex->at) = (time_word){0};
            w = att_map_put(&lex->words, a, first, NULL);
            *w = lex->at.n - 1;
        }
        if (lex->at.at[*w].phrase < tokens) lex->at.at[*w].phrase = (uint16_t)tokens;
    }
}

void att_time_lexicon(time_lexicon *lex, att_arena *a)
{
    *lex = (time_lexicon){0};
    (void)att_push(a, &lex->at);
    (void)att_push(a, &lex->phrase);
    load_words(lex, a);
    load_phrases(lex, a, "time/phrases.txt", false);
    load_phrases(lex, a, "time/holidays.txt", true);
    att_time_load_vague(lex, a);
}

const time_word *att_time_word(const time_lexicon *lex, att_slice lower)
{
    const uint32_t *w = lower.len < 24 ? att_map_get(&lex->words, lower) : NULL;
    return &lex->at.at[w ? *w : 0];
}

att_size att_time_size(uint8_t unit)
{
    switch (unit) {
    case UNIT_D: return SIZE_DAY;
    case UNIT_W: return SIZE_WEEK;
    case UNIT_WE: return SIZE_WEEKEND;
    case UNIT_M: return SIZE_MONTH;
    case UNIT_Q: return SIZE_QUARTER;
    case UNIT_Y: return SIZE_YEAR;
    case UNIT_E: return SIZE_DECADE;
    case UNIT_C: return SIZE_CENTURY;
    default: return SIZE_NONE;
    }
}

void att_time_moment(time_reading *out, att_moment m, uint32_t end, const char *rule)
{
    *out = (time_reading){.end = end, .kind = ATT_TIMEX_DATE, .moment = m, .days = {ATT_NO_DAY, ATT_NO_DAY}, .rule = rule};
    att_moment_text(m, out->value);
    if (!att_moment_days(m, &out->days)) out->days = (att_days){ATT_NO_DAY, ATT_NO_DAY};
}

void att_time_value(time_reading *out, att_timex_kind kind, const char *value, uint32_t end, const char *rule)
{
    *out = (time_reading){.end = end, .kind = (uint8_t)kind, .days = {ATT_NO_DAY, ATT_NO_DAY}, .rule = rule};
    snprintf(out->value, sizeof out->value, "%s", value);
}

void att_time_of_day(time_reading *out, att_moment day, const char *t, uint32_t end, const char *rule)
{
    char text[ATT_VALUE_BYTES];
    att_time_moment(out, day, end, rule);
    if (day.size == SIZE_NONE) snprintf(text, sizeof text, "XXXX-XX-XX");
    else snprintf(text, sizeof text, "%s", out->value);
    snprintf(out->value, sizeof out->value, "%.30sT%.16s", text, t);
    out->kind = ATT_TIMEX_TIME;
}
