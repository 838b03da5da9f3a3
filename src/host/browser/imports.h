/* imports.h - what JavaScript supplies to the module, as functions of "env".
 *
 * In the Emscripten link library.js forwards each to Module.host; a loader of the reactor puts them into the import
 * object itself. Pointers are byte offsets into linear memory, valid only during the call.
 */
#ifndef VV_HOST_BROWSER_IMPORTS_H
#define VV_HOST_BROWSER_IMPORTS_H

#include <stdint.h>

#include "base/forward.h"

#define VVX_IMPORT(name) __attribute__((import_module("env"), import_name(#name)))

/* Output of the program: fd 1 stdout, 2 stderr. Copy the bytes before returning. */
VVX_IMPORT(vvx_host_write) void vvx_host_write(int32_t fd, const void *bytes, uint32_t n);

/* Nanoseconds of a clock that never goes back. */
VVX_IMPORT(vvx_host_monotonic_ns) double vvx_host_monotonic_ns(void);

/* Nanoseconds since 1970. */
VVX_IMPORT(vvx_host_realtime_ns) double vvx_host_realtime_ns(void);

/* Fills n bytes with random ones. */
VVX_IMPORT(vvx_host_random) void vvx_host_random(void *bytes, uint32_t n);

/* A broken invariant: report it and do not return (throw). Both strings end with a NUL. */
VVX_IMPORT(vvx_host_abort) VV_NORETURN void vvx_host_abort(const char *file, int32_t line, const char *what);

#endif
