/* paras_dateline.c: the place, the day and the agency at the head of a wire story.
 *
 *   WASHINGTON, Feb 15 (Reuters) - ...   KYIV, Ukraine (AP) -- ...   PARIS – ...   Moscow, March 3, 2020 — ...   SYDNEY: ...
 *
 * A bare capitalised word before a dash is not enough ("France – which ..."): it must be in capitals, or an agency or a date
 * must stand with it.
 */
#include "text/meta.h"
#include "text/paras_int.h"

enum { HEAD_MAX = 120, PLACE_WORDS = 4, AGENCY_MAX = 40 };

bool att_is_agency(att_slice w)
{
    static const char *const NAMES[] = {
        "Reuters", "REUTERS", "AP", "AFP", "Associated Press", "The Associated Press", "Agence France-Presse", "Xinhua", "TASS",
        "Tass", "Itar-Tass", "UPI", "ANI", "PTI", "IANS", "dpa", "DPA", "EFE", "Bloomberg", "Kyodo", "Yonhap", "Interfax",
        "RIA Novosti", "RIA", "Sputnik", "Anadolu", "AA", "Anadolu Agency", "IRNA", "SANA", "VOA", "RFE/RL", "CNA", "Antara",
        "Bernama", "WAFA", "CNN", "BBC", "ANSA", "APA", "Belga", "PAP", "CTK", "MTI", "Ukrinform", "Petra", "KUNA", "WAM",
        "SPA", "MENA", "MAP", "APS", "NAN", "IPS", "PA", "Press Association", "Canadian Press", "The Canadian Press", "AAP",
        NULL};
    return att_in(w, NAMES);
}

/* Words in capitals before a dash or a colon that are labels, not places. */
static bool is_label(att_slice w)
{
    static const char *const LABELS[] = {
        "BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "ANALYSIS", "OPINION", "WATCH", "EXPLAINER", "VIDEO", "FACTBOX", "TIMELINE",
        "LIVE", "NOTE", "READ", "RELATED", "PHOTOS", "PHOTO", "NEWS", "CORRECTION", "CORRECTED", "FILE", "EDITORIAL", "INTERVIEW",
        "FACT", "MORE", "ALSO", "QUESTION", "ANSWER", "SUMMARY", "BACKGROUND", "CONTACT", "SOURCE", "EDITOR", "SPECIAL",
        "LISTEN", "POLL", "REPORT", "ALERT", "FEATURE", "COMMENT", "COLUMN", "SPEAKER", "WHY", "WHAT", "HOW", "WHO", "NO",
        "YES", "NOW", "PRESIDENT", "CLIP", "HOST", "REPORTER", "MODERATOR", "MALE", "FEMALE", "UNIDENTIFIED", NULL};
    return att_in(w, LABELS);
}

/* Where the dash or the colon behind the head begins; *end is set behind it. HEAD_MAX bytes are looked at. */
static bool find_break(att_slice p, uint32_t *at, uint32_t *end, bool *colon)
{
    for (uint32_t i = 1; i < p.len && i < HEAD_MAX; i++) {
        att_slice s = att_sub(p, i, p.len);
        bool space = p.ptr[i - 1] == ' ';
        uint32_t n = 0;
        *colon = false;
        if (att_starts(s, "\xE2\x80\x93") || att_starts(s, "\xE2\x80\x94")) n = 3;
        else if (att_starts(s, "--")) n = 2;
        else if (space && att_starts(s, "- ")) n = 1;
        else if (p.ptr[i - 1] == ')' && att_starts(s, "- ")) n = 1;
        else if (att_starts(s, ": ")) n = 1, *colon = true;
        if (n == 0) {
            if (p.ptr[i] == '\n') return false;
            continue;
        }
        *at = i;
        for (i += n; i < p.len && strchr(" \t\n-", p.ptr[i]); i++) {}
        *end = i;
        return i < p.len;
    }
    return false;
}

typedef enum { CASE_BAD, CASE_CAPS, CASE_MIXED, CASE_LOWER } word_case;

static word_case case_of(att_slice w)
{
    uint32_t up = 0, low = 0;
    for (uint32_t i = 0; i < w.len; i++) {
        unsigned char c = (unsigned char)w.ptr[i];
        up += att_is_upper(c);
        low += att_is_lower(c);
        if (!att_is_alpha(c) && c < 0x80 && !strchr(".'-/", c)) return CASE_BAD;
    }
    if (up + low == 0) return CASE_BAD;
    if (low == 0) return CASE_CAPS;
    return up ? CASE_MIXED : CASE_LOWER;
}

/* Place words up to a comma, a bracket or the end of head. */
static bool read_place(att_slice head, uint32_t *end, word_case *kind)
{
    static const char *const SMALL[] = {"de", "del", "du", "la", "le", "el", "al", "of", "di", "da", "in", NULL};
    uint32_t stop = 0, words = 0;
    while (stop < head.len && head.ptr[stop] != ',' && head.ptr[stop] != '(') stop++;
    att_slice rest = att_trim(att_sub(head, 0, stop)), w;
    *end = stop;
    *kind = CASE_BAD;
    while (att_split(&rest, ' ', &w)) {
        word_case c = case_of(w);
        if (c == CASE_BAD || is_label(w) || ++words > PLACE_WORDS) return false;
        if (words > 1 && att_in(w, SMALL)) continue;
        if (words > 1 && c != *kind && !(c == CASE_CAPS && *kind == CASE_MIXED)) return false;
        if (words == 1) *kind = c;
    }
    return words > 0;
}

/* ", Ukraine", ", Feb 15, 2022", "(Reuters)": all of what stands between place and dash. */
static bool read_rest(att_slice rest, att_dateline *out, bool *dated)
{
    for (uint32_t at = 0; at < rest.len;) {
        char c = rest.ptr[at];
        uint32_t end;
        att_month_day found;
        if (c == ' ' || c == ',') {
            at++;
        } else if (c == '(') {
            end = att_find(rest, ATT_LIT(")"), at);
            if (end == rest.len || end - at > AGENCY_MAX || out->agency.len) return false;
            out->agency = att_trim(att_sub(rest, at + 1, end));
            if (out->agency.len == 0 || !(att_is_alpha((unsigned char)out->agency.ptr[0]))) return false;
            at = end + 1;
        } else if (att_date_at(rest, at, &out->day, &end)) {
            *dated = true;
            at = end;
        } else if (att_month_day_read(rest, at, &found, &end)) {
            *dated = true;
            out->month = found.month;
            out->month_day = found.day;
            at = end;
        } else {
            for (end = at; end < rest.len && !strchr(",(", rest.ptr[end]); end++) {}
            att_slice w = att_trim(att_sub(rest, at, end)), part = w, one;
            if (att_is_agency(w) && !out->agency.len) {
                out->agency = w;
            } else {
                uint32_t n = 0;
                while (att_split(&part, ' ', &one))
                    if (++n > 3 || (!att_is_upper((unsigned char)(one.len ? one.ptr[0] : 'x')) && !att_is(one, "of"))) return false;
            }
            at = end;
        }
    }
    return true;
}

static bool letters_enough(att_slice place)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < place.len; i++) n += att_is_alpha((unsigned char)place.ptr[i]);
    return n >= 3;
}

bool att_dateline_read(att_slice p, bool lower, att_dateline *out)
{
    uint32_t at = 0, end = 0, stop;
    bool colon, dated = false;
    word_case kind;
    if (!find_break(p, &at, &end, &colon)) return false;
    att_slice head = att_trim(att_sub(p, 0, at));
    *out = (att_dateline){.day = ATT_NO_DAY, .end = end};
    if (!read_place(head, &stop, &kind) || !read_rest(att_sub(head, stop, head.len), out, &dated)) return false;
    out->place = att_trim(att_sub(head, 0, stop));
    if (!letters_enough(out->place)) return false;
    if (kind == CASE_LOWER) return lower && out->place.len <= 20 && (dated || (colon && stop == head.len));
    if (kind == CASE_MIXED) return !colon && (dated || out->agency.len > 0);
    unsigned char next = (unsigned char)p.ptr[end];
    return kind == CASE_CAPS && (!att_is_lower(next) || lower) && !(colon && stop != head.len && !dated && !out->agency.len);
}
