/* unidata.c - look-ups in the tables of gen/gen_unicodedata.py. */
#include "base/unidata.h"

#include "unicodedata_tables.h"

static const struct unidata_record *record_of(uint32_t c) {
    return &unidata_records[unidata_at(c)];
}

const char *vv_unidata_bidirectional(uint32_t c) {
    return unidata_bidi_classes[record_of(c)->bidi];
}
const char *vv_unidata_east_asian_width(uint32_t c) {
    return unidata_widths[record_of(c)->width];
}
bool vv_unidata_mirrored(uint32_t c) {
    return record_of(c)->mirrored != 0;
}
const char *vv_unidata_decomposition_tag(uint32_t c) {
    return unidata_tags[record_of(c)->tag];
}

bool vv_unidata_numeric(uint32_t c, double *ret) {
    size_t low = 0, high = VV_ARRAY_LEN(unidata_numeric);
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint32_t entry = unidata_numeric[middle];
        if (entry >> UNIDATA_VALUE_BITS == c) {
            *ret = unidata_values[entry & ((1u << UNIDATA_VALUE_BITS) - 1)];
            return true;
        }
        if (entry >> UNIDATA_VALUE_BITS < c)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}
