/* event_date_share.c: dates that no word of the sentence gives, but the article does. Written only when nothing better is known, with
 * a rule of their own and no words as evidence. */
#include "event/event_date.h"
#include "event/event_history.h"

enum {
    NEAR = 60,       /* events on either side that are looked at */
    TWIN_GAP = 12,   /* sentences between two tellings of one act */
    SAME_GAP = 20,   /* sentences between an event and "the attack" that means it */
    AHEAD_GAP = 6    /* the same looking ahead */
};

static bool told(const att_event *e) { return !att_date_undated(e) && e->date.span.end > e->date.span.beg; }

static bool of_story(const att_event *e) { return strcmp(e->date.rule, "DATE_STORY") == 0 || strcmp(e->date.rule, "DATE_PUBLISHED") == 0; }

static void inherit(att_event *e, att_dated from, const char *rule)
{
    e->date = from;
    e->date.span = (att_span){0, 0};
    e->date.rule = rule;
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
        bool word = !att_date_speech(e) || att_eq(doc->toks.at[o->trigger].lemma, doc->toks.at[e->trigger].lemma) || in_title(doc, e) || in_title(doc, o);
        bool known = told(o) || (in_title(doc, e) && !att_date_undated(o) && of_story(o));
        if (j != i && known && gap < best_gap && word && att_date_same_act(doc, e, o)) best = j, best_gap = gap;
    }
    if (best) inherit(e, doc->events.at[best].date, of_story(&doc->events.at[best]) ? doc->events.at[best].date.rule : "DATE_TWIN");
    return best != 0;
}

/* A definite noun means the event of its type, or the noun of its kind, that was dated before; else one that is told just after. */
static bool from_same(att_doc *doc, uint32_t i)
{
    att_event *e = &doc->events.at[i];
    if (!att_is_noun(&doc->toks.at[e->trigger]) || !att_date_definite(doc, e->trigger)) return false;
    uint32_t found = 0, news = 0;
    for (uint32_t j = i; j-- > 1 && !found && doc->events.at[j].sent + SAME_GAP >= e->sent;) {
        const att_event *o = &doc->events.at[j];
        if (!att_date_means(doc, e, o)) continue;
        if (of_story(o)) news = j;
        else found = j;
    }
    for (uint32_t j = i + 1; j < doc->events.n && !found && doc->events.at[j].sent <= e->sent + AHEAD_GAP; j++)
        if (told(&doc->events.at[j]) && att_date_means(doc, e, &doc->events.at[j])) found = j;
    if (found) inherit(e, doc->events.at[found].date, "DATE_SAME");
    else if (news) inherit(e, doc->events.at[news].date, doc->events.at[news].date.rule);
    return found || news;
}

static bool from_headline(att_doc *doc, const att_story_day *s, att_event *e)
{
    if (doc->paras.at[doc->sents.at[e->sent].para].kind != ATT_BLOCK_TITLE || doc->meta.published == ATT_NO_DAY || !att_date_is_real(e)) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[e->trigger]];
    bool perfect = c->flags & ATT_CL_PERFECT && !att_date_pluperfect(doc, e->trigger);
    if (!doc->tok_clause[e->trigger] || (c->tense != ATT_TENSE_PRESENT && !perfect)) return false;
    inherit(e, s->day, "DATE_HEADLINE");
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
    if (!s->said_in[e->trigger] || !att_date_speech(e) || !st->cue_tok || st->cue_tok == e->trigger) return false;
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
    if (!above || att_date_undated(o)) return false;
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
        if (att_date_undated(e) && !e->history && !unread_date(doc, e) && !from_twin(doc, i) && !from_same(doc, i) && !from_headline(doc, s, e) && !from_governor(doc, e) && !from_paragraph(doc, i)) (void)att_date_from_story(doc, s, e, att_date_speech(e));
        att_note_add(doc, ATT_STAGE_EVENT, e->trigger, "date %.*s by %s", (int)e->date.value.len, e->date.value.len ? e->date.value.ptr : "", e->date.rule);
    }
}

void att_event_dates_find(const att_frames *frames, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_story_day s = att_date_story(doc);
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        e->date = att_event_date(doc, e->trigger, att_date_speech(e));
        if (att_date_undated(e)) att_history_from_words(frames, doc, e);
        if (att_date_undated(e) && !e->history && !from_statement(doc, &s, e)) (void)att_date_from_count(doc, &s, e);
    }
    share(doc, &s, false);
    share(doc, &s, true);
    for (uint32_t i = 1; i < doc->events.n; i++) att_history_from_date(doc, &doc->events.at[i]);
    att_arena_rewind(doc->scratch, mark);
}
