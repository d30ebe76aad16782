#include "bank.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/doc.h"
#include "base/mapfile.h"
#include "text/token_form.h"

static _Noreturn void die(const char *path, const char *what, uint32_t line)
{
    fprintf(stderr, "%s:%u: %s\n", path, line, what);
    exit(1);
}

/* Index 0 of each list is what is not known: "_" for xpos and feats. */
static uint16_t intern(bank_lists *l, att_map *m, att_slice s)
{
    uint32_t *known = att_map_get(m, s);
    if (known) return (uint16_t)*known;
    if (l->frozen) return 0;
    att_slice copy = att_copy(&l->arena, s);
    uint16_t id;
    if (m == &l->xpos_map) {
        id = (uint16_t)l->xpos.n;
        *att_push(&l->arena, &l->xpos) = copy;
    } else {
        id = (uint16_t)l->feats.n;
        *att_push(&l->arena, &l->feats) = copy;
    }
    *att_map_put(m, &l->arena, copy, NULL) = id;
    return id;
}

static uint16_t intern_tag(bank_lists *l, bank_tag t)
{
    char key[24];
    int n = snprintf(key, sizeof key, "%u.%u.%u", t.upos, t.xpos, t.feats);
    att_slice s = {key, (uint32_t)n};
    uint32_t *known = att_map_get(&l->tag_map, s);
    if (known) return (uint16_t)*known;
    if (l->frozen) return 0;
    *att_map_put(&l->tag_map, &l->arena, att_copy(&l->arena, s), NULL) = l->tags.n;
    *att_push(&l->arena, &l->tags) = t;
    return (uint16_t)(l->tags.n - 1);
}

void bank_lists_init(bank_lists *l)
{
    att_arena_init(&l->arena, (size_t)4 << 30);
    intern(l, &l->xpos_map, ATT_LIT("_"));
    intern(l, &l->feats_map, ATT_LIT("_"));
    intern_tag(l, (bank_tag){ATT_X, 0, 0});
}

static void read_word(bank_lists *l, bank_word *w, att_slice *col, const char *path, uint32_t line)
{
    att_form_pool pool = {.arena = &l->arena};
    att_token_form t = att_token_form_of(&pool, col[1]);
    w->form = t.form;
    w->lower = t.lower;
    w->lemma = col[2];
    w->upos = (uint8_t)att_upos_of(col[3]);
    w->xpos = intern(l, &l->xpos_map, col[4]);
    w->feats = intern(l, &l->feats_map, col[5]);
    w->tag = intern_tag(l, (bank_tag){w->upos, w->xpos, w->feats});
    w->guess = w->tag;
    uint32_t head;
    if (!att_to_u32(col[6], &head)) die(path, "no head", line);
    w->head = (uint16_t)head;
    w->deprel = (uint8_t)att_deprel_of(col[7]);
}

int bank_is_skipped(const char *skip, att_slice doc)
{
    if (!skip) return 0;
    att_slice part, rest = att_slice_of(skip);
    uint32_t cut = att_find(doc, ATT_LIT("_"), 0);
    while (att_split(&rest, ',', &part))
        if (att_eq(part, doc) || att_eq(part, att_sub(doc, 0, cut))) return 1;
    return 0;
}

static void end_sentence(bank *b, bank_lists *l, bank_word *buf, uint32_t *n, int skipped)
{
    if (*n && !skipped) {
        bank_sent *s = att_push(&l->arena, &b->sents);
        s->w = att_new(&l->arena, bank_word, *n);
        s->n = *n;
        memcpy(s->w, buf, *n * sizeof *buf);
        b->words += *n;
    }
    *n = 0;
}

void bank_read(bank *b, bank_lists *l, const char *path, const char *skip)
{
    enum { MAX = 1000 };
    att_mapped map;
    if (att_failed(att_map_file(&map, path, 0))) die(path, "can't be read", 0);
    att_slice rest = att_copy(&l->arena, (att_slice){(const char *)map.ptr, (uint32_t)map.len}), line;
    att_unmap_file(&map);
    bank_word *buf = mat_alloc(MAX, sizeof *buf);
    uint32_t n = 0, number = 0, skipped = 0;
    while (att_split(&rest, '\n', &line)) {
        number++;
        if (line.len == 0) {
            end_sentence(b, l, buf, &n, (int)skipped);
        } else if (att_starts(line, "# newdoc id = GUM_")) {
            skipped = (uint32_t)bank_is_skipped(skip, att_sub(line, 18, line.len));
        } else if (line.ptr[0] != '#') {
            att_slice col[10];
            uint32_t k = 0;
            while (k < 10 && att_split(&line, '\t', &col[k])) k++;
            if (k < 10) die(path, "not ten columns", number);
            if (!isdigit((unsigned char)col[0].ptr[col[0].len - 1]) || memchr(col[0].ptr, '-', col[0].len) ||
                memchr(col[0].ptr, '.', col[0].len))
                continue;
            if (n == MAX) die(path, "sentence too long", number);
            read_word(l, &buf[n++], col, path, number);
        }
    }
    end_sentence(b, l, buf, &n, (int)skipped);
    free(buf);
}

static void change_letters(bank_sent *s, att_arena *a, uint32_t how) /* 0-1 lower, 2-3 upper, 4 Each Word */
{
    for (uint32_t i = 0; i < s->n; i++) {
        bank_word *w = &s->w[i];
        if (how < 2) {
            w->form = w->lower;
            continue;
        }
        char *p = att_copy_z(a, how == 4 ? w->form : w->lower); /* ASCII alone is raised: enough for English */
        for (uint32_t k = 0; k < w->form.len && k < w->lower.len; k++)
            if ((how < 4 || k == 0) && att_is_lower((unsigned char)p[k])) p[k] = (char)(p[k] - 32);
        w->form = (att_slice){p, how == 4 ? w->form.len : w->lower.len};
    }
}

static int is_one_of(att_slice s, const char *const *list)
{
    for (; *list; list++)
        if (att_is(s, *list)) return 1;
    return 0;
}

/* Would the word be missing in a headline (articles, forms of be, the full stop), or in text that lost its marks? */
static int is_left_out(const bank_sent *s, uint32_t i, int headline)
{
    static const char *const SMALL[] = {"the", "a", "an", NULL}, *const BE[] = {"is", "are", "was", "were", "been", NULL};
    static const char *const STOPS[] = {".", NULL}, *const MARKS[] = {",", "\"", "''", "``", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", NULL};
    const bank_word *w = &s->w[i];
    if (w->upos == ATT_PUNCT) return is_one_of(w->lower, STOPS) ? i + 1 == s->n : !headline && is_one_of(w->lower, MARKS);
    return headline && ((w->upos == ATT_DET && is_one_of(w->lower, SMALL)) || (w->upos == ATT_AUX && is_one_of(w->lower, BE)));
}

/* Drops such words where nothing hangs on them. */
static void thin(bank_sent *s, att_arena *a, int headline)
{
    uint16_t *to = att_new(a, uint16_t, s->n + 1);
    uint8_t *has = att_new(a, uint8_t, s->n + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->n; i++) has[s->w[i].head] = 1;
    for (uint32_t i = 0; i < s->n; i++)
        if (has[i + 1] || s->w[i].head == 0 || !is_left_out(s, i, headline)) to[i + 1] = (uint16_t)++n;
    for (uint32_t i = 0; i < s->n; i++)
        if (to[i + 1]) {
            s->w[to[i + 1] - 1] = s->w[i];
            s->w[to[i + 1] - 1].head = to[s->w[i].head];
        }
    s->n = n;
}

bank_sent bank_damage(const bank_sent *s, att_arena *a, mat_rng *r)
{
    bank_sent out = {att_new(a, bank_word, s->n), s->n};
    memcpy(out.w, s->w, s->n * sizeof *s->w);
    uint32_t how = rng_below(r, 12);
    if (how < 5) {
        change_letters(&out, a, how);
    } else if (how < 8) {
        thin(&out, a, 1);
        if (how == 7) change_letters(&out, a, 4);
    } else {
        thin(&out, a, 0);
    }
    return out;
}

int bank_is_projective(const bank_sent *s)
{
    for (uint32_t i = 1; i <= s->n; i++) {
        uint32_t h = s->w[i - 1].head, lo = h < i ? h : i, hi = h < i ? i : h;
        for (uint32_t j = lo + 1; j < hi; j++) {
            uint32_t g = s->w[j - 1].head;
            if (g < lo || g > hi) return 0;
        }
    }
    return 1;
}
