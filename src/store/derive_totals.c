/* derive_totals.c: the sums that a page needs at once. They are added to and taken off, never counted again. */
#include "store/derive.h"

int att_store_totals_begin(att_store *s)
{
    return att_store_run(s, "CREATE TEMP TABLE IF NOT EXISTS flips (document INTEGER NOT NULL, sign INTEGER NOT NULL); DELETE FROM temp.flips");
}

int att_store_totals_flip(att_store *s, int64_t document, int sign)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_FLIP, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, document);
    sqlite3_bind_int64(st, 2, sign);
    return att_store_step(st);
}

/* What an article tells again counts once. */
#define OF_FLIPS " FROM temp.flips f JOIN events e ON e.document = f.document AND e.same_as IS NULL"
/* Events that are dated to a month or a year belong to no day. */
#define ON_A_DAY " WHERE e.date_last <= date(e.date_first, '+6 days')"

int att_store_totals(att_store *s)
{
    static const char *const STEPS[] = {
        "INSERT INTO day_totals (day, quad, status, events, score, goldstein)"
        " SELECT e.date_first, coalesce(e.quad, ''), " ATT_SQL_TOLD ", sum(sign), sum(sign * e.score), sum(sign * e.goldstein)" OF_FLIPS ON_A_DAY
        " GROUP BY 1, 2, 3 ON CONFLICT DO UPDATE SET events = events + excluded.events, score = score + excluded.score,"
        " goldstein = goldstein + excluded.goldstein",
        "INSERT INTO pair_totals (actor, recipient, day, quad, events, score, goldstein)"
        " SELECT a.code, r.code, e.date_first, coalesce(e.quad, ''), sum(sign), sum(sign * e.score), sum(sign * e.goldstein)" OF_FLIPS
        " JOIN event_actors a ON a.event = e.event AND a.side = 'actor' JOIN event_actors r ON r.event = e.event AND r.side = 'recipient'" ON_A_DAY
        " AND a.code IS NOT NULL AND r.code IS NOT NULL GROUP BY 1, 2, 3, 4"
        " ON CONFLICT DO UPDATE SET events = events + excluded.events, score = score + excluded.score, goldstein = goldstein + excluded.goldstein",
        "INSERT INTO pair_sums (actor, recipient, quad, events, score, goldstein, first_day, last_day)"
        " SELECT a.code, r.code, coalesce(e.quad, ''), sum(sign), sum(sign * e.score), sum(sign * e.goldstein), min(e.date_first), max(e.date_last)"
        OF_FLIPS " JOIN event_actors a ON a.event = e.event AND a.side = 'actor' JOIN event_actors r ON r.event = e.event AND r.side = 'recipient'"
        " WHERE a.code IS NOT NULL AND r.code IS NOT NULL GROUP BY 1, 2, 3"
        " ON CONFLICT DO UPDATE SET events = events + excluded.events, score = score + excluded.score, goldstein = goldstein + excluded.goldstein,"
        " first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),"
        " last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day))",
        "INSERT INTO actor_totals (name, code, sector, as_actor, as_recipient, as_source, first_day, last_day)"
        " SELECT coalesce(a.name, ''), coalesce(a.code, ''), coalesce(a.sector, ''), sum(sign * (a.side = 'actor')), sum(sign * (a.side = 'recipient')),"
        " sum(sign * (a.side = 'said_by')), min(e.date_first), max(e.date_last)" OF_FLIPS " JOIN event_actors a ON a.event = e.event"
        " WHERE a.name IS NOT NULL OR a.code IS NOT NULL GROUP BY 1, 2, 3"
        " ON CONFLICT DO UPDATE SET as_actor = as_actor + excluded.as_actor, as_recipient = as_recipient + excluded.as_recipient,"
        " as_source = as_source + excluded.as_source,"
        " first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),"
        " last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day))",
        "INSERT INTO place_totals (place, country, quad, lat, lon, events, first_day, last_day)"
        " SELECT e.place, coalesce(e.country, ''), coalesce(e.quad, ''), max(e.lat), max(e.lon), sum(sign), min(e.date_first), max(e.date_last)" OF_FLIPS
        " WHERE e.place IS NOT NULL GROUP BY 1, 2, 3 ON CONFLICT DO UPDATE SET events = events + excluded.events,"
        " first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),"
        " last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day))",
        NULL};
    int rc = SQLITE_OK;
    for (int i = 0; STEPS[i] && rc == SQLITE_OK; i++) rc = att_store_run(s, STEPS[i]);
    return rc;
}
