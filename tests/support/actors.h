/* actors.h: whom the last mention of a text stands for, as "text = name CODE SECTOR"; members joined by +, what is not known is "-". */
#ifndef TEST_ACTORS_H
#define TEST_ACTORS_H

#include "support/engine.h"

static inline void put_entity(const att_doc *doc, att_id id, char *out)
{
    const att_entity *e = &doc->entities.at[id];
    const att_slice field[] = {e->name, e->code, e->sector};
    for (int i = 0; i < 3; i++) {
        att_slice s = field[i].len ? field[i] : ATT_LIT("-");
        test_put(out, "%s%.*s", i ? " " : "", (int)s.len, s.ptr);
    }
}

static inline void test_show_actor(const att_doc *doc, const char *want, char *out)
{
    att_slice text = att_slice_of(want);
    text.len = att_find(text, ATT_LIT(" = "), 0);
    test_put(out, "%.*s = ", (int)text.len, text.ptr);
    const att_mention *m = NULL;
    for (uint32_t i = 1; i < doc->mentions.n; i++)
        if (att_eq(att_cut(doc, doc->mentions.at[i].span), text)) m = &doc->mentions.at[i];
    if (!m) {
        test_put(out, "none, but");
        for (uint32_t i = 1; i < doc->mentions.n; i++) {
            att_slice s = att_cut(doc, doc->mentions.at[i].span);
            test_put(out, " |%.*s", (int)s.len, s.ptr);
        }
        return;
    }
    if (m->as_place) test_put(out, "place ");
    if (m->members.n == 0) put_entity(doc, m->entity, out);
    for (uint32_t i = 0; i < m->members.n; i++) {
        if (i) test_put(out, " + ");
        put_entity(doc, m->members.at[i], out);
    }
}

#endif
