/* typing_features.c: a word and its clause as numbers for the network. */
#include "event/typing.h"

static const char *const PREPS[ATT_TYPING_PREPS] = {"against", "on", "of", "in", "to", "with", "for", "by", "from", "into", "over", "at",
                                                    "about", "between", "as", "after", "before", NULL /* the relations below */};
enum { NAMED = 17, REL_PRT = NAMED, REL_POSS, REL_COMPOUND, REL_AMOD, REL_ADVMOD, REL_OTHER };

/* Sectors that are told apart; any other, and none, is the last. */
static const char *const SECTORS[] = {"GOV", "MIL", "REB", "COP", "LEG", "JUD", "OPP", "PTY", "CVL", "BUS", "UAF", "IGO", "MED", "SOC"};
enum { SECTOR_COUNT = sizeof SECTORS / sizeof *SECTORS, F_POS = 0, F_CLAUSE = 3, F_TENSE = 14, F_MODAL = 18, F_SUBJ, F_OBJ, F_XCOMP, F_CCOMP,
       F_ACTOR, F_RECIPIENT = F_ACTOR + 4 + SECTOR_COUNT, F_POLITICS = F_RECIPIENT + 4 + SECTOR_COUNT, F_END };
_Static_assert((int)F_END <= (int)ATT_TYPING_FLAGS, "room for all flags");

typedef struct {
    const att_model *language;
    const att_doc *doc;
    float *x;
} reader;

/* Adds the vector of a token's dictionary form to block `block`, times weight. */
static void word(const reader *r, uint32_t t, uint32_t block, float weight)
{
    const int8_t *v = t ? att_word_vector(r->language, r->doc->toks.at[t].lemma) : NULL;
    float *x = r->x + (size_t)block * ATT_TYPING_WORD;
    for (uint32_t i = 0; v && i < ATT_TYPING_WORD; i++) x[i] += weight * (float)v[i];
}

static bool political(const reader *r, uint32_t t)
{
    att_id m = t ? att_actor_at(r->doc, t) : 0;
    return m && r->doc->entities.at[r->doc->mentions.at[m].entity].political;
}

static void actor(const reader *r, float *flags, uint32_t t)
{
    att_id m = t ? att_actor_at(r->doc, t) : 0;
    if (!m) return;
    const att_entity *e = &r->doc->entities.at[r->doc->mentions.at[m].entity];
    uint32_t s = 0;
    while (s < SECTOR_COUNT && !att_is(e->sector, SECTORS[s])) s++;
    flags[0] = 1;
    flags[1] = e->code.len > 0;
    flags[2] = e->political;
    flags[3 + s] = 1;
}

static uint32_t relation(const reader *r, uint32_t k)
{
    switch (r->doc->toks.at[k].deprel) {
    case ATT_DEP_COMPOUND_PRT: return REL_PRT;
    case ATT_DEP_NMOD_POSS: return REL_POSS;
    case ATT_DEP_COMPOUND: return REL_COMPOUND;
    case ATT_DEP_AMOD: return REL_AMOD;
    case ATT_DEP_ADVMOD: return REL_ADVMOD;
    case ATT_DEP_OBL: case ATT_DEP_NMOD: {
        att_slice prep = att_case_of(r->doc, k);
        for (uint32_t i = 0; i < NAMED; i++)
            if (att_is(prep, PREPS[i])) return i;
        return REL_OTHER;
    }
    default: return ATT_TYPING_PREPS;
    }
}

static void dependents(const reader *r, uint32_t t, float *preps, float *flags)
{
    enum { COMPLEMENT = 2, OBLIQUES = 4 };
    for (uint32_t k = att_next_child(r->doc, t, 0); k; k = att_next_child(r->doc, t, k)) {
        uint8_t rel = r->doc->toks.at[k].deprel;
        if (rel == ATT_DEP_XCOMP || rel == ATT_DEP_CCOMP) {
            flags[rel == ATT_DEP_XCOMP ? F_XCOMP : F_CCOMP] = 1;
            word(r, k, COMPLEMENT, 1);
        }
        uint32_t which = relation(r, k);
        if (which == ATT_TYPING_PREPS) continue;
        preps[which] = 1;
        if (political(r, k)) preps[ATT_TYPING_PREPS + which] = 1;
        if (which != REL_AMOD && which != REL_ADVMOD && which != REL_PRT) word(r, k, OBLIQUES, 0.5f);
    }
}

bool att_typing_features(const att_model *language, const att_doc *doc, uint32_t t, bool politics, float x[ATT_TYPING_IN])
{
    static const float UNIT = 1.0f / 64; /* vectors are small integers */
    const reader r = {language, doc, x};
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    const att_tok *k = &doc->toks.at[t];
    float *preps = x + ATT_TYPING_WORD * ATT_TYPING_WORDS, *flags = preps + 2 * ATT_TYPING_PREPS;
    if (att_word_size(language) != ATT_TYPING_WORD) return false;
    memset(x, 0, ATT_TYPING_IN * sizeof *x);
    word(&r, t, 0, 1);
    word(&r, c->obj, 1, 1);
    word(&r, c->subj, 3, 1);
    dependents(&r, t, preps, flags);
    for (uint32_t i = 0; i < ATT_TYPING_WORD * ATT_TYPING_WORDS; i++) x[i] *= UNIT;
    flags[F_POS + (k->upos == ATT_VERB ? 0 : k->upos == ATT_NOUN ? 1 : 2)] = 1;
    for (uint32_t b = 0; b < F_TENSE - F_CLAUSE; b++) flags[F_CLAUSE + b] = (float)(c->flags >> b & 1);
    flags[F_TENSE + c->tense] = 1;
    flags[F_MODAL] = c->modal.len > 0;
    flags[F_SUBJ] = c->subj != 0;
    flags[F_OBJ] = c->obj != 0;
    actor(&r, flags + F_ACTOR, c->subj);
    actor(&r, flags + F_RECIPIENT, c->obj);
    flags[F_POLITICS] = politics;
    return true;
}
