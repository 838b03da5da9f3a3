/* gc.c - the cycle collector, with CPython 3.12's algorithm: copy the counts of a generation, take away what comes from
 * inside it; what keeps a count is reachable from outside, and so is all it reaches; the rest is garbage.
 *
 * During a search gc.prev holds the copied count (above the two flag bits) and lists are linked by `next` alone;
 * afterwards every list is whole again. A search allocates nothing and recurses nowhere.
 */
#include "object/gc.h"

#include "object/alloc.h"
#include "object/error.h"
#include "object/finalize.h"
#include "object/type_private.h"
#include "object/weakref.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/tuple.h"

enum { COUNT_SHIFT = 2 };
#define UNREACHABLE ((uintptr_t)1) /* low bit of `next` while it is not yet known whether an object is reachable */

/* ---- lists ---- */

static void list_init(vv_gc_head *list) {
    list->next = list;
    list->prev = (uintptr_t)list;
}
static bool list_empty(const vv_gc_head *list) {
    return list->next == list;
}
static vv_gc_head *previous_of(const vv_gc_head *g) {
    return (vv_gc_head *)(g->prev & ~VV_GC_FLAGS);
}
static void set_previous(vv_gc_head *g, vv_gc_head *previous) {
    g->prev = (g->prev & VV_GC_FLAGS) | (uintptr_t)previous;
}
static void list_append(vv_gc_head *g, vv_gc_head *list) {
    vv_gc_head *last = previous_of(list);
    last->next = g;
    set_previous(g, last);
    g->next = list;
    list->prev = (uintptr_t)g;
}
static void list_remove(vv_gc_head *g) {
    vv_gc_head *previous = previous_of(g);
    previous->next = g->next;
    set_previous(g->next, previous);
}
static void list_move(vv_gc_head *g, vv_gc_head *list) {
    list_remove(g);
    list_append(g, list);
}
static void list_merge(vv_gc_head *from, vv_gc_head *to) {
    if (!list_empty(from)) {
        vv_gc_head *last = previous_of(to), *first = from->next, *end = previous_of(from);
        last->next = first;
        set_previous(first, last);
        end->next = to;
        to->prev = (uintptr_t)end;
    }
    list_init(from);
}

/* Moves the members of `from` up to `last` into `to`, which is empty. */
static void list_split(vv_gc_head *from, vv_gc_head *last, vv_gc_head *to) {
    vv_gc_head *first = from->next, *rest = last->next;
    from->next = rest;
    set_previous(rest, from);
    to->next = first;
    set_previous(first, to);
    last->next = to;
    to->prev = (uintptr_t)last;
}

/* ---- searching ---- */

static uintptr_t count_of(const vv_gc_head *g) {
    return g->prev >> COUNT_SHIFT;
}
static void set_count(vv_gc_head *g, uintptr_t n) {
    g->prev = (g->prev & VV_GC_FLAGS) | n << COUNT_SHIFT;
}
static bool is_collecting(const vv_gc_head *g) {
    return (g->prev & VV_GC_COLLECTING) != 0;
}

static void copy_counts(vv_gc_head *list) {
    for (vv_gc_head *g = list->next; g != list; g = g->next) {
        vv_obj *o = VV_GC_OBJ(g);
        /* An immortal object keeps everything it reaches; any count above its inner references will do. */
        set_count(g, vv_is_immortal(o) ? UINT32_C(0x1FFFFFFF) : o->refcnt);
        g->prev |= VV_GC_COLLECTING;
    }
}

static VV_ALWAYS_INLINE void each_entry(vv_ref dict, vv_visit visit, void *arg) {
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    const vv_dict_entry *e = vv_dict_entries(keys), *end = e + keys->used;
    if (!keys->str_only) {
        dict->type->traverse(dict, visit, arg);
        return;
    }
    for (; e < end; e++) /* the keys are no containers */
        if (e->value != NULL)
            visit(e->value, arg);
}

/* All that o keeps alive, as far as the collector is concerned. Compiled once for each visitor, so that the commonest
 * objects are walked without calls. */
static VV_ALWAYS_INLINE void each_reference(const vv_vm *vm, vv_obj *o, vv_visit visit, void *arg) {
    const vv_type *type = o->type;
    if (type->traverse == vv_instance_traverse && type->spec == vm->types[VV_T_OBJECT]->spec) {
        vv_obj **field = (vv_obj **)(o + 1), **end = (vv_obj **)((char *)o + type->basicsize);
        for (; field < end; field++)
            if (*field != NULL)
                visit(*field, arg);
        if ((type->flags & VV_TF_DICT_PRE) != 0) {
            vv_values values = vv_values_peek(o);
            vv_ref dict = vv_instance_dict_peek(o);
            for (unsigned k = 0, n = values == NULL ? 0 : vv_values_capacity(values); k < n; k++)
                if (values[k] != NULL)
                    visit(values[k], arg);
            if (dict != NULL)
                visit(VV_OBJ(dict), arg);
        }
        visit((vv_obj *)type, arg);
    } else if (type == vm->types[VV_T_DICT]) {
        each_entry(o, visit, arg);
    } else if (type == vm->types[VV_T_TUPLE] || type == vm->types[VV_T_LIST]) {
        bool tuple = type == vm->types[VV_T_TUPLE];
        vv_obj **items = tuple ? VV_TUPLE(o)->items : VV_LIST(o)->items;
        for (size_t k = tuple ? VV_TUPLE(o)->length : VV_LIST(o)->length; k-- > 0;)
            if (items[k] != NULL)
                visit(items[k], arg);
    } else if (type == vm->types[VV_T_FUNCTION]) {
        vv_function *f = VV_FUNCTION_OF(o);
        for (vv_obj **field = &f->globals; field <= &f->type_params; field++) /* all but the code, which is no container */
            if (*field != NULL)
                visit(*field, arg);
    } else {
        type->traverse(o, visit, arg);
    }
}

static int visit_decref(vv_obj *o, void *arg) {
    (void)arg;
    if ((o->type->flags & VV_TF_GC) != 0) {
        vv_gc_head *g = VV_GC_HEAD(o);
        if (is_collecting(g)) {
            VV_ASSERT(count_of(g) > 0);
            g->prev -= (uintptr_t)1 << COUNT_SHIFT;
        }
    }
    return 0;
}

static void subtract_inner(const vv_vm *vm, vv_gc_head *list) {
    for (vv_gc_head *g = list->next; g != list; g = g->next)
        each_reference(vm, VV_GC_OBJ(g), visit_decref, NULL);
}

static int visit_reachable(vv_obj *o, void *arg) {
    vv_gc_head *reachable = arg;
    if ((o->type->flags & VV_TF_GC) == 0)
        return 0;
    vv_gc_head *g = VV_GC_HEAD(o);
    if (!is_collecting(g))
        return 0;
    if (((uintptr_t)g->next & UNREACHABLE) != 0) { /* judged too early: back to the end of the list being walked */
        vv_gc_head *previous = previous_of(g), *next = (vv_gc_head *)((uintptr_t)g->next & ~UNREACHABLE);
        previous->next = g->next; /* keeps the mark of the list it leaves */
        set_previous(next, previous);
        list_append(g, reachable);
        set_count(g, 1);
    } else if (count_of(g) == 0) {
        set_count(g, 1);
    }
    return 0;
}

/* Moves what only its own cycle refers to into `unreachable`; members there have the mark in `next`. */
static void move_unreachable(const vv_vm *vm, vv_gc_head *young, vv_gc_head *unreachable) {
    vv_gc_head *previous = young, *g = young->next;
    unreachable->next = (vv_gc_head *)((uintptr_t)unreachable | UNREACHABLE);
    while (g != young) {
        if (count_of(g) > 0) {
            vv_obj *o = VV_GC_OBJ(g);
            /* Reachable; the link back is restored behind this walk, so that its end can be appended to. */
            g->prev = (g->prev & VV_GC_FINALIZED) | (uintptr_t)previous;
            each_reference(vm, o, visit_reachable, young);
            previous = g;
        } else {
            previous->next = g->next;
            vv_gc_head *last = previous_of(unreachable);
            last->next = (vv_gc_head *)((uintptr_t)g | UNREACHABLE);
            set_previous(g, last);
            g->next = (vv_gc_head *)((uintptr_t)unreachable | UNREACHABLE);
            unreachable->prev = (uintptr_t)g;
        }
        g = previous->next;
    }
    young->prev = (uintptr_t)previous;
    unreachable->next = (vv_gc_head *)((uintptr_t)unreachable->next & ~UNREACHABLE);
}

/* Takes marks and flags off the members of `unreachable`. */
static void clear_marks(vv_gc_head *unreachable) {
    unreachable->next = (vv_gc_head *)((uintptr_t)unreachable->next & ~UNREACHABLE);
    for (vv_gc_head *g = unreachable->next; g != unreachable; g = g->next) {
        g->next = (vv_gc_head *)((uintptr_t)g->next & ~UNREACHABLE);
        g->prev &= ~VV_GC_COLLECTING;
    }
}

static void deduce_unreachable(const vv_vm *vm, vv_gc_head *base, vv_gc_head *unreachable) {
    copy_counts(base);
    subtract_inner(vm, base);
    list_init(unreachable);
    move_unreachable(vm, base, unreachable);
    clear_marks(unreachable);
}

/* Can the object ever be part of a cycle? Built-in types are not collected. */
static bool may_be_tracked(vv_thread *t, vv_ref o) {
    if ((o->type->flags & VV_TF_GC) == 0 || (VV_ISA(o, TYPE) && (VV_AS_TYPE(o)->flags & VV_TF_HEAP) == 0))
        return false;
    return !VV_IS(t, o, TUPLE) || vv_is_tracked(o);
}

/* Tuples whose items can never be part of a cycle need no more attention. */
static void untrack_tuples(vv_thread *t, vv_gc_head *list) {
    for (vv_gc_head *g = list->next, *next; g != list; g = next) {
        next = g->next;
        vv_obj *o = VV_GC_OBJ(g);
        if (!VV_IS(t, o, TUPLE))
            continue;
        bool needed = false;
        for (size_t i = 0; i < VV_TUPLE(o)->length && !needed; i++) {
            vv_ref item = VV_TUPLE(o)->items[i];
            needed = item == NULL || may_be_tracked(t, item);
        }
        if (!needed)
            vv_untrack(t, o);
    }
}

/* The same for dicts, in full collections only: one that grows would be looked through again and again. */
static void untrack_dicts(vv_thread *t, vv_gc_head *list) {
    for (vv_gc_head *g = list->next, *next; g != list; g = next) {
        next = g->next;
        vv_obj *o = VV_GC_OBJ(g);
        if (!VV_IS(t, o, DICT))
            continue;
        bool needed = false;
        size_t pos = 0;
        vv_ref key, value;
        while (!needed && vv_dict_next(o, &pos, &key, &value, NULL))
            needed = may_be_tracked(t, key) || may_be_tracked(t, value);
        if (!needed)
            vv_untrack(t, o);
    }
}

/* ---- a collection ---- */

void vv_gc_init(vv_vm *vm) {
    vv_gc_state *gc = &vm->gc;
    static const int32_t thresholds[VV_GENERATIONS] = {700, 10, 10};
    for (int i = 0; i < VV_GENERATIONS; i++) {
        list_init(&gc->gen[i].head);
        gc->gen[i].threshold = thresholds[i];
    }
    list_init(&gc->permanent);
    gc->enabled = true;
}

void vv_gc_settle(vv_vm *vm, vv_ref boundary, vv_ref main_module) {
    vv_gc_state *gc = &vm->gc;
    vv_gc_head *oldest = &gc->gen[VV_GENERATIONS - 1].head;
    list_merge(&gc->gen[0].head, oldest);
    gc->initial_end = VV_GC_HEAD(boundary);
    list_move(VV_GC_HEAD(boundary), oldest);
    list_move(VV_GC_HEAD(main_module), &gc->gen[0].head);
    list_move(VV_GC_HEAD(VV_MODULE_OF(main_module)->dict), &gc->gen[0].head);
}

size_t vv_gc_length(const vv_gc_head *list) {
    size_t n = 0;
    for (const vv_gc_head *g = list->next; g != list; g = g->next)
        n++;
    return n;
}

void vv_gc_begin(vv_thread *t, int generation, vv_gc_work *work) {
    vv_gc_state *gc = &t->vm->gc;
    gc->collecting = true;
    gc->due = false;
    work->generation = generation;
    if (generation + 1 < VV_GENERATIONS)
        gc->gen[generation + 1].count++;
    for (int i = 0; i <= generation; i++)
        gc->gen[i].count = 0;
    vv_gc_head *young = &gc->gen[generation].head;
    for (int i = 0; i < generation; i++)
        list_merge(&gc->gen[i].head, young);
    vv_gc_head initial;
    list_init(&initial);
    if (generation == VV_GENERATIONS - 1 && gc->initial_end != NULL) {
        if (gc->ending)
            list_split(young, gc->initial_end, &initial);
        else
            gc->initial_end = NULL; /* the walk changes their order */
    }
    deduce_unreachable(t->vm, young, &work->unreachable);
    untrack_tuples(t, young);
    if (generation + 1 < VV_GENERATIONS) {
        if (generation == VV_GENERATIONS - 2)
            gc->long_lived_pending += (int64_t)vv_gc_length(young);
        list_merge(young, &gc->gen[generation + 1].head);
    } else {
        untrack_dicts(t, young);
        gc->long_lived_pending = 0;
        gc->long_lived_total = (int64_t)vv_gc_length(young);
        list_merge(young, &initial);
        list_merge(&initial, young);
    }
    work->found = 0;
    bool weak = false, finalizers = false;
    for (vv_gc_head *g = work->unreachable.next; g != &work->unreachable; g = g->next) {
        vv_obj *o = VV_GC_OBJ(g);
        work->found++;
        finalizers |= o->type->s.del != NULL;
        weak |= o->type->weakoffset != 0 && *vv_weak_slot(o) != NULL;
    }
    if (weak) { /* A weak reference that is garbage itself does not get its callback called: the flag tells which are. */
        for (vv_gc_head *g = work->unreachable.next; g != &work->unreachable; g = g->next)
            g->prev |= VV_GC_COLLECTING;
        for (vv_gc_head *g = work->unreachable.next; g != &work->unreachable; g = g->next)
            vv_weakref_clear_garbage(t, VV_GC_OBJ(g));
        for (vv_gc_head *g = work->unreachable.next; g != &work->unreachable; g = g->next)
            g->prev &= ~VV_GC_COLLECTING;
    }
    for (vv_gc_head *g = work->unreachable.next; finalizers && g != &work->unreachable; g = g->next) {
        vv_obj *o = VV_GC_OBJ(g);
        if (o->type->s.del != NULL && !vv_finalize_done(o)) {
            vv_finalize_set_done(o);
            vv_finalize_push_take(t, VV_PENDING_DEL, vv_newref(o), NULL);
        }
    }
    work->quiet = t->pending_count == 0;
}

int64_t vv_gc_finish(vv_thread *t, vv_gc_work *work) {
    vv_gc_state *gc = &t->vm->gc;
    int older = work->generation + 1 < VV_GENERATIONS ? work->generation + 1 : work->generation;
    vv_gc_head *old = &gc->gen[older].head;
    vv_gc_head garbage;
    int64_t collected = work->found;
    if (work->quiet) { /* nothing has run that could have brought any of it back to life */
        list_init(&garbage);
        list_merge(&work->unreachable, &garbage);
    } else {
        deduce_unreachable(t->vm, &work->unreachable, &garbage);
        list_merge(&work->unreachable, old);
        collected = (int64_t)vv_gc_length(&garbage);
    }
    while (!list_empty(&garbage)) {
        vv_gc_head *g = garbage.next;
        vv_obj *o = VV_GC_OBJ(g);
        if ((gc->debug & VV_GC_DEBUG_SAVEALL) != 0 && gc->garbage != NULL) { /* gc.set_debug: keep it to look at */
            list_move(g, old);
            if (vv_list_append(t, gc->garbage, o) < 0)
                vv_clear_error(t);
            continue;
        }
        if (o->type->clear != NULL) {
            vv_incref(o);
            o->type->clear(t, o);
            vv_decref(t, o);
        }
        if (garbage.next == g) /* still alive: perhaps it dies with a later one */
            list_move(g, old);
    }
    /* As CPython's: the lists of what it has in the same way. (Integers and slices stand in for its allocator's own order.) */
    for (int id = 0; work->generation == VV_GENERATIONS - 1 && id < VV_FL__COUNT; id++)
        if (id != VV_FL_INT && id != VV_FL_INT2 && id != VV_FL_SLICE)
            vv_freelist_clear(t->vm, id);
    gc->gen[work->generation].collections++;
    gc->gen[work->generation].collected += (uint64_t)collected;
    gc->collecting = false;
    return collected;
}

void vv_gc_release_all(vv_thread *t) {
    vv_gc_state *gc = &t->vm->gc;
    vv_gc_head *oldest = &gc->gen[VV_GENERATIONS - 1].head;
    if (gc->work != NULL) {
        list_merge(&gc->work->unreachable, oldest);
        vv_free(t, gc->work);
        gc->work = NULL;
    }
    list_merge(&gc->permanent, oldest);
    gc->initial_end = NULL;
    vv_clearref(t, &gc->garbage);
    vv_clearref(t, &gc->callbacks);
    gc->debug = 0;
    size_t before;
    do { /* an object that a finalizer was queued for dies only in the next round */
        before = vv_mem_used(t->vm->mem);
        vv_finalize_drop(t);
        vv_gc_work work;
        vv_gc_begin(t, VV_GENERATIONS - 1, &work);
        vv_finalize_drop(t);
        vv_gc_finish(t, &work);
        vv_finalize_drop(t);
    } while (vv_mem_used(t->vm->mem) < before);
}

int vv_gc_due(vv_vm *vm) {
    vv_gc_state *gc = &vm->gc;
    if (!gc->enabled || gc->collecting)
        return -1;
    for (int i = VV_GENERATIONS - 1; i >= 0; i--) {
        if (gc->gen[i].threshold == 0 || gc->gen[i].count <= gc->gen[i].threshold)
            continue;
        /* A full collection must be worth it: new survivors at least a quarter of the old ones. */
        if (i == VV_GENERATIONS - 1 && gc->long_lived_pending < gc->long_lived_total / 4)
            continue;
        return i;
    }
    return gc->stress && gc->due ? 0 : -1;
}

void vv_gc_each(vv_vm *vm, int generation, vv_visit visit, void *arg) {
    for (int i = 0; i < VV_GENERATIONS; i++) {
        if (generation >= 0 && generation != i)
            continue;
        vv_gc_head *head = &vm->gc.gen[i].head;
        for (vv_gc_head *g = head->next; g != head; g = g->next) {
            if (visit(VV_GC_OBJ(g), arg) != 0)
                return;
        }
    }
}

int vv_gc_roots(vv_vm *vm, vv_visit visit, void *arg) {
    for (vv_type *type = vm->static_types; type != NULL; type = type->next_static) {
        int r = vv_type_traverse(&type->head, visit, arg);
        if (r != 0)
            return r;
    }
    vv_obj *const fields[] = {vm->none,        vm->true_,        vm->false_,      vm->not_implemented, vm->ellipsis,
                              vm->empty_tuple, vm->empty_str,    vm->empty_bytes, vm->empty_frozenset, vm->memory_error,
                              vm->memory_error_spare,
                              vm->gc.garbage,  vm->gc.callbacks, vm->modules,     vm->builtins,        vm->sysdict, vm->importlib,
                              vm->main_dict,   vm->sources,      vm->watch.conditions, vm->report_sources, vm->signal_handlers, vm->warnings, vm->exit_functions, vm->decimal, vm->ast, vm->codec_errors, vm->codec_cache,
                              vm->codec_search, vm->traced_files, vm->monitor.objects, vm->monitor.disable, vm->monitor.missing};
    for (size_t i = 0; i < VV_ARRAY_LEN(fields); i++)
        VV_VISIT(fields[i]);
    for (size_t i = 0; i < VV_N__COUNT; i++)
        VV_VISIT(vm->names[i]);
    for (size_t i = 0; i < VV_SMALL_INT_COUNT; i++)
        VV_VISIT(vm->small_ints[i]);
    for (size_t i = 0; i < 256; i++) {
        VV_VISIT(vm->latin1[i]);
        VV_VISIT(vm->bytes1[i]);
    }
    int r = vv_type_cache_visit(vm, visit, arg);
    for (vv_thread *t = vm->main_thread; t != NULL && r == 0; t = t->next)
        r = vv_thread_traverse(t, visit, arg);
    return r;
}
