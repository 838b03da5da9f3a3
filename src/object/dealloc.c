/* dealloc.c - what happens when a count reaches zero, in CPython's order (PEP 442):
 *
 *   1. a finalizer (`__del__`, a suspended generator) is queued once; the queue then owns the object
 *   2. weak references to it are cleared, their callbacks queued
 *   3. the collector lets go of it and its type's dealloc releases the fields
 *
 * No Python runs here. Invariant: C recursion stays below VV_DEALLOC_DEPTH levels however deep the data are; what
 * comes deeper waits in t->dealloc_later, chained through the collector's prev link (only containers nest, and they
 * have one).
 */
#include "object/alloc.h"
#include "object/finalize.h"
#include "object/gc.h"
#include "object/weakref.h"
#include "types/int.h"

enum { VV_DEALLOC_DEPTH = 40 };

/* The end of an object that has collector links. */
static inline void dealloc_now(vv_thread *t, vv_obj *o) {
    vv_type *type = o->type;
    vv_obj **weak = vv_weak_slot(o);
    if (VV_UNLIKELY(weak != NULL && *weak != NULL))
        vv_weakref_clear_all(t, o);
    if (VV_GC_HEAD(o)->next != NULL)
        vv_untrack_tracked(VV_GC_HEAD(o));
    type->dealloc(t, o);
}

static void put_off(vv_thread *t, vv_obj *o) {
    vv_untrack(t, o);
    vv_gc_head *g = VV_GC_HEAD(o);
    g->prev = (uintptr_t)t->dealloc_later | (g->prev & VV_GC_FINALIZED);
    t->dealloc_later = o;
}

static vv_obj *next_put_off(vv_thread *t) {
    vv_obj *o = t->dealloc_later;
    vv_gc_head *g = VV_GC_HEAD(o);
    t->dealloc_later = (vv_obj *)(g->prev & ~VV_GC_FLAGS);
    g->prev &= VV_GC_FINALIZED;
    return o;
}

static VV_NOINLINE void dealloc(vv_thread *t, vv_obj *o) {
    vv_type *type = o->type;
    if (VV_UNLIKELY(type->s.del != NULL) && !vv_finalize_done(o)) {
        vv_finalize_set_done(o);
        o->refcnt = 1;
        vv_finalize_push_take(t, VV_PENDING_DEL, o, NULL);
        return;
    }
    if ((type->flags & VV_TF_GC) == 0) {
        if (VV_UNLIKELY(type->weakoffset != 0) && *vv_weak_slot(o) != NULL)
            vv_weakref_clear_all(t, o);
        type->dealloc(t, o);
        return;
    }
    if (VV_UNLIKELY(t->dealloc_depth >= VV_DEALLOC_DEPTH)) {
        put_off(t, o);
        return;
    }
    t->dealloc_depth++;
    dealloc_now(t, o);
    if (t->dealloc_depth == 1) {
        while (t->dealloc_later != NULL)
            dealloc_now(t, next_put_off(t));
    }
    t->dealloc_depth--;
}

/* The short way for what dies most often, in a function that needs little of the machine's stack. */
void vv_dealloc(vv_thread *t, vv_obj *o) {
    const vv_vm *vm = t->vm;
    if (o->type == vm->types[VV_T_INT] ? vv_int_recycle(t, o) : o->type == vm->types[VV_T_FLOAT] && vv_freelist_put(t, VV_FL_FLOAT, o))
        return;
    dealloc(t, o);
}
