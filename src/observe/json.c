/* json.c - see json.h. */
#include "observe/json.h"

#include <stdio.h>
#include <string.h>

#include "types/str.h"

void vv_json_begin(vv_json *j, vv_scratch *scratch) {
    *j = (vv_json){.scratch = scratch, .text = vv_scratch_take(scratch, 0)};
}

static void add(vv_json *j, const char *bytes, size_t n) {
    if (vv_scratch_extend(j->scratch, n) < 0)
        return;
    memcpy(j->text + j->length, bytes, n);
    j->length += n;
}

static void separate(vv_json *j) {
    if (j->comma)
        add(j, ",", 1);
    j->comma = true;
}

void vv_json_open(vv_json *j, char bracket) {
    separate(j);
    add(j, &bracket, 1);
    j->comma = false;
}

void vv_json_close(vv_json *j, char bracket) {
    add(j, &bracket, 1);
    j->comma = true;
}

void vv_json_key(vv_json *j, const char *key) {
    vv_json_cstr(j, key);
    add(j, ":", 1);
    j->comma = false;
}

void vv_json_null(vv_json *j) {
    separate(j);
    add(j, "null", 4);
}

void vv_json_bool(vv_json *j, bool value) {
    separate(j);
    add(j, value ? "true" : "false", value ? 4 : 5);
}

void vv_json_int(vv_json *j, int64_t value) {
    char text[24];
    int n = snprintf(text, sizeof text, "%lld", (long long)value);
    separate(j);
    add(j, text, (size_t)n);
}

static void add_unit(vv_json *j, uint32_t unit) {
    char text[8];
    add(j, text, (size_t)snprintf(text, sizeof text, "\\u%04x", (unsigned)unit & 0xFFFF));
}

/* A code point inside quotes: what is not plain ASCII is escaped, so lone surrogates need no care. */
static void add_point(vv_json *j, uint32_t c) {
    char byte = (char)c;
    if (c == '"' || c == '\\') {
        add(j, "\\", 1);
        add(j, &byte, 1);
    } else if (c == '\n') {
        add(j, "\\n", 2);
    } else if (c >= 0x20 && c < 0x7F) {
        add(j, &byte, 1);
    } else if (c < 0x10000) {
        add_unit(j, c);
    } else {
        add_unit(j, 0xD800 + ((c - 0x10000) >> 10));
        add_unit(j, 0xDC00 + (c & 0x3FF));
    }
}

void vv_json_utf8(vv_json *j, const char *text, size_t n) {
    const uint8_t *p = (const uint8_t *)text, *end = p + n;
    separate(j);
    add(j, "\"", 1);
    while (p < end) {
        uint32_t c = *p++;
        int more = c < 0xC0 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
        c = more == 0 ? c : c & (0x3Fu >> more);
        for (; more > 0 && p < end; more--)
            c = c << 6 | (*p++ & 0x3F);
        add_point(j, c);
    }
    add(j, "\"", 1);
}

void vv_json_cstr(vv_json *j, const char *text) {
    if (text == NULL)
        vv_json_null(j);
    else
        vv_json_utf8(j, text, strlen(text));
}

void vv_json_str(vv_json *j, vv_ref str, size_t limit) {
    size_t n = vv_str_length(str);
    separate(j);
    add(j, "\"", 1);
    for (size_t i = 0; i < n && i < limit; i++)
        add_point(j, vv_str_at(str, i));
    add(j, "\"", 1);
}

void vv_json_put_str(vv_json *j, const char *key, vv_ref str) {
    vv_json_key(j, key);
    if (str == NULL || !VV_ISA(str, STR))
        vv_json_null(j);
    else
        vv_json_str(j, str, 10000);
}
