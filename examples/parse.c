/* parse.c: the language layer alone, as a library. Words with their trees, and what each clause says of whom.
 *
 *   cc -Iinclude examples/parse.c -lattache -o parse        (installed; or link build/libattache.a and its libraries)
 *   ./parse "The minister refused to sign the treaty."
 */
#include <stdio.h>
#include <string.h>

#include "attache/attache.h"

static void print_word(const att_engine *engine, const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    const att_labels l = att_labels_of(engine, k);
    const att_slice head = k->head ? doc->toks.at[k->head].form : (att_slice){"-", 1};
    printf("%-14.*s %-14.*s %-6s %-10s %.*s\n", (int)k->form.len, k->form.ptr, (int)k->lemma.len, k->lemma.ptr, l.upos, l.deprel,
           (int)head.len, head.ptr);
}

static void print_clause(const att_doc *doc, const att_clause *c)
{
    const att_slice none = {"-", 1}, pred = doc->toks.at[c->tok].form;
    const att_slice subj = c->subj ? doc->toks.at[c->subj].form : none, obj = c->obj ? doc->toks.at[c->obj].form : none;
    float value = 0;
    printf("%.*s(%.*s, %.*s)", (int)pred.len, pred.ptr, (int)subj.len, subj.ptr, (int)obj.len, obj.ptr);
    if (att_factuality(doc, c->tok, &value)) printf("  factuality %+.1f", (double)value);
    printf("\n");
}

int main(int argc, char **argv)
{
    const char *text = argc > 1 ? argv[1] : "The minister refused to sign the treaty.";
    att_engine *engine = NULL;
    att_coder *coder = NULL;
    const att_doc *doc = NULL;
    att_err e = att_open(&engine, NULL);
    if (!att_failed(e)) e = att_coder_new(&coder, engine);
    if (!att_failed(e)) e = att_parse(coder, text, (uint32_t)strlen(text), &doc);
    if (att_failed(e)) {
        fprintf(stderr, "%s\n", e.msg);
    } else {
        for (uint32_t t = 1; t < doc->toks.n; t++) print_word(engine, doc, t);
        for (uint32_t i = 1; i < doc->clauses.n; i++) print_clause(doc, &doc->clauses.at[i]);
    }
    att_coder_free(coder);
    att_close(engine);
    return att_failed(e) ? 1 : 0;
}
