/* roles_near.c: participants that the sentence names elsewhere than in the frame's own slots. */
#include "event/roles_int.h"
#include "nlp/nlp.h"

/* "engaged in a range of abuses, including torture": what holds the event noun stands for it. */
static uint32_t holder_of(const att_matcher *m, uint32_t t)
{
    static const char *const INNER[] = {"including", "like", "such", NULL};
    const att_doc *doc = m->doc;
    for (uint32_t steps = 0; steps < 3; steps++) {
        uint32_t up = doc->toks.at[t].head;
        if (doc->toks.at[t].deprel != ATT_DEP_NMOD || !up || doc->tok_clause[up]) break;
        att_slice prep = att_case_of(doc, t);
        bool container = att_is(prep, "of") && att_map_get(&m->frames->containers, doc->toks.at[up].lemma) != NULL;
        if (!container && !att_in(prep, INNER)) break;
        t = up;
    }
    return t;
}

/* An event noun without an agent of its own takes the subject of the verb that it is the object of ("launched an attack",
 * "began talks"), for the verbs that only say that the event takes place. */
static void support_subject(const att_matcher *m, uint32_t t, att_role_side *s)
{
    static const char *const SUPPORT[] = {"launch", "begin", "start", "hold", "make", "stage", "conduct", "carry", "continue", "resume", "open",
                                          "mount", "plan", "announce", "issue", "give", "offer", "order", "take", "have", "lead", "join", "attend",
                                          "deliver", "step", "intensify", "end", "suspend", "halt", "stop", "cancel", "threaten", "extend", "send", "engage", "commit",
                                          "perpetrate", "undertake", "wage", "orchestrate", "initiate", "participate", "pay", "complete", "conclude", "organise", "organize", "sponsor", "mastermind", "host", "convene",
                                          "arrange", "execute", "spearhead", "renew", "unleash", "escalate", "embark", "resort", "raise", "voice", "lodge", "file", "submit", "withhold",
                                          "provide", "grant", NULL};
    static const char *const INTO[] = {"engage", "participate", "take", "join", "embark", "resort", "step", "go", NULL};
    const att_doc *doc = m->doc;
    t = holder_of(m, t);
    uint32_t up = doc->toks.at[t].head;
    static const char *const PREPS[] = {"in", "on", "to", NULL}; /* "engaged in an exercise"; not "leading up to the attack" */
    bool oblique = doc->toks.at[t].deprel == ATT_DEP_OBL && att_in(att_case_of(doc, t), PREPS) && att_in(doc->toks.at[up].lemma, INTO);
    bool object = doc->toks.at[t].deprel == ATT_DEP_OBJ || oblique || doc->toks.at[t].deprel == ATT_DEP_NSUBJ_PASS;
    if (!object || !up || !doc->tok_clause[up] || !att_in(doc->toks.at[up].lemma, SUPPORT)) return;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    if (subj && subj != t) att_role_collect(doc, subj, false, s);
}

/* "After talks with Scholz, Putin said ...": who speaks of a meeting with one party was the other; "the rebels' team at talks with Peru". */
static void other_party(const att_matcher *m, uint32_t t, att_role_side *s)
{
    const att_doc *doc = m->doc;
    uint32_t up = doc->toks.at[t].head, last = t;
    for (uint32_t steps = 0; up && !doc->tok_clause[up] && steps < 3; steps++) {
        att_id team = att_actor_at(doc, up);
        if (team && !doc->mentions.at[team].as_place) {
            att_role_collect(doc, up, false, s);
            return;
        }
        last = up, up = doc->toks.at[up].head;
    }
    if (!up || !doc->tok_clause[up] || doc->toks.at[last].deprel != ATT_DEP_OBL) return;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    if (subj) att_role_collect(doc, subj, false, s);
}

/* "agreed to meet Saudi Arabia", "threatened to attack Lebanon": whom the promised, refused or threatened act is done to. */
static void content_recipient(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r)
{
    static const att_slot SLOTS[] = {{ATT_SLOT_OBJ, false, {0}}, {ATT_SLOT_PREP, false, {"with", 4}}, {ATT_SLOT_PREP, false, {"against", 7}}, {ATT_SLOT_PREP, false, {"on", 2}}, {ATT_SLOT_PREP, false, {"to", 2}}};
    const att_doc *doc = m->doc;
    if (f->type != ATT_AGREE && f->type != ATT_REJECT && f->type != ATT_THREATEN && f->type != ATT_RETREAT) return;
    uint32_t x = att_role_content(m, t, f);
    for (size_t i = 0; x && i < sizeof SLOTS / sizeof *SLOTS && *r->n == 0; i++) {
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, x, &SLOTS[i], fill);
        for (uint32_t k = 0; k < n; k++) att_role_collect(doc, fill[k], false, r);
    }
}

/* Harm without a recipient in the frame's own slots: whom or what the words after "against", "on" or "in" name. A place counts only
 * when it belongs to another state than the one who acts. */
static void fallback_recipient(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *sofar, att_role_side *r)
{
    static const att_slot SLOTS[] = {{ATT_SLOT_PREP, false, {"against", 7}}, {ATT_SLOT_PREP, false, {"on", 2}}, {ATT_SLOT_PREP, false, {"in", 2}}};
    if (f->type != ATT_ASSAULT && f->type != ATT_COERCE && f->type != ATT_SANCTION && f->type != ATT_PROTEST) return;
    if (f->flags & ATT_FR_SYM || sofar->actor_count == 0) return;
    const att_doc *doc = m->doc;
    att_slice own = doc->entities.at[doc->mentions.at[sofar->actors[0]].entity].code;
    for (size_t i = 0; i < sizeof SLOTS / sizeof *SLOTS && *r->n == 0; i++) {
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, t, &SLOTS[i], fill);
        for (uint32_t k = 0; k < n && *r->n == 0; k++) {
            att_id men = att_actor_at(doc, fill[k]);
            if (!men) continue;
            bool place = doc->mentions.at[men].as_place || i == 2;
            att_slice code = doc->entities.at[doc->mentions.at[men].entity].code;
            if (place && (f->type != ATT_ASSAULT || att_eq(code, own) || own.len == 0)) continue;
            att_role_collect(doc, fill[k], true, r);
        }
    }
}

/* "blamed the regime for the attack", "thanked him for the visit", "was implicated in the bombing", "responsible for the raid": who is said to have done it. */
static void blamed(const att_matcher *m, uint32_t t, bool harm, att_role_side *s)
{
    static const char *const OBJECT[] = {"accuse", "suspect", "charge", NULL};
    static const char *const SUBJECT[] = {"implicate", "involve", "responsible", "guilty", "complicit", "accountable", "behind", "culpable", NULL};
    static const char *const PREPS[] = {"for", "of", "in", "over", "behind", NULL};
    const att_doc *doc = m->doc;
    uint32_t up = doc->toks.at[t].head;
    bool below = doc->toks.at[t].deprel == ATT_DEP_OBL || doc->toks.at[t].deprel == ATT_DEP_NMOD;
    if (!below || !up || !doc->tok_clause[up] || !att_in(att_case_of(doc, t), PREPS)) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    bool passive = (c->flags & ATT_CL_PASSIVE) != 0;
    bool why = att_is(att_case_of(doc, t), "for") || att_is(att_case_of(doc, t), "over"); /* "arrested in raids" tells how */
    bool object = att_in(doc->toks.at[up].lemma, OBJECT) || (why && att_object_answers(doc->toks.at[up].lemma));
    uint32_t who = object ? c->obj : harm && att_in(doc->toks.at[up].lemma, SUBJECT) ? (passive ? c->obj : c->subj) : 0;
    if (who) att_role_collect(doc, who, false, s);
}

/* "he agreed with Gorbachev at their meeting": the two of them. */
static void their_own(const att_matcher *m, uint32_t t, att_role_side *s)
{
    static const char *const THEIR[] = {"their", "our", NULL};
    const att_doc *doc = m->doc;
    uint32_t poss = att_child(doc, t, ATT_DEP_NMOD_POSS, 0), up = doc->toks.at[t].head;
    if (!poss || !att_in(doc->toks.at[poss].lower, THEIR) || !up || !doc->tok_clause[up]) return;
    for (uint32_t k = att_child(doc, up, ATT_DEP_OBL, 0); k; k = att_child(doc, up, ATT_DEP_OBL, k + 1)) {
        if (k == t || !att_is(att_case_of(doc, k), "with")) continue;
        uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
        *s->n = 0; /* the pronoun alone would name one of them */
        if (subj) att_role_collect(doc, subj, false, s);
        att_role_collect(doc, k, false, s);
        return;
    }
}

void att_role_actors_near(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a)
{
    bool harm = f->type == ATT_ASSAULT || f->type == ATT_COERCE || f->type == ATT_MOBILIZE;
    att_role_doers(m, t, f, a);
    if (f->pos != 'n') return;
    if (f->flags & ATT_FR_SYM) their_own(m, t, a);
    if (*a->n == 0 && f->type != ATT_ACCUSE) blamed(m, t, harm, a);
    if (*a->n == 0) support_subject(m, t, a);
    if (f->flags & ATT_FR_SYM && (f->type == ATT_CONSULT || f->type == ATT_ACCUSE) && *a->n == 1) other_party(m, t, a);
    att_role_meeters(m, t, f, a);
}

void att_role_recipients_near(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *sofar, att_role_side *r)
{
    content_recipient(m, t, f, r);
    if (*r->n == 0) att_role_victims(m, t, f, r);
    if (*r->n == 0) fallback_recipient(m, t, f, sofar, r);
}
