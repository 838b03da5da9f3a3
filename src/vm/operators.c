/* operators.c - binary, unary and comparison operators: which operand's slot is asked, in which order.
 *
 * Slots of built-in types decide on NotImplemented before they push a frame, so they are called directly. Slots of
 * classes run Python that may answer NotImplemented afterwards: then a native frame remembers where the search stands.
 */
#include "object/alloc.h"
#include "object/error.h"
#include "object/slotdefs.h"
#include "types/int.h"
#include "types/leaf.h"
#include "vm/frame.h"

typedef struct operator_info {
    uint16_t slot, inplace; /* offsets into vv_slots */
    uint16_t name, reflected;
    const char *symbol;
} operator_info;

#define NAMED(op, field, word, symbol)                                                                                 \
    [op] = {offsetof(vv_slots, field), offsetof(vv_slots, i##word), VV_N___##word##__, VV_N___r##word##__, symbol}
#define OPERATOR(op, field, symbol) NAMED(op, field, field, symbol)
static const operator_info operators[] = {
    OPERATOR(VV_ADD, add, "+"),
    NAMED(VV_AND, and_, and, "&"),
    OPERATOR(VV_FLOORDIV, floordiv, "//"),
    OPERATOR(VV_LSHIFT, lshift, "<<"),
    OPERATOR(VV_MATMUL, matmul, "@"),
    OPERATOR(VV_MUL, mul, "*"),
    OPERATOR(VV_MOD, mod, "%"),
    NAMED(VV_OR, or_, or, "|"),
    OPERATOR(VV_POW, pow, "**"),
    OPERATOR(VV_RSHIFT, rshift, ">>"),
    OPERATOR(VV_SUB, sub, "-"),
    OPERATOR(VV_TRUEDIV, truediv, "/"),
    OPERATOR(VV_XOR, xor, "^"),
};

typedef void (*slot_fn)(void); /* any slot; called through its real shape */

static slot_fn slot_at(const vv_type *type, uint16_t offset) {
    return *(slot_fn *)((char *)&type->s + offset);
}

static vv_step call_slot(vv_thread *t, slot_fn fn, int op, vv_ref a, vv_ref b) {
    if (op == VV_POW)
        return ((vv_shape_TERNARY *)fn)(t, a, b, NULL);
    return ((vv_shape_BINARY *)fn)(t, a, b);
}

/* The two slots to ask, in order (either may be NULL). */
static void candidates(const operator_info *info, vv_ref a, vv_ref b, slot_fn *first, slot_fn *second) {
    *first = slot_at(a->type, info->slot);
    *second = NULL;
    if (b->type == a->type)
        return;
    *second = slot_at(b->type, info->slot);
    if (*second == *first) {
        *second = NULL;
    } else if (*second != NULL && vv_type_is_subtype(b->type, a->type)) {
        slot_fn swap = *first;
        *first = *second;
        *second = swap;
    }
}

static vv_step unsupported(vv_thread *t, int op, bool inplace, vv_ref a, vv_ref b) {
    const char *symbol = operators[op].symbol;
    if (op == VV_POW && !inplace)
        return vv_raise_step(t, VV_TypeError, "unsupported operand type(s) for ** or pow(): '%T' and '%T'", a, b);
    if (op == VV_RSHIFT && !inplace && VV_IS(t, a, BUILTIN) && VV_BUILTIN_OF(a)->def->name[0] == 'p' &&
        VV_BUILTIN_OF(a)->def->name[1] == 'r')
        return vv_raise_step(t, VV_TypeError,
                             "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean \"print(<message>, "
                             "file=<output_stream>)\"?",
                             a, b);
    return vv_raise_step(t, VV_TypeError, "unsupported operand type(s) for %s%s: '%T' and '%T'", symbol, inplace ? "=" : "", a, b);
}

/* What + and * of sequences do when no number slot answered. */
static vv_step sequence_operator(vv_thread *t, int op, bool inplace, vv_ref a, vv_ref b) {
    if (op == VV_ADD) {
        const vv_slots *s = &a->type->s;
        vv_shape_BINARY *concat = inplace && s->iconcat != NULL ? s->iconcat : s->concat;
        if (concat != NULL)
            return concat(t, a, b);
    } else if (op == VV_MUL) {
        const vv_slots *s = &a->type->s;
        vv_shape_BINARY *repeat = inplace && s->irepeat != NULL ? s->irepeat : s->repeat;
        vv_ref sequence = a, count = b;
        if (repeat == NULL) {
            repeat = b->type->s.repeat;
            sequence = b;
            count = a;
        }
        if (repeat != NULL) {
            if (count->type->s.index == NULL)
                return vv_raise_step(t, VV_TypeError, "can't multiply sequence by non-int of type '%T'", count);
            return repeat(t, sequence, count);
        }
    }
    return unsupported(t, op, inplace, a, b);
}

static bool answered(vv_thread *t) {
    if (t->ret != t->vm->not_implemented)
        return true;
    t->ret = NULL; /* immortal */
    return false;
}

/* argv: a, b; i[0]: operator, i[1]: in place, i[2]: how many of the candidates have been asked */
static vv_step binary_native(vv_thread *t, vv_native *nf) {
    int op = (int)nf->i[0];
    const operator_info *info = &operators[op];
    slot_fn first, second;
    candidates(info, nf->argv[0], nf->argv[1], &first, &second);
    VV_BEGIN(nf);
    if (nf->i[1] && slot_at(nf->argv[0]->type, info->inplace) != NULL) {
        VV_AWAIT(nf, call_slot(t, slot_at(nf->argv[0]->type, info->inplace), op, nf->argv[0], nf->argv[1]));
        if (answered(t))
            return VV_READY;
    }
    if (first != NULL && nf->i[2] < 1) {
        VV_AWAIT(nf, call_slot(t, first, op, nf->argv[0], nf->argv[1]));
        if (answered(t))
            return VV_READY;
    }
    if (second != NULL && nf->i[2] < 2) {
        VV_AWAIT(nf, call_slot(t, second, op, nf->argv[0], nf->argv[1]));
        if (answered(t))
            return VV_READY;
    }
    VV_AWAIT(nf, sequence_operator(t, op, nf->i[1] != 0, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_ref vv_binary_peek(vv_thread *t, vv_ref a, vv_ref b, int op, bool *swapped) {
    bool inplace = op >= VV_INPLACE;
    const operator_info *info = &operators[inplace ? op - VV_INPLACE : op];
    if (inplace && slot_at(a->type, info->inplace) != NULL)
        return NULL;
    const vv_type *type = a->type;
    int name = info->name;
    if ((type->flags & VV_TF_HEAP) == 0) {
        /* these numbers know nothing of other objects, but a float takes every int */
        if ((!VV_IS(t, a, INT) && !VV_IS(t, a, FLOAT)) || VV_ISA(b, INT) || vv_type_is_subtype(b->type, type))
            return NULL;
        *swapped = true;
        type = b->type;
        name = info->reflected;
    } else if (b->type != type && (b->type->flags & VV_TF_HEAP) != 0) {
        return NULL;
    }
    vv_ref found = vv_type_lookup_peek(t, type, t->vm->names[name]);
    return found != NULL && VV_IS(t, found, FUNCTION) ? found : NULL;
}

vv_step vv_do_binary_after(vv_thread *t, vv_ref a, vv_ref b, int op, bool swapped) {
    bool inplace = op >= VV_INPLACE;
    if (inplace)
        op -= VV_INPLACE;
    vv_native *nf = vv_push_native(t, binary_native, operators[op].symbol, (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    nf->i[1] = inplace;
    nf->i[2] = swapped ? 2 : 1;
    return vv_native_enter(t, nf);
}

vv_step vv_do_binary(vv_thread *t, vv_ref a, vv_ref b, int op) {
    bool inplace = op >= VV_INPLACE;
    if (inplace)
        op -= VV_INPLACE;
    const operator_info *info = &operators[op];
    if ((a->type->flags | b->type->flags) & VV_TF_HEAP) {
        vv_native *nf = vv_push_native(t, binary_native, info->symbol, (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = op;
        nf->i[1] = inplace;
        return vv_native_enter(t, nf);
    }
    slot_fn first, second;
    vv_step s;
    if (inplace && (first = slot_at(a->type, info->inplace)) != NULL) {
        s = call_slot(t, first, op, a, b);
        if (s != VV_READY || answered(t))
            return s;
    }
    candidates(info, a, b, &first, &second);
    if (first != NULL) {
        s = call_slot(t, first, op, a, b);
        if (s != VV_READY || answered(t))
            return s;
    }
    if (second != NULL) {
        s = call_slot(t, second, op, a, b);
        if (s != VV_READY || answered(t))
            return s;
    }
    return sequence_operator(t, op, inplace, a, b);
}

vv_step vv_do_unary(vv_thread *t, vv_ref a, enum vv_unop op) {
    const vv_slots *s = &a->type->s;
    vv_shape_UNARY *fn = op == VV_NEG ? s->neg : op == VV_POS ? s->pos : s->invert;
    if (fn == NULL)
        return vv_raise_step(t, VV_TypeError, "bad operand type for unary %c: '%T'", "-+~"[op], a);
    return fn(t, a);
}

/* ---- comparison ---- */

static const char *const compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};
static const uint8_t mirrored[] = {VV_GT, VV_GE, VV_EQ, VV_NE, VV_LT, VV_LE};

/* Nobody knew: identity decides ==, != ; order is an error. */
static vv_step compare_default(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (op == VV_EQ)
        return vv_return(t, vv_bool(t, a == b));
    if (op == VV_NE)
        return vv_return(t, vv_bool(t, a != b));
    return vv_raise_step(t, VV_TypeError, "'%s' not supported between instances of '%T' and '%T'", compare_symbols[op], a, b);
}

static bool mirrored_first(vv_ref a, vv_ref b) {
    return a->type != b->type && b->type->s.compare != NULL && vv_type_is_subtype(b->type, a->type);
}

/* argv: a, b; i[0]: enum vv_cmp, i[2]: a has been asked */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    vv_ref a = nf->argv[0], b = nf->argv[1];
    int op = (int)nf->i[0];
    VV_BEGIN(nf);
    if (!nf->i[2] && mirrored_first(a, b)) {
        nf->i[1] = true;
        VV_AWAIT(nf, b->type->s.compare(t, b, a, mirrored[op]));
        if (answered(t))
            return VV_READY;
    }
    if (a->type->s.compare != NULL && !nf->i[2]) {
        VV_AWAIT(nf, a->type->s.compare(t, a, b, op));
        if (answered(t))
            return VV_READY;
    }
    if (!nf->i[1] && b->type->s.compare != NULL) {
        VV_AWAIT(nf, b->type->s.compare(t, b, a, mirrored[op]));
        if (answered(t))
            return VV_READY;
    }
    return compare_default(t, a, b, op);
    VV_END(nf);
}

static const uint16_t compare_names[] = {VV_N___lt__, VV_N___le__, VV_N___eq__, VV_N___ne__, VV_N___gt__, VV_N___ge__};

vv_ref vv_compare_peek(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((a->type->flags & VV_TF_HEAP) == 0 || (b->type != a->type && (b->type->flags & VV_TF_HEAP) != 0))
        return NULL;
    vv_ref found = vv_type_lookup_peek(t, a->type, t->vm->names[compare_names[op]]);
    return found != NULL && VV_IS(t, found, FUNCTION) ? found : NULL;
}

vv_step vv_do_compare_after(vv_thread *t, vv_ref a, vv_ref b, int op) {
    vv_native *nf = vv_push_native(t, compare_native, compare_symbols[op], (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    nf->i[2] = true;
    return vv_native_enter(t, nf);
}

vv_step vv_do_compare(vv_thread *t, vv_ref a, vv_ref b, enum vv_cmp op) {
    if (a->type->s.compare == vv_slot_compare || b->type->s.compare == vv_slot_compare ||
        ((a->type->flags | b->type->flags) & VV_TF_LATE_COMPARE) != 0) {
        vv_native *nf = vv_push_native(t, compare_native, compare_symbols[op], (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = op;
        return vv_native_enter(t, nf);
    }
    bool swapped = mirrored_first(a, b);
    vv_step s;
    if (swapped) {
        s = b->type->s.compare(t, b, a, mirrored[op]);
        if (s != VV_READY || answered(t))
            return s;
    }
    if (a->type->s.compare != NULL) {
        s = a->type->s.compare(t, a, b, op);
        if (s != VV_READY || answered(t))
            return s;
    }
    if (!swapped && b->type->s.compare != NULL) {
        s = b->type->s.compare(t, b, a, mirrored[op]);
        if (s != VV_READY || answered(t))
            return s;
    }
    return compare_default(t, a, b, op);
}

/* argv: a, b; i[0]: enum vv_cmp */
static vv_step compare_bool_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref function = vv_compare_peek(t, nf->argv[0], nf->argv[1], (int)nf->i[0]);
    if (function != NULL) {
        VV_AWAIT(nf, vv_do_call2(t, function, nf->argv[0], nf->argv[1]));
        if (!answered(t))
            VV_AWAIT(nf, vv_do_compare_after(t, nf->argv[0], nf->argv[1], (int)nf->i[0]));
    } else {
        VV_AWAIT(nf, vv_do_compare(t, nf->argv[0], nf->argv[1], (enum vv_cmp)nf->i[0]));
    }
    if (t->ret == t->vm->true_ || t->ret == t->vm->false_) {
        t->ival = t->ret == t->vm->true_;
        t->ret = NULL; /* immortal */
        return VV_READY;
    }
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_compare_bool(vv_thread *t, vv_ref a, vv_ref b, enum vv_cmp op) {
    if (a == b && (op == VV_EQ || op == VV_NE))
        return vv_return_int(t, op == VV_EQ);
    if (vv_leaf_comparable(t, a, b)) {
        vv_step s = vv_do_compare(t, a, b, op);
        if (s == VV_READY) {
            t->ival = t->ret == t->vm->true_;
            vv_drop_ret(t);
        }
        return s;
    }
    vv_native *nf = vv_push_native(t, compare_bool_native, compare_symbols[op], (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return vv_native_enter(t, nf);
}
