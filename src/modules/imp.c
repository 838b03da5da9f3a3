/* imp.c - the import statement: sys.modules, modules written in C, then source text that the host finds.
 *
 * The host is asked (VV_REQ_MODULE) for "pkg.mod.__init__", which makes pkg.mod a package, then for "pkg.mod". A module
 * stands in sys.modules while its code runs, its __spec__._initializing true; it is taken out again if that fails.
 */
#include "modules/imp.h"

#include "compiler/compile.h"
#include "kernel/kernel.h"
#include "modules/modules.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { REQUEST_MODULE = 3, NOT_FOUND = 2 };

/* ---- errors ---- */

/* Raises an ImportError (or subclass) whose attributes are set; takes the message. Always VV_FAILED. */
static vv_step raise_import(vv_thread *t, int type, vv_owned message, vv_ref name, vv_ref path, vv_ref name_from) {
    VV_AUTO text = {t, message};
    VV_AUTO args = {t, text.o == NULL ? NULL : vv_tuple_pack(t, 1, (vv_ref)text.o)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, type, args.o)};
    if (exc.o == NULL)
        return VV_FAILED;
    vv_exc_import *e = (vv_exc_import *)exc.o;
    vv_setref_take(t, &e->name, vv_xnewref(name));
    vv_setref_take(t, &e->path, vv_xnewref(path));
    vv_setref_take(t, &e->name_from, vv_xnewref(name_from));
    return vv_raise_object(t, exc.o);
}

static vv_step raise_not_found(vv_thread *t, vv_ref name) {
    return raise_import(t, VV_ModuleNotFoundError, vv_format(t, "No module named %R", name), name, NULL, NULL);
}

/* Is the current exception ModuleNotFoundError for exactly this module? */
static bool is_not_found(vv_thread *t, vv_ref name) {
    if (!vv_error_is(t, VV_ModuleNotFoundError))
        return false;
    vv_ref missing = ((const vv_exc_import *)t->exc)->name;
    return missing != NULL && VV_ISA(missing, STR) && vv_str_equal(missing, name);
}

/* ---- names ---- */

/* Position of the last '.', or -1. */
static int64_t last_dot(vv_ref name) {
    int64_t k = (int64_t)vv_str_length(name) - 1;
    while (k >= 0 && vv_str_at(name, (size_t)k) != '.')
        k--;
    return k;
}
static size_t first_dot(vv_ref name) {
    size_t k = 0;
    while (k < vv_str_length(name) && vv_str_at(name, k) != '.')
        k++;
    return k;
}

/* "a.b" -> "a/b" + ending. */
static vv_owned file_name(vv_thread *t, vv_ref name, const char *ending) {
    vv_strbuilder b = {0};
    bool ok = true;
    for (size_t k = 0; ok && k < vv_str_length(name); k++) {
        uint32_t c = vv_str_at(name, k);
        ok = vv_strbuilder_char(t, &b, c == '.' ? '/' : c) == 0;
    }
    for (const char *p = ending; ok && *p != 0; p++)
        ok = vv_strbuilder_char(t, &b, (uint8_t)*p) == 0;
    if (ok)
        return vv_strbuilder_finish(t, &b);
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* The name of the package that a relative import counts from: owned, or NULL with ImportError. */
static vv_owned calling_package(vv_thread *t, vv_ref globals) {
    static const char unknown[] = "attempted relative import with no known parent package";
    if (globals == NULL || !VV_ISA(globals, DICT)) {
        vv_raise(t, VV_KeyError, "'__name__' not in globals");
        return NULL;
    }
    vv_ref package = vv_dict_get_str_peek(globals, VV_N(t, __package__));
    if (package != NULL && package != t->vm->none) {
        if (!VV_ISA(package, STR))
            return vv_raise(t, VV_TypeError, "package must be a string");
        if (vv_str_length(package) == 0)
            return vv_raise(t, VV_ImportError, "%s", unknown);
        return vv_newref(package);
    }
    vv_ref name = vv_dict_get_str_peek(globals, VV_N(t, __name__));
    if (name == NULL)
        return vv_raise(t, VV_KeyError, "'__name__' not in globals");
    if (!VV_ISA(name, STR))
        return vv_raise(t, VV_TypeError, "__name__ must be a string");
    if (vv_dict_get_str_peek(globals, VV_N(t, __path__)) != NULL)
        return vv_newref(name);
    int64_t dot = last_dot(name);
    if (dot < 0)
        return vv_raise(t, VV_ImportError, "%s", unknown);
    return vv_str_slice(t, name, 0, (size_t)dot);
}

/* The absolute name: owned, or NULL. */
static vv_owned resolve(vv_thread *t, vv_ref name, vv_ref globals, int64_t level) {
    if (level == 0)
        return vv_str_length(name) == 0 ? vv_raise(t, VV_ValueError, "Empty module name") : vv_newref(name);
    VV_AUTO base = {t, calling_package(t, globals)};
    if (base.o == NULL)
        return NULL;
    for (; level > 1; level--) {
        int64_t dot = last_dot(base.o);
        if (dot < 0)
            return vv_raise(t, VV_ImportError, "attempted relative import beyond top-level package");
        vv_owned shorter = vv_str_slice(t, base.o, 0, (size_t)dot);
        if (shorter == NULL)
            return NULL;
        vv_setref_take(t, &base.o, shorter);
    }
    return vv_str_length(name) == 0 ? vv_move(&base.o) : vv_format(t, "%U.%U", base.o, name);
}

/* ---- specs ---- */

static int set_take(vv_thread *t, vv_ref dict, const char *key, vv_owned value) {
    if (value == NULL)
        return -1;
    int r = vv_dict_set_cstr(t, dict, key, value);
    vv_decref(t, value);
    return r;
}

/* The namespace of a module's __spec__, or NULL. */
static vv_ref spec_dict(vv_thread *t, vv_ref module) {
    if (!VV_IS(t, module, MODULE))
        return NULL;
    vv_ref spec = vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, VV_N(t, __spec__));
    vv_obj **slot = spec == NULL || spec == VV_NONE(t) ? NULL : vv_dict_slot(spec);
    return slot == NULL ? NULL : *slot;
}

static bool is_initializing(vv_thread *t, vv_ref module) {
    vv_ref dict = spec_dict(t, module);
    return dict != NULL && vv_dict_get_str_peek(dict, VV_N(t, _initializing)) == VV_TRUE(t);
}

/* `name`'s parent package: what __package__ is for a module. */
static vv_owned parent_name(vv_thread *t, vv_ref name, bool package) {
    int64_t dot = last_dot(name);
    return package ? vv_newref(name) : vv_str_slice(t, name, 0, dot < 0 ? 0 : (size_t)dot);
}

/* A spec with what programs look at. */
static vv_owned make_spec(vv_thread *t, vv_ref name, vv_ref file_or_null, vv_ref path_or_null) {
    VV_AUTO dict = {t, vv_dict_new(t)};
    if (dict.o == NULL || set_take(t, dict.o, "name", vv_newref(name)) < 0 ||
        set_take(t, dict.o, "loader", vv_none(t)) < 0 ||
        set_take(t, dict.o, "origin", file_or_null == NULL ? vv_str_from_cstr(t, "built-in") : vv_newref(file_or_null)) < 0 ||
        set_take(t, dict.o, "submodule_search_locations", path_or_null == NULL ? vv_none(t) : vv_newref(path_or_null)) < 0 ||
        set_take(t, dict.o, "parent", parent_name(t, name, path_or_null != NULL)) < 0 ||
        set_take(t, dict.o, "has_location", vv_bool(t, file_or_null != NULL)) < 0 ||
        set_take(t, dict.o, "cached", vv_none(t)) < 0)
        return NULL;
    vv_type *type = VV_TYPEP(t, NAMESPACE);
    vv_owned spec = vv_new_object(t, type, type->basicsize);
    if (spec == NULL)
        return NULL;
    vv_setref_take(t, vv_dict_slot(spec), vv_move(&dict.o));
    vv_track(t, spec);
    return spec;
}

/* Fills the attributes that the import system gives a module. 0/-1. */
static int set_up(vv_thread *t, vv_ref module, vv_ref name, vv_ref file_or_null, bool package) {
    vv_ref dict = VV_MODULE_OF(module)->dict;
    VV_AUTO path = {t, NULL};
    if (package) {
        VV_AUTO folder = {t, file_name(t, name, "")};
        path.o = folder.o == NULL ? NULL : vv_list_from_array(t, &folder.o, 1);
        if (path.o == NULL || vv_dict_set_str(t, dict, VV_N(t, __path__), path.o) < 0)
            return -1;
    }
    VV_AUTO parent = {t, parent_name(t, name, package)};
    VV_AUTO spec = {t, make_spec(t, name, file_or_null, path.o)};
    if (parent.o == NULL || spec.o == NULL || vv_dict_set_str(t, dict, VV_N(t, __package__), parent.o) < 0 ||
        vv_dict_set_str(t, dict, VV_N(t, __spec__), spec.o) < 0)
        return -1;
    if (file_or_null == NULL)
        return 0;
    vv_ref builtins = vv_dict_get_str_peek(t->vm->modules, VV_N(t, builtins));
    return vv_dict_set_str(t, dict, VV_N(t, __file__), file_or_null) < 0 ||
                   vv_dict_set_str(t, dict, VV_N(t, __cached__), VV_NONE(t)) < 0 ||
                   (builtins != NULL && vv_dict_set_str(t, dict, VV_N(t, __builtins__), builtins) < 0)
               ? -1
               : 0;
}

static int set_initializing(vv_thread *t, vv_ref module, bool value) {
    vv_ref dict = spec_dict(t, module);
    return dict == NULL ? 0 : vv_dict_set_str(t, dict, VV_N(t, _initializing), vv_bool(t, value));
}

/* ---- loading ---- */

/* sys.modules[name]: borrowed or NULL. */
static vv_ref loaded_peek(vv_thread *t, vv_ref name) {
    return vv_dict_get_str_peek(t->vm->modules, name);
}

static vv_step answer_loaded(vv_thread *t, vv_ref module, vv_ref name) {
    if (module == t->vm->none)
        return raise_import(t, VV_ModuleNotFoundError, vv_format(t, "import of %U halted; None in sys.modules", name), name, NULL, NULL);
    return vv_return(t, vv_newref(module));
}

/* Asks the host for the source of `name`: VV_READY with kernel->error and answer. */
static vv_step ask_host(vv_thread *t, vv_ref name, bool package) {
    VV_AUTO full = {t, package ? vv_format(t, "%U.__init__", name) : vv_newref(name)};
    const char *text = full.o == NULL ? NULL : vv_str_utf8_peek(t, full.o, NULL);
    return text == NULL ? VV_FAILED : vv_kernel_request(t, REQUEST_MODULE, text, NULL, 0);
}

/* Compiles what the host answered: the code object, owned. */
static vv_owned compile_answer(vv_thread *t, vv_ref file) {
    const vv_bytebuf *answer = &t->vm->kernel->answer;
    const char *source = answer->length == 0 ? "" : answer->data;
    if (vv_modules_remember_source(t, file, source, answer->length) < 0)
        vv_clear_error(t); /* not UTF-8, or no room: tracebacks go without */
    return vv_compile(t, source, answer->length, file, VV_COMPILE_EXEC, VV_COMPILE_FROM_FILE);
}

/* argv: absolute name; slot: 0 parent module, 1 module, 2 code, 3 file name, 4 exception or scratch; i[0]: package */
static vv_step load_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (loaded_peek(t, nf->argv[0]) != NULL)
        return answer_loaded(t, loaded_peek(t, nf->argv[0]), nf->argv[0]);
    if (last_dot(nf->argv[0]) >= 0) {
        nf->slot[4] = vv_str_slice(t, nf->argv[0], 0, (size_t)last_dot(nf->argv[0]));
        if (nf->slot[4] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_import_absolute(t, nf->slot[4]));
        nf->slot[0] = vv_take_ret(t);
        if (loaded_peek(t, nf->argv[0]) != NULL) /* the package has imported it */
            return answer_loaded(t, loaded_peek(t, nf->argv[0]), nf->argv[0]);
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[0], VV_N(t, __path__)));
        if (t->ret == NULL)
            return raise_import(t, VV_ModuleNotFoundError,
                                vv_format(t, "No module named %R; %R is not a package", nf->argv[0], nf->slot[4]), nf->argv[0],
                                NULL, NULL);
        vv_drop_ret(t);
        vv_clearref(t, &nf->slot[4]);
    }
    nf->slot[1] = vv_modules_create(t, nf->argv[0]);
    if (nf->slot[1] != NULL) {
        if (set_up(t, nf->slot[1], nf->argv[0], NULL, false) < 0 ||
            vv_dict_set_str(t, t->vm->modules, nf->argv[0], nf->slot[1]) < 0)
            return VV_FAILED;
        goto loaded;
    }
    if (t->exc != NULL)
        return VV_FAILED;
    for (nf->i[0] = 1; nf->i[0] >= 0; nf->i[0]--) {
        VV_AWAIT(nf, VV_READY); /* the frame is entered here again while the host has not answered */
        vv_step s = ask_host(t, nf->argv[0], nf->i[0] != 0);
        if (s != VV_READY)
            return s;
        if (t->vm->kernel->error == 0)
            break;
        if (t->vm->kernel->error != NOT_FOUND)
            return vv_raise_os(t, t->vm->kernel->error, nf->argv[0]);
    }
    if (nf->i[0] < 0)
        return raise_not_found(t, nf->argv[0]);
    nf->slot[3] = file_name(t, nf->argv[0], nf->i[0] != 0 ? "/__init__.py" : ".py");
    nf->slot[2] = nf->slot[3] == NULL ? NULL : compile_answer(t, nf->slot[3]);
    nf->slot[1] = nf->slot[2] == NULL ? NULL : vv_module_new(t, nf->argv[0]);
    if (nf->slot[1] == NULL || set_up(t, nf->slot[1], nf->argv[0], nf->slot[3], nf->i[0] != 0) < 0 ||
        set_initializing(t, nf->slot[1], true) < 0 || vv_dict_set_str(t, t->vm->modules, nf->argv[0], nf->slot[1]) < 0)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_frame_exec(t, nf->slot[2], VV_MODULE_OF(nf->slot[1])->dict, VV_MODULE_OF(nf->slot[1])->dict, NULL));
    if (nf->raised) {
        nf->slot[4] = vv_take_error(t);
        if (vv_dict_del_str(t, t->vm->modules, nf->argv[0]) < 0 || set_initializing(t, nf->slot[1], false) < 0)
            vv_clear_error(t);
        vv_restore_error_take(t, vv_move(&nf->slot[4]));
        return VV_FAILED;
    }
    vv_drop_ret(t);
    if (set_initializing(t, nf->slot[1], false) < 0)
        return VV_FAILED;
    /* a module may have put something else in its place */
    if (loaded_peek(t, nf->argv[0]) == NULL)
        return vv_raise_value(t, VV_KeyError, nf->argv[0]);
    vv_setref_take(t, &nf->slot[1], vv_newref(loaded_peek(t, nf->argv[0])));
loaded:
    if (nf->slot[0] != NULL) { /* the package gets an attribute for it */
        size_t n = vv_str_length(nf->argv[0]);
        nf->slot[4] = vv_str_slice(t, nf->argv[0], (size_t)last_dot(nf->argv[0]) + 1, n);
        if (nf->slot[4] == NULL)
            return VV_FAILED;
        vv_intern(t, &nf->slot[4]);
        VV_AWAIT_CATCH(nf, vv_do_setattr(t, nf->slot[0], nf->slot[4], nf->slot[1]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_AttributeError))
                return VV_FAILED;
            vv_clear_error(t);
        }
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

vv_step vv_do_import_absolute(vv_thread *t, vv_ref name) {
    vv_ref module = VV_IS(t, name, STR) ? loaded_peek(t, name) : NULL;
    return module != NULL ? answer_loaded(t, module, name) : vv_start1(t, load_native, "import", name);
}

/* ---- __import__ ---- */

/* argv: package, names; imports those names that are modules inside the package. slot: 0 names, 1 full name, 2 __all__;
 * i: 0 position, 1 names come from __all__ */
static vv_step fromlist_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_list(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (; (size_t)nf->i[0] < VV_LIST(nf->slot[0])->length; nf->i[0]++) {
        vv_ref name = VV_LIST(nf->slot[0])->items[nf->i[0]];
        if (!VV_ISA(name, STR))
            return vv_raise_step(t, VV_TypeError, "Item in %s must be str, not %T", nf->i[1] ? "__all__" : "``from list''", name);
        if (vv_str_equal_cstr(name, "*")) {
            if (nf->i[1])
                continue;
            VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __all__)));
            if (t->ret == NULL)
                continue;
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_list(t, nf->slot[2]));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            nf->i[0] = -1;
            nf->i[1] = true;
            continue;
        }
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_LIST(nf->slot[0])->items[nf->i[0]]));
        if (t->ret != NULL) {
            vv_drop_ret(t);
            continue;
        }
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __name__)));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (!VV_ISA(nf->slot[1], STR))
            return vv_raise_step(t, VV_TypeError, "__name__ must be a string");
        vv_owned full = vv_format(t, "%U.%U", nf->slot[1], VV_LIST(nf->slot[0])->items[nf->i[0]]);
        if (full == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[1], full);
        VV_AWAIT_CATCH(nf, vv_do_import_absolute(t, nf->slot[1]));
        if (!nf->raised) {
            vv_drop_ret(t);
        } else {
            if (!is_not_found(t, nf->slot[1]))
                return VV_FAILED;
            vv_clear_error(t);
        }
    }
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: name, globals, fromlist, level; slot: 0 absolute name, 1 module, 2 scratch; i[0]: level */
static vv_step import_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "module name must be a string");
    if (nf->argv[3] != NULL) {
        if (!VV_ISA(nf->argv[3], INT))
            return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->argv[3]);
        vv_int_to_i64(nf->argv[3], &nf->i[0]);
    }
    if (nf->i[0] < 0)
        return vv_raise_step(t, VV_ValueError, "level must be >= 0");
    nf->slot[0] = resolve(t, nf->argv[0], nf->argv[1], nf->i[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_absolute(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    t->ival = 0;
    if (nf->argv[2] != NULL && nf->argv[2] != t->vm->none)
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    if (t->ival) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[1], VV_N(t, __path__)));
        if (t->ret != NULL) {
            vv_drop_ret(t);
            VV_AWAIT(nf, vv_start2(t, fromlist_native, "import from", nf->slot[1], nf->argv[2]));
            vv_drop_ret(t);
        }
        return vv_return(t, vv_move(&nf->slot[1]));
    }
    /* `import a.b.c` binds a; `__import__("b.c", level=1)` gives what "b" is in the package */
    size_t dot = first_dot(nf->argv[0]), n = vv_str_length(nf->argv[0]);
    if (dot == n)
        return vv_return(t, vv_move(&nf->slot[1]));
    size_t keep = vv_str_length(nf->slot[0]) - (n - dot);
    nf->slot[2] = vv_str_slice(t, nf->slot[0], 0, keep);
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_absolute(t, nf->slot[2]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_import_builtin(vv_thread *t, vv_ref name, vv_ref globals, vv_ref fromlist, vv_ref level) {
    vv_obj *argv[] = {VV_OBJ(name), VV_OBJ(globals), VV_OBJ(fromlist), VV_OBJ(level)};
    return vv_native_enter(t, vv_push_native(t, import_native, "__import__", argv, 4));
}

/* argv: replacement of __import__, name, globals, locals, fromlist, level */
static vv_step replaced_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call(t, nf->argv[0], nf->argv + 1, 5));
    return VV_READY;
    VV_END(nf);
}

static bool is_builtin_import(vv_thread *t, vv_ref function) {
    return VV_IS(t, function, BUILTIN) && VV_BUILTIN_OF(function)->owner == NULL &&
           vv_str_equal_cstr(VV_N(t, __import__), VV_BUILTIN_OF(function)->def->name);
}

vv_step vv_do_import(vv_thread *t, vv_ref name, vv_ref globals, vv_ref locals, vv_ref fromlist, vv_ref level) {
    vv_ref function = vv_dict_get_str_peek(t->vm->builtins, VV_N(t, __import__));
    if (function == NULL)
        return vv_raise_step(t, VV_ImportError, "__import__ not found");
    if (is_builtin_import(t, function))
        return vv_do_import_builtin(t, name, globals, fromlist, level);
    vv_obj *argv[] = {VV_OBJ(function), VV_OBJ(name), VV_OBJ(globals), locals == NULL ? t->vm->none : VV_OBJ(locals),
                      VV_OBJ(fromlist), VV_OBJ(level)};
    return vv_native_enter(t, vv_push_native(t, replaced_native, "__import__", argv, 6));
}

/* ---- from module import name ---- */

static vv_step cannot_import(vv_thread *t, vv_ref module, vv_ref name, vv_ref module_name) {
    VV_AUTO unknown = {t, vv_str_from_cstr(t, "<unknown module name>")};
    vv_ref shown = module_name != NULL && VV_ISA(module_name, STR) ? module_name : (vv_ref)unknown.o;
    vv_ref file = VV_IS(t, module, MODULE) ? vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, VV_N(t, __file__)) : NULL;
    if (unknown.o == NULL)
        return VV_FAILED;
    if (file == NULL || !VV_ISA(file, STR))
        return raise_import(t, VV_ImportError, vv_format(t, "cannot import name %R from %R (unknown location)", name, shown),
                            shown, NULL, name);
    const char *format = is_initializing(t, module)
                             ? "cannot import name %R from partially initialized module %R (most likely due to a circular import) (%U)"
                             : "cannot import name %R from %R (%U)";
    return raise_import(t, VV_ImportError, vv_format(t, format, name, shown, file), shown, file, name);
}

/* argv: module, name; slot: 0 name of the module, 1 full name */
static vv_step import_from_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], nf->argv[1]));
    if (t->ret != NULL)
        return VV_READY;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __name__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL && VV_ISA(nf->slot[0], STR)) {
        /* a module in the middle of its own import is not an attribute of its package yet */
        nf->slot[1] = vv_format(t, "%U.%U", nf->slot[0], nf->argv[1]);
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        vv_ref module = loaded_peek(t, nf->slot[1]);
        if (module != NULL)
            return vv_return(t, vv_newref(module));
    }
    return cannot_import(t, nf->argv[0], nf->argv[1], nf->slot[0]);
    VV_END(nf);
}

vv_step vv_do_import_from(vv_thread *t, vv_ref module, vv_ref name) {
    return vv_native_enter(t, vv_push_native(t, import_from_native, "import from", (vv_obj *[]){VV_OBJ(module), VV_OBJ(name)}, 2));
}

/* argv: module, namespace; slot: 0 names, 1 source of names, 2 value; i: 0 position, 1 names come from __all__ */
static vv_step import_star_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __all__)));
    nf->slot[1] = vv_take_ret(t);
    nf->i[1] = nf->slot[1] != NULL;
    if (nf->slot[1] == NULL) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __dict__)));
        nf->slot[1] = vv_take_ret(t);
        if (nf->slot[1] == NULL)
            return vv_raise_step(t, VV_ImportError, "from-import-* object has no __dict__ and no __all__");
    }
    VV_AWAIT(nf, vv_do_list(t, nf->slot[1]));
    nf->slot[0] = vv_take_ret(t);
    for (; (size_t)nf->i[0] < VV_LIST(nf->slot[0])->length; nf->i[0]++) {
        vv_ref name = VV_LIST(nf->slot[0])->items[nf->i[0]];
        if (!VV_ISA(name, STR)) {
            VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __name__)));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            return vv_raise_step(t, VV_TypeError, nf->i[1] ? "Item in %U.__all__ must be str, not %T" : "Key in %U.__dict__ must be str, not %T",
                                 nf->slot[2], VV_LIST(nf->slot[0])->items[nf->i[0]]);
        }
        if (!nf->i[1] && vv_str_length(name) > 0 && vv_str_at(name, 0) == '_')
            continue;
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_LIST(nf->slot[0])->items[nf->i[0]]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_setitem(t, nf->argv[1], VV_LIST(nf->slot[0])->items[nf->i[0]], nf->slot[2]));
    }
    return vv_return_none(t);
    VV_END(nf);
}

vv_step vv_do_import_star(vv_thread *t, vv_ref module, vv_ref locals) {
    return vv_start2(t, import_star_native, "import *", module, locals);
}
