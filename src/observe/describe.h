/* describe.h - one object in words: its text without running Python, and the references it holds with their names. */
#ifndef VV_OBSERVE_DESCRIBE_H
#define VV_OBSERVE_DESCRIBE_H

#include "observe/json.h"
#include "observe/survey.h"

enum vv_edge_kind {
    VV_EDGE_ITEM,      /* position `index` of a sequence; a set has no order */
    VV_EDGE_KEY,       /* a dict's key number `index` */
    VV_EDGE_VALUE,     /* the value of key `label` */
    VV_EDGE_ATTRIBUTE, /* attribute `label` of an instance, namespace or class */
    VV_EDGE_VARIABLE,  /* local variable `label` of a frame */
    VV_EDGE_FIELD,     /* field `name` of a built-in object */
    VV_EDGE_OTHER,     /* held in some other way */
};
typedef struct vv_edge {
    enum vv_edge_kind kind;
    int64_t index;
    vv_ref label;     /* str, or a key of any type; or NULL */
    const char *name; /* or NULL */
    vv_obj *target;
} vv_edge;

/* Calls `see` with each reference that an object holds; stops at and returns the first answer that is not 0. Objects of
 * types it does not know in detail have edges of kind VV_EDGE_OTHER. */
typedef int (*vv_see_edge)(const vv_edge *edge, void *arg);
int vv_describe_edges(vv_ref o, vv_see_edge see, void *arg);

/* Writes the members of an object's description into a JSON object that is open: id, type, refcount, sizes, text. */
void vv_describe(vv_json *j, vv_vm *vm, vv_ref o);
/* The same as an object of its own. */
void vv_describe_object(vv_json *j, vv_vm *vm, vv_ref o);
/* Writes `kind` and what names the edge. */
void vv_describe_edge(vv_json *j, const vv_vm *vm, const vv_edge *edge);
/* A short text of a value as a JSON string, or null when it has none that needs no Python. */
void vv_describe_text(vv_json *j, const vv_vm *vm, vv_ref o);

/* What an attribute of a class is to a look-up. */
const char *vv_role_of(vv_ref value);
/* Is the str `name` this ASCII text? */
bool vv_same_text(vv_ref name, const char *text, size_t n);
/* The first entry of a namespace with this ASCII name; borrowed, NULL if there is none (or no dict). */
vv_ref vv_entry_named(vv_ref dict, const char *text, size_t n);

/* The variables of a frame: kind VV_EDGE_VARIABLE, cells opened; then its evaluation stack: VV_EDGE_ITEM. */
struct vv_pyframe;
int vv_describe_variables(const struct vv_pyframe *f, vv_see_edge see, void *arg);
int vv_describe_stack(const struct vv_pyframe *f, vv_see_edge see, void *arg);

#endif
