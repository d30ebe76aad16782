#include "event/ontology.h"


static const char *const TYPES[ATT_EVENT_TYPE_COUNT] = {
    "",        "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE",  "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE",   "ASSAULT"};
static const char *const STATUSES[ATT_STATUS_COUNT] = {"occurred", "ongoing", "planned", "conditional",
                                                       "possible", "negated", "alleged", "denied"};

const char *att_event_type_name(att_event_type t) { return t < ATT_EVENT_TYPE_COUNT ? TYPES[t] : ""; }

att_event_type att_event_type_of(att_slice name)
{
    for (int i = 1; i < ATT_EVENT_TYPE_COUNT; i++)
        if (att_is(name, TYPES[i])) return (att_event_type)i;
    return ATT_EV_NONE;
}

const char *att_status_name(att_status s) { return s < ATT_STATUS_COUNT ? STATUSES[s] : ""; }

const char *att_quad_name(att_event_type t)
{
    if (t == ATT_EV_NONE) return "";
    if (t <= ATT_CONCEDE) return "verbal cooperation";
    if (t <= ATT_RETREAT) return "material cooperation";
    return t <= ATT_THREATEN ? "verbal conflict" : "material conflict";
}

static void load_cameo(att_ontology *o, att_arena *a, const att_overlay *overlay)
{
    att_lex lex;
    att_overlay_open(&lex, overlay, "events/cameo.txt", 5);
    (void)att_push(a, &o->cameo);
    while (att_lex_next(&lex)) {
        att_cameo c = {.code = lex.fields[0], .label = lex.fields[1], .mode = lex.fields[4]};
        if (!att_to_double(lex.fields[2], &c.goldstein)) continue;
        c.type = (uint8_t)att_event_type_of(lex.fields[3]);
        *att_map_put(&o->by_code, a, c.code, NULL) = o->cameo.n;
        *att_push(a, &o->cameo) = c;
    }
}

static void load_scores(att_ontology *o, att_arena *a, const att_overlay *overlay)
{
    att_lex lex;
    att_overlay_open(&lex, overlay, "events/ontology.txt", 5);
    while (att_lex_next(&lex)) {
        double v;
        if (!att_to_double(lex.fields[3], &v)) continue;
        att_slice key = att_format(a, "%.*s/%.*s", (int)lex.fields[0].len, lex.fields[0].ptr, (int)lex.fields[1].len,
                                   lex.fields[1].len ? lex.fields[1].ptr : "");
        *att_map_put(&o->scores, a, key, NULL) = o->score.n;
        *att_push(a, &o->score) = v;
        *att_push(a, &o->modes) = (att_mode){lex.fields[0], lex.fields[1], lex.fields[2], lex.fields[4], v};
    }
}

static void load_contexts(att_ontology *o, att_arena *a, const att_overlay *overlay)
{
    att_lex lex;
    att_overlay_open(&lex, overlay, "events/contexts.txt", 2);
    (void)att_push(a, &o->context_bits);
    while (att_lex_next(&lex) && o->context_count < ATT_MAX_CONTEXTS) {
        uint32_t bit = o->context_count++;
        o->context_name[bit] = att_copy_z(a, lex.fields[0]);
        att_slice rest = lex.fields[1], alt;
        while (att_lex_alt(&rest, &alt)) {
            bool fresh;
            uint32_t *at = att_map_put(&o->context_word, a, alt, &fresh);
            if (fresh) {
                *at = o->context_bits.n;
                *att_push(a, &o->context_bits) = 0;
            }
            o->context_bits.at[*at] |= (uint64_t)1 << bit;
        }
    }
}

void att_ontology_load(att_ontology *o, att_arena *a, const att_overlay *overlay)
{
    load_cameo(o, a, overlay);
    load_scores(o, a, overlay);
    load_contexts(o, a, overlay);
}

double att_goldstein(const att_ontology *o, att_slice cameo)
{
    for (; cameo.len >= 2; cameo.len--) {
        const uint32_t *at = att_map_get(&o->by_code, cameo);
        if (at) return o->cameo.at[*at].goldstein;
    }
    return 0;
}

double att_score(const att_ontology *o, att_event_type type, att_slice mode)
{
    char key[64];
    for (int with_mode = mode.len > 0; with_mode >= 0; with_mode--) {
        size_t n = strlen(TYPES[type]);
        if (n + 1 + mode.len > sizeof key) continue;
        memcpy(key, TYPES[type], n);
        key[n++] = '/';
        if (with_mode) memcpy(key + n, mode.ptr, mode.len), n += mode.len;
        const uint32_t *at = att_map_get(&o->scores, (att_slice){key, (uint32_t)n});
        if (at) return o->score.at[*at];
    }
    return 0;
}

/* Single words by lemma, and pairs and triples of lower-case forms. */
uint64_t att_contexts_of(const att_ontology *o, const att_doc *doc, uint32_t beg, uint32_t end)
{
    uint64_t bits = 0;
    for (uint32_t t = beg; t < end; t++) {
        const uint32_t *at = att_map_get(&o->context_word, doc->toks.at[t].lemma);
        if (!at) at = att_map_get(&o->context_word, doc->toks.at[t].lower);
        if (at) bits |= o->context_bits.at[*at];
        char phrase[96];
        uint32_t n = 0;
        for (uint32_t k = t; k < end && k < t + 3; k++) {
            att_slice w = doc->toks.at[k].lower;
            if (n + w.len + 1 > sizeof phrase) break;
            if (n) phrase[n++] = ' ';
            memcpy(phrase + n, w.ptr, w.len);
            n += w.len;
            at = k > t ? att_map_get(&o->context_word, (att_slice){phrase, n}) : NULL;
            if (at) bits |= o->context_bits.at[*at];
        }
    }
    return bits;
}
