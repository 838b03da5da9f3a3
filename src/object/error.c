/* error.c - raising exceptions from C: sets t->exc, chains the exception being handled as __context__.
 *
 * Invariant: after any of these t->exc is set (before the preallocated MemoryError exists, during start-up, raising may
 * leave it NULL; start-up treats the failure value alone).
 */
#include "object/error.h"

#include <stdarg.h>

#include "types/exceptions.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

static vv_obj *handled_peek(vv_thread *t) {
    for (vv_excinfo *info = t->excinfo; info != NULL; info = info->previous) {
        if (info->handled != NULL && info->handled != t->vm->none)
            return info->handled;
    }
    return NULL;
}

/* Makes `handled` the context of `exc`, first cutting `exc` out of the chain below it so that no loop arises. */
static void chain_context(vv_thread *t, vv_obj *exc, vv_obj *handled) {
    if (handled == exc)
        return;
    vv_obj *o = handled, *slow = handled;
    bool step = false;
    for (vv_obj *context; (context = VV_EXC_OF(o)->context) != NULL; o = context) {
        if (context == exc) {
            vv_clearref(t, &VV_EXC_OF(o)->context);
            break;
        }
        if (step) {
            slow = VV_EXC_OF(slow)->context;
            if (slow == context)
                break; /* a loop that was there before, made by hand */
        }
        step = !step;
    }
    vv_setref_take(t, &VV_EXC_OF(exc)->context, vv_newref(handled));
}

vv_step vv_raise_object(vv_thread *t, vv_ref exc) {
    vv_obj *handled = handled_peek(t);
    if (handled != NULL)
        chain_context(t, VV_OBJ(exc), handled);
    vv_setref_take(t, &t->exc, vv_newref(exc));
    return VV_FAILED;
}

void vv_memory_reserve(vv_vm *vm, bool open) {
    enum { RESERVE = 1 << 18 };
    if (vm->reserve_open == open)
        return;
    vm->reserve_open = open;
    vv_mem_set_limit(vm->mem, open ? vv_mem_limit(vm->mem) + RESERVE : vv_mem_limit(vm->mem) - RESERVE);
}

vv_owned vv_raise_memory(vv_thread *t) {
    vv_obj *spare = vv_move(&t->vm->memory_error_spare);
    if (spare != NULL) {
        /* Until it dies there is a little more: for the traceback, and for a handler that frees what it can. */
        vv_memory_reserve(t->vm, true);
        vv_raise_object(t, spare);
        vv_decref(t, spare);
        return NULL;
    }
    vv_obj *exc = t->vm->memory_error;
    if (exc == NULL)
        return NULL;
    if (t->exc == exc)
        return NULL;
    if (exc->refcnt == 1) { /* nobody looks at its last occurrence any more */
        vv_clearref(t, &VV_EXC_OF(exc)->traceback);
        vv_clearref(t, &VV_EXC_OF(exc)->context);
        vv_clearref(t, &VV_EXC_OF(exc)->cause);
    }
    vv_raise_object(t, exc);
    return NULL;
}

vv_step vv_raise_value(vv_thread *t, int type, vv_ref value) {
    vv_obj *args = value == NULL ? vv_tuple_new(t, 0) : vv_tuple_pack(t, 1, value);
    if (args == NULL)
        return VV_FAILED;
    vv_obj *exc = vv_exc_new(t, type, args);
    vv_decref(t, args);
    if (exc == NULL)
        return VV_FAILED;
    vv_raise_object(t, exc);
    vv_decref(t, exc);
    return VV_FAILED;
}

static void raise_va(vv_thread *t, int type, const char *format, va_list args) {
    vv_obj *message = vv_format_va(t, format, args);
    if (message == NULL)
        return;
    vv_raise_value(t, type, message);
    vv_decref(t, message);
}

#define RAISE_VA()                                                                                                     \
    do {                                                                                                               \
        va_list args;                                                                                                  \
        va_start(args, format);                                                                                        \
        raise_va(t, type, format, args);                                                                               \
        va_end(args);                                                                                                  \
    } while (0)

vv_owned vv_raise(vv_thread *t, int type, const char *format, ...) {
    RAISE_VA();
    return NULL;
}

int vv_raise_int(vv_thread *t, int type, const char *format, ...) {
    RAISE_VA();
    return -1;
}

vv_step vv_raise_step(vv_thread *t, int type, const char *format, ...) {
    RAISE_VA();
    return VV_FAILED;
}

void vv_error_set_attribute(vv_thread *t, vv_ref obj, vv_ref name) {
    if (!vv_error_is(t, VV_AttributeError))
        return;
    vv_exc_attribute *exc = (vv_exc_attribute *)t->exc;
    if (exc->name != NULL || exc->obj != NULL)
        return;
    vv_setref_take(t, &exc->name, vv_newref(name));
    vv_setref_take(t, &exc->obj, vv_newref(obj));
}

vv_step vv_raise_attribute(vv_thread *t, vv_ref obj, vv_ref name) {
    vv_raise(t, VV_AttributeError, "'%T' object has no attribute '%U'", obj, name);
    vv_error_set_attribute(t, obj, name);
    return VV_FAILED;
}

/* Linux's numbers and texts, the same on every port. */
static const struct {
    int number;
    const char *text;
} errno_texts[] = {
    {1, "Operation not permitted"},
    {2, "No such file or directory"},
    {3, "No such process"},
    {4, "Interrupted system call"},
    {5, "Input/output error"},
    {7, "Argument list too long"},
    {9, "Bad file descriptor"},
    {10, "No child processes"},
    {11, "Resource temporarily unavailable"},
    {12, "Cannot allocate memory"},
    {13, "Permission denied"},
    {14, "Bad address"},
    {16, "Device or resource busy"},
    {17, "File exists"},
    {18, "Invalid cross-device link"},
    {19, "No such device"},
    {20, "Not a directory"},
    {21, "Is a directory"},
    {22, "Invalid argument"},
    {24, "Too many open files"},
    {25, "Inappropriate ioctl for device"},
    {27, "File too large"},
    {28, "No space left on device"},
    {29, "Illegal seek"},
    {30, "Read-only file system"},
    {31, "Too many links"},
    {32, "Broken pipe"},
    {33, "Numerical argument out of domain"},
    {34, "Numerical result out of range"},
    {36, "File name too long"},
    {38, "Function not implemented"},
    {39, "Directory not empty"},
    {40, "Too many levels of symbolic links"},
    {95, "Operation not supported"},
    {98, "Address already in use"},
    {99, "Cannot assign requested address"},
    {103, "Software caused connection abort"},
    {104, "Connection reset by peer"},
    {107, "Transport endpoint is not connected"},
    {110, "Connection timed out"},
    {111, "Connection refused"},
    {115, "Operation now in progress"},
};

const char *vv_errno_text(int errnum) {
    for (size_t i = 0; i < VV_ARRAY_LEN(errno_texts); i++) {
        if (errno_texts[i].number == errnum)
            return errno_texts[i].text;
    }
    return NULL;
}

vv_step vv_raise_os(vv_thread *t, int errnum, vv_ref filename_or_null) {
    const char *text = vv_errno_text(errnum);
    VV_AUTO number = {t, vv_int_new(t, errnum)};
    VV_AUTO message = {t, text != NULL ? vv_str_from_cstr(t, text) : vv_format(t, "Unknown error %d", errnum)};
    if (number.o == NULL || message.o == NULL)
        return VV_FAILED;
    VV_AUTO args = {t, filename_or_null == NULL ? vv_tuple_pack(t, 2, number.o, message.o)
                                                : vv_tuple_pack(t, 3, number.o, message.o, filename_or_null)};
    if (args.o == NULL)
        return VV_FAILED;
    VV_AUTO exc = {t, vv_exc_new(t, VV_OSError, args.o)};
    return exc.o == NULL ? VV_FAILED : vv_raise_object(t, exc.o);
}

bool vv_error_is(vv_thread *t, int type) {
    return t->exc != NULL && vv_is_instance(t->exc, t->vm->types[type]);
}

void vv_clear_error(vv_thread *t) {
    vv_clearref(t, &t->exc);
}

vv_owned vv_take_error(vv_thread *t) {
    return vv_move(&t->exc);
}

void vv_restore_error_take(vv_thread *t, vv_owned exc) {
    vv_setref_take(t, &t->exc, exc);
}

enum { NATIVE_LIMIT = 10000 }; /* CPython 3.12's limit for recursion in C; sys.setrecursionlimit does not change it */

int vv_enter_recursion(vv_thread *t, const char *where) {
    if (VV_UNLIKELY(t->native_depth >= NATIVE_LIMIT))
        return vv_raise_int(t, VV_RecursionError, "maximum recursion depth exceeded%s", where);
    t->native_depth++;
    return 0;
}

void vv_leave_recursion(vv_thread *t) {
    t->native_depth--;
}
