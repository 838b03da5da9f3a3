/* _tokenize.c - module _tokenize: the compiler's tokens for library module tokenize, which can be imported; its tokenize() cannot
 * be called yet.
 */
#include "object/error.h"
#include "types/function.h"

#define VV_DEF_NAME tokenize
#define VV_DEF_FILE "modules/_tokenize.def"
#include "object/deftype.h"

static vv_owned tokenize_iterator(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_raise(t, VV_NotImplementedError, "the tokens of a source are not supported yet");
}

vv_owned vv__tokenize_module(vv_thread *t);
vv_owned vv__tokenize_module(vv_thread *t) {
    return vv_module_from_defs(t, "_tokenize", "The tokens of the compiler.", tokenize_methods);
}
