/* binascii.c - module binascii: base64 (RFC 4648), uuencode, quoted-printable (RFC 2045), hexadecimal digits, and two CRCs. */
#include <string.h>

#include "kernel/kernel.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"

#define VV_DEF_NAME binascii
#define VV_DEF_FILE "modules/binascii.def"
#include "object/deftype.h"

enum { UU_LINE = 45, QP_LINE = 76 };

const vv_typespec vv_binascii_error_spec = {
    .name = "Error", .module = "binascii", .base = VV_ValueError, .flags = VV_TF_GC | VV_TF_BASETYPE, .basicsize = sizeof(vv_exc), .size64 = 104};
const vv_typespec vv_binascii_incomplete_spec = {.name = "Incomplete", .module = "binascii", .base = VV_Exception,
                                                 .flags = VV_TF_GC | VV_TF_BASETYPE, .basicsize = sizeof(vv_exc), .size64 = 104};

typedef struct bytes_in {
    const uint8_t *data;
    size_t n;
} bytes_in;

/* A bytes-like argument; of decoders (`text`) ASCII text too. 0, or -1 with an exception. */
static int input(vv_thread *t, vv_ref o, bool text, bytes_in *ret) {
    if (text && VV_ISA(o, STR)) {
        if (!VV_STR(o)->ascii)
            return vv_raise_int(t, VV_ValueError, "string argument should contain only ASCII characters");
        *ret = (bytes_in){VV_STR(o)->data, vv_str_length(o)};
        return 0;
    }
    if (vv_bytes_view(o, &ret->data, &ret->n))
        return 0;
    if (text)
        return vv_raise_int(t, VV_TypeError, "argument should be bytes, buffer or ASCII string, not '%T'", o);
    return vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", o);
}
static vv_owned fail(vv_thread *t, const char *text) {
    return vv_raise(t, VV_T_BINASCII_ERROR, "%s", text);
}
static vv_owned finished(vv_thread *t, vv_bytebuf *out, bool ok) {
    vv_owned bytes = ok ? vv_bytes_new(t, out->length == 0 ? "" : out->data, out->length) : NULL;
    vv_free(t, out->data);
    return bytes;
}
static int put(vv_thread *t, vv_bytebuf *out, int c) {
    uint8_t byte = (uint8_t)c;
    if (vv_bytebuf_append(t->vm, out, &byte, 1) == 0)
        return 0;
    vv_raise_memory(t);
    return -1;
}

/* A flag in argv[k], or what it is when not given: into nf->i[slot]. */
#define FLAG(k, slot, absent)                                                                                                      \
    nf->i[slot] = absent;                                                                                                          \
    if (nf->argv[k] != NULL) {                                                                                                     \
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[k]));                                                                                 \
        nf->i[slot] = t->ival;                                                                                                     \
    }

/* ---- base64 ---- */

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int digit64(uint8_t c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : c == '/' ? 63 : -1;
}

static vv_owned from_base64(vv_thread *t, vv_ref data, bool strict) {
    bytes_in in;
    if (input(t, data, true, &in) < 0)
        return NULL;
    if (strict && in.n > 0 && in.data[0] == '=')
        return fail(t, "Leading padding not allowed");
    vv_owned result = vv_bytes_alloc(t, VV_TYPEP(t, BYTES), (in.n + 3) / 4 * 3);
    if (result == NULL)
        return NULL;
    uint8_t *out = VV_BYTES(result)->data;
    const char *wrong = NULL;
    int place = 0, left = 0, pads = 0;
    bool padding = false, complete = false;
    size_t n = 0;
    for (size_t k = 0; k < in.n && wrong == NULL && !complete; k++) {
        if (in.data[k] == '=') {
            padding = true;
            if (strict && place == 0)
                wrong = "Excess padding not allowed";
            if (place >= 2 && place + ++pads >= 4) {
                complete = true; /* what follows is not looked at */
                if (strict && k + 1 < in.n)
                    wrong = "Excess data after padding";
            }
            continue;
        }
        int v = digit64(in.data[k]);
        if (v < 0) {
            if (strict)
                wrong = "Only base64 data is allowed";
            continue;
        }
        if (strict && padding)
            wrong = "Discontinuous padding not allowed";
        pads = 0;
        if (place > 0)
            out[n++] = (uint8_t)(left << 2 * place | v >> (6 - 2 * place));
        left = place == 0 ? v : v & (0x3F >> 2 * place);
        place = (place + 1) % 4;
    }
    if (wrong == NULL && !complete && place == 1) {
        vv_decref(t, result);
        return vv_raise(t, VV_T_BINASCII_ERROR,
                        "Invalid base64-encoded string: number of data characters (%zu) cannot be 1 more than a multiple of 4", n / 3 * 4 + 1);
    }
    if (wrong == NULL && !complete && place != 0)
        wrong = "Incorrect padding";
    vv_owned exact = wrong != NULL ? fail(t, wrong) : vv_bytes_new(t, out, n);
    vv_decref(t, result);
    return exact;
}
static vv_step binascii_a2b_base64(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    FLAG(1, 0, 0)
    return vv_return(t, from_base64(t, nf->argv[0], nf->i[0] != 0));
    VV_END(nf);
}

static vv_owned to_base64(vv_thread *t, vv_ref data, bool newline) {
    bytes_in in;
    if (input(t, data, false, &in) < 0)
        return NULL;
    vv_owned result = vv_bytes_own(t, NULL, (in.n + 2) / 3 * 4 + newline);
    if (result == NULL)
        return NULL;
    uint8_t *out = VV_BYTES(result)->data;
    for (size_t k = 0; k < in.n; k += 3) {
        size_t got = in.n - k < 3 ? in.n - k : 3;
        uint32_t bits = (uint32_t)in.data[k] << 16 | (got > 1 ? (uint32_t)in.data[k + 1] << 8 : 0) | (got > 2 ? in.data[k + 2] : 0u);
        for (size_t j = 0; j < 4; j++)
            *out++ = (uint8_t)(j <= got ? alphabet[bits >> (18 - 6 * j) & 63] : '=');
    }
    if (newline)
        *out = '\n';
    return result;
}
static vv_step binascii_b2a_base64(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    FLAG(1, 0, 1)
    return vv_return(t, to_base64(t, nf->argv[0], nf->i[0] != 0));
    VV_END(nf);
}

/* ---- uuencode: a length and then six bits a character, counted from the space ---- */

static vv_owned binascii_a2b_uu(vv_thread *t, vv_obj *const *argv) {
    bytes_in in;
    if (input(t, argv[0], true, &in) < 0)
        return NULL;
    size_t length = ((in.n == 0 ? 0u : in.data[0]) - ' ') & 63, at = 1, n = 0;
    uint8_t out[64];
    uint32_t bits = 0;
    for (int have = 0; n < length; at++) {
        uint32_t c = at >= in.n ? 0 : in.data[at];
        if (at >= in.n || c == '\n' || c == '\r')
            c = 0;
        else if (c < ' ' || c > ' ' + 64)
            return fail(t, "Illegal char");
        else
            c = (c - ' ') & 63;
        bits = bits << 6 | c;
        have += 6;
        if (have >= 8) {
            have -= 8;
            out[n++] = (uint8_t)(bits >> have);
            bits &= (1u << have) - 1;
        }
    }
    for (; at < in.n; at++)
        if (in.data[at] != ' ' && in.data[at] != ' ' + 64 && in.data[at] != '\n' && in.data[at] != '\r')
            return fail(t, "Trailing garbage");
    return vv_bytes_new(t, out, n);
}

static vv_owned to_uu(vv_thread *t, vv_ref data, bool backtick) {
    bytes_in in;
    if (input(t, data, false, &in) < 0)
        return NULL;
    if (in.n > UU_LINE)
        return fail(t, "At most 45 bytes at once");
    uint8_t out[2 + (UU_LINE + 2) / 3 * 4], zero = backtick ? '`' : ' ';
    size_t n = 0;
    out[n++] = in.n == 0 ? zero : (uint8_t)(' ' + in.n);
    for (size_t k = 0; k < in.n; k += 3) {
        uint32_t bits = (uint32_t)in.data[k] << 16 | (k + 1 < in.n ? (uint32_t)in.data[k + 1] << 8 : 0) | (k + 2 < in.n ? in.data[k + 2] : 0u);
        for (int j = 18; j >= 0; j -= 6)
            out[n++] = (bits >> j & 63) == 0 ? zero : (uint8_t)(' ' + (bits >> j & 63));
    }
    out[n++] = '\n';
    return vv_bytes_new(t, out, n);
}
static vv_step binascii_b2a_uu(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    FLAG(1, 0, 0)
    return vv_return(t, to_uu(t, nf->argv[0], nf->i[0] != 0));
    VV_END(nf);
}

/* ---- hexadecimal digits ---- */

static int hex_digit(uint8_t c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* argv: data, sep, bytes_per_sep; slot: 0 data as bytes, 1 count */
static vv_step binascii_b2a_hex(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    bytes_in in;
    if (input(t, nf->argv[0], false, &in) < 0)
        return VV_FAILED;
    nf->slot[0] = vv_bytes_new(t, in.data, in.n);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[1] = vv_take_ret(t);
    }
    VV_AUTO text = {t, vv_bytelike_hex(t, (vv_obj *[]){nf->slot[0], nf->argv[1], nf->slot[1]})};
    return vv_return(t, text.o == NULL ? NULL : vv_bytes_new(t, VV_STR(text.o)->data, vv_str_length(text.o)));
    VV_END(nf);
}

static vv_owned binascii_a2b_hex(vv_thread *t, vv_obj *const *argv) {
    bytes_in in;
    if (input(t, argv[0], true, &in) < 0)
        return NULL;
    if (in.n % 2 != 0)
        return fail(t, "Odd-length string");
    vv_owned result = vv_bytes_alloc(t, VV_TYPEP(t, BYTES), in.n / 2);
    for (size_t k = 0; k < in.n && result != NULL; k += 2) {
        int high = hex_digit(in.data[k]), low = hex_digit(in.data[k + 1]);
        if (high < 0 || low < 0) {
            vv_decref(t, result);
            return fail(t, "Non-hexadecimal digit found");
        }
        VV_BYTES(result)->data[k / 2] = (uint8_t)(high << 4 | low);
    }
    return result;
}

/* ---- CRCs ---- */

static int number(vv_thread *t, vv_ref o, uint32_t *ret) {
    if (o == NULL)
        return 0;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    VV_AUTO mask = {t, vv_int_new(t, 0xFFFFFFFF)};
    VV_AUTO low = {t, mask.o == NULL ? NULL : vv_int_and(t, o, mask.o)};
    int64_t value;
    if (low.o == NULL || vv_int_as_i64(t, low.o, &value) < 0)
        return -1;
    *ret = (uint32_t)value;
    return 0;
}

static vv_owned binascii_crc_hqx(vv_thread *t, vv_obj *const *argv) {
    bytes_in in;
    uint32_t crc = 0;
    if (input(t, argv[0], false, &in) < 0 || number(t, argv[1], &crc) < 0)
        return NULL;
    crc &= 0xFFFF;
    for (size_t k = 0; k < in.n; k++) {
        crc ^= (uint32_t)in.data[k] << 8;
        for (int j = 0; j < 8; j++)
            crc = ((crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
    }
    return vv_int_new(t, crc);
}

static vv_owned binascii_crc32(vv_thread *t, vv_obj *const *argv) {
    bytes_in in;
    uint32_t crc = 0, table[16];
    if (input(t, argv[0], false, &in) < 0 || number(t, argv[1], &crc) < 0)
        return NULL;
    for (uint32_t k = 0; k < 16; k++) { /* of half bytes */
        uint32_t c = k;
        for (int j = 0; j < 4; j++)
            c = (c & 1) != 0 ? c >> 1 ^ 0xEDB88320 : c >> 1;
        table[k] = c;
    }
    crc = ~crc;
    for (size_t k = 0; k < in.n; k++) {
        crc ^= in.data[k];
        crc = crc >> 4 ^ table[crc & 15];
        crc = crc >> 4 ^ table[crc & 15];
    }
    return vv_int_new(t, ~crc);
}

/* ---- quoted-printable ---- */

static vv_owned from_qp(vv_thread *t, vv_ref data, bool header) {
    bytes_in in;
    vv_bytebuf out = {0};
    if (input(t, data, true, &in) < 0)
        return NULL;
    bool ok = true;
    for (size_t k = 0; k < in.n && ok;) {
        uint8_t c = in.data[k++];
        if (c == '=') {
            if (k >= in.n)
                break;
            if (in.data[k] == '\n' || in.data[k] == '\r') { /* the line goes on */
                while (k < in.n && in.data[k] != '\n')
                    k++;
                k += k < in.n;
            } else if (in.data[k] == '=') {
                ok = put(t, &out, '=') == 0;
                k++;
            } else if (k + 1 < in.n && hex_digit(in.data[k]) >= 0 && hex_digit(in.data[k + 1]) >= 0) {
                ok = put(t, &out, hex_digit(in.data[k]) << 4 | hex_digit(in.data[k + 1])) == 0;
                k += 2;
            } else {
                ok = put(t, &out, '=') == 0;
            }
        } else {
            ok = put(t, &out, header && c == '_' ? ' ' : c) == 0;
        }
    }
    return finished(t, &out, ok);
}
static vv_step binascii_a2b_qp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    FLAG(1, 0, 0)
    return vv_return(t, from_qp(t, nf->argv[0], nf->i[0] != 0));
    VV_END(nf);
}

static int put_escape(vv_thread *t, vv_bytebuf *out, uint8_t c) {
    static const char digits[] = "0123456789ABCDEF";
    return put(t, out, '=') < 0 || put(t, out, digits[c >> 4]) < 0 ? -1 : put(t, out, digits[c & 15]);
}
static int soft_break(vv_thread *t, vv_bytebuf *out, bool crlf) {
    return put(t, out, '=') < 0 || (crlf && put(t, out, '\r') < 0) ? -1 : put(t, out, '\n');
}

static vv_owned to_qp(vv_thread *t, vv_ref data, bool tabs, bool text, bool header) {
    bytes_in in;
    vv_bytebuf out = {0};
    if (input(t, data, false, &in) < 0)
        return NULL;
    const uint8_t *first = in.n == 0 ? NULL : memchr(in.data, '\n', in.n);
    bool crlf = first != NULL && first > in.data && first[-1] == '\r', ok = true;
    size_t line = 0;
    for (size_t k = 0; k < in.n && ok;) {
        uint8_t c = in.data[k], next = k + 1 < in.n ? in.data[k + 1] : 0;
        bool last = k + 1 == in.n, end = c == '\n' || c == '\r', blank = c == ' ' || c == '\t';
        if (c > 126 || c == '=' || (header && c == '_') || (c == '.' && line == 0 && (last || next == '\n' || next == '\r' || next == 0)) ||
            (!text && end) || (blank && last) || (c < 33 && !end && (tabs || !blank))) {
            if (line + 3 >= QP_LINE) {
                ok = soft_break(t, &out, crlf) == 0;
                line = 0;
            }
            ok = ok && put_escape(t, &out, c) == 0;
            k++;
            line += 3;
        } else if (text && (c == '\n' || (c == '\r' && next == '\n'))) {
            line = 0;
            uint8_t before = out.length == 0 ? 0 : (uint8_t)out.data[out.length - 1];
            if (before == ' ' || before == '\t') { /* white space at the end of a line would be lost */
                out.length--;
                ok = put_escape(t, &out, before) == 0;
            }
            ok = ok && (!crlf || put(t, &out, '\r') == 0) && put(t, &out, '\n') == 0;
            k += c == '\r' ? 2 : 1;
        } else {
            if (!last && next != '\n' && line + 1 >= QP_LINE) {
                ok = soft_break(t, &out, crlf) == 0;
                line = 0;
            }
            line++;
            ok = ok && put(t, &out, header && c == ' ' ? '_' : c) == 0;
            k++;
        }
    }
    return finished(t, &out, ok);
}
static vv_step binascii_b2a_qp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    FLAG(1, 0, 0)
    FLAG(2, 1, 1)
    FLAG(3, 2, 0)
    return vv_return(t, to_qp(t, nf->argv[0], nf->i[0] != 0, nf->i[1] != 0, nf->i[2] != 0));
    VV_END(nf);
}

vv_owned vv_binascii_module(vv_thread *t);
vv_owned vv_binascii_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "binascii", "Conversion between binary data and text.", binascii_methods)};
    if (module.o == NULL)
        return NULL;
    for (int id = VV_T_BINASCII_ERROR; id <= VV_T_BINASCII_INCOMPLETE; id++) {
        vv_type *type = vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
