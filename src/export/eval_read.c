/* eval_read.c: lines of JSON -> events to be compared. What is not of the contract's shape counts as absent. */
#include <json-c/json.h>

#include "export/eval.h"

typedef struct json_object json;

static const json *get(const json *o, const char *key)
{
    json *v = NULL;
    return o && json_object_is_type(o, json_type_object) && json_object_object_get_ex(o, key, &v) ? v : NULL;
}

static att_slice text_of(att_arena *a, const json *v)
{
    if (!v || !json_object_is_type(v, json_type_string)) return (att_slice){0};
    json *s = (json *)(uintptr_t)v; /* json-c's getters are not const */
    return att_copy(a, (att_slice){json_object_get_string(s), (uint32_t)json_object_get_string_len(s)});
}

static att_slice text_at(att_arena *a, const json *o, const char *key) { return text_of(a, get(o, key)); }

static uint32_t count(const json *list) { return list && json_object_is_type(list, json_type_array) ? (uint32_t)json_object_array_length(list) : 0; }
static const json *item(const json *list, uint32_t i) { return json_object_array_get_idx(list, i); }

static att_span span_at(const json *o, const char *key)
{
    const json *s = get(o, key);
    if (count(s) != 2) return (att_span){0, 0};
    int64_t beg = json_object_get_int64(item(s, 0)), end = json_object_get_int64(item(s, 1));
    if (beg < 0 || end < beg || end > UINT32_MAX) return (att_span){0, 0};
    return (att_span){(uint32_t)beg, (uint32_t)end};
}

static double number_at(const json *o, const char *key, bool *set)
{
    const json *v = get(o, key);
    *set = v && (json_object_is_type(v, json_type_double) || json_object_is_type(v, json_type_int));
    return *set ? json_object_get_double(v) : 0;
}

/* One spelling for each international body; a bare "IGO" names none. */
static att_slice norm_code(att_arena *a, att_slice code)
{
    static const char *const SAME[][2] = {{"EUR", "IGO:EU"}, {"EUN", "IGO:EU"}, {"EU", "IGO:EU"}, {"UNO", "IGO:UN"}, {"NATO", "IGO:NATO"}, {"IGO", ""}};
    code = att_copy(a, att_trim(code));
    char *p = (char *)(uintptr_t)code.ptr;
    for (uint32_t i = 0; i < code.len; i++)
        if (att_is_lower((unsigned char)p[i])) p[i] = (char)(p[i] - 32);
    if ((att_starts(code, "IGO ") || att_starts(code, "IGO/"))) p[3] = ':';
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        if (att_is(code, SAME[i][0])) return att_slice_of(SAME[i][1]);
    return code;
}

static void add_code(att_arena *a, att_slices *list, att_slice code)
{
    if (code.len == 0) return;
    code = norm_code(a, code);
    if (code.len) *att_push(a, list) = code;
}

static void add_codes(att_arena *a, att_slices *list, const json *codes)
{
    for (uint32_t i = 0; i < count(codes); i++) add_code(a, list, text_of(a, item(codes, i)));
}

static void add_texts(att_arena *a, att_slices *list, const json *texts)
{
    for (uint32_t i = 0; i < count(texts); i++) {
        att_slice t = text_of(a, item(texts, i));
        if (t.len) *att_push(a, list) = t;
    }
}

static void read_side(att_arena *a, att_eval_side *side, const json *actors)
{
    for (uint32_t i = 0; i < count(actors); i++) {
        add_code(a, &side->codes, text_at(a, item(actors, i), "code"));
        add_codes(a, &side->others, get(item(actors, i), "alt_codes"));
    }
}

/* {"date": {"value": ...}} or {"date": "..."} */
static att_slice date_of(att_arena *a, const json *d)
{
    att_slice plain = text_of(a, d);
    return plain.len ? plain : text_at(a, d, "value");
}

static void read_alternatives(att_arena *a, att_eval_event *e, const json *alt)
{
    add_texts(a, &e->readings.at[0].types, get(alt, "event_type"));
    add_texts(a, &e->readings.at[0].statuses, get(alt, "status"));
    for (uint32_t i = 0; i < count(get(alt, "dyads")); i++) {
        const json *d = item(get(alt, "dyads"), i);
        att_eval_dyad dyad = {{0}, {0}};
        add_codes(a, &dyad.actors, get(d, "actors"));
        add_codes(a, &dyad.recipients, get(d, "recipients"));
        *att_push(a, &e->dyads) = dyad;
    }
    for (uint32_t i = 0; i < count(get(alt, "any")); i++) {
        att_eval_reading r = {{0}, {0}};
        att_slice type = text_at(a, item(get(alt, "any"), i), "event_type"), status = text_at(a, item(get(alt, "any"), i), "status");
        *att_push(a, &r.types) = type.len ? type : e->type;
        *att_push(a, &r.statuses) = status.len ? status : e->status;
        *att_push(a, &e->readings) = r;
    }
    for (uint32_t i = 0; i < count(get(alt, "date")); i++) {
        att_slice d = date_of(a, item(get(alt, "date"), i));
        if (d.len && e->dates.n) *att_push(a, &e->dates) = d;
    }
}

static void read_event(att_arena *a, att_eval_event *e, const json *o)
{
    const json *trigger = get(o, "trigger"), *place = get(o, "place");
    bool set, lat, lon;
    e->type = text_at(a, o, "event_type");
    e->status = text_at(a, o, "status");
    e->text = text_at(a, o, "sentence_text");
    e->trigger_text = text_at(a, trigger, "text");
    e->trigger = span_at(trigger, "span");
    e->sentence = span_at(o, "sentence");
    e->confidence = number_at(o, "confidence", &set);
    e->optional = att_is(text_at(a, o, "weight"), "optional");
    read_side(a, &e->side[0], get(o, "actors"));
    read_side(a, &e->side[1], get(o, "recipients"));
    att_slice day = date_of(a, get(o, "date"));
    if (day.len) *att_push(a, &e->dates) = day;
    e->place = text_at(a, place, "name");
    e->country = text_at(a, place, "country");
    e->lat = number_at(place, "lat", &lat);
    e->lon = number_at(place, "lon", &lon);
    e->has_point = lat && lon;
    att_eval_reading own = {{0}, {0}};
    *att_push(a, &own.types) = e->type;
    *att_push(a, &own.statuses) = e->status;
    *att_push(a, &e->readings) = own;
    read_alternatives(a, e, get(o, "alt"));
}

/* Base name without the ending of a file of text. */
static att_slice stem(att_slice doc)
{
    static const char *const ENDINGS[] = {".txt", ".html", ".htm", ".json", ".xml", ".warc", NULL};
    for (uint32_t i = doc.len; i-- > 0;)
        if (doc.ptr[i] == '/') {
            doc = att_sub(doc, i + 1, doc.len);
            break;
        }
    for (int i = 0; ENDINGS[i]; i++) {
        uint32_t n = (uint32_t)strlen(ENDINGS[i]);
        if (doc.len >= n && att_ends(doc, ENDINGS[i])) return att_sub(doc, 0, doc.len - n);
    }
    return doc;
}

static att_eval_doc *document(att_eval *e, att_slice name, bool open)
{
    for (uint32_t i = e->docs.n; i-- > 0;) /* records of one document come together: the last is the likeliest */
        if (att_eq(e->docs.at[i].doc, name)) return &e->docs.at[i];
    if (!open) return NULL;
    att_eval_doc d = {.doc = name};
    *att_push(e->arena, &e->docs) = d;
    return &e->docs.at[e->docs.n - 1];
}

void att_eval_line(att_eval *e, att_slice line, bool gold)
{
    line = att_trim(line);
    if (line.len == 0) return;
    struct json_tokener *t = json_tokener_new();
    json *o = t ? json_tokener_parse_ex(t, line.ptr, (int)line.len) : NULL;
    if (t) json_tokener_free(t);
    if (!o || !json_object_is_type(o, json_type_object)) {
        e->faults++;
        json_object_put(o);
        return;
    }
    bool event = att_is(text_at(e->arena, o, "type"), "event");
    att_slice name = stem(text_at(e->arena, o, "doc"));
    att_eval_doc *d = name.len ? document(e, name, gold) : NULL;
    if (d && event) {
        att_eval_event ev = {.doc = name};
        read_event(e->arena, &ev, o);
        e->system_events += !gold;
        if (ev.type.len == 0 || (ev.sentence.end <= ev.sentence.beg && ev.trigger.end <= ev.trigger.beg))
            e->halves++;
        else if (gold)
            *att_push(e->arena, &d->gold) = ev;
        else
            *att_push(e->arena, &d->system) = ev;
    }
    json_object_put(o);
}
