/* Words and numbers: how far a token that begins with a letter or digit runs. */
#include "text/token_char.h"
#include "text/token_scan.h"

enum { LOOK = 24 }; /* characters that a rule may look ahead within the chunk */

/* The word so far. */
typedef struct {
    att_scan *s;
    uint32_t beg, at;   /* token's start, and where the scanner stands */
    uint32_t seg;       /* start of the run behind the last joining character */
    uint32_t cut;       /* != 0: the token ends here, though more was looked at */
    bool digits;        /* nothing but digits and what joins them */
    bool letters;       /* nothing but letters */
    bool dotted;        /* full stops inside, runs of at most three letters between them */
    att_abbr abbr;      /* != NONE: the token takes the full stop at `at` */
} word;

static att_char look(const word *w, uint32_t at)
{
    return at < w->s->chunk_end ? att_char_at(w->s->text, at) : (att_char){0};
}

static bool is_letter(att_char c) { return c.class == ATT_CH_LETTER || c.class == ATT_CH_IDEO; }
static bool is_alnum(att_char c) { return is_letter(c) || c.class == ATT_CH_DIGIT; }

/* Bytes of the run of letters (or of digits) at at, looked at for at most LOOK characters. */
static uint32_t run(const word *w, uint32_t at, att_char_class class)
{
    uint32_t end = at;
    for (int i = 0; i < LOOK; i++) {
        att_char c = look(w, end);
        if (c.n == 0 || c.class != class) break;
        end += c.n;
    }
    return end - at;
}

static att_slice cut(const word *w, uint32_t beg, uint32_t end) { return att_sub(w->s->text, beg, end); }

/* "He", "Putin": a capital with a small letter behind it. */
static bool capitalised(const word *w, uint32_t at)
{
    att_char a = look(w, at), b = a.n ? look(w, at + a.n) : a;
    return a.n && is_letter(a) && att_char_upper(a.cp) && b.n && is_letter(b) && att_char_lower(b.cp);
}

/* Is the next thing behind the white space after at a digit? */
static bool number_follows(const word *w, uint32_t at)
{
    att_slice t = w->s->text;
    while (at < w->s->para_end) {
        att_char c = att_char_at(t, at);
        if (c.class == ATT_CH_DIGIT) return true;
        if (c.class != ATT_CH_SPACE) return false;
        if (t.ptr[at] == '\n') return false;
        at += c.n;
    }
    return false;
}

/* A full stop behind the word, and no letter or digit behind that: does the word own it? */
static att_abbr owns_stop(const word *w)
{
    att_slice all = cut(w, w->beg, w->at);
    att_abbr k = att_abbr_of(&w->s->words, all);
    if (k == ATT_ABBR_NUMBER) return number_follows(w, w->at + 1) ? k : ATT_ABBR_NONE;
    if (k != ATT_ABBR_NONE) return k;
    if (w->dotted) return ATT_ABBR_ACRONYM;
    att_char c = look(w, w->beg);
    if (w->letters && c.n == all.len && att_char_upper(c.cp)) return ATT_ABBR_INITIAL;
    return ATT_ABBR_NONE;
}

/* A full stop between a run and a letter: may the token run on? "war.He" and "Gen.Smith" are two. */
static bool stop_before_letter(word *w, uint32_t next)
{
    att_slice seg = cut(w, w->seg, w->at);
    att_char first = look(w, w->seg);
    uint32_t len = run(w, next, ATT_CH_LETTER);
    att_slice right = cut(w, next, next + len), rest;
    bool single = first.n == seg.len && is_letter(first);
    if (single && capitalised(w, next) && (len > 2 || att_word_find(w->s->words.openers, right, &rest))) {
        w->abbr = w->dotted ? ATT_ABBR_ACRONYM : ATT_ABBR_INITIAL; /* W.Bush, p.m.He; but J.doc is a file */
        return false;
    }
    if (single || (w->dotted && len <= 3)) return w->dotted = w->dotted || (w->seg == w->beg && len <= 3), true;
    if (seg.len <= 3 && len <= 2 && w->letters && att_abbr_of(&w->s->words, cut(w, w->beg, next + len)))
        return w->dotted = true;
    if (att_word_find(w->s->words.domains, right, &rest) && !is_alnum(look(w, next + len)) && !capitalised(w, next)) return true;
    att_abbr k = w->seg == w->beg ? att_abbr_of(&w->s->words, seg) : ATT_ABBR_NONE;
    if (k != ATT_ABBR_NONE && k != ATT_ABBR_NUMBER && k != ATT_ABBR_ETC && capitalised(w, next)) {
        w->abbr = k;
        return false;
    }
    if (capitalised(w, next) && !att_word_find(w->s->words.domains, right, &rest)) return false;
    if (len == 1 && att_char_upper(look(w, next).cp)) return false; /* war.A new one */
    return !(w->letters && att_word_find(w->s->words.openers, right, &rest));
}

static bool stop_before_digit(word *w, uint32_t next)
{
    (void)next;
    if (w->digits || look(w, w->at - 1).class == ATT_CH_DIGIT) return true;
    att_slice seg = cut(w, w->seg, w->at);
    att_abbr k = w->seg == w->beg ? att_abbr_of(&w->s->words, seg) : ATT_ABBR_NONE;
    if (k != ATT_ABBR_NONE) { /* No.10, Feb.7 */
        w->abbr = k;
        return false;
    }
    return seg.len < 3;
}

static bool full_stop(word *w)
{
    att_char c = look(w, w->at + 1);
    if (is_letter(c)) return stop_before_letter(w, w->at + 1);
    if (c.class == ATT_CH_DIGIT) return stop_before_digit(w, w->at + 1);
    /* "Inc.." is an abbreviation and a full stop, "Inc..." trails off */
    if (c.class != ATT_CH_DOT || (look(w, w->at + 2).class != ATT_CH_DOT && look(w, w->at + 2).class != ATT_CH_DOTS)) w->abbr = owns_stop(w);
    return false;
}

/* don't, Putin's, O'Connell, 1930's. n bytes of apostrophe at w->at. */
static bool apostrophe(word *w, uint8_t n)
{
    static const char *const CLITICS[] = {"s", "m", "d", "re", "ve", "ll", NULL};
    uint32_t next = w->at + n;
    if (look(w, next).n && look(w, next).cp == look(w, w->at).cp) next += n; /* doubled: party''s, don''t */
    uint32_t len = run(w, next, ATT_CH_LETTER);
    if (len == 0 || len > 20) return false;
    char low[20];
    for (uint32_t i = 0; i < len; i++) low[i] = att_lower_ascii(w->s->text.ptr[next + i]);
    att_slice right = {low, len};
    char before = w->s->text.ptr[w->at - 1];
    if (att_is(right, "t") && (before == 'n' || before == 'N') && w->at - w->beg >= 3) {
        w->cut = w->at - 1;
        return false;
    }
    if (att_in(right, CLITICS)) return w->digits && before == '0' && att_is(right, "s");
    return !w->digits;
}

/* 2022-02-15, 713-853-3989: at least three groups of digits. */
static bool digit_groups(const word *w)
{
    uint32_t at = w->at, groups = 1;
    while (look(w, at).cp == '-' && groups < 4) {
        uint32_t len = run(w, at + 1, ATT_CH_DIGIT);
        if (len == 0) break;
        at += 1 + len;
        groups++;
    }
    return groups >= 3 && !is_letter(look(w, at));
}

static bool hyphen(word *w, uint8_t n)
{
    att_char c = look(w, w->at + n);
    att_slice rest;
    if (!is_alnum(c)) return false;
    if (w->digits && c.class == ATT_CH_DIGIT)
        return digit_groups(w) || (w->seg != w->beg && w->seg >= 1 && w->s->text.ptr[w->seg - 1] == '-');
    if (w->beg > w->s->chunk_beg && w->s->text.ptr[w->beg - 1] == '-') return false; /* Jamaat-e-Islami */
    if (!w->letters) return false;
    return att_word_find(w->s->words.prefixes, cut(w, w->beg, w->at), &rest);
}

/* 9/11, 3/4, 15/02/2022, w/o, b/c and s/he stay whole; 2001/02 and all other strokes part words. */
static bool stroke(const word *w)
{
    uint32_t len = run(w, w->at + 1, ATT_CH_LETTER);
    att_slice both = cut(w, w->beg, w->at + 1 + len);
    if (both.len <= 4 && (att_eq_nocase(both, ATT_LIT("w/o")) || att_eq_nocase(both, ATT_LIT("b/c")) || att_eq_nocase(both, ATT_LIT("s/he")))) return true;
    uint32_t left = w->at - w->seg, right = run(w, w->at + 1, ATT_CH_DIGIT);
    if (!w->digits || right == 0 || left > 2) return false;
    if (w->seg != w->beg) return w->s->text.ptr[w->seg - 1] == '/' && (right == 2 || right == 4);
    uint32_t end = w->at + 1 + right;
    if (look(w, end).cp == '/') return right <= 2 && run(w, end + 1, ATT_CH_DIGIT) > 0;
    return (left == 1 && right == 1) || (att_is(cut(w, w->beg, end), "9/11"));
}

static bool comma(const word *w)
{
    if (!w->digits) return false;
    uint32_t right = run(w, w->at + 1, ATT_CH_DIGIT);
    att_char after = look(w, w->at + 1 + right);
    return right == 3 || (right == 2 && after.cp == ',' && look(w, w->at + 2 + right).class == ATT_CH_DIGIT); /* 1,00,000 */
}

/* US$, A$: the currency sign ends the token. */
static bool dollar(const word *w)
{
    uint32_t len = w->at - w->beg;
    if (!w->letters || len > 3 || !att_is_upper((unsigned char)w->s->text.ptr[w->at - 1])) return false;
    return !is_letter(look(w, w->at + 1));
}

/* May the token run on over the character c at w->at, which is neither letter nor digit? */
static bool joins(word *w, att_char c)
{
    att_char next = look(w, w->at + c.n);
    switch (c.class) {
    case ATT_CH_HIDDEN: return true;
    case ATT_CH_DOT: return c.cp == '.' && full_stop(w);
    case ATT_CH_APOS: return apostrophe(w, c.n);
    case ATT_CH_HYPHEN: return hyphen(w, c.n);
    default: break;
    }
    switch (c.cp) {
    case ',': return comma(w);
    case '/': return stroke(w);
    case ':': return w->digits && next.class == ATT_CH_DIGIT;
    case '_': return true;
    case '@': case '*': return is_alnum(next);
    case '&': return next.n && att_char_upper(next.cp) && att_char_upper(look(w, w->at - 1).cp) && w->at - w->seg <= 4;
    default: return false;
    }
}

/* 5pm, 20km, 2bn: the unit behind the number is a word. */
static bool unit_glued(const word *w)
{
    uint32_t len = run(w, w->at, ATT_CH_LETTER);
    att_slice rest;
    if (len > 8) return false;
    att_slice unit = cut(w, w->at, w->at + len);
    return att_word_find(w->s->words.glued, unit, &rest) && att_is(rest, "after") && look(w, w->at + len).class != ATT_CH_DIGIT;
}

static bool currency_glued(const word *w)
{
    att_slice rest;
    return w->at - w->beg <= 3 && att_word_find(w->s->words.glued, cut(w, w->beg, w->at), &rest) && att_is(rest, "before");
}

/* One step over a letter or digit; false when the token ends before it. */
static bool step(word *w, att_char c)
{
    if (c.class == ATT_CH_DIGIT) {
        if (w->letters && w->at > w->beg && currency_glued(w)) return false;
        w->letters = false;
    } else {
        if (w->digits && w->at > w->beg && unit_glued(w)) return false;
        w->digits = false;
        /* without spaces a whole Chinese sentence would be one token: bound it */
        if (c.class == ATT_CH_IDEO && w->at - w->beg >= 24) return false;
    }
    w->at += c.n;
    return true;
}

static void walk(word *w)
{
    while (w->at < w->s->chunk_end) {
        att_char c = att_char_at(w->s->text, w->at);
        if (is_alnum(c)) {
            if (!step(w, c)) return;
            continue;
        }
        if (c.cp == '$' && dollar(w)) {
            w->at++;
            return;
        }
        if (!joins(w, c)) return;
        if (c.class != ATT_CH_HIDDEN) w->letters = w->letters && c.class == ATT_CH_APOS;
        w->at += c.n;
        if (c.class != ATT_CH_HIDDEN) w->seg = w->at;
        if (c.cp == '.' && w->seg - w->beg > 4 && !w->digits && !w->dotted) {
            /* bbc.co.uk/news: behind a host name comes the rest of the address */
            uint32_t len = run(w, w->at, ATT_CH_LETTER);
            if (look(w, w->at + len).cp == '/' && is_alnum(look(w, w->at + len + 1))) {
                att_slice rest;
                if (att_word_find(w->s->words.domains, cut(w, w->at, w->at + len), &rest)) {
                    w->at = att_scan_url_end(w->s, w->at);
                    return;
                }
            }
        }
    }
}

uint32_t att_scan_word(att_scan *s, uint32_t beg, att_raw *out)
{
    word w = {.s = s, .beg = beg, .at = beg, .seg = beg, .digits = true, .letters = true};
    walk(&w);
    uint32_t end = w.cut ? w.cut : w.at;
    out->kind = w.digits ? ATT_RAW_NUMBER : ATT_RAW_WORD;
    if (w.abbr != ATT_ABBR_NONE && !w.cut) {
        end++;
        out->kind = ATT_RAW_ABBR;
        out->abbr = (uint8_t)w.abbr;
    }
    return end;
}
