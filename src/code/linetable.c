/* linetable.c - writing and reading co_linetable. */
#include "code/linetable.h"

enum { KIND_ONE_LINE = 10, KIND_NO_COLUMNS = 13, KIND_LONG = 14, KIND_NONE = 15 };

static uint8_t *put_varint(uint8_t *p, unsigned value) {
    for (; value >= 64; value >>= 6)
        *p++ = (uint8_t)(0x40 | (value & 0x3F));
    *p++ = (uint8_t)value;
    return p;
}
static uint8_t *put_svarint(uint8_t *p, int value) {
    return put_varint(p, value < 0 ? (0u - (unsigned)value) << 1 | 1 : (unsigned)value << 1);
}

size_t vv_linetable_encode(uint8_t out[VV_LINETABLE_MAX_ENTRY], int *line, vv_position pos, int units) {
    uint8_t *p = out;
    int kind, delta = pos.line - *line;
    if (pos.line < 0) {
        *p = (uint8_t)(0x80 | KIND_NONE << 3 | (units - 1));
        return 1;
    }
    if (pos.column < 0 || pos.end_column < 0) {
        kind = pos.end_line == pos.line || pos.end_line == -1 ? KIND_NO_COLUMNS : KIND_LONG;
    } else if (pos.end_line != pos.line) {
        kind = KIND_LONG;
    } else if (delta == 0 && pos.column < 80 && pos.end_column >= pos.column && pos.end_column - pos.column < 16) {
        kind = pos.column >> 3;
    } else if (delta >= 0 && delta < 3 && pos.column < 128 && pos.end_column < 128) {
        kind = KIND_ONE_LINE + delta;
    } else {
        kind = KIND_LONG;
    }
    *p++ = (uint8_t)(0x80 | kind << 3 | (units - 1));
    if (kind < KIND_ONE_LINE) {
        *p++ = (uint8_t)((pos.column & 7) << 4 | (pos.end_column - pos.column));
    } else if (kind < KIND_NO_COLUMNS) {
        *p++ = (uint8_t)pos.column;
        *p++ = (uint8_t)pos.end_column;
    } else {
        p = put_svarint(p, delta);
        if (kind == KIND_LONG) {
            p = put_varint(p, (unsigned)(pos.end_line - pos.line));
            p = put_varint(p, (unsigned)(pos.column + 1));
            p = put_varint(p, (unsigned)(pos.end_column + 1));
        }
    }
    *line = pos.line;
    return (size_t)(p - out);
}

void vv_linetable_begin(vv_linetable_reader *r, const uint8_t *table, size_t n, int firstlineno) {
    *r = (vv_linetable_reader){.p = table, .end = table + n, .line_register = firstlineno};
}

static unsigned get_varint(vv_linetable_reader *r) {
    unsigned value = 0;
    for (int shift = 0; r->p < r->end && shift < 32; shift += 6) {
        uint8_t byte = *r->p++;
        value |= (unsigned)(byte & 0x3F) << shift;
        if (!(byte & 0x40))
            break;
    }
    return value;
}
static int get_svarint(vv_linetable_reader *r) {
    unsigned u = get_varint(r);
    return u & 1 ? -(int)(u >> 1) : (int)(u >> 1);
}
static int get_byte(vv_linetable_reader *r) {
    return r->p < r->end ? *r->p++ : 0;
}

bool vv_linetable_next(vv_linetable_reader *r) {
    if (r->p >= r->end)
        return false;
    uint8_t head = *r->p++;
    int kind = head >> 3 & 15;
    r->start = r->stop;
    r->stop += (head & 7) + 1;
    if (kind == KIND_NONE) {
        r->position = (vv_position){-1, -1, -1, -1};
        return true;
    }
    vv_position pos = {0, 0, -1, -1};
    if (kind < KIND_ONE_LINE) {
        int byte = get_byte(r);
        pos.column = kind << 3 | byte >> 4;
        pos.end_column = pos.column + (byte & 15);
    } else if (kind < KIND_NO_COLUMNS) {
        r->line_register += kind - KIND_ONE_LINE;
        pos.column = get_byte(r);
        pos.end_column = get_byte(r);
    } else {
        r->line_register += get_svarint(r);
    }
    pos.line = pos.end_line = r->line_register;
    if (kind == KIND_LONG) {
        pos.end_line += (int)get_varint(r);
        pos.column = (int)get_varint(r) - 1;
        pos.end_column = (int)get_varint(r) - 1;
    }
    r->position = pos;
    return true;
}
