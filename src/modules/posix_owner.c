/* posix_owner.c - module posix: whose files are whose, modes by descriptor, signals, and what else a process is asked about itself.
 *
 * A program is one user and one group, and has no rights over others: a file can be given to who has it already.
 */
#include "modules/posix.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME posix_owner
#define VV_DEF_FILE "modules/posix_owner.def"
#include "object/deftype.h"

enum { EPERM_ = 1, ESRCH_ = 3, EBADF_ = 9, STAT_USER = 4, STAT_GROUP = 5, OWN_PID = 42, SELF_GROUP = 0 };

/* ---- owners ---- */

/* t->ret, an int, is a user or group, -1 for the one that is: 0, or -1 with OverflowError. */
static int take_owner(vv_thread *t, bool user, int64_t *ret) {
    VV_AUTO number = {t, vv_take_ret(t)};
    *ret = vv_int_clamp_index(number.o);
    return *ret >= -1 && *ret <= UINT32_MAX
               ? 0
               : vv_raise_int(t, VV_OverflowError, "%s is %s than %s", user ? "uid" : "gid", *ret < 0 ? "less" : "greater",
                              *ret < 0 ? "minimum" : "maximum");
}

/* argv: path or descriptor, user, group, ...; link: a symbolic link itself; by_fd: a descriptor only; slot: 0 path; i: 0 user, 1 group */
static vv_step change_owner(vv_thread *t, vv_native *nf, bool link, bool by_fd, const char *function, const char *argument) {
    VV_BEGIN(nf);
    if (nf->argc > 3 && vv_posix_no_dir_fd(t, nf->argv[3]) < 0)
        return VV_FAILED;
    nf->i[2] = link;
    bool number = !link && !by_fd && VV_ISA(nf->argv[0], INT);
    if (number && vv_fd_peek(t, vv_int_clamp_index(nf->argv[0])) == NULL)
        return vv_raise_os(t, EBADF_, nf->argv[0]);
    if (by_fd || number) {
        VV_AWAIT(nf, vv_posix_do_fstat(t, nf->argv[0]));
        nf->slot[1] = vv_take_ret(t);
    } else {
        VV_AWAIT(nf, vv_posix_path_of(t, nf->argv[0], argument));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->argv[1]->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "uid should be integer, not %T", nf->argv[1]);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    if (take_owner(t, true, &nf->i[0]) < 0)
        return VV_FAILED;
    if (nf->argv[2]->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "gid should be integer, not %T", nf->argv[2]);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    if (take_owner(t, false, &nf->i[1]) < 0)
        return VV_FAILED;
    if (nf->argc > 4 && nf->argv[4] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[4]));
        nf->i[2] = !t->ival;
    }
    if (nf->slot[1] == NULL) {
        VV_WAIT_POINT(nf);
        vv_step s = vv_posix_ask_stat(t, nf->slot[0], function, nf->i[2] != 0, nf->slot[0]);
        if (s != VV_READY)
            return s;
        nf->slot[1] = vv_take_ret(t);
    }
    const vv_tuple *stat = VV_TUPLE(nf->slot[1]);
    for (int k = 0; k < 2; k++)
        if (nf->i[k] >= 0 && nf->i[k] != vv_int_clamp_index(stat->items[k == 0 ? STAT_USER : STAT_GROUP]))
            return vv_raise_os(t, EPERM_, by_fd ? NULL : nf->slot[0] != NULL ? nf->slot[0] : nf->argv[0]);
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step posix_chown(vv_thread *t, vv_native *nf) {
    return change_owner(t, nf, false, false, "chown", "chown: path");
}
static vv_step posix_lchown(vv_thread *t, vv_native *nf) {
    return change_owner(t, nf, true, false, "lchown", "lchown: path");
}
static vv_step posix_fchown(vv_thread *t, vv_native *nf) {
    return change_owner(t, nf, false, true, "fchown", NULL);
}

/* argv: fd, mode; i: 0 fd, 1 mode */
vv_step vv_posix_fchmod(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_POSIX_TAKE(vv_posix_take_fd, 0, 0);
    VV_POSIX_TAKE(vv_posix_take_fd, 1, 1);
    VV_WAIT_POINT(nf);
    const vv_opening *o = vv_fd_need(t, nf->i[0]);
    if (o == NULL)
        return VV_FAILED;
    if (o->node == NULL || o->node->path == NULL) /* a stream, a pipe, a file that was removed: nobody keeps its mode */
        return vv_raise_os(t, EPERM_, NULL);
    vv_obj *text = vv_format(t, "%lld", (long long)(nf->i[1] & 07777));
    if (text == NULL)
        return VV_FAILED;
    vv_step s = vv_kernel_request(t, VV_REQ_CHANGE_MODE, o->node->path, (const char *)VV_STR(text)->data, vv_str_length(text));
    vv_decref(t, text);
    if (s != VV_READY)
        return s;
    return t->vm->kernel->error != 0 ? vv_raise_os(t, t->vm->kernel->error, NULL) : vv_return_none(t);
    VV_END(nf);
}

static vv_step posix_fchmod(vv_thread *t, vv_native *nf) {
    return vv_posix_fchmod(t, nf);
}

/* ---- the process and its descriptors ---- */

/* argv: pid, signal; i: 0 pid */
static vv_step posix_kill(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_POSIX_TAKE(vv_posix_take_fd, 0, 0);
    VV_POSIX_TAKE(vv_posix_take_fd, 1, 1);
    if (nf->i[0] != OWN_PID && nf->i[0] != SELF_GROUP)
        return vv_raise_os(t, ESRCH_, NULL);
    if (nf->i[1] == 0)
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_signal(t, nf->i[1]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned posix_getgroups(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    VV_AUTO list = {t, vv_list_new(t, 1)};
    return list.o == NULL || vv_list_append_take(t, list.o, vv_int_new(t, 0)) < 0 ? NULL : vv_move(&list.o);
}
static vv_owned posix_getpgrp(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, OWN_PID);
}
static vv_owned posix_nothing(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}

/* argv: fd; the streams are no terminals, so None. */
static vv_step posix_device_encoding(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_POSIX_TAKE(vv_posix_take_fd, 0, 0);
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: fd. There are no child processes; what Python opens they would not have. */
static vv_step posix_get_inheritable(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_POSIX_TAKE(vv_posix_take_fd, 0, 0);
    const vv_opening *o = vv_fd_need(t, nf->i[0]);
    return o == NULL ? VV_FAILED : vv_return(t, vv_bool(t, o->node == NULL));
    VV_END(nf);
}

int vv_posix_add_owners(vv_thread *t, vv_ref module) {
    return vv_module_add_functions(t, module, posix_owner_methods);
}
