/* type.h - type objects: layout, slots, and how they are made from C specs and from `class` statements. */
#ifndef VV_OBJECT_TYPE_H
#define VV_OBJECT_TYPE_H

#include "object/methoddef.h"

/* Every built-in type has an id, in the order of types/types.def, and is found as vm->types[id]. */
enum vv_type_id {
#define VV_TYPE(ID, name) VV_T_##ID,
#include "types/types.def"
#undef VV_TYPE
#define VV_EXC(name, base, layout, doc) VV_##name,
#include "types/exceptions.def"
#undef VV_EXC
    VV_T__EAGER, /* the types above exist from the start, those of library modules once a module asks for them */
    VV_T__BEFORE_MODULES = VV_T__EAGER - 1,
#define VV_TYPE(ID, name) VV_T_##ID,
#include "types/module_types.def"
#undef VV_TYPE
    VV_T__COUNT
};

enum vv_type_flags {
    VV_TF_GC = 1 << 0,            /* instances have collector links and a traverse function */
    VV_TF_HEAP = 1 << 1,          /* made by `class`: instances own a reference to their type */
    VV_TF_BASETYPE = 1 << 2,      /* may be subclassed */
    VV_TF_IMMUTABLE = 1 << 3,     /* "cannot set 'x' attribute of immutable type 'y'" */
    VV_TF_PLAIN_HASH_EQ = 1 << 4, /* hash and == of exact instances never run Python (dict keys take the short way) */
    VV_TF_ABSTRACT = 1 << 5,      /* has __abstractmethods__ */
    VV_TF_SEQUENCE = 1 << 6,      /* matches `case [..]` */
    VV_TF_MAPPING = 1 << 7,       /* matches `case {..}` */
    VV_TF_MATCH_SELF = 1 << 8,    /* `case int(x)`: the subject itself */
    VV_TF_METHOD_DESCR = 1 << 9,  /* LOAD_ATTR may skip making a bound method */
    VV_TF_NO_NEW = 1 << 10,       /* "cannot create 'x' instances" */
    VV_TF_HAS_DEL = 1 << 11,      /* defines or inherits __del__ */
    VV_TF_DICT_PRE = 1 << 12,     /* instance dict stands before the object (dictoffset < 0) */
    VV_TF_WEAK_PRE = 1 << 13,     /* weak reference list stands before the object */
    VV_TF_OWN_MRO = 1 << 14,      /* mro() of a metaclass made its MRO: no version, since a change of a class there may not reach it */
    VV_TF_LATE_COMPARE = 1 << 15, /* a built-in type whose comparison may run Python and then still not know the answer */
    /* what an instance is, for isinstance checks in one load; inherited */
    VV_TF_INT = 1 << 16,
    VV_TF_STR = 1 << 17,
    VV_TF_BYTES = 1 << 18,
    VV_TF_LIST = 1 << 19,
    VV_TF_TUPLE = 1 << 20,
    VV_TF_DICT = 1 << 21,
    VV_TF_TYPE = 1 << 22,
    VV_TF_EXCEPTION = 1 << 23,
    VV_TF_SET = 1 << 24,     /* set or frozenset */
    VV_TF_FLOAT = 1 << 25,
    VV_TF_INHERITED = 0x3FF << 16,
    VV_TF_MADE = 1 << 26,    /* a module makes it at run time (in CPython a heap type that is written in C) */
};

/* Calls visit on every owned reference; stops at and returns the first non-zero answer. */
typedef int (*vv_visit)(vv_obj *o, void *arg);
typedef int (*vv_traverse_fn)(vv_ref self, vv_visit visit, void *arg);
/* Drops references that can take part in cycles, leaving a valid object. */
typedef void (*vv_clear_fn)(vv_thread *t, vv_obj *self);
/* Releases every field and gives the memory back with vv_free_object. Weak references are cleared and the object is
 * untracked already. */
typedef void (*vv_dealloc_fn)(vv_thread *t, vv_obj *self);

#define VV_VISIT(o)                                                                                                    \
    do {                                                                                                               \
        if ((o) != NULL) {                                                                                             \
            int vv_r_ = visit((vv_obj *)(o), arg);                                                                     \
            if (vv_r_ != 0)                                                                                            \
                return vv_r_;                                                                                          \
        }                                                                                                              \
    } while (0)

/* What a C file says about one type; constant, read once when a program is created. */
typedef struct vv_typespec {
    const char *name;      /* "list" */
    const char *module;    /* NULL = "builtins" */
    int base;              /* enum vv_type_id; ignored for object itself */
    uint32_t flags;        /* enum vv_type_flags, own ones; VV_TF_INHERITED ones come from the base as well */
    uint32_t basicsize;    /* sizeof the struct */
    uint32_t itemsize;     /* bytes of each item of variable part (documentation for views) */
    uint16_t size64;       /* sys.getsizeof of an empty instance on 64-bit CPython 3.12, collector head included */
    bool gc64;             /* CPython's objects have the collector's links, though ours hold no reference */
    int64_t (*size64_of)(vv_ref o); /* what __sizeof__ says on 64-bit CPython 3.12 where it depends on the instance; NULL: size64 */
    int32_t dictoffset;    /* offset of a `vv_obj *dict` field, or 0 */
    int32_t weakoffset;    /* offset of a `vv_obj *weaklist` field, or 0 */
    const char *doc;
    const char *signature; /* of the constructor, for __text_signature__; or NULL */
    const vv_slots *slots;
    const vv_methoddef *methods;
    const vv_getsetdef *getset;
    const vv_memberdef *members;
    vv_dealloc_fn dealloc;
    vv_traverse_fn traverse; /* required with VV_TF_GC */
    vv_clear_fn clear;       /* required where a reference may change after the object was made: only such a one closes a cycle */
} vv_typespec;

struct vv_type {
    vv_obj head; /* head.type is the metatype */
    vv_slots s;
    vv_obj *dict;        /* owned dict */
    vv_obj *weaklist;
    vv_obj *name;        /* owned str: __name__ */
    vv_obj *qualname;    /* owned str */
    vv_obj *bases;       /* owned tuple of types */
    vv_obj *mro;         /* owned tuple, this type first */
    vv_obj *subclasses;  /* owned list of weak references, or NULL */
    vv_obj *slot_names;  /* owned tuple of __slots__ members, or NULL */
    vv_type *base;       /* owned: the base that decides the layout */
    struct vv_dict_keys *shared_keys; /* names of its instances' attributes (types/instance.h), or NULL */
    const char *tp_name; /* what error messages call it: UTF-8 of `name`, kept by it or constant */
    const vv_typespec *spec; /* of a built-in type; a heap type's nearest built-in base has it too */
    uint32_t id;         /* enum vv_type_id of a built-in type, else VV_T__COUNT */
    uint32_t flags;
    uint32_t version;    /* changes whenever the type or a base changes; never 0 when valid for caches */
    uint32_t basicsize;
    uint32_t itemsize;
    uint32_t presize;    /* bytes before the object: collector links and managed dict/weaklist */
    int32_t dictoffset;  /* may be negative; 0 = instances have no dict */
    int32_t weakoffset;
    uint8_t shared_room;   /* how many names can still be added to the shared keys; less with each instance, as in CPython */
    uint8_t inside_values; /* values that a new instance has room for behind its fields */
    vv_dealloc_fn dealloc;
    vv_traverse_fn traverse;
    vv_clear_fn clear;
    vv_type *next_static; /* chain of vm->static_types */
    vv_type *walk;        /* scratch link of walks over subclasses; NULL in between */
};
#define VV_TYPE_OF(o) ((o)->type)
#define VV_AS_TYPE(o) ((vv_type *)(o))

/* t's built-in type by id: VV_TYPEP(t, LIST). */
#define VV_TYPEP(t, ID) ((t)->vm->types[VV_T_##ID])
/* Exact type test, and isinstance test by flag: VV_IS(t, o, LIST), VV_ISA(o, LIST). */
#define VV_IS(t, o, ID) ((o)->type == VV_TYPEP(t, ID))
#define VV_ISA(o, FLAG) (((o)->type->flags & VV_TF_##FLAG) != 0)

/* Has o items by number (PySequence_Check)? In a type written in C a `getitem` without `iter` is for keys. */
static inline bool vv_is_sequence(const vv_obj *o) {
    return o->type->s.getitem != NULL && !VV_ISA(o, DICT) && (o->type->s.iter != NULL || (o->type->flags & VV_TF_HEAP) != 0);
}
static inline bool vv_is_iterable(const vv_obj *o) {
    return o->type->s.iter != NULL || vv_is_sequence(o);
}

/* The specs by type id (types/builtin_types.c). */
extern const vv_typespec *const vv_builtin_specs[VV_T__COUNT];
/* Creates vm->types from the specs; called once. 0 or -1. Afterwards instances can be made, attributes not yet found. */
VV_NODISCARD int vv_type_init(vv_thread *t);
/* Second part, once strings, tuples and dicts work: names, bases, MROs and dicts of all types. 0 or -1. */
VV_NODISCARD int vv_type_init_dicts(vv_thread *t);
/* Releases what built-in types hold, when a program ends; then, when no object is left, the types themselves. */
void vv_type_finish(vv_thread *t);
void vv_type_free_static(vv_vm *vm);
/* A further built-in type (of a module): not in vm->types. */
VV_NODISCARD vv_owned vv_type_from_spec(vv_thread *t, const vv_typespec *spec, vv_ref base_or_null);

/* The type of a library module (types/module_types.def), made on first use; borrowed, NULL with MemoryError. While it is
 * not made, vm->types[id] is NULL and no instance exists. */
vv_type *vv_type_ensure_peek(vv_thread *t, int id);

/* repr(type) without Python: "<class 'int'>". */
VV_NODISCARD vv_owned vv_type_repr(vv_thread *t, const vv_type *type);
/* __module__ of a type: what its dict says, else its spec's; any object (owned). */
VV_NODISCARD vv_owned vv_type_module(vv_thread *t, const vv_type *type);

/* sys.getsizeof on 64-bit CPython 3.12, if the object's class does not define __sizeof__ itself. */
int64_t vv_object_size64(vv_ref o);
/* The part of it that stands before the object: the collector's links, a class's dict and weak references. */
int64_t vv_object_head64(vv_ref o);
/* What object.__sizeof__ says on 64-bit CPython 3.12: the object without what its type keeps beside it. */
int64_t vv_object_plain64(vv_ref o);

/* Name as in messages ("int"). */
static inline const char *vv_type_name(vv_ref o) {
    return o->type->tp_name;
}

/* Attribute of a type found along its MRO, without binding: borrowed, NULL if absent (no exception). Never runs Python.
 * `name` is an interned str. Cached by (version, name). */
vv_ref vv_type_lookup_peek(vv_thread *t, const vv_type *type, vv_ref name);
bool vv_type_is_subtype(const vv_type *type, const vv_type *base);
/* isinstance without hooks. */
static inline bool vv_is_instance(vv_ref o, const vv_type *type) {
    return o->type == type || vv_type_is_subtype(o->type, type);
}
/* A type's dict, bases or a slot function changed: new version for it and all subclasses, slots looked up again. */
void vv_type_modified(vv_thread *t, vv_type *type);
/* What a class and those below it match: VV_TF_SEQUENCE or VV_TF_MAPPING. Immutable types stay what they are. */
void vv_type_set_collection(vv_thread *t, vv_type *type, uint32_t flag);
/* Gives the type a version if it has none; 0 when versions have run out. */
uint32_t vv_type_version(vv_thread *t, vv_type *type);

/* type(name, bases, ns): metaclass already chosen, `ns` a dict that is copied, `slots` a tuple: the items of __slots__. Runs no Python: the caller gives the class
 * its MRO, calls vv_type_ready, __set_name__ and __init_subclass__. NULL with TypeError for layout conflicts, bad slots */
VV_NODISCARD vv_owned vv_type_new(vv_thread *t, vv_type *metatype, vv_ref name, vv_ref bases, vv_ref ns, vv_ref slots_or_null);
/* The MRO of a new class is there: its bases learn of it, its slots are filled. 0/-1. */
VV_NODISCARD int vv_type_ready(vv_thread *t, vv_type *type);
/* Does the metaclass of `type` have an mro() of its own? */
bool vv_type_has_own_mro(vv_thread *t, const vv_type *type);
/* May the tuple that mro() returned be used? 0, or -1 with TypeError. */
VV_NODISCARD int vv_type_check_mro(vv_thread *t, const vv_type *type, vv_ref mro);
/* Puts an MRO (taken) in place; `own`: mro() of a metaclass made it. */
void vv_type_set_mro_take(vv_thread *t, vv_type *type, vv_owned mro, bool own);
/* C3 linearisation of a type from its `bases`: a tuple, or NULL with TypeError. */
VV_NODISCARD vv_owned vv_type_compute_mro(vv_thread *t, vv_type *type);
/* The base that decides the layout of a class with these bases, borrowed; NULL with TypeError. */
vv_type *vv_type_best_base_peek(vv_thread *t, vv_ref bases);
/* Enters `type` among the subclasses of each of its bases; takes it out again. */
VV_NODISCARD int vv_type_add_subclass(vv_thread *t, vv_type *type);
void vv_type_remove_subclass(vv_thread *t, vv_type *type);
/* Live direct subclasses: calls visit for each (borrowed) in order of creation. */
int vv_type_each_subclass(vv_ref type, vv_visit visit, void *arg);
/* What instances of heap types, and type objects themselves, do. */
int vv_type_traverse(vv_ref self, vv_visit visit, void *arg);
void vv_type_clear(vv_thread *t, vv_obj *self);
void vv_type_dealloc(vv_thread *t, vv_obj *self);

/* The most derived metaclass of `bases` and `metatype`, borrowed; NULL with "metaclass conflict: ...". */
vv_ref vv_type_metaclass_peek(vv_thread *t, vv_ref metatype, vv_ref bases);

/* ---- generic slots ---- */
vv_slotfn_getattr vv_generic_getattr; /* object.__getattribute__ */
vv_slotfn_setattr vv_generic_setattr; /* object.__setattr__ and __delattr__ */
vv_slotfn_iter vv_self_iter;          /* `return self` */
vv_slotfn_hash vv_hash_unhashable;    /* what `__hash__ = None` puts in the slot: "unhashable type: 'list'" */
vv_slotfn_hash vv_identity_hash;      /* object.__hash__ */
vv_slotfn_compare vv_identity_compare; /* object's == and != */
vv_slotfn_call vv_type_call;          /* type.__call__: __new__ and __init__ */
/* `__dict__` of instances: the dict is made on first use; only a dict may be put in its place. */
vv_getter_fn vv_instance_get_dict;
vv_setter_fn vv_instance_set_dict;
vv_setter_fn vv_generic_set_dict; /* the same for built-in types, which do not let it be deleted */
/* Hash of an address, as CPython computes id-based hashes. */
vv_hash vv_pointer_hash(const void *p);

/* Where the own __slots__ fields of a class begin in its instances. Those of a str, whose text stands at the end of the
 * object, are below the weak reference list, a subclass's below its base's. */
int32_t vv_type_own_slots(const vv_type *type);

/* The field `dict` of an instance of a built-in type (dictoffset > 0). Instances of classes: types/instance.h. */
static inline vv_obj **vv_dict_field(vv_ref o) {
    VV_ASSERT(o->type->dictoffset > 0);
    return (vv_obj **)((char *)o + o->type->dictoffset);
}

#endif
