/* listing.c - the names in a folder, on Linux: see listing.h. */
#include "host/native/listing.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

ptrdiff_t vv_listing_read(const char *path, char *into, size_t size) {
    DIR *folder = opendir(path);
    if (folder == NULL)
        return -1;
    ptrdiff_t at = 0;
    const struct dirent *entry;
    while (at >= 0 && (entry = readdir(folder)) != NULL)
        at = vv_listing_add(into, size, (size_t)at, entry->d_name, strlen(entry->d_name));
    closedir(folder);
    if (at < 0)
        errno = EFBIG;
    return at;
}
