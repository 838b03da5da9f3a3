/* constfold.c - rewrites constant expressions of a tree into Constant nodes, with the limits CPython 3.12 sets so that
 * source like `2 ** 10 ** 9` neither hangs the compiler nor bloats the code. What raises stays as it is: the program
 * raises it at run time.
 */
#include "compiler/constfold.h"

#include "compiler/symtable.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/set.h"
#include "types/tuple.h"

#include <stdio.h>
#include <string.h>

enum { MAX_INT_BITS = 128, MAX_ITEMS = 256, MAX_TEXT = 4096, MAX_TOTAL_ITEMS = 1024 };

typedef struct folder {
    vv_thread *t;
    vv_arena *arena;
    vv_node_stack chain;
    int depth;
    bool future_annotations, debug, failed;
} folder;

static void fold(folder *f, vv_expr *e);
static void fold_body(folder *f, vv_stmt_seq body);
static void fold_stmts(folder *f, vv_stmt_seq body);

static bool enter_level(folder *f) {
    if (f->failed)
        return false;
    if (++f->depth > VV_COMPILER_MAX_DEPTH) {
        vv_raise(f->t, VV_RecursionError, VV_COMPILER_DEPTH_ERROR);
        f->failed = true;
        return false;
    }
    return true;
}

/* The node becomes the constant; takes `value`. NULL: the operation raised, so the node stays (only want of memory is
 * passed on). */
static void make_constant_take(folder *f, vv_expr *e, vv_owned value) {
    if (value == NULL) {
        if (vv_error_is(f->t, VV_MemoryError))
            f->failed = true;
        else
            vv_clear_error(f->t);
        return;
    }
    vv_obj *kept = vv_ast_own_take(f->t, f->arena, value);
    if (kept == NULL) {
        f->failed = true;
        return;
    }
    e->kind = VV_EXPR_Constant;
    e->v.Constant.value = kept;
    e->v.Constant.kind = NULL;
}

/* ---- operators on constants: the slots of built-in types, which never have to run Python ---- */

/* The result of a finished step: owned, NULL with an exception or (not_implemented) without. */
static vv_owned step_result(folder *f, vv_step step, bool *ret_not_implemented) {
    *ret_not_implemented = false;
    if (step != VV_READY)
        return NULL;
    vv_owned result = vv_take_ret(f->t);
    if (result == VV_NOT_IMPLEMENTED(f->t)) {
        *ret_not_implemented = true;
        return NULL;
    }
    return result;
}

static vv_shape_BINARY *binary_slot(vv_ref o, int op) {
    const vv_slots *s = &o->type->s;
    switch (op) {
    case VV_OPERATOR_Add: return s->add;
    case VV_OPERATOR_Sub: return s->sub;
    case VV_OPERATOR_Mult: return s->mul;
    case VV_OPERATOR_Div: return s->truediv;
    case VV_OPERATOR_FloorDiv: return s->floordiv;
    case VV_OPERATOR_Mod: return s->mod;
    case VV_OPERATOR_LShift: return s->lshift;
    case VV_OPERATOR_RShift: return s->rshift;
    case VV_OPERATOR_BitOr: return s->or_;
    case VV_OPERATOR_BitXor: return s->xor ;
    case VV_OPERATOR_BitAnd: return s->and_;
    default: return NULL;
    }
}

/* NULL: cannot be folded; an exception may be set. */
static vv_owned binary(folder *f, int op, vv_ref a, vv_ref b) {
    bool unknown = true;
    vv_owned r = NULL;
    vv_ref operands[2] = {a, b};
    int tries = a->type == b->type ? 1 : 2;
    for (int i = 0; i < tries && unknown; i++) {
        const vv_type *type = operands[i]->type;
        if (op == VV_OPERATOR_Pow) {
            if (type->s.pow != NULL)
                r = step_result(f, type->s.pow(f->t, a, b, NULL), &unknown);
        } else if (binary_slot(operands[i], op) != NULL) {
            r = step_result(f, binary_slot(operands[i], op)(f->t, a, b), &unknown);
        }
    }
    if (!unknown)
        return r;
    if (op == VV_OPERATOR_Add && a->type->s.concat != NULL)
        return step_result(f, a->type->s.concat(f->t, a, b), &unknown);
    if (op == VV_OPERATOR_Mult && a->type->s.repeat != NULL && VV_ISA(b, INT))
        return step_result(f, a->type->s.repeat(f->t, a, b), &unknown);
    if (op == VV_OPERATOR_Mult && b->type->s.repeat != NULL && VV_ISA(a, INT))
        return step_result(f, b->type->s.repeat(f->t, b, a), &unknown);
    return NULL;
}

/* Counts the items of nested tuples down from *left: false when there are more. */
static bool few_items(folder *f, vv_ref o, int64_t *left) {
    if (!VV_ISA(o, TUPLE))
        return true;
    if (!enter_level(f))
        return false;
    *left -= (int64_t)VV_TUPLE(o)->length;
    bool ok = *left >= 0;
    for (size_t i = 0; ok && i < VV_TUPLE(o)->length; i++)
        ok = few_items(f, VV_TUPLE(o)->items[i], left);
    f->depth--;
    return ok;
}

static bool repeat_is_small(folder *f, vv_ref count, vv_ref sequence) {
    int64_t n, length, limit = MAX_TEXT;
    if (VV_ISA(sequence, STR))
        length = vv_str_length(sequence);
    else if (VV_ISA(sequence, BYTES))
        length = (int64_t)VV_BYTES(sequence)->length;
    else {
        length = (int64_t)VV_TUPLE(sequence)->length;
        limit = MAX_ITEMS;
    }
    if (length == 0)
        return true;
    if (vv_int_to_i64(count, &n) != 0 || n < 0 || n > limit / length)
        return false;
    if (n == 0 || !VV_ISA(sequence, TUPLE))
        return true;
    int64_t left = MAX_TOTAL_ITEMS / n;
    return few_items(f, sequence, &left);
}

static bool is_sequence(vv_ref o) {
    return VV_ISA(o, STR) || VV_ISA(o, BYTES) || VV_ISA(o, TUPLE);
}

/* Is the result small enough to be worth computing now? */
static bool is_small(folder *f, int op, vv_ref a, vv_ref b) {
    bool ints = VV_ISA(a, INT) && VV_ISA(b, INT);
    int64_t n;
    switch (op) {
    case VV_OPERATOR_Mult:
        if (ints)
            return vv_int_sign(a) == 0 || vv_int_sign(b) == 0 ||
                   vv_int_bit_length(a) + vv_int_bit_length(b) <= MAX_INT_BITS;
        if (VV_ISA(a, INT) && is_sequence(b))
            return repeat_is_small(f, a, b);
        if (VV_ISA(b, INT) && is_sequence(a))
            return repeat_is_small(f, b, a);
        return true;
    case VV_OPERATOR_Pow:
        if (!ints || vv_int_sign(a) == 0 || vv_int_sign(b) <= 0)
            return true;
        return vv_int_to_i64(b, &n) == 0 && vv_int_bit_length(a) <= (uint64_t)(MAX_INT_BITS / n);
    case VV_OPERATOR_LShift:
        if (!ints || vv_int_sign(a) == 0 || vv_int_sign(b) == 0)
            return true;
        return vv_int_to_i64(b, &n) == 0 && n >= 0 && n <= MAX_INT_BITS &&
               vv_int_bit_length(a) <= (uint64_t)(MAX_INT_BITS - n);
    case VV_OPERATOR_Mod: return !VV_ISA(a, STR) && !VV_ISA(a, BYTES);
    case VV_OPERATOR_MatMult: return false;
    default: return true;
    }
}

static int truth(folder *f, vv_ref o) {
    vv_thread *t = f->t;
    if (o == VV_NONE(t))
        return 0;
    if (VV_ISA(o, STR))
        return vv_str_length(o) != 0;
    if (VV_ISA(o, BYTES))
        return VV_BYTES(o)->length != 0;
    if (VV_ISA(o, TUPLE))
        return VV_TUPLE(o)->length != 0;
    if (VV_ISA(o, INT))
        return vv_int_sign(o) != 0;
    if (o->type->s.bool_ != NULL && o->type->s.bool_(t, o) == VV_READY)
        return t->ival != 0;
    return 1;
}

static void fold_unary(folder *f, vv_expr *e) {
    vv_expr *operand = e->v.UnaryOp.operand;
    int op = e->v.UnaryOp.op;
    if (operand->kind != VV_EXPR_Constant) {
        /* not (a is b), not (a in b) have operators of their own; other comparisons may be anything */
        if (op != VV_UNARYOP_Not || operand->kind != VV_EXPR_Compare || operand->v.Compare.ops.count != 1)
            return;
        uint8_t *cmp = &operand->v.Compare.ops.items[0];
        switch (*cmp) {
        case VV_CMPOP_Is: *cmp = VV_CMPOP_IsNot; break;
        case VV_CMPOP_IsNot: *cmp = VV_CMPOP_Is; break;
        case VV_CMPOP_In: *cmp = VV_CMPOP_NotIn; break;
        case VV_CMPOP_NotIn: *cmp = VV_CMPOP_In; break;
        default: return;
        }
        *e = *operand;
        return;
    }
    vv_ref value = operand->v.Constant.value;
    if (op == VV_UNARYOP_Not) {
        make_constant_take(f, e, vv_bool(f->t, !truth(f, value)));
        return;
    }
    /* ~True warns when it is executed, but not here: taken as the int it is */
    const vv_slots *s = op == VV_UNARYOP_Invert && VV_ISA(value, INT) ? &VV_TYPEP(f->t, INT)->s : &value->type->s;
    vv_shape_UNARY *slot = op == VV_UNARYOP_UAdd ? s->pos : op == VV_UNARYOP_USub ? s->neg : s->invert;
    bool unknown;
    if (slot == NULL)
        return;
    vv_owned r = step_result(f, slot(f->t, value), &unknown);
    if (!unknown)
        make_constant_take(f, e, r);
}

/* ---- 'text %s' % (a, b) ---- */

typedef struct format_scan {
    vv_ref format;
    size_t at;
} format_scan;

/* Literal text up to the next field, with %% as %: a Constant; *ret_none when there is none. */
static vv_expr *scan_literal(folder *f, format_scan *s, bool *ret_none) {
    size_t n = vv_str_length(s->format), start = s->at;
    vv_strbuilder b = {0};
    while (s->at < n) {
        uint32_t ch = vv_str_at(s->format, s->at);
        if (ch == '%') {
            if (s->at + 1 >= n || vv_str_at(s->format, s->at + 1) != '%')
                break;
            s->at++;
        }
        if (vv_strbuilder_char(f->t, &b, ch) < 0) {
            vv_strbuilder_drop(f->t, &b);
            f->failed = true;
            return NULL;
        }
        s->at++;
    }
    *ret_none = s->at == start;
    if (*ret_none)
        return NULL;
    vv_obj *text = vv_ast_own_take(f->t, f->arena, vv_strbuilder_finish(f->t, &b));
    vv_expr *e = text == NULL ? NULL : vv_ast_expr(f->t, f->arena, VV_EXPR_Constant, (vv_loc){-1, -1, -1, -1});
    if (e == NULL)
        f->failed = true;
    else
        e->v.Constant.value = text;
    return e;
}

static int scan_number(format_scan *s, uint32_t *ch) {
    enum { MAX_DIGITS = 3 };
    int value = 0, digits = 0;
    size_t n = vv_str_length(s->format);
    while (*ch >= '0' && *ch <= '9') {
        value = value * 10 + (int)(*ch - '0');
        if (s->at >= n)
            return -2;
        *ch = vv_str_at(s->format, s->at++);
        if (++digits >= MAX_DIGITS)
            return -2;
    }
    return value;
}

/* A field after its %: %s, %r, %a with flag -, width and precision. NULL: something else. */
static vv_expr *scan_field(folder *f, format_scan *s, vv_expr *value) {
    size_t n = vv_str_length(s->format);
    bool left = false;
    int width = -1, precision = -1;
    uint32_t ch;
    do {
        if (s->at >= n)
            return NULL;
        ch = vv_str_at(s->format, s->at++);
        left |= ch == '-';
    } while (ch == '-' || ch == '+' || ch == ' ' || ch == '#' || ch == '0');
    if (ch >= '0' && ch <= '9' && (width = scan_number(s, &ch)) == -2)
        return NULL;
    if (ch == '.') {
        if (s->at >= n)
            return NULL;
        ch = vv_str_at(s->format, s->at++);
        if ((precision = scan_number(s, &ch)) == -2)
            return NULL;
    }
    if (ch != 's' && ch != 'r' && ch != 'a')
        return NULL;
    vv_expr *field = vv_ast_expr(f->t, f->arena, VV_EXPR_FormattedValue, value->loc);
    if (field == NULL) {
        f->failed = true;
        return NULL;
    }
    field->v.FormattedValue.value = value;
    field->v.FormattedValue.conversion = (int)ch;
    char spec[24];
    int length = 0;
    if (!left && width > 0)
        spec[length++] = '>';
    if (width >= 0)
        length += snprintf(spec + length, sizeof spec - (size_t)length, "%d", width);
    if (precision >= 0)
        length += snprintf(spec + length, sizeof spec - (size_t)length, ".%d", precision);
    if (length > 0) {
        vv_obj *text = vv_ast_own_take(f->t, f->arena, vv_str_from_utf8(f->t, spec, (size_t)length));
        vv_expr *constant =
            text == NULL ? NULL : vv_ast_expr(f->t, f->arena, VV_EXPR_Constant, (vv_loc){-1, -1, -1, -1});
        if (constant == NULL) {
            f->failed = true;
            return NULL;
        }
        constant->v.Constant.value = text;
        field->v.FormattedValue.format_spec = constant;
    }
    return field;
}

/* A %-format with a tuple display becomes an f-string. */
static void fold_format(folder *f, vv_expr *e, vv_ref format, vv_expr_seq elts) {
    for (int i = 0; i < elts.count; i++)
        if (elts.items[i]->kind == VV_EXPR_Starred)
            return;
    vv_expr_seq pieces = {0, vv_ast_alloc(f->t, f->arena, ((size_t)elts.count * 2 + 1) * sizeof *pieces.items)};
    if (pieces.items == NULL) {
        f->failed = true;
        return;
    }
    format_scan s = {format, 0};
    int used = 0;
    for (;;) {
        bool none;
        vv_expr *literal = scan_literal(f, &s, &none);
        if (f->failed)
            return;
        if (!none)
            pieces.items[pieces.count++] = literal;
        if (s.at >= vv_str_length(format))
            break;
        if (used >= elts.count)
            return;
        s.at++;
        vv_expr *field = scan_field(f, &s, elts.items[used++]);
        if (field == NULL)
            return;
        pieces.items[pieces.count++] = field;
    }
    if (used < elts.count)
        return;
    e->kind = VV_EXPR_JoinedStr;
    e->v.JoinedStr.values = pieces;
}

static void fold_binary(folder *f, vv_expr *e) {
    const vv_expr *left = e->v.BinOp.left, *right = e->v.BinOp.right;
    int op = e->v.BinOp.op;
    if (left->kind != VV_EXPR_Constant)
        return;
    vv_ref a = left->v.Constant.value;
    if (op == VV_OPERATOR_Mod && right->kind == VV_EXPR_Tuple && VV_ISA(a, STR)) {
        fold_format(f, e, a, right->v.Tuple.elts);
        return;
    }
    if (right->kind != VV_EXPR_Constant || !is_small(f, op, a, right->v.Constant.value) || f->failed)
        return;
    vv_owned r = binary(f, op, a, right->v.Constant.value);
    if (r != NULL || f->t->exc != NULL)
        make_constant_take(f, e, r);
}

/* ---- displays ---- */

/* A tuple of constant expressions, owned; NULL without exception if one is not constant. */
static vv_owned constant_tuple(folder *f, vv_expr_seq elts) {
    for (int i = 0; i < elts.count; i++)
        if (elts.items[i]->kind != VV_EXPR_Constant)
            return NULL;
    vv_owned tuple = vv_tuple_new(f->t, (size_t)elts.count);
    if (tuple == NULL) {
        f->failed = true;
        return NULL;
    }
    for (int i = 0; i < elts.count; i++)
        VV_TUPLE(tuple)->items[i] = vv_newref(elts.items[i]->v.Constant.value);
    if (elts.count > 0)
        vv_tuple_done(f->t, tuple);
    return tuple;
}

static void fold_tuple(folder *f, vv_expr *e) {
    if (e->v.Tuple.ctx != VV_CTX_Load)
        return;
    vv_owned tuple = constant_tuple(f, e->v.Tuple.elts);
    if (tuple != NULL)
        make_constant_take(f, e, tuple);
}

/* What is only iterated or searched: a list display may be a tuple, a set display a frozenset. */
static void fold_iterable(folder *f, vv_expr *e) {
    if (f->failed)
        return;
    if (e->kind == VV_EXPR_List) {
        for (int i = 0; i < e->v.List.elts.count; i++)
            if (e->v.List.elts.items[i]->kind == VV_EXPR_Starred)
                return;
        e->kind = VV_EXPR_Tuple;
        vv_owned tuple = constant_tuple(f, e->v.Tuple.elts);
        if (tuple != NULL)
            make_constant_take(f, e, tuple);
    } else if (e->kind == VV_EXPR_Set) {
        VV_AUTO tuple = {f->t, constant_tuple(f, e->v.Set.elts)};
        if (tuple.o == NULL)
            return;
        vv_owned set = vv_frozenset_new(f->t);
        for (size_t i = 0; set != NULL && i < VV_TUPLE(tuple.o)->length; i++)
            if (vv_set_add_now(f->t, set, VV_TUPLE(tuple.o)->items[i]) < 0) {
                vv_decref(f->t, set);
                set = NULL;
            }
        if (set != NULL || f->t->exc != NULL)
            make_constant_take(f, e, set);
    }
}

static void fold_subscript(folder *f, vv_expr *e) {
    const vv_expr *value = e->v.Subscript.value, *index = e->v.Subscript.slice;
    if (e->v.Subscript.ctx != VV_CTX_Load || value->kind != VV_EXPR_Constant || index->kind != VV_EXPR_Constant)
        return;
    vv_ref o = value->v.Constant.value;
    bool unknown;
    if (!is_sequence(o) || !VV_ISA(index->v.Constant.value, INT) || o->type->s.getitem == NULL)
        return;
    vv_owned r = step_result(f, o->type->s.getitem(f->t, o, index->v.Constant.value), &unknown);
    if (!unknown)
        make_constant_take(f, e, r);
}

/* ---- the walk ---- */

static void fold_all(folder *f, vv_expr_seq seq) {
    for (int i = 0; i < seq.count && !f->failed; i++)
        if (seq.items[i] != NULL)
            fold(f, seq.items[i]);
}
static void fold_optional(folder *f, vv_expr *e) {
    if (e != NULL && !f->failed)
        fold(f, e);
}

static void fold_generators(folder *f, vv_comprehension_seq generators) {
    for (int i = 0; i < generators.count && !f->failed; i++) {
        vv_comprehension *g = generators.items[i];
        fold(f, g->target);
        fold(f, g->iter);
        fold_all(f, g->ifs);
        fold_iterable(f, g->iter);
    }
}

static void fold_arg_annotations(folder *f, vv_arg_seq args) {
    for (int i = 0; i < args.count; i++)
        fold_optional(f, args.items[i]->annotation);
}
static void fold_arguments(folder *f, vv_arguments *a) {
    if (!f->future_annotations) {
        fold_arg_annotations(f, a->posonlyargs);
        fold_arg_annotations(f, a->args);
        fold_arg_annotations(f, a->kwonlyargs);
        if (a->vararg != NULL)
            fold_optional(f, a->vararg->annotation);
        if (a->kwarg != NULL)
            fold_optional(f, a->kwarg->annotation);
    }
    fold_all(f, a->kw_defaults);
    fold_all(f, a->defaults);
}

static void fold_link(folder *f, vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_BinOp:
        fold(f, e->v.BinOp.right);
        if (!f->failed)
            fold_binary(f, e);
        break;
    case VV_EXPR_Subscript:
        fold(f, e->v.Subscript.slice);
        if (!f->failed)
            fold_subscript(f, e);
        break;
    case VV_EXPR_Call:
        fold_all(f, e->v.Call.args);
        for (int i = 0; i < e->v.Call.keywords.count; i++)
            fold_optional(f, e->v.Call.keywords.items[i]->value);
        break;
    default: break;
    }
}

static void fold_chain(folder *f, vv_expr *e) {
    size_t base = f->chain.count;
    for (vv_expr *inner; (inner = vv_chain_child(e)) != NULL; e = inner)
        if (vv_node_push(f->arena, &f->chain, e) < 0) {
            vv_raise_memory(f->t);
            f->failed = true;
            return;
        }
    fold(f, e);
    while (f->chain.count > base && !f->failed)
        fold_link(f, f->chain.items[--f->chain.count]);
}

static void fold(folder *f, vv_expr *e) {
    if (!enter_level(f))
        return;
    switch (e->kind) {
    case VV_EXPR_BoolOp: fold_all(f, e->v.BoolOp.values); break;
    case VV_EXPR_NamedExpr: fold(f, e->v.NamedExpr.value); break;
    case VV_EXPR_BinOp:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript:
    case VV_EXPR_Call: fold_chain(f, e); break;
    case VV_EXPR_UnaryOp:
        fold(f, e->v.UnaryOp.operand);
        if (!f->failed)
            fold_unary(f, e);
        break;
    case VV_EXPR_Lambda:
        fold_arguments(f, e->v.Lambda.args);
        fold_optional(f, e->v.Lambda.body);
        break;
    case VV_EXPR_IfExp:
        fold(f, e->v.IfExp.test);
        fold_optional(f, e->v.IfExp.body);
        fold_optional(f, e->v.IfExp.orelse);
        break;
    case VV_EXPR_Dict:
        fold_all(f, e->v.Dict.keys);
        fold_all(f, e->v.Dict.values);
        break;
    case VV_EXPR_Set: fold_all(f, e->v.Set.elts); break;
    case VV_EXPR_ListComp:
    case VV_EXPR_SetComp:
    case VV_EXPR_GeneratorExp:
        fold(f, e->v.ListComp.elt);
        fold_generators(f, e->v.ListComp.generators);
        break;
    case VV_EXPR_DictComp:
        fold(f, e->v.DictComp.key);
        fold_optional(f, e->v.DictComp.value);
        fold_generators(f, e->v.DictComp.generators);
        break;
    case VV_EXPR_Await: fold(f, e->v.Await.value); break;
    case VV_EXPR_Yield: fold_optional(f, e->v.Yield.value); break;
    case VV_EXPR_YieldFrom: fold(f, e->v.YieldFrom.value); break;
    case VV_EXPR_Compare: {
        int last = e->v.Compare.ops.count - 1;
        fold(f, e->v.Compare.left);
        fold_all(f, e->v.Compare.comparators);
        if (e->v.Compare.ops.items[last] == VV_CMPOP_In || e->v.Compare.ops.items[last] == VV_CMPOP_NotIn)
            fold_iterable(f, e->v.Compare.comparators.items[last]);
        break;
    }
    case VV_EXPR_FormattedValue:
        fold(f, e->v.FormattedValue.value);
        fold_optional(f, e->v.FormattedValue.format_spec);
        break;
    case VV_EXPR_JoinedStr: fold_all(f, e->v.JoinedStr.values); break;
    case VV_EXPR_Starred: fold(f, e->v.Starred.value); break;
    case VV_EXPR_List: fold_all(f, e->v.List.elts); break;
    case VV_EXPR_Tuple:
        fold_all(f, e->v.Tuple.elts);
        if (!f->failed)
            fold_tuple(f, e);
        break;
    case VV_EXPR_Slice:
        fold_optional(f, e->v.Slice.lower);
        fold_optional(f, e->v.Slice.upper);
        fold_optional(f, e->v.Slice.step);
        break;
    case VV_EXPR_Name:
        if (e->v.Name.ctx == VV_CTX_Load && vv_str_equal_cstr(e->v.Name.id, "__debug__"))
            make_constant_take(f, e, vv_bool(f->t, f->debug));
        break;
    default: /* Constant */ break;
    }
    f->depth--;
}

static void fold_pattern(folder *f, vv_pattern *p) {
    if (!enter_level(f))
        return;
    const vv_pattern_seq *subpatterns = NULL;
    switch (p->kind) {
    case VV_PATTERN_MatchValue: fold(f, p->v.MatchValue.value); break;
    case VV_PATTERN_MatchSequence: subpatterns = &p->v.MatchSequence.patterns; break;
    case VV_PATTERN_MatchMapping:
        fold_all(f, p->v.MatchMapping.keys);
        subpatterns = &p->v.MatchMapping.patterns;
        break;
    case VV_PATTERN_MatchClass:
        fold(f, p->v.MatchClass.cls);
        for (int i = 0; i < p->v.MatchClass.patterns.count && !f->failed; i++)
            fold_pattern(f, p->v.MatchClass.patterns.items[i]);
        subpatterns = &p->v.MatchClass.kwd_patterns;
        break;
    case VV_PATTERN_MatchAs:
        if (p->v.MatchAs.pattern != NULL)
            fold_pattern(f, p->v.MatchAs.pattern);
        break;
    case VV_PATTERN_MatchOr: subpatterns = &p->v.MatchOr.patterns; break;
    default: break;
    }
    for (int i = 0; subpatterns != NULL && i < subpatterns->count && !f->failed; i++)
        fold_pattern(f, subpatterns->items[i]);
    f->depth--;
}

static void fold_type_params(folder *f, vv_type_param_seq params) {
    for (int i = 0; i < params.count; i++)
        if (params.items[i]->kind == VV_TYPE_PARAM_TypeVar)
            fold_optional(f, params.items[i]->v.TypeVar.bound);
}

static void fold_stmt(folder *f, vv_stmt *s) {
    if (!enter_level(f))
        return;
    switch (s->kind) {
    case VV_STMT_FunctionDef:
    case VV_STMT_AsyncFunctionDef:
        fold_type_params(f, s->v.FunctionDef.type_params);
        fold_arguments(f, s->v.FunctionDef.args);
        fold_body(f, s->v.FunctionDef.body);
        fold_all(f, s->v.FunctionDef.decorator_list);
        if (!f->future_annotations)
            fold_optional(f, s->v.FunctionDef.returns);
        break;
    case VV_STMT_ClassDef:
        fold_type_params(f, s->v.ClassDef.type_params);
        fold_all(f, s->v.ClassDef.bases);
        for (int i = 0; i < s->v.ClassDef.keywords.count; i++)
            fold_optional(f, s->v.ClassDef.keywords.items[i]->value);
        fold_body(f, s->v.ClassDef.body);
        fold_all(f, s->v.ClassDef.decorator_list);
        break;
    case VV_STMT_Return: fold_optional(f, s->v.Return.value); break;
    case VV_STMT_Delete: fold_all(f, s->v.Delete.targets); break;
    case VV_STMT_Assign:
        fold_all(f, s->v.Assign.targets);
        fold_optional(f, s->v.Assign.value);
        break;
    case VV_STMT_TypeAlias:
        fold_type_params(f, s->v.TypeAlias.type_params);
        fold_optional(f, s->v.TypeAlias.value);
        break;
    case VV_STMT_AugAssign:
        fold(f, s->v.AugAssign.target);
        fold_optional(f, s->v.AugAssign.value);
        break;
    case VV_STMT_AnnAssign:
        fold(f, s->v.AnnAssign.target);
        if (!f->future_annotations)
            fold_optional(f, s->v.AnnAssign.annotation);
        fold_optional(f, s->v.AnnAssign.value);
        break;
    case VV_STMT_For:
    case VV_STMT_AsyncFor:
        fold(f, s->v.For.target);
        fold_optional(f, s->v.For.iter);
        fold_stmts(f, s->v.For.body);
        fold_stmts(f, s->v.For.orelse);
        if (s->kind == VV_STMT_For)
            fold_iterable(f, s->v.For.iter);
        break;
    case VV_STMT_While:
        fold(f, s->v.While.test);
        fold_stmts(f, s->v.While.body);
        fold_stmts(f, s->v.While.orelse);
        break;
    case VV_STMT_If:
        for (;;) {
            fold_optional(f, s->v.If.test);
            fold_stmts(f, s->v.If.body);
            if (s->v.If.orelse.count != 1 || s->v.If.orelse.items[0]->kind != VV_STMT_If)
                break;
            s = s->v.If.orelse.items[0];
        }
        fold_stmts(f, s->v.If.orelse);
        break;
    case VV_STMT_With:
    case VV_STMT_AsyncWith:
        for (int i = 0; i < s->v.With.items.count; i++) {
            fold_optional(f, s->v.With.items.items[i]->context_expr);
            fold_optional(f, s->v.With.items.items[i]->optional_vars);
        }
        fold_stmts(f, s->v.With.body);
        break;
    case VV_STMT_Match:
        fold(f, s->v.Match.subject);
        for (int i = 0; i < s->v.Match.cases.count && !f->failed; i++) {
            fold_pattern(f, s->v.Match.cases.items[i]->pattern);
            fold_optional(f, s->v.Match.cases.items[i]->guard);
            fold_stmts(f, s->v.Match.cases.items[i]->body);
        }
        break;
    case VV_STMT_Raise:
        fold_optional(f, s->v.Raise.exc);
        fold_optional(f, s->v.Raise.cause);
        break;
    case VV_STMT_Try:
    case VV_STMT_TryStar:
        fold_stmts(f, s->v.Try.body);
        for (int i = 0; i < s->v.Try.handlers.count && !f->failed; i++) {
            fold_optional(f, s->v.Try.handlers.items[i]->type);
            fold_stmts(f, s->v.Try.handlers.items[i]->body);
        }
        fold_stmts(f, s->v.Try.orelse);
        fold_stmts(f, s->v.Try.finalbody);
        break;
    case VV_STMT_Assert:
        fold(f, s->v.Assert.test);
        fold_optional(f, s->v.Assert.msg);
        break;
    case VV_STMT_Expr: fold(f, s->v.Expr.value); break;
    default: break;
    }
    f->depth--;
}

static void fold_stmts(folder *f, vv_stmt_seq body) {
    for (int i = 0; i < body.count && !f->failed; i++)
        fold_stmt(f, body.items[i]);
}

/* A body whose first statement may be a docstring: only a literal is one, `'a' + 'b'` is not. */
static void fold_body(folder *f, vv_stmt_seq body) {
    bool had_docstring = vv_ast_docstring(body) != NULL;
    fold_stmts(f, body);
    vv_expr *first = had_docstring || f->failed ? NULL : vv_ast_docstring(body);
    if (first == NULL)
        return;
    vv_expr *text = vv_ast_expr(f->t, f->arena, VV_EXPR_Constant, first->loc);
    vv_expr **values = vv_ast_alloc(f->t, f->arena, sizeof *values);
    if (text == NULL || values == NULL) {
        f->failed = true;
        return;
    }
    *text = *first;
    values[0] = text;
    first->kind = VV_EXPR_JoinedStr;
    first->v.JoinedStr.values = (vv_expr_seq){1, values};
}

int vv_constfold(vv_thread *t, vv_arena *arena, vv_mod *mod, bool future_annotations, bool debug) {
    folder f = {.t = t, .arena = arena, .future_annotations = future_annotations, .debug = debug};
    switch (mod->kind) {
    case VV_MOD_Module: fold_body(&f, mod->v.Module.body); break;
    case VV_MOD_Interactive: fold_stmts(&f, mod->v.Interactive.body); break;
    default: fold(&f, mod->v.Expression.body); break;
    }
    return f.failed ? -1 : 0;
}
