/* read_phrase.c: sources named by a phrase or a colon instead of a verb: "according to X", "in the words of X", "X: no talks". */
#include "statement/teller.h"

/* The rest of the clause in whose hull the phrase [pb, pe) stands; the longer side when it stands in the middle, both when both are long. */
static void rest_of(att_draft *d, att_stretch all, att_stretch phrase)
{
    uint32_t left = phrase.beg > all.beg ? phrase.beg - all.beg : 0, right = all.end > phrase.end ? all.end - phrase.end : 0;
    if (left > 3 && right > 3) {
        d->part[0] = (att_stretch){all.beg, phrase.beg};
        d->part[1] = (att_stretch){phrase.end, all.end};
    } else if (left >= right) {
        d->part[0] = (att_stretch){all.beg, phrase.beg};
    } else {
        d->part[0] = (att_stretch){phrase.end, all.end};
    }
}

/* Length in tokens of a prepositional cue that starts at t, 0 = none. */
static uint32_t phrase_cue(const att_teller *w, uint32_t t)
{
    static const char *const HEADS[] = {"words", "view", "opinion", "eyes", NULL};
    const att_doc *doc = w->doc;
    if (t + 2 >= doc->toks.n) return 0;
    if (att_is(doc->toks.at[t].lower, "according") && att_is(doc->toks.at[t + 1].lower, "to")) return 2;
    if (t + 4 < doc->toks.n && att_is(doc->toks.at[t].lower, "in") && att_is(doc->toks.at[t + 1].lower, "the") && att_in(doc->toks.at[t + 2].lower, HEADS) && att_is(doc->toks.at[t + 3].lower, "of")) return 4;
    return 0;
}

/* Head of the noun phrase right after the cue: climb from its first word while the head lies to the right and in the phrase. */
static uint32_t phrase_head(const att_doc *doc, uint32_t t, uint32_t limit)
{
    uint32_t x = t;
    while (doc->toks.at[x].head > t && doc->toks.at[x].head < limit && !doc->tok_clause[doc->toks.at[x].head]) x = doc->toks.at[x].head;
    return x;
}

static void read_phrase(att_teller *w, uint32_t t, uint32_t len)
{
    att_doc *doc = w->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    uint32_t x = phrase_head(doc, t + len, s->tok_end);
    if (x >= s->tok_end) return;
    att_stretch phrase = att_hull(doc, x);
    if (phrase.beg > t) phrase.beg = t;
    if (phrase.end <= x) phrase.end = x + 1;
    uint32_t head = doc->toks.at[x].head;
    if (head >= t && head < t + len) head = doc->toks.at[head].head;
    while (head && !doc->tok_clause[head]) head = doc->toks.at[head].head;
    att_draft d = {.cue = t, .cue_words = {t, t + len}, .source = x, .speaker = att_mention_at(doc, x), .rule = "ST_ACCORDING"};
    att_stretch all = {s->tok_beg, s->tok_end};
    if (head) {
        all = att_hull(doc, head);
        /* at the end of a sentence the phrase vouches for all of it */
        if (phrase.end + 1 >= s->tok_end && doc->toks.at[head].deprel != ATT_DEP_CCOMP) all = (att_stretch){s->tok_beg, s->tok_end};
        if (phrase.beg <= s->tok_beg + 1) all = (att_stretch){s->tok_beg, s->tok_end};
    }
    rest_of(&d, all, phrase);
    (void)att_tell(w, d);
}

void att_read_according(att_teller *w)
{
    for (uint32_t t = 1; t + 2 < w->doc->toks.n; t++) {
        uint32_t len = phrase_cue(w, t);
        if (len && w->doc->toks.at[t].sent == w->doc->toks.at[t + len].sent) read_phrase(w, t, len);
    }
}

static bool names_somebody(const att_doc *doc, uint32_t beg, uint32_t end, bool title, uint32_t *head)
{
    *head = 0;
    if (doc->toks.at[beg].upos == ATT_ADP) return false; /* "On stage at the Kremlin: ..." */
    for (uint32_t t = beg; t < end; t++) {
        if (doc->tok_clause[t] || doc->toks.at[t].upos == ATT_VERB) return false;
        att_id m = doc->tok_mention[t];
        if (!m || *head) continue;
        const att_entity *e = &doc->entities.at[doc->mentions.at[m].entity];
        if (doc->mentions.at[m].form != ATT_MEN_PRONOUN && (e->kind == ATT_KIND_PERSON || (title && e->political)) && doc->mentions.at[m].tok_end >= end) *head = t;
    }
    return *head != 0;
}

/* "Lavrov: No talks" and "No talks: Lavrov". A name of at most six words, and a colon that is not a clock's. */
void att_read_colons(att_teller *w)
{
    enum { NAME_WORDS = 6 };
    att_doc *doc = w->doc;
    for (att_id i = 1; i < doc->sents.n; i++) {
        const att_sent *s = &doc->sents.at[i];
        for (uint32_t t = s->tok_beg + 1; t + 1 < s->tok_end; t++) {
            if (!att_is(doc->toks.at[t].form, ":") || att_in_quote(w, t)) continue;
            uint32_t head;
            bool title = doc->paras.at[s->para].kind == ATT_BLOCK_TITLE;
            att_draft d = {.cue = t, .cue_words = {t, t + 1}, .rule = "ST_COLON"};
            if (t - s->tok_beg <= NAME_WORDS && s->tok_end - t > 3 && names_somebody(doc, s->tok_beg, t, title, &head)) d.part[0] = (att_stretch){t + 1, s->tok_end};
            else if (s->tok_end - t <= NAME_WORDS && t - s->tok_beg > 3 && title && names_somebody(doc, t + 1, s->tok_end, title, &head)) d.part[0] = (att_stretch){s->tok_beg, t};
            else break;
            d.source = head;
            d.speaker = doc->tok_mention[head];
            (void)att_tell(w, d);
            break;
        }
    }
}

/* The cue that a capitalised word of a headline is ("SAYS", "Warns"), which taggers take for part of a name. */
static const att_cue *headline_cue(const att_teller *w, uint32_t t)
{
    const att_tok *k = &w->doc->toks.at[t];
    if (w->cue[t] || k->upos == ATT_VERB || k->lower.len < 4 || !att_ends(k->lower, "s")) return NULL;
    const att_cue *c = att_cue_of(w->cues, att_sub(k->lower, 0, k->lower.len - 1), 'v');
    return c && c->takes & ATT_TAKES_CLAUSE && att_cue_utters(c) ? c : NULL;
}

/* "REAGAN SAYS U.S. TO OFFER TREATY": name, cue, and the rest of the line, in titles and in lines of capitals. */
void att_read_headlines(att_teller *w)
{
    enum { NAME_WORDS = 8 };
    att_doc *doc = w->doc;
    for (att_id i = 1; i < doc->sents.n; i++) {
        const att_sent *s = &doc->sents.at[i];
        bool line = doc->paras.at[s->para].kind == ATT_BLOCK_TITLE || (doc->toks.at[s->tok_beg].flags & ATT_TOK_UPPER);
        for (uint32_t t = s->tok_beg + 1; line && t + 2 < s->tok_end && t < s->tok_beg + NAME_WORDS; t++) {
            const att_cue *c = headline_cue(w, t);
            if (!c || w->told[t]) continue;
            att_draft d = {.cue = t, .cue_words = {t, t + 1}, .source = t - 1, .part = {{t + 1, s->tok_end}}, .rule = "ST_HEADLINE"};
            for (uint32_t k = s->tok_beg; k < t; k++)
                if (doc->tok_mention[k]) d.source = k, d.speaker = doc->tok_mention[k];
            (void)att_tell(w, d);
            break;
        }
    }
}
