/* jsonl.c: JSON Lines, and JSON files that hold one object, several, or an array of them.
 *
 * One line is one record; a line that is no JSON costs only itself. In the other forms a record ends where its brackets
 * close, so an array of any length is read object by object too.
 */
#include <json-c/json.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/encoding.h"
#include "text/reader_int.h"

/* Search for the end of the value that starts at the head of the slice; zeroed = at its start. */
typedef struct {
    uint32_t at, depth;
    bool quoted;
} scan;

/* Bytes of the value, 0 when s ends before it does. */
static uint32_t value_end(scan *st, att_slice s)
{
    for (; st->at < s.len; st->at++) {
        char c = s.ptr[st->at];
        if (st->quoted) {
            if (c == '\\' && st->at + 1 == s.len) return 0;
            if (c == '\\') st->at++;
            else if (c == '"') st->quoted = false;
        } else if (c == '"') {
            st->quoted = true;
        } else if (c == '{' || c == '[') {
            st->depth++;
        } else if (c == '}' || c == ']') {
            if (st->depth <= 1) return st->at + 1;
            st->depth--;
        }
    }
    return 0;
}

bool att_json_has_lines(att_slice s)
{
    uint32_t at = att_starts(s, "\xEF\xBB\xBF") ? 3 : 0;
    while (at < s.len && att_is_space((unsigned char)s.ptr[at])) at++;
    s = att_sub(s, at, s.len);
    if (s.len == 0 || s.ptr[0] != '{') return false;
    uint32_t end = value_end(&(scan){0}, s);
    if (end == 0 || memchr(s.ptr, '\n', end)) return false;
    while (end < s.len && strchr(" \t\r", s.ptr[end])) end++;
    if (end >= s.len || s.ptr[end] != '\n') return false;
    att_slice rest = att_trim(att_sub(s, end, s.len));
    return rest.len > 0;
}

static void drop_object(att_reader *r)
{
    if (r->json) json_object_put(r->json);
    r->json = NULL;
}

void att_json_release(att_reader *r)
{
    drop_object(r);
    if (r->tokener) json_tokener_free(r->tokener);
    r->tokener = NULL;
}

static att_slice string_value(struct json_object *v)
{
    return (att_slice){json_object_get_string(v), (uint32_t)json_object_get_string_len(v)};
}

/* A list of strings as one: paragraphs of a text, names of authors. */
static att_slice joined(att_reader *r, struct json_object *list, const char *glue)
{
    size_t n = json_object_array_length(list), len = 0, gap = strlen(glue);
    for (size_t i = 0; i < n; i++) {
        struct json_object *v = json_object_array_get_idx(list, i);
        if (json_object_is_type(v, json_type_string)) len += (size_t)json_object_get_string_len(v) + gap;
    }
    if (len == 0 || len > ATT_MAX_RECORD_BYTES) return (att_slice){0};
    char *p = att_take(&r->keep, len + 1, 1), *to = p;
    for (size_t i = 0; i < n; i++) {
        struct json_object *v = json_object_array_get_idx(list, i);
        if (!json_object_is_type(v, json_type_string)) continue;
        if (to > p) to = (char *)memcpy(to, glue, gap) + gap;
        att_slice s = string_value(v);
        if (s.len) memcpy(to, s.ptr, s.len);
        to += s.len;
    }
    return (att_slice){p, (uint32_t)(to - p)};
}

/* Strings, numbers, lists of strings, and objects with a name ({"source":{"name":"Example Post"}}). */
static att_slice value_text(att_reader *r, struct json_object *v, att_field f)
{
    struct json_object *inner;
    switch (json_object_get_type(v)) {
    case json_type_string: return string_value(v);
    case json_type_int: return att_format(&r->keep, "%lld", (long long)json_object_get_int64(v));
    case json_type_double: return f == ATT_FIELD_DATE ? att_format(&r->keep, "%.0f", json_object_get_double(v)) : (att_slice){0};
    case json_type_array: return joined(r, v, f == ATT_FIELD_TEXT ? "\n\n" : ", ");
    case json_type_object:
        if (json_object_object_get_ex(v, "name", &inner) && json_object_is_type(inner, json_type_string)) return string_value(inner);
        if (json_object_object_get_ex(v, "$oid", &inner) && json_object_is_type(inner, json_type_string)) return string_value(inner);
        return (att_slice){0};
    case json_type_null: return f == ATT_FIELD_TEXT ? ATT_LIT("") : (att_slice){0};
    default: return (att_slice){0};
    }
}

static void use_object(att_reader *r, uint32_t line, att_article *a, att_err *err)
{
    att_slice values[ATT_FIELD_COUNT] = {0};
    uint32_t best[ATT_FIELD_COUNT];
    memset(best, 0xFF, sizeof best);
    struct json_object_iterator it = json_object_iter_begin(r->json), end = json_object_iter_end(r->json);
    for (; !json_object_iter_equal(&it, &end); json_object_iter_next(&it)) {
        att_field f;
        uint32_t rank;
        struct json_object *v = json_object_iter_peek_value(&it);
        if (!att_field_match(&r->opt, att_slice_of(json_object_iter_peek_name(&it)), &f, &rank) || rank >= best[f]) continue;
        att_slice s = value_text(r, v, f);
        if (!s.ptr || (s.len == 0 && f != ATT_FIELD_TEXT)) continue;
        values[f] = s;
        best[f] = rank;
    }
    att_fields_use(r, values, line, a, err);
}

static att_err parse(att_reader *r, att_slice text, uint32_t line)
{
    drop_object(r);
    if (!r->tokener) r->tokener = json_tokener_new_ex(ATT_MAX_DEPTH);
    if (!r->tokener) return att_text_error(ATT_E_NOMEM, "not enough memory", line);
    json_tokener_reset(r->tokener);
    r->json = json_tokener_parse_ex(r->tokener, text.ptr, (int)text.len);
    enum json_tokener_error e = json_tokener_get_error(r->tokener);
    if (e == json_tokener_error_depth) return att_text_error(ATT_E_FORMAT, "JSON nested more than 100 deep: flatten it", line);
    if (e == json_tokener_continue) return att_text_error(ATT_E_FORMAT, "JSON that breaks off: the line is cut short", line);
    if (e != json_tokener_success) return att_text_error(ATT_E_FORMAT, "not JSON: check quotation marks and commas", line);
    size_t end = json_tokener_get_parse_end(r->tokener);
    if (att_trim(att_sub(text, (uint32_t)end, text.len)).len)
        return att_text_error(ATT_E_FORMAT, "more than one JSON value in the line: one object a line", line);
    if (!json_object_is_type(r->json, json_type_object)) return att_text_error(ATT_E_FORMAT, "not a JSON object with fields", line);
    return ATT_FINE;
}

static void use_record(att_reader *r, att_slice rec, uint32_t line, att_article *a, att_err *err)
{
    att_slice text = rec;
    a->id = att_reader_line_id(r, line);
    if (att_utf8_check(rec) != rec.len || memchr(rec.ptr, 0, rec.len)) *err = att_decode(&r->decoded, rec, (att_slice){0}, &text);
    if (!att_failed(*err)) *err = parse(r, text, line);
    if (!att_failed(*err)) use_object(r, line, a, err);
    if (att_failed(*err)) err->offset = line;
}

bool att_jsonl_next(att_reader *r, att_article *a, att_err *err)
{
    att_slice rec;
    bool too_long;
    uint32_t line;
    do {
        line = r->src.line;
        if (!att_source_line(&r->src, ATT_MAX_RECORD_BYTES, &rec, &too_long)) return false;
        if (line == 1 && att_starts(rec, "\xEF\xBB\xBF")) rec = att_sub(rec, 3, rec.len);
        rec = att_trim(rec);
    } while (rec.len == 0 && !too_long);
    if (too_long) {
        a->id = att_reader_line_id(r, line);
        *err = att_text_error(ATT_E_TOO_LARGE, "over 64 MB in one line: split it", line);
        return true;
    }
    use_record(r, rec, line, a, err);
    return true;
}

/* Over white space, commas and the brackets of an outer array, to the next value; false at the end. */
static bool to_value(att_reader *r)
{
    for (;;) {
        att_slice held = att_source_held(&r->src);
        uint32_t n = att_starts(held, "\xEF\xBB\xBF") ? 3 : 0;
        while (n < held.len && (att_is_space((unsigned char)held.ptr[n]) || held.ptr[n] == ',' || held.ptr[n] == ']')) n++;
        bool outer = n < held.len && held.ptr[n] == '[' && !r->array_open;
        if (outer) r->array_open = true, n++;
        att_source_take(&r->src, n);
        if (outer) continue;
        if (n < held.len) return true;
        if (!att_source_more(&r->src)) return false;
    }
}

bool att_json_next(att_reader *r, att_article *a, att_err *err)
{
    if (!to_value(r)) return false;
    uint32_t line = r->src.line, n;
    scan st = {0};
    a->id = att_reader_line_id(r, line);
    if (att_source_held(&r->src).ptr[0] != '{') {
        /* a number, a string, a list: nothing to resume from with certainty */
        *err = att_text_error(ATT_E_FORMAT, "not JSON with one object per article: use JSON Lines", line);
        return r->finished = true;
    }
    while ((n = value_end(&st, att_source_held(&r->src))) == 0) {
        uint32_t held = att_source_held(&r->src).len;
        if (held > ATT_MAX_RECORD_BYTES) *err = att_text_error(ATT_E_TOO_LARGE, "over 64 MB in one JSON object: split it", line);
        else if (!att_source_more(&r->src)) *err = att_text_error(ATT_E_FORMAT, "JSON that breaks off: a bracket is not closed", line);
        if (att_failed(*err)) return r->finished = true;
    }
    att_slice rec = att_sub(att_source_held(&r->src), 0, n);
    att_source_take(&r->src, n);
    use_record(r, rec, line, a, err);
    return true;
}
