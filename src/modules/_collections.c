/* _collections.c - module _collections: defaultdict, what Counter counts with, what namedtuple's names are. deque and
 * OrderedDict have files of their own.
 */
#include "modules/_collections.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/dict_keys.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct defaultdict {
    vv_dict dict;
    vv_obj *factory; /* owned or NULL */
} defaultdict;
#define DEFAULT(o) ((defaultdict *)(o))

typedef struct tuplegetter {
    vv_obj head;
    int64_t index;
    vv_obj *doc; /* owned or NULL */
} tuplegetter;
#define GETTER(o) ((tuplegetter *)(o))

#define VV_DEF_NAME collections
#define VV_DEF_FILE "modules/_collections.def"
#include "object/deftype.h"
#define VV_DEF_NAME defaultdict
#define VV_DEF_FILE "modules/_collections_defaultdict.def"
#include "object/deftype.h"
#define VV_DEF_NAME tuplegetter
#define VV_DEF_FILE "modules/_collections_tuplegetter.def"
#include "object/deftype.h"

/* ---- defaultdict ---- */

static vv_step defaultdict_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs > 0 && args[0] != t->vm->none && args[0]->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "first argument must be callable or None");
    vv_setref_take(t, &DEFAULT(self)->factory, nargs > 0 && args[0] != t->vm->none ? vv_newref(args[0]) : NULL);
    size_t skip = nargs > 0;
    return VV_TYPEP(t, DICT)->s.init(t, self, args + skip, nargs - skip, kwnames);
}

static void defaultdict_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &DEFAULT(self)->factory);
    vv_dict_keys_dealloc(t, self);
}

static int defaultdict_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(DEFAULT(self)->factory);
    return vv_dict_keys_traverse(self, visit, arg);
}

static void defaultdict_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &DEFAULT(self)->factory);
    vv_dict_keys_clear(t, self);
}

static vv_step defaultdict_missing(vv_thread *t, vv_native *nf) { /* argv: self, key; slot[0]: the new value */
    VV_BEGIN(nf);
    if (DEFAULT(nf->argv[0])->factory == NULL || DEFAULT(nf->argv[0])->factory == t->vm->none)
        return vv_raise_value(t, VV_KeyError, nf->argv[1]);
    nf->slot[1] = vv_newref(DEFAULT(nf->argv[0])->factory);
    VV_AWAIT(nf, vv_do_call0(t, nf->slot[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->argv[1], nf->slot[0]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step defaultdict_copy(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref factory = DEFAULT(nf->argv[0])->factory;
    VV_AWAIT(nf, vv_do_call2(t, &nf->argv[0]->type->head, factory != NULL ? factory : VV_NONE(t), nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step defaultdict_reduce(vv_thread *t, vv_native *nf) { /* slot[0]: iterator over the items */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, items), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    vv_ref factory = DEFAULT(nf->argv[0])->factory;
    vv_obj *args = factory == NULL || factory == VV_NONE(t) ? vv_tuple_new(t, 0) : vv_tuple_pack(t, 1, factory);
    return vv_return(t, vv_tuple_pack_take(t, 5, vv_newref(&nf->argv[0]->type->head), args, vv_none(t), vv_none(t),
                                           vv_move(&nf->slot[0])));
    VV_END(nf);
}

static vv_step defaultdict_repr_native(vv_thread *t, vv_native *nf) { /* slot[0]: the factory's text, slot[1]: the dict's */
    VV_BEGIN(nf);
    VV_AWAIT(nf, VV_TYPEP(t, DICT)->s.repr(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    if (DEFAULT(nf->argv[0])->factory == NULL) {
        nf->slot[0] = vv_str_from_cstr(t, "None");
    } else {
        int r = vv_repr_enter(t, DEFAULT(nf->argv[0])->factory);
        if (r < 0)
            return VV_FAILED;
        if (r > 0) {
            nf->slot[0] = vv_str_from_cstr(t, "...");
        } else {
            nf->slot[2] = vv_newref(DEFAULT(nf->argv[0])->factory);
            VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[2]));
            vv_repr_leave(t, nf->slot[2]);
            if (nf->raised)
                return VV_FAILED;
            nf->slot[0] = vv_take_ret(t);
        }
    }
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    return vv_return(t, vv_format(t, "%U(%U, %U)", nf->argv[0]->type->name, nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step defaultdict_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, defaultdict_repr_native, "defaultdict.__repr__", self);
}

static vv_step defaultdict_or_native(vv_thread *t, vv_native *nf) { /* argv: the defaultdict, left, right; slot[0]: result */
    VV_BEGIN(nf);
    vv_ref factory = DEFAULT(nf->argv[0])->factory;
    VV_AWAIT(nf, vv_do_call2(t, &nf->argv[0]->type->head, factory != NULL ? factory : VV_NONE(t), nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[0], DICT))
        return vv_raise_step(t, VV_TypeError, "'%T' object is not a dict", nf->slot[0]);
    VV_AWAIT(nf, vv_do_dict_merge(t, nf->slot[0], nf->argv[2], true));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step defaultdict_or(vv_thread *t, vv_ref a, vv_ref b) {
    bool first = vv_is_instance(a, VV_TYPEP(t, DEFAULTDICT));
    if (!VV_ISA(first ? b : a, DICT))
        return vv_return_not_implemented(t);
    return vv_start3(t, defaultdict_or_native, "defaultdict.__or__", first ? a : b, a, b);
}

static vv_step defaultdict_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

const vv_typespec vv_defaultdict_spec = {
    .name = "defaultdict",
    .module = "collections",
    .base = VV_T_DICT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(defaultdict),
    .size64 = 72,
    .size64_of = vv_dict_keys_sizeof,
    .doc = "defaultdict(default_factory=None, /, [...]) --> a dict that asks the factory for values of missing keys.",
    .slots = &defaultdict_slots,
    .methods = defaultdict_methods,
    .members = defaultdict_members,
    .dealloc = defaultdict_dealloc,
    .traverse = defaultdict_traverse,
    .clear = defaultdict_clear,
};

/* ---- names of a namedtuple ---- */

static vv_step tuplegetter_new(vv_thread *t, vv_native *nf) { /* argv: index, doc */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
        return VV_FAILED;
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, TUPLEGETTER), sizeof(tuplegetter));
    if (o == NULL)
        return VV_FAILED;
    GETTER(o)->index = nf->i[0];
    GETTER(o)->doc = vv_newref(nf->argv[1]);
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step tuplegetter_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type;
    if (vv_no_kwargs(t, "_tuplegetter", kwnames) < 0 || vv_check_nargs(t, "_tuplegetter", nargs, 2, 2) < 0)
        return VV_FAILED;
    return vv_start2(t, tuplegetter_new, "_tuplegetter", args[0], args[1]);
}

static void tuplegetter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, GETTER(self)->doc);
    vv_free_object(t, self);
}

static int tuplegetter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(GETTER(self)->doc);
    return 0;
}

static void tuplegetter_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &GETTER(self)->doc);
}

static vv_step tuplegetter_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL)
        return vv_return(t, vv_newref(self));
    if (!VV_ISA(object, TUPLE)) {
        if (object == VV_NONE(t))
            return vv_return(t, vv_newref(self));
        return vv_raise_step(t, VV_TypeError, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' object",
                             (long long)GETTER(self)->index, object);
    }
    if ((uint64_t)GETTER(self)->index >= VV_TUPLE(object)->length)
        return vv_raise_step(t, VV_IndexError, "tuple index out of range");
    return vv_return(t, vv_newref(VV_TUPLE(object)->items[GETTER(self)->index]));
}

static vv_step tuplegetter_set(vv_thread *t, vv_ref self, vv_ref object, vv_ref value) {
    (void)self, (void)object;
    return vv_raise_step(t, VV_AttributeError, value == NULL ? "can't delete attribute" : "can't set attribute");
}

static vv_step tuplegetter_repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, GETTER(nf->argv[0])->doc != NULL ? GETTER(nf->argv[0])->doc : t->vm->none));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "%U(%lld, %U)", nf->argv[0]->type->name, (long long)GETTER(nf->argv[0])->index, nf->slot[0]));
    VV_END(nf);
}

static vv_step tuplegetter_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, tuplegetter_repr_native, "_tuplegetter.__repr__", self);
}

static vv_owned tuplegetter_reduce(vv_thread *t, vv_obj *const *argv) {
    const tuplegetter *g = GETTER(argv[0]);
    return vv_tuple_pack_take(t, 2, vv_newref(&argv[0]->type->head),
                              vv_tuple_pack_take(t, 2, vv_int_new(t, g->index), vv_newref(g->doc != NULL ? g->doc : VV_NONE(t))));
}

const vv_typespec vv_tuplegetter_spec = {
    .name = "_tuplegetter",
    .module = "collections",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(tuplegetter),
    .size64 = 48,
    .slots = &tuplegetter_slots,
    .methods = tuplegetter_methods,
    .members = tuplegetter_members,
    .dealloc = tuplegetter_dealloc,
    .traverse = tuplegetter_traverse,
    .clear = tuplegetter_clear,
};

/* ---- counting ---- */

/* Are get and [] = of a mapping those of dict? */
static bool counts_as_dict(vv_thread *t, vv_ref mapping) {
    vv_type *dict = VV_TYPEP(t, DICT);
    return VV_ISA(mapping, DICT) && mapping->type->s.setitem == dict->s.setitem &&
           vv_type_lookup_peek(t, mapping->type, VV_N(t, get)) == vv_type_lookup_peek(t, dict, VV_N(t, get));
}

/* argv: mapping, iterable; slot: 0 iterator, 1 item, 2 count, 3 mapping.get, 4 zero, 5 one; i[0]: hash */
static vv_step collections_count_elements(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[4] = vv_int_new(t, 0);
    nf->slot[5] = vv_int_new(t, 1);
    nf->i[1] = counts_as_dict(t, nf->argv[0]);
    if (!nf->i[1]) {
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, get)));
        nf->slot[3] = vv_take_ret(t);
    }
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_none(t);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->i[1]) {
            VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->slot[1]));
            nf->i[0] = t->hash;
            vv_setref_take(t, &nf->slot[2],
                           vv_newref(t->ival < 0 ? (vv_ref)nf->slot[4] : vv_dict_value_at_peek(nf->argv[0], t->ival)));
        } else {
            VV_AWAIT(nf, vv_do_call2(t, nf->slot[3], nf->slot[1], nf->slot[4]));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        }
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[2], nf->slot[5], VV_ADD));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (nf->i[1])
            VV_AWAIT(nf, vv_dict_keys_set(t, nf->argv[0], nf->slot[1], nf->i[0], nf->slot[2]));
        else
            VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->slot[1], nf->slot[2]));
        vv_drop_ret(t);
    }
    VV_END(nf);
}

vv_owned vv__collections_module(vv_thread *t);
vv_owned vv__collections_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_collections", "Containers beyond list, dict, set and tuple.",
                                             collections_methods)};
    for (int id = VV_T_DEQUE_ITERATOR; id <= VV_T_ODICT_ITEMS; id++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, id);
        bool shown = id <= VV_T_ORDERED_DICT;
        if (type == NULL || (shown && vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0))
            return NULL;
    }
    return vv_move(&module.o);
}
