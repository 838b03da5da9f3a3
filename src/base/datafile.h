/* datafile.h - tables that few programs need: files of the library's folder _data, made with the core (gen/datafile.py).
 *
 * A file's bytes are a C structure. Its description is compiled into the core, so that no other bytes are taken for it.
 */
#ifndef VV_BASE_DATAFILE_H
#define VV_BASE_DATAFILE_H

#include "base/forward.h"

enum vv_data { VV_DATA_UNICODE_NAMES, VV_DATA_UNICODEDATA, VV_DATA__COUNT };

typedef struct vv_datafile {
    const char *name;
    size_t size;
    uint64_t check; /* FNV-1a of the bytes */
} vv_datafile;

extern const vv_datafile vv_uniname_file, vv_unidata_file;

#endif
