#include "actor/element.h"

#include "base/civil.h"

static const char *const PRONOUNS[] = {"he", "she", "him", "her", "his", "hers", "himself", "herself", "it", "its", "itself", "they", "them",
                                       "their", "theirs", "themselves", "we", "us", "our", "ours", "i", "me", "my", "mine", "myself", "ourselves", NULL};

static bool in_term(const att_kb_entry *e, att_day day) { return day == ATT_NO_DAY || (e->from <= day && day <= e->to); }

static bool rules_state(const att_kb_entry *e) { return att_kb_leads(e->office) && att_is(e->sector, "GOV"); }

uint32_t att_entry_of(const att_cast *c, uint32_t first, att_kb_kind kind)
{
    uint32_t best = 0;
    for (uint32_t i = first; i; i = att_entry(c, i)->next) {
        const att_kb_entry *e = att_entry(c, i);
        if (e->kind != kind) continue;
        if (in_term(e, c->day) && c->day != ATT_NO_DAY) return i;
        /* without a day the term at the head of a state is the likeliest; out of office: the last term that had begun by then, else the first one known */
        bool heads = c->day == ATT_NO_DAY && kind == ATT_KB_PERSON && best && rules_state(e) && !rules_state(att_entry(c, best));
        /* a party's standing changes with elections: undated, it is a party */
        heads |= c->day == ATT_NO_DAY && kind == ATT_KB_ORG && best && att_is(e->sector, "PTY") && att_is(att_entry(c, best)->sector, "OPP");
        if (!best || heads || (c->day != ATT_NO_DAY && e->from <= c->day && e->from > att_entry(c, best)->from)) best = i;
    }
    return best && kind == ATT_KB_PERSON ? att_kb_term(c->kb, best, c->day) : best;
}

static bool upper_run(const att_cast *c, uint32_t beg, uint32_t end)
{
    for (uint32_t t = beg; t < end; t++) {
        att_slice f = c->doc->toks.at[t].form;
        for (uint32_t i = 0; i < f.len; i++)
            if (att_is_lower((unsigned char)f.ptr[i])) return false;
    }
    return true;
}

/* "Thousands marched": a bare number of people. "Thousands of troops" are troops. */
static bool is_crowd(const att_doc *doc, uint32_t t)
{
    static const char *const CROWDS[] = {"thousands", "hundreds", "dozens", "scores", "millions", "tens", NULL};
    return att_in(doc->toks.at[t].lower, CROWDS);
}

static bool stands_for_people(const att_doc *doc, uint32_t t)
{
    uint8_t r = doc->toks.at[t].deprel;
    uint32_t of = att_child(doc, t, ATT_DEP_NMOD, 0);
    return (r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS) && (!of || is_crowd(doc, of));
}

/* Is the word beside it in capitals too, as in a headline? */
static bool capitals_around(const att_cast *c, uint32_t beg, uint32_t end)
{
    const att_doc *doc = c->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[beg].sent];
    return (beg > s->tok_beg && (doc->toks.at[beg - 1].flags & ATT_TOK_UPPER)) || (end < s->tok_end && (doc->toks.at[end].flags & ATT_TOK_UPPER));
}

/* "He spoke in English", "she teaches Arabic": a language, and nobody of that nation. */
static bool is_language(const att_doc *doc, uint32_t t)
{
    static const char *const INTO[] = {"in", "into", "from", NULL};
    static const char *const VERBS[] = {"speak", "learn", "teach", "study", "understand", "read", "write", "translate", "know", NULL};
    const att_tok *k = &doc->toks.at[t];
    if ((k->deprel != ATT_DEP_OBJ && k->deprel != ATT_DEP_OBL && k->deprel != ATT_DEP_NMOD) || att_child(doc, t, ATT_DEP_DET, 0) || att_is(k->lemma, "people")) return false;
    uint32_t kase = att_child(doc, t, ATT_DEP_CASE, 0);
    return kase ? att_in(doc->toks.at[kase].lower, INTO) : k->deprel == ATT_DEP_OBJ && att_in(doc->toks.at[k->head].lemma, VERBS);
}

static bool of_continent(const att_doc *doc, uint32_t t)
{
    static const char *const PARTS[] = {"North", "South", "Latin", "Central", NULL};
    return t > 1 && att_in(doc->toks.at[t - 1].form, PARTS);
}

/* "Stephen King", "Amit Shah": a title that ends a person's name behind a given name is his surname. */
static bool ends_name(const att_cast *c, uint32_t t)
{
    const att_doc *doc = c->doc;
    if (t < 2 || doc->toks.at[t].ner != ATT_NAME_PER || doc->toks.at[t - 1].ner != ATT_NAME_PER || !(doc->toks.at[t].flags & ATT_TOK_CAP)) return false;
    bool last = t + 1 >= doc->toks.n || doc->toks.at[t + 1].ner != ATT_NAME_PER;
    return last && att_kb_gender(c->kb, att_cut(doc, doc->toks.at[t - 1].span));
}

/* "Victor Lopez", "Hunter Biden": a role that is a given name too, before another word of a person's name. "Prince Charles" has a title. */
static bool begins_name(const att_cast *c, uint32_t t)
{
    static const char *const TITLES[] = {"king", "major", "marine", "mullah", "prince", "princess", "queen", NULL};
    const att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[t];
    bool person = k->ner == ATT_NAME_PER && t + 1 < doc->toks.n && doc->toks.at[t + 1].sent == k->sent && doc->toks.at[t + 1].ner == ATT_NAME_PER;
    return person && (k->flags & ATT_TOK_CAP) && !att_in(k->lower, TITLES) && att_kb_gender(c->kb, k->form);
}

/* Without capitals "the new forum" is any forum, unless the body of that name existed when the article was written. */
static bool gone(const att_cast *c, const att_kb_entry *e)
{
    enum { YEAR = 366 };
    if (!c->lowercase || e->kind != ATT_KB_ORG || c->day == ATT_NO_DAY) return false;
    return (e->to != INT32_MAX && e->to + YEAR < c->day) || (e->from != INT32_MIN && e->from - YEAR > c->day);
}

/* "President's rule" over an Indian state: no president does it. */
static bool is_rule(const att_doc *doc, uint32_t t)
{
    enum { NEAR = 4 };
    if (!att_is(doc->toks.at[t].lower, "president")) return false;
    for (uint32_t k = t + 1; k < doc->toks.n && k <= t + NEAR && doc->toks.at[k].sent == doc->toks.at[t].sent; k++) {
        if (att_is(doc->toks.at[k].lower, "rule")) return k > t + 1;
        if (doc->toks.at[k].form.len > 2) return false; /* 's */
    }
    return false;
}

/* "A state of alert", "a state of emergency", "nation-building": how things are, no body. */
static bool is_condition(const att_doc *doc, uint32_t t)
{
    if (is_rule(doc, t)) return true;
    static const char *const COMPOUND[] = {"nation", "state", "country", NULL};
    /* "a 12-nation deal", "six-party talks" */
    bool counted = t > 2 && att_is(doc->toks.at[t - 1].form, "-") && doc->toks.at[t - 1].span.end == doc->toks.at[t].span.beg && doc->toks.at[t - 2].upos == ATT_NUM;
    if (counted) return true;
    bool joined = t + 1 < doc->toks.n && att_is(doc->toks.at[t + 1].form, "-") && doc->toks.at[t + 1].span.beg == doc->toks.at[t].span.end;
    if (joined && att_in(doc->toks.at[t].lower, COMPOUND)) return true;
    static const char *const THINGS[] = {"affairs", "alarm", "alert", "calm", "chaos", "collapse", "confusion", "crisis", "decay", "disarray", "emergency", "exception", "fear", "flux", "health", "limbo",
                                         "mind", "panic", "play", "preparedness", "readiness", "shock", "siege", "tension", "terror", "uncertainty", "war", NULL};
    if (!att_is(doc->toks.at[t].lower, "state") || t + 2 >= doc->toks.n || !att_is(doc->toks.at[t + 1].lower, "of")) return false;
    for (uint32_t k = t + 2; k < doc->toks.n && k < t + 5; k++)
        if (att_in(doc->toks.at[k].lower, THINGS)) return true;
    return false;
}

/* "Miners union chief Simon Reyes": a noun, whatever the tagger says, between what he heads and his name. */
static bool titles_chief(const att_doc *doc, uint32_t beg, uint32_t end)
{
    if (end - beg > 1) return true;
    const att_tok *k = &doc->toks.at[beg], *before = k - 1, *next = k + 1;
    bool inside = before->sent == k->sent && end < doc->toks.n && next->sent == k->sent;
    return att_is(k->lower, "chief") && inside && (before->upos == ATT_NOUN || before->upos == ATT_PROPN) && next->upos == ATT_PROPN;
}

/* "The former Danish colony": whose it was is not who governs it. */
static bool of_colony(const att_doc *doc, uint32_t end)
{
    static const char *const COLONIES[] = {"colony", "colonies", "protectorate", "protectorates", NULL};
    return end < doc->toks.n && doc->toks.at[end].sent == doc->toks.at[end - 1].sent && att_in(doc->toks.at[end].lower, COLONIES);
}

/* The outlet that the article comes from, named like a party or a firm: "told Vox". */
bool att_is_outlet(const att_cast *c, uint32_t beg, uint32_t end)
{
    char own[ATT_FOLD_MAX], text[ATT_FOLD_MAX];
    att_slice outlet = c->doc->meta.outlet, host = att_starts(outlet, "www.") ? att_sub(outlet, 4, outlet.len) : outlet;
    uint32_t dot = att_find(host, ATT_LIT("."), 0);
    if (!outlet.len) return false;
    uint32_t n = att_fold(att_sub(host, 0, dot), own), m = att_fold(att_cut(c->doc, att_tok_span(c->doc, beg, end)), text);
    return n && att_eq((att_slice){own, n}, (att_slice){text, m});
}

/* May this entry be what tokens [beg, end) say? Spelling with capitals and part of speech must fit. */
static bool fits(const att_cast *c, const att_kb_entry *e, uint32_t beg, uint32_t end)
{
    const att_tok *k = &c->doc->toks.at[beg], *last = &c->doc->toks.at[end - 1];
    if (e->capitals && !(c->lowercase && e->name.len > 3) && !upper_run(c, beg, end)) return false;
    if (e->capitals && c->lowercase && last->upos != ATT_PROPN && last->upos != ATT_NOUN) return false;
    if (e->capital && !c->lowercase && !(k->flags & ATT_TOK_CAP)) return false;
    if (gone(c, e) || (e->kind == ATT_KB_ORG && !att_is(e->sector, "JRN") && att_is_outlet(c, beg, end))) return false;
    if (c->lowercase && end - beg == 1 && e->kind != ATT_KB_ROLE && k->upos != ATT_PROPN && k->upos != ATT_NOUN && k->upos != ATT_ADJ) return false;
    if (e->kind == ATT_KB_ROLE && end - beg == 1 && (ends_name(c, beg) || begins_name(c, beg) || is_condition(c->doc, beg))) return false;
    if (e->kind == ATT_KB_ROLE && is_crowd(c->doc, end - 1)) return stands_for_people(c->doc, end - 1);
    if (e->kind == ATT_KB_ROLE && last->upos == ATT_ADJ) return titles_chief(c->doc, beg, end);
    if (e->kind == ATT_KB_ROLE) return last->upos == ATT_NOUN || last->upos == ATT_PROPN || (end - beg > 1 && last->upos != ATT_VERB);
    /* surnames are other words too: "Top officials", "Young voters", "Long queues" */
    if (e->kind == ATT_KB_SURNAME) {
        bool opens = last->deprel == ATT_DEP_AMOD && (last->flags & ATT_TOK_FIRST);
        bool nominal = last->upos != ATT_VERB && last->upos != ATT_AUX && last->upos != ATT_ADV && !(last->upos == ATT_ADJ && end - beg == 1 && (last->flags & ATT_TOK_FIRST));
        /* "the Petro" is a coin; "NZI" in a sentence of small letters is no N'Zi */
        bool thing = att_child(c->doc, end - 1, ATT_DEP_DET, 0) && !att_child(c->doc, end - 1, ATT_DEP_AMOD, 0);
        bool short_caps = (last->flags & ATT_TOK_UPPER) && last->form.len <= 4 && !capitals_around(c, beg, end);
        if (thing || short_caps) return false;
        bool starts = (k->flags & ATT_TOK_FIRST) && k->ner != ATT_NAME_PER; /* "Glass is cheap": capitals tell nothing there */
        return !opens && (last->upos == ATT_PROPN || ((k->flags & ATT_TOK_CAP) && nominal && !starts));
    }
    if ((e->kind == ATT_KB_ADJECTIVE || e->kind == ATT_KB_DEMONYM) && of_colony(c->doc, end)) return false;
    /* "the North American Free Trade Agreement" is not only of the USA */
    if (att_is(e->code, "USA") && end - beg == 1 && att_starts(k->lower, "america") && of_continent(c->doc, beg)) return false;
    /* "our Muslim brothers" are no party */
    if (e->kind == ATT_KB_ORG && end - beg == 2 && e->tail_capital && !c->lowercase && !(last->flags & ATT_TOK_CAP) && !att_eq(last->lemma, last->lower)) return false;
    if (e->kind == ATT_KB_ORG && end - beg == 1 && !c->lowercase) return last->upos == ATT_PROPN || last->upos == ATT_NOUN || last->upos == ATT_ADJ || (k->flags & ATT_TOK_UPPER);
    return true;
}

/* The reading of a key in the order in which they are believed. */
static uint8_t choose_kind(const att_cast *c, uint32_t first, uint32_t beg, uint32_t end)
{
    static const uint8_t ORDER[] = {ATT_KB_PERSON, ATT_KB_COUNTRY, ATT_KB_ORGAN, ATT_KB_ORG, ATT_KB_ADJECTIVE, ATT_KB_DEMONYM, ATT_KB_CAPITAL, ATT_KB_ROLE, ATT_KB_SURNAME, 0};
    const att_tok *last = &c->doc->toks.at[end - 1];
    uint32_t have = 0;
    for (uint32_t i = first; i; i = att_entry(c, i)->next)
        if (fits(c, att_entry(c, i), beg, end)) have |= 1u << att_entry(c, i)->kind;
    if ((have & 1u << ATT_KB_ADJECTIVE) && !(have & 1u << ATT_KB_COUNTRY) && is_language(c->doc, end - 1)) return 0;
    /* without capitals a word that is also an ordinary noun is the noun: "states", "union" */
    if (c->lowercase && end - beg == 1 && (have & 1u << ATT_KB_ROLE)) return ATT_KB_ROLE;
    if ((have & 1u << ATT_KB_DEMONYM) && (have & 1u << ATT_KB_ADJECTIVE) && last->upos == ATT_NOUN) return ATT_KB_DEMONYM;
    /* "the Kurds" may be listed as a people and as a nation; a surname after another name is no capital */
    for (const uint8_t *k = ORDER; *k; k++)
        if (have & 1u << *k) return *k;
    return 0;
}

static void add(att_cast *c, att_element e)
{
    e.top = att_top_of(c->doc, e.beg, e.end);
    for (uint32_t t = e.beg; t < e.end; t++) c->at[t] = c->els.n;
    *att_push(c->doc->scratch, &c->els) = e;
}

/* "Austin met the envoys", "Obama said": one who bears the surname serves a government on the article's day, or has led one not long before
 * (without a day: in the last decades), and nothing is in or at him. */
static bool rules(const att_cast *c, uint32_t t, uint32_t entry)
{
    enum { LATELY = 20 * 365 };
    static const char *const AT[] = {"in", "at", "near", "outside", "across", "around", "into", "toward", "towards", NULL};
    if (att_in(att_case_of(c->doc, t), AT)) return false;
    att_day since = c->day != ATT_NO_DAY ? c->day - LATELY : att_day_of(1995, 1, 1);
    for (uint32_t i = entry; i; i = att_entry(c, i)->next) {
        const att_kb_entry *e = att_entry(c, i);
        if (e->kind != ATT_KB_SURNAME || !att_is(e->sector, "GOV")) continue;
        bool led = att_kb_leads(e->office) && e->to >= since && (c->day == ATT_NO_DAY || e->from <= c->day);
        if (led || (c->day != ATT_NO_DAY && in_term(e, c->day))) return true;
    }
    return false;
}

/* The place that the place stage saw from token t on, when it is not what the knowledge base has in [t, end): longer ("New England"),
 * or elsewhere ("London, Ontario"). 0 = none. */
static att_id other_place(const att_cast *c, uint32_t t, uint32_t end, uint8_t kb_kind, uint32_t entry)
{
    const att_place *p = &c->doc->places.at[c->place_at[t]];
    if (!c->place_at[t] || p->tok_beg != t || !p->country.len || att_is(p->kind, "country")) return 0;
    if (p->tok_end > end && p->tok_end > t + 1) return c->place_at[t];
    if (kb_kind == ATT_KB_SURNAME && p->tok_end == end && c->doc->toks.at[t].ner != ATT_NAME_PER && !rules(c, t, entry)) return c->place_at[t]; /* "shelled Kobani": the town, not its namesake */
    /* a state of the USA or a city somewhere; "US" is no village in France */
    bool likely = kb_kind == ATT_KB_CAPITAL || (kb_kind == ATT_KB_COUNTRY && att_is(p->kind, "region"));
    if (!likely || p->tok_end != end) return 0;
    uint32_t id = att_entry_of(c, entry, (att_kb_kind)kb_kind);
    return id && !att_eq(att_entry(c, id)->code, p->country) ? c->place_at[t] : 0;
}

/* Longest phrase of the knowledge base that begins at token t. */
static uint32_t match_phrase(att_cast *c, uint32_t t, uint32_t sent_end)
{
    char key[ATT_FOLD_MAX], word[ATT_FOLD_MAX];
    uint32_t n = 0, best_end = 0, best_entry = 0, words = 0, longest = 0;
    uint8_t best_kind = 0;
    /* "the US" is listed for texts in small letters; where capitals tell, "the US Army" is the US Army */
    if (!c->lowercase && att_is(c->doc->toks.at[t].lower, "the")) return 0;
    for (uint32_t k = t; k < sent_end && k < t + ATT_PHRASE_WORDS + 4; k++) {
        uint32_t w = att_fold(c->doc->toks.at[k].form, word);
        if (w == 0) {
            if (k == t) return 0;
            continue;
        }
        if (n + w + 1 >= ATT_FOLD_MAX) break;
        if (n) key[n++] = ' ';
        memcpy(key + n, word, w);
        n += w;
        if (k == t) {
            uint32_t space = att_find((att_slice){key, n}, ATT_LIT(" "), 0);
            const uint32_t *max = att_map_get(&c->kb->first_words, (att_slice){key, space});
            if (!max) break;
            longest = *max;
        }
        if (++words > longest) break;
        uint32_t first = att_kb_find(c->kb, (att_slice){key, n});
        uint8_t kind = first ? choose_kind(c, first, t, k + 1) : 0;
        if (kind) best_end = k + 1, best_entry = first, best_kind = kind;
    }
    att_id place = other_place(c, t, best_end, best_kind, best_entry);
    if (place) {
        add(c, (att_element){.beg = t, .end = c->doc->places.at[place].tok_end, .place = place, .kind = ATT_EL_PLACE});
        return c->doc->places.at[place].tok_end;
    }
    if (!best_end) return 0;
    add(c, (att_element){.beg = t, .end = best_end, .entry = best_entry, .kind = ATT_EL_KB, .kb_kind = best_kind});
    return best_end;
}

/* "members of the FES": letters that are no city, in a text that doesn't write its cities so. */
static bool is_acronym(const att_cast *c, const att_place *p)
{
    const att_tok *k = &c->doc->toks.at[p->tok_beg];
    bool letters = p->tok_end - p->tok_beg == 1 && (k->flags & ATT_TOK_UPPER) && k->form.len > 1 && k->form.len <= 4;
    return letters && !capitals_around(c, p->tok_beg, p->tok_end) && !att_eq(k->form, p->name) && !att_is(p->kind, "country");
}

static void find_places(att_cast *c)
{
    const att_doc *doc = c->doc;
    for (uint32_t i = 1; i < doc->places.n; i++) {
        const att_place *p = &doc->places.at[i];
        bool taken = false;
        for (uint32_t t = p->tok_beg; t < p->tok_end; t++) taken |= c->at[t] != 0;
        /* without capitals short words are rather words: "hit" is a town of Iraq too */
        bool word = c->lowercase && p->tok_end - p->tok_beg == 1 && doc->toks.at[p->tok_beg].lower.len < 4 && doc->toks.at[p->tok_beg].upos != ATT_PROPN;
        if (!taken && !word && !is_acronym(c, p) && p->country.len && !of_colony(doc, p->tok_end) && !(p->role == ATT_PLACE_NATIONALITY && (is_language(doc, p->tok_end - 1) || of_continent(doc, p->tok_beg)))) add(c, (att_element){.beg = p->tok_beg, .end = p->tok_end, .place = i, .kind = ATT_EL_PLACE});
    }
}

static const char *const HONORIFICS[] = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "lord", "lady", "prof.", "rev.", "messrs", NULL};

bool att_honorific(att_slice lower) { return att_in(lower, HONORIFICS); }

static const char *const FIRMS[] = {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "co", "co.", "llc", "gmbh", "group", NULL};

/* "Luis" before the known Fernando Carrera is his first given name. */
static bool adds_given(att_cast *c, const att_name *n, uint32_t t, uint32_t e)
{
    if (e - t != 1 || e >= n->tok_end || n->kind != ATT_NAME_PER || !c->at[e]) return false;
    att_element *known = &c->els.at[c->at[e]];
    if (known->kb_kind != ATT_KB_PERSON || known->beg != e || !att_kb_gender(c->kb, c->doc->toks.at[t].form)) return false;
    known->beg = t;
    c->at[t] = c->at[e];
    return true;
}

/* "and Public Security" behind the Ministry of Justice is the rest of its name. */
static bool ends_body(att_cast *c, const att_name *n, uint32_t t, uint32_t e)
{
    if (t == n->tok_beg || n->kind != ATT_NAME_ORG || c->doc->toks.at[t].upos != ATT_CCONJ || !c->at[t - 1]) return false;
    att_element *body = &c->els.at[c->at[t - 1]];
    if (body->kb_kind != ATT_KB_ROLE || body->end != t || body->end - body->beg < 2 || !(c->doc->toks.at[body->beg].flags & ATT_TOK_CAP)) return false;
    body->end = e;
    for (uint32_t k = t; k < e; k++) c->at[k] = c->at[t - 1];
    return true;
}

/* "La Electricidad de | Caracas": a town behind "de" belongs to the body's name. */
static bool names_on(const att_cast *c, const att_name *n, uint32_t e)
{
    static const char *const OF[] = {"de", "del", "di", "do", "da", "du", NULL};
    const att_element *o = &c->els.at[c->at[e]];
    return n->kind == ATT_NAME_ORG && o->beg == e && o->end <= n->tok_end && (o->kind == ATT_EL_PLACE || o->kb_kind == ATT_KB_CAPITAL || o->kb_kind == ATT_KB_COUNTRY) &&
           att_in(c->doc->toks.at[e - 1].lower, OF);
}

/* Unknown names: runs of proper nouns that nothing covers. A run that ends in a known surname is another bearer of it. */
static void find_names(att_cast *c)
{
    att_doc *doc = c->doc;
    for (uint32_t i = 1; i < doc->names.n; i++) {
        const att_name *n = &doc->names.at[i];
        for (uint32_t t = n->tok_beg; t < n->tok_end; t++) {
            if (c->at[t] && c->els.at[c->at[t]].kb_kind != ATT_KB_SURNAME) continue;
            if (att_honorific(doc->toks.at[t].lower) || c->timed[t]) continue;
            uint32_t e = t;
            while (e < n->tok_end && (!c->at[e] || c->els.at[c->at[e]].kb_kind == ATT_KB_SURNAME || (e > t && names_on(c, n, e)))) e++;
            bool lone_surname = true; /* "Reagan - Gorbachev" are two */
            for (uint32_t k = t; k < e; k++) lone_surname &= c->at[k] != 0 || doc->toks.at[k].upos == ATT_PUNCT;
            lone_surname &= e - t != 2;
            bool named = c->lowercase; /* "for the" between two known names is none, nor is "Inc" behind one */
            for (uint32_t k = t; k < e; k++) named |= (doc->toks.at[k].flags & ATT_TOK_CAP) != 0;
            if (e - t == 1 && att_in(doc->toks.at[t].lower, FIRMS)) named = false;
            if (!lone_surname && named && !adds_given(c, n, t, e) && !ends_body(c, n, t, e)) add(c, (att_element){.beg = t, .end = e, .kind = ATT_EL_NAME});
            t = e;
        }
    }
}

/* A role noun within the name of a body that no list has is part of the name: "the Henry Jackson Society", "the University of Nevada".
 * Names with a country or a known body in them are left as they are: those are described, not named. */
static void join_names(att_cast *c)
{
    att_doc *doc = c->doc;
    for (uint32_t i = 1; i < doc->names.n; i++) {
        const att_name *n = &doc->names.at[i];
        uint32_t role = 0, others = 0;
        bool own = n->kind == ATT_NAME_ORG && (doc->toks.at[n->tok_beg].flags & ATT_TOK_CAP);
        for (uint32_t t = n->tok_beg; t < n->tok_end && own; t++) {
            uint32_t r = c->at[t];
            if (!r) {
                others += doc->toks.at[t].upos == ATT_PROPN;
                own = !c->timed[t];
                continue;
            }
            const att_element *e = &c->els.at[r];
            const att_kb_entry *k = e->kb_kind == ATT_KB_ROLE ? att_entry(c, att_entry_of(c, e->entry, ATT_KB_ROLE)) : NULL;
            own = k && k->role_kind != ATT_KIND_PERSON && !k->plural && (!role || role == r) && e->beg >= n->tok_beg && e->end <= n->tok_end &&
                  (doc->toks.at[t].flags & ATT_TOK_CAP) && !att_kb_body(c->kb, k->name).len;
            role = r;
        }
        if (!own || !role || !others) continue;
        uint32_t entry = c->els.at[role].entry;
        c->els.at[role] = (att_element){.beg = n->tok_beg, .end = n->tok_end, .entry = entry, .kind = ATT_EL_NAME, .top = att_top_of(doc, n->tok_beg, n->tok_end)};
        for (uint32_t t = n->tok_beg; t < n->tok_end; t++) c->at[t] = role;
    }
}

/* Words of time expressions name nobody ("Friday", "May"). */
static void mark_times(att_cast *c)
{
    const att_doc *doc = c->doc;
    c->timed = att_new(doc->scratch, bool, doc->toks.n);
    for (uint32_t i = 1; i < doc->timexes.n; i++)
        for (uint32_t t = doc->timexes.at[i].tok_beg; t < doc->timexes.at[i].tok_end; t++) c->timed[t] = true;
}

void att_elements_find(att_cast *c)
{
    att_doc *doc = c->doc;
    mark_times(c);
    c->place_at = att_new(doc->scratch, att_id, doc->toks.n);
    for (att_id i = 1; i < doc->places.n; i++)
        for (uint32_t t = doc->places.at[i].tok_beg; t < doc->places.at[i].tok_end; t++) c->place_at[t] = i;
    c->lowercase = att_doc_lowercase(doc);
    (void)att_push(doc->scratch, &c->els);
    for (att_id s = 1; s < doc->sents.n; s++) {
        uint32_t end = doc->sents.at[s].tok_end;
        for (uint32_t t = doc->sents.at[s].tok_beg; t < end;) {
            if (c->timed[t]) {
                t++;
                continue;
            }
            uint32_t e = doc->toks.at[t].upos == ATT_PUNCT ? 0 : match_phrase(c, t, end);
            uint32_t people = !e && att_counts_people(doc, t) ? att_kb_find(c->kb, ATT_LIT("people")) : 0;
            if (people) add(c, (att_element){.beg = t, .end = t + 1, .entry = people, .kind = ATT_EL_KB, .kb_kind = ATT_KB_ROLE});
            if (!e && doc->toks.at[t].upos == ATT_PRON && att_in(doc->toks.at[t].lower, PRONOUNS) && doc->toks.at[t].deprel != ATT_DEP_EXPL)
                add(c, (att_element){.beg = t, .end = t + 1, .kind = ATT_EL_PRONOUN});
            t = e ? e : t + 1;
        }
    }
    join_names(c);
    find_places(c);
    att_namesakes_find(c);
    find_names(c);
}
