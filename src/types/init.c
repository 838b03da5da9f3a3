/* init.c - the order in which the world of objects comes up: a type must exist before its first instance, strings
 * before names, names before the dicts of types.
 */
#include "types/init.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/gc.h"
#include "object/intern.h"
#include "object/side.h"
#include "object/slotdefs.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

/* Lengths as in CPython 3.12; a list of one object where limits are made small, none where each object must be seen. */
static void init_freelists(vv_vm *vm) {
    for (int i = 0; i < VV_FL__COUNT; i++) {
        int32_t limit = i <= VV_FL_INT2     ? 256
                        : i == VV_FL_FLOAT  ? 100
                        : i == VV_FL_SLICE  ? 1
                        : i == VV_FL_CONTEXT ? 255
                        : i < VV_FL_TUPLE0  ? 80
                        : i == VV_FL_TUPLE0 ? 0
                                            : 2000;
        if (VV_SYSTEM_MALLOC)
            limit = 0;
        else if (VV_SMALL_LIMITS && limit > 1)
            limit = 1;
        vm->freelists[i] = (vv_freelist){.first = NULL, .length = 0, .limit = limit};
    }
}

static int init_names(vv_thread *t) {
    static const char *const texts[VV_N__COUNT] = {
#define VV_NAME(text) #text,
#include "object/names.def"
#undef VV_NAME
    };
    for (int i = 0; i < VV_N__COUNT; i++) {
        vv_obj *s = vv_intern_cstr(t, texts[i]);
        if (s == NULL)
            return -1;
        vv_make_immortal(s);
        VV_STR(s)->interned = 2;
        t->vm->names[i] = s;
    }
    vv_slots_mark_names(t->vm);
    return 0;
}

/* Specs name one base; ExceptionGroup is both a BaseExceptionGroup and an Exception. CPython makes it as a class statement would, so
 * that there are weak references to it, and its objects are as large. */
static int complete_group(vv_thread *t) {
    vv_type *group = t->vm->types[VV_ExceptionGroup];
    int32_t before = (int32_t)(sizeof(vv_gc_head) + 2 * sizeof(vv_obj *));
    group->flags |= VV_TF_WEAK_PRE | VV_TF_MADE;
    group->weakoffset = -before;
    group->presize = (uint32_t)(before + 7) & ~7u;
    VV_AUTO weakref = {t, vv_getsetdescr_new(t, group, &vv_instance_weakref_def)};
    if (weakref.o == NULL || vv_dict_set_cstr(t, group->dict, "__weakref__", weakref.o) < 0)
        return -1;
    vv_owned bases = vv_tuple_pack(t, 2, &group->base->head, &t->vm->types[VV_Exception]->head);
    if (bases == NULL)
        return -1;
    vv_type_remove_subclass(t, group);
    vv_setref_take(t, &group->bases, bases);
    vv_owned mro = vv_type_compute_mro(t, group);
    if (mro == NULL)
        return -1;
    vv_setref_take(t, &group->mro, mro);
    return vv_type_add_subclass(t, group);
}

int vv_object_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    vv_gc_init(vm);
    vm->gc.enabled = false; /* nothing is due before the program starts */
    init_freelists(vm);
    if (vm->recursion_limit == 0)
        vm->recursion_limit = 1000;
    if (vm->int_max_str_digits == 0)
        vm->int_max_str_digits = 4300;
    if (vv_type_init(t) < 0 || vv_singletons_init(t) < 0)
        return -1;
    if (vm->empty_tuple == NULL) {
        vm->empty_tuple = vv_new_object(t, VV_TYPEP(t, TUPLE), sizeof(vv_tuple));
        if (vm->empty_tuple == NULL)
            return -1;
        vv_make_immortal(vm->empty_tuple);
    }
    if (vv_int_init(t) < 0 || vv_intern_init(t) < 0 || vv_str_init(t) < 0 || vv_bytes_init(t) < 0 ||
        init_names(t) < 0 || vv_type_init_dicts(t) < 0 || complete_group(t) < 0)
        return -1;
    vm->memory_error = vv_exc_new(t, VV_MemoryError, vm->empty_tuple);
    vm->memory_error_spare = vm->memory_error == NULL ? NULL : vv_exc_new(t, VV_MemoryError, vm->empty_tuple);
    if (vm->memory_error_spare == NULL)
        return -1;
    vm->gc.enabled = true;
    vm->gc.gen[0].count = 0;
    return 0;
}

/* Frees an immortal object that is not in the intern table (that frees its own). */
static void free_shared(vv_thread *t, vv_obj **field) {
    vv_obj *o = *field;
    *field = NULL;
    if (o == NULL || !vv_is_immortal(o) || (VV_IS(t, o, STR) && VV_STR(o)->interned != 0))
        return;
    if (VV_IS(t, o, STR))
        vv_free(t, VV_STR(o)->utf8);
    vv_free(t, (char *)o - o->type->presize);
}

void vv_object_finish(vv_thread *t) {
    vv_vm *vm = t->vm;
    vv_type_finish(t);
    vv_signature_finish(vm);
    /* No reference to a shared value is released from here on. */
    for (size_t i = 0; i < 256; i++) {
        free_shared(t, &vm->latin1[i]);
        free_shared(t, &vm->bytes1[i]);
    }
    for (size_t i = 0; i < VV_SMALL_INT_COUNT; i++)
        free_shared(t, &vm->small_ints[i]);
    vv_obj **const single[] = {&vm->true_,           &vm->false_,          &vm->empty_str,
                               &vm->empty_bytes,     &vm->empty_frozenset, &vm->empty_tuple,
                               &vm->not_implemented, &vm->ellipsis,        &vm->none};
    for (size_t i = 0; i < VV_ARRAY_LEN(single); i++)
        free_shared(t, single[i]);
    vv_intern_finish(t);
    vv_free(t, t->pending);
    t->pending = NULL;
    vv_type_free_static(vm);
    vv_side_free(vm);
}
