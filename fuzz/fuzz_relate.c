/* One marked sentence -> one coded relation: there is always an answer. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "engine/relate.h"
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
    if (size > 1 << 14) return 0;
    char *exact = fuzz_exact(data, size);
    att_slice marked = {exact, (uint32_t)size};
    att_buf decoded = {0};
    if (!att_failed(att_decode(&decoded, marked, (att_slice){0}, &marked)) && !att_failed(att_text_check(marked))) {
        att_worker w;
        att_worker_init(&w, engine());
        att_relation r;
        FUZZ_CHECK(!att_failed(att_relate(&w, marked, &r)));
        FUZZ_CHECK(r.type > ATT_EV_NONE && r.type < ATT_EVENT_TYPE_COUNT);
        FUZZ_CHECK(r.cameo.len >= 2 && r.confidence >= 0 && r.confidence <= 1);
        att_worker_release(&w);
    }
    att_buf_release(&decoded);
    free(exact);
    return 0;
}
