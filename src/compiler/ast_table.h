/* ast_table.h - ast.def as data: what walks, builds or reads trees without knowing each node needs.
 *
 * A class is a node kind (enum vv_ast_kind) or, behind those, a value of an operator or context family. A group is what a
 * field can hold: a family of classes, a record, or a plain value.
 */
#ifndef VV_COMPILER_AST_TABLE_H
#define VV_COMPILER_AST_TABLE_H

#include "compiler/ast.h"

typedef enum vv_ast_group {
    VV_AG_identifier, VV_AG_string, VV_AG_constant, VV_AG_int, /* plain values */
    VV_AG_mod, VV_AG_stmt, VV_AG_expr, VV_AG_expr_context, VV_AG_boolop, VV_AG_operator, VV_AG_unaryop, VV_AG_cmpop,
    VV_AG_comprehension, VV_AG_excepthandler, VV_AG_arguments, VV_AG_arg, VV_AG_keyword, VV_AG_alias, VV_AG_withitem,
    VV_AG_match_case, VV_AG_pattern, VV_AG_type_ignore, VV_AG_type_param,
    VV_AST_GROUP_COUNT
} vv_ast_group;

enum {
    VV_AST_ENUM_FIRST = VV_AST_KIND_COUNT - 1,
#define VV_NODE_ENUM(group, name, value) VV_AC_##group##_##name,
#include "compiler/ast.def"
    VV_AST_CLASS_COUNT
};

typedef enum vv_ast_shape {
    VV_AST_VALUE,   /* no node */
    VV_AST_SUM,     /* one of several classes, with a kind in front; excepthandler and type_ignore: without */
    VV_AST_PRODUCT, /* the group is the class */
    VV_AST_ENUM,    /* stored as a uint8_t */
} vv_ast_shape;

typedef struct vv_ast_group_info {
    const char *name;
    uint8_t shape;
    uint8_t first, last; /* classes */
    uint8_t size;        /* of a node */
    int8_t loc;          /* offset of its position, -1: none */
    bool open_end;       /* end_lineno and end_col_offset may be missing */
    bool has_kind;       /* begins with a vv_ast_kind */
} vv_ast_group_info;

typedef struct vv_ast_field_info {
    const char *name;
    uint8_t group;
    bool seq, optional;
    uint8_t offset;
} vv_ast_field_info;

extern const vv_ast_group_info vv_ast_groups[VV_AST_GROUP_COUNT];

const char *vv_ast_class_name(int cls);
vv_ast_group vv_ast_class_group(int cls);
/* Fields of a class, in order; *ret_count says how many. */
const vv_ast_field_info *vv_ast_class_fields(int cls, int *ret_count);

/* The class of a node in a field of `group`. */
static inline int vv_ast_node_class(vv_ast_group group, const void *node) {
    return vv_ast_groups[group].has_kind ? (int)*(const vv_ast_kind *)node : vv_ast_groups[group].first;
}

#endif
