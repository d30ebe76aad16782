/* cmd_parse.c: raw text, or given tokens, -> CoNLL-U. */
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "cli/batch.h"
#include "cli/parse_json.h"
#include "nlp/conllu.h"
#include "nlp/embedding.h"
#include "text/encoding.h"
#include "text/paras_int.h"
#include "text/reader_source.h"

/* A chunk is parsed as one document; offsets count in the whole input all the same. */
enum { CHUNK_BYTES = 1 << 20, INPUT_BYTES = 1 << 30 };

typedef struct {
    const att_model *model;
    const att_names_model *names;
    att_factuality_way way;
    att_arena keep, scratch;
    att_doc doc;
    bool json;
    att_buf out;
} parsing;

/* ---- output ---- */

/* All that the language layer has beside trees: names, clauses, factuality. Plain CoNLL-U of raw text goes without, for speed. */
static void understand(parsing *p)
{
    att_names_find(p->names, p->model, &p->doc);
    att_clauses_find(p->model, &p->doc);
    att_nominals_find(&p->doc);
    att_factuality_find(&p->way, &p->doc);
}

/* Names as "NER=B-PER" and "NER=I-PER", O for all others; then "Factuality=2.5" of predicates. */
static const att_slice *more_as_misc(parsing *p)
{
    static const char *const KINDS[] = {"O", "PER", "ORG", "LOC", "NORP"};
    att_slice *misc = att_new(&p->keep, att_slice, p->doc.toks.n);
    for (uint32_t t = 1; t < p->doc.toks.n; t++) misc[t] = ATT_LIT("NER=O");
    for (uint32_t i = 1; i < p->doc.names.n; i++) {
        const att_name *n = &p->doc.names.at[i];
        for (uint32_t t = n->tok_beg; t < n->tok_end && n->kind < 5 && n->kind; t++)
            misc[t] = att_format(&p->keep, "NER=%c-%s", t == n->tok_beg ? 'B' : 'I', KINDS[n->kind]);
    }
    float v;
    for (uint32_t t = 1; t < p->doc.toks.n; t++)
        if (att_factuality_at(&p->doc, t, &v)) misc[t] = att_format(&p->keep, "%.*s|Factuality=%.2f", (int)misc[t].len, misc[t].ptr, (double)v);
    return misc;
}

/* ---- raw text ---- */

/* Where the chunk that begins at beg ends: at an empty line if there is one in its second half, else at a line, else at a blank. */
static uint32_t chunk_end(att_slice text, uint32_t beg)
{
    if (text.len - beg <= CHUNK_BYTES) return text.len;
    uint32_t end = beg + CHUNK_BYTES, half = beg + CHUNK_BYTES / 2, line = 0, blank = 0;
    for (uint32_t i = end; i > half; i--) {
        char c = text.ptr[i - 1];
        if (c == '\n' && i >= 2 && text.ptr[i - 2] == '\n') return i;
        if (c == '\n' && !line) line = i;
        if (c == ' ' && !blank) blank = i;
    }
    if (line || blank) return line ? line : blank;
    while (end > half && ((unsigned char)text.ptr[end] & 0xC0) == 0x80) end--; /* not inside a character */
    return end;
}

/* Spans count in the chunk; moved, they count in the whole text, which is what the document then shows. */
static void move_spans(att_doc *doc, att_slice text, uint32_t by)
{
    doc->text = text;
    for (uint32_t i = 1; i < doc->sents.n; i++) doc->sents.at[i].span.beg += by, doc->sents.at[i].span.end += by;
    for (uint32_t i = 1; i < doc->toks.n; i++) doc->toks.at[i].span.beg += by, doc->toks.at[i].span.end += by;
}

/* Not att_worker_parse: that one leaves out bylines and dates, and here every word counts. */
static void parse_raw(parsing *p, att_slice text, uint32_t beg, uint32_t end)
{
    att_doc_init(&p->doc, &p->keep, &p->scratch, att_sub(text, beg, end));
    if (beg) p->doc.meta.id = att_format(&p->keep, "%u", beg); /* sentence ids must differ from those of the first chunk */
    att_paras_split(&p->doc);
    att_tokenize(&p->doc);
    att_fused_part(p->model, &p->doc);
    att_tag(p->model, &p->doc);
    att_parse_trees(p->model, &p->doc);
    if (p->json) understand(p);
    move_spans(&p->doc, text, beg);
    if (p->json)
        cli_parse_json(&p->way, &p->doc, &p->out);
    else
        att_conllu_write(p->model, &p->doc, NULL, &p->out);
}

static void tag_given(parsing *p, const att_conllu_frame *frame)
{
    att_tag(p->model, &p->doc);
    att_parse_trees(p->model, &p->doc);
    understand(p);
    const att_conllu_extra extra = {frame, more_as_misc(p)};
    if (p->json)
        cli_parse_json(&p->way, &p->doc, &p->out);
    else
        att_conllu_write(p->model, &p->doc, &extra, &p->out);
}

/* One step under the arenas' recovery point. given NULL: text[beg, end). */
static att_err step(parsing *p, att_slice text, uint32_t beg, uint32_t end, att_conllu_reader *given, bool *more)
{
    static const att_err FULL = {.code = ATT_E_NOMEM, .msg = "too much memory needed: split the file"};
    jmp_buf oom;
    att_err e = ATT_FINE;
    att_arena_reset(&p->keep);
    att_arena_reset(&p->scratch);
    p->keep.oom = p->scratch.oom = &oom;
    if (setjmp(oom)) {
        p->keep.oom = p->scratch.oom = NULL;
        return FULL;
    }
    if (!given) {
        parse_raw(p, text, beg, end);
    } else {
        att_conllu_frame frame = {0};
        att_doc_init(&p->doc, &p->keep, &p->scratch, (att_slice){0});
        e = att_conllu_next(given, &p->doc, &frame, more);
        if (!att_failed(e) && *more) tag_given(p, &frame);
    }
    p->keep.oom = p->scratch.oom = NULL;
    return p->out.failed ? FULL : e;
}

static int parse_all(parsing *p, att_slice text, const char *path, bool given)
{
    att_conllu_reader reader;
    bool more = true;
    att_conllu_open(&reader, text);
    for (uint32_t beg = 0; given ? more : beg < text.len;) {
        uint32_t end = given ? 0 : chunk_end(text, beg);
        att_err e = step(p, text, beg, end, given ? &reader : NULL, &more);
        if (att_failed(e)) {
            cli_say_err(att_slice_of(path), e);
            return CLI_NOTHING;
        }
        int rc = cli_write_buf(&p->out);
        if (rc) return rc;
        beg = end;
    }
    return CLI_FINE;
}

/* The whole input as UTF-8; it lies in *src or in *made. */
static att_err read_input(const char *path, att_source *src, att_buf *made, att_slice *text)
{
    att_err e = att_source_open(src, path);
    if (att_failed(e)) return e;
    att_source_all(src, INPUT_BYTES);
    if (att_failed(src->err)) return src->err;
    att_slice all = att_source_held(src);
    if (all.len > INPUT_BYTES) return (att_err){.code = ATT_E_TOO_LARGE, .msg = "over 1 GB: split the file"};
    e = att_decode(made, all, (att_slice){0}, text);
    if (att_failed(e)) return e;
    return att_trim(*text).len ? ATT_FINE : (att_err){.code = ATT_E_EMPTY, .msg = "there is no text in it"};
}

int cmd_parse(const cli_args *a)
{
    const char *path = a->paths[0], *from = a->value[OPT_GOLD];
    att_source src = {.fd = -1};
    att_buf made = {0};
    att_slice text = {0};
    if (from && strcmp(from, "conllu") != 0) {
        cli_say("--from knows conllu only, not '%s'", from);
        return CLI_USAGE;
    }
    att_engine *engine = cli_engine(a);
    if (!engine) return CLI_NOTHING;
    parsing p = {.model = engine->model, .names = engine->names, .way = att_engine_factuality(engine), .json = a->value[OPT_JSON] != NULL};
    att_arena_init(&p.keep, ATT_WORKER_BYTES);
    att_arena_init(&p.scratch, ATT_WORKER_BYTES);
    int rc = CLI_NOTHING;
    att_err e = read_input(path, &src, &made, &text);
    if (att_failed(e))
        cli_say_err(att_slice_of(strcmp(path, "-") == 0 ? "standard input" : path), e);
    else
        rc = parse_all(&p, text, path, from != NULL);
    att_source_close(&src);
    att_buf_release(&made);
    att_buf_release(&p.out);
    att_arena_release(&p.keep);
    att_arena_release(&p.scratch);
    att_engine_close(engine);
    return rc;
}
