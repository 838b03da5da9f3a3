/* _multibyte.c - module _multibyte: East Asian encodings, by tables that gen/gen_multibyte.py describes. What is done about errors, and
 * the codecs around this, is in pylib/_multibytecodec.py. */
#include "kernel/kernel.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME multibyte
#define VV_DEF_FILE "modules/_multibyte.def"
#include "object/deftype.h"

enum { HEAD = 10, VERSION = 1, NO_START = 0xFFFF, LEAD = 0xFFFE, NONE = -1 };

typedef struct table {
    unsigned first_lead, leads, first_trail, trails, prefix, n_pages, n_stretches;
    const uint16_t *single, *plane, *page, *pages, *stretch_at, *stretch_char;
} table;

/* The table in a bytes object: 0, or -1 with ValueError. Whatever the numbers in it are, nothing outside of it is read. */
static int table_of(vv_thread *t, vv_ref o, table *ret) {
    if (!VV_IS(t, o, BYTES))
        return vv_raise_int(t, VV_TypeError, "a table of an encoding is bytes, not %T", o);
    const uint16_t *words = (const uint16_t *)(const void *)VV_BYTES(o)->data;
    size_t n = VV_BYTES(o)->length / 2;
    if (n < HEAD || words[0] != VERSION)
        return vv_raise_int(t, VV_ValueError, "this is no table of an encoding");
    *ret = (table){.first_lead = words[1], .leads = words[2], .first_trail = words[3], .trails = words[4], .prefix = words[5],
                   .n_pages = words[6], .n_stretches = words[7]};
    size_t plane = (size_t)ret->leads * ret->trails * (ret->prefix != 0 ? 2 : 1);
    if (n != HEAD + 256 + plane + 256 + (size_t)ret->n_pages * 256 + (size_t)ret->n_stretches * 2)
        return vv_raise_int(t, VV_ValueError, "this is no table of an encoding");
    ret->single = words + HEAD;
    ret->plane = ret->single + 256;
    ret->page = ret->plane + plane;
    ret->pages = ret->page + 256;
    ret->stretch_at = ret->pages + (size_t)ret->n_pages * 256;
    ret->stretch_char = ret->stretch_at + ret->n_stretches;
    return 0;
}

/* An index into something of `length` items: 0/-1. */
static int index_of(vv_thread *t, vv_ref o, size_t length, size_t *ret) {
    int64_t at = VV_ISA(o, INT) ? vv_int_clamp_index(o) : NONE;
    *ret = (size_t)at;
    return at < 0 || (uint64_t)at > length ? vv_raise_int(t, VV_IndexError, "there is no such index") : 0;
}

/* ---- decoding ---- */

static int32_t pair(const table *m, bool second, uint8_t lead, uint8_t trail) {
    unsigned row = lead - m->first_lead, column = trail - m->first_trail;
    if (row >= m->leads || column >= m->trails)
        return NONE;
    unsigned c = m->plane[((second ? m->leads : 0) + row) * m->trails + column];
    return c == 0 ? NONE : (int32_t)c;
}
/* Four bytes of GB 18030 (its section 5): numbered from 81 30 81 30, the supplementary planes from 90 30 81 30. */
static int32_t quadruple(const table *m, const uint8_t b[4]) {
    if (b[0] < 0x81 || b[0] > 0xFE || b[1] < 0x30 || b[1] > 0x39 || b[2] < 0x81 || b[2] > 0xFE || b[3] < 0x30 || b[3] > 0x39)
        return NONE;
    unsigned linear = (((b[0] - 0x81u) * 10 + (b[1] - 0x30u)) * 126 + (b[2] - 0x81u)) * 10 + (b[3] - 0x30u), above = (0x90 - 0x81) * 12600;
    if (linear >= above)
        return linear - above > 0xFFFFF ? NONE : (int32_t)(0x10000 + linear - above);
    unsigned low = 0, high = m->n_stretches;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (m->stretch_at[middle] <= linear)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || m->stretch_char[low - 1] == 0)
        return NONE;
    return (int32_t)(m->stretch_char[low - 1] + linear - m->stretch_at[low - 1]);
}

static vv_owned multibyte_decode(vv_thread *t, vv_obj *const *argv) {
    table m;
    const uint8_t *data;
    size_t n, at;
    if (table_of(t, argv[0], &m) < 0)
        return NULL;
    if (!vv_bytes_view(argv[1], &data, &n))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[1]);
    if (index_of(t, argv[2], n, &at) < 0)
        return NULL;
    vv_strbuilder out = {0};
    int wrong = 0;
    while (at < n) {
        unsigned single = m.single[data[at]];
        int32_t c = (int32_t)single;
        size_t size = 1;
        if (single == LEAD) {
            bool second = m.prefix != 0 && data[at] == m.prefix;
            bool four = m.n_stretches != 0 && n - at > 1 && data[at + 1] >= 0x30 && data[at + 1] <= 0x39;
            size = second ? 3 : four ? 4 : 2;
            if (n - at < size) {
                wrong = 2;
                break;
            }
            c = four ? quadruple(&m, data + at) : pair(&m, second, data[at + second], data[at + second + 1]);
        } else if (single == NO_START) {
            c = NONE;
        }
        if (c == NONE) {
            wrong = 1;
            break;
        }
        if (vv_strbuilder_char(t, &out, (uint32_t)c) < 0) {
            vv_strbuilder_drop(t, &out);
            return NULL;
        }
        at += size;
    }
    VV_AUTO text = {t, vv_strbuilder_finish(t, &out)};
    VV_AUTO where = {t, vv_int_new(t, (int64_t)at)};
    VV_AUTO how = {t, vv_int_new(t, wrong)};
    return text.o == NULL || where.o == NULL || how.o == NULL ? NULL : vv_tuple_pack(t, 3, text.o, where.o, how.o);
}

/* ---- encoding ---- */

/* The bytes of a character: how many, 0 if there are none. */
static size_t code_of(const table *m, uint32_t c, uint8_t out[4]) {
    unsigned page = c < 0x10000 ? m->page[c >> 8] : 0, code = 0;
    if (c == 0) {
        out[0] = 0;
        return 1;
    }
    if (page != 0 && page <= m->n_pages)
        code = m->pages[(page - 1) * 256 + (c & 0xFF)];
    if (code != 0) {
        bool second = m->prefix != 0 && code > 0xFF && (code & 0x80) == 0;
        size_t size = 0;
        if (second)
            out[size++] = (uint8_t)m->prefix;
        if (code > 0xFF)
            out[size++] = (uint8_t)(code >> 8);
        out[size++] = (uint8_t)(code | (second ? 0x80 : 0));
        return size;
    }
    uint32_t linear = c - 0x10000 + (0x90 - 0x81) * 12600;
    bool found = m->n_stretches != 0 && c >= 0x10000;
    for (unsigned k = 0; !found && c < 0x10000 && k + 1 < m->n_stretches; k++) {
        unsigned length = (unsigned)m->stretch_at[k + 1] - m->stretch_at[k];
        found = m->stretch_char[k] != 0 && c - m->stretch_char[k] < length;
        linear = m->stretch_at[k] + (c - m->stretch_char[k]);
    }
    if (!found)
        return 0;
    out[3] = (uint8_t)(0x30 + linear % 10);
    out[2] = (uint8_t)(0x81 + linear / 10 % 126);
    out[1] = (uint8_t)(0x30 + linear / 1260 % 10);
    out[0] = (uint8_t)(0x81 + linear / 12600);
    return 4;
}

static vv_owned multibyte_encode(vv_thread *t, vv_obj *const *argv) {
    table m;
    size_t at;
    if (table_of(t, argv[0], &m) < 0)
        return NULL;
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "a str is required, not '%T'", argv[1]);
    size_t n = vv_str_length(argv[1]), size = 1;
    if (index_of(t, argv[2], n, &at) < 0)
        return NULL;
    vv_bytebuf out = {0};
    for (; at < n; at++) {
        uint8_t code[4];
        size = code_of(&m, vv_str_at(argv[1], at), code);
        if (size == 0)
            break;
        if (vv_bytebuf_append(t->vm, &out, code, size) < 0) {
            vv_free(t, out.data);
            return vv_raise_memory(t);
        }
    }
    VV_AUTO bytes = {t, vv_bytes_new(t, out.length == 0 ? "" : out.data, out.length)};
    vv_free(t, out.data);
    VV_AUTO where = {t, vv_int_new(t, (int64_t)at)};
    return bytes.o == NULL || where.o == NULL ? NULL : vv_tuple_pack(t, 2, bytes.o, where.o);
}

vv_owned vv__multibyte_module(vv_thread *t);
vv_owned vv__multibyte_module(vv_thread *t) {
    return vv_module_from_defs(t, "_multibyte", "East Asian encodings: the part of _multibytecodec in C.", multibyte_methods);
}
