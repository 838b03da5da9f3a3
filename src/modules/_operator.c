/* _operator.c - module _operator: the operators as functions. Its three classes are in _operator_getters.c. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME operator
#define VV_DEF_FILE "modules/_operator.def"
#include "object/deftype.h"

#define STEP(name, step)                                                                                               \
    static vv_step operator_##name(vv_thread *t, vv_native *nf) {                                                      \
        VV_BEGIN(nf);                                                                                                  \
        VV_AWAIT(nf, step);                                                                                            \
        return VV_READY;                                                                                               \
        VV_END(nf);                                                                                                    \
    }
#define BINARY(name, op) STEP(name, vv_do_binary(t, nf->argv[0], nf->argv[1], op))
#define COMPARISON(name, op) STEP(name, vv_do_compare(t, nf->argv[0], nf->argv[1], op))

BINARY(add, VV_ADD)
BINARY(and_, VV_AND)
BINARY(floordiv, VV_FLOORDIV)
BINARY(lshift, VV_LSHIFT)
BINARY(matmul, VV_MATMUL)
BINARY(mod, VV_MOD)
BINARY(mul, VV_MUL)
BINARY(or_, VV_OR)
BINARY(pow, VV_POW)
BINARY(rshift, VV_RSHIFT)
BINARY(sub, VV_SUB)
BINARY(truediv, VV_TRUEDIV)
BINARY(xor, VV_XOR)
BINARY(iadd, VV_INPLACE + VV_ADD)
BINARY(iand, VV_INPLACE + VV_AND)
BINARY(ifloordiv, VV_INPLACE + VV_FLOORDIV)
BINARY(ilshift, VV_INPLACE + VV_LSHIFT)
BINARY(imatmul, VV_INPLACE + VV_MATMUL)
BINARY(imod, VV_INPLACE + VV_MOD)
BINARY(imul, VV_INPLACE + VV_MUL)
BINARY(ior, VV_INPLACE + VV_OR)
BINARY(ipow, VV_INPLACE + VV_POW)
BINARY(irshift, VV_INPLACE + VV_RSHIFT)
BINARY(isub, VV_INPLACE + VV_SUB)
BINARY(itruediv, VV_INPLACE + VV_TRUEDIV)
BINARY(ixor, VV_INPLACE + VV_XOR)
COMPARISON(eq, VV_EQ)
COMPARISON(ge, VV_GE)
COMPARISON(gt, VV_GT)
COMPARISON(le, VV_LE)
COMPARISON(lt, VV_LT)
COMPARISON(ne, VV_NE)
STEP(index, vv_do_index(t, nf->argv[0]))
STEP(inv, vv_do_unary(t, nf->argv[0], VV_INVERT))
STEP(invert, vv_do_unary(t, nf->argv[0], VV_INVERT))
STEP(neg, vv_do_unary(t, nf->argv[0], VV_NEG))
STEP(pos, vv_do_unary(t, nf->argv[0], VV_POS))
STEP(getitem, vv_do_getitem(t, nf->argv[0], nf->argv[1]))
STEP(call, vv_do_call_ex(t, nf->argv[0], nf->argv[1], nf->argv[2]))

static vv_step operator_abs(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.abs == NULL)
        return vv_raise_step(t, VV_TypeError, "bad operand type for abs(): '%T'", nf->argv[0]);
    VV_AWAIT(nf, nf->argv[0]->type->s.abs(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step operator_truth(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static vv_step operator_not_(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, t->ival == 0));
    VV_END(nf);
}

static vv_owned operator_is_(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, argv[0] == argv[1]);
}

static vv_owned operator_is_not(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, argv[0] != argv[1]);
}

static vv_step operator_setitem(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step operator_delitem(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_delitem(t, nf->argv[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- sequences ---- */

/* Does o look like a sequence: has it items by index and is no dict? */
static bool is_sequence(vv_ref o) {
    return vv_is_sequence(o);
}

/* a + b where a has a sequence's +, or both look like sequences and have a number's. */
static vv_step concatenate(vv_thread *t, vv_native *nf, bool inplace) {
    VV_BEGIN(nf);
    {
        const vv_slots *s = &nf->argv[0]->type->s, *other = &nf->argv[1]->type->s;
        bool number = s->add != NULL || other->add != NULL || (inplace && s->iadd != NULL);
        if (s->concat == NULL && !(number && is_sequence(nf->argv[0]) && is_sequence(nf->argv[1])))
            return vv_raise_step(t, VV_TypeError, "'%T' object can't be concatenated", nf->argv[0]);
        nf->i[0] = s->concat == NULL ? 0 : inplace && s->iconcat != NULL ? 1 : 2;
    }
    if (nf->i[0] == 0)
        VV_AWAIT(nf, vv_do_binary(t, nf->argv[0], nf->argv[1], inplace ? VV_INPLACE + VV_ADD : VV_ADD));
    else if (nf->i[0] == 1)
        VV_AWAIT(nf, nf->argv[0]->type->s.iconcat(t, nf->argv[0], nf->argv[1]));
    else
        VV_AWAIT(nf, nf->argv[0]->type->s.concat(t, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}
static vv_step operator_concat(vv_thread *t, vv_native *nf) {
    return concatenate(t, nf, false);
}
static vv_step operator_iconcat(vv_thread *t, vv_native *nf) {
    return concatenate(t, nf, true);
}

static vv_step operator_contains(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_contains(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

/* countOf and indexOf. slot[0]: iterator, slot[1]: item; i[0]: equal ones so far, i[1]: items so far */
static vv_step search(vv_thread *t, vv_native *nf, bool first) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "argument of type '%T' is not iterable", nf->argv[0]);
    }
    nf->slot[0] = vv_take_ret(t);
    for (;; nf->i[1]++) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[1], nf->argv[1], VV_EQ));
        if (t->ival && first)
            return vv_return(t, vv_int_new(t, nf->i[1]));
        nf->i[0] += t->ival != 0;
    }
    if (first)
        return vv_raise_step(t, VV_ValueError, "sequence.index(x): x not in sequence");
    return vv_return(t, vv_int_new(t, nf->i[0]));
    VV_END(nf);
}
static vv_step operator_countOf(vv_thread *t, vv_native *nf) {
    return search(t, nf, false);
}
static vv_step operator_indexOf(vv_thread *t, vv_native *nf) {
    return search(t, nf, true);
}

static vv_step operator_length_hint(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_length_hint(t, nf->argv[0], nf->i[0]));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

/* ---- comparison in constant time ---- */

static vv_owned operator_compare_digest(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *a, *b;
    size_t na, nb;
    if (VV_ISA(argv[0], STR) && VV_ISA(argv[1], STR)) {
        a = (const uint8_t *)vv_str_utf8_peek(t, argv[0], &na);
        b = a == NULL ? NULL : (const uint8_t *)vv_str_utf8_peek(t, argv[1], &nb);
        if (b == NULL && !vv_error_is(t, VV_UnicodeEncodeError))
            return NULL;
        if (b == NULL || na != vv_str_length(argv[0]) || nb != vv_str_length(argv[1])) {
            if (b == NULL)
                vv_clear_error(t);
            return vv_raise(t, VV_TypeError, "comparing strings with non-ASCII characters is not supported");
        }
    } else {
        bool first = vv_bytes_view(argv[0], &a, &na), second = vv_bytes_view(argv[1], &b, &nb);
        if (!first && !second)
            return vv_raise(t, VV_TypeError, "unsupported operand types(s) or combination of types: '%T' and '%T'", argv[0],
                            argv[1]);
        if (!first || !second)
            return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[first ? 1 : 0]);
    }
    volatile uint8_t differs = na != nb;
    for (size_t k = 0; k < nb; k++)
        differs |= (na == nb ? a[k] : b[k]) ^ b[k];
    return vv_bool(t, differs == 0);
}

vv_owned vv__operator_module(vv_thread *t);
vv_owned vv__operator_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_operator", "The operators of Python as functions: add(x, y) is x + y.",
                                             operator_methods)};
    for (int id = VV_T_ITEMGETTER; id <= VV_T_METHODCALLER; id++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
