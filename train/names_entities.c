/* names_entities.c: JSON Lines with spans of entities -> documents with names.
 *
 * re3d ("entities", with capitals for the types) marks names and descriptions; what has no capital is left out. GUM ("mentions") marks all
 * noun phrases that speak of a person, an organisation or a place; what of the phrase's core is a proper noun, without titles, is the name. */
#include <json-c/json.h>
#include <stdlib.h>

#include "bank.h"
#include "names_train.h"
#include "text/paras_int.h"

typedef struct {
    uint32_t beg, end; /* tokens */
    uint8_t kind;
} found;

typedef struct {
    att_doc *doc;
    const att_names_words *words;
    bool phrases; /* the spans are noun phrases */
} reading;

static uint32_t byte_of(att_slice text, uint32_t chars)
{
    uint32_t i = 0;
    for (; i < text.len; i++)
        if (((unsigned char)text.ptr[i] & 0xC0) != 0x80 && chars-- == 0) break;
    return i;
}

static uint8_t kind_of_type(const char *type)
{
    static const char *const NAMES[][2] = {{"", ""}, {"Person", "person"}, {"Organisation", "organization"}, {"Location", "place"}};
    for (uint8_t k = 1; k < 4; k++)
        if (strcmp(type, NAMES[k][0]) == 0 || strcmp(type, NAMES[k][1]) == 0) return k;
    return 0;
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

static bool is_proper(const reading *r, uint32_t t)
{
    const att_tok *k = &r->doc->toks.at[t];
    return k->upos == ATT_PROPN && (k->flags & (ATT_TOK_CAP | ATT_TOK_UPPER));
}

static bool is_title(const reading *r, uint32_t t)
{
    return att_names_get(&r->words->words, att_hash(r->doc->toks.at[t].lower)) & NAMES_W_TITLE;
}

/* The core of a noun phrase: numbers of its tokens ("1,3,4"), as far as they are proper nouns without a gap but for "of", "the", "and". */
static void cut_to_core(const reading *r, found *f, const char *head)
{
    uint32_t beg = f->end, end = f->beg;
    for (const char *p = head; *p;) {
        uint32_t t = f->beg + (uint32_t)strtoul(p, (char **)&p, 10) - 1;
        if (t < f->beg || t >= f->end) break;
        beg = t < beg ? t : beg;
        end = t + 1 > end ? t + 1 : end;
        if (*p == ',') p++;
    }
    while (end > beg && !is_proper(r, end - 1)) end--;
    uint32_t first = end;
    for (uint32_t t = end; t-- > beg;) {
        uint8_t upos = r->doc->toks.at[t].upos;
        if (is_proper(r, t) && !(f->kind == ATT_NAME_PER && is_title(r, t))) first = t;
        else if (f->kind == ATT_NAME_PER || !(upos == ATT_ADP || upos == ATT_DET || upos == ATT_CCONJ || upos == ATT_PUNCT)) break;
    }
    *f = (found){first, end, f->kind};
}

static void cut_to_capitals(const reading *r, found *f)
{
    const att_tok *toks = r->doc->toks.at;
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
static void set_gold(const reading *r, uint8_t *gold, struct json_object *entities, att_arena *scratch)
{
    uint32_t n = 0, count = (uint32_t)json_object_array_length(entities);
    found *all = att_new(scratch, found, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        struct json_object *e = json_object_array_get_idx(entities, i);
        uint8_t kind = kind_of_type(text_field(e, "type"));
        int beg = number_field(e, "start"), end = number_field(e, "end");
        if (!kind || beg < 0 || end < beg) continue;
        found f = {token_at(r->doc, byte_of(r->doc->text, (uint32_t)beg)), token_at(r->doc, byte_of(r->doc->text, (uint32_t)end)), kind};
        if (r->phrases) cut_to_core(r, &f, text_field(e, "head"));
        else cut_to_capitals(r, &f);
        if (f.end > f.beg && r->doc->toks.at[f.beg].sent == r->doc->toks.at[f.end - 1].sent) all[n++] = f;
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
    bool phrases = json_object_object_get_ex(o, "mentions", &entities);
    if (!phrases && !json_object_object_get_ex(o, "entities", &entities)) return;
    const char *id = text_field(o, "id");
    if (strcmp(text_field(o, "collection"), "BBC Online") == 0) return;
    if (phrases && strncmp(id, "GUM_", 4) == 0 && bank_is_skipped(BANK_SKIP, att_slice_of(id + 4))) return;
    names_article *a = names_new_article(t);
    att_doc_init(&a->doc, &t->keep, &t->scratch, att_copy(&t->keep, att_slice_of(text_field(o, "text"))));
    att_paras_split(&a->doc);
    att_tokenize(&a->doc);
    att_tag(t->engine->model, &a->doc);
    att_parse_trees(t->engine->model, &a->doc);
    a->gold = att_new(&t->keep, uint8_t, a->doc.toks.n);
    set_gold(&(reading){&a->doc, &t->words, phrases}, a->gold, entities, &t->scratch);
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
