/* range.c - arithmetic progressions of ints of any size, and their iterators.
 *
 * Invariants: start, stop, step, length are exact ints, step is not 0, length is the number of values. A range whose
 * values (and the one after the last) fit int64 is iterated by vv_range_iterator, any other by longrange_iterator.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME range
#define VV_DEF_FILE "types/range.def"
#include "object/deftype.h"
#define VV_DEF_NAME range_iterator
#define VV_DEF_FILE "types/range_iterator.def"
#include "object/deftype.h"
#define VV_DEF_NAME longrange_iterator
#define VV_DEF_FILE "types/longrange_iterator.def"
#include "object/deftype.h"

typedef struct vv_longrange_iterator {
    vv_obj head;
    vv_obj *next, *step, *left; /* owned ints: the next value, the step, how many are to come */
} vv_longrange_iterator;
#define LONGRANGE(o) ((vv_longrange_iterator *)(o))

/* ---- arithmetic ---- */

/* a + b * c */
static vv_owned mul_add(vv_thread *t, vv_ref a, vv_ref b, vv_ref c) {
    VV_AUTO product = {t, vv_int_mul(t, b, c)};
    return product.o == NULL ? NULL : vv_int_add(t, a, product.o);
}

static bool is_zero(vv_ref n) {
    return vv_int_sign(n) == 0;
}

static bool is_one(vv_ref n) {
    return vv_int_is_compact(n) && vv_int_compact(n) == 1;
}

/* How many values start, start + step, ... come before stop. */
static vv_owned count_values(vv_thread *t, vv_ref start, vv_ref stop, vv_ref step) {
    int sign = vv_int_sign(step);
    vv_ref low = sign > 0 ? start : stop, high = sign > 0 ? stop : start;
    if (vv_int_compare(low, high) >= 0)
        return vv_int_new(t, 0);
    int64_t a, b, by, span;
    if (vv_int_to_i64(low, &a) == 0 && vv_int_to_i64(high, &b) == 0 && vv_int_to_i64(step, &by) == 0 && by > -INT64_MAX &&
        !__builtin_sub_overflow(b, a, &span))
        return vv_int_new(t, (span - 1) / (by < 0 ? -by : by) + 1);
    VV_AUTO one = {t, vv_int_new(t, 1)};
    VV_AUTO width = {t, vv_int_sub(t, high, low)};
    VV_AUTO before = {t, width.o == NULL ? NULL : vv_int_sub(t, width.o, one.o)};
    VV_AUTO size = {t, sign > 0 ? vv_newref(step) : vv_int_neg(t, step)};
    VV_AUTO steps = {t, before.o == NULL || size.o == NULL ? NULL : vv_int_floordiv(t, before.o, size.o)};
    return steps.o == NULL ? NULL : vv_int_add(t, steps.o, one.o);
}

/* Takes the three ints. */
static vv_owned range_make(vv_thread *t, vv_type *type, vv_obj *start, vv_obj *stop, vv_obj *step) {
    vv_obj *o = NULL, *length = NULL;
    if (start == NULL || stop == NULL || step == NULL)
        goto out;
    if (is_zero(step)) {
        vv_raise(t, VV_ValueError, "range() arg 3 must not be zero");
        goto out;
    }
    length = count_values(t, start, stop, step);
    if (length == NULL || (o = vv_new_object(t, type, sizeof(vv_range))) == NULL)
        goto out;
    *VV_RANGE(o) = (vv_range){.head = VV_RANGE(o)->head, .start = start, .stop = stop, .step = step, .length = length};
    return o;
out:
    vv_xdecref(t, start);
    vv_xdecref(t, stop);
    vv_xdecref(t, step);
    vv_xdecref(t, length);
    return NULL;
}

/* An exact int equal to an int or bool. */
static vv_owned exact_int(vv_thread *t, vv_ref n) {
    if (VV_IS(t, n, INT))
        return vv_newref(n);
    VV_AUTO zero = {t, vv_int_new(t, 0)};
    return vv_int_add(t, n, zero.o);
}

/* argv: class, then one to three arguments; slot[k]: argument k as an int; i[0]: next argument */
static vv_step create_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; nf->i[0] < nf->argc - 1; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[nf->i[0] + 1]));
        nf->slot[nf->i[0]] = vv_take_ret(t);
    }
    vv_obj *start = nf->argc == 2 ? vv_int_new(t, 0) : exact_int(t, nf->slot[0]);
    vv_obj *stop = exact_int(t, nf->slot[nf->argc == 2 ? 0 : 1]);
    vv_obj *step = nf->argc == 4 ? exact_int(t, nf->slot[2]) : vv_int_new(t, 1);
    return vv_return(t, range_make(t, VV_AS_TYPE(nf->argv[0]), start, stop, step));
    VV_END(nf);
}

static vv_step range_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, "range", kwnames) < 0 || vv_check_nargs(t, "range", nargs, 1, 3) < 0)
        return VV_FAILED;
    bool now = true;
    for (size_t k = 0; k < nargs; k++)
        now = now && VV_IS(t, args[k], INT);
    if (now)
        return vv_return(t, range_make(t, VV_AS_TYPE(type), nargs == 1 ? vv_int_new(t, 0) : vv_newref(args[0]),
                                       vv_newref(args[nargs == 1 ? 0 : 1]),
                                       nargs == 3 ? vv_newref(args[2]) : vv_int_new(t, 1)));
    vv_obj *argv[4] = {VV_OBJ(type)};
    for (size_t k = 0; k < nargs; k++)
        argv[k + 1] = args[k];
    return vv_push_native(t, create_slowly, "range.__new__", argv, nargs + 1) == NULL ? VV_FAILED : VV_PUSHED;
}

static int range_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_RANGE(self)->start);
    VV_VISIT(VV_RANGE(self)->stop);
    VV_VISIT(VV_RANGE(self)->step);
    VV_VISIT(VV_RANGE(self)->length);
    return 0;
}

static void range_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_RANGE(self)->start);
    vv_xdecref(t, VV_RANGE(self)->stop);
    vv_xdecref(t, VV_RANGE(self)->step);
    vv_xdecref(t, VV_RANGE(self)->length);
    vv_free_object(t, self);
}

/* ---- items ---- */

static vv_owned item(vv_thread *t, const vv_range *r, vv_ref index) {
    return mul_add(t, r->start, index, r->step);
}

static vv_step range_len(vv_thread *t, vv_ref self) {
    return vv_int_as_i64(t, VV_RANGE(self)->length, &t->ival) < 0 ? VV_FAILED : VV_READY;
}

static vv_step range_bool(vv_thread *t, vv_ref self) {
    return vv_return_int(t, !is_zero(VV_RANGE(self)->length));
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: range, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return range_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step range_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    const vv_range *r = VV_RANGE(self);
    if (VV_ISA(key, INT)) {
        VV_AUTO index = {t, vv_int_sign(key) < 0 ? vv_int_add(t, key, r->length) : vv_newref(key)};
        if (index.o == NULL)
            return VV_FAILED;
        if (vv_int_sign(index.o) < 0 || vv_int_compare(index.o, r->length) >= 0)
            return vv_raise_step(t, VV_IndexError, "range object index out of range");
        return vv_return(t, item(t, r, index.o));
    }
    if (!vv_container_is_key(t, key))
        return vv_raise_step(t, VV_TypeError, "range indices must be integers or slices, not %T", key);
    if (!VV_IS(t, key, SLICE))
        return vv_start2(t, getitem_slowly, "range.__getitem__", self, key);
    const vv_slice *s = VV_SLICE(key);
    if ((s->start != t->vm->none && !VV_ISA(s->start, INT)) || (s->stop != t->vm->none && !VV_ISA(s->stop, INT)) ||
        (s->step != t->vm->none && !VV_ISA(s->step, INT)))
        return vv_start2(t, getitem_slowly, "range.__getitem__", self, key);
    vv_obj *parts[3];
    if (vv_slice_indices(t, key, r->length, parts) < 0)
        return VV_FAILED;
    vv_obj *result = range_make(t, VV_TYPEP(t, RANGE), item(t, r, parts[0]), item(t, r, parts[1]),
                                vv_int_mul(t, r->step, parts[2]));
    for (int k = 0; k < 3; k++)
        vv_decref(t, parts[k]);
    return vv_return(t, result);
}

/* Position of an int in the range: 1 and an owned *ret (if asked for), 0 absent, -1. */
static int position(vv_thread *t, const vv_range *r, vv_ref value, vv_obj **ret) {
    bool up = vv_int_sign(r->step) > 0;
    if (up ? vv_int_compare(value, r->start) < 0 || vv_int_compare(value, r->stop) >= 0
           : vv_int_compare(value, r->start) > 0 || vv_int_compare(value, r->stop) <= 0)
        return 0;
    VV_AUTO distance = {t, vv_int_sub(t, value, r->start)};
    vv_obj *div, *mod;
    if (distance.o == NULL || vv_int_divmod(t, distance.o, r->step, &div, &mod) < 0)
        return -1;
    bool hit = is_zero(mod);
    vv_decref(t, mod);
    if (hit && ret != NULL)
        *ret = div;
    else
        vv_decref(t, div);
    return hit;
}

static bool is_exact_number(vv_thread *t, vv_ref o) {
    return VV_IS(t, o, INT) || VV_IS(t, o, BOOL);
}

/* Compares every value with argv[1], which is no int: argv[0]: range; slot[0]: iterator, slot[1]: a value; i[0]: values
 * seen, i[1]: equal ones, i[2]: stop at the first. t->ival = the count, or the first position + 1. */
static vv_step search_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_int(t, nf->i[1]);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        nf->i[0]++;
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[1], nf->argv[1], VV_EQ));
        nf->i[1] += t->ival;
        if (t->ival != 0 && nf->i[2])
            return vv_return_int(t, nf->i[0]);
    }
    VV_END(nf);
}

static vv_step search(vv_thread *t, vv_ref self, vv_ref value, bool first) {
    vv_native *nf = vv_push_native(t, search_slowly, "range search", (vv_obj *[]){VV_OBJ(self), VV_OBJ(value)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[2] = first;
    return VV_PUSHED;
}

static vv_step contains_slowly(vv_thread *t, vv_native *nf) { /* argv: range, value */
    VV_BEGIN(nf);
    VV_AWAIT(nf, search(t, nf->argv[0], nf->argv[1], true));
    return vv_return_int(t, t->ival > 0);
    VV_END(nf);
}

static vv_step range_contains(vv_thread *t, vv_ref self, vv_ref value) {
    if (!is_exact_number(t, value))
        return vv_start2(t, contains_slowly, "range.__contains__", self, value);
    int r = position(t, VV_RANGE(self), value, NULL);
    return r < 0 ? VV_FAILED : vv_return_int(t, r);
}

static vv_step range_count(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (is_exact_number(t, nf->argv[1])) {
        int r = position(t, VV_RANGE(nf->argv[0]), nf->argv[1], NULL);
        return r < 0 ? VV_FAILED : vv_return(t, vv_int_new(t, r));
    }
    VV_AWAIT(nf, search(t, nf->argv[0], nf->argv[1], false));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_step range_index(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (is_exact_number(t, nf->argv[1])) {
        vv_obj *index;
        int r = position(t, VV_RANGE(nf->argv[0]), nf->argv[1], &index);
        if (r != 0)
            return r < 0 ? VV_FAILED : vv_return(t, index);
        return vv_raise_step(t, VV_ValueError, "%R is not in range", nf->argv[1]);
    }
    VV_AWAIT(nf, search(t, nf->argv[0], nf->argv[1], true));
    if (t->ival == 0)
        return vv_raise_step(t, VV_ValueError, "sequence.index(x): x not in sequence");
    return vv_return(t, vv_int_new(t, t->ival - 1));
    VV_END(nf);
}

/* ---- as a value ---- */

static vv_step range_repr(vv_thread *t, vv_ref self) {
    const vv_range *r = VV_RANGE(self);
    return vv_return(t, is_one(r->step) ? vv_format(t, "range(%R, %R)", r->start, r->stop)
                                        : vv_format(t, "range(%R, %R, %R)", r->start, r->stop, r->step));
}

static vv_step range_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_IS(t, a, RANGE) || !VV_IS(t, b, RANGE) || (op != VV_EQ && op != VV_NE))
        return vv_return_not_implemented(t);
    const vv_range *x = VV_RANGE(a), *y = VV_RANGE(b);
    bool equal = x == y;
    if (!equal && vv_int_compare(x->length, y->length) == 0)
        equal = is_zero(x->length) || (vv_int_compare(x->start, y->start) == 0 &&
                                       (is_one(x->length) || vv_int_compare(x->step, y->step) == 0));
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

static vv_step range_hash(vv_thread *t, vv_ref self) {
    const vv_range *r = VV_RANGE(self);
    bool empty = is_zero(r->length);
    VV_AUTO key = {t, vv_tuple_pack(t, 3, (vv_ref)r->length, empty ? VV_NONE(t) : (vv_ref)r->start,
                                    empty || is_one(r->length) ? VV_NONE(t) : (vv_ref)r->step)};
    if (key.o == NULL || vv_hash_now(t, key.o, &t->ival) != 1)
        return VV_FAILED;
    return VV_READY;
}

static vv_owned range_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_range *r = VV_RANGE(argv[0]);
    VV_AUTO parts = {t, vv_tuple_pack(t, 3, (vv_ref)r->start, (vv_ref)r->stop, (vv_ref)r->step)};
    return parts.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)&argv[0]->type->head, (vv_ref)parts.o);
}

/* ---- iterators ---- */

/* An iterator over start, start + step, ...: `length` values. */
static vv_owned iterator_new(vv_thread *t, vv_ref start, vv_ref step, vv_ref length) {
    int64_t first, by, n, span, end;
    if (vv_int_to_i64(start, &first) == 0 && vv_int_to_i64(step, &by) == 0 && vv_int_to_i64(length, &n) == 0 &&
        !__builtin_mul_overflow(n, by, &span) && !__builtin_add_overflow(first, span, &end)) {
        vv_obj *o = vv_new_object(t, VV_TYPEP(t, RANGE_ITERATOR), sizeof(vv_range_iterator));
        if (o != NULL) {
            VV_RANGE_ITERATOR(o)->next = first;
            VV_RANGE_ITERATOR(o)->step = by;
            VV_RANGE_ITERATOR(o)->left = (uint64_t)n;
        }
        return o;
    }
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, LONGRANGE_ITERATOR), sizeof(vv_longrange_iterator));
    if (o != NULL) {
        LONGRANGE(o)->next = vv_newref(start);
        LONGRANGE(o)->step = vv_newref(step);
        LONGRANGE(o)->left = vv_newref(length);
    }
    return o;
}

static vv_step range_iter(vv_thread *t, vv_ref self) {
    const vv_range *r = VV_RANGE(self);
    return vv_return(t, iterator_new(t, r->start, r->step, r->length));
}

static vv_owned range_reversed(vv_thread *t, vv_obj *const *argv) {
    const vv_range *r = VV_RANGE(argv[0]);
    VV_AUTO one = {t, vv_int_new(t, 1)};
    VV_AUTO last = {t, vv_int_sub(t, r->length, one.o)};
    VV_AUTO start = {t, last.o == NULL ? NULL : item(t, r, last.o)};
    VV_AUTO step = {t, start.o == NULL ? NULL : vv_int_neg(t, r->step)};
    return step.o == NULL ? NULL : iterator_new(t, start.o, step.o, r->length);
}

static vv_step rangeiter_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step rangeiter_next(vv_thread *t, vv_ref self) {
    vv_range_iterator *it = VV_RANGE_ITERATOR(self);
    if (it->left == 0)
        return vv_return_null(t);
    int64_t value = it->next;
    it->left--;
    it->next += it->step;
    return vv_return(t, vv_int_new(t, value));
}

static vv_owned rangeiter_length_hint(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new_u64(t, VV_RANGE_ITERATOR(argv[0])->left);
}

/* (iter, (range(next, end, step),), None) */
static vv_owned reduce_as(vv_thread *t, vv_ref next, vv_ref step, vv_ref left) {
    VV_AUTO rest = {t, range_make(t, VV_TYPEP(t, RANGE), vv_xnewref(next), mul_add(t, next, left, step), vv_newref(step))};
    return rest.o == NULL ? NULL : vv_iterator_reduce(t, "iter", rest.o, VV_NONE(t));
}

static vv_owned rangeiter_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_range_iterator *it = VV_RANGE_ITERATOR(argv[0]);
    VV_AUTO next = {t, vv_int_new(t, it->next)};
    VV_AUTO step = {t, next.o == NULL ? NULL : vv_int_new(t, it->step)};
    VV_AUTO left = {t, step.o == NULL ? NULL : vv_int_new_u64(t, it->left)};
    return left.o == NULL ? NULL : reduce_as(t, next.o, step.o, left.o);
}

static vv_owned rangeiter_setstate(vv_thread *t, vv_obj *const *argv) {
    vv_range_iterator *it = VV_RANGE_ITERATOR(argv[0]);
    int64_t skip;
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[1]);
    if (vv_int_as_i64(t, argv[1], &skip) < 0)
        return NULL;
    uint64_t n = skip < 0 ? 0 : (uint64_t)skip > it->left ? it->left : (uint64_t)skip;
    it->next += (int64_t)n * it->step;
    it->left -= n;
    return vv_none(t);
}

static vv_step longrangeiter_next(vv_thread *t, vv_ref self) {
    vv_longrange_iterator *it = LONGRANGE(self);
    if (is_zero(it->left))
        return vv_return_null(t);
    VV_AUTO one = {t, vv_int_new(t, 1)};
    VV_AUTO left = {t, vv_int_sub(t, it->left, one.o)};
    VV_AUTO next = {t, left.o == NULL ? NULL : vv_int_add(t, it->next, it->step)};
    if (next.o == NULL)
        return VV_FAILED;
    vv_obj *value = it->next;
    it->next = vv_move(&next.o);
    vv_setref_take(t, &it->left, vv_move(&left.o));
    return vv_return(t, value);
}

static vv_owned longrangeiter_length_hint(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(LONGRANGE(argv[0])->left);
}

static vv_owned longrangeiter_reduce(vv_thread *t, vv_obj *const *argv) {
    return reduce_as(t, LONGRANGE(argv[0])->next, LONGRANGE(argv[0])->step, LONGRANGE(argv[0])->left);
}

static vv_owned longrangeiter_setstate(vv_thread *t, vv_obj *const *argv) {
    vv_longrange_iterator *it = LONGRANGE(argv[0]);
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "state must be an int, not %T", argv[1]);
    if (vv_int_sign(argv[1]) <= 0)
        return vv_none(t);
    vv_ref skip = vv_int_compare(argv[1], it->left) > 0 ? it->left : argv[1];
    VV_AUTO next = {t, mul_add(t, it->next, skip, it->step)};
    VV_AUTO left = {t, next.o == NULL ? NULL : vv_int_sub(t, it->left, skip)};
    if (left.o == NULL)
        return NULL;
    vv_setref_take(t, &it->next, vv_move(&next.o));
    vv_setref_take(t, &it->left, vv_move(&left.o));
    return vv_none(t);
}

static void rangeiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

static int longrangeiter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(LONGRANGE(self)->next);
    VV_VISIT(LONGRANGE(self)->step);
    VV_VISIT(LONGRANGE(self)->left);
    return 0;
}

static void longrangeiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, LONGRANGE(self)->next);
    vv_xdecref(t, LONGRANGE(self)->step);
    vv_xdecref(t, LONGRANGE(self)->left);
    vv_free_object(t, self);
}

const vv_typespec vv_range_spec = {
    .name = "range",
    .base = VV_T_OBJECT,
    .flags = VV_TF_IMMUTABLE | VV_TF_SEQUENCE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_range),
    .size64 = 48,
    .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
           "The integers from start (0 when left out) up to but not including stop, by step.",
    .slots = &range_slots,
    .methods = range_methods,
    .members = range_members,
    .dealloc = range_dealloc,
    .traverse = range_traverse,
};

const vv_typespec vv_range_iterator_spec = {
    .name = "range_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_range_iterator),
    .size64 = 40,
    .slots = &range_iterator_slots,
    .methods = range_iterator_methods,
    .dealloc = rangeiter_dealloc,
};

const vv_typespec vv_longrange_iterator_spec = {
    .name = "longrange_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_longrange_iterator),
    .size64 = 40,
    .slots = &longrange_iterator_slots,
    .methods = longrange_iterator_methods,
    .dealloc = longrangeiter_dealloc,
    .traverse = longrangeiter_traverse,
};
