#include "figure/exclude.h"

#include <math.h>

static const att_tok *tok(const att_doc *doc, uint32_t t) { return &doc->toks.at[t]; }

/* Nothing between the token and the one before it. */
static bool glued_before(const att_doc *doc, uint32_t t) { return t > 1 && tok(doc, t - 1)->span.end == tok(doc, t)->span.beg; }

static bool month(att_slice w)
{
    static const char *const M[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                                    "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.",
                                    "nov.", "dec.", "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec", NULL};
    return att_in(w, M);
}

/* Words that a number names rather than counts. */
static bool label(att_slice w)
{
    static const char *const L[] = {"article", "section", "chapter", "paragraph", "page", "no.", "nos.", "number", "item", "rule", "phase", "channel",
                                    "room", "flight", "route", "highway", "case", "resolution", "size", "volume", "part", "day", "level",
                                    "tier", "type", "model", "version", "clause", "title", "act", "station", "block", "reactor", "platform", "round",
                                    "group", "grade", "category", "tab", "class", "league", "stage", "step", "world", "war", "unit", "gate", "pier", "bus", "line", "lot",
                                    "protocol", "annex", "appendix", "figure", "table", "law", "area", "zone", "district", "page", "p.", "pp.", "fig.",
                                    "vol.", "sec.", "art.", "ch.", "#", "§", NULL};
    return att_in(w, L);
}

static bool clock_time(const att_doc *doc, const att_number *n, uint32_t stop)
{
    static const char *const AFTER[] = {"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "gmt", "est", "edt", "bst", "cet", "utc", "o'clock", NULL};
    static const char *const HOURS[] = {"hours", "hrs", "hrs.", "h", NULL};
    if (n->end >= stop) return false;
    att_slice w = tok(doc, n->beg)->lower;
    bool hhmm = n->plain && w.len == 4 && att_find(w, ATT_LIT("."), 0) >= w.len && n->value <= 2400 && fmod(n->value, 100) < 60;
    return att_in(tok(doc, n->end)->lower, AFTER) || (hhmm && att_in(tok(doc, n->end)->lower, HOURS)); /* "at 1400 hours" */
}

static bool year_or_date(const att_doc *doc, const att_number *n, uint32_t sent_beg, uint32_t stop, const att_unit *u)
{
    att_slice f = tok(doc, n->beg)->lower;
    if (!n->plain || u->kind == ATT_UNIT_MONEY || u->kind == ATT_UNIT_PERCENT) return false;
    bool small = n->value >= 1 && n->value <= 31 && f.len <= 2;
    if (small && n->beg > sent_beg && month(tok(doc, n->beg - 1)->lower) && u->kind != ATT_UNIT_PEOPLE) return true;
    if (small && n->end < stop && month(tok(doc, n->end)->lower) && (tok(doc, n->end)->flags & ATT_TOK_CAP)) return true;
    if (f.len != 4 || n->value < 1000 || n->value > 2100) return false;
    if (u->kind == ATT_UNIT_NONE) return true;
    return n->value >= 1900 && n->value <= 2060 && u->kind != ATT_UNIT_MEASURE; /* the 2014 invasion; but 1500 troops */
}

static bool age(const att_doc *doc, const att_number *n, const att_unit *u, uint32_t sent_beg, uint32_t stop)
{
    if (n->beg > sent_beg) {
        att_slice before = tok(doc, n->beg - 1)->lower;
        if (att_is(before, "aged") || att_is(before, "age") || att_is(before, "ages")) return true;
    }
    /* "Ivanov, 34, said" */
    bool commas = n->beg > sent_beg + 1 && n->end < stop && att_is(tok(doc, n->beg - 1)->lower, ",") &&
                  (att_is(tok(doc, n->end)->lower, ",") || att_is(tok(doc, n->end)->lower, "."));
    if (commas && n->plain && n->value < 115 && tok(doc, n->beg - 2)->upos == ATT_PROPN) return true;
    /* years old, year-old */
    for (uint32_t t = n->end; t < stop && t < n->end + 4; t++) {
        if (att_is(tok(doc, t)->lower, "old") || att_is(tok(doc, t)->lower, "olds")) return u->kind == ATT_UNIT_TIME || u->compound;
    }
    return false;
}

/* S-400, Nord Stream 2, Article 5, No. 10: part of a name. */
static bool part_of_name(const att_doc *doc, const att_number *n, const att_unit *u, uint32_t sent_beg, bool bounded)
{
    if (n->beg <= sent_beg || bounded) return false;
    const att_tok *b = tok(doc, n->beg - 1);
    if ((att_is(b->lower, "-") || att_is(b->lower, "/")) && glued_before(doc, n->beg)) return true;
    if (u->kind == ATT_UNIT_MONEY || u->kind == ATT_UNIT_PERCENT) return false;
    if (glued_before(doc, n->beg) && !att_is(b->lower, "(") && b->upos != ATT_PUNCT) return true;
    if (label(b->lower)) return true;
    bool hangs = tok(doc, n->beg)->head == n->beg - 1;
    bool inside = n->plain && b->upos == ATT_PROPN && n->end < doc->toks.n && (tok(doc, n->end)->flags & ATT_TOK_CAP) && tok(doc, n->end)->head != n->beg;
    if (hangs && inside) return true; /* "the Channel 4 News team" */
    if (u->kind != ATT_UNIT_NONE) return false;
    return b->upos == ATT_PROPN || (hangs && (b->upos == ATT_NOUN || b->upos == ATT_SYM) && n->plain);
}

/* "1.", "(2)" and "3)" before an item. */
static bool list_number(const att_doc *doc, const att_number *n, uint32_t sent_beg, uint32_t stop)
{
    uint32_t at = n->beg;
    if (at > sent_beg && att_is(tok(doc, at - 1)->lower, "(")) at--;
    if (n->end >= stop || !n->plain) return false;
    att_slice after = tok(doc, n->end)->lower;
    if (att_is(after, ")")) return n->value < 100 && tok(doc, n->beg)->lower.len <= 2;
    return at == sent_beg && (att_is(after, ".") || att_is(after, ":"));
}

static bool line_break(const att_doc *doc, uint32_t a, uint32_t b)
{
    return memchr(doc->text.ptr + tok(doc, a)->span.end, '\n', tok(doc, b)->span.beg - tok(doc, a)->span.end) != NULL;
}

/* A number on a line of its own is a page number or a date's remnant. */
static bool own_line(const att_doc *doc, const att_number *n, uint32_t sent_beg, uint32_t stop)
{
    return n->plain && n->end < stop && line_break(doc, n->end - 1, n->end) && (n->beg == sent_beg || line_break(doc, n->beg - 1, n->beg));
}

/* Six Day War, Group of Seven. */
static bool name_in_words(const att_doc *doc, const att_number *n, const att_unit *u, uint32_t sent_beg)
{
    if (n->plain || n->beg <= sent_beg || !(tok(doc, n->beg)->flags & ATT_TOK_CAP)) return false;
    if (n->beg > sent_beg + 1 && att_is(tok(doc, n->beg - 1)->lower, "of") && att_is(tok(doc, n->beg - 2)->lower, "group")) return true;
    return u->kind == ATT_UNIT_TIME && u->tok && (tok(doc, u->tok)->flags & ATT_TOK_CAP);
}

/* "one", "the two", "these three": pronouns and what is known already. */
static bool pronoun(const att_doc *doc, const att_number *n, const att_unit *u, uint32_t sent_beg, bool bounded)
{
    static const char *const KNOWN[] = {"the", "these", "those", "both", "either", "any", "his", "her", "other", "all", "which", "no", "first", "last", "next", NULL};
    static const char *const HURT[] = {"killed", "kills", "died", "dead", "wounded", "injured", "arrested", "detained", "captured", "kidnapped", "missing", NULL};
    if (n->scaled) return false;
    if (n->value == 1 && bounded) return u->kind == ATT_UNIT_NOUN || u->kind == ATT_UNIT_NONE; /* one or more lectures */
    if (bounded || n->plain) return false;
    if (n->value <= 12 && n->beg > sent_beg && att_in(tok(doc, n->beg - 1)->lower, KNOWN)) return true;
    if (n->value != 1) return false;
    if (u->kind == ATT_UNIT_MONEY || u->kind == ATT_UNIT_PERCENT || u->kind == ATT_UNIT_MEASURE) return tok(doc, n->beg)->upos != ATT_NUM;
    if (u->kind != ATT_UNIT_PEOPLE || tok(doc, n->beg)->upos != ATT_NUM) return true;
    uint32_t stop = doc->sents.at[tok(doc, n->beg)->sent].tok_end;
    for (uint32_t t = n->end; t < stop && t < n->end + 12; t++)
        if (att_in(tok(doc, t)->lower, HURT)) return false;
    return true;
}

/* A bare number that a series gives: "the earlier 130,000", "rose from 150 to 165", "a toll of 31", "put the number at 900". */
static bool in_series(const att_doc *doc, const att_number *n)
{
    static const char *const OLDER[] = {"earlier", "previous", "initial", "original", NULL};
    static const char *const MOVES[] = {"rose", "rise", "rises", "risen", "rising", "climbed", "climbs", "fell", "falls", "fall", "fallen", "dropped", "drops", "grew", "grown", "increased",
                                        "increase", "decreased", "decrease", "up", "down", "revised", "raised", "lowered", NULL};
    static const char *const COUNTS[] = {"toll", "figure", "number", "total", "count", "tally", "estimate", "numbers", "figures", NULL};
    static const char *const LINKS[] = {"of", "at", NULL}, *const WAYS[] = {"from", "to", NULL};
    uint32_t b = n->beg - 1;
    if (!n->plain || n->value < 10 || !b || tok(doc, b)->sent != tok(doc, n->beg)->sent) return false;
    if (att_in(tok(doc, b)->lower, OLDER)) return true;
    if (att_in(tok(doc, b)->lower, WAYS)) return att_word_before(doc, n->beg, 7, MOVES);
    return att_in(tok(doc, b)->lower, LINKS) && att_word_before(doc, n->beg, 5, COUNTS);
}

/* A number without a noun is a figure as the object or subject of a verb ("killed five"), or with a word of size. */
static bool alone(const att_doc *doc, const att_number *n, const att_unit *u, bool bounded)
{
    if (u->kind != ATT_UNIT_NONE || u->compound) return u->compound && u->kind != ATT_UNIT_MONEY && u->kind != ATT_UNIT_MEASURE && u->kind != ATT_UNIT_STRONG;
    if (bounded) return n->plain && n->value < 10;
    if (n->scaled) return n->vague;
    if (in_series(doc, n)) return false;
    static const char *const VERBS[] = {"kill", "killed", "killing", "kills", "injure", "injured", "injuring", "wounded", "wounding", "wound", "detained", "arrested",
                                        "arresting", "detaining", "captured", "leaving", "left", "reach", "reached", "reaching", "rose", "rise", "risen", "climbed", "stood", "stands", NULL};
    uint32_t h = tok(doc, n->beg)->head;
    if (h && att_in(tok(doc, h)->lower, VERBS)) return n->value == 1;
    uint32_t b = n->beg - 1;
    if (b && att_is(tok(doc, b)->lower, "to") && b > 1) b--;
    return !(b && tok(doc, b)->sent == tok(doc, n->beg)->sent && att_in(tok(doc, b)->lower, VERBS));
}

/* The line of the text that token t stands on, in tokens of its paragraph. */
static void line_of(const att_doc *doc, uint32_t t, uint32_t *beg, uint32_t *end)
{
    att_id para = doc->sents.at[tok(doc, t)->sent].para;
    *beg = t, *end = t + 1;
    while (*beg > 1 && doc->sents.at[tok(doc, *beg - 1)->sent].para == para && !line_break(doc, *beg - 1, *beg)) --*beg;
    while (*end < doc->toks.n && doc->sents.at[tok(doc, *end)->sent].para == para && !line_break(doc, *end - 1, *end)) ++*end;
}

/* "Shr 34 cts vs nil", "Six mths": a line of a company's results is a table, and no prose that says what is measured. */
static bool table_line(const att_doc *doc, const att_number *n)
{
    enum { LONGEST = 40 };
    static const char *const HEADS[] = {"shr", "shrs", "oper", "qtly", "qtrly", "revs", "mths", "mth", "avg", "sales", "net", "turnover", "assets", "nil", "div", "pretax", "pre-tax", "payout", "year", "qtr", NULL};
    static const char *const AGAINST[] = {"vs", "vs.", "versus", "nil", NULL};
    uint32_t beg, end, numbers = 0, words = 0;
    bool head = false, against = false;
    line_of(doc, n->beg, &beg, &end);
    if (end - beg > LONGEST) return false;
    for (uint32_t t = beg; t < end; t++) {
        const att_tok *k = tok(doc, t);
        if (doc->tok_clause[t] && t > beg && doc->clauses.at[doc->tok_clause[t]].tense != ATT_TENSE_NONE) return false;
        numbers += (k->flags & ATT_TOK_DIGIT) != 0 || k->upos == ATT_NUM;
        words += k->upos != ATT_PUNCT;
        head |= att_in(k->lower, HEADS);
        against |= t > beg && att_in(k->lower, AGAINST);
    }
    return (against && (head || numbers * 3 >= words)) || (head && words <= 3);
}

const char *att_figure_excluded(const att_doc *doc, const att_number *n, const att_unit *u, uint32_t first, bool bounded)
{
    const att_sent *s = &doc->sents.at[tok(doc, n->beg)->sent];
    (void)first;
    if (clock_time(doc, n, s->tok_end)) return "clock time";
    att_slice first_word = tok(doc, n->beg)->lower;
    if (first_word.len > 1 && first_word.ptr[0] == '0' && first_word.ptr[1] != '.') return "a code, not a count";
    if (year_or_date(doc, n, s->tok_beg, s->tok_end, u)) return "year or day of a month";
    if (age(doc, n, u, s->tok_beg, s->tok_end)) return "age";
    if (part_of_name(doc, n, u, s->tok_beg, bounded)) return "part of a name";
    if (name_in_words(doc, n, u, s->tok_beg) || (n->vague && u->tok && label(tok(doc, u->tok)->lower))) return "part of a name";
    if (list_number(doc, n, s->tok_beg, s->tok_end) || own_line(doc, n, s->tok_beg, s->tok_end)) return "number of a list";
    if (table_line(doc, n)) return "line of a table";
    if (pronoun(doc, n, u, s->tok_beg, bounded)) return "pronoun, or known already";
    if (u->kind == ATT_UNIT_UNCOUNTED && !(n->plain && n->value > 20)) return "a count of reasons, sides and the like";
    if (alone(doc, n, u, bounded)) return "measures nothing that is named";
    return NULL;
}
