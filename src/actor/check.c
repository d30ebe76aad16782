#include "actor/petrarch.h"

#include <stdio.h>

#include "base/civil.h"
#include "base/lexicon.h"
#include "base/utf8.h"

typedef struct {
    const att_kb *kb;
    att_arena *a;
    att_lint_fn *fault;
    void *ctx;
    att_lex lex;
    bool stopped;
    att_map rows;   /* "name/office/code" or whole row -> line that had it first */
    att_map terms;  /* "name/code/office" -> last term, index of spans */
    ATT_VEC(att_days) spans;
    ATT_VEC(uint32_t) span_line, span_next;
    ATT_VEC(att_day) slack; /* days by which a term may overlap another: how exact its dates are */
} linter;

typedef struct {
    const char *kind;
    uint32_t fields;
    int code, sector, from; /* columns, -1 = none; to follows from */
} layout;

static const layout LAYOUTS[] = {{"countries", 9, 0, -1, 7}, {"organs", 4, 1, 2, -1}, {"orgs", 6, 2, 3, 4}, {"persons", 7, 2, 3, 5},
                                 {"roles", 4, -1, 1, -1}, {"bodies", 2, -1, -1, -1}, {"nouns", 3, -1, -1, -1}, {"given-names", 2, -1, -1, -1}, {"family-names", 1, -1, -1, -1},
                                 {"spellings", 3, -1, -1, -1}, {"wikidata", 3, 1, -1, -1}};

bool att_sector_known(att_slice s)
{
    static const char *const SECTORS[] = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "CRM", "CVL", "BUS", "MED", "EDU", "NGO",
                                          "IGO", "NGM", "HLH", "LAB", "REF", "REL", "ETH", "SOC", "JEW", "CHR", "MOS", "BUD", "HIN", "AGR", "ELI", "JRN",
                                          "DEV", "ENV", "HRI", "MNC", "SET", "INS", "RAD", "SEP", "TOP", "MID", "HAR", "MOD", "UNS", NULL};
    return att_in(s, SECTORS);
}

static void say(linter *l, uint32_t line, const char *what, const char *cure)
{
    if (!l->stopped && !l->fault(l->ctx, line, what, cure)) l->stopped = true;
}

static void lex_fault(void *ctx, const char *name, uint32_t line, const char *what)
{
    (void)name;
    say(ctx, line, what, "separate the fields by ' | ' and write '-' for an empty one; attache help actors shows a row");
}

static const layout *layout_of(const char *name, att_slice text)
{
    att_slice line, rest = text;
    const char *slash = strrchr(name, '/');
    att_slice base = att_slice_of(slash ? slash + 1 : name);
    while (att_split(&rest, '\n', &line) && line.len && line.ptr[0] == '#') {
        uint32_t at = att_find(line, ATT_LIT("kind:"), 0);
        for (size_t i = 0; at < line.len && i < sizeof LAYOUTS / sizeof *LAYOUTS; i++)
            if (att_is(att_trim(att_sub(line, at + 5, line.len)), LAYOUTS[i].kind)) return &LAYOUTS[i];
    }
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++)
        if (base.len == strlen(LAYOUTS[i].kind) + 4 && att_starts(base, LAYOUTS[i].kind) && att_ends(base, ".txt")) return &LAYOUTS[i];
    return NULL;
}

static void check_encoding(linter *l, att_slice text)
{
    uint32_t bad = att_utf8_check(text), line = 1;
    if (bad == text.len) return;
    for (uint32_t i = 0; i < bad; i++) line += text.ptr[i] == '\n';
    say(l, line, "not UTF-8", "save the file as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)");
}

static void check_code(linter *l, att_slice code)
{
    char what[120];
    if (code.len == 0) return;
    bool igo = att_starts(code, "IGO:") && code.len > 4;
    if (igo || att_kb_country(l->kb, code).len) return;
    (void)snprintf(what, sizeof what, "unknown country code '%.*s'", (int)(code.len > 40 ? 40 : code.len), code.ptr);
    say(l, l->lex.line, what, "write ISO 3166 alpha-3 (FRA), IGO:NAME for an international body, or -; attache actors lookup NAME tells it");
}

static void check_sector(linter *l, att_slice sector)
{
    char what[120];
    if (sector.len == 0 || att_sector_known(sector)) return;
    (void)snprintf(what, sizeof what, "unknown sector '%.*s'", (int)(sector.len > 40 ? 40 : sector.len), sector.ptr);
    say(l, l->lex.line, what, "write one of PLOVER's sectors (GOV MIL LEG JUD COP SPY PTY OPP REB UAF CRM CVL BUS MED EDU NGO IGO JRN ...), or -");
}

/* A date or an open end; false with a word. */
static bool read_day(linter *l, att_slice s, bool last, att_day *out)
{
    att_day lo, hi;
    char what[120];
    *out = last ? INT32_MAX : INT32_MIN;
    if (s.len && s.ptr[s.len - 1] == '?') s.len--;
    if (s.len == 0) return true;
    if (att_parse_iso(s, &lo, &hi)) {
        *out = last ? hi : lo;
        return true;
    }
    (void)snprintf(what, sizeof what, "'%.*s' is no date", (int)(s.len > 40 ? 40 : s.len), s.ptr);
    say(l, l->lex.line, what, "write YYYY, YYYY-MM or YYYY-MM-DD, with ? behind it when not sure, or -");
    return false;
}

/* How far off a date may be that is written as a year or month. */
static att_day vague(att_slice s)
{
    return s.len == 0 || s.len >= 10 ? 1 : s.len >= 7 ? 31 : 366;
}

/* Two terms of one person in one office must not overlap by more than their dates are vague, or the day of handing over. */
static void check_overlap(linter *l, att_slice key, att_day from, att_day to, att_day slack)
{
    char what[80];
    uint32_t *last = att_map_put(&l->terms, l->a, key, NULL);
    for (uint32_t i = *last; i; i = l->span_next.at[i]) {
        att_day beg = from > l->spans.at[i].first ? from : l->spans.at[i].first, end = to < l->spans.at[i].last ? to : l->spans.at[i].last;
        att_day allowed = slack > l->slack.at[i] ? slack : l->slack.at[i];
        if (end < beg || end - beg <= allowed) continue;
        (void)snprintf(what, sizeof what, "the dates overlap those of line %u", l->span_line.at[i]);
        say(l, l->lex.line, what, "let one term end before the next begins, or make one row of both");
        break;
    }
    if (l->spans.n == 0) {
        *att_push(l->a, &l->spans) = (att_days){0, 0};
        *att_push(l->a, &l->span_line) = 0;
        *att_push(l->a, &l->span_next) = 0;
        *att_push(l->a, &l->slack) = 0;
    }
    *att_push(l->a, &l->spans) = (att_days){from, to};
    *att_push(l->a, &l->span_line) = l->lex.line;
    *att_push(l->a, &l->span_next) = *last;
    *att_push(l->a, &l->slack) = slack;
    *last = l->spans.n - 1;
}

static void check_dates(linter *l, const layout *y, const att_slice *f)
{
    att_day from, to;
    if (y->from < 0 || !read_day(l, f[y->from], false, &from) || !read_day(l, f[y->from + 1], true, &to)) return;
    if (from > to) {
        say(l, l->lex.line, "ends before it begins", "swap the two dates, or correct one");
        return;
    }
    if (strcmp(y->kind, "persons") != 0) return;
    check_overlap(l, att_format(l->a, "%.*s/%.*s/%.*s", (int)f[0].len, f[0].ptr, (int)f[2].len, f[2].len ? f[2].ptr : "", (int)f[4].len, f[4].len ? f[4].ptr : ""), from, to, vague(f[5]) > vague(f[6]) ? vague(f[5]) : vague(f[6]));
}

static void check_row(linter *l, const layout *y, att_slice row)
{
    const att_slice *f = l->lex.fields;
    char what[64];
    bool fresh;
    uint32_t *first = att_map_put(&l->rows, l->a, row, &fresh);
    if (!fresh) {
        (void)snprintf(what, sizeof what, "the same row as line %u", *first);
        say(l, l->lex.line, what, "delete one of them");
        return;
    }
    *first = l->lex.line;
    if (f[0].len == 0) say(l, l->lex.line, "the first field is empty", "write the name there");
    if (y->code > 0) check_code(l, f[y->code]);
    if (y->code == 0 && (f[0].len != 3 || !att_is_upper((unsigned char)f[0].ptr[0]))) say(l, l->lex.line, "no country code in the first field", "write three capital letters (ISO 3166 alpha-3)");
    if (y->sector >= 0) check_sector(l, f[y->sector]);
    check_dates(l, y, f);
    uint32_t item;
    if (strcmp(y->kind, "wikidata") == 0 && (!att_starts(f[2], "Q") || !att_to_u32(att_sub(f[2], 1, f[2].len), &item)))
        say(l, l->lex.line, "no Wikidata item in the third field", "write Q and its number (Q142)");
}

uint32_t att_lexicon_check(const att_kb *kb, att_arena *scratch, const char *name, att_slice text, att_lint_fn *fault, void *ctx)
{
    linter l = {.kb = kb, .a = scratch, .fault = fault, .ctx = ctx};
    const layout *y = layout_of(name, text);
    uint32_t rows = 0;
    check_encoding(&l, text);
    if (!y && att_petrarch_is(text)) return att_petrarch_read(scratch, text, &(att_petrarch_sink){NULL, fault, ctx});
    if (!y) {
        say(&l, 1, "it does not say what it holds", "begin the file with a line '# kind: persons' (or countries, organs, orgs, roles)");
        return 0;
    }
    att_lex_open(&l.lex, name, text, y->fields);
    l.lex.fault = lex_fault;
    l.lex.ctx = &l;
    while (!l.stopped && att_lex_next(&l.lex)) {
        check_row(&l, y, l.lex.row);
        rows++;
    }
    return rows;
}
