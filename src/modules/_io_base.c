/* _io_base.c - what files have in common: io.IOBase and the bases of raw, buffered and text files. They are made to be
 * subclassed: a method that a subclass has to bring raises UnsupportedOperation here, and the others call those.
 */
#include "modules/_io.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/tuple.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/bytelike.h"

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
    return vv_io_create(t, cls, args, nargs, kwnames);
}
vv_step vv_io_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    vv_owned o = vv_new_object(t, VV_AS_TYPE(cls), VV_AS_TYPE(cls)->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

vv_step vv_io_call(vv_thread *t, vv_ref self, const char *name, vv_obj *const *args, size_t n) {
    VV_AUTO method = {t, vv_intern_cstr(t, name)};
    return method.o == NULL ? VV_FAILED : vv_do_call_method(t, self, method.o, args, n);
}
vv_step vv_io_attribute(vv_thread *t, vv_ref self, const char *name) {
    VV_AUTO text = {t, vv_intern_cstr(t, name)};
    return text.o == NULL ? VV_FAILED : vv_do_getattr(t, self, text.o);
}
vv_step vv_io_unsupported(vv_thread *t, const char *what) {
    (void)!vv_raise_unsupported(t, what);
    return VV_FAILED;
}

/* argv: self, name; slot: 0 value; i: 0 it is a method */
static vv_step truth_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->i[0] ? vv_do_call_method(t, nf->argv[0], nf->argv[1], NULL, 0) : vv_do_getattr(t, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return vv_return_int(t, t->ival);
    VV_END(nf);
}
static vv_step truth_of(vv_thread *t, vv_ref self, const char *name, bool method) {
    VV_AUTO text = {t, vv_intern_cstr(t, name)};
    vv_native *nf = text.o == NULL ? NULL : vv_push_native(t, truth_native, name, (vv_obj *[]){VV_OBJ(self), text.o}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = method;
    return VV_PUSHED;
}
vv_step vv_io_flag(vv_thread *t, vv_ref self, const char *name) {
    return truth_of(t, self, name, false);
}
vv_step vv_io_ask(vv_thread *t, vv_ref self, const char *name) {
    return truth_of(t, self, name, true);
}

/* argv: object; i: 0 exception id */
static vv_step int_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    vv_setref_take(t, &nf->argv[0], vv_take_ret(t));
    int64_t value;
    if (vv_int_as_i64(t, nf->argv[0], &value) < 0) {
        vv_clear_error(t);
        return vv_raise_step(t, (int)nf->i[0], "cannot fit 'int' into an offset-sized integer");
    }
    return vv_return_int(t, value);
    VV_END(nf);
}
vv_step vv_io_int(vv_thread *t, vv_ref o, int error) {
    if (VV_IS(t, o, INT) && vv_int_is_compact(o))
        return vv_return_int(t, vv_int_compact(o));
    vv_native *nf = vv_push_native(t, int_native, "__index__", (vv_obj *[]){VV_OBJ(o)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = error;
    return VV_PUSHED;
}
vv_step vv_io_size(vv_thread *t, vv_ref o) {
    if (o == NULL || o == VV_NONE(t))
        return vv_return_int(t, -1);
    if (!VV_ISA(o, INT) && o->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "argument should be integer or None, not '%T'", o);
    return vv_io_int(t, o, VV_OverflowError);
}

vv_owned vv_io_no_pickle(vv_thread *t, vv_obj *const *argv) {
    const char *name = argv[0]->type->tp_name;
    for (const char *at = name; *at != 0; at++)
        name = *at == '.' ? at + 1 : name;
    return vv_raise(t, VV_TypeError, "cannot pickle '%s' instances", name);
}
vv_step vv_io_blocked(vv_thread *t, int64_t written) {
    VV_AUTO number = {t, vv_int_new(t, 11)};
    VV_AUTO text = {t, vv_str_from_cstr(t, "write could not complete without blocking")};
    VV_AUTO count = {t, vv_int_new(t, written)};
    VV_AUTO args = {t, number.o == NULL || text.o == NULL || count.o == NULL ? NULL : vv_tuple_pack(t, 3, number.o, text.o, count.o)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, VV_BlockingIOError, args.o)};
    return exc.o == NULL ? VV_FAILED : vv_raise_object(t, exc.o);
}
vv_step vv_io_chain(vv_thread *t, vv_owned earlier) {
    if (earlier == NULL)
        return t->exc == NULL ? VV_READY : VV_FAILED;
    if (t->exc == NULL)
        vv_restore_error_take(t, earlier);
    else if (t->exc == earlier)
        vv_decref(t, earlier);
    else
        vv_setref_take(t, &VV_EXC_OF(t->exc)->context, earlier);
    return VV_FAILED;
}

/* argv: self, encoding or NULL; slot: 0 text so far, 1 piece; i: 0 the mode too */
static vv_step repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_format(t, "<%s", nf->argv[1] != NULL ? "_io.TextIOWrapper" : nf->argv[0]->type->tp_name);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (nf->i[1] = 0; nf->i[1] <= nf->i[0]; nf->i[1]++) {
        vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, nf->i[1] == 0 ? "name" : "mode"));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_lookup_attr(t, nf->argv[0], nf->slot[1]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_ValueError))
                return VV_FAILED;
            vv_clear_error(t);
            continue;
        }
        if (t->ret == NULL)
            continue;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_repr(t, nf->slot[1]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        vv_setref_take(t, &nf->slot[0], vv_format(t, "%U %s=%U", nf->slot[0], nf->i[1] == 0 ? "name" : "mode", nf->slot[1]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    if (nf->argv[1] == NULL)
        return vv_return(t, vv_format(t, "%U>", nf->slot[0]));
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    return vv_return(t, vv_format(t, "%U encoding=%U>", nf->slot[0], nf->slot[1]));
    VV_END(nf);
}
vv_step vv_io_repr(vv_thread *t, vv_ref self, bool mode, vv_ref encoding_or_null) {
    vv_native *nf = vv_push_native(t, repr_native, "__repr__", (vv_obj *[]){VV_OBJ(self), VV_OBJ(encoding_or_null)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = mode;
    return VV_PUSHED;
}

/* ---- closing ---- */

/* t->ret = None, or ValueError when self.closed is true. slot: 0 */
static vv_step check_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_attribute(t, nf->argv[0], "closed"));
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

vv_step vv_iobase_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_IOBASE(nf->argv[0])->closed)
        return vv_return_none(t);
    VV_AWAIT_CATCH(nf, vv_io_call(t, nf->argv[0], "flush", NULL, 0));
    VV_IOBASE(nf->argv[0])->closed = true;
    if (nf->raised)
        return VV_FAILED;
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step iobase_close(vv_thread *t, vv_native *nf) {
    return vv_iobase_close(t, nf);
}

/* What dies without having been closed is closed; nobody hears of what goes wrong. slot: 0 name */
static vv_step del_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_io_flag(t, nf->argv[0], "closed"));
    if (nf->raised)
        vv_clear_error(t);
    else if (t->ival)
        return vv_return_none(t);
    nf->slot[0] = vv_intern_cstr(t, "_finalizing");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_setattr(t, nf->argv[0], nf->slot[0], VV_TRUE(t)));
    if (nf->raised)
        vv_clear_error(t);
    VV_AWAIT_CATCH(nf, vv_io_call(t, nf->argv[0], "close", NULL, 0));
    if (nf->raised)
        vv_clear_error(t);
    else
        vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step iobase_del(vv_thread *t, vv_ref self) {
    return vv_iobase_del(t, self);
}
vv_step vv_iobase_del(vv_thread *t, vv_ref self) {
    return vv_start1(t, del_native, "__del__", self);
}

/* Raises UnsupportedOperation unless self.`name`() is true. t->ret = True */
static vv_step check_able(vv_thread *t, vv_native *nf, const char *name, const char *complaint) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], name, NULL, 0));
    if (t->ret == t->vm->true_)
        return VV_READY;
    vv_drop_ret(t);
    return vv_io_unsupported(t, complaint);
    VV_END(nf);
}
static vv_step iobase_check_seekable(vv_thread *t, vv_native *nf) {
    return check_able(t, nf, "seekable", "File or stream is not seekable.");
}
static vv_step iobase_check_readable(vv_thread *t, vv_native *nf) {
    return check_able(t, nf, "readable", "File or stream is not readable.");
}
static vv_step iobase_check_writable(vv_thread *t, vv_native *nf) {
    return check_able(t, nf, "writable", "File or stream is not writable.");
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
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "close", NULL, 0));
    return VV_READY;
    VV_END(nf);
}

/* ---- what it can do ---- */

static vv_step iobase_seek(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "seek");
}
static vv_step iobase_truncate(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "truncate");
}
static vv_step iobase_fileno(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "fileno");
}
/* self.seek(0, 1) */
static vv_step iobase_tell(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_obj *const *ints = t->vm->small_ints - VV_SMALL_INT_MIN;
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "seek", (vv_obj *[]){ints[0], ints[1]}, 2));
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
        VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "read", nf->slot + 2, 1));
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
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "readline", NULL, 0));
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
        VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "write", nf->slot + 1, 1));
        vv_drop_ret(t);
    }
    VV_END(nf);
}

#define BASE(spec_, name_, base_, doc_, slots_, methods_, getset_)                                                                 \
    const vv_typespec spec_ = {                                                                                                    \
        .name = name_, .module = "_io", .base = base_, .flags = VV_TF_GC | VV_TF_BASETYPE, .basicsize = sizeof(vv_iobase),         \
        .size64 = 48, .dictoffset = offsetof(vv_iobase, dict), .weakoffset = offsetof(vv_iobase, weaklist), .doc = doc_,           \
        .slots = slots_, .methods = methods_, .getset = getset_, .dealloc = iobase_dealloc, .traverse = iobase_traverse,           \
        .clear = iobase_clear,                                                                                                     \
    }

/* ---- raw, buffered and text files: what a subclass has to bring ---- */

static vv_step missing_read(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "read");
}
/* self.read(len(b)) or self.read1(len(b)) put into b; slot: 0 length, 1 data */
static vv_step read_into(vv_thread *t, vv_native *nf, const char *method) {
    VV_BEGIN(nf);
    uint8_t *to;
    size_t room;
    if (!vv_bytes_writable_view(nf->argv[1], &to, &room))
        return vv_raise_step(t, VV_TypeError, "%sinto%s() argument must be read-write bytes-like object, not %A",
                             "read", method[4] != 0 ? "1" : "", nf->argv[1]);
    nf->slot[0] = vv_int_new(t, (int64_t)room);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], method, nf->slot, 1));
    nf->slot[1] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[1], BYTES))
        return vv_raise_step(t, VV_TypeError, "%s() should return bytes", method);
    size_t n = VV_BYTES(nf->slot[1])->length;
    uint8_t *at;
    if (!vv_bytes_writable_view(nf->argv[1], &at, &room))
        return vv_raise_step(t, VV_BufferError, "the buffer is gone");
    if (n > room)
        return vv_raise_step(t, VV_ValueError, "%s() returned too much data: %zu bytes requested, %zu returned", method, room, n);
    for (size_t k = 0; k < n; k++)
        at[k] = VV_BYTES(nf->slot[1])->data[k];
    return vv_return(t, vv_int_new(t, (int64_t)n));
    VV_END(nf);
}
static vv_step buffered_readinto(vv_thread *t, vv_native *nf) {
    return read_into(t, nf, "read");
}
static vv_step buffered_readinto1(vv_thread *t, vv_native *nf) {
    return read_into(t, nf, "read1");
}
static vv_step missing_write(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "write");
}
static vv_step missing_readline(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "readline");
}
static vv_step missing_detach(vv_thread *t, vv_native *nf) {
    (void)nf;
    return vv_io_unsupported(t, "detach");
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
        VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "readall", NULL, 0));
        return VV_READY;
    }
    nf->slot[0] = vv_bytearray_new(t, NULL, (size_t)nf->i[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "readinto", nf->slot, 1));
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
        VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "read", nf->slot + 2, 1));
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
    {"readinto", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = buffered_readinto}, "readinto($self, buffer, /)", "Read bytes into a buffer with read(); return how many."},
    {"readinto1", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = buffered_readinto1}, "readinto1($self, buffer, /)", "The same with read1()."},
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
