/* modules.c - the modules a program starts with, and the table of those written in C (modules/modules.def). */
#include "modules/modules.h"

#include <string.h>

#include "modules/sys_info.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/side.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "vm/vm.h"

typedef vv_owned module_maker(vv_thread *t);
#define VV_MODULE(name) __attribute__((weak)) module_maker vv_##name##_module; /* NULL: in a side module (object/side.h) */
#define VV_MODULE_STARTED(name)                                                                                        \
    VV_MODULE(name)                                                                                                    \
    __attribute__((weak)) vv_resumable_fn vv_##name##_start;
#include "modules/modules.def"
#undef VV_MODULE
#undef VV_MODULE_STARTED

static const struct {
    const char *name;
    module_maker *make;
    vv_resumable_fn *start; /* NULL: none, or in a side module */
    bool has_start;
} makers[] = {
#define VV_MODULE(name) {#name, vv_##name##_module, NULL, false},
#define VV_MODULE_STARTED(name) {#name, vv_##name##_module, vv_##name##_start, true},
#include "modules/modules.def"
#undef VV_MODULE
#undef VV_MODULE_STARTED
};

/* The number of the module called `name`, or that of none. */
static uint32_t find(vv_ref name) {
    uint32_t k = 0;
    while (k < VV_ARRAY_LEN(makers) && !vv_str_equal_cstr(name, makers[k].name))
        k++;
    return k;
}

bool vv_modules_is_builtin(vv_ref name) {
    return find(name) < VV_ARRAY_LEN(makers);
}

/* Which side module has a module of C, in builds that have side modules. */
static const struct {
    const char *module, *side;
} sides[] = {
#define VV_SIDE(module, side) {#module, #side},
#include "side_modules.def"
#undef VV_SIDE
};

bool vv_modules_has_start(vv_ref name) {
    uint32_t k = find(name);
    return k < VV_ARRAY_LEN(makers) && makers[k].has_start;
}

vv_resumable_fn *vv_modules_start(vv_thread *t, vv_ref name) {
    uint32_t k = find(name);
    if (k == VV_ARRAY_LEN(makers) || !makers[k].has_start)
        return NULL;
    if (makers[k].start != NULL)
        return makers[k].start;
    return (vv_resumable_fn *)(uintptr_t)vv_side_peek(t, VV_SIDE_START + k);
}

vv_owned vv_modules_create(vv_thread *t, vv_ref name) {
    size_t s = 0;
    uint32_t k = find(name);
    if (k == VV_ARRAY_LEN(makers))
        return NULL;
    if (makers[k].make != NULL)
        return makers[k].make(t);
    const void *make = vv_side_peek(t, VV_SIDE_MODULE + k);
    if (make != NULL)
        return ((module_maker *)(uintptr_t)make)(t);
    while (s < VV_ARRAY_LEN(sides) && strcmp(sides[s].module, makers[k].name) != 0)
        s++;
    if (s == VV_ARRAY_LEN(sides))
        return vv_raise(t, VV_ImportError, "module %s is left out of this build of Vivarium", makers[k].name);
    return vv_side_miss(t, sides[s].side);
}

/* Makes C module `name` and enters it in sys.modules; its dict, owned. */
static vv_owned install(vv_thread *t, const char *name) {
    VV_AUTO text = {t, vv_str_from_cstr(t, name)};
    VV_AUTO module = {t, text.o == NULL ? NULL : vv_modules_create(t, text.o)};
    if (module.o == NULL || vv_dict_set_str(t, t->vm->modules, text.o, module.o) < 0)
        return NULL;
    return vv_newref(VV_MODULE_OF(module.o)->dict);
}

static int make_main(vv_thread *t) {
    vv_vm *vm = t->vm;
    VV_AUTO module = {t, vv_module_new(t, VV_N(t, __main__))};
    if (module.o == NULL || vv_dict_set_str(t, vm->modules, VV_N(t, __main__), module.o) < 0)
        return -1;
    vm->main_dict = vv_newref(VV_MODULE_OF(module.o)->dict);
    vv_ref builtins = vv_dict_get_str_peek(vm->modules, VV_N(t, builtins));
    return vv_dict_set_str(t, vm->main_dict, VV_N(t, __builtins__), builtins);
}

int vv_modules_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    vm->modules = vv_dict_new(t);
    vm->sources = vv_dict_new(t);
    if (vm->modules == NULL || vm->sources == NULL)
        return -1;
    vm->builtins = install(t, "builtins");
    if (vm->builtins == NULL)
        return -1;
    vm->sysdict = install(t, "sys");
    if (vm->sysdict == NULL || vv_dict_set_str(t, vm->sysdict, VV_N(t, modules), vm->modules) < 0)
        return -1;
    return make_main(t);
}

void vv_modules_fini(vv_thread *t) {
    vv_vm *vm = t->vm;
    vv_clearref(t, &vm->codec_search);
    vv_clearref(t, &vm->exit_functions);
    vv_clearref(t, &vm->ast);
    vv_obj **roots[] = {&vm->codec_errors, &vm->codec_cache, &vm->main_dict, &vm->modules, &vm->sysdict, &vm->importlib,
                        &vm->builtins, &vm->sources, &vm->watch.conditions, &vm->report_sources, &vm->signal_handlers, &vm->warnings,
                        &vm->decimal, &vm->monitor.objects, &vm->monitor.disable, &vm->monitor.missing};
    for (size_t k = 0; k < VV_ARRAY_LEN(roots); k++) {
        if (*roots[k] != NULL && VV_IS(t, *roots[k], DICT))
            vv_dict_clear(t, *roots[k]);
        vv_clearref(t, roots[k]);
    }
}

int vv_modules_set_path(vv_thread *t, vv_ref filename) {
    size_t n = vv_str_length(filename);
    while (n > 1 && vv_str_at(filename, n - 1) != '/')
        n--;
    VV_AUTO folder = {t, vv_str_slice(t, filename, 0, n <= 1 ? 0 : n - 1)};
    return folder.o == NULL ? -1 : vv_sys_set_path(t, folder.o);
}
