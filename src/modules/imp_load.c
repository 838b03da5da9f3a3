/* imp_load.c - finding and loading modules: importlib's own code, which a program gets when it first needs more than a module
 * written in C.
 *
 * The import system is CPython's library modules importlib._bootstrap and _bootstrap_external under the names
 * _frozen_importlib and _frozen_importlib_external. Their code, and that of the other modules that CPython freezes, lies in the
 * library's folder _frozen. Before it runs, `import math` makes module math and nothing else; the import system then finds
 * it in sys.modules and gives it its __spec__.
 */
#include <string.h>

#include "base/library.h"
#include "code/codeobj.h"
#include "kernel/kernel.h"
#include "modules/imp.h"
#include "modules/marshal.h"
#include "modules/modules.h"
#include "object/datafile.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { LONGEST_NAME = 64 };
static const char setup_name[] = "_frozen_importlib";

/* ---- frozen modules ---- */

vv_step vv_imp_read_frozen(vv_thread *t, const char *name) {
    static const char folder[] = VV_LIBRARY "/_frozen/";
    char path[sizeof folder + LONGEST_NAME];
    memcpy(path, folder, sizeof folder);
    strncpy(path + sizeof folder - 1, name, LONGEST_NAME);
    path[sizeof path - 1] = '\0';
    return vv_kernel_request(t, VV_REQ_READ_FILE, path, NULL, 0);
}

vv_owned vv_imp_frozen_code(vv_thread *t, const char *name) {
    const struct vv_kernel *k = t->vm->kernel;
    if (k->error != 0)
        return vv_raise(t, VV_ImportError, "cannot read %s of the standard library (%s/_frozen): %s", name, VV_LIBRARY,
                        vv_errno_text(k->error) == NULL ? "unknown error" : vv_errno_text(k->error));
    VV_AUTO code = {t, vv_marshal_load(t, (const uint8_t *)k->answer.data, k->answer.length, NULL)};
    if (code.o != NULL && !VV_IS(t, code.o, CODE))
        return vv_raise(t, VV_ImportError, "the standard library's %s is not code", name);
    return vv_move(&code.o);
}

/* ---- setting up ---- */

/* A module that importlib's setup needs in sys.modules: owned, or NULL. */
static vv_owned make_known(vv_thread *t, const char *name) {
    VV_AUTO text = {t, vv_intern_cstr(t, name)};
    vv_ref there = text.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, text.o);
    if (text.o == NULL || there != NULL)
        return vv_xnewref(there);
    VV_AUTO module = {t, vv_modules_create(t, text.o)};
    return module.o == NULL || vv_dict_set_str(t, t->vm->modules, text.o, module.o) < 0 ? NULL : vv_move(&module.o);
}

/* slot: 0 code, then scratch; 1 module; 2 sys, 3 _imp; 4 scratch */
static vv_step run_setup(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    vv_step s = vv_imp_read_frozen(t, setup_name);
    if (s != VV_READY)
        return s;
    nf->slot[0] = vv_imp_frozen_code(t, setup_name);
    nf->slot[4] = nf->slot[0] == NULL ? NULL : vv_intern_cstr(t, setup_name);
    nf->slot[1] = nf->slot[4] == NULL ? NULL : vv_module_new(t, nf->slot[4]);
    vv_ref builtins = vv_dict_get_str_peek(t->vm->modules, VV_N(t, builtins));
    if (nf->slot[1] == NULL || vv_dict_set_str(t, t->vm->modules, nf->slot[4], nf->slot[1]) < 0 ||
        (builtins != NULL && vv_dict_set_str(t, VV_MODULE_OF(nf->slot[1])->dict, VV_N(t, __builtins__), builtins) < 0))
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[2], vv_str_from_cstr(t, "importlib._bootstrap")); /* what importlib looks for in a frozen module */
    if (nf->slot[2] == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(nf->slot[1])->dict, "__origname__", nf->slot[2]) < 0)
        return VV_FAILED;
    static const char *const lists[] = {"meta_path", "path_hooks"};
    for (size_t k = 0; k < VV_ARRAY_LEN(lists); k++) {
        VV_AUTO list = {t, vv_list_new(t, 0)};
        if (list.o == NULL || vv_dict_set_cstr(t, t->vm->sysdict, lists[k], list.o) < 0)
            return VV_FAILED;
    }
    vv_setref_take(t, &nf->slot[4], vv_dict_new(t));
    if (nf->slot[4] == NULL || vv_dict_set_cstr(t, t->vm->sysdict, "path_importer_cache", nf->slot[4]) < 0)
        return VV_FAILED;
    t->vm->importlib = vv_newref(nf->slot[1]); /* from here on nothing asks for a setup again */
    VV_AWAIT(nf, vv_frame_exec(t, nf->slot[0], VV_MODULE_OF(nf->slot[1])->dict, VV_MODULE_OF(nf->slot[1])->dict, NULL));
    vv_drop_ret(t);
    vv_setref_take(t, &nf->slot[2], make_known(t, "sys"));
    nf->slot[3] = nf->slot[2] == NULL ? NULL : make_known(t, "_imp");
    vv_setref_take(t, &nf->slot[0], nf->slot[3] == NULL ? NULL : vv_intern_cstr(t, "_install"));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[1], nf->slot[0], nf->slot + 2, 2));
    vv_drop_ret(t);
    vv_setref_take(t, &nf->slot[0], vv_intern_cstr(t, "_install_external_importers"));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[1], nf->slot[0], NULL, 0));
    vv_drop_ret(t);
    VV_AUTO hook = {t, vv_intern_cstr(t, "_zipimporter")};
    VV_AUTO hooks = {t, vv_intern_cstr(t, "path_hooks")};
    vv_ref function = hook.o == NULL || hooks.o == NULL ? NULL : vv_dict_get_str_peek(VV_MODULE_OF(nf->slot[3])->dict, hook.o);
    vv_ref list = function == NULL ? NULL : vv_dict_get_str_peek(t->vm->sysdict, hooks.o);
    return list == NULL || vv_list_append(t, list, function) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

/* What failed is tried again when it is needed again. */
static vv_step setup_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_start1(t, run_setup, "set up importlib", VV_NONE(t)));
    if (!nf->raised)
        return VV_READY;
    vv_clearref(t, &t->vm->importlib);
    return VV_FAILED;
    VV_END(nf);
}

vv_step vv_do_import_setup(vv_thread *t) {
    if (t->vm->importlib != NULL)
        return vv_return_none(t);
    vv_native *nf = vv_push_native(t, setup_native, "set up importlib", NULL, 0);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

/* argv: module, attribute */
static vv_step setup_for_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_import_setup(t));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_import_setup_for(vv_thread *t, vv_ref module, vv_ref name) {
    return vv_start2(t, setup_for_native, "set up importlib", module, name);
}

/* ---- loading ---- */

static bool is_importlib_code(const vv_code *code) {
    return vv_str_equal_cstr(code->filename, "<frozen importlib._bootstrap>") ||
           vv_str_equal_cstr(code->filename, "<frozen importlib._bootstrap_external>");
}

/* Takes importlib's entries out of the current exception's traceback: all when it is an ImportError, else those that end in a
 * call marked by the name of its function, as CPython does. */
static void trim_traceback(vv_thread *t) {
    bool all = vv_error_is(t, VV_ImportError), inside = false;
    vv_obj **link = &VV_EXC_OF(t->exc)->traceback, **outer = link;
    while (*link != NULL) {
        vv_traceback *tb = (vv_traceback *)*link;
        const vv_code *code = ((const vv_frameobj *)tb->frame)->frame->code;
        bool was_inside = inside;
        inside = is_importlib_code(code);
        if (inside && !was_inside)
            outer = link;
        if (inside && (all || vv_str_equal_cstr(code->name, "_call_with_frames_removed"))) {
            vv_setref_take(t, outer, vv_xnewref(tb->next));
            link = outer;
        } else {
            link = &tb->next;
        }
    }
}

/* Adds a module written in C, before the import system is there: t->ret, or NULL when none is called so. */
static vv_step load_builtin(vv_thread *t, vv_ref name) {
    if (vv_modules_has_start(name))
        return vv_return_null(t); /* it needs the import system */
    VV_AUTO module = {t, vv_modules_create(t, name)};
    if (module.o == NULL)
        return t->exc != NULL ? VV_FAILED : vv_return_null(t);
    if (vv_dict_set_str(t, VV_MODULE_OF(module.o)->dict, VV_N(t, __package__), t->vm->empty_str) < 0 ||
        vv_dict_set_str(t, t->vm->modules, name, module.o) < 0)
        return VV_FAILED;
    return vv_return(t, vv_move(&module.o));
}

/* argv: absolute name, or module and names; slot: 0 "__import__" */
static vv_step importlib_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argc == 1 && t->vm->importlib == NULL) {
        vv_step s;
        while ((s = load_builtin(t, nf->argv[0])) == VV_FAILED && vv_data_missed(t)) {
            VV_AWAIT(nf, vv_do_load_data(t));
        }
        if (s != VV_READY || t->ret != NULL)
            return s;
    }
    VV_AWAIT(nf, vv_do_import_setup(t));
    vv_drop_ret(t);
    vv_ref import = vv_dict_get_str_peek(t->vm->builtins, VV_N(t, __import__));
    nf->slot[0] = vv_newref(import == NULL ? VV_NONE(t) : import);
    vv_obj *args[] = {nf->argv[0], nf->argc == 1 ? nf->slot[0] : nf->argv[1], nf->slot[0]};
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, t->vm->importlib, nf->argc == 1 ? VV_N(t, _find_and_load) : VV_N(t, _handle_fromlist),
                                         args, (size_t)nf->argc + 1));
    if (nf->raised) {
        trim_traceback(t);
        return VV_FAILED;
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_import_absolute(vv_thread *t, vv_ref name) {
    vv_ref module = VV_IS(t, name, STR) ? vv_dict_get_str_peek(t->vm->modules, name) : NULL;
    if (module != NULL && module != t->vm->none)
        return vv_return(t, vv_newref(module));
    return vv_start1(t, importlib_native, "import", name);
}

vv_step vv_do_import_fromlist(vv_thread *t, vv_ref module, vv_ref names) {
    return vv_start2(t, importlib_native, "import from", module, names);
}
