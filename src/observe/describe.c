/* describe.c - see describe.h. */
#include "observe/describe.h"

#include <stdio.h>
#include <string.h>

#include "base/dtoa.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { LONGEST_TEXT = 80, FREE_PROPERTY = VV_LOCAL_CELL | VV_LOCAL_FREE };

static const vv_type *built_in(const vv_type *type) {
    while ((type->flags & VV_TF_HEAP) != 0)
        type = type->base;
    return type;
}

/* ---- text ---- */

static void int_text(vv_json *j, vv_ref o) {
    char text[LONGEST_TEXT];
    if (vv_int_is_word(o)) {
        snprintf(text, sizeof text, "%lld", (long long)vv_int_word(o));
    } else if (vv_int_bit_length(o) <= 240) { /* a power of two is written without a division */
        const vv_int *z = VV_INT(o);
        size_t digits = (size_t)(z->size < 0 ? -(int64_t)z->size : z->size), bits = digits * VV_INT_SHIFT;
        char *p = text;
        p += sprintf(p, z->size < 0 ? "-0x" : "0x");
        bool leading = true;
        for (size_t nibble = (bits + 3) / 4; nibble-- > 0;) {
            unsigned value = 0;
            for (size_t b = 0; b < 4; b++) {
                size_t bit = nibble * 4 + b;
                if (bit < bits)
                    value |= (z->digit[bit / VV_INT_SHIFT] >> bit % VV_INT_SHIFT & 1) << b;
            }
            if (value != 0 || !leading)
                *p++ = "0123456789abcdef"[value];
            leading = leading && value == 0;
        }
        *p = '\0';
    } else {
        snprintf(text, sizeof text, "int of %llu bits", (unsigned long long)vv_int_bit_length(o));
    }
    vv_json_cstr(j, text);
}

static void float_text(vv_json *j, double value) {
    char text[64];
    size_t n = vv_float_format(value, 'r', 0, VV_FF_ADD_DOT_0, text);
    vv_json_utf8(j, text, n);
}

void vv_describe_text(vv_json *j, const vv_vm *vm, vv_ref o) {
    switch (o->type->id) {
    case VV_T_NONE: vv_json_cstr(j, "None"); return;
    case VV_T_ELLIPSIS: vv_json_cstr(j, "Ellipsis"); return;
    case VV_T_NOTIMPLEMENTED: vv_json_cstr(j, "NotImplemented"); return;
    case VV_T_BOOL: vv_json_cstr(j, VV_INT(o)->size != 0 ? "True" : "False"); return;
    case VV_T_INT: int_text(j, o); return;
    case VV_T_FLOAT: float_text(j, ((const vv_float *)o)->value); return;
    case VV_T_STR: vv_json_str(j, o, LONGEST_TEXT); return;
    case VV_T_BYTES: { /* as Latin-1: a view writes it as it likes */
        const vv_bytes *b = VV_BYTES(o);
        char text[2 * LONGEST_TEXT];
        size_t n = 0;
        for (size_t i = 0; i < b->length && i < LONGEST_TEXT; i++) {
            uint8_t c = (uint8_t)b->data[i];
            if (c >= 0x80)
                text[n++] = (char)(0xC0 | c >> 6);
            text[n++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3F));
        }
        vv_json_utf8(j, text, n);
        return;
    }
    case VV_T_FUNCTION: vv_json_str(j, VV_FUNCTION_OF(o)->qualname, LONGEST_TEXT); return;
    case VV_T_BUILTIN: vv_json_cstr(j, VV_BUILTIN_OF(o)->def->name); return;
    case VV_T_METHOD_DESCR:
    case VV_T_CLASSMETHOD_DESCR: vv_json_cstr(j, VV_METHODDESCR_OF(o)->def->name); return;
    case VV_T_CODE: vv_json_str(j, VV_CODE_OF(o)->qualname, LONGEST_TEXT); return;
    case VV_T_GENERATOR:
    case VV_T_COROUTINE:
    case VV_T_ASYNC_GENERATOR: vv_json_str(j, VV_GENERATOR_OF(o)->qualname, LONGEST_TEXT); return;
    case VV_T_MODULE: {
        vv_ref name = vv_dict_get_str_peek(VV_MODULE_OF(o)->dict, vm->names[VV_N___name__]);
        if (name != NULL && VV_ISA(name, STR))
            vv_json_str(j, name, LONGEST_TEXT);
        else
            vv_json_null(j);
        return;
    }
    default: break;
    }
    if (VV_ISA(o, TYPE))
        vv_json_str(j, VV_AS_TYPE(o)->qualname, LONGEST_TEXT);
    else
        vv_json_null(j);
}

/* Items of a container; -1 for other objects. */
static int64_t length_of(vv_ref o) {
    uint32_t flags = o->type->flags;
    if ((flags & VV_TF_LIST) != 0)
        return (int64_t)VV_LIST(o)->length;
    if ((flags & VV_TF_TUPLE) != 0)
        return (int64_t)VV_TUPLE(o)->length;
    if ((flags & VV_TF_DICT) != 0)
        return (int64_t)VV_DICT(o)->length;
    if ((flags & VV_TF_SET) != 0)
        return (int64_t)vv_set_length(o);
    if ((flags & VV_TF_STR) != 0)
        return (int64_t)vv_str_length(o);
    if ((flags & VV_TF_BYTES) != 0)
        return (int64_t)VV_BYTES(o)->length;
    return -1;
}

/* Bytes here, tables that belong to the object included. */
static int64_t true_size(const vv_vm *vm, vv_ref o) {
    size_t size = vv_mem_usable(vm->mem, (const char *)o - o->type->presize);
    uint32_t flags = o->type->flags;
    if ((flags & VV_TF_LIST) != 0 && VV_LIST(o)->items != NULL)
        size += vv_mem_usable(vm->mem, VV_LIST(o)->items);
    if ((flags & VV_TF_DICT) != 0 && VV_DICT(o)->keys != NULL && VV_DICT(o)->keys->log2_size != 0)
        size += vv_mem_usable(vm->mem, VV_DICT(o)->keys);
    if ((flags & VV_TF_SET) != 0 && ((const vv_set *)o)->table != NULL && ((const vv_set *)o)->table != ((const vv_set *)o)->small)
        size += vv_mem_usable(vm->mem, ((const vv_set *)o)->table);
    return (int64_t)size;
}

void vv_describe(vv_json *j, vv_vm *vm, vv_ref o) {
    vv_json_put_id(j, "id", o);
    vv_json_put_cstr(j, "type", o->type->tp_name);
    vv_json_put_id(j, "typeId", o->type);
    vv_json_key(j, "refcount");
    if (vv_is_immortal(o))
        vv_json_null(j); /* it does not move */
    else
        vv_json_int(j, o->refcnt);
    vv_json_put_int(j, "size", true_size(vm, o));
    vv_json_put_int(j, "size64", vv_object_size64(o));
    vv_json_key(j, "text");
    vv_describe_text(j, vm, o);
    int64_t length = length_of(o);
    if (length >= 0)
        vv_json_put_int(j, "length", length);
    if (VV_ISA(o, LIST))
        vv_json_put_int(j, "capacity", (int64_t)VV_LIST(o)->capacity);
    if (VV_ISA(o, STR) && VV_STR(o)->interned != 0)
        vv_json_put_bool(j, "interned", true);
    if (VV_ISA(o, TYPE))
        vv_json_put_bool(j, "class", true);
}

void vv_describe_object(vv_json *j, vv_vm *vm, vv_ref o) {
    vv_json_open(j, '{');
    vv_describe(j, vm, o);
    vv_json_close(j, '}');
}

void vv_describe_edge(vv_json *j, const vv_vm *vm, const vv_edge *edge) {
    static const char *const kinds[] = {"item", "key", "value", "attribute", "variable", "field", "other"};
    vv_json_put_cstr(j, "kind", kinds[edge->kind]);
    vv_json_key(j, "label");
    if (edge->label != NULL)
        vv_describe_text(j, vm, edge->label);
    else if (edge->name != NULL)
        vv_json_cstr(j, edge->name);
    else if (edge->index >= 0)
        vv_json_int(j, edge->index);
    else
        vv_json_null(j);
}

/* ---- references ---- */

typedef struct seer {
    vv_see_edge see;
    void *arg;
} seer;

static int emit(const seer *s, enum vv_edge_kind kind, int64_t index, vv_ref label, const char *name, vv_ref target) {
    return target == NULL ? 0 : s->see(&(vv_edge){kind, index, label, name, VV_OBJ(target)}, s->arg);
}

#define EMIT(...)                                                                                                      \
    do {                                                                                                               \
        int vv_r_ = emit(s, __VA_ARGS__);                                                                              \
        if (vv_r_ != 0)                                                                                                \
            return vv_r_;                                                                                              \
    } while (0)
#define FIELD(name, target) EMIT(VV_EDGE_FIELD, -1, NULL, name, target)

static int items(const seer *s, vv_obj *const *item, size_t n) {
    for (size_t i = 0; i < n; i++)
        EMIT(VV_EDGE_ITEM, (int64_t)i, NULL, NULL, item[i]);
    return 0;
}

static int dict_items(const seer *s, vv_ref dict, enum vv_edge_kind kind) {
    size_t pos = 0;
    vv_ref key, value;
    for (int64_t i = 0; vv_dict_next(dict, &pos, &key, &value, NULL); i++) {
        if (kind == VV_EDGE_VALUE)
            EMIT(VV_EDGE_KEY, i, NULL, NULL, key);
        EMIT(kind, -1, key, NULL, value);
    }
    return 0;
}

static int other(vv_obj *o, void *arg) {
    const seer *s = arg;
    EMIT(VV_EDGE_OTHER, -1, NULL, NULL, o);
    return 0;
}

static int function_fields(const seer *s, const vv_function *f) {
    FIELD("__code__", f->code);
    FIELD("__globals__", f->globals);
    FIELD("__defaults__", f->defaults);
    FIELD("__kwdefaults__", f->kwdefaults);
    FIELD("__closure__", f->closure);
    FIELD("__annotations__", f->annotations);
    FIELD("__dict__", f->dict);
    return 0;
}

static int type_fields(const seer *s, const vv_type *type) {
    if (type->dict != NULL) {
        int r = dict_items(s, type->dict, VV_EDGE_ATTRIBUTE);
        if (r != 0)
            return r;
    }
    FIELD("__bases__", type->bases);
    FIELD("__mro__", type->mro);
    return 0;
}

static int built_in_fields(const seer *s, vv_ref o, const vv_type *type) {
    switch (type->id) {
    case VV_T_LIST: return items(s, VV_LIST(o)->items, VV_LIST(o)->length);
    case VV_T_TUPLE: return items(s, VV_TUPLE(o)->items, VV_TUPLE(o)->length);
    case VV_T_DICT: return dict_items(s, o, VV_EDGE_VALUE);
    case VV_T_SET:
    case VV_T_FROZENSET: {
        size_t pos = 0;
        vv_ref key;
        for (int64_t i = 0; vv_set_next(o, &pos, &key, NULL); i++)
            EMIT(VV_EDGE_ITEM, i, NULL, NULL, key);
        return 0;
    }
    case VV_T_FUNCTION: return function_fields(s, VV_FUNCTION_OF(o));
    case VV_T_METHOD:
        FIELD("__func__", VV_METHOD_OF(o)->function);
        FIELD("__self__", VV_METHOD_OF(o)->self);
        return 0;
    case VV_T_CELL: FIELD("cell_contents", VV_CELL_OF(o)->value); return 0;
    case VV_T_MODULE: FIELD("__dict__", VV_MODULE_OF(o)->dict); return 0;
    case VV_T_PROPERTY:
        FIELD("fget", ((const vv_property *)o)->get);
        FIELD("fset", ((const vv_property *)o)->set);
        FIELD("fdel", ((const vv_property *)o)->del);
        return 0;
    case VV_T_CLASSMETHOD:
    case VV_T_STATICMETHOD: FIELD("__func__", ((const vv_classmethod *)o)->callable); return 0;
    case VV_T_GENERATOR:
    case VV_T_COROUTINE:
    case VV_T_ASYNC_GENERATOR: {
        const vv_generator *g = VV_GENERATOR_OF(o);
        FIELD("code", g->code);
        if (g->state == VV_GEN_DONE)
            return 0;
        int r = vv_describe_variables(&g->frame, s->see, s->arg);
        return r != 0 ? r : vv_describe_stack(&g->frame, s->see, s->arg);
    }
    case VV_T_OBJECT: return 0;
    default: return type->traverse == NULL ? 0 : type->traverse(o, other, VV_CAST(seer, s));
    }
}

/* __slots__ of a class and its bases. */
static int slot_fields(const seer *s, vv_ref o) {
    const vv_tuple *mro = o->type->mro == NULL ? NULL : VV_TUPLE(o->type->mro);
    for (size_t i = 0; mro != NULL && i < mro->length; i++) {
        const vv_type *type = VV_AS_TYPE(mro->items[i]);
        size_t pos = 0;
        vv_ref key, value;
        while (type->slot_names != NULL && type->dict != NULL && vv_dict_next(type->dict, &pos, &key, &value, NULL)) {
            const vv_memberdescr *member = (const vv_memberdescr *)value;
            if (value->type->id == VV_T_MEMBER_DESCR && member->def == NULL && member->owner == type)
                EMIT(VV_EDGE_ATTRIBUTE, -1, key, NULL, *(vv_obj *const *)((const char *)o + member->offset));
        }
    }
    return 0;
}

static int instance_fields(const seer *s, vv_ref o) {
    const vv_type *type = o->type;
    if ((type->flags & VV_TF_DICT_PRE) != 0) {
        vv_values values = vv_values_peek(o);
        for (unsigned i = 0, n = values == NULL ? 0 : vv_values_length(values); i < n; i++) {
            unsigned index = ((const uint8_t *)values)[-3 - (int)i];
            EMIT(VV_EDGE_ATTRIBUTE, -1, vv_dict_entries(type->shared_keys)[index].key, NULL, values[index]);
        }
        FIELD("__dict__", vv_instance_dict_peek(o));
    }
    int r = slot_fields(s, o);
    if (r != 0)
        return r;
    FIELD("__class__", (vv_ref)type);
    return 0;
}

int vv_describe_edges(vv_ref o, vv_see_edge see, void *arg) {
    const seer *s = &(seer){see, arg};
    if (VV_ISA(o, TYPE))
        return type_fields(s, VV_AS_TYPE(o));
    if ((o->type->flags & VV_TF_HEAP) != 0) {
        int r = instance_fields(s, o);
        if (r != 0)
            return r;
    }
    return built_in_fields(s, o, built_in(o->type));
}

/* ---- frames ---- */

int vv_describe_variables(const vv_pyframe *f, vv_see_edge see, void *arg) {
    const seer *s = &(seer){see, arg};
    const uint8_t *kinds = (const uint8_t *)VV_BYTES(f->code->localspluskinds)->data;
    for (int32_t i = 0; i < f->code->nlocalsplus; i++) {
        vv_ref value = f->local[i];
        if (value != NULL && (kinds[i] & FREE_PROPERTY) != 0 && value->type->id == VV_T_CELL)
            value = VV_CELL_OF(value)->value;
        EMIT(VV_EDGE_VARIABLE, i, VV_TUPLE(f->code->localsplusnames)->items[i], NULL, value);
    }
    return 0;
}

int vv_describe_stack(const vv_pyframe *f, vv_see_edge see, void *arg) {
    vv_obj *const *base = f->local + f->code->nlocalsplus;
    return items(&(seer){see, arg}, base, f->sp > base ? (size_t)(f->sp - base) : 0);
}
