/* _abc.c - module _abc: what library module abc builds ABCMeta on. Every abstract base class has an object `_abc_impl` with
 * three sets of weak references to classes: those registered, and those that checks found to be subclasses, or not to be.
 * The last is good only as long as nobody registers anything anywhere: vm->abc_registrations counts that.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/weakref.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set_ops.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { REGISTRY, CACHE, NEGATIVE, SETS };
typedef struct abc_data {
    vv_obj head;
    vv_obj *set[SETS]; /* owned sets of weak references, NULL until something is put in */
    int64_t version;   /* vm->abc_registrations as of which the negative cache is good */
} abc_data;
#define DATA(o) ((abc_data *)(o))

#define VV_DEF_NAME abc
#define VV_DEF_FILE "modules/_abc.def"
#include "object/deftype.h"

/* ---- sets of weak references ---- */

static vv_step destroy_native(vv_thread *t, vv_native *nf) { /* argv: weak reference to the set, the dead one in it */
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(vv_weakref_get_peek(nf->argv[0]));
    if (nf->slot[0] == NULL)
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_set_discard(t, nf->slot[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}
static const vv_methoddef destroy_def = {"_destroy",          VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = destroy_native},
                                         "($self, ref, /)", NULL};

static vv_step has_native(vv_thread *t, vv_native *nf) { /* argv: set, weak reference */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_contains(t, nf->argv[0], nf->argv[1]));
    return vv_return_int(t, t->ival);
    VV_END(nf);
}

/* t->ival: is there a weak reference to o in the set (or NULL)? */
static vv_step do_has(vv_thread *t, vv_ref set_or_null, vv_ref o) {
    if (set_or_null == NULL || vv_set_length(set_or_null) == 0)
        return vv_return_int(t, 0);
    VV_AUTO ref = {t, vv_weakref_new(t, o, NULL)};
    if (ref.o == NULL) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t); /* what takes no weak references is in no set of them */
        return vv_return_int(t, 0);
    }
    int now = vv_set_contains_now(t, set_or_null, ref.o);
    if (now != VV_LATER)
        return now < 0 ? VV_FAILED : vv_return_int(t, now);
    return vv_start2(t, has_native, "_abc", set_or_null, ref.o);
}

static vv_step put_native(vv_thread *t, vv_native *nf) { /* argv: set, weak reference */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_add(t, nf->argv[0], nf->argv[1]));
    return vv_return_null(t);
    VV_END(nf);
}

/* Puts a weak reference to o into one of the sets, which it leaves when o dies. t->ret = NULL. */
static vv_step do_put(vv_thread *t, vv_ref data, int which, vv_ref o) {
    vv_obj **set = &DATA(data)->set[which];
    if (*set == NULL && (*set = vv_set_new(t)) == NULL)
        return VV_FAILED;
    VV_AUTO home = {t, vv_weakref_new(t, *set, NULL)};
    VV_AUTO callback = {t, home.o == NULL ? NULL : vv_builtin_new(t, &destroy_def, home.o, NULL, NULL)};
    VV_AUTO ref = {t, callback.o == NULL ? NULL : vv_weakref_new(t, o, callback.o)};
    return ref.o == NULL ? VV_FAILED : vv_start2(t, put_native, "_abc", *set, ref.o);
}

/* ---- the object _abc_impl ---- */

static vv_owned data_new(vv_thread *t) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_ABC_DATA);
    vv_obj *o = type == NULL ? NULL : vv_new_object(t, type, sizeof(abc_data));
    if (o == NULL)
        return NULL;
    DATA(o)->version = t->vm->abc_registrations;
    vv_track(t, o);
    return o;
}

static vv_step data_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return vv_return(t, data_new(t));
}

static int data_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (int k = 0; k < SETS; k++)
        VV_VISIT(DATA(self)->set[k]);
    return 0;
}

static void data_clear(vv_thread *t, vv_obj *self) {
    for (int k = 0; k < SETS; k++)
        vv_clearref(t, &DATA(self)->set[k]);
}

static void data_dealloc(vv_thread *t, vv_obj *self) {
    data_clear(t, self);
    vv_free_object(t, self);
}

static const vv_slots data_slots = {.new_ = data_create};

const vv_typespec vv_abc_data_spec = {
    .name = "_abc_data",
    .module = "_abc",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC,
    .basicsize = sizeof(abc_data),
    .size64 = 64,
    .doc = "What an abstract base class knows of its subclasses.",
    .slots = &data_slots,
    .dealloc = data_dealloc,
    .traverse = data_traverse,
    .clear = data_clear,
};

/* t->ret = self._abc_impl; argv[0]: self */
static vv_step impl_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, _abc_impl)));
    if (VV_IS(t, t->ret, ABC_DATA))
        return VV_READY;
    vv_drop_ret(t);
    return vv_raise_step(t, VV_TypeError, "_abc_impl is set to a wrong type");
    VV_END(nf);
}
static vv_step do_impl(vv_thread *t, vv_ref self) {
    return vv_type_ensure_peek(t, VV_T_ABC_DATA) == NULL ? VV_FAILED : vv_start1(t, impl_native, "_abc", self);
}

/* ---- abstract methods ---- */

/* argv: the set of names, a name, its value (NULL: self.name must be looked up), self. The name of an abstract method goes
 * into the set. slot[0]: value, slot[1]: its __isabstractmethod__ */
static vv_step collect_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        nf->slot[0] = vv_newref(nf->argv[2]);
    } else {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[3], nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        if (nf->slot[0] == NULL)
            return vv_return_null(t);
    }
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[0], VV_N(t, __isabstractmethod__)));
    nf->slot[1] = vv_take_ret(t);
    if (nf->slot[1] == NULL)
        return vv_return_null(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
    if (t->ival)
        VV_AWAIT(nf, vv_do_set_add(t, nf->argv[0], nf->argv[1]));
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step do_collect(vv_thread *t, vv_ref set, vv_ref name, vv_ref value_or_null, vv_ref self) {
    vv_obj *argv[] = {VV_OBJ(set), VV_OBJ(name), VV_OBJ(value_or_null), VV_OBJ(self)};
    return vv_push_native(t, collect_native, "_abc", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

/* self.__abstractmethods__ = those of its own namespace and those of its bases that it does not make concrete.
 * argv[0]: self; slot[0]: the set, slot[1]: items of the namespace, then bases, slot[2]: a pair, then the names of a base,
 * slot[3]: a name; i[0]: place in slot[1] */
static vv_step abstracts_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_set_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __dict__)));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[1], VV_N(t, items), NULL, 0));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_list(t, nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    for (; (size_t)nf->i[0] < VV_LIST(nf->slot[1])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_tuple(t, VV_LIST(nf->slot[1])->items[nf->i[0]]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (VV_TUPLE(nf->slot[2])->length != 2)
            return vv_raise_step(t, VV_TypeError, "items() of a class's __dict__ must give pairs");
        VV_AWAIT(nf, do_collect(t, nf->slot[0], VV_TUPLE(nf->slot[2])->items[0], VV_TUPLE(nf->slot[2])->items[1], nf->argv[0]));
    }
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __bases__)));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    if (!VV_ISA(nf->slot[1], TUPLE))
        return vv_raise_step(t, VV_TypeError, "__bases__ is not tuple");
    for (nf->i[0] = 0; (size_t)nf->i[0] < VV_TUPLE(nf->slot[1])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, VV_TUPLE(nf->slot[1])->items[nf->i[0]], VV_N(t, __abstractmethods__)));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (nf->slot[2] == NULL)
            continue;
        VV_AWAIT(nf, vv_do_iter(t, nf->slot[2]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        for (;;) {
            VV_AWAIT(nf, vv_do_next(t, nf->slot[2]));
            vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
            if (nf->slot[3] == NULL)
                break;
            VV_AWAIT(nf, do_collect(t, nf->slot[0], nf->slot[3], NULL, nf->argv[0]));
        }
    }
    vv_setref_take(t, &nf->slot[0], vv_set_copy(t, VV_TYPEP(t, FROZENSET), nf->slot[0]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], VV_N(t, __abstractmethods__), nf->slot[0]));
    return vv_return_null(t);
    VV_END(nf);
}

/* ---- the functions ---- */

/* CPython's bits of tp_flags in `__abc_tpflags__`. */
enum { CPYTHON_SEQUENCE = 1 << 5, CPYTHON_MAPPING = 1 << 6, COLLECTION = VV_TF_SEQUENCE | VV_TF_MAPPING };

/* What `__abc_tpflags__` of a class body says goes into the flags of the class. 0/-1. */
static int take_flags(vv_thread *t, vv_type *type) {
    vv_ref flags = vv_dict_get_str_peek(type->dict, VV_N(t, __abc_tpflags__));
    int64_t bits;
    if (flags == NULL || !VV_IS(t, flags, INT))
        return 0;
    if (vv_int_as_i64(t, flags, &bits) < 0)
        return -1;
    if ((bits & CPYTHON_SEQUENCE) != 0 && (bits & CPYTHON_MAPPING) != 0)
        return vv_raise_int(t, VV_TypeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    type->flags |= (bits & CPYTHON_SEQUENCE) != 0 ? VV_TF_SEQUENCE : (bits & CPYTHON_MAPPING) != 0 ? VV_TF_MAPPING : 0;
    return vv_dict_del_str(t, type->dict, VV_N(t, __abc_tpflags__)) < 0 ? -1 : 0;
}

static vv_step abc_init(vv_thread *t, vv_native *nf) { /* argv: self; slot[0]: its new _abc_impl */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start1(t, abstracts_native, "_abc_init", nf->argv[0]));
    nf->slot[0] = data_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], VV_N(t, _abc_impl), nf->slot[0]));
    if (VV_ISA(nf->argv[0], TYPE) && take_flags(t, VV_AS_TYPE(nf->argv[0])) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step abc_register(vv_thread *t, vv_native *nf) { /* argv: self, subclass; slot[0]: _abc_impl */
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], TYPE))
        return vv_raise_step(t, VV_TypeError, "Can only register classes");
    VV_AWAIT(nf, vv_do_issubclass(t, nf->argv[1], nf->argv[0]));
    if (t->ival) /* already */
        return vv_return(t, vv_newref(nf->argv[1]));
    VV_AWAIT(nf, vv_do_issubclass(t, nf->argv[0], nf->argv[1]));
    if (t->ival)
        return vv_raise_step(t, VV_RuntimeError, "Refusing to create an inheritance cycle");
    VV_AWAIT(nf, do_impl(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, do_put(t, nf->slot[0], REGISTRY, nf->argv[1]));
    t->vm->abc_registrations++;
    if (VV_ISA(nf->argv[0], TYPE) && (VV_AS_TYPE(nf->argv[0])->flags & COLLECTION) != 0)
        vv_type_set_collection(t, VV_AS_TYPE(nf->argv[1]), VV_AS_TYPE(nf->argv[0])->flags & COLLECTION);
    return vv_return(t, vv_newref(nf->argv[1]));
    VV_END(nf);
}

/* argv: self, instance; slot[0]: _abc_impl, slot[1]: instance.__class__, slot[2]: the answer, slot[3]: type(instance) */
static vv_step abc_instancecheck(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_impl(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[1], VV_N(t, __class__)));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, do_has(t, DATA(nf->slot[0])->set[CACHE], nf->slot[1]));
    if (t->ival)
        return vv_return(t, vv_bool(t, true));
    nf->slot[3] = vv_newref(&nf->argv[1]->type->head);
    if (nf->slot[3] == nf->slot[1] && DATA(nf->slot[0])->version == t->vm->abc_registrations) {
        VV_AWAIT(nf, do_has(t, DATA(nf->slot[0])->set[NEGATIVE], nf->slot[1]));
        if (t->ival)
            return vv_return(t, vv_bool(t, false));
    }
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __subclasscheck__), &nf->slot[1], 1));
    if (nf->slot[3] == nf->slot[1])
        return VV_READY;
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[2]));
    if (t->ival)
        return vv_return(t, vv_move(&nf->slot[2]));
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __subclasscheck__), &nf->slot[3], 1));
    return VV_READY;
    VV_END(nf);
}

/* The classes that are alive in a set of weak references, as a list. */
static vv_owned alive(vv_thread *t, vv_ref set_or_null) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    size_t pos = 0;
    vv_ref key;
    vv_hash hash;
    while (list.o != NULL && set_or_null != NULL && vv_set_next(set_or_null, &pos, &key, &hash)) {
        vv_ref cls = vv_weakref_get_peek(key);
        if (cls != NULL && vv_list_append(t, list.o, cls) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

/* argv: self, subclass; slot[0]: _abc_impl, slot[1]: the hook's answer, then classes asked; i[0]: place there, i[1]: which set
 * the answer goes into, i[2]: 0 the registered classes, 1 the subclasses of self */
static vv_step abc_subclasscheck(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], TYPE))
        return vv_raise_step(t, VV_TypeError, "issubclass() arg 1 must be a class");
    VV_AWAIT(nf, do_impl(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, do_has(t, DATA(nf->slot[0])->set[CACHE], nf->argv[1]));
    if (t->ival)
        return vv_return(t, vv_bool(t, true));
    if (DATA(nf->slot[0])->version < t->vm->abc_registrations) {
        if (DATA(nf->slot[0])->set[NEGATIVE] != NULL)
            vv_set_clear(t, DATA(nf->slot[0])->set[NEGATIVE]);
        DATA(nf->slot[0])->version = t->vm->abc_registrations;
    } else {
        VV_AWAIT(nf, do_has(t, DATA(nf->slot[0])->set[NEGATIVE], nf->argv[1]));
        if (t->ival)
            return vv_return(t, vv_bool(t, false));
    }
    nf->i[1] = CACHE;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __subclasshook__), &nf->argv[1], 1));
    nf->slot[1] = vv_take_ret(t);
    if (nf->slot[1] == VV_TRUE(t))
        goto answer;
    if (nf->slot[1] == VV_FALSE(t)) {
        nf->i[1] = NEGATIVE;
        goto answer;
    }
    if (nf->slot[1] != t->vm->not_implemented)
        return vv_raise_step(t, VV_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    if (VV_ISA(nf->argv[0], TYPE) && vv_type_is_subtype(VV_AS_TYPE(nf->argv[1]), VV_AS_TYPE(nf->argv[0])))
        goto answer;
    VV_AWAIT(nf, do_has(t, DATA(nf->slot[0])->set[REGISTRY], nf->argv[1]));
    if (t->ival)
        return vv_return(t, vv_bool(t, true));
    vv_setref_take(t, &nf->slot[1], alive(t, DATA(nf->slot[0])->set[REGISTRY]));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (;;) {
        for (nf->i[0] = 0; (size_t)nf->i[0] < VV_LIST(nf->slot[1])->length; nf->i[0]++) {
            vv_setref_take(t, &nf->slot[2], vv_newref(VV_LIST(nf->slot[1])->items[nf->i[0]]));
            VV_AWAIT(nf, vv_do_issubclass(t, nf->argv[1], nf->slot[2]));
            if (t->ival)
                goto answer;
        }
        if (nf->i[2]++ > 0)
            break;
        VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __subclasses__), NULL, 0));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (!VV_ISA(nf->slot[1], LIST))
            return vv_raise_step(t, VV_TypeError, "__subclasses__() must return a list");
    }
    nf->i[1] = NEGATIVE;
answer:
    VV_AWAIT(nf, do_put(t, nf->slot[0], (int)nf->i[1], nf->argv[1]));
    return vv_return(t, vv_bool(t, nf->i[1] == CACHE));
    VV_END(nf);
}

static vv_step abc_get_dump(vv_thread *t, vv_native *nf) { /* slot[0]: _abc_impl, from slot[1] on: the copies */
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_impl(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    for (int k = 0; k < SETS; k++) {
        vv_ref set = DATA(nf->slot[0])->set[k];
        nf->slot[1 + k] = set == NULL ? vv_set_new(t) : vv_set_copy(t, VV_TYPEP(t, SET), set);
        if (nf->slot[1 + k] == NULL)
            return VV_FAILED;
    }
    nf->slot[4] = vv_int_new(t, DATA(nf->slot[0])->version);
    if (nf->slot[4] == NULL)
        return VV_FAILED;
    return vv_return(t, vv_tuple_from_array(t, nf->slot + 1, 4));
    VV_END(nf);
}

static void forget(vv_thread *t, vv_ref data, int which) {
    if (DATA(data)->set[which] != NULL)
        vv_set_clear(t, DATA(data)->set[which]);
}

static vv_step abc_reset_registry(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_impl(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    forget(t, nf->slot[0], REGISTRY);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step abc_reset_caches(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_impl(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    forget(t, nf->slot[0], CACHE);
    forget(t, nf->slot[0], NEGATIVE);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned abc_get_cache_token(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->abc_registrations);
}

vv_owned vv__abc_module(vv_thread *t);
vv_owned vv__abc_module(vv_thread *t) {
    return vv_module_from_defs(t, "_abc", "What module abc is made with.", abc_methods);
}
