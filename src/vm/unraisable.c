/* unraisable.c - exceptions that nobody can catch (a finalizer's, a callback's) go to sys.unraisablehook. */
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/str.h"
#include "types/structseq.h"
#include "vm/report.h"

static const vv_memberdef args_members[] = {
    VV_STRUCTSEQ_FIELD(0, "exc_type", "Exception type"),
    VV_STRUCTSEQ_FIELD(1, "exc_value", "Exception value"),
    VV_STRUCTSEQ_FIELD(2, "exc_traceback", "Exception traceback"),
    VV_STRUCTSEQ_FIELD(3, "err_msg", "Error message"),
    VV_STRUCTSEQ_FIELD(4, "object", "Object causing the exception"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_typespec args_spec = VV_STRUCTSEQ_SPEC("builtins", "UnraisableHookArgs", "What sys.unraisablehook is told.", args_members,
                                                       &vv_structseq_slots, 0);

/* What the hook is told. The type is made on first use and kept in module sys, under the name it has there in CPython. */
static vv_owned make_args(vv_thread *t, vv_ref exc, vv_ref place) {
    VV_AUTO name = {t, vv_intern_cstr(t, "UnraisableHookArgs")};
    if (name.o == NULL)
        return NULL;
    VV_AUTO type = {t, vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, name.o))};
    if (type.o == NULL) {
        type.o = vv_structseq_type(t, &args_spec, 5);
        if (type.o == NULL || vv_dict_set_str(t, t->vm->sysdict, name.o, type.o) < 0)
            return NULL;
    }
    vv_obj *values[] = {vv_newref((vv_ref)exc->type), vv_newref(exc), vv_xnewref(VV_EXC_OF(exc)->traceback), NULL, vv_xnewref(place)};
    return vv_structseq_new_take(t, type.o, values, VV_ARRAY_LEN(values));
}

/* sys.unraisablehook: owned, NULL when there is none (or no memory to ask). */
static vv_owned find_hook(vv_thread *t) {
    VV_AUTO name = {t, vv_intern_cstr(t, "unraisablehook")};
    if (name.o == NULL)
        vv_clear_error(t);
    return name.o == NULL || t->vm->sysdict == NULL ? NULL : vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, name.o));
}

static bool is_own_hook(vv_thread *t, vv_ref hook) {
    VV_AUTO name = {t, vv_intern_cstr(t, "__unraisablehook__")};
    if (name.o == NULL)
        vv_clear_error(t);
    return name.o == NULL || hook == vv_dict_get_str_peek(t->vm->sysdict, name.o);
}

/* argv: exception, object or NULL, callback or NULL; slot: 0 hook, 1 arguments, 2 what the hook raised, 3 a text */
static vv_step unraisable_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = find_hook(t);
    if (nf->slot[0] == NULL || nf->slot[0] == t->vm->none || is_own_hook(t, nf->slot[0])) {
        VV_AWAIT(nf, vv_do_report_ignored(t, nf->argv[0], nf->argv[1], nf->argv[2]));
        return VV_READY;
    }
    vv_ref place = nf->argv[2];
    if (place == NULL && nf->argv[1] != NULL && (nf->argv[1]->type->flags & VV_TF_HEAP) != 0)
        place = vv_type_lookup_peek(t, nf->argv[1]->type, VV_N(t, __del__));
    nf->slot[1] = make_args(t, nf->argv[0], place == NULL ? nf->argv[1] : place);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_call1(t, nf->slot[0], nf->slot[1]));
    if (!nf->raised)
        return VV_READY;
    nf->slot[2] = vv_take_error(t);
    nf->slot[3] = vv_str_from_cstr(t, "Exception ignored in sys.unraisablehook: ");
    if (nf->slot[3] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[3]));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_repr(t, nf->slot[0]));
    vv_owned line = vv_format(t, "%U\n", t->ret);
    vv_drop_ret(t);
    if (line == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[3], line);
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[3]));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_report(t, nf->slot[2]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_unraisable(vv_thread *t, vv_ref exc, vv_ref object, vv_ref callback) {
    vv_pyframe *f = vv_frame_python(t->frame);
    if (VV_EXC_OF(exc)->traceback == NULL && f != NULL) { /* C code raised it: the line that runs shall be seen */
        vv_restore_error_take(t, vv_newref(exc));
        vv_traceback_here(t, f);
        vv_clear_error(t);
    }
    return vv_start3(t, unraisable_native, "unraisable", exc, object, callback);
}
