#include "serve/where.h"

#include "base/civil.h"

typedef enum { WHO, TEXT, DOC, FROM, TO } kind;

typedef struct {
    const char *param;
    kind kind;
    const char *column; /* of TEXT */
} rule;

enum { RULES = 6 };

static void rules_of(const att_where_columns *c, rule out[RULES])
{
    const rule all[RULES] = {{"party", WHO, c->code}, {"actor", WHO, c->code}, {"outlet", TEXT, "d.outlet"},
                             {"doc", DOC, "d.document"}, {"from", FROM, c->first}, {"to", TO, c->first}};
    memcpy(out, all, sizeof all);
}

static uint32_t values_of(const att_params *p, const char *name)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->n; i++) n += p->at[i].value.len && att_is(p->at[i].name, name);
    return n;
}

static void put_any(att_buf *sql, const char *column, uint32_t n, const char *collate)
{
    att_putf(sql, "%s%s IN (", column, collate);
    for (uint32_t i = 0; i < n; i++) att_put_z(sql, i ? ", ?" : "?");
    att_put_char(sql, ')');
}

static void put_rule(att_buf *sql, const rule *r, uint32_t n, const att_where_columns *c)
{
    switch (r->kind) {
    case WHO:
        att_put_z(sql, " AND (");
        put_any(sql, c->code, n, "");
        att_put_z(sql, " OR ");
        put_any(sql, c->name, n, "");
        att_put_z(sql, " OR ");
        put_any(sql, c->sector, n, "");
        att_put_z(sql, ")");
        break;
    case TEXT:
    case DOC:
        att_put_z(sql, " AND ");
        put_any(sql, r->column, n, "");
        break;
    case FROM: att_putf(sql, " AND coalesce(%s, d.published) >= ?", c->last); break;
    case TO: att_putf(sql, " AND coalesce(%s, d.published) <= ?", c->first); break;
    }
}

void att_where_put(att_buf *sql, const att_params *p, const att_where_columns *c)
{
    rule rules[RULES];
    rules_of(c, rules);
    for (int i = 0; i < RULES; i++) {
        uint32_t n = values_of(p, rules[i].param);
        if (n && rules[i].column) put_rule(sql, &rules[i], n, c);
    }
    if (!att_is(att_param_get(*p, "copies"), "1")) att_put_z(sql, " AND d.copy_of IS NULL");
}

static void bind_value(sqlite3_stmt *st, int *at, kind k, att_slice v)
{
    char day[16];
    att_day first, last;
    uint32_t row;
    if (k == DOC && att_to_u32(v, &row))
        sqlite3_bind_int64(st, (*at)++, row);
    else if ((k == FROM || k == TO) && att_parse_iso(v, &first, &last))
        sqlite3_bind_text(st, (*at)++, att_day_text(k == FROM ? first : last, day), -1, SQLITE_TRANSIENT);
    else
        sqlite3_bind_text(st, (*at)++, v.ptr, (int)v.len, SQLITE_STATIC);
}

static int bind_rule(sqlite3_stmt *st, int at, const att_params *p, const rule *r)
{
    for (int times = r->kind == WHO ? 3 : 1; times > 0; times--)
        for (uint32_t i = 0; i < p->n; i++) {
            if (!p->at[i].value.len || !att_is(p->at[i].name, r->param)) continue;
            bind_value(st, &at, r->kind, p->at[i].value);
            if (r->kind == FROM || r->kind == TO) break;
        }
    return at;
}

int att_where_bind(sqlite3_stmt *st, int at, const att_params *p, const att_where_columns *c)
{
    rule rules[RULES];
    rules_of(c, rules);
    for (int i = 0; i < RULES; i++)
        if (rules[i].column && values_of(p, rules[i].param)) at = bind_rule(st, at, p, &rules[i]);
    return at;
}
