/* sys_info.h - the parts of module sys that describe the interpreter. */
#ifndef VV_MODULES_SYS_INFO_H
#define VV_MODULES_SYS_INFO_H

#include "object/runtime.h"

/* Adds version_info, float_info, flags and the like to the dict of module sys: 0/-1. */
VV_NODISCARD int vv_sys_info_add(vv_thread *t, vv_ref dict);
/* A list for sys.path: `first` unless it is NULL, then the library. */
VV_NODISCARD vv_owned vv_sys_path(vv_thread *t, vv_ref first);
/* Makes that sys.path. 0/-1. */
VV_NODISCARD int vv_sys_set_path(vv_thread *t, vv_ref first);

/* A namespace object over a dict, which is taken (NULL: an exception is set). */
VV_NODISCARD vv_owned vv_sys_namespace_take(vv_thread *t, vv_owned dict);
/* An argument that must be an int in the range of C's int: 0/-1. */
VV_NODISCARD int vv_sys_int_argument(vv_thread *t, vv_ref o, int *ret);
/* Adds sys.monitoring to the dict of module sys (sys_monitoring.c): 0/-1. */
VV_NODISCARD int vv_sys_add_monitoring(vv_thread *t, vv_ref dict);

/* Sets an item of sys.flags before the program starts. */
void vv_sys_set_flag(vv_thread *t, const char *name, int value);

#endif
