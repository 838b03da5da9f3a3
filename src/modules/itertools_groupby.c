/* itertools_groupby.c - itertools.groupby and the groups it gives.
 *
 * groupby: o[0] iterator, o[1] key function (None: the item itself), o[2] key of the group given last, o[3] key and o[4]
 * item read last (the item NULL once a group has given it). A group: o[0] its groupby, o[1] its key. Only the group given
 * last may still read: n[0] of both is the number of that group.
 */
#include "modules/itertools.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

#define SELF(x) VV_ITERTOOL(x)
enum { SOURCE, KEY_FUNCTION, TARGET_KEY, KEY, VALUE };
enum { PARENT, GROUP_KEY };

static vv_slotfn_iter itertools_iter;

/* clang-format off */
#define VV_WITH_SETSTATE
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME groupby
#include "object/deftype.h"
#undef VV_WITH_SETSTATE
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME grouper
#include "object/deftype.h"
/* clang-format on */

static vv_step itertools_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step groupby_new(vv_thread *t, vv_native *nf) { /* argv: class, iterable, key or NULL */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_itertool_new(t, nf->argv[0], nf->slot[0], nf->argv[2] == NULL ? VV_NONE(t) : nf->argv[2]));
    VV_END(nf);
}

static vv_step groupby_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "groupby", "groupby(iterable, key=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, groupby_new, "groupby", type, a[0], a[1]);
}

/* Reads an item and its key: t->ival = 1, or 0 at the end. argv[0]: groupby; slot[0]: item */
static vv_step read_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[SOURCE]));
    if (t->ret == NULL)
        return vv_return_int(t, 0);
    nf->slot[0] = vv_take_ret(t);
    if (SELF(nf->argv[0])->o[KEY_FUNCTION] == t->vm->none) {
        nf->slot[1] = vv_newref(nf->slot[0]);
    } else {
        VV_AWAIT(nf, vv_do_call1(t, SELF(nf->argv[0])->o[KEY_FUNCTION], nf->slot[0]));
        nf->slot[1] = vv_take_ret(t);
    }
    vv_setref_take(t, &SELF(nf->argv[0])->o[VALUE], vv_move(&nf->slot[0]));
    vv_setref_take(t, &SELF(nf->argv[0])->o[KEY], vv_move(&nf->slot[1]));
    return vv_return_int(t, 1);
    VV_END(nf);
}

static vv_step do_read(vv_thread *t, vv_ref self) {
    return vv_native_enter(t, vv_push_native(t, read_native, "groupby", (vv_obj *[]){VV_OBJ(self)}, 1));
}

static vv_owned group_new(vv_thread *t, vv_ref parent, vv_ref key) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_ITER_GROUPER);
    vv_obj *o = type == NULL ? NULL : vv_itertool_new(t, &type->head, parent, key);
    if (o != NULL)
        SELF(o)->n[0] = ++SELF(parent)->n[0];
    return o;
}

/* slot[0], slot[1]: the keys compared */
static vv_step groupby_next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    SELF(nf->argv[0])->n[0]++; /* no group reads any more */
    for (;;) {                 /* on to the next group */
        if (SELF(nf->argv[0])->o[KEY] != NULL) {
            if (SELF(nf->argv[0])->o[TARGET_KEY] == NULL)
                break;
            vv_setref_take(t, &nf->slot[0], vv_newref(SELF(nf->argv[0])->o[TARGET_KEY]));
            vv_setref_take(t, &nf->slot[1], vv_newref(SELF(nf->argv[0])->o[KEY]));
            VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_EQ));
            if (!t->ival)
                break;
        }
        VV_AWAIT(nf, do_read(t, nf->argv[0]));
        if (!t->ival)
            return vv_return_null(t);
    }
    vv_itertool *g = SELF(nf->argv[0]);
    if (g->o[KEY] == NULL)
        return vv_return_null(t);
    vv_setref_take(t, &nf->slot[0], vv_newref(g->o[KEY]));
    vv_setref_take(t, &g->o[TARGET_KEY], vv_newref(nf->slot[0]));
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_newref(nf->slot[0]), group_new(t, nf->argv[0], nf->slot[0])));
    VV_END(nf);
}

static vv_step groupby_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, groupby_next_native, "groupby.__next__", self);
}

VV_ITERTOOL_REDUCE(groupby)
static vv_owned groupby_state(vv_thread *t, vv_ref self) {
    const vv_itertool *g = SELF(self);
    vv_obj *args = vv_tuple_pack(t, 2, (vv_ref)g->o[SOURCE], (vv_ref)g->o[KEY_FUNCTION]);
    if (g->o[TARGET_KEY] == NULL || g->o[KEY] == NULL || g->o[VALUE] == NULL)
        return vv_itertool_reduced_take(t, self, args);
    return vv_tuple_pack_take(
        t, 3, vv_newref(&self->type->head), args,
        vv_tuple_pack(t, 3, (vv_ref)g->o[KEY], (vv_ref)g->o[VALUE], (vv_ref)g->o[TARGET_KEY]));
}

VV_ITERTOOL_SETSTATE(groupby)
static int groupby_restore(vv_thread *t, vv_ref self, vv_ref state) {
    vv_obj *part[3];
    if (vv_itertool_unpack(t, state, 3, 3, part) < 0)
        return -1;
    vv_setref_take(t, &SELF(self)->o[KEY], vv_newref(part[0]));
    vv_setref_take(t, &SELF(self)->o[VALUE], vv_newref(part[1]));
    vv_setref_take(t, &SELF(self)->o[TARGET_KEY], vv_newref(part[2]));
    return 0;
}

/* ---- a group ---- */

static vv_step grouper_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type;
    if (vv_no_kwargs(t, "_grouper", kwnames) < 0 || vv_check_nargs(t, "_grouper", nargs, 2, 2) < 0)
        return VV_FAILED;
    if (!VV_IS(t, args[0], ITER_GROUPBY) && !vv_type_is_subtype(args[0]->type, VV_TYPEP(t, ITER_GROUPBY)))
        return vv_raise_step(t, VV_TypeError, "_grouper() argument 1 must be itertools.groupby, not %A", args[0]);
    return vv_return(t, group_new(t, args[0], args[1]));
}

static bool is_current(vv_thread *t, vv_ref group) {
    return SELF(group)->o[PARENT] != VV_NONE(t) && SELF(group)->n[0] == SELF(SELF(group)->o[PARENT])->n[0];
}

static vv_step grouper_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the groupby, slot[1]: the key read */
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->o[PARENT]);
    if (!is_current(t, nf->argv[0]))
        return vv_return_null(t);
    if (SELF(nf->slot[0])->o[VALUE] == NULL) {
        VV_AWAIT(nf, do_read(t, nf->slot[0]));
        if (!t->ival)
            return vv_return_null(t);
    }
    if (SELF(nf->slot[0])->o[KEY] == NULL)
        return vv_return_null(t);
    nf->slot[1] = vv_newref(SELF(nf->slot[0])->o[KEY]);
    VV_AWAIT(nf, vv_do_compare_bool(t, SELF(nf->argv[0])->o[GROUP_KEY], nf->slot[1], VV_EQ));
    if (!t->ival || SELF(nf->slot[0])->o[VALUE] == NULL)
        return vv_return_null(t);
    vv_obj *item = vv_move(&SELF(nf->slot[0])->o[VALUE]);
    vv_clearref(t, &SELF(nf->slot[0])->o[KEY]);
    return vv_return(t, item);
    VV_END(nf);
}

static vv_step grouper_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, grouper_next_native, "_grouper.__next__", self);
}

VV_ITERTOOL_REDUCE(grouper)
static vv_owned grouper_state(vv_thread *t, vv_ref self) {
    if (is_current(t, self))
        return vv_itertool_reduced_take(t, self,
                                        vv_tuple_pack(t, 2, (vv_ref)SELF(self)->o[PARENT], (vv_ref)SELF(self)->o[GROUP_KEY]));
    VV_AUTO empty = {t, vv_tuple_new(t, 0)};
    return empty.o == NULL ? NULL : vv_iterator_reduce(t, "iter", empty.o, NULL);
}

VV_ITERTOOL_SPEC(groupby, "groupby", VV_TF_BASETYPE, 88, "(iterable, key=None)",
                 "Pairs of a key and an iterator over the neighbouring items that have it.");
VV_ITERTOOL_SPEC(grouper, "_grouper", 0, 48, NULL, NULL);
