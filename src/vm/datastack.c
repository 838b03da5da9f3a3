/* datastack.c - the chunks that frames stand on: a thread's stack grows by whole chunks and frees them on the way back. */
#include "object/alloc.h"
#include "object/error.h"
#include "object/tracer.h"
#include "vm/frame.h"

#if VV_SMALL_LIMITS
enum { CHUNK_WORDS = 64 };
#else
enum { CHUNK_WORDS = 4096 };
#endif

static int push_chunk(vv_thread *t, size_t words) {
    size_t size = words > CHUNK_WORDS ? words : CHUNK_WORDS;
    vv_stack_chunk *chunk = vv_alloc(t, sizeof(vv_stack_chunk) + size * sizeof(vv_obj *));
    if (chunk == NULL)
        return -1;
    vv_trace_forget(t, chunk);
    chunk->previous = t->chunk;
    chunk->saved_top = t->stack_top;
    chunk->words = size;
    t->chunk = chunk;
    t->stack_top = chunk->data;
    t->stack_limit = chunk->data + size;
    return 0;
}

int vv_stack_init(vv_thread *t) {
    t->chunk = NULL;
    t->stack_top = NULL;
    return push_chunk(t, 0);
}

void *vv_stack_push_slow(vv_thread *t, size_t words) {
    if (push_chunk(t, words) < 0)
        return NULL;
    vv_obj **p = t->stack_top;
    t->stack_top = p + words;
    return p;
}

void vv_stack_pop_slow(vv_thread *t) {
    vv_stack_chunk *chunk = t->chunk;
    t->chunk = chunk->previous;
    t->stack_top = chunk->saved_top;
    t->stack_limit = t->chunk->data + t->chunk->words;
    vv_free(t, chunk);
}

void vv_stack_free(vv_thread *t) {
    while (t->chunk != NULL) {
        vv_stack_chunk *chunk = t->chunk;
        t->chunk = chunk->previous;
        vv_free(t, chunk);
    }
}
