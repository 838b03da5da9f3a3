/* callable_repr.h - the text of objects that remember a call: functools.partial, operator.methodcaller and its relatives. */
#ifndef VV_MODULES_CALLABLE_REPR_H
#define VV_MODULES_CALLABLE_REPR_H

#include "object/runtime.h"

/* "module.type(first, args..., name=value, ...)": first and kwargs may be NULL, args is a tuple. Inside itself the object is
 * "module.type(...)", or "..." for those with a first one that may be called (partial). t->ret. */
vv_step vv_callable_repr(vv_thread *t, vv_ref self, vv_ref first, vv_ref args, vv_ref kwargs);

/* Puts names and values of a call into *dict, which is made if it is NULL: 0/-1. */
VV_NODISCARD int vv_callable_keywords(vv_thread *t, vv_obj **dict, vv_obj *const *values, vv_ref kwnames);

#endif
