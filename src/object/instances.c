/* instances.c - the life of instances of classes: visiting, clearing and freeing their fields.
 *
 * Layout: the fields of the nearest built-in base, then one reference for each __slots__ member, base classes first; dict
 * and weak reference list stand before the object (object/object.h), the dict next to the collector's links, the list
 * left of it.
 */
#include "object/alloc.h"
#include "object/type_private.h"
#include "types/instance.h"
#include "types/tuple.h"

static inline const vv_type *builtin_base(const vv_type *type) {
    while ((type->flags & VV_TF_HEAP) != 0)
        type = type->base;
    return type;
}

int32_t vv_type_own_slots(const vv_type *type) {
    size_t n = type->slot_names == NULL ? 0 : VV_TUPLE(type->slot_names)->length;
    if ((type->flags & VV_TF_STR) != 0)
        return -(int32_t)(VV_INSTANCE_PREFIX + vv_type_early_slots(type));
    return (int32_t)(type->basicsize - n * sizeof(vv_obj *));
}

/* The range of __slots__ fields of all classes of an instance: they lie behind the built-in base's fields. */
static inline vv_obj **slot_fields(vv_ref self, const vv_type *builtin, size_t *ret_count) {
    const vv_type *type = self->type;
    if ((type->flags & VV_TF_STR) != 0) {
        size_t bytes = vv_type_early_slots(type);
        *ret_count = bytes / sizeof(vv_obj *);
        return (vv_obj **)((char *)self - VV_INSTANCE_PREFIX - bytes);
    }
    *ret_count = (type->basicsize - builtin->basicsize) / sizeof(vv_obj *);
    return (vv_obj **)((char *)self + builtin->basicsize);
}

int vv_instance_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_type *builtin = builtin_base(self->type);
    size_t n;
    vv_obj **fields = slot_fields(self, builtin, &n);
    for (size_t i = 0; i < n; i++)
        VV_VISIT(fields[i]);
    if ((self->type->flags & VV_TF_DICT_PRE) != 0) {
        int r = vv_instance_visit(self, visit, arg);
        if (r != 0)
            return r;
    }
    VV_VISIT(self->type);
    return builtin->traverse == NULL ? 0 : builtin->traverse(self, visit, arg);
}

static inline void clear_fields(vv_thread *t, vv_obj *self, const vv_type *builtin) {
    size_t n;
    vv_obj **fields = slot_fields(self, builtin, &n);
    for (size_t i = 0; i < n; i++)
        vv_clearref(t, &fields[i]);
    if ((self->type->flags & VV_TF_DICT_PRE) != 0)
        vv_instance_clear(t, self);
}

void vv_instance_clear_all(vv_thread *t, vv_obj *self) {
    const vv_type *builtin = builtin_base(self->type);
    clear_fields(t, self, builtin);
    if (builtin->clear != NULL)
        builtin->clear(t, self);
}

void vv_instance_dealloc(vv_thread *t, vv_obj *self) {
    const vv_type *builtin = builtin_base(self->type);
    if (builtin == VV_TYPEP(t, OBJECT)) {
        vv_obj **field = (vv_obj **)(self + 1), **end = (vv_obj **)((char *)self + self->type->basicsize);
        for (; field < end; field++)
            vv_clearref(t, field);
        vv_free_object(t, self); /* the attributes, too */
        return;
    }
    clear_fields(t, self, builtin);
    builtin->dealloc(t, self);
}
