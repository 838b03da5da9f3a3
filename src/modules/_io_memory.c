/* _io_memory.c - io.StringIO and io.BytesIO: files that are text or bytes in memory.
 *
 * Text is kept as code points of four bytes, so that positions are characters; bytes are kept in a bytearray, so that views of
 * them (getbuffer) pin it.
 */
#include <string.h>

#include "modules/_io.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/tracer.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

/* How lines end, and what becomes of newlines that are written. */
enum newline { NL_UNIVERSAL, NL_ANY, NL_LF, NL_CR, NL_CRLF };

typedef struct vv_memory_file {
    vv_obj head;
    vv_obj *dict, *weaklist;
    bool base_closed, base_finalizing; /* as in vv_iobase */
    vv_obj *buffer;   /* BytesIO: owned bytearray; NULL before __init__ */
    vv_obj *value;    /* BytesIO: the same as owned bytes once somebody has got or given it; NULL after each change */
    uint32_t *points; /* StringIO: vv_alloc */
    size_t length, capacity, position; /* BytesIO: capacity is the room that CPython's has */
    uint8_t newline; /* enum newline */
    bool ready, closed;
    uint8_t seen; /* newlines of text that was written, where any kind is taken for one */
} vv_memory_file;
#define VV_MEMORY(o) ((vv_memory_file *)(o))

static vv_getter_fn memory_get_closed, stringio_get_line_buffering, stringio_get_newlines;
#define VV_DEF_NAME stringio
#define VV_DEF_FILE "modules/stringio.def"
#include "object/deftype.h"
#define VV_DEF_NAME bytesio
#define VV_DEF_FILE "modules/bytesio.def"
#include "object/deftype.h"

/* ---- what both share ---- */

static int memory_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_MEMORY(self)->dict);
    VV_VISIT(VV_MEMORY(self)->buffer);
    VV_VISIT(VV_MEMORY(self)->value);
    return 0;
}
static void memory_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_MEMORY(self)->dict);
}
static void memory_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_MEMORY(self)->dict);
    vv_xdecref(t, VV_MEMORY(self)->buffer);
    vv_xdecref(t, VV_MEMORY(self)->value);
    vv_free(t, VV_MEMORY(self)->points);
    vv_free_object(t, self);
}

static vv_step memory_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return vv_io_create(t, cls, args, nargs, kwnames);
}

/* 0, or -1 with ValueError. */
static int check_open(vv_thread *t, const vv_memory_file *f) {
    if (!f->ready)
        return vv_raise_int(t, VV_ValueError, "I/O operation on uninitialized object");
    return f->closed ? vv_raise_int(t, VV_ValueError, f->buffer != NULL ? "I/O operation on closed file." : "I/O operation on closed file") : 0;
}

/* An optional size: None and what is missing are -1. 0, or -1 with TypeError. */
static int size_argument(vv_thread *t, vv_ref o, int64_t *ret) {
    *ret = -1;
    if (o == NULL || o == VV_NONE(t))
        return 0;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "argument should be integer or None, not '%T'", o);
    return vv_int_as_i64(t, o, ret);
}

/* A size that is none of the usual: its __index__ is asked, and then the same with the answer. */
static bool asks_index(vv_ref o) {
    return o != NULL && !VV_ISA(o, INT) && o->type->s.index != NULL;
}
static vv_step by_index(vv_thread *t, vv_native *nf, vv_leaf_fn *now) {
    VV_BEGIN(nf);
    if (asks_index(nf->argv[1])) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    }
    return vv_return(t, now(t, nf->argv));
    VV_END(nf);
}
#define BY_INDEX(f)                                                                                                                \
    static vv_step f(vv_thread *t, vv_native *nf) {                                                                                \
        return by_index(t, nf, f##_now);                                                                                           \
    }

/* A copy of the attributes, or None. */
static vv_owned state_dict(vv_thread *t, vv_ref self) {
    vv_ref dict = VV_MEMORY(self)->dict;
    return dict == NULL ? vv_none(t) : vv_dict_copy(t, dict);
}
/* Position and attributes of a state, whose items from `first` on they are: 0/-1. */
static int take_state(vv_thread *t, vv_ref self, vv_ref state, size_t first) {
    static const char *const ordinals[] = {"second", "third", "fourth"};
    vv_ref position = VV_TUPLE(state)->items[first], dict = VV_TUPLE(state)->items[first + 1];
    if (!VV_ISA(position, INT))
        return vv_raise_int(t, VV_TypeError, "%s item of state must be an integer, got %T", ordinals[first - 1], position);
    int64_t at = vv_int_clamp_index(position);
    if (at < 0)
        return vv_raise_int(t, VV_ValueError, "position value cannot be negative");
    VV_MEMORY(self)->position = (size_t)at;
    if (dict == VV_NONE(t))
        return 0;
    if (!VV_ISA(dict, DICT))
        return vv_raise_int(t, VV_TypeError, "%s item of state should be a dict, got a %T", ordinals[first], dict);
    vv_owned copy = vv_dict_copy(t, dict);
    if (copy == NULL)
        return -1;
    vv_setref_take(t, &VV_MEMORY(self)->dict, copy);
    return 0;
}

static vv_owned memory_close(vv_thread *t, vv_obj *const *argv) {
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (f->buffer != NULL && VV_BYTEARRAY(f->buffer)->exports > 0)
        return vv_raise(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    f->closed = f->ready = true;
    vv_free(t, f->points);
    f->points = NULL;
    vv_clearref(t, &f->value);
    f->length = f->capacity = f->position = 0;
    if (f->buffer != NULL && vv_bytearray_resize(t, f->buffer, 0) < 0)
        return NULL;
    return vv_none(t);
}
static vv_owned memory_able(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_MEMORY(argv[0])) < 0 ? NULL : vv_bool(t, true);
}
static vv_owned memory_get_closed(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_MEMORY(self)->closed);
}
/* Only a subclass may mind being closed. */
static vv_step memory_del(vv_thread *t, vv_ref self) {
    return (self->type->flags & VV_TF_HEAP) != 0 ? vv_iobase_del(t, self) : vv_return_none(t);
}
static vv_step memory_iter(vv_thread *t, vv_ref self) {
    if (VV_MEMORY(self)->closed)
        return vv_raise_step(t, VV_ValueError, "I/O operation on closed file.");
    return vv_return(t, vv_newref(self));
}

/* ---- StringIO ---- */

static int reserve(vv_thread *t, vv_memory_file *f, size_t length) {
    if (length <= f->capacity)
        return 0;
    size_t capacity = length + length / 2 + 16;
    if (capacity > SIZE_MAX / sizeof(uint32_t)) {
        vv_raise_memory(t);
        return -1;
    }
    uint32_t *bigger = vv_realloc(t, f->points, capacity * sizeof(uint32_t));
    if (bigger == NULL)
        return -1;
    vv_trace_size(t, bigger, (int64_t)capacity * 4);
    f->points = bigger;
    f->capacity = capacity;
    return 0;
}

static void put_point(vv_memory_file *f, uint32_t c) {
    f->points[f->position++] = c;
    if (f->position > f->length)
        f->length = f->position;
}

/* Writes text at the position, its newlines changed as the file wants them. 0/-1. */
static int write_text(vv_thread *t, vv_memory_file *f, vv_ref text) {
    size_t n = vv_str_length(text), room = f->newline == NL_CRLF ? n * 2 : n;
    if (n == 0)
        return 0;
    if (reserve(t, f, f->position + room) < 0)
        return -1;
    for (; f->length < f->position; f->length++) /* a gap left by seek */
        f->points[f->length] = 0;
    for (size_t k = 0; k < n; k++) {
        uint32_t c = vv_str_at(text, k);
        if (f->newline <= NL_ANY && (c == '\r' || (c == '\n' && (k == 0 || vv_str_at(text, k - 1) != '\r'))))
            f->seen |= c == '\n' ? VV_SEEN_LF : k + 1 < n && vv_str_at(text, k + 1) == '\n' ? VV_SEEN_CRLF : VV_SEEN_CR;
        if (f->newline == NL_UNIVERSAL && c == '\r') {
            if (k + 1 < n && vv_str_at(text, k + 1) == '\n')
                k++;
            c = '\n';
        }
        if (c == '\n' && f->newline >= NL_CR) {
            put_point(f, '\r');
            if (f->newline == NL_CR)
                continue;
        }
        put_point(f, c);
    }
    return 0;
}

static vv_step stringio_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    static const char *const newlines[] = {"", "\n", "\r", "\r\n"};
    vv_obj *a[2];
    vv_memory_file *f = VV_MEMORY(self);
    if (vv_parse_args(t, "StringIO", "StringIO(initial_value='', newline='\\n')", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    int newline = a[1] == NULL ? NL_LF : a[1] == t->vm->none ? NL_UNIVERSAL : -1;
    if (newline < 0 && !VV_ISA(a[1], STR))
        return vv_raise_step(t, VV_TypeError, "newline must be str or None, not %T", a[1]);
    for (int k = 0; newline < 0 && k < (int)VV_ARRAY_LEN(newlines); k++)
        if (vv_str_equal_cstr(a[1], newlines[k]))
            newline = NL_ANY + k;
    if (newline < 0)
        return vv_raise_step(t, VV_ValueError, "illegal newline value: %R", a[1]);
    if (a[0] != NULL && a[0] != t->vm->none && !VV_ISA(a[0], STR))
        return vv_raise_step(t, VV_TypeError, "initial_value must be str or None, not %T", a[0]);
    f->newline = (uint8_t)newline;
    f->length = f->position = 0;
    f->seen = 0;
    f->closed = false;
    f->ready = true;
    if (a[0] != NULL && a[0] != t->vm->none && write_text(t, f, a[0]) < 0)
        return VV_FAILED;
    f->position = 0;
    return vv_return_null(t);
}

static vv_owned stringio_write(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "string argument expected, got '%T'", argv[1]);
    if (check_open(t, VV_MEMORY(argv[0])) < 0 || write_text(t, VV_MEMORY(argv[0]), argv[1]) < 0)
        return NULL;
    return vv_int_new(t, vv_str_length(argv[1]));
}

static size_t left(const vv_memory_file *f) {
    return f->position < f->length ? f->length - f->position : 0;
}

/* Takes n characters from the position on. */
static vv_owned take_text(vv_thread *t, vv_memory_file *f, size_t n) {
    vv_owned text = vv_str_from_kind(t, 4, n == 0 ? (const void *)"" : f->points + f->position, n);
    if (text != NULL)
        f->position += n;
    return text;
}

BY_INDEX(stringio_read)
static vv_owned stringio_read_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t size;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0 || size_argument(t, argv[1], &size) < 0)
        return NULL;
    return take_text(t, f, size < 0 || (uint64_t)size > left(f) ? left(f) : (size_t)size);
}

/* The next line, of at most `most` characters unless that is negative. */
static vv_owned take_text_line(vv_thread *t, vv_memory_file *f, int64_t most) {
    size_t n = left(f), k = 0;
    const uint32_t *p = f->points == NULL ? NULL : f->points + f->position;
    bool any = f->newline == NL_ANY;
    while (k < n) {
        uint32_t c = p[k++];
        if (c == '\n' && (f->newline <= NL_LF || (f->newline == NL_CRLF && k >= 2 && p[k - 2] == '\r')))
            break;
        if (c == '\r' && (f->newline == NL_CR || any)) {
            k += any && k < n && p[k] == '\n';
            break;
        }
    }
    return take_text(t, f, most >= 0 && (uint64_t)most < k ? (size_t)most : k);
}

BY_INDEX(stringio_readline)
static vv_owned stringio_readline_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t size;
    if (check_open(t, VV_MEMORY(argv[0])) < 0 || size_argument(t, argv[1], &size) < 0)
        return NULL;
    return take_text_line(t, VV_MEMORY(argv[0]), size);
}

static vv_step stringio_next(vv_thread *t, vv_ref self) {
    vv_memory_file *f = VV_MEMORY(self);
    if (check_open(t, f) < 0)
        return VV_FAILED;
    return left(f) == 0 ? vv_return_null(t) : vv_return(t, take_text_line(t, f, -1));
}

static vv_owned stringio_getvalue(vv_thread *t, vv_obj *const *argv) {
    const vv_memory_file *f = VV_MEMORY(argv[0]);
    return check_open(t, f) < 0 ? NULL : vv_str_from_kind(t, 4, f->length == 0 ? (const void *)"" : f->points, f->length);
}
static vv_owned stringio_tell(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_MEMORY(argv[0])) < 0 ? NULL : vv_int_new(t, (int64_t)VV_MEMORY(argv[0])->position);
}

/* pos and whence. 0/-1. */
static int seek_arguments(vv_thread *t, vv_obj *const *argv, int64_t *pos, int64_t *whence) {
    *whence = 0;
    if (check_open(t, VV_MEMORY(argv[0])) < 0)
        return -1;
    vv_ref wrong = !VV_ISA(argv[1], INT) ? (vv_ref)argv[1] : argv[2] != NULL && !VV_ISA(argv[2], INT) ? (vv_ref)argv[2] : NULL;
    if (wrong != NULL)
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", wrong);
    if (vv_int_as_i64(t, argv[1], pos) < 0 || (argv[2] != NULL && vv_int_as_i64(t, argv[2], whence) < 0))
        return -1;
    return 0;
}

BY_INDEX(stringio_seek)
static vv_owned stringio_seek_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t pos, whence;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (seek_arguments(t, argv, &pos, &whence) < 0)
        return NULL;
    if (whence < 0 || whence > 2)
        return vv_raise(t, VV_ValueError, "Invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (pos < 0 && whence == 0)
        return vv_raise(t, VV_ValueError, "Negative seek position %lld", (long long)pos);
    if (whence != 0 && pos != 0)
        return vv_raise(t, VV_OSError, "Can't do nonzero cur-relative seeks");
    f->position = whence == 1 ? f->position : whence == 2 ? f->length : (size_t)pos;
    return vv_int_new(t, (int64_t)f->position);
}

BY_INDEX(stringio_truncate)
static vv_owned stringio_truncate_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t size;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0 || size_argument(t, argv[1], &size) < 0)
        return NULL;
    if (argv[1] == NULL || argv[1] == t->vm->none)
        size = (int64_t)f->position;
    if (size < 0)
        return vv_raise(t, VV_ValueError, "Negative size value %lld", (long long)size);
    if ((uint64_t)size < f->length)
        f->length = (size_t)size;
    return vv_int_new(t, size);
}

static vv_owned stringio_get_line_buffering(vv_thread *t, vv_ref self) {
    return check_open(t, VV_MEMORY(self)) < 0 ? NULL : vv_bool(t, false);
}
static vv_owned stringio_get_newlines(vv_thread *t, vv_ref self) {
    return check_open(t, VV_MEMORY(self)) < 0 ? NULL : vv_newlines_seen(t, VV_MEMORY(self)->seen);
}

static vv_owned stringio_getstate(vv_thread *t, vv_obj *const *argv) {
    static const char *const newlines[] = {[NL_ANY] = "", [NL_LF] = "\n", [NL_CR] = "\r", [NL_CRLF] = "\r\n"};
    const vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0)
        return NULL;
    return vv_tuple_pack_take(t, 4, stringio_getvalue(t, argv), f->newline == NL_UNIVERSAL ? vv_none(t) : vv_str_from_cstr(t, newlines[f->newline]),
                              vv_int_new(t, (int64_t)f->position), state_dict(t, argv[0]));
}
static vv_step stringio_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_MEMORY(nf->argv[0])->closed)
        return vv_raise_step(t, VV_ValueError, "__setstate__ on closed file");
    if (!VV_ISA(nf->argv[1], TUPLE) || VV_TUPLE(nf->argv[1])->length < 4)
        return vv_raise_step(t, VV_TypeError, "%T.__setstate__ argument should be 4-tuple, got %T", nf->argv[0], nf->argv[1]);
    VV_AWAIT(nf, stringio_init(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items, 2, NULL));
    vv_memory_file *f = VV_MEMORY(nf->argv[0]);
    vv_ref text = VV_TUPLE(nf->argv[1])->items[0];
    if (text != VV_NONE(t)) { /* as it stands, its newlines are changed already */
        f->length = f->position = 0;
        if (reserve(t, f, vv_str_length(text)) < 0)
            return VV_FAILED;
        for (size_t k = 0; k < vv_str_length(text); k++)
            put_point(f, vv_str_at(text, k));
    }
    return take_state(t, nf->argv[0], nf->argv[1], 2) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

const vv_typespec vv_stringio_spec = {
    .name = "StringIO",
    .module = "_io",
    .base = VV_T_TEXTIOBASE,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_memory_file),
    .size64 = 184,
    .dictoffset = offsetof(vv_memory_file, dict),
    .weakoffset = offsetof(vv_memory_file, weaklist),
    .doc = "A text file in memory.",
    .signature = "(initial_value='', newline='\\n')",
    .slots = &stringio_slots,
    .methods = stringio_methods,
    .getset = stringio_getset,
    .dealloc = memory_dealloc,
    .traverse = memory_traverse,
    .clear = memory_clear,
};

/* ---- BytesIO ---- */

/* The room that CPython's buffer has when it must hold `size` bytes. */
static void make_room(vv_memory_file *f, size_t size) {
    size_t room = f->capacity;
    if (size < room / 2 || size > room + room / 8)
        f->capacity = size + 1;
    else if (size >= room)
        f->capacity = size + (size >> 3) + (size < 9 ? 3 : 6);
}

/* The bytes are about to change. CPython copies them then if somebody else has them too. */
static void forget_value(vv_thread *t, vv_memory_file *f, size_t size) {
    if (f->value != NULL && f->value->refcnt > 1)
        f->capacity = size;
    vv_clearref(t, &f->value);
}

static int64_t bytesio_size64(vv_ref self) {
    const vv_memory_file *f = VV_MEMORY(self);
    return 64 + ((f->value == NULL ? f->capacity > 0 : f->value->refcnt == 1) ? 33 + (int64_t)f->capacity : 0);
}

static vv_step bytesio_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[1];
    vv_memory_file *f = VV_MEMORY(self);
    if (vv_parse_args(t, "BytesIO", "BytesIO(initial_bytes=b'')", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    const uint8_t *data = (const uint8_t *)"";
    size_t n = 0;
    if (a[0] != NULL && a[0] != t->vm->none && !vv_bytes_view(a[0], &data, &n))
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", a[0]);
    if (f->buffer != NULL && VV_BYTEARRAY(f->buffer)->exports > 0)
        return vv_raise_step(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    vv_owned buffer = vv_bytearray_new(t, data, n);
    if (buffer == NULL)
        return VV_FAILED;
    vv_setref_take(t, &f->buffer, buffer);
    bool same = a[0] != NULL && VV_IS(t, a[0], BYTES);
    vv_setref_take(t, &f->value, same ? vv_newref(a[0]) : NULL);
    f->capacity = same || n == 0 ? n : n + 1;
    f->position = 0;
    f->closed = false;
    f->ready = true;
    return vv_return_null(t);
}

static vv_owned bytesio_write(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *data;
    size_t n;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0)
        return NULL;
    if (VV_ISA(argv[1], STR) || !vv_bytes_view(argv[1], &data, &n))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[1]);
    if (VV_BYTEARRAY(f->buffer)->exports > 0)
        return vv_raise(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    size_t old = VV_BYTEARRAY(f->buffer)->length;
    if (n > 0 && f->position + n > old) {
        if (vv_bytearray_resize(t, f->buffer, f->position + n) < 0)
            return NULL;
        if (f->position > old)
            memset(VV_BYTEARRAY(f->buffer)->data + old, 0, f->position - old);
    }
    if (n > 0) {
        size_t end = f->position + n;
        if (end > f->capacity)
            make_room(f, end);
        else
            forget_value(t, f, end > old ? end : old);
        vv_clearref(t, &f->value);
        memcpy(VV_BYTEARRAY(f->buffer)->data + f->position, data, n);
    }
    f->position += n;
    return vv_int_new(t, (int64_t)n);
}

static size_t bytes_left(const vv_memory_file *f) {
    size_t n = VV_BYTEARRAY(f->buffer)->length;
    return f->position < n ? n - f->position : 0;
}

/* All bytes, the same object until they change; nobody is pinning them. */
static vv_owned all_bytes(vv_thread *t, vv_memory_file *f) {
    const vv_bytearray *buffer = VV_BYTEARRAY(f->buffer);
    if (f->value == NULL) {
        f->value = vv_bytes_new(t, buffer->data, buffer->length);
        if (f->value == NULL)
            return NULL;
    }
    return vv_newref(f->value);
}

static vv_owned take_bytes(vv_thread *t, vv_memory_file *f, size_t n) {
    vv_owned bytes = n > 1 && n == f->capacity && f->position == 0 && VV_BYTEARRAY(f->buffer)->exports == 0 ? all_bytes(t, f) : vv_bytes_new(t, n == 0 ? (const void *)"" : VV_BYTEARRAY(f->buffer)->data + f->position, n);
    if (bytes != NULL)
        f->position += n;
    return bytes;
}

BY_INDEX(bytesio_read)
static vv_owned bytesio_read_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t size;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0 || size_argument(t, argv[1], &size) < 0)
        return NULL;
    return take_bytes(t, f, size < 0 || (uint64_t)size > bytes_left(f) ? bytes_left(f) : (size_t)size);
}

static vv_owned take_bytes_line(vv_thread *t, vv_memory_file *f, int64_t most) {
    size_t n = bytes_left(f);
    const uint8_t *start = n == 0 ? NULL : VV_BYTEARRAY(f->buffer)->data + f->position;
    const uint8_t *end = n == 0 ? NULL : memchr(start, '\n', n);
    size_t line = end == NULL ? n : (size_t)(end - start) + 1;
    return take_bytes(t, f, most >= 0 && (uint64_t)most < line ? (size_t)most : line);
}

BY_INDEX(bytesio_readline)
static vv_owned bytesio_readline_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t size;
    if (check_open(t, VV_MEMORY(argv[0])) < 0 || size_argument(t, argv[1], &size) < 0)
        return NULL;
    return take_bytes_line(t, VV_MEMORY(argv[0]), size);
}

static vv_step bytesio_next(vv_thread *t, vv_ref self) {
    vv_memory_file *f = VV_MEMORY(self);
    if (check_open(t, f) < 0)
        return VV_FAILED;
    return bytes_left(f) == 0 ? vv_return_null(t) : vv_return(t, take_bytes_line(t, f, -1));
}

static vv_owned bytesio_readinto(vv_thread *t, vv_obj *const *argv) {
    uint8_t *to;
    size_t room;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0)
        return NULL;
    if (!vv_bytes_writable_view(argv[1], &to, &room))
        return vv_raise(t, VV_TypeError, "readinto() argument must be read-write bytes-like object, not %T", argv[1]);
    size_t n = bytes_left(f) < room ? bytes_left(f) : room;
    if (n > 0)
        memmove(to, VV_BYTEARRAY(f->buffer)->data + f->position, n);
    f->position += n;
    return vv_int_new(t, (int64_t)n);
}

static vv_owned bytesio_getvalue(vv_thread *t, vv_obj *const *argv) {
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0)
        return NULL;
    size_t n = VV_BYTEARRAY(f->buffer)->length;
    if (VV_BYTEARRAY(f->buffer)->exports == 0 && n > 0) {
        f->capacity = n;
        return all_bytes(t, f);
    }
    return vv_bytes_new(t, n == 0 ? (const void *)"" : VV_BYTEARRAY(f->buffer)->data, n);
}

static vv_step bytesio_getbuffer(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_open(t, VV_MEMORY(nf->argv[0])) < 0)
        return VV_FAILED;
    forget_value(t, VV_MEMORY(nf->argv[0]), VV_BYTEARRAY(VV_MEMORY(nf->argv[0])->buffer)->length);
    VV_AWAIT(nf, vv_do_call1(t, (vv_ref)t->vm->types[VV_T_MEMORYVIEW], VV_MEMORY(nf->argv[0])->buffer));
    return VV_READY;
    VV_END(nf);
}

static vv_owned bytesio_tell(vv_thread *t, vv_obj *const *argv) {
    return stringio_tell(t, argv);
}

BY_INDEX(bytesio_seek)
static vv_owned bytesio_seek_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t pos, whence;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (seek_arguments(t, argv, &pos, &whence) < 0)
        return NULL;
    if (whence < 0 || whence > 2)
        return vv_raise(t, VV_ValueError, "invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (pos < 0 && whence == 0)
        return vv_raise(t, VV_ValueError, "negative seek value %lld", (long long)pos);
    int64_t base = whence == 1 ? (int64_t)f->position : whence == 2 ? (int64_t)VV_BYTEARRAY(f->buffer)->length : 0;
    if (__builtin_add_overflow(base, pos, &pos))
        return vv_raise(t, VV_OverflowError, "new position too large");
    f->position = pos < 0 ? 0 : (size_t)pos;
    return vv_int_new(t, (int64_t)f->position);
}

BY_INDEX(bytesio_truncate)
static vv_owned bytesio_truncate_now(vv_thread *t, vv_obj *const *argv) {
    if (asks_index(argv[1]))
        return NULL;
    int64_t size;
    vv_memory_file *f = VV_MEMORY(argv[0]);
    if (check_open(t, f) < 0 || size_argument(t, argv[1], &size) < 0)
        return NULL;
    if (VV_BYTEARRAY(f->buffer)->exports > 0)
        return vv_raise(t, VV_BufferError, "Existing exports of data: object cannot be re-sized");
    if (argv[1] == NULL || argv[1] == t->vm->none)
        size = (int64_t)f->position;
    if (size < 0)
        return vv_raise(t, VV_ValueError, "negative size value %lld", (long long)size);
    if ((uint64_t)size < VV_BYTEARRAY(f->buffer)->length) {
        if (vv_bytearray_resize(t, f->buffer, (size_t)size) < 0)
            return NULL;
        make_room(f, (size_t)size);
        vv_clearref(t, &f->value);
    }
    return vv_int_new(t, size);
}

static vv_owned bytesio_getstate(vv_thread *t, vv_obj *const *argv) {
    if (check_open(t, VV_MEMORY(argv[0])) < 0)
        return NULL;
    return vv_tuple_pack_take(t, 3, bytesio_getvalue(t, argv), vv_int_new(t, (int64_t)VV_MEMORY(argv[0])->position), state_dict(t, argv[0]));
}
static vv_step bytesio_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], TUPLE) || VV_TUPLE(nf->argv[1])->length < 3)
        return vv_raise_step(t, VV_TypeError, "%T.__setstate__ argument should be 3-tuple, got %T", nf->argv[0], nf->argv[1]);
    if (VV_MEMORY(nf->argv[0])->closed)
        return vv_raise_step(t, VV_ValueError, "I/O operation on closed file.");
    VV_AWAIT(nf, bytesio_init(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items, 1, NULL));
    return take_state(t, nf->argv[0], nf->argv[1], 1) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

const vv_typespec vv_bytesio_spec = {
    .name = "BytesIO",
    .module = "_io",
    .base = VV_T_BUFFEREDIOBASE,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_memory_file),
    .size64 = 80,
    .size64_of = bytesio_size64,
    .dictoffset = offsetof(vv_memory_file, dict),
    .weakoffset = offsetof(vv_memory_file, weaklist),
    .doc = "A file of bytes in memory.",
    .signature = "(initial_bytes=b'')",
    .slots = &bytesio_slots,
    .methods = bytesio_methods,
    .getset = bytesio_getset,
    .dealloc = memory_dealloc,
    .traverse = memory_traverse,
    .clear = memory_clear,
};
