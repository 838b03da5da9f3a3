/* gc.c - module gc: a look into the collector, and its switches (object/gc.h). */
#include <string.h>

#include "object/gc.h"

#include "object/alloc.h"
#include "object/error.h"
#include "object/finalize.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME gc
#define VV_DEF_FILE "modules/gc.def"
#include "object/deftype.h"


/* An argument that must be an int: 0/-1. */
static int int_argument(vv_thread *t, vv_ref o, int *ret) {
    int64_t value;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    if (vv_int_to_i64(o, &value) != 0 || value > INT32_MAX || value < INT32_MIN)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    *ret = (int)value;
    return 0;
}

/* ---- collecting ---- */

static vv_step gc_collect(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    int generation = VV_GENERATIONS - 1;
    if (nf->argv[0] != NULL && int_argument(t, nf->argv[0], &generation) < 0)
        return VV_FAILED;
    if (generation < 0 || generation >= VV_GENERATIONS)
        return vv_raise_step(t, VV_ValueError, "invalid generation");
    VV_AWAIT(nf, vv_do_collect(t, generation));
    return VV_READY;
    VV_END(nf);
}

static vv_owned gc_enable(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    t->vm->gc.enabled = true;
    return vv_none(t);
}
static vv_owned gc_disable(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    t->vm->gc.enabled = false;
    return vv_none(t);
}
static vv_owned gc_isenabled(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, t->vm->gc.enabled);
}

/* ---- counters ---- */

static vv_owned three(vv_thread *t, int64_t a, int64_t b, int64_t c) {
    vv_obj *items[] = {vv_int_new(t, a), vv_int_new(t, b), vv_int_new(t, c)};
    for (size_t k = 0; k < VV_ARRAY_LEN(items); k++) {
        if (items[k] == NULL) {
            for (size_t j = 0; j < VV_ARRAY_LEN(items); j++)
                vv_xdecref(t, items[j]);
            return NULL;
        }
    }
    return vv_tuple_from_array_take(t, items, VV_ARRAY_LEN(items));
}

static vv_owned gc_get_count(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    const vv_generation *g = t->vm->gc.gen;
    return three(t, g[0].count, g[1].count, g[2].count);
}
static vv_owned gc_get_threshold(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    const vv_generation *g = t->vm->gc.gen;
    return three(t, g[0].threshold, g[1].threshold, g[2].threshold);
}
static vv_owned gc_set_threshold(vv_thread *t, vv_obj *const *argv) {
    for (int k = 0; k < VV_GENERATIONS; k++) {
        int value;
        if (argv[k] == NULL)
            break;
        if (int_argument(t, argv[k], &value) < 0)
            return NULL;
        t->vm->gc.gen[k].threshold = value;
    }
    return vv_none(t);
}

static vv_owned gc_get_debug(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->gc.debug);
}
static vv_owned gc_set_debug(vv_thread *t, vv_obj *const *argv) {
    int flags = 0;
    if (int_argument(t, argv[0], &flags) < 0)
        return NULL;
    t->vm->gc.debug = (uint32_t)flags;
    return vv_none(t);
}

static vv_owned one_stat(vv_thread *t, const vv_generation *g) {
    const struct {
        const char *name;
        uint64_t value;
    } entries[] = {{"collections", g->collections}, {"collected", g->collected}, {"uncollectable", g->uncollectable}};
    VV_AUTO dict = {t, vv_dict_new(t)};
    for (size_t k = 0; dict.o != NULL && k < VV_ARRAY_LEN(entries); k++) {
        VV_AUTO value = {t, vv_int_new_u64(t, entries[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict.o, entries[k].name, value.o) < 0)
            return NULL;
    }
    return vv_move(&dict.o);
}
static vv_owned gc_get_stats(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (int k = 0; list.o != NULL && k < VV_GENERATIONS; k++) {
        vv_owned stat = one_stat(t, &t->vm->gc.gen[k]);
        if (stat == NULL || vv_list_append_take(t, list.o, stat) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

/* ---- the graph of objects ---- */

/* Collects objects that a walk meets into a list. */
typedef struct gatherer {
    vv_thread *t;
    vv_obj *result;           /* list */
    vv_obj *const *targets;   /* of get_referrers: objects looked for */
    size_t count;
    vv_ref except;            /* the tuple that holds them */
    vv_ref dict;              /* of get_referents: a dict whose keys are passed over, because all are str; or NULL */
    size_t pos;               /* where the next of them is looked for */
    vv_ref last;              /* what was visited before; a key comes after its value */
} gatherer;

static int gather(vv_obj *o, void *arg) {
    gatherer *g = arg;
    if (VV_IS(g->t, o, CODE) && vv_code_read(g->t, o) < 0)
        return -1;
    vv_ref key, value, last = g->last;
    size_t next = g->pos;
    g->last = o;
    if (g->dict != NULL && vv_dict_next(g->dict, &next, &key, &value, NULL) && value == last && key == o) {
        g->pos = next;
        return 0;
    }
    return o == g->result ? 0 : vv_list_append(g->t, g->result, o);
}

static int gather_generation(vv_thread *t, int generation, vv_ref result) {
    gatherer g = {.t = t, .result = VV_OBJ(result)};
    vv_gc_each(t->vm, generation, gather, &g);
    return t->exc == NULL ? 0 : -1;
}

static vv_owned gc_get_objects(vv_thread *t, vv_obj *const *argv) {
    int generation = -1;
    if (argv[0] != NULL && argv[0] != t->vm->none) {
        if (argv[0]->type->s.index == NULL && !VV_ISA(argv[0], INT))
            return vv_raise(t, VV_TypeError, "argument should be integer or None, not '%T'", argv[0]);
        if (int_argument(t, argv[0], &generation) < 0)
            return NULL;
        if (generation >= VV_GENERATIONS)
            return vv_raise(t, VV_ValueError, "generation parameter must be less than the number of available generations (%d)",
                            VV_GENERATIONS);
        if (generation < -1) /* -1 is what None stands for */
            return vv_raise(t, VV_ValueError, "generation parameter cannot be negative");
    }
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL || gather_generation(t, generation, list.o) < 0)
        return NULL;
    return vv_move(&list.o);
}

static int is_target(vv_obj *o, void *arg) {
    const gatherer *g = arg;
    for (size_t k = 0; k < g->count; k++)
        if (g->targets[k] == o)
            return 1;
    return 0;
}

static int gather_referrer(vv_obj *o, void *arg) {
    gatherer *g = arg;
    if (o == g->result || (vv_ref)o == g->except ||
        (o->type->traverse(o, is_target, g) == 0 && !((o->type->flags & VV_TF_MADE) != 0 && is_target(&o->type->head, g))))
        return 0;
    return vv_list_append(g->t, g->result, o);
}

static vv_owned gc_get_referrers(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL)
        return NULL;
    gatherer g = {.t = t, .result = list.o, .targets = VV_TUPLE(argv[0])->items, .count = VV_TUPLE(argv[0])->length, .except = argv[0]};
    vv_gc_each(t->vm, -1, gather_referrer, &g);
    return t->exc == NULL ? vv_move(&list.o) : NULL;
}

/* Built-in types are no collected objects in CPython. */
static bool is_shown(vv_ref o) {
    return (o->type->flags & VV_TF_GC) != 0 && !(VV_ISA(o, TYPE) && (VV_AS_TYPE(o)->flags & VV_TF_HEAP) == 0);
}

/* Classes do not visit their names. */
static int gather_class(const vv_type *type, gatherer *g) {
    vv_obj *const fields[] = {type->dict, type->mro, type->bases, VV_OBJ(&type->base->head)};
    for (size_t k = 0; k < VV_ARRAY_LEN(fields); k++)
        if (fields[k] != NULL && gather(fields[k], g) < 0)
            return -1;
    return 0;
}

static vv_owned gc_get_referents(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL)
        return NULL;
    gatherer g = {.t = t, .result = NULL};
    g.result = list.o;
    for (size_t k = 0; k < VV_TUPLE(argv[0])->length; k++) {
        vv_obj *o = VV_TUPLE(argv[0])->items[k];
        if (!is_shown(o))
            continue;
        g.dict = VV_ISA(o, DICT) && VV_DICT(o)->keys->str_only ? o : NULL;
        g.pos = 0;
        vv_obj *made = (o->type->flags & VV_TF_MADE) != 0 ? &o->type->head : NULL; /* most visit their type first */
        bool late = made != NULL && strstr(" attrgetter methodcaller Random Dialect reader writer Quitter", o->type->spec->name) != NULL;
        if ((made != NULL && !late && gather(made, &g) < 0) ||
            (VV_ISA(o, TYPE) ? gather_class(VV_AS_TYPE(o), &g) : o->type->traverse(o, gather, &g)) < 0 || (late && gather(made, &g) < 0))
            return NULL;
    }
    return vv_move(&list.o);
}

static vv_owned gc_is_tracked(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, vv_is_tracked(argv[0]));
}
static vv_owned gc_is_finalized(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, vv_finalize_done(argv[0]));
}

/* ---- the permanent generation ---- */

static vv_gc_head *previous_of(const vv_gc_head *g) {
    return (vv_gc_head *)(g->prev & ~VV_GC_FLAGS);
}
static void link_previous(vv_gc_head *g, vv_gc_head *previous) {
    g->prev = (g->prev & VV_GC_FLAGS) | (uintptr_t)previous;
}

/* Appends one circular list to another and leaves it empty. */
static void move_all(vv_gc_head *from, vv_gc_head *to) {
    if (from->next == from)
        return;
    vv_gc_head *last = previous_of(to), *first = from->next, *end = previous_of(from);
    last->next = first;
    link_previous(first, last);
    end->next = to;
    link_previous(to, end);
    from->next = from;
    from->prev = (uintptr_t)from;
}

static vv_owned gc_freeze(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    t->vm->gc.initial_end = NULL;
    for (int k = 0; k < VV_GENERATIONS; k++) {
        move_all(&t->vm->gc.gen[k].head, &t->vm->gc.permanent);
        t->vm->gc.gen[k].count = 0;
    }
    return vv_none(t);
}
static vv_owned gc_unfreeze(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    move_all(&t->vm->gc.permanent, &t->vm->gc.gen[VV_GENERATIONS - 1].head);
    return vv_none(t);
}
static vv_owned gc_get_freeze_count(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    int64_t n = 0;
    for (const vv_gc_head *g = t->vm->gc.permanent.next; g != &t->vm->gc.permanent; g = g->next)
        n++;
    return vv_int_new(t, n);
}

/* ---- the module ---- */

static int add_list(vv_thread *t, vv_ref dict, const char *name, vv_obj **field) {
    if (*field == NULL)
        *field = vv_list_new(t, 0);
    return *field == NULL ? -1 : vv_dict_set_cstr(t, dict, name, *field);
}

vv_owned vv_gc_module(vv_thread *t);
vv_owned vv_gc_module(vv_thread *t) {
    static const struct {
        const char *name;
        int value;
    } flags[] = {{"DEBUG_STATS", VV_GC_DEBUG_STATS},
                 {"DEBUG_COLLECTABLE", VV_GC_DEBUG_COLLECTABLE},
                 {"DEBUG_UNCOLLECTABLE", VV_GC_DEBUG_UNCOLLECTABLE},
                 {"DEBUG_SAVEALL", VV_GC_DEBUG_SAVEALL},
                 {"DEBUG_LEAK", VV_GC_DEBUG_LEAK}};
    VV_AUTO module = {t, vv_module_from_defs(t, "gc", "Access to the garbage collector for reference cycles.", gc_methods)};
    if (module.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    for (size_t k = 0; k < VV_ARRAY_LEN(flags); k++) {
        VV_AUTO value = {t, vv_int_new(t, flags[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, flags[k].name, value.o) < 0)
            return NULL;
    }
    if (add_list(t, dict, "garbage", &t->vm->gc.garbage) < 0 || add_list(t, dict, "callbacks", &t->vm->gc.callbacks) < 0)
        return NULL;
    return vv_move(&module.o);
}
