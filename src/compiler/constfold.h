/* constfold.h - constant expressions are computed in the syntax tree, before scopes are looked at. */
#ifndef VV_COMPILER_CONSTFOLD_H
#define VV_COMPILER_CONSTFOLD_H

#include "compiler/ast.h"

/* Rewrites the tree in place. `future_annotations`: annotations stay as written. 0, or -1 with MemoryError or
 * RecursionError. */
VV_NODISCARD int vv_constfold(vv_thread *t, vv_arena *arena, vv_mod *mod, bool future_annotations, bool debug);

#endif
