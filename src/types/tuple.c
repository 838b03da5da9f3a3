/* tuple.c - immutable arrays of references, and the making of tuples from iterables.
 *
 * Invariants: items never change after vv_tuple_done; the only exact tuple of length 0 is vm->empty_tuple (immortal,
 * untracked). Dead exact tuples of 1 to 19 items wait in the free list of their length.
 */
#include "types/tuple.h"

#include <stdarg.h>
#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/slice.h"

#define VV_DEF_NAME tuple
#define VV_DEF_FILE "types/tuple.def"
#include "object/deftype.h"

enum { FREELIST_LENGTHS = 20 };

/* ---- making ---- */

static vv_owned empty_tuple(vv_thread *t) {
    if (t->vm->empty_tuple == NULL) {
        vv_obj *o = vv_new_object(t, VV_TYPEP(t, TUPLE), sizeof(vv_tuple));
        if (o == NULL)
            return NULL;
        vv_make_immortal(o);
        t->vm->empty_tuple = o;
    }
    return t->vm->empty_tuple;
}

static vv_owned tuple_alloc(vv_thread *t, vv_type *type, size_t n) {
    if (VV_UNLIKELY(n > (SIZE_MAX / 2 - sizeof(vv_tuple)) / sizeof(vv_obj *)))
        return vv_raise_memory(t);
    vv_obj *o = vv_new_object_raw(t, type, type->basicsize + n * sizeof(vv_obj *));
    if (o != NULL)
        VV_TUPLE(o)->length = n;
    return o;
}

/* At least one item, all still to be written. */
static inline vv_owned tuple_raw(vv_thread *t, size_t length) {
    vv_gc_head *block;
    if (length < FREELIST_LENGTHS && (block = vv_freelist_get(t, VV_FL_TUPLE0 + (int)length)) != NULL) {
        block->next = NULL;
        block->prev = 0;
        vv_obj *o = VV_GC_OBJ(block);
        o->refcnt = 1;
        o->type = VV_TYPEP(t, TUPLE);
        VV_TUPLE(o)->length = length;
        return o;
    }
    return tuple_alloc(t, VV_TYPEP(t, TUPLE), length);
}

vv_owned vv_tuple_new(vv_thread *t, size_t length) {
    if (length == 0)
        return empty_tuple(t);
    vv_obj *o = tuple_raw(t, length);
    if (o != NULL)
        vv_clear_words(VV_TUPLE(o)->items, length);
    return o;
}

void vv_tuple_done(vv_thread *t, vv_ref tuple) {
    if (VV_TUPLE(tuple)->length > 0 && !vv_is_tracked(tuple))
        vv_track(t, VV_OBJ(tuple));
}

vv_owned vv_tuple_from_array_take(vv_thread *t, vv_obj **items, size_t n) {
    if (n == 0)
        return empty_tuple(t);
    vv_obj *o = tuple_raw(t, n);
    if (o == NULL) {
        for (size_t k = 0; k < n; k++)
            vv_decref(t, items[k]);
        return NULL;
    }
    vv_copy_refs(VV_TUPLE(o)->items, items, n);
    vv_track_new(t, o);
    return o;
}

vv_owned vv_tuple_from_array(vv_thread *t, vv_obj *const *items, size_t n) {
    if (n == 0)
        return empty_tuple(t);
    vv_obj *o = tuple_raw(t, n);
    if (o == NULL)
        return o;
    for (size_t k = 0; k < n; k++)
        VV_TUPLE(o)->items[k] = vv_newref(items[k]);
    vv_track_new(t, o);
    return o;
}

vv_owned vv_tuple_pack(vv_thread *t, size_t n, ...) {
    vv_obj *o = vv_tuple_new(t, n);
    if (o == NULL || n == 0)
        return o;
    va_list args;
    va_start(args, n);
    for (size_t k = 0; k < n; k++)
        VV_TUPLE(o)->items[k] = vv_newref(va_arg(args, vv_ref));
    va_end(args);
    vv_track(t, o);
    return o;
}

vv_owned vv_tuple_pack_take(vv_thread *t, size_t n, ...) {
    va_list args;
    bool complete = true;
    va_start(args, n);
    for (size_t k = 0; k < n; k++)
        complete &= va_arg(args, vv_obj *) != NULL;
    va_end(args);
    vv_obj *o = complete ? vv_tuple_new(t, n) : NULL;
    va_start(args, n);
    for (size_t k = 0; k < n; k++) {
        vv_obj *item = va_arg(args, vv_obj *);
        if (o == NULL)
            vv_xdecref(t, item);
        else
            VV_TUPLE(o)->items[k] = item;
    }
    va_end(args);
    if (o != NULL)
        vv_tuple_done(t, o);
    return o;
}

vv_owned vv_tuple_slice(vv_thread *t, vv_ref tuple, size_t start, size_t end) {
    const vv_tuple *self = VV_TUPLE(tuple);
    if (end > self->length)
        end = self->length;
    if (start > end)
        start = end;
    if (start == 0 && end == self->length && VV_IS(t, tuple, TUPLE))
        return vv_newref(tuple);
    return vv_tuple_from_array(t, self->items + start, end - start);
}

static void tuple_dealloc(vv_thread *t, vv_obj *self) {
    size_t n = VV_TUPLE(self)->length;
    for (size_t k = n; k-- > 0;)
        vv_xdecref(t, VV_TUPLE(self)->items[k]);
    if (n == 0 || n >= FREELIST_LENGTHS || !VV_IS(t, self, TUPLE) ||
        !vv_freelist_put(t, VV_FL_TUPLE0 + (int)n, VV_GC_HEAD(self)))
        vv_free_object(t, self);
}

static int tuple_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (size_t k = VV_TUPLE(self)->length; k-- > 0;)
        VV_VISIT(VV_TUPLE(self)->items[k]);
    return 0;
}

/* ---- from iterables ---- */

static vv_step to_tuple(vv_thread *t, vv_native *nf) { /* argv[0]: iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_list(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_tuple(vv_thread *t, vv_ref iterable) {
    if (VV_IS(t, iterable, TUPLE))
        return vv_return(t, vv_newref(iterable));
    if (VV_IS(t, iterable, LIST))
        return vv_return(t, vv_list_to_tuple(t, iterable));
    return vv_start1(t, to_tuple, "tuple", iterable);
}

static vv_step new_subclass(vv_thread *t, vv_native *nf) { /* argv: the class, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    const vv_tuple *from = VV_TUPLE(nf->slot[0]);
    vv_obj *o = tuple_alloc(t, VV_AS_TYPE(nf->argv[0]), from->length);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < from->length; k++)
        VV_TUPLE(o)->items[k] = vv_newref(from->items[k]);
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step tuple_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    bool exact = type == &VV_TYPEP(t, TUPLE)->head;
    if ((exact || VV_AS_TYPE(type)->s.init == VV_TYPEP(t, TUPLE)->s.init) && vv_no_kwargs(t, "tuple", kwnames) < 0)
        return VV_FAILED;
    if (vv_check_nargs(t, "tuple", nargs, 0, 1) < 0)
        return VV_FAILED;
    if (exact)
        return nargs == 0 ? vv_return(t, empty_tuple(t)) : vv_do_tuple(t, args[0]);
    return vv_start2(t, new_subclass, "tuple.__new__", type, nargs == 0 ? t->vm->empty_tuple : args[0]);
}

/* ---- slots ---- */

static vv_step tuple_repr(vv_thread *t, vv_ref self) {
    return vv_container_repr(t, self);
}

/* argv[0]: tuple; i[0]: next index, i[1]: accumulator */
static vv_step hash_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_enter_recursion(t, "") < 0)
        return VV_FAILED;
    nf->i[1] = (int64_t)vv_leaf_tuple_hash_begin();
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        VV_AWAIT_CATCH(nf, vv_do_hash(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]]));
        if (nf->raised) {
            vv_leave_recursion(t);
            return VV_FAILED;
        }
        nf->i[1] = (int64_t)vv_leaf_tuple_hash_add((uint64_t)nf->i[1], t->ival);
    }
    vv_leave_recursion(t);
    return vv_return_int(t, vv_leaf_tuple_hash_end((uint64_t)nf->i[1], VV_TUPLE(nf->argv[0])->length));
    VV_END(nf);
}

static vv_step tuple_hash(vv_thread *t, vv_ref self) {
    const vv_tuple *tuple = VV_TUPLE(self);
    uint64_t acc = vv_leaf_tuple_hash_begin();
    for (size_t k = 0; k < tuple->length; k++) {
        vv_hash lane;
        int r = vv_hash_now(t, tuple->items[k], &lane);
        if (r == -1)
            return VV_FAILED;
        if (r == VV_LATER)
            return vv_start1(t, hash_slowly, "tuple.__hash__", self);
        acc = vv_leaf_tuple_hash_add(acc, lane);
    }
    return vv_return_int(t, vv_leaf_tuple_hash_end(acc, tuple->length));
}

static vv_step tuple_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_ISA(a, TUPLE) || !VV_ISA(b, TUPLE))
        return vv_return_not_implemented(t);
    return vv_container_compare(t, a, b, op);
}

static vv_step tuple_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_seq_iterator_new(t, VV_T_TUPLE_ITERATOR, self));
}

static vv_step tuple_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)VV_TUPLE(self)->length);
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: tuple, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return tuple_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step tuple_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    const vv_tuple *tuple = VV_TUPLE(self);
    if (VV_ISA(key, INT)) {
        size_t k;
        int r = vv_container_index(t, key, tuple->length, &k);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "tuple index out of range");
        return vv_return(t, vv_newref(tuple->items[k]));
    }
    if (!vv_container_is_key(t, key))
        return vv_raise_step(t, VV_TypeError, "tuple indices must be integers or slices, not %T", key);
    if (!VV_IS(t, key, SLICE))
        return vv_start2(t, getitem_slowly, "tuple.__getitem__", self, key);
    int64_t start, stop, step;
    size_t count;
    int r = vv_slice_bounds_now(t, key, tuple->length, &start, &stop, &step, &count);
    if (r == VV_LATER)
        return vv_start2(t, getitem_slowly, "tuple.__getitem__", self, key);
    if (r < 0)
        return VV_FAILED;
    if (step == 1)
        return vv_return(t, vv_tuple_slice(t, self, (size_t)start, (size_t)start + count));
    vv_obj *o = vv_tuple_new(t, count);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < count; k++)
        VV_TUPLE(o)->items[k] = vv_newref(tuple->items[start + (int64_t)k * step]);
    vv_tuple_done(t, o);
    return vv_return(t, o);
}

static vv_step tuple_contains(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_container_contains(t, self, item);
}

static vv_step tuple_concat(vv_thread *t, vv_ref a, vv_ref b) {
    if (!VV_ISA(a, TUPLE))
        return vv_return_not_implemented(t);
    if (VV_TUPLE(a)->length == 0 && VV_IS(t, b, TUPLE))
        return vv_return(t, vv_newref(b));
    if (!VV_ISA(b, TUPLE))
        return vv_raise_step(t, VV_TypeError, "can only concatenate tuple (not \"%T\") to tuple", b);
    if (VV_TUPLE(b)->length == 0 && VV_IS(t, a, TUPLE))
        return vv_return(t, vv_newref(a));
    size_t na = VV_TUPLE(a)->length, nb = VV_TUPLE(b)->length;
    vv_obj *o = vv_tuple_new(t, na + nb);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < na; k++)
        VV_TUPLE(o)->items[k] = vv_newref(VV_TUPLE(a)->items[k]);
    for (size_t k = 0; k < nb; k++)
        VV_TUPLE(o)->items[na + k] = vv_newref(VV_TUPLE(b)->items[k]);
    vv_tuple_done(t, o);
    return vv_return(t, o);
}

static vv_step repeat_slowly(vv_thread *t, vv_native *nf) { /* argv: tuple, count */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return tuple_repeat(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step tuple_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    size_t times, n = VV_TUPLE(self)->length;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER)
        return vv_start2(t, repeat_slowly, "tuple.__mul__", self, count);
    if (r < 0)
        return VV_FAILED;
    if ((n == 0 || times == 1) && VV_IS(t, self, TUPLE))
        return vv_return(t, vv_newref(self));
    if (n == 0 || times == 0)
        return vv_return(t, empty_tuple(t));
    if (n > SIZE_MAX / sizeof(vv_obj *) / times)
        return vv_return(t, vv_raise_memory(t));
    vv_obj *o = vv_tuple_new(t, n * times);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < n * times; k++)
        VV_TUPLE(o)->items[k] = vv_newref(VV_TUPLE(self)->items[k % n]);
    vv_tuple_done(t, o);
    return vv_return(t, o);
}

/* ---- methods ---- */

static vv_step tuple_count(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_count(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_step tuple_index(vv_thread *t, vv_native *nf) { /* slot[0], slot[1]: start and stop as ints */
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[3]));
        nf->slot[1] = vv_take_ret(t);
    }
    nf->i[0] = (int64_t)VV_TUPLE(nf->argv[0])->length;
    VV_AWAIT(nf, vv_container_find(t, nf->argv[0], nf->argv[1], vv_container_clamp(nf->slot[0], (size_t)nf->i[0], 0),
                                   vv_container_clamp(nf->slot[1], (size_t)nf->i[0], SIZE_MAX)));
    if (t->ival < 0)
        return vv_raise_step(t, VV_ValueError, "tuple.index(x): x not in tuple");
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_owned tuple_getnewargs(vv_thread *t, vv_obj *const *argv) {
    vv_obj *copy = vv_tuple_slice(t, argv[0], 0, VV_TUPLE(argv[0])->length);
    return copy == NULL ? NULL : vv_tuple_from_array_take(t, &copy, 1);
}

static int64_t tuple_size64(vv_ref self) {
    return 24 + 8 * (int64_t)VV_TUPLE(self)->length;
}

static vv_owned tuple_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, tuple_size64(argv[0]));
}

static vv_step tuple_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

const vv_typespec vv_tuple_spec = {
    .name = "tuple",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_SEQUENCE | VV_TF_MATCH_SELF | VV_TF_TUPLE,
    .basicsize = sizeof(vv_tuple),
    .itemsize = sizeof(vv_obj *),
    .size64 = 40,
    .size64_of = tuple_size64,
    .doc = "Built-in immutable sequence.\n\nWithout an argument, tuple() is the empty tuple; with an iterable it holds\n"
           "the iterable's items. A tuple given as the argument is returned itself.",
    .signature = "(iterable=(), /)",
    .slots = &tuple_slots,
    .methods = tuple_methods,
    .dealloc = tuple_dealloc,
    .traverse = tuple_traverse,
};
