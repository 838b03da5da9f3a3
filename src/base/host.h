/* host.h - what the core imports from its port; src/host/<port>/ implements these, and nothing else is asked of it.
 *
 * None of them may block. What has to wait is a status of vv_run (VV_WAIT, VV_HOST; api/vivarium.h).
 */
#ifndef VV_BASE_HOST_H
#define VV_BASE_HOST_H

#include "base/forward.h"

/* Gives n bytes of program output to the port. fd is 1 (stdout) or 2 (stderr). */
void vv_host_write(int fd, const void *bytes, size_t n);

/* Nanoseconds of a clock that never goes back; its zero has no meaning. */
int64_t vv_host_monotonic_ns(void);

/* Nanoseconds since 1970-01-01T00:00:00Z. */
int64_t vv_host_realtime_ns(void);

/* Fills n bytes with random ones fit for seeding. */
void vv_host_random(void *bytes, size_t n);

/* Reserves address space for one program: returns a region of at least `bytes`, zeroed, aligned to 64 KiB, whose
 * pages cost nothing until touched; NULL if it cannot be had. wasm ports return the rest of linear memory. */
void *vv_host_reserve(size_t bytes);

/* Makes the first `bytes` of the region from vv_host_reserve usable (wasm: memory.grow). 0, or -1 when refused. */
int vv_host_commit(void *region, size_t bytes);

/* Room for at least `bytes` apart from a program, whose region is [region, region + used): as vv_host_reserve, but not zeroed.
 * wasm ports give what lies behind it, the same again each time, so the program must not grow meanwhile. */
void *vv_host_scratch(void *region, size_t used, size_t bytes);

/* Gives a region back. */
void vv_host_release(void *region, size_t bytes);

/* An invariant of ours is broken: reports and does not return. */
VV_NORETURN void vv_host_abort(const char *file, int line, const char *what);

#endif
