/* datafile.c - says which table is missing. The step that loads it is in kernel/datafiles.c. */
#include "object/datafile.h"

#include "object/error.h"
#include "object/runtime.h"

const void *vv_data_peek(vv_thread *t, enum vv_data which) {
    if (t->vm->data[which] == NULL) {
        t->vm->data_missing = (uint8_t)(which + 1);
        (void)vv_raise(t, VV_SystemError, "a table of the standard library is not loaded");
    }
    return t->vm->data[which];
}

bool vv_data_missed(vv_thread *t) {
    if (t->vm->data_missing == 0 || !vv_error_is(t, VV_SystemError))
        return false;
    vv_clear_error(t);
    return true;
}
