/* bytelike.c - the methods that bytes and bytearray share (ASCII case, hex, translate, decode) and how bytes are made
 * from any object. Only the making runs Python. */
#include "types/bytelike.h"

#include "types/codecs.h"

#include "object/alloc.h"
#include "object/error.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

#include <stdio.h>
#include <string.h>

bool vv_bytes_view(vv_ref o, const uint8_t **data, size_t *length) {
    if (VV_ISA(o, BYTES)) {
        *data = VV_BYTES(o)->data;
        *length = VV_BYTES(o)->length;
        return true;
    }
    /* bytearray has no flag of its own: a class made by `class` is what its first built-in base is. */
    const vv_type *type = o->type;
    while (type != NULL && (type->flags & VV_TF_HEAP) != 0)
        type = type->base;
    static const uint8_t nothing[1] = {0};
    if (type != NULL && type->id == VV_T_MEMORYVIEW)
        return vv_memoryview_span(o, data, length);
    if (type != NULL && type->id == VV_T_PICKLE_BUFFER)
        return ((const vv_pickle_buffer *)o)->view != NULL && vv_memoryview_span(((const vv_pickle_buffer *)o)->view, data, length);
    if (type == NULL || (type->id != VV_T_BYTEARRAY && type->id != VV_T_ARRAY))
        return false;
    *data = VV_BYTEARRAY(o)->length == 0 ? nothing : VV_BYTEARRAY(o)->data;
    *length = VV_BYTEARRAY(o)->length;
    return true;
}

bool vv_bytes_writable_view(vv_ref o, uint8_t **data, size_t *length) {
    const uint8_t *start;
    if (VV_ISA(o, BYTES) || !vv_bytes_view(o, &start, length))
        return false;
    *data = (uint8_t *)start;
    if (o->type->id == VV_T_PICKLE_BUFFER)
        o = ((const vv_pickle_buffer *)o)->view;
    return o->type->id != VV_T_MEMORYVIEW || !((const vv_memoryview *)o)->readonly;
}

/* ---- ASCII ---- */

static inline bool is_lower(uint8_t c) {
    return c >= 'a' && c <= 'z';
}
static inline bool is_upper(uint8_t c) {
    return c >= 'A' && c <= 'Z';
}
static inline bool is_alpha(uint8_t c) {
    return is_lower(c | 32);
}
static inline bool is_digit(uint8_t c) {
    return c >= '0' && c <= '9';
}
static inline bool is_space(uint8_t c) {
    return c == ' ' || (c >= 9 && c <= 13);
}
static inline bool is_alnum(uint8_t c) {
    return is_alpha(c) || is_digit(c);
}

enum case_op { TO_LOWER, TO_UPPER, TO_TITLE, TO_CAPITALIZED, TO_SWAPPED };

static vv_owned change_case(vv_thread *t, vv_ref self, enum case_op op) {
    vv_span s = vv_span_of(self);
    bool immutable = VV_ISA(self, BYTES);
    vv_obj *o = immutable ? vv_bytes_new(t, s.length == 0 ? "" : NULL, s.length) : vv_bytearray_new(t, NULL, s.length);
    if (o == NULL || s.length == 0)
        return o;
    uint8_t *to = immutable ? VV_BYTES(o)->data : VV_BYTEARRAY(o)->data;
    bool start = true;
    for (size_t i = 0; i < s.length; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i];
        bool worded = op == TO_TITLE || op == TO_CAPITALIZED;
        bool up = op == TO_UPPER || op == TO_SWAPPED || (worded && start);
        bool down = op == TO_LOWER || op == TO_SWAPPED || (worded && !start);
        to[i] = (uint8_t)(is_lower(c) && up ? c - 32 : is_upper(c) && down ? c + 32 : c);
        start = op == TO_TITLE && !is_alpha(c);
    }
    return o;
}
vv_owned vv_bytelike_lower(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_LOWER);
}
vv_owned vv_bytelike_upper(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_UPPER);
}
vv_owned vv_bytelike_title(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_TITLE);
}
vv_owned vv_bytelike_capitalize(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_CAPITALIZED);
}
vv_owned vv_bytelike_swapcase(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_SWAPPED);
}

#define ALL_BYTES(name, test, if_empty)                                                                                \
    vv_owned vv_bytelike_##name(vv_thread *t, vv_obj *const *argv) {                                                   \
        vv_span s = vv_span_of(argv[0]);                                                                               \
        for (size_t i = 0; i < s.length; i++) {                                                                        \
            uint8_t c = ((const uint8_t *)s.data)[i];                                                                  \
            if (!(test))                                                                                               \
                return vv_bool(t, false);                                                                              \
        }                                                                                                              \
        return vv_bool(t, s.length != 0 || (if_empty));                                                                \
    }
ALL_BYTES(isalnum, is_alnum(c), false)
ALL_BYTES(isalpha, is_alpha(c), false)
ALL_BYTES(isdigit, is_digit(c), false)
ALL_BYTES(isspace, is_space(c), false)
ALL_BYTES(isascii, c < 0x80, true)

static vv_owned only_case(vv_thread *t, vv_ref self, bool lower) {
    vv_span s = vv_span_of(self);
    bool seen = false;
    for (size_t i = 0; i < s.length; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i];
        if (lower ? is_upper(c) : is_lower(c))
            return vv_bool(t, false);
        seen |= is_alpha(c);
    }
    return vv_bool(t, seen);
}
vv_owned vv_bytelike_islower(vv_thread *t, vv_obj *const *argv) {
    return only_case(t, argv[0], true);
}
vv_owned vv_bytelike_isupper(vv_thread *t, vv_obj *const *argv) {
    return only_case(t, argv[0], false);
}
vv_owned vv_bytelike_istitle(vv_thread *t, vv_obj *const *argv) {
    vv_span s = vv_span_of(argv[0]);
    bool in_word = false, seen = false;
    for (size_t i = 0; i < s.length; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i];
        if (is_upper(c) ? in_word : is_lower(c) && !in_word)
            return vv_bool(t, false);
        in_word = is_alpha(c);
        seen |= in_word;
    }
    return vv_bool(t, seen);
}

/* ---- translate ---- */

vv_owned vv_bytelike_maketrans(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *from, *to;
    size_t n, m;
    for (int k = 0; k < 2; k++)
        if (!(k == 0 ? vv_bytes_view(argv[0], &from, &n) : vv_bytes_view(argv[1], &to, &m)))
            return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[k]);
    if (n != m)
        return vv_raise(t, VV_ValueError, "maketrans arguments must have same length");
    uint8_t table[256];
    for (int i = 0; i < 256; i++)
        table[i] = (uint8_t)i;
    for (size_t i = 0; i < n; i++)
        table[from[i]] = to[i];
    return vv_bytes_new(t, table, sizeof table);
}

vv_owned vv_bytelike_translate(vv_thread *t, vv_obj *const *argv) {
    vv_span s = vv_span_of(argv[0]);
    const uint8_t *table = NULL, *removed = NULL;
    size_t n, removed_count = 0;
    if (argv[1] != t->vm->none) {
        if (!vv_bytes_view(argv[1], &table, &n))
            return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[1]);
        if (n != 256)
            return vv_raise(t, VV_ValueError, "translation table must be 256 characters long");
    }
    if (argv[2] != NULL && !vv_bytes_view(argv[2], &removed, &removed_count))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[2]);
    bool remove[256] = {false};
    for (size_t i = 0; i < removed_count; i++)
        remove[removed[i]] = true;
    uint8_t *to = vv_alloc(t, s.length);
    if (to == NULL)
        return NULL;
    size_t length = 0;
    bool changed = false;
    for (size_t i = 0; i < s.length; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i], mapped = table == NULL ? c : table[c];
        changed |= remove[c] || mapped != c;
        if (!remove[c])
            to[length++] = mapped;
    }
    vv_obj *o = !changed                ? vv_text_cut(t, argv[0], 0, s.length)
                : VV_ISA(argv[0], BYTES) ? vv_bytes_new(t, to, length)
                                         : vv_bytearray_new(t, to, length);
    vv_free(t, to);
    return o;
}

/* ---- text forms ---- */

/* argv: self, encoding, errors */
vv_step vv_bytelike_decode(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (int k = 1; k <= 2; k++)
        if (nf->argv[k] != NULL && !VV_ISA(nf->argv[k], STR))
            return vv_raise_step(t, VV_TypeError, "decode() argument '%s' must be str, not %A", k == 1 ? "encoding" : "errors",
                                 nf->argv[k]);
    VV_AWAIT(nf, vv_do_decode(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

static const char hex_digits[] = "0123456789abcdef";

vv_owned vv_bytelike_hex(vv_thread *t, vv_obj *const *argv) { /* argv: self, sep, bytes_per_sep */
    vv_span s = vv_span_of(argv[0]);
    uint32_t sep = 0;
    int64_t group = 0;
    if (argv[1] != NULL) {
        const uint8_t *data;
        size_t n = 1; /* of what is neither text nor bytes, the kind is told */
        bool text = VV_ISA(argv[1], STR);
        if (!text && !vv_bytes_view(argv[1], &data, &n)) {
            if (argv[1]->type->s.len == NULL)
                return vv_raise(t, VV_TypeError, "object of type '%T' has no len()", argv[1]);
            if ((argv[1]->type->flags & VV_TF_HEAP) == 0) {
                if (argv[1]->type->s.len(t, argv[1]) != VV_READY)
                    return NULL;
                n = (size_t)t->ival;
            }
        }
        if ((text ? vv_str_length(argv[1]) : n) != 1)
            return vv_raise(t, VV_ValueError, "sep must be length 1.");
        if (!text && !VV_ISA(argv[1], BYTES))
            return vv_raise(t, VV_TypeError, "sep must be str or bytes.");
        sep = text ? vv_str_at(argv[1], 0) : data[0];
        if (sep >= 0x80)
            return vv_raise(t, VV_ValueError, "sep must be ASCII.");
        group = 1;
        if (argv[2] != NULL)
            group = vv_int_clamp_index(argv[2]);
        if (group < INT32_MIN || group > INT32_MAX)
            return vv_raise(t, VV_OverflowError, "Python int too large to convert to C int");
    }
    vv_strbuilder b = {0};
    uint64_t every = (uint64_t)(group < 0 ? -group : group);
    for (size_t i = 0; i < s.length; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i];
        char pair[3] = {hex_digits[c >> 4], hex_digits[c & 15], (char)sep};
        size_t passed =
            group > 0 ? s.length - 1 - i : i + 1; /* bytes on the counting side of the gap behind this one */
        bool gap = every != 0 && i + 1 < s.length && passed % every == 0;
        if (vv_strbuilder_ascii(t, &b, pair, gap ? 3 : 2) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &b);
}

static int hex_value(uint32_t c) {
    return c >= '0' && c <= '9' ? (int)c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (int)(c | 32) - 'a' + 10 : -1;
}

static vv_owned parse_hex(vv_thread *t, vv_ref text) {
    size_t n = vv_str_length(text), length = 0, i = 0;
    vv_obj *o = vv_bytearray_new(t, NULL, n / 2 + 1);
    if (o == NULL)
        return NULL;
    for (;;) {
        while (i < n && vv_str_at(text, i) < 0x80 && is_space((uint8_t)vv_str_at(text, i)))
            i++;
        if (i >= n)
            break;
        int high = hex_value(vv_str_at(text, i)), low = i + 1 < n ? hex_value(vv_str_at(text, i + 1)) : -1;
        if (high < 0 || low < 0) {
            vv_decref(t, o);
            return vv_raise(t, VV_ValueError, "non-hexadecimal number found in fromhex() arg at position %zu",
                            high < 0 ? i : i + 1);
        }
        VV_BYTEARRAY(o)->data[length++] = (uint8_t)(high << 4 | low);
        i += 2;
    }
    if (vv_bytearray_resize(t, o, length) < 0) {
        vv_decref(t, o);
        return NULL;
    }
    return o;
}

vv_step vv_bytelike_fromhex(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "fromhex() argument must be str, not %A", nf->argv[1]);
    nf->slot[0] = parse_hex(t, nf->argv[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->argv[0] == &VV_TYPEP(t, BYTEARRAY)->head)
        return vv_return(t, vv_move(&nf->slot[0]));
    if ((VV_AS_TYPE(nf->argv[0])->flags & VV_TF_BYTES) != 0) {
        vv_span s = vv_span_of(nf->slot[0]);
        vv_setref_take(t, &nf->slot[0], vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        if (nf->argv[0] == &VV_TYPEP(t, BYTES)->head)
            return vv_return(t, vv_move(&nf->slot[0]));
    }
    VV_AWAIT(nf, vv_do_call1(t, nf->argv[0], nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

vv_owned vv_bytelike_repr(vv_thread *t, const char *prefix, const uint8_t *data, size_t n, const char *suffix,
                          bool escape_all) {
    bool single = n != 0 && memchr(data, '\'', n) != NULL, dbl = n != 0 && memchr(data, '"', n) != NULL;
    char quote = single && !dbl ? '"' : '\'';
    vv_strbuilder b = {0};
    char head[2] = {'b', quote};
    if (vv_strbuilder_ascii(t, &b, prefix, strlen(prefix)) < 0 || vv_strbuilder_ascii(t, &b, head, 2) < 0)
        goto fail;
    for (size_t i = 0; i < n; i++) {
        uint8_t c = data[i];
        char form[4] = {(char)c, 0, 0, 0};
        size_t size = 1;
        if (c == (uint8_t)quote || c == '\\' || (escape_all && c == '\'')) {
            form[0] = '\\';
            form[1] = (char)c;
            size = 2;
        } else if (c == '\t' || c == '\n' || c == '\r') {
            form[0] = '\\';
            form[1] = c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
            size = 2;
        } else if (c < 0x20 || c >= 0x7F) {
            form[0] = '\\';
            form[1] = 'x';
            form[2] = hex_digits[c >> 4];
            form[3] = hex_digits[c & 15];
            size = 4;
        }
        if (vv_strbuilder_ascii(t, &b, form, size) < 0)
            goto fail;
    }
    if (vv_strbuilder_char(t, &b, (uint8_t)quote) < 0 || vv_strbuilder_ascii(t, &b, suffix, strlen(suffix)) < 0)
        goto fail;
    return vv_strbuilder_finish(t, &b);
fail:
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* ---- slots ---- */

vv_step vv_bytelike_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    const uint8_t *x, *y;
    size_t n, m;
    if ((VV_ISA(a, BYTES) && !VV_ISA(b, BYTES)) || !vv_bytes_view(a, &x, &n) || !vv_bytes_view(b, &y, &m))
        return vv_return_not_implemented(t);
    if ((op == VV_EQ || op == VV_NE) && n != m)
        return vv_return(t, vv_bool(t, op == VV_NE));
    int order = memcmp(x, y, n < m ? n : m);
    if (order == 0)
        order = n < m ? -1 : n > m;
    bool yes = op == VV_LT   ? order < 0
               : op == VV_LE ? order <= 0
               : op == VV_EQ ? order == 0
               : op == VV_NE ? order != 0
               : op == VV_GT ? order > 0
                             : order >= 0;
    return vv_return(t, vv_bool(t, yes));
}

static vv_step contains_slowly(vv_thread *t, vv_native *nf) { /* argv: container, item with __index__ */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return vv_bytelike_contains(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

vv_step vv_bytelike_contains(vv_thread *t, vv_ref self, vv_ref item) {
    vv_span hay = vv_span_of(self), needle;
    uint8_t byte;
    if (VV_ISA(item, INT)) {
        int value = vv_byte_value(t, item);
        if (value < 0)
            return VV_FAILED;
        byte = (uint8_t)value;
        needle = (vv_span){&byte, 1, 1};
    } else if (item->type->s.index != NULL) {
        return vv_start2(t, contains_slowly, "bytes.__contains__", self, item);
    } else if (vv_text_arg(t, self, item, &needle) < 0) {
        return VV_FAILED;
    }
    return vv_return_int(t, vv_span_find(&hay, &needle, 0, hay.length) >= 0);
}

/* ---- making bytes from objects ---- */

int vv_byte_value(vv_thread *t, vv_ref integer) {
    int64_t value = vv_int_clamp_index(integer);
    if (value < 0 || value > 255)
        return vv_raise_int(t, VV_ValueError, "byte must be in range(0, 256)");
    return (int)value;
}

static int append_byte(vv_thread *t, vv_ref bytearray, vv_ref integer, const char *range_error) {
    int64_t value = vv_int_clamp_index(integer);
    if (value < 0 || value > 255)
        return vv_raise_int(t, VV_ValueError, "%s", range_error);
    size_t n = VV_BYTEARRAY(bytearray)->length;
    if (vv_bytearray_resize(t, bytearray, n + 1) < 0)
        return -1;
    VV_BYTEARRAY(bytearray)->data[n] = (uint8_t)value;
    return 0;
}

/* argv[0]: iterable; slot[0]: iterator, slot[1]: result, slot[2]: item; i[0], i[1]: the two messages, constant strings
 */
static vv_step bytes_of_iterable(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, (const char *)(uintptr_t)nf->i[0], nf->argv[0]);
    }
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_bytearray_new(t, NULL, 0);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (!VV_ISA(nf->slot[2], INT)) {
            VV_AWAIT(nf, vv_do_index(t, nf->slot[2]));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        }
        if (append_byte(t, nf->slot[1], nf->slot[2], (const char *)(uintptr_t)nf->i[1]) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

vv_step vv_do_bytes_of_iterable(vv_thread *t, vv_ref iterable, const char *complaint, const char *range_error) {
    const uint8_t *data;
    size_t n;
    if (vv_bytes_view(iterable, &data, &n))
        return vv_return(t, vv_bytes_own(t, data, n));
    if (VV_IS(t, iterable, MEMORYVIEW))
        return vv_return(t, vv_memoryview_bytes(t, iterable));
    vv_native *nf = vv_push_native(t, bytes_of_iterable, "bytes", (vv_obj *[]){VV_OBJ(iterable)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)(uintptr_t)complaint;
    nf->i[1] = (int64_t)(uintptr_t)range_error;
    return VV_PUSHED;
}

static vv_step encode_source(vv_thread *t, const char *name, vv_ref source, vv_ref encoding, vv_ref errors) {
    for (int k = 0; k < 2; k++) {
        vv_ref arg = k == 0 ? encoding : errors;
        if (arg != NULL && !VV_ISA(arg, STR))
            return vv_raise_step(t, VV_TypeError, "%s() argument '%s' must be str, not %A", name, k == 0 ? "encoding" : "errors", arg);
    }
    if (source == NULL || !VV_ISA(source, STR))
        return vv_raise_step(t, VV_TypeError,
                             encoding != NULL ? "encoding without a string argument" : "errors without a string argument");
    if (encoding == NULL)
        return vv_raise_step(t, VV_TypeError, "string argument without an encoding");
    return vv_do_encode(t, source, encoding, errors);
}

/* argv[0]: source; i[0]: for bytes (else bytearray) */
static vv_step bytes_of(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[0] != 0) {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __bytes__), NULL, 0));
        if (t->ret != NULL) {
            if (VV_ISA(t->ret, BYTES))
                return VV_READY;
            nf->slot[0] = vv_take_ret(t);
            return vv_raise_step(t, VV_TypeError, "__bytes__ returned non-bytes (type %T)", nf->slot[0]);
        }
    }
    if (VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "string argument without an encoding");
    VV_AWAIT(nf, vv_do_python_buffer(t, nf->argv[0]));
    if (t->ret != NULL) {
        nf->slot[0] = vv_take_ret(t);
        return vv_return(t, vv_memoryview_bytes(t, nf->slot[0]));
    }
    if (nf->argv[0]->type->s.index != NULL) {
        VV_AWAIT_CATCH(nf, vv_do_index(t, nf->argv[0]));
        if (!nf->raised) {
            int64_t size;
            nf->slot[0] = vv_take_ret(t);
            if (vv_int_to_i64(nf->slot[0], &size) != 0)
                return vv_raise_step(t, VV_OverflowError, "cannot fit '%T' into an index-sized integer", nf->argv[0]);
            if (size < 0)
                return vv_raise_step(t, VV_ValueError, "negative count");
            if ((uint64_t)size > VV_STR_MAX_LENGTH)
                return vv_return(t, vv_raise_memory(t));
            vv_obj *o = vv_bytes_new(t, size == 0 ? "" : NULL, (size_t)size);
            if (o != NULL && size != 0)
                memset(VV_BYTES(o)->data, 0, (size_t)size);
            return vv_return(t, o);
        }
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
    }
    VV_AWAIT(nf, vv_do_bytes_of_iterable(
                     t, nf->argv[0],
                     nf->i[0] != 0 ? "cannot convert '%T' object to bytes" : "cannot convert '%T' object to bytearray",
                     nf->i[0] != 0 ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)"));
    if (!VV_ISA(t->ret, BYTES)) {
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        vv_span s = vv_span_of(nf->slot[0]);
        return vv_return(t, VV_IS(t, nf->argv[0], TUPLE) ? vv_bytes_own(t, s.data, s.length) : vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length));
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_bytes_of(vv_thread *t, const char *name, vv_ref source, vv_ref encoding, vv_ref errors) {
    if (encoding != NULL || errors != NULL)
        return encode_source(t, name, source, encoding, errors);
    if (source == NULL)
        return vv_return(t, vv_bytes_new(t, "", 0));
    if (VV_IS(t, source, BYTES))
        return vv_return(t, vv_newref(source));
    if (VV_IS(t, source, MEMORYVIEW))
        return vv_return(t, vv_memoryview_bytes(t, source));
    vv_native *nf = vv_push_native(t, bytes_of, name, (vv_obj *[]){VV_OBJ(source)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = strcmp(name, "bytes") == 0;
    return VV_PUSHED;
}
