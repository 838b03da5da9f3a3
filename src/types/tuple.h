/* tuple.h - immutable arrays of references. */
#ifndef VV_TYPES_TUPLE_H
#define VV_TYPES_TUPLE_H

#include "object/runtime.h"

typedef struct vv_tuple {
    vv_obj head;
    size_t length;
    vv_obj *items[];
} vv_tuple;
#define VV_TUPLE(o) ((vv_tuple *)(o))

/* `length` items, all NULL, not tracked yet: fill all of them, then vv_tuple_done. Length 0 gives the shared ().*/
VV_NODISCARD vv_owned vv_tuple_new(vv_thread *t, size_t length);
/* Tracks a filled tuple. */
void vv_tuple_done(vv_thread *t, vv_ref tuple);
VV_NODISCARD vv_owned vv_tuple_from_array(vv_thread *t, vv_obj *const *items, size_t n);      /* borrows items */
VV_NODISCARD vv_owned vv_tuple_from_array_take(vv_thread *t, vv_obj **items, size_t n);       /* takes items, also on failure */
VV_NODISCARD vv_owned vv_tuple_pack(vv_thread *t, size_t n, ...);                             /* borrows vv_ref arguments */
VV_NODISCARD vv_owned vv_tuple_pack_take(vv_thread *t, size_t n, ...); /* takes vv_owned arguments; NULL if one is NULL */
VV_NODISCARD vv_owned vv_tuple_slice(vv_thread *t, vv_ref tuple, size_t start, size_t end);

#endif
