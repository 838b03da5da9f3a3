/* weakref.c - weakref.ref and the two proxy types.
 *
 * Invariant: an object's list begins with its shared plain reference, then its shared proxy, each if it exists; those
 * with callbacks and of subclasses follow, newest first. The list holds no counts; a reference that dies leaves it.
 */
#include "object/weakref.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/finalize.h"
#include "object/gc.h"
#include "object/intern.h"
#include "object/slotdefs.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/str.h"
#include "types/tuple.h"

#define WEAKREF(o) ((vv_weakref *)(o))

static bool is_shared(vv_thread *t, const vv_weakref *w, int type_id) {
    return w != NULL && w->callback == NULL && w->head.type == t->vm->types[type_id];
}

static bool is_shared_proxy(vv_thread *t, const vv_weakref *w) {
    return is_shared(t, w, VV_T_WEAKPROXY) || is_shared(t, w, VV_T_WEAKCALLABLEPROXY);
}

static void unlink_ref(vv_weakref *w) {
    if (w->target == NULL)
        return;
    if (w->prev != NULL)
        w->prev->next = w->next;
    else
        *vv_weak_slot(w->target) = (vv_obj *)w->next;
    if (w->next != NULL)
        w->next->prev = w->prev;
    w->prev = w->next = NULL;
    w->target = NULL;
}

static void insert_after(vv_weakref *w, vv_weakref *previous, vv_obj **list) {
    w->prev = previous;
    w->next = previous != NULL ? previous->next : (vv_weakref *)*list;
    if (w->next != NULL)
        w->next->prev = w;
    if (previous != NULL)
        previous->next = w;
    else
        *list = &w->head;
}

static vv_owned new_ref(vv_thread *t, vv_type *type, vv_ref target, vv_ref callback) {
    vv_obj **list = vv_weak_slot(target);
    if (list == NULL)
        return vv_raise(t, VV_TypeError, "cannot create weak reference to '%T' object", target);
    if (callback == VV_NONE(t))
        callback = NULL;
    bool plain = callback == NULL && type == VV_TYPEP(t, WEAKREF);
    bool proxy = callback == NULL && type != VV_TYPEP(t, WEAKREF) && (type->flags & VV_TF_HEAP) == 0;
    vv_weakref *first = (vv_weakref *)*list;
    vv_weakref *shared_ref = is_shared(t, first, VV_T_WEAKREF) ? first : NULL;
    vv_weakref *second = shared_ref != NULL ? shared_ref->next : first;
    vv_weakref *shared_proxy = is_shared_proxy(t, second) ? second : NULL;
    if (plain && shared_ref != NULL)
        return vv_newref(&shared_ref->head);
    if (proxy && shared_proxy != NULL)
        return vv_newref(&shared_proxy->head);
    vv_weakref *w = WEAKREF(vv_new_object(t, type, type->basicsize));
    if (w == NULL)
        return NULL;
    w->target = VV_OBJ(target);
    w->callback = vv_xnewref(callback);
    w->hash = -1;
    insert_after(w, plain ? NULL : proxy ? shared_ref : shared_proxy != NULL ? shared_proxy : shared_ref, list);
    vv_track(t, &w->head);
    return &w->head;
}

vv_owned vv_weakref_new(vv_thread *t, vv_ref o, vv_ref callback_or_null) {
    return new_ref(t, VV_TYPEP(t, WEAKREF), o, callback_or_null);
}

vv_owned vv_weakref_proxy_new(vv_thread *t, vv_ref o, vv_ref callback_or_null) {
    return new_ref(t, o->type->s.call != NULL ? VV_TYPEP(t, WEAKCALLABLEPROXY) : VV_TYPEP(t, WEAKPROXY), o,
                   callback_or_null);
}

vv_ref vv_weakref_get_peek(vv_ref weakref) {
    vv_obj *target = WEAKREF(weakref)->target;
    return target != NULL && target->refcnt > 0 ? target : NULL;
}

size_t vv_weakref_count(vv_ref o) {
    vv_obj **list = vv_weak_slot(o);
    size_t n = 0;
    for (vv_weakref *w = list == NULL ? NULL : (vv_weakref *)*list; w != NULL; w = w->next)
        n++;
    return n;
}

void vv_weakref_clear_all(vv_thread *t, vv_obj *o) {
    vv_obj **list = vv_weak_slot(o);
    while (list != NULL && *list != NULL) {
        vv_weakref *w = (vv_weakref *)*list;
        unlink_ref(w);
        vv_obj *callback = vv_move(&w->callback);
        if (callback == NULL)
            continue;
        if (w->head.refcnt > 0)
            vv_finalize_push_take(t, VV_PENDING_CALLBACK, vv_newref(&w->head), callback);
        else
            vv_decref(t, callback);
    }
}

void vv_weakref_clear_garbage(vv_thread *t, vv_obj *o) {
    vv_obj **list = vv_weak_slot(o);
    while (list != NULL && *list != NULL) {
        vv_weakref *w = (vv_weakref *)*list;
        unlink_ref(w);
        if (w->callback != NULL && (VV_GC_HEAD(&w->head)->prev & VV_GC_COLLECTING) == 0)
            vv_finalize_push_take(t, VV_PENDING_CALLBACK, vv_newref(&w->head), vv_move(&w->callback));
    }
}

/* ---- weakref.ref ---- */

static vv_step weakref_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)kwnames;
    if (vv_check_nargs(t, "__new__", nargs, 1, 2) < 0)
        return VV_FAILED;
    return vv_return(t, new_ref(t, VV_AS_TYPE(cls), args[0], nargs > 1 ? args[1] : NULL));
}

static vv_step weakref_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)self;
    (void)args;
    if (vv_no_kwargs(t, "ref", kwnames) < 0 || vv_check_nargs(t, "__init__", nargs, 1, 2) < 0)
        return VV_FAILED;
    return vv_return_null(t);
}

static vv_step weakref_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    if (vv_no_kwargs(t, "weakref", kwnames) < 0 || vv_check_nargs(t, "weakref", nargs, 0, 0) < 0)
        return VV_FAILED;
    vv_ref target = vv_weakref_get_peek(self);
    return vv_return(t, target == NULL ? vv_none(t) : vv_newref(target));
}

static vv_step weakref_repr(vv_thread *t, vv_ref self) {
    vv_ref target = vv_weakref_get_peek(self);
    if (target == NULL)
        return vv_return(t, vv_format(t, "<weakref at %p; dead>", (const void *)self));
    vv_ref name = VV_IS(t, target, TYPE) ? VV_AS_TYPE(target)->name : vv_instance_get_peek(target, VV_N(t, __name__));
    if (name == NULL || !VV_ISA(name, STR))
        return vv_return(
            t, vv_format(t, "<weakref at %p; to '%T' at %p>", (const void *)self, target, (const void *)target));
    return vv_return(
        t, vv_format(t, "<weakref at %p; to '%T' at %p (%U)>", (const void *)self, target, (const void *)target, name));
}

static vv_step hash_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(WEAKREF(nf->argv[0])->target);
    VV_AWAIT(nf, vv_do_hash(t, nf->slot[0]));
    WEAKREF(nf->argv[0])->hash = t->ival;
    return VV_READY;
    VV_END(nf);
}

static vv_step weakref_hash(vv_thread *t, vv_ref self) {
    if (WEAKREF(self)->hash != -1)
        return vv_return_int(t, WEAKREF(self)->hash);
    if (vv_weakref_get_peek(self) == NULL)
        return vv_raise_step(t, VV_TypeError, "weak object has gone away");
    return vv_start1(t, hash_resume, "__hash__", self);
}

static vv_step weakref_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    const vv_type *type = VV_TYPEP(t, WEAKREF);
    if ((op != VV_EQ && op != VV_NE) || !vv_is_instance(a, type) || !vv_is_instance(b, type))
        return vv_return_not_implemented(t);
    vv_ref x = vv_weakref_get_peek(a), y = vv_weakref_get_peek(b);
    if (x == NULL || y == NULL)
        return vv_return(t, vv_bool(t, (a == b) == (op == VV_EQ)));
    return vv_do_compare(t, x, y, (enum vv_cmp)op);
}

static vv_owned get_callback(vv_thread *t, vv_ref self) {
    return WEAKREF(self)->callback == NULL ? vv_none(t) : vv_newref(WEAKREF(self)->callback);
}

static void weakref_clear(vv_thread *t, vv_obj *self) {
    unlink_ref(WEAKREF(self));
    vv_clearref(t, &WEAKREF(self)->callback);
}
static void weakref_dealloc(vv_thread *t, vv_obj *self) {
    weakref_clear(t, self);
    vv_free_object(t, self);
}
static int weakref_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(WEAKREF(self)->callback);
    return 0;
}

static int set_callback(vv_thread *t, vv_ref self, vv_ref value) {
    (void)self;
    (void)value;
    return vv_raise_int(t, VV_AttributeError, "readonly attribute");
}
static const vv_getsetdef weakref_getset[] = {{"__callback__", get_callback, set_callback, NULL}, {NULL, NULL, NULL, NULL}};
static const vv_slots weakref_slots = {.repr = weakref_repr,
                                       .hash = weakref_hash,
                                       .compare = weakref_compare,
                                       .call = weakref_call,
                                       .new_ = weakref_create,
                                       .init = weakref_init};
const vv_typespec vv_weakref_spec = {
    .name = "ReferenceType",
    .module = "weakref",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_weakref),
    .size64 = 80,
    .slots = &weakref_slots,
    .getset = weakref_getset,
    .dealloc = weakref_dealloc,
    .traverse = weakref_traverse,
    .clear = weakref_clear,
};

/* ---- proxies: every operation is the referent's, which is held while it runs ---- */

static vv_ref unwrap(vv_thread *t, vv_ref o) {
    if (!VV_IS(t, o, WEAKPROXY) && !VV_IS(t, o, WEAKCALLABLEPROXY))
        return o;
    vv_ref target = vv_weakref_get_peek(o);
    if (target == NULL)
        vv_raise(t, VV_ReferenceError, "weakly-referenced object no longer exists");
    return target;
}

/* argv: operands, proxies replaced by what they stand for; i[0]: which operation; i[1]: its number. */
enum proxy_op {
    P_GETATTR,
    P_SETATTR,
    P_DELATTR,
    P_STR,
    P_COMPARE,
    P_BINARY,
    P_UNARY,
    P_LEN,
    P_TRUTH,
    P_GETITEM,
    P_SETITEM,
    P_DELITEM,
    P_CONTAINS,
    P_ITER,
    P_NEXT,
    P_ABS,
    P_INT,
    P_FLOAT,
    P_INDEX,
    P_BUILTIN, /* a function of builtins: divmod or pow */
};
static vv_step proxy_do(vv_thread *t, vv_native *nf) {
    vv_obj *const *a = nf->argv;
    switch ((enum proxy_op)nf->i[0]) {
    case P_GETATTR: return vv_do_getattr(t, a[0], a[1]);
    case P_SETATTR: return vv_do_setattr(t, a[0], a[1], a[2]);
    case P_DELATTR: return vv_do_delattr(t, a[0], a[1]);
    case P_STR: return vv_do_str(t, a[0]);
    case P_COMPARE: return vv_do_compare(t, a[0], a[1], (enum vv_cmp)nf->i[1]);
    case P_BINARY: return vv_do_binary(t, a[0], a[1], (int)nf->i[1]);
    case P_UNARY: return vv_do_unary(t, a[0], (enum vv_unop)nf->i[1]);
    case P_LEN: return vv_do_len(t, a[0]);
    case P_TRUTH: return vv_do_truth(t, a[0]);
    case P_GETITEM: return vv_do_getitem(t, a[0], a[1]);
    case P_SETITEM: return vv_do_setitem(t, a[0], a[1], a[2]);
    case P_DELITEM: return vv_do_delitem(t, a[0], a[1]);
    case P_CONTAINS: return vv_do_contains(t, a[0], a[1]);
    case P_ITER: return vv_do_iter(t, a[0]);
    case P_NEXT: return vv_do_next(t, a[0]);
    case P_ABS:
        return a[0]->type->s.abs != NULL ? a[0]->type->s.abs(t, a[0])
                                         : vv_raise_step(t, VV_TypeError, "bad operand type for abs(): '%T'", a[0]);
    case P_INT: return vv_do_int(t, a[0]);
    case P_FLOAT: return vv_do_float(t, a[0]);
    case P_INDEX: return vv_do_index(t, a[0]);
    case P_BUILTIN: {
        VV_AUTO name = {t, vv_intern_cstr(t, nf->i[1] == 0 ? "divmod" : "pow")};
        vv_ref function = name.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->builtins, name.o);
        if (function == NULL)
            return t->exc != NULL ? VV_FAILED : vv_raise_step(t, VV_RuntimeError, "builtins has lost a function");
        return vv_do_call(t, function, a, a[1] == NULL ? 1 : a[2] == NULL ? 2 : 3);
    }
    }
    VV_UNREACHABLE();
}

static vv_step proxy_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, proxy_do(t, nf));
    return VV_READY;
    VV_END(nf);
}

static vv_step proxy(vv_thread *t, enum proxy_op op, int number, size_t n, vv_ref a, vv_ref b, vv_ref c) {
    vv_obj *argv[3] = {VV_OBJ(unwrap(t, a)), NULL, VV_OBJ(c)};
    if (argv[0] == NULL || (b != NULL && (argv[1] = VV_OBJ(unwrap(t, b))) == NULL))
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, proxy_resume, "weakproxy", argv, n);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    nf->i[1] = number;
    return VV_PUSHED;
}

static vv_step proxy_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    return proxy(t, P_GETATTR, 0, 2, self, name, NULL);
}
static vv_step proxy_setattr(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    return value == NULL ? proxy(t, P_DELATTR, 0, 2, self, name, NULL) : proxy(t, P_SETATTR, 0, 3, self, name, value);
}
static vv_step proxy_repr(vv_thread *t, vv_ref self) {
    vv_ref target = vv_weakref_get_peek(self);
    if (target == NULL)
        return vv_return(
            t, vv_format(t, "<weakproxy at %p to NoneType at %p>", (const void *)self, (const void *)t->vm->none));
    return vv_return(t,
                     vv_format(t, "<weakproxy at %p to %T at %p>", (const void *)self, target, (const void *)target));
}
static vv_step proxy_str(vv_thread *t, vv_ref self) {
    return proxy(t, P_STR, 0, 1, self, NULL, NULL);
}
static vv_step proxy_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    return proxy(t, P_COMPARE, op, 2, a, b, NULL);
}
static vv_step proxy_len(vv_thread *t, vv_ref self) {
    return proxy(t, P_LEN, 0, 1, self, NULL, NULL);
}
static vv_step proxy_bool(vv_thread *t, vv_ref self) {
    return proxy(t, P_TRUTH, 0, 1, self, NULL, NULL);
}
static vv_step proxy_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    return proxy(t, P_GETITEM, 0, 2, self, key, NULL);
}
static vv_step proxy_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    return value == NULL ? proxy(t, P_DELITEM, 0, 2, self, key, NULL) : proxy(t, P_SETITEM, 0, 3, self, key, value);
}
static vv_step proxy_contains(vv_thread *t, vv_ref self, vv_ref item) {
    return proxy(t, P_CONTAINS, 0, 2, self, item, NULL);
}
static vv_step proxy_iter(vv_thread *t, vv_ref self) {
    return proxy(t, P_ITER, 0, 1, self, NULL, NULL);
}
static vv_step proxy_next(vv_thread *t, vv_ref self) {
    vv_ref target = unwrap(t, self);
    if (target == NULL)
        return VV_FAILED;
    if (target->type->s.next == NULL)
        return vv_raise_step(t, VV_TypeError, "Weakref proxy referenced a non-iterator '%T' object", target);
    return proxy(t, P_NEXT, 0, 1, self, NULL, NULL);
}
static vv_step proxy_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_ref target = unwrap(t, self);
    return target == NULL ? VV_FAILED : vv_do_call_kw(t, target, args, nargs, kwnames);
}
#define PROXY_BINARY(name, op)                                                                                         \
    static vv_step proxy_##name(vv_thread *t, vv_ref a, vv_ref b) {                                                    \
        return proxy(t, P_BINARY, op, 2, a, b, NULL);                                                                  \
    }
#define PROXY_UNARY(name, op)                                                                                          \
    static vv_step proxy_##name(vv_thread *t, vv_ref a) {                                                              \
        return proxy(t, P_UNARY, op, 1, a, NULL, NULL);                                                                \
    }
static vv_step proxy_abs(vv_thread *t, vv_ref self) {
    return proxy(t, P_ABS, 0, 1, self, NULL, NULL);
}
static vv_step proxy_int(vv_thread *t, vv_ref self) {
    return proxy(t, P_INT, 0, 1, self, NULL, NULL);
}
static vv_step proxy_float(vv_thread *t, vv_ref self) {
    return proxy(t, P_FLOAT, 0, 1, self, NULL, NULL);
}
static vv_step proxy_index(vv_thread *t, vv_ref self) {
    return proxy(t, P_INDEX, 0, 1, self, NULL, NULL);
}
static vv_step proxy_divmod(vv_thread *t, vv_ref a, vv_ref b) {
    return proxy(t, P_BUILTIN, 0, 3, a, b, NULL);
}
static vv_step proxy_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref c) {
    if (c == NULL || c == t->vm->none)
        return proxy(t, P_BINARY, VV_POW, 2, a, b, NULL);
    vv_ref target = unwrap(t, c);
    return target == NULL ? VV_FAILED : proxy(t, P_BUILTIN, 1, 3, a, b, target);
}
static vv_step proxy_special(vv_thread *t, vv_native *nf, const char *method) {
    vv_ref target = unwrap(t, nf->argv[0]);
    if (target == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[0], vv_newref(target));
    VV_AUTO name = {t, vv_intern_cstr(t, method)};
    return name.o == NULL ? VV_FAILED : vv_do_call_method(t, nf->slot[0], name.o, NULL, 0);
}
static vv_step proxy_bytes(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, proxy_special(t, nf, "__bytes__"));
    return VV_READY;
    VV_END(nf);
}
static vv_step proxy_reversed(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, proxy_special(t, nf, "__reversed__"));
    return VV_READY;
    VV_END(nf);
}
static const vv_methoddef proxy_methods[] = {
    {"__bytes__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = proxy_bytes}, "-__bytes__($self, /)", NULL},
    {"__reversed__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = proxy_reversed}, "-__reversed__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
PROXY_BINARY(add, VV_ADD)
PROXY_BINARY(sub, VV_SUB)
PROXY_BINARY(mul, VV_MUL)
PROXY_BINARY(mod, VV_MOD)
PROXY_BINARY(floordiv, VV_FLOORDIV)
PROXY_BINARY(truediv, VV_TRUEDIV)
PROXY_BINARY(lshift, VV_LSHIFT)
PROXY_BINARY(rshift, VV_RSHIFT)
PROXY_BINARY(and, VV_AND)
PROXY_BINARY(or, VV_OR)
PROXY_BINARY(xor, VV_XOR)
PROXY_BINARY(matmul, VV_MATMUL)
PROXY_BINARY(iadd, VV_INPLACE + VV_ADD)
PROXY_BINARY(isub, VV_INPLACE + VV_SUB)
PROXY_BINARY(imul, VV_INPLACE + VV_MUL)
PROXY_BINARY(imod, VV_INPLACE + VV_MOD)
PROXY_BINARY(ifloordiv, VV_INPLACE + VV_FLOORDIV)
PROXY_BINARY(itruediv, VV_INPLACE + VV_TRUEDIV)
PROXY_BINARY(ilshift, VV_INPLACE + VV_LSHIFT)
PROXY_BINARY(irshift, VV_INPLACE + VV_RSHIFT)
PROXY_BINARY(iand, VV_INPLACE + VV_AND)
PROXY_BINARY(ior, VV_INPLACE + VV_OR)
PROXY_BINARY(ixor, VV_INPLACE + VV_XOR)
PROXY_BINARY(imatmul, VV_INPLACE + VV_MATMUL)
PROXY_UNARY(neg, VV_NEG)
PROXY_UNARY(pos, VV_POS)
PROXY_UNARY(invert, VV_INVERT)

#define PROXY_SLOTS                                                                                                    \
    .getattr = proxy_getattr, .setattr = proxy_setattr, .repr = proxy_repr, .str = proxy_str,                          \
    .compare = proxy_compare, .hash = vv_hash_unhashable, .len = proxy_len, .bool_ = proxy_bool,                       \
    .getitem = proxy_getitem, .setitem = proxy_setitem, .contains = proxy_contains, .iter = proxy_iter,                \
    .next = proxy_next, .add = proxy_add, .sub = proxy_sub, .mul = proxy_mul, .mod = proxy_mod,                        \
    .floordiv = proxy_floordiv, .truediv = proxy_truediv, .lshift = proxy_lshift, .rshift = proxy_rshift,              \
    .and_ = proxy_and, .or_ = proxy_or, .xor = proxy_xor, .matmul = proxy_matmul, .neg = proxy_neg, .pos = proxy_pos,  \
    .invert = proxy_invert, .abs = proxy_abs, .int_ = proxy_int, .float_ = proxy_float, .index = proxy_index,          \
    .divmod = proxy_divmod, .pow = proxy_pow,                                                                          \
    .iadd = proxy_iadd, .isub = proxy_isub, .imul = proxy_imul, .imod = proxy_imod, .ifloordiv = proxy_ifloordiv, .itruediv = proxy_itruediv,   \
    .ilshift = proxy_ilshift, .irshift = proxy_irshift, .iand = proxy_iand, .ior = proxy_ior, .ixor = proxy_ixor, .imatmul = proxy_imatmul
static const vv_slots weakproxy_slots = {PROXY_SLOTS};
static const vv_slots weakcallableproxy_slots = {PROXY_SLOTS, .call = proxy_call};
const vv_typespec vv_weakproxy_spec = {
    .name = "ProxyType",
    .module = "weakref",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_weakref),
    .size64 = 80,
    .slots = &weakproxy_slots,
    .methods = proxy_methods,
    .dealloc = weakref_dealloc,
    .traverse = weakref_traverse,
    .clear = weakref_clear,
};
const vv_typespec vv_weakcallableproxy_spec = {
    .name = "CallableProxyType",
    .module = "weakref",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_weakref),
    .size64 = 80,
    .slots = &weakcallableproxy_slots,
    .dealloc = weakref_dealloc,
    .traverse = weakref_traverse,
    .clear = weakref_clear,
};
