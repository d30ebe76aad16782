#include "event/overlay.h"

#include "base/data.h"
#include "base/hash.h"

static const char PREFIX[] = "events/";

static att_slice users(const att_overlay *o, att_slice name)
{
    for (uint32_t i = 0; o && i < o->n; i++)
        if (att_eq(o->at[i].name, name)) return o->at[i].text;
    return (att_slice){0};
}

void att_overlay_open(att_lex *lex, const att_overlay *o, const char *name, uint32_t fields)
{
    att_slice own = users(o, att_slice_of(name + strlen(PREFIX)));
    att_lex_open(lex, own.ptr ? name + strlen(PREFIX) : name, own.ptr ? own : att_data(name), fields);
    if (!own.ptr) return;
    lex->fault = o->fault;
    lex->ctx = o->ctx;
}

static bool embedded(att_slice name)
{
    const att_embedded *f;
    for (uint32_t i = 0; (f = att_data_at(i)) != NULL; i++) {
        att_slice n = att_slice_of(f->name);
        if (att_starts(n, PREFIX) && att_eq(att_sub(n, sizeof PREFIX - 1, n.len), name)) return true;
    }
    return false;
}

bool att_overlay_known(att_slice name) { return att_ends(name, ".txt") && (embedded(name) || att_starts(name, "frames-")); }
bool att_overlay_own_frames(att_slice name) { return att_starts(name, "frames-") && !embedded(name); }

uint64_t att_overlay_hash(const att_overlay *o)
{
    uint64_t h = 0;
    const att_embedded *f;
    for (uint32_t i = 0; (f = att_data_at(i)) != NULL; i++) {
        att_slice n = att_slice_of(f->name);
        if (!att_starts(n, PREFIX)) continue;
        att_slice own = users(o, att_sub(n, sizeof PREFIX - 1, n.len));
        h = att_hash2(h, att_hash(own.ptr ? own : att_data(f->name)));
    }
    for (uint32_t i = 0; o && i < o->n; i++)
        if (att_overlay_own_frames(o->at[i].name)) h = att_hash2(h, att_hash(o->at[i].text));
    return h;
}
