/* combinators.c - the iterators over other iterators: enumerate, reversed, zip, map, filter.
 *
 * All five share one layout. Their `next` takes the short way when the iterators below are built-in ones that never run
 * Python, and pushes a native frame otherwise. enumerate and zip give the same tuple again if nobody kept the last one.
 * What a generator below returned stays in t->stop when they end with it: `x = yield from map(f, gen())` sees it in CPython.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct vv_combinator {
    vv_obj head;
    vv_obj *source;   /* owned: iterator (enumerate, filter), sequence (reversed; NULL at the end), tuple of iterators */
    vv_obj *function; /* owned: map's and filter's function; enumerate's count once it does not fit `next`; or NULL */
    vv_obj *last;     /* owned: the first tuple given (enumerate, zip); or NULL */
    int64_t next;     /* enumerate's count; reversed's index, -1 at the end */
    bool strict;      /* zip */
} vv_combinator;
#define SELF(o) ((vv_combinator *)(o))

#define VV_DEF_NAME enumerate
#define VV_DEF_FILE "types/enumerate.def"
#include "object/deftype.h"
#define VV_DEF_NAME reversed
#define VV_DEF_FILE "types/reversed.def"
#include "object/deftype.h"
#define VV_DEF_NAME zip
#define VV_DEF_FILE "types/zip.def"
#include "object/deftype.h"
#define VV_DEF_NAME map
#define VV_DEF_FILE "types/map.def"
#include "object/deftype.h"
#define VV_DEF_NAME filter
#define VV_DEF_FILE "types/filter.def"
#include "object/deftype.h"

/* ---- what they share ---- */

/* Borrows source and function. */
static vv_owned combinator_new(vv_thread *t, vv_ref type, vv_ref source, vv_ref function) {
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o == NULL)
        return NULL;
    SELF(o)->source = vv_newref(source);
    SELF(o)->function = vv_xnewref(function);
    vv_track(t, o);
    return o;
}

static void combinator_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, SELF(self)->source);
    vv_xdecref(t, SELF(self)->function);
    vv_xdecref(t, SELF(self)->last);
    vv_free_object(t, self);
}

static int combinator_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SELF(self)->source);
    VV_VISIT(SELF(self)->function);
    VV_VISIT(SELF(self)->last);
    return 0;
}

/* None and the empty tuple take the place of what is let go of, so that every function still finds what it expects. */
static void combinator_clear(vv_thread *t, vv_obj *self) {
    vv_combinator *it = SELF(self);
    vv_clearref(t, &it->last);
    if (it->function != NULL && !VV_ISA(it->function, INT))
        vv_setref_take(t, &it->function, vv_none(t));
    if (it->source != NULL)
        vv_setref_take(t, &it->source, vv_newref(VV_ISA(it->source, TUPLE) ? t->vm->empty_tuple : t->vm->none));
}

static vv_step combinator_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step combinator_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* "name() takes no keyword arguments", for the type itself and subclasses that do not define __init__. */
static int refuse_keywords(vv_thread *t, int id, const char *name, vv_ref type, vv_ref kwnames) {
    const vv_type *self = VV_AS_TYPE(type);
    if (self == t->vm->types[id] || self->s.init == VV_TYPEP(t, OBJECT)->s.init)
        return vv_no_kwargs(t, name, kwnames);
    return 0;
}

/* A tuple of n places to fill: the one given last if it is free, else a new one (its places NULL). */
static vv_owned tuple_to_fill(vv_thread *t, vv_combinator *self, size_t n) {
    if (self->last != NULL && self->last->refcnt == 1)
        return vv_newref(self->last);
    return vv_tuple_new(t, n);
}

/* The filled tuple is given away. */
static vv_step give_tuple(vv_thread *t, vv_owned tuple) {
    vv_tuple_done(t, tuple);
    return vv_return(t, tuple);
}

/* Gives a new iterator its first tuple, of n None: takes it, or NULL. */
static vv_step with_tuple(vv_thread *t, vv_owned self, size_t n) {
    vv_obj *last = self == NULL ? NULL : vv_tuple_new(t, n);
    if (last == NULL) {
        vv_xdecref(t, self);
        return VV_FAILED;
    }
    for (size_t k = 0; k < n; k++)
        VV_TUPLE(last)->items[k] = vv_none(t);
    vv_tuple_done(t, last);
    SELF(self)->last = last;
    return vv_return(t, self);
}

/* ---- enumerate ---- */

static vv_step enumerate_new(vv_thread *t, vv_native *nf) { /* argv: class, iterable, start or NULL */
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
    }
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    vv_obj *o = combinator_new(t, nf->argv[0], nf->slot[1], NULL);
    if (o == NULL)
        return VV_FAILED;
    if (nf->slot[0] != NULL && (vv_int_to_i64(nf->slot[0], &SELF(o)->next) != 0 || SELF(o)->next == INT64_MAX))
        SELF(o)->function = vv_newref(nf->slot[0]);
    return with_tuple(t, o, 2);
    VV_END(nf);
}

static vv_step enumerate_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    size_t total = nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_obj *out[2];
    if (total == 0)
        return vv_raise_step(t, VV_TypeError, "enumerate() missing required argument 'iterable'");
    if (total == 1 && nargs == 0 && !vv_str_equal_cstr(VV_TUPLE(kwnames)->items[0], "iterable"))
        return vv_raise_step(t, VV_TypeError, "'%U' is an invalid keyword argument for enumerate()",
                             VV_TUPLE(kwnames)->items[0]);
    if (total > 2)
        return vv_raise_step(t, VV_TypeError, "enumerate() takes at most 2 arguments (%zu given)", total);
    for (size_t k = nargs; k < total; k++) { /* unknown names come before missing ones */
        vv_ref name = VV_TUPLE(kwnames)->items[k - nargs];
        if (!vv_str_equal_cstr(name, "iterable") && !vv_str_equal_cstr(name, "start"))
            return vv_raise_step(t, VV_TypeError, "'%U' is an invalid keyword argument for enumerate()", name);
    }
    if (vv_parse_args(t, "enumerate", "enumerate(iterable, start=0)", args, nargs, kwnames, out) < 0)
        return VV_FAILED;
    return vv_start3(t, enumerate_new, "enumerate", type, out[0], out[1]);
}

/* The count as an int, and one up. */
static vv_owned take_count(vv_thread *t, vv_combinator *self) {
    if (self->function == NULL) {
        vv_obj *count = vv_int_new(t, self->next);
        if (++self->next == INT64_MAX)
            self->function = vv_int_new(t, INT64_MAX);
        return count;
    }
    VV_AUTO one = {t, vv_int_new(t, 1)};
    vv_obj *up = vv_int_add(t, self->function, one.o);
    if (up == NULL)
        return NULL;
    vv_obj *count = self->function;
    self->function = up;
    return count;
}

/* Takes the item. */
static vv_step enumerate_give(vv_thread *t, vv_combinator *self, vv_owned item) {
    vv_obj *count = take_count(t, self);
    vv_obj *tuple = count == NULL ? NULL : tuple_to_fill(t, self, 2);
    if (tuple == NULL) {
        vv_xdecref(t, count);
        vv_decref(t, item);
        return VV_FAILED;
    }
    vv_setref_take(t, &VV_TUPLE(tuple)->items[0], count);
    vv_setref_take(t, &VV_TUPLE(tuple)->items[1], item);
    return give_tuple(t, tuple);
}

static vv_step enumerate_next_slowly(vv_thread *t, vv_native *nf) { /* argv[0]: self */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->source));
    if (t->ret == NULL)
        return vv_return_null(t);
    return enumerate_give(t, SELF(nf->argv[0]), vv_take_ret(t));
    VV_END(nf);
}

static vv_step enumerate_next(vv_thread *t, vv_ref self) {
    vv_obj *source = SELF(self)->source;
    if (!vv_iterator_is_leaf(source))
        return vv_start1(t, enumerate_next_slowly, "enumerate.__next__", self);
    vv_step s = source->type->s.next(t, source);
    return s == VV_READY && t->ret != NULL ? enumerate_give(t, SELF(self), vv_take_ret(t)) : s;
}

/* (type, (a, b)) */
static vv_owned reduce_pair(vv_thread *t, vv_ref self, vv_ref a, vv_ref b) {
    VV_AUTO args = {t, vv_tuple_pack(t, 2, a, b)};
    return args.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)&self->type->head, (vv_ref)args.o);
}

static vv_owned enumerate_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_combinator *self = SELF(argv[0]);
    VV_AUTO count = {t, self->function != NULL ? vv_newref(self->function) : vv_int_new(t, self->next)};
    return count.o == NULL ? NULL : reduce_pair(t, argv[0], self->source, count.o);
}

/* ---- reversed ---- */

static vv_step reversed_new(vv_thread *t, vv_native *nf) { /* argv: class, sequence */
    VV_BEGIN(nf);
    {
        vv_ref method = vv_type_lookup_peek(t, nf->argv[1]->type, VV_N(t, __reversed__));
        if (method == VV_NONE(t) || (method == NULL && (!vv_is_sequence(nf->argv[1]) || VV_IS(t, nf->argv[1], GENERIC_ALIAS))))
            return vv_raise_step(t, VV_TypeError, "'%T' object is not reversible", nf->argv[1]);
        nf->i[0] = method != NULL;
    }
    if (nf->i[0]) {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[1], VV_N(t, __reversed__), NULL, 0));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_do_len(t, nf->argv[1]));
    nf->i[1] = t->ival;
    vv_obj *o = combinator_new(t, nf->argv[0], nf->argv[1], NULL);
    if (o != NULL)
        SELF(o)->next = nf->i[1] - 1;
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step reversed_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (refuse_keywords(t, VV_T_REVERSED, "reversed", type, kwnames) < 0 || vv_check_nargs(t, "reversed", nargs, 1, 1) < 0)
        return VV_FAILED;
    return vv_start2(t, reversed_new, "reversed", type, args[0]);
}

/* argv[0]: self; slot[0]: index, slot[1]: sequence */
static vv_step reversed_next_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->next < 0)
        return vv_return_null(t);
    nf->slot[0] = vv_int_new(t, SELF(nf->argv[0])->next);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->slot[1] = vv_newref(SELF(nf->argv[0])->source);
    VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->slot[1], nf->slot[0]));
    if (!nf->raised) {
        SELF(nf->argv[0])->next--;
        return VV_READY;
    }
    if (!vv_error_is(t, VV_IndexError) && !vv_error_is(t, VV_StopIteration))
        return VV_FAILED;
    vv_clear_error(t);
    SELF(nf->argv[0])->next = -1;
    vv_clearref(t, &SELF(nf->argv[0])->source);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step reversed_next(vv_thread *t, vv_ref self) {
    vv_combinator *it = SELF(self);
    if (it->next < 0) {
        vv_clearref(t, &it->source);
        return vv_return_null(t);
    }
    if (VV_IS(t, it->source, TUPLE) && (uint64_t)it->next < VV_TUPLE(it->source)->length)
        return vv_return(t, vv_newref(VV_TUPLE(it->source)->items[it->next--]));
    if (VV_IS(t, it->source, STR) && (uint64_t)it->next < vv_str_length(it->source))
        return vv_return(t, vv_str_from_char(t, vv_str_at(it->source, (size_t)it->next--)));
    return vv_start1(t, reversed_next_slowly, "reversed.__next__", self);
}

static vv_step reversed_length_hint(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (SELF(nf->argv[0])->source == NULL)
        return vv_return(t, vv_int_new(t, 0));
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->source);
    VV_AWAIT(nf, vv_do_len(t, nf->slot[0]));
    int64_t left = SELF(nf->argv[0])->next + 1;
    return vv_return(t, vv_int_new(t, t->ival < left ? 0 : left));
    VV_END(nf);
}

static vv_owned reversed_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_combinator *self = SELF(argv[0]);
    VV_AUTO source = {t, self->source != NULL ? vv_newref(self->source) : vv_tuple_new(t, 0)};
    VV_AUTO args = {t, source.o == NULL ? NULL : vv_tuple_pack(t, 1, (vv_ref)source.o)};
    if (args.o == NULL)
        return NULL;
    if (self->source == NULL)
        return vv_tuple_pack(t, 2, (vv_ref)&argv[0]->type->head, (vv_ref)args.o);
    VV_AUTO index = {t, vv_int_new(t, self->next)};
    return index.o == NULL ? NULL : vv_tuple_pack(t, 3, (vv_ref)&argv[0]->type->head, (vv_ref)args.o, (vv_ref)index.o);
}

static vv_step reversed_setstate(vv_thread *t, vv_native *nf) { /* slot[1]: sequence */
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], INT))
        return vv_raise_step(t, VV_TypeError, "an integer is required");
    if (SELF(nf->argv[0])->source == NULL)
        return vv_return_none(t);
    nf->slot[1] = vv_newref(SELF(nf->argv[0])->source);
    VV_AWAIT(nf, vv_do_len(t, nf->slot[1]));
    int64_t length = t->ival, index;
    if (vv_int_as_i64(t, nf->argv[1], &index) < 0)
        return VV_FAILED;
    SELF(nf->argv[0])->next = index < -1 ? -1 : index > length - 1 ? length - 1 : index;
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- zip ---- */

/* The iterators of args[first..): argv of the frame; slot[0]: them as a tuple; i[0]: how many are made. Shared by zip and
 * map: when all are made, the caller goes on at its own place. */
#define AWAIT_ITERATORS(nf, first)                                                                                     \
    (nf)->slot[0] = vv_list_new(t, 0);                                                                                 \
    if ((nf)->slot[0] == NULL)                                                                                         \
        return VV_FAILED;                                                                                              \
    for (; (size_t)(nf)->i[0] + (first) < (nf)->argc; (nf)->i[0]++) {                                                  \
        VV_AWAIT(nf, vv_do_iter(t, (nf)->argv[(size_t)(nf)->i[0] + (first)]));                                         \
        if (vv_list_append_take(t, (nf)->slot[0], vv_take_ret(t)) < 0)                                                 \
            return VV_FAILED;                                                                                          \
    }                                                                                                                  \
    vv_setref_take(t, &(nf)->slot[0], vv_list_to_tuple(t, (nf)->slot[0]));                                             \
    if ((nf)->slot[0] == NULL)                                                                                         \
    return VV_FAILED

static vv_step zip_new(vv_thread *t, vv_native *nf) { /* argv: class, strict or NULL, iterables ...; i[1]: strict */
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
        nf->i[1] = t->ival;
    }
    AWAIT_ITERATORS(nf, 2);
    vv_obj *o = combinator_new(t, nf->argv[0], nf->slot[0], NULL);
    if (o != NULL)
        SELF(o)->strict = nf->i[1] != 0;
    return with_tuple(t, o, VV_TUPLE(nf->slot[0])->length);
    VV_END(nf);
}

/* Pushes fn with argv: a, b, args ... */
static vv_step start_over_args(vv_thread *t, vv_resumable fn, const char *name, vv_ref a, vv_ref b, vv_obj *const *args,
                               size_t nargs) {
    vv_obj *few[16], **argv = few;
    if (nargs > UINT16_MAX - 2)
        return vv_raise_step(t, VV_OverflowError, "too many arguments for %s()", name);
    if (nargs + 2 > VV_ARRAY_LEN(few) && (argv = vv_alloc(t, (nargs + 2) * sizeof(vv_obj *))) == NULL)
        return VV_FAILED;
    argv[0] = VV_OBJ(a);
    argv[1] = VV_OBJ(b);
    for (size_t k = 0; k < nargs; k++)
        argv[k + 2] = args[k];
    vv_native *nf = vv_push_native(t, fn, name, argv, nargs + 2);
    if (argv != few)
        vv_free(t, argv);
    return vv_native_enter(t, nf);
}

static vv_step zip_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *strict = NULL;
    size_t n = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (n > 1)
        return vv_raise_step(t, VV_TypeError, "zip() takes at most 1 keyword argument (%zu given)", n);
    for (size_t k = 0; k < n; k++) {
        if (!vv_str_equal_cstr(VV_TUPLE(kwnames)->items[k], "strict"))
            return vv_raise_step(t, VV_TypeError, "'%U' is an invalid keyword argument for zip()", VV_TUPLE(kwnames)->items[k]);
        strict = args[nargs + k];
    }
    return start_over_args(t, zip_new, "zip", type, strict, args, nargs);
}

/* argv[0]: self; slot[0]: the tuple being filled; i[0]: which iterator, i[1]: 1 = the first one is exhausted, and the
 * others must be too */
static vv_step zip_next_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = tuple_to_fill(t, SELF(nf->argv[0]), VV_TUPLE(SELF(nf->argv[0])->source)->length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_next(t, VV_TUPLE(SELF(nf->argv[0])->source)->items[nf->i[0]]));
        if (t->ret != NULL && nf->i[1]) {
            vv_drop_ret(t);
            return vv_raise_step(t, VV_ValueError, "zip() argument %lld is longer than argument%s%lld",
                                 (long long)nf->i[0] + 1, nf->i[0] == 1 ? " " : "s 1-", (long long)nf->i[0]);
        }
        if (t->ret != NULL) {
            vv_setref_take(t, &VV_TUPLE(nf->slot[0])->items[nf->i[0]], vv_take_ret(t));
            continue;
        }
        if (!SELF(nf->argv[0])->strict)
            return vv_return_null(t);
        vv_clearref(t, &t->stop);
        if (nf->i[0] > 0 && !nf->i[1])
            return vv_raise_step(t, VV_ValueError, "zip() argument %lld is shorter than argument%s%lld",
                                 (long long)nf->i[0] + 1, nf->i[0] == 1 ? " " : "s 1-", (long long)nf->i[0]);
        nf->i[1] = 1;
    }
    if (nf->i[1])
        return vv_return_null(t);
    return give_tuple(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step zip_next(vv_thread *t, vv_ref self) {
    vv_combinator *it = SELF(self);
    const vv_tuple *sources = VV_TUPLE(it->source);
    if (sources->length == 0)
        return vv_return_null(t);
    bool leaf = !it->strict;
    for (size_t k = 0; leaf && k < sources->length; k++)
        leaf = vv_iterator_is_leaf(sources->items[k]);
    if (!leaf)
        return vv_start1(t, zip_next_slowly, "zip.__next__", self);
    vv_obj *tuple = tuple_to_fill(t, it, sources->length);
    if (tuple == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < sources->length; k++) {
        vv_step s = sources->items[k]->type->s.next(t, sources->items[k]);
        if (s != VV_READY || t->ret == NULL) {
            vv_decref(t, tuple);
            return s;
        }
        vv_setref_take(t, &VV_TUPLE(tuple)->items[k], vv_take_ret(t));
    }
    return give_tuple(t, tuple);
}

static vv_owned zip_reduce(vv_thread *t, vv_obj *const *argv) {
    vv_ref type = &argv[0]->type->head;
    return SELF(argv[0])->strict ? vv_tuple_pack(t, 3, type, (vv_ref)SELF(argv[0])->source, VV_TRUE(t))
                                 : vv_tuple_pack(t, 2, type, (vv_ref)SELF(argv[0])->source);
}

static vv_step zip_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
    SELF(nf->argv[0])->strict = t->ival != 0;
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- map ---- */

static vv_step map_new(vv_thread *t, vv_native *nf) { /* argv: class, function, iterables ... */
    VV_BEGIN(nf);
    AWAIT_ITERATORS(nf, 2);
    return vv_return(t, combinator_new(t, nf->argv[0], nf->slot[0], nf->argv[1]));
    VV_END(nf);
}

static vv_step map_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (refuse_keywords(t, VV_T_MAP, "map", type, kwnames) < 0)
        return VV_FAILED;
    if (nargs < 2)
        return vv_raise_step(t, VV_TypeError, "map() must have at least two arguments.");
    return start_over_args(t, map_new, "map", type, args[0], args + 1, nargs - 1);
}

/* The function of a map or filter has raised: a StopIteration ends the iterator with its value. */
static vv_step stopped_by_function(vv_thread *t) {
    if (!vv_error_is(t, VV_StopIteration))
        return VV_FAILED;
    vv_setref_take(t, &t->stop, vv_xnewref(((vv_exc_stopiteration *)t->exc)->value));
    vv_clear_error(t);
    return vv_return_null(t);
}

/* argv[0]: self; slot[0]: the arguments as a tuple; i[0]: which iterator */
static vv_step map_next_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_tuple_new(t, VV_TUPLE(SELF(nf->argv[0])->source)->length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_next(t, VV_TUPLE(SELF(nf->argv[0])->source)->items[nf->i[0]]));
        if (t->ret == NULL)
            return vv_return_null(t);
        VV_TUPLE(nf->slot[0])->items[nf->i[0]] = vv_take_ret(t);
    }
    VV_AWAIT_CATCH(
        nf, vv_do_call(t, SELF(nf->argv[0])->function, VV_TUPLE(nf->slot[0])->items, VV_TUPLE(nf->slot[0])->length));
    return nf->raised ? stopped_by_function(t) : VV_READY;
    VV_END(nf);
}

static vv_step map_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, map_next_slowly, "map.__next__", self);
}

static vv_owned map_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_combinator *self = SELF(argv[0]);
    const vv_tuple *sources = VV_TUPLE(self->source);
    VV_AUTO args = {t, vv_tuple_new(t, sources->length + 1)};
    if (args.o == NULL)
        return NULL;
    VV_TUPLE(args.o)->items[0] = vv_newref(self->function);
    for (size_t k = 0; k < sources->length; k++)
        VV_TUPLE(args.o)->items[k + 1] = vv_newref(sources->items[k]);
    vv_tuple_done(t, args.o);
    return vv_tuple_pack(t, 2, (vv_ref)&argv[0]->type->head, (vv_ref)args.o);
}

/* ---- filter ---- */

static vv_step filter_new(vv_thread *t, vv_native *nf) { /* argv: class, function, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, combinator_new(t, nf->argv[0], nf->slot[0], nf->argv[1]));
    VV_END(nf);
}

static vv_step filter_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (refuse_keywords(t, VV_T_FILTER, "filter", type, kwnames) < 0 || vv_check_nargs(t, "filter", nargs, 2, 2) < 0)
        return VV_FAILED;
    return vv_start3(t, filter_new, "filter", type, args[0], args[1]);
}

/* argv[0]: self; slot[0]: the item, slot[1]: the function's answer */
static vv_step filter_next_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, SELF(nf->argv[0])->source));
        if (t->ret == NULL)
            return vv_return_null(t);
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (SELF(nf->argv[0])->function == t->vm->none || SELF(nf->argv[0])->function == &VV_TYPEP(t, BOOL)->head) {
            VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        } else {
            VV_AWAIT_CATCH(nf, vv_do_call1(t, SELF(nf->argv[0])->function, nf->slot[0]));
            if (nf->raised)
                return stopped_by_function(t);
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
        }
        if (t->ival != 0)
            return vv_return(t, vv_move(&nf->slot[0]));
    }
    VV_END(nf);
}

static vv_step filter_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, filter_next_slowly, "filter.__next__", self);
}

static vv_owned filter_reduce(vv_thread *t, vv_obj *const *argv) {
    return reduce_pair(t, argv[0], SELF(argv[0])->function, SELF(argv[0])->source);
}

/* ---- the types ---- */

#define COMBINATOR_SPEC(id, size, sig, text)                                                                           \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = #id,                                                                                                   \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,                                                          \
        .basicsize = sizeof(vv_combinator),                                                                            \
        .size64 = size,                                                                                                \
        .doc = text,                                                                                                   \
        .signature = sig,                                                                                              \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .dealloc = combinator_dealloc,                                                                                 \
        .traverse = combinator_traverse,                                                                               \
        .clear = combinator_clear,                                                                                     \
    }

COMBINATOR_SPEC(enumerate, 72, "(iterable, start=0)",
                "An iterator of pairs: a count, from start on, and an item of the iterable.\n\n"
                "enumerate('ab') gives (0, 'a') and (1, 'b').");
COMBINATOR_SPEC(reversed, 48, "(sequence, /)", "An iterator over a sequence's items from the last to the first.");
COMBINATOR_SPEC(zip, 64, NULL,
                "zip(*iterables, strict=False) --> iterator of tuples, the k-th holding the k-th item of every iterable.\n\n"
                "It ends with the shortest iterable; with strict=True, iterables of different lengths raise ValueError.");
COMBINATOR_SPEC(map, 48, NULL,
                "map(function, *iterables) --> iterator of function(a, b, ...) for the items a, b, ... of the iterables,\n"
                "until the shortest is exhausted.");
COMBINATOR_SPEC(filter, 48, NULL,
                "filter(function or None, iterable) --> iterator of the items for which function(item) is true;\n"
                "with None, of the items that are true.");
