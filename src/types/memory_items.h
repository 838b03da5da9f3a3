/* memory_items.h - single items of native formats in memory: what memoryview reads and writes. */
#ifndef VV_TYPES_MEMORY_ITEMS_H
#define VV_TYPES_MEMORY_ITEMS_H

#include "object/runtime.h"

/* Bytes of an item of a format character of module struct, as on a 64-bit machine; 0: not a native format. */
int vv_memory_item_size(char format);
/* The item at p as an object: int, float, bool or bytes. */
VV_NODISCARD vv_owned vv_memory_item_get(vv_thread *t, char format, const uint8_t *p);
/* What a value must be made before it can be written: an int (INDEX), a float, a truth value; NONE: bytes, as it is. */
enum vv_memory_wants { VV_MEMORY_NONE, VV_MEMORY_INDEX, VV_MEMORY_FLOAT, VV_MEMORY_TRUTH };
enum vv_memory_wants vv_memory_item_wants(char format);
/* Writes a value of that kind: 0, or -1 with TypeError or ValueError "memoryview: invalid ... for format '%c'". */
VV_NODISCARD int vv_memory_item_put(vv_thread *t, char format, uint8_t *p, vv_ref value);

/* IEEE 754 half precision: to double; from double, 0, or -1 when it is too large. */
double vv_half_to_double(uint16_t half);
int vv_half_from_double(double value, uint16_t *ret);

#endif
