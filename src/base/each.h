/* each.h: the same work on many things by several threads.
 *
 * att_each calls work(ctx, worker, i) once for every i < n, by the calling thread (worker 0) and up to threads - 1 others, and returns
 * when all is done. Which worker gets which i is left open: what i leaves behind must not depend on it. When threads can't be started,
 * those that there are do the work.
 */
#ifndef ATT_BASE_EACH_H
#define ATT_BASE_EACH_H

#include <stdint.h>

enum { ATT_EACH_MAX = 64 }; /* workers are numbered below this */

void att_each(uint32_t threads, uint32_t n, void (*work)(void *ctx, uint32_t worker, uint32_t i), void *ctx);

#endif
