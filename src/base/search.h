/* search.h - finding one run of units in another: bytes in bytes, code points in code points of any width.
 *
 * Widths are 1, 2 or 4 bytes; the needle must not be wider than the haystack (text keeps its narrowest form, so a wider
 * needle cannot occur: callers answer that). Empty needles are the callers' business too.
 */
#ifndef VV_BASE_SEARCH_H
#define VV_BASE_SEARCH_H

#include "base/forward.h"

/* Index of the first or last occurrence, or -1. */
int64_t vv_search_first(int width, const void *hay, size_t n, int needle_width, const void *needle, size_t m);
int64_t vv_search_last(int width, const void *hay, size_t n, int needle_width, const void *needle, size_t m);
/* Number of occurrences that do not overlap. */
size_t vv_search_count(int width, const void *hay, size_t n, int needle_width, const void *needle, size_t m);

/* The same for a single unit. */
int64_t vv_search_first_unit(int width, const void *hay, size_t n, uint32_t unit);
int64_t vv_search_last_unit(int width, const void *hay, size_t n, uint32_t unit);

#endif
