/* A sentence ends at a full stop, question or exclamation mark with the quotation marks and brackets that close behind it, and
 * always at the end of its paragraph. What may follow decides the doubtful cases: a small letter behind a closing
 * quotation mark carries on ("Why?" he asked), a name behind "U.S." too, "The" does not.
 */
#include "text/sentence.h"

#include "base/limits.h"
#include "text/token_char.h"

enum { LOOK = 8 }; /* tokens that a rule looks ahead */

typedef struct {
    const att_scan *s;
    uint32_t beg, end;    /* the paragraph's tokens */
    uint32_t first;       /* first token of the sentence */
    bool quote_open;      /* an odd number of " before here, for marks with space on both sides */
} view;

static const att_raw *tok(const view *v, uint32_t i) { return &v->s->raw.at[i]; }

static att_slice form(const view *v, uint32_t i) { return att_sub(v->s->text, tok(v, i)->beg, tok(v, i)->end); }

static uint32_t first_char(const view *v, uint32_t i) { return att_char_at(v->s->text, tok(v, i)->beg).cp; }

static bool is_word(const att_raw *r) { return r->kind == ATT_RAW_WORD || r->kind == ATT_RAW_ABBR || r->kind == ATT_RAW_NUMBER; }

/* The word that follows token i, past quotation marks, brackets and dashes; end when there is none near. */
static uint32_t word_after(const view *v, uint32_t i)
{
    uint32_t stop = v->end - i > LOOK ? i + LOOK : v->end;
    for (uint32_t k = i + 1; k < stop; k++) {
        const att_raw *r = tok(v, k);
        if (is_word(r)) return k;
        if (r->kind != ATT_RAW_QUOTE && r->kind != ATT_RAW_APOS && r->kind != ATT_RAW_OPEN) return v->end;
    }
    return v->end;
}

static bool opens_sentence(const view *v, uint32_t i)
{
    att_slice rest;
    return i < v->end && att_char_upper(first_char(v, i)) && tok(v, i)->kind == ATT_RAW_WORD &&
           att_word_find(v->s->words.openers, form(v, i), &rest);
}

static bool capital(const view *v, uint32_t i) { return i < v->end && att_char_upper(first_char(v, i)); }
static bool small(const view *v, uint32_t i) { return i < v->end && att_char_lower(first_char(v, i)); }

static bool time_zone(const view *v, uint32_t i)
{
    att_slice f = form(v, i), rest;
    if (f.len >= 2 && f.len <= 4 && att_is_upper((unsigned char)f.ptr[0]) && att_is_upper((unsigned char)f.ptr[f.len - 1])) return true;
    static const char *const WORDS[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific",
                                        "Moscow", "Kyiv", "Greenwich", "January", "February", "March", "April", "June", "July",
                                        "August", "September", "October", "November", "December", NULL};
    return att_in(f, WORDS) || (tok(v, i)->kind == ATT_RAW_ABBR && att_word_find(v->s->words.abbreviations, att_sub(f, 0, f.len - 1), &rest));
}

/* Does the full stop of the abbreviation i end the sentence too? */
static bool abbreviation_ends(const view *v, uint32_t i)
{
    uint32_t next = word_after(v, i);
    switch ((att_abbr)tok(v, i)->abbr) {
    case ATT_ABBR_TITLE: case ATT_ABBR_INNER: case ATT_ABBR_NUMBER: case ATT_ABBR_NONE: return false;
    case ATT_ABBR_ETC: return capital(v, next);
    case ATT_ABBR_TIME: return capital(v, next) && !time_zone(v, next);
    case ATT_ABBR_DATE: case ATT_ABBR_LAST: case ATT_ABBR_ACRONYM: case ATT_ABBR_INITIAL: return opens_sentence(v, next);
    }
    return false;
}

/* Does the mark k, a quotation mark or bracket behind the end of a sentence, still belong to it? */
static bool closes(const view *v, uint32_t k)
{
    const att_raw *r = tok(v, k);
    bool spaced = r->flags & ATT_RAW_SPACED;
    if (r->kind == ATT_RAW_CLOSE || r->kind == ATT_RAW_SMILEY) return true;
    if (r->kind != ATT_RAW_QUOTE && r->kind != ATT_RAW_APOS) return false;
    uint32_t cp = first_char(v, k);
    if (cp == 0x201D || cp == 0xBB) return true;
    if (cp == 0x2019) return !spaced || k + 1 == v->end || (tok(v, k + 1)->flags & ATT_RAW_SPACED);
    if (cp == 0x201C || cp == 0x2018 || cp == 0x201E || cp == 0xAB) return false;
    bool before_space = k + 1 == v->end || (tok(v, k + 1)->flags & ATT_RAW_SPACED) || !is_word(tok(v, k + 1));
    if (!spaced) return before_space || v->quote_open;
    return before_space && (k + 1 == v->end || (v->quote_open && r->kind == ATT_RAW_QUOTE));
}

/* Behind the end mark last: "[8]", and "[citation needed]" without a space, belong to the sentence before them. Last token of it, or last. */
static uint32_t footnote(const view *v, uint32_t last)
{
    uint32_t k = last + 1;
    if (k + 2 >= v->end || first_char(v, k) != '[') return last;
    if ((tok(v, k)->flags & ATT_RAW_SPACED) && tok(v, k + 1)->kind != ATT_RAW_NUMBER) return last;
    for (uint32_t n = k + 1; n < v->end && n <= k + 4; n++)
        if (tok(v, n)->kind == ATT_RAW_CLOSE) return n;
    return last;
}

/* "Why?" Macron asked: the quotation is only a part of the sentence. */
static bool speaker_follows(const view *v, uint32_t next)
{
    static const char *const SAID[] = {"said", "says", "asked", "asks", "told", "wrote", "tweeted", "added", "replied", "shouted",
                                       "chanted", "cried", "demanded", "exclaimed", "wondered", "responded", "answered", "quipped", NULL};
    for (uint32_t k = next + 1; k < v->end && k <= next + 3; k++) {
        const att_raw *r = tok(v, k);
        if (att_in(form(v, k), SAID)) return true;
        if (!is_word(r) || !capital(v, k)) return false;
    }
    return false;
}

/* "1." or "b." at the start of a sentence, or behind a colon, numbers what follows. */
static bool numbers_item(const view *v, uint32_t i)
{
    if (i <= v->first || i + 1 >= v->end) return false;
    const att_raw *r = tok(v, i - 1);
    if (i != v->first + 1 && first_char(v, i - 2) != ':' && tok(v, i - 2)->kind != ATT_RAW_SEMI) return false;
    uint32_t len = r->end - r->beg;
    if (tok(v, i)->flags & ATT_RAW_SPACED) return false;
    return (r->kind == ATT_RAW_NUMBER && len <= 2) || (r->kind == ATT_RAW_WORD && len == 1);
}

/* The end mark i with what closes behind it, up to last: is it the end of a sentence? */
static bool ends(const view *v, uint32_t i, uint32_t last)
{
    uint32_t next = word_after(v, last);
    bool quoted = false;
    for (uint32_t k = i + 1; k <= last; k++) quoted |= tok(v, k)->kind == ATT_RAW_QUOTE || tok(v, k)->kind == ATT_RAW_APOS;
    bool closed = last > i;
    switch ((att_raw_kind)tok(v, i)->kind) {
    case ATT_RAW_STOP:
        if (numbers_item(v, i)) return false;
        if (closed && small(v, next)) return false;
        /* a stop between two solid pieces ("x.y") was left by the scanner to be one */
        return last + 1 >= v->end || tok(v, last + 1)->kind != ATT_RAW_COMMA;
    case ATT_RAW_ASK:
        if (closed && small(v, next)) return false;
        if (last + 1 < v->end && (tok(v, last + 1)->kind == ATT_RAW_COMMA || tok(v, last + 1)->kind == ATT_RAW_STOP)) return false;
        return !(quoted && next < v->end && speaker_follows(v, next));
    case ATT_RAW_DOTS:
        if (last + 1 < v->end && tok(v, last + 1)->kind != ATT_RAW_QUOTE && next == v->end) return false;
        return next < v->end && capital(v, next) && (i > v->first);
    default: return false;
    }
}

/* What is longer than the limit is no sentence but a list or no prose: cut into short pieces, at a semicolon, else a comma, in the second
 * half of each, else where it is full. The parser's work grows with the square of a piece. */
static void bound(att_scan *s, uint32_t beg, uint32_t end)
{
    if (end - beg <= ATT_MAX_SENTENCE_TOKENS) return;
    while (end - beg > ATT_CUT_SENTENCE_TOKENS) {
        uint32_t stop = beg + ATT_CUT_SENTENCE_TOKENS, semi = 0, comma = 0;
        for (uint32_t k = beg + ATT_CUT_SENTENCE_TOKENS / 2; k < stop; k++) {
            if (s->raw.at[k].kind == ATT_RAW_SEMI) semi = k;
            if (s->raw.at[k].kind == ATT_RAW_COMMA) comma = k;
        }
        uint32_t last = semi ? semi : comma ? comma : stop - 1;
        s->raw.at[last].flags |= ATT_RAW_LAST;
        beg = last + 1;
    }
}

static void finish(att_scan *s, view *v, uint32_t last)
{
    s->raw.at[last].flags |= ATT_RAW_LAST;
    bound(s, v->first, last + 1);
    v->first = last + 1;
}

/* A small word such as "etc" gives its full stop to the sentence; "U.S." and "J." stay as they are known. */
static void give_stop(att_raw *r)
{
    if (r->kind == ATT_RAW_ABBR && r->abbr != ATT_ABBR_ACRONYM && r->abbr != ATT_ABBR_TITLE && r->end - r->beg > 1)
        r->flags |= ATT_RAW_CUT_STOP;
}

void att_sentences_mark(att_scan *s, uint32_t beg, uint32_t end)
{
    view v = {.s = s, .beg = beg, .end = end, .first = beg};
    for (uint32_t i = beg; i < end; i++) {
        att_raw *r = &s->raw.at[i];
        if (r->kind == ATT_RAW_QUOTE) v.quote_open = !v.quote_open;
        if (r->kind == ATT_RAW_BULLET && i > v.first) finish(s, &v, i - 1);
        bool abbr = r->kind == ATT_RAW_ABBR;
        if (!abbr && r->kind != ATT_RAW_STOP && r->kind != ATT_RAW_ASK && r->kind != ATT_RAW_DOTS) continue;
        uint32_t last = i;
        while (last + 1 < end && (closes(&v, last + 1) || (last == i && !abbr && tok(&v, last + 1)->kind == ATT_RAW_ASK))) last++;
        for (uint32_t note; !abbr && last + 1 < end && (note = footnote(&v, last)) > last;) last = note;
        if (last + 1 == end) break;
        if (abbr ? (last == i && abbreviation_ends(&v, i)) : ends(&v, i, last)) {
            for (uint32_t k = i + 1; k <= last; k++) v.quote_open ^= s->raw.at[k].kind == ATT_RAW_QUOTE;
            if (abbr) give_stop(&s->raw.at[i]);
            finish(s, &v, last);
            i = last;
        }
    }
    if (v.first < end) {
        uint32_t stop = end - 1;
        while (stop > v.first && closes(&v, stop)) stop--;
        give_stop(&s->raw.at[stop]);
        finish(s, &v, end - 1);
    }
}
