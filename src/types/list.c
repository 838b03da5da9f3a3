/* list.c - growable arrays of references: the type, its methods, and the making of lists from iterables.
 *
 * Invariants: items[0..length) are owned and not NULL once the list is visible to a program; capacity 0 <=> items NULL.
 * Capacity follows CPython 3.12's pattern, so that sys.getsizeof and the memory views tell what books tell.
 */
#include "types/list.h"

#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/tracer.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/slice.h"
#include "types/tuple.h"

#define VV_DEF_NAME list
#define VV_DEF_FILE "types/list.def"
#include "object/deftype.h"

/* ---- capacity ---- */

static int too_long(vv_thread *t) {
    vv_raise_memory(t);
    return -1;
}

/* Room for exactly n items, in an empty list without a block; n is rounded up to even. */
static int preallocate(vv_thread *t, vv_list *list, size_t n) {
    VV_ASSERT(list->items == NULL);
    if (n > SIZE_MAX / 2 / sizeof(vv_obj *))
        return too_long(t);
    n = (n + 1) & ~(size_t)1;
    list->items = vv_alloc(t, n * sizeof(vv_obj *));
    if (list->items == NULL)
        return -1;
    list->capacity = n;
    list->watched = false;
    return 0;
}

/* Changes the length; new items are undefined. Shrinks the block when it is less than half used. */
static int resize(vv_thread *t, vv_list *list, size_t n) {
    if (n <= list->capacity && n >= list->capacity >> 1) {
        list->length = n;
        return 0;
    }
    list->watched = false;
    if (n == 0) {
        vv_free(t, list->items);
        list->items = NULL;
        list->length = list->capacity = 0;
        return 0;
    }
    if (n > SIZE_MAX / 4 / sizeof(vv_obj *))
        return too_long(t);
    size_t capacity = (n + (n >> 3) + 6) & ~(size_t)3;
    if (n > list->length && n - list->length > capacity - n)
        capacity = (n + 3) & ~(size_t)3; /* one big step, as by extend: no further growth expected */
    vv_obj **items = vv_realloc(t, list->items, capacity * sizeof(vv_obj *));
    if (items == NULL)
        return -1;
    list->items = items;
    list->capacity = capacity;
    list->length = n;
    return 0;
}

/* ---- making ---- */

static vv_owned list_alloc(vv_thread *t) {
    vv_gc_head *block = vv_freelist_get(t, VV_FL_LIST);
    if (block == NULL)
        return vv_new_object(t, VV_TYPEP(t, LIST), sizeof(vv_list));
    block->next = NULL;
    block->prev = 0;
    vv_obj *o = VV_GC_OBJ(block);
    memset(o, 0, sizeof(vv_list));
    o->refcnt = 1;
    o->type = VV_TYPEP(t, LIST);
    return o;
}

vv_owned vv_list_with_room(vv_thread *t, size_t length, size_t capacity) {
    vv_obj *o = vv_list_new(t, capacity);
    if (o != NULL)
        VV_LIST(o)->length = length;
    return o;
}

/* A list whose items are still to be written, all of them. */
static vv_owned list_raw(vv_thread *t, size_t length) {
    vv_obj *o = list_alloc(t);
    if (o == NULL)
        return NULL;
    if (length > 0) {
        vv_list *list = VV_LIST(o);
        if (length > SIZE_MAX / 2 / sizeof(vv_obj *))
            vv_raise_memory(t);
        else
            list->items = vv_alloc(t, length * sizeof(vv_obj *));
        if (list->items == NULL) {
            vv_decref(t, o);
            return NULL;
        }
        list->length = list->capacity = length;
    }
    vv_track_new(t, o);
    return o;
}

vv_owned vv_list_new(vv_thread *t, size_t length) {
    vv_obj *o = list_raw(t, length);
    if (o != NULL && length <= 16)
        vv_clear_words(VV_LIST(o)->items, length);
    else if (o != NULL)
        memset(VV_LIST(o)->items, 0, length * sizeof(vv_obj *));
    return o;
}

vv_owned vv_list_from_array(vv_thread *t, vv_obj *const *items, size_t n) {
    vv_obj *o = list_raw(t, n);
    if (o != NULL)
        for (size_t k = 0; k < n; k++)
            VV_LIST(o)->items[k] = vv_newref(items[k]);
    return o;
}

/* Releases items[0..n) from the last to the first, as CPython does, and the block. */
static void release_items(vv_thread *t, vv_obj **items, size_t n) {
    while (n-- > 0)
        vv_xdecref(t, items[n]);
    vv_trace_forget(t, items);
    vv_mem_free(t->vm->mem, items);
}

void vv_list_clear(vv_thread *t, vv_ref self) {
    vv_list *list = VV_LIST(self);
    vv_obj **items = list->items;
    size_t n = list->length;
    if (items == NULL)
        return;
    list->items = NULL;
    list->length = list->capacity = 0;
    list->watched = false;
    release_items(t, items, n);
}

static void list_dealloc(vv_thread *t, vv_obj *self) {
    if (VV_LIST(self)->items != NULL)
        release_items(t, VV_LIST(self)->items, VV_LIST(self)->length);
    if (!VV_IS(t, self, LIST) || !vv_freelist_put(t, VV_FL_LIST, VV_GC_HEAD(self)))
        vv_free_object(t, self);
}

static int list_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (size_t k = VV_LIST(self)->length; k-- > 0;)
        VV_VISIT(VV_LIST(self)->items[k]);
    return 0;
}

static void list_clear_references(vv_thread *t, vv_obj *self) {
    vv_list_clear(t, self);
}

/* ---- changing ---- */

/* memmove of references by one place; for few of them a loop is faster than a call. */
static void move_up(vv_obj **items, size_t n) { /* items[0..n) to items[1..n] */
    if (n > 16) {
        memmove(items + 1, items, n * sizeof(vv_obj *));
        return;
    }
    for (; n > 0; n--)
        items[n] = items[n - 1];
}
static void move_down(vv_obj **items, size_t n) { /* items[1..n] to items[0..n) */
    if (n > 16)
        memmove(items, items + 1, n * sizeof(vv_obj *));
    else
        vv_copy_refs(items, items + 1, n);
}

int vv_list_append_take(vv_thread *t, vv_ref self, vv_owned item) {
    vv_list *list = VV_LIST(self);
    size_t n = list->length;
    if (VV_LIKELY(n < list->capacity)) {
        list->items[n] = item;
        list->length = n + 1;
        return 0;
    }
    if (resize(t, list, n + 1) < 0) {
        vv_decref(t, item);
        return -1;
    }
    list->items[n] = item;
    return 0;
}

int vv_list_append(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_list_append_take(t, self, vv_newref(item));
}

int vv_list_insert(vv_thread *t, vv_ref self, int64_t index, vv_ref item) {
    vv_list *list = VV_LIST(self);
    size_t n = list->length;
    if (index < 0) {
        index += (int64_t)n;
        if (index < 0)
            index = 0;
    }
    size_t at = (uint64_t)index > n ? n : (size_t)index;
    if (resize(t, list, n + 1) < 0)
        return -1;
    move_up(list->items + at, n - at);
    list->items[at] = vv_newref(item);
    return 0;
}

int vv_list_extend_now(vv_thread *t, vv_ref self, vv_ref from) {
    vv_list *list = VV_LIST(self);
    size_t n, m = list->length;
    (void)vv_container_items(from, &n);
    if (n == 0)
        return 0;
    if (list->items == NULL) {
        if (preallocate(t, list, n) < 0)
            return -1;
        list->length = n;
    } else if (resize(t, list, m + n) < 0) {
        return -1;
    }
    size_t unused;
    vv_obj **items = vv_container_items(from, &unused); /* the list itself may have moved */
    for (size_t k = 0; k < n; k++)
        list->items[m + k] = vv_newref(items[k]);
    return 0;
}

int vv_list_replace(vv_thread *t, vv_ref self, size_t start, size_t end, vv_obj *const *items, size_t n) {
    vv_list *list = VV_LIST(self);
    size_t length = list->length;
    if (start > length)
        start = length;
    if (end < start)
        end = start;
    else if (end > length)
        end = length;
    size_t removed = end - start, rest = length - end;
    if (length - removed + n == 0) {
        vv_list_clear(t, self);
        return 0;
    }
    vv_obj *few[16], **old = few;
    if (removed > VV_ARRAY_LEN(few) && (old = vv_alloc(t, removed * sizeof(vv_obj *))) == NULL)
        return -1;
    if (old == few)
        vv_copy_refs(old, list->items + start, removed);
    else
        memcpy(old, list->items + start, removed * sizeof(vv_obj *));
    if (n < removed && rest > 0)
        memmove(list->items + start + n, list->items + end, rest * sizeof(vv_obj *));
    if (n != removed && resize(t, list, length - removed + n) < 0) {
        if (n < removed) { /* put back what moved */
            memmove(list->items + end, list->items + start + n, rest * sizeof(vv_obj *));
            memcpy(list->items + start, old, removed * sizeof(vv_obj *));
        }
        if (old != few)
            vv_free(t, old);
        return -1;
    }
    if (n > removed && rest > 0)
        memmove(list->items + start + n, list->items + end, rest * sizeof(vv_obj *));
    for (size_t k = 0; k < n; k++)
        list->items[start + k] = vv_newref(items[k]);
    for (size_t k = removed; k-- > 0;)
        vv_decref(t, old[k]);
    if (old != few)
        vv_free(t, old);
    return 0;
}

/* Takes out items[at], which the caller then owns. */
static vv_owned remove_at(vv_thread *t, vv_list *list, size_t at) {
    vv_obj *item = list->items[at];
    size_t n = list->length - 1;
    move_down(list->items + at, n - at);
    if (resize(t, list, n) < 0) { /* could not shrink: keeps the larger block */
        vv_clear_error(t);
        list->length = n;
    }
    return item;
}

vv_owned vv_list_slice(vv_thread *t, vv_ref self, size_t start, size_t end) {
    const vv_list *list = VV_LIST(self);
    if (end > list->length)
        end = list->length;
    if (start >= end)
        return vv_list_new(t, 0);
    return vv_list_from_array(t, list->items + start, end - start);
}

vv_owned vv_list_to_tuple(vv_thread *t, vv_ref self) {
    return vv_tuple_from_array(t, VV_LIST(self)->items, VV_LIST(self)->length);
}

/* ---- from iterables ---- */

/* argv: list, iterable; slot[0]: iterator. t->ret = NULL at the end. */
static vv_step extend_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_length_hint(t, nf->argv[1], 8));
    {
        vv_list *list = VV_LIST(nf->argv[0]);
        size_t m = list->length, hint = (uint64_t)t->ival > SIZE_MAX / 2 ? SIZE_MAX / 2 : (size_t)t->ival;
        if (hint > SIZE_MAX / 2 - m) {
            /* not believable; memory will tell */
        } else if (list->items == NULL) {
            if (hint > 0 && preallocate(t, list, hint) < 0)
                return VV_FAILED;
        } else {
            if (resize(t, list, m + hint) < 0)
                return VV_FAILED;
            list->length = m;
        }
    }
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        if (vv_list_append_take(t, nf->argv[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    vv_clearref(t, &t->stop);
    if (resize(t, VV_LIST(nf->argv[0]), VV_LIST(nf->argv[0])->length) < 0)
        return VV_FAILED;
    return vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_extend(vv_thread *t, vv_ref list, vv_ref iterable) {
    if (vv_container_is_fast(t, iterable) || list == iterable)
        return vv_list_extend_now(t, list, iterable) < 0 ? VV_FAILED : vv_return_null(t);
    return vv_start2(t, extend_slowly, "list.extend", list, iterable);
}

static vv_step to_list(vv_thread *t, vv_native *nf) { /* argv[0]: iterable; slot[0]: the list */
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_extend(t, nf->slot[0], nf->argv[0]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_list(vv_thread *t, vv_ref iterable) {
    if (!vv_container_is_fast(t, iterable))
        return vv_start1(t, to_list, "list", iterable);
    vv_obj *list = vv_list_new(t, 0);
    if (list == NULL)
        return VV_FAILED;
    if (vv_list_extend_now(t, list, iterable) < 0) {
        vv_decref(t, list);
        return VV_FAILED;
    }
    return vv_return(t, list);
}

static vv_step list_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__'s business */
    /* As in CPython, calling the class does not take from the free list. */
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

static vv_step list_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if ((VV_IS(t, self, LIST) || self->type->s.new_ == list_create) && vv_no_kwargs(t, "list", kwnames) < 0)
        return VV_FAILED;
    if (vv_check_nargs(t, "list", nargs, 0, 1) < 0)
        return VV_FAILED;
    vv_list_clear(t, self);
    return nargs == 0 ? vv_return_null(t) : vv_do_extend(t, self, args[0]);
}

/* ---- slots ---- */

static vv_step list_repr(vv_thread *t, vv_ref self) {
    return vv_container_repr(t, self);
}

static vv_step list_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_ISA(a, LIST) || !VV_ISA(b, LIST))
        return vv_return_not_implemented(t);
    return vv_container_compare(t, a, b, op);
}

static vv_step list_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_seq_iterator_new(t, VV_T_LIST_ITERATOR, self));
}

static vv_step list_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)VV_LIST(self)->length);
}

static vv_step list_contains(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_container_contains(t, self, item);
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: list, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return list_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step list_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    const vv_list *list = VV_LIST(self);
    if (VV_ISA(key, INT)) {
        size_t k;
        int r = vv_container_index(t, key, list->length, &k);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "list index out of range");
        return vv_return(t, vv_newref(list->items[k]));
    }
    if (!vv_container_is_key(t, key))
        return vv_raise_step(t, VV_TypeError, "list indices must be integers or slices, not %T", key);
    if (!VV_IS(t, key, SLICE))
        return vv_start2(t, getitem_slowly, "list.__getitem__", self, key);
    int64_t start, stop, step;
    size_t count;
    int r = vv_slice_bounds_now(t, key, list->length, &start, &stop, &step, &count);
    if (r == VV_LATER)
        return vv_start2(t, getitem_slowly, "list.__getitem__", self, key);
    if (r < 0)
        return VV_FAILED;
    if (step == 1)
        return vv_return(t, vv_list_slice(t, self, (size_t)start, (size_t)start + count));
    vv_obj *o = list_raw(t, count);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < count; k++)
        VV_LIST(o)->items[k] = vv_newref(list->items[start + (int64_t)k * step]);
    return vv_return(t, o);
}

/* del list[start::step], `count` items; step != 1. The items are released in the order of their places. */
static int delete_stepwise(vv_thread *t, vv_list *list, int64_t start, int64_t step, size_t count) {
    if (count == 0)
        return 0;
    if (step < 0) {
        start += step * ((int64_t)count - 1);
        step = -step;
    }
    vv_obj **garbage = vv_alloc(t, count * sizeof(vv_obj *));
    if (garbage == NULL)
        return -1;
    size_t to = (size_t)start;
    for (size_t k = 0; k < count; k++) {
        size_t at = (size_t)(start + (int64_t)k * step);
        size_t next = k + 1 < count ? at + (size_t)step : list->length;
        garbage[k] = list->items[at];
        memmove(list->items + to, list->items + at + 1, (next - at - 1) * sizeof(vv_obj *));
        to += next - at - 1;
    }
    if (resize(t, list, to) < 0) {
        vv_clear_error(t);
        list->length = to;
    }
    for (size_t k = 0; k < count; k++)
        vv_decref(t, garbage[k]);
    vv_free(t, garbage);
    return 0;
}

/* list[key] = items of `value` (a list or tuple), or deletion when it is NULL; key's parts are ints and Nones. */
static int assign_slice(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    vv_list *list = VV_LIST(self);
    int64_t start, stop, step;
    size_t count, n = 0;
    int r = vv_slice_bounds_now(t, key, list->length, &start, &stop, &step, &count);
    VV_ASSERT(r != VV_LATER);
    if (r < 0)
        return -1;
    if (value == NULL)
        return step == 1 ? vv_list_replace(t, self, (size_t)start, (size_t)start + count, NULL, 0)
                         : delete_stepwise(t, list, start, step, count);
    vv_obj *copy = NULL;
    if (value == self) {
        copy = vv_list_slice(t, self, 0, list->length);
        if (copy == NULL)
            return -1;
        value = copy;
    }
    vv_obj **items = vv_container_items(value, &n);
    if (step == 1) {
        r = vv_list_replace(t, self, (size_t)start, (size_t)start + count, items, n);
    } else if (n != count) {
        r = vv_raise_int(t, VV_ValueError, "attempt to assign sequence of size %zu to extended slice of size %zu", n, count);
    } else {
        for (size_t k = 0; k < n; k++)
            vv_setref_take(t, &list->items[start + (int64_t)k * step], vv_newref(items[k]));
        r = 0;
    }
    vv_xdecref(t, copy);
    return r;
}

/* argv: list, key, value or NULL; slot[0]: resolved key, slot[1]: iterator, then the values as a list. */
static vv_step setitem_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (!VV_IS(t, nf->slot[0], SLICE))
        return list_setitem(t, nf->argv[0], nf->slot[0], nf->argv[2]);
    if (nf->argv[2] == NULL || nf->argv[2] == nf->argv[0] || vv_container_is_fast(t, nf->argv[2]))
        return assign_slice(t, nf->argv[0], nf->slot[0], nf->argv[2]) < 0 ? VV_FAILED : vv_return_null(t);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[2]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "must assign iterable to extended slice");
    }
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list(t, nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    return assign_slice(t, nf->argv[0], nf->slot[0], nf->slot[1]) < 0 ? VV_FAILED : vv_return_null(t);
    VV_END(nf);
}

static vv_step list_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    vv_list *list = VV_LIST(self);
    if (VV_ISA(key, INT)) {
        size_t k;
        int r = vv_container_index(t, key, list->length, &k);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "list assignment index out of range");
        if (value == NULL)
            vv_decref(t, remove_at(t, list, k));
        else
            vv_setref_take(t, &list->items[k], vv_newref(value));
        return vv_return_null(t);
    }
    if (!vv_container_is_key(t, key))
        return vv_raise_step(t, VV_TypeError, "list indices must be integers or slices, not %T", key);
    int64_t start, stop, step;
    size_t count;
    if (VV_IS(t, key, SLICE) && (value == NULL || value == self || vv_container_is_fast(t, value)) &&
        vv_slice_bounds_now(t, key, list->length, &start, &stop, &step, &count) == 1)
        return assign_slice(t, self, key, value) < 0 ? VV_FAILED : vv_return_null(t);
    if (t->exc != NULL)
        return VV_FAILED;
    return vv_start3(t, setitem_slowly, "list.__setitem__", self, key, value);
}

static vv_step list_concat(vv_thread *t, vv_ref a, vv_ref b) {
    if (!VV_ISA(a, LIST))
        return vv_return_not_implemented(t);
    if (!VV_ISA(b, LIST))
        return vv_raise_step(t, VV_TypeError, "can only concatenate list (not \"%T\") to list", b);
    size_t na = VV_LIST(a)->length, nb = VV_LIST(b)->length;
    vv_obj *o = list_raw(t, na + nb);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < na; k++)
        VV_LIST(o)->items[k] = vv_newref(VV_LIST(a)->items[k]);
    for (size_t k = 0; k < nb; k++)
        VV_LIST(o)->items[na + k] = vv_newref(VV_LIST(b)->items[k]);
    return vv_return(t, o);
}

static vv_step repeat_slowly(vv_thread *t, vv_native *nf) { /* argv: list, count; i[0]: in place? */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return nf->i[0] ? list_irepeat(t, nf->argv[0], nf->slot[0]) : list_repeat(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step start_repeat(vv_thread *t, vv_ref self, vv_ref count, bool in_place) {
    vv_native *nf = vv_push_native(t, repeat_slowly, "list.__mul__", (vv_obj *[]){VV_OBJ(self), VV_OBJ(count)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = in_place;
    return VV_PUSHED;
}

static vv_step list_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    size_t times, n = VV_LIST(self)->length;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER)
        return start_repeat(t, self, count, false);
    if (r < 0)
        return VV_FAILED;
    if (n > 0 && times > SIZE_MAX / sizeof(vv_obj *) / n)
        return vv_return(t, vv_raise_memory(t));
    vv_obj *o = list_raw(t, n * times);
    if (o == NULL)
        return VV_FAILED;
    vv_obj **from = VV_LIST(self)->items, **to = VV_LIST(o)->items;
    for (size_t k = 0; k < times; k++)
        for (size_t j = 0; j < n; j++)
            *to++ = vv_newref(from[j]);
    return vv_return(t, o);
}

static vv_step list_irepeat(vv_thread *t, vv_ref self, vv_ref count) {
    vv_list *list = VV_LIST(self);
    size_t times, n = list->length;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER)
        return start_repeat(t, self, count, true);
    if (r < 0)
        return VV_FAILED;
    if (times == 0) {
        vv_list_clear(t, self);
    } else if (n > 0 && times > 1) {
        if (times > SIZE_MAX / sizeof(vv_obj *) / n)
            return vv_return(t, vv_raise_memory(t));
        if (resize(t, list, n * times) < 0)
            return VV_FAILED;
        for (size_t k = n; k < n * times; k++)
            list->items[k] = vv_newref(list->items[k - n]);
    }
    return vv_return(t, vv_newref(self));
}

static vv_step iconcat_slowly(vv_thread *t, vv_native *nf) { /* argv: list, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_extend(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

static vv_step list_iconcat(vv_thread *t, vv_ref self, vv_ref iterable) {
    if (!vv_container_is_fast(t, iterable) && iterable != self)
        return vv_start2(t, iconcat_slowly, "list.__iadd__", self, iterable);
    return vv_list_extend_now(t, self, iterable) < 0 ? VV_FAILED : vv_return(t, vv_newref(self));
}

/* ---- methods ---- */

static vv_owned list_append(vv_thread *t, vv_obj *const *argv) {
    return vv_list_append(t, argv[0], argv[1]) < 0 ? NULL : vv_none(t);
}

static vv_owned list_clear(vv_thread *t, vv_obj *const *argv) {
    vv_list_clear(t, argv[0]);
    return vv_none(t);
}

static vv_owned list_copy(vv_thread *t, vv_obj *const *argv) {
    return vv_list_slice(t, argv[0], 0, VV_LIST(argv[0])->length);
}

static vv_step list_count(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_count(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_step list_extend(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_extend(t, nf->argv[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step list_index(vv_thread *t, vv_native *nf) { /* slot[0], slot[1]: start and stop as ints */
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[3]));
        nf->slot[1] = vv_take_ret(t);
    }
    nf->i[0] = (int64_t)VV_LIST(nf->argv[0])->length;
    VV_AWAIT(nf, vv_container_find(t, nf->argv[0], nf->argv[1], vv_container_clamp(nf->slot[0], (size_t)nf->i[0], 0),
                                   vv_container_clamp(nf->slot[1], (size_t)nf->i[0], SIZE_MAX)));
    if (t->ival >= 0)
        return vv_return(t, vv_int_new(t, t->ival));
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[1]));
    nf->slot[2] = vv_take_ret(t);
    return vv_raise_step(t, VV_ValueError, "%U is not in list", nf->slot[2]);
    VV_END(nf);
}

static vv_owned list_insert_now(vv_thread *t, vv_obj *const *argv) {
    int64_t index;
    if (!VV_IS(t, argv[1], INT) || vv_int_to_i64(argv[1], &index) != 0)
        return NULL;
    return vv_list_insert(t, argv[0], index, argv[2]) < 0 ? NULL : vv_none(t);
}

static vv_step list_insert(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    int64_t index;
    if (vv_int_as_i64(t, nf->slot[0], &index) < 0 || vv_list_insert(t, nf->argv[0], index, nf->argv[2]) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned list_pop_now(vv_thread *t, vv_obj *const *argv) {
    vv_list *list = VV_LIST(argv[0]);
    int64_t index = -1;
    if (argv[1] != NULL && (!VV_IS(t, argv[1], INT) || vv_int_to_i64(argv[1], &index) != 0))
        return NULL;
    if (index < 0)
        index += (int64_t)list->length;
    return index < 0 || (uint64_t)index >= list->length ? NULL : remove_at(t, list, (size_t)index);
}

static vv_step list_pop(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
    }
    vv_list *list = VV_LIST(nf->argv[0]);
    int64_t index = -1;
    if (nf->slot[0] != NULL && vv_int_as_i64(t, nf->slot[0], &index) < 0)
        return VV_FAILED;
    if (list->length == 0)
        return vv_raise_step(t, VV_IndexError, "pop from empty list");
    if (index < 0)
        index += (int64_t)list->length;
    if (index < 0 || (uint64_t)index >= list->length)
        return vv_raise_step(t, VV_IndexError, "pop index out of range");
    return vv_return(t, remove_at(t, list, (size_t)index));
    VV_END(nf);
}

static vv_step list_remove(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_find(t, nf->argv[0], nf->argv[1], 0, SIZE_MAX));
    vv_list *list = VV_LIST(nf->argv[0]);
    if (t->ival < 0)
        return vv_raise_step(t, VV_ValueError, "list.remove(x): x not in list");
    if ((uint64_t)t->ival < list->length) /* an __eq__ may have emptied the list */
        vv_decref(t, remove_at(t, list, (size_t)t->ival));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned list_reverse(vv_thread *t, vv_obj *const *argv) {
    vv_list *list = VV_LIST(argv[0]);
    for (size_t low = 0, high = list->length; low + 1 < high; low++) {
        vv_obj *item = list->items[low];
        list->items[low] = list->items[--high];
        list->items[high] = item;
    }
    return vv_none(t);
}

static vv_step list_sort(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = 0;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        nf->i[0] = t->ival;
    }
    VV_AWAIT(nf, vv_do_list_sort(t, nf->argv[0], nf->argv[1] == t->vm->none ? NULL : nf->argv[1], nf->i[0] != 0));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned list_reversed(vv_thread *t, vv_obj *const *argv) {
    vv_obj *it = vv_seq_iterator_new(t, VV_T_LIST_REVERSEITERATOR, argv[0]);
    if (it != NULL)
        VV_SEQ_ITERATOR(it)->index = VV_LIST(argv[0])->length;
    return it;
}

static int64_t list_size64(vv_ref self) {
    return vv_object_plain64(self) + 8 * (int64_t)VV_LIST(self)->capacity;
}

static vv_owned list_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, list_size64(argv[0]));
}

static vv_step list_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

const vv_typespec vv_list_spec = {
    .name = "list",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_SEQUENCE | VV_TF_MATCH_SELF | VV_TF_LIST,
    .basicsize = sizeof(vv_list),
    .size64 = 56,
    .size64_of = list_size64,
    .doc = "Built-in mutable sequence.\n\nWithout an argument, list() is a new empty list; the argument must be an\n"
           "iterable, whose items the new list then holds.",
    .signature = "(iterable=(), /)",
    .slots = &list_slots,
    .methods = list_methods,
    .dealloc = list_dealloc,
    .traverse = list_traverse,
    .clear = list_clear_references,
};
