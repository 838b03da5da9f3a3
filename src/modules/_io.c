/* _io.c - module _io: what importlib and library module io take from the interpreter (modules/io.c has the file objects). */
#include "modules/io.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"

#define VV_DEF_NAME io
#define VV_DEF_FILE "modules/_io.def"
#include "object/deftype.h"

enum { DEFAULT_BUFFER_SIZE = 8192 };

/* argv: path; slot: 0 mode */
static vv_step io_open_code(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "open_code() argument 'path' must be str, not %A", nf->argv[0]);
    nf->slot[0] = vv_str_from_cstr(t, "rb");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_file_open(t, nf->argv[0], nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_owned io_text_encoding(vv_thread *t, vv_obj *const *argv) {
    if (argv[0] != VV_NONE(t))
        return vv_newref(argv[0]);
    return vv_str_from_cstr(t, "locale");
}

vv_owned vv__io_module(vv_thread *t);
vv_owned vv__io_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_io", "Files as the interpreter knows them.", io_methods)};
    VV_AUTO size = {t, vv_int_new(t, DEFAULT_BUFFER_SIZE)};
    VV_AUTO name = {t, vv_intern_cstr(t, "open")};
    vv_ref unsupported = vv_io_unsupported_peek(t);
    if (module.o == NULL || size.o == NULL || name.o == NULL || unsupported == NULL)
        return NULL;
    for (int id = VV_T_IOBASE; id <= VV_T_FILE_PAIR; id++) {
        vv_type *type = vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, (vv_ref)type) < 0)
            return NULL;
    }
    vv_ref dict = VV_MODULE_OF(module.o)->dict, open = vv_dict_get_str_peek(t->vm->builtins, name.o);
    if (vv_dict_set_cstr(t, dict, "DEFAULT_BUFFER_SIZE", size.o) < 0 ||
        vv_dict_set_cstr(t, dict, "TextIOWrapper", (vv_ref)t->vm->types[VV_T_FILE]) < 0 ||
        vv_dict_set_cstr(t, dict, "UnsupportedOperation", unsupported) < 0 ||
        vv_dict_set_cstr(t, dict, "BlockingIOError", (vv_ref)t->vm->types[VV_BlockingIOError]) < 0 ||
        (open != NULL && vv_dict_set_str(t, dict, name.o, open) < 0))
        return NULL;
    return vv_move(&module.o);
}
