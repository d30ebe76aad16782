#include "nlp/embed.h"

#include "base/data.h"

static const char *const NAMES[ATT_EMB_COUNT] = {
    "",       "planned",  "intended", "promised", "possible", "conditional", "negated", "denied",  "alleged", "reported",
    "believed", "begun", "ongoing",  "ended",    "asked",    "caused",      "tried",   "factive", "ordered", "doubted"};

const char *att_embed_name(att_embed e) { return NAMES[e]; }

void att_embeds_read(att_embeds *e, att_arena *arena, att_lex *lex)
{
    *e = (att_embeds){0};
    while (att_lex_next(lex))
        for (uint32_t k = 1; k < ATT_EMB_COUNT; k++)
            if (att_is(lex->fields[1], NAMES[k])) *att_map_put(&e->words, arena, lex->fields[0], NULL) = k;
}

void att_embeds_load(att_embeds *e, att_arena *arena)
{
    att_lex lex;
    att_lex_open(&lex, "events/embed.txt", att_data("events/embed.txt"), 3);
    att_embeds_read(e, arena, &lex);
}

att_embed att_embed_find(const att_embeds *e, att_slice lemma, char pos)
{
    char key[80];
    if (lemma.len == 0 || lemma.len + 2 > sizeof key) return ATT_EMB_NONE;
    memcpy(key, lemma.ptr, lemma.len);
    key[lemma.len] = '/';
    key[lemma.len + 1] = pos;
    const uint32_t *at = att_map_get(&e->words, (att_slice){key, lemma.len + 2});
    return at ? (att_embed)*at : ATT_EMB_NONE;
}

char att_embed_pos(uint8_t upos)
{
    switch (upos) {
    case ATT_VERB: return 'v';
    case ATT_NOUN: return 'n';
    case ATT_ADJ: return 'a';
    case ATT_ADV: return 'd';
    case ATT_SCONJ: case ATT_ADP: return 'c';
    default: return 0;
    }
}

att_embed att_embed_at(const att_embeds *e, const att_doc *doc, uint32_t tok)
{
    const att_tok *k = &doc->toks.at[tok];
    char pos = att_embed_pos(k->upos), key[64];
    uint32_t part = pos == 'v' ? att_child(doc, tok, ATT_DEP_COMPOUND_PRT, tok) : 0;
    if (part && k->lemma.len + doc->toks.at[part].lower.len < sizeof key) { /* "rule out", "put off" */
        att_slice p = doc->toks.at[part].lower;
        memcpy(key, k->lemma.ptr, k->lemma.len);
        key[k->lemma.len] = ' ';
        memcpy(key + k->lemma.len + 1, p.ptr, p.len);
        att_embed with = att_embed_find(e, (att_slice){key, k->lemma.len + 1 + p.len}, pos);
        if (with) return with;
    }
    att_embed found = att_embed_find(e, k->lemma, pos);
    return found || pos != 'v' ? found : att_embed_find(e, k->lower, 'a'); /* "planned", "alleged" as adjectives */
}
