/* codegen.h - syntax tree to code object. */
#ifndef VV_COMPILER_CODEGEN_H
#define VV_COMPILER_CODEGEN_H

#include "compiler/ast.h"
#include "compiler/compile.h"

struct vv_warning_list;

/* Compiles a module, statement or expression; `flags` are vv_code_flags to inherit. Folds constants in the tree first.
 * Runs no Python. NULL with SyntaxError (positions as CPython's compiler gives them; text is None), RecursionError or
 * MemoryError. */
VV_NODISCARD vv_owned vv_codegen_module(vv_thread *t, vv_arena *arena, vv_mod *mod, vv_ref filename, int flags,
                                        vv_compile_mode mode);
/* The same, collecting SyntaxWarnings in the order CPython emits them; `warnings` may be NULL. */
VV_NODISCARD vv_owned vv_codegen_module_warn(vv_thread *t, vv_arena *arena, vv_mod *mod, vv_ref filename, int flags,
                                             vv_compile_mode mode, struct vv_warning_list *warnings);

#endif
