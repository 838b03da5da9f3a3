/* utf8.h - UTF-8 (RFC 3629) to code points and back.
 *
 * Two strictnesses: text that comes from outside goes through vv_utf8_decode, which refuses everything ill-formed; text
 * of our own making may hold surrogates as three-byte forms ("WTF-8") and is walked with the unchecked vv_utf8_next.
 */
#ifndef VV_BASE_UTF8_H
#define VV_BASE_UTF8_H

#include "base/forward.h"

/* Bytes that `code_point` takes: 1 to 4 (surrogates: 3). */
static inline int vv_utf8_size(uint32_t code_point) {
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

/* Writes a code point; the number of bytes written. */
static inline int vv_utf8_encode(uint32_t c, char *out) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Code point at *p of valid text (surrogates allowed), moving *p behind it. */
static inline uint32_t vv_utf8_next(const char **p) {
    const uint8_t *s = (const uint8_t *)*p;
    uint32_t c = s[0];
    if (c < 0x80) {
        *p += 1;
        return c;
    }
    if (c < 0xE0) {
        *p += 2;
        return (c & 0x1F) << 6 | (s[1] & 0x3F);
    }
    if (c < 0xF0) {
        *p += 3;
        return (c & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    }
    *p += 4;
    return (c & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

/* Strict decoding at p < end: the length of the form and its code point in *ret, or an error (<= 0):
 *   VV_UTF8_BAD_START   the byte cannot begin a form ("invalid start byte")
 *   -n (1 to 3)         a form begins, but the byte n places on does not continue it; n bytes are to be replaced
 *                       ("invalid continuation byte")
 *   VV_UTF8_TRUNCATED   the text ends in the middle of a form that was right so far ("unexpected end of data") */
enum { VV_UTF8_BAD_START = 0, VV_UTF8_TRUNCATED = -8 };
int vv_utf8_decode(const uint8_t *p, const uint8_t *end, uint32_t *ret);

/* Leading bytes of the span that are ASCII. */
size_t vv_utf8_ascii_prefix(const void *bytes, size_t n);

/* Code points of valid text, and the largest of them. */
size_t vv_utf8_measure(const char *text, size_t n, uint32_t *ret_max);

/* True if the whole span is well-formed; else *ret_bad (may be NULL) is the offset of the first bad byte. */
bool vv_utf8_valid(const char *text, size_t n, size_t *ret_bad);

#endif
