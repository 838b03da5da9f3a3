/* watch.h - where a program pauses for the one who watches it: steps, breakpoints, its end.
 *
 * While there is something to watch for, the traced loop runs and asks vv_watch_instruction before every instruction. Nothing
 * here runs Python except a breakpoint's condition (a native frame over the one that stands at the breakpoint), so stepping
 * is independent of the program's own sys.settrace and leaves counts and addresses as they are. Lines begin where trace
 * functions are told of them (vm/trace.c). Frames of the library, files under /lib/ and frozen modules, are passed through.
 */
#ifndef VV_VM_WATCH_H
#define VV_VM_WATCH_H

#include "base/watch.h"
#include "vm/frame.h"

/* Begins a step from where the program stands; VV_STEP_NONE: it goes on to the next breakpoint. */
void vv_watch_step(vv_vm *vm, vv_step_kind kind);
/* The same, to a line of a file. -1: the name is too long. */
int vv_watch_run_to(vv_vm *vm, const char *file, int line);
/* Breakpoints of a file, in place of those it had; VV_WATCH_LINES in all. -1: they do not fit, and nothing has changed. */
int vv_watch_break_at(vv_vm *vm, const char *file, const vv_breakpoint *points, size_t n);
/* Evaluates code in the frame at which the program pauses: the next run does, and pauses again there (VV_PAUSE_VALUE); the message
 * is the value's repr, or the error. 0; -1: it does not pause in a frame, or there is no memory. */
int vv_watch_evaluate(vv_thread *t, vv_ref code);
/* Pauses before a program (VV_MODE_EXEC) tears its __main__ down. */
void vv_watch_end(vv_vm *vm, bool pause);

static inline bool vv_watched(const vv_vm *vm) {
    return vm->watch.on;
}
/* Before the instruction at f->ip runs: tells the hooks what there is to tell; VV_READY to run it, VV_PUSHED to be asked again,
 * VV_WAITING to pause (VV_BREAK). f->ip, f->sp, and what VV_FIN_RESUME needs are set. */
vv_step vv_watch_instruction(vv_thread *t, vv_pyframe *f);
/* f->ip is about to change although the frame runs no instruction: remembers the one that ran before. */
static inline void vv_watch_note(vv_vm *vm, vv_pyframe *f) {
    if (vm->watch.on && vm->watch.told != f) {
        vm->watch.told = f;
        vm->watch.previous = vv_frame_unit(f);
    }
}
/* An exception takes f to a handler, from `unit`. */
static inline void vv_watch_caught(vv_vm *vm, vv_pyframe *f, uint32_t unit) {
    vm->watch.told = f;
    vm->watch.previous = unit;
}
/* f returns or yields `value`, or (NULL) an exception leaves it. */
static inline void vv_watch_leaves(vv_vm *vm, const vv_pyframe *f, vv_ref value, vv_pause_reason reason) {
    if (vm->watch.frame == f && vm->watch.on) {
        vm->watch.left = (uint8_t)reason;
        vm->watch.value = value;
    }
}
/* A piece of source has ended: no step outlives it. */
void vv_watch_over(vv_vm *vm);

#endif
