/* typebases.h - the MRO of a class, and what may be put in place of a class or of its bases. */
#ifndef VV_TYPES_TYPEBASES_H
#define VV_TYPES_TYPEBASES_H

#include "object/runtime.h"

/* Computes the MRO of a class anew and puts it in place: t->ival = 1; 0 when mro() has changed it meanwhile. */
vv_step vv_do_update_mro(vv_thread *t, vv_ref type);
/* type.__bases__ = value: t->ret = NULL. */
vv_step vv_do_set_bases(vv_thread *t, vv_ref type, vv_ref value);
/* Can instances (or subclasses) of `old` become those of `fresh`? 0, or -1 with "<attribute> assignment: ... differs". */
VV_NODISCARD int vv_type_check_fits(vv_thread *t, const vv_type *old, const vv_type *fresh, const char *attribute);
/* Appends the direct subclasses of a type to a list. 0/-1. */
VV_NODISCARD int vv_type_list_subclasses(vv_thread *t, vv_ref type, vv_ref list);

#endif
