/* strbuf.c - growing byte buffers. Invariant: data == NULL, or capacity > length and data[length] == 0. */
#include "base/strbuf.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

void vv_strbuf_free(vv_strbuf *b) {
    vv_mem_free(b->mem, b->data);
    vv_strbuf_init(b, b->mem);
}

char *vv_strbuf_reserve(vv_strbuf *b, size_t n) {
    if (b->failed)
        return NULL;
    if (b->capacity - b->length <= n || b->data == NULL) {
        if (n > SIZE_MAX / 2 - b->length) {
            b->failed = true;
            return NULL;
        }
        size_t capacity = b->length + n + 1 + (b->length + n) / 2 + 31;
        char *data = vv_mem_realloc(b->mem, b->data, capacity);
        if (data == NULL) {
            b->failed = true;
            return NULL;
        }
        b->data = data;
        b->capacity = capacity;
    }
    return b->data + b->length;
}

void vv_strbuf_add(vv_strbuf *b, const void *bytes, size_t n) {
    char *p = vv_strbuf_reserve(b, n);
    if (p == NULL)
        return;
    if (n != 0)
        memcpy(p, bytes, n);
    p[n] = 0;
    b->length += n;
}

void vv_strbuf_add_cstr(vv_strbuf *b, const char *text) {
    vv_strbuf_add(b, text, strlen(text));
}

void vv_strbuf_add_byte(vv_strbuf *b, char byte) {
    vv_strbuf_add(b, &byte, 1);
}

void vv_strbuf_add_fill(vv_strbuf *b, char byte, size_t n) {
    char *p = vv_strbuf_reserve(b, n);
    if (p == NULL)
        return;
    memset(p, byte, n);
    p[n] = 0;
    b->length += n;
}

void vv_strbuf_add_point(vv_strbuf *b, uint32_t code_point) {
    char form[4];
    vv_strbuf_add(b, form, (size_t)vv_utf8_encode(code_point, form));
}

void vv_strbuf_vprintf(vv_strbuf *b, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *p = n < 0 ? NULL : vv_strbuf_reserve(b, (size_t)n);
    if (p != NULL) {
        vsnprintf(p, (size_t)n + 1, format, again);
        b->length += (size_t)n;
    } else {
        b->failed = true;
    }
    va_end(again);
}

void vv_strbuf_printf(vv_strbuf *b, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vv_strbuf_vprintf(b, format, args);
    va_end(args);
}
