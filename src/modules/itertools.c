/* itertools.c - module itertools: the iterators that need little state of their own.
 *
 * The `next` slots take the short way where the iterator below never runs Python (vv_itertool_step) and push a native
 * frame otherwise, so chains of any length cost no C stack. An iterator that drops its source when exhausted keeps the
 * source in a slot of the frame while asking it, because the source's own code may come back here.
 */
#include "modules/itertools.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define SELF(x) VV_ITERTOOL(x)
#define INDEX_MAX INT64_MAX

static vv_slotfn_iter itertools_iter;

/* clang-format off */
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME starmap
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME compress
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME filterfalse
#include "object/deftype.h"
#define VV_WITH_REPR
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME count
#include "object/deftype.h"
#undef VV_WITH_REPR
#define VV_WITH_SETSTATE
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME cycle
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME accumulate
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME dropwhile
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME takewhile
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME islice
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME zip_longest
#include "object/deftype.h"
#undef VV_WITH_SETSTATE
#define VV_NO_REDUCE
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME batched
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_iterator.def"
#define VV_DEF_NAME pairwise
#include "object/deftype.h"
#undef VV_NO_REDUCE
#define VV_DEF_FILE "modules/itertools_chain.def"
#define VV_DEF_NAME chain
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools_repeat.def"
#define VV_DEF_NAME repeat
#include "object/deftype.h"
#define VV_DEF_FILE "modules/itertools.def"
#define VV_DEF_NAME itertools
#include "object/deftype.h"
/* clang-format on */

/* ---- what they share ---- */

vv_owned vv_itertool_new(vv_thread *t, vv_ref type, vv_ref a, vv_ref b) {
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o == NULL)
        return NULL;
    SELF(o)->o[0] = vv_xnewref(a);
    SELF(o)->o[1] = vv_xnewref(b);
    vv_track(t, o);
    return o;
}

void vv_itertool_dealloc(vv_thread *t, vv_obj *self) {
    for (int k = 0; k < VV_ITERTOOL_OBJECTS; k++)
        vv_xdecref(t, SELF(self)->o[k]);
    vv_free_object(t, self);
}

int vv_itertool_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (int k = 0; k < VV_ITERTOOL_OBJECTS; k++)
        VV_VISIT(SELF(self)->o[k]);
    return 0;
}

/* None takes the place of what is let go of; lists and ints, which the functions look into, stay: they have a clear of
 * their own or no references. */
void vv_itertool_clear(vv_thread *t, vv_obj *self) {
    for (int k = 0; k < VV_ITERTOOL_OBJECTS; k++) {
        vv_obj **place = &SELF(self)->o[k];
        if (*place != NULL && !VV_ISA(*place, LIST) && !VV_ISA(*place, INT))
            vv_setref_take(t, place, vv_none(t));
    }
}

int vv_itertool_no_keywords(vv_thread *t, int id, const char *name, vv_ref type, vv_ref kwnames) {
    const vv_type *self = VV_AS_TYPE(type);
    if (self == t->vm->types[id] || self->s.init == VV_TYPEP(t, OBJECT)->s.init)
        return vv_no_kwargs(t, name, kwnames);
    return 0;
}

vv_step vv_itertool_step(vv_thread *t, vv_ref self, vv_ref source, vv_resumable fn, const char *name) {
    vv_native *nf = vv_push_native(t, fn, name, (vv_obj *[]){VV_OBJ(self)}, 1);
    if (source != NULL && vv_iterator_is_leaf(source))
        return vv_native_enter(t, nf);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

vv_step vv_itertool_warn(vv_thread *t, vv_native *nf) {
    nf->slot[5] =
        vv_str_from_cstr(t, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.");
    return nf->slot[5] == NULL ? VV_FAILED : vv_do_warn(t, VV_DeprecationWarning, nf->slot[5]);
}

int vv_itertool_unpack(vv_thread *t, vv_ref state, size_t min, size_t max, vv_obj **out) {
    if (!VV_ISA(state, TUPLE))
        return vv_raise_int(t, VV_TypeError, "state is not a tuple");
    size_t n = VV_TUPLE(state)->length;
    if (n < min || n > max) {
        size_t bound = n < min ? min : max;
        return vv_raise_int(t, VV_TypeError, "function takes %s %zu argument%s (%zu given)",
                            min == max ? "exactly" : n < min ? "at least" : "at most", bound, bound == 1 ? "" : "s", n);
    }
    for (size_t k = 0; k < max; k++)
        out[k] = k < n ? VV_TUPLE(state)->items[k] : NULL;
    return 0;
}

vv_owned vv_itertool_reduced_take(vv_thread *t, vv_ref self, vv_owned args) {
    return vv_tuple_pack_take(t, 2, vv_newref(&self->type->head), args);
}

static vv_step itertools_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

/* (type(self), args, state): takes both. */
static vv_owned reduced_with_state(vv_thread *t, vv_ref self, vv_owned args, vv_owned state) {
    return vv_tuple_pack_take(t, 3, vv_newref(&self->type->head), args, state);
}

static vv_owned pair(vv_thread *t, vv_ref a, vv_ref b) {
    return vv_tuple_pack(t, 2, a, b);
}

/* Makes an instance with o[0] = iter(argv[1]) and o[1] = argv[2]. argv: class, iterable, second or NULL */
static vv_step new_over(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_itertool_new(t, nf->argv[0], nf->slot[0], nf->argv[2]));
    VV_END(nf);
}

/* The constructor of name(function, iterable, /). */
static vv_step create_with_function(vv_thread *t, int id, const char *name, vv_ref type, vv_obj *const *args, size_t nargs,
                                    vv_ref kwnames) {
    if (vv_itertool_no_keywords(t, id, name, type, kwnames) < 0 || vv_check_nargs(t, name, nargs, 2, 2) < 0)
        return VV_FAILED;
    return vv_start3(t, new_over, name, type, args[1], args[0]);
}

/* ---- accumulate: o[0] iterator, o[1] function or NULL, o[2] total, o[3] initial value until given ---- */

static vv_step accumulate_new(vv_thread *t, vv_native *nf) { /* argv: class, iterable, function, initial */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    vv_obj *function = nf->argv[2] == t->vm->none ? NULL : nf->argv[2];
    vv_obj *o = vv_itertool_new(t, nf->argv[0], nf->slot[0], function);
    if (o != NULL && nf->argv[3] != t->vm->none)
        SELF(o)->o[3] = vv_move(&nf->argv[3]);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step accumulate_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[4] = {VV_OBJ(type)};
    if (vv_parse_args(t, "accumulate", "accumulate(iterable, func=None, *, initial=None)", args, nargs, kwnames, argv + 1) < 0)
        return VV_FAILED;
    return vv_push_native(t, accumulate_new, "accumulate", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

static vv_step accumulate_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: item, slot[1]: total before */
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->o[3] != NULL) {
        vv_setref_take(t, &SELF(nf->argv[0])->o[2], vv_move(&SELF(nf->argv[0])->o[3]));
        return vv_return(t, vv_newref(SELF(nf->argv[0])->o[2]));
    }
    VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[0]));
    if (t->ret == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_take_ret(t);
    if (SELF(nf->argv[0])->o[2] == NULL) {
        SELF(nf->argv[0])->o[2] = vv_newref(nf->slot[0]);
        return vv_return(t, vv_move(&nf->slot[0]));
    }
    nf->slot[1] = vv_newref(SELF(nf->argv[0])->o[2]);
    if (SELF(nf->argv[0])->o[1] == NULL)
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[1], nf->slot[0], VV_ADD));
    else
        VV_AWAIT(nf, vv_do_call2(t, SELF(nf->argv[0])->o[1], nf->slot[1], nf->slot[0]));
    vv_setref_take(t, &SELF(nf->argv[0])->o[2], vv_newref(t->ret));
    return VV_READY;
    VV_END(nf);
}

static vv_step accumulate_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], accumulate_next_native, "accumulate.__next__");
}

/* chain((first,), iterator) */
static vv_owned chain_behind(vv_thread *t, vv_ref first, vv_ref iterator) {
    VV_AUTO sources = {t, vv_tuple_pack_take(t, 2, vv_tuple_pack(t, 1, first), vv_newref(iterator))};
    VV_AUTO it = {t, sources.o == NULL ? NULL : vv_seq_iterator_new(t, VV_T_TUPLE_ITERATOR, sources.o)};
    return it.o == NULL ? NULL : vv_itertool_new(t, &VV_TYPEP(t, ITER_CHAIN)->head, it.o, NULL);
}

VV_ITERTOOL_REDUCE(accumulate)
static vv_owned accumulate_state(vv_thread *t, vv_ref self) {
    const vv_itertool *a = SELF(self);
    vv_ref function = a->o[1] != NULL ? a->o[1] : VV_NONE(t);
    if (a->o[3] != NULL)
        return reduced_with_state(t, self, vv_tuple_pack_take(t, 2, chain_behind(t, a->o[3], a->o[0]), vv_newref(function)),
                                  vv_none(t));
    if (a->o[2] == VV_NONE(t)) { /* a state of None means none: what was summed so far goes through the iterator again */
        VV_AUTO chained = {t, chain_behind(t, a->o[2], a->o[0])};
        VV_AUTO again = {t, chained.o == NULL ? NULL : vv_itertool_new(t, &self->type->head, chained.o, a->o[1])};
        if (again.o == NULL)
            return NULL;
        return vv_tuple_pack_take(t, 2, vv_newref(&VV_TYPEP(t, ITER_ISLICE)->head),
                                  vv_tuple_pack_take(t, 3, vv_move(&again.o), vv_int_new(t, 1), vv_none(t)));
    }
    return reduced_with_state(t, self, pair(t, a->o[0], function), vv_newref(a->o[2] != NULL ? a->o[2] : VV_NONE(t)));
}

VV_ITERTOOL_SETSTATE(accumulate)
static int accumulate_restore(vv_thread *t, vv_ref self, vv_ref state) {
    vv_setref_take(t, &SELF(self)->o[2], vv_newref(state));
    return 0;
}

/* ---- batched: o[0] iterator, NULL at the end; n[0] size ---- */

static vv_step batched_new(vv_thread *t, vv_native *nf) { /* argv: class, iterable, n */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
        return VV_FAILED;
    if (nf->i[0] < 1)
        return vv_raise_step(t, VV_ValueError, "n must be at least one");
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    vv_obj *o = vv_itertool_new(t, nf->argv[0], nf->slot[1], NULL);
    if (o != NULL)
        SELF(o)->n[0] = nf->i[0];
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step batched_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "batched", "batched(iterable, n)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, batched_new, "batched", type, a[0], a[1]);
}

static vv_step batched_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: items, slot[1]: the source */
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->o[0] == NULL)
        return vv_return_null(t);
    if ((uint64_t)SELF(nf->argv[0])->n[0] > (uint64_t)INT64_MAX / 16)
        return vv_return(t, vv_raise_memory(t));
    nf->slot[0] = vv_list_new(t, 0);
    nf->slot[1] = vv_newref(SELF(nf->argv[0])->o[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    while ((int64_t)VV_LIST(nf->slot[0])->length < SELF(nf->argv[0])->n[0]) {
        VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[1]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_StopIteration)) {
                vv_clearref(t, &SELF(nf->argv[0])->o[0]);
                return VV_FAILED;
            }
            vv_clear_error(t);
        }
        if (t->ret == NULL)
            break;
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    vv_clearref(t, &t->stop);
    if (VV_LIST(nf->slot[0])->length == 0) {
        vv_clearref(t, &SELF(nf->argv[0])->o[0]);
        return vv_return_null(t);
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

static vv_step batched_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], batched_next_native, "batched.__next__");
}

/* ---- chain: o[0] iterator over the iterables, o[1] the one running; NULL when there is none ---- */

static vv_step chain_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_itertool_no_keywords(t, VV_T_ITER_CHAIN, "chain", type, kwnames) < 0)
        return VV_FAILED;
    VV_AUTO sources = {t, vv_tuple_from_array(t, args, nargs)};
    VV_AUTO it = {t, sources.o == NULL ? NULL : vv_seq_iterator_new(t, VV_T_TUPLE_ITERATOR, sources.o)};
    return it.o == NULL ? VV_FAILED : vv_return(t, vv_itertool_new(t, type, it.o, NULL));
}

static vv_step chain_from_iterable(vv_thread *t, vv_native *nf) { /* argv: class, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_itertool_new(t, nf->argv[0], nf->slot[0], NULL));
    VV_END(nf);
}

static vv_step chain_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the iterator asked, slot[1]: an iterable */
    VV_BEGIN(nf);
    while (SELF(nf->argv[0])->o[0] != NULL) {
        if (SELF(nf->argv[0])->o[1] == NULL) {
            vv_setref_take(t, &nf->slot[0], vv_newref(SELF(nf->argv[0])->o[0]));
            VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            if (nf->slot[1] == NULL)
                break;
            VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->slot[1]));
            if (nf->raised) {
                vv_clearref(t, &SELF(nf->argv[0])->o[0]);
                return VV_FAILED;
            }
            vv_setref_take(t, &SELF(nf->argv[0])->o[1], vv_take_ret(t));
        }
        vv_setref_take(t, &nf->slot[0], vv_newref(SELF(nf->argv[0])->o[1]));
        VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[0]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_StopIteration))
                return VV_FAILED;
            vv_clear_error(t);
        }
        if (t->ret != NULL)
            return VV_READY;
        vv_clearref(t, &SELF(nf->argv[0])->o[1]);
    }
    vv_clearref(t, &SELF(nf->argv[0])->o[0]);
    vv_clearref(t, &t->stop);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step chain_next(vv_thread *t, vv_ref self) {
    vv_itertool *c = SELF(self);
    if (c->o[1] != NULL && vv_iterator_is_leaf(c->o[1])) {
        vv_step s = c->o[1]->type->s.next(t, c->o[1]);
        if (s != VV_READY || t->ret != NULL)
            return s;
        vv_clearref(t, &c->o[1]);
    }
    return vv_start1(t, chain_next_native, "chain.__next__", self);
}

VV_ITERTOOL_REDUCE(chain)
static vv_owned chain_state(vv_thread *t, vv_ref self) {
    const vv_itertool *c = SELF(self);
    if (c->o[0] == NULL)
        return vv_itertool_reduced_take(t, self, vv_tuple_new(t, 0));
    return reduced_with_state(t, self, vv_tuple_new(t, 0),
                              c->o[1] != NULL ? pair(t, c->o[0], c->o[1]) : vv_tuple_pack(t, 1, (vv_ref)c->o[0]));
}

VV_ITERTOOL_SETSTATE(chain)
static int chain_restore(vv_thread *t, vv_ref self, vv_ref state) {
    vv_obj *part[2];
    if (vv_itertool_unpack(t, state, 1, 2, part) < 0)
        return -1;
    if (part[0]->type->s.next == NULL || (part[1] != NULL && part[1]->type->s.next == NULL))
        return vv_raise_int(t, VV_TypeError, "Arguments must be iterators.");
    vv_setref_take(t, &SELF(self)->o[0], vv_newref(part[0]));
    vv_setref_take(t, &SELF(self)->o[1], vv_xnewref(part[1]));
    return 0;
}

static vv_step chain_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* ---- compress: o[0] data, o[1] selectors, both iterators ---- */

static vv_step compress_new(vv_thread *t, vv_native *nf) { /* argv: class, data, selectors */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[2]));
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_itertool_new(t, nf->argv[0], nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step compress_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "compress", "compress(data, selectors)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, compress_new, "compress", type, a[0], a[1]);
}

static vv_step compress_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: item, slot[1]: selector */
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[0]));
        if (t->ret == NULL)
            return vv_return_null(t);
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[1]));
        if (t->ret == NULL)
            return vv_return_null(t);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
        if (t->ival)
            return vv_return(t, vv_move(&nf->slot[0]));
    }
    VV_END(nf);
}

static vv_step compress_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], compress_next_native, "compress.__next__");
}

VV_ITERTOOL_REDUCE(compress)
static vv_owned compress_state(vv_thread *t, vv_ref self) {
    return vv_itertool_reduced_take(t, self, pair(t, SELF(self)->o[0], SELF(self)->o[1]));
}

/* ---- count: n[0] the next number, INDEX_MAX once o[0] holds it; o[1] step, NULL for 1 ---- */

static bool is_number(vv_thread *t, vv_ref o) {
    return o->type->s.index != NULL || o->type->s.int_ != NULL || o->type->s.float_ != NULL ||
           vv_is_instance(o, VV_TYPEP(t, COMPLEX));
}

static bool is_one(vv_ref step) {
    int64_t value;
    return step == NULL || (VV_ISA(step, INT) && vv_int_to_i64(step, &value) == 0 && value == 1);
}

static vv_step count_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "count", "count(start=0, step=1)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if ((a[0] != NULL && !is_number(t, a[0])) || (a[1] != NULL && !is_number(t, a[1])))
        return vv_raise_step(t, VV_TypeError, "a number is required");
    int64_t start = 0;
    bool fast = (a[0] == NULL || (VV_ISA(a[0], INT) && vv_int_to_i64(a[0], &start) == 0 && start != INDEX_MAX)) && is_one(a[1]);
    VV_AUTO first = {t, fast ? NULL : a[0] == NULL ? vv_int_new(t, 0) : vv_newref(a[0])};
    vv_obj *o = vv_itertool_new(t, type, first.o, a[1]);
    if (o != NULL)
        SELF(o)->n[0] = fast ? start : INDEX_MAX;
    return vv_return(t, o);
}

static vv_step count_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the number, slot[1]: step */
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->o[0] == NULL && (SELF(nf->argv[0])->o[0] = vv_int_new(t, INDEX_MAX)) == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->o[0]);
    nf->slot[1] = SELF(nf->argv[0])->o[1] == NULL ? vv_int_new(t, 1) : vv_newref(SELF(nf->argv[0])->o[1]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_binary(t, nf->slot[0], nf->slot[1], VV_ADD));
    vv_setref_take(t, &SELF(nf->argv[0])->o[0], vv_take_ret(t));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step count_next(vv_thread *t, vv_ref self) {
    vv_itertool *c = SELF(self);
    if (c->n[0] != INDEX_MAX)
        return vv_return(t, vv_int_new_compact(t, c->n[0]++));
    return vv_native_enter(t, vv_push_native(t, count_next_native, "count.__next__", (vv_obj *[]){VV_OBJ(self)}, 1));
}

static vv_step count_repr_native(vv_thread *t, vv_native *nf) { /* slot[0], slot[1]: the texts */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, SELF(nf->argv[0])->o[0]));
    nf->slot[0] = vv_take_ret(t);
    if (is_one(SELF(nf->argv[0])->o[1]))
        return vv_return(t, vv_format(t, "%U(%U)", nf->argv[0]->type->name, nf->slot[0]));
    VV_AWAIT(nf, vv_do_repr(t, SELF(nf->argv[0])->o[1]));
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "%U(%U, %U)", nf->argv[0]->type->name, nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step count_repr(vv_thread *t, vv_ref self) {
    if (SELF(self)->o[0] == NULL)
        return vv_return(t, vv_format(t, "%U(%lld)", self->type->name, (long long)SELF(self)->n[0]));
    return vv_start1(t, count_repr_native, "count.__repr__", self);
}

VV_ITERTOOL_REDUCE(count)
static vv_owned count_state(vv_thread *t, vv_ref self) {
    const vv_itertool *c = SELF(self);
    if (c->o[0] == NULL)
        return vv_itertool_reduced_take(t, self, vv_tuple_pack_take(t, 1, vv_int_new(t, c->n[0])));
    return vv_itertool_reduced_take(
        t, self, vv_tuple_pack_take(t, 2, vv_newref(c->o[0]), c->o[1] == NULL ? vv_int_new(t, 1) : vv_newref(c->o[1])));
}

/* ---- cycle: o[0] iterator, NULL when all is saved; o[1] list of saved items; n[0] place in it; n[1] nothing to save ---- */

static vv_step cycle_new(vv_thread *t, vv_native *nf) { /* argv: class, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_list_new(t, 0);
    return nf->slot[1] == NULL ? VV_FAILED : vv_return(t, vv_itertool_new(t, nf->argv[0], nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step cycle_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_itertool_no_keywords(t, VV_T_ITER_CYCLE, "cycle", type, kwnames) < 0 || vv_check_nargs(t, "cycle", nargs, 1, 1) < 0)
        return VV_FAILED;
    return vv_start2(t, cycle_new, "cycle", type, args[0]);
}

static vv_step cycle_again(vv_thread *t, vv_itertool *c) {
    const vv_list *saved = VV_LIST(c->o[1]);
    if (saved->length == 0)
        return vv_return_null(t);
    if ((uint64_t)c->n[0] >= saved->length) /* the list came from a state and has changed */
        c->n[0] = 0;
    vv_obj *item = saved->items[c->n[0]++];
    if ((uint64_t)c->n[0] >= saved->length)
        c->n[0] = 0;
    return vv_return(t, vv_newref(item));
}

static vv_step cycle_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the source */
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->o[0]);
    VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_StopIteration))
            return VV_FAILED;
        vv_clear_error(t);
    }
    if (t->ret != NULL)
        return SELF(nf->argv[0])->n[1] || vv_list_append(t, SELF(nf->argv[0])->o[1], t->ret) == 0 ? VV_READY
                                                                                                 : (vv_drop_ret(t), VV_FAILED);
    vv_clearref(t, &SELF(nf->argv[0])->o[0]);
    vv_clearref(t, &t->stop);
    return cycle_again(t, SELF(nf->argv[0]));
    VV_END(nf);
}

static vv_step cycle_next(vv_thread *t, vv_ref self) {
    if (SELF(self)->o[0] == NULL)
        return cycle_again(t, SELF(self));
    return vv_itertool_step(t, self, SELF(self)->o[0], cycle_next_native, "cycle.__next__");
}

VV_ITERTOOL_REDUCE(cycle)
static vv_owned cycle_state(vv_thread *t, vv_ref self) {
    const vv_itertool *c = SELF(self);
    VV_AUTO it = {t, c->o[0] != NULL ? vv_newref(c->o[0]) : vv_seq_iterator_new(t, VV_T_LIST_ITERATOR, c->o[1])};
    if (it.o == NULL)
        return NULL;
    if (c->o[0] == NULL)
        VV_SEQ_ITERATOR(it.o)->index = (size_t)c->n[0];
    return reduced_with_state(t, self, vv_tuple_pack(t, 1, (vv_ref)it.o),
                              vv_tuple_pack_take(t, 2, vv_newref(c->o[1]), vv_bool(t, c->o[0] == NULL || c->n[1])));
}

VV_ITERTOOL_SETSTATE(cycle)
static int cycle_restore(vv_thread *t, vv_ref self, vv_ref state) {
    vv_obj *part[2];
    int64_t first_pass;
    if (vv_itertool_unpack(t, state, 2, 2, part) < 0)
        return -1;
    if (!VV_ISA(part[0], LIST))
        return vv_raise_int(t, VV_TypeError, "argument 1 must be list, not %A", part[0]);
    if (!VV_ISA(part[1], INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", part[1]);
    if (vv_int_as_i64(t, part[1], &first_pass) < 0)
        return -1;
    vv_setref_take(t, &SELF(self)->o[1], vv_newref(part[0]));
    SELF(self)->n[0] = 0;
    SELF(self)->n[1] = first_pass != 0;
    return 0;
}

/* ---- dropwhile, takewhile: o[0] iterator, o[1] predicate; n[0]: dropwhile began, takewhile ended ---- */

static vv_step dropwhile_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return create_with_function(t, VV_T_ITER_DROPWHILE, "dropwhile", type, args, nargs, kwnames);
}
static vv_step takewhile_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return create_with_function(t, VV_T_ITER_TAKEWHILE, "takewhile", type, args, nargs, kwnames);
}

static vv_step dropwhile_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: item, slot[1]: the predicate's answer */
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[0]));
        if (t->ret == NULL || SELF(nf->argv[0])->n[0])
            return VV_READY;
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_call1(t, SELF(nf->argv[0])->o[1], nf->slot[0]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
        if (!t->ival) {
            SELF(nf->argv[0])->n[0] = 1;
            return vv_return(t, vv_move(&nf->slot[0]));
        }
    }
    VV_END(nf);
}

static vv_step dropwhile_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], dropwhile_next_native, "dropwhile.__next__");
}

static vv_step takewhile_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: item, slot[1]: the predicate's answer */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[0]));
    if (t->ret == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call1(t, SELF(nf->argv[0])->o[1], nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
    if (t->ival)
        return vv_return(t, vv_move(&nf->slot[0]));
    SELF(nf->argv[0])->n[0] = 1;
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step takewhile_next(vv_thread *t, vv_ref self) {
    if (SELF(self)->n[0])
        return vv_return_null(t);
    return vv_itertool_step(t, self, SELF(self)->o[0], takewhile_next_native, "takewhile.__next__");
}

static vv_owned while_state(vv_thread *t, vv_ref self) {
    return reduced_with_state(t, self, pair(t, SELF(self)->o[1], SELF(self)->o[0]), vv_int_new(t, SELF(self)->n[0]));
}
VV_ITERTOOL_REDUCE(dropwhile)
static vv_owned dropwhile_state(vv_thread *t, vv_ref self) {
    return while_state(t, self);
}
VV_ITERTOOL_REDUCE(takewhile)
static vv_owned takewhile_state(vv_thread *t, vv_ref self) {
    return while_state(t, self);
}

static vv_step dropwhile_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_itertool_warn(t, nf));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
    SELF(nf->argv[0])->n[0] = t->ival != 0;
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step takewhile_setstate(vv_thread *t, vv_native *nf) {
    return dropwhile_setstate(t, nf);
}

/* ---- filterfalse: o[0] iterator, o[1] function ---- */

static vv_step filterfalse_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return create_with_function(t, VV_T_ITER_FILTERFALSE, "filterfalse", type, args, nargs, kwnames);
}

static vv_step filterfalse_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: item, slot[1]: the function's answer */
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[0]));
        if (t->ret == NULL)
            return vv_return_null(t);
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (SELF(nf->argv[0])->o[1] == t->vm->none || SELF(nf->argv[0])->o[1] == &VV_TYPEP(t, BOOL)->head) {
            VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        } else {
            VV_AWAIT(nf, vv_do_call1(t, SELF(nf->argv[0])->o[1], nf->slot[0]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
        }
        if (!t->ival)
            return vv_return(t, vv_move(&nf->slot[0]));
    }
    VV_END(nf);
}

static vv_step filterfalse_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], filterfalse_next_native, "filterfalse.__next__");
}

VV_ITERTOOL_REDUCE(filterfalse)
static vv_owned filterfalse_state(vv_thread *t, vv_ref self) {
    return vv_itertool_reduced_take(t, self, pair(t, SELF(self)->o[1], SELF(self)->o[0]));
}

/* ---- islice: o[0] iterator, NULL at the end; o[1] stop (int; NULL none); n[0] next index to give, n[1] step, n[2] items
 * taken so far ---- */

static vv_step bad_islice(vv_thread *t, const char *which) {
    return vv_raise_step(t, VV_ValueError, "%s for islice() must be None or an integer: 0 <= x <= sys.maxsize.", which);
}

/* The index in t->ret into *ret; false if it does not fit. */
static bool take_index(vv_thread *t, int64_t *ret) {
    vv_obj *o = vv_take_ret(t);
    bool fits = vv_int_to_i64(o, ret) == 0;
    vv_decref(t, o);
    return fits;
}

/* argv: class, iterable, start or NULL, stop, step or NULL. i: 0 start, 1 stop, 2 step; slot[0]: iterator */
static vv_step islice_new(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[1] = -1;
    nf->i[2] = 1;
    if (nf->argv[2] != NULL && nf->argv[2] != t->vm->none) {
        VV_AWAIT_CATCH(nf, vv_do_index(t, nf->argv[2]));
        if (nf->raised)
            vv_clear_error(t);
        if (nf->raised || !take_index(t, &nf->i[0]))
            nf->i[0] = -1;
    }
    if (nf->argv[3] != t->vm->none) {
        VV_AWAIT_CATCH(nf, vv_do_index(t, nf->argv[3]));
        if (nf->raised)
            vv_clear_error(t);
        if (nf->raised || !take_index(t, &nf->i[1]) || nf->i[1] == -1)
            return bad_islice(t, "Stop argument");
    }
    if (nf->i[0] < 0 || nf->i[1] < -1)
        return bad_islice(t, nf->argv[2] == NULL ? "Stop argument" : "Indices");
    if (nf->argv[4] != NULL && nf->argv[4] != t->vm->none) {
        VV_AWAIT_CATCH(nf, vv_do_index(t, nf->argv[4]));
        if (nf->raised)
            vv_clear_error(t);
        if (nf->raised || !take_index(t, &nf->i[2]))
            nf->i[2] = -1;
    }
    if (nf->i[2] < 1)
        return vv_raise_step(t, VV_ValueError, "Step for islice() must be a positive integer or None.");
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->i[1] >= 0 && (nf->slot[1] = vv_int_new(t, nf->i[1])) == NULL)
        return VV_FAILED;
    vv_obj *o = vv_itertool_new(t, nf->argv[0], nf->slot[0], nf->slot[1]);
    if (o != NULL) {
        SELF(o)->n[0] = nf->i[0];
        SELF(o)->n[1] = nf->i[2];
    }
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step islice_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_itertool_no_keywords(t, VV_T_ITER_ISLICE, "islice", type, kwnames) < 0 || vv_check_nargs(t, "islice", nargs, 2, 4) < 0)
        return VV_FAILED;
    vv_obj *argv[5] = {VV_OBJ(type), args[0], nargs == 2 ? NULL : args[1], args[nargs == 2 ? 1 : 2], nargs == 4 ? args[3] : NULL};
    return vv_push_native(t, islice_new, "islice", argv, 5) == NULL ? VV_FAILED : VV_PUSHED;
}

/* The stop of an islice; INT64_MAX when it has none. */
static int64_t islice_stop(const vv_itertool *it) {
    int64_t stop = INT64_MAX;
    if (it->o[1] != NULL)
        (void)vv_int_to_i64(it->o[1], &stop);
    return stop;
}

static vv_step islice_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the source; i[0]: the item is wanted */
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->o[0] == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->o[0]);
    for (;;) {
        nf->i[0] = SELF(nf->argv[0])->n[2] >= SELF(nf->argv[0])->n[0];
        if (nf->i[0] && SELF(nf->argv[0])->n[2] >= islice_stop(SELF(nf->argv[0])))
            break;
        VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[0]));
        if (nf->raised) {
            vv_clearref(t, &SELF(nf->argv[0])->o[0]);
            return VV_FAILED;
        }
        if (t->ret == NULL)
            break;
        vv_itertool *s = SELF(nf->argv[0]);
        s->n[2]++;
        if (!nf->i[0]) {
            vv_drop_ret(t);
            continue;
        }
        int64_t stop = islice_stop(s);
        if (__builtin_add_overflow(s->n[0], s->n[1], &s->n[0]) || s->n[0] > stop)
            s->n[0] = stop;
        return VV_READY;
    }
    vv_clearref(t, &SELF(nf->argv[0])->o[0]);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step islice_next(vv_thread *t, vv_ref self) {
    if (SELF(self)->o[0] == NULL)
        return vv_return_null(t);
    return vv_itertool_step(t, self, SELF(self)->o[0], islice_next_native, "islice.__next__");
}

VV_ITERTOOL_REDUCE(islice)
static vv_owned islice_state(vv_thread *t, vv_ref self) {
    const vv_itertool *s = SELF(self);
    if (s->o[0] == NULL) {
        VV_AUTO list = {t, vv_list_new(t, 0)};
        vv_obj *empty = list.o == NULL ? NULL : vv_seq_iterator_new(t, VV_T_LIST_ITERATOR, list.o);
        return reduced_with_state(t, self, vv_tuple_pack_take(t, 2, empty, vv_int_new(t, 0)), vv_int_new(t, 0));
    }
    return reduced_with_state(t, self,
                              vv_tuple_pack_take(t, 4, vv_newref(s->o[0]), vv_int_new(t, s->n[0]),
                                                 vv_newref(s->o[1] == NULL ? VV_NONE(t) : s->o[1]), vv_int_new(t, s->n[1])),
                              vv_int_new(t, s->n[2]));
}

VV_ITERTOOL_SETSTATE(islice)
static int islice_restore(vv_thread *t, vv_ref self, vv_ref state) {
    if (!VV_ISA(state, INT))
        return vv_raise_int(t, VV_TypeError, "an integer is required");
    return vv_int_as_i64(t, state, &SELF(self)->n[2]);
}

/* ---- pairwise: o[0] iterator, NULL at the end; o[1] the item before ---- */

static vv_step pairwise_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_itertool_no_keywords(t, VV_T_ITER_PAIRWISE, "pairwise", type, kwnames) < 0 ||
        vv_check_nargs(t, "pairwise", nargs, 1, 1) < 0)
        return VV_FAILED;
    return vv_start3(t, new_over, "pairwise", type, args[0], NULL);
}

static vv_step pairwise_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the source, slot[1]: the item before */
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->o[0] == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->o[0]);
    if (SELF(nf->argv[0])->o[1] == NULL) {
        VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[0]));
        if (nf->raised || t->ret == NULL) {
            vv_clearref(t, &SELF(nf->argv[0])->o[0]);
            return nf->raised ? VV_FAILED : VV_READY;
        }
        vv_setref_take(t, &SELF(nf->argv[0])->o[1], vv_take_ret(t));
        if (SELF(nf->argv[0])->o[0] == NULL) { /* it came back here and found its end */
            vv_clearref(t, &SELF(nf->argv[0])->o[1]);
            return vv_return_null(t);
        }
        vv_setref_take(t, &nf->slot[0], vv_newref(SELF(nf->argv[0])->o[0]));
    }
    nf->slot[1] = vv_newref(SELF(nf->argv[0])->o[1]);
    VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[0]));
    if (nf->raised || t->ret == NULL) {
        vv_clearref(t, &SELF(nf->argv[0])->o[0]);
        vv_clearref(t, &SELF(nf->argv[0])->o[1]);
        return nf->raised ? VV_FAILED : VV_READY;
    }
    vv_setref_take(t, &SELF(nf->argv[0])->o[1], vv_newref(t->ret));
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_move(&nf->slot[1]), vv_take_ret(t)));
    VV_END(nf);
}

static vv_step pairwise_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], pairwise_next_native, "pairwise.__next__");
}

/* ---- repeat: o[0] the object; n[0] how often still, -1 without end ---- */

static vv_step repeat_new(vv_thread *t, vv_native *nf) { /* argv: class, object, times or NULL */
    VV_BEGIN(nf);
    nf->i[0] = -1;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
        if (nf->i[0] < 0)
            nf->i[0] = 0;
    }
    vv_obj *o = vv_itertool_new(t, nf->argv[0], nf->argv[1], NULL);
    if (o != NULL)
        SELF(o)->n[0] = nf->i[0];
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step repeat_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (vv_parse_args(t, "repeat", "repeat(object, times=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_native_enter(t, vv_push_native(t, repeat_new, "repeat", (vv_obj *[]){VV_OBJ(type), a[0], a[1]}, 3));
}

static vv_step repeat_next(vv_thread *t, vv_ref self) {
    vv_itertool *r = SELF(self);
    if (r->n[0] == 0)
        return vv_return_null(t);
    if (r->n[0] > 0)
        r->n[0]--;
    return vv_return(t, vv_newref(r->o[0]));
}

static vv_step repeat_repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, SELF(nf->argv[0])->o[0]));
    nf->slot[0] = vv_take_ret(t);
    if (SELF(nf->argv[0])->n[0] == -1)
        return vv_return(t, vv_format(t, "%U(%U)", nf->argv[0]->type->name, nf->slot[0]));
    return vv_return(
        t, vv_format(t, "%U(%U, %lld)", nf->argv[0]->type->name, nf->slot[0], (long long)SELF(nf->argv[0])->n[0]));
    VV_END(nf);
}

static vv_step repeat_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repeat_repr_native, "repeat.__repr__", self);
}

static vv_owned repeat_length_hint(vv_thread *t, vv_obj *const *argv) {
    if (SELF(argv[0])->n[0] == -1)
        return vv_raise(t, VV_TypeError, "len() of unsized object");
    return vv_int_new(t, SELF(argv[0])->n[0]);
}

VV_ITERTOOL_REDUCE(repeat)
static vv_owned repeat_state(vv_thread *t, vv_ref self) {
    const vv_itertool *r = SELF(self);
    return vv_itertool_reduced_take(t, self,
                                    r->n[0] == -1 ? vv_tuple_pack(t, 1, (vv_ref)r->o[0])
                                                  : vv_tuple_pack_take(t, 2, vv_newref(r->o[0]), vv_int_new(t, r->n[0])));
}

/* ---- starmap: o[0] iterator, o[1] function ---- */

static vv_step starmap_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return create_with_function(t, VV_T_ITER_STARMAP, "starmap", type, args, nargs, kwnames);
}

static vv_step starmap_next_native(vv_thread *t, vv_native *nf) { /* slot[0]: the arguments */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->o[0]));
    if (t->ret == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_take_ret(t);
    if (!VV_IS(t, nf->slot[0], TUPLE)) {
        VV_AWAIT(nf, vv_do_tuple(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    VV_AWAIT(nf, vv_do_call_ex(t, SELF(nf->argv[0])->o[1], nf->slot[0], NULL));
    return VV_READY;
    VV_END(nf);
}

static vv_step starmap_next(vv_thread *t, vv_ref self) {
    return vv_itertool_step(t, self, SELF(self)->o[0], starmap_next_native, "starmap.__next__");
}

VV_ITERTOOL_REDUCE(starmap)
static vv_owned starmap_state(vv_thread *t, vv_ref self) {
    return filterfalse_state(t, self);
}

/* ---- zip_longest: o[0] tuple of iterators, None for an exhausted one; o[1] the first tuple given; o[2] fill value; n[0]
 * iterators still running ---- */

static vv_step zip_longest_new(vv_thread *t, vv_native *nf) { /* argv: class, fill value, tuple of iterables; slot[0]: iterators */
    VV_BEGIN(nf);
    nf->slot[0] = vv_tuple_new(t, VV_TUPLE(nf->argv[2])->length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[2])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_iter(t, VV_TUPLE(nf->argv[2])->items[nf->i[0]]));
        VV_TUPLE(nf->slot[0])->items[nf->i[0]] = vv_take_ret(t);
    }
    vv_tuple_done(t, nf->slot[0]);
    size_t n = VV_TUPLE(nf->slot[0])->length;
    nf->slot[1] = vv_tuple_new(t, n);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < n; k++)
        VV_TUPLE(nf->slot[1])->items[k] = vv_none(t);
    vv_tuple_done(t, nf->slot[1]);
    vv_obj *o = vv_itertool_new(t, nf->argv[0], nf->slot[0], nf->slot[1]);
    if (o != NULL) {
        SELF(o)->o[2] = vv_newref(nf->argv[1]);
        SELF(o)->n[0] = (int64_t)n;
    }
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step zip_longest_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_ref fill = VV_NONE(t);
    size_t n = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (n > 1 || (n == 1 && !vv_str_equal_cstr(VV_TUPLE(kwnames)->items[0], "fillvalue")))
        return vv_raise_step(t, VV_TypeError, "zip_longest() got an unexpected keyword argument");
    if (n == 1)
        fill = args[nargs];
    VV_AUTO all = {t, vv_tuple_from_array(t, args, nargs)};
    return all.o == NULL ? VV_FAILED : vv_start3(t, zip_longest_new, "zip_longest", type, fill, all.o);
}

/* slot[0]: the tuple being filled, slot[1]: the iterator asked; i[0]: its index */
static vv_step zip_longest_next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    {
        const vv_itertool *z = SELF(nf->argv[0]);
        nf->slot[0] = z->o[1]->refcnt == 1 ? vv_newref(z->o[1]) : vv_tuple_new(t, VV_TUPLE(z->o[0])->length);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_TUPLE(SELF(nf->argv[0])->o[0])->items[nf->i[0]]));
        if (nf->slot[1] != t->vm->none) {
            VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[1]));
            if (nf->raised) {
                SELF(nf->argv[0])->n[0] = 0;
                return VV_FAILED;
            }
            if (t->ret != NULL) {
                vv_setref_take(t, &VV_TUPLE(nf->slot[0])->items[nf->i[0]], vv_take_ret(t));
                continue;
            }
            vv_clearref(t, &t->stop);
            if (VV_TUPLE(SELF(nf->argv[0])->o[0])->items[nf->i[0]] != t->vm->none && --SELF(nf->argv[0])->n[0] <= 0)
                return vv_return_null(t);
            vv_setref_take(t, &VV_TUPLE(SELF(nf->argv[0])->o[0])->items[nf->i[0]], vv_none(t));
        }
        vv_setref_take(t, &VV_TUPLE(nf->slot[0])->items[nf->i[0]], vv_newref(SELF(nf->argv[0])->o[2]));
    }
    vv_tuple_done(t, nf->slot[0]);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step zip_longest_next(vv_thread *t, vv_ref self) {
    if (SELF(self)->n[0] == 0 || SELF(self)->o[0] == t->vm->none) /* None: the collector cleared it */
        return vv_return_null(t);
    return vv_start1(t, zip_longest_next_native, "zip_longest.__next__", self);
}

VV_ITERTOOL_REDUCE(zip_longest)
static vv_owned zip_longest_state(vv_thread *t, vv_ref self) {
    const vv_itertool *z = SELF(self);
    VV_AUTO args = {t, vv_tuple_from_array(t, VV_TUPLE(z->o[0])->items, VV_TUPLE(z->o[0])->length)};
    VV_AUTO empty = {t, vv_tuple_new(t, 0)};
    if (args.o == NULL || empty.o == NULL)
        return NULL;
    for (size_t k = 0; k < VV_TUPLE(args.o)->length; k++)
        if (VV_TUPLE(args.o)->items[k] == VV_NONE(t))
            vv_setref_take(t, &VV_TUPLE(args.o)->items[k], vv_newref(empty.o));
    return reduced_with_state(t, self, vv_move(&args.o), vv_newref(z->o[2]));
}

VV_ITERTOOL_SETSTATE(zip_longest)
static int zip_longest_restore(vv_thread *t, vv_ref self, vv_ref state) {
    vv_setref_take(t, &SELF(self)->o[2], vv_newref(state));
    return 0;
}

/* ---- the types and the module ---- */

VV_ITERTOOL_SPEC(accumulate, "accumulate", VV_TF_BASETYPE, 72, "(iterable, func=None, *, initial=None)",
                 "Running totals: of sums, or of what a function of total and item gives.");
VV_ITERTOOL_SPEC(batched, "batched", VV_TF_BASETYPE, 48, "(iterable, n)",
                 "The items of an iterable in tuples of n; the last one may be shorter.");
VV_ITERTOOL_SPEC(chain, "chain", VV_TF_BASETYPE, 48, NULL,
                 "chain(*iterables) --> the items of the first iterable, then those of the next, until all are exhausted.");
VV_ITERTOOL_SPEC(compress, "compress", VV_TF_BASETYPE, 48, "(data, selectors)",
                 "The items of data whose selector is true, until the shorter one is exhausted.");
VV_ITERTOOL_SPEC(count, "count", VV_TF_BASETYPE, 56, "(start=0, step=1)",
                 "The numbers start, start + step, start + 2*step, ... without end.");
VV_ITERTOOL_SPEC(cycle, "cycle", VV_TF_BASETYPE, 64, "(iterable, /)",
                 "The items of an iterable until it is exhausted, then the same ones again and again.");
VV_ITERTOOL_SPEC(dropwhile, "dropwhile", VV_TF_BASETYPE, 56, "(predicate, iterable, /)",
                 "All items from the first one on for which the predicate is false.");
VV_ITERTOOL_SPEC(filterfalse, "filterfalse", VV_TF_BASETYPE, 48, "(function, iterable, /)",
                 "The items for which function(item) is false; with None, the items that are false.");
VV_ITERTOOL_SPEC(islice, "islice", VV_TF_BASETYPE, 72, NULL,
                 "islice(iterable, stop), islice(iterable, start, stop[, step]) --> the items a slice would select.");
VV_ITERTOOL_SPEC(pairwise, "pairwise", VV_TF_BASETYPE, 48, "(iterable, /)", "Overlapping pairs of neighbours: ab, bc, cd, ...");
VV_ITERTOOL_SPEC(repeat, "repeat", VV_TF_BASETYPE, 48, NULL,
                 "repeat(object[, times]) --> the object that many times, or without end.");
VV_ITERTOOL_SPEC(starmap, "starmap", VV_TF_BASETYPE, 48, "(function, iterable, /)",
                 "function(*item) for every item of an iterable of argument tuples.");
VV_ITERTOOL_SPEC(takewhile, "takewhile", VV_TF_BASETYPE, 56, "(predicate, iterable, /)",
                 "The items before the first one for which the predicate is false.");
VV_ITERTOOL_SPEC(zip_longest, "zip_longest", VV_TF_BASETYPE, 72, NULL,
                 "zip_longest(*iterables, fillvalue=None) --> tuples as zip() makes them, until the longest iterable is\n"
                 "exhausted; the fill value stands for what is missing.");

static vv_step vv_itertools_tee_function(vv_thread *t, vv_native *nf) {
    return vv_itertools_tee(t, nf);
}

vv_owned vv_itertools_module(vv_thread *t);
vv_owned vv_itertools_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "itertools", "Building blocks for iterators: infinite ones, ones that end "
                                                             "with the shortest input, and combinatoric ones.",
                                             itertools_methods)};
    for (int id = VV_T_ITER_ACCUMULATE; id <= VV_T_ITER_PRODUCT; id++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
