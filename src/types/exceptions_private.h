/* exceptions_private.h - what exceptions.c and exceptions_group.c share. */
#ifndef VV_TYPES_EXCEPTIONS_PRIVATE_H
#define VV_TYPES_EXCEPTIONS_PRIVATE_H

#include "types/exceptions.h"

/* ExceptionGroup's tables (types/exceptions_group.c). */
extern const vv_slots vv_group_slots, vv_group_sub_slots;
extern const vv_methoddef vv_group_methods[];
extern const vv_memberdef vv_group_members[];

vv_setter_fn vv_exc_set_traceback; /* checks for a traceback or None */

#endif
