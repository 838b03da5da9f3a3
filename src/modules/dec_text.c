/* dec_text.c - decimal numbers as text: reading, str(), and format() with its mini-language. */
#include "modules/dec.h"

#include <limits.h>
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "types/str.h"

/* ---- reading ---- */

static bool is_digit(char ch) {
    return '0' <= ch && ch <= '9';
}

/* Takes `word` (lower case) off the text in any case. */
static bool take_word(const char **p, const char *end, const char *word) {
    size_t n = strlen(word);
    if ((size_t)(end - *p) < n)
        return false;
    for (size_t k = 0; k < n; k++)
        if (((*p)[k] | 0x20) != word[k])
            return false;
    *p += n;
    return true;
}

/* The coefficient from digits with at most one point among them. */
static bool read_coefficient(vv_dec *r, const char *first, const char *end, vv_dec_ctx *c) {
    while (first < end - 1 && (*first == '0' || (*first == '.' && first + 1 < end)))
        first++;
    if (!vv_dec_reserve(c, r, (size_t)(end - first) / VV_DEC_LIMB_DIGITS + 2))
        return false;
    static const uint32_t place[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    r->length = 0;
    uint32_t limb = 0;
    int n = 0;
    while (end > first) {
        if (*--end == '.')
            continue;
        limb += (uint32_t)(*end - '0') * place[n];
        if (++n == VV_DEC_LIMB_DIGITS) {
            r->limb[r->length++] = limb;
            limb = 0;
            n = 0;
        }
    }
    if (n > 0 || r->length == 0)
        r->limb[r->length++] = limb;
    vv_dec_measure(r);
    return true;
}

void vv_dec_from_text(vv_dec *r, const char *text, size_t n, vv_dec_ctx *c) {
    const char *p = text, *end = text + n;
    uint8_t sign = 0;
    if (p < end && (*p == '+' || *p == '-'))
        sign = *p++ == '-';
    if (take_word(&p, end, "inf")) {
        (void)take_word(&p, end, "inity");
        vv_dec_set_inf(r, sign);
        if (p != end)
            vv_dec_error(c, r, VV_DEC_SYNTAX);
        return;
    }
    bool signaling = take_word(&p, end, "snan");
    if (signaling || take_word(&p, end, "nan")) {
        const char *payload = p;
        while (p < end && is_digit(*p))
            p++;
        vv_dec_set_nan(r);
        if (p != end) {
            vv_dec_error(c, r, VV_DEC_SYNTAX);
            return;
        }
        while (payload < end && *payload == '0')
            payload++;
        if (payload < end && !read_coefficient(r, payload, end, c))
            return;
        if (r->digits > c->prec - c->clamp) {
            vv_dec_error(c, r, VV_DEC_SYNTAX);
            return;
        }
        r->kind = signaling ? VV_DEC_SNAN : VV_DEC_NAN;
        r->sign = sign;
        return;
    }
    const char *first = p, *point = NULL;
    int64_t digits = 0, exp = 0;
    for (; p < end && (is_digit(*p) || (*p == '.' && point == NULL)); p++)
        if (*p == '.')
            point = p;
        else
            digits++;
    const char *last = p;
    bool good = digits > 0;
    if (good && p < end && (*p | 0x20) == 'e') {
        bool minus = ++p < end && *p == '-';
        if (p < end && (*p == '+' || *p == '-'))
            p++;
        good = p < end;
        for (; p < end && is_digit(*p); p++)
            exp = exp < INT64_C(300000000000000000) ? exp * 10 + (*p - '0') : INT64_C(4000000000000000000);
        exp = minus ? -exp : exp;
    }
    if (!good || p != end) {
        vv_dec_error(c, r, VV_DEC_SYNTAX);
        return;
    }
    if (!read_coefficient(r, first, last, c))
        return;
    r->kind = VV_DEC_FINITE;
    r->sign = sign;
    r->exp = exp - (point == NULL ? 0 : last - point - 1);
    vv_dec_finish(r, c);
}

/* ---- writing ---- */

void vv_dec_write_digits(const vv_dec *a, char *out) {
    int64_t at = a->digits;
    for (size_t k = 0; at > 0; k++) {
        uint32_t limb = a->limb[k];
        for (int i = 0; i < VV_DEC_LIMB_DIGITS && at > 0; i++, limb /= 10)
            out[--at] = (char)('0' + limb % 10);
    }
}

/* A growing text. */
typedef struct text {
    vv_thread *t;
    char *data;
    size_t length, capacity;
    bool failed;
} text;

static void put(text *x, const char *s, size_t n) {
    if (x->failed)
        return;
    if (x->length + n > x->capacity) {
        size_t room = (x->length + n) * 2 + 32;
        char *fresh = vv_realloc(x->t, x->data, room);
        if (fresh == NULL) {
            x->failed = true;
            return;
        }
        x->data = fresh;
        x->capacity = room;
    }
    if (s == NULL)
        memset(x->data + x->length, '0', n);
    else
        memcpy(x->data + x->length, s, n);
    x->length += n;
}

static void put_zeros(text *x, int64_t n) {
    if (n > 0 && n > INT32_MAX / 4) {
        (void)!vv_raise_memory(x->t);
        x->failed = true;
    } else if (n > 0) {
        put(x, NULL, (size_t)n);
    }
}

static void put_word(text *x, const char *word) {
    put(x, word, strlen(word));
}

/* Without sign; the point behind `dplace` digits, and what that leaves as an exponent. Writes where the whole part ends. */
static void put_magnitude(text *x, const vv_dec *a, int64_t dplace, bool always_exponent, bool capitals, size_t *ret_whole) {
    if (a->kind == VV_DEC_INF) {
        put_word(x, "Infinity");
        return;
    }
    char *digits = vv_alloc(x->t, (size_t)a->digits + 1);
    if (digits == NULL) {
        x->failed = true;
        return;
    }
    vv_dec_write_digits(a, digits);
    if (vv_dec_is_nan(a)) {
        put_word(x, a->kind == VV_DEC_NAN ? "NaN" : "sNaN");
        put(x, digits, (size_t)a->digits);
        vv_free(x->t, digits);
        return;
    }
    size_t whole = 1;
    if (dplace <= 0) {
        put_word(x, "0.");
        put_zeros(x, -dplace);
        put(x, digits, (size_t)a->digits);
    } else if (dplace >= a->digits) {
        put(x, digits, (size_t)a->digits);
        put_zeros(x, dplace - a->digits);
        whole = x->length;
    } else {
        put(x, digits, (size_t)dplace);
        whole = x->length;
        put_word(x, ".");
        put(x, digits + dplace, (size_t)(a->digits - dplace));
    }
    vv_free(x->t, digits);
    int64_t exponent = a->digits + a->exp - dplace;
    if (exponent != 0 || always_exponent) {
        char buffer[32], *p = buffer + sizeof buffer;
        uint64_t rest = exponent < 0 ? -(uint64_t)exponent : (uint64_t)exponent;
        do
            *--p = (char)('0' + rest % 10);
        while ((rest /= 10) != 0);
        *--p = exponent < 0 ? '-' : '+';
        *--p = capitals ? 'E' : 'e';
        put(x, p, (size_t)(buffer + sizeof buffer - p));
    }
    if (ret_whole != NULL)
        *ret_whole = whole;
}

/* How many digits stand before the point in the styles that choose. */
static int64_t point_place(const vv_dec *a, enum vv_dec_style style) {
    int64_t left = a->digits + a->exp;
    if (vv_dec_is_special(a) || (a->exp <= 0 && left > -6))
        return left;
    if (style == VV_DEC_SCIENTIFIC)
        return 1;
    if (vv_dec_is_zero(a))
        return ((left + 1) % 3 + 3) % 3 - 1;
    return ((left - 1) % 3 + 3) % 3 + 1;
}

static vv_owned finish(text *x) {
    vv_owned s = x->failed ? NULL : vv_str_from_utf8(x->t, x->data, x->length);
    vv_free(x->t, x->data);
    return s;
}

vv_owned vv_dec_to_str(vv_thread *t, const vv_dec *a, enum vv_dec_style style, bool capitals) {
    text x = {.t = t};
    if (a->sign != 0)
        put_word(&x, "-");
    put_magnitude(&x, a, point_place(a, style), false, capitals, NULL);
    return finish(&x);
}

/* ---- format() ---- */

typedef struct format_spec {
    uint32_t fill, align; /* '<' '>' '=' '^', 'z': zeros behind the sign */
    char sign, type;
    bool no_negative_zero, thousands;
    int64_t width, prec; /* prec -1: none */
} format_spec;

static bool is_align(uint32_t ch) {
    return ch == '<' || ch == '>' || ch == '=' || ch == '^';
}

/* A number in the specification; false: too large. */
static bool read_number(vv_ref s, size_t *at, int64_t *ret) {
    int64_t n = 0;
    for (; *at < vv_str_length(s) && vv_str_at(s, *at) - '0' < 10; ++*at) {
        n = n * 10 + (int64_t)(vv_str_at(s, *at) - '0');
        if (n > INT32_MAX)
            return false;
    }
    *ret = n;
    return true;
}

static bool read_spec(vv_ref s, format_spec *f) {
    size_t n = vv_str_length(s), at = 0;
    bool aligned = false;
#define CH(k) ((k) < n ? vv_str_at(s, (k)) : 0)
    if (n >= 2 && is_align(CH(1))) {
        f->fill = CH(0);
        f->align = CH(1);
        at = 2;
        aligned = true;
    } else if (is_align(CH(0))) {
        f->align = CH(0);
        at = 1;
        aligned = true;
    }
    if (CH(at) == '+' || CH(at) == '-' || CH(at) == ' ')
        f->sign = (char)CH(at), at++;
    if (CH(at) == 'z') {
        f->no_negative_zero = true;
        at++;
    }
    if (CH(at) == '0') {
        if (aligned)
            return false;
        f->align = 'z';
        at++;
    }
    if (CH(at) - '0' < 10 && (CH(at) == '0' || !read_number(s, &at, &f->width)))
        return false;
    if (CH(at) == ',') {
        f->thousands = true;
        at++;
    }
    if (CH(at) == '.') {
        at++;
        if (CH(at) - '0' >= 10 || !read_number(s, &at, &f->prec))
            return false;
    }
    if (at < n) {
        uint32_t type = CH(at);
        if (type > 127 || type == 0 || strchr("eEfFgG%nN", (int)type) == NULL || (f->thousands && (type | 0x20) == 'n'))
            return false;
        f->type = (char)type;
        at++;
    }
#undef CH
    return at == n;
}

/* The whole part with separators between its groups; zeros in front until the text has `width` characters, of which
 * `others` stand elsewhere. Built from the right. */
static int put_groups(vv_thread *t, vv_strbuilder *b, const char *digits, size_t n, int64_t width, const vv_dec_locale *l,
                      int64_t *ret_cuts) {
    const char *grouping = l->grouping != NULL ? l->grouping : "";
    size_t separator = l->separator == NULL || *grouping == '\0' ? 0 : vv_str_length(l->separator);
    uint8_t *breaks; /* 1: a separator stands before this digit, counted from the right */
    size_t most = n > (size_t)(width > 0 ? width : 0) ? n : (size_t)width;
    breaks = vv_alloc(t, most + 1);
    if (breaks == NULL)
        return -1;
    int64_t used = 0;
    size_t count = 0;
    int left = separator != 0 && *grouping != CHAR_MAX ? *grouping : INT_MAX;
    while (count < n || used < width) {
        bool cut = left == 0;
        if (cut) {
            if (grouping[1] == CHAR_MAX)
                left = INT_MAX;
            else if (grouping[1] != '\0')
                left = *++grouping;
            else
                left = *grouping;
        }
        breaks[count++] = cut;
        *ret_cuts += cut;
        used += 1 + cut; /* a separator counts once, however long it is */
        if (left != INT_MAX)
            left--;
    }
    int r = 0;
    for (size_t k = count; r == 0 && k-- > 0;) {
        r = vv_strbuilder_char(t, b, (uint32_t)(k < n ? digits[n - 1 - k] : '0'));
        if (r == 0 && breaks[k] != 0)
            r = vv_strbuilder_str(t, b, l->separator);
    }
    vv_free(t, breaks);
    return r;
}

static int put_fill(vv_thread *t, vv_strbuilder *b, uint32_t fill, int64_t n) {
    for (; n > 0; n--)
        if (vv_strbuilder_char(t, b, fill) < 0)
            return -1;
    return 0;
}

static size_t builder_used(const vv_strbuilder *b) {
    return b->length;
}

/* sign, then the text of the magnitude: digits up to `whole`, the rest with the point at its beginning perhaps. */
static vv_owned lay_out(vv_thread *t, const char *sign, const char *data, size_t length, size_t whole, bool number,
                        const format_spec *f, const vv_dec_locale *l) {
    vv_strbuilder body = {0}, b = {0};
    int64_t signs = *sign != '\0';
    size_t rest = length - whole, point = number && rest > 0 && data[whole] == '.';
    int64_t point_width = point == 0 ? 0 : l->point != NULL ? (int64_t)vv_str_length(l->point) : 1;
    int64_t cuts = 0;
    int64_t others = (int64_t)(rest - point) + point_width + signs;
    int r = number ? put_groups(t, &body, data, whole, f->align == 'z' ? f->width - others : 0, l, &cuts)
                   : vv_strbuilder_ascii(t, &body, data, whole);
    if (r == 0 && point != 0)
        r = l->point != NULL ? vv_strbuilder_str(t, &body, l->point) : vv_strbuilder_char(t, &body, '.');
    if (r == 0)
        r = vv_strbuilder_ascii(t, &body, data + whole + point, rest - point);
    int64_t pad = f->width - (int64_t)builder_used(&body) - signs;
    if (cuts > 0) /* here too a separator counts once */
        pad += cuts * ((int64_t)vv_str_length(l->separator) - 1);
    pad = pad < 0 ? 0 : pad;
    uint32_t align = f->align == 'z' ? '>' : f->align;
    int64_t before = align == '>' ? pad : align == '^' ? pad / 2 : 0;
    VV_AUTO inside = {t, NULL};
    if (r == 0)
        inside.o = vv_strbuilder_finish(t, &body);
    else
        vv_strbuilder_drop(t, &body);
    if (inside.o == NULL)
        return NULL;
    if (put_fill(t, &b, f->fill, before) < 0 || vv_strbuilder_ascii(t, &b, sign, (size_t)signs) < 0 ||
        (align == '=' && put_fill(t, &b, f->fill, pad) < 0) || vv_strbuilder_str(t, &b, inside.o) < 0 ||
        put_fill(t, &b, f->fill, align == '<' ? pad : align == '^' ? pad - before : 0) < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_strbuilder_finish(t, &b);
}

vv_owned vv_dec_format(vv_thread *t, const vv_dec *a, vv_ref spec, const vv_dec_locale *locale, const vv_dec_ctx *context) {
    format_spec f = {.fill = ' ', .align = '>', .sign = '-', .type = context->capitals ? 'G' : 'g', .prec = -1};
    if (!read_spec(spec, &f))
        return vv_raise(t, VV_ValueError, "Invalid format specifier: %U", spec);
    vv_dec_locale l = *locale;
    if (l.given && l.point == NULL && !f.thousands && (f.type | 0x20) != 'n')
        return vv_raise(t, VV_ValueError, "invalid override dict");
    VV_AUTO comma = {t, NULL};
    if (f.thousands && l.separator == NULL) {
        comma.o = vv_str_from_char(t, ',');
        l.separator = comma.o;
        l.grouping = l.grouping != NULL ? l.grouping : "\003\003";
    }
    bool upper = 'A' <= f.type && f.type <= 'Z', percent = f.type == '%';
    char type = (char)(percent ? 'f' : f.type | 0x20);
    if (type == 'n')
        type = 'g';
    vv_dec_ctx w = vv_dec_max_ctx(t);
    w.round = context->round;
    VV_DEC_AUTO(&w, x);
    if (!vv_dec_copy(&w, &x, a))
        return NULL;
    bool number = x.kind == VV_DEC_FINITE;
    int64_t dplace = 0;
    if (!number) {
        if (f.align == 'z')
            f.align = '>';
    } else {
        if (percent)
            x.exp += 2;
        int64_t zero_place = 1;
        if (f.prec >= 0) {
            int64_t digits = type == 'e' ? f.prec + 1 : f.prec == 0 ? 1 : f.prec;
            if (type == 'f') {
                VV_DEC_AUTO(&w, y);
                vv_dec_rescale(&y, &x, -f.prec, &w);
                vv_dec_swap(&x, &y);
            } else if (type == 'e' && vv_dec_is_zero(&x)) {
                zero_place = 1 - f.prec;
            } else if (x.digits > digits) {
                w.prec = digits;
                vv_dec_finish(&x, &w);
            } else if (type == 'e') {
                int64_t by = digits - x.digits;
                if (vv_dec_shift_left(&w, &x, &x, by))
                    x.exp -= by;
            }
        }
        if ((w.status & VV_DEC_MALLOC) != 0)
            return NULL;
        if (type == 'f' && vv_dec_is_zero(&x) && x.exp > 0)
            x.exp = 0;
        if (f.no_negative_zero && vv_dec_is_zero(&x))
            x.sign = 0;
        dplace = type == 'f' ? x.digits + x.exp : type == 'e' ? zero_place : point_place(&x, VV_DEC_SCIENTIFIC);
    }
    text out = {.t = t};
    size_t whole = 0;
    put_magnitude(&out, &x, dplace, type == 'e', upper, &whole);
    if (percent)
        put_word(&out, "%");
    if (out.failed) {
        vv_free(t, out.data);
        return NULL;
    }
    const char *sign = x.sign != 0 ? "-" : f.sign == '-' ? "" : f.sign == '+' ? "+" : " ";
    vv_owned result = lay_out(t, sign, out.data, out.length, number ? whole : out.length, number, &f, &l);
    vv_free(t, out.data);
    return result;
}
