/* memoryview.c - views of the bytes of a bytes or bytearray object: one dimension, items of one byte.
 *
 * Invariants: a view of a bytearray counts in its `exports`, so the bytes neither move nor change in number while it is
 * open. A released view has no source. Every view, also one made from a view, holds the source itself.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytelike.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/slice.h"
#include "types/tuple.h"

#include <string.h>

static vv_getter_fn get_obj, get_nbytes, get_readonly, get_itemsize, get_format, get_ndim, get_shape, get_strides;
static vv_getter_fn get_suboffsets, get_contiguous;
#define VV_DEF_NAME memoryview
#define VV_DEF_FILE "types/memoryview.def"
#include "object/deftype.h"

#define VIEW(o) ((vv_memoryview *)(o))

/* ---- making and releasing ---- */

static int check_open(vv_thread *t, vv_ref self) {
    if (VIEW(self)->source != NULL)
        return 0;
    return vv_raise_int(t, VV_ValueError, "operation forbidden on released memoryview object");
}

/* Another view of what `like` shows. */
static vv_memoryview *view_like(vv_thread *t, const vv_memoryview *like) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, MEMORYVIEW), sizeof(vv_memoryview));
    if (o == NULL)
        return NULL;
    vv_memoryview *v = VIEW(o);
    v->source = vv_newref(like->source);
    v->offset = like->offset;
    v->length = like->length;
    v->step = like->step;
    v->hash = -1;
    v->format = like->format;
    v->readonly = like->readonly;
    if (!VV_ISA(v->source, BYTES))
        VV_BYTEARRAY(v->source)->exports++;
    vv_track(t, o);
    return v;
}

static vv_step memoryview_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type;
    vv_obj *source;
    if (vv_parse_args(t, "memoryview", "memoryview(object)", args, nargs, kwnames, &source) < 0)
        return VV_FAILED;
    if (VV_IS(t, source, MEMORYVIEW))
        return check_open(t, source) < 0 ? VV_FAILED : vv_return(t, (vv_obj *)view_like(t, VIEW(source)));
    const uint8_t *data;
    size_t length;
    if (!vv_bytes_view(source, &data, &length))
        return vv_raise_step(t, VV_TypeError, "memoryview: a bytes-like object is required, not '%T'", source);
    vv_memoryview like = {.source = source, .length = length, .step = 1, .format = 'B', .readonly = VV_ISA(source, BYTES)};
    return vv_return(t, (vv_obj *)view_like(t, &like));
}

static void close_view(vv_thread *t, vv_memoryview *v) {
    if (v->source != NULL && !VV_ISA(v->source, BYTES))
        VV_BYTEARRAY(v->source)->exports--;
    vv_clearref(t, &v->source);
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
    vv_free_object(t, self);
}
static void memoryview_clear(vv_thread *t, vv_obj *self) {
    close_view(t, VIEW(self));
}
static int memoryview_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VIEW(self)->source);
    return 0;
}

/* ---- items ---- */

static uint8_t *byte_at(const vv_memoryview *v, size_t i) {
    uint8_t *start = VV_ISA(v->source, BYTES) ? VV_BYTES(v->source)->data : VV_BYTEARRAY(v->source)->data;
    return start + v->offset + (int64_t)i * v->step;
}

static vv_owned item(vv_thread *t, const vv_memoryview *v, size_t i) {
    uint8_t byte = *byte_at(v, i);
    if (v->format == 'c')
        return vv_bytes_new(t, &byte, 1);
    return vv_int_new(t, v->format == 'b' ? (int8_t)byte : byte);
}

/* All bytes, as a new bytes object. */
static vv_owned copy_bytes(vv_thread *t, const vv_memoryview *v) {
    if (v->length == 0)
        return vv_bytes_new(t, "", 0);
    vv_obj *o = vv_bytes_new(t, NULL, v->length);
    for (size_t i = 0; o != NULL && i < v->length; i++)
        VV_BYTES(o)->data[i] = *byte_at(v, i);
    return o;
}

static vv_step complain_of_key(vv_thread *t, vv_ref key) {
    if (VV_ISA(key, TUPLE)) {
        size_t n = VV_TUPLE(key)->length;
        bool indices = true;
        for (size_t i = 0; i < n; i++)
            indices &= VV_TUPLE(key)->items[i]->type->s.index != NULL;
        if (n == 0)
            return vv_raise_step(t, VV_NotImplementedError, "sub-views are not implemented");
        if (indices)
            return vv_raise_step(t, VV_TypeError, "cannot index 1-dimension view with %zu-element tuple", n);
    }
    return vv_raise_step(t, VV_TypeError, "memoryview: invalid slice key");
}

/* A resolved key: an item's position. 0/-1. */
static int find_item(vv_thread *t, vv_ref self, vv_ref key, size_t *ret) {
    int r = vv_container_index(t, key, VIEW(self)->length, ret);
    if (r == 0)
        return vv_raise_int(t, VV_IndexError, "index out of bounds on dimension 1");
    return r < 0 ? -1 : 0;
}

/* A resolved slice: what it selects. 0/-1. */
static int narrow(vv_thread *t, vv_memoryview *v, vv_ref slice) {
    int64_t start, stop, step;
    size_t count;
    if (vv_slice_bounds_now(t, slice, v->length, &start, &stop, &step, &count) != 1)
        return -1;
    v->offset = (size_t)((int64_t)v->offset + start * v->step);
    v->step *= step;
    v->length = count;
    return 0;
}

/* argv: view, key */
static vv_step getitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (check_open(t, nf->argv[0]) < 0)
        return VV_FAILED;
    if (VV_IS(t, nf->slot[0], SLICE)) {
        vv_memoryview part = *VIEW(nf->argv[0]);
        return narrow(t, &part, nf->slot[0]) < 0 ? VV_FAILED : vv_return(t, (vv_obj *)view_like(t, &part));
    }
    size_t i;
    return find_item(t, nf->argv[0], nf->slot[0], &i) < 0 ? VV_FAILED : vv_return(t, item(t, VIEW(nf->argv[0]), i));
    VV_END(nf);
}

static vv_step memoryview_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (check_open(t, self) < 0)
        return VV_FAILED;
    if (VV_ISA(key, INT)) {
        size_t i;
        return find_item(t, self, key, &i) < 0 ? VV_FAILED : vv_return(t, item(t, VIEW(self), i));
    }
    if (!vv_container_is_key(t, key))
        return complain_of_key(t, key);
    return vv_start2(t, getitem_native, "memoryview.__getitem__", self, key);
}

/* Writes a value of the view's format at i: `value` is an int (or bytes of format c). 0/-1. */
static int put_item(vv_thread *t, const vv_memoryview *v, size_t i, vv_ref value) {
    if (v->format == 'c') {
        if (!VV_ISA(value, BYTES))
            return vv_raise_int(t, VV_TypeError, "memoryview: invalid type for format 'c'");
        if (VV_BYTES(value)->length != 1)
            return vv_raise_int(t, VV_ValueError, "memoryview: invalid value for format 'c'");
        *byte_at(v, i) = VV_BYTES(value)->data[0];
        return 0;
    }
    int64_t number, low = v->format == 'b' ? INT8_MIN : 0, high = v->format == 'b' ? INT8_MAX : UINT8_MAX;
    if (vv_int_to_i64(value, &number) != 0 || number < low || number > high)
        return vv_raise_int(t, VV_ValueError, "memoryview: invalid value for format '%c'", v->format);
    *byte_at(v, i) = (uint8_t)number;
    return 0;
}

/* self[slice] = value. 0/-1. */
static int put_slice(vv_thread *t, vv_ref self, vv_ref slice, vv_ref value) {
    vv_memoryview to = *VIEW(self), from = {.step = 1, .format = 'B'};
    if (VV_IS(t, value, MEMORYVIEW)) {
        if (check_open(t, value) < 0)
            return -1;
        from = *VIEW(value);
    } else {
        const uint8_t *data;
        if (!vv_bytes_view(value, &data, &from.length))
            return vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", value);
        from.source = VV_OBJ(value);
    }
    if (narrow(t, &to, slice) < 0)
        return -1;
    if (to.length != from.length || to.format != from.format)
        return vv_raise_int(t, VV_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    VV_AUTO copy = {t, copy_bytes(t, &from)}; /* the two may overlap */
    if (copy.o == NULL)
        return -1;
    for (size_t i = 0; i < to.length; i++)
        *byte_at(&to, i) = VV_BYTES(copy.o)->data[i];
    return 0;
}

/* argv: view, key, value */
static vv_step setitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_newref(nf->argv[2]);
    if (!VV_IS(t, nf->slot[0], SLICE) && VIEW(nf->argv[0])->format != 'c') {
        if (nf->slot[1]->type->s.index == NULL)
            return vv_raise_step(t, VV_TypeError, "memoryview: invalid type for format '%c'", VIEW(nf->argv[0])->format);
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    }
    if (check_open(t, nf->argv[0]) < 0)
        return VV_FAILED;
    if (VV_IS(t, nf->slot[0], SLICE))
        return put_slice(t, nf->argv[0], nf->slot[0], nf->slot[1]) < 0 ? VV_FAILED : vv_return_null(t);
    size_t i;
    if (find_item(t, nf->argv[0], nf->slot[0], &i) < 0 || put_item(t, VIEW(nf->argv[0]), i, nf->slot[1]) < 0)
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
    if (!vv_container_is_key(t, key))
        return complain_of_key(t, key);
    return vv_start3(t, setitem_native, "memoryview.__setitem__", self, key, value);
}

static vv_step memoryview_len(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? VV_FAILED : vv_return_int(t, (int64_t)VIEW(self)->length);
}

/* ---- the whole of it ---- */

static vv_owned memoryview_tobytes(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    if (argv[1] != NULL && argv[1] != t->vm->none) {
        if (!VV_ISA(argv[1], STR))
            return vv_raise(t, VV_TypeError, "tobytes() argument 'order' must be str or None, not %A", argv[1]);
        if (!vv_str_equal_cstr(argv[1], "C") && !vv_str_equal_cstr(argv[1], "F") && !vv_str_equal_cstr(argv[1], "A"))
            return vv_raise(t, VV_ValueError, "order must be 'C', 'F' or 'A'");
    }
    return copy_bytes(t, VIEW(argv[0]));
}

static vv_owned memoryview_tolist(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (size_t i = 0; list.o != NULL && i < VIEW(argv[0])->length; i++) {
        vv_obj *value = item(t, VIEW(argv[0]), i);
        if (value == NULL || vv_list_append_take(t, list.o, value) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

static vv_owned hex_now(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    VV_AUTO bytes = {t, copy_bytes(t, VIEW(argv[0]))};
    return bytes.o == NULL ? NULL : vv_bytelike_hex(t, (vv_obj *[]){bytes.o, argv[1], argv[2]});
}
VV_TEXT_INDEX_METHOD(memoryview_hex, hex_now, 4, false)

/* argv: view, format, shape; slot[0]: the shape as a tuple */
static vv_step memoryview_cast(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_open(t, nf->argv[0]) < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "cast() argument 'format' must be str, not %A", nf->argv[1]);
    if (nf->argv[2] != NULL) {
        if (!VV_ISA(nf->argv[2], LIST) && !VV_ISA(nf->argv[2], TUPLE))
            return vv_raise_step(t, VV_TypeError, "shape must be a list or a tuple");
        VV_AWAIT(nf, vv_do_tuple(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
        int64_t length;
        if (VV_TUPLE(nf->slot[0])->length != 1)
            return vv_raise_step(t, VV_NotImplementedError, "memoryview: only one dimension is supported");
        vv_ref only = VV_TUPLE(nf->slot[0])->items[0];
        if (!VV_ISA(only, INT))
            return vv_raise_step(t, VV_TypeError, "memoryview.cast(): elements of shape must be integers");
        if (vv_int_to_i64(only, &length) != 0 || (uint64_t)length != VIEW(nf->argv[0])->length)
            return vv_raise_step(t, VV_TypeError, "memoryview: product(shape) * itemsize != buffer size");
    }
    vv_memoryview like = *VIEW(nf->argv[0]);
    if (like.length > 1 && like.step != 1)
        return vv_raise_step(t, VV_TypeError, "memoryview: casts are restricted to C-contiguous views");
    size_t n = vv_str_length(nf->argv[1]), at = n == 2 && vv_str_at(nf->argv[1], 0) == '@' ? 1 : 0;
    uint32_t format = n == at + 1 ? vv_str_at(nf->argv[1], at) : 0;
    if (format == 0 || format > 127 || strchr("cbB?hHiIlLqQnNfdP", (int)format) == NULL)
        return vv_raise_step(t, VV_ValueError, "memoryview: destination format must be a native single character format prefixed "
                                               "with an optional '@'");
    if (strchr("cbB", (int)format) == NULL)
        return vv_raise_step(t, VV_NotImplementedError, "memoryview: format %U is not supported", nf->argv[1]);
    like.format = (char)format;
    return vv_return(t, (vv_obj *)view_like(t, &like));
    VV_END(nf);
}

static vv_owned memoryview_toreadonly(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, argv[0]) < 0)
        return NULL;
    vv_memoryview like = *VIEW(argv[0]);
    like.readonly = true;
    return (vv_obj *)view_like(t, &like);
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
        VV_AUTO bytes = {t, copy_bytes(t, v)};
        if (bytes.o == NULL)
            return VV_FAILED;
        v->hash = vv_bytes_hash(bytes.o);
    }
    return vv_return_int(t, v->hash);
}

/* Items are compared by their values: 255 of format B is not -1 of format b, and neither is b'\xff'. */
static bool equal_items(const vv_memoryview *a, const vv_memoryview *b) {
    if (a->length != b->length)
        return false;
    if (a->length > 0 && (a->format == 'c') != (b->format == 'c'))
        return false;
    for (size_t i = 0; i < a->length; i++) {
        uint8_t x = *byte_at(a, i), y = *byte_at(b, i);
        if (x != y || (x >= 0x80 && a->format != b->format))
            return false;
    }
    return true;
}

static vv_step memoryview_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (op != VV_EQ && op != VV_NE)
        return vv_return_not_implemented(t);
    bool equal = a == b;
    if (VIEW(a)->source != NULL && !equal) {
        vv_memoryview other = {.step = 1, .format = 'B'};
        if (VV_IS(t, b, MEMORYVIEW)) {
            other = *VIEW(b);
        } else {
            const uint8_t *data;
            if (!vv_bytes_view(b, &data, &other.length))
                return vv_return_not_implemented(t);
            other.source = VV_OBJ(b);
        }
        equal = other.source != NULL && equal_items(VIEW(a), &other);
    }
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

/* ---- attributes ---- */

static vv_owned get_obj(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_newref(VIEW(self)->source);
}
static vv_owned get_nbytes(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_int_new(t, (int64_t)VIEW(self)->length);
}
static vv_owned get_readonly(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_bool(t, VIEW(self)->readonly);
}
static vv_owned get_itemsize(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_int_new(t, 1);
}
static vv_owned get_format(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_str_from_char(t, (uint8_t)VIEW(self)->format);
}
static vv_owned get_ndim(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_int_new(t, 1);
}
static vv_owned single(vv_thread *t, vv_ref self, int64_t value) {
    VV_AUTO number = {t, check_open(t, self) < 0 ? NULL : vv_int_new(t, value)};
    return number.o == NULL ? NULL : vv_tuple_pack(t, 1, (vv_ref)number.o);
}
static vv_owned get_shape(vv_thread *t, vv_ref self) {
    return single(t, self, (int64_t)VIEW(self)->length);
}
static vv_owned get_strides(vv_thread *t, vv_ref self) {
    return single(t, self, VIEW(self)->step);
}
static vv_owned get_suboffsets(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_newref(t->vm->empty_tuple);
}
static vv_owned get_contiguous(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? NULL : vv_bool(t, VIEW(self)->step == 1 || VIEW(self)->length <= 1);
}

/* ---- the iterator ---- */

static vv_step memoryview_iter(vv_thread *t, vv_ref self) {
    return check_open(t, self) < 0 ? VV_FAILED : vv_return(t, vv_seq_iterator_new(t, VV_T_MEMORY_ITERATOR, self));
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
    if (it->index < VIEW(it->seq)->length)
        return vv_return(t, item(t, VIEW(it->seq), it->index++));
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
