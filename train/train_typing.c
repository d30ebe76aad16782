/* train_typing.c: trains the learned part of event typing (src/event/typing.h).
 *
 *   attache_train_typing OUT.attm NOTE PLV.jsonl ARTICLES.jsonl
 *
 * The lexicon teaches: each frame's example sentence is a row of its type; so are the words of PLV's sentences whose frame has the type that
 * an expert gave the sentence; and, with less weight, what the rules code in articles. The negatives are what teaches it more than
 * the lexicon knows: words of articles where the lexicon is silent, words of it in articles on sport, films, firms and machines (BBC's
 * topics), and words of it with nobody beside them. A network with one hidden layer, cross-entropy, Adam (Kingma and Ba 2015), inputs dropped
 * out; the order of the rows depends on a fixed seed alone.
 */
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/hash.h"
#include "engine/engine.h"
#include "event/domain.h"

enum { IN = ATT_TYPING_IN, HIDDEN = ATT_TYPING_HIDDEN, TYPES = ATT_EVENT_TYPE_COUNT, EPOCHS = 6, BATCH = 128, WEIGHTS = IN * HIDDEN + HIDDEN + HIDDEN * TYPES + TYPES };
#define RATE 1e-3f
#define L2 1e-4f
#define DROPOUT 0.2f

typedef struct {
    float x[IN], weight;
    uint32_t label;
} row;

typedef struct {
    att_worker worker;
    row *rows;
    uint32_t n, cap;
    uint64_t seed;
} trainer;

static float unit(trainer *t)
{
    t->seed = att_mix(t->seed + 1);
    return (float)(t->seed >> 40) / (float)(1 << 24);
}

static void put(trainer *t, uint32_t tok, bool politics, uint32_t label, float weight)
{
    if (t->n == t->cap) {
        t->cap = t->cap ? 2 * t->cap : 4096;
        t->rows = realloc(t->rows, t->cap * sizeof *t->rows);
        if (!t->rows) exit(1);
    }
    row *r = &t->rows[t->n];
    if (!att_typing_features(t->worker.engine->model, &t->worker.doc, tok, politics, r->x)) exit(1);
    r->label = label;
    r->weight = weight;
    t->n++;
}

/* The frames that fire in a text; NULL when it can't be read. Scratch memory of the document. */
static bool match(trainer *t, att_slice text, att_matcher *m)
{
    const att_doc *doc;
    att_article a = {.id = ATT_LIT("x"), .text = text, .meta = {.published = ATT_NO_DAY}};
    if (att_failed(att_worker_code(&t->worker, &a, ATT_NO_DAY, &doc))) return false;
    *m = (att_matcher){.frames = t->worker.engine->frames, .doc = &t->worker.doc};
    m->frame_at = att_new(doc->scratch, uint32_t, doc->toks.n);
    m->taken_by = att_new(doc->scratch, uint32_t, doc->toks.n);
    m->politics = att_about_politics(m->frames, doc);
    att_match_all(m);
    return true;
}

static const att_frame *frame_at(const att_matcher *m, uint32_t t) { return m->frame_at[t] ? &m->frames->frames.at[m->frame_at[t]] : NULL; }

static void read_examples(trainer *t)
{
    const att_embedded *file;
    att_matcher m;
    for (uint32_t i = 0; (file = att_data_at(i)); i++) {
        att_lex lex;
        if (!att_starts(att_slice_of(file->name), "events/frames-")) continue;
        att_lex_open(&lex, file->name, att_data(file->name), 7);
        while (att_lex_next(&lex)) {
            if (att_is(lex.fields[5], "pair") || !match(t, lex.fields[6], &m)) continue;
            for (uint32_t k = 1; k < m.doc->toks.n; k++)
                if (frame_at(&m, k) && att_eq(frame_at(&m, k)->pattern, lex.fields[0])) put(t, k, m.politics, frame_at(&m, k)->type, 1);
        }
    }
}

static bool agrees(const char *gold, uint8_t type)
{
    if (strcmp(gold, "YIELD") == 0) return type == ATT_CONCEDE || type == ATT_RETREAT;
    return type && strcmp(gold, att_event_type_name((att_event_type)type)) == 0;
}

static const char *field(struct json_object *o, const char *name)
{
    struct json_object *v;
    const char *s = json_object_object_get_ex(o, name, &v) ? json_object_get_string(v) : NULL;
    return s ? s : "";
}

static void read_plv(trainer *t, struct json_object *o)
{
    att_matcher m;
    if (!match(t, att_slice_of(field(o, "sentence")), &m)) return;
    for (uint32_t k = 1; k < m.doc->toks.n; k++)
        if (frame_at(&m, k) && agrees(field(o, "gold_root"), frame_at(&m, k)->type)) put(t, k, m.politics, frame_at(&m, k)->type, 1);
}

/* Is it one of the articles that are read? About 3,000 of 14,000, with fewer of the wire's short notes. */
static bool chosen(const char *id)
{
    uint64_t h = att_mix(att_hash(att_slice_of(id)) + 17);
    if (strncmp(id, "reut-", 5) == 0) return h % 13 == 0;
    return strncmp(id, "bbc-", 4) == 0 ? h % 4 == 0 : h % 2 == 0;
}

static bool no_politics(const char *topic)
{
    static const char *const OTHER[] = {"sport", "entertainment", "tech", "business", NULL};
    return att_in(att_slice_of(topic), OTHER);
}

static bool party(const att_doc *doc, uint32_t tok) { return tok && att_actor_at(doc, tok); }

static void read_word(trainer *t, const att_matcher *m, uint32_t k, const att_event *e, bool other)
{
    const att_doc *doc = m->doc;
    const att_frame *f = frame_at(m, k);
    const att_clause *c = &doc->clauses.at[doc->tok_clause[k]];
    if (other) {
        if (f ? !e : doc->tok_clause[k] && unit(t) < 0.03f) put(t, k, m->politics, ATT_EV_NONE, 0.5f);
    } else if (f && f->type && e) {
        put(t, k, m->politics, f->type, 0.3f);
    } else if (f && !f->type) {
        put(t, k, m->politics, ATT_EV_NONE, 0.3f);
    } else if (f && !m->taken_by[k] && !party(doc, c->subj) && !party(doc, c->obj)) {
        put(t, k, m->politics, ATT_EV_NONE, 0.1f);
    } else if (!f && doc->tok_clause[k] && !m->taken_by[k] && !e && unit(t) < 0.12f) {
        put(t, k, m->politics, ATT_EV_NONE, 0.25f);
    }
}

static void read_article(trainer *t, struct json_object *o)
{
    att_matcher m;
    const char *title = field(o, "title"), *text = field(o, "text");
    if (!chosen(field(o, "id"))) return;
    size_t room = strlen(title) + strlen(text) + 3;
    char *all = malloc(room);
    if (!all) exit(1);
    int n = snprintf(all, room, "%s%s%s", title, *title ? "\n\n" : "", text);
    if (match(t, (att_slice){all, (uint32_t)n}, &m)) {
        bool other = no_politics(field(o, "topic"));
        uint32_t next = 1;
        for (uint32_t k = 1; k < m.doc->toks.n; k++) {
            while (next < m.doc->events.n && m.doc->events.at[next].trigger < k) next++;
            bool coded = next < m.doc->events.n && m.doc->events.at[next].trigger == k;
            read_word(t, &m, k, coded ? &m.doc->events.at[next] : NULL, other);
        }
    }
    free(all);
}

static void read_file(trainer *t, const char *path, void (*each)(trainer *t, struct json_object *o))
{
    FILE *in = fopen(path, "r");
    char *line = NULL;
    size_t cap = 0;
    if (!in) {
        fprintf(stderr, "%s: can't be opened\n", path);
        exit(1);
    }
    while (getline(&line, &cap, in) > 0) {
        struct json_object *o = json_tokener_parse(line);
        if (o) each(t, o);
        json_object_put(o);
    }
    free(line);
    fclose(in);
}

/* ---- learning; parameters: W1 [in][hidden], b1, W2 [hidden][types], b2 ---- */

typedef struct {
    float *v, *g, *m1, *m2;
} params;

static void sample(params *p, const row *r, const float *x, float weight)
{
    float h[HIDDEN], y[TYPES], dh[HIDDEN] = {0}, top = -1e30f, sum = 0;
    const float *b1 = p->v + IN * HIDDEN, *w2 = b1 + HIDDEN, *b2 = w2 + HIDDEN * TYPES;
    float *gb1 = p->g + IN * HIDDEN, *gw2 = gb1 + HIDDEN, *gb2 = gw2 + HIDDEN * TYPES;
    memcpy(h, b1, sizeof h);
    for (uint32_t i = 0; i < IN; i++)
        for (uint32_t k = 0; k < HIDDEN && x[i] != 0; k++) h[k] += x[i] * p->v[i * HIDDEN + k];
    memcpy(y, b2, sizeof y);
    for (uint32_t i = 0; i < HIDDEN; i++)
        for (uint32_t k = 0; k < TYPES && h[i] > 0; k++) y[k] += h[i] * w2[i * TYPES + k];
    for (uint32_t k = 0; k < TYPES; k++) top = y[k] > top ? y[k] : top;
    for (uint32_t k = 0; k < TYPES; k++) sum += y[k] = expf(y[k] - top);
    for (uint32_t k = 0; k < TYPES; k++) {
        float d = weight * (y[k] / sum - (k == r->label));
        gb2[k] += d;
        for (uint32_t i = 0; i < HIDDEN; i++)
            if (h[i] > 0) gw2[i * TYPES + k] += d * h[i], dh[i] += d * w2[i * TYPES + k];
    }
    for (uint32_t k = 0; k < HIDDEN; k++) gb1[k] += dh[k];
    for (uint32_t i = 0; i < IN; i++)
        for (uint32_t k = 0; k < HIDDEN && x[i] != 0; k++) p->g[i * HIDDEN + k] += dh[k] * x[i];
}

static void step(params *p, uint32_t at)
{
    const float c1 = 1 - powf(0.9f, (float)at), c2 = 1 - powf(0.999f, (float)at);
    for (uint32_t i = 0; i < WEIGHTS; i++) {
        float g = p->g[i] + L2 * p->v[i];
        p->m1[i] = 0.9f * p->m1[i] + 0.1f * g;
        p->m2[i] = 0.999f * p->m2[i] + 0.001f * g * g;
        p->v[i] -= RATE * (p->m1[i] / c1) / (sqrtf(p->m2[i] / c2) + 1e-8f);
        p->g[i] = 0;
    }
}

static void learn(trainer *t, params *p)
{
    uint32_t *order = malloc(t->n * sizeof *order), at = 0;
    float mean = 0;
    if (!order) exit(1);
    for (uint32_t i = 0; i < t->n; i++) order[i] = i, mean += t->rows[i].weight / (float)t->n;
    for (uint32_t i = 0; i < IN * HIDDEN; i++) p->v[i] = (2 * unit(t) - 1) * sqrtf(3.0f / IN);
    for (uint32_t i = IN * HIDDEN + HIDDEN; i < WEIGHTS - TYPES; i++) p->v[i] = (2 * unit(t) - 1) * sqrtf(3.0f / HIDDEN);
    for (int e = 0; e < EPOCHS; e++) {
        for (uint32_t i = t->n; i-- > 1;) {
            uint32_t j = (uint32_t)(unit(t) * (float)(i + 1)) % (i + 1), o = order[i];
            order[i] = order[j];
            order[j] = o;
        }
        for (uint32_t i = 0; i < t->n; i++) {
            const row *r = &t->rows[order[i]];
            float x[IN];
            for (uint32_t k = 0; k < IN; k++) x[k] = r->x[k] != 0 && unit(t) < DROPOUT ? 0 : r->x[k];
            sample(p, r, x, r->weight / mean / BATCH);
            if ((i + 1) % BATCH == 0 || i + 1 == t->n) step(p, ++at);
        }
    }
    for (uint32_t i = 0; i < IN * HIDDEN; i++) p->v[i] *= 1 - DROPOUT; /* of what is never dropped again */
    free(order);
}

static void quantize(const float *v, size_t n, int16_t *q, float *scale)
{
    float top = 1e-9f;
    for (size_t i = 0; i < n; i++) top = fabsf(v[i]) > top ? fabsf(v[i]) : top;
    *scale = top / 32767;
    for (size_t i = 0; i < n; i++) q[i] = (int16_t)lrintf(v[i] / *scale);
}

static int write_model(const char *path, const char *note, const params *p)
{
    enum { N1 = IN * HIDDEN, N2 = HIDDEN * TYPES, BODY = 2 * (N1 + N2) + 4 * (HIDDEN + TYPES) };
    static char body[BODY];
    static int16_t q[N1 + N2];
    att_typing_head h = {.magic = "ATTTYPES", .format = 1, .in = IN, .hidden = HIDDEN, .types = TYPES};
    quantize(p->v, N1, q, &h.scale[0]);
    quantize(p->v + N1 + HIDDEN, N2, q + N1, &h.scale[1]);
    memcpy(body, q, sizeof q);
    memcpy(body + sizeof q, p->v + N1, HIDDEN * sizeof(float));
    memcpy(body + sizeof q + HIDDEN * sizeof(float), p->v + N1 + HIDDEN + N2, TYPES * sizeof(float));
    h.checksum = att_hash((att_slice){body, BODY});
    snprintf(h.note, sizeof h.note, "%s", note);
    FILE *out = fopen(path, "w");
    bool ok = out && fwrite(&h, sizeof h, 1, out) == 1 && fwrite(body, 1, BODY, out) == BODY;
    if (out) ok = fclose(out) == 0 && ok;
    return ok ? 0 : 1;
}

int main(int argc, char **argv)
{
    att_engine *engine;
    if (argc != 5) {
        fprintf(stderr, "usage: attache_train_typing OUT.attm NOTE PLV.jsonl ARTICLES.jsonl\n");
        return 2;
    }
    att_err e = att_engine_open(&engine, NULL);
    if (att_failed(e)) {
        fprintf(stderr, "%s\n", e.msg);
        return 1;
    }
    trainer t = {.seed = 20260101};
    att_worker_init(&t.worker, engine);
    t.worker.events.rules_only = true; /* it learns from the rules, not from itself */
    read_examples(&t);
    fprintf(stderr, "%u rows of examples\n", t.n);
    read_file(&t, argv[3], read_plv);
    fprintf(stderr, "%u with PLV's\n", t.n);
    read_file(&t, argv[4], read_article);
    fprintf(stderr, "%u with those of articles\n", t.n);
    params p = {calloc(WEIGHTS, 4), calloc(WEIGHTS, 4), calloc(WEIGHTS, 4), calloc(WEIGHTS, 4)};
    if (!p.v || !p.g || !p.m1 || !p.m2) return 1;
    learn(&t, &p);
    int rc = write_model(argv[1], argv[2], &p);
    free(p.v), free(p.g), free(p.m1), free(p.m2);
    free(t.rows);
    att_worker_release(&t.worker);
    att_engine_close(engine);
    return rc;
}
