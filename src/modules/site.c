/* site.c - what CPython's module site adds to the built-ins: exit, quit and help. */
#include "modules/callable_repr.h"
#include "modules/site.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct vv_quitter {
    vv_obj head;
    vv_obj *name, *eof; /* owned str */
} vv_quitter;
#define VV_QUITTER(o) ((vv_quitter *)(o))

#define VV_DEF_NAME quitter
#define VV_DEF_FILE "modules/site.def"
#include "object/deftype.h"

static int quitter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_QUITTER(self)->name);
    VV_VISIT(VV_QUITTER(self)->eof);
    return 0;
}
static void quitter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_QUITTER(self)->name);
    vv_xdecref(t, VV_QUITTER(self)->eof);
    vv_free_object(t, self);
}

static vv_step quitter_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_format(t, "Use %U() or %U to exit", VV_QUITTER(self)->name, VV_QUITTER(self)->eof));
}

static vv_step quitter_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)self;
    vv_obj *code;
    if (vv_parse_args(t, "Quitter.__call__", "__call__(code=None)", args, nargs, kwnames, &code) < 0)
        return VV_FAILED;
    return vv_raise_value(t, VV_SystemExit, code == NULL ? VV_NONE(t) : (vv_ref)code);
}

static const vv_typespec quitter_spec = {
    .name = "Quitter",
    .module = "_sitebuiltins",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_quitter),
    .size64 = 48,
    .slots = &quitter_slots,
    .members = quitter_members,
    .dealloc = quitter_dealloc,
    .traverse = quitter_traverse,
};

/* ---- help ---- */

#define VV_DEF_NAME helper
#define VV_DEF_FILE "modules/site_helper.def"
#include "object/deftype.h"

static vv_step helper_repr(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return(t, vv_str_from_cstr(t, "Type help() for interactive help, or help(object) for help about object."));
}

/* pydoc.help(*args, **kwds); argv: args, kwds or NULL; slot: 0 name, 1 module, then its function */
static vv_step help_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_intern_cstr(t, "pydoc");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    vv_setref_take(t, &nf->slot[0], vv_intern_cstr(t, "help"));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], nf->slot[0]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[1], nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}
static vv_step helper_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)self;
    VV_AUTO all = {t, vv_tuple_from_array(t, args, nargs)};
    VV_AUTO keywords = {t, NULL};
    if (all.o == NULL || (kwnames != NULL && vv_callable_keywords(t, &keywords.o, args + nargs, kwnames) < 0))
        return VV_FAILED;
    return vv_start2(t, help_native, "help", all.o, keywords.o);
}

static const vv_typespec helper_spec = {
    .name = "_Helper",
    .module = "_sitebuiltins",
    .base = VV_T_OBJECT,
    .flags = VV_TF_NO_NEW,
    .basicsize = sizeof(vv_obj),
    .size64 = 48,
    .slots = &helper_slots,
};

/* ---- the namespace ---- */

static const char *const names[] = {"quit", "exit", "help"};

int vv_site_remove(vv_thread *t, vv_ref builtins_dict) {
    for (size_t k = 0; k < VV_ARRAY_LEN(names); k++) {
        VV_AUTO name = {t, vv_intern_cstr(t, names[k])};
        if (name.o == NULL || vv_dict_del_str(t, builtins_dict, name.o) < 0)
            return -1;
    }
    return 0;
}

int vv_site_add(vv_thread *t, vv_ref builtins_dict) {
    VV_AUTO type = {t, vv_type_from_spec(t, &quitter_spec, NULL)};
    VV_AUTO helper_type = {t, type.o == NULL ? NULL : vv_type_from_spec(t, &helper_spec, NULL)};
    VV_AUTO helper = {t, helper_type.o == NULL ? NULL : vv_new_object(t, VV_AS_TYPE(helper_type.o), sizeof(vv_obj))};
    if (helper.o == NULL || vv_dict_set_cstr(t, builtins_dict, "help", helper.o) < 0)
        return -1;
    for (size_t k = 0; k < 2; k++) {
        VV_AUTO o = {t, vv_new_object(t, VV_AS_TYPE(type.o), sizeof(vv_quitter))};
        if (o.o == NULL)
            return -1;
        VV_QUITTER(o.o)->name = vv_str_from_cstr(t, names[k]);
        VV_QUITTER(o.o)->eof = vv_str_from_cstr(t, "Ctrl-D (i.e. EOF)");
        if (VV_QUITTER(o.o)->name == NULL || VV_QUITTER(o.o)->eof == NULL ||
            vv_dict_set_cstr(t, builtins_dict, names[k], o.o) < 0)
            return -1;
        vv_track(t, o.o);
    }
    return 0;
}
