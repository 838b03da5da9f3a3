/* _signal.c - module _signal: Ctrl-C is the only signal that ever comes; its handler may be set. */
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"

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
        VV_AUTO list = {t, vv_list_new(t, SIGNALS)};
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
