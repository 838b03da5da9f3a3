/* _string.c - module _string: format strings taken apart, for string.Formatter. Errors come when the iterators reach them. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct vv_format_iterator {
    vv_obj head;
    vv_obj *text; /* owned str */
    size_t at;    /* next code point */
} vv_format_iterator;
#define VV_FORMAT_ITERATOR(o) ((vv_format_iterator *)(o))

#define VV_DEF_NAME string
#define VV_DEF_FILE "modules/_string.def"
#include "object/deftype.h"

static void iterator_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_FORMAT_ITERATOR(self)->text);
    vv_free_object(t, self);
}

static int iterator_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_FORMAT_ITERATOR(self)->text);
    return 0;
}

static vv_owned value_error(vv_thread *t, const char *why) {
    return vv_raise(t, VV_ValueError, "%s", why);
}

/* ---- format strings ---- */

/* Where the parts of a replacement field are: code points of the text. */
typedef struct field {
    size_t name, name_end, spec, spec_end;
    uint32_t conversion; /* 0 = none */
} field;

/* Reads a field from behind its '{' on. 0, or -1 with ValueError. */
static int read_field(vv_thread *t, vv_ref text, size_t *at, field *f) {
    size_t end = vv_str_length(text), k = *at;
    uint32_t c = 0;
    f->name = k;
    while (k < end) {
        c = vv_str_at(text, k++);
        if (c == '{')
            return vv_raise_int(t, VV_ValueError, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!')
            break;
        if (c == '[')
            while (k < end && vv_str_at(text, k) != ']')
                k++;
    }
    if (c != '}' && c != ':' && c != '!')
        return vv_raise_int(t, VV_ValueError, "expected '}' before end of string");
    f->name_end = f->spec = f->spec_end = k - 1;
    if (c == '!') {
        if (k >= end)
            return vv_raise_int(t, VV_ValueError, "end of string while looking for conversion specifier");
        f->conversion = vv_str_at(text, k++);
        if (k < end) {
            c = vv_str_at(text, k++);
            if (c != '}' && c != ':')
                return vv_raise_int(t, VV_ValueError, "expected ':' after conversion specifier");
        }
    }
    if (c != '}') {
        f->spec = k;
        for (int depth = 1; depth > 0; k++) {
            if (k >= end)
                return vv_raise_int(t, VV_ValueError, "unmatched '{' in format spec");
            c = vv_str_at(text, k);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        f->spec_end = k - 1;
    }
    *at = k;
    return 0;
}

/* (text, None, None, None), or the same with a field. */
static vv_owned next_piece(vv_thread *t, vv_format_iterator *it) {
    size_t end = vv_str_length(it->text), start = it->at, k = start;
    uint32_t c = 0;
    while (k < end && c != '{' && c != '}')
        c = vv_str_at(it->text, k++);
    bool marked = c == '{' || c == '}', escaped = marked && k < end && vv_str_at(it->text, k) == c;
    if (c == '}' && !escaped)
        return value_error(t, "Single '}' encountered in format string");
    if (c == '{' && k == end)
        return value_error(t, "Single '{' encountered in format string");
    VV_AUTO literal = {t, vv_str_slice(t, it->text, start, marked && !escaped ? k - 1 : k)};
    if (literal.o == NULL)
        return NULL;
    it->at = k + escaped;
    vv_ref none = VV_NONE(t);
    if (!marked || escaped)
        return vv_tuple_pack(t, 4, (vv_ref)literal.o, none, none, none);
    field f = {0};
    if (read_field(t, it->text, &it->at, &f) < 0)
        return NULL;
    VV_AUTO name = {t, vv_str_slice(t, it->text, f.name, f.name_end)};
    VV_AUTO spec = {t, vv_str_slice(t, it->text, f.spec, f.spec_end)};
    VV_AUTO conversion = {t, f.conversion == 0 ? vv_none(t) : vv_str_from_char(t, f.conversion)};
    if (name.o == NULL || spec.o == NULL || conversion.o == NULL)
        return NULL;
    return vv_tuple_pack(t, 4, (vv_ref)literal.o, (vv_ref)name.o, (vv_ref)spec.o, (vv_ref)conversion.o);
}

static vv_step formatter_next(vv_thread *t, vv_ref self) {
    vv_format_iterator *it = VV_FORMAT_ITERATOR(self);
    return it->at >= vv_str_length(it->text) ? vv_return_null(t) : vv_return(t, next_piece(t, it));
}

/* ---- field names ---- */

/* Code points [start, end) as an int if they are digits, else as a str. */
static vv_owned key_of(vv_thread *t, vv_ref text, size_t start, size_t end) {
    int64_t value = 0;
    size_t k = start;
    for (; k < end; k++) {
        uint32_t c = vv_str_at(text, k);
        if (c < '0' || c > '9')
            break;
        if (value > (INT64_MAX - 9) / 10)
            return value_error(t, "Too many decimal digits in format string");
        value = value * 10 + (c - '0');
    }
    return k == end && start < end ? vv_int_new(t, value) : vv_str_slice(t, text, start, end);
}

static vv_owned next_part(vv_thread *t, vv_format_iterator *it) {
    size_t end = vv_str_length(it->text), k = it->at + 1, start = k;
    uint32_t mark = vv_str_at(it->text, it->at);
    if (mark != '.' && mark != '[')
        return value_error(t, "Only '.' or '[' may follow ']' in format field specifier");
    while (k < end && (mark == '[' ? vv_str_at(it->text, k) != ']' : vv_str_at(it->text, k) != '.' && vv_str_at(it->text, k) != '['))
        k++;
    if (mark == '[' && k == end)
        return value_error(t, "Missing ']' in format string");
    if (k == start)
        return value_error(t, "Empty attribute in format string");
    it->at = k + (mark == '[');
    VV_AUTO key = {t, mark == '[' ? key_of(t, it->text, start, k) : vv_str_slice(t, it->text, start, k)};
    return key.o == NULL ? NULL : vv_tuple_pack(t, 2, mark == '.' ? VV_TRUE(t) : VV_FALSE(t), (vv_ref)key.o);
}

static vv_step fieldname_next(vv_thread *t, vv_ref self) {
    vv_format_iterator *it = VV_FORMAT_ITERATOR(self);
    return it->at >= vv_str_length(it->text) ? vv_return_null(t) : vv_return(t, next_part(t, it));
}

/* ---- the module ---- */

static const vv_slots formatter_slots = {.iter = vv_self_iter, .next = formatter_next};
const vv_typespec vv_formatteriterator_spec = {
    .name = "formatteriterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_NO_NEW,
    .basicsize = sizeof(vv_format_iterator),
    .size64 = 80,
    .slots = &formatter_slots,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
};
static const vv_slots fieldname_slots = {.iter = vv_self_iter, .next = fieldname_next};
const vv_typespec vv_fieldnameiterator_spec = {
    .name = "fieldnameiterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_NO_NEW,
    .basicsize = sizeof(vv_format_iterator),
    .size64 = 64,
    .slots = &fieldname_slots,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
};

static vv_owned iterator(vv_thread *t, int type, vv_ref text, size_t at) {
    vv_type *of = vv_type_ensure_peek(t, type);
    vv_owned o = of == NULL ? NULL : vv_new_object(t, of, sizeof(vv_format_iterator));
    if (o != NULL) {
        VV_FORMAT_ITERATOR(o)->text = vv_newref(text);
        VV_FORMAT_ITERATOR(o)->at = at;
    }
    return o;
}

static vv_owned string_parser(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "expected str, got %T", argv[0]);
    return iterator(t, VV_T_FORMATTER_ITERATOR, argv[0], 0);
}

static vv_owned string_field_name_split(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "expected str, got %T", argv[0]);
    size_t end = 0;
    while (end < vv_str_length(argv[0]) && vv_str_at(argv[0], end) != '.' && vv_str_at(argv[0], end) != '[')
        end++;
    VV_AUTO first = {t, key_of(t, argv[0], 0, end)};
    VV_AUTO rest = {t, first.o == NULL ? NULL : iterator(t, VV_T_FIELDNAME_ITERATOR, argv[0], end)};
    return rest.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)first.o, (vv_ref)rest.o);
}

vv_owned vv__string_module(vv_thread *t);
vv_owned vv__string_module(vv_thread *t) {
    return vv_module_from_defs(t, "_string", "Format strings taken apart.", string_methods);
}
