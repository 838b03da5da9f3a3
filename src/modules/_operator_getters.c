/* _operator_getters.c - operator.itemgetter, attrgetter and methodcaller: calls remembered as objects. One layout. */
#include "modules/callable_repr.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct getter {
    vv_obj head;
    vv_obj *name;  /* methodcaller's name; itemgetter's key if there is only one; else NULL */
    vv_obj *items; /* owned tuple: itemgetter's keys (NULL if only one), attrgetter's names, methodcaller's arguments */
    vv_obj *paths; /* attrgetter: for each name a tuple of its parts; methodcaller: keyword arguments, a dict or NULL */
} getter;
#define SELF(o) ((getter *)(o))

#define VV_DEF_FILE "modules/_operator_getter.def"
#define VV_DEF_NAME itemgetter
#include "object/deftype.h"
#define VV_DEF_FILE "modules/_operator_getter.def"
#define VV_DEF_NAME attrgetter
#include "object/deftype.h"
#define VV_DEF_FILE "modules/_operator_getter.def"
#define VV_DEF_NAME methodcaller
#include "object/deftype.h"

/* ---- what they share ---- */

/* Takes items and paths. */
static vv_owned getter_new_take(vv_thread *t, vv_ref type, vv_ref name, vv_owned items, vv_owned paths) {
    vv_obj *o = items == NULL && name == NULL ? NULL : vv_new_object(t, VV_AS_TYPE(type), sizeof(getter));
    if (o == NULL) {
        vv_xdecref(t, items);
        vv_xdecref(t, paths);
        return NULL;
    }
    SELF(o)->name = vv_xnewref(name);
    SELF(o)->items = items;
    SELF(o)->paths = paths;
    vv_track(t, o);
    return o;
}

static void getter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, SELF(self)->name);
    vv_xdecref(t, SELF(self)->items);
    vv_xdecref(t, SELF(self)->paths);
    vv_free_object(t, self);
}

static int getter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SELF(self)->name);
    VV_VISIT(SELF(self)->items);
    VV_VISIT(SELF(self)->paths);
    return 0;
}

static void getter_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &SELF(self)->name);
    vv_clearref(t, &SELF(self)->items);
    vv_clearref(t, &SELF(self)->paths);
}

/* A getter is called with one object: its resumable body over self and that object. */
static vv_step call_with_object(vv_thread *t, const char *name, vv_resumable fn, vv_ref self, vv_obj *const *args, size_t nargs,
                                vv_ref kwnames) {
    if (vv_no_kwargs(t, name, kwnames) < 0 || vv_check_nargs(t, name, nargs, 1, 1) < 0)
        return VV_FAILED;
    return vv_start2(t, fn, name, self, args[0]);
}

static vv_owned all_items(vv_thread *t, vv_ref self) {
    return SELF(self)->items != NULL ? vv_newref(SELF(self)->items) : vv_tuple_pack(t, 1, (vv_ref)SELF(self)->name);
}

static vv_owned getter_reduce(vv_thread *t, vv_ref self) {
    return vv_tuple_pack_take(t, 2, vv_newref(&self->type->head), all_items(t, self));
}

/* ---- itemgetter ---- */

static vv_step itemgetter_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, "itemgetter", kwnames) < 0)
        return VV_FAILED;
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "itemgetter expected 1 argument, got 0");
    return vv_return(t, nargs == 1 ? getter_new_take(t, type, args[0], NULL, NULL) : getter_new_take(t, type, NULL, vv_tuple_from_array(t, args, nargs), NULL));
}

static vv_step itemgetter_call_native(vv_thread *t, vv_native *nf) { /* argv: self, object; slot[0]: results; i[0]: next */
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->name != NULL) {
        VV_AWAIT(nf, vv_do_getitem(t, nf->argv[1], SELF(nf->argv[0])->name));
        return VV_READY;
    }
    nf->slot[0] = vv_tuple_new(t, VV_TUPLE(SELF(nf->argv[0])->items)->length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_getitem(t, nf->argv[1], VV_TUPLE(SELF(nf->argv[0])->items)->items[nf->i[0]]));
        VV_TUPLE(nf->slot[0])->items[nf->i[0]] = vv_take_ret(t);
    }
    vv_tuple_done(t, nf->slot[0]);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step itemgetter_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return call_with_object(t, "itemgetter", itemgetter_call_native, self, args, nargs, kwnames);
}

static vv_step itemgetter_reduce(vv_thread *t, vv_native *nf) {
    return vv_return(t, getter_reduce(t, nf->argv[0]));
}

static vv_step itemgetter_repr(vv_thread *t, vv_ref self) {
    VV_AUTO items = {t, all_items(t, self)};
    return items.o == NULL ? VV_FAILED : vv_callable_repr(t, self, NULL, items.o, NULL);
}

/* ---- attrgetter ---- */

/* The parts between the dots of a name, interned: a tuple. */
static vv_owned split_name(vv_thread *t, vv_ref name) {
    VV_AUTO parts = {t, vv_list_new(t, 0)};
    size_t n = vv_str_length(name), start = 0;
    for (size_t k = 0; parts.o != NULL && k <= n; k++) {
        if (k < n && vv_str_at(name, k) != '.')
            continue;
        vv_obj *part = vv_str_slice(t, name, start, k);
        if (part == NULL)
            return NULL;
        vv_intern(t, &part);
        if (vv_list_append_take(t, parts.o, part) < 0)
            return NULL;
        start = k + 1;
    }
    return parts.o == NULL ? NULL : vv_list_to_tuple(t, parts.o);
}

static vv_step attrgetter_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, "attrgetter", kwnames) < 0)
        return VV_FAILED;
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "attrgetter expected 1 argument, got 0");
    VV_AUTO paths = {t, vv_tuple_new(t, nargs)};
    if (paths.o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < nargs; k++) {
        if (!VV_ISA(args[k], STR))
            return vv_raise_step(t, VV_TypeError, "attribute name must be a string");
        VV_TUPLE(paths.o)->items[k] = split_name(t, args[k]);
        if (VV_TUPLE(paths.o)->items[k] == NULL)
            return VV_FAILED;
    }
    vv_tuple_done(t, paths.o);
    vv_obj *names = vv_tuple_from_array(t, args, nargs);
    return names == NULL ? VV_FAILED : vv_return(t, getter_new_take(t, type, NULL, names, vv_move(&paths.o)));
}

static const vv_tuple *path_of(vv_ref self, int64_t k) {
    return VV_TUPLE(VV_TUPLE(SELF(self)->paths)->items[k]);
}

/* argv: self, object; slot[0]: results, slot[1]: the object reached; i[0]: name, i[1]: part */
static vv_step attrgetter_call_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_tuple_new(t, VV_TUPLE(SELF(nf->argv[0])->items)->length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_newref(nf->argv[1]));
        for (nf->i[1] = 0; (size_t)nf->i[1] < path_of(nf->argv[0], nf->i[0])->length; nf->i[1]++) {
            VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], path_of(nf->argv[0], nf->i[0])->items[nf->i[1]]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
        VV_TUPLE(nf->slot[0])->items[nf->i[0]] = vv_move(&nf->slot[1]);
    }
    vv_tuple_done(t, nf->slot[0]);
    return vv_return(t, VV_TUPLE(nf->slot[0])->length == 1 ? vv_newref(VV_TUPLE(nf->slot[0])->items[0]) : vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step attrgetter_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return call_with_object(t, "attrgetter", attrgetter_call_native, self, args, nargs, kwnames);
}

static vv_step attrgetter_reduce(vv_thread *t, vv_native *nf) {
    return vv_return(t, getter_reduce(t, nf->argv[0]));
}

static vv_step attrgetter_repr(vv_thread *t, vv_ref self) {
    return vv_callable_repr(t, self, NULL, SELF(self)->items, NULL);
}

/* ---- methodcaller ---- */

static vv_step methodcaller_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "methodcaller needs at least one argument, the method name");
    if (!VV_ISA(args[0], STR))
        return vv_raise_step(t, VV_TypeError, "method name must be a string");
    VV_AUTO name = {t, vv_newref(args[0])};
    vv_intern(t, &name.o);
    VV_AUTO keywords = {t, NULL};
    if (kwnames != NULL && vv_callable_keywords(t, &keywords.o, args + nargs, kwnames) < 0)
        return VV_FAILED;
    vv_obj *items = vv_tuple_from_array(t, args + 1, nargs - 1);
    return items == NULL ? VV_FAILED : vv_return(t, getter_new_take(t, type, name.o, items, vv_move(&keywords.o)));
}

static vv_step methodcaller_call_native(vv_thread *t, vv_native *nf) { /* argv: self, object; slot[0]: the method */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[1], SELF(nf->argv[0])->name));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[0], SELF(nf->argv[0])->items, SELF(nf->argv[0])->paths));
    return VV_READY;
    VV_END(nf);
}

static vv_step methodcaller_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return call_with_object(t, "methodcaller", methodcaller_call_native, self, args, nargs, kwnames);
}

/* (type, (name, arguments...)), or (functools.partial(type, name, **keywords), arguments). slot: 0 functools or partial,
 * 1 its arguments */
static vv_step methodcaller_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->paths == NULL) {
        const vv_tuple *items = VV_TUPLE(SELF(nf->argv[0])->items);
        VV_AUTO all = {t, vv_tuple_new(t, items->length + 1)};
        if (all.o == NULL)
            return VV_FAILED;
        VV_TUPLE(all.o)->items[0] = vv_newref(SELF(nf->argv[0])->name);
        for (size_t k = 0; k < items->length; k++)
            VV_TUPLE(all.o)->items[k + 1] = vv_newref(items->items[k]);
        vv_tuple_done(t, all.o);
        return vv_return(t, vv_tuple_pack(t, 2, (vv_ref)&nf->argv[0]->type->head, (vv_ref)all.o));
    }
    nf->slot[1] = vv_tuple_pack(t, 2, (vv_ref)&nf->argv[0]->type->head, (vv_ref)SELF(nf->argv[0])->name);
    nf->slot[2] = vv_intern_cstr(t, "functools");
    nf->slot[3] = vv_intern_cstr(t, "partial");
    nf->slot[4] = vv_int_new(t, 0);
    if (nf->slot[1] == NULL || nf->slot[2] == NULL || nf->slot[3] == NULL || nf->slot[4] == NULL)
        return VV_FAILED;
    vv_ref globals = t->vm->main_dict != NULL ? t->vm->main_dict : VV_NONE(t);
    VV_AWAIT(nf, vv_do_import(t, nf->slot[2], globals, VV_NONE(t), VV_NONE(t), nf->slot[4]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], nf->slot[3]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[0], nf->slot[1], SELF(nf->argv[0])->paths));
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_take_ret(t), vv_newref(SELF(nf->argv[0])->items)));
    VV_END(nf);
}

static vv_step methodcaller_repr(vv_thread *t, vv_ref self) {
    return vv_callable_repr(t, self, SELF(self)->name, SELF(self)->items, SELF(self)->paths);
}

#define GETTER_SPEC(id, size, sig, text)                                                                               \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = #id,                                                                                                   \
        .module = "operator",                                                                                          \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE,                                                                           \
        .basicsize = sizeof(getter),                                                                                   \
        .size64 = size,                                                                                                \
        .doc = text,                                                                                                   \
        .signature = sig,                                                                                              \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .dealloc = getter_dealloc,                                                                                     \
        .traverse = getter_traverse,                                                                                   \
        .clear = getter_clear,                                                                                         \
    }

GETTER_SPEC(itemgetter, 64, "(item, /, *items)",
            "A callable that fetches items: itemgetter(2)(r) is r[2], itemgetter(2, 5)(r) is (r[2], r[5]).");
GETTER_SPEC(attrgetter, 56, "(attr, /, *attrs)",
            "A callable that fetches attributes: attrgetter('name.first')(r) is r.name.first; with several names, a tuple.");
GETTER_SPEC(methodcaller, 56, "(name, /, *args, **kwargs)",
            "A callable that calls a method: methodcaller('f', 1, b=2)(r) is r.f(1, b=2).");
