/* io.c - file objects: the standard streams and what open() returns.
 *
 * A file is its bytes in the program's memory and a position. open() asks the host for the bytes (VV_REQ_READ_FILE); flush
 * and close hand them back (VV_REQ_WRITE_FILE). Nothing here blocks: those two, and reading from standard input, wait in
 * the loop. Standard output is line-buffered, and unbuffered for standard error.
 */
#include "modules/io.h"

#include <string.h>

#include "kernel/kernel.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/datafile.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/codecs.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { STREAM_BUFFER = 8192, ENOENT_ = 2, EEXIST_ = 17 };

typedef struct vv_file {
    vv_obj head;
    vv_obj *name, *mode, *encoding, *errors; /* owned: str (name: str, bytes or int); encoding NULL in binary mode */
    vv_obj *newline;                         /* owned str or NULL (universal newlines) */
    vv_obj *weaklist;
    vv_bytebuf bytes; /* content; of a stream: output not handed over yet */
    size_t position;
    int8_t fd;        /* 0, 1, 2: a standard stream; -1: a file */
    bool readable, writable, append, closed, dirty;
} vv_file;
#define VV_FILE_OF(o) ((vv_file *)(o))

static bool is_text(const vv_file *f) {
    return f->encoding != NULL;
}

vv_owned vv_file_standard(vv_thread *t, int fd) {
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    vv_owned o = vv_new_object(t, VV_TYPEP(t, FILE), sizeof(vv_file));
    if (o == NULL)
        return NULL;
    vv_file *f = VV_FILE_OF(o);
    f->fd = (int8_t)fd;
    f->readable = fd == 0;
    f->writable = fd != 0;
    f->name = vv_str_from_cstr(t, names[fd]);
    f->mode = vv_str_from_cstr(t, fd == 0 ? "r" : "w");
    f->encoding = vv_str_from_cstr(t, "utf-8");
    f->errors = vv_str_from_cstr(t, fd == 2 ? "backslashreplace" : "strict");
    if (f->name == NULL || f->mode == NULL || f->encoding == NULL || f->errors == NULL)
        vv_clearref(t, &o);
    return o;
}

static int file_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_file *f = VV_FILE_OF(self);
    VV_VISIT(f->name);
    VV_VISIT(f->mode);
    VV_VISIT(f->encoding);
    VV_VISIT(f->errors);
    VV_VISIT(f->newline);
    return 0;
}

static void hand_over(vv_file *f) {
    if (f->bytes.length > 0)
        vv_host_write(f->fd, f->bytes.data, f->bytes.length);
    f->bytes.length = 0;
}

static void file_dealloc(vv_thread *t, vv_obj *self) {
    vv_file *f = VV_FILE_OF(self);
    if (f->fd > 0)
        hand_over(f);
    vv_xdecref(t, f->name);
    vv_xdecref(t, f->mode);
    vv_xdecref(t, f->encoding);
    vv_xdecref(t, f->errors);
    vv_xdecref(t, f->newline);
    vv_free(t, f->bytes.data);
    vv_free_object(t, self);
}

/* ---- checks ---- */

static int check_open(vv_thread *t, const vv_file *f) {
    return f->closed ? vv_raise_int(t, VV_ValueError, "I/O operation on closed file.") : 0;
}
static int check_readable(vv_thread *t, const vv_file *f) {
    if (check_open(t, f) < 0)
        return -1;
    return f->readable ? 0 : vv_raise_unsupported(t, "not readable");
}
static int check_writable(vv_thread *t, const vv_file *f) {
    if (check_open(t, f) < 0)
        return -1;
    return f->writable ? 0 : vv_raise_unsupported(t, is_text(f) ? "not writable" : "write");
}

static vv_step unsupported(vv_thread *t, const char *message) {
    (void)!vv_raise_unsupported(t, message);
    return VV_FAILED;
}

/* ---- writing ---- */

/* Puts bytes at the position. 0/-1. */
static int put(vv_thread *t, vv_file *f, const void *data, size_t n) {
    if (f->append)
        f->position = f->bytes.length;
    while (f->bytes.length < f->position) /* a gap left by seek */
        if (vv_bytebuf_append(t->vm, &f->bytes, "", 1) < 0)
            goto no_memory;
    size_t inside = f->bytes.length - f->position < n ? f->bytes.length - f->position : n;
    if (inside > 0)
        memcpy(f->bytes.data + f->position, data, inside);
    if (vv_bytebuf_append(t->vm, &f->bytes, (const char *)data + inside, n - inside) < 0)
        goto no_memory;
    f->position += n;
    f->dirty = true;
    return 0;
no_memory:
    vv_raise_memory(t);
    return -1;
}

/* Appends to a standard stream, handing over at line ends. */
static int put_stream(vv_thread *t, vv_file *f, const char *data, size_t n) {
    if (vv_bytebuf_append(t->vm, &f->bytes, data, n) < 0) {
        hand_over(f);
        vv_host_write(f->fd, data, n);
        return 0;
    }
    if (f->fd == 2 || f->bytes.length >= STREAM_BUFFER || (n > 0 && memchr(data, '\n', n) != NULL))
        hand_over(f);
    return 0;
}

/* open(..., newline="\r\n") or "\r": the text with its line ends as the file has them. */
static vv_owned translated(vv_thread *t, const vv_file *f, vv_ref text) {
    vv_strbuilder b = {0};
    for (size_t k = 0; k < vv_str_length(text); k++) {
        uint32_t c = vv_str_at(text, k);
        if (c == '\n' ? vv_strbuilder_str(t, &b, f->newline) < 0 : vv_strbuilder_char(t, &b, c) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &b);
}

static int write_str(vv_thread *t, vv_file *f, vv_ref text) {
    VV_AUTO changed = {t, NULL};
    if (f->newline != NULL && vv_str_length(f->newline) > 0 && vv_str_at(f->newline, 0) == '\r') {
        changed.o = translated(t, f, text);
        if (changed.o == NULL)
            return -1;
        text = changed.o;
    }
    if (VV_STR(text)->ascii) {
        const char *data = (const char *)VV_STR(text)->data;
        return f->fd >= 0 ? put_stream(t, f, data, vv_str_length(text)) : put(t, f, data, vv_str_length(text));
    }
    vv_owned bytes = vv_encode(t, text, vv_str_utf8_peek(t, f->encoding, NULL), vv_str_utf8_peek(t, f->errors, NULL));
    if (bytes == NULL)
        return -1;
    const char *data = (const char *)VV_BYTES(bytes)->data;
    size_t n = VV_BYTES(bytes)->length;
    int r = f->fd >= 0 ? put_stream(t, f, data, n) : put(t, f, data, n);
    vv_decref(t, bytes);
    return r;
}

/* Number of items written, or NULL. */
static vv_owned write_any(vv_thread *t, vv_file *f, vv_ref what) {
    if (check_writable(t, f) < 0)
        return NULL;
    if (is_text(f)) {
        if (!VV_ISA(what, STR))
            return vv_raise(t, VV_TypeError, "write() argument must be str, not %A", what);
        if (write_str(t, f, what) < 0)
            return NULL;
        return vv_int_new(t, vv_str_length(what));
    }
    const uint8_t *data;
    size_t n;
    if (!vv_bytes_view(what, &data, &n))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", what);
    if (put(t, f, data, n) < 0)
        return NULL;
    return vv_int_new(t, (int64_t)n);
}

vv_step vv_do_file_write(vv_thread *t, vv_ref file, vv_ref text) {
    return vv_return(t, write_any(t, VV_FILE_OF(file), text));
}

/* ---- reading ---- */

/* Bytes [start, end) of the content as this file's kind of object; \r\n and \r become \n in text. */
static vv_owned piece(vv_thread *t, const vv_file *f, const char *data, size_t n) {
    if (!is_text(f))
        return vv_bytes_new(t, data, n);
    vv_owned text = vv_decode(t, (const uint8_t *)data, n, vv_str_utf8_peek(t, f->encoding, NULL),
                              vv_str_utf8_peek(t, f->errors, NULL));
    if (text == NULL || f->newline != NULL || n == 0 || memchr(data, '\r', n) == NULL)
        return text;
    vv_strbuilder b = {0};
    size_t length = vv_str_length(text);
    for (size_t k = 0; k < length; k++) {
        uint32_t c = vv_str_at(text, k);
        if (c == '\r') {
            if (k + 1 < length && vv_str_at(text, k + 1) == '\n')
                continue;
            c = '\n';
        }
        if (vv_strbuilder_char(t, &b, c) < 0) {
            vv_strbuilder_drop(t, &b);
            vv_decref(t, text);
            return NULL;
        }
    }
    vv_decref(t, text);
    return vv_strbuilder_finish(t, &b);
}

/* What ends a line of the file: '\n', '\r', 'b' for both together, 0 for any of them. */
static char line_end(const vv_file *f) {
    if (!is_text(f))
        return '\n';
    if (f->newline == NULL || vv_str_length(f->newline) == 0)
        return 0;
    return vv_str_length(f->newline) == 2 ? 'b' : (char)vv_str_at(f->newline, 0);
}

/* Length in bytes of the line (or of at most `limit` characters of it) at the start of data. */
static size_t line_length(const vv_file *f, const char *data, size_t n, int64_t limit) {
    size_t end = 0;
    int64_t characters = 0;
    char kind = line_end(f);
    bool universal = is_text(f) && kind == 0;
    while (end < n && (limit < 0 || characters < limit)) {
        char c = data[end++];
        while (is_text(f) && end < n && ((uint8_t)data[end] & 0xC0) == 0x80)
            end++;
        characters++;
        if (c == '\n' && (kind == 0 || kind == '\n' || (end >= 2 && kind == 'b' && data[end - 2] == '\r')))
            break;
        if (c == '\r' && kind == '\r')
            break;
        if (c == '\r' && universal) {
            if (end < n && data[end] == '\n')
                end++;
            break;
        }
    }
    return end;
}

/* Length in bytes of `count` characters. */
static size_t span(const vv_file *f, const char *data, size_t n, int64_t count) {
    if (count < 0 || !is_text(f))
        return count < 0 || (uint64_t)count > n ? n : (size_t)count;
    size_t end = 0;
    while (end < n && count-- > 0) {
        if (data[end++] == '\r' && f->newline == NULL && end < n && data[end] == '\n')
            end++; /* the two are one character */
        while (end < n && ((uint8_t)data[end] & 0xC0) == 0x80)
            end++;
    }
    return end;
}

/* A size argument (int or None) in nf->i[0]; absent is -1. 0/-1. */
static int size_argument(vv_thread *t, vv_native *nf) {
    nf->i[0] = -1;
    if (nf->argv[1] == NULL || nf->argv[1] == t->vm->none)
        return 0;
    if (!VV_ISA(nf->argv[1], INT))
        return vv_raise_int(t, VV_TypeError, "argument should be integer or None, not '%T'", nf->argv[1]);
    return vv_int_as_i64(t, nf->argv[1], &nf->i[0]);
}

/* Brings at least one line (all: everything) of standard input into the buffer. */
static vv_step fill_from_input(vv_thread *t, vv_file *f, bool all) {
    const char *data;
    size_t n;
    size_t rest = f->bytes.length - f->position;
    if (!all && rest > 0 && memchr(f->bytes.data + f->position, '\n', rest) != NULL)
        return VV_READY;
    vv_step s = all ? vv_kernel_read_all(t, &data, &n) : vv_kernel_read_line(t, &data, &n);
    if (s != VV_READY)
        return s;
    if (rest > 0 && f->position > 0)
        memmove(f->bytes.data, f->bytes.data + f->position, rest);
    f->bytes.length = rest;
    f->position = 0;
    if (vv_bytebuf_append(t->vm, &f->bytes, data, n) < 0) {
        vv_raise_memory(t);
        return VV_FAILED;
    }
    return VV_READY;
}

static vv_owned take_piece(vv_thread *t, vv_file *f, size_t n) {
    const char *start = f->bytes.data == NULL ? "" : f->bytes.data + f->position;
    vv_owned result = piece(t, f, start, n);
    if (result != NULL)
        f->position += n;
    return result;
}
static size_t available(const vv_file *f) {
    return f->position < f->bytes.length ? f->bytes.length - f->position : 0;
}
static vv_owned take_line(vv_thread *t, vv_file *f, int64_t limit) {
    if (available(f) == 0)
        return take_piece(t, f, 0);
    return take_piece(t, f, line_length(f, f->bytes.data + f->position, available(f), limit));
}

static vv_setter_fn set_mode;
static vv_getter_fn get_name, get_mode, get_encoding, get_errors, get_closed;
#define VV_DEF_NAME file
#define VV_DEF_FILE "modules/file.def"
#include "object/deftype.h"
#define VV_DEF_NAME io
#define VV_DEF_FILE "modules/io_functions.def"
#include "object/deftype.h"

static vv_owned file_write(vv_thread *t, vv_obj *const *argv) {
    return write_any(t, VV_FILE_OF(argv[0]), argv[1]);
}

static vv_step file_writelines(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_writable(t, VV_FILE_OF(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_none(t);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        vv_owned n = write_any(t, VV_FILE_OF(nf->argv[0]), nf->slot[1]);
        if (n == NULL)
            return VV_FAILED;
        vv_decref(t, n);
    }
    VV_END(nf);
}

static vv_step input_ready(vv_thread *t, vv_file *f, bool all) {
    return f->fd == 0 ? fill_from_input(t, f, all) : VV_READY;
}

static vv_step file_read(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    if (check_readable(t, f) < 0 || size_argument(t, nf) < 0)
        return VV_FAILED;
    VV_WAIT_POINT(nf);
    vv_step s = input_ready(t, f, true);
    if (s != VV_READY)
        return s;
    return vv_return(t, take_piece(t, f, available(f) == 0 ? 0 : span(f, f->bytes.data + f->position, available(f), nf->i[0])));
    VV_END(nf);
}

static vv_step file_readinto(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    if (is_text(f))
        return vv_raise_step(t, VV_AttributeError, "'_io.TextIOWrapper' object has no attribute 'readinto'");
    uint8_t *to;
    size_t room;
    if (check_readable(t, f) < 0)
        return VV_FAILED;
    if (!vv_bytes_writable_view(nf->argv[1], &to, &room))
        return vv_raise_step(t, VV_TypeError, "readinto() argument must be read-write bytes-like object, not %A", nf->argv[1]);
    size_t n = available(f) < room ? available(f) : room;
    if (n > 0)
        memcpy(to, f->bytes.data + f->position, n);
    f->position += n;
    return vv_return(t, vv_int_new(t, (int64_t)n));
    VV_END(nf);
}

static vv_step file_readline(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    if (check_readable(t, f) < 0 || size_argument(t, nf) < 0)
        return VV_FAILED;
    VV_WAIT_POINT(nf);
    vv_step s = input_ready(t, f, false);
    if (s != VV_READY)
        return s;
    return vv_return(t, take_line(t, f, nf->i[0]));
    VV_END(nf);
}

static vv_step file_readlines(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    if (check_readable(t, f) < 0 || size_argument(t, nf) < 0)
        return VV_FAILED;
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_WAIT_POINT(nf);
    vv_step s = input_ready(t, f, true);
    if (s != VV_READY)
        return s;
    size_t start = f->position;
    while (available(f) > 0 && (nf->i[0] <= 0 || f->position - start < (size_t)nf->i[0])) {
        vv_owned line = take_line(t, f, -1);
        if (line == NULL || vv_list_append_take(t, nf->slot[0], line) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* argv: file */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    vv_step s = input_ready(t, f, false);
    if (s != VV_READY)
        return s;
    return available(f) == 0 ? vv_return_null(t) : vv_return(t, take_line(t, f, -1));
    VV_END(nf);
}

static vv_step file_next(vv_thread *t, vv_ref self) {
    vv_file *f = VV_FILE_OF(self);
    if (check_readable(t, f) < 0)
        return VV_FAILED;
    if (f->fd == 0)
        return vv_start1(t, next_native, "readline", self);
    return available(f) == 0 ? vv_return_null(t) : vv_return(t, take_line(t, f, -1));
}
static vv_step file_iter(vv_thread *t, vv_ref self) {
    return check_open(t, VV_FILE_OF(self)) < 0 ? VV_FAILED : vv_return(t, vv_newref(self));
}

/* ---- flushing and closing ---- */

/* Hands the content to the host if it changed: a wait, repeated until answered. */
static vv_step store(vv_thread *t, vv_file *f) {
    if (f->fd >= 0) {
        hand_over(f);
        return VV_READY;
    }
    if (!f->dirty)
        return VV_READY;
    const char *path = vv_str_utf8_peek(t, f->name, NULL);
    if (path == NULL)
        return VV_FAILED;
    vv_step s = vv_kernel_request(t, VV_REQ_WRITE_FILE, path, f->bytes.data, f->bytes.length);
    if (s != VV_READY)
        return s;
    f->dirty = false;
    if (t->vm->kernel->error != 0)
        return vv_raise_os(t, t->vm->kernel->error, f->name);
    return VV_READY;
}

static vv_step file_flush(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    if (check_open(t, f) < 0)
        return VV_FAILED;
    VV_WAIT_POINT(nf);
    vv_step s = store(t, f);
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}

static vv_step file_del_native(vv_thread *t, vv_native *nf) { /* argv: file */
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    vv_step s = store(t, VV_FILE_OF(nf->argv[0]));
    return s == VV_READY ? vv_return_none(t) : s;
    VV_END(nf);
}

/* A file that nobody closed: what was written must not be lost. */
static vv_step file_del(vv_thread *t, vv_ref self) {
    const vv_file *f = VV_FILE_OF(self);
    if (f->closed || !f->dirty || f->fd >= 0)
        return vv_return_none(t);
    return vv_start1(t, file_del_native, "__del__", self);
}

static vv_step file_close(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    vv_step s = f->closed ? VV_READY : store(t, f);
    if (s != VV_READY)
        return s;
    f->closed = true;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step file_exit(vv_thread *t, vv_native *nf) {
    return file_close(t, nf);
}
static vv_owned file_enter(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_FILE_OF(argv[0])) < 0 ? NULL : vv_newref(argv[0]);
}

/* ---- position and attributes ---- */

static vv_step file_seek(vv_thread *t, vv_native *nf) {
    vv_file *f = VV_FILE_OF(nf->argv[0]);
    VV_BEGIN(nf);
    if (check_open(t, f) < 0)
        return VV_FAILED;
    if (f->fd >= 0)
        return unsupported(t, "underlying stream is not seekable");
    int64_t offset, whence = 0;
    if (!VV_ISA(nf->argv[1], INT) || (nf->argv[2] != NULL && !VV_ISA(nf->argv[2], INT)))
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->argv[1]);
    if (vv_int_as_i64(t, nf->argv[1], &offset) < 0 || (nf->argv[2] != NULL && vv_int_as_i64(t, nf->argv[2], &whence) < 0))
        return VV_FAILED;
    if (is_text(f) && whence == 1 && offset != 0)
        return unsupported(t, "can't do nonzero cur-relative seeks");
    if (is_text(f) && whence == 2 && offset != 0)
        return unsupported(t, "can't do nonzero end-relative seeks");
    int64_t base = whence == 1 ? (int64_t)f->position : whence == 2 ? (int64_t)f->bytes.length : 0;
    if (whence < 0 || whence > 2)
        return vv_raise_step(t, VV_ValueError, "invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (base + offset < 0)
        return vv_raise_step(t, VV_ValueError, "negative seek position %lld", (long long)offset);
    f->position = (size_t)(base + offset);
    return vv_return(t, vv_int_new(t, (int64_t)f->position));
    VV_END(nf);
}

static vv_owned file_tell(vv_thread *t, vv_obj *const *argv) {
    vv_file *f = VV_FILE_OF(argv[0]);
    return check_open(t, f) < 0 ? NULL : vv_int_new(t, (int64_t)f->position);
}

static vv_owned file_truncate(vv_thread *t, vv_obj *const *argv) {
    vv_file *f = VV_FILE_OF(argv[0]);
    int64_t size = (int64_t)f->position;
    if (check_writable(t, f) < 0)
        return NULL;
    if (argv[1] != NULL && argv[1] != t->vm->none && (!VV_ISA(argv[1], INT) || vv_int_as_i64(t, argv[1], &size) < 0))
        return t->exc != NULL ? NULL : vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[1]);
    if (size < 0)
        return vv_raise(t, VV_ValueError, "negative size value %lld", (long long)size);
    size_t position = f->position;
    if ((size_t)size < f->bytes.length) {
        f->bytes.length = (size_t)size;
    } else {
        f->position = (size_t)size;
        if (put(t, f, "", 0) < 0)
            return NULL;
        f->position = position;
    }
    f->dirty = true;
    return vv_int_new(t, size);
}

static vv_owned file_readable(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_FILE_OF(argv[0])) < 0 ? NULL : vv_bool(t, VV_FILE_OF(argv[0])->readable);
}
static vv_owned file_writable(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_FILE_OF(argv[0])) < 0 ? NULL : vv_bool(t, VV_FILE_OF(argv[0])->writable);
}
static vv_owned file_seekable(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_FILE_OF(argv[0])) < 0 ? NULL : vv_bool(t, VV_FILE_OF(argv[0])->fd < 0);
}
static vv_owned file_isatty(vv_thread *t, vv_obj *const *argv) {
    return check_open(t, VV_FILE_OF(argv[0])) < 0 ? NULL : vv_bool(t, false);
}
static vv_owned file_fileno(vv_thread *t, vv_obj *const *argv) {
    if (VV_FILE_OF(argv[0])->fd < 0) {
        (void)!vv_raise_unsupported(t, "fileno");
        return NULL;
    }
    return vv_int_new(t, VV_FILE_OF(argv[0])->fd);
}

static vv_owned or_none(vv_thread *t, vv_obj *o) {
    return o == NULL ? vv_none(t) : vv_newref(o);
}
static vv_owned get_name(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FILE_OF(self)->name);
}
static vv_owned get_mode(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FILE_OF(self)->mode);
}
static int set_mode(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL || !VV_ISA(value, STR))
        return vv_raise_int(t, VV_TypeError, "mode must be a str");
    vv_setref_take(t, &VV_FILE_OF(self)->mode, vv_newref(value));
    return 0;
}

/* TextIOWrapper(buffer, encoding, ...) over a binary file of ours that is read: a text file with what is left of it. */
static vv_step file_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[6];
    if (vv_parse_args(t, "TextIOWrapper",
                      "TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", args,
                      nargs, kwnames, a) < 0)
        return VV_FAILED;
    const vv_file *from = a[0]->type->dealloc == file_dealloc ? VV_FILE_OF(a[0]) : NULL;
    if (from == NULL || is_text(from) || from->writable || cls != (vv_ref)VV_TYPEP(t, FILE))
        return vv_raise_step(t, VV_NotImplementedError, "TextIOWrapper over this kind of file is not supported yet");
    for (size_t k = 1; k < 4; k++)
        if (a[k] != NULL && a[k] != t->vm->none && !VV_ISA(a[k], STR))
            return vv_raise_step(t, VV_TypeError, "TextIOWrapper() argument %zu must be str or None, not %T", k + 1, a[k]);
    VV_AUTO o = {t, vv_new_object(t, VV_TYPEP(t, FILE), sizeof(vv_file))};
    if (o.o == NULL)
        return VV_FAILED;
    vv_file *f = VV_FILE_OF(o.o);
    f->fd = -1;
    f->readable = true;
    f->name = vv_xnewref(from->name);
    f->mode = vv_str_from_char(t, 'r');
    f->encoding = a[1] == NULL || a[1] == t->vm->none ? vv_str_from_cstr(t, "utf-8") : vv_newref(a[1]);
    f->errors = a[2] == NULL || a[2] == t->vm->none ? vv_str_from_cstr(t, "strict") : vv_newref(a[2]);
    f->newline = a[3] == NULL || a[3] == t->vm->none ? NULL : vv_newref(a[3]);
    if (f->mode == NULL || f->encoding == NULL || f->errors == NULL)
        return VV_FAILED;
    if (available(from) > 0 && vv_bytebuf_append(t->vm, &f->bytes, from->bytes.data + from->position, available(from)) < 0) {
        vv_raise_memory(t);
        return VV_FAILED;
    }
    vv_track(t, o.o);
    return vv_return(t, vv_move(&o.o));
}

static vv_owned get_encoding(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FILE_OF(self)->encoding);
}
static vv_owned get_errors(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FILE_OF(self)->errors);
}
static vv_owned get_closed(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_FILE_OF(self)->closed);
}

static vv_step file_repr(vv_thread *t, vv_ref self) {
    const vv_file *f = VV_FILE_OF(self);
    if (is_text(f))
        return vv_return(t, vv_format(t, "<_io.TextIOWrapper name=%R mode=%R encoding='%U'>", f->name, f->mode, f->encoding));
    return vv_return(t, vv_format(t, "<_io.Buffered%s name=%R>",
                                  f->readable && f->writable ? "Random" : f->readable ? "Reader" : "Writer", f->name));
}

/* Each kind of file has a type of its own, and all are the same inside. */
#define FILE_SPEC(spec_, name_, size_, flags_)                                                                                 \
    const vv_typespec spec_ = {                                                                                        \
        .name = name_, .module = "_io", .base = VV_T_OBJECT, .flags = VV_TF_GC | (flags_),                              \
        .basicsize = sizeof(vv_file), .size64 = size_, .weakoffset = offsetof(vv_file, weaklist),                      \
        .slots = &file_slots, .methods = file_methods, .getset = file_getset, .dealloc = file_dealloc,                 \
        .traverse = file_traverse,                                                                                     \
    }
FILE_SPEC(vv_file_spec, "TextIOWrapper", 152, 0);
FILE_SPEC(vv_fileio_spec, "FileIO", 88, VV_TF_NO_NEW);
FILE_SPEC(vv_bufferedreader_spec, "BufferedReader", 152, VV_TF_NO_NEW);
FILE_SPEC(vv_bufferedwriter_spec, "BufferedWriter", 152, VV_TF_NO_NEW);
FILE_SPEC(vv_bufferedrandom_spec, "BufferedRandom", 152, VV_TF_NO_NEW);
FILE_SPEC(vv_bufferedrwpair_spec, "BufferedRWPair", 72, VV_TF_NO_NEW);

/* The type of a file opened with this mode, borrowed; NULL with MemoryError. */
static vv_type *type_of_mode(vv_thread *t, vv_ref mode, vv_ref buffering) {
    bool binary = false, update = false, reads = true;
    for (size_t k = 0; mode != NULL && k < vv_str_length(mode); k++) {
        uint32_t c = vv_str_at(mode, k);
        binary = binary || c == 'b';
        update = update || c == '+';
        reads = reads && c != 'w' && c != 'a' && c != 'x';
    }
    if (!binary)
        return VV_TYPEP(t, FILE);
    if (buffering != NULL && VV_ISA(buffering, INT) && vv_int_sign(buffering) == 0)
        return vv_type_ensure_peek(t, VV_T_FILE_RAW);
    return vv_type_ensure_peek(t, update ? VV_T_FILE_RANDOM : reads ? VV_T_FILE_READER : VV_T_FILE_WRITER);
}

/* ---- open ---- */

/* Reads the mode text into f: 0, or -1 with ValueError. `unopened`: it does not say what for, which is told later. */
static int parse_mode(vv_thread *t, vv_file *f, vv_ref mode, bool *create, bool *truncate, bool *binary, bool *unopened) {
    int kinds = 0;
    bool update = false, text = false;
    *create = *truncate = *binary = false;
    for (size_t k = 0; k < vv_str_length(mode); k++) {
        uint32_t c = vv_str_at(mode, k);
        for (size_t j = 0; j < k; j++)
            if (vv_str_at(mode, j) == c)
                return vv_raise_int(t, VV_ValueError, "invalid mode: '%U'", mode);
        switch (c) {
        case 'r':
            kinds++;
            f->readable = true;
            break;
        case 'w':
            kinds++;
            f->writable = *truncate = true;
            break;
        case 'a':
            kinds++;
            f->writable = f->append = true;
            break;
        case 'x':
            kinds++;
            f->writable = *create = true;
            break;
        case '+':
            update = true;
            break;
        case 't':
            text = true;
            break;
        case 'b':
            *binary = true;
            break;
        default:
            return vv_raise_int(t, VV_ValueError, "invalid mode: '%U'", mode);
        }
    }
    if (text && *binary)
        return vv_raise_int(t, VV_ValueError, "can't have text and binary mode at once");
    if (kinds > 1)
        return vv_raise_int(t, VV_ValueError, "must have exactly one of create/read/write/append mode");
    *unopened = kinds == 0;
    if (update)
        f->readable = f->writable = true;
    return 0;
}

static int text_option(vv_thread *t, vv_ref value, const char *name) {
    if (value == NULL || value == VV_NONE(t) || VV_ISA(value, STR))
        return 0;
    return vv_raise_int(t, VV_TypeError, "open() argument '%s' must be str or None, not %A", name, value);
}

/* Can an encoding or an error handler ask for the names of characters? Reading and writing cannot wait for them. */
static bool needs_names(vv_thread *t, vv_ref encoding, vv_ref errors) {
    const char *name = encoding == NULL || encoding == t->vm->none ? NULL : vv_str_utf8_peek(t, encoding, NULL);
    vv_clear_error(t); /* a surrogate: no encoding that we know */
    return (name != NULL && vv_codec_find(name) == VV_ENC_UNICODE_ESCAPE) ||
           (errors != NULL && VV_ISA(errors, STR) && vv_str_equal_cstr(errors, "namereplace"));
}

/* argv: file, mode, buffering, encoding, errors, newline, closefd, opener; slot[0]: the file; i: 0 create, 1 truncate */
static vv_step io_open(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], STR)) {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __fspath__), NULL, 0));
        if (t->ret == NULL)
            return vv_raise_step(t, VV_TypeError, "expected str, bytes or os.PathLike object, not %T", nf->argv[0]);
        vv_setref_take(t, &nf->argv[0], vv_take_ret(t));
        if (!VV_ISA(nf->argv[0], STR))
            return vv_raise_step(t, VV_TypeError, "expected %T.__fspath__() to return str or bytes", nf->argv[0]);
    }
    if (nf->argv[1] != NULL && !VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "open() argument 'mode' must be str, not %A", nf->argv[1]);
    if (text_option(t, nf->argv[3], "encoding") < 0 || text_option(t, nf->argv[4], "errors") < 0 ||
        text_option(t, nf->argv[5], "newline") < 0)
        return VV_FAILED;
    if (needs_names(t, nf->argv[3], nf->argv[4])) {
        VV_AWAIT(nf, vv_do_need_data(t, VV_DATA_UNICODE_NAMES));
    }
    vv_type *type = type_of_mode(t, nf->argv[1], nf->argv[2]);
    nf->slot[0] = type == NULL ? NULL : vv_new_object(t, type, sizeof(vv_file));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    vv_file *f = VV_FILE_OF(nf->slot[0]);
    f->fd = -1;
    f->name = vv_newref(nf->argv[0]);
    f->mode = nf->argv[1] == NULL ? vv_str_from_char(t, 'r') : vv_newref(nf->argv[1]);
    bool create, truncate, binary, unopened = false;
    if (f->mode == NULL || parse_mode(t, f, f->mode, &create, &truncate, &binary, &unopened) < 0)
        return VV_FAILED;
    nf->i[0] = create;
    nf->i[1] = truncate;
    if (binary) {
        if (nf->argv[3] != NULL && nf->argv[3] != t->vm->none)
            return vv_raise_step(t, VV_ValueError, "binary mode doesn't take an encoding argument");
        if (nf->argv[4] != NULL && nf->argv[4] != t->vm->none)
            return vv_raise_step(t, VV_ValueError, "binary mode doesn't take an errors argument");
        if (nf->argv[5] != NULL && nf->argv[5] != t->vm->none)
            return vv_raise_step(t, VV_ValueError, "binary mode doesn't take a newline argument");
    } else {
        bool given = nf->argv[3] != NULL && nf->argv[3] != t->vm->none;
        f->encoding = given ? vv_newref(nf->argv[3]) : vv_str_from_cstr(t, "utf-8");
        given = nf->argv[4] != NULL && nf->argv[4] != t->vm->none;
        f->errors = given ? vv_newref(nf->argv[4]) : vv_str_from_cstr(t, "strict");
        if (f->encoding == NULL || f->errors == NULL)
            return VV_FAILED;
        if (nf->argv[5] != NULL && nf->argv[5] != t->vm->none)
            f->newline = vv_newref(nf->argv[5]);
        if (f->newline != NULL && vv_str_length(f->newline) > 0 && !vv_str_equal_cstr(f->newline, "\n") &&
            !vv_str_equal_cstr(f->newline, "\r") && !vv_str_equal_cstr(f->newline, "\r\n"))
            return vv_raise_step(t, VV_ValueError, "illegal newline value: %U", f->newline);
    }
    size_t length;
    const char *text = vv_str_utf8_peek(t, nf->argv[0], &length);
    if (text == NULL)
        return VV_FAILED;
    if (memchr(text, '\0', length) != NULL)
        return vv_raise_step(t, VV_ValueError, "embedded null byte");
    if (unopened)
        return vv_raise_step(t, VV_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
    VV_WAIT_POINT(nf); /* until the host has answered */
    f = VV_FILE_OF(nf->slot[0]);
    const char *path = vv_str_utf8_peek(t, nf->argv[0], NULL);
    if (path == NULL)
        return VV_FAILED;
    vv_step s = vv_kernel_request(t, VV_REQ_READ_FILE, path, NULL, 0);
    if (s != VV_READY)
        return s;
    struct vv_kernel *k = t->vm->kernel;
    bool missing = k->error == ENOENT_;
    if (nf->i[0] && k->error == 0)
        return vv_raise_os(t, EEXIST_, nf->argv[0]);
    bool may_create = nf->i[0] || nf->i[1] || f->append;
    if (k->error != 0 && !(missing && may_create))
        return vv_raise_os(t, k->error, nf->argv[0]);
    if (!nf->i[1] && k->error == 0 && vv_bytebuf_append(t->vm, &f->bytes, k->answer.data, k->answer.length) < 0) {
        vv_raise_memory(t);
        return VV_FAILED;
    }
    f->position = f->append ? f->bytes.length : 0;
    f->dirty = may_create && (missing || nf->i[1]);
    vv_track(t, nf->slot[0]);
    VV_WAIT_POINT(nf); /* a new file is there at once, and one that cannot be is an error now */
    s = store(t, VV_FILE_OF(nf->slot[0]));
    return s == VV_READY ? vv_return(t, vv_move(&nf->slot[0])) : s;
    VV_END(nf);
}

int vv_io_add_open(vv_thread *t, vv_ref module) {
    return vv_module_add_functions(t, module, io_methods);
}

vv_step vv_do_file_open(vv_thread *t, vv_ref path, vv_ref mode) {
    vv_obj *argv[8] = {VV_OBJ(path), VV_OBJ(mode)};
    return vv_native_enter(t, vv_push_native(t, io_open, "open", argv, VV_ARRAY_LEN(argv)));
}
