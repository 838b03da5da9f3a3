/* slotfuncs.c - slots of classes made by `class`: for each dunder that the Python part of an MRO defines, a generic C
 * function that looks the method up on the type, calls it as a step and checks what comes back.
 *
 * Invariant: a slot of a heap type holds either the C function of the built-in base that the MRO finds first (then no
 * class before it defines the name), or the generic function here, or NULL.
 */
#include "object/slotdefs.h"

#include <string.h>

#include "object/error.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- calling a method and converting its result ---- */

enum finish_kind { F_STR, F_BOOL, F_LEN, F_HASH, F_TRUTH, F_NOTHING, F_ITER, F_NEXT, F_INT, F_FLOAT, F_INDEX, F_INIT };

static vv_step finish_int(vv_thread *t, int64_t kind, vv_ref self, vv_obj *result) {
    switch (kind) {
    case F_INT:
        if (!VV_ISA(result, INT))
            return vv_raise_step(t, VV_TypeError, "__int__ returned non-int (type %T)", result);
        break;
    case F_INDEX:
        if (!VV_ISA(result, INT))
            return vv_raise_step(t, VV_TypeError, "__index__ returned non-int (type %T)", result);
        break;
    case F_FLOAT:
        if (!VV_ISA(result, FLOAT))
            return vv_raise_step(t, VV_TypeError, "%T.__float__ returned non-float (type %T)", self, result);
        break;
    default: break;
    }
    return vv_return(t, vv_newref(result));
}

/* What needs no further Python; slot[0] = the method's result. */
static vv_step finish_now(vv_thread *t, vv_native *nf) {
    vv_obj *result = nf->slot[0];
    switch (nf->i[0]) {
    case F_STR:
        if (!VV_ISA(result, STR))
            return vv_raise_step(t, VV_TypeError, "%U returned non-string (type %T)", nf->slot[1], result);
        return vv_return(t, vv_newref(result));
    case F_BOOL:
        if (!VV_IS(t, result, BOOL))
            return vv_raise_step(t, VV_TypeError, "__bool__ should return bool, returned %T", result);
        return vv_return_int(t, result == t->vm->true_);
    case F_HASH: {
        if (!VV_ISA(result, INT))
            return vv_raise_step(t, VV_TypeError, "__hash__ method should return an integer");
        int64_t hash;
        if (vv_int_to_i64(result, &hash) != 0)
            hash = vv_int_hash(result);
        return vv_return_int(t, hash == -1 ? -2 : hash);
    }
    case F_ITER:
        if (result->type->s.next == NULL)
            return vv_raise_step(t, VV_TypeError, "iter() returned non-iterator of type '%T'", result);
        return vv_return(t, vv_newref(result));
    case F_INIT:
        if (result != t->vm->none)
            return vv_raise_step(t, VV_TypeError, "__init__() should return None, not '%T'", result);
        return vv_return_null(t);
    case F_NOTHING: return vv_return_null(t);
    default: return finish_int(t, nf->i[0], nf->argv[0], result);
    }
}

static vv_step finish_len(vv_thread *t, vv_ref index) {
    int64_t length;
    if (vv_int_to_i64(index, &length) != 0 && vv_int_sign(index) > 0)
        return vv_raise_step(t, VV_OverflowError, "cannot fit '%T' into an index-sized integer", index);
    if (vv_int_sign(index) < 0)
        return vv_raise_step(t, VV_ValueError, "__len__() should return >= 0");
    return vv_return_int(t, length);
}

#define SUBCLASS_ADVICE                                                                                                \
    "The ability to return an instance of a strict subclass of %s is deprecated, and may be removed in a future version of Python."

/* The warning that a conversion's result (slot[0]) is of a subclass; NULL with MemoryError. */
static vv_owned subclass_warning(vv_thread *t, vv_native *nf) {
    if (nf->i[0] == F_FLOAT)
        return vv_format(t, "%T.__float__ returned non-float (type %T).  " SUBCLASS_ADVICE, nf->argv[0], nf->slot[0], "float");
    return vv_format(t, "%U returned non-int (type %T).  " SUBCLASS_ADVICE, nf->slot[1], nf->slot[0], "int");
}

/* argv: self and the method's arguments; slot[1]: its name; i[0]: enum finish_kind. */
static vv_step call_checked(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], nf->slot[1], nf->argv + 1, nf->argc - 1u));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL)
        return vv_raise_step(t, VV_AttributeError, "%U", nf->slot[1]);
    if (nf->i[0] == F_LEN) {
        VV_AWAIT(nf, vv_do_index(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        return finish_len(t, nf->slot[0]);
    }
    if (nf->i[0] == F_TRUTH) {
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        return VV_READY;
    }
    if (nf->i[0] == F_FLOAT ? VV_ISA(nf->slot[0], FLOAT) && !VV_IS(t, nf->slot[0], FLOAT)
                            : (nf->i[0] == F_INT || nf->i[0] == F_INDEX) && VV_ISA(nf->slot[0], INT) && !VV_IS(t, nf->slot[0], INT)) {
        nf->slot[2] = subclass_warning(t, nf);
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[2]));
        vv_drop_ret(t);
        return vv_return(t, nf->i[0] == F_FLOAT ? vv_float_new(t, VV_FLOAT(nf->slot[0])->value) : vv_int_exact(t, nf->slot[0]));
    }
    return finish_now(t, nf);
    VV_END(nf);
}

static vv_step start_checked(vv_thread *t, vv_obj *const *argv, size_t argc, vv_ref name, enum finish_kind kind) {
    vv_native *nf = vv_push_native(t, call_checked, "slot", argv, argc);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[1] = vv_newref(name);
    nf->i[0] = kind;
    return VV_PUSHED;
}

static vv_step checked1(vv_thread *t, vv_ref self, vv_ref name, enum finish_kind kind) {
    return start_checked(t, (vv_obj *[]){VV_OBJ(self)}, 1, name, kind);
}

static vv_step checked2(vv_thread *t, vv_ref self, vv_ref a, vv_ref name, enum finish_kind kind) {
    return start_checked(t, (vv_obj *[]){VV_OBJ(self), VV_OBJ(a)}, 2, name, kind);
}

/* self.name(args...) whose result is the slot's, unchanged. */
static vv_step tail_call(vv_thread *t, vv_ref self, vv_ref name, vv_obj *const *args, size_t nargs) {
    if (VV_UNLIKELY(vv_type_lookup_peek(t, self->type, name) == NULL))
        return vv_raise_step(t, VV_AttributeError, "%U", name);
    return vv_do_call_special(t, self, name, args, nargs);
}

static bool is_none_attribute(vv_thread *t, vv_ref self, vv_ref name) {
    return vv_type_lookup_peek(t, self->type, name) == VV_NONE(t);
}

#define UNARY_CHECKED(field, dunder, kind)                                                                             \
    static vv_step slot_##field(vv_thread *t, vv_ref self) {                                                           \
        return checked1(t, self, VV_N(t, dunder), kind);                                                               \
    }
#define UNARY_PLAIN(field, dunder)                                                                                     \
    static vv_step slot_##field(vv_thread *t, vv_ref self) {                                                           \
        return tail_call(t, self, VV_N(t, dunder), NULL, 0);                                                           \
    }
#define BINARY_PLAIN(field, dunder)                                                                                    \
    static vv_step slot_##field(vv_thread *t, vv_ref self, vv_ref other) {                                             \
        return tail_call(t, self, VV_N(t, dunder), (vv_obj *[]){VV_OBJ(other)}, 1);                                    \
    }

UNARY_CHECKED(repr, __repr__, F_STR)
UNARY_CHECKED(str, __str__, F_STR)
UNARY_CHECKED(hash, __hash__, F_HASH)
UNARY_CHECKED(len, __len__, F_LEN)
UNARY_CHECKED(bool_, __bool__, F_BOOL)
UNARY_CHECKED(int_, __int__, F_INT)
UNARY_CHECKED(float_, __float__, F_FLOAT)
UNARY_CHECKED(index, __index__, F_INDEX)
UNARY_PLAIN(neg, __neg__)
UNARY_PLAIN(pos, __pos__)
UNARY_PLAIN(abs, __abs__)
UNARY_PLAIN(invert, __invert__)
UNARY_PLAIN(await, __await__)
UNARY_PLAIN(aiter, __aiter__)
UNARY_PLAIN(anext, __anext__)
UNARY_PLAIN(del, __del__)
BINARY_PLAIN(getitem, __getitem__)
BINARY_PLAIN(iadd, __iadd__)
BINARY_PLAIN(isub, __isub__)
BINARY_PLAIN(imul, __imul__)
BINARY_PLAIN(imod, __imod__)
BINARY_PLAIN(ilshift, __ilshift__)
BINARY_PLAIN(irshift, __irshift__)
BINARY_PLAIN(iand, __iand__)
BINARY_PLAIN(ixor, __ixor__)
BINARY_PLAIN(ior, __ior__)
BINARY_PLAIN(ifloordiv, __ifloordiv__)
BINARY_PLAIN(itruediv, __itruediv__)
BINARY_PLAIN(imatmul, __imatmul__)
BINARY_PLAIN(getattr, __getattribute__)

static vv_step slot_ipow(vv_thread *t, vv_ref self, vv_ref other, vv_ref modulus) {
    (void)modulus;
    return tail_call(t, self, VV_N(t, __ipow__), (vv_obj *[]){VV_OBJ(other)}, 1);
}

static vv_step slot_contains(vv_thread *t, vv_ref self, vv_ref item) {
    if (is_none_attribute(t, self, VV_N(t, __contains__)))
        return vv_raise_step(t, VV_TypeError, "'%T' object is not a container", self);
    return checked2(t, self, item, VV_N(t, __contains__), F_TRUTH);
}

static vv_step slot_iter(vv_thread *t, vv_ref self) {
    if (is_none_attribute(t, self, VV_N(t, __iter__)))
        return vv_raise_step(t, VV_TypeError, "'%T' object is not iterable", self);
    return checked1(t, self, VV_N(t, __iter__), F_ITER);
}

static vv_step next_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __next__), NULL, 0));
    if (!nf->raised)
        return VV_READY;
    if (!vv_error_is(t, VV_StopIteration))
        return VV_FAILED;
    vv_setref_take(t, &t->stop, vv_xnewref(((vv_exc_stopiteration *)t->exc)->value));
    vv_clear_error(t);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step slot_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, next_resume, "__next__", self);
}

static vv_step slot_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    if (value == NULL)
        return checked2(t, self, key, VV_N(t, __delitem__), F_NOTHING);
    return start_checked(t, (vv_obj *[]){VV_OBJ(self), VV_OBJ(key), VV_OBJ(value)}, 3, VV_N(t, __setitem__), F_NOTHING);
}

static vv_step slot_setattr(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    if (value == NULL)
        return checked2(t, self, name, VV_N(t, __delattr__), F_NOTHING);
    return start_checked(t, (vv_obj *[]){VV_OBJ(self), VV_OBJ(name), VV_OBJ(value)}, 3, VV_N(t, __setattr__),
                         F_NOTHING);
}

static vv_step slot_descr_set(vv_thread *t, vv_ref self, vv_ref object, vv_ref value) {
    if (value == NULL)
        return checked2(t, self, object, VV_N(t, __delete__), F_NOTHING);
    return start_checked(t, (vv_obj *[]){VV_OBJ(self), VV_OBJ(object), VV_OBJ(value)}, 3, VV_N(t, __set__), F_NOTHING);
}

static vv_step slot_descr_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    if (vv_type_lookup_peek(t, self->type, VV_N(t, __get__)) == NULL)
        return vv_return(t, vv_newref(self));
    vv_obj *args[2] = {VV_OBJ(object != NULL ? object : VV_NONE(t)), VV_OBJ(owner != NULL ? owner : VV_NONE(t))};
    return vv_do_call_special(t, self, VV_N(t, __get__), args, 2);
}

/* argv: object, operand, descriptor found. One that cannot be bound compares nothing. */
static vv_step compare_bound(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, nf->argv[2]->type->s.descr_get(t, nf->argv[2], nf->argv[0], &nf->argv[0]->type->head));
    if (nf->raised) {
        vv_clear_error(t);
        return vv_return_not_implemented(t);
    }
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call1(t, nf->slot[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_slot_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    static const uint16_t names[6] = {VV_N___lt__, VV_N___le__, VV_N___eq__, VV_N___ne__, VV_N___gt__, VV_N___ge__};
    vv_ref name = t->vm->names[names[op]];
    vv_ref found = vv_type_lookup_peek(t, a->type, name);
    if (found == NULL)
        return vv_return_not_implemented(t);
    if (found->type->s.descr_get != NULL && (found->type->flags & VV_TF_METHOD_DESCR) == 0)
        return vv_start3(t, compare_bound, "__eq__", a, b, found);
    return vv_do_call_special(t, a, name, (vv_obj *[]){VV_OBJ(b)}, 1);
}

/* ---- attribute access with __getattr__ ---- */

static vv_step generic_getattribute(vv_thread *t, vv_ref self, vv_ref name) {
    vv_ref found = vv_type_lookup_peek(t, self->type, VV_N(t, __getattribute__));
    if (found != NULL && VV_IS(t, found, WRAPPER_DESCR)) {
        const vv_wrapperdescr *w = (const vv_wrapperdescr *)found;
        return w->owner->s.getattr(t, self, name);
    }
    return vv_do_call_special(t, self, VV_N(t, __getattribute__), (vv_obj *[]){VV_OBJ(name)}, 1);
}

static vv_step getattr_hook_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, generic_getattribute(t, nf->argv[0], nf->argv[1]));
    if (!nf->raised)
        return VV_READY;
    if (!vv_error_is(t, VV_AttributeError))
        return VV_FAILED;
    nf->slot[0] = vv_take_error(t);
    if (vv_type_lookup_peek(t, nf->argv[0]->type, VV_N(t, __getattr__)) == NULL) {
        vv_restore_error_take(t, vv_move(&nf->slot[0]));
        vv_error_set_attribute(t, nf->argv[0], nf->argv[1]);
        return VV_FAILED;
    }
    vv_clearref(t, &nf->slot[0]);
    VV_AWAIT_CATCH(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __getattr__), nf->argv + 1, 1));
    if (!nf->raised)
        return VV_READY;
    vv_error_set_attribute(t, nf->argv[0], nf->argv[1]); /* suggestions need to know */
    return VV_FAILED;
    VV_END(nf);
}

static vv_step slot_getattr_hook(vv_thread *t, vv_ref self, vv_ref name) {
    return vv_start2(t, getattr_hook_resume, "__getattr__", self, name);
}

/* ---- calls ---- */

/* Calls `function` with `first` before the arguments. */
static vv_step call_prepended(vv_thread *t, vv_ref function, vv_ref first, vv_obj *const *args, size_t nargs,
                              vv_ref kwnames) {
    size_t total = nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_obj *small[16], **all = small;
    if (total + 1 > VV_ARRAY_LEN(small)) {
        all = vv_mem_alloc(t->vm->mem, (total + 1) * sizeof(vv_obj *));
        if (all == NULL) {
            vv_raise_memory(t);
            return VV_FAILED;
        }
    }
    all[0] = VV_OBJ(first);
    if (total > 0)
        memcpy(all + 1, args, total * sizeof(vv_obj *));
    vv_step s = vv_do_call_kw(t, function, all, nargs + 1, kwnames);
    if (all != small)
        vv_mem_free(t->vm->mem, all);
    return s;
}

/* argv: self, arguments, values of keywords; slot[0]: what the name found; slot[1]: kwnames; i[0]: __init__, check
 * None. */
static vv_step call_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_obj *found = nf->slot[0];
    if ((found->type->flags & VV_TF_METHOD_DESCR) != 0) {
        VV_AWAIT(nf, vv_do_call_kw(t, nf->slot[0], nf->argv, (size_t)nf->i[1] + 1, nf->slot[1]));
    } else {
        if (found->type->s.descr_get != NULL) {
            VV_AWAIT(nf, nf->slot[0]->type->s.descr_get(t, nf->slot[0], nf->argv[0], &nf->argv[0]->type->head));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        }
        /* what stands for the method may be an instance of the same class again, without end */
        if (vv_enter_recursion(t, " while calling a Python object") < 0)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_call_kw(t, nf->slot[0], nf->argv + 1, (size_t)nf->i[1], nf->slot[1]));
        vv_leave_recursion(t);
        if (nf->raised)
            return VV_FAILED;
    }
    if (nf->i[0] == 0)
        return VV_READY;
    if (t->ret != t->vm->none) {
        VV_AUTO result = {t, vv_take_ret(t)};
        return vv_raise_step(t, VV_TypeError, "__init__() should return None, not '%T'", result.o);
    }
    vv_drop_ret(t);
    return VV_READY;
    VV_END(nf);
}

static vv_step start_call(vv_thread *t, vv_ref found, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames,
                          bool init) {
    size_t total = nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_obj *small[16], **all = small;
    if (total + 1 > VV_ARRAY_LEN(small)) {
        all = vv_mem_alloc(t->vm->mem, (total + 1) * sizeof(vv_obj *));
        if (all == NULL) {
            vv_raise_memory(t);
            return VV_FAILED;
        }
    }
    all[0] = VV_OBJ(self);
    if (total > 0)
        memcpy(all + 1, args, total * sizeof(vv_obj *));
    vv_native *nf = vv_push_native(t, call_resume, init ? "__init__" : "__call__", all, total + 1);
    if (all != small)
        vv_mem_free(t->vm->mem, all);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_newref(found);
    nf->slot[1] = vv_xnewref(kwnames);
    nf->i[0] = init;
    nf->i[1] = (int64_t)nargs;
    return VV_PUSHED;
}

static vv_step slot_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_ref found = vv_type_lookup_peek(t, self->type, VV_N(t, __call__));
    if (found == NULL)
        return vv_raise_step(t, VV_AttributeError, "__call__");
    if ((found->type->flags & VV_TF_METHOD_DESCR) != 0)
        return call_prepended(t, found, self, args, nargs, kwnames);
    return start_call(t, found, self, args, nargs, kwnames, false);
}

static vv_step slot_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_ref found = vv_type_lookup_peek(t, self->type, VV_N(t, __init__));
    if (found == NULL)
        return vv_raise_step(t, VV_AttributeError, "__init__");
    return start_call(t, found, self, args, nargs, kwnames, true);
}

/* `__new__` written as some descriptor. argv: class, arguments, values of keywords; slot[0]: what the class answers;
 * slot[1]: kwnames; i[0]: number of arguments. */
static vv_step new_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __new__)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_kw(t, nf->slot[0], nf->argv, (size_t)nf->i[0] + 1, nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

/* `__new__` gets the class; it is a static method when written as a function. */
static vv_step slot_new(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_ref found = vv_type_lookup_peek(t, VV_AS_TYPE(cls), VV_N(t, __new__));
    if (found == NULL)
        return vv_raise_step(t, VV_AttributeError, "__new__");
    if (VV_IS(t, found, STATICMETHOD) && ((const vv_classmethod *)found)->callable != NULL)
        return call_prepended(t, ((const vv_classmethod *)found)->callable, cls, args, nargs, kwnames);
    if (found->type->s.descr_get == NULL || VV_IS(t, found, FUNCTION))
        return call_prepended(t, found, cls, args, nargs, kwnames);
    size_t total = nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_obj **all = vv_mem_alloc(t->vm->mem, (total + 1) * sizeof(vv_obj *));
    if (all == NULL) {
        vv_raise_memory(t);
        return VV_FAILED;
    }
    all[0] = VV_OBJ(cls);
    if (total > 0)
        memcpy(all + 1, args, total * sizeof(vv_obj *));
    vv_native *nf = vv_push_native(t, new_resume, "__new__", all, total + 1);
    vv_mem_free(t->vm->mem, all);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[1] = vv_xnewref(kwnames);
    nf->i[0] = (int64_t)nargs;
    return VV_PUSHED;
}

/* ---- operators with a reflected name ---- */

/* Does type(right) define `name` otherwise than type(left)? */
static bool is_overloaded(vv_thread *t, vv_ref left, vv_ref right, vv_ref name) {
    vv_ref theirs = vv_type_lookup_peek(t, right->type, name);
    return theirs != NULL && theirs != vv_type_lookup_peek(t, left->type, name);
}

/* argv: first self, its operand, second self, its operand; slot[0], slot[1]: names. NotImplemented from the first call
 * leads to the second. */
static vv_step two_tries(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], nf->slot[0], nf->argv + 1, 1));
    if (t->ret != t->vm->not_implemented)
        return VV_READY;
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[1], nf->slot[1], nf->argv, 1));
    return VV_READY;
    VV_END(nf);
}

static vv_step binary(vv_thread *t, vv_ref a, vv_ref b, int slot, vv_anyfn generic, vv_ref name, vv_ref reflected) {
    bool left = vv_slot_array(a->type)[slot] == generic && vv_type_lookup_peek(t, a->type, name) != NULL;
    bool right = a->type != b->type && vv_slot_array(b->type)[slot] == generic &&
                 vv_type_lookup_peek(t, b->type, reflected) != NULL;
    vv_obj *arg_a = VV_OBJ(a), *arg_b = VV_OBJ(b);
    if (left && right) {
        bool right_first = vv_type_is_subtype(b->type, a->type);
        if (right_first && !is_overloaded(t, a, b, reflected))
            right_first = false;
        vv_native *nf = right_first ? vv_push_native(t, two_tries, "operator", (vv_obj *[]){arg_b, arg_a}, 2)
                                    : vv_push_native(t, two_tries, "operator", (vv_obj *[]){arg_a, arg_b}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->slot[0] = vv_newref(right_first ? reflected : name);
        nf->slot[1] = vv_newref(right_first ? name : reflected);
        return VV_PUSHED;
    }
    if (left)
        return vv_do_call_special(t, a, name, &arg_b, 1);
    if (right)
        return vv_do_call_special(t, b, reflected, &arg_a, 1);
    return vv_return_not_implemented(t);
}

#define OPERATOR(field, dunder, reflected)                                                                             \
    static vv_step slot_##field(vv_thread *t, vv_ref a, vv_ref b) {                                                    \
        return binary(t, a, b, VV_SLOT_##field, (vv_anyfn)slot_##field, VV_N(t, dunder), VV_N(t, reflected));          \
    }
OPERATOR(add, __add__, __radd__)
OPERATOR(sub, __sub__, __rsub__)
OPERATOR(mul, __mul__, __rmul__)
OPERATOR(mod, __mod__, __rmod__)
OPERATOR(divmod, __divmod__, __rdivmod__)
OPERATOR(lshift, __lshift__, __rlshift__)
OPERATOR(rshift, __rshift__, __rrshift__)
OPERATOR(and_, __and__, __rand__)
OPERATOR(xor, __xor__, __rxor__)
OPERATOR(or_, __or__, __ror__)
OPERATOR(floordiv, __floordiv__, __rfloordiv__)
OPERATOR(truediv, __truediv__, __rtruediv__)
OPERATOR(matmul, __matmul__, __rmatmul__)

static vv_step slot_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref modulus) {
    vv_anyfn self = (vv_anyfn)slot_pow;
    if (modulus == NULL || modulus == VV_NONE(t))
        return binary(t, a, b, VV_SLOT_pow, self, VV_N(t, __pow__), VV_N(t, __rpow__));
    if (vv_slot_array(a->type)[VV_SLOT_pow] != self || vv_type_lookup_peek(t, a->type, VV_N(t, __pow__)) == NULL)
        return vv_return_not_implemented(t);
    return vv_do_call_special(t, a, VV_N(t, __pow__), (vv_obj *[]){VV_OBJ(b), VV_OBJ(modulus)}, 2);
}

/* ---- the table ---- */

const uint8_t vv_slot_shapes[VV_SLOT__COUNT] = {
#define SLOT(field, dunder, shape, doc) VV_SHAPE_##shape,
#include "object/slots.def"
#undef SLOT
};

#define DEF(field, dunder, variant, doc, fn)                                                                           \
    { #dunder, doc, (vv_anyfn)fn, VV_N_##dunder, VV_SLOT_##field, variant }
#define ONE(field, dunder, doc) DEF(field, dunder, VV_VARIANT_PLAIN, doc, slot_##field)
#define OPER(field, dunder, rdunder, text, rtext)                                                                      \
    DEF(field, dunder, VV_VARIANT_PLAIN, text, slot_##field),                                                          \
        DEF(field, rdunder, VV_VARIANT_REFLECTED, rtext, slot_##field)

const vv_slotdef vv_slotdefs[] = {
    ONE(repr, __repr__, "Return repr(self)."),
    ONE(str, __str__, "Return str(self)."),
    ONE(hash, __hash__, "Return hash(self)."),
    DEF(compare, __lt__, VV_LT, "Return self<value.", vv_slot_compare),
    DEF(compare, __le__, VV_LE, "Return self<=value.", vv_slot_compare),
    DEF(compare, __eq__, VV_EQ, "Return self==value.", vv_slot_compare),
    DEF(compare, __ne__, VV_NE, "Return self!=value.", vv_slot_compare),
    DEF(compare, __gt__, VV_GT, "Return self>value.", vv_slot_compare),
    DEF(compare, __ge__, VV_GE, "Return self>=value.", vv_slot_compare),
    ONE(getattr, __getattribute__, "Return getattr(self, name)."),
    DEF(getattr, __getattr__, VV_VARIANT_REFLECTED, "", slot_getattr_hook),
    ONE(setattr, __setattr__, "Implement setattr(self, name, value)."),
    DEF(setattr, __delattr__, VV_VARIANT_DELETE, "Implement delattr(self, name).", slot_setattr),
    ONE(call, __call__, "Call self as a function."),
    DEF(new_, __new__, VV_VARIANT_PLAIN, "Create and return a new object.  See help(type) for accurate signature.",
        slot_new),
    ONE(init, __init__, "Initialize self.  See help(type(self)) for accurate signature."),
    ONE(iter, __iter__, "Implement iter(self)."),
    ONE(next, __next__, "Implement next(self)."),
    ONE(descr_get, __get__, "Return an attribute of instance, which is of type owner."),
    ONE(descr_set, __set__, "Set an attribute of instance to value."),
    DEF(descr_set, __delete__, VV_VARIANT_DELETE, "Delete an attribute of instance.", slot_descr_set),
    ONE(del, __del__, "Called when the instance is about to be destroyed."),
    ONE(await, __await__, "Return an iterator to be used in await expression."),
    ONE(aiter, __aiter__, "Return an awaitable, that resolves in asynchronous iterator."),
    ONE(anext, __anext__, "Return a value or raise StopAsyncIteration."),
    ONE(len, __len__, "Return len(self)."),
    ONE(getitem, __getitem__, "Return self[key]."),
    ONE(setitem, __setitem__, "Set self[key] to value."),
    DEF(setitem, __delitem__, VV_VARIANT_DELETE, "Delete self[key].", slot_setitem),
    ONE(contains, __contains__, "Return bool(key in self)."),
    DEF(concat, __add__, VV_VARIANT_PLAIN, "Return self+value.", NULL),
    DEF(repeat, __mul__, VV_VARIANT_PLAIN, "Return self*value.", NULL),
    DEF(repeat, __rmul__, VV_VARIANT_PLAIN, "Return value*self.", NULL),
    DEF(iconcat, __iadd__, VV_VARIANT_PLAIN, "Implement self+=value.", NULL),
    DEF(irepeat, __imul__, VV_VARIANT_PLAIN, "Implement self*=value.", NULL),
    ONE(neg, __neg__, "-self"),
    ONE(pos, __pos__, "+self"),
    ONE(abs, __abs__, "abs(self)"),
    ONE(invert, __invert__, "~self"),
    ONE(bool_, __bool__, "True if self else False"),
    ONE(int_, __int__, "int(self)"),
    ONE(float_, __float__, "float(self)"),
    ONE(index, __index__, "Return self converted to an integer, if self is suitable for use as an index into a list."),
    OPER(add, __add__, __radd__, "Return self+value.", "Return value+self."),
    OPER(sub, __sub__, __rsub__, "Return self-value.", "Return value-self."),
    OPER(mul, __mul__, __rmul__, "Return self*value.", "Return value*self."),
    OPER(mod, __mod__, __rmod__, "Return self%value.", "Return value%self."),
    OPER(divmod, __divmod__, __rdivmod__, "Return divmod(self, value).", "Return divmod(value, self)."),
    OPER(pow, __pow__, __rpow__, "Return pow(self, value, mod).", "Return pow(value, self, mod)."),
    OPER(lshift, __lshift__, __rlshift__, "Return self<<value.", "Return value<<self."),
    OPER(rshift, __rshift__, __rrshift__, "Return self>>value.", "Return value>>self."),
    OPER(and_, __and__, __rand__, "Return self&value.", "Return value&self."),
    OPER(xor, __xor__, __rxor__, "Return self^value.", "Return value^self."),
    OPER(or_, __or__, __ror__, "Return self|value.", "Return value|self."),
    OPER(floordiv, __floordiv__, __rfloordiv__, "Return self//value.", "Return value//self."),
    OPER(truediv, __truediv__, __rtruediv__, "Return self/value.", "Return value/self."),
    OPER(matmul, __matmul__, __rmatmul__, "Return self@value.", "Return value@self."),
    ONE(iadd, __iadd__, "Implement self+=value."),
    ONE(isub, __isub__, "Implement self-=value."),
    ONE(imul, __imul__, "Implement self*=value."),
    ONE(imod, __imod__, "Implement self%=value."),
    ONE(ipow, __ipow__, "Implement self**=value."),
    ONE(ilshift, __ilshift__, "Implement self<<=value."),
    ONE(irshift, __irshift__, "Implement self>>=value."),
    ONE(iand, __iand__, "Implement self&=value."),
    ONE(ixor, __ixor__, "Implement self^=value."),
    ONE(ior, __ior__, "Implement self|=value."),
    ONE(ifloordiv, __ifloordiv__, "Implement self//=value."),
    ONE(itruediv, __itruediv__, "Implement self/=value."),
    ONE(imatmul, __imatmul__, "Implement self@=value."),
    {NULL, NULL, NULL, 0, 0, 0},
};

/* ---- filling the slots of a class ---- */

void vv_slots_mark_names(vv_vm *vm) {
    for (const vv_slotdef *d = vv_slotdefs; d->name != NULL; d++)
        VV_STR(vm->names[d->name_id])->identifier = VV_STR_SLOT_NAME;
}

/* What all names of one slot, from `first` on, make of it. */
static vv_anyfn resolve(vv_thread *t, const vv_type *type, const vv_slotdef *first) {
    vv_anyfn specific = NULL, generic = NULL;
    bool use_generic = false;
    for (const vv_slotdef *d = first; d->name != NULL && d->slot == first->slot; d++) {
        vv_ref found = vv_type_lookup_peek(t, type, t->vm->names[d->name_id]);
        if (found == NULL)
            continue;
        if (VV_IS(t, found, WRAPPER_DESCR) && strcmp(((const vv_wrapperdescr *)found)->name, d->name) == 0) {
            const vv_wrapperdescr *w = (const vv_wrapperdescr *)found;
            if (w->slot != d->slot && vv_type_is_subtype(type, w->owner))
                continue; /* `__add__` of a sequence says nothing about the slot `add` */
            vv_anyfn fn = vv_slot_array(w->owner)[w->slot];
            if (w->slot == d->slot && (specific == NULL || specific == fn) && w->variant == d->variant && vv_type_is_subtype(type, w->owner))
                specific = fn;
            else
                use_generic = true;
            generic = d->generic;
        } else if (d->slot == VV_SLOT_new_ && VV_IS(t, found, BUILTIN) &&
                   VV_BUILTIN_OF(found)->def == &vv_new_wrapper_def) {
            /* What stands there stays, as in CPython: a class that had a __new__ of its own keeps the generic one. */
            specific = type->s.new_ != NULL ? (vv_anyfn)type->s.new_ : (vv_anyfn)VV_BUILTIN_OF(found)->owner->s.new_;
        } else if (d->slot == VV_SLOT_hash && found == VV_NONE(t)) {
            specific = (vv_anyfn)vv_hash_unhashable;
        } else {
            use_generic = true;
            generic = d->generic;
        }
    }
    return specific != NULL && !use_generic ? specific : generic;
}

/* What follows from the slots: whether dicts may take the short way, whether there is a __del__. */
static void update_flags(vv_thread *t, vv_type *type) {
    type->flags &= ~(uint32_t)(VV_TF_PLAIN_HASH_EQ | VV_TF_HAS_DEL);
    if (type->s.del != NULL)
        type->flags |= VV_TF_HAS_DEL;
    const vv_type *plain = t->vm->types[VV_T_OBJECT];
    for (const vv_type *b = type; b != NULL; b = b->base) {
        if ((b->flags & VV_TF_HEAP) == 0 && (b->flags & VV_TF_PLAIN_HASH_EQ) != 0) {
            plain = b;
            break;
        }
    }
    if (type->s.hash == plain->s.hash && type->s.compare == plain->s.compare)
        type->flags |= VV_TF_PLAIN_HASH_EQ;
}

static const vv_slotdef *next_slot(const vv_slotdef *d) {
    for (uint8_t slot = d->slot; d->name != NULL && d->slot == slot; d++)
        ;
    return d;
}

void vv_slots_update(vv_thread *t, vv_type *type) {
    for (const vv_slotdef *d = vv_slotdefs; d->name != NULL; d = next_slot(d))
        vv_slot_array(type)[d->slot] = resolve(t, type, d);
    update_flags(t, type);
}

/* Looks the slots up again that the attribute `name` belongs to: none, one, or two as `__add__`. */
static void update_named(vv_thread *t, vv_type *type, vv_ref name) {
    if (vv_str_length(name) < 5 || vv_str_at(name, 0) != '_' || vv_str_at(name, 1) != '_')
        return;
    bool interned = VV_STR(name)->interned != 0; /* then an equal name is the same object */
    if (interned && VV_STR(name)->identifier != VV_STR_SLOT_NAME)
        return;
    for (const vv_slotdef *d = vv_slotdefs; d->name != NULL; d++) {
        vv_ref known = t->vm->names[d->name_id];
        if (known != name && (interned || !vv_str_equal(known, name)))
            continue;
        const vv_slotdef *first = d;
        while (first > vv_slotdefs && first[-1].slot == d->slot)
            first--;
        vv_slot_array(type)[d->slot] = resolve(t, type, first);
    }
}

void vv_slots_update_name(vv_thread *t, vv_type *type, vv_ref name) {
    update_named(t, type, name);
    update_flags(t, type);
}

void vv_slots_fill(vv_thread *t, vv_type *type) {
    const vv_tuple *bases = VV_TUPLE(type->bases);
    const vv_type *base = VV_AS_TYPE(bases->items[0]);
    if (bases->length != 1 || (type->flags & VV_TF_OWN_MRO) != 0 || VV_TUPLE(type->mro)->length != VV_TUPLE(base->mro)->length + 1) {
        vv_slots_update(t, type);
        return;
    }
    /* the only base has looked up all but what stands in the class itself */
    vv_slotfn_new_ *own_new = type->s.new_;
    type->s = base->s;
    type->s.new_ = own_new;
    update_named(t, type, VV_N(t, __new__));
    size_t at = 0;
    vv_ref key, value;
    vv_hash hash;
    while (vv_dict_next(type->dict, &at, &key, &value, &hash))
        if (VV_ISA(key, STR) && key != VV_N(t, __new__))
            update_named(t, type, key);
    update_flags(t, type);
#if VV_DEBUG
    vv_slots filled = type->s;
    type->s = (vv_slots){.new_ = own_new};
    vv_slots_update(t, type);
    VV_ASSERT(memcmp(&filled, &type->s, sizeof filled) == 0);
#endif
}
