/* arena.c - the bump allocator: blocks of growing size, allocations never freed one by one. */
#include "base/arena.h"

#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 64 * 1024, ALIGN = 8 };

void vv_arena_init(vv_arena *arena, vv_mem *mem) {
    memset(arena, 0, sizeof *arena);
    arena->mem = mem;
}

void vv_arena_release(vv_arena *arena, void (*drop)(void *context, void *thing), void *context) {
    while (arena->owned_count > 0)
        drop(context, arena->owned[--arena->owned_count]);
    vv_mem_free(arena->mem, arena->owned);
    for (vv_arena_block *b = arena->blocks; b != NULL;) {
        vv_arena_block *next = b->next;
        vv_mem_free(arena->mem, b);
        b = next;
    }
    vv_arena_init(arena, arena->mem);
}

static vv_arena_block *add_block(vv_arena *arena, size_t size) {
    vv_arena_block *b = vv_mem_alloc(arena->mem, size);
    if (b == NULL)
        return NULL;
    b->size = size;
    b->next = arena->blocks;
    arena->blocks = b;
    return b;
}

void *vv_arena_alloc(vv_arena *arena, size_t n) {
    const size_t header = (sizeof(vv_arena_block) + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (n > SIZE_MAX / 2)
        return NULL;
    n = (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (VV_UNLIKELY(n > (size_t)(arena->limit - arena->next_free))) {
        if (n > LARGEST_BLOCK / 4) { /* a block of its own; the current one stays in use */
            vv_arena_block *big = add_block(arena, header + n);
            return big == NULL ? NULL : (char *)big + header;
        }
        size_t size = arena->blocks == NULL ? FIRST_BLOCK : arena->blocks->size * 2;
        if (size > LARGEST_BLOCK)
            size = LARGEST_BLOCK;
        if (size < header + n)
            size = header + n;
        vv_arena_block *b = add_block(arena, size);
        if (b == NULL)
            return NULL;
        arena->next_free = (char *)b + header;
        arena->limit = (char *)b + size;
    }
    void *p = arena->next_free;
    arena->next_free += n;
    return p;
}

void *vv_arena_alloc_zeroed(vv_arena *arena, size_t n) {
    void *p = vv_arena_alloc(arena, n);
    if (p != NULL)
        memset(p, 0, n);
    return p;
}

int vv_arena_own(vv_arena *arena, void *thing) {
    if (arena->owned_count == arena->owned_capacity) {
        size_t capacity = arena->owned_capacity == 0 ? 64 : arena->owned_capacity * 2;
        void **owned = vv_mem_realloc(arena->mem, arena->owned, capacity * sizeof *owned);
        if (owned == NULL)
            return -1;
        arena->owned = owned;
        arena->owned_capacity = capacity;
    }
    arena->owned[arena->owned_count++] = thing;
    return 0;
}

int vv_arena_grow(vv_arena *arena, void **items, size_t item_size, size_t count, size_t *capacity) {
    if (count < *capacity)
        return 0;
    size_t wanted = *capacity == 0 ? 4 : *capacity * 2;
    void *grown = vv_arena_alloc(arena, wanted * item_size);
    if (grown == NULL)
        return -1;
    if (count > 0)
        memcpy(grown, *items, count * item_size);
    *items = grown;
    *capacity = wanted;
    return 0;
}
