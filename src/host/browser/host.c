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

#ifdef __wasi__
/* wasi-libc's snprintf drags the flushing of stderr in, and with it three system calls that nobody ever makes. Defined
 * here, they are not imports: the reactor asks its host for nothing but imports.h. */
enum { NO_SUCH_CALL = 52 };

int32_t __imported_wasi_snapshot_preview1_fd_write(int32_t fd, int32_t vector, int32_t n, int32_t written) {
    (void)fd, (void)vector, (void)n, (void)written;
    return NO_SUCH_CALL;
}

int32_t __imported_wasi_snapshot_preview1_fd_seek(int32_t fd, int64_t offset, int32_t whence, int32_t position) {
    (void)fd, (void)offset, (void)whence, (void)position;
    return NO_SUCH_CALL;
}

int32_t __imported_wasi_snapshot_preview1_fd_close(int32_t fd) {
    (void)fd;
    return NO_SUCH_CALL;
}
#endif
