/* _json.c - module _json: what the library's json does faster in C. Texts are here, reading in json_scan.c, writing in
 * json_encode.c. */
#include "modules/json.h"

#include <string.h>

#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str_internal.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME json
#define VV_DEF_FILE "modules/_json.def"
#include "object/deftype.h"

/* ---- steps and errors ---- */

enum { STEPS_A_TICK = 4, MOST_TICKS = 1 << 14 };

int64_t vv_json_steps(const vv_thread *t) {
    return STEPS_A_TICK * (t->ticks < 1 ? 1 : t->ticks > MOST_TICKS ? MOST_TICKS : t->ticks);
}

vv_step vv_json_used(vv_thread *t, int64_t given, int64_t left, enum vv_json_stop stop) {
    t->ticks -= (given - (left < 0 ? 0 : left)) / STEPS_A_TICK;
    if (stop == VV_JSON_FAILED)
        return VV_FAILED;
    t->ival = stop;
    return stop == VV_JSON_MORE ? vv_poll_ready(t) : VV_READY;
}

/* argv: message, string, position; slot[0]: the module's name, then the class, [1]: the exception */
static vv_step fail_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_intern_cstr(t, "json.decoder");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[0]));
    vv_drop_ret(t);
    vv_ref module = vv_dict_get_str_peek(t->vm->modules, nf->slot[0]);
    nf->slot[1] = vv_newref(module == NULL ? VV_NONE(t) : module);
    vv_setref_take(t, &nf->slot[0], vv_intern_cstr(t, "JSONDecodeError"));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call(t, nf->slot[0], nf->argv, 3));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    return vv_raise_object(t, nf->slot[1]);
    VV_END(nf);
}

vv_step vv_json_do_fail(vv_thread *t, const char *message, vv_ref string, int64_t at) {
    VV_AUTO text = {t, vv_str_from_cstr(t, message)};
    VV_AUTO position = {t, text.o == NULL ? NULL : vv_int_new(t, at)};
    return position.o == NULL ? VV_FAILED : vv_start3(t, fail_native, "JSONDecodeError", text.o, string, position.o);
}

/* ---- reading texts ---- */

/* Four hexadecimal digits at `at`, or -1. */
static int64_t hex4(const vv_str *s, size_t at) {
    int64_t value = 0;
    for (size_t k = at; k < at + 4; k++) {
        uint32_t c = vv_str_get(s->kind, s->data, k), low = c | 32;
        if (c - '0' < 10)
            value = value << 4 | (c - '0');
        else if (low - 'a' < 6 && c < 128)
            value = value << 4 | (low - 'a' + 10);
        else
            return -1;
    }
    return value;
}

/* The first place from `at` on where a text ends or needs a closer look. */
static size_t plain_end(const vv_str *s, size_t at, bool strict) {
    uint32_t least = strict ? 0x20 : 0;
    if (s->kind == 1) {
        while (at < s->length && s->data[at] >= least && s->data[at] != '"' && s->data[at] != '\\')
            at++;
        return at;
    }
    for (; at < s->length; at++) {
        uint32_t c = vv_str_get(s->kind, s->data, at);
        if (c < least || c == '"' || c == '\\')
            break;
    }
    return at;
}

vv_owned vv_json_read_text(vv_thread *t, vv_ref string, size_t begin, bool strict, size_t *ret_end, const char **ret_problem) {
    const vv_str *s = VV_STR(string);
    vv_strbuilder b = {0};
    size_t at = begin;
    *ret_problem = NULL;
    for (;;) {
        size_t end = plain_end(s, at, strict);
        uint32_t c = end < s->length ? vv_str_get(s->kind, s->data, end) : 0;
        if (end == s->length || (c != '"' && c != '\\')) {
            *ret_problem = end == s->length ? "Unterminated string starting at" : "Invalid control character at";
            *ret_end = end == s->length ? begin - 1 : end;
            break;
        }
        if (c == '"') {
            *ret_end = end + 1;
            if (at == begin)
                return vv_str_slice(t, string, at, end);
            if (vv_strbuilder_slice(t, &b, string, at, end) < 0)
                break;
            return vv_strbuilder_finish(t, &b);
        }
        if (vv_strbuilder_slice(t, &b, string, at, end) < 0)
            break;
        at = end + 1;
        if (at == s->length) {
            *ret_problem = "Unterminated string starting at";
            *ret_end = begin - 1;
            break;
        }
        c = vv_str_get(s->kind, s->data, at++);
        if (c != 'u') {
            static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
            const char *found = c == 0 || c > 127 ? NULL : strchr(letters, (int)c);
            if (found == NULL) {
                *ret_problem = "Invalid \\escape";
                *ret_end = end;
                break;
            }
            c = (uint8_t)meanings[found - letters];
        } else {
            int64_t high = at + 4 < s->length ? hex4(s, at) : -1;
            if (high < 0) {
                *ret_problem = "Invalid \\uXXXX escape";
                *ret_end = at - 1;
                break;
            }
            c = (uint32_t)high;
            at += 4;
            if (c >> 10 == 0xD800 >> 10 && at + 6 < s->length && vv_str_get(s->kind, s->data, at) == '\\' &&
                vv_str_get(s->kind, s->data, at + 1) == 'u') {
                int64_t low = hex4(s, at + 2);
                if (low < 0) {
                    *ret_problem = "Invalid \\uXXXX escape";
                    *ret_end = at + 1;
                    break;
                }
                if (low >> 10 == 0xDC00 >> 10) {
                    c = 0x10000 + ((c & 0x3FF) << 10 | ((uint32_t)low & 0x3FF));
                    at += 6;
                }
            }
        }
        if (vv_strbuilder_char(t, &b, c) < 0)
            break;
    }
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* argv: string, end, strict or NULL; slot[0]: end as an int; i[0]: strict */
static vv_step json_scanstring(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    t->ival = 1;
    if (nf->argv[2] != NULL)
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    nf->i[0] = t->ival;
    int64_t begin;
    if (vv_int_as_i64(t, nf->slot[0], &begin) < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "first argument must be a string, not %T", nf->argv[0]);
    if (begin < 0 || begin > (int64_t)vv_str_length(nf->argv[0]))
        return vv_raise_step(t, VV_ValueError, "end is out of bounds");
    size_t end;
    const char *problem;
    vv_owned text = vv_json_read_text(t, nf->argv[0], (size_t)begin, nf->i[0] != 0, &end, &problem);
    if (problem == NULL)
        return text == NULL ? VV_FAILED : vv_return(t, vv_tuple_pack_take(t, 2, text, vv_int_new(t, (int64_t)end)));
    VV_AWAIT(nf, vv_json_do_fail(t, problem, nf->argv[0], (intptr_t)end));
    return VV_READY;
    VV_END(nf);
}

/* ---- writing texts ---- */

/* What stands behind the backslash for c, 'u' for four digits or more, 0 if it stands for itself. */
static char escape_of(uint32_t c, bool ascii_only) {
    switch (c) {
    case '"':
    case '\\': return (char)c;
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return c < 0x20 || (ascii_only && c > 0x7E) ? 'u' : 0;
    }
}

static size_t put_hex4(vv_strbuilder *b, size_t at, uint32_t c) {
    vv_str_put(b->kind, b->data, at++, '\\');
    vv_str_put(b->kind, b->data, at++, 'u');
    for (int shift = 12; shift >= 0; shift -= 4)
        vv_str_put(b->kind, b->data, at++, (uint8_t)"0123456789abcdef"[c >> shift & 15]);
    return at;
}

int vv_json_write_text(vv_thread *t, vv_strbuilder *b, vv_ref string, bool ascii_only) {
    const vv_str *s = VV_STR(string);
    uint64_t total = (uint64_t)s->length + 2;
    uint32_t max = s->ascii || ascii_only ? 0x7F : s->kind == 1 ? 0xFF : s->kind == 2 ? 0xFFFF : 0x10FFFF;
    size_t plain = 0;
    if (s->kind == 1)
        while (plain < s->length && escape_of(s->data[plain], ascii_only) == 0)
            plain++;
    for (size_t k = plain; k < s->length; k++) {
        uint32_t c = vv_str_get(s->kind, s->data, k);
        char escape = escape_of(c, ascii_only);
        total += escape == 0 ? 0 : escape != 'u' ? 1 : c > 0xFFFF ? 11 : 5;
    }
    if (total > VV_STR_MAX_LENGTH)
        return vv_raise_int(t, VV_OverflowError, "string is too long to escape");
    if (vv_strbuilder_reserve(t, b, (size_t)total, max) < 0)
        return -1;
    size_t at = b->length;
    vv_str_put(b->kind, b->data, at++, '"');
    vv_str_copy_points(b->kind, b->data, at, s->kind, s->data, 0, plain);
    at += plain;
    for (size_t k = plain; k < s->length; k++) {
        uint32_t c = vv_str_get(s->kind, s->data, k);
        char escape = escape_of(c, ascii_only);
        if (escape == 0) {
            vv_str_put(b->kind, b->data, at++, c);
        } else if (escape != 'u') {
            vv_str_put(b->kind, b->data, at++, '\\');
            vv_str_put(b->kind, b->data, at++, (uint8_t)escape);
        } else if (c > 0xFFFF) {
            at = put_hex4(b, at, 0xD800 | (c - 0x10000) >> 10);
            at = put_hex4(b, at, 0xDC00 | (c & 0x3FF));
        } else {
            at = put_hex4(b, at, c);
        }
    }
    vv_str_put(b->kind, b->data, at++, '"');
    b->length = at;
    if (max > b->max_char)
        b->max_char = max;
    return 0;
}

static vv_owned encoded(vv_thread *t, vv_ref s, bool ascii_only) {
    if (!VV_ISA(s, STR))
        return vv_raise(t, VV_TypeError, "first argument must be a string, not %T", s);
    vv_strbuilder b = {0};
    if (vv_json_write_text(t, &b, s, ascii_only) == 0)
        return vv_strbuilder_finish(t, &b);
    vv_strbuilder_drop(t, &b);
    return NULL;
}

static vv_owned json_encode_basestring(vv_thread *t, vv_obj *const *argv) {
    return encoded(t, argv[0], false);
}
static vv_owned json_encode_basestring_ascii(vv_thread *t, vv_obj *const *argv) {
    return encoded(t, argv[0], true);
}

int vv_json_known_encoder(vv_thread *t, vv_ref function) {
    if (!VV_IS(t, function, BUILTIN) || VV_BUILTIN_OF(function)->def->kind != VV_KIND_LEAF)
        return -1;
    vv_leaf_fn *f = VV_BUILTIN_OF(function)->def->fn.leaf;
    return f == json_encode_basestring_ascii ? 1 : f == json_encode_basestring ? 0 : -1;
}

/* ---- the module ---- */

vv_owned vv__json_module(vv_thread *t);
vv_owned vv__json_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_json", "JSON at speed.", json_methods)};
    static const struct {
        const char *name;
        int type;
    } makers[] = {{"make_scanner", VV_T_JSON_SCANNER}, {"make_encoder", VV_T_JSON_ENCODER}};
    for (size_t k = 0; k < VV_ARRAY_LEN(makers); k++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, makers[k].type);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, makers[k].name, &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
