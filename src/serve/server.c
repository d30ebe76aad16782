/* server.c: opening, the desks, and the watcher that loads a new board when the store has changed. */
#include "serve/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "store/store.h"

#define DESK_BYTES ((size_t)2 << 30)

enum { OPEN_MS = 400, WATCH_MS = 500, FRESH_MS = 4000, BUSY_MS = 2000, STEPS = 10000 };

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int open_handle(const char *path, sqlite3 **db)
{
    int rc = sqlite3_open_v2(path, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_busy_timeout(*db, BUSY_MS);
    if (rc == SQLITE_OK) rc = sqlite3_exec(*db, "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
    return rc;
}

/* ---- boards ---- */

/* NULL when there is none. */
static att_board *board_take(att_server *s)
{
    pthread_mutex_lock(&s->lock);
    att_board *b = s->board;
    if (b) b->users++;
    pthread_mutex_unlock(&s->lock);
    return b;
}

static void board_give(att_server *s, att_board *b)
{
    pthread_mutex_lock(&s->lock);
    bool last = --b->users == 0;
    pthread_mutex_unlock(&s->lock);
    if (last) att_board_free(b);
}

/* Under the lock. */
static void wake_questions(att_server *s)
{
    while (s->waiting_count) MHD_resume_connection(s->waiting[--s->waiting_count]);
    pthread_cond_broadcast(&s->settled);
}

static void board_swap(att_server *s, att_board *fresh)
{
    fresh->users = 1; /* the server's own */
    pthread_mutex_lock(&s->lock);
    att_board *old = s->board;
    s->board = fresh;
    wake_questions(s);
    pthread_mutex_unlock(&s->lock);
    if (old) board_give(s, old);
}

static void board_failed(att_server *s, int rc)
{
    pthread_mutex_lock(&s->lock);
    s->failed = rc;
    wake_questions(s);
    pthread_mutex_unlock(&s->lock);
}

bool att_server_keep(att_server *s, struct MHD_Connection *c)
{
    pthread_mutex_lock(&s->lock);
    bool keep = !s->board && !s->failed && !s->stop && s->waiting_count < ATT_SERVE_CONNECTIONS;
    if (keep) {
        MHD_suspend_connection(c);
        s->waiting[s->waiting_count++] = c;
    }
    pthread_mutex_unlock(&s->lock);
    return keep;
}

static int64_t data_version(sqlite3 *db)
{
    sqlite3_stmt *st = NULL;
    int64_t v = -1;
    if (sqlite3_prepare_v2(db, "PRAGMA data_version", -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW) v = sqlite3_column_int64(st, 0);
    sqlite3_finalize(st);
    return v;
}

static struct timespec later(int64_t ms)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    t.tv_sec += ms / 1000;
    t.tv_nsec += ms % 1000 * 1000000;
    if (t.tv_nsec >= 1000000000) t.tv_sec++, t.tv_nsec -= 1000000000;
    return t;
}

/* Waits; true when the server is to stop. */
static bool watch_wait(att_server *s, int64_t ms)
{
    struct timespec until = later(ms);
    pthread_mutex_lock(&s->lock);
    while (!s->stop && pthread_cond_timedwait(&s->closing, &s->lock, &until) != ETIMEDOUT) {}
    bool stop = s->stop;
    pthread_mutex_unlock(&s->lock);
    return stop;
}

static void note_change(att_server *s, int64_t at)
{
    pthread_mutex_lock(&s->lock);
    s->changed = at;
    pthread_mutex_unlock(&s->lock);
}

static int stopping(void *ctx)
{
    att_server *s = ctx;
    pthread_mutex_lock(&s->lock);
    bool stop = s->stop;
    pthread_mutex_unlock(&s->lock);
    return stop;
}

/* The first board, and another one whenever the store has changed. A load may take seconds on a large store: the next one comes no sooner
 * than five times that. */
static void *watch(void *ctx)
{
    att_server *s = ctx;
    int64_t seen = -1, pause;
    do {
        int64_t version = data_version(s->watched); /* before the load: what comes after it is not missed */
        pause = WATCH_MS;
        if (version == seen) continue;
        int64_t begin = now_ms();
        bool first = !s->board;
        att_board *fresh;
        if (!first) note_change(s, begin);
        int rc = att_board_load(&fresh, s->watched);
        if (rc != SQLITE_OK) { /* busy: at the next look */
            if (first) board_failed(s, rc);
            continue;
        }
        board_swap(s, fresh);
        if (!first) note_change(s, now_ms()); /* whoever sees what is new is told that it is */
        seen = version;
        if (!first && 5 * (now_ms() - begin) > pause) pause = 5 * (now_ms() - begin);
    } while (!watch_wait(s, pause));
    return NULL;
}

/* ---- desks ---- */

static int give_up(void *ctx) { return now_ms() > ((att_desk *)ctx)->deadline; }

static att_desk *desk_take(att_server *s)
{
    att_desk *free_desk = NULL;
    pthread_mutex_lock(&s->lock);
    while (!free_desk) {
        for (int i = 0; i < ATT_SERVE_THREADS && !free_desk; i++)
            if (!s->desks[i].busy) free_desk = &s->desks[i];
        if (!free_desk) pthread_cond_wait(&s->freed, &s->lock);
    }
    free_desk->busy = true;
    pthread_mutex_unlock(&s->lock);
    return free_desk;
}

static void desk_give(att_server *s, att_desk *d)
{
    sqlite3_exec(d->db, "ROLLBACK", NULL, NULL, NULL);
    att_arena_reset(&d->arena);
    pthread_mutex_lock(&s->lock);
    d->busy = false;
    pthread_cond_signal(&s->freed);
    pthread_mutex_unlock(&s->lock);
}

/* Alone with the recovery point, so that no variable of others can be lost in it. All queries of one answer see the same state
 * of the store. */
static __attribute__((noinline)) int run_caught(att_desk *d, att_ask *q, att_answer run)
{
    jmp_buf oom;
    if (setjmp(oom)) {
        d->arena.oom = NULL;
        return att_refuse(q, 503, "Not enough memory for this question.");
    }
    d->arena.oom = &oom;
    sqlite3_exec(d->db, "BEGIN", NULL, NULL, NULL);
    int status = run(q);
    d->arena.oom = NULL;
    return status;
}

int att_server_ask(att_server *s, att_ask *q, att_answer run)
{
    att_desk *d = desk_take(s);
    att_board *board = board_take(s);
    d->deadline = now_ms() + ATT_SERVE_QUERY_MS;
    q->db = d->db;
    q->arena = &d->arena;
    q->board = board;
    pthread_mutex_lock(&s->lock);
    q->writing = s->changed && now_ms() - s->changed < FRESH_MS;
    pthread_mutex_unlock(&s->lock);
    int status = board ? run_caught(d, q, run) : att_refuse(q, 500, "The store could not be read.");
    desk_give(s, d);
    if (board) board_give(s, board);
    return status;
}

/* ---- opening and closing ---- */

static att_err fault(att_code code, int sys, const char *msg) { return (att_err){.code = code, .stage = ATT_STAGE_STORE, .sys = sys, .msg = msg}; }

static att_err listen_on(att_server *s, uint16_t port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    s->port = port;
    errno = 0;
    s->http = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_AUTO | MHD_ALLOW_SUSPEND_RESUME, port, NULL, NULL, att_http_handle, s, MHD_OPTION_SOCK_ADDR,
                               (struct sockaddr *)&at, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)ATT_SERVE_THREADS, MHD_OPTION_CONNECTION_LIMIT,
                               (unsigned)ATT_SERVE_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)ATT_SERVE_IDLE_SECONDS,
                               MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)ATT_SERVE_REQUEST_BYTES, MHD_OPTION_END);
    if (!s->http) return fault(ATT_E_IO, errno, "the port can't be had: another program uses it, choose one with --port");
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(s->http, MHD_DAEMON_INFO_BIND_PORT);
    if (info) s->port = info->port;
    return ATT_FINE;
}

static att_err open_all(att_server *s)
{
    int rc = open_handle(s->path, &s->watched);
    for (int i = 0; i < ATT_SERVE_THREADS && rc == SQLITE_OK; i++) {
        att_arena_init(&s->desks[i].arena, DESK_BYTES);
        rc = open_handle(s->path, &s->desks[i].db);
        if (rc == SQLITE_OK) sqlite3_progress_handler(s->desks[i].db, STEPS, give_up, &s->desks[i]);
    }
    if (rc != SQLITE_OK) return fault(ATT_E_STORE, rc, "the store could not be read");
    sqlite3_progress_handler(s->watched, STEPS, stopping, s);
    s->watching = pthread_create(&s->watcher, NULL, watch, s) == 0;
    return s->watching ? ATT_FINE : fault(ATT_E_NOMEM, errno, "no thread could be started");
}

/* A large store takes seconds to read, and the page is there before that; what can't be read at all is mostly known at once. */
static att_err wait_a_little(att_server *s)
{
    struct timespec until = later(OPEN_MS);
    pthread_mutex_lock(&s->lock);
    while (!s->board && !s->failed && pthread_cond_timedwait(&s->settled, &s->lock, &until) != ETIMEDOUT) {}
    int rc = s->failed;
    pthread_mutex_unlock(&s->lock);
    return rc ? fault(ATT_E_STORE, rc, "the store could not be read") : ATT_FINE;
}

att_err att_serve_open(att_server **out, const char *path, uint16_t port)
{
    att_store *store;
    *out = NULL;
    att_err e = att_store_open(&store, path, ATT_STORE_READ); /* says in words what is wrong with a file */
    if (att_failed(e)) return e;
    att_store_close(store);
    att_server *s = calloc(1, sizeof *s);
    if (!s || !(s->path = strdup(path))) {
        free(s);
        return fault(ATT_E_NOMEM, 0, "not enough memory");
    }
    const char *slash = strrchr(s->path, '/');
    s->name = slash ? slash + 1 : s->path;
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->freed, NULL);
    pthread_cond_init(&s->closing, NULL);
    pthread_cond_init(&s->settled, NULL);
    e = open_all(s);
    if (!att_failed(e)) e = wait_a_little(s);
    if (!att_failed(e)) e = listen_on(s, port);
    if (att_failed(e))
        att_serve_close(s);
    else
        *out = s;
    return e;
}

uint16_t att_serve_port(const att_server *s) { return s->port; }

void att_serve_close(att_server *s)
{
    if (!s) return;
    pthread_mutex_lock(&s->lock);
    s->stop = true;
    wake_questions(s);
    pthread_cond_broadcast(&s->closing);
    pthread_mutex_unlock(&s->lock);
    if (s->http) MHD_stop_daemon(s->http);
    if (s->watching) pthread_join(s->watcher, NULL);
    for (int i = 0; i < ATT_SERVE_THREADS; i++) {
        sqlite3_close_v2(s->desks[i].db);
        att_arena_release(&s->desks[i].arena);
    }
    sqlite3_close_v2(s->watched);
    if (s->board) board_give(s, s->board);
    pthread_cond_destroy(&s->closing);
    pthread_cond_destroy(&s->settled);
    pthread_cond_destroy(&s->freed);
    pthread_mutex_destroy(&s->lock);
    free(s->path);
    free(s);
}
