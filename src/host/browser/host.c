/* host.c - base/host.h for modules driven by JavaScript: each call forwards to an import; memory is in memory.c. */
#include "base/host.h"

#include "host/browser/imports.h"

void vv_host_write(int fd, const void *bytes, size_t n) {
    vvx_host_write(fd, bytes, (uint32_t)n);
}

int64_t vv_host_monotonic_ns(void) {
    return (int64_t)vvx_host_monotonic_ns();
}

int64_t vv_host_realtime_ns(void) {
    return (int64_t)vvx_host_realtime_ns();
}

void vv_host_random(void *bytes, size_t n) {
    vvx_host_random(bytes, (uint32_t)n);
}

void vv_host_abort(const char *file, int line, const char *what) {
    vvx_host_abort(file, line, what);
}
