/* _io_fileio.c - io.FileIO: a file descriptor as a file of bytes without a buffer. And the steps by which buffers use a raw file:
 * straight to the descriptor for a FileIO, through its methods for any other object.
 */
#include <string.h>

#include "modules/_io.h"
#include "modules/posix.h"
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

enum { EBADF_ = 9, EISDIR_ = 21, EINVAL_ = 22, BLOCK_SIZE = 4096, PIECE = 65536 };

static vv_getter_fn fileio_get_closed, fileio_get_closefd, fileio_get_mode, fileio_get_blksize;
#define VV_DEF_NAME fileio
#define VV_DEF_FILE "modules/_io_fileio.def"
#include "object/deftype.h"

static vv_owned no_pickle(vv_thread *t, vv_obj *const *argv) {
    return vv_io_no_pickle(t, argv);
}
static int fileio_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_IOBASE(self)->dict);
    return 0;
}
static void fileio_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_IOBASE(self)->dict);
}
static void fileio_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_IOBASE(self)->dict);
    vv_free_object(t, self);
}

static vv_owned fileio_new(vv_thread *t, vv_type *type) {
    vv_owned o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    VV_FILEIO(o)->fd = -1;
    VV_FILEIO(o)->seekable = -1;
    VV_FILEIO(o)->closefd = true;
    vv_track(t, o);
    return o;
}
static vv_step fileio_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vv_return(t, fileio_new(t, VV_AS_TYPE(cls)));
}

vv_owned vv_fileio_standard(vv_thread *t, int fd, vv_ref name) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_FILE_RAW);
    VV_AUTO o = {t, type == NULL ? NULL : fileio_new(t, type)};
    if (o.o == NULL)
        return NULL;
    vv_fileio *f = VV_FILEIO(o.o);
    f->fd = fd;
    f->readable = fd == 0;
    f->writable = fd != 0;
    f->seekable = 0;
    f->closefd = false;
    VV_IOBASE(o.o)->dict = vv_dict_new(t);
    if (VV_IOBASE(o.o)->dict == NULL || vv_dict_set_cstr(t, VV_IOBASE(o.o)->dict, "name", name) < 0)
        return NULL;
    return vv_move(&o.o);
}

/* ---- checks ---- */

static int check_open(vv_thread *t, const vv_fileio *f) {
    return f->fd < 0 ? vv_raise_int(t, VV_ValueError, "I/O operation on closed file") : 0;
}
/* The opening, for reading or writing; NULL with an exception. */
static vv_opening *opening_for(vv_thread *t, const vv_fileio *f, bool write) {
    if (check_open(t, f) < 0)
        return NULL;
    if (!(write ? f->writable : f->readable)) {
        (void)vv_raise_unsupported(t, write ? "File not open for writing" : "File not open for reading");
        return NULL;
    }
    vv_opening *o = vv_fd_need(t, f->fd);
    if (o != NULL && !(write ? o->writable : o->readable)) {
        (void)vv_raise_os(t, EBADF_, NULL);
        return NULL;
    }
    return o;
}

/* ---- opening ---- */

enum mode_flags { MODE_READ = 1, MODE_WRITE = 2, MODE_CREATE = 4, MODE_APPEND = 8, MODE_TRUNCATE = 16 };

/* The mode text as flags, or -1 with ValueError. */
static int parse_mode(vv_thread *t, vv_ref mode) {
    int flags = 0, kinds = 0, plus = 0;
    for (size_t k = 0; k < vv_str_length(mode); k++) {
        switch (vv_str_at(mode, k)) {
        case 'x':
            flags |= MODE_CREATE | MODE_WRITE;
            kinds++;
            break;
        case 'r':
            flags |= MODE_READ;
            kinds++;
            break;
        case 'w':
            flags |= MODE_WRITE | MODE_TRUNCATE;
            kinds++;
            break;
        case 'a':
            flags |= MODE_WRITE | MODE_APPEND;
            kinds++;
            break;
        case 'b':
            break;
        case '+':
            plus++;
            break;
        default:
            return vv_raise_int(t, VV_ValueError, "invalid mode: %U", mode);
        }
    }
    if (kinds != 1 || plus > 1)
        return vv_raise_int(t, VV_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    return plus == 0 ? flags : flags | MODE_READ | MODE_WRITE;
}
static int64_t open_flags(int mode) {
    int64_t flags = VV_O_CLOEXEC;
    flags |= (mode & (MODE_READ | MODE_WRITE)) == (MODE_READ | MODE_WRITE) ? VV_O_RDWR : (mode & MODE_WRITE) != 0 ? VV_O_WRONLY : 0;
    flags |= (mode & MODE_CREATE) != 0 ? VV_O_EXCL | VV_O_CREAT : 0;
    flags |= (mode & MODE_TRUNCATE) != 0 ? VV_O_CREAT | VV_O_TRUNC : 0;
    flags |= (mode & MODE_APPEND) != 0 ? VV_O_CREAT | VV_O_APPEND : 0;
    return flags;
}

/* argv: self, file, mode, closefd, opener; slot: 0 path, 1 flags; i: 0 mode, 1 descriptor, 2 it was opened here */
static vv_step init_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_FILEIO(nf->argv[0])->fd >= 0) {
        if (VV_FILEIO(nf->argv[0])->closefd && vv_fd_close(t, VV_FILEIO(nf->argv[0])->fd) < 0)
            return VV_FAILED;
        VV_FILEIO(nf->argv[0])->fd = -1;
    }
    nf->i[1] = -1;
    if (VV_ISA(nf->argv[1], INT)) {
        int64_t fd = vv_int_clamp_index(nf->argv[1]);
        if (fd < 0 && fd >= INT32_MIN)
            return vv_raise_step(t, VV_ValueError, "negative file descriptor");
        nf->i[1] = fd > INT32_MAX || fd < 0 ? -1 : fd;
    }
    if (nf->i[1] < 0) {
        VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[1], NULL));
        nf->slot[0] = vv_take_ret(t);
        VV_AUTO hold = {t, NULL};
        size_t length;
        const char *bytes = vv_posix_host_path(t, nf->slot[0], NULL, &hold.o, &length);
        if (bytes == NULL)
            return VV_FAILED;
    }
    int mode = nf->argv[2] == NULL ? MODE_READ : parse_mode(t, nf->argv[2]);
    if (mode < 0)
        return VV_FAILED;
    nf->i[0] = mode;
    vv_fileio *f = VV_FILEIO(nf->argv[0]);
    f->readable = (mode & MODE_READ) != 0;
    f->writable = (mode & MODE_WRITE) != 0;
    f->created = (mode & MODE_CREATE) != 0;
    f->appending = (mode & MODE_APPEND) != 0;
    f->seekable = -1;
    f->base.closed = false;
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[3]));
        VV_FILEIO(nf->argv[0])->closefd = t->ival != 0;
    } else {
        f->closefd = true;
    }
    if (nf->i[1] < 0) {
        nf->i[2] = 1;
        if (!VV_FILEIO(nf->argv[0])->closefd)
            return vv_raise_step(t, VV_ValueError, "Cannot use closefd=False with file name");
        if (nf->argv[4] != NULL && nf->argv[4] != t->vm->none) {
            nf->slot[1] = vv_int_new(t, open_flags((int)nf->i[0]));
            if (nf->slot[1] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_call2(t, nf->argv[4], nf->argv[1], nf->slot[1]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            if (!VV_ISA(nf->slot[1], INT))
                return vv_raise_step(t, VV_TypeError, "expected integer from opener");
            nf->i[1] = vv_int_clamp_index(nf->slot[1]);
            if (nf->i[1] < 0)
                return vv_raise_step(t, VV_ValueError, "opener returned %lld", (long long)nf->i[1]);
        } else {
            VV_WAIT_POINT(nf);
            vv_step s = vv_posix_open_step(t, nf->slot[0], open_flags((int)nf->i[0]), nf->argv[1], &nf->i[1]);
            if (s != VV_READY)
                return s;
        }
    }
    vv_opening *o = vv_fd_need(t, nf->i[1]);
    if (o == NULL)
        return VV_FAILED;
    if (o->node != NULL && o->node->folder) {
        if (nf->i[2])
            (void)!vv_fd_close(t, nf->i[1]);
        return vv_raise_os(t, EISDIR_, nf->argv[1]);
    }
    VV_FILEIO(nf->argv[0])->fd = (int32_t)nf->i[1];
    if ((nf->i[0] & MODE_APPEND) != 0 && o->node != NULL)
        o->position = o->node->bytes.length;
    vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, "name"));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_setattr(t, nf->argv[0], nf->slot[1], nf->argv[1]));
    if (!nf->raised)
        return vv_return_null(t);
    VV_FILEIO(nf->argv[0])->fd = -1; /* what it was given is not its own yet */
    vv_setref_take(t, &nf->slot[0], vv_take_error(t));
    if (nf->i[2])
        (void)!vv_fd_close(t, nf->i[1]);
    vv_restore_error_take(t, vv_move(&nf->slot[0]));
    return VV_FAILED;
    VV_END(nf);
}

static vv_step fileio_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[5] = {VV_OBJ(self)};
    if (vv_parse_args(t, "FileIO", "FileIO(file, mode='r', closefd=True, opener=None)", args, nargs, kwnames, a + 1) < 0)
        return VV_FAILED;
    if (a[2] != NULL && !VV_ISA(a[2], STR))
        return vv_raise_step(t, VV_TypeError, "FileIO() argument 'mode' must be str, not %A", a[2]);
    return vv_push_native(t, init_native, "__init__", a, 5) == NULL ? VV_FAILED : VV_PUSHED;
}

static vv_step start_init(vv_thread *t, vv_obj *const *argv) {
    return vv_push_native(t, init_native, "__init__", argv, 5) == NULL ? VV_FAILED : VV_PUSHED;
}
/* argv: self, file, mode, closefd, opener */
static vv_step new_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, start_init(t, nf->argv));
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}
vv_step vv_do_fileio_new(vv_thread *t, vv_ref file, vv_ref mode, vv_ref closefd, vv_ref opener) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_FILE_RAW);
    VV_AUTO o = {t, type == NULL ? NULL : fileio_new(t, type)};
    vv_obj *a[5] = {o.o, VV_OBJ(file), VV_OBJ(mode), VV_OBJ(closefd), VV_OBJ(opener)};
    return o.o == NULL || vv_push_native(t, new_native, "open", a, 5) == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- closing ---- */

/* argv: self, source */
static vv_step fileio_dealloc_warn(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_FILEIO(nf->argv[0])->fd < 0 || !VV_FILEIO(nf->argv[0])->closefd)
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    vv_setref_take(t, &nf->slot[0], vv_format(t, "unclosed file %U", nf->slot[0]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_warn(t, VV_ResourceWarning, nf->slot[0]));
    if (nf->raised)
        vv_clear_error(t); /* a finalizer has nobody to tell */
    else
        vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

/* Stores what was written to the descriptor and closes it: a wait. */
static vv_step close_step(vv_thread *t, vv_fileio *f) {
    vv_opening *o = vv_fd_peek(t, f->fd);
    if (o != NULL && o->node != NULL && o->count == 1) {
        vv_step s = vv_fd_store(t, o->node, NULL);
        if (s == VV_WAITING)
            return s;
        if (s == VV_FAILED) {
            int fd = f->fd;
            f->fd = -1;
            vv_owned error = vv_take_error(t);
            (void)!vv_fd_close(t, fd);
            vv_restore_error_take(t, error);
            return VV_FAILED;
        }
    }
    int fd = f->fd;
    f->fd = -1;
    return fd >= 0 && vv_fd_close(t, fd) < 0 ? VV_FAILED : VV_READY;
}

/* slot: 0 what flush raised */
static vv_step fileio_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_start1(t, vv_iobase_close, "close", nf->argv[0]));
    if (nf->raised)
        nf->slot[0] = vv_take_error(t);
    else
        vv_drop_ret(t);
    if (VV_FILEIO(nf->argv[0])->closefd && VV_FILEIO(nf->argv[0])->fd >= 0) {
        if (VV_FILEIO(nf->argv[0])->base.finalizing) {
            VV_AWAIT(nf, vv_start2(t, fileio_dealloc_warn, "_dealloc_warn", nf->argv[0], nf->argv[0]));
            vv_drop_ret(t);
        }
        VV_WAIT_POINT(nf);
        vv_step s = close_step(t, VV_FILEIO(nf->argv[0]));
        if (s == VV_WAITING)
            return s;
    }
    VV_FILEIO(nf->argv[0])->fd = -1;
    return vv_io_chain(t, vv_move(&nf->slot[0])) == VV_FAILED ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

/* ---- reading ---- */

/* Up to n bytes as bytes: READY, or VV_WAITING for standard input. */
static vv_step read_step(vv_thread *t, const vv_fileio *f, size_t n) {
    vv_opening *o = opening_for(t, f, false);
    if (o == NULL)
        return VV_FAILED;
    if (o->node == NULL || o->node->pipe)
        return vv_posix_read_stream(t, o, (int64_t)n);
    const char *data;
    size_t got = vv_fd_read(o, n, &data);
    return vv_return(t, vv_bytes_new(t, data, got));
}

/* argv: self, size; i: 0 size */
static vv_step fileio_read(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (opening_for(t, VV_FILEIO(nf->argv[0]), false) == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_size(t, nf->argv[1]));
    nf->i[0] = t->ival;
    if (nf->i[0] < 0) {
        VV_AWAIT(nf, vv_start1(t, fileio_readall, "readall", nf->argv[0]));
        return VV_READY;
    }
    VV_WAIT_POINT(nf);
    return read_step(t, VV_FILEIO(nf->argv[0]), (size_t)nf->i[0]);
    VV_END(nf);
}

/* slot: 0 bytearray */
static vv_step fileio_readall(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_opening *o = opening_for(t, VV_FILEIO(nf->argv[0]), false);
    if (o == NULL)
        return VV_FAILED;
    if (o->node != NULL && !o->node->pipe) {
        const char *data;
        size_t got = vv_fd_read(o, UINT64_MAX, &data);
        return vv_return(t, vv_bytes_new(t, data, got));
    }
    nf->slot[0] = vv_bytearray_new(t, NULL, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (;;) {
        VV_WAIT_POINT(nf);
        vv_step s = read_step(t, VV_FILEIO(nf->argv[0]), PIECE);
        if (s != VV_READY)
            return s;
        VV_AUTO piece = {t, vv_take_ret(t)};
        size_t n = VV_BYTES(piece.o)->length, old = VV_BYTEARRAY(nf->slot[0])->length;
        if (n == 0)
            return vv_return(t, vv_bytes_new(t, old == 0 ? (const void *)"" : VV_BYTEARRAY(nf->slot[0])->data, old));
        if (vv_bytearray_resize(t, nf->slot[0], old + n) < 0)
            return VV_FAILED;
        memcpy(VV_BYTEARRAY(nf->slot[0])->data + old, VV_BYTES(piece.o)->data, n);
    }
    VV_END(nf);
}

static vv_step fileio_readinto(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    uint8_t *to;
    size_t room;
    if (!vv_bytes_writable_view(nf->argv[1], &to, &room))
        return vv_raise_step(t, VV_TypeError, "readinto() argument 1 must be read-write bytes-like object, not %A", nf->argv[1]);
    nf->i[0] = (int64_t)room;
    VV_WAIT_POINT(nf);
    vv_step s = read_step(t, VV_FILEIO(nf->argv[0]), (size_t)nf->i[0]);
    if (s != VV_READY)
        return s;
    VV_AUTO got = {t, vv_take_ret(t)};
    if (!vv_bytes_writable_view(nf->argv[1], &to, &room) || room < VV_BYTES(got.o)->length)
        return vv_raise_step(t, VV_BufferError, "the buffer became smaller while it was read into");
    if (VV_BYTES(got.o)->length > 0)
        memcpy(to, VV_BYTES(got.o)->data, VV_BYTES(got.o)->length);
    return vv_return(t, vv_int_new(t, (int64_t)VV_BYTES(got.o)->length));
    VV_END(nf);
}

/* ---- writing ---- */

/* Puts bytes where the descriptor is: 0/-1. */
static int put(vv_thread *t, const vv_fileio *f, const uint8_t *data, size_t n) {
    vv_opening *o = opening_for(t, f, true);
    if (o == NULL)
        return -1;
    if (o->node != NULL)
        return vv_fd_write(t, o, data, n);
    vv_host_write(o->standard, data, n);
    return 0;
}

/* Gives the host what was written through f: a wait. */
static vv_step store_step(vv_thread *t, const vv_fileio *f) {
    const vv_opening *o = f->fd < 0 ? NULL : vv_fd_peek(t, f->fd);
    return o == NULL ? VV_READY : vv_fd_store(t, o->node, NULL);
}

/* argv: self, data; i: 0 how many */
static vv_step fileio_write(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    const uint8_t *data;
    size_t n;
    if (opening_for(t, VV_FILEIO(nf->argv[0]), true) == NULL)
        return VV_FAILED;
    if (!vv_bytes_view(nf->argv[1], &data, &n))
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", nf->argv[1]);
    if (put(t, VV_FILEIO(nf->argv[0]), data, n) < 0)
        return VV_FAILED;
    nf->i[0] = (int64_t)n;
    VV_WAIT_POINT(nf);
    vv_step s = store_step(t, VV_FILEIO(nf->argv[0]));
    return s == VV_READY ? vv_return(t, vv_int_new(t, nf->i[0])) : s;
    VV_END(nf);
}

/* ---- position ---- */

/* The new position, or -1 with an exception. */
static int64_t seek(vv_thread *t, vv_fileio *f, int64_t offset, int64_t whence) {
    vv_opening *o = check_open(t, f) < 0 ? NULL : vv_fd_need(t, f->fd);
    int64_t position = o == NULL ? -1 : vv_fd_seek(t, o, offset, whence);
    if (f->seekable < 0 && o != NULL)
        f->seekable = position >= 0;
    return position;
}

/* argv: self, pos, whence; i: 0 pos, 1 whence */
static vv_step fileio_seek(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_open(t, VV_FILEIO(nf->argv[0])) < 0)
        return VV_FAILED;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_io_int(t, nf->argv[2], VV_OverflowError));
        nf->i[1] = t->ival;
    }
    VV_AWAIT(nf, vv_io_int(t, nf->argv[1], VV_OverflowError));
    int64_t position = seek(t, VV_FILEIO(nf->argv[0]), t->ival, nf->i[1]);
    return position < 0 ? VV_FAILED : vv_return(t, vv_int_new(t, position));
    VV_END(nf);
}
static vv_owned fileio_tell(vv_thread *t, vv_obj *const *argv) {
    int64_t position = seek(t, VV_FILEIO(argv[0]), 0, 1);
    return position < 0 ? NULL : vv_int_new(t, position);
}

/* argv: self, size; slot: 0 result; i: 0 size */
static vv_step fileio_truncate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (opening_for(t, VV_FILEIO(nf->argv[0]), true) == NULL)
        return VV_FAILED;
    if (nf->argv[1] != NULL && nf->argv[1] != t->vm->none) {
        VV_AWAIT(nf, vv_io_int(t, nf->argv[1], VV_OverflowError));
        nf->i[0] = t->ival;
    } else {
        nf->i[0] = seek(t, VV_FILEIO(nf->argv[0]), 0, 1);
        if (nf->i[0] < 0)
            return VV_FAILED;
    }
    vv_opening *o = opening_for(t, VV_FILEIO(nf->argv[0]), true);
    if (o == NULL)
        return VV_FAILED;
    if (o->node == NULL || nf->i[0] < 0)
        return vv_raise_os(t, EINVAL_, NULL);
    if (vv_fd_resize(t, o->node, (uint64_t)nf->i[0]) < 0)
        return VV_FAILED;
    VV_WAIT_POINT(nf);
    vv_step s = store_step(t, VV_FILEIO(nf->argv[0]));
    return s == VV_READY ? vv_return(t, vv_int_new(t, nf->i[0])) : s;
    VV_END(nf);
}

/* ---- what it is ---- */

static vv_owned answer(vv_thread *t, vv_obj *self, bool yes) {
    return check_open(t, VV_FILEIO(self)) < 0 ? NULL : vv_bool(t, yes);
}
static vv_owned fileio_readable(vv_thread *t, vv_obj *const *argv) {
    return answer(t, argv[0], VV_FILEIO(argv[0])->readable);
}
static vv_owned fileio_writable(vv_thread *t, vv_obj *const *argv) {
    return answer(t, argv[0], VV_FILEIO(argv[0])->writable);
}
static vv_owned fileio_seekable(vv_thread *t, vv_obj *const *argv) {
    vv_fileio *f = VV_FILEIO(argv[0]);
    if (f->fd >= 0 && f->seekable < 0 && seek(t, f, 0, 1) < 0)
        vv_clear_error(t);
    return answer(t, argv[0], f->seekable > 0);
}
static vv_owned fileio_isatty(vv_thread *t, vv_obj *const *argv) {
    return answer(t, argv[0], false); /* the streams are the host's, which shows them somewhere */
}
static vv_owned fileio_fileno(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_FILEIO(argv[0])) < 0 ? NULL : vv_int_new(t, VV_FILEIO(argv[0])->fd);
}
static vv_owned fileio_get_closed(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_FILEIO(self)->fd < 0);
}
static vv_owned fileio_get_closefd(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_FILEIO(self)->closefd);
}
static vv_owned fileio_get_blksize(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_int_new(t, BLOCK_SIZE);
}
static const char *mode_text(const vv_fileio *f) {
    if (f->created)
        return f->readable ? "xb+" : "xb";
    if (f->appending)
        return f->readable ? "ab+" : "ab";
    return f->readable ? f->writable ? "rb+" : "rb" : "wb";
}
static vv_owned fileio_get_mode(vv_thread *t, vv_ref self) {
    return vv_str_from_cstr(t, mode_text(VV_FILEIO(self)));
}

/* slot: 0 name, 1 its repr */
static vv_step repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    const vv_fileio *f = VV_FILEIO(nf->argv[0]);
    if (f->fd < 0)
        return vv_return(t, vv_format(t, "<_io.FileIO [closed]>"));
    nf->slot[0] = vv_intern_cstr(t, "name");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    f = VV_FILEIO(nf->argv[0]);
    if (nf->slot[0] == NULL)
        return vv_return(t, vv_format(t, "<_io.FileIO fd=%d mode='%s' closefd=%s>", f->fd, mode_text(f), f->closefd ? "True" : "False"));
    VV_AWAIT(nf, vv_do_repr(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    f = VV_FILEIO(nf->argv[0]);
    return vv_return(t, vv_format(t, "<_io.FileIO name=%U mode='%s' closefd=%s>", nf->slot[1], mode_text(f), f->closefd ? "True" : "False"));
    VV_END(nf);
}
static vv_step fileio_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_native, "__repr__", self);
}

const vv_typespec vv_fileio_spec = {
    .name = "FileIO",
    .module = "_io",
    .base = VV_T_RAWIOBASE,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_fileio),
    .size64 = 64,
    .dictoffset = offsetof(vv_iobase, dict),
    .weakoffset = offsetof(vv_iobase, weaklist),
    .doc = "A file of bytes without a buffer, over a file descriptor.",
    .signature = "(file, mode='r', closefd=True, opener=None)",
    .slots = &fileio_slots,
    .methods = fileio_methods,
    .getset = fileio_getset,
    .members = fileio_members,
    .dealloc = fileio_dealloc,
    .traverse = fileio_traverse,
    .clear = fileio_clear,
};

/* ---- raw files of any kind ---- */

static vv_step plain_read_native(vv_thread *t, vv_native *nf) { /* argv: raw; i: 0 n */
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    return read_step(t, VV_FILEIO(nf->argv[0]), (size_t)nf->i[0]);
    VV_END(nf);
}

/* argv: raw; slot: 0 bytearray, 1 view, 2 answer; i: 0 n */
static vv_step read_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_bytearray_new(t, NULL, (size_t)nf->i[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call1(t, (vv_ref)VV_TYPEP(t, MEMORYVIEW), nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "readinto", &nf->slot[1], 1));
    nf->slot[2] = vv_take_ret(t);
    if (nf->slot[2] == t->vm->none)
        return vv_return_none(t);
    VV_AWAIT_CATCH(nf, vv_do_index(t, nf->slot[2]));
    if (nf->raised) {
        VV_AUTO cause = {t, vv_take_error(t)};
        (void)vv_raise_step(t, VV_OSError, "raw readinto() failed");
        if (t->exc != NULL && vv_error_is(t, VV_OSError)) {
            vv_setref_take(t, &VV_EXC_OF(t->exc)->context, vv_newref(cause.o));
            vv_setref_take(t, &VV_EXC_OF(t->exc)->cause, vv_move(&cause.o));
            VV_EXC_OF(t->exc)->suppress_context = true;
        }
        return VV_FAILED;
    }
    vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
    int64_t n = vv_int_clamp_index(nf->slot[2]);
    if (n < 0 || n > nf->i[0])
        return vv_raise_step(t, VV_OSError, "raw readinto() returned invalid length %lld (should have been between 0 and %lld)",
                             (long long)n, (long long)nf->i[0]);
    return vv_return(t, vv_bytes_new(t, n == 0 ? (const void *)"" : VV_BYTEARRAY(nf->slot[0])->data, (size_t)n));
    VV_END(nf);
}

static vv_step with_number(vv_thread *t, vv_resumable fn, const char *name, vv_ref raw, vv_ref second, int64_t n) {
    vv_native *nf = vv_push_native(t, fn, name, (vv_obj *[]){VV_OBJ(raw), VV_OBJ(second)}, second == NULL ? 1 : 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = n;
    return VV_PUSHED;
}

vv_step vv_raw_read(vv_thread *t, vv_ref raw, size_t n) {
    if (!vv_raw_is_plain(t, raw))
        return with_number(t, read_native, "readinto", raw, NULL, (int64_t)n);
    const vv_opening *o = VV_FILEIO(raw)->fd < 0 ? NULL : vv_fd_peek(t, VV_FILEIO(raw)->fd);
    if (o != NULL && (o->node == NULL || o->node->pipe)) /* it may have to wait */
        return with_number(t, plain_read_native, "readinto", raw, NULL, (int64_t)n);
    return read_step(t, VV_FILEIO(raw), n);
}

/* argv: raw, bytes; slot: 0 view */
static vv_step write_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call1(t, (vv_ref)VV_TYPEP(t, MEMORYVIEW), nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "write", nf->slot, 1));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (nf->slot[0] == t->vm->none)
        return vv_return_int(t, -1);
    VV_AWAIT_CATCH(nf, vv_do_index(t, nf->slot[0]));
    if (nf->raised)
        vv_clear_error(t);
    vv_setref_take(t, &nf->slot[0], nf->raised ? vv_int_new(t, -1) : vv_take_ret(t));
    int64_t n = vv_int_clamp_index(nf->slot[0]), most = (int64_t)VV_BYTES(nf->argv[1])->length;
    if (n < 0 || n > most)
        return vv_raise_step(t, VV_OSError, "raw write() returned invalid length %lld (should have been between 0 and %lld)",
                             (long long)n, (long long)most);
    return vv_return_int(t, n);
    VV_END(nf);
}
static vv_step store_native(vv_thread *t, vv_native *nf) { /* argv: raw */
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    vv_step s = store_step(t, VV_FILEIO(nf->argv[0]));
    return s == VV_READY ? vv_return_null(t) : s;
    VV_END(nf);
}
vv_step vv_raw_store(vv_thread *t, vv_ref raw) {
    const vv_opening *o = !vv_raw_is_plain(t, raw) || VV_FILEIO(raw)->fd < 0 ? NULL : vv_fd_peek(t, VV_FILEIO(raw)->fd);
    if (o == NULL || o->node == NULL || !o->node->dirty)
        return vv_return_null(t);
    return vv_start1(t, store_native, "flush", raw);
}
vv_step vv_raw_write(vv_thread *t, vv_ref raw, vv_ref bytes, bool later) {
    if (!vv_raw_is_plain(t, raw))
        return vv_start2(t, write_native, "write", raw, bytes);
    size_t n = VV_BYTES(bytes)->length;
    if (put(t, VV_FILEIO(raw), VV_BYTES(bytes)->data, n) < 0)
        return VV_FAILED;
    (void)later;
    return vv_return_int(t, (int64_t)n);
}

/* argv: raw; slot: 0 offset, 1 whence; i: 0 offset, 1 whence, or -1: tell */
static vv_step seek_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[1] >= 0) {
        nf->slot[0] = vv_int_new(t, nf->i[0]);
        nf->slot[1] = vv_int_new(t, nf->i[1]);
        if (nf->slot[0] == NULL || nf->slot[1] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], nf->i[1] >= 0 ? "seek" : "tell", nf->slot, nf->i[1] >= 0 ? 2 : 0));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_io_int(t, nf->slot[0], VV_ValueError));
    if (t->ival < 0)
        return vv_raise_step(t, VV_OSError, "Raw stream returned invalid position %lld", (long long)t->ival);
    return vv_return_int(t, t->ival);
    VV_END(nf);
}
vv_step vv_raw_seek(vv_thread *t, vv_ref raw, int64_t offset, int64_t whence) {
    if (vv_raw_is_plain(t, raw)) {
        int64_t position = seek(t, VV_FILEIO(raw), offset, whence);
        return position < 0 ? VV_FAILED : vv_return_int(t, position);
    }
    vv_native *nf = vv_push_native(t, seek_native, "seek", (vv_obj *[]){VV_OBJ(raw)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = offset;
    nf->i[1] = whence;
    return VV_PUSHED;
}
vv_step vv_raw_tell(vv_thread *t, vv_ref raw) {
    return vv_raw_is_plain(t, raw) ? vv_raw_seek(t, raw, 0, 1) : vv_raw_seek(t, raw, 0, -1);
}
