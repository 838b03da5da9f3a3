/* site.h - exit, quit and help. */
#ifndef VV_MODULES_SITE_H
#define VV_MODULES_SITE_H

#include "object/runtime.h"

/* Adds them to the namespace of built-ins. 0/-1. */
VV_NODISCARD int vv_site_add(vv_thread *t, vv_ref builtins_dict);
/* Takes them out again (-S). 0/-1. */
VV_NODISCARD int vv_site_remove(vv_thread *t, vv_ref builtins_dict);

#endif
