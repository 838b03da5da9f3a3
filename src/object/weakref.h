/* weakref.h - weak references: a doubly linked list hanging from each referent. */
#ifndef VV_OBJECT_WEAKREF_H
#define VV_OBJECT_WEAKREF_H

#include "object/runtime.h"

typedef struct vv_weakref {
    vv_obj head;
    vv_obj *target;   /* borrowed; NULL when dead */
    vv_obj *callback; /* owned or NULL */
    vv_hash hash;     /* -1 = not computed */
    struct vv_weakref *prev, *next;
    vv_obj *dict; /* of subclasses through the pre-header; unused here */
} vv_weakref;

/* A weak reference to o (shared when possible: no callback, exact type). TypeError "cannot create weak reference to ..." */
VV_NODISCARD vv_owned vv_weakref_new(vv_thread *t, vv_ref o, vv_ref callback_or_null);
/* weakref.proxy(o, callback). */
VV_NODISCARD vv_owned vv_weakref_proxy_new(vv_thread *t, vv_ref o, vv_ref callback_or_null);
vv_ref vv_weakref_get_peek(vv_ref weakref); /* the referent, or NULL */
/* o is dying or unreachable: kills its weak references, queues their callbacks. */
void vv_weakref_clear_all(vv_thread *t, vv_obj *o);
/* The same for an object that the collector found unreachable: callbacks of references that are garbage too
 * (VV_GC_COLLECTING) are not called. */
void vv_weakref_clear_garbage(vv_thread *t, vv_obj *o);
size_t vv_weakref_count(vv_ref o);
static inline vv_obj **vv_weak_slot(vv_ref o) {
    int32_t offset = o->type->weakoffset;
    return offset == 0 ? NULL : (vv_obj **)((char *)o + offset);
}

#endif
