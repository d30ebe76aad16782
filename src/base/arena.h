/* arena.h: memory that lives as long as one document (or one engine) and is given back at once.
 *
 * att_take never returns NULL. When the cap or the system's memory is used up it jumps to the recovery point that the
 * owner set with ATT_ARENA_CATCH; the owner turns that into ATT_E_NOMEM and resets the arena. Code between the two must
 * therefore hold nothing but arena memory (no open files, no locks). Nothing is freed in the middle; scratch is taken
 * back with mark and rewind. Fresh memory is zeroed unless asked otherwise. One arena belongs to one thread at a time.
 */
#ifndef ATT_BASE_ARENA_H
#define ATT_BASE_ARENA_H

#include <setjmp.h>

#include "base/slice.h"

typedef struct att_block att_block;

typedef struct att_arena {
    att_block *top;     /* newest block */
    att_block *spare;   /* one that a rewind has emptied, for the next need; NULL = none */
    size_t held;        /* bytes in all blocks, the spare one too */
    size_t cap;         /* held never grows beyond this */
    jmp_buf *oom;       /* recovery point; NULL = abort, for tests and tools */
} att_arena;

typedef struct {
    att_block *block;
    size_t used;
} att_mark;

void att_arena_init(att_arena *a, size_t cap_bytes);
/* Empty; the largest block is kept for the next document, unless it is over 32 MB. */
void att_arena_reset(att_arena *a);
void att_arena_release(att_arena *a);
att_mark att_arena_mark(const att_arena *a);
void att_arena_rewind(att_arena *a, att_mark m);

/* n objects of size bytes, zeroed, aligned for any type. */
void *att_take(att_arena *a, size_t n, size_t size);
#define att_new(arena, T, n) ((T *)att_take((arena), (n), sizeof(T)))
/* The same with anything in it: for large tables that are written before they are read. */
void *att_take_raw(att_arena *a, size_t n, size_t size);
#define att_room(arena, T, n) ((T *)att_take_raw((arena), (n), sizeof(T)))

/* Copies; the copy is NUL-ended too, for the borders to libc and SQLite. */
att_slice att_copy(att_arena *a, att_slice s);
char *att_copy_z(att_arena *a, att_slice s);
/* printf into the arena. */
att_slice att_format(att_arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* A growing array in an arena. ATT_VEC(T) v = {0}; *att_push(arena, &v) = x; v.at[i], v.n. */
#define ATT_VEC(T) struct { T *at; uint32_t n, cap; }
#define att_push(arena, v)                                                                                     \
    ((v)->n == (v)->cap ? (void)((v)->at = att_grow((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at)) : (void)0, \
     &(v)->at[(v)->n++])
/* Room for `want` in all: the array need not grow on the way there. */
#define att_reserve(arena, v, want) \
    ((v)->cap < (want) ? (void)((v)->at = att_grow_to((arena), (v)->at, (v)->n, (v)->cap = (want), sizeof *(v)->at)) : (void)0)
void *att_grow_to(att_arena *a, const void *old, uint32_t n, uint32_t want, size_t size);
void *att_grow(att_arena *a, const void *old, uint32_t n, uint32_t *cap, size_t size);

#endif
