/* host.c - base/host.h for Linux and other POSIX systems: clocks, random bytes, address space. Output is in output.c. */
#include "base/host.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <time.h>

#include "host/native/output.h"

static int64_t clock_ns(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t vv_host_monotonic_ns(void) {
    return clock_ns(CLOCK_MONOTONIC);
}

int64_t vv_host_realtime_ns(void) {
    return clock_ns(CLOCK_REALTIME);
}

void vv_host_random(void *bytes, size_t n) {
    char *at = bytes;
    while (n > 0) {
        ssize_t done = getrandom(at, n, 0);
        if (done < 0)
            continue;
        at += done;
        n -= (size_t)done;
    }
}

void *vv_host_reserve(size_t bytes) {
    /* 64 KiB alignment: take a little more and give the ends back. */
    size_t align = 65536;
    char *raw = mmap(NULL, bytes + align, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (raw == MAP_FAILED)
        return NULL;
    size_t skip = (size_t)(-(uintptr_t)raw % align);
    if (skip > 0)
        munmap(raw, skip);
    munmap(raw + skip + bytes, align - skip);
    return raw + skip;
}

void *vv_host_scratch(void *region, size_t used, size_t bytes) {
    (void)region;
    (void)used;
    return vv_host_reserve(bytes);
}

int vv_host_commit(void *region, size_t bytes) {
    return mprotect(region, bytes, PROT_READ | PROT_WRITE) == 0 ? 0 : -1;
}

void vv_host_release(void *region, size_t bytes) {
    munmap(region, bytes);
}

void vv_host_abort(const char *file, int line, const char *what) {
    vv_output_flush();
    fprintf(stderr, "vivarium: internal error at %s:%d: %s\n", file, line, what);
    abort();
}
