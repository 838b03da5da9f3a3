/* int_large.h - decimal text of very large numbers, in less than quadratic time. */
#ifndef VV_TYPES_INT_LARGE_H
#define VV_TYPES_INT_LARGE_H

#include "object/runtime.h"

/* From how many digits of ours, or characters, on it is worth while. */
enum { VV_INT_LARGE_DIGITS = 120, VV_INT_LARGE_CHARS = 1500 };

/* Writes the decimal digits of a number so that they end at `end`: their beginning, or NULL with MemoryError. */
char *vv_int_large_write(vv_thread *t, const uint32_t *digits, size_t n, char *end);
/* The value of `count` valid characters in base 3..36 (no power of two): its length, or -1 with MemoryError. `digits` has room. */
int64_t vv_int_large_read(vv_thread *t, const char *p, size_t count, int base, uint32_t *digits);

#endif
