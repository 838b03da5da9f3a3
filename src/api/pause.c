/* pause.c - steps and breakpoints for the host; conditions are compiled here. */
#include "vm/watch.h"

#include <string.h>

#include "api/vivarium.h"
#include "compiler/compile.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/list.h"
#include "types/str.h"

void vv_set_step(vv_vm *vm, vv_step_kind kind) {
    vv_watch_step(vm, kind);
}

int vv_run_to(vv_vm *vm, const char *file, int line) {
    return vv_watch_run_to(vm, file, line);
}

void vv_pause_at_end(vv_vm *vm, bool pause) {
    vv_watch_end(vm, pause);
}

/* The code of a condition, or what is wrong with it as a str. NULL with an exception. */
static vv_owned compile_condition(vv_thread *t, const vv_breakpoint *point) {
    const char *text = point->condition;
    size_t n = point->condition_length;
    for (; n > 0 && (*text == ' ' || *text == '\t'); n--)
        text++;
    VV_AUTO name = {t, vv_str_from_cstr(t, "<condition>")};
    vv_obj *warnings = NULL;
    vv_owned code = name.o == NULL ? NULL : vv_compile_collect(t, text, n, name.o, VV_COMPILE_EVAL, VV_COMPILE_TRIAL, &warnings);
    vv_xdecref(t, warnings);
    if (code != NULL || !vv_error_is(t, VV_SyntaxError))
        return code;
    VV_AUTO error = {t, vv_take_error(t)};
    vv_ref message = ((const vv_exc_syntax *)error.o)->msg;
    if (message == NULL || !VV_ISA(message, STR))
        message = t->vm->empty_str;
    return vv_format(t, "%s: %U", error.o->type->tp_name, message);
}

int vv_evaluate(vv_vm *vm, const char *text, size_t n) {
    vv_thread *t = vm->main_thread;
    VV_AUTO before = {t, t->exc == NULL ? NULL : vv_take_error(t)};
    VV_AUTO code = {t, compile_condition(t, &(vv_breakpoint){.condition = text, .condition_length = n})};
    int r = code.o == NULL || VV_ISA(code.o, STR) ? -1 : vv_watch_evaluate(t, code.o);
    if (t->exc != NULL)
        vv_clear_error(t);
    if (before.o != NULL)
        vv_restore_error_take(t, vv_move(&before.o));
    return r;
}

/* Builds the list of conditions anew: those of the first `kept` lines stay. 0/-1 */
static int compile_conditions(vv_thread *t, const vv_breakpoint *points, size_t kept) {
    vv_watch *w = &t->vm->watch;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL)
        return -1;
    for (size_t i = 0; i < w->n_lines; i++) {
        struct vv_watch_line *line = &w->lines[i];
        const vv_breakpoint *point = i < kept ? NULL : &points[i - kept];
        if (point == NULL ? line->condition < 0 : point->condition == NULL)
            continue;
        vv_owned condition = point == NULL ? vv_newref(VV_LIST(w->conditions)->items[line->condition]) : compile_condition(t, point);
        if (condition == NULL || vv_list_append_take(t, list.o, condition) < 0)
            return -1;
        line->condition = (int16_t)(VV_LIST(list.o)->length - 1);
    }
    vv_setref_take(t, &w->conditions, VV_LIST(list.o)->length == 0 ? NULL : vv_move(&list.o));
    return 0;
}

int vv_break_at(vv_vm *vm, const char *file, const vv_breakpoint *points, size_t n) {
    vv_thread *t = vm->main_thread;
    int kept = vv_watch_break_at(vm, file, points, n);
    bool conditional = vm->watch.conditions != NULL;
    for (size_t i = 0; i < n; i++)
        conditional |= points[i].condition != NULL;
    if (kept < 0 || !conditional)
        return kept < 0 ? -1 : 0;
    VV_AUTO before = {t, t->exc == NULL ? NULL : vv_take_error(t)};
    int r = compile_conditions(t, points, (size_t)kept);
    if (r < 0) { /* no memory: better none than those that would pause always */
        vv_clear_error(t);
        (void)vv_watch_break_at(vm, file, NULL, 0);
        vm->watch.n_lines = 0;
        vv_watch_step(vm, (vv_step_kind)vm->watch.kind);
    }
    if (before.o != NULL)
        vv_restore_error_take(t, vv_move(&before.o));
    return r;
}
