/* int_text.c - ints from text and to text. */
#include <string.h>

#include "base/bignum.h"
#include "base/unicode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/int.h"
#include "types/int_large.h"
#include "types/str.h"

enum {
    LIMIT_FREE = 640,   /* texts of up to so many digits are never refused */
    CHUNK_DIGITS = 9,   /* decimal digits that fit one digit of ours */
};
#define CHUNK UINT32_C(1000000000)

/* ---- reading ------------------------------------------------------------------------------------------------------ */

static inline int digit_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return 99;
}

static inline bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static vv_owned from_magnitude(vv_thread *t, const uint32_t *digits, size_t n, bool negative) {
    n = vv_bignum_length(digits, n);
    if (n <= 2) {
        int64_t value = n == 0 ? 0 : digits[0] | (n == 2 ? (int64_t)digits[1] << VV_INT_SHIFT : 0);
        return vv_int_new(t, negative ? -value : value);
    }
    vv_obj *o = vv_new_object_raw(t, VV_TYPEP(t, INT), offsetof(vv_int, digit) + n * sizeof *digits);
    if (o != NULL) {
        memcpy(VV_INT(o)->digit, digits, n * sizeof *digits);
        VV_INT(o)->size = negative ? -(int32_t)n : (int32_t)n;
    }
    return o;
}

/* The value of `count` digits, among which underscores stand. */
static vv_owned convert_digits(vv_thread *t, const char *p, size_t count, int base, bool negative) {
    if (count <= 18 && base <= 10) {
        int64_t value = 0;
        for (; count > 0; p++)
            if (*p != '_') {
                value = value * base + (*p - '0');
                count--;
            }
        return vv_int_new(t, negative ? -value : value);
    }
    unsigned bits = 32 - (unsigned)__builtin_clz((unsigned)base - 1);
    if (count > SIZE_MAX / 64)
        return vv_raise_memory(t);
    size_t room = (base == 10 ? count / 9 + 1 : (count / VV_INT_SHIFT + 1) * bits) + 2, n = 0;
    uint32_t *digits = vv_alloc(t, room * sizeof *digits);
    if (digits == NULL)
        return NULL;
    if ((base & (base - 1)) == 0) {
        uint64_t position = (uint64_t)count * bits;
        memset(digits, 0, room * sizeof *digits);
        for (; position > 0; p++) {
            if (*p == '_')
                continue;
            position -= bits;
            uint64_t d = (uint64_t)digit_value(*p) << position % VV_INT_SHIFT;
            digits[position / VV_INT_SHIFT] |= (uint32_t)d & VV_INT_MASK;
            digits[position / VV_INT_SHIFT + 1] |= (uint32_t)(d >> VV_INT_SHIFT);
        }
        n = room;
    } else if (count >= VV_INT_LARGE_CHARS) {
        char *plain = vv_alloc(t, count); /* without underscores */
        int64_t length = -1;
        if (plain != NULL) {
            for (size_t i = 0; i < count; p++)
                if (*p != '_')
                    plain[i++] = *p;
            length = vv_int_large_read(t, plain, count, base, digits);
            vv_free(t, plain);
        }
        if (length < 0) {
            vv_free(t, digits);
            return NULL;
        }
        n = (size_t)length;
    } else {
        while (count > 0) {
            uint32_t factor = 1, part = 0;
            for (; count > 0 && factor <= (VV_INT_BASE - 1) / (uint32_t)base; p++) {
                if (*p == '_')
                    continue;
                part = part * (uint32_t)base + (uint32_t)digit_value(*p);
                factor *= (uint32_t)base;
                count--;
            }
            n = vv_bignum_mul_small(digits, n, factor, part);
        }
    }
    vv_owned result = from_magnitude(t, digits, n, negative);
    vv_free(t, digits);
    return result;
}

/* NULL with *ret_bad when the text is no literal; NULL with an exception otherwise. */
static vv_owned parse(vv_thread *t, const char *p, size_t length, int base, bool *ret_bad) {
    const char *end = p + length;
    bool negative = false, only_zero = false;
    *ret_bad = true;
    while (p < end && is_space(*p))
        p++;
    while (end > p && is_space(end[-1]))
        end--;
    if (p < end && (*p == '+' || *p == '-'))
        negative = *p++ == '-';
    char mark = end - p >= 2 && *p == '0' ? (char)(p[1] | 0x20) : 0;
    int marked = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    if (base == 0) {
        base = marked != 0 ? marked : 10;
        only_zero = marked == 0 && p < end && *p == '0';
    }
    if (marked == base) {
        p += 2;
        if (p < end && *p == '_')
            p++;
    }
    size_t count = 0;
    char before = '_';
    for (const char *q = p; q < end; before = *q++) {
        if (*q == '_') {
            if (before == '_')
                return NULL;
        } else if (digit_value(*q) >= base) {
            return NULL;
        } else {
            count++;
        }
    }
    if (before == '_') /* nothing, or an underscore at the end */
        return NULL;
    *ret_bad = false;
    int limit = t->vm->int_max_str_digits;
    if ((base & (base - 1)) != 0 && count > LIMIT_FREE && limit > 0 && count > (size_t)limit)
        return vv_raise(t, VV_ValueError,
                        "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; "
                        "use sys.set_int_max_str_digits() to increase the limit",
                        limit, count);
    vv_owned result = convert_digits(t, p, count, base, negative);
    if (result != NULL && only_zero && VV_INT(result)->size != 0) {
        vv_decref(t, result);
        *ret_bad = true;
        return NULL;
    }
    return result;
}

static vv_owned raise_literal(vv_thread *t, int base, vv_ref whole) {
    VV_AUTO shown = {t, vv_format(t, "%R", whole)};
    if (shown.o != NULL && vv_str_length(shown.o) > 200)
        vv_setref_take(t, &shown.o, vv_str_slice(t, shown.o, 0, 200));
    if (shown.o == NULL)
        return NULL;
    return vv_raise(t, VV_ValueError, "invalid literal for int() with base %d: %U", base, shown.o);
}

vv_owned vv_int_parse(vv_thread *t, const char *text, size_t length, int base, vv_ref whole) {
    bool bad;
    vv_owned result = parse(t, text, length, base, &bad);
    return result == NULL && bad ? raise_literal(t, base, whole) : result;
}

vv_owned vv_int_from_text(vv_thread *t, const char *text, size_t length, int base) {
    bool bad;
    vv_owned result = parse(t, text, length, base, &bad);
    if (result != NULL || !bad)
        return result;
    VV_AUTO whole = {t, vv_str_from_utf8(t, text, length)};
    return whole.o == NULL ? NULL : raise_literal(t, base, whole.o);
}

int vv_int_ascii_text(vv_thread *t, vv_ref o, char **ret_text, size_t *ret_length) {
    const uint8_t *data = NULL;
    size_t n;
    bool is_str = VV_ISA(o, STR);
    if (is_str)
        n = vv_str_length(o);
    else if (!vv_bytes_view(o, &data, &n))
        return 0;
    char *text = vv_alloc(t, n + 1);
    if (text == NULL)
        return -1;
    if (!is_str) {
        memcpy(text, data, n);
    } else {
        for (size_t i = 0; i < n; i++) {
            uint32_t c = vv_str_at(o, i);
            int value;
            if (vv_unicode_is_space(c))
                text[i] = ' ';
            else if (c < 128)
                text[i] = (char)c;
            else if ((value = vv_unicode_decimal_value(c)) >= 0)
                text[i] = (char)('0' + value);
            else
                text[i] = '?';
        }
    }
    text[n] = '\0';
    *ret_text = text;
    *ret_length = n;
    return 1;
}

/* ---- writing ------------------------------------------------------------------------------------------------------ */

static vv_owned raise_too_long(vv_thread *t) {
    return vv_raise(t, VV_ValueError,
                    "Exceeds the limit (%d digits) for integer string conversion; "
                    "use sys.set_int_max_str_digits() to increase the limit",
                    t->vm->int_max_str_digits);
}

static vv_owned compact_text(vv_thread *t, int64_t value, int base, bool prefix) {
    char text[40], *p = text + sizeof text;
    uint64_t x = value < 0 ? -(uint64_t)value : (uint64_t)value;
    if (base == 10) {
        uint32_t y = (uint32_t)x;
        do
            *--p = (char)('0' + y % 10);
        while ((y /= 10) != 0);
    } else {
        unsigned bits = base == 16 ? 4 : base == 8 ? 3 : 1;
        do
            *--p = "0123456789abcdef"[x & ((1u << bits) - 1)];
        while ((x >>= bits) != 0);
    }
    if (prefix && base != 10) {
        *--p = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
        *--p = '0';
    }
    if (value < 0)
        *--p = '-';
    return vv_str_from_utf8(t, p, (size_t)(text + sizeof text - p));
}

/* Text of a power-of-two base, from the lowest digit up, ending at `end`: its beginning. */
static char *write_bits(const uint32_t *digits, size_t n, unsigned bits, char *end) {
    uint64_t total = vv_bignum_bits(digits, n);
    for (uint64_t at = 0; at < total; at += bits) {
        size_t i = (size_t)(at / VV_INT_SHIFT);
        uint64_t two = digits[i] | (i + 1 < n ? (uint64_t)digits[i + 1] << VV_INT_SHIFT : 0);
        *--end = "0123456789abcdef"[two >> at % VV_INT_SHIFT & ((1u << bits) - 1)];
    }
    return end;
}

/* Decimal text; destroys the digits. Each pass divides by CHUNK, so the time grows with the square of n: int_large.c does more. */
static char *write_decimal(uint32_t *digits, size_t n, char *end) {
    while (n > 0) {
        uint64_t rest = 0;
        for (size_t i = n; i-- > 0;) { /* vv_bignum_div_small by a constant */
            rest = rest << VV_INT_SHIFT | digits[i];
            digits[i] = (uint32_t)(rest / CHUNK);
            rest %= CHUNK;
        }
        if (digits[n - 1] == 0)
            n--;
        for (int i = 0; n > 0 ? i < CHUNK_DIGITS : rest != 0; i++, rest /= 10)
            *--end = (char)('0' + rest % 10);
    }
    return end;
}

vv_owned vv_int_decimal(vv_thread *t, vv_ref o) {
    if (!vv_int_is_compact(o) || (uint64_t)vv_int_compact(o) > 9)
        return vv_int_to_str(t, o, 10, false);
    vv_obj *digit = vv_str_new(t, 1, 0x7F);
    if (digit != NULL)
        *VV_STR(digit)->data = (uint8_t)('0' + vv_int_compact(o));
    return digit;
}

vv_owned vv_int_to_str(vv_thread *t, vv_ref o, int base, bool prefix) {
    if (vv_int_is_compact(o))
        return compact_text(t, vv_int_compact(o), base, prefix);
    const uint32_t *digits = VV_INT(o)->digit;
    bool negative = VV_INT(o)->size < 0;
    size_t n = (size_t)(negative ? -VV_INT(o)->size : VV_INT(o)->size);
    int limit = base == 10 ? t->vm->int_max_str_digits : 0;
    uint64_t total = vv_bignum_bits(digits, n);
    if (limit > 0 && total > LIMIT_FREE * 4 && total / 10 * 3 > (uint64_t)limit) /* log10(2) is more than 0.3 */
        return raise_too_long(t);
    unsigned bits = base == 16 ? 4 : base == 8 ? 3 : 1;
    size_t room = base == 10 ? n * 10 + CHUNK_DIGITS : (size_t)(total / bits) + 1;
    char *text = vv_alloc(t, room + 4);
    if (text == NULL)
        return NULL;
    char *end = text + room + 4, *p;
    if (base == 10 && n >= VV_INT_LARGE_DIGITS) {
        p = vv_int_large_write(t, digits, n, end);
        if (p == NULL) {
            vv_free(t, text);
            return NULL;
        }
    } else if (base == 10) {
        uint32_t *copy = vv_alloc(t, n * sizeof *copy);
        if (copy == NULL) {
            vv_free(t, text);
            return NULL;
        }
        memcpy(copy, digits, n * sizeof *copy);
        p = write_decimal(copy, n, end);
        vv_free(t, copy);
    } else {
        p = write_bits(digits, n, bits, end);
    }
    vv_owned result = NULL;
    if (limit > 0 && end - p > LIMIT_FREE && end - p > limit) {
        raise_too_long(t);
    } else {
        if (prefix && base != 10) {
            *--p = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
            *--p = '0';
        }
        if (negative)
            *--p = '-';
        result = vv_str_from_utf8(t, p, (size_t)(end - p));
    }
    vv_free(t, text);
    return result;
}
