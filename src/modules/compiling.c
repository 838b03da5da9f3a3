/* compiling.c - compiling as a step: source that needs a table of the library waits for it and is compiled again, and what the
 * compiler warns of goes through the program's filters.
 */
#include "modules/compiling.h"

#include <string.h>

#include "compiler/codegen.h"
#include "compiler/diag.h"
#include "modules/_ast.h"
#include "object/datafile.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/codecs.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/vm.h"

/* ---- warnings ---- */

/* argv: result or NULL, list of (category, message, lineno, offset, end_lineno, end_offset), filename, exception or NULL; i[0]: position */
static vv_step emit_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; (size_t)nf->i[0] < VV_LIST(nf->argv[1])->length; nf->i[0]++) {
        vv_obj *const *entry = VV_TUPLE(VV_LIST(nf->argv[1])->items[nf->i[0]])->items;
        VV_AWAIT_CATCH(nf, vv_do_warn_explicit(t, entry[0], entry[1], nf->argv[2], (int)vv_int_compact(entry[2])));
        if (nf->raised && vv_error_is(t, VV_SyntaxWarning)) { /* a filter makes it an error: one of the syntax */
            vv_clear_error(t);
            size_t n;
            entry = VV_TUPLE(VV_LIST(nf->argv[1])->items[nf->i[0]])->items;
            const char *message = vv_str_utf8_peek(t, entry[1], &n);
            if (message == NULL)
                return VV_FAILED;
            const vv_diag_place place = {.filename = nf->argv[2], .lineno = (int)vv_int_compact(entry[2]), .offset = (int)vv_int_compact(entry[3]),
                                         .end_lineno = (int)vv_int_compact(entry[4]), .end_offset = (int)vv_int_compact(entry[5])};
            (void)vv_diag_raise(t, VV_SyntaxError, &place, "%s", message);
            return VV_FAILED;
        }
        if (nf->raised)
            return VV_FAILED;
        vv_drop_ret(t);
    }
    if (nf->argv[0] == NULL) {
        vv_restore_error_take(t, vv_move(&nf->argv[3]));
        return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->argv[0]));
    VV_END(nf);
}

vv_step vv_do_emit_warnings(vv_thread *t, vv_ref result, vv_ref warnings, vv_ref filename) {
    if (warnings == NULL)
        return result == NULL ? VV_FAILED : vv_return(t, vv_newref(result));
    VV_AUTO error = {t, result == NULL ? vv_take_error(t) : NULL};
    vv_obj *argv[] = {VV_OBJ(result), VV_OBJ(warnings), VV_OBJ(filename), error.o};
    return vv_push_native(t, emit_native, "compile", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- compiling ---- */

enum goal { CODE_PRINT_WARNINGS, CODE, TREE };

static vv_owned parse_tree(vv_thread *t, const char *text, size_t length, vv_ref filename, vv_compile_mode mode, int flags,
                           int minor, vv_obj **ret_warnings) {
    vv_arena arena;
    vv_warning_list warnings = {0};
    vv_arena_init(&arena, t->vm->mem);
    const vv_mod *mod = vv_parse(t, &arena, text, length, filename, mode, flags, &warnings);
    VV_AUTO tree = {t, mod == NULL ? NULL : vv_ast_to_object(t, &arena, mod, filename, minor)};
    *ret_warnings = vv_compile_warnings(t, &warnings, &tree.o);
    vv_ast_free(t, &arena);
    return vv_move(&tree.o);
}

/* argv: source, bytes, encoding. An encoding that there is none of is the compiler's to complain about. */
static vv_step decode_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_decode(t, nf->argv[1], nf->argv[2], NULL));
    if (!nf->raised)
        return VV_READY;
    if (!vv_error_is(t, VV_LookupError))
        return VV_FAILED;
    vv_clear_error(t);
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

const char *vv_source_codec(const char *text, size_t n, char buffer[VV_SOURCE_ENCODING_SIZE]) {
    if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        return NULL;
    const char *name = vv_source_encoding(text, n, buffer, VV_SOURCE_ENCODING_SIZE);
    return vv_codec_find(name) == VV_ENC_UNKNOWN ? name : NULL;
}

vv_step vv_do_source_text(vv_thread *t, vv_ref source, size_t skip) {
    const uint8_t *bytes;
    size_t n;
    char buffer[VV_SOURCE_ENCODING_SIZE];
    if (VV_ISA(source, STR) || !vv_bytes_view(source, &bytes, &n))
        return vv_return(t, vv_newref(source));
    const char *text = (const char *)bytes + skip;
    n -= skip;
    const char *name = vv_source_codec(text, n, buffer);
    if (name == NULL)
        return vv_return(t, vv_newref(source));
    VV_AUTO data = {t, vv_bytes_new(t, text, n)};
    VV_AUTO encoding = {t, vv_str_from_cstr(t, name)};
    return data.o == NULL || encoding.o == NULL ? VV_FAILED : vv_start3(t, decode_native, "decode", source, data.o, encoding.o);
}

/* argv: source, filename; i: skip, mode, flags, goal, minor; slot: 0 result, 1 warnings */
static vv_step compile_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if ((nf->i[2] & VV_COMPILE_IGNORE_COOKIE) == 0) {
        VV_AWAIT(nf, vv_do_source_text(t, nf->argv[0], (size_t)nf->i[0]));
        if (VV_ISA(t->ret, STR) && !VV_ISA(nf->argv[0], STR)) { /* decoded: the coding line means nothing any more */
            nf->i[0] = 0;
            nf->i[2] |= VV_COMPILE_IGNORE_COOKIE;
        }
        vv_setref_take(t, &nf->argv[0], vv_take_ret(t));
    }
    for (;;) {
        size_t n;
        const uint8_t *bytes = NULL;
        const char *text = VV_ISA(nf->argv[0], STR) ? vv_str_utf8_peek(t, nf->argv[0], &n)
                           : vv_bytes_view(nf->argv[0], &bytes, &n) ? (const char *)bytes : NULL;
        if (text == NULL)
            return VV_FAILED;
        text += nf->i[0];
        n -= (size_t)nf->i[0];
        vv_compile_mode mode = (vv_compile_mode)nf->i[1];
        int flags = (int)nf->i[2];
        if (nf->i[3] == CODE_PRINT_WARNINGS)
            nf->slot[0] = vv_compile(t, text, n, nf->argv[1], mode, flags);
        else if (nf->i[3] == CODE)
            nf->slot[0] = vv_compile_collect(t, text, n, nf->argv[1], mode, flags, &nf->slot[1]);
        else
            nf->slot[0] = parse_tree(t, text, n, nf->argv[1], mode, flags, (int)nf->i[4], &nf->slot[1]);
        if (nf->slot[0] != NULL || !vv_data_missed(t))
            break;
        VV_AWAIT(nf, vv_do_load_data(t));
    }
    VV_AWAIT(nf, vv_do_emit_warnings(t, nf->slot[0], nf->slot[1], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

static vv_step start(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, int mode, int flags, enum goal goal, int minor) {
    vv_native *nf = vv_push_native(t, compile_native, "compile", (vv_obj *[]){VV_OBJ(source), VV_OBJ(filename)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)skip;
    nf->i[1] = mode;
    nf->i[2] = flags;
    nf->i[3] = goal;
    nf->i[4] = minor;
    return vv_native_enter(t, nf);
}

vv_step vv_do_compile(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, int mode, int flags) {
    return start(t, source, skip, filename, mode, flags, CODE_PRINT_WARNINGS, -1);
}

vv_step vv_do_compile_source(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, vv_compile_mode mode, int flags, bool tree,
                             int minor) {
    return start(t, source, skip, filename, mode, flags, tree ? TREE : CODE, minor);
}
