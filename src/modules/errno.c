/* errno.c - module errno: the names of the system's error numbers, which are Linux's on every port. */
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"

static const struct {
    const char *name;
    int number;
} errors[] = {
#define VV_ERRNO(name, number) {#name, number},
#include "modules/errno.def"
#undef VV_ERRNO
};

vv_owned vv_errno_module(vv_thread *t);
vv_owned vv_errno_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "errno", "The error numbers of the system, by name; errorcode maps them back.", NULL)};
    VV_AUTO codes = {t, vv_dict_new(t)};
    if (module.o == NULL || codes.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "errorcode", codes.o) < 0)
        return NULL;
    for (size_t k = 0; k < VV_ARRAY_LEN(errors); k++) {
        VV_AUTO name = {t, vv_intern_cstr(t, errors[k].name)};
        VV_AUTO number = {t, vv_int_new(t, errors[k].number)};
        if (name.o == NULL || number.o == NULL || vv_dict_set_str(t, VV_MODULE_OF(module.o)->dict, name.o, number.o) < 0 ||
            vv_dict_set_now(t, codes.o, number.o, name.o) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
