/* slice.c - slice objects, and the positions they select in a sequence of a given length. */
#include "types/slice.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/int.h"
#include "types/leaf.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME slice
#define VV_DEF_FILE "types/slice.def"
#include "object/deftype.h"

vv_owned vv_slice_new(vv_thread *t, vv_ref start, vv_ref stop, vv_ref step) {
    vv_obj *o = vv_new_listed(t, VV_TYPEP(t, SLICE), VV_FL_SLICE);
    if (o == NULL)
        return NULL;
    VV_SLICE(o)->start = vv_newref(start != NULL ? start : VV_NONE(t));
    VV_SLICE(o)->stop = vv_newref(stop != NULL ? stop : VV_NONE(t));
    VV_SLICE(o)->step = vv_newref(step != NULL ? step : VV_NONE(t));
    vv_track_new(t, o);
    return o;
}

static void slice_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_SLICE(self)->step);
    vv_xdecref(t, VV_SLICE(self)->start);
    vv_xdecref(t, VV_SLICE(self)->stop);
    vv_free_listed(t, self, VV_FL_SLICE);
}

static int slice_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_SLICE(self)->start);
    VV_VISIT(VV_SLICE(self)->stop);
    VV_VISIT(VV_SLICE(self)->step);
    return 0;
}

static vv_step slice_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type; /* slice cannot be subclassed */
    if (vv_no_kwargs(t, "slice", kwnames) < 0 || vv_check_nargs(t, "slice", nargs, 1, 3) < 0)
        return VV_FAILED;
    if (nargs == 1)
        return vv_return(t, vv_slice_new(t, NULL, args[0], NULL));
    return vv_return(t, vv_slice_new(t, args[0], args[1], nargs == 3 ? args[2] : NULL));
}

/* ---- bounds ---- */

static inline bool is_plain(vv_thread *t, vv_ref part) {
    return part == VV_NONE(t) || VV_ISA(part, INT);
}

int vv_slice_bounds_now(vv_thread *t, vv_ref slice, size_t length, int64_t *start, int64_t *stop, int64_t *step,
                        size_t *ret_count) {
    const vv_slice *s = VV_SLICE(slice);
    if (!is_plain(t, s->start) || !is_plain(t, s->stop) || !is_plain(t, s->step))
        return VV_LATER;
    int64_t n = (int64_t)length;
    int64_t by = s->step == t->vm->none ? 1 : vv_int_clamp_index(s->step);
    if (by == 0)
        return vv_raise_int(t, VV_ValueError, "slice step cannot be zero");
    if (by < -INT64_MAX)
        by = -INT64_MAX; /* so that it can be negated */
    int64_t low = by < 0 ? -1 : 0, high = by < 0 ? n - 1 : n;
    int64_t from = s->start == t->vm->none ? (by < 0 ? high : low) : vv_int_clamp_index(s->start);
    int64_t to = s->stop == t->vm->none ? (by < 0 ? low : high) : vv_int_clamp_index(s->stop);
    if (s->start != t->vm->none) {
        if (from < 0)
            from += n;
        from = from < low ? low : from > high ? high : from;
    }
    if (s->stop != t->vm->none) {
        if (to < 0)
            to += n;
        to = to < low ? low : to > high ? high : to;
    }
    *start = from;
    *stop = to;
    *step = by;
    if (by < 0)
        *ret_count = to < from ? (size_t)((from - to - 1) / -by + 1) : 0;
    else
        *ret_count = from < to ? (size_t)((to - from - 1) / by + 1) : 0;
    return 1;
}

static inline bool clip_small(vv_thread *t, vv_ref part, size_t length, size_t missing, size_t *ret) {
    if (part == VV_NONE(t)) {
        *ret = missing;
        return true;
    }
    if (!VV_IS(t, part, INT) || !vv_int_is_compact(part))
        return false;
    int64_t at = vv_int_compact(part);
    if (at < 0)
        at += (int64_t)length;
    *ret = at < 0 ? 0 : (uint64_t)at > length ? length : (size_t)at;
    return true;
}

bool vv_slice_at_once(vv_thread *t, vv_ref start, vv_ref stop, size_t length, size_t *from, size_t *to) {
    if (!clip_small(t, start, length, 0, from) || !clip_small(t, stop, length, length, to))
        return false;
    if (*to < *from)
        *to = *from;
    return true;
}

/* argv[0]: slice; slot[0..2]: step, start, stop, converted in this order as CPython does. */
static vv_step resolve(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; nf->i[0] < 3; nf->i[0]++) {
        {
            const vv_slice *s = VV_SLICE(nf->argv[0]);
            nf->slot[3] = vv_newref(nf->i[0] == 0 ? s->step : nf->i[0] == 1 ? s->start : s->stop);
        }
        if (is_plain(t, nf->slot[3])) {
            nf->slot[nf->i[0]] = vv_move(&nf->slot[3]);
        } else if (nf->slot[3]->type->s.index == NULL) {
            return vv_raise_step(t, VV_TypeError, "slice indices must be integers or None or have an __index__ method");
        } else {
            VV_AWAIT(nf, vv_do_index(t, nf->slot[3]));
            nf->slot[nf->i[0]] = vv_take_ret(t);
            vv_clearref(t, &nf->slot[3]);
        }
        if (nf->i[0] == 0 && nf->slot[0] != t->vm->none && vv_int_sign(nf->slot[0]) == 0)
            return vv_raise_step(t, VV_ValueError, "slice step cannot be zero");
    }
    return vv_return(t, vv_slice_new(t, nf->slot[1], nf->slot[2], nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_slice_resolve(vv_thread *t, vv_ref slice) {
    const vv_slice *s = VV_SLICE(slice);
    if (is_plain(t, s->start) && is_plain(t, s->stop) && is_plain(t, s->step))
        return vv_return(t, vv_newref(slice));
    return vv_start1(t, resolve, "slice", slice);
}

/* A bound of any size: negative ones count from the end, then it is clipped to low..high. */
static vv_owned clip(vv_thread *t, vv_ref bound, vv_ref length, vv_ref low, vv_ref high) {
    VV_AUTO value = {t, vv_int_sign(bound) < 0 ? vv_int_add(t, bound, length) : vv_int_exact(t, bound)};
    if (value.o == NULL)
        return NULL;
    if (vv_int_compare(value.o, low) < 0)
        return vv_newref(low);
    return vv_int_compare(value.o, high) > 0 ? vv_newref(high) : vv_move(&value.o);
}

int vv_slice_indices(vv_thread *t, vv_ref slice, vv_ref length, vv_obj *ret[3]) {
    const vv_slice *s = VV_SLICE(slice);
    ret[0] = ret[1] = ret[2] = NULL;
    VV_AUTO one = {t, vv_int_new(t, 1)};
    VV_AUTO step = {t, s->step == t->vm->none ? vv_newref(one.o) : vv_int_exact(t, s->step)};
    if (step.o == NULL)
        return -1;
    int sign = vv_int_sign(step.o);
    if (sign == 0)
        return vv_raise_int(t, VV_ValueError, "slice step cannot be zero");
    VV_AUTO low = {t, vv_int_new(t, sign < 0 ? -1 : 0)};
    VV_AUTO high = {t, sign < 0 ? vv_int_sub(t, length, one.o) : vv_newref(length)};
    if (low.o == NULL || high.o == NULL)
        return -1;
    VV_AUTO start = {t, s->start == t->vm->none ? vv_newref(sign < 0 ? high.o : low.o)
                                                : clip(t, s->start, length, low.o, high.o)};
    VV_AUTO stop = {t, s->stop == t->vm->none ? vv_newref(sign < 0 ? low.o : high.o)
                                              : clip(t, s->stop, length, low.o, high.o)};
    if (start.o == NULL || stop.o == NULL)
        return -1;
    ret[0] = vv_move(&start.o);
    ret[1] = vv_move(&stop.o);
    ret[2] = vv_move(&step.o);
    return 0;
}

/* ---- methods and slots ---- */

static vv_step slice_indices(vv_thread *t, vv_native *nf) { /* slot[0]: length, slot[1]: the slice resolved */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (vv_int_sign(nf->slot[0]) < 0)
        return vv_raise_step(t, VV_ValueError, "length should not be negative");
    VV_AWAIT(nf, vv_do_slice_resolve(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    vv_obj *parts[3];
    if (vv_slice_indices(t, nf->slot[1], nf->slot[0], parts) < 0)
        return VV_FAILED;
    return vv_return(t, vv_tuple_from_array_take(t, parts, 3));
    VV_END(nf);
}

static vv_owned parts_tuple(vv_thread *t, vv_ref self) {
    const vv_slice *s = VV_SLICE(self);
    return vv_tuple_pack(t, 3, (vv_ref)s->start, (vv_ref)s->stop, (vv_ref)s->step);
}

static vv_owned slice_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO parts = {t, parts_tuple(t, argv[0])};
    return parts.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)&argv[0]->type->head, (vv_ref)parts.o);
}

static vv_step repr_slowly(vv_thread *t, vv_native *nf) { /* argv[0]: slice; slot[0]: its parts */
    VV_BEGIN(nf);
    nf->slot[0] = parts_tuple(t, nf->argv[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_repr(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "slice%U", nf->slot[1]));
    VV_END(nf);
}

static vv_step slice_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_slowly, "slice.__repr__", self);
}

static vv_hash combine(vv_hash start, vv_hash stop, vv_hash step) {
    uint64_t acc = vv_leaf_tuple_hash_begin();
    acc = vv_leaf_tuple_hash_add(acc, start);
    acc = vv_leaf_tuple_hash_add(acc, stop);
    acc = vv_leaf_tuple_hash_add(acc, step);
    return acc == UINT64_MAX ? 1546275796 : (vv_hash)acc;
}

static vv_step hash_slowly(vv_thread *t, vv_native *nf) { /* argv[0]: slice */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_hash(t, VV_SLICE(nf->argv[0])->start));
    nf->i[0] = t->ival;
    VV_AWAIT(nf, vv_do_hash(t, VV_SLICE(nf->argv[0])->stop));
    nf->i[1] = t->ival;
    VV_AWAIT(nf, vv_do_hash(t, VV_SLICE(nf->argv[0])->step));
    return vv_return_int(t, combine(nf->i[0], nf->i[1], t->ival));
    VV_END(nf);
}

static vv_step slice_hash(vv_thread *t, vv_ref self) {
    return vv_start1(t, hash_slowly, "slice.__hash__", self);
}

static vv_step compare_slowly(vv_thread *t, vv_native *nf) { /* argv: the two slices' parts as tuples; i[0]: op */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_compare(t, nf->argv[0], nf->argv[1], (int)nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step slice_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_IS(t, a, SLICE) || !VV_IS(t, b, SLICE))
        return vv_return_not_implemented(t);
    if (a == b)
        return vv_return(t, vv_bool(t, op == VV_EQ || op == VV_LE || op == VV_GE));
    VV_AUTO x = {t, parts_tuple(t, a)};
    VV_AUTO y = {t, x.o == NULL ? NULL : parts_tuple(t, b)};
    if (y.o == NULL)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, compare_slowly, "slice comparison", (vv_obj *[]){x.o, y.o}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

const vv_typespec vv_slice_spec = {
    .name = "slice",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_slice),
    .size64 = 56,
    .doc = "slice(stop)\nslice(start, stop[, step])\n\nThe part of a sequence that a[start:stop:step] selects.",
    .slots = &slice_slots,
    .methods = slice_methods,
    .members = slice_members,
    .dealloc = slice_dealloc,
    .traverse = slice_traverse,
};
