/* strbuf.h - a growing buffer of bytes, usually UTF-8 text, in a program's memory.
 *
 * Failure sticks: after a refused allocation every further call does nothing, and the user asks `failed` once at the end.
 */
#ifndef VV_BASE_STRBUF_H
#define VV_BASE_STRBUF_H

#include "base/mem.h"

#include <stdarg.h>

typedef struct vv_strbuf {
    vv_mem *mem;
    char *data; /* NUL-terminated as soon as anything was added; NULL before */
    size_t length, capacity;
    bool failed;
} vv_strbuf;

static inline void vv_strbuf_init(vv_strbuf *b, vv_mem *mem) {
    *b = (vv_strbuf){.mem = mem};
}
void vv_strbuf_free(vv_strbuf *b); /* and makes it empty again */

void vv_strbuf_add(vv_strbuf *b, const void *bytes, size_t n);
void vv_strbuf_add_cstr(vv_strbuf *b, const char *text);
void vv_strbuf_add_byte(vv_strbuf *b, char byte);
void vv_strbuf_add_fill(vv_strbuf *b, char byte, size_t n);
void vv_strbuf_add_point(vv_strbuf *b, uint32_t code_point); /* as UTF-8 */
void vv_strbuf_printf(vv_strbuf *b, const char *format, ...) VV_PRINTF(2, 3);
void vv_strbuf_vprintf(vv_strbuf *b, const char *format, va_list args);

/* Room for n more bytes at the end, to be written and counted by the caller (b->length += ...); NULL when failed. */
char *vv_strbuf_reserve(vv_strbuf *b, size_t n);

#endif
