/* side.h - side modules: rarely used C modules that a WebAssembly core does not contain and its host adds when they are imported.
 *
 * CMakeLists.txt lists them (vv_side). A side module is position-independent code linked from the same objects, with rodata, functions
 * and no writable globals; its memory is a block of the program's, so that a copied program has it. It defines modules and types that
 * modules/modules.def and types/module_types.def number; the core's own tables have NULL there. Ports that link everything never
 * miss one. How a host loads one: host/browser/side.mjs.
 */
#ifndef VV_OBJECT_SIDE_H
#define VV_OBJECT_SIDE_H

#include "object/datafile.h"

/* What a side module defines, as the host answers VV_REQ_LOAD_SIDE: an array of these. */
typedef struct vv_side_entry {
    uint32_t what;     /* VV_SIDE_MODULE and VV_SIDE_START + number in modules.def, VV_SIDE_TYPE + number in module_types.def */
    const void *where; /* its maker, its start, its spec */
} vv_side_entry;

enum { VV_SIDE_MODULE = 0x10000, VV_SIDE_TYPE = 0x20000, VV_SIDE_START = 0x30000 };

/* A loaded definition, or NULL. */
const void *vv_side_peek(vv_thread *t, uint32_t what);
/* Notes that a side module (a name that lives as long as the program) is needed; NULL with an exception for vv_data_missed, after
 * which vv_do_load_data loads it. */
vv_owned vv_side_miss(vv_thread *t, const char *side);

/* Memory for a side module, aligned to 16, which lives as long as the program; NULL: none left. */
void *vv_side_block_new(vv_vm *vm, size_t bytes);
void vv_side_free(vv_vm *vm);

#endif
