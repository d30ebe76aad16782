/* api_state.c: what the store holds, for the head of the page; asked again every few seconds while the store is written to. */
#include "serve/ask.h"

static uint32_t copies(const att_board *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->docs.n; i++) n += b->docs.at[i].copy;
    return n;
}

static uint32_t copied_events(const att_board *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->facts.n; i++) n += b->docs.at[b->facts.at[i].doc].copy;
    return n;
}

int att_api_state(att_ask *q)
{
    const att_board *b = q->board;
    att_put_char(&q->out, '{');
    att_member(&q->out, "store", att_slice_of(q->store));
    att_member(&q->out, "version", att_slice_of(ATT_VERSION));
    att_member_number(&q->out, "articles", b->docs.n);
    att_member_number(&q->out, "copies", copies(b));
    uint32_t copied = copied_events(b);
    att_member_number(&q->out, "events", b->facts.n - copied);
    att_member_number(&q->out, "copied_events", copied);
    att_member_number(&q->out, "statements", (double)b->statements);
    att_member_number(&q->out, "figures", b->amounts.n);
    att_member_number(&q->out, "outlets", b->outlets.names.n - 1);
    att_member_day(&q->out, "first", b->first);
    att_member_day(&q->out, "last", b->last);
    att_key(&q->out, "writing");
    att_put_z(&q->out, q->writing ? "true}" : "false}");
    return 200;
}
