/* _io.h - what the files of module _io share: the base of all files, steps over raw files, the state of newline translation. */
#ifndef VV_MODULES__IO_H
#define VV_MODULES__IO_H

#include "kernel/descriptors.h"
#include "modules/io.h"

/* Every file object begins like this; StringIO and BytesIO have a `closed` of their own. */
typedef struct vv_iobase {
    vv_obj head;
    vv_obj *dict, *weaklist;
    bool closed;     /* IOBase.close() was called */
    bool finalizing; /* it is closed by its finalizer */
} vv_iobase;
#define VV_IOBASE(o) ((vv_iobase *)(o))

/* FileIO: a descriptor (kernel/descriptors.h). */
typedef struct vv_fileio {
    vv_iobase base;
    int32_t fd; /* -1: closed, or not opened yet */
    bool created, readable, writable, appending, closefd;
    int8_t seekable; /* -1: not asked yet */
} vv_fileio;
#define VV_FILEIO(o) ((vv_fileio *)(o))

/* ---- _io_base.c ---- */

vv_slotfn_new_ vv_io_create; /* __new__ of every type here: the arguments are __init__'s business */
vv_slotfn_del vv_iobase_del;
vv_resumable_fn vv_iobase_close; /* argv: file */
/* self.name(args...), self.name, and truth of self.name in t->ival. */
vv_step vv_io_call(vv_thread *t, vv_ref self, const char *name, vv_obj *const *args, size_t n);
vv_step vv_io_attribute(vv_thread *t, vv_ref self, const char *name);
vv_step vv_io_flag(vv_thread *t, vv_ref self, const char *name);
/* Truth of self.name() in t->ival. */
vv_step vv_io_ask(vv_thread *t, vv_ref self, const char *name);
/* A size argument: None and what is missing are -1. t->ival */
vv_step vv_io_size(vv_thread *t, vv_ref o);
/* Any int-like argument: t->ival. OverflowError or `error` (an exception id) for what does not fit. */
vv_step vv_io_int(vv_thread *t, vv_ref o, int error);
/* repr of a file: "<type name='x' ...>" with its attributes `name` and, if `mode`, mode; `encoding` or NULL. */
vv_step vv_io_repr(vv_thread *t, vv_ref self, bool mode, vv_ref encoding_or_null);
/* type(self) cannot be pickled: always fails. */
vv_leaf_fn vv_io_no_pickle;
/* Raises UnsupportedOperation. */
vv_step vv_io_unsupported(vv_thread *t, const char *message);
/* BlockingIOError of a write that could not be finished. */
vv_step vv_io_blocked(vv_thread *t, int64_t written);
/* The error t->exc goes on with `earlier` (taken, or NULL) as its context; without an error, `earlier` is raised again.
 * VV_FAILED, or VV_READY when there is neither. */
vv_step vv_io_chain(vv_thread *t, vv_owned earlier_or_null);

/* ---- _io_fileio.c: a raw file, exactly FileIO or any other object ---- */

/* raw.readinto(n bytes): t->ret = bytes, or None. */
vv_step vv_raw_read(vv_thread *t, vv_ref raw, size_t n);
/* raw.write(bytes): t->ival = how many, or -1 for None. `later`: the host may get it later. */
vv_step vv_raw_write(vv_thread *t, vv_ref raw, vv_ref bytes, bool later);
/* raw.seek(offset, whence) and raw.tell(): t->ival. */
vv_step vv_raw_seek(vv_thread *t, vv_ref raw, int64_t offset, int64_t whence);
vv_step vv_raw_tell(vv_thread *t, vv_ref raw);
/* Gives the host what was written. t->ret = NULL */
vv_step vv_raw_store(vv_thread *t, vv_ref raw);
/* Is it exactly FileIO? Then it never runs Python. */
static inline bool vv_raw_is_plain(vv_thread *t, vv_ref raw) {
    return raw->type == t->vm->types[VV_T_FILE_RAW];
}
/* FileIO over a standard stream; FileIO(file, mode, closefd, opener). */
VV_NODISCARD vv_owned vv_fileio_standard(vv_thread *t, int fd, vv_ref name);
vv_step vv_do_fileio_new(vv_thread *t, vv_ref file, vv_ref mode, vv_ref closefd, vv_ref opener);

/* ---- _io_buffered.c ---- */

VV_NODISCARD vv_owned vv_buffered_standard(vv_thread *t, int fd, vv_ref name);
/* The FileIO under a BufferedWriter that is exactly that and has nothing waiting, borrowed, else NULL. */
vv_ref vv_buffered_plain_writer_peek(vv_thread *t, vv_ref buffer);
bool vv_buffered_is_open(vv_thread *t, vv_ref buffer); /* exactly one of the types here over a FileIO that is open */

/* ---- _io_newline.c ---- */

enum { VV_SEEN_CR = 1, VV_SEEN_LF = 2, VV_SEEN_CRLF = 4 };
typedef struct vv_newline_state {
    bool translate, pending; /* pending: a \r ended the last piece */
    uint8_t seen;
} vv_newline_state;
/* The text with a \r kept back before; a \r at its end is kept back now unless `final`. Owned, or NULL. */
VV_NODISCARD vv_owned vv_newline_change(vv_thread *t, vv_newline_state *d, vv_ref text, bool final);
/* None, one kind of line end, or a tuple of kinds. */
VV_NODISCARD vv_owned vv_newlines_seen(vv_thread *t, uint8_t seen);

/* ---- _io_text.c ---- */

VV_NODISCARD vv_owned vv_text_standard(vv_thread *t, int fd);
/* From now on it hands on what it is given at once. */
void vv_text_write_through(vv_ref stream);

#endif
