/* arena.h - a bump allocator: memory that is given back all at once, for data that lives as long as one task.
 *
 * An arena also keeps a list of things it owns (the compiler's constants and identifiers): it knows only their
 * addresses; who releases the arena says how each is dropped. Nothing here raises: NULL or -1 means that memory is
 * exhausted.
 */
#ifndef VV_BASE_ARENA_H
#define VV_BASE_ARENA_H

#include "base/mem.h"

typedef struct vv_arena_block {
    struct vv_arena_block *next;
    size_t size; /* bytes in all, this header included */
} vv_arena_block;

typedef struct vv_arena {
    vv_mem *mem;
    vv_arena_block *blocks; /* newest first; `next_free..limit` is the unused end of the newest ordinary one */
    char *next_free, *limit;
    void **owned;
    size_t owned_count, owned_capacity;
} vv_arena;

/* Starts an empty arena; allocates nothing yet. */
void vv_arena_init(vv_arena *arena, vv_mem *mem);
/* Gives all memory back, after `drop` (may be NULL when nothing is owned) saw each owned thing, newest first. */
void vv_arena_release(vv_arena *arena, void (*drop)(void *context, void *thing), void *context);

/* n bytes aligned to 8; contents undefined / zeroed. */
VV_NODISCARD void *vv_arena_alloc(vv_arena *arena, size_t n);
VV_NODISCARD void *vv_arena_alloc_zeroed(vv_arena *arena, size_t n);
/* Enters a thing into the list of owned ones: 0/-1 (then the caller still owns it). */
VV_NODISCARD int vv_arena_own(vv_arena *arena, void *thing);

/* Makes room for one more element of a growing array in the arena; the old array is simply left behind. 0/-1. */
VV_NODISCARD int vv_arena_grow(vv_arena *arena, void **items, size_t item_size, size_t count, size_t *capacity);

#endif
