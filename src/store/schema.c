#include "store/schema.h"

#define DOCUMENTS                                                                                                       \
    "CREATE TABLE documents ("                                                                                          \
    " document INTEGER PRIMARY KEY,"                                                                                    \
    " doc TEXT NOT NULL,"          /* name in every record */                                                           \
    " source TEXT NOT NULL,"       /* what tells two articles of one name apart */                                      \
    " version INTEGER NOT NULL,"   /* 1, 2 ... as its text changed */                                                   \
    " newest INTEGER NOT NULL,"    /* 1 for the last version */                                                         \
    " path TEXT, url TEXT, outlet TEXT, title TEXT, author TEXT, published TEXT, published_from TEXT, language TEXT,"   \
    " bytes INTEGER NOT NULL, sentences INTEGER NOT NULL, tokens INTEGER NOT NULL,"                                     \
    " content_hash TEXT NOT NULL,"                                                                                      \
    " words_hash INTEGER,"         /* of the normal form: equal = word for word the same */                             \
    " mins BLOB,"                  /* MinHash signature, 64 little-endian 32-bit numbers */                             \
    " copy_of INTEGER REFERENCES documents, likeness REAL,"                                                             \
    " text TEXT NOT NULL, record TEXT NOT NULL,"                                                                        \
    " UNIQUE (doc, source, version));"                                                                                  \
    "CREATE INDEX documents_content ON documents (doc, content_hash);"                                                  \
    "CREATE INDEX documents_words ON documents (words_hash);"                                                           \
    "CREATE TABLE copy_bands ("                                                                                         \
    " band INTEGER NOT NULL, hash INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"  \
    " PRIMARY KEY (band, hash, document)) WITHOUT ROWID;"

#define EVENTS                                                                                                          \
    "CREATE TABLE events ("                                                                                             \
    " event INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL,"   \
    " sentence_beg INTEGER, sentence_end INTEGER, sentence TEXT, trigger_beg INTEGER, trigger_end INTEGER, trigger_text TEXT," \
    " type TEXT NOT NULL, mode TEXT, cameo TEXT, quad TEXT, contexts TEXT, status TEXT NOT NULL, frame TEXT,"           \
    " score REAL, goldstein REAL, confidence REAL,"                                                                     \
    " date TEXT, date_first TEXT, date_last TEXT,"                                                                      \
    " place TEXT, country TEXT, lat REAL, lon REAL,"                                                                    \
    " killed_low REAL, killed_high REAL, injured_low REAL, injured_high REAL, detained_low REAL, detained_high REAL,"   \
    " participants_low REAL, participants_high REAL, displaced_low REAL, displaced_high REAL,"                          \
    " record TEXT NOT NULL);"                                                                                           \
    "CREATE INDEX events_document ON events (document);"                                                                \
    "CREATE INDEX events_date ON events (date_first);"                                                                  \
    "CREATE INDEX events_type ON events (type, date_first);"                                                            \
    "CREATE TABLE event_actors ("                                                                                       \
    " event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,"                                                      \
    " side TEXT NOT NULL CHECK (side IN ('actor', 'recipient', 'said_by')), position INTEGER NOT NULL,"                 \
    " text TEXT, name TEXT, code TEXT, sector TEXT, resolved_by TEXT,"                                                  \
    " PRIMARY KEY (event, side, position)) WITHOUT ROWID;"                                                              \
    "CREATE INDEX event_actors_code ON event_actors (code, side);"

#define OTHERS                                                                                                          \
    "CREATE TABLE statements ("                                                                                         \
    " statement INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL," \
    " sentence_beg INTEGER, sentence_end INTEGER,"                                                                      \
    " speaker TEXT, speaker_name TEXT, speaker_code TEXT, speaker_sector TEXT,"                                         \
    " addressee TEXT, addressee_name TEXT, addressee_code TEXT, addressee_sector TEXT,"                                 \
    " cue TEXT, content TEXT, manner TEXT, date TEXT, date_first TEXT, date_last TEXT, record TEXT NOT NULL);"          \
    "CREATE INDEX statements_document ON statements (document);"                                                        \
    "CREATE INDEX statements_speaker ON statements (speaker_name);"                                                     \
    "CREATE TABLE figures ("                                                                                            \
    " figure INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL,"  \
    " sentence_beg INTEGER, sentence_end INTEGER, text TEXT, low REAL, high REAL, bound TEXT, unit TEXT,"               \
    " of_text TEXT, of_name TEXT, of_code TEXT, of_sector TEXT,"                                                        \
    " place TEXT, country TEXT, lat REAL, lon REAL,"                                                                    \
    " as_of TEXT, as_of_first TEXT, as_of_last TEXT, record TEXT NOT NULL);"                                            \
    "CREATE INDEX figures_document ON figures (document);"

/* For people: no numbers that mean nothing outside, newest versions only. */
#define VIEWS                                                                                                           \
    "CREATE VIEW articles AS SELECT d.doc, d.version, d.published, d.outlet, d.title, d.author, d.url, d.path, d.language," \
    " d.sentences, d.tokens, o.doc AS copy_of,"                                                                         \
    " (SELECT count(*) FROM events e WHERE e.document = d.document) AS events"                                          \
    " FROM documents d LEFT JOIN documents o ON o.document = d.copy_of WHERE d.newest;"                                 \
    "CREATE VIEW who_did_what_to_whom AS SELECT e.date,"                                                                \
    " (SELECT group_concat(coalesce(a.name, a.text), '; ') FROM event_actors a WHERE a.event = e.event AND a.side = 'actor') AS actor," \
    " e.type, e.mode,"                                                                                                  \
    " (SELECT group_concat(coalesce(a.name, a.text), '; ') FROM event_actors a WHERE a.event = e.event AND a.side = 'recipient') AS recipient," \
    " e.status, e.place, e.sentence, d.doc, d.outlet, d.copy_of IS NOT NULL AS is_copy"                                 \
    " FROM events e JOIN documents d USING (document) WHERE d.newest;"                                                  \
    "CREATE VIEW pairs_of_actors AS SELECT a.code AS actor, r.code AS recipient, e.quad, count(*) AS events,"           \
    " avg(e.goldstein) AS goldstein, min(e.date_first) AS first, max(e.date_last) AS last"                              \
    " FROM events e JOIN documents d USING (document)"                                                                  \
    " JOIN event_actors a ON a.event = e.event AND a.side = 'actor'"                                                    \
    " JOIN event_actors r ON r.event = e.event AND r.side = 'recipient'"                                                \
    " WHERE d.newest AND d.copy_of IS NULL AND a.code IS NOT NULL AND r.code IS NOT NULL GROUP BY 1, 2, 3;"             \
    "CREATE VIEW who_said_what AS SELECT s.date, coalesce(s.speaker_name, s.speaker) AS speaker, s.manner, s.content,"  \
    " d.doc, d.outlet FROM statements s JOIN documents d USING (document) WHERE d.newest;"                              \
    "CREATE VIEW numbers_reported AS SELECT f.as_of, f.text, f.low, f.high, f.bound, f.unit, coalesce(f.of_name, f.of_text) AS whose," \
    " f.place, d.doc, d.outlet FROM figures f JOIN documents d USING (document) WHERE d.newest;"

const char *const ATT_STORE_SCHEMA[] = {DOCUMENTS, EVENTS, OTHERS, VIEWS, 0};
