/* ast_dump.h - a syntax tree as text, in the words of Python's ast.dump(tree, include_attributes=True). */
#ifndef VV_DEBUG_AST_DUMP_H
#define VV_DEBUG_AST_DUMP_H

#include "compiler/ast.h"

/* Gives the text piece by piece. */
typedef void (*vv_ast_dump_sink)(void *context, const char *text, size_t n);

/* 0, or -1 with an exception set (out of memory). */
int vv_ast_dump(vv_thread *t, const vv_mod *mod, vv_ast_dump_sink sink, void *context);

#endif
