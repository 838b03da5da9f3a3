/* future.c - module __future__: the features that a program can ask for ahead of their release. */
#include "modules/modules.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct vv_feature {
    vv_obj head;
    vv_obj *optional, *mandatory; /* owned: release tuples; mandatory may be None */
    vv_obj *flag;                 /* owned int */
} vv_feature;
#define VV_FEATURE(o) ((vv_feature *)(o))

#define VV_DEF_NAME feature
#define VV_DEF_FILE "modules/future.def"
#include "object/deftype.h"

static int feature_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_FEATURE(self)->optional);
    VV_VISIT(VV_FEATURE(self)->mandatory);
    VV_VISIT(VV_FEATURE(self)->flag);
    return 0;
}
static void feature_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_FEATURE(self)->optional);
    vv_xdecref(t, VV_FEATURE(self)->mandatory);
    vv_xdecref(t, VV_FEATURE(self)->flag);
    vv_free_object(t, self);
}
static vv_step feature_repr(vv_thread *t, vv_ref self) {
    const vv_feature *f = VV_FEATURE(self);
    return vv_return(t, vv_format(t, "_Feature(%R, %R, %R)", f->optional, f->mandatory, f->flag));
}
static vv_owned feature_get_optional(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(VV_FEATURE(argv[0])->optional);
}
static vv_owned feature_get_mandatory(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(VV_FEATURE(argv[0])->mandatory);
}

static const vv_typespec feature_spec = {
    .name = "_Feature",
    .module = "__future__",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_feature),
    .size64 = 40,
    .slots = &feature_slots,
    .methods = feature_methods,
    .members = feature_members,
    .dealloc = feature_dealloc,
    .traverse = feature_traverse,
};

typedef struct release {
    int major, minor, micro;
    const char *level;
    int serial;
} release;

/* Releases and compiler flags, as CPython 3.12 documents them; major 0: not decided. */
static const struct {
    const char *name;
    release optional, mandatory;
    int flag;
} features[] = {
    {"nested_scopes", {2, 1, 0, "beta", 1}, {2, 2, 0, "alpha", 0}, 0x10},
    {"generators", {2, 2, 0, "alpha", 1}, {2, 3, 0, "final", 0}, 0},
    {"division", {2, 2, 0, "alpha", 2}, {3, 0, 0, "alpha", 0}, 0x20000},
    {"absolute_import", {2, 5, 0, "alpha", 1}, {3, 0, 0, "alpha", 0}, 0x40000},
    {"with_statement", {2, 5, 0, "alpha", 1}, {2, 6, 0, "alpha", 0}, 0x80000},
    {"print_function", {2, 6, 0, "alpha", 2}, {3, 0, 0, "alpha", 0}, 0x100000},
    {"unicode_literals", {2, 6, 0, "alpha", 2}, {3, 0, 0, "alpha", 0}, 0x200000},
    {"barry_as_FLUFL", {3, 1, 0, "alpha", 2}, {4, 0, 0, "alpha", 0}, 0x400000},
    {"generator_stop", {3, 5, 0, "beta", 1}, {3, 7, 0, "alpha", 0}, 0x800000},
    {"annotations", {3, 7, 0, "beta", 1}, {0, 0, 0, "", 0}, 0x1000000},
};

static vv_owned release_tuple(vv_thread *t, const release *r) {
    if (r->major == 0)
        return vv_none(t);
    vv_obj *items[] = {vv_int_new(t, r->major), vv_int_new(t, r->minor), vv_int_new(t, r->micro),
                       vv_str_from_cstr(t, r->level), vv_int_new(t, r->serial)};
    if (items[3] == NULL)
        return NULL;
    return vv_tuple_from_array_take(t, items, VV_ARRAY_LEN(items)); /* small ints cannot fail */
}

static vv_owned new_feature(vv_thread *t, vv_ref type, size_t k) {
    VV_AUTO o = {t, vv_new_object(t, VV_AS_TYPE(type), sizeof(vv_feature))};
    if (o.o == NULL)
        return NULL;
    vv_feature *f = VV_FEATURE(o.o);
    f->optional = release_tuple(t, &features[k].optional);
    f->mandatory = release_tuple(t, &features[k].mandatory);
    f->flag = vv_int_new(t, features[k].flag);
    if (f->optional == NULL || f->mandatory == NULL || f->flag == NULL)
        return NULL;
    vv_track(t, o.o);
    return vv_move(&o.o);
}

vv_owned vv___future___module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "__future__", "Features that can be had before they are the rule.", NULL)};
    VV_AUTO type = {t, module.o == NULL ? NULL : vv_type_from_spec(t, &feature_spec, NULL)};
    VV_AUTO names = {t, type.o == NULL ? NULL : vv_list_new(t, 0)};
    if (names.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    for (size_t k = 0; k < VV_ARRAY_LEN(features); k++) {
        VV_AUTO feature = {t, new_feature(t, type.o, k)};
        vv_owned name = feature.o == NULL ? NULL : vv_str_from_cstr(t, features[k].name);
        if (name == NULL || vv_list_append_take(t, names.o, name) < 0 ||
            vv_dict_set_cstr(t, dict, features[k].name, feature.o) < 0)
            return NULL;
    }
    if (vv_dict_set_cstr(t, dict, "all_feature_names", names.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
