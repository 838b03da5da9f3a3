/* survey.h - a table of objects by address, and the search that fills it with every object that is alive.
 *
 * The search goes breadth-first from the roots, in the order of enum vv_root: the parent of an object is the one from which
 * it was found first, so following parents is a shortest way to a root. It visits what the collector visits.
 */
#ifndef VV_OBSERVE_SURVEY_H
#define VV_OBSERVE_SURVEY_H

#include "object/runtime.h"
#include "observe/scratch.h"

enum vv_root {
    VV_ROOT_MAIN = -1,        /* the namespace of __main__ */
    VV_ROOT_FRAME = -2,       /* a frame of a thread */
    VV_ROOT_MODULE = -3,      /* sys.modules */
    VV_ROOT_INTERPRETER = -4, /* the interpreter itself */
    VV_ROOT_NONE = -5,        /* none: a cycle that nobody refers to, which the collector has not met yet */
};

typedef struct vv_seen {
    vv_obj *object;
    int32_t parent;     /* index of an entry, or enum vv_root */
    uint32_t found;     /* references to it that were visited */
    int8_t generation;  /* 0, 1, 2; 3 = permanent (gc.freeze); -1 = not tracked; filled by vv_survey_generations */
} vv_seen;

typedef struct vv_survey {
    vv_vm *vm;
    vv_seen *seen;
    uint32_t count, most;
    uint32_t *index; /* open addressing, 0 = free, else a position in `seen` + 1 */
    uint32_t slots;  /* a power of two */
} vv_survey;

/* An empty table for at most `most` objects: 0/-1. */
VV_NODISCARD int vv_survey_open(vv_survey *v, vv_vm *vm, vv_scratch *scratch, uint32_t most);
/* Position of an object, -1 if it is not in the table. */
int64_t vv_survey_find(const vv_survey *v, const vv_obj *o);
/* Position of an object, added if it is new; -1 when the table is full. */
int64_t vv_survey_add(vv_survey *v, vv_obj *o, int32_t parent);
/* Every object that is alive: 0/-1. Opens the table. */
VV_NODISCARD int vv_survey_all(vv_survey *v, vv_vm *vm, vv_scratch *scratch);
/* Fills `generation` of the objects in the table. */
void vv_survey_generations(vv_survey *v);

/* An upper bound of the objects that are alive. */
uint32_t vv_survey_bound(const vv_vm *vm);

#endif
