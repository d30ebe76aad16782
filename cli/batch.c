#include "cli/batch.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { HOLD_BYTES = 256 << 20 };

typedef struct {
    cli_batch *b;
    pthread_mutex_t reading;  /* file, reader, next_read: taken before lock */
    uint32_t file;
    att_reader *reader;
    uint64_t file_bytes;      /* text so far of the file that is open */
    pthread_mutex_t lock;     /* all below */
    pthread_cond_t changed;
    uint64_t next_read, next_write, bytes_done;
    bool finished, stop;
    cli_result *ring;
    uint32_t ring_size, running;
} pool;

/* ---- reading: one worker at a time ---- */

static att_slice keep(att_arena *a, att_slice s) { return s.len ? att_copy(a, s) : (att_slice){0}; }

static bool copy_article(att_arena *hold, const att_article *from, att_article *to)
{
    jmp_buf oom;
    att_arena_reset(hold);
    hold->oom = &oom;
    if (setjmp(oom)) {
        hold->oom = NULL;
        return false;
    }
    *to = *from;
    to->id = keep(hold, from->id);
    to->path = keep(hold, from->path);
    to->text = keep(hold, from->text);
    att_slice *meta[] = {&to->meta.id, &to->meta.path, &to->meta.url, &to->meta.outlet, &to->meta.title, &to->meta.author, &to->meta.dateline_place, &to->meta.language};
    for (size_t i = 0; i < sizeof meta / sizeof *meta; i++) *meta[i] = keep(hold, *meta[i]);
    if (from->paras && from->para_count) {
        att_para *paras = att_new(hold, att_para, from->para_count);
        memcpy(paras, from->paras, from->para_count * sizeof *paras);
        to->paras = paras;
    }
    hold->oom = NULL;
    return true;
}

/* "news.jsonl (id 17)": the record's own name only where a file has several. */
static char *label_of(const char *path, att_slice id)
{
    if (strcmp(path, "-") == 0) path = "standard input";
    const char *slash = strrchr(path, '/');
    att_slice base = att_slice_of(slash ? slash + 1 : path);
    bool own = id.len && !(id.len >= base.len && memcmp(id.ptr, base.ptr, base.len) == 0) && !att_is(id, "stdin");
    size_t n = strlen(path) + id.len + 16;
    char *s = malloc(n);
    if (s && own)
        snprintf(s, n, "%s (%.*s)", path, (int)id.len, id.ptr);
    else if (s)
        snprintf(s, n, "%s", path);
    return s;
}

static void close_file(pool *p)
{
    const cli_input *in = &p->b->inputs->at[p->file];
    att_reader_close(p->reader);
    p->reader = NULL;
    pthread_mutex_lock(&p->lock);
    if (in->bytes > p->file_bytes) p->bytes_done += in->bytes - p->file_bytes;
    pthread_mutex_unlock(&p->lock);
    p->file_bytes = 0;
    p->file++;
}

static void count_bytes(pool *p, uint64_t n)
{
    const cli_input *in = &p->b->inputs->at[p->file];
    uint64_t room = in->bytes > p->file_bytes ? in->bytes - p->file_bytes : 0;
    pthread_mutex_lock(&p->lock);
    p->bytes_done += n < room ? n : room;
    p->b->bytes += n;
    pthread_mutex_unlock(&p->lock);
    p->file_bytes += n;
}

/* The next article into hold, or an error with its label; false when all files are done. */
static bool next_article(pool *p, att_arena *hold, att_article *out, att_err *err, char **label)
{
    const cli_inputs *in = p->b->inputs;
    while (p->file < in->n) {
        const char *path = in->at[p->file].path;
        if (!p->reader) {
            *err = att_reader_open(&p->reader, path, &p->b->reader);
            if (att_failed(*err)) {
                *label = label_of(path, (att_slice){0});
                return close_file(p), true;
            }
        }
        att_article a;
        *err = ATT_FINE;
        if (!att_reader_next(p->reader, &a, err)) {
            close_file(p);
            continue;
        }
        *label = label_of(path, a.id);
        if (att_failed(*err)) return true;
        count_bytes(p, a.text.len);
        if (!copy_article(hold, &a, out)) *err = (att_err){.code = ATT_E_NOMEM, .msg = "not enough memory for this article: split it"};
        return true;
    }
    return false;
}

/* ---- workers ---- */

/* Waits for room in the ring, reads, and takes a number. False at the end. */
static bool take_job(pool *p, att_arena *hold, att_article *article, cli_result **slot)
{
    att_err err = ATT_FINE;
    char *label = NULL;
    pthread_mutex_lock(&p->reading);
    pthread_mutex_lock(&p->lock);
    while (!p->stop && !p->finished && p->next_read >= p->next_write + p->ring_size) pthread_cond_wait(&p->changed, &p->lock);
    bool over = p->stop || p->finished;
    pthread_mutex_unlock(&p->lock);
    bool got = !over && next_article(p, hold, article, &err, &label);
    pthread_mutex_lock(&p->lock);
    if (got) {
        *slot = &p->ring[p->next_read++ % p->ring_size];
        (*slot)->err = err;
        (*slot)->label = label;
        (*slot)->left_alone = false;
        (*slot)->events = 0;
        (*slot)->more = NULL;
    } else {
        p->finished = true;
        pthread_cond_broadcast(&p->changed);
    }
    pthread_mutex_unlock(&p->lock);
    pthread_mutex_unlock(&p->reading);
    return got;
}

static void do_job(pool *p, att_worker *w, const att_article *article, cli_result *r)
{
    const cli_batch *b = p->b;
    const att_doc *doc;
    if (att_failed(r->err)) return;
    if (b->skip && b->skip(b->ctx, article)) {
        r->left_alone = true;
        return;
    }
    r->err = att_worker_code(w, article, b->given_day, &doc);
    if (att_failed(r->err)) return;
    r->events = 0; /* one told twice counts once */
    for (uint32_t i = 1; i < doc->events.n; i++) r->events += doc->events.at[i].same_as == 0;
    b->make(b->ctx, doc, r);
}

/* Is it time for the sink? Articles that a worker has at hand count too: they are few. */
static bool due(const pool *p) { return p->finished || !p->b->bursts || p->next_read - p->next_write >= p->ring_size / 2; }

static void *work(void *arg)
{
    pool *p = arg;
    att_worker w;
    att_arena hold;
    att_article article;
    cli_result *r;
    att_worker_init(&w, p->b->engine);
    w.events = p->b->way;
    att_arena_init(&hold, HOLD_BYTES);
    while (take_job(p, &hold, &article, &r)) {
        do_job(p, &w, &article, r);
        pthread_mutex_lock(&p->lock);
        r->ready = true;
        if (due(p)) pthread_cond_broadcast(&p->changed);
        pthread_mutex_unlock(&p->lock);
    }
    att_arena_release(&hold);
    att_worker_release(&w);
    pthread_mutex_lock(&p->lock);
    p->running--;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* ---- the sink: main thread ---- */

/* False when nothing has happened for a while. */
static bool nap(pool *p)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    t.tv_nsec += 200 * 1000 * 1000;
    if (t.tv_nsec >= 1000 * 1000 * 1000) t.tv_nsec -= 1000 * 1000 * 1000, t.tv_sec++;
    return pthread_cond_timedwait(&p->changed, &p->lock, &t) == 0;
}

static void count(cli_batch *b, const cli_result *r)
{
    b->articles++;
    b->events += r->events;
    b->failed += att_failed(r->err);
    b->left_alone += r->left_alone;
}

static int drain(pool *p)
{
    cli_batch *b = p->b;
    int rc = 0;
    bool busy = false, slow = false; /* busy: goes on until nothing is ready */
    pthread_mutex_lock(&p->lock);
    for (;;) {
        cli_result *r = &p->ring[p->next_write % p->ring_size];
        if (!r->ready && p->finished && p->next_write == p->next_read) break;
        busy = r->ready && (busy || slow || due(p));
        if (!busy) {
            slow = !nap(p);
            if (b->progress) cli_progress_show(b->progress, p->bytes_done, b->articles);
            continue;
        }
        uint64_t done = p->bytes_done;
        pthread_mutex_unlock(&p->lock);
        count(b, r);
        rc = b->sink(b->ctx, r);
        att_buf_clear(&r->out);
        free(r->label);
        if (b->progress) cli_progress_show(b->progress, done, b->articles);
        pthread_mutex_lock(&p->lock);
        r->label = NULL;
        r->ready = false;
        p->next_write++;
        pthread_cond_broadcast(&p->changed);
        if (rc) break;
    }
    p->stop = true;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    return rc;
}

static int run_pool(pool *p)
{
    pthread_t threads[CLI_MAX_JOBS];
    uint32_t n = 0;
    p->running = p->b->jobs;
    while (n < p->b->jobs && pthread_create(&threads[n], NULL, work, p) == 0) n++;
    if (n == 0) {
        cli_say("no thread could be started: the system's limits are too low");
        return CLI_NOTHING;
    }
    int rc = drain(p);
    for (uint32_t i = 0; i < n; i++) pthread_join(threads[i], NULL);
    return rc;
}

int cli_batch_run(cli_batch *b)
{
    pool p = {.b = b, .ring_size = b->jobs * (b->ahead ? b->ahead : CLI_AHEAD)};
    p.ring = calloc(p.ring_size, sizeof *p.ring);
    if (!p.ring) {
        cli_say("not enough memory");
        return CLI_NOTHING;
    }
    for (uint32_t i = 0; i < p.ring_size; i++) att_arena_init(&p.ring[i].keep, HOLD_BYTES * (size_t)4);
    pthread_mutex_init(&p.reading, NULL);
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.changed, NULL);
    int rc = run_pool(&p);
    att_reader_close(p.reader);
    for (uint32_t i = 0; i < p.ring_size; i++) {
        att_buf_release(&p.ring[i].out);
        att_arena_release(&p.ring[i].keep);
        free(p.ring[i].label);
    }
    free(p.ring);
    pthread_cond_destroy(&p.changed);
    pthread_mutex_destroy(&p.lock);
    pthread_mutex_destroy(&p.reading);
    return rc;
}
