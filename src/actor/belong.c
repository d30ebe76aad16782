/* belong.c: whose people or body a noun is that stands without a country ("the police", "people", "the regime").
 *
 * What stands near decides: the place that its sentence is set in, the state whose people were spoken of last. The country that the
 * article is about is believed for the organs of a state; for people in general only where the article has one country and no other. */
#include "actor/belong.h"

#include <string.h>

bool att_domestic(att_slice sector)
{
    static const char *const SECTORS[] = {"GOV", "MIL", "COP", "LEG", "JUD", "OPP", "PTY", "SPY", "CVL", "REB", "CRM", "EDU", "LAB", "REL", "AGR", "NGO", "SOC", NULL};
    return att_in(sector, SECTORS);
}

/* Found everywhere: that the article is mostly about one country tells little of where they live. */
static bool anywhere(att_slice sector)
{
    static const char *const SECTORS[] = {"CVL", "EDU", "LAB", "REL", "CRM", "AGR", "NGO", "SOC", NULL};
    return att_in(sector, SECTORS);
}

/* The country of one element of the text, however it is named; empty for roles, and for surnames, of which one doesn't know yet. */
static att_slice country_of(const att_cast *c, const att_element *e)
{
    if (e->kind == ATT_EL_PLACE) return c->doc->places.at[e->place].country;
    if (e->kind != ATT_EL_KB || e->kb_kind == ATT_KB_ROLE || e->kb_kind == ATT_KB_SURNAME) return (att_slice){0};
    const att_kb_entry *k = att_reading(c, e);
    return k && k->code.len == 3 ? k->code : (att_slice){0};
}

void att_focus_find(att_cast *c)
{
    enum { LOOK = 200, TIMES = 2 };
    uint32_t best = 1, second = 0, n = c->els.n < LOOK ? c->els.n : LOOK;
    for (uint32_t i = 1; i < n; i++) {
        att_slice code = country_of(c, &c->els.at[i]);
        if (code.len != 3 || att_eq(code, c->focus)) continue;
        uint32_t same = 0;
        for (uint32_t j = 1; j < n; j++) same += att_eq(country_of(c, &c->els.at[j]), code);
        if (same > best) second = best, c->focus = code, best = same;
        else if (same > second) second = same;
    }
    c->focus_clear = c->focus.len && best >= second * TIMES;
    c->focus_times = c->focus.len ? best : 0;
}

/* The country that the article begins with, be it in its headline or its dateline. */
static att_slice first_country(const att_cast *c)
{
    att_slice code = {0};
    for (uint32_t i = 1; i < c->els.n && !code.len; i++) code = country_of(c, &c->els.at[i]);
    return code;
}

/* Organs of a state belong to the state whose people were spoken of last ("According to Biden, the administration ..."); subjects: only to one
 * that was the subject of a sentence before. */
static att_slice owner_state(const att_cast *c, const att_element *e, att_slice sector, bool subjects)
{
    static const char *const ORGANS[] = {"GOV", "LEG", "JUD", "MIL", "SPY", NULL};
    const att_doc *doc = c->doc;
    if (!att_in(sector, ORGANS)) return (att_slice){0};
    for (uint32_t i = doc->mentions.n; i-- > 1;) {
        const att_mention *m = &doc->mentions.at[i];
        if (doc->toks.at[m->head].sent + 1 < doc->toks.at[e->top].sent) break;
        const att_entity *who = &doc->entities.at[m->entity];
        if (m->form == ATT_MEN_ADJECTIVE || m->as_place || !who->name.len || who->code.len != 3) continue;
        bool subject = doc->toks.at[m->head].sent < doc->toks.at[e->top].sent && doc->toks.at[m->head].deprel == ATT_DEP_NSUBJ && doc->toks.at[doc->toks.at[m->head].head].deprel == ATT_DEP_ROOT;
        if (subject && who->kind == ATT_KIND_PLACE && att_is(who->sector, "GOV") && m->form == ATT_MEN_NAME) return who->code; /* "Finland joined. The government ..." */
        if (subjects) continue;
        bool serves = who->kind == ATT_KIND_PERSON && att_in(who->sector, ORGANS);
        bool organ = who->kind == ATT_KIND_ORG && att_domestic(who->sector) && !anywhere(who->sector); /* no agency that reports it */
        if (serves || organ) return who->code;
    }
    return (att_slice){0};
}

static const char *const LOCATIVE[] = {"in", "at", "near", "across", "outside", "around", "throughout", NULL};

static bool is_place(const att_element *o) { return o->kind == ATT_EL_PLACE || o->kb_kind == ATT_KB_COUNTRY || o->kb_kind == ATT_KB_CAPITAL || o->kb_kind == ATT_KB_ORGAN; }

/* Where a sentence is set ("In Sydney, 3,000 people marched"); empty = it doesn't say. What a quotation is about (quoted), is
 * not where its speaker stands. */
static att_slice scene(const att_cast *c, const att_sent *s, bool quoted)
{
    const att_doc *doc = c->doc;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        const att_element *o = &c->els.at[c->at[t]];
        if (!c->at[t] || o->beg != t || (c->quoted[t] && !quoted)) continue;
        uint32_t kase = att_child(doc, o->top, ATT_DEP_CASE, 0);
        /* "in the town of Cizre" */
        if (kase && att_is(doc->toks.at[kase].lower, "of") && doc->toks.at[o->top].deprel == ATT_DEP_NMOD) kase = att_child(doc, doc->toks.at[o->top].head, ATT_DEP_CASE, 0);
        if (!is_place(o) || !kase || !att_in(doc->toks.at[kase].lower, LOCATIVE)) continue;
        att_slice code = country_of(c, o);
        if (code.len) return code;
    }
    return (att_slice){0};
}

att_slice att_opening(const att_cast *c, att_id sent)
{
    const att_doc *doc = c->doc;
    const att_sent *x = &doc->sents.at[sent];
    uint32_t t = x->tok_beg + 1;
    if (t >= x->tok_end || !att_in(doc->toks.at[x->tok_beg].lower, LOCATIVE)) return (att_slice){0};
    if (doc->toks.at[t].upos == ATT_DET) t++;
    const att_element *o = &c->els.at[c->at[t]];
    bool head = t < x->tok_end && c->at[t] && o->beg == t && is_place(o) && att_is(doc->toks.at[o->end].form, ",");
    return head ? country_of(c, o) : (att_slice){0};
}

/* The scene that an earlier sentence of the last few has set for those that follow it ("In Sydney, 3,000 people marched."): a place at its
 * very head; empty when there is none. */
static att_slice scene_before(const att_cast *c, att_id sent)
{
    enum { BACK = 3 };
    att_slice code = {0};
    for (att_id s = sent; s-- > 1 && s + BACK >= sent && !code.len;) code = att_opening(c, s);
    return code;
}

/* Whose government a bare one is, in an article on one country: that of the place that opens the sentence ("In Kyiv, the government"), else
 * the article's. Where its ministers open embassies is not its own country. */
static att_slice seat(const att_cast *c, const att_element *e)
{
    att_slice opened = att_opening(c, c->doc->toks.at[e->top].sent);
    return opened.len ? opened : c->focus;
}

att_slice att_setting(const att_cast *c, const att_element *e)
{
    att_id sent = c->doc->toks.at[e->top].sent;
    att_slice here = scene(c, &c->doc->sents.at[sent], c->quoted[e->top]);
    if (!here.len) here = scene_before(c, sent);
    return here.len ? here : c->focus;
}

att_slice att_organ_home(const att_cast *c, const att_element *e, att_slice sector)
{
    return att_domestic(sector) && !anywhere(sector) ? att_setting(c, e) : (att_slice){0};
}

/* "Kurdish militants", "a Tamil leader": of a people that lives in several states, which need not be the one that the article is about. */
static bool of_people(const att_cast *c, uint32_t tok)
{
    static const char *const FAITHS[] = {"muslim", "hindu", "christian", "catholic", "jewish", "sunni", "shia", "shiite", "sikh", "buddhist", "islamist", "islamic", "orthodox", "protestant", NULL};
    const att_doc *doc = c->doc;
    for (uint32_t k = att_child(doc, tok, ATT_DEP_AMOD, 0); k && k < tok; k = att_child(doc, tok, ATT_DEP_AMOD, k + 1)) {
        const att_tok *w = &doc->toks.at[k];
        bool word = (w->flags & ATT_TOK_CAP) && !(w->flags & (ATT_TOK_FIRST | ATT_TOK_UPPER)) && w->upos == ATT_ADJ && !memchr(w->form.ptr, '-', w->form.len);
        if (word && !att_in(w->lower, FAITHS) && !country_of(c, &c->els.at[c->at[k]]).len) return true;
    }
    return false;
}

/* "... in northern Iraq, experts said": where that happened is not where they are. */
static bool tells_of_it(const att_doc *doc, const att_element *e)
{
    uint32_t verb = doc->toks.at[e->top].head;
    return doc->toks.at[e->top].deprel == ATT_DEP_NSUBJ && verb && (doc->toks.at[verb].deprel == ATT_DEP_PARATAXIS || att_child(doc, verb, ATT_DEP_CCOMP, 0));
}

/* The country of somebody of that sector who is neither named nor placed; empty where it can't be told. */
static att_slice home(const att_cast *c, const att_element *e, att_slice sector)
{
    if (!att_domestic(sector)) return (att_slice){0};
    const att_doc *doc = c->doc;
    att_id sent = doc->toks.at[e->top].sent;
    att_slice here = scene(c, &doc->sents.at[sent], c->quoted[e->top]);
    if (att_is(sector, "EDU") && tells_of_it(doc, e)) here = (att_slice){0};
    if (!here.len && !c->quoted[e->top]) here = scene_before(c, sent);
    if (here.len) return here;
    if (!c->focus_clear && of_people(c, e->top)) return (att_slice){0};
    /* rabbis and bishops serve somewhere; Jews and Catholics are everywhere */
    bool clergy = att_is(sector, "REL") && !(doc->toks.at[e->top].flags & ATT_TOK_CAP);
    if (!anywhere(sector) || clergy || c->focus_clear) return c->focus;
    /* else that country must have been where the sentences just before are set */
    enum { BACK = 3 };
    for (att_id s = sent; s > 1 && s + BACK > sent; s--)
        if (att_eq(scene(c, &doc->sents.at[s - 1], c->quoted[e->top]), c->focus)) return c->focus;
    return (att_slice){0};
}

/* "Western forces", "European powers", "foreign fighters": of several states, not of the one that the article is about. */
static bool of_many_states(const att_doc *doc, uint32_t tok)
{
    static const char *const MANY[] = {"western", "european", "arab", "african", "asian", "foreign", "international", "allied", "regional", "neighbouring",
                                       "neighboring", "multinational", "global", "gulf", "latin", "nordic", "baltic", "islamic", "world", "other", "various",
                                       "different", NULL};
    for (uint32_t k = att_next_child(doc, tok, 0); k && k < tok; k = att_next_child(doc, tok, k))
        if (att_in(doc->toks.at[k].lower, MANY)) return true;
    return false;
}

/* "Governments", "poor societies", "allies": of no state in particular, unless it is said. */
static bool of_any_state(const att_kb_entry *k)
{
    static const char *const NOUNS[] = {"government", "country", "nation", "state", "power", "kingdom", "society", "king", "republic", "ally", "embassy", "regime",
                                        "ruler", "neighbour", "neighbor", "partner", "backer", "municipality", "parliament", "superpower", NULL};
    static const char *const ONE_EACH[] = {"president", "prime minister", "foreign minister", "chancellor", NULL}; /* a state has one of them */
    static const char *const SOME[] = {"minister", "cabinet minister", "government minister", "junior minister", "senior minister", "state minister", "chief minister", "federal minister", NULL};
    if (k->plural && (att_in(k->name, ONE_EACH) || (att_ends(k->name, " minister") && !att_in(k->name, SOME)))) return true;
    return k->plural && att_in(k->name, NOUNS);
}

/* "15 countries" */
static bool counted_states(const att_doc *doc, uint32_t tok)
{
    static const char *const STATES[] = {"country", "nation", "state", "government", NULL};
    return att_in(doc->toks.at[tok].lemma, STATES) && att_child(doc, tok, ATT_DEP_NUMMOD, 0);
}

/* "Troops from other members": they are those members'. */
static bool from_others(const att_cast *c, const att_element *e)
{
    static const char *const FROM[] = {"from", "of", NULL};
    const att_doc *doc = c->doc;
    for (uint32_t k = att_child(doc, e->top, ATT_DEP_NMOD, 0); k; k = att_child(doc, e->top, ATT_DEP_NMOD, k + 1)) {
        uint32_t kase = att_child(doc, k, ATT_DEP_CASE, 0);
        if (kase && att_in(doc->toks.at[kase].lower, FROM) && (of_many_states(doc, k) || counted_states(doc, k))) return true;
    }
    return false;
}

/* "The country", "the nation": the one that was named last, up to three sentences back. */
static att_slice country_before(const att_cast *c, const att_element *e)
{
    const att_doc *doc = c->doc;
    for (uint32_t i = doc->mentions.n; i-- > 1;) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *who = &doc->entities.at[m->entity];
        if (doc->toks.at[m->head].sent + 3 < doc->toks.at[e->top].sent) break;
        if (m->form == ATT_MEN_NAME && who->kind == ATT_KIND_PLACE && att_is(who->sector, "GOV") && who->code.len == 3) return who->code;
    }
    return c->focus;
}

/* "The regime", "the army": the one that was called so before ("the Assad regime"), before whoever spoke last. */
static att_slice same_before(const att_cast *c, const att_element *e)
{
    enum { BACK = 200 };
    const att_doc *doc = c->doc;
    for (uint32_t i = doc->mentions.n, seen = 0; i-- > 1 && seen < BACK; seen++) {
        const att_mention *m = &doc->mentions.at[i];
        att_slice code = doc->entities.at[m->entity].code;
        if (m->head < e->beg && m->noun && att_eq(doc->toks.at[m->noun].lower, doc->toks.at[e->top].lower) && code.len == 3) return code;
    }
    return (att_slice){0};
}

/* "regime forces": those of the regime that was spoken of before. */
static att_slice ruled_by(const att_cast *c, const att_element *e)
{
    static const char *const RULERS[] = {"regime", "junta", NULL};
    const att_doc *doc = c->doc;
    for (uint32_t k = att_child(doc, e->top, ATT_DEP_COMPOUND, 0); k && k < e->top; k = att_child(doc, e->top, ATT_DEP_COMPOUND, k + 1)) {
        att_element ruler = {.beg = k, .end = k + 1, .top = k};
        if (att_in(doc->toks.at[k].lower, RULERS)) return same_before(c, &ruler);
    }
    return (att_slice){0};
}

/* "The insurgency against the Turkish state": rebels rise against their own. */
static att_slice risen_against(const att_cast *c, const att_element *e)
{
    enum { NEAR = 5 };
    const att_doc *doc = c->doc;
    if (e->end >= doc->toks.n || !att_is(doc->toks.at[e->end].lower, "against")) return (att_slice){0};
    for (uint32_t t = e->end; t < doc->toks.n && t < e->end + NEAR && doc->toks.at[t].sent == doc->toks.at[e->top].sent; t++)
        if (c->at[t] && country_of(c, &c->els.at[c->at[t]]).len) return country_of(c, &c->els.at[c->at[t]]);
    return (att_slice){0};
}

/* "anti-Assad", "pro-Moscow": the code of whom they are against or for, and which of the two; empty = neither. */
static att_slice stands_to(const att_cast *c, const att_element *e, bool *against, bool *person)
{
    const att_doc *doc = c->doc;
    for (uint32_t k = att_next_child(doc, e->top, 0); k && k < e->top; k = att_next_child(doc, e->top, k)) {
        att_slice w = doc->toks.at[k].lower;
        *against = att_starts(w, "anti-");
        if (!*against && !att_starts(w, "pro-")) continue;
        char fold[ATT_FOLD_MAX];
        uint32_t n = att_fold(att_sub(w, *against ? 5 : 4, w.len), fold), first = n ? att_kb_find(c->kb, (att_slice){fold, n}) : 0;
        for (uint32_t i = first; i; i = att_entry(c, i)->next) {
            const att_kb_entry *x = att_entry(c, i);
            *person = x->kind == ATT_KB_SURNAME || x->kind == ATT_KB_PERSON;
            bool serving = c->day == ATT_NO_DAY || (x->from <= c->day && c->day <= x->to);
            if (x->code.len == 3 && (!*person || serving)) return x->code;
        }
    }
    return (att_slice){0};
}

bool att_against_rulers(const att_cast *c, const att_element *e)
{
    static const char *const RULERS[] = {"anti-government", "anti-regime", "anti-junta", NULL};
    const att_doc *doc = c->doc;
    bool against = false, person = false;
    for (uint32_t k = att_next_child(doc, e->top, 0); k && k < e->top; k = att_next_child(doc, e->top, k))
        if (att_in(doc->toks.at[k].lower, RULERS)) return true;
    return stands_to(c, e, &against, &person).len && against && person;
}

att_slice att_belongs(const att_cast *c, const att_element *e, const att_kb_entry *k, att_slice sector, bool definite, bool *many)
{
    static const char *const STATES[] = {"country", "nation", NULL};
    static const char *const SEVERAL[] = {"country", "nation", "kingdom", "power", NULL};
    if (k->plural && att_in(k->name, SEVERAL)) *many = true; /* "the three countries" */
    else *many = of_many_states(c->doc, e->top) || (of_any_state(k) && !definite) || from_others(c, e);
    if (!k->plural && definite && att_in(k->name, STATES)) return country_before(c, e);
    if (*many) return (att_slice){0};
    att_slice whose = ruled_by(c, e);
    if (whose.len) return whose;
    att_slice said = definite && !k->plural && k->role_kind != ATT_KIND_PERSON ? same_before(c, e) : (att_slice){0};
    if (said.len) return said;
    /* "anti-government": the one of where the protest is, not of who was named last */
    if (att_starts(c->doc->toks.at[e->top].lower, "anti-")) return home(c, e, sector);
    if (definite && att_is(k->name, "regime")) return c->focus; /* never the government of whoever spoke last */
    bool against = false, person = false;
    att_slice side = stands_to(c, e, &against, &person);
    if (side.len && against && person) return side; /* those who are against a ruler live under him */
    if (att_is(sector, "REB")) {
        att_slice own = risen_against(c, e);
        if (own.len) return own;
    }
    /* of armies, parliaments, courts and governments the article's is meant before that of who came last; an administration, and what a quotation calls the government, is mostly the speaker's */
    bool organ = att_is(sector, "MIL") || att_is(sector, "LEG") || att_is(sector, "JUD"), government = att_is(k->name, "government");
    bool abroad = (organ || government) && c->focus_clear;
    if (government && !side.len && !c->quoted[e->top] && (abroad || att_eq(first_country(c), c->focus))) {
        att_slice topic = abroad ? (att_slice){0} : owner_state(c, e, sector, true);
        return topic.len ? topic : seat(c, e);
    }
    att_slice code = side.len || abroad ? (att_slice){0} : owner_state(c, e, sector, false);
    if (!code.len) code = home(c, e, sector);
    return side.len && att_eq(code, side) ? (att_slice){0} : code;
}
