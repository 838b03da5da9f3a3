/* _imp.c - module _imp: what importlib asks of the interpreter. */
#include <string.h>

#include "base/hash.h"
#include "code/codeobj.h"
#include "modules/imp.h"
#include "modules/modules.h"
#include "modules/posix.h"
#include "object/alloc.h"
#include "object/datafile.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME imp
#define VV_DEF_FILE "modules/_imp.def"
#include "object/deftype.h"

/* What CPython 3.12 freezes, without its tests; src/gen/compile_library.py makes the code of each. */
static const char *const frozen_names[] = {
    "_frozen_importlib", "_frozen_importlib_external", "zipimport", "abc", "codecs", "io", "_collections_abc", "_sitebuiltins",
    "genericpath", "ntpath", "posixpath", "os", "site", "stat", "importlib.util", "importlib.machinery", "runpy",
};

static const char *find_frozen(vv_ref name) {
    for (size_t k = 0; k < VV_ARRAY_LEN(frozen_names); k++)
        if (VV_ISA(name, STR) && vv_str_equal_cstr(name, frozen_names[k]))
            return frozen_names[k];
    return NULL;
}

/* 0, or -1 with TypeError. */
static int check_name(vv_thread *t, vv_ref name, const char *function) {
    return VV_ISA(name, STR) ? 0 : vv_raise_int(t, VV_TypeError, "%s() argument must be str, not %A", function, name);
}

static vv_owned no_such_frozen(vv_thread *t, vv_ref name) {
    VV_AUTO text = {t, vv_format(t, "No such frozen object named %U", name)};
    if (text.o != NULL)
        (void)vv_raise_value(t, VV_ImportError, text.o);
    return NULL;
}

/* ---- the lock: one thread never waits for itself ---- */

static vv_owned imp_override_frozen(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}

static vv_owned imp_lock_held(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, false);
}
static vv_owned imp_acquire_lock(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}
static vv_owned imp_release_lock(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}

/* ---- modules written in C ---- */

static vv_owned imp_extension_suffixes(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_list_new(t, 0);
}

static vv_owned imp_is_builtin(vv_thread *t, vv_obj *const *argv) {
    if (check_name(t, argv[0], "is_builtin") < 0)
        return NULL;
    bool once = vv_str_equal_cstr(argv[0], "sys") || vv_str_equal_cstr(argv[0], "builtins");
    return vv_int_new(t, once ? -1 : vv_modules_is_builtin(argv[0]));
}

/* argv: spec; slot: 0 its name */
static vv_step imp_create_builtin(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, name)));
    nf->slot[0] = vv_take_ret(t);
    if (check_name(t, nf->slot[0], "create_builtin") < 0)
        return VV_FAILED;
    bool once = vv_str_equal_cstr(nf->slot[0], "sys") || vv_str_equal_cstr(nf->slot[0], "builtins");
    vv_ref there = once ? vv_dict_get_str_peek(t->vm->modules, nf->slot[0]) : NULL;
    if (there != NULL)
        return vv_return(t, vv_newref(there));
    while ((nf->slot[1] = vv_modules_create(t, nf->slot[0])) == NULL) {
        if (t->exc == NULL)
            return vv_return_none(t);
        if (!vv_data_missed(t))
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_load_data(t));
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

static vv_step imp_exec_builtin(vv_thread *t, vv_native *nf) { /* argv: module; slot: 0 its name */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __name__)));
    nf->slot[0] = vv_take_ret(t);
    vv_resumable_fn *start = nf->slot[0] == NULL || !VV_ISA(nf->slot[0], STR) ? NULL : vv_modules_start(t, nf->slot[0]);
    if (start != NULL) {
        VV_AWAIT(nf, vv_start1(t, start, "exec_builtin", nf->argv[0]));
        vv_drop_ret(t);
    }
    return vv_return(t, vv_int_new(t, 0));
    VV_END(nf);
}

/* ---- frozen modules ---- */

static vv_owned imp_is_frozen(vv_thread *t, vv_obj *const *argv) {
    return check_name(t, argv[0], "is_frozen") < 0 ? NULL : vv_bool(t, find_frozen(argv[0]) != NULL);
}

static vv_owned imp_is_frozen_package(vv_thread *t, vv_obj *const *argv) {
    if (check_name(t, argv[0], "is_frozen_package") < 0)
        return NULL;
    return find_frozen(argv[0]) == NULL ? no_such_frozen(t, argv[0]) : vv_bool(t, false);
}

static vv_owned imp_find_frozen(vv_thread *t, vv_obj *const *argv) {
    if (check_name(t, argv[0], "find_frozen") < 0)
        return NULL;
    const char *name = find_frozen(argv[0]);
    if (name == NULL)
        return vv_none(t);
    VV_AUTO origin = {t, vv_str_from_cstr(t, strcmp(name, "_frozen_importlib") == 0            ? "importlib._bootstrap"
                                             : strcmp(name, "_frozen_importlib_external") == 0 ? "importlib._bootstrap_external"
                                                                                               : name)};
    return origin.o == NULL ? NULL : vv_tuple_pack(t, 3, VV_NONE(t), VV_FALSE(t), (vv_ref)origin.o);
}

/* argv: name, data */
static vv_step imp_get_frozen_object(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_name(t, nf->argv[0], "get_frozen_object") < 0)
        return VV_FAILED;
    if (find_frozen(nf->argv[0]) == NULL) {
        (void)!no_such_frozen(t, nf->argv[0]);
        return VV_FAILED;
    }
    VV_WAIT_POINT(nf);
    const char *name = find_frozen(nf->argv[0]);
    vv_step s = vv_imp_read_frozen(t, name);
    return s != VV_READY ? s : vv_return(t, vv_imp_frozen_code(t, name));
    VV_END(nf);
}

static vv_owned imp_frozen_module_names(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (size_t k = 0; list.o != NULL && k < VV_ARRAY_LEN(frozen_names); k++) {
        vv_owned name = vv_str_from_cstr(t, frozen_names[k]);
        if (name == NULL || vv_list_append_take(t, list.o, name) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

/* ---- code objects ---- */

static vv_owned imp_fix_co_filename(vv_thread *t, vv_obj *const *argv) {
    if (!VV_IS(t, argv[0], CODE))
        return vv_raise(t, VV_TypeError, "_fix_co_filename() argument 1 must be code, not %A", argv[0]);
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "_fix_co_filename() argument 2 must be str, not %A", argv[1]);
    if (vv_str_equal(VV_CODE_OF(argv[0])->filename, argv[1]))
        return vv_none(t);
    VV_AUTO old = {t, vv_newref(VV_CODE_OF(argv[0])->filename)};
    VV_AUTO todo = {t, vv_list_from_array(t, argv, 1)};
    while (todo.o != NULL && VV_LIST(todo.o)->length > 0) {
        VV_AUTO code = {t, VV_LIST(todo.o)->items[--VV_LIST(todo.o)->length]}; /* with the list's reference */
        vv_code *co = VV_CODE_OF(code.o);
        if (!vv_str_equal(co->filename, old.o))
            continue;
        vv_setref_take(t, &co->filename, vv_newref(argv[1]));
        if (vv_code_consts(t, code.o) == NULL)
            return NULL;
        for (size_t k = 0; k < VV_TUPLE(co->consts)->length; k++)
            if (VV_IS(t, VV_TUPLE(co->consts)->items[k], CODE) && vv_list_append(t, todo.o, VV_TUPLE(co->consts)->items[k]) < 0)
                return NULL;
    }
    return todo.o == NULL ? NULL : vv_none(t);
}

/* SipHash-1-3 with the key, as CPython signs hash-based .pyc files. */
static vv_owned imp_source_hash(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *data;
    size_t n;
    int64_t key;
    if (!VV_ISA(argv[0], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[0]);
    if (vv_int_as_i64(t, argv[0], &key) < 0)
        return NULL;
    if (!vv_bytes_view(argv[1], &data, &n))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[1]);
    uint64_t hash = vv_hash_siphash_keyed((uint64_t)key, 0, data, n);
    uint8_t bytes[8];
    for (size_t k = 0; k < 8; k++)
        bytes[k] = (uint8_t)(hash >> 8 * k);
    return vv_bytes_new(t, bytes, sizeof bytes);
}

/* argv: path; slot: 0 path, 1 module zipimport, 2 class; i: 0 bytes of the path to ask about, 1: mode */
static vv_step imp_zipimporter(vv_thread *t, vv_native *nf) {
    enum { FILE_ = 0100000, KIND_MASK = 0170000 };
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], NULL));
    nf->slot[0] = vv_take_ret(t);
    {
        const char *text = VV_ISA(nf->slot[0], STR) ? vv_str_utf8_peek(t, nf->slot[0], &(size_t){0}) : NULL;
        vv_clear_error(t);
        nf->i[0] = text == NULL ? 0 : (int64_t)strlen(text);
    }
    while (nf->i[0] > 0) { /* the file that the path leads to, or into */
        VV_WAIT_POINT(nf);
        vv_obj *part = vv_bytes_new(t, vv_str_utf8_peek(t, nf->slot[0], NULL), (size_t)nf->i[0]);
        vv_step s = part == NULL ? VV_FAILED : vv_kernel_request(t, VV_REQ_STAT, (const char *)VV_BYTES(part)->data, NULL, 0);
        vv_xdecref(t, part);
        if (s != VV_READY)
            return s;
        const struct vv_kernel *k = t->vm->kernel;
        for (size_t at = 0; k->error == 0 && at < k->answer.length && k->answer.data[at] >= '0'; at++)
            nf->i[1] = nf->i[1] * 10 + (k->answer.data[at] - '0');
        if (k->error == 0)
            break;
        const char *text = vv_str_utf8_peek(t, nf->slot[0], NULL);
        while (nf->i[0] > 0 && text[--nf->i[0]] != '/') {}
    }
    if ((nf->i[1] & KIND_MASK) != FILE_)
        return vv_raise_step(t, VV_ImportError, "not a Zip file: %R", nf->argv[0]);
    nf->slot[1] = vv_intern_cstr(t, "zipimport");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    nf->slot[2] = vv_intern_cstr(t, "zipimporter");
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[1], nf->slot[2], nf->argv, 1));
    return VV_READY;
    VV_END(nf);
}

vv_owned vv__imp_module(vv_thread *t);
vv_owned vv__imp_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_imp", "What importlib asks of the interpreter.", imp_methods)};
    VV_AUTO check = {t, vv_str_from_cstr(t, "default")};
    if (module.o == NULL || check.o == NULL ||
        vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "check_hash_based_pycs", check.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
