/* slotdefs.h - the dunder names of each slot: which attribute reads and fills which slot, and how.
 *
 * One slot may have several names (`__add__` and `__radd__`, `__lt__` to `__ge__`, `__setitem__` and `__delitem__`),
 * told apart by `variant`; one name may belong to two slots (`__add__`: add, concat).
 */
#ifndef VV_OBJECT_SLOTDEFS_H
#define VV_OBJECT_SLOTDEFS_H

#include "object/runtime.h"

enum vv_slot_variant {
    VV_VARIANT_PLAIN = 0,     /* also enum vv_cmp for the names of `compare` */
    VV_VARIANT_REFLECTED = 8, /* the slot is called with self as its second operand */
    VV_VARIANT_DELETE = 9,    /* a SETTER without value */
};

enum vv_slot_shape {
    VV_SHAPE_UNARY,
    VV_SHAPE_INTEGER,
    VV_SHAPE_BINARY,
    VV_SHAPE_CONTAINS,
    VV_SHAPE_TERNARY,
    VV_SHAPE_SETTER,
    VV_SHAPE_COMPARE,
    VV_SHAPE_CALL,
};

typedef void (*vv_anyfn)(void);
typedef struct vv_slotdef {
    const char *name; /* NULL ends the table */
    const char *doc;
    vv_anyfn generic; /* what a class that defines the name gets; NULL: nothing */
    uint16_t name_id; /* enum vv_name_id */
    uint8_t slot;     /* enum vv_slot_id */
    uint8_t variant;
} vv_slotdef;

/* Sorted by slot. */
extern const vv_slotdef vv_slotdefs[];
extern const uint8_t vv_slot_shapes[VV_SLOT__COUNT]; /* enum vv_slot_shape */

static inline vv_anyfn *vv_slot_array(vv_type *type) {
    return (vv_anyfn *)&type->s;
}

/* The `compare` of classes that define one in Python. */
vv_step vv_slot_compare(vv_thread *t, vv_ref a, vv_ref b, int op);

/* Fills every slot of a class from what its MRO defines. */
void vv_slots_update(vv_thread *t, vv_type *type);
/* The same for a new class, whose slots are empty but perhaps `new_`. */
void vv_slots_fill(vv_thread *t, vv_type *type);
/* Marks the names of vm->names that slots have (VV_STR_SLOT_NAME); once. */
void vv_slots_mark_names(vv_vm *vm);
/* The same for the one slot that an attribute belongs to. */
void vv_slots_update_name(vv_thread *t, vv_type *type, vv_ref name);
/* The same for a type and all classes below it, after the attribute `name` changed. */
void vv_slots_update_below(vv_thread *t, vv_type *type, vv_ref name);

/* `C.__new__` as a built-in function; `owner` is a C type. Recognised again by its def. */
extern const vv_methoddef vv_new_wrapper_def;

/* `__dict__` and `__weakref__` of instances of classes (types/objecttype.c). */
extern const vv_getsetdef vv_instance_dict_def, vv_instance_weakref_def;

#endif
