/* attache_bench: where the time goes, stage by stage.
 *
 * usage: attache_bench [--rounds N] [--limit N] [--date YYYY-MM-DD] [--json] PATH...
 * PATH: articles in any form that attache reads (files, folders, JSON Lines). They are read into memory first; then all are coded by
 * the engine, which says when a stage is done, N rounds (default 3), on one core. Times are processor time, so that a busy machine
 * disturbs them little, and the fastest round of each stage counts. Reading (decoding, HTML, JSON) is timed once, as the stage "reading".
 * Opening the engine is timed by the clock as well: its parts are loaded side by side.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/civil.h"
#include "engine/engine.h"
#include "export/jsonl.h"
#include "text/reader.h"
#include "text/walk.h"

enum { MAX_STAGES = 32, READING = 0 };

typedef struct {
    att_arena memory;       /* the articles */
    ATT_VEC(att_article) articles;
    const att_engine *engine;
    att_worker worker;
    att_buf out;
    att_day day;
    const char *stage[MAX_STAGES];  /* in the order in which they were first done */
    double seconds[MAX_STAGES]; /* of the round */
    double best[MAX_STAGES];
    double lap;                 /* when the stage before was done */
    uint32_t stages;
    uint64_t bytes, tokens, sentences, events, unread, uncoded;
    uint32_t limit;
} bench;

typedef struct {
    double processor, clock, mb;
} startup;

static double at_clock(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double now(void) { return at_clock(CLOCK_PROCESS_CPUTIME_ID); }

static double peak_mb(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)u.ru_maxrss / 1024.0;
}

static void keep_article(bench *b, const att_article *a)
{
    att_article copy = *a;
    copy.id = att_copy(&b->memory, a->id);
    copy.text = att_copy(&b->memory, a->text);
    copy.path = (att_slice){0};
    copy.meta.url = att_copy(&b->memory, a->meta.url);
    copy.meta.title = att_copy(&b->memory, a->meta.title);
    copy.meta.outlet = att_copy(&b->memory, a->meta.outlet);
    copy.meta.author = att_copy(&b->memory, a->meta.author);
    copy.meta.dateline_place = att_copy(&b->memory, a->meta.dateline_place);
    copy.meta.language = att_copy(&b->memory, a->meta.language);
    copy.meta.id = copy.id;
    copy.meta.path = copy.path;
    if (a->paras) {
        att_para *p = att_new(&b->memory, att_para, a->para_count ? a->para_count : 1);
        for (uint32_t i = 0; i < a->para_count; i++) p[i] = a->paras[i];
        copy.paras = p;
    }
    *att_push(&b->memory, &b->articles) = copy;
    b->bytes += a->text.len;
}

/* Why, for the first few; all are counted. */
static void say_failed(uint64_t *count, const char *what, att_slice id, att_err e)
{
    enum { SAID = 5 };
    if ((*count)++ < SAID) fprintf(stderr, "attache_bench: %s %.*s: %s\n", what, (int)id.len, id.ptr ? id.ptr : "", e.msg);
}

static void read_file(bench *b, const char *path)
{
    att_reader *r;
    double begin = now();
    att_err e = att_reader_open(&r, path, NULL);
    if (att_failed(e)) {
        say_failed(&b->unread, "not read:", att_slice_of(path), e);
        return;
    }
    for (att_article a; b->articles.n < b->limit && att_reader_next(r, &a, &e); e = ATT_FINE) {
        if (att_failed(e)) {
            say_failed(&b->unread, "not read:", a.id, e);
        } else {
            b->best[READING] += now() - begin;
            keep_article(b, &a);
            begin = now();
        }
    }
    att_reader_close(r);
    b->best[READING] += now() - begin;
}

static void lap(void *ctx, const char *stage)
{
    bench *b = ctx;
    double t = now();
    uint32_t s = 0;
    while (s < b->stages && strcmp(b->stage[s], stage) != 0) s++;
    if (s == b->stages && s < MAX_STAGES) b->stage[b->stages++] = stage;
    if (s < MAX_STAGES) b->seconds[s] += t - b->lap;
    b->lap = t;
}

static void code_one(bench *b, const att_article *a, bool first)
{
    const att_doc *doc;
    b->lap = now();
    att_err e = att_worker_code(&b->worker, a, b->day, &doc);
    if (att_failed(e)) {
        if (first) say_failed(&b->uncoded, "not coded:", a->id, e);
        return;
    }
    att_jsonl opt = {.frames = b->engine->frames, .types = ATT_REC_DEFAULT};
    att_buf_clear(&b->out);
    att_jsonl_write(&b->out, doc, &opt);
    lap(b, "writing");
    if (!first) return;
    b->tokens += doc->toks.n - 1;
    b->sentences += doc->sents.n - 1;
    b->events += doc->events.n - 1;
}

static void one_round(bench *b, bool first)
{
    for (uint32_t s = READING + 1; s < MAX_STAGES; s++) b->seconds[s] = 0;
    for (uint32_t i = 0; i < b->articles.n; i++) code_one(b, &b->articles.at[i], first);
    for (uint32_t s = READING + 1; s < b->stages; s++)
        if (first || b->seconds[s] < b->best[s]) b->best[s] = b->seconds[s];
}

static void print_row(const bench *b, const char *name, double seconds, double all)
{
    if (seconds <= 0) seconds = 1e-9;
    printf("%-11s %9.3f %6.1f %11.0f %8.2f %12.0f\n", name, seconds * 1e3 / b->articles.n, 100 * seconds / all, b->articles.n / seconds,
           (double)b->bytes / 1e6 / seconds, (double)b->tokens / seconds);
}

static void print_table(const bench *b, const startup *u, double all)
{
    printf("engine opened in %.1f ms by the clock, %.1f ms of processors, then %.1f MB\n", u->clock * 1e3, u->processor * 1e3, u->mb);
    printf("%u articles, %.2f MB, %llu sentences, %llu tokens, %llu events; %llu not read, %llu not coded\n\n", b->articles.n,
           (double)b->bytes / 1e6, (unsigned long long)b->sentences, (unsigned long long)b->tokens, (unsigned long long)b->events,
           (unsigned long long)b->unread, (unsigned long long)b->uncoded);
    printf("%-11s %9s %6s %11s %8s %12s\n", "stage", "ms/art.", "%", "articles/s", "MB/s", "tokens/s");
    for (uint32_t s = 0; s < b->stages; s++) print_row(b, b->stage[s], b->best[s], all);
    print_row(b, "all", all, all);
    printf("\npeak memory %.1f MB (the articles themselves: %.1f MB)\n", peak_mb(), (double)b->memory.held / 1048576.0);
}

static void print_json(const bench *b, const startup *u, double all)
{
    printf("{\"startup_ms\":%.1f,\"startup_clock_ms\":%.1f,\"startup_mb\":%.1f,\"articles\":%u,\"bytes\":%llu,\"tokens\":%llu,\"events\":%llu,\"peak_mb\":%.1f,"
           "\"articles_mb\":%.1f,\"articles_per_s\":%.1f,\"ms\":{",
           u->processor * 1e3, u->clock * 1e3, u->mb, b->articles.n, (unsigned long long)b->bytes, (unsigned long long)b->tokens, (unsigned long long)b->events,
           peak_mb(), (double)b->memory.held / 1048576.0, b->articles.n / all);
    for (uint32_t s = 0; s < b->stages; s++) printf("%s\"%s\":%.4f", s ? "," : "", b->stage[s], b->best[s] * 1e3 / b->articles.n);
    printf("}}\n");
}

/* Every word of the articles that begins with a capital, looked up as a name of a place. */
static void time_lookups(const bench *b)
{
    uint32_t towns = 0, found = 0, n = 0, places = att_gazetteer_size(b->engine->gazetteer, &towns);
    double begin = now();
    for (uint32_t i = 0; i < b->articles.n; i++) {
        att_slice s = b->articles.at[i].text;
        for (uint32_t k = 0, e; k < s.len; k = e + 1) {
            for (e = k; e < s.len && !att_is_space((unsigned char)s.ptr[e]); e++) continue;
            if (e == k || !att_is_upper((unsigned char)s.ptr[k])) continue;
            found += att_gazetteer_count(b->engine->gazetteer, att_sub(s, k, e)) != 0;
            n++;
        }
    }
    double seconds = now() - begin;
    printf("gazetteer: %u places (%u populated), %.1f million look-ups a second (%u, of which %u found)\n", places, towns,
           n / (seconds > 0 ? seconds : 1e-9) / 1e6, n, found);
}

static int usage(void)
{
    fputs("usage: attache_bench [--rounds N] [--limit N] [--date YYYY-MM-DD] [--json] PATH...\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    bench b = {.limit = UINT32_MAX, .day = ATT_NO_DAY, .stage = {"reading"}, .stages = 1};
    uint32_t rounds = 3;
    bool json = false;
    int at = 1;
    for (; at < argc && strncmp(argv[at], "--", 2) == 0; at++) {
        att_day last;
        att_slice value = at + 1 < argc ? att_slice_of(argv[at + 1]) : (att_slice){0};
        if (strcmp(argv[at], "--json") == 0) json = true;
        else if (strcmp(argv[at], "--rounds") == 0 && att_to_u32(value, &rounds) && rounds) at++;
        else if (strcmp(argv[at], "--limit") == 0 && att_to_u32(value, &b.limit)) at++;
        else if (strcmp(argv[at], "--date") == 0 && att_parse_iso(value, &b.day, &last)) at++;
        else return usage();
    }
    if (at == argc) return usage();

    att_engine *engine;
    double begin = now(), clock = at_clock(CLOCK_MONOTONIC);
    att_err e = att_engine_open(&engine, NULL);
    startup u = {now() - begin, at_clock(CLOCK_MONOTONIC) - clock, peak_mb()};
    if (att_failed(e)) return fprintf(stderr, "attache_bench: %s\n", e.msg), 1;
    b.engine = engine;
    att_arena_init(&b.memory, (size_t)8 << 30);
    att_worker_init(&b.worker, engine);
    b.worker.lap = lap;
    b.worker.lap_ctx = &b;
    att_paths paths = {0};
    for (; at < argc; at++)
        if (!att_walk(&paths, argv[at])) return fputs("attache_bench: out of memory\n", stderr), 1;
    for (uint32_t i = 0; i < att_paths_count(&paths); i++) read_file(&b, att_paths_at(&paths, i, &e));
    if (b.articles.n == 0) return fputs("attache_bench: no articles there\n", stderr), 1;
    for (uint32_t r = 0; r < rounds; r++) one_round(&b, r == 0);

    double all = 0;
    for (uint32_t s = 0; s < b.stages; s++) all += b.best[s];
    (json ? print_json : print_table)(&b, &u, all);
    if (!json) time_lookups(&b);
    att_paths_release(&paths);
    att_buf_release(&b.out);
    att_worker_release(&b.worker);
    att_arena_release(&b.memory);
    att_engine_close(engine);
    return 0;
}
