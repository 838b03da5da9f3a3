/* listing.h - the names in a folder, read without memory of libc's; host/wasi/ has its own. */
#ifndef VV_HOST_NATIVE_LISTING_H
#define VV_HOST_NATIVE_LISTING_H

#include <stddef.h>

/* Writes each name of folder `path`, ended by a NUL and without "." and "..", to `into`: their length, or -1 with errno set. */
ptrdiff_t vv_listing_read(const char *path, char *into, size_t size);

/* Appends one name at `at`: the position behind it; `at` itself for "." and ".."; -1 with errno set when there is no room. */
static inline ptrdiff_t vv_listing_add(char *into, size_t size, size_t at, const char *name, size_t n) {
    if (name[0] == '.' && (n == 1 || (n == 2 && name[1] == '.')))
        return (ptrdiff_t)at;
    if (size - at < n + 1)
        return -1;
    for (size_t k = 0; k < n; k++)
        into[at + k] = name[k];
    into[at + n] = '\0';
    return (ptrdiff_t)(at + n + 1);
}

#endif
