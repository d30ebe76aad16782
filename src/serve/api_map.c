/* api_map.c: places with how many events of each quad class. */
#include "serve/ask.h"

enum { MOST = 2000 };

typedef struct {
    uint32_t n[ATT_QUADS + 1], all, country;
    float lat, lon;
} spot;

static void put_spot(att_ask *q, uint32_t place, const spot *s)
{
    att_comma(&q->out);
    att_put_char(&q->out, '{');
    att_member(&q->out, "place", q->board->one[ATT_ONE_PLACE].names.at[place]);
    att_member(&q->out, "country", q->board->one[ATT_ONE_COUNTRY].names.at[s->country]);
    att_member_number(&q->out, "lat", (double)s->lat);
    att_member_number(&q->out, "lon", (double)s->lon);
    att_key(&q->out, "n");
    att_putf(&q->out, "[%u,%u,%u,%u]", s->n[1], s->n[2], s->n[3], s->n[4]);
    att_member_number(&q->out, "all", s->all);
    att_put_char(&q->out, '}');
}

int att_api_map(att_ask *q)
{
    const att_board *b = q->board;
    att_filter f;
    uint32_t total = 0, somewhere = 0, shown = 0;
    if (!att_ask_filter(q, &f)) return 400;
    spot *spots = att_new(q->arena, spot, b->one[ATT_ONE_PLACE].names.n + 1);
    for (uint32_t i = 0; i < b->facts.n; i++) {
        if (att_filter_test(&f, i)) continue;
        const att_fact *e = &b->facts.at[i];
        total++;
        if (!e->has_point || !e->one[ATT_ONE_PLACE]) continue;
        spot *s = &spots[e->one[ATT_ONE_PLACE]];
        s->n[e->quad]++;
        s->all++;
        s->lat = e->lat, s->lon = e->lon, s->country = e->one[ATT_ONE_COUNTRY];
        somewhere++;
    }
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", total);
    att_member_number(&q->out, "placed", somewhere);
    att_key(&q->out, "places");
    att_put_char(&q->out, '[');
    for (uint32_t p = 1; p < b->one[ATT_ONE_PLACE].names.n && shown < MOST; p++)
        if (spots[p].all) put_spot(q, p, &spots[p]), shown++;
    att_put_z(&q->out, "]}");
    return 200;
}
