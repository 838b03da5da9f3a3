/* sources.c - the text of source files for tracebacks (vm->sources): what the host started, and what is read when a traceback
 * comes to it.
 *
 * What the host gave is kept. Other files may change and are read again for each report (vm->report_sources).
 */
#include "base/utf8.h"
#include "code/codeobj.h"
#include "kernel/kernel.h"
#include "modules/compiling.h"
#include "modules/modules.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/str.h"
#include "vm/frame.h"
#include "vm/report.h"


/* Text that is not UTF-8 compiles only when it says that it is in an encoding of single bytes. */
static vv_owned source_text(vv_thread *t, const char *source, size_t length) {
    size_t bad;
    return vv_utf8_valid(source, length, &bad) ? vv_str_from_utf8(t, source, length) : vv_str_from_kind(t, 1, source, length);
}

int vv_modules_remember_source(vv_thread *t, vv_ref filename, const char *source, size_t length) {
    VV_AUTO text = {t, source_text(t, source, length)};
    return text.o == NULL ? -1 : vv_dict_set_str(t, t->vm->sources, filename, text.o);
}

/* Must the file be read before its lines can be shown? */
static bool must_read(vv_thread *t, vv_ref filename) {
    uint32_t n = VV_IS(t, filename, STR) ? vv_str_length(filename) : 0;
    if (n == 0 || (vv_str_at(filename, 0) == '<' && vv_str_at(filename, n - 1) == '>'))
        return false;
    return vv_dict_get_str_peek(t->vm->sources, filename) == NULL && vv_dict_get_str_peek(t->vm->report_sources, filename) == NULL;
}

/* Keeps `decoded`, or what was read; nothing could be: the empty text. 0/-1. */
static int keep(vv_thread *t, vv_ref filename, bool found, vv_ref decoded) {
    const struct vv_kernel *k = t->vm->kernel;
    VV_AUTO text = {t, decoded != NULL ? vv_newref(decoded)
                       : found ? source_text(t, k->answer.data, k->answer.length) : vv_newref(t->vm->empty_str)};
    return text.o == NULL ? -1 : vv_dict_set_str(t, t->vm->report_sources, filename, text.o);
}

/* argv: first entry of a traceback, or a file name; slot: 0 the entry, 1 its file name, 2 its text; i[0]: it was read */
static vv_step load_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(nf->argv[0]);
    while (nf->slot[0] != NULL) {
        if (t->vm->report_sources == NULL && (t->vm->report_sources = vv_dict_new(t)) == NULL)
            return VV_FAILED;
        bool entry = VV_IS(t, nf->slot[0], TRACEBACK);
        vv_ref filename = !entry ? (vv_ref)nf->slot[0] : (vv_ref)((const vv_frameobj *)((const vv_traceback *)nf->slot[0])->frame)->frame->code->filename;
        if (must_read(t, filename)) {
            vv_setref_take(t, &nf->slot[1], vv_newref(filename));
            VV_WAIT_POINT(nf);
            const char *path = vv_str_utf8_peek(t, nf->slot[1], NULL);
            vv_step s = path == NULL ? VV_FAILED : vv_kernel_request(t, VV_REQ_READ_FILE, path, NULL, 0);
            if (s == VV_WAITING)
                return s;
            vv_clear_error(t); /* a name that is no UTF-8 names no file of the host's */
            const struct vv_kernel *k = t->vm->kernel;
            char codec[VV_SOURCE_ENCODING_SIZE];
            nf->i[0] = s == VV_READY && k->error == 0;
            if (nf->i[0] && vv_source_codec(k->answer.data, k->answer.length, codec) != NULL) {
                vv_setref_take(t, &nf->slot[2], vv_bytes_new(t, k->answer.data, k->answer.length));
                if (nf->slot[2] == NULL)
                    return VV_FAILED;
                VV_AWAIT_CATCH(nf, vv_do_source_text(t, nf->slot[2], 0));
                if (nf->raised)
                    vv_clear_error(t);
                vv_setref_take(t, &nf->slot[2], nf->raised ? NULL : vv_take_ret(t));
                if (nf->slot[2] != NULL && !VV_ISA(nf->slot[2], STR))
                    vv_clearref(t, &nf->slot[2]);
                nf->i[0] = false; /* another request may have been answered since */
            }
            if (keep(t, nf->slot[1], nf->i[0], nf->slot[2]) < 0)
                return VV_FAILED;
            vv_clearref(t, &nf->slot[2]);
        }
        bool more = VV_IS(t, nf->slot[0], TRACEBACK);
        vv_setref_take(t, &nf->slot[0], more ? vv_xnewref(((const vv_traceback *)nf->slot[0])->next) : NULL);
    }
    return vv_return_none(t);
    VV_END(nf);
}

vv_step vv_do_load_sources(vv_thread *t, vv_ref traceback) {
    return traceback == NULL || t->vm->sources == NULL ? vv_return_none(t) : vv_start1(t, load_native, "load sources", traceback);
}

vv_step vv_do_load_source(vv_thread *t, vv_ref filename) {
    return vv_do_load_sources(t, filename);
}
