/* posix.h - what the files of module posix and the file classes share. */
#ifndef VV_MODULES_POSIX_H
#define VV_MODULES_POSIX_H

#include "kernel/descriptors.h"

enum { VV_O_WRONLY = 1, VV_O_RDWR = 2, VV_O_ACCMODE = 3, VV_O_CREAT = 0100, VV_O_EXCL = 0200, VV_O_TRUNC = 01000, VV_O_APPEND = 02000,
       VV_O_DIRECTORY = 0200000, VV_O_CLOEXEC = 02000000 };
enum { VV_STAT_NUMBERS = 10 };

/* The path in an argument of `function` ("open: path"), str or bytes: t->ret. */
vv_step vv_posix_path_of(vv_thread *t, vv_ref o, const char *function);
/* The bytes of a path for the host, borrowed from *hold (owned); NULL with ValueError or UnicodeEncodeError. */
const char *vv_posix_host_path(vv_thread *t, vv_ref path, const char *function, vv_obj **hold, size_t *ret_length);
/* Raises the OSError of the request just answered, about one file, two or none. */
vv_step vv_posix_raise(vv_thread *t, vv_ref first_or_null, vv_ref second_or_null);
/* 0, or -1 with NotImplementedError when a dir_fd is given. */
int vv_posix_no_dir_fd(vv_thread *t, vv_ref dir_fd);

/* A stat_result of VV_STAT_NUMBERS numbers, as VV_REQ_STAT answers them; of the answer that has just come. */
VV_NODISCARD vv_owned vv_posix_stat_result(vv_thread *t, const uint64_t *numbers);
VV_NODISCARD vv_owned vv_posix_stat_answer(vv_thread *t);
/* Asks for a stat_result of a path (link: of a symbolic link itself): t->ret; a wait, called until it is not VV_WAITING. Errors
 * name `filename`. */
vv_step vv_posix_ask_stat(vv_thread *t, vv_ref path, const char *function, bool link, vv_ref filename);
/* os.fstat(fd): t->ret. */
vv_step vv_posix_do_fstat(vv_thread *t, vv_ref fd);

/* The names of a VV_REQ_LIST answer that has just come: a list of str or bytes; an iterator of os.DirEntry over them. */
VV_NODISCARD vv_owned vv_posix_names(vv_thread *t, bool bytes);
VV_NODISCARD vv_owned vv_posix_scandir_new(vv_thread *t, vv_ref folder);

/* Opens the file at `path` (str or bytes) with flags of os.open: a wait, called until it is not VV_WAITING. *fd must be -1 before
 * the first call and is the descriptor at the end. Errors name `filename`. */
vv_step vv_posix_open_step(vv_thread *t, vv_ref path, int64_t flags, vv_ref filename, int64_t *fd);
/* Up to n bytes of a standard stream or a pipe: t->ret = bytes, or VV_WAITING. From native frames only. */
vv_step vv_posix_read_stream(vv_thread *t, vv_opening *o, int64_t n);
/* A descriptor from t->ret, which is an int and taken: 0, or -1 with OverflowError. */
int vv_posix_take_fd(vv_thread *t, int64_t *ret);
/* nf->i[at] = argument k of a native frame, an int or what has __index__, as `take` takes it from t->ret. */
#define VV_POSIX_TAKE(take, k, at)                                                                                                 \
    do {                                                                                                                           \
        VV_AWAIT(nf, vv_do_index(t, nf->argv[k]));                                                                                 \
        if (take(t, &nf->i[at]) < 0)                                                                                               \
            return VV_FAILED;                                                                                                      \
    } while (0)

/* Adds the functions of posix_fd.def. */
VV_NODISCARD int vv_posix_add_descriptors(vv_thread *t, vv_ref module);

/* Adds the functions of posix_change.def. */
VV_NODISCARD int vv_posix_add_changes(vv_thread *t, vv_ref module);

/* Adds the functions of posix_owner.def. */
VV_NODISCARD int vv_posix_add_owners(vv_thread *t, vv_ref module);

/* os.fchmod(fd, mode) as a native frame. */
vv_step vv_posix_fchmod(vv_thread *t, vv_native *nf);

/* A signal comes: calls what signal.signal() was given. t->ret = None. (_signal.c) */
vv_step vv_do_signal(vv_thread *t, int64_t number);

#endif
