/* _io_base.c - what files have in common: io.IOBase and the bases of raw, buffered and text files. They are made to be
 * subclassed: a method that a subclass has to bring raises UnsupportedOperation here, and the others call those.
 */
#include "modules/io.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/bytelike.h"

typedef struct vv_iobase {
    vv_obj head;
    vv_obj *dict, *weaklist;
    bool closed;
} vv_iobase;
/* StringIO and BytesIO begin like this, but have close and closed of their own. */
#define VV_IOBASE(o) ((vv_iobase *)(o))

static vv_getter_fn iobase_get_closed;
#define VV_DEF_NAME iobase
#define VV_DEF_FILE "modules/iobase.def"
#include "object/deftype.h"

static int iobase_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_IOBASE(self)->dict);
    return 0;
}
static void iobase_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_IOBASE(self)->dict);
}
static void iobase_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_IOBASE(self)->dict);
    vv_free_object(t, self);
}
static vv_step iobase_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    vv_owned o = vv_new_object(t, VV_AS_TYPE(cls), VV_AS_TYPE(cls)->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

/* self.name(args...) */
static vv_step call(vv_thread *t, vv_ref self, const char *name, vv_obj *const *args, size_t n) {
    VV_AUTO method = {t, vv_intern_cstr(t, name)};
    return method.o == NULL ? VV_FAILED : vv_do_call_method(t, self, method.o, args, n);
}
static vv_step attribute(vv_thread *t, vv_ref self, const char *name) {
    VV_AUTO text = {t, vv_intern_cstr(t, name)};
    return text.o == NULL ? VV_FAILED : vv_do_getattr(t, self, text.o);
}
static vv_step unsupported(vv_thread *t, const char *what) {
    (void)!vv_raise_unsupported(t, what);
    return VV_FAILED;
}

/* ---- closing ---- */

/* t->ret = None, or ValueError when self.closed is true. slot: 0 */
static vv_step check_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, attribute(t, nf->argv[0], "closed"));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    if (t->ival)
        return vv_raise_step(t, VV_ValueError, "I/O operation on closed file.");
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step do_check(vv_thread *t, vv_ref self) {
    return vv_start1(t, check_native, "_checkClosed", self);
}
static vv_step iobase_check_closed(vv_thread *t, vv_native *nf) {
    return check_native(t, nf);
}
static vv_owned iobase_get_closed(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_IOBASE(self)->closed);
}
static vv_step iobase_flush(vv_thread *t, vv_native *nf) {
    if (VV_IOBASE(nf->argv[0])->closed)
        return vv_raise_step(t, VV_ValueError, "I/O operation on closed file.");
    return vv_return_none(t);
}

/* slot: 0 what flush raised */
static vv_step iobase_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_IOBASE(nf->argv[0])->closed)
        return vv_return_none(t);
    VV_AWAIT_CATCH(nf, call(t, nf->argv[0], "flush", NULL, 0));
    VV_IOBASE(nf->argv[0])->closed = true;
    if (nf->raised)
        return VV_FAILED;
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step iobase_enter(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_check(t, nf->argv[0]));
    vv_drop_ret(t);
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}
static vv_step iobase_exit(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, call(t, nf->argv[0], "close", NULL, 0));
    return VV_READY;
    VV_END(nf);
}

/* ---- what it can do ---- */

static vv_step iobase_seek(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "seek");
}
static vv_step iobase_truncate(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "truncate");
}
static vv_step iobase_fileno(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "fileno");
}
/* self.seek(0, 1) */
static vv_step iobase_tell(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_obj *const *ints = t->vm->small_ints - VV_SMALL_INT_MIN;
    VV_AWAIT(nf, call(t, nf->argv[0], "seek", (vv_obj *[]){ints[0], ints[1]}, 2));
    return VV_READY;
    VV_END(nf);
}
static vv_step iobase_not(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_check(t, nf->argv[0]));
    vv_drop_ret(t);
    return vv_return(t, vv_bool(t, false));
    VV_END(nf);
}
static vv_step iobase_isatty(vv_thread *t, vv_native *nf) {
    return iobase_not(t, nf);
}

/* ---- lines ---- */

/* slot: 0 bytearray, 1 one byte, 2 the number 1; i[0]: most bytes, or -1 */
static vv_step iobase_readline(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = -1;
    if (nf->argv[1] != NULL && nf->argv[1] != t->vm->none) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[1] = vv_take_ret(t);
        nf->i[0] = vv_int_clamp_index(nf->slot[1]);
    }
    nf->slot[0] = vv_bytearray_new(t, NULL, 0);
    nf->slot[2] = vv_int_new(t, 1);
    if (nf->slot[0] == NULL || nf->slot[2] == NULL)
        return VV_FAILED;
    while (nf->i[0] < 0 || VV_BYTEARRAY(nf->slot[0])->length < (uint64_t)nf->i[0]) {
        VV_AWAIT(nf, call(t, nf->argv[0], "read", nf->slot + 2, 1));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (!VV_ISA(nf->slot[1], BYTES))
            return vv_raise_step(t, VV_OSError, "read() should have returned a bytes object, not '%T'", nf->slot[1]);
        size_t n = VV_BYTES(nf->slot[1])->length, old = VV_BYTEARRAY(nf->slot[0])->length;
        if (n == 0)
            break;
        if (vv_bytearray_resize(t, nf->slot[0], old + n) < 0)
            return VV_FAILED;
        for (size_t k = 0; k < n; k++)
            VV_BYTEARRAY(nf->slot[0])->data[old + k] = VV_BYTES(nf->slot[1])->data[k];
        if (VV_BYTES(nf->slot[1])->data[n - 1] == '\n')
            break;
    }
    size_t n = VV_BYTEARRAY(nf->slot[0])->length;
    return vv_return(t, vv_bytes_new(t, n == 0 ? (const void *)"" : VV_BYTEARRAY(nf->slot[0])->data, n));
    VV_END(nf);
}

static vv_step iter_native(vv_thread *t, vv_native *nf) {
    return iobase_enter(t, nf);
}
static vv_step iobase_iter(vv_thread *t, vv_ref self) {
    return vv_start1(t, iter_native, "__iter__", self);
}
/* self.readline() until it is empty. slot: 0 line */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, call(t, nf->argv[0], "readline", NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_len(t, nf->slot[0]));
    return t->ival == 0 ? vv_return_null(t) : vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step iobase_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, next_native, "__next__", self);
}

/* slot: 0 list, 1 iterator, 2 line; i: 0 hint, 1 length so far */
static vv_step iobase_readlines(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL && nf->argv[1] != t->vm->none) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[2] = vv_take_ret(t);
        nf->i[0] = vv_int_clamp_index(nf->slot[2]);
    }
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    while (nf->i[0] <= 0 || nf->i[1] < nf->i[0]) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[1]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (vv_list_append(t, nf->slot[0], nf->slot[2]) < 0)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_len(t, nf->slot[2]));
        nf->i[1] += t->ival;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* slot: 0 iterator, 1 item */
static vv_step iobase_writelines(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_check(t, nf->argv[0]));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_none(t);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, call(t, nf->argv[0], "write", nf->slot + 1, 1));
        vv_drop_ret(t);
    }
    VV_END(nf);
}

#define BASE(spec_, name_, base_, doc_, slots_, methods_, getset_)                                                                 \
    const vv_typespec spec_ = {                                                                                                    \
        .name = name_, .module = "_io", .base = base_, .flags = VV_TF_GC | VV_TF_BASETYPE, .basicsize = sizeof(vv_iobase),         \
        .size64 = 32, .dictoffset = offsetof(vv_iobase, dict), .weakoffset = offsetof(vv_iobase, weaklist), .doc = doc_,           \
        .slots = slots_, .methods = methods_, .getset = getset_, .dealloc = iobase_dealloc, .traverse = iobase_traverse,           \
        .clear = iobase_clear,                                                                                                     \
    }

/* ---- raw, buffered and text files: what a subclass has to bring ---- */

static vv_step missing_read(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "read");
}
static vv_step missing_write(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "write");
}
static vv_step missing_readline(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "readline");
}
static vv_step missing_detach(vv_thread *t, vv_native *nf) {
    (void)nf;
    return unsupported(t, "detach");
}
static vv_owned none_getter(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_none(t);
}
#define MISSING(name, fn, signature)                                                                                               \
    { name, VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = fn}, signature, "Not supported by this class itself." }
#define END_OF_METHODS                                                                                                             \
    { NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL }

/* self.readinto(bytearray(n)) as bytes; slot: 0 buffer, 1 count */
static vv_step raw_read(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = -1;
    if (nf->argv[1] != NULL && nf->argv[1] != t->vm->none) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[1] = vv_take_ret(t);
        nf->i[0] = vv_int_clamp_index(nf->slot[1]);
    }
    if (nf->i[0] < 0) {
        VV_AWAIT(nf, call(t, nf->argv[0], "readall", NULL, 0));
        return VV_READY;
    }
    nf->slot[0] = vv_bytearray_new(t, NULL, (size_t)nf->i[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, call(t, nf->argv[0], "readinto", nf->slot, 1));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    if (nf->slot[1] == t->vm->none)
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_index(t, nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    int64_t n = vv_int_clamp_index(nf->slot[1]);
    if (n < 0 || (uint64_t)n > VV_BYTEARRAY(nf->slot[0])->length)
        return vv_raise_step(t, VV_ValueError, "readinto returned %lld outside buffer size %zu", (long long)n,
                             VV_BYTEARRAY(nf->slot[0])->length);
    return vv_return(t, vv_bytes_new(t, n == 0 ? (const void *)"" : VV_BYTEARRAY(nf->slot[0])->data, (size_t)n));
    VV_END(nf);
}

/* slot: 0 bytearray, 1 piece, 2 size of pieces */
static vv_step raw_readall(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_bytearray_new(t, NULL, 0);
    nf->slot[2] = vv_int_new(t, 8192);
    if (nf->slot[0] == NULL || nf->slot[2] == NULL)
        return VV_FAILED;
    for (;;) {
        VV_AWAIT(nf, call(t, nf->argv[0], "read", nf->slot + 2, 1));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->slot[1] == t->vm->none && VV_BYTEARRAY(nf->slot[0])->length == 0)
            return vv_return_none(t);
        if (nf->slot[1] != t->vm->none && !VV_ISA(nf->slot[1], BYTES))
            return vv_raise_step(t, VV_TypeError, "read() should return bytes");
        size_t n = nf->slot[1] == t->vm->none ? 0 : VV_BYTES(nf->slot[1])->length, old = VV_BYTEARRAY(nf->slot[0])->length;
        if (n == 0)
            return vv_return(t, vv_bytes_new(t, old == 0 ? (const void *)"" : VV_BYTEARRAY(nf->slot[0])->data, old));
        if (vv_bytearray_resize(t, nf->slot[0], old + n) < 0)
            return VV_FAILED;
        for (size_t k = 0; k < n; k++)
            VV_BYTEARRAY(nf->slot[0])->data[old + k] = VV_BYTES(nf->slot[1])->data[k];
    }
    VV_END(nf);
}

static const vv_methoddef raw_methods[] = {
    {"read", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = raw_read}, "read($self, size=-1, /)", "Read up to `size` bytes with readinto()."},
    {"readall", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = raw_readall}, "readall($self, /)", "Read until the end with read()."},
    END_OF_METHODS,
};
static const vv_methoddef buffered_methods[] = {
    MISSING("read", missing_read, "read($self, size=-1, /)"),
    MISSING("read1", missing_read, "read1($self, size=-1, /)"),
    MISSING("write", missing_write, "write($self, b, /)"),
    MISSING("detach", missing_detach, "detach($self, /)"),
    END_OF_METHODS,
};
static const vv_methoddef text_methods[] = {
    MISSING("read", missing_read, "read($self, size=-1, /)"),
    MISSING("readline", missing_readline, "readline($self, size=-1, /)"),
    MISSING("write", missing_write, "write($self, s, /)"),
    MISSING("detach", missing_detach, "detach($self, /)"),
    END_OF_METHODS,
};
static const vv_getsetdef text_getset[] = {
    {"encoding", none_getter, NULL, NULL}, {"newlines", none_getter, NULL, NULL}, {"errors", none_getter, NULL, NULL}, {NULL, NULL, NULL, NULL}};

BASE(vv_iobase_spec, "_IOBase", VV_T_OBJECT, "What all files have in common.", &iobase_slots, iobase_methods, iobase_getset);
BASE(vv_rawiobase_spec, "_RawIOBase", VV_T_IOBASE, "Files of bytes without a buffer.", NULL, raw_methods, NULL);
BASE(vv_bufferediobase_spec, "_BufferedIOBase", VV_T_IOBASE, "Files of bytes with a buffer.", NULL, buffered_methods, NULL);
BASE(vv_textiobase_spec, "_TextIOBase", VV_T_IOBASE, "Text files.", NULL, text_methods, text_getset);
