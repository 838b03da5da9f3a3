/* unicodedata.c - module unicodedata: the Unicode Character Database 15.0. There is no ucd_3_2_0 and no named sequence. */
#include <string.h>

#include "base/unicode.h"
#include "base/unidata.h"
#include "base/uniname.h"
#include "object/alloc.h"
#include "object/datafile.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str_internal.h"

#define VV_DEF_NAME unicodedata
#define VV_DEF_FILE "modules/unicodedata.def"
#include "object/deftype.h"

/* ---- one character ------------------------------------------------------------------------------------------------- */

/* The character that argument `which` (0: the only one) is. 0/-1. */
static int char_arg(vv_thread *t, const char *function, int which, vv_ref arg, uint32_t *ret) {
    if (!VV_ISA(arg, STR) || vv_str_length(arg) != 1)
        return which == 0 ? vv_raise_int(t, VV_TypeError, "%s() argument must be a unicode character, not %A", function, arg)
                          : vv_raise_int(t, VV_TypeError, "%s() argument %d must be a unicode character, not %A", function, which, arg);
    *ret = vv_str_at(arg, 0);
    return 0;
}

/* The tables, which the functions below find loaded: see LOADING. */
static const vv_unidata *tables(vv_thread *t) {
    return t->vm->data[VV_DATA_UNICODEDATA];
}

static vv_owned or_default(vv_thread *t, vv_ref default_, const char *complaint) {
    return default_ != NULL ? vv_newref(default_) : vv_raise(t, VV_ValueError, complaint);
}

static vv_owned u_bidirectional_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    return char_arg(t, "bidirectional", 0, argv[0], &c) < 0 ? NULL : vv_str_from_cstr(t, vv_unidata_bidirectional(tables(t), c));
}
static vv_owned u_category_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    return char_arg(t, "category", 0, argv[0], &c) < 0 ? NULL : vv_str_from_cstr(t, vv_unidata_category(tables(t), c));
}
static vv_owned u_combining_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    return char_arg(t, "combining", 0, argv[0], &c) < 0 ? NULL : vv_int_new(t, vv_unidata_combining(tables(t), c));
}
static vv_owned u_east_asian_width_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    return char_arg(t, "east_asian_width", 0, argv[0], &c) < 0 ? NULL : vv_str_from_cstr(t, vv_unidata_east_asian_width(tables(t), c));
}
static vv_owned u_mirrored_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    return char_arg(t, "mirrored", 0, argv[0], &c) < 0 ? NULL : vv_int_new(t, vv_unidata_mirrored(tables(t), c));
}

static vv_owned u_decimal(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    if (char_arg(t, "decimal", 1, argv[0], &c) < 0)
        return NULL;
    int value = vv_unicode_decimal_value(c);
    return value >= 0 ? vv_int_new(t, value) : or_default(t, argv[1], "not a decimal");
}
static vv_owned u_digit(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    if (char_arg(t, "digit", 1, argv[0], &c) < 0)
        return NULL;
    int value = vv_unicode_digit_value(c);
    return value >= 0 ? vv_int_new(t, value) : or_default(t, argv[1], "not a digit");
}
static vv_owned u_numeric_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    double value;
    if (char_arg(t, "numeric", 1, argv[0], &c) < 0)
        return NULL;
    return vv_unidata_numeric(tables(t), c, &value) ? vv_float_new(t, value) : or_default(t, argv[1], "not a numeric character");
}

static vv_owned u_decomposition_now(vv_thread *t, vv_obj *const *argv) {
    static const char digits[] = "0123456789ABCDEF";
    uint32_t c = 0, parts[VV_UNICODE_MAX_DECOMPOSITION];
    if (char_arg(t, "decomposition", 0, argv[0], &c) < 0)
        return NULL;
    bool hangul = c >= 0xAC00 && c <= 0xD7A3; /* they decompose by arithmetic, not by the database */
    int n = hangul ? 0 : vv_unidata_decompose_once(tables(t), c, true, parts);
    const char *tag = vv_unidata_decomposition_tag(tables(t), c);
    vv_strbuilder b = {0};
    int r = vv_strbuilder_ascii(t, &b, tag, strlen(tag));
    for (int i = 0; i < n && r == 0; i++) {
        char text[7];
        size_t k = 0;
        if (i > 0 || tag[0] != 0)
            text[k++] = ' ';
        for (int shift = parts[i] > 0xFFFFF ? 20 : parts[i] > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
            text[k++] = digits[parts[i] >> shift & 15];
        r = vv_strbuilder_ascii(t, &b, text, k);
    }
    if (r == 0)
        return vv_strbuilder_finish(t, &b);
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* ---- names ----------------------------------------------------------------------------------------------------------- */

static vv_owned u_name_now(vv_thread *t, vv_obj *const *argv) {
    uint32_t c = 0;
    char name[VV_UNINAME_MAX];
    if (char_arg(t, "name", 1, argv[0], &c) < 0)
        return NULL;
    return vv_uniname_of(t->vm->data[VV_DATA_UNICODE_NAMES], c, name, sizeof name) > 0 ? vv_str_from_cstr(t, name) : or_default(t, argv[1], "no such name");
}

static vv_owned u_lookup_now(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *data;
    size_t n;
    if (VV_ISA(argv[0], STR)) {
        data = (const uint8_t *)vv_str_utf8_peek(t, argv[0], &n);
        if (data == NULL)
            return NULL;
    } else if (!vv_bytes_view(argv[0], &data, &n)) {
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[0]);
    }
    if (n > 256)
        return vv_raise(t, VV_KeyError, "name too long");
    int32_t c = vv_uniname_find(t->vm->data[VV_DATA_UNICODE_NAMES], (const char *)data, n);
    if (c >= 0)
        return vv_str_from_char(t, (uint32_t)c);
    VV_AUTO name = {t, VV_ISA(argv[0], STR) ? vv_newref(argv[0]) : vv_decode(t, data, n, "utf-8", "replace")};
    return name.o == NULL ? NULL : vv_raise(t, VV_KeyError, "undefined character name '%U'", name.o);
}

/* ---- normal forms ------------------------------------------------------------------------------------------------------ */

/* 0: *ret; 1: nothing to normalize; -1. */
static int form_arg(vv_thread *t, const char *function, vv_obj *const *argv, enum vv_unicode_form *ret) {
    static const char *const names[] = {"NFD", "NFC", "NFKD", "NFKC"};
    for (int k = 0; k < 2; k++)
        if (!VV_ISA(argv[k], STR))
            return vv_raise_int(t, VV_TypeError, "%s() argument %d must be str, not %A", function, k + 1, argv[k]);
    if (vv_str_length(argv[1]) == 0)
        return 1;
    for (int k = 0; k < 4; k++) {
        if (vv_str_equal_cstr(argv[0], names[k])) {
            *ret = (enum vv_unicode_form)k;
            return VV_STR(argv[1])->ascii;
        }
    }
    return vv_raise_int(t, VV_ValueError, "invalid normalization form");
}

static vv_owned normal_form(vv_thread *t, vv_ref s, enum vv_unicode_form form) {
    size_t n = vv_str_length(s), capacity = n + n / 2 + 16;
    uint32_t *points = vv_alloc(t, n * sizeof *points);
    for (size_t i = 0; points != NULL && i < n; i++)
        points[i] = vv_str_at(s, i);
    uint32_t *out = points == NULL ? NULL : vv_alloc(t, capacity * sizeof *out);
    size_t length = out == NULL ? 0 : vv_unidata_normalize(tables(t), form, points, n, out, capacity);
    if (length > capacity) {
        vv_free(t, out);
        capacity = length;
        out = vv_alloc(t, capacity * sizeof *out);
        if (out != NULL)
            length = vv_unidata_normalize(tables(t), form, points, n, out, capacity);
    }
    vv_owned result = out == NULL ? NULL : vv_str_from_kind(t, 4, out, length);
    vv_free(t, points);
    vv_free(t, out);
    return result;
}

static vv_owned u_normalize_now(vv_thread *t, vv_obj *const *argv) {
    enum vv_unicode_form form = VV_NFD;
    int r = form_arg(t, "normalize", argv, &form);
    if (r != 0)
        return r < 0 ? NULL : vv_newref(argv[1]);
    return normal_form(t, argv[1], form);
}

static vv_owned u_is_normalized_now(vv_thread *t, vv_obj *const *argv) {
    enum vv_unicode_form form = VV_NFD;
    int r = form_arg(t, "is_normalized", argv, &form);
    if (r != 0)
        return r < 0 ? NULL : vv_bool(t, true);
    VV_AUTO normal = {t, normal_form(t, argv[1], form)};
    return normal.o == NULL ? NULL : vv_bool(t, vv_str_equal(normal.o, argv[1]));
}

/* ---- loading --------------------------------------------------------------------------------------------------------- */

/* The functions as Python sees them: the tables are there when the leaf is called. */
#define LOADING(function, table)                                                                                       \
    static vv_step function(vv_thread *t, vv_native *nf) {                                                             \
        VV_BEGIN(nf);                                                                                                  \
        VV_AWAIT(nf, vv_do_need_data(t, table));                                                                       \
        return vv_return(t, function##_now(t, nf->argv));                                                              \
        VV_END(nf);                                                                                                    \
    }
LOADING(u_bidirectional, VV_DATA_UNICODEDATA)
LOADING(u_category, VV_DATA_UNICODEDATA)
LOADING(u_combining, VV_DATA_UNICODEDATA)
LOADING(u_east_asian_width, VV_DATA_UNICODEDATA)
LOADING(u_mirrored, VV_DATA_UNICODEDATA)
LOADING(u_numeric, VV_DATA_UNICODEDATA)
LOADING(u_decomposition, VV_DATA_UNICODEDATA)
LOADING(u_name, VV_DATA_UNICODE_NAMES)
LOADING(u_lookup, VV_DATA_UNICODE_NAMES)
LOADING(u_normalize, VV_DATA_UNICODEDATA)
LOADING(u_is_normalized, VV_DATA_UNICODEDATA)

vv_owned vv_unicodedata_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "unicodedata", "Properties of all Unicode characters, as of Unicode 15.0.", unicodedata_methods)};
    VV_AUTO version = {t, vv_str_from_cstr(t, "15.0.0")};
    if (module.o == NULL || version.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "unidata_version", version.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
