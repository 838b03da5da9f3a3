/* alloc.c - making and freeing objects, and handing them to the collector.
 *
 * Owns the layout left of an object (object/object.h): `presize` bytes that hold, from the object leftwards, the
 * collector's links, the managed dict and the managed weak reference list, each only if the type has it. A block
 * always starts `presize` bytes before its vv_obj.
 */
#include "object/alloc.h"

#include <string.h>

#include "object/error.h"
#include "object/gc.h"
#include "object/tracer.h"
#include "types/instance.h"

/* Tells the tracer of a block; NULL with MemoryError, the block given back. */
VV_NOINLINE static void *traced(vv_thread *t, void *block, vv_ref object, size_t bytes) {
    if (t->vm->tracer->taken(t, block, object, bytes) == 0)
        return block;
    vv_mem_free(t->vm->mem, block);
    vv_raise_memory(t);
    return NULL;
}

void *vv_alloc(vv_thread *t, size_t bytes) {
    void *block = vv_mem_alloc(t->vm->mem, bytes);
    if (VV_UNLIKELY(block == NULL))
        vv_raise_memory(t);
    else if (VV_UNLIKELY(t->vm->tracer != NULL))
        return traced(t, block, NULL, bytes);
    return block;
}

void *vv_realloc(vv_thread *t, void *old, size_t bytes) {
    void *block = vv_mem_realloc(t->vm->mem, old, bytes);
    if (VV_UNLIKELY(block == NULL)) {
        vv_raise_memory(t);
    } else if (VV_UNLIKELY(t->vm->tracer != NULL)) {
        if (old != NULL)
            t->vm->tracer->freed(t, old);
        if (t->vm->tracer->taken(t, block, NULL, bytes) < 0 && old == NULL) { /* else it is too late: it stays unknown */
            vv_mem_free(t->vm->mem, block);
            vv_raise_memory(t);
            return NULL;
        }
    }
    return block;
}

void vv_free(vv_thread *t, void *block) {
    vv_trace_forget(t, block);
    vv_mem_free(t->vm->mem, block);
}

/* A new collectable object counts against generation 0; the collection itself waits for an instruction boundary. */
static inline void count_allocation(vv_vm *vm) {
    vv_gc_state *gc = &vm->gc;
    vv_generation *young = &gc->gen[0];
    young->count++;
    if (VV_UNLIKELY(young->count > young->threshold || gc->stress) && gc->enabled && young->threshold != 0 &&
        !gc->collecting) {
        gc->due = true;
        vm->attention |= VV_ATTN_GC;
    }
}

static inline vv_owned new_object(vv_thread *t, vv_type *type, size_t bytes, bool zero) {
    VV_ASSERT(bytes >= type->basicsize);
    uint32_t flags = type->flags;
    size_t extra = 0; /* for an instance's values */
    if ((flags & VV_TF_DICT_PRE) != 0) {
        if (type->shared_room > 1 && vv_has_values(t, type))
            type->shared_room--;
        if (type->inside_values != 0 && bytes == type->basicsize)
            extra = vv_values_prefix(type->inside_values) + type->inside_values * sizeof(vv_obj *);
    }
    char *block = vv_mem_alloc(t->vm->mem, type->presize + bytes + extra);
    if (VV_UNLIKELY(block == NULL))
        return vv_raise_memory(t);
    vv_obj *o = (vv_obj *)(block + type->presize);
    vv_clear_words(block, type->presize / sizeof(uintptr_t));
    if ((flags & VV_TF_HEAP) != 0) {
        vv_incref(&type->head);
        zero = true; /* the constructor of a built-in base knows nothing of __slots__ fields */
    }
    if (zero) {
        size_t rest = bytes + extra - sizeof(vv_obj);
        if (rest <= 16 * sizeof(uintptr_t) && rest % sizeof(uintptr_t) == 0)
            vv_clear_words(o + 1, rest / sizeof(uintptr_t));
        else
            memset(o + 1, 0, rest);
    }
    if (extra != 0) {
        uint8_t *values = (uint8_t *)o + bytes + vv_values_prefix(type->inside_values);
        values[-1] = type->inside_values;
        values[-2] = VV_VALUES_INSIDE;
        *vv_managed_word(o) = (uintptr_t)values | 1;
    }
    o->refcnt = 1;
    o->type = type;
    if (VV_UNLIKELY(t->vm->tracer != NULL) && traced(t, block, o, bytes + extra) == NULL) {
        if ((flags & VV_TF_HEAP) != 0)
            vv_decref(t, &type->head);
        return NULL;
    }
    if ((flags & VV_TF_GC) != 0) {
        count_allocation(t->vm);
        /* A type that holds no references, or a subclass of one: no constructor will track it. */
        if ((flags & (VV_TF_HEAP | VV_TF_MADE)) != 0 && (type->spec->flags & VV_TF_GC) == 0)
            vv_track(t, o);
    }
    return o;
}

vv_owned vv_new_object(vv_thread *t, vv_type *type, size_t bytes) {
    return new_object(t, type, bytes, true);
}

vv_owned vv_new_object_raw(vv_thread *t, vv_type *type, size_t bytes) {
    return new_object(t, type, bytes, false);
}

void vv_free_object(vv_thread *t, vv_obj *o) {
    vv_type *type = o->type;
    uint32_t flags = type->flags;
    if ((flags & VV_TF_DICT_PRE) != 0)
        vv_instance_free(t, o);
    if ((flags & VV_TF_GC) != 0) {
        if (VV_GC_HEAD(o)->next != NULL)
            vv_untrack_tracked(VV_GC_HEAD(o));
        if (t->vm->gc.gen[0].count > 0)
            t->vm->gc.gen[0].count--;
    }
    vv_trace_forget(t, (char *)o - type->presize);
    vv_mem_free(t->vm->mem, (char *)o - type->presize);
    if ((flags & VV_TF_HEAP) != 0)
        vv_decref(t, &type->head);
}

vv_owned vv_new_listed(vv_thread *t, vv_type *type, int id) {
    char *block = vv_freelist_get(t, id);
    if (block == NULL)
        return vv_new_object(t, type, type->basicsize);
    vv_clear_words(block, (type->presize + type->basicsize) / sizeof(uintptr_t));
    vv_obj *o = (vv_obj *)(block + type->presize);
    o->refcnt = 1;
    o->type = type;
    return o;
}

void vv_free_listed(vv_thread *t, vv_obj *o, int id) {
    if (!vv_freelist_put(t, id, (char *)o - o->type->presize))
        vv_free_object(t, o);
}

void vv_track(vv_thread *t, vv_obj *o) {
    VV_ASSERT((o->type->flags & VV_TF_GC) != 0);
    if (VV_GC_HEAD(o)->next == NULL)
        vv_track_new(t, o);
}

void vv_untrack(vv_thread *t, vv_obj *o) {
    (void)t;
    if (VV_GC_HEAD(o)->next != NULL)
        vv_untrack_tracked(VV_GC_HEAD(o));
}

_Static_assert(VV_GC_FINALIZED == 1 && VV_GC_FLAGS == 3, "what vv_track_new and vv_untrack_tracked take them for");
