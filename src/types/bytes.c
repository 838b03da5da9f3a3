/* bytes.c - bytes objects: making, hash, repr, slots. Methods shared with bytearray: bytelike.c; with str as well:
 * text.c.
 *
 * Invariants: data ends with a zero byte; the empty bytes and those of one byte of exact type bytes exist once each
 * (vm->empty_bytes, vm->bytes1), immortal, once vv_bytes_init has run.
 */
#include "types/bytes.h"

#include "base/hash.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytelike.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/tuple.h"

#include <string.h>

#define TEXT(name) bytes_##name
#define TEXT_OR(a, b) b
#define VV_DEF_NAME bytes
#define VV_DEF_FILE "types/bytes.def"
#include "object/deftype.h"
#include "types/bytelike_methods.inc"
#include "types/text_methods.inc"

/* ---- making ---- */

vv_owned vv_bytes_alloc(vv_thread *t, vv_type *type, size_t length) {
    if (length > VV_STR_MAX_LENGTH)
        return vv_raise_memory(t);
    size_t size = offsetof(vv_bytes, data) + length + 1;
    if (size < type->basicsize)
        size = type->basicsize;
    vv_obj *o = vv_new_object_raw(t, type, size);
    if (o == NULL)
        return NULL;
    VV_BYTES(o)->hash = -1;
    VV_BYTES(o)->length = length;
    VV_BYTES(o)->data[length] = 0;
    return o;
}

vv_owned vv_bytes_own(vv_thread *t, const void *data, size_t length) {
    if (length == 0 && t->vm->empty_bytes != NULL)
        return vv_newref(t->vm->empty_bytes);
    vv_obj *o = vv_bytes_alloc(t, VV_TYPEP(t, BYTES), length);
    if (o != NULL && data != NULL && length != 0)
        memcpy(VV_BYTES(o)->data, data, length);
    return o;
}

vv_owned vv_bytes_new(vv_thread *t, const void *data, size_t length) {
    if (length == 1 && data != NULL) {
        vv_obj *one = t->vm->bytes1[*(const uint8_t *)data];
        if (one != NULL)
            return vv_newref(one);
    }
    return vv_bytes_own(t, data, length);
}

int vv_bytes_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    if (vm->empty_bytes == NULL) {
        vv_obj *empty = vv_bytes_new(t, NULL, 0);
        if (empty == NULL)
            return -1;
        vv_make_immortal(empty);
        vm->empty_bytes = empty;
    }
    for (int i = 0; i < 256; i++) {
        if (vm->bytes1[i] != NULL)
            continue;
        uint8_t byte = (uint8_t)i;
        vv_obj *one = vv_bytes_new(t, &byte, 1);
        if (one == NULL)
            return -1;
        vv_make_immortal(one);
        vm->bytes1[i] = one;
    }
    return 0;
}

vv_hash vv_bytes_hash(vv_ref o) {
    vv_bytes *b = VV_BYTES(o);
    if (b->hash == -1)
        b->hash = vv_hash_bytes(b->data, b->length);
    return b->hash;
}

vv_owned vv_bytes_repr(vv_thread *t, vv_ref o) {
    return vv_bytelike_repr(t, "", VV_BYTES(o)->data, VV_BYTES(o)->length, "", false);
}

/* The bytes of b as an instance of `type`. */
static vv_owned of_type(vv_thread *t, vv_type *type, vv_ref b) {
    if (type == VV_TYPEP(t, BYTES))
        return VV_IS(t, b, BYTES) ? vv_newref(b) : vv_bytes_new(t, VV_BYTES(b)->data, VV_BYTES(b)->length);
    vv_obj *o = vv_bytes_alloc(t, type, VV_BYTES(b)->length);
    if (o != NULL)
        memcpy(VV_BYTES(o)->data, VV_BYTES(b)->data, VV_BYTES(b)->length);
    return o;
}

/* ---- methods ---- */

static vv_owned bytes_bytes(vv_thread *t, vv_obj *const *argv) {
    return of_type(t, VV_TYPEP(t, BYTES), argv[0]);
}

static vv_owned bytes_getnewargs(vv_thread *t, vv_obj *const *argv) {
    vv_obj *copy = of_type(t, VV_TYPEP(t, BYTES), argv[0]);
    return copy == NULL ? NULL : vv_tuple_from_array_take(t, &copy, 1);
}

static int64_t bytes_size64(vv_ref self) {
    return 33 + (int64_t)VV_BYTES(self)->length;
}

static vv_owned bytes_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, bytes_size64(argv[0]));
}

/* ---- slots ---- */

static vv_step bytes_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_bytes_repr(t, self));
}

static vv_step bytes_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_bytes_hash(self));
}

static vv_step bytes_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    return vv_bytelike_compare(t, a, b, op);
}

static vv_step bytes_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_seq_iterator_new(t, VV_T_BYTES_ITERATOR, self));
}

static vv_step bytes_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)VV_BYTES(self)->length);
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: bytes, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return bytes_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step bytes_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (VV_ISA(key, INT)) {
        size_t i;
        int r = vv_container_index(t, key, VV_BYTES(self)->length, &i);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "index out of range");
        return vv_return(t, vv_int_new(t, VV_BYTES(self)->data[i]));
    }
    if (VV_IS(t, key, SLICE)) {
        vv_obj *part = NULL;
        int r = vv_text_slice_now(t, self, key, &part);
        if (r != VV_LATER)
            return vv_return(t, r < 0 ? NULL : part);
    } else if (!vv_container_is_key(t, key)) {
        return vv_raise_step(t, VV_TypeError, "byte indices must be integers or slices, not %T", key);
    }
    return vv_start2(t, getitem_slowly, "bytes.__getitem__", self, key);
}

static vv_step bytes_contains(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_bytelike_contains(t, self, item);
}

static vv_step bytes_concat(vv_thread *t, vv_ref a, vv_ref b) {
    const uint8_t *x, *y;
    size_t n, m;
    if (!vv_bytes_view(a, &x, &n) || !vv_bytes_view(b, &y, &m))
        return vv_raise_step(t, VV_TypeError, "can't concat %T to %T", b, a);
    if (n == 0 && VV_IS(t, b, BYTES))
        return vv_return(t, vv_newref(b));
    if (m == 0 && VV_IS(t, a, BYTES))
        return vv_return(t, vv_newref(a));
    vv_obj *o = vv_bytes_new(t, NULL, n + m);
    if (o != NULL && n + m != 0) {
        memcpy(VV_BYTES(o)->data, x, n);
        memcpy(VV_BYTES(o)->data + n, y, m);
    }
    return vv_return(t, o);
}

static vv_step repeat_slowly(vv_thread *t, vv_native *nf) { /* argv: bytes, count */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return bytes_repeat(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step bytes_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    size_t times;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER)
        return vv_start2(t, repeat_slowly, "bytes.__mul__", self, count);
    if (r > 0 && times == 0 && VV_BYTES(self)->length != 0) /* not the shared empty one, as in CPython */
        return vv_return(t, vv_bytes_alloc(t, VV_TYPEP(t, BYTES), 0));
    return r < 0 ? VV_FAILED : vv_return(t, vv_text_repeat(t, self, times));
}

static vv_step bytes_mod(vv_thread *t, vv_ref format, vv_ref args) {
    if (!VV_ISA(format, BYTES))
        return vv_return_not_implemented(t);
    return vv_do_bytes_mod(t, format, args);
}

/* argv: the type, source, encoding, errors */
static vv_step create_subclass(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_bytes_of(t, "bytes", nf->argv[1], nf->argv[2], nf->argv[3]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, of_type(t, VV_AS_TYPE(nf->argv[0]), nf->slot[0]));
    VV_END(nf);
}

static vv_step bytes_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[4] = {VV_OBJ(type)};
    if (vv_parse_args(t, "bytes", "bytes(source=b'', encoding='utf-8', errors='strict')", args, nargs, kwnames,
                      argv + 1) < 0)
        return VV_FAILED;
    if (VV_AS_TYPE(type) == VV_TYPEP(t, BYTES))
        return vv_do_bytes_of(t, "bytes", argv[1], argv[2], argv[3]);
    return vv_push_native(t, create_subclass, "bytes.__new__", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

static void bytes_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

const vv_typespec vv_bytes_spec = {
    .name = "bytes",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ | VV_TF_MATCH_SELF | VV_TF_BYTES,
    .basicsize = sizeof(vv_bytes),
    .itemsize = 1,
    .size64 = 33,
    .size64_of = bytes_size64,
    .doc = "bytes(iterable_of_ints) -> bytes\n"
           "bytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> bytes\n"
           "bytes(int) -> bytes of that length, all zero\n"
           "bytes() -> empty bytes\n\n"
           "An immutable sequence of integers from 0 to 255.",
    .slots = &bytes_slots,
    .methods = bytes_methods,
    .dealloc = bytes_dealloc,
};
