/* paras_split.c: where paragraphs begin and end.
 *
 * Blank lines always part them. Single line ends do too, unless the text is hard-wrapped (old wire copy, mail): there a line
 * was broken because the next word would not have fitted into the width. That is what is measured: over all breaks inside
 * a block, how often would the next word have fitted? Often: lines are paragraphs. Hardly ever: lines are joined.
 */
#include "base/utf8.h"
#include "text/paras_int.h"

enum { WIDTH_MIN = 35, WIDTH_MAX = 130, BREAKS_MIN = 3 };

typedef struct {
    att_span span;   /* trimmed */
    uint32_t chars;  /* code points in it */
    uint32_t word;   /* code points of its first word */
    bool blank_before, indented;
} line;

typedef ATT_VEC(line) lines;

/* Length of the white character at s[at], 0 when it is none. */
static uint32_t white_at(att_slice s, uint32_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];
    if (att_is_space(c) || c == 0) return 1;
    if (c != 0xC2 && c != 0xE2 && c != 0xE3 && c != 0xEF) return 0;
    uint32_t n, cp = att_utf8_at(s, at, &n);
    bool white = cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200B) || cp == 0x2028 || cp == 0x2029 || cp == 0x202F ||
                 cp == 0x2060 || cp == 0x3000 || cp == 0xFEFF;
    return white ? n : 0;
}

att_span att_span_trim(att_slice text, att_span s)
{
    att_slice cut = att_sub(text, 0, s.end);
    uint32_t n;
    while (s.beg < s.end && (n = white_at(cut, s.beg)) != 0) s.beg += n;
    while (s.end > s.beg) {
        uint32_t at = s.end - 1;
        while (at > s.beg && s.end - at < 4 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80) at--;
        n = white_at(cut, at);
        if (n == 0 || at + n != s.end) break;
        s.end = at;
    }
    return s;
}

static uint32_t code_points(att_slice s)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.len; i++) n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

static uint32_t first_word(att_slice s)
{
    uint32_t end = 0;
    while (end < s.len && !att_is_space((unsigned char)s.ptr[end])) end++;
    return code_points(att_sub(s, 0, end));
}

static lines read_lines(att_doc *doc)
{
    lines all = {0};
    att_slice text = doc->text;
    bool blank = true;
    for (uint32_t at = 0; at < text.len;) {
        const char *nl = memchr(text.ptr + at, '\n', text.len - at);
        uint32_t end = nl ? (uint32_t)(nl - text.ptr) : text.len;
        att_span s = att_span_trim(text, (att_span){at, end});
        if (s.beg == s.end) {
            blank = true;
        } else {
            att_slice cut = att_cut(doc, s);
            bool indented = s.beg - at >= 2 || text.ptr[at] == '\t';
            *att_push(doc->scratch, &all) = (line){s, code_points(cut), first_word(cut), blank, indented};
            blank = false;
        }
        at = end + 1;
    }
    return all;
}

static bool ends_sentence(att_slice s)
{
    static const char *const ENDS[] = {".", "!", "?", ".\"", "!\"", "?\"", ".'", ".)", ".\xE2\x80\x9D", "?\xE2\x80\x9D",
                                       "!\xE2\x80\x9D", ".\xE2\x80\x99", ":", NULL};
    for (const char *const *e = ENDS; *e; e++)
        if (att_ends(s, *e)) return true;
    return false;
}

/* The width that the text was wrapped to, 0 when its lines are paragraphs. */
static uint32_t wrap_width(const att_doc *doc, const lines *all)
{
    uint32_t width = 0, longer = 0, breaks = 0, full = 0, lower = 0, open = 0;
    for (uint32_t i = 0; i < all->n; i++) {
        if (all->at[i].chars > WIDTH_MAX)
            longer++;
        else if (all->at[i].chars > width)
            width = all->at[i].chars;
    }
    if (longer * 50 > all->n || width < WIDTH_MIN) return 0;
    for (uint32_t i = 1; i < all->n; i++) {
        const line *a = &all->at[i - 1], *b = &all->at[i];
        if (b->blank_before) continue;
        breaks++;
        full += a->chars + 1 + b->word > width * 9 / 10;
        bool ended = ends_sentence(att_cut(doc, a->span));
        open += !ended;
        lower += !ended && att_is_lower((unsigned char)doc->text.ptr[b->span.beg]);
    }
    bool few = breaks > 0 && breaks < BREAKS_MIN && lower == breaks;
    return few || (breaks >= BREAKS_MIN && full * 10 >= breaks * 6 && open * 2 >= breaks) ? width : 0;
}

static bool new_para(const att_doc *doc, const line *a, const line *b, uint32_t width)
{
    if (b->blank_before || width == 0) return true;
    if (b->indented && !a->indented) return true;
    if (a->chars * 2 < width) return true;
    return ends_sentence(att_cut(doc, a->span)) && a->chars + 1 + b->word < width * 8 / 10;
}

void att_paras_split(att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    lines all = read_lines(doc);
    uint32_t width = wrap_width(doc, &all);
    for (uint32_t i = 0; i < all.n; i++) {
        const line *l = &all.at[i];
        if (i == 0 || new_para(doc, l - 1, l, width))
            *att_add(doc, paras) = (att_para){l->span, ATT_BLOCK_BODY};
        else
            doc->paras.at[doc->paras.n - 1].span.end = l->span.end;
    }
    att_arena_rewind(doc->scratch, mark);
}
