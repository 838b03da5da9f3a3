/* _functools.c - module _functools: partial, reduce, cmp_to_key. The wrapper of lru_cache is in _functools_lru.c. */
#include "modules/callable_repr.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/objecttype.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct partial {
    vv_obj head;
    vv_obj *function, *args, *keywords; /* owned: callable, tuple, dict */
    vv_obj *dict;                       /* attributes, or NULL */
    vv_obj *weaklist;
} partial;
#define PARTIAL(o) ((partial *)(o))

typedef struct cmp_key {
    vv_obj head;
    vv_obj *compare, *object; /* owned; object NULL for the key function itself */
} cmp_key;
#define KEY(o) ((cmp_key *)(o))

static vv_setter_fn partial_set_dict;

#define VV_DEF_NAME functools
#define VV_DEF_FILE "modules/_functools.def"
#include "object/deftype.h"
#define VV_DEF_NAME partial
#define VV_DEF_FILE "modules/_functools_partial.def"
#include "object/deftype.h"
#define VV_DEF_NAME cmp_key
#define VV_DEF_FILE "modules/_functools_key.def"
#include "object/deftype.h"

/* ---- partial ---- */

static bool is_partial(vv_ref o) {
    return o->type->s.call == partial_call;
}

static vv_step partial_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "type 'partial' takes at least one argument");
    vv_obj *function = args[0];
    if (function->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "the first argument must be callable");
    const partial *inner = NULL; /* a partial of a partial is one partial */
    if (is_partial(function) && PARTIAL(function)->dict == NULL) {
        inner = PARTIAL(function);
        function = inner->function;
    }
    size_t before = inner == NULL ? 0 : VV_TUPLE(inner->args)->length;
    VV_AUTO all = {t, vv_tuple_new(t, before + nargs - 1)};
    VV_AUTO keywords = {t, inner == NULL ? vv_dict_new(t) : vv_dict_copy(t, inner->keywords)};
    if (all.o == NULL || keywords.o == NULL ||
        (kwnames != NULL && vv_callable_keywords(t, &keywords.o, args + nargs, kwnames) < 0))
        return VV_FAILED;
    for (size_t k = 0; k < before + nargs - 1; k++)
        VV_TUPLE(all.o)->items[k] = vv_newref(k < before ? VV_TUPLE(inner->args)->items[k] : args[k - before + 1]);
    vv_tuple_done(t, all.o);
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o == NULL)
        return VV_FAILED;
    PARTIAL(o)->function = vv_newref(function);
    PARTIAL(o)->args = vv_move(&all.o);
    PARTIAL(o)->keywords = vv_move(&keywords.o);
    vv_track(t, o);
    return vv_return(t, o);
}

static void partial_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, PARTIAL(self)->function);
    vv_xdecref(t, PARTIAL(self)->args);
    vv_xdecref(t, PARTIAL(self)->keywords);
    vv_clearref(t, &PARTIAL(self)->dict);
    vv_free_object(t, self);
}

static int partial_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(PARTIAL(self)->function);
    VV_VISIT(PARTIAL(self)->args);
    VV_VISIT(PARTIAL(self)->keywords);
    VV_VISIT(PARTIAL(self)->dict);
    return 0;
}

static void partial_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &PARTIAL(self)->function);
    vv_clearref(t, &PARTIAL(self)->args);
    vv_clearref(t, &PARTIAL(self)->keywords);
    vv_clearref(t, &PARTIAL(self)->dict);
}

static vv_step call_again(vv_thread *t, vv_native *nf) { /* argv: function, args, keywords */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_ex(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

/* Keywords of the call come behind the remembered ones, and in their places where names are the same. */
static vv_step partial_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    const partial *p = PARTIAL(self);
    size_t before = VV_TUPLE(p->args)->length, total = before + nargs;
    bool named = vv_dict_length(p->keywords) > 0 || (kwnames != NULL && VV_TUPLE(kwnames)->length > 0);
    vv_obj *few[8];
    if (!named && total <= VV_ARRAY_LEN(few) && !is_partial(p->function)) {
        for (size_t k = 0; k < total; k++)
            few[k] = k < before ? VV_TUPLE(p->args)->items[k] : args[k - before];
        return vv_do_call(t, p->function, few, total);
    }
    VV_AUTO all = {t, vv_tuple_new(t, total)};
    VV_AUTO keywords = {t, named ? vv_dict_copy(t, p->keywords) : NULL};
    if (all.o == NULL || (named && keywords.o == NULL) ||
        (kwnames != NULL && vv_callable_keywords(t, &keywords.o, args + nargs, kwnames) < 0))
        return VV_FAILED;
    for (size_t k = 0; k < total; k++)
        VV_TUPLE(all.o)->items[k] = vv_newref(k < before ? VV_TUPLE(p->args)->items[k] : args[k - before]);
    vv_tuple_done(t, all.o);
    return vv_start3(t, call_again, "partial.__call__", p->function, all.o, keywords.o);
}

static vv_step partial_setattr(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    return vv_generic_setattr(t, self, name, value);
}

static int partial_set_dict(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "cannot delete __dict__");
    return vv_instance_set_dict(t, self, value);
}

static vv_step partial_repr(vv_thread *t, vv_ref self) {
    return vv_callable_repr(t, self, PARTIAL(self)->function, PARTIAL(self)->args, PARTIAL(self)->keywords);
}

static vv_owned partial_reduce(vv_thread *t, vv_obj *const *argv) {
    const partial *p = PARTIAL(argv[0]);
    return vv_tuple_pack_take(t, 3, vv_newref(&argv[0]->type->head), vv_tuple_pack(t, 1, (vv_ref)p->function),
                              vv_tuple_pack(t, 4, (vv_ref)p->function, (vv_ref)p->args, (vv_ref)p->keywords,
                                            p->dict != NULL ? (vv_ref)p->dict : VV_NONE(t)));
}

/* argv: self, (function, args, keywords or None, dict or None); slot[0]: args as a tuple, slot[1]: keywords */
static vv_step partial_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_obj *const *part = VV_ISA(nf->argv[1], TUPLE) ? VV_TUPLE(nf->argv[1])->items : NULL;
    vv_ref none = VV_NONE(t);
    if (part == NULL || VV_TUPLE(nf->argv[1])->length != 4 || part[0]->type->s.call == NULL || !VV_ISA(part[1], TUPLE) ||
        (part[2] != none && !VV_ISA(part[2], DICT)))
        return vv_raise_step(t, VV_TypeError, "invalid partial state");
    if (VV_IS(t, part[1], TUPLE)) {
        nf->slot[0] = vv_newref(part[1]);
    } else {
        VV_AWAIT(nf, vv_do_tuple(t, VV_TUPLE(nf->argv[1])->items[1]));
        nf->slot[0] = vv_take_ret(t);
    }
    part = VV_TUPLE(nf->argv[1])->items;
    nf->slot[1] = part[2] == t->vm->none     ? vv_dict_new(t)
                  : VV_IS(t, part[2], DICT) ? vv_newref(part[2])
                                            : vv_dict_copy(t, part[2]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    partial *p = PARTIAL(nf->argv[0]);
    vv_setref_take(t, &p->function, vv_newref(part[0]));
    vv_setref_take(t, &p->args, vv_move(&nf->slot[0]));
    vv_setref_take(t, &p->keywords, vv_move(&nf->slot[1]));
    vv_setref_take(t, &p->dict, part[3] == t->vm->none ? NULL : vv_newref(part[3]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step partial_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

const vv_typespec vv_partial_spec = {
    .name = "partial",
    .module = "functools",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(partial),
    .size64 = 80,
    .dictoffset = offsetof(partial, dict),
    .weakoffset = offsetof(partial, weaklist),
    .doc = "partial(func, *args, **keywords) --> a callable that calls func with these arguments before those of the call.",
    .slots = &partial_slots,
    .methods = partial_methods,
    .getset = partial_getset,
    .members = partial_members,
    .dealloc = partial_dealloc,
    .traverse = partial_traverse,
    .clear = partial_clear,
};

/* ---- cmp_to_key ---- */

static vv_owned key_new(vv_thread *t, vv_ref compare, vv_ref object) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, CMP_KEY), sizeof(cmp_key));
    if (o == NULL)
        return NULL;
    KEY(o)->compare = vv_newref(compare);
    KEY(o)->object = vv_xnewref(object);
    vv_track(t, o);
    return o;
}

static void key_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, KEY(self)->compare);
    vv_xdecref(t, KEY(self)->object);
    vv_free_object(t, self);
}

static int key_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(KEY(self)->compare);
    VV_VISIT(KEY(self)->object);
    return 0;
}

static void key_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &KEY(self)->compare);
    vv_clearref(t, &KEY(self)->object);
}

static vv_owned functools_cmp_to_key(vv_thread *t, vv_obj *const *argv) {
    return key_new(t, argv[0], NULL);
}

static vv_step cmp_key_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *object;
    if (vv_parse_args(t, "K", "K(obj)", args, nargs, kwnames, &object) < 0)
        return VV_FAILED;
    return vv_return(t, key_new(t, KEY(self)->compare, object));
}

static vv_step key_compare_native(vv_thread *t, vv_native *nf) { /* argv: compare, a, b; slot[0]: answer, slot[1]: 0 */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call2(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_int_new(t, 0);
    VV_AWAIT(nf, vv_do_compare(t, nf->slot[0], nf->slot[1], (enum vv_cmp)nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step cmp_key_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_IS(t, b, CMP_KEY))
        return vv_raise_step(t, VV_TypeError, "other argument must be K instance");
    vv_obj *argv[] = {KEY(a)->compare, KEY(a)->object, KEY(b)->object};
    if (argv[1] == NULL || argv[2] == NULL)
        return vv_raise_step(t, VV_AttributeError, "object");
    vv_native *nf = vv_push_native(t, key_compare_native, "K", argv, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

const vv_typespec vv_cmp_key_spec = {
    .name = "KeyWrapper",
    .module = "functools",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(cmp_key),
    .size64 = 48,
    .slots = &cmp_key_slots,
    .members = cmp_key_members,
    .dealloc = key_dealloc,
    .traverse = key_traverse,
    .clear = key_clear,
};

/* ---- reduce ---- */

static vv_step functools_reduce(vv_thread *t, vv_native *nf) { /* slot[0]: iterator, slot[1]: total, slot[2]: item */
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[1]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "reduce() arg 2 must support iteration");
    }
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_xnewref(nf->argv[2]);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        if (nf->slot[1] == NULL) {
            nf->slot[1] = vv_take_ret(t);
            continue;
        }
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_call2(t, nf->argv[0], nf->slot[1], nf->slot[2]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    }
    if (nf->slot[1] == NULL)
        return vv_raise_step(t, VV_TypeError, "reduce() of empty iterable with no initial value");
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

vv_owned vv__functools_module(vv_thread *t);
vv_owned vv__functools_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_functools", "Tools for functions.", functools_methods)};
    for (int id = VV_T_PARTIAL; id <= VV_T_LRU_CACHE; id++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, id);
        if (type == NULL || (id != VV_T_CMP_KEY && /* nobody needs its name */
                             vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0))
            return NULL;
    }
    return vv_move(&module.o);
}
