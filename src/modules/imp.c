/* imp.c - the import statement: __import__, `from` and `*`. Finding and loading is importlib's work (imp_load.c).
 */
#include "modules/imp.h"

#include "object/error.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

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

/* The name of the package that a relative import counts from when neither __package__ nor __spec__ tell: owned, or NULL. */
static vv_owned guessed_package(vv_thread *t, vv_ref globals) {
    vv_ref name = vv_dict_get_str_peek(globals, VV_N(t, __name__));
    if (name == NULL)
        return vv_raise(t, VV_KeyError, "'__name__' not in globals");
    if (!VV_ISA(name, STR))
        return vv_raise(t, VV_TypeError, "__name__ must be a string");
    if (vv_dict_get_str_peek(globals, VV_N(t, __path__)) != NULL)
        return vv_newref(name);
    int64_t dot = last_dot(name);
    return vv_str_slice(t, name, 0, dot < 0 ? 0 : (size_t)dot);
}

/* argv: globals; t->ret = the name of the package that a relative import in them counts from. slot: 0 package, 1 the spec's,
 * 2 warning */
static vv_step package_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == NULL)
        return vv_raise_step(t, VV_KeyError, "'__name__' not in globals");
    if (!VV_ISA(nf->argv[0], DICT))
        return vv_raise_step(t, VV_TypeError, "globals must be a dict");
    vv_ref package = vv_dict_get_str_peek(nf->argv[0], VV_N(t, __package__));
    if (package != NULL && package != t->vm->none)
        nf->slot[0] = vv_newref(package);
    vv_ref spec = vv_dict_get_str_peek(nf->argv[0], VV_N(t, __spec__));
    if (nf->slot[0] != NULL && !VV_ISA(nf->slot[0], STR))
        return vv_raise_step(t, VV_TypeError, "package must be a string");
    if (spec != NULL && spec != t->vm->none) {
        VV_AWAIT(nf, vv_do_getattr(t, spec, VV_N(t, parent)));
        nf->slot[1] = vv_take_ret(t);
        if (nf->slot[0] == NULL && !VV_ISA(nf->slot[1], STR))
            return vv_raise_step(t, VV_TypeError, "__spec__.parent must be a string");
        if (nf->slot[0] != NULL && !(VV_ISA(nf->slot[1], STR) && vv_str_equal(nf->slot[0], nf->slot[1]))) {
            nf->slot[2] = vv_str_from_cstr(t, "__package__ != __spec__.parent");
            if (nf->slot[2] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[2]));
            vv_drop_ret(t);
        }
        if (nf->slot[0] == NULL)
            nf->slot[0] = vv_move(&nf->slot[1]);
    } else if (nf->slot[0] == NULL) {
        nf->slot[2] = vv_str_from_cstr(t, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__");
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_warn(t, VV_ImportWarning, nf->slot[2]));
        vv_drop_ret(t);
        nf->slot[0] = guessed_package(t, nf->argv[0]);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    if (vv_str_length(nf->slot[0]) == 0)
        return vv_raise_step(t, VV_ImportError, "attempted relative import with no known parent package");
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* `name` as a module `level` - 1 above `package` calls it: owned, or NULL. */
static vv_owned resolve(vv_thread *t, vv_ref package, vv_ref name, int64_t level) {
    size_t end = vv_str_length(package);
    for (; level > 1; level--) {
        while (end > 0 && vv_str_at(package, end - 1) != '.')
            end--;
        if (end == 0)
            return vv_raise(t, VV_ImportError, "attempted relative import beyond top-level package");
        end--;
    }
    VV_AUTO base = {t, vv_str_slice(t, package, 0, end)};
    if (base.o == NULL)
        return NULL;
    return vv_str_length(name) == 0 ? vv_move(&base.o) : vv_format(t, "%U.%U", base.o, name);
}

/* ---- modules that are there ---- */

/* A module's __spec__, or NULL. */
static vv_ref spec_of(vv_thread *t, vv_ref module) {
    if (!VV_IS(t, module, MODULE))
        return NULL;
    vv_ref spec = vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, VV_N(t, __spec__));
    return spec;
}

static bool is_initializing(vv_thread *t, vv_ref module) {
    vv_ref spec = spec_of(t, module);
    return spec != NULL && vv_instance_get_peek(spec, VV_N(t, _initializing)) == VV_TRUE(t);
}

/* ---- __import__ ---- */

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
    if (nf->i[0] == 0 && vv_str_length(nf->argv[0]) == 0)
        return vv_raise_step(t, VV_ValueError, "Empty module name");
    if (nf->i[0] == 0) {
        nf->slot[0] = vv_newref(nf->argv[0]);
    } else {
        VV_AWAIT(nf, vv_start1(t, package_native, "resolve", nf->argv[1]));
        nf->slot[1] = vv_take_ret(t);
        nf->slot[0] = resolve(t, nf->slot[1], nf->argv[0], nf->i[0]);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        vv_clearref(t, &nf->slot[1]);
    }
    VV_AWAIT(nf, vv_do_import_absolute(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    t->ival = 0;
    if (nf->argv[2] != NULL && nf->argv[2] != t->vm->none)
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    if (t->ival) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[1], VV_N(t, __path__)));
        if (t->ret != NULL) {
            vv_drop_ret(t);
            VV_AWAIT(nf, vv_do_import_fromlist(t, nf->slot[1], nf->argv[2]));
            return VV_READY;
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
    if (nf->i[0] > 0) {
        vv_ref whole = vv_dict_get_str_peek(t->vm->modules, nf->slot[2]);
        if (whole == NULL)
            return vv_raise_step(t, VV_KeyError, "%R not in sys.modules as expected", nf->slot[2]);
        return vv_return(t, vv_newref(whole));
    }
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
    vv_ref builtins = t->frame != NULL && t->frame->kind == VV_FRAME_PY ? VV_PYFRAME(t->frame)->builtins : NULL;
    if (builtins == NULL || !VV_ISA(builtins, DICT))
        builtins = t->vm->builtins;
    vv_ref function = vv_dict_get_str_peek(builtins, VV_N(t, __import__));
    if (function == NULL)
        return vv_raise_step(t, VV_ImportError, "__import__ not found");
    if (is_builtin_import(t, function))
        return vv_do_import_builtin(t, name, globals, fromlist, level);
    vv_obj *argv[] = {VV_OBJ(function), VV_OBJ(name), VV_OBJ(globals), locals == NULL ? t->vm->none : VV_OBJ(locals),
                      VV_OBJ(fromlist), VV_OBJ(level)};
    return vv_native_enter(t, vv_push_native(t, replaced_native, "__import__", argv, 6));
}

/* ---- from module import name ---- */

/* Raises an ImportError whose attributes are set; takes the message. Always VV_FAILED. */
static vv_step raise_import(vv_thread *t, vv_owned message, vv_ref name, vv_ref path, vv_ref name_from) {
    VV_AUTO text = {t, message};
    VV_AUTO args = {t, text.o == NULL ? NULL : vv_tuple_pack(t, 1, (vv_ref)text.o)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, VV_ImportError, args.o)};
    if (exc.o == NULL)
        return VV_FAILED;
    vv_exc_import *e = (vv_exc_import *)exc.o;
    vv_setref_take(t, &e->name, vv_xnewref(name));
    vv_setref_take(t, &e->path, vv_xnewref(path));
    vv_setref_take(t, &e->name_from, vv_xnewref(name_from));
    return vv_raise_object(t, exc.o);
}

static vv_step cannot_import(vv_thread *t, vv_ref module, vv_ref name, vv_ref module_name) {
    VV_AUTO unknown = {t, vv_str_from_cstr(t, "<unknown module name>")};
    if (module_name != NULL && !VV_ISA(module_name, STR))
        module_name = NULL;
    vv_ref shown = module_name != NULL ? module_name : (vv_ref)unknown.o;
    vv_ref file = VV_IS(t, module, MODULE) ? vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, VV_N(t, __file__)) : NULL;
    if (unknown.o == NULL)
        return VV_FAILED;
    if (file == NULL || !VV_ISA(file, STR))
        return raise_import(t, vv_format(t, "cannot import name %R from %R (unknown location)", name, shown),
                            module_name, NULL, name);
    const char *format = is_initializing(t, module)
                             ? "cannot import name %R from partially initialized module %R (most likely due to a circular import) (%U)"
                             : "cannot import name %R from %R (%U)";
    return raise_import(t, vv_format(t, format, name, shown, file), module_name, file, name);
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
        vv_ref module = vv_dict_get_str_peek(t->vm->modules, nf->slot[1]);
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
    if (nf->i[1] && (nf->slot[1]->type->s.getitem == NULL || VV_ISA(nf->slot[1], DICT))) /* it is read by index */
        return vv_raise_step(t, VV_TypeError,
                             VV_ISA(nf->slot[1], DICT) ? "%T is not a sequence" : "'%T' object does not support indexing",
                             nf->slot[1]);
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

vv_step vv_do_import_module(vv_thread *t, vv_ref name) {
    vv_ref none = VV_NONE(t), zero = t->vm->small_ints[-VV_SMALL_INT_MIN];
    return vv_do_import(t, name, t->vm->main_dict != NULL ? t->vm->main_dict : none, none, none, zero);
}
