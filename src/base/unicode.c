/* unicode.c - looks code points up in the generated tables; case mapping and normalization on top of them. */
#include "base/unicode.h"

#include <stdint.h>
#include "unicode_tables.h"

static inline const struct unicode_record *record_of(uint32_t c) {
    if (c >= 0x110000)
        c = 0x10FFFF; /* not a character: as good as unassigned */
    return &unicode_records[record_at(c)];
}

static inline bool has(uint32_t c, uint32_t flag) {
    return (record_of(c)->flags & flag) != 0;
}

bool vv_unicode_is_xid_start(uint32_t c) {
    return has(c, FLAG_XID_START);
}
bool vv_unicode_is_xid_continue(uint32_t c) {
    return has(c, FLAG_XID_CONTINUE);
}
bool vv_unicode_is_printable(uint32_t c) {
    return has(c, FLAG_PRINTABLE);
}
bool vv_unicode_is_space(uint32_t c) {
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) : has(c, FLAG_SPACE);
}
bool vv_unicode_is_linebreak(uint32_t c) {
    return c < 0x80 ? (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E) : has(c, FLAG_LINEBREAK);
}
bool vv_unicode_is_alpha(uint32_t c) {
    return has(c, FLAG_ALPHA);
}
bool vv_unicode_is_decimal(uint32_t c) {
    return has(c, FLAG_DECIMAL);
}
bool vv_unicode_is_digit(uint32_t c) {
    return has(c, FLAG_DIGIT);
}
bool vv_unicode_is_numeric(uint32_t c) {
    return has(c, FLAG_NUMERIC);
}
bool vv_unicode_is_lower(uint32_t c) {
    return has(c, FLAG_LOWER);
}
bool vv_unicode_is_upper(uint32_t c) {
    return has(c, FLAG_UPPER);
}
bool vv_unicode_is_title(uint32_t c) {
    return has(c, FLAG_TITLE);
}
bool vv_unicode_is_cased(uint32_t c) {
    return has(c, FLAG_CASED);
}
bool vv_unicode_is_case_ignorable(uint32_t c) {
    return has(c, FLAG_CASE_IGNORABLE);
}
bool vv_unicode_is_wide(uint32_t c) {
    return has(c, FLAG_WIDE);
}
bool vv_unicode_is_nfkc_quick(uint32_t c) {
    return c < 0x80 || !has(c, FLAG_NFKC_MAYBE);
}

int vv_unicode_decimal_value(uint32_t c) {
    const struct unicode_record *r = record_of(c);
    return r->flags & FLAG_DECIMAL ? r->decimal : -1;
}
int vv_unicode_digit_value(uint32_t c) {
    const struct unicode_record *r = record_of(c);
    return r->flags & FLAG_DIGIT ? r->digit : -1;
}
int vv_unicode_combining(uint32_t c) {
    return record_of(c)->combining;
}
const char *vv_unicode_category(uint32_t c) {
    return unicode_categories[record_of(c)->category];
}

/* ---- case ---- */

uint32_t vv_unicode_to_lower(uint32_t c) {
    return c + (uint32_t)record_of(c)->lower;
}
uint32_t vv_unicode_to_upper(uint32_t c) {
    return c + (uint32_t)record_of(c)->upper;
}
uint32_t vv_unicode_to_title(uint32_t c) {
    return c + (uint32_t)record_of(c)->title;
}

enum full_mapping { FULL_LOWER, FULL_UPPER, FULL_TITLE, FULL_FOLD };

static int full_case(uint32_t c, enum full_mapping which, uint32_t simple, uint32_t out[3]) {
    out[0] = simple;
    if (c < 0x80 || !has(c, FLAG_SPECIAL_CASE))
        return 1;
    size_t low = 0, high = VV_ARRAY_LEN(unicode_full_cases);
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct unicode_full_case *e = &unicode_full_cases[middle];
        if (e->key >> 8 == c) {
            const uint32_t *from = full_case_pool + e->start;
            uint32_t lengths = e->key;
            for (int i = 0; i < (int)which; i++, lengths >>= 2)
                from += lengths & 3;
            int length = (int)(lengths & 3);
            for (int i = 0; i < length; i++)
                out[i] = from[i];
            return length;
        }
        if (e->key >> 8 < c)
            low = middle + 1;
        else
            high = middle;
    }
    return 1;
}

int vv_unicode_full_lower(uint32_t c, uint32_t out[3]) {
    return full_case(c, FULL_LOWER, vv_unicode_to_lower(c), out);
}
int vv_unicode_full_upper(uint32_t c, uint32_t out[3]) {
    return full_case(c, FULL_UPPER, vv_unicode_to_upper(c), out);
}
int vv_unicode_full_title(uint32_t c, uint32_t out[3]) {
    return full_case(c, FULL_TITLE, vv_unicode_to_title(c), out);
}
int vv_unicode_full_fold(uint32_t c, uint32_t out[3]) {
    return full_case(c, FULL_FOLD, vv_unicode_to_lower(c), out);
}

/* ---- normalization ---- */

/* Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12). */
enum {
    HANGUL_S = 0xAC00, HANGUL_L = 0x1100, HANGUL_V = 0x1161, HANGUL_T = 0x11A7,
    HANGUL_L_COUNT = 19, HANGUL_V_COUNT = 21, HANGUL_T_COUNT = 28, HANGUL_S_COUNT = 11172,
};

int vv_unicode_decompose_once(uint32_t c, bool compatible, uint32_t out[VV_UNICODE_MAX_DECOMPOSITION]) {
    if (c - HANGUL_S < HANGUL_S_COUNT) {
        uint32_t s = c - HANGUL_S, trail = s % HANGUL_T_COUNT;
        out[0] = HANGUL_L + s / (HANGUL_V_COUNT * HANGUL_T_COUNT);
        out[1] = HANGUL_V + s % (HANGUL_V_COUNT * HANGUL_T_COUNT) / HANGUL_T_COUNT;
        out[2] = HANGUL_T + trail;
        return trail == 0 ? 2 : 3;
    }
    if (c < 0xA0 || c >= 0x110000)
        return 0;
    uint32_t place = decomposition_at(c);
    if (place == 0)
        return 0;
    uint16_t head = decomposition_pool[place];
    if ((head & 1) != 0 && !compatible)
        return 0;
    int n = 0;
    const uint16_t *unit = &decomposition_pool[place + 1], *end = unit + (head >> 1);
    while (unit < end) {
        uint32_t x = *unit++;
        if (x >= 0xD800 && x < 0xDC00)
            x = 0x10000 + ((x - 0xD800) << 10) + (*unit++ - 0xDC00u);
        out[n++] = x;
    }
    return n;
}

/* Full decomposition. The results of one step may decompose again, the first or any other: a worklist, last part on
 * top. */
static int decompose(uint32_t c, bool compatible, uint32_t out[VV_UNICODE_MAX_DECOMPOSITION]) {
    uint32_t work[4 * VV_UNICODE_MAX_DECOMPOSITION];
    int left = 1, n = 0;
    work[0] = c;
    while (left > 0) {
        uint32_t parts[VV_UNICODE_MAX_DECOMPOSITION], x = work[--left];
        int count = vv_unicode_decompose_once(x, compatible, parts);
        if (count == 0)
            out[n++] = x;
        while (count > 0)
            work[left++] = parts[--count];
    }
    return n;
}

static uint32_t compose_pair(uint32_t a, uint32_t b) {
    if (a - HANGUL_L < HANGUL_L_COUNT && b - HANGUL_V < HANGUL_V_COUNT)
        return HANGUL_S + ((a - HANGUL_L) * HANGUL_V_COUNT + (b - HANGUL_V)) * HANGUL_T_COUNT;
    if (a - HANGUL_S < HANGUL_S_COUNT && (a - HANGUL_S) % HANGUL_T_COUNT == 0 && b > HANGUL_T &&
        b < HANGUL_T + HANGUL_T_COUNT)
        return a + (b - HANGUL_T);
    size_t low = 0, high = VV_ARRAY_LEN(unicode_composites);
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint32_t composite = unicode_composites[middle], parts[VV_UNICODE_MAX_DECOMPOSITION];
        vv_unicode_decompose_once(composite, false, parts);
        if (parts[0] == a && parts[1] == b)
            return composite;
        if (parts[0] < a || (parts[0] == a && parts[1] < b))
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Canonical composition in place (The Unicode Standard, section 3.11, D117); the new length. */
static size_t compose(uint32_t *text, size_t n) {
    size_t out = 0, starter = 0;
    bool have_starter = false;
    int previous_class = 0; /* of the last kept character behind the starter; 0 = none */
    for (size_t i = 0; i < n; i++) {
        uint32_t c = text[i];
        int class = vv_unicode_combining(c);
        bool adjacent = have_starter && out == starter + 1;
        if (have_starter && (adjacent || previous_class < class)) {
            uint32_t composite = compose_pair(text[starter], c);
            if (composite != 0) {
                text[starter] = composite;
                continue;
            }
        }
        if (class == 0) {
            starter = out;
            have_starter = true;
        }
        previous_class = class;
        text[out++] = c;
    }
    return out;
}

size_t vv_unicode_normalize(enum vv_unicode_form form, const uint32_t *in, size_t n, uint32_t *out, size_t capacity) {
    bool compatible = form == VV_NFKD || form == VV_NFKC;
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t parts[VV_UNICODE_MAX_DECOMPOSITION];
        int count = decompose(in[i], compatible, parts);
        for (int k = 0; k < count; k++, length++) {
            if (length >= capacity)
                continue; /* only measuring by now */
            /* Canonical order: sink behind the marks of lower or equal class. */
            size_t at = length;
            int class = vv_unicode_combining(parts[k]);
            while (class != 0 && at > 0 && vv_unicode_combining(out[at - 1]) > class) {
                out[at] = out[at - 1];
                at--;
            }
            out[at] = parts[k];
        }
    }
    if (length > capacity)
        return length;
    return form == VV_NFC || form == VV_NFKC ? compose(out, length) : length;
}
