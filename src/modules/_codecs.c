/* _codecs.c - module _codecs: the codecs in C as functions, their error handlers, and the registry that codecs.py shows. */
#include <string.h>

#include "modules/codecs_charmap.h"
#include "object/datafile.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/codecs.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/text.h"
#include "types/tuple.h"

#define VV_DEF_NAME codecs
#define VV_DEF_FILE "modules/_codecs.def"
#include "object/deftype.h"

/* ---- arguments ------------------------------------------------------------------------------------------------------ */

/* The `errors` argument: 0 and NULL for None, or -1 TypeError. */
static int errors_arg(vv_thread *t, const char *function, vv_ref arg, vv_ref *ret) {
    *ret = arg == NULL || arg == VV_NONE(t) ? NULL : arg;
    if (*ret != NULL && !VV_ISA(arg, STR))
        return vv_raise_int(t, VV_TypeError, "%s() argument 2 must be str or None, not %A", function, arg);
    return 0;
}

static int text_arg(vv_thread *t, const char *function, vv_ref arg) {
    if (VV_ISA(arg, STR))
        return 0;
    return vv_raise_int(t, VV_TypeError, "%s() argument 1 must be str, not %A", function, arg);
}

/* Bytes of a bytes-like argument or the UTF-8 of a str. 0/-1. */
static int data_arg(vv_thread *t, vv_ref arg, vv_span *ret) {
    const uint8_t *data;
    ret->kind = 1;
    if (VV_ISA(arg, STR)) {
        ret->data = vv_str_utf8_peek(t, arg, &ret->length);
        return ret->data == NULL ? -1 : 0;
    }
    if (!vv_bytes_view(arg, &data, &ret->length))
        return vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", arg);
    ret->data = data;
    return 0;
}

/* ---- the codecs in C ------------------------------------------------------------------------------------------------- */

/* argv: data, errors and `final` where the codec has it. */
static vv_step decode_body(vv_thread *t, vv_native *nf, const char *function, enum vv_encoding encoding, bool final) {
    VV_BEGIN(nf);
    nf->i[0] = final;
    if (nf->argc > 2 && nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        nf->i[0] = t->ival;
    }
    vv_ref errors;
    if (errors_arg(t, function, nf->argv[1], &errors) < 0)
        return VV_FAILED;
    bool text_allowed = encoding == VV_ENC_UNICODE_ESCAPE || encoding == VV_ENC_RAW_UNICODE_ESCAPE;
    if (VV_ISA(nf->argv[0], STR) && !text_allowed)
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not 'str'");
    VV_AWAIT(nf, vv_do_decode_with(t, nf->argv[0], encoding, errors, nf->i[0] == 0, VV_CODEC_PAIR));
    return VV_READY;
    VV_END(nf);
}

/* argv: str, errors and, of UTF-16 and UTF-32, byteorder. */
static vv_step encode_body(vv_thread *t, vv_native *nf, const char *function, enum vv_encoding encoding) {
    VV_BEGIN(nf);
    nf->i[0] = encoding;
    if (nf->argc > 2 && nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        nf->i[0] += vv_int_sign(nf->slot[0]) < 0 ? 1 : vv_int_sign(nf->slot[0]) > 0 ? 2 : 0;
    }
    vv_ref errors;
    if (text_arg(t, function, nf->argv[0]) < 0 || errors_arg(t, function, nf->argv[1], &errors) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_encode_with(t, nf->argv[0], (enum vv_encoding)nf->i[0], errors, VV_CODEC_PAIR));
    return VV_READY;
    VV_END(nf);
}

#define CODEC(name, encoding, final)                                                                                   \
    static vv_step name##_decode(vv_thread *t, vv_native *nf) {                                                        \
        return decode_body(t, nf, #name "_decode", VV_ENC_##encoding, final);                                          \
    }                                                                                                                  \
    static vv_step name##_encode(vv_thread *t, vv_native *nf) {                                                        \
        return encode_body(t, nf, #name "_encode", VV_ENC_##encoding);                                                 \
    }
CODEC(ascii, ASCII, true)
CODEC(latin_1, LATIN1, true)
CODEC(utf_7, UTF7, false)
CODEC(utf_8, UTF8, false)
CODEC(utf_16, UTF16, false)
CODEC(utf_16_le, UTF16_LE, false)
CODEC(utf_16_be, UTF16_BE, false)
CODEC(utf_32, UTF32, false)
CODEC(utf_32_le, UTF32_LE, false)
CODEC(utf_32_be, UTF32_BE, false)
CODEC(unicode_escape, UNICODE_ESCAPE, true)
CODEC(raw_unicode_escape, RAW_UNICODE_ESCAPE, true)
#undef CODEC

/* argv: data, errors, byteorder, final. Without a byte order, a mark decides. */
static vv_step ex_decode(vv_thread *t, vv_native *nf, const char *function, enum vv_encoding encoding) {
    VV_BEGIN(nf);
    nf->i[0] = encoding;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        nf->i[0] += vv_int_sign(nf->slot[0]) < 0 ? 1 : vv_int_sign(nf->slot[0]) > 0 ? 2 : 0;
    }
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[3]));
        nf->i[1] = t->ival;
    }
    vv_ref errors;
    if (errors_arg(t, function, nf->argv[1], &errors) < 0)
        return VV_FAILED;
    if (VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not 'str'");
    VV_AWAIT(nf, vv_do_decode_with(t, nf->argv[0], (enum vv_encoding)nf->i[0], errors, nf->i[1] == 0, VV_CODEC_ORDER));
    return VV_READY;
    VV_END(nf);
}
static vv_step utf_16_ex_decode(vv_thread *t, vv_native *nf) {
    return ex_decode(t, nf, "utf_16_ex_decode", VV_ENC_UTF16);
}
static vv_step utf_32_ex_decode(vv_thread *t, vv_native *nf) {
    return ex_decode(t, nf, "utf_32_ex_decode", VV_ENC_UTF32);
}

/* ---- maps of characters ------------------------------------------------------------------------------------------------ */

static vv_step charmap_decode(vv_thread *t, vv_native *nf) { /* argv: data, errors, mapping */
    VV_BEGIN(nf);
    vv_ref errors;
    vv_span s;
    if (errors_arg(t, "charmap_decode", nf->argv[1], &errors) < 0)
        return VV_FAILED;
    if (VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not 'str'");
    if (data_arg(t, nf->argv[0], &s) < 0)
        return VV_FAILED;
    if (nf->argv[2] == NULL || nf->argv[2] == VV_NONE(t))
        VV_AWAIT(nf, vv_do_decode_with(t, nf->argv[0], VV_ENC_LATIN1, errors, false, VV_CODEC_PAIR));
    else
        VV_AWAIT(nf, vv_do_charmap_decode(t, nf->argv[0], errors, nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

static vv_step charmap_encode(vv_thread *t, vv_native *nf) { /* argv: str, errors, mapping */
    VV_BEGIN(nf);
    vv_ref errors;
    if (text_arg(t, "charmap_encode", nf->argv[0]) < 0 || errors_arg(t, "charmap_encode", nf->argv[1], &errors) < 0)
        return VV_FAILED;
    if (nf->argv[2] == NULL || nf->argv[2] == VV_NONE(t))
        VV_AWAIT(nf, vv_do_encode_with(t, nf->argv[0], VV_ENC_LATIN1, errors, VV_CODEC_PAIR));
    else
        VV_AWAIT(nf, vv_do_charmap_encode(t, nf->argv[0], errors, nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

/* The dict that encodes what `map`, a decoding table, decodes. */
static vv_owned charmap_build(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "charmap_build() argument must be str, not %A", argv[0]);
    VV_AUTO dict = {t, vv_dict_new(t)};
    for (size_t i = 0; dict.o != NULL && i < vv_str_length(argv[0]) && i < 256; i++) {
        VV_AUTO key = {t, vv_int_new(t, vv_str_at(argv[0], i))};
        VV_AUTO value = {t, vv_int_new(t, (int64_t)i)};
        if (key.o == NULL || value.o == NULL || (vv_str_at(argv[0], i) != 0xFFFE && vv_dict_set_now(t, dict.o, key.o, value.o) < 0))
            return NULL;
    }
    return vv_move(&dict.o);
}

/* ---- bytes as in literals ------------------------------------------------------------------------------------------------ */

static vv_owned pair_take(vv_thread *t, vv_owned made, size_t length) {
    VV_AUTO first = {t, made};
    VV_AUTO second = {t, made == NULL ? NULL : vv_int_new(t, (int64_t)length)};
    return second.o == NULL ? NULL : vv_tuple_pack(t, 2, first.o, second.o);
}

static int hex_value(uint8_t c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Data with its escapes replaced: (bytes, length read). *bad: where the first unknown escape's letter stands, or -1. */
static vv_owned unescape(vv_thread *t, const uint8_t *p, size_t n, const char *errors, int64_t *bad) {
    static const char simple[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    uint8_t *to = vv_alloc(t, n + 1);
    if (to == NULL)
        return NULL;
    size_t k = 0;
    *bad = -1;
    for (size_t i = 0; i < n;) {
        if (p[i] != '\\') {
            to[k++] = p[i++];
            continue;
        }
        if (i + 1 == n) {
            vv_raise(t, VV_ValueError, "Trailing \\ in string");
            goto fail;
        }
        uint8_t e = p[i + 1];
        const char *s = simple;
        while (*s != 0 && *s != (char)e)
            s += 2;
        if (*s != 0) {
            to[k++] = (uint8_t)s[1];
            i += 2;
        } else if (e == '\n') {
            i += 2;
        } else if (e >= '0' && e <= '7') {
            unsigned value = 0;
            size_t end = i + 4 < n ? i + 4 : n, j = i + 1;
            for (; j < end && p[j] >= '0' && p[j] <= '7'; j++)
                value = value * 8 + (p[j] - '0');
            if (value > 0377 && *bad < 0)
                *bad = (int64_t)i + 1;
            to[k++] = (uint8_t)value;
            i = j;
        } else if (e == 'x') {
            if (i + 3 < n && hex_value(p[i + 2]) >= 0 && hex_value(p[i + 3]) >= 0) {
                to[k++] = (uint8_t)(hex_value(p[i + 2]) << 4 | hex_value(p[i + 3]));
                i += 4;
                continue;
            }
            if (errors == NULL || strcmp(errors, "strict") == 0) {
                vv_raise(t, VV_ValueError, "invalid \\x escape at position %zu", i);
                goto fail;
            }
            if (strcmp(errors, "replace") == 0) {
                to[k++] = '?';
            } else if (strcmp(errors, "ignore") != 0) {
                vv_raise(t, VV_ValueError, "decoding error; unknown error handling code: %s", errors);
                goto fail;
            }
            i += i + 2 < n && hex_value(p[i + 2]) >= 0 ? 3 : 2;
        } else {
            if (*bad < 0)
                *bad = (int64_t)i + 1;
            to[k++] = '\\';
            i++;
        }
    }
    vv_owned made = vv_bytes_new(t, to, k);
    vv_free(t, to);
    return pair_take(t, made, n);
fail:
    vv_free(t, to);
    return NULL;
}

static vv_step escape_decode(vv_thread *t, vv_native *nf) { /* argv: data, errors */
    VV_BEGIN(nf);
    {
        vv_span s;
        vv_ref errors;
        if (data_arg(t, nf->argv[0], &s) < 0 || errors_arg(t, "escape_decode", nf->argv[1], &errors) < 0)
            return VV_FAILED;
        const char *name = errors == NULL ? NULL : vv_str_utf8_peek(t, errors, NULL);
        if (errors != NULL && name == NULL)
            return VV_FAILED;
        int64_t bad;
        nf->slot[0] = unescape(t, s.data, s.length, name, &bad);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        if (bad < 0)
            return vv_return(t, vv_move(&nf->slot[0]));
        const char *p = (const char *)s.data + bad;
        int shown = (int)(s.length - (size_t)bad < 3 ? s.length - (size_t)bad : 3);
        nf->slot[1] = *p >= '4' && *p <= '7' ? vv_format(t, "invalid octal escape sequence '\\%.*s'", shown, p)
                                             : vv_format(t, "invalid escape sequence '\\%c'", *p);
        if (nf->slot[1] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[1]));
    vv_drop_ret(t);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_owned escape_encode(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], BYTES))
        return vv_raise(t, VV_TypeError, "escape_encode() argument 1 must be bytes, not %A", argv[0]);
    vv_strbuilder b = {0};
    for (size_t i = 0; i < VV_BYTES(argv[0])->length; i++) {
        uint8_t c = VV_BYTES(argv[0])->data[i];
        char form[VV_CODEC_ESCAPE_MAX] = {'\\', (char)c};
        if (c == '\n' || c == '\r' || c == '\t')
            form[1] = c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
        else if (c >= 32 && c < 127 && c != '\\' && c != '\'')
            form[0] = (char)c, form[1] = 0;
        else if (c != '\\' && c != '\'')
            vv_codec_hex_escape(c, form);
        if (vv_strbuilder_ascii(t, &b, form, strlen(form)) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    vv_owned made = vv_bytes_new(t, b.data == NULL ? "" : b.data, b.length);
    vv_strbuilder_drop(t, &b);
    return pair_take(t, made, VV_BYTES(argv[0])->length);
}

static vv_owned readbuffer_encode(vv_thread *t, vv_obj *const *argv) {
    vv_span s;
    vv_ref errors;
    if (data_arg(t, argv[0], &s) < 0 || errors_arg(t, "readbuffer_encode", argv[1], &errors) < 0)
        return NULL;
    return pair_take(t, vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length), s.length);
}

/* ---- the registry ---------------------------------------------------------------------------------------------------------- */

static vv_step with_registry(vv_thread *t, vv_native *nf, const char *function, bool decode) {
    VV_BEGIN(nf);
    for (int k = 1; k <= 2; k++)
        if (nf->argv[k] != NULL && !VV_ISA(nf->argv[k], STR))
            return vv_raise_step(t, VV_TypeError, "%s() argument '%s' must be str, not %A", function, k == 1 ? "encoding" : "errors", nf->argv[k]);
    if (nf->argv[1] == NULL) {
        nf->argv[1] = vv_str_from_cstr(t, "utf-8");
        if (nf->argv[1] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_codec(t, nf->argv[0], nf->argv[1], nf->argv[2], decode, false));
    return VV_READY;
    VV_END(nf);
}
static vv_step codecs_encode(vv_thread *t, vv_native *nf) {
    return with_registry(t, nf, "encode", false);
}
static vv_step codecs_decode(vv_thread *t, vv_native *nf) {
    return with_registry(t, nf, "decode", true);
}

static vv_step codecs_lookup(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "lookup() argument must be str, not %A", nf->argv[0]);
    VV_AWAIT(nf, vv_do_codec_lookup(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

/* The library's own search function goes first: module encodings is imported before any other is added. */
static vv_step import_encodings(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (t->vm->codec_search == NULL) {
        VV_AWAIT_CATCH(nf, vv_do_codec_lookup(t, VV_N(t, utf_8)));
        if (nf->raised) {
            if (!vv_error_is(t, VV_LookupError))
                return VV_FAILED;
            vv_clear_error(t);
        } else {
            vv_drop_ret(t);
        }
    }
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step codecs_register(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "argument must be callable");
    VV_AWAIT(nf, vv_push_native(t, import_encodings, "codecs.register", NULL, 0) == NULL ? VV_FAILED : VV_PUSHED);
    vv_drop_ret(t);
    return vv_list_append(t, t->vm->codec_search, nf->argv[0]) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

static vv_step codecs_unregister(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; t->vm->codec_search != NULL && (size_t)nf->i[0] < VV_LIST(t->vm->codec_search)->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_compare_bool(t, VV_LIST(t->vm->codec_search)->items[nf->i[0]], nf->argv[0], VV_EQ));
        if (t->ival == 0 || (size_t)nf->i[0] >= VV_LIST(t->vm->codec_search)->length)
            continue;
        if (t->vm->codec_cache != NULL)
            vv_dict_clear(t, t->vm->codec_cache);
        if (vv_list_replace(t, t->vm->codec_search, (size_t)nf->i[0], (size_t)nf->i[0] + 1, NULL, 0) < 0)
            return VV_FAILED;
        break;
    }
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned codecs_register_error(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "register_error() argument 1 must be str, not %A", argv[0]);
    if (argv[1]->type->s.call == NULL)
        return vv_raise(t, VV_TypeError, "handler must be callable");
    VV_AUTO name = {t, vv_str_of_type(t, VV_TYPEP(t, STR), argv[0])};
    if (name.o == NULL || vv_dict_set_str(t, t->vm->codec_errors, name.o, argv[1]) < 0)
        return NULL;
    return vv_none(t);
}

static vv_owned codecs_lookup_error(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "lookup_error() argument must be str, not %A", argv[0]);
    vv_ref handler = vv_codec_handler_peek(t, argv[0]);
    return handler == NULL ? NULL : vv_newref(handler);
}

/* ---- error handlers as functions ---------------------------------------------------------------------------------------------- */

/* What an exception says: the part of `object` that could not be converted. */
typedef struct trouble {
    enum { ENCODING = 1, DECODING = 2, TRANSLATING = 4 } kind;
    vv_exc_unicode *exc;
    size_t length, start, end; /* of object; clamped as the attributes start and end are for C */
} trouble;

static int wrong_exception(vv_thread *t, vv_ref exc) {
    return vv_raise_int(t, VV_TypeError, "don't know how to handle %T in error callback", exc);
}

static int read_trouble(vv_thread *t, vv_ref exc, unsigned kinds, trouble *ret) {
    unsigned kind = vv_is_instance(exc, t->vm->types[VV_UnicodeEncodeError])      ? ENCODING
                    : vv_is_instance(exc, t->vm->types[VV_UnicodeDecodeError])    ? DECODING
                    : vv_is_instance(exc, t->vm->types[VV_UnicodeTranslateError]) ? TRANSLATING
                                                                                  : 0;
    if ((kind & kinds) == 0)
        return wrong_exception(t, exc);
    ret->kind = kind;
    ret->exc = (vv_exc_unicode *)exc;
    vv_ref object = ret->exc->object;
    if (object == NULL)
        return vv_raise_int(t, VV_TypeError, "object attribute not set");
    if (kind == DECODING ? !VV_ISA(object, BYTES) : !VV_ISA(object, STR))
        return vv_raise_int(t, VV_TypeError, kind == DECODING ? "object attribute must be bytes" : "object attribute must be unicode");
    ret->length = vv_span_of(object).length;
    int64_t n = (int64_t)ret->length, start = ret->exc->start, end = ret->exc->end;
    if (start < 0)
        start = 0;
    if (start >= n)
        start = n == 0 ? 0 : n - 1;
    if (end < 1)
        end = 1;
    if (end > n)
        end = n;
    ret->start = (size_t)start;
    ret->end = (size_t)(end < start ? start : end);
    return 0;
}

static vv_owned reply_take(vv_thread *t, vv_owned text, size_t position) {
    VV_AUTO first = {t, text};
    VV_AUTO second = {t, text == NULL ? NULL : vv_int_new(t, (int64_t)position)};
    return second.o == NULL ? NULL : vv_tuple_pack(t, 2, first.o, second.o);
}

static vv_owned reraise(vv_thread *t, vv_ref exc) {
    (void)vv_raise_object(t, exc);
    return NULL;
}

static vv_owned strict_errors(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], EXCEPTION))
        return vv_raise(t, VV_TypeError, "codec must pass exception instance");
    return reraise(t, argv[0]);
}

static vv_owned ignore_errors(vv_thread *t, vv_obj *const *argv) {
    trouble x;
    if (read_trouble(t, argv[0], ENCODING | DECODING | TRANSLATING, &x) < 0)
        return NULL;
    return reply_take(t, vv_str_new(t, 0, 0), x.end);
}

static vv_owned replace_errors(vv_thread *t, vv_obj *const *argv) {
    trouble x;
    if (read_trouble(t, argv[0], ENCODING | DECODING | TRANSLATING, &x) < 0)
        return NULL;
    if (x.kind == DECODING)
        return reply_take(t, vv_str_from_char(t, 0xFFFD), x.end);
    vv_strbuilder b = {0};
    if (vv_strbuilder_fill(t, &b, x.kind == ENCODING ? '?' : 0xFFFD, x.end - x.start) < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return reply_take(t, vv_strbuilder_finish(t, &b), x.end);
}

enum escape_form { BACKSLASH, NAME, XML };

static vv_owned escapes(vv_thread *t, const trouble *x, enum escape_form form) {
    vv_strbuilder b = {0};
    vv_span s = vv_span_of(x->exc->object);
    for (size_t i = x->start; i < x->end; i++) {
        char text[VV_CODEC_ESCAPE_MAX];
        uint32_t c = vv_span_at(&s, i);
        int r = form == NAME ? vv_codec_name_escape(t, c, text) : 0;
        if (form == XML)
            vv_codec_xml_escape(c, text);
        else if (form == BACKSLASH)
            vv_codec_hex_escape(c, text);
        if (r < 0 || vv_strbuilder_ascii(t, &b, text, strlen(text)) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return reply_take(t, vv_strbuilder_finish(t, &b), x->end);
}
static vv_owned backslashreplace_errors(vv_thread *t, vv_obj *const *argv) {
    trouble x;
    return read_trouble(t, argv[0], ENCODING | DECODING | TRANSLATING, &x) < 0 ? NULL : escapes(t, &x, BACKSLASH);
}
static vv_step namereplace_errors(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_need_data(t, VV_DATA_UNICODE_NAMES));
    trouble x;
    return read_trouble(t, nf->argv[0], ENCODING, &x) < 0 ? VV_FAILED : vv_return(t, escapes(t, &x, NAME));
    VV_END(nf);
}
static vv_owned xmlcharrefreplace_errors(vv_thread *t, vv_obj *const *argv) {
    trouble x;
    return read_trouble(t, argv[0], ENCODING, &x) < 0 ? NULL : escapes(t, &x, XML);
}

static vv_owned surrogateescape(vv_thread *t, vv_obj *const *argv) {
    trouble x;
    if (read_trouble(t, argv[0], ENCODING | DECODING, &x) < 0)
        return NULL;
    vv_span s = vv_span_of(x.exc->object);
    vv_strbuilder b = {0};
    size_t i = x.start;
    for (; i < x.end && i < x.start + (x.kind == DECODING ? 4 : x.end); i++) {
        uint32_t c = vv_span_at(&s, i);
        if (x.kind == DECODING ? c < 0x80 : c < 0xDC80 || c > 0xDCFF)
            break;
        if (vv_strbuilder_char(t, &b, x.kind == DECODING ? 0xDC00 + c : c - 0xDC00) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    if (x.kind == DECODING ? i == x.start : i < x.end) {
        vv_strbuilder_drop(t, &b);
        return reraise(t, argv[0]);
    }
    if (x.kind == DECODING)
        return reply_take(t, vv_strbuilder_finish(t, &b), i);
    vv_owned bytes = vv_bytes_new(t, b.data == NULL ? "" : b.data, b.length);
    vv_strbuilder_drop(t, &b);
    return reply_take(t, bytes, x.end);
}

static vv_owned surrogatepass(vv_thread *t, vv_obj *const *argv) {
    trouble x;
    if (read_trouble(t, argv[0], ENCODING | DECODING, &x) < 0)
        return NULL;
    const char *name = x.exc->encoding == NULL || !VV_ISA(x.exc->encoding, STR) ? "" : vv_str_utf8_peek(t, x.exc->encoding, NULL);
    if (name == NULL)
        return NULL;
    enum vv_encoding encoding = vv_codec_find(name);
    if (encoding == VV_ENC_UTF16 || encoding == VV_ENC_UTF32)
        encoding++; /* this machine's order */
    vv_span s = vv_span_of(x.exc->object);
    if (x.kind == DECODING) {
        uint32_t c;
        size_t size = x.start >= s.length ? 0 : vv_codec_surrogate_at(encoding, s.data, s.length, x.start, &c);
        return size == 0 ? reraise(t, argv[0]) : reply_take(t, vv_str_from_char(t, c), x.start + size);
    }
    bool known = encoding == VV_ENC_UTF8 || (encoding >= VV_ENC_UTF16_LE && encoding <= VV_ENC_UTF32_BE);
    for (size_t i = x.start; i < x.end; i++)
        known &= vv_span_at(&s, i) >= 0xD800 && vv_span_at(&s, i) < 0xE000;
    if (!known)
        return reraise(t, argv[0]);
    VV_AUTO part = {t, vv_str_slice(t, x.exc->object, x.start, x.end)};
    if (part.o == NULL)
        return NULL;
    return reply_take(t, vv_encode(t, part.o, name, "surrogatepass"), x.end);
}

#define HANDLER(function) {#function, VV_KIND_LEAF, VV_BIND_STATIC, {.leaf = function}, #function "(exc, /)", NULL}
static const struct {
    const char *name;
    vv_methoddef def;
} handlers[] = {
    {"strict", HANDLER(strict_errors)},
    {"ignore", HANDLER(ignore_errors)},
    {"replace", HANDLER(replace_errors)},
    {"backslashreplace", HANDLER(backslashreplace_errors)},
    {"xmlcharrefreplace", HANDLER(xmlcharrefreplace_errors)},
    {"namereplace", {"namereplace_errors", VV_KIND_RESUMABLE, VV_BIND_STATIC, {.resumable = namereplace_errors}, "namereplace_errors(exc, /)", NULL}},
    {"surrogateescape", HANDLER(surrogateescape)},
    {"surrogatepass", HANDLER(surrogatepass)},
};

vv_owned vv__codecs_module(vv_thread *t) {
    if (t->vm->codec_errors == NULL) {
        VV_AUTO errors = {t, vv_dict_new(t)};
        for (size_t i = 0; errors.o != NULL && i < VV_ARRAY_LEN(handlers); i++) {
            VV_AUTO function = {t, vv_builtin_new(t, &handlers[i].def, NULL, NULL, NULL)};
            if (function.o == NULL || vv_dict_set_cstr(t, errors.o, handlers[i].name, function.o) < 0)
                return NULL;
        }
        t->vm->codec_errors = vv_move(&errors.o);
        if (t->vm->codec_errors == NULL)
            return NULL;
    }
    return vv_module_from_defs(t, "_codecs", NULL, codecs_methods);
}
