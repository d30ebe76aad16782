/* fault.h: memory that fails where we want it to. Link with --wrap=malloc,calloc,realloc,free (tests/CMakeLists.txt does).
 *
 * fault_arm(k) lets the k-th allocation from now on fail (0 = the first) and all after it; fault_disarm says whether it came to
 * that. Only calls from our own objects are seen, not those inside of libxml2 or json-c.
 */
#ifndef ATT_TESTS_FAULT_FAULT_H
#define ATT_TESTS_FAULT_FAULT_H

#include <stdbool.h>
#include <stddef.h>

static long fault_left = -1; /* allocations until the failure; -1 = not armed */
static bool fault_fired;

void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t n);

static bool fault_now(void)
{
    if (fault_left < 0) return false;
    if (fault_left == 0) return fault_fired = true;
    fault_left--;
    return false;
}

void *__wrap_malloc(size_t n) { return fault_now() ? NULL : __real_malloc(n); }
void *__wrap_calloc(size_t n, size_t size) { return fault_now() ? NULL : __real_calloc(n, size); }
void *__wrap_realloc(void *p, size_t n) { return fault_now() ? NULL : __real_realloc(p, n); }

static inline void fault_arm(long k)
{
    fault_left = k;
    fault_fired = false;
}

static inline bool fault_disarm(void)
{
    fault_left = -1;
    return fault_fired;
}

#endif
