/* unidata.h - properties of code points that only module unicodedata asks for: Unicode 15.0, as CPython 3.12.
 *
 * Backed by constant tables that gen/gen_unicodedata.py makes from the Unicode Character Database.
 */
#ifndef VV_BASE_UNIDATA_H
#define VV_BASE_UNIDATA_H

#include "base/forward.h"

const char *vv_unidata_bidirectional(uint32_t c);    /* "AL"; "" for none */
const char *vv_unidata_east_asian_width(uint32_t c); /* "Na" */
bool vv_unidata_mirrored(uint32_t c);
const char *vv_unidata_decomposition_tag(uint32_t c); /* "<font>"; "" for none */
bool vv_unidata_numeric(uint32_t c, double *ret);

#endif
