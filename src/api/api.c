/* api.c - the embedding API over vm/, modules/ and kernel/ (api/vivarium.h). */
#include "api/vivarium.h"

#include <string.h>

#include "compiler/compile.h"
#include "debug/heapcheck.h"
#include "kernel/kernel.h"
#include "modules/compiling.h"
#include "modules/io.h"
#include "modules/modules.h"
#include "modules/site.h"
#include "modules/sys_info.h"
#include "object/alloc.h"
#include "object/datafile.h"
#include "object/error.h"
#include "object/gc.h"
#include "object/side.h"
#include "observe/observe.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/str.h"
#include "vm/vm.h"

enum { DEFAULT_MEMORY_MB = sizeof(void *) == 8 ? 1024 : 512 };

static int set_argv(vv_thread *t, const vv_config *config) {
    VV_AUTO argv = {t, vv_list_new(t, 0)};
    if (argv.o == NULL)
        return -1;
    for (int k = 0; k < config->argc; k++) {
        vv_owned text = vv_str_from_utf8(t, config->argv[k], strlen(config->argv[k]));
        if (text == NULL || vv_list_append_take(t, argv.o, text) < 0)
            return -1;
    }
    return vv_dict_set_str(t, t->vm->sysdict, VV_N(t, argv), argv.o);
}

static int set_options(vv_thread *t, const vv_config *config) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL)
        return -1;
    for (int k = 0; k < config->warning_count; k++) {
        vv_owned text = vv_str_from_utf8(t, config->warnings[k], strlen(config->warnings[k]));
        if (text == NULL || vv_list_append_take(t, list.o, text) < 0)
            return -1;
    }
    if (vv_dict_set_cstr(t, t->vm->sysdict, "warnoptions", list.o) < 0)
        return -1;
    if (config->executable != NULL) {
        VV_AUTO text = {t, vv_str_from_utf8(t, config->executable, strlen(config->executable))};
        if (text.o == NULL || vv_dict_set_cstr(t, t->vm->sysdict, "executable", text.o) < 0)
            return -1;
    }
#define F(name)                                                                                                           \
    if (config->name != 0)                                                                                                \
        vv_sys_set_flag(t, #name, config->name);
    VV_CONFIG_FLAGS(F)
#undef F
    t->vm->optimize = config->optimize;
    t->vm->inspect = config->inspect != 0;
    t->vm->safe_path = config->safe_path != 0;
    if ((config->optimize > 0 && vv_dict_set_str(t, t->vm->builtins, VV_N(t, __debug__), VV_FALSE(t)) < 0) ||
        (config->no_site > 0 && vv_site_remove(t, t->vm->builtins) < 0))
        return -1;
    if (config->unbuffered)
        vv_file_write_through(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stdout)));
    return config->safe_path == 0 ? 0 : vv_sys_set_path(t, NULL);
}

vv_vm *vv_create(const vv_config *config) {
    uint64_t memory = config->max_memory == 0 ? (uint64_t)DEFAULT_MEMORY_MB << 20 : config->max_memory;
    vv_vm *vm = vv_vm_create(memory > SIZE_MAX ? SIZE_MAX : (size_t)memory);
    if (vm == NULL)
        return NULL;
    vv_thread *t = vm->main_thread;
    if (vv_kernel_init(t) < 0 || vv_modules_init(t) < 0 || set_argv(t, config) < 0 || set_options(t, config) < 0) {
        vv_destroy(vm);
        return NULL;
    }
    vv_gc_settle(vm, vm->types[VV_T_OBJECT]->dict, vv_dict_get_str_peek(vm->modules, VV_N(t, __main__)));
    vm->max_instructions = config->max_instructions;
    vm->traced = config->traced || config->audit_every != 0 || config->gc_stress;
    vm->audit_every = config->audit_every;
    vm->gc.stress = config->gc_stress;
    vm->fail_alloc_at = config->fail_alloc_at;
    return vm;
}

void vv_destroy(vv_vm *vm) {
    vv_thread *t = vm->main_thread;
    vv_mem_fail_at(vm->mem, 0);
    vv_vm_unwind(t);
    vv_modules_fini(t);
    vv_kernel_free(t);
    vv_vm_destroy(vm);
}

static void no_memory_to_start(vv_thread *t) {
    static const char message[] = "MemoryError\n";
    vv_clear_error(t);
    vv_host_write(2, message, sizeof(message) - 1);
    t->vm->exit_code = 1;
    t->vm->raised = true;
}

void vv_start(vv_vm *vm, vv_mode mode, const char *filename, const char *source, size_t length) {
    vv_thread *t = vm->main_thread;
    if (vm->fail_alloc_at != 0)
        vv_mem_fail_at(vm->mem, vm->fail_alloc_at);
    int flags = (*filename == '<' ? 0 : VV_COMPILE_FROM_FILE) | vv_compile_optimize(vm), started;
    if (mode == VV_MODE_SINGLE)
        vm->inspect = false; /* from now on SystemExit ends */
    bool last = mode == VV_MODE_EXEC, names_main = last || (mode == VV_MODE_KEEP && *filename != '<');
    vv_compile_mode how = mode == VV_MODE_SINGLE ? VV_COMPILE_SINGLE : VV_COMPILE_EXEC;
    VV_AUTO name = {t, vv_str_from_utf8(t, filename, strlen(filename))};
    vv_owned code = NULL;
    char codec[VV_SOURCE_ENCODING_SIZE];
    bool foreign = vv_source_codec(source, length, codec) != NULL; /* reports read such a file again, and decode it */
    if (name.o != NULL) {
        if (!foreign && vv_modules_remember_source(t, name.o, source, length) < 0)
            vv_clear_error(t);
        bool names_file = names_main && strcmp(filename, "<string>") != 0; /* -c has no __file__ */
        if (names_file && (vv_dict_set_str(t, vm->main_dict, VV_N(t, __file__), name.o) < 0 ||
                           (*filename != '<' && !vm->safe_path && vv_modules_set_path(t, name.o) < 0)))
            vv_clear_error(t);
        code = foreign ? NULL : vv_compile(t, source, length, name.o, how, flags);
    }
    if (name.o != NULL && code == NULL && (foreign || vv_data_missed(t))) {
        VV_AUTO bytes = {t, vv_bytes_new(t, source, length)};
        started = bytes.o == NULL ? -1 : vv_vm_start_source(t, bytes.o, name.o, how, flags, last);
    } else {
        started = vv_vm_start_take(t, code, code == NULL ? vv_take_error(t) : NULL, last);
    }
    if (started < 0)
        no_memory_to_start(t);
}

void vv_start_module(vv_vm *vm, const char *name, const char *folder, bool alter_argv) {
    vv_thread *t = vm->main_thread;
    VV_AUTO text = {t, vv_str_from_utf8(t, name, strlen(name))};
    VV_AUTO first = {t, vv_str_from_utf8(t, folder, strlen(folder))};
    if (text.o == NULL || first.o == NULL || ((!vm->safe_path || !alter_argv) && vv_sys_set_path(t, first.o) < 0) ||
        vv_vm_start_module(t, text.o, alter_argv) < 0)
        no_memory_to_start(t);
}

vv_status vv_run(vv_vm *vm, uint64_t budget) {
    return vv_vm_run(vm, budget);
}

int vv_source_complete(vv_vm *vm, const char *source, size_t length) {
    return vv_compile_is_complete(vm->main_thread, source, length);
}

int vv_exit_code(const vv_vm *vm) {
    return vm->exit_code;
}

bool vv_exit_requested(const vv_vm *vm) {
    return vm->exiting;
}

uint64_t vv_fail_alloc_left(const vv_vm *vm) {
    return vv_mem_fail_left(vm->mem);
}

uint64_t vv_instructions(const vv_vm *vm) {
    return vm->main_thread->executed;
}

uint64_t vv_memory_used(const vv_vm *vm) {
    return vv_mem_used(vm->mem);
}

uint64_t vv_memory_peak(const vv_vm *vm) {
    return vv_mem_peak(vm->mem);
}

vv_wait vv_wait_for(const vv_vm *vm) {
    return (vv_wait){.deadline_ns = vm->main_thread->wait_deadline, .input = vm->main_thread->wait_input};
}

void vv_give_input(vv_vm *vm, const void *bytes, size_t n, bool eof) {
    struct vv_kernel *k = vm->kernel;
    if (k->input_start > 0) {
        memmove(k->input.data, k->input.data + k->input_start, k->input.length - k->input_start);
        k->input.length -= k->input_start;
        k->input_start = 0;
    }
    if (vv_bytebuf_append(vm, &k->input, bytes, n) < 0)
        eof = true; /* the program then sees the end of its input rather than a gap */
    k->input_eof = k->input_eof || eof;
}

void vv_interrupt(vv_vm *vm) {
    vm->attention |= VV_ATTN_INTERRUPT;
    if (vm->kernel->state == VV_REQUEST_ASKED)
        vm->kernel->state = VV_REQUEST_IDLE; /* the frame that asked is about to go */
}

vv_request_info vv_request(const vv_vm *vm) {
    const struct vv_kernel *k = vm->kernel;
    if (k->state != VV_REQUEST_ASKED)
        return (vv_request_info){.kind = VV_REQ_NONE, .path = "", .data = NULL, .size = 0};
    return (vv_request_info){
        .kind = (vv_request_kind)k->kind, .path = k->path.data, .data = k->data.data, .size = k->data.length};
}

void vv_answer(vv_vm *vm, int error, const void *bytes, size_t n) {
    struct vv_kernel *k = vm->kernel;
    if (k->state != VV_REQUEST_ASKED)
        return;
    vv_bytebuf_clear(&k->answer);
    k->error = error;
    if (error == 0 && vv_bytebuf_append(vm, &k->answer, bytes, n) < 0)
        k->error = 12; /* ENOMEM */
    k->state = VV_REQUEST_ANSWERED;
}

int vv_audit(vv_vm *vm) {
    return vv_heapcheck(vm);
}

void vv_region(const vv_vm *vm, void **base, size_t *bytes) {
    vv_mem_region(vm->mem, base, bytes);
}

const char *vv_version(void) {
    return VV_VERSION_TEXT;
}

void *vv_side_memory(vv_vm *vm, size_t bytes) {
    return vv_side_block_new(vm, bytes);
}

bool vv_inspect(vv_vm *vm, const char *question, void (*write)(void *arg, const char *text, size_t n), void *arg) {
    return vv_observe(vm, question, write, arg);
}
