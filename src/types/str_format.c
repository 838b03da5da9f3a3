/* str_format.c - printf-style formatting (`format % args`, for str and bytes) and str.format.
 *
 * Both collect pieces in a list and join it at the end, because a piece may need Python to be made. For bytes the
 * pieces are text too, whose code points are the bytes (Latin-1), so that one machine serves both.
 */
#include "base/dtoa.h"
#include "base/unicode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytelike.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

#include <string.h>

static int append_slice(vv_thread *t, vv_ref list, vv_ref text, size_t start, size_t end) {
    if (start >= end)
        return 0;
    bool whole = VV_ISA(text, STR) && start == 0 && end == vv_str_length(text);
    vv_obj *piece = whole ? vv_newref(text) : vv_text_cut(t, text, start, end);
    if (piece != NULL && !VV_ISA(piece, STR)) { /* bytes as text */
        vv_span s = vv_span_of(piece);
        vv_setref_take(t, &piece, vv_str_from_kind(t, 1, s.data, s.length));
    }
    return piece == NULL ? -1 : vv_list_append_take(t, list, piece);
}

static vv_owned join_pieces(vv_thread *t, vv_ref list) {
    VV_AUTO joined = {t, VV_LIST(list)->length == 1 /* as it is, be it of a subclass */
                             ? vv_newref(VV_LIST(list)->items[0])
                             : vv_str_join(t, t->vm->empty_str, VV_LIST(list)->items, VV_LIST(list)->length)};
    if (joined.o != NULL && VV_IS(t, joined.o, STR) && vv_str_length(joined.o) == 1 && vv_str_at(joined.o, 0) < 256) /* the shared one-character string is wanted */
        return vv_str_from_char(t, vv_str_at(joined.o, 0));
    return vv_move(&joined.o);
}

/* ======== format % args ======== */

enum conversion_flags { F_LEFT = 1, F_SIGN = 2, F_BLANK = 4, F_ALT = 8, F_ZERO = 16 };

/* The frame: argv: format, args. slot[0]: pieces, slot[1]: where arguments come from, slot[2]: the value or key at
 * hand. */
enum { I_AT, I_NEXT, I_COUNT, I_CONV, I_WIDTH, I_PRECISION };
#define CONVERSION(nf) ((uint32_t)((nf)->i[I_CONV] >> 8))
#define FLAGS(nf) ((unsigned)((nf)->i[I_CONV] & 0xFF))

/* The next argument, borrowed; NULL with TypeError. Not a tuple: one argument, counted -2, -1 as CPython does. */
static vv_ref next_arg(vv_thread *t, vv_native *nf) {
    if (nf->i[I_NEXT] < nf->i[I_COUNT]) {
        int64_t k = nf->i[I_NEXT]++;
        return nf->i[I_COUNT] < 0 ? nf->slot[1] : VV_TUPLE(nf->slot[1])->items[k];
    }
    vv_raise(t, VV_TypeError, "not enough arguments for format string");
    return NULL;
}

/* `(key)` behind the percent sign at i[I_AT] - 1: cuts the key into slot[2]. 1 if there is one, 0, -1. */
static int parse_key(vv_thread *t, vv_native *nf) {
    vv_span f = vv_span_of(nf->argv[0]);
    size_t at = (size_t)nf->i[I_AT];
    if (at >= f.length || vv_span_at(&f, at) != '(')
        return 0;
    const uint8_t *data;
    size_t n;
    vv_ref args = nf->argv[1];
    bool text = VV_ISA(nf->argv[0], STR);
    if (args->type->s.getitem == NULL || VV_ISA(args, TUPLE) || VV_ISA(args, STR) ||
        (!text && vv_bytes_view(args, &data, &n)))
        return vv_raise_int(t, VV_TypeError, "format requires a mapping");
    size_t start = ++at, depth = 1;
    for (; at < f.length && depth > 0; at++) {
        uint32_t c = vv_span_at(&f, at);
        depth += c == '(';
        depth -= c == ')';
    }
    if (depth > 0)
        return vv_raise_int(t, VV_ValueError, "incomplete format key");
    nf->i[I_AT] = (int64_t)at;
    vv_obj *key = vv_text_cut(t, nf->argv[0], start, at - 1);
    if (key != NULL && !text && !VV_ISA(key, BYTES)) {
        vv_span s = vv_span_of(key);
        vv_setref_take(t, &key, vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length));
    }
    vv_setref_take(t, &nf->slot[2], key);
    return key == NULL ? -1 : 1;
}

/* Digits or `*` at *at; *ret stays if there are none. */
static int parse_count(vv_thread *t, vv_native *nf, size_t *at, const char *too_big, int64_t *ret) {
    vv_span f = vv_span_of(nf->argv[0]);
    if (*at < f.length && vv_span_at(&f, *at) == '*') {
        vv_ref arg = next_arg(t, nf);
        if (arg == NULL)
            return -1;
        if (!VV_ISA(arg, INT))
            return vv_raise_int(t, VV_TypeError, "* wants int");
        ++*at;
        if (vv_int_to_i64(arg, ret) != 0)
            return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C %s",
                                too_big[0] == 'p' ? "int" : "ssize_t");
        return 0;
    }
    for (; *at < f.length; ++*at) {
        uint32_t c = vv_span_at(&f, *at);
        if (c < '0' || c > '9')
            break;
        if (*ret > (INT32_MAX - 9) / 10)
            return vv_raise_int(t, VV_ValueError, "%s", too_big);
        *ret = (*ret < 0 ? 0 : *ret) * 10 + (c - '0');
    }
    return 0;
}

/* Flags, width, precision and conversion character. */
static int parse_conversion(vv_thread *t, vv_native *nf) {
    vv_span f = vv_span_of(nf->argv[0]);
    size_t at = (size_t)nf->i[I_AT];
    unsigned flags = 0;
    int64_t width = -1, precision = -1;
    for (; at < f.length; at++) {
        uint32_t c = vv_span_at(&f, at);
        unsigned flag = c == '-'   ? F_LEFT
                        : c == '+' ? F_SIGN
                        : c == ' ' ? F_BLANK
                        : c == '#' ? F_ALT
                        : c == '0' ? F_ZERO
                                   : 0;
        if (flag == 0)
            break;
        flags |= flag;
    }
    if (parse_count(t, nf, &at, "width too big", &width) < 0)
        return -1;
    if (at > (size_t)nf->i[I_AT] && vv_span_at(&f, at - 1) == '*' && width < 0) {
        flags |= F_LEFT;
        width = -width;
    }
    if (at < f.length && vv_span_at(&f, at) == '.') {
        at++;
        precision = 0;
        if (parse_count(t, nf, &at, VV_ISA(nf->argv[0], STR) ? "precision too big" : "prec too big", &precision) < 0)
            return -1;
        if (precision > INT32_MAX || precision < INT32_MIN)
            return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
        if (precision < 0)
            precision = 0;
    }
    if (at < f.length && strchr("hlL", (int)(vv_span_at(&f, at) & 0x7F)) != NULL && vv_span_at(&f, at) < 0x80 &&
        vv_span_at(&f, at) != 0)
        at++;
    if (at >= f.length)
        return vv_raise_int(t, VV_ValueError, "incomplete format");
    nf->i[I_CONV] = (int64_t)vv_span_at(&f, at) << 8 | flags;
    nf->i[I_AT] = (int64_t)at + 1;
    nf->i[I_WIDTH] = width;
    nf->i[I_PRECISION] = precision;
    return 0;
}

/* Appends `body` in its field. Numbers: a sign in front of it is taken out, `prefix` says that "0x" or "0o" follows. */
static int append_field(vv_thread *t, vv_native *nf, vv_ref body, bool numeric, bool prefix) {
    unsigned flags = FLAGS(nf);
    size_t n = vv_str_length(body), start = 0;
    uint32_t sign = 0, fill = numeric && (flags & F_ZERO) != 0 ? '0' : ' ';
    if (!numeric && nf->i[I_PRECISION] >= 0 && CONVERSION(nf) != 'c' && (uint64_t)nf->i[I_PRECISION] < n)
        n = (size_t)nf->i[I_PRECISION];
    if (numeric) {
        uint32_t c = vv_str_at(body, 0);
        if (c == '-' || c == '+') {
            sign = c;
            start = 1;
        } else if ((flags & F_SIGN) != 0) {
            sign = '+';
        } else if ((flags & F_BLANK) != 0) {
            sign = ' ';
        }
    }
    int64_t columns = (int64_t)(n - start) + (sign != 0);
    int64_t padding = nf->i[I_WIDTH] > columns ? nf->i[I_WIDTH] - columns : 0;
    if (padding == 0 && start == 0 && sign == 0 && n == vv_str_length(body))
        return vv_list_append(t, nf->slot[0], body);
    if (padding > (int64_t)VV_STR_MAX_LENGTH) {
        vv_raise_memory(t);
        return -1;
    }
    size_t left = (flags & F_LEFT) == 0 ? (size_t)padding : 0, digits = start + (prefix ? 2 : 0);
    vv_strbuilder b = {0};
    if (fill == ' ' && vv_strbuilder_fill(t, &b, ' ', left) < 0)
        goto fail;
    if ((sign != 0 && vv_strbuilder_char(t, &b, sign) < 0) || vv_strbuilder_slice(t, &b, body, start, digits) < 0)
        goto fail;
    if (fill == '0' && vv_strbuilder_fill(t, &b, '0', left) < 0)
        goto fail;
    if (vv_strbuilder_slice(t, &b, body, digits, n) < 0 || vv_strbuilder_fill(t, &b, ' ', (size_t)padding - left) < 0)
        goto fail;
    vv_obj *piece = vv_strbuilder_finish(t, &b);
    return piece == NULL ? -1 : vv_list_append_take(t, nf->slot[0], piece);
fail:
    vv_strbuilder_drop(t, &b);
    return -1;
}

/* slot[2] is an int: d, o, x, X with at least `precision` digits. */
static int append_integer(vv_thread *t, vv_native *nf) {
    uint32_t c = CONVERSION(nf);
    int base = c == 'o' ? 8 : c == 'x' || c == 'X' ? 16 : 10;
    bool prefix = base != 10 && (FLAGS(nf) & F_ALT) != 0;
    vv_obj *text = vv_int_to_str(t, nf->slot[2], base, prefix);
    if (text == NULL)
        return -1;
    bool negative = vv_str_at(text, 0) == '-';
    size_t head = (size_t)negative + (prefix ? 2 : 0), digits = vv_str_length(text) - head;
    if (c == 'X' || nf->i[I_PRECISION] > (int64_t)digits) {
        int64_t zeros = nf->i[I_PRECISION] - (int64_t)digits;
        vv_strbuilder b = {0};
        int r = vv_strbuilder_slice(t, &b, text, 0, head);
        if (r == 0 && zeros > 0)
            r = vv_strbuilder_fill(t, &b, '0', (size_t)zeros);
        if (r == 0)
            r = vv_strbuilder_slice(t, &b, text, head, head + digits);
        for (size_t i = 0; r == 0 && c == 'X' && i < b.length; i++) {
            uint8_t *unit = (uint8_t *)b.data + i; /* ASCII, so one byte a unit */
            if (*unit >= 'a' && *unit <= 'z')
                *unit = (uint8_t)(*unit - 32);
        }
        if (r < 0)
            vv_strbuilder_drop(t, &b);
        vv_setref_take(t, &text, r < 0 ? NULL : vv_strbuilder_finish(t, &b));
        if (text == NULL)
            return -1;
    }
    int r = append_field(t, nf, text, true, prefix);
    vv_decref(t, text);
    return r;
}

/* slot[2] is a float: e f g E F G. */
static int append_float(vv_thread *t, vv_native *nf) {
    double v = VV_FLOAT(nf->slot[2])->value;
    char code = (char)CONVERSION(nf);
    int precision = nf->i[I_PRECISION] < 0 ? 6 : nf->i[I_PRECISION] > INT32_MAX ? INT32_MAX : (int)nf->i[I_PRECISION];
    char *buffer = vv_alloc(t, vv_float_format_bound(v, code, precision) + 1);
    if (buffer == NULL)
        return -1;
    size_t n = vv_float_format(v, code, precision, (FLAGS(nf) & F_ALT) != 0 ? VV_FF_ALT : 0, buffer);
    vv_obj *text = vv_str_from_utf8(t, buffer, n);
    vv_free(t, buffer);
    if (text == NULL)
        return -1;
    int r = append_field(t, nf, text, true, false);
    vv_decref(t, text);
    return r;
}

/* %c; an int has gone through __index__ already. */
static int append_character(vv_thread *t, vv_native *nf) {
    vv_ref v = nf->slot[2];
    bool text = VV_ISA(nf->argv[0], STR);
    uint32_t c;
    const uint8_t *data;
    size_t n;
    if (VV_ISA(v, INT)) {
        int64_t value = vv_int_clamp_index(v);
        if (value < 0 || value > (text ? 0x10FFFF : 255))
            return vv_raise_int(t, VV_OverflowError,
                                text ? "%%c arg not in range(0x110000)" : "%%c arg not in range(256)");
        c = (uint32_t)value;
    } else if (text && VV_ISA(v, STR) && vv_str_length(v) == 1) {
        c = vv_str_at(v, 0);
    } else if (!text && vv_bytes_view(v, &data, &n) && n == 1) {
        c = data[0];
    } else {
        return vv_raise_int(t, VV_TypeError,
                            text ? "%%c requires int or char"
                                 : "%%c requires an integer in range(256) or a single byte");
    }
    vv_obj *piece = vv_str_from_char(t, c);
    if (piece == NULL)
        return -1;
    int r = append_field(t, nf, piece, false, false);
    vv_decref(t, piece);
    return r;
}

/* slot[2] becomes text: the bytes in it as code points. 0, or -1 (not bytes-like). */
static int bytes_as_text(vv_thread *t, vv_native *nf) {
    const uint8_t *data;
    size_t n;
    if (!vv_bytes_view(nf->slot[2], &data, &n))
        return vv_raise_int(t, VV_TypeError,
                            "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'",
                            nf->slot[2]);
    vv_setref_take(t, &nf->slot[2], vv_str_from_kind(t, 1, data, n));
    return nf->slot[2] == NULL ? -1 : 0;
}

/* ascii(v); at once for a str or a number, as vv_str_mod needs it. */
static vv_step ascii_of(vv_thread *t, vv_ref v) {
    if (!VV_IS(t, v, STR) && !VV_IS(t, v, INT) && !VV_IS(t, v, FLOAT) && !VV_IS(t, v, BOOL) && !VV_IS(t, v, BYTES) &&
        v != t->vm->none)
        return vv_do_ascii(t, v);
    vv_step s = vv_do_repr(t, v);
    if (s != VV_READY)
        return s;
    vv_obj *repr = vv_take_ret(t), *ascii = vv_str_ascii(t, repr);
    vv_decref(t, repr);
    return vv_return(t, ascii);
}

static bool is_number(vv_ref v) {
    return v->type->s.index != NULL || v->type->s.int_ != NULL || v->type->s.float_ != NULL;
}

static int not_a_number(vv_thread *t, vv_native *nf) {
    uint32_t c = CONVERSION(nf);
    if (c == 'i' && !VV_ISA(nf->argv[0], STR))
        c = 'd';
    if (c == 'o' || c == 'x' || c == 'X')
        return vv_raise_int(t, VV_TypeError, "%%%c format: an integer is required, not %T", (int)c, nf->slot[2]);
    return vv_raise_int(t, VV_TypeError, "%%%c format: a real number is required, not %T", (int)c, nf->slot[2]);
}

/* Appends what stands before the next percent sign; false at the end of the format. */
static int append_literal(vv_thread *t, vv_native *nf, bool *ret_more) {
    vv_span f = vv_span_of(nf->argv[0]);
    size_t start = (size_t)nf->i[I_AT], at = start;
    while (at < f.length && vv_span_at(&f, at) != '%')
        at++;
    *ret_more = at < f.length;
    nf->i[I_AT] = (int64_t)at + 1;
    return append_slice(t, nf->slot[0], nf->argv[0], start, at);
}

static vv_owned finish_mod(vv_thread *t, vv_native *nf) {
    vv_ref args = nf->argv[1], format = nf->argv[0];
    const uint8_t *data;
    size_t n;
    bool text = VV_ISA(format, STR);
    bool mapping = args->type->s.getitem != NULL && !VV_ISA(args, TUPLE) && !VV_ISA(args, STR) &&
                   (text || !vv_bytes_view(args, &data, &n));
    if (nf->i[I_NEXT] < nf->i[I_COUNT] && !mapping)
        return vv_raise(t, VV_TypeError,
                        text ? "not all arguments converted during string formatting"
                             : "not all arguments converted during bytes formatting");
    vv_obj *joined = join_pieces(t, nf->slot[0]);
    if (joined == NULL || text)
        return joined;
    vv_span s = vv_span_of(joined);
    vv_obj *o = VV_ISA(format, BYTES) ? vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length)
                                      : vv_bytearray_new(t, s.data, s.length);
    vv_decref(t, joined);
    return o;
}

static vv_step mod_body(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->slot[1] = vv_newref(nf->argv[1]);
    nf->i[I_NEXT] = VV_ISA(nf->argv[1], TUPLE) ? 0 : -2;
    nf->i[I_COUNT] = VV_ISA(nf->argv[1], TUPLE) ? (int64_t)VV_TUPLE(nf->argv[1])->length : -1;
    for (;;) {
        {
            bool more;
            if (append_literal(t, nf, &more) < 0)
                return VV_FAILED;
            if (!more)
                break;
            vv_span f = vv_span_of(nf->argv[0]);
            if ((size_t)nf->i[I_AT] < f.length && vv_span_at(&f, (size_t)nf->i[I_AT]) == '%') {
                nf->i[I_AT]++;
                if (vv_list_append(t, nf->slot[0], t->vm->latin1['%']) < 0)
                    return VV_FAILED;
                continue;
            }
            int key = parse_key(t, nf);
            if (key < 0)
                return VV_FAILED;
            if (key == 0)
                goto keyless;
        }
        VV_AWAIT(nf, vv_do_getitem(t, nf->argv[1], nf->slot[2]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        nf->i[I_NEXT] = -2;
        nf->i[I_COUNT] = -1;
    keyless:
        if (parse_conversion(t, nf) < 0)
            return VV_FAILED;
        {
            vv_ref value = next_arg(t, nf);
            if (value == NULL)
                return VV_FAILED;
            vv_setref_take(t, &nf->slot[2], vv_newref(value));
        }
        if (CONVERSION(nf) == 's' || (CONVERSION(nf) == 'b' && !VV_ISA(nf->argv[0], STR))) {
            if (VV_ISA(nf->argv[0], STR)) {
                VV_AWAIT(nf, vv_do_str(t, nf->slot[2]));
                vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            } else {
                if (!VV_ISA(nf->slot[2], BYTES)) {
                    VV_AWAIT(nf, vv_do_call_special(t, nf->slot[2], VV_N(t, __bytes__), NULL, 0));
                    if (t->ret != NULL) {
                        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
                        if (!VV_ISA(nf->slot[2], BYTES))
                            return vv_raise_step(t, VV_TypeError, "__bytes__ returned non-bytes (type %T)",
                                                 nf->slot[2]);
                    }
                }
                if (bytes_as_text(t, nf) < 0)
                    return VV_FAILED;
            }
            if (append_field(t, nf, nf->slot[2], false, false) < 0)
                return VV_FAILED;
        } else if (CONVERSION(nf) == 'r' && VV_ISA(nf->argv[0], STR)) {
            VV_AWAIT(nf, vv_do_repr(t, nf->slot[2]));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            if (append_field(t, nf, nf->slot[2], false, false) < 0)
                return VV_FAILED;
        } else if (CONVERSION(nf) == 'a' || CONVERSION(nf) == 'r') {
            VV_AWAIT(nf, ascii_of(t, nf->slot[2]));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            if (append_field(t, nf, nf->slot[2], false, false) < 0)
                return VV_FAILED;
        } else if (CONVERSION(nf) == 'c') {
            if (!VV_ISA(nf->slot[2], INT) && nf->slot[2]->type->s.index != NULL) {
                VV_AWAIT(nf, vv_do_index(t, nf->slot[2]));
                vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            }
            if (append_character(t, nf) < 0)
                return VV_FAILED;
        } else if (CONVERSION(nf) < 128 && CONVERSION(nf) != 0 && strchr("diuoxX", (int)CONVERSION(nf)) != NULL) {
            if (!VV_ISA(nf->slot[2], INT)) {
                if (!is_number(nf->slot[2]))
                    return not_a_number(t, nf), VV_FAILED;
                if (strchr("oxX", (int)CONVERSION(nf)) != NULL)
                    VV_AWAIT_CATCH(nf, vv_do_index(t, nf->slot[2]));
                else
                    VV_AWAIT_CATCH(nf, vv_do_int(t, nf->slot[2]));
                if (nf->raised) {
                    if (!vv_error_is(t, VV_TypeError))
                        return VV_FAILED;
                    vv_clear_error(t);
                    return not_a_number(t, nf), VV_FAILED;
                }
                vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            }
            if (append_integer(t, nf) < 0)
                return VV_FAILED;
        } else if (CONVERSION(nf) < 128 && CONVERSION(nf) != 0 && strchr("eEfFgG", (int)CONVERSION(nf)) != NULL) {
            if (!VV_ISA(nf->slot[2], FLOAT)) {
                if (nf->slot[2]->type->s.float_ == NULL && nf->slot[2]->type->s.index == NULL)
                    return VV_ISA(nf->argv[0], STR)
                               ? vv_raise_step(t, VV_TypeError, "must be real number, not %T", nf->slot[2])
                               : vv_raise_step(t, VV_TypeError, "float argument required, not %T", nf->slot[2]);
                VV_AWAIT_CATCH(nf, vv_do_float(t, nf->slot[2]));
                if (nf->raised) {
                    if (VV_ISA(nf->argv[0], STR))
                        return VV_FAILED;
                    vv_clear_error(t);
                    return vv_raise_step(t, VV_TypeError, "float argument required, not %T", nf->slot[2]);
                }
                vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            }
            if (append_float(t, nf) < 0)
                return VV_FAILED;
        } else {
            uint32_t c = CONVERSION(nf);
            return vv_raise_step(t, VV_ValueError, "unsupported format character '%c' (0x%x) at index %lld",
                                 (int)(c > 31 && c < 127 ? c : '?'), (unsigned)c, (long long)nf->i[I_AT] - 1);
        }
    }
    return vv_return(t, finish_mod(t, nf));
    VV_END(nf);
}

vv_step vv_do_str_mod(vv_thread *t, vv_ref format, vv_ref args) {
    return vv_start2(t, mod_body, "str.__mod__", format, args);
}

vv_step vv_do_bytes_mod(vv_thread *t, vv_ref format, vv_ref args) {
    return vv_start2(t, mod_body, "bytes.__mod__", format, args);
}

vv_owned vv_str_mod(vv_thread *t, vv_ref format, vv_ref args) {
    /* The same machine on a frame of our own: values of these types never make it wait. */
    for (size_t i = 0; i < VV_TUPLE(args)->length; i++) {
        vv_ref v = VV_TUPLE(args)->items[i];
        if (!VV_IS(t, v, INT) && !VV_IS(t, v, BOOL) && !VV_IS(t, v, FLOAT) && !VV_IS(t, v, STR) &&
            !VV_IS(t, v, BYTES) && v != t->vm->none)
            return vv_raise(t, VV_SystemError, "vv_str_mod: value of type '%T' may need Python", v);
    }
    union {
        vv_native nf;
        char room[sizeof(vv_native) + 2 * sizeof(vv_obj *)];
    } frame;
    memset(&frame, 0, sizeof frame);
    frame.nf.name = "vv_str_mod";
    frame.nf.argc = 2;
    frame.nf.argv[0] = VV_OBJ(format);
    frame.nf.argv[1] = VV_OBJ(args);
    vv_step s = mod_body(t, &frame.nf);
    VV_CHECK(s == VV_READY || s == VV_FAILED);
    for (int i = 0; i < VV_NATIVE_SLOTS; i++)
        vv_xdecref(t, frame.nf.slot[i]);
    return s == VV_READY ? vv_take_ret(t) : NULL;
}

/* ======== str.format ======== */

/* The frame: argv: format, args tuple (NULL: format_map), kwargs dict or mapping or NULL. slot[0]: pieces, slot[1]: the
 * object at hand, slot[2]: format specification, slot[3]: field name, slot[4]: an attribute name or index. */
enum { J_AT, J_FIELD_AT, J_DEPTH, J_NUMBERING, J_NEXT, J_CONV };
enum numbering { NOT_YET, AUTOMATIC, MANUAL };
#define EXPAND_BIT (INT64_C(1) << 32)

/* Appends literal text up to the next field, of which it cuts name and specification. 1, 0 at the end, -1. */
static int parse_markup(vv_thread *t, vv_native *nf) {
    vv_ref f = nf->argv[0];
    size_t n = vv_str_length(f), start = (size_t)nf->i[J_AT], at = start;
    uint32_t c = 0;
    for (;;) { /* literal text, in which doubled braces stand for one */
        if (at >= n) {
            nf->i[J_AT] = (int64_t)n;
            return append_slice(t, nf->slot[0], f, start, n);
        }
        c = vv_str_at(f, at++);
        if (c != '{' && c != '}')
            continue;
        if (at < n && vv_str_at(f, at) == c) {
            if (append_slice(t, nf->slot[0], f, start, at) < 0)
                return -1;
            start = ++at;
            continue;
        }
        if (c == '}')
            return vv_raise_int(t, VV_ValueError, "Single '}' encountered in format string");
        if (at == n)
            return vv_raise_int(t, VV_ValueError, "Single '{' encountered in format string");
        break;
    }
    if (append_slice(t, nf->slot[0], f, start, at - 1) < 0)
        return -1;
    /* The name ends at `}`, `:` or `!` outside brackets. */
    size_t name = at, name_end = at, spec = 0, spec_end = 0;
    bool ended = false;
    nf->i[J_CONV] = 0;
    while (at < n && !ended) {
        c = vv_str_at(f, at++);
        if (c == '{')
            return vv_raise_int(t, VV_ValueError, "unexpected '{' in field name");
        if (c == '[')
            while (at < n && vv_str_at(f, at) != ']')
                at++;
        ended = c == '}' || c == ':' || c == '!';
    }
    if (!ended)
        return vv_raise_int(t, VV_ValueError, "expected '}' before end of string");
    name_end = at - 1;
    bool complete = c == '}';
    if (c == '!') {
        if (at >= n)
            return vv_raise_int(t, VV_ValueError, "end of string while looking for conversion specifier");
        nf->i[J_CONV] = vv_str_at(f, at++);
        if (at < n) {
            c = vv_str_at(f, at++);
            complete = c == '}';
            if (!complete && c != ':')
                return vv_raise_int(t, VV_ValueError, "expected ':' after conversion specifier");
        }
    }
    if (!complete) {
        spec = at;
        for (int depth = 1; depth > 0;) {
            if (at >= n)
                return vv_raise_int(t, VV_ValueError, "unmatched '{' in format spec");
            c = vv_str_at(f, at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '{')
                nf->i[J_CONV] |= EXPAND_BIT;
        }
        spec_end = at - 1;
    }
    nf->i[J_AT] = (int64_t)at;
    vv_setref_take(t, &nf->slot[3], vv_str_slice(t, f, name, name_end));
    vv_setref_take(t, &nf->slot[2], vv_str_slice(t, f, spec, spec_end));
    return nf->slot[2] == NULL || nf->slot[3] == NULL ? -1 : 1;
}

/* A whole number that makes up s[start:end]: its value; -1 it is none; -2 ValueError. */
static int64_t parse_index(vv_thread *t, vv_ref s, size_t start, size_t end) {
    int64_t value = 0;
    if (start >= end)
        return -1;
    for (size_t i = start; i < end; i++) {
        int digit = vv_unicode_decimal_value(vv_str_at(s, i));
        if (digit < 0)
            return -1;
        if (value > (INT64_MAX - digit) / 10) {
            vv_raise(t, VV_ValueError, "Too many decimal digits in format string");
            return -2;
        }
        value = value * 10 + digit;
    }
    return value;
}

/* The first part of the field name: slot[1] = the object if it is positional (1); slot[4] = the key (0); -1. */
static int parse_first(vv_thread *t, vv_native *nf) {
    vv_ref name = nf->slot[3];
    size_t n = vv_str_length(name), end = 0;
    while (end < n && vv_str_at(name, end) != '.' && vv_str_at(name, end) != '[')
        end++;
    nf->i[J_FIELD_AT] = (int64_t)end;
    int64_t index = parse_index(t, name, 0, end);
    if (index == -2)
        return -1;
    bool empty = end == 0;
    if (empty || index >= 0) {
        int wanted = empty ? AUTOMATIC : MANUAL;
        if (nf->i[J_NUMBERING] == NOT_YET)
            nf->i[J_NUMBERING] = wanted;
        if (nf->i[J_NUMBERING] != wanted)
            return vv_raise_int(t, VV_ValueError,
                                empty ? "cannot switch from manual field specification to automatic field numbering"
                                      : "cannot switch from automatic field numbering to manual field specification");
        if (empty)
            index = nf->i[J_NEXT]++;
        if (nf->argv[1] == NULL)
            return vv_raise_int(t, VV_ValueError, "Format string contains positional fields");
        if ((uint64_t)index >= VV_TUPLE(nf->argv[1])->length)
            return vv_raise_int(t, VV_IndexError, "Replacement index %lld out of range for positional args tuple",
                                (long long)index);
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_TUPLE(nf->argv[1])->items[index]));
        return 1;
    }
    vv_setref_take(t, &nf->slot[4], vv_str_slice(t, name, 0, end));
    return nf->slot[4] == NULL ? -1 : 0;
}

/* The next `.name` or `[index]` of the field name into slot[4]: '.' or '[', 0 at the end, -1. */
static int parse_next(vv_thread *t, vv_native *nf) {
    vv_ref name = nf->slot[3];
    size_t n = vv_str_length(name), at = (size_t)nf->i[J_FIELD_AT], start = at + 1, end = start;
    if (at >= n)
        return 0;
    uint32_t c = vv_str_at(name, at);
    if (c == '.') {
        while (end < n && vv_str_at(name, end) != '.' && vv_str_at(name, end) != '[')
            end++;
        nf->i[J_FIELD_AT] = (int64_t)end;
    } else if (c == '[') {
        while (end < n && vv_str_at(name, end) != ']')
            end++;
        if (end == n)
            return vv_raise_int(t, VV_ValueError, "Missing ']' in format string");
        nf->i[J_FIELD_AT] = (int64_t)end + 1;
    } else {
        return vv_raise_int(t, VV_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    if (start == end)
        return vv_raise_int(t, VV_ValueError, "Empty attribute in format string");
    int64_t index = c == '[' ? parse_index(t, name, start, end) : -1;
    if (index == -2)
        return -1;
    vv_setref_take(t, &nf->slot[4], index >= 0 ? vv_int_new(t, index) : vv_str_slice(t, name, start, end));
    return nf->slot[4] == NULL ? -1 : (int)c;
}

static vv_step format_body(vv_thread *t, vv_native *nf);

/* The specification has fields of its own: formats it with the same arguments, one level deeper. */
static vv_step expand_spec(vv_thread *t, vv_native *nf) {
    if (nf->i[J_DEPTH] >= 1)
        return vv_raise_step(t, VV_ValueError, "Max string recursion exceeded");
    vv_native *inner =
        vv_push_native(t, format_body, "str.format", (vv_obj *[]){nf->slot[2], nf->argv[1], nf->argv[2]}, 3);
    if (inner == NULL)
        return VV_FAILED;
    inner->i[J_DEPTH] = nf->i[J_DEPTH] + 1;
    inner->i[J_NUMBERING] = nf->i[J_NUMBERING];
    inner->i[J_NEXT] = nf->i[J_NEXT];
    return VV_PUSHED;
}

static vv_step lookup_key(vv_thread *t, vv_native *nf) {
    if (nf->argv[2] == NULL)
        return vv_raise_value(t, VV_KeyError, nf->slot[4]);
    return vv_do_getitem(t, nf->argv[2], nf->slot[4]);
}

static vv_step convert(vv_thread *t, vv_native *nf) {
    uint32_t c = (uint32_t)nf->i[J_CONV];
    switch (c) {
    case 'r':
        return vv_do_repr(t, nf->slot[1]);
    case 's':
        return vv_do_str(t, nf->slot[1]);
    case 'a':
        return vv_do_ascii(t, nf->slot[1]);
    default:
        if (c > 32 && c < 127)
            return vv_raise_step(t, VV_ValueError, "Unknown conversion specifier %c", (int)c);
        return vv_raise_step(t, VV_ValueError, "Unknown conversion specifier \\x%x", (unsigned)c);
    }
}

/* t->ret = the text; t->ival = the state of automatic numbering: NUMBERING | NEXT << 2. */
static vv_step format_body(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (;;) {
        {
            int r = parse_markup(t, nf);
            if (r < 0)
                return VV_FAILED;
            if (r == 0)
                break;
            r = parse_first(t, nf);
            if (r < 0)
                return VV_FAILED;
            if (r == 1)
                goto found;
        }
        VV_AWAIT(nf, lookup_key(t, nf));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    found:
        for (;;) {
            int r = parse_next(t, nf);
            if (r < 0)
                return VV_FAILED;
            if (r == 0)
                break;
            VV_AWAIT(nf, r == '.' ? vv_do_getattr(t, nf->slot[1], nf->slot[4])
                                  : vv_do_getitem(t, nf->slot[1], nf->slot[4]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
        if ((uint32_t)nf->i[J_CONV] != 0) {
            VV_AWAIT(nf, convert(t, nf));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
        if ((nf->i[J_CONV] & EXPAND_BIT) != 0) {
            VV_AWAIT(nf, expand_spec(t, nf));
            nf->i[J_NUMBERING] = t->ival & 3;
            nf->i[J_NEXT] = t->ival >> 2;
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        }
        VV_AWAIT(nf, vv_do_format(t, nf->slot[1], nf->slot[2]));
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    {
        vv_step s = vv_return(t, join_pieces(t, nf->slot[0]));
        t->ival = nf->i[J_NUMBERING] | nf->i[J_NEXT] << 2;
        return s;
    }
    VV_END(nf);
}

vv_step vv_str_format_body(vv_thread *t, vv_native *nf) {
    return format_body(t, nf);
}

vv_step vv_str_format_map_body(vv_thread *t, vv_native *nf) { /* argv: format, mapping */
    VV_BEGIN(nf);
    VV_AWAIT(nf,
             vv_push_native(t, format_body, "str.format_map", (vv_obj *[]){nf->argv[0], NULL, nf->argv[1]}, 3) == NULL
                 ? VV_FAILED
                 : VV_PUSHED);
    return VV_READY;
    VV_END(nf);
}
