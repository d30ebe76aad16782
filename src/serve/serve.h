/* serve.h: a store as a page in the browser, on this computer only.
 *
 *   att_serve_open(&s, "news.db", 8467);     loads, listens on 127.0.0.1; port 0 = any that is free
 *   att_serve_port(s)                        answers in threads of its own from here on
 *   att_serve_close(s);
 *
 * What keeps it safe: it listens on loopback only; a request must name 127.0.0.1 or localhost with our port as Host (a page of
 * another site that points its own name at 127.0.0.1, DNS rebinding, is turned away) and, if it has an Origin, ours; only GET
 * and HEAD; SQLite handles are read-only; sizes, numbers and times are bounded by the limits below; the page may load nothing
 * from elsewhere (Content-Security-Policy). Text of articles goes out as JSON and is shown as text.
 *
 * The handle belongs to one thread. Errors: ATT_E_STORE as of att_store_open, ATT_E_IO when the port can't be had.
 */
#ifndef ATT_SERVE_SERVE_H
#define ATT_SERVE_SERVE_H

#include "attache/types.h"

typedef struct att_server att_server;

enum {
    ATT_SERVE_PORT = 8467,
    ATT_SERVE_THREADS = 4,          /* and SQLite handles */
    ATT_SERVE_CONNECTIONS = 64,
    ATT_SERVE_REQUEST_BYTES = 32 << 10, /* line and headers of a request */
    ATT_SERVE_IDLE_SECONDS = 30,
    ATT_SERVE_QUERY_MS = 10000,     /* then a query is given up, with status 503 */
    ATT_SERVE_MAX_ROWS = 1000,      /* of one answer */
    ATT_SERVE_EXPORT_ROWS = 1000000
};

att_err att_serve_open(att_server **out, const char *path, uint16_t port);
uint16_t att_serve_port(const att_server *s);
void att_serve_close(att_server *s);

#endif
