#include "news.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/text.h"

enum { EVERY = 4, PER_ARTICLE = 12, SHORTEST = 3, LONGEST = 60 };

static void take(bank *b, bank_lists *l, const att_doc *doc)
{
    uint32_t taken = 0, n = doc->sents.n > 1 ? doc->sents.n - 1 : 0;
    uint32_t step = n > PER_ARTICLE ? n / PER_ARTICLE : 1; /* from all over the article */
    for (uint32_t s = 1; s <= n && taken < PER_ARTICLE; s += step) {
        const att_sent *sent = &doc->sents.at[s];
        uint32_t len = sent->tok_end - sent->tok_beg;
        if (len < SHORTEST || len > LONGEST) continue;
        bank_sent *to = att_push(&l->arena, &b->sents);
        *to = (bank_sent){att_new(&l->arena, bank_word, len), len};
        for (uint32_t i = 0; i < len; i++) {
            const att_tok *t = &doc->toks.at[sent->tok_beg + i];
            to->w[i].form = att_copy(&l->arena, t->form);
            to->w[i].lower = att_copy(&l->arena, t->lower);
        }
        b->words += len;
        taken++;
    }
}

static const char *field(json_object *o, const char *name)
{
    json_object *v;
    return json_object_object_get_ex(o, name, &v) ? json_object_get_string(v) : "";
}

void news_read(bank *b, bank_lists *l, const char *path, uint32_t max_words, const char *thin)
{
    FILE *f = strcmp(path, "-") ? fopen(path, "r") : stdin;
    if (!f) {
        perror(path);
        exit(1);
    }
    char *line = NULL;
    size_t cap = 0;
    uint32_t number = 0;
    att_arena keep, scratch;
    att_arena_init(&keep, (size_t)1 << 30);
    att_arena_init(&scratch, (size_t)1 << 30);
    while (b->words < max_words && getline(&line, &cap, f) > 0) {
        json_object *o = json_tokener_parse(line);
        if (!o) continue;
        if (number % (strcmp(field(o, "source"), thin) == 0 ? 10 * EVERY : EVERY) == 0) {
            att_article a = {.text = att_slice_of(field(o, "text"))};
            a.meta.title = att_slice_of(field(o, "title"));
            a.meta.published = ATT_NO_DAY;
            att_arena_reset(&keep);
            att_doc doc;
            att_doc_init(&doc, &keep, &scratch, a.text);
            att_paras_find(&doc, &a, ATT_NO_DAY);
            att_tokenize(&doc);
            take(b, l, &doc);
        }
        number++;
        json_object_put(o);
    }
    free(line);
    if (f != stdin) fclose(f);
    att_arena_release(&keep);
    att_arena_release(&scratch);
}
