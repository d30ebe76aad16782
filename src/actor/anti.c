/* anti.c: whom "anti-government" and "anti-American" are against. The compound is an adjective of its own, so that nobody takes its second half
 * for a nationality of the noun ("anti-American protesters"): its mention is found by the compound's token only through att_anti_at. */
#include "actor/coref.h"

static const char PREFIX[] = "anti-";

static bool can_be_meant(const att_kb_entry *e)
{
    static const char *const RULERS[] = {"government", "regime", "junta", NULL};
    switch (e->kind) {
    case ATT_KB_COUNTRY: case ATT_KB_ADJECTIVE: case ATT_KB_ORG: case ATT_KB_ORGAN: case ATT_KB_PERSON: case ATT_KB_SURNAME: return true;
    case ATT_KB_ROLE: return att_in(e->name, RULERS);
    default: return false;
    }
}

void att_anti_mention(att_cast *c, uint32_t t)
{
    static const uint8_t ORDER[] = {ATT_KB_ROLE, ATT_KB_COUNTRY, ATT_KB_ADJECTIVE, ATT_KB_ORGAN, ATT_KB_ORG, ATT_KB_PERSON, ATT_KB_SURNAME, 0};
    att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[t];
    char fold[ATT_FOLD_MAX];
    if (!att_starts(k->lower, PREFIX)) return;
    att_slice rest = att_sub(k->form, sizeof PREFIX - 1, k->form.len);
    uint32_t n = rest.len ? att_fold(rest, fold) : 0, first = n ? att_kb_find(c->kb, (att_slice){fold, n}) : 0;
    for (const uint8_t *kind = ORDER; first && *kind; kind++) {
        uint32_t id = att_entry_of(c, first, (att_kb_kind)*kind);
        if (!id || !can_be_meant(att_entry(c, id)) || (*kind != ATT_KB_ROLE && !att_is_upper((unsigned char)rest.ptr[0]))) continue;
        att_element *e = att_push(doc->scratch, &c->els);
        *e = (att_element){.beg = t, .end = t + 1, .top = t, .entry = first, .kind = ATT_EL_KB, .kb_kind = *kind};
        att_traits traits = {0};
        att_traits_gather(c, c->els.n - 1, &traits, 0);
        att_resolved r = att_resolve(c, c->els.n - 1, &traits);
        if (!r.entity) return;
        *att_add(doc, mentions) = (att_mention){.span = {k->span.beg + (uint32_t)sizeof PREFIX - 1, k->span.end}, .tok_beg = t, .tok_end = t + 1, .head = t, .entity = r.entity,
                                                .form = ATT_MEN_ADJECTIVE, .how = r.how};
        return;
    }
}

att_id att_anti_at(const att_doc *doc, uint32_t tok)
{
    if (!att_starts(doc->toks.at[tok].lower, PREFIX)) return 0;
    for (att_id m = 1; m < doc->mentions.n; m++)
        if (doc->mentions.at[m].head == tok && doc->mentions.at[m].tok_beg == tok) return m;
    return 0;
}
