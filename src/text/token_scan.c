#include "text/token_scan.h"

#include "base/lexicon.h"
#include "text/token_char.h"

static att_raw *push(att_scan *s, uint32_t beg, uint32_t end, att_raw_kind kind)
{
    att_raw *r = att_push(s->arena, &s->raw);
    *r = (att_raw){beg, end, (uint8_t)kind, beg == s->chunk_beg ? ATT_RAW_SPACED : 0, ATT_ABBR_NONE};
    return r;
}

/* End of the run of bytes c at at. */
static uint32_t run_of(const att_scan *s, uint32_t at, const char *set)
{
    while (at < s->chunk_end && s->text.ptr[at] && strchr(set, s->text.ptr[at])) at++;
    return at;
}

/* A chunk of nothing but lines and arrows ("----->", "*****") is one token. */
static bool ornament(const att_scan *s)
{
    return s->chunk_end - s->chunk_beg > 1 && run_of(s, s->chunk_beg, "-=_*~+|<>#^") == s->chunk_end;
}

/* Length of a smiley at the start of a chunk, 0 = none. */
static uint32_t smiley(const att_scan *s)
{
    static const char *const FACES[] = {":-)", ";-)", ":-(", ":-D", ":)", ":(", ";)", "=)", "=(", ":D", ";D", ":P", ":/", "(:", ":|", "^_^", "<3", NULL};
    att_slice chunk = att_sub(s->text, s->chunk_beg, s->chunk_end);
    if (!strchr(":;=(^<", chunk.ptr[0])) return 0;
    for (int i = 0; FACES[i]; i++) {
        uint32_t n = (uint32_t)strlen(FACES[i]);
        if (!att_starts(chunk, FACES[i])) continue;
        if (chunk.len == n || strchr(".,!?", chunk.ptr[n])) return n;
    }
    return 0;
}

/* Two apostrophes for one, as texts have them that went through a database: "party''s" is a clitic, "ministers'' meeting" an apostrophe where
 * no '' has opened a quotation. Else they are a double quotation mark. word: behind the letters that follow. */
static uint32_t doubled(att_scan *s, uint32_t at, uint32_t end, uint32_t word, bool clitic, att_raw_kind *kind)
{
    bool inside = at > s->chunk_beg && s->raw.n && s->raw.at[s->raw.n - 1].end == at && s->raw.at[s->raw.n - 1].kind <= ATT_RAW_ABBR;
    uint32_t next = end + 1;
    if (inside && clitic) {
        *kind = ATT_RAW_WORD;
        return word;
    }
    bool plural = inside && !s->doubled && end == s->chunk_end && (s->text.ptr[at - 1] | 32) == 's';
    if (plural && next < s->para_end && att_is_space((unsigned char)s->text.ptr[end]) && att_char_at(s->text, next).class == ATT_CH_LETTER) {
        *kind = ATT_RAW_APOS;
        return end;
    }
    s->doubled = end < s->chunk_end && !inside;
    *kind = ATT_RAW_QUOTE;
    return end;
}

/* An apostrophe that begins a token: a clitic behind what is no word ('s behind a quotation mark), '02, 'em, or a mark. */
static uint32_t apostrophe(att_scan *s, uint32_t at, att_char c, att_raw_kind *kind)
{
    static const char *const CLITICS[] = {"s", "S", "m", "d", "re", "ve", "ll", "RE", "M", "LL", "VE", "D", NULL};
    static const char *const WORDS[] = {"em", "til", "tis", "twas", "cause", "cuz", "Cause", "Tis", "Twas", "Til", NULL};
    uint32_t end = at + c.n;
    *kind = ATT_RAW_APOS;
    att_char second = end < s->chunk_end ? att_char_at(s->text, end) : (att_char){0};
    bool two = second.n && second.cp == c.cp; /* '', ``, ‘‘ and ’’ */
    if (two) end += second.n;
    uint32_t word = end;
    while (word < s->chunk_end && word - end < 8) {
        att_char d = att_char_at(s->text, word);
        if (d.class != ATT_CH_LETTER && d.class != ATT_CH_DIGIT) break;
        word += d.n;
    }
    att_slice right = att_sub(s->text, end, word);
    bool year = right.len >= 2 && right.len <= 3 && att_is_digit((unsigned char)right.ptr[0]) && att_is_digit((unsigned char)right.ptr[1]) &&
                (right.len == 2 || right.ptr[2] == 's');
    if (two) return doubled(s, at, end, word, att_in(right, CLITICS), kind);
    bool clitic = att_in(right, CLITICS) && (at > s->chunk_beg || word == s->chunk_end);
    if (!year && !clitic && !att_in(right, WORDS)) return end;
    *kind = ATT_RAW_WORD;
    return word;
}

static uint32_t run_of_class(const att_scan *s, uint32_t at, att_char_class a, att_char_class b)
{
    while (at < s->chunk_end) {
        att_char c = att_char_at(s->text, at);
        if (c.class != a && c.class != b) break;
        at += c.n;
    }
    return at;
}

/* "#tag", "@handle": the mark and the word are one. */
static uint32_t tagged(const att_scan *s, uint32_t at)
{
    uint32_t end = at + 1;
    if (end >= s->chunk_end) return at;
    att_char first = att_char_at(s->text, end);
    if (first.class != ATT_CH_LETTER && first.cp != '_') return at;
    while (end < s->chunk_end) {
        att_char c = att_char_at(s->text, end);
        if (c.class != ATT_CH_LETTER && c.class != ATT_CH_DIGIT && c.cp != '_' && c.class != ATT_CH_IDEO) break;
        end += c.n;
    }
    return end;
}

static uint32_t symbol(att_scan *s, uint32_t at, att_char c, att_raw_kind *kind)
{
    uint32_t end = at + c.n;
    *kind = ATT_RAW_OTHER;
    switch (c.cp) {
    case ',': case 0x3001: case 0xFF0C: *kind = ATT_RAW_COMMA; return end;
    case ';': *kind = ATT_RAW_SEMI; return end;
    case 0x2022: case 0xB7: case 0x25CF: case 0x25AA: *kind = ATT_RAW_BULLET; return end;
    case '#': case '@': {
        uint32_t word = tagged(s, at);
        if (word > at) *kind = ATT_RAW_WORD;
        return word > at ? word : run_of(s, end, c.cp == '#' ? "#" : "@");
    }
    case '+':
        if (at == s->chunk_beg && end < s->chunk_end && att_is_digit((unsigned char)s->text.ptr[end])) {
            att_raw r = {0};
            *kind = ATT_RAW_NUMBER;
            return att_scan_word(s, end, &r);
        }
        return run_of(s, end, "+");
    case '*': case '=': case '_': case '~': case '$': case '<': case '>': case '|': {
        char set[2] = {(char)c.cp, 0};
        return run_of(s, end, set);
    }
    default: break;
    }
    /* what belongs to the sign before it: joiners and variants of emoji */
    while (c.cp >= 0x80 && end < s->chunk_end) {
        att_char d = att_char_at(s->text, end);
        if (d.class != ATT_CH_HIDDEN && !(d.cp >= 0xFE00 && d.cp <= 0xFE0F)) break;
        end += d.n;
    }
    return end;
}

static uint32_t punctuation(att_scan *s, uint32_t at, att_char c, att_raw_kind *kind)
{
    uint32_t end = at + c.n;
    switch (c.class) {
    case ATT_CH_DOT: {
        if (c.cp == '.' && end < s->chunk_end && att_is_digit((unsigned char)s->text.ptr[end]) &&
            (at == s->chunk_beg || s->raw.at[s->raw.n - 1].kind > ATT_RAW_ABBR)) {
            att_raw r = {0}; /* .5 */
            *kind = ATT_RAW_NUMBER;
            return att_scan_word(s, end, &r);
        }
        uint32_t stop = run_of_class(s, at, ATT_CH_DOT, ATT_CH_DOT);
        *kind = stop > end ? ATT_RAW_DOTS : ATT_RAW_STOP;
        return stop;
    }
    case ATT_CH_DOTS: *kind = ATT_RAW_DOTS; return run_of_class(s, at, ATT_CH_DOTS, ATT_CH_DOT);
    case ATT_CH_MARK: *kind = ATT_RAW_ASK; return run_of_class(s, at, ATT_CH_MARK, ATT_CH_MARK);
    case ATT_CH_APOS: return apostrophe(s, at, c, kind);
    case ATT_CH_QUOTE: *kind = ATT_RAW_QUOTE; return end;
    case ATT_CH_OPEN: *kind = ATT_RAW_OPEN; return end;
    case ATT_CH_CLOSE: *kind = ATT_RAW_CLOSE; return end;
    case ATT_CH_HYPHEN: case ATT_CH_DASH: *kind = ATT_RAW_OTHER; return run_of_class(s, at, ATT_CH_HYPHEN, ATT_CH_DASH);
    default: return symbol(s, at, c, kind);
    }
}

/* cannot, gonna: the parts of a contraction in the list. */
static void push_word(att_scan *s, uint32_t beg, uint32_t end, att_raw r)
{
    att_slice parts, part;
    /* the first letters of the list's words; most words are no contraction, and need no look-up */
    bool may = end - beg <= 8 && r.kind == ATT_RAW_WORD && strchr("acdghilstwy", s->text.ptr[beg] | 32) &&
               strchr("teasomi", s->text.ptr[end - 1] | 32);
    bool im = end - beg == 2 && att_is_upper((unsigned char)s->text.ptr[beg + 1]); /* IM is no "I'm" */
    if (may && !im && att_word_find(s->words.contractions, att_sub(s->text, beg, end), &parts)) {
        uint32_t at = beg;
        while (att_lex_alt(&parts, &part) && at + part.len <= end) {
            push(s, at, at + part.len, ATT_RAW_WORD);
            at += part.len;
        }
        return;
    }
    push(s, beg, end, r.kind)->abbr = r.abbr;
}

/* n't behind the word that ends at at, or at. */
static uint32_t negation(const att_scan *s, uint32_t at)
{
    if (at + 2 >= s->chunk_end || (s->text.ptr[at] | 32) != 'n') return at;
    att_char c = att_char_at(s->text, at + 1);
    if (c.class != ATT_CH_APOS) return at;
    uint32_t end = at + 1 + c.n;
    if (end + 1 < s->chunk_end && att_char_at(s->text, end).cp == c.cp) end += c.n; /* don''t */
    return end + 1;
}

static void chunk(att_scan *s)
{
    if (ornament(s)) {
        push(s, s->chunk_beg, s->chunk_end, ATT_RAW_OTHER);
        return;
    }
    uint32_t at = s->chunk_beg + smiley(s);
    if (at > s->chunk_beg) push(s, s->chunk_beg, at, ATT_RAW_SMILEY);
    while (at < s->chunk_end) {
        att_char c = att_char_at(s->text, at);
        uint32_t end;
        att_raw r = {0};
        if (c.class == ATT_CH_HIDDEN) { /* behind a mark: part of its token, so that every byte has one */
            at += c.n;
            s->raw.at[s->raw.n - 1].end = at;
            continue;
        }
        if (c.class == ATT_CH_LETTER || c.class == ATT_CH_DIGIT || c.class == ATT_CH_IDEO) {
            end = s->address ? att_scan_url(s, at) : at;
            if (end > at) {
                push(s, at, end, ATT_RAW_WORD);
                at = end;
                continue;
            }
            end = att_scan_word(s, at, &r);
            push_word(s, at, end, r);
            at = negation(s, end);
            if (at > end) push(s, end, at, ATT_RAW_WORD);
            continue;
        }
        att_raw_kind kind;
        end = punctuation(s, at, c, &kind);
        push(s, at, end, kind);
        at = end;
    }
}

void att_scan_para(att_scan *s, uint32_t beg, uint32_t end)
{
    s->para_end = end;
    s->doubled = false;
    uint32_t at = beg;
    while (at < end) {
        att_char c = att_char_at(s->text, at);
        if (c.class == ATT_CH_SPACE || c.class == ATT_CH_HIDDEN) { /* hidden characters at the edge of a word are space */
            at += c.n;
            continue;
        }
        s->chunk_beg = at;
        uint32_t solid = at;
        s->address = c.cp == 'w' || c.cp == 'W';
        while (at < end) {
            c = att_char_at(s->text, at);
            if (c.class == ATT_CH_SPACE) break;
            s->address |= c.cp == '@' || c.cp == ':' || c.cp == '(';
            at += c.n;
            if (c.class != ATT_CH_HIDDEN) solid = at;
        }
        s->chunk_end = solid;
        chunk(s);
    }
}
