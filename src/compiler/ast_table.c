/* ast_table.c - ast.def as data. */
#include "compiler/ast_table.h"

/* ---- fields ---- */

#define OFFSET_mod(name, field) offsetof(vv_mod, v.name.field)
#define OFFSET_stmt(name, field) offsetof(vv_stmt, v.name.field)
#define OFFSET_expr(name, field) offsetof(vv_expr, v.name.field)
#define OFFSET_pattern(name, field) offsetof(vv_pattern, v.name.field)
#define OFFSET_type_param(name, field) offsetof(vv_type_param, v.name.field)
#define OFFSET_comprehension(name, field) offsetof(vv_comprehension, field)
#define OFFSET_excepthandler(name, field) offsetof(vv_excepthandler, field)
#define OFFSET_arguments(name, field) offsetof(vv_arguments, field)
#define OFFSET_arg(name, field) offsetof(vv_arg, field)
#define OFFSET_keyword(name, field) offsetof(vv_keyword, field)
#define OFFSET_alias(name, field) offsetof(vv_alias, field)
#define OFFSET_withitem(name, field) offsetof(vv_withitem, field)
#define OFFSET_match_case(name, field) offsetof(vv_match_case, field)
#define OFFSET_type_ignore(name, field) offsetof(vv_type_ignore, field)

/* group, sequence, optional */
#define TYPE_stmt_seq VV_AG_stmt, true, false
#define TYPE_expr_seq VV_AG_expr, true, false
#define TYPE_pattern_seq VV_AG_pattern, true, false
#define TYPE_type_param_seq VV_AG_type_param, true, false
#define TYPE_comprehension_seq VV_AG_comprehension, true, false
#define TYPE_excepthandler_seq VV_AG_excepthandler, true, false
#define TYPE_arg_seq VV_AG_arg, true, false
#define TYPE_keyword_seq VV_AG_keyword, true, false
#define TYPE_alias_seq VV_AG_alias, true, false
#define TYPE_withitem_seq VV_AG_withitem, true, false
#define TYPE_match_case_seq VV_AG_match_case, true, false
#define TYPE_type_ignore_seq VV_AG_type_ignore, true, false
#define TYPE_identifier_seq VV_AG_identifier, true, false
#define TYPE_cmpop_seq VV_AG_cmpop, true, false
#define TYPE_expr VV_AG_expr, false, false
#define TYPE_expr_opt VV_AG_expr, false, true
#define TYPE_pattern VV_AG_pattern, false, false
#define TYPE_pattern_opt VV_AG_pattern, false, true
#define TYPE_arguments VV_AG_arguments, false, false
#define TYPE_arg_opt VV_AG_arg, false, true
#define TYPE_identifier VV_AG_identifier, false, false
#define TYPE_identifier_opt VV_AG_identifier, false, true
#define TYPE_string VV_AG_string, false, false
#define TYPE_string_opt VV_AG_string, false, true
#define TYPE_constant VV_AG_constant, false, false
#define TYPE_int VV_AG_int, false, false
#define TYPE_int_opt VV_AG_int, false, true
#define TYPE_expr_context VV_AG_expr_context, false, false
#define TYPE_boolop VV_AG_boolop, false, false
#define TYPE_operator VV_AG_operator, false, false
#define TYPE_unaryop VV_AG_unaryop, false, false

static const vv_ast_field_info fields[] = {
#define VV_NODE_FIELD(group, name, type, field) {#field, TYPE_##type, OFFSET_##group(name, field)},
#include "compiler/ast.def"
};

/* AT_expr_Name: number of the class's first field in the array above. */
enum {
#define VV_NODE(group, name, located) AT_##group##_##name, AT_##group##_##name##_ = AT_##group##_##name - 1,
#define VV_NODE_FIELD(group, name, type, field) FIELD_##group##_##name##_##field,
#include "compiler/ast.def"
    FIELD_COUNT
};

/* ---- classes ---- */

static const struct class_info {
    const char *name;
    uint8_t group, first_field;
} classes[] = {
#define VV_NODE(group, name, located) {#name, VV_AG_##group, AT_##group##_##name},
#include "compiler/ast.def"
#define VV_NODE_ENUM(group, name, value) {#name, VV_AG_##group, FIELD_COUNT},
#include "compiler/ast.def"
};

const char *vv_ast_class_name(int cls) {
    return classes[cls].name;
}

vv_ast_group vv_ast_class_group(int cls) {
    return (vv_ast_group)classes[cls].group;
}

const vv_ast_field_info *vv_ast_class_fields(int cls, int *ret_count) {
    int end = cls + 1 < VV_AST_CLASS_COUNT ? classes[cls + 1].first_field : FIELD_COUNT;
    *ret_count = end - classes[cls].first_field;
    return &fields[classes[cls].first_field];
}

/* ---- groups ---- */

#define SUM(name, type, first, last, loc, open) {#name, VV_AST_SUM, first, last, sizeof(type), loc, open, true}
#define LOC(type) (int8_t) offsetof(type, loc)
#define PRODUCT(name, loc, open) \
    {#name, VV_AST_PRODUCT, VV_RECORD_##name, VV_RECORD_##name, sizeof(vv_##name), loc, open, false}
#define ENUM(name, first, last) {#name, VV_AST_ENUM, VV_AC_##name##_##first, VV_AC_##name##_##last, 1, -1, false, false}

const vv_ast_group_info vv_ast_groups[VV_AST_GROUP_COUNT] = {
    [VV_AG_identifier] = {"identifier", VV_AST_VALUE, 0, 0, sizeof(vv_obj *), -1, false, false},
    [VV_AG_string] = {"string", VV_AST_VALUE, 0, 0, sizeof(vv_obj *), -1, false, false},
    [VV_AG_constant] = {"constant", VV_AST_VALUE, 0, 0, sizeof(vv_obj *), -1, false, false},
    [VV_AG_int] = {"int", VV_AST_VALUE, 0, 0, sizeof(int), -1, false, false},
    [VV_AG_mod] = SUM(mod, vv_mod, VV_MOD_Module, VV_MOD_FunctionType, -1, false),
    [VV_AG_stmt] = SUM(stmt, vv_stmt, VV_STMT_FunctionDef, VV_STMT_Continue, LOC(vv_stmt), true),
    [VV_AG_expr] = SUM(expr, vv_expr, VV_EXPR_BoolOp, VV_EXPR_Slice, LOC(vv_expr), true),
    [VV_AG_expr_context] = ENUM(expr_context, Load, Del),
    [VV_AG_boolop] = ENUM(boolop, And, Or),
    [VV_AG_operator] = ENUM(operator, Add, FloorDiv),
    [VV_AG_unaryop] = ENUM(unaryop, Invert, USub),
    [VV_AG_cmpop] = ENUM(cmpop, Eq, NotIn),
    [VV_AG_comprehension] = PRODUCT(comprehension, -1, false),
    [VV_AG_excepthandler] = {"excepthandler", VV_AST_SUM, VV_RECORD_ExceptHandler, VV_RECORD_ExceptHandler,
                             sizeof(vv_excepthandler), LOC(vv_excepthandler), true, false},
    [VV_AG_arguments] = PRODUCT(arguments, -1, false),
    [VV_AG_arg] = PRODUCT(arg, LOC(vv_arg), true),
    [VV_AG_keyword] = PRODUCT(keyword, LOC(vv_keyword), true),
    [VV_AG_alias] = PRODUCT(alias, LOC(vv_alias), true),
    [VV_AG_withitem] = PRODUCT(withitem, -1, false),
    [VV_AG_match_case] = PRODUCT(match_case, -1, false),
    [VV_AG_pattern] = SUM(pattern, vv_pattern, VV_PATTERN_MatchValue, VV_PATTERN_MatchOr, LOC(vv_pattern), false),
    [VV_AG_type_ignore] = {"type_ignore", VV_AST_SUM, VV_RECORD_TypeIgnore, VV_RECORD_TypeIgnore, sizeof(vv_type_ignore), -1,
                           false, false},
    [VV_AG_type_param] = SUM(type_param, vv_type_param, VV_TYPE_PARAM_TypeVar, VV_TYPE_PARAM_TypeVarTuple, LOC(vv_type_param),
                             false),
};
