/* array.c - module array: numbers or characters in the machine's own formats, one behind the other.
 *
 * An array begins like a bytearray, whose memory management and exports it uses; items are read by types/memory_items.c.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/tracer.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/memory_items.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define ARRAY(o) ((vv_array *)(o))
#define BYTES_OF(o) (&ARRAY(o)->bytes)

static const char codes[] = "bBuhHiIlLqQfd";

static vv_getter_fn array_get_typecode, array_get_itemsize;
#define VV_DEF_NAME array
#define VV_DEF_FILE "modules/array.def"
#include "object/deftype.h"
#define VV_DEF_NAME iterator
#define VV_DEF_FILE "modules/array_iterator.def"
#include "object/deftype.h"
#define VV_DEF_NAME functions
#define VV_DEF_FILE "modules/array_functions.def"
#include "object/deftype.h"

static size_t item_size(char code) {
    return code == 'u' ? sizeof(uint32_t) : (size_t)vv_memory_item_size(code);
}
static size_t size_of(vv_ref a) {
    return item_size(ARRAY(a)->typecode);
}
static size_t count_of(vv_ref a) {
    return BYTES_OF(a)->length / size_of(a);
}
static uint8_t *at(vv_ref a, size_t index) {
    return BYTES_OF(a)->data + index * size_of(a);
}
static bool is_array(vv_thread *t, vv_ref o) {
    return t->vm->types[VV_T_ARRAY] != NULL && vv_is_instance(o, t->vm->types[VV_T_ARRAY]);
}

static void array_dealloc(vv_thread *t, vv_obj *self) {
    vv_free(t, BYTES_OF(self)->data);
    vv_free_object(t, self);
}
static vv_owned array_new(vv_thread *t, vv_type *type, char code, size_t count) {
    vv_owned a = vv_new_object(t, type, type->basicsize);
    if (a == NULL)
        return NULL;
    ARRAY(a)->typecode = code;
    if (count > 0 && vv_bytearray_resize(t, a, count * item_size(code)) < 0) {
        vv_decref(t, a);
        return NULL;
    }
    return a;
}
static vv_owned like(vv_thread *t, vv_ref a, size_t count) {
    return array_new(t, t->vm->types[VV_T_ARRAY], ARRAY(a)->typecode, count);
}

/* ---- items ---- */

static vv_owned item(vv_thread *t, vv_ref a, size_t index) {
    if (ARRAY(a)->typecode != 'u')
        return vv_memory_item_get(t, ARRAY(a)->typecode, at(a, index));
    uint32_t c;
    memcpy(&c, at(a, index), sizeof c);
    if (c > 0x10FFFF)
        return vv_raise(t, VV_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", c);
    return vv_str_from_char(t, c);
}

/* What a value must be before it is put: t->ret = an int, a float or a character. */
static vv_step convert(vv_thread *t, char code, vv_ref value) {
    if (code == 'u') {
        if (!VV_ISA(value, STR) || vv_str_length(value) != 1)
            return vv_raise_step(t, VV_TypeError, "array item must be unicode character");
        return vv_return(t, vv_newref(value));
    }
    if (code == 'f' || code == 'd')
        return VV_ISA(value, FLOAT) ? vv_return(t, vv_newref(value)) : vv_do_float(t, value);
    return VV_ISA(value, INT) ? vv_return(t, vv_newref(value)) : vv_do_index(t, value);
}

static int range_error(vv_thread *t, const char *what, bool low) {
    return vv_raise_int(t, VV_OverflowError, "%s is %s", what, low ? "less than minimum" : "greater than maximum");
}
/* Writes a converted value: 0, or -1 with OverflowError in the words of each code. */
static int put(vv_thread *t, char code, uint8_t *to, vv_ref value) {
    static const struct {
        char code;
        int64_t low, high;
        const char *what;
    } small[] = {
        {'b', INT8_MIN, INT8_MAX, "signed char"},       {'B', 0, UINT8_MAX, "unsigned byte integer"},
        {'h', INT16_MIN, INT16_MAX, "signed short integer"}, {'H', 0, UINT16_MAX, "unsigned short"},
        {'i', INT32_MIN, INT32_MAX, "signed integer"},
    };
    if (code == 'u') {
        uint32_t c = vv_str_at(value, 0);
        memcpy(to, &c, sizeof c);
        return 0;
    }
    for (size_t k = 0; k < VV_ARRAY_LEN(small); k++)
        if (small[k].code == code) {
            int64_t v;
            if (vv_int_as_i64(t, value, &v) < 0) {
                vv_clear_error(t);
                return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C long");
            }
            if (v < small[k].low || v > small[k].high)
                return range_error(t, small[k].what, v < small[k].low);
        }
    if (code == 'I' && (vv_int_sign(value) < 0 || vv_int_clamp_index(value) > UINT32_MAX))
        return vv_int_sign(value) < 0 ? vv_raise_int(t, VV_OverflowError, "can't convert negative value to unsigned int")
                                      : range_error(t, "unsigned int", false);
    if (code == 'L' || code == 'Q') {
        if (vv_int_sign(value) < 0)
            return vv_raise_int(t, VV_OverflowError, "can't convert negative int to unsigned");
    }
    if (code == 'l' || code == 'q') {
        int64_t v;
        if (vv_int_as_i64(t, value, &v) < 0) {
            vv_clear_error(t);
            return vv_raise_int(t, VV_OverflowError, code == 'q' ? "int too big to convert" : "Python int too large to convert to C long");
        }
    }
    if (vv_memory_item_put(t, code, to, value) == 0)
        return 0;
    if (code == 'L' || code == 'Q') {
        vv_clear_error(t);
        return vv_raise_int(t, VV_OverflowError, code == 'Q' ? "int too big to convert" : "Python int too large to convert to C unsigned long");
    }
    return -1;
}

/* Changes the length in bytes; grows by a sixteenth and a little, as CPython's arrays do: 0/-1. */
static int set_length(vv_thread *t, vv_ref a, size_t length) {
    vv_bytearray *b = BYTES_OF(a);
    size_t size = size_of(a), old = b->length / size, n = length / size;
    if (length != b->length && b->exports > 0)
        return vv_raise_int(t, VV_BufferError, "cannot resize an array that is exporting buffers");
    if (length > VV_STR_MAX_LENGTH)
        return vv_raise_memory(t), -1;
    if (b->data == NULL || b->capacity <= length || old >= n + 16) {
        if (n == 0) {
            vv_free(t, b->data);
            b->data = NULL;
            b->capacity = b->length = 0;
            return 0;
        }
        size_t capacity = ((n >> 4) + (old < 8 ? 3 : 7) + n) * size + 1;
        uint8_t *data = vv_realloc(t, b->data, capacity);
        if (data == NULL)
            return -1;
        vv_trace_size(t, data, (int64_t)capacity - 1);
        b->data = data;
        b->capacity = capacity;
    }
    b->length = length;
    b->data[length] = 0;
    return 0;
}

/* Makes room for `more` items before index: 0/-1. */
static int open_gap(vv_thread *t, vv_ref a, size_t index, size_t more) {
    size_t size = size_of(a), old = BYTES_OF(a)->length, from = index * size;
    if (more == 0)
        return 0;
    if (set_length(t, a, old + more * size) < 0)
        return -1;
    memmove(BYTES_OF(a)->data + from + more * size, BYTES_OF(a)->data + from, old - from);
    return 0;
}
/* Removes items [start, end): 0/-1. */
static int close_gap(vv_thread *t, vv_ref a, size_t start, size_t end) {
    size_t size = size_of(a), old = BYTES_OF(a)->length;
    if (start == end)
        return 0;
    if (BYTES_OF(a)->exports > 0)
        return vv_raise_int(t, VV_BufferError, "cannot resize an array that is exporting buffers");
    memmove(BYTES_OF(a)->data + start * size, BYTES_OF(a)->data + end * size, old - end * size);
    return set_length(t, a, old - (end - start) * size);
}
static int check_free(vv_thread *t, vv_ref a) {
    return BYTES_OF(a)->exports > 0 ? vv_raise_int(t, VV_BufferError, "cannot resize an array that is exporting buffers") : 0;
}
static int insert_value(vv_thread *t, vv_ref a, size_t index, vv_ref value) {
    uint8_t bytes[8];
    if (put(t, ARRAY(a)->typecode, bytes, value) < 0 || check_free(t, a) < 0 || open_gap(t, a, index, 1) < 0)
        return -1;
    memcpy(at(a, index), bytes, size_of(a));
    return 0;
}

static int append_bytes(vv_thread *t, vv_ref a, const uint8_t *data, size_t n) {
    if (n % size_of(a) != 0)
        return vv_raise_int(t, VV_ValueError, "bytes length not a multiple of item size");
    size_t old = BYTES_OF(a)->length;
    if (n == 0)
        return 0;
    if (check_free(t, a) < 0 || set_length(t, a, old + n) < 0)
        return -1;
    memcpy(BYTES_OF(a)->data + old, data, n);
    return 0;
}
static int append_text(vv_thread *t, vv_ref a, vv_ref text) {
    size_t n = vv_str_length(text), old = count_of(a);
    if (n == 0)
        return 0;
    if (check_free(t, a) < 0 || open_gap(t, a, old, n) < 0)
        return -1;
    for (size_t k = 0; k < n; k++) {
        uint32_t c = vv_str_at(text, k);
        memcpy(at(a, old + k), &c, sizeof c);
    }
    return 0;
}

/* ---- making one ---- */

/* argv: array, iterable; slot: 0 iterator, 1 value. t->ret = None */
static vv_step extend_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_none(t);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, convert(t, ARRAY(nf->argv[0])->typecode, nf->slot[1]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (insert_value(t, nf->argv[0], count_of(nf->argv[0]), nf->slot[1]) < 0)
            return VV_FAILED;
    }
    VV_END(nf);
}
static vv_step extend(vv_thread *t, vv_ref a, vv_ref other) {
    if (!is_array(t, other))
        return vv_start2(t, extend_native, "extend", a, other);
    if (ARRAY(other)->typecode != ARRAY(a)->typecode)
        return vv_raise_step(t, VV_TypeError, "can only extend with array of same kind");
    size_t n = BYTES_OF(other)->length, old = BYTES_OF(a)->length;
    if (n > 0) {
        if (check_free(t, a) < 0 || set_length(t, a, old + n) < 0)
            return VV_FAILED;
        memcpy(BYTES_OF(a)->data + old, BYTES_OF(other)->data, n);
    }
    return vv_return_none(t);
}

/* argv: array, values; t->ret = the array */
static vv_step fill_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start2(t, extend_native, "array", nf->argv[0], nf->argv[1]));
    vv_drop_ret(t);
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

static vv_step array_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (cls == (vv_ref)t->vm->types[VV_T_ARRAY] && vv_no_kwargs(t, "array.array", kwnames) < 0)
        return VV_FAILED;
    if (nargs < 1 || nargs > 2)
        return vv_raise_step(t, VV_TypeError, "array() takes at %s %d argument%s (%zu given)", nargs < 1 ? "least" : "most",
                             nargs < 1 ? 1 : 2, nargs < 1 ? "" : "s", nargs);
    vv_ref code = args[0], initial = nargs > 1 ? args[1] : NULL;
    if (!VV_ISA(code, STR) || vv_str_length(code) != 1)
        return vv_raise_step(t, VV_TypeError, "array() argument 1 must be a unicode character, not %T", code);
    uint32_t c = vv_str_at(code, 0);
    bool known = c != 0 && c < 128 && strchr(codes, (int)c) != NULL;
    if (initial != NULL && c != 'u') {
        if (VV_ISA(initial, STR))
            return vv_raise_step(t, VV_TypeError, "cannot use a str to initialize an array with typecode '%U'", code);
        if (is_array(t, initial) && ARRAY(initial)->typecode == 'u')
            return vv_raise_step(t, VV_TypeError, "cannot use a unicode array to initialize an array with typecode '%U'", code);
    }
    if (!known)
        return vv_raise_step(t, VV_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    size_t room = initial == NULL ? 0
                  : VV_ISA(initial, LIST)  ? VV_LIST(initial)->length
                  : VV_ISA(initial, TUPLE) ? VV_TUPLE(initial)->length
                  : is_array(t, initial)   ? count_of(initial)
                                           : 0;
    VV_AUTO a = {t, array_new(t, VV_AS_TYPE(cls), (char)c, room)};
    if (a.o == NULL)
        return VV_FAILED;
    BYTES_OF(a.o)->length = 0;
    if (initial == NULL)
        return vv_return(t, vv_move(&a.o));
    const uint8_t *data;
    size_t n;
    int r;
    if (VV_ISA(initial, BYTES) || vv_is_instance(initial, VV_TYPEP(t, BYTEARRAY)))
        r = vv_bytes_view(initial, &data, &n) ? append_bytes(t, a.o, data, n) : -1;
    else if (VV_ISA(initial, STR))
        r = append_text(t, a.o, initial);
    else if (is_array(t, initial) && ARRAY(initial)->typecode == (char)c)
        r = append_bytes(t, a.o, BYTES_OF(initial)->data, BYTES_OF(initial)->length);
    else
        return vv_start2(t, fill_native, "array", a.o, initial);
    return r < 0 ? VV_FAILED : vv_return(t, vv_move(&a.o));
}

/* ---- what lists have too ---- */

static vv_step array_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)count_of(self));
}
static vv_step array_hash(vv_thread *t, vv_ref self) {
    return vv_hash_unhashable(t, self);
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: array, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return array_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}
static vv_step array_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (VV_ISA(key, INT)) {
        size_t index;
        int r = vv_container_index(t, key, count_of(self), &index);
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "array index out of range");
        return r < 0 ? VV_FAILED : vv_return(t, item(t, self, index));
    }
    if (!vv_container_is_key(t, key))
        return vv_raise_step(t, VV_TypeError, "array indices must be integers");
    if (!VV_IS(t, key, SLICE))
        return vv_start2(t, getitem_slowly, "array.__getitem__", self, key);
    int64_t start, stop, step;
    size_t count;
    int r = vv_slice_bounds_now(t, key, count_of(self), &start, &stop, &step, &count);
    if (r == VV_LATER)
        return vv_start2(t, getitem_slowly, "array.__getitem__", self, key);
    vv_owned part = r < 0 ? NULL : like(t, self, count);
    for (size_t k = 0; part != NULL && k < count; k++)
        memcpy(at(part, k), at(self, (size_t)(start + (int64_t)k * step)), size_of(self));
    return vv_return(t, part);
}

/* Puts the items of another array (NULL: none) in place of a slice: 0/-1. */
static int assign_slice(vv_thread *t, vv_ref self, vv_ref slice, vv_ref other) {
    int64_t start, stop, step;
    size_t count, size = size_of(self), n = other == NULL ? 0 : count_of(other);
    if (vv_slice_bounds_now(t, slice, count_of(self), &start, &stop, &step, &count) < 0)
        return -1;
    VV_AUTO copy = {t, NULL};
    if (other == self) {
        copy.o = array_copy(t, (vv_obj *[]){VV_OBJ(self)});
        if (copy.o == NULL)
            return -1;
        other = copy.o;
    }
    if (step == 1) {
        size_t from = (size_t)start;
        if (n != count && check_free(t, self) < 0)
            return -1;
        if (n > count ? open_gap(t, self, from + count, n - count) < 0 : close_gap(t, self, from + n, from + count) < 0)
            return -1;
        if (n > 0)
            memcpy(at(self, from), BYTES_OF(other)->data, n * size);
        return 0;
    }
    if (other != NULL) {
        if (n != count)
            return vv_raise_int(t, VV_ValueError, "attempt to assign array of size %zu to extended slice of size %zu", n, count);
        for (size_t k = 0; k < n; k++)
            memcpy(at(self, (size_t)(start + (int64_t)k * step)), at(other, k), size);
        return 0;
    }
    if (count == 0)
        return 0;
    if (check_free(t, self) < 0)
        return -1;
    if (step < 0) {
        start += step * (int64_t)(count - 1);
        step = -step;
    }
    size_t kept = (size_t)start, total = count_of(self);
    for (size_t k = (size_t)start; k < total; k++)
        if ((k - (size_t)start) % (size_t)step != 0 || (k - (size_t)start) / (size_t)step >= count)
            memmove(at(self, kept++), at(self, k), size);
    return set_length(t, self, kept * size);
}

/* argv: array, key, value or NULL; slot: 0 key, 1 value */
static vv_step setitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!vv_container_is_key(t, nf->argv[1]))
        return vv_raise_step(t, VV_TypeError, "array indices must be integers");
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (VV_IS(t, nf->slot[0], SLICE)) {
        if (nf->argv[2] != NULL && !is_array(t, nf->argv[2]))
            return vv_raise_step(t, VV_TypeError, "can only assign array (not \"%T\") to array slice", nf->argv[2]);
        if (nf->argv[2] != NULL && ARRAY(nf->argv[2])->typecode != ARRAY(nf->argv[0])->typecode)
            return vv_raise_step(t, VV_TypeError, "bad argument type for built-in operation");
        return assign_slice(t, nf->argv[0], nf->slot[0], nf->argv[2]) < 0 ? VV_FAILED : vv_return_null(t);
    }
    if (nf->argv[2] != NULL) {
        size_t before;
        int found = vv_container_index(t, nf->slot[0], count_of(nf->argv[0]), &before);
        if (found <= 0)
            return found < 0 ? VV_FAILED : vv_raise_step(t, VV_IndexError, "array assignment index out of range");
        VV_AWAIT(nf, convert(t, ARRAY(nf->argv[0])->typecode, nf->argv[2]));
        nf->slot[1] = vv_take_ret(t);
    }
    size_t index;
    int r = vv_container_index(t, nf->slot[0], count_of(nf->argv[0]), &index);
    if (r <= 0)
        return r < 0 ? VV_FAILED : vv_raise_step(t, VV_IndexError, "array assignment index out of range");
    r = nf->slot[1] == NULL ? close_gap(t, nf->argv[0], index, index + 1)
                            : put(t, ARRAY(nf->argv[0])->typecode, at(nf->argv[0], index), nf->slot[1]);
    return r < 0 ? VV_FAILED : vv_return_null(t);
    VV_END(nf);
}
static vv_step array_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    size_t index;
    if (value != NULL && ARRAY(self)->typecode != 'u' && VV_ISA(key, INT) && vv_container_index(t, key, count_of(self), &index) == 1 &&
        (ARRAY(self)->typecode == 'd' || ARRAY(self)->typecode == 'f' ? VV_ISA(value, FLOAT) : VV_ISA(value, INT)))
        return put(t, ARRAY(self)->typecode, at(self, index), value) < 0 ? VV_FAILED : vv_return_null(t);
    if (t->exc != NULL)
        return VV_FAILED;
    return vv_start3(t, setitem_native, "array.__setitem__", self, key, value);
}

static vv_step array_concat(vv_thread *t, vv_ref a, vv_ref b) {
    if (!is_array(t, b))
        return vv_raise_step(t, VV_TypeError, "can only append array (not \"%T\") to array", b);
    if (ARRAY(a)->typecode != ARRAY(b)->typecode)
        return vv_raise_step(t, VV_TypeError, "bad argument type for built-in operation");
    size_t n = BYTES_OF(a)->length, m = BYTES_OF(b)->length;
    vv_owned both = like(t, a, (n + m) / size_of(a));
    if (both != NULL && n > 0)
        memcpy(BYTES_OF(both)->data, BYTES_OF(a)->data, n);
    if (both != NULL && m > 0)
        memcpy(BYTES_OF(both)->data + n, BYTES_OF(b)->data, m);
    return vv_return(t, both);
}
static vv_step array_iconcat(vv_thread *t, vv_ref self, vv_ref other) {
    if (!is_array(t, other))
        return vv_raise_step(t, VV_TypeError, "can only extend array with array (not \"%T\")", other);
    if (extend(t, self, other) != VV_READY)
        return VV_FAILED;
    vv_drop_ret(t);
    return vv_return(t, vv_newref(self));
}

static vv_step repeat_slowly(vv_thread *t, vv_native *nf) { /* argv: array, count; i: 0 in place */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return nf->i[0] ? array_irepeat(t, nf->argv[0], nf->slot[0]) : array_repeat(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}
static vv_step repeated(vv_thread *t, vv_ref self, vv_ref count, bool in_place) {
    size_t times, n = BYTES_OF(self)->length;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER) {
        vv_native *nf = vv_push_native(t, repeat_slowly, "array.__mul__", (vv_obj *[]){VV_OBJ(self), VV_OBJ(count)}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = in_place;
        return VV_PUSHED;
    }
    if (r < 0)
        return VV_FAILED;
    if (n != 0 && times > SIZE_MAX / n)
        return vv_return(t, vv_raise_memory(t));
    if (in_place && n > 0 && times != 1 && check_free(t, self) < 0)
        return VV_FAILED;
    VV_AUTO to = {t, in_place ? vv_newref(self) : like(t, self, n * times / size_of(self))};
    if (to.o == NULL || (in_place && n > 0 && set_length(t, to.o, n * times) < 0))
        return VV_FAILED;
    for (size_t k = in_place; k < times && n > 0; k++)
        memcpy(BYTES_OF(to.o)->data + k * n, BYTES_OF(self)->data, n);
    return vv_return(t, vv_move(&to.o));
}
static vv_step array_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    return repeated(t, self, count, false);
}
static vv_step array_irepeat(vv_thread *t, vv_ref self, vv_ref count) {
    return repeated(t, self, count, true);
}

/* Looks for a value from i[0] on. t->ival = index or -1. argv: array, value; slot: 0 item; i: 0 index, 1 end, 2 count them, 3 found */
static vv_step find_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; nf->i[0] < nf->i[1] && nf->i[0] < (int64_t)count_of(nf->argv[0]); nf->i[0]++) {
        vv_setref_take(t, &nf->slot[0], item(t, nf->argv[0], (size_t)nf->i[0]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->argv[1], VV_EQ));
        if (t->ival && !nf->i[2])
            return vv_return_int(t, nf->i[0]);
        nf->i[3] += t->ival;
        if (nf->i[0] % 1024 == 1023) {
            VV_AWAIT(nf, vv_poll_ready(t));
        }
    }
    return vv_return_int(t, nf->i[2] ? nf->i[3] : -1);
    VV_END(nf);
}
static vv_step find(vv_thread *t, vv_ref a, vv_ref value, int64_t start, int64_t end, bool count) {
    vv_native *nf = vv_push_native(t, find_native, "index", (vv_obj *[]){VV_OBJ(a), VV_OBJ(value)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = start;
    nf->i[1] = end;
    nf->i[2] = count;
    return VV_PUSHED;
}
static vv_step contains_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, find(t, nf->argv[0], nf->argv[1], 0, INT64_MAX, false));
    return vv_return_int(t, t->ival >= 0);
    VV_END(nf);
}
static vv_step array_contains(vv_thread *t, vv_ref self, vv_ref value) {
    return vv_start2(t, contains_native, "array.__contains__", self, value);
}
static vv_step array_count(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, find(t, nf->argv[0], nf->argv[1], 0, INT64_MAX, true));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}
/* argv: array, value, start, stop; slot: 0 bound; i: 0 start, 1 stop */
static vv_step array_index(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[1] = INT64_MAX;
    for (nf->i[2] = 0; nf->i[2] < 2; nf->i[2]++) {
        if (nf->argv[2 + nf->i[2]] == NULL)
            continue;
        VV_AWAIT(nf, vv_container_slice_index(t, nf->argv[2 + nf->i[2]]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        nf->i[nf->i[2]] = (int64_t)vv_container_clamp(nf->slot[0], count_of(nf->argv[0]), 0);
    }
    VV_AWAIT(nf, find(t, nf->argv[0], nf->argv[1], nf->i[0], nf->i[1], false));
    return t->ival < 0 ? vv_raise_step(t, VV_ValueError, "array.index(x): x not in array") : vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}
static vv_step array_remove(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, find(t, nf->argv[0], nf->argv[1], 0, INT64_MAX, false));
    if (t->ival < 0 || (uint64_t)t->ival >= count_of(nf->argv[0]))
        return vv_raise_step(t, VV_ValueError, "array.remove(x): x not in array");
    return close_gap(t, nf->argv[0], (size_t)t->ival, (size_t)t->ival + 1) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}
static vv_step array_append(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, convert(t, ARRAY(nf->argv[0])->typecode, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return insert_value(t, nf->argv[0], count_of(nf->argv[0]), nf->slot[0]) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}
/* argv: array, index, value; slot: 0 index, 1 value */
static vv_step array_insert(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, convert(t, ARRAY(nf->argv[0])->typecode, nf->argv[2]));
    nf->slot[1] = vv_take_ret(t);
    size_t index = vv_container_clamp(nf->slot[0], count_of(nf->argv[0]), 0), end = count_of(nf->argv[0]);
    index = index > end ? end : index;
    return insert_value(t, nf->argv[0], index, nf->slot[1]) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}
/* slot: 0 index, 1 item */
static vv_step array_pop(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
    } else if ((nf->slot[0] = vv_int_new(t, -1)) == NULL) {
        return VV_FAILED;
    }
    if (count_of(nf->argv[0]) == 0)
        return vv_raise_step(t, VV_IndexError, "pop from empty array");
    size_t index;
    int r = vv_container_index(t, nf->slot[0], count_of(nf->argv[0]), &index);
    if (r <= 0)
        return r < 0 ? VV_FAILED : vv_raise_step(t, VV_IndexError, "pop index out of range");
    nf->slot[1] = item(t, nf->argv[0], index);
    return nf->slot[1] == NULL || close_gap(t, nf->argv[0], index, index + 1) < 0 ? VV_FAILED : vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}
static vv_step array_extend(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, extend(t, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* All or none. argv: array, list; slot: 0 values so far as an array, 1 value; i: 0 index, 1 length */
static vv_step array_fromlist(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], LIST))
        return vv_raise_step(t, VV_TypeError, "arg must be list");
    nf->slot[0] = like(t, nf->argv[0], 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->i[1] = (int64_t)VV_LIST(nf->argv[1])->length;
    for (; nf->i[0] < nf->i[1]; nf->i[0]++) {
        VV_AWAIT(nf, convert(t, ARRAY(nf->argv[0])->typecode, vv_list_items_peek(nf->argv[1])[nf->i[0]]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if ((int64_t)VV_LIST(nf->argv[1])->length != nf->i[1])
            return vv_raise_step(t, VV_RuntimeError, "list changed size during iteration");
        if (insert_value(t, nf->slot[0], count_of(nf->slot[0]), nf->slot[1]) < 0)
            return VV_FAILED;
    }
    return append_bytes(t, nf->argv[0], BYTES_OF(nf->slot[0])->data, BYTES_OF(nf->slot[0])->length) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

static vv_owned array_reverse(vv_thread *t, vv_obj *const *argv) {
    size_t size = size_of(argv[0]), n = count_of(argv[0]);
    uint8_t hold[8];
    for (size_t k = 0; k < n / 2; k++) {
        memcpy(hold, at(argv[0], k), size);
        memcpy(at(argv[0], k), at(argv[0], n - 1 - k), size);
        memcpy(at(argv[0], n - 1 - k), hold, size);
    }
    return vv_none(t);
}
static vv_owned array_byteswap(vv_thread *t, vv_obj *const *argv) {
    size_t size = size_of(argv[0]), n = count_of(argv[0]);
    for (size_t k = 0; k < n; k++)
        for (size_t j = 0; j < size / 2; j++) {
            uint8_t *p = at(argv[0], k), hold = p[j];
            p[j] = p[size - 1 - j];
            p[size - 1 - j] = hold;
        }
    return vv_none(t);
}
static vv_owned array_buffer(vv_thread *t, vv_obj *const *argv) {
    return vv_bytelike_buffer(t, argv);
}
static vv_owned array_release_buffer(vv_thread *t, vv_obj *const *argv) {
    return vv_release_buffer_method(t, argv);
}
static vv_owned array_copy(vv_thread *t, vv_obj *const *argv) {
    vv_owned copy = like(t, argv[0], count_of(argv[0]));
    if (copy != NULL && BYTES_OF(copy)->length > 0)
        memcpy(BYTES_OF(copy)->data, BYTES_OF(argv[0])->data, BYTES_OF(copy)->length);
    return copy;
}

/* ---- bytes, lists and text ---- */

static vv_owned array_tobytes(vv_thread *t, vv_obj *const *argv) {
    size_t n = BYTES_OF(argv[0])->length;
    return vv_bytes_new(t, n == 0 ? (const void *)"" : BYTES_OF(argv[0])->data, n);
}
static vv_owned array_frombytes(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *data;
    size_t n;
    if (!vv_bytes_view(argv[1], &data, &n))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[1]);
    return append_bytes(t, argv[0], data, n) < 0 ? NULL : vv_none(t);
}
static vv_owned array_tolist(vv_thread *t, vv_obj *const *argv) {
    size_t n = count_of(argv[0]);
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (size_t k = 0; list.o != NULL && k < n; k++) {
        vv_owned o = item(t, argv[0], k);
        if (o == NULL || vv_list_append_take(t, list.o, o) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}
static vv_owned array_fromunicode(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "fromunicode() argument must be str, not %A", argv[1]);
    if (ARRAY(argv[0])->typecode != 'u')
        return vv_raise(t, VV_ValueError, "fromunicode() may only be called on unicode type arrays");
    return append_text(t, argv[0], argv[1]) < 0 ? NULL : vv_none(t);
}
static vv_owned array_tounicode(vv_thread *t, vv_obj *const *argv) {
    if (ARRAY(argv[0])->typecode != 'u')
        return vv_raise(t, VV_ValueError, "tounicode() may only be called on unicode type arrays");
    for (size_t k = 0; k < count_of(argv[0]); k++) {
        vv_owned c = item(t, argv[0], k);
        if (c == NULL)
            return NULL;
        vv_decref(t, c);
    }
    return vv_str_from_kind(t, 4, count_of(argv[0]) == 0 ? (const void *)"" : BYTES_OF(argv[0])->data, count_of(argv[0]));
}

/* argv: array, file, n; slot: 0 n or bytes, 1 size; i: 0 n */
static vv_step array_fromfile(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    nf->i[0] = vv_int_clamp_index(nf->slot[0]);
    if (nf->i[0] < 0)
        return vv_raise_step(t, VV_ValueError, "negative count");
    vv_setref_take(t, &nf->slot[0], vv_int_new(t, nf->i[0] * (int64_t)size_of(nf->argv[0])));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[1], VV_N(t, read), nf->slot, 1));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (!VV_ISA(nf->slot[0], BYTES))
        return vv_raise_step(t, VV_TypeError, "read() didn't return bytes");
    size_t n = VV_BYTES(nf->slot[0])->length;
    if (append_bytes(t, nf->argv[0], VV_BYTES(nf->slot[0])->data, n) < 0)
        return VV_FAILED;
    if (n != (size_t)nf->i[0] * size_of(nf->argv[0]))
        return vv_raise_step(t, VV_EOFError, "read() didn't return enough bytes");
    return vv_return_none(t);
    VV_END(nf);
}
/* slot: 0 bytes; i: 0 position */
static vv_step array_tofile(vv_thread *t, vv_native *nf) {
    enum { BLOCK = 65536 };
    VV_BEGIN(nf);
    for (; (size_t)nf->i[0] < BYTES_OF(nf->argv[0])->length; nf->i[0] += BLOCK) {
        size_t left = BYTES_OF(nf->argv[0])->length - (size_t)nf->i[0];
        vv_setref_take(t, &nf->slot[0], vv_bytes_new(t, BYTES_OF(nf->argv[0])->data + nf->i[0], left < BLOCK ? left : BLOCK));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_method(t, nf->argv[1], VV_N(t, write), nf->slot, 1));
        vv_drop_ret(t);
    }
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- comparing and showing ---- */

/* argv: a, b; slot: 0 and 1 items; i: 0 index, 1 operation */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; (size_t)nf->i[0] < count_of(nf->argv[0]) && (size_t)nf->i[0] < count_of(nf->argv[1]); nf->i[0]++) {
        vv_setref_take(t, &nf->slot[0], item(t, nf->argv[0], (size_t)nf->i[0]));
        vv_setref_take(t, &nf->slot[1], nf->slot[0] == NULL ? NULL : item(t, nf->argv[1], (size_t)nf->i[0]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_EQ));
        if (!t->ival) {
            if (nf->i[1] == VV_EQ || nf->i[1] == VV_NE)
                return vv_return(t, vv_bool(t, nf->i[1] == VV_NE));
            VV_AWAIT(nf, vv_do_compare(t, nf->slot[0], nf->slot[1], (enum vv_cmp)nf->i[1]));
            return VV_READY;
        }
        if (nf->i[0] % 1024 == 1023) {
            VV_AWAIT(nf, vv_poll_ready(t));
        }
    }
    size_t n = count_of(nf->argv[0]), m = count_of(nf->argv[1]);
    bool answers[] = {[VV_LT] = n < m, [VV_LE] = n <= m, [VV_EQ] = n == m, [VV_NE] = n != m, [VV_GT] = n > m, [VV_GE] = n >= m};
    return vv_return(t, vv_bool(t, answers[nf->i[1]]));
    VV_END(nf);
}
static vv_step array_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!is_array(t, a) || !is_array(t, b))
        return vv_return_not_implemented(t);
    if (count_of(a) != count_of(b) && (op == VV_EQ || op == VV_NE))
        return vv_return(t, vv_bool(t, op == VV_NE));
    vv_native *nf = vv_push_native(t, compare_native, "array.__eq__", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[1] = op;
    return VV_PUSHED;
}

/* argv: array; slot: 0 items as a list or str */
static vv_step repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (count_of(nf->argv[0]) == 0)
        return vv_return(t, vv_format(t, "%s('%c')", nf->i[0] ? nf->argv[0]->type->tp_name : "array", ARRAY(nf->argv[0])->typecode));
    nf->slot[0] = ARRAY(nf->argv[0])->typecode == 'u' ? array_tounicode(t, nf->argv) : array_tolist(t, nf->argv);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_repr(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    return vv_return(t, vv_format(t, "%s('%c', %U)", nf->i[0] ? nf->argv[0]->type->tp_name : "array", ARRAY(nf->argv[0])->typecode, nf->slot[0]));
    VV_END(nf);
}
static vv_step array_repr(vv_thread *t, vv_ref self) {
    vv_native *nf = vv_push_native(t, repr_native, "__repr__", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (self->type->flags & VV_TF_HEAP) != 0;
    return VV_PUSHED;
}

static vv_owned array_get_typecode(vv_thread *t, vv_ref self) {
    return vv_str_from_char(t, (uint8_t)ARRAY(self)->typecode);
}
static vv_owned array_get_itemsize(vv_thread *t, vv_ref self) {
    return vv_int_new(t, (int64_t)size_of(self));
}
static vv_owned array_sizeof(vv_thread *t, vv_obj *const *argv) {
    size_t capacity = BYTES_OF(argv[0])->capacity;
    return vv_int_new(t, vv_object_plain64(argv[0]) + (capacity == 0 ? 0 : (int64_t)capacity - 1));
}
static vv_owned array_buffer_info(vv_thread *t, vv_obj *const *argv) {
    return vv_tuple_pack_take(t, 2, vv_int_new(t, (int64_t)(uintptr_t)BYTES_OF(argv[0])->data), vv_int_new(t, (int64_t)count_of(argv[0])));
}
static vv_step array_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* ---- pickling ---- */

/* The format codes of machines that pickled arrays may come from: width, signed, little end first. */
enum { M_FLOAT_LE = 14, M_DOUBLE_LE = 16, M_UTF16_LE = 18, M_UTF32_LE = 20, M_LAST = 21 };
static int machine_format(char code) {
    switch (code) {
    case 'f': return M_FLOAT_LE;
    case 'd': return M_DOUBLE_LE;
    case 'u': return M_UTF32_LE;
    default: break;
    }
    size_t size = item_size(code);
    bool is_signed = code >= 'a';
    return (int)((size == 1 ? 0 : size == 2 ? 2 : size == 4 ? 6 : 10) + (size == 1 ? is_signed : is_signed * 2));
}

/* argv: array, protocol; slot: 0 dict, 1 contents, 2 function */
static vv_step array_reduce_ex(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    nf->i[0] = vv_int_clamp_index(nf->slot[0]);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __dict__)));
    vv_setref_take(t, &nf->slot[0], t->ret == NULL ? vv_newref(VV_NONE(t)) : vv_take_ret(t));
    VV_AUTO code = {t, array_get_typecode(t, nf->argv[0])};
    if (code.o == NULL)
        return VV_FAILED;
    if (nf->i[0] < 3) {
        nf->slot[1] = array_tolist(t, nf->argv);
        VV_AUTO args = {t, nf->slot[1] == NULL ? NULL : vv_tuple_pack(t, 2, code.o, nf->slot[1])};
        return vv_return(t, args.o == NULL ? NULL : vv_tuple_pack(t, 3, (vv_ref)nf->argv[0]->type, args.o, nf->slot[0]));
    }
    VV_AUTO name = {t, vv_intern_cstr(t, "array")};
    vv_ref module = name.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, name.o);
    VV_AUTO key = {t, module == NULL ? NULL : vv_intern_cstr(t, "_array_reconstructor")};
    vv_ref function = key.o == NULL ? NULL : vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, key.o);
    if (function == NULL)
        return t->exc != NULL ? VV_FAILED : vv_raise_step(t, VV_RuntimeError, "module array is gone");
    VV_AUTO format = {t, vv_int_new(t, machine_format(ARRAY(nf->argv[0])->typecode))};
    VV_AUTO bytes = {t, array_tobytes(t, nf->argv)};
    VV_AUTO args = {t, format.o == NULL || bytes.o == NULL ? NULL : vv_tuple_pack(t, 4, (vv_ref)nf->argv[0]->type, code.o, format.o, bytes.o)};
    return vv_return(t, args.o == NULL ? NULL : vv_tuple_pack(t, 3, function, args.o, nf->slot[0]));
    VV_END(nf);
}

/* argv: type, typecode, format, bytes */
static vv_step functions_reconstructor(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_type *base = t->vm->types[VV_T_ARRAY];
    if (!VV_ISA(nf->argv[0], TYPE))
        return vv_raise_step(t, VV_TypeError, "first argument must be a type object, not %T", nf->argv[0]);
    if (!vv_type_is_subtype(VV_AS_TYPE(nf->argv[0]), base))
        return vv_raise_step(t, VV_TypeError, "%s is not a subtype of array.array", VV_AS_TYPE(nf->argv[0])->tp_name);
    if (!VV_ISA(nf->argv[1], STR) || vv_str_length(nf->argv[1]) != 1)
        return vv_raise_step(t, VV_TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %A", nf->argv[1]);
    uint32_t c = vv_str_at(nf->argv[1], 0);
    if (c == 0 || c > 127 || strchr(codes, (int)c) == NULL)
        return vv_raise_step(t, VV_ValueError, "second argument must be a valid type code");
    if (!VV_ISA(nf->argv[2], INT))
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->argv[2]);
    int64_t format = vv_int_clamp_index(nf->argv[2]);
    if (format < 0 || format > M_LAST)
        return vv_raise_step(t, VV_ValueError, "third argument must be a valid machine format code.");
    if (!VV_ISA(nf->argv[3], BYTES))
        return vv_raise_step(t, VV_TypeError, "fourth argument should be bytes, not %T", nf->argv[3]);
    if (format != machine_format((char)c))
        return vv_raise_step(t, VV_NotImplementedError, "arrays in the formats of other machines are not supported yet");
    VV_AUTO a = {t, array_new(t, VV_AS_TYPE(nf->argv[0]), (char)c, 0)};
    if (a.o == NULL || append_bytes(t, a.o, VV_BYTES(nf->argv[3])->data, VV_BYTES(nf->argv[3])->length) < 0)
        return VV_FAILED;
    return vv_return(t, vv_move(&a.o));
    VV_END(nf);
}

const vv_typespec vv_array_spec = {
    .name = "array",
    .module = "array",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_SEQUENCE,
    .basicsize = sizeof(vv_array),
    .size64 = 80,
    .gc64 = true,
    .weakoffset = offsetof(vv_array, weaklist),
    .doc = "Numbers or characters of one kind, one behind the other in memory.",
    .slots = &array_slots,
    .methods = array_methods,
    .getset = array_getset,
    .dealloc = array_dealloc,
};

/* ---- iterator ---- */

static int iterator_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_SEQ_ITERATOR(self)->seq);
    return 0;
}
static void iterator_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_SEQ_ITERATOR(self)->seq);
}
static void iterator_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_SEQ_ITERATOR(self)->seq);
    vv_free_object(t, self);
}
static vv_step array_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_seq_iterator_new(t, VV_T_ARRAY_ITERATOR, self));
}
static vv_step iterator_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}
static vv_step iterator_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *i = VV_SEQ_ITERATOR(self);
    if (i->seq == NULL)
        return vv_return_null(t);
    if (i->index < count_of(i->seq))
        return vv_return(t, item(t, i->seq, i->index++));
    vv_clearref(t, &i->seq);
    return vv_return_null(t);
}
static vv_owned iterator_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_seq_iterator *i = VV_SEQ_ITERATOR(argv[0]);
    if (i->seq == NULL) {
        return vv_iterator_reduce(t, "iter", t->vm->empty_tuple, NULL);
    }
    VV_AUTO index = {t, vv_int_new(t, (int64_t)i->index)};
    return index.o == NULL ? NULL : vv_iterator_reduce(t, "iter", i->seq, index.o);
}
static vv_owned iterator_setstate(vv_thread *t, vv_obj *const *argv) {
    vv_seq_iterator *i = VV_SEQ_ITERATOR(argv[0]);
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[1]);
    int64_t index = vv_int_clamp_index(argv[1]), n = i->seq == NULL ? 0 : (int64_t)count_of(i->seq);
    i->index = (size_t)(index < 0 ? 0 : index > n ? n : index);
    return vv_none(t);
}

const vv_typespec vv_array_iterator_spec = {
    .name = "arrayiterator",
    .module = "array",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_seq_iterator),
    .size64 = 56,
    .slots = &iterator_slots,
    .methods = iterator_methods,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
    .clear = iterator_clear,
};

vv_owned vv_array_module(vv_thread *t);
vv_owned vv_array_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "array", "Arrays of numbers or characters of one kind.", functions_methods)};
    VV_AUTO text = {t, vv_str_from_cstr(t, codes)};
    vv_type *type = vv_type_ensure_peek(t, VV_T_ARRAY), *iterator = vv_type_ensure_peek(t, VV_T_ARRAY_ITERATOR);
    if (module.o == NULL || text.o == NULL || type == NULL || iterator == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    if (vv_dict_set_cstr(t, dict, "array", &type->head) < 0 || vv_dict_set_cstr(t, dict, "ArrayType", &type->head) < 0 ||
        vv_dict_set_cstr(t, dict, "typecodes", text.o) < 0)
        return NULL;
    return vv_move(&module.o);
}

/* Registers arrays as mutable sequences. argv: the module; slot: 0 a name, 1 the module _collections_abc, then the class */
vv_resumable_fn vv_array_start;
vv_step vv_array_start(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_from_cstr(t, "_collections_abc");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    vv_setref_take(t, &nf->slot[0], vv_intern_cstr(t, "MutableSequence"));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], nf->slot[0]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    vv_setref_take(t, &nf->slot[0], vv_intern_cstr(t, "register"));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    vv_obj *type = &VV_TYPEP(t, ARRAY)->head;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[1], nf->slot[0], &type, 1));
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}
