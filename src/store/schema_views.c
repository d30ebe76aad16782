/* schema_views.c: the views for people: no numbers that mean nothing outside, newest versions only. */
#include "store/schema.h"
#include "store/store.h"

#define FIRST                                                                                                           \
    "CREATE VIEW articles AS SELECT d.doc, d.version, d.published, d.outlet, d.title, d.author, d.url, d.path, d.language," \
    " d.sentences, d.tokens, o.doc AS copy_of,"                                                                         \
    " (SELECT count(*) FROM events e WHERE e.document = d.document AND e.same_as IS NULL) AS events"                                         \
    " FROM documents d LEFT JOIN documents o ON o.document = d.copy_of WHERE d.newest;"                                 \
    "CREATE VIEW who_did_what_to_whom AS SELECT e.date,"                                                                \
    " " ATT_SQL_SIDE("e.event", "actor", "; ") " AS actor," \
    " e.type, e.mode,"                                                                                                  \
    " " ATT_SQL_SIDE("e.event", "recipient", "; ") " AS recipient," \
    " e.status, e.place, e.sentence, d.doc, d.outlet, d.copy_of IS NOT NULL AS is_copy,"                                \
    " e.same_as IS NOT NULL AS is_retold"                                                                               \
    " FROM events e JOIN documents d USING (document) WHERE d.newest;"                                                  \
    "CREATE VIEW pairs_of_actors AS SELECT a.code AS actor, r.code AS recipient, e.quad, count(*) AS events,"           \
    " avg(e.goldstein) AS goldstein, min(e.date_first) AS first, max(e.date_last) AS last"                              \
    " FROM events e JOIN documents d USING (document)"                                                                  \
    " JOIN event_actors a ON a.event = e.event AND a.side = 'actor'"                                                    \
    " JOIN event_actors r ON r.event = e.event AND r.side = 'recipient'"                                                \
    " WHERE d.newest AND d.copy_of IS NULL AND e.same_as IS NULL AND a.code IS NOT NULL AND r.code IS NOT NULL GROUP BY 1, 2, 3;"             \
    "CREATE VIEW who_said_what AS SELECT s.date, coalesce(s.speaker_name, s.speaker) AS speaker, s.manner, s.content,"  \
    " d.doc, d.outlet FROM statements s JOIN documents d USING (document) WHERE d.newest;"                              \
    "CREATE VIEW numbers_reported AS SELECT f.as_of, f.text, f.low, f.high, f.bound, f.unit, coalesce(f.of_name, f.of_text) AS whose," \
    " f.place, d.doc, d.outlet FROM figures f JOIN documents d USING (document) WHERE d.newest;"

#define SECOND                                                                                                          \
    "CREATE VIEW stories_told AS SELECT s.id AS story, s.title, s.first_day, s.last_day, d.outlet AS first_outlet, d.doc AS first_doc," \
    " s.articles, s.outlets, s.copies, s.rewrites FROM stories s LEFT JOIN documents d ON d.document = s.first_document;" \
    "CREATE VIEW happenings_told AS SELECT h.date, " ATT_SQL_SIDE("h.event", "actor", "; ") " AS actor, h.type, h.mode, "              \
    ATT_SQL_SIDE("h.event", "recipient", "; ") " AS recipient, h.status, h.place, h.mentions, h.articles, h.sources, h.copies, e.sentence," \
    " h.id AS happening, s.id AS story"                                                                                 \
    " FROM happenings h JOIN events e USING (event) LEFT JOIN stories s ON s.story = h.story;"                          \
    "CREATE VIEW positions_held AS SELECT p.date, coalesce(p.holder_name, p.holder) AS holder, p.stance, p.issue,"      \
    " coalesce(p.toward_name, p.toward) AS toward, p.conditions, p.content, p.sentence, d.doc, d.outlet"                \
    " FROM positions p JOIN documents d USING (document) WHERE d.newest;"                                               \
    "CREATE VIEW claims_made AS SELECT d.published, coalesce(c.by_name, c.by_text) AS claimant, c.content, c.disputed," \
    " coalesce(r.by_name, r.by_text) AS answered_by, r.stance, r.content AS answer, o.doc AS answer_doc, d.doc, d.outlet" \
    " FROM claims c JOIN documents d ON d.document = c.document LEFT JOIN claim_responses r USING (claim)"              \
    " LEFT JOIN documents o ON o.document = r.document WHERE d.newest AND coalesce(o.newest, 1);"                       \
    "CREATE VIEW actors_seen AS SELECT nullif(name, '') AS name, nullif(code, '') AS code, nullif(sector, '') AS sector, as_actor," \
    " as_recipient, as_source, first_day, last_day FROM actor_totals WHERE as_actor + as_recipient + as_source > 0;"

const char *const ATT_STORE_VIEWS[] = {FIRST, SECOND, 0};
const char *const ATT_STORE_VIEW_NAMES[] = {"articles", "who_did_what_to_whom", "pairs_of_actors", "who_said_what", "numbers_reported",
                                            "stories_told", "happenings_told", "positions_held", "claims_made", "actors_seen", 0};
