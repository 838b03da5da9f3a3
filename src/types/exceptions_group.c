/* exceptions_group.c - BaseExceptionGroup and ExceptionGroup: construction and the splitting of trees of groups.
 *
 * Splitting walks the tree with a worklist of native frames (one for each nested group), so depth is bounded by memory.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/exceptions_private.h"
#include "types/genericalias.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define GROUP(o) ((vv_exc_group *)(o))

static int check_members(vv_thread *t, vv_type **cls, vv_ref excs) {
    vv_type *group = t->vm->types[VV_ExceptionGroup], *base_group = t->vm->types[VV_BaseExceptionGroup];
    bool nested_base = false;
    for (size_t i = 0; i < VV_TUPLE(excs)->length; i++) {
        vv_ref e = VV_TUPLE(excs)->items[i];
        if (!VV_ISA(e, EXCEPTION))
            return vv_raise_int(t, VV_ValueError, "Item %zu of second argument (exceptions) is not an exception", i);
        nested_base |= !vv_is_instance(e, t->vm->types[VV_Exception]);
    }
    if (*cls == base_group) {
        if (!nested_base)
            *cls = group;
        return 0;
    }
    if (!nested_base)
        return 0;
    if (*cls == group)
        return vv_raise_int(t, VV_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    if (vv_type_is_subtype(*cls, t->vm->types[VV_Exception]))
        return vv_raise_int(t, VV_TypeError, "Cannot nest BaseExceptions in '%N'", *cls);
    return 0;
}

static vv_owned make_group(vv_thread *t, vv_type *cls, vv_ref msg, vv_ref excs, vv_obj *const *args, size_t nargs) {
    if (check_members(t, &cls, excs) < 0)
        return NULL;
    VV_AUTO tuple = {t, vv_tuple_from_array(t, args, nargs)};
    vv_obj *o = tuple.o == NULL ? NULL : vv_new_object(t, cls, cls->basicsize);
    if (o == NULL)
        return NULL;
    GROUP(o)->args = vv_move(&tuple.o);
    GROUP(o)->msg = vv_newref(msg);
    GROUP(o)->excs = vv_newref(excs);
    vv_track(t, o);
    return o;
}

/* argv: class, message, sequence; slot[0]: its items */
static vv_step group_from_sequence(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    if (VV_TUPLE(nf->slot[0])->length == 0)
        return vv_raise_step(t, VV_ValueError, "second argument (exceptions) must be a non-empty sequence");
    return vv_return(t, make_group(t, VV_AS_TYPE(nf->argv[0]), nf->argv[1], nf->slot[0], nf->argv + 1, 2));
    VV_END(nf);
}

static vv_step group_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)kwnames;
    if (nargs != 2)
        return vv_raise_step(t, VV_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)",
                             nargs);
    if (!VV_ISA(args[0], STR))
        return vv_raise_step(t, VV_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %A", args[0]);
    vv_ref seq = args[1];
    if (!VV_ISA(seq, LIST) && !VV_ISA(seq, TUPLE)) {
        if (seq->type->s.getitem == NULL || VV_ISA(seq, DICT) || VV_IS(t, seq, MAPPINGPROXY) || VV_ISA(seq, TYPE))
            return vv_raise_step(t, VV_TypeError, "second argument (exceptions) must be a sequence");
        return vv_start3(t, group_from_sequence, "__new__", cls, args[0], seq);
    }
    VV_AUTO excs = {t, VV_ISA(seq, LIST) ? vv_list_to_tuple(t, seq) : vv_tuple_slice(t, seq, 0, VV_TUPLE(seq)->length)};
    if (excs.o == NULL)
        return VV_FAILED;
    if (VV_TUPLE(excs.o)->length == 0)
        return vv_raise_step(t, VV_ValueError, "second argument (exceptions) must be a non-empty sequence");
    return vv_return(t, make_group(t, VV_AS_TYPE(cls), args[0], excs.o, args, nargs));
}

static vv_step group_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, vv_type_name(self), kwnames) < 0)
        return VV_FAILED;
    vv_obj *tuple = vv_tuple_from_array(t, args, nargs);
    if (tuple == NULL)
        return VV_FAILED;
    vv_setref_take(t, &VV_EXC_OF(self)->args, tuple);
    return vv_return_null(t);
}

static vv_step group_str(vv_thread *t, vv_ref self) {
    size_t n = VV_TUPLE(GROUP(self)->excs)->length;
    return vv_return(t, vv_format(t, "%U (%zu sub-exception%s)", GROUP(self)->msg, n, n > 1 ? "s" : ""));
}

/* These methods take one argument, and say so as functions with a variable number do: argv[1] becomes the argument. */
static int only_argument(vv_thread *t, vv_native *nf, const char *name) {
    vv_ref args = nf->argv[1];
    if (vv_check_nargs(t, name, VV_TUPLE(args)->length, 1, 1) < 0)
        return -1;
    vv_setref_take(t, &nf->argv[1], vv_newref(VV_TUPLE(args)->items[0]));
    return 0;
}

static vv_step group_derive(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    size_t given = VV_TUPLE(nf->argv[1])->length;
    if (given != 1)
        return vv_raise_step(t, VV_TypeError, "function takes exactly 1 argument (%zu given)", given);
    if (only_argument(t, nf, "derive") < 0)
        return VV_FAILED;
    vv_obj *args[2] = {GROUP(nf->argv[0])->msg, nf->argv[1]};
    VV_AWAIT(nf, vv_do_call(t, &t->vm->types[VV_BaseExceptionGroup]->head, args, 2));
    return VV_READY;
    VV_END(nf);
}

/* A group of `slot` exceptions that looks like `orig`: derive(), then traceback, cause, context and notes copied.
 * argv: orig, list. No exceptions: None. */
static vv_step derive_like(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_LIST(nf->argv[1])->length == 0)
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, derive), nf->argv + 1, 1));
    nf->slot[0] = vv_take_ret(t);
    if (!vv_is_instance(nf->slot[0], t->vm->types[VV_BaseExceptionGroup]))
        return vv_raise_step(t, VV_TypeError, "derive must return an instance of BaseExceptionGroup");
    vv_exc *made = VV_EXC_OF(nf->slot[0]);
    const vv_exc *orig = VV_EXC_OF(nf->argv[0]);
    vv_setref_take(t, &made->traceback, vv_xnewref(orig->traceback));
    vv_setref_take(t, &made->context, vv_xnewref(orig->context));
    vv_setref_take(t, &made->cause, vv_xnewref(orig->cause));
    made->suppress_context = orig->suppress_context;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __notes__)));
    nf->slot[1] = vv_take_ret(t);
    if (nf->slot[1] != NULL && VV_ISA(nf->slot[1], LIST)) {
        vv_obj *copy = vv_list_slice(t, nf->slot[1], 0, VV_LIST(nf->slot[1])->length);
        if (copy == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[1], copy);
        VV_AWAIT(nf, vv_do_setattr(t, nf->slot[0], VV_N(t, __notes__), nf->slot[1]));
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* Does one exception match? `matcher` is a type, a tuple of types or a callable: t->ival. */
static vv_step match_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call1(t, nf->argv[1], nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step matches(vv_thread *t, vv_ref exc, vv_ref matcher) {
    if (VV_ISA(matcher, TYPE))
        return vv_return_int(t, vv_is_instance(exc, VV_AS_TYPE(matcher)));
    if (VV_ISA(matcher, TUPLE)) {
        bool found = false;
        for (size_t i = 0; i < VV_TUPLE(matcher)->length; i++)
            found |= vv_is_instance(exc, VV_AS_TYPE(VV_TUPLE(matcher)->items[i]));
        return vv_return_int(t, found);
    }
    if (VV_ISA(matcher, LIST)) { /* of `except*` only: is it one of these very objects? */
        bool found = false;
        for (size_t i = 0; i < VV_LIST(matcher)->length; i++)
            found |= VV_LIST(matcher)->items[i] == exc;
        return vv_return_int(t, found);
    }
    return vv_start2(t, match_resume, "condition", exc, matcher);
}

static bool is_exception_type(vv_ref o) {
    return VV_ISA(o, TYPE) && (VV_AS_TYPE(o)->flags & VV_TF_EXCEPTION) != 0;
}

static int check_matcher(vv_thread *t, vv_ref m) {
    if (is_exception_type(m))
        return 0;
    bool good = VV_ISA(m, TUPLE);
    for (size_t i = 0; good && i < VV_TUPLE(m)->length; i++)
        good = is_exception_type(VV_TUPLE(m)->items[i]);
    if (good || (!VV_ISA(m, TYPE) && !VV_ISA(m, TUPLE) && m->type->s.call != NULL))
        return 0;
    return vv_raise_int(t, VV_TypeError, "expected a function, exception type or tuple of exception types");
}

/* argv: exception, matcher. Result: (matching part, rest), either None. */
static vv_step split_any(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, matches(t, nf->argv[0], nf->argv[1]));
    if (t->ival != 0)
        return vv_return(t, vv_tuple_pack(t, 2, nf->argv[0], VV_NONE(t)));
    if (!vv_is_instance(nf->argv[0], t->vm->types[VV_BaseExceptionGroup]))
        return vv_return(t, vv_tuple_pack(t, 2, VV_NONE(t), nf->argv[0]));
    nf->slot[0] = vv_list_new(t, 0); /* matching */
    nf->slot[1] = vv_list_new(t, 0); /* rest */
    if (nf->slot[0] == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    for (nf->i[0] = 0; (size_t)nf->i[0] < VV_TUPLE(GROUP(nf->argv[0])->excs)->length; nf->i[0]++) {
        VV_AWAIT(nf,
                 vv_start2(t, split_any, "split", VV_TUPLE(GROUP(nf->argv[0])->excs)->items[nf->i[0]], nf->argv[1]));
        VV_AUTO pair = {t, vv_take_ret(t)};
        for (size_t k = 0; k < 2; k++) {
            vv_ref part = VV_TUPLE(pair.o)->items[k];
            if (part != VV_NONE(t) && vv_list_append(t, nf->slot[k], part) < 0)
                return VV_FAILED;
        }
    }
    VV_AWAIT(nf, vv_start2(t, derive_like, "derive", nf->argv[0], nf->slot[0]));
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_start2(t, derive_like, "derive", nf->argv[0], nf->slot[1]));
    nf->slot[3] = vv_take_ret(t);
    return vv_return(t, vv_tuple_pack(t, 2, nf->slot[2], nf->slot[3]));
    VV_END(nf);
}

static vv_step group_split(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (only_argument(t, nf, "split") < 0)
        return VV_FAILED;
    if (check_matcher(t, nf->argv[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_start2(t, split_any, "split", nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

static vv_step group_subgroup(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (only_argument(t, nf, "subgroup") < 0)
        return VV_FAILED;
    if (check_matcher(t, nf->argv[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_start2(t, split_any, "subgroup", nf->argv[0], nf->argv[1]));
    VV_AUTO pair = {t, vv_take_ret(t)};
    return vv_return(t, vv_newref(VV_TUPLE(pair.o)->items[0]));
    VV_END(nf);
}

vv_step vv_do_exc_split(vv_thread *t, vv_ref exc, vv_ref matcher) {
    return vv_start2(t, split_any, "split", exc, matcher);
}

static vv_owned group_class_getitem(vv_thread *t, vv_obj *const *argv) {
    return vv_genericalias_new(t, argv[0], argv[1]);
}

const vv_slots vv_group_slots = {.new_ = group_create, .init = group_init, .str = group_str};
const vv_slots vv_group_sub_slots = {.new_ = group_create, .init = group_init};
const vv_methoddef vv_group_methods[] = {
    {"__class_getitem__",
     VV_KIND_LEAF,
     VV_BIND_CLASS,
     {.leaf = group_class_getitem},
     "-__class_getitem__($type, object, /)",
     "See PEP 585"},
    {"derive", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = group_derive}, "-derive($self, *args)", NULL},
    {"split", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = group_split}, "-split($self, *args)", NULL},
    {"subgroup",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = group_subgroup},
     "-subgroup($self, *args)",
     NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
const vv_memberdef vv_group_members[] = {
    {"message", VV_MEMBER_OBJECT, offsetof(vv_exc_group, msg), true, "exception message"},
    {"exceptions", VV_MEMBER_OBJECT, offsetof(vv_exc_group, excs), true, "nested exceptions"},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
