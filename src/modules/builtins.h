/* builtins.h - the parts that make up module builtins. */
#ifndef VV_MODULES_BUILTINS_H
#define VV_MODULES_BUILTINS_H

#include "object/runtime.h"
#include "types/function.h"

VV_NODISCARD vv_owned vv_builtins_module(vv_thread *t);
/* Add their functions to the module: 0/-1. */
VV_NODISCARD int vv_builtins_add_iter(vv_thread *t, vv_ref module);
VV_NODISCARD int vv_builtins_add_text(vv_thread *t, vv_ref module);

#endif
