/* desk.h: a small store in memory and a question to it, for tests and fuzzing of serve/. */
#ifndef ATT_TESTS_SUPPORT_DESK_H
#define ATT_TESTS_SUPPORT_DESK_H

#include <stdlib.h>

#include "serve/ask.h"
#include "store/schema.h"

/* Two articles and a copy. Events: 1 RUS threatens POL (14 Feb 2022); 2 USA and DEU meet (no day); 3 RUS meets DEU (Feb 2022, Berlin);
 * 4 the copy's telling of 1. */
static const char DESK_ROWS[] =
    "INSERT INTO documents (document, doc, source, version, newest, outlet, title, published, bytes, sentences, tokens, content_hash, copy_of, text, record) VALUES"
    " (1, 'a', '', 1, 1, 'Wire', 'One', '2022-02-15', 5, 1, 1, 'x', NULL, 'gas to Poland', '{}'),"
    " (2, 'b', '', 1, 1, 'Post', 'Two', '2022-03-01', 5, 1, 1, 'y', NULL, 'they met', '{}'),"
    " (3, 'c', '', 1, 1, 'Wire', 'One', '2022-02-16', 5, 1, 1, 'z', 1, 'gas to Poland', '{}');"
    "INSERT INTO events (event, document, id, type, quad, status, score, goldstein, date, date_first, date_last, place, country, lat, lon, record) VALUES"
    " (1, 1, 'e1', 'THREATEN', 'verbal conflict', 'occurred', -4, -4.4, '2022-02-14', '2022-02-14', '2022-02-14', NULL, NULL, NULL, NULL, '{}'),"
    " (2, 2, 'e2', 'CONSULT', 'verbal cooperation', 'planned', 2, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}'),"
    " (3, 2, 'e3', 'CONSULT', 'verbal cooperation', 'occurred', 2, 1, '2022-02', '2022-02-01', '2022-02-28', 'Berlin', 'DEU', 52.5, 13.4, '{}'),"
    " (4, 3, 'e4', 'THREATEN', 'verbal conflict', 'occurred', -4, -4.4, '2022-02-14', '2022-02-14', '2022-02-14', NULL, NULL, NULL, NULL, '{}');"
    "INSERT INTO event_actors (event, side, position, text, name, code, sector) VALUES"
    " (1, 'actor', 0, 'Moscow', 'Russia', 'RUS', 'GOV'), (1, 'recipient', 0, 'Poland', 'Poland', 'POL', 'GOV'), (1, 'said_by', 0, 'he', 'Ann Lee', 'USA', 'MED'),"
    " (2, 'actor', 0, 'Biden', 'Joe Biden', 'USA', 'GOV'), (2, 'actor', 1, 'Scholz', 'Olaf Scholz', 'DEU', 'GOV'),"
    " (3, 'actor', 0, 'Putin', 'Vladimir Putin', 'RUS', 'GOV'), (3, 'recipient', 0, 'Scholz', 'Olaf Scholz', 'DEU', 'GOV'), (3, 'recipient', 1, 'rebels', NULL, NULL, 'REB'),"
    " (4, 'actor', 0, 'Moscow', 'Russia', 'RUS', 'GOV');"
    "INSERT INTO figures (document, id, text, low, high, bound, unit, of_name, record) VALUES (1, 'f', '5 troops', 5, 5, 'exact', 'troops', 'Russia', '{}');"
    "INSERT INTO statements (document, id, speaker_name, content, manner, record) VALUES (1, 's', 'Ann Lee', 'gas', 'direct', '{}');"
    "INSERT INTO articles_text (articles_text) VALUES ('rebuild'); INSERT INTO statements_text (statements_text) VALUES ('rebuild');";

static inline sqlite3 *desk_open(void)
{
    sqlite3 *db;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK) abort();
    for (int v = 1; v <= ATT_STORE_VERSION; v++)
        for (int i = 0; ATT_STORE_STEPS[v][i]; i++)
            if (sqlite3_exec(db, ATT_STORE_STEPS[v][i], NULL, NULL, NULL) != SQLITE_OK) abort();
    if (sqlite3_exec(db, DESK_ROWS, NULL, NULL, NULL) != SQLITE_OK) abort();
    return db;
}

/* "a=b&c=d" -> parameters; not decoded. */
static inline att_params desk_params(att_slice query, att_param at[ATT_MAX_PARAMS])
{
    uint32_t n = 0;
    att_slice pair;
    while (n < ATT_MAX_PARAMS && att_split(&query, '&', &pair)) {
        att_slice name, value = pair;
        if (!att_split(&value, '=', &name)) name = (att_slice){0};
        at[n++] = (att_param){name, value};
    }
    return (att_params){at, n};
}

#endif
