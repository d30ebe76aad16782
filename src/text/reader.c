/* reader.c: opens, guesses the format, hands each step to the format's own file. */
#include "text/reader_int.h"

#include <stdlib.h>

#include "base/limits.h"
#include "text/encoding.h"
#include "text/meta.h"

enum { GUESS_BYTES = 2048, META_BYTES = 256 << 20 };

att_err att_text_error(att_code code, const char *msg, uint32_t offset)
{
    return (att_err){.code = code, .stage = ATT_STAGE_TEXT, .offset = offset, .msg = msg};
}

att_input att_input_named(const char *name)
{
    static const struct { const char *name; att_input format; } NAMES[] = {
        {"plain", ATT_INPUT_PLAIN}, {"txt", ATT_INPUT_PLAIN},      {"text", ATT_INPUT_PLAIN},    {"md", ATT_INPUT_PLAIN},
        {"html", ATT_INPUT_HTML},   {"htm", ATT_INPUT_HTML},       {"xhtml", ATT_INPUT_HTML},    {"shtml", ATT_INPUT_HTML},
        {"json", ATT_INPUT_JSON},   {"jsonl", ATT_INPUT_JSONL},    {"ndjson", ATT_INPUT_JSONL},  {"jsonlines", ATT_INPUT_JSONL},
        {"csv", ATT_INPUT_CSV},     {"tsv", ATT_INPUT_CSV},        {"tab", ATT_INPUT_CSV}};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (att_eq_nocase(att_slice_of(name), att_slice_of(NAMES[i].name))) return NAMES[i].format;
    return ATT_INPUT_GUESS;
}

/* Does s hold tag z ("<html") in any case, within its first bytes? */
static bool has_tag(att_slice s, const char *z)
{
    att_slice want = att_slice_of(z);
    for (uint32_t i = 0; i + want.len <= s.len; i++)
        if (s.ptr[i] == '<' && att_eq_nocase(att_sub(s, i, i + want.len), want)) return true;
    return false;
}

/* A header line that names at least a text and one more field. */
static bool csv_header(const att_reader_options *opt, att_slice s)
{
    uint32_t known = 0, rank;
    bool text = false;
    att_slice line = att_sub(s, 0, att_find(s, ATT_LIT("\n"), 0)), cell;
    char sep = line.len && memchr(line.ptr, '\t', line.len) ? '\t' : ',';
    while (att_split(&line, sep, &cell)) {
        att_field f;
        cell = att_trim(cell);
        if (cell.len > 1 && cell.ptr[0] == '"') cell = att_sub(cell, 1, cell.len - 1);
        if (!att_field_match(opt, cell, &f, &rank)) continue;
        known++;
        text |= f == ATT_FIELD_TEXT;
    }
    return text && known > 1;
}

static att_input guess(const att_reader *r, att_slice head)
{
    const char *dot = NULL;
    for (uint32_t i = 0; i < r->name.len; i++)
        if (r->name.ptr[i] == '.') dot = r->name.ptr + i;
    att_input named = dot ? att_input_named(dot + 1) : ATT_INPUT_GUESS;
    if (head.len > GUESS_BYTES) head.len = GUESS_BYTES;
    if (att_starts(head, "\xEF\xBB\xBF")) head = att_sub(head, 3, head.len);
    att_slice s = att_trim(head);
    bool page = has_tag(att_sub(s, 0, s.len < 200 ? s.len : 200), "<!doctype html") || has_tag(att_sub(s, 0, s.len < 200 ? s.len : 200), "<html");
    bool object = s.len > 1 && (s.ptr[0] == '{' || s.ptr[0] == '[');
    if (named == ATT_INPUT_PLAIN) return page && s.ptr[0] == '<' ? ATT_INPUT_HTML : named;
    if (named == ATT_INPUT_JSON) return att_json_has_lines(att_source_held(&r->src)) ? ATT_INPUT_JSONL : named;
    if (named != ATT_INPUT_GUESS) return named;
    att_slice inner = object ? att_trim(att_sub(s, 1, s.len)) : (att_slice){0};
    if (object && inner.len && strchr(s.ptr[0] == '{' ? "\"}" : "{]", inner.ptr[0]))
        return att_json_has_lines(att_source_held(&r->src)) ? ATT_INPUT_JSONL : ATT_INPUT_JSON;
    if (page || (s.len && s.ptr[0] == '<' && (has_tag(s, "<head") || has_tag(s, "<body") || has_tag(s, "<p>") || has_tag(s, "<div"))))
        return ATT_INPUT_HTML;
    return csv_header(&r->opt, s) ? ATT_INPUT_CSV : ATT_INPUT_PLAIN;
}

/* UTF-16 and UTF-32 can't be read line by line: the file becomes UTF-8 as a whole. */
static att_err widen(att_reader *r)
{
    att_slice head = att_source_held(&r->src), text;
    bool wide = att_starts(head, "\xFF\xFE") || att_starts(head, "\xFE\xFF") || (head.len > 3 && memcmp(head.ptr, "\0\0\xFE\xFF", 4) == 0);
    for (uint32_t i = 0; i < 4 && i < head.len && !wide; i++) wide = head.ptr[i] == 0;
    if (!wide) return ATT_FINE;
    att_source_all(&r->src, ATT_MAX_RECORD_BYTES);
    att_slice all = att_source_held(&r->src);
    if (all.len > ATT_MAX_RECORD_BYTES) return att_text_error(ATT_E_TOO_LARGE, "too large for UTF-16: save it as UTF-8", 0);
    att_err e = att_decode(&r->decoded, all, (att_slice){0}, &text);
    if (!att_failed(e)) att_source_replace(&r->src, text);
    return e;
}

att_err att_reader_open(att_reader **out, const char *path, const att_reader_options *opt)
{
    *out = NULL;
    att_reader *r = calloc(1, sizeof *r);
    if (!r) return att_text_error(ATT_E_NOMEM, "not enough memory", 0);
    if (opt) r->opt = *opt;
    att_arena_init(&r->keep, META_BYTES);
    bool std_in = strcmp(path, "-") == 0;
    r->path = path;
    const char *slash = strrchr(path, '/');
    r->name = std_in ? ATT_LIT("stdin") : att_slice_of(slash && slash[1] ? slash + 1 : path);
    att_err e = att_source_open(&r->src, path);
    if (att_failed(e)) {
        free(r);
        return e;
    }
    while (att_source_held(&r->src).len < GUESS_BYTES && att_source_more(&r->src)) {}
    *out = r;
    return ATT_FINE;
}

void att_reader_close(att_reader *r)
{
    if (!r) return;
    att_json_release(r);
    att_csv_release(&r->csv);
    att_html_free(r->html);
    att_source_close(&r->src);
    att_buf_release(&r->text);
    att_buf_release(&r->decoded);
    att_arena_release(&r->keep);
    free(r);
}

static bool step(att_reader *r, att_article *a, att_err *err)
{
    switch (r->format) {
    case ATT_INPUT_HTML: return att_html_next(r, a, err);
    case ATT_INPUT_JSON: return att_json_next(r, a, err);
    case ATT_INPUT_JSONL: return att_jsonl_next(r, a, err);
    case ATT_INPUT_CSV: return att_csv_next(r, a, err);
    default: return att_plain_next(r, a, err);
    }
}

static att_err settle_format(att_reader *r)
{
    r->format = r->opt.format;
    att_err e = widen(r);
    if (att_failed(e)) return e;
    if (r->format == ATT_INPUT_GUESS) r->format = guess(r, att_source_held(&r->src));
    if (r->format == ATT_INPUT_JSON && att_json_has_lines(att_source_held(&r->src))) r->format = ATT_INPUT_JSONL;
    return ATT_FINE;
}

bool att_reader_next(att_reader *r, att_article *a, att_err *err)
{
    *err = ATT_FINE;
    *a = (att_article){.id = r->name, .path = strcmp(r->path, "-") == 0 ? (att_slice){0} : att_slice_of(r->path)};
    a->meta.published = ATT_NO_DAY;
    if (r->finished) return false;
    att_arena_reset(&r->keep);
    r->keep.oom = &r->oom;
    if (setjmp(r->oom)) {
        *err = att_text_error(ATT_E_NOMEM, "not enough memory for one article: split it", 0);
        return true;
    }
    if (r->format == ATT_INPUT_GUESS) {
        *err = settle_format(r);
        if (att_failed(*err)) return r->finished = true;
    }
    if (step(r, a, err)) return true;
    r->finished = true;
    *err = r->src.err;
    return att_failed(*err);
}
