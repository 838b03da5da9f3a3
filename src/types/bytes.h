/* bytes.h - immutable and mutable byte strings. */
#ifndef VV_TYPES_BYTES_H
#define VV_TYPES_BYTES_H

#include "object/runtime.h"

typedef struct vv_bytes {
    vv_obj head;
    vv_hash hash; /* -1 = not computed */
    size_t length;
    uint8_t data[]; /* length bytes and a zero */
} vv_bytes;
#define VV_BYTES(o) ((vv_bytes *)(o))

typedef struct vv_bytearray {
    vv_obj head;
    size_t length, capacity;
    uint8_t *data; /* vv_alloc, or NULL when empty */
    int32_t exports; /* memoryviews that pin it */
} vv_bytearray;
#define VV_BYTEARRAY(o) ((vv_bytearray *)(o))

/* array.array begins like a bytearray (modules/array.c). */
typedef struct vv_array {
    vv_bytearray bytes;
    vv_obj *weaklist;
    char typecode;
} vv_array;

/* A view of the memory of a bytes or bytearray object: items of a native format in ndim dimensions. */
enum { VV_MEMORY_MAX_NDIM = 64 };
typedef struct vv_memoryview {
    vv_obj head;
    vv_obj *weaklist;
    vv_obj *source;  /* owned; NULL once released */
    vv_obj *exporter; /* owned or NULL: (__release_buffer__, its view) of the object of Python's that gave the memory */
    size_t offset;   /* of the first item, in bytes */
    int64_t one[2];  /* with ndim <= 1: shape and stride */
    int64_t *more;   /* else vv_alloc: shape[ndim], strides[ndim] (bytes) */
    vv_hash hash;    /* -1 = not computed */
    uint8_t ndim;
    uint8_t itemsize;
    char format;     /* of module struct: B, b, c, i, d, ... */
    bool at;         /* the format was given with '@' */
    bool readonly;
} vv_memoryview;

/* pickle.PickleBuffer (modules/_pickle.c). */
typedef struct vv_pickle_buffer {
    vv_obj head;
    vv_obj *weaklist;
    vv_obj *view; /* owned: a memoryview nobody else has; NULL once released */
} vv_pickle_buffer;

VV_NODISCARD vv_owned vv_bytes_own(vv_thread *t, const void *data, size_t length); /* not shared, unless empty */
VV_NODISCARD vv_owned vv_bytes_new(vv_thread *t, const void *data_or_null, size_t length); /* shared for length 0 and 1 when data is given */
VV_NODISCARD vv_owned vv_bytearray_new(vv_thread *t, const void *data_or_null, size_t length);
/* Bytes of a bytes or bytearray object, or of an open C-contiguous view of such: true and the span, else false. */
bool vv_bytes_view(vv_ref o, const uint8_t **data, size_t *length);
/* The same of what may be written to. */
bool vv_bytes_writable_view(vv_ref o, uint8_t **data, size_t *length);
/* The bytes of an open memoryview in C order: true and the span if they stand in one piece. */
bool vv_memoryview_span(vv_ref view, const uint8_t **data, size_t *length);
/* The same as a new bytes object, from any memoryview; ValueError when it is released. */
VV_NODISCARD vv_owned vv_memoryview_bytes(vv_thread *t, vv_ref view);
/* A view of a bytes-like object. TypeError, or ValueError when it is a view that was released. */
VV_NODISCARD vv_owned vv_memoryview_new(vv_thread *t, vv_ref source);
/* Another view of the same memory as single bytes; BufferError when it does not stand in one piece, in C or Fortran order. */
/* t->ret = a view of what __buffer__ of o's class says, if that is written in Python, else NULL. */
vv_step vv_do_python_buffer(vv_thread *t, vv_ref o);
/* The methods of PEP 688: self.__buffer__(flags), self.__release_buffer__(view). */
vv_owned vv_bytelike_buffer(vv_thread *t, vv_obj *const *argv);
vv_owned vv_release_buffer_method(vv_thread *t, vv_obj *const *argv);
VV_NODISCARD vv_owned vv_memoryview_flat(vv_thread *t, vv_ref view);
/* Why the bytes of a memoryview do not stand in one piece: -1 with ValueError (released) or BufferError. */
int vv_memoryview_complain(vv_thread *t, vv_ref view);
vv_hash vv_bytes_hash(vv_ref o);
VV_NODISCARD vv_owned vv_bytes_repr(vv_thread *t, vv_ref o);
VV_NODISCARD int vv_bytes_init(vv_thread *t);

/* Codecs (types/codecs.c): errors is "strict", "ignore", "replace", "backslashreplace", "surrogateescape", ... or NULL. */
VV_NODISCARD vv_owned vv_decode(vv_thread *t, const uint8_t *data, size_t n, const char *encoding, const char *errors);
VV_NODISCARD vv_owned vv_encode(vv_thread *t, vv_ref s, const char *encoding, const char *errors);

#endif
