/* function.h - callables and what they are made of: functions, bound methods, C functions, cells, descriptors. */
#ifndef VV_TYPES_FUNCTION_H
#define VV_TYPES_FUNCTION_H

#include "object/bind.h"
#include "object/runtime.h"
#include "object/slotdefs.h"

/* The call slots of the callables that the interpreter knows best; defined in vm/call.c. */
vv_slotfn_call vv_call_function, vv_call_method, vv_call_builtin, vv_call_methoddescr;

typedef struct vv_function {
    vv_obj head;
    vv_obj *code, *globals, *builtins; /* code object, dict, dict */
    vv_obj *name, *qualname;
    vv_obj *defaults, *kwdefaults;     /* tuple / dict or NULL */
    vv_obj *closure;                   /* tuple of cells or NULL */
    vv_obj *doc, *dict, *module, *annotations, *type_params; /* NULL when unset; doc: or when nobody asked and the code was unread */
    vv_obj *weaklist;
    uint32_t version; /* for call caches; 0 = none */
} vv_function;
#define VV_FUNCTION_OF(o) ((vv_function *)(o))
VV_NODISCARD vv_owned vv_function_new(vv_thread *t, vv_ref code, vv_ref globals, vv_ref qualname_or_null);
/* A function whose code was not read when it was made has its docstring from now on. 0, or -1 with an exception. */
VV_NODISCARD int vv_function_find_doc(vv_thread *t, vv_ref function);

typedef struct vv_method {
    vv_obj head;
    vv_obj *function, *self;
    vv_obj *weaklist;
} vv_method;
#define VV_METHOD_OF(o) ((vv_method *)(o))
VV_NODISCARD vv_owned vv_method_new(vv_thread *t, vv_ref function, vv_ref self);

/* A built-in function, or a C method bound to `self`. */
typedef struct vv_builtin {
    vv_obj head;
    const vv_methoddef *def;
    const vv_signature *sig; /* NULL until first called */
    vv_obj *self;            /* owned: instance, class or module; or NULL */
    vv_obj *module;          /* owned str __module__ or NULL */
    vv_type *owner;          /* owned: the type whose method it is, NULL for a module's function */
    vv_obj *weaklist;
} vv_builtin;
#define VV_BUILTIN_OF(o) ((vv_builtin *)(o))
VV_NODISCARD vv_owned vv_builtin_new(vv_thread *t, const vv_methoddef *def, vv_ref self, vv_ref module, vv_type *owner);
const vv_signature *vv_builtin_signature(vv_thread *t, vv_builtin *f); /* parses on first use */

/* The parsed signature of a definition, named for messages after its type or module. */
const vv_signature *vv_def_signature(vv_thread *t, const vv_methoddef *def, const vv_type *owner, vv_ref module_name);
/* `__text_signature__` of a definition: str or None. */
VV_NODISCARD vv_owned vv_def_text_signature(vv_thread *t, const vv_methoddef *def);

/* Method of a C type, unbound: method_descriptor and classmethod_descriptor. */
typedef struct vv_methoddescr {
    vv_obj head;
    const vv_methoddef *def;
    const vv_signature *sig; /* NULL until first called */
    vv_type *owner;          /* owned */
} vv_methoddescr;
#define VV_METHODDESCR_OF(o) ((vv_methoddescr *)(o))
VV_NODISCARD vv_owned vv_methoddescr_new(vv_thread *t, vv_type *owner, const vv_methoddef *def);
const vv_signature *vv_methoddescr_signature(vv_thread *t, vv_methoddescr *d);
/* May the descriptor be called with `self` first? 0, or -1 "descriptor 'append' for 'list' objects doesn't apply to ...";
 * self NULL: "unbound method list.append() needs an argument". */
VV_NODISCARD int vv_methoddescr_check_self(vv_thread *t, const vv_methoddescr *d, vv_ref self_or_null);

/* `list.__len__`: a slot of a C type as a Python attribute, and bound. types/descr.c calls slots by shape. */
typedef struct vv_wrapperdescr {
    vv_obj head;
    vv_type *owner;
    uint16_t slot;      /* enum vv_slot_id */
    uint8_t variant;    /* which of the slot's dunders: 0 its own; reflected operand; comparison op; __delattr__ ... */
    const char *name;   /* "__len__" */
    const char *doc;
} vv_wrapperdescr;
VV_NODISCARD vv_owned vv_wrapperdescr_new(vv_thread *t, vv_type *owner, const vv_slotdef *def);
typedef struct vv_methodwrapper {
    vv_obj head;
    vv_obj *descr, *self;
} vv_methodwrapper;

typedef struct vv_getsetdescr {
    vv_obj head;
    vv_type *owner;
    const vv_getsetdef *def;
} vv_getsetdescr;
VV_NODISCARD vv_owned vv_getsetdescr_new(vv_thread *t, vv_type *owner, const vv_getsetdef *def);
typedef struct vv_memberdescr { /* a C field, or a __slots__ member (then def is NULL) */
    vv_obj head;
    vv_type *owner;
    const vv_memberdef *def;
    vv_obj *name;    /* owned str */
    int32_t offset; /* of the vv_obj* field for __slots__ members */
} vv_memberdescr;

VV_NODISCARD vv_owned vv_memberdescr_new(vv_thread *t, vv_type *owner, const vv_memberdef *def);
/* The descriptor of a __slots__ member: an object reference at `offset`. */
VV_NODISCARD vv_owned vv_slotmember_new(vv_thread *t, vv_type *owner, vv_ref name, int32_t offset);

typedef struct vv_property {
    vv_obj head;
    vv_obj *get, *set, *del, *doc, *name; /* owned or NULL */
    bool getter_doc;                      /* `doc` is the getter's */
} vv_property;
typedef struct vv_classmethod { /* classmethod and staticmethod */
    vv_obj head;
    vv_obj *callable, *dict;
} vv_classmethod;
VV_NODISCARD vv_owned vv_classmethod_new(vv_thread *t, vv_ref callable);
VV_NODISCARD vv_owned vv_staticmethod_new(vv_thread *t, vv_ref callable);
typedef struct vv_super {
    vv_obj head;
    vv_type *type;     /* owned */
    vv_obj *self;      /* owned or NULL */
    vv_type *self_type;/* owned or NULL */
} vv_super;
/* super(type, self); NULL without an exception when self is no instance or subclass of type, as far as its type tells. */
VV_NODISCARD vv_owned vv_super_new(vv_thread *t, vv_ref type, vv_ref self);

typedef struct vv_cell {
    vv_obj head;
    vv_obj *value; /* owned or NULL (empty) */
} vv_cell;
#define VV_CELL_OF(o) ((vv_cell *)(o))
VV_NODISCARD vv_owned vv_cell_new(vv_thread *t, vv_ref value_or_null);

typedef struct vv_module {
    vv_obj head;
    vv_obj *dict; /* owned */
    vv_obj *weaklist;
    bool builtin; /* made in C */
} vv_module;
#define VV_MODULE_OF(o) ((vv_module *)(o))
VV_NODISCARD vv_owned vv_module_new(vv_thread *t, vv_ref name);
/* A C module: functions from a table, `doc`. */
VV_NODISCARD vv_owned vv_module_from_defs(vv_thread *t, const char *name, const char *doc, const vv_methoddef *functions);
/* `call` slots (vm/call.c) */
vv_slotfn_call vv_call_function, vv_call_method, vv_call_builtin, vv_call_methoddescr;

/* Adds further functions to a C module: 0/-1. */
VV_NODISCARD int vv_module_add_functions(vv_thread *t, vv_ref module, const vv_methoddef *functions);
VV_NODISCARD vv_owned vv_mappingproxy_new(vv_thread *t, vv_ref mapping);

#endif
