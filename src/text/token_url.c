/* Internet addresses, e-mail addresses. */
#include "text/token_char.h"
#include "text/token_scan.h"

enum { MAIL_MAX = 128 };

static bool url_char(att_char c)
{
    return c.class != ATT_CH_QUOTE && c.cp != '<' && c.cp != '>' && c.class != ATT_CH_IDEO;
}

uint32_t att_scan_url_end(const att_scan *s, uint32_t beg)
{
    uint32_t end = beg;
    bool open = false; /* a bracket inside of the address keeps its partner */
    while (end < s->chunk_end) {
        att_char c = att_char_at(s->text, end);
        if (!url_char(c)) break;
        open |= c.cp == '(';
        end += c.n;
    }
    while (end > beg) {
        unsigned char c = (unsigned char)s->text.ptr[end - 1];
        if (c >= 0x80) { /* ’ and … at the end close a quotation or trail off */
            uint32_t at = end;
            do at--;
            while (at > beg && ((unsigned char)s->text.ptr[at] & 0xC0) == 0x80);
            att_char_class k = att_char_at(s->text, at).class;
            if (k != ATT_CH_APOS && k != ATT_CH_DOTS && k != ATT_CH_HIDDEN && k != ATT_CH_DASH) break;
            end = at;
        } else if (strchr(".,;:!?'*]}", c) || (c == ')' && !open)) {
            end--;
        } else {
            break;
        }
    }
    return end;
}

static bool local_char(unsigned char c)
{
    return att_is_alpha(c) || att_is_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

static bool domain_char(unsigned char c)
{
    return att_is_alpha(c) || att_is_digit(c) || c == '.' || c == '-' || c == '_';
}

/* name@host, at most MAIL_MAX bytes on either side. */
static uint32_t mail(const att_scan *s, uint32_t beg)
{
    const char *p = s->text.ptr;
    uint32_t stop = s->chunk_end - beg > MAIL_MAX ? beg + MAIL_MAX : s->chunk_end, at = beg;
    while (at < stop && local_char((unsigned char)p[at])) at++;
    if (at == beg || at == stop || p[at] != '@') return beg;
    uint32_t end = at + 1;
    stop = s->chunk_end - end > MAIL_MAX ? end + MAIL_MAX : s->chunk_end;
    while (end < stop && domain_char((unsigned char)p[end])) end++;
    while (end > at + 1 && strchr(".-_", p[end - 1])) end--;
    return end > at + 1 ? end : beg;
}

uint32_t att_scan_url(const att_scan *s, uint32_t beg)
{
    static const char *const HEADS[] = {"http://", "https://", "ftp://", "www.", "HTTP://", "HTTPS://", "WWW.", "Http://", "Https://"};
    att_slice rest = att_sub(s->text, beg, s->chunk_end);
    unsigned char c = (unsigned char)rest.ptr[0];
    if (c == 'h' || c == 'H' || c == 'w' || c == 'W' || c == 'f') {
        for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
            if (!att_starts(rest, HEADS[i])) continue;
            uint32_t end = att_scan_url_end(s, beg);
            if (end > beg + strlen(HEADS[i])) return end;
        }
    }
    return att_is_alpha(c) || att_is_digit(c) ? mail(s, beg) : beg;
}
