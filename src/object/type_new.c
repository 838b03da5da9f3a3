/* type_new.c - making classes: the layout-deciding base, C3, __slots__.
 *
 * Layout of an instance of a class: the fields of its nearest built-in base, then one reference for each __slots__
 * member, base classes first; dict and weak reference list stand before the object (object/object.h), the dict next to
 * the collector's links, the list left of it.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/gc.h"
#include "object/intern.h"
#include "object/slotdefs.h"
#include "object/type_private.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- bases ---- */

/* The type up the chain of bases that last added fields. */
static const vv_type *solid_base(const vv_type *type) {
    while (type->base != NULL && type->basicsize == type->base->basicsize && type->itemsize == type->base->itemsize &&
           vv_type_early_slots(type) == vv_type_early_slots(type->base))
        type = type->base;
    return type;
}

vv_type *vv_type_best_base_peek(vv_thread *t, vv_ref bases) {
    const vv_tuple *tuple = VV_TUPLE(bases);
    vv_type *base = NULL;
    const vv_type *winner = NULL;
    for (size_t i = 0; i < tuple->length; i++) {
        if (!VV_ISA(tuple->items[i], TYPE)) {
            vv_raise(t, VV_TypeError, "bases must be types");
            return NULL;
        }
        vv_type *candidate = VV_AS_TYPE(tuple->items[i]);
        if ((candidate->flags & VV_TF_BASETYPE) == 0) {
            vv_raise(t, VV_TypeError, "type '%N' is not an acceptable base type", candidate);
            return NULL;
        }
        const vv_type *solid = solid_base(candidate);
        if (winner == NULL || (!vv_type_is_subtype(winner, solid) && vv_type_is_subtype(solid, winner))) {
            winner = solid;
            base = candidate;
        } else if (!vv_type_is_subtype(winner, solid)) {
            vv_raise(t, VV_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return base;
}

vv_ref vv_type_metaclass_peek(vv_thread *t, vv_ref metatype, vv_ref bases) {
    vv_type *winner = VV_AS_TYPE(metatype);
    for (size_t i = 0; i < VV_TUPLE(bases)->length; i++) {
        vv_type *type = VV_TUPLE(bases)->items[i]->type;
        if (vv_type_is_subtype(winner, type))
            continue;
        if (!vv_type_is_subtype(type, winner)) {
            vv_raise(t, VV_TypeError,
                     "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                     "metaclasses of all its bases");
            return NULL;
        }
        winner = type;
    }
    return &winner->head;
}

/* ---- C3 linearisation (Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996) ---- */

static bool in_tail(const vv_tuple *list, size_t head, vv_ref type) {
    for (size_t i = head + 1; i < list->length; i++) {
        if (list->items[i] == type)
            return true;
    }
    return false;
}

/* Names the heads that block each other. */
static void raise_no_mro(vv_thread *t, const vv_tuple *const *lists, const size_t *heads, size_t n) {
    vv_strbuilder b = {0};
    static const char start[] = "Cannot create a consistent method resolution\norder (MRO) for bases";
    bool failed = vv_strbuilder_ascii(t, &b, start, sizeof(start) - 1) < 0;
    size_t told = 0;
    for (size_t i = 0; i < n && !failed; i++) {
        if (heads[i] >= lists[i]->length)
            continue;
        vv_ref head = lists[i]->items[heads[i]];
        bool again = false;
        for (size_t k = 0; k < i; k++)
            again |= heads[k] < lists[k]->length && lists[k]->items[heads[k]] == head;
        if (again)
            continue;
        failed = vv_strbuilder_ascii(t, &b, &", "[told == 0], told == 0 ? 1 : 2) < 0 ||
                 vv_strbuilder_str(t, &b, VV_AS_TYPE(head)->name) < 0;
        told++;
    }
    if (failed) {
        vv_strbuilder_drop(t, &b);
        return;
    }
    VV_AUTO message = {t, vv_strbuilder_finish(t, &b)};
    if (message.o != NULL)
        vv_raise_value(t, VV_TypeError, message.o);
}

static vv_owned merge(vv_thread *t, vv_type *type, const vv_tuple **lists, size_t *heads, size_t n) {
    VV_AUTO mro = {t, vv_list_new(t, 0)};
    if (mro.o == NULL || vv_list_append(t, mro.o, &type->head) < 0)
        return NULL;
    for (;;) {
        bool any = false;
        vv_ref next = NULL;
        for (size_t i = 0; i < n && next == NULL; i++) {
            if (heads[i] >= lists[i]->length)
                continue;
            any = true;
            vv_ref candidate = lists[i]->items[heads[i]];
            bool blocked = false;
            for (size_t k = 0; k < n && !blocked; k++)
                blocked = in_tail(lists[k], heads[k], candidate);
            if (!blocked)
                next = candidate;
        }
        if (!any)
            return vv_list_to_tuple(t, mro.o);
        if (next == NULL) {
            raise_no_mro(t, lists, heads, n);
            return NULL;
        }
        if (vv_list_append(t, mro.o, next) < 0)
            return NULL;
        for (size_t i = 0; i < n; i++) {
            if (heads[i] < lists[i]->length && lists[i]->items[heads[i]] == next)
                heads[i]++;
        }
    }
}

vv_owned vv_type_compute_mro(vv_thread *t, vv_type *type) {
    const vv_tuple *bases = VV_TUPLE(type->bases);
    for (size_t i = 0; i < bases->length; i++) {
        for (size_t k = 0; k < i; k++) {
            if (bases->items[i] == bases->items[k])
                return vv_raise(t, VV_TypeError, "duplicate base class %U", VV_AS_TYPE(bases->items[i])->name);
        }
        if (VV_AS_TYPE(bases->items[i])->mro == NULL)
            return vv_raise(t, VV_TypeError, "Cannot extend an incomplete type '%N'", VV_AS_TYPE(bases->items[i]));
    }
    size_t n = bases->length + 1;
    const vv_tuple **lists = vv_alloc(t, n * (sizeof(*lists) + sizeof(size_t)));
    if (lists == NULL)
        return NULL;
    size_t *heads = (size_t *)(lists + n);
    memset(heads, 0, n * sizeof(size_t));
    for (size_t i = 0; i + 1 < n; i++)
        lists[i] = VV_TUPLE(VV_AS_TYPE(bases->items[i])->mro);
    lists[n - 1] = bases;
    vv_obj *mro = merge(t, type, lists, heads, n);
    vv_free(t, lists);
    return mro;
}

/* ---- __slots__ ---- */

typedef struct class_maker {
    vv_thread *t;
    vv_type *base;
    vv_obj *name, *bases, *dict; /* borrowed, except dict: owned */
    vv_obj *given;               /* borrowed tuple: the items of __slots__, if there are any */
    vv_obj *slots;               /* owned list of mangled names, sorted; or NULL: no __slots__ */
    bool may_add_dict, may_add_weak, add_dict, add_weak;
} class_maker;

/* _Class__name for private names. */
static vv_owned mangle(vv_thread *t, vv_ref class_name, vv_ref name) {
    size_t n = vv_str_length(name), c = vv_str_length(class_name), skip = 0;
    bool is_private = n > 2 && vv_str_at(name, 0) == '_' && vv_str_at(name, 1) == '_' &&
                      !(vv_str_at(name, n - 1) == '_' && vv_str_at(name, n - 2) == '_');
    while (skip < c && vv_str_at(class_name, skip) == '_')
        skip++;
    if (!is_private || skip == c)
        return vv_newref(name);
    VV_AUTO rest = {t, vv_str_slice(t, class_name, skip, c)};
    vv_obj *s = rest.o == NULL ? NULL : vv_format(t, "_%U%U", rest.o, name);
    if (s != NULL)
        vv_intern(t, &s);
    return s;
}

static int insert_sorted(vv_thread *t, vv_ref list, vv_ref name) {
    size_t i = 0;
    while (i < VV_LIST(list)->length && vv_str_compare(VV_LIST(list)->items[i], name) < 0)
        i++;
    return vv_list_insert(t, list, (int64_t)i, name);
}

static int take_slot(class_maker *m, vv_ref item) {
    vv_thread *t = m->t;
    if (!VV_ISA(item, STR))
        return vv_raise_int(t, VV_TypeError, "__slots__ items must be strings, not '%T'", item);
    if (!vv_str_is_identifier(item))
        return vv_raise_int(t, VV_TypeError, "__slots__ must be identifiers");
    if (vv_str_equal_cstr(item, "__dict__")) {
        if (!m->may_add_dict || m->add_dict)
            return vv_raise_int(t, VV_TypeError, "__dict__ slot disallowed: we already got one");
        m->add_dict = true;
        return 0;
    }
    if (vv_str_equal_cstr(item, "__weakref__")) {
        if (!m->may_add_weak || m->add_weak)
            return vv_raise_int(t, VV_TypeError, "__weakref__ slot disallowed: we already got one");
        m->add_weak = true;
        return 0;
    }
    VV_AUTO name = {t, mangle(t, m->name, item)};
    if (name.o == NULL || insert_sorted(t, m->slots, name.o) < 0)
        return -1;
    if (vv_dict_get_str_peek(m->dict, name.o) != NULL && !vv_str_equal_cstr(name.o, "__qualname__") &&
        !vv_str_equal_cstr(name.o, "__classcell__"))
        return vv_raise_int(t, VV_ValueError, "%R in __slots__ conflicts with class variable", name.o);
    return 0;
}

static int collect_slots(class_maker *m) {
    vv_thread *t = m->t;
    m->may_add_dict = m->base->dictoffset == 0;
    m->may_add_weak = m->base->weakoffset == 0 && m->base->itemsize == 0;
    if (m->given == NULL) {
        m->add_dict = m->may_add_dict;
        m->add_weak = m->may_add_weak;
        return 0;
    }
    m->slots = vv_list_new(t, 0);
    if (m->slots == NULL)
        return -1;
    size_t n = VV_TUPLE(m->given)->length;
    if (n > 0 && m->base->itemsize != 0)
        return vv_raise_int(t, VV_TypeError, "nonempty __slots__ not supported for subtype of '%N'", m->base);
    for (size_t i = 0; i < n; i++) {
        if (take_slot(m, VV_TUPLE(m->given)->items[i]) < 0)
            return -1;
    }
    for (size_t i = 0; i < VV_TUPLE(m->bases)->length; i++) {
        const vv_type *other = VV_AS_TYPE(VV_TUPLE(m->bases)->items[i]);
        m->add_dict |= m->may_add_dict && other->dictoffset != 0;
        m->add_weak |= m->may_add_weak && other->weakoffset != 0;
    }
    return 0;
}

/* ---- the class object ---- */

static void lay_out(class_maker *m, vv_type *type) {
    const vv_type *base = m->base;
    uint32_t flags = base->flags & (VV_TF_INHERITED | VV_TF_MATCH_SELF | VV_TF_DICT_PRE | VV_TF_WEAK_PRE);
    flags |= VV_TF_HEAP | VV_TF_GC | VV_TF_BASETYPE;
    if (m->add_dict)
        flags |= VV_TF_DICT_PRE;
    if (m->add_weak)
        flags |= VV_TF_WEAK_PRE;
    type->flags = flags;
    type->id = VV_T__COUNT;
    type->spec = base->spec;
    type->itemsize = base->itemsize;
    type->basicsize = base->basicsize;
    bool early = (flags & VV_TF_STR) != 0;
    if (m->slots != NULL && !early) {
        size_t align = sizeof(vv_obj *) - 1;
        type->basicsize = (uint32_t)((base->basicsize + align) & ~align);
        type->basicsize += (uint32_t)(VV_LIST(m->slots)->length * sizeof(vv_obj *));
    }
    int32_t before = (int32_t)sizeof(vv_gc_head), word = (int32_t)sizeof(vv_obj *);
    type->dictoffset = (flags & VV_TF_DICT_PRE) != 0 ? -before - word : base->dictoffset;
    type->weakoffset = (flags & VV_TF_WEAK_PRE) != 0 ? -before - 2 * word : base->weakoffset;
    uint32_t presize = (uint32_t)((flags & VV_TF_WEAK_PRE) != 0   ? before + 2 * word
                                  : (flags & VV_TF_DICT_PRE) != 0 ? before + word
                                                                  : before);
    if (early && (vv_type_early_slots(base) > 0 || (m->slots != NULL && VV_LIST(m->slots)->length > 0)))
        presize = (uint32_t)(VV_INSTANCE_PREFIX + vv_type_early_slots(base) + (m->slots == NULL ? 0 : VV_LIST(m->slots)->length) * sizeof(vv_obj *));
    type->presize = (presize + 7) & ~(uint32_t)7;
    type->shared_room = (flags & VV_TF_DICT_PRE) != 0 ? VV_SHARED_KEYS_MAX : 0;
    type->dealloc = vv_instance_dealloc;
    type->traverse = vv_instance_traverse;
    type->clear = vv_instance_clear_all;
}

/* `f` given as a plain function under `name` becomes what `wrap` makes of it. */
static int wrap_function(class_maker *m, vv_ref name, vv_owned (*wrap)(vv_thread *, vv_ref)) {
    vv_ref f = vv_dict_get_str_peek(m->dict, name);
    if (f == NULL || !VV_IS(m->t, f, FUNCTION))
        return 0;
    VV_AUTO wrapped = {m->t, wrap(m->t, f)};
    return wrapped.o == NULL ? -1 : vv_dict_set_str(m->t, m->dict, name, wrapped.o);
}

static int set_names(class_maker *m, vv_type *type) {
    vv_thread *t = m->t;
    type->name = vv_newref(m->name);
    type->tp_name = vv_str_utf8_peek(t, m->name, &(size_t){0});
    if (type->tp_name == NULL)
        return -1;
    vv_ref qualname = vv_dict_get_str_peek(m->dict, VV_N(t, __qualname__));
    if (qualname == NULL) {
        type->qualname = vv_newref(m->name);
    } else if (!VV_ISA(qualname, STR)) {
        return vv_raise_int(t, VV_TypeError, "type __qualname__ must be a str, not %T", qualname);
    } else {
        type->qualname = vv_newref(qualname);
        if (vv_dict_del_str(t, m->dict, VV_N(t, __qualname__)) < 0)
            return -1;
    }
    if (vv_dict_get_str_peek(m->dict, VV_N(t, __module__)) == NULL) {
        vv_ref globals = vv_caller_globals_peek(t);
        vv_ref module = globals == NULL ? NULL : vv_dict_get_str_peek(globals, VV_N(t, __name__));
        if (module != NULL && vv_dict_set_str(t, m->dict, VV_N(t, __module__), module) < 0)
            return -1;
    }
    return 0;
}

/* Hands the new class to the cell that the compiler left in the namespace for super() and __class__. */
static int fill_cell(class_maker *m, vv_ref name, vv_ref value) {
    vv_thread *t = m->t;
    VV_AUTO cell = {t, vv_dict_pop_str(t, m->dict, name)};
    if (cell.o == NULL)
        return 0;
    if (!VV_IS(t, cell.o, CELL))
        return vv_raise_int(t, VV_TypeError, "%U must be a nonlocal cell, not %R", name, &cell.o->type->head);
    vv_setref_take(t, &VV_CELL_OF(cell.o)->value, vv_newref(value));
    return 0;
}

static int add_slot_members(class_maker *m, vv_type *type) {
    vv_thread *t = m->t;
    size_t n = m->slots == NULL ? 0 : VV_LIST(m->slots)->length;
    if (m->slots != NULL) {
        type->slot_names = vv_list_to_tuple(t, m->slots);
        if (type->slot_names == NULL)
            return -1;
        if (n > 0) /* strings only */
            vv_untrack(t, type->slot_names);
    }
    int32_t offset = vv_type_own_slots(type);
    for (size_t i = 0; i < n; i++, offset += (int32_t)sizeof(vv_obj *)) {
        vv_ref name = VV_LIST(m->slots)->items[i];
        VV_AUTO member = {t, vv_slotmember_new(t, type, name, offset)};
        if (member.o == NULL || vv_dict_set_str(t, m->dict, name, member.o) < 0)
            return -1;
    }
    const vv_getsetdef *const added[2] = {m->add_dict ? &vv_instance_dict_def : NULL,
                                          m->add_weak ? &vv_instance_weakref_def : NULL};
    for (size_t i = 0; i < 2; i++) {
        if (added[i] == NULL)
            continue;
        VV_AUTO descr = {t, vv_getsetdescr_new(t, type, added[i])};
        if (descr.o == NULL)
            return -1;
        VV_AUTO key = {t, vv_intern_cstr(t, added[i]->name)};
        if (key.o == NULL ||
            (vv_dict_get_str_peek(m->dict, key.o) == NULL && vv_dict_set_str(t, m->dict, key.o, descr.o) < 0))
            return -1;
    }
    return 0;
}

static int wrap_functions(class_maker *m, vv_type *type) {
    vv_thread *t = m->t;
    if (set_names(m, type) < 0 || wrap_function(m, VV_N(t, __new__), vv_staticmethod_new) < 0 ||
        wrap_function(m, VV_N(t, __init_subclass__), vv_classmethod_new) < 0 ||
        wrap_function(m, VV_N(t, __class_getitem__), vv_classmethod_new) < 0)
        return -1;
    return 0;
}

static int finish_dict(class_maker *m, vv_type *type) {
    vv_thread *t = m->t;
    if (add_slot_members(m, type) < 0)
        return -1;
    if (vv_dict_get_str_peek(m->dict, VV_N(t, __eq__)) != NULL &&
        vv_dict_get_str_peek(m->dict, VV_N(t, __hash__)) == NULL &&
        vv_dict_set_str(t, m->dict, VV_N(t, __hash__), VV_NONE(t)) < 0)
        return -1;
    if (vv_dict_get_str_peek(m->dict, VV_N(t, __doc__)) == NULL &&
        vv_dict_set_str(t, m->dict, VV_N(t, __doc__), VV_NONE(t)) < 0)
        return -1;
    return 0;
}

static vv_owned make_class(class_maker *m, vv_type *metatype) {
    vv_thread *t = m->t;
    vv_obj *o = vv_new_object(t, metatype, metatype->basicsize);
    if (o == NULL)
        return NULL;
    vv_type *type = VV_AS_TYPE(o);
    type->flags = VV_TF_HEAP;
    type->base = m->base;
    vv_incref(&m->base->head);
    type->bases = vv_newref(m->bases);
    lay_out(m, type);
    type->dict = vv_newref(m->dict);
    bool failed = wrap_functions(m, type) < 0 || fill_cell(m, VV_N(t, __classdictcell__), type->dict) < 0 ||
                  fill_cell(m, VV_N(t, __classcell__), o) < 0 || finish_dict(m, type) < 0;
    vv_track(t, o); /* it is in cycles already, which the collector takes apart */
    if (failed) {
        vv_decref(t, o);
        return NULL;
    }
    return o;
}

/* ---- the MRO of a class ---- */

bool vv_type_has_own_mro(vv_thread *t, const vv_type *type) {
    if (type->head.type == VV_TYPEP(t, TYPE))
        return false;
    vv_ref mro = vv_type_lookup_peek(t, type->head.type, VV_N(t, mro));
    return mro == NULL || mro != vv_dict_get_str_peek(VV_TYPEP(t, TYPE)->dict, VV_N(t, mro));
}

int vv_type_check_mro(vv_thread *t, const vv_type *type, vv_ref mro) {
    const vv_type *solid = solid_base(type);
    const vv_tuple *tuple = VV_TUPLE(mro);
    if (tuple->length == 0)
        return vv_raise_int(t, VV_TypeError, "type MRO must not be empty");
    for (size_t i = 0; i < tuple->length; i++) {
        if (!VV_ISA(tuple->items[i], TYPE))
            return vv_raise_int(t, VV_TypeError, "mro() returned a non-class ('%T')", tuple->items[i]);
        const vv_type *base = VV_AS_TYPE(tuple->items[i]);
        if (!vv_type_is_subtype(solid, solid_base(base)))
            return vv_raise_int(t, VV_TypeError, "mro() returned base with unsuitable layout ('%N')", base);
    }
    return 0;
}

void vv_type_set_mro_take(vv_thread *t, vv_type *type, vv_owned mro, bool own) {
    for (size_t i = 0; i < VV_TUPLE(type->bases)->length; i++)
        own |= (VV_AS_TYPE(VV_TUPLE(type->bases)->items[i])->flags & VV_TF_OWN_MRO) != 0;
    vv_type_modified(t, type);
    type->flags = own ? type->flags | VV_TF_OWN_MRO : type->flags & ~(uint32_t)VV_TF_OWN_MRO;
    vv_setref_take(t, &type->mro, mro);
}

int vv_type_ready(vv_thread *t, vv_type *type) {
    if (vv_type_add_subclass(t, type) < 0)
        return -1;
    /* The first class of the MRO that matches sequences or mappings decides what this one matches. */
    const vv_tuple *mro = VV_TUPLE(type->mro);
    for (size_t k = 1; k < mro->length && (type->flags & (VV_TF_SEQUENCE | VV_TF_MAPPING)) == 0; k++)
        type->flags |= VV_AS_TYPE(mro->items[k])->flags & (VV_TF_SEQUENCE | VV_TF_MAPPING);
    vv_slots_fill(t, type);
    return 0;
}

vv_owned vv_type_new(vv_thread *t, vv_type *metatype, vv_ref name, vv_ref bases, vv_ref ns, vv_ref slots) {
    size_t length;
    const char *text = vv_str_utf8_peek(t, name, &length);
    if (text == NULL)
        return NULL;
    if (strlen(text) != length)
        return vv_raise(t, VV_ValueError, "type name must not contain null characters");
    VV_AUTO all = {t, VV_TUPLE(bases)->length > 0 ? vv_newref(bases) : vv_tuple_pack(t, 1, &VV_TYPEP(t, OBJECT)->head)};
    if (all.o == NULL)
        return NULL;
    vv_type *base = vv_type_best_base_peek(t, all.o);
    if (base == NULL)
        return NULL;
    class_maker m = {.t = t, .base = base, .name = VV_OBJ(name), .bases = all.o, .given = VV_OBJ(slots)};
    VV_AUTO dict = {t, vv_dict_copy(t, ns)};
    m.dict = dict.o;
    if (dict.o == NULL)
        return NULL;
    vv_obj *type = collect_slots(&m) < 0 ? NULL : make_class(&m, metatype);
    vv_xdecref(t, m.slots);
    return type;
}
