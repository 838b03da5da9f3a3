/* io.h - file objects: sys.stdout and its kin, and what open() returns. */
#ifndef VV_MODULES_IO_H
#define VV_MODULES_IO_H

#include "object/runtime.h"

/* file.write(text) for a file object of ours: t->ret = number of characters. */
vv_step vv_do_file_write(vv_thread *t, vv_ref file, vv_ref text);
/* A stream over file descriptor 0, 1 or 2 of the host. */
VV_NODISCARD vv_owned vv_file_standard(vv_thread *t, int fd);
/* Such a stream hands on what it is given at once (-u). */
void vv_file_write_through(vv_ref stream);
/* open(path, mode) of builtins, whatever a program has put in its place. */
vv_step vv_do_file_open(vv_thread *t, vv_ref path, vv_ref mode);
/* Adds open to module builtins. */
VV_NODISCARD int vv_io_add_open(vv_thread *t, vv_ref module);

/* The class io.UnsupportedOperation, made on first use: borrowed, or NULL with MemoryError. */
vv_ref vv_io_unsupported_peek(vv_thread *t);
/* Raises it: -1. */
int vv_raise_unsupported(vv_thread *t, const char *message);

#endif
