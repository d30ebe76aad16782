/* names_net.c: a recurrent layer over word vectors, parts of words and dictionaries scores the tags of every word (Lample et al. 2016, with
 * the sums of whole numbers of model_kernel.h). It knows words by their company, the hashed features know them by their looks and by
 * the rest of the article; their scores are added. */
#include "nlp/model_encoder.h"
#include "nlp/model_read.h"
#include "nlp/names_int.h"

const char *att_names_net_read(att_names_net *net, const unsigned char *file, size_t len)
{
    att_model_reader r;
    att_model_read_begin(&r, file, len);
    if (r.fault) return r.fault;
    net->encoder = att_read_encoder(&r, "name", ATT_NET_FLAGS);
    if (r.fault) return r.fault;
    net->from_h = att_read_weights(&r, "name", "h", 2 * net->encoder.hidden, 0, true);
    net->from_x = att_read_weights(&r, "name", "x", net->encoder.in, net->from_h.out, false);
    net->out = att_read_weights(&r, "name", "out", net->from_h.out, 0, true);
    att_model_fault(&r, net->out.out >= NAMES_STRIDE && net->encoder.flags.rows >= NAMES_FLAGS, "model file: damaged network");
    return r.fault;
}

uint64_t att_names_flags(const att_names_word *w)
{
    uint64_t f = w->words;
    for (uint32_t i = 0; i < 6; i++)
        if (w->phrase >> i & 1 && w->place) f |= (uint64_t)1 << (8 + i * 4 + (w->place - 1u) % 4);
    if (w->listed & NAMES_L_TOWN) f |= (uint64_t)1 << (47 + (w->listed & 1));
    if (w->listed & NAMES_L_ORG) f |= (uint64_t)1 << (49 + (w->listed & 1));
    if (w->lists & NAMES_L_ORG) f |= (uint64_t)1 << 51;
    return f | (uint64_t)(w->lists & 7) << 32 | (uint64_t)1 << (35 + w->style % 4) | (uint64_t)1 << (39 + w->caps % 8);
}

static void score_group(const att_names_net *net, const att_model *m, att_doc *doc, const att_group *g, const uint64_t *flags, float (*score)[NAMES_STRIDE])
{
    uint32_t n = g->words, out = net->out.out;
    att_embedded_words words;
    const int16_t *h = att_encode(m, &net->encoder, doc, g, flags, &words);
    const float *z = att_apply_head(m, &net->from_h, &net->from_x, &net->out, h, &words, n, doc->scratch);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t c = 0; c < NAMES_TAGS; c++) score[g->tok[i]][c] += z[(size_t)i * out + c];
}

void att_names_net_add(const att_names_net *net, const att_model *language, const att_names_lattice *l, att_doc *doc, float (*score)[NAMES_STRIDE])
{
    if (!language || language->vectors.cols != net->encoder.words) return;
    uint64_t *flags = att_new(doc->scratch, uint64_t, doc->toks.n);
    for (uint32_t t = 1; t < doc->toks.n; t++) flags[t] = att_names_flags(&l->word[t]);
    att_runs runs = att_runs_find(doc, false, flags);
    att_group g;
    while (att_group_next(&g, &runs)) {
        att_mark mark = att_arena_mark(doc->scratch);
        score_group(net, language, doc, &g, flags, score);
        att_arena_rewind(doc->scratch, mark);
    }
    for (uint32_t r = 0; r < runs.n; r++) {
        const att_run *own = &runs.at[r], *same = &runs.at[own->same];
        if (own != same) memcpy(score + own->first, score + same->first, own->len * sizeof *score);
    }
}
