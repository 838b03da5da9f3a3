/* unicode.h - properties and mappings of code points: Unicode 15.0, as CPython 3.12.
 *
 * Backed by two-stage constant tables that gen/gen_unicode.py makes from the Unicode Character Database.
 */
#ifndef VV_BASE_UNICODE_H
#define VV_BASE_UNICODE_H

#include "base/forward.h"

bool vv_unicode_is_xid_start(uint32_t c);
bool vv_unicode_is_xid_continue(uint32_t c);
bool vv_unicode_is_printable(uint32_t c);
bool vv_unicode_is_space(uint32_t c);      /* str.isspace, str.split */
bool vv_unicode_is_linebreak(uint32_t c);  /* str.splitlines */
bool vv_unicode_is_alpha(uint32_t c);
bool vv_unicode_is_decimal(uint32_t c);
bool vv_unicode_is_digit(uint32_t c);
bool vv_unicode_is_numeric(uint32_t c);
bool vv_unicode_is_lower(uint32_t c);
bool vv_unicode_is_upper(uint32_t c);
bool vv_unicode_is_title(uint32_t c);
bool vv_unicode_is_cased(uint32_t c);
bool vv_unicode_is_case_ignorable(uint32_t c);
bool vv_unicode_is_wide(uint32_t c); /* East Asian width W or F: two columns of a terminal */
static inline bool vv_unicode_is_alnum(uint32_t c);

int vv_unicode_decimal_value(uint32_t c); /* 0..9 or -1 */
int vv_unicode_digit_value(uint32_t c);   /* 0..9 or -1 */

/* Simple mappings: one code point to one. */
uint32_t vv_unicode_to_lower(uint32_t c);
uint32_t vv_unicode_to_upper(uint32_t c);
uint32_t vv_unicode_to_title(uint32_t c);

/* Full mappings: up to three code points into out; how many. */
int vv_unicode_full_lower(uint32_t c, uint32_t out[3]);
int vv_unicode_full_upper(uint32_t c, uint32_t out[3]);
int vv_unicode_full_title(uint32_t c, uint32_t out[3]);
int vv_unicode_full_fold(uint32_t c, uint32_t out[3]);

/* True of every code point of a text: the text is in NFKC already (else normalize it to find out: base/unidata.h). */
bool vv_unicode_is_nfkc_quick(uint32_t c);

static inline bool vv_unicode_is_alnum(uint32_t c) {
    return vv_unicode_is_alpha(c) || vv_unicode_is_decimal(c) || vv_unicode_is_digit(c) || vv_unicode_is_numeric(c);
}

#endif
