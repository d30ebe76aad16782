#include "export/json_parts.h"

#include "base/doc.h"
#include "event/event.h"

void att_json_key(att_buf *out, const char *key)
{
    att_put_z(out, ",\"");
    att_put_z(out, key);
    att_put_z(out, "\":");
}

void att_json_span(att_buf *out, att_span s) { att_putf(out, "[%u,%u]", s.beg, s.end); }

void att_json_text(att_buf *out, att_slice s)
{
    if (s.len)
        att_put_json(out, s);
    else
        att_put_z(out, "null");
}

void att_json_z(att_buf *out, const char *z) { att_json_text(out, z ? att_slice_of(z) : (att_slice){0}); }

/* Key and value of the words at s. */
static void words(att_buf *out, const att_doc *doc, att_span s)
{
    bool some = s.end > s.beg;
    att_put_z(out, "\"text\":");
    att_json_text(out, some ? att_cut(doc, s) : (att_slice){0});
    att_json_key(out, "span");
    if (some)
        att_json_span(out, s);
    else
        att_put_z(out, "null");
}

void att_json_words(att_buf *out, const att_doc *doc, att_span s)
{
    if (s.end <= s.beg) {
        att_put_z(out, "null");
        return;
    }
    att_put_char(out, '{');
    words(out, doc, s);
    att_put_char(out, '}');
}

uint32_t att_mention_entities(const att_mention *m, const att_id **ids)
{
    *ids = m->members.n ? m->members.at : &m->entity;
    return m->members.n ? m->members.n : 1;
}

bool att_entity_again(const att_doc *doc, att_ids mentions, uint32_t i, att_id entity)
{
    for (uint32_t j = 0; entity && j < i; j++) {
        const att_id *ids;
        uint32_t n = att_mention_entities(&doc->mentions.at[mentions.at[j]], &ids);
        for (uint32_t k = 0; k < n; k++)
            if (ids[k] == entity) return true;
    }
    return false;
}

const char *att_how_name(uint8_t how)
{
    static const char *const NAMES[] = {NULL, "dictionary", "apposition", "coreference", "pattern"};
    return how < sizeof NAMES / sizeof *NAMES ? NAMES[how] : NULL;
}

void att_json_ids(att_buf *out, const att_entity *e)
{
    att_json_key(out, "cow");
    if (e->cow) att_putf(out, "%u", e->cow);
    else att_put_z(out, "null");
    att_json_key(out, "wikidata");
    if (e->wikidata) att_putf(out, "\"Q%u\"", e->wikidata);
    else att_put_z(out, "null");
}

/* act: the event that he acts in, or NULL. */
static void actor(att_buf *out, const att_doc *doc, const att_mention *m, att_id entity, const att_event *act)
{
    const att_entity *e = &doc->entities.at[entity];
    att_put_char(out, '{');
    words(out, doc, m->span);
    att_json_key(out, "name");
    att_json_text(out, e->name);
    att_json_key(out, "code");
    att_json_text(out, e->code);
    att_json_ids(out, e);
    att_json_key(out, "sector");
    att_json_text(out, act ? att_acting_sector(act, e) : e->sector);
    att_json_key(out, "resolved_by");
    att_json_z(out, att_how_name(m->how));
    att_put_char(out, '}');
}

void att_json_actor(att_buf *out, const att_doc *doc, att_id mention)
{
    const att_id *ids;
    if (mention == 0) {
        att_put_z(out, "null");
        return;
    }
    const att_mention *m = &doc->mentions.at[mention];
    (void)att_mention_entities(m, &ids);
    actor(out, doc, m, m->entity ? m->entity : ids[0], NULL);
}

void att_json_speaker(att_buf *out, const att_doc *doc, att_id mention, att_span source)
{
    if (source.end <= source.beg) {
        att_json_actor(out, doc, mention);
        return;
    }
    /* the mention says who it is, the source how the article puts it */
    att_mention whole = doc->mentions.at[mention];
    const att_id *ids;
    if (mention) (void)att_mention_entities(&whole, &ids);
    whole.span = source;
    actor(out, doc, &whole, !mention || whole.entity ? whole.entity : ids[0], NULL);
}

static void actors(att_buf *out, const att_doc *doc, att_ids mentions, const att_event *act)
{
    bool first = true;
    att_put_char(out, '[');
    for (uint32_t i = 0; i < mentions.n; i++) {
        const att_mention *m = &doc->mentions.at[mentions.at[i]];
        const att_id *ids;
        uint32_t n = att_mention_entities(m, &ids);
        for (uint32_t k = 0; k < n; k++) {
            if (att_entity_again(doc, mentions, i, ids[k])) continue;
            if (!first) att_put_char(out, ',');
            first = false;
            actor(out, doc, m, ids[k], act);
        }
    }
    att_put_char(out, ']');
}

void att_json_actors(att_buf *out, const att_doc *doc, att_ids mentions) { actors(out, doc, mentions, NULL); }

void att_json_acting(att_buf *out, const att_doc *doc, const att_event *e) { actors(out, doc, e->actors, e); }

void att_json_dated(att_buf *out, const att_doc *doc, const att_dated *d)
{
    if (d->value.len == 0 && d->span.end <= d->span.beg) {
        att_put_z(out, "null");
        return;
    }
    att_put_z(out, "{\"value\":");
    att_json_text(out, d->value);
    att_put_char(out, ',');
    words(out, doc, d->span);
    att_put_char(out, '}');
}

void att_json_relation(att_buf *out, const att_place *p)
{
    if (!p->relation) {
        att_put_z(out, "null");
        return;
    }
    att_put_z(out, "{\"kind\":");
    att_json_z(out, p->relation);
    att_json_key(out, "direction");
    att_json_text(out, p->direction);
    att_json_key(out, "km");
    if (p->km > 0)
        att_put_number(out, p->km);
    else
        att_put_z(out, "null");
    att_put_char(out, '}');
}

void att_json_place(att_buf *out, const att_doc *doc, att_id place)
{
    if (place == 0) {
        att_put_z(out, "null");
        return;
    }
    const att_place *p = &doc->places.at[place];
    att_put_z(out, "{\"name\":");
    att_json_text(out, p->name.len ? p->name : att_cut(doc, p->span));
    att_json_key(out, "country");
    att_json_text(out, p->country);
    if (p->has_point) {
        att_json_key(out, "lat");
        att_put_number(out, p->lat);
        att_json_key(out, "lon");
        att_put_number(out, p->lon);
    } else {
        att_put_z(out, ",\"lat\":null,\"lon\":null");
    }
    att_json_key(out, "geonames");
    if (p->geonames)
        att_putf(out, "%u", p->geonames);
    else
        att_put_z(out, "null");
    att_json_key(out, "admin1");
    att_json_text(out, p->admin1);
    att_json_key(out, "relation");
    att_json_relation(out, p);
    att_json_key(out, "span");
    att_json_span(out, p->span);
    att_put_char(out, '}');
}
