/* paras_caption.c: captions, known by the credit of the picture at their end.
 *
 *   ... in the Kremlin on Feb. 7, 2022. Sputnik, Kremlin Pool Photo via AP      words of a credit behind the last full stop
 *   ... inappropriate content Dado Ruvic/Reuters                               name/agency at the end
 *   ... at the summit (AP Photo/Jane Doe)                                      in brackets
 *   Photo by Jane Doe/Getty Images                                             a credit and nothing else
 */
#include "text/meta.h"
#include "text/paras_int.h"

enum { CAPTION_MAX = 600, CREDIT_MAX = 110, CREDIT_WORDS = 14 };

static bool is_source(att_slice w)
{
    static const char *const WORDS[] = {"Getty", "Photo", "PHOTO", "Photograph", "Photos", "Pool", "POOL", "Handout", "HANDOUT",
                                        "Shutterstock", "NurPhoto", "Zuma", "ZUMA", "Alamy", "CNP", "iStock", "WireImage", "EPA",
                                        "EPA-EFE", "Courtesy", "Image", "Images", "Picture", "Illustration", "Maxar",
                                        "Polaris", "Redux", "Rex", "Magnum", "Screengrab", "Screenshot", "Wikimedia", NULL};
    /* Broadcasters are named in brackets for what they send; short codes mean other things too. */
    static const char *const NOT[] = {"BBC", "CNN", "VOA", "MAP", "SPA", "NAN", "APS", "WAM", "APA", "PAP", "MTI", "RIA", "AA", "IPS", NULL};
    return (att_is_agency(w) && !att_in(w, NOT)) || att_in(w, WORDS);
}

/* Words of a credit: names, sources, "by", "via", "for". sources = how many name an agency or a picture. */
static bool credit_words(att_slice s, uint32_t *sources, uint32_t *words)
{
    static const char *const SMALL[] = {"by", "via", "for", "of", "the", "and", "from", "de", "van", "von", "al", "der", "through",
                                        "photo", "image", "-", "\xE2\x80\x93", "\xE2\x80\x94", "|", "&", "\xC2\xA9", NULL};
    *sources = *words = 0;
    for (uint32_t at = 0; at < s.len;) {
        if (strchr(" /,;:()\n", s.ptr[at])) {
            at++;
            continue;
        }
        uint32_t end = at;
        while (end < s.len && !strchr(" /,;:()\n", s.ptr[end])) end++;
        att_slice w = att_sub(s, at, end);
        if (att_ends(w, ".") && w.len > 2) w.len--;
        unsigned char c = (unsigned char)w.ptr[0];
        if (is_source(w)) ++*sources;
        else if (!att_in(w, SMALL) && !att_is_upper(c) && c < 0xC3) return false;
        at = end;
        if (++*words > CREDIT_WORDS) return false;
    }
    return *words > 0;
}

/* Start of what follows the last end of a sentence inside p; 0 when p is one sentence. */
static uint32_t last_segment(att_slice p)
{
    uint32_t from = p.len > CREDIT_MAX ? p.len - CREDIT_MAX : 1;
    for (uint32_t i = p.len; i-- > from;) {
        if (p.ptr[i] != ' ') continue;
        uint32_t e = i;
        while (e > 0 && (strchr("\"')", p.ptr[e - 1]) || (e > 3 && memcmp(p.ptr + e - 3, "\xE2\x80\x9D", 3) == 0)))
            e -= strchr("\"')", p.ptr[e - 1]) ? 1 : 3;
        if (e > 1 && strchr(".!?", p.ptr[e - 1]) && !(e > 2 && att_is_upper((unsigned char)p.ptr[e - 2]) && strchr(" .", p.ptr[e - 3])))
            return i + 1;
    }
    return 0;
}

/* Is s, the end of a paragraph, up to four words of a credit, its source among them? */
static bool credit_tail(att_slice s)
{
    uint32_t sources, words;
    return credit_words(s, &sources, &words) && sources && words <= 4;
}

/* "Dado Ruvic/Reuters" or "... via AP" at the end of p. */
static bool slash_or_via(att_slice p)
{
    enum { TAIL = 40 };
    uint32_t end = p.len, at = end;
    while (at > 0 && end - at < TAIL && p.ptr[at - 1] != '/') at--;
    if (at > 1 && end - at < TAIL && credit_tail(att_sub(p, at, end))) {
        uint32_t beg = at - 1;
        while (beg > 0 && p.ptr[beg - 1] != ' ') beg--;
        if (att_is_upper((unsigned char)p.ptr[beg])) return true;
    }
    for (uint32_t i = end > TAIL ? end - TAIL : 0; i + 5 < end; i++)
        if (memcmp(p.ptr + i, " via ", 5) == 0) return credit_tail(att_sub(p, i + 5, end));
    return false;
}

static bool ends_with_stop(att_slice p)
{
    return att_ends(p, ".") || att_ends(p, "\"") || att_ends(p, "\xE2\x80\x9D") || att_ends(p, "!") || att_ends(p, "?");
}

/* "(Getty Images)" or "(AP Photo/Jane Doe)" at the end. A bare "(Reuters)" may close a whole story. */
static bool bracketed(att_slice p, bool last_para)
{
    uint32_t open = p.len, sources, words;
    if (att_ends(p, ".")) p.len--;
    if (!att_ends(p, ")")) return false;
    while (open > 0 && p.ptr[open - 1] != '(') open--;
    if (open < 2) return false;
    att_slice in = att_sub(p, open, p.len - 1);
    if (in.len > CREDIT_MAX || !credit_words(in, &sources, &words) || sources == 0) return false;
    return !(att_is_agency(in) && (last_para || ends_with_stop(att_trim(att_sub(p, 0, open - 1)))));
}

att_credit att_credit_of(att_slice p, bool last_para)
{
    static const char *const HEADS[] = {"FILE PHOTO:", "FILE -", "FILE \xE2\x80\x93", "FILE \xE2\x80\x94", "File photo", "FILE PHOTO",
                                        "Enlarge this image", "Image caption", "Photo caption", "Media caption", NULL};
    uint32_t sources, words;
    if (p.len == 0 || p.len > CAPTION_MAX) return ATT_CREDIT_NONE;
    if (p.len <= CREDIT_MAX && credit_words(p, &sources, &words)) {
        bool photo = att_starts(p, "Photo") || att_starts(p, "Image") || att_starts(p, "Picture") || att_starts(p, "\xC2\xA9");
        if (photo && words > 1) return ATT_CREDIT_ONLY;
        if (sources && (slash_or_via(p) || sources == words) && words <= 8) return ATT_CREDIT_ONLY;
    }
    static const char WIDGET[] = "Enlarge this image toggle caption ";
    if (att_starts(p, WIDGET) && credit_words(att_sub(p, sizeof WIDGET - 1, p.len), &sources, &words)) return ATT_CREDIT_ONLY;
    for (const char *const *h = HEADS; *h; h++)
        if (att_starts(p, *h)) return ATT_CREDIT_END;
    uint32_t seg = last_segment(p);
    if (seg && p.ptr[seg] != '(' && credit_words(att_sub(p, seg, p.len), &sources, &words) && sources) return ATT_CREDIT_END;
    return slash_or_via(p) || bracketed(p, last_para) ? ATT_CREDIT_END : ATT_CREDIT_NONE;
}
