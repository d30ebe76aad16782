/* claims_out.c: assertions and what others answer.
 *
 *   2022-02-15  Russia (RUS)                                    disputed · 3 articles
 *     “its troops had returned to their bases”  bbc-12
 *     doubts        Joe Biden (USA)    “had not been verified”  bbc-12
 *     doubts        NATO (IGO:NATO)    “no sign of a withdrawal”  nc-4, in another article
 */
#include "base/civil.h"
#include "export/csv_out.h"
#include "export/json_parts.h"
#include "export/screen.h"
#include "export/stands_out.h"

enum { W_DAY = 12, W_STATE = 26, W_STANCE = 14, W_BY = 26, W_MIN = 60 };

static void put_party(att_buf *out, att_slice name, att_slice code)
{
    if (!name.len && !code.len) att_put_z(out, "nobody named");
    att_put_slice(out, name.len ? name : code);
    if (code.len && name.len && !att_eq(name, code)) att_putf(out, " (%.*s)", (int)code.len, code.ptr);
}

static void put_head(att_buf *out, const att_table *t, const att_dispute_row *r, uint32_t width)
{
    char day[16];
    att_buf b = {0};
    att_screen_pad(out, r->day == ATT_NO_DAY ? ATT_LIT("–") : att_slice_of(att_day_text(r->day, day)), W_DAY);
    put_party(&b, r->by, r->code);
    att_table_style(out, t, "1");
    att_screen_pad(out, att_buf_slice(&b), width - W_DAY - W_STATE);
    att_table_style(out, t, r->disputed ? "0;33" : "0;2");
    att_buf_clear(&b);
    att_putf(&b, " %s · %u article%s", r->disputed ? "disputed" : r->reply_count ? "confirmed" : "", r->articles, r->articles == 1 ? "" : "s");
    att_screen_put(out, att_buf_slice(&b), W_STATE);
    att_table_style(out, t, "0");
    att_put_char(out, '\n');
    att_buf_release(&b);
}

static void put_reply(att_buf *out, const att_table *t, const att_reply_row *r, uint32_t width)
{
    att_buf b = {0};
    att_put_z(out, "    ");
    att_table_style(out, t, att_is(r->stance, "confirms") ? "32" : "31");
    att_screen_pad(out, r->stance, W_STANCE);
    att_table_style(out, t, "0");
    put_party(&b, r->by, r->code);
    att_screen_pad(out, att_buf_slice(&b), W_BY - 1);
    att_put_char(out, ' ');
    att_buf_clear(&b);
    att_putf(&b, "“%.*s”  %.*s%s", (int)r->content.len, r->content.ptr, (int)r->doc.len, r->doc.ptr, r->elsewhere ? " (another article)" : "");
    att_screen_put(out, att_buf_slice(&b), width - 4 - W_STANCE - W_BY);
    att_put_char(out, '\n');
    att_buf_release(&b);
}

void att_claims_table(att_buf *out, const att_table *t, const att_dispute_row *r)
{
    uint32_t width = t->width < W_MIN ? W_MIN : (uint32_t)t->width;
    att_buf b = {0};
    put_head(out, t, r, width);
    att_putf(&b, "“%.*s”  %.*s", (int)r->content.len, r->content.ptr, (int)r->doc.len, r->doc.ptr);
    if (r->asserted_by.len) att_putf(&b, "; said by %.*s in %.*s", (int)r->asserted_by.len, r->asserted_by.ptr, (int)r->asserted_in.len, r->asserted_in.ptr);
    att_screen_wrap(out, att_buf_slice(&b), 2, width);
    for (uint32_t i = 0; i < r->reply_count; i++) put_reply(out, t, &r->replies[i], width);
    att_buf_release(&b);
}

void att_claims_csv_head(att_buf *out)
{
    att_put_z(out, "date,by,code,claim,disputed,articles,doc,outlet,asserted_by,asserted_in,reply,reply_by,reply_code,reply_words,reply_date,reply_doc,reply_outlet,in_another_article\r\n");
}

static void csv_line(att_buf *out, const att_dispute_row *r, const att_reply_row *a)
{
    char day[16];
    if (r->day != ATT_NO_DAY) att_put_z(out, att_day_text(r->day, day));
    att_csv_cells(out, (att_slice[]){r->by, r->code, r->content}, 3);
    att_putf(out, ",%s,%u", r->disputed ? "true" : "false", r->articles);
    att_csv_cells(out, (att_slice[]){r->doc, r->outlet, r->asserted_by, r->asserted_in, a->stance, a->by, a->code, a->content}, 8);
    att_put_char(out, ',');
    if (a->stance.len && a->day != ATT_NO_DAY) att_put_z(out, att_day_text(a->day, day));
    att_csv_cells(out, (att_slice[]){a->doc, a->outlet}, 2);
    att_putf(out, ",%s\r\n", !a->stance.len ? "" : a->elsewhere ? "true" : "false");
}

void att_claims_csv(att_buf *out, const att_dispute_row *r)
{
    for (uint32_t i = 0; i < r->reply_count; i++) csv_line(out, r, &r->replies[i]);
    if (!r->reply_count) csv_line(out, r, &(att_reply_row){.day = ATT_NO_DAY});
}

/* ---- JSON Lines ---- */

static void party_json(att_buf *out, att_slice name, att_slice code)
{
    if (!name.len && !code.len) {
        att_put_z(out, "null");
        return;
    }
    att_put_z(out, "{\"name\":");
    att_json_text(out, name);
    att_json_key(out, "code");
    att_json_text(out, code);
    att_put_char(out, '}');
}

static void told_json(att_buf *out, att_slice content, att_slice sentence, att_slice doc, att_slice outlet, att_day d)
{
    char day[16];
    att_json_key(out, "content");
    att_put_z(out, "{\"text\":");
    att_put_json(out, content);
    att_put_char(out, '}');
    att_json_key(out, "sentence_text");
    att_json_text(out, sentence);
    att_json_key(out, "doc");
    att_put_json(out, doc);
    att_json_key(out, "outlet");
    att_json_text(out, outlet);
    att_json_key(out, "published");
    att_json_z(out, d == ATT_NO_DAY ? NULL : att_day_text(d, day));
}

void att_claims_jsonl(att_buf *out, const att_dispute_row *r)
{
    att_put_z(out, "{\"type\":\"claim\",\"by\":");
    party_json(out, r->by, r->code);
    told_json(out, r->content, r->sentence, r->doc, r->outlet, r->day);
    att_putf(out, ",\"disputed\":%s,\"articles\":%u", r->disputed ? "true" : "false", r->articles);
    att_json_key(out, "asserted_by");
    att_json_text(out, r->asserted_by);
    att_json_key(out, "asserted_in");
    att_json_text(out, r->asserted_in);
    att_put_z(out, ",\"responses\":[");
    for (uint32_t i = 0; i < r->reply_count; i++) {
        const att_reply_row *a = &r->replies[i];
        att_put_z(out, i ? ",{\"by\":" : "{\"by\":");
        party_json(out, a->by, a->code);
        att_json_key(out, "stance");
        att_put_json(out, a->stance);
        told_json(out, a->content, a->sentence, a->doc, a->outlet, a->day);
        att_putf(out, ",\"in_another_article\":%s}", a->elsewhere ? "true" : "false");
    }
    att_put_z(out, "]}\n");
}
