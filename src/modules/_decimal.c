/* _decimal.c - module _decimal: class Decimal over the arithmetic of dec.h.
 *
 * Operations are leaves: they take the current context, compute, and hand what was signalled to that context. Python runs only
 * where numbers.Rational takes part, in subclasses' from_float(), for the named tuple of as_tuple(), and when the module starts.
 */
#include "modules/_decimal.h"

#include <math.h>
#include <string.h>

#include "modules/_contextvars.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "vm/frame.h"

static vv_getter_fn get_real, get_imag;

#define VV_DEF_NAME number
#define VV_DEF_FILE "modules/_decimal_number.def"
#include "object/deftype.h"
#define VV_DEF_NAME decimal
#define VV_DEF_FILE "modules/_decimal.def"
#include "object/deftype.h"

/* ---- making ---- */

vv_owned vv_decimal_new(vv_thread *t, vv_type *type) {
    if (type == NULL)
        type = VV_TYPEP(t, DECIMAL);
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    ((decimal *)o)->hash = -1;
    vv_dec_set_small(VV_DECIMAL_OF(o), 0, 0, 0);
    if ((type->flags & VV_TF_GC) != 0)
        vv_track(t, o);
    return o;
}

static void number_dealloc(vv_thread *t, vv_obj *self) {
    vv_dec_release(t, VV_DECIMAL_OF(self));
    vv_free_object(t, self);
}

vv_owned vv_decimal_done(vv_thread *t, vv_owned result, vv_ref context, uint32_t status) {
    if (result != NULL && vv_decimal_signal(t, context, status) == 0)
        return result;
    vv_xdecref(t, result);
    return NULL;
}

static vv_owned from_int(vv_thread *t, vv_type *type, vv_ref n) {
    VV_AUTO r = {t, vv_decimal_new(t, type)};
    vv_dec_ctx c = vv_dec_max_ctx(t);
    if (r.o == NULL)
        return NULL;
    vv_dec_from_int(&c, VV_DECIMAL_OF(r.o), n);
    return (c.status & VV_DEC_MALLOC) != 0 ? NULL : vv_move(&r.o);
}

/* An operand of an operator: owned, or NULL, with an exception only when memory is short. */
static vv_owned operand(vv_thread *t, vv_ref o) {
    return vv_is_decimal(t, o) ? vv_newref(o) : VV_ISA(o, INT) ? from_int(t, NULL, o) : NULL;
}

vv_owned vv_decimal_convert(vv_thread *t, vv_ref o) {
    vv_obj *r = operand(t, o);
    return r != NULL || t->exc != NULL ? r : vv_raise(t, VV_TypeError, "conversion from %T to Decimal is not supported", o);
}

/* What a context-free operation of `f` gives, or what it signals. `exact`: nothing may be lost. */
static vv_owned finish_exact(vv_thread *t, vv_owned r, vv_ref context, uint32_t status) {
    if ((status & (VV_DEC_INEXACT | VV_DEC_ROUNDED | VV_DEC_CLAMPED)) != 0) {
        vv_dec_set_nan(VV_DECIMAL_OF(r));
        status |= VV_DEC_INVALID;
    }
    return vv_decimal_done(t, r, context, status & VV_DEC_ERRORS);
}

/* From a str; exact: any precision, space around it and underscores allowed. */
static vv_owned from_str(vv_thread *t, vv_type *type, vv_ref s, vv_ref context, bool exact) {
    char *text;
    size_t n, kept = 0, first = 0;
    if (vv_int_ascii_text(t, s, &text, &n) != 1)
        return NULL;
    for (size_t k = 0; k < n; k++) /* what was no ASCII must not become a space that is stripped */
        if (!exact && text[k] == ' ')
            text[k] = '?';
    while (n > 0 && text[n - 1] == ' ')
        n--;
    while (first < n && text[first] == ' ')
        first++;
    for (size_t k = first; k < n; k++)
        if (!exact || text[k] != '_')
            text[kept++] = text[k];
    vv_obj *r = vv_decimal_new(t, type);
    if (r == NULL) {
        vv_free(t, text);
        return NULL;
    }
    vv_dec_ctx c = exact ? vv_dec_max_ctx(t) : vv_decimal_begin(t, context);
    vv_dec_from_text(VV_DECIMAL_OF(r), text, kept, &c);
    vv_free(t, text);
    return exact ? finish_exact(t, r, context, c.status) : vv_decimal_done(t, r, context, c.status);
}

vv_owned vv_decimal_from_float(vv_thread *t, vv_type *type, vv_ref number, vv_ref context, bool exact) {
    VV_AUTO r = {t, NULL};
    vv_dec_ctx c = vv_dec_max_ctx(t);
    if (VV_ISA(number, INT)) {
        r.o = from_int(t, type, number);
        if (r.o == NULL)
            return NULL;
    } else if (VV_ISA(number, FLOAT)) {
        double x = VV_FLOAT(number)->value;
        r.o = vv_decimal_new(t, type);
        if (r.o == NULL)
            return NULL;
        vv_dec *n = VV_DECIMAL_OF(r.o);
        int sign = signbit(x) != 0, e;
        if (isnan(x)) {
            vv_dec_set_nan(n);
        } else if (isinf(x)) {
            vv_dec_set_inf(n, sign);
        } else if (x == 0) {
            vv_dec_set_small(n, sign, 0, 0);
        } else { /* m * 2**e; for e < 0 that is m * 5**-e / 10**-e */
            uint64_t m = (uint64_t)ldexp(frexp(fabs(x), &e), 53);
            int zeros = __builtin_ctzll(m);
            m >>= zeros;
            e += zeros - 53;
            VV_DEC_AUTO(&c, factor);
            VV_DEC_AUTO(&c, power);
            vv_dec_set_u64(&c, n, sign, m, 0);
            vv_dec_set_small(&factor, 0, e < 0 ? 5 : 2, 0);
            vv_dec_set_u64(&c, &power, 0, (uint64_t)(e < 0 ? -e : e), 0);
            if (e != 0) {
                vv_dec_ctx w = vv_dec_work_ctx(&c, 2000); /* exact: at most 1074 fives */
                vv_dec_power(&factor, &factor, &power, &w);
                vv_dec_mul(n, n, &factor, &w);
                c.status |= w.status & VV_DEC_MALLOC;
            }
            if (n->kind == VV_DEC_FINITE && e < 0)
                n->exp = e;
        }
    } else {
        return vv_raise(t, VV_TypeError, "argument must be int or float");
    }
    if (!exact) {
        uint32_t status = c.status;
        c = vv_decimal_begin(t, context);
        vv_dec_finish(VV_DECIMAL_OF(r.o), &c);
        c.status |= status;
    }
    return vv_decimal_done(t, vv_move(&r.o), context, c.status);
}

/* ---- from tuples ---- */

/* A list or tuple as a tuple: owned, or NULL with an exception. */
static vv_owned as_tuple(vv_thread *t, vv_ref o, int exception, const char *message) {
    if (VV_ISA(o, TUPLE))
        return vv_newref(o);
    if (VV_ISA(o, LIST))
        return vv_tuple_from_array(t, VV_LIST(o)->items, VV_LIST(o)->length);
    return vv_raise(t, exception, "%s", message);
}

/* (sign, digits, exponent) as text that reads as the number. */
static vv_owned tuple_text(vv_thread *t, vv_ref o) {
    static const char bad_digits[] = "coefficient must be a tuple of digits";
    VV_AUTO parts = {t, as_tuple(t, o, VV_TypeError, "argument must be a tuple or list")};
    if (parts.o == NULL)
        return NULL;
    if (VV_TUPLE(parts.o)->length != 3)
        return vv_raise(t, VV_ValueError, "argument must be a sequence of length 3");
    vv_ref sign = VV_TUPLE(parts.o)->items[0], exponent = VV_TUPLE(parts.o)->items[2];
    int64_t n;
    if (!VV_ISA(sign, INT))
        return vv_raise(t, VV_ValueError, "sign must be an integer with the value 0 or 1");
    if (vv_int_as_i64(t, sign, &n) < 0)
        return NULL;
    if (n != 0 && n != 1)
        return vv_raise(t, VV_ValueError, "sign must be an integer with the value 0 or 1");
    bool minus = n != 0;
    const char *word = "";
    int64_t exp = 0;
    if (VV_ISA(exponent, STR)) {
        word = vv_str_equal_cstr(exponent, "F")   ? "Inf"
               : vv_str_equal_cstr(exponent, "n") ? "NaN"
               : vv_str_equal_cstr(exponent, "N") ? "sNaN"
                                                  : "";
        if (*word == '\0')
            return vv_raise(t, VV_ValueError, "string argument in the third position must be 'F', 'n' or 'N'");
    } else {
        if (!VV_ISA(exponent, INT))
            return vv_raise(t, VV_ValueError, "exponent must be an integer");
        if (vv_int_as_i64(t, exponent, &exp) < 0)
            return NULL;
    }
    VV_AUTO digits = {t, as_tuple(t, VV_TUPLE(parts.o)->items[1], VV_ValueError, bad_digits)};
    if (digits.o == NULL)
        return NULL;
    vv_strbuilder b = {0};
    int r = minus ? vv_strbuilder_char(t, &b, '-') : 0;
    if (r == 0)
        r = vv_strbuilder_ascii(t, &b, word, strlen(word));
    size_t count = VV_TUPLE(digits.o)->length;
    if (r == 0 && count == 0 && *word == '\0')
        r = vv_strbuilder_char(t, &b, '0');
    for (size_t k = 0; r == 0 && k < count; k++) {
        vv_ref digit = VV_TUPLE(digits.o)->items[k];
        if (!VV_ISA(digit, INT))
            r = vv_raise_int(t, VV_ValueError, bad_digits);
        else if (vv_int_as_i64(t, digit, &n) < 0)
            r = -1;
        else if (n < 0 || n > 9)
            r = vv_raise_int(t, VV_ValueError, bad_digits);
        else if (word[0] != 'I')
            r = vv_strbuilder_char(t, &b, (uint32_t)('0' + n));
    }
    if (r == 0 && *word == '\0') {
        VV_AUTO tail = {t, vv_format(t, "E%lld", (long long)exp)};
        r = tail.o == NULL ? -1 : vv_strbuilder_str(t, &b, tail.o);
    }
    if (r < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_strbuilder_finish(t, &b);
}

static vv_owned from_tuple(vv_thread *t, vv_type *type, vv_ref o, vv_ref context, bool exact) {
    VV_AUTO text = {t, tuple_text(t, o)};
    return text.o == NULL ? NULL : from_str(t, type, text.o, context, exact);
}

/* ---- Decimal(value, context) ---- */

static vv_owned copy_of(vv_thread *t, vv_type *type, vv_ref o) {
    VV_AUTO r = {t, vv_decimal_new(t, type)};
    vv_dec_ctx c = vv_dec_max_ctx(t);
    return r.o == NULL || !vv_dec_copy(&c, VV_DECIMAL_OF(r.o), VV_DECIMAL_OF(o)) ? NULL : vv_move(&r.o);
}

static vv_step number_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    vv_type *type = VV_AS_TYPE(cls);
    if (vv_parse_args(t, "Decimal", "Decimal(value=\"0\", context=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    vv_ref context = vv_decimal_context_argument(t, a[1]), v = a[0];
    if (context == NULL)
        return VV_FAILED;
    if (v == NULL)
        return vv_return(t, vv_decimal_new(t, type));
    if (vv_is_decimal(t, v))
        return vv_return(t, v->type == type && type == VV_TYPEP(t, DECIMAL) ? vv_newref(v) : copy_of(t, type, v));
    if (VV_ISA(v, STR))
        return vv_return(t, from_str(t, type, v, context, true));
    if (VV_ISA(v, INT))
        return vv_return(t, from_int(t, type, v));
    if (VV_ISA(v, TUPLE) || VV_ISA(v, LIST))
        return vv_return(t, from_tuple(t, type, v, context, true));
    if (!VV_ISA(v, FLOAT))
        return vv_raise_step(t, VV_TypeError, "conversion from %T to Decimal is not supported", v);
    if (vv_decimal_signal(t, context, VV_DEC_FLOAT) < 0)
        return VV_FAILED;
    return vv_return(t, vv_decimal_from_float(t, type, v, context, true));
}

vv_owned vv_decimal_create(vv_thread *t, vv_ref v, vv_ref context) {
    if (VV_ISA(v, STR))
        return from_str(t, NULL, v, context, false);
    if (VV_ISA(v, TUPLE) || VV_ISA(v, LIST))
        return from_tuple(t, NULL, v, context, false);
    if (VV_ISA(v, FLOAT)) {
        if (vv_decimal_signal(t, context, VV_DEC_FLOAT) < 0)
            return NULL;
        return vv_decimal_from_float(t, NULL, v, context, false);
    }
    VV_AUTO a = {t, vv_decimal_convert(t, v)};
    VV_AUTO r = {t, a.o == NULL ? NULL : copy_of(t, NULL, a.o)};
    if (r.o == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    vv_dec *n = VV_DECIMAL_OF(r.o);
    if (vv_dec_is_nan(n) && n->digits > c.prec - c.clamp)
        vv_dec_error(&c, n, VV_DEC_SYNTAX);
    vv_dec_finish(n, &c);
    return vv_decimal_done(t, vv_move(&r.o), context, c.status);
}

static vv_step decimal_from_float(vv_thread *t, vv_native *nf) { /* argv: class, number */
    VV_BEGIN(nf);
    vv_ref context = vv_decimal_context_peek(t);
    nf->slot[0] = context == NULL ? NULL : vv_decimal_from_float(t, VV_TYPEP(t, DECIMAL), nf->argv[1], context, true);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->argv[0] == &VV_TYPEP(t, DECIMAL)->head)
        return vv_return(t, vv_move(&nf->slot[0]));
    VV_AWAIT(nf, vv_do_call1(t, nf->argv[0], nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* ---- operators ---- */

static vv_step unary(vv_thread *t, vv_ref self, vv_dec_unary *f) {
    vv_ref context = vv_decimal_context_peek(t);
    vv_obj *r = context == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return VV_FAILED;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(self), &c);
    return vv_return(t, vv_decimal_done(t, r, context, c.status));
}

static vv_step binary(vv_thread *t, vv_ref x, vv_ref y, vv_dec_binary *f) {
    VV_AUTO a = {t, operand(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : operand(t, y)};
    if (b.o == NULL)
        return t->exc != NULL ? VV_FAILED : vv_return_not_implemented(t);
    vv_ref context = vv_decimal_context_peek(t);
    vv_obj *r = context == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return VV_FAILED;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(a.o), VV_DECIMAL_OF(b.o), &c);
    return vv_return(t, vv_decimal_done(t, r, context, c.status));
}

static vv_step number_neg(vv_thread *t, vv_ref self) {
    return unary(t, self, vv_dec_minus);
}
static vv_step number_pos(vv_thread *t, vv_ref self) {
    return unary(t, self, vv_dec_plus);
}
static vv_step number_abs(vv_thread *t, vv_ref self) {
    return unary(t, self, vv_dec_abs);
}
static vv_step number_add(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, a, b, vv_dec_add);
}
static vv_step number_sub(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, a, b, vv_dec_sub);
}
static vv_step number_mul(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, a, b, vv_dec_mul);
}
static vv_step number_mod(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, a, b, vv_dec_rem);
}
static vv_step number_floordiv(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, a, b, vv_dec_divint);
}
static vv_step number_truediv(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, a, b, vv_dec_div);
}

vv_owned vv_decimal_divmod(vv_thread *t, vv_ref a, vv_ref b, vv_ref context) {
    VV_AUTO q = {t, vv_decimal_new(t, NULL)};
    VV_AUTO r = {t, q.o == NULL ? NULL : vv_decimal_new(t, NULL)};
    if (r.o == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    vv_dec_divmod(VV_DECIMAL_OF(q.o), VV_DECIMAL_OF(r.o), VV_DECIMAL_OF(a), VV_DECIMAL_OF(b), &c);
    return vv_decimal_signal(t, context, c.status) < 0 ? NULL : vv_tuple_pack(t, 2, (vv_ref)q.o, (vv_ref)r.o);
}

static vv_step number_divmod(vv_thread *t, vv_ref x, vv_ref y) {
    VV_AUTO a = {t, operand(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : operand(t, y)};
    if (b.o == NULL)
        return t->exc != NULL ? VV_FAILED : vv_return_not_implemented(t);
    vv_ref context = vv_decimal_context_peek(t);
    return context == NULL ? VV_FAILED : vv_return(t, vv_decimal_divmod(t, a.o, b.o, context));
}

static vv_step number_pow(vv_thread *t, vv_ref x, vv_ref y, vv_ref modulus) {
    if (modulus == NULL || modulus == VV_NONE(t))
        return binary(t, x, y, vv_dec_power);
    VV_AUTO a = {t, operand(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : operand(t, y)};
    VV_AUTO m = {t, b.o == NULL ? NULL : operand(t, modulus)};
    if (m.o == NULL)
        return t->exc != NULL ? VV_FAILED : vv_return_not_implemented(t);
    vv_ref context = vv_decimal_context_peek(t);
    vv_obj *r = context == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return VV_FAILED;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    vv_dec_powmod(VV_DECIMAL_OF(r), VV_DECIMAL_OF(a.o), VV_DECIMAL_OF(b.o), VV_DECIMAL_OF(m.o), &c);
    if (t->exc != NULL && (c.status & VV_DEC_MALLOC) == 0)
        c.status |= VV_DEC_MALLOC;
    return vv_return(t, vv_decimal_done(t, r, context, c.status));
}

static vv_step number_bool(vv_thread *t, vv_ref self) {
    return vv_return_int(t, !vv_dec_is_zero(VV_DECIMAL_OF(self)));
}

static vv_step number_hash(vv_thread *t, vv_ref self) {
    decimal *it = (decimal *)self;
    if (it->n.kind == VV_DEC_SNAN)
        return vv_raise_step(t, VV_TypeError, "Cannot hash a signaling NaN value");
    if (it->n.kind == VV_DEC_NAN)
        return vv_identity_hash(t, self);
    if (it->hash == -1)
        it->hash = it->n.kind == VV_DEC_INF ? (it->n.sign != 0 ? -314159 : 314159) : vv_dec_hash(&it->n);
    return vv_return_int(t, it->hash);
}

/* ---- comparison ---- */

static vv_step compare_numbers(vv_thread *t, const vv_dec *a, const vv_dec *b, int op) {
    int order = 0;
    if (vv_dec_is_nan(a) || vv_dec_is_nan(b)) {
        bool signals = a->kind == VV_DEC_SNAN || b->kind == VV_DEC_SNAN || (op != VV_EQ && op != VV_NE);
        vv_ref context = signals ? vv_decimal_context_peek(t) : NULL;
        if (signals && (context == NULL || vv_decimal_signal(t, context, VV_DEC_INVALID) < 0))
            return VV_FAILED;
        return vv_return(t, vv_bool(t, op == VV_NE));
    }
    order = vv_dec_compare_values(a, b);
    bool r = op == VV_LT   ? order < 0
             : op == VV_LE ? order <= 0
             : op == VV_EQ ? order == 0
             : op == VV_NE ? order != 0
             : op == VV_GT ? order > 0
                           : order >= 0;
    return vv_return(t, vv_bool(t, r));
}

/* self * denominator against numerator, both exact. */
static vv_step compare_fraction(vv_thread *t, vv_ref self, vv_ref numerator, vv_ref denominator, int op) {
    if (!VV_ISA(numerator, INT) || !VV_ISA(denominator, INT))
        return vv_raise_step(t, VV_TypeError, "numerator and denominator must be ints");
    VV_AUTO above = {t, from_int(t, NULL, numerator)};
    VV_AUTO below = {t, above.o == NULL ? NULL : from_int(t, NULL, denominator)};
    if (below.o == NULL)
        return VV_FAILED;
    vv_dec_ctx c = vv_dec_work_ctx(&(vv_dec_ctx){.t = t}, VV_DEC_MAX_PREC);
    VV_DEC_AUTO(&c, scaled);
    const vv_dec *a = VV_DECIMAL_OF(self);
    if (!vv_dec_is_special(a)) {
        vv_dec_mul(&scaled, a, VV_DECIMAL_OF(below.o), &c);
        if ((c.status & VV_DEC_MALLOC) != 0)
            return VV_FAILED;
        a = &scaled;
    }
    return compare_numbers(t, a, VV_DECIMAL_OF(above.o), op);
}

/* argv: self, other; slot: 0 numerator, 1 denominator, 2 name; i[0]: op */
static vv_step compare_rational(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_isinstance(t, nf->argv[1], vv_decimal_state(t, VV_DECIMAL_RATIONAL)));
    if (t->ival == 0)
        return vv_return_not_implemented(t);
    for (nf->i[1] = 0; nf->i[1] < 2; nf->i[1]++) {
        vv_setref_take(t, &nf->slot[2], vv_intern_cstr(t, nf->i[1] == 0 ? "numerator" : "denominator"));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[1], nf->slot[2]));
        nf->slot[nf->i[1]] = vv_take_ret(t);
    }
    return compare_fraction(t, nf->argv[0], nf->slot[0], nf->slot[1], (int)nf->i[0]);
    VV_END(nf);
}

static vv_step number_compare(vv_thread *t, vv_ref x, vv_ref y, int op) {
    bool equality = op == VV_EQ || op == VV_NE;
    VV_AUTO b = {t, operand(t, y)};
    if (b.o == NULL && t->exc != NULL)
        return VV_FAILED;
    if (b.o == NULL && (VV_ISA(y, FLOAT) || (equality && vv_is_instance(y, VV_TYPEP(t, COMPLEX))))) {
        vv_ref context = vv_decimal_context_peek(t);
        VV_AUTO real = {t, NULL};
        if (context == NULL)
            return VV_FAILED;
        if (!VV_ISA(y, FLOAT)) {
            if (VV_COMPLEX(y)->imag != 0)
                return vv_return_not_implemented(t);
            real.o = vv_float_new(t, VV_COMPLEX(y)->real);
            if (real.o == NULL)
                return VV_FAILED;
        }
        if (equality)
            VV_DECIMAL_CONTEXT(context)->c.status |= VV_DEC_FLOAT;
        else if (vv_decimal_signal(t, context, VV_DEC_FLOAT) < 0)
            return VV_FAILED;
        b.o = vv_decimal_from_float(t, VV_TYPEP(t, DECIMAL), real.o != NULL ? real.o : y, context, true);
        if (b.o == NULL)
            return VV_FAILED;
    }
    if (b.o != NULL)
        return compare_numbers(t, VV_DECIMAL_OF(x), VV_DECIMAL_OF(b.o), op);
    if (VV_ISA(y, STR) || y == VV_NONE(t) || VV_IS(t, y, TUPLE) || VV_IS(t, y, LIST) || VV_IS(t, y, DICT))
        return vv_return_not_implemented(t); /* certainly no Rational */
    vv_native *nf = vv_push_native(t, compare_rational, "Decimal", (vv_obj *[]){VV_OBJ(x), VV_OBJ(y)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

/* ---- text ---- */

vv_owned vv_decimal_text(vv_thread *t, vv_ref o, vv_ref context, enum vv_dec_style style) {
    return vv_dec_to_str(t, VV_DECIMAL_OF(o), style, VV_DECIMAL_CONTEXT(context)->c.capitals != 0);
}

static vv_owned text_of(vv_thread *t, vv_ref self) {
    vv_ref context = vv_decimal_context_peek(t);
    return context == NULL ? NULL : vv_decimal_text(t, self, context, VV_DEC_SCIENTIFIC);
}

static vv_step number_str(vv_thread *t, vv_ref self) {
    return vv_return(t, text_of(t, self));
}

static vv_step number_repr(vv_thread *t, vv_ref self) {
    VV_AUTO text = {t, text_of(t, self)};
    return text.o == NULL ? VV_FAILED : vv_return(t, vv_format(t, "Decimal('%U')", text.o));
}

/* argv: self, specification, override; slot 0 to 2: what the override has */
static vv_step decimal_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "format arg must be str");
    vv_ref context = vv_decimal_context_peek(t);
    vv_dec_locale locale = {.given = false};
    if (context == NULL)
        return VV_FAILED;
    if (nf->argv[2] != NULL) {
        if (!VV_ISA(nf->argv[2], DICT))
            return vv_raise_step(t, VV_TypeError, "optional argument must be a dict");
        static const char *const keys[] = {"decimal_point", "thousands_sep", "grouping"};
        for (size_t k = 0; k < 3; k++) {
            vv_setref_take(t, &nf->slot[3], vv_intern_cstr(t, keys[k]));
            if (nf->slot[3] == NULL)
                return VV_FAILED;
            vv_ref value = vv_dict_get_str_peek(nf->argv[2], nf->slot[3]);
            if (value != NULL && !VV_ISA(value, STR))
                return vv_raise_step(t, VV_TypeError, "bad argument type for built-in operation");
            vv_setref_take(t, &nf->slot[k], vv_xnewref(value));
        }
        locale.point = nf->slot[0];
        locale.separator = nf->slot[1];
        locale.given = true;
        for (size_t k = 0; k < 3; k++) {
            size_t n = 0;
            const char *text = nf->slot[k] == NULL ? "" : vv_str_utf8_peek(t, nf->slot[k], &n);
            if (text == NULL)
                return VV_FAILED;
            bool bad = k == 2 ? n != vv_str_length(nf->slot[k] == NULL ? t->vm->empty_str : nf->slot[k]) : strlen(text) > 4;
            if (bad || (k == 0 && nf->slot[0] != NULL && *text == '\0'))
                return vv_raise_step(t, VV_ValueError, "invalid override dict");
            if (k == 2 && nf->slot[2] != NULL)
                locale.grouping = text;
        }
    }
    return vv_return(t, vv_dec_format(t, VV_DECIMAL_OF(nf->argv[0]), nf->argv[1], &locale, &VV_DECIMAL_CONTEXT(context)->c));
    VV_END(nf);
}

/* ---- conversions ---- */

static vv_owned to_int(vv_thread *t, vv_ref self, enum vv_dec_round round) {
    const vv_dec *a = VV_DECIMAL_OF(self);
    if (vv_dec_is_nan(a))
        return vv_raise(t, VV_ValueError, "cannot convert NaN to integer");
    if (a->kind == VV_DEC_INF)
        return vv_raise(t, VV_OverflowError, "cannot convert Infinity to integer");
    vv_dec_ctx c = vv_dec_max_ctx(t);
    c.round = (uint8_t)round;
    VV_DEC_AUTO(&c, whole);
    vv_dec_to_integral(&whole, a, &c);
    return (c.status & VV_DEC_MALLOC) != 0 ? NULL : vv_dec_to_int(t, &whole);
}

static vv_step number_int(vv_thread *t, vv_ref self) {
    return vv_return(t, to_int(t, self, VV_DEC_DOWN));
}
static vv_owned decimal_trunc(vv_thread *t, vv_obj *const *argv) {
    return to_int(t, argv[0], VV_DEC_DOWN);
}
static vv_owned decimal_floor(vv_thread *t, vv_obj *const *argv) {
    return to_int(t, argv[0], VV_DEC_FLOOR);
}
static vv_owned decimal_ceil(vv_thread *t, vv_obj *const *argv) {
    return to_int(t, argv[0], VV_DEC_CEILING);
}

static vv_owned to_float(vv_thread *t, vv_ref self) {
    const vv_dec *a = VV_DECIMAL_OF(self);
    if (a->kind == VV_DEC_SNAN)
        return vv_raise(t, VV_ValueError, "cannot convert signaling NaN to float");
    if (a->kind == VV_DEC_NAN)
        return vv_float_new(t, a->sign != 0 ? -(double)NAN : (double)NAN);
    VV_AUTO text = {t, vv_dec_to_str(t, a, VV_DEC_SCIENTIFIC, true)};
    return text.o == NULL ? NULL : vv_float_from_text(t, (const char *)VV_STR(text.o)->data, vv_str_length(text.o));
}

static vv_step number_float(vv_thread *t, vv_ref self) {
    return vv_return(t, to_float(t, self));
}

static vv_owned decimal_complex(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO x = {t, to_float(t, argv[0])};
    return x.o == NULL ? NULL : vv_complex_new(t, VV_FLOAT(x.o)->value, 0);
}

static vv_owned decimal_round(vv_thread *t, vv_obj *const *argv) {
    if (argv[1] == NULL)
        return to_int(t, argv[0], VV_DEC_HALF_EVEN);
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "optional arg must be an integer");
    int64_t places;
    if (vv_int_as_i64(t, argv[1], &places) < 0)
        return NULL;
    vv_ref context = vv_decimal_context_peek(t);
    vv_obj *r = context == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    VV_DEC_AUTO(&c, q);
    vv_dec_set_small(&q, 0, 1, places == INT64_MIN ? INT64_MAX : -places);
    vv_dec_quantize(VV_DECIMAL_OF(r), VV_DECIMAL_OF(argv[0]), &q, &c);
    return vv_decimal_done(t, r, context, c.status);
}

static vv_owned decimal_as_integer_ratio(vv_thread *t, vv_obj *const *argv) {
    const vv_dec *a = VV_DECIMAL_OF(argv[0]);
    if (vv_dec_is_special(a))
        return a->kind == VV_DEC_INF ? vv_raise(t, VV_OverflowError, "cannot convert Infinity to integer ratio")
                                     : vv_raise(t, VV_ValueError, "cannot convert NaN to integer ratio");
    vv_dec_ctx c = vv_dec_max_ctx(t);
    VV_DEC_AUTO(&c, above);
    VV_DEC_AUTO(&c, below);
    if (!vv_dec_copy(&c, &above, a))
        return NULL;
    vv_dec_set_small(&below, 0, 1, 0);
    if (vv_dec_is_zero(a)) {
        above.exp = 0;
    } else if (a->exp < 0) {
        above.exp = 0;
        below.exp = -a->exp;
    }
    VV_AUTO n = {t, vv_dec_to_int(t, &above)};
    VV_AUTO d = {t, n.o == NULL ? NULL : vv_dec_to_int(t, &below)};
    VV_AUTO common = {t, d.o == NULL ? NULL : vv_int_gcd(t, n.o, d.o)};
    if (common.o == NULL)
        return NULL;
    return vv_tuple_pack_take(t, 2, vv_int_floordiv(t, n.o, common.o), vv_int_floordiv(t, d.o, common.o));
}

static vv_owned digits_of(vv_thread *t, const vv_dec *a) {
    size_t n = a->kind == VV_DEC_INF ? 1 : (size_t)a->digits;
    VV_AUTO tuple = {t, vv_tuple_new(t, n)};
    if (tuple.o == NULL || n == 0)
        return vv_move(&tuple.o);
    for (size_t k = 0; k < n; k++) /* small ints are shared and never missing */
        VV_TUPLE(tuple.o)->items[k] = vv_int_new(t, a->kind == VV_DEC_INF ? 0 : vv_dec_digit(a, (int64_t)(n - 1 - k)));
    vv_tuple_done(t, tuple.o);
    return vv_move(&tuple.o);
}

static vv_step decimal_as_tuple(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    static const char *const letters[] = {"", "F", "n", "N"};
    const vv_dec *a = VV_DECIMAL_OF(nf->argv[0]);
    nf->slot[0] = vv_int_new(t, a->sign);
    nf->slot[1] = digits_of(t, a);
    nf->slot[2] = vv_dec_is_special(a) ? vv_intern_cstr(t, letters[a->kind]) : vv_int_new(t, a->exp);
    if (nf->slot[1] == NULL || nf->slot[2] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call(t, vv_decimal_state(t, VV_DECIMAL_TUPLE), nf->slot, 3));
    return VV_READY;
    VV_END(nf);
}

static vv_owned decimal_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO text = {t, text_of(t, argv[0])};
    VV_AUTO args = {t, text.o == NULL ? NULL : vv_tuple_pack(t, 1, (vv_ref)text.o)};
    return args.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)&argv[0]->type->head, (vv_ref)args.o);
}

static vv_owned decimal_self(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}
static vv_owned decimal_deepcopy(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}
static vv_owned get_real(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(self);
}
static vv_owned get_imag(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_decimal_new(t, NULL);
}

static vv_owned decimal_sizeof(vv_thread *t, vv_obj *const *argv) {
    /* on 64 bits four words of 19 digits stand in the object */
    const vv_dec *a = VV_DECIMAL_OF(argv[0]);
    int64_t words = (a->digits + 18) / 19;
    return vv_int_new(t, 104 + (words > 4 ? 8 * words : 0));
}

static vv_owned decimal_radix(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_obj *o = vv_decimal_new(t, NULL);
    if (o != NULL)
        vv_dec_set_small(VV_DECIMAL_OF(o), 0, 10, 0);
    return o;
}

static vv_owned decimal_adjusted(vv_thread *t, vv_obj *const *argv) {
    const vv_dec *a = VV_DECIMAL_OF(argv[0]);
    return vv_int_new(t, vv_dec_is_special(a) ? 0 : vv_dec_adjusted(a));
}

vv_owned vv_decimal_class(vv_thread *t, vv_ref o, vv_ref context) {
    return vv_str_from_cstr(t, vv_dec_class(VV_DECIMAL_OF(o), &VV_DECIMAL_CONTEXT(context)->c));
}

/* ---- methods ---- */

static vv_owned method_one(vv_thread *t, vv_ref self, vv_ref context_or_null, vv_dec_unary *f) {
    vv_ref context = vv_decimal_context_argument(t, context_or_null);
    vv_obj *r = context == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(self), &c);
    return vv_decimal_done(t, r, context, c.status);
}

static vv_owned method_two(vv_thread *t, vv_obj *const *argv, vv_dec_binary *f) {
    vv_ref context = vv_decimal_context_argument(t, argv[2]);
    VV_AUTO b = {t, context == NULL ? NULL : vv_decimal_convert(t, argv[1])};
    vv_obj *r = b.o == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(argv[0]), VV_DECIMAL_OF(b.o), &c);
    return vv_decimal_done(t, r, context, c.status);
}

#define ONE(name, f)                                                                                                   \
    static vv_owned decimal_##name(vv_thread *t, vv_obj *const *argv) {                                                \
        return method_one(t, argv[0], argv[1], f);                                                                     \
    }
#define TWO(name, f)                                                                                                   \
    static vv_owned decimal_##name(vv_thread *t, vv_obj *const *argv) {                                                \
        return method_two(t, argv, f);                                                                                 \
    }
ONE(exp, vv_dec_exp)
ONE(ln, vv_dec_ln)
ONE(log10, vv_dec_log10)
ONE(logb, vv_dec_logb)
ONE(logical_invert, vv_dec_invert)
ONE(next_minus, vv_dec_next_minus)
ONE(next_plus, vv_dec_next_plus)
ONE(normalize, vv_dec_reduce)
ONE(sqrt, vv_dec_sqrt)
TWO(compare, vv_dec_compare)
TWO(compare_signal, vv_dec_compare_signal)
TWO(compare_total, vv_dec_compare_total)
TWO(compare_total_mag, vv_dec_compare_total_mag)
TWO(copy_sign, vv_dec_copy_sign)
TWO(logical_and, vv_dec_and)
TWO(logical_or, vv_dec_or)
TWO(logical_xor, vv_dec_xor)
TWO(max, vv_dec_max)
TWO(max_mag, vv_dec_max_mag)
TWO(min, vv_dec_min)
TWO(min_mag, vv_dec_min_mag)
TWO(next_toward, vv_dec_next_toward)
TWO(remainder_near, vv_dec_remainder_near)
TWO(rotate, vv_dec_rotate)
TWO(scaleb, vv_dec_scaleb)
TWO(shift, vv_dec_shift)

static vv_owned decimal_copy_abs(vv_thread *t, vv_obj *const *argv) {
    return method_one(t, argv[0], NULL, vv_dec_copy_abs);
}
static vv_owned decimal_copy_negate(vv_thread *t, vv_obj *const *argv) {
    return method_one(t, argv[0], NULL, vv_dec_copy_negate);
}

/* The context, and the rounding of an operation in it: false with an exception. */
static bool rounding_context(vv_thread *t, vv_ref rounding, vv_ref context_or_null, vv_ref *ret_context, vv_dec_ctx *ret) {
    *ret_context = vv_decimal_context_argument(t, context_or_null);
    if (*ret_context == NULL)
        return false;
    *ret = vv_decimal_begin(t, *ret_context);
    if (rounding != NULL && rounding != VV_NONE(t)) {
        int k = vv_decimal_rounding(t, rounding);
        if (k < 0)
            return false;
        ret->round = (uint8_t)k;
    }
    return true;
}

static vv_owned to_integral(vv_thread *t, vv_obj *const *argv, vv_dec_unary *f) {
    vv_ref context;
    vv_dec_ctx c;
    vv_obj *r = rounding_context(t, argv[1], argv[2], &context, &c) ? vv_decimal_new(t, NULL) : NULL;
    if (r == NULL)
        return NULL;
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(argv[0]), &c);
    return vv_decimal_done(t, r, context, c.status);
}

static vv_owned decimal_to_integral_exact(vv_thread *t, vv_obj *const *argv) {
    return to_integral(t, argv, vv_dec_to_integral_exact);
}
static vv_owned decimal_to_integral_value(vv_thread *t, vv_obj *const *argv) {
    return to_integral(t, argv, vv_dec_to_integral);
}

static vv_owned decimal_quantize(vv_thread *t, vv_obj *const *argv) {
    vv_ref context;
    vv_dec_ctx c;
    if (!rounding_context(t, argv[2], argv[3], &context, &c))
        return NULL;
    VV_AUTO b = {t, vv_decimal_convert(t, argv[1])};
    vv_obj *r = b.o == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_quantize(VV_DECIMAL_OF(r), VV_DECIMAL_OF(argv[0]), VV_DECIMAL_OF(b.o), &c);
    return vv_decimal_done(t, r, context, c.status);
}

static vv_owned decimal_fma(vv_thread *t, vv_obj *const *argv) {
    vv_ref context = vv_decimal_context_argument(t, argv[3]);
    VV_AUTO b = {t, context == NULL ? NULL : vv_decimal_convert(t, argv[1])};
    VV_AUTO d = {t, b.o == NULL ? NULL : vv_decimal_convert(t, argv[2])};
    vv_obj *r = d.o == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, context);
    vv_dec_fma(VV_DECIMAL_OF(r), VV_DECIMAL_OF(argv[0]), VV_DECIMAL_OF(b.o), VV_DECIMAL_OF(d.o), &c);
    return vv_decimal_done(t, r, context, c.status);
}

static vv_owned decimal_same_quantum(vv_thread *t, vv_obj *const *argv) {
    vv_ref context = vv_decimal_context_argument(t, argv[2]);
    VV_AUTO b = {t, context == NULL ? NULL : vv_decimal_convert(t, argv[1])};
    return b.o == NULL ? NULL : vv_bool(t, vv_dec_same_quantum(VV_DECIMAL_OF(argv[0]), VV_DECIMAL_OF(b.o)));
}

#define ASK(name, answer)                                                                                              \
    static vv_owned decimal_##name(vv_thread *t, vv_obj *const *argv) {                                                \
        const vv_dec *a = VV_DECIMAL_OF(argv[0]);                                                                      \
        (void)a;                                                                                                       \
        return vv_bool(t, answer);                                                                                     \
    }
ASK(is_canonical, true)
ASK(is_finite, a->kind == VV_DEC_FINITE)
ASK(is_infinite, a->kind == VV_DEC_INF)
ASK(is_nan, vv_dec_is_nan(a))
ASK(is_qnan, a->kind == VV_DEC_NAN)
ASK(is_signed, a->sign != 0)
ASK(is_snan, a->kind == VV_DEC_SNAN)
ASK(is_zero, vv_dec_is_zero(a))

static vv_owned decimal_is_normal(vv_thread *t, vv_obj *const *argv) {
    vv_ref context = vv_decimal_context_argument(t, argv[1]);
    return context == NULL ? NULL : vv_bool(t, vv_dec_is_normal(VV_DECIMAL_OF(argv[0]), &VV_DECIMAL_CONTEXT(context)->c));
}
static vv_owned decimal_is_subnormal(vv_thread *t, vv_obj *const *argv) {
    vv_ref context = vv_decimal_context_argument(t, argv[1]);
    return context == NULL ? NULL : vv_bool(t, vv_dec_is_subnormal(VV_DECIMAL_OF(argv[0]), &VV_DECIMAL_CONTEXT(context)->c));
}
static vv_owned decimal_number_class(vv_thread *t, vv_obj *const *argv) {
    vv_ref context = vv_decimal_context_argument(t, argv[1]);
    return context == NULL ? NULL : vv_decimal_class(t, argv[0], context);
}
static vv_owned decimal_to_eng_string(vv_thread *t, vv_obj *const *argv) {
    vv_ref context = vv_decimal_context_argument(t, argv[1]);
    return context == NULL ? NULL : vv_decimal_text(t, argv[0], context, VV_DEC_ENGINEERING);
}

/* ---- the module ---- */

static vv_owned decimal_getcontext(vv_thread *t, vv_obj *const *argv) {
    return vv_decimal_getcontext(t, argv);
}
static vv_owned decimal_setcontext(vv_thread *t, vv_obj *const *argv) {
    return vv_decimal_setcontext(t, argv);
}
static vv_step decimal_localcontext(vv_thread *t, vv_native *nf) {
    return vv_decimal_localcontext(t, nf);
}

const vv_typespec vv_decimal_spec = {
    .name = "Decimal",
    .module = "decimal",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_LATE_COMPARE,
    .basicsize = sizeof(decimal),
    .size64 = 104,
    .doc = "A number with decimal digits, made from an int, a str, a tuple, a float or another Decimal, exactly.",
    .signature = "(value='0', context=None)",
    .slots = &number_slots,
    .methods = number_methods,
    .getset = number_getset,
    .dealloc = number_dealloc,
};

static int set_text(vv_thread *t, vv_ref dict, const char *name, const char *text) {
    VV_AUTO value = {t, vv_str_from_cstr(t, text)};
    return value.o == NULL ? -1 : vv_dict_set_cstr(t, dict, name, value.o);
}

vv_owned vv__decimal_module(vv_thread *t);
vv_owned vv__decimal_module(vv_thread *t) {
    static const struct {
        int id;
        const char *full_name; /* what messages call it */
        bool shown;
    } types[] = {{VV_T_DECIMAL, "decimal.Decimal", true},
                 {VV_T_DECIMAL_CONTEXT, "decimal.Context", true},
                 {VV_T_DECIMAL_SIGNALS, "decimal.SignalDictMixin", false},
                 {VV_T_DECIMAL_MANAGER, "decimal.ContextManager", false}};
    VV_AUTO module = {t, vv_module_from_defs(t, "_decimal", "C decimal arithmetic module", decimal_methods)};
    if (module.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    if (t->vm->decimal == NULL) {
        vv_obj *state = vv_tuple_new(t, VV_DECIMAL_STATE);
        if (state == NULL)
            return NULL;
        for (size_t k = 0; k < VV_DECIMAL_STATE; k++)
            VV_TUPLE(state)->items[k] = vv_none(t);
        vv_tuple_done(t, state);
        t->vm->decimal = state;
    }
    for (size_t k = 0; k < VV_ARRAY_LEN(types); k++) {
        vv_type *type = vv_type_ensure_peek(t, types[k].id);
        if (type == NULL || (types[k].shown && vv_dict_set_str(t, dict, type->name, &type->head) < 0))
            return NULL;
        if (type->tp_name == type->spec->name) {
            char *name = vv_alloc(t, strlen(types[k].full_name) + 1);
            if (name == NULL)
                return NULL;
            type->tp_name = strcpy(name, types[k].full_name);
        }
    }
    if (vv_decimal_state(t, VV_DECIMAL_VAR) == VV_NONE(t)) {
        vv_obj *var = vv_contextvar_new(t, "decimal_context");
        if (var == NULL)
            return NULL;
        vv_decimal_keep_take(t, VV_DECIMAL_VAR, var);
    }
    if (vv_decimal_add_signals(t, dict) < 0 || vv_dict_set_cstr(t, dict, "HAVE_THREADS", VV_TRUE(t)) < 0 ||
        vv_dict_set_cstr(t, dict, "HAVE_CONTEXTVAR", VV_TRUE(t)) < 0 || set_text(t, dict, "__version__", "1.70") < 0 ||
        set_text(t, dict, "__libmpdec_version__", "2.5.1") < 0)
        return NULL;
    return vv_move(&module.o);
}

/* Replaces slot k by an attribute of the module imported last (slot 0). */
#define ATTRIBUTE(nf, k, name)                                                                                         \
    do {                                                                                                               \
        vv_setref_take(t, &(nf)->slot[5], vv_intern_cstr(t, name));                                                    \
        if ((nf)->slot[5] == NULL)                                                                                     \
            return VV_FAILED;                                                                                          \
        VV_AWAIT(nf, vv_do_getattr(t, (nf)->slot[0], (nf)->slot[5]));                                                  \
        vv_setref_take(t, &(nf)->slot[k], vv_take_ret(t));                                                             \
    } while (0)

static vv_owned tuple_arguments(vv_thread *t) {
    return vv_tuple_pack_take(t, 2, vv_str_from_cstr(t, "DecimalTuple"), vv_str_from_cstr(t, "sign digits exponent"));
}

static vv_owned signal_dict_arguments(vv_thread *t, vv_ref mapping) {
    VV_AUTO bases = {t, vv_tuple_pack(t, 2, (vv_ref)&VV_TYPEP(t, DECIMAL_SIGNALS)->head, mapping)};
    VV_AUTO ns = {t, bases.o == NULL ? NULL : vv_dict_new(t)};
    if (ns.o == NULL || set_text(t, ns.o, "__module__", "abc") < 0)
        return NULL;
    return vv_tuple_pack_take(t, 3, vv_str_from_cstr(t, "SignalDict"), vv_newref(bases.o), vv_newref(ns.o));
}

static vv_owned import_name(vv_thread *t, const char *name) {
    return vv_str_from_cstr(t, name);
}

/* argv: the module; slot: 0 a module of the library, 1 to 3 what is taken from it, 4 its name, 5 a name */
vv_resumable_fn vv__decimal_start;
vv_step vv__decimal_start(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[4] = import_name(t, "numbers");
    if (nf->slot[4] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[4]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    ATTRIBUTE(nf, 1, "Rational");
    ATTRIBUTE(nf, 2, "Number");
    vv_decimal_keep_take(t, VV_DECIMAL_RATIONAL, vv_move(&nf->slot[1]));
    vv_setref_take(t, &nf->slot[5], vv_intern_cstr(t, "register"));
    if (nf->slot[5] == NULL)
        return VV_FAILED;
    vv_obj *type = &VV_TYPEP(t, DECIMAL)->head;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[2], nf->slot[5], &type, 1));
    vv_drop_ret(t);
    if (vv_decimal_state(t, VV_DECIMAL_TUPLE) == VV_NONE(t)) {
        vv_setref_take(t, &nf->slot[4], import_name(t, "collections"));
        if (nf->slot[4] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_import_module(t, nf->slot[4]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        ATTRIBUTE(nf, 1, "namedtuple");
        vv_setref_take(t, &nf->slot[2], tuple_arguments(t));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[1], nf->slot[2], NULL));
        vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
        vv_setref_take(t, &nf->slot[5], vv_str_from_cstr(t, "decimal"));
        if (nf->slot[5] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_setattr(t, nf->slot[3], VV_N(t, __module__), nf->slot[5]));
        vv_setref_take(t, &nf->slot[4], import_name(t, "_collections_abc"));
        if (nf->slot[4] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_import_module(t, nf->slot[4]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        ATTRIBUTE(nf, 1, "MutableMapping");
        vv_setref_take(t, &nf->slot[2], signal_dict_arguments(t, nf->slot[1]));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_ex(t, &nf->slot[1]->type->head, nf->slot[2], NULL)); /* its metaclass makes the class */
        vv_decimal_keep_take(t, VV_DECIMAL_SIGNALDICT, vv_take_ret(t));
        vv_decimal_keep_take(t, VV_DECIMAL_TUPLE, vv_move(&nf->slot[3]));
    }
    vv_ref dict = VV_MODULE_OF(nf->argv[0])->dict;
    if (vv_dict_set_cstr(t, dict, "DecimalTuple", vv_decimal_state(t, VV_DECIMAL_TUPLE)) < 0 || vv_decimal_add_contexts(t, dict) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}
