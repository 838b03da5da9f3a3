/* monitor.h - sys.monitoring: which tools hear of which events (PEP 669).
 *
 * While a tool wants to hear of anything, the traced loop runs and asks before every instruction, as for sys.settrace (vm/trace.c).
 * What an instruction has done, a jump taken or a C function that returned, is told before the next one of its frame. A code object
 * has a record (vv_code_monitor) once it has events of its own or a tool has disabled an event at one of its instructions.
 */
#ifndef VV_VM_MONITOR_H
#define VV_VM_MONITOR_H

#include "vm/frame.h"

enum vv_event {
#define VV_EVENT(name) VV_EVENT_##name,
#include "vm/monitor_events.def"
#undef VV_EVENT
    VV_EVENT__COUNT
};
_Static_assert((int)VV_EVENT_RAISE == (int)VV_EVENTS_LOCAL && (int)VV_EVENT_C_RETURN == (int)VV_EVENTS_GROUPED, "runtime.h has other numbers");

/* vm->monitor.objects: the tools' names, then their callbacks; None where there is none. */
enum { VV_MONITOR_CALLBACKS = VV_MONITOR_TOOLS, VV_MONITOR_OBJECTS = VV_MONITOR_CALLBACKS + VV_MONITOR_TOOLS * VV_EVENT__COUNT };
static inline size_t vv_monitor_callback_at(int tool, int event) {
    return (size_t)(VV_MONITOR_CALLBACKS + tool * VV_EVENT__COUNT + event);
}

/* Sets a tool's events: of the program, or (code) of one code object. 0, -1 with MemoryError. */
VV_NODISCARD int vv_monitor_set(vv_thread *t, vv_ref code_or_null, int tool, uint32_t events);
/* Nothing is disabled any more. */
void vv_monitor_restart(vv_vm *vm);
uint32_t vv_monitor_events(const vv_vm *vm, vv_ref code_or_null, int tool);

/* What vm/trace.c has before an instruction: f's frame object, the unit where its EXTENDED_ARGs begin and that of its operation. */
typedef struct vv_monitored {
    vv_pyframe *f;
    vv_frameobj *o;
    uint32_t start, unit, arg;
    int op;
} vv_monitored;
/* VV_READY when all is told, VV_PUSHED to be asked again. */
vv_step vv_monitor_instruction(vv_thread *t, const vv_monitored *at);
/* Tells of an exception (taken, given back as t->ret) at f->ip: VV_READY if nobody wants to hear (it is t->exc again), else VV_PUSHED. */
vv_step vv_monitor_exception(vv_thread *t, vv_pyframe *f, enum vv_event event, vv_owned exc);
/* RAISE for an exception that ends an iteration of the instruction that f ran last. */
vv_step vv_monitor_stop(vv_thread *t, vv_pyframe *f, vv_ref exc);
vv_resumable_fn vv_monitor_native; /* calls callbacks; a hook's frame */

#endif
