/* paras_line.c: lines of a page that are no news: who wrote it, when it was published, share buttons, copyright.
 *
 * A line is judged by its first words and its length; anything long enough to be a paragraph of prose stays prose.
 */
#include "text/meta.h"
#include "text/paras_int.h"

enum { LINE_MAX_BYTES = 240, BYLINE_WORDS = 16, HEAD_WORDS = 4 };

/* Opens with the words of z, in any case, and a word ends there? */
static bool opens(att_slice p, const char *z)
{
    att_slice want = att_slice_of(z);
    if (p.len < want.len || !att_eq_nocase(att_sub(p, 0, want.len), want)) return false;
    return p.len == want.len || !att_is_alpha((unsigned char)p.ptr[want.len]) || !att_is_alpha((unsigned char)z[want.len - 1]);
}

static bool opens_any(att_slice p, const char *const *list)
{
    for (; *list; list++)
        if (opens(p, *list)) return true;
    return false;
}

static bool ends_sentence(att_slice p)
{
    return att_ends(p, ".") || att_ends(p, "!") || att_ends(p, "?") || att_ends(p, ".\"") || att_ends(p, ".\xE2\x80\x9D");
}

static uint32_t word_count(att_slice p)
{
    uint32_t n = 0;
    att_slice w;
    for (att_slice rest = p; att_split(&rest, ' ', &w);) n += w.len > 0;
    return n;
}

/* The label of a publication date at the head of p: length with the blanks and the colon behind it, 0 when there is none. */
static uint32_t date_label(att_slice p)
{
    static const char *const LABELS[] = {
        "first published", "last updated", "last modified", "date published", "publication date", "published", "updated",
        "modified", "posted", "issued", "created", "release date", "date", "this story is from", "this story was published", NULL};
    for (const char *const *l = LABELS; *l; l++) {
        if (!opens(p, *l)) continue;
        uint32_t at = (uint32_t)strlen(*l);
        while (at < p.len && strchr(" :|-", p.ptr[at])) at++;
        att_slice rest = att_sub(p, at, p.len);
        if (opens(rest, "on ") || opens(rest, "at ")) at += 3;
        return at;
    }
    return 0;
}

/* Capitalised names with "and", commas, titles: what follows "By". */
static bool names_only(att_slice s)
{
    static const char *const SMALL[] = {"and", "for", "of", "the", "in", "at", "de", "del", "la", "al", "van", "von", "bin",
                                        "der", "den", "el", "with", "|", "-", "&", "/", "\xC2\xB7", "\xE2\x80\x93", "\xE2\x80\x94",
                                        NULL};
    att_slice w;
    uint32_t names = 0;
    att_day day;
    uint32_t end;
    for (uint32_t at = 0; at < s.len;) {
        if (att_is_space((unsigned char)s.ptr[at])) {
            at++;
            continue;
        }
        if (att_date_at(s, at, &day, &end)) return true; /* the rest is a time of day */
        if (att_month_day_at(s, at, &end)) return false;
        uint32_t stop = at;
        while (stop < s.len && !att_is_space((unsigned char)s.ptr[stop])) stop++;
        w = att_sub(s, at, stop);
        at = stop;
        unsigned char c = (unsigned char)w.ptr[0];
        if (att_in(w, SMALL)) continue;
        if (!att_is_upper(c) && c < 0x80 && c != '@' && c != '(' && c != '|') return false;
        names++;
    }
    return names > 0;
}

static bool is_weekday_or_month(att_slice s)
{
    static const char *const WORDS[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
                                        "february", "march", "april", "june", "july", "august", "september", "october",
                                        "november", "december", "now", "then", NULL};
    return opens_any(s, WORDS);
}

/* What stands behind "By" when p is a byline; "By | February 14, 2022" gives "| February 14, 2022". */
static bool byline(att_slice p, att_slice *who)
{
    static const char *const HEADS[] = {"by:", "by", "written by", "story by", "reported by", "words by", NULL};
    if (p.len > LINE_MAX_BYTES || word_count(p) > BYLINE_WORDS) return false;
    for (const char *const *h = HEADS; *h; h++) {
        if (!opens(p, *h)) continue;
        *who = att_trim(att_sub(p, (uint32_t)strlen(*h), p.len));
        att_day day;
        uint32_t end;
        if (who->len == 0) return true;
        if (who->ptr[0] == '|') return att_date_find(*who, 0, &day, &(att_span){0, 0}) || names_only(*who);
        if (is_weekday_or_month(*who) || att_date_at(*who, 0, &day, &end)) return false;
        return names_only(*who) && !(ends_sentence(p) && word_count(p) > 5);
    }
    return false;
}

/* Is what is left of p once its first date is taken out only a time of day, a zone, a rule? */
static bool date_alone(att_slice p, att_day *day)
{
    att_span s;
    if (p.len > 80 || !att_date_find(p, 0, day, &s) || s.beg > 12) return false;
    for (uint32_t i = 0; i < s.beg; i++)
        if (!strchr(" |-,:()", p.ptr[i]) && !att_is_digit((unsigned char)p.ptr[i])) return false;
    att_slice rest = att_trim(att_sub(p, s.end, p.len)), w;
    while (att_split(&rest, ' ', &w)) {
        bool time = w.len == 0;
        for (uint32_t i = 0; i < w.len && !time; i++) time = att_is_digit((unsigned char)w.ptr[i]);
        for (uint32_t i = 0; i < w.len && !time; i++)
            if (att_is_lower((unsigned char)w.ptr[i]) && !opens(w, "at") && !opens(w, "am") && !opens(w, "pm") && !opens(w, "a.m") &&
                !opens(w, "p.m"))
                return false;
        if (w.len > 6) return false;
    }
    return true;
}

/* Labels with which the page talks to its reader; they count in short lines. */
static bool furniture(att_slice p)
{
    static const char *const SHORT[] = {
        "print friendly", "continue reading", "read more", "read also", "also read", "read next", "read full", "read the full",
        "related:", "related stories", "related articles", "related topics", "see also", "share this", "share on", "share via",
        "follow us", "follow @", "sign up", "subscribe to", "subscribe now", "click here", "advertisement", "facebook twitter",
        "copyright", "all rights reserved", "tags:", "topics:", "filed under", "leave a comment", "view comments", "photo credit",
        "image credit", "picture credit", "our standards:", "more:", "watch:", "listen:", "email:", "e-mail:", "contact:", "source:",
        "skip to content", "skip to main", "toggle caption", "hide caption", "email this", "save article", "print this", "trending:",
        "join the conversation", "download the app", "get the app", "support our journalism", "abstract.", "full text.", NULL};
    static const char *const LONG[] = {
        "reporting by", "(reporting by", "editing by", "(editing by", "writing by", "(writing by", "additional reporting",
        "--additional reporting", "-- additional reporting", "(additional reporting", "compiled by", "with reporting by",
        "this story is from", "this material may not be", "this article was originally published", "appeared first on",
        "with inputs from", "(with inputs", "follow us on", "sign up for", "subscribe to our", "click here to", "\xC2\xA9 20",
        "\xC2\xA9 19", "copyright \xC2\xA9", "copyright 20", "copyright 19", "copyright (c)", "(c) 20", "(c) 19", "read more:",
        "read also:", "also read:", NULL};
    static const char *const EXACT[] = {"share", "tweet", "email", "print", "comments", "facebook", "twitter", "whatsapp", "linkedin",
                                        "most read", "trending", "newsletter", "donate", "subscribe", "correspondent", "log in",
                                        "comment", "save", "copy link", "menu", "search", "related", "more", "photo", "photos", NULL};
    for (const char *const *z = EXACT; *z; z++)
        if (att_eq_nocase(p, att_slice_of(*z))) return true;
    if (opens_any(p, LONG) || (opens(p, "the post") && att_find(p, ATT_LIT("appeared first on"), 0) < p.len)) return true;
    return p.len <= 90 && opens_any(p, SHORT) && (!ends_sentence(p) || word_count(p) <= HEAD_WORDS);
}

/* An address and hardly more. */
static bool address(att_slice p)
{
    uint32_t words = word_count(p);
    if (words > 4) return false;
    if (att_starts(p, "http://") || att_starts(p, "https://") || att_starts(p, "www.")) return words == 1;
    uint32_t at = att_find(p, ATT_LIT("@"), 0);
    if (at == p.len) return false;
    return p.ptr[0] == '@' || (at > 0 && !att_is_space((unsigned char)p.ptr[at - 1]) && att_find(p, ATT_LIT("."), at) < p.len);
}

/* "5 min read", "3 minute read", a line of signs only */
static bool counter_or_rule(att_slice p)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < p.len; i++)
        letters += att_is_alpha((unsigned char)p.ptr[i]) || att_is_digit((unsigned char)p.ptr[i]) || (unsigned char)p.ptr[i] >= 0xC3;
    if (letters == 0) return true;
    return att_is_digit((unsigned char)p.ptr[0]) && p.len < 24 && (att_ends(p, "min read") || att_ends(p, "minute read"));
}

bool att_line_is_meta(att_slice p)
{
    att_slice who;
    att_day day;
    if (p.len == 0 || p.len > LINE_MAX_BYTES) return false;
    if (byline(p, &who) || date_alone(p, &day) || furniture(p) || address(p) || counter_or_rule(p)) return true;
    if (att_line_outlet(p).len) return true;
    return att_line_day(p) != ATT_NO_DAY;
}

att_day att_line_day(att_slice p)
{
    att_day day;
    att_span s;
    att_slice who;
    if (p.len > LINE_MAX_BYTES) return ATT_NO_DAY;
    if (date_alone(p, &day)) return day;
    uint32_t label = date_label(p);
    if (label && label < p.len) {
        uint32_t end;
        if (att_date_at(p, label, &day, &end) && p.len - end < 60) return day;
        if (p.len < 100 && !ends_sentence(p) && att_date_find(p, label, &day, &s) && s.beg - label < 40) return day;
    }
    if (byline(p, &who) && att_date_find(who, 0, &day, &s)) return day;
    return ATT_NO_DAY;
}

uint32_t att_line_date_head(att_slice p, att_day *day)
{
    static const char *const GOES_ON[] = {"at", "by", "in", "on", "updated", "gmt", "utc", "last", "modified", "published", NULL};
    uint32_t label = date_label(p), end;
    if (label == 0 || !att_date_at(p, label, day, &end) || end == p.len || !att_is_space((unsigned char)p.ptr[end])) return 0;
    att_slice rest = att_trim(att_sub(p, end, p.len));
    if (opens_any(rest, GOES_ON) || word_count(rest) < 3) return 0;
    for (uint32_t i = 0; i < rest.len && i < 12; i++)
        if (att_is_digit((unsigned char)rest.ptr[i])) return 0; /* a time of day */
    return end;
}

att_slice att_line_outlet(att_slice p)
{
    static const char *const VERBS[] = {" reports:", " reported:", NULL};
    if (p.len > 60 || !att_is_upper((unsigned char)(p.len ? p.ptr[0] : 'x'))) return (att_slice){0};
    for (const char *const *v = VERBS; *v; v++) {
        if (!att_ends(p, *v)) continue;
        att_slice name = att_sub(p, 0, p.len - (uint32_t)strlen(*v));
        return names_only(name) ? name : (att_slice){0};
    }
    return (att_slice){0};
}

att_slice att_line_author(att_slice p)
{
    att_slice who;
    if (!byline(p, &who)) return (att_slice){0};
    uint32_t end = 0;
    while (end < who.len && who.ptr[end] != '|' && !att_is_digit((unsigned char)who.ptr[end])) end++;
    att_slice name = att_trim(att_sub(who, 0, end));
    while (name.len && strchr(",.-", name.ptr[name.len - 1])) name = att_trim(att_sub(name, 0, name.len - 1));
    return end == who.len || who.ptr[end] == '|' ? name : (att_slice){0};
}
