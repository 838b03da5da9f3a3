/* container.h - what the sequence types and the iterables' consumers have in common. */
#ifndef VV_TYPES_CONTAINER_H
#define VV_TYPES_CONTAINER_H

#include "object/runtime.h"
#include "types/dict.h"

/* Body of `__class_getitem__`: argv[0] the class, argv[1] the parameters. t->ret = class[parameters]. */
vv_step vv_container_class_getitem(vv_thread *t, vv_native *nf);

/* operator.length_hint(o, fallback): t->ival. */
vv_step vv_do_length_hint(vv_thread *t, vv_ref o, int64_t fallback);

/* A key for `[]` with every __index__ called: t->ret = an int or a slice of ints and Nones. The key must be an int, have
 * __index__ or be a slice. */
vv_step vv_container_resolve_key(vv_thread *t, vv_ref key);
/* Is key something vv_container_resolve_key accepts? */
static inline bool vv_container_is_key(vv_thread *t, vv_ref key) {
    return key->type->s.index != NULL || VV_IS(t, key, SLICE);
}

/* Index of an int key into `length` items, negative ones counted from the end: 1 and *ret; 0 = out of range (no
 * exception); -1 IndexError "cannot fit 'int' into an index-sized integer". */
int vv_container_index(vv_thread *t, vv_ref key, size_t length, size_t *ret);

/* A start or stop argument of seq.index(): clamps like a slice bound. `value` is an int or NULL (`fallback`). */
size_t vv_container_clamp(vv_ref value_or_null, size_t length, size_t fallback);
/* The same argument by its __index__: t->ret = int. TypeError "slice indices must be integers or have an __index__
 * method". */
vv_step vv_container_slice_index(vv_thread *t, vv_ref value);

/* sequence * count for the repeat slots: the count as an integer >= 0. 1; VV_LATER when __index__ must be called (the
 * caller pushes a frame that awaits vv_do_index); -1 TypeError "can't multiply sequence by non-int of type 'x'" or
 * OverflowError "cannot fit 'int' into an index-sized integer". */
int vv_container_repeat_count(vv_thread *t, vv_ref count, size_t *ret);

/* a OP b of two lists or two tuples (subclasses included), element by element. */
vv_step vv_container_compare(vv_thread *t, vv_ref a, vv_ref b, int op);
/* Position of the first item equal to `value` in a list or tuple from `start` below `end` (re-clamped to the length at
 * every step): t->ival, -1 = none. */
vv_step vv_container_find(vv_thread *t, vv_ref sequence, vv_ref value, size_t start, size_t end);
/* value in sequence: t->ival. */
vv_step vv_container_contains(vv_thread *t, vv_ref sequence, vv_ref value);
/* seq.count(value): t->ival. */
vv_step vv_container_count(vv_thread *t, vv_ref sequence, vv_ref value);
/* repr of a list or tuple: t->ret. */
vv_step vv_container_repr(vv_thread *t, vv_ref sequence);

/* Items and length of a list or tuple, or of a subclass of one: borrowed until anything runs. */
vv_obj **vv_container_items(vv_ref list_or_tuple, size_t *length);

/* Does `type` still have the built-in __iter__ of its list or tuple base, so that its items may be read directly? */
static inline bool vv_container_is_fast(vv_thread *t, vv_ref o) {
    return VV_IS(t, o, LIST) || VV_IS(t, o, TUPLE);
}

#endif
