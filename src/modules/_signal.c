/* _signal.c - module _signal: Ctrl-C is the only signal that ever comes; its handler may be set. */
#include "modules/posix.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME signal
#define VV_DEF_FILE "modules/_signal.def"
#include "object/deftype.h"

enum { SIGINT_ = 2, SIGNALS = 65 };

static vv_owned signal_default_int_handler(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    (void)vv_raise_value(t, VV_KeyboardInterrupt, NULL);
    return NULL;
}

/* The number of a signal, or -1 with an exception. */
static int number_of(vv_thread *t, vv_ref o) {
    int64_t number;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    vv_int_to_i64(o, &number);
    return number >= 1 && number < SIGNALS ? (int)number : vv_raise_int(t, VV_ValueError, "signal number out of range");
}

static vv_owned signal_getsignal(vv_thread *t, vv_obj *const *argv) {
    int number = number_of(t, argv[0]);
    if (number < 0)
        return NULL;
    vv_ref given = t->vm->signal_handlers == NULL ? t->vm->none : (vv_ref)VV_LIST(t->vm->signal_handlers)->items[number];
    if (given != t->vm->none)
        return vv_newref(given);
    VV_AUTO key = {t, vv_intern_cstr(t, number == SIGINT_ ? "default_int_handler" : "SIG_DFL")};
    VV_AUTO name = {t, vv_intern_cstr(t, "_signal")};
    vv_ref module = key.o == NULL || name.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, name.o);
    vv_ref found = module == NULL || !VV_IS(t, module, MODULE) ? NULL : vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, key.o);
    return t->exc != NULL ? NULL : found == NULL ? vv_none(t) : vv_newref(found);
}

static vv_owned signal_signal(vv_thread *t, vv_obj *const *argv) {
    int number = number_of(t, argv[0]);
    if (number < 0)
        return NULL;
    int64_t special;
    bool known = VV_ISA(argv[1], INT) && vv_int_to_i64(argv[1], &special) == 0 && (special == 0 || special == 1);
    if (!known && argv[1]->type->s.call == NULL)
        return vv_raise(t, VV_TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    bool standard = VV_IS(t, argv[1], BUILTIN) && VV_BUILTIN_OF(argv[1])->def->fn.leaf == signal_default_int_handler;
    VV_AUTO before = {t, signal_getsignal(t, argv)};
    if (before.o == NULL)
        return NULL;
    if (t->vm->signal_handlers == NULL) {
        VV_AUTO list = {t, vv_list_new(t, 0)};
        if (list.o == NULL)
            return NULL;
        for (size_t k = 0; k < SIGNALS; k++)
            if (vv_list_append(t, list.o, t->vm->none) < 0)
                return NULL;
        t->vm->signal_handlers = vv_move(&list.o);
    }
    vv_setref_take(t, &VV_LIST(t->vm->signal_handlers)->items[number], vv_newref(standard ? t->vm->none : (vv_ref)argv[1]));
    return vv_move(&before.o);
}

/* Those whose default is to do nothing: SIGCHLD, SIGCONT, SIGURG, SIGWINCH. */
static bool harmless(int64_t number) {
    return number == 17 || number == 18 || number == 23 || number == 28;
}

static vv_step arrive(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    int64_t number, special = 0;
    vv_int_to_i64(nf->argv[0], &number);
    vv_ref handler = t->vm->signal_handlers == NULL ? t->vm->none : (vv_ref)VV_LIST(t->vm->signal_handlers)->items[number];
    if (handler == t->vm->none && number == SIGINT_)
        return vv_raise_value(t, VV_KeyboardInterrupt, NULL), VV_FAILED;
    if (handler != t->vm->none && handler->type->s.call != NULL) {
        vv_pyframe *f = vv_frame_python(t->frame);
        vv_ref frame = f == NULL ? t->vm->none : vv_frame_object_peek(t, f);
        if (frame == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call2(t, handler, nf->argv[0], frame));
        vv_drop_ret(t);
        return vv_return_none(t);
    }
    if (handler != t->vm->none)
        vv_int_to_i64(handler, &special);
    if (special == 1 || harmless(number))
        return vv_return_none(t);
    return vv_raise_step(t, VV_NotImplementedError, "signal %d would end the process", (int)number);
    VV_END(nf);
}
vv_step vv_do_signal(vv_thread *t, int64_t number) {
    VV_AUTO o = {t, vv_int_new(t, number)};
    if (o.o == NULL)
        return VV_FAILED;
    if (number < 1 || number >= SIGNALS)
        return vv_raise_os(t, 22, NULL); /* EINVAL */
    return vv_start1(t, arrive, "signal", o.o);
}

/* argv: signal */
static vv_step signal_raise_signal(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_POSIX_TAKE(vv_posix_take_fd, 0, 0);
    VV_AWAIT(nf, vv_do_signal(t, nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

static const struct {
    const char *name;
    int value;
} constants[] = {
    {"SIG_DFL", 0}, {"SIG_IGN", 1}, {"SIGINT", SIGINT_}, {"SIGABRT", 6}, {"SIGTERM", 15}, {"NSIG", SIGNALS},
};

vv_owned vv__signal_module(vv_thread *t);
vv_owned vv__signal_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_signal", "Signals: Ctrl-C alone.", signal_methods)};
    for (size_t k = 0; k < VV_ARRAY_LEN(constants) && module.o != NULL; k++) {
        VV_AUTO value = {t, vv_int_new(t, constants[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, constants[k].name, value.o) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
