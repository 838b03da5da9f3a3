/* uniname.h - the names of code points: Unicode 15.0, as CPython 3.12.
 *
 * The tables are a data file (base/datafile.h) that gen/gen_unicode_names.py makes from the Unicode Character Database.
 */
#ifndef VV_BASE_UNINAME_H
#define VV_BASE_UNINAME_H

#include "base/forward.h"

typedef struct vv_uniname vv_uniname;

enum { VV_UNINAME_MAX = 96 }; /* room for every name and its final zero */

/* The code point with this name or alias, -1 if there is none. Letter case is ignored, but for the computed names of
 * Hangul syllables and unified ideographs: there CPython wants capitals. Named sequences are not names. */
int32_t vv_uniname_find(const vv_uniname *u, const char *name, size_t n);

/* The name, zero-terminated, into `out`, which has room for `cap` bytes; its length, 0 if it has none or no room.
 * An alias is never the answer: control characters have no name. */
int vv_uniname_of(const vv_uniname *u, uint32_t c, char *out, size_t cap);

#endif
