/* assemble.h - the last step: an optimised graph becomes a code object. */
#ifndef VV_COMPILER_ASSEMBLE_H
#define VV_COMPILER_ASSEMBLE_H

#include "compiler/flow.h"
#include "compiler/namemap.h"

/* What a code object is besides its instructions; references are borrowed. */
typedef struct vv_unit_facts {
    vv_obj *filename, *name, *qualname;
    const vv_namemap *names;
    vv_namemap *varnames;                  /* parameters first */
    const vv_namemap *cellvars, *freevars; /* freevars are numbered on from the cells */
    const vv_namemap *hidden;              /* names of inlined comprehensions outside functions */
    int flags, argcount, posonlyargcount, kwonlyargcount, firstlineno, nparams;
} vv_unit_facts;

/* Optimises and assembles. `f` has t, arena, consts, canonical, context set. The code object (owned), or NULL. */
VV_NODISCARD vv_owned vv_assemble(vv_flow *f, const vv_instr_seq *seq, const vv_unit_facts *facts);

#endif
