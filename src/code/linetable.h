/* linetable.h - co_linetable: the source position of every code unit, in CPython 3.11+'s compressed form.
 *
 * An entry describes 1 to 8 units: a byte 1cccclll (c = kind, lll = units - 1) and what the kind needs:
 *     0-9   column = c * 8 + top bits of one byte, end column near it; line as before
 *     10-12 line + (c - 10), column byte, end column byte
 *     13    line + svarint, no columns
 *     14    line + svarint, end line + varint, column + 1 and end column + 1 as varints
 *     15    no position
 * Varints: six bits a byte, least significant first, 0x40 = more; a signed one has its sign in bit 0.
 */
#ifndef VV_CODE_LINETABLE_H
#define VV_CODE_LINETABLE_H

#include "code/codeobj.h"

enum { VV_LINETABLE_MAX_ENTRY = 32 };
/* Writes one entry for 1..8 units; *line is the line of the entry before and becomes that of this one (position.line <
 * 0: no position). Bytes written. */
size_t vv_linetable_encode(uint8_t out[VV_LINETABLE_MAX_ENTRY], int *line, vv_position position, int units);

/* Walks a table: begin, then next until false. */
typedef struct vv_linetable_reader {
    const uint8_t *p, *end;
    int line_register;
    uint32_t start, stop; /* units of the current entry, stop excluded */
    vv_position position; /* line -1 = none; columns -1 = unknown */
} vv_linetable_reader;
void vv_linetable_begin(vv_linetable_reader *r, const uint8_t *table, size_t n, int firstlineno);
bool vv_linetable_next(vv_linetable_reader *r);

#endif
