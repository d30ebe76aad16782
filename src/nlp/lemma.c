#include "nlp/lemma.h"

#include "base/hash.h"
#include "base/limits.h"

uint32_t att_lemma_case(att_slice form)
{
    uint32_t upper = 0, lower = 0;
    for (uint32_t i = 0; i < form.len; i++) {
        upper += att_is_upper((unsigned char)form.ptr[i]);
        lower += att_is_lower((unsigned char)form.ptr[i]);
    }
    if (upper == 0) return 0;
    if (upper >= 2 && lower == 0) return 2;
    return upper == 1 && att_is_upper((unsigned char)form.ptr[0]) ? 1 : 3;
}

uint64_t att_lemma_word_key(att_slice lower, uint32_t tag, uint32_t kase)
{
    return att_hash2(att_hash(lower), (uint64_t)tag << 8 | kase);
}

uint64_t att_lemma_end_key(att_slice lower, uint32_t n, uint32_t tag, uint32_t kase)
{
    return att_hash2(att_hash(att_sub(lower, lower.len - n, lower.len)), (uint64_t)tag << 8 | kase << 4 | (n + 1));
}

att_slice att_lemma_base(uint32_t base, att_slice form, att_slice lower, char *room)
{
    switch (base) {
    case ATT_BASE_LOWER: return lower;
    case ATT_BASE_FORM: return form;
    case ATT_BASE_TITLE:
        if (lower.len == 0) return lower;
        memcpy(room, lower.ptr, lower.len);
        if (att_is_lower((unsigned char)room[0])) room[0] = (char)(room[0] - 32);
        return (att_slice){room, lower.len};
    default: return (att_slice){0};
    }
}

static uint32_t look_up(const att_lemmas *l, uint64_t key)
{
    uint32_t check = (uint32_t)(key >> 32);
    for (uint32_t i = (uint32_t)key & l->mask;; i = (i + 1) & l->mask) {
        if (l->slots[i].rule == ATT_NO_RULE) return ATT_NO_RULE;
        if (l->slots[i].check == check) return l->slots[i].rule;
    }
}

uint32_t att_lemma_rule(const att_lemmas *l, att_slice form, att_slice lower, uint32_t tag)
{
    uint32_t kase = att_lemma_case(form), r;
    if ((r = look_up(l, att_lemma_word_key(lower, tag, kase))) != ATT_NO_RULE) return r;
    if ((r = look_up(l, att_lemma_word_key(lower, tag, ATT_CASE_ANY))) != ATT_NO_RULE) return r;
    uint32_t most = lower.len < ATT_LEMMA_SUFFIXES ? lower.len : ATT_LEMMA_SUFFIXES;
    for (uint32_t n = most + 1; n-- > 0;)
        if ((r = look_up(l, att_lemma_end_key(lower, n, tag, att_lemma_end_case(tag, kase)))) != ATT_NO_RULE) return r;
    return ATT_NO_RULE;
}

att_slice att_lemma_of(const att_lemmas *l, att_arena *keep, att_slice form, att_slice lower, uint32_t tag)
{
    uint32_t id = att_lemma_rule(l, form, lower, tag);
    att_slice plain = tag >> 16 == ATT_PROPN ? form : lower;
    if (id == ATT_NO_RULE) return plain;
    const att_file_rule *r = &l->rules[id];
    char *room = r->base == ATT_BASE_TITLE ? att_take(keep, (size_t)lower.len + 1, 1) : NULL;
    att_slice base = att_lemma_base(r->base, form, lower, room);
    if (base.len < r->strip || (base.len == r->strip && r->len == 0)) return plain;
    att_slice stem = att_sub(base, 0, base.len - r->strip), end = {l->text + r->at, r->len};
    /* a rule learned on other words must not cut a character in two */
    if (stem.len < base.len && ((unsigned char)base.ptr[stem.len] & 0xC0) == 0x80) return plain;
    if (end.len == 0) return stem;
    if (stem.len == 0) return end; /* points into the model, which outlives every document */
    char *p = att_take(keep, (size_t)stem.len + end.len, 1);
    memcpy(p, stem.ptr, stem.len);
    memcpy(p + stem.len, end.ptr, end.len);
    return (att_slice){p, stem.len + end.len};
}
