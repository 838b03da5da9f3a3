/* bytearray.c - mutable byte strings.
 *
 * Invariants: data is NULL exactly when capacity is 0, else capacity > length and data[length] == 0. While `exports` is
 * not 0 somebody holds on to data: it must neither move nor change its length.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/tracer.h"
#include "types/bytelike.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/slice.h"
#include "types/tuple.h"

#include <string.h>

#define TEXT(name) bytearray_##name
#define TEXT_OR(a, b) b
#define VV_DEF_NAME bytearray
#define VV_DEF_FILE "types/bytearray.def"
#include "object/deftype.h"
#include "types/bytelike_methods.inc"
#include "types/list.h"
#include "types/text_methods.inc"

/* ---- making and resizing ---- */

vv_owned vv_bytearray_new(vv_thread *t, const void *data, size_t length) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, BYTEARRAY), sizeof(vv_bytearray));
    if (o == NULL || length == 0)
        return o;
    if (vv_bytearray_resize(t, o, length) < 0) {
        vv_decref(t, o);
        return NULL;
    }
    if (data != NULL)
        memcpy(VV_BYTEARRAY(o)->data, data, length);
    return o;
}

/* Over-allocates by an eighth when growing little by little, as CPython does. */
int vv_bytearray_resize(vv_thread *t, vv_ref self, size_t length) {
    vv_bytearray *b = VV_BYTEARRAY(self);
    if (length == b->length)
        return 0;
    if (b->exports > 0)
        return vv_raise_int(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    if (length > VV_STR_MAX_LENGTH) {
        vv_raise_memory(t);
        return -1;
    }
    size_t capacity = b->capacity;
    if (length + 1 <= capacity) {
        if (length >= capacity / 2) {
            b->length = length;
            b->data[length] = 0;
            return 0;
        }
        capacity = length + 1;
    } else if (length <= capacity + capacity / 8) {
        capacity = length + (length >> 3) + (length < 9 ? 3 : 6);
    } else {
        capacity = length + 1;
    }
    uint8_t *data = vv_realloc(t, b->data, capacity);
    if (data == NULL)
        return -1;
    vv_trace_size(t, data, (int64_t)capacity);
    b->data = data;
    b->capacity = capacity;
    b->length = length;
    data[length] = 0;
    return 0;
}

static void bytearray_dealloc(vv_thread *t, vv_obj *self) {
    if (VV_BYTEARRAY(self)->data != NULL)
        vv_free(t, VV_BYTEARRAY(self)->data);
    vv_free_object(t, self);
}

/* Replaces self[start:end] by n bytes, which may be its own. */
static int replace_span(vv_thread *t, vv_ref self, size_t start, size_t end, const uint8_t *bytes, size_t n) {
    vv_bytearray *b = VV_BYTEARRAY(self);
    uint8_t *copy = NULL;
    if (n != 0 && b->data != NULL && bytes >= b->data && bytes <= b->data + b->length) {
        copy = vv_alloc(t, n);
        if (copy == NULL)
            return -1;
        bytes = memcpy(copy, bytes, n);
    }
    size_t tail = b->length - end, length = start + n + tail;
    int r = 0;
    if (n < end - start) { /* shrinking: move before the memory may go away */
        if (b->exports > 0) {
            r = vv_raise_int(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
        } else {
            memmove(b->data + start + n, b->data + end, tail);
            r = vv_bytearray_resize(t, self, length);
        }
    } else {
        r = vv_bytearray_resize(t, self, length);
        if (r == 0 && tail != 0)
            memmove(b->data + start + n, b->data + end, tail);
    }
    if (r == 0 && n != 0)
        memcpy(b->data + start, bytes, n);
    vv_free(t, copy);
    return r;
}

/* ---- construction ---- */

static vv_step bytearray_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return vv_return(t, vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize));
}

/* A list or tuple of ints, whose number is known before: 1; something else, and the bytearray is empty: 0; -1. */
static int fill_with_ints(vv_thread *t, vv_ref self, vv_ref source) {
    bool list = VV_IS(t, source, LIST);
    if (!list && !VV_IS(t, source, TUPLE))
        return 0;
    size_t n = list ? VV_LIST(source)->length : VV_TUPLE(source)->length;
    vv_obj *const *items = list ? VV_LIST(source)->items : VV_TUPLE(source)->items;
    if (vv_bytearray_resize(t, self, n) < 0)
        return -1;
    for (size_t k = 0; k < n; k++) {
        if (!VV_IS(t, items[k], INT))
            return vv_bytearray_resize(t, self, 0);
        int byte = vv_byte_value(t, items[k]);
        if (byte < 0)
            return -1;
        VV_BYTEARRAY(self)->data[k] = (uint8_t)byte;
    }
    return 1;
}

/* argv: self, source, encoding, errors; slot[0]: what the source gives or its iterator, slot[1]: an item */
static vv_step init_from(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_BYTEARRAY(nf->argv[0])->length != 0 && vv_bytearray_resize(t, nf->argv[0], 0) < 0)
        return VV_FAILED;
    const uint8_t *data;
    size_t length;
    if (nf->argv[1] != NULL && nf->argv[1]->type->s.iter != NULL && nf->argv[2] == NULL && nf->argv[3] == NULL &&
        !VV_ISA(nf->argv[1], STR) && nf->argv[1]->type->s.index == NULL && !vv_bytes_view(nf->argv[1], &data, &length) &&
        !VV_IS(t, nf->argv[1], MEMORYVIEW)) {
        int done = fill_with_ints(t, nf->argv[0], nf->argv[1]);
        if (done != 0)
            return done < 0 ? VV_FAILED : vv_return_none(t);
        /* One by one: the iterator may look at what is there already. */
        VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        for (;;) {
            VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
            if (t->ret == NULL)
                return vv_return_none(t);
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_index(t, nf->slot[1]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            int byte = vv_byte_value(t, nf->slot[1]);
            size_t n = VV_BYTEARRAY(nf->argv[0])->length;
            if (byte < 0 || vv_bytearray_resize(t, nf->argv[0], n + 1) < 0)
                return VV_FAILED;
            VV_BYTEARRAY(nf->argv[0])->data[n] = (uint8_t)byte;
        }
    }
    int64_t zeros;
    if (nf->argv[1] != NULL && VV_ISA(nf->argv[1], INT) && nf->argv[2] == NULL && nf->argv[3] == NULL &&
        vv_int_to_i64(nf->argv[1], &zeros) == 0 && zeros >= 0 && (uint64_t)zeros <= VV_STR_MAX_LENGTH) {
        if (vv_bytearray_resize(t, nf->argv[0], (size_t)zeros) < 0)
            return VV_FAILED;
        if (zeros > 0)
            memset(VV_BYTEARRAY(nf->argv[0])->data, 0, (size_t)zeros);
        return vv_return_none(t);
    }
    VV_AWAIT(nf, vv_do_bytes_of(t, "bytearray", nf->argv[1], nf->argv[2], nf->argv[3]));
    nf->slot[0] = vv_take_ret(t);
    vv_span s = vv_span_of(nf->slot[0]);
    if (replace_span(t, nf->argv[0], 0, VV_BYTEARRAY(nf->argv[0])->length, s.data, s.length) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step bytearray_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[4] = {VV_OBJ(self)};
    if (vv_parse_args(t, "bytearray", "bytearray(source=b'', encoding='utf-8', errors='strict')", args, nargs, kwnames,
                      argv + 1) < 0)
        return VV_FAILED;
    return vv_push_native(t, init_from, "bytearray.__init__", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- methods ---- */

static vv_step bytearray_append(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    int byte = vv_byte_value(t, nf->slot[0]);
    size_t n = VV_BYTEARRAY(nf->argv[0])->length;
    if (byte < 0 || vv_bytearray_resize(t, nf->argv[0], n + 1) < 0)
        return VV_FAILED;
    VV_BYTEARRAY(nf->argv[0])->data[n] = (uint8_t)byte;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned bytearray_release_buffer(vv_thread *t, vv_obj *const *argv) {
    return vv_release_buffer_method(t, argv);
}
static vv_owned bytearray_clear(vv_thread *t, vv_obj *const *argv) {
    return vv_bytearray_resize(t, argv[0], 0) < 0 ? NULL : vv_none(t);
}

static vv_owned bytearray_copy(vv_thread *t, vv_obj *const *argv) {
    return vv_bytearray_new(t, VV_BYTEARRAY(argv[0])->data, VV_BYTEARRAY(argv[0])->length);
}

static vv_step bytearray_extend(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(
        nf, vv_do_bytes_of_iterable(t, nf->argv[1], "can't extend bytearray with %T", "byte must be in range(0, 256)"));
    nf->slot[0] = vv_take_ret(t);
    vv_span s = vv_span_of(nf->slot[0]);
    size_t n = VV_BYTEARRAY(nf->argv[0])->length;
    if (replace_span(t, nf->argv[0], n, n, s.data, s.length) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step bytearray_insert(vv_thread *t, vv_native *nf) { /* slot[0]: index, slot[1]: item */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    nf->slot[1] = vv_take_ret(t);
    int byte = vv_byte_value(t, nf->slot[1]);
    if (byte < 0)
        return VV_FAILED;
    int64_t n = (int64_t)VV_BYTEARRAY(nf->argv[0])->length, at;
    if (vv_int_as_i64(t, nf->slot[0], &at) < 0)
        return VV_FAILED;
    at = at < 0 ? at + n < 0 ? 0 : at + n : at > n ? n : at;
    uint8_t value = (uint8_t)byte;
    if (replace_span(t, nf->argv[0], (size_t)at, (size_t)at, &value, 1) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned pop(vv_thread *t, vv_obj *const *argv) {
    vv_bytearray *b = VV_BYTEARRAY(argv[0]);
    int64_t n = (int64_t)b->length, at = -1;
    if (argv[1] != NULL && vv_int_as_i64(t, argv[1], &at) < 0)
        return NULL;
    if (n == 0)
        return vv_raise(t, VV_IndexError, "pop from empty bytearray");
    if (at < 0)
        at += n;
    if (at < 0 || at >= n)
        return vv_raise(t, VV_IndexError, "pop index out of range");
    uint8_t value = b->data[at];
    if (replace_span(t, argv[0], (size_t)at, (size_t)at + 1, NULL, 0) < 0)
        return NULL;
    return vv_int_new(t, value);
}
VV_TEXT_INDEX_METHOD(bytearray_pop, pop, 2, false)

static vv_owned remove_value(vv_thread *t, vv_obj *const *argv) {
    int byte = vv_byte_value(t, argv[1]);
    if (byte < 0)
        return NULL;
    vv_bytearray *b = VV_BYTEARRAY(argv[0]);
    uint8_t *found = b->length == 0 ? NULL : memchr(b->data, byte, b->length);
    if (found == NULL)
        return vv_raise(t, VV_ValueError, "value not found in bytearray");
    size_t at = (size_t)(found - b->data);
    return replace_span(t, argv[0], at, at + 1, NULL, 0) < 0 ? NULL : vv_none(t);
}
VV_TEXT_INDEX_METHOD(bytearray_remove, remove_value, 2, false)

static vv_owned bytearray_reverse(vv_thread *t, vv_obj *const *argv) {
    vv_bytearray *b = VV_BYTEARRAY(argv[0]);
    for (size_t i = 0, j = b->length; i + 1 < j; i++) {
        uint8_t x = b->data[i];
        b->data[i] = b->data[--j];
        b->data[j] = x;
    }
    return vv_none(t);
}

static vv_owned bytearray_alloc(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, (int64_t)VV_BYTEARRAY(argv[0])->capacity);
}

static int64_t bytearray_size64(vv_ref self) {
    return vv_object_plain64(self) + (int64_t)VV_BYTEARRAY(self)->capacity;
}

static vv_owned bytearray_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, bytearray_size64(argv[0]));
}

/* (type, what makes it again, its state); `as_text`: for pickle protocols that have no bytes. slot[0]: the state. */
static vv_step reduce(vv_thread *t, vv_native *nf, bool as_text) {
    vv_span s = vv_span_of(nf->argv[0]);
    VV_AUTO content = {t, as_text ? vv_str_from_kind(t, 1, s.data, s.length) : vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length)};
    VV_AUTO encoding = {t, vv_str_from_cstr(t, "latin-1")};
    if (content.o == NULL || encoding.o == NULL)
        return VV_FAILED;
    VV_AUTO args = {t, s.length == 0 ? vv_newref(t->vm->empty_tuple)
                       : as_text     ? vv_tuple_pack(t, 2, (vv_ref)content.o, (vv_ref)encoding.o)
                                     : vv_tuple_pack(t, 1, (vv_ref)content.o)};
    if (args.o == NULL)
        return VV_FAILED;
    return vv_return(t, vv_tuple_pack(t, 3, (vv_ref)&nf->argv[0]->type->head, (vv_ref)args.o, (vv_ref)nf->slot[0]));
}

static vv_step bytearray_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __getstate__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    return reduce(t, nf, true);
    VV_END(nf);
}

static vv_step bytearray_reduce_ex(vv_thread *t, vv_native *nf) { /* argv: self, protocol */
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[1] = vv_take_ret(t);
    }
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __getstate__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    return reduce(t, nf, nf->slot[1] == NULL || vv_int_clamp_index(nf->slot[1]) < 3);
    VV_END(nf);
}

/* ---- slots ---- */

static vv_step bytearray_repr(vv_thread *t, vv_ref self) {
    vv_obj *prefix = vv_format(t, "%s(", vv_type_name(self));
    if (prefix == NULL)
        return VV_FAILED;
    const char *text = vv_str_utf8_peek(t, prefix, NULL);
    vv_obj *o = NULL;
    if (text != NULL && VV_STR(prefix)->ascii)
        o = vv_bytelike_repr(t, text, VV_BYTEARRAY(self)->data, VV_BYTEARRAY(self)->length, ")", true);
    else if (text != NULL) { /* a class of another script: join the parts */
        vv_obj *rest = vv_bytelike_repr(t, "", VV_BYTEARRAY(self)->data, VV_BYTEARRAY(self)->length, ")", true);
        o = rest == NULL ? NULL : vv_str_concat(t, prefix, rest);
        vv_xdecref(t, rest);
    }
    vv_decref(t, prefix);
    return vv_return(t, o);
}

static vv_step bytearray_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    return vv_bytelike_compare(t, a, b, op);
}

static vv_step bytearray_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_seq_iterator_new(t, VV_T_BYTEARRAY_ITERATOR, self));
}

static vv_step bytearray_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)VV_BYTEARRAY(self)->length);
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: bytearray, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return bytearray_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step bytearray_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (VV_ISA(key, INT)) {
        size_t i;
        int r = vv_container_index(t, key, VV_BYTEARRAY(self)->length, &i);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "bytearray index out of range");
        return vv_return(t, vv_int_new(t, VV_BYTEARRAY(self)->data[i]));
    }
    if (VV_IS(t, key, SLICE)) {
        vv_obj *part = NULL;
        int r = vv_text_slice_now(t, self, key, &part);
        if (r != VV_LATER)
            return vv_return(t, r < 0 ? NULL : part);
    } else if (!vv_container_is_key(t, key)) {
        return vv_raise_step(t, VV_TypeError, "bytearray indices must be integers or slices, not %T", key);
    }
    return vv_start2(t, getitem_slowly, "bytearray.__getitem__", self, key);
}

/* self[slice] = bytes, all resolved; n bytes, or deletion. */
static int assign_slice(vv_thread *t, vv_ref self, int64_t start, int64_t stop, int64_t step, size_t count,
                        const uint8_t *bytes, size_t n, bool deleting) {
    vv_bytearray *b = VV_BYTEARRAY(self);
    if (step == 1)
        return replace_span(t, self, (size_t)start, (size_t)(stop < start ? start : stop), bytes, n);
    if (!deleting && n != 0) {
        if (n != count)
            return vv_raise_int(t, VV_ValueError, "attempt to assign bytes of size %zu to extended slice of size %zu",
                                n, count);
        for (size_t i = 0; i < n; i++)
            b->data[start + (int64_t)i * step] = bytes[i];
        return 0;
    }
    if (b->exports > 0)
        return vv_raise_int(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    if (count == 0)
        return 0;
    if (step < 0) {
        start += (int64_t)(count - 1) * step;
        step = -step;
    }
    size_t to = (size_t)start, skip = (size_t)start, left = count;
    for (size_t from = (size_t)start; from < b->length; from++) {
        if (left > 0 && from == skip) {
            skip += (size_t)step;
            left--;
        } else {
            b->data[to++] = b->data[from];
        }
    }
    return vv_bytearray_resize(t, self, to);
}

/* argv: bytearray, key, value or NULL; slot[0]: key resolved, slot[1]: bytes or int */
static vv_step setitem(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!vv_container_is_key(t, nf->argv[1]))
        return vv_raise_step(t, VV_TypeError, "bytearray indices must be integers or slices, not %T", nf->argv[1]);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (VV_IS(t, nf->slot[0], SLICE)) {
        if (nf->argv[2] != NULL) {
            const vv_slots *s = &nf->argv[2]->type->s;
            if (s->index != NULL || s->int_ != NULL || s->float_ != NULL || VV_IS(t, nf->argv[2], COMPLEX) ||
                VV_ISA(nf->argv[2], STR))
                return vv_raise_step(t, VV_TypeError,
                                     "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
            VV_AWAIT(nf, vv_do_bytes_of_iterable(t, nf->argv[2], "cannot convert '%T' object to bytearray",
                                                 "byte must be in range(0, 256)"));
            nf->slot[1] = vv_take_ret(t);
        }
        int64_t start, stop, step;
        size_t count;
        if (vv_slice_bounds_now(t, nf->slot[0], VV_BYTEARRAY(nf->argv[0])->length, &start, &stop, &step, &count) != 1)
            return VV_FAILED;
        vv_span s = {NULL, 0, 1};
        if (nf->slot[1] != NULL)
            s = vv_span_of(nf->slot[1]);
        if (assign_slice(t, nf->argv[0], start, stop, step, count, s.data, s.length, nf->argv[2] == NULL) < 0)
            return VV_FAILED;
        return vv_return_null(t);
    }
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[1] = vv_take_ret(t);
    }
    {
        size_t i;
        int r = vv_container_index(t, nf->slot[0], VV_BYTEARRAY(nf->argv[0])->length, &i), byte = 0;
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "bytearray index out of range");
        if (nf->argv[2] == NULL) {
            r = replace_span(t, nf->argv[0], i, i + 1, NULL, 0);
            return r < 0 ? VV_FAILED : vv_return_null(t);
        }
        byte = vv_byte_value(t, nf->slot[1]);
        if (byte < 0)
            return VV_FAILED;
        VV_BYTEARRAY(nf->argv[0])->data[i] = (uint8_t)byte;
    }
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step bytearray_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    if (value != NULL && VV_ISA(key, INT) && VV_ISA(value, INT)) {
        size_t i;
        int r = vv_container_index(t, key, VV_BYTEARRAY(self)->length, &i);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "bytearray index out of range");
        int byte = vv_byte_value(t, value);
        if (byte < 0)
            return VV_FAILED;
        VV_BYTEARRAY(self)->data[i] = (uint8_t)byte;
        return vv_return_null(t);
    }
    return vv_start3(t, setitem, "bytearray.__setitem__", self, key, value);
}

static vv_step bytearray_contains(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_bytelike_contains(t, self, item);
}

static vv_step bytearray_concat(vv_thread *t, vv_ref a, vv_ref b) {
    const uint8_t *x, *y;
    size_t n, m;
    if (!vv_bytes_view(a, &x, &n) || !vv_bytes_view(b, &y, &m))
        return vv_raise_step(t, VV_TypeError, "can't concat %T to %T", b, a);
    vv_obj *o = vv_bytearray_new(t, NULL, n + m);
    if (o != NULL && n + m != 0) {
        memcpy(VV_BYTEARRAY(o)->data, x, n);
        memcpy(VV_BYTEARRAY(o)->data + n, y, m);
    }
    return vv_return(t, o);
}

static vv_step bytearray_iconcat(vv_thread *t, vv_ref self, vv_ref other) {
    const uint8_t *data;
    size_t n, length = VV_BYTEARRAY(self)->length;
    if (!vv_bytes_view(other, &data, &n))
        return vv_raise_step(t, VV_TypeError, "can't concat %T to %T", other, self);
    if (other == self && n > 0) /* it exports its own bytes meanwhile */
        return vv_raise_step(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    if (replace_span(t, self, length, length, data, n) < 0)
        return VV_FAILED;
    return vv_return(t, vv_newref(self));
}

static vv_step repeat_slowly(vv_thread *t, vv_native *nf) { /* argv: bytearray, count; i[0]: in place */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return nf->i[0] != 0 ? bytearray_irepeat(t, nf->argv[0], nf->slot[0])
                         : bytearray_repeat(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step bytearray_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    size_t times;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER)
        return vv_start2(t, repeat_slowly, "bytearray.__mul__", self, count);
    return r < 0 ? VV_FAILED : vv_return(t, vv_text_repeat(t, self, times));
}

static vv_step bytearray_irepeat(vv_thread *t, vv_ref self, vv_ref count) {
    size_t times, n = VV_BYTEARRAY(self)->length;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER) {
        vv_native *nf =
            vv_push_native(t, repeat_slowly, "bytearray.__imul__", (vv_obj *[]){VV_OBJ(self), VV_OBJ(count)}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = 1;
        return VV_PUSHED;
    }
    if (r < 0)
        return VV_FAILED;
    if (n != 0 && times > VV_STR_MAX_LENGTH / n)
        return vv_return(t, vv_raise_memory(t));
    if (vv_bytearray_resize(t, self, n * times) < 0)
        return VV_FAILED;
    for (size_t done = n; n != 0 && done < n * times; done += n)
        memcpy(VV_BYTEARRAY(self)->data + done, VV_BYTEARRAY(self)->data, n);
    return vv_return(t, vv_newref(self));
}

static vv_step bytearray_mod(vv_thread *t, vv_ref format, vv_ref args) {
    const uint8_t *data;
    size_t n;
    if (VV_ISA(format, BYTES) || !vv_bytes_view(format, &data, &n))
        return vv_return_not_implemented(t);
    return vv_do_bytes_mod(t, format, args);
}

const vv_typespec vv_bytearray_spec = {
    .name = "bytearray",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_MATCH_SELF,
    .basicsize = sizeof(vv_bytearray),
    .size64 = 56,
    .size64_of = bytearray_size64,
    .doc = "bytearray(iterable_of_ints) -> bytearray\n"
           "bytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> mutable copy\n"
           "bytearray(int) -> bytearray of that length, all zero\n"
           "bytearray() -> empty bytearray\n\n"
           "A mutable sequence of integers from 0 to 255.",
    .slots = &bytearray_slots,
    .methods = bytearray_methods,
    .dealloc = bytearray_dealloc,
};
