/* copy.h - copying a few bytes. In WebAssembly a memcpy or memset of unknown length is an instruction that V8 carries out by a
 * call into its runtime, which costs more than the copy itself where that is short. */
#ifndef VV_BASE_COPY_H
#define VV_BASE_COPY_H

#include <string.h>

#include "base/forward.h"

/* memcpy, quick for up to 32 bytes: by words that may overlap. */
static inline void vv_copy(void *to, const void *from, size_t n) {
    char *d = to;
    const char *s = from;
    uint64_t a, b, c, e;
    if (n > 32) {
        memcpy(d, s, n);
    } else if (n > 16) {
        memcpy(&a, s, 8);
        memcpy(&b, s + 8, 8);
        memcpy(&c, s + n - 16, 8);
        memcpy(&e, s + n - 8, 8);
        memcpy(d, &a, 8);
        memcpy(d + 8, &b, 8);
        memcpy(d + n - 16, &c, 8);
        memcpy(d + n - 8, &e, 8);
    } else if (n >= 8) {
        memcpy(&a, s, 8);
        memcpy(&b, s + n - 8, 8);
        memcpy(d, &a, 8);
        memcpy(d + n - 8, &b, 8);
    } else if (n >= 4) {
        uint32_t x, y;
        memcpy(&x, s, 4);
        memcpy(&y, s + n - 4, 4);
        memcpy(d, &x, 4);
        memcpy(d + n - 4, &y, 4);
    } else if (n > 0) {
        char first = s[0], middle = s[n / 2], last = s[n - 1];
        d[0] = first;
        d[n / 2] = middle;
        d[n - 1] = last;
    }
}

#endif
