/* set_ops.h - the set algebra under set, frozenset and the views of dicts. */
#ifndef VV_TYPES_SET_OPS_H
#define VV_TYPES_SET_OPS_H

#include "types/dict.h"
#include "types/set.h"

enum vv_set_op { VV_SET_UNION, VV_SET_INTERSECTION, VV_SET_DIFFERENCE, VV_SET_SYMMETRIC_DIFFERENCE };

/* An empty set of `type` (set, frozenset or a subclass), tracked. */
VV_NODISCARD vv_owned vv_set_of_type(vv_thread *t, vv_type *type);
/* set or frozenset, whichever o's type derives from. */
vv_type *vv_set_base_type(vv_thread *t, vv_ref o);
/* A copy with the same table layout rules as CPython's set_copy. Leaf. */
VV_NODISCARD vv_owned vv_set_copy(vv_thread *t, vv_type *type, vv_ref set);
void vv_set_clear(vv_thread *t, vv_ref set);
/* Exchanges the contents of two sets. */
void vv_set_swap(vv_ref a, vv_ref b);
/* Takes any key out: owned, NULL when empty (no exception). */
vv_owned vv_set_pop(vv_thread *t, vv_ref set);

/* The type's dealloc and traverse. */
void vv_set_dealloc(vv_thread *t, vv_obj *self);
int vv_set_traverse(vv_ref self, vv_visit visit, void *arg);

/* self OP other as a new set of self's base type; self is a set, other any iterable. t->ret. */
vv_step vv_do_set_combine(vv_thread *t, enum vv_set_op op, vv_ref self, vv_ref other);
/* In place: t->ret = NULL. */
vv_step vv_do_set_difference_update(vv_thread *t, vv_ref set, vv_ref iterable);
vv_step vv_do_set_symmetric_update(vv_thread *t, vv_ref set, vv_ref iterable);
/* t->ival: are all keys of `set` in `other` (both sets)? */
vv_step vv_do_set_subset(vv_thread *t, vv_ref set, vv_ref other);
/* t->ival: are all items of `iterable` in `set`? */
vv_step vv_do_set_superset(vv_thread *t, vv_ref set, vv_ref iterable);
/* t->ival: has `set` nothing in common with `iterable`? */
vv_step vv_do_set_disjoint(vv_thread *t, vv_ref set, vv_ref iterable);

vv_hash vv_set_frozen_hash(vv_ref set);
/* set.__sizeof__() on a 64-bit machine. */
int64_t vv_set_sizeof(vv_ref set);

#endif
