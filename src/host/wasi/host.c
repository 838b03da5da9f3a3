/* host.c - base/host.h for the WASI command; memory is in browser/memory.c, output in native/output.c. */
#include "base/host.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

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
        size_t part = n < 256 ? n : 256; /* getentropy gives no more at once */
        if (getentropy(at, part) != 0)
            vv_host_abort(__FILE__, __LINE__, "the runtime gives no random bytes");
        at += part;
        n -= part;
    }
}

static void say(const char *text) {
    vv_host_write(2, text, strlen(text));
}

void vv_host_abort(const char *file, int line, const char *what) {
    char digits[12];
    size_t at = sizeof digits - 1;
    digits[at] = '\0';
    do
        digits[--at] = (char)('0' + line % 10);
    while ((line /= 10) > 0);
    say("vivarium: internal error at ");
    say(file);
    say(":");
    say(digits + at);
    say(": ");
    say(what);
    say("\n");
    _exit(134);
}
