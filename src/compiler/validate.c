/* validate.c - the rules that a syntax tree made by a program must keep (CPython's Python/ast.c).
 *
 * Work stands on a stack of its own, so that no depth of a tree costs C stack. What is pushed last is looked at first.
 */
#include "compiler/validate.h"

#include <string.h>

#include "object/error.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

typedef enum work_kind { STMT, EXPR, EXPR_OR_NULL, PATTERN, HANDLER, CASE, ARG, ARGUMENTS, DEFAULTS, TYPE_PARAM, MATCH_VALUE, CONSTANT } work_kind;

typedef struct work {
    const void *node;
    uint8_t kind;   /* enum work_kind */
    uint8_t detail; /* EXPR: the context wanted; PATTERN: may it be a star; CONSTANT: depth, saturated */
} work;

typedef struct validator {
    vv_thread *t;
    vv_arena *arena;
    work *items;
    size_t count, capacity;
} validator;

static bool push(validator *v, work_kind kind, const void *node, int detail) {
    if (v->count == v->capacity && vv_arena_grow(v->arena, (void **)&v->items, sizeof *v->items, v->count, &v->capacity) < 0)
        return vv_raise_memory(v->t) != NULL;
    v->items[v->count++] = (work){node, (uint8_t)kind, (uint8_t)detail};
    return true;
}

/* Any of the sequence structs: items of one kind, the first one on top. */
#define PUSH_ALL(v, kind, seq, detail) push_all(v, kind, (const void *const *)(const void *)(seq).items, (seq).count, detail)
static bool push_all(validator *v, work_kind kind, const void *const *items, int count, int detail) {
    for (int i = count - 1; i >= 0; i--)
        if (!push(v, kind, items[i], detail))
            return false;
    return true;
}
static bool push_given(validator *v, work_kind kind, const void *node, int detail) {
    return node == NULL || push(v, kind, node, detail);
}

static bool wrong(validator *v, const char *text) {
    return vv_raise_int(v->t, VV_ValueError, "%s", text) == 0;
}

static bool place(validator *v, const vv_loc *loc) {
    if (loc->lineno > loc->end_lineno)
        return vv_raise_int(v->t, VV_ValueError, "AST node line range (%d, %d) is not valid", loc->lineno, loc->end_lineno) == 0;
    if ((loc->lineno < 0 && loc->end_lineno != loc->lineno) || (loc->col_offset < 0 && loc->col_offset != loc->end_col_offset))
        return vv_raise_int(v->t, VV_ValueError, "AST node column range (%d, %d) for line range (%d, %d) is not valid",
                            loc->col_offset, loc->end_col_offset, loc->lineno, loc->end_lineno) == 0;
    if (loc->lineno == loc->end_lineno && loc->col_offset > loc->end_col_offset)
        return vv_raise_int(v->t, VV_ValueError, "line %d, column %d-%d is not a valid range", loc->lineno, loc->col_offset,
                            loc->end_col_offset) == 0;
    return true;
}

static bool name(validator *v, vv_ref id) {
    static const char *const constants[] = {"None", "True", "False"};
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++)
        if (vv_str_equal_cstr(id, constants[k]))
            return vv_raise_int(v->t, VV_ValueError, "identifier field can't represent '%s' constant", constants[k]) == 0;
    return true;
}

static bool capture(validator *v, vv_ref id) {
    return vv_str_equal_cstr(id, "_") ? wrong(v, "can't capture name '_' in patterns") : name(v, id);
}

static bool nonempty(validator *v, int count, const char *what, const char *owner) {
    return count > 0 || vv_raise_int(v->t, VV_ValueError, "empty %s on %s", what, owner) == 0;
}

/* A body: not empty, its statements pushed. */
static bool body(validator *v, vv_stmt_seq seq, const char *owner) {
    return nonempty(v, seq.count, "body", owner) && PUSH_ALL(v, STMT, seq, 0);
}

static bool keywords(validator *v, vv_keyword_seq seq) {
    for (int i = seq.count - 1; i >= 0; i--)
        if (!push(v, EXPR, seq.items[i]->value, VV_CTX_Load))
            return false;
    return true;
}

static bool comprehensions(validator *v, vv_comprehension_seq seq) {
    if (seq.count == 0)
        return wrong(v, "comprehension with no generators");
    for (int i = seq.count - 1; i >= 0; i--) {
        const vv_comprehension *c = seq.items[i];
        if (!PUSH_ALL(v, EXPR, c->ifs, VV_CTX_Load) || !push(v, EXPR, c->iter, VV_CTX_Load) ||
            !push(v, EXPR, c->target, VV_CTX_Store))
            return false;
    }
    return true;
}

/* Behind the annotations. */
static bool defaults(validator *v, const vv_arguments *a) {
    if (a->defaults.count > a->posonlyargs.count + a->args.count)
        return wrong(v, "more positional defaults than args on arguments");
    if (a->kw_defaults.count != a->kwonlyargs.count)
        return wrong(v, "length of kwonlyargs is not the same as kw_defaults on arguments");
    return PUSH_ALL(v, EXPR_OR_NULL, a->kw_defaults, VV_CTX_Load) && PUSH_ALL(v, EXPR, a->defaults, VV_CTX_Load);
}

static bool arguments(validator *v, const vv_arguments *a) {
    return push(v, DEFAULTS, a, 0) && push_given(v, ARG, a->kwarg, 0) && PUSH_ALL(v, ARG, a->kwonlyargs, 0) && push_given(v, ARG, a->vararg, 0) &&
           PUSH_ALL(v, ARG, a->args, 0) && PUSH_ALL(v, ARG, a->posonlyargs, 0);
}

/* ---- constants ---- */

static bool is_plain(vv_thread *t, vv_ref o) {
    return VV_IS(t, o, INT) || VV_IS(t, o, FLOAT) || VV_IS(t, o, BYTES) || VV_IS(t, o, COMPLEX) || VV_IS(t, o, STR);
}

enum { CONSTANT_DEPTH = 200 }; /* of tuples in tuples: comparing and printing them goes down on the C stack */

static bool constant(validator *v, vv_ref o, int depth) {
    vv_thread *t = v->t;
    if (o == t->vm->none || o == t->vm->ellipsis || VV_IS(t, o, BOOL) || is_plain(t, o))
        return true;
    if (depth >= CONSTANT_DEPTH)
        return vv_raise_int(t, VV_RecursionError, "maximum recursion depth exceeded during compilation") == 0;
    if (VV_IS(t, o, TUPLE))
        return push_all(v, CONSTANT, (const void *const *)(const void *)VV_TUPLE(o)->items, (int)VV_TUPLE(o)->length, depth + 1);
    if (VV_IS(t, o, FROZENSET)) {
        size_t pos = 0;
        vv_ref item;
        vv_hash hash;
        while (vv_set_next(o, &pos, &item, &hash))
            if (!push(v, CONSTANT, item, depth + 1))
                return false;
        return true;
    }
    return vv_raise_int(t, VV_TypeError, "got an invalid type in Constant: %T", o) == 0;
}

/* ---- expressions ---- */

static const char *context_name(int context) {
    return context == VV_CTX_Load ? "Load" : context == VV_CTX_Store ? "Store" : "Del";
}

/* The context an expression carries, or -1: it can only be read. */
static int own_context(const vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_Attribute: return e->v.Attribute.ctx;
    case VV_EXPR_Subscript: return e->v.Subscript.ctx;
    case VV_EXPR_Starred: return e->v.Starred.ctx;
    case VV_EXPR_Name: return e->v.Name.ctx;
    case VV_EXPR_List: return e->v.List.ctx;
    case VV_EXPR_Tuple: return e->v.Tuple.ctx;
    default: return -1;
    }
}

static bool load(validator *v, const vv_expr *e) {
    return push_given(v, EXPR, e, VV_CTX_Load);
}
/* Up to three operands, the first one on top; NULL: none. */
static bool loads(validator *v, const vv_expr *a, const vv_expr *b, const vv_expr *c) {
    return load(v, c) && load(v, b) && load(v, a);
}

static bool expression(validator *v, const vv_expr *e, int context) {
    if (!place(v, &e->loc))
        return false;
    int own = own_context(e);
    if (e->kind == VV_EXPR_Name && !name(v, e->v.Name.id))
        return false;
    if (own < 0 && context != VV_CTX_Load)
        return vv_raise_int(v->t, VV_ValueError, "expression which can't be assigned to in %s context", context_name(context)) == 0;
    if (own >= 0 && own != context)
        return vv_raise_int(v->t, VV_ValueError, "expression must have %s context but has %s instead", context_name(context),
                            context_name(own)) == 0;
    switch (e->kind) {
    case VV_EXPR_BoolOp:
        return e->v.BoolOp.values.count < 2 ? wrong(v, "BoolOp with less than 2 values")
                                            : PUSH_ALL(v, EXPR, e->v.BoolOp.values, VV_CTX_Load);
    case VV_EXPR_NamedExpr:
        if (e->v.NamedExpr.target == NULL || e->v.NamedExpr.target->kind != VV_EXPR_Name)
            return vv_raise_int(v->t, VV_TypeError, "NamedExpr target must be a Name") == 0;
        return load(v, e->v.NamedExpr.value) && push(v, EXPR, e->v.NamedExpr.target, VV_CTX_Store);
    case VV_EXPR_BinOp: return loads(v, e->v.BinOp.left, e->v.BinOp.right, NULL);
    case VV_EXPR_UnaryOp: return load(v, e->v.UnaryOp.operand);
    case VV_EXPR_Lambda: return load(v, e->v.Lambda.body) && push(v, ARGUMENTS, e->v.Lambda.args, 0);
    case VV_EXPR_IfExp: return loads(v, e->v.IfExp.test, e->v.IfExp.body, e->v.IfExp.orelse);
    case VV_EXPR_Dict:
        if (e->v.Dict.keys.count != e->v.Dict.values.count)
            return wrong(v, "Dict doesn't have the same number of keys as values");
        return PUSH_ALL(v, EXPR, e->v.Dict.values, VV_CTX_Load) && PUSH_ALL(v, EXPR_OR_NULL, e->v.Dict.keys, VV_CTX_Load);
    case VV_EXPR_Set: return PUSH_ALL(v, EXPR, e->v.Set.elts, VV_CTX_Load);
    case VV_EXPR_ListComp:
    case VV_EXPR_SetComp:
    case VV_EXPR_GeneratorExp: return load(v, e->v.ListComp.elt) && comprehensions(v, e->v.ListComp.generators);
    case VV_EXPR_DictComp:
        return loads(v, e->v.DictComp.key, e->v.DictComp.value, NULL) && comprehensions(v, e->v.DictComp.generators);
    case VV_EXPR_Await: return load(v, e->v.Await.value);
    case VV_EXPR_Yield: return load(v, e->v.Yield.value);
    case VV_EXPR_YieldFrom: return load(v, e->v.YieldFrom.value);
    case VV_EXPR_Compare:
        if (e->v.Compare.comparators.count == 0)
            return wrong(v, "Compare with no comparators");
        if (e->v.Compare.comparators.count != e->v.Compare.ops.count)
            return wrong(v, "Compare has a different number of comparators and operands");
        return load(v, e->v.Compare.left) && PUSH_ALL(v, EXPR, e->v.Compare.comparators, VV_CTX_Load);
    case VV_EXPR_Call:
        return keywords(v, e->v.Call.keywords) && PUSH_ALL(v, EXPR, e->v.Call.args, VV_CTX_Load) && load(v, e->v.Call.func);
    case VV_EXPR_FormattedValue: {
        int conversion = e->v.FormattedValue.conversion; /* CPython's code generator refuses others */
        if (conversion != -1 && conversion != 's' && conversion != 'r' && conversion != 'a')
            return vv_raise_int(v->t, VV_SystemError, "Unrecognized conversion character %d", conversion) == 0;
        return loads(v, e->v.FormattedValue.value, e->v.FormattedValue.format_spec, NULL);
    }
    case VV_EXPR_JoinedStr: return PUSH_ALL(v, EXPR, e->v.JoinedStr.values, VV_CTX_Load);
    case VV_EXPR_Constant: return constant(v, e->v.Constant.value, 0);
    case VV_EXPR_Attribute: return load(v, e->v.Attribute.value);
    case VV_EXPR_Subscript: return loads(v, e->v.Subscript.slice, e->v.Subscript.value, NULL);
    case VV_EXPR_Starred: return push(v, EXPR, e->v.Starred.value, context);
    case VV_EXPR_List:
    case VV_EXPR_Tuple: return PUSH_ALL(v, EXPR, e->v.List.elts, context);
    case VV_EXPR_Slice: return loads(v, e->v.Slice.lower, e->v.Slice.upper, e->v.Slice.step);
    default: return true;
    }
}

/* ---- patterns ---- */

/* A number, `negative`: perhaps with a minus before it. */
static bool is_number(vv_thread *t, const vv_expr *e, bool negative, bool real, bool imaginary) {
    if (negative && e->kind == VV_EXPR_UnaryOp && e->v.UnaryOp.op == VV_UNARYOP_USub)
        e = e->v.UnaryOp.operand;
    else if (negative && e->kind == VV_EXPR_UnaryOp)
        return false;
    if (e->kind != VV_EXPR_Constant)
        return false;
    vv_ref o = e->v.Constant.value;
    return (real && (VV_IS(t, o, INT) || VV_IS(t, o, FLOAT))) || (imaginary && VV_IS(t, o, COMPLEX));
}

static bool match_value(validator *v, const vv_expr *e) {
    vv_thread *t = v->t;
    bool good = false;
    switch (e->kind) {
    case VV_EXPR_Constant:
        if (!is_plain(t, e->v.Constant.value))
            return wrong(v, "unexpected constant inside of a literal pattern");
        return true;
    case VV_EXPR_Attribute:
    case VV_EXPR_JoinedStr: return true; /* the second is refused later */
    case VV_EXPR_UnaryOp: good = e->v.UnaryOp.op == VV_UNARYOP_USub && is_number(t, e, true, true, true); break;
    case VV_EXPR_BinOp:
        good = (e->v.BinOp.op == VV_OPERATOR_Add || e->v.BinOp.op == VV_OPERATOR_Sub) &&
               is_number(t, e->v.BinOp.left, true, true, false) && is_number(t, e->v.BinOp.right, false, false, true);
        break;
    default: break;
    }
    return good || wrong(v, "patterns may only match literals and attribute lookups");
}

static bool pattern(validator *v, const vv_pattern *p, bool star_ok) {
    vv_thread *t = v->t;
    if (p == NULL)
        return wrong(v, "None disallowed in pattern list");
    if (!place(v, &p->loc))
        return false;
    switch (p->kind) {
    case VV_PATTERN_MatchValue:
        return push(v, MATCH_VALUE, p->v.MatchValue.value, 0) && load(v, p->v.MatchValue.value);
    case VV_PATTERN_MatchSingleton: {
        vv_ref o = p->v.MatchSingleton.value;
        return o == t->vm->none || VV_IS(t, o, BOOL) || wrong(v, "MatchSingleton can only contain True, False and None");
    }
    case VV_PATTERN_MatchSequence: return PUSH_ALL(v, PATTERN, p->v.MatchSequence.patterns, true);
    case VV_PATTERN_MatchMapping: {
        vv_expr_seq keys = p->v.MatchMapping.keys;
        if (keys.count != p->v.MatchMapping.patterns.count)
            return wrong(v, "MatchMapping doesn't have the same number of keys as patterns");
        if (p->v.MatchMapping.rest != NULL && !capture(v, p->v.MatchMapping.rest))
            return false;
        if (!PUSH_ALL(v, PATTERN, p->v.MatchMapping.patterns, false))
            return false;
        for (int i = keys.count - 1; i >= 0; i--) {
            const vv_expr *key = keys.items[i];
            if (key == NULL)
                return wrong(v, "None disallowed in expression list");
            vv_ref o = key->kind == VV_EXPR_Constant ? key->v.Constant.value : NULL;
            if (o != NULL && (o == t->vm->none || VV_IS(t, o, BOOL)))
                continue;
            if (!push(v, MATCH_VALUE, key, 0) || !load(v, key))
                return false;
        }
        return true;
    }
    case VV_PATTERN_MatchClass: {
        if (p->v.MatchClass.kwd_attrs.count != p->v.MatchClass.kwd_patterns.count)
            return wrong(v, "MatchClass doesn't have the same number of keyword attributes as patterns");
        const vv_expr *cls = p->v.MatchClass.cls;
        while (cls->kind == VV_EXPR_Attribute)
            cls = cls->v.Attribute.value;
        if (cls->kind != VV_EXPR_Name)
            return wrong(v, "MatchClass cls field can only contain Name or Attribute nodes.");
        for (int i = 0; i < p->v.MatchClass.kwd_attrs.count; i++)
            if (!name(v, p->v.MatchClass.kwd_attrs.items[i]))
                return false;
        return PUSH_ALL(v, PATTERN, p->v.MatchClass.kwd_patterns, false) &&
               PUSH_ALL(v, PATTERN, p->v.MatchClass.patterns, false) && load(v, p->v.MatchClass.cls);
    }
    case VV_PATTERN_MatchStar:
        if (!star_ok)
            return wrong(v, "can't use MatchStar here");
        return p->v.MatchStar.name == NULL || capture(v, p->v.MatchStar.name);
    case VV_PATTERN_MatchAs:
        if (p->v.MatchAs.name != NULL && !capture(v, p->v.MatchAs.name))
            return false;
        if (p->v.MatchAs.pattern != NULL && p->v.MatchAs.name == NULL)
            return wrong(v, "MatchAs must specify a target name if a pattern is given");
        return push_given(v, PATTERN, p->v.MatchAs.pattern, false);
    default:
        return p->v.MatchOr.patterns.count < 2 ? wrong(v, "MatchOr requires at least 2 patterns")
                                               : PUSH_ALL(v, PATTERN, p->v.MatchOr.patterns, false);
    }
}

/* ---- statements ---- */

/* May it stand before `+=` or an annotation? CPython's code generator refuses others. */
static bool single_target(validator *v, const vv_expr *e, const char *what) {
    return e->kind == VV_EXPR_Name || e->kind == VV_EXPR_Attribute || e->kind == VV_EXPR_Subscript || own_context(e) < 0 ||
           vv_raise_int(v->t, VV_SystemError, "invalid node type (%d) for %s assignment", (int)e->kind - VV_EXPR_BoolOp + 1, what) == 0;
}

static bool try_statement(validator *v, const vv_stmt *s, const char *owner) {
    const vv_ast_stmt_Try *n = &s->v.Try; /* TryStar has its layout */
    if (!nonempty(v, n->body.count, "body", owner))
        return false;
    if (n->handlers.count == 0 && n->finalbody.count == 0)
        return vv_raise_int(v->t, VV_ValueError, "%s has neither except handlers nor finalbody", owner) == 0;
    if (n->handlers.count == 0 && n->orelse.count != 0)
        return vv_raise_int(v->t, VV_ValueError, "%s has orelse but no except handlers", owner) == 0;
    return PUSH_ALL(v, STMT, n->orelse, 0) && PUSH_ALL(v, STMT, n->finalbody, 0) && PUSH_ALL(v, HANDLER, n->handlers, 0) &&
           PUSH_ALL(v, STMT, n->body, 0);
}

static bool with_statement(validator *v, const vv_stmt *s, const char *owner) {
    vv_withitem_seq items = s->v.With.items;
    if (!nonempty(v, items.count, "items", owner) || !body(v, s->v.With.body, owner))
        return false;
    for (int i = items.count - 1; i >= 0; i--)
        if (!push_given(v, EXPR, items.items[i]->optional_vars, VV_CTX_Store) || !load(v, items.items[i]->context_expr))
            return false;
    return true;
}

static bool for_statement(validator *v, const vv_stmt *s, const char *owner) {
    return PUSH_ALL(v, STMT, s->v.For.orelse, 0) && body(v, s->v.For.body, owner) && load(v, s->v.For.iter) &&
           push(v, EXPR, s->v.For.target, VV_CTX_Store);
}

static bool function(validator *v, const vv_stmt *s, const char *owner) {
    if (!nonempty(v, s->v.FunctionDef.body.count, "body", owner))
        return false;
    return load(v, s->v.FunctionDef.returns) && PUSH_ALL(v, EXPR, s->v.FunctionDef.decorator_list, VV_CTX_Load) &&
           push(v, ARGUMENTS, s->v.FunctionDef.args, 0) && PUSH_ALL(v, TYPE_PARAM, s->v.FunctionDef.type_params, 0) &&
           body(v, s->v.FunctionDef.body, owner);
}

static bool statement(validator *v, const vv_stmt *s) {
    if (s == NULL)
        return wrong(v, "None disallowed in statement list");
    if (!place(v, &s->loc))
        return false;
    switch (s->kind) {
    case VV_STMT_FunctionDef: return function(v, s, "FunctionDef");
    case VV_STMT_AsyncFunctionDef: return function(v, s, "AsyncFunctionDef");
    case VV_STMT_ClassDef:
        if (!nonempty(v, s->v.ClassDef.body.count, "body", "ClassDef"))
            return false;
        return PUSH_ALL(v, EXPR, s->v.ClassDef.decorator_list, VV_CTX_Load) && keywords(v, s->v.ClassDef.keywords) &&
               PUSH_ALL(v, EXPR, s->v.ClassDef.bases, VV_CTX_Load) && PUSH_ALL(v, TYPE_PARAM, s->v.ClassDef.type_params, 0) &&
               body(v, s->v.ClassDef.body, "ClassDef");
    case VV_STMT_Return: return load(v, s->v.Return.value);
    case VV_STMT_Delete:
        return nonempty(v, s->v.Delete.targets.count, "targets", "Delete") &&
               PUSH_ALL(v, EXPR, s->v.Delete.targets, VV_CTX_Del);
    case VV_STMT_Assign:
        return nonempty(v, s->v.Assign.targets.count, "targets", "Assign") && load(v, s->v.Assign.value) &&
               PUSH_ALL(v, EXPR, s->v.Assign.targets, VV_CTX_Store);
    case VV_STMT_TypeAlias:
        if (s->v.TypeAlias.name->kind != VV_EXPR_Name)
            return vv_raise_int(v->t, VV_TypeError, "TypeAlias with non-Name name") == 0;
        return load(v, s->v.TypeAlias.value) && PUSH_ALL(v, TYPE_PARAM, s->v.TypeAlias.type_params, 0) &&
               push(v, EXPR, s->v.TypeAlias.name, VV_CTX_Store);
    case VV_STMT_AugAssign:
        return single_target(v, s->v.AugAssign.target, "augmented") && load(v, s->v.AugAssign.value) && push(v, EXPR, s->v.AugAssign.target, VV_CTX_Store);
    case VV_STMT_AnnAssign:
        if (s->v.AnnAssign.target->kind != VV_EXPR_Name && s->v.AnnAssign.simple)
            return vv_raise_int(v->t, VV_TypeError, "AnnAssign with simple non-Name target") == 0;
        return single_target(v, s->v.AnnAssign.target, "annotated") && load(v, s->v.AnnAssign.annotation) && load(v, s->v.AnnAssign.value) &&
               push(v, EXPR, s->v.AnnAssign.target, VV_CTX_Store);
    case VV_STMT_For: return for_statement(v, s, "For");
    case VV_STMT_AsyncFor: return for_statement(v, s, "AsyncFor");
    case VV_STMT_While:
        return PUSH_ALL(v, STMT, s->v.While.orelse, 0) && body(v, s->v.While.body, "While") && load(v, s->v.While.test);
    case VV_STMT_If: return PUSH_ALL(v, STMT, s->v.If.orelse, 0) && body(v, s->v.If.body, "If") && load(v, s->v.If.test);
    case VV_STMT_With: return with_statement(v, s, "With");
    case VV_STMT_AsyncWith: return with_statement(v, s, "AsyncWith");
    case VV_STMT_Match:
        return nonempty(v, s->v.Match.cases.count, "cases", "Match") && PUSH_ALL(v, CASE, s->v.Match.cases, 0) &&
               load(v, s->v.Match.subject);
    case VV_STMT_Raise:
        if (s->v.Raise.exc == NULL && s->v.Raise.cause != NULL)
            return wrong(v, "Raise with cause but no exception");
        return loads(v, s->v.Raise.exc, s->v.Raise.cause, NULL);
    case VV_STMT_Try: return try_statement(v, s, "Try");
    case VV_STMT_TryStar: return try_statement(v, s, "TryStar");
    case VV_STMT_Assert: return loads(v, s->v.Assert.test, s->v.Assert.msg, NULL);
    case VV_STMT_Import: return nonempty(v, s->v.Import.names.count, "names", "Import");
    case VV_STMT_ImportFrom:
        if (s->v.ImportFrom.level < 0)
            return wrong(v, "Negative ImportFrom level");
        return nonempty(v, s->v.ImportFrom.names.count, "names", "ImportFrom");
    case VV_STMT_Global: return nonempty(v, s->v.Global.names.count, "names", "Global");
    case VV_STMT_Nonlocal: return nonempty(v, s->v.Nonlocal.names.count, "names", "Nonlocal");
    case VV_STMT_Expr: return load(v, s->v.Expr.value);
    default: return true;
    }
}

static bool type_parameter(validator *v, const vv_type_param *p) {
    if (p == NULL)
        return wrong(v, "None disallowed in type parameter list");
    return place(v, &p->loc) && name(v, p->v.TypeVar.name) && /* the first field of each */
           (p->kind != VV_TYPE_PARAM_TypeVar || load(v, p->v.TypeVar.bound));
}

static bool handler(validator *v, const vv_excepthandler *h) {
    if (h == NULL)
        return wrong(v, "None disallowed in handler list");
    return place(v, &h->loc) && body(v, h->body, "ExceptHandler") && load(v, h->type);
}

static bool one(validator *v, work w) {
    switch ((work_kind)w.kind) {
    case STMT: return statement(v, w.node);
    case EXPR: return w.node == NULL ? wrong(v, "None disallowed in expression list") : expression(v, w.node, w.detail);
    case EXPR_OR_NULL: return w.node == NULL || expression(v, w.node, w.detail);
    case PATTERN: return pattern(v, w.node, w.detail);
    case HANDLER: return handler(v, w.node);
    case CASE: {
        const vv_match_case *c = w.node;
        return body(v, c->body, "match_case") && load(v, c->guard) && push(v, PATTERN, c->pattern, false);
    }
    case ARG: {
        const vv_arg *a = w.node;
        return place(v, &a->loc) && load(v, a->annotation);
    }
    case ARGUMENTS: return arguments(v, w.node);
    case DEFAULTS: return defaults(v, w.node);
    case TYPE_PARAM: return type_parameter(v, w.node);
    case MATCH_VALUE: return match_value(v, w.node);
    default: return constant(v, (vv_ref)w.node, w.detail);
    }
}

int vv_ast_validate(vv_thread *t, vv_arena *arena, const vv_mod *mod) {
    validator v = {.t = t, .arena = arena};
    bool good = true;
    switch (mod->kind) {
    case VV_MOD_Module: good = PUSH_ALL(&v, STMT, mod->v.Module.body, 0); break;
    case VV_MOD_Interactive: good = PUSH_ALL(&v, STMT, mod->v.Interactive.body, 0); break;
    case VV_MOD_Expression: good = load(&v, mod->v.Expression.body); break;
    default: good = PUSH_ALL(&v, EXPR, mod->v.FunctionType.argtypes, VV_CTX_Load) && load(&v, mod->v.FunctionType.returns); break;
    }
    while (good && v.count > 0)
        good = one(&v, v.items[--v.count]);
    return good ? 0 : -1;
}
