#include "base/lexicon.h"

void att_lex_open(att_lex *lex, const char *name, att_slice text, uint32_t want_fields)
{
    *lex = (att_lex){.name = name, .rest = text, .want = want_fields};
}

void att_lex_fault(const att_lex *lex, const char *what)
{
    if (lex->fault) lex->fault(lex->ctx, lex->name, lex->line, what);
}

static att_slice field_of(const char *p, const char *end)
{
    att_slice f = att_trim((att_slice){p, (uint32_t)(end - p)});
    return f.len == 1 && *f.ptr == '-' ? (att_slice){0} : f;
}

/* Split at " | "; returns the number of fields, more than ATT_LEX_MAX_FIELDS when there are too many. */
static uint32_t cut_fields(att_slice line, att_slice *fields)
{
    uint32_t n = 0;
    const char *beg = line.ptr, *end = line.ptr + line.len, *bar = beg;
    while (bar < end && (bar = memchr(bar, '|', (size_t)(end - bar)))) {
        bool border = bar > beg && bar + 1 < end && bar[-1] == ' ' && bar[1] == ' ';
        bar++;
        if (!border) continue;
        if (n == ATT_LEX_MAX_FIELDS) return n + 1;
        fields[n++] = field_of(beg, bar - 2);
        beg = ++bar;
    }
    if (n == ATT_LEX_MAX_FIELDS) return n + 1;
    fields[n++] = field_of(beg, end);
    return n;
}

bool att_lex_next(att_lex *lex)
{
    att_slice line;
    while (att_split(&lex->rest, '\n', &line)) {
        lex->line++;
        line = att_trim(line);
        if (line.len == 0 || line.ptr[0] == '#') continue;
        uint32_t n = cut_fields(line, lex->fields);
        lex->row = line;
        if (n == lex->want) return true;
        att_lex_fault(lex, n < lex->want ? "too few fields (separated by ' | ')" : "too many fields (separated by ' | ')");
    }
    return false;
}

bool att_lex_alt(att_slice *rest, att_slice *alt)
{
    while (att_split(rest, ';', alt)) {
        *alt = att_trim(*alt);
        if (alt->len) return true;
    }
    return false;
}
