/* _typing.c - module _typing: the part of typing that the interpreter itself needs (vm/typeparams.c). */
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"

#define VV_DEF_NAME typing
#define VV_DEF_FILE "modules/_typing.def"
#include "object/deftype.h"

static vv_owned typing_idfunc(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}

vv_owned vv__typing_module(vv_thread *t);
vv_owned vv__typing_module(vv_thread *t) {
    static const int types[] = {VV_T_TYPEVAR,       VV_T_PARAMSPEC,       VV_T_TYPEVARTUPLE, VV_T_PARAMSPECARGS,
                                VV_T_PARAMSPECKWARGS, VV_T_TYPEALIAS, VV_T_GENERIC};
    VV_AUTO module = {t, vv_module_from_defs(t, "_typing", "Primitives and accelerators for the typing module.\n", typing_methods)};
    for (size_t k = 0; module.o != NULL && k < VV_ARRAY_LEN(types); k++) {
        vv_type *type = t->vm->types[types[k]];
        if (vv_dict_set_str(t, VV_MODULE_OF(module.o)->dict, type->name, &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
