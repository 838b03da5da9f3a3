/* validate.h - is a tree that a program made one that the compiler can work on? */
#ifndef VV_COMPILER_VALIDATE_H
#define VV_COMPILER_VALIDATE_H

#include "compiler/ast.h"

/* 0, or -1 with ValueError or TypeError in CPython's words, RecursionError or MemoryError. Scratch memory is the arena's. */
VV_NODISCARD int vv_ast_validate(vv_thread *t, vv_arena *arena, const vv_mod *mod);

#endif
