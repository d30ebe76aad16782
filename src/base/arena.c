#define _DEFAULT_SOURCE /* madvise */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

/* Blocks form a list from newest to oldest; data follows the head. What has never been used is zero still, as the system gave it:
 * large blocks are asked for already zeroed, which costs nothing before the memory is touched. */
struct att_block {
    att_block *older;
    size_t size, used, dirty; /* dirty: what has been in use, now or before a rewind */
    _Alignas(max_align_t) unsigned char data[];
};

enum { BLOCK_MIN = 256 << 10, BLOCK_KEEP = 32 << 20, HUGE = 2 << 20, ALIGN = _Alignof(max_align_t) };

void att_arena_init(att_arena *a, size_t cap_bytes)
{
    *a = (att_arena){.cap = cap_bytes};
}

static _Noreturn void out_of_memory(const att_arena *a)
{
    if (a->oom) longjmp(*a->oom, 1);
    abort();
}

static void drop(att_arena *a, att_block *b)
{
    a->held -= b->size;
    free(b);
}

/* Puts a block aside; of two the larger stays. */
static void put_aside(att_arena *a, att_block *b)
{
    att_block *old = a->spare;
    a->spare = NULL;
    if (old && old->size >= b->size) {
        drop(a, b);
        a->spare = old;
    } else {
        if (old) drop(a, old);
        a->spare = b;
    }
}

void att_arena_reset(att_arena *a)
{
    while (a->top) {
        att_block *b = a->top;
        a->top = b->older;
        put_aside(a, b);
    }
    /* one huge article must not hold its memory for the rest of the run */
    if (a->spare && a->spare->size > BLOCK_KEEP) {
        drop(a, a->spare);
        a->spare = NULL;
    }
}

void att_arena_release(att_arena *a)
{
    while (a->top) {
        att_block *b = a->top;
        a->top = b->older;
        drop(a, b);
    }
    if (a->spare) drop(a, a->spare);
    a->spare = NULL;
}

att_mark att_arena_mark(const att_arena *a)
{
    return (att_mark){a->top, a->top ? a->top->used : 0};
}

void att_arena_rewind(att_arena *a, att_mark m)
{
    while (a->top != m.block) {
        att_block *b = a->top;
        a->top = b->older;
        put_aside(a, b);
    }
    if (a->top) a->top->used = m.used;
}

/* Asks for large pages where a block holds some: tables are then filled without a fault for every 4 KB. Without them all goes on as it is. */
static void ask_for_large_pages(unsigned char *p, size_t n)
{
#ifdef MADV_HUGEPAGE
    size_t skip = (HUGE - (uintptr_t)p % HUGE) % HUGE;
    if (n >= skip + HUGE) (void)madvise(p + skip, (n - skip) / HUGE * HUGE, MADV_HUGEPAGE);
#else
    (void)p, (void)n;
#endif
}

static att_block *fresh_block(att_arena *a, size_t need)
{
    size_t size = a->top ? a->top->size * 2 : BLOCK_MIN;
    if (size > (16u << 20)) size = 16u << 20;
    if (size < need) size = need;
    if (size > a->cap || a->held > a->cap - size) out_of_memory(a);
    att_block *b = calloc(1, sizeof *b + size);
    if (!b) out_of_memory(a);
    ask_for_large_pages((unsigned char *)b, sizeof *b + size);
    b->size = size;
    a->held += size;
    return b;
}

static void add_block(att_arena *a, size_t need)
{
    att_block *b = a->spare;
    a->spare = NULL;
    if (b && b->size < need) {
        drop(a, b);
        b = NULL;
    }
    if (!b) b = fresh_block(a, need);
    b->used = 0;
    b->older = a->top;
    a->top = b;
}

static size_t bytes_of(const att_arena *a, size_t n, size_t size)
{
    if (size && n > (SIZE_MAX / 2) / size) out_of_memory(a);
    return (n * size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static void *take(att_arena *a, size_t need, bool zeroed)
{
    if (!a->top || a->top->size - a->top->used < need) add_block(a, need);
    att_block *b = a->top;
    unsigned char *p = b->data + b->used;
    if (zeroed && b->used < b->dirty) memset(p, 0, need < b->dirty - b->used ? need : b->dirty - b->used);
    b->used += need;
    if (b->dirty < b->used) b->dirty = b->used;
    return p;
}

void *att_take(att_arena *a, size_t n, size_t size) { return take(a, bytes_of(a, n, size), true); }

void *att_take_raw(att_arena *a, size_t n, size_t size) { return take(a, bytes_of(a, n, size), false); }

att_slice att_copy(att_arena *a, att_slice s)
{
    return (att_slice){att_copy_z(a, s), s.len};
}

char *att_copy_z(att_arena *a, att_slice s)
{
    char *p = att_take(a, (size_t)s.len + 1, 1);
    if (s.len) memcpy(p, s.ptr, s.len);
    return p;
}

att_slice att_format(att_arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0) return (att_slice){0};
    char *p = att_take(a, (size_t)n + 1, 1);
    va_start(ap, fmt);
    vsnprintf(p, (size_t)n + 1, fmt, ap);
    va_end(ap);
    return (att_slice){p, (uint32_t)n};
}

void *att_grow_to(att_arena *a, const void *old, uint32_t n, uint32_t want, size_t size)
{
    void *p = att_take(a, want, size);
    return n ? memcpy(p, old, n * size) : p;
}

void *att_grow(att_arena *a, const void *old, uint32_t n, uint32_t *cap, size_t size)
{
    *cap = n ? n * 2 : 8;
    return att_grow_to(a, old, n, *cap, size);
}
