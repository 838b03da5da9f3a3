/* posix_fd.c - module posix: file descriptors (kernel/descriptors.h). */
#include <string.h>

#include "kernel/descriptors.h"
#include "modules/posix.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"

#define VV_DEF_NAME posix_fd
#define VV_DEF_FILE "modules/posix_fd.def"
#include "object/deftype.h"

enum { ENOENT_ = 2, EBADF_ = 9, EEXIST_ = 17, ENOTDIR_ = 20, EISDIR_ = 21, EINVAL_ = 22, EDEADLK_ = 35 };
enum { SYMBOLS_DEVICE = 020620, PLAIN_FILE = 0100600 };

/* ---- arguments ---- */

int vv_posix_take_fd(vv_thread *t, int64_t *ret) {
    VV_AUTO number = {t, vv_take_ret(t)};
    *ret = vv_int_clamp_index(number.o);
    return *ret <= INT32_MAX && *ret >= INT32_MIN ? 0
                                                  : vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
}
static int take_i64(vv_thread *t, int64_t *ret) {
    VV_AUTO number = {t, vv_take_ret(t)};
    return vv_int_as_i64(t, number.o, ret);
}
#define TAKE_FD(k) VV_POSIX_TAKE(vv_posix_take_fd, k, k)
#define TAKE_I64(k) VV_POSIX_TAKE(take_i64, k, k)

static vv_step fail(vv_thread *t, int error) {
    return vv_raise_os(t, error, NULL);
}

/* ---- open and close ---- */

vv_step vv_posix_open_step(vv_thread *t, vv_ref path, int64_t flags, vv_ref filename, int64_t *fd) {
    struct vv_kernel *k = t->vm->kernel;
    bool writable = (flags & VV_O_ACCMODE) != 0;
    vv_step s;
    if (*fd < 0) {
        VV_AUTO hold = {t, NULL};
        size_t n;
        const char *text = vv_posix_host_path(t, path, "open", &hold.o, &n);
        s = text == NULL ? VV_FAILED : vv_kernel_request(t, VV_REQ_READ_FILE, text, NULL, 0);
        if (s != VV_READY)
            return s;
        bool folder = k->error == EISDIR_ && !writable && (flags & VV_O_CREAT) == 0;
        bool create = k->error == ENOENT_ && (flags & VV_O_CREAT) != 0;
        int error = folder || create ? 0 : k->error;
        if ((error == 0 || error == EISDIR_) && !create && (flags & VV_O_CREAT) != 0 && (flags & VV_O_EXCL) != 0)
            error = EEXIST_;
        if (error == 0 && !folder && (flags & VV_O_DIRECTORY) != 0)
            error = ENOTDIR_;
        if (error != 0)
            return vv_raise_os(t, error, filename);
        bool empty = create || (writable && (flags & VV_O_TRUNC) != 0);
        if (empty || folder)
            vv_bytebuf_clear(&k->answer);
        int new_fd = vv_fd_open(t, text, &k->answer,
                                (vv_opening){.readable = (flags & VV_O_ACCMODE) != VV_O_WRONLY,
                                             .writable = writable,
                                             .append = (flags & VV_O_APPEND) != 0});
        if (new_fd < 0)
            return VV_FAILED;
        *fd = new_fd;
        vv_node *node = vv_fd_peek(t, new_fd)->node;
        node->folder = folder;
        node->dirty = node->dirty || empty;
    }
    s = vv_fd_store(t, vv_fd_peek(t, *fd)->node, filename); /* a new file is there at once */
    if (s == VV_FAILED)
        (void)!vv_fd_close(t, *fd);
    return s;
}

/* argv: path, flags, mode, dir_fd; slot: 0 path; i: 0 flags, 1 descriptor */
static vv_step posix_open(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[3]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "open: path"));
    nf->slot[0] = vv_take_ret(t);
    VV_POSIX_TAKE(vv_posix_take_fd, 1, 0);
    nf->i[1] = -1;
    VV_WAIT_POINT(nf);
    vv_step s = vv_posix_open_step(t, nf->slot[0], nf->i[0], nf->slot[0], &nf->i[1]);
    return s == VV_READY ? vv_return(t, vv_int_new(t, nf->i[1])) : s;
    VV_END(nf);
}

static vv_step posix_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    if (vv_posix_take_fd(t, &nf->i[0]) < 0 || vv_fd_close(t, nf->i[0]) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step posix_closerange(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    TAKE_FD(1);
    for (int64_t fd = nf->i[0] < 0 ? 0 : nf->i[0]; fd < nf->i[1] && fd < VV_FD_MAX; fd++)
        if (vv_fd_peek(t, fd) != NULL && vv_fd_close(t, fd) < 0)
            return VV_FAILED;
    return t->exc != NULL ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

/* ---- reading and writing ---- */

vv_step vv_posix_read_stream(vv_thread *t, vv_opening *o, int64_t n) {
    const char *line;
    size_t length;
    if (o->node != NULL) {
        vv_bytebuf *b = &o->node->bytes;
        size_t taken = b->length < (uint64_t)n ? b->length : (size_t)n;
        if (taken == 0 && n > 0 && vv_fd_has_writer(t, o->node)) /* nobody else runs who could write */
            return vv_raise_os(t, EDEADLK_, NULL);
        VV_AUTO bytes = {t, vv_bytes_new(t, taken == 0 ? "" : b->data, taken)};
        if (bytes.o != NULL && taken > 0) {
            memmove(b->data, b->data + taken, b->length - taken);
            b->length -= taken;
        }
        return vv_return(t, vv_move(&bytes.o));
    }
    vv_step s = vv_kernel_read_line(t, &line, &length);
    if (s != VV_READY)
        return s;
    size_t taken = length < (uint64_t)n ? length : (size_t)n;
    t->vm->kernel->input_start -= length - taken;
    return vv_return(t, vv_bytes_new(t, line, taken));
}

/* argv: fd, length; i: the same */
static vv_step posix_read(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    TAKE_I64(1);
    if (nf->i[1] < 0)
        return fail(t, EINVAL_);
    VV_WAIT_POINT(nf);
    vv_opening *o = vv_fd_need(t, nf->i[0]);
    if (o == NULL)
        return VV_FAILED;
    if (!o->readable)
        return fail(t, EBADF_);
    if (o->node == NULL || o->node->pipe)
        return vv_posix_read_stream(t, o, nf->i[1]);
    if (o->node->folder)
        return fail(t, EISDIR_);
    const char *data;
    size_t n = vv_fd_read(o, (uint64_t)nf->i[1], &data);
    return vv_return(t, vv_bytes_new(t, data, n));
    VV_END(nf);
}

/* argv: fd, data; i: 0 fd, 1 written */
static vv_step posix_write(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    const uint8_t *data;
    size_t n;
    if (!vv_bytes_view(nf->argv[1], &data, &n))
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", nf->argv[1]);
    vv_opening *o = vv_fd_need(t, nf->i[0]);
    if (o == NULL)
        return VV_FAILED;
    if (!o->writable)
        return fail(t, EBADF_);
    if (o->node == NULL)
        vv_host_write(o->standard, data, n);
    else if (vv_fd_write(t, o, data, n) < 0)
        return VV_FAILED;
    nf->i[1] = (int64_t)n;
    VV_WAIT_POINT(nf);
    vv_opening *written = vv_fd_need(t, nf->i[0]);
    vv_step s = written == NULL ? VV_FAILED : vv_fd_store(t, written->node, NULL);
    return s == VV_READY ? vv_return(t, vv_int_new(t, nf->i[1])) : s;
    VV_END(nf);
}

static vv_step posix_lseek(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    TAKE_I64(1);
    TAKE_FD(2);
    vv_opening *o = vv_fd_need(t, nf->i[0]);
    int64_t position = o == NULL ? -1 : vv_fd_seek(t, o, nf->i[1], nf->i[2]);
    return position < 0 ? VV_FAILED : vv_return(t, vv_int_new(t, position));
    VV_END(nf);
}

static vv_step posix_ftruncate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    TAKE_I64(1);
    vv_opening *o = vv_fd_need(t, nf->i[0]);
    if (o == NULL)
        return VV_FAILED;
    if (o->node == NULL || !o->writable || nf->i[1] < 0)
        return fail(t, EINVAL_);
    if (vv_fd_resize(t, o->node, (uint64_t)nf->i[1]) < 0)
        return VV_FAILED;
    VV_WAIT_POINT(nf);
    vv_opening *cut = vv_fd_need(t, nf->i[0]);
    vv_step s = cut == NULL ? VV_FAILED : vv_fd_store(t, cut->node, NULL);
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}

/* ---- what a descriptor is ---- */

/* i: 0 fd */
static vv_step posix_fstat(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    VV_WAIT_POINT(nf);
    const vv_opening *o = vv_fd_need(t, nf->i[0]);
    if (o == NULL)
        return VV_FAILED;
    if (o->node == NULL)
        return vv_return(t, vv_posix_stat_result(t, (uint64_t[VV_STAT_NUMBERS]){SYMBOLS_DEVICE, 0, 0, 1}));
    if (o->node->path == NULL)
        return vv_return(t, vv_posix_stat_result(t, (uint64_t[VV_STAT_NUMBERS]){PLAIN_FILE, 0, 0, 0, 0, 0, o->node->bytes.length}));
    vv_step s = vv_kernel_request(t, VV_REQ_STAT, o->node->path, NULL, 0);
    if (s != VV_READY)
        return s;
    return t->vm->kernel->error != 0 ? fail(t, t->vm->kernel->error) : vv_return(t, vv_posix_stat_answer(t));
    VV_END(nf);
}
vv_step vv_posix_do_fstat(vv_thread *t, vv_ref fd) {
    return vv_start1(t, posix_fstat, "fstat", fd);
}

static vv_step posix_fsync(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    const vv_opening *o = vv_fd_need(t, nf->i[0]);
    if (o == NULL)
        return VV_FAILED;
    return o->node == NULL ? fail(t, EINVAL_) : vv_return_none(t);
    VV_END(nf);
}

static vv_step posix_dup(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    int fd = vv_fd_dup(t, nf->i[0], -1);
    return fd < 0 ? VV_FAILED : vv_return(t, vv_int_new(t, fd));
    VV_END(nf);
}

static vv_step posix_dup2(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    TAKE_FD(1);
    if (nf->i[1] < 0)
        return fail(t, EBADF_);
    int fd = vv_fd_dup(t, nf->i[0], nf->i[1]);
    return fd < 0 ? VV_FAILED : vv_return(t, vv_int_new(t, fd));
    VV_END(nf);
}

static vv_step posix_isatty(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    TAKE_FD(0);
    return vv_return(t, vv_bool(t, false)); /* the streams are the host's, which shows them somewhere */
    VV_END(nf);
}

/* ---- variables of the process ---- */

/* A name or value, str or bytes (what os.environ passes): 0/-1. */
static int variable(vv_thread *t, vv_ref o, bool name) {
    const uint8_t *data;
    size_t n;
    if (VV_ISA(o, STR))
        data = (const uint8_t *)vv_str_utf8_peek(t, o, &n);
    else if (!VV_ISA(o, BYTES) || !vv_bytes_view(o, &data, &n))
        return vv_raise_int(t, VV_TypeError, "expected str, bytes or os.PathLike object, not %T", o);
    if (data == NULL)
        return -1;
    if (memchr(data, 0, n) != NULL)
        return vv_raise_int(t, VV_ValueError, "embedded null byte");
    if (name && memchr(data, '=', n) != NULL)
        return vv_raise_int(t, VV_ValueError, "illegal environment variable name");
    return 0;
}
static vv_owned posix_putenv(vv_thread *t, vv_obj *const *argv) {
    return variable(t, argv[0], true) < 0 || variable(t, argv[1], false) < 0 ? NULL : vv_none(t);
}
static vv_owned posix_unsetenv(vv_thread *t, vv_obj *const *argv) {
    return variable(t, argv[0], false) < 0 ? NULL : vv_none(t);
}

int vv_posix_add_descriptors(vv_thread *t, vv_ref module) {
    return vv_module_add_functions(t, module, posix_fd_methods);
}
