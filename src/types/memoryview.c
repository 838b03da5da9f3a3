/* memoryview.c - views of the memory of a bytes or bytearray object: native formats, any number of dimensions.
 *
 * Invariants: a view of a bytearray counts in its `exports`, so the bytes neither move nor change in number while it is
 * open. A released view has no source. Every view, also one made from a view, holds the source itself. The number of
 * dimensions is at most 64: only over them does anything here recurse.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/finalize.h"
#include "types/bytelike.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/memory_items.h"
#include "types/slice.h"
#include "types/tuple.h"

#include <string.h>

static vv_getter_fn get_obj, get_nbytes, get_readonly, get_itemsize, get_format, get_ndim, get_shape, get_strides;
static vv_getter_fn get_suboffsets, get_c_contiguous, get_f_contiguous, get_contiguous;
#define VV_DEF_NAME memoryview
#define VV_DEF_FILE "types/memoryview.def"
#include "object/deftype.h"

#define VIEW(o) ((vv_memoryview *)(o))

static const int64_t *shape_of(const vv_memoryview *v) {
    return v->ndim <= 1 ? v->one : v->more;
}
static const int64_t *strides_of(const vv_memoryview *v) {
    return v->ndim <= 1 ? v->one + 1 : v->more + v->ndim;
}
static bool is_contiguous(const vv_memoryview *v, bool fortran);
static size_t count_of(const vv_memoryview *v) {
    size_t n = 1;
    for (int d = 0; d < v->ndim; d++)
        n *= (size_t)shape_of(v)[d];
    return n;
}

/* ---- making and releasing ---- */

static int check_open(vv_thread *t, vv_ref self) {
    if (VIEW(self)->source != NULL)
        return 0;
    return vv_raise_int(t, VV_ValueError, "operation forbidden on released memoryview object");
}

/* A new view of what `like` shows. */
static vv_owned view_like(vv_thread *t, const vv_memoryview *like) {
    size_t dims = like->ndim > 1 ? 2 * (size_t)like->ndim * sizeof(int64_t) : 0;
    int64_t *more = dims == 0 ? NULL : vv_alloc(t, dims);
    if (dims != 0 && more == NULL)
        return NULL;
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, MEMORYVIEW), sizeof(vv_memoryview));
    if (o == NULL) {
        vv_free(t, more);
        return NULL;
    }
    vv_memoryview *v = VIEW(o);
    v->source = vv_newref(like->source);
    v->exporter = vv_xnewref(like->exporter);
    v->offset = like->offset;
    v->one[0] = like->one[0];
    v->one[1] = like->one[1];
    v->more = more;
    if (dims != 0)
        memcpy(more, like->more, dims);
    v->hash = -1;
    v->ndim = like->ndim;
    v->itemsize = like->itemsize;
    v->format = like->format;
    v->at = like->at;
    v->readonly = like->readonly;
    if (!VV_ISA(v->source, BYTES))
        VV_BYTEARRAY(v->source)->exports++;
    vv_track(t, o);
    return o;
}

/* All bytes of a bytes or bytearray object, or what a view shows; false: neither, or released. Nothing is owned. */
static bool whole_of(vv_thread *t, vv_ref o, vv_memoryview *ret) {
    const uint8_t *data;
    size_t length;
    if (o->type->id == VV_T_PICKLE_BUFFER && ((const vv_pickle_buffer *)o)->view != NULL)
        o = ((const vv_pickle_buffer *)o)->view;
    if (VV_IS(t, o, MEMORYVIEW)) {
        *ret = *VIEW(o);
        return ret->source != NULL;
    }
    if (!vv_bytes_view(o, &data, &length))
        return false;
    *ret = (vv_memoryview){.source = VV_OBJ(o), .one = {(int64_t)length, 1}, .ndim = 1, .itemsize = 1, .format = 'B',
                           .readonly = VV_ISA(o, BYTES)};
    if (!VV_ISA(o, BYTES) && t->vm->types[VV_T_ARRAY] != NULL && vv_is_instance(o, t->vm->types[VV_T_ARRAY])) {
        ret->format = ((const vv_array *)o)->typecode == 'u' ? 'w' : ((const vv_array *)o)->typecode;
        ret->itemsize = (uint8_t)(ret->format == 'w' ? 4 : vv_memory_item_size(ret->format));
        ret->one[0] /= ret->itemsize;
        ret->one[1] = ret->itemsize;
    }
    return true;
}

/* argv: an object whose class has __buffer__ in Python, inspect.BufferFlags; slot: 0 its view, 1 exporter */
static vv_step python_buffer(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __buffer__), &nf->argv[1], 1));
    nf->slot[0] = vv_take_ret(t);
    if (!VV_IS(t, nf->slot[0], MEMORYVIEW))
        return vv_raise_step(t, VV_TypeError, "__buffer__ returned non-memoryview object");
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __release_buffer__)));
    if (t->ret != NULL) {
        nf->slot[1] = vv_take_ret(t);
        vv_setref_take(t, &nf->slot[1], vv_tuple_pack(t, 2, (vv_ref)nf->slot[1], (vv_ref)nf->slot[0]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
    }
    vv_owned view = vv_memoryview_new(t, nf->slot[0]);
    if (view != NULL)
        vv_setref_take(t, &VIEW(view)->exporter, vv_move(&nf->slot[1]));
    return vv_return(t, view);
    VV_END(nf);
}

vv_step vv_do_python_buffer(vv_thread *t, vv_ref o) {
    vv_ref method = (o->type->flags & VV_TF_HEAP) == 0 ? NULL : vv_type_lookup_peek(t, o->type, VV_N(t, __buffer__));
    if (method == NULL || VV_IS(t, method, METHOD_DESCR))
        return vv_return_null(t);
    vv_owned flags = vv_int_new(t, 0x11c); /* FULL_RO */
    vv_step s = flags == NULL ? VV_FAILED : vv_start2(t, python_buffer, "__buffer__", o, flags);
    vv_xdecref(t, flags);
    return s;
}

/* x.__buffer__(flags) of the types here: argv: object, int */
static vv_owned memoryview_buffer(vv_thread *t, vv_obj *const *argv) {
    int64_t flags;
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[1]);
    if (vv_int_to_i64(argv[1], &flags) != 0 || flags != (int32_t)flags)
        return vv_raise(t, VV_OverflowError, "cannot fit '%T' into an index-sized integer", argv[1]);
    VV_AUTO view = {t, vv_memoryview_new(t, argv[0])};
    if (view.o == NULL)
        return NULL;
    bool is_view = VV_IS(t, argv[0], MEMORYVIEW);
    const char *wrong = NULL;
    if ((flags & 1) != 0 && VIEW(view.o)->readonly)
        wrong = is_view ? "memoryview: underlying buffer is not writable" : "Object is not writable.";
    else if ((flags & 0x18) != 0x18 && !is_contiguous(VIEW(view.o), false))
        wrong = "memoryview: underlying buffer is not C-contiguous";
    else if (is_view && (flags & 0xc) == 4)
        wrong = "memoryview: cannot cast to unsigned bytes if the format flag is present";
    return wrong != NULL ? vv_raise(t, VV_BufferError, "%s", wrong) : vv_move(&view.o);
}

/* x.__release_buffer__(view) */
static vv_owned memoryview_release_buffer(vv_thread *t, vv_obj *const *argv) {
    vv_ref of = VV_IS(t, argv[0], MEMORYVIEW) ? (vv_ref)VIEW(argv[0])->source : argv[0];
    if (!VV_IS(t, argv[1], MEMORYVIEW))
        return vv_raise(t, VV_TypeError, "expected a memoryview object");
    if (VIEW(argv[1])->source == NULL)
        return vv_raise(t, VV_ValueError, "memoryview's buffer has already been released");
    if (VIEW(argv[1])->source != of)
        return vv_raise(t, VV_ValueError, "memoryview's buffer is not this object");
    return memoryview_release(t, argv + 1);
}

vv_owned vv_bytelike_buffer(vv_thread *t, vv_obj *const *argv) {
    return memoryview_buffer(t, argv);
}
vv_owned vv_release_buffer_method(vv_thread *t, vv_obj *const *argv) {
    return memoryview_release_buffer(t, argv);
}

static vv_step memoryview_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type;
    vv_obj *source;
    if (vv_parse_args(t, "memoryview", "memoryview(object)", args, nargs, kwnames, &source) < 0)
        return VV_FAILED;
    vv_step s = vv_do_python_buffer(t, source);
    if (s != VV_READY || t->ret != NULL)
        return s;
    vv_memoryview like;
    if (!VV_IS(t, source, MEMORYVIEW) && source->type->id != VV_T_PICKLE_BUFFER && !whole_of(t, source, &like))
        return vv_raise_step(t, VV_TypeError, "memoryview: a bytes-like object is required, not '%T'", source);
    return vv_return(t, vv_memoryview_new(t, source));
}

vv_owned vv_memoryview_new(vv_thread *t, vv_ref source) {
    vv_memoryview like;
    if (VV_IS(t, source, MEMORYVIEW) && check_open(t, source) < 0)
        return NULL;
    if (source->type->id == VV_T_PICKLE_BUFFER && ((const vv_pickle_buffer *)source)->view == NULL)
        return vv_raise(t, VV_ValueError, "operation forbidden on released PickleBuffer object");
    if (!whole_of(t, source, &like))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", source);
    return view_like(t, &like);
}

static void close_view(vv_thread *t, vv_memoryview *v) {
    if (v->source != NULL && !VV_ISA(v->source, BYTES))
        VV_BYTEARRAY(v->source)->exports--;
    vv_clearref(t, &v->source);
    vv_obj *exporter = vv_move(&v->exporter);
    if (exporter != NULL && exporter->refcnt == 1) { /* the last view of it */
        vv_obj **pair = VV_TUPLE(exporter)->items;
        vv_finalize_push_take(t, VV_PENDING_CALLBACK, vv_newref(pair[1]), vv_newref(pair[0]));
    }
    vv_xdecref(t, exporter);
}

static vv_owned memoryview_release(vv_thread *t, vv_obj *const *argv) {
    close_view(t, VIEW(argv[0]));
    return vv_none(t);
}
static vv_owned memoryview_enter(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, argv[0]) < 0 ? NULL : vv_newref(argv[0]);
}
static vv_owned memoryview_exit(vv_thread *t, vv_obj *const *argv) {
    return memoryview_release(t, argv);
}

static void memoryview_dealloc(vv_thread *t, vv_obj *self) {
    close_view(t, VIEW(self));
    vv_free(t, VIEW(self)->more);
    vv_free_object(t, self);
}
static void memoryview_clear(vv_thread *t, vv_obj *self) {
    close_view(t, VIEW(self));
}
static int memoryview_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VIEW(self)->source);
    VV_VISIT(VIEW(self)->exporter);
    return 0;
}

/* ---- memory ---- */

static uint8_t *start_of(const vv_memoryview *v) {
    uint8_t *start = VV_ISA(v->source, BYTES) ? VV_BYTES(v->source)->data : VV_BYTEARRAY(v->source)->data;
    return start == NULL ? NULL : start + v->offset;
}

/* Do the items stand one behind the other, the last (C) or the first (F) index running fastest? */
static bool is_contiguous(const vv_memoryview *v, bool fortran) {
    const int64_t *shape = shape_of(v), *strides = strides_of(v);
    if (v->ndim == 1)
        return shape[0] == 1 || strides[0] == v->itemsize;
    if (count_of(v) == 0)
        return true;
    int64_t expected = v->itemsize;
    for (int k = 0; k < v->ndim; k++) {
        int d = fortran ? k : v->ndim - 1 - k;
        if (shape[d] > 1 && strides[d] != expected)
            return false;
        expected *= shape[d];
    }
    return true;
}

bool vv_memoryview_span(vv_ref view, const uint8_t **data, size_t *length) {
    static const uint8_t nothing[1] = {0};
    const vv_memoryview *v = VIEW(view);
    if (v->source == NULL || !(is_contiguous(v, false) || count_of(v) == 0))
        return false;
    *length = count_of(v) * v->itemsize;
    *data = *length == 0 ? nothing : start_of(v);
    return true;
}

vv_owned vv_memoryview_flat(vv_thread *t, vv_ref view) {
    const vv_memoryview *v = VIEW(view);
    if (check_open(t, view) < 0)
        return NULL;
    if (!is_contiguous(v, false) && !is_contiguous(v, true))
        return vv_raise(t, VV_BufferError, "cannot extract raw buffer from non-contiguous buffer");
    vv_memoryview like = *v;
    like.one[0] = (int64_t)(count_of(v) * v->itemsize);
    like.one[1] = like.ndim = like.itemsize = 1;
    like.format = 'B';
    like.at = false;
    like.more = NULL;
    return view_like(t, &like);
}

/* Where the items of `count_of(v)` steps are, one after the other: index[] counts, the last dimension (fortran: the first) running
 * fastest. */
typedef struct walk {
    const vv_memoryview *v;
    uint8_t *at;
    bool fortran;
    int64_t index[VV_MEMORY_MAX_NDIM];
} walk;

static void walk_begin(walk *w, const vv_memoryview *v, bool fortran) {
    w->v = v;
    w->at = start_of(v);
    w->fortran = fortran;
    memset(w->index, 0, (size_t)v->ndim * sizeof *w->index);
}

static void walk_next(walk *w) {
    const int64_t *shape = shape_of(w->v), *strides = strides_of(w->v);
    for (int k = 0; k < w->v->ndim; k++) {
        int d = w->fortran ? k : w->v->ndim - 1 - k;
        w->at += strides[d];
        if (++w->index[d] < shape[d])
            return;
        w->at -= strides[d] * shape[d];
        w->index[d] = 0;
    }
}

/* All bytes, as a new bytes object. */
static vv_owned copy_bytes(vv_thread *t, const vv_memoryview *v, bool fortran) {
    size_t n = count_of(v);
    if (n == 0)
        return vv_bytes_new(t, "", 0);
    if (is_contiguous(v, fortran))
        return vv_bytes_own(t, start_of(v), n * v->itemsize);
    vv_obj *o = vv_bytes_new(t, NULL, n * v->itemsize);
    if (o == NULL)
        return NULL;
    walk w;
    walk_begin(&w, v, fortran);
    for (size_t i = 0; i < n; i++, walk_next(&w))
        memcpy(VV_BYTES(o)->data + i * v->itemsize, w.at, v->itemsize);
    return o;
}

int vv_memoryview_complain(vv_thread *t, vv_ref view) {
    return check_open(t, view) < 0 ? -1 : vv_raise_int(t, VV_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

vv_owned vv_memoryview_bytes(vv_thread *t, vv_ref view) {
    return check_open(t, view) < 0 ? NULL : copy_bytes(t, VIEW(view), false);
}

/* ---- keys ---- */

/* Moves to the item `key`, an int, of dimension d. 0/-1. */
static int find_in_dimension(vv_thread *t, const vv_memoryview *v, int d, vv_ref key, uint8_t **at) {
    size_t i;
    int r = vv_container_index(t, key, (size_t)shape_of(v)[d], &i);
    if (r == 0)
        return vv_raise_int(t, VV_IndexError, "index out of bounds on dimension %d", d + 1);
    if (r > 0)
        *at += (int64_t)i * strides_of(v)[d];
    return r < 0 ? -1 : 0;
}

/* The item that a resolved key (an int, or a tuple of ints) names; NULL with an exception. */
static uint8_t *find_item(vv_thread *t, const vv_memoryview *v, vv_ref key) {
    uint8_t *at = start_of(v);
    if (!VV_ISA(key, TUPLE))
        return find_in_dimension(t, v, 0, key, &at) < 0 ? NULL : at;
    for (int d = 0; d < v->ndim; d++)
        if (find_in_dimension(t, v, d, VV_TUPLE(key)->items[d], &at) < 0)
            return NULL;
    return at;
}

/* A resolved slice: what it selects of the first dimension. `dims` has room for the dimensions. 0/-1. */
static int narrow(vv_thread *t, vv_memoryview *v, vv_ref slice, int64_t *dims) {
    int64_t start, stop, step;
    size_t count;
    if (vv_slice_bounds_now(t, slice, (size_t)shape_of(v)[0], &start, &stop, &step, &count) != 1)
        return -1;
    if (v->ndim > 1) {
        memcpy(dims, v->more, 2 * (size_t)v->ndim * sizeof *dims);
        v->more = dims;
    }
    int64_t *shape = v->ndim > 1 ? dims : v->one, *strides = shape + v->ndim;
    v->offset = (size_t)((int64_t)v->offset + start * strides[0]);
    shape[0] = (int64_t)count;
    strides[0] *= step;
    return 0;
}

enum key_kind { KEY_WHOLE, KEY_ITEM, KEY_SLICE, KEY_BAD };

/* What a key asks for; KEY_BAD with an exception. `set`: for assignment, whose errors differ. */
static enum key_kind kind_of_key(vv_thread *t, const vv_memoryview *v, vv_ref key, bool set) {
    bool tuple = VV_ISA(key, TUPLE);
    size_t n = tuple ? VV_TUPLE(key)->length : 0, indices = 0, slices = 0;
    for (size_t i = 0; i < n; i++) {
        indices += VV_TUPLE(key)->items[i]->type->s.index != NULL;
        slices += VV_IS(t, VV_TUPLE(key)->items[i], SLICE);
    }
    if (v->ndim == 0) {
        if (key == t->vm->ellipsis || (tuple && n == 0))
            return tuple ? KEY_ITEM : KEY_WHOLE;
        (void)vv_raise(t, VV_TypeError, "invalid indexing of 0-dim memory");
    } else if (key->type->s.index != NULL) {
        if (v->ndim == 1)
            return KEY_ITEM;
        (void)vv_raise(t, VV_NotImplementedError, set ? "sub-views are not implemented" : "multi-dimensional sub-views are not implemented");
    } else if (VV_IS(t, key, SLICE)) {
        if (!set || v->ndim == 1)
            return KEY_SLICE;
        (void)vv_raise(t, VV_NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    } else if (tuple && indices == n) {
        if (n == v->ndim)
            return KEY_ITEM;
        if (n < v->ndim)
            (void)vv_raise(t, VV_NotImplementedError, "sub-views are not implemented");
        else
            (void)vv_raise(t, VV_TypeError, "cannot index %d-dimension view with %zu-element tuple", v->ndim, n);
    } else if (tuple && slices == n) {
        (void)vv_raise(t, VV_NotImplementedError, set ? "memoryview slice assignments are currently restricted to ndim = 1"
                                                      : "multi-dimensional slicing is not implemented");
    } else {
        (void)vv_raise(t, VV_TypeError, "memoryview: invalid slice key");
    }
    return KEY_BAD;
}

/* argv[0]: a tuple of objects with __index__; t->ret = a tuple of ints. */
static vv_step resolve_tuple(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_index(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]]));
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

static vv_step resolve_key(vv_thread *t, vv_ref key) {
    if (VV_ISA(key, TUPLE))
        return vv_start1(t, resolve_tuple, "memoryview", key);
    return vv_container_resolve_key(t, key);
}

/* argv: view, key */
static vv_step getitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (check_open(t, nf->argv[0]) < 0)
        return VV_FAILED;
    const vv_memoryview *v = VIEW(nf->argv[0]);
    if (VV_IS(t, nf->slot[0], SLICE)) {
        vv_memoryview part = *v;
        int64_t dims[2 * VV_MEMORY_MAX_NDIM];
        return narrow(t, &part, nf->slot[0], dims) < 0 ? VV_FAILED : vv_return(t, view_like(t, &part));
    }
    const uint8_t *at = find_item(t, v, nf->slot[0]);
    return at == NULL ? VV_FAILED : vv_return(t, vv_memory_item_get(t, v->format, at));
    VV_END(nf);
}

static vv_step memoryview_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (check_open(t, self) < 0)
        return VV_FAILED;
    enum key_kind kind = kind_of_key(t, VIEW(self), key, false);
    if (kind == KEY_BAD)
        return VV_FAILED;
    if (kind == KEY_WHOLE)
        return vv_return(t, vv_newref(self));
    if (VV_ISA(key, INT)) {
        const uint8_t *at = find_item(t, VIEW(self), key);
        return at == NULL ? VV_FAILED : vv_return(t, vv_memory_item_get(t, VIEW(self)->format, at));
    }
    return vv_start2(t, getitem_native, "memoryview.__getitem__", self, key);
}

/* ---- assignment ---- */

static bool same_shape(const vv_memoryview *a, const vv_memoryview *b) {
    return a->ndim == b->ndim && memcmp(shape_of(a), shape_of(b), a->ndim * sizeof(int64_t)) == 0;
}

/* self[slice] = value. 0/-1. */
static int put_slice(vv_thread *t, vv_ref self, vv_ref slice, vv_ref value) {
    vv_memoryview to = *VIEW(self), from;
    int64_t dims[2 * VV_MEMORY_MAX_NDIM];
    if (VV_IS(t, value, MEMORYVIEW) && check_open(t, value) < 0)
        return -1;
    if (!whole_of(t, value, &from))
        return vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", value);
    if (narrow(t, &to, slice, dims) < 0)
        return -1;
    if (!same_shape(&to, &from) || to.format != from.format)
        return vv_raise_int(t, VV_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    VV_AUTO copy = {t, copy_bytes(t, &from, false)}; /* the two may overlap */
    if (copy.o == NULL)
        return -1;
    walk w;
    walk_begin(&w, &to, false);
    for (size_t i = 0, n = count_of(&to); i < n; i++, walk_next(&w))
        memcpy(w.at, VV_BYTES(copy.o)->data + i * to.itemsize, to.itemsize);
    return 0;
}

/* A value of another type was refused: says so in memoryview's words. */
static vv_step wrong_value(vv_thread *t, char format) {
    bool type = vv_error_is(t, VV_TypeError);
    if (!type && !vv_error_is(t, VV_OverflowError) && !vv_error_is(t, VV_ValueError))
        return VV_FAILED;
    vv_clear_error(t);
    return vv_raise_step(t, type ? VV_TypeError : VV_ValueError, "memoryview: invalid %s for format '%c'", type ? "type" : "value", format);
}

/* argv: view, key, value; slot[0]: key, slot[1]: value, both resolved; i[0]: enum key_kind */
static vv_step setitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[0] == KEY_WHOLE) {
        nf->slot[0] = vv_newref(t->vm->empty_tuple);
    } else {
        VV_AWAIT(nf, resolve_key(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->i[0] != KEY_SLICE) {
        if (check_open(t, nf->argv[0]) < 0 || find_item(t, VIEW(nf->argv[0]), nf->slot[0]) == NULL)
            return VV_FAILED;
        switch (vv_memory_item_wants(VIEW(nf->argv[0])->format)) {
        case VV_MEMORY_NONE:
            goto as_it_is;
        case VV_MEMORY_TRUTH:
            goto truth;
        case VV_MEMORY_FLOAT:
            goto number;
        default:
            break;
        }
        VV_AWAIT_CATCH(nf, vv_do_index(t, nf->argv[2]));
        if (nf->raised)
            return wrong_value(t, VIEW(nf->argv[0])->format);
        nf->slot[1] = vv_take_ret(t);
        goto converted;
    number:
        VV_AWAIT_CATCH(nf, vv_do_float(t, nf->argv[2]));
        if (nf->raised)
            return wrong_value(t, VIEW(nf->argv[0])->format);
        nf->slot[1] = vv_take_ret(t);
        goto converted;
    truth:
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        nf->slot[1] = vv_bool(t, t->ival != 0);
        goto converted;
    }
as_it_is:
    nf->slot[1] = vv_newref(nf->argv[2]);
converted:
    if (check_open(t, nf->argv[0]) < 0)
        return VV_FAILED;
    if (nf->i[0] == KEY_SLICE)
        return put_slice(t, nf->argv[0], nf->slot[0], nf->slot[1]) < 0 ? VV_FAILED : vv_return_null(t);
    uint8_t *at = find_item(t, VIEW(nf->argv[0]), nf->slot[0]);
    if (at == NULL || vv_memory_item_put(t, VIEW(nf->argv[0])->format, at, nf->slot[1]) < 0)
        return VV_FAILED;
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step memoryview_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    if (check_open(t, self) < 0)
        return VV_FAILED;
    if (VIEW(self)->readonly)
        return vv_raise_step(t, VV_TypeError, "cannot modify read-only memory");
    if (value == NULL)
        return vv_raise_step(t, VV_TypeError, "cannot delete memory");
    enum key_kind kind = kind_of_key(t, VIEW(self), key, true);
    if (kind == KEY_BAD)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, setitem_native, "memoryview.__setitem__", (vv_obj *[]){VV_OBJ(self), VV_OBJ(key), VV_OBJ(value)}, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = kind;
    return VV_PUSHED;
}

static vv_step memoryview_len(vv_thread *t, vv_ref self) {
    if (check_open(t, self) < 0)
        return VV_FAILED;
    if (VIEW(self)->ndim == 0)
        return vv_raise_step(t, VV_TypeError, "0-dim memory has no length");
    return vv_return_int(t, shape_of(VIEW(self))[0]);
}

/* ---- the whole of it ---- */

static vv_owned memoryview_tobytes(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    bool fortran = false;
    if (argv[1] != NULL && argv[1] != t->vm->none) {
        if (!VV_ISA(argv[1], STR))
            return vv_raise(t, VV_TypeError, "tobytes() argument 'order' must be str or None, not %A", argv[1]);
        bool any = vv_str_equal_cstr(argv[1], "A");
        fortran = vv_str_equal_cstr(argv[1], "F");
        if (!any && !fortran && !vv_str_equal_cstr(argv[1], "C"))
            return vv_raise(t, VV_ValueError, "order must be 'C', 'F' or 'A'");
        if (any)
            fortran = is_contiguous(VIEW(argv[0]), true) && !is_contiguous(VIEW(argv[0]), false);
    }
    return copy_bytes(t, VIEW(argv[0]), fortran);
}

/* Dimension d and below at `at`, as a list of lists. */
static vv_owned list_of(vv_thread *t, const vv_memoryview *v, int d, const uint8_t *at) {
    if (d == v->ndim)
        return vv_memory_item_get(t, v->format, at);
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (int64_t i = 0; list.o != NULL && i < shape_of(v)[d]; i++) {
        vv_obj *part = list_of(t, v, d + 1, at + i * strides_of(v)[d]);
        if (part == NULL || vv_list_append_take(t, list.o, part) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

static vv_owned memoryview_tolist(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, argv[0]) < 0 ? NULL : list_of(t, VIEW(argv[0]), 0, start_of(VIEW(argv[0])));
}

static vv_owned hex_now(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    VV_AUTO bytes = {t, copy_bytes(t, VIEW(argv[0]), false)};
    return bytes.o == NULL ? NULL : vv_bytelike_hex(t, (vv_obj *[]){bytes.o, argv[1], argv[2]});
}
VV_TEXT_INDEX_METHOD(memoryview_hex, hex_now, 4, false)

static bool is_byte_format(char format) {
    return format == 'b' || format == 'B' || format == 'c';
}

/* The dimensions that a cast's shape (a list or tuple) asks for, behind `v`, which has one. 0/-1. */
static int take_shape(vv_thread *t, vv_memoryview *v, vv_ref shape, int64_t *dims, int64_t bytes) {
    size_t n;
    vv_obj *const *items = vv_container_items(shape, &n);
    int64_t product = v->itemsize;
    for (size_t d = 0; d < n; d++) {
        if (!VV_ISA(items[d], INT))
            return vv_raise_int(t, VV_TypeError, "memoryview.cast(): elements of shape must be integers");
        if (vv_int_as_i64(t, items[d], &dims[d]) < 0)
            return -1;
        if (dims[d] <= 0)
            return vv_raise_int(t, VV_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (dims[d] > INT64_MAX / product)
            return vv_raise_int(t, VV_ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
        product *= dims[d];
    }
    if (product != bytes)
        return vv_raise_int(t, VV_TypeError, "memoryview: product(shape) * itemsize != buffer size");
    int64_t stride = v->itemsize;
    for (size_t d = n; d-- > 0;) {
        dims[n + d] = stride;
        stride *= dims[d];
    }
    v->ndim = (uint8_t)n;
    v->more = dims;
    if (n == 1) {
        v->one[0] = dims[0];
        v->one[1] = dims[1];
    }
    return 0;
}

static vv_owned cast(vv_thread *t, vv_obj *const *argv) { /* view, format, shape or NULL */
    if (check_open(t, argv[0]) < 0)
        return NULL;
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "cast() argument 'format' must be str, not %A", argv[1]);
    vv_memoryview like = *VIEW(argv[0]);
    size_t items = count_of(&like);
    if (!is_contiguous(&like, false))
        return vv_raise(t, VV_TypeError, "memoryview: casts are restricted to C-contiguous views");
    if ((argv[2] != NULL || like.ndim != 1) && items == 0)
        return vv_raise(t, VV_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    size_t ndim = 1;
    if (argv[2] != NULL) {
        if (!VV_ISA(argv[2], LIST) && !VV_ISA(argv[2], TUPLE))
            return vv_raise(t, VV_TypeError, "shape must be a list or a tuple");
        (void)vv_container_items(argv[2], &ndim);
        if (ndim > VV_MEMORY_MAX_NDIM)
            return vv_raise(t, VV_ValueError, "memoryview: number of dimensions must not exceed 64");
        if (like.ndim != 1 && ndim != 1)
            return vv_raise(t, VV_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    if (!VV_STR(argv[1])->ascii) {
        size_t i = 0;
        while (vv_str_at(argv[1], i) < 0x80)
            i++;
        return vv_raise_unicode_encode(t, "ascii", argv[1], i, i + 1, "ordinal not in range(128)");
    }
    size_t n = vv_str_length(argv[1]), at = n == 2 && vv_str_at(argv[1], 0) == '@' ? 1 : 0;
    uint32_t format = n == at + 1 ? vv_str_at(argv[1], at) : 0;
    int itemsize = format < 128 ? vv_memory_item_size((char)format) : 0;
    if (itemsize == 0)
        return vv_raise(t, VV_ValueError, "memoryview: destination format must be a native single character format prefixed "
                                          "with an optional '@'");
    if (!is_byte_format(like.format) && !is_byte_format((char)format))
        return vv_raise(t, VV_TypeError, "memoryview: cannot cast between two non-byte formats");
    int64_t bytes = (int64_t)(items * like.itemsize);
    if (bytes % itemsize != 0)
        return vv_raise(t, VV_TypeError, "memoryview: length is not a multiple of itemsize");
    like.format = (char)format;
    like.at = at != 0;
    like.itemsize = (uint8_t)itemsize;
    like.ndim = 1;
    like.one[0] = bytes / itemsize;
    like.one[1] = itemsize;
    int64_t dims[2 * VV_MEMORY_MAX_NDIM];
    if (argv[2] != NULL && take_shape(t, &like, argv[2], dims, bytes) < 0)
        return NULL;
    return view_like(t, &like);
}
static vv_owned memoryview_cast(vv_thread *t, vv_obj *const *argv) {
    return cast(t, argv);
}

static vv_owned memoryview_toreadonly(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    vv_memoryview like = *VIEW(argv[0]);
    like.readonly = true;
    return view_like(t, &like);
}

static vv_step memoryview_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_format(t, VIEW(self)->source == NULL ? "<released memory at %p>" : "<memory at %p>", (const void *)self));
}

static vv_step memoryview_hash(vv_thread *t, vv_ref self) {
    vv_memoryview *v = VIEW(self);
    if (v->hash == -1) {
        if (check_open(t, self) < 0)
            return VV_FAILED;
        if (!v->readonly)
            return vv_raise_step(t, VV_ValueError, "cannot hash writable memoryview object");
        if (!is_byte_format(v->format))
            return vv_raise_step(t, VV_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        if (!VV_ISA(v->source, BYTES))
            return vv_raise_step(t, VV_TypeError, "unhashable type: '%T'", v->source);
        VV_AUTO bytes = {t, copy_bytes(t, v, false)};
        if (bytes.o == NULL)
            return VV_FAILED;
        v->hash = vv_bytes_hash(bytes.o);
    }
    return vv_return_int(t, v->hash);
}

/* Items are compared by their values: 255 of format B is not -1 of format b, and neither is b'\xff'. 1, 0, -1. */
static int equal_views(vv_thread *t, const vv_memoryview *a, const vv_memoryview *b) {
    if (!same_shape(a, b))
        return 0;
    walk x, y;
    walk_begin(&x, a, false);
    walk_begin(&y, b, false);
    bool plain = a->format == b->format && vv_memory_item_wants(a->format) != VV_MEMORY_FLOAT && a->format != '?';
    for (size_t n = count_of(a); n > 0; n--, walk_next(&x), walk_next(&y)) {
        if (plain) {
            if (memcmp(x.at, y.at, a->itemsize) != 0)
                return 0;
            continue;
        }
        VV_AUTO p = {t, vv_memory_item_get(t, a->format, x.at)};
        VV_AUTO q = {t, p.o == NULL ? NULL : vv_memory_item_get(t, b->format, y.at)};
        int r = q.o == NULL ? -1 : vv_equal_now(t, p.o, q.o);
        if (r != 1)
            return r;
    }
    return 1;
}

static vv_step memoryview_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (op != VV_EQ && op != VV_NE)
        return vv_return_not_implemented(t);
    int equal = a == b; /* of released views only */
    if (VIEW(a)->source != NULL) {
        vv_memoryview other;
        if (whole_of(t, b, &other))
            equal = equal_views(t, VIEW(a), &other);
        else if (!VV_IS(t, b, MEMORYVIEW))
            return vv_return_not_implemented(t);
        if (equal < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

/* ---- attributes ---- */

static vv_owned get_obj(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_newref(VIEW(self)->source);
}
static vv_owned get_nbytes(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_int_new(t, (int64_t)(count_of(VIEW(self)) * VIEW(self)->itemsize));
}
static vv_owned get_readonly(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_bool(t, VIEW(self)->readonly);
}
static vv_owned get_itemsize(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_int_new(t, VIEW(self)->itemsize);
}
static vv_owned get_format(vv_thread *t, vv_ref self) {
    char text[3] = {'@', VIEW(self)->format, 0};
    return check_open(t, self) < 0 ? NULL : vv_str_from_cstr(t, VIEW(self)->at ? text : text + 1);
}
static vv_owned get_ndim(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_int_new(t, VIEW(self)->ndim);
}
static vv_owned tuple_of(vv_thread *t, vv_ref self, const int64_t *values) {
    if (check_open(t, self) < 0)
        return NULL;
    vv_obj *items[VV_MEMORY_MAX_NDIM];
    for (int d = 0; d < VIEW(self)->ndim; d++) {
        items[d] = vv_int_new(t, values[d]);
        if (items[d] == NULL) {
            while (d-- > 0)
                vv_decref(t, items[d]);
            return NULL;
        }
    }
    return vv_tuple_from_array_take(t, items, VIEW(self)->ndim);
}
static vv_owned get_shape(vv_thread *t, vv_ref self) {
    return tuple_of(t, self, shape_of(VIEW(self)));
}
static vv_owned get_strides(vv_thread *t, vv_ref self) {
    return tuple_of(t, self, strides_of(VIEW(self)));
}
static vv_owned get_suboffsets(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_newref(t->vm->empty_tuple);
}
static vv_owned get_c_contiguous(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_bool(t, is_contiguous(VIEW(self), false));
}
static vv_owned get_f_contiguous(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_bool(t, is_contiguous(VIEW(self), true));
}
static vv_owned get_contiguous(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_bool(t, is_contiguous(VIEW(self), false) || is_contiguous(VIEW(self), true));
}

static int64_t memoryview_size64(vv_ref self) {
    return 144 + 24 * (int64_t)VIEW(self)->ndim;
}

static vv_owned memoryview_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, memoryview_size64(argv[0]));
}

/* ---- the iterator ---- */

static vv_step memoryview_iter(vv_thread *t, vv_ref self) {
    if (check_open(t, self) < 0)
        return VV_FAILED;
    if (VIEW(self)->ndim == 0)
        return vv_raise_step(t, VV_TypeError, "invalid indexing of 0-dim memory");
    if (VIEW(self)->ndim != 1)
        return vv_raise_step(t, VV_NotImplementedError, "multi-dimensional sub-views are not implemented");
    return vv_return(t, vv_seq_iterator_new(t, VV_T_MEMORY_ITERATOR, self));
}

static vv_step iterator_self(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step iterator_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(self);
    if (it->seq == NULL)
        return vv_return_null(t);
    if (check_open(t, it->seq) < 0)
        return VV_FAILED;
    const vv_memoryview *v = VIEW(it->seq);
    if ((int64_t)it->index < v->one[0])
        return vv_return(t, vv_memory_item_get(t, v->format, start_of(v) + (int64_t)it->index++ * v->one[1]));
    vv_clearref(t, &it->seq);
    return vv_return_null(t);
}
static void iterator_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_SEQ_ITERATOR(self)->seq);
    vv_free_object(t, self);
}
static int iterator_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_SEQ_ITERATOR(self)->seq);
    return 0;
}

static const vv_slots iterator_slots = {.iter = iterator_self, .next = iterator_next};

const vv_typespec vv_memory_iterator_spec = {
    .name = "memory_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_seq_iterator),
    .size64 = 64,
    .slots = &iterator_slots,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
};

const vv_typespec vv_memoryview_spec = {
    .name = "memoryview",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_SEQUENCE,
    .basicsize = sizeof(vv_memoryview),
    .size64 = 184,
    .size64_of = memoryview_size64,
    .weakoffset = offsetof(vv_memoryview, weaklist),
    .doc = "A window on the bytes of another object: reading, slicing and writing through it copies nothing.",
    .signature = "memoryview(object)",
    .slots = &memoryview_slots,
    .methods = memoryview_methods,
    .getset = memoryview_getset,
    .dealloc = memoryview_dealloc,
    .traverse = memoryview_traverse,
    .clear = memoryview_clear,
};
