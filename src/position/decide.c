#include "position/decide.h"

#include "event/event.h"
#include "position/span.h"

static const att_clause *clause_of(const att_doc *doc, uint32_t tok) { return &doc->clauses.at[doc->tok_clause[tok]]; }

static bool has_form(const att_doc *doc, uint32_t tok, const char *const *list)
{
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k))
        if (att_in(doc->toks.at[k].lower, list)) return true;
    return false;
}

/* The predicate that carries tense and polarity for tok: its own, or the one it complements ("remains opposed", "does not seem ready"). */
static uint32_t carrier(const att_doc *doc, uint32_t tok)
{
    if (doc->toks.at[tok].deprel == ATT_DEP_XCOMP && doc->toks.at[tok].upos != ATT_VERB) return doc->toks.at[tok].head;
    return tok;
}

static bool negated(const att_doc *doc, uint32_t tok)
{
    static const char *const NOT[] = {"not", "n't", "never", "no", "neither", "nor", "hardly", "without", NULL};
    if (clause_of(doc, tok)->flags & ATT_CL_NEGATED || has_form(doc, tok, NOT)) return true;
    uint32_t up = doc->toks.at[tok].head;
    bool under = doc->toks.at[tok].deprel == ATT_DEP_XCOMP || doc->toks.at[tok].deprel == ATT_DEP_OBJ;
    return under && up && clause_of(doc, up)->flags & ATT_CL_NEGATED;
}

/* May, might, could; questions; what stands itself under "if": no stance is taken. */
static bool hypothetical(const att_doc *doc, uint32_t tok)
{
    const att_clause *c = clause_of(doc, tok);
    if (!doc->tok_clause[tok]) return false;
    if (c->flags & (ATT_CL_CONDITION | ATT_CL_QUESTION)) return true;
    return att_is(c->modal, "may") || att_is(c->modal, "might") || att_is(c->modal, "could");
}

/* ---- conditions ---- */

static bool condition_word(const att_voices *v, uint32_t tok)
{
    return (att_word_classes(v->lex, v->doc->toks.at[tok].lower, 'c') & ATT_W_CONDITION) != 0;
}

/* A clause or phrase under tok that opens with if, unless, until, once, "in the event of", "only with". */
static uint32_t condition_under(const att_voices *v, uint32_t tok)
{
    static const char *const EVEN[] = {"even", "whether", NULL};
    const att_doc *doc = v->doc;
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        if (r != ATT_DEP_ADVCL && r != ATT_DEP_OBL && r != ATT_DEP_NMOD) continue;
        if (condition_word(v, k) && r != ATT_DEP_ADVCL && doc->toks.at[k].upos == ATT_NOUN) return k; /* "in the event of a strike": event is the head or a case */
        bool only = false;
        if (has_form(doc, k, EVEN)) continue; /* "even if" concedes */
        for (uint32_t j = att_next_child(doc, k, 0); j; j = att_next_child(doc, k, j)) {
            att_deprel q = (att_deprel)doc->toks.at[j].deprel;
            if ((q == ATT_DEP_MARK || (q == ATT_DEP_ADVMOD && j < k)) && r == ATT_DEP_ADVCL && condition_word(v, j)) return k;
            if (q == ATT_DEP_CASE && att_child(doc, j, ATT_DEP_FIXED, 0) && condition_word(v, att_child(doc, j, ATT_DEP_FIXED, 0))) return k;
            if (q == ATT_DEP_ADVMOD && j < k && att_is(doc->toks.at[j].lower, "only")) only = true; /* not "because that is the only way" */
        }
        bool before = k > 1 && att_is(doc->toks.at[k].lower, "only");
        if ((only || before) && r != ATT_DEP_NMOD) return k;
    }
    return 0;
}

/* Head of the condition that what tok tells is tied to, 0 = none. */
static uint32_t condition_head(const att_voices *v, uint32_t tok)
{
    static const uint8_t DOWN[] = {ATT_DEP_XCOMP, ATT_DEP_CCOMP, ATT_DEP_ACL, ATT_DEP_OBJ, 0};
    uint32_t found = condition_under(v, tok);
    for (const uint8_t *r = DOWN; *r && !found; r++) {
        uint32_t k = att_child(v->doc, tok, (att_deprel)*r, 0);
        if (k) found = condition_under(v, k);
    }
    return found;
}

bool att_conditioned(const att_voices *v, uint32_t tok) { return condition_head(v, tok) != 0; }

att_span att_condition_of(const att_voices *v, uint32_t tok)
{
    uint32_t head = condition_head(v, tok), beg, end;
    if (!head) return (att_span){0, 0};
    att_subtree(v->doc, head, &beg, &end);
    while (end > beg && v->doc->toks.at[end - 1].upos == ATT_PUNCT) end--;
    while (beg < end && v->doc->toks.at[beg].upos == ATT_PUNCT) beg++;
    return att_tok_span(v->doc, beg, end);
}

/* ---- the sources ---- */

/* "without offering a deal" and "as opposed to a deal" tell how something else was done. */
static bool beside_the_point(const att_doc *doc, uint32_t tok)
{
    uint32_t mark = att_child(doc, tok, ATT_DEP_MARK, 0);
    if (mark && att_is(doc->toks.at[mark].lower, "without")) return true;
    const att_tok *before = &doc->toks.at[tok - 1], *after = &doc->toks.at[tok + 1 < doc->toks.n ? tok + 1 : tok];
    return att_is(before->lower, "as") && att_is(doc->toks.at[tok].lower, "opposed") && att_is(after->lower, "to");
}

/* What others can do, they have not done: "residents can call for help". What one says that one can, one is ready for. */
static bool enabled(const att_voices *v, uint32_t tok, att_id holder)
{
    const att_clause *c = clause_of(v->doc, tok);
    if (!v->doc->tok_clause[tok] || !att_is(c->modal, "can") || c->flags & ATT_CL_NEGATED) return false;
    return !att_same_entity(v->doc, holder, att_voice_of(v, tok));
}

/* "Her support (57 percent) comes from women": counted in shares, it is the support that one has, not the one that one gives. */
static bool share_behind(const att_doc *doc, uint32_t tok)
{
    static const char *const SHARES[] = {"percent", "%", "per", "pct", "points", NULL};
    enum { NEAR = 4 };
    if (tok + 1 >= doc->toks.n || !att_is(doc->toks.at[tok + 1].form, "(")) return false;
    for (uint32_t t = tok + 2; t < doc->toks.n && t <= tok + 1 + NEAR && !att_is(doc->toks.at[t].form, ")"); t++)
        if (att_in(doc->toks.at[t].lower, SHARES)) return true;
    return false;
}

static att_found by_word(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    uint32_t i = att_entry_at(v->lex, &v->lex->stances, doc, tok);
    if (!i) return (att_found){0};
    const att_entry *e = &v->lex->stances.at.at[i];
    att_found f = {.rule = "PO_WORD", .noun = e->pos == 'n'};
    bool copular = doc->toks.at[tok].upos == ATT_NOUN && clause_of(doc, tok)->flags & ATT_CL_COPULAR;
    f.holder = f.noun ? att_owner(v, tok) : att_subject_party(v, tok);
    if (f.noun ? copular : e->pos == 'a' && !att_subject_of(doc, tok)) f.holder = f.holder ? f.holder : att_voice_of(v, tok);
    uint32_t up = doc->toks.at[tok].head;
    bool shown = f.noun && doc->toks.at[tok].deprel == ATT_DEP_NMOD && clause_of(doc, up)->flags & ATT_CL_COPULAR; /* "a show of solidarity" */
    if (shown && !f.holder) f.holder = att_voice_of(v, tok);
    f.stance = negated(doc, tok) || negated(doc, carrier(doc, tok)) ? e->negated : e->plain;
    uint32_t comp = att_child(doc, tok, ATT_DEP_XCOMP, 0);
    bool talks = comp && att_word_classes(v->lex, doc->toks.at[comp].lemma, 'v') & ATT_W_SPEECH; /* "I want to thank" */
    if (f.noun && share_behind(doc, tok)) f.stance = 0;
    if (!f.holder || talks || beside_the_point(doc, tok) || hypothetical(doc, carrier(doc, tok)) || enabled(v, carrier(doc, tok), f.holder)) f.stance = 0;
    return f;
}

/* "must be understood and not forgotten": the second verb shares the modal, and the position of the first covers both. */
static bool shares_modal(const att_doc *doc, uint32_t tok)
{
    return doc->toks.at[tok].deprel == ATT_DEP_CONJ && !att_child(doc, tok, ATT_DEP_AUX, 0);
}

static bool duty_modal(const att_doc *doc, uint32_t tok, const att_clause *c)
{
    if (c->flags & ATT_CL_PERFECT || shares_modal(doc, tok)) return false;
    if (att_is(c->modal, "must") || att_is(c->modal, "should") || att_is(c->modal, "ought")) return true;
    if (att_is(c->modal, "can") && c->flags & ATT_CL_NEGATED && c->flags & ATT_CL_PASSIVE) return true;
    uint32_t up = doc->toks.at[tok].head;
    bool under = doc->toks.at[tok].deprel == ATT_DEP_XCOMP && up && doc->toks.at[up].upos == ATT_VERB && tok > up;
    if (!under || !(att_is(doc->toks.at[up].lemma, "have") || att_is(doc->toks.at[up].lemma, "need"))) return false;
    uint32_t to = att_child(doc, tok, ATT_DEP_MARK, 0);
    bool next = to && to <= up + 2; /* "have to change", not "have the power to change" */
    return next && !(clause_of(doc, up)->flags & (ATT_CL_INFINITIVE | ATT_CL_PROGRESSIVE)) && !att_ends(doc->toks.at[up].lower, "ing"); /* nor "in having to" */
}

/* "it is important (that) ..., to ...", "verification is needed". */
static bool needed(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    const att_tok *k = &doc->toks.at[tok];
    char pos = k->upos == ATT_NOUN ? 'n' : 'a';
    if (k->upos != ATT_ADJ && k->upos != ATT_VERB && k->upos != ATT_NOUN) return false;
    if (!(att_word_classes(v->lex, k->lower, pos) & ATT_W_NEEDED) || !doc->tok_clause[tok]) return false;
    const att_clause *c = clause_of(doc, tok);
    if (pos == 'n' && (!att_topic_of(doc, tok) || att_child(doc, tok, ATT_DEP_AMOD, 0))) return false; /* "it is time to act", not "a dangerous time" */
    if (c->tense == ATT_TENSE_PAST && (att_is(k->lower, "important") || att_is(k->lower, "vital") || att_is(k->lower, "crucial")) && !att_topic_of(doc, tok)) return false; /* "the show was important" */
    return k->upos != ATT_VERB || c->flags & ATT_CL_PASSIVE;
}

static att_found by_duty(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    att_id who = att_voice_of(v, tok);
    if (!who || !doc->tok_clause[tok]) return (att_found){0};
    const att_clause *c = clause_of(doc, tok);
    bool need = needed(v, tok), talks = att_word_classes(v->lex, doc->toks.at[tok].lemma, 'v') & ATT_W_SPEECH; /* "I must say" */
    if (talks || c->flags & (ATT_CL_CONDITION | ATT_CL_QUESTION) || !(need || duty_modal(doc, tok, c))) return (att_found){0};
    att_id subj = att_subject_party(v, tok);
    att_found f = {.rule = "PO_DUTY", .holder = who, .whole = true};
    uint32_t comp = need ? att_topic_of(doc, tok) : 0;
    bool no = negated(doc, tok) || (comp && negated(doc, comp));
    f.stance = no ? ATT_SN_OPPOSES : ATT_SN_DEMANDS;
    if (subj && !need && !no && att_same_entity(doc, subj, who) && !att_is(c->modal, "must")) f.stance = ATT_SN_SUPPORTS;
    return f;
}

/* "such attacks are against our interests", "we are in favour of talks" */
static uint8_t side_taken(const att_doc *doc, uint32_t tok)
{
    if (!(clause_of(doc, tok)->flags & ATT_CL_COPULAR)) return 0;
    for (uint32_t k = att_child(doc, tok, ATT_DEP_CASE, 0); k; k = att_child(doc, tok, ATT_DEP_CASE, k + 1))
        if (att_is(doc->toks.at[k].lower, "against")) return ATT_SN_OPPOSES;
    uint32_t c = att_child(doc, tok, ATT_DEP_CASE, 0);
    bool favour = c && att_is(doc->toks.at[c].lower, "in") && (att_is(doc->toks.at[tok].lower, "favour") || att_is(doc->toks.at[tok].lower, "favor"));
    return favour ? ATT_SN_SUPPORTS : 0;
}

static att_found by_side(const att_voices *v, uint32_t tok)
{
    uint8_t side = side_taken(v->doc, tok);
    if (!side || hypothetical(v->doc, tok)) return (att_found){0};
    att_id holder = att_subject_party(v, tok);
    if (!holder) holder = att_voice_of(v, tok);
    if (negated(v->doc, tok)) side = side == ATT_SN_OPPOSES ? ATT_SN_SUPPORTS : ATT_SN_OPPOSES;
    return (att_found){.stance = side, .holder = holder, .whole = true, .rule = "PO_SIDE"};
}

/* Good or bad: the word itself, or the adjective before a noun ("a smart idea"). */
static uint32_t judgement(const att_voices *v, uint32_t tok, char pos)
{
    const att_doc *doc = v->doc;
    uint32_t cls = att_word_classes(v->lex, pos == 'a' ? doc->toks.at[tok].lower : doc->toks.at[tok].lemma, pos) & (ATT_W_GOOD | ATT_W_BAD);
    for (uint32_t k = pos == 'n' && !cls ? att_child(doc, tok, ATT_DEP_AMOD, 0) : 0; k && !cls; k = att_child(doc, tok, ATT_DEP_AMOD, k + 1))
        cls = att_word_classes(v->lex, doc->toks.at[k].lower, 'a') & (ATT_W_GOOD | ATT_W_BAD);
    return cls;
}

static att_found by_value(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    const att_tok *k = &doc->toks.at[tok];
    char pos = k->upos == ATT_NOUN ? 'n' : k->upos == ATT_VERB ? 'v' : 'a';
    uint32_t cls = judgement(v, tok, pos);
    const att_clause *c = clause_of(doc, tok);
    if (!(cls & (ATT_W_GOOD | ATT_W_BAD))) return (att_found){0};
    uint32_t up = k->head;
    uint32_t as = att_child(doc, tok, ATT_DEP_CASE, 0);
    bool below = k->deprel == ATT_DEP_XCOMP || (k->deprel == ATT_DEP_OBL && as && att_is(doc->toks.at[as].lower, "as"));
    bool judged = below && up && att_word_classes(v->lex, doc->toks.at[up].lemma, 'v') & ATT_W_JUDGE;
    att_found f = {.rule = "PO_VALUE", .whole = true};
    if (judged) f.holder = att_party(v, clause_of(doc, up)->subj);
    else if (c->flags & ATT_CL_COPULAR || (pos == 'v' && doc->tok_clause[tok])) f.holder = att_voice_of(v, tok);
    if (!f.holder || hypothetical(doc, tok)) return (att_found){0};
    if (pos == 'v' && att_subject_party(v, tok) && att_same_entity(doc, att_subject_party(v, tok), f.holder)) return (att_found){0};
    bool good = (cls & ATT_W_GOOD) != 0;
    f.stance = good != negated(doc, tok) ? ATT_SN_SUPPORTS : ATT_SN_OPPOSES;
    return f;
}

/* What a side says it will do, or a party will not do. */
static att_found by_plan(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    const att_clause *c = clause_of(doc, tok);
    if (!doc->tok_clause[tok] || doc->toks.at[tok].upos != ATT_VERB || c->flags & (ATT_CL_PASSIVE | ATT_CL_QUESTION | ATT_CL_CONDITION | ATT_CL_RELATIVE))
        return (att_found){0};
    bool would = att_is(c->modal, "would");
    if (c->tense != ATT_TENSE_FUTURE && !would) return (att_found){0};
    att_id subj = att_party(v, c->subj), who = att_voice_of(v, tok);
    if (!subj || att_word_classes(v->lex, doc->toks.at[tok].lemma, 'v') & ATT_W_EMPTY) return (att_found){0};
    static const char *const SHUN[] = {"fail", "forget", "hesitate", "relent", "rest", "shrink", "shy", "stop", NULL}; /* "will not hesitate to act" */
    bool shun = att_in(doc->toks.at[tok].lemma, SHUN);
    if (c->flags & ATT_CL_NEGATED && shun) return (att_found){.stance = ATT_SN_SUPPORTS, .holder = subj, .whole = true, .rule = "PO_PLAN"};
    if (c->flags & ATT_CL_NEGATED) return (att_found){.stance = ATT_SN_REJECTS, .holder = subj, .whole = true, .rule = "PO_REFUSAL"};
    if (!who || !att_same_party(doc, subj, who)) return (att_found){0};
    const att_event *e = &doc->events.at[v->event_at[tok]];
    bool friendly = e->type == ATT_AGREE || e->type == ATT_AID || e->type == ATT_COOPERATE || e->type == ATT_CONCEDE || e->type == ATT_RETREAT;
    return (att_found){.stance = friendly ? ATT_SN_OFFERS : ATT_SN_SUPPORTS, .holder = subj, .whole = true, .rule = "PO_PLAN"};
}

static att_found by_event(const att_voices *v, uint32_t tok)
{
    static const uint8_t STANCE[ATT_EVENT_TYPE_COUNT] = {[ATT_REQUEST] = ATT_SN_DEMANDS, [ATT_REJECT] = ATT_SN_REJECTS, [ATT_SUPPORT] = ATT_SN_SUPPORTS};
    if (!v->event_at[tok]) return (att_found){0};
    const att_event *e = &v->doc->events.at[v->event_at[tok]];
    bool stands = e->status == ATT_ST_OCCURRED || e->status == ATT_ST_ONGOING || e->status == ATT_ST_PLANNED;
    if (!STANCE[e->type] || !stands || !e->actors.n) return (att_found){0};
    bool verb = v->doc->toks.at[tok].upos == ATT_VERB && !(att_word_classes(v->lex, v->doc->toks.at[tok].lemma, 'v') & ATT_W_LIGHT);
    if (!verb || att_entry_first(&v->lex->stances, v->doc->toks.at[tok].lemma, 'v')) return (att_found){0}; /* the lexicon has said no, or a noun only refers to an act told elsewhere */
    return (att_found){.stance = STANCE[e->type], .holder = e->actors.at[0], .rule = "PO_EVENT"};
}

/* "If they don't help us, I do what I said": the whole sentence is the position. */
static att_found by_condition(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    const att_clause *c = clause_of(doc, tok);
    att_id who = att_voice_of(v, tok);
    if (!who || !doc->tok_clause[tok] || c->flags & ATT_CL_QUESTION || !condition_under(v, tok)) return (att_found){0};
    if (c->tense == ATT_TENSE_PAST && !c->modal.len) return (att_found){0};
    att_id subj = att_party(v, c->subj);
    return (att_found){.stance = ATT_SN_CONDITIONS, .holder = subj && att_same_party(doc, subj, who) ? subj : who, .whole = true, .rule = "PO_CONDITION"};
}

att_found att_stance_at(const att_voices *v, uint32_t tok)
{
    static att_found (*const SOURCES[])(const att_voices *, uint32_t) = {by_duty, by_word, by_side, by_value, by_plan, by_condition, by_event};
    for (uint32_t i = 0; i < sizeof SOURCES / sizeof *SOURCES; i++) {
        att_found f = SOURCES[i](v, tok);
        if (f.rule && !f.stance) return f; /* the lexicon knows the word: here it takes no stance */
        if (!f.stance || !f.holder) continue;
        if (f.stance != ATT_SN_OPPOSES && f.stance != ATT_SN_DEMANDS && att_conditioned(v, tok)) f.stance = ATT_SN_CONDITIONS, f.rule = "PO_CONDITION";
        return f;
    }
    return (att_found){0};
}
