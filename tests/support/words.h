/* words.h: documents for tests, from raw text or from a small CoNLL-U string. */
#ifndef ATT_TESTS_SUPPORT_WORDS_H
#define ATT_TESTS_SUPPORT_WORDS_H

#include <stdlib.h>
#include <string.h>

#include "base/doc.h"

typedef struct {
    att_arena keep, scratch;
    att_doc doc;
} att_test_doc;

static inline void test_doc_release(att_test_doc *d)
{
    att_arena_release(&d->keep);
    att_arena_release(&d->scratch);
}

static inline void test_doc_init(att_test_doc *d, att_slice text)
{
    att_arena_init(&d->keep, (size_t)3 << 30);
    att_arena_init(&d->scratch, (size_t)3 << 30);
    att_doc_init(&d->doc, &d->keep, &d->scratch, text);
}

/* One paragraph over the whole text; tokens are the caller's business (att_tokenize). */
static inline void test_doc_raw(att_test_doc *d, att_slice text)
{
    test_doc_init(d, text);
    att_para *p = att_add(&d->doc, paras);
    p->span = (att_span){0, text.len};
}

/* The nth tab-separated field of a line, from 0. */
static inline att_slice test_field(att_slice line, int n)
{
    att_slice f = {0};
    for (int i = 0; i <= n; i++)
        if (!att_split(&line, '\t', &f)) return (att_slice){0};
    return f;
}

static inline void test_doc_word(att_test_doc *d, char *text, uint32_t *len, att_slice line, uint32_t base)
{
    att_slice form = test_field(line, 1), upos = test_field(line, 3), head = test_field(line, 6), misc = test_field(line, 9);
    uint32_t h = 0;
    att_to_u32(head, &h);
    att_tok *t = att_add(&d->doc, toks);
    memcpy(text + *len, form.ptr, form.len);
    t->span = (att_span){*len, *len + form.len};
    t->form = att_sub((att_slice){text, *len + form.len}, *len, *len + form.len);
    char *low = att_copy_z(&d->keep, form);
    bool cap = att_is_upper((unsigned char)low[0]);
    bool digit = false;
    for (uint32_t i = 0; i < form.len; i++) {
        digit |= att_is_digit((unsigned char)low[i]);
        low[i] = att_lower_ascii(low[i]);
    }
    t->lower = (att_slice){low, form.len};
    att_slice lemma = test_field(line, 2);
    t->lemma = lemma.len == 0 || att_is(lemma, "_") ? t->lower : att_copy(&d->keep, lemma);
    t->flags = (uint8_t)((cap ? ATT_TOK_CAP : 0) | (digit ? ATT_TOK_DIGIT : 0));
    t->upos = (uint8_t)att_upos_of(upos);
    t->deprel = (uint8_t)(h || att_is(test_field(line, 7), "root") ? att_deprel_of(test_field(line, 7)) : ATT_DEP_NONE);
    t->head = h ? base + h - 1 : 0;
    t->sent = d->doc.sents.n - 1;
    *len += form.len;
    bool glued = att_find(misc, ATT_LIT("SpaceAfter=No"), 0) < misc.len;
    if (!glued) {
        text[(*len)++] = ' ';
        t->flags |= ATT_TOK_SPACE_AFTER;
    }
}

/* A document with tokens, tags and trees. Fields are split at tabs, sentences by empty lines; missing fields are empty. */
static inline void test_doc_conllu(att_test_doc *d, const char *conllu)
{
    size_t n = strlen(conllu);
    test_doc_init(d, (att_slice){0});
    char *text = att_take(&d->keep, n + 1, 1);
    uint32_t len = 0, base = 0;
    bool open = false;
    att_slice rest = att_slice_of(conllu), line;
    (void)att_add(&d->doc, paras);
    while (att_split(&rest, '\n', &line)) {
        if (line.len == 0) {
            open = false;
            continue;
        }
        if (line.ptr[0] == '#') continue;
        if (!open) {
            att_sent *s = att_add(&d->doc, sents);
            s->tok_beg = s->tok_end = base = d->doc.toks.n;
            s->para = 1;
            s->span.beg = len;
            open = true;
        }
        test_doc_word(d, text, &len, line, base);
        att_sent *s = &d->doc.sents.at[d->doc.sents.n - 1];
        s->tok_end = d->doc.toks.n;
        s->span.end = d->doc.toks.at[d->doc.toks.n - 1].span.end;
    }
    d->doc.text = (att_slice){text, len};
    d->doc.paras.at[1].span = (att_span){0, len};
    d->doc.tok_mention = att_new(&d->keep, att_id, d->doc.toks.n);
    d->doc.tok_clause = att_new(&d->keep, att_id, d->doc.toks.n);
}

#endif
