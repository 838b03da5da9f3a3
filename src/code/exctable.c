/* exctable.c - writing and reading co_exceptiontable. */
#include "code/exctable.h"

static uint8_t *put_varint(uint8_t *p, uint32_t value, uint8_t mark) {
    int shift = 0;
    while (shift < 30 && value >> (shift + 6) != 0)
        shift += 6;
    for (; shift > 0; shift -= 6) {
        *p++ = (uint8_t)((value >> shift & 0x3F) | 0x40 | mark);
        mark = 0;
    }
    *p++ = (uint8_t)((value & 0x3F) | mark);
    return p;
}

size_t vv_exctable_encode(uint8_t out[VV_EXCTABLE_MAX_ENTRY], const vv_handler_entry *e) {
    uint8_t *p = put_varint(out, e->start, 0x80);
    p = put_varint(p, e->end - e->start, 0);
    p = put_varint(p, e->target, 0);
    p = put_varint(p, (uint32_t)e->depth << 1 | e->lasti, 0);
    return (size_t)(p - out);
}

static uint32_t get_varint(const uint8_t *table, size_t n, size_t *at) {
    uint32_t value = 0;
    while (*at < n) {
        uint8_t byte = table[(*at)++];
        value = value << 6 | (byte & 0x3F);
        if (!(byte & 0x40))
            break;
    }
    return value;
}

bool vv_exctable_next(const uint8_t *table, size_t n, size_t *at, vv_handler_entry *e) {
    if (*at >= n)
        return false;
    e->start = get_varint(table, n, at);
    e->end = e->start + get_varint(table, n, at);
    e->target = get_varint(table, n, at);
    uint32_t depth = get_varint(table, n, at);
    e->depth = (int)(depth >> 1);
    e->lasti = depth & 1;
    return true;
}

bool vv_exctable_find(const uint8_t *table, size_t n, uint32_t unit, vv_handler_entry *e) {
    /* Entry heads can be told apart from what follows, so a binary search over bytes works: `low` is always at a head
     * whose entry starts at or before the unit. */
    size_t low = 0, high = n;
    while (high - low > VV_EXCTABLE_MAX_ENTRY) {
        size_t middle = low + (high - low) / 2, at;
        while (middle > low && !(table[middle] & 0x80))
            middle--;
        if (middle == low)
            break;
        at = middle;
        if (get_varint(table, n, &at) > unit)
            high = middle;
        else
            low = middle;
    }
    for (size_t at = low; vv_exctable_next(table, n, &at, e) && e->start <= unit;)
        if (unit < e->end)
            return true;
    return false;
}
