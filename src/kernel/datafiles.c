/* datafiles.c - loads the tables of base/datafile.h, and side modules. */
#include <string.h>

#include "base/library.h"
#include "kernel/kernel.h"
#include "object/alloc.h"
#include "object/datafile.h"
#include "object/error.h"
#include "object/side.h"

static const vv_datafile *const files[VV_DATA__COUNT] = {
    [VV_DATA_UNICODE_NAMES] = &vv_uniname_file,
    [VV_DATA_UNICODEDATA] = &vv_unidata_file,
};

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t check_of(const char *bytes, size_t n) {
    uint64_t h = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < n; i++)
        h = (h ^ (uint8_t)bytes[i]) * UINT64_C(0x100000001B3);
    return h;
}

/* Keeps the answer as a table: 0/-1. */
static int keep(vv_thread *t, enum vv_data which) {
    struct vv_kernel *k = t->vm->kernel;
    const vv_datafile *file = files[which];
    const char *why = k->error == 0 ? "it was made for another version" : vv_errno_text(k->error);
    bool ours = k->error == 0 && k->answer.length == file->size && check_of(k->answer.data, file->size) == file->check;
    void *table = ours ? vv_alloc(t, file->size) : NULL;
    if (table != NULL) {
        memcpy(table, k->answer.data, file->size);
        t->vm->data[which] = table;
    }
    vv_free(t, k->answer.data); /* larger than most answers: not kept for the next one */
    k->answer = (vv_bytebuf){0};
    if (!ours)
        return vv_raise_int(t, VV_ImportError, "cannot read %s of the standard library (%s/_data): %s", file->name, VV_LIBRARY,
                            why == NULL ? "unknown error" : why);
    return table == NULL ? -1 : 0;
}

/* i[0]: enum vv_data */
static vv_step load_native(vv_thread *t, vv_native *nf) {
    static const char folder[] = VV_LIBRARY "/_data/";
    enum { LONGEST_NAME = 32 };
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    char path[sizeof folder + LONGEST_NAME];
    memcpy(path, folder, sizeof folder);
    strncpy(path + sizeof folder - 1, files[nf->i[0]]->name, LONGEST_NAME);
    vv_step s = vv_kernel_request(t, VV_REQ_READ_FILE, path, NULL, 0);
    if (s != VV_READY)
        return s;
    return keep(t, (enum vv_data)nf->i[0]) < 0 ? VV_FAILED : vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_need_data(vv_thread *t, enum vv_data which) {
    if (t->vm->data[which] != NULL)
        return vv_return_null(t);
    vv_native *nf = vv_push_native(t, load_native, "load a table", NULL, 0);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = which;
    return VV_PUSHED;
}

/* ---- side modules ---- */

/* Keeps what the answer says a side module defines. */
static int keep_side(vv_thread *t, const char *side) {
    const struct vv_kernel *k = t->vm->kernel;
    size_t n = k->answer.length / sizeof(vv_side_entry);
    const char *why = k->error == 0 ? NULL : vv_errno_text(k->error);
    if (k->error != 0 || n == 0)
        return vv_raise_int(t, VV_ImportError, "cannot load the module %s: %s", side, why == NULL ? "unknown error" : why);
    vv_side_entry *entries = vv_realloc(t, t->vm->side_entries, (t->vm->n_side_entries + n) * sizeof *entries);
    if (entries == NULL)
        return -1;
    memcpy(entries + t->vm->n_side_entries, k->answer.data, n * sizeof *entries);
    t->vm->side_entries = entries;
    t->vm->n_side_entries += (uint32_t)n;
    return 0;
}

/* i[0]: the name, a constant of the core's */
static vv_step load_side_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_WAIT_POINT(nf);
    const char *side = (const char *)(uintptr_t)nf->i[0];
    vv_step s = vv_kernel_request(t, VV_REQ_LOAD_SIDE, side, NULL, 0);
    if (s != VV_READY)
        return s;
    return keep_side(t, side) < 0 ? VV_FAILED : vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_load_data(vv_thread *t) {
    if (t->vm->side_missing != NULL) {
        vv_native *nf = vv_push_native(t, load_side_native, "load a side module", NULL, 0);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = (int64_t)(uintptr_t)t->vm->side_missing;
        t->vm->side_missing = NULL;
        return VV_PUSHED;
    }
    enum vv_data which = (enum vv_data)(t->vm->data_missing - 1);
    t->vm->data_missing = 0;
    return vv_do_need_data(t, which);
}
