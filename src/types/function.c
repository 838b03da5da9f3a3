/* function.c - Python functions. `version` is 0 whenever code, defaults or kwdefaults changed since caches looked. */
#include "types/function.h"

#include "code/codeobj.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"

vv_owned vv_function_new(vv_thread *t, vv_ref code, vv_ref globals, vv_ref qualname_or_null) {
    const vv_code *co = VV_CODE_OF(code);
    vv_function *f = (vv_function *)vv_new_object(t, VV_TYPEP(t, FUNCTION), sizeof(vv_function));
    if (f == NULL)
        return NULL;
    f->code = vv_newref(code);
    f->globals = vv_newref(globals);
    f->name = vv_newref(co->name);
    f->qualname = vv_newref(qualname_or_null != NULL ? qualname_or_null : co->qualname);
    vv_ref builtins = vv_dict_get_str_peek(globals, VV_N(t, __builtins__));
    if (builtins == NULL)
        builtins = t->vm->builtins;
    else if (VV_IS(t, builtins, MODULE))
        builtins = VV_MODULE_OF(builtins)->dict;
    f->builtins = vv_newref(builtins);
    if (!VV_IS(t, builtins, DICT)) { /* anything: what is not found is asked of it (vv_do_load_builtin) */
        f->builtins = vv_dict_new(t);
        int r = f->builtins == NULL ? -1 : vv_dict_set_now(t, f->builtins, VV_NONE(t), builtins);
        vv_decref(t, builtins);
        if (r < 0) {
            vv_decref(t, &f->head);
            return NULL;
        }
    }
    f->module = vv_xnewref(vv_dict_get_str_peek(globals, VV_N(t, __name__)));
    f->doc = vv_xnewref(vv_code_doc(code));
    vv_track(t, &f->head);
    return &f->head;
}

static vv_step function_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[5];
    (void)cls;
    if (vv_parse_args(t, "function", "function(code, globals, name=None, argdefs=None, closure=None)", args, nargs,
                      kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_IS(t, a[0], CODE))
        return vv_raise_step(t, VV_TypeError, "function() argument 'code' must be code, not %A", a[0]);
    if (!VV_ISA(a[1], DICT))
        return vv_raise_step(t, VV_TypeError, "function() argument 'globals' must be dict, not %A", a[1]);
    vv_ref none = VV_NONE(t), name = a[2] == NULL ? none : a[2], defaults = a[3] == NULL ? none : a[3];
    vv_ref closure = a[4] == NULL ? none : a[4];
    if (name != none && !VV_ISA(name, STR))
        return vv_raise_step(t, VV_TypeError, "arg 3 (name) must be None or string");
    if (defaults != none && !VV_ISA(defaults, TUPLE))
        return vv_raise_step(t, VV_TypeError, "arg 4 (defaults) must be None or tuple");
    size_t nfree = (size_t)VV_CODE_OF(a[0])->nfrees;
    if (!VV_ISA(closure, TUPLE)) {
        if (nfree > 0 && closure == none)
            return vv_raise_step(t, VV_TypeError, "arg 5 (closure) must be tuple");
        if (closure != none)
            return vv_raise_step(t, VV_TypeError, "arg 5 (closure) must be None or tuple");
    }
    size_t given = closure == none ? 0 : VV_TUPLE(closure)->length;
    if (given != nfree)
        return vv_raise_step(t, VV_ValueError, "%U requires closure of length %zu, not %zu", VV_CODE_OF(a[0])->name,
                             nfree, given);
    for (size_t i = 0; i < given; i++) {
        if (!VV_IS(t, VV_TUPLE(closure)->items[i], CELL))
            return vv_raise_step(t, VV_TypeError, "arg 5 (closure) expected cell, found %T",
                                 VV_TUPLE(closure)->items[i]);
    }
    vv_obj *o = vv_function_new(t, a[0], a[1], NULL);
    if (o == NULL)
        return VV_FAILED;
    vv_function *f = VV_FUNCTION_OF(o);
    if (name != none)
        vv_setref_take(t, &f->name, vv_newref(name));
    if (defaults != none)
        f->defaults = vv_newref(defaults);
    if (given > 0)
        f->closure = vv_newref(closure);
    return vv_return(t, o);
}

static vv_step function_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_format(t, "<function %U at %p>", VV_FUNCTION_OF(self)->qualname, (const void *)self));
}

static vv_step function_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL)
        return vv_return(t, vv_newref(self));
    return vv_return(t, vv_method_new(t, self, object));
}

/* ---- attributes ---- */

static vv_owned or_none(vv_thread *t, vv_ref o) {
    return o == NULL ? vv_none(t) : vv_newref(o);
}

int vv_function_find_doc(vv_thread *t, vv_ref function) {
    vv_function *f = VV_FUNCTION_OF(function);
    if (f->doc != NULL)
        return 0;
    if (f->code != NULL && vv_code_find_doc(t, f->code) < 0)
        return -1;
    f->doc = vv_xnewref(f->code == NULL ? NULL : vv_code_doc(f->code));
    if (f->doc == NULL)
        f->doc = vv_newref(VV_NONE(t));
    return 0;
}

static vv_owned get_code(vv_thread *t, vv_ref self) {
    vv_ref code = VV_FUNCTION_OF(self)->code;
    return code != NULL && vv_code_read(t, code) < 0 ? NULL : or_none(t, code);
}
static int set_code(vv_thread *t, vv_ref self, vv_ref value) {
    vv_function *f = VV_FUNCTION_OF(self);
    if (value == NULL || !VV_IS(t, value, CODE))
        return vv_raise_int(t, VV_TypeError, "__code__ must be set to a code object");
    size_t nfree = (size_t)VV_CODE_OF(value)->nfrees, have = f->closure == NULL ? 0 : VV_TUPLE(f->closure)->length;
    if (nfree != have)
        return vv_raise_int(t, VV_ValueError, "%U() requires a code object with %zu free vars, not %zu", f->name, have,
                            nfree);
    if (vv_function_find_doc(t, self) < 0)
        return -1;
    f->version = 0;
    vv_setref_take(t, &f->code, vv_newref(value));
    return 0;
}
static vv_owned get_defaults(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FUNCTION_OF(self)->defaults);
}
static int set_defaults(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == VV_NONE(t))
        value = NULL;
    if (value != NULL && !VV_ISA(value, TUPLE))
        return vv_raise_int(t, VV_TypeError, "__defaults__ must be set to a tuple object");
    VV_FUNCTION_OF(self)->version = 0;
    vv_setref_take(t, &VV_FUNCTION_OF(self)->defaults, vv_xnewref(value));
    return 0;
}
static vv_owned get_kwdefaults(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FUNCTION_OF(self)->kwdefaults);
}
static int set_kwdefaults(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == VV_NONE(t))
        value = NULL;
    if (value != NULL && !VV_ISA(value, DICT))
        return vv_raise_int(t, VV_TypeError, "__kwdefaults__ must be set to a dict object");
    VV_FUNCTION_OF(self)->version = 0;
    vv_setref_take(t, &VV_FUNCTION_OF(self)->kwdefaults, vv_xnewref(value));
    return 0;
}
static int set_string(vv_thread *t, vv_obj **field, vv_ref value, const char *name) {
    if (value == NULL || !VV_ISA(value, STR))
        return vv_raise_int(t, VV_TypeError, "%s must be set to a string object", name);
    vv_setref_take(t, field, vv_newref(value));
    return 0;
}
static vv_owned get_name(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FUNCTION_OF(self)->name);
}
static int set_name(vv_thread *t, vv_ref self, vv_ref value) {
    return set_string(t, &VV_FUNCTION_OF(self)->name, value, "__name__");
}
static vv_owned get_qualname(vv_thread *t, vv_ref self) {
    return or_none(t, VV_FUNCTION_OF(self)->qualname);
}
static int set_qualname(vv_thread *t, vv_ref self, vv_ref value) {
    return set_string(t, &VV_FUNCTION_OF(self)->qualname, value, "__qualname__");
}
static vv_owned get_annotations(vv_thread *t, vv_ref self) {
    vv_function *f = VV_FUNCTION_OF(self);
    if (f->annotations == NULL && (f->annotations = vv_dict_new(t)) == NULL)
        return NULL;
    if (VV_IS(t, f->annotations, TUPLE)) { /* as MAKE_FUNCTION leaves them: name, value, name, value, ... */
        VV_AUTO dict = {t, vv_dict_new(t)};
        const vv_tuple *pairs = VV_TUPLE(f->annotations);
        for (size_t i = 0; dict.o != NULL && i + 1 < pairs->length; i += 2) {
            if (vv_dict_set_str(t, dict.o, pairs->items[i], pairs->items[i + 1]) < 0)
                return NULL;
        }
        if (dict.o == NULL)
            return NULL;
        vv_setref_take(t, &f->annotations, vv_move(&dict.o));
    }
    return vv_newref(f->annotations);
}
static int set_annotations(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == VV_NONE(t))
        value = NULL;
    if (value != NULL && !VV_ISA(value, DICT))
        return vv_raise_int(t, VV_TypeError, "__annotations__ must be set to a dict object");
    vv_setref_take(t, &VV_FUNCTION_OF(self)->annotations, vv_xnewref(value));
    return 0;
}
static vv_owned get_type_params(vv_thread *t, vv_ref self) {
    vv_ref params = VV_FUNCTION_OF(self)->type_params;
    return vv_newref(params == NULL ? t->vm->empty_tuple : params);
}
static int set_type_params(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL || !VV_ISA(value, TUPLE))
        return vv_raise_int(t, VV_TypeError, "__type_params__ must be set to a tuple");
    vv_setref_take(t, &VV_FUNCTION_OF(self)->type_params, vv_newref(value));
    return 0;
}

static void function_clear(vv_thread *t, vv_obj *self) {
    vv_function *f = VV_FUNCTION_OF(self);
    vv_obj **fields[] = {&f->globals, &f->builtins, &f->defaults, &f->kwdefaults,  &f->closure,
                         &f->doc,     &f->dict,     &f->module,   &f->annotations, &f->type_params};
    f->version = 0;
    for (size_t i = 0; i < VV_ARRAY_LEN(fields); i++)
        vv_clearref(t, fields[i]);
}
static void function_dealloc(vv_thread *t, vv_obj *self) {
    vv_function *f = VV_FUNCTION_OF(self);
    function_clear(t, self);
    vv_clearref(t, &f->code);
    vv_clearref(t, &f->name);
    vv_clearref(t, &f->qualname);
    vv_free_object(t, self);
}
static int function_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_function *f = VV_FUNCTION_OF(self);
    VV_VISIT(f->code);
    VV_VISIT(f->globals);
    VV_VISIT(f->builtins);
    VV_VISIT(f->module);
    VV_VISIT(f->defaults);
    VV_VISIT(f->kwdefaults);
    VV_VISIT(f->doc);
    VV_VISIT(f->name);
    VV_VISIT(f->dict);
    VV_VISIT(f->closure);
    VV_VISIT(f->annotations);
    VV_VISIT(f->type_params);
    VV_VISIT(f->qualname);
    return 0;
}

static const vv_getsetdef function_getset[] = {
    {"__code__", get_code, set_code, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__dict__", vv_instance_get_dict, vv_generic_set_dict, NULL},
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_memberdef function_members[] = {
    {"__closure__", VV_MEMBER_OBJECT, offsetof(vv_function, closure), true, NULL},
    {"__doc__", VV_MEMBER_OBJECT_READ, offsetof(vv_function, doc), false, NULL},
    {"__globals__", VV_MEMBER_OBJECT, offsetof(vv_function, globals), true, NULL},
    {"__module__", VV_MEMBER_OBJECT, offsetof(vv_function, module), false, NULL},
    {"__builtins__", VV_MEMBER_OBJECT, offsetof(vv_function, builtins), true, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_slots function_slots = {
    .repr = function_repr, .call = vv_call_function, .descr_get = function_get, .new_ = function_create};
const vv_typespec vv_function_spec = {
    .name = "function",
    .signature = "(code, globals, name=None, argdefs=None, closure=None)",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_METHOD_DESCR,
    .basicsize = sizeof(vv_function),
    .size64 = 160,
    .dictoffset = offsetof(vv_function, dict),
    .weakoffset = offsetof(vv_function, weaklist),
    .slots = &function_slots,
    .getset = function_getset,
    .members = function_members,
    .dealloc = function_dealloc,
    .traverse = function_traverse,
    .clear = function_clear,
};
