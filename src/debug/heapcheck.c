/* heapcheck.c - proves every reference count: between two instructions no C local holds a reference, so for each object
 * the count must equal the references found by visiting the roots and every object that can be reached.
 *
 * The table of objects lives outside the program's memory (a region of its own from the host), so that checking changes
 * nothing in what it checks. Release builds contain an empty check.
 */
#include "debug/heapcheck.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "object/gc.h"
#include "types/str.h"
#include "vm/audit.h"
#include "vm/frame.h"

#if VV_DEBUG

typedef struct entry {
    vv_obj *object;
    uint32_t found; /* references seen */
} entry;

/* Objects in the order of discovery, which is also the worklist, and an index into them: open addressing, 0 = free, else a
 * position + 1. It grows with the number of objects, so that a check of a small program touches little memory. */
typedef struct checker {
    vv_vm *vm;
    entry *entries;
    uint32_t *index;
    uint32_t slots; /* of the index: a power of two, at least twice `count` */
    uint32_t count;
    int defects;
} checker;

enum { FIRST_SLOTS = 1 << 14, MOST_SLOTS = 1 << 22, MOST_ENTRIES = MOST_SLOTS / 2, MOST_REPORTS = 20 };
enum { REGION = MOST_ENTRIES * sizeof(entry) + MOST_SLOTS * sizeof(uint32_t) };

VV_PRINTF(2, 3)
static void report(checker *c, const char *format, ...) {
    char line[512];
    if (c->defects++ >= MOST_REPORTS)
        return;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (n > 0)
        vv_host_write(2, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

/* Where the index names `o`, or would. */
static uint32_t *place(checker *c, const vv_obj *o) {
    uint32_t i = (uint32_t)((uintptr_t)o >> 4) * UINT32_C(2654435761) & (c->slots - 1);
    while (c->index[i] != 0 && c->entries[c->index[i] - 1].object != o)
        i = (i + 1) & (c->slots - 1);
    return &c->index[i];
}

static void grow(checker *c) {
    VV_CHECK(c->slots < MOST_SLOTS);
    memset(c->index, 0, c->slots * sizeof *c->index);
    c->slots *= 2;
    for (uint32_t k = 0; k < c->count; k++)
        *place(c, c->entries[k].object) = k + 1;
}

/* The entry of an object, made if it is new. */
static entry *find(checker *c, vv_obj *o) {
    uint32_t *at = place(c, o);
    if (*at == 0) {
        c->entries[c->count].object = o;
        *at = ++c->count;
        if (c->count * 2 >= c->slots) {
            grow(c);
            return &c->entries[c->count - 1];
        }
    }
    return &c->entries[*at - 1];
}

static int visit_reference(vv_obj *o, void *arg) {
    find(arg, o)->found++;
    return 0;
}

static int visit_tracked(vv_obj *o, void *arg) {
    checker *c = arg;
    find(c, o);
    if (!(o->type->flags & VV_TF_GC))
        report(c, "audit: object %p of type %s is tracked but its type is not collected\n", (void *)o, o->type->tp_name);
    return 0;
}

/* Collector lists: linked both ways (prev carries flags in its low bits). */
static void check_list(checker *c, const vv_gc_head *list, const char *name) {
    if (list->next == NULL)
        return;
    const vv_gc_head *previous = list;
    for (const vv_gc_head *g = list->next; g != list; g = g->next) {
        if (((const vv_gc_head *)(g->prev & ~VV_GC_FLAGS)) != previous)
            report(c, "audit: %s: broken back link at %p (%s)\n", name, (const void *)g, VV_GC_OBJ(g)->type->tp_name);
        previous = g;
        if (c->defects > MOST_REPORTS)
            return;
    }
}

static void check_counts(checker *c) {
    for (uint32_t k = 0; k < c->count; k++) {
        const entry *e = &c->entries[k];
        const vv_obj *o = e->object;
        if (vv_is_immortal((vv_ref)o))
            continue;
        if (o->refcnt != e->found)
            report(c, "audit: %s at %p has count %u, but %u references were found%s%.60s\n", o->type->tp_name, (const void *)o,
                   o->refcnt, e->found, VV_ISA(o, STR) ? ": " : "", VV_ISA(o, STR) ? (const char *)VV_STR(o)->data : "");
    }
}

int vv_heapcheck(vv_vm *vm) {
    void *region = vv_host_reserve(REGION);
    if (region == NULL || vv_host_commit(region, REGION) < 0)
        return 0;
    checker c = {.vm = vm, .entries = region, .index = (uint32_t *)((entry *)region + MOST_ENTRIES), .slots = FIRST_SLOTS};
    for (int g = 0; g < VV_GENERATIONS; g++)
        check_list(&c, &vm->gc.gen[g].head, "collector list");
    vv_gc_each(vm, -1, visit_tracked, &c);
    if (vm->gc.work != NULL)
        for (vv_gc_head *g = vm->gc.work->unreachable.next; g != NULL && g != &vm->gc.work->unreachable; g = g->next)
            find(&c, VV_GC_OBJ(g));
    vv_gc_roots(vm, visit_reference, &c);
    for (uint32_t k = 0; k < c.count; k++) { /* visiting appends */
        vv_obj *o = c.entries[k].object;
        bool is_root = VV_ISA(o, TYPE) && !(VV_AS_TYPE(o)->flags & VV_TF_HEAP); /* visited with the roots */
        if (o->type->traverse != NULL && !is_root)
            o->type->traverse(o, visit_reference, &c);
    }
    check_counts(&c);
    int defects = c.defects + vv_mem_verify(vm->mem);
    vv_host_release(region, REGION);
    return defects;
}

void vv_audit_tick(vv_thread *t) {
    vv_vm *vm = t->vm;
    if (++vm->audit_clock % vm->audit_every != 0)
        return;
    if (vv_heapcheck(vm) == 0)
        return;
    char line[256];
    const vv_pyframe *f = vv_frame_python(t->frame);
    int n = t->frame->kind == VV_FRAME_NATIVE
                ? snprintf(line, sizeof line, "audit: before native frame %s\n", VV_NATIVE(t->frame)->name)
                : snprintf(line, sizeof line, "audit: before unit %u, opcode %d, line %d\n", vv_frame_unit(f),
                           VV_UNIT_OP(*f->ip), vv_frame_line(f));
    if (n > 0)
        vv_host_write(2, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
    vv_host_abort(__FILE__, __LINE__, "a reference count is wrong");
}

#else

int vv_heapcheck(vv_vm *vm) {
    (void)vm;
    return 0;
}

void vv_audit_tick(vv_thread *t) {
    (void)t;
}

#endif
