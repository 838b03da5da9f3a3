/* _warnings.c - module _warnings: what library module warnings takes from the interpreter. Nothing yet. */
#include "types/function.h"

vv_owned vv__warnings_module(vv_thread *t);
vv_owned vv__warnings_module(vv_thread *t) {
    return vv_module_from_defs(t, "_warnings", "Warnings as the interpreter gives them.", NULL);
}
