/* format.c - format(value, spec) for str, int, float and complex: PEP 3101's mini-language
 *     [[fill]align][sign][z][#][0][width][grouping][.precision][type]
 * Nothing here runs Python. There is no locale: 'n' groups nothing and uses a point.
 */
#include "base/copy.h"
#include "base/dtoa.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str_internal.h"

#include <math.h>
#include <string.h>

/* ---- the specification ---- */

typedef struct spec {
    uint32_t fill;
    uint32_t align; /* '<' '>' '=' '^' */
    uint32_t sign;  /* '+' '-' ' ' or 0 */
    bool no_negative_zero, alternate, fill_given, align_given;
    int64_t width;  /* -1: not given */
    uint32_t grouping; /* ',' '_' or 0 */
    int64_t precision; /* -1: not given */
    uint32_t type;  /* 0: not given */
} spec;

static bool is_align(uint32_t c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

/* A whole number at *at; *ret = -1 if there is none. */
static int parse_number(vv_thread *t, vv_ref text, size_t *at, int64_t *ret) {
    *ret = -1;
    for (; *at < vv_str_length(text); ++*at) {
        uint32_t c = vv_str_at(text, *at);
        if (c < '0' || c > '9')
            break;
        if (*ret > (INT64_MAX - 9) / 10)
            return vv_raise_int(t, VV_ValueError, "Too many decimal digits in format string");
        *ret = (*ret < 0 ? 0 : *ret) * 10 + (c - '0');
    }
    return 0;
}

static int both_groupings(vv_thread *t) {
    return vv_raise_int(t, VV_ValueError, "Cannot specify both ',' and '_'.");
}

static int unknown_code(vv_thread *t, uint32_t c, const char *type) {
    if (c > 32 && c < 128)
        return vv_raise_int(t, VV_ValueError, "Unknown format code '%c' for object of type '%s'", (int)c, type);
    return vv_raise_int(t, VV_ValueError, "Unknown format code '\\x%x' for object of type '%s'", (unsigned)c, type);
}

static int parse_spec(vv_thread *t, vv_ref text, const char *type, uint32_t default_type, uint32_t default_align,
                      spec *s) {
    size_t n = vv_str_length(text), i = 0;
#define PEEK (i < n ? vv_str_at(text, i) : 0)
    *s = (spec){.fill = ' ', .align = default_align, .width = -1, .precision = -1, .type = default_type};
    if (n >= 2 && is_align(vv_str_at(text, 1))) {
        s->fill = vv_str_at(text, 0);
        s->align = vv_str_at(text, 1);
        s->fill_given = s->align_given = true;
        i = 2;
    } else if (is_align(PEEK)) {
        s->align = PEEK;
        s->align_given = true;
        i++;
    }
    if (PEEK == '+' || PEEK == '-' || PEEK == ' ')
        s->sign = vv_str_at(text, i++);
    if (PEEK == 'z') {
        s->no_negative_zero = true;
        i++;
    }
    if (PEEK == '#') {
        s->alternate = true;
        i++;
    }
    if (PEEK == '0' && !s->fill_given) {
        s->fill = '0';
        if (!s->align_given && default_align == '>')
            s->align = '=';
        i++;
    }
    if (parse_number(t, text, &i, &s->width) < 0)
        return -1;
    if (PEEK == ',') {
        s->grouping = ',';
        i++;
    }
    if (PEEK == '_') {
        if (s->grouping != 0)
            return both_groupings(t);
        s->grouping = '_';
        i++;
    }
    if (PEEK == ',' && s->grouping == '_')
        return both_groupings(t);
    if (PEEK == '.') {
        i++;
        if (parse_number(t, text, &i, &s->precision) < 0)
            return -1;
        if (s->precision < 0)
            return vv_raise_int(t, VV_ValueError, "Format specifier missing precision");
        if (s->precision > INT32_MAX)
            return vv_raise_int(t, VV_ValueError, "precision too big");
    }
#undef PEEK
    if (n - i > 1) {
        vv_obj *rest = vv_str_slice(t, text, 0, n);
        if (rest == NULL)
            return -1;
        vv_raise(t, VV_ValueError, "Invalid format specifier '%U' for object of type '%s'", rest, type);
        vv_decref(t, rest);
        return -1;
    }
    if (n - i == 1)
        s->type = vv_str_at(text, i);
    if (s->grouping != 0) {
        uint32_t c = s->type;
        bool allowed = c == 0 || (c < 128 && strchr("deEfFgG%", (int)c) != NULL) ||
                       (s->grouping == '_' && c < 128 && strchr("boxX", (int)c) != NULL);
        if (!allowed && c > 32 && c < 128)
            return vv_raise_int(t, VV_ValueError, "Cannot specify '%c' with '%c'.", (int)s->grouping, (int)c);
        if (!allowed)
            return vv_raise_int(t, VV_ValueError, "Cannot specify '%c' with '\\x%x'.", (int)s->grouping, (unsigned)c);
    }
    return 0;
}

/* ---- putting the parts together ---- */

typedef struct number {
    uint32_t sign; /* '-' '+' ' ' or 0 */
    char prefix[2];
    size_t prefix_length;
    const char *digits;
    size_t digit_count;
    const char *rest; /* point, fraction, exponent, "inf", ... */
    size_t rest_length;
    size_t group; /* digits between separators, 0 = none */
} number;

static uint32_t sign_for(bool negative, uint32_t wanted) {
    return negative ? '-' : wanted == '+' || wanted == ' ' ? wanted : 0;
}

/* The digits with separators, filled with zeros up to min_width columns. With b == NULL only counts: the length. */
static int64_t group_digits(vv_thread *t, vv_strbuilder *b, const number *x, uint32_t separator, int64_t min_width) {
    /* Groups are found from the right; the leftmost one takes what is left, so its size is computed first. */
    int64_t digits = (int64_t)x->digit_count, group = (int64_t)x->group, width;
    if (group == 0) {
        width = digits > min_width ? digits : min_width;
        if (b == NULL)
            return width;
        return vv_strbuilder_fill(t, b, '0', (size_t)(width - digits)) < 0 ||
                       vv_strbuilder_ascii(t, b, x->digits, x->digit_count) < 0
                   ? -1
                   : width;
    }
    int64_t remaining = digits, room = min_width, columns = 0, separators = 0;
    for (;;) {
        int64_t need = remaining > room ? remaining : room;
        int64_t take = group < (need > 1 ? need : 1) ? group : (need > 1 ? need : 1);
        columns += take;
        remaining -= take < remaining ? take : remaining;
        room -= take;
        if (remaining <= 0 && room <= 0)
            break;
        room--;
        separators++;
    }
    width = columns + separators;
    if (b == NULL)
        return width;
    for (int64_t k = columns; k > 0; k--) { /* k: digit places from here to the right end */
        char c = k > digits ? '0' : x->digits[digits - k];
        if (vv_strbuilder_char(t, b, (uint8_t)c) < 0)
            return -1;
        if (k > 1 && (k - 1) % group == 0 && vv_strbuilder_char(t, b, separator) < 0)
            return -1;
    }
    return width;
}

/* Columns of the number without padding (zeros of '0' with '=' included). */
static int64_t min_columns(const number *x, const spec *s) {
    if (s->fill != '0' || s->align != '=')
        return 0;
    int64_t others = (x->sign != 0) + (int64_t)x->prefix_length + (int64_t)x->rest_length;
    return s->width - others;
}

static void split_padding(const spec *s, int64_t padding, int64_t *left, int64_t *inside, int64_t *right) {
    *left = *inside = *right = 0;
    if (padding <= 0)
        return;
    if (s->align == '<')
        *right = padding;
    else if (s->align == '=')
        *inside = padding;
    else if (s->align == '^')
        *left = padding / 2;
    else
        *left = padding;
    if (s->align == '^')
        *right = padding - *left;
}

static int check_width(vv_thread *t, const spec *s) {
    if (s->width > (int64_t)VV_STR_MAX_LENGTH) {
        vv_raise_memory(t);
        return -1;
    }
    return 0;
}

static int add_number(vv_thread *t, vv_strbuilder *b, const number *x, const spec *s) {
    int64_t min_width = min_columns(x, s), left, inside, right;
    int64_t grouped = x->digit_count == 0 ? 0 : group_digits(t, NULL, x, s->grouping, min_width);
    int64_t total = (x->sign != 0) + (int64_t)x->prefix_length + grouped + (int64_t)x->rest_length;
    if (check_width(t, s) < 0)
        return -1;
    split_padding(s, s->width - total, &left, &inside, &right);
    if (vv_strbuilder_fill(t, b, s->fill, (size_t)left) < 0 ||
        (x->sign != 0 && vv_strbuilder_char(t, b, x->sign) < 0) ||
        vv_strbuilder_ascii(t, b, x->prefix, x->prefix_length) < 0 ||
        vv_strbuilder_fill(t, b, s->fill, (size_t)inside) < 0)
        return -1;
    if (x->digit_count != 0 && group_digits(t, b, x, s->grouping, min_width) < 0)
        return -1;
    return vv_strbuilder_ascii(t, b, x->rest, x->rest_length) < 0 ? -1
                                                                  : vv_strbuilder_fill(t, b, s->fill, (size_t)right);
}

/* Adds text in a field. */
static int add_field(vv_thread *t, vv_strbuilder *b, vv_ref text, size_t length, const spec *s) {
    int64_t left, inside, right;
    if (check_width(t, s) < 0)
        return -1;
    split_padding(s, s->width - (int64_t)length, &left, &inside, &right);
    left += inside;
    return vv_strbuilder_fill(t, b, s->fill, (size_t)left) < 0 || vv_strbuilder_slice(t, b, text, 0, length) < 0
               ? -1
               : vv_strbuilder_fill(t, b, s->fill, (size_t)right);
}

static vv_owned finish(vv_thread *t, vv_strbuilder *b, int r) {
    if (r == 0)
        return vv_strbuilder_finish(t, b);
    vv_strbuilder_drop(t, b);
    return NULL;
}

/* The number in its field. */
static vv_owned make_number(vv_thread *t, const number *x, const spec *s) {
    char text[120], *p = text;
    size_t total = (x->sign != 0) + x->prefix_length + x->digit_count + x->rest_length;
    if (x->group != 0 || s->fill > 0x7F || total > sizeof text || s->width > (int64_t)sizeof text) {
        vv_strbuilder b = {0};
        return finish(t, &b, add_number(t, &b, x, s));
    }
    /* short and ASCII: no builder */
    int64_t left, inside, right;
    split_padding(s, s->width - (int64_t)total, &left, &inside, &right);
    for (; left > 0; left--)
        *p++ = (char)s->fill;
    if (x->sign != 0)
        *p++ = (char)x->sign;
    for (size_t k = 0; k < x->prefix_length; k++)
        *p++ = x->prefix[k];
    for (; inside > 0; inside--)
        *p++ = (char)s->fill;
    vv_copy(p, x->digits, x->digit_count);
    p += x->digit_count;
    vv_copy(p, x->rest, x->rest_length);
    p += x->rest_length;
    for (; right > 0; right--)
        *p++ = (char)s->fill;
    return vv_str_from_utf8(t, text, (size_t)(p - text));
}

/* ---- str ---- */

vv_owned vv_format_str(vv_thread *t, vv_ref o, vv_ref spec_text) {
    if (vv_str_length(spec_text) == 0)
        return vv_str_of_type(t, VV_TYPEP(t, STR), o);
    spec s;
    if (parse_spec(t, spec_text, vv_type_name(o), 's', '<', &s) < 0)
        return NULL;
    if (s.type != 's') {
        unknown_code(t, s.type, vv_type_name(o));
        return NULL;
    }
    if (s.sign == ' ')
        return vv_raise(t, VV_ValueError, "Space not allowed in string format specifier");
    if (s.sign != 0)
        return vv_raise(t, VV_ValueError, "Sign not allowed in string format specifier");
    if (s.no_negative_zero)
        return vv_raise(t, VV_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (s.alternate)
        return vv_raise(t, VV_ValueError, "Alternate form (#) not allowed in string format specifier");
    if (s.align == '=')
        return vv_raise(t, VV_ValueError, "'=' alignment not allowed in string format specifier");
    size_t length = vv_str_length(o);
    if (s.precision >= 0 && (uint64_t)s.precision < length)
        length = (size_t)s.precision;
    if (s.width <= (int64_t)length)
        return length == vv_str_length(o) ? vv_str_of_type(t, VV_TYPEP(t, STR), o) : vv_str_slice(t, o, 0, length);
    vv_strbuilder b = {0};
    return finish(t, &b, add_field(t, &b, o, length, &s));
}

/* ---- float ---- */

/* Splits what vv_float_format wrote (without its sign) into digits and rest. */
static void split_float(const char *text, size_t n, number *x) {
    size_t digits = 0;
    while (digits < n && text[digits] >= '0' && text[digits] <= '9')
        digits++;
    x->digits = text;
    x->digit_count = digits;
    x->rest = text + digits;
    x->rest_length = n - digits;
}

/* The text of v for a code: a block of *n characters (vv_free), or NULL. */
static char *float_text(vv_thread *t, double v, char code, int precision, unsigned flags, size_t *n) {
    char *text = vv_alloc(t, vv_float_format_bound(v, code, precision) + 1);
    if (text != NULL)
        *n = vv_float_format(v, code, precision, flags, text);
    return text;
}

static vv_owned format_double(vv_thread *t, double v, const spec *s) {
    unsigned flags = (s->alternate ? VV_FF_ALT : 0u) | (s->no_negative_zero ? VV_FF_NO_NEG_0 : 0u);
    char code = (char)s->type;
    int precision = s->precision < 0 ? 6 : (int)s->precision;
    if (code == 0) { /* like repr, or like 'g' with at least one digit behind the point */
        flags |= VV_FF_ADD_DOT_0;
        code = s->precision < 0 ? 'r' : 'g';
    } else if (code == 'n') {
        code = 'g';
    }
    char small[512], *text = small;
    size_t n;
    if (vv_float_format_bound(v, code, precision) <= sizeof small)
        n = vv_float_format(v, code, precision, flags, small);
    else if ((text = float_text(t, v, code, precision, flags, &n)) == NULL)
        return NULL;
    bool negative = text[0] == '-';
    number x = {.sign = sign_for(negative, s->sign), .group = s->grouping != 0 ? 3 : 0};
    split_float(text + negative, n - negative, &x);
    vv_obj *o = make_number(t, &x, s);
    if (text != small)
        vv_free(t, text);
    return o;
}

static bool is_float_code(uint32_t c) {
    return c < 128 && c != 0 && strchr("eEfFgGn%", (int)c) != NULL;
}

vv_owned vv_format_float(vv_thread *t, vv_ref o, vv_ref spec_text) {
    double v = VV_FLOAT(o)->value;
    if (vv_str_length(spec_text) == 0)
        return vv_float_repr(t, v);
    spec s;
    if (parse_spec(t, spec_text, vv_type_name(o), 0, '>', &s) < 0)
        return NULL;
    if (s.type != 0 && !is_float_code(s.type)) {
        unknown_code(t, s.type, vv_type_name(o));
        return NULL;
    }
    return format_double(t, v, &s);
}

/* ---- int ---- */

static vv_owned format_character(vv_thread *t, vv_ref o, const spec *s) {
    if (s->sign != 0)
        return vv_raise(t, VV_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (s->alternate)
        return vv_raise(t, VV_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t c;
    if (vv_int_to_i64(o, &c) != 0)
        return vv_raise(t, VV_OverflowError, "Python int too large to convert to C long");
    if (c < 0 || c > 0x10FFFF)
        return vv_raise(t, VV_OverflowError, "%%c arg not in range(0x110000)");
    vv_obj *text = vv_str_from_char(t, (uint32_t)c);
    if (text == NULL)
        return NULL;
    vv_strbuilder b = {0};
    vv_obj *result = finish(t, &b, add_field(t, &b, text, 1, s));
    vv_decref(t, text);
    return result;
}

static vv_owned format_integer(vv_thread *t, vv_ref o, const spec *s) {
    if (s->precision >= 0)
        return vv_raise(t, VV_ValueError, "Precision not allowed in integer format specifier");
    if (s->no_negative_zero)
        return vv_raise(t, VV_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (s->type == 'c')
        return format_character(t, o, s);
    int base = s->type == 'b' ? 2 : s->type == 'o' ? 8 : s->type == 'x' || s->type == 'X' ? 16 : 10;
    vv_obj *digits = vv_int_to_str(t, o, base, false);
    if (digits == NULL)
        return NULL;
    const char *text = (const char *)VV_STR(digits)->data;
    size_t n = vv_str_length(digits);
    bool negative = text[0] == '-';
    char *upper = NULL;
    if (s->type == 'X') {
        upper = vv_alloc(t, n);
        if (upper == NULL) {
            vv_decref(t, digits);
            return NULL;
        }
        for (size_t i = 0; i < n; i++)
            upper[i] = text[i] >= 'a' ? (char)(text[i] - 32) : text[i];
        text = upper;
    }
    number x = {.sign = sign_for(negative, s->sign), .digits = text + negative, .digit_count = n - negative, .rest = "",
                .group = s->grouping == 0 ? 0 : base == 10 ? 3 : 4};
    if (s->alternate && base != 10) {
        x.prefix[0] = '0';
        x.prefix[1] = (char)s->type;
        x.prefix_length = 2;
    }
    vv_obj *result = make_number(t, &x, s);
    vv_free(t, upper);
    vv_decref(t, digits);
    return result;
}

vv_owned vv_format_int(vv_thread *t, vv_ref o, vv_ref spec_text) {
    if (vv_str_length(spec_text) == 0) {
        if (VV_IS(t, o, BOOL))
            return vv_str_from_cstr(t, o == t->vm->true_ ? "True" : "False");
        return vv_int_decimal(t, o);
    }
    spec s;
    if (parse_spec(t, spec_text, vv_type_name(o), 'd', '>', &s) < 0)
        return NULL;
    if (s.type < 128 && strchr("bcdoxXn", (int)s.type) != NULL && s.type != 0)
        return format_integer(t, o, &s);
    if (is_float_code(s.type)) {
        double v;
        if (vv_int_as_double(t, o, &v) < 0)
            return NULL;
        return format_double(t, v, &s);
    }
    unknown_code(t, s.type, vv_type_name(o));
    return NULL;
}

/* ---- complex ---- */

vv_owned vv_format_complex(vv_thread *t, vv_ref o, vv_ref spec_text) {
    double re = VV_COMPLEX(o)->real, im = VV_COMPLEX(o)->imag;
    spec s = {.fill = ' ', .align = '>', .width = -1, .precision = -1};
    if (vv_str_length(spec_text) != 0 && parse_spec(t, spec_text, vv_type_name(o), 0, '>', &s) < 0)
        return NULL;
    if (s.type != 0 && (s.type == '%' || !is_float_code(s.type))) {
        unknown_code(t, s.type, vv_type_name(o));
        return NULL;
    }
    if (s.fill == '0')
        return vv_raise(t, VV_ValueError, "Zero padding is not allowed in complex format specifier");
    if (s.align == '=')
        return vv_raise(t, VV_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    unsigned flags = (s.alternate ? VV_FF_ALT : 0u) | (s.no_negative_zero ? VV_FF_NO_NEG_0 : 0u);
    char code = s.type == 'n' ? 'g' : s.type == 0 ? s.precision < 0 ? 'r' : 'g' : (char)s.type;
    bool only_imaginary = s.type == 0 && re == 0.0 && !signbit(re), parentheses = s.type == 0 && !only_imaginary;
    int precision = s.precision < 0 ? 6 : (int)s.precision;
    size_t re_length = 0, im_length = 0;
    char *re_text = float_text(t, re, code, precision, flags, &re_length);
    char *im_text = re_text == NULL ? NULL : float_text(t, im, code, precision, flags, &im_length);
    vv_strbuilder inner = {0}, b = {0};
    vv_obj *result = NULL, *text = NULL;
    if (im_text == NULL)
        goto done;
    /* The parts take no width of their own; the field is laid out around the whole. */
    spec part = s;
    part.width = -1;
    bool re_negative = re_text[0] == '-', im_negative = im_text[0] == '-';
    number real = {.sign = sign_for(re_negative, s.sign), .group = s.grouping != 0 ? 3 : 0};
    number imaginary = {.sign = sign_for(im_negative, only_imaginary ? s.sign : '+'), .group = real.group};
    split_float(re_text + re_negative, re_length - re_negative, &real);
    split_float(im_text + im_negative, im_length - im_negative, &imaginary);
    if ((parentheses && vv_strbuilder_char(t, &inner, '(') < 0) ||
        (!only_imaginary && add_number(t, &inner, &real, &part) < 0) || add_number(t, &inner, &imaginary, &part) < 0 ||
        vv_strbuilder_ascii(t, &inner, "j)", parentheses ? 2 : 1) < 0) {
        vv_strbuilder_drop(t, &inner);
        goto done;
    }
    text = vv_strbuilder_finish(t, &inner);
    if (text != NULL)
        result = finish(t, &b, add_field(t, &b, text, vv_str_length(text), &s));
done:
    vv_xdecref(t, text);
    vv_free(t, re_text);
    vv_free(t, im_text);
    return result;
}
