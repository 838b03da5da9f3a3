/* eval.c - the interpreter loop.
 *
 * One C function runs all frames of a thread: entering a Python function, a generator or a native frame only changes
 * t->frame and the loop's registers. The instruction bodies are in eval_ops.inc, compiled twice: the fast loop looks at
 * the budget at back edges and calls only; the traced loop does so before every instruction, for exact budgets, audits
 * and (later) tracing. Both count alike: a moment is numbered by the code units passed so far. What is left of the budget
 * is the distance from ip to `end`, an address that every jump moves along, so counting costs nothing in between.
 *
 * Registers: f frame, at = instruction being executed, ip = behind its opcode unit, sp = first unused stack entry.
 * An operation that may run Python is written DO(step, finish, pops, caches): its result is treated by the code of
 * `finish` (enum vv_finish), at once or whenever the frames it pushed have returned.
 *
 * Keep vv_eval small: V8 gives a function of more than 8,192 virtual registers to its quick register allocator, which
 * keeps nothing in registers (the fast loop then takes a quarter longer). wasm-opt is told not to put large functions with one
 * caller into it (CMakeLists.txt). What is rare belongs into functions of its own,
 * and no variable of the loop may have its address taken.
 */
#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/finalize.h"
#include "object/gc.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/set.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/bytes.h"
#include "vm/audit.h"
#include "vm/cache.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/watch.h"

static VV_NOINLINE void drop(vv_thread *t, vv_obj *o) {
    if (o != NULL)
        vv_decref(t, o);
}
/* Pops n entries, which may be NULL. */
static VV_NOINLINE vv_obj **drop_many(vv_thread *t, vv_obj **sp, int n) {
    for (; n > 0; n--) {
        vv_obj *o = *--sp;
        if (o != NULL)
            vv_decref(t, o);
    }
    return sp;
}

/* ---- what rarer instructions do ---- */

/* The instruction at ip, behind an EXTENDED_ARG of `arg`: its operation, from bit 8 its whole argument, from bit 40 its length. */
static VV_NOINLINE uint64_t extended_instruction(const vv_codeunit *ip, uint32_t arg) {
    uint64_t n = 0;
    do
        arg = arg << 8 | VV_UNIT_ARG(ip[n]);
    while (VV_UNIT_OP(ip[n++]) == VV_OP_EXTENDED_ARG);
    return VV_UNIT_OP(ip[n - 1]) | (uint64_t)arg << 8 | n << 40;
}

/* UNPACK_SEQUENCE: pushes n items, the last one first, and releases the sequence (taken). */
static VV_NOINLINE vv_obj **spread(vv_thread *t, vv_obj **sp, vv_obj *sequence, vv_obj *const *items, int n) {
    while (n > 0)
        *sp++ = vv_newref(items[--n]);
    vv_decref(t, sequence);
    return sp;
}

/* BUILD_LIST: takes the items unless it fails. */
static VV_NOINLINE vv_owned list_of(vv_thread *t, vv_obj *const *items, int n) {
    vv_owned list = vv_list_new(t, (size_t)n);
    for (int k = 0; list != NULL && k < n; k++)
        VV_LIST(list)->items[k] = items[k];
    return list;
}

/* BUILD_CONST_KEY_MAP: n values and a tuple of str keys below sp. */
static VV_NOINLINE vv_owned const_key_map(vv_thread *t, vv_obj *const *sp, int n) {
    vv_ref keys = sp[-1];
    vv_obj *dict = vv_dict_new(t);
    for (int k = 0; dict != NULL && k < n; k++) {
        if (vv_dict_set_now(t, dict, VV_TUPLE(keys)->items[k], sp[-1 - n + k]) < 0)
            vv_clearref(t, &dict);
    }
    return dict;
}

/* CONTAINS_OP of a set or dict, without Python: 1, 0, -1 with an exception, VV_LATER. */
static VV_NOINLINE int contains_now(vv_thread *t, vv_ref container, vv_ref key) {
    vv_hash hash;
    if (!vv_leaf_hash_at_once(t, key, &hash))
        return VV_LATER;
    if (VV_IS(t, container, SET))
        return vv_set_contains_hashed(t, container, key, hash);
    int64_t at = vv_dict_find_now(t, container, key, hash);
    return at >= -1 ? at >= 0 : at == VV_LATER ? VV_LATER : -1;
}

static VV_NOINLINE void copy_free_vars(vv_pyframe *f, int n) {
    vv_tuple *closure = VV_TUPLE(VV_FUNCTION_OF(f->function)->closure);
    for (int k = 0, first = f->code->nlocalsplus - n; k < n; k++)
        f->local[first + k] = vv_newref(closure->items[k]);
}

/* CALL of a bound method: its function and self in the two entries at base. The function, borrowed. */
static VV_NOINLINE vv_obj *unpack_method(vv_thread *t, vv_obj **base) {
    vv_method *m = VV_METHOD_OF(base[1]);
    base[0] = vv_newref(m->function);
    base[1] = vv_newref(m->self);
    vv_decref(t, &m->head);
    return base[0];
}

/* The generator of a frame that has ended. */
static VV_NOINLINE void end_generator(vv_thread *t, vv_pyframe *f) {
    vv_generator *gen = vv_frame_generator(f);
    gen->state = VV_GEN_DONE;
    vv_finalize_set_done((vv_obj *)gen); /* nothing left to close */
    t->excinfo = gen->excinfo.previous;
}

/* Can a call with `nargs` positional arguments be bound by moving them? */
static inline bool binds_plainly(vv_ref function, size_t nargs) {
    return VV_CODE_OF(VV_FUNCTION_OF(function)->code)->plain_args == (int32_t)nargs;
}

/* vv_frame_new for a function whose arguments bind plainly: args and the function's reference move into the frame. NULL
 * when the slow way must be taken (nothing has happened then). */
static inline vv_pyframe *enter_plainly(vv_thread *t, vv_obj *function, vv_obj **args, size_t nargs) {
    vv_function *fn = VV_FUNCTION_OF(function);
    vv_code *code = VV_CODE_OF(fn->code);
    size_t words = VV_PYFRAME_WORDS + (size_t)code->nlocalsplus + (size_t)code->stacksize;
    words += words & 1;
    vv_obj **top = t->stack_top;
    if (VV_UNLIKELY(t->depth >= t->vm->recursion_limit || (size_t)(t->stack_limit - top) < words))
        return NULL;
    t->stack_top = top + words;
    t->depth++;
    vv_pyframe *f = (vv_pyframe *)top;
    f->head.kind = VV_FRAME_PY;
    f->head.owner = VV_OWNER_STACK;
    f->head.finish = VV_FIN_PUSH;
    f->head.flags = 0;
    f->head.words = (uint32_t)words;
    f->pops = f->invert = 0;
    f->code = code;
    f->function = function;
    f->globals = fn->globals;
    f->builtins = fn->builtins;
    f->locals = f->frame_object = f->kwnames = NULL;
    f->ip = code->code;
    vv_obj **local = f->local;
    for (size_t k = 0; k < nargs; k++)
        local[k] = args[k];
    for (size_t k = nargs; k < (size_t)code->nlocalsplus; k++)
        local[k] = NULL;
    f->sp = local + code->nlocalsplus;
    return f;
}

/* The frame of a property's function, arguments moved into it; NULL (nothing has happened) if it is no simple function. */
static VV_NOINLINE vv_pyframe *enter_accessor(vv_thread *t, vv_obj *function, vv_obj **args, size_t nargs) {
    if (function == NULL || !VV_IS(t, function, FUNCTION) || !binds_plainly(function, nargs))
        return NULL;
    vv_pyframe *callee = enter_plainly(t, function, args, nargs);
    if (callee != NULL)
        vv_incref(function);
    return callee;
}

/* The rest of a call of a Python function whose arguments do not bind plainly: a frame that has taken the function's
 * reference and the arguments. NULL: *taken says whether they are gone. */
static VV_NOINLINE vv_pyframe *enter_binding(vv_thread *t, vv_obj *function, vv_obj **args, size_t nargs, vv_ref kwnames,
                                             bool *taken) {
    *taken = false;
    vv_pyframe *callee = vv_frame_new(t, vv_newref(function));
    if (VV_UNLIKELY(callee == NULL))
        return NULL;
    *taken = true;
    vv_obj *const *names = kwnames == NULL ? NULL : VV_TUPLE(kwnames)->items;
    int bound = vv_frame_bind_take(t, callee, args, nargs, names, kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length); /* what it does not take, it releases */
    vv_decref(t, function);
    if (VV_LIKELY(bound >= 0))
        return callee;
    t->depth--;
    vv_frame_clear(t, callee);
    return NULL;
}

/* Does object.__new__ make the instances of a class? */
static inline bool makes_plainly(vv_thread *t, const vv_type *type) {
    return type->s.new_ == VV_TYPEP(t, OBJECT)->s.new_ && (type->flags & VV_TF_ABSTRACT) == 0;
}

/* Calling a class whose instances object.__new__ makes, or type itself with one argument. base: NULL, the class, `nargs` arguments. When __init__ is a Python
 * function (borrowed in *init; else NULL): the instance, the instance again as `self`, arguments. Without one and without
 * arguments: the instance. type(o): the type. 1, 0 when the general way must be taken, -1 with MemoryError. */
static VV_NOINLINE int begin_instance(vv_thread *t, vv_obj **base, int nargs, vv_ref kwnames, vv_obj **init) {
    vv_type *type = VV_AS_TYPE(base[1]);
    const vv_type *object = VV_TYPEP(t, OBJECT);
    *init = NULL;
    if (nargs == 1 && type == VV_TYPEP(t, TYPE) && kwnames == NULL) {
        base[0] = vv_newref(&base[2]->type->head);
        vv_decref(t, base[2]);
        return 1;
    }
    if (!makes_plainly(t, type))
        return 0;
    if (type->s.init == object->s.init) {
        if (nargs != 0)
            return 0;
    } else {
        *init = VV_OBJ(vv_type_lookup_peek(t, type, VV_N(t, __init__)));
        if (*init == NULL || !VV_IS(t, *init, FUNCTION))
            return 0;
    }
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return -1;
    base[0] = o;
    base[1] = *init == NULL ? NULL : vv_newref(o);
    vv_decref(t, &type->head);
    return 1;
}

/* The frame of a Python method whose arguments, borrowed, bind plainly. NULL (nothing has happened) if it is not so simple. */
static VV_NOINLINE vv_pyframe *enter_method(vv_thread *t, vv_ref function, vv_ref a, vv_ref b, vv_ref c) {
    vv_obj *args[3] = {VV_OBJ(a), VV_OBJ(b), VV_OBJ(c)};
    size_t nargs = c != NULL ? 3 : b != NULL ? 2 : 1;
    vv_pyframe *callee = function == NULL ? NULL : enter_accessor(t, VV_OBJ(function), args, nargs);
    for (size_t k = 0; callee != NULL && k < nargs; k++)
        vv_incref(args[k]);
    return callee;
}

/* The Python function that an instance of a class calls for `name`, borrowed or NULL. */
static inline vv_ref method_of(vv_thread *t, vv_ref o, int name) {
    if ((o->type->flags & VV_TF_HEAP) == 0)
        return NULL;
    vv_ref found = vv_type_lookup_peek(t, o->type, t->vm->names[name]);
    return found != NULL && VV_IS(t, found, FUNCTION) ? found : NULL;
}

/* BEFORE_WITH of a manager whose methods are Python functions: it becomes its bound __exit__; the frame of __enter__. NULL as
 * enter_method, or with MemoryError. */
static VV_NOINLINE vv_pyframe *enter_with(vv_thread *t, vv_obj **manager) {
    vv_ref enter = method_of(t, *manager, VV_N___enter__), leave = method_of(t, *manager, VV_N___exit__);
    vv_owned bound = enter == NULL || leave == NULL ? NULL : vv_method_new(t, leave, *manager);
    if (bound == NULL)
        return NULL;
    vv_pyframe *callee = enter_method(t, enter, *manager, NULL, NULL);
    vv_decref(t, callee == NULL ? bound : *manager);
    if (callee != NULL)
        *manager = bound;
    return callee;
}

/* The frame of the method that decides a BINARY_OP. NULL as enter_method. */
static VV_NOINLINE vv_pyframe *enter_binary(vv_thread *t, vv_pyframe *f, vv_ref a, vv_ref b, int op) {
    bool swapped = false;
    vv_ref function = vv_binary_peek(t, a, b, op, &swapped);
    f->finish_arg = op | (swapped ? 1 << 8 : 0);
    return swapped ? enter_method(t, function, b, a, NULL) : enter_method(t, function, a, b, NULL);
}

/* Does the instance's own dict have the name, or may it (keys that are no str decide that by their __eq__)? Its values cannot,
 * see vm/cache.h. */
static inline bool has_in_dict(vv_ref owner, vv_ref name) {
    vv_ref dict = vv_instance_dict_peek(owner);
    vv_hash hash = VV_STR(name)->hash;
    return dict != NULL && (vv_dict_may_have(VV_DICT(dict)->keys, hash) || hash == -1) &&
           (!VV_DICT(dict)->keys->str_only || vv_dict_get_str_peek(dict, name) != NULL);
}

/* The frame of the __get__ (value NULL) or __set__ in Python that an attribute of an instance has. NULL as enter_method. */
static VV_NOINLINE vv_pyframe *enter_descriptor(vv_thread *t, vv_ref owner, vv_ref name, vv_ref value) {
    const vv_type *type = owner->type;
    if (value == NULL ? type->s.getattr != vv_generic_getattr : type->s.setattr != vv_generic_setattr)
        return NULL;
    vv_ref found = vv_type_lookup_peek(t, type, name);
    if (found == NULL || (found->type->flags & VV_TF_HEAP) == 0)
        return NULL;
    if (value != NULL)
        return enter_method(t, method_of(t, found, VV_N___set__), found, owner, value);
    if (found->type->s.descr_set == NULL && (vv_instance_get_peek(owner, name) != NULL || has_in_dict(owner, name)))
        return NULL;
    return enter_method(t, method_of(t, found, VV_N___get__), found, owner, (vv_ref)owner->type);
}

/* f(*args, **kwargs) of a Python function, a method or a class with a Python __init__. base: NULL, callable, args, kwargs or
 * NULL. The frame to enter; everything at base is popped then, or for a class base[0] is the new instance and the rest stays.
 * NULL: an exception, or the general way must be taken. */
static VV_NOINLINE vv_pyframe *enter_spread(vv_thread *t, vv_obj **base, vv_obj *kwargs) {
    enum { MOST = 14 };
    vv_obj *callable = base[1], *args = base[2], *self = NULL, *function = callable, *instance = NULL;
    size_t nargs = 0, named = 0, pos = 0;
    vv_obj *const *items, *owned[MOST + 1], *names[MOST];
    vv_ref key, value, values[MOST];
    if (VV_IS(t, args, TUPLE)) {
        nargs = VV_TUPLE(args)->length;
        items = VV_TUPLE(args)->items;
    } else if (VV_IS(t, args, LIST) && args->refcnt == 1) { /* nobody sees that it does not become a tuple */
        nargs = VV_LIST(args)->length;
        items = VV_LIST(args)->items;
    } else {
        return NULL;
    }
    if (nargs > MOST || (kwargs != NULL && (!VV_IS(t, kwargs, DICT) || vv_dict_length(kwargs) > MOST - nargs)))
        return NULL;
    while (kwargs != NULL && vv_dict_next(kwargs, &pos, &key, &value, NULL)) {
        if (!VV_ISA(key, STR))
            return NULL;
        names[named] = VV_OBJ(key);
        values[named++] = value;
    }
    if (VV_IS(t, callable, METHOD)) {
        self = VV_METHOD_OF(callable)->self;
        function = VV_METHOD_OF(callable)->function;
    } else if (VV_IS(t, callable, TYPE)) {
        vv_type *type = VV_AS_TYPE(callable);
        if (!makes_plainly(t, type))
            return NULL;
        function = VV_OBJ(vv_type_lookup_peek(t, type, VV_N(t, __init__)));
        if (function == NULL || !VV_IS(t, function, FUNCTION))
            return NULL;
        self = instance = vv_new_object(t, type, type->basicsize);
        if (instance == NULL)
            return NULL;
    }
    if (!VV_IS(t, function, FUNCTION))
        return NULL;
    vv_pyframe *callee = vv_frame_new(t, vv_newref(function));
    if (callee != NULL) {
        size_t n = 0;
        if (self != NULL)
            owned[n++] = vv_newref(self);
        for (size_t k = 0; k < nargs; k++)
            owned[n++] = vv_newref(items[k]);
        for (size_t k = 0; k < named; k++)
            owned[n + k] = vv_newref(values[k]);
        if (vv_frame_bind_take(t, callee, owned, n, names, named) < 0) {
            t->depth--;
            vv_frame_clear(t, callee);
            callee = NULL;
        }
    }
    if (callee == NULL) {
        vv_xdecref(t, instance);
    } else if (instance != NULL) {
        base[0] = instance;
    } else {
        vv_xdecref(t, kwargs);
        vv_decref(t, args);
        vv_decref(t, callable);
    }
    return callee;
}

/* The method that super(cls, self).name binds, when it is a function or C method: borrowed, else NULL. */
static VV_NOINLINE vv_ref super_method(vv_thread *t, vv_ref cls, vv_ref self, vv_ref name) {
    if (!VV_ISA(cls, TYPE) || !vv_is_instance(self, VV_AS_TYPE(cls)) || name == VV_N(t, __class__) ||
        (VV_ISA(self, TYPE) && vv_type_is_subtype(VV_AS_TYPE(self), VV_AS_TYPE(cls))))
        return NULL;
    const vv_tuple *mro = VV_TUPLE(self->type->mro);
    size_t i = 0;
    while (i < mro->length && mro->items[i] != cls)
        i++;
    i++;
    if (i < mro->length) { /* a class whose own MRO is all that follows */
        const vv_type *next = VV_AS_TYPE(mro->items[i]);
        if (VV_TUPLE(next->mro)->length == mro->length - i && (self->type->flags & VV_TF_OWN_MRO) == 0) {
            vv_ref found = vv_type_lookup_peek(t, next, name);
            return found != NULL && (found->type->flags & VV_TF_METHOD_DESCR) != 0 ? found : NULL;
        }
    }
    for (; i < mro->length; i++) {
        vv_ref found = vv_dict_get_str_peek(VV_AS_TYPE(mro->items[i])->dict, name);
        if (found != NULL)
            return (found->type->flags & VV_TF_METHOD_DESCR) != 0 ? found : NULL;
    }
    return NULL;
}

/* What the rarer kinds of a LOAD_ATTR's cache stand for: borrowed, NULL for a miss. */
static VV_NOINLINE vv_ref cached_attribute(vv_thread *t, const vv_codeunit *cache, vv_ref owner, vv_ref name) {
    uint32_t version = vv_cache_u32(cache + 1);
    const vv_type *type = owner->type;
    vv_ref value;
    switch (cache[0]) {
    case VV_CACHE_VALUE:
        value = vv_cache_object(cache + 5);
        /* its class may have become one of descriptors */
        return version == type->version && !has_in_dict(owner, name) && value->type->s.descr_get == NULL ? value : NULL;
    case VV_CACHE_STATIC:
        if (!VV_ISA(owner, TYPE) || VV_AS_TYPE(owner)->version != version)
            return NULL;
        return ((vv_classmethod *)vv_cache_object(cache + 5))->callable;
    case VV_CACHE_CLASS:
        if (!VV_ISA(owner, TYPE) || VV_AS_TYPE(owner)->version != version)
            return NULL;
        value = vv_cache_object(cache + 5);
        return value->type->s.descr_get != NULL && !VV_IS(t, value, FUNCTION) ? NULL : value;
    case VV_CACHE_MODULE: {
        if (!VV_IS(t, owner, MODULE))
            return NULL;
        const vv_dict_keys *keys = VV_DICT(VV_MODULE_OF(owner)->dict)->keys;
        return keys->version == version ? vv_dict_entries(keys)[vv_cache_u32(cache + 3)].value : NULL;
    }
    default: return NULL;
    }
}

/* vv_frame_clear for the frame of a call that returns. */
static inline void leave_frame(vv_thread *t, vv_pyframe *f) {
    if (VV_UNLIKELY(f->frame_object != NULL || f->locals != NULL)) {
        vv_frame_clear(t, f);
        return;
    }
    for (vv_obj **p = f->local, **end = f->sp; p < end; p++)
        if (*p != NULL)
            vv_decref(t, *p);
    vv_decref(t, f->function);
    vv_stack_pop(t, f);
}

/* NameError (or a subclass) whose `name` attribute is set; `format` holds one %U. */
static VV_NOINLINE void raise_name(vv_thread *t, int type, const char *format, vv_ref name) {
    vv_raise(t, type, format, name);
    if (t->exc != NULL && vv_error_is(t, VV_NameError))
        vv_setref_take(t, &((vv_exc_name *)t->exc)->name, vv_newref(name));
}

/* DELETE_NAME, DELETE_GLOBAL; false with NameError. */
static VV_NOINLINE bool delete_name(vv_thread *t, vv_ref dict, vv_ref name) {
    int r = vv_dict_del_str(t, dict, name);
    if (r == 0)
        raise_name(t, VV_NameError, "name '%U' is not defined", name);
    return r > 0;
}

static vv_ref name_of_local(const vv_pyframe *f, int index) {
    return VV_TUPLE(f->code->localsplusnames)->items[index];
}

/* An empty cell or local was read. */
static VV_NOINLINE void raise_unbound(vv_thread *t, vv_pyframe *f, int index) {
    uint8_t kind = VV_BYTES(f->code->localspluskinds)->data[index];
    if (kind & VV_LOCAL_FREE)
        raise_name(t, VV_NameError, "cannot access free variable '%U' where it is not associated with a value in enclosing scope",
                   name_of_local(f, index));
    else
        vv_raise(t, VV_UnboundLocalError, "cannot access local variable '%U' where it is not associated with a value",
                 name_of_local(f, index));
}

/* Name look-up without Python: locals (when a plain dict), globals, builtins; borrowed or NULL. */
static vv_ref find_global(vv_pyframe *f, vv_ref name) {
    vv_ref value = vv_dict_get_str_peek(f->globals, name);
    return value != NULL ? value : vv_dict_get_str_peek(f->builtins, name);
}

/* Who is asked for a name that find_global does not find: what stands in for a dict of builtins, if anything does
 * (vv_function_new), else that dict again, which ends in a NameError (VV_FIN_NAME). */
static VV_NOINLINE vv_ref last_resort(vv_thread *t, vv_pyframe *f) {
    vv_obj *odd;
    if (vv_dict_get_now(t, f->builtins, VV_NONE(t), &odd) <= 0)
        return f->builtins;
    vv_decref(t, odd); /* the dict has it */
    return odd;
}

/* The entry of a namespace where names[index] was last found, if it still is there. */
static inline vv_dict_entry *hinted_entry(const vv_code *code, int index, vv_ref dict) {
    if (code->name_hints == NULL)
        return NULL;
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    vv_dict_entry *entry = vv_dict_entries(keys) + code->name_hints[index];
    return code->name_hints[index] < keys->used && entry->key == VV_TUPLE(code->names)->items[index] ? entry : NULL;
}
static VV_NOINLINE vv_ref find_name(vv_thread *t, vv_pyframe *f, int index) {
    vv_ref name = VV_TUPLE(f->code->names)->items[index], found = vv_dict_get_str_peek(f->locals, name);
    if (found == NULL)
        return find_global(f, name);
    vv_cache_name(t, f->code, index, f->locals);
    return found;
}
static VV_NOINLINE int store_name(vv_thread *t, vv_pyframe *f, int index, vv_ref value) {
    if (vv_dict_set_str(t, f->locals, VV_TUPLE(f->code->names)->items[index], value) < 0)
        return -1;
    vv_cache_name(t, f->code, index, f->locals);
    return 0;
}

/* The rest of a LOAD_NAME or LOAD_FROM_DICT_OR_* whose mapping lacks the name. Owned, or NULL with NameError. */
static vv_owned load_global(vv_thread *t, vv_pyframe *f, int index) {
    vv_ref name = VV_TUPLE(f->code->names)->items[index];
    vv_ref value = find_global(f, name);
    if (value == NULL)
        raise_name(t, VV_NameError, "name '%U' is not defined", name);
    return vv_xnewref(value);
}
static vv_owned load_cell(vv_thread *t, vv_pyframe *f, int index) {
    vv_ref value = VV_CELL_OF(f->local[index])->value;
    if (value == NULL)
        raise_unbound(t, f, index);
    return vv_xnewref(value);
}

/* The exception being handled, innermost block first; borrowed or NULL. */
static vv_ref handled_peek(vv_thread *t) {
    for (const vv_excinfo *e = t->excinfo; e != NULL; e = e->previous)
        if (e->handled != NULL)
            return e->handled;
    return NULL;
}

/* Outcomes (VV_COMPARE_BIT_*) that make each comparison true, by enum vv_cmp. */
static const uint8_t compare_outcomes[] = {
    [VV_LT] = VV_COMPARE_BIT_LESS,
    [VV_LE] = VV_COMPARE_BIT_LESS | VV_COMPARE_BIT_EQUAL,
    [VV_EQ] = VV_COMPARE_BIT_EQUAL,
    [VV_NE] = VV_COMPARE_BIT_LESS | VV_COMPARE_BIT_GREATER | VV_COMPARE_BIT_UNORDERED,
    [VV_GT] = VV_COMPARE_BIT_GREATER,
    [VV_GE] = VV_COMPARE_BIT_GREATER | VV_COMPARE_BIT_EQUAL,
};

/* The rarer operators on small ints; false when the general way must decide (errors, large results, `/`). */
static bool small_int_operator(int op, int64_t x, int64_t y, int64_t *r) {
    switch (op) {
    case VV_AND:
        *r = x & y;
        return true;
    case VV_OR:
        *r = x | y;
        return true;
    case VV_XOR:
        *r = x ^ y;
        return true;
    case VV_MOD:
        if (y == 0)
            return false;
        *r = x % y;
        if (*r != 0 && (*r ^ y) < 0)
            *r += y;
        return true;
    case VV_FLOORDIV:
        if (y == 0)
            return false;
        *r = x / y;
        if (x % y != 0 && (x ^ y) < 0)
            --*r;
        return true;
    case VV_RSHIFT:
        if (y < 0)
            return false;
        *r = y > 62 ? (x < 0 ? -1 : 0) : x >> y;
        return true;
    case VV_LSHIFT:
        if (y < 0 || y > 30)
            return false;
        *r = x * ((int64_t)1 << y);
        return true;
    default:
        return false;
    }
}

/* MAKE_FUNCTION: pops what `flags` announces below the code object. */
static vv_obj **make_function(vv_thread *t, vv_pyframe *f, vv_obj **sp, int flags) {
    vv_owned function = vv_function_new(t, sp[-1], f->globals, NULL);
    if (function == NULL)
        return NULL;
    vv_function *fn = VV_FUNCTION_OF(function);
    vv_decref(t, *--sp);
    if (flags & 8)
        fn->closure = *--sp;
    if (flags & 4)
        fn->annotations = *--sp;
    if (flags & 2)
        fn->kwdefaults = *--sp;
    if (flags & 1)
        fn->defaults = *--sp;
    *sp++ = function;
    return sp;
}

/* The program's own handler of SIGINT, borrowed, or NULL. */
static vv_ref interrupt_handler_peek(vv_thread *t) {
    enum { SIGINT_ = 2 };
    vv_ref handlers = t->vm->signal_handlers;
    vv_ref handler = handlers == NULL ? NULL : VV_LIST(handlers)->items[SIGINT_];
    return handler == t->vm->none ? NULL : handler;
}

/* KeyboardInterrupt was asked for. */
static void raise_interrupt(vv_thread *t) {
    t->vm->attention &= ~(uint32_t)VV_ATTN_INTERRUPT;
    vv_raise_value(t, VV_KeyboardInterrupt, NULL);
}

/* SIGINT between two instructions: the handler's call, or KeyboardInterrupt. */
static vv_step interrupt(vv_thread *t) {
    vv_ref handler = interrupt_handler_peek(t);
    if (handler == NULL || handler->type->s.call == NULL) { /* a number: SIG_IGN, or what ends the process elsewhere */
        int64_t number = 0;
        bool ignored = handler != NULL && vv_int_to_i64(handler, &number) == 0 && number == 1;
        if (ignored) {
            t->vm->attention &= ~(uint32_t)VV_ATTN_INTERRUPT;
            return VV_READY;
        }
        raise_interrupt(t);
        return VV_FAILED;
    }
    t->vm->attention &= ~(uint32_t)VV_ATTN_INTERRUPT;
    VV_AUTO number = {t, vv_int_new(t, 2)};
    vv_pyframe *f = vv_frame_python(t->frame);
    vv_ref frame = f == NULL ? t->vm->none : vv_frame_object_peek(t, f);
    if (number.o == NULL || frame == NULL)
        return VV_FAILED;
    vv_step s = vv_do_call2(t, handler, number.o, frame);
    if (s == VV_READY)
        vv_drop_ret(t);
    return s;
}

/* What must be done between two instructions, as a step; VV_READY if nothing. */
static vv_step attend(vv_thread *t) {
    vv_vm *vm = t->vm;
    if (vm->attention & VV_ATTN_PENDING) {
        if (t->pending_count > t->pending_waiting)
            return vv_do_pending(t);
        vm->attention &= ~(uint32_t)VV_ATTN_PENDING;
    }
    if (vm->attention & VV_ATTN_INTERRUPT) {
        vv_step s = interrupt(t);
        if (s != VV_READY)
            return s;
    }
    if (vm->attention & VV_ATTN_GC) {
        vm->attention &= ~(uint32_t)VV_ATTN_GC;
        int generation = vv_gc_due(vm);
        if (generation >= 0)
            return vv_do_collect(t, generation);
    }
    return VV_READY;
}

/* Unwinding has let go of f's values above sp: their finalizers run where the exception was raised, the handler has no line.
 * True with a frame pushed, after which unwinding goes on. */
static VV_NOINLINE bool finalize_unwound(vv_thread *t, vv_pyframe *f, vv_obj **sp, const vv_codeunit *at) {
    if (t->pending_count <= t->pending_waiting || f->ip != at) /* RERAISE: f->ip is not where it stands */
        return false;
    f->sp = sp;
    f->head.finish = VV_FIN_RAISED;
    return vv_do_pending(t) == VV_PUSHED;
}

/* What the fast loop begins with. */
static const vv_codeunit entering[] = {VV_UNIT(VV_OP_CACHE, 0)};

#define VV_EVAL_NAME vv_eval
#define VV_EVAL_TRACED 0
#include "vm/eval_loop.inc"
#undef VV_EVAL_NAME
#undef VV_EVAL_TRACED

#define VV_EVAL_NAME vv_eval_traced
#define VV_EVAL_TRACED 1
#include "vm/eval_loop.inc"
