/* exctable.h - co_exceptiontable: which units are covered by which handler, as in CPython 3.11+.
 *
 * An entry is four varints - start, length, target (in units), depth * 2 + lasti - of six bits a byte, most significant
 * first, 0x40 = more; the first byte of an entry has 0x80 set. Entries are ordered by start and do not overlap.
 */
#ifndef VV_CODE_EXCTABLE_H
#define VV_CODE_EXCTABLE_H

#include "base/forward.h"

typedef struct vv_handler_entry {
    uint32_t start, end, target; /* units, end excluded */
    int depth;                   /* items that stay on the stack */
    bool lasti;                  /* the position of the failing instruction is pushed before the exception */
} vv_handler_entry;

enum { VV_EXCTABLE_MAX_ENTRY = 24 };
/* Bytes written. */
size_t vv_exctable_encode(uint8_t out[VV_EXCTABLE_MAX_ENTRY], const vv_handler_entry *entry);
/* Reads the entry at *at and moves *at behind it; false at the end. */
bool vv_exctable_next(const uint8_t *table, size_t n, size_t *at, vv_handler_entry *ret_entry);
/* The entry that covers a unit. */
bool vv_exctable_find(const uint8_t *table, size_t n, uint32_t unit, vv_handler_entry *ret_entry);

#endif
