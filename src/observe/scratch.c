/* scratch.c - see scratch.h. */
#include "observe/scratch.h"

#include <string.h>

#include "base/host.h"
#include "base/mem.h"
#include "object/runtime.h"

enum { STEP = 1 << 20 };

int vv_scratch_open(vv_scratch *s, const vv_vm *vm) {
    void *region;
    size_t used;
    vv_mem_region(vm->mem, &region, &used);
    *s = (vv_scratch){.reserved = (size_t)256 << 20};
    s->base = vv_host_scratch(region, used, s->reserved);
    return s->base == NULL ? -1 : 0;
}

void vv_scratch_close(vv_scratch *s) {
    vv_host_release(s->base, s->reserved);
}

int vv_scratch_extend(vv_scratch *s, size_t more) {
    if (s->failed || more > s->reserved - s->used) {
        s->failed = true;
        return -1;
    }
    size_t need = s->used + more;
    if (need > s->committed) {
        size_t to = (need + STEP - 1) / STEP * STEP;
        if (vv_host_commit(s->base, to) < 0) {
            s->failed = true;
            return -1;
        }
        s->committed = to;
    }
    s->used = need;
    return 0;
}

void *vv_scratch_take(vv_scratch *s, size_t bytes) {
    size_t from = (s->used + 7) & ~(size_t)7;
    if (vv_scratch_extend(s, from - s->used + bytes) < 0)
        return NULL;
    return memset(s->base + from, 0, bytes); /* pages that the host gave before are not zero any more */
}
