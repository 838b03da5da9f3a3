/* vm.c - creating, running and ending a program. */
#include "vm/vm.h"

#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/finalize.h"
#include "object/gc.h"
#include "object/tracer.h"
#include "types/dict.h"
#include "types/init.h"
#include "vm/watch.h"

enum { VV_EXIT_LIMIT = 124 };

vv_vm *vv_vm_create(size_t max_memory) {
    vv_mem *mem = vv_mem_create(max_memory);
    if (mem == NULL)
        return NULL;
    vv_vm *vm = vv_mem_alloc_zeroed(mem, sizeof(vv_vm));
    vv_thread *t = vv_mem_alloc_zeroed(mem, sizeof(vv_thread));
    if (vm == NULL || t == NULL) {
        vv_mem_destroy(mem);
        return NULL;
    }
    vm->mem = mem;
    vm->recursion_limit = 1000;
    vm->int_max_str_digits = 4300;
    vm->main_thread = vm->current = t;
    t->vm = vm;
    t->id = 1;
    t->excinfo = &t->base_excinfo;
    t->wait_deadline = INT64_MAX;
    t->ticks = INT64_MAX;
    if (vv_object_init(t) < 0 || vv_stack_init(t) < 0) {
        vv_mem_destroy(mem);
        return NULL;
    }
    return vm;
}

void vv_vm_destroy(vv_vm *vm) {
    vv_thread *t = vm->main_thread;
    if (vm->tracer != NULL)
        vm->tracer->end(t);
    vv_clearref(t, &vm->memory_error); /* their tracebacks know frames */
    vv_clearref(t, &vm->memory_error_spare);
    vv_gc_release_all(t);
    vv_stack_free(t);
    vv_object_finish(t);
    vv_mem *mem = vm->mem;
    vv_mem_free(mem, t);
    vv_mem_free(mem, vm);
    vv_mem_destroy(mem);
}

void vv_vm_unwind(vv_thread *t) {
    while (t->frame != NULL) {
        if (t->frame->kind == VV_FRAME_NATIVE) {
            vv_native_pop(t, VV_NATIVE(t->frame));
            continue;
        }
        vv_pyframe *f = VV_PYFRAME(t->frame);
        t->frame = f->head.back;
        t->depth--;
        if (f->head.owner == VV_OWNER_GENERATOR) {
            vv_generator *gen = vv_frame_generator(f);
            gen->state = VV_GEN_DONE;
            t->excinfo = gen->excinfo.previous;
            vv_finalize_set_done((vv_obj *)gen);
        }
        vv_frame_clear(t, f);
    }
    t->excinfo = &t->base_excinfo;
    vv_clearref(t, &t->ret);
    vv_clearref(t, &t->stop);
    vv_clearref(t, &t->exc);
    vv_clearref(t, &t->base_excinfo.handled);
    vv_clearref(t, &t->trace);
    vv_clearref(t, &t->profile);
    vv_clearref(t, &t->context);
    vv_clearref(t, &t->asyncgen_hooks);
    vv_clearref(t, &t->repr_stack);
}

static const char limit_message[] = "vivarium: the program was stopped: it exceeded its limit of instructions\n";

vv_status vv_vm_run(vv_vm *vm, uint64_t budget) {
    vv_thread *t = vm->main_thread;
    int64_t most = budget == 0 || budget > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)budget;
    if (vm->max_instructions != 0) {
        if (t->executed >= vm->max_instructions) {
            vv_host_write(2, limit_message, sizeof(limit_message) - 1);
            vm->exit_code = VV_EXIT_LIMIT;
            return VV_DONE;
        }
        uint64_t left = vm->max_instructions - t->executed;
        if ((uint64_t)most > left)
            most = (int64_t)left;
    }
    t->wait_deadline = INT64_MAX;
    t->wait_input = t->wait_host = false;
    t->budget = t->ticks = vm->watch.slice = most;
    vm->watch.paused = false;
    vv_status status;
    do {
        vm->attention &= ~(uint32_t)VV_ATTN_LOOP;
        status = vm->traced || vm->watch.on || vm->tracer != NULL || t->trace != NULL || t->profile != NULL || vm->monitor.on ? vv_eval_traced(t) : vv_eval(t);
    } while (status == VV_LOOP);
    t->executed += (uint64_t)(most - t->budget) + (uint64_t)(most - t->ticks);
    t->ticks = INT64_MAX;
    if (status == VV_DONE || status == VV_RAISED)
        vv_watch_over(vm);
    if (status == VV_RAISED) { /* not even the bottom frame could run: there is no memory to tell more */
        static const char message[] = "MemoryError\n";
        vv_clear_error(t);
        vv_host_write(2, message, sizeof(message) - 1);
        vm->exit_code = 1;
    }
    return status == VV_DONE && vm->raised ? VV_RAISED : status;
}
