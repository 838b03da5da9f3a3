/* posix_scandir.c - os.scandir(): the names in a folder, each with what the host tells of it when asked. */
#include <string.h>

#include "kernel/kernel.h"
#include "modules/posix.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/genericalias.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

enum { ENOENT_ = 2, KIND_BITS = 0170000, FOLDER = 0040000, PLAIN = 0100000, LINK = 0120000 };
enum { WHOLE = 0, INODE = 1 }; /* what entry_ask wants, when not the kind of file */

typedef struct direntry {
    vv_obj head;
    vv_obj *name, *path; /* str or bytes */
    vv_obj *stat[2];     /* stat_result or NULL: of what a link leads to, of the file itself */
} direntry;
#define ENTRY(o) ((direntry *)(o))

typedef struct scandir {
    vv_obj head;
    vv_obj *folder, *names; /* names NULL: closed */
    size_t next;
} scandir;
#define SCANDIR(o) ((scandir *)(o))

#define VV_DEF_NAME entry
#define VV_DEF_FILE "modules/posix_direntry.def"
#include "object/deftype.h"
#define VV_DEF_NAME scandir
#define VV_DEF_FILE "modules/posix_scandir.def"
#include "object/deftype.h"

/* ---- an entry ---- */

/* folder/name, of one kind. */
static vv_owned joined(vv_thread *t, vv_ref folder, vv_ref name) {
    if (VV_ISA(name, STR)) {
        size_t n = vv_str_length(folder);
        return vv_format(t, n > 0 && vv_str_at(folder, n - 1) == '/' ? "%U%U" : "%U/%U", folder, name);
    }
    const vv_bytes *a = VV_BYTES(folder), *b = VV_BYTES(name);
    bool slash = a->length == 0 || a->data[a->length - 1] != '/';
    vv_owned path = vv_bytes_new(t, NULL, a->length + slash + b->length);
    if (path == NULL)
        return NULL;
    uint8_t *to = VV_BYTES(path)->data;
    memcpy(to, a->data, a->length);
    if (slash)
        to[a->length] = '/';
    memcpy(to + a->length + slash, b->data, b->length);
    return path;
}

static vv_owned entry_new(vv_thread *t, vv_ref folder, vv_ref name) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_DIR_ENTRY);
    VV_AUTO path = {t, type == NULL ? NULL : joined(t, folder, name)};
    vv_owned o = path.o == NULL ? NULL : vv_new_object(t, type, sizeof(direntry));
    if (o == NULL)
        return NULL;
    ENTRY(o)->name = vv_newref(name);
    ENTRY(o)->path = vv_move(&path.o);
    vv_track(t, o);
    return o;
}

static int entry_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ENTRY(self)->name);
    VV_VISIT(ENTRY(self)->path);
    VV_VISIT(ENTRY(self)->stat[0]);
    VV_VISIT(ENTRY(self)->stat[1]);
    return 0;
}
static void entry_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, ENTRY(self)->name);
    vv_xdecref(t, ENTRY(self)->path);
    vv_xdecref(t, ENTRY(self)->stat[0]);
    vv_xdecref(t, ENTRY(self)->stat[1]);
    vv_free_object(t, self);
}

/* argv: self, follow_symlinks or NULL (absent for LINK and INODE); i[0]: the file itself is meant */
static vv_step entry_ask(vv_thread *t, vv_native *nf, int want) {
    VV_BEGIN(nf);
    nf->i[0] = want == LINK || want == INODE;
    if (!nf->i[0] && nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
        nf->i[0] = !t->ival;
    }
    VV_WAIT_POINT(nf);
    direntry *e = ENTRY(nf->argv[0]);
    vv_obj **known = &e->stat[nf->i[0]];
    if (*known == NULL) {
        vv_obj *hold = NULL;
        size_t n;
        const char *path = vv_posix_host_path(t, e->path, "stat", &hold, &n);
        vv_step s = path == NULL ? VV_FAILED : vv_kernel_request(t, VV_REQ_STAT, path, "l", (size_t)nf->i[0]);
        vv_xdecref(t, hold);
        if (s != VV_READY)
            return s;
        int error = t->vm->kernel->error;
        if (error == ENOENT_ && want != WHOLE && want != INODE)
            return vv_return(t, vv_bool(t, false));
        if (error != 0)
            return vv_raise_os(t, error, e->path);
        *known = vv_posix_stat_answer(t);
        if (*known == NULL)
            return VV_FAILED;
    }
    if (want == WHOLE)
        return vv_return(t, vv_newref(*known));
    if (want == INODE)
        return vv_return(t, vv_newref(VV_TUPLE(*known)->items[1]));
    return vv_return(t, vv_bool(t, (vv_int_clamp_index(VV_TUPLE(*known)->items[0]) & KIND_BITS) == want));
    VV_END(nf);
}
static vv_step entry_stat(vv_thread *t, vv_native *nf) {
    return entry_ask(t, nf, WHOLE);
}
static vv_step entry_is_dir(vv_thread *t, vv_native *nf) {
    return entry_ask(t, nf, FOLDER);
}
static vv_step entry_is_file(vv_thread *t, vv_native *nf) {
    return entry_ask(t, nf, PLAIN);
}
static vv_step entry_is_symlink(vv_thread *t, vv_native *nf) {
    return entry_ask(t, nf, LINK);
}
static vv_step entry_inode(vv_thread *t, vv_native *nf) {
    return entry_ask(t, nf, INODE);
}
static vv_owned entry_is_junction(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, false);
}
static vv_owned entry_fspath(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(ENTRY(argv[0])->path);
}
static vv_owned entry_class_getitem(vv_thread *t, vv_obj *const *argv) {
    return vv_genericalias_new(t, argv[0], argv[1]);
}
static vv_step entry_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_format(t, "<DirEntry %R>", ENTRY(self)->name));
}

/* ---- the iterator ---- */

vv_owned vv_posix_scandir_new(vv_thread *t, vv_ref folder) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_SCANDIR_ITERATOR);
    VV_AUTO names = {t, type == NULL ? NULL : vv_posix_names(t, VV_ISA(folder, BYTES))};
    vv_owned o = names.o == NULL ? NULL : vv_new_object(t, type, sizeof(scandir));
    if (o == NULL)
        return NULL;
    SCANDIR(o)->folder = vv_newref(folder);
    SCANDIR(o)->names = vv_move(&names.o);
    vv_track(t, o);
    return o;
}

static int scandir_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SCANDIR(self)->folder);
    VV_VISIT(SCANDIR(self)->names);
    return 0;
}
static void scandir_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, SCANDIR(self)->folder);
    vv_xdecref(t, SCANDIR(self)->names);
    vv_free_object(t, self);
}
static vv_step scandir_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}
static vv_step scandir_next(vv_thread *t, vv_ref self) {
    scandir *s = SCANDIR(self);
    if (s->names == NULL || s->next >= VV_LIST(s->names)->length) {
        vv_clearref(t, &s->names);
        return vv_return_null(t);
    }
    return vv_return(t, entry_new(t, s->folder, VV_LIST(s->names)->items[s->next++]));
}
static vv_owned scandir_close(vv_thread *t, vv_obj *const *argv) {
    vv_clearref(t, &SCANDIR(argv[0])->names);
    return vv_none(t);
}
static vv_owned scandir_enter(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}
static vv_owned scandir_exit(vv_thread *t, vv_obj *const *argv) {
    return scandir_close(t, argv);
}

const vv_typespec vv_direntry_spec = {
    .name = "DirEntry",
    .module = "posix",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(direntry),
    .size64 = 72,
    .slots = &entry_slots,
    .methods = entry_methods,
    .members = entry_members,
    .dealloc = entry_dealloc,
    .traverse = entry_traverse,
};
const vv_typespec vv_scandiriterator_spec = {
    .name = "ScandirIterator",
    .module = "posix",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(scandir),
    .size64 = 104,
    .slots = &scandir_slots,
    .methods = scandir_methods,
    .dealloc = scandir_dealloc,
    .traverse = scandir_traverse,
};
