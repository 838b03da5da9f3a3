/* typeargs.h - type parameters inside subscripted types. */
#ifndef VV_TYPES_TYPEARGS_H
#define VV_TYPES_TYPEARGS_H

#include "object/runtime.h"

/* The type parameters in a tuple of arguments, each once: t->ret = tuple. */
vv_step vv_do_type_parameters(vv_thread *t, vv_ref args);
/* alias[item]: the arguments of `alias` with its parameters replaced, t->ret = tuple. TypeError "... is not a generic
 * class", "Too few arguments for ..." */
vv_step vv_do_type_substitute(vv_thread *t, vv_ref alias, vv_ref args, vv_ref parameters, vv_ref item);
/* How a part of an alias is shown: "int", "module.Class", "..."; `none`: NoneType as "None". t->ret = str. */
vv_step vv_do_type_part_repr(vv_thread *t, vv_ref part, bool none);
/* All parts of a tuple with a separator between them. t->ret = str. */
vv_step vv_do_type_parts_repr(vv_thread *t, vv_ref parts, vv_ref separator, bool none);

#endif
