/* asyncgen.c - asynchronous generators (PEP 525): generators whose `yield` values arrive through awaitables.
 *
 * The frame yields two kinds of things: what an inner await hands up to the event loop, as it is, and the generator's
 * own values, wrapped (ASYNC_GEN_WRAP) so that the awaitable driving it can tell them apart. Such an awaitable is one
 * object of struct step: one trip from a resumption to the next own value.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/exceptions.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/generator.h"

typedef struct vv_async_wrapped {
    vv_obj head;
    vv_obj *value; /* owned */
} vv_async_wrapped;

enum step_state { STEP_NEW, STEP_RUNNING, STEP_DONE };

typedef struct vv_async_step {
    vv_obj head;
    vv_obj *generator; /* owned */
    vv_obj *value;     /* owned: what to send; arguments of athrow (tuple); NULL for aclose */
    uint8_t state;     /* enum step_state */
} vv_async_step;
#define STEP(o) ((vv_async_step *)(o))

/* ---- wrapped values ---- */

vv_owned vv_async_gen_wrap_take(vv_thread *t, vv_owned value) {
    vv_owned o = vv_new_listed(t, VV_TYPEP(t, ASYNC_GENERATOR_WRAPPED), VV_FL_WRAPPED);
    if (o == NULL) {
        vv_decref(t, value);
        return NULL;
    }
    ((vv_async_wrapped *)o)->value = value;
    vv_track(t, o);
    return o;
}

static int wrapped_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(((const vv_async_wrapped *)self)->value);
    return 0;
}
static void wrapped_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, ((vv_async_wrapped *)self)->value);
    vv_free_listed(t, self, VV_FL_WRAPPED);
}

const vv_typespec vv_async_generator_wrapped_spec = {
    .name = "async_generator_wrapped_value",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_async_wrapped),
    .size64 = 40,
    .dealloc = wrapped_dealloc,
    .traverse = wrapped_traverse,
};

/* ---- one trip ---- */

static vv_owned new_step(vv_thread *t, int type, vv_ref generator, vv_owned value) {
    vv_type *of = t->vm->types[type];
    vv_owned o = type == VV_T_ASYNC_GENERATOR_ASEND ? vv_new_listed(t, of, VV_FL_ASEND) : vv_new_object(t, of, sizeof(vv_async_step));
    if (o == NULL) {
        vv_xdecref(t, value);
        return NULL;
    }
    STEP(o)->generator = vv_newref(generator);
    STEP(o)->value = value;
    vv_track(t, o);
    return o;
}

static bool is_asend(vv_thread *t, vv_ref step) {
    return VV_IS(t, step, ASYNC_GENERATOR_ASEND);
}

/* The generator has stopped running with a yielded value in t->ret, with NULL there (it returned), or with an exception
 * (failed). Ends the trip with its own value as t->stop, goes on with an inner one, or fails. */
static vv_step unwrap(vv_thread *t, vv_ref step, bool failed) {
    vv_generator *gen = VV_GENERATOR_OF(STEP(step)->generator);
    if (!failed && t->ret != NULL && !VV_IS(t, t->ret, ASYNC_GENERATOR_WRAPPED))
        return VV_READY;
    gen->running_async = false;
    STEP(step)->state = STEP_DONE;
    if (!failed && t->ret != NULL) {
        vv_owned wrapped = vv_take_ret(t);
        vv_setref_take(t, &t->stop, vv_newref(((vv_async_wrapped *)wrapped)->value));
        vv_decref(t, wrapped);
        return VV_READY;
    }
    if (!failed) {
        vv_clearref(t, &t->stop);
        (void)vv_raise_value(t, VV_StopAsyncIteration, NULL);
    }
    if (vv_error_is(t, VV_StopAsyncIteration) || vv_error_is(t, VV_GeneratorExit))
        gen->closed = true;
    return VV_FAILED;
}

/* The same for aclose(), which ends well when the generator ends and complains about values. */
static vv_step unwrap_close(vv_thread *t, vv_ref step, bool failed) {
    vv_generator *gen = VV_GENERATOR_OF(STEP(step)->generator);
    if (!failed && t->ret != NULL && !VV_IS(t, t->ret, ASYNC_GENERATOR_WRAPPED))
        return VV_READY;
    gen->running_async = false;
    STEP(step)->state = STEP_DONE;
    if (!failed && t->ret != NULL) {
        vv_drop_ret(t);
        return vv_raise_step(t, VV_RuntimeError, "async generator ignored GeneratorExit");
    }
    if (failed) {
        if (!vv_error_is(t, VV_StopAsyncIteration) && !vv_error_is(t, VV_GeneratorExit))
            return VV_FAILED;
        vv_clear_error(t);
    }
    vv_clearref(t, &t->stop);
    return vv_return_null(t);
}

static vv_step finish(vv_thread *t, vv_ref step, bool failed) {
    return is_asend(t, step) || STEP(step)->value != NULL ? unwrap(t, step, failed) : unwrap_close(t, step, failed);
}

static vv_step refuse_reuse(vv_thread *t, vv_ref step) {
    return vv_raise_step(t, VV_RuntimeError, "cannot reuse already awaited %s",
                         is_asend(t, step) ? "__anext__()/asend()" : "aclose()/athrow()");
}

static vv_step refuse_running(vv_thread *t, vv_ref step) {
    STEP(step)->state = STEP_DONE;
    return vv_raise_step(t, VV_RuntimeError, "%s: asynchronous generator is already running",
                         is_asend(t, step) ? "anext()" : STEP(step)->value == NULL ? "aclose()" : "athrow()");
}

/* argv: type or exception, value or NULL, traceback or NULL; t->ret = the exception */
static vv_step exception_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_ISA(nf->argv[0], EXCEPTION)) {
        if (nf->argv[1] != NULL && nf->argv[1] != t->vm->none)
            return vv_raise_step(t, VV_TypeError, "instance exception may not have a separate value");
        nf->slot[0] = vv_newref(nf->argv[0]);
    } else if (VV_ISA(nf->argv[0], TYPE) && vv_type_is_subtype(VV_AS_TYPE(nf->argv[0]), VV_TYPEP_ID(t, VV_BaseException))) {
        if (nf->argv[1] != NULL && vv_is_instance(nf->argv[1], VV_AS_TYPE(nf->argv[0]))) {
            nf->slot[0] = vv_newref(nf->argv[1]);
        } else {
            VV_AWAIT(nf, vv_do_call(t, nf->argv[0], nf->argv + 1, nf->argv[1] != NULL && nf->argv[1] != t->vm->none ? 1 : 0));
            nf->slot[0] = vv_take_ret(t);
        }
    } else {
        return vv_raise_step(t, VV_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                             nf->argv[0]);
    }
    if (nf->argv[2] != NULL && nf->argv[2] != t->vm->none && VV_IS(t, nf->argv[2], TRACEBACK))
        vv_setref_take(t, &VV_EXC_OF(nf->slot[0])->traceback, vv_newref(nf->argv[2]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* What athrow() raises inside, or aclose(). t->ret = an exception */
static vv_step do_thrown(vv_thread *t, vv_ref step) {
    if (STEP(step)->value == NULL) {
        (void)vv_raise_value(t, VV_GeneratorExit, NULL);
        vv_owned exc = vv_take_error(t);
        return vv_return(t, exc);
    }
    const vv_tuple *args = VV_TUPLE(STEP(step)->value);
    if (vv_check_nargs(t, "athrow", args->length, 1, 3) < 0)
        return VV_FAILED;
    return vv_start3(t, exception_native, "athrow", args->items[0], args->length > 1 ? (vv_ref)args->items[1] : NULL,
                     args->length > 2 ? (vv_ref)args->items[2] : NULL);
}

/* argv: step, value to send; slot[0]: exception. READY: t->ret yielded by an inner await, or NULL and t->stop = result. */
static vv_step drive_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_async_step *s = STEP(nf->argv[0]);
    vv_generator *gen = VV_GENERATOR_OF(s->generator);
    if (s->state == STEP_DONE)
        return refuse_reuse(t, nf->argv[0]);
    if (!is_asend(t, nf->argv[0]) && gen->state == VV_GEN_DONE) {
        s->state = STEP_DONE;
        return vv_return_null(t);
    }
    if (s->state == STEP_NEW) {
        if (gen->running_async)
            return refuse_running(t, nf->argv[0]);
        if (is_asend(t, nf->argv[0])) {
            if (nf->argv[1] == t->vm->none)
                vv_setref_take(t, &nf->argv[1], vv_newref(s->value));
        } else {
            if (gen->closed) {
                s->state = STEP_DONE;
                return vv_raise_value(t, VV_StopAsyncIteration, NULL);
            }
            if (nf->argv[1] != t->vm->none)
                return vv_raise_step(t, VV_RuntimeError, "can't send non-None value to a just-started coroutine");
            VV_AWAIT(nf, do_thrown(t, nf->argv[0]));
            nf->slot[0] = vv_take_ret(t);
        }
        STEP(nf->argv[0])->state = STEP_RUNNING;
        VV_GENERATOR_OF(STEP(nf->argv[0])->generator)->running_async = true;
        if (nf->slot[0] != NULL) {
            if (STEP(nf->argv[0])->value == NULL)
                VV_GENERATOR_OF(STEP(nf->argv[0])->generator)->closed = true;
            VV_AWAIT_CATCH(nf, vv_do_gen_throw(t, STEP(nf->argv[0])->generator, nf->slot[0]));
            return finish(t, nf->argv[0], nf->raised);
        }
    }
    VV_AWAIT_CATCH(nf, vv_generator_send(t, STEP(nf->argv[0])->generator, vv_newref(nf->argv[1])));
    return finish(t, nf->argv[0], nf->raised);
    VV_END(nf);
}

/* argv: step, exception */
static vv_step throw_into_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (STEP(nf->argv[0])->state == STEP_DONE)
        return refuse_reuse(t, nf->argv[0]);
    if (STEP(nf->argv[0])->state == STEP_NEW) {
        if (VV_GENERATOR_OF(STEP(nf->argv[0])->generator)->running_async)
            return refuse_running(t, nf->argv[0]);
        STEP(nf->argv[0])->state = STEP_RUNNING;
        VV_GENERATOR_OF(STEP(nf->argv[0])->generator)->running_async = true;
    }
    VV_AWAIT_CATCH(nf, vv_do_gen_throw(t, STEP(nf->argv[0])->generator, nf->argv[1]));
    return finish(t, nf->argv[0], nf->raised);
    VV_END(nf);
}

#define VV_DEF_NAME step
#define VV_DEF_FILE "vm/asyncgen_awaitable.def"
#include "object/deftype.h"

static vv_step step_send(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start2(t, drive_native, "asend", nf->argv[0], nf->argv[1]));
    return vv_generator_outcome(t);
    VV_END(nf);
}
static vv_step step_throw(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL)
        VV_AWAIT(nf, vv_do_warn_throw(t, nf, "throw"));
    VV_AWAIT(nf, vv_start3(t, exception_native, "athrow", nf->argv[1], nf->argv[2], nf->argv[3]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_start2(t, throw_into_native, "athrow", nf->argv[0], nf->slot[0]));
    return vv_generator_outcome(t);
    VV_END(nf);
}
static vv_owned step_close(vv_thread *t, vv_obj *const *argv) {
    STEP(argv[0])->state = STEP_DONE;
    return vv_none(t);
}
static vv_step step_next(vv_thread *t, vv_ref self) {
    return vv_start2(t, drive_native, "asend", self, VV_NONE(t));
}
static vv_step step_await(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}
static vv_step step_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static int step_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(STEP(self)->generator);
    VV_VISIT(STEP(self)->value);
    return 0;
}
static void step_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, STEP(self)->generator);
    vv_xdecref(t, STEP(self)->value);
    if (is_asend(t, self))
        vv_free_listed(t, self, VV_FL_ASEND);
    else
        vv_free_object(t, self);
}

#define STEP_SPEC(name_)                                                                                               \
    {                                                                                                                  \
        .name = name_, .base = VV_T_OBJECT, .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,                        \
        .basicsize = sizeof(vv_async_step), .size64 = 56, .slots = &step_slots, .methods = step_methods,               \
        .dealloc = step_dealloc, .traverse = step_traverse,                                                            \
    }
const vv_typespec vv_async_generator_asend_spec = STEP_SPEC("async_generator_asend");
const vv_typespec vv_async_generator_athrow_spec = STEP_SPEC("async_generator_athrow");

/* ---- the generator ---- */

/* On first use a generator takes over the hooks of sys.set_asyncgen_hooks and is shown to the first of them. */
static vv_step do_first_use(vv_thread *t, vv_ref self) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->hooks_inited || t->asyncgen_hooks == NULL) {
        gen->hooks_inited = true;
        return vv_return_none(t);
    }
    gen->hooks_inited = true;
    vv_ref firstiter = VV_TUPLE(t->asyncgen_hooks)->items[0], finalizer = VV_TUPLE(t->asyncgen_hooks)->items[1];
    if (finalizer != t->vm->none)
        vv_setref_take(t, &gen->origin_or_finalizer, vv_newref(finalizer));
    return firstiter == t->vm->none ? vv_return_none(t) : vv_do_call1(t, firstiter, self);
}

#define VV_DEF_NAME asyncgen
#define VV_DEF_FILE "vm/asyncgen.def"
#include "object/deftype.h"

static vv_step asyncgen_asend(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_first_use(t, nf->argv[0]));
    vv_drop_ret(t);
    return vv_return(t, new_step(t, VV_T_ASYNC_GENERATOR_ASEND, nf->argv[0], vv_newref(nf->argv[1])));
    VV_END(nf);
}
static vv_step asyncgen_athrow(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_first_use(t, nf->argv[0]));
    vv_drop_ret(t);
    if (VV_TUPLE(nf->argv[1])->length > 1)
        VV_AWAIT(nf, vv_do_warn_throw(t, nf, "athrow"));
    return vv_return(t, new_step(t, VV_T_ASYNC_GENERATOR_ATHROW, nf->argv[0], vv_newref(nf->argv[1])));
    VV_END(nf);
}
static vv_step asyncgen_aclose(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_first_use(t, nf->argv[0]));
    vv_drop_ret(t);
    return vv_return(t, new_step(t, VV_T_ASYNC_GENERATOR_ATHROW, nf->argv[0], NULL));
    VV_END(nf);
}
static vv_step asyncgen_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* argv: generator */
static vv_step anext_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_first_use(t, nf->argv[0]));
    vv_drop_ret(t);
    return vv_return(t, new_step(t, VV_T_ASYNC_GENERATOR_ASEND, nf->argv[0], vv_none(t)));
    VV_END(nf);
}
static vv_step asyncgen_anext(vv_thread *t, vv_ref self) {
    if (VV_GENERATOR_OF(self)->hooks_inited)
        return vv_return(t, new_step(t, VV_T_ASYNC_GENERATOR_ASEND, self, vv_none(t)));
    return vv_start1(t, anext_native, "__anext__", self);
}
static vv_step asyncgen_aiter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}
static vv_step asyncgen_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_format(t, "<async_generator object %U at %p>", VV_GENERATOR_OF(self)->qualname, (const void *)self));
}

/* argv: a suspended generator that dies without an event loop to close it */
static vv_step close_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    (void)vv_raise_value(t, VV_GeneratorExit, NULL);
    nf->slot[0] = vv_take_error(t);
    VV_AWAIT_CATCH(nf, vv_do_gen_throw(t, nf->argv[0], nf->slot[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_GeneratorExit) && !vv_error_is(t, VV_StopAsyncIteration))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_return_none(t);
    }
    vv_clearref(t, &t->stop);
    if (t->ret == NULL)
        return vv_return_none(t);
    vv_drop_ret(t);
    return vv_raise_step(t, VV_RuntimeError, "async generator ignored GeneratorExit");
    VV_END(nf);
}

static vv_step asyncgen_del(vv_thread *t, vv_ref self) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state == VV_GEN_DONE)
        return vv_return_none(t);
    if (gen->origin_or_finalizer != NULL && !gen->closed)
        return vv_do_call1(t, gen->origin_or_finalizer, self);
    if (gen->state != VV_GEN_SUSPENDED)
        return vv_return_none(t);
    return vv_start1(t, close_native, "close", self);
}


const vv_typespec vv_async_generator_spec = {
    .name = "async_generator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_generator),
    .itemsize = sizeof(vv_obj *),
    .size64 = 160,
    .size64_of = vv_generator_size64,
    .weakoffset = offsetof(vv_generator, weaklist),
    .slots = &asyncgen_slots,
    .methods = asyncgen_methods,
    .getset = asyncgen_getset,
    .members = asyncgen_members,
    .dealloc = vv_generator_dealloc,
    .traverse = vv_generator_traverse,
    .clear = vv_generator_clear,
};
