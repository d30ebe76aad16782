/* names_docs.c: annotated documents -> tokens, gold tags, features. */
#include <stdio.h>

#include "engine/engine.h"
#include "names_train.h"
#include "nlp/conllu.h"

enum { CHUNK_SENTENCES = 25 };

static uint8_t tag_of(att_slice s)
{
    static const char *const TAGS[NAMES_TAGS] = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};
    for (uint8_t i = 1; i < NAMES_TAGS; i++)
        if (att_is(s, TAGS[i])) return i;
    return NAMES_O;
}

/* The document in *a, with its columns read and its gold tags set. */
void names_finish(names_trainer *t, names_article *a)
{
    att_doc *doc = &a->doc;
    att_names_lattice_make(&a->lattice, &t->words, t->classes, doc, &t->keep);
    a->told = att_new(&t->keep, uint8_t, doc->toks.n);
    a->base = att_new(&t->keep, uint32_t *, doc->toks.n);
    a->more = att_new(&t->keep, uint32_t *, doc->toks.n);
    for (uint32_t i = 1; i < doc->toks.n; i++) t->names += a->gold[i] % 2;
    uint32_t inside = 0;
    for (uint32_t i = 0; i < a->lattice.segments.n; i++) {
        att_names_segment g = a->lattice.segments.at[i];
        *att_push(&t->keep, &t->stretches) = (names_stretch){t->articles.n - 1, g};
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

names_article *names_new_article(names_trainer *t)
{
    names_article *a = att_push(&t->keep, &t->articles);
    *a = (names_article){0};
    return a;
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
static void add_tagged(names_trainer *t, att_slice lines, char letters)
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
    names_article *a = names_new_article(t);
    a->gold = tags.at;
    att_doc_init(&a->doc, &t->keep, &t->scratch, (att_slice){0});
    att_err e = att_conllu_read(&a->doc, att_copy(&t->keep, (att_slice){b.ptr, (uint32_t)b.len}), NULL);
    att_buf_release(&b);
    if (att_failed(e) || a->doc.toks.n != tags.n) names_die("training data", "words and tags differ");
    att_tag(t->engine->model, &a->doc);
    att_parse_trees(t->engine->model, &a->doc);
    names_finish(t, a);
}

void names_read_tagged(names_trainer *t, const char *path, bool copies)
{
    att_slice line, rest = names_read_all(t, path);
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
        double c = copies ? names_coin(t) : 1;
        if (c < 0.15) add_tagged(t, doc, c < 0.05 ? 'u' : c < 0.11 ? 't' : 'l');
        beg = rest.ptr;
        sentences = 0;
    }
}
