#include "text/token_words.h"

#include "base/data.h"

/* Comments stand at the head of a file only: the lines behind them are sorted. */
static att_slice body(const char *name)
{
    att_slice s = att_data(name), line;
    for (att_slice rest = s; att_split(&rest, '\n', &line) && line.len && line.ptr[0] == '#';) s = rest;
    return s;
}

att_token_words att_token_words_open(void)
{
    return (att_token_words){body("text/abbreviations.txt"), body("text/contractions.txt"), body("text/domains.txt"),
                             body("text/glued.txt"),         body("text/openers.txt"),      body("text/prefixes.txt")};
}

/* First field of the line that starts at at, and the end of that line. */
static att_slice first_field(att_slice file, uint32_t at, uint32_t *eol)
{
    const char *nl = memchr(file.ptr + at, '\n', file.len - at);
    *eol = nl ? (uint32_t)(nl - file.ptr) : file.len;
    att_slice line = att_sub(file, at, *eol);
    return att_sub(line, 0, att_find(line, ATT_LIT(" | "), 0));
}

bool att_line_find(att_slice file, att_slice word, att_slice *rest)
{
    uint32_t lo = 0, hi = file.len; /* both at the start of a line */
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2, eol;
        while (mid > lo && file.ptr[mid - 1] != '\n') mid--;
        att_slice key = first_field(file, mid, &eol);
        int c = att_cmp(word, key);
        if (c == 0) {
            uint32_t at = mid + key.len;
            *rest = att_sub(file, at + 3 <= eol ? at + 3 : eol, eol);
            return true;
        }
        if (c < 0) hi = mid;
        else lo = eol < file.len ? eol + 1 : file.len;
    }
    return false;
}

bool att_word_find(att_slice file, att_slice word, att_slice *rest)
{
    char low[31];
    if (word.len == 0 || word.len > sizeof low) return false;
    for (uint32_t i = 0; i < word.len; i++) low[i] = att_lower_ascii(word.ptr[i]);
    return att_line_find(file, (att_slice){low, word.len}, rest);
}

att_abbr att_abbr_of(const att_token_words *words, att_slice word)
{
    static const struct {
        const char *name;
        att_abbr kind;
    } KINDS[] = {{"title", ATT_ABBR_TITLE}, {"inner", ATT_ABBR_INNER}, {"number", ATT_ABBR_NUMBER}, {"date", ATT_ABBR_DATE},
                 {"time", ATT_ABBR_TIME},   {"last", ATT_ABBR_LAST},   {"etc", ATT_ABBR_ETC}};
    att_slice rest;
    if (!att_word_find(words->abbreviations, word, &rest)) return ATT_ABBR_NONE;
    uint32_t bar = att_find(rest, ATT_LIT(" | "), 0);
    bool capital = att_ends(rest, " | capital");
    if (capital && !att_is_upper((unsigned char)word.ptr[0])) return ATT_ABBR_NONE;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (att_is(att_sub(rest, 0, bar), KINDS[i].name)) return KINDS[i].kind;
    return ATT_ABBR_NONE;
}
