#include "statement/quotes.h"

#include "text/token_char.h"

typedef enum { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } mark;

/* What stands right before it, without space: nothing, a bracket or a dash. */
static bool space_before(const att_doc *doc, uint32_t t)
{
    static const char *const OPENERS[] = {"(", "[", "-", "--", "\xE2\x80\x94", NULL};
    if (t <= 1 || doc->toks.at[t - 1].span.end != doc->toks.at[t].span.beg) return true;
    return att_in(doc->toks.at[t - 1].form, OPENERS);
}

static bool space_after(const att_doc *doc, uint32_t t)
{
    uint32_t e = doc->toks.at[t].span.end;
    return e >= doc->text.len || att_is_space((unsigned char)doc->text.ptr[e]);
}

static mark by_space(const att_doc *doc, uint32_t t)
{
    bool before = space_before(doc, t), after = space_after(doc, t);
    return before && !after ? MARK_OPEN : !before && after ? MARK_CLOSE : MARK_EITHER;
}

/* The character that token t is made of, and how many of it: 1 or 2; 0 when it is no mark alone. */
static uint32_t mark_of(const att_doc *doc, uint32_t t, uint32_t *cp)
{
    att_slice raw = att_cut(doc, doc->toks.at[t].span);
    att_char c = att_char_at(raw, 0);
    *cp = c.cp;
    if (c.class != ATT_CH_QUOTE && c.class != ATT_CH_APOS) return 0;
    if (c.n == raw.len) return 1;
    return raw.len == 2u * c.n && att_char_at(raw, c.n).cp == c.cp ? 2 : 0;
}

/* Curly marks tell their direction; straight ones open before a word and close after one. */
static mark double_mark(const att_doc *doc, uint32_t t)
{
    uint32_t cp, n = mark_of(doc, t, &cp);
    if (n == 1) switch (cp) {
        case 0x201C: case 0x201E: case 0xAB: return MARK_OPEN;
        case 0x201D: case 0xBB: return MARK_CLOSE;
        case '"': return by_space(doc, t);
        default: return MARK_NONE;
        }
    if (n != 2) return MARK_NONE;
    if (cp == '`' || cp == 0x2018) return MARK_OPEN;
    if (cp == 0x2019) return MARK_CLOSE;
    mark m = cp == '\'' && att_is(doc->toks.at[t].form, "\"") ? by_space(doc, t) : MARK_NONE;
    return m == MARK_EITHER ? MARK_NONE : m;
}

/* A single mark counts only when it opens before a word; whether it is one at all shows when it is closed after a word or stop. */
static mark single_mark(const att_doc *doc, uint32_t t)
{
    uint32_t cp, n = mark_of(doc, t, &cp);
    bool open = cp == 0x2018, close = cp == 0x2019, straight = cp == '\'' || cp == '`';
    if (n != 1 || (!open && !close && !straight)) return MARK_NONE;
    mark m = by_space(doc, t);
    if (m == MARK_OPEN && !close) return MARK_OPEN;
    return m == MARK_CLOSE && !open ? MARK_CLOSE : MARK_NONE;
}

bool att_quote_mark(const att_doc *doc, uint32_t t) { return double_mark(doc, t) != MARK_NONE || single_mark(doc, t) != MARK_NONE; }

typedef struct {
    const att_doc *doc;
    const bool *speech;
    att_arena *a;
    att_quotes *out;
    uint32_t beg, end; /* the paragraph */
} scan;

static void put(scan *s, uint32_t open, uint32_t close, uint32_t beg, uint32_t end, bool damaged, bool goes_on)
{
    if (end <= beg) return;
    *att_push(s->a, s->out) = (att_quote){open, close, beg, end, damaged, goes_on};
}

static bool comma(const att_doc *doc, uint32_t t) { return att_is(doc->toks.at[t].form, ","); }

/* "We want peace, he" said: the closing mark has slipped past the subject of the cue. */
static uint32_t slipped_close(const scan *s, uint32_t open, uint32_t close)
{
    if (close + 1 >= s->end || !s->speech[close + 1]) return close;
    for (uint32_t t = close; t-- > open + 2 && close - t <= 8;)
        if (comma(s->doc, t)) return t + 1 < close ? t : close;
    return close;
}

/* Where a quotation without a closing mark ends: before ", he said", else with its sentence. */
static uint32_t guess_end(const scan *s, uint32_t open, uint32_t limit)
{
    uint32_t stop = s->doc->sents.at[s->doc->toks.at[open + 1 < s->end ? open + 1 : open].sent].tok_end;
    if (stop > limit) stop = limit;
    uint32_t last_comma = 0;
    for (uint32_t t = open + 1; t < stop; t++) {
        if (comma(s->doc, t)) last_comma = t;
        if (s->speech[t] && last_comma && t - last_comma <= 10 && last_comma > open + 2) return last_comma;
    }
    return stop;
}

/* Nothing closes it in its paragraph: it runs on to the sentence before one that has a cue of speech of its own. */
static uint32_t guess_last(const scan *s, uint32_t open)
{
    const att_doc *doc = s->doc;
    uint32_t end = guess_end(s, open, s->end);
    bool whole = open == s->beg || doc->toks.at[open].sent != doc->toks.at[open - 1].sent || comma(doc, open - 1);
    while (whole && end < s->end && end == doc->sents.at[doc->toks.at[end - 1].sent].tok_end) {
        uint32_t next = doc->sents.at[doc->toks.at[end].sent].tok_end;
        for (uint32_t t = end; t < next; t++)
            if (s->speech[t]) return end;
        end = next;
    }
    return end;
}

/* Where one without an opening mark begins: after a cue with "that" or a colon in its sentence, else with the sentence. */
static uint32_t guess_begin(const scan *s, uint32_t close, uint32_t limit)
{
    uint32_t beg = s->doc->sents.at[s->doc->toks.at[close - 1].sent].tok_beg;
    if (beg < limit) beg = limit;
    for (uint32_t t = close; t-- > beg;)
        if (s->speech[t] && t + 2 < close) {
            t++;
            while (t < close && (s->doc->toks.at[t].upos == ATT_PUNCT || att_is(s->doc->toks.at[t].lower, "that"))) t++;
            return t;
        }
    return beg;
}

static bool opens_next(const scan *s)
{
    const att_doc *doc = s->doc;
    return s->end < doc->toks.n && (double_mark(doc, s->end) == MARK_OPEN || single_mark(doc, s->end) == MARK_OPEN);
}

static void scan_double(scan *s)
{
    uint32_t open = 0, last = s->beg;
    bool doubled = false;
    for (uint32_t t = s->beg; t < s->end; t++) {
        mark m = double_mark(s->doc, t);
        if (m == MARK_NONE) continue;
        if (open && t == open + 1) { /* two marks in a row: one too many */
            open = t, doubled = true;
            continue;
        }
        if (!open && last == t && t > s->beg && m != MARK_OPEN) continue; /* a second closing mark */
        if (m == MARK_EITHER) m = open ? MARK_CLOSE : MARK_OPEN;
        if (m == MARK_OPEN) {
            if (open) put(s, open, 0, open + 1, guess_end(s, open, t), true, false);
            open = t, doubled = false;
        } else if (open) {
            uint32_t end = slipped_close(s, open, t);
            put(s, open, t, open + 1, end, doubled || end != t, false);
            open = 0, last = t + 1;
        } else if (t > last) {
            uint32_t beg = guess_begin(s, t, last);
            if (beg + 2 < t) put(s, 0, t, beg, t, true, false);
            last = t + 1;
        }
    }
    if (!open) return;
    if (opens_next(s)) put(s, open, 0, open + 1, s->end, false, true);
    else put(s, open, 0, open + 1, guess_last(s, open), true, false);
}

/* Single marks are quotations only in paragraphs without double ones, and only in pairs: an apostrophe closes nothing. */
static void scan_single(scan *s)
{
    for (uint32_t t = s->beg; t < s->end; t++) {
        if (single_mark(s->doc, t) != MARK_OPEN) continue;
        uint32_t close = 0;
        for (uint32_t k = t + 1; k < s->end && !close; k++) {
            mark m = single_mark(s->doc, k);
            if (m == MARK_OPEN) break;
            bool noun_before = s->doc->toks.at[k - 1].upos == ATT_NOUN && att_ends(s->doc->toks.at[k - 1].lower, "s");
            bool owner = noun_before && k + 1 < s->end && (s->doc->toks.at[k + 1].upos == ATT_NOUN || s->doc->toks.at[k + 1].upos == ATT_ADJ);
            if (m == MARK_CLOSE && !owner) close = k;
        }
        if (!close) continue;
        put(s, t, close, t + 1, close, false, false);
        t = close;
    }
}

void att_quotes_find(const att_doc *doc, const bool *speech, att_arena *a, att_quotes *out)
{
    for (att_id i = 1; i < doc->sents.n;) {
        att_id para = doc->sents.at[i].para;
        scan s = {.doc = doc, .speech = speech, .a = a, .out = out, .beg = doc->sents.at[i].tok_beg};
        while (i < doc->sents.n && doc->sents.at[i].para == para) s.end = doc->sents.at[i++].tok_end;
        uint32_t before = out->n;
        scan_double(&s);
        if (out->n == before) scan_single(&s);
    }
}

uint32_t att_quote_from(const att_quotes *q, uint32_t t)
{
    uint32_t lo = 0, hi = q->n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (q->at[mid].tok_end <= t) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

int att_quote_at(const att_quotes *q, uint32_t t)
{
    uint32_t i = att_quote_from(q, t);
    return i < q->n && q->at[i].tok_beg <= t ? (int)i : -1;
}
