/* str.c - str objects: making, comparing, cutting, joining and building them; repr. Methods: str_methods.c.
 *
 * Invariants: `kind` is the narrowest width that holds every code point, so equal strings have equal kinds and bytes;
 * `ascii` is exact; data ends with a zero code point; the empty string and the one-character strings below U+0100 of
 * exact type str exist once each (vm->empty_str, vm->latin1), immortal. Instances of subclasses are never shared.
 */
#include "types/str.h"

#include "base/copy.h"
#include "base/hash.h"
#include "base/search.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/tracer.h"
#include "types/bytes.h"
#include "types/str_internal.h"

#include <string.h>

/* ---- making ---- */

static int kind_for(uint32_t max_char) {
    return max_char < 0x100 ? 1 : max_char < 0x10000 ? 2 : 4;
}

/* Puts the zero behind the last code point. */
static inline void end_points(vv_str *s) {
    vv_str_put(s->kind, s->data, s->length, 0);
}

vv_owned vv_str_alloc(vv_thread *t, vv_type *type, size_t length, uint32_t max_char) {
    size_t kind = (size_t)kind_for(max_char);
    if (length > VV_STR_MAX_LENGTH)
        return vv_raise_memory(t);
    size_t bytes = offsetof(vv_str, data) + (length + 1) * kind;
    if (bytes < type->basicsize)
        bytes = type->basicsize;
    vv_obj *o = vv_new_object_raw(t, type, bytes);
    if (o == NULL)
        return NULL;
    vv_str *s = VV_STR(o);
    s->hash = -1;
    s->length = (uint32_t)length;
    s->kind = (uint8_t)kind;
    s->ascii = max_char < 0x80;
    s->interned = 0;
    s->identifier = 0;
    s->utf8 = NULL;
    s->utf8_length = 0;
    end_points(s);
    return o;
}

vv_owned vv_str_new(vv_thread *t, size_t length, uint32_t max_char) {
    if (length == 0 && t->vm->empty_str != NULL)
        return vv_newref(t->vm->empty_str);
    return vv_str_alloc(t, VV_TYPEP(t, STR), length, max_char);
}

vv_owned vv_str_from_char(vv_thread *t, uint32_t c) {
    if (c < 0x100 && t->vm->latin1[c] != NULL)
        return vv_newref(t->vm->latin1[c]);
    vv_obj *o = vv_str_alloc(t, VV_TYPEP(t, STR), 1, c);
    if (o != NULL)
        vv_str_put(VV_STR(o)->kind, VV_STR(o)->data, 0, c);
    return o;
}

vv_owned vv_str_from_utf8(vv_thread *t, const char *text, size_t length) {
    if (vv_utf8_ascii_prefix(text, length) == length) {
        if (length <= 1)
            return length == 0 ? vv_str_new(t, 0, 0) : vv_str_from_char(t, (uint8_t)text[0]);
        vv_obj *o = vv_str_new(t, length, 0x7F);
        if (o != NULL)
            vv_copy(VV_STR(o)->data, text, length);
        return o;
    }
    uint32_t max;
    size_t points = vv_utf8_measure(text, length, &max);
    if (points == 1)
        return vv_str_from_char(t, max);
    vv_obj *o = vv_str_new(t, points, max);
    if (o == NULL)
        return NULL;
    vv_str *s = VV_STR(o);
    for (size_t i = 0; i < points; i++)
        vv_str_put(s->kind, s->data, i, vv_utf8_next(&text));
    return o;
}

vv_owned vv_str_from_cstr(vv_thread *t, const char *text) {
    return vv_str_from_utf8(t, text, strlen(text));
}

/* An upper bound, exact in its class, of the code points of a span. */
static uint32_t max_of_span(int kind, const void *points, size_t length) {
    if (kind == 1)
        return vv_utf8_ascii_prefix(points, length) == length ? 0x7F : 0xFF;
    uint32_t all = 0;
    if (kind == 2) {
        const uint16_t *p = points;
        for (size_t i = 0; i < length; i++)
            all |= p[i];
    } else {
        const uint32_t *p = points;
        for (size_t i = 0; i < length; i++)
            all |= p[i];
    }
    /* Or-ing keeps the class: the limits are powers of two. */
    return all;
}

/* Copies code points into a string that is at least as wide as its class needs; widths may differ either way. */
void vv_str_copy_points(int to_kind, void *to, size_t at, int from_kind, const void *from, size_t start, size_t n) {
    if (to_kind == from_kind) {
        vv_copy((char *)to + at * (size_t)to_kind, (const char *)from + start * (size_t)from_kind, n * (size_t)to_kind);
        return;
    }
    for (size_t i = 0; i < n; i++)
        vv_str_put(to_kind, to, at + i, vv_str_get(from_kind, from, start + i));
}

vv_owned vv_str_from_kind(vv_thread *t, int kind, const void *points, size_t length) {
    if (length == 0)
        return vv_str_new(t, 0, 0);
    if (length == 1)
        return vv_str_from_char(t, vv_str_get(kind, points, 0));
    vv_obj *o = vv_str_new(t, length, max_of_span(kind, points, length));
    if (o != NULL)
        vv_str_copy_points(VV_STR(o)->kind, VV_STR(o)->data, 0, kind, points, 0, length);
    return o;
}

vv_owned vv_str_of_type(vv_thread *t, vv_type *type, vv_ref s) {
    if (type == VV_TYPEP(t, STR) && VV_IS(t, s, STR))
        return vv_newref(s);
    const vv_str *from = VV_STR(s);
    if (type == VV_TYPEP(t, STR) && from->length <= 1)
        return from->length == 0 ? vv_str_new(t, 0, 0) : vv_str_from_char(t, vv_str_at(s, 0));
    vv_obj *o = vv_str_alloc(t, type, from->length,
                             from->ascii       ? 0x7F
                             : from->kind == 1 ? 0xFF
                             : from->kind == 2 ? 0xFFFF
                                               : 0x10FFFF);
    if (o == NULL)
        return NULL;
    memcpy(VV_STR(o)->data, from->data, (size_t)from->length * from->kind);
    VV_STR(o)->hash = from->hash;
    return o;
}

void vv_str_dealloc(vv_thread *t, vv_obj *o) {
    vv_str *s = VV_STR(o);
    if (s->interned == 1)
        vv_intern_forget(t, o);
    if (s->utf8 != NULL)
        vv_free(t, s->utf8);
    vv_free_object(t, o);
}

int vv_str_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    if (vm->empty_str == NULL) {
        vv_obj *empty = vv_str_alloc(t, VV_TYPEP(t, STR), 0, 0);
        if (empty == NULL)
            return -1;
        vv_make_immortal(empty);
        vm->empty_str = empty;
    }
    for (uint32_t c = 0; c < 256; c++) {
        if (vm->latin1[c] != NULL)
            continue;
        vv_obj *one = vv_str_from_char(t, c);
        if (one == NULL)
            return -1;
        vv_make_immortal(one);
        vm->latin1[c] = one;
    }
    return 0;
}

/* ---- reading ---- */

const char *vv_str_utf8_peek(vv_thread *t, vv_ref o, size_t *ret_length) {
    vv_str *s = VV_STR(o);
    if (s->ascii) {
        if (ret_length != NULL)
            *ret_length = s->length;
        return (const char *)s->data;
    }
    if (s->utf8 == NULL) {
        size_t bytes = 0;
        for (size_t i = 0; i < s->length; i++) {
            uint32_t c = vv_str_at(o, i);
            if (c >= 0xD800 && c < 0xE000) {
                size_t end = i + 1;
                while (end < s->length && vv_str_at(o, end) >= 0xD800 && vv_str_at(o, end) < 0xE000)
                    end++;
                vv_raise_unicode_encode(t, "utf-8", o, i, end, "surrogates not allowed");
                return NULL;
            }
            bytes += (size_t)vv_utf8_size(c);
        }
        if (bytes > UINT32_MAX) {
            vv_raise_memory(t);
            return NULL;
        }
        char *text = vv_alloc(t, bytes + 1);
        if (text == NULL)
            return NULL;
        char *p = text;
        for (size_t i = 0; i < s->length; i++)
            p += vv_utf8_encode(vv_str_at(o, i), p);
        *p = 0;
        s->utf8 = text;
        s->utf8_length = (uint32_t)bytes;
    }
    if (ret_length != NULL)
        *ret_length = s->utf8_length;
    return s->utf8;
}

bool vv_str_equal_cstr(vv_ref s, const char *text) {
    size_t n = VV_STR(s)->length, i = 0;
    while (i < n && text[i] != 0 && (uint8_t)text[i] == VV_STR(s)->data[i]) /* most differ soon */
        i++;
    return VV_STR(s)->ascii && i == n && text[i] == 0;
}

/* memcmp() == 0, by words: WebAssembly's library goes byte by byte. */
static inline bool same_bytes(const uint8_t *x, const uint8_t *y, size_t n) {
    uint64_t a, b;
    for (; n >= sizeof a; x += sizeof a, y += sizeof a, n -= sizeof a) {
        memcpy(&a, x, sizeof a);
        memcpy(&b, y, sizeof b);
        if (a != b)
            return false;
    }
    for (; n > 0; n--)
        if (*x++ != *y++)
            return false;
    return true;
}

bool vv_str_equal(vv_ref a, vv_ref b) {
    if (a == b)
        return true;
    const vv_str *x = VV_STR(a), *y = VV_STR(b);
    return x->length == y->length && x->kind == y->kind && same_bytes(x->data, y->data, (size_t)x->length * x->kind);
}

int vv_str_compare(vv_ref a, vv_ref b) {
    if (a == b)
        return 0;
    const vv_str *x = VV_STR(a), *y = VV_STR(b);
    size_t n = x->length < y->length ? x->length : y->length;
    if (x->kind == 1 && y->kind == 1) {
        int order = memcmp(x->data, y->data, n);
        if (order != 0)
            return order < 0 ? -1 : 1;
    } else {
        for (size_t i = 0; i < n; i++) {
            uint32_t c = vv_str_at(a, i), d = vv_str_at(b, i);
            if (c != d)
                return c < d ? -1 : 1;
        }
    }
    return x->length < y->length ? -1 : x->length > y->length;
}

vv_hash vv_str_hash(vv_ref o) {
    vv_str *s = VV_STR(o);
    if (s->hash == -1)
        s->hash = vv_hash_bytes(s->data, (size_t)s->length * s->kind);
    return s->hash;
}

int64_t vv_str_find(vv_ref s, vv_ref needle, size_t start, size_t end) {
    const vv_str *h = VV_STR(s), *n = VV_STR(needle);
    if (start > end || end - start < n->length)
        return -1;
    if (n->length == 0)
        return (int64_t)start;
    if (n->kind > h->kind)
        return -1;
    int64_t i = vv_search_first(h->kind, h->data + start * h->kind, end - start, n->kind, n->data, n->length);
    return i < 0 ? -1 : i + (int64_t)start;
}

bool vv_str_is_identifier(vv_ref s) {
    size_t n = vv_str_length(s);
    if (n == 0)
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = vv_str_at(s, i);
        if (!(c == '_' || (i == 0 ? vv_unicode_is_xid_start(c) : vv_unicode_is_xid_continue(c))))
            return false;
    }
    return true;
}

bool vv_str_has_name_chars(vv_ref o) {
    vv_str *s = VV_STR(o);
    if (s->identifier == 0) {
        bool all = s->ascii;
        for (size_t i = 0; all && i < s->length; i++) {
            uint8_t c = s->data[i], letter = c | 32;
            all = c == '_' || (c >= '0' && c <= '9') || (letter >= 'a' && letter <= 'z');
        }
        s->identifier = all ? 1 : 2;
    }
    return s->identifier != 2;
}

/* ---- cutting and joining ---- */

vv_owned vv_str_slice(vv_thread *t, vv_ref s, size_t start, size_t end) {
    const vv_str *from = VV_STR(s);
    if (end > from->length)
        end = from->length;
    if (start >= end)
        return vv_str_new(t, 0, 0);
    if (start == 0 && end == from->length && VV_IS(t, s, STR))
        return vv_newref(s);
    if (from->ascii) {
        size_t n = end - start;
        if (n == 1)
            return vv_str_from_char(t, from->data[start]);
        vv_obj *o = vv_str_new(t, n, 0x7F);
        if (o != NULL)
            vv_copy(VV_STR(o)->data, from->data + start, n);
        return o;
    }
    return vv_str_from_kind(t, from->kind, from->data + start * from->kind, end - start);
}

/* The largest code point of the class a string is in. */
static inline uint32_t class_max(const vv_str *s) {
    return s->ascii ? 0x7F : s->kind == 1 ? 0xFF : s->kind == 2 ? 0xFFFF : 0x10FFFF;
}

vv_owned vv_str_concat(vv_thread *t, vv_ref a, vv_ref b) {
    const vv_str *x = VV_STR(a), *y = VV_STR(b);
    if (x->length == 0 && VV_IS(t, b, STR))
        return vv_newref(b);
    if (y->length == 0 && VV_IS(t, a, STR))
        return vv_newref(a);
    uint32_t max = class_max(x) > class_max(y) ? class_max(x) : class_max(y);
    vv_obj *o = vv_str_new(t, (size_t)x->length + y->length, max);
    if (o == NULL || VV_STR(o)->length == 0)
        return o;
    vv_str *r = VV_STR(o);
    vv_str_copy_points(r->kind, r->data, 0, x->kind, x->data, 0, x->length);
    vv_str_copy_points(r->kind, r->data, x->length, y->kind, y->data, 0, y->length);
    return o;
}

int vv_str_append(vv_thread *t, vv_obj **left, vv_ref right) {
    vv_str *x = VV_STR(*left);
    const vv_str *y = VV_STR(right);
    /* A hash or an interned entry that someone may rely on forbids growing in place, as in CPython. */
    bool in_place = x->head.refcnt == 1 && VV_IS(t, *left, STR) && x->interned == 0 && x->hash == -1 &&
                    x->length != 0 && y->kind <= x->kind && y->ascii >= x->ascii && *left != right && x->utf8 == NULL;
    size_t length = (size_t)x->length + y->length;
    if (!in_place || length > VV_STR_MAX_LENGTH) {
        vv_obj *sum = vv_str_concat(t, *left, right);
        vv_setref_take(t, left, sum);
        return sum == NULL ? -1 : 0;
    }
    size_t bytes = offsetof(vv_str, data) + (length + 1) * x->kind;
    if (bytes > vv_mem_usable(t->vm->mem, x)) {
        /* Some room to grow, or a loop of appends would copy quadratically. */
        vv_str *moved = vv_mem_realloc(t->vm->mem, x, bytes > 256 ? bytes + bytes / 8 : bytes);
        if (moved == NULL) {
            vv_clearref(t, left);
            vv_raise_memory(t);
            return -1;
        }
        if (VV_UNLIKELY(t->vm->tracer != NULL)) {
            t->vm->tracer->freed(t, x);
            (void)t->vm->tracer->taken(t, moved, &moved->head, bytes); /* without memory for that it stays unknown */
        }
        x = moved;
        *left = &x->head;
    }
    vv_str_copy_points(x->kind, x->data, x->length, y->kind, y->data, 0, y->length);
    x->length = (uint32_t)length;
    x->identifier = 0;
    end_points(x);
    return 0;
}

vv_owned vv_str_join(vv_thread *t, vv_ref separator, vv_obj *const *items, size_t n) {
    if (n == 0)
        return vv_str_new(t, 0, 0);
    if (n == 1 && VV_IS(t, items[0], STR))
        return vv_newref(items[0]);
    const vv_str *sep = VV_STR(separator);
    uint32_t max = n > 1 && sep->length != 0 ? class_max(sep) : 0;
    uint64_t length = (uint64_t)sep->length * (n - 1);
    for (size_t i = 0; i < n; i++) {
        const vv_str *s = VV_STR(items[i]);
        length += s->length;
        if (s->length != 0 && class_max(s) > max)
            max = class_max(s);
    }
    if (length > VV_STR_MAX_LENGTH)
        return vv_raise(t, VV_OverflowError, "join() result is too long for a Python string");
    vv_obj *o = vv_str_new(t, (size_t)length, max);
    if (o == NULL || length == 0)
        return o;
    vv_str *r = VV_STR(o);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (i != 0 && sep->length != 0) {
            vv_str_copy_points(r->kind, r->data, at, sep->kind, sep->data, 0, sep->length);
            at += sep->length;
        }
        const vv_str *s = VV_STR(items[i]);
        vv_str_copy_points(r->kind, r->data, at, s->kind, s->data, 0, s->length);
        at += s->length;
    }
    return o;
}

/* ---- repr and ascii ---- */

static const char hex_digits[] = "0123456789abcdef";

/* Backslash form of a code point: \xhh, \uhhhh or \Uhhhhhhhh; its length. */
static size_t escape(uint32_t c, char out[10]) {
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out[0] = '\\';
    out[1] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (int i = 0; i < digits; i++)
        out[2 + i] = hex_digits[c >> 4 * (digits - 1 - i) & 15];
    return (size_t)digits + 2;
}

vv_owned vv_str_repr(vv_thread *t, vv_ref s) {
    size_t n = vv_str_length(s);
    bool single = false, dbl = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = vv_str_at(s, i);
        single |= c == '\'';
        dbl |= c == '"';
    }
    uint32_t quote = single && !dbl ? '"' : '\'';
    vv_strbuilder b = {0};
    if (vv_strbuilder_reserve(t, &b, n + 2, 0x7F) < 0 || vv_strbuilder_char(t, &b, quote) < 0)
        goto fail;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = vv_str_at(s, i);
        char form[10];
        size_t size;
        if (c == quote || c == '\\') {
            form[0] = '\\';
            form[1] = (char)c;
            size = 2;
        } else if (c == '\n' || c == '\r' || c == '\t') {
            form[0] = '\\';
            form[1] = c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
            size = 2;
        } else if (c < 0x7F ? c >= 0x20 : vv_unicode_is_printable(c)) {
            if (vv_strbuilder_char(t, &b, c) < 0)
                goto fail;
            continue;
        } else {
            size = escape(c, form);
        }
        if (vv_strbuilder_ascii(t, &b, form, size) < 0)
            goto fail;
    }
    if (vv_strbuilder_char(t, &b, quote) < 0)
        goto fail;
    return vv_strbuilder_finish(t, &b);
fail:
    vv_strbuilder_drop(t, &b);
    return NULL;
}

vv_owned vv_str_ascii(vv_thread *t, vv_ref s) {
    if (VV_STR(s)->ascii && VV_IS(t, s, STR))
        return vv_newref(s);
    vv_strbuilder b = {0};
    for (size_t i = 0; i < vv_str_length(s); i++) {
        uint32_t c = vv_str_at(s, i);
        char form[10] = {(char)c};
        if (vv_strbuilder_ascii(t, &b, form, c < 0x80 ? 1 : escape(c, form)) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &b);
}

/* ---- builder ---- */

int vv_strbuilder_reserve(vv_thread *t, vv_strbuilder *b, size_t more, uint32_t max_char) {
    size_t kind = (size_t)kind_for(max_char > b->max_char ? max_char : b->max_char);
    size_t need = b->length + more;
    if (need > VV_STR_MAX_LENGTH) {
        vv_raise_memory(t);
        return -1;
    }
    if (b->data != NULL && kind == b->kind && need <= b->capacity)
        return 0;
    size_t capacity = need <= b->capacity ? b->capacity : need + need / 2 + 16;
    void *data;
    if (kind == b->kind) {
        data = vv_realloc(t, b->data, capacity * kind);
        if (data == NULL)
            return -1;
    } else {
        data = vv_alloc(t, capacity * kind);
        if (data == NULL)
            return -1;
        if (b->length != 0)
            vv_str_copy_points((int)kind, data, 0, b->kind, b->data, 0, b->length);
        vv_free(t, b->data);
    }
    b->data = data;
    b->capacity = capacity;
    b->kind = (uint8_t)kind;
    return 0;
}

int vv_strbuilder_char(vv_thread *t, vv_strbuilder *b, uint32_t c) {
    if (vv_strbuilder_reserve(t, b, 1, c) < 0)
        return -1;
    vv_str_put(b->kind, b->data, b->length++, c);
    if (c > b->max_char)
        b->max_char = c;
    return 0;
}

int vv_strbuilder_fill(vv_thread *t, vv_strbuilder *b, uint32_t c, size_t n) {
    if (n == 0)
        return 0;
    if (n > VV_STR_MAX_LENGTH) {
        vv_raise_memory(t);
        return -1;
    }
    if (vv_strbuilder_reserve(t, b, n, c) < 0)
        return -1;
    for (size_t i = 0; i < n; i++)
        vv_str_put(b->kind, b->data, b->length + i, c);
    b->length += n;
    if (c > b->max_char)
        b->max_char = c;
    return 0;
}

/* Adds points known to be at most max. */
static int add_points(vv_thread *t, vv_strbuilder *b, int kind, const void *points, size_t start, size_t n,
                      uint32_t max) {
    if (n == 0)
        return 0;
    if (vv_strbuilder_reserve(t, b, n, max) < 0)
        return -1;
    vv_str_copy_points(b->kind, b->data, b->length, kind, points, start, n);
    b->length += n;
    if (max > b->max_char)
        b->max_char = max;
    return 0;
}

int vv_strbuilder_str(vv_thread *t, vv_strbuilder *b, vv_ref s) {
    return add_points(t, b, VV_STR(s)->kind, VV_STR(s)->data, 0, VV_STR(s)->length, class_max(VV_STR(s)));
}

int vv_strbuilder_slice(vv_thread *t, vv_strbuilder *b, vv_ref s, size_t start, size_t end) {
    const vv_str *from = VV_STR(s);
    if (end > from->length)
        end = from->length;
    if (start >= end)
        return 0;
    uint32_t max = from->ascii ? 0x7F : max_of_span(from->kind, from->data + start * from->kind, end - start);
    return add_points(t, b, from->kind, from->data, start, end - start, max);
}

int vv_strbuilder_ascii(vv_thread *t, vv_strbuilder *b, const char *text, size_t n) {
    return add_points(t, b, 1, text, 0, n, 0x7F);
}

vv_owned vv_strbuilder_finish(vv_thread *t, vv_strbuilder *b) {
    if (b->length != 1)
        return vv_strbuilder_finish_own(t, b);
    vv_obj *o = vv_str_from_char(t, vv_str_get(b->kind, b->data, 0));
    vv_strbuilder_drop(t, b);
    return o;
}

vv_owned vv_strbuilder_finish_own(vv_thread *t, vv_strbuilder *b) {
    vv_obj *o = vv_str_new(t, b->length, b->max_char);
    if (o != NULL)
        vv_str_copy_points(VV_STR(o)->kind, VV_STR(o)->data, 0, b->kind, b->data, 0, b->length);
    vv_strbuilder_drop(t, b);
    return o;
}

void vv_strbuilder_drop(vv_thread *t, vv_strbuilder *b) {
    if (b->data != NULL)
        vv_free(t, b->data);
    *b = (vv_strbuilder){0};
}
