#include "serve/pen.h"

#define STYLE                                                                                                           \
    ":root{color-scheme:light dark;--ink:light-dark(#1d1c1a,#e9e7e3);--muted:light-dark(#66625c,#a5a19a);--line:light-dark(#e4e0d9,#2e3138);" \
    "--vc:light-dark(#5b93c7,#4a729d);--mc:light-dark(#17508a,#6fb1ee);--vf:light-dark(#cd7d2d,#9c652f);--mf:light-dark(#9f3b04,#f8924a)}" \
    "body{font:17px/1.6 Georgia,'Source Serif 4',serif;color:var(--ink);background:light-dark(#faf9f7,#15161a);max-width:46rem;margin:3rem auto;padding:0 1.2rem}" \
    "h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.01em}h2{font-size:1.25rem;margin:2.4rem 0 .6rem;border-top:1px solid var(--line);padding-top:1.2rem}" \
    "ul{list-style:none;padding:0}li{margin:0 0 1.25rem;overflow-wrap:anywhere}blockquote{margin:.15rem 0 .1rem;padding-left:.8rem;border-left:2px solid var(--line)}" \
    "li{font-family:system-ui,sans-serif;font-size:.92rem}li q,blockquote{font:1.0625rem/1.55 Georgia,'Source Serif 4',serif}.t{overflow-x:auto}small,.lead{color:var(--muted);font-family:system-ui,sans-serif;font-size:.82rem}small{display:block}" \
    "table{border-collapse:collapse;font:.88rem/1.5 system-ui,sans-serif;width:100%}th,td{text-align:left;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}" \
    ".n{text-align:right;font-variant-numeric:tabular-nums;width:12%}th{color:var(--muted);font-weight:500}svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:var(--muted)}" \
    "@media(max-width:600px){body{margin-top:1.5rem;font-size:16px}svg text{font-size:19px}th,td{padding-right:.55rem;min-width:2.2rem}td:first-child{min-width:5.5rem}}" \
    ".vc{fill:var(--vc)}.mc{fill:var(--mc)}.vf{fill:var(--vf)}.mf{fill:var(--mf)}.axis{stroke:var(--muted)}@media print{body{margin:0;max-width:none}li{break-inside:avoid}}"

/* Control characters have no place in either format; white space is one blank. */
static unsigned char plain(unsigned char c) { return c == '\n' || c == '\t' || c == '\r' ? ' ' : c; }

static void put_html(att_buf *out, att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++) {
        unsigned char c = plain((unsigned char)s.ptr[i]);
        if (c == '&') att_put_z(out, "&amp;");
        else if (c == '<') att_put_z(out, "&lt;");
        else if (c == '>') att_put_z(out, "&gt;");
        else if (c == '"') att_put_z(out, "&quot;");
        else if (c == '\'') att_put_z(out, "&#39;");
        else if (c >= 0x20 && c != 0x7F) att_put_char(out, (char)c);
    }
}

/* A backslash before all that CommonMark or its tables might take as a mark (CommonMark 0.30, 2.4); < and & as entities, since
 * HTML is allowed in Markdown. */
static void put_markdown(att_buf *out, att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++) {
        unsigned char c = plain((unsigned char)s.ptr[i]);
        if (c == '<') att_put_z(out, "&lt;");
        else if (c == '&') att_put_z(out, "&amp;");
        else if (c < 0x20 || c == 0x7F) continue;
        else {
            if (strchr("\\`*_{}[]()#+!|~>=", c)) att_put_char(out, '\\');
            att_put_char(out, (char)c);
        }
    }
}

void att_pen_text(att_pen *p, att_slice s)
{
    if (p->html)
        put_html(p->out, s);
    else
        put_markdown(p->out, s);
}

void att_pen_begin(att_pen *p, att_slice title)
{
    if (p->html) {
        att_put_z(p->out, "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
        put_html(p->out, title);
        att_put_z(p->out, "</title>\n<style>" STYLE "</style></head>\n<body><h1>");
        put_html(p->out, title);
        att_put_z(p->out, "</h1>\n");
    } else {
        att_put_z(p->out, "# ");
        put_markdown(p->out, title);
        att_put_z(p->out, "\n\n");
    }
}

void att_pen_end(att_pen *p)
{
    if (p->html) att_put_z(p->out, "</body></html>\n");
}

void att_pen_heading(att_pen *p, const char *text)
{
    att_put_z(p->out, p->html ? "<h2>" : "## ");
    att_put_z(p->out, text);
    att_put_z(p->out, p->html ? "</h2>\n" : "\n\n");
}

void att_pen_paragraph(att_pen *p, att_slice text)
{
    if (p->html) att_put_z(p->out, "<p class=\"lead\">");
    att_pen_text(p, text);
    att_put_z(p->out, p->html ? "</p>\n" : "\n\n");
}

void att_pen_list(att_pen *p, bool begin)
{
    if (p->html)
        att_put_z(p->out, begin ? "<ul>\n" : "</ul>\n");
    else if (!begin)
        att_put_char(p->out, '\n');
}

void att_pen_item(att_pen *p, bool begin)
{
    if (p->html)
        att_put_z(p->out, begin ? "<li>" : "</li>\n");
    else
        att_put_z(p->out, begin ? "- " : "\n");
}

static void wrapped(att_pen *p, att_slice text, const char *const html[2], const char *const markdown[2])
{
    if (text.len == 0) return;
    att_put_z(p->out, p->html ? html[0] : markdown[0]);
    att_pen_text(p, text);
    att_put_z(p->out, p->html ? html[1] : markdown[1]);
}

void att_pen_strong(att_pen *p, att_slice text)
{
    wrapped(p, text, (const char *const[]){"<strong>", "</strong>"}, (const char *const[]){"**", "**"});
}

void att_pen_quote(att_pen *p, att_slice text)
{
    wrapped(p, text, (const char *const[]){"<q>", "</q>"}, (const char *const[]){"“", "”"});
}

void att_pen_small(att_pen *p, att_slice text)
{
    wrapped(p, text, (const char *const[]){"<small>", "</small>"}, (const char *const[]){"  \n  ", ""});
}

void att_pen_words(att_pen *p, att_slice text)
{
    wrapped(p, text, (const char *const[]){"<blockquote>", "</blockquote>"}, (const char *const[]){"  \n  “", "”"});
}

void att_pen_table(att_pen *p, const char *const *head, int columns)
{
    att_put_z(p->out, p->html ? "<div class=\"t\"><table><thead><tr>" : "|");
    for (int i = 0; i < columns; i++) {
        if (p->html)
            att_putf(p->out, "<th scope=\"col\"%s>%s</th>", i ? " class=\"n\"" : "", head[i]);
        else
            att_putf(p->out, "%s%s |", *head[i] ? " " : "", head[i]);
    }
    att_put_z(p->out, p->html ? "</tr></thead>\n" : "\n|");
    for (int i = 0; i < columns && !p->html; i++) att_put_z(p->out, i ? " ---: |" : " --- |");
    if (!p->html) att_put_char(p->out, '\n');
}

void att_pen_cell(att_pen *p, att_slice text, bool number, bool first, bool last)
{
    if (first) att_put_z(p->out, p->html ? "<tr>" : "|");
    if (p->html)
        att_put_z(p->out, number ? "<td class=\"n\">" : "<td>");
    else if (text.len)
        att_put_char(p->out, ' ');
    att_pen_text(p, text);
    att_put_z(p->out, p->html ? "</td>" : " |");
    if (last) att_put_z(p->out, p->html ? "</tr>\n" : "\n");
}

void att_pen_table_end(att_pen *p) { att_put_z(p->out, p->html ? "</table></div>\n" : "\n"); }
