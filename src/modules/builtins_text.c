/* builtins_text.c - built-in functions about text and streams: repr, format, print, input. */
#include "kernel/kernel.h"
#include "modules/builtins.h"
#include "modules/io.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME builtins_text
#define VV_DEF_FILE "modules/builtins_text.def"
#include "object/deftype.h"

int vv_builtins_add_text(vv_thread *t, vv_ref module) {
    return vv_module_add_functions(t, module, builtins_text_methods);
}

static vv_step builtins_text_repr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step builtins_text_ascii(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_ascii(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step builtins_text_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL && !VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "format() argument 2 must be str, not %A", nf->argv[1]);
    VV_AWAIT(nf, vv_do_format(t, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* A separator argument: None and absent give NULL. 0/-1. */
static int text_argument(vv_thread *t, vv_obj **argument, const char *name) {
    if (*argument == NULL || *argument == t->vm->none) {
        vv_clearref(t, argument);
        return 0;
    }
    if (!VV_ISA(*argument, STR))
        return vv_raise_int(t, VV_TypeError, "%s must be None or a string, not %T", name, *argument);
    return 0;
}

/* Writes text to a stream: directly if it is one of ours, else through its `write`. */
static vv_step write_text(vv_thread *t, vv_ref stream, vv_ref text) {
    if (VV_IS(t, stream, FILE))
        return vv_do_file_write(t, stream, text);
    return vv_do_call_method(t, stream, VV_N(t, write), (vv_obj *[]){VV_OBJ(text)}, 1);
}

/* argv: args, sep, end, file, flush; slot: 0 stream, 1 text; i: 0 position */
static vv_step builtins_text_print(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (text_argument(t, &nf->argv[1], "sep") < 0 || text_argument(t, &nf->argv[2], "end") < 0)
        return VV_FAILED;
    if (nf->argv[3] == NULL || nf->argv[3] == t->vm->none) {
        nf->slot[0] = vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stdout)));
        if (nf->slot[0] == NULL)
            return vv_raise_step(t, VV_RuntimeError, "lost sys.stdout");
        if (nf->slot[0] == t->vm->none)
            return vv_return_none(t);
    } else {
        nf->slot[0] = vv_newref(nf->argv[3]);
    }
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        if (nf->i[0] > 0) {
            nf->slot[1] = nf->argv[1] == NULL ? vv_str_from_char(t, ' ') : vv_newref(nf->argv[1]);
            if (nf->slot[1] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, write_text(t, nf->slot[0], nf->slot[1]));
            vv_drop_ret(t);
            vv_clearref(t, &nf->slot[1]);
        }
        VV_AWAIT(nf, vv_do_str(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]]));
        nf->slot[1] = vv_take_ret(t);
        VV_AWAIT(nf, write_text(t, nf->slot[0], nf->slot[1]));
        vv_drop_ret(t);
        vv_clearref(t, &nf->slot[1]);
    }
    nf->slot[1] = nf->argv[2] == NULL ? vv_str_from_char(t, '\n') : vv_newref(nf->argv[2]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, write_text(t, nf->slot[0], nf->slot[1]));
    vv_drop_ret(t);
    if (nf->argv[4] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[4]));
        if (t->ival) {
            VV_AWAIT(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, flush), NULL, 0));
            vv_drop_ret(t);
        }
    }
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: prompt; slot: 0 stdout, 1 prompt text, 2 stdin; i: 0 stdin is ours */
static vv_step builtins_text_input(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stdout)));
    nf->slot[2] = vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stdin)));
    if (nf->slot[0] == NULL || nf->slot[0] == t->vm->none)
        return vv_raise_step(t, VV_RuntimeError, "input(): lost sys.stdout");
    if (nf->slot[2] == NULL || nf->slot[2] == t->vm->none)
        return vv_raise_step(t, VV_RuntimeError, "input(): lost sys.stdin");
    if (nf->argv[0] != NULL) {
        VV_AWAIT(nf, vv_do_str(t, nf->argv[0]));
        nf->slot[1] = vv_take_ret(t);
        VV_AWAIT(nf, write_text(t, nf->slot[0], nf->slot[1]));
        vv_drop_ret(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, flush), NULL, 0));
    if (nf->raised)
        vv_clear_error(t);
    else
        vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[2], VV_N(t, readline), NULL, 0));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    if (!VV_ISA(nf->slot[1], STR))
        return vv_raise_step(t, VV_TypeError, "object.readline() returned non-string");
    size_t n = vv_str_length(nf->slot[1]);
    if (n == 0)
        return vv_raise_step(t, VV_EOFError, "EOF when reading a line");
    if (vv_str_at(nf->slot[1], n - 1) == '\n')
        n--;
    return vv_return(t, vv_str_slice(t, nf->slot[1], 0, n));
    VV_END(nf);
}
