/* reduce.h - what object contributes to copying and pickling. */
#ifndef VV_TYPES_REDUCE_H
#define VV_TYPES_REDUCE_H

#include "object/runtime.h"

/* The state of an instance as __getstate__ gives it: its dict or None, with slots a pair (dict or None, {name: value}).
 * `required`: TypeError "cannot pickle 'x' object" for those with more inside. */
vv_step vv_do_default_state(vv_thread *t, vv_ref self, bool required);
/* object.__reduce_ex__(protocol), the protocol an int, for classes without their own __reduce__. */
vv_step vv_do_reduce(vv_thread *t, vv_ref self, vv_ref protocol);
/* (getattr, (owner, name)): how what an object has under a name is pickled. */
VV_NODISCARD vv_owned vv_reduce_attribute(vv_thread *t, vv_ref owner, vv_ref name);

#endif
