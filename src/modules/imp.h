/* imp.h - importing modules. */
#ifndef VV_MODULES_IMP_H
#define VV_MODULES_IMP_H

#include "object/runtime.h"

/* What the built-in __import__ does. vv_do_import, behind the import statement, calls whatever builtins.__import__ is. */
vv_step vv_do_import_builtin(vv_thread *t, vv_ref name, vv_ref globals, vv_ref fromlist, vv_ref level);
/* The module with this absolute name, imported if it is not in sys.modules yet, its packages first. */
vv_step vv_do_import_absolute(vv_thread *t, vv_ref name);

#endif
