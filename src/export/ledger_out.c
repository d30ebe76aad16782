/* ledger_out.c: who stands where since when.
 *
 *   NATO enlargement
 *     RUS            against      2022-01-10 – 2022-02-15  7 articles  demands, rejects
 *       “Ukraine be barred from NATO”  Sergei Lavrov, bbc-12
 *     UKR            for          2022-02-14               2 articles  supports
 *                    was conditional before
 */
#include "base/civil.h"
#include "export/csv_out.h"
#include "export/json_parts.h"
#include "export/screen.h"
#include "export/stands_out.h"

enum { W_PARTY = 16, W_SIDE = 13, W_DAYS = 25, W_COUNT = 13, W_MIN = 60 };

static void put_days(att_buf *out, att_day since, att_day last)
{
    char day[16];
    att_buf b = {0};
    if (since != ATT_NO_DAY) att_put_z(&b, att_day_text(since, day));
    if (last != ATT_NO_DAY && last != since) att_putf(&b, " – %s", att_day_text(last, day));
    if (!b.len) att_put_z(&b, "–");
    att_screen_pad(out, att_buf_slice(&b), W_DAYS);
    att_buf_release(&b);
}

static const char *side_colour(att_slice side) { return att_is(side, "for") ? "32" : att_is(side, "against") ? "31" : "33"; }

static void evidence(att_buf *out, const att_table *t, const att_ledger_row *r, uint32_t width)
{
    att_buf b = {0};
    att_putf(&b, "“%.*s”", (int)r->content.len, r->content.ptr);
    if (r->condition.len && att_find(r->content, r->condition, 0) >= r->content.len) att_putf(&b, " (%.*s)", (int)r->condition.len, r->condition.ptr);
    att_putf(&b, "  %.*s, %.*s", (int)r->holder.len, r->holder.ptr, (int)r->doc.len, r->doc.ptr);
    att_table_style(out, t, "2");
    att_screen_wrap(out, att_buf_slice(&b), 4, width);
    att_table_style(out, t, "0");
    att_buf_release(&b);
}

void att_ledger_table(att_buf *out, const att_table *t, const att_ledger_row *r, att_slice group)
{
    uint32_t width = t->width < W_MIN ? W_MIN : (uint32_t)t->width;
    att_buf b = {0};
    if (!att_eq(group, r->group)) {
        if (group.len) att_put_char(out, '\n');
        att_table_style(out, t, "1");
        att_screen_put(out, r->group, width);
        att_table_style(out, t, "0");
        att_put_char(out, '\n');
    }
    att_put_z(out, "  ");
    att_screen_pad(out, r->party, W_PARTY - 1);
    att_put_char(out, ' ');
    att_table_style(out, t, side_colour(r->side));
    att_screen_pad(out, r->side, W_SIDE);
    att_table_style(out, t, "0");
    put_days(out, r->since, r->last);
    att_putf(&b, "%u article%s", r->articles, r->articles == 1 ? "" : "s");
    att_screen_pad(out, att_buf_slice(&b), W_COUNT);
    if (width > W_PARTY + W_SIDE + W_DAYS + W_COUNT + 12) att_screen_put(out, r->stances, width - W_PARTY - W_SIDE - W_DAYS - W_COUNT - 2);
    att_put_char(out, '\n');
    if (r->changed_from.len) att_putf(out, "  %*schanged: was %.*s before\n", W_PARTY, "", (int)r->changed_from.len, r->changed_from.ptr);
    evidence(out, t, r, width);
    att_buf_release(&b);
}

void att_ledger_csv_head(att_buf *out)
{
    att_put_z(out, "issue_group,issue,party,side,changed_from,since,last,articles,stances,holder,content,condition,sentence,doc,outlet\r\n");
}

static void day_cell(att_buf *out, att_day d)
{
    char day[16];
    att_put_char(out, ',');
    if (d != ATT_NO_DAY) att_put_z(out, att_day_text(d, day));
}

void att_ledger_csv(att_buf *out, const att_ledger_row *r)
{
    att_csv_text(out, r->group);
    att_csv_cells(out, (att_slice[]){r->issue, r->party, r->side, r->changed_from}, 4);
    day_cell(out, r->since);
    day_cell(out, r->last);
    att_putf(out, ",%u", r->articles);
    att_csv_cells(out, (att_slice[]){r->stances, r->holder, r->content, r->condition, r->sentence, r->doc, r->outlet}, 7);
    att_put_z(out, "\r\n");
}

static void day_json(att_buf *out, const char *key, att_day d)
{
    char day[16];
    att_json_key(out, key);
    att_json_z(out, d == ATT_NO_DAY ? NULL : att_day_text(d, day));
}

void att_ledger_jsonl(att_buf *out, const att_ledger_row *r)
{
    const struct { const char *key; att_slice text; } FIELDS[] = {
        {"issue", r->issue}, {"party", r->party}, {"holder", r->holder}, {"side", r->side}, {"changed_from", r->changed_from}, {"stances", r->stances},
        {"content", r->content}, {"condition", r->condition}, {"sentence_text", r->sentence}, {"doc", r->doc}, {"outlet", r->outlet}};
    att_put_z(out, "{\"type\":\"stand\",\"issue_group\":");
    att_put_json(out, r->group);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        att_json_key(out, FIELDS[i].key);
        att_json_text(out, FIELDS[i].text);
    }
    day_json(out, "since", r->since);
    day_json(out, "last", r->last);
    att_putf(out, ",\"articles\":%u}\n", r->articles);
}
