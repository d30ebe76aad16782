/* read_noun.c: nouns and adjectives that stand for speech or belief: "the claim that", "calls for", "is confident that". */
#include "statement/teller.h"

/* Content under a noun: a clause with "that" or "to", or what a preposition of the cue governs. */
static bool content_of(const att_teller *w, uint32_t cue, att_draft *d)
{
    const att_doc *doc = w->doc;
    const att_cue *entry = w->cue[cue];
    for (uint32_t k = att_next_child(doc, cue, cue); k; k = att_next_child(doc, cue, k)) {
        const att_tok *t = &doc->toks.at[k];
        att_stretch h = att_hull(doc, k);
        if (h.beg <= cue) continue;
        att_slice first = doc->toks.at[h.beg].lower;
        bool clause = t->deprel == ATT_DEP_ACL || t->deprel == ATT_DEP_CCOMP || t->deprel == ATT_DEP_XCOMP || t->deprel == ATT_DEP_ADVCL;
        bool that = att_is(first, "that") && (clause || t->deprel == ATT_DEP_ACL_RELCL) && doc->toks.at[h.beg].deprel == ATT_DEP_MARK;
        bool plain = t->deprel == ATT_DEP_CCOMP && (entry->takes & ATT_TAKES_CLAUSE);
        bool inf = clause && att_is(first, "to") && (entry->takes & ATT_TAKES_INF);
        bool prep = h.beg < k && att_cue_takes_prep(entry, first) && (clause || t->deprel == ATT_DEP_NMOD || t->deprel == ATT_DEP_OBL);
        if ((that && (entry->takes & ATT_TAKES_CLAUSE)) || plain || inf || prep) {
            d->part[0] = (att_stretch){h.beg + (prep && !inf), h.end};
            if (prep && !inf) d->prep = h.beg;
            return true;
        }
    }
    return false;
}

bool att_read_noun(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    att_draft d = {.cue = cue, .rule = "ST_NOUN", .source = att_source_of(doc, cue)};
    if (!content_of(w, cue, &d)) return false;
    if (!d.source && d.prep) return false; /* "questions about": nobody asks */
    if (d.source >= d.part[0].beg && d.source < d.part[0].end) return false;
    d.speaker = att_mention_at(doc, d.source);
    return att_tell(w, d) != 0;
}

bool att_read_adjective(att_teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    att_draft d = {.cue = cue, .rule = "ST_ADJECTIVE", .source = att_source_of(doc, cue)};
    if (!d.source || !doc->tok_clause[cue] || !content_of(w, cue, &d)) return false;
    d.speaker = att_mention_at(doc, d.source);
    return att_tell(w, d) != 0;
}
