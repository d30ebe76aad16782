/* json_found.c: timex, place, name and mention records: what the stages found, event or not. */
#include "base/doc.h"
#include "export/json_parts.h"

static void place_of(att_buf *out, const att_doc *doc, att_span s)
{
    att_json_key(out, "span");
    att_json_span(out, s);
    att_json_key(out, "text");
    att_put_json(out, att_cut(doc, s));
}

static void enum_name(att_buf *out, const char *const *names, uint32_t n, uint32_t value)
{
    att_json_z(out, value < n ? names[value] : NULL);
}

void att_json_timex(att_buf *out, const att_doc *doc, const att_timex *t)
{
    static const char *const KINDS[] = {"DATE", "TIME", "DURATION", "SET"};
    place_of(out, doc, t->span);
    att_json_key(out, "timex_type");
    enum_name(out, KINDS, 4, t->kind);
    att_json_key(out, "value");
    att_json_text(out, t->value);
    att_json_key(out, "rule");
    att_json_z(out, t->rule);
}

void att_json_place_record(att_buf *out, const att_doc *doc, const att_place *p)
{
    static const char *const ROLES[] = {"place", "government", "nationality"};
    place_of(out, doc, p->span);
    att_json_key(out, "name");
    att_json_text(out, p->name);
    att_json_key(out, "lat");
    if (p->has_point)
        att_put_number(out, p->lat);
    else
        att_put_z(out, "null");
    att_json_key(out, "lon");
    if (p->has_point)
        att_put_number(out, p->lon);
    else
        att_put_z(out, "null");
    att_json_key(out, "country");
    att_json_text(out, p->country);
    att_json_key(out, "geonames");
    if (p->geonames)
        att_putf(out, "%u", p->geonames);
    else
        att_put_z(out, "null");
    att_json_key(out, "kind");
    att_json_text(out, p->kind);
    att_json_key(out, "admin1");
    att_json_text(out, p->admin1);
    att_json_key(out, "admin2");
    att_json_text(out, p->admin2);
    att_json_key(out, "relation");
    att_json_relation(out, p);
    att_json_key(out, "rule");
    att_json_z(out, p->rule);
    att_json_key(out, "role");
    enum_name(out, ROLES, 3, p->role);
}

void att_json_name(att_buf *out, const att_doc *doc, const att_name *n)
{
    static const char *const KINDS[] = {NULL, "PER", "ORG", "LOC", "NORP"};
    place_of(out, doc, n->span);
    att_json_key(out, "name_type");
    enum_name(out, KINDS, 5, n->kind);
}

/* A group of people counts as person; whether many is in "plural". */
void att_json_mention(att_buf *out, const att_doc *doc, const att_mention *m)
{
    static const char *const KINDS[] = {"other", "person", "organization", "place", "person"};
    static const char *const FORMS[] = {"name", "nominal", "pronoun", "adjective"};
    const att_entity *e = &doc->entities.at[m->entity];
    place_of(out, doc, m->span);
    att_json_key(out, "entity");
    if (m->entity)
        att_putf(out, "%u", m->entity);
    else
        att_put_z(out, "null");
    att_json_key(out, "members");
    att_put_char(out, '[');
    for (uint32_t i = 0; i < m->members.n; i++) att_putf(out, i ? ",%u" : "%u", m->members.at[i]);
    att_put_char(out, ']');
    att_json_key(out, "kind");
    enum_name(out, KINDS, 5, e->kind);
    att_json_key(out, "form");
    enum_name(out, FORMS, 4, m->form);
    att_json_key(out, "name");
    att_json_text(out, e->name);
    att_json_key(out, "code");
    att_json_text(out, e->code);
    att_json_ids(out, e);
    att_json_key(out, "sector");
    att_json_text(out, e->sector);
    att_json_key(out, "resolved_by");
    att_json_z(out, att_how_name(m->how));
}
