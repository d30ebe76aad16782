/* server.h: what the server is made of. Private to serve/. */
#ifndef ATT_SERVE_SERVER_H
#define ATT_SERVE_SERVER_H

#include <microhttpd.h>
#include <pthread.h>

#include "serve/ask.h"
#include "serve/serve.h"

/* A file of web/dist, embedded (cmake/embed_web.cmake). */
typedef struct {
    const char *path; /* "/index.html" */
    const char *type;
    const char *beg, *end;
    bool gzip;
    bool lasting; /* its name changes with its content: a browser may keep it */
} att_asset;
const att_asset *att_asset_of(const char *path);

typedef struct {
    att_param at[ATT_MAX_PARAMS];
    uint32_t n;
    bool over;
} params_of;

/* What one question at a time works with. */
typedef struct {
    sqlite3 *db;
    att_arena arena;
    int64_t deadline; /* ms of the monotonic clock */
    bool busy;
} att_desk;

struct att_server {
    struct MHD_Daemon *http;
    char *path;
    const char *name;               /* last part of path */
    uint16_t port;
    pthread_mutex_t lock;           /* for all below */
    pthread_cond_t freed, closing, settled; /* settled: there is a board, or failed */
    att_desk desks[ATT_SERVE_THREADS];
    att_board *board;               /* the newest; NULL until the first has been read */
    int failed;                     /* why there is no first one: SQLite's code */
    struct MHD_Connection *waiting[ATT_SERVE_CONNECTIONS]; /* questions that came before it; suspended */
    uint32_t waiting_count;
    int64_t changed;                /* when it was last seen to change, ms; 0 = never */
    pthread_t watcher;
    sqlite3 *watched;
    bool watching, stop;
};

/* True when the first board is still being read: the connection is called again when it is there. */
bool att_server_keep(att_server *s, struct MHD_Connection *c);
/* Runs the answer with a desk and the newest board; gives the status. */
int att_server_ask(att_server *s, att_ask *q, att_answer run);

enum MHD_Result att_http_handle(void *ctx, struct MHD_Connection *c, const char *url, const char *method, const char *version,
                                const char *upload, size_t *upload_size, void **begun);

#endif
