/* _datetime_delta.c - datetime.timedelta: a number of microseconds, kept as days, seconds and microseconds.
 *
 * Quotients and products with floats are exact fractions rounded once, to the nearest microsecond, ties to even.
 */
#include "modules/_datetime.h"

#include <math.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/float.h"
#include "types/int.h"
#include "types/leaf.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME delta
#define VV_DEF_FILE "modules/_datetime_delta.def"
#include "object/deftype.h"

static const int64_t DAY_US = INT64_C(86400000000);

/* ---- making ---- */

vv_owned vv_dt_delta_new(vv_thread *t, vv_type *type, int64_t days, int64_t seconds, int64_t us) {
    int64_t carry = vv_dt_floor_div(us, VV_DT_SECOND_US);
    us -= carry * VV_DT_SECOND_US;
    seconds += carry;
    carry = vv_dt_floor_div(seconds, VV_DT_DAY);
    seconds -= carry * VV_DT_DAY;
    days += carry;
    if (days < -VV_DT_MAX_DELTA_DAYS || days > VV_DT_MAX_DELTA_DAYS)
        return vv_raise(t, VV_OverflowError, "days=%lld; must have magnitude <= %d", (long long)days, VV_DT_MAX_DELTA_DAYS);
    if (type == NULL)
        type = VV_TYPEP(t, DT_DELTA);
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    VV_DT_DELTA(o)->hash = -1;
    VV_DT_DELTA(o)->days = (int32_t)days;
    VV_DT_DELTA(o)->seconds = (int32_t)seconds;
    VV_DT_DELTA(o)->us = (int32_t)us;
    if ((type->flags & VV_TF_GC) != 0)
        vv_track(t, o);
    return o;
}

static void delta_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

/* All of it as an int of microseconds. */
static vv_owned to_us(vv_thread *t, vv_ref o) {
    const vv_dt_delta *d = VV_DT_DELTA(o);
    int64_t seconds = (int64_t)d->days * VV_DT_DAY + d->seconds;
    if (seconds > -INT64_C(9000000000000) && seconds < INT64_C(9000000000000))
        return vv_int_new(t, seconds * VV_DT_SECOND_US + d->us);
    VV_AUTO whole = {t, vv_int_new(t, seconds)};
    VV_AUTO million = {t, vv_int_new(t, VV_DT_SECOND_US)};
    VV_AUTO rest = {t, vv_int_new(t, d->us)};
    if (whole.o == NULL || million.o == NULL || rest.o == NULL)
        return NULL;
    VV_AUTO product = {t, vv_int_mul(t, whole.o, million.o)};
    return product.o == NULL ? NULL : vv_int_add(t, product.o, rest.o);
}

static vv_owned from_us(vv_thread *t, vv_type *type, vv_ref us) {
    int64_t n, rest;
    if (vv_int_to_i64(us, &n) == 0)
        return vv_dt_delta_new(t, type, 0, 0, n);
    VV_AUTO day = {t, vv_int_new(t, DAY_US)};
    VV_AUTO quotient = {t, NULL};
    VV_AUTO remainder = {t, NULL};
    if (day.o == NULL || vv_int_divmod(t, us, day.o, &quotient.o, &remainder.o) < 0)
        return NULL;
    if (vv_int_to_i64(quotient.o, &n) != 0 || n > INT32_MAX || n < INT32_MIN)
        return vv_raise(t, VV_OverflowError, "Python int too large to convert to C int");
    vv_int_to_i64(remainder.o, &rest);
    return vv_dt_delta_new(t, type, n, 0, rest);
}

/* A sum of microseconds, which is `big` (an int, or NULL: 0) and `small`, and parts of one in `rest`. */
typedef struct total {
    vv_auto big;
    int64_t small;
    double rest;
} total;

/* Adds number * factor. 0/-1. */
static int add_int(vv_thread *t, total *sum, vv_ref number, int64_t factor) {
    int64_t n, limit = INT64_MAX / 4;
    if (vv_int_to_i64(number, &n) == 0 && n <= limit / factor && n >= -limit / factor && sum->small <= limit && sum->small >= -limit) {
        sum->small += n * factor;
        return 0;
    }
    VV_AUTO f = {t, vv_int_new(t, factor)};
    VV_AUTO product = {t, f.o == NULL ? NULL : vv_int_mul(t, number, f.o)};
    if (product.o == NULL)
        return -1;
    vv_obj *whole = sum->big.o == NULL ? vv_move(&product.o) : vv_int_add(t, sum->big.o, product.o);
    vv_setref_take(t, &sum->big.o, whole);
    return whole == NULL ? -1 : 0;
}

static int add_double(vv_thread *t, total *sum, double x, int64_t factor) {
    double whole, part = modf(x, &whole);
    VV_AUTO n = {t, vv_int_from_double(t, whole)};
    if (n.o == NULL || add_int(t, sum, n.o, factor) < 0)
        return -1;
    if (part == 0)
        return 0;
    sum->rest += modf((double)factor * part, &whole);
    vv_setref_take(t, &n.o, vv_int_from_double(t, whole));
    return n.o == NULL ? -1 : add_int(t, sum, n.o, 1);
}

static int add_part(vv_thread *t, total *sum, const char *name, vv_ref number, int64_t factor) {
    if (number == NULL)
        return 0;
    if (VV_ISA(number, INT))
        return add_int(t, sum, number, factor);
    if (VV_ISA(number, FLOAT))
        return add_double(t, sum, VV_FLOAT(number)->value, factor);
    return vv_raise_int(t, VV_TypeError, "unsupported type for timedelta %s component: %s", name, vv_type_name(number));
}

static bool is_odd(vv_ref n) {
    return VV_INT(n)->size != 0 && (VV_INT(n)->digit[0] & 1) != 0;
}

static vv_step delta_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    static const struct {
        const char *name;
        uint8_t argument;
        int64_t factor;
    } parts[] = {{"microseconds", 2, 1},         {"milliseconds", 3, 1000},         {"seconds", 1, 1000000},
                 {"minutes", 4, 60000000},       {"hours", 5, INT64_C(3600000000)}, {"days", 0, INT64_C(86400000000)},
                 {"weeks", 6, INT64_C(604800000000)}};
    vv_obj *a[7];
    if (vv_parse_args(t, "__new__", "__new__(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)", args,
                      nargs, kwnames, a) < 0)
        return VV_FAILED;
    total sum = {.big = {t, NULL}};
    int r = 0;
    for (size_t k = 0; r == 0 && k < VV_ARRAY_LEN(parts); k++)
        r = add_part(t, &sum, parts[k].name, a[parts[k].argument], parts[k].factor);
    VV_AUTO whole = {t, vv_move(&sum.big.o)};
    if (r < 0)
        return VV_FAILED;
    if (sum.rest != 0) { /* rounded, ties to even, as a part of the whole sum */
        bool odd = ((sum.small & 1) != 0) != (whole.o != NULL && is_odd(whole.o));
        double rounded = round(sum.rest);
        if (fabs(rounded - sum.rest) == 0.5)
            rounded = 2.0 * round((sum.rest + odd) * 0.5) - odd;
        sum.small += (int64_t)rounded;
    }
    if (whole.o == NULL)
        return vv_return(t, vv_dt_delta_new(t, VV_AS_TYPE(cls), sum.small / DAY_US, 0, sum.small % DAY_US));
    VV_AUTO small = {t, vv_int_new(t, sum.small)};
    vv_setref_take(t, &whole.o, small.o == NULL ? NULL : vv_int_add(t, whole.o, small.o));
    return whole.o == NULL ? VV_FAILED : vv_return(t, from_us(t, VV_AS_TYPE(cls), whole.o));
}

/* ---- sums ---- */

static bool both(vv_thread *t, vv_ref a, vv_ref b) {
    return VV_DT_IS(t, a, DT_DELTA) && VV_DT_IS(t, b, DT_DELTA);
}

static vv_step delta_add(vv_thread *t, vv_ref x, vv_ref y) {
    if (!both(t, x, y))
        return vv_return_not_implemented(t);
    const vv_dt_delta *a = VV_DT_DELTA(x), *b = VV_DT_DELTA(y);
    return vv_return(t, vv_dt_delta_new(t, NULL, (int64_t)a->days + b->days, (int64_t)a->seconds + b->seconds, (int64_t)a->us + b->us));
}

vv_owned vv_dt_delta_sub(vv_thread *t, vv_ref x, vv_ref y) {
    const vv_dt_delta *a = VV_DT_DELTA(x), *b = VV_DT_DELTA(y);
    return vv_dt_delta_new(t, NULL, (int64_t)a->days - b->days, (int64_t)a->seconds - b->seconds, (int64_t)a->us - b->us);
}

static vv_step delta_sub(vv_thread *t, vv_ref x, vv_ref y) {
    return both(t, x, y) ? vv_return(t, vv_dt_delta_sub(t, x, y)) : vv_return_not_implemented(t);
}

static vv_owned signed_copy(vv_thread *t, vv_ref self, int sign) {
    const vv_dt_delta *d = VV_DT_DELTA(self);
    return vv_dt_delta_new(t, NULL, (int64_t)sign * d->days, (int64_t)sign * d->seconds, (int64_t)sign * d->us);
}

static vv_step delta_neg(vv_thread *t, vv_ref self) {
    return vv_return(t, signed_copy(t, self, -1));
}
static vv_step delta_pos(vv_thread *t, vv_ref self) {
    return vv_return(t, signed_copy(t, self, 1));
}
static vv_step delta_abs(vv_thread *t, vv_ref self) {
    return vv_return(t, signed_copy(t, self, VV_DT_DELTA(self)->days < 0 ? -1 : 1));
}

static vv_step delta_bool(vv_thread *t, vv_ref self) {
    return vv_return_int(t, !vv_dt_delta_is_zero(self));
}

/* ---- products and quotients ---- */

/* a / b to the nearest int, ties to even. */
static vv_owned divide_near(vv_thread *t, vv_ref a, vv_ref b) {
    VV_AUTO q = {t, NULL};
    VV_AUTO r = {t, NULL};
    if (vv_int_divmod(t, a, b, &q.o, &r.o) < 0)
        return NULL;
    VV_AUTO twice = {t, vv_int_add(t, r.o, r.o)};
    if (twice.o == NULL)
        return NULL;
    int order = vv_int_sign(b) > 0 ? vv_int_compare(twice.o, b) : vv_int_compare(b, twice.o);
    if (order < 0 || (order == 0 && !is_odd(q.o)))
        return vv_move(&q.o);
    VV_AUTO one = {t, vv_int_new(t, 1)};
    return vv_int_add(t, q.o, one.o);
}

/* The two ints whose quotient a float is; as float.as_integer_ratio(). 0/-1. */
static int ratio_of(vv_thread *t, double x, vv_obj **ret_above, vv_obj **ret_below) {
    if (isinf(x))
        return vv_raise_int(t, VV_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(x))
        return vv_raise_int(t, VV_ValueError, "cannot convert NaN to integer ratio");
    int e;
    uint64_t m = (uint64_t)ldexp(frexp(fabs(x), &e), 53);
    e -= 53;
    for (; m != 0 && (m & 1) == 0; e++)
        m >>= 1;
    if (m == 0)
        e = 0;
    *ret_above = vv_int_scaled(t, m, e > 0 ? (uint64_t)e : 0, x < 0);
    *ret_below = *ret_above == NULL ? NULL : vv_int_scaled(t, 1, e < 0 ? (uint64_t)-e : 0, false);
    return *ret_below == NULL ? -1 : 0;
}

/* argv: timedelta, a float; i[0]: 0 to multiply, 1 to divide; slot: 0 the ratio or a name, 1 and 2 its halves, 3 microseconds */
static vv_step by_float(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[1], FLOAT)) {
        if (ratio_of(t, VV_FLOAT(nf->argv[1])->value, &nf->slot[1], &nf->slot[2]) < 0)
            return VV_FAILED;
    } else {
        VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[1], "as_integer_ratio", NULL, 0));
        nf->slot[0] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[0], TUPLE))
            return vv_raise_step(t, VV_TypeError, "unexpected return type from as_integer_ratio(): expected tuple, got '%T'", nf->slot[0]);
        if (VV_TUPLE(nf->slot[0])->length != 2)
            return vv_raise_step(t, VV_ValueError, "as_integer_ratio() must return a 2-tuple");
        nf->slot[1] = vv_newref(VV_TUPLE(nf->slot[0])->items[0]);
        nf->slot[2] = vv_newref(VV_TUPLE(nf->slot[0])->items[1]);
    }
    nf->slot[3] = to_us(t, nf->argv[0]);
    if (nf->slot[3] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_binary(t, nf->slot[3], nf->slot[1 + nf->i[0]], VV_MUL));
    vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
    if (!VV_ISA(nf->slot[3], INT) || !VV_ISA(nf->slot[2 - nf->i[0]], INT))
        return vv_raise_step(t, VV_TypeError, "non-integer arguments in division");
    vv_setref_take(t, &nf->slot[3], divide_near(t, nf->slot[3], nf->slot[2 - nf->i[0]]));
    return nf->slot[3] == NULL ? VV_FAILED : vv_return(t, from_us(t, NULL, nf->slot[3]));
    VV_END(nf);
}

static vv_step start_by_float(vv_thread *t, vv_ref delta, vv_ref number, bool divides) {
    vv_native *nf = vv_push_native(t, by_float, "timedelta", (vv_obj *[]){VV_OBJ(delta), VV_OBJ(number)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = divides;
    return vv_native_enter(t, nf);
}

static vv_step delta_mul(vv_thread *t, vv_ref x, vv_ref y) {
    bool first = VV_DT_IS(t, x, DT_DELTA);
    vv_ref delta = first ? x : y, number = first ? y : x;
    if (VV_ISA(number, FLOAT))
        return start_by_float(t, delta, number, false);
    if (!VV_ISA(number, INT))
        return vv_return_not_implemented(t);
    VV_AUTO us = {t, to_us(t, delta)};
    VV_AUTO product = {t, us.o == NULL ? NULL : vv_int_mul(t, us.o, number)};
    return product.o == NULL ? VV_FAILED : vv_return(t, from_us(t, NULL, product.o));
}

static vv_step delta_truediv(vv_thread *t, vv_ref x, vv_ref y) {
    if (!VV_DT_IS(t, x, DT_DELTA))
        return vv_return_not_implemented(t);
    if (VV_ISA(y, FLOAT))
        return start_by_float(t, x, y, true);
    bool number = VV_ISA(y, INT);
    if (!number && !VV_DT_IS(t, y, DT_DELTA))
        return vv_return_not_implemented(t);
    VV_AUTO a = {t, to_us(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : number ? vv_newref(y) : to_us(t, y)};
    if (b.o == NULL)
        return VV_FAILED;
    if (!number) {
        double quotient;
        return vv_int_truediv(t, a.o, b.o, &quotient) < 0 ? VV_FAILED : vv_return(t, vv_float_new(t, quotient));
    }
    VV_AUTO quotient = {t, divide_near(t, a.o, b.o)};
    return quotient.o == NULL ? VV_FAILED : vv_return(t, from_us(t, NULL, quotient.o));
}

static vv_step delta_floordiv(vv_thread *t, vv_ref x, vv_ref y) {
    bool number = VV_ISA(y, INT);
    if (!VV_DT_IS(t, x, DT_DELTA) || (!number && !VV_DT_IS(t, y, DT_DELTA)))
        return vv_return_not_implemented(t);
    VV_AUTO a = {t, to_us(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : number ? vv_newref(y) : to_us(t, y)};
    VV_AUTO quotient = {t, b.o == NULL ? NULL : vv_int_floordiv(t, a.o, b.o)};
    if (quotient.o == NULL)
        return VV_FAILED;
    return vv_return(t, number ? from_us(t, NULL, quotient.o) : vv_move(&quotient.o));
}

static vv_step delta_mod(vv_thread *t, vv_ref x, vv_ref y) {
    if (!both(t, x, y))
        return vv_return_not_implemented(t);
    VV_AUTO a = {t, to_us(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : to_us(t, y)};
    VV_AUTO rest = {t, b.o == NULL ? NULL : vv_int_mod(t, a.o, b.o)};
    return rest.o == NULL ? VV_FAILED : vv_return(t, from_us(t, NULL, rest.o));
}

static vv_step delta_divmod(vv_thread *t, vv_ref x, vv_ref y) {
    if (!both(t, x, y))
        return vv_return_not_implemented(t);
    VV_AUTO a = {t, to_us(t, x)};
    VV_AUTO b = {t, a.o == NULL ? NULL : to_us(t, y)};
    VV_AUTO q = {t, NULL};
    VV_AUTO r = {t, NULL};
    if (b.o == NULL || vv_int_divmod(t, a.o, b.o, &q.o, &r.o) < 0)
        return VV_FAILED;
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_newref(q.o), from_us(t, NULL, r.o)));
}

/* ---- comparison ---- */

int vv_dt_delta_compare(vv_ref x, vv_ref y) {
    const vv_dt_delta *a = VV_DT_DELTA(x), *b = VV_DT_DELTA(y);
    int64_t order = (int64_t)a->days - b->days;
    if (order == 0)
        order = a->seconds - b->seconds;
    if (order == 0)
        order = a->us - b->us;
    return (order > 0) - (order < 0);
}

static vv_step delta_compare(vv_thread *t, vv_ref x, vv_ref y, int op) {
    return VV_DT_IS(t, y, DT_DELTA) ? vv_dt_ordered(t, vv_dt_delta_compare(x, y), op) : vv_return_not_implemented(t);
}

vv_hash vv_dt_delta_hash(vv_ref o) {
    vv_dt_delta *d = VV_DT_DELTA(o);
    if (d->hash == -1) { /* of the tuple of its parts */
        uint64_t acc = vv_leaf_tuple_hash_add(vv_leaf_tuple_hash_begin(), d->days == -1 ? -2 : d->days);
        acc = vv_leaf_tuple_hash_add(vv_leaf_tuple_hash_add(acc, d->seconds), d->us);
        d->hash = vv_leaf_tuple_hash_end(acc, 3);
    }
    return d->hash;
}

static vv_step delta_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_dt_delta_hash(self));
}

/* ---- text and the rest ---- */

vv_owned vv_dt_delta_repr(vv_thread *t, vv_ref o) {
    const vv_dt_delta *d = VV_DT_DELTA(o);
    const char *const names[] = {"days", "seconds", "microseconds"};
    int values[] = {d->days, d->seconds, d->us};
    VV_AUTO text = {t, vv_format(t, "%s(", vv_type_name(o))};
    const char *separator = "";
    for (int k = 0; k < 3 && text.o != NULL; k++) {
        if (values[k] != 0) {
            vv_setref_take(t, &text.o, vv_format(t, "%U%s%s=%d", text.o, separator, names[k], values[k]));
            separator = ", ";
        }
    }
    return text.o == NULL ? NULL : vv_format(t, "%U%s)", text.o, *separator == '\0' ? "0" : "");
}

static vv_step delta_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_dt_delta_repr(t, self));
}

static vv_step delta_str(vv_thread *t, vv_ref self) {
    const vv_dt_delta *d = VV_DT_DELTA(self);
    vv_dt_text b = {.length = 0};
    if (d->days != 0) {
        vv_dt_put_number(&b, d->days, 1);
        vv_dt_put(&b, d->days == 1 || d->days == -1 ? " day, " : " days, ");
    }
    vv_dt_put_number(&b, d->seconds / 3600, 1);
    vv_dt_put(&b, ":");
    vv_dt_put_number(&b, d->seconds / 60 % 60, 2);
    vv_dt_put(&b, ":");
    vv_dt_put_number(&b, d->seconds % 60, 2);
    if (d->us != 0) {
        vv_dt_put(&b, ".");
        vv_dt_put_number(&b, d->us, 6);
    }
    return vv_return(t, vv_dt_text_str(t, &b));
}

vv_owned vv_dt_delta_seconds(vv_thread *t, vv_ref o) {
    VV_AUTO us = {t, to_us(t, o)};
    VV_AUTO million = {t, us.o == NULL ? NULL : vv_int_new(t, VV_DT_SECOND_US)};
    double seconds;
    return million.o == NULL || vv_int_truediv(t, us.o, million.o, &seconds) < 0 ? NULL : vv_float_new(t, seconds);
}

static vv_owned delta_total_seconds(vv_thread *t, vv_obj *const *argv) {
    return vv_dt_delta_seconds(t, argv[0]);
}

static vv_owned delta_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_dt_delta *d = VV_DT_DELTA(argv[0]);
    return vv_tuple_pack_take(t, 2, vv_newref(&argv[0]->type->head),
                              vv_tuple_pack_take(t, 3, vv_int_new(t, d->days), vv_int_new(t, d->seconds), vv_int_new(t, d->us)));
}

const vv_typespec vv_dt_delta_spec = {
    .name = "timedelta",
    .module = "datetime",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_dt_delta),
    .size64 = 40,
    .doc = "Difference between two dates or times.\n\n"
           "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n"
           "The arguments are numbers of any sign, fractions included.",
    .slots = &delta_slots,
    .methods = delta_methods,
    .members = delta_members,
    .dealloc = delta_dealloc,
};
