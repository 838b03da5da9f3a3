/* vm.h - the life of a program: creation, running one piece of source, the end. The embedding API is built on it. */
#ifndef VV_VM_VM_H
#define VV_VM_VM_H

#include "vm/frame.h"

/* A program with its object core, no modules yet; NULL without memory. `max_memory` in bytes. */
VV_NODISCARD vv_vm *vv_vm_create(size_t max_memory);
/* Releases every object, then the memory. Debug builds report objects that are left. */
void vv_vm_destroy(vv_vm *vm);

/* Makes a compiled program what the main thread runs next: `code`, or the exception `error` if compiling failed (takes
 * either; the other is NULL). `last`: the program ends with it (its __main__ is torn down afterwards). */
VV_NODISCARD int vv_vm_start_take(vv_thread *t, vv_owned code, vv_owned error, bool last);
/* The same for a program that cannot be compiled before a table of the library is there: its bytes, its name, and the mode and
 * flags of vv_compile. */
VV_NODISCARD int vv_vm_start_source(vv_thread *t, vv_ref source, vv_ref filename, int mode, int flags, bool last);
/* The same for a module that runs as __main__ (runpy). */
VV_NODISCARD int vv_vm_start_module(vv_thread *t, vv_ref name, bool alter_argv);
/* Pops whatever frames are left, so that nothing holds objects any more. */
void vv_vm_unwind(vv_thread *t);
/* Runs; budget in code units, 0 = no limit. */
vv_status vv_vm_run(vv_vm *vm, uint64_t budget);

/* vv_compile of a str or a bytes-like object without its first `skip` bytes, which may have to wait for a table of the library
 * (modules/compiling.c). t->ret = the code. */
vv_step vv_do_compile(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, int mode, int flags);

/* Runs atexit callbacks, flushes the standard streams (modules/sys.c). */
vv_step vv_do_flush_streams(vv_thread *t);
vv_step vv_do_atexit(vv_thread *t);

#endif
