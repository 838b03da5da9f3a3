/* unparse.h - expressions back to source text, for annotations under `from __future__ import annotations`. */
#ifndef VV_COMPILER_UNPARSE_H
#define VV_COMPILER_UNPARSE_H

#include "compiler/ast.h"

/* Normalised source of an expression (str), as CPython 3.12 writes it. NULL with MemoryError or RecursionError. */
VV_NODISCARD vv_owned vv_unparse(vv_thread *t, vv_arena *arena, const vv_expr *e);

#endif
