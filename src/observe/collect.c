/* collect.c - the view collect: what a collection of one generation would do now, step by step, worked out on a copy.
 *
 * The same algorithm as object/gc.c, over a table of the candidates instead of their links: no count and no list of the program
 * is touched. Finalizers would run Python and may bring objects back; what is said of clearing holds if they do not.
 */
#include "object/finalize.h"
#include "object/gc.h"
#include "object/weakref.h"
#include "observe/observe.h"
#include "types/dict.h"
#include "types/tuple.h"

enum state { UNDECIDED, ROOT, REACHED, UNREACHABLE };
enum { HELD = INT32_MAX }; /* what an immortal object has left: no references from inside use it up */

typedef struct candidate {
    int64_t outer;        /* references that do not come from another candidate */
    int32_t next;         /* in the list it stands in, -1 at the end */
    int32_t by;           /* the one whose references brought it back or kept it, or -1 */
    uint8_t state;        /* enum state */
    bool aside;           /* it was put aside before it was found reachable */
} candidate;

typedef struct chain {
    int32_t first, last;
} chain;

typedef struct collection {
    vv_question *q;
    vv_survey v; /* the candidates, in the order of the collector's list */
    candidate *c;
    chain young, unreachable;
    int32_t holder;
} collection;

static void append(collection *x, chain *to, int32_t i) {
    x->c[i].next = -1;
    if (to->last < 0)
        to->first = i;
    else
        x->c[to->last].next = i;
    to->last = i;
}

static int add_candidate(vv_obj *o, void *arg) {
    collection *x = arg;
    int64_t at = vv_survey_add(&x->v, o, 0);
    if (at < 0)
        return -1;
    x->c[at] = (candidate){.outer = vv_is_immortal(o) ? HELD : (int64_t)o->refcnt, .next = -1, .by = -1};
    append(x, &x->young, (int32_t)at);
    return 0;
}

static int subtract(vv_obj *o, void *arg) {
    collection *x = arg;
    int64_t at = vv_survey_find(&x->v, o);
    if (at >= 0 && x->c[at].outer != HELD)
        x->c[at].outer--;
    return 0;
}

static int reach(vv_obj *o, void *arg) {
    collection *x = arg;
    int64_t at = vv_survey_find(&x->v, o);
    if (at < 0)
        return 0;
    candidate *c = &x->c[at];
    if (c->state == UNREACHABLE) { /* judged too early: to the end of the list that is being walked */
        c->state = REACHED;
        c->by = x->holder;
        append(x, &x->young, (int32_t)at);
    } else if (c->state == UNDECIDED && c->outer == 0) {
        c->state = REACHED;
        c->by = x->holder;
    }
    return 0;
}

/* Walks the candidates, as the collector does: kept ones bring along what they refer to, the others are put aside. */
static void walk(collection *x) {
    for (int32_t i = x->young.first, next; i >= 0; i = next) {
        candidate *c = &x->c[i];
        if (c->state == UNDECIDED && c->outer > 0)
            c->state = ROOT;
        if (c->state == UNDECIDED) {
            next = c->next;
            c->state = UNREACHABLE;
            c->aside = true;
            continue;
        }
        vv_obj *o = x->v.seen[i].object;
        x->holder = i;
        o->type->traverse(o, reach, x);
        next = c->next; /* what was brought back may follow now */
    }
}

/* Those that stayed unreachable, in the order in which they were put aside. */
static void sort_out(collection *x) {
    for (int32_t i = 0; i < (int32_t)x->v.count; i++)
        if (x->c[i].state == UNREACHABLE)
            append(x, &x->unreachable, i);
}

/* ---- writing ---- */

static void write_candidate(collection *x, int32_t i) {
    vv_json *j = x->q->j;
    const candidate *c = &x->c[i];
    vv_obj *o = x->v.seen[i].object;
    vv_json_open(j, '{');
    vv_describe(j, x->q->vm, o);
    vv_json_put_int(j, "refs", vv_is_immortal(o) ? HELD : (int64_t)o->refcnt);
    vv_json_put_int(j, "left", c->outer);
    vv_json_put_bool(j, "reachable", c->state != UNREACHABLE);
    if (c->aside)
        vv_json_put_bool(j, "aside", true);
    if (c->by >= 0)
        vv_json_put_id(j, "by", x->v.seen[c->by].object);
    if (o->type->s.del != NULL)
        vv_json_put_bool(j, "finalizer", true);
    vv_json_close(j, '}');
}

static void open_list(collection *x, const char *name) {
    vv_json_key(x->q->j, name);
    vv_json_open(x->q->j, '[');
}

static void write_id(collection *x, int32_t i) {
    vv_json_int(x->q->j, (int64_t)(uintptr_t)x->v.seen[i].object);
}

/* Weak references to garbage die before anything else happens; those that are not garbage themselves have their callback called. */
static void write_weak(collection *x) {
    vv_json *j = x->q->j;
    open_list(x, "weakReferences");
    for (int32_t i = x->unreachable.first; i >= 0; i = x->c[i].next) {
        vv_obj *o = x->v.seen[i].object;
        if (o->type->weakoffset == 0)
            continue;
        for (const vv_weakref *w = (const vv_weakref *)*vv_weak_slot(o); w != NULL; w = w->next) {
            int64_t at = vv_survey_find(&x->v, &w->head);
            bool garbage = at >= 0 && x->c[at].state == UNREACHABLE;
            vv_json_open(j, '{');
            vv_json_put_id(j, "id", w);
            vv_json_put_id(j, "to", o);
            vv_json_put_bool(j, "callback", w->callback != NULL && !garbage);
            vv_json_close(j, '}');
        }
    }
    vv_json_close(j, ']');
}

/* May the object be part of a cycle? The rule by which tuples and dicts are dropped from the collector's lists. */
static bool matters(const collection *x, vv_ref o) {
    if (o == NULL)
        return true;
    if ((o->type->flags & VV_TF_GC) == 0 || (VV_ISA(o, TYPE) && (VV_AS_TYPE(o)->flags & VV_TF_HEAP) == 0))
        return false;
    return o->type != x->q->vm->types[VV_T_TUPLE] || VV_GC_HEAD(o)->next != NULL;
}

static bool to_untrack(const collection *x, vv_ref o, bool full) {
    bool needed = false;
    if (o->type == x->q->vm->types[VV_T_TUPLE]) {
        for (size_t i = 0; i < VV_TUPLE(o)->length && !needed; i++)
            needed = matters(x, VV_TUPLE(o)->items[i]);
        return !needed;
    }
    if (!full || o->type != x->q->vm->types[VV_T_DICT])
        return false;
    size_t pos = 0;
    vv_ref key, value;
    while (!needed && vv_dict_next(o, &pos, &key, &value, NULL))
        needed = matters(x, key) || matters(x, value);
    return !needed;
}

void vv_view_collect(vv_question *q) {
    vv_vm *vm = q->vm;
    int64_t generation = vv_question_int(q, "generation", VV_GENERATIONS - 1), limit = vv_question_int(q, "limit", 100);
    if (generation < 0 || generation >= VV_GENERATIONS) {
        q->error = "there is no such generation";
        return;
    }
    collection x = {.q = q, .young = {-1, -1}, .unreachable = {-1, -1}};
    uint32_t most = vv_survey_bound(vm);
    if (vv_survey_open(&x.v, vm, q->scratch, most) < 0 || (x.c = vv_scratch_take(q->scratch, most * sizeof *x.c)) == NULL)
        return;
    vv_gc_each(vm, (int)generation, add_candidate, &x); /* the younger ones are appended to it, the youngest first */
    for (int g = 0; g < (int)generation; g++)
        vv_gc_each(vm, g, add_candidate, &x);
    for (uint32_t i = 0; i < x.v.count; i++)
        x.v.seen[i].object->type->traverse(x.v.seen[i].object, subtract, &x);
    walk(&x);
    sort_out(&x);

    int64_t count = x.v.count, garbage = 0, shown = 0;
    for (int32_t i = x.unreachable.first; i >= 0; i = x.c[i].next)
        garbage++;
    bool full = generation == VV_GENERATIONS - 1;
    vv_view_begin(q, "collect");
    vv_json_put_int(q->j, "generation", generation);
    vv_json_put_int(q->j, "count", count);
    vv_json_put_int(q->j, "garbage", garbage);
    open_list(&x, "objects");
    for (int32_t i = x.unreachable.first; i >= 0 && shown < limit; i = x.c[i].next, shown++)
        write_candidate(&x, i);
    /* of the others those that were tracked last: the program's own rather than the interpreter's */
    int32_t from = (int32_t)count;
    for (int64_t room = limit - shown; from > 0 && room > 0; from--)
        room -= x.c[from - 1].state != UNREACHABLE;
    for (int32_t i = from; i < (int32_t)count; i++) {
        if (x.c[i].state != UNREACHABLE) {
            write_candidate(&x, i);
            shown++;
        }
    }
    vv_json_close(q->j, ']');
    vv_json_put_int(q->j, "hidden", count - shown);
    open_list(&x, "aside"); /* put aside on the way, in this order, and not brought back */
    for (int32_t i = x.unreachable.first; i >= 0; i = x.c[i].next)
        write_id(&x, i);
    vv_json_close(q->j, ']');
    open_list(&x, "broughtBack");
    for (int32_t i = 0; i < (int32_t)x.v.count; i++)
        if (x.c[i].aside && x.c[i].state == REACHED)
            write_id(&x, i);
    vv_json_close(q->j, ']');
    open_list(&x, "untracked"); /* survivors that can never be part of a cycle */
    for (int32_t i = 0; i < (int32_t)x.v.count; i++)
        if (x.c[i].state != UNREACHABLE && to_untrack(&x, x.v.seen[i].object, full))
            write_id(&x, i);
    vv_json_close(q->j, ']');
    write_weak(&x);
    open_list(&x, "finalize"); /* __del__ is called, once in an object's life */
    for (int32_t i = x.unreachable.first; i >= 0; i = x.c[i].next)
        if (x.v.seen[i].object->type->s.del != NULL && !vv_finalize_done(x.v.seen[i].object))
            write_id(&x, i);
    vv_json_close(q->j, ']');
    open_list(&x, "clear"); /* gives up what it refers to; the others die by that */
    for (int32_t i = x.unreachable.first; i >= 0; i = x.c[i].next)
        if (x.v.seen[i].object->type->clear != NULL)
            write_id(&x, i);
    vv_json_close(q->j, ']');
}
