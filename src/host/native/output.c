/* output.c - implements vv_host_write for command lines: see output.h.
 *
 * The buffer belongs to the process, not to a program: it holds bytes that have already left the program.
 */
#include "host/native/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/host.h"

static struct {
    size_t used;
    bool unbuffered;
    void (*sink)(int fd, const void *bytes, size_t n);
    char bytes[1 << 16]; /* for descriptor 1; descriptor 2 is written at once, after what came before it */
} output;

static void write_all(int fd, const char *bytes, size_t n) {
    while (n > 0) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return; /* nobody reads any more; python's shutdown ignores that too */
        bytes += done;
        n -= (size_t)done;
    }
}

void vv_output_flush(void) {
    size_t n = output.used;
    output.used = 0;
    write_all(1, output.bytes, n);
}

void vv_output_unbuffered(bool unbuffered) {
    output.unbuffered = unbuffered;
}

void vv_output_redirect(void (*sink)(int fd, const void *bytes, size_t n)) {
    vv_output_flush();
    output.sink = sink;
}

void vv_host_write(int fd, const void *bytes, size_t n) {
    if (output.sink != NULL) {
        output.sink(fd, bytes, n);
        return;
    }
    if (fd == 1 && !output.unbuffered && n <= sizeof output.bytes - output.used) {
        memcpy(output.bytes + output.used, bytes, n);
        output.used += n;
        return;
    }
    vv_output_flush();
    write_all(fd, bytes, n);
}
