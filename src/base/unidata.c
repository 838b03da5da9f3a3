/* unidata.c - look-ups in the tables of gen/gen_unicodedata.py; normalization on top of them. */
#include "base/unidata.h"

#include <stdint.h>
#include "base/datafile.h"
#include "unicodedata_tables.h"

const vv_datafile vv_unidata_file = {"unicodedata", UNIDATA_SIZE, UNIDATA_CHECK};

const char *vv_unidata_category(const vv_unidata *u, uint32_t c) {
    return unidata_categories[u->record_category[record_at(u, c)]];
}
int vv_unidata_combining(const vv_unidata *u, uint32_t c) {
    return u->record_combining[record_at(u, c)];
}
const char *vv_unidata_bidirectional(const vv_unidata *u, uint32_t c) {
    return unidata_bidi_classes[u->record_bidi[record_at(u, c)]];
}
const char *vv_unidata_east_asian_width(const vv_unidata *u, uint32_t c) {
    return unidata_widths[u->record_width[record_at(u, c)]];
}
bool vv_unidata_mirrored(const vv_unidata *u, uint32_t c) {
    return u->record_mirrored[record_at(u, c)] != 0;
}
const char *vv_unidata_decomposition_tag(const vv_unidata *u, uint32_t c) {
    return unidata_tags[u->record_tag[record_at(u, c)]];
}

bool vv_unidata_numeric(const vv_unidata *u, uint32_t c, double *ret) {
    size_t low = 0, high = VV_ARRAY_LEN(u->numeric);
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint32_t entry = u->numeric[middle];
        if (entry >> UNIDATA_VALUE_BITS == c) {
            *ret = u->values[entry & ((1u << UNIDATA_VALUE_BITS) - 1)];
            return true;
        }
        if (entry >> UNIDATA_VALUE_BITS < c)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* ---- normalization ---- */

/* Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12). */
enum {
    HANGUL_S = 0xAC00, HANGUL_L = 0x1100, HANGUL_V = 0x1161, HANGUL_T = 0x11A7,
    HANGUL_L_COUNT = 19, HANGUL_V_COUNT = 21, HANGUL_T_COUNT = 28, HANGUL_S_COUNT = 11172,
};

int vv_unidata_decompose_once(const vv_unidata *u, uint32_t c, bool compatible, uint32_t out[VV_UNICODE_MAX_DECOMPOSITION]) {
    if (c - HANGUL_S < HANGUL_S_COUNT) {
        uint32_t s = c - HANGUL_S, trail = s % HANGUL_T_COUNT;
        out[0] = HANGUL_L + s / (HANGUL_V_COUNT * HANGUL_T_COUNT);
        out[1] = HANGUL_V + s % (HANGUL_V_COUNT * HANGUL_T_COUNT) / HANGUL_T_COUNT;
        out[2] = HANGUL_T + trail;
        return trail == 0 ? 2 : 3;
    }
    if (c < 0xA0 || c >= 0x110000)
        return 0;
    uint32_t place = decomposition_at(u, c);
    if (place == 0)
        return 0;
    uint16_t head = u->decomposition_pool[place];
    if ((head & 1) != 0 && !compatible)
        return 0;
    int n = 0;
    const uint16_t *unit = &u->decomposition_pool[place + 1], *end = unit + (head >> 1);
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
static int decompose(const vv_unidata *u, uint32_t c, bool compatible, uint32_t out[VV_UNICODE_MAX_DECOMPOSITION]) {
    uint32_t work[4 * VV_UNICODE_MAX_DECOMPOSITION];
    int left = 1, n = 0;
    work[0] = c;
    while (left > 0) {
        uint32_t parts[VV_UNICODE_MAX_DECOMPOSITION], x = work[--left];
        int count = vv_unidata_decompose_once(u, x, compatible, parts);
        if (count == 0)
            out[n++] = x;
        while (count > 0)
            work[left++] = parts[--count];
    }
    return n;
}

static uint32_t compose_pair(const vv_unidata *u, uint32_t a, uint32_t b) {
    if (a - HANGUL_L < HANGUL_L_COUNT && b - HANGUL_V < HANGUL_V_COUNT)
        return HANGUL_S + ((a - HANGUL_L) * HANGUL_V_COUNT + (b - HANGUL_V)) * HANGUL_T_COUNT;
    if (a - HANGUL_S < HANGUL_S_COUNT && (a - HANGUL_S) % HANGUL_T_COUNT == 0 && b > HANGUL_T &&
        b < HANGUL_T + HANGUL_T_COUNT)
        return a + (b - HANGUL_T);
    size_t low = 0, high = VV_ARRAY_LEN(u->composites);
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint32_t composite = u->composites[middle], parts[VV_UNICODE_MAX_DECOMPOSITION];
        vv_unidata_decompose_once(u, composite, false, parts);
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
static size_t compose(const vv_unidata *u, uint32_t *text, size_t n) {
    size_t out = 0, starter = 0;
    bool have_starter = false;
    int previous_class = 0; /* of the last kept character behind the starter; 0 = none */
    for (size_t i = 0; i < n; i++) {
        uint32_t c = text[i];
        int class = vv_unidata_combining(u, c);
        bool adjacent = have_starter && out == starter + 1;
        if (have_starter && (adjacent || previous_class < class)) {
            uint32_t composite = compose_pair(u, text[starter], c);
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

size_t vv_unidata_normalize(const vv_unidata *u, enum vv_unicode_form form, const uint32_t *in, size_t n, uint32_t *out, size_t capacity) {
    bool compatible = form == VV_NFKD || form == VV_NFKC;
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t parts[VV_UNICODE_MAX_DECOMPOSITION];
        int count = decompose(u, in[i], compatible, parts);
        for (int k = 0; k < count; k++, length++) {
            if (length >= capacity)
                continue; /* only measuring by now */
            /* Canonical order: sink behind the marks of lower or equal class. */
            size_t at = length;
            int class = vv_unidata_combining(u, parts[k]);
            while (class != 0 && at > 0 && vv_unidata_combining(u, out[at - 1]) > class) {
                out[at] = out[at - 1];
                at--;
            }
            out[at] = parts[k];
        }
    }
    if (length > capacity)
        return length;
    return form == VV_NFC || form == VV_NFKC ? compose(u, out, length) : length;
}
