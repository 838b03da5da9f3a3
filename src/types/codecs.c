/* codecs.c - the encodings that are in C: UTF-8, UTF-16 and UTF-32 in their forms, ASCII, Latin-1, and the escape
 * codecs.
 *
 * What an error handler cannot repair is raised with CPython's arguments. Handlers are the built-in ones by name;
 * nothing here runs Python, so handlers made with codecs.register_error are for the codecs of the library only.
 */
#include "base/unicode.h"
#include "base/uniname.h"
#include "base/utf8.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/str_internal.h"
#include "types/tuple.h"

#include <stdio.h>
#include <string.h>

/* ---- names ---- */

enum encoding {
    ENC_UTF8, ENC_UTF8_SIG, ENC_UTF16, ENC_UTF16_LE, ENC_UTF16_BE, ENC_UTF32, ENC_UTF32_LE, ENC_UTF32_BE, ENC_ASCII,
    ENC_LATIN1, ENC_UNICODE_ESCAPE, ENC_RAW_UNICODE_ESCAPE, ENC_UNKNOWN,
};

/* Names in lower case with `_` for each run of other characters, as encodings.normalize_encoding makes them. */
static const struct {
    const char *alias;
    enum encoding encoding;
} aliases[] = {
    {"utf_8", ENC_UTF8},
    {"utf8", ENC_UTF8},
    {"u8", ENC_UTF8},
    {"utf", ENC_UTF8},
    {"utf8_ucs2", ENC_UTF8},
    {"utf8_ucs4", ENC_UTF8},
    {"cp65001", ENC_UTF8},
    {"utf_8_sig", ENC_UTF8_SIG},
    {"utf_16", ENC_UTF16},
    {"utf16", ENC_UTF16},
    {"u16", ENC_UTF16},
    {"utf_16_le", ENC_UTF16_LE},
    {"utf_16le", ENC_UTF16_LE},
    {"unicodelittleunmarked", ENC_UTF16_LE},
    {"utf_16_be", ENC_UTF16_BE},
    {"utf_16be", ENC_UTF16_BE},
    {"unicodebigunmarked", ENC_UTF16_BE},
    {"utf_32", ENC_UTF32},
    {"utf32", ENC_UTF32},
    {"u32", ENC_UTF32},
    {"utf_32_le", ENC_UTF32_LE},
    {"utf_32le", ENC_UTF32_LE},
    {"utf_32_be", ENC_UTF32_BE},
    {"utf_32be", ENC_UTF32_BE},
    {"ascii", ENC_ASCII},
    {"646", ENC_ASCII},
    {"us_ascii", ENC_ASCII},
    {"us", ENC_ASCII},
    {"iso646_us", ENC_ASCII},
    {"iso_646.irv_1991", ENC_ASCII},
    {"iso_ir_6", ENC_ASCII},
    {"ansi_x3.4_1968", ENC_ASCII},
    {"ansi_x3_4_1968", ENC_ASCII},
    {"ansi_x3.4_1986", ENC_ASCII},
    {"cp367", ENC_ASCII},
    {"csascii", ENC_ASCII},
    {"ibm367", ENC_ASCII},
    {"latin_1", ENC_LATIN1},
    {"latin1", ENC_LATIN1},
    {"latin", ENC_LATIN1},
    {"l1", ENC_LATIN1},
    {"8859", ENC_LATIN1},
    {"iso8859", ENC_LATIN1},
    {"iso8859_1", ENC_LATIN1},
    {"iso_8859_1", ENC_LATIN1},
    {"iso_8859_1_1987", ENC_LATIN1},
    {"iso_ir_100", ENC_LATIN1},
    {"cp819", ENC_LATIN1},
    {"csisolatin1", ENC_LATIN1},
    {"ibm819", ENC_LATIN1},
    {"unicode_escape", ENC_UNICODE_ESCAPE},
    {"unicodeescape", ENC_UNICODE_ESCAPE},
    {"raw_unicode_escape", ENC_RAW_UNICODE_ESCAPE},
    {"rawunicodeescape", ENC_RAW_UNICODE_ESCAPE},
};

/* The name each encoding has in error messages. */
static const char *const encoding_names[] = {
    "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii", "latin-1",
    "unicodeescape", "rawunicodeescape",
};

static enum encoding find_encoding(const char *name) {
    char plain[32];
    size_t n = 0;
    bool gap = false;
    for (; *name != 0; name++) {
        char c = *name;
        if (c >= 'A' && c <= 'Z')
            c += 32;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.')) {
            gap = true;
            continue;
        }
        if (n + 3 > sizeof plain)
            return ENC_UNKNOWN;
        if (gap && n != 0)
            plain[n++] = '_';
        gap = false;
        plain[n++] = c;
    }
    plain[n] = 0;
    for (size_t i = 0; i < VV_ARRAY_LEN(aliases); i++)
        if (strcmp(aliases[i].alias, plain) == 0)
            return aliases[i].encoding;
    return ENC_UNKNOWN;
}

enum handler {
    ON_STRICT,
    ON_IGNORE,
    ON_REPLACE,
    ON_BACKSLASH,
    ON_XMLCHARREF,
    ON_NAME,
    ON_SURROGATEESCAPE,
    ON_SURROGATEPASS,
    ON_UNKNOWN,
};

static enum handler find_handler(const char *errors) {
    static const char *const names[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
                                        "namereplace", "surrogateescape", "surrogatepass"};
    if (errors == NULL)
        return ON_STRICT;
    for (size_t i = 0; i < VV_ARRAY_LEN(names); i++)
        if (strcmp(errors, names[i]) == 0)
            return (enum handler)i;
    return ON_UNKNOWN;
}

/* ---- exceptions ---- */

static vv_owned raise_unicode(vv_thread *t, int type, const char *encoding, vv_owned object, size_t start, size_t end,
                              const char *reason) {
    vv_obj *parts[5] = {vv_str_from_cstr(t, encoding), object, vv_int_new(t, (int64_t)start),
                        vv_int_new(t, (int64_t)end), vv_str_from_cstr(t, reason)};
    for (int i = 0; i < 5; i++) {
        if (parts[i] == NULL) {
            for (int k = 0; k < 5; k++)
                vv_xdecref(t, parts[k]);
            return NULL;
        }
    }
    vv_obj *args = vv_tuple_from_array_take(t, parts, 5);
    vv_obj *exc = args == NULL ? NULL : vv_exc_new(t, type, args);
    vv_xdecref(t, args);
    if (exc != NULL) {
        (void)vv_raise_object(t, exc);
        vv_decref(t, exc);
    }
    return NULL;
}

vv_owned vv_raise_unicode_encode(vv_thread *t, const char *encoding, vv_ref s, size_t start, size_t end,
                                 const char *reason) {
    return raise_unicode(t, VV_UnicodeEncodeError, encoding, vv_newref(s), start, end, reason);
}

vv_owned vv_raise_unicode_decode(vv_thread *t, const char *encoding, const uint8_t *data, size_t n, size_t start,
                                 size_t end, const char *reason) {
    vv_obj *object = vv_bytes_new(t, data, n);
    return object == NULL ? NULL : raise_unicode(t, VV_UnicodeDecodeError, encoding, object, start, end, reason);
}

/* ---- decoding ---- */

typedef struct decoder {
    vv_thread *t;
    const uint8_t *data;
    size_t n, at;
    enum encoding encoding;
    const char *errors;
    enum handler handler;
    vv_strbuilder out;
} decoder;

static int put(decoder *d, uint32_t c) {
    return vv_strbuilder_char(d->t, &d->out, c);
}

static uint32_t unit16(const decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->encoding == ENC_UTF16_BE ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}
static uint32_t unit32(const decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->encoding == ENC_UTF32_BE ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                                       : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/* surrogatepass: the surrogate whose encoded form begins at `at`; its size in bytes, 0 if there is none. */
static size_t surrogate_at(const decoder *d, size_t at, uint32_t *ret) {
    size_t left = d->n - at;
    const uint8_t *p = d->data + at;
    switch (d->encoding) {
    case ENC_UTF8:
    case ENC_UTF8_SIG:
        if (left < 3 || p[0] != 0xED || (p[1] & 0xE0) != 0xA0 || (p[2] & 0xC0) != 0x80)
            return 0;
        *ret = 0xD000 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        return 3;
    case ENC_UTF16_LE:
    case ENC_UTF16_BE:
        if (left < 2)
            return 0;
        *ret = unit16(d, at);
        return *ret >= 0xD800 && *ret < 0xE000 ? 2 : 0;
    case ENC_UTF32_LE:
    case ENC_UTF32_BE:
        if (left < 4)
            return 0;
        *ret = unit32(d, at);
        return *ret >= 0xD800 && *ret < 0xE000 ? 4 : 0;
    default:
        return 0;
    }
}

/* data[at:end] cannot be decoded: lets the handler deal with it and moves on. 0/-1. */
static int decode_error(decoder *d, size_t end, const char *reason) {
    size_t start = d->at;
    d->at = end;
    switch (d->handler) {
    case ON_IGNORE:
        return 0;
    case ON_REPLACE:
        return put(d, 0xFFFD);
    case ON_BACKSLASH:
        for (size_t i = start; i < end; i++) {
            char form[5];
            snprintf(form, sizeof form, "\\x%02x", d->data[i]);
            if (vv_strbuilder_ascii(d->t, &d->out, form, 4) < 0)
                return -1;
        }
        return 0;
    case ON_SURROGATEESCAPE: {
        size_t i = start;
        for (; i < end && d->data[i] >= 0x80; i++)
            if (put(d, 0xDC00u + d->data[i]) < 0)
                return -1;
        d->at = i;
        if (i > start)
            return 0;
        break;
    }
    case ON_SURROGATEPASS: {
        uint32_t c;
        size_t size = surrogate_at(d, start, &c);
        d->at = start + size;
        if (size != 0)
            return put(d, c);
        break;
    }
    case ON_XMLCHARREF:
    case ON_NAME:
        return vv_raise_int(d->t, VV_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    case ON_UNKNOWN:
        return vv_raise_int(d->t, VV_LookupError, "unknown error handler name '%s'", d->errors);
    case ON_STRICT:
        break;
    }
    vv_raise_unicode_decode(d->t, encoding_names[d->encoding], d->data, d->n, start, end, reason);
    return -1;
}

static int decode_utf8(decoder *d) {
    while (d->at < d->n) {
        uint32_t c;
        int size = vv_utf8_decode(d->data + d->at, d->data + d->n, &c);
        if (size > 0) {
            d->at += (size_t)size;
            if (put(d, c) < 0)
                return -1;
            continue;
        }
        int r = size == VV_UTF8_BAD_START  ? decode_error(d, d->at + 1, "invalid start byte")
                : size == VV_UTF8_TRUNCATED ? decode_error(d, d->n, "unexpected end of data")
                                            : decode_error(d, d->at + (size_t)-size, "invalid continuation byte");
        if (r < 0)
            return -1;
    }
    return 0;
}

static int decode_utf16(decoder *d) {
    if (d->encoding == ENC_UTF16) { /* a byte order mark decides */
        d->encoding = ENC_UTF16_LE;
        if (d->n >= 2 && d->data[0] == 0xFE && d->data[1] == 0xFF)
            d->encoding = ENC_UTF16_BE;
        if (d->n >= 2 && unit16(d, 0) == 0xFEFF)
            d->at = 2;
    }
    while (d->at < d->n) {
        size_t left = d->n - d->at;
        int r;
        if (left < 2) {
            r = decode_error(d, d->n, "truncated data");
        } else {
            uint32_t c = unit16(d, d->at);
            if (c < 0xD800 || c >= 0xE000) {
                d->at += 2;
                r = put(d, c);
            } else if (c >= 0xDC00) {
                r = decode_error(d, d->at + 2, "illegal encoding");
            } else if (left < 4) {
                r = decode_error(d, d->n, "unexpected end of data");
            } else {
                uint32_t low = unit16(d, d->at + 2);
                if (low < 0xDC00 || low >= 0xE000) {
                    r = decode_error(d, d->at + 2, "illegal UTF-16 surrogate");
                } else {
                    d->at += 4;
                    r = put(d, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
                }
            }
        }
        if (r < 0)
            return -1;
    }
    return 0;
}

static int decode_utf32(decoder *d) {
    if (d->encoding == ENC_UTF32) {
        d->encoding = ENC_UTF32_LE;
        if (d->n >= 4 && memcmp(d->data, "\0\0\xFE\xFF", 4) == 0)
            d->encoding = ENC_UTF32_BE;
        if (d->n >= 4 && unit32(d, 0) == 0xFEFF)
            d->at = 4;
    }
    while (d->at < d->n) {
        int r;
        if (d->n - d->at < 4) {
            r = decode_error(d, d->n, "truncated data");
        } else {
            uint32_t c = unit32(d, d->at);
            if (c >= 0xD800 && c < 0xE000) {
                r = decode_error(d, d->at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
            } else if (c >= 0x110000) {
                r = decode_error(d, d->at + 4, "code point not in range(0x110000)");
            } else {
                d->at += 4;
                r = put(d, c);
            }
        }
        if (r < 0)
            return -1;
    }
    return 0;
}

static int decode_ascii(decoder *d) {
    while (d->at < d->n) {
        uint8_t b = d->data[d->at];
        if (b >= 0x80) {
            if (decode_error(d, d->at + 1, "ordinal not in range(128)") < 0)
                return -1;
        } else {
            d->at++;
            if (put(d, b) < 0)
                return -1;
        }
    }
    return 0;
}

/* Up to `digits` hexadecimal digits at `at`; how many there are. */
static size_t hex_digits_at(const decoder *d, size_t at, size_t digits, uint32_t *ret) {
    size_t n = 0;
    *ret = 0;
    for (; n < digits && at + n < d->n; n++) {
        uint8_t c = d->data[at + n];
        int v = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
        if (v < 0)
            break;
        *ret = *ret << 4 | (uint32_t)v;
    }
    return n;
}

/* \N{NAME}. 0/-1. */
static int decode_name(decoder *d) {
    size_t name = d->at + 3;
    if (name > d->n || d->data[name - 1] != '{')
        return decode_error(d, d->at + 2, "malformed \\N character escape");
    const uint8_t *close = memchr(d->data + name, '}', d->n - name);
    size_t end = close == NULL ? d->n : (size_t)(close - d->data);
    if (close == NULL || end == name)
        return decode_error(d, end, "malformed \\N character escape");
    int32_t c = vv_uniname_find((const char *)d->data + name, end - name);
    if (c < 0)
        return decode_error(d, end + 1, "unknown Unicode character name");
    d->at = end + 1;
    return put(d, (uint32_t)c);
}

/* Latin-1 with the escapes of string literals; `raw`: only \u and \U, behind an odd number of backslashes. */
static int decode_escapes(decoder *d, bool raw) {
    static const char simple[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    while (d->at < d->n) {
        uint8_t c = d->data[d->at];
        if (c != '\\') {
            d->at++;
            if (put(d, c) < 0)
                return -1;
            continue;
        }
        uint8_t e = d->at + 1 < d->n ? d->data[d->at + 1] : 0;
        size_t digits = e == 'u' ? 4 : e == 'U' ? 8 : e == 'x' && !raw ? 2 : 0;
        int r = 0;
        if (digits != 0) {
            uint32_t value;
            size_t got = hex_digits_at(d, d->at + 2, digits, &value);
            if (got < digits) {
                r = decode_error(d, d->at + 2 + got,
                                 digits == 2   ? "truncated \\xXX escape"
                                 : digits == 4 ? "truncated \\uXXXX escape"
                                               : "truncated \\UXXXXXXXX escape");
            } else if (value > 0x10FFFF) {
                r = decode_error(d, d->at + 2 + got, raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
            } else {
                d->at += 2 + digits;
                r = put(d, value);
            }
        } else if (raw) {
            /* A backslash that begins no escape; a second one behind it is just as plain. */
            d->at += e == '\\' ? 2 : 1;
            r = put(d, '\\');
            if (r == 0 && e == '\\')
                r = put(d, '\\');
        } else if (d->at + 1 == d->n) {
            r = decode_error(d, d->n, "\\ at end of string");
        } else if (e == 'N') {
            r = decode_name(d);
        } else if (e >= '0' && e <= '7') {
            uint32_t value = 0;
            size_t i = d->at + 1;
            for (; i < d->n && i < d->at + 4 && d->data[i] >= '0' && d->data[i] <= '7'; i++)
                value = value * 8 + (d->data[i] - '0');
            d->at = i;
            r = put(d, value);
        } else {
            d->at += 2;
            const char *p = simple;
            while (*p != 0 && *p != (char)e)
                p += 2;
            if (*p != 0)
                r = put(d, (uint8_t)p[1]);
            else if (e != '\n')
                r = put(d, '\\') < 0 ? -1 : put(d, e);
        }
        if (r < 0)
            return -1;
    }
    return 0;
}

vv_owned vv_decode(vv_thread *t, const uint8_t *data, size_t n, const char *encoding, const char *errors) {
    decoder d = {.t = t, .data = data, .n = n, .encoding = find_encoding(encoding), .errors = errors,
                 .handler = find_handler(errors)};
    int r;
    switch (d.encoding) {
    case ENC_UTF8_SIG:
        if (n >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
            d.at = 3;
        r = decode_utf8(&d);
        break;
    case ENC_UTF8:
        if (vv_utf8_valid((const char *)data, n, NULL))
            return vv_str_from_utf8(t, (const char *)data, n);
        r = decode_utf8(&d);
        break;
    case ENC_UTF16:
    case ENC_UTF16_LE:
    case ENC_UTF16_BE:
        r = decode_utf16(&d);
        break;
    case ENC_UTF32:
    case ENC_UTF32_LE:
    case ENC_UTF32_BE:
        r = decode_utf32(&d);
        break;
    case ENC_ASCII:
        if (vv_utf8_ascii_prefix(data, n) == n)
            return vv_str_from_kind(t, 1, data, n);
        r = decode_ascii(&d);
        break;
    case ENC_LATIN1:
        return vv_str_from_kind(t, 1, data, n);
    case ENC_UNICODE_ESCAPE:
    case ENC_RAW_UNICODE_ESCAPE:
        r = decode_escapes(&d, d.encoding == ENC_RAW_UNICODE_ESCAPE);
        break;
    default:
        return vv_raise(t, VV_LookupError, "unknown encoding: %s", encoding);
    }
    if (r < 0) {
        vv_strbuilder_drop(t, &d.out);
        return NULL;
    }
    return vv_strbuilder_finish(t, &d.out);
}

/* ---- encoding ---- */

typedef struct encoder {
    vv_thread *t;
    vv_ref s;
    size_t at;
    enum encoding encoding;
    const char *errors;
    enum handler handler;
    vv_strbuilder out; /* of bytes: its code points stay below 256 */
} encoder;

static int put_byte(encoder *e, uint32_t byte) {
    return vv_strbuilder_char(e->t, &e->out, byte);
}

static int put_unit(encoder *e, uint32_t value, int bytes, bool big) {
    for (int i = 0; i < bytes; i++)
        if (put_byte(e, value >> 8 * (big ? bytes - 1 - i : i) & 0xFF) < 0)
            return -1;
    return 0;
}

/* A character that the encoding has. */
static int put_encoded(encoder *e, uint32_t c) {
    switch (e->encoding) {
    case ENC_UTF8:
    case ENC_UTF8_SIG: {
        char form[4];
        int n = vv_utf8_encode(c, form);
        for (int i = 0; i < n; i++)
            if (put_byte(e, (uint8_t)form[i]) < 0)
                return -1;
        return 0;
    }
    case ENC_UTF16:
    case ENC_UTF16_LE:
    case ENC_UTF16_BE: {
        bool big = e->encoding == ENC_UTF16_BE;
        if (c < 0x10000)
            return put_unit(e, c, 2, big);
        c -= 0x10000;
        return put_unit(e, 0xD800 + (c >> 10), 2, big) < 0 ? -1 : put_unit(e, 0xDC00 + (c & 0x3FF), 2, big);
    }
    case ENC_UTF32:
    case ENC_UTF32_LE:
    case ENC_UTF32_BE:
        return put_unit(e, c, 4, e->encoding == ENC_UTF32_BE);
    default:
        return put_byte(e, c);
    }
}

static bool encodable(const encoder *e, uint32_t c) {
    return e->encoding == ENC_ASCII ? c < 0x80 : e->encoding == ENC_LATIN1 ? c < 0x100 : c < 0xD800 || c >= 0xE000;
}

static int put_text(encoder *e, const char *ascii) {
    for (; *ascii != 0; ascii++)
        if (put_encoded(e, (uint8_t)*ascii) < 0)
            return -1;
    return 0;
}

enum { ESCAPE_MAX = VV_UNINAME_MAX + 4 };

static void hex_escape(uint32_t c, char out[ESCAPE_MAX]) {
    snprintf(out, ESCAPE_MAX, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

static void name_escape(uint32_t c, char out[ESCAPE_MAX]) {
    char name[VV_UNINAME_MAX];
    if (vv_uniname_of(c, name, sizeof name) != 0)
        snprintf(out, ESCAPE_MAX, "\\N{%s}", name);
    else
        hex_escape(c, out);
}

/* s[at:end] cannot be encoded. 0/-1. */
static int encode_error(encoder *e, size_t end, const char *reason) {
    size_t start = e->at;
    e->at = end;
    if (e->handler == ON_SURROGATEESCAPE) {
        for (; start < end; start++) {
            uint32_t c = vv_str_at(e->s, start);
            if (c < 0xDC80 || c > 0xDCFF)
                break;
            if (e->encoding >= ENC_UTF16 && e->encoding <= ENC_UTF32_BE)
                break; /* one byte is no unit of these */
            if (put_byte(e, c - 0xDC00) < 0)
                return -1;
        }
        if (start == end)
            return 0;
    }
    for (size_t i = start; i < end; i++) {
        uint32_t c = vv_str_at(e->s, i);
        char form[ESCAPE_MAX];
        switch (e->handler) {
        case ON_IGNORE:
            continue;
        case ON_REPLACE:
            form[0] = '?';
            form[1] = 0;
            break;
        case ON_BACKSLASH:
            hex_escape(c, form);
            break;
        case ON_XMLCHARREF:
            snprintf(form, sizeof form, "&#%u;", (unsigned)c);
            break;
        case ON_SURROGATEPASS:
            if (e->encoding >= ENC_ASCII || c < 0xD800 || c >= 0xE000)
                goto raise;
            if (put_encoded(e, c) < 0)
                return -1;
            continue;
        case ON_NAME:
            name_escape(c, form);
            break;
        case ON_UNKNOWN:
            return vv_raise_int(e->t, VV_LookupError, "unknown error handler name '%s'", e->errors);
        default:
            goto raise;
        }
        if (put_text(e, form) < 0)
            return -1;
    }
    return 0;
raise:
    vv_raise_unicode_encode(e->t, encoding_names[e->encoding], e->s, start, end, reason);
    return -1;
}

static int encode_all(encoder *e) {
    size_t n = vv_str_length(e->s);
    const char *reason = e->encoding == ENC_ASCII    ? "ordinal not in range(128)"
                         : e->encoding == ENC_LATIN1 ? "ordinal not in range(256)"
                                                     : "surrogates not allowed";
    bool runs = e->encoding != ENC_UTF16 && e->encoding != ENC_UTF16_LE && e->encoding != ENC_UTF16_BE &&
                e->encoding != ENC_UTF32 && e->encoding != ENC_UTF32_LE && e->encoding != ENC_UTF32_BE;
    while (e->at < n) {
        uint32_t c = vv_str_at(e->s, e->at);
        if (encodable(e, c)) {
            e->at++;
            if (put_encoded(e, c) < 0)
                return -1;
            continue;
        }
        size_t end = e->at + 1;
        while (runs && end < n && !encodable(e, vv_str_at(e->s, end)))
            end++;
        if (encode_error(e, end, reason) < 0)
            return -1;
    }
    return 0;
}

/* UTF-8 of text without surrogates, straight into the result: 1 and *ret, 0 if there are any, -1. */
static int encode_utf8_now(vv_thread *t, vv_ref s, vv_obj **ret) {
    size_t n = vv_str_length(s), bytes = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = vv_str_at(s, i);
        if (c >= 0xD800 && c < 0xE000)
            return 0;
        bytes += (size_t)vv_utf8_size(c);
    }
    *ret = vv_bytes_new(t, NULL, bytes);
    if (*ret == NULL)
        return -1;
    char *to = (char *)VV_BYTES(*ret)->data;
    for (size_t i = 0; i < n; i++)
        to += vv_utf8_encode(vv_str_at(s, i), to);
    return 1;
}

static int encode_escapes(encoder *e, bool raw) {
    for (size_t i = 0; i < vv_str_length(e->s); i++) {
        uint32_t c = vv_str_at(e->s, i);
        char form[ESCAPE_MAX];
        if (raw ? c < 0x100 : c >= 0x20 && c < 0x7F && c != '\\') {
            if (put_byte(e, c) < 0)
                return -1;
            continue;
        }
        if (c == '\\')
            snprintf(form, sizeof form, "\\\\");
        else if (c == '\n' || c == '\r' || c == '\t')
            snprintf(form, sizeof form, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        else
            hex_escape(c, form);
        if (put_text(e, form) < 0)
            return -1;
    }
    return 0;
}

vv_owned vv_encode(vv_thread *t, vv_ref s, const char *encoding, const char *errors) {
    encoder e = {
        .t = t, .s = s, .encoding = find_encoding(encoding), .errors = errors, .handler = find_handler(errors)};
    const vv_str *str = VV_STR(s);
    int r = 0;
    switch (e.encoding) {
    case ENC_UTF8:
    case ENC_ASCII:
        if (str->ascii)
            return vv_bytes_new(t, str->data, str->length);
        if (e.encoding == ENC_UTF8) {
            vv_obj *now = NULL;
            if (encode_utf8_now(t, s, &now) != 0)
                return now;
        }
        r = encode_all(&e);
        break;
    case ENC_LATIN1:
        if (str->kind == 1)
            return vv_bytes_new(t, str->data, str->length);
        r = encode_all(&e);
        break;
    case ENC_UTF8_SIG:
    case ENC_UTF16:
    case ENC_UTF32:
        r = put_encoded(&e, 0xFEFF) < 0 ? -1 : encode_all(&e);
        break;
    case ENC_UNICODE_ESCAPE:
    case ENC_RAW_UNICODE_ESCAPE:
        r = encode_escapes(&e, e.encoding == ENC_RAW_UNICODE_ESCAPE);
        break;
    case ENC_UNKNOWN:
        return vv_raise(t, VV_LookupError, "unknown encoding: %s", encoding);
    default:
        r = encode_all(&e);
        break;
    }
    vv_obj *o = r < 0 ? NULL : vv_bytes_new(t, e.out.data == NULL ? "" : e.out.data, e.out.length);
    vv_strbuilder_drop(t, &e.out);
    return o;
}
