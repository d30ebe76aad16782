/* roles_around.c: participants whom the verbs and nouns around the event word name: who suffered the attack, who travels on the visit,
 * who meets at the talks, whose report it is that accuses. */
#include "event/roles_int.h"

/* The predicate that an event noun hangs under, through the nouns that hold it ("in a series of raids"); *below is the word under it. */
static uint32_t clause_above(const att_doc *doc, uint32_t t, uint32_t *below)
{
    uint32_t up = doc->toks.at[t].head;
    *below = t;
    for (uint32_t steps = 0; up && !doc->tok_clause[up] && steps < 3; steps++) *below = up, up = doc->toks.at[up].head;
    return up && doc->tok_clause[up] ? up : 0;
}

static const char *const HARM[] = {"kill", "wound", "injure", "hurt", "hit", "strike", "damage", "destroy", "target", "displace", "maim", "flatten", "devastate", "murder", "shoot", NULL};

/* "The attack killed five soldiers", "the blast, which hit an embassy", "children killed in the offensive". */
static void harmed(const att_doc *doc, uint32_t t, att_role_side *r)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    for (uint32_t w = s->tok_beg; w < s->tok_end && *r->n == 0; w++) {
        const att_clause *c = &doc->clauses.at[doc->tok_clause[w]];
        if (doc->tok_clause[w] && c->subj == t && c->obj && att_in(doc->toks.at[w].lemma, HARM)) att_role_collect(doc, c->obj, true, r);
    }
    uint32_t below, up = clause_above(doc, t, &below);
    if (!up || *r->n || doc->toks.at[below].deprel != ATT_DEP_OBL) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    if (att_in(doc->toks.at[up].lemma, HARM) && c->obj) att_role_collect(doc, c->obj, true, r);
    if (att_is(doc->toks.at[up].lemma, "die") && c->subj) att_role_collect(doc, c->subj, true, r);
}

/* "Vendors endured raids", "Tehran faces criticism", "came under attack", "exposed the Kurds to an attack", "protect tankers from
 * strikes"; what is in somebody's favour he obtains ("obtained assurances from Damascus"). */
static void exposed(const att_doc *doc, uint32_t t, bool favour, att_role_side *r)
{
    static const char *const GAIN[] = {"obtain", "receive", "get", "win", "secure", "extract", "gain", "earn", "enjoy", "accept", "welcome", NULL};
    static const char *const SUBJECT[] = {"suffer", "endure", "face", "survive", "sustain", "undergo", "repel", "withstand", "resist", "escape", "flee", "fear", "experience",
                                          "draw", "attract", "encounter", "invite", NULL};
    static const char *const OBJECT[] = {"expose", "subject", "protect", "defend", "shield", "save", "spare", "threaten", "hit", "target", "punish", "face", "meet", "receive",
                                         "greet", "counter", NULL};
    static const char *const UNDER[] = {"come", "be", "get", "remain", "fall", "keep", NULL}, *const PREPS[] = {"to", "from", "against", "with", NULL};
    uint32_t below, up = clause_above(doc, t, &below);
    if (!up) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    uint8_t rel = doc->toks.at[below].deprel;
    att_slice prep = att_case_of(doc, t);
    uint32_t who = 0;
    if (favour) {
        if (rel == ATT_DEP_OBJ && below == t && att_in(doc->toks.at[up].lemma, GAIN) && c->subj && c->subj != t) att_role_collect(doc, c->subj, false, r);
        return;
    }
    if (rel == ATT_DEP_OBJ && below == t && att_in(doc->toks.at[up].lemma, SUBJECT)) who = c->subj;
    if (rel == ATT_DEP_OBL && below == t && att_is(prep, "under") && att_in(doc->toks.at[up].lemma, UNDER)) who = c->subj;
    bool object = (rel == ATT_DEP_OBL && below == t) || (doc->toks.at[t].head == c->obj && c->obj);
    if (object && att_in(prep, PREPS) && att_in(doc->toks.at[up].lemma, OBJECT)) who = c->obj;
    if (who && who != t) att_role_collect(doc, who, true, r);
}

/* "Iran sanctions" are on Iran, as Iran's are "Iranian"; "US sanctions" are by the US, which has no other form to stand before a noun. */
static bool is_country_name(const att_doc *doc, const att_mention *m, const att_entity *e)
{
    const att_tok *k = &doc->toks.at[m->head];
    return m->form == ATT_MEN_NAME && k->deprel == ATT_DEP_COMPOUND && e->code.len == 3 && e->kind != ATT_KIND_PERSON && !(k->flags & ATT_TOK_UPPER) && !att_ends(k->form, ".");
}

/* "The mosque shooting", "the Nairobi bombing": a town, or a house that people use, before the noun is where it was done and to whom. */
bool att_role_is_target(const att_doc *doc, att_id men, const att_frame *f)
{
    static const char *const HOUSES[] = {"REL", "EDU", "MED", "JRN", "HLH", NULL};
    const att_mention *m = &doc->mentions.at[men];
    const att_entity *e = &doc->entities.at[m->entity];
    if (f->type == ATT_SANCTION && f->pos == 'n') return is_country_name(doc, m, e);
    if (f->type != ATT_ASSAULT || f->pos != 'n' || m->form == ATT_MEN_ADJECTIVE || doc->toks.at[m->head].deprel == ATT_DEP_NMOD_POSS) return false;
    bool town = e->kind == ATT_KIND_PLACE && e->code.len && e->sector.len == 0;
    return town || (e->kind != ATT_KIND_PERSON && att_in(e->sector, HOUSES));
}

static bool is_town_before(const att_doc *doc, uint32_t tok)
{
    if (doc->toks.at[tok].deprel != ATT_DEP_COMPOUND) return false;
    for (uint32_t i = 1; i < doc->places.n; i++) {
        const att_place *p = &doc->places.at[i];
        if (p->tok_beg <= tok && tok < p->tok_end) return att_is(p->kind, "city");
    }
    return false;
}

/* "The Geneva talks", "the Warsaw summit", "the Dayton agreement": a town before the noun is where it was. */
bool att_role_is_venue(const att_doc *doc, uint32_t tok, const att_frame *f)
{
    return f->pos == 'n' && (f->type == ATT_CONSULT || f->type == ATT_AGREE) && is_town_before(doc, tok);
}

/* "abandoned the Minsk accords": the town that a pact is named after is no party to it. */
bool att_role_names_pact(const att_doc *doc, uint32_t tok)
{
    static const char *const PACTS[] = {"accord", "agreement", "charter", "convention", "deal", "declaration", "framework", "memorandum", "pact", "process", "protocol", "treaty", NULL};
    return att_in(doc->toks.at[doc->toks.at[tok].head].lemma, PACTS) && is_town_before(doc, tok);
}

/* What stands before the noun, when that is its target. */
static void struck(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *r)
{
    for (uint32_t k = att_child(doc, t, ATT_DEP_COMPOUND, 0); k && *r->n == 0; k = att_child(doc, t, ATT_DEP_COMPOUND, k + 1)) {
        att_id m = att_actor_at(doc, k);
        if (m && att_role_is_target(doc, m, f)) att_role_collect(doc, k, true, r);
    }
}

/* "Norway rebuffed pleas from Sweden": who answers a request is the one asked. */
static void answers(const att_doc *doc, uint32_t t, att_role_side *r)
{
    static const char *const ANSWER[] = {"reject", "rebuff", "ignore", "refuse", "spurn", "dismiss", "resist", "heed", "answer", "accept", "decline", "deny", "consider", "grant", "honour", "honor", "defy",
                                         "disregard", "snub", "rebut", "welcome", NULL};
    uint32_t up = doc->toks.at[t].head;
    uint8_t rel = doc->toks.at[t].deprel;
    if ((rel != ATT_DEP_OBJ && rel != ATT_DEP_NSUBJ_PASS) || !up || !doc->tok_clause[up] || !att_in(doc->toks.at[up].lemma, ANSWER)) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    uint32_t who = c->agent ? c->agent : c->subj;
    if (who && who != t) att_role_collect(doc, who, false, r);
}

void att_role_victims(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r)
{
    static const uint8_t HARM_TYPES[] = {ATT_ASSAULT, ATT_COERCE}, BORNE[] = {ATT_ASSAULT, ATT_COERCE, ATT_ACCUSE, ATT_SANCTION, ATT_THREATEN, ATT_REQUEST},
                         FAVOUR[] = {ATT_AGREE, ATT_SUPPORT, ATT_AID, ATT_CONCEDE};
    bool favour = memchr(FAVOUR, f->type, sizeof FAVOUR) != NULL;
    if (f->pos != 'n' || (favour && f->flags & ATT_FR_SYM) || (!favour && !memchr(BORNE, f->type, sizeof BORNE))) return;
    bool harm = memchr(HARM_TYPES, f->type, sizeof HARM_TYPES) != NULL;
    if (harm || f->type == ATT_SANCTION) struck(m->doc, t, f, r);
    if (harm && *r->n == 0) harmed(m->doc, t, r);
    if (*r->n == 0 && f->type == ATT_REQUEST) answers(m->doc, t, r);
    if (*r->n == 0) exposed(m->doc, t, favour, r);
}

/* "During a visit to Delhi, Obama praised ...", "Blinken flew to Kyiv for talks": who does what the visit or the talks are told beside. */
static void traveller(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *a)
{
    static const char *const WITH[] = {"on", "during", "for", "in", "at", "after", "following", "before", "ahead", NULL};
    uint32_t below, up = clause_above(doc, t, &below);
    if (f->type != ATT_CONSULT || !up || below != t || doc->toks.at[t].deprel != ATT_DEP_OBL || !att_in(att_case_of(doc, t), WITH)) return;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    if (subj) att_role_collect(doc, subj, false, a);
}

/* "The talks include the army and the churches", "talks bring together Ghana and Togo". */
static void included(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *a)
{
    static const char *const WORDS[] = {"include", "involve", "bring", "unite", "gather", NULL};
    uint32_t up = doc->toks.at[t].head;
    if (f->type != ATT_CONSULT || !up || !doc->tok_clause[up] || !att_in(doc->toks.at[up].lemma, WORDS)) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    if (c->subj == t && c->obj) att_role_collect(doc, c->obj, false, a);
}

void att_role_meeters(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a)
{
    if (f->pos != 'n' || *a->n) return;
    included(m->doc, t, f, a);
    if (*a->n == 0) traveller(m->doc, t, f, a);
}

/* "Amnesty put out a report accusing the army", "parliament passed a resolution critical of the judges": whose words a text has. */
static void author(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const TEXTS[] = {"report", "statement", "resolution", "letter", "decree", "motion", "petition", "declaration", "message", "communique", "bill", "law", "lawsuit", "complaint",
                                        "suit", "document", "video", "leaflet", "speech", "article", "editorial", "tweet", "note", "ruling", "verdict", "draft", "banner", "placard", "appeal", NULL};
    static const char *const VERBS[] = {"put", "issue", "publish", "release", "pass", "adopt", "sign", "file", "write", "send", "post", "draft", "deliver", "approve", "give", "circulate", "present", "submit",
                                        "hold", "carry", "consider", "debate", "make", "read", "launch", "bring", "lodge", "propose", "introduce", "table", "air", "produce", "prepare", "back", "shout", NULL};
    uint32_t text = doc->toks.at[t].head, up = doc->toks.at[text].head;
    uint8_t rel = doc->toks.at[t].deprel;
    if ((rel != ATT_DEP_ACL && rel != ATT_DEP_ACL_RELCL && rel != ATT_DEP_AMOD) || !text || !up || !doc->tok_clause[up] || !att_in(doc->toks.at[text].lemma, TEXTS) || !att_in(doc->toks.at[up].lemma, VERBS)) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    if (c->subj && c->subj != text) att_role_collect(doc, c->subj, false, a);
}

/* "The rebels are committed to peace": a state of the one who is the object for the grammar. */
static void stative(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const WORDS[] = {"commit", "engage", "dedicate", "determine", "prepare", "ally", "poise", "devote", "oppose", "disappoint", "alarm", "outrage", NULL};
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    if (doc->tok_clause[t] && c->flags & ATT_CL_PASSIVE && !c->agent && c->obj && att_in(doc->toks.at[t].lemma, WORDS)) att_role_collect(doc, c->obj, false, a);
}

/* "140,000 Russian troops are massed", "the German aircraft were moved": whose forces they are. */
static void moved(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a)
{
    const att_doc *doc = m->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    bool passive = doc->tok_clause[t] && c->flags & ATT_CL_PASSIVE && !c->agent && c->obj;
    if (passive && (f->type == ATT_MOBILIZE || att_role_is_force(m, f, c->obj))) att_role_collect(doc, c->obj, false, a);
}

/* "Two inspectors were expelled from Chad": whose land it is. */
static void expeller(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const WORDS[] = {"expel", "deport", "extradite", "banish", NULL};
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    if (!doc->tok_clause[t] || !(c->flags & ATT_CL_PASSIVE) || c->agent || !att_in(doc->toks.at[t].lemma, WORDS)) return;
    for (uint32_t k = att_child(doc, t, ATT_DEP_OBL, 0); k; k = att_child(doc, t, ATT_DEP_OBL, k + 1))
        if (att_is(att_case_of(doc, k), "from")) att_role_collect(doc, k, true, a);
}

/* "Israel targets civilians with bombings", "the army killed six in a raid": what a harm is done with is done by the same. */
static void user_of_means(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const WITH[] = {"with", "in", "during", NULL};
    uint32_t below, up = clause_above(doc, t, &below);
    if (!up || doc->toks.at[below].deprel != ATT_DEP_OBL || !att_in(att_case_of(doc, below), WITH) || !att_in(doc->toks.at[up].lemma, HARM)) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    if (c->subj && c->subj != t) att_role_collect(doc, c->subj, false, a);
}

/* "Hungary faces criticism from Slovenia": the parser hangs the critic under the verb. */
static void source_of_verb(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const BORNE[] = {"face", "draw", "attract", "receive", "get", "win", "suffer", "encounter", "enjoy", "secure", "obtain", NULL};
    uint32_t up = doc->toks.at[t].head;
    if (doc->toks.at[t].deprel != ATT_DEP_OBJ || !up || !att_in(doc->toks.at[up].lemma, BORNE)) return;
    for (uint32_t k = att_child(doc, up, ATT_DEP_OBL, 0); k; k = att_child(doc, up, ATT_DEP_OBL, k + 1))
        if (att_is(att_case_of(doc, k), "from")) att_role_collect(doc, k, false, a);
}

/* "An attack on the embassy by the Taliban", "the stationing of missiles in Norway by America": the agent of an event noun that the parser hangs lower. */
static void agent_below(const att_doc *doc, uint32_t t, att_role_side *a, uint32_t depth)
{
    static const char *const PREPS[] = {"on", "of", "against", "in", "for", "at", "to", "from", "over", "near", NULL};
    for (uint32_t k = att_child(doc, t, ATT_DEP_NMOD, 0); k && *a->n == 0; k = att_child(doc, t, ATT_DEP_NMOD, k + 1)) {
        if (depth && att_is(att_case_of(doc, k), "by")) att_role_collect(doc, k, false, a);
        if (*a->n == 0 && depth < 3 && att_in(att_case_of(doc, k), PREPS)) agent_below(doc, k, a, depth + 1);
    }
}

/* "An attack carried out by rebels", "sanctions imposed by Norway": a participle that says no more than who did it. */
static void agent_of_participle(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const DO[] = {"adopt", "announce", "arrange", "begin", "broker", "call", "carry", "commit", "conduct", "convene", "declare", "deliver", "direct", "execute", "fire", "give",
                                     "hold", "host", "impose", "initiate", "issue", "launch", "lead", "make", "mastermind", "mediate", "mount", "offer", "orchestrate", "order", "organise",
                                     "organize", "oversee", "perpetrate", "pose", "sign", "sponsor", "stage", "start", "submit", "undertake", "unleash", "voice", "wage", NULL};
    for (uint32_t k = att_child(doc, t, ATT_DEP_ACL, 0); k && *a->n == 0; k = att_child(doc, t, ATT_DEP_ACL, k + 1)) {
        const att_clause *c = &doc->clauses.at[doc->tok_clause[k]];
        if (doc->tok_clause[k] && c->agent && att_in(doc->toks.at[k].lemma, DO)) att_role_collect(doc, c->agent, false, a);
    }
}

/* "Girls abducted by the rebels were released", "the release of reporters held by Chad": who holds them lets them go. */
static void captor(const att_doc *doc, uint32_t t, att_role_side *a)
{
    static const char *const FREE[] = {"release", "free", "liberation", "freeing", NULL};
    static const char *const HOLD[] = {"abduct", "arrest", "capture", "detain", "hold", "imprison", "jail", "keep", "kidnap", "seize", "snatch", "take", NULL};
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    uint32_t who = doc->tok_clause[t] ? c->obj : 0;
    if (!att_in(doc->toks.at[t].lemma, FREE) || (doc->tok_clause[t] && !(c->flags & ATT_CL_PASSIVE))) return;
    for (uint32_t k = att_child(doc, t, ATT_DEP_NMOD, 0); k && !who; k = att_child(doc, t, ATT_DEP_NMOD, k + 1))
        if (att_is(att_case_of(doc, k), "of")) who = k;
    for (uint32_t up = who, i = 0; up && i < 2; i++, up = att_child(doc, who, ATT_DEP_NMOD, 0)) /* "21 of the girls abducted" */
        for (uint32_t k = att_child(doc, up, ATT_DEP_ACL, 0); k && *a->n == 0; k = att_child(doc, up, ATT_DEP_ACL, k + 1)) {
            const att_clause *held = &doc->clauses.at[doc->tok_clause[k]];
            if (doc->tok_clause[k] && held->agent && att_in(doc->toks.at[k].lemma, HOLD)) att_role_collect(doc, held->agent, false, a);
        }
}

void att_role_doers(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a)
{
    const att_doc *doc = m->doc;
    if (*a->n) return;
    if (f->pos == 'n') {
        agent_below(doc, t, a, 0);
        if (*a->n == 0) agent_of_participle(doc, t, a);
        if (*a->n == 0 && f->type == ATT_RETREAT) captor(doc, t, a);
        if (*a->n == 0) source_of_verb(doc, t, a);
        if (*a->n == 0 && (f->type == ATT_ASSAULT || f->type == ATT_COERCE)) user_of_means(doc, t, a);
        return;
    }
    author(doc, t, a);
    if (*a->n == 0 && f->type == ATT_RETREAT) captor(doc, t, a);
    if (*a->n == 0) stative(doc, t, a);
    if (*a->n == 0 && (f->type == ATT_MOBILIZE || f->type == ATT_RETREAT || (f->type == ATT_AID && f->cond_count))) moved(m, t, f, a);
    if (*a->n == 0 && (f->type == ATT_COERCE || f->type == ATT_SANCTION)) expeller(doc, t, a);
}

/* "It was encouraging that Bulgaria behaved well": what "it" announces is about the subject of the clause that follows. True: there is such an "it". */
bool att_role_announced(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r)
{
    static const uint8_t RELS[] = {ATT_DEP_CSUBJ, ATT_DEP_CCOMP, ATT_DEP_CSUBJ_OUTER, ATT_DEP_ADVCL, ATT_DEP_XCOMP, 0};
    const att_doc *doc = m->doc;
    if (f->pos != 'a' || (f->type != ATT_ACCUSE && f->type != ATT_SUPPORT)) return false;
    uint32_t it = att_child(doc, t, ATT_DEP_EXPL, 0), follows = 0;
    if (!it) it = att_child(doc, t, ATT_DEP_NSUBJ, 0);
    if (!it || !att_is(doc->toks.at[it].lower, "it")) return false;
    for (const uint8_t *rel = RELS; *rel && !follows; rel++) follows = att_child(doc, t, (att_deprel)*rel, 0);
    uint32_t subj = follows && doc->tok_clause[follows] ? doc->clauses.at[doc->tok_clause[follows]].subj : 0;
    if (subj && doc->toks.at[subj].sent == doc->toks.at[t].sent && att_dominates(doc, follows, subj)) att_role_collect(doc, subj, false, r);
    return follows != 0;
}
