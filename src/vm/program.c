/* program.c - the bottom frame of the main thread: runs a program's code, reports what it raised, ends it as python does.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/gc.h"
#include "object/intern.h"
#include "object/weakref.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
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

/* ---- the end, in the order of CPython's finalize_modules; what fails for want of memory is left out ---- */

static void set_none(vv_thread *t, vv_ref dict, vv_ref key) {
    if (vv_dict_set_str(t, dict, key, t->vm->none) < 0)
        vv_clear_error(t);
}

/* What sys holds for the program goes first, and the streams are those of the beginning again. */
static void drop_special(vv_thread *t) {
    static const char names[][20] = {"path",        "argv",       "ps1",        "ps2",                 "last_exc",  "last_type",
                                     "last_value",  "last_traceback", "path_hooks", "path_importer_cache", "meta_path", "__interactivehook__",
                                     "__stdin__",   "__stdout__", "__stderr__"};
    vv_ref sys = t->vm->sysdict;
    for (size_t k = 0; k < VV_ARRAY_LEN(names); k++) {
        bool stream = k >= VV_ARRAY_LEN(names) - 3;
        VV_AUTO key = {t, vv_intern_cstr(t, names[k])};
        vv_ref value = key.o == NULL ? NULL : vv_dict_get_str_peek(sys, key.o);
        if (value == NULL)
            vv_clear_error(t);
        else if (!stream)
            set_none(t, sys, key.o);
        else {
            VV_AUTO name = {t, vv_str_slice(t, key.o, 2, vv_str_length(key.o) - 2)};
            if (name.o == NULL || vv_dict_set_str(t, sys, name.o, value) < 0)
                vv_clear_error(t);
        }
    }
}

/* Takes all modules out of sys.modules; a list of weak references to them, or NULL. */
static vv_owned drop_modules(vv_thread *t) {
    vv_obj *list = vv_list_new(t, 0);
    size_t pos = 0;
    vv_ref name, module;
    while (vv_dict_next(t->vm->modules, &pos, &name, &module, NULL)) {
        if (!vv_is_instance(module, VV_TYPEP(t, MODULE)) || !VV_ISA(name, STR))
            continue;
        vv_obj *ref = list == NULL ? NULL : vv_weakref_new(t, module, NULL);
        if (ref == NULL || vv_list_append_take(t, list, ref) < 0)
            vv_clear_error(t);
        set_none(t, t->vm->modules, name);
    }
    vv_clear_error(t);
    vv_dict_clear(t, t->vm->modules);
    return list;
}

/* Modules that still live lose what they hold, the youngest first: names with one underscore before the others. */
static void empty_modules(vv_thread *t, vv_ref list) {
    for (size_t k = list == NULL ? 0 : VV_LIST(list)->length; k-- > 0;) {
        vv_ref module = vv_weakref_get_peek(VV_LIST(list)->items[k]), name, value;
        vv_ref dict = module == NULL ? NULL : VV_MODULE_OF(module)->dict;
        if (dict == NULL || dict == t->vm->sysdict || dict == t->vm->builtins)
            continue;
        VV_AUTO held = {t, vv_newref(dict)};
        for (int pass = 0; pass < 2; pass++)
            for (size_t pos = 0; vv_dict_next(held.o, &pos, &name, &value, NULL);)
                if (VV_ISA(name, STR) && value != t->vm->none && vv_str_length(name) > 0 &&
                    (pass == 0 ? vv_str_at(name, 0) == '_' && (vv_str_length(name) < 2 || vv_str_at(name, 1) != '_') : name != VV_N(t, __builtins__)))
                    set_none(t, held.o, name);
    }
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
        VV_AWAIT_CATCH(nf, vv_do_flush_streams(t));
        if (nf->raised)
            vv_clear_error(t);
        else if (t->ret != NULL)
            vv_drop_ret(t);
        vv_clearref(t, &vm->gc.callbacks); /* nobody is told of what follows */
        drop_special(t);
        vv_clearref(t, &vm->main_dict);
        /* objects of __main__ die now; sys and builtins are still there for their finalizers */
        nf->slot[0] = vm->modules == NULL ? NULL : drop_modules(t);
        for (nf->i[1] = 0; nf->i[1] < 2; nf->i[1]++) {
            VV_AWAIT_CATCH(nf, vv_do_collect(t, VV_GENERATIONS - 1));
            if (nf->raised)
                vv_clear_error(t);
            else
                vv_drop_ret(t);
            if (nf->i[1] == 0)
                empty_modules(t, nf->slot[0]);
        }
        vv_clearref(t, &nf->slot[0]);
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
