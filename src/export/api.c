/* api.c: the public header over the engine. Thin: what it adds is checking what comes from outside. */
#define ATT_BUILD_SHARED 1 /* these functions, and no others, are seen from outside the shared library */
#include "attache/attache.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "engine/engine.h"
#include "export/jsonl.h"

struct att_coder {
    att_worker worker;
    att_article article;
};

static att_err fault(att_code code, const char *msg, uint32_t offset)
{
    return (att_err){.code = code, .stage = ATT_STAGE_EXPORT, .offset = offset, .msg = msg};
}

uint32_t att_version_number(void) { return ATT_VERSION_NUMBER; }
const char *att_version_text(void) { return ATT_VERSION; }

att_err att_open(att_engine **out, const char *model_path) { return att_engine_open(out, model_path); }
void att_close(att_engine *engine) { att_engine_close(engine); }

att_err att_coder_new(att_coder **out, const att_engine *engine)
{
    *out = calloc(1, sizeof **out);
    if (!*out) return fault(ATT_E_NOMEM, "not enough memory", 0);
    att_worker_init(&(*out)->worker, engine);
    return ATT_FINE;
}

void att_coder_free(att_coder *coder)
{
    if (!coder) return;
    att_worker_release(&coder->worker);
    free(coder);
}

void att_coder_option(att_coder *coder, att_option option, bool on)
{
    if (option == ATT_OPTION_FUTURE_RULES) coder->worker.events.no_future_rules = !on;
    if (option == ATT_OPTION_LEARNED) coder->worker.events.rules_only = !on;
}

att_request att_request_of(const char *id, const char *text, uint32_t length)
{
    return (att_request){.id = att_slice_of(id), .text = {text, length}, .published = ATT_NO_DAY};
}

/* The stages rely on all of this. */
static att_err check(const att_request *r)
{
    if (r->id.len == 0) return fault(ATT_E_USAGE, "a text needs an id: records are named after it", 0);
    if (r->text.len > ATT_MAX_DOC_BYTES) return fault(ATT_E_TOO_LARGE, "over 16 MB in one text: split it", 0);
    if (att_trim(r->text).len == 0) return fault(ATT_E_EMPTY, "there is no text in it", 0);
    uint32_t bad = att_utf8_check(r->text);
    if (bad < r->text.len) return fault(ATT_E_USAGE, "the text is not UTF-8: convert it first", bad);
    return ATT_FINE;
}

static att_err run(att_coder *c, const att_request *r, bool coding, const att_doc **doc)
{
    *doc = NULL;
    att_err e = check(r);
    if (att_failed(e)) return e;
    c->article = (att_article){.id = r->id, .text = r->text};
    c->article.meta.title = r->title;
    c->article.meta.outlet = r->outlet;
    c->article.meta.url = r->url;
    c->article.meta.published = r->published;
    e = coding ? att_worker_code(&c->worker, &c->article, ATT_NO_DAY, doc) : att_worker_parse(&c->worker, &c->article, doc);
    if (att_failed(e)) *doc = NULL;
    return e;
}

att_err att_code_text(att_coder *c, const att_request *r, const att_doc **doc) { return run(c, r, true, doc); }
att_err att_parse_text(att_coder *c, const att_request *r, const att_doc **doc) { return run(c, r, false, doc); }

att_err att_parse(att_coder *c, const char *text, uint32_t length, const att_doc **doc)
{
    const att_request ask = att_request_of("text", text, length);
    return run(c, &ask, false, doc);
}

att_labels att_labels_of(const att_engine *e, const att_tok *t)
{
    return (att_labels){att_upos_name((att_upos)t->upos), att_xpos_name(e->model, t->xpos), att_feats_name(e->model, t->feats),
                        att_deprel_name((att_deprel)t->deprel)};
}

bool att_factuality(const att_doc *doc, uint32_t tok, float *value) { return att_factuality_at(doc, tok, value); }

static att_err emit(const att_doc *doc, const att_jsonl *opt, att_id_set *ids, att_buf *line, att_record_fn each, void *ctx)
{
    for (int t = 0; t < ATT_REC_COUNT; t++) {
        uint32_t n = opt->types & ATT_REC_BIT(t) ? att_record_count(doc, (att_record)t) : 0;
        for (uint32_t i = 0; i < n; i++) {
            att_buf_clear(line);
            att_jsonl_record(line, doc, opt, (att_record)t, t == ATT_REC_DOCUMENT ? 0 : i + 1, ids);
            if (line->failed || ids->failed) return fault(ATT_E_NOMEM, "not enough memory for the records", 0);
            if (line->len > UINT32_MAX) return fault(ATT_E_TOO_LARGE, "a record of over 4 GB", 0);
            if (!each(ctx, (att_slice){line->ptr, (uint32_t)line->len})) return ATT_FINE;
        }
    }
    return ATT_FINE;
}

att_err att_records(att_coder *c, const att_doc *doc, const char *types, att_record_fn each, void *ctx)
{
    att_jsonl opt = {.frames = c->worker.engine->frames, .types = ATT_REC_DEFAULT};
    att_slice bad;
    att_id_set ids = {0};
    att_buf line = {0};
    if (types && !att_record_types(att_slice_of(types), &opt.types, &bad)) return fault(ATT_E_USAGE, "there is no such record type", 0);
    att_err e = emit(doc, &opt, &ids, &line, each, ctx);
    att_buf_release(&line);
    att_id_set_release(&ids);
    return e;
}
