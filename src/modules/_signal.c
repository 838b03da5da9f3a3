/* _signal.c - module _signal: Ctrl-C is the only signal, and always raises KeyboardInterrupt. */
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"

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
    VV_AUTO key = {t, vv_intern_cstr(t, number == SIGINT_ ? "default_int_handler" : "SIG_DFL")};
    VV_AUTO name = {t, vv_intern_cstr(t, "_signal")};
    vv_ref module = key.o == NULL || name.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, name.o);
    vv_ref found = module == NULL || !VV_IS(t, module, MODULE) ? NULL : vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, key.o);
    return t->exc != NULL ? NULL : found == NULL ? vv_none(t) : vv_newref(found);
}

static vv_owned signal_signal(vv_thread *t, vv_obj *const *argv) {
    return number_of(t, argv[0]) < 0 ? NULL : vv_raise(t, VV_NotImplementedError, "handlers of signals are not supported yet");
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
