/* memory.c - linear memory of the WebAssembly ports: see memory.h for its layout. */
#include "host/browser/memory.h"

#include "base/host.h"

#ifdef __EMSCRIPTEN__
/* Tells Emscripten's loader that its views of memory are stale. */
extern void emscripten_notify_memory_growth(uint32_t memory_index);
#endif

static uint64_t memory_bytes(void) {
    return (uint64_t)__builtin_wasm_memory_size(0) * VV_WASM_PAGE;
}

int vv_wasm_grow(uint64_t bytes) {
    uint64_t have = memory_bytes();
    if (bytes <= have)
        return 0;
    if (bytes > VV_WASM_LIMIT)
        return -1;
    uint64_t pages = (bytes - have + VV_WASM_PAGE - 1) / VV_WASM_PAGE;
    if (__builtin_wasm_memory_grow(0, (size_t)pages) == (size_t)-1)
        return -1;
#ifdef __EMSCRIPTEN__
    emscripten_notify_memory_growth(0);
#endif
    return 0;
}

void *vv_wasm_pages(uint64_t bytes) {
    uint64_t start = memory_bytes();
    if (vv_wasm_grow(start + bytes) < 0)
        return NULL;
    return (void *)(uintptr_t)start;
}

void *vv_host_reserve(size_t bytes) {
    /* What does not fit under the limit is refused when it is committed. */
    (void)bytes;
    return (void *)(uintptr_t)memory_bytes();
}

void *vv_host_scratch(void *region, size_t used, size_t bytes) {
    (void)bytes;
    return (char *)region + used;
}

int vv_host_commit(void *region, size_t bytes) {
    return vv_wasm_grow((uint64_t)(uintptr_t)region + bytes);
}

void vv_host_release(void *region, size_t bytes) {
    /* WebAssembly memory cannot shrink; the host drops the whole instance. */
    (void)region;
    (void)bytes;
}

double vv_wasm_wait_ms(const vv_vm *vm) {
    int64_t deadline = vv_wait_for(vm).deadline_ns;
    if (deadline == INT64_MAX)
        return -1;
    int64_t now = vv_host_monotonic_ns();
    return deadline <= now ? 0 : (double)(deadline - now) / 1e6;
}
