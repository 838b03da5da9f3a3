/* type_private.h - what the files of object/type*.c share among themselves. */
#ifndef VV_OBJECT_TYPE_PRIVATE_H
#define VV_OBJECT_TYPE_PRIVATE_H

#include "object/runtime.h"

VV_NODISCARD int vv_type_cache_init(vv_vm *vm);
int vv_type_cache_visit(vv_vm *vm, vv_visit visit, void *arg); /* the names it owns */
void vv_type_cache_finish(vv_thread *t);

/* ---- instances of classes (object/instances.c) ---- */

enum { VV_INSTANCE_PREFIX = sizeof(vv_gc_head) + 2 * sizeof(vv_obj *) }; /* collector links, dict, weak reference list */
/* Bytes of __slots__ fields that stand before the instances of a class, perhaps one unused word among them. */
static inline size_t vv_type_early_slots(const vv_type *type) {
    return (type->flags & VV_TF_STR) != 0 && type->presize > VV_INSTANCE_PREFIX ? type->presize - VV_INSTANCE_PREFIX : 0;
}
int vv_instance_traverse(vv_ref self, vv_visit visit, void *arg);
void vv_instance_clear_all(vv_thread *t, vv_obj *self);
void vv_instance_dealloc(vv_thread *t, vv_obj *self);

#endif
