/* _io_buffered.c - io.BufferedReader, BufferedWriter, BufferedRandom and BufferedRWPair: a buffer before a raw file.
 *
 * One buffer serves reading and writing. Its bytes [0, read_end) were read from the raw file, [write_pos, write_end) are to be
 * written to it; `pos` is the position of the user in it and raw_pos that of the raw file, both counted from its start.
 * The raw file may be any Python object, so every use of it may run Python (an await), after which the fields are looked at again.
 */
#include <string.h>

#include "modules/_io.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/str.h"
#include "vm/frame.h"

enum { BUFFER_SIZE = 8192 };

typedef struct vv_buffered {
    vv_iobase base;
    vv_obj *raw;  /* owned; NULL before __init__ and once detached */
    uint8_t *buf; /* vv_alloc; NULL once closed */
    int64_t size, pos, raw_pos;
    int64_t read_end;             /* -1: nothing was read */
    int64_t write_pos, write_end; /* write_end -1: nothing was written */
    int64_t abs_pos;              /* of the raw file, -1: not known */
    bool ok, detached, readable, writable;
} vv_buffered;
#define B(o) ((vv_buffered *)(o))

static vv_getter_fn buffered_get_closed, buffered_get_name, buffered_get_mode, pair_get_closed;
#define VV_DEF_NAME buffered
#define VV_DEF_FILE "modules/_io_buffered.def"
#include "object/deftype.h"

static int buffered_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_IOBASE(self)->dict);
    VV_VISIT(B(self)->raw);
    return 0;
}
static void buffered_clear(vv_thread *t, vv_obj *self) {
    B(self)->ok = false;
    vv_clearref(t, &VV_IOBASE(self)->dict);
    vv_clearref(t, &B(self)->raw);
}
static void buffered_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_IOBASE(self)->dict);
    vv_xdecref(t, B(self)->raw);
    vv_free(t, B(self)->buf);
    vv_free_object(t, self);
}

/* ---- the state ---- */

static bool has_read(const vv_buffered *b) {
    return b->readable && b->read_end != -1;
}
static bool has_written(const vv_buffered *b) {
    return b->writable && b->write_end != -1;
}
static int64_t ahead(const vv_buffered *b) {
    return has_read(b) ? b->read_end - b->pos : 0;
}
/* How far the raw file stands before the user. */
static int64_t raw_offset(const vv_buffered *b) {
    return (has_read(b) || has_written(b)) && b->raw_pos >= 0 ? b->raw_pos - b->pos : 0;
}
static void move_to(vv_buffered *b, int64_t pos) {
    b->pos = pos;
    if (has_read(b) && b->read_end < pos)
        b->read_end = pos;
}
static void forget_read(vv_buffered *b) {
    b->read_end = -1;
}
static void forget_written(vv_buffered *b) {
    b->write_pos = 0;
    b->write_end = -1;
}

static int check_ok(vv_thread *t, const vv_buffered *b) {
    if (b->ok)
        return 0;
    return vv_raise_int(t, VV_ValueError, b->detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}
static int check_buffer(vv_thread *t, const vv_buffered *b) {
    return b->buf != NULL ? 0 : vv_raise_int(t, VV_ValueError, "I/O operation on closed file");
}

/* argv: self; i: 0 what to say (a constant string) */
static vv_step open_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_flag(t, B(nf->argv[0])->raw, "closed"));
    if (t->ival)
        return vv_raise_step(t, VV_ValueError, "%s", (const char *)(intptr_t)nf->i[0]);
    return vv_return_null(t);
    VV_END(nf);
}
/* The buffer can be used, or ValueError `closed`. t->ret = NULL */
static vv_step ready(vv_thread *t, vv_ref self, const char *closed) {
    const vv_buffered *b = B(self);
    if (check_ok(t, b) < 0)
        return VV_FAILED;
    if (ahead(b) > 0 && b->buf != NULL)
        return vv_return_null(t);
    if (b->buf == NULL)
        return vv_raise_step(t, VV_ValueError, "%s", closed);
    if (vv_raw_is_plain(t, b->raw))
        return VV_FILEIO(b->raw)->fd >= 0 ? vv_return_null(t) : vv_raise_step(t, VV_ValueError, "%s", closed);
    vv_native *nf = vv_push_native(t, open_native, "closed", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (intptr_t)closed;
    return VV_PUSHED;
}

/* ---- the raw file ---- */

/* argv: self; i: 0 n */
static vv_step raw_read_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_raw_read(t, B(nf->argv[0])->raw, (size_t)nf->i[0]));
    vv_buffered *b = B(nf->argv[0]);
    if (VV_IS(t, t->ret, BYTES) && b->abs_pos != -1)
        b->abs_pos += (int64_t)VV_BYTES(t->ret)->length;
    return VV_READY;
    VV_END(nf);
}
/* Up to n bytes: t->ret = bytes or None. */
static vv_step raw_read(vv_thread *t, vv_ref self, int64_t n) {
    vv_native *nf = vv_push_native(t, raw_read_native, "read", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = n;
    return VV_PUSHED;
}

/* argv: self; i: 0 offset, 1 whence (-1: tell) */
static vv_step raw_seek_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->i[1] < 0 ? vv_raw_tell(t, B(nf->argv[0])->raw) : vv_raw_seek(t, B(nf->argv[0])->raw, nf->i[0], nf->i[1]));
    B(nf->argv[0])->abs_pos = t->ival;
    return vv_return_int(t, t->ival);
    VV_END(nf);
}
/* t->ival = the new position */
static vv_step raw_seek(vv_thread *t, vv_ref self, int64_t offset, int64_t whence) {
    vv_native *nf = vv_push_native(t, raw_seek_native, "seek", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = offset;
    nf->i[1] = whence;
    return VV_PUSHED;
}
static vv_step raw_tell(vv_thread *t, vv_ref self) {
    return raw_seek(t, self, 0, -1);
}

/* Reads once into the free part of the buffer: t->ival = how much, -1 for "would block". argv: self; i: 0 where */
static vv_step fill_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = has_read(B(nf->argv[0])) ? B(nf->argv[0])->read_end : 0;
    VV_AWAIT(nf, raw_read(t, nf->argv[0], B(nf->argv[0])->size - nf->i[0]));
    VV_AUTO data = {t, vv_take_ret(t)};
    if (data.o == t->vm->none)
        return vv_return_int(t, -1);
    vv_buffered *b = B(nf->argv[0]);
    int64_t n = (int64_t)VV_BYTES(data.o)->length;
    if (n == 0)
        return vv_return_int(t, 0);
    if (check_buffer(t, b) < 0)
        return VV_FAILED;
    if (nf->i[0] + n > b->size)
        return vv_raise_step(t, VV_OSError, "the file was changed while it was read");
    memcpy(b->buf + nf->i[0], VV_BYTES(data.o)->data, (size_t)n);
    b->read_end = b->raw_pos = nf->i[0] + n;
    return vv_return_int(t, n);
    VV_END(nf);
}
static vv_step fill(vv_thread *t, vv_ref self) {
    return vv_start1(t, fill_native, "read", self);
}

/* ---- flushing ---- */

/* Writes out what waits. t->ret = NULL; slot: 0 bytes */
static vv_step flush_written(vv_thread *t, vv_native *nf) {
    vv_buffered *b = B(nf->argv[0]);
    VV_BEGIN(nf);
    if (!has_written(b) || b->write_pos == b->write_end) {
        forget_written(b);
        return vv_return_null(t);
    }
    nf->i[0] = raw_offset(b) + b->pos - b->write_pos;
    if (nf->i[0] != 0) {
        VV_AWAIT(nf, raw_seek(t, nf->argv[0], -nf->i[0], 1));
        b = B(nf->argv[0]);
        b->raw_pos -= nf->i[0];
    }
    while (b->write_pos < b->write_end) {
        if (check_buffer(t, b) < 0)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[0], vv_bytes_new(t, b->buf + b->write_pos, (size_t)(b->write_end - b->write_pos)));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_raw_write(t, b->raw, nf->slot[0], true));
        if (t->ival < 0)
            return vv_io_blocked(t, 0);
        if (b->abs_pos != -1)
            b->abs_pos += t->ival;
        b->write_pos += t->ival;
        b->raw_pos = b->write_pos;
    }
    forget_written(b);
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step write_out(vv_thread *t, vv_ref self) {
    const vv_buffered *b = B(self);
    if (!has_written(b) || b->write_pos == b->write_end) {
        forget_written(B(self));
        return vv_return_null(t);
    }
    return vv_start1(t, flush_written, "flush", self);
}

/* Writes out what waits and puts the raw file where the user is. t->ret = NULL */
static vv_step settle_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, write_out(t, nf->argv[0]));
    if (B(nf->argv[0])->readable) {
        VV_AWAIT(nf, raw_seek(t, nf->argv[0], -raw_offset(B(nf->argv[0])), 1));
        forget_read(B(nf->argv[0]));
    }
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step settle(vv_thread *t, vv_ref self) {
    return vv_start1(t, settle_native, "flush", self);
}
/* The same before reading, if it can be written at all. */
static vv_step settle_before_read(vv_thread *t, vv_ref self) {
    return B(self)->writable ? settle(t, self) : vv_return_null(t);
}

static vv_step buffered_flush(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, ready(t, nf->argv[0], "flush of closed file"));
    VV_AWAIT(nf, settle(t, nf->argv[0]));
    VV_AWAIT(nf, vv_raw_store(t, B(nf->argv[0])->raw));
    return vv_return_none(t);
    VV_END(nf);
}
/* BufferedReader has nothing to write: its raw file is asked. */
static vv_step reader_flush(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, B(nf->argv[0])->raw, "flush", NULL, 0));
    return VV_READY;
    VV_END(nf);
}

/* ---- closing ---- */

static vv_step buffered_dealloc_warn(vv_thread *t, vv_native *nf) { /* argv: self, source */
    VV_BEGIN(nf);
    if (B(nf->argv[0])->ok && B(nf->argv[0])->raw != NULL) {
        VV_AWAIT_CATCH(nf, vv_io_call(t, B(nf->argv[0])->raw, "_dealloc_warn", nf->argv + 1, 1));
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_drop_ret(t);
    }
    return vv_return_none(t);
    VV_END(nf);
}

/* slot: 0 what flush raised, 1 what close answered */
static vv_step buffered_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_flag(t, B(nf->argv[0])->raw, "closed"));
    if (t->ival)
        return vv_return_none(t);
    if (VV_IOBASE(nf->argv[0])->finalizing) {
        VV_AWAIT(nf, vv_start2(t, buffered_dealloc_warn, "_dealloc_warn", nf->argv[0], nf->argv[0]));
        vv_drop_ret(t);
    }
    VV_AWAIT_CATCH(nf, vv_io_call(t, nf->argv[0], "flush", NULL, 0));
    if (nf->raised)
        nf->slot[0] = vv_take_error(t);
    else
        vv_drop_ret(t);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_io_call(t, B(nf->argv[0])->raw, "close", NULL, 0));
    vv_free(t, B(nf->argv[0])->buf);
    B(nf->argv[0])->buf = NULL;
    B(nf->argv[0])->pos = 0;
    forget_read(B(nf->argv[0]));
    forget_written(B(nf->argv[0]));
    if (!nf->raised)
        nf->slot[1] = vv_take_ret(t);
    return vv_io_chain(t, vv_move(&nf->slot[0])) == VV_FAILED ? VV_FAILED : vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

static vv_step buffered_detach(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "flush", NULL, 0));
    vv_drop_ret(t);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    B(nf->argv[0])->detached = true;
    B(nf->argv[0])->ok = false;
    return vv_return(t, vv_move(&B(nf->argv[0])->raw));
    VV_END(nf);
}

/* ---- what the raw file answers ---- */

static vv_step ask_raw(vv_thread *t, vv_native *nf, const char *name) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, B(nf->argv[0])->raw, name, NULL, 0));
    return VV_READY;
    VV_END(nf);
}
static vv_step buffered_seekable(vv_thread *t, vv_native *nf) {
    return ask_raw(t, nf, "seekable");
}
static vv_step buffered_readable(vv_thread *t, vv_native *nf) {
    return ask_raw(t, nf, "readable");
}
static vv_step buffered_writable(vv_thread *t, vv_native *nf) {
    return ask_raw(t, nf, "writable");
}
static vv_step buffered_fileno(vv_thread *t, vv_native *nf) {
    return ask_raw(t, nf, "fileno");
}
static vv_step buffered_isatty(vv_thread *t, vv_native *nf) {
    return ask_raw(t, nf, "isatty");
}
static vv_owned of_raw(vv_thread *t, vv_ref self, const char *name) {
    return check_ok(t, B(self)) < 0 ? NULL : vv_getter_step(t, vv_io_attribute(t, B(self)->raw, name));
}
static vv_owned buffered_get_closed(vv_thread *t, vv_ref self) {
    return of_raw(t, self, "closed");
}
static vv_owned buffered_get_name(vv_thread *t, vv_ref self) {
    return of_raw(t, self, "name");
}
static vv_owned buffered_get_mode(vv_thread *t, vv_ref self) {
    return of_raw(t, self, "mode");
}
static vv_owned buffered_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, 152 + (B(argv[0])->buf != NULL ? B(argv[0])->size : 0));
}
static vv_step buffered_repr(vv_thread *t, vv_ref self) {
    return vv_io_repr(t, self, false, NULL);
}

/* ---- reading ---- */

static vv_owned take(vv_thread *t, vv_buffered *b, int64_t n) {
    vv_owned bytes = vv_bytes_new(t, n == 0 ? (const void *)"" : b->buf + b->pos, (size_t)n);
    if (bytes != NULL)
        b->pos += n;
    return bytes;
}

/* bytes slot[0] + bytes slot[1]; either NULL. */
static vv_owned joined(vv_thread *t, vv_ref a, vv_ref b) {
    if (a == NULL || VV_BYTES(a)->length == 0)
        return b == NULL ? vv_newref(t->vm->empty_bytes) : vv_newref(b);
    if (b == NULL || VV_BYTES(b)->length == 0)
        return vv_newref(a);
    size_t n = VV_BYTES(a)->length, m = VV_BYTES(b)->length;
    vv_owned both = vv_bytes_alloc(t, VV_TYPEP(t, BYTES), n + m);
    if (both != NULL) {
        memcpy(VV_BYTES(both)->data, VV_BYTES(a)->data, n);
        memcpy(VV_BYTES(both)->data + n, VV_BYTES(b)->data, m);
    }
    return both;
}

static int append(vv_thread *t, vv_ref bytearray, const void *data, size_t n) {
    size_t old = VV_BYTEARRAY(bytearray)->length;
    if (n == 0)
        return 0;
    if (vv_bytearray_resize(t, bytearray, old + n) < 0)
        return -1;
    memcpy(VV_BYTEARRAY(bytearray)->data + old, data, n);
    return 0;
}
static vv_owned bytes_of(vv_thread *t, vv_ref bytearray) {
    size_t n = VV_BYTEARRAY(bytearray)->length;
    return vv_bytes_new(t, n == 0 ? (const void *)"" : VV_BYTEARRAY(bytearray)->data, n);
}

/* argv: self; slot: 0 what was there, 1 method or piece, 2 bytearray */
static vv_step read_all(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (ahead(B(nf->argv[0])) > 0) {
        nf->slot[0] = take(t, B(nf->argv[0]), ahead(B(nf->argv[0])));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
    forget_read(B(nf->argv[0]));
    nf->slot[1] = vv_intern_cstr(t, "readall");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, B(nf->argv[0])->raw, nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    if (nf->slot[1] != NULL) {
        VV_AWAIT(nf, vv_do_call0(t, nf->slot[1]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->slot[1] == t->vm->none)
            return vv_return(t, nf->slot[0] != NULL ? vv_newref(nf->slot[0]) : vv_none(t));
        if (!VV_ISA(nf->slot[1], BYTES))
            return vv_raise_step(t, VV_TypeError, "readall() should return bytes");
        if (B(nf->argv[0])->abs_pos != -1)
            B(nf->argv[0])->abs_pos += (int64_t)VV_BYTES(nf->slot[1])->length;
        return vv_return(t, joined(t, nf->slot[0], nf->slot[1]));
    }
    nf->slot[2] = vv_bytearray_new(t, NULL, 0);
    if (nf->slot[2] == NULL ||
        (nf->slot[0] != NULL && append(t, nf->slot[2], VV_BYTES(nf->slot[0])->data, VV_BYTES(nf->slot[0])->length) < 0))
        return VV_FAILED;
    for (;;) {
        VV_AWAIT(nf, vv_io_call(t, B(nf->argv[0])->raw, "read", NULL, 0));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->slot[1] != t->vm->none && !VV_ISA(nf->slot[1], BYTES))
            return vv_raise_step(t, VV_TypeError, "read() should return bytes");
        if (nf->slot[1] == t->vm->none || VV_BYTES(nf->slot[1])->length == 0) {
            if (nf->slot[1] == t->vm->none && VV_BYTEARRAY(nf->slot[2])->length == 0)
                return vv_return_none(t);
            return vv_return(t, bytes_of(t, nf->slot[2]));
        }
        if (append(t, nf->slot[2], VV_BYTES(nf->slot[1])->data, VV_BYTES(nf->slot[1])->length) < 0)
            return VV_FAILED;
        if (B(nf->argv[0])->abs_pos != -1)
            B(nf->argv[0])->abs_pos += (int64_t)VV_BYTES(nf->slot[1])->length;
    }
    VV_END(nf);
}

/* Exactly n bytes unless the file ends: whole buffers straight from the raw file, the rest through the buffer. t->ret = bytes,
 * or None when nothing came and it would block. argv: self; slot: 0 bytearray; i: 0 n, 1 one read at most, 2 wanted now */
static vv_step read_many(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_bytearray_new(t, NULL, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->i[2] = ahead(B(nf->argv[0]));
    if (nf->i[2] > 0) {
        if (append(t, nf->slot[0], B(nf->argv[0])->buf + B(nf->argv[0])->pos, (size_t)nf->i[2]) < 0)
            return VV_FAILED;
        B(nf->argv[0])->pos += nf->i[2];
    }
    VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
    forget_read(B(nf->argv[0]));
    B(nf->argv[0])->pos = 0;
    while ((int64_t)VV_BYTEARRAY(nf->slot[0])->length < nf->i[0]) {
        nf->i[2] = nf->i[0] - (int64_t)VV_BYTEARRAY(nf->slot[0])->length;
        if (nf->i[2] >= B(nf->argv[0])->size) {
            VV_AWAIT(nf, raw_read(t, nf->argv[0], nf->i[2] - nf->i[2] % B(nf->argv[0])->size));
            if (t->ret == t->vm->none)
                nf->i[3] = -1;
            else if ((nf->i[3] = (int64_t)VV_BYTES(t->ret)->length) > 0) {
                VV_AUTO data = {t, vv_take_ret(t)};
                if (append(t, nf->slot[0], VV_BYTES(data.o)->data, (size_t)nf->i[3]) < 0)
                    return VV_FAILED;
            }
            vv_drop_ret(t);
        } else {
            if (has_read(B(nf->argv[0])) && B(nf->argv[0])->read_end >= B(nf->argv[0])->size)
                break;
            VV_AWAIT(nf, fill(t, nf->argv[0]));
            nf->i[3] = t->ival;
            if (nf->i[3] > 0) {
                vv_buffered *b = B(nf->argv[0]);
                int64_t n = ahead(b) < nf->i[2] ? ahead(b) : nf->i[2];
                if (check_buffer(t, b) < 0 || append(t, nf->slot[0], b->buf + b->pos, (size_t)n) < 0)
                    return VV_FAILED;
                b->pos += n;
            }
        }
        if (nf->i[3] <= 0) {
            if (nf->i[3] < 0 && VV_BYTEARRAY(nf->slot[0])->length == 0)
                return vv_return_none(t);
            break;
        }
    }
    return vv_return(t, bytes_of(t, nf->slot[0]));
    VV_END(nf);
}
static vv_step start_read(vv_thread *t, vv_ref self, int64_t n) {
    vv_native *nf = vv_push_native(t, read_many, "read", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = n;
    return VV_PUSHED;
}

/* argv: self, size; i: 0 size */
static vv_step buffered_read(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_size(t, nf->argv[1]));
    nf->i[0] = t->ival;
    if (nf->i[0] < -1)
        return vv_raise_step(t, VV_ValueError, "read length must be non-negative or -1");
    VV_AWAIT(nf, ready(t, nf->argv[0], "read of closed file"));
    if (nf->i[0] == -1) {
        VV_AWAIT(nf, vv_start1(t, read_all, "read", nf->argv[0]));
        return VV_READY;
    }
    if (nf->i[0] <= ahead(B(nf->argv[0])))
        return vv_return(t, take(t, B(nf->argv[0]), nf->i[0]));
    VV_AWAIT(nf, start_read(t, nf->argv[0], nf->i[0]));
    return VV_READY;
    VV_END(nf);
}
static vv_owned buffered_read_now(vv_thread *t, vv_obj *const *argv) {
    vv_buffered *b = B(argv[0]);
    if (!b->ok || b->buf == NULL || argv[1] == NULL || !VV_IS(t, argv[1], INT))
        return NULL;
    int64_t n = vv_int_clamp_index(argv[1]);
    return n < 0 || n > ahead(b) || ahead(b) == 0 ? NULL : take(t, b, n);
}

/* argv: self, size; i: 0 size */
static vv_step buffered_read1(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_io_int(t, nf->argv[1], VV_OverflowError));
        nf->i[0] = t->ival;
    }
    if (nf->i[0] < 0 || nf->argv[1] == NULL)
        nf->i[0] = B(nf->argv[0])->size;
    VV_AWAIT(nf, ready(t, nf->argv[0], "read of closed file"));
    if (nf->i[0] == 0)
        return vv_return(t, vv_newref(t->vm->empty_bytes));
    if (ahead(B(nf->argv[0])) > 0)
        return vv_return(t, take(t, B(nf->argv[0]), nf->i[0] < ahead(B(nf->argv[0])) ? nf->i[0] : ahead(B(nf->argv[0]))));
    VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
    forget_read(B(nf->argv[0]));
    VV_AWAIT(nf, raw_read(t, nf->argv[0], nf->i[0]));
    if (t->ret == t->vm->none) {
        vv_drop_ret(t);
        return vv_return(t, vv_newref(t->vm->empty_bytes));
    }
    return VV_READY;
    VV_END(nf);
}

/* Bytes for a buffer: argv: self, buffer; slot: 0 bytes; i: 0 room, 1 done, 2 one read only */
static vv_step read_into(vv_thread *t, vv_native *nf, bool once) {
    VV_BEGIN(nf);
    uint8_t *to;
    size_t room;
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    if (!vv_bytes_writable_view(nf->argv[1], &to, &room))
        return vv_raise_step(t, VV_TypeError, "readinto%s() argument must be read-write bytes-like object, not %A", once ? "1" : "",
                             nf->argv[1]);
    nf->i[0] = (int64_t)room;
    VV_AWAIT(nf, ready(t, nf->argv[0], "readinto of closed file"));
    if (once && nf->i[0] > 0) {
        if (ahead(B(nf->argv[0])) > 0) {
            nf->i[1] = nf->i[0] < ahead(B(nf->argv[0])) ? nf->i[0] : ahead(B(nf->argv[0]));
            nf->slot[0] = take(t, B(nf->argv[0]), nf->i[1]);
            if (nf->slot[0] == NULL)
                return VV_FAILED;
            if (nf->i[0] - nf->i[1] > B(nf->argv[0])->size) { /* more than the buffer can hold: straight from the raw file */
                VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
                forget_read(B(nf->argv[0]));
                VV_AWAIT(nf, raw_read(t, nf->argv[0], nf->i[0] - nf->i[1]));
                nf->slot[1] = vv_take_ret(t);
                if (nf->slot[1] != t->vm->none)
                    vv_setref_take(t, &nf->slot[0], joined(t, nf->slot[0], nf->slot[1]));
            }
        } else {
            VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
            forget_read(B(nf->argv[0]));
            B(nf->argv[0])->pos = 0;
            if (nf->i[0] > B(nf->argv[0])->size) {
                VV_AWAIT(nf, raw_read(t, nf->argv[0], nf->i[0]));
                nf->slot[0] = vv_take_ret(t);
            } else {
                VV_AWAIT(nf, fill(t, nf->argv[0]));
                if (t->ival < 0)
                    return vv_return_none(t);
                nf->slot[0] = take(t, B(nf->argv[0]), t->ival < nf->i[0] ? t->ival : nf->i[0]);
            }
        }
    } else if (nf->i[0] <= ahead(B(nf->argv[0]))) {
        nf->slot[0] = take(t, B(nf->argv[0]), nf->i[0]);
    } else {
        VV_AWAIT(nf, start_read(t, nf->argv[0], nf->i[0]));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->slot[0] == t->vm->none)
        return vv_return_none(t);
    size_t n = VV_BYTES(nf->slot[0])->length, space;
    uint8_t *at;
    if (!vv_bytes_writable_view(nf->argv[1], &at, &space) || n > space)
        return vv_raise_step(t, VV_BufferError, "the buffer became smaller while it was read into");
    if (n > 0)
        memcpy(at, VV_BYTES(nf->slot[0])->data, n);
    return vv_return(t, vv_int_new(t, (int64_t)n));
    VV_END(nf);
}
static vv_step buffered_readinto(vv_thread *t, vv_native *nf) {
    return read_into(t, nf, false);
}
static vv_step buffered_readinto1(vv_thread *t, vv_native *nf) {
    return read_into(t, nf, true);
}

static vv_step buffered_peek(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, ready(t, nf->argv[0], "peek of closed file"));
    VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
    vv_buffered *b = B(nf->argv[0]);
    if (ahead(b) > 0)
        return vv_return(t, vv_bytes_new(t, b->buf + b->pos, (size_t)ahead(b)));
    forget_read(b);
    VV_AWAIT(nf, fill(t, nf->argv[0]));
    B(nf->argv[0])->pos = 0;
    if (check_buffer(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    return vv_return(t, vv_bytes_new(t, B(nf->argv[0])->buf, t->ival < 0 ? 0 : (size_t)t->ival));
    VV_END(nf);
}

/* The length of the line in the buffer, of at most `limit` bytes (-1: any); -1 when it does not end there. */
static int64_t line_in(const vv_buffered *b, int64_t limit) {
    int64_t n = ahead(b);
    bool cut = limit >= 0 && limit <= n;
    if (cut)
        n = limit;
    const uint8_t *start = b->buf + b->pos, *end = n == 0 ? NULL : memchr(start, '\n', (size_t)n);
    return end != NULL ? end + 1 - start : cut ? n : -1;
}

/* argv: self; slot: 0 bytearray; i: 0 limit */
static vv_step line_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_bytearray_new(t, NULL, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (;;) {
        vv_buffered *b = B(nf->argv[0]);
        if (check_buffer(t, b) < 0)
            return VV_FAILED;
        int64_t n = line_in(b, nf->i[0]), got = n < 0 ? ahead(b) : n;
        if (append(t, nf->slot[0], b->buf + b->pos, (size_t)got) < 0)
            return VV_FAILED;
        b->pos += got;
        if (n >= 0)
            break;
        if (nf->i[0] >= 0)
            nf->i[0] -= got;
        VV_AWAIT(nf, settle_before_read(t, nf->argv[0]));
        forget_read(B(nf->argv[0]));
        B(nf->argv[0])->pos = 0;
        VV_AWAIT(nf, fill(t, nf->argv[0]));
        if (t->ival <= 0)
            break;
    }
    return vv_return(t, bytes_of(t, nf->slot[0]));
    VV_END(nf);
}
static vv_step start_line(vv_thread *t, vv_ref self, int64_t limit) {
    vv_buffered *b = B(self);
    if (b->buf != NULL && ahead(b) > 0) {
        int64_t n = line_in(b, limit);
        if (n >= 0)
            return vv_return(t, take(t, b, n));
    }
    vv_native *nf = vv_push_native(t, line_native, "readline", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = limit;
    return VV_PUSHED;
}
static vv_step buffered_readline(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_size(t, nf->argv[1]));
    nf->i[0] = t->ival;
    VV_AWAIT(nf, ready(t, nf->argv[0], "readline of closed file"));
    VV_AWAIT(nf, start_line(t, nf->argv[0], nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

/* slot: 0 line */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if ((nf->argv[0]->type->flags & VV_TF_HEAP) == 0) {
        VV_AWAIT(nf, ready(t, nf->argv[0], "readline of closed file"));
        VV_AWAIT(nf, start_line(t, nf->argv[0], -1));
        nf->slot[0] = vv_take_ret(t);
    } else {
        VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, readline), NULL, 0));
        nf->slot[0] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[0], BYTES))
            return vv_raise_step(t, VV_OSError, "readline() should have returned a bytes object, not '%T'", nf->slot[0]);
    }
    return VV_BYTES(nf->slot[0])->length == 0 ? vv_return_null(t) : vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step buffered_next(vv_thread *t, vv_ref self) {
    vv_buffered *b = B(self);
    if (b->ok && b->buf != NULL && ahead(b) > 0 && (self->type->flags & VV_TF_HEAP) == 0) {
        int64_t n = line_in(b, -1);
        if (n > 0)
            return vv_return(t, take(t, b, n));
    }
    return vv_start1(t, next_native, "__next__", self);
}

/* ---- position ---- */

static vv_step buffered_tell(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, raw_tell(t, nf->argv[0]));
    int64_t position = t->ival - raw_offset(B(nf->argv[0]));
    return vv_return(t, vv_int_new(t, position < 0 ? 0 : position));
    VV_END(nf);
}

/* argv: self, target, whence; slot: 0 the raw file's position; i: 0 target, 1 whence, 2 position of the raw file */
static vv_step buffered_seek(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, B(nf->argv[0])) < 0)
        return VV_FAILED;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_io_int(t, nf->argv[2], VV_OverflowError));
        nf->i[1] = t->ival;
    }
    if (nf->i[1] < 0 || nf->i[1] > 2)
        return vv_raise_step(t, VV_ValueError, "whence value %lld unsupported", (long long)nf->i[1]);
    VV_AWAIT(nf, ready(t, nf->argv[0], "seek of closed file"));
    if (!vv_raw_is_plain(t, B(nf->argv[0])->raw)) {
        VV_AWAIT(nf, vv_io_ask(t, B(nf->argv[0])->raw, "seekable"));
        if (!t->ival)
            return vv_io_unsupported(t, "File or stream is not seekable.");
    } else if (VV_FILEIO(B(nf->argv[0])->raw)->seekable == 0) {
        return vv_io_unsupported(t, "File or stream is not seekable.");
    }
    VV_AWAIT(nf, vv_io_int(t, nf->argv[1], VV_ValueError));
    nf->i[0] = t->ival;
    if (nf->i[1] != 2 && B(nf->argv[0])->readable) {
        if (B(nf->argv[0])->abs_pos < 0) {
            VV_AWAIT(nf, raw_tell(t, nf->argv[0]));
        }
        vv_buffered *b = B(nf->argv[0]);
        int64_t current = b->abs_pos, offset = nf->i[1] == 0 ? nf->i[0] - (current - raw_offset(b)) : nf->i[0];
        if (ahead(b) > 0 && offset >= -b->pos && offset <= ahead(b)) {
            b->pos += offset;
            return vv_return(t, vv_int_new(t, current - raw_offset(b)));
        }
    }
    if (B(nf->argv[0])->writable) {
        VV_AWAIT(nf, write_out(t, nf->argv[0]));
    }
    if (nf->i[1] == 1)
        nf->i[0] -= raw_offset(B(nf->argv[0]));
    VV_AWAIT(nf, raw_seek(t, nf->argv[0], nf->i[0], nf->i[1]));
    B(nf->argv[0])->raw_pos = -1;
    forget_read(B(nf->argv[0]));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_step buffered_truncate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, ready(t, nf->argv[0], "truncate of closed file"));
    if (!B(nf->argv[0])->writable)
        return vv_io_unsupported(t, "truncate");
    VV_AWAIT(nf, settle(t, nf->argv[0]));
    if (nf->argv[1] == NULL)
        nf->argv[1] = vv_none(t);
    VV_AWAIT(nf, vv_io_call(t, B(nf->argv[0])->raw, "truncate", nf->argv + 1, 1));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, raw_tell(t, nf->argv[0]));
    if (nf->raised)
        vv_clear_error(t);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* ---- writing ---- */

/* Puts bytes into the buffer where the user is; there is room. */
static void put(vv_buffered *b, const uint8_t *data, int64_t n) {
    if (n > 0)
        memcpy(b->buf + b->pos, data, (size_t)n);
    if (!has_written(b) || b->write_pos > b->pos)
        b->write_pos = b->pos;
    move_to(b, b->pos + n);
    if (b->write_end < b->pos)
        b->write_end = b->pos;
}

/* argv: self, data; slot: 0 the data as bytes, 1 what is left of it; i: 0 length, 1 written, 2 raw offset */
static vv_step write_native(vv_thread *t, vv_native *nf) {
    vv_buffered *b = B(nf->argv[0]);
    VV_BEGIN(nf);
    const uint8_t *data;
    size_t length;
    if (check_ok(t, b) < 0)
        return VV_FAILED;
    if (!vv_bytes_view(nf->argv[1], &data, &length))
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", nf->argv[1]);
    nf->slot[0] = VV_IS(t, nf->argv[1], BYTES) ? vv_newref(nf->argv[1]) : vv_bytes_new(t, data, length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)length;
    VV_AWAIT(nf, ready(t, nf->argv[0], "write to closed file"));
    if (check_buffer(t, b) < 0)
        return VV_FAILED;
    if (!has_read(b) && !has_written(b))
        b->pos = b->raw_pos = 0;
    if (nf->i[0] <= b->size - b->pos) {
        put(b, VV_BYTES(nf->slot[0])->data, nf->i[0]);
        return vv_return(t, vv_int_new(t, nf->i[0]));
    }
    VV_AWAIT_CATCH(nf, write_out(t, nf->argv[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_BlockingIOError) || b->buf == NULL)
            return VV_FAILED;
        /* what waits moves to the start, and as much as fits goes behind it */
        if (b->readable)
            forget_read(b);
        memmove(b->buf, b->buf + b->write_pos, (size_t)(b->write_end - b->write_pos));
        b->write_end -= b->write_pos;
        b->raw_pos -= b->write_pos;
        b->pos -= b->write_pos;
        b->write_pos = 0;
        int64_t room = b->size - b->write_end, n = nf->i[0] <= room ? nf->i[0] : room;
        memcpy(b->buf + b->write_end, VV_BYTES(nf->slot[0])->data, (size_t)n);
        b->write_end += n;
        b->pos += n;
        if (nf->i[0] > room)
            return vv_clear_error(t), vv_io_blocked(t, n);
        vv_clear_error(t);
        return vv_return(t, vv_int_new(t, nf->i[0]));
    }
    nf->i[2] = raw_offset(b);
    if (nf->i[2] != 0) {
        VV_AWAIT(nf, raw_seek(t, nf->argv[0], -nf->i[2], 1));
        b->raw_pos -= nf->i[2];
    }
    while (nf->i[0] - nf->i[1] > b->size) {
        vv_setref_take(t, &nf->slot[1], nf->i[1] == 0 ? vv_newref(nf->slot[0])
                                                      : vv_bytes_new(t, VV_BYTES(nf->slot[0])->data + nf->i[1], (size_t)(nf->i[0] - nf->i[1])));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_raw_write(t, b->raw, nf->slot[1], true));
        if (t->ival < 0) { /* would block: the buffer takes what it can */
            if (check_buffer(t, b) < 0)
                return VV_FAILED;
            int64_t left = nf->i[0] - nf->i[1];
            if (left > b->size) {
                memcpy(b->buf, VV_BYTES(nf->slot[0])->data + nf->i[1], (size_t)b->size);
                b->raw_pos = 0;
                move_to(b, b->size);
                b->write_pos = 0;
                b->write_end = b->size;
                return vv_io_blocked(t, nf->i[1] + b->size);
            }
            break;
        }
        if (b->abs_pos != -1)
            b->abs_pos += t->ival;
        nf->i[1] += t->ival;
    }
    if (check_buffer(t, b) < 0)
        return VV_FAILED;
    if (b->readable)
        forget_read(b);
    int64_t left = nf->i[0] - nf->i[1];
    if (left > 0)
        memcpy(b->buf, VV_BYTES(nf->slot[0])->data + nf->i[1], (size_t)left);
    b->write_pos = 0;
    b->write_end = left;
    move_to(b, left);
    b->raw_pos = 0;
    return vv_return(t, vv_int_new(t, nf->i[0]));
    VV_END(nf);
}
static vv_step buffered_write(vv_thread *t, vv_native *nf) {
    return write_native(t, nf);
}
/* What fits into the buffer of a FileIO. */
static vv_owned buffered_write_now(vv_thread *t, vv_obj *const *argv) {
    vv_buffered *b = B(argv[0]);
    const uint8_t *data;
    size_t length;
    if (!b->ok || b->buf == NULL || !vv_raw_is_plain(t, b->raw) || VV_FILEIO(b->raw)->fd < 0 || !vv_bytes_view(argv[1], &data, &length))
        return NULL;
    if (!has_read(b) && !has_written(b))
        b->pos = b->raw_pos = 0;
    if (length > (uint64_t)(b->size - b->pos))
        return NULL;
    vv_owned n = vv_int_new(t, (int64_t)length);
    if (n != NULL)
        put(b, data, (int64_t)length);
    return n;
}

/* ---- making one ---- */

/* argv: self, raw; i: 0 size, 1 readable, 2 writable, 3 step */
static vv_step init_native(vv_thread *t, vv_native *nf) {
    static const char *const questions[] = {"seekable", "readable", "writable"};
    static const char *const complaints[] = {"File or stream is not seekable.", "File or stream is not readable.",
                                             "File or stream is not writable."};
    VV_BEGIN(nf);
    B(nf->argv[0])->ok = B(nf->argv[0])->detached = false;
    for (nf->i[3] = 0; nf->i[3] < 3; nf->i[3]++) {
        if (nf->i[3] == 0 ? !(nf->i[1] && nf->i[2]) : !nf->i[nf->i[3]])
            continue;
        VV_AWAIT(nf, vv_io_call(t, nf->argv[1], questions[nf->i[3]], NULL, 0));
        bool yes = t->ret == t->vm->true_;
        vv_drop_ret(t);
        if (!yes)
            return vv_io_unsupported(t, complaints[nf->i[3]]);
    }
    if (nf->i[0] <= 0)
        return vv_raise_step(t, VV_ValueError, "buffer size must be strictly positive");
    vv_buffered *b = B(nf->argv[0]);
    uint8_t *buf = vv_alloc(t, (size_t)nf->i[0]);
    if (buf == NULL)
        return VV_FAILED;
    vv_free(t, b->buf);
    b->buf = buf;
    b->size = nf->i[0];
    b->readable = nf->i[1] != 0;
    b->writable = nf->i[2] != 0;
    b->pos = b->raw_pos = 0;
    b->abs_pos = -1;
    forget_read(b);
    forget_written(b);
    vv_setref_take(t, &b->raw, vv_newref(nf->argv[1]));
    VV_AWAIT_CATCH(nf, raw_tell(t, nf->argv[0]));
    if (nf->raised)
        vv_clear_error(t);
    B(nf->argv[0])->ok = true;
    return vv_return_null(t);
    VV_END(nf);
}

/* argv: self, raw, size */
static vv_step init_any(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_int(t, nf->argv[2], VV_OverflowError));
    nf->i[0] = t->ival;
    nf->state = 0;
    nf->fn = init_native;
    return init_native(t, nf);
    VV_END(nf);
}
static vv_step start_init(vv_thread *t, vv_ref self, const char *name, const char *signature, vv_obj *const *args, size_t nargs,
                          vv_ref kwnames, bool readable, bool writable) {
    vv_obj *a[3] = {VV_OBJ(self)};
    if (vv_parse_args(t, name, signature, args, nargs, kwnames, a + 1) < 0)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, a[2] == NULL ? init_native : init_any, "__init__", a, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = BUFFER_SIZE;
    nf->i[1] = readable;
    nf->i[2] = writable;
    return VV_PUSHED;
}
static vv_step reader_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return start_init(t, self, "BufferedReader", "BufferedReader(raw, buffer_size=8192)", args, nargs, kwnames, true, false);
}
static vv_step writer_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return start_init(t, self, "BufferedWriter", "BufferedWriter(raw, buffer_size=8192)", args, nargs, kwnames, false, true);
}
static vv_step random_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return start_init(t, self, "BufferedRandom", "BufferedRandom(raw, buffer_size=8192)", args, nargs, kwnames, true, true);
}

vv_owned vv_buffered_standard(vv_thread *t, int fd, vv_ref name) {
    vv_type *type = vv_type_ensure_peek(t, fd == 0 ? VV_T_FILE_READER : VV_T_FILE_WRITER);
    VV_AUTO o = {t, type == NULL ? NULL : vv_new_object(t, type, sizeof(vv_buffered))};
    VV_AUTO raw = {t, o.o == NULL ? NULL : vv_fileio_standard(t, fd, name)};
    if (raw.o == NULL)
        return NULL;
    vv_buffered *b = B(o.o);
    b->buf = vv_alloc(t, BUFFER_SIZE);
    if (b->buf == NULL)
        return NULL;
    b->raw = vv_move(&raw.o);
    b->size = BUFFER_SIZE;
    b->readable = fd == 0;
    b->writable = fd != 0;
    b->abs_pos = -1;
    forget_read(b);
    forget_written(b);
    b->ok = true;
    vv_track(t, o.o);
    return vv_move(&o.o);
}

bool vv_buffered_is_open(vv_thread *t, vv_ref buffer) {
    return (buffer->type == t->vm->types[VV_T_FILE_READER] || buffer->type == t->vm->types[VV_T_FILE_WRITER] ||
            buffer->type == t->vm->types[VV_T_FILE_RANDOM]) &&
           B(buffer)->ok && vv_raw_is_plain(t, B(buffer)->raw) && VV_FILEIO(B(buffer)->raw)->fd >= 0;
}
vv_ref vv_buffered_plain_writer_peek(vv_thread *t, vv_ref buffer) {
    const vv_buffered *b = B(buffer);
    return buffer->type == t->vm->types[VV_T_FILE_WRITER] && vv_buffered_is_open(t, buffer) && !has_written(b) ? (vv_ref)b->raw : NULL;
}

/* A method of the tables below. */
#define M(fn_, name_, signature_, doc_) {name_, VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = fn_}, signature_, doc_}
#define Q(fn_, name_, signature_, doc_)                                                                                            \
    {name_, VV_KIND_QUICK, VV_BIND_INSTANCE, {.quick = &(const vv_quick_fn){fn_##_now, fn_}}, signature_, doc_}
#define READING                                                                                                                    \
    Q(buffered_read, "read", "read($self, size=-1, /)", "Read up to `size` bytes, or everything that is left."),                     \
        M(buffered_read1, "read1", "read1($self, size=-1, /)", "Read up to `size` bytes with at most one call of the raw file."),    \
        M(buffered_peek, "peek", "peek($self, size=0, /)", "Return bytes of the buffer without moving on."),                         \
        M(buffered_readinto, "readinto", "readinto($self, buffer, /)", "Read bytes into a buffer; return how many."),                \
        M(buffered_readinto1, "readinto1", "readinto1($self, buffer, /)", "The same with at most one call of the raw file."),        \
        M(buffered_readline, "readline", "readline($self, size=-1, /)", "Read one line, with its newline.")
#define WRITING Q(buffered_write, "write", "write($self, buffer, /)", "Write bytes; return how many.")
#define ABLE_READ M(buffered_readable, "readable", "readable($self, /)", "Can it be read?")
#define ABLE_WRITE M(buffered_writable, "writable", "writable($self, /)", "Can it be written?")
#define COMMON                                                                                                                     \
    M(buffered_close, "close", "close($self, /)", "Flush and close."),                                                              \
        M(buffered_detach, "detach", "detach($self, /)", "Flush, give the raw file back and be of no use any more."),               \
        M(buffered_seekable, "seekable", "seekable($self, /)", "Can the position be moved?"),                                       \
        M(buffered_fileno, "fileno", "fileno($self, /)", "Return the file descriptor."),                                            \
        M(buffered_isatty, "isatty", "isatty($self, /)", "Is it a terminal?"),                                                      \
        M(buffered_dealloc_warn, "_dealloc_warn", "_dealloc_warn($self, source, /)", NULL),                                         \
        M(buffered_seek, "seek", "seek($self, target, whence=0, /)", "Move the position and return it."),                           \
        M(buffered_tell, "tell", "tell($self, /)", "Return the position."),                                                        \
        M(buffered_truncate, "truncate", "truncate($self, pos=None, /)", "Cut or extend the file to a size."),                      \
        {"__sizeof__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = buffered_sizeof}, "__sizeof__($self, /)", NULL},                    \
        {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = vv_io_no_pickle}, "__reduce__($self, /)", NULL},                    \
        {"__reduce_ex__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = vv_io_no_pickle}, "__reduce_ex__($self, protocol, /)", NULL},    \
        {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}

static const vv_methoddef reader_methods[] = {READING, ABLE_READ, M(reader_flush, "flush", "flush($self, /)", "Flush the raw file."), COMMON};
static const vv_methoddef writer_methods[] = {WRITING, ABLE_WRITE, M(buffered_flush, "flush", "flush($self, /)", "Hand on what was written."), COMMON};
static const vv_methoddef random_methods[] = {READING, WRITING, ABLE_READ, ABLE_WRITE, M(buffered_flush, "flush", "flush($self, /)", "Hand on what was written."), COMMON};
static const vv_slots reader_slots = {.repr = buffered_repr, .new_ = vv_io_create, .next = buffered_next, .init = reader_init};
static const vv_slots writer_slots = {.repr = buffered_repr, .new_ = vv_io_create, .init = writer_init};
static const vv_slots random_slots = {.repr = buffered_repr, .new_ = vv_io_create, .next = buffered_next, .init = random_init};

#define BUFFERED(spec_, name_, doc_, kind_)                                                                                       \
    const vv_typespec spec_ = {                                                                                                    \
        .name = name_, .module = "_io", .base = VV_T_BUFFEREDIOBASE, .flags = VV_TF_GC | VV_TF_BASETYPE,                            \
        .basicsize = sizeof(vv_buffered), .size64 = 168, .dictoffset = offsetof(vv_iobase, dict),                                  \
        .weakoffset = offsetof(vv_iobase, weaklist), .doc = doc_, .signature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)", .slots = &kind_##_slots,  \
        .methods = kind_##_methods, .getset = buffered_getset, .members = buffered_members, .dealloc = buffered_dealloc,            \
        .traverse = buffered_traverse, .clear = buffered_clear,                                                                    \
    }
BUFFERED(vv_bufferedreader_spec, "BufferedReader", "A buffer for reading a raw file.", reader);
BUFFERED(vv_bufferedwriter_spec, "BufferedWriter", "A buffer for writing a raw file.", writer);
BUFFERED(vv_bufferedrandom_spec, "BufferedRandom", "A buffer for reading and writing a raw file that can seek.", random);

/* ---- a reader and a writer together ---- */

typedef struct vv_rwpair {
    vv_iobase base;
    vv_obj *reader, *writer; /* owned; NULL before __init__ */
} vv_rwpair;
#define PAIR(o) ((vv_rwpair *)(o))

#define VV_DEF_NAME pair
#define VV_DEF_FILE "modules/_io_rwpair.def"
#include "object/deftype.h"

static vv_step pair_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return vv_io_create(t, cls, args, nargs, kwnames);
}
static int pair_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_IOBASE(self)->dict);
    VV_VISIT(PAIR(self)->reader);
    VV_VISIT(PAIR(self)->writer);
    return 0;
}
static void pair_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_IOBASE(self)->dict);
    vv_clearref(t, &PAIR(self)->reader);
    vv_clearref(t, &PAIR(self)->writer);
}
static void pair_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_IOBASE(self)->dict);
    vv_xdecref(t, PAIR(self)->reader);
    vv_xdecref(t, PAIR(self)->writer);
    vv_free_object(t, self);
}

/* argv: self, reader, writer, size; slot: 0 the new reader */
static vv_step pair_init_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_ask(t, nf->argv[1], "readable"));
    if (!t->ival)
        return vv_io_unsupported(t, "File or stream is not readable.");
    VV_AWAIT(nf, vv_io_ask(t, nf->argv[2], "writable"));
    if (!t->ival)
        return vv_io_unsupported(t, "File or stream is not writable.");
    VV_AWAIT(nf, vv_do_call(t, (vv_ref)t->vm->types[VV_T_FILE_READER], (vv_obj *[]){nf->argv[1], nf->argv[3]}, nf->argv[3] == NULL ? 1 : 2));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call(t, (vv_ref)t->vm->types[VV_T_FILE_WRITER], (vv_obj *[]){nf->argv[2], nf->argv[3]}, nf->argv[3] == NULL ? 1 : 2));
    vv_setref_take(t, &PAIR(nf->argv[0])->writer, vv_take_ret(t));
    vv_setref_take(t, &PAIR(nf->argv[0])->reader, vv_move(&nf->slot[0]));
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step pair_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[4] = {VV_OBJ(self)};
    if (vv_no_kwargs(t, "BufferedRWPair", kwnames) < 0 ||
        vv_parse_args(t, "BufferedRWPair", "BufferedRWPair(reader, writer, buffer_size=8192, /)", args, nargs, NULL, a + 1) < 0)
        return VV_FAILED;
    if (vv_type_ensure_peek(t, VV_T_FILE_READER) == NULL || vv_type_ensure_peek(t, VV_T_FILE_WRITER) == NULL)
        return VV_FAILED;
    return vv_push_native(t, pair_init_native, "__init__", a, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

static vv_step pair_hand_on(vv_thread *t, vv_native *nf, bool write, const char *name) {
    VV_BEGIN(nf);
    vv_ref to = write ? PAIR(nf->argv[0])->writer : PAIR(nf->argv[0])->reader;
    if (to == NULL)
        return vv_raise_step(t, VV_ValueError, "I/O operation on uninitialized object");
    VV_AWAIT(nf, vv_io_call(t, to, name, nf->argv + 1, nf->argc > 1 && nf->argv[1] != NULL ? 1 : 0));
    return VV_READY;
    VV_END(nf);
}
#define HAND_ON(fn, write, name)                                                                                                   \
    static vv_step fn(vv_thread *t, vv_native *nf) {                                                                               \
        return pair_hand_on(t, nf, write, name);                                                                                   \
    }
HAND_ON(pair_read, false, "read")
HAND_ON(pair_peek, false, "peek")
HAND_ON(pair_read1, false, "read1")
HAND_ON(pair_readinto, false, "readinto")
HAND_ON(pair_readinto1, false, "readinto1")
HAND_ON(pair_write, true, "write")
HAND_ON(pair_flush, true, "flush")
HAND_ON(pair_readable, false, "readable")
HAND_ON(pair_writable, true, "writable")

/* slot: 0 what closing the writer raised */
static vv_step pair_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (PAIR(nf->argv[0])->writer == NULL)
        return vv_raise_step(t, VV_ValueError, "I/O operation on uninitialized object");
    VV_AWAIT_CATCH(nf, vv_io_call(t, PAIR(nf->argv[0])->writer, "close", NULL, 0));
    if (nf->raised)
        nf->slot[0] = vv_take_error(t);
    else
        vv_drop_ret(t);
    VV_AWAIT_CATCH(nf, vv_io_call(t, PAIR(nf->argv[0])->reader, "close", NULL, 0));
    if (!nf->raised)
        vv_drop_ret(t);
    return vv_io_chain(t, vv_move(&nf->slot[0])) == VV_FAILED ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}
static vv_step pair_isatty(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (PAIR(nf->argv[0])->writer == NULL)
        return vv_raise_step(t, VV_ValueError, "I/O operation on uninitialized object");
    VV_AWAIT(nf, vv_io_call(t, PAIR(nf->argv[0])->writer, "isatty", NULL, 0));
    if (t->ret != t->vm->false_)
        return VV_READY;
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_io_call(t, PAIR(nf->argv[0])->reader, "isatty", NULL, 0));
    return VV_READY;
    VV_END(nf);
}
static vv_owned pair_get_closed(vv_thread *t, vv_ref self) {
    if (PAIR(self)->writer == NULL)
        return vv_raise(t, VV_RuntimeError, "the BufferedRWPair object is being garbage-collected");
    return vv_getter_step(t, vv_io_attribute(t, PAIR(self)->writer, "closed"));
}

const vv_typespec vv_bufferedrwpair_spec = {
    .name = "BufferedRWPair",
    .module = "_io",
    .base = VV_T_BUFFEREDIOBASE,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_rwpair),
    .size64 = 64,
    .dictoffset = offsetof(vv_iobase, dict),
    .weakoffset = offsetof(vv_iobase, weaklist),
    .doc = "A raw file that is read and another that is written, as one buffered file.",
    .slots = &pair_slots,
    .methods = pair_methods,
    .getset = pair_getset,
    .dealloc = pair_dealloc,
    .traverse = pair_traverse,
    .clear = pair_clear,
};
