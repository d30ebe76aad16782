/* names_entities.c: JSON Lines with spans of entities (re3d) -> documents with names. The spans are names and descriptions; what has no
 * capital is left out, and so are the articles of BBC Online, whose licence is NC. */
#include <json-c/json.h>
#include <stdlib.h>

#include "names_train.h"
#include "text/paras_int.h"

typedef struct {
    uint32_t beg, end; /* tokens */
    uint8_t kind;
} found;

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

static uint32_t token_at(const att_doc *doc, uint32_t byte) /* the first that begins there or behind */
{
    uint32_t lo = 1, hi = doc->toks.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->toks.at[mid].span.beg < byte) lo = mid + 1;
        else hi = mid;
    }
    return lo;
}

static int number_field(struct json_object *o, const char *name)
{
    struct json_object *x;
    return json_object_object_get_ex(o, name, &x) ? json_object_get_int(x) : -1;
}

static const char *text_field(struct json_object *o, const char *name)
{
    struct json_object *x;
    return json_object_object_get_ex(o, name, &x) ? json_object_get_string(x) : "";
}

static void cut_to_capitals(const att_doc *doc, found *f)
{
    const att_tok *toks = doc->toks.at;
    while (f->beg + 1 < f->end && !(toks[f->beg].flags & (ATT_TOK_CAP | ATT_TOK_DIGIT))) f->beg++;
    if (f->beg + 1 < f->end && att_is(toks[f->beg].lower, "the")) f->beg++;
    bool named = f->beg < f->end && (toks[f->beg].flags & ATT_TOK_CAP) && (toks[f->end - 1].flags & (ATT_TOK_CAP | ATT_TOK_DIGIT));
    if (!named) f->end = f->beg;
}

static int longer_first(const void *a, const void *b)
{
    const found *x = a, *y = b;
    uint32_t n = x->end - x->beg, m = y->end - y->beg;
    return n != m ? (n < m ? 1 : -1) : (x->beg > y->beg) - (x->beg < y->beg);
}

/* Entities as BIO tags: of those that overlap the longest one wins. */
static void set_gold(const att_doc *doc, uint8_t *gold, struct json_object *entities, att_arena *scratch)
{
    uint32_t n = 0, count = (uint32_t)json_object_array_length(entities);
    found *all = att_new(scratch, found, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        struct json_object *e = json_object_array_get_idx(entities, i);
        uint8_t kind = kind_of_type(text_field(e, "type"));
        int beg = number_field(e, "start"), end = number_field(e, "end");
        if (!kind || beg < 0 || end < beg) continue;
        found f = {token_at(doc, byte_of(doc->text, (uint32_t)beg)), token_at(doc, byte_of(doc->text, (uint32_t)end)), kind};
        cut_to_capitals(doc, &f);
        if (f.end > f.beg && doc->toks.at[f.beg].sent == doc->toks.at[f.end - 1].sent) all[n++] = f;
    }
    qsort(all, n, sizeof *all, longer_first);
    for (uint32_t i = 0; i < n; i++) {
        bool free_here = true;
        for (uint32_t t = all[i].beg; t < all[i].end; t++) free_here = free_here && !gold[t];
        for (uint32_t t = all[i].beg; free_here && t < all[i].end; t++) gold[t] = (uint8_t)(all[i].kind * 2 - (t == all[i].beg));
    }
}

static void read_document(names_trainer *t, struct json_object *o)
{
    struct json_object *entities;
    if (!json_object_object_get_ex(o, "entities", &entities) || strcmp(text_field(o, "collection"), "BBC Online") == 0) return;
    names_article *a = names_new_article(t);
    att_doc_init(&a->doc, &t->keep, &t->scratch, att_copy(&t->keep, att_slice_of(text_field(o, "text"))));
    att_paras_split(&a->doc);
    att_tokenize(&a->doc);
    att_tag(t->engine->model, &a->doc);
    att_parse_trees(t->engine->model, &a->doc);
    a->gold = att_new(&t->keep, uint8_t, a->doc.toks.n);
    set_gold(&a->doc, a->gold, entities, &t->scratch);
    names_finish(t, a);
}

void names_read_entities(names_trainer *t, const char *path)
{
    att_slice line, rest = names_read_all(t, path);
    while (att_split(&rest, '\n', &line)) {
        att_mark mark = att_arena_mark(&t->scratch);
        struct json_object *o = json_tokener_parse(att_copy_z(&t->scratch, line));
        if (o) read_document(t, o);
        json_object_put(o);
        att_arena_rewind(&t->scratch, mark);
    }
}
