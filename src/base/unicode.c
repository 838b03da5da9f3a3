/* unicode.c - looks code points up in the generated tables; case mapping on top of them. */
#include "base/unicode.h"

#include <stdint.h>
#include "unicode_tables.h"

static inline const struct unicode_record *record_of(uint32_t c) {
    if (c >= 0x110000)
        c = 0x10FFFF; /* not a character: as good as unassigned */
    return &unicode_records[record_at(c)];
}

static inline const struct unicode_case *case_of(uint32_t c) {
    return &unicode_cases[case_at(c < 0x110000 ? c : 0x10FFFF)];
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

/* ---- case ---- */

uint32_t vv_unicode_to_lower(uint32_t c) {
    return c + (uint32_t)case_of(c)->lower;
}
uint32_t vv_unicode_to_upper(uint32_t c) {
    return c + (uint32_t)case_of(c)->upper;
}
uint32_t vv_unicode_to_title(uint32_t c) {
    return c + (uint32_t)case_of(c)->title;
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
