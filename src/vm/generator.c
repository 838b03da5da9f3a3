/* generator.c - generators and coroutines: one suspended Python frame in an object of its own (PEP 255, 342, 380, 492).
 *
 * Resuming links the object's frame into the call stack; yielding unlinks it. Whoever resumed it gets the yielded value
 * in t->ret, or NULL when it has returned, its return value then in t->stop (NULL for None).
 * Asynchronous generators, which add a protocol of awaitables on top, are in asyncgen.c.
 */
#include "object/alloc.h"
#include "object/error.h"
#include "object/finalize.h"
#include "object/weakref.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/report.h"

static const char *kind_name(vv_thread *t, vv_ref gen) {
    return VV_IS(t, gen, COROUTINE) ? "coroutine" : VV_IS(t, gen, ASYNC_GENERATOR) ? "async generator" : "generator";
}

/* ---- life ---- */

/* ((filename, line, function), ...) of the frames that run now, innermost first, at most origin_depth; or NULL. */
static vv_owned current_origin(vv_thread *t) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    vv_pyframe *f = vv_frame_python(t->frame);
    for (int32_t k = 0; list.o != NULL && f != NULL && k < t->origin_depth; f = vv_frame_python(f->head.back)) {
        if (f->head.flags & VV_FF_HIDDEN)
            continue;
        VV_AUTO line = {t, vv_int_new(t, vv_frame_line(f))};
        vv_owned entry = line.o == NULL ? NULL : vv_tuple_pack(t, 3, (vv_ref)f->code->filename, (vv_ref)line.o, (vv_ref)f->code->name);
        if (entry == NULL || vv_list_append_take(t, list.o, entry) < 0)
            return NULL;
        k++;
    }
    return list.o == NULL ? NULL : vv_list_to_tuple(t, list.o);
}

vv_owned vv_generator_from_frame(vv_thread *t, vv_pyframe *f) {
    const vv_function *function = VV_FUNCTION_OF(f->function);
    vv_type *type = VV_TYPEP(t, GENERATOR);
    if (f->code->flags & VV_CO_COROUTINE)
        type = VV_TYPEP(t, COROUTINE);
    else if (f->code->flags & VV_CO_ASYNC_GENERATOR)
        type = VV_TYPEP(t, ASYNC_GENERATOR);
    size_t frame_bytes = f->head.words * sizeof(vv_obj *);
    vv_owned o = vv_new_object(t, type, offsetof(vv_generator, frame) + frame_bytes);
    if (o == NULL) {
        vv_frame_clear(t, f);
        return NULL;
    }
    vv_generator *gen = VV_GENERATOR_OF(o);
    gen->code = vv_newref((vv_ref)f->code);
    gen->name = vv_newref(function->name);
    gen->qualname = vv_newref(function->qualname);
    gen->state = VV_GEN_CREATED;
    size_t used = (size_t)(f->sp - (vv_obj **)f);
    for (size_t k = 0; k < used; k++)
        ((vv_obj **)&gen->frame)[k] = ((vv_obj **)f)[k];
    gen->frame.sp = (vv_obj **)&gen->frame + used;
    gen->frame.head.owner = VV_OWNER_GENERATOR;
    gen->frame.head.back = NULL;
    if (gen->frame.frame_object != NULL)
        ((vv_frameobj *)gen->frame.frame_object)->frame = &gen->frame;
    vv_stack_pop(t, f);
    vv_track(t, o);
    if (t->origin_depth > 0 && type == VV_TYPEP(t, COROUTINE)) {
        gen->origin_or_finalizer = current_origin(t);
        if (gen->origin_or_finalizer == NULL) {
            gen->state = VV_GEN_DONE;
            vv_frame_clear(t, &gen->frame);
            vv_finalize_set_done(o);
            vv_decref(t, o);
            return NULL;
        }
    }
    return o;
}

int vv_generator_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_generator *gen = VV_GENERATOR_OF(self);
    VV_VISIT(gen->name);
    VV_VISIT(gen->qualname);
    VV_VISIT(gen->origin_or_finalizer);
    if (gen->state != VV_GEN_DONE)
        VV_VISIT(gen->frame.function);
    VV_VISIT(gen->code);
    int r = gen->state == VV_GEN_DONE ? 0 : vv_pyframe_traverse_values(&gen->frame, visit, arg);
    if (r != 0)
        return r;
    VV_VISIT(gen->excinfo.handled);
    return 0;
}

void vv_generator_dealloc(vv_thread *t, vv_obj *self) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state != VV_GEN_DONE) {
        gen->state = VV_GEN_DONE;
        vv_frame_clear(t, &gen->frame);
    }
    vv_xdecref(t, gen->code);
    vv_xdecref(t, gen->name);
    vv_xdecref(t, gen->qualname);
    vv_xdecref(t, gen->origin_or_finalizer);
    vv_xdecref(t, gen->excinfo.handled);
    vv_free_object(t, self);
}

void vv_generator_clear(vv_thread *t, vv_obj *self) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state == VV_GEN_CREATED || gen->state == VV_GEN_SUSPENDED) {
        gen->state = VV_GEN_DONE;
        vv_frame_clear(t, &gen->frame);
    }
    vv_clearref(t, &gen->excinfo.handled);
    vv_clearref(t, &gen->origin_or_finalizer);
}

/* Would closing it run any Python? Only if it stands inside a `try` or `with`. */
bool vv_generator_needs_close(vv_ref self) {
    const vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state != VV_GEN_SUSPENDED)
        return false;
    uint32_t target;
    int depth;
    bool lasti;
    uint32_t unit = vv_frame_unit(&gen->frame) - 1;
    /* the handler that turns StopIteration into RuntimeError covers every generator's whole body */
    if (!vv_code_handler((vv_ref)gen->frame.code, unit, &target, &depth, &lasti))
        return false;
    return true;
}

/* ---- resuming ---- */

static vv_step enter(vv_thread *t, vv_generator *gen) {
    if (t->depth >= t->vm->recursion_limit)
        return vv_raise_step(t, VV_RecursionError, "maximum recursion depth exceeded");
    t->depth++;
    gen->state = VV_GEN_RUNNING;
    gen->excinfo.previous = t->excinfo;
    t->excinfo = &gen->excinfo;
    vv_frame_enter(t, &gen->frame.head);
    return VV_PUSHED;
}

static vv_step refuse_running(vv_thread *t, vv_ref gen) {
    return vv_raise_step(t, VV_ValueError, "%s already executing", kind_name(t, gen));
}

vv_step vv_generator_send(vv_thread *t, vv_ref self, vv_owned value) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    vv_step s = VV_FAILED;
    switch (gen->state) {
    case VV_GEN_RUNNING:
        s = refuse_running(t, self);
        break;
    case VV_GEN_DONE:
        if (VV_IS(t, self, COROUTINE))
            vv_raise(t, VV_RuntimeError, "cannot reuse already awaited coroutine");
        else
            s = vv_return_null(t);
        break;
    case VV_GEN_CREATED:
        if (value != t->vm->none) {
            vv_raise(t, VV_TypeError, "can't send non-None value to a just-started %s", kind_name(t, self));
            break;
        }
        VV_FALLTHROUGH;
    default:
        s = enter(t, gen);
        if (s == VV_PUSHED) {
            *gen->frame.sp++ = value;
            return s;
        }
    }
    vv_decref(t, value);
    return s;
}

vv_step vv_generator_raise(vv_thread *t, vv_ref self) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state == VV_GEN_RUNNING) {
        vv_clear_error(t);
        return refuse_running(t, self);
    }
    if (gen->state == VV_GEN_DONE)
        return VV_FAILED;
    vv_owned exc = vv_take_error(t);
    vv_step s = enter(t, gen);
    if (s != VV_PUSHED) {
        vv_decref(t, exc);
        return s;
    }
    if (gen->excinfo.handled != NULL)
        vv_raise_object(t, exc);
    else
        vv_restore_error_take(t, vv_newref(exc));
    vv_decref(t, exc);
    *gen->frame.sp++ = vv_none(t); /* in place of the value sent, which the handler of a delegation counts on */
    if (gen->state == VV_GEN_RUNNING && gen->frame.ip > gen->frame.code->code)
        gen->frame.ip--; /* back to the YIELD_VALUE it stands behind */
    gen->frame.head.flags |= VV_FF_THROW;
    return s;
}

vv_ref vv_generator_yield_from_peek(vv_ref self) {
    const vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state != VV_GEN_SUSPENDED)
        return NULL;
    vv_codeunit next = *gen->frame.ip; /* RESUME's argument says what kind of yield it follows */
    return VV_UNIT_ARG(next) >= 2 && gen->frame.sp > vv_frame_stack_base(&gen->frame) ? gen->frame.sp[-1] : NULL;
}

/* ---- throw and close ---- */

/* argv: generator, exception; then, if given, what throw() was called with: a delegate that is no generator gets that */
static vv_step throw_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(vv_generator_yield_from_peek(nf->argv[0]));
    if (nf->slot[0] != NULL) {
        /* the delegate gets it first; the outer frame only sees how that ends */
        VV_GENERATOR_OF(nf->argv[0])->state = VV_GEN_RUNNING;
        if (vv_is_instance(nf->argv[1], VV_TYPEP_ID(t, VV_GeneratorExit))) {
            VV_AWAIT_CATCH(nf, vv_do_gen_close(t, nf->slot[0]));
            VV_GENERATOR_OF(nf->argv[0])->state = VV_GEN_SUSPENDED;
            if (!nf->raised) {
                vv_drop_ret(t);
                goto here;
            }
        } else {
            if (VV_IS(t, nf->slot[0], GENERATOR) || VV_IS(t, nf->slot[0], COROUTINE)) {
                VV_AWAIT_CATCH(nf, vv_do_gen_throw(t, nf->slot[0], nf->argv[1]));
            } else {
                VV_AWAIT_CATCH(nf, vv_do_lookup_attr(t, nf->slot[0], VV_N(t, throw)));
                if (nf->raised || t->ret == NULL)
                    VV_GENERATOR_OF(nf->argv[0])->state = VV_GEN_SUSPENDED;
                if (nf->raised) /* the generator itself hears nothing of that */
                    return VV_FAILED;
                if (t->ret == NULL)
                    goto here;
                {
                    nf->slot[1] = vv_take_ret(t);
                    nf->i[0] = nf->argc <= 2 ? 0 : nf->argv[3] == NULL ? 1 : nf->argv[4] == NULL ? 2 : 3;
                    VV_AWAIT_CATCH(nf, vv_do_call(t, nf->slot[1], nf->argv + (nf->i[0] ? 2 : 1), nf->i[0] ? (size_t)nf->i[0] : 1));
                }
            }
            VV_GENERATOR_OF(nf->argv[0])->state = VV_GEN_SUSPENDED;
            if (!nf->raised && t->ret != NULL)
                return VV_READY;
            if (!nf->raised) { /* the delegate returned: the outer frame sees StopIteration */
                vv_owned value = vv_move(&t->stop);
                vv_raise_value(t, VV_StopIteration, value);
                vv_xdecref(t, value);
            }
        }
        nf->slot[2] = vv_take_error(t);
        vv_restore_error_take(t, vv_move(&nf->slot[2]));
        VV_AWAIT(nf, vv_generator_raise(t, nf->argv[0]));
        return VV_READY;
    }
here:
    vv_restore_error_take(t, vv_newref(nf->argv[1])); /* its context is what the generator handles, not the caller */
    VV_AWAIT(nf, vv_generator_raise(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_gen_throw(vv_thread *t, vv_ref gen, vv_ref exc) {
    return vv_start2(t, throw_native, "throw", gen, exc);
}

/* argv: an iterator that may have close() */
static vv_step close_other_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, close)));
    if (nf->raised) { /* only reported */
        nf->slot[0] = vv_take_error(t);
        VV_AWAIT(nf, vv_do_unraisable(t, nf->slot[0], nf->argv[0], NULL));
        if (t->ret != NULL)
            vv_drop_ret(t);
        return vv_return_none(t);
    }
    if (t->ret == NULL)
        return vv_return_none(t);
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* argv: generator */
static vv_step close_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_raise_value(t, VV_GeneratorExit, NULL);
    nf->slot[0] = vv_take_error(t);
    VV_AWAIT_CATCH(nf, vv_do_gen_throw(t, nf->argv[0], nf->slot[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_GeneratorExit) && !vv_error_is(t, VV_StopIteration))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_return_none(t);
    }
    if (t->ret != NULL) {
        vv_drop_ret(t);
        return vv_raise_step(t, VV_RuntimeError, "%s ignored GeneratorExit", kind_name(t, nf->argv[0]));
    }
    vv_clearref(t, &t->stop);
    return vv_return_none(t);
    VV_END(nf);
}

vv_step vv_do_gen_close(vv_thread *t, vv_ref o) {
    if (!VV_IS(t, o, GENERATOR) && !VV_IS(t, o, COROUTINE))
        return vv_start1(t, close_other_native, "close", o);
    vv_generator *gen = VV_GENERATOR_OF(o);
    switch (gen->state) {
    case VV_GEN_RUNNING:
        return refuse_running(t, o);
    case VV_GEN_CREATED:
        gen->state = VV_GEN_DONE;
        vv_frame_clear(t, &gen->frame);
        VV_FALLTHROUGH;
    case VV_GEN_DONE:
        return vv_return_none(t);
    default:
        return vv_start1(t, close_native, "close", o);
    }
}

/* ---- methods, shared by generators, coroutines and coroutine_wrapper ---- */

/* A value sent in gave this outcome: a yielded value, or StopIteration with what was returned. */
vv_step vv_generator_outcome(vv_thread *t) {
    if (t->ret != NULL)
        return VV_READY;
    vv_owned value = vv_move(&t->stop);
    vv_raise_value(t, VV_StopIteration, value);
    vv_xdecref(t, value);
    return VV_FAILED;
}

vv_step vv_generator_send_method(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_generator_send(t, nf->argv[0], vv_newref(nf->argv[1])));
    return vv_generator_outcome(t);
    VV_END(nf);
}

/* argv: text */
static vv_step warn_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->argv[0]));
    if (t->ret != NULL)
        vv_drop_ret(t);
    return vv_return_null(t);
    VV_END(nf);
}
vv_step vv_do_warn_throw(vv_thread *t, vv_native *nf, const char *method) {
    nf->slot[5] = vv_format(t, "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", method);
    return nf->slot[5] == NULL ? VV_FAILED : vv_start1(t, warn_native, "warn", nf->slot[5]);
}

/* throw(value) or throw(type[, value[, traceback]]): argv[1..3] */
vv_step vv_generator_throw_method(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL)
        VV_AWAIT(nf, vv_do_warn_throw(t, nf, "throw"));
    if (nf->argv[3] != NULL && nf->argv[3] != t->vm->none && !VV_IS(t, nf->argv[3], TRACEBACK))
        return vv_raise_step(t, VV_TypeError, "throw() third argument must be a traceback object");
    if (VV_ISA(nf->argv[1], EXCEPTION)) {
        if (nf->argv[2] != NULL && nf->argv[2] != t->vm->none)
            return vv_raise_step(t, VV_TypeError, "instance exception may not have a separate value");
        nf->slot[0] = vv_newref(nf->argv[1]);
    } else if (VV_ISA(nf->argv[1], TYPE) &&
               vv_type_is_subtype(VV_AS_TYPE(nf->argv[1]), VV_TYPEP_ID(t, VV_BaseException))) {
        if (nf->argv[2] != NULL && vv_is_instance(nf->argv[2], VV_AS_TYPE(nf->argv[1]))) {
            nf->slot[0] = vv_newref(nf->argv[2]);
        } else {
            if (nf->argv[2] != NULL && VV_ISA(nf->argv[2], TUPLE))
                VV_AWAIT_CATCH(nf, vv_do_call_ex(t, nf->argv[1], nf->argv[2], NULL));
            else
                VV_AWAIT_CATCH(nf, vv_do_call(t, nf->argv[1], nf->argv + 2, nf->argv[2] != NULL && nf->argv[2] != t->vm->none ? 1 : 0));
            if (!nf->raised && !VV_ISA(t->ret, EXCEPTION)) {
                nf->slot[0] = vv_take_ret(t);
                vv_raise(t, VV_TypeError, "calling %R should have returned an instance of BaseException, not %T", nf->argv[1],
                         nf->slot[0]);
                nf->raised = true;
            }
            /* what making the exception raised is thrown in its place */
            vv_setref_take(t, &nf->slot[0], nf->raised ? vv_take_error(t) : vv_take_ret(t));
        }
    } else {
        return vv_raise_step(t, VV_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                             nf->argv[1]);
    }
    if (nf->argv[3] != NULL && nf->argv[3] != t->vm->none) {
        if (!VV_IS(t, nf->argv[3], TRACEBACK))
            return vv_raise_step(t, VV_TypeError, "throw() third argument must be a traceback object");
        vv_setref_take(t, &VV_EXC_OF(nf->slot[0])->traceback, vv_newref(nf->argv[3]));
    }
    if (VV_GENERATOR_OF(nf->argv[0])->state == VV_GEN_DONE && VV_IS(t, nf->argv[0], COROUTINE))
        return vv_raise_step(t, VV_RuntimeError, "cannot reuse already awaited coroutine");
    vv_obj *argv[] = {nf->argv[0], nf->slot[0], nf->argv[1], nf->argv[2], nf->argv[3]};
    VV_AWAIT(nf, vv_push_native(t, throw_native, "throw", argv, VV_ARRAY_LEN(argv)) == NULL ? VV_FAILED : VV_PUSHED);
    return vv_generator_outcome(t);
    VV_END(nf);
}

vv_step vv_generator_close_method(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_gen_close(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

/* ---- attributes ---- */

vv_owned vv_generator_get_frame(vv_thread *t, vv_ref self) {
    vv_generator *gen = VV_GENERATOR_OF(self);
    if (gen->state == VV_GEN_DONE)
        return vv_none(t);
    return vv_xnewref(vv_frame_object_peek(t, &gen->frame));
}
static vv_owned gen_running(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_GENERATOR_OF(self)->state == VV_GEN_RUNNING);
}
vv_owned vv_generator_get_suspended(vv_thread *t, vv_ref self) {
    return vv_bool(t, VV_GENERATOR_OF(self)->state == VV_GEN_SUSPENDED);
}
vv_owned vv_generator_get_yield_from(vv_thread *t, vv_ref self) {
    vv_ref o = vv_generator_yield_from_peek(self);
    return o == NULL ? vv_none(t) : vv_newref(o);
}
vv_owned vv_generator_get_code(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(VV_GENERATOR_OF(self)->code);
}
vv_owned vv_generator_get_name(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(VV_GENERATOR_OF(self)->name);
}
vv_owned vv_generator_get_qualname(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(VV_GENERATOR_OF(self)->qualname);
}
static int set_text(vv_thread *t, vv_obj **field, vv_ref value, const char *what) {
    if (value == NULL || !VV_ISA(value, STR))
        return vv_raise_int(t, VV_TypeError, "%s must be set to a string object", what);
    vv_setref_take(t, field, vv_newref(value));
    return 0;
}
int vv_generator_set_name(vv_thread *t, vv_ref self, vv_ref value) {
    return set_text(t, &VV_GENERATOR_OF(self)->name, value, "__name__");
}
int vv_generator_set_qualname(vv_thread *t, vv_ref self, vv_ref value) {
    return set_text(t, &VV_GENERATOR_OF(self)->qualname, value, "__qualname__");
}
static vv_owned cr_origin(vv_thread *t, vv_ref self) {
    vv_obj *origin = VV_GENERATOR_OF(self)->origin_or_finalizer;
    return origin == NULL ? vv_none(t) : vv_newref(origin);
}

static vv_step repr_as(vv_thread *t, vv_ref self, const char *kind) {
    return vv_return(t, vv_format(t, "<%s object %U at %p>", kind, VV_GENERATOR_OF(self)->qualname, (const void *)self));
}

#define VV_DEF_NAME generator
#define VV_DEF_FILE "vm/generator.def"
#include "object/deftype.h"
#define VV_DEF_NAME coroutine
#define VV_DEF_FILE "vm/coroutine.def"
#include "object/deftype.h"
#define VV_DEF_NAME coroutine_wrapper
#define VV_DEF_FILE "vm/coroutine_wrapper.def"
#include "object/deftype.h"

static vv_step generator_repr(vv_thread *t, vv_ref self) {
    return repr_as(t, self, "generator");
}
static vv_step coroutine_repr(vv_thread *t, vv_ref self) {
    return repr_as(t, self, "coroutine");
}
static vv_step generator_next(vv_thread *t, vv_ref self) {
    return vv_generator_send(t, self, vv_none(t));
}
static vv_step generator_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}
static vv_step generator_send(vv_thread *t, vv_native *nf) {
    return vv_generator_send_method(t, nf);
}
static vv_step generator_throw(vv_thread *t, vv_native *nf) {
    return vv_generator_throw_method(t, nf);
}
static vv_step generator_close(vv_thread *t, vv_native *nf) {
    return vv_generator_close_method(t, nf);
}
/* A suspended generator dies: let its finally blocks run. */
static vv_step generator_del(vv_thread *t, vv_ref self) {
    return vv_do_gen_close(t, self);
}

/* The head, and a frame with its variables and stack. */
int64_t vv_generator_size64(vv_ref self) {
    const vv_code *co = VV_CODE_OF(VV_GENERATOR_OF(self)->code);
    return 144 + 8 * ((int64_t)co->nlocalsplus + co->stacksize);
}

const vv_typespec vv_generator_spec = {
    .name = "generator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_generator),
    .itemsize = sizeof(vv_obj *),
    .size64 = 160,
    .size64_of = vv_generator_size64,
    .weakoffset = offsetof(vv_generator, weaklist),
    .slots = &generator_slots,
    .methods = generator_methods,
    .getset = generator_getset,
    .dealloc = vv_generator_dealloc,
    .traverse = vv_generator_traverse,
    .clear = vv_generator_clear,
};

/* ---- coroutines ---- */

static vv_step coroutine_send(vv_thread *t, vv_native *nf) {
    return vv_generator_send_method(t, nf);
}
static vv_step coroutine_throw(vv_thread *t, vv_native *nf) {
    return vv_generator_throw_method(t, nf);
}
static vv_step coroutine_close(vv_thread *t, vv_native *nf) {
    return vv_generator_close_method(t, nf);
}

typedef struct vv_coroutine_wrapper {
    vv_obj head;
    vv_obj *coroutine; /* owned */
} vv_coroutine_wrapper;

static vv_step coroutine_await(vv_thread *t, vv_ref self) {
    vv_owned o = vv_new_object(t, VV_TYPEP(t, COROUTINE_WRAPPER), sizeof(vv_coroutine_wrapper));
    if (o != NULL) {
        ((vv_coroutine_wrapper *)o)->coroutine = vv_newref(self);
        vv_track(t, o);
    }
    return vv_return(t, o);
}

/* argv: the coroutine that was never awaited */
static vv_step never_awaited_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_warn_never_awaited(t, nf->argv[0]));
    if (nf->raised)
        vv_clear_error(t);
    else if (t->ret != NULL)
        vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_gen_close(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step coroutine_del(vv_thread *t, vv_ref self) {
    if (VV_GENERATOR_OF(self)->state == VV_GEN_CREATED)
        return vv_start1(t, never_awaited_native, "never awaited", self);
    return vv_do_gen_close(t, self);
}

const vv_typespec vv_coroutine_spec = {
    .name = "coroutine",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_generator),
    .itemsize = sizeof(vv_obj *),
    .size64 = 160,
    .size64_of = vv_generator_size64,
    .weakoffset = offsetof(vv_generator, weaklist),
    .slots = &coroutine_slots,
    .methods = coroutine_methods,
    .getset = coroutine_getset,
    .dealloc = vv_generator_dealloc,
    .traverse = vv_generator_traverse,
    .clear = vv_generator_clear,
};

/* ---- what coroutine.__await__() returns: an iterator that drives it ---- */

static int coroutine_wrapper_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(((const vv_coroutine_wrapper *)self)->coroutine);
    return 0;
}
static void coroutine_wrapper_dealloc(vv_thread *t, vv_obj *self) {
    vv_decref(t, ((vv_coroutine_wrapper *)self)->coroutine);
    vv_free_object(t, self);
}
/* The methods work on the coroutine. */
static void unwrap(vv_thread *t, vv_native *nf) {
    if (nf->state == 0)
        vv_setref_take(t, &nf->argv[0], vv_newref(((vv_coroutine_wrapper *)nf->argv[0])->coroutine));
}
static vv_step coroutine_wrapper_send(vv_thread *t, vv_native *nf) {
    unwrap(t, nf);
    return vv_generator_send_method(t, nf);
}
static vv_step coroutine_wrapper_throw(vv_thread *t, vv_native *nf) {
    unwrap(t, nf);
    return vv_generator_throw_method(t, nf);
}
static vv_step coroutine_wrapper_close(vv_thread *t, vv_native *nf) {
    unwrap(t, nf);
    return vv_generator_close_method(t, nf);
}
static vv_step coroutine_wrapper_next(vv_thread *t, vv_ref self) {
    return vv_generator_send(t, ((const vv_coroutine_wrapper *)self)->coroutine, vv_none(t));
}
static vv_step coroutine_wrapper_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

const vv_typespec vv_coroutine_wrapper_spec = {
    .name = "coroutine_wrapper",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_coroutine_wrapper),
    .size64 = 40,
    .gc64 = true,
    .slots = &coroutine_wrapper_slots,
    .methods = coroutine_wrapper_methods,
    .dealloc = coroutine_wrapper_dealloc,
    .traverse = coroutine_wrapper_traverse,
};
