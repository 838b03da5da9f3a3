/* _weakref.c - module _weakref: what library module weakref is built on (object/weakref.h). */
#include "object/weakref.h"

#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"

#define VV_DEF_NAME weakref
#define VV_DEF_FILE "modules/_weakref.def"
#include "object/deftype.h"

static vv_owned weakref_getweakrefcount(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, (int64_t)vv_weakref_count(argv[0]));
}

static vv_owned weakref_getweakrefs(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    vv_obj **first = vv_weak_slot(argv[0]);
    if (list.o == NULL)
        return NULL;
    for (vv_weakref *w = first == NULL ? NULL : (vv_weakref *)*first; w != NULL; w = w->next)
        if (vv_list_append(t, list.o, &w->head) < 0)
            return NULL;
    return vv_move(&list.o);
}

static vv_owned weakref_proxy(vv_thread *t, vv_obj *const *argv) {
    return vv_weakref_proxy_new(t, argv[0], argv[1]);
}

/* slot[0]: the value */
static vv_step weakref_remove_dead_weakref(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], DICT))
        return vv_raise_step(t, VV_TypeError, "_remove_dead_weakref() argument 1 must be dict, not %A", nf->argv[0]);
    VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL)
        return vv_return_none(t);
    if (!vv_is_instance(nf->slot[0], VV_TYPEP(t, WEAKREF)))
        return vv_raise_step(t, VV_TypeError, "not a weakref");
    if (vv_weakref_get_peek(nf->slot[0]) != NULL)
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_dict_del(t, nf->argv[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}

vv_owned vv__weakref_module(vv_thread *t);
vv_owned vv__weakref_module(vv_thread *t) {
    const struct {
        const char *name;
        int type;
    } types[] = {{"ref", VV_T_WEAKREF},
                 {"ReferenceType", VV_T_WEAKREF},
                 {"ProxyType", VV_T_WEAKPROXY},
                 {"CallableProxyType", VV_T_WEAKCALLABLEPROXY}};
    VV_AUTO module = {t, vv_module_from_defs(t, "_weakref", "Weak-reference support module.", weakref_methods)};
    if (module.o == NULL)
        return NULL;
    for (size_t k = 0; k < VV_ARRAY_LEN(types); k++)
        if (vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, types[k].name, (vv_ref)t->vm->types[types[k].type]) < 0)
            return NULL;
    return vv_move(&module.o);
}
