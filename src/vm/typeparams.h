/* typeparams.h - the intrinsics behind PEP 695 syntax, and the end of an except* statement. */
#ifndef VV_VM_TYPEPARAMS_H
#define VV_VM_TYPEPARAMS_H

#include "object/runtime.h"

/* TYPEVAR, PARAMSPEC, TYPEVARTUPLE, SUBSCRIPT_GENERIC, TYPEALIAS of CALL_INTRINSIC_1. */
vv_step vv_do_typeparam_intrinsic(vv_thread *t, int number, vv_ref value);
/* TYPEVAR_WITH_BOUND, TYPEVAR_WITH_CONSTRAINTS, SET_FUNCTION_TYPE_PARAMS of CALL_INTRINSIC_2. */
vv_step vv_do_typeparam_intrinsic2(vv_thread *t, int number, vv_ref a, vv_ref b);
/* What to raise after all except* clauses have run: `original` group, `raised` list of exceptions and None. None or an
 * exception (PEP 654). */
vv_step vv_do_prep_reraise_star(vv_thread *t, vv_ref original, vv_ref raised);

#endif
