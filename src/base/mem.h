/* mem.h - the one allocator of a program: size-class pools and page runs inside one region of the host's memory.
 *
 * The region holds everything a program is (its vv_vm first), so copying it copies the program. Small blocks (up to
 * 512 bytes) come from pools, one size class each, whose free blocks are reused last in, first out, as CPython's pymalloc
 * does: the block freed last is the next one given. Every pool can be walked (vv_mem_walk).
 *
 * Errors: NULL when the limit, the region or an injected failure refuses. Nothing here raises or aborts.
 */
#ifndef VV_BASE_MEM_H
#define VV_BASE_MEM_H

#include "base/config.h"
#include "base/forward.h"

/* Makes an allocator at the start of a fresh region; `limit` = bytes it may hold. NULL if the host refuses. */
vv_mem *vv_mem_create(size_t limit);
/* Gives the whole region back to the host, the vv_mem itself included. */
void vv_mem_destroy(vv_mem *mem);

/* A block of n bytes (n = 0 gives a unique block), aligned to 16; contents undefined. */
VV_NODISCARD void *vv_mem_alloc(vv_mem *mem, size_t n);
VV_NODISCARD void *vv_mem_alloc_zeroed(vv_mem *mem, size_t n);
/* As C's realloc; on NULL the old block is untouched. `old` may be NULL. */
VV_NODISCARD void *vv_mem_realloc(vv_mem *mem, void *old, size_t n);
void vv_mem_free(vv_mem *mem, void *block); /* NULL is allowed */

/* Bytes usable in a block (at least what was asked for). */
size_t vv_mem_usable(const vv_mem *mem, const void *block);

size_t vv_mem_used(const vv_mem *mem);   /* bytes in live blocks, rounded to their classes */
size_t vv_mem_peak(const vv_mem *mem);
size_t vv_mem_blocks(const vv_mem *mem); /* live blocks (sys.getallocatedblocks) */
size_t vv_mem_limit(const vv_mem *mem);
void vv_mem_set_limit(vv_mem *mem, size_t bytes);

/* Debug aid: the n-th allocation from now (from 1) fails once; 0 = none. */
void vv_mem_fail_at(vv_mem *mem, uint64_t n);
uint64_t vv_mem_fail_left(const vv_mem *mem); /* allocations up to and with the one that will fail; 0 = none will */

/* The memory to copy for a snapshot: from *base, *bytes long. *base is NULL in VV_SYSTEM_MALLOC builds. */
void vv_mem_region(const vv_mem *mem, void **base, size_t *bytes);

/* Visits every live block. size: usable bytes. */
typedef void (*vv_mem_visit)(void *block, size_t size, void *arg);
void vv_mem_walk(const vv_mem *mem, vv_mem_visit visit, void *arg);

/* Consistency of pools and runs; the number of defects, each told to vv_host_write(2). */
int vv_mem_verify(const vv_mem *mem);

#endif
