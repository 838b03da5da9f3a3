/* module.c - modules: a dict with attribute access, and a fallback to the module's own __getattr__. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/objecttype.h"
#include "types/str.h"

static int init_dict(vv_thread *t, vv_ref module, vv_ref name, vv_ref doc) {
    vv_module *m = VV_MODULE_OF(module);
    if (m->dict == NULL && (m->dict = vv_dict_new(t)) == NULL)
        return -1;
    vv_ref none = VV_NONE(t);
    return vv_dict_set_str(t, m->dict, VV_N(t, __name__), name) < 0 ||
                   vv_dict_set_str(t, m->dict, VV_N(t, __doc__), doc != NULL ? doc : none) < 0 ||
                   vv_dict_set_str(t, m->dict, VV_N(t, __package__), none) < 0 ||
                   vv_dict_set_str(t, m->dict, VV_N(t, __loader__), none) < 0 ||
                   vv_dict_set_str(t, m->dict, VV_N(t, __spec__), none) < 0
               ? -1
               : 0;
}

vv_owned vv_module_new(vv_thread *t, vv_ref name) {
    VV_AUTO m = {t, vv_new_object(t, VV_TYPEP(t, MODULE), sizeof(vv_module))};
    if (m.o == NULL || init_dict(t, m.o, name, NULL) < 0)
        return NULL;
    vv_track(t, m.o);
    return vv_move(&m.o);
}

int vv_module_add_functions(vv_thread *t, vv_ref module, const vv_methoddef *functions) {
    vv_ref dict = VV_MODULE_OF(module)->dict;
    vv_ref name = vv_dict_get_str_peek(dict, VV_N(t, __name__));
    for (const vv_methoddef *def = functions; def->name != NULL; def++) {
        VV_AUTO f = {t, vv_builtin_new(t, def, module, name, NULL)};
        if (f.o == NULL || vv_dict_set_cstr(t, dict, def->name, f.o) < 0)
            return -1;
    }
    return 0;
}

vv_owned vv_module_from_defs(vv_thread *t, const char *name, const char *doc, const vv_methoddef *functions) {
    VV_AUTO name_object = {t, vv_str_from_cstr(t, name)};
    VV_AUTO m = {t, name_object.o == NULL ? NULL : vv_module_new(t, name_object.o)};
    if (m.o == NULL)
        return NULL;
    VV_MODULE_OF(m.o)->builtin = true;
    if (doc != NULL) {
        VV_AUTO text = {t, vv_str_from_cstr(t, doc)};
        if (text.o == NULL || vv_dict_set_str(t, VV_MODULE_OF(m.o)->dict, VV_N(t, __doc__), text.o) < 0)
            return NULL;
    }
    if (functions != NULL && vv_module_add_functions(t, m.o, functions) < 0)
        return NULL;
    return vv_move(&m.o);
}

static vv_step module_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    VV_AUTO m = {t, vv_new_object(t, VV_AS_TYPE(cls), VV_AS_TYPE(cls)->basicsize)};
    if (m.o == NULL || (VV_MODULE_OF(m.o)->dict = vv_dict_new(t)) == NULL)
        return VV_FAILED;
    vv_track(t, m.o);
    return vv_return(t, vv_move(&m.o));
}

static vv_step module_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "module", "module(name, doc=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_ISA(a[0], STR))
        return vv_raise_step(t, VV_TypeError, "module() argument 'name' must be str, not %A", a[0]);
    return init_dict(t, self, a[0], a[1]) < 0 ? VV_FAILED : vv_return_null(t);
}

/* What only the import system fills in: sys.meta_path and its kin, and the __spec__ and __loader__ of a module made in C. */
static bool wants_importlib(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    if (t->vm->importlib != NULL || t->vm->main_dict == NULL)
        return false;
    if (value == NULL)
        return VV_MODULE_OF(self)->dict == t->vm->sysdict &&
               (vv_str_equal_cstr(name, "meta_path") || vv_str_equal_cstr(name, "path_hooks") ||
                vv_str_equal_cstr(name, "path_importer_cache"));
    return value == VV_NONE(t) && (name == VV_N(t, __spec__) || name == VV_N(t, __loader__)) &&
           VV_MODULE_OF(self)->dict != t->vm->main_dict;
}

/* A failing look-up: the module's __getattr__, else an AttributeError that names the module. */
static vv_step missing(vv_thread *t, vv_ref self, vv_ref name) {
    vv_ref dict = VV_MODULE_OF(self)->dict;
    vv_ref hook = vv_dict_get_str_peek(dict, VV_N(t, __getattr__));
    if (hook != NULL)
        return vv_do_call1(t, hook, name);
    vv_ref module_name = vv_dict_get_str_peek(dict, VV_N(t, __name__));
    vv_ref spec = vv_dict_get_str_peek(dict, VV_N(t, __spec__));
    vv_ref initializing = spec == NULL ? NULL : vv_instance_get_peek(spec, VV_N(t, _initializing));
    if (module_name == NULL || !VV_ISA(module_name, STR))
        vv_raise(t, VV_AttributeError, "module has no attribute '%U'", name);
    else if (initializing == VV_TRUE(t))
        vv_raise(t, VV_AttributeError,
                 "partially initialized module '%U' has no attribute '%U' (most likely due to a circular import)",
                 module_name, name);
    else
        vv_raise(t, VV_AttributeError, "module '%U' has no attribute '%U'", module_name, name);
    vv_error_set_attribute(t, self, name);
    return VV_FAILED;
}

static vv_step module_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    vv_obj *found = VV_OBJ(vv_type_lookup_peek(t, self->type, name));
    if (found != NULL && found->type->s.descr_get != NULL && found->type->s.descr_set != NULL)
        return vv_generic_getattr(t, self, name);
    vv_ref value = vv_dict_get_str_peek(VV_MODULE_OF(self)->dict, name);
    if ((value == NULL || value == VV_NONE(t)) && wants_importlib(t, self, name, value))
        return vv_do_import_setup_for(t, self, name);
    if (value != NULL)
        return vv_return(t, vv_newref(value));
    return found != NULL ? vv_generic_getattr(t, self, name) : missing(t, self, name);
}

/* As importlib tells it; before there is one, a module is a built-in one or the program's own. */
static vv_step module_repr(vv_thread *t, vv_ref self) {
    if (t->vm->importlib != NULL)
        return vv_do_call_method(t, t->vm->importlib, VV_N(t, _module_repr), (vv_obj *[]){VV_OBJ(self)}, 1);
    vv_ref dict = VV_MODULE_OF(self)->dict;
    vv_ref name = vv_dict_get_str_peek(dict, VV_N(t, __name__)), file = vv_dict_get_str_peek(dict, VV_N(t, __file__));
    VV_AUTO question = {t, vv_str_from_cstr(t, "?")};
    if (question.o == NULL)
        return VV_FAILED;
    if (name == NULL)
        name = question.o;
    if (file != NULL && VV_ISA(file, STR))
        return vv_return(t, vv_format(t, "<module %R from %R>", name, file));
    return vv_return(t, vv_format(t, VV_MODULE_OF(self)->builtin ? "<module %R (built-in)>" : "<module %R>", name));
}

static vv_owned get_annotations(vv_thread *t, vv_ref self) {
    vv_ref dict = VV_MODULE_OF(self)->dict;
    vv_ref found = vv_dict_get_str_peek(dict, VV_N(t, __annotations__));
    if (found != NULL)
        return vv_newref(found);
    VV_AUTO fresh = {t, vv_dict_new(t)};
    if (fresh.o == NULL || vv_dict_set_str(t, dict, VV_N(t, __annotations__), fresh.o) < 0)
        return NULL;
    return vv_move(&fresh.o);
}

static int set_annotations(vv_thread *t, vv_ref self, vv_ref value) {
    vv_ref dict = VV_MODULE_OF(self)->dict;
    if (value != NULL)
        return vv_dict_set_str(t, dict, VV_N(t, __annotations__), value);
    int r = vv_dict_del_str(t, dict, VV_N(t, __annotations__));
    return r == 0 ? vv_raise_int(t, VV_AttributeError, "__annotations__") : r < 0 ? -1 : 0;
}

static vv_step module_dir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __dict__)));
    nf->slot[0] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[0], DICT)) {
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __name__)));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        return vv_raise_step(t, VV_TypeError, "%U.__dict__ is not a dictionary", nf->slot[0]);
    }
    nf->slot[1] = vv_xnewref(vv_dict_get_str_peek(nf->slot[0], VV_N(t, __dir__)));
    if (nf->slot[1] == NULL)
        return vv_return(t, vv_dir_keys(t, nf->slot[0], NULL));
    VV_AWAIT(nf, vv_do_call0(t, nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

static void module_clear(vv_thread *t, vv_obj *self) {
    vv_obj *dict = VV_MODULE_OF(self)->dict;
    if (dict != NULL)
        vv_dict_clear(t, dict);
}
static void module_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_MODULE_OF(self)->dict);
    vv_free_object(t, self);
}
static int module_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_MODULE_OF(self)->dict);
    return 0;
}

static const vv_methoddef module_methods[] = {
    {"__dir__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = module_dir},
     "__dir__($self, /)",
     "List of the names in the module."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_memberdef module_members[] = {
    {"__dict__", VV_MEMBER_OBJECT, offsetof(vv_module, dict), true, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_getsetdef module_getset[] = {{"__annotations__", get_annotations, set_annotations, NULL},
                                             {NULL, NULL, NULL, NULL}};
static const vv_slots module_slots = {.repr = module_repr,
                                      .getattr = module_getattr,
                                      .setattr = vv_generic_setattr,
                                      .new_ = module_create,
                                      .init = module_init};
const vv_typespec vv_module_spec = {
    .name = "module",
    .signature = "(name, doc=None)",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_module),
    .size64 = 72,
    .dictoffset = offsetof(vv_module, dict),
    .weakoffset = offsetof(vv_module, weaklist),
    .slots = &module_slots,
    .methods = module_methods,
    .getset = module_getset,
    .members = module_members,
    .dealloc = module_dealloc,
    .traverse = module_traverse,
    .clear = module_clear,
};
