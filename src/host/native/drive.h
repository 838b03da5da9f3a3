/* drive.h - runs a program to its end on a POSIX-like system: serves its waits, its input and its files.
 *
 * Shared by the native and the WASI command; what differs between them is in vv_driver's fields.
 */
#ifndef VV_HOST_NATIVE_DRIVE_H
#define VV_HOST_NATIVE_DRIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/vivarium.h"

typedef struct vv_driver {
    vv_vm *vm;
    uint64_t budget;     /* instructions for each vv_run; 0 = a slice that keeps Ctrl-C prompt */
    bool count;          /* tell on stderr at the end how many instructions ran */
    uint64_t copy_every; /* at least this many instructions between two calls of copy; 0 = never */
    void (*copy)(vv_vm *vm); /* moves the program to a copy of its memory */
    uint64_t copied_at;      /* instruction count of the last copy */
    volatile int *interrupted; /* set by Ctrl-C; NULL where signals do not exist */
    const char *folder;  /* relative paths start here; NULL = the system's current folder */
    const char *library; /* the folder that the program sees as VV_LIBRARY; NULL or "" = none */
    const char *shown;   /* the current folder as the program sees it (for tests); NULL = as it is */
    const char *executable; /* sys.executable, or NULL */
    bool greet;          /* a greeting before the prompt */
    char *transfer;      /* bytes on their way to the program */
    size_t transfer_bytes;
} vv_driver;

/* Runs until the program ends. VV_DONE or VV_RAISED. */
vv_status vv_drive_run(vv_driver *d);

/* Reads a whole file into d->transfer from `at` on; its length, or -1 with errno set. */
ptrdiff_t vv_drive_read_file(vv_driver *d, const char *path, size_t at);

/* Reads descriptor 0 to its end, as vv_drive_read_file. */
ptrdiff_t vv_drive_read_stdin(vv_driver *d, size_t at);

/* A prompt on descriptor 0 until its end or SystemExit; the exit code. */
int vv_drive_prompt(vv_driver *d);

/* Makes `path`, as the program sees it, one of this system's in `into`; -1 with errno set when it is too long. */
int vv_drive_absolute(const vv_driver *d, const char *path, char *into, size_t size);

/* Runs what the command line asked for; d->vm is made here, and destroyed. The process's exit code. */
struct vv_options;
int vv_drive_options(vv_driver *d, const struct vv_options *options);

#endif
