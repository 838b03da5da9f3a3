/* listing.c - the names in a folder over WASI's own call, since wasi-libc's opendir takes memory (browser/memory.h). */
#include "host/native/listing.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <wasi/api.h>

enum { PART = 4096 };

/* Adds the whole entries in `n` bytes; *ret_cookie = where the next call goes on. The position behind, or -1. */
static ptrdiff_t add_entries(const uint8_t *part, size_t n, char *into, size_t size, size_t at, __wasi_dircookie_t *ret_cookie,
                             size_t *ret_whole) {
    __wasi_dirent_t entry;
    ptrdiff_t end = (ptrdiff_t)at;
    for (*ret_whole = 0; end >= 0 && n >= sizeof entry; (*ret_whole)++) {
        memcpy(&entry, part, sizeof entry);
        if (n - sizeof entry < entry.d_namlen)
            break;
        end = vv_listing_add(into, size, (size_t)end, (const char *)part + sizeof entry, entry.d_namlen);
        *ret_cookie = entry.d_next;
        part += sizeof entry + entry.d_namlen;
        n -= sizeof entry + entry.d_namlen;
    }
    return end;
}

ptrdiff_t vv_listing_read(const char *path, char *into, size_t size) {
    uint8_t part[PART];
    int fd = open(path, O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        return -1;
    ptrdiff_t at = 0;
    __wasi_dircookie_t cookie = __WASI_DIRCOOKIE_START;
    int error = 0;
    for (;;) {
        __wasi_size_t n;
        size_t whole;
        __wasi_errno_t e = __wasi_fd_readdir(fd, part, sizeof part, cookie, &n);
        error = e != __WASI_ERRNO_SUCCESS ? EIO : 0;
        if (error != 0)
            break;
        at = add_entries(part, n, into, size, (size_t)at, &cookie, &whole);
        if (at < 0)
            error = EFBIG;
        if (error != 0 || n < sizeof part || whole == 0)
            break;
    }
    close(fd);
    errno = error;
    return error != 0 ? -1 : at;
}
