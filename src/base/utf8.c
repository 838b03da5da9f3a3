/* utf8.c - the strict decoder and the scanners. */
#include "base/utf8.h"

#include <string.h>

static inline bool continues(uint8_t b) {
    return (b & 0xC0) == 0x80;
}

int vv_utf8_decode(const uint8_t *p, const uint8_t *end, uint32_t *ret) {
    uint8_t b = p[0];
    if (b < 0x80) {
        *ret = b;
        return 1;
    }
    if (b < 0xC2 || b > 0xF4)
        return VV_UTF8_BAD_START;
    ptrdiff_t left = end - p;
    if (b < 0xE0) {
        if (left < 2)
            return VV_UTF8_TRUNCATED;
        if (!continues(p[1]))
            return -1;
        *ret = (uint32_t)(b & 0x1F) << 6 | (p[1] & 0x3F);
        return 2;
    }
    /* The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF. */
    uint8_t low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    uint8_t high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    if (left < 2)
        return VV_UTF8_TRUNCATED;
    if (p[1] < low || p[1] > high)
        return -1;
    if (left < 3)
        return VV_UTF8_TRUNCATED;
    if (!continues(p[2]))
        return -2;
    if (b < 0xF0) {
        *ret = (uint32_t)(b & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        return 3;
    }
    if (left < 4)
        return VV_UTF8_TRUNCATED;
    if (!continues(p[3]))
        return -3;
    *ret = (uint32_t)(b & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    return 4;
}

size_t vv_utf8_ascii_prefix(const void *bytes, size_t n) {
    const uint8_t *p = bytes;
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, p + i, 8);
        if ((word & 0x8080808080808080) != 0)
            break;
    }
    while (i < n && p[i] < 0x80)
        i++;
    return i;
}

size_t vv_utf8_measure(const char *text, size_t n, uint32_t *ret_max) {
    const char *end = text + n;
    size_t ascii = vv_utf8_ascii_prefix(text, n), points = ascii;
    uint32_t max = ascii != 0 ? 0x7F : 0;
    for (const char *p = text + ascii; p < end; points++) {
        uint32_t c = vv_utf8_next(&p);
        if (c > max)
            max = c;
    }
    *ret_max = max;
    return points;
}

bool vv_utf8_valid(const char *text, size_t n, size_t *ret_bad) {
    const uint8_t *start = (const uint8_t *)text, *end = start + n;
    const uint8_t *p = start + vv_utf8_ascii_prefix(text, n);
    while (p < end) {
        uint32_t c;
        int size = vv_utf8_decode(p, end, &c);
        if (size <= 0) {
            if (ret_bad != NULL)
                *ret_bad = (size_t)(p - start);
            return false;
        }
        p += size;
    }
    return true;
}
