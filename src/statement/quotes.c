#include "statement/quotes.h"

typedef enum { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } mark;

/* Curly marks tell their direction; a straight one opens before a word and closes after one. Single marks count only when they
 * stand alone as a token next to a space, so that an apostrophe is never a quotation mark. */
static mark mark_of(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    att_slice raw = att_cut(doc, k->span);
    if (att_is(raw, "\xE2\x80\x9C") || att_is(raw, "\xC2\xAB") || att_is(raw, "\xE2\x80\x9E") || att_is(raw, "``")) return MARK_OPEN;
    if (att_is(raw, "\xE2\x80\x9D") || att_is(raw, "\xC2\xBB") || att_is(raw, "''")) return MARK_CLOSE;
    if (!att_is(raw, "\"")) return MARK_NONE;
    bool space_before = k->span.beg == 0 || att_is_space((unsigned char)doc->text.ptr[k->span.beg - 1]);
    bool space_after = (k->flags & ATT_TOK_SPACE_AFTER) != 0;
    if (space_before && !space_after) return MARK_OPEN;
    if (!space_before && space_after) return MARK_CLOSE;
    return MARK_EITHER;
}

static void close_quote(att_arena *a, att_quotes *out, uint32_t open, uint32_t close, uint32_t end, bool damaged)
{
    if (end <= open + 1) return;
    *att_push(a, out) = (att_quote){open, close, open + 1, end, damaged};
}

/* A paragraph's tokens [beg, end). An opening mark that is never closed runs to the end of its paragraph: newspapers leave the
 * closing mark out when the quotation goes on in the next one. */
static void scan_paragraph(const att_doc *doc, att_arena *a, att_quotes *out, uint32_t beg, uint32_t end)
{
    uint32_t open = 0;
    for (uint32_t t = beg; t < end; t++) {
        mark m = mark_of(doc, t);
        if (m == MARK_EITHER) m = open ? MARK_CLOSE : MARK_OPEN;
        if (m == MARK_OPEN) {
            if (open) close_quote(a, out, open, 0, t, true);
            open = t;
        } else if (m == MARK_CLOSE && open) {
            close_quote(a, out, open, t, t, false);
            open = 0;
        }
    }
    if (open) close_quote(a, out, open, 0, end, true);
}

void att_quotes_find(const att_doc *doc, att_arena *a, att_quotes *out)
{
    for (att_id s = 1; s < doc->sents.n;) {
        att_id para = doc->sents.at[s].para;
        uint32_t beg = doc->sents.at[s].tok_beg, end = beg;
        while (s < doc->sents.n && doc->sents.at[s].para == para) end = doc->sents.at[s++].tok_end;
        scan_paragraph(doc, a, out, beg, end);
    }
}

int att_quote_at(const att_quotes *q, uint32_t t)
{
    uint32_t lo = 0, hi = q->n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (q->at[mid].tok_end <= t)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < q->n && q->at[lo].tok_beg <= t ? (int)lo : -1;
}
