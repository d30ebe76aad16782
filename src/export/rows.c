#include "export/rows.h"

#include "base/doc.h"
#include "event/event.h"
#include "export/json_parts.h"
#include "export/rows_int.h"

typedef att_row_maker maker;

static att_slice own(const maker *m, att_slice s) { return s.len ? att_copy(m->arena, s) : (att_slice){0}; }
static att_slice name(const char *z) { return z ? att_slice_of(z) : (att_slice){0}; }
static att_slice words(const maker *m, att_span s) { return att_row_words(m, s); }

att_slice att_row_words(const maker *m, att_span s)
{
    return s.end > s.beg ? att_cut(m->doc, s) : (att_slice){0};
}

/* act: the event that he acts in, or NULL. */
static att_actor_row actor(const maker *m, const att_mention *men, att_id entity, const att_event *act)
{
    const att_entity *e = &m->doc->entities.at[entity];
    return (att_actor_row){words(m, men->span), own(m, e->name), own(m, e->code), own(m, act ? att_acting_sector(act, e) : e->sector), name(att_how_name(men->how))};
}

att_actor_row att_row_actor(const maker *m, att_id mention)
{
    const att_id *ids;
    if (mention == 0) return (att_actor_row){0};
    const att_mention *men = &m->doc->mentions.at[mention];
    (void)att_mention_entities(men, &ids);
    return actor(m, men, men->entity ? men->entity : ids[0], NULL);
}

static att_actor_rows actors(const maker *m, att_ids mentions, const att_event *act)
{
    ATT_VEC(att_actor_row) v = {0};
    for (uint32_t i = 0; i < mentions.n; i++) {
        const att_mention *men = &m->doc->mentions.at[mentions.at[i]];
        const att_id *ids;
        uint32_t n = att_mention_entities(men, &ids);
        for (uint32_t k = 0; k < n; k++)
            if (!att_entity_again(m->doc, mentions, i, ids[k])) *att_push(m->arena, &v) = actor(m, men, ids[k], act);
    }
    return (att_actor_rows){v.at, v.n};
}

att_date_row att_row_date(const maker *m, const att_dated *d)
{
    return (att_date_row){own(m, d->value), d->value.len ? d->days : (att_days){ATT_NO_DAY, ATT_NO_DAY}};
}

static att_place_row place(const maker *m, att_id id)
{
    if (id == 0) return (att_place_row){0};
    const att_place *p = &m->doc->places.at[id];
    return (att_place_row){own(m, p->name.len ? p->name : att_cut(m->doc, p->span)), own(m, p->country), p->lat, p->lon, p->has_point};
}

static att_slice contexts(const maker *m, uint64_t bits)
{
    att_slice all = {0};
    for (uint32_t i = 0; m->opt->frames && i < 64; i++) {
        if (!(bits >> i & 1)) continue;
        const char *one = att_context_name(m->opt->frames, i);
        if (one) all = att_format(m->arena, "%.*s%s%s", (int)all.len, all.len ? all.ptr : "", all.len ? "," : "", one);
    }
    return all;
}

/* The id of the fullest telling. One trigger makes one event, so its id needs no counter. */
static att_slice fullest(const maker *m, const att_event *e)
{
    att_id_set fresh = {0};
    char id[ATT_ID_BYTES];
    if (!e->same_as) return (att_slice){0};
    att_record_id(&fresh, m->doc->meta.id, "event", m->doc->events.at[e->same_as].trigger_span, id);
    att_id_set_release(&fresh);
    return att_copy(m->arena, att_slice_of(id));
}

att_slice att_row_id(const maker *m, att_record type, att_id row)
{
    char id[ATT_ID_BYTES];
    att_record_id(m->ids, m->doc->meta.id, att_record_name(type), att_record_span(m->doc, type, row), id);
    return att_copy(m->arena, att_slice_of(id));
}

/* The record as JSON, with the id just given: ids are asked for once only, so a set of its own repeats them. */
att_slice att_row_record(const maker *m, att_record type, att_id row)
{
    if (!m->words) return (att_slice){0};
    att_buf_clear(m->line);
    att_jsonl_record(m->line, m->doc, m->opt, type, row, m->again);
    if (m->line->failed || m->line->len > UINT32_MAX) return (att_slice){0};
    return att_copy(m->arena, (att_slice){m->line->ptr, (uint32_t)m->line->len});
}

static void event(const maker *m, att_id i, att_event_row *r)
{
    const att_event *e = &m->doc->events.at[i];
    *r = (att_event_row){.doc = own(m, m->doc->meta.id), .id = att_row_id(m, ATT_REC_EVENT, i)};
    r->sentence = m->doc->sents.at[e->sent].span;
    r->sentence_text = words(m, r->sentence);
    r->trigger_span = e->trigger_span;
    r->trigger = words(m, e->trigger_span);
    r->type = name(att_event_type_name((att_event_type)e->type));
    r->mode = own(m, e->mode);
    r->cameo = own(m, e->cameo);
    r->quad = name(att_quad_name((att_event_type)e->type));
    r->contexts = contexts(m, e->contexts);
    r->status = name(att_status_name((att_status)e->status));
    r->frame = own(m, e->frame);
    r->score = e->score;
    r->goldstein = e->goldstein;
    r->confidence = (double)e->confidence;
    r->same_as = fullest(m, e);
    r->history = e->history;
    r->date = att_row_date(m, &e->date);
    r->place = place(m, e->place);
    memcpy(r->magnitude, e->magnitude, sizeof r->magnitude);
    r->side[ATT_SIDE_ACTOR] = actors(m, e->actors, e);
    r->side[ATT_SIDE_RECIPIENT] = actors(m, e->recipients, NULL);
    r->side[ATT_SIDE_SAID_BY] = actors(m, e->said_by, NULL);
}

static void statement(const maker *m, att_id i, att_statement_row *r)
{
    static const char *const MANNERS[] = {"direct", "indirect", "mixed"};
    const att_statement *s = &m->doc->statements.at[i];
    *r = (att_statement_row){.id = att_row_id(m, ATT_REC_STATEMENT, i), .sentence = m->doc->sents.at[s->sent].span};
    r->sentence_text = words(m, r->sentence);
    r->speaker = att_row_actor(m, s->speaker);
    r->addressee = att_row_actor(m, s->addressee);
    r->cue = words(m, s->cue);
    r->content = words(m, s->content);
    r->manner = name(s->manner < 3 ? MANNERS[s->manner] : NULL);
    r->date = att_row_date(m, &s->date);
}

static void figure(const maker *m, att_id i, att_figure_row *r)
{
    static const char *const BOUNDS[] = {"exact", "about", "at least", "at most"};
    const att_figure *f = &m->doc->figures.at[i];
    *r = (att_figure_row){.id = att_row_id(m, ATT_REC_FIGURE, i), .sentence = m->doc->sents.at[f->sent].span};
    r->sentence_text = words(m, r->sentence);
    r->text = words(m, f->span);
    r->bound = name(f->bound < 4 ? BOUNDS[f->bound] : NULL);
    r->unit = own(m, f->unit);
    r->low = f->low;
    r->high = f->high;
    r->has_low = f->has_low;
    r->has_high = f->has_high;
    r->of = att_row_actor(m, f->of);
    r->place = place(m, f->place);
    r->as_of = att_row_date(m, &f->as_of);
}

static void document(const maker *m, att_document_row *r)
{
    static const char *const FROM[ATT_FROM_COUNT] = {NULL, "metadata", "dateline", "text", "option", "inference", "url"};
    const att_meta *a = &m->doc->meta;
    *r = (att_document_row){.id = own(m, a->id), .path = own(m, a->path), .url = own(m, a->url), .outlet = own(m, a->outlet)};
    r->title = own(m, a->title);
    r->author = own(m, a->author);
    r->language = own(m, a->language);
    r->published = a->published;
    r->published_from = name(a->published != ATT_NO_DAY && a->published_from < ATT_FROM_COUNT ? FROM[a->published_from] : NULL);
    r->sentences = m->doc->sents.n ? m->doc->sents.n - 1 : 0;
    r->tokens = m->doc->toks.n ? m->doc->toks.n - 1 : 0;
    r->content_hash = a->content_hash;
    r->text = m->doc->text;
    r->json = att_row_record(m, ATT_REC_DOCUMENT, 0);
}

static void make(maker *m, att_parcel *p)
{
    uint32_t e = att_record_count(m->doc, ATT_REC_EVENT), s = att_record_count(m->doc, ATT_REC_STATEMENT);
    uint32_t f = att_record_count(m->doc, ATT_REC_FIGURE);
    att_event_row *events = att_new(m->arena, att_event_row, e + 1);
    att_statement_row *statements = att_new(m->arena, att_statement_row, s + 1);
    att_figure_row *figures = att_new(m->arena, att_figure_row, f + 1);
    document(m, &p->document);
    for (uint32_t i = 0; i < e; i++) {
        event(m, i + 1, &events[i]);
        events[i].json = att_row_record(m, ATT_REC_EVENT, i + 1);
    }
    for (uint32_t i = 0; i < s; i++) {
        statement(m, i + 1, &statements[i]);
        statements[i].json = att_row_record(m, ATT_REC_STATEMENT, i + 1);
    }
    for (uint32_t i = 0; i < f; i++) {
        figure(m, i + 1, &figures[i]);
        figures[i].json = att_row_record(m, ATT_REC_FIGURE, i + 1);
    }
    p->events = events;
    p->statements = statements;
    p->figures = figures;
    p->event_count = e;
    p->statement_count = s;
    p->figure_count = f;
    att_row_stands(m, p);
}

/* Apart from att_parcel_make, so that what must be given back lives in a frame that longjmp doesn't cut. */
static att_parcel *guarded(att_arena *arena, maker *m, att_doc *doc)
{
    jmp_buf oom;
    arena->oom = &oom;
    if (setjmp(oom)) {
        arena->oom = NULL;
        return NULL;
    }
    att_parcel *p = att_new(arena, att_parcel, 1);
    doc->text = att_copy(arena, doc->text);
    make(m, p);
    if (m->words) att_sketch_of(m->words, arena, p->document.title, doc->text, &p->sketch, &p->print);
    arena->oom = NULL;
    return p;
}

att_parcel *att_parcel_make(att_arena *arena, const att_doc *doc, const att_jsonl *opt, const att_story_words *words)
{
    att_id_set ids = {0}, again = {0};
    att_buf line = {0};
    att_doc copy = *doc;
    maker m = {arena, &copy, opt, &ids, &again, &line, words};
    att_parcel *p = guarded(arena, &m, &copy);
    if (line.failed || ids.failed || again.failed) p = NULL;
    att_buf_release(&line);
    att_id_set_release(&ids);
    att_id_set_release(&again);
    return p;
}
