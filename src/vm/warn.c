/* warn.c - the warning about a coroutine that nobody awaited; others go through modules/_warnings.c. */
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

/* What library module warnings does about it, borrowed, or NULL when the program has not imported it. */
static vv_ref library_warns_peek(vv_thread *t) {
    VV_AUTO name = {t, vv_intern_cstr(t, "warnings")};
    VV_AUTO function = {t, vv_intern_cstr(t, "_warn_unawaited_coroutine")};
    if (name.o == NULL || function.o == NULL) {
        vv_clear_error(t);
        return NULL;
    }
    vv_ref module = t->vm->modules == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, name.o);
    return module == NULL || !VV_IS(t, module, MODULE) ? NULL : vv_dict_get_str_peek(VV_MODULE_OF(module)->dict, function.o);
}

/* argv: the coroutine; slot[0]: the text or the library's function, slot[1]: its origin */
static vv_step never_awaited_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(library_warns_peek(t));
    if (nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_call1(t, nf->slot[0], nf->argv[0]));
        return VV_READY;
    }
    const vv_pyframe *f = vv_frame_python(nf->head.back);
    nf->slot[1] = origin_text(t, nf->argv[0]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    vv_ref name = VV_GENERATOR_OF(nf->argv[0])->qualname;
    if (f == NULL) {
        nf->slot[0] = vv_format(t, "sys:1: RuntimeWarning: coroutine '%U' was never awaited%U\n%s", name, nf->slot[1], advice);
    } else {
        int line = vv_frame_line(f);
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
