/* mappingproxy.c - a read-only view of a mapping: what cls.__dict__ and types.MappingProxyType give. Every question is
 * passed on to the mapping. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/function.h"
#include "types/str.h"

typedef struct vv_mappingproxy {
    vv_obj head;
    vv_obj *mapping; /* owned */
} vv_mappingproxy;
#define MAPPING(o) (((vv_mappingproxy *)(o))->mapping)

#define VV_DEF_NAME mappingproxy
#define VV_DEF_FILE "types/mappingproxy.def"
#include "object/deftype.h"

vv_owned vv_mappingproxy_new(vv_thread *t, vv_ref mapping) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, MAPPINGPROXY), sizeof(vv_mappingproxy));
    if (o == NULL)
        return NULL;
    MAPPING(o) = vv_newref(mapping);
    vv_track(t, o);
    return o;
}

static vv_step mappingproxy_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *mapping;
    (void)type; /* it cannot be subclassed */
    if (vv_parse_args(t, "mappingproxy", "mappingproxy(mapping)", args, nargs, kwnames, &mapping) < 0)
        return VV_FAILED;
    if (mapping->type->s.getitem == NULL || VV_ISA(mapping, LIST) || VV_ISA(mapping, TUPLE))
        return vv_raise_step(t, VV_TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
    return vv_return(t, vv_mappingproxy_new(t, mapping));
}

static void mappingproxy_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, MAPPING(self));
    vv_free_object(t, self);
}

static int mappingproxy_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(MAPPING(self));
    return 0;
}

static vv_step repr_slowly(vv_thread *t, vv_native *nf) { /* argv[0]: proxy */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, MAPPING(nf->argv[0])));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "mappingproxy(%U)", nf->slot[0]));
    VV_END(nf);
}

static vv_step mappingproxy_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_slowly, "mappingproxy.__repr__", self);
}
static vv_step mappingproxy_str(vv_thread *t, vv_ref self) {
    return vv_do_str(t, MAPPING(self));
}
static vv_step mappingproxy_hash(vv_thread *t, vv_ref self) {
    return vv_do_hash(t, MAPPING(self));
}
static vv_step mappingproxy_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    return vv_do_compare(t, MAPPING(a), b, (enum vv_cmp)op);
}
static vv_step mappingproxy_iter(vv_thread *t, vv_ref self) {
    return vv_do_iter(t, MAPPING(self));
}
static vv_step mappingproxy_len(vv_thread *t, vv_ref self) {
    return vv_do_len(t, MAPPING(self));
}
static vv_step mappingproxy_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    return vv_do_getitem(t, MAPPING(self), key);
}
static vv_step mappingproxy_contains(vv_thread *t, vv_ref self, vv_ref key) {
    return vv_do_contains(t, MAPPING(self), key);
}

static vv_step mappingproxy_or(vv_thread *t, vv_ref a, vv_ref b) {
    return vv_do_binary(t, VV_IS(t, a, MAPPINGPROXY) ? MAPPING(a) : a, VV_IS(t, b, MAPPINGPROXY) ? MAPPING(b) : b, VV_OR);
}

static vv_step mappingproxy_ior(vv_thread *t, vv_ref self, vv_ref other) {
    (void)other;
    return vv_raise_step(t, VV_TypeError, "'|=' is not supported by %T; use '|' instead", self);
}

static vv_step mappingproxy_get(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] == NULL)
        nf->argv[2] = vv_none(t);
    VV_AWAIT(nf, vv_do_call_method(t, MAPPING(nf->argv[0]), VV_N(t, get), nf->argv + 1, 2));
    return VV_READY;
    VV_END(nf);
}

static vv_step mappingproxy_keys(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, MAPPING(nf->argv[0]), VV_N(t, keys), NULL, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step mappingproxy_values(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, MAPPING(nf->argv[0]), VV_N(t, values), NULL, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step mappingproxy_items(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, MAPPING(nf->argv[0]), VV_N(t, items), NULL, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step mappingproxy_copy(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, MAPPING(nf->argv[0]), VV_N(t, copy), NULL, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step mappingproxy_reversed(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, MAPPING(nf->argv[0]), VV_N(t, __reversed__), NULL, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step mappingproxy_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

const vv_typespec vv_mappingproxy_spec = {
    .name = "mappingproxy",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_MAPPING,
    .basicsize = sizeof(vv_mappingproxy),
    .size64 = 40,
    .doc = "Read-only proxy of a mapping.",
    .slots = &mappingproxy_slots,
    .methods = mappingproxy_methods,
    .dealloc = mappingproxy_dealloc,
    .traverse = mappingproxy_traverse,
};
