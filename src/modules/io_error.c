/* io_error.c - io.UnsupportedOperation, which is an OSError and a ValueError at once.
 *
 * It is made on first use and needs no place of its own: it is the subclass of OSError that has this file's spec.
 */
#include "modules/io.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/str.h"
#include "types/tuple.h"

static const vv_typespec unsupported_spec = {
    .name = "UnsupportedOperation",
    .module = "io",
    .base = VV_OSError,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_exc_os),
    .size64 = 144,
};

static int is_ours(vv_obj *type, void *arg) {
    (void)arg;
    return VV_AS_TYPE(type)->spec == &unsupported_spec && (VV_AS_TYPE(type)->flags & VV_TF_HEAP) == 0;
}

static int find(vv_obj *type, void *arg) {
    if (is_ours(type, NULL) == 0)
        return 0;
    *(vv_obj **)arg = type;
    return 1;
}

vv_ref vv_io_unsupported_peek(vv_thread *t) {
    vv_ref os_error = (vv_ref)t->vm->types[VV_OSError];
    vv_obj *found = NULL;
    if (vv_type_each_subclass(os_error, find, &found) != 0)
        return found;
    vv_obj *type = vv_type_from_spec(t, &unsupported_spec, NULL);
    if (type == NULL)
        return NULL;
    /* a built-in type has one base; this one gets its second by hand */
    vv_type *made = VV_AS_TYPE(type);
    vv_owned bases = vv_tuple_pack(t, 2, os_error, (vv_ref)t->vm->types[VV_ValueError]);
    if (bases == NULL)
        return NULL;
    vv_type_remove_subclass(t, made);
    vv_setref_take(t, &made->bases, bases);
    vv_owned mro = vv_type_compute_mro(t, made);
    if (mro == NULL || vv_type_add_subclass(t, made) < 0) {
        vv_xdecref(t, mro);
        return NULL;
    }
    vv_setref_take(t, &made->mro, mro);
    made->flags &= ~(uint32_t)VV_TF_IMMUTABLE; /* module io writes its name into it */
    vv_type_modified(t, made);
    return type;
}

int vv_raise_unsupported(vv_thread *t, const char *message) {
    vv_ref type = vv_io_unsupported_peek(t);
    VV_AUTO text = {t, type == NULL ? NULL : vv_str_from_cstr(t, message)};
    VV_AUTO args = {t, text.o == NULL ? NULL : vv_tuple_pack(t, 1, (vv_ref)text.o)};
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_new_object(t, VV_AS_TYPE(type), sizeof(vv_exc_os))};
    if (exc.o == NULL)
        return -1;
    VV_EXC_OF(exc.o)->args = vv_move(&args.o);
    vv_track(t, exc.o);
    (void)vv_raise_object(t, exc.o);
    return -1;
}
