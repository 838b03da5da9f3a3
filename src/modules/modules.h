/* modules.h - what a program starts with: builtins, sys, __main__ and the table of modules written in C. */
#ifndef VV_MODULES_MODULES_H
#define VV_MODULES_MODULES_H

#include "object/runtime.h"

#define VV_VERSION_TEXT "3.12.7 (Vivarium 0.1.0)"

/* Fills vm->builtins, vm->sysdict, vm->modules and vm->main_dict. 0, or -1 with an exception. */
VV_NODISCARD int vv_modules_init(vv_thread *t);
/* Lets go of all modules, each namespace emptied first. */
void vv_modules_fini(vv_thread *t);

/* A new instance of the C module called `name`: owned, or NULL; without an exception when there is none so called;
 * with one for vv_data_missed when its side module must be loaded first (object/side.h). */
VV_NODISCARD vv_owned vv_modules_create(vv_thread *t, vv_ref name);

/* Is there a C module called `name` that does something in Python once it is made? */
bool vv_modules_has_start(vv_ref name);
/* That: a native frame over the module; NULL: nothing, or the module was never made. */
vv_resumable_fn *vv_modules_start(vv_thread *t, vv_ref name);

/* Is there a C module called `name`? */
bool vv_modules_is_builtin(vv_ref name);

/* sys.path of a program in this file: the file's folder (none in its name: ''), then the library. 0/-1. */
VV_NODISCARD int vv_modules_set_path(vv_thread *t, vv_ref filename);

/* Keeps the source text of a file for tracebacks. 0/-1. */
VV_NODISCARD int vv_modules_remember_source(vv_thread *t, vv_ref filename, const char *source, size_t length);

#endif
