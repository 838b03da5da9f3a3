/* kernel.h - the in-VM half of what a program asks of the world: requests to the host, and standard input.
 *
 * Waiting is a step, never a blocked call: the native frame that needs something returns VV_WAITING and is entered again
 * when vv_answer or vv_give_input has brought it.
 */
#ifndef VV_KERNEL_KERNEL_H
#define VV_KERNEL_KERNEL_H

#include "base/request.h"
#include "object/runtime.h"

typedef struct vv_bytebuf {
    char *data; /* vv_alloc */
    size_t length, capacity;
} vv_bytebuf;

typedef enum vv_request_state { VV_REQUEST_IDLE, VV_REQUEST_ASKED, VV_REQUEST_ANSWERED } vv_request_state;

/* Short answers that stay true, which an import asks for again and again: what the library's folder is, what the file in it is
 * that was looked at last, and the current folder, as long as the program changes no files. */
enum { VV_TOLD_LIBRARY, VV_TOLD_FILE, VV_TOLD_FOLDER, VV_TOLD_COUNT };
typedef struct vv_told {
    uint8_t length; /* of the answer; 0: nothing is known */
    char path[63], answer[128];
} vv_told;

struct vv_kernel {
    /* one request at a time */
    vv_request_state state;
    vv_request_kind kind;
    vv_bytebuf path;      /* NUL-terminated */
    vv_bytebuf data;      /* what the host is to store */
    int error;            /* the answer: errno of Linux, or 0 and `answer` */
    vv_bytebuf answer;
    vv_bytebuf folder;    /* the current folder, absolute, once the program has changed it; else empty */
    vv_told told[VV_TOLD_COUNT];
    /* standard input not read yet */
    vv_bytebuf input;
    size_t input_start;
    bool input_eof;
    /* open files by number (kernel/descriptors.h) */
    struct vv_opening **openings; /* vv_alloc; NULL = that number is free */
    uint32_t n_openings;
    struct vv_node *nodes;
};

VV_NODISCARD int vv_kernel_init(vv_thread *t);
void vv_kernel_free(vv_thread *t);

/* Appends bytes; 0 or -1 without memory (no exception). */
int vv_bytebuf_append(vv_vm *vm, vv_bytebuf *b, const void *bytes, size_t n);
void vv_bytebuf_clear(vv_bytebuf *b);

/* Makes an absolute path (or one in the folder that is current) the current folder: 0, or -1 with MemoryError. */
VV_NODISCARD int vv_kernel_set_folder(vv_thread *t, const char *path);
/* Appends a path as the host is to see it: below the current folder, if the program has changed that. 0/-1 (no exception). */
int vv_kernel_put_path(vv_vm *vm, vv_bytebuf *b, const char *path, size_t n);

/* Asks the host, from a native frame: call until it answers VV_READY (then error and answer are set, until the next
 * request), passing VV_WAITING on to the loop. */
VV_NODISCARD vv_step vv_kernel_request(vv_thread *t, vv_request_kind kind, const char *path, const void *data, size_t n);

/* Looks for a line (with its '\n') of at most `limit` bytes (SIZE_MAX: any) in standard input: VV_READY with *line
 * (valid until more input arrives or is read) and *length, 0 at end of file; VV_WAITING: return it and call again. */
VV_NODISCARD vv_step vv_kernel_read_line(vv_thread *t, const char **line, size_t *length);
/* The same for everything up to the end of input. */
VV_NODISCARD vv_step vv_kernel_read_all(vv_thread *t, const char **data, size_t *length);

#endif
