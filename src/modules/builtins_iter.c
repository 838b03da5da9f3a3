/* builtins_iter.c - built-in functions that compute: numbers, and whatever runs over an iterable. */
#include "modules/builtins.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME builtins_iter
#define VV_DEF_FILE "modules/builtins_iter.def"
#include "object/deftype.h"

int vv_builtins_add_iter(vv_thread *t, vv_ref module) {
    return vv_module_add_functions(t, module, builtins_iter_methods);
}

/* ---- numbers ---- */

static vv_step builtins_iter_abs(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.abs == NULL)
        return vv_raise_step(t, VV_TypeError, "bad operand type for abs(): '%T'", nf->argv[0]);
    VV_AWAIT(nf, nf->argv[0]->type->s.abs(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step in_base(vv_thread *t, vv_native *nf, int base) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_int_to_str(t, nf->slot[0], base, true));
    VV_END(nf);
}
static vv_step builtins_iter_bin(vv_thread *t, vv_native *nf) {
    return in_base(t, nf, 2);
}
static vv_step builtins_iter_oct(vv_thread *t, vv_native *nf) {
    return in_base(t, nf, 8);
}
static vv_step builtins_iter_hex(vv_thread *t, vv_native *nf) {
    return in_base(t, nf, 16);
}

static vv_step builtins_iter_chr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    int64_t value;
    if (vv_int_to_i64(nf->slot[0], &value) != 0 || value > INT32_MAX || value < INT32_MIN)
        return vv_raise_step(t, VV_OverflowError, "Python int too large to convert to C int");
    if (value < 0 || value > 0x10FFFF)
        return vv_raise_step(t, VV_ValueError, "chr() arg not in range(0x110000)");
    return vv_return(t, vv_str_from_char(t, (uint32_t)value));
    VV_END(nf);
}

static vv_owned builtins_iter_ord(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *bytes;
    size_t n;
    if (VV_ISA(argv[0], STR)) {
        n = vv_str_length(argv[0]);
        if (n == 1)
            return vv_int_new(t, vv_str_at(argv[0], 0));
    } else if (vv_bytes_view(argv[0], &bytes, &n)) {
        if (n == 1)
            return vv_int_new(t, bytes[0]);
    } else {
        return vv_raise(t, VV_TypeError, "ord() expected string of length 1, but %T found", argv[0]);
    }
    return vv_raise(t, VV_TypeError, "ord() expected a character, but string of length %zu found", n);
}

/* slot[0], slot[1]: not used; the operators' own search, with `divmod` as a third pair of slots */
static vv_step builtins_iter_divmod(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = nf->argv[0]->type != nf->argv[1]->type && nf->argv[1]->type->s.divmod != NULL &&
               nf->argv[1]->type->s.divmod != nf->argv[0]->type->s.divmod &&
               vv_type_is_subtype(nf->argv[1]->type, nf->argv[0]->type);
    if (nf->i[0]) {
        VV_AWAIT(nf, nf->argv[1]->type->s.divmod(t, nf->argv[0], nf->argv[1]));
        if (t->ret != t->vm->not_implemented)
            return VV_READY;
        vv_drop_ret(t);
    }
    if (nf->argv[0]->type->s.divmod != NULL) {
        VV_AWAIT(nf, nf->argv[0]->type->s.divmod(t, nf->argv[0], nf->argv[1]));
        if (t->ret != t->vm->not_implemented)
            return VV_READY;
        vv_drop_ret(t);
    }
    if (!nf->i[0] && nf->argv[1]->type->s.divmod != NULL && nf->argv[1]->type->s.divmod != nf->argv[0]->type->s.divmod) {
        VV_AWAIT(nf, nf->argv[1]->type->s.divmod(t, nf->argv[0], nf->argv[1]));
        if (t->ret != t->vm->not_implemented)
            return VV_READY;
        vv_drop_ret(t);
    }
    return vv_raise_step(t, VV_TypeError, "unsupported operand type(s) for divmod(): '%T' and '%T'", nf->argv[0], nf->argv[1]);
    VV_END(nf);
}

static vv_step builtins_iter_pow(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] == NULL || nf->argv[2] == t->vm->none) {
        VV_AWAIT(nf, vv_do_binary(t, nf->argv[0], nf->argv[1], VV_POW));
        return VV_READY;
    }
    for (nf->i[0] = 0; nf->i[0] < 3; nf->i[0]++) {
        if (nf->argv[nf->i[0]]->type->s.pow == NULL)
            continue;
        VV_AWAIT(nf, nf->argv[nf->i[0]]->type->s.pow(t, nf->argv[0], nf->argv[1], nf->argv[2]));
        if (t->ret != t->vm->not_implemented)
            return VV_READY;
        vv_drop_ret(t);
    }
    return vv_raise_step(t, VV_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", nf->argv[0],
                         nf->argv[1], nf->argv[2]);
    VV_END(nf);
}

static vv_step builtins_iter_round(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    bool digits = nf->argv[1] != NULL && nf->argv[1] != t->vm->none;
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __round__), &nf->argv[1], digits ? 1 : 0));
    if (t->ret == NULL)
        return vv_raise_step(t, VV_TypeError, "type %s doesn't define __round__ method", vv_type_name(nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

/* ---- iterators ---- */

static vv_step builtins_iter_iter(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] == NULL) {
        VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
        return VV_READY;
    }
    if (nf->argv[0]->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "iter(object, sentinel): object must be callable");
    return vv_return(t, vv_callable_iterator_new(t, nf->argv[0], nf->argv[1]));
    VV_END(nf);
}

static vv_step builtins_iter_next(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.next == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object is not an iterator", nf->argv[0]);
    if (nf->argv[1] == NULL) {
        VV_AWAIT(nf, vv_do_next(t, nf->argv[0]));
    } else {
        VV_AWAIT_CATCH(nf, vv_do_next(t, nf->argv[0]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_StopIteration))
                return VV_FAILED;
            vv_clear_error(t);
        }
    }
    if (t->ret != NULL)
        return VV_READY;
    if (nf->argv[1] != NULL) {
        vv_clearref(t, &t->stop);
        return vv_return(t, vv_newref(nf->argv[1]));
    }
    vv_owned value = vv_move(&t->stop);
    vv_raise_value(t, VV_StopIteration, value);
    vv_xdecref(t, value);
    return VV_FAILED;
    VV_END(nf);
}

static vv_step builtins_iter_aiter(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.aiter == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object is not an async iterable", nf->argv[0]);
    VV_AWAIT(nf, nf->argv[0]->type->s.aiter(t, nf->argv[0]));
    if (t->ret->type->s.anext != NULL)
        return VV_READY;
    nf->slot[0] = vv_take_ret(t);
    return vv_raise_step(t, VV_TypeError, "aiter() returned not an async iterator of type '%T'", nf->slot[0]);
    VV_END(nf);
}

static vv_step builtins_iter_anext(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.anext == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object is not an async iterator", nf->argv[0]);
    VV_AWAIT(nf, nf->argv[0]->type->s.anext(t, nf->argv[0]));
    if (nf->argv[1] == NULL)
        return VV_READY;
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_anext_awaitable_new(t, nf->slot[0], nf->argv[1]));
    VV_END(nf);
}

/* all and any: looks for the first item whose truth is `wanted`. slot[0]: iterator, slot[1]: item */
static vv_step find_truth(vv_thread *t, vv_native *nf, bool wanted) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return(t, vv_bool(t, !wanted));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
        if ((t->ival != 0) == wanted)
            return vv_return(t, vv_bool(t, wanted));
    }
    VV_END(nf);
}
static vv_step builtins_iter_all(vv_thread *t, vv_native *nf) {
    return find_truth(t, nf, false);
}
static vv_step builtins_iter_any(vv_thread *t, vv_native *nf) {
    return find_truth(t, nf, true);
}

/* argv: args, key, default. slot: 0 iterator, 1 best item, 2 best key, 3 item, 4 key */
static vv_step extreme(vv_thread *t, vv_native *nf, enum vv_cmp better, const char *name) {
    VV_BEGIN(nf);
    size_t n = VV_TUPLE(nf->argv[0])->length;
    if (n == 0)
        return vv_raise_step(t, VV_TypeError, "%s expected at least 1 argument, got 0", name);
    if (n > 1 && nf->argv[2] != NULL)
        return vv_raise_step(t, VV_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    if (nf->argv[1] == t->vm->none)
        vv_clearref(t, &nf->argv[1]);
    VV_AWAIT(nf, vv_do_iter(t, VV_TUPLE(nf->argv[0])->length == 1 ? VV_TUPLE(nf->argv[0])->items[0] : nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
        if (nf->argv[1] != NULL) {
            VV_AWAIT(nf, vv_do_call1(t, nf->argv[1], nf->slot[3]));
            vv_setref_take(t, &nf->slot[4], vv_take_ret(t));
        } else {
            vv_setref_take(t, &nf->slot[4], vv_newref(nf->slot[3]));
        }
        if (nf->slot[1] != NULL) {
            VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[4], nf->slot[2], better));
            if (!t->ival)
                continue;
        }
        vv_setref_take(t, &nf->slot[1], vv_move(&nf->slot[3]));
        vv_setref_take(t, &nf->slot[2], vv_move(&nf->slot[4]));
    }
    if (nf->slot[1] != NULL)
        return vv_return(t, vv_move(&nf->slot[1]));
    if (nf->argv[2] != NULL)
        return vv_return(t, vv_newref(nf->argv[2]));
    return vv_raise_step(t, VV_ValueError, "%s() iterable argument is empty", name);
    VV_END(nf);
}
static vv_step builtins_iter_max(vv_thread *t, vv_native *nf) {
    return extreme(t, nf, VV_GT, "max");
}
static vv_step builtins_iter_min(vv_thread *t, vv_native *nf) {
    return extreme(t, nf, VV_LT, "min");
}

/* argv: iterable, key, reverse */
static vv_step builtins_iter_sorted(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        nf->i[0] = t->ival != 0;
    }
    VV_AWAIT(nf, vv_do_list(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list_sort(t, nf->slot[0], nf->argv[1] == t->vm->none ? NULL : nf->argv[1], nf->i[0] != 0));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* ---- sum ----
 * Integers are added in an int64 while they fit; floats with the compensation of A. Neumaier (Rundungsfehleranalyse
 * einiger Verfahren zur Summation endlicher Summen, 1974), as CPython does since 3.12. */

enum sum_mode { SUM_INT, SUM_FLOAT, SUM_OBJECT };

static double get_double(int64_t bits) {
    double value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}
static int64_t put_double(double value) {
    int64_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}

static void add_compensated(vv_native *nf, double x) {
    double total = get_double(nf->i[1]), c = get_double(nf->i[2]), next = total + x;
    if (__builtin_fabs(total) >= __builtin_fabs(x))
        c += (total - next) + x;
    else
        c += (x - next) + total;
    nf->i[1] = put_double(next);
    nf->i[2] = put_double(c);
}

/* The total so far as an object, for going on with `+`. */
static vv_owned sum_so_far(vv_thread *t, vv_native *nf) {
    if (nf->i[0] == SUM_INT)
        return vv_int_new(t, nf->i[1]);
    double c = get_double(nf->i[2]), total = get_double(nf->i[1]);
    return vv_float_new(t, c != 0 && __builtin_isfinite(c) ? total + c : total);
}

/* Adds the item without an object where possible: 1 done, 0 not, -1 exception. */
static int sum_fast(vv_thread *t, vv_native *nf, vv_ref item) {
    int64_t value;
    if (nf->i[0] == SUM_INT) {
        if ((VV_IS(t, item, INT) || VV_IS(t, item, BOOL)) && vv_int_to_i64(item, &value) == 0 &&
            !__builtin_add_overflow(nf->i[1], value, &nf->i[1]))
            return 1;
        if (VV_IS(t, item, FLOAT)) { /* go on in floats */
            nf->i[0] = SUM_FLOAT;
            nf->i[1] = put_double((double)nf->i[1]);
            nf->i[2] = put_double(0);
            add_compensated(nf, VV_FLOAT(item)->value);
            return 1;
        }
        return 0;
    }
    if (VV_IS(t, item, FLOAT)) {
        add_compensated(nf, VV_FLOAT(item)->value);
        return 1;
    }
    if (VV_IS(t, item, INT) && vv_int_to_i64(item, &value) == 0) {
        nf->i[1] = put_double(get_double(nf->i[1]) + (double)value);
        return 1;
    }
    return 0;
}

/* argv: iterable, start; slot: 0 iterator, 1 total (SUM_OBJECT), 2 item; i: 0 mode, 1 total, 2 compensation */
/* Adds the numbers of a list, up to the first that is none. */
static void sum_list(vv_thread *t, vv_native *nf, vv_seq_iterator *it) {
    for (; it->seq != NULL && it->index < VV_LIST(it->seq)->length && t->ticks > 1; it->index++, t->ticks--) {
        int64_t before = nf->i[1];
        if (!sum_fast(t, nf, VV_LIST(it->seq)->items[it->index])) {
            nf->i[1] = before;
            return;
        }
    }
}

static vv_step builtins_iter_sum(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    nf->i[0] = SUM_OBJECT;
    if (nf->argv[1] == NULL) {
        nf->i[0] = SUM_INT;
    } else if (VV_ISA(nf->argv[1], STR)) {
        return vv_raise_step(t, VV_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    } else if (VV_ISA(nf->argv[1], BYTES)) {
        return vv_raise_step(t, VV_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    } else if (VV_IS(t, nf->argv[1], BYTEARRAY)) {
        return vv_raise_step(t, VV_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    } else if (VV_IS(t, nf->argv[1], INT) && vv_int_to_i64(nf->argv[1], &nf->i[1]) == 0) {
        nf->i[0] = SUM_INT;
    } else if (VV_IS(t, nf->argv[1], FLOAT)) {
        nf->i[0] = SUM_FLOAT;
        nf->i[1] = put_double(VV_FLOAT(nf->argv[1])->value);
        nf->i[2] = put_double(0);
    } else {
        nf->slot[1] = vv_newref(nf->argv[1]);
    }
    for (;;) {
        if (nf->i[0] != SUM_OBJECT && VV_IS(t, nf->slot[0], LIST_ITERATOR))
            sum_list(t, nf, VV_SEQ_ITERATOR(nf->slot[0]));
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        if (nf->i[0] != SUM_OBJECT) {
            int64_t before = nf->i[1];
            if (sum_fast(t, nf, t->ret)) {
                vv_drop_ret(t);
                continue;
            }
            nf->i[1] = before; /* an overflow leaves the wrapped sum behind */
            nf->slot[2] = vv_take_ret(t);
            nf->slot[1] = sum_so_far(t, nf);
            if (nf->slot[1] == NULL)
                return VV_FAILED;
            nf->i[0] = SUM_OBJECT;
        } else {
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        }
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[1], nf->slot[2], VV_ADD));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        vv_clearref(t, &nf->slot[2]);
        if (VV_IS(t, nf->slot[1], FLOAT)) { /* int + float: floats again */
            nf->i[0] = SUM_FLOAT;
            nf->i[1] = put_double(VV_FLOAT(nf->slot[1])->value);
            nf->i[2] = put_double(0);
            vv_clearref(t, &nf->slot[1]);
        }
    }
    if (nf->i[0] != SUM_OBJECT)
        return vv_return(t, sum_so_far(t, nf));
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}
