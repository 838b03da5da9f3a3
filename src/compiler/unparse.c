/* unparse.c - expressions to text, with the fewest parentheses that keep their meaning. */
#include "compiler/unparse.h"

#include "compiler/symtable.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

/* How tightly operators bind, loosest first. */
enum level {
    LEVEL_TUPLE,
    LEVEL_TEST,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_BIT_OR,
    LEVEL_BIT_XOR,
    LEVEL_BIT_AND,
    LEVEL_SHIFT,
    LEVEL_SUM,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM
};

typedef struct writer {
    vv_thread *t;
    vv_strbuilder out;
    int depth;
    bool failed;
} writer;

static void put(writer *w, const char *text) {
    if (!w->failed && vv_strbuilder_ascii(w->t, &w->out, text, strlen(text)) < 0)
        w->failed = true;
}
static void put_str(writer *w, vv_ref s) {
    if (!w->failed && vv_strbuilder_str(w->t, &w->out, s) < 0)
        w->failed = true;
}
static void put_str_take(writer *w, vv_owned s) {
    if (s == NULL) {
        w->failed = true;
        return;
    }
    put_str(w, s);
    vv_decref(w->t, s);
}
static void put_if(writer *w, bool condition, const char *text) {
    if (condition)
        put(w, text);
}

static void put_expr(writer *w, const vv_expr *e, int level);

static void put_list(writer *w, vv_expr_seq seq, int level) {
    for (int i = 0; i < seq.count && !w->failed; i++) {
        put_if(w, i > 0, ", ");
        put_expr(w, seq.items[i], level);
    }
}

/* ---- constants ---- */

/* An infinity has no literal: 1e309 overflows to it. */
static void put_number(writer *w, vv_owned text) {
    if (text == NULL) {
        w->failed = true;
        return;
    }
    size_t n = vv_str_length(text);
    for (size_t i = 0; i < n && !w->failed; i++) {
        if (i + 3 <= n && vv_str_at(text, i) == 'i' && vv_str_at(text, i + 1) == 'n' && vv_str_at(text, i + 2) == 'f') {
            put(w, "1e309");
            i += 2;
        } else if (vv_strbuilder_char(w->t, &w->out, vv_str_at(text, i)) < 0) {
            w->failed = true;
        }
    }
    vv_decref(w->t, text);
}

static void put_constant(writer *w, vv_ref o) {
    if (w->failed)
        return;
    if (VV_ISA(o, TUPLE)) {
        size_t n = VV_TUPLE(o)->length;
        put(w, "(");
        for (size_t i = 0; i < n; i++) {
            put_if(w, i > 0, ", ");
            put_constant(w, VV_TUPLE(o)->items[i]);
        }
        put(w, n == 1 ? ",)" : ")");
    } else if (o == w->t->vm->ellipsis) {
        put(w, "...");
    } else if (VV_ISA(o, FLOAT) || VV_IS(w->t, o, COMPLEX)) {
        put_number(w, o->type->s.repr(w->t, o) == VV_READY ? vv_take_ret(w->t) : NULL);
    } else {
        put_str_take(w, vv_format(w->t, "%R", o));
    }
}

/* ---- f-strings ---- */

static void put_doubling_braces(writer *w, vv_ref s) {
    for (size_t i = 0; i < vv_str_length(s) && !w->failed; i++) {
        uint32_t ch = vv_str_at(s, i);
        if ((ch == '{' || ch == '}') && vv_strbuilder_char(w->t, &w->out, ch) < 0)
            w->failed = true;
        if (!w->failed && vv_strbuilder_char(w->t, &w->out, ch) < 0)
            w->failed = true;
    }
}

/* The text between the quotes, before it is escaped. */
static void put_fstring_part(writer *w, const vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_Constant: put_doubling_braces(w, e->v.Constant.value); return;
    case VV_EXPR_JoinedStr:
        for (int i = 0; i < e->v.JoinedStr.values.count && !w->failed; i++)
            put_fstring_part(w, e->v.JoinedStr.values.items[i]);
        return;
    default: break;
    }
    writer inner = {.t = w->t, .depth = w->depth, .failed = w->failed};
    put_expr(&inner, e->v.FormattedValue.value, LEVEL_TEST + 1);
    if (inner.failed) {
        vv_strbuilder_drop(w->t, &inner.out);
        w->failed = true;
        return;
    }
    vv_owned text = vv_strbuilder_finish(w->t, &inner.out);
    put(w, text != NULL && vv_str_length(text) > 0 && vv_str_at(text, 0) == '{' ? "{ " : "{");
    put_str_take(w, text);
    const char conversion[3] = {'!', (char)e->v.FormattedValue.conversion, 0};
    put_if(w, e->v.FormattedValue.conversion > 0, conversion);
    if (e->v.FormattedValue.format_spec != NULL) {
        put(w, ":");
        put_fstring_part(w, e->v.FormattedValue.format_spec);
    }
    put(w, "}");
}

static void put_fstring(writer *w, const vv_expr *e) {
    writer inner = {.t = w->t, .depth = w->depth, .failed = w->failed};
    put_fstring_part(&inner, e);
    if (inner.failed) {
        vv_strbuilder_drop(w->t, &inner.out);
        w->failed = true;
        return;
    }
    VV_AUTO body = {w->t, vv_strbuilder_finish(w->t, &inner.out)};
    put(w, "f");
    if (body.o == NULL)
        w->failed = true;
    else
        put_str_take(w, vv_str_repr(w->t, body.o));
}

/* ---- parameters, comprehensions, calls ---- */

static void put_parameter(writer *w, const vv_arg *a, const vv_expr *default_value, bool *first) {
    put_if(w, !*first, ", ");
    *first = false;
    put_str(w, a->arg);
    if (default_value != NULL) {
        put(w, "=");
        put_expr(w, default_value, LEVEL_TEST);
    }
}

static void put_parameters(writer *w, const vv_arguments *a) {
    int positional = a->posonlyargs.count + a->args.count, without = positional - a->defaults.count;
    bool first = true;
    for (int i = 0; i < positional; i++) {
        const vv_arg *arg =
            i < a->posonlyargs.count ? a->posonlyargs.items[i] : a->args.items[i - a->posonlyargs.count];
        put_parameter(w, arg, i >= without ? a->defaults.items[i - without] : NULL, &first);
        put_if(w, a->posonlyargs.count > 0 && i + 1 == a->posonlyargs.count, ", /");
    }
    if (a->vararg != NULL || a->kwonlyargs.count > 0) {
        put(w, first ? "*" : ", *");
        first = false;
        if (a->vararg != NULL)
            put_str(w, a->vararg->arg);
    }
    for (int i = 0; i < a->kwonlyargs.count; i++)
        put_parameter(w, a->kwonlyargs.items[i], a->kw_defaults.items[i], &first);
    if (a->kwarg != NULL) {
        put(w, first ? "**" : ", **");
        put_str(w, a->kwarg->arg);
    }
}

static void put_generators(writer *w, vv_comprehension_seq generators) {
    for (int i = 0; i < generators.count && !w->failed; i++) {
        const vv_comprehension *g = generators.items[i];
        put(w, g->is_async ? " async for " : " for ");
        put_expr(w, g->target, LEVEL_TUPLE);
        put(w, " in ");
        put_expr(w, g->iter, LEVEL_TEST + 1);
        for (int k = 0; k < g->ifs.count; k++) {
            put(w, " if ");
            put_expr(w, g->ifs.items[k], LEVEL_TEST + 1);
        }
    }
}

static void put_comprehension(writer *w, const char *open, const vv_expr *e, const char *close) {
    put(w, open);
    put_expr(w, e->v.ListComp.elt, LEVEL_TEST);
    put_generators(w, e->v.ListComp.generators);
    put(w, close);
}

static void put_call(writer *w, const vv_expr *e) {
    put_expr(w, e->v.Call.func, LEVEL_ATOM);
    vv_expr_seq args = e->v.Call.args;
    if (args.count == 1 && e->v.Call.keywords.count == 0 && args.items[0]->kind == VV_EXPR_GeneratorExp) {
        put_expr(w, args.items[0], LEVEL_TEST); /* brings its parentheses */
        return;
    }
    put(w, "(");
    put_list(w, args, LEVEL_TEST);
    for (int i = 0; i < e->v.Call.keywords.count && !w->failed; i++) {
        const vv_keyword *k = e->v.Call.keywords.items[i];
        put_if(w, args.count > 0 || i > 0, ", ");
        if (k->arg == NULL) {
            put(w, "**");
        } else {
            put_str(w, k->arg);
            put(w, "=");
        }
        put_expr(w, k->value, LEVEL_TEST);
    }
    put(w, ")");
}

/* ---- operators ---- */

static const char *binary_text(int op, int *ret_level) {
    switch (op) {
    case VV_OPERATOR_Add: *ret_level = LEVEL_SUM; return " + ";
    case VV_OPERATOR_Sub: *ret_level = LEVEL_SUM; return " - ";
    case VV_OPERATOR_Mult: *ret_level = LEVEL_TERM; return " * ";
    case VV_OPERATOR_MatMult: *ret_level = LEVEL_TERM; return " @ ";
    case VV_OPERATOR_Div: *ret_level = LEVEL_TERM; return " / ";
    case VV_OPERATOR_Mod: *ret_level = LEVEL_TERM; return " % ";
    case VV_OPERATOR_LShift: *ret_level = LEVEL_SHIFT; return " << ";
    case VV_OPERATOR_RShift: *ret_level = LEVEL_SHIFT; return " >> ";
    case VV_OPERATOR_BitOr: *ret_level = LEVEL_BIT_OR; return " | ";
    case VV_OPERATOR_BitXor: *ret_level = LEVEL_BIT_XOR; return " ^ ";
    case VV_OPERATOR_BitAnd: *ret_level = LEVEL_BIT_AND; return " & ";
    case VV_OPERATOR_FloorDiv: *ret_level = LEVEL_TERM; return " // ";
    default: *ret_level = LEVEL_POWER; return " ** ";
    }
}

static const char *compare_text(int op) {
    switch (op) {
    case VV_CMPOP_Eq: return " == ";
    case VV_CMPOP_NotEq: return " != ";
    case VV_CMPOP_Lt: return " < ";
    case VV_CMPOP_LtE: return " <= ";
    case VV_CMPOP_Gt: return " > ";
    case VV_CMPOP_GtE: return " >= ";
    case VV_CMPOP_Is: return " is ";
    case VV_CMPOP_IsNot: return " is not ";
    case VV_CMPOP_In: return " in ";
    default: return " not in ";
    }
}

static void put_binary(writer *w, const vv_expr *e, int level) {
    int own;
    const char *text = binary_text(e->v.BinOp.op, &own);
    bool from_right = own == LEVEL_POWER;
    put_if(w, level > own, "(");
    put_expr(w, e->v.BinOp.left, own + from_right);
    put(w, text);
    put_expr(w, e->v.BinOp.right, own + !from_right);
    put_if(w, level > own, ")");
}

static void put_unary(writer *w, const vv_expr *e, int level) {
    int op = e->v.UnaryOp.op, own = op == VV_UNARYOP_Not ? LEVEL_NOT : LEVEL_FACTOR;
    put_if(w, level > own, "(");
    put(w, op == VV_UNARYOP_Not ? "not " : op == VV_UNARYOP_Invert ? "~" : op == VV_UNARYOP_UAdd ? "+" : "-");
    put_expr(w, e->v.UnaryOp.operand, own);
    put_if(w, level > own, ")");
}

static void put_dict(writer *w, const vv_expr *e) {
    put(w, "{");
    for (int i = 0; i < e->v.Dict.values.count && !w->failed; i++) {
        put_if(w, i > 0, ", ");
        if (e->v.Dict.keys.items[i] == NULL) {
            put(w, "**");
            put_expr(w, e->v.Dict.values.items[i], LEVEL_BIT_OR);
        } else {
            put_expr(w, e->v.Dict.keys.items[i], LEVEL_TEST);
            put(w, ": ");
            put_expr(w, e->v.Dict.values.items[i], LEVEL_TEST);
        }
    }
    put(w, "}");
}

static void put_compare(writer *w, const vv_expr *e, int level) {
    put_if(w, level > LEVEL_COMPARE, "(");
    put_expr(w, e->v.Compare.left, LEVEL_COMPARE + 1);
    for (int i = 0; i < e->v.Compare.ops.count && !w->failed; i++) {
        put(w, compare_text(e->v.Compare.ops.items[i]));
        put_expr(w, e->v.Compare.comparators.items[i], LEVEL_COMPARE + 1);
    }
    put_if(w, level > LEVEL_COMPARE, ")");
}

static void put_expr(writer *w, const vv_expr *e, int level) {
    if (w->failed)
        return;
    if (++w->depth > VV_COMPILER_MAX_DEPTH) {
        vv_raise(w->t, VV_RecursionError, VV_COMPILER_DEPTH_ERROR);
        w->failed = true;
        return;
    }
    switch (e->kind) {
    case VV_EXPR_BoolOp: {
        int own = e->v.BoolOp.op == VV_BOOLOP_And ? LEVEL_AND : LEVEL_OR;
        put_if(w, level > own, "(");
        for (int i = 0; i < e->v.BoolOp.values.count && !w->failed; i++) {
            put_if(w, i > 0, own == LEVEL_AND ? " and " : " or ");
            put_expr(w, e->v.BoolOp.values.items[i], own + 1);
        }
        put_if(w, level > own, ")");
        break;
    }
    case VV_EXPR_NamedExpr:
        put_if(w, level > LEVEL_TUPLE, "(");
        put_expr(w, e->v.NamedExpr.target, LEVEL_ATOM);
        put(w, " := ");
        put_expr(w, e->v.NamedExpr.value, LEVEL_ATOM);
        put_if(w, level > LEVEL_TUPLE, ")");
        break;
    case VV_EXPR_BinOp: put_binary(w, e, level); break;
    case VV_EXPR_UnaryOp: put_unary(w, e, level); break;
    case VV_EXPR_Lambda: {
        const vv_arguments *a = e->v.Lambda.args;
        put_if(w, level > LEVEL_TEST, "(");
        put(w, a->args.count + a->posonlyargs.count > 0 ? "lambda " : "lambda");
        put_parameters(w, a);
        put(w, ": ");
        put_expr(w, e->v.Lambda.body, LEVEL_TEST);
        put_if(w, level > LEVEL_TEST, ")");
        break;
    }
    case VV_EXPR_IfExp:
        put_if(w, level > LEVEL_TEST, "(");
        put_expr(w, e->v.IfExp.body, LEVEL_TEST + 1);
        put(w, " if ");
        put_expr(w, e->v.IfExp.test, LEVEL_TEST + 1);
        put(w, " else ");
        put_expr(w, e->v.IfExp.orelse, LEVEL_TEST);
        put_if(w, level > LEVEL_TEST, ")");
        break;
    case VV_EXPR_Dict: put_dict(w, e); break;
    case VV_EXPR_Set:
        put(w, "{");
        put_list(w, e->v.Set.elts, LEVEL_TEST);
        put(w, "}");
        break;
    case VV_EXPR_ListComp: put_comprehension(w, "[", e, "]"); break;
    case VV_EXPR_SetComp: put_comprehension(w, "{", e, "}"); break;
    case VV_EXPR_GeneratorExp: put_comprehension(w, "(", e, ")"); break;
    case VV_EXPR_DictComp:
        put(w, "{");
        put_expr(w, e->v.DictComp.key, LEVEL_TEST);
        put(w, ": ");
        put_expr(w, e->v.DictComp.value, LEVEL_TEST);
        put_generators(w, e->v.DictComp.generators);
        put(w, "}");
        break;
    case VV_EXPR_Await:
        put_if(w, level > LEVEL_AWAIT, "(");
        put(w, "await ");
        put_expr(w, e->v.Await.value, LEVEL_ATOM);
        put_if(w, level > LEVEL_AWAIT, ")");
        break;
    case VV_EXPR_Yield:
        put(w, e->v.Yield.value != NULL ? "(yield " : "(yield");
        if (e->v.Yield.value != NULL)
            put_expr(w, e->v.Yield.value, LEVEL_TEST);
        put(w, ")");
        break;
    case VV_EXPR_YieldFrom:
        put(w, "(yield from ");
        put_expr(w, e->v.YieldFrom.value, LEVEL_TEST);
        put(w, ")");
        break;
    case VV_EXPR_Compare: put_compare(w, e, level); break;
    case VV_EXPR_Call: put_call(w, e); break;
    case VV_EXPR_FormattedValue:
    case VV_EXPR_JoinedStr: put_fstring(w, e); break;
    case VV_EXPR_Constant:
        if (e->v.Constant.kind != NULL)
            put_str(w, e->v.Constant.kind);
        put_constant(w, e->v.Constant.value);
        break;
    case VV_EXPR_Attribute: {
        put_expr(w, e->v.Attribute.value, LEVEL_ATOM);
        /* 1.x would be a float */
        bool integer =
            e->v.Attribute.value->kind == VV_EXPR_Constant && VV_IS(w->t, e->v.Attribute.value->v.Constant.value, INT);
        put(w, integer ? " ." : ".");
        put_str(w, e->v.Attribute.attr);
        break;
    }
    case VV_EXPR_Subscript:
        put_expr(w, e->v.Subscript.value, LEVEL_ATOM);
        put(w, "[");
        put_expr(w, e->v.Subscript.slice, LEVEL_TUPLE);
        put(w, "]");
        break;
    case VV_EXPR_Starred:
        put(w, "*");
        put_expr(w, e->v.Starred.value, LEVEL_BIT_OR);
        break;
    case VV_EXPR_Name: put_str(w, e->v.Name.id); break;
    case VV_EXPR_List:
        put(w, "[");
        put_list(w, e->v.List.elts, LEVEL_TEST);
        put(w, "]");
        break;
    case VV_EXPR_Tuple: {
        int n = e->v.Tuple.elts.count;
        bool parens = n == 0 || level > LEVEL_TUPLE;
        put_if(w, parens, "(");
        put_list(w, e->v.Tuple.elts, LEVEL_TEST);
        put_if(w, n == 1, ",");
        put_if(w, parens, ")");
        break;
    }
    default: /* Slice */
        if (e->v.Slice.lower != NULL)
            put_expr(w, e->v.Slice.lower, LEVEL_TEST);
        put(w, ":");
        if (e->v.Slice.upper != NULL)
            put_expr(w, e->v.Slice.upper, LEVEL_TEST);
        if (e->v.Slice.step != NULL) {
            put(w, ":");
            put_expr(w, e->v.Slice.step, LEVEL_TEST);
        }
        break;
    }
    w->depth--;
}

vv_owned vv_unparse(vv_thread *t, vv_arena *arena, const vv_expr *e) {
    (void)arena;
    writer w = {.t = t};
    put_expr(&w, e, LEVEL_TEST);
    if (w.failed) {
        vv_strbuilder_drop(t, &w.out);
        return NULL;
    }
    return vv_strbuilder_finish(t, &w.out);
}
