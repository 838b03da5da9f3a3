/* ast.h - the syntax tree: C structs made from ast.def, living in an arena.
 *
 * A family is a tagged union: `vv_expr *e` with e->kind (VV_EXPR_BinOp, ...), e->loc and e->v.BinOp.left. Records with
 * a single constructor are plain structs: comp->target, handler->loc, args->vararg. Nodes have the full size of their
 * family, so that a pass may rewrite a node in place (constant folding).
 *
 * Identifiers (interned str) and constants are owned by the arena's list and borrowed by the nodes; vv_ast_free
 * releases both. Trees nest as deep as the source does: BinOp, Attribute, Call, Subscript chains to the left and elif
 * chains through `orelse` are unbounded, all other nesting is limited by the parser (VV_PARSE_MAX_DEPTH).
 */
#ifndef VV_COMPILER_AST_H
#define VV_COMPILER_AST_H

#include "base/arena.h"
#include "object/runtime.h"

/* Source position: lines from 1, columns in UTF-8 bytes from 0, end exclusive. */
typedef struct vv_loc {
    int lineno, col_offset, end_lineno, end_col_offset;
} vv_loc;

typedef struct vv_mod vv_mod;
typedef struct vv_stmt vv_stmt;
typedef struct vv_expr vv_expr;
typedef struct vv_pattern vv_pattern;
typedef struct vv_type_param vv_type_param;
typedef struct vv_comprehension vv_comprehension;
typedef struct vv_excepthandler vv_excepthandler;
typedef struct vv_arguments vv_arguments;
typedef struct vv_arg vv_arg;
typedef struct vv_keyword vv_keyword;
typedef struct vv_alias vv_alias;
typedef struct vv_withitem vv_withitem;
typedef struct vv_match_case vv_match_case;
typedef struct vv_type_ignore vv_type_ignore;

/* Sequences: `count` items; items of an expr_seq may be NULL where ast.def says so. */
typedef struct vv_stmt_seq {
    int count;
    vv_stmt **items;
} vv_stmt_seq;
typedef struct vv_expr_seq {
    int count;
    vv_expr **items;
} vv_expr_seq;
typedef struct vv_pattern_seq {
    int count;
    vv_pattern **items;
} vv_pattern_seq;
typedef struct vv_type_param_seq {
    int count;
    vv_type_param **items;
} vv_type_param_seq;
typedef struct vv_comprehension_seq {
    int count;
    vv_comprehension **items;
} vv_comprehension_seq;
typedef struct vv_excepthandler_seq {
    int count;
    vv_excepthandler **items;
} vv_excepthandler_seq;
typedef struct vv_arg_seq {
    int count;
    vv_arg **items;
} vv_arg_seq;
typedef struct vv_keyword_seq {
    int count;
    vv_keyword **items;
} vv_keyword_seq;
typedef struct vv_alias_seq {
    int count;
    vv_alias **items;
} vv_alias_seq;
typedef struct vv_withitem_seq {
    int count;
    vv_withitem **items;
} vv_withitem_seq;
typedef struct vv_match_case_seq {
    int count;
    vv_match_case **items;
} vv_match_case_seq;
typedef struct vv_type_ignore_seq {
    int count;
    vv_type_ignore **items;
} vv_type_ignore_seq;
typedef struct vv_identifier_seq {
    int count;
    vv_obj **items;
} vv_identifier_seq;
typedef struct vv_cmpop_seq {
    int count;
    uint8_t *items;
} vv_cmpop_seq; /* VV_CMPOP_... */

/* How a name of ast.def becomes an enum value: VV_EXPR_BinOp, VV_STMT_If, VV_OPERATOR_Add, VV_CTX_Store, ... */
#define VV_AST_NAME_mod(name) VV_MOD_##name
#define VV_AST_NAME_stmt(name) VV_STMT_##name
#define VV_AST_NAME_expr(name) VV_EXPR_##name
#define VV_AST_NAME_pattern(name) VV_PATTERN_##name
#define VV_AST_NAME_type_param(name) VV_TYPE_PARAM_##name
#define VV_AST_NAME_comprehension(name) VV_RECORD_##name
#define VV_AST_NAME_excepthandler(name) VV_RECORD_##name
#define VV_AST_NAME_arguments(name) VV_RECORD_##name
#define VV_AST_NAME_arg(name) VV_RECORD_##name
#define VV_AST_NAME_keyword(name) VV_RECORD_##name
#define VV_AST_NAME_alias(name) VV_RECORD_##name
#define VV_AST_NAME_withitem(name) VV_RECORD_##name
#define VV_AST_NAME_match_case(name) VV_RECORD_##name
#define VV_AST_NAME_type_ignore(name) VV_RECORD_##name
#define VV_AST_NAME_expr_context(name) VV_CTX_##name
#define VV_AST_NAME_boolop(name) VV_BOOLOP_##name
#define VV_AST_NAME_operator(name) VV_OPERATOR_##name
#define VV_AST_NAME_unaryop(name) VV_UNARYOP_##name
#define VV_AST_NAME_cmpop(name) VV_CMPOP_##name

/* Node kinds: one numbering for all families. */
typedef enum vv_ast_kind {
#define VV_NODE(group, name, located) VV_AST_NAME_##group(name),
#include "compiler/ast.def"
    VV_AST_KIND_COUNT
} vv_ast_kind;

/* Operators and contexts: each family from 0. */
enum vv_ast_enum {
#define VV_NODE_ENUM(group, name, value) VV_AST_NAME_##group(name) = value,
#include "compiler/ast.def"
};

/* C types of fields. */
#define VV_AST_TYPE_stmt_seq vv_stmt_seq
#define VV_AST_TYPE_expr_seq vv_expr_seq
#define VV_AST_TYPE_pattern_seq vv_pattern_seq
#define VV_AST_TYPE_type_param_seq vv_type_param_seq
#define VV_AST_TYPE_comprehension_seq vv_comprehension_seq
#define VV_AST_TYPE_excepthandler_seq vv_excepthandler_seq
#define VV_AST_TYPE_arg_seq vv_arg_seq
#define VV_AST_TYPE_keyword_seq vv_keyword_seq
#define VV_AST_TYPE_alias_seq vv_alias_seq
#define VV_AST_TYPE_withitem_seq vv_withitem_seq
#define VV_AST_TYPE_match_case_seq vv_match_case_seq
#define VV_AST_TYPE_type_ignore_seq vv_type_ignore_seq
#define VV_AST_TYPE_identifier_seq vv_identifier_seq
#define VV_AST_TYPE_cmpop_seq vv_cmpop_seq
#define VV_AST_TYPE_expr vv_expr *
#define VV_AST_TYPE_expr_opt vv_expr *
#define VV_AST_TYPE_pattern vv_pattern *
#define VV_AST_TYPE_pattern_opt vv_pattern *
#define VV_AST_TYPE_arguments vv_arguments *
#define VV_AST_TYPE_arg_opt vv_arg *
#define VV_AST_TYPE_identifier vv_obj *
#define VV_AST_TYPE_identifier_opt vv_obj *
#define VV_AST_TYPE_string vv_obj *
#define VV_AST_TYPE_string_opt vv_obj *
#define VV_AST_TYPE_constant vv_obj *
#define VV_AST_TYPE_int int
#define VV_AST_TYPE_int_opt int
#define VV_AST_TYPE_expr_context uint8_t
#define VV_AST_TYPE_boolop uint8_t
#define VV_AST_TYPE_operator uint8_t
#define VV_AST_TYPE_unaryop uint8_t

/* The fields of one node class: struct vv_ast_expr_BinOp, ...; C wants a member even where Python has no field. */
#define VV_NODE(group, name, located)                                                                                  \
    typedef struct vv_ast_##group##_##name {                                                                           \
        char none[0];
#define VV_NODE_FIELD(group, name, type, field) VV_AST_TYPE_##type field;
#define VV_NODE_END(group, name)                                                                                       \
    }                                                                                                                  \
    vv_ast_##group##_##name;
#include "compiler/ast.def"

struct vv_mod {
    vv_ast_kind kind;
    union {
#define VV_MOD_NODE(name) vv_ast_mod_##name name;
#include "compiler/ast.def"
    } v;
};
struct vv_stmt {
    vv_ast_kind kind;
    vv_loc loc;
    union {
#define VV_STMT_NODE(name) vv_ast_stmt_##name name;
#include "compiler/ast.def"
    } v;
};
struct vv_expr {
    vv_ast_kind kind;
    vv_loc loc;
    union {
#define VV_EXPR_NODE(name) vv_ast_expr_##name name;
#include "compiler/ast.def"
    } v;
};
struct vv_pattern {
    vv_ast_kind kind;
    vv_loc loc;
    union {
#define VV_PATTERN_NODE(name) vv_ast_pattern_##name name;
#include "compiler/ast.def"
    } v;
};
struct vv_type_param {
    vv_ast_kind kind;
    vv_loc loc;
    union {
#define VV_TYPE_PARAM_NODE(name) vv_ast_type_param_##name name;
#include "compiler/ast.def"
    } v;
};

/* Records: no kind. Those without positions in Python have none here. */
struct vv_comprehension {
    vv_expr *target, *iter;
    vv_expr_seq ifs;
    int is_async;
};
struct vv_excepthandler {
    vv_loc loc;
    vv_expr *type; /* or NULL */
    vv_obj *name;  /* or NULL */
    vv_stmt_seq body;
};
struct vv_arguments {
    vv_arg_seq posonlyargs, args;
    vv_arg *vararg; /* or NULL */
    vv_arg_seq kwonlyargs;
    vv_expr_seq kw_defaults; /* one for each of kwonlyargs, NULL = none */
    vv_arg *kwarg;           /* or NULL */
    vv_expr_seq defaults;    /* of the last positional parameters */
};
struct vv_arg {
    vv_loc loc;
    vv_obj *arg;
    vv_expr *annotation;  /* or NULL */
    vv_obj *type_comment; /* or NULL */
};
struct vv_keyword {
    vv_loc loc;
    vv_obj *arg; /* NULL: **value */
    vv_expr *value;
};
struct vv_alias {
    vv_loc loc;
    vv_obj *name;   /* "os.path", "*" */
    vv_obj *asname; /* or NULL */
};
struct vv_withitem {
    vv_expr *context_expr;
    vv_expr *optional_vars; /* or NULL */
};
struct vv_match_case {
    vv_pattern *pattern;
    vv_expr *guard; /* or NULL */
    vv_stmt_seq body;
};
struct vv_type_ignore {
    int lineno;
    vv_obj *tag;
};

/* Makes identifiers and constants part of the arena: takes `o`; answers it borrowed, NULL with MemoryError (then `o` is
 * released) or when o is NULL (an exception is set already). */
vv_obj *vv_ast_own_take(vv_thread *t, vv_arena *arena, vv_owned o);
/* Releases a tree: its objects and the arena's memory. */
void vv_ast_free(vv_thread *t, vv_arena *arena);
/* Zeroed nodes with their position; NULL with MemoryError. */
VV_NODISCARD vv_expr *vv_ast_expr(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc);
VV_NODISCARD vv_stmt *vv_ast_stmt(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc);
VV_NODISCARD vv_pattern *vv_ast_pattern(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc);
VV_NODISCARD vv_type_param *vv_ast_type_param(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc);
/* Any other node or array: n zeroed bytes; NULL with MemoryError. */
VV_NODISCARD void *vv_ast_alloc(vv_thread *t, vv_arena *arena, size_t n);

/* The docstring of a body: its first statement's str Constant, borrowed, or NULL. */
vv_expr *vv_ast_docstring(vv_stmt_seq body);

#endif
