/* json_stands.c: position and claim records: where parties stand, and what they answer to each other. */
#include "base/doc.h"
#include "export/json_parts.h"
#include "position/position.h"

static void head(att_buf *out, const att_doc *doc, att_id sent)
{
    att_json_key(out, "sentence");
    att_json_span(out, doc->sents.at[sent].span);
}

void att_json_position(att_buf *out, const att_doc *doc, const att_position *p)
{
    head(out, doc, p->sent);
    att_json_key(out, "holder");
    att_json_actor(out, doc, p->holder);
    att_json_key(out, "toward");
    att_json_actor(out, doc, p->toward);
    att_json_key(out, "stance");
    att_json_z(out, att_stance_name((att_stance)p->stance));
    att_json_key(out, "issue");
    att_json_text(out, p->issue);
    att_json_key(out, "side");
    att_json_z(out, att_issue_side_name((att_issue_side)p->side));
    att_json_key(out, "issue_group");
    att_json_text(out, p->issue_group);
    att_json_key(out, "condition");
    if (p->condition.end > p->condition.beg) att_json_words(out, doc, p->condition);
    else att_put_z(out, "null");
    att_json_key(out, "content");
    att_json_words(out, doc, p->content);
    att_json_key(out, "date");
    att_json_dated(out, doc, &p->date);
    att_json_key(out, "rule");
    att_json_z(out, p->rule);
}

static void response(att_buf *out, const att_doc *doc, const att_response *r)
{
    att_put_z(out, "{\"by\":");
    att_json_actor(out, doc, r->by);
    att_json_key(out, "stance");
    att_json_z(out, att_reply_name((att_reply)r->stance));
    att_json_key(out, "doc");
    att_put_json(out, doc->meta.id);
    head(out, doc, r->sent);
    att_json_key(out, "content");
    att_json_words(out, doc, r->content);
    att_json_key(out, "rule");
    att_json_z(out, r->rule);
    att_put_char(out, '}');
}

void att_json_claim(att_buf *out, const att_doc *doc, const att_claim *c)
{
    head(out, doc, c->sent);
    att_json_key(out, "by");
    att_json_actor(out, doc, c->by);
    att_json_key(out, "content");
    att_json_words(out, doc, c->content);
    att_json_key(out, "responses");
    att_put_char(out, '[');
    for (uint32_t i = 0; i < c->response_count; i++) {
        if (i) att_put_char(out, ',');
        response(out, doc, &c->responses[i]);
    }
    att_put_char(out, ']');
    att_json_key(out, "rule");
    att_json_z(out, c->rule);
}
