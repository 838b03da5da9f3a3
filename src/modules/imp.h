/* imp.h - importing modules. */
#ifndef VV_MODULES_IMP_H
#define VV_MODULES_IMP_H

#include "object/runtime.h"

/* What the built-in __import__ does. vv_do_import, behind the import statement, calls whatever builtins.__import__ is. */
vv_step vv_do_import_builtin(vv_thread *t, vv_ref name, vv_ref globals, vv_ref fromlist, vv_ref level);
/* The module with this absolute name, imported if it is not in sys.modules yet, its packages first. */
vv_step vv_do_import_absolute(vv_thread *t, vv_ref name);
/* `from package import names`: imports those that are modules; t->ret = the package. */
vv_step vv_do_import_fromlist(vv_thread *t, vv_ref package, vv_ref names);
/* Runs importlib if it has not been run. t->ret = None. */
vv_step vv_do_import_setup(vv_thread *t);

/* Asks the host for the code of a frozen module, from a native frame (kernel/kernel.h: vv_kernel_request), and makes the code
 * object of the answer: owned, or NULL with ImportError. */
VV_NODISCARD vv_step vv_imp_read_frozen(vv_thread *t, const char *name);
VV_NODISCARD vv_owned vv_imp_frozen_code(vv_thread *t, const char *name);

#endif
