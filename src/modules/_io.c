/* _io.c - module _io: open(), which builds the layers of a file, and the standard streams.
 *
 * A file is up to three objects: FileIO over a descriptor (_io_fileio.c), a buffer (_io_buffered.c), text (_io_text.c).
 */
#include <string.h>

#include "base/library.h"
#include "kernel/kernel.h"
#include "modules/_io.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "vm/frame.h"
#include "vm/generator.h"

#define VV_DEF_NAME io
#define VV_DEF_FILE "modules/_io.def"
#include "object/deftype.h"

enum { DEFAULT_BUFFER_SIZE = 8192, LIBRARY_AWAY = 5 /* EIO */ };

void vv_file_write_through(vv_ref stream) {
    vv_text_write_through(stream);
}

vv_owned vv_file_standard(vv_thread *t, int fd) {
    return vv_text_standard(t, fd);
}

/* ---- open ---- */

enum mode_flags { READ = 1, WRITE = 2, APPEND = 4, CREATE = 8, UPDATE = 16, TEXT = 32, BINARY = 64 };

/* The mode text as flags, or -1 with ValueError. */
static int parse_mode(vv_thread *t, vv_ref mode) {
    static const char letters[] = "rwax+tb";
    int flags = 0;
    for (size_t k = 0; k < vv_str_length(mode); k++) {
        uint32_t c = vv_str_at(mode, k);
        const char *at = c == 0 || c > 127 ? NULL : strchr(letters, (int)c);
        if (at == NULL || (flags & 1 << (at - letters)) != 0)
            return vv_raise_int(t, VV_ValueError, "invalid mode: '%U'", mode);
        flags |= 1 << (at - letters);
    }
    return flags;
}

static int text_option(vv_thread *t, vv_obj **value, const char *name) {
    if (*value == t->vm->none)
        vv_clearref(t, value);
    if (*value == NULL || VV_ISA(*value, STR))
        return 0;
    return vv_raise_int(t, VV_TypeError, "open() argument '%s' must be str or None, not %A", name, *value);
}

/* The mode of the raw file: the same without what concerns text. */
static vv_owned raw_mode(vv_thread *t, int flags) {
    char text[8];
    size_t n = 0;
    static const char kinds[] = "rwax";
    for (int k = 0; k < 4; k++) /* in CPython's order: x r w a do not occur together */
        if ((flags & 1 << k) != 0)
            text[n++] = kinds[k];
    if ((flags & UPDATE) != 0)
        text[n++] = '+';
    text[n] = 0;
    return vv_str_from_cstr(t, text);
}

/* argv: file, mode, buffering, encoding, errors, newline, closefd, opener; slot: 0 raw or buffer or text, 1 a helper, 2 error;
 * i: 0 flags, 1 buffering, 2 line buffering */
static vv_step io_open(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL && !VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "open() argument 'mode' must be str, not %A", nf->argv[1]);
    nf->i[1] = -1;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_io_int(t, nf->argv[2], VV_OverflowError));
        nf->i[1] = t->ival;
    }
    if (text_option(t, &nf->argv[3], "encoding") < 0 || text_option(t, &nf->argv[4], "errors") < 0 ||
        text_option(t, &nf->argv[5], "newline") < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[0], INT) && !VV_ISA(nf->argv[0], STR) && !VV_ISA(nf->argv[0], BYTES) && !VV_ISA(nf->argv[0], FLOAT)) {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __fspath__), NULL, 0));
        if (t->ret == NULL)
            return vv_raise_step(t, VV_TypeError, "expected str, bytes or os.PathLike object, not %T", nf->argv[0]);
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (!VV_ISA(nf->slot[0], STR) && !VV_ISA(nf->slot[0], BYTES))
            return vv_raise_step(t, VV_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", nf->argv[0], nf->slot[0]);
        vv_setref_take(t, &nf->argv[0], vv_move(&nf->slot[0]));
    }
    if (nf->argv[1] == NULL && (nf->argv[1] = vv_str_from_char(t, 'r')) == NULL)
        return VV_FAILED;
    int flags = parse_mode(t, nf->argv[1]);
    if (flags < 0)
        return VV_FAILED;
    nf->i[0] = flags;
    if ((flags & TEXT) != 0 && (flags & BINARY) != 0)
        return vv_raise_step(t, VV_ValueError, "can't have text and binary mode at once");
    int kinds = ((flags & READ) != 0) + ((flags & WRITE) != 0) + ((flags & APPEND) != 0) + ((flags & CREATE) != 0);
    if (kinds > 1)
        return vv_raise_step(t, VV_ValueError, "must have exactly one of create/read/write/append mode");
    if ((flags & BINARY) != 0) {
        static const char *const names[] = {"an encoding", "an errors", "a newline"};
        for (size_t k = 0; k < 3; k++)
            if (nf->argv[3 + k] != NULL)
                return vv_raise_step(t, VV_ValueError, "binary mode doesn't take %s argument", names[k]);
        if (nf->i[1] == 1) {
            nf->slot[1] = vv_str_from_cstr(
                t, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used");
            if (nf->slot[1] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_warn(t, VV_RuntimeWarning, nf->slot[1]));
            vv_drop_ret(t);
        }
    }
    vv_setref_take(t, &nf->slot[1], raw_mode(t, (int)nf->i[0]));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_fileio_new(t, nf->argv[0], nf->slot[1], nf->argv[6] == NULL ? VV_TRUE(t) : (vv_ref)nf->argv[6],
                                  nf->argv[7] == NULL ? VV_NONE(t) : (vv_ref)nf->argv[7]));
    nf->slot[0] = vv_take_ret(t);
    nf->i[2] = nf->i[1] == 1 && (nf->i[0] & BINARY) == 0;
    if (nf->i[1] == 1)
        nf->i[1] = -1;
    if (nf->i[1] == 0) {
        if ((nf->i[0] & BINARY) != 0)
            return vv_return(t, vv_move(&nf->slot[0]));
        (void)vv_raise_step(t, VV_ValueError, "can't have unbuffered text I/O");
        goto failed;
    }
    int id = (nf->i[0] & UPDATE) != 0 ? VV_T_FILE_RANDOM : (nf->i[0] & READ) != 0 ? VV_T_FILE_READER : VV_T_FILE_WRITER;
    vv_type *type = vv_type_ensure_peek(t, id);
    vv_setref_take(t, &nf->slot[1], vv_int_new(t, nf->i[1] < 0 ? DEFAULT_BUFFER_SIZE : nf->i[1]));
    if (type == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_call2(t, &type->head, nf->slot[0], nf->slot[1]));
    if (nf->raised)
        goto failed;
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if ((nf->i[0] & BINARY) != 0)
        return vv_return(t, vv_move(&nf->slot[0]));
    vv_ref none = VV_NONE(t);
    VV_AWAIT_CATCH(nf, vv_do_call(t, (vv_ref)t->vm->types[VV_T_FILE],
                                  (vv_obj *[]){nf->slot[0], nf->argv[3] == NULL ? VV_OBJ(none) : nf->argv[3],
                                               nf->argv[4] == NULL ? VV_OBJ(none) : nf->argv[4],
                                               nf->argv[5] == NULL ? VV_OBJ(none) : nf->argv[5],
                                               nf->i[2] ? t->vm->true_ : t->vm->false_}, 5));
    if (nf->raised)
        goto failed;
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, "mode"));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_setattr(t, nf->slot[0], nf->slot[1], nf->argv[1]));
    return vv_return(t, vv_move(&nf->slot[0]));
failed: /* what is open is closed, and the error goes on */
    nf->slot[2] = vv_take_error(t);
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, close), NULL, 0));
    if (!nf->raised)
        vv_drop_ret(t);
    return vv_io_chain(t, vv_move(&nf->slot[2]));
    VV_END(nf);
}

int vv_io_add_open(vv_thread *t, vv_ref module) {
    static const vv_methoddef open_only[] = {
        {"open", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = io_open},
         "open($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
         "Open a file and return a file object for it."},
        {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
    return vv_module_add_functions(t, module, open_only);
}

vv_step vv_do_file_open(vv_thread *t, vv_ref path, vv_ref mode) {
    vv_obj *argv[8] = {VV_OBJ(path), VV_OBJ(mode)};
    return vv_native_enter(t, vv_push_native(t, io_open, "open", argv, VV_ARRAY_LEN(argv)));
}

/* Is this a source file of the library that the host could not read just now? (Without its code file, that is compiled.) */
static bool library_is_away(vv_thread *t, vv_ref path) {
    static const char library[] = VV_LIBRARY "/";
    size_t n;
    const char *text = vv_str_utf8_peek(t, path, &n);
    if (text == NULL)
        vv_clear_error(t);
    return text != NULL && n >= sizeof library && memcmp(text, library, sizeof library - 1) == 0 &&
           memcmp(text + n - 3, ".py", 3) == 0 && t->vm->kernel->error == LIBRARY_AWAY;
}

/* argv: path; slot: 0 mode. A fetch that failed is an ImportError, which a retry can heal. */
static vv_step io_open_code(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "open_code() argument 'path' must be str, not %A", nf->argv[0]);
    nf->slot[0] = vv_str_from_cstr(t, "rb");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_file_open(t, nf->argv[0], nf->slot[0]));
    if (!nf->raised)
        return VV_READY;
    nf->slot[1] = vv_take_error(t);
    if (!vv_is_instance(nf->slot[1], VV_TYPEP_ID(t, VV_OSError)) || !library_is_away(t, nf->argv[0])) {
        vv_restore_error_take(t, vv_move(&nf->slot[1]));
        return VV_FAILED;
    }
    return vv_raise_step(t, VV_ImportError, "cannot read %U of the standard library: %s", nf->argv[0], vv_errno_text(LIBRARY_AWAY));
    VV_END(nf);
}

static vv_owned io_text_encoding(vv_thread *t, vv_obj *const *argv) {
    if (argv[0] != VV_NONE(t))
        return vv_newref(argv[0]);
    return vv_str_from_cstr(t, "locale");
}

/* ---- the module ---- */

vv_owned vv__io_module(vv_thread *t);
vv_owned vv__io_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_io", "Files as the interpreter knows them.", io_methods)};
    VV_AUTO size = {t, vv_int_new(t, DEFAULT_BUFFER_SIZE)};
    VV_AUTO name = {t, vv_intern_cstr(t, "open")};
    vv_ref unsupported = vv_io_unsupported_peek(t);
    if (module.o == NULL || size.o == NULL || name.o == NULL || unsupported == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict, open = vv_dict_get_str_peek(t->vm->builtins, name.o);
    for (int id = VV_T_IOBASE; id <= VV_T_FILE_PAIR; id++) {
        vv_type *type = vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, dict, type->spec->name, (vv_ref)type) < 0)
            return NULL;
    }
    if (vv_dict_set_cstr(t, dict, "DEFAULT_BUFFER_SIZE", size.o) < 0 ||
        vv_dict_set_cstr(t, dict, "UnsupportedOperation", unsupported) < 0 ||
        vv_dict_set_cstr(t, dict, "BlockingIOError", (vv_ref)t->vm->types[VV_BlockingIOError]) < 0 ||
        (open != NULL && vv_dict_set_str(t, dict, name.o, open) < 0))
        return NULL;
    return vv_move(&module.o);
}
