/* store_sql.c: the statements that a store runs again and again. */
#include "store/schema.h"
#include "store/store_int.h"

#define TEXT_OF(n) #n
#define NUMBER(n) TEXT_OF(n)
#define CODED NUMBER(ATT_STORE_CODED)

const char *const ATT_STORE_SQL[SQL_COUNT] = {
    [SQL_HAS] = "SELECT 1 FROM documents WHERE doc = ?1 AND content_hash = ?2 AND coded >= " CODED,
    [SQL_KNOWN] = "SELECT document, version, content_hash = ?3, source = ?2, coded >= " CODED " FROM documents WHERE doc = ?1 ORDER BY version",
    [SQL_RECODED] = "UPDATE documents SET coded = " CODED ", derived = -1 WHERE document = ?1",
    [SQL_DROP_WORDS] = "INSERT INTO statements_text (statements_text, rowid, content, speaker, speaker_name)"
                       " SELECT 'delete', statement, content, speaker, speaker_name FROM statements WHERE document = ?1",
    [SQL_DROP_STATEMENTS] = "DELETE FROM statements WHERE document = ?1",
#define OF_DOCUMENT "(SELECT event FROM events WHERE document = ?1)"
    [SQL_DROP_ACTORS] = "DELETE FROM event_actors WHERE event IN " OF_DOCUMENT,
    [SQL_LEAVE_HAPPENINGS] = "UPDATE events SET happening = NULL, merged_by = NULL"
                             " WHERE happening IN (SELECT happening FROM happenings WHERE event IN " OF_DOCUMENT ")",
    [SQL_DROP_HAPPENINGS] = "DELETE FROM happenings WHERE event IN " OF_DOCUMENT,
    [SQL_DROP_RESPONSES] = "DELETE FROM claim_responses WHERE claim IN (SELECT claim FROM claims WHERE document = ?1)",
    [SQL_DROP_EVENTS] = "DELETE FROM events WHERE document = ?1",
    [SQL_DROP_FIGURES] = "DELETE FROM figures WHERE document = ?1",
    [SQL_DROP_POSITIONS] = "DELETE FROM positions WHERE document = ?1",
    [SQL_DROP_ANSWERS] = "DELETE FROM answers WHERE document = ?",
    [SQL_DROP_CLAIMS] = "DELETE FROM claims WHERE document = ?1",
    [SQL_OLD] = "UPDATE documents SET newest = 0, derived = derived * 2 WHERE document = ?1",
    [SQL_DOCUMENT] = "INSERT INTO documents (doc, source, version, newest, path, url, outlet, title, author, published, published_from,"
                     " language, bytes, sentences, tokens, content_hash, words_hash, mins, copy_of, likeness, text, record, copy_kind, coded)"
                     " VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
                     " iif(?18 IS NULL, ?21, json_set(?21, '$.copy_of', (SELECT doc FROM documents WHERE document = ?18))),"
                     " iif(?18 IS NULL, NULL, iif(?19 = 1, 'exact', 'near')), " CODED ")",
    /* A new version of an article is not a copy of what was copied from its older one. */
    [SQL_SAME_WORDS] = "SELECT coalesce(d.copy_of, d.document) FROM documents d LEFT JOIN documents o ON o.document = d.copy_of WHERE d.words_hash = ?1"
                       " AND NOT (d.doc = ?2 AND d.source = ?3) AND NOT (o.doc IS ?2 AND o.source IS ?3) ORDER BY d.document LIMIT 1",
    [SQL_BAND_FIND] = "SELECT document FROM copy_bands WHERE band = ?1 AND hash = ?2 ORDER BY document",
    [SQL_CANDIDATE] = "SELECT coalesce(d.copy_of, d.document), d.mins FROM documents d LEFT JOIN documents o ON o.document = d.copy_of"
                      " WHERE d.document = ?1 AND d.newest AND NOT (d.doc = ?2 AND d.source = ?3) AND NOT (o.doc IS ?2 AND o.source IS ?3)",
    /* OR FAIL: what can't fail half-way needs no savepoint, at each of which FTS5 would write what it has gathered. */
    [SQL_BANDS_ADD] = "INSERT OR FAIL INTO copy_bands (band, hash, document) VALUES (0, ?2, ?1), (1, ?3, ?1), (2, ?4, ?1), (3, ?5, ?1), (4, ?6, ?1),"
                      " (5, ?7, ?1), (6, ?8, ?1), (7, ?9, ?1), (8, ?10, ?1), (9, ?11, ?1), (10, ?12, ?1), (11, ?13, ?1), (12, ?14, ?1),"
                      " (13, ?15, ?1), (14, ?16, ?1), (15, ?17, ?1)",
    [SQL_SKETCH] = "INSERT INTO sketches (document, terms) VALUES (?1, ?2)",
    [SQL_EVENT] = "INSERT INTO events (document, id, sentence_beg, sentence_end, sentence, trigger_beg, trigger_end, trigger_text, type, mode,"
                  " cameo, quad, contexts, status, frame, score, goldstein, confidence, date, date_first, date_last, place, country, lat,"
                  " lon, killed_low, killed_high, injured_low, injured_high, detained_low, detained_high, participants_low,"
                  " participants_high, displaced_low, displaced_high, record, same_as, history) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                  " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ACTOR] = "INSERT INTO event_actors (event, side, position, text, name, code, sector, resolved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_STATEMENT] = "INSERT INTO statements (document, id, sentence_beg, sentence_end, speaker, speaker_name, speaker_code, speaker_sector,"
                      " addressee, addressee_name, addressee_code, addressee_sector, cue, content, manner, date, date_first, date_last,"
                      " record, sentence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_FIGURE] = "INSERT INTO figures (document, id, sentence_beg, sentence_end, text, low, high, bound, unit, of_text, of_name, of_code,"
                   " of_sector, place, country, lat, lon, as_of, as_of_first, as_of_last, record, sentence)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_POSITION] = "INSERT INTO positions (document, id, sentence_beg, sentence_end, sentence, holder, holder_name, holder_code, holder_sector,"
                     " toward, toward_name, toward_code, toward_sector, stance, side, issue, issue_group, content, content_beg, content_end,"
                     " conditions, date, date_first, date_last, record)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_CLAIM] = "INSERT INTO claims (document, id, sentence_beg, sentence_end, sentence, by_text, by_name, by_code, by_sector, content,"
                  " content_beg, content_end, disputed, terms, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_RESPONSE] = "INSERT INTO claim_responses (claim, document, found_in, sentence_beg, sentence_end, sentence, by_text, by_name, by_code,"
                     " by_sector, stance, content, content_beg, content_end, rule) VALUES (?, ?, 'article', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ANSWER] = "INSERT INTO answers (document, sentence_beg, sentence_end, sentence, by_text, by_name, by_code, by_sector, stance, content,"
                   " content_beg, content_end, rule, about, about_beg, about_end, terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_FIND_TEXT] = "INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)",
    [SQL_FIND_STATEMENT] = "INSERT INTO statements_text (rowid, content, speaker, speaker_name) VALUES (?, ?, ?, ?)",
    /* deriving: 1 = newest, 2 = what is not in stories yet or has gone out of date */
    [SQL_PENDING] = "SELECT count(*), min(published), sum(published IS NULL) FROM documents WHERE derived <> 1",
    [SQL_LACKING] = "SELECT d.document, d.title, d.text FROM documents d LEFT JOIN sketches s USING (document) WHERE d.derived <> 1 AND d.newest AND s.document IS NULL",
    [SQL_ITEMS] = "SELECT d.document, d.published, d.derived, d.story, p.pin, s.terms, d.doc, d.content_hash, d.copy_kind, d.likeness,"
                  " coalesce((SELECT n.document FROM documents o JOIN documents n ON n.doc = o.doc AND n.source = o.source AND n.newest"
                  " WHERE o.document = d.copy_of), d.copy_of)"
                  " FROM documents d JOIN sketches s USING (document) LEFT JOIN story_pins p ON p.doc = d.doc AND p.source = d.source"
                  " WHERE d.newest AND (d.published >= ?1 OR d.published IS NULL) ORDER BY d.published IS NULL, d.published, d.doc, d.source",
    [SQL_STORY_FIND] = "SELECT story FROM stories WHERE id = ?1",
    [SQL_STORY_NEW] = "INSERT INTO stories (id, articles, outlets, copies, rewrites) VALUES (?1, 0, 0, 0, 0)",
    [SQL_STORY_SET] = "UPDATE documents SET story = ?2, derived = 1, record = json_set(record, '$.story', (SELECT id FROM stories WHERE story = ?2))"
                      " WHERE document = ?1",
    [SQL_STORY_TOUCH] = "INSERT OR IGNORE INTO temp.touched_stories (story) VALUES (?1)",
    [SQL_COPY_SET] = "UPDATE documents SET copy_of = ?2, likeness = ?3, copy_kind = ?4,"
                     " record = json_set(record, '$.copy_of', (SELECT doc FROM documents WHERE document = ?2)) WHERE document = ?1",
    [SQL_STORY_MERGE] = "UPDATE documents SET story = ?2, record = json_set(record, '$.story', (SELECT id FROM stories WHERE story = ?2)) WHERE story = ?1",
#define TELLING                                                                                                         \
    "SELECT e.event, e.document, e.happening, e.id, d.copy_of IS NOT NULL, d.story, e.type, e.mode, e.status, e.place, e.country," \
    " e.trigger_text, e.sentence, e.killed_low, e.injured_low, e.date_first IS NOT NULL, e.date_first = e.date_last, e.confidence," \
    " d.outlet" \
    " FROM events e JOIN documents d USING (document) WHERE d.newest AND e.same_as IS NULL AND "
    [SQL_LOOSE_DAYS] = "SELECT DISTINCT e.date_first FROM events e JOIN documents d USING (document)"
                       " WHERE e.happening IS NULL AND e.same_as IS NULL AND d.newest AND e.date_first IS NOT NULL ORDER BY 1",
    [SQL_LOOSE_STORIES] = "SELECT DISTINCT d.story FROM events e JOIN documents d USING (document)"
                          " WHERE e.happening IS NULL AND e.same_as IS NULL AND d.newest AND e.date_first IS NULL AND d.story IS NOT NULL ORDER BY 1",
    [SQL_TELLINGS_OF_DAY] = TELLING "e.date_first = ?1",
    [SQL_TELLINGS_OF_STORY] = TELLING "d.story = ?1 AND (e.date_first IS NULL OR (e.happening IS NOT NULL"
                              " AND e.event = (SELECT h.event FROM happenings h WHERE h.happening = e.happening)))",
    [SQL_HAPPENING_TOUCH] = "INSERT OR IGNORE INTO temp.touched_happenings (happening) VALUES (?1)",
    [SQL_TELLING_PARTIES] = "SELECT side = 'recipient', name, code, sector, text FROM event_actors WHERE event = ?1 AND side < 'said_by' ORDER BY side, position",
    [SQL_EVENT_HAPPENING] = "UPDATE events SET happening = ?2, merged_by = ?3 WHERE event = ?1",
    [SQL_HAPPENING_FIND] = "SELECT happening FROM happenings WHERE id = ?1",
    [SQL_HAPPENING_PUT] = "INSERT OR FAIL INTO happenings (id, event, status, mentions, articles, sources, copies, type, mode, quad, date, date_first,"
                          " date_last, place, country, lat, lon, score, goldstein, story)"
                          " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, e.type, e.mode, e.quad, e.date, e.date_first, e.date_last, e.place, e.country, e.lat,"
                          " e.lon, e.score, e.goldstein, d.story FROM events e JOIN documents d USING (document) WHERE e.event = ?2"
                          " ON CONFLICT (id) DO UPDATE SET event = excluded.event, status = excluded.status, mode = excluded.mode, date = excluded.date,"
                          " date_last = excluded.date_last, place = excluded.place, country = excluded.country, lat = excluded.lat, lon = excluded.lon,"
                          " score = excluded.score, goldstein = excluded.goldstein, story = excluded.story",
    [SQL_FLIP] = "INSERT INTO temp.flips (document, sign) VALUES (?1, ?2)",
    [SQL_FLIP_COUNTED] = "INSERT INTO temp.flips SELECT document, -1 FROM documents WHERE document = ?1 AND derived = 1 AND copy_of IS NULL",
    [SQL_TEXT] = "SELECT text FROM documents WHERE document = ?1",
};
