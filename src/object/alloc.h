/* alloc.h - making and freeing objects: memory, header, collector links. */
#ifndef VV_OBJECT_ALLOC_H
#define VV_OBJECT_ALLOC_H

#include "object/runtime.h"

/* A new object of `type` with `bytes` bytes from the vv_obj on (at least type->basicsize; variable parts included).
 * Count 1, everything after the header zeroed, managed dict/weaklist NULL, not tracked. Raises MemoryError and returns
 * NULL. Heap types gain a reference. */
VV_NODISCARD vv_owned vv_new_object(vv_thread *t, vv_type *type, size_t bytes);
/* The same without zeroing what follows the header: for hot constructors that fill all of it. */
VV_NODISCARD vv_owned vv_new_object_raw(vv_thread *t, vv_type *type, size_t bytes);
/* Gives an object's memory back, managed dict included, and a heap type's reference. For dealloc functions. */
void vv_free_object(vv_thread *t, vv_obj *o);

/* Hands the object to the collector: the last act of constructing a container. */
void vv_track(vv_thread *t, vv_obj *o);
void vv_untrack(vv_thread *t, vv_obj *o);
/* The same in line, of an object that is not tracked, of one that is: for hot constructors and deallocators. */
static inline void vv_track_new(vv_thread *t, vv_obj *o) {
    vv_gc_head *g = VV_GC_HEAD(o), *head = &t->vm->gc.gen[0].head;
    vv_gc_head *last = (vv_gc_head *)head->prev; /* the head of a list has no flags */
    last->next = g;
    g->prev = (g->prev & 1) | (uintptr_t)last;
    g->next = head;
    head->prev = (uintptr_t)g;
}
static inline void vv_untrack_tracked(vv_gc_head *g) {
    vv_gc_head *previous = (vv_gc_head *)(g->prev & ~(uintptr_t)3);
    vv_gc_head *next = g->next;
    previous->next = next;
    next->prev = (uintptr_t)previous | (next->prev & 3);
    g->next = NULL;
    g->prev &= 1;
}
static inline bool vv_is_tracked(vv_ref o) {
    return (o->type->flags & VV_TF_GC) != 0 && VV_GC_HEAD(o)->next != NULL;
}

/* memset and memcpy of few words: for a length that is not constant, WebAssembly's are calls out of the engine's code. The
 * empty statement keeps the compiler from making one of the loop. */
static inline void vv_clear_words(void *at, size_t n) {
    uintptr_t *to = at;
    for (; n > 0; n--) {
        *to++ = 0;
        __asm__ volatile("");
    }
}
static inline void vv_copy_refs(vv_obj **to, vv_obj *const *from, size_t n) {
    for (; n > 0; n--) {
        *to++ = *from++;
        __asm__ volatile("");
    }
}

/* Memory that is not an object; raises MemoryError and returns NULL. */
VV_NODISCARD void *vv_alloc(vv_thread *t, size_t bytes);
VV_NODISCARD void *vv_realloc(vv_thread *t, void *old, size_t bytes);
void vv_free(vv_thread *t, void *block);

/* Free lists: a block for reuse or NULL; put answers false when the list is full (then free the block). The block is
 * the object's memory including what stands before the vv_obj. */
static inline void *vv_freelist_get(vv_thread *t, int id) {
    vv_freelist *fl = &t->vm->freelists[id];
    void *block = fl->first;
    if (block != NULL) {
        fl->first = *(void **)block;
        fl->length--;
    }
    return block;
}
static inline bool vv_freelist_put(vv_thread *t, int id, void *block) {
    vv_freelist *fl = &t->vm->freelists[id];
    if (fl->length >= fl->limit)
        return false;
    *(void **)block = fl->first;
    fl->first = block;
    fl->length++;
    return true;
}

/* A new object of a type whose dead wait in free list `id`, its fields zeroed; as in CPython one from the list does not count
 * as an allocation. The end of one, its fields released. */
VV_NODISCARD vv_owned vv_new_listed(vv_thread *t, vv_type *type, int id);
void vv_free_listed(vv_thread *t, vv_obj *o, int id);

/* Gives the blocks of a free list back to the allocator. */
static inline void vv_freelist_clear(vv_vm *vm, int id) {
    vv_freelist *fl = &vm->freelists[id];
    while (fl->first != NULL) {
        void *block = fl->first;
        fl->first = *(void **)block;
        vv_mem_free(vm->mem, block);
    }
    fl->length = 0;
}

/* Makes an object immortal (singletons, built-in types, small integers). */
static inline void vv_make_immortal(vv_obj *o) {
    o->refcnt = VV_IMMORTAL_REFCNT;
}

#endif
