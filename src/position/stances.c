#include "position/stances.h"

#include "base/data.h"
#include "base/lexicon.h"

static const char *const STANCES[ATT_STANCE_COUNT] = {"-", "demands", "offers", "accepts", "rejects", "conditions", "supports", "opposes"};
static const char *const REPLIES[ATT_REPLY_COUNT] = {"-", "confirms", "doubts", "denies", "demands proof"};
static const char *const CLASSES[] = {"light", "good", "bad", "needed", "condition", "report", "denial", "proof", "empty", "message", "false", "charge", "judge", "speech", "true", "prevent", NULL};

const char *att_stance_name(att_stance s) { return s > ATT_SN_NONE && s < ATT_STANCE_COUNT ? STANCES[s] : NULL; }

const char *att_issue_side_name(att_issue_side s)
{
    static const char *const SIDES[] = {NULL, "for", "against", "conditional"};
    return s <= ATT_ISSUE_CONDITIONAL ? SIDES[s] : NULL;
}

const char *att_reply_name(att_reply r) { return r > ATT_RE_NONE && r < ATT_REPLY_COUNT ? REPLIES[r] : NULL; }

uint32_t att_stances_faults(const att_stances *lex) { return lex->faults; }

static uint8_t index_of(att_slice name, const char *const *list, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        if (att_is(name, list[i])) return (uint8_t)i;
    return 0;
}

/* "lemma/pos need need ...", alternatives of a need by ','. The lemma is the key. */
static bool read_pattern(att_entry *e, att_slice *key)
{
    att_slice rest = e->pattern, part;
    if (!att_split(&rest, ' ', key) || key->len < 3 || key->ptr[key->len - 2] != '/') return false;
    e->pos = key->ptr[key->len - 1];
    while (att_split(&rest, ' ', &part)) {
        if (e->need_count == ATT_MAX_NEEDS) return false;
        att_need *need = &e->needs[e->need_count++];
        att_slice alt;
        while (att_split(&part, ',', &alt)) {
            if (need->n == ATT_MAX_ALTS || alt.len == 0) return false;
            need->alts[need->n++] = alt;
        }
    }
    return e->pos == 'v' || e->pos == 'n' || e->pos == 'a';
}

/* Behind the entries of the word that need as much or more. */
static void chain(att_table *t, att_arena *a, att_slice key, uint32_t id)
{
    uint32_t *at = att_map_put(&t->first, a, key, NULL);
    while (*at && t->at.at[*at].need_count >= t->at.at[id].need_count) at = &t->at.at[*at].next;
    t->at.at[id].next = *at;
    *at = id;
}

static void load_table(att_stances *lex, att_table *t, att_arena *a, const char *file, const char *const *names, uint32_t n)
{
    att_lex in;
    att_lex_open(&in, file, att_data(file), 4);
    (void)att_push(a, &t->at);
    while (att_lex_next(&in)) {
        att_entry e = {.pattern = in.fields[0], .plain = index_of(in.fields[1], names, n), .negated = index_of(in.fields[2], names, n)};
        att_slice key;
        bool known = (e.plain || !in.fields[1].len) && (e.negated || !in.fields[2].len);
        if (!known || !read_pattern(&e, &key)) {
            lex->faults++;
            continue;
        }
        *att_push(a, &t->at) = e;
        chain(t, a, key, t->at.n - 1);
    }
}

static void load_words(att_stances *lex, att_arena *a)
{
    att_lex in;
    att_lex_open(&in, "position/words.txt", att_data("position/words.txt"), 3);
    while (att_lex_next(&in)) {
        att_slice rest = in.fields[1], alt;
        uint32_t bits = 0;
        while (att_lex_alt(&rest, &alt))
            for (uint32_t i = 0; CLASSES[i]; i++)
                if (att_is(alt, CLASSES[i])) bits |= 1u << i;
        if (!bits) lex->faults++;
        *att_map_put(&lex->words, a, in.fields[0], NULL) |= bits;
    }
}

/* Words that accuse ("unfair", "a sham") are bad for whoever says them: one list serves events and positions. */
static void load_judging(att_stances *lex, att_arena *a)
{
    att_lex in;
    att_lex_open(&in, "events/classes.txt", att_data("events/classes.txt"), 2);
    while (att_lex_next(&in)) {
        att_slice rest = in.fields[1], word;
        if (!att_starts(in.fields[0], "judging_")) continue;
        char pos = in.fields[0].ptr[in.fields[0].len - 1];
        while (att_lex_alt(&rest, &word)) *att_map_put(&lex->words, a, att_format(a, "%.*s/%c", (int)word.len, word.ptr, pos), NULL) |= ATT_W_BAD;
    }
}

static void load_issues(att_stances *lex, att_arena *a)
{
    att_lex in;
    att_lex_open(&in, "position/issues.txt", att_data("position/issues.txt"), 4);
    while (att_lex_next(&in)) *att_push(a, &lex->topics) = (att_topic){in.fields[0], in.fields[1], att_is(in.fields[2], "-") ? (att_slice){0} : in.fields[2], in.fields[3]};
    att_lex_open(&in, "position/nominals.txt", att_data("position/nominals.txt"), 2);
    while (att_lex_next(&in)) {
        *att_push(a, &lex->nominal) = in.fields[1];
        *att_map_put(&lex->nominals, a, in.fields[0], NULL) = lex->nominal.n - 1;
    }
}

static void load_kindred(att_stances *lex, att_arena *a)
{
    att_lex in;
    uint32_t concept = 0;
    att_lex_open(&in, "position/kindred.txt", att_data("position/kindred.txt"), 2);
    for (; att_lex_next(&in); concept++) {
        att_slice rest = in.fields[1], word;
        if (concept >= 64) lex->faults++;
        *att_push(a, &lex->concepts) = in.fields[0];
        while (concept < 64 && att_lex_alt(&rest, &word)) {
            bool fresh;
            uint32_t *at = att_map_put(&lex->kindred, a, word, &fresh);
            if (fresh) *att_push(a, &lex->kin) = 0, *at = lex->kin.n - 1;
            lex->kin.at[*at] |= 1ull << concept;
        }
    }
}

uint64_t att_concepts_of(const att_stances *lex, att_slice lemma)
{
    const uint32_t *at = att_map_get(&lex->kindred, lemma);
    return at ? lex->kin.at[*at] : 0;
}

bool att_words_kindred(const att_stances *lex, att_slice a, att_slice b) { return (att_concepts_of(lex, a) & att_concepts_of(lex, b)) != 0; }

att_stances *att_stances_open(att_arena *arena)
{
    att_stances *lex = att_new(arena, att_stances, 1);
    load_table(lex, &lex->stances, arena, "position/stances.txt", STANCES, ATT_STANCE_COUNT);
    load_table(lex, &lex->replies, arena, "position/replies.txt", REPLIES, ATT_REPLY_COUNT);
    load_words(lex, arena);
    load_judging(lex, arena);
    load_issues(lex, arena);
    load_kindred(lex, arena);
    return lex;
}

static bool make_key(att_slice lemma, char pos, char buf[80], att_slice *key)
{
    if (lemma.len + 2 > 80) return false;
    for (uint32_t i = 0; i < lemma.len; i++) buf[i] = att_lower_ascii(lemma.ptr[i]);
    buf[lemma.len] = '/';
    buf[lemma.len + 1] = pos;
    *key = (att_slice){buf, lemma.len + 2};
    return true;
}

uint32_t att_word_classes(const att_stances *lex, att_slice lemma, char pos)
{
    char buf[80];
    att_slice key;
    const uint32_t *at = make_key(lemma, pos, buf, &key) ? att_map_get(&lex->words, key) : NULL;
    return at ? *at : 0;
}

uint32_t att_entry_first(const att_table *t, att_slice lemma, char pos)
{
    char buf[80];
    att_slice key;
    const uint32_t *at = make_key(lemma, pos, buf, &key) ? att_map_get(&t->first, key) : NULL;
    return at ? *at : 0;
}

static bool child_is(const att_doc *doc, uint32_t tok, att_deprel a, att_deprel b)
{
    return att_child(doc, tok, a, 0) || att_child(doc, tok, b, 0);
}

/* A preposition may head a nominal under the word, mark a clause there ("accused of stealing"), or be a particle; what stands before the
 * word ("for his campaign") is not its own. */
static bool has_prep(const att_doc *doc, uint32_t tok, att_slice w)
{
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        const att_tok *c = &doc->toks.at[k];
        if (k > tok && att_eq(c->lower, w)) return true;
        uint32_t mark = att_child(doc, k, ATT_DEP_CASE, 0);
        if (!mark) mark = att_child(doc, k, ATT_DEP_MARK, 0);
        if (mark && k > tok && att_eq(doc->toks.at[mark].lower, w)) return true;
    }
    return tok + 1 < doc->toks.n && doc->toks.at[tok + 1].sent == doc->toks.at[tok].sent && att_eq(doc->toks.at[tok + 1].lower, w);
}

/* "to do": not "asked, urging them to stay", nor a participle. */
static bool infinitive(const att_doc *doc, uint32_t tok)
{
    static const uint8_t RELS[] = {ATT_DEP_XCOMP, ATT_DEP_ACL, 0};
    for (const uint8_t *r = RELS; *r; r++) {
        uint32_t k = att_child(doc, tok, (att_deprel)*r, 0);
        att_id c = k ? doc->tok_clause[k] : 0;
        uint32_t to = k ? att_child(doc, k, ATT_DEP_MARK, 0) : 0;
        if (c && (doc->clauses.at[c].flags & ATT_CL_INFINITIVE || (to && att_is(doc->toks.at[to].lower, "to")))) return true;
    }
    return false;
}

/* "allies", "the US and its allies", "they": their present and their subjunctive look alike. */
static bool is_many(const att_doc *doc, uint32_t subj)
{
    static const char *const MANY[] = {"they", "we", "you", "these", "those", NULL};
    const att_tok *k = &doc->toks.at[subj];
    return att_in(k->lower, MANY) || att_child(doc, subj, ATT_DEP_CONJ, 0) || (att_ends(k->lower, "s") && !att_eq(k->lower, k->lemma) && k->upos == ATT_NOUN);
}

/* A that-clause of what shall be ("insisted that he go"), not of what is said to be ("insisted that he was ill", "that they go on").
 * Nobody asks or advises what is. */
static bool wished(const att_doc *doc, uint32_t tok)
{
    static const char *const ASKS[] = {"advise", "ask", NULL};
    uint32_t k = att_child(doc, tok, ATT_DEP_CCOMP, 0);
    const att_clause *c = &doc->clauses.at[doc->tok_clause[k]];
    if (!k || !doc->tok_clause[k] || c->tense == ATT_TENSE_PAST || c->flags & ATT_CL_CONDITION) return false; /* "asked if" */
    if (c->tense != ATT_TENSE_PRESENT) return true;
    if (c->flags & (ATT_CL_COPULAR | ATT_CL_PROGRESSIVE | ATT_CL_PERFECT)) return false;
    if (att_in(doc->toks.at[tok].lemma, ASKS)) return true;
    return att_eq(doc->toks.at[k].lower, doc->toks.at[k].lemma) && !(c->subj && is_many(doc, c->subj));
}

/* An object that is no party: "threatened sanctions", not "threatened Ukraine". */
static bool matter(const att_doc *doc, uint32_t tok)
{
    uint32_t obj = doc->clauses.at[doc->tok_clause[tok]].obj;
    const att_mention *m = &doc->mentions.at[obj ? doc->tok_mention[obj] : 0];
    return doc->tok_clause[tok] && obj && !(m->entity && doc->entities.at[m->entity].political) && doc->toks.at[obj].upos == ATT_NOUN;
}

/* The object of a verb that only carries it ("made a call"). */
static bool carried(const att_stances *lex, const att_doc *doc, uint32_t tok)
{
    uint32_t up = doc->toks.at[tok].deprel == ATT_DEP_OBJ ? doc->toks.at[tok].head : 0;
    return up && att_word_classes(lex, doc->toks.at[up].lemma, 'v') & ATT_W_LIGHT;
}

/* "our request is that they stop" */
static bool equated(const att_doc *doc, uint32_t tok)
{
    att_deprel r = (att_deprel)doc->toks.at[tok].deprel;
    return r == ATT_DEP_NSUBJ_OUTER || (r == ATT_DEP_NSUBJ && att_child(doc, doc->toks.at[tok].head, ATT_DEP_COP, 0));
}

/* "with Moscow's support", "assured him of Moscow's support" */
static bool lent(const att_doc *doc, uint32_t tok)
{
    uint32_t c = att_child(doc, tok, ATT_DEP_CASE, 0);
    return c && (att_is(doc->toks.at[c].lower, "with") || att_is(doc->toks.at[c].lower, "of")) && att_child(doc, tok, ATT_DEP_NMOD_POSS, 0);
}

static bool holds(const att_stances *lex, const att_doc *doc, uint32_t tok, att_slice alt)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[tok]];
    if (att_is(alt, "obj")) return doc->tok_clause[tok] && c->obj != 0;
    if (att_is(alt, "matter")) return matter(doc, tok);
    if (att_is(alt, "xcomp")) return infinitive(doc, tok);
    if (att_is(alt, "ccomp")) return child_is(doc, tok, ATT_DEP_CCOMP, ATT_DEP_CSUBJ);
    if (att_is(alt, "outer")) return equated(doc, tok);
    if (att_is(alt, "lent")) return lent(doc, tok);
    if (att_is(alt, "whole")) return !(doc->tok_clause[tok] && c->obj);
    if (att_is(alt, "light")) return carried(lex, doc, tok);
    if (att_is(alt, "irrealis")) return wished(doc, tok);
    if (att_is(alt, "acl")) return child_is(doc, tok, ATT_DEP_ACL, ATT_DEP_CCOMP);
    if (att_is(alt, "cop")) return child_is(doc, tok, ATT_DEP_COP, ATT_DEP_COP);
    if (att_is(alt, "passive")) return (c->flags & ATT_CL_PASSIVE) != 0;
    return has_prep(doc, tok, alt);
}

static bool fires(const att_stances *lex, const att_entry *e, const att_doc *doc, uint32_t tok)
{
    for (uint32_t i = 0; i < e->need_count; i++) {
        bool any = false;
        for (uint32_t k = 0; k < e->needs[i].n && !any; k++) any = holds(lex, doc, tok, e->needs[i].alts[k]);
        if (!any) return false;
    }
    return true;
}

static uint32_t lookup(const att_stances *lex, const att_table *t, const att_doc *doc, uint32_t tok, att_slice word, char pos)
{
    for (uint32_t i = att_entry_first(t, word, pos); i; i = t->at.at[i].next)
        if (fires(lex, &t->at.at[i], doc, tok)) return i;
    return 0;
}

/* A participle may be an adjective for the lexicon ("opposed", "committed"). */
uint32_t att_entry_at(const att_stances *lex, const att_table *t, const att_doc *doc, uint32_t tok)
{
    const att_tok *k = &doc->toks.at[tok];
    if (k->deprel == ATT_DEP_CASE || k->deprel == ATT_DEP_COMPOUND) return 0;
    uint32_t hit = 0;
    switch (k->upos) {
    case ATT_VERB:
        if (k->deprel == ATT_DEP_AMOD) return 0;
        hit = lookup(lex, t, doc, tok, k->lower, 'a');
        return hit ? hit : lookup(lex, t, doc, tok, k->lemma, 'v');
    case ATT_ADJ:
        hit = lookup(lex, t, doc, tok, k->lower, 'a');
        return hit || k->deprel == ATT_DEP_AMOD ? hit : lookup(lex, t, doc, tok, k->lemma, 'v');
    case ATT_NOUN: case ATT_PROPN: return lookup(lex, t, doc, tok, k->lemma, 'n');
    default: return 0;
    }
}
