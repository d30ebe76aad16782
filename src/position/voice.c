#include "position/voice.h"

/* First token that ends after byte. */
static uint32_t token_at(const att_doc *doc, uint32_t byte)
{
    uint32_t lo = 1, hi = doc->toks.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->toks.at[mid].span.end > byte) hi = mid;
        else lo = mid + 1;
    }
    return lo;
}

static uint32_t width(const att_doc *doc, att_id s) { return doc->statements.at[s].content.end - doc->statements.at[s].content.beg; }

void att_voices_open(att_voices *v, const att_stances *lex, att_doc *doc)
{
    *v = (att_voices){.lex = lex, .doc = doc, .said_in = att_new(doc->scratch, att_id, doc->toks.n), .event_at = att_new(doc->scratch, att_id, doc->toks.n)};
    for (att_id i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        for (uint32_t t = token_at(doc, s->content.beg); t < doc->toks.n && doc->toks.at[t].span.beg < s->content.end; t++)
            if (t != s->cue_tok && (!v->said_in[t] || width(doc, i) <= width(doc, v->said_in[t]))) v->said_in[t] = i;
    }
    for (att_id i = 1; i < doc->events.n; i++) v->event_at[doc->events.at[i].trigger] = i;
}

att_id att_voice_of(const att_voices *v, uint32_t tok)
{
    const att_statement *s = &v->doc->statements.at[v->said_in[tok]];
    return v->said_in[tok] ? s->speaker : 0;
}

/* States, bodies, offices, groups and persons take positions; places, things and unresolved "it" don't. */
static bool stands_for(const att_doc *doc, att_id m)
{
    const att_mention *men = &doc->mentions.at[m];
    if (!m || men->as_place) return false;
    if (men->members.n) return true;
    const att_entity *e = &doc->entities.at[men->entity];
    return men->entity && (e->political || e->kind == ATT_KIND_PERSON || e->kind == ATT_KIND_ORG || e->kind == ATT_KIND_GROUP);
}

static att_id owner_inside(const att_voices *v, uint32_t noun);

att_id att_party(const att_voices *v, uint32_t tok)
{
    static const char *const FIRST[] = {"i", "we", "me", "us", "my", "our", "ours", "mine", NULL};
    const att_doc *doc = v->doc;
    if (!tok || doc->toks.at[tok].deprel == ATT_DEP_EXPL) return 0;
    att_id m = doc->tok_mention[tok];
    if (doc->toks.at[tok].upos == ATT_PRON && att_in(doc->toks.at[tok].lower, FIRST)) { /* "the US" is not "us" */
        att_id who = att_voice_of(v, tok);
        if (who) return m && att_same_entity(doc, m, who) ? m : who;
    }
    if (stands_for(doc, m)) return m;
    bool message = (att_word_classes(v->lex, doc->toks.at[tok].lemma, 'n') & ATT_W_MESSAGE) != 0;
    return message ? owner_inside(v, tok) : 0; /* only ever down the tree */
}

/* Children by which a noun names its owner, best first. */
static att_id owner_inside(const att_voices *v, uint32_t noun)
{
    static const uint8_t DIRECT[] = {ATT_DEP_NMOD_POSS, ATT_DEP_AMOD, ATT_DEP_COMPOUND, ATT_DEP_NMOD_DESC, 0};
    static const char *const BY[] = {"by", "from", "among", NULL};
    const att_doc *doc = v->doc;
    for (const uint8_t *r = DIRECT; *r; r++)
        for (uint32_t k = att_child(doc, noun, (att_deprel)*r, 0); k; k = att_child(doc, noun, (att_deprel)*r, k + 1)) {
            att_id m = att_party(v, k);
            if (m) return m;
        }
    for (uint32_t k = att_next_child(doc, noun, 0); k; k = att_next_child(doc, noun, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        uint32_t c = r == ATT_DEP_NMOD || r == ATT_DEP_OBL_AGENT ? att_child(doc, k, ATT_DEP_CASE, 0) : 0;
        att_id m = c && att_in(doc->toks.at[c].lower, BY) ? att_party(v, k) : 0;
        if (m) return m;
    }
    return 0;
}

/* "expressed support", "made a call", "there was opposition from": the verb only carries the noun. */
static att_id owner_above(const att_voices *v, uint32_t noun)
{
    const att_doc *doc = v->doc;
    while (doc->toks.at[noun].deprel == ATT_DEP_CONJ && doc->toks.at[noun].head) noun = doc->toks.at[noun].head;
    const att_tok *n = &doc->toks.at[noun];
    uint32_t up = n->head;
    if (!up) return 0;
    bool light = (att_word_classes(v->lex, doc->toks.at[up].lemma, 'v') & ATT_W_LIGHT) != 0;
    switch (n->deprel) {
    case ATT_DEP_OBJ: case ATT_DEP_OBL: case ATT_DEP_NSUBJ_PASS: return light ? att_subject_party(v, up) : 0;
    case ATT_DEP_NMOD: /* "voiced a message of support" */
    case ATT_DEP_XCOMP: return light ? att_subject_party(v, up) : 0;
    default: return 0;
    }
}

att_id att_owner(const att_voices *v, uint32_t noun)
{
    att_id m = owner_inside(v, noun);
    return m ? m : owner_above(v, noun);
}

uint32_t att_subject_of(const att_doc *doc, uint32_t tok)
{
    uint32_t w = tok;
    for (uint32_t steps = 0; w && steps < 4; steps++) {
        att_id c = doc->tok_clause[w];
        const att_clause *cl = &doc->clauses.at[c];
        bool feeling = doc->toks.at[w].upos != ATT_VERB || w != tok;
        if (c && cl->subj) return cl->subj;
        if (c && feeling && cl->obj && (cl->flags & ATT_CL_PASSIVE)) return cl->obj;
        uint32_t own = att_child(doc, w, ATT_DEP_NSUBJ, 0);
        if (own) return own;
        switch (doc->toks.at[w].deprel) {
        case ATT_DEP_XCOMP: case ATT_DEP_ADVCL: case ATT_DEP_CONJ: w = doc->toks.at[w].head; break;
        case ATT_DEP_ACL: case ATT_DEP_AMOD: return doc->toks.at[w].head;
        default: return 0;
        }
    }
    return 0;
}

att_id att_subject_party(const att_voices *v, uint32_t tok) { return att_party(v, att_subject_of(v->doc, tok)); }

bool att_same_entity(const att_doc *doc, att_id a, att_id b)
{
    if (!a || !b) return false;
    att_id x = doc->mentions.at[a].entity, y = doc->mentions.at[b].entity;
    return a == b || (x && x == y);
}

bool att_same_party(const att_doc *doc, att_id a, att_id b)
{
    if (att_same_entity(doc, a, b)) return true;
    if (!a || !b) return false;
    att_slice x = doc->entities.at[doc->mentions.at[a].entity].code, y = doc->entities.at[doc->mentions.at[b].entity].code;
    return x.len && att_eq(x, y);
}
