/* warn.c - the warnings the machine itself gives: deprecated operations, and a coroutine that nobody awaited. */
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/generator.h"
#include "vm/report.h"
#include "vm/report_private.h"

/* Where a coroutine was made, if that was kept: lines as of a traceback. A str, maybe empty. */
static vv_owned origin_text(vv_thread *t, vv_ref coroutine) {
    vv_ref origin = VV_GENERATOR_OF(coroutine)->origin_or_finalizer;
    VV_AUTO text = {t, vv_str_from_cstr(t, origin == NULL ? "" : "\nCoroutine created at (most recent call last)")};
    for (size_t k = origin == NULL ? 0 : VV_TUPLE(origin)->length; k > 0 && text.o != NULL; k--) {
        const vv_tuple *entry = VV_TUPLE(VV_TUPLE(origin)->items[k - 1]);
        int64_t line = 0;
        (void)vv_int_to_i64(entry->items[1], &line);
        VV_AUTO source = {t, vv_report_source_line(t, entry->items[0], (int)line)};
        if (source.o == NULL)
            return NULL;
        bool known = vv_str_length(source.o) > 0;
        vv_setref_take(t, &text.o, vv_format(t, "%U\n  File \"%U\", line %d, in %U%s%U", text.o, (vv_ref)entry->items[0], (int)line,
                                             (vv_ref)entry->items[2], known ? "\n    " : "", source.o));
    }
    return vv_move(&text.o);
}

static const char advice[] = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";

/* argv: the coroutine; slot[0]: the text, slot[1]: its origin */
static vv_step never_awaited_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    const vv_pyframe *f = vv_frame_python(nf->head.back);
    nf->slot[1] = origin_text(t, nf->argv[0]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    vv_ref name = VV_GENERATOR_OF(nf->argv[0])->qualname;
    if (f == NULL) {
        nf->slot[0] = vv_format(t, "sys:1: RuntimeWarning: coroutine '%U' was never awaited%U\n%s", name, nf->slot[1], advice);
    } else {
        uint32_t unit = vv_frame_unit(f); /* of the next instruction: the one before it let the coroutine die */
        int line = vv_code_line((vv_ref)f->code, unit > 0 ? unit - 1 : 0);
        VV_AUTO source = {t, vv_report_source_line(t, f->code->filename, line)};
        if (source.o == NULL)
            return VV_FAILED;
        nf->slot[0] = vv_format(t, "%U:%d: RuntimeWarning: coroutine '%U' was never awaited%U\n%s%U%s%s", f->code->filename, line,
                                name, nf->slot[1], vv_str_length(source.o) > 0 ? "  " : "", source.o, vv_str_length(source.o) > 0 ? "\n" : "",
                                advice);
    }
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_warn_never_awaited(vv_thread *t, vv_ref coroutine) {
    return vv_start1(t, never_awaited_native, "warn", coroutine);
}

/* ---- at the line that runs ---- */

/* Is it the first such warning of this line? Answered, and remembered, by the module's __warningregistry__. 1, 0 or -1. */
static int is_first(vv_thread *t, const vv_pyframe *f, int category, vv_ref text, int line) {
    VV_AUTO name = {t, vv_intern_cstr(t, "__warningregistry__")};
    VV_AUTO number = {t, vv_int_new(t, line)};
    if (name.o == NULL || number.o == NULL)
        return -1;
    VV_AUTO registry = {t, vv_xnewref(vv_dict_get_str_peek(f->globals, name.o))};
    if (registry.o == NULL) {
        registry.o = vv_dict_new(t);
        if (registry.o == NULL || vv_dict_set_str(t, f->globals, name.o, registry.o) < 0)
            return -1;
    }
    VV_AUTO key = {t, vv_tuple_pack(t, 3, text, (vv_ref)&t->vm->types[category]->head, (vv_ref)number.o)};
    if (key.o == NULL)
        return -1;
    vv_obj *found = NULL;
    int r = VV_ISA(registry.o, DICT) ? vv_dict_get_now(t, registry.o, key.o, &found) : 0;
    if (r < 0 || found != NULL)
        return r < 0 ? -1 : 0;
    return !VV_ISA(registry.o, DICT) || vv_dict_set_now(t, registry.o, key.o, VV_TRUE(t)) >= 0 ? 1 : -1;
}

vv_step vv_do_warn(vv_thread *t, int category, vv_ref text) {
    const vv_pyframe *f = vv_frame_python(t->frame);
    if (f == NULL)
        return vv_return_null(t);
    vv_ref module = vv_dict_get_str_peek(f->globals, VV_N(t, __name__));
    if (category == VV_DeprecationWarning && (module == NULL || !VV_ISA(module, STR) || !vv_str_equal_cstr(module, "__main__")))
        return vv_return_null(t);
    if (category == VV_ImportWarning || category == VV_PendingDeprecationWarning || category == VV_ResourceWarning)
        return vv_return_null(t);
    int line = vv_frame_line(f), first = is_first(t, f, category, text, line);
    if (first <= 0)
        return first < 0 ? VV_FAILED : vv_return_null(t);
    VV_AUTO source = {t, vv_report_source_line(t, f->code->filename, line)};
    if (source.o == NULL)
        return VV_FAILED;
    bool known = vv_str_length(source.o) > 0;
    VV_AUTO message = {t, vv_format(t, "%U:%d: %s: %U\n%s%U%s", f->code->filename, line, t->vm->types[category]->tp_name, text,
                                    known ? "  " : "", source.o, known ? "\n" : "")};
    return message.o == NULL ? VV_FAILED : vv_do_write_stderr(t, message.o);
}
