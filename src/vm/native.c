/* native.c - pushing and popping native frames (object/step.h says what they are). */
#include "object/error.h"
#include "vm/frame.h"

/* So many C functions may wait for each other without any Python between them: more than nested containers need
 * (object/error.c), and few enough that objects which call themselves for ever come to an end. */
enum { LONGEST_RUN = 60000 };

/* Loops stay loops here: in WebAssembly memset is a call out of the program. */
#if defined(__clang__)
__attribute__((no_builtin("memset")))
#endif
vv_native *vv_push_native(vv_thread *t, vv_resumable fn, const char *name, vv_obj *const *argv, size_t argc) {
    size_t words = (sizeof(vv_native) + sizeof(void *) - 1) / sizeof(void *) + argc;
    words += words & 1; /* keeps the 64-bit fields of the next frame aligned on 32-bit machines */
    uint32_t run = t->frame != NULL && t->frame->kind == VV_FRAME_NATIVE ? VV_NATIVE(t->frame)->run + 1 : 0;
    if (VV_UNLIKELY(run > LONGEST_RUN)) {
        vv_raise(t, VV_RecursionError, "maximum recursion depth exceeded while calling a Python object");
        return NULL;
    }
    vv_native *nf = vv_stack_push(t, words);
    if (nf == NULL)
        return NULL;
    nf->run = run;
    nf->head.kind = VV_FRAME_NATIVE;
    nf->head.owner = VV_OWNER_STACK;
    nf->head.finish = 0;
    nf->head.flags = 0;
    nf->head.words = (uint32_t)words;
    nf->fn = fn;
    nf->name = name;
    nf->state = 0;
    nf->argc = (uint16_t)argc;
    nf->catching = nf->raised = false;
    for (int k = 0; k < VV_NATIVE_INTS; k++)
        nf->i[k] = 0;
    for (int k = 0; k < VV_NATIVE_SLOTS; k++)
        nf->slot[k] = NULL;
    for (size_t k = 0; k < argc; k++)
        nf->argv[k] = vv_xnewref(argv[k]);
    vv_frame_enter(t, &nf->head);
    return nf;
}

void vv_native_pop(vv_thread *t, vv_native *nf) {
    VV_ASSERT(t->frame == &nf->head);
    t->frame = nf->head.back;
    if (VV_UNLIKELY(t->hook_frame == nf))
        t->hook_frame = NULL;
    for (int k = 0; k < VV_NATIVE_SLOTS; k++)
        vv_xdecref(t, nf->slot[k]);
    for (size_t k = 0; k < nf->argc; k++)
        vv_xdecref(t, nf->argv[k]);
    vv_stack_pop(t, nf);
}

vv_step vv_native_enter(vv_thread *t, vv_native *nf) {
    if (nf == NULL)
        return VV_FAILED;
    vv_step s = nf->fn(t, nf);
    if (s == VV_READY || s == VV_FAILED)
        vv_native_pop(t, nf);
    return s;
}

static vv_step start(vv_thread *t, vv_resumable fn, const char *name, vv_obj *const *argv, size_t argc) {
    return vv_push_native(t, fn, name, argv, argc) == NULL ? VV_FAILED : VV_PUSHED;
}

vv_step vv_start1(vv_thread *t, vv_resumable fn, const char *name, vv_ref a) {
    return start(t, fn, name, (vv_obj *[]){VV_OBJ(a)}, 1);
}
vv_step vv_start2(vv_thread *t, vv_resumable fn, const char *name, vv_ref a, vv_ref b) {
    return start(t, fn, name, (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
}
vv_step vv_start3(vv_thread *t, vv_resumable fn, const char *name, vv_ref a, vv_ref b, vv_ref c) {
    return start(t, fn, name, (vv_obj *[]){VV_OBJ(a), VV_OBJ(b), VV_OBJ(c)}, 3);
}

/* ---- giving the loop a chance between repeated leaf results ---- */

/* slot[0]: the result (or NULL), slot[1]: stop; i[0]: ival, i[1]: hash. */
static vv_step relay(vv_thread *t, vv_native *nf) {
    t->ret = vv_move(&nf->slot[0]);
    t->ival = nf->i[0];
    t->hash = nf->i[1];
    vv_setref_take(t, &t->stop, vv_move(&nf->slot[1]));
    return VV_READY;
}

vv_step vv_poll_ready(vv_thread *t) {
    vv_native *nf = vv_push_native(t, relay, "poll", NULL, 0);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_take_ret(t);
    nf->i[0] = t->ival;
    nf->i[1] = t->hash;
    nf->slot[1] = vv_move(&t->stop);
    return VV_PUSHED;
}
