/* bytes.c - the view bytes: one object as it stands in the program's memory, field by field. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "observe/observe.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

enum { MOST_ITEMS = 16, MOST_BYTES = 512 };

enum kind { NUMBER, SIGNED, OBJECT, ADDRESS, REAL, RAW };

typedef struct writer {
    vv_question *q;
    const char *object;
} writer;

static void write_field(const writer *w, const char *name, int64_t offset, size_t size, enum kind kind) {
    vv_json *j = w->q->j;
    const char *at = w->object + offset;
    char text[64];
    uint64_t number = 0;
    void *pointer = NULL;
    memcpy(&number, at, size < sizeof number ? size : sizeof number);
    vv_json_open(j, '{');
    vv_json_put_int(j, "offset", offset);
    vv_json_put_int(j, "size", (int64_t)size);
    vv_json_put_cstr(j, "name", name);
    vv_json_key(j, "text");
    switch (kind) {
    case NUMBER: snprintf(text, sizeof text, "%llu", (unsigned long long)number); break;
    case SIGNED: snprintf(text, sizeof text, "%lld", (long long)(size == 4 ? (int32_t)number : (int64_t)number)); break;
    case REAL: {
        double value;
        memcpy(&value, at, sizeof value);
        snprintf(text, sizeof text, "%.17g", value);
        break;
    }
    case OBJECT:
    case ADDRESS:
        memcpy(&pointer, at, sizeof pointer);
        snprintf(text, sizeof text, "0x%llx", (unsigned long long)(uintptr_t)pointer);
        break;
    case RAW: {
        size_t n = 0;
        for (size_t i = 0; i < size && n < sizeof text - 1; i++)
            text[n++] = (char)(at[i] >= ' ' && at[i] < 127 ? at[i] : '.');
        text[n] = '\0';
        break;
    }
    }
    vv_json_cstr(j, text);
    if (kind == OBJECT && pointer != NULL)
        vv_json_put_id(j, "to", pointer);
    vv_json_close(j, '}');
}

#define FIELD(type, member, kind) write_field(w, #member, offsetof(type, member), sizeof(((type *)0)->member), kind)

static int64_t write_items(const writer *w, int64_t offset, size_t n) {
    char name[24];
    for (size_t i = 0; i < n && i < MOST_ITEMS; i++, offset += (int64_t)sizeof(vv_obj *)) {
        snprintf(name, sizeof name, "items[%u]", (unsigned)i);
        write_field(w, name, offset, sizeof(vv_obj *), OBJECT);
    }
    return offset;
}

/* The fields behind the header; where the last one ends. */
static int64_t write_body(const writer *w, vv_ref o) {
    uint32_t flags = o->type->flags;
    if ((flags & VV_TF_LIST) != 0) {
        FIELD(vv_list, length, NUMBER);
        FIELD(vv_list, items, ADDRESS);
        FIELD(vv_list, capacity, NUMBER);
        return offsetof(vv_list, capacity) + (int64_t)sizeof(size_t);
    }
    if ((flags & VV_TF_TUPLE) != 0) {
        FIELD(vv_tuple, length, NUMBER);
        return write_items(w, offsetof(vv_tuple, items), VV_TUPLE(o)->length);
    }
    if ((flags & VV_TF_DICT) != 0) {
        FIELD(struct vv_dict, length, NUMBER);
        FIELD(struct vv_dict, keys, ADDRESS);
        FIELD(struct vv_dict, mutations, NUMBER);
        return offsetof(struct vv_dict, mutations) + 4;
    }
    if ((flags & VV_TF_STR) != 0) {
        size_t data = (size_t)VV_STR(o)->length * VV_STR(o)->kind;
        FIELD(vv_str, hash, SIGNED);
        FIELD(vv_str, length, NUMBER);
        FIELD(vv_str, kind, NUMBER);
        FIELD(vv_str, ascii, NUMBER);
        FIELD(vv_str, interned, NUMBER);
        if (data > 0)
            write_field(w, "data", offsetof(vv_str, data), data < 48 ? data : 48, RAW);
        return offsetof(vv_str, data) + (int64_t)data;
    }
    if (VV_ISA(o, INT)) {
        int64_t n = VV_INT(o)->size < 0 ? -(int64_t)VV_INT(o)->size : VV_INT(o)->size, i = 0;
        char name[24];
        FIELD(vv_int, size, SIGNED);
        for (; (i < n || i == 0) && i < MOST_ITEMS; i++) {
            snprintf(name, sizeof name, "digit[%d]", (int)i);
            write_field(w, name, (int64_t)offsetof(vv_int, digit) + i * 4, 4, NUMBER);
        }
        return offsetof(vv_int, digit) + i * 4;
    }
    if (VV_ISA(o, FLOAT)) {
        FIELD(vv_float, value, REAL);
        return sizeof(vv_float);
    }
    return sizeof(vv_obj);
}

void vv_view_bytes(vv_question *q) {
    vv_survey v;
    if (vv_survey_all(&v, q->vm, q->scratch) < 0)
        return;
    vv_obj *o = vv_question_object(q, &v);
    if (o == NULL)
        return;
    int64_t start = -(int64_t)o->type->presize;
    int64_t end = (int64_t)vv_mem_usable(q->vm->mem, (const char *)o - o->type->presize) + start;
    if (end > MOST_BYTES)
        end = MOST_BYTES;
    writer writing = {.q = q, .object = (const char *)o};
    const writer *w = &writing;
    vv_view_begin(q, "bytes");
    vv_json_key(q->j, "object");
    vv_describe_object(q->j, q->vm, o);
    vv_json_put_int(q->j, "start", start);
    vv_json_put_int(q->j, "end", end);
    vv_json_key(q->j, "fields");
    vv_json_open(q->j, '[');
    if ((o->type->flags & VV_TF_GC) != 0) {
        int64_t links = -(int64_t)sizeof(vv_gc_head);
        for (int64_t at = start; at < links; at += (int64_t)sizeof(void *))
            write_field(w, "managed", at, sizeof(void *), ADDRESS);
        write_field(w, "gc.next", links, sizeof(void *), ADDRESS);
        write_field(w, "gc.prev", links + (int64_t)sizeof(void *), sizeof(void *), ADDRESS);
    }
    write_field(w, "refcnt", offsetof(vv_obj, refcnt), sizeof o->refcnt, NUMBER);
    write_field(w, "type", offsetof(vv_obj, type), sizeof o->type, OBJECT);
    for (int64_t at = write_body(w, o), size = (int64_t)sizeof(void *); at + size <= end; at += size)
        write_field(w, "", at, (size_t)size, RAW);
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "bytes");
    static const char digits[] = "0123456789abcdef";
    char hex[2 * (MOST_BYTES + 64)];
    size_t n = 0;
    for (int64_t at = start; at < end && n + 2 <= sizeof hex; at++) {
        hex[n++] = digits[(uint8_t)((const char *)o)[at] >> 4];
        hex[n++] = digits[(uint8_t)((const char *)o)[at] & 15];
    }
    vv_json_utf8(q->j, hex, n);
}
