/* posix_change.c - module posix: the current folder, modes and times of files, links, pipes, and what the process is.
 *
 * The current folder is the program's own (kernel->folder): it travels with a copy of the program, and hosts do not know of it.
 */
#include <string.h>

#include "modules/posix.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/structseq.h"
#include "types/tuple.h"

#define VV_DEF_NAME posix_change
#define VV_DEF_FILE "modules/posix_change.def"
#include "object/deftype.h"

enum { EBADF_ = 9, ENOTDIR_ = 20, EISDIR_ = 21, EINVAL_ = 22, ESPIPE_ = 29, IS_FOLDER = 0040000, KIND_MASK = 0170000 };

/* Asks about the path nf->slot[0]: to be called until it is VV_READY. Errors name it, and slot[1] before it if there is one. */
static vv_step ask(vv_thread *t, vv_native *nf, vv_request_kind kind, const char *function, const char *data, size_t n) {
    VV_AUTO hold = {t, NULL};
    size_t length;
    const char *path = vv_posix_host_path(t, nf->slot[0], function, &hold.o, &length);
    vv_step s = path == NULL ? VV_FAILED : vv_kernel_request(t, kind, path, data, n);
    if (s != VV_READY || t->vm->kernel->error == 0)
        return s;
    vv_ref first = nf->slot[nf->slot[1] != NULL];
    return vv_posix_raise(t, kind == VV_REQ_CHANGE_TIMES ? NULL : first, nf->slot[1] != NULL ? nf->slot[0] : NULL); /* utime names none */
}

/* ---- the current folder ---- */

/* argv: path; slot: 0 path */
static vv_step posix_chdir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "chdir: path"));
    nf->slot[0] = vv_take_ret(t);
    if (t->vm->kernel->folder.length == 0) { /* where it is now, for the files that are open */
        VV_WAIT_POINT(nf);
        vv_step s = vv_kernel_request(t, VV_REQ_FOLDER, "", NULL, 0);
        if (s != VV_READY)
            return s;
        struct vv_kernel *k = t->vm->kernel;
        if (k->error != 0)
            return vv_raise_os(t, k->error, nf->slot[0]);
        if (vv_nodes_anchor(t, k->answer.data) < 0)
            return VV_FAILED;
        if (vv_bytebuf_append(t->vm, &k->folder, k->answer.data, k->answer.length) < 0)
            return vv_return(t, vv_raise_memory(t));
    }
    {
        VV_WAIT_POINT(nf);
        vv_step s = ask(t, nf, VV_REQ_STAT, "chdir", NULL, 0);
        if (s != VV_READY)
            return s;
    }
    uint64_t mode = 0;
    struct vv_kernel *k = t->vm->kernel;
    for (size_t at = 0; at < k->answer.length && k->answer.data[at] >= '0'; at++)
        mode = mode * 10 + (uint64_t)(k->answer.data[at] - '0');
    if ((mode & KIND_MASK) != IS_FOLDER)
        return vv_raise_os(t, ENOTDIR_, nf->slot[0]);
    return vv_kernel_set_folder(t, k->path.data) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

/* ---- modes and times ---- */

/* argv: path, mode, dir_fd, follow_symlinks; slot: 0 path; i: 0 mode */
static vv_step posix_chmod(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[2]) < 0)
        return VV_FAILED;
    VV_POSIX_TAKE(vv_posix_take_fd, 1, 0);
    if (VV_ISA(nf->argv[0], INT)) {
        VV_AWAIT(nf, vv_start2(t, vv_posix_fchmod, "fchmod", nf->argv[0], nf->argv[1]));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "chmod: path"));
    nf->slot[0] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_obj *text = vv_format(t, "%lld", (long long)(nf->i[0] & 07777));
    if (text == NULL)
        return VV_FAILED;
    vv_step s = ask(t, nf, VV_REQ_CHANGE_MODE, "chmod", (const char *)VV_STR(text)->data, vv_str_length(text));
    vv_decref(t, text);
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}

/* A time in seconds (int or float) or nanoseconds (int): 0/-1. */
static int time_of(vv_thread *t, vv_ref o, bool ns, int64_t *ret) {
    if (VV_ISA(o, INT)) {
        if (vv_int_as_i64(t, o, ret) < 0)
            return -1;
        if (!ns && (*ret > INT64_MAX / 1000000000 || *ret < INT64_MIN / 1000000000))
            return vv_raise_int(t, VV_OverflowError, "timestamp out of range for platform time_t");
        *ret = ns ? *ret : *ret * 1000000000;
        return 0;
    }
    if (!ns && VV_ISA(o, FLOAT)) {
        double seconds = VV_FLOAT(o)->value;
        if (!(seconds > -9e9 && seconds < 9e9))
            return vv_raise_int(t, VV_OverflowError, "timestamp out of range for platform time_t");
        int64_t whole = (int64_t)seconds - (seconds < (double)(int64_t)seconds);
        *ret = whole * 1000000000 + (int64_t)((seconds - (double)whole) * 1e9);
        return 0;
    }
    return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
}

/* argv: path, times, ns, dir_fd, follow_symlinks; slot: 0 path; i: 0 and 1 times */
static vv_step posix_utime(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[3]) < 0)
        return VV_FAILED;
    bool times = nf->argv[1] != NULL && nf->argv[1] != t->vm->none, ns = nf->argv[2] != NULL;
    if (times && ns)
        return vv_raise_step(t, VV_ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    vv_ref pair = ns ? nf->argv[2] : times ? nf->argv[1] : NULL;
    if (pair != NULL && (!VV_ISA(pair, TUPLE) || VV_TUPLE(pair)->length != 2))
        return vv_raise_step(t, VV_TypeError, ns ? "utime: 'ns' must be a tuple of two ints"
                                                 : "utime: 'times' must be either a tuple of two ints or None");
    for (int k = 0; k < 2; k++) {
        if (pair == NULL)
            nf->i[k] = vv_host_realtime_ns();
        else if (time_of(t, VV_TUPLE(pair)->items[k], ns, &nf->i[k]) < 0)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "utime: path"));
    nf->slot[0] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_obj *text = vv_format(t, "%lld %lld", (long long)nf->i[0], (long long)nf->i[1]);
    if (text == NULL)
        return VV_FAILED;
    vv_step s = ask(t, nf, VV_REQ_CHANGE_TIMES, "utime", (const char *)VV_STR(text)->data, vv_str_length(text));
    vv_decref(t, text);
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}

/* ---- links ---- */

/* argv: src, dst, ...; slot: 0 the path asked about, 1 the other */
static vv_step make_link(vv_thread *t, vv_native *nf, bool symbolic) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], symbolic ? "symlink: src" : "link: src"));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[1], symbolic ? "symlink: dst" : "link: dst"));
    nf->slot[0] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_obj *hold = NULL;
    size_t n;
    const char *other = vv_posix_host_path(t, nf->slot[1], symbolic ? "symlink" : "link", &hold, &n);
    vv_step s = other == NULL ? VV_FAILED
                              : ask(t, nf, symbolic ? VV_REQ_MAKE_SYMLINK : VV_REQ_MAKE_LINK, symbolic ? "symlink" : "link", other, n);
    vv_xdecref(t, hold);
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}
static vv_step posix_symlink(vv_thread *t, vv_native *nf) {
    return make_link(t, nf, true);
}
static vv_step posix_link(vv_thread *t, vv_native *nf) {
    return make_link(t, nf, false);
}

/* ---- descriptors ---- */

/* argv: path, length; slot: 0 path; i: 0 length, 1 descriptor */
static vv_step posix_truncate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "truncate: path"));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    if (vv_int_as_i64(t, t->ret, &nf->i[0]) < 0)
        return VV_FAILED;
    vv_drop_ret(t);
    if (nf->i[0] < 0)
        return vv_raise_os(t, EINVAL_, nf->slot[0]);
    nf->i[1] = -1;
    {
        VV_WAIT_POINT(nf);
        vv_step s = vv_posix_open_step(t, nf->slot[0], VV_O_RDWR, nf->slot[0], &nf->i[1]);
        if (s != VV_READY)
            return s;
    }
    vv_opening *o = vv_fd_need(t, nf->i[1]);
    if (o == NULL)
        return VV_FAILED;
    if (vv_fd_resize(t, o->node, (uint64_t)nf->i[0]) < 0) {
        (void)!vv_fd_close(t, nf->i[1]);
        return VV_FAILED;
    }
    VV_WAIT_POINT(nf);
    vv_opening *cut = vv_fd_need(t, nf->i[1]);
    vv_step s = cut == NULL ? VV_FAILED : vv_fd_store(t, cut->node, nf->slot[0]);
    if (s == VV_WAITING)
        return s;
    if (s == VV_READY)
        return vv_fd_close(t, nf->i[1]) < 0 ? VV_FAILED : vv_return_none(t);
    return VV_FAILED;
    VV_END(nf);
}

static vv_owned posix_pipe(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    int ends[2];
    if (vv_fd_pipe(t, ends) < 0)
        return NULL;
    return vv_tuple_pack_take(t, 2, vv_int_new(t, ends[0]), vv_int_new(t, ends[1]));
}

/* The opening of a file for pread and pwrite; NULL with OSError. */
static vv_opening *file_for(vv_thread *t, int64_t fd, bool write) {
    vv_opening *o = vv_fd_need(t, fd);
    int error = o == NULL ? 0 : o->node == NULL || o->node->pipe ? ESPIPE_ : !(write ? o->writable : o->readable) ? EBADF_ : o->node->folder ? EISDIR_ : 0;
    if (error == 0)
        return o;
    (void)vv_raise_os(t, error, NULL);
    return NULL;
}

/* fd, number or buffer, offset: the numbers into i[0], i[1] (number) and i[2]. */
static vv_step at_offset(vv_thread *t, vv_native *nf, bool write) {
    VV_BEGIN(nf);
    VV_POSIX_TAKE(vv_posix_take_fd, 0, 0);
    if (!write) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        nf->i[1] = vv_int_clamp_index(nf->slot[0]);
    }
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (vv_int_as_i64(t, nf->slot[0], &nf->i[2]) < 0)
        return VV_FAILED;
    vv_opening *o = file_for(t, nf->i[0], write);
    if (o == NULL)
        return VV_FAILED;
    if (nf->i[1] < 0 || nf->i[2] < 0)
        return vv_raise_os(t, EINVAL_, NULL);
    uint64_t position = o->position;
    o->position = (uint64_t)nf->i[2];
    const char *data;
    if (!write) {
        size_t n = vv_fd_read(o, (uint64_t)nf->i[1], &data);
        o->position = position;
        return vv_return(t, vv_bytes_new(t, data, n));
    }
    const uint8_t *bytes;
    size_t n;
    int r = vv_bytes_view(nf->argv[1], &bytes, &n) ? vv_fd_write(t, o, bytes, n)
                                                   : vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", nf->argv[1]);
    o->position = position;
    if (r < 0)
        return VV_FAILED;
    nf->i[1] = (int64_t)n;
    VV_WAIT_POINT(nf);
    vv_opening *written = vv_fd_need(t, nf->i[0]);
    vv_step s = written == NULL ? VV_FAILED : vv_fd_store(t, written->node, NULL);
    return s == VV_READY ? vv_return(t, vv_int_new(t, nf->i[1])) : s;
    VV_END(nf);
}
static vv_step posix_pread(vv_thread *t, vv_native *nf) {
    return at_offset(t, nf, false);
}
static vv_step posix_pwrite(vv_thread *t, vv_native *nf) {
    return at_offset(t, nf, true);
}

/* ---- the process ---- */

#define F VV_STRUCTSEQ_FIELD
static const vv_memberdef times_members[] = {
    F(0, "user", "user time"), F(1, "system", "system time"), F(2, "children_user", "user time of children"),
    F(3, "children_system", "system time of children"), F(4, "elapsed", "elapsed time since an arbitrary point in the past"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL}};
static const vv_memberdef uname_members[] = {
    F(0, "sysname", "operating system name"), F(1, "nodename", "name of machine on network (implementation-defined)"),
    F(2, "release", "operating system release"), F(3, "version", "operating system version"), F(4, "machine", "hardware identifier"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL}};
enum { FIELDS = 5 };
static const vv_typespec times_spec = VV_STRUCTSEQ_SPEC("posix", "times_result", "What times() returns.", times_members, &vv_structseq_slots, 0);
static const vv_typespec uname_spec = VV_STRUCTSEQ_SPEC("posix", "uname_result", "What uname() returns.", uname_members, &vv_structseq_slots, 0);

static vv_ref type_peek(vv_thread *t, const vv_typespec *spec) {
    for (vv_type *type = t->vm->static_types; type != NULL; type = type->next_static)
        if (type->spec == spec)
            return &type->head;
    return vv_structseq_type(t, spec, FIELDS);
}
static vv_owned posix_times(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    double now = (double)vv_host_monotonic_ns() * 1e-9, values[FIELDS] = {now, 0, 0, 0, now};
    vv_obj *items[FIELDS] = {NULL};
    vv_ref type = type_peek(t, &times_spec);
    bool ok = type != NULL;
    for (int k = 0; k < FIELDS && ok; k++)
        ok = (items[k] = vv_float_new(t, values[k])) != NULL;
    if (ok)
        return vv_structseq_new_take(t, type, items, FIELDS);
    for (int k = 0; k < FIELDS; k++)
        vv_xdecref(t, items[k]);
    return NULL;
}
static vv_owned posix_uname(vv_thread *t, vv_obj *const *argv) {
    static const char *const values[FIELDS] = {"Vivarium", "vivarium", "3.12", "#1", "wasm32"};
    (void)argv;
    vv_obj *items[FIELDS] = {NULL};
    vv_ref type = type_peek(t, &uname_spec);
    bool ok = type != NULL;
    for (int k = 0; k < FIELDS && ok; k++)
        ok = (items[k] = vv_str_from_cstr(t, values[k])) != NULL;
    if (ok)
        return vv_structseq_new_take(t, type, items, FIELDS);
    for (int k = 0; k < FIELDS; k++)
        vv_xdecref(t, items[k]);
    return NULL;
}
static vv_owned posix_getppid(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, 0);
}
static vv_owned posix_getuid(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, 0); /* the number is pyodide's */
}

int vv_posix_add_changes(vv_thread *t, vv_ref module) {
    return vv_module_add_functions(t, module, posix_change_methods);
}
