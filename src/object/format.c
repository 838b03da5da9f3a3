/* format.c - building str objects from C: printf's simple conversions and those of object/error.h (%U %T %N %R). */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

enum { VV_REPR_DEPTH = 16 }; /* tuples nested deeper print as (...) here */

/* Appends UTF-8 text of which at most `limit` bytes count. */
static int append_text(vv_thread *t, vv_strbuilder *b, const char *text, size_t limit) {
    size_t n = 0;
    bool ascii = true;
    while (n < limit && text[n] != '\0')
        ascii &= (signed char)text[n++] >= 0;
    if (ascii)
        return vv_strbuilder_ascii(t, b, text, n);
    while (text[n] != '\0' && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--; /* do not cut a character in two */
    vv_obj *s = vv_str_from_utf8(t, text, n);
    if (s == NULL)
        return -1;
    int r = vv_strbuilder_str(t, b, s);
    vv_decref(t, s);
    return r;
}

static int append_take(vv_thread *t, vv_strbuilder *b, vv_owned s) {
    if (s == NULL)
        return -1;
    int r = vv_strbuilder_str(t, b, s);
    vv_decref(t, s);
    return r;
}

static int append_repr(vv_thread *t, vv_strbuilder *b, vv_ref o, int depth) {
    const vv_type *type = o->type;
    if (type == VV_TYPEP(t, STR))
        return append_take(t, b, vv_str_repr(t, o));
    if (type == VV_TYPEP(t, INT))
        return append_take(t, b, vv_int_to_str(t, o, 10, false));
    if (type == VV_TYPEP(t, BOOL))
        return append_text(t, b, o == t->vm->true_ ? "True" : "False", SIZE_MAX);
    if (o == t->vm->none)
        return append_text(t, b, "None", SIZE_MAX);
    if (o == t->vm->ellipsis)
        return append_text(t, b, "Ellipsis", SIZE_MAX);
    if (o == t->vm->not_implemented)
        return append_text(t, b, "NotImplemented", SIZE_MAX);
    if (type == VV_TYPEP(t, FLOAT))
        return append_take(t, b, vv_float_repr(t, VV_FLOAT(o)->value));
    if (type == VV_TYPEP(t, BYTES))
        return append_take(t, b, vv_bytes_repr(t, o));
    if (VV_ISA(o, TYPE) && type->s.repr == VV_TYPEP(t, TYPE)->s.repr)
        return append_take(t, b, vv_type_repr(t, VV_AS_TYPE(o)));
    if (type == VV_TYPEP(t, TUPLE)) {
        const vv_tuple *tuple = VV_TUPLE(o);
        if (depth <= 0)
            return append_text(t, b, "(...)", SIZE_MAX);
        if (vv_strbuilder_char(t, b, '(') < 0)
            return -1;
        for (size_t i = 0; i < tuple->length; i++) {
            if ((i > 0 && append_text(t, b, ", ", SIZE_MAX) < 0) || append_repr(t, b, tuple->items[i], depth - 1) < 0)
                return -1;
        }
        return append_text(t, b, tuple->length == 1 ? ",)" : ")", SIZE_MAX);
    }
    return append_take(t, b, vv_default_repr(t, o));
}

vv_owned vv_default_repr(vv_thread *t, vv_ref o) {
    const vv_type *type = o->type;
    VV_AUTO module = {t, vv_type_module(t, type)};
    if (module.o == NULL)
        return NULL;
    if (VV_ISA(module.o, STR) && !vv_str_equal_cstr(module.o, "builtins"))
        return vv_format(t, "<%U.%U object at %p>", module.o, type->qualname, (const void *)o);
    return vv_format(t, "<%s object at %p>", type->tp_name, (const void *)o);
}

/* One conversion after its `%`; *f is left behind it. */
static int append_conversion(vv_thread *t, vv_strbuilder *b, const char **f, va_list *args) {
    const char *p = *f;
    char flags[8], buffer[32], spec[24];
    size_t nflags = 0;
    while ((*p == '0' || *p == '-' || *p == '#' || *p == '+' || *p == ' ') && nflags < sizeof(flags) - 1)
        flags[nflags++] = *p++;
    flags[nflags] = '\0';
    int width = 0;
    while (*p >= '0' && *p <= '9')
        width = width * 10 + (*p++ - '0');
    size_t precision = SIZE_MAX;
    if (*p == '.') {
        p++;
        if (*p == '*') {
            int n = va_arg(*args, int);
            precision = n < 0 ? SIZE_MAX : (size_t)n;
            p++;
        } else {
            precision = 0;
            while (*p >= '0' && *p <= '9')
                precision = precision * 10 + (size_t)(*p++ - '0');
        }
    }
    int longs = 0;
    bool size = false;
    for (; *p == 'l' || *p == 'z'; p++) {
        longs += *p == 'l';
        size |= *p == 'z';
    }
    char conversion = *p;
    *f = p + 1;
    switch (conversion) {
    case '%': return vv_strbuilder_char(t, b, '%');
    case 'c': return vv_strbuilder_char(t, b, (uint32_t)va_arg(*args, int));
    case 's': {
        const char *text = va_arg(*args, const char *);
        return append_text(t, b, text != NULL ? text : "(null)", precision);
    }
    case 'U': {
        vv_ref s = va_arg(*args, vv_ref);
        if (s == NULL)
            return append_text(t, b, "?", SIZE_MAX);
        if (precision < vv_str_length(s))
            return vv_strbuilder_slice(t, b, s, 0, precision);
        return vv_strbuilder_str(t, b, s);
    }
    case 'T': return append_text(t, b, vv_type_name(va_arg(*args, vv_ref)), precision);
    case 'A': {
        vv_ref o = va_arg(*args, vv_ref);
        return append_text(t, b, o == t->vm->none ? "None" : vv_type_name(o), precision);
    }
    case 'N': return append_text(t, b, va_arg(*args, vv_type *)->tp_name, precision);
    case 'R': return append_repr(t, b, va_arg(*args, vv_ref), VV_REPR_DEPTH);
    case 'p':
        snprintf(buffer, sizeof(buffer), "0x%llx", (unsigned long long)(uintptr_t)va_arg(*args, const void *));
        return append_text(t, b, buffer, SIZE_MAX);
    case 'd':
    case 'i': {
        long long value = longs >= 2 ? va_arg(*args, long long)
                          : size     ? (long long)va_arg(*args, ptrdiff_t)
                          : longs    ? va_arg(*args, long)
                                     : va_arg(*args, int);
        snprintf(spec, sizeof(spec), "%%%s%dlld", flags, width);
        if (width == 0)
            snprintf(spec, sizeof(spec), "%%%slld", flags);
        snprintf(buffer, sizeof(buffer), spec, value);
        return append_text(t, b, buffer, SIZE_MAX);
    }
    case 'u':
    case 'x':
    case 'X': {
        unsigned long long value = longs >= 2 ? va_arg(*args, unsigned long long)
                                   : size     ? va_arg(*args, size_t)
                                   : longs    ? va_arg(*args, unsigned long)
                                              : va_arg(*args, unsigned);
        if (width == 0)
            snprintf(spec, sizeof(spec), "%%%sll%c", flags, conversion);
        else
            snprintf(spec, sizeof(spec), "%%%s%dll%c", flags, width, conversion);
        snprintf(buffer, sizeof(buffer), spec, value);
        return append_text(t, b, buffer, SIZE_MAX);
    }
    default: VV_CHECK(!"unknown conversion in a format of the core"); return -1;
    }
}

vv_owned vv_format_va(vv_thread *t, const char *format, va_list args) {
    if (strchr(format, '%') == NULL)
        return vv_str_from_cstr(t, format);
    vv_strbuilder b = {0};
    va_list rest;
    va_copy(rest, args);
    const char *f = format;
    while (*f != '\0') {
        const char *percent = strchr(f, '%');
        size_t n = percent == NULL ? strlen(f) : (size_t)(percent - f);
        if (n > 0 && append_text(t, &b, f, n) < 0)
            goto failed;
        if (percent == NULL)
            break;
        f = percent + 1;
        if (append_conversion(t, &b, &f, &rest) < 0)
            goto failed;
    }
    va_end(rest);
    return vv_strbuilder_finish(t, &b);
failed:
    va_end(rest);
    vv_strbuilder_drop(t, &b);
    return NULL;
}

vv_owned vv_format(vv_thread *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vv_obj *s = vv_format_va(t, format, args);
    va_end(args);
    return s;
}
