/* posix.c - module posix: files and folders of the host, which is asked (VV_HOST) and answers later. Library module os is built
 * on it.
 */
#include <string.h>

#include "kernel/descriptors.h"
#include "modules/posix.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/structseq.h"
#include "types/tuple.h"

#define VV_DEF_NAME posix
#define VV_DEF_FILE "modules/posix.def"
#include "object/deftype.h"

enum { SECOND_NS = 1000000000 };

/* ---- paths ---- */

/* argv: object, function's name or NULL */
static vv_step fspath_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __fspath__), NULL, 0));
    if (t->ret == NULL && nf->argv[1] != NULL)
        return vv_raise_step(t, VV_TypeError, "%U should be string, bytes%s, not %T", nf->argv[1],
                             vv_str_equal_cstr(nf->argv[1], "stat: path") || vv_str_equal_cstr(nf->argv[1], "chdir: path") ||
                                     vv_str_equal_cstr(nf->argv[1], "utime: path") || vv_str_equal_cstr(nf->argv[1], "chown: path") ||
                                     vv_str_equal_cstr(nf->argv[1], "chmod: path") || vv_str_equal_cstr(nf->argv[1], "truncate: path") ? ", os.PathLike or integer"
                             : vv_str_equal_cstr(nf->argv[1], "scandir: path") || vv_str_equal_cstr(nf->argv[1], "listdir: path")
                                 ? ", os.PathLike, integer or None"
                                 : " or os.PathLike",
                             nf->argv[0]);
    if (t->ret == NULL)
        return vv_raise_step(t, VV_TypeError, "expected str, bytes or os.PathLike object, not %T", nf->argv[0]);
    if (VV_ISA(t->ret, STR) || VV_ISA(t->ret, BYTES))
        return VV_READY;
    nf->slot[0] = vv_take_ret(t);
    return vv_raise_step(t, VV_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step posix_fspath(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_ISA(nf->argv[0], STR) || VV_ISA(nf->argv[0], BYTES))
        return vv_return(t, vv_newref(nf->argv[0]));
    VV_AWAIT(nf, vv_start2(t, fspath_native, "fspath", nf->argv[0], NULL));
    return VV_READY;
    VV_END(nf);
}

/* The path in an argument of `function`, str or bytes. */
vv_step vv_posix_path_of(vv_thread *t, vv_ref o, const char *function) {
    if (VV_ISA(o, STR) || VV_ISA(o, BYTES))
        return vv_return(t, vv_newref(o));
    if (function == NULL)
        return vv_start2(t, fspath_native, "fspath", o, NULL);
    VV_AUTO name = {t, vv_str_from_cstr(t, function)};
    return name.o == NULL ? VV_FAILED : vv_start2(t, fspath_native, "fspath", o, name.o);
}

/* The bytes of a path for the host, borrowed from *hold (owned); NULL with ValueError or UnicodeEncodeError. */
const char *vv_posix_host_path(vv_thread *t, vv_ref path, const char *function, vv_obj **hold, size_t *ret_length) {
    *hold = VV_ISA(path, BYTES) ? vv_newref(path) : vv_encode(t, path, "utf-8", "surrogateescape");
    if (*hold == NULL)
        return NULL;
    const vv_bytes *bytes = VV_BYTES(*hold);
    *ret_length = bytes->length;
    if (memchr(bytes->data, 0, bytes->length) == NULL)
        return (const char *)bytes->data;
    if (function == NULL)
        vv_raise(t, VV_ValueError, "embedded null byte");
    else
        vv_raise(t, VV_ValueError, "%s: embedded null character in path", function);
    return NULL;
}

vv_step vv_posix_raise(vv_thread *t, vv_ref first_or_null, vv_ref second_or_null) {
    vv_step s = vv_raise_os(t, t->vm->kernel->error, first_or_null);
    if (second_or_null == NULL || !vv_error_is(t, VV_OSError))
        return s;
    VV_AUTO single = {t, vv_take_error(t)}; /* the same with two names: (errno, text, first, None, second) */
    vv_obj *const *of = VV_TUPLE(VV_EXC_OF(single.o)->args)->items;
    VV_AUTO args = {t, vv_tuple_pack(t, 5, (vv_ref)of[0], (vv_ref)of[1], first_or_null, VV_NONE(t), second_or_null)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, VV_OSError, args.o)};
    return exc.o == NULL ? VV_FAILED : vv_raise_object(t, exc.o);
}

/* A request about nf->slot[0] (and, for VV_REQ_RENAME, slot[1]): to be called until it is VV_READY; kernel->answer then holds the
 * answer, and an error was raised. */
static vv_step ask(vv_thread *t, vv_native *nf, int kind, const char *function, const char *data, size_t n) {
    VV_AUTO hold = {t, NULL};
    size_t length;
    const char *path = vv_posix_host_path(t, nf->slot[0], function, &hold.o, &length);
    vv_step s = path == NULL ? VV_FAILED : vv_kernel_request(t, kind, path, data, n);
    if (s != VV_READY || t->vm->kernel->error == 0)
        return s;
    return vv_posix_raise(t, nf->slot[0], kind == VV_REQ_RENAME ? nf->slot[1] : NULL);
}

int vv_posix_no_dir_fd(vv_thread *t, vv_ref dir_fd) {
    return dir_fd == NULL || dir_fd == VV_NONE(t) ? 0 : vv_raise_int(t, VV_NotImplementedError, "dir_fd unavailable on this platform");
}

/* ---- stat ---- */

#define F VV_STRUCTSEQ_FIELD
/* Items 7 to 9 are the times in whole seconds; what is called st_atime and so on are the floats behind them. */
static const vv_memberdef stat_members[] = {
    F(0, "st_mode", "protection bits"),
    F(1, "st_ino", "inode"),
    F(2, "st_dev", "device"),
    F(3, "st_nlink", "number of hard links"),
    F(4, "st_uid", "user ID of owner"),
    F(5, "st_gid", "group ID of owner"),
    F(6, "st_size", "total size, in bytes"),
    F(10, "st_atime", "time of last access"),
    F(11, "st_mtime", "time of last modification"),
    F(12, "st_ctime", "time of last change"),
    F(13, "st_atime_ns", "time of last access in nanoseconds"),
    F(14, "st_mtime_ns", "time of last modification in nanoseconds"),
    F(15, "st_ctime_ns", "time of last change in nanoseconds"),
    F(7, "unnamed field", NULL),
    F(8, "unnamed field", NULL),
    F(9, "unnamed field", NULL),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_typespec stat_spec = VV_STRUCTSEQ_SPEC("os", "stat_result", "What stat() and its kin tell of a file.", stat_members,
                                                       &vv_structseq_slots, 0);
enum { STAT_VISIBLE = 10, STAT_FIELDS = 16, STAT_NUMBERS = VV_STAT_NUMBERS };

static const vv_memberdef terminal_members[] = {
    F(0, "columns", "width of the terminal window in characters"),
    F(1, "lines", "height of the terminal window in characters"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_typespec terminal_spec = VV_STRUCTSEQ_SPEC("os", "terminal_size", "A tuple of (columns, lines) for holding terminal window size",
                                                           terminal_members, &vv_structseq_slots, 0);

static vv_ref type_peek(vv_thread *t, const vv_typespec *spec, size_t visible) {
    for (vv_type *type = t->vm->static_types; type != NULL; type = type->next_static)
        if (type->spec == spec)
            return &type->head;
    return vv_structseq_type(t, spec, visible);
}

/* The next decimal number of the answer. */
static uint64_t next_number(const char **at, const char *end) {
    uint64_t value = 0;
    while (*at < end && **at == ' ')
        ++*at;
    while (*at < end && **at >= '0' && **at <= '9')
        value = value * 10 + (uint64_t)(*(*at)++ - '0');
    return value;
}

vv_owned vv_posix_stat_result(vv_thread *t, const uint64_t *numbers) {
    vv_obj *values[STAT_FIELDS] = {NULL};
    vv_ref type = type_peek(t, &stat_spec, STAT_VISIBLE);
    bool ok = type != NULL;
    for (size_t k = 0; k < STAT_NUMBERS && ok; k++) {
        uint64_t number = numbers[k];
        if (k < 7) {
            values[k] = vv_int_new_u64(t, number);
        } else {
            values[k] = vv_int_new_u64(t, number / SECOND_NS);
            values[k + 3] = vv_float_new(t, (double)(number / SECOND_NS) + 1e-9 * (double)(number % SECOND_NS));
            values[k + 6] = vv_int_new_u64(t, number);
            ok = values[k + 3] != NULL && values[k + 6] != NULL;
        }
        ok = ok && values[k] != NULL;
    }
    if (ok)
        return vv_structseq_new_take(t, type, values, STAT_FIELDS);
    for (size_t k = 0; k < STAT_FIELDS; k++)
        vv_xdecref(t, values[k]);
    return NULL;
}

vv_owned vv_posix_stat_answer(vv_thread *t) {
    const vv_bytebuf *answer = &t->vm->kernel->answer;
    const char *at = answer->data, *end = at + answer->length;
    uint64_t numbers[STAT_NUMBERS];
    for (size_t k = 0; k < STAT_NUMBERS; k++)
        numbers[k] = next_number(&at, end);
    return vv_posix_stat_result(t, numbers);
}

vv_step vv_posix_ask_stat(vv_thread *t, vv_ref path, const char *function, bool link, vv_ref filename) {
    VV_AUTO hold = {t, NULL};
    size_t length;
    const char *text = vv_posix_host_path(t, path, function, &hold.o, &length);
    vv_step s = text == NULL ? VV_FAILED : vv_kernel_request(t, VV_REQ_STAT, text, "l", link);
    if (s != VV_READY)
        return s;
    return t->vm->kernel->error != 0 ? vv_raise_os(t, t->vm->kernel->error, filename) : vv_return(t, vv_posix_stat_answer(t));
}

/* argv: path, dir_fd, follow_symlinks (lstat: none); slot: 0 path; i[0]: do not follow */
static vv_step stat_with(vv_thread *t, vv_native *nf, bool link) {
    VV_BEGIN(nf);
    nf->i[0] = link;
    if (vv_posix_no_dir_fd(t, nf->argv[1]) < 0)
        return VV_FAILED;
    if (!link && VV_ISA(nf->argv[0], INT)) {
        VV_AWAIT(nf, vv_posix_do_fstat(t, nf->argv[0]));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], link ? "lstat: path" : "stat: path"));
    nf->slot[0] = vv_take_ret(t);
    if (!link && nf->argc > 2 && nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        nf->i[0] = !t->ival;
    }
    VV_WAIT_POINT(nf);
    return vv_posix_ask_stat(t, nf->slot[0], link ? "lstat" : "stat", nf->i[0] != 0, nf->slot[0]);
    VV_END(nf);
}
static vv_step posix_stat(vv_thread *t, vv_native *nf) {
    return stat_with(t, nf, false);
}
static vv_step posix_lstat(vv_thread *t, vv_native *nf) {
    return stat_with(t, nf, true);
}

/* argv: path, mode, dir_fd, effective_ids, follow_symlinks; slot: 0 path */
static vv_step posix_access(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[2]) < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[1], INT))
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->argv[1]);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "access: path"));
    nf->slot[0] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_step s = ask(t, nf, VV_REQ_STAT, "access", "", 0);
    if (s == VV_FAILED && vv_error_is(t, VV_OSError)) {
        vv_clear_error(t);
        return vv_return(t, vv_bool(t, false));
    }
    if (s != VV_READY)
        return s;
    const char *at = t->vm->kernel->answer.data;
    uint64_t bits = next_number(&at, at + t->vm->kernel->answer.length);
    int64_t wanted = vv_int_clamp_index(nf->argv[1]);
    return vv_return(t, vv_bool(t, (bits & 0777) == 0 || (wanted & ~(int64_t)(bits >> 6 & 7) & 7) == 0));
    VV_END(nf);
}

/* ---- folders ---- */

/* Names of the answer, as str or bytes. */
vv_owned vv_posix_names(vv_thread *t, bool bytes) {
    const vv_bytebuf *answer = &t->vm->kernel->answer;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (size_t k = 0; list.o != NULL && k < answer->length;) {
        const char *name = answer->data + k;
        size_t n = strnlen(name, answer->length - k);
        vv_owned item = bytes ? vv_bytes_new(t, name, n) : vv_decode(t, (const uint8_t *)name, n, "utf-8", "surrogateescape");
        if (item == NULL || vv_list_append_take(t, list.o, item) < 0)
            return NULL;
        k += n + 1;
    }
    return vv_move(&list.o);
}

/* argv: path; slot: 0 path */
static vv_step posix_listdir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == NULL || nf->argv[0] == t->vm->none) {
        nf->slot[0] = vv_str_from_cstr(t, ".");
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    } else {
        VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "listdir: path"));
        nf->slot[0] = vv_take_ret(t);
    }
    VV_WAIT_POINT(nf);
    vv_step s = ask(t, nf, VV_REQ_LIST, "listdir", NULL, 0);
    return s == VV_READY ? vv_return(t, vv_posix_names(t, VV_ISA(nf->slot[0], BYTES))) : s;
    VV_END(nf);
}

/* argv: path; slot: 0 path */
static vv_step posix_scandir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == NULL || nf->argv[0] == t->vm->none) {
        nf->slot[0] = vv_str_from_cstr(t, ".");
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    } else {
        if (VV_ISA(nf->argv[0], INT))
            return vv_raise_step(t, VV_NotImplementedError, "scandir of a file descriptor");
        VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "scandir: path"));
        nf->slot[0] = vv_take_ret(t);
    }
    VV_WAIT_POINT(nf);
    vv_step s = ask(t, nf, VV_REQ_LIST, "scandir", NULL, 0);
    return s == VV_READY ? vv_return(t, vv_posix_scandir_new(t, nf->slot[0])) : s;
    VV_END(nf);
}

/* A path that the host has answered with. */
static vv_owned answer_text(vv_thread *t, bool bytes) {
    const vv_bytebuf *answer = &t->vm->kernel->answer;
    return bytes ? vv_bytes_new(t, answer->data, answer->length)
                 : vv_decode(t, (const uint8_t *)answer->data, answer->length, "utf-8", "surrogateescape");
}

/* argv: path, dir_fd; slot: 0 path */
static vv_step posix_readlink(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "readlink: path"));
    nf->slot[0] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_step s = ask(t, nf, VV_REQ_READ_LINK, "readlink", NULL, 0);
    return s == VV_READY ? vv_return(t, answer_text(t, VV_ISA(nf->argv[0], BYTES))) : s;
    VV_END(nf);
}

static vv_step current_folder(vv_thread *t, bool bytes) {
    const vv_bytebuf *own = &t->vm->kernel->folder;
    if (own->length > 0)
        return vv_return(t, bytes ? vv_bytes_new(t, own->data, own->length)
                                  : vv_decode(t, (const uint8_t *)own->data, own->length, "utf-8", "surrogateescape"));
    vv_step s = vv_kernel_request(t, VV_REQ_FOLDER, "", NULL, 0);
    const struct vv_kernel *k = t->vm->kernel;
    if (s != VV_READY)
        return s;
    if (k->error != 0)
        return vv_raise_os(t, k->error, NULL);
    return vv_return(t, answer_text(t, bytes));
}
static vv_step posix_getcwd(vv_thread *t, vv_native *nf) {
    (void)nf;
    return current_folder(t, false);
}
static vv_step posix_getcwdb(vv_thread *t, vv_native *nf) {
    (void)nf;
    return current_folder(t, true);
}

/* argv: path, ..., dir_fd last; slot: 0 path */
static vv_step change(vv_thread *t, vv_native *nf, int kind, const char *function, const char *argument) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[nf->argc - 1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], argument));
    nf->slot[0] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_step s = ask(t, nf, kind, function, NULL, 0);
    if (s != VV_READY)
        return s;
    if (kind == VV_REQ_REMOVE_FILE && vv_node_moved(t, t->vm->kernel->path.data, NULL) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step posix_mkdir(vv_thread *t, vv_native *nf) {
    return change(t, nf, VV_REQ_MAKE_FOLDER, "mkdir", "mkdir: path");
}
static vv_step posix_rmdir(vv_thread *t, vv_native *nf) {
    return change(t, nf, VV_REQ_REMOVE_FOLDER, "rmdir", "rmdir: path");
}
static vv_step posix_remove(vv_thread *t, vv_native *nf) {
    return change(t, nf, VV_REQ_REMOVE_FILE, "remove", "remove: path");
}

/* argv: src, dst, their dir_fd; slot: 0 src, 1 dst */
static vv_step posix_rename(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_posix_no_dir_fd(t, nf->argv[2]) < 0 || vv_posix_no_dir_fd(t, nf->argv[3]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], "rename: src"));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[1], "rename: dst"));
    nf->slot[1] = vv_take_ret(t);
    VV_WAIT_POINT(nf);
    vv_obj *hold = NULL;
    size_t n;
    const char *to = vv_posix_host_path(t, nf->slot[1], "rename", &hold, &n);
    vv_step s = to == NULL ? VV_FAILED : ask(t, nf, VV_REQ_RENAME, "rename", to, n);
    if (s == VV_READY && vv_node_moved(t, t->vm->kernel->path.data, to) < 0)
        s = VV_FAILED;
    vv_xdecref(t, hold);
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}

/* ---- the process ---- */

static vv_owned posix_getpid(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, 42); /* a program is alone in its world; the number is pyodide's */
}
static vv_owned posix_cpu_count(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, 1);
}

/* An argument that must be an int: 0/-1. */
static int int_argument(vv_thread *t, vv_ref o, int64_t *ret) {
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    return vv_int_as_i64(t, o, ret);
}

static vv_owned posix_strerror(vv_thread *t, vv_obj *const *argv) {
    int64_t number;
    if (int_argument(t, argv[0], &number) < 0)
        return NULL;
    const char *text = number == 0 ? "Success" : number > INT32_MAX || number < 0 ? NULL : vv_errno_text((int)number);
    return text == NULL ? vv_format(t, "Unknown error %lld", (long long)number) : vv_str_from_cstr(t, text);
}

static vv_owned posix_urandom(vv_thread *t, vv_obj *const *argv) {
    int64_t n;
    if (int_argument(t, argv[0], &n) < 0)
        return NULL;
    if (n < 0)
        return vv_raise(t, VV_ValueError, "negative argument not allowed");
    vv_owned bytes = vv_bytes_new(t, NULL, (size_t)n);
    if (bytes != NULL)
        vv_host_random(VV_BYTES(bytes)->data, (size_t)n);
    return bytes;
}

static vv_owned posix_umask(vv_thread *t, vv_obj *const *argv) {
    int64_t mask;
    return int_argument(t, argv[0], &mask) < 0 ? NULL : vv_int_new(t, 022);
}

/* There are no other processes: nothing to wait for. */
static vv_owned posix_waitpid(vv_thread *t, vv_obj *const *argv) {
    int64_t number;
    if (int_argument(t, argv[0], &number) == 0 && int_argument(t, argv[1], &number) == 0)
        (void)vv_raise_os(t, 10, NULL); /* ECHILD */
    return NULL;
}

static vv_owned posix_wifstopped(vv_thread *t, vv_obj *const *argv) {
    int64_t status;
    return int_argument(t, argv[0], &status) < 0 ? NULL : vv_bool(t, (status & 0xFF) == 0x7F);
}

static vv_owned posix_pipe(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    (void)vv_raise_os(t, 38, NULL); /* ENOSYS: who would read what is written? */
    return NULL;
}

static vv_owned posix_exitcode(vv_thread *t, vv_obj *const *argv) {
    int64_t status;
    if (int_argument(t, argv[0], &status) < 0)
        return NULL;
    if ((status & 0x7F) == 0)
        return vv_int_new(t, status >> 8 & 0xFF);
    if ((status & 0x7F) != 0x7F)
        return vv_int_new(t, -(status & 0x7F));
    return vv_raise(t, VV_ValueError, "process stopped by delivery of signal %d", (int)(status >> 8 & 0xFF));
}

static vv_owned posix_wstopsig(vv_thread *t, vv_obj *const *argv) {
    int64_t status;
    return int_argument(t, argv[0], &status) < 0 ? NULL : vv_int_new(t, status >> 8 & 0xFF);
}

/* ---- the module ---- */

static const struct {
    const char *name;
    int value;
} constants[] = {
    {"F_OK", 0},         {"R_OK", 4},          {"W_OK", 2},           {"X_OK", 1},         {"O_RDONLY", 0},     {"O_WRONLY", 1},
    {"O_RDWR", 2},         {"O_ACCMODE", 3},    {"O_SYNC", 04010000}, 
          {"O_CREAT", 0100},    {"O_EXCL", 0200},      {"O_NOCTTY", 0400},  {"O_TRUNC", 01000},  {"O_APPEND", 02000},
    {"O_NONBLOCK", 04000}, {"O_DIRECTORY", 0200000}, {"O_NOFOLLOW", 0400000}, {"O_CLOEXEC", 02000000}, {"EX_OK", 0},
    {"EX_USAGE", 64},    {"WNOHANG", 1},       {"NGROUPS_MAX", 65536}, {"TMP_MAX", 238328},
};

static vv_owned posix_get_terminal_size(vv_thread *t, vv_obj *const *argv) {
    if (argv[0] != NULL && !VV_ISA(argv[0], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[0]);
    (void)vv_raise_os(t, 25, NULL); /* ENOTTY */
    return NULL;
}

vv_owned vv_posix_module(vv_thread *t);
vv_owned vv_posix_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "posix", "Files and folders, as the standard that its name shortens knows them.",
                                             posix_methods)};
    VV_AUTO environ = {t, vv_dict_new(t)};
    VV_AUTO functions = {t, vv_list_new(t, 0)};
    vv_ref stat_type = type_peek(t, &stat_spec, STAT_VISIBLE), terminal_type = type_peek(t, &terminal_spec, 2);
    if (module.o == NULL || terminal_type == NULL || environ.o == NULL || functions.o == NULL || stat_type == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    vv_type *entry = vv_type_ensure_peek(t, VV_T_DIR_ENTRY);
    if (entry == NULL || vv_dict_set_cstr(t, dict, "DirEntry", &entry->head) < 0)
        return NULL;
    if (vv_dict_set_cstr(t, dict, "environ", environ.o) < 0 || vv_dict_set_cstr(t, dict, "_have_functions", functions.o) < 0 ||
        vv_dict_set_cstr(t, dict, "stat_result", stat_type) < 0 || vv_dict_set_cstr(t, dict, "terminal_size", terminal_type) < 0 ||
        vv_dict_set_cstr(t, dict, "error", (vv_ref)t->vm->types[VV_OSError]) < 0)
        return NULL;
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++) {
        VV_AUTO value = {t, vv_int_new(t, constants[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, constants[k].name, value.o) < 0)
            return NULL;
    }
    return vv_posix_add_descriptors(t, module.o) < 0 || vv_posix_add_changes(t, module.o) < 0 || vv_posix_add_owners(t, module.o) < 0 ? NULL : vv_move(&module.o);
}
