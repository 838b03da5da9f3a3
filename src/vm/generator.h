/* generator.h - what generator.c shares with asyncgen.c. */
#ifndef VV_VM_GENERATOR_H
#define VV_VM_GENERATOR_H

#include "vm/frame.h"

#define VV_TYPEP_ID(t, id) ((t)->vm->types[id])

/* After a send or throw: READY with the yielded value, or StopIteration carrying what was returned. */
vv_step vv_generator_outcome(vv_thread *t);
vv_resumable_fn vv_generator_send_method, vv_generator_throw_method, vv_generator_close_method;
/* True if a suspended generator stands in a try or with block, so that its death runs Python. */
bool vv_generator_needs_close(vv_ref gen);
/* RuntimeWarning "coroutine 'f' was never awaited" (modules/warnings.c). */
vv_step vv_do_warn_never_awaited(vv_thread *t, vv_ref coroutine);

#endif
