/* codegen_expr.c - expressions. Each leaves exactly one value on the stack (Store and Del contexts take what they
 * need).
 *
 * a + b + c, a.b.c(), a[i][j] nest to the left without limit: such a chain is walked down first, keeping the links on a
 * stack of our own, and then worked off from its innermost end.
 */
#include "compiler/codegen_internal.h"
#include "object/error.h"
#include "types/set.h"
#include "types/tuple.h"

#include <string.h>

/* More operands than this are not gathered on the stack but in a list or dict that grows. */
enum { STACK_USE_GUIDELINE = 30 };

/* ---- warnings about what is surely a mistake ---- */

static const char *type_of_display(vv_compiler *c, const vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_Tuple: return "tuple";
    case VV_EXPR_List:
    case VV_EXPR_ListComp: return "list";
    case VV_EXPR_Dict:
    case VV_EXPR_DictComp: return "dict";
    case VV_EXPR_Set:
    case VV_EXPR_SetComp: return "set";
    case VV_EXPR_GeneratorExp: return "generator";
    case VV_EXPR_Lambda: return "function";
    case VV_EXPR_JoinedStr:
    case VV_EXPR_FormattedValue: return "str";
    case VV_EXPR_Constant: return vv_type_name(e->v.Constant.value);
    default: (void)c; return NULL;
    }
}

static bool is_singleton(vv_compiler *c, vv_ref o) {
    return o == VV_NONE(c->t) || o == VV_TRUE(c->t) || o == VV_FALSE(c->t) || o == c->t->vm->ellipsis;
}
static bool may_compare_identity(vv_compiler *c, const vv_expr *e) {
    return e->kind != VV_EXPR_Constant || is_singleton(c, e->v.Constant.value);
}

static void warn_compare(vv_compiler *c, const vv_expr *e) {
    const vv_expr *left = e->v.Compare.left;
    for (int i = 0; i < e->v.Compare.ops.count; i++) {
        int op = e->v.Compare.ops.items[i];
        const vv_expr *right = e->v.Compare.comparators.items[i];
        bool left_ok = may_compare_identity(c, left);
        if ((op == VV_CMPOP_Is || op == VV_CMPOP_IsNot) && (!left_ok || !may_compare_identity(c, right))) {
            const char *name = type_of_display(c, left_ok ? right : left);
            if (op == VV_CMPOP_Is)
                vv_cg_warn(c, e->loc, "\"is\" with '%.200s' literal. Did you mean \"==\"?", name);
            else
                vv_cg_warn(c, e->loc, "\"is not\" with '%.200s' literal. Did you mean \"!=\"?", name);
            return;
        }
        left = right;
    }
}

static void warn_caller(vv_compiler *c, const vv_expr *func) {
    switch (func->kind) {
    case VV_EXPR_Constant:
    case VV_EXPR_Tuple:
    case VV_EXPR_List:
    case VV_EXPR_ListComp:
    case VV_EXPR_Dict:
    case VV_EXPR_DictComp:
    case VV_EXPR_Set:
    case VV_EXPR_SetComp:
    case VV_EXPR_GeneratorExp:
    case VV_EXPR_JoinedStr:
    case VV_EXPR_FormattedValue:
        vv_cg_warn(c, func->loc, "'%.200s' object is not callable; perhaps you missed a comma?",
                   type_of_display(c, func));
        break;
    default: break;
    }
}

static void warn_subscript(vv_compiler *c, const vv_expr *value, const vv_expr *index) {
    vv_ref constant = value->kind == VV_EXPR_Constant ? value->v.Constant.value : NULL;
    bool indexable = constant != NULL && (VV_ISA(constant, STR) || VV_ISA(constant, BYTES) || VV_ISA(constant, TUPLE));
    switch (value->kind) {
    case VV_EXPR_Constant:
        if (constant != VV_NONE(c->t) && constant != c->t->vm->ellipsis && !VV_ISA(constant, INT) &&
            !VV_ISA(constant, FLOAT) && !VV_IS(c->t, constant, COMPLEX) && !VV_ISA(constant, SET))
            break;
        VV_FALLTHROUGH;
    case VV_EXPR_Set:
    case VV_EXPR_SetComp:
    case VV_EXPR_GeneratorExp:
    case VV_EXPR_Lambda:
        vv_cg_warn(c, value->loc, "'%.200s' object is not subscriptable; perhaps you missed a comma?",
                   type_of_display(c, value));
        break;
    default: break;
    }
    const char *index_type = type_of_display(c, index);
    if (index_type == NULL || (index->kind == VV_EXPR_Constant && VV_ISA(index->v.Constant.value, INT)))
        return;
    switch (value->kind) {
    case VV_EXPR_Constant:
        if (!indexable)
            break;
        VV_FALLTHROUGH;
    case VV_EXPR_Tuple:
    case VV_EXPR_List:
    case VV_EXPR_ListComp:
    case VV_EXPR_JoinedStr:
    case VV_EXPR_FormattedValue:
        vv_cg_warn(c, value->loc, "%.200s indices must be integers or slices, not %.200s; perhaps you missed a comma?",
                   type_of_display(c, value), index_type);
        break;
    default: break;
    }
}

/* ---- small parts ---- */

void vv_cg_exprs(vv_compiler *c, vv_expr_seq seq) {
    for (int i = 0; i < seq.count && !c->failed; i++)
        vv_cg_expr(c, seq.items[i]);
}

int vv_cg_binary_number(int op) {
    switch (op) {
    case VV_OPERATOR_Add: return VV_NB_ADD;
    case VV_OPERATOR_Sub: return VV_NB_SUBTRACT;
    case VV_OPERATOR_Mult: return VV_NB_MULTIPLY;
    case VV_OPERATOR_MatMult: return VV_NB_MATRIX_MULTIPLY;
    case VV_OPERATOR_Div: return VV_NB_TRUE_DIVIDE;
    case VV_OPERATOR_Mod: return VV_NB_REMAINDER;
    case VV_OPERATOR_Pow: return VV_NB_POWER;
    case VV_OPERATOR_LShift: return VV_NB_LSHIFT;
    case VV_OPERATOR_RShift: return VV_NB_RSHIFT;
    case VV_OPERATOR_BitOr: return VV_NB_OR;
    case VV_OPERATOR_BitXor: return VV_NB_XOR;
    case VV_OPERATOR_BitAnd: return VV_NB_AND;
    default: return VV_NB_FLOOR_DIVIDE;
    }
}

void vv_cg_compare(vv_compiler *c, int op, vv_loc loc) {
    int arg;
    switch (op) {
    case VV_CMPOP_Lt: arg = VV_COMPARE_LT << 4 | VV_COMPARE_BIT_LESS; break;
    case VV_CMPOP_LtE: arg = VV_COMPARE_LE << 4 | VV_COMPARE_BIT_LESS | VV_COMPARE_BIT_EQUAL; break;
    case VV_CMPOP_Eq: arg = VV_COMPARE_EQ << 4 | VV_COMPARE_BIT_EQUAL; break;
    case VV_CMPOP_NotEq:
        arg = VV_COMPARE_NE << 4 | VV_COMPARE_BIT_UNORDERED | VV_COMPARE_BIT_LESS | VV_COMPARE_BIT_GREATER;
        break;
    case VV_CMPOP_Gt: arg = VV_COMPARE_GT << 4 | VV_COMPARE_BIT_GREATER; break;
    case VV_CMPOP_GtE: arg = VV_COMPARE_GE << 4 | VV_COMPARE_BIT_GREATER | VV_COMPARE_BIT_EQUAL; break;
    case VV_CMPOP_Is:
    case VV_CMPOP_IsNot: vv_cg_emit(c, VV_OP_IS_OP, op == VV_CMPOP_IsNot, loc); return;
    default: vv_cg_emit(c, VV_OP_CONTAINS_OP, op == VV_CMPOP_NotIn, loc); return;
    }
    vv_cg_emit(c, VV_OP_COMPARE_OP, arg, loc);
}

vv_loc vv_cg_attr_loc(vv_loc loc, const vv_expr *attribute) {
    if (loc.lineno == attribute->loc.end_lineno)
        return loc;
    int length = (int)vv_str_length(attribute->v.Attribute.attr);
    loc.lineno = attribute->loc.end_lineno;
    if (length <= attribute->loc.end_col_offset) {
        loc.col_offset = attribute->loc.end_col_offset - length;
    } else {
        loc.col_offset = loc.end_col_offset = -1;
    }
    return loc;
}

void vv_cg_yield_from(vv_compiler *c, vv_loc loc, bool await) {
    int send = vv_cg_label(c), fail = vv_cg_label(c), exit = vv_cg_label(c);
    vv_cg_place(c, send);
    vv_cg_emit(c, VV_OP_SEND, exit, loc);
    /* an exception thrown in while suspended may turn out to be the delegate's StopIteration */
    vv_cg_emit(c, VV_OP_SETUP_FINALLY, fail, loc);
    vv_cg_emit(c, VV_OP_YIELD_VALUE, 0, loc);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RESUME, await ? 3 : 2, loc);
    vv_cg_emit(c, VV_OP_JUMP_NO_INTERRUPT, send, loc);
    vv_cg_place(c, fail);
    vv_cg_emit(c, VV_OP_CLEANUP_THROW, 0, loc);
    vv_cg_place(c, exit);
    vv_cg_emit(c, VV_OP_END_SEND, 0, loc);
}

void vv_cg_await(vv_compiler *c, int awaitable_kind, vv_loc loc) {
    vv_cg_emit(c, VV_OP_GET_AWAITABLE, awaitable_kind, loc);
    vv_cg_load_none(c, loc);
    vv_cg_yield_from(c, loc, true);
}

void vv_cg_yield(vv_compiler *c, vv_loc loc) {
    if (c->u->scope->generator && c->u->scope->coroutine)
        vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_ASYNC_GEN_WRAP, loc);
    vv_cg_emit(c, VV_OP_YIELD_VALUE, 0, loc);
    vv_cg_emit(c, VV_OP_RESUME, 1, loc);
}

/* ---- displays ---- */

static bool all_constants(const vv_expr_seq *seq, int begin, int end) {
    for (int i = begin; i < end; i++)
        if (seq->items[i] == NULL || seq->items[i]->kind != VV_EXPR_Constant)
            return false;
    return true;
}

static vv_owned tuple_of_constants(vv_compiler *c, const vv_expr_seq *seq, int begin, int end) {
    vv_owned tuple = vv_tuple_new(c->t, (size_t)(end - begin));
    if (tuple == NULL)
        return NULL;
    for (int i = begin; i < end; i++)
        VV_TUPLE(tuple)->items[i - begin] = vv_newref(seq->items[i]->v.Constant.value);
    if (end > begin)
        vv_tuple_done(c->t, tuple);
    return tuple;
}

static vv_owned frozenset_of(vv_compiler *c, vv_ref tuple) {
    vv_owned set = vv_frozenset_new(c->t);
    for (size_t i = 0; set != NULL && i < VV_TUPLE(tuple)->length; i++)
        if (vv_set_add_now(c->t, set, VV_TUPLE(tuple)->items[i]) < 0) {
            vv_decref(c->t, set);
            set = NULL;
        }
    return set;
}

/* A tuple, list or set whose first `pushed` items are on the stack. */
static void emit_display(vv_compiler *c, vv_loc loc, vv_expr_seq elts, int pushed, int build, int add, int extend,
                         bool tuple) {
    int n = elts.count;
    if (n > 2 && all_constants(&elts, 0, n)) {
        vv_owned folded = tuple_of_constants(c, &elts, 0, n);
        if (folded == NULL) {
            c->failed = true;
            return;
        }
        if (tuple && pushed == 0) {
            vv_cg_load_take(c, folded, loc);
            return;
        }
        if (add == VV_OP_SET_ADD) {
            vv_owned set = frozenset_of(c, folded);
            vv_decref(c->t, folded);
            if (set == NULL) {
                c->failed = true;
                return;
            }
            folded = set;
        }
        vv_cg_emit(c, build, pushed, loc);
        vv_cg_load_take(c, folded, loc);
        vv_cg_emit(c, extend, 1, loc);
        if (tuple)
            vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_LIST_TO_TUPLE, loc);
        return;
    }
    bool big = n + pushed > STACK_USE_GUIDELINE, star = false;
    for (int i = 0; i < n; i++)
        star |= elts.items[i]->kind == VV_EXPR_Starred;
    if (!star && !big) {
        vv_cg_exprs(c, elts);
        vv_cg_emit(c, tuple ? VV_OP_BUILD_TUPLE : build, n + pushed, loc);
        return;
    }
    bool built = big;
    if (big)
        vv_cg_emit(c, build, pushed, loc);
    for (int i = 0; i < n && !c->failed; i++) {
        vv_expr *e = elts.items[i];
        if (e->kind == VV_EXPR_Starred) {
            if (!built)
                vv_cg_emit(c, build, i + pushed, loc);
            built = true;
            vv_cg_expr(c, e->v.Starred.value);
            vv_cg_emit(c, extend, 1, loc);
        } else {
            vv_cg_expr(c, e);
            if (built)
                vv_cg_emit(c, add, 1, loc);
        }
    }
    if (tuple)
        vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_LIST_TO_TUPLE, loc);
}

static void assign_sequence(vv_compiler *c, vv_loc loc, vv_expr_seq elts) {
    int n = elts.count;
    bool star = false;
    for (int i = 0; i < n; i++) {
        if (elts.items[i]->kind != VV_EXPR_Starred)
            continue;
        if (star) {
            vv_cg_error(c, loc, "multiple starred expressions in assignment");
            return;
        }
        if (i >= 1 << 8 || n - i - 1 >= INT32_MAX >> 8) {
            vv_cg_error(c, loc, "too many expressions in star-unpacking assignment");
            return;
        }
        vv_cg_emit(c, VV_OP_UNPACK_EX, i + ((n - i - 1) << 8), loc);
        star = true;
    }
    if (!star)
        vv_cg_emit(c, VV_OP_UNPACK_SEQUENCE, n, loc);
    for (int i = 0; i < n && !c->failed; i++) {
        vv_expr *e = elts.items[i];
        vv_cg_expr(c, e->kind == VV_EXPR_Starred ? e->v.Starred.value : e);
    }
}

static void emit_sequence(vv_compiler *c, vv_expr *e) {
    int ctx = e->v.List.ctx;
    if (ctx == VV_CTX_Store)
        assign_sequence(c, e->loc, e->v.List.elts);
    else if (ctx == VV_CTX_Load)
        emit_display(c, e->loc, e->v.List.elts, 0, VV_OP_BUILD_LIST, VV_OP_LIST_APPEND, VV_OP_LIST_EXTEND,
                     e->kind == VV_EXPR_Tuple);
    else
        vv_cg_exprs(c, e->v.List.elts);
}

static void emit_pairs(vv_compiler *c, vv_expr *e, int begin, int end) {
    int n = end - begin;
    bool big = n * 2 > STACK_USE_GUIDELINE;
    if (n > 1 && !big && all_constants(&e->v.Dict.keys, begin, end)) {
        for (int i = begin; i < end && !c->failed; i++)
            vv_cg_expr(c, e->v.Dict.values.items[i]);
        vv_cg_load_take(c, tuple_of_constants(c, &e->v.Dict.keys, begin, end), e->loc);
        vv_cg_emit(c, VV_OP_BUILD_CONST_KEY_MAP, n, e->loc);
        return;
    }
    if (big)
        vv_cg_emit(c, VV_OP_BUILD_MAP, 0, e->loc);
    for (int i = begin; i < end && !c->failed; i++) {
        vv_cg_expr(c, e->v.Dict.keys.items[i]);
        vv_cg_expr(c, e->v.Dict.values.items[i]);
        if (big)
            vv_cg_emit(c, VV_OP_MAP_ADD, 1, e->loc);
    }
    if (!big)
        vv_cg_emit(c, VV_OP_BUILD_MAP, n, e->loc);
}

static VV_NOINLINE void emit_dict(vv_compiler *c, vv_expr *e) {
    int n = e->v.Dict.values.count, waiting = 0;
    bool built = false;
    for (int i = 0; i < n && !c->failed; i++) {
        if (e->v.Dict.keys.items[i] != NULL) {
            if (waiting * 2 <= STACK_USE_GUIDELINE) {
                waiting++;
                continue;
            }
            emit_pairs(c, e, i - waiting, i + 1);
            if (built)
                vv_cg_emit(c, VV_OP_DICT_UPDATE, 1, e->loc);
            built = true;
            waiting = 0;
            continue;
        }
        if (waiting > 0) {
            emit_pairs(c, e, i - waiting, i);
            if (built)
                vv_cg_emit(c, VV_OP_DICT_UPDATE, 1, e->loc);
            built = true;
            waiting = 0;
        }
        if (!built)
            vv_cg_emit(c, VV_OP_BUILD_MAP, 0, e->loc);
        built = true;
        vv_cg_expr(c, e->v.Dict.values.items[i]);
        vv_cg_emit(c, VV_OP_DICT_UPDATE, 1, e->loc);
    }
    if (waiting > 0) {
        emit_pairs(c, e, n - waiting, n);
        if (built)
            vv_cg_emit(c, VV_OP_DICT_UPDATE, 1, e->loc);
        built = true;
    }
    if (!built)
        vv_cg_emit(c, VV_OP_BUILD_MAP, 0, e->loc);
}

static VV_NOINLINE void emit_joined(vv_compiler *c, vv_expr *e) {
    vv_expr_seq values = e->v.JoinedStr.values;
    if (values.count <= STACK_USE_GUIDELINE) {
        vv_cg_exprs(c, values);
        if (values.count != 1)
            vv_cg_emit(c, VV_OP_BUILD_STRING, values.count, e->loc);
        return;
    }
    vv_cg_load(c, c->t->vm->empty_str, e->loc);
    vv_cg_emit_name(c, VV_OP_LOAD_METHOD, VV_N(c->t, join), e->loc);
    vv_cg_emit(c, VV_OP_BUILD_LIST, 0, e->loc);
    for (int i = 0; i < values.count && !c->failed; i++) {
        vv_cg_expr(c, values.items[i]);
        vv_cg_emit(c, VV_OP_LIST_APPEND, 1, e->loc);
    }
    vv_cg_emit(c, VV_OP_CALL, 1, e->loc);
}

static void emit_formatted(vv_compiler *c, vv_expr *e) {
    int arg = 0;
    vv_cg_expr(c, e->v.FormattedValue.value);
    switch (e->v.FormattedValue.conversion) {
    case 's': arg = 1; break;
    case 'r': arg = 2; break;
    case 'a': arg = 3; break;
    default: break;
    }
    if (e->v.FormattedValue.format_spec != NULL) {
        vv_cg_expr(c, e->v.FormattedValue.format_spec);
        arg |= 4;
    }
    vv_cg_emit(c, VV_OP_FORMAT_VALUE, arg, e->loc);
}

/* ---- conditions ---- */

static void emit_compare(vv_compiler *c, vv_expr *e) {
    warn_compare(c, e);
    vv_cg_expr(c, e->v.Compare.left);
    int n = e->v.Compare.ops.count - 1;
    if (n == 0) {
        vv_cg_expr(c, e->v.Compare.comparators.items[0]);
        vv_cg_compare(c, e->v.Compare.ops.items[0], e->loc);
        return;
    }
    int cleanup = vv_cg_label(c), end = vv_cg_label(c);
    for (int i = 0; i < n && !c->failed; i++) {
        vv_cg_expr(c, e->v.Compare.comparators.items[i]);
        vv_cg_emit(c, VV_OP_SWAP, 2, e->loc);
        vv_cg_emit(c, VV_OP_COPY, 2, e->loc);
        vv_cg_compare(c, e->v.Compare.ops.items[i], e->loc);
        vv_cg_emit(c, VV_OP_COPY, 1, e->loc);
        vv_cg_emit(c, VV_OP_POP_JUMP_IF_FALSE, cleanup, e->loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, e->loc);
    }
    vv_cg_expr(c, e->v.Compare.comparators.items[n]);
    vv_cg_compare(c, e->v.Compare.ops.items[n], e->loc);
    vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    vv_cg_emit(c, VV_OP_SWAP, 2, e->loc);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, e->loc);
    vv_cg_place(c, end);
}

static VV_NOINLINE void jump_if_compare(vv_compiler *c, vv_expr *e, int label, bool condition) {
    int n = e->v.Compare.ops.count - 1, cleanup = vv_cg_label(c), end = vv_cg_label(c);
    warn_compare(c, e);
    vv_cg_expr(c, e->v.Compare.left);
    for (int i = 0; i < n && !c->failed; i++) {
        vv_cg_expr(c, e->v.Compare.comparators.items[i]);
        vv_cg_emit(c, VV_OP_SWAP, 2, e->loc);
        vv_cg_emit(c, VV_OP_COPY, 2, e->loc);
        vv_cg_compare(c, e->v.Compare.ops.items[i], e->loc);
        vv_cg_emit(c, VV_OP_POP_JUMP_IF_FALSE, cleanup, e->loc);
    }
    vv_cg_expr(c, e->v.Compare.comparators.items[n]);
    vv_cg_compare(c, e->v.Compare.ops.items[n], e->loc);
    vv_cg_emit(c, condition ? VV_OP_POP_JUMP_IF_TRUE : VV_OP_POP_JUMP_IF_FALSE, label, e->loc);
    vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, e->loc);
    if (!condition)
        vv_cg_emit(c, VV_OP_JUMP, label, VV_NO_LOC);
    vv_cg_place(c, end);
}

void vv_cg_jump_if(vv_compiler *c, vv_loc loc, vv_expr *e, int label, bool condition) {
    if (!vv_cg_enter_level(c))
        return;
    switch (e->kind) {
    case VV_EXPR_UnaryOp:
        if (e->v.UnaryOp.op != VV_UNARYOP_Not)
            break;
        vv_cg_jump_if(c, loc, e->v.UnaryOp.operand, label, !condition);
        vv_cg_leave_level(c);
        return;
    case VV_EXPR_BoolOp: {
        bool on_true = e->v.BoolOp.op == VV_BOOLOP_Or;
        int n = e->v.BoolOp.values.count - 1, early = label;
        if (on_true != condition)
            early = vv_cg_label(c);
        for (int i = 0; i < n && !c->failed; i++)
            vv_cg_jump_if(c, loc, e->v.BoolOp.values.items[i], early, on_true);
        vv_cg_jump_if(c, loc, e->v.BoolOp.values.items[n], label, condition);
        if (early != label)
            vv_cg_place(c, early);
        vv_cg_leave_level(c);
        return;
    }
    case VV_EXPR_IfExp: {
        int end = vv_cg_label(c), orelse = vv_cg_label(c);
        vv_cg_jump_if(c, loc, e->v.IfExp.test, orelse, false);
        vv_cg_jump_if(c, loc, e->v.IfExp.body, label, condition);
        vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
        vv_cg_place(c, orelse);
        vv_cg_jump_if(c, loc, e->v.IfExp.orelse, label, condition);
        vv_cg_place(c, end);
        vv_cg_leave_level(c);
        return;
    }
    case VV_EXPR_Compare:
        if (e->v.Compare.ops.count == 1)
            break;
        jump_if_compare(c, e, label, condition);
        vv_cg_leave_level(c);
        return;
    default: break;
    }
    vv_cg_expr(c, e);
    vv_cg_emit(c, condition ? VV_OP_POP_JUMP_IF_TRUE : VV_OP_POP_JUMP_IF_FALSE, label, e->loc);
    vv_cg_leave_level(c);
}

static void emit_boolop(vv_compiler *c, vv_expr *e) {
    int jump = e->v.BoolOp.op == VV_BOOLOP_And ? VV_OP_POP_JUMP_IF_FALSE : VV_OP_POP_JUMP_IF_TRUE;
    int end = vv_cg_label(c), n = e->v.BoolOp.values.count - 1;
    for (int i = 0; i < n && !c->failed; i++) {
        vv_cg_expr(c, e->v.BoolOp.values.items[i]);
        vv_cg_emit(c, VV_OP_COPY, 1, e->loc);
        vv_cg_emit(c, jump, end, e->loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, e->loc);
    }
    vv_cg_expr(c, e->v.BoolOp.values.items[n]);
    vv_cg_place(c, end);
}

static void emit_if_expr(vv_compiler *c, vv_expr *e) {
    int end = vv_cg_label(c), orelse = vv_cg_label(c);
    vv_cg_jump_if(c, e->loc, e->v.IfExp.test, orelse, false);
    vv_cg_expr(c, e->v.IfExp.body);
    vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
    vv_cg_place(c, orelse);
    vv_cg_expr(c, e->v.IfExp.orelse);
    vv_cg_place(c, end);
}

/* ---- calls ---- */

static void check_keywords(vv_compiler *c, vv_keyword_seq keywords) {
    for (int i = 0; i < keywords.count; i++) {
        const vv_keyword *k = keywords.items[i];
        if (k->arg == NULL)
            continue;
        if (vv_cg_forbidden(c, k->arg, VV_CTX_Store, k->loc))
            return;
        for (int j = i + 1; j < keywords.count; j++)
            if (keywords.items[j]->arg != NULL && vv_str_equal(k->arg, keywords.items[j]->arg)) {
                vv_cg_error_name(c, keywords.items[j]->loc, "keyword argument repeated: %U", k->arg);
                return;
            }
    }
}

static vv_owned keyword_names(vv_compiler *c, vv_keyword_seq keywords, int begin, int end) {
    vv_owned names = vv_tuple_new(c->t, (size_t)(end - begin));
    if (names == NULL)
        return NULL;
    for (int i = begin; i < end; i++)
        VV_TUPLE(names)->items[i - begin] = vv_newref(keywords.items[i]->arg);
    if (end > begin)
        vv_tuple_done(c->t, names);
    return names;
}

/* Values of keyword arguments, and KW_NAMES. */
static void emit_plain_keywords(vv_compiler *c, vv_loc loc, vv_keyword_seq keywords) {
    if (keywords.count == 0)
        return;
    for (int i = 0; i < keywords.count && !c->failed; i++)
        vv_cg_expr(c, keywords.items[i]->value);
    vv_owned names = keyword_names(c, keywords, 0, keywords.count);
    if (names == NULL) {
        c->failed = true;
        return;
    }
    int index = vv_cg_const(c, names);
    vv_decref(c->t, names);
    vv_cg_emit(c, VV_OP_KW_NAMES, index, loc);
}

static void emit_keyword_dict(vv_compiler *c, vv_loc loc, vv_keyword_seq keywords, int begin, int end) {
    int n = end - begin;
    bool big = n * 2 > STACK_USE_GUIDELINE;
    if (n > 1 && !big) {
        for (int i = begin; i < end && !c->failed; i++)
            vv_cg_expr(c, keywords.items[i]->value);
        vv_cg_load_take(c, keyword_names(c, keywords, begin, end), loc);
        vv_cg_emit(c, VV_OP_BUILD_CONST_KEY_MAP, n, loc);
        return;
    }
    if (big)
        vv_cg_emit(c, VV_OP_BUILD_MAP, 0, VV_NO_LOC);
    for (int i = begin; i < end && !c->failed; i++) {
        vv_cg_load(c, keywords.items[i]->arg, loc);
        vv_cg_expr(c, keywords.items[i]->value);
        if (big)
            vv_cg_emit(c, VV_OP_MAP_ADD, 1, VV_NO_LOC);
    }
    if (!big)
        vv_cg_emit(c, VV_OP_BUILD_MAP, n, loc);
}

static bool is_plain_call(vv_expr_seq args, vv_keyword_seq keywords) {
    for (int i = 0; i < args.count; i++)
        if (args.items[i]->kind == VV_EXPR_Starred)
            return false;
    for (int i = 0; i < keywords.count; i++)
        if (keywords.items[i]->arg == NULL)
            return false;
    return true;
}

void vv_cg_call_args(vv_compiler *c, vv_loc loc, int n, vv_expr_seq args, vv_keyword_seq keywords) {
    check_keywords(c, keywords);
    int count = args.count + keywords.count;
    if (args.count + keywords.count * 2 <= STACK_USE_GUIDELINE && is_plain_call(args, keywords)) {
        vv_cg_exprs(c, args);
        emit_plain_keywords(c, loc, keywords);
        vv_cg_emit(c, VV_OP_CALL, n + count, loc);
        return;
    }
    if (n == 0 && args.count == 1 && args.items[0]->kind == VV_EXPR_Starred)
        vv_cg_expr(c, args.items[0]->v.Starred.value);
    else
        emit_display(c, loc, args, n, VV_OP_BUILD_LIST, VV_OP_LIST_APPEND, VV_OP_LIST_EXTEND, true);
    bool built = false;
    int waiting = 0;
    for (int i = 0; i <= keywords.count && !c->failed; i++) {
        if (i < keywords.count && keywords.items[i]->arg != NULL) {
            waiting++;
            continue;
        }
        if (waiting > 0) {
            emit_keyword_dict(c, loc, keywords, i - waiting, i);
            if (built)
                vv_cg_emit(c, VV_OP_DICT_MERGE, 1, loc);
            built = true;
            waiting = 0;
        }
        if (i == keywords.count)
            break;
        if (!built)
            vv_cg_emit(c, VV_OP_BUILD_MAP, 0, loc);
        built = true;
        vv_cg_expr(c, keywords.items[i]->value);
        vv_cg_emit(c, VV_OP_DICT_MERGE, 1, loc);
    }
    vv_cg_emit(c, VV_OP_CALL_FUNCTION_EX, keywords.count > 0, loc);
}

/* `super().x`, `super(C, o).x` where super is surely the built-in. */
static bool is_super_attribute(vv_compiler *c, const vv_expr *e) {
    const vv_expr *call = e->v.Attribute.value;
    if (call->kind != VV_EXPR_Call || call->v.Call.func->kind != VV_EXPR_Name ||
        !vv_str_equal_cstr(call->v.Call.func->v.Name.id, "super") ||
        vv_str_equal_cstr(e->v.Attribute.attr, "__class__") || call->v.Call.keywords.count != 0)
        return false;
    vv_obj *super = call->v.Call.func->v.Name.id;
    if (vv_scope_of(c->u->scope, super) != VV_SCOPE_GLOBAL_IMPLICIT || vv_scope_of(c->symtable->top, super) != 0)
        return false;
    const vv_expr_seq *args = &call->v.Call.args;
    if (args->count == 2)
        return args->items[0]->kind != VV_EXPR_Starred && args->items[1]->kind != VV_EXPR_Starred;
    if (args->count != 0 || (c->u->argcount == 0 && c->u->posonlyargcount == 0))
        return false;
    vv_obj *cell = vv_symtable_name(c->t, c->arena, "__class__");
    if (cell == NULL) {
        c->failed = true;
        return false;
    }
    return vv_cg_ref_scope(c, cell) == VV_SCOPE_FREE;
}

static void emit_super_args(vv_compiler *c, const vv_expr *call) {
    vv_cg_name(c, call->v.Call.func->v.Name.id, VV_CTX_Load, call->v.Call.func->loc);
    if (call->v.Call.args.count == 2) {
        vv_cg_exprs(c, call->v.Call.args);
        return;
    }
    vv_cg_name_cstr(c, "__class__", VV_CTX_Load, call->loc);
    vv_cg_name(c, c->u->varnames.entries[0].name, VV_CTX_Load, call->loc);
}

/* Is obj.method(...) worth LOAD_METHOD? Not for functions of imported modules, nor with * or ** or many arguments. */
static bool is_method_call(vv_compiler *c, const vv_expr *e) {
    const vv_expr *m = e->v.Call.func;
    if (m->kind != VV_EXPR_Attribute || m->v.Attribute.ctx != VV_CTX_Load)
        return false;
    const vv_expr *owner = m->v.Attribute.value;
    if (owner->kind == VV_EXPR_Name && (vv_scope_flags(c->symtable->top, owner->v.Name.id) & VV_DEF_IMPORT))
        return false;
    int n = e->v.Call.args.count, k = e->v.Call.keywords.count;
    return n + k + (k != 0) < STACK_USE_GUIDELINE && is_plain_call(e->v.Call.args, e->v.Call.keywords);
}

static void finish_method_call(vv_compiler *c, vv_expr *e) {
    const vv_expr *m = e->v.Call.func;
    vv_cg_exprs(c, e->v.Call.args);
    vv_loc names_loc = vv_cg_attr_loc(m->loc, m);
    emit_plain_keywords(c, names_loc, e->v.Call.keywords);
    vv_cg_emit(c, VV_OP_CALL, e->v.Call.args.count + e->v.Call.keywords.count, vv_cg_attr_loc(e->loc, m));
}

/* ---- attributes, subscripts ---- */

int vv_cg_slice_parts(vv_compiler *c, vv_expr *s) {
    if (s->v.Slice.lower != NULL)
        vv_cg_expr(c, s->v.Slice.lower);
    else
        vv_cg_load_none(c, s->loc);
    if (s->v.Slice.upper != NULL)
        vv_cg_expr(c, s->v.Slice.upper);
    else
        vv_cg_load_none(c, s->loc);
    if (s->v.Slice.step == NULL)
        return 2;
    vv_cg_expr(c, s->v.Slice.step);
    return 3;
}

static void finish_subscript(vv_compiler *c, vv_expr *e) {
    int ctx = e->v.Subscript.ctx;
    if (vv_cg_is_plain_slice(e->v.Subscript.slice) && ctx != VV_CTX_Del) {
        vv_cg_slice_parts(c, e->v.Subscript.slice);
        vv_cg_emit(c, ctx == VV_CTX_Load ? VV_OP_BINARY_SLICE : VV_OP_STORE_SLICE, 0, e->loc);
        return;
    }
    vv_cg_expr(c, e->v.Subscript.slice);
    vv_cg_emit(c,
               ctx == VV_CTX_Load    ? VV_OP_BINARY_SUBSCR
               : ctx == VV_CTX_Store ? VV_OP_STORE_SUBSCR
                                     : VV_OP_DELETE_SUBSCR,
               0, e->loc);
}

static void finish_attribute(vv_compiler *c, vv_expr *e) {
    vv_loc loc = vv_cg_attr_loc(e->loc, e);
    int ctx = e->v.Attribute.ctx;
    if (vv_cg_forbidden(c, e->v.Attribute.attr, ctx == VV_CTX_Store ? ctx : VV_CTX_Load, loc))
        return;
    vv_cg_emit_name(c,
                    ctx == VV_CTX_Load    ? VV_OP_LOAD_ATTR
                    : ctx == VV_CTX_Store ? VV_OP_STORE_ATTR
                                          : VV_OP_DELETE_ATTR,
                    e->v.Attribute.attr, loc);
}

/* ---- chains ---- */

/* Emits what comes before the operand through which a chain goes on, and answers that operand; NULL if `e` is not a
 * link (then it was emitted whole, if *ret_done). */
static vv_expr *begin_link(vv_compiler *c, vv_expr *e, bool *ret_done) {
    *ret_done = false;
    switch (e->kind) {
    case VV_EXPR_BinOp: return e->v.BinOp.left;
    case VV_EXPR_Subscript:
        if (e->v.Subscript.ctx == VV_CTX_Load)
            warn_subscript(c, e->v.Subscript.value, e->v.Subscript.slice);
        return e->v.Subscript.value;
    case VV_EXPR_Attribute:
        if (e->v.Attribute.ctx != VV_CTX_Load || !is_super_attribute(c, e))
            return e->v.Attribute.value;
        emit_super_args(c, e->v.Attribute.value);
        vv_cg_emit_name(
            c, e->v.Attribute.value->v.Call.args.count > 0 ? VV_OP_LOAD_SUPER_ATTR : VV_OP_LOAD_ZERO_SUPER_ATTR,
            e->v.Attribute.attr, e->loc);
        vv_cg_emit(c, VV_OP_NOP, 0, vv_cg_attr_loc(e->loc, e));
        *ret_done = true;
        return NULL;
    case VV_EXPR_Call: {
        vv_expr *m = e->v.Call.func;
        check_keywords(c, e->v.Call.keywords);
        if (!is_method_call(c, e)) {
            warn_caller(c, m);
            vv_cg_emit(c, VV_OP_PUSH_NULL, 0, m->loc);
            return m;
        }
        if (!is_super_attribute(c, m))
            return m->v.Attribute.value;
        emit_super_args(c, m->v.Attribute.value);
        vv_cg_emit_name(
            c, m->v.Attribute.value->v.Call.args.count > 0 ? VV_OP_LOAD_SUPER_METHOD : VV_OP_LOAD_ZERO_SUPER_METHOD,
            m->v.Attribute.attr, m->loc);
        vv_cg_emit(c, VV_OP_NOP, 0, vv_cg_attr_loc(m->loc, m));
        finish_method_call(c, e);
        *ret_done = true;
        return NULL;
    }
    default: return NULL;
    }
}

/* Emits what comes after that operand. */
static void finish_link(vv_compiler *c, vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_BinOp:
        vv_cg_expr(c, e->v.BinOp.right);
        vv_cg_emit(c, VV_OP_BINARY_OP, vv_cg_binary_number(e->v.BinOp.op), e->loc);
        break;
    case VV_EXPR_Subscript: finish_subscript(c, e); break;
    case VV_EXPR_Attribute: finish_attribute(c, e); break;
    default:
        if (is_method_call(c, e)) {
            vv_expr *m = e->v.Call.func;
            vv_cg_emit_name(c, VV_OP_LOAD_METHOD, m->v.Attribute.attr, vv_cg_attr_loc(m->loc, m));
            finish_method_call(c, e);
        } else {
            vv_cg_call_args(c, e->loc, 0, e->v.Call.args, e->v.Call.keywords);
        }
        break;
    }
}

static VV_NOINLINE void emit_chain(vv_compiler *c, vv_expr *e) {
    size_t base = c->chain.count;
    bool done;
    for (vv_expr *inner; (inner = begin_link(c, e, &done)) != NULL && !c->failed; e = inner)
        if (vv_node_push(c->arena, &c->chain, e) < 0) {
            vv_raise_memory(c->t);
            c->failed = true;
        }
    if (!done)
        vv_cg_expr(c, e);
    while (c->chain.count > base && !c->failed)
        finish_link(c, c->chain.items[--c->chain.count]);
}

/* ---- the rest ---- */

static void emit_unary(vv_compiler *c, vv_expr *e) {
    vv_cg_expr(c, e->v.UnaryOp.operand);
    switch (e->v.UnaryOp.op) {
    case VV_UNARYOP_Invert: vv_cg_emit(c, VV_OP_UNARY_INVERT, 0, e->loc); break;
    case VV_UNARYOP_Not: vv_cg_emit(c, VV_OP_UNARY_NOT, 0, e->loc); break;
    case VV_UNARYOP_USub: vv_cg_emit(c, VV_OP_UNARY_NEGATIVE, 0, e->loc); break;
    default: vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_UNARY_POSITIVE, e->loc); break;
    }
}

static void emit_yield_expr(vv_compiler *c, vv_expr *e) {
    if (!vv_scope_is_function_like(c->u->scope)) {
        vv_cg_error(c, e->loc, e->kind == VV_EXPR_Yield ? "'yield' outside function" : "'yield from' outside function");
        return;
    }
    if (e->kind == VV_EXPR_Yield) {
        if (e->v.Yield.value != NULL)
            vv_cg_expr(c, e->v.Yield.value);
        else
            vv_cg_load_none(c, e->loc);
        vv_cg_yield(c, e->loc);
        return;
    }
    if (c->u->kind == VV_UNIT_ASYNC_FUNCTION) {
        vv_cg_error(c, e->loc, "'yield from' inside async function");
        return;
    }
    vv_cg_expr(c, e->v.YieldFrom.value);
    vv_cg_emit(c, VV_OP_GET_YIELD_FROM_ITER, 0, e->loc);
    vv_cg_load_none(c, e->loc);
    vv_cg_yield_from(c, e->loc, false);
}

static void emit_await_expr(vv_compiler *c, vv_expr *e) {
    bool top = vv_cg_top_level_await(c);
    if (!top && !vv_scope_is_function_like(c->u->scope)) {
        vv_cg_error(c, e->loc, "'await' outside function");
        return;
    }
    if (!top && c->u->kind != VV_UNIT_ASYNC_FUNCTION && c->u->kind != VV_UNIT_COMPREHENSION) {
        vv_cg_error(c, e->loc, "'await' outside async function");
        return;
    }
    vv_cg_expr(c, e->v.Await.value);
    vv_cg_await(c, 0, e->loc);
}

void vv_cg_expr(vv_compiler *c, vv_expr *e) {
    if (!vv_cg_enter_level(c))
        return;
    switch (e->kind) {
    case VV_EXPR_NamedExpr:
        vv_cg_expr(c, e->v.NamedExpr.value);
        vv_cg_emit(c, VV_OP_COPY, 1, e->loc);
        vv_cg_expr(c, e->v.NamedExpr.target);
        break;
    case VV_EXPR_BoolOp: emit_boolop(c, e); break;
    case VV_EXPR_BinOp:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript:
    case VV_EXPR_Call: emit_chain(c, e); break;
    case VV_EXPR_UnaryOp: emit_unary(c, e); break;
    case VV_EXPR_Lambda: vv_cg_lambda(c, e); break;
    case VV_EXPR_IfExp: emit_if_expr(c, e); break;
    case VV_EXPR_Dict: emit_dict(c, e); break;
    case VV_EXPR_Set:
        emit_display(c, e->loc, e->v.Set.elts, 0, VV_OP_BUILD_SET, VV_OP_SET_ADD, VV_OP_SET_UPDATE, false);
        break;
    case VV_EXPR_List:
    case VV_EXPR_Tuple: emit_sequence(c, e); break;
    case VV_EXPR_ListComp:
    case VV_EXPR_SetComp:
    case VV_EXPR_DictComp:
    case VV_EXPR_GeneratorExp: vv_cg_comprehension(c, e); break;
    case VV_EXPR_Yield:
    case VV_EXPR_YieldFrom: emit_yield_expr(c, e); break;
    case VV_EXPR_Await: emit_await_expr(c, e); break;
    case VV_EXPR_Compare: emit_compare(c, e); break;
    case VV_EXPR_FormattedValue: emit_formatted(c, e); break;
    case VV_EXPR_JoinedStr: emit_joined(c, e); break;
    case VV_EXPR_Constant: vv_cg_load(c, e->v.Constant.value, e->loc); break;
    case VV_EXPR_Starred:
        vv_cg_error(c, e->loc,
                    e->v.Starred.ctx == VV_CTX_Store ? "starred assignment target must be in a list or tuple"
                                                     : "can't use starred expression here");
        break;
    case VV_EXPR_Slice: {
        int n = vv_cg_slice_parts(c, e);
        vv_cg_emit(c, VV_OP_BUILD_SLICE, n, e->loc);
        break;
    }
    default: /* Name */ vv_cg_name(c, e->v.Name.id, e->v.Name.ctx, e->loc); break;
    }
    vv_cg_leave_level(c);
}
