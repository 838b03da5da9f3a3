/* _contextvars.h - context variables for modules in C. */
#ifndef VV_MODULES__CONTEXTVARS_H
#define VV_MODULES__CONTEXTVARS_H

#include "object/runtime.h"

/* A new ContextVar without a default. */
VV_NODISCARD vv_owned vv_contextvar_new(vv_thread *t, const char *name);
/* Its value in the current context, borrowed; NULL, without an exception: none. */
vv_ref vv_contextvar_get_peek(vv_thread *t, vv_ref var);
/* Sets it in the current context. 0/-1. */
VV_NODISCARD int vv_contextvar_set(vv_thread *t, vv_ref var, vv_ref value);

#endif
