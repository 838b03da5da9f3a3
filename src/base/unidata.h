/* unidata.h - what few programs ask about code points: Unicode 15.0, as CPython 3.12. Module unicodedata, normal forms.
 *
 * The tables are a data file (base/datafile.h) that gen/gen_unicodedata.py makes from the Unicode Character Database.
 */
#ifndef VV_BASE_UNIDATA_H
#define VV_BASE_UNIDATA_H

#include "base/forward.h"

typedef struct vv_unidata vv_unidata;

const char *vv_unidata_category(const vv_unidata *u, uint32_t c); /* "Lu" */
int vv_unidata_combining(const vv_unidata *u, uint32_t c);        /* canonical combining class */
const char *vv_unidata_bidirectional(const vv_unidata *u, uint32_t c);    /* "AL"; "" for none */
const char *vv_unidata_east_asian_width(const vv_unidata *u, uint32_t c); /* "Na" */
bool vv_unidata_mirrored(const vv_unidata *u, uint32_t c);
const char *vv_unidata_decomposition_tag(const vv_unidata *u, uint32_t c); /* "<font>"; "" for none */
bool vv_unidata_numeric(const vv_unidata *u, uint32_t c, double *ret);

/* Normal forms. `in` has n code points, `out` room for `capacity`; the length of the result, of which at most `capacity`
 * code points were written: call again with more room if it is larger. Scratch of n * 18 code points is never needed:
 * 18 is the longest decomposition of one. */
enum vv_unicode_form { VV_NFD, VV_NFC, VV_NFKD, VV_NFKC };
enum { VV_UNICODE_MAX_DECOMPOSITION = 18 };
/* One step of decomposition; 0: c stays as it is. */
int vv_unidata_decompose_once(const vv_unidata *u, uint32_t c, bool compatible, uint32_t out[VV_UNICODE_MAX_DECOMPOSITION]);
size_t vv_unidata_normalize(const vv_unidata *u, enum vv_unicode_form form, const uint32_t *in, size_t n, uint32_t *out, size_t capacity);

#endif
