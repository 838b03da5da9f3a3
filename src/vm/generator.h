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
/* What all three kinds of generator share. */
int vv_generator_traverse(vv_ref self, vv_visit visit, void *arg);
int64_t vv_generator_size64(vv_ref self);
void vv_generator_dealloc(vv_thread *t, vv_obj *self);
void vv_generator_clear(vv_thread *t, vv_obj *self);
vv_getter_fn vv_generator_get_frame, vv_generator_get_suspended, vv_generator_get_yield_from, vv_generator_get_code,
    vv_generator_get_name, vv_generator_get_qualname;
vv_setter_fn vv_generator_set_name, vv_generator_set_qualname;
/* DeprecationWarning of throw(type, value, traceback), if it was called like that; uses slot[5]. t->ret = NULL */
vv_step vv_do_warn_throw(vv_thread *t, vv_native *nf, const char *method);
/* RuntimeWarning "coroutine 'f' was never awaited" (modules/warnings.c). */
vv_step vv_do_warn_never_awaited(vv_thread *t, vv_ref coroutine);

#endif
