/* json_events.c: event, statement and figure records. */
#include "base/doc.h"
#include "export/ids.h"
#include "export/json_parts.h"
#include "figure/convert.h"

static void sentence(att_buf *out, const att_doc *doc, att_id sent)
{
    att_json_key(out, "sentence");
    att_json_span(out, doc->sents.at[sent].span);
}

static void contexts(att_buf *out, const att_jsonl *opt, uint64_t bits)
{
    bool first = true;
    att_put_char(out, '[');
    for (uint32_t i = 0; opt->frames && i < 64; i++) {
        if (!(bits >> i & 1)) continue;
        const char *name = att_context_name(opt->frames, i);
        if (!name) break;
        if (!first) att_put_char(out, ',');
        first = false;
        att_put_json(out, att_slice_of(name));
    }
    att_put_char(out, ']');
}

static void magnitude(att_buf *out, const att_event *e)
{
    static const char *const NAMES[ATT_MAG_COUNT] = {"killed", "injured", "detained", "participants", "displaced"};
    bool some = false;
    for (int i = 0; i < ATT_MAG_COUNT; i++) {
        const att_range *r = &e->magnitude[i];
        if (!r->set) continue;
        att_put_char(out, some ? ',' : '{');
        some = true;
        att_putf(out, "\"%s\":[", NAMES[i]);
        att_put_number(out, r->low);
        att_put_char(out, ',');
        att_put_number(out, r->high);
        att_put_char(out, ']');
    }
    att_put_z(out, some ? "}" : "null");
}

/* Why each field is as it is: the names grep to one line of the source or of the lexicon. */
static void event_rules(att_buf *out, const att_jsonl *opt, const att_event *e)
{
    att_json_key(out, "frame");
    att_json_text(out, e->frame);
    att_json_key(out, "type_rule");
    att_json_z(out, e->type_rule);
    att_json_key(out, "status_rule");
    att_json_z(out, e->status_rule);
    att_json_key(out, "date_rule");
    att_json_z(out, e->date.rule);
    att_json_key(out, "place_rule");
    att_json_z(out, e->place_rule);
    att_json_key(out, "ontology_version");
    att_json_z(out, ATT_ONTOLOGY_VERSION);
    att_json_key(out, "lexicon_version");
    att_json_text(out, opt->frames ? att_lexicon_version(opt->frames) : (att_slice){0});
    att_json_key(out, "program_version");
    att_json_z(out, ATT_VERSION);
}

static void event_kind(att_buf *out, const att_jsonl *opt, const att_event *e)
{
    att_json_key(out, "event_type");
    att_json_z(out, att_event_type_name((att_event_type)e->type));
    att_json_key(out, "mode");
    att_json_text(out, e->mode);
    att_json_key(out, "contexts");
    contexts(out, opt, e->contexts);
    att_json_key(out, "cameo");
    att_json_text(out, e->cameo);
    att_json_key(out, "quad");
    att_json_z(out, att_quad_name((att_event_type)e->type));
    att_json_key(out, "score");
    att_put_number(out, e->score);
    att_json_key(out, "goldstein");
    att_put_number(out, e->goldstein);
}

/* The id of the fullest telling: one trigger makes one event, so its id needs no counter. */
static void same_as(att_buf *out, const att_doc *doc, const att_event *e)
{
    att_json_key(out, "same_as");
    if (!e->same_as) {
        att_put_z(out, "null");
        return;
    }
    att_id_set fresh = {0};
    char id[ATT_ID_BYTES];
    att_json_z(out, att_record_id(&fresh, doc->meta.id, "event", doc->events.at[e->same_as].trigger_span, id));
    att_id_set_release(&fresh);
}

/* What the learned part holds of it: the probabilities of this type and of no event; null where it was not asked. */
static void learned(att_buf *out, const att_event *e)
{
    att_json_key(out, "learned");
    if (!e->judged) {
        att_put_z(out, "null");
        return;
    }
    att_putf(out, "{\"type\":%.3f,\"none\":%.3f}", (double)e->p_type, (double)e->p_none);
}

void att_json_event(att_buf *out, const att_doc *doc, const att_jsonl *opt, const att_event *e)
{
    sentence(out, doc, e->sent);
    att_json_key(out, "sentence_text");
    att_put_json(out, att_cut(doc, doc->sents.at[e->sent].span));
    event_kind(out, opt, e);
    att_json_key(out, "trigger");
    att_json_words(out, doc, e->trigger_span);
    att_json_key(out, "actors");
    att_json_acting(out, doc, e);
    att_json_key(out, "recipients");
    att_json_actors(out, doc, e->recipients);
    att_json_key(out, "status");
    att_json_z(out, att_status_name((att_status)e->status));
    att_json_key(out, "history");
    att_put_z(out, e->history ? "true" : "false");
    att_json_key(out, "date");
    att_json_dated(out, doc, &e->date);
    att_json_key(out, "place");
    att_json_place(out, doc, e->place);
    att_json_key(out, "said_by");
    att_json_actors(out, doc, e->said_by);
    att_json_key(out, "magnitude");
    magnitude(out, e);
    att_json_key(out, "confidence");
    att_put_number(out, (double)e->confidence);
    same_as(out, doc, e);
    learned(out, e);
    event_rules(out, opt, e);
}

static void content(att_buf *out, const att_doc *doc, const att_statement *s)
{
    att_put_z(out, "{\"text\":");
    att_put_json(out, att_cut(doc, s->content));
    att_json_key(out, "span");
    att_json_span(out, s->content);
    if (s->parts && s->part_count > 1) {
        att_json_key(out, "parts");
        for (uint32_t i = 0; i < s->part_count; i++) {
            att_put_z(out, i ? ",{\"span\":" : "[{\"span\":");
            att_json_span(out, s->parts[i]);
            att_put_char(out, '}');
        }
        att_put_char(out, ']');
    }
    att_put_char(out, '}');
}

void att_json_statement(att_buf *out, const att_doc *doc, const att_statement *s)
{
    static const char *const MANNERS[] = {"direct", "indirect", "mixed"};
    sentence(out, doc, s->sent);
    att_json_key(out, "speaker");
    att_json_speaker(out, doc, s->speaker, s->source);
    if (doc->mentions.at[s->speaker].members.n > 1) { /* "the two leaders said" */
        att_json_key(out, "speakers");
        att_json_actors(out, doc, (att_ids){&s->speaker, 1});
    }
    att_json_key(out, "addressee");
    att_json_actor(out, doc, s->addressee);
    att_json_key(out, "cue");
    att_json_words(out, doc, s->cue);
    att_json_key(out, "content");
    content(out, doc, s);
    att_json_key(out, "manner");
    att_json_z(out, s->manner < 3 ? MANNERS[s->manner] : NULL);
    att_json_key(out, "date");
    att_json_dated(out, doc, &s->date);
    att_json_key(out, "within");
    if (s->within) att_json_span(out, doc->statements.at[s->within].content);
    else att_put_z(out, "null");
    att_json_key(out, "said_by");
    att_json_actors(out, doc, s->said_by);
    att_json_key(out, "rule");
    att_json_z(out, s->rule);
    if (s->repaired) att_put_z(out, ",\"repaired\":true");
}

static void bound(att_buf *out, bool has, double v)
{
    if (has)
        att_put_number(out, v);
    else
        att_put_z(out, "null");
}

/* Another figure of the document, by its words. */
static void other_figure(att_buf *out, const att_doc *doc, const char *key, att_id other)
{
    att_json_key(out, key);
    if (!other || other >= doc->figures.n) {
        att_put_z(out, "null");
        return;
    }
    const att_figure *f = &doc->figures.at[other];
    att_put_z(out, "{\"text\":");
    att_put_json(out, att_cut(doc, f->span));
    att_json_key(out, "span");
    att_json_span(out, f->span);
    att_json_key(out, "low");
    bound(out, f->has_low, f->low);
    att_json_key(out, "high");
    bound(out, f->has_high, f->high);
    att_put_char(out, '}');
}

/* The same in units that can be compared; null when it is so already. */
static void normalised(att_buf *out, const att_figure *f)
{
    const char *to;
    double factor;
    att_json_key(out, "normalised");
    if (!att_unit_convert(f->unit, &to, &factor)) {
        att_put_z(out, "null");
        return;
    }
    att_put_z(out, "{\"low\":");
    bound(out, f->has_low, f->low * factor);
    att_json_key(out, "high");
    bound(out, f->has_high, f->high * factor);
    att_putf(out, ",\"unit\":\"%s\"}", to);
}

void att_json_figure(att_buf *out, const att_doc *doc, const att_figure *f)
{
    static const char *const BOUNDS[] = {"exact", "about", "at least", "at most"};
    sentence(out, doc, f->sent);
    att_json_key(out, "text");
    att_put_json(out, att_cut(doc, f->span));
    att_json_key(out, "span");
    att_json_span(out, f->span);
    att_json_key(out, "low");
    bound(out, f->has_low, f->low);
    att_json_key(out, "high");
    bound(out, f->has_high, f->high);
    att_json_key(out, "bound");
    att_json_z(out, f->bound < 4 ? BOUNDS[f->bound] : NULL);
    att_json_key(out, "unit");
    att_json_text(out, f->unit);
    att_json_key(out, "of");
    att_json_actor(out, doc, f->of);
    att_json_key(out, "place");
    att_json_place(out, doc, f->place);
    att_json_key(out, "as_of");
    att_json_dated(out, doc, &f->as_of);
    att_json_key(out, "said_by");
    att_json_actors(out, doc, f->said_by);
    normalised(out, f);
    other_figure(out, doc, "supersedes", f->supersedes);
    other_figure(out, doc, "superseded_by", f->superseded_by);
}
