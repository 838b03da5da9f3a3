/* json.h - writes JSON (RFC 8259) into scratch memory. Commas are its business. */
#ifndef VV_OBSERVE_JSON_H
#define VV_OBSERVE_JSON_H

#include "object/object.h"
#include "observe/scratch.h"

typedef struct vv_json {
    vv_scratch *scratch; /* nothing else is taken from it while JSON is written */
    char *text;
    size_t length;
    bool comma; /* before the next value */
} vv_json;

void vv_json_begin(vv_json *j, vv_scratch *scratch);
void vv_json_open(vv_json *j, char bracket);  /* { or [ */
void vv_json_close(vv_json *j, char bracket); /* } or ] */
void vv_json_key(vv_json *j, const char *key);

void vv_json_null(vv_json *j);
void vv_json_bool(vv_json *j, bool value);
void vv_json_int(vv_json *j, int64_t value);
void vv_json_cstr(vv_json *j, const char *text); /* UTF-8; NULL: null */
void vv_json_utf8(vv_json *j, const char *text, size_t n);
/* At most `limit` code points of a str. */
void vv_json_str(vv_json *j, vv_ref str, size_t limit);

/* A member of an object: key and value. */
static inline void vv_json_put_int(vv_json *j, const char *key, int64_t value) {
    vv_json_key(j, key);
    vv_json_int(j, value);
}
static inline void vv_json_put_bool(vv_json *j, const char *key, bool value) {
    vv_json_key(j, key);
    vv_json_bool(j, value);
}
static inline void vv_json_put_cstr(vv_json *j, const char *key, const char *text) {
    vv_json_key(j, key);
    vv_json_cstr(j, text);
}
void vv_json_put_str(vv_json *j, const char *key, vv_ref str_or_null); /* anything but a str: null */
/* An object's identity, as id() gives it; NULL: null. */
static inline void vv_json_put_id(vv_json *j, const char *key, const void *object) {
    vv_json_key(j, key);
    if (object == NULL)
        vv_json_null(j);
    else
        vv_json_int(j, (int64_t)(uintptr_t)object);
}

#endif
