/* roles_again.c: "the meeting", "the attack", "these talks" that only refer back: their sides are those of the deed that was told just before. */
#include "event/roles_int.h"

#include "event/event.h"

/* "The latest talks", and nothing that tells of other ones. */
static bool refers_back(const att_doc *doc, uint32_t t)
{
    static const char *const THE[] = {"the", "this", "that", "these", "those", NULL};
    static const char *const SAME[] = {"latest", "last", "previous", "same", "recent", NULL};
    bool definite = false;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *w = &doc->toks.at[k];
        switch (w->deprel) {
        case ATT_DEP_DET: definite = att_in(w->lower, THE); break;
        case ATT_DEP_AMOD: if (!att_in(w->lower, SAME)) return false; break;
        case ATT_DEP_NMOD: case ATT_DEP_NMOD_POSS: case ATT_DEP_COMPOUND: case ATT_DEP_NUMMOD: case ATT_DEP_ACL: case ATT_DEP_ACL_RELCL: case ATT_DEP_CONJ: return false;
        default: break;
        }
    }
    return definite && doc->toks.at[t].deprel != ATT_DEP_CONJ && doc->toks.at[t].deprel != ATT_DEP_COMPOUND;
}

/* Talks among all who are named: who mediates is no side. */
static bool plain_talks(att_slice mode) { return !mode.len || att_is(mode, "multilateral"); }

/* Does the noun's frame speak of such a deed as was told? A kidnapping is no bombing, a visit no call. */
static bool is_kin(const att_doc *doc, const att_frame *f, const att_event *told)
{
    static const char *const WORDS[] = {"meet", "meeting", "talk", "talks", "summit", "discuss", "discussion", "negotiate", "negotiation", "dialogue", "hold", "round", "encounter", "session", "confer", NULL};
    if (f->type != ATT_CONSULT) return told->type == f->type && (!f->mode.len || !told->mode.len || att_eq(f->mode, told->mode));
    bool talks = plain_talks(f->mode) && plain_talks(told->mode) && att_in(doc->toks.at[told->trigger].lemma, WORDS);
    if (told->type == ATT_AGREE) return talks && told->status == ATT_ST_PLANNED; /* "will meet on Monday" */
    return told->type == ATT_CONSULT && (talks || (f->mode.len && att_eq(f->mode, told->mode)));
}

static bool is_plural(const att_tok *k) { return att_ends(k->lower, "s") && !att_eq(k->lemma, k->lower); }

/* "The attacks" are no single one. */
static bool agrees(const att_doc *doc, uint32_t t, const att_event *told)
{
    const att_tok *a = &doc->toks.at[t], *b = &doc->toks.at[told->trigger];
    return b->upos != ATT_NOUN || is_plural(a) == is_plural(b);
}

static uint32_t copy(att_id *to, const att_ids *from)
{
    uint32_t n = from->n < ATT_MAX_SIDE ? from->n : ATT_MAX_SIDE;
    memcpy(to, from->at, n * sizeof *to);
    return n;
}

/* The event whose word is that token; NULL = none. */
static const att_event *event_at(const att_doc *doc, uint32_t tok)
{
    for (uint32_t i = doc->events.n; tok && i-- > 1 && doc->events.at[i].sent == doc->toks.at[tok].sent;)
        if (doc->events.at[i].trigger == tok) return &doc->events.at[i];
    return NULL;
}

void att_roles_again(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *r)
{
    enum { BACK = 3 };
    const att_doc *doc = m->doc;
    if (r->actor_count || (f->type != ATT_ASSAULT && f->type != ATT_CONSULT)) return;
    /* "The attack killed 14 people": whoever attacked killed them */
    const att_event *deed = f->pos == 'v' && f->type == ATT_ASSAULT && doc->tok_clause[t] ? event_at(doc, doc->clauses.at[doc->tok_clause[t]].subj) : NULL;
    if (deed && deed->type == ATT_ASSAULT) r->actor_count = copy(r->actors, &deed->actors);
    static const char *const STATES[] = {"violence", "fighting", "unrest", "war", "conflict", "clash", NULL}; /* how things are, no deed */
    if (att_in(doc->toks.at[t].lemma, STATES)) return;
    if (f->pos != 'n' || (f->type == ATT_CONSULT && r->recipient_count) || !refers_back(doc, t)) return;
    for (uint32_t i = doc->events.n; i-- > 1 && doc->events.at[i].sent + BACK >= doc->toks.at[t].sent;) {
        const att_event *told = &doc->events.at[i];
        if (told->sent == doc->toks.at[t].sent || !is_kin(doc, f, told) || !agrees(doc, t, told) || told->actors.n + told->recipients.n < (f->type == ATT_CONSULT ? 2u : 1u)) continue;
        r->actor_count = copy(r->actors, &told->actors);
        if (!r->recipient_count) r->recipient_count = copy(r->recipients, &told->recipients);
        return;
    }
}
