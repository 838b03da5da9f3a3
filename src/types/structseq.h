/* structseq.h - tuples whose items also have names: sys.version_info, sys.float_info, time.struct_time, ... */
#ifndef VV_TYPES_STRUCTSEQ_H
#define VV_TYPES_STRUCTSEQ_H

#include "types/tuple.h"

/* One line of a type's table of members (ended by a line of NULLs): item k is called `name`. Items from the visible
 * length on are attributes only. */
#define VV_STRUCTSEQ_FIELD(k, name, doc) {name, VV_MEMBER_OBJECT, offsetof(vv_tuple, items) + (k) * sizeof(vv_obj *), true, doc}

/* The specification of such a type: `slots_` is one of the tables below. */
#define VV_STRUCTSEQ_SPEC(module_, name_, doc_, members_, slots_, flags_)                                              \
    {                                                                                                                  \
        .name = name_, .module = module_, .base = VV_T_TUPLE, .flags = VV_TF_GC | VV_TF_IMMUTABLE | (flags_),          \
        .basicsize = sizeof(vv_tuple), .itemsize = sizeof(vv_obj *), .size64 = 40, .doc = doc_, .slots = slots_,       \
        .methods = vv_structseq_methods, .members = members_, .dealloc = vv_structseq_dealloc,                         \
        .traverse = vv_structseq_traverse,                                                                             \
    }

extern const vv_slots vv_structseq_slots;       /* with a constructor: T(sequence, dict={}) */
extern const vv_slots vv_structseq_fixed_slots; /* without one; the type also has VV_TF_NO_NEW */
extern const vv_methoddef vv_structseq_methods[];
void vv_structseq_dealloc(vv_thread *t, vv_obj *self);
int vv_structseq_traverse(vv_ref self, vv_visit visit, void *arg);

/* The type made from a specification whose first `visible` members are the items. */
VV_NODISCARD vv_owned vv_structseq_type(vv_thread *t, const vv_typespec *spec, size_t visible);
/* An instance; takes `n` values, one for each member (NULL: None), also on failure. */
VV_NODISCARD vv_owned vv_structseq_new_take(vv_thread *t, vv_ref type, vv_obj **values, size_t n);

#endif
