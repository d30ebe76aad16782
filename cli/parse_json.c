#include "cli/parse_json.h"

#include "nlp/embedding.h"

typedef struct {
    const att_factuality_way *way;
    const att_doc *doc;
    att_buf *out;
    uint32_t first; /* of the sentence's tokens */
} writer;

static void put_token(const writer *w, uint32_t t)
{
    static const char *const KINDS[] = {"", "PER", "ORG", "LOC", "NORP"};
    const att_tok *k = &w->doc->toks.at[t];
    att_putf(w->out, "{\"id\":%u,\"form\":", t - w->first + 1);
    att_put_json(w->out, k->form);
    att_put_z(w->out, ",\"lemma\":");
    att_put_json(w->out, k->lemma);
    att_putf(w->out, ",\"upos\":\"%s\",\"xpos\":", att_upos_name((att_upos)k->upos));
    att_put_json(w->out, att_slice_of(att_xpos_name(w->way->language, k->xpos)));
    att_put_z(w->out, ",\"feats\":");
    att_put_json(w->out, att_slice_of(att_feats_name(w->way->language, k->feats)));
    att_putf(w->out, ",\"head\":%u,\"deprel\":\"%s\",\"span\":[%u,%u]", k->head ? k->head - w->first + 1 : 0,
             att_deprel_name((att_deprel)k->deprel), k->span.beg, k->span.end);
    if (k->ner && k->ner < 5) att_putf(w->out, ",\"name\":\"%s\"", KINDS[k->ner]);
    float v;
    if (att_factuality_at(w->doc, t, &v)) att_putf(w->out, ",\"factuality\":%.2f", (double)v);
    att_put_char(w->out, '}');
}

/* The number of a token in its sentence, or null. */
static void put_ref(const writer *w, const char *key, uint32_t t)
{
    if (t >= w->first) att_putf(w->out, ",\"%s\":%u", key, t - w->first + 1);
    else att_putf(w->out, ",\"%s\":null", key);
}

static void put_embedders(const writer *w, uint32_t tok)
{
    att_embedder e[ATT_MAX_EMBEDDERS];
    uint32_t n = att_embedders_of(w->way->embeds, w->doc, tok, e);
    att_put_z(w->out, ",\"under\":[");
    for (uint32_t i = 0; i < n; i++) {
        att_putf(w->out, "%s{\"id\":%u,\"by\":\"%s\",\"class\":", i ? "," : "", e[i].tok - w->first + 1, att_deprel_name((att_deprel)e[i].rel));
        if (e[i].cls) att_putf(w->out, "\"%s\"", att_embed_name((att_embed)e[i].cls));
        else att_put_z(w->out, "null");
        put_ref(w, "holder", e[i].holder);
        att_putf(w->out, ",\"negated\":%s}", e[i].negated ? "true" : "false");
    }
    att_put_char(w->out, ']');
}

static void put_clause(const writer *w, const att_clause *c)
{
    static const char *const TENSES[] = {"null", "\"past\"", "\"present\"", "\"future\""};
    static const struct {
        uint16_t flag;
        const char *name;
    } FLAGS[] = {{ATT_CL_PASSIVE, "passive"},     {ATT_CL_PERFECT, "perfect"},     {ATT_CL_PROGRESSIVE, "progressive"},
                 {ATT_CL_QUESTION, "question"},   {ATT_CL_CONDITION, "condition"}, {ATT_CL_INFINITIVE, "infinitive"},
                 {ATT_CL_NOMINAL, "nominal"},     {ATT_CL_RELATIVE, "relative"},   {ATT_CL_COPULAR, "copular"},
                 {ATT_CL_PURPOSE, "purpose"}};
    att_putf(w->out, "{\"predicate\":%u", c->tok - w->first + 1);
    put_ref(w, "subject", c->subj);
    put_ref(w, "object", c->obj);
    put_ref(w, "indirect", c->iobj);
    put_ref(w, "agent", c->agent);
    att_putf(w->out, ",\"tense\":%s,\"negated\":%s,\"modal\":", TENSES[c->tense & 3], c->flags & ATT_CL_NEGATED ? "true" : "false");
    if (c->modal.len) att_put_json(w->out, c->modal);
    else att_put_z(w->out, "null");
    att_put_z(w->out, ",\"form\":[");
    bool some = false;
    for (size_t i = 0; i < sizeof FLAGS / sizeof *FLAGS; i++) {
        if (!(c->flags & FLAGS[i].flag)) continue;
        att_putf(w->out, "%s\"%s\"", some ? "," : "", FLAGS[i].name);
        some = true;
    }
    att_put_char(w->out, ']');
    put_embedders(w, c->tok);
    float v;
    if (att_factuality_at(w->doc, c->tok, &v)) att_putf(w->out, ",\"factuality\":%.2f", (double)v);
    att_put_char(w->out, '}');
}

/* Clauses of [sent's tokens], verbs and nouns in the order of the text; *i and *k go on from sentence to sentence. */
static void put_clauses(const writer *w, const att_sent *s, uint32_t *i, uint32_t *k)
{
    const att_doc *doc = w->doc;
    bool some = false;
    att_put_z(w->out, ",\"clauses\":[");
    for (;;) {
        const att_clause *v = *i < doc->clauses.n && doc->clauses.at[*i].tok < s->tok_end ? &doc->clauses.at[*i] : NULL;
        const att_clause *n = *k < doc->nominals.n && doc->nominals.at[*k].tok < s->tok_end ? &doc->nominals.at[*k] : NULL;
        if (!v && !n) break;
        bool verb = v && (!n || v->tok < n->tok);
        if (some) att_put_char(w->out, ',');
        put_clause(w, verb ? v : n);
        *(verb ? i : k) += 1;
        some = true;
    }
    att_put_char(w->out, ']');
}

void cli_parse_json(const att_factuality_way *way, const att_doc *doc, att_buf *out)
{
    writer w = {way, doc, out, 0};
    uint32_t i = 1, k = 1;
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *sent = &doc->sents.at[s];
        w.first = sent->tok_beg;
        att_putf(out, "{\"type\":\"sentence\",\"span\":[%u,%u],\"tokens\":[", sent->span.beg, sent->span.end);
        for (uint32_t t = sent->tok_beg; t < sent->tok_end; t++) {
            if (t > sent->tok_beg) att_put_char(out, ',');
            put_token(&w, t);
        }
        att_put_char(out, ']');
        put_clauses(&w, sent, &i, &k);
        att_put_z(out, "}\n");
    }
}
