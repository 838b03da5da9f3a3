/* codecs.c - the encodings that are in C: UTF-8, UTF-16 and UTF-32 in their forms, ASCII, Latin-1, and the escape
 * codecs; UTF-7 is in codec_utf7.c.
 *
 * What an error handler cannot repair is raised with CPython's arguments. Nothing here runs Python: a pass that meets a
 * handler of the program's own stops, and codec_steps.c goes on.
 */
#include "base/unicode.h"
#include "base/uniname.h"
#include "object/datafile.h"
#include "base/utf8.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/codecs.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/tuple.h"

#include <stdio.h>
#include <string.h>

/* ---- names ---- */

/* Names in lower case with `_` for each run of other characters, as encodings.normalize_encoding makes them. */
static const struct {
    const char *alias;
    enum vv_encoding encoding;
} aliases[] = {
    {"utf_8", VV_ENC_UTF8},
    {"utf8", VV_ENC_UTF8},
    {"u8", VV_ENC_UTF8},
    {"utf", VV_ENC_UTF8},
    {"utf8_ucs2", VV_ENC_UTF8},
    {"utf8_ucs4", VV_ENC_UTF8},
    {"cp65001", VV_ENC_UTF8},
    {"utf_8_sig", VV_ENC_UTF8_SIG},
    {"utf_16", VV_ENC_UTF16},
    {"utf16", VV_ENC_UTF16},
    {"u16", VV_ENC_UTF16},
    {"utf_16_le", VV_ENC_UTF16_LE},
    {"utf_16le", VV_ENC_UTF16_LE},
    {"unicodelittleunmarked", VV_ENC_UTF16_LE},
    {"utf_16_be", VV_ENC_UTF16_BE},
    {"utf_16be", VV_ENC_UTF16_BE},
    {"unicodebigunmarked", VV_ENC_UTF16_BE},
    {"utf_32", VV_ENC_UTF32},
    {"utf32", VV_ENC_UTF32},
    {"u32", VV_ENC_UTF32},
    {"utf_32_le", VV_ENC_UTF32_LE},
    {"utf_32le", VV_ENC_UTF32_LE},
    {"utf_32_be", VV_ENC_UTF32_BE},
    {"utf_32be", VV_ENC_UTF32_BE},
    {"ascii", VV_ENC_ASCII},
    {"646", VV_ENC_ASCII},
    {"us_ascii", VV_ENC_ASCII},
    {"us", VV_ENC_ASCII},
    {"iso646_us", VV_ENC_ASCII},
    {"iso_646.irv_1991", VV_ENC_ASCII},
    {"iso_ir_6", VV_ENC_ASCII},
    {"ansi_x3.4_1968", VV_ENC_ASCII},
    {"ansi_x3_4_1968", VV_ENC_ASCII},
    {"ansi_x3.4_1986", VV_ENC_ASCII},
    {"cp367", VV_ENC_ASCII},
    {"csascii", VV_ENC_ASCII},
    {"ibm367", VV_ENC_ASCII},
    {"latin_1", VV_ENC_LATIN1},
    {"latin1", VV_ENC_LATIN1},
    {"latin", VV_ENC_LATIN1},
    {"l1", VV_ENC_LATIN1},
    {"8859", VV_ENC_LATIN1},
    {"iso8859", VV_ENC_LATIN1},
    {"iso8859_1", VV_ENC_LATIN1},
    {"iso_8859_1", VV_ENC_LATIN1},
    {"iso_8859_1_1987", VV_ENC_LATIN1},
    {"iso_ir_100", VV_ENC_LATIN1},
    {"cp819", VV_ENC_LATIN1},
    {"csisolatin1", VV_ENC_LATIN1},
    {"ibm819", VV_ENC_LATIN1},
    {"unicode_escape", VV_ENC_UNICODE_ESCAPE},
    {"unicodeescape", VV_ENC_UNICODE_ESCAPE},
    {"raw_unicode_escape", VV_ENC_RAW_UNICODE_ESCAPE},
    {"rawunicodeescape", VV_ENC_RAW_UNICODE_ESCAPE},
    {"utf_7", VV_ENC_UTF7},
    {"utf7", VV_ENC_UTF7},
    {"u7", VV_ENC_UTF7},
    {"unicode_1_1_utf_7", VV_ENC_UTF7},
};

/* The name each encoding has in error messages. */
static const char *const encoding_names[] = {
    "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii", "latin-1",
    "unicodeescape", "rawunicodeescape", "utf7",
};

const char *vv_codec_name(enum vv_encoding encoding) {
    return encoding_names[encoding];
}

size_t vv_codec_plain_name(const char *name, char *out, size_t cap) {
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
        if (n + 3 > cap)
            return 0;
        if (gap && n != 0)
            out[n++] = '_';
        gap = false;
        out[n++] = c;
    }
    out[n] = 0;
    return n;
}

enum vv_encoding vv_codec_find(const char *name) {
    char plain[32];
    if (vv_codec_plain_name(name, plain, sizeof plain) == 0)
        return VV_ENC_UNKNOWN;
    for (size_t i = 0; i < VV_ARRAY_LEN(aliases); i++)
        if (strcmp(aliases[i].alias, plain) == 0)
            return aliases[i].encoding;
    return VV_ENC_UNKNOWN;
}

enum vv_codec_handler vv_codec_handler_find(const char *errors) {
    static const char *const names[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
                                        "namereplace", "surrogateescape", "surrogatepass"};
    if (errors == NULL)
        return VV_ON_STRICT;
    for (size_t i = 0; i < VV_ARRAY_LEN(names); i++)
        if (strcmp(errors, names[i]) == 0)
            return (enum vv_codec_handler)i;
    return VV_ON_OTHER;
}

/* ---- exceptions ---- */

vv_owned vv_codec_error_new(vv_thread *t, bool decode, const char *encoding, vv_ref object, size_t start, size_t end,
                            const char *reason) {
    vv_obj *parts[5] = {vv_str_from_cstr(t, encoding), vv_newref(object), vv_int_new(t, (int64_t)start),
                        vv_int_new(t, (int64_t)end), vv_str_from_cstr(t, reason)};
    for (int i = 0; i < 5; i++) {
        if (parts[i] == NULL) {
            for (int k = 0; k < 5; k++)
                vv_xdecref(t, parts[k]);
            return NULL;
        }
    }
    VV_AUTO args = {t, vv_tuple_from_array_take(t, parts, 5)};
    return args.o == NULL ? NULL : vv_exc_new(t, decode ? VV_UnicodeDecodeError : VV_UnicodeEncodeError, args.o);
}

static vv_owned raise_unicode(vv_thread *t, bool decode, const char *encoding, vv_ref object, size_t start, size_t end,
                              const char *reason) {
    VV_AUTO exc = {t, vv_codec_error_new(t, decode, encoding, object, start, end, reason)};
    if (exc.o != NULL)
        (void)vv_raise_object(t, exc.o);
    return NULL;
}

vv_owned vv_raise_unicode_encode(vv_thread *t, const char *encoding, vv_ref s, size_t start, size_t end,
                                 const char *reason) {
    return raise_unicode(t, false, encoding, s, start, end, reason);
}

vv_owned vv_raise_unicode_decode(vv_thread *t, const char *encoding, const uint8_t *data, size_t n, size_t start,
                                 size_t end, const char *reason) {
    VV_AUTO object = {t, vv_bytes_new(t, data, n)};
    return object.o == NULL ? NULL : raise_unicode(t, true, encoding, object.o, start, end, reason);
}

/* ---- decoding ---- */

static int put(vv_decoder *d, uint32_t c) {
    return vv_strbuilder_char(d->t, &d->out, c);
}

static uint32_t unit16(const vv_decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->encoding == VV_ENC_UTF16_BE ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}
static uint32_t unit32(const vv_decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->encoding == VV_ENC_UTF32_BE ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                                          : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

size_t vv_codec_surrogate_at(enum vv_encoding encoding, const uint8_t *data, size_t n, size_t at, uint32_t *ret) {
    vv_decoder d = {.data = data, .encoding = encoding};
    size_t left = n - at;
    const uint8_t *p = data + at;
    switch (encoding) {
    case VV_ENC_UTF8:
    case VV_ENC_UTF8_SIG:
        if (left < 3 || p[0] != 0xED || (p[1] & 0xE0) != 0xA0 || (p[2] & 0xC0) != 0x80)
            return 0;
        *ret = 0xD000 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        return 3;
    case VV_ENC_UTF16_LE:
    case VV_ENC_UTF16_BE:
        if (left < 2)
            return 0;
        *ret = unit16(&d, at);
        return *ret >= 0xD800 && *ret < 0xE000 ? 2 : 0;
    case VV_ENC_UTF32_LE:
    case VV_ENC_UTF32_BE:
        if (left < 4)
            return 0;
        *ret = unit32(&d, at);
        return *ret >= 0xD800 && *ret < 0xE000 ? 4 : 0;
    default:
        return 0;
    }
}

int vv_decode_error(vv_decoder *d, size_t end, const char *reason) {
    size_t start = d->at;
    d->at = end;
    switch (d->handler) {
    case VV_ON_IGNORE:
        return 0;
    case VV_ON_REPLACE:
        return put(d, 0xFFFD);
    case VV_ON_BACKSLASH:
        for (size_t i = start; i < end; i++) {
            char form[5];
            snprintf(form, sizeof form, "\\x%02x", d->data[i]);
            if (vv_strbuilder_ascii(d->t, &d->out, form, 4) < 0)
                return -1;
        }
        return 0;
    case VV_ON_SURROGATEESCAPE: {
        size_t i = start;
        for (; i < end && d->data[i] >= 0x80; i++)
            if (put(d, 0xDC00u + d->data[i]) < 0)
                return -1;
        d->at = i;
        if (i > start)
            return 0;
        break;
    }
    case VV_ON_SURROGATEPASS: {
        uint32_t c;
        size_t size = vv_codec_surrogate_at(d->encoding, d->data, d->n, start, &c);
        d->at = start + size;
        if (size != 0)
            return put(d, c);
        break;
    }
    case VV_ON_XMLCHARREF:
    case VV_ON_NAME:
        return vv_raise_int(d->t, VV_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    case VV_ON_OTHER:
        d->at = start;
        d->error_end = end;
        d->reason = reason;
        return 1;
    case VV_ON_STRICT:
        break;
    }
    vv_raise_unicode_decode(d->t, encoding_names[d->encoding], d->data, d->n, start, end, reason);
    return -1;
}

static int decode_utf8(vv_decoder *d) {
    while (d->at < d->n) {
        uint32_t c;
        int size = vv_utf8_decode(d->data + d->at, d->data + d->n, &c);
        if (size > 0) {
            d->at += (size_t)size;
            if (put(d, c) < 0)
                return -1;
            continue;
        }
        /* The first two bytes of a surrogate may be the beginning of one that surrogatepass wants. */
        const uint8_t *p = d->data + d->at;
        bool surrogate = d->at + 2 == d->n && p[0] == 0xED && (p[1] & 0xE0) == 0xA0;
        if (d->partial && (size == VV_UTF8_TRUNCATED || surrogate))
            return 0;
        int r = size == VV_UTF8_BAD_START  ? vv_decode_error(d, d->at + 1, "invalid start byte")
                : size == VV_UTF8_TRUNCATED ? vv_decode_error(d, d->n, "unexpected end of data")
                                            : vv_decode_error(d, d->at + (size_t)-size, "invalid continuation byte");
        if (r != 0)
            return r;
    }
    return 0;
}

static int decode_utf16(vv_decoder *d) {
    if (d->encoding == VV_ENC_UTF16) { /* a byte order mark decides */
        d->encoding = VV_ENC_UTF16_LE;
        if (d->n >= 2 && d->data[0] == 0xFE && d->data[1] == 0xFF)
            d->encoding = VV_ENC_UTF16_BE;
        if (d->n >= 2 && unit16(d, 0) == 0xFEFF) {
            d->at = 2;
            d->marked = true;
        }
    }
    while (d->at < d->n) {
        size_t left = d->n - d->at;
        int r;
        if (d->partial && (left < 2 || (left < 4 && (unit16(d, d->at) & 0xFC00) == 0xD800)))
            return 0;
        if (left < 2) {
            r = vv_decode_error(d, d->n, "truncated data");
        } else {
            uint32_t c = unit16(d, d->at);
            if (c < 0xD800 || c >= 0xE000) {
                d->at += 2;
                r = put(d, c);
            } else if (c >= 0xDC00) {
                r = vv_decode_error(d, d->at + 2, "illegal encoding");
            } else if (left < 4) {
                r = vv_decode_error(d, d->n, "unexpected end of data");
            } else {
                uint32_t low = unit16(d, d->at + 2);
                if (low < 0xDC00 || low >= 0xE000) {
                    r = vv_decode_error(d, d->at + 2, "illegal UTF-16 surrogate");
                } else {
                    d->at += 4;
                    r = put(d, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
                }
            }
        }
        if (r != 0)
            return r;
    }
    return 0;
}

static int decode_utf32(vv_decoder *d) {
    if (d->encoding == VV_ENC_UTF32) {
        d->encoding = VV_ENC_UTF32_LE;
        if (d->n >= 4 && memcmp(d->data, "\0\0\xFE\xFF", 4) == 0)
            d->encoding = VV_ENC_UTF32_BE;
        if (d->n >= 4 && unit32(d, 0) == 0xFEFF) {
            d->at = 4;
            d->marked = true;
        }
    }
    while (d->at < d->n) {
        int r;
        if (d->partial && d->n - d->at < 4)
            return 0;
        if (d->n - d->at < 4) {
            r = vv_decode_error(d, d->n, "truncated data");
        } else {
            uint32_t c = unit32(d, d->at);
            if (c >= 0xD800 && c < 0xE000) {
                r = vv_decode_error(d, d->at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
            } else if (c >= 0x110000) {
                r = vv_decode_error(d, d->at + 4, "code point not in range(0x110000)");
            } else {
                d->at += 4;
                r = put(d, c);
            }
        }
        if (r != 0)
            return r;
    }
    return 0;
}

static int decode_ascii(vv_decoder *d) {
    while (d->at < d->n) {
        uint8_t b = d->data[d->at];
        if (b >= 0x80) {
            int r = vv_decode_error(d, d->at + 1, "ordinal not in range(128)");
            if (r != 0)
                return r;
        } else {
            d->at++;
            if (put(d, b) < 0)
                return -1;
        }
    }
    return 0;
}

/* Up to `digits` hexadecimal digits at `at`; how many there are. */
static size_t hex_digits_at(const vv_decoder *d, size_t at, size_t digits, uint32_t *ret) {
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
static int decode_name(vv_decoder *d) {
    size_t name = d->at + 3;
    if (d->partial && name > d->n)
        return 0;
    if (name > d->n || d->data[name - 1] != '{')
        return vv_decode_error(d, d->at + 2, "malformed \\N character escape");
    const uint8_t *close = memchr(d->data + name, '}', d->n - name);
    size_t end = close == NULL ? d->n : (size_t)(close - d->data);
    if (d->partial && close == NULL)
        return 0;
    if (close == NULL || end == name)
        return vv_decode_error(d, end, "malformed \\N character escape");
    const vv_uniname *names = vv_data_peek(d->t, VV_DATA_UNICODE_NAMES);
    if (names == NULL)
        return -1;
    int32_t c = vv_uniname_find(names, (const char *)d->data + name, end - name);
    if (c < 0)
        return vv_decode_error(d, end + 1, "unknown Unicode character name");
    d->at = end + 1;
    return put(d, (uint32_t)c);
}

/* Latin-1 with the escapes of string literals; `raw`: only \u and \U, behind an odd number of backslashes. */
static int decode_escapes(vv_decoder *d, bool raw) {
    static const char simple[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    while (d->at < d->n) {
        uint8_t c = d->data[d->at];
        if (c != '\\') {
            d->at++;
            if (put(d, c) < 0)
                return -1;
            continue;
        }
        if (d->partial && d->at + 1 == d->n)
            return 0;
        uint8_t e = d->at + 1 < d->n ? d->data[d->at + 1] : 0;
        size_t digits = e == 'u' ? 4 : e == 'U' ? 8 : e == 'x' && !raw ? 2 : 0;
        int r = 0;
        if (digits != 0) {
            uint32_t value;
            size_t got = hex_digits_at(d, d->at + 2, digits, &value);
            if (d->partial && got < digits && d->at + 2 + got == d->n)
                return 0;
            if (got < digits) {
                r = vv_decode_error(d, d->at + 2 + got,
                                 digits == 2   ? "truncated \\xXX escape"
                                 : digits == 4 ? "truncated \\uXXXX escape"
                                               : "truncated \\UXXXXXXXX escape");
            } else if (value > 0x10FFFF) {
                r = vv_decode_error(d, d->at + 2 + got, raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
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
            r = vv_decode_error(d, d->n, "\\ at end of string");
        } else if (e == 'N') {
            size_t at = d->at;
            r = decode_name(d);
            if (r == 0 && d->at == at)
                return 0; /* not all of it is there yet */
        } else if (e >= '0' && e <= '7') {
            uint32_t value = 0;
            size_t i = d->at + 1;
            for (; i < d->n && i < d->at + 4 && d->data[i] >= '0' && d->data[i] <= '7'; i++)
                value = value * 8 + (d->data[i] - '0');
            if (value > 0377 && d->bad_escape < 0)
                d->bad_escape = (int64_t)d->at + 1;
            d->at = i;
            r = put(d, value);
        } else {
            d->at += 2;
            const char *p = simple;
            while (*p != 0 && *p != (char)e)
                p += 2;
            if (*p != 0) {
                r = put(d, (uint8_t)p[1]);
            } else if (e != '\n') {
                if (d->bad_escape < 0)
                    d->bad_escape = (int64_t)d->at - 1;
                r = put(d, '\\') < 0 ? -1 : put(d, e);
            }
        }
        if (r != 0)
            return r;
    }
    return 0;
}

int vv_decoder_run(vv_decoder *d) {
    switch (d->encoding) {
    case VV_ENC_UTF8_SIG:
        if (d->n >= 3 && d->at == 0 && memcmp(d->data, "\xEF\xBB\xBF", 3) == 0)
            d->at = 3;
        VV_FALLTHROUGH;
    case VV_ENC_UTF8:
        return decode_utf8(d);
    case VV_ENC_UTF16:
    case VV_ENC_UTF16_LE:
    case VV_ENC_UTF16_BE:
        return decode_utf16(d);
    case VV_ENC_UTF32:
    case VV_ENC_UTF32_LE:
    case VV_ENC_UTF32_BE:
        return decode_utf32(d);
    case VV_ENC_ASCII:
        return decode_ascii(d);
    case VV_ENC_UTF7:
        return vv_decode_utf7(d);
    case VV_ENC_LATIN1:
        for (; d->at < d->n; d->at++)
            if (put(d, d->data[d->at]) < 0)
                return -1;
        return 0;
    default:
        return decode_escapes(d, d->encoding == VV_ENC_RAW_UNICODE_ESCAPE);
    }
}

vv_owned vv_decode(vv_thread *t, const uint8_t *data, size_t n, const char *encoding, const char *errors) {
    vv_decoder d = {.t = t, .data = data, .n = n, .encoding = vv_codec_find(encoding), .errors = errors,
                    .handler = vv_codec_handler_find(errors)};
    switch (d.encoding) {
    case VV_ENC_UTF8:
        if (vv_utf8_valid((const char *)data, n, NULL))
            return vv_str_from_utf8(t, (const char *)data, n);
        break;
    case VV_ENC_ASCII:
        if (vv_utf8_ascii_prefix(data, n) == n)
            return vv_str_from_kind(t, 1, data, n);
        break;
    case VV_ENC_LATIN1:
        return vv_str_from_kind(t, 1, data, n);
    case VV_ENC_UNKNOWN:
        return vv_raise(t, VV_LookupError, "unknown encoding: %s", encoding);
    default:
        break;
    }
    int r = vv_decoder_run(&d);
    if (r > 0)
        (void)vv_raise_int(t, VV_LookupError, "unknown error handler name '%s'", errors);
    if (r != 0) {
        vv_strbuilder_drop(t, &d.out);
        return NULL;
    }
    return vv_strbuilder_finish(t, &d.out);
}

/* ---- encoding ---- */

static int put_byte(vv_encoder *e, uint32_t byte) {
    return vv_strbuilder_char(e->t, &e->out, byte);
}

static int put_unit(vv_encoder *e, uint32_t value, int bytes, bool big) {
    for (int i = 0; i < bytes; i++)
        if (put_byte(e, value >> 8 * (big ? bytes - 1 - i : i) & 0xFF) < 0)
            return -1;
    return 0;
}

/* A character that the encoding has. */
static int put_encoded(vv_encoder *e, uint32_t c) {
    switch (e->encoding) {
    case VV_ENC_UTF8:
    case VV_ENC_UTF8_SIG: {
        char form[4];
        int n = vv_utf8_encode(c, form);
        for (int i = 0; i < n; i++)
            if (put_byte(e, (uint8_t)form[i]) < 0)
                return -1;
        return 0;
    }
    case VV_ENC_UTF16:
    case VV_ENC_UTF16_LE:
    case VV_ENC_UTF16_BE: {
        bool big = e->encoding == VV_ENC_UTF16_BE;
        if (c < 0x10000)
            return put_unit(e, c, 2, big);
        c -= 0x10000;
        return put_unit(e, 0xD800 + (c >> 10), 2, big) < 0 ? -1 : put_unit(e, 0xDC00 + (c & 0x3FF), 2, big);
    }
    case VV_ENC_UTF32:
    case VV_ENC_UTF32_LE:
    case VV_ENC_UTF32_BE:
        return put_unit(e, c, 4, e->encoding == VV_ENC_UTF32_BE);
    default:
        return put_byte(e, c);
    }
}

static bool encodable(const vv_encoder *e, uint32_t c) {
    return e->encoding == VV_ENC_ASCII ? c < 0x80 : e->encoding == VV_ENC_LATIN1 ? c < 0x100 : c < 0xD800 || c >= 0xE000;
}

static int put_text(vv_encoder *e, const char *ascii) {
    for (; *ascii != 0; ascii++)
        if (put_encoded(e, (uint8_t)*ascii) < 0)
            return -1;
    return 0;
}

void vv_codec_hex_escape(uint32_t c, char out[VV_CODEC_ESCAPE_MAX]) {
    snprintf(out, VV_CODEC_ESCAPE_MAX, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

void vv_codec_xml_escape(uint32_t c, char out[VV_CODEC_ESCAPE_MAX]) {
    snprintf(out, VV_CODEC_ESCAPE_MAX, "&#%u;", (unsigned)c);
}

int vv_codec_name_escape(vv_thread *t, uint32_t c, char out[VV_CODEC_ESCAPE_MAX]) {
    char name[VV_UNINAME_MAX];
    const vv_uniname *names = vv_data_peek(t, VV_DATA_UNICODE_NAMES);
    if (names == NULL)
        return -1;
    if (vv_uniname_of(names, c, name, sizeof name) != 0)
        snprintf(out, VV_CODEC_ESCAPE_MAX, "\\N{%s}", name);
    else
        vv_codec_hex_escape(c, out);
    return 0;
}

int vv_encode_error(vv_encoder *e, size_t end, const char *reason) {
    size_t start = e->at;
    e->at = end;
    if (e->handler == VV_ON_SURROGATEESCAPE) {
        for (; start < end; start++) {
            uint32_t c = vv_str_at(e->s, start);
            if (c < 0xDC80 || c > 0xDCFF)
                break;
            if (e->encoding >= VV_ENC_UTF16 && e->encoding <= VV_ENC_UTF32_BE)
                break; /* one byte is no unit of these */
            if (put_byte(e, c - 0xDC00) < 0)
                return -1;
        }
        if (start == end)
            return 0;
    }
    for (size_t i = start; i < end; i++) {
        uint32_t c = vv_str_at(e->s, i);
        char form[VV_CODEC_ESCAPE_MAX];
        switch (e->handler) {
        case VV_ON_IGNORE:
            continue;
        case VV_ON_REPLACE:
            form[0] = '?';
            form[1] = 0;
            break;
        case VV_ON_BACKSLASH:
            vv_codec_hex_escape(c, form);
            break;
        case VV_ON_XMLCHARREF:
            vv_codec_xml_escape(c, form);
            break;
        case VV_ON_SURROGATEPASS:
            if (e->encoding >= VV_ENC_ASCII || c < 0xD800 || c >= 0xE000)
                goto raise;
            if (put_encoded(e, c) < 0)
                return -1;
            continue;
        case VV_ON_NAME:
            if (vv_codec_name_escape(e->t, c, form) < 0)
                return -1;
            break;
        case VV_ON_OTHER:
            e->at = start;
            e->error_end = end;
            e->reason = reason;
            return 1;
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

static int encode_all(vv_encoder *e) {
    size_t n = vv_str_length(e->s);
    const char *reason = e->encoding == VV_ENC_ASCII    ? "ordinal not in range(128)"
                         : e->encoding == VV_ENC_LATIN1 ? "ordinal not in range(256)"
                                                     : "surrogates not allowed";
    bool runs = e->encoding != VV_ENC_UTF16 && e->encoding != VV_ENC_UTF16_LE && e->encoding != VV_ENC_UTF16_BE &&
                e->encoding != VV_ENC_UTF32 && e->encoding != VV_ENC_UTF32_LE && e->encoding != VV_ENC_UTF32_BE;
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
        int r = vv_encode_error(e, end, reason);
        if (r != 0)
            return r;
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

static int encode_escapes(vv_encoder *e, bool raw) {
    for (size_t i = 0; i < vv_str_length(e->s); i++) {
        uint32_t c = vv_str_at(e->s, i);
        char form[VV_CODEC_ESCAPE_MAX];
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
            vv_codec_hex_escape(c, form);
        if (put_text(e, form) < 0)
            return -1;
    }
    return 0;
}

int vv_encoder_begin(vv_encoder *e) {
    bool marked = e->encoding == VV_ENC_UTF8_SIG || e->encoding == VV_ENC_UTF16 || e->encoding == VV_ENC_UTF32;
    return marked ? put_encoded(e, 0xFEFF) : 0;
}

int vv_encoder_run(vv_encoder *e) {
    switch (e->encoding) {
    case VV_ENC_UNICODE_ESCAPE:
    case VV_ENC_RAW_UNICODE_ESCAPE:
        return encode_escapes(e, e->encoding == VV_ENC_RAW_UNICODE_ESCAPE);
    case VV_ENC_UTF7:
        return vv_encode_utf7(e);
    default:
        return encode_all(e);
    }
}

vv_owned vv_encode(vv_thread *t, vv_ref s, const char *encoding, const char *errors) {
    vv_encoder e = {.t = t, .s = s, .encoding = vv_codec_find(encoding), .errors = errors,
                    .handler = vv_codec_handler_find(errors)};
    const vv_str *str = VV_STR(s);
    if ((str->ascii && (e.encoding == VV_ENC_UTF8 || e.encoding == VV_ENC_ASCII)) ||
        (str->kind == 1 && e.encoding == VV_ENC_LATIN1))
        return vv_bytes_new(t, str->data, str->length);
    if (e.encoding == VV_ENC_UTF8) {
        vv_obj *now = NULL;
        if (encode_utf8_now(t, s, &now) != 0)
            return now;
    }
    if (e.encoding == VV_ENC_UNKNOWN)
        return vv_raise(t, VV_LookupError, "unknown encoding: %s", encoding);
    int r = vv_encoder_begin(&e) < 0 ? -1 : vv_encoder_run(&e);
    if (r > 0)
        (void)vv_raise_int(t, VV_LookupError, "unknown error handler name '%s'", errors);
    vv_obj *o = r != 0 ? NULL : vv_bytes_new(t, e.out.data == NULL ? "" : e.out.data, e.out.length);
    vv_strbuilder_drop(t, &e.out);
    return o;
}
