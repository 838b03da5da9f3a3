/* instance.h - where an instance of a class keeps its attributes, as in CPython 3.12 (Objects/object_layout.md there).
 *
 * The word before the collector's links of an instance with VV_TF_DICT_PRE is 0, a dict, or (with 1 added) its values: an
 * array in the order of the keys that all instances of the class share (vv_type.shared_keys). A dict is made only when
 * somebody asks for __dict__ or when the class has no room for a further name; from then on the dict is used.
 *
 *     ... order[2] order[1] order[0] | length | capacity | value[0] value[1] ...
 *                                                        ^ vv_values
 *
 * `order` lists the indices of the attributes that are set in the order of their setting, `length` is their number. The
 * array stands behind the instance's fields (the top bit of `length` says so), sized for the names that the class knew
 * when the instance was made, or, once it has grown, in a block of its own.
 */
#ifndef VV_TYPES_INSTANCE_H
#define VV_TYPES_INSTANCE_H

#include "object/runtime.h"

enum { VV_SHARED_KEYS_MAX = 30, VV_VALUES_INSIDE = 0x80 };

typedef vv_obj **vv_values;

static inline unsigned vv_values_capacity(vv_values values) {
    return ((const uint8_t *)values)[-1];
}
static inline unsigned vv_values_length(vv_values values) {
    return ((const uint8_t *)values)[-2] & ~(unsigned)VV_VALUES_INSIDE;
}
/* Bytes that stand before the values. */
static inline size_t vv_values_prefix(unsigned capacity) {
    return (2 + capacity + sizeof(vv_obj *) - 1) & ~(sizeof(vv_obj *) - 1);
}
/* Sets an attribute that was not set before. */
static inline void vv_values_note(vv_values values, unsigned index) {
    uint8_t *before = (uint8_t *)values;
    before[-3 - (int)vv_values_length(values)] = (uint8_t)index;
    before[-2]++;
}

/* As in CPython the instances of a subclass of a built-in type have a dict from the first attribute on. */
static inline bool vv_has_values(vv_thread *t, const vv_type *type) {
    return type->spec == VV_TYPEP(t, OBJECT)->spec;
}

/* The word of an instance with VV_TF_DICT_PRE. */
static inline uintptr_t *vv_managed_word(vv_ref o) {
    return (uintptr_t *)((char *)o - sizeof(vv_gc_head) - sizeof(uintptr_t));
}
static inline vv_values vv_values_peek(vv_ref o) {
    uintptr_t word = *vv_managed_word(o);
    return (word & 1) != 0 ? (vv_values)(word - 1) : NULL;
}
/* The dict of any object that has one now, else NULL. */
static inline vv_ref vv_instance_dict_peek(vv_ref o) {
    int32_t offset = o->type->dictoffset;
    uintptr_t word = offset == 0 ? 0 : *(const uintptr_t *)((const char *)o + offset);
    return (word & 1) != 0 ? NULL : (vv_ref)word;
}

/* An attribute's value in the instance itself: borrowed, NULL if it is not set. `name` is a str. */
vv_ref vv_instance_get_peek(vv_ref o, vv_ref name);
/* Sets it, in a type with a dict: 0, -1 with MemoryError. */
VV_NODISCARD int vv_instance_set(vv_thread *t, vv_ref o, vv_ref name, vv_ref value);
/* Deletes it: 1, 0 if it is not set, -1 with MemoryError. */
VV_NODISCARD int vv_instance_delete(vv_thread *t, vv_ref o, vv_ref name);
/* The instance's dict, made if need be: borrowed, NULL with MemoryError or (no exception) if the type gives it none. */
vv_ref vv_instance_dict_make(vv_thread *t, vv_ref o);
/* Another dict, taken, or NULL for none. */
void vv_instance_dict_replace_take(vv_thread *t, vv_ref o, vv_obj *dict_or_null);

/* Index of a name among the shared keys of a class, or -1. */
int64_t vv_instance_index(const vv_type *type, vv_ref name);

/* What a dying class has of shared keys. */
void vv_instance_keys_free(vv_thread *t, vv_type *type);

/* Parts of the traverse, clear and dealloc of instances with VV_TF_DICT_PRE. */
int vv_instance_visit(vv_ref o, vv_visit visit, void *arg);
void vv_instance_clear(vv_thread *t, vv_obj *o);
void vv_instance_free(vv_thread *t, vv_obj *o);

#endif
