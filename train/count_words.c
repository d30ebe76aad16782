/* count_words: in how many of 10,000 articles a word stands -> data/story/words.txt (docs/training.md).
 * usage: count_words ARTICLES... > data/story/words.txt   (anything that attache code reads) */
#include <stdio.h>

#include "base/arena.h"
#include "base/hash.h"
#include "story/fold.h"
#include "text/reader.h"

typedef struct {
    att_slice stem;
    uint32_t articles, last;
} word;

typedef struct {
    att_arena arena;
    att_map map;
    ATT_VEC(word) words;
    uint32_t articles;
} counts;

static void count(counts *c, att_slice text)
{
    att_folded w;
    for (uint32_t at = 0; att_fold_next(text, &at, &w);) {
        if (w.stem_len < 2) continue;
        uint32_t *i = att_map_get(&c->map, att_fold_stem(&w));
        if (!i) {
            att_slice own = att_copy(&c->arena, att_fold_stem(&w));
            i = att_map_put(&c->map, &c->arena, own, NULL);
            *i = c->words.n;
            *att_push(&c->arena, &c->words) = (word){.stem = own};
        }
        word *x = &c->words.at[*i];
        x->articles += x->last != c->articles;
        x->last = c->articles;
    }
}

int main(int argc, char **argv)
{
    static counts c;
    att_arena_init(&c.arena, (size_t)4 << 30);
    for (int i = 1; i < argc; i++) {
        att_reader *r;
        att_article a;
        att_err e = att_reader_open(&r, argv[i], NULL);
        while (!att_failed(e) && att_reader_next(r, &a, &e)) {
            if (!att_failed(e)) {
                c.articles++;
                count(&c, a.meta.title);
                count(&c, a.text);
            }
            e = ATT_FINE;
        }
        att_reader_close(r);
    }
    printf("# How many of 10,000 news articles hold a word (stems of src/story/fold.c), the rarer left out.\n"
           "# Provenance: counted for attaché by train/count_words over %u English news articles of 2000 to 2022; counts only.\n"
           "# stem | articles in 10,000\n", c.articles);
    for (uint32_t i = 0; i < c.words.n; i++) {
        unsigned per = (unsigned)(c.words.at[i].articles * 10000.0 / c.articles + 0.5);
        if (per > 9) printf("%.*s | %u\n", (int)c.words.at[i].stem.len, c.words.at[i].stem.ptr, per);
    }
    att_arena_release(&c.arena);
    return 0;
}
