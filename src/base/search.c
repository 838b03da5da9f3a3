/* search.c - chooses the search function for the two widths. */
#include "base/search.h"

#include <string.h>

#define VV_PASTE2(f, h, n) f##_##h##n
#define VV_PASTE(f, h, n) VV_PASTE2(f, h, n)

#define HAY uint8_t
#define NEEDLE uint8_t
#define NAME(f) VV_PASTE(f, 1, 1)
#include "base/search_impl.inc"
#undef HAY
#undef NAME
#define HAY uint16_t
#define NAME(f) VV_PASTE(f, 2, 1)
#include "base/search_impl.inc"
#undef HAY
#undef NAME
#define HAY uint32_t
#define NAME(f) VV_PASTE(f, 4, 1)
#include "base/search_impl.inc"
#undef NEEDLE
#undef NAME
#define NEEDLE uint16_t
#define NAME(f) VV_PASTE(f, 4, 2)
#include "base/search_impl.inc"
#undef HAY
#undef NAME
#define HAY uint16_t
#define NAME(f) VV_PASTE(f, 2, 2)
#include "base/search_impl.inc"
#undef HAY
#undef NEEDLE
#undef NAME
#define HAY uint32_t
#define NEEDLE uint32_t
#define NAME(f) VV_PASTE(f, 4, 4)
#include "base/search_impl.inc"

static inline uint32_t unit_at(int width, const void *units, size_t i) {
    return width == 1   ? ((const uint8_t *)units)[i]
           : width == 2 ? ((const uint16_t *)units)[i]
                        : ((const uint32_t *)units)[i];
}

int64_t vv_search_first_unit(int width, const void *hay, size_t n, uint32_t unit) {
    if (n == 0)
        return -1;
    if (width == 1) {
        const uint8_t *found = unit > 0xFF ? NULL : memchr(hay, (int)unit, n);
        return found == NULL ? -1 : found - (const uint8_t *)hay;
    }
    for (size_t i = 0; i < n; i++)
        if (unit_at(width, hay, i) == unit)
            return (int64_t)i;
    return -1;
}

int64_t vv_search_last_unit(int width, const void *hay, size_t n, uint32_t unit) {
    for (size_t i = n; i-- > 0;)
        if (unit_at(width, hay, i) == unit)
            return (int64_t)i;
    return -1;
}

#define DISPATCH(f)                                                                                                    \
    (width == 1        ? f##_11(hay, n, needle, m)                                                                     \
     : width == 2      ? (needle_width == 1 ? f##_21(hay, n, needle, m) : f##_22(hay, n, needle, m))                   \
     : needle_width == 1 ? f##_41(hay, n, needle, m)                                                                   \
     : needle_width == 2 ? f##_42(hay, n, needle, m)                                                                   \
                         : f##_44(hay, n, needle, m))

int64_t vv_search_first(int width, const void *hay, size_t n, int needle_width, const void *needle, size_t m) {
    if (m == 1)
        return vv_search_first_unit(width, hay, n, unit_at(needle_width, needle, 0));
    return DISPATCH(first);
}

int64_t vv_search_last(int width, const void *hay, size_t n, int needle_width, const void *needle, size_t m) {
    if (m == 1)
        return vv_search_last_unit(width, hay, n, unit_at(needle_width, needle, 0));
    return DISPATCH(last);
}

size_t vv_search_count(int width, const void *hay, size_t n, int needle_width, const void *needle, size_t m) {
    size_t count = 0;
    for (const uint8_t *p = hay;;) {
        int64_t i = vv_search_first(width, p, n, needle_width, needle, m);
        if (i < 0)
            return count;
        count++;
        p += ((size_t)i + m) * (size_t)width;
        n -= (size_t)i + m;
    }
}
