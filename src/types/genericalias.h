/* genericalias.h - list[int] and int | str. */
#ifndef VV_TYPES_GENERICALIAS_H
#define VV_TYPES_GENERICALIAS_H

#include "object/runtime.h"

typedef struct vv_genericalias {
    vv_obj head;
    vv_obj *origin, *args /* tuple */, *parameters; /* owned; parameters NULL until asked for */
    vv_obj *weaklist;
    bool starred;
} vv_genericalias;
#define VV_GENERIC_ALIAS_OF(o) ((vv_genericalias *)(o))

typedef struct vv_union {
    vv_obj head;
    vv_obj *args; /* owned tuple */
} vv_union;
#define VV_UNION_OF(o) ((vv_union *)(o))

/* origin[args]: args is a tuple or a single argument. What every __class_getitem__ returns. */
VV_NODISCARD vv_owned vv_genericalias_new(vv_thread *t, vv_ref origin, vv_ref args);
/* a | b of types, None, aliases and unions; NotImplemented for anything else. The `or_` slot of type. */
vv_slotfn_or_ vv_union_or;

#endif
