/* train_names.c: trains the model of names.
 *
 *   attache_train_names OUT.attm NOTE VECTORS TRAIN.tsv|TRAIN.jsonl... [--dev DEV.tsv]
 *
 * The lists of train/lists (given names, surnames, towns) go into the table of word classes.
 * .tsv: a word and its BIO tag a line, "# newdoc" between documents. .jsonl: "text" and "entities" with start, end (characters), type
 * (re3d; rows of the collection BBC Online are left out, their licence is NC). VECTORS: attache_vectors' file; its words are put into
 * classes (k-means on the sphere). NOTE is kept in the file.
 *
 * Conditional random field by AdaGrad (Duchi et al. 2011), with L2, dropout of features, and averaged weights. What the second pass
 * sees ("the word is a person elsewhere") comes from models that have not seen the document (jackknife); in every visit of a stretch
 * it is shown or hidden by a coin, so that one set of weights serves both passes. All coins depend on a fixed seed.
 */
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/engine.h"
#include "nlp/conllu.h"
#include "nlp/features.h"
#include "nlp/names_int.h"
#include "text/paras_int.h"

enum { FOLDS = 4, VOICES = 3, EPOCHS = 10, FOLD_EPOCHS = 5, FINE = 512, COARSE = 64, ROUNDS = 12, CHUNK_SENTENCES = 25 };
enum { SIZE = NAMES_STRIDE << NAMES_BITS };
#define RATE 0.1f
#define L2 1e-5f
#define DROP 0.4
#define HIDE 0.2 /* how often all that comes from tags and tree is hidden: on the treebank itself they are better than elsewhere */
#define CALM 1.0f /* squares of gradients that every weight begins with: rare features take small steps */
#define NEVER -1e4f
#define LISTS ATT_SOURCE_DIR "/train/lists"

typedef struct {
    att_doc doc;
    att_names_lattice lattice;
    uint8_t *gold, *told; /* per token */
    uint32_t **base, **more; /* per token in a stretch: count, then features */
} article;

typedef struct {
    uint32_t doc;
    att_names_segment at;
} stretch;

typedef struct {
    float *w, *g, *sum;
    att_names_steps step, step_g, step_sum;
} learner;

typedef struct {
    const att_engine *engine;
    att_arena keep, scratch;
    att_names_words words;
    att_names_class *classes;
    ATT_VEC(article) articles;
    ATT_VEC(stretch) stretches;
    uint64_t seed;
    uint32_t lost, names;
} trainer;

static _Noreturn void die(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

static double coin(trainer *t)
{
    t->seed = att_mix(t->seed + 0x9E3779B97F4A7C15u);
    return (double)(t->seed >> 11) / 9007199254740992.0;
}

static att_slice read_all(trainer *t, const char *path)
{
    att_mapped f;
    att_err e = att_map_file(&f, path, 0);
    if (att_failed(e)) die(path, "can't be read");
    att_slice s = att_copy(&t->keep, (att_slice){(const char *)f.ptr, (uint32_t)f.len});
    att_unmap_file(&f);
    return s;
}

/* ---- classes of words ---- */

static void unit(float *v, uint32_t n)
{
    float s = 1e-9f;
    for (uint32_t i = 0; i < n; i++) s += v[i] * v[i];
    s = 1 / sqrtf(s);
    for (uint32_t i = 0; i < n; i++) v[i] *= s;
}

/* Spherical k-means from the k commonest words. */
static void cluster(const float *v, uint32_t n, uint32_t size, uint32_t k, uint16_t *of)
{
    float *mid = malloc((size_t)k * size * sizeof *mid), *next = malloc((size_t)k * size * sizeof *next);
    memcpy(mid, v, (size_t)k * size * sizeof *mid);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        memset(next, 0, (size_t)k * size * sizeof *next);
        for (uint32_t i = 0; i < n; i++) {
            const float *x = v + (size_t)i * size;
            float best = -2;
            for (uint32_t c = 0; c < k; c++) {
                const float *m = mid + (size_t)c * size;
                float s = 0;
                for (uint32_t d = 0; d < size; d++) s += x[d] * m[d];
                if (s > best) best = s, of[i] = (uint16_t)(c + 1);
            }
            for (uint32_t d = 0; d < size; d++) next[(size_t)(of[i] - 1) * size + d] += x[d];
        }
        for (uint32_t c = 0; c < k; c++) unit(next + (size_t)c * size, size);
        memcpy(mid, next, (size_t)k * size * sizeof *mid);
    }
    free(mid);
    free(next);
}

static void read_classes(trainer *t, const char *path)
{
    att_slice f = read_all(t, path);
    uint32_t head[2], mask = (1u << NAMES_SLOT_BITS) - 1;
    if (f.len < 16 || memcmp(f.ptr, "ATTVEC1", 8) != 0) die(path, "no file of attache_vectors");
    memcpy(head, f.ptr + 8, sizeof head);
    uint32_t n = head[0], size = head[1];
    if (n > mask / 4 * 3) n = mask / 4 * 3;
    if (n < FINE) die(path, "too few words");
    float *v = att_new(&t->keep, float, (size_t)n * size);
    uint64_t *hash = att_new(&t->keep, uint64_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const char *p = f.ptr + 16 + (size_t)i * (8 + size * sizeof *v);
        memcpy(&hash[i], p, 8);
        memcpy(v + (size_t)i * size, p + 8, size * sizeof *v);
        unit(v + (size_t)i * size, size);
    }
    uint16_t *fine = att_new(&t->keep, uint16_t, n), *coarse = att_new(&t->keep, uint16_t, n);
    cluster(v, n, size, FINE, fine);
    cluster(v, n, size, COARSE, coarse);
    t->classes = att_new(&t->keep, att_names_class, (size_t)mask + 1);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t h = (uint32_t)(hash[i] >> 32), s = h & mask;
        while (t->classes[s].hash && t->classes[s].hash != h) s = (s + 1) & mask;
        if (h && !t->classes[s].hash) t->classes[s] = (att_names_class){h, fine[i], (uint8_t)coarse[i], 0};
    }
}

/* Flags the words of a list; those without a vector get a slot too. */
static void read_list(trainer *t, const char *folder, const char *file, uint8_t bit)
{
    char path[4096];
    uint32_t mask = (1u << NAMES_SLOT_BITS) - 1, n = 0;
    snprintf(path, sizeof path, "%s/%s", folder, file);
    att_slice line, rest = read_all(t, path);
    for (uint32_t i = 0; i <= mask; i++) n += t->classes[i].hash != 0;
    while (att_split(&rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#') continue;
        att_word_features f;
        att_word_features_of(line, line, &f);
        uint32_t h = (uint32_t)(f.word >> 32), s = h & mask;
        while (t->classes[s].hash && t->classes[s].hash != h) s = (s + 1) & mask;
        if (!t->classes[s].hash && n++ > mask / 5 * 4) die(path, "too many words for the table of classes");
        t->classes[s].hash = h;
        t->classes[s].lists |= bit;
    }
}

/* ---- documents ---- */

static uint8_t tag_of(att_slice s)
{
    static const char *const TAGS[NAMES_TAGS] = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};
    for (uint8_t i = 1; i < NAMES_TAGS; i++)
        if (att_is(s, TAGS[i])) return i;
    return NAMES_O;
}

/* The document in *a, with its columns read and its gold tags set. */
static void finish(trainer *t, article *a)
{
    att_doc *doc = &a->doc;
    att_tag(t->engine->model, doc);
    att_parse_trees(t->engine->model, doc);
    att_names_lattice_make(&a->lattice, &t->words, t->classes, doc, &t->keep);
    a->told = att_new(&t->keep, uint8_t, doc->toks.n);
    a->base = att_new(&t->keep, uint32_t *, doc->toks.n);
    a->more = att_new(&t->keep, uint32_t *, doc->toks.n);
    for (uint32_t i = 1; i < doc->toks.n; i++) t->names += a->gold[i] % 2;
    uint32_t inside = 0;
    for (uint32_t i = 0; i < a->lattice.segments.n; i++) {
        att_names_segment g = a->lattice.segments.at[i];
        *att_push(&t->keep, &t->stretches) = (stretch){t->articles.n - 1, g};
        for (uint32_t k = g.beg; k < g.end; k++) {
            uint32_t f[NAMES_MAX_FEATURES], n = att_names_features(&a->lattice, k, f);
            if (k == g.beg && a->gold[k] && a->gold[k] % 2 == 0) a->gold[k]--; /* its first word lies outside */
            inside += a->gold[k] % 2;
            a->base[k] = att_new(&t->keep, uint32_t, n + 1);
            a->base[k][0] = n;
            memcpy(a->base[k] + 1, f, n * sizeof *f);
        }
    }
    for (uint32_t i = 1; i < doc->toks.n; i++) t->lost += a->gold[i] % 2;
    t->lost -= inside;
}

static void put_word(att_buf *b, uint32_t n, att_slice word, char letters)
{
    att_putf(b, "%u\t", n);
    for (uint32_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        bool up = letters == 'u' || (letters == 't' && i == 0 && word.len > 3);
        if (up && att_is_lower(c)) c = (unsigned char)(c - 32);
        if (letters == 'l') c = (unsigned char)att_lower_ascii((char)c);
        att_put_char(b, (char)c);
    }
    att_put_z(b, "\t_\t_\t_\t_\t_\t_\t_\t_\n");
}

/* Words and tags of one document; letters: 0 as they are, 'u' capitals, 't' a capital on every word, 'l' small. */
static void add_tagged(trainer *t, att_slice lines, char letters)
{
    att_buf b = {0};
    att_slice line, rest = lines;
    ATT_VEC(uint8_t) tags = {0};
    *att_push(&t->keep, &tags) = 0;
    uint32_t n = 0;
    while (att_split(&rest, '\n', &line)) {
        uint32_t tab = att_find(line, ATT_LIT("\t"), 0);
        if (tab == line.len) {
            if (n) att_put_char(&b, '\n');
            n = 0;
            continue;
        }
        put_word(&b, ++n, att_sub(line, 0, tab), letters);
        *att_push(&t->keep, &tags) = tag_of(att_trim(att_sub(line, tab + 1, line.len)));
    }
    att_put_char(&b, '\n');
    article *a = att_push(&t->keep, &t->articles);
    *a = (article){.gold = tags.at};
    att_doc_init(&a->doc, &t->keep, &t->scratch, (att_slice){0});
    att_err e = att_conllu_read(&a->doc, att_copy(&t->keep, (att_slice){b.ptr, (uint32_t)b.len}), NULL);
    att_buf_release(&b);
    if (att_failed(e) || a->doc.toks.n != tags.n) die("training data", "words and tags differ");
    finish(t, a);
}

static void read_tagged(trainer *t, const char *path, bool copies)
{
    att_slice line, rest = read_all(t, path);
    const char *beg = rest.ptr;
    uint32_t sentences = 0;
    bool marked = att_starts(rest, "# newdoc");
    while (rest.len) {
        const char *here = rest.ptr;
        bool more = att_split(&rest, '\n', &line);
        if (more && line.len == 0) sentences++;
        bool next = rest.len == 0 || (marked ? att_starts(rest, "# newdoc") : sentences >= CHUNK_SENTENCES && line.len == 0);
        if (!next || here + line.len <= beg) continue;
        att_slice doc = {beg, (uint32_t)(here + line.len - beg)};
        add_tagged(t, doc, 0);
        double c = copies ? coin(t) : 1;
        if (c < 0.15) add_tagged(t, doc, c < 0.05 ? 'u' : c < 0.11 ? 't' : 'l');
        beg = rest.ptr;
        sentences = 0;
    }
}

static uint32_t byte_of(att_slice text, uint32_t chars)
{
    uint32_t i = 0;
    for (; i < text.len; i++)
        if (((unsigned char)text.ptr[i] & 0xC0) != 0x80 && chars-- == 0) break;
    return i;
}

static uint8_t kind_of_type(const char *type)
{
    return strcmp(type, "Person") == 0 ? ATT_NAME_PER : strcmp(type, "Organisation") == 0 ? ATT_NAME_ORG : strcmp(type, "Location") == 0 ? ATT_NAME_LOC : 0;
}

/* Entities as BIO tags: the longest one wins; determiners, and what has no capital, are no names here. */
static void set_gold(article *a, struct json_object *entities)
{
    att_doc *doc = &a->doc;
    for (uint32_t want = 40; want; want--) /* by length: long ones first */
        for (size_t i = 0; i < json_object_array_length(entities); i++) {
            struct json_object *e = json_object_array_get_idx(entities, i), *x, *y, *z;
            if (!json_object_object_get_ex(e, "start", &x) || !json_object_object_get_ex(e, "end", &y) || !json_object_object_get_ex(e, "type", &z)) continue;
            uint32_t beg = byte_of(doc->text, (uint32_t)json_object_get_int(x)), end = byte_of(doc->text, (uint32_t)json_object_get_int(y));
            uint8_t kind = kind_of_type(json_object_get_string(z));
            uint32_t first = 0, last = 0;
            for (uint32_t t = 1; t < doc->toks.n; t++)
                if (doc->toks.at[t].span.beg >= beg && doc->toks.at[t].span.end <= end) last = t, first = first ? first : t;
            while (first && first < last && !(doc->toks.at[first].flags & (ATT_TOK_CAP | ATT_TOK_DIGIT))) first++;
            if (first && att_is(doc->toks.at[first].lower, "the") && first < last) first++;
            bool named = kind && first && (doc->toks.at[first].flags & ATT_TOK_CAP) && (doc->toks.at[last].flags & (ATT_TOK_CAP | ATT_TOK_DIGIT));
            for (uint32_t t = first; named && t <= last; t++) named = !a->gold[t] && doc->toks.at[t].sent == doc->toks.at[first].sent;
            if (!named || last - first + 1 != want) continue;
            for (uint32_t t = first; t <= last; t++) a->gold[t] = (uint8_t)(kind * 2 - (t == first));
        }
}

static void read_entities(trainer *t, const char *path)
{
    att_slice line, rest = read_all(t, path);
    while (att_split(&rest, '\n', &line)) {
        struct json_object *o = json_tokener_parse(att_copy_z(&t->scratch, line)), *text, *entities, *from;
        bool good = o && json_object_object_get_ex(o, "text", &text) && json_object_object_get_ex(o, "entities", &entities);
        if (good && json_object_object_get_ex(o, "collection", &from) && strcmp(json_object_get_string(from), "BBC Online") == 0) good = false;
        if (good) {
            article *a = att_push(&t->keep, &t->articles);
            *a = (article){0};
            att_doc_init(&a->doc, &t->keep, &t->scratch, att_copy(&t->keep, att_slice_of(json_object_get_string(text))));
            att_paras_split(&a->doc);
            att_tokenize(&a->doc);
            a->gold = att_new(&t->keep, uint8_t, a->doc.toks.n);
            set_gold(a, entities);
            finish(t, a);
        }
        json_object_put(o);
    }
}

/* ---- learning ---- */

typedef struct {
    uint32_t n;
    const uint32_t **lists; /* two per word: base, more; either may be NULL */
    const uint8_t *gold;
} sample;

static void scores_of(const learner *l, const uint32_t *list, float s[NAMES_STRIDE])
{
    for (uint32_t i = 1; list && i <= list[0]; i++)
        for (uint32_t c = 0; c < NAMES_STRIDE; c++) s[c] += l->w[(size_t)list[i] * NAMES_STRIDE + c];
}

static float add_log(float a, float b) { return a > b ? a + log1pf(expf(b - a)) : b + log1pf(expf(a - b)); }

static void learn_list(learner *l, const uint32_t *list, const float grad[NAMES_STRIDE])
{
    for (uint32_t i = 1; list && i <= list[0]; i++)
        for (uint32_t c = 0; c < NAMES_TAGS; c++) {
            size_t k = (size_t)list[i] * NAMES_STRIDE + c;
            float g = grad[c] + L2 * l->w[k];
            l->g[k] += g * g;
            l->w[k] -= RATE * g / sqrtf(CALM + l->g[k]);
        }
}

/* One step of the gradient on a stretch: forward, backward, marginals. */
static void learn(learner *l, const sample *x, att_arena *scratch)
{
    att_mark mark = att_arena_mark(scratch);
    float(*s)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)x->n * NAMES_STRIDE);
    float(*fw)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)x->n * NAMES_STRIDE);
    float(*bw)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)x->n * NAMES_STRIDE);
    for (uint32_t i = 0; i < x->n; i++) scores_of(l, x->lists[2 * i], s[i]), scores_of(l, x->lists[2 * i + 1], s[i]);
    for (uint32_t i = 0; i < x->n; i++)
        for (uint32_t b = 0; b < NAMES_TAGS; b++) {
            float z = i ? fw[i - 1][0] + l->step.at[0][b] : l->step.at[0][b];
            for (uint32_t a = 1; i && a < NAMES_TAGS; a++) z = add_log(z, fw[i - 1][a] + l->step.at[a][b]);
            fw[i][b] = z + s[i][b];
        }
    for (uint32_t i = x->n - 1; i-- > 0;)
        for (uint32_t a = 0; a < NAMES_TAGS; a++) {
            float z = l->step.at[a][0] + s[i + 1][0] + bw[i + 1][0];
            for (uint32_t b = 1; b < NAMES_TAGS; b++) z = add_log(z, l->step.at[a][b] + s[i + 1][b] + bw[i + 1][b]);
            bw[i][a] = z;
        }
    float all = fw[x->n - 1][0];
    for (uint32_t b = 1; b < NAMES_TAGS; b++) all = add_log(all, fw[x->n - 1][b]);
    float g[NAMES_TAGS][NAMES_STRIDE] = {{0}};
    for (uint32_t i = 0; i < x->n; i++)
        for (uint32_t a = 0; a < NAMES_TAGS; a++)
            for (uint32_t b = 0; b < NAMES_TAGS && (i || a == 0); b++)
                g[a][b] += expf((i ? fw[i - 1][a] : 0) + l->step.at[a][b] + s[i][b] + bw[i][b] - all) - ((i ? x->gold[i - 1] : 0) == a && x->gold[i] == b);
    for (uint32_t i = 0; i < x->n; i++) {
        float grad[NAMES_STRIDE] = {0};
        for (uint32_t b = 0; b < NAMES_TAGS; b++) grad[b] = expf(fw[i][b] + bw[i][b] - all) - (b == x->gold[i]);
        learn_list(l, x->lists[2 * i], grad);
        learn_list(l, x->lists[2 * i + 1], grad);
    }
    for (uint32_t a = 0; a < NAMES_TAGS; a++)
        for (uint32_t b = 0; b < NAMES_TAGS; b++) {
            if (l->step.at[a][b] <= NEVER) continue;
            l->step_g.at[a][b] += g[a][b] * g[a][b];
            l->step.at[a][b] -= RATE * g[a][b] / sqrtf(CALM + l->step_g.at[a][b]);
        }
    att_arena_rewind(scratch, mark);
}

static const uint32_t *thinned(trainer *t, const uint32_t *list)
{
    if (!list) return NULL;
    uint32_t *out = att_new(&t->scratch, uint32_t, list[0] + 1);
    bool hide = list[0] > NAMES_TREE_FEATURES && coin(t) < HIDE;
    for (uint32_t i = hide ? NAMES_TREE_FEATURES + 1 : 1; i <= list[0]; i++)
        if (coin(t) >= DROP) out[++out[0]] = list[i];
    return out;
}

/* fold: documents of this fold are left out; FOLDS = none. */
static void train(trainer *t, learner *l, uint32_t fold, uint32_t epochs)
{
    memset(l->w, 0, SIZE * sizeof *l->w), memset(l->g, 0, SIZE * sizeof *l->g), memset(l->sum, 0, SIZE * sizeof *l->sum);
    l->step_g = l->step_sum = (att_names_steps){{{0}}};
    for (uint32_t a = 0; a < NAMES_TAGS; a++)
        for (uint32_t b = 0; b < NAMES_STRIDE; b++)
            l->step.at[a][b] = b && b < NAMES_TAGS && b % 2 == 0 && NAMES_KIND(a) != NAMES_KIND(b) ? NEVER : 0;
    for (uint32_t e = 0; e < epochs; e++) {
        for (uint32_t i = t->stretches.n; i-- > 1;) {
            uint32_t j = (uint32_t)(coin(t) * (i + 1));
            stretch x = t->stretches.at[i];
            t->stretches.at[i] = t->stretches.at[j];
            t->stretches.at[j] = x;
        }
        for (uint32_t i = 0; i < t->stretches.n; i++) {
            const stretch *x = &t->stretches.at[i];
            const article *a = &t->articles.at[x->doc];
            if (x->doc % FOLDS == fold) continue;
            att_mark mark = att_arena_mark(&t->scratch);
            uint32_t n = x->at.end - x->at.beg;
            bool show = fold == FOLDS && coin(t) < 0.5;
            sample s = {n, att_new(&t->scratch, const uint32_t *, 2 * n), a->gold + x->at.beg};
            for (uint32_t k = 0; k < n; k++) {
                s.lists[2 * k] = thinned(t, a->base[x->at.beg + k]);
                s.lists[2 * k + 1] = show ? thinned(t, a->more[x->at.beg + k]) : NULL;
            }
            learn(l, &s, &t->scratch);
            att_arena_rewind(&t->scratch, mark);
        }
        if (e < epochs / 2) continue;
        for (size_t k = 0; k < SIZE; k++) l->sum[k] += l->w[k] / (float)(epochs - epochs / 2);
        for (uint32_t a = 0; a < NAMES_TAGS; a++)
            for (uint32_t b = 0; b < NAMES_STRIDE; b++) l->step_sum.at[a][b] += l->step.at[a][b] / (float)(epochs - epochs / 2);
    }
    memcpy(l->w, l->sum, SIZE * sizeof *l->w);
    l->step = l->step_sum;
}

/* The mean of some runs, each with its own order and dropout: steadier than one. */
static void train_all(trainer *t, learner *l)
{
    float *mean = calloc(SIZE, sizeof *mean);
    att_names_steps step = {{{0}}};
    for (uint32_t v = 0; v < VOICES; v++) {
        train(t, l, FOLDS, EPOCHS);
        for (size_t k = 0; k < SIZE; k++) mean[k] += l->w[k] / VOICES;
        for (uint32_t a = 0; a < NAMES_TAGS; a++)
            for (uint32_t b = 0; b < NAMES_STRIDE; b++) step.at[a][b] += l->step.at[a][b] / VOICES;
    }
    memcpy(l->w, mean, SIZE * sizeof *mean);
    l->step = step;
    free(mean);
}

/* Tags of the documents of a fold by a model that has not seen them, and what the second pass is told by them. */
static void tell(trainer *t, const learner *l, uint32_t fold)
{
    for (uint32_t d = fold; d < t->articles.n; d += FOLDS) {
        article *a = &t->articles.at[d];
        for (uint32_t i = 0; i < a->lattice.segments.n; i++) {
            att_names_segment g = a->lattice.segments.at[i];
            att_mark mark = att_arena_mark(&t->scratch);
            float *s = att_new(&t->scratch, float, (size_t)(g.end - g.beg) * NAMES_STRIDE);
            uint8_t *from = att_new(&t->scratch, uint8_t, (size_t)(g.end - g.beg) * NAMES_STRIDE);
            for (uint32_t k = g.beg; k < g.end; k++) scores_of(l, a->base[k], s + (size_t)(k - g.beg) * NAMES_STRIDE);
            att_names_decode(&l->step, s, (void *)from, g.end - g.beg, a->told + g.beg);
            att_arena_rewind(&t->scratch, mark);
        }
        att_names_lattice_tell(&a->lattice, a->told);
        for (uint32_t i = 0; i < a->lattice.segments.n; i++)
            for (uint32_t k = a->lattice.segments.at[i].beg; k < a->lattice.segments.at[i].end; k++) {
                uint32_t f[NAMES_MAX_FEATURES], n = att_names_features_told(&a->lattice, k, f);
                a->more[k] = att_new(&t->keep, uint32_t, n + 1);
                a->more[k][0] = n;
                memcpy(a->more[k] + 1, f, n * sizeof *f);
            }
    }
}

/* ---- file ---- */

static int write_model(const trainer *t, const learner *l, const char *path, const char *note)
{
    att_names_head h = {.magic = "ATTNAMES", .format = NAMES_FORMAT, .bits = NAMES_BITS, .tags = NAMES_TAGS, .slot_bits = NAMES_SLOT_BITS};
    size_t classes = sizeof *t->classes << NAMES_SLOT_BITS;
    char *body = malloc(classes + SIZE);
    double square = 0, used = 1;
    for (size_t k = 0; k < SIZE; k++) square += (double)l->w[k] * l->w[k], used += l->w[k] != 0;
    h.scale = (float)(sqrt(square / used) * 10 / 127); /* what lies ten standard deviations out is cut off */
    memcpy(body, t->classes, classes);
    for (size_t k = 0; k < SIZE; k++) {
        float q = l->w[k] / h.scale;
        body[classes + k] = (char)(int8_t)lrintf(q > 127 ? 127 : q < -127 ? -127 : q);
    }
    h.step = l->step;
    h.checksum = att_hash((att_slice){body, (uint32_t)(classes + SIZE)});
    snprintf(h.note, sizeof h.note, "%s", note);
    FILE *out = fopen(path, "wb");
    bool ok = out && fwrite(&h, sizeof h, 1, out) == 1 && fwrite(body, 1, classes + SIZE, out) == classes + SIZE;
    if (out) ok = fclose(out) == 0 && ok;
    free(body);
    return ok ? 0 : 1;
}

/* ---- score ---- */

static void score(const char *path, const trainer *t, uint32_t from)
{
    static const char *const KIND[] = {"all", "PER", "ORG", "LOC"};
    uint32_t right[4] = {0}, gold[4] = {0}, own[4] = {0};
    att_names_model *m;
    if (att_failed(att_names_open(&m, path))) die(path, "can't be opened again");
    for (uint32_t d = from; d < t->articles.n; d++) {
        article *a = &t->articles.at[d];
        att_names_find(m, &a->doc);
        for (uint32_t i = 1; i < a->doc.toks.n; i++) gold[NAMES_KIND(a->gold[i])] += a->gold[i] % 2;
        for (uint32_t i = 1; i < a->doc.names.n; i++) {
            const att_name *n = &a->doc.names.at[i];
            if (n->kind == ATT_NAME_NORP) continue;
            bool good = a->gold[n->tok_beg] == n->kind * 2 - 1 && (n->tok_end == a->doc.toks.n || a->gold[n->tok_end] != n->kind * 2);
            for (uint32_t k = n->tok_beg + 1; k < n->tok_end; k++) good &= a->gold[k] == n->kind * 2;
            right[n->kind] += good;
            own[n->kind]++;
        }
    }
    for (uint32_t k = 1; k < 4; k++) right[0] += right[k], own[0] += own[k];
    gold[0] = gold[1] + gold[2] + gold[3];
    for (uint32_t k = 0; k < 4; k++)
        fprintf(stderr, "%s P %.3f R %.3f F1 %.3f (%u of %u, found %u)\n", KIND[k], right[k] / (own[k] + 1e-9), right[k] / (gold[k] + 1e-9),
                2.0 * right[k] / (gold[k] + own[k] + 1e-9), right[k], gold[k], own[k]);
    att_names_close(m);
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fprintf(stderr, "usage: attache_train_names OUT.attm NOTE VECTORS TRAIN.tsv|TRAIN.jsonl... [--dev DEV.tsv]\n");
        return 2;
    }
    trainer t = {.seed = 20260101};
    att_engine *engine;
    att_err e = att_engine_open(&engine, NULL);
    if (att_failed(e)) die("engine", e.msg);
    t.engine = engine;
    att_arena_init(&t.keep, (size_t)4 << 30);
    att_arena_init(&t.scratch, (size_t)1 << 30);
    att_names_words_open(&t.words, &t.keep);
    read_classes(&t, argv[3]);
    read_list(&t, LISTS, "given.txt", NAMES_L_GIVEN);
    read_list(&t, LISTS, "surnames.txt", NAMES_L_SURNAME);
    read_list(&t, LISTS, "towns.txt", NAMES_L_TOWN);
    const char *dev = NULL;
    for (int i = 4; i < argc; i++) {
        size_t n = strlen(argv[i]);
        if (strcmp(argv[i], "--dev") == 0 && i + 1 < argc) dev = argv[++i];
        else if (n > 6 && strcmp(argv[i] + n - 6, ".jsonl") == 0) read_entities(&t, argv[i]);
        else read_tagged(&t, argv[i], true);
    }
    fprintf(stderr, "%u documents, %u names, %u of them where none is looked for, %u stretches\n", t.articles.n, t.names, t.lost, t.stretches.n);
    learner l = {.w = malloc(SIZE * sizeof(float)), .g = malloc(SIZE * sizeof(float)), .sum = malloc(SIZE * sizeof(float))};
    for (uint32_t f = 0; f < FOLDS; f++) {
        train(&t, &l, f, FOLD_EPOCHS);
        tell(&t, &l, f);
    }
    train_all(&t, &l);
    int rc = write_model(&t, &l, argv[1], argv[2]);
    uint32_t trained = t.articles.n;
    if (dev && rc == 0) {
        t.names = t.lost = 0;
        read_tagged(&t, dev, false);
        score(argv[1], &t, trained);
    }
    free(l.w), free(l.g), free(l.sum);
    att_arena_release(&t.keep);
    att_arena_release(&t.scratch);
    att_engine_close(engine);
    return rc;
}
