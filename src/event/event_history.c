#include "event/event_history.h"

#include "base/civil.h"
#include "base/doc.h"
#include "event/event_date.h"

enum {
    LONG_AGO = 365,      /* days before publication */
    PHRASE_WORDS = 4,    /* of the longest age */
    PHRASE_BYTES = 64
};

void att_eras_load(att_frames *f, att_arena *a, const att_overlay *overlay)
{
    att_lex lex;
    att_overlay_open(&lex, overlay, "events/eras.txt", 3);
    while (att_lex_next(&lex)) {
        uint32_t first, last;
        if (!att_to_u32(lex.fields[1], &first) || !att_to_u32(lex.fields[2], &last) || last < first || last > 9999) {
            att_lex_fault(&lex, "an age has a first and a last year");
            continue;
        }
        *att_map_put(&f->eras, a, lex.fields[0], NULL) = f->era_days.n;
        *att_push(a, &f->era_days) = (att_days){att_day_of((int)first, 1, 1), att_day_of((int)last, 12, 31)};
    }
}

/* The longest age whose words begin at token t; *end is the token behind it. */
static const att_days *era_at(const att_frames *f, const att_doc *doc, uint32_t t, uint32_t end, uint32_t *behind)
{
    const att_days *found = NULL;
    char phrase[PHRASE_BYTES];
    uint32_t n = 0;
    for (uint32_t k = t; k < end && k < t + PHRASE_WORDS; k++) {
        att_slice w = doc->toks.at[k].lower;
        if (n + w.len + 1 > sizeof phrase) break;
        if (n) phrase[n++] = ' ';
        memcpy(phrase + n, w.ptr, w.len);
        n += w.len;
        const uint32_t *at = att_map_get(&f->eras, (att_slice){phrase, n});
        if (at) found = &f->era_days.at[*at], *behind = k + 1;
    }
    return found;
}

/* Does the phrase whose head is h tell when trigger t was: under it, or under a clause that t belongs to? */
static bool tells_when(const att_doc *doc, uint32_t h, uint32_t t)
{
    static const char *const WHEN[] = {"in", "during", "throughout", "under", "amid", "after", "from", "since", NULL};
    static const char *const WITHIN[] = {"in", "during", "throughout", "under", "amid", NULL};
    att_slice prep = att_case_of(doc, h);
    uint32_t up = doc->toks.at[h].head;
    if (!up || !att_in(prep, WHEN)) return false;
    if (att_dominates(doc, t, h)) return att_in(prep, WITHIN);
    return doc->tok_clause[up] && att_in(prep, WITHIN) && att_dominates(doc, up, t) && doc->toks.at[t].deprel != ATT_DEP_ACL_RELCL;
}

/* The word of [beg, end) that hangs outside it. */
static uint32_t head_of(const att_doc *doc, uint32_t beg, uint32_t end)
{
    for (uint32_t t = beg; t < end; t++)
        if (doc->toks.at[t].head < beg || doc->toks.at[t].head >= end) return t;
    return beg;
}

static bool long_ago(const att_doc *doc, att_days d)
{
    return doc->meta.published != ATT_NO_DAY && d.first != ATT_NO_DAY && d.last < doc->meta.published - LONG_AGO;
}

/* "the 19th century": too wide to be a date, and bound to the event. */
static bool wide_past(const att_doc *doc, const att_event *e)
{
    const att_sent *s = &doc->sents.at[e->sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, s->tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg < s->tok_end; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (x->kind == ATT_TIMEX_DATE && long_ago(doc, x->days) && att_date_anchor(doc, x) == e->trigger) return true;
    }
    return false;
}

void att_history_from_words(const att_frames *f, const att_doc *doc, att_event *e)
{
    const att_sent *s = &doc->sents.at[e->sent];
    e->history = wide_past(doc, e);
    for (uint32_t t = s->tok_beg, behind = 0; t < s->tok_end && !e->history; t++) {
        const att_days *d = era_at(f, doc, t, s->tok_end, &behind);
        if (!d || !long_ago(doc, *d) || !tells_when(doc, head_of(doc, t, behind), e->trigger)) continue;
        e->history = true;
        if (att_date_too_wide(*d)) continue;
        att_span words = {doc->toks.at[t].span.beg, doc->toks.at[behind - 1].span.end};
        e->date = (att_dated){*d, att_days_text(doc->keep, *d), words, "DATE_ERA"};
    }
}

void att_history_from_date(const att_doc *doc, att_event *e)
{
    e->history = e->history || (e->date.value.len && long_ago(doc, e->date.days));
}
