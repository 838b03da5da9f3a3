/* memory_items.c - single items of native formats in memory; little-endian, sizes of 64-bit machines on every port. */
#include "types/memory_items.h"

#include <math.h>
#include <string.h>

#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"

int vv_memory_item_size(char format) {
    switch (format) {
    case 'c': case 'b': case 'B': case '?':
        return 1;
    case 'h': case 'H': case 'e':
        return 2;
    case 'i': case 'I': case 'f':
        return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'd': case 'P':
        return 8;
    default:
        return 0;
    }
}

enum vv_memory_wants vv_memory_item_wants(char format) {
    switch (format) {
    case 'c':
        return VV_MEMORY_NONE;
    case '?':
        return VV_MEMORY_TRUTH;
    case 'e': case 'f': case 'd':
        return VV_MEMORY_FLOAT;
    default:
        return VV_MEMORY_INDEX;
    }
}

static bool is_signed(char format) {
    return strchr("bhilqn", format) != NULL;
}

double vv_half_to_double(uint16_t half) {
    int exponent = half >> 10 & 31, fraction = half & 0x3FF;
    double value = exponent == 31  ? fraction == 0 ? INFINITY : (double)NAN
                   : exponent == 0 ? ldexp(fraction, -24)
                                   : ldexp(fraction + 0x400, exponent - 25);
    return (half & 0x8000) != 0 ? -value : value;
}

int vv_half_from_double(double value, uint16_t *ret) {
    uint16_t sign = signbit(value) ? 0x8000 : 0;
    if (isnan(value) || isinf(value)) {
        *ret = (uint16_t)(sign | (isnan(value) ? 0x7E00 : 0x7C00));
        return 0;
    }
    if (value == 0) {
        *ret = sign;
        return 0;
    }
    int exponent;
    double fraction = frexp(fabs(value), &exponent); /* in [0.5, 1) */
    if (exponent > 16)
        return -1;
    int shift = exponent >= -13 ? 11 : exponent + 24; /* bits that are kept */
    double kept = rint(ldexp(fraction, shift));       /* ties to even */
    uint16_t bits = shift < 0 ? 0 : (uint16_t)kept;
    if (exponent >= -13) /* the implicit bit and carries add up */
        bits = (uint16_t)(((exponent + 13) << 10) + bits);
    if (bits >= 0x7C00)
        return -1;
    *ret = sign | bits;
    return 0;
}

vv_owned vv_memory_item_get(vv_thread *t, char format, const uint8_t *p) {
    uint64_t bits = 0;
    int size = vv_memory_item_size(format);
    memcpy(&bits, p, (size_t)size);
    switch (format) {
    case 'c':
        return vv_bytes_new(t, p, 1);
    case '?':
        return vv_bool(t, bits != 0);
    case 'e':
        return vv_float_new(t, vv_half_to_double((uint16_t)bits));
    case 'f': {
        float single;
        memcpy(&single, p, sizeof single);
        return vv_float_new(t, (double)single);
    }
    case 'd': {
        double value;
        memcpy(&value, p, sizeof value);
        return vv_float_new(t, value);
    }
    default:
        break;
    }
    if (!is_signed(format))
        return vv_int_new_u64(t, bits);
    int unused = 64 - 8 * size;
    return vv_int_new(t, (int64_t)(bits << unused) >> unused);
}

static int invalid(vv_thread *t, int type, const char *what, char format) {
    return vv_raise_int(t, type, "memoryview: invalid %s for format '%c'", what, format);
}

int vv_memory_item_put(vv_thread *t, char format, uint8_t *p, vv_ref value) {
    int size = vv_memory_item_size(format);
    switch (vv_memory_item_wants(format)) {
    case VV_MEMORY_NONE:
        if (!VV_ISA(value, BYTES))
            return invalid(t, VV_TypeError, "type", format);
        if (VV_BYTES(value)->length != 1)
            return invalid(t, VV_ValueError, "value", format);
        *p = VV_BYTES(value)->data[0];
        return 0;
    case VV_MEMORY_TRUTH:
        *p = value == VV_TRUE(t);
        return 0;
    case VV_MEMORY_FLOAT: {
        double number = VV_FLOAT(value)->value;
        float single = (float)number;
        uint16_t half;
        if (format == 'e' && vv_half_from_double(number, &half) < 0)
            return invalid(t, VV_ValueError, "value", format);
        memcpy(p, format == 'e' ? (const void *)&half : format == 'f' ? (const void *)&single : (const void *)&number, (size_t)size);
        return 0;
    }
    default:
        break;
    }
    uint64_t bits;
    int64_t number;
    bool fits = vv_int_to_i64(value, &number) == 0;
    bits = (uint64_t)number;
    if (is_signed(format)) {
        int unused = 64 - 8 * size;
        fits = fits && number == (int64_t)(bits << unused) >> unused;
    } else if (size == 8) {
        if (!fits && vv_int_sign(value) > 0 && vv_int_bit_length(value) == 64) { /* the upper half of the range */
            const vv_int *z = VV_INT(value);
            bits = (uint64_t)z->digit[0] | (uint64_t)z->digit[1] << 30 | (uint64_t)z->digit[2] << 60;
            fits = true;
        } else {
            fits = fits && number >= 0;
        }
    } else {
        fits = fits && bits >> 8 * size == 0;
    }
    if (!fits)
        return invalid(t, VV_ValueError, "value", format);
    memcpy(p, &bits, (size_t)size);
    return 0;
}
