/* copy.c - the native half of "the memory is the program": see copy.h. The same test with a new WebAssembly instance,
 * where nothing else of the old one can survive, is tests/reactor.mjs. */
#include "host/native/copy.h"

#include <string.h>
#include <sys/mman.h>

#include "base/host.h"

void vv_copy_program(vv_vm *vm) {
    void *base;
    size_t bytes;
    vv_region(vm, &base, &bytes);
    if (base == NULL || bytes == 0)
        return;
    size_t rounded = (bytes + 4095) & ~(size_t)4095;
    char *copy = mmap(NULL, rounded, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy == MAP_FAILED)
        vv_host_abort(__FILE__, __LINE__, "no memory for a copy of the program");
    memcpy(copy, base, bytes);
    memset(base, 0xdb, bytes);
    if (mremap(copy, rounded, rounded, MREMAP_MAYMOVE | MREMAP_FIXED, base) != base)
        vv_host_abort(__FILE__, __LINE__, "the copy cannot take the program's place");
}
