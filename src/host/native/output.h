/* output.h - the program's output on descriptors 1 and 2, gathered so that a print is not a system call.
 *
 * The driver flushes whenever vv_run has returned, so nothing stays unseen while a program waits.
 */
#ifndef VV_HOST_NATIVE_OUTPUT_H
#define VV_HOST_NATIVE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes out what was gathered. */
void vv_output_flush(void);

/* Whether bytes for descriptor 1 are written at once. */
void vv_output_unbuffered(bool unbuffered);

/* Sends all later output to `sink` instead of the descriptors; NULL = back to them. */
void vv_output_redirect(void (*sink)(int fd, const void *bytes, size_t n));

#endif
