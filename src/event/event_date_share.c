/* event_date_share.c: dates that no word of the sentence gives, but the article does. Written only when nothing better is known, with
 * a rule of their own and no words as evidence. */
#include "event/event_date.h"
#include "event/event_history.h"
#include "event/same.h"
#include "event/status.h"

enum {
    NEAR = 60,       /* events on either side that are looked at */
    TWIN_GAP = 12,   /* sentences between two tellings of one act */
    SAME_GAP = 20,   /* sentences between an event and "the attack" that means it */
    AHEAD_GAP = 6    /* the same looking ahead */
};

static bool undated(const att_event *e) { return e->date.days.first == ATT_NO_DAY; }
static bool told(const att_event *e) { return !undated(e) && e->date.span.end > e->date.span.beg; }

static bool of_story(const att_event *e) { return strcmp(e->date.rule, "DATE_STORY") == 0 || strcmp(e->date.rule, "DATE_PUBLISHED") == 0; }

/* What the future made an agreement is no act of speaking. */
static bool speech(const att_event *e) { return att_type_speaks(e->type) && !(e->type_rule && strcmp(e->type_rule, "FUTURE_AGREE") == 0); }

static att_id entity_of(const att_doc *doc, att_id mention) { return doc->mentions.at[mention].entity; }

/* One state may act as its president or its army, but two persons are two, and of two without a code no more is known. */
static bool may_be(const att_doc *doc, att_id a, att_id b)
{
    const att_entity *x = &doc->entities.at[a], *y = &doc->entities.at[b];
    if (a == b) return true;
    bool persons = x->kind == ATT_KIND_PERSON && y->kind == ATT_KIND_PERSON && x->name.len && y->name.len;
    return !persons && x->code.len && att_eq(x->code, y->code);
}

static bool stands_in(const att_doc *doc, att_ids list, att_id party)
{
    for (uint32_t i = 0; i < list.n; i++)
        if (may_be(doc, entity_of(doc, list.at[i]), party)) return true;
    return false;
}

/* Every party of a stands on the same side of b. */
static bool covered(const att_doc *doc, att_ids a, att_ids b)
{
    for (uint32_t i = 0; i < a.n; i++)
        if (!stands_in(doc, b, entity_of(doc, a.at[i]))) return false;
    return true;
}

static bool same_act(const att_doc *doc, const att_event *a, const att_event *b)
{
    if (a->type != b->type || att_date_is_real(a) != att_date_is_real(b) || a->actors.n + a->recipients.n == 0) return false;
    return covered(doc, a->actors, b->actors) && covered(doc, a->recipients, b->recipients) && att_places_agree(doc, a, b) && att_tolls_agree(a, b);
}

static void inherit(att_event *e, att_dated from, const char *rule)
{
    e->date = from;
    e->date.span = (att_span){0, 0};
    e->date.rule = rule;
}

/* "the attack", "this deal", "their release": known already. */
static bool definite(const att_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"the", "this", "that", "these", "those", NULL};
    uint32_t det = att_child(doc, t, ATT_DEP_DET, 0);
    return (det && att_in(doc->toks.at[det].lower, WORDS)) || att_child(doc, t, ATT_DEP_NMOD_POSS, 0);
}

static bool in_title(const att_doc *doc, const att_event *e) { return doc->paras.at[doc->sents.at[e->sent].para].kind == ATT_BLOCK_TITLE; }

/* Another telling with a date of its own: the nearest one. Speech acts of one kind are many: the word must be the same, or a headline's. */
static bool from_twin(att_doc *doc, uint32_t i)
{
    att_event *e = &doc->events.at[i];
    uint32_t best = 0, best_gap = TWIN_GAP;
    uint32_t first = i > NEAR ? i - NEAR : 1, end = i + NEAR < doc->events.n ? i + NEAR : doc->events.n;
    for (uint32_t j = first; j < end; j++) {
        const att_event *o = &doc->events.at[j];
        uint32_t gap = o->sent > e->sent ? o->sent - e->sent : e->sent - o->sent;
        bool word = !speech(e) || att_eq(doc->toks.at[o->trigger].lemma, doc->toks.at[e->trigger].lemma) || in_title(doc, e) || in_title(doc, o);
        bool known = told(o) || (in_title(doc, e) && !undated(o) && of_story(o));
        if (j != i && known && gap < best_gap && word && same_act(doc, e, o)) best = j, best_gap = gap;
    }
    if (best) inherit(e, doc->events.at[best].date, of_story(&doc->events.at[best]) ? doc->events.at[best].date.rule : "DATE_TWIN");
    return best != 0;
}

/* The word names a party of the event, or its place. */
static bool stands_for(const att_doc *doc, uint32_t t, const att_event *o)
{
    const att_ids sides[] = {o->actors, o->recipients};
    att_id who = doc->mentions.at[doc->tok_mention[t]].entity;
    bool person = doc->entities.at[who].kind == ATT_KIND_PERSON;
    for (int k = 0; k < 2 && doc->tok_mention[t]; k++)
        for (uint32_t i = 0; i < sides[k].n; i++)
            if (person ? who == entity_of(doc, sides[k].at[i]) : may_be(doc, who, entity_of(doc, sides[k].at[i]))) return true;
    const att_place *p = o->place ? &doc->places.at[o->place] : NULL;
    return p && p->tok_beg <= t && t < p->tok_end;
}

/* The noun that tells what it was about: "the attack on the train", "the siege of Aleppo", "the parliament attack". */
static uint32_t aim_of(const att_doc *doc, uint32_t t)
{
    static const char *const AT[] = {"on", "against", "of", "in", "at", NULL};
    for (uint32_t c = att_next_child(doc, t, 0); c; c = att_next_child(doc, t, c)) {
        if (doc->toks.at[c].deprel == ATT_DEP_NMOD && att_in(att_case_of(doc, c), AT)) return c;
        if (doc->toks.at[c].deprel == ATT_DEP_COMPOUND && c < t) return c;
    }
    return 0;
}

/* "The attack on the train" is not the one on parliament told before; "the Lyon shooting" takes up a deed told by another word only if Lyon was in it. */
static bool other_aim(const att_doc *doc, const att_event *e, const att_event *o, bool word)
{
    uint32_t by = doc->clauses.at[doc->tok_clause[o->trigger]].subj; /* "an attack on parliament killed" */
    bool noun = doc->tok_clause[o->trigger] && by && att_eq(doc->toks.at[by].lemma, doc->toks.at[e->trigger].lemma);
    uint32_t a = aim_of(doc, e->trigger), b = aim_of(doc, noun ? by : o->trigger);
    if (!word && !noun) return a && doc->toks.at[a].upos == ATT_PROPN && !stands_for(doc, a, o);
    return a && b && !att_eq(doc->toks.at[a].lemma, doc->toks.at[b].lemma);
}

static bool means(const att_doc *doc, const att_event *e, const att_event *o)
{
    bool word = att_is_noun(&doc->toks.at[o->trigger]) && att_eq(doc->toks.at[o->trigger].lemma, doc->toks.at[e->trigger].lemma);
    if (other_aim(doc, e, o, word) || !att_places_agree(doc, e, o) || !att_tolls_agree(e, o)) return false;
    bool alike = word || (o->type == e->type && !speech(e) && att_date_is_real(o) == att_date_is_real(e));
    bool clash = (e->recipients.n && o->recipients.n && !covered(doc, e->recipients, o->recipients)) || (e->actors.n && o->actors.n && !covered(doc, e->actors, o->actors));
    return alike && !clash && !undated(o) && o->sent != e->sent;
}

/* A definite noun means the event of its type, or the noun of its kind, that was dated before; else one that is told just after. */
static bool from_same(att_doc *doc, uint32_t i)
{
    att_event *e = &doc->events.at[i];
    if (!att_is_noun(&doc->toks.at[e->trigger]) || !definite(doc, e->trigger)) return false;
    uint32_t found = 0, news = 0;
    for (uint32_t j = i; j-- > 1 && !found && doc->events.at[j].sent + SAME_GAP >= e->sent;) {
        const att_event *o = &doc->events.at[j];
        if (!means(doc, e, o)) continue;
        if (of_story(o)) news = j;
        else found = j;
    }
    for (uint32_t j = i + 1; j < doc->events.n && !found && doc->events.at[j].sent <= e->sent + AHEAD_GAP; j++)
        if (told(&doc->events.at[j]) && means(doc, e, &doc->events.at[j])) found = j;
    if (found) inherit(e, doc->events.at[found].date, "DATE_SAME");
    else if (news) inherit(e, doc->events.at[news].date, doc->events.at[news].date.rule);
    return found || news;
}

static bool from_headline(att_doc *doc, att_event *e)
{
    if (doc->paras.at[doc->sents.at[e->sent].para].kind != ATT_BLOCK_TITLE || doc->meta.published == ATT_NO_DAY || !att_date_is_real(e)) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[e->trigger]];
    bool perfect = c->flags & ATT_CL_PERFECT && !att_date_pluperfect(doc, e->trigger);
    if (!doc->tok_clause[e->trigger] || (c->tense != ATT_TENSE_PRESENT && !perfect)) return false;
    att_days day = {doc->meta.published, doc->meta.published};
    inherit(e, (att_dated){.days = day, .value = att_days_text(doc->keep, day)}, "DATE_HEADLINE");
    return true;
}

static bool from_paragraph(att_doc *doc, uint32_t i)
{
    att_event *e = &doc->events.at[i];
    const att_clause *c = &doc->clauses.at[doc->tok_clause[e->trigger]];
    if (!att_date_is_real(e) || !doc->tok_clause[e->trigger] || c->tense != ATT_TENSE_PAST || c->flags & ATT_CL_PERFECT || att_date_background(doc, e->trigger)) return false;
    for (uint32_t j = i; j-- > 1;) {
        const att_event *o = &doc->events.at[j];
        if (o->sent + 2 < e->sent || doc->sents.at[o->sent].para != doc->sents.at[e->sent].para) return false;
        if (told(o) && o->date.days.first == o->date.days.last && att_date_is_real(o) && o->sent != e->sent) {
            inherit(e, o->date, "DATE_RUNNING");
            return true;
        }
    }
    return false;
}

/* A speech act in words that are quoted or reported was done when they were said. */
static bool from_statement(const att_doc *doc, const att_story_day *s, att_event *e)
{
    const att_statement *st = &doc->statements.at[s->said_in[e->trigger]];
    if (!s->said_in[e->trigger] || !speech(e) || !st->cue_tok || st->cue_tok == e->trigger) return false;
    att_dated d = att_event_date(doc, st->cue_tok, false);
    if (d.days.first == ATT_NO_DAY) return false;
    e->date = d;
    e->date.rule = "DATE_SAID";
    return true;
}

/* "met them a day later to ask", "was shelved when he insisted": the day of the event that the clause belongs to, however that was found. */
static bool from_governor(att_doc *doc, att_event *e)
{
    static const char *const SAME_TIME[] = {"when", "as", "while", "to", NULL};
    uint32_t t = e->trigger, mark = att_child(doc, t, ATT_DEP_MARK, 0), adverb = att_child(doc, t, ATT_DEP_ADVMOD, 0);
    bool when = adverb && adverb < t && att_is(doc->toks.at[adverb].lower, "when");
    if (doc->toks.at[t].deprel != ATT_DEP_ADVCL || !doc->tok_clause[t] || (mark && !att_in(doc->toks.at[mark].lower, SAME_TIME) && !when)) return false;
    att_id above = doc->toks.at[t].head ? att_date_event_at(doc, doc->toks.at[t].head) : 0;
    const att_event *o = &doc->events.at[above];
    if (!above || undated(o)) return false;
    inherit(e, o->date, of_story(o) ? o->date.rule : "DATE_WITH");
    return true;
}

/* "On February 8" in an article without a day: a date of its own that cannot be read, and that no other telling's may replace. */
static bool unread_date(const att_doc *doc, const att_event *e)
{
    const att_sent *s = &doc->sents.at[e->sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, s->tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg < s->tok_end; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (x->kind != ATT_TIMEX_DATE || x->days.first != ATT_NO_DAY || att_ends(x->value, "_REF")) continue;
        if (att_date_anchor(doc, x) == e->trigger) return true;
    }
    return false;
}

/* A headline is told again in the lead: its events come last. */
static void share(att_doc *doc, const att_story_day *s, bool titles)
{
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        if (in_title(doc, e) != titles) continue;
        if (undated(e) && !e->history && !unread_date(doc, e) && !from_twin(doc, i) && !from_same(doc, i) && !from_headline(doc, e) && !from_governor(doc, e) && !from_paragraph(doc, i)) (void)att_date_from_story(doc, s, e, speech(e));
        att_note_add(doc, ATT_STAGE_EVENT, e->trigger, "date %.*s by %s", (int)e->date.value.len, e->date.value.len ? e->date.value.ptr : "", e->date.rule);
    }
}

void att_event_dates_find(const att_frames *frames, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_story_day s = att_date_story(doc);
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        e->date = att_event_date(doc, e->trigger, speech(e));
        if (undated(e)) att_history_from_words(frames, doc, e);
        if (undated(e) && !e->history && !from_statement(doc, &s, e)) (void)att_date_from_count(doc, &s, e);
    }
    share(doc, &s, false);
    share(doc, &s, true);
    for (uint32_t i = 1; i < doc->events.n; i++) att_history_from_date(doc, &doc->events.at[i]);
    att_arena_rewind(doc->scratch, mark);
}
