/* program.c - the bottom frame of the main thread: runs a program's code, reports what it raised, ends it as python does.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/gc.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "vm/generator.h"
#include "vm/report.h"
#include "vm/vm.h"

enum { EXIT_UNCAUGHT = 1 };

/* What is left to say, without memory, of an exception whose report failed with t->exc, which is forgotten. */
static void report_briefly(vv_thread *t, vv_ref exc) {
    VV_AUTO why = {t, vv_take_error(t)};
    const char *const parts[] = {"vivarium: cannot report ", exc->type->tp_name, ": ", why.o->type->tp_name, "\n"};
    for (size_t k = 0; k < VV_ARRAY_LEN(parts); k++)
        vv_host_write(2, parts[k], strlen(parts[k]));
}

/* sys.last_exc and its older names: for a prompt, and for whoever asks after a part of a program. */
static void remember_last(vv_thread *t, vv_ref exc) {
    vv_ref traceback = ((vv_exc *)exc)->traceback;
    if (vv_dict_set_str(t, t->vm->sysdict, VV_N(t, last_exc), exc) < 0 || vv_dict_set_str(t, t->vm->sysdict, VV_N(t, last_value), exc) < 0 ||
        vv_dict_set_str(t, t->vm->sysdict, VV_N(t, last_type), VV_OBJ(exc->type)) < 0 ||
        vv_dict_set_str(t, t->vm->sysdict, VV_N(t, last_traceback), traceback == NULL ? t->vm->none : traceback) < 0)
        vv_clear_error(t);
}

/* What sys.warnoptions asks for is set up before anything runs. */
static bool wants_warnings(vv_thread *t) {
    VV_AUTO name = {t, vv_intern_cstr(t, "warnoptions")};
    vv_ref options = name.o == NULL || t->vm->sysdict == NULL ? NULL : vv_dict_get_str_peek(t->vm->sysdict, name.o);
    vv_clear_error(t);
    return options != NULL && VV_ISA(options, LIST) && VV_LIST(options)->length > 0;
}

/* argv: name of a module, alter_argv; slot: 0 runpy, 1 scratch. t->ret = its namespace */
static vv_step module_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[1] = vv_str_from_cstr(t, "runpy");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[1]));
    nf->slot[0] = vv_take_ret(t);
    vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, "_run_module_as_main"));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[0], nf->slot[1], nf->argv, 2));
    return VV_READY;
    VV_END(nf);
}

/* argv: code or NULL, error or NULL, or source to compile and its name, or (i[3]) the name of a module and alter_argv; i: last,
 * mode, flags, module; slot[0]: uncaught exception, slot[1]: scratch */
static vv_step program_native(vv_thread *t, vv_native *nf) {
    vv_vm *vm = t->vm;
    VV_BEGIN(nf);
    vm->exit_code = 0;
    vm->raised = false;
    if (nf->i[0] && wants_warnings(t)) {
        nf->slot[1] = vv_str_from_cstr(t, "warnings");
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_import_module(t, nf->slot[1]));
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_drop_ret(t);
        vv_clearref(t, &nf->slot[1]);
    }
    if (nf->argv[2] != NULL && !nf->i[3]) {
        VV_AWAIT_CATCH(nf, vv_do_compile(t, nf->argv[2], 0, nf->argv[3], (int)nf->i[1], (int)nf->i[2]));
        nf->argv[nf->raised] = nf->raised ? vv_take_error(t) : vv_take_ret(t);
        vv_clearref(t, &nf->argv[2]);
        vv_clearref(t, &nf->argv[3]);
    }
    if (nf->i[3]) {
        VV_AWAIT_CATCH(nf, vv_start2(t, module_native, "program", nf->argv[2], nf->argv[3]));
        if (nf->raised)
            nf->slot[0] = vv_take_error(t);
        else
            vv_drop_ret(t);
    } else if (nf->argv[0] == NULL) {
        nf->slot[0] = vv_move(&nf->argv[1]);
    } else {
        VV_AWAIT_CATCH(nf, vv_frame_exec(t, nf->argv[0], vm->main_dict, vm->main_dict, NULL));
        if (nf->raised)
            nf->slot[0] = vv_take_error(t);
        else
            vv_drop_ret(t);
    }
    if (nf->slot[0] != NULL && !vm->inspect && vv_is_instance(nf->slot[0], VV_TYPEP_ID(t, VV_SystemExit))) {
        vv_ref code = ((vv_exc_systemexit *)nf->slot[0])->value;
        vm->exiting = true;
        if (code != NULL && VV_ISA(code, INT)) {
            int64_t value;
            vv_int_to_i64(code, &value);
            vm->exit_code = (int)(value & 0xFF);
        } else if (code != NULL && code != vm->none) {
            vm->exit_code = EXIT_UNCAUGHT;
            VV_AWAIT_CATCH(nf, vv_do_str(t, code));
            if (nf->raised) {
                vv_clear_error(t);
            } else {
                nf->slot[1] = vv_take_ret(t);
                vv_owned line = vv_format(t, "%U\n", nf->slot[1]);
                vv_setref_take(t, &nf->slot[1], line);
                if (line == NULL)
                    vv_clear_error(t);
                else {
                    VV_AWAIT_CATCH(nf, vv_do_write_stderr(t, nf->slot[1]));
                    if (nf->raised)
                        vv_clear_error(t);
                    else
                        vv_drop_ret(t);
                }
            }
        }
    } else if (nf->slot[0] != NULL) {
        vm->exit_code = vv_is_instance(nf->slot[0], VV_TYPEP_ID(t, VV_KeyboardInterrupt)) ? 130 : EXIT_UNCAUGHT;
        vm->raised = true;
        if (!nf->i[0])
            remember_last(t, nf->slot[0]);
        VV_AWAIT_CATCH(nf, vv_do_uncaught(t, nf->slot[0]));
        if (nf->raised)
            report_briefly(t, nf->slot[0]);
        else if (t->ret != NULL)
            vv_drop_ret(t);
    }
    vv_clearref(t, &nf->slot[0]);
    vv_clearref(t, &nf->argv[0]);
    if (nf->i[0]) {
        VV_WAIT_POINT(nf);
        if (vm->watch.pause_at_end) {
            vm->watch.pause_at_end = false;
            vm->watch.paused = true;
            vm->watch.reason = VV_PAUSE_END;
            return VV_WAITING;
        }
        VV_AWAIT_CATCH(nf, vv_do_atexit(t));
        if (nf->raised)
            vv_clear_error(t);
        else if (t->ret != NULL)
            vv_drop_ret(t);
        vm->gc.ending = true;
        /* as CPython: a collection brings what lives into the order in which the next one ends it */
        if (vm->gc.enabled) {
            VV_AWAIT_CATCH(nf, vv_do_collect(t, VV_GENERATIONS - 1));
            if (nf->raised)
                vv_clear_error(t);
            else
                vv_drop_ret(t);
        }
        /* objects of __main__ die now; sys and builtins are still there for their finalizers */
        vv_clearref(t, &vm->main_dict);
        if (vm->modules != NULL && vv_dict_del_str(t, vm->modules, VV_N(t, __main__)) < 0)
            vv_clear_error(t);
        VV_AWAIT_CATCH(nf, vv_do_collect(t, VV_GENERATIONS - 1));
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_drop_ret(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_flush_streams(t));
    if (nf->raised)
        vv_clear_error(t);
    else if (t->ret != NULL)
        vv_drop_ret(t);
    return VV_READY;
    VV_END(nf);
}

int vv_vm_start_take(vv_thread *t, vv_owned code, vv_owned error, bool last) {
    vv_obj *argv[] = {code, error, NULL, NULL};
    vv_native *nf = vv_push_native(t, program_native, "program", argv, VV_ARRAY_LEN(argv));
    vv_xdecref(t, code);
    vv_xdecref(t, error);
    if (nf == NULL)
        return -1;
    nf->i[0] = last;
    return 0;
}

int vv_vm_start_source(vv_thread *t, vv_ref source, vv_ref filename, int mode, int flags, bool last) {
    vv_obj *argv[] = {NULL, NULL, VV_OBJ(source), VV_OBJ(filename)};
    vv_native *nf = vv_push_native(t, program_native, "program", argv, VV_ARRAY_LEN(argv));
    if (nf == NULL)
        return -1;
    nf->i[0] = last;
    nf->i[1] = mode;
    nf->i[2] = flags;
    return 0;
}

int vv_vm_start_module(vv_thread *t, vv_ref name, bool alter_argv) {
    vv_obj *argv[] = {NULL, NULL, VV_OBJ(name), vv_bool(t, alter_argv)};
    vv_native *nf = vv_push_native(t, program_native, "program", argv, VV_ARRAY_LEN(argv));
    if (nf == NULL)
        return -1;
    nf->i[0] = !t->vm->inspect;
    nf->i[3] = true;
    return 0;
}
