#include "actor/petrarch.h"

#include "base/civil.h"

enum { SPELLINGS = 64, TERMS = 32, MARKERS = 32, MARKED = 24 };

typedef struct {
    att_slice code;
    att_day from, to;
} term;

typedef struct {
    att_slice name;
    att_slice words[MARKED];
    uint32_t n;
} marker;

typedef struct {
    att_arena *a;
    const att_petrarch_sink *sink;
    uint32_t line, rows;
    att_slice names[SPELLINGS];
    uint32_t name_count;
    term terms[TERMS];
    uint32_t term_count;
    marker markers[MARKERS];
    uint32_t marker_count;
    bool stopped;
} reader;

static void fault(reader *r, const char *what, const char *cure)
{
    if (r->sink->fault && !r->stopped && !r->sink->fault(r->sink->ctx, r->line, what, cure)) r->stopped = true;
}

/* "BEN_ALI_" -> "ben ali" */
static att_slice words(reader *r, att_slice s)
{
    char *out = att_new(r->a, char, s.len + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.len; i++) {
        char c = s.ptr[i] == '_' || s.ptr[i] == '\t' ? ' ' : att_lower_ascii(s.ptr[i]);
        if (c == ' ' && (n == 0 || out[n - 1] == ' ')) continue;
        out[n++] = c;
    }
    while (n && out[n - 1] == ' ') n--;
    return (att_slice){out, n};
}

/* Comments: "#" and ";" to the end of the line, "<!-- ... -->". "*." of old rules is no part of a name. */
static att_slice uncommented(att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '#' || s.ptr[i] == ';') return att_trim(att_sub(s, 0, i));
    return att_trim(s);
}

static bool read_day(att_slice s, att_day *out)
{
    uint32_t n;
    if ((s.len != 6 && s.len != 8) || !att_to_u32(s, &n)) return false;
    int y = (int)(n / 10000), m = (int)(n / 100 % 100), d = (int)(n % 100);
    if (s.len == 6) y += y < 40 ? 2000 : 1900; /* as PETRARCH does it */
    if (!att_date_valid(y, m ? m : 1, d ? d : 1)) return false;
    *out = att_day_of(y, m ? m : 1, d ? d : 1);
    return true;
}

/* "TUNGOV 871107-110114" */
static void read_term(reader *r, att_slice s)
{
    term t = {.from = INT32_MIN, .to = INT32_MAX};
    s = att_trim(s);
    uint32_t space = att_find(s, ATT_LIT(" "), 0);
    t.code = att_sub(s, 0, space);
    att_slice dates = space < s.len ? att_trim(att_sub(s, space, s.len)) : (att_slice){0};
    bool fine = true;
    if (dates.len && dates.ptr[0] == '<') fine = read_day(att_trim(att_sub(dates, 1, dates.len)), &t.to);
    else if (dates.len && dates.ptr[0] == '>') fine = read_day(att_trim(att_sub(dates, 1, dates.len)), &t.from);
    else if (dates.len) {
        uint32_t dash = att_find(dates, ATT_LIT("-"), 0);
        fine = dash < dates.len && read_day(att_trim(att_sub(dates, 0, dash)), &t.from) && read_day(att_trim(att_sub(dates, dash + 1, dates.len)), &t.to);
        if (fine && t.from > t.to) fault(r, "ends before it begins", "swap the two dates, or correct one");
    }
    if (!fine) {
        fault(r, "the dates of a code can't be read", "write <YYMMDD, >YYMMDD or YYMMDD-YYMMDD behind the code; the code without dates is not used");
        return;
    }
    if (t.code.len && !att_starts(t.code, "---") && r->term_count < TERMS) r->terms[r->term_count++] = t;
}

/* All [..] of the line; what stands before the first is left. */
static att_slice read_terms(reader *r, att_slice s)
{
    uint32_t first = att_find(s, ATT_LIT("["), 0), at = first;
    while (at < s.len) {
        uint32_t end = att_find(s, ATT_LIT("]"), at);
        if (end == s.len) {
            fault(r, "a [ without its ]", "close the code: [FRAGOV]");
            break;
        }
        read_term(r, att_sub(s, at + 1, end));
        at = att_find(s, ATT_LIT("["), end);
    }
    return att_trim(att_sub(s, 0, first));
}

static void give(reader *r, att_slice name, att_slice plural, const term *t, bool agent)
{
    r->rows++;
    if (!r->sink->row || name.len == 0) return;
    att_slice code = agent && t->code.len ? att_sub(t->code, 1, t->code.len) : t->code;
    att_petrarch_row row = {.name = name, .main = r->name_count && !agent ? r->names[0] : name, .code = code, .from = t->from, .to = t->to, .plural = plural, .agent = agent};
    r->sink->row(r->sink->ctx, &row);
}

/* An actor's lines are at their end: every spelling with every term. */
static void flush(reader *r)
{
    for (uint32_t n = 0; n < r->name_count; n++)
        for (uint32_t t = 0; t < r->term_count; t++) give(r, r->names[n], (att_slice){0}, &r->terms[t], false);
    r->name_count = r->term_count = 0;
}

static const marker *marker_in(const reader *r, att_slice s, uint32_t *beg, uint32_t *end)
{
    *beg = att_find(s, ATT_LIT("!"), 0);
    *end = *beg < s.len ? att_find(s, ATT_LIT("!"), *beg + 1) : s.len;
    if (*end == s.len) return NULL;
    ++*end;
    for (uint32_t i = 0; i < r->marker_count; i++)
        if (att_eq(r->markers[i].name, att_sub(s, *beg, *end))) return &r->markers[i];
    return NULL;
}

static void read_marker(reader *r, att_slice s)
{
    uint32_t eq = att_find(s, ATT_LIT("="), 0);
    if (r->marker_count == MARKERS) return;
    marker *m = &r->markers[r->marker_count++];
    *m = (marker){.name = att_trim(att_sub(s, 0, eq))};
    att_slice rest = att_sub(s, eq + 1, s.len), w;
    while (att_split(&rest, ',', &w))
        if (att_trim(w).len && m->n < MARKED) m->words[m->n++] = att_trim(w);
}

static void read_agent(reader *r, att_slice s)
{
    r->term_count = 0;
    att_slice left = read_terms(r, s), name = left, plural = {0};
    bool explicit = false;
    uint32_t brace = att_find(left, ATT_LIT("{"), 0);
    if (brace < left.len) {
        explicit = true;
        name = att_trim(att_sub(left, 0, brace));
        plural = att_trim(att_sub(left, brace + 1, att_find(left, ATT_LIT("}"), brace)));
    }
    uint32_t beg, end;
    const marker *m = marker_in(r, name, &beg, &end);
    for (uint32_t t = 0; t < r->term_count; t++) {
        for (uint32_t i = 0; m && i < m->n; i++)
            give(r, words(r, att_format(r->a, "%.*s %.*s %.*s", (int)beg, name.ptr, (int)m->words[i].len, m->words[i].ptr, (int)(name.len - end), name.ptr + end)), (att_slice){0}, &r->terms[t], true);
        if (m) continue;
        att_slice one = words(r, name);
        give(r, one, explicit ? words(r, plural) : att_format(r->a, "%.*ss", (int)one.len, one.ptr), &r->terms[t], true);
    }
    r->term_count = 0;
}

static void read_line(reader *r, att_slice line)
{
    bool indented = line.len && (line.ptr[0] == '\t' || line.ptr[0] == ' ');
    att_slice s = uncommented(line);
    if (s.len == 0 || att_starts(s, "<!--") || att_starts(s, "-->")) return;
    if (s.ptr[0] == '!' && att_find(s, ATT_LIT("="), 0) < s.len) read_marker(r, s);
    else if (att_find(s, ATT_LIT("[~"), 0) < s.len) read_agent(r, s);
    else if (s.ptr[0] == '+') {
        if (r->name_count && r->name_count < SPELLINGS) r->names[r->name_count++] = words(r, read_terms(r, att_sub(s, 1, s.len)));
        else if (!r->name_count) fault(r, "a spelling without a name above it", "write the name with its code first");
    } else if (s.ptr[0] == '[' && indented) {
        (void)read_terms(r, s);
    } else {
        flush(r);
        att_slice name = words(r, read_terms(r, s));
        if (name.len) r->names[r->name_count++] = name;
    }
}

bool att_petrarch_is(att_slice text)
{
    enum { LOOK = 400 };
    att_slice rest = text, line;
    uint32_t coded = 0, other = 0;
    for (uint32_t i = 0; i < LOOK && att_split(&rest, '\n', &line); i++) {
        att_slice s = uncommented(line);
        if (s.len == 0 || s.ptr[0] == '<' || s.ptr[0] == '+' || s.ptr[0] == '!') continue;
        uint32_t open = att_find(s, ATT_LIT("["), 0);
        bool code = open + 3 < s.len && s.ptr[s.len - 1] == ']' && att_find(s, ATT_LIT(" | "), 0) == s.len;
        if (code) coded++;
        else other++;
    }
    return coded > 0 && coded >= other / 2;
}

uint32_t att_petrarch_read(att_arena *arena, att_slice text, const att_petrarch_sink *sink)
{
    reader *r = att_new(arena, reader, 1);
    att_slice rest = text, line;
    bool comment = false;
    r->a = arena;
    r->sink = sink;
    while (!r->stopped && att_split(&rest, '\n', &line)) {
        r->line++;
        bool opens = att_find(line, ATT_LIT("<!--"), 0) < line.len, closes = att_find(line, ATT_LIT("-->"), 0) < line.len;
        if (!comment && !opens) read_line(r, line);
        comment = (comment || opens) && !closes;
    }
    flush(r);
    return r->rows;
}

static att_slice body_of(att_slice three)
{
    static const struct {
        const char *cameo, *code;
    } BODIES[] = {{"UNO", "IGO:UN"}, {"NAT", "IGO:NATO"}, {"EUR", "IGO:EU"}, {"EEC", "IGO:EU"}, {"OAS", "IGO:OAS"}, {"OAU", "IGO:AU"}, {"AFU", "IGO:AU"}, {"ARL", "IGO:LAS"},
                  {"ASN", "IGO:ASEAN"}, {"OSC", "IGO:OSCE"}, {"SCE", "IGO:OSCE"}, {"IMF", "IGO:IMF"}, {"WBK", "IGO:WB"}, {"WTO", "IGO:WTO"}, {"OPC", "IGO:OPEC"}, {"GOE", "IGO:G8"},
                  {"IAE", "IGO:IAEA"}, {"WHO", "IGO:WHO"}, {"CIS", "IGO:CIS"}, {"ICC", "IGO:ICC"}, {"ICJ", "IGO:ICJ"}, {"GCC", "IGO:GCC"}, {"ECW", "IGO:ECOWAS"}, {"SAA", "IGO:SAARC"}};
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++)
        if (att_is(three, BODIES[i].cameo)) return att_slice_of(BODIES[i].code);
    return (att_slice){0};
}

/* CAMEO's roles that PLOVER or attaché calls otherwise; the others are the same. */
static att_slice sector_of(att_slice three)
{
    static const char *const OTHER[][2] = {{"MED", "JRN"}, {"MNC", "BUS"}, {"INS", "REB"}, {"SEP", "REB"}, {"RAD", "UAF"}, {"BUS", "BUS"}, {"MOS", "REL"}, {"CHR", "REL"}, {"JEW", "REL"},
                                           {"HIN", "REL"}, {"BUD", "REL"}, {"NGM", "NGO"}, {"HRI", "NGO"}, {"DEV", "NGO"}, {"ENV", "NGO"}, {"SET", "CVL"}};
    for (size_t i = 0; i < sizeof OTHER / sizeof *OTHER; i++)
        if (att_is(three, OTHER[i][0])) return att_slice_of(OTHER[i][1]);
    return att_sector_known(three) ? three : (att_slice){0};
}

void att_cameo_code(const att_kb *kb, att_slice code, att_slice *state, att_slice *sector)
{
    static const char *const RENAMED[][2] = {{"KSV", "XKX"}, {"ROM", "ROU"}, {"TMP", "TLS"}, {"ZAR", "COD"}, {"WSB", "PSE"}, {"GZS", "PSE"}, {"PAL", "PSE"}, {"BUR", "MMR"}, {"GER", "DEU"}};
    *state = *sector = (att_slice){0};
    for (uint32_t at = 0; at + 3 <= code.len; at += 3) {
        att_slice three = att_sub(code, at, at + 3);
        if (at == 0) {
            for (size_t i = 0; i < sizeof RENAMED / sizeof *RENAMED; i++)
                if (att_is(three, RENAMED[i][0])) *state = att_slice_of(RENAMED[i][1]);
            bool sort = sector_of(three).len || att_is(three, "IMG") || att_is(three, "NGA");
            if (state->len == 0 && (att_kb_country(kb, three).len || !sort)) *state = three;
            if (state->len) continue;
        }
        att_slice body = at == 3 && att_is(*sector, "IGO") ? body_of(three) : (att_slice){0};
        if (body.len) *state = body;
        else if (sector->len == 0 || (at == 3 && !state->len && att_is(*sector, "IGO"))) {
            att_slice s = sector_of(three);
            if (s.len && sector->len == 0) *sector = s;
        }
    }
    if (state->len == 3 && sector->len == 0) *sector = ATT_LIT("GOV");
}
