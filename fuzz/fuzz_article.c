/* The text of an article through the whole pipeline, and its records as JSON Lines. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "engine/engine.h"
#include "export/jsonl.h"
#include "text/encoding.h"

static const att_engine *engine(void)
{
    static att_engine *e;
    if (!e) {
        att_err err = att_engine_open(&e, NULL);
        if (att_failed(err)) fprintf(stderr, "the engine can't be opened: %s\n", err.msg), exit(1);
    }
    return e;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 16) return 0;
    char *exact = fuzz_exact(data, size);
    att_buf decoded = {0}, out = {0};
    att_article a = {.id = ATT_LIT("fuzz"), .meta = {.published = ATT_NO_DAY}};
    if (!att_failed(att_decode(&decoded, (att_slice){exact, (uint32_t)size}, (att_slice){0}, &a.text)) && !att_failed(att_text_check(a.text))) {
        att_worker w;
        att_worker_init(&w, engine());
        w.tracing = size % 2;
        const att_doc *doc;
        FUZZ_CHECK(!att_failed(att_worker_code(&w, &a, size % 3 ? 19037 : ATT_NO_DAY, &doc)));
        fuzz_check_tokens(doc);
        fuzz_check_trees(doc);
        fuzz_check_records(doc);
        att_jsonl opt = {.frames = engine()->frames, .types = ATT_REC_ALL, .with_text = true};
        att_jsonl_write(&out, doc, &opt);
        FUZZ_CHECK(!out.failed && out.len > 0);
        FUZZ_CHECK(att_utf8_check((att_slice){out.ptr, (uint32_t)out.len}) == out.len);
        att_worker_release(&w);
    }
    att_buf_release(&out);
    att_buf_release(&decoded);
    free(exact);
    return 0;
}
