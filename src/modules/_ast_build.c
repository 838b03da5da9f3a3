/* _ast_build.c - a syntax tree as node objects. Runs no Python; depth costs no C stack. */
#include "modules/_ast.h"

#include "compiler/diag.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

/* An object made and still to be filled from its node. */
typedef struct work {
    const void *node;
    vv_obj *object; /* borrowed: its parent holds it */
    vv_ast_group group;
} work;

typedef struct builder {
    vv_thread *t;
    vv_arena *arena;
    vv_obj *const *state;
    int minor;            /* the version of Python that must know all there is, or -1 */
    const char *newer;    /* the first thing it does not know, */
    int newer_minor;      /* the version that does, */
    vv_loc newer_loc;     /* and where it is */
    vv_loc last_loc;      /* of the node filled last that has a position */
    work *items;
    size_t count, capacity;
} builder;

/* The empty object for a node, owned; entered as work. */
static vv_owned new_node(builder *b, vv_ast_group group, const void *node) {
    if (node == NULL)
        return vv_none(b->t);
    if (b->count == b->capacity && vv_arena_grow(b->arena, (void **)&b->items, sizeof *b->items, b->count, &b->capacity) < 0)
        return vv_raise_memory(b->t);
    vv_type *type = VV_AS_TYPE(b->state[VV_AST_AT_CLASS + vv_ast_node_class(group, node)]);
    vv_obj *o = vv_new_object(b->t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    vv_track(b->t, o);
    b->items[b->count++] = (work){node, o, group};
    return o;
}

static size_t width(vv_ast_group group) {
    return vv_ast_groups[group].shape == VV_AST_ENUM ? 1 : group == VV_AG_int ? sizeof(int) : sizeof(void *);
}

/* What stands at `place` as an object. */
static vv_owned value(builder *b, vv_ast_group group, const void *place) {
    const vv_ast_group_info *info = &vv_ast_groups[group];
    if (info->shape == VV_AST_ENUM)
        return vv_newref(b->state[VV_AST_AT_SINGLETON + info->first - VV_AST_KIND_COUNT + *(const uint8_t *)place]);
    if (group == VV_AG_int)
        return vv_int_new(b->t, *(const int *)place);
    if (info->shape == VV_AST_VALUE) {
        vv_obj *o = *(vv_obj *const *)place;
        return o == NULL ? vv_none(b->t) : vv_newref(o);
    }
    return new_node(b, group, *(const void *const *)place);
}

static vv_owned sequence(builder *b, vv_ast_group group, const void *place) {
    const vv_expr_seq *seq = place; /* all sequences have its layout */
    VV_AUTO list = {b->t, vv_list_new(b->t, 0)};
    for (int k = 0; list.o != NULL && k < seq->count; k++) {
        vv_owned item = value(b, group, (const char *)(const void *)seq->items + (size_t)k * width(group));
        if (item == NULL || vv_list_append_take(b->t, list.o, item) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

static int set_take(builder *b, vv_ref dict, vv_ref name, vv_owned o) {
    int r = o == NULL ? -1 : vv_dict_set_str(b->t, dict, name, o);
    vv_xdecref(b->t, o);
    return r;
}

/* What came with a version of Python, as its message says it. */
static const struct {
    uint8_t cls, minor;
    const char *text;
} news[] = {
    {VV_STMT_AsyncFunctionDef, 5, "Async functions are"},
    {VV_STMT_AsyncFor, 5, "Async for loops are"},
    {VV_STMT_AsyncWith, 5, "Async with statements are"},
    {VV_EXPR_Await, 5, "Await expressions are"},
    {VV_STMT_AnnAssign, 6, "Variable annotation syntax is"},
    {VV_EXPR_NamedExpr, 8, "Assignment expressions are"},
    {VV_RECORD_arguments, 8, "Positional-only parameters are"},
    {VV_STMT_Match, 10, "Pattern matching is"},
    {VV_STMT_TryStar, 11, "Exception groups are"},
    {VV_STMT_TypeAlias, 12, "Type statement is"},
    {VV_TYPE_PARAM_TypeVar, 12, "Type parameter lists are"},
    {VV_TYPE_PARAM_ParamSpec, 12, "Type parameter lists are"},
    {VV_TYPE_PARAM_TypeVarTuple, 12, "Type parameter lists are"},
};

static void check_version(builder *b, int cls, const void *node, const vv_loc *loc) {
    if (loc != NULL)
        b->last_loc = *loc;
    for (size_t k = 0; k < VV_ARRAY_LEN(news); k++) {
        if (news[k].cls != cls || news[k].minor <= b->minor)
            continue;
        if (cls == VV_RECORD_arguments && ((const vv_arguments *)node)->posonlyargs.count == 0)
            continue;
        const vv_loc *at = &b->last_loc;
        if (b->newer != NULL && (at->lineno > b->newer_loc.lineno ||
                                 (at->lineno == b->newer_loc.lineno && at->col_offset >= b->newer_loc.col_offset)))
            continue;
        b->newer = news[k].text;
        b->newer_minor = news[k].minor;
        b->newer_loc = *at;
    }
}

static int fill(builder *b, work w) {
    const vv_ast_group_info *info = &vv_ast_groups[w.group];
    int cls = vv_ast_node_class(w.group, w.node), count;
    const vv_ast_field_info *field = vv_ast_class_fields(cls, &count);
    vv_obj **slot = vv_dict_field(w.object);
    *slot = vv_dict_new_presized(b->t, (size_t)count + (info->loc < 0 ? 0 : 4));
    if (*slot == NULL)
        return -1;
    for (int k = 0; k < count; k++) {
        const char *place = (const char *)w.node + field[k].offset;
        vv_ast_group group = (vv_ast_group)field[k].group;
        if (set_take(b, *slot, VV_TUPLE(b->state[VV_AST_AT_FIELDS + cls])->items[k],
                     field[k].seq ? sequence(b, group, place) : value(b, group, place)) < 0)
            return -1;
    }
    const vv_loc *loc = info->loc < 0 ? NULL : (const vv_loc *)(const void *)((const char *)w.node + info->loc);
    if (b->minor >= 0)
        check_version(b, cls, w.node, loc);
    if (loc == NULL)
        return 0;
    const int numbers[] = {loc->lineno, loc->col_offset, loc->end_lineno, loc->end_col_offset};
    for (int k = 0; k < 4; k++)
        if (set_take(b, *slot, VV_TUPLE(b->state[VV_AST_AT_PLACE])->items[k], vv_int_new(b->t, numbers[k])) < 0)
            return -1;
    return 0;
}

vv_owned vv_ast_to_object(vv_thread *t, vv_arena *arena, const vv_mod *mod, vv_ref filename, int minor) {
    builder b = {.t = t, .arena = arena, .state = vv_ast_state(t), .minor = minor};
    VV_AUTO root = {t, b.state == NULL ? NULL : new_node(&b, VV_AG_mod, mod)};
    if (root.o == NULL)
        return NULL;
    while (b.count > 0) {
        work w = b.items[--b.count];
        if (fill(&b, w) < 0)
            return NULL;
    }
    if (b.newer != NULL) {
        const vv_diag_place place = {.filename = filename,
                                     .lineno = b.newer_loc.lineno,
                                     .offset = b.newer_loc.col_offset + 1,
                                     .end_lineno = b.newer_loc.end_lineno,
                                     .end_offset = b.newer_loc.end_col_offset + 1};
        (void)vv_diag_raise(t, VV_SyntaxError, &place, "%s only supported in Python 3.%d and greater", b.newer, b.newer_minor);
        return NULL;
    }
    return vv_move(&root.o);
}
