/* descriptors.h - open files by number, as module posix and class FileIO see them.
 *
 * A node is the content of a file in the program's memory while a descriptor on it is open; an opening is a node, a position
 * in it and what may be done; several descriptors share an opening (dup). What is written goes to the host at once
 * (vv_fd_store), so that whoever else asks for the file sees it. 0, 1 and 2 are the standard streams.
 */
#ifndef VV_KERNEL_DESCRIPTORS_H
#define VV_KERNEL_DESCRIPTORS_H

#include "kernel/kernel.h"

typedef struct vv_node {
    struct vv_node *next;
    char *path; /* vv_alloc; NULL once the file was removed: then nobody else sees it */
    vv_bytebuf bytes;
    uint32_t count; /* openings */
    bool dirty, folder;
    bool pipe;      /* what was written is read once, from the start */
} vv_node;

typedef struct vv_opening {
    vv_node *node;      /* NULL: a standard stream */
    uint64_t position;
    uint32_t count;     /* descriptors */
    int8_t standard;    /* 0, 1, 2, or -1 */
    bool readable, writable, append;
} vv_opening;

enum { VV_FD_MAX = 1024 };

/* Makes the table with the standard streams (vv_kernel_init): 0, -1 with MemoryError. */
VV_NODISCARD int vv_fd_init(vv_thread *t);
/* Frees the table (vv_kernel_free). */
void vv_fd_free(vv_thread *t);

/* The opening of a descriptor, or NULL if it is not open. No exception. */
vv_opening *vv_fd_peek(vv_thread *t, int64_t fd);
/* The same with OSError EBADF. */
vv_opening *vv_fd_need(vv_thread *t, int64_t fd);

/* The file at `path` with this content, which it takes, opened: the lowest free descriptor, or -1 with an exception. */
int vv_fd_open(vv_thread *t, const char *path, vv_bytebuf *content, vv_opening how);
/* Another descriptor of the same opening: the lowest free one, or `target` (>= 0), which is closed before. -1 with an exception. */
int vv_fd_dup(vv_thread *t, int64_t fd, int64_t target);
/* 0, or -1 with OSError EBADF. */
int vv_fd_close(vv_thread *t, int64_t fd);

/* Up to n bytes at the position, which moves behind them: borrowed until the next write. How many. */
size_t vv_fd_read(vv_opening *o, uint64_t n, const char **data);
/* Puts bytes at the position (at the end, for append): 0, or -1 with MemoryError. */
int vv_fd_write(vv_thread *t, vv_opening *o, const void *data, size_t n);
/* Is somebody left who can write into the pipe of an opening? */
bool vv_fd_has_writer(const vv_thread *t, const vv_node *node);
/* A new pipe: two descriptors, the reading and the writing end. 0, or -1 with an exception. */
int vv_fd_pipe(vv_thread *t, int ends[2]);
/* Cuts or extends with zeros: 0, or -1 with an exception. */
int vv_fd_resize(vv_thread *t, vv_node *node, uint64_t size);
/* Moves the position, as lseek does: the new one, or -1 with OSError. */
int64_t vv_fd_seek(vv_thread *t, vv_opening *o, int64_t offset, int64_t whence);
/* Gives the host what was written: a wait, called until it is not VV_WAITING. */
VV_NODISCARD vv_step vv_fd_store(vv_thread *t, vv_node *node, vv_ref filename_or_null);

/* The file at a path has another path now (NULL: none). Paths are compared as written, relative ones below the
 * current folder if the program has changed that. */
VV_NODISCARD int vv_node_moved(vv_thread *t, const char *path, const char *to_or_null);

/* Relative paths of open files are made absolute, before the current folder changes: 0, or -1 with MemoryError. */
VV_NODISCARD int vv_nodes_anchor(vv_thread *t, const char *folder);

#endif
