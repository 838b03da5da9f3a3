/* compiling.c - compiling as a step: source that needs a table of the library waits for it and is compiled again. */
#include <string.h>

#include "compiler/compile.h"
#include "object/datafile.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/str.h"
#include "vm/vm.h"

static vv_owned compile_source(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, int mode, int flags) {
    size_t n;
    const uint8_t *bytes = NULL;
    const char *text = VV_ISA(source, STR) ? vv_str_utf8_peek(t, source, &n) : vv_bytes_view(source, &bytes, &n) ? (const char *)bytes : NULL;
    if (text == NULL)
        return NULL;
    return vv_compile(t, text + skip, n - skip, filename, (vv_compile_mode)mode, flags);
}

/* argv: source, filename; i: skip, mode, flags */
static vv_step compile_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    do {
        VV_AWAIT(nf, vv_do_load_data(t));
        nf->slot[0] = compile_source(t, nf->argv[0], (size_t)nf->i[0], nf->argv[1], (int)nf->i[1], (int)nf->i[2]);
    } while (nf->slot[0] == NULL && vv_data_missed(t));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_compile(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, int mode, int flags) {
    vv_owned code = compile_source(t, source, skip, filename, mode, flags);
    if (code != NULL || !vv_data_missed(t))
        return vv_return(t, code);
    vv_native *nf = vv_push_native(t, compile_native, "compile", (vv_obj *[]){VV_OBJ(source), VV_OBJ(filename)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)skip;
    nf->i[1] = mode;
    nf->i[2] = flags;
    return VV_PUSHED;
}
