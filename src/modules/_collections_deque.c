/* _collections_deque.c - collections.deque and its iterators.
 *
 * Invariants: length <= capacity; with a maxlen, length <= maxlen whenever anything else can look; every change of items
 * or order counts in `state`, except assignment of items and reverse(), as in CPython.
 */
#include "modules/_collections.h"

#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { BLOCK = 64, CENTER = 32 };

typedef struct deque_iterator {
    vv_obj head;
    vv_obj *deque;  /* owned */
    uint64_t state; /* the deque's when the iterator was made */
    size_t left;    /* items still to come */
    size_t next;    /* place of the next one */
} deque_iterator;
#define ITERATOR(o) ((deque_iterator *)(o))

static vv_getter_fn deque_get_maxlen;

#define VV_DEF_NAME deque
#define VV_DEF_FILE "modules/_collections_deque.def"
#include "object/deftype.h"
#define VV_DEF_NAME deque_iterator
#define VV_DEF_FILE "modules/_collections_deque_iterator.def"
#include "object/deftype.h"
#define VV_DEF_NAME deque_reverse_iterator
#define VV_DEF_FILE "modules/_collections_deque_iterator.def"
#include "object/deftype.h"

/* ---- the ring ---- */

static inline vv_obj **place(const vv_deque *d, size_t k) {
    return &d->items[(d->start + k) & (d->capacity - 1)];
}

static int reserve(vv_thread *t, vv_deque *d) {
    if (d->length < d->capacity)
        return 0;
    size_t capacity = d->capacity == 0 ? 8 : d->capacity * 2;
    if (capacity > SIZE_MAX / sizeof(vv_obj *) / 2)
        return vv_raise_memory(t), -1;
    vv_obj **items = vv_alloc(t, capacity * sizeof *items);
    if (items == NULL)
        return -1;
    for (size_t k = 0; k < d->length; k++)
        items[k] = *place(d, k);
    vv_free(t, d->items);
    d->items = items;
    d->capacity = capacity;
    d->start = 0;
    return 0;
}

static vv_owned pop_left(vv_deque *d) {
    vv_obj *item = *place(d, 0);
    d->start = (d->start + 1) & (d->capacity - 1);
    d->length--;
    d->state++;
    if (++d->left == BLOCK)
        d->left = d->length > 0 ? 0 : CENTER;
    return item;
}

static vv_owned pop_right(vv_deque *d) {
    vv_obj *item = *place(d, --d->length);
    d->state++;
    if (d->length == 0 && d->left == 0)
        d->left = CENTER;
    return item;
}

/* Takes the item, also on failure. */
static int append_take(vv_thread *t, vv_deque *d, vv_owned item) {
    if (reserve(t, d) < 0) {
        vv_decref(t, item);
        return -1;
    }
    d->length++;
    *place(d, d->length - 1) = item;
    if (d->maxlen >= 0 && (uint64_t)d->maxlen < d->length)
        vv_decref(t, pop_left(d));
    else
        d->state++;
    return 0;
}

static int appendleft_take(vv_thread *t, vv_deque *d, vv_owned item) {
    if (reserve(t, d) < 0) {
        vv_decref(t, item);
        return -1;
    }
    d->start = (d->start - 1) & (d->capacity - 1);
    d->length++;
    *place(d, 0) = item;
    d->left = (uint8_t)((d->left + BLOCK - 1) % BLOCK);
    if (d->maxlen >= 0 && (uint64_t)d->maxlen < d->length)
        vv_decref(t, pop_right(d));
    else
        d->state++;
    return 0;
}

static void rotate(vv_deque *d, int64_t n) {
    int64_t length = (int64_t)d->length, half = length / 2;
    if (length <= 1)
        return;
    if (n > half || n < -half) {
        n %= length;
        if (n > half)
            n -= length;
        else if (n < -half)
            n += length;
    }
    d->state++;
    d->left = (uint8_t)(((int64_t)d->left - n) & (BLOCK - 1));
    if (d->length == d->capacity) { /* no gap: the start moves */
        d->start = (size_t)((int64_t)d->start - n) & (d->capacity - 1);
        return;
    }
    for (; n > 0; n--) {
        vv_obj *item = *place(d, d->length - 1);
        d->start = (d->start - 1) & (d->capacity - 1);
        *place(d, 0) = item;
    }
    for (; n < 0; n++) {
        vv_obj *item = *place(d, 0);
        d->start = (d->start + 1) & (d->capacity - 1);
        *place(d, d->length - 1) = item;
    }
}

static void clear(vv_thread *t, vv_deque *d) {
    if (d->length == 0)
        return;
    vv_deque old = *d;
    d->items = NULL;
    d->capacity = d->start = d->length = 0;
    d->left = CENTER;
    d->state++;
    for (size_t k = 0; k < old.length; k++)
        vv_decref(t, *place(&old, k));
    vv_free(t, old.items);
}

static void delete_at(vv_thread *t, vv_deque *d, size_t index) {
    rotate(d, -(int64_t)index);
    vv_obj *item = pop_left(d);
    rotate(d, (int64_t)index);
    vv_decref(t, item);
}

static vv_owned deque_new(vv_thread *t, vv_type *type, int64_t maxlen) {
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    VV_DEQUE(o)->maxlen = maxlen;
    VV_DEQUE(o)->left = CENTER;
    vv_track(t, o);
    return o;
}

static void deque_dealloc(vv_thread *t, vv_obj *self) {
    clear(t, VV_DEQUE(self));
    vv_free(t, VV_DEQUE(self)->items);
    vv_free_object(t, self);
}

static int deque_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (size_t k = 0; k < VV_DEQUE(self)->length; k++)
        VV_VISIT(*place(VV_DEQUE(self), k));
    return 0;
}

static void deque_clear_references(vv_thread *t, vv_obj *self) {
    clear(t, VV_DEQUE(self));
}

static bool is_deque(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, DEQUE));
}

/* ---- making ---- */

static vv_step deque_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__ reads them */
    return vv_return(t, deque_new(t, VV_AS_TYPE(type), -1));
}

/* Adds the items of an iterable: on the left if i[0]. argv: deque, iterable; slot[0]: iterator. t->ret = NULL */
static vv_step extend_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == nf->argv[1]) {
        VV_AWAIT(nf, vv_do_list(t, nf->argv[1]));
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    }
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (VV_DEQUE(nf->argv[0])->length == 0) /* many are to come: from the edge of the block, as CPython does */
        VV_DEQUE(nf->argv[0])->left = nf->i[0] ? BLOCK - 1 : 1;
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_null(t);
        vv_deque *d = VV_DEQUE(nf->argv[0]);
        if (d->maxlen == 0)
            vv_drop_ret(t);
        else if ((nf->i[0] ? appendleft_take(t, d, vv_take_ret(t)) : append_take(t, d, vv_take_ret(t))) < 0)
            return VV_FAILED;
    }
    VV_END(nf);
}

static vv_step do_extend(vv_thread *t, vv_ref deque, vv_ref iterable, bool left) {
    vv_native *nf = vv_push_native(t, extend_native, "deque.extend", (vv_obj *[]){VV_OBJ(deque), VV_OBJ(iterable)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = left;
    return VV_PUSHED;
}

static vv_step deque_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    int64_t maxlen = -1;
    if (vv_parse_args(t, "deque", "deque(iterable=(), maxlen=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (a[1] != NULL && a[1] != t->vm->none) {
        if (!VV_ISA(a[1], INT))
            return vv_raise_step(t, VV_TypeError, "an integer is required");
        if (vv_int_as_i64(t, a[1], &maxlen) < 0)
            return VV_FAILED;
        if (maxlen < 0)
            return vv_raise_step(t, VV_ValueError, "maxlen must be non-negative");
    }
    VV_DEQUE(self)->maxlen = maxlen;
    clear(t, VV_DEQUE(self));
    return a[0] == NULL ? vv_return_null(t) : do_extend(t, self, a[0], false);
}

/* A new deque with the same type and maxlen; exact deques only. */
static vv_owned copy_exact(vv_thread *t, vv_ref self) {
    VV_AUTO copy = {t, deque_new(t, VV_TYPEP(t, DEQUE), VV_DEQUE(self)->maxlen)};
    for (size_t k = 0; copy.o != NULL && k < VV_DEQUE(self)->length; k++)
        if (append_take(t, VV_DEQUE(copy.o), vv_newref(*place(VV_DEQUE(self), k))) < 0)
            return NULL;
    return vv_move(&copy.o);
}

static vv_step deque_copy(vv_thread *t, vv_native *nf) { /* slot[0]: maxlen, slot[1]: copy */
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[0], DEQUE))
        return vv_return(t, copy_exact(t, nf->argv[0]));
    if (VV_DEQUE(nf->argv[0])->maxlen < 0) {
        VV_AWAIT(nf, vv_do_call1(t, &nf->argv[0]->type->head, nf->argv[0]));
    } else {
        nf->slot[0] = vv_int_new(t, VV_DEQUE(nf->argv[0])->maxlen);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call2(t, &nf->argv[0]->type->head, nf->argv[0], nf->slot[0]));
    }
    if (is_deque(t, t->ret))
        return VV_READY;
    nf->slot[1] = vv_take_ret(t);
    return vv_raise_step(t, VV_TypeError, "%s() must return a deque, not %T", vv_type_name(nf->argv[0]), nf->slot[1]);
    VV_END(nf);
}

/* ---- items ---- */

static vv_step deque_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)VV_DEQUE(self)->length);
}

static vv_step getitem_native(vv_thread *t, vv_native *nf) { /* argv: deque, key, value or NULL; i[0]: 0 get, 1 set */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return nf->i[0] ? deque_setitem(t, nf->argv[0], nf->slot[0], nf->argv[2]) : deque_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

/* The place that a key names: 1; 0 = a frame must resolve the key first; -1. */
static int find_place(vv_thread *t, vv_ref self, vv_ref key, size_t *ret) {
    if (!VV_ISA(key, INT)) {
        if (key->type->s.index == NULL)
            return vv_raise_int(t, VV_TypeError, "sequence index must be integer, not '%T'", key);
        return 0;
    }
    int r = vv_container_index(t, key, VV_DEQUE(self)->length, ret);
    return r == 0 ? vv_raise_int(t, VV_IndexError, "deque index out of range") : r;
}

static vv_step deque_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    size_t k;
    int r = find_place(t, self, key, &k);
    if (r == 0)
        return vv_start2(t, getitem_native, "deque.__getitem__", self, key);
    return r < 0 ? VV_FAILED : vv_return(t, vv_newref(*place(VV_DEQUE(self), k)));
}

static vv_step deque_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    size_t k;
    int r = find_place(t, self, key, &k);
    if (r == 0) {
        vv_obj *argv[] = {VV_OBJ(self), VV_OBJ(key), VV_OBJ(value)};
        vv_native *nf = vv_push_native(t, getitem_native, "deque.__setitem__", argv, 3);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = 1;
        return VV_PUSHED;
    }
    if (r < 0)
        return VV_FAILED;
    if (value == NULL)
        delete_at(t, VV_DEQUE(self), k);
    else
        vv_setref_take(t, place(VV_DEQUE(self), k), vv_newref(value));
    return vv_return_null(t);
}

static vv_owned deque_append(vv_thread *t, vv_obj *const *argv) {
    return append_take(t, VV_DEQUE(argv[0]), vv_newref(argv[1])) < 0 ? NULL : vv_none(t);
}

static vv_owned deque_appendleft(vv_thread *t, vv_obj *const *argv) {
    return appendleft_take(t, VV_DEQUE(argv[0]), vv_newref(argv[1])) < 0 ? NULL : vv_none(t);
}

static vv_owned deque_pop(vv_thread *t, vv_obj *const *argv) {
    if (VV_DEQUE(argv[0])->length == 0)
        return vv_raise(t, VV_IndexError, "pop from an empty deque");
    return pop_right(VV_DEQUE(argv[0]));
}

static vv_owned deque_popleft(vv_thread *t, vv_obj *const *argv) {
    if (VV_DEQUE(argv[0])->length == 0)
        return vv_raise(t, VV_IndexError, "pop from an empty deque");
    return pop_left(VV_DEQUE(argv[0]));
}

static vv_owned deque_clear(vv_thread *t, vv_obj *const *argv) {
    clear(t, VV_DEQUE(argv[0]));
    return vv_none(t);
}

static vv_step deque_extend(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_extend(t, nf->argv[0], nf->argv[1], false));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step deque_extendleft(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_extend(t, nf->argv[0], nf->argv[1], true));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned deque_reverse(vv_thread *t, vv_obj *const *argv) {
    const vv_deque *d = VV_DEQUE(argv[0]);
    for (size_t low = 0, high = d->length; low + 1 < high; low++) {
        vv_obj **a = place(d, low), **b = place(d, --high), *item = *a;
        *a = *b;
        *b = item;
    }
    return vv_none(t);
}

static vv_step deque_rotate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = 1;
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    rotate(VV_DEQUE(nf->argv[0]), nf->i[0]);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step deque_insert(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    int64_t index;
    if (vv_int_as_i64(t, nf->slot[0], &index) < 0)
        return VV_FAILED;
    vv_deque *d = VV_DEQUE(nf->argv[0]);
    int64_t n = (int64_t)d->length;
    if (d->maxlen == n)
        return vv_raise_step(t, VV_IndexError, "deque already at its maximum size");
    bool inside = index < n && index > -n && index != 0;
    if (inside)
        rotate(d, -index);
    int r = index >= n || (inside && index < 0) ? append_take(t, d, vv_newref(nf->argv[2]))
                                                : appendleft_take(t, d, vv_newref(nf->argv[2]));
    if (inside)
        rotate(d, index);
    return r < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

/* ---- searches ---- */

enum search { COUNT, CONTAINS, INDEX, REMOVE };

/* Compares items from i[0] on, below i[1], with `value`; t->ival: the place of the first equal one, or -1; for COUNT how many
 * are. argv: deque, value; slot[0]: item; i[2]: enum search, i[3]: count, i[4]: state before. */
static vv_step search_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[4] = (int64_t)VV_DEQUE(nf->argv[0])->state;
    for (; nf->i[0] < nf->i[1]; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[0], vv_newref(*place(VV_DEQUE(nf->argv[0]), (size_t)nf->i[0])));
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->argv[1], VV_EQ));
        bool changed = (int64_t)VV_DEQUE(nf->argv[0])->state != nf->i[4];
        if (t->ival && (nf->i[2] == CONTAINS || nf->i[2] == INDEX))
            return vv_return_int(t, nf->i[0]);
        if (changed)
            return vv_raise_step(t, nf->i[2] == REMOVE ? VV_IndexError : VV_RuntimeError, "deque mutated during iteration");
        if (t->ival && nf->i[2] == REMOVE)
            return vv_return_int(t, nf->i[0]);
        nf->i[3] += t->ival != 0;
    }
    return vv_return_int(t, nf->i[2] == COUNT ? nf->i[3] : -1);
    VV_END(nf);
}

static vv_step do_search(vv_thread *t, vv_ref self, vv_ref value, enum search what, size_t start, size_t end) {
    vv_native *nf = vv_push_native(t, search_native, "deque search", (vv_obj *[]){VV_OBJ(self), VV_OBJ(value)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)start;
    nf->i[1] = (int64_t)(end < VV_DEQUE(self)->length ? end : VV_DEQUE(self)->length);
    nf->i[2] = what;
    return VV_PUSHED;
}

static vv_step contains_native(vv_thread *t, vv_native *nf) { /* argv: deque, item */
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_search(t, nf->argv[0], nf->argv[1], CONTAINS, 0, SIZE_MAX));
    return vv_return_int(t, t->ival >= 0);
    VV_END(nf);
}

static vv_step deque_contains(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_start2(t, contains_native, "deque.__contains__", self, item);
}

static vv_step deque_count(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_search(t, nf->argv[0], nf->argv[1], COUNT, 0, SIZE_MAX));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_step not_found(vv_thread *t, vv_native *nf) { /* argv: value */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_raise_step(t, VV_ValueError, "%U is not in deque", nf->slot[0]);
    VV_END(nf);
}

static vv_step deque_index(vv_thread *t, vv_native *nf) { /* slot[0], slot[1]: start and stop as ints */
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[3]));
        nf->slot[1] = vv_take_ret(t);
    }
    {
        size_t n = VV_DEQUE(nf->argv[0])->length;
        nf->i[0] = (int64_t)vv_container_clamp(nf->slot[0], n, 0);
        nf->i[1] = (int64_t)(vv_container_clamp(nf->slot[1], n, SIZE_MAX) < n ? vv_container_clamp(nf->slot[1], n, n) : n);
    }
    VV_AWAIT(nf, do_search(t, nf->argv[0], nf->argv[1], INDEX, (size_t)nf->i[0], (size_t)nf->i[1]));
    if (t->ival >= 0)
        return vv_return(t, vv_int_new(t, t->ival));
    VV_AWAIT(nf, vv_start1(t, not_found, "deque.index", nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

static vv_step deque_remove(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_search(t, nf->argv[0], nf->argv[1], REMOVE, 0, SIZE_MAX));
    if (t->ival >= 0) {
        delete_at(t, VV_DEQUE(nf->argv[0]), (size_t)t->ival);
        return vv_return_none(t);
    }
    VV_AWAIT(nf, vv_start1(t, not_found, "deque.remove", nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* ---- comparison, text ---- */

/* argv: a, b; slot: 0 and 1 items, 2 and 3 iterators; i[0]: operator */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[3] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[2]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_next(t, nf->slot[3]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->slot[0] == NULL || nf->slot[1] == NULL)
            break;
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_EQ));
        if (!t->ival) {
            VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], (enum vv_cmp)nf->i[0]));
            return vv_return(t, vv_bool(t, t->ival != 0));
        }
    }
    bool a = nf->slot[0] != NULL, b = nf->slot[1] != NULL, answer = false; /* one more item? */
    switch ((enum vv_cmp)nf->i[0]) {
    case VV_LT: answer = b; break;
    case VV_LE: answer = !a; break;
    case VV_EQ: answer = a == b; break;
    case VV_NE: answer = a != b; break;
    case VV_GT: answer = a; break;
    case VV_GE: answer = !b; break;
    }
    return vv_return(t, vv_bool(t, answer));
    VV_END(nf);
}

static vv_step deque_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!is_deque(t, a) || !is_deque(t, b))
        return vv_return_not_implemented(t);
    if ((op == VV_EQ || op == VV_NE) && (a == b || VV_DEQUE(a)->length != VV_DEQUE(b)->length))
        return vv_return(t, vv_bool(t, (a == b) == (op == VV_EQ)));
    vv_native *nf = vv_push_native(t, compare_native, "deque comparison", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

static vv_step repr_native(vv_thread *t, vv_native *nf) { /* slot[0]: list, then its text */
    VV_BEGIN(nf);
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r != 0)
            return r < 0 ? VV_FAILED : vv_return(t, vv_str_from_cstr(t, "[...]"));
    }
    VV_AWAIT_CATCH(nf, vv_do_list(t, nf->argv[0]));
    if (!nf->raised) {
        nf->slot[0] = vv_take_ret(t);
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[0]));
    }
    vv_repr_leave(t, nf->argv[0]);
    if (nf->raised)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (VV_DEQUE(nf->argv[0])->maxlen < 0)
        return vv_return(t, vv_format(t, "%U(%U)", nf->argv[0]->type->name, nf->slot[0]));
    return vv_return(t, vv_format(t, "%U(%U, maxlen=%lld)", nf->argv[0]->type->name, nf->slot[0],
                                  (long long)VV_DEQUE(nf->argv[0])->maxlen));
    VV_END(nf);
}

static vv_step deque_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_native, "deque.__repr__", self);
}

/* ---- + and * ---- */

/* argv: a, b; slot[5]: the copy of a */
static vv_step concat_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start1(t, deque_copy, "deque.copy", nf->argv[0]));
    nf->slot[5] = vv_take_ret(t);
    VV_AWAIT(nf, do_extend(t, nf->slot[5], nf->argv[1], false));
    return vv_return(t, vv_move(&nf->slot[5]));
    VV_END(nf);
}

static vv_step deque_concat(vv_thread *t, vv_ref a, vv_ref b) {
    if (!is_deque(t, a))
        return vv_return_not_implemented(t);
    if (!is_deque(t, b))
        return vv_raise_step(t, VV_TypeError, "can only concatenate deque (not \"%T\") to deque", b);
    return vv_start2(t, concat_slowly, "deque.__add__", a, b);
}

static vv_step iconcat_native(vv_thread *t, vv_native *nf) { /* argv: deque, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_extend(t, nf->argv[0], nf->argv[1], false));
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

static vv_step deque_iconcat(vv_thread *t, vv_ref self, vv_ref iterable) {
    return vv_start2(t, iconcat_native, "deque.__iadd__", self, iterable);
}

/* deque *= times: 0/-1. Rounds that a maxlen would push out again are left away where nobody can tell. */
static int repeat_in_place(vv_thread *t, vv_deque *d, int64_t times) {
    size_t n = d->length;
    if (n == 0 || times == 1)
        return 0;
    if (times <= 0) {
        clear(t, d);
        return 0;
    }
    if (n == 1 && d->maxlen >= 0 && times > d->maxlen)
        times = d->maxlen;
    if ((uint64_t)times > SIZE_MAX / sizeof(vv_obj *) / n)
        return vv_raise_memory(t), -1;
    VV_AUTO items = {t, vv_list_new(t, n)};
    if (items.o == NULL)
        return -1;
    for (size_t k = 0; k < n; k++)
        VV_LIST(items.o)->items[k] = vv_newref(*place(d, k));
    for (int64_t round = 1; round < times; round++)
        for (size_t k = 0; k < n; k++)
            if (append_take(t, d, vv_newref(VV_LIST(items.o)->items[k])) < 0)
                return -1;
    return 0;
}

/* argv: deque, count; slot[0]: count, slot[1]: result; i[0]: in place */
static vv_step repeat_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->i[0]) {
        nf->slot[1] = vv_newref(nf->argv[0]);
    } else {
        VV_AWAIT(nf, vv_start1(t, deque_copy, "deque.copy", nf->argv[0]));
        nf->slot[1] = vv_take_ret(t);
    }
    int64_t times;
    if (vv_int_to_i64(nf->slot[0], &times) != 0)
        return vv_raise_step(t, VV_OverflowError, "cannot fit '%T' into an index-sized integer", nf->argv[1]);
    return repeat_in_place(t, VV_DEQUE(nf->slot[1]), times) < 0 ? VV_FAILED : vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

static vv_step start_repeat(vv_thread *t, vv_ref self, vv_ref count, bool in_place) {
    vv_native *nf = vv_push_native(t, repeat_native, "deque.__mul__", (vv_obj *[]){VV_OBJ(self), VV_OBJ(count)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = in_place;
    return VV_PUSHED;
}

static vv_step deque_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    return start_repeat(t, self, count, false);
}

static vv_step deque_irepeat(vv_thread *t, vv_ref self, vv_ref count) {
    return start_repeat(t, self, count, true);
}

/* ---- the rest ---- */

static vv_owned deque_get_maxlen(vv_thread *t, vv_ref self) {
    return VV_DEQUE(self)->maxlen < 0 ? vv_none(t) : vv_int_new(t, VV_DEQUE(self)->maxlen);
}

static int64_t deque_size64(vv_ref self) {
    const vv_deque *d = VV_DEQUE(self);
    return vv_object_plain64(self) + (int64_t)((d->left + d->length + BLOCK - 1) / BLOCK) * 528;
}

static vv_owned deque_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, deque_size64(argv[0]));
}

static vv_step deque_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* (type, () or ((), maxlen), state, iterator) */
static vv_step deque_reduce(vv_thread *t, vv_native *nf) { /* slot[0]: state, slot[1]: iterator */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __getstate__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    int64_t maxlen = VV_DEQUE(nf->argv[0])->maxlen;
    vv_obj *args = maxlen < 0 ? vv_tuple_new(t, 0) : vv_tuple_pack_take(t, 2, vv_tuple_new(t, 0), vv_int_new(t, maxlen));
    return vv_return(t, vv_tuple_pack_take(t, 4, vv_newref(&nf->argv[0]->type->head), args, vv_move(&nf->slot[0]),
                                           vv_move(&nf->slot[1])));
    VV_END(nf);
}

const vv_typespec vv_deque_spec = {
    .name = "deque",
    .module = "collections",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_SEQUENCE,
    .basicsize = sizeof(vv_deque),
    .size64 = 232,
    .size64_of = deque_size64,
    .weakoffset = offsetof(vv_deque, weaklist),
    .doc = "deque([iterable[, maxlen]]) --> a queue that grows and shrinks at both ends.",
    .slots = &deque_slots,
    .methods = deque_methods,
    .getset = deque_getset,
    .dealloc = deque_dealloc,
    .traverse = deque_traverse,
    .clear = deque_clear_references,
};

/* ---- iterators ---- */

static vv_owned iterator_new(vv_thread *t, int id, vv_ref deque) {
    vv_obj *o = vv_new_object(t, t->vm->types[id], sizeof(deque_iterator));
    if (o == NULL)
        return NULL;
    ITERATOR(o)->deque = vv_newref(deque);
    ITERATOR(o)->state = VV_DEQUE(deque)->state;
    ITERATOR(o)->left = VV_DEQUE(deque)->length;
    vv_track(t, o);
    return o;
}

static vv_step deque_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, iterator_new(t, VV_T_DEQUE_ITERATOR, self));
}

static vv_owned deque_reversed(vv_thread *t, vv_obj *const *argv) {
    return iterator_new(t, VV_T_DEQUE_REVERSE_ITERATOR, argv[0]);
}

static void dequeiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, ITERATOR(self)->deque);
    vv_free_object(t, self);
}

static int dequeiter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ITERATOR(self)->deque);
    return 0;
}

/* argv: class, deque, index or NULL */
static vv_step iterator_new_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    if (!is_deque(t, nf->argv[1]))
        return vv_raise_step(t, VV_TypeError, "argument 1 must be collections.deque, not %T", nf->argv[1]);
    vv_obj *o = iterator_new(t, (int)VV_AS_TYPE(nf->argv[0])->id, nf->argv[1]);
    if (o != NULL && nf->i[0] > 0) {
        size_t skip = (uint64_t)nf->i[0] < ITERATOR(o)->left ? (size_t)nf->i[0] : ITERATOR(o)->left;
        ITERATOR(o)->left -= skip;
        ITERATOR(o)->next += skip;
    }
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step dequeiter_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)kwnames;
    if (nargs < 1 || nargs > 2)
        return vv_raise_step(t, VV_TypeError, "function takes %s (%zu given)",
                             nargs < 1 ? "at least 1 argument" : "at most 2 arguments", nargs);
    return vv_start3(t, iterator_new_native, "_deque_iterator", type, args[0], nargs > 1 ? args[1] : NULL);
}

static vv_step dequeiter_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step advance(vv_thread *t, deque_iterator *it, bool back) {
    const vv_deque *d = VV_DEQUE(it->deque);
    if (it->state != d->state) {
        it->left = 0;
        return vv_raise_step(t, VV_RuntimeError, "deque mutated during iteration");
    }
    if (it->left == 0)
        return vv_return_null(t);
    it->left--;
    size_t k = it->next++;
    return vv_return(t, vv_newref(*place(d, back ? d->length - 1 - k : k)));
}

static vv_step deque_iterator_next(vv_thread *t, vv_ref self) {
    return advance(t, ITERATOR(self), false);
}

static vv_step deque_reverse_iterator_next(vv_thread *t, vv_ref self) {
    return advance(t, ITERATOR(self), true);
}

static vv_owned dequeiter_length_hint(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new_u64(t, ITERATOR(argv[0])->left);
}

static vv_owned dequeiter_reduce(vv_thread *t, vv_obj *const *argv) {
    const deque_iterator *it = ITERATOR(argv[0]);
    return vv_tuple_pack_take(
        t, 2, vv_newref(&argv[0]->type->head),
        vv_tuple_pack_take(t, 2, vv_newref(it->deque), vv_int_new_u64(t, VV_DEQUE(it->deque)->length - it->left)));
}

#define ITERATOR_SPEC(id, label)                                                                                       \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = label,                                                                                                 \
        .module = "collections",                                                                                       \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE,                                                                           \
        .basicsize = sizeof(deque_iterator),                                                                           \
        .size64 = 72,                                                                                                  \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .dealloc = dequeiter_dealloc,                                                                                  \
        .traverse = dequeiter_traverse,                                                                                \
    }
ITERATOR_SPEC(deque_iterator, "_deque_iterator");
ITERATOR_SPEC(deque_reverse_iterator, "_deque_reverse_iterator");
