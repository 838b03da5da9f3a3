/* warn.c - the one warning the machine itself gives: a coroutine that nobody awaited. */
#include "object/error.h"
#include "types/dict.h"
#include "vm/generator.h"
#include "vm/report.h"
#include "vm/report_private.h"

static const char advice[] = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";

/* argv: the coroutine; slot[0]: the text */
static vv_step never_awaited_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    const vv_pyframe *f = vv_frame_python(nf->head.back);
    vv_ref name = VV_GENERATOR_OF(nf->argv[0])->qualname;
    if (f == NULL) {
        nf->slot[0] = vv_format(t, "sys:1: RuntimeWarning: coroutine '%U' was never awaited\n%s", name, advice);
    } else {
        uint32_t unit = vv_frame_unit(f); /* of the next instruction: the one before it let the coroutine die */
        int line = vv_code_line((vv_ref)f->code, unit > 0 ? unit - 1 : 0);
        VV_AUTO source = {t, vv_report_source_line(t, f->code->filename, line)};
        if (source.o == NULL)
            return VV_FAILED;
        nf->slot[0] = vv_format(t, "%U:%d: RuntimeWarning: coroutine '%U' was never awaited\n%s%U%s%s", f->code->filename, line,
                                name, vv_str_length(source.o) > 0 ? "  " : "", source.o, vv_str_length(source.o) > 0 ? "\n" : "",
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
