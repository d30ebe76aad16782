#include "position/issue.h"

#include "nlp/verbs.h"
#include "position/topic.h"

static bool plural_only(att_slice w)
{
    static const char *const LIST[] = {"sanctions", "talks", "troops", "negotiations", "rights", "elections", "forces", "weapons", "attacks", "ties", "tariffs", "arms", NULL};
    return att_in(w, LIST);
}

static att_slice noun_form(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    if (k->upos == ATT_PROPN) return k->form;
    return plural_only(k->lower) ? k->lower : k->lemma;
}

/* Adjectives and nouns that narrow the noun down; no articles, numbers, quantities, judging words, owners. */
static void put_modifiers(const att_voices *v, uint32_t head, att_phrase *p)
{
    static const char *const VAGUE[] = {"new", "other", "such", "more", "further", "many", "several", "any", "future", "own", "latest", "recent", NULL};
    const att_doc *doc = v->doc;
    for (uint32_t k = att_next_child(doc, head, 0); k && k < head; k = att_next_child(doc, head, k)) {
        const att_tok *m = &doc->toks.at[k];
        bool narrows = m->deprel == ATT_DEP_COMPOUND || (m->deprel == ATT_DEP_AMOD && m->upos == ATT_ADJ && !att_in(m->lower, VAGUE));
        if (!narrows || att_word_classes(v->lex, m->lemma, 'a') & (ATT_W_GOOD | ATT_W_BAD)) continue;
        att_id men = m->deprel == ATT_DEP_AMOD ? doc->tok_mention[k] : 0;
        if (!men) att_phrase_put(p, m->upos == ATT_PROPN || m->flags & ATT_TOK_CAP ? m->form : m->lower);
    }
}

static void put_noun(const att_voices *v, uint32_t head, att_id holder, uint32_t depth, att_phrase *p)
{
    const att_doc *doc = v->doc;
    att_id men = doc->tok_mention[head];
    att_slice name = men ? att_topic_party_name(doc, men) : (att_slice){0};
    if (name.len && (doc->toks.at[head].upos == ATT_PROPN || doc->toks.at[head].upos == ATT_PRON)) {
        att_phrase_put(p, name);
        return;
    }
    put_modifiers(v, head, p);
    att_phrase_put(p, noun_form(doc, head));
    if (depth == 0) return;
    for (uint32_t k = att_next_child(doc, head, 0); k; k = att_next_child(doc, head, k)) {
        const att_tok *m = &doc->toks.at[k];
        bool owner = m->deprel == ATT_DEP_NMOD_POSS || (m->deprel == ATT_DEP_AMOD && doc->tok_mention[k]);
        if (owner && !att_same_party(doc, doc->tok_mention[k], holder) && doc->tok_mention[k]) {
            att_phrase_put(p, ATT_LIT("of"));
            put_noun(v, k, holder, 0, p);
        } else if (m->deprel == ATT_DEP_NMOD && k > head) {
            uint32_t c = att_child(doc, k, ATT_DEP_CASE, 0);
            if (c) att_phrase_put(p, doc->toks.at[c].lower), put_noun(v, k, holder, depth - 1, p);
        }
    }
}

static bool vowel(char c) { return memchr("aeiou", c, 5) != NULL; }

/* "slap" -> "slapp-": one vowel, one consonant behind it, one syllable. */
static bool doubles(const char *w, uint32_t n)
{
    uint32_t vowels = 0;
    for (uint32_t i = 0; i < n; i++) vowels += vowel(w[i]);
    return n >= 3 && vowels == 1 && vowel(w[n - 2]) && !vowel(w[n - 1]) && !memchr("wxy", w[n - 1], 3);
}

/* "withdraw" -> "withdrawal"; verbs without a noun of their own become "-ing". */
static void put_verb(const att_voices *v, uint32_t tok, bool *noun, att_phrase *p)
{
    att_slice lemma = v->doc->toks.at[tok].lemma;
    const uint32_t *at = att_map_get(&v->lex->nominals, lemma);
    *noun = at != NULL;
    if (at) {
        att_phrase_put(p, v->lex->nominal.at[*at]);
        return;
    }
    char buf[64];
    if (!att_is_verb(lemma)) { /* tagged as one, but none: "open to diplomacy" */
        *noun = true;
        att_phrase_put(p, lemma);
        return;
    }
    if (lemma.len == 0 || lemma.len + 4 > sizeof buf) return;
    memcpy(buf, lemma.ptr, lemma.len);
    uint32_t n = lemma.len;
    if (n > 2 && buf[n - 1] == 'e' && buf[n - 2] != 'e') n--;
    else if (doubles(buf, n)) buf[n] = buf[n - 1], n++;
    memcpy(buf + n, "ing", 3);
    att_phrase_put(p, (att_slice){buf, n + 3});
}

static void put_clause(const att_voices *v, uint32_t tok, att_id holder, att_phrase *p)
{
    const att_doc *doc = v->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[tok]];
    static const char *const SAY_NOTHING[] = {"be", "do", "happen", "go", "come", "occur", "have", "let", "get", NULL};
    bool noun = false, bare = !c->obj && (!c->subj || doc->toks.at[c->subj].upos == ATT_PRON);
    if (bare && att_in(doc->toks.at[tok].lemma, SAY_NOTHING)) return; /* "it won't happen": what "it" is stands elsewhere */
    if (doc->toks.at[tok].upos == ATT_VERB) put_verb(v, tok, &noun, p);
    else put_noun(v, tok, holder, 1, p);
    uint32_t about = c->obj && c->obj != tok ? c->obj : 0;
    if (about) {
        if (noun) att_phrase_put(p, ATT_LIT("of"));
        put_noun(v, about, holder, 1, p);
    } else if (c->subj && c->subj != tok && !att_same_party(doc, doc->tok_mention[c->subj], holder)) {
        att_phrase_put(p, ATT_LIT("of"));
        put_noun(v, c->subj, holder, 0, p);
    }
    for (uint32_t k = att_child(doc, tok, ATT_DEP_OBL, 0); k; k = att_child(doc, tok, ATT_DEP_OBL, k + 1)) {
        uint32_t cs = att_child(doc, k, ATT_DEP_CASE, 0);
        if (!cs || !doc->tok_mention[k] || k < tok) continue;
        att_phrase_put(p, doc->toks.at[cs].lower);
        put_noun(v, k, holder, 0, p);
        break;
    }
}

att_issue att_issue_of(const att_voices *v, const att_subject *about)
{
    att_phrase p = {.len = 0};
    att_issue issue = {.against = false};
    const att_topic *known = att_topic_in(v, about, &p, &issue.against);
    if (!known && v->doc->tok_clause[about->tok]) put_clause(v, about->tok, about->holder, &p);
    else if (!known && v->doc->toks.at[about->tok].upos != ATT_PRON) put_noun(v, about->tok, about->holder, 2, &p);
    issue.phrase = att_copy(v->doc->keep, (att_slice){p.text, p.len});
    issue.group = known && known->group.len ? known->group : issue.phrase;
    return issue;
}
