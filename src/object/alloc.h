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
static inline bool vv_is_tracked(vv_ref o) {
    return (o->type->flags & VV_TF_GC) != 0 && VV_GC_HEAD(o)->next != NULL;
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

/* Makes an object immortal (singletons, built-in types, small integers). */
static inline void vv_make_immortal(vv_obj *o) {
    o->refcnt = VV_IMMORTAL_REFCNT;
}

#endif
