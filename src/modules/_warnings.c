/* _warnings.c - module _warnings: filters, registries and the showing of warnings; the machine's own go this way too.
 *
 * Filters and default action are those of library module warnings once a program has imported it, and until then those of
 * this module, which warnings takes over. The version of the filters stands in each registry, so that a change of filters
 * makes everything new.
 */
#include "modules/imp.h"
#include "modules/modules.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/report.h"
#include "vm/report_private.h"

#define VV_DEF_NAME warnings
#define VV_DEF_FILE "modules/_warnings.def"
#include "object/deftype.h"

enum { FILTER_PARTS = 5 };

/* ---- state ---- */

/* (action, None, category, module or None, 0) at the end of the list. 0/-1. */
static int add_filter(vv_thread *t, vv_ref list, const char *action, int category, vv_ref module) {
    VV_AUTO text = {t, vv_intern_cstr(t, action)};
    VV_AUTO item = {t, text.o == NULL ? NULL : vv_tuple_pack(t, FILTER_PARTS, (vv_ref)text.o, VV_NONE(t),
                                                             (vv_ref)t->vm->types[category], module, (vv_ref)t->vm->small_ints[-VV_SMALL_INT_MIN])};
    return item.o == NULL ? -1 : vv_list_append(t, list, item.o);
}

/* The dict with filters, _defaultaction and _onceregistry, borrowed, made on first use; NULL with MemoryError. */
static vv_ref state_peek(vv_thread *t) {
    if (t->vm->warnings != NULL)
        return t->vm->warnings;
    VV_AUTO state = {t, vv_dict_new(t)};
    VV_AUTO filters = {t, vv_list_new(t, 0)};
    VV_AUTO once = {t, vv_dict_new(t)};
    VV_AUTO action = {t, vv_intern_cstr(t, "default")};
    vv_ref none = VV_NONE(t);
    if (state.o == NULL || filters.o == NULL || once.o == NULL || action.o == NULL ||
        add_filter(t, filters.o, "default", VV_DeprecationWarning, VV_N(t, __main__)) < 0 ||
        add_filter(t, filters.o, "ignore", VV_DeprecationWarning, none) < 0 ||
        add_filter(t, filters.o, "ignore", VV_PendingDeprecationWarning, none) < 0 ||
        add_filter(t, filters.o, "ignore", VV_ImportWarning, none) < 0 ||
        add_filter(t, filters.o, "ignore", VV_ResourceWarning, none) < 0 ||
        vv_dict_set_cstr(t, state.o, "filters", filters.o) < 0 || vv_dict_set_cstr(t, state.o, "_onceregistry", once.o) < 0 ||
        vv_dict_set_cstr(t, state.o, "_defaultaction", action.o) < 0)
        return NULL;
    t->vm->warnings = vv_move(&state.o);
    return t->vm->warnings;
}

/* t->ret = attribute `name` of library module warnings, or NULL when it is not imported or lacks it. */
static vv_step library_attr(vv_thread *t, const char *name) {
    VV_AUTO key = {t, vv_intern_cstr(t, "warnings")};
    VV_AUTO attribute = {t, vv_intern_cstr(t, name)};
    if (key.o == NULL || attribute.o == NULL)
        return VV_FAILED;
    vv_ref module = t->vm->modules == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, key.o);
    return module == NULL || module == VV_NONE(t) || !VV_IS(t, module, MODULE) ? vv_return_null(t)
                                                                               : vv_do_lookup_attr(t, module, attribute.o);
}

/* t->ret = what library module warnings calls `name`, else this module's `own`. */
static vv_step setting_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, library_attr(t, vv_str_utf8_peek(t, nf->argv[0], NULL)));
    if (t->ret != NULL)
        return VV_READY;
    vv_ref state = state_peek(t), own = state == NULL ? NULL : vv_dict_get_str_peek(state, nf->argv[1]);
    if (own == NULL)
        return state == NULL ? VV_FAILED : vv_raise_step(t, VV_RuntimeError, "lost _warnings.%U", nf->argv[1]);
    return vv_return(t, vv_newref(own));
    VV_END(nf);
}
static vv_step do_setting(vv_thread *t, const char *name, const char *own) {
    VV_AUTO a = {t, vv_intern_cstr(t, name)};
    VV_AUTO b = {t, vv_intern_cstr(t, own)};
    return a.o == NULL || b.o == NULL ? VV_FAILED : vv_start2(t, setting_native, "warnings setting", a.o, b.o);
}

/* ---- filters ---- */

/* argv: None, a str, or a pattern; text. t->ival = does it match? */
static vv_step matched_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == t->vm->none)
        return vv_return_int(t, 1);
    if (VV_IS(t, nf->argv[0], STR))
        return vv_return_int(t, VV_ISA(nf->argv[1], STR) && vv_str_equal(nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_intern_cstr(t, "match");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], nf->slot[0], nf->argv + 1, 1));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* argv: category, text, line number, module; slot: 0 filters, 1 filter; i[0]: its index. t->ret = the action */
static vv_step action_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_setting(t, "filters", "filters"));
    nf->slot[0] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[0], LIST))
        return vv_raise_step(t, VV_ValueError, "_warnings.filters must be a list");
    for (; (size_t)nf->i[0] < VV_LIST(nf->slot[0])->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_LIST(nf->slot[0])->items[nf->i[0]]));
        if (!VV_ISA(nf->slot[1], TUPLE) || VV_TUPLE(nf->slot[1])->length != FILTER_PARTS)
            return vv_raise_step(t, VV_ValueError, "_warnings.filters item %lld isn't a 5-tuple", (long long)nf->i[0]);
        if (!VV_ISA(VV_TUPLE(nf->slot[1])->items[0], STR))
            return vv_raise_step(t, VV_TypeError, "action must be a string, not '%T'", VV_TUPLE(nf->slot[1])->items[0]);
        VV_AWAIT(nf, vv_start2(t, matched_native, "filter", VV_TUPLE(nf->slot[1])->items[1], nf->argv[1]));
        if (!t->ival)
            continue;
        VV_AWAIT(nf, vv_start2(t, matched_native, "filter", VV_TUPLE(nf->slot[1])->items[3], nf->argv[3]));
        if (!t->ival)
            continue;
        VV_AWAIT(nf, vv_do_issubclass(t, nf->argv[0], VV_TUPLE(nf->slot[1])->items[2]));
        if (!t->ival)
            continue;
        vv_ref line = VV_TUPLE(nf->slot[1])->items[4];
        if (!VV_ISA(line, INT))
            return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", line);
        if (vv_int_sign(line) == 0 || vv_int_compare(line, nf->argv[2]) == 0)
            return vv_return(t, vv_newref(VV_TUPLE(nf->slot[1])->items[0]));
    }
    VV_AWAIT(nf, do_setting(t, "defaultaction", "_defaultaction"));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (!VV_ISA(nf->slot[0], STR))
        return vv_raise_step(t, VV_TypeError, "_warnings.defaultaction must be a string, not '%T'", nf->slot[0]);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* ---- registries ---- */

/* Empties a registry made under other filters. 0/-1. */
static int renew(vv_thread *t, vv_ref registry) {
    VV_AUTO name = {t, vv_intern_cstr(t, "version")};
    if (name.o == NULL)
        return -1;
    vv_ref version = vv_dict_get_str_peek(registry, name.o);
    int64_t number;
    if (version != NULL && VV_ISA(version, INT) && vv_int_to_i64(version, &number) == 0 && number == t->vm->warnings_version)
        return 0;
    vv_dict_clear(t, registry);
    VV_AUTO now = {t, vv_int_new(t, t->vm->warnings_version)};
    return now.o == NULL ? -1 : vv_dict_set_str(t, registry, name.o, now.o);
}

/* argv: registry, key, set; t->ival = was the key there and true? If not, and `set` is true, it is now. */
static vv_step already_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (renew(t, nf->argv[0]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        if (t->ival)
            return VV_READY;
    }
    if (nf->argv[2] == t->vm->true_)
        VV_AWAIT(nf, vv_do_dict_set(t, nf->argv[0], nf->argv[1], VV_TRUE(t)));
    return vv_return_int(t, 0);
    VV_END(nf);
}
static vv_step do_already(vv_thread *t, vv_ref registry, vv_ref key, bool set) {
    if (registry == NULL || registry == VV_NONE(t))
        return vv_return_int(t, 0);
    return vv_start3(t, already_native, "registry", registry, key, set ? VV_TRUE(t) : VV_FALSE(t));
}

/* ---- showing ---- */

/* argv: category, text, file name, line number; slot: 0 name of the category, 1 source line, 2 text */
static vv_step print_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __name__)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_str(t, nf->argv[3]));
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_load_source(t, nf->argv[2]));
    vv_drop_ret(t);
    int64_t line = vv_int_clamp_index(nf->argv[3]);
    nf->slot[1] = line < 1 || line > INT32_MAX ? vv_newref(t->vm->empty_str) : vv_report_source_line(t, nf->argv[2], (int)line);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    bool known = vv_str_length(nf->slot[1]) > 0;
    vv_owned message = !VV_ISA(nf->slot[0], STR) ? NULL
                                                 : vv_format(t, "%U:%U: %U: %U\n%s%U%s", nf->argv[2], nf->slot[2], nf->slot[0],
                                                             nf->argv[1], known ? "  " : "", nf->slot[1], known ? "\n" : "");
    vv_setref_take(t, &nf->slot[2], message);
    if (message == NULL)
        return t->exc != NULL ? VV_FAILED : vv_return_none(t);
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[2]));
    return VV_READY;
    VV_END(nf);
}

/* argv: category, text, message, file name, line number, source; slot: 0 function, 1 class, 2 its instance */
static vv_step show_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[5] != NULL) { /* only the library can tell where `source` was made */
        nf->slot[0] = vv_intern_cstr(t, "warnings");
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_import_absolute(t, nf->slot[0]));
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_drop_ret(t);
    }
    VV_AWAIT(nf, library_attr(t, "_showwarnmsg"));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (nf->slot[0] == NULL) {
        vv_native *print = vv_push_native(t, print_native, "show warning",
                                          (vv_obj *[]){nf->argv[0], nf->argv[1], nf->argv[3], nf->argv[4]}, 4);
        VV_AWAIT(nf, print == NULL ? VV_FAILED : VV_PUSHED);
        return VV_READY;
    }
    if (nf->slot[0]->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "warnings._showwarnmsg() must be set to a callable");
    VV_AWAIT(nf, library_attr(t, "WarningMessage"));
    nf->slot[1] = vv_take_ret(t);
    if (nf->slot[1] == NULL)
        return vv_raise_step(t, VV_RuntimeError, "unable to get warnings.WarningMessage");
    vv_obj *none = t->vm->none;
    vv_obj *args[] = {nf->argv[2], nf->argv[0], nf->argv[3], nf->argv[4], none, none, nf->argv[5] == NULL ? none : nf->argv[5]};
    VV_AWAIT(nf, vv_do_call(t, nf->slot[1], args, VV_ARRAY_LEN(args)));
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call1(t, nf->slot[0], nf->slot[2]));
    return VV_READY;
    VV_END(nf);
}

/* ---- warning ---- */

enum { CATEGORY, MESSAGE, FILENAME, LINENO, MODULE, REGISTRY, SOURCE, ARGS };

static bool is_action(vv_ref action, const char *name) {
    return vv_str_equal_cstr(action, name);
}

/* The module that a file name stands for, when none is given: owned, or NULL. */
static vv_owned module_of_file(vv_thread *t, vv_ref filename) {
    size_t n = vv_str_length(filename);
    if (n == 0)
        return vv_str_from_cstr(t, "<unknown>");
    bool python = n >= 3 && vv_str_at(filename, n - 3) == '.' && vv_str_at(filename, n - 2) == 'p' && vv_str_at(filename, n - 1) == 'y';
    return vv_str_slice(t, filename, 0, python ? n - 3 : n);
}

/* argv: as above, MODULE, REGISTRY and SOURCE may be NULL; slot: 0 text, 1 key, 2 action, 3 registry of "once" */
static vv_step warn_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref registry = nf->argv[REGISTRY];
    if (registry != NULL && registry != t->vm->none && !VV_ISA(registry, DICT))
        return vv_raise_step(t, VV_TypeError, "'registry' must be a dict or None");
    if (nf->argv[MODULE] == NULL && (nf->argv[MODULE] = module_of_file(t, nf->argv[FILENAME])) == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_isinstance(t, nf->argv[MESSAGE], (vv_ref)t->vm->types[VV_Warning]));
    if (t->ival) {
        VV_AWAIT(nf, vv_do_str(t, nf->argv[MESSAGE]));
        nf->slot[0] = vv_take_ret(t);
        vv_setref_take(t, &nf->argv[CATEGORY], vv_newref((vv_ref)nf->argv[MESSAGE]->type));
    } else {
        nf->slot[0] = vv_newref(nf->argv[MESSAGE]);
        VV_AWAIT(nf, vv_do_call1(t, nf->argv[CATEGORY], nf->argv[MESSAGE]));
        vv_setref_take(t, &nf->argv[MESSAGE], vv_take_ret(t));
    }
    if (!VV_ISA(nf->slot[0], STR)) { /* the text of a message that is neither str nor Warning */
        VV_AWAIT(nf, vv_do_str(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    nf->slot[1] = vv_tuple_pack(t, 3, (vv_ref)nf->slot[0], (vv_ref)nf->argv[CATEGORY], (vv_ref)nf->argv[LINENO]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, do_already(t, nf->argv[REGISTRY], nf->slot[1], false));
    if (t->ival)
        return vv_return_none(t);
    vv_native *find = vv_push_native(t, action_native, "warning filters",
                                     (vv_obj *[]){nf->argv[CATEGORY], nf->slot[0], nf->argv[LINENO], nf->argv[MODULE]}, 4);
    VV_AWAIT(nf, find == NULL ? VV_FAILED : VV_PUSHED);
    nf->slot[2] = vv_take_ret(t);
    if (is_action(nf->slot[2], "error"))
        return VV_ISA(nf->argv[MESSAGE], EXCEPTION) ? vv_raise_object(t, nf->argv[MESSAGE])
                                                    : vv_raise_step(t, VV_TypeError, "exceptions must derive from BaseException");
    if (is_action(nf->slot[2], "ignore"))
        return vv_return_none(t);
    t->ival = 0;
    if (!is_action(nf->slot[2], "always")) {
        if (nf->argv[REGISTRY] != NULL && nf->argv[REGISTRY] != t->vm->none)
            VV_AWAIT(nf, vv_do_dict_set(t, nf->argv[REGISTRY], nf->slot[1], VV_TRUE(t)));
        t->ival = 0;
        if (is_action(nf->slot[2], "once") || is_action(nf->slot[2], "module")) {
            if (is_action(nf->slot[2], "once") && nf->argv[REGISTRY] == NULL) {
                VV_AWAIT(nf, do_setting(t, "onceregistry", "_onceregistry"));
                nf->slot[3] = vv_take_ret(t);
                if (!VV_ISA(nf->slot[3], DICT))
                    return vv_raise_step(t, VV_TypeError, "_warnings.onceregistry must be a dict, not '%T'", nf->slot[3]);
            } else if (nf->argv[REGISTRY] != NULL) {
                nf->slot[3] = vv_newref(nf->argv[REGISTRY]);
            }
            vv_setref_take(t, &nf->slot[1], vv_tuple_pack(t, 2, (vv_ref)nf->slot[0], (vv_ref)nf->argv[CATEGORY]));
            if (nf->slot[1] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, do_already(t, nf->slot[3], nf->slot[1], true));
        } else if (!is_action(nf->slot[2], "default")) {
            return vv_raise_step(t, VV_RuntimeError, "Unrecognized action (%R) in warnings.filters", nf->slot[2]);
        }
    }
    if (t->ival)
        return vv_return_none(t);
    vv_native *show = vv_push_native(t, show_native, "show warning",
                                     (vv_obj *[]){nf->argv[CATEGORY], nf->slot[0], nf->argv[MESSAGE], nf->argv[FILENAME],
                                                  nf->argv[LINENO], nf->argv[SOURCE]}, 6);
    VV_AWAIT(nf, show == NULL ? VV_FAILED : VV_PUSHED);
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step do_warn_at(vv_thread *t, vv_obj *const *args) {
    return vv_push_native(t, warn_native, "warn", args, ARGS) == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- the line that is meant ---- */

static vv_pyframe *shown(vv_pyframe *f) {
    while (f != NULL && (f->head.flags & VV_FF_HIDDEN))
        f = vv_frame_python(f->head.back);
    return f;
}

static bool contains(vv_ref text, const char *part) {
    size_t n = vv_str_length(text), length = 0;
    while (part[length] != 0)
        length++;
    for (size_t k = 0; k + length <= n; k++) {
        size_t j = 0;
        while (j < length && vv_str_at(text, k + j) == (uint8_t)part[j])
            j++;
        if (j == length)
            return true;
    }
    return false;
}

static bool is_internal(const vv_pyframe *f) {
    return contains(f->code->filename, "importlib") && contains(f->code->filename, "_bootstrap");
}

static bool is_skipped(const vv_pyframe *f, vv_ref prefixes) {
    for (size_t k = 0; prefixes != NULL && k < VV_TUPLE(prefixes)->length; k++)
        if (vv_str_find(f->code->filename, VV_TUPLE(prefixes)->items[k], 0, vv_str_length(VV_TUPLE(prefixes)->items[k])) == 0)
            return true;
    return false;
}

static vv_pyframe *frame_at_level(vv_thread *t, int64_t level, vv_ref prefixes) {
    vv_pyframe *f = shown(vv_frame_python(t->frame));
    bool plain = level <= 0 || (f != NULL && is_internal(f));
    while (--level > 0 && f != NULL)
        do
            f = shown(vv_frame_python(f->head.back));
        while (!plain && f != NULL && (is_internal(f) || is_skipped(f, prefixes)));
    return f;
}

/* The registry in a namespace, made if it is missing: owned, or NULL. */
static vv_owned registry_of(vv_thread *t, vv_ref globals) {
    VV_AUTO name = {t, vv_intern_cstr(t, "__warningregistry__")};
    vv_ref there = name.o == NULL ? NULL : vv_dict_get_str_peek(globals, name.o);
    if (name.o == NULL || there != NULL)
        return vv_xnewref(there);
    VV_AUTO registry = {t, vv_dict_new(t)};
    return registry.o == NULL || vv_dict_set_str(t, globals, name.o, registry.o) < 0 ? NULL : vv_move(&registry.o);
}

/* Warns at the line `level` - 1 frames below the running one. */
static vv_step warn_at_level(vv_thread *t, vv_ref category, vv_ref message, int64_t level, vv_ref source, vv_ref prefixes) {
    const vv_pyframe *f = frame_at_level(t, level, prefixes);
    vv_ref globals = f != NULL ? (vv_ref)f->globals : (vv_ref)t->vm->sysdict;
    vv_ref name = vv_dict_get_str_peek(globals, VV_N(t, __name__));
    VV_AUTO filename = {t, f != NULL ? vv_newref(f->code->filename) : vv_str_from_cstr(t, "sys")};
    VV_AUTO line = {t, vv_int_new(t, f != NULL ? vv_frame_line(f) : 1)};
    VV_AUTO module = {t, name != NULL && (name == VV_NONE(t) || VV_ISA(name, STR)) ? vv_newref(name) : vv_str_from_cstr(t, "<string>")};
    VV_AUTO registry = {t, registry_of(t, globals)};
    if (filename.o == NULL || line.o == NULL || module.o == NULL || registry.o == NULL)
        return VV_FAILED;
    return do_warn_at(t, (vv_obj *[]){VV_OBJ(category), VV_OBJ(message), filename.o, line.o, module.o, registry.o, VV_OBJ(source)});
}

vv_step vv_do_warn(vv_thread *t, int category, vv_ref text) {
    return warn_at_level(t, (vv_ref)t->vm->types[category], text, 1, NULL, NULL);
}

vv_step vv_do_warn_explicit(vv_thread *t, vv_ref category, vv_ref text, vv_ref filename, int line) {
    VV_AUTO number = {t, vv_int_new(t, line)};
    if (number.o == NULL)
        return VV_FAILED;
    return do_warn_at(t, (vv_obj *[]){VV_OBJ(category), VV_OBJ(text), VV_OBJ(filename), number.o, NULL, NULL, NULL});
}

/* ---- the module ---- */

/* argv: message, category, stacklevel, source, skip_file_prefixes; slot: 0 category */
static vv_step warnings_warn(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = 1;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        nf->i[0] = vv_int_clamp_index(nf->slot[0]);
    }
    if (nf->argv[4] != NULL && !VV_ISA(nf->argv[4], TUPLE))
        return vv_raise_step(t, VV_TypeError, "warn() argument 'skip_file_prefixes' must be tuple, not %A", nf->argv[4]);
    for (size_t k = 0; nf->argv[4] != NULL && k < VV_TUPLE(nf->argv[4])->length; k++)
        if (!VV_ISA(VV_TUPLE(nf->argv[4])->items[k], STR))
            return vv_raise_step(t, VV_TypeError, "Found non-str '%T' in skip_file_prefixes.", VV_TUPLE(nf->argv[4])->items[k]);
    if (nf->argv[4] != NULL && VV_TUPLE(nf->argv[4])->length > 0 && nf->i[0] < 2)
        nf->i[0] = 2;
    VV_AWAIT(nf, vv_do_isinstance(t, nf->argv[0], (vv_ref)t->vm->types[VV_Warning]));
    vv_ref category = t->ival                                                 ? (vv_ref)nf->argv[0]->type
                      : nf->argv[1] == NULL || nf->argv[1] == t->vm->none     ? (vv_ref)t->vm->types[VV_UserWarning]
                                                                              : (vv_ref)nf->argv[1];
    vv_setref_take(t, &nf->slot[0], vv_newref(category));
    VV_AWAIT_CATCH(nf, vv_do_issubclass(t, nf->slot[0], (vv_ref)t->vm->types[VV_Warning]));
    if (nf->raised)
        vv_clear_error(t);
    if (nf->raised || !t->ival)
        return vv_raise_step(t, VV_TypeError, "category must be a Warning subclass, not '%T'", nf->slot[0]);
    VV_AWAIT(nf, warn_at_level(t, nf->slot[0], nf->argv[0], nf->i[0], nf->argv[3] == t->vm->none ? NULL : nf->argv[3], nf->argv[4]));
    return VV_READY;
    VV_END(nf);
}

/* argv: message, category, filename, lineno, module, registry, module_globals, source */
static vv_step warnings_warn_explicit(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[2], STR))
        return vv_raise_step(t, VV_TypeError, "warn_explicit() argument 'filename' must be str, not %A", nf->argv[2]);
    if (!VV_ISA(nf->argv[3], INT))
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->argv[3]);
    if (nf->argv[6] != NULL && nf->argv[6] != t->vm->none && !VV_ISA(nf->argv[6], DICT))
        return vv_raise_step(t, VV_TypeError, "module_globals must be a dict, not '%T'", nf->argv[6]);
    vv_obj *args[ARGS] = {nf->argv[1], nf->argv[0], nf->argv[2], nf->argv[3], nf->argv[4], nf->argv[5],
                          nf->argv[7] == t->vm->none ? NULL : nf->argv[7]};
    VV_AWAIT(nf, do_warn_at(t, args));
    return VV_READY;
    VV_END(nf);
}

static vv_owned warnings_filters_mutated(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    t->vm->warnings_version++;
    return vv_none(t);
}

vv_owned vv__warnings_module(vv_thread *t);
vv_owned vv__warnings_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_warnings", "Warnings as the interpreter gives them.", warnings_methods)};
    vv_ref state = module.o == NULL ? NULL : state_peek(t), key, value;
    vv_hash hash;
    if (state == NULL)
        return NULL;
    for (size_t k = 0; vv_dict_next(state, &k, &key, &value, &hash);)
        if (vv_dict_set_str(t, VV_MODULE_OF(module.o)->dict, key, value) < 0)
            return NULL;
    return vv_move(&module.o);
}
