#include "score.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/mapfile.h"
#include "nlp/conllu.h"

static double cpu_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Walks over the rows of single words, in step with the document's tokens. */
static bool next_gold(att_slice *rest, att_slice *col)
{
    att_slice line;
    while (att_split(rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#') continue;
        uint32_t n = 0;
        while (n < 10 && att_split(&line, '\t', &col[n])) n++;
        if (n == 10 && !memchr(col[0].ptr, '-', col[0].len) && !memchr(col[0].ptr, '.', col[0].len)) return true;
    }
    return false;
}

static att_slice without_subtype(att_slice s) { return att_sub(s, 0, att_find(s, ATT_LIT(":"), 0)); }

static void count_word(score *s, const att_model *m, const att_doc *doc, uint32_t t, const att_slice *col)
{
    const att_tok *w = &doc->toks.at[t];
    uint32_t base = doc->sents.at[w->sent].tok_beg - 1, head = w->head ? w->head - base : 0, gold = 0;
    att_to_u32(col[6], &gold);
    att_slice rel = att_slice_of(att_deprel_name((att_deprel)w->deprel));
    s->words++;
    s->upos += att_is(col[3], att_upos_name((att_upos)w->upos));
    s->xpos += att_is(col[4], att_xpos_name(m, w->xpos));
    s->feats += att_is(col[5], att_feats_name(m, w->feats));
    s->lemma += att_is(col[2], "_") || att_eq(col[2], w->lemma);
    s->uas += head == gold;
    s->las += head == gold && att_eq(without_subtype(rel), without_subtype(col[7]));
    s->las_full += head == gold && att_eq(rel, col[7]);
}

static void change_case(att_doc *doc, score_case how)
{
    for (uint32_t t = 1; t < doc->toks.n && how != SCORE_AS_IS; t++) {
        att_tok *w = &doc->toks.at[t];
        if (how == SCORE_LOWER) {
            w->form = w->lower;
            continue;
        }
        char *p = att_copy_z(doc->keep, w->lower);
        for (uint32_t i = 0; i < w->lower.len; i++)
            if (att_is_lower((unsigned char)p[i])) p[i] = (char)(p[i] - 32);
        w->form = (att_slice){p, w->lower.len};
    }
}

static _Noreturn void die(const char *path, att_err e)
{
    fprintf(stderr, "%s:%u: %s\n", path, e.offset, e.msg);
    exit(1);
}

score score_file(const att_model *m, const char *path, score_case how, const char *conllu_out)
{
    score s = {0};
    att_mapped map;
    att_err e = att_map_file(&map, path, 0);
    if (att_failed(e)) die(path, e);
    FILE *out = conllu_out ? fopen(conllu_out, "wb") : NULL;
    att_slice file = {(const char *)map.ptr, (uint32_t)map.len}, gold = file, col[10];
    att_arena keep, scratch;
    att_arena_init(&keep, (size_t)1 << 30);
    att_arena_init(&scratch, (size_t)1 << 30);
    att_conllu_reader r;
    att_conllu_open(&r, file);
    for (bool more = true; more;) {
        att_doc doc;
        att_conllu_frame frame;
        att_arena_reset(&keep);
        att_doc_init(&doc, &keep, &scratch, (att_slice){0});
        e = att_conllu_next(&r, &doc, &frame, &more);
        if (att_failed(e)) die(path, e);
        change_case(&doc, how);
        double t0 = cpu_seconds();
        att_tag(m, &doc);
        double t1 = cpu_seconds();
        att_parse_trees(m, &doc);
        s.tag_s += t1 - t0;
        s.parse_s += cpu_seconds() - t1;
        for (uint32_t t = 1; t < doc.toks.n && next_gold(&gold, col); t++) count_word(&s, m, &doc, t, col);
        if (!out) continue;
        att_buf buf = {0};
        att_conllu_write(m, &doc, &(att_conllu_extra){.frame = &frame}, &buf);
        fwrite(buf.ptr, 1, buf.len, out);
        att_buf_release(&buf);
    }
    if (out) fclose(out);
    att_arena_release(&keep);
    att_arena_release(&scratch);
    att_unmap_file(&map);
    return s;
}
