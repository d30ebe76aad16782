/* rows_stands.c: positions and claims as rows. */
#include "base/doc.h"
#include "export/rows_int.h"
#include "position/position.h"

static att_slice name(const char *z) { return z ? att_slice_of(z) : (att_slice){0}; }

static void position(const att_row_maker *m, att_id i, att_position_row *r)
{
    const att_position *p = &m->doc->positions.at[i];
    *r = (att_position_row){.id = att_row_id(m, ATT_REC_POSITION, i), .sentence = m->doc->sents.at[p->sent].span};
    r->sentence_text = att_row_words(m, r->sentence);
    r->holder = att_row_actor(m, p->holder);
    r->toward = att_row_actor(m, p->toward);
    r->stance = name(att_stance_name((att_stance)p->stance));
    r->side = name(att_issue_side_name((att_issue_side)p->side));
    r->issue = p->issue.len ? att_copy(m->arena, p->issue) : (att_slice){0};
    r->issue_group = p->issue_group.len ? att_copy(m->arena, p->issue_group) : (att_slice){0};
    r->conditions = p->condition.end > p->condition.beg ? att_row_words(m, p->condition) : (att_slice){0};
    r->content = att_row_words(m, p->content);
    r->content_span = p->content;
    r->date = att_row_date(m, &p->date);
    r->json = att_row_record(m, ATT_REC_POSITION, i);
}

static void response(const att_row_maker *m, const att_response *a, att_response_row *r)
{
    *r = (att_response_row){.sentence = m->doc->sents.at[a->sent].span, .content_span = a->content, .rule = name(a->rule)};
    r->sentence_text = att_row_words(m, r->sentence);
    r->by = att_row_actor(m, a->by);
    r->stance = name(att_reply_name((att_reply)a->stance));
    r->content = att_row_words(m, a->content);
}

static void claim(const att_row_maker *m, att_id i, att_claim_row *r)
{
    const att_claim *c = &m->doc->claims.at[i];
    att_response_row *responses = att_new(m->arena, att_response_row, c->response_count + 1);
    *r = (att_claim_row){.id = att_row_id(m, ATT_REC_CLAIM, i), .sentence = m->doc->sents.at[c->sent].span, .content_span = c->content};
    r->sentence_text = att_row_words(m, r->sentence);
    r->by = att_row_actor(m, c->by);
    r->content = att_row_words(m, c->content);
    for (uint32_t k = 0; k < c->response_count; k++) {
        response(m, &c->responses[k], &responses[k]);
        r->disputed |= c->responses[k].stance != ATT_RE_NONE && c->responses[k].stance != ATT_RE_CONFIRMS;
    }
    r->responses = responses;
    r->response_count = c->response_count;
    r->terms = att_copy(m->arena, c->terms);
    r->json = att_row_record(m, ATT_REC_CLAIM, i);
}

static void answer(const att_row_maker *m, att_id i, att_answer_row *r)
{
    const att_open_answer *a = &m->doc->answers.at[i];
    response(m, &a->answer, &r->answer);
    r->about = att_row_words(m, a->about);
    r->about_span = a->about;
    r->terms = att_copy(m->arena, a->terms);
}

void att_row_stands(att_row_maker *m, att_parcel *p)
{
    uint32_t n = att_record_count(m->doc, ATT_REC_POSITION), c = att_record_count(m->doc, ATT_REC_CLAIM);
    att_position_row *positions = att_new(m->arena, att_position_row, n + 1);
    att_claim_row *claims = att_new(m->arena, att_claim_row, c + 1);
    for (uint32_t i = 0; i < n; i++) position(m, i + 1, &positions[i]);
    for (uint32_t i = 0; i < c; i++) claim(m, i + 1, &claims[i]);
    uint32_t o = m->doc->answers.n ? m->doc->answers.n - 1 : 0;
    att_answer_row *answers = att_new(m->arena, att_answer_row, o + 1);
    for (uint32_t i = 0; i < o; i++) answer(m, i + 1, &answers[i]);
    p->answers = answers;
    p->answer_count = o;
    p->positions = positions;
    p->claims = claims;
    p->position_count = n;
    p->claim_count = c;
}
