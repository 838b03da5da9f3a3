/* _pickle.c - module _pickle: only class PickleBuffer; picklers and unpicklers are the library's, in Python.
 *
 * A PickleBuffer holds a memoryview of its own. bytelike.c and memoryview.c read through it.
 */
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"

#define SELF(o) ((vv_pickle_buffer *)(o))

#define VV_DEF_NAME pickle_buffer
#define VV_DEF_FILE "modules/_pickle_buffer.def"
#include "object/deftype.h"

static vv_step buffer_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (kwnames != NULL && nargs == 1)
        return vv_raise_step(t, VV_TypeError, "PickleBuffer() takes no keyword arguments");
    if (nargs != 1)
        return vv_raise_step(t, VV_TypeError, "PickleBuffer() takes exactly 1 positional argument (%zu given)", nargs);
    VV_AUTO view = {t, vv_memoryview_new(t, args[0])};
    vv_obj *o = view.o == NULL ? NULL : vv_new_object(t, (vv_type *)type, sizeof(vv_pickle_buffer));
    if (o == NULL)
        return VV_FAILED;
    SELF(o)->view = vv_move(&view.o);
    vv_track(t, o);
    return vv_return(t, o);
}
static void buffer_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &SELF(self)->view);
}
static void buffer_dealloc(vv_thread *t, vv_obj *self) {
    buffer_clear(t, self);
    vv_free_object(t, self);
}
static int buffer_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SELF(self)->view);
    return 0;
}

static vv_owned buffer_raw(vv_thread *t, vv_obj *const *argv) {
    vv_ref view = SELF(argv[0])->view;
    if (view == NULL)
        return vv_raise(t, VV_ValueError, "operation forbidden on released PickleBuffer object");
    return vv_memoryview_flat(t, view);
}
static vv_owned buffer_release(vv_thread *t, vv_obj *const *argv) {
    buffer_clear(t, argv[0]);
    return vv_none(t);
}

const vv_typespec vv_pickle_buffer_spec = {
    .name = "PickleBuffer",
    .module = "pickle",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_pickle_buffer),
    .size64 = 120,
    .weakoffset = offsetof(vv_pickle_buffer, weaklist),
    .doc = "A buffer that a pickle may leave to be carried beside it.",
    .slots = &pickle_buffer_slots,
    .methods = pickle_buffer_methods,
    .dealloc = buffer_dealloc,
    .traverse = buffer_traverse,
    .clear = buffer_clear,
};

static const vv_methoddef no_functions[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};

vv_owned vv__pickle_module(vv_thread *t);
vv_owned vv__pickle_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_pickle", "Buffers that are pickled out of band.", no_functions)};
    vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, VV_T_PICKLE_BUFFER);
    if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "PickleBuffer", &type->head) < 0)
        return NULL;
    return vv_move(&module.o);
}
