/* object.h - the header every Python value begins with, and its reference count.
 *
 * A value is a block of the program's memory that begins with `vv_obj`. Before it may stand, from right to left, the
 * collector's links (types with VV_TF_GC), the word of the instance's attributes (types/instance.h) and the weak reference
 * list (types made by `class`):
 *
 *     [weaklist][attributes][gc prev][gc next] | refcnt type | fields ...
 *                                              ^ the vv_obj pointer
 *
 * Counts are CPython 3.12's: 32 bits, and an object whose top bit is set is immortal (PEP 683): its count never moves.
 * vv_decref never runs Python: `__del__`, weak reference callbacks and the closing of a suspended generator queue up in
 * the thread and run before the next instruction (object/finalize.h).
 */
#ifndef VV_OBJECT_OBJECT_H
#define VV_OBJECT_OBJECT_H

#include "base/config.h"
#include "base/forward.h"

struct vv_obj {
    uint32_t refcnt;
    vv_type *type; /* owned when the type is a heap type (made by `class`), else immortal */
};

#define VV_IMMORTAL_REFCNT UINT32_C(0xFFFFFFFF)

/* Casts that drop the const of an ownership check build: for code that reads or frees through a borrowed reference. */
#define VV_OBJ(x) ((vv_obj *)(x))
#define VV_CAST(T, x) ((T *)(x))

static inline bool vv_is_immortal(vv_ref o) {
    return (int32_t)o->refcnt < 0;
}

static inline void vv_incref(vv_ref o) {
    uint32_t n = o->refcnt + 1;
    if (VV_LIKELY(n != 0)) /* wraps only for the immortal count, which stays */
        VV_OBJ(o)->refcnt = n;
}

/* A new owned reference to `o`. */
VV_NODISCARD static inline vv_owned vv_newref(vv_ref o) {
    vv_incref(o);
    return VV_OBJ(o);
}

VV_NODISCARD static inline vv_owned vv_xnewref(vv_ref o) {
    if (o != NULL)
        vv_incref(o);
    return VV_OBJ(o);
}

/* The count has reached zero: clears weak references, queues finalizers, frees (object/dealloc.c). */
void vv_dealloc(vv_thread *t, vv_obj *o);

static inline void vv_decref(vv_thread *t, vv_ref o) {
    if (vv_is_immortal(o))
        return;
    VV_ASSERT(o->refcnt != 0);
    if (--VV_OBJ(o)->refcnt == 0)
        vv_dealloc(t, VV_OBJ(o));
}

static inline void vv_xdecref(vv_thread *t, vv_ref o) {
    if (o != NULL)
        vv_decref(t, o);
}

/* Stores an owned reference in a field, releasing what was there only after the field is valid again. */
static inline void vv_setref_take(vv_thread *t, vv_obj **field, vv_owned value) {
    vv_obj *old = *field;
    *field = value;
    vv_xdecref(t, old);
}

/* Empties a field. */
static inline void vv_clearref(vv_thread *t, vv_obj **field) {
    vv_setref_take(t, field, NULL);
}

/* Gives away what a variable owns: `return vv_move(&x);`. */
static inline vv_owned vv_move(vv_obj **variable) {
    vv_obj *o = *variable;
    *variable = NULL;
    return o;
}

#endif
