/* itertools_combine.c - product, permutations, combinations: selections from pools, in lexicographic order of positions.
 *
 * One layout. The result tuple given last is filled again when nobody else holds it, else copied first; positions below
 * the first one that changed stay as they are. Nothing here runs Python once an iterator is made.
 */
#include "modules/itertools.h"

#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct combiner {
    vv_obj head;
    vv_obj *pool;     /* owned tuple: of items, or of pools for product */
    vv_obj *result;   /* owned tuple given last, or NULL before the first */
    int64_t *indices; /* r of them (permutations: as many as the pool), then permutations' r cycles; NULL if none */
    size_t r;
    bool stopped;
} combiner;
#define SELF(o) ((combiner *)(o))

static vv_slotfn_iter itertools_iter;

/* clang-format off */
#define VV_WITH_SETSTATE
#define VV_WITH_SIZEOF
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME product
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME permutations
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME combinations
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME combinations_wr
#include "object/deftype.h"
/* clang-format on */

/* ---- what they share ---- */

/* A combiner over `pool` (borrowed) with `count` indices, all 0, that gives tuples of r items. */
static vv_owned combiner_new(vv_thread *t, vv_ref type, vv_ref pool, size_t r, size_t count) {
    if (count > SIZE_MAX / sizeof(int64_t))
        return vv_raise_memory(t);
    int64_t *indices = NULL;
    if (count > 0 && (indices = vv_alloc(t, count * sizeof *indices)) == NULL)
        return NULL;
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o == NULL) {
        vv_free(t, indices);
        return NULL;
    }
    if (count > 0)
        memset(indices, 0, count * sizeof *indices);
    SELF(o)->indices = indices;
    SELF(o)->pool = vv_newref(pool);
    SELF(o)->r = r;
    vv_track(t, o);
    return o;
}

static void combiner_dealloc(vv_thread *t, vv_obj *self) {
    vv_free(t, SELF(self)->indices);
    vv_xdecref(t, SELF(self)->pool);
    vv_xdecref(t, SELF(self)->result);
    vv_free_object(t, self);
}

static int combiner_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SELF(self)->pool);
    VV_VISIT(SELF(self)->result);
    return 0;
}

static vv_step itertools_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static size_t pool_length(const combiner *c) {
    return VV_TUPLE(c->pool)->length;
}

static vv_step stop(vv_thread *t, combiner *c) {
    c->stopped = true; /* the last result stays: __reduce__ tells a used iterator from one that never gave anything */
    return vv_return_null(t);
}

/* Makes c->result a tuple that may be changed. 0/-1. */
static int own_result(vv_thread *t, combiner *c) {
    if (c->result->refcnt == 1 || c->r == 0)
        return 0;
    vv_obj *copy = vv_tuple_from_array(t, VV_TUPLE(c->result)->items, c->r);
    if (copy == NULL)
        return -1;
    vv_setref_take(t, &c->result, copy);
    return 0;
}

static void put(vv_thread *t, combiner *c, size_t place, vv_ref item) {
    vv_setref_take(t, &VV_TUPLE(c->result)->items[place], vv_newref(item));
}

/* Fills places from `first` on by their indices. */
static void fill(vv_thread *t, combiner *c, size_t first) {
    for (size_t k = first; k < c->r; k++)
        put(t, c, k, VV_TUPLE(c->pool)->items[c->indices[k]]);
}

/* The whole result by the indices: 0/-1. */
static int make_result(vv_thread *t, combiner *c) {
    vv_obj *o = vv_tuple_new(t, c->r);
    if (o == NULL)
        return -1;
    vv_setref_take(t, &c->result, o);
    fill(t, c, 0);
    return 0;
}

static vv_step give(vv_thread *t, combiner *c) {
    vv_tuple_done(t, c->result); /* the collector may have let go of a tuple of atoms */
    return vv_return(t, vv_newref(c->result));
}

static vv_step give_first(vv_thread *t, combiner *c) {
    return make_result(t, c) < 0 ? VV_FAILED : give(t, c);
}

static vv_owned sizeof_with(vv_thread *t, vv_ref self, size_t indices) {
    return vv_int_new(t, self->type->spec->size64 - 16 + 8 * (int64_t)indices);
}

static vv_owned index_tuple(vv_thread *t, const int64_t *indices, size_t n) {
    vv_obj *o = vv_tuple_new(t, n);
    for (size_t k = 0; o != NULL && k < n; k++) {
        VV_TUPLE(o)->items[k] = vv_int_new(t, indices[k]);
        if (VV_TUPLE(o)->items[k] == NULL) {
            vv_decref(t, o);
            return NULL;
        }
    }
    if (o != NULL)
        vv_tuple_done(t, o);
    return o;
}

/* Item k of a state tuple, brought into low..high: 0/-1. */
static int state_index(vv_thread *t, vv_ref tuple, size_t k, int64_t low, int64_t high, int64_t *ret) {
    vv_ref item = VV_TUPLE(tuple)->items[k];
    if (!VV_ISA(item, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", item);
    if (vv_int_as_i64(t, item, ret) < 0)
        return -1;
    if (*ret > high)
        *ret = high;
    if (*ret < low)
        *ret = low;
    return 0;
}

static int check_state(vv_thread *t, vv_ref state, size_t n) {
    if (!VV_ISA(state, TUPLE) || VV_TUPLE(state)->length != n)
        return vv_raise_int(t, VV_ValueError, "invalid arguments");
    return 0;
}

/* What the three selections from one pool answer to __reduce__ before the first result and after the last; else NULL
 * without an exception. */
static vv_owned selection_state(vv_thread *t, vv_ref self, bool *ret_done) {
    const combiner *c = SELF(self);
    *ret_done = c->result == NULL || c->stopped;
    if (!*ret_done)
        return NULL;
    return vv_itertool_reduced_take(t, self, vv_tuple_pack_take(t, 2, c->result != NULL ? vv_tuple_new(t, 0) : vv_newref(c->pool),
                                                                 vv_int_new(t, (int64_t)c->r)));
}

/* argv: class, iterable, r (None for permutations of all); slot[0]: pool, slot[1]: r; i[0]: r */
static vv_step selection_new(vv_thread *t, vv_native *nf, int id) {
    VV_BEGIN(nf);
    nf->i[0] = -2;
    if (id != VV_T_ITER_PERMUTATIONS) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[1] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[1], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    size_t n = VV_TUPLE(nf->slot[0])->length;
    if (id == VV_T_ITER_PERMUTATIONS) {
        nf->i[0] = (int64_t)n;
        if (nf->argv[2] != NULL && nf->argv[2] != t->vm->none) {
            if (!VV_ISA(nf->argv[2], INT))
                return vv_raise_step(t, VV_TypeError, "Expected int as r");
            if (vv_int_as_i64(t, nf->argv[2], &nf->i[0]) < 0)
                return VV_FAILED;
        }
    }
    if (nf->i[0] < 0)
        return vv_raise_step(t, VV_ValueError, "r must be non-negative");
    size_t r = (size_t)nf->i[0];
    bool stopped = id == VV_T_ITER_COMBINATIONS_WR ? n == 0 && r > 0 : r > n;
    size_t count = stopped && id != VV_T_ITER_COMBINATIONS_WR ? 0 : id == VV_T_ITER_PERMUTATIONS ? n + r : r;
    if ((uint64_t)nf->i[0] > SIZE_MAX / sizeof(int64_t))
        return vv_return(t, vv_raise_memory(t));
    vv_obj *o = combiner_new(t, nf->argv[0], nf->slot[0], r, stopped ? 0 : count);
    if (o == NULL)
        return VV_FAILED;
    combiner *c = SELF(o);
    c->stopped = stopped;
    if (!stopped && id != VV_T_ITER_COMBINATIONS_WR)
        for (size_t k = 0; k < (id == VV_T_ITER_PERMUTATIONS ? n : r); k++)
            c->indices[k] = (int64_t)k;
    if (!stopped && id == VV_T_ITER_PERMUTATIONS)
        for (size_t k = 0; k < r; k++)
            c->indices[n + k] = (int64_t)(n - k);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step combinations_new(vv_thread *t, vv_native *nf) {
    return selection_new(t, nf, VV_T_ITER_COMBINATIONS);
}
static vv_step combinations_wr_new(vv_thread *t, vv_native *nf) {
    return selection_new(t, nf, VV_T_ITER_COMBINATIONS_WR);
}
static vv_step permutations_new(vv_thread *t, vv_native *nf) {
    return selection_new(t, nf, VV_T_ITER_PERMUTATIONS);
}

/* ---- product ---- */

/* argv: class, tuple of iterables, repeat or NULL; slot[0]: pools as a list, slot[1]: repeat; i[0]: repeat, i[1]: next */
static vv_step product_new(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = 1;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[1] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[1], &nf->i[0]) < 0)
            return VV_FAILED;
        if (nf->i[0] < 0)
            return vv_raise_step(t, VV_ValueError, "repeat argument cannot be negative");
    }
    int64_t total;
    if (__builtin_mul_overflow((int64_t)VV_TUPLE(nf->argv[1])->length, nf->i[0], &total) || total > INT64_MAX / 8)
        return vv_raise_step(t, VV_OverflowError, "repeat argument too large");
    nf->i[2] = total;
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->i[0] == 0)
        nf->i[1] = (int64_t)VV_TUPLE(nf->argv[1])->length;
    for (; (size_t)nf->i[1] < VV_TUPLE(nf->argv[1])->length; nf->i[1]++) {
        VV_AWAIT(nf, vv_do_tuple(t, VV_TUPLE(nf->argv[1])->items[nf->i[1]]));
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    if ((uint64_t)nf->i[2] > SIZE_MAX / sizeof(int64_t))
        return vv_return(t, vv_raise_memory(t));
    size_t n = (size_t)nf->i[2];
    VV_AUTO pools = {t, vv_tuple_new(t, n)};
    if (pools.o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < n; k++)
        VV_TUPLE(pools.o)->items[k] = vv_newref(VV_LIST(nf->slot[0])->items[k % VV_LIST(nf->slot[0])->length]);
    vv_tuple_done(t, pools.o);
    return vv_return(t, combiner_new(t, nf->argv[0], pools.o, n, n));
    VV_END(nf);
}

static vv_step product_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *repeat = NULL;
    size_t n = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (n > 1)
        return vv_raise_step(t, VV_TypeError, "product() takes at most 1 keyword argument (%zu given)", n);
    if (n == 1) {
        if (!vv_str_equal_cstr(VV_TUPLE(kwnames)->items[0], "repeat"))
            return vv_raise_step(t, VV_TypeError, "'%U' is an invalid keyword argument for product()",
                                 VV_TUPLE(kwnames)->items[0]);
        repeat = args[nargs];
    }
    VV_AUTO iterables = {t, vv_tuple_from_array(t, args, nargs)};
    return iterables.o == NULL ? VV_FAILED : vv_start3(t, product_new, "product", type, iterables.o, repeat);
}

static const vv_tuple *product_pool(const combiner *c, size_t k) {
    return VV_TUPLE(VV_TUPLE(c->pool)->items[k]);
}

/* The first result by the indices: 0/-1. */
static int product_result(vv_thread *t, combiner *c) {
    vv_obj *o = vv_tuple_new(t, c->r);
    if (o == NULL)
        return -1;
    vv_setref_take(t, &c->result, o);
    for (size_t k = 0; k < c->r; k++)
        put(t, c, k, product_pool(c, k)->items[c->indices[k]]);
    return 0;
}

static vv_step product_next(vv_thread *t, vv_ref self) {
    combiner *c = SELF(self);
    if (c->stopped)
        return vv_return_null(t);
    if (c->result == NULL) {
        for (size_t k = 0; k < c->r; k++)
            if (product_pool(c, k)->length == 0)
                return stop(t, c);
        return product_result(t, c) < 0 ? VV_FAILED : give(t, c);
    }
    if (own_result(t, c) < 0)
        return VV_FAILED;
    size_t k = c->r;
    while (k-- > 0) { /* count up, the last place first */
        const vv_tuple *pool = product_pool(c, k);
        bool wraps = (uint64_t)++c->indices[k] >= pool->length;
        if (wraps)
            c->indices[k] = 0;
        put(t, c, k, pool->items[c->indices[k]]);
        if (!wraps)
            return give(t, c);
    }
    return stop(t, c);
}

VV_ITERTOOL_REDUCE(product)
static vv_owned product_state(vv_thread *t, vv_ref self) {
    const combiner *c = SELF(self);
    if (c->stopped)
        return vv_itertool_reduced_take(t, self, vv_tuple_pack_take(t, 1, vv_tuple_new(t, 0)));
    if (c->result == NULL)
        return vv_itertool_reduced_take(t, self, vv_newref(c->pool));
    return vv_tuple_pack_take(t, 3, vv_newref(&self->type->head), vv_newref(c->pool), index_tuple(t, c->indices, c->r));
}

VV_ITERTOOL_SETSTATE(product)
static int product_restore(vv_thread *t, vv_ref self, vv_ref state) {
    combiner *c = SELF(self);
    if (check_state(t, state, c->r) < 0)
        return -1;
    for (size_t k = 0; k < c->r; k++) {
        int64_t n = (int64_t)product_pool(c, k)->length;
        if (n == 0) {
            c->stopped = true;
            return 0;
        }
        if (state_index(t, state, k, 0, n - 1, &c->indices[k]) < 0)
            return -1;
    }
    return product_result(t, c) < 0 ? -1 : (vv_tuple_done(t, c->result), 0);
}

static vv_owned product_sizeof(vv_thread *t, vv_obj *const *argv) {
    return sizeof_with(t, argv[0], SELF(argv[0])->r);
}

/* ---- combinations ---- */

static vv_step combinations_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "combinations", "combinations(iterable, r)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, combinations_new, "combinations", type, a[0], a[1]);
}

static vv_step combinations_next(vv_thread *t, vv_ref self) {
    combiner *c = SELF(self);
    if (c->stopped)
        return vv_return_null(t);
    if (c->result == NULL)
        return give_first(t, c);
    size_t n = pool_length(c), k = c->r;
    while (k-- > 0 && (uint64_t)c->indices[k] == k + n - c->r)
        ;
    if (k == SIZE_MAX)
        return stop(t, c);
    if (own_result(t, c) < 0)
        return VV_FAILED;
    c->indices[k]++;
    for (size_t j = k + 1; j < c->r; j++)
        c->indices[j] = c->indices[j - 1] + 1;
    fill(t, c, k);
    return give(t, c);
}

VV_ITERTOOL_REDUCE(combinations)
static vv_owned combinations_state(vv_thread *t, vv_ref self) {
    const combiner *c = SELF(self);
    bool done;
    vv_obj *simple = selection_state(t, self, &done);
    if (done)
        return simple;
    return vv_tuple_pack_take(t, 3, vv_newref(&self->type->head),
                              vv_tuple_pack_take(t, 2, vv_newref(c->pool), vv_int_new(t, (int64_t)c->r)),
                              index_tuple(t, c->indices, c->r));
}

VV_ITERTOOL_SETSTATE(combinations)
static int combinations_restore(vv_thread *t, vv_ref self, vv_ref state) {
    combiner *c = SELF(self);
    if (check_state(t, state, c->r) < 0)
        return -1;
    if (c->stopped)
        return 0;
    for (size_t k = 0; k < c->r; k++)
        if (state_index(t, state, k, 0, (int64_t)(k + pool_length(c) - c->r), &c->indices[k]) < 0)
            return -1;
    return make_result(t, c) < 0 ? -1 : (vv_tuple_done(t, c->result), 0);
}

static vv_owned combinations_sizeof(vv_thread *t, vv_obj *const *argv) {
    return sizeof_with(t, argv[0], SELF(argv[0])->r);
}

/* ---- combinations_with_replacement ---- */

static vv_step combinations_wr_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "combinations_with_replacement", "combinations_with_replacement(iterable, r)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, combinations_wr_new, "combinations_with_replacement", type, a[0], a[1]);
}

static vv_step combinations_wr_next(vv_thread *t, vv_ref self) {
    combiner *c = SELF(self);
    if (c->stopped)
        return vv_return_null(t);
    if (c->result == NULL)
        return give_first(t, c);
    size_t n = pool_length(c), k = c->r;
    while (k-- > 0 && (uint64_t)c->indices[k] + 1 == n)
        ;
    if (k == SIZE_MAX)
        return stop(t, c);
    if (own_result(t, c) < 0)
        return VV_FAILED;
    int64_t index = c->indices[k] + 1;
    for (size_t j = k; j < c->r; j++)
        c->indices[j] = index;
    fill(t, c, k);
    return give(t, c);
}

VV_ITERTOOL_REDUCE(combinations_wr)
static vv_owned combinations_wr_state(vv_thread *t, vv_ref self) {
    return combinations_state(t, self);
}

VV_ITERTOOL_SETSTATE(combinations_wr)
static int combinations_wr_restore(vv_thread *t, vv_ref self, vv_ref state) {
    combiner *c = SELF(self);
    if (check_state(t, state, c->r) < 0)
        return -1;
    if (c->stopped)
        return 0;
    for (size_t k = 0; k < c->r; k++)
        if (state_index(t, state, k, 0, (int64_t)pool_length(c) - 1, &c->indices[k]) < 0)
            return -1;
    return make_result(t, c) < 0 ? -1 : (vv_tuple_done(t, c->result), 0);
}

static vv_owned combinations_wr_sizeof(vv_thread *t, vv_obj *const *argv) {
    return sizeof_with(t, argv[0], SELF(argv[0])->r);
}

/* ---- permutations ---- */

static vv_step permutations_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "permutations", "permutations(iterable, r=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, permutations_new, "permutations", type, a[0], a[1]);
}

static vv_step permutations_next(vv_thread *t, vv_ref self) {
    combiner *c = SELF(self);
    if (c->stopped)
        return vv_return_null(t);
    if (c->result == NULL)
        return give_first(t, c);
    size_t n = pool_length(c);
    int64_t *cycles = c->indices + n;
    if (n == 0 || own_result(t, c) < 0)
        return n == 0 ? stop(t, c) : VV_FAILED;
    for (size_t k = c->r; k-- > 0;) {
        if (--cycles[k] > 0) {
            int64_t swap = c->indices[k];
            size_t other = n - (size_t)cycles[k];
            c->indices[k] = c->indices[other];
            c->indices[other] = swap;
            fill(t, c, k);
            return give(t, c);
        }
        int64_t first = c->indices[k]; /* this place has had all: rotate the rest back, count again */
        memmove(c->indices + k, c->indices + k + 1, (n - 1 - k) * sizeof *c->indices);
        c->indices[n - 1] = first;
        cycles[k] = (int64_t)(n - k);
    }
    return stop(t, c);
}

VV_ITERTOOL_REDUCE(permutations)
static vv_owned permutations_state(vv_thread *t, vv_ref self) {
    const combiner *c = SELF(self);
    bool done;
    vv_obj *simple = selection_state(t, self, &done);
    if (done)
        return simple;
    size_t n = pool_length(c);
    return vv_tuple_pack_take(
        t, 3, vv_newref(&self->type->head), vv_tuple_pack_take(t, 2, vv_newref(c->pool), vv_int_new(t, (int64_t)c->r)),
        vv_tuple_pack_take(t, 2, index_tuple(t, c->indices, n), index_tuple(t, c->indices + n, c->r)));
}

VV_ITERTOOL_SETSTATE(permutations)
static int permutations_restore(vv_thread *t, vv_ref self, vv_ref state) {
    combiner *c = SELF(self);
    vv_obj *part[2];
    size_t n = pool_length(c);
    if (vv_itertool_unpack(t, state, 2, 2, part) < 0)
        return -1;
    for (int k = 0; k < 2; k++)
        if (!VV_ISA(part[k], TUPLE))
            return vv_raise_int(t, VV_TypeError, "argument %d must be tuple, not %A", k + 1, part[k]);
    if (check_state(t, part[0], n) < 0 || check_state(t, part[1], c->r) < 0)
        return -1;
    if (c->stopped)
        return 0;
    for (size_t k = 0; k < n; k++)
        if (state_index(t, part[0], k, 0, (int64_t)n - 1, &c->indices[k]) < 0)
            return -1;
    for (size_t k = 0; k < c->r; k++)
        if (state_index(t, part[1], k, 1, (int64_t)(n - k), &c->indices[n + k]) < 0)
            return -1;
    return make_result(t, c) < 0 ? -1 : (vv_tuple_done(t, c->result), 0);
}

static vv_owned permutations_sizeof(vv_thread *t, vv_obj *const *argv) {
    return sizeof_with(t, argv[0], pool_length(SELF(argv[0])) + SELF(argv[0])->r);
}

#define COMBINER_SPEC(id, label, size, sig, text)                                                                      \
    const vv_typespec vv_itertools_##id##_spec = {                                                                     \
        .name = label,                                                                                                 \
        .module = "itertools",                                                                                         \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,                                                          \
        .basicsize = sizeof(combiner),                                                                                 \
        .size64 = size,                                                                                                \
        .doc = text,                                                                                                   \
        .signature = sig,                                                                                              \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .dealloc = combiner_dealloc,                                                                                   \
        .traverse = combiner_traverse,                                                                                 \
    }

COMBINER_SPEC(product, "product", 64, NULL,
              "product(*iterables, repeat=1) --> tuples of one item of each iterable, as nested loops would give them.");
COMBINER_SPEC(permutations, "permutations", 80, "(iterable, r=None)",
              "Tuples of r items in every order; without r, of all items.");
COMBINER_SPEC(combinations, "combinations", 72, "(iterable, r)", "Tuples of r items in the order of the iterable.");
COMBINER_SPEC(combinations_wr, "combinations_with_replacement", 72, "(iterable, r)",
              "Tuples of r items in the order of the iterable, in which an item may stand more than once.");
