#include "base/each.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct {
    void (*work)(void *ctx, uint32_t worker, uint32_t i);
    void *ctx;
    uint32_t n;
    atomic_uint next, workers;
} shared;

static void *run(void *arg)
{
    shared *s = arg;
    uint32_t worker = atomic_fetch_add(&s->workers, 1);
    for (uint32_t i; (i = atomic_fetch_add(&s->next, 1)) < s->n;) s->work(s->ctx, worker, i);
    return NULL;
}

void att_each(uint32_t threads, uint32_t n, void (*work)(void *ctx, uint32_t worker, uint32_t i), void *ctx)
{
    pthread_t others[ATT_EACH_MAX];
    uint32_t started = 0, wanted = threads < n ? threads : n;
    shared s = {.work = work, .ctx = ctx, .n = n, .workers = 1};
    if (wanted > ATT_EACH_MAX) wanted = ATT_EACH_MAX;
    while (started + 1 < wanted && pthread_create(&others[started], NULL, run, &s) == 0) started++;
    for (uint32_t i; (i = atomic_fetch_add(&s.next, 1)) < n;) work(ctx, 0, i);
    for (uint32_t i = 0; i < started; i++) pthread_join(others[i], NULL);
}
