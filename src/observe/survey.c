/* survey.c - see survey.h. Runs no Python, changes nothing, takes no memory of the program. */
#include "observe/survey.h"

#include "object/gc.h"
#include "vm/frame.h"

uint32_t vv_survey_bound(const vv_vm *vm) {
    size_t blocks = vv_mem_blocks(vm->mem) + 4096; /* free lists and tables count too; built-in objects may be no blocks */
    return blocks > UINT32_MAX / 4 ? UINT32_MAX / 4 : (uint32_t)blocks;
}

int vv_survey_open(vv_survey *v, vv_vm *vm, vv_scratch *scratch, uint32_t most) {
    uint32_t slots = 1024;
    while (slots < 2 * most)
        slots *= 2;
    *v = (vv_survey){.vm = vm, .most = most, .slots = slots};
    v->seen = vv_scratch_take(scratch, most * sizeof *v->seen);
    v->index = vv_scratch_take(scratch, slots * sizeof *v->index);
    return v->seen == NULL || v->index == NULL ? -1 : 0;
}

static uint32_t *place(const vv_survey *v, const vv_obj *o) {
    uint32_t i = (uint32_t)((uintptr_t)o >> 4) * UINT32_C(2654435761) & (v->slots - 1);
    while (v->index[i] != 0 && v->seen[v->index[i] - 1].object != o)
        i = (i + 1) & (v->slots - 1);
    return &v->index[i];
}

int64_t vv_survey_find(const vv_survey *v, const vv_obj *o) {
    return (int64_t)*place(v, o) - 1;
}

int64_t vv_survey_add(vv_survey *v, vv_obj *o, int32_t parent) {
    uint32_t *at = place(v, o);
    if (*at == 0) {
        if (v->count == v->most)
            return -1;
        v->seen[v->count] = (vv_seen){.object = o, .parent = parent, .generation = -1};
        *at = ++v->count;
    }
    return (int64_t)*at - 1;
}

typedef struct from {
    vv_survey *v;
    int32_t parent;
} from;

static int meet(vv_obj *o, void *arg) {
    const from *f = arg;
    int64_t at = vv_survey_add(f->v, o, f->parent);
    if (at >= 0 && f->parent != VV_ROOT_NONE)
        f->v->seen[at].found++;
    return 0;
}

/* Visits what the objects from position `done` on refer to, theirs included. */
static uint32_t spread(vv_survey *v, uint32_t done) {
    for (; done < v->count; done++) {
        vv_obj *o = v->seen[done].object;
        bool is_root = VV_ISA(o, TYPE) && (VV_AS_TYPE(o)->flags & VV_TF_HEAP) == 0; /* visited with the roots */
        if (o->type->traverse != NULL && !is_root)
            o->type->traverse(o, meet, &(from){v, (int32_t)done});
    }
    return done;
}

int vv_survey_all(vv_survey *v, vv_vm *vm, vv_scratch *scratch) {
    if (vv_survey_open(v, vm, scratch, vv_survey_bound(vm)) < 0)
        return -1;
    /* Near roots first, without counting: all of them are visited again below, with the others. */
    if (vm->main_dict != NULL)
        (void)vv_survey_add(v, vm->main_dict, VV_ROOT_MAIN);
    for (vv_thread *t = vm->main_thread; t != NULL; t = t->next)
        (void)vv_thread_traverse(t, meet, &(from){v, VV_ROOT_FRAME});
    for (uint32_t i = 0; i < v->count; i++)
        v->seen[i].found = 0;
    uint32_t done = spread(v, 0);
    if (vm->modules != NULL)
        (void)vv_survey_add(v, vm->modules, VV_ROOT_MODULE);
    done = spread(v, done);
    (void)vv_gc_roots(vm, meet, &(from){v, VV_ROOT_INTERPRETER});
    done = spread(v, done);
    vv_gc_each(vm, -1, meet, &(from){v, VV_ROOT_NONE});
    (void)spread(v, done);
    return 0;
}

typedef struct labelled {
    vv_survey *v;
    int8_t generation;
} labelled;

static int label(vv_obj *o, void *arg) {
    const labelled *l = arg;
    int64_t at = vv_survey_find(l->v, o);
    if (at >= 0)
        l->v->seen[at].generation = l->generation;
    return 0;
}

void vv_survey_generations(vv_survey *v) {
    for (int8_t g = 0; g < VV_GENERATIONS; g++)
        vv_gc_each(v->vm, g, label, &(labelled){v, g});
    const vv_gc_head *head = &v->vm->gc.permanent;
    for (vv_gc_head *g = head->next; g != NULL && g != head; g = g->next)
        (void)label(VV_GC_OBJ(g), &(labelled){v, VV_GENERATIONS});
}
