/* text.c - the methods that str, bytes and bytearray share, over spans of units. Only join runs Python. */
#include "types/text.h"

#include "base/search.h"
#include "base/unicode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/slice.h"
#include "types/tuple.h"

#include <string.h>

/* ---- making results ---- */

vv_owned vv_text_cut(vv_thread *t, vv_ref o, size_t start, size_t end) {
    if (VV_ISA(o, STR))
        return vv_str_slice(t, o, start, end);
    if (VV_ISA(o, BYTES)) {
        if (start == 0 && end == VV_BYTES(o)->length && VV_IS(t, o, BYTES))
            return vv_newref(o);
        return vv_bytes_new(t, VV_BYTES(o)->data + start, end - start);
    }
    return vv_bytearray_new(t, end > start ? VV_BYTEARRAY(o)->data + start : NULL, end - start);
}

/* A result to be filled: `length` units for text like self. *data = where. */
static vv_owned blank(vv_thread *t, vv_ref self, size_t length, uint8_t **data) {
    vv_obj *o;
    if (VV_ISA(self, STR)) {
        const vv_str *s = VV_STR(self);
        o = vv_str_new(t, length, s->ascii ? 0x7F : s->kind == 1 ? 0xFF : s->kind == 2 ? 0xFFFF : 0x10FFFF);
        *data = o == NULL ? NULL : VV_STR(o)->data;
    } else if (VV_ISA(self, BYTES)) {
        o = vv_bytes_new(t, NULL, length);
        *data = o == NULL ? NULL : VV_BYTES(o)->data;
    } else {
        o = vv_bytearray_new(t, NULL, length);
        *data = o == NULL ? NULL : VV_BYTEARRAY(o)->data;
    }
    return o;
}

vv_owned vv_text_finish(vv_thread *t, vv_ref like, vv_strbuilder *b) {
    if (VV_ISA(like, STR))
        return vv_strbuilder_finish_own(t, b);
    uint8_t *data;
    vv_obj *o = blank(t, like, b->length, &data);
    if (o != NULL && b->length != 0)
        memcpy(data, b->data, b->length);
    vv_strbuilder_drop(t, b);
    return o;
}

/* Adds units of a span to a builder. */
static int add_span(vv_thread *t, vv_strbuilder *b, vv_ref owner, const vv_span *s, size_t start, size_t end) {
    if (VV_ISA(owner, STR))
        return vv_strbuilder_slice(t, b, owner, start, end);
    if (start >= end)
        return 0;
    if (vv_strbuilder_reserve(t, b, end - start, 0xFF) < 0)
        return -1;
    memcpy((uint8_t *)b->data + b->length, (const uint8_t *)s->data + start, end - start);
    b->length += end - start;
    b->max_char = 0xFF;
    return 0;
}

/* ---- arguments ---- */

int vv_text_arg(vv_thread *t, vv_ref self, vv_ref arg, vv_span *ret) {
    if (VV_ISA(self, STR)) {
        if (!VV_ISA(arg, STR))
            return vv_raise_int(t, VV_TypeError, "must be str, not %T", arg);
        *ret = vv_span_of(arg);
        return 0;
    }
    const uint8_t *data;
    ret->kind = 1;
    if (!vv_bytes_view(arg, &data, &ret->length))
        return VV_IS(t, arg, MEMORYVIEW) ? vv_memoryview_complain(t, arg) : vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", arg);
    ret->data = data;
    return 0;
}

/* The same for what is searched for, which in bytes may also be a byte's number; it is then put in *byte. */
static int search_arg(vv_thread *t, vv_ref self, vv_ref arg, vv_span *ret, uint8_t *byte) {
    if (!VV_ISA(self, STR)) {
        if (VV_ISA(arg, INT)) {
            int64_t value = vv_int_clamp_index(arg);
            if (value < 0 || value > 255)
                return vv_raise_int(t, VV_ValueError, "byte must be in range(0, 256)");
            *byte = (uint8_t)value;
            *ret = (vv_span){byte, 1, 1};
            return 0;
        }
        const uint8_t *data;
        size_t n;
        if (!vv_bytes_view(arg, &data, &n))
            return VV_IS(t, arg, MEMORYVIEW) ? vv_memoryview_complain(t, arg) : vv_raise_int(t, VV_TypeError, "argument should be integer or bytes-like object, not '%T'", arg);
    }
    return vv_text_arg(t, self, arg, ret);
}

/* start and end of find() and its like, as a slice's. */
static void clamp_span(vv_thread *t, vv_ref start_arg, vv_ref end_arg, size_t length, int64_t *start, int64_t *end) {
    int64_t n = (int64_t)length;
    *start = start_arg == NULL || start_arg == t->vm->none ? 0 : vv_int_clamp_index(start_arg);
    *end = end_arg == NULL || end_arg == t->vm->none ? n : vv_int_clamp_index(end_arg);
    if (*end > n)
        *end = n;
    else if (*end < 0)
        *end = *end + n < 0 ? 0 : *end + n;
    if (*start < 0)
        *start = *start + n < 0 ? 0 : *start + n;
}

vv_step vv_text_index_arg(vv_thread *t, vv_ref arg, bool none_allowed) {
    if (none_allowed && arg->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "slice indices must be integers or None or have an __index__ method");
    return vv_do_index(t, arg);
}

bool vv_text_is_space(vv_ref self, uint32_t c) {
    return VV_ISA(self, STR) ? vv_unicode_is_space(c) : c == ' ' || (c >= 9 && c <= 13);
}

/* ---- searching ---- */

static const void *span_from(const vv_span *s, size_t start) {
    return (const uint8_t *)s->data + start * (size_t)s->kind;
}

int64_t vv_span_find(const vv_span *hay, const vv_span *needle, size_t start, size_t end) {
    if (start > end || end - start < needle->length)
        return -1;
    if (needle->length == 0)
        return (int64_t)start;
    if (needle->kind > hay->kind)
        return -1;
    int64_t i =
        vv_search_first(hay->kind, span_from(hay, start), end - start, needle->kind, needle->data, needle->length);
    return i < 0 ? -1 : i + (int64_t)start;
}

static int64_t span_rfind(const vv_span *hay, const vv_span *needle, size_t start, size_t end) {
    if (start > end || end - start < needle->length)
        return -1;
    if (needle->length == 0)
        return (int64_t)end;
    if (needle->kind > hay->kind)
        return -1;
    int64_t i =
        vv_search_last(hay->kind, span_from(hay, start), end - start, needle->kind, needle->data, needle->length);
    return i < 0 ? -1 : i + (int64_t)start;
}

static size_t span_count(const vv_span *hay, const vv_span *needle, size_t start, size_t end) {
    if (start > end || end - start < needle->length)
        return 0;
    if (needle->length == 0)
        return end - start + 1;
    if (needle->kind > hay->kind)
        return 0;
    return vv_search_count(hay->kind, span_from(hay, start), end - start, needle->kind, needle->data, needle->length);
}

/* Do the units of `part` stand at `at`? */
static bool span_matches(const vv_span *s, const vv_span *part, size_t at) {
    if (part->length == 0)
        return true;
    if (part->kind == s->kind)
        return memcmp(span_from(s, at), part->data, part->length * (size_t)part->kind) == 0;
    if (part->kind > s->kind)
        return false;
    for (size_t i = 0; i < part->length; i++)
        if (vv_span_at(s, at + i) != vv_span_at(part, i))
            return false;
    return true;
}

/* find, rfind, index and rindex: argv: self, sub, start, end. -2 = exception. */
static int64_t find(vv_thread *t, vv_obj *const *argv, bool last) {
    vv_span hay = vv_span_of(argv[0]), needle;
    uint8_t byte;
    int64_t start, end;
    if (search_arg(t, argv[0], argv[1], &needle, &byte) < 0)
        return -2;
    clamp_span(t, argv[2], argv[3], hay.length, &start, &end);
    if (start > end)
        return -1;
    return last ? span_rfind(&hay, &needle, (size_t)start, (size_t)end)
                : vv_span_find(&hay, &needle, (size_t)start, (size_t)end);
}

static vv_owned found(vv_thread *t, vv_ref self, int64_t i, bool required) {
    if (i == -2)
        return NULL;
    if (i == -1 && required)
        return vv_raise(t, VV_ValueError, VV_ISA(self, STR) ? "substring not found" : "subsection not found");
    return vv_int_new(t, i);
}

vv_owned vv_text_find(vv_thread *t, vv_obj *const *argv) {
    return found(t, argv[0], find(t, argv, false), false);
}
vv_owned vv_text_rfind(vv_thread *t, vv_obj *const *argv) {
    return found(t, argv[0], find(t, argv, true), false);
}
vv_owned vv_text_index(vv_thread *t, vv_obj *const *argv) {
    return found(t, argv[0], find(t, argv, false), true);
}
vv_owned vv_text_rindex(vv_thread *t, vv_obj *const *argv) {
    return found(t, argv[0], find(t, argv, true), true);
}

vv_owned vv_text_count(vv_thread *t, vv_obj *const *argv) {
    vv_span hay = vv_span_of(argv[0]), needle;
    uint8_t byte;
    int64_t start, end;
    if (search_arg(t, argv[0], argv[1], &needle, &byte) < 0)
        return NULL;
    clamp_span(t, argv[2], argv[3], hay.length, &start, &end);
    return vv_int_new(t, start > end ? 0 : (int64_t)span_count(&hay, &needle, (size_t)start, (size_t)end));
}

/* 1, 0 or -1 TypeError: does self[start:end] begin (end) with `part`? */
static int tail_match(vv_thread *t, vv_ref self, vv_ref part, int64_t start, int64_t end, bool at_end) {
    vv_span hay = vv_span_of(self), needle;
    if (vv_text_arg(t, self, part, &needle) < 0)
        return -1;
    if (start > end || (uint64_t)(end - start) < needle.length)
        return 0;
    return span_matches(&hay, &needle, (size_t)(at_end ? end - (int64_t)needle.length : start));
}

static vv_owned starts_or_ends(vv_thread *t, vv_obj *const *argv, bool at_end) {
    vv_ref self = argv[0], part = argv[1];
    const char *name = at_end ? "endswith" : "startswith";
    int64_t start, end;
    int r = 0;
    clamp_span(t, argv[2], argv[3], vv_span_of(self).length, &start, &end);
    if (VV_ISA(part, TUPLE)) {
        for (size_t i = 0; i < VV_TUPLE(part)->length && r == 0; i++) {
            vv_ref item = VV_TUPLE(part)->items[i];
            if (VV_ISA(self, STR) && !VV_ISA(item, STR))
                return vv_raise(t, VV_TypeError, "tuple for %s must only contain str, not %T", name, item);
            r = tail_match(t, self, item, start, end, at_end);
        }
        return r < 0 ? NULL : vv_bool(t, r != 0);
    }
    const uint8_t *data;
    size_t n;
    if (VV_ISA(self, STR) ? !VV_ISA(part, STR) : !vv_bytes_view(part, &data, &n)) {
        const char *kind = VV_ISA(self, STR) ? "str" : "bytes";
        return vv_raise(t, VV_TypeError, "%s first arg must be %s or a tuple of %s, not %T", name, kind, kind, part);
    }
    r = tail_match(t, self, part, start, end, at_end);
    return r < 0 ? NULL : vv_bool(t, r != 0);
}
vv_owned vv_text_startswith(vv_thread *t, vv_obj *const *argv) {
    return starts_or_ends(t, argv, false);
}
vv_owned vv_text_endswith(vv_thread *t, vv_obj *const *argv) {
    return starts_or_ends(t, argv, true);
}

static vv_owned remove_affix(vv_thread *t, vv_obj *const *argv, bool at_end) {
    vv_span self = vv_span_of(argv[0]), part;
    if (VV_ISA(argv[0], STR) && !VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "%s() argument must be str, not %A", at_end ? "removesuffix" : "removeprefix",
                        argv[1]);
    if (vv_text_arg(t, argv[0], argv[1], &part) < 0)
        return NULL;
    size_t n = self.length, cut = part.length;
    if (cut > n || !span_matches(&self, &part, at_end ? n - cut : 0))
        cut = 0;
    return at_end ? vv_text_cut(t, argv[0], 0, n - cut) : vv_text_cut(t, argv[0], cut, n);
}
vv_owned vv_text_removeprefix(vv_thread *t, vv_obj *const *argv) {
    return remove_affix(t, argv, false);
}
vv_owned vv_text_removesuffix(vv_thread *t, vv_obj *const *argv) {
    return remove_affix(t, argv, true);
}

/* ---- replacing ---- */

static int replace_arg(vv_thread *t, vv_obj *const *argv, int k, vv_span *ret) {
    if (VV_ISA(argv[0], STR) && !VV_ISA(argv[k], STR))
        return vv_raise_int(t, VV_TypeError, "replace() argument %d must be str, not %A", k, argv[k]);
    return vv_text_arg(t, argv[0], argv[k], ret);
}

int vv_text_replace_check(vv_thread *t, vv_obj *const *argv) {
    vv_span ignored;
    return replace_arg(t, argv, 1, &ignored) < 0 ? -1 : replace_arg(t, argv, 2, &ignored);
}

vv_owned vv_text_replace(vv_thread *t, vv_obj *const *argv) {
    vv_span self = vv_span_of(argv[0]), old, new;
    if (replace_arg(t, argv, 1, &old) < 0 || replace_arg(t, argv, 2, &new) < 0)
        return NULL;
    int64_t limit = -1;
    if (argv[3] != NULL && vv_int_as_i64(t, argv[3], &limit) < 0)
        return NULL;
    uint64_t left = limit < 0 ? UINT64_MAX : (uint64_t)limit;
    size_t at = 0;
    int64_t next = left == 0 || (argv[1] == argv[2] && VV_ISA(argv[0], STR)) ? -1 : vv_span_find(&self, &old, 0, self.length);
    if (next < 0)
        return vv_text_cut(t, argv[0], 0, self.length);
    vv_strbuilder b = {0};
    for (; left > 0 && next >= 0; left--) {
        if (add_span(t, &b, argv[0], &self, at, (size_t)next) < 0 || add_span(t, &b, argv[2], &new, 0, new.length) < 0)
            goto fail;
        at = (size_t)next + old.length;
        if (old.length == 0) {
            /* The empty text stands before every unit and at the end. */
            if (at == self.length)
                break;
            if (add_span(t, &b, argv[0], &self, at, at + 1) < 0)
                goto fail;
            next = (int64_t)++at;
        } else {
            next = vv_span_find(&self, &old, at, self.length);
        }
    }
    if (add_span(t, &b, argv[0], &self, at, self.length) < 0)
        goto fail;
    return vv_text_finish(t, argv[0], &b);
fail:
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* ---- splitting ---- */

static int append_cut(vv_thread *t, vv_ref list, vv_ref self, size_t start, size_t end) {
    vv_obj *part = vv_text_cut(t, self, start, end);
    return part == NULL ? -1 : vv_list_append_take(t, list, part);
}

static void reverse(vv_ref list) {
    vv_obj **items = VV_LIST(list)->items;
    for (size_t i = 0, j = VV_LIST(list)->length; i + 1 < j; i++) {
        vv_obj *o = items[i];
        items[i] = items[--j];
        items[j] = o;
    }
}

static int split_space(vv_thread *t, vv_ref list, vv_ref self, uint64_t left) {
    vv_span s = vv_span_of(self);
    size_t i = 0, n = s.length;
    for (;;) {
        while (i < n && vv_text_is_space(self, vv_span_at(&s, i)))
            i++;
        if (i == n)
            return 0;
        size_t start = i;
        if (left-- == 0) /* what is left over keeps its trailing space */
            return append_cut(t, list, self, start, n);
        while (i < n && !vv_text_is_space(self, vv_span_at(&s, i)))
            i++;
        if (append_cut(t, list, self, start, i) < 0)
            return -1;
    }
}

/* From the end; the list comes out reversed. */
static int rsplit_space(vv_thread *t, vv_ref list, vv_ref self, uint64_t left) {
    vv_span s = vv_span_of(self);
    size_t i = s.length;
    for (;;) {
        while (i > 0 && vv_text_is_space(self, vv_span_at(&s, i - 1)))
            i--;
        if (i == 0)
            return 0;
        size_t end = i;
        if (left-- == 0)
            return append_cut(t, list, self, 0, end);
        while (i > 0 && !vv_text_is_space(self, vv_span_at(&s, i - 1)))
            i--;
        if (append_cut(t, list, self, i, end) < 0)
            return -1;
    }
}

static int split_at(vv_thread *t, vv_ref list, vv_ref self, const vv_span *sep, uint64_t left, bool backwards) {
    vv_span s = vv_span_of(self);
    size_t start = 0, end = s.length;
    while (left-- > 0) {
        int64_t i = backwards ? span_rfind(&s, sep, 0, end) : vv_span_find(&s, sep, start, end);
        if (i < 0)
            break;
        size_t at = (size_t)i;
        if ((backwards ? append_cut(t, list, self, at + sep->length, end) : append_cut(t, list, self, start, at)) < 0)
            return -1;
        if (backwards)
            end = at;
        else
            start = at + sep->length;
    }
    return append_cut(t, list, self, start, end);
}

/* Places CPython makes at first in the list that a split gives; sep: length of the separator, 0 for white space. */
static size_t split_room(vv_ref text, size_t sep, uint64_t left) {
    size_t length = vv_span_of(text).length, most = 11;
    if (VV_ISA(text, STR)) {
        if (sep > length)
            return 1;
        if (left == UINT64_MAX)
            left = sep > 0 ? length / sep + 1 : length > 0 ? (length - 1) / 2 + 1 : 1;
    }
    return (size_t)(left < most ? left : most) + 1;
}

static vv_owned split(vv_thread *t, vv_obj *const *argv, bool backwards) {
    int64_t limit = -1;
    if (argv[2] != NULL && vv_int_as_i64(t, argv[2], &limit) < 0)
        return NULL;
    uint64_t left = limit < 0 ? UINT64_MAX : (uint64_t)limit;
    vv_span sep = {0};
    bool space = argv[1] == NULL || argv[1] == t->vm->none;
    if (!space) {
        if (VV_ISA(argv[0], STR) && !VV_ISA(argv[1], STR))
            return vv_raise(t, VV_TypeError, "must be str or None, not %T", argv[1]);
        if (vv_text_arg(t, argv[0], argv[1], &sep) < 0)
            return NULL;
        if (sep.length == 0)
            return vv_raise(t, VV_ValueError, "empty separator");
    }
    vv_obj *list = vv_list_with_room(t, 0, split_room(argv[0], space ? 0 : sep.length, left));
    if (list == NULL)
        return NULL;
    int r = !space     ? split_at(t, list, argv[0], &sep, left, backwards)
            : backwards ? rsplit_space(t, list, argv[0], left)
                        : split_space(t, list, argv[0], left);
    if (r < 0) {
        vv_decref(t, list);
        return NULL;
    }
    if (backwards)
        reverse(list);
    return list;
}
vv_owned vv_text_split(vv_thread *t, vv_obj *const *argv) {
    return split(t, argv, false);
}
vv_owned vv_text_rsplit(vv_thread *t, vv_obj *const *argv) {
    return split(t, argv, true);
}

vv_owned vv_text_splitlines(vv_thread *t, vv_obj *const *argv) {
    vv_span s = vv_span_of(argv[0]);
    bool keep = argv[1] != NULL && argv[1] == t->vm->true_, text = VV_ISA(argv[0], STR);
    vv_obj *list = vv_list_new(t, 0);
    if (list == NULL)
        return NULL;
    for (size_t i = 0; i < s.length;) {
        size_t start = i, end;
        uint32_t c = 0;
        for (; i < s.length; i++) {
            c = vv_span_at(&s, i);
            if (text ? vv_unicode_is_linebreak(c) : c == '\n' || c == '\r')
                break;
        }
        end = i;
        if (i < s.length)
            i += c == '\r' && i + 1 < s.length && vv_span_at(&s, i + 1) == '\n' ? 2 : 1;
        if (append_cut(t, list, argv[0], start, keep ? i : end) < 0) {
            vv_decref(t, list);
            return NULL;
        }
    }
    return list;
}

static vv_owned triple(vv_thread *t, vv_owned a, vv_owned b, vv_owned c) {
    if (a == NULL || b == NULL || c == NULL) {
        vv_xdecref(t, a);
        vv_xdecref(t, b);
        vv_xdecref(t, c);
        return NULL;
    }
    return vv_tuple_from_array_take(t, (vv_obj *[]){a, b, c}, 3);
}

static vv_owned partition(vv_thread *t, vv_obj *const *argv, bool last) {
    vv_ref self = argv[0];
    vv_span s = vv_span_of(self), sep;
    if (vv_text_arg(t, self, argv[1], &sep) < 0)
        return NULL;
    if (sep.length == 0)
        return vv_raise(t, VV_ValueError, "empty separator");
    int64_t i = last ? span_rfind(&s, &sep, 0, s.length) : vv_span_find(&s, &sep, 0, s.length);
    if (i < 0) {
        bool itself = VV_ISA(self, STR) || VV_ISA(self, BYTES); /* an instance of a subclass too */
        vv_obj *all = itself ? vv_newref(self) : vv_text_cut(t, self, 0, s.length);
        return last ? triple(t, vv_text_cut(t, self, 0, 0), vv_text_cut(t, self, 0, 0), all)
                    : triple(t, all, vv_text_cut(t, self, 0, 0), vv_text_cut(t, self, 0, 0));
    }
    size_t at = (size_t)i;
    bool itself = VV_ISA(self, STR) || VV_ISA(self, BYTES);
    return triple(t, vv_text_cut(t, self, 0, at),
                  itself ? vv_newref(argv[1]) : vv_text_cut(t, self, at, at + sep.length),
                  vv_text_cut(t, self, at + sep.length, s.length));
}
vv_owned vv_text_partition(vv_thread *t, vv_obj *const *argv) {
    return partition(t, argv, false);
}
vv_owned vv_text_rpartition(vv_thread *t, vv_obj *const *argv) {
    return partition(t, argv, true);
}

/* ---- stripping ---- */

static vv_owned strip(vv_thread *t, vv_obj *const *argv, bool left, bool right, const char *name) {
    vv_ref self = argv[0];
    vv_span s = vv_span_of(self), set = {0};
    bool space = argv[1] == NULL || argv[1] == t->vm->none;
    if (!space) {
        if (VV_ISA(self, STR) && !VV_ISA(argv[1], STR))
            return vv_raise(t, VV_TypeError, "%s arg must be None or str", name);
        if (vv_text_arg(t, self, argv[1], &set) < 0)
            return NULL;
    }
    size_t start = 0, end = s.length;
#define STRIPPED(c) (space ? vv_text_is_space(self, c) : vv_search_first_unit(set.kind, set.data, set.length, c) >= 0)
    while (left && start < end && STRIPPED(vv_span_at(&s, start)))
        start++;
    while (right && end > start && STRIPPED(vv_span_at(&s, end - 1)))
        end--;
#undef STRIPPED
    return vv_text_cut(t, self, start, end);
}
vv_owned vv_text_strip(vv_thread *t, vv_obj *const *argv) {
    return strip(t, argv, true, true, "strip");
}
vv_owned vv_text_lstrip(vv_thread *t, vv_obj *const *argv) {
    return strip(t, argv, true, false, "lstrip");
}
vv_owned vv_text_rstrip(vv_thread *t, vv_obj *const *argv) {
    return strip(t, argv, false, true, "rstrip");
}

/* ---- padding ---- */

static vv_owned pad(vv_thread *t, vv_ref self, size_t left, size_t right, uint32_t fill) {
    vv_span s = vv_span_of(self);
    vv_strbuilder b = {0};
    if (vv_strbuilder_fill(t, &b, fill, left) < 0 || add_span(t, &b, self, &s, 0, s.length) < 0 ||
        vv_strbuilder_fill(t, &b, fill, right) < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_text_finish(t, self, &b);
}

/* The field width, or -1 with an exception. */
static int64_t width_arg(vv_thread *t, vv_ref arg) {
    int64_t width;
    if (vv_int_as_i64(t, arg, &width) < 0)
        return -1;
    return width < 0 ? 0 : width;
}

/* center, ljust, rjust; argv: self, width, fillchar. */
static vv_owned justify(vv_thread *t, vv_obj *const *argv, const char *name) {
    vv_ref self = argv[0];
    uint32_t fill = ' ';
    int64_t width = width_arg(t, argv[1]);
    if (width < 0)
        return NULL;
    if (argv[2] != NULL && VV_ISA(self, STR)) {
        if (!VV_ISA(argv[2], STR))
            return vv_raise(t, VV_TypeError, "The fill character must be a unicode character, not %T", argv[2]);
        if (vv_str_length(argv[2]) != 1)
            return vv_raise(t, VV_TypeError, "The fill character must be exactly one character long");
        fill = vv_str_at(argv[2], 0);
    } else if (argv[2] != NULL) {
        const uint8_t *data;
        size_t n;
        if (!vv_bytes_view(argv[2], &data, &n) || n != 1)
            return vv_raise(t, VV_TypeError, "%s() argument 2 must be a byte string of length 1, not %A", name,
                            argv[2]);
        fill = data[0];
    }
    size_t n = vv_span_of(self).length;
    if ((uint64_t)width <= n)
        return vv_text_cut(t, self, 0, n);
    if ((uint64_t)width > VV_STR_MAX_LENGTH)
        return vv_raise_memory(t);
    size_t room = (size_t)width - n;
    /* center: an odd unit goes left only if the width is odd. */
    size_t left = name[0] == 'c' ? room / 2 + (room & (size_t)width & 1) : name[0] == 'l' ? 0 : room;
    return pad(t, self, left, room - left, fill);
}
vv_owned vv_text_center(vv_thread *t, vv_obj *const *argv) {
    return justify(t, argv, "center");
}
vv_owned vv_text_ljust(vv_thread *t, vv_obj *const *argv) {
    return justify(t, argv, "ljust");
}
vv_owned vv_text_rjust(vv_thread *t, vv_obj *const *argv) {
    return justify(t, argv, "rjust");
}

vv_owned vv_text_zfill(vv_thread *t, vv_obj *const *argv) {
    vv_span s = vv_span_of(argv[0]);
    int64_t width = width_arg(t, argv[1]);
    if (width < 0)
        return NULL;
    if ((uint64_t)width <= s.length)
        return vv_text_cut(t, argv[0], 0, s.length);
    if ((uint64_t)width > VV_STR_MAX_LENGTH)
        return vv_raise_memory(t);
    size_t sign = s.length != 0 && (vv_span_at(&s, 0) == '+' || vv_span_at(&s, 0) == '-') ? 1 : 0;
    vv_strbuilder b = {0};
    if (add_span(t, &b, argv[0], &s, 0, sign) < 0 || vv_strbuilder_fill(t, &b, '0', (size_t)width - s.length) < 0 ||
        add_span(t, &b, argv[0], &s, sign, s.length) < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_text_finish(t, argv[0], &b);
}

vv_owned vv_text_expandtabs(vv_thread *t, vv_obj *const *argv) {
    vv_span s = vv_span_of(argv[0]);
    int64_t size = 8;
    if (argv[1] != NULL && (vv_int_to_i64(argv[1], &size) != 0 || size != (int32_t)size))
        return vv_raise(t, VV_OverflowError, "Python int too large to convert to C int");
    if (argv[1] != NULL && vv_int_as_i64(t, argv[1], &size) < 0)
        return NULL;
    if (size > INT32_MAX || size < INT32_MIN)
        return vv_raise(t, VV_OverflowError, "Python int too large to convert to C int");
    if (VV_ISA(argv[0], STR) && vv_search_first_unit(s.kind, s.data, s.length, '\t') < 0)
        return vv_text_cut(t, argv[0], 0, s.length);
    vv_strbuilder b = {0};
    uint64_t column = 0;
    for (size_t i = 0; i < s.length; i++) {
        uint32_t c = vv_span_at(&s, i);
        if (c == '\t') {
            uint64_t spaces = size > 0 ? (uint64_t)size - column % (uint64_t)size : 0;
            column += spaces;
            if (vv_strbuilder_fill(t, &b, ' ', (size_t)spaces) < 0)
                goto fail;
            continue;
        }
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        if (vv_strbuilder_char(t, &b, c) < 0)
            goto fail;
    }
    return vv_text_finish(t, argv[0], &b);
fail:
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* ---- repeating and slicing ---- */

vv_owned vv_text_repeat(vv_thread *t, vv_ref self, size_t times) {
    vv_span s = vv_span_of(self);
    if (times == 1 || s.length == 0)
        return vv_text_cut(t, self, 0, s.length);
    if (times == 0)
        return vv_text_cut(t, self, 0, 0);
    if (times > VV_STR_MAX_LENGTH / s.length)
        return vv_raise_memory(t);
    size_t unit = s.length * (size_t)s.kind, total = unit * times;
    uint8_t *data;
    vv_obj *o = blank(t, self, s.length * times, &data);
    if (o == NULL)
        return NULL;
    if (unit == 1) {
        memset(data, *(const uint8_t *)s.data, total);
        return o;
    }
    memcpy(data, s.data, unit);
    for (size_t done = unit; done < total;) { /* doubling */
        size_t more = done < total - done ? done : total - done;
        memcpy(data + done, data, more);
        done += more;
    }
    return o;
}

vv_owned vv_text_pick(vv_thread *t, vv_ref self, int64_t start, int64_t step, size_t count) {
    vv_span s = vv_span_of(self);
    if (count == 0)
        return vv_text_cut(t, self, 0, 0);
    vv_strbuilder b = {0};
    if (vv_strbuilder_reserve(t, &b, count, 0) < 0)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (vv_strbuilder_char(t, &b, vv_span_at(&s, (size_t)(start + (int64_t)i * step))) < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_text_finish(t, self, &b);
}

int vv_text_slice_now(vv_thread *t, vv_ref self, vv_ref slice, vv_obj **ret) {
    int64_t start, stop, step;
    size_t count;
    int r = vv_slice_bounds_now(t, slice, vv_span_of(self).length, &start, &stop, &step, &count);
    if (r != 1)
        return r;
    *ret = count == 0  ? vv_text_cut(t, self, 0, 0)
           : step == 1 ? vv_text_cut(t, self, (size_t)start, (size_t)start + count)
                       : vv_text_pick(t, self, start, step, count);
    return *ret == NULL ? -1 : 1;
}

/* ---- joining ---- */

static vv_owned join_bytes(vv_thread *t, vv_ref separator, vv_obj *const *items, size_t n) {
    vv_span sep = vv_span_of(separator);
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        const uint8_t *data;
        size_t size;
        if (!vv_bytes_view(items[i], &data, &size))
            return vv_raise(t, VV_TypeError, "sequence item %zu: expected a bytes-like object, %T found", i, items[i]);
        length += size + (i == 0 ? 0 : sep.length);
        if (length > VV_STR_MAX_LENGTH)
            return vv_raise(t, VV_OverflowError, "join() result is too long");
    }
    if (n == 1 && VV_IS(t, items[0], BYTES) && VV_ISA(separator, BYTES))
        return vv_newref(items[0]);
    uint8_t *to;
    vv_obj *o = blank(t, separator, length, &to);
    for (size_t i = 0; o != NULL && i < n; i++) {
        vv_span item = vv_span_of(items[i]);
        if (i != 0 && sep.length != 0)
            to = (uint8_t *)memcpy(to, sep.data, sep.length) + sep.length;
        if (item.length != 0)
            to = (uint8_t *)memcpy(to, item.data, item.length) + item.length;
    }
    return o;
}

static vv_owned join_items(vv_thread *t, vv_ref separator, vv_obj *const *items, size_t n) {
    if (!VV_ISA(separator, STR))
        return join_bytes(t, separator, items, n);
    for (size_t i = 0; i < n; i++)
        if (!VV_ISA(items[i], STR))
            return vv_raise(t, VV_TypeError, "sequence item %zu: expected str instance, %T found", i, items[i]);
    return vv_str_join(t, separator, items, n);
}

vv_step vv_text_join(vv_thread *t, vv_native *nf) { /* argv: separator, iterable; slot[0]: its iterator, then a list */
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[1], LIST))
        return vv_return(t, join_items(t, nf->argv[0], VV_LIST(nf->argv[1])->items, VV_LIST(nf->argv[1])->length));
    if (VV_IS(t, nf->argv[1], TUPLE))
        return vv_return(t, join_items(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items, VV_TUPLE(nf->argv[1])->length));
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[1]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "can only join an iterable");
    }
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    return vv_return(t, join_items(t, nf->argv[0], VV_LIST(nf->slot[0])->items, VV_LIST(nf->slot[0])->length));
    VV_END(nf);
}
