/* time_narrative.c: does a text tell of the past, so that a month without a year goes on from the date told before? */
#include "time/time_int.h"

/* "April 6: rebels declare", "6 April - rebels declare": where a line opens with its day. */
static bool opens_with_date(const time_reader *r, uint32_t t)
{
    if (r->word[t]->class != TW_MONTH && !(r->doc->toks.at[t].flags & ATT_TOK_DIGIT)) return false;
    bool month = false;
    uint32_t k = t;
    for (; k < r->doc->toks.n && k < t + 4; k++) {
        bool is_month = r->word[k]->class == TW_MONTH, number = (r->doc->toks.at[k].flags & ATT_TOK_DIGIT) != 0;
        if (!is_month && !number && !att_is(r->doc->toks.at[k].lower, ",")) break;
        month |= is_month;
    }
    if (!month || k >= r->doc->toks.n) return false;
    att_slice f = r->doc->toks.at[k].form;
    return att_is(f, ":") || att_is(f, "-") || att_is(f, "--") || att_is(f, "\xE2\x80\x93") || att_is(f, "\xE2\x80\x94");
}

/* A chronology: three paragraphs or more open so. */
static bool is_chronology(const time_reader *r)
{
    enum { LINES = 3 };
    uint32_t lines = 0;
    att_id para = 0;
    for (att_id i = 1; i < r->doc->sents.n; i++) {
        const att_sent *s = &r->doc->sents.at[i];
        if (s->para == para || s->tok_beg >= s->tok_end) continue;
        para = s->para;
        lines += opens_with_date(r, s->tok_beg);
    }
    return lines >= LINES;
}

/* A text about the past: no publication day, or its years lie before it and it has few words such as "yesterday" and "Friday". */
bool att_time_narrative(time_reader *r)
{
    uint32_t past = 0, near = 0, deictic = 0;
    int now = r->published == ATT_NO_DAY ? INT16_MAX : att_date_of(r->published).year;
    for (uint32_t t = 1; t < r->doc->toks.n; t++) {
        att_slice s = r->doc->toks.at[t].lower;
        uint8_t class = r->word[t]->class;
        if (class == TW_TODAY || class == TW_WEEKDAY || class == TW_TONIGHT) deictic++;
        if (s.len != 4 || !(r->doc->toks.at[t].flags & ATT_TOK_DIGIT)) continue;
        int y = att_time_digits(s);
        if (y > 1000 && y < now - 1) past++;
        else if (y >= now - 1 && y <= now + 2) near++;
    }
    if (r->published == ATT_NO_DAY) {
        enum { NEWS = 3 };
        r->undated_news = deictic >= NEWS && deictic > past;
        return true;
    }
    if (near + past > 0 && is_chronology(r)) return true;
    if (near + deictic == 0) return past >= 5; /* a short history */
    return past >= 8 && deictic * 8 < past && near < past;
}
