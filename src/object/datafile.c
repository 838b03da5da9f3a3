/* datafile.c - says which table or side module is missing. The steps that load them are in kernel/datafiles.c. */
#include "object/datafile.h"

#include "object/error.h"
#include "object/side.h"
#include "object/runtime.h"

const void *vv_data_peek(vv_thread *t, enum vv_data which) {
    if (t->vm->data[which] == NULL) {
        t->vm->data_missing = (uint8_t)(which + 1);
        (void)vv_raise(t, VV_SystemError, "a table of the standard library is not loaded");
    }
    return t->vm->data[which];
}

const void *vv_side_peek(vv_thread *t, uint32_t what) {
    for (uint32_t k = 0; k < t->vm->n_side_entries; k++)
        if (t->vm->side_entries[k].what == what)
            return t->vm->side_entries[k].where;
    return NULL;
}

vv_owned vv_side_miss(vv_thread *t, const char *side) {
    t->vm->side_missing = side;
    return vv_raise(t, VV_SystemError, "the module %s is not loaded", side);
}

bool vv_data_missed(vv_thread *t) {
    if ((t->vm->data_missing == 0 && t->vm->side_missing == NULL) || !vv_error_is(t, VV_SystemError))
        return false;
    vv_clear_error(t);
    return true;
}

/* ---- memory of side modules ---- */

struct vv_side_block {
    struct vv_side_block *next;
};
enum { BLOCK_HEAD = 16 };

void *vv_side_block_new(vv_vm *vm, size_t bytes) {
    struct vv_side_block *block = vv_mem_alloc_zeroed(vm->mem, BLOCK_HEAD + bytes);
    if (block == NULL)
        return NULL;
    block->next = vm->side_blocks;
    vm->side_blocks = block;
    return (char *)block + BLOCK_HEAD;
}

void vv_side_free(vv_vm *vm) {
    for (struct vv_side_block *block = vm->side_blocks, *next; block != NULL; block = next) {
        next = block->next;
        vv_mem_free(vm->mem, block);
    }
    vm->side_blocks = NULL;
    vv_mem_free(vm->mem, vm->side_entries);
    vm->side_entries = NULL;
}
