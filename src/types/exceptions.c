/* exceptions.c - BaseException and all exceptions of exceptions.def: construction, attributes, texts.
 *
 * Every layout begins with VV_EXC_HEAD. `__new__` fills `args`; `__init__` of a layout fills its further fields from
 * them. Fields are NULL until set, which reads as None.
 */
#include "types/exceptions.h"

#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/slotdefs.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions_private.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- BaseException ---- */

/* Owned references behind the head, by layout: they follow it without gaps. */
static size_t extra_fields(vv_ref self, vv_obj ***ret_first) {
    const vv_type *type = self->type;
    while ((type->flags & VV_TF_HEAP) != 0)
        type = type->base;
    size_t bytes = type->basicsize - sizeof(vv_exc);
    *ret_first = (vv_obj **)((char *)self + sizeof(vv_exc));
    if (type->id == VV_UnicodeDecodeError || type->id == VV_UnicodeEncodeError || type->id == VV_UnicodeTranslateError)
        return 3;
    return bytes / sizeof(vv_obj *);
}

static int exc_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_exc *e = VV_EXC_OF(self);
    VV_VISIT(e->dict);
    VV_VISIT(e->args);
    VV_VISIT(e->notes);
    VV_VISIT(e->traceback);
    VV_VISIT(e->context);
    VV_VISIT(e->cause);
    vv_obj **fields;
    size_t n = extra_fields(self, &fields);
    for (size_t i = 0; i < n; i++)
        VV_VISIT(fields[i]);
    return 0;
}

static void exc_clear(vv_thread *t, vv_obj *self) {
    vv_exc *e = VV_EXC_OF(self);
    vv_clearref(t, &e->dict);
    vv_clearref(t, &e->args);
    vv_clearref(t, &e->notes);
    vv_clearref(t, &e->traceback);
    vv_clearref(t, &e->context);
    vv_clearref(t, &e->cause);
    vv_obj **fields;
    size_t n = extra_fields(self, &fields);
    for (size_t i = 0; i < n; i++)
        vv_clearref(t, &fields[i]);
}

/* A MemoryError that dies is kept for the next shortage, of which there is none without memory (vv_raise_memory). */
static bool keep_spare(vv_thread *t, vv_obj *self) {
    vv_vm *vm = t->vm;
    if (vm->memory_error == NULL || vm->memory_error_spare != NULL || self->type != vm->types[VV_MemoryError])
        return false;
    self->refcnt = 1;
    VV_EXC_OF(self)->args = vv_newref(vm->empty_tuple);
    VV_EXC_OF(self)->suppress_context = false;
    vv_track(t, self);
    vm->memory_error_spare = self;
    vv_memory_reserve(vm, false);
    return true;
}

static void exc_dealloc(vv_thread *t, vv_obj *self) {
    exc_clear(t, self);
    if (!keep_spare(t, self))
        vv_free_object(t, self);
}

static vv_owned exc_alloc(vv_thread *t, vv_type *type, vv_owned args) {
    if (args == NULL)
        return NULL;
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL) {
        vv_decref(t, args);
        return NULL;
    }
    VV_EXC_OF(o)->args = args;
    vv_track(t, o);
    return o;
}

static vv_step exc_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)kwnames;
    return vv_return(t, exc_alloc(t, VV_AS_TYPE(cls), vv_tuple_from_array(t, args, nargs)));
}

static int set_args(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs) {
    const vv_tuple *old = VV_TUPLE(VV_EXC_OF(self)->args);
    if (old != NULL && old->head.refcnt == 1 && old->length == nargs) { /* __new__ had the same arguments: the tuple can stay */
        size_t same = 0;
        while (same < nargs && old->items[same] == args[same])
            same++;
        if (same == nargs)
            return 0;
    }
    vv_obj *tuple = vv_tuple_from_array(t, args, nargs);
    if (tuple == NULL)
        return -1;
    vv_setref_take(t, &VV_EXC_OF(self)->args, tuple);
    return 0;
}

static vv_step exc_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, vv_type_name(self), kwnames) < 0 || set_args(t, self, args, nargs) < 0)
        return VV_FAILED;
    return vv_return_null(t);
}

static vv_step exc_str(vv_thread *t, vv_ref self) {
    vv_ref args = VV_EXC_OF(self)->args;
    size_t n = args == NULL ? 0 : VV_TUPLE(args)->length;
    if (n == 0)
        return vv_return(t, vv_str_from_cstr(t, ""));
    return n == 1 ? vv_do_str(t, VV_TUPLE(args)->items[0]) : vv_do_repr(t, args);
}

static const char *bare_type_name(vv_ref self) {
    const char *name = vv_type_name(self), *dot = strrchr(name, '.');
    return dot == NULL ? name : dot + 1;
}

static vv_step exc_repr_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref args = VV_EXC_OF(nf->argv[0])->args;
    nf->i[0] = VV_TUPLE(args)->length == 1;
    VV_AWAIT(nf, vv_do_repr(t, nf->i[0] != 0 ? VV_TUPLE(VV_EXC_OF(nf->argv[0])->args)->items[0]
                                             : VV_EXC_OF(nf->argv[0])->args));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_format(t, nf->i[0] != 0 ? "%s(%U)" : "%s%U", bare_type_name(nf->argv[0]), nf->slot[0]));
    VV_END(nf);
}

static vv_step exc_repr(vv_thread *t, vv_ref self) {
    vv_ref args = VV_EXC_OF(self)->args;
    if (args == NULL || VV_TUPLE(args)->length == 0)
        return vv_return(t, vv_format(t, "%s()", bare_type_name(self)));
    return vv_start1(t, exc_repr_resume, "__repr__", self);
}

static vv_owned exc_with_traceback(vv_thread *t, vv_obj *const *argv) {
    return vv_exc_set_traceback(t, argv[0], argv[1]) < 0 ? NULL : vv_newref(argv[0]);
}

static vv_step exc_add_note(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "note must be a str, not '%T'", nf->argv[1]);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __notes__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL) {
        nf->slot[0] = vv_list_new(t, 0);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], VV_N(t, __notes__), nf->slot[0]));
    }
    if (!VV_ISA(nf->slot[0], LIST))
        return vv_raise_step(t, VV_TypeError, "Cannot add note: __notes__ is not a list");
    return vv_list_append(t, nf->slot[0], nf->argv[1]) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

static vv_owned exc_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_exc *e = VV_EXC_OF(argv[0]);
    if (e->dict != NULL && vv_dict_length(e->dict) > 0)
        return vv_tuple_pack(t, 3, &argv[0]->type->head, e->args, e->dict);
    return vv_tuple_pack(t, 2, &argv[0]->type->head, e->args);
}

static vv_step exc_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] == t->vm->none)
        return vv_return_none(t);
    if (!VV_ISA(nf->argv[1], DICT))
        return vv_raise_step(t, VV_TypeError, "state is not a dictionary");
    nf->slot[0] = vv_dict_copy(t, nf->argv[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (;;) {
        vv_ref key, value;
        vv_hash hash;
        size_t pos = (size_t)nf->i[0];
        bool more = vv_dict_next(nf->slot[0], &pos, &key, &value, &hash);
        nf->i[0] = (int64_t)pos;
        if (!more)
            return vv_return_none(t);
        if (!VV_ISA(key, STR))
            return vv_raise_step(t, VV_TypeError, "attribute name must be string, not '%T'", key);
        VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], key, value));
    }
    VV_END(nf);
}

static vv_owned get_args(vv_thread *t, vv_ref self) {
    vv_ref args = VV_EXC_OF(self)->args;
    return args == NULL ? vv_none(t) : vv_newref(args);
}

/* argv: exception, iterable */
static vv_step set_args_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[1]));
    vv_setref_take(t, &VV_EXC_OF(nf->argv[0])->args, vv_take_ret(t));
    return vv_return_null(t);
    VV_END(nf);
}

static int set_args_attribute(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "args may not be deleted");
    vv_obj *args;
    if (VV_IS(t, value, TUPLE))
        args = vv_newref(value);
    else if (VV_ISA(value, LIST))
        args = vv_list_to_tuple(t, value);
    else if (VV_ISA(value, TUPLE))
        args = vv_tuple_slice(t, value, 0, VV_TUPLE(value)->length);
    else
        return vv_setter_step(vv_start2(t, set_args_native, "args", self, value));
    if (args == NULL)
        return -1;
    vv_setref_take(t, &VV_EXC_OF(self)->args, args);
    return 0;
}

static vv_owned get_traceback(vv_thread *t, vv_ref self) {
    vv_ref tb = VV_EXC_OF(self)->traceback;
    return tb == NULL ? vv_none(t) : vv_newref(tb);
}

int vv_exc_set_traceback(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "__traceback__ may not be deleted");
    if (value != VV_NONE(t) && !VV_IS(t, value, TRACEBACK))
        return vv_raise_int(t, VV_TypeError, "__traceback__ must be a traceback or None");
    vv_setref_take(t, &VV_EXC_OF(self)->traceback, value == VV_NONE(t) ? NULL : vv_newref(value));
    return 0;
}

static int set_linked(vv_thread *t, vv_obj **field, vv_ref value, const char *name, const char *what) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "%s may not be deleted", name);
    if (value != VV_NONE(t) && !VV_ISA(value, EXCEPTION))
        return vv_raise_int(t, VV_TypeError, "exception %s must be None or derive from BaseException", what);
    vv_setref_take(t, field, value == VV_NONE(t) ? NULL : vv_newref(value));
    return 0;
}

static vv_owned get_context(vv_thread *t, vv_ref self) {
    vv_ref o = VV_EXC_OF(self)->context;
    return o == NULL ? vv_none(t) : vv_newref(o);
}
static int set_context(vv_thread *t, vv_ref self, vv_ref value) {
    return set_linked(t, &VV_EXC_OF(self)->context, value, "__context__", "context");
}
static vv_owned get_cause(vv_thread *t, vv_ref self) {
    vv_ref o = VV_EXC_OF(self)->cause;
    return o == NULL ? vv_none(t) : vv_newref(o);
}
static int set_cause(vv_thread *t, vv_ref self, vv_ref value) {
    if (set_linked(t, &VV_EXC_OF(self)->cause, value, "__cause__", "cause") < 0)
        return -1;
    VV_EXC_OF(self)->suppress_context = true;
    return 0;
}

static const vv_methoddef exc_methods[] = {
    {"with_traceback",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = exc_with_traceback},
     "-with_traceback($self, object, /)",
     "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."},
    {"add_note",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = exc_add_note},
     "-add_note($self, object, /)",
     "Exception.add_note(note) --\n    add a note to the exception"},
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = exc_reduce}, "-__reduce__($self, /)", NULL},
    {"__setstate__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = exc_setstate},
     "-__setstate__($self, object, /)",
     NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef exc_getset[] = {
    {"__dict__", vv_instance_get_dict, vv_generic_set_dict, NULL},
    {"args", get_args, set_args_attribute, NULL},
    {"__traceback__", get_traceback, vv_exc_set_traceback, NULL},
    {"__context__", get_context, set_context, "exception context"},
    {"__cause__", get_cause, set_cause, "exception cause"},
    {NULL, NULL, NULL, NULL},
};
static const vv_memberdef exc_members[] = {
    {"__suppress_context__", VV_MEMBER_BOOL, offsetof(vv_exc, suppress_context), false, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};

#define FIELD(type, field)                                                                                             \
    { #field, VV_MEMBER_OBJECT, offsetof(type, field), false, NULL }
#define NO_MEMBER                                                                                                      \
    { NULL, VV_MEMBER_OBJECT, 0, false, NULL }

/* ---- StopIteration, SystemExit ---- */

static vv_step stopiteration_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (exc_init(t, self, args, nargs, kwnames) != VV_READY)
        return VV_FAILED;
    vv_setref_take(t, &((vv_exc_stopiteration *)self)->value, nargs > 0 ? vv_newref(args[0]) : vv_none(t));
    return VV_READY;
}

static vv_step systemexit_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (exc_init(t, self, args, nargs, kwnames) != VV_READY)
        return VV_FAILED;
    if (nargs > 0)
        vv_setref_take(t, &((vv_exc_systemexit *)self)->value,
                       nargs == 1 ? vv_newref(args[0]) : vv_newref(VV_EXC_OF(self)->args));
    return VV_READY;
}

static const vv_memberdef stopiteration_members[] = {FIELD(vv_exc_stopiteration, value), NO_MEMBER};
static const vv_memberdef systemexit_members[] = {
    {"code", VV_MEMBER_OBJECT, offsetof(vv_exc_systemexit, value), false, "exception code"}, NO_MEMBER};

/* ---- ImportError, NameError, AttributeError ---- */

static size_t kw_count(vv_ref kwnames) {
    return kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
}

/* Keyword values by name into out[i], borrowed; others raise. */
static int take_keywords(vv_thread *t, vv_obj *const *values, vv_ref kwnames, const char *function,
                         const char *const *names, size_t n, vv_obj **out) {
    for (size_t i = 0; i < n; i++)
        out[i] = NULL;
    for (size_t k = 0; k < kw_count(kwnames); k++) {
        vv_ref key = VV_TUPLE(kwnames)->items[k];
        size_t i = 0;
        while (i < n && !vv_str_equal_cstr(key, names[i]))
            i++;
        if (i == n)
            return vv_raise_int(t, VV_TypeError, "'%U' is an invalid keyword argument for %s()", key, function);
        out[i] = values[k];
    }
    return 0;
}

static vv_step import_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    static const char *const names[] = {"name", "path", "name_from"};
    vv_obj *kw[3];
    vv_exc_import *e = (vv_exc_import *)self;
    if (take_keywords(t, args + nargs, kwnames, "ImportError", names, 3, kw) < 0 || set_args(t, self, args, nargs) < 0)
        return VV_FAILED;
    vv_setref_take(t, &e->name, vv_xnewref(kw[0]));
    vv_setref_take(t, &e->path, vv_xnewref(kw[1]));
    vv_setref_take(t, &e->name_from, vv_xnewref(kw[2]));
    vv_setref_take(t, &e->msg, nargs == 1 ? vv_newref(args[0]) : NULL);
    return vv_return_null(t);
}

static vv_step import_str(vv_thread *t, vv_ref self) {
    vv_ref msg = ((vv_exc_import *)self)->msg;
    return msg != NULL && VV_IS(t, msg, STR) ? vv_return(t, vv_newref(msg)) : exc_str(t, self);
}

static vv_step name_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    static const char *const names[] = {"name"};
    vv_obj *kw[1];
    if (take_keywords(t, args + nargs, kwnames, "NameError", names, 1, kw) < 0 || set_args(t, self, args, nargs) < 0)
        return VV_FAILED;
    vv_setref_take(t, &((vv_exc_name *)self)->name, vv_xnewref(kw[0]));
    return vv_return_null(t);
}

static vv_step attribute_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    static const char *const names[] = {"name", "obj"};
    vv_obj *kw[2];
    if (take_keywords(t, args + nargs, kwnames, "AttributeError", names, 2, kw) < 0 ||
        set_args(t, self, args, nargs) < 0)
        return VV_FAILED;
    vv_setref_take(t, &((vv_exc_attribute *)self)->name, vv_xnewref(kw[0]));
    vv_setref_take(t, &((vv_exc_attribute *)self)->obj, vv_xnewref(kw[1]));
    return vv_return_null(t);
}

/* A copy of the instance's dict with the fields that are set, or NULL (no exception) if there is nothing to keep. 0/-1. */
static int state_with(vv_thread *t, vv_ref self, const char *const *names, vv_obj *const *values, size_t n, vv_obj **ret) {
    vv_ref dict = VV_EXC_OF(self)->dict;
    bool any = false;
    for (size_t k = 0; k < n; k++)
        any |= values[k] != NULL;
    if (!any) {
        *ret = vv_xnewref(dict);
        return 0;
    }
    VV_AUTO state = {t, dict != NULL ? vv_dict_copy(t, dict) : vv_dict_new(t)};
    for (size_t k = 0; k < n; k++)
        if (state.o == NULL || (values[k] != NULL && vv_dict_set_cstr(t, state.o, names[k], values[k]) < 0))
            return -1;
    *ret = vv_move(&state.o);
    return 0;
}

static vv_owned import_reduce(vv_thread *t, vv_obj *const *argv) {
    static const char *const names[] = {"name", "path", "name_from"};
    const vv_exc_import *e = (const vv_exc_import *)argv[0];
    VV_AUTO state = {t, NULL};
    if (state_with(t, argv[0], names, (vv_obj *[]){e->name, e->path, e->name_from}, 3, &state.o) < 0)
        return NULL;
    return state.o == NULL ? vv_tuple_pack(t, 2, &argv[0]->type->head, (vv_ref)e->args)
                           : vv_tuple_pack(t, 3, &argv[0]->type->head, (vv_ref)e->args, (vv_ref)state.o);
}

/* `obj` is left out: it may be anything. */
static vv_owned attribute_getstate(vv_thread *t, vv_obj *const *argv) {
    static const char *const names[] = {"name", "args"};
    const vv_exc_attribute *e = (const vv_exc_attribute *)argv[0];
    vv_obj *state = NULL;
    if (state_with(t, argv[0], names, (vv_obj *[]){e->name, e->args}, 2, &state) < 0)
        return NULL;
    return state == NULL ? vv_none(t) : state;
}
static vv_owned attribute_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO state = {t, attribute_getstate(t, argv)};
    return state.o == NULL ? NULL : vv_tuple_pack(t, 3, &argv[0]->type->head, (vv_ref)VV_EXC_OF(argv[0])->args, (vv_ref)state.o);
}

static const vv_methoddef import_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = import_reduce}, "-__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_methoddef attribute_methods[] = {
    {"__getstate__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = attribute_getstate}, "-__getstate__($self, /)", NULL},
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = attribute_reduce}, "-__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_memberdef import_members[] = {FIELD(vv_exc_import, msg), FIELD(vv_exc_import, name),
                                              FIELD(vv_exc_import, path), FIELD(vv_exc_import, name_from), NO_MEMBER};
static const vv_memberdef name_members[] = {FIELD(vv_exc_name, name), NO_MEMBER};
static const vv_memberdef attribute_members[] = {FIELD(vv_exc_attribute, name), FIELD(vv_exc_attribute, obj),
                                                 NO_MEMBER};

/* ---- KeyError ---- */

static vv_step key_str(vv_thread *t, vv_ref self) {
    vv_ref args = VV_EXC_OF(self)->args;
    if (args != NULL && VV_TUPLE(args)->length == 1)
        return vv_do_repr(t, VV_TUPLE(args)->items[0]);
    return exc_str(t, self);
}

/* ---- OSError ---- */

static const struct {
    int number, type;
} os_types[] = {
    {11, VV_BlockingIOError},         {114, VV_BlockingIOError},        {115, VV_BlockingIOError},
    {32, VV_BrokenPipeError},         {108, VV_BrokenPipeError},        {10, VV_ChildProcessError},
    {103, VV_ConnectionAbortedError}, {111, VV_ConnectionRefusedError}, {104, VV_ConnectionResetError},
    {17, VV_FileExistsError},         {2, VV_FileNotFoundError},        {21, VV_IsADirectoryError},
    {20, VV_NotADirectoryError},      {4, VV_InterruptedError},         {13, VV_PermissionError},
    {1, VV_PermissionError},          {3, VV_ProcessLookupError},       {110, VV_TimeoutError},
};

/* (errno, strerror[, filename[, winerror[, filename2]]]): file names are left out of args. */
static int os_fill(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs) {
    vv_exc_os *e = (vv_exc_os *)self;
    if (nargs < 2 || nargs > 5)
        return 0;
    vv_setref_take(t, &e->errnum, vv_newref(args[0]));
    vv_setref_take(t, &e->strerror, vv_newref(args[1]));
    if (nargs >= 3 && args[2] != t->vm->none && self->type == t->vm->types[VV_BlockingIOError] && VV_ISA(args[2], INT)) {
        vv_setref_take(t, &e->written, vv_newref(args[2])); /* not a file name but how much was written */
    } else if (nargs >= 3 && args[2] != t->vm->none) {
        vv_setref_take(t, &e->filename, vv_newref(args[2]));
        if (nargs == 5 && args[4] != t->vm->none)
            vv_setref_take(t, &e->filename2, vv_newref(args[4]));
        return set_args(t, self, args, 2);
    }
    return 0;
}

/* A subclass with its own __init__ but not __new__ gets its fields there, as its arguments may be anything. */
static vv_slotfn_init os_init;

static vv_step os_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *type = VV_AS_TYPE(cls);
    if (type->s.init != os_init && type->s.new_ == os_create)
        return vv_return(t, exc_alloc(t, type, vv_newref(t->vm->empty_tuple)));
    if (vv_no_kwargs(t, type->tp_name, kwnames) < 0)
        return VV_FAILED;
    int64_t number;
    if (type == t->vm->types[VV_OSError] && nargs >= 2 && nargs <= 5 && VV_ISA(args[0], INT) &&
        vv_int_to_i64(args[0], &number) == 0) {
        for (size_t i = 0; i < VV_ARRAY_LEN(os_types); i++) {
            if (os_types[i].number == number)
                type = t->vm->types[os_types[i].type];
        }
    }
    VV_AUTO o = {t, exc_alloc(t, type, vv_tuple_from_array(t, args, nargs))};
    if (o.o == NULL || os_fill(t, o.o, args, nargs) < 0)
        return VV_FAILED;
    return vv_return(t, vv_move(&o.o));
}

static vv_step os_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (self->type->s.new_ == os_create && self->type->s.init == os_init)
        return vv_return_null(t); /* __new__ did all */
    if (vv_no_kwargs(t, vv_type_name(self), kwnames) < 0 || set_args(t, self, args, nargs) < 0 ||
        os_fill(t, self, args, nargs) < 0)
        return VV_FAILED;
    return vv_return_null(t);
}

static vv_step os_str_resume(vv_thread *t, vv_native *nf) {
    const vv_exc_os *e = (const vv_exc_os *)nf->argv[0];
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_str(t, e->errnum != NULL ? e->errnum : t->vm->none));
    nf->slot[0] = vv_take_ret(t);
    e = (const vv_exc_os *)nf->argv[0];
    VV_AWAIT(nf, vv_do_str(t, e->strerror != NULL ? e->strerror : t->vm->none));
    nf->slot[1] = vv_take_ret(t);
    e = (const vv_exc_os *)nf->argv[0];
    if (e->filename == NULL)
        return vv_return(t, vv_format(t, "[Errno %U] %U", nf->slot[0], nf->slot[1]));
    VV_AWAIT(nf, vv_do_repr(t, ((const vv_exc_os *)nf->argv[0])->filename));
    nf->slot[2] = vv_take_ret(t);
    e = (const vv_exc_os *)nf->argv[0];
    if (e->filename2 == NULL)
        return vv_return(t, vv_format(t, "[Errno %U] %U: %U", nf->slot[0], nf->slot[1], nf->slot[2]));
    VV_AWAIT(nf, vv_do_repr(t, ((const vv_exc_os *)nf->argv[0])->filename2));
    nf->slot[3] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "[Errno %U] %U: %U -> %U", nf->slot[0], nf->slot[1], nf->slot[2], nf->slot[3]));
    VV_END(nf);
}

static vv_step os_str(vv_thread *t, vv_ref self) {
    const vv_exc_os *e = (const vv_exc_os *)self;
    if (e->filename != NULL || (e->errnum != NULL && e->strerror != NULL))
        return vv_start1(t, os_str_resume, "__str__", self);
    return exc_str(t, self);
}

static vv_owned os_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_exc_os *e = (const vv_exc_os *)argv[0];
    VV_AUTO args = {t, vv_newref(e->args)};
    if (VV_TUPLE(e->args)->length == 2 && e->filename != NULL) { /* which `args` leaves out */
        vv_ref number = VV_TUPLE(e->args)->items[0], text = VV_TUPLE(e->args)->items[1];
        vv_setref_take(t, &args.o, e->filename2 == NULL ? vv_tuple_pack(t, 3, number, text, (vv_ref)e->filename)
                                                        : vv_tuple_pack(t, 5, number, text, (vv_ref)e->filename, VV_NONE(t),
                                                                        (vv_ref)e->filename2));
        if (args.o == NULL)
            return NULL;
    }
    return e->dict != NULL ? vv_tuple_pack(t, 3, &argv[0]->type->head, (vv_ref)args.o, (vv_ref)e->dict)
                           : vv_tuple_pack(t, 2, &argv[0]->type->head, (vv_ref)args.o);
}

static vv_owned get_written(vv_thread *t, vv_ref self) {
    vv_ref written = ((const vv_exc_os *)self)->written;
    return written == NULL ? vv_raise(t, VV_AttributeError, "characters_written") : vv_newref(written);
}
static int set_written(vv_thread *t, vv_ref self, vv_ref value) {
    vv_exc_os *e = (vv_exc_os *)self;
    if (value == NULL && e->written == NULL)
        return vv_raise_int(t, VV_AttributeError, "characters_written");
    if (value != NULL && !VV_ISA(value, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", value);
    vv_setref_take(t, &e->written, vv_xnewref(value));
    return 0;
}

static const vv_methoddef os_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = os_reduce}, "-__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef os_getset[] = {
    {"characters_written", get_written, set_written, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_memberdef os_members[] = {
    {"errno", VV_MEMBER_OBJECT, offsetof(vv_exc_os, errnum), false, "POSIX exception code"},
    {"strerror", VV_MEMBER_OBJECT, offsetof(vv_exc_os, strerror), false, "exception strerror"},
    {"filename", VV_MEMBER_OBJECT, offsetof(vv_exc_os, filename), false, "exception filename"},
    {"filename2", VV_MEMBER_OBJECT, offsetof(vv_exc_os, filename2), false, "second exception filename"},
    NO_MEMBER,
};

/* ---- SyntaxError ---- */

/* (filename, lineno, offset, text[, end_lineno, end_offset]) */
static vv_step syntax_fill(vv_thread *t, vv_ref self, vv_ref info) {
    vv_exc_syntax *e = (vv_exc_syntax *)self;
    size_t n = VV_TUPLE(info)->length;
    if (n < 4 || n > 6)
        return vv_raise_step(t, VV_TypeError, "function takes at %s %d arguments (%zu given)", n < 4 ? "least" : "most", n < 4 ? 4 : 6, n);
    vv_obj **fields[6] = {&e->filename, &e->lineno, &e->offset, &e->text, &e->end_lineno, &e->end_offset};
    for (size_t i = 0; i < 6; i++)
        vv_setref_take(t, fields[i], i < n ? vv_newref(VV_TUPLE(info)->items[i]) : NULL);
    if (n == 5)
        return vv_raise_step(t, VV_TypeError, "end_offset must be provided when end_lineno is provided");
    return vv_return_null(t);
}

/* argv: exception, iterable */
static vv_step syntax_fill_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return syntax_fill(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step syntax_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (exc_init(t, self, args, nargs, kwnames) != VV_READY)
        return VV_FAILED;
    vv_exc_syntax *e = (vv_exc_syntax *)self;
    if (nargs > 0)
        vv_setref_take(t, &e->msg, vv_newref(args[0]));
    if (nargs != 2)
        return VV_READY;
    vv_ref info = args[1];
    return VV_IS(t, info, TUPLE) ? syntax_fill(t, self, info) : vv_start2(t, syntax_fill_native, "__init__", self, info);
}

static vv_step syntax_str_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_exc_syntax *e = (vv_exc_syntax *)nf->argv[0];
    VV_AWAIT(nf, vv_do_str(t, e->msg != NULL ? e->msg : t->vm->none));
    vv_exc_syntax *self = (vv_exc_syntax *)nf->argv[0];
    VV_AUTO msg = {t, vv_take_ret(t)};
    VV_AUTO name = {t, NULL};
    if (self->filename != NULL && VV_ISA(self->filename, STR)) {
        size_t n = vv_str_length(self->filename), start = n;
        while (start > 0 && vv_str_at(self->filename, start - 1) != '/')
            start--;
        name.o = vv_str_slice(t, self->filename, start, n);
        if (name.o == NULL)
            return VV_FAILED;
    }
    int64_t line = 0;
    bool has_line = self->lineno != NULL && VV_IS(t, self->lineno, INT) && vv_int_to_i64(self->lineno, &line) == 0;
    if (name.o != NULL && has_line)
        return vv_return(t, vv_format(t, "%U (%U, line %lld)", msg.o, name.o, (long long)line));
    if (name.o != NULL)
        return vv_return(t, vv_format(t, "%U (%U)", msg.o, name.o));
    if (has_line)
        return vv_return(t, vv_format(t, "%U (line %lld)", msg.o, (long long)line));
    return vv_return(t, vv_move(&msg.o));
    VV_END(nf);
}

static vv_step syntax_str(vv_thread *t, vv_ref self) {
    return vv_start1(t, syntax_str_resume, "__str__", self);
}

static const vv_memberdef syntax_members[] = {
    FIELD(vv_exc_syntax, msg),
    FIELD(vv_exc_syntax, filename),
    FIELD(vv_exc_syntax, lineno),
    FIELD(vv_exc_syntax, offset),
    FIELD(vv_exc_syntax, text),
    FIELD(vv_exc_syntax, end_lineno),
    FIELD(vv_exc_syntax, end_offset),
    FIELD(vv_exc_syntax, print_file_and_line),
    NO_MEMBER,
};

vv_owned vv_raise_syntax(vv_thread *t, int type, vv_ref msg, vv_ref filename, int lineno, int offset, int end_lineno,
                         int end_offset, vv_ref text_or_null) {
    VV_AUTO line = {t, vv_int_new(t, lineno)};
    VV_AUTO column = {t, vv_int_new(t, offset)};
    VV_AUTO end_line = {t, vv_int_new(t, end_lineno)};
    VV_AUTO end_column = {t, vv_int_new(t, end_offset)};
    if (line.o == NULL || column.o == NULL || end_line.o == NULL || end_column.o == NULL)
        return NULL;
    vv_ref text = text_or_null != NULL ? text_or_null : VV_NONE(t);
    VV_AUTO info = {t, end_lineno >= 0 ? vv_tuple_pack(t, 6, filename, line.o, column.o, text, end_line.o, end_column.o)
                                       : vv_tuple_pack(t, 4, filename, line.o, column.o, text)};
    VV_AUTO args = {t, info.o == NULL ? NULL : vv_tuple_pack(t, 2, msg, info.o)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, type, args.o)};
    if (exc.o != NULL)
        vv_raise_object(t, exc.o);
    return NULL;
}

vv_owned vv_raise_syntax_beside(vv_thread *t, vv_ref msg, vv_ref filename, int lineno, int offset, int end_lineno, int end_offset,
                                vv_ref text_or_null) {
    VV_AUTO args = {t, vv_tuple_pack(t, 1, msg)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, VV_SyntaxError, args.o)};
    if (exc.o == NULL)
        return NULL;
    vv_exc_syntax *e = (vv_exc_syntax *)exc.o;
    vv_obj **fields[] = {&e->lineno, &e->offset, &e->end_lineno, &e->end_offset};
    int values[] = {lineno, offset, end_lineno, end_offset};
    for (size_t i = 0; i < VV_ARRAY_LEN(fields); i++) {
        vv_owned value = values[i] > 0 ? vv_int_new(t, values[i]) : vv_newref(VV_NONE(t));
        if (value == NULL)
            return NULL;
        vv_setref_take(t, fields[i], value);
    }
    vv_setref_take(t, &e->filename, vv_newref(filename));
    vv_setref_take(t, &e->text, vv_newref(text_or_null != NULL ? text_or_null : VV_NONE(t)));
    vv_raise_object(t, exc.o);
    return NULL;
}

/* ---- Unicode errors ---- */

static vv_owned bytes_copy(vv_thread *t, vv_ref byteslike) {
    const uint8_t *data;
    size_t n;
    return vv_bytes_view(byteslike, &data, &n) ? vv_bytes_new(t, data, n) : vv_raise(t, VV_TypeError, "a bytes-like object is required");
}

enum { U_ENCODE, U_DECODE, U_TRANSLATE };

static int unicode_kind(vv_thread *t, vv_ref self) {
    return vv_is_instance(self, t->vm->types[VV_UnicodeDecodeError])   ? U_DECODE
           : vv_is_instance(self, t->vm->types[VV_UnicodeEncodeError]) ? U_ENCODE
                                                                       : U_TRANSLATE;
}

static vv_step unicode_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (exc_init(t, self, args, nargs, kwnames) != VV_READY)
        return VV_FAILED;
    vv_exc_unicode *e = (vv_exc_unicode *)self;
    int kind = unicode_kind(t, self);
    size_t want = kind == U_TRANSLATE ? 4 : 5, at = 0;
    if (nargs != want)
        return vv_raise_step(t, VV_TypeError, "function takes exactly %zu arguments (%zu given)", want, nargs);
    if (kind != U_TRANSLATE) {
        if (!VV_ISA(args[0], STR))
            return vv_raise_step(t, VV_TypeError, "argument 1 must be str, not %A", args[0]);
        at = 1;
    }
    bool object_ok =
        kind == U_DECODE ? VV_ISA(args[at], BYTES) || VV_IS(t, args[at], BYTEARRAY) : VV_ISA(args[at], STR);
    if (!object_ok)
        return kind == U_DECODE ? vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", args[at])
                                : vv_raise_step(t, VV_TypeError, "argument %zu must be str, not %A", at + 1, args[at]);
    for (size_t i = at + 1; i <= at + 2; i++) {
        if (!VV_ISA(args[i], INT))
            return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", args[i]);
    }
    if (!VV_ISA(args[at + 3], STR))
        return vv_raise_step(t, VV_TypeError, "argument %zu must be str, not %A", at + 4, args[at + 3]);
    if (vv_int_as_i64(t, args[at + 1], &e->start) < 0 || vv_int_as_i64(t, args[at + 2], &e->end) < 0)
        return VV_FAILED;
    vv_setref_take(t, &e->encoding, at == 1 ? vv_newref(args[0]) : NULL);
    vv_owned object = VV_IS(t, args[at], BYTEARRAY) ? bytes_copy(t, args[at]) : vv_newref(args[at]);
    if (object == NULL)
        return VV_FAILED;
    vv_setref_take(t, &e->object, object);
    vv_setref_take(t, &e->reason, vv_newref(args[at + 3]));
    return VV_READY;
}

/* str() of an error whose encoding and reason are the texts given. */
static vv_owned unicode_text(vv_thread *t, const vv_exc_unicode *e, int kind, vv_ref encoding, vv_ref reason) {
    long long start = e->start, last = e->end - 1;
    bool one = e->end == e->start + 1 && start >= 0;
    if (kind == U_DECODE) {
        const uint8_t *data;
        size_t n;
        if (!vv_bytes_view(e->object, &data, &n))
            return vv_raise(t, VV_TypeError, "object attribute must be bytes");
        if (one && (size_t)start < n)
            return vv_format(t, "'%U' codec can't decode byte 0x%02x in position %lld: %U", encoding, (unsigned)data[start], start, reason);
        return vv_format(t, "'%U' codec can't decode bytes in position %lld-%lld: %U", encoding, start, last, reason);
    }
    if (!VV_ISA(e->object, STR))
        return vv_raise(t, VV_TypeError, "object attribute must be unicode");
    const char *verb = kind == U_ENCODE ? "encode" : "translate";
    VV_AUTO prefix = {t, kind == U_ENCODE ? vv_format(t, "'%U' codec ", encoding) : vv_str_from_cstr(t, "")};
    if (prefix.o == NULL)
        return NULL;
    if (one && start < (long long)vv_str_length(e->object)) {
        uint32_t c = vv_str_at(e->object, (size_t)start);
        const char *format = c <= 0xFF     ? "%Ucan't %s character '\\x%02x' in position %lld: %U"
                             : c <= 0xFFFF ? "%Ucan't %s character '\\u%04x' in position %lld: %U"
                                           : "%Ucan't %s character '\\U%08x' in position %lld: %U";
        return vv_format(t, format, prefix.o, verb, c, start, reason);
    }
    return vv_format(t, "%Ucan't %s characters in position %lld-%lld: %U", prefix.o, verb, start, last, reason);
}

/* argv: exception; slot: 0 its reason, 1 its encoding, as texts */
static vv_step unicode_str_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (nf->i[0] = 0; nf->i[0] < (unicode_kind(t, nf->argv[0]) == U_TRANSLATE ? 1 : 2); nf->i[0]++) {
        const vv_exc_unicode *e = (const vv_exc_unicode *)nf->argv[0];
        vv_ref field = nf->i[0] == 0 ? e->reason : e->encoding;
        if (field == NULL)
            t->ret = vv_str_from_cstr(t, "<NULL>");
        else
            VV_AWAIT(nf, vv_do_str(t, field));
        if (t->ret == NULL)
            return VV_FAILED;
        nf->slot[nf->i[0]] = vv_take_ret(t);
    }
    if (((const vv_exc_unicode *)nf->argv[0])->object == NULL)
        return vv_return(t, vv_str_from_cstr(t, ""));
    return vv_return(t, unicode_text(t, (const vv_exc_unicode *)nf->argv[0], unicode_kind(t, nf->argv[0]), nf->slot[1], nf->slot[0]));
    VV_END(nf);
}

static vv_step unicode_str(vv_thread *t, vv_ref self) {
    if (((const vv_exc_unicode *)self)->object == NULL)
        return vv_return(t, vv_str_from_cstr(t, ""));
    return vv_start1(t, unicode_str_resume, "__str__", self);
}

static vv_owned unicode_get_start(vv_thread *t, vv_ref self) {
    return vv_int_new(t, ((vv_exc_unicode *)self)->start);
}
static vv_owned unicode_get_end(vv_thread *t, vv_ref self) {
    return vv_int_new(t, ((vv_exc_unicode *)self)->end);
}
static int unicode_set(vv_thread *t, int64_t *field, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "can't delete numeric/char attribute");
    *field = -1;
    if (!VV_ISA(value, INT))
        return vv_raise_int(t, VV_TypeError, "an integer is required");
    return vv_int_as_i64(t, value, field);
}
static int unicode_set_start(vv_thread *t, vv_ref self, vv_ref value) {
    return unicode_set(t, &((vv_exc_unicode *)self)->start, value);
}
static int unicode_set_end(vv_thread *t, vv_ref self, vv_ref value) {
    return unicode_set(t, &((vv_exc_unicode *)self)->end, value);
}

static const vv_memberdef unicode_members[] = {FIELD(vv_exc_unicode, encoding), FIELD(vv_exc_unicode, object),
                                               FIELD(vv_exc_unicode, reason), NO_MEMBER};
static const vv_getsetdef unicode_getset[] = {
    {"start", unicode_get_start, unicode_set_start, "exception start"},
    {"end", unicode_get_end, unicode_set_end, "exception end"},
    {NULL, NULL, NULL, NULL},
};

/* ---- specs: what a layout adds is given to the first type that has it ---- */

static const vv_slots exc_slots = {.repr = exc_repr,
                                   .str = exc_str,
                                   .new_ = exc_create,
                                   .init = exc_init,
                                   .getattr = vv_generic_getattr};
static const vv_slots exc_sub_slots = {.new_ = exc_create, .init = exc_init};
static const vv_slots stopiteration_slots = {.init = stopiteration_init};
static const vv_slots systemexit_slots = {.init = systemexit_init};
static const vv_slots import_slots = {.init = import_init, .str = import_str};
static const vv_slots import_sub_slots = {.init = import_init};
static const vv_slots name_slots = {.init = name_init};
static const vv_slots attribute_slots = {.init = attribute_init};
static const vv_slots key_slots = {.init = exc_init, .str = key_str};
static const vv_slots os_slots = {.new_ = os_create, .init = os_init, .str = os_str};
static const vv_slots os_sub_slots = {.init = os_init};
static const vv_slots syntax_slots = {.init = syntax_init, .str = syntax_str};
static const vv_slots syntax_sub_slots = {.init = syntax_init};
static const vv_slots unicode_slots = {.new_ = exc_create, .init = unicode_init, .str = unicode_str};

/* For each layout: the type that introduces it, its tables, and the slots of types that only share it. */
#define IF_FIRST(name, first, a, b) (VV_##name == VV_##first ? (a) : (b))
#define TABLES(name, first, slots_, sub_slots_, methods_, getset_, members_)                                           \
    .slots = IF_FIRST(name, first, &slots_, &sub_slots_), .methods = IF_FIRST(name, first, methods_, NULL),            \
    .getset = IF_FIRST(name, first, getset_, NULL), .members = IF_FIRST(name, first, members_, NULL)
#define TABLES_exc(n) TABLES(n, BaseException, exc_slots, exc_sub_slots, exc_methods, exc_getset, exc_members)
#define TABLES_group(n)                                                                                                \
    TABLES(n, BaseExceptionGroup, vv_group_slots, vv_group_sub_slots, vv_group_methods, NULL, vv_group_members)
#define TABLES_stopiteration(n)                                                                                        \
    TABLES(n, StopIteration, stopiteration_slots, stopiteration_slots, NULL, NULL, stopiteration_members)
#define TABLES_systemexit(n) TABLES(n, SystemExit, systemexit_slots, systemexit_slots, NULL, NULL, systemexit_members)
#define TABLES_import(n) TABLES(n, ImportError, import_slots, import_sub_slots, import_methods, NULL, import_members)
#define TABLES_name(n) TABLES(n, NameError, name_slots, name_slots, NULL, NULL, name_members)
#define TABLES_attribute(n) TABLES(n, AttributeError, attribute_slots, attribute_slots, attribute_methods, NULL, attribute_members)
#define TABLES_key(n) TABLES(n, KeyError, key_slots, key_slots, NULL, NULL, NULL)
#define TABLES_os(n) TABLES(n, OSError, os_slots, os_sub_slots, os_methods, os_getset, os_members)
#define TABLES_syntax(n) TABLES(n, SyntaxError, syntax_slots, syntax_sub_slots, NULL, NULL, syntax_members)
#define TABLES_unicode(n) TABLES(n, n, unicode_slots, unicode_slots, NULL, unicode_getset, unicode_members)

/* sys.getsizeof in 64-bit CPython 3.12, collector head included. */
enum {
    SIZE64_exc = 88,
    SIZE64_key = 88,
    SIZE64_stopiteration = 96,
    SIZE64_systemexit = 96,
    SIZE64_import = 120,
    SIZE64_name = 96,
    SIZE64_attribute = 104,
    SIZE64_syntax = 152,
    SIZE64_os = 128,
    SIZE64_unicode = 128,
    SIZE64_group = 104,
};

#define VV_object VV_T_OBJECT
const vv_typespec vv_exc_specs[] = {
#define VV_EXC(name_, base_, layout_, doc_)                                                                            \
    {.name = #name_,                                                                                                   \
     .base = VV_##base_,                                                                                               \
     .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_EXCEPTION,                                                             \
     .basicsize = sizeof(vv_exc_##layout_),                                                                            \
     .size64 = SIZE64_##layout_,                                                                                       \
     .dictoffset = offsetof(vv_exc, dict),                                                                             \
     .doc = doc_,                                                                                                      \
     .dealloc = exc_dealloc,                                                                                           \
     .traverse = exc_traverse,                                                                                         \
     .clear = exc_clear,                                                                                               \
     TABLES_##layout_(name_)},
#define vv_exc_exc vv_exc
#include "types/exceptions.def"
#undef VV_EXC
};

vv_owned vv_exc_new(vv_thread *t, int type, vv_ref args_tuple) {
    vv_type *cls = t->vm->types[type];
    vv_obj *const *args = VV_TUPLE(args_tuple)->items;
    size_t n = VV_TUPLE(args_tuple)->length;
    if (cls->s.new_(t, &cls->head, args, n, NULL) != VV_READY)
        return NULL;
    VV_AUTO o = {t, vv_take_ret(t)};
    if (o.o->type->s.init(t, o.o, args, n, NULL) != VV_READY)
        return NULL;
    return vv_move(&o.o);
}
