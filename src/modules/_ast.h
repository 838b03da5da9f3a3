/* _ast.h - syntax trees as Python objects: the node classes, and trees to objects and back. */
#ifndef VV_MODULES__AST_H
#define VV_MODULES__AST_H

#include "compiler/ast_table.h"
#include "compiler/compile.h"

/* What vm->ast, a tuple, holds: the node classes, the family classes (None where a group has none), an instance for each
 * value of an operator or context family, the _fields of each node kind, and the four names of a position. */
enum {
    VV_AST_AT_CLASS = 0,
    VV_AST_AT_GROUP = VV_AST_AT_CLASS + VV_AST_CLASS_COUNT,
    VV_AST_AT_SINGLETON = VV_AST_AT_GROUP + VV_AST_GROUP_COUNT, /* of class VV_AST_KIND_COUNT + k */
    VV_AST_AT_FIELDS = VV_AST_AT_SINGLETON + VV_AST_CLASS_COUNT - VV_AST_KIND_COUNT,
    VV_AST_AT_PLACE = VV_AST_AT_FIELDS + VV_AST_KIND_COUNT,
    VV_AST_STATE_LENGTH,
};
/* The items of vm->ast, which is made when it is first asked for; NULL with MemoryError. */
vv_obj *const *vv_ast_state(vv_thread *t);

/* Is `o` an instance of a node class? */
bool vv_ast_is_node(vv_thread *t, vv_ref o);

/* A tree as node objects, all of them new. NULL with MemoryError; SyntaxError when the tree has what Python 3.`minor` did
 * not know (minor < 0: no such check). */
VV_NODISCARD vv_owned vv_ast_to_object(vv_thread *t, vv_arena *arena, const vv_mod *mod, vv_ref filename, int minor);

/* Reads node objects into a tree, checks and compiles it: t->ret = code. */
vv_step vv_do_ast_compile(vv_thread *t, vv_ref node, vv_ref filename, vv_compile_mode mode, int flags);

#endif
