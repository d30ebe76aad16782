/* schema.c: the tables, as steps from one version to the next. A new store goes through all of them, so that one which was brought
 * up to date has just the tables of a new one. A step that has been published is never changed. */
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

/* ---- version 2: where parties stand, stories, happenings, search, totals ---- */

#define ADDED                                                                                                           \
    "ALTER TABLE documents ADD COLUMN coded INTEGER NOT NULL DEFAULT 1;"     /* version of the store that its records were made for */ \
    "ALTER TABLE documents ADD COLUMN copy_kind TEXT;"                       /* exact, near, rewrite */                 \
    "ALTER TABLE documents ADD COLUMN story INTEGER REFERENCES stories ON DELETE SET NULL;"                                            \
    "ALTER TABLE documents ADD COLUMN derived INTEGER NOT NULL DEFAULT 0;"   /* 1: stories, happenings and totals know it; 2: they know it but it is old; -1: its records were made anew; 0: new */ \
    "UPDATE documents SET copy_kind = iif(likeness = 1, 'exact', 'near') WHERE copy_of IS NOT NULL;"                    \
    "CREATE INDEX documents_published ON documents (published);"                                                        \
    "CREATE INDEX documents_outlet ON documents (outlet);"                                                              \
    "CREATE INDEX documents_story ON documents (story);"                                                                \
    "CREATE INDEX documents_copy ON documents (copy_of) WHERE copy_of IS NOT NULL;"                                     \
    "CREATE INDEX documents_derived ON documents (derived) WHERE derived <> 1;"                                         \
    "ALTER TABLE events ADD COLUMN happening INTEGER REFERENCES happenings ON DELETE SET NULL;"                         \
    "ALTER TABLE events ADD COLUMN merged_by TEXT;"                          /* what it has in common with the happening */ \
    "CREATE INDEX events_happening ON events (happening) WHERE happening IS NOT NULL;"                                  \
    "CREATE INDEX events_loose ON events (date_first) WHERE happening IS NULL;"                                         \
    "CREATE INDEX events_status ON events (status, date_first);"                                                        \
    "CREATE INDEX events_country ON events (country, date_first);"                                                      \
    "CREATE INDEX event_actors_name ON event_actors (name, side);"                                                      \
    "ALTER TABLE statements ADD COLUMN sentence TEXT;"                                                                  \
    "CREATE INDEX statements_code ON statements (speaker_code, date_first);"                                            \
    "CREATE INDEX statements_date ON statements (date_first);"                                                          \
    "ALTER TABLE figures ADD COLUMN sentence TEXT;"                                                                     \
    "CREATE INDEX figures_unit ON figures (unit, as_of_first);"                                                         \
    "CREATE INDEX figures_of ON figures (of_code, unit);"

#define STANDS                                                                                                          \
    "CREATE TABLE positions ("                                                                                          \
    " position INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL," \
    " sentence_beg INTEGER, sentence_end INTEGER, sentence TEXT,"                                                       \
    " holder TEXT, holder_name TEXT, holder_code TEXT, holder_sector TEXT,"                                             \
    " toward TEXT, toward_name TEXT, toward_code TEXT, toward_sector TEXT,"                                             \
    " stance TEXT NOT NULL, side TEXT, issue TEXT, issue_group TEXT,"                                                   \
    " content TEXT, content_beg INTEGER, content_end INTEGER, conditions TEXT,"                                         \
    " date TEXT, date_first TEXT, date_last TEXT, record TEXT NOT NULL);"                                               \
    "CREATE INDEX positions_document ON positions (document);"                                                          \
    "CREATE INDEX positions_issue ON positions (issue_group, issue, date_first);"                                                    \
    "CREATE INDEX positions_holder ON positions (holder_code, issue);"                                                  \
    "CREATE INDEX positions_name ON positions (holder_name);"                                                           \
    "CREATE TABLE claims ("                                                                                             \
    " claim INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL,"   \
    " sentence_beg INTEGER, sentence_end INTEGER, sentence TEXT,"                                                       \
    " by_text TEXT, by_name TEXT, by_code TEXT, by_sector TEXT,"                                                        \
    " content TEXT, content_beg INTEGER, content_end INTEGER,"                                                          \
    " disputed INTEGER NOT NULL," /* 1: somebody denies, doubts or wants proof */                                       \
    " terms TEXT,"                /* by which claims of other articles are found to be the same */                      \
    " record TEXT NOT NULL);"                                                                                           \
    "CREATE INDEX claims_document ON claims (document);"                                                                \
    "CREATE INDEX claims_by ON claims (by_code);"                                                                       \
    "CREATE TABLE claim_responses ("                                                                                    \
    " response INTEGER PRIMARY KEY, claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,"                        \
    " document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE," /* where the response stands */                \
    " found_in TEXT NOT NULL CHECK (found_in IN ('article', 'store'))," /* 'store': in another article than the claim */ \
    " sentence_beg INTEGER, sentence_end INTEGER, sentence TEXT,"                                                       \
    " by_text TEXT, by_name TEXT, by_code TEXT, by_sector TEXT,"                                                        \
    " stance TEXT NOT NULL, content TEXT, content_beg INTEGER, content_end INTEGER, rule TEXT);"                        \
    "CREATE TABLE answers ("      /* to what its own article doesn't quote, and another may */                         \
    " answer INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"                    \
    " sentence_beg INTEGER, sentence_end INTEGER, sentence TEXT,"                                                       \
    " by_text TEXT, by_name TEXT, by_code TEXT, by_sector TEXT,"                                                        \
    " stance TEXT NOT NULL, content TEXT, content_beg INTEGER, content_end INTEGER, rule TEXT,"                         \
    " about TEXT, about_beg INTEGER, about_end INTEGER, terms TEXT NOT NULL);"                                          \
    "CREATE INDEX answers_document ON answers (document);"                                                              \
    "CREATE INDEX claim_responses_claim ON claim_responses (claim);"                                                    \
    "CREATE INDEX claim_responses_document ON claim_responses (document);"

#define STORIES                                                                                                         \
    "CREATE TABLE stories ("                                                                                            \
    " story INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT,"                                                  \
    " first_document INTEGER REFERENCES documents," /* the first report */                                              \
    " first_day TEXT, last_day TEXT, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,"                              \
    " copies INTEGER NOT NULL, rewrites INTEGER NOT NULL);"                                                             \
    "CREATE INDEX stories_day ON stories (last_day);"                                                                   \
    "CREATE TABLE story_pins ("     /* put together or apart by hand: articles of one pin are in one story, of two pins never */ \
    " doc TEXT NOT NULL, source TEXT NOT NULL, pin TEXT NOT NULL, PRIMARY KEY (doc, source)) WITHOUT ROWID;"            \
    "CREATE TABLE sketches ("       /* what an article is about, for stories: 32-bit little-endian term and weight */   \
    " document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, terms BLOB NOT NULL);"                       \
    "CREATE TABLE happenings ("                                                                                         \
    " happening INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"                                                          \
    " event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE," /* the fullest of its rows */                        \
    " type TEXT NOT NULL, mode TEXT, quad TEXT, status TEXT NOT NULL, date TEXT, date_first TEXT, date_last TEXT,"      \
    " place TEXT, country TEXT, lat REAL, lon REAL, score REAL, goldstein REAL, story INTEGER REFERENCES stories ON DELETE SET NULL," \
    " mentions INTEGER NOT NULL,"   /* event rows */                                                                    \
    " articles INTEGER NOT NULL,"                                                                                       \
    " sources INTEGER NOT NULL,"    /* independent ones: outlets, without copies and rewrites */                        \
    " copies INTEGER NOT NULL);"    /* articles that are copies or rewrites */                                          \
    "CREATE INDEX happenings_event ON happenings (event);"                                                              \
    "CREATE INDEX happenings_date ON happenings (date_first);"                                                          \
    "CREATE INDEX happenings_type ON happenings (type, date_first);"                                                    \
    "CREATE INDEX happenings_sources ON happenings (sources);"                                                          \
    "CREATE INDEX happenings_story ON happenings (story);"                                                              \
    "CREATE TABLE state (key TEXT PRIMARY KEY, value) WITHOUT ROWID;"

/* Sums that a page needs at once and that would take seconds over millions of rows. Newest versions, without copies. */
#define TOTALS                                                                                                          \
    "CREATE TABLE day_totals ("                                                                                         \
    " day TEXT NOT NULL, quad TEXT NOT NULL, status TEXT NOT NULL,"                                                     \
    " events INTEGER NOT NULL, score REAL NOT NULL, goldstein REAL NOT NULL,"                                           \
    " PRIMARY KEY (day, quad, status)) WITHOUT ROWID;"                                                                  \
    "CREATE TABLE pair_totals ("                                                                                        \
    " actor TEXT NOT NULL, recipient TEXT NOT NULL, day TEXT NOT NULL, quad TEXT NOT NULL,"                             \
    " events INTEGER NOT NULL, score REAL NOT NULL, goldstein REAL NOT NULL,"                                           \
    " PRIMARY KEY (actor, recipient, day, quad)) WITHOUT ROWID;"                                                        \
    "CREATE TABLE pair_sums ("                                                                                          \
    " actor TEXT NOT NULL, recipient TEXT NOT NULL, quad TEXT NOT NULL,"                                                \
    " events INTEGER NOT NULL, score REAL NOT NULL, goldstein REAL NOT NULL, first_day TEXT, last_day TEXT,"            \
    " PRIMARY KEY (actor, recipient, quad)) WITHOUT ROWID;"                                                             \
    "CREATE TABLE actor_totals ("                                                                                       \
    " name TEXT NOT NULL, code TEXT NOT NULL, sector TEXT NOT NULL,"                                                    \
    " as_actor INTEGER NOT NULL, as_recipient INTEGER NOT NULL, as_source INTEGER NOT NULL,"                            \
    " first_day TEXT, last_day TEXT, PRIMARY KEY (name, code, sector)) WITHOUT ROWID;"                                  \
    "CREATE TABLE place_totals ("                                                                                       \
    " place TEXT NOT NULL, country TEXT NOT NULL, quad TEXT NOT NULL, lat REAL, lon REAL,"                              \
    " events INTEGER NOT NULL, first_day TEXT, last_day TEXT, PRIMARY KEY (place, country, quad)) WITHOUT ROWID;"

/* The words stay in documents and statements; these hold the index alone. */
#define SEARCH                                                                                                          \
    "CREATE VIRTUAL TABLE articles_text USING fts5 ("                                                                   \
    " title, text, content = 'documents', content_rowid = 'document', tokenize = 'porter unicode61 remove_diacritics 2');" \
    "CREATE VIRTUAL TABLE statements_text USING fts5 ("                                                                 \
    " content, speaker, speaker_name, content = 'statements', content_rowid = 'statement',"                             \
    " tokenize = 'porter unicode61 remove_diacritics 2');"                                                              \
    "INSERT INTO articles_text (articles_text) VALUES ('rebuild');"                                                     \
    "INSERT INTO statements_text (statements_text) VALUES ('rebuild');"

/* ---- version 3: an event told twice in an article is counted once; history is told apart ---- */

/* Happenings and sums are found anew, without what is told again; records and texts stay as they are. */
#define RETOLD                                                                                                          \
    "ALTER TABLE events ADD COLUMN same_as TEXT;"            /* id of the fullest telling in the article */             \
    "ALTER TABLE events ADD COLUMN history INTEGER NOT NULL DEFAULT 0;" /* 1: of long ago, told as background */        \
    "ALTER TABLE events ADD COLUMN told TEXT GENERATED ALWAYS AS (iif(history AND status IN ('occurred', 'ongoing'), 'history', status)) VIRTUAL;" \
    "DROP INDEX events_status; CREATE INDEX events_told ON events (told, date_first);"                                  \
    "UPDATE events SET same_as = json_extract(record, '$.same_as') WHERE instr(record, '\"same_as\":\"');"           \
    "UPDATE events SET happening = NULL, merged_by = NULL; DELETE FROM happenings;"                                     \
    "DELETE FROM day_totals; DELETE FROM pair_totals; DELETE FROM pair_sums; DELETE FROM actor_totals; DELETE FROM place_totals;" \
    "UPDATE documents SET derived = 0;"                                                                                 \
    "CREATE INDEX stories_size ON stories (articles, last_day);"                                                        \
    /* indices of words are put together more seldom: less writing; a search looks into a few more parts */ \
    "INSERT INTO articles_text (articles_text, rank) VALUES ('automerge', 8);"                                          \
    "INSERT INTO statements_text (statements_text, rank) VALUES ('automerge', 8);"

/* ---- version 4: indices that hold all that is counted, so that sums and the page need not read rows of a kilobyte ---- */

#define NARROW                                                                                                          \
    "DROP INDEX events_document;"                                                                                       \
    "CREATE INDEX events_document ON events (document, event, same_as, date_first, date_last, type, status, history, quad, mode, place, country, score," \
    " goldstein, lat, lon);"                                                                                            \
    "DROP INDEX figures_document;"                                                                                      \
    "CREATE INDEX figures_document ON figures (document, figure, unit, of_name, of_code, of_sector, of_text, place, as_of_first, as_of_last," \
    " low, high);"                                                                                                      \
    "CREATE INDEX documents_newest ON documents (newest, document, copy_of, published, outlet, doc, title);"           \
    /* words of a transaction are collected in memory to its end, in one piece of the index and not in three */        \
    "INSERT INTO articles_text (articles_text, rank) VALUES ('hashsize', 8388608);"                                     \
    "INSERT INTO statements_text (statements_text, rank) VALUES ('hashsize', 8388608);"

static const char *const ONE[] = {DOCUMENTS, EVENTS, OTHERS, 0};
static const char *const TWO[] = {STORIES, STANDS, ADDED, TOTALS, SEARCH, 0};
static const char *const THREE[] = {RETOLD, 0};
static const char *const FOUR[] = {NARROW, 0};

const char *const *const ATT_STORE_STEPS[ATT_STORE_VERSION + 1] = {[1] = ONE, [2] = TWO, [3] = THREE, [4] = FOUR};
