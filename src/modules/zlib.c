/* zlib.c - module zlib, over the C library of that name (its manual: zlib.h). CMakeLists.txt takes the library's source from Debian;
 * a build without it leaves this file out, and importing the module says so.
 *
 * The library's memory is the program's: a stream that is half way through is copied with it.
 */
#include <string.h>
#include <zlib.h>

#include "kernel/kernel.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"

enum { DEF_BUF_SIZE = 16384, MEM_LEVEL = 8, PIECE = 4096 };

/* A Compress, a Decompress or a _ZlibDecompressor. */
typedef struct zlib_stream {
    vv_obj head;
    z_stream z;
    vv_obj *unused, *tail, *zdict; /* owned; bytes, bytes, bytes-like or NULL */
    bool open;                     /* the library holds memory for it */
    bool eof, needs_input;
} zlib_stream;
#define STREAM(o) ((zlib_stream *)(o))

#define VV_DEF_NAME zlib
#define VV_DEF_FILE "modules/zlib.def"
#include "object/deftype.h"
#define VV_DEF_NAME compressor
#define VV_DEF_FILE "modules/zlib_compress.def"
#include "object/deftype.h"
#define VV_DEF_NAME decompressor
#define VV_DEF_FILE "modules/zlib_decompress.def"
#include "object/deftype.h"
#define VV_DEF_NAME feeder
#define VV_DEF_FILE "modules/zlib_feeder.def"
#include "object/deftype.h"

/* ---- errors, memory, arguments ---- */

static const char compressing[] = "while compressing data", decompressing[] = "while decompressing data";

/* zlib.error for what the library answered, in its manual's words where the stream has none. */
static vv_owned fail(vv_thread *t, const z_stream *z, int error, const char *doing) {
    const char *why = error == Z_VERSION_ERROR ? "library version mismatch" : z->msg;
    if (error == Z_MEM_ERROR)
        return t->exc != NULL ? NULL : vv_raise_memory(t);
    if (why == NULL)
        why = error == Z_BUF_ERROR      ? "incomplete or truncated stream"
              : error == Z_STREAM_ERROR ? "inconsistent stream state"
              : error == Z_DATA_ERROR   ? "invalid input data"
                                        : NULL;
    return why == NULL ? vv_raise(t, VV_T_ZLIB_ERROR, "Error %d %s", error, doing)
                       : vv_raise(t, VV_T_ZLIB_ERROR, "Error %d %s: %s", error, doing, why);
}

static void *alloc_block(void *opaque, uInt items, uInt size) {
    return size != 0 && items > SIZE_MAX / size ? NULL : vv_alloc(opaque, (size_t)items * size);
}
static void free_block(void *opaque, void *block) {
    vv_free(opaque, block);
}
static void begin(vv_thread *t, z_stream *z) {
    memset(z, 0, sizeof *z);
    z->zalloc = alloc_block;
    z->zfree = free_block;
    z->opaque = t;
}

static int data_of(vv_thread *t, vv_ref o, const uint8_t **data, size_t *n) {
    return vv_bytes_view(o, data, n) ? 0 : vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", o);
}
/* An int argument that fits into a C int, or what it is when not given: 0, or -1 with OverflowError. */
static int int_of(vv_thread *t, vv_ref o, int absent, int *ret) {
    int64_t value = o == NULL ? absent : vv_int_clamp_index(o);
    if (value > INT32_MAX || value < INT32_MIN)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    *ret = (int)value;
    return 0;
}

/* The same for a size. */
static int size_of(vv_thread *t, vv_ref o, int64_t absent, int64_t *ret) {
    *ret = absent;
    return o == NULL ? 0 : vv_int_as_i64(t, o, ret);
}

/* The function `name`, whose arguments [from, to) are integers, if given, and whose body is the LEAF `name`_now. */
#define WITH_INTEGERS(name, from, to)                                                                                              \
    static vv_step name(vv_thread *t, vv_native *nf) {                                                                             \
        VV_BEGIN(nf);                                                                                                              \
        for (nf->i[0] = from; nf->i[0] < to; nf->i[0]++) {                                                                         \
            if (nf->argv[nf->i[0]] != NULL) {                                                                                      \
                VV_AWAIT(nf, vv_do_index(t, nf->argv[nf->i[0]]));                                                                  \
                vv_setref_take(t, &nf->argv[nf->i[0]], vv_take_ret(t));                                                            \
            }                                                                                                                      \
        }                                                                                                                          \
        return vv_return(t, name##_now(t, nf->argv));                                                                              \
        VV_END(nf);                                                                                                                \
    }

/* ---- data through a stream ---- */

typedef struct pump {
    const uint8_t *data; /* what is left to read */
    size_t n;
    int64_t limit; /* bytes to make at most; -1: any number */
    int last;      /* how the library shall flush behind the last byte */
    bool inflating;
    int result;    /* of the library's last call */
    const char *doing; /* for fail() */
} pump;

static int use_dictionary(zlib_stream *s) {
    const uint8_t *words;
    size_t length;
    return vv_bytes_view(s->zdict, &words, &length) ? inflateSetDictionary(&s->z, words, (uInt)length) : Z_DATA_ERROR;
}

/* Reads p->data until it is used up, the output has p->limit bytes, the stream ends or is in error: the output, or NULL with
 * MemoryError. `s` is the object around `z`, or NULL. */
static vv_owned run(vv_thread *t, z_stream *z, zlib_stream *s, pump *p) {
    vv_bytebuf out = {0};
    uint8_t piece[PIECE];
    bool more = true;
    z->opaque = t;
    p->result = Z_OK;
    while (more) {
        size_t part = p->n < UINT32_MAX / 2 ? p->n : UINT32_MAX / 2;
        z->next_in = (Bytef *)p->data;
        z->avail_in = (uInt)part;
        do {
            size_t room = p->limit >= 0 && (uint64_t)p->limit - out.length < PIECE ? (size_t)p->limit - out.length : PIECE;
            more = room > 0;
            if (!more)
                break;
            z->next_out = piece;
            z->avail_out = (uInt)room;
            p->result = (p->inflating ? inflate : deflate)(z, part < p->n ? Z_NO_FLUSH : p->last);
            if (vv_bytebuf_append(t->vm, &out, piece, room - z->avail_out) < 0) {
                vv_free(t, out.data);
                return vv_raise_memory(t);
            }
            if (p->result == Z_NEED_DICT && s != NULL && s->zdict != NULL) {
                p->result = use_dictionary(s);
                p->doing = p->result == Z_OK ? p->doing : "while setting zdict";
                z->avail_out = 0; /* once more */
            }
            more = p->result == Z_OK || p->result == Z_BUF_ERROR;
        } while (more && z->avail_out == 0);
        p->n -= (size_t)(z->next_in - p->data);
        p->data = z->next_in;
        more = more && p->n > 0 && z->avail_in == 0;
    }
    vv_owned bytes = vv_bytes_own(t, out.data, out.length);
    vv_free(t, out.data);
    return bytes;
}

/* ---- checksums ---- */

static vv_owned checksum(vv_thread *t, vv_obj *const *argv, bool crc) {
    const uint8_t *data;
    size_t n;
    if (data_of(t, argv[0], &data, &n) < 0)
        return NULL;
    uLong value = crc ? 0 : 1;
    if (argv[1] != NULL) {
        VV_AUTO mask = {t, vv_int_new(t, UINT32_MAX)};
        VV_AUTO low = {t, mask.o == NULL ? NULL : vv_int_and(t, argv[1], mask.o)};
        if (low.o == NULL)
            return NULL;
        value = (uLong)vv_int_clamp_index(low.o);
    }
    value = crc ? crc32_z(value, data, n) : adler32_z(value, data, n);
    return vv_int_new(t, (int64_t)(value & UINT32_MAX));
}
static vv_owned zlib_adler32_now(vv_thread *t, vv_obj *const *argv) {
    return checksum(t, argv, false);
}
static vv_owned zlib_crc32_now(vv_thread *t, vv_obj *const *argv) {
    return checksum(t, argv, true);
}
WITH_INTEGERS(zlib_adler32, 1, 2)
WITH_INTEGERS(zlib_crc32, 1, 2)

/* ---- all at once ---- */

/* The output of a whole stream that `z` has just been opened for; the caller closes it. */
static vv_owned run_whole(vv_thread *t, z_stream *z, pump *p) {
    vv_owned out = run(t, z, NULL, p);
    if (out == NULL || p->result == Z_STREAM_END)
        return out;
    vv_decref(t, out);
    return fail(t, z, p->result, p->doing);
}

static vv_owned zlib_compress_now(vv_thread *t, vv_obj *const *argv) {
    pump p = {.limit = -1, .last = Z_FINISH, .doing = compressing};
    int level = 0, wbits = 0;
    z_stream z;
    if (data_of(t, argv[0], &p.data, &p.n) < 0 || int_of(t, argv[1], Z_DEFAULT_COMPRESSION, &level) < 0 || int_of(t, argv[2], MAX_WBITS, &wbits) < 0)
        return NULL;
    begin(t, &z);
    int r = deflateInit2(&z, level, Z_DEFLATED, wbits, MEM_LEVEL, Z_DEFAULT_STRATEGY);
    if (r == Z_STREAM_ERROR)
        return vv_raise(t, VV_T_ZLIB_ERROR, "Bad compression level");
    if (r != Z_OK)
        return fail(t, &z, r, compressing);
    vv_owned out = run_whole(t, &z, &p);
    deflateEnd(&z);
    return out;
}
WITH_INTEGERS(zlib_compress, 1, 3)

static vv_owned zlib_decompress_now(vv_thread *t, vv_obj *const *argv) {
    pump p = {.limit = -1, .last = Z_FINISH, .inflating = true, .doing = decompressing};
    int wbits = 0;
    int64_t size;
    z_stream z;
    if (data_of(t, argv[0], &p.data, &p.n) < 0 || int_of(t, argv[1], MAX_WBITS, &wbits) < 0 || size_of(t, argv[2], DEF_BUF_SIZE, &size) < 0)
        return NULL;
    if (size < 0)
        return vv_raise(t, VV_ValueError, "bufsize must be non-negative");
    begin(t, &z);
    int r = inflateInit2(&z, wbits);
    if (r != Z_OK)
        return fail(t, &z, r, "while preparing to decompress data");
    vv_owned out = run_whole(t, &z, &p);
    inflateEnd(&z);
    return out;
}
WITH_INTEGERS(zlib_decompress, 1, 3)

/* ---- piece by piece ---- */

static void compressor_close(vv_thread *t, zlib_stream *s) {
    s->z.opaque = t;
    if (s->open)
        (void)deflateEnd(&s->z);
    s->open = false;
}
static void decompressor_close(vv_thread *t, zlib_stream *s) {
    s->z.opaque = t;
    if (s->open)
        (void)inflateEnd(&s->z);
    s->open = false;
}
static void stream_free(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, STREAM(self)->unused);
    vv_xdecref(t, STREAM(self)->tail);
    vv_xdecref(t, STREAM(self)->zdict);
    vv_free_object(t, self);
}
static void compressor_dealloc(vv_thread *t, vv_obj *self) {
    compressor_close(t, STREAM(self));
    stream_free(t, self);
}
static void decompressor_dealloc(vv_thread *t, vv_obj *self) {
    decompressor_close(t, STREAM(self));
    stream_free(t, self);
}
static int stream_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(STREAM(self)->unused);
    VV_VISIT(STREAM(self)->tail);
    VV_VISIT(STREAM(self)->zdict);
    return 0;
}
static vv_owned stream_new(vv_thread *t, int type_id) {
    vv_type *type = vv_type_ensure_peek(t, type_id);
    vv_owned o = type == NULL ? NULL : vv_new_object(t, type, sizeof(zlib_stream));
    if (o == NULL)
        return NULL;
    memset((char *)o + sizeof(vv_obj), 0, sizeof(zlib_stream) - sizeof(vv_obj));
    begin(t, &STREAM(o)->z);
    STREAM(o)->unused = vv_newref(t->vm->empty_bytes);
    STREAM(o)->tail = vv_newref(t->vm->empty_bytes);
    STREAM(o)->needs_input = true;
    return o;
}

static vv_owned zlib_compressobj_now(vv_thread *t, vv_obj *const *argv) {
    int level = 0, method = 0, wbits = 0, memory = 0, strategy = 0;
    const uint8_t *words = NULL;
    size_t length = 0;
    if (int_of(t, argv[0], Z_DEFAULT_COMPRESSION, &level) < 0 || int_of(t, argv[1], Z_DEFLATED, &method) < 0 ||
        int_of(t, argv[2], MAX_WBITS, &wbits) < 0 || int_of(t, argv[3], MEM_LEVEL, &memory) < 0 || int_of(t, argv[4], Z_DEFAULT_STRATEGY, &strategy) < 0)
        return NULL;
    if (argv[5] != NULL && data_of(t, argv[5], &words, &length) < 0)
        return NULL;
    VV_AUTO o = {t, stream_new(t, VV_T_ZLIB_COMPRESS)};
    if (o.o == NULL)
        return NULL;
    z_stream *z = &STREAM(o.o)->z;
    int r = deflateInit2(z, level, method, wbits, memory, strategy);
    if (r == Z_STREAM_ERROR)
        return vv_raise(t, VV_ValueError, "Invalid initialization option");
    if (r != Z_OK)
        return fail(t, z, r, "while creating compression object");
    STREAM(o.o)->open = true;
    if (argv[5] != NULL && (r = deflateSetDictionary(z, words, (uInt)length)) != Z_OK)
        return r == Z_STREAM_ERROR ? vv_raise(t, VV_ValueError, "Invalid dictionary") : fail(t, z, r, "deflateSetDictionary()");
    return vv_move(&o.o);
}
WITH_INTEGERS(zlib_compressobj, 0, 5)

static vv_owned compressor_compress(vv_thread *t, vv_obj *const *argv) {
    zlib_stream *s = STREAM(argv[0]);
    pump p = {.limit = -1, .last = Z_NO_FLUSH, .doing = compressing};
    if (data_of(t, argv[1], &p.data, &p.n) < 0)
        return NULL;
    VV_AUTO out = {t, run(t, &s->z, s, &p)};
    if (out.o != NULL && p.result == Z_STREAM_ERROR)
        return fail(t, &s->z, p.result, p.doing);
    return vv_move(&out.o);
}
static vv_owned compressor_flush_now(vv_thread *t, vv_obj *const *argv) {
    zlib_stream *s = STREAM(argv[0]);
    pump p = {.data = (const uint8_t *)"", .limit = -1};
    if (int_of(t, argv[1], Z_FINISH, &p.last) < 0)
        return NULL;
    if (p.last == Z_NO_FLUSH)
        return vv_newref(t->vm->empty_bytes);
    VV_AUTO out = {t, run(t, &s->z, s, &p)};
    if (out.o == NULL)
        return NULL;
    if (p.result == Z_STREAM_END && p.last == Z_FINISH)
        compressor_close(t, s);
    else if (p.result != Z_OK && p.result != Z_BUF_ERROR)
        return fail(t, &s->z, p.result, "while flushing");
    return vv_move(&out.o);
}
WITH_INTEGERS(compressor_flush, 1, 2)

static vv_owned copy_stream(vv_thread *t, zlib_stream *from, int type_id, int (*copy)(z_streamp, z_streamp)) {
    VV_AUTO o = {t, stream_new(t, type_id)};
    if (o.o == NULL)
        return NULL;
    zlib_stream *s = STREAM(o.o);
    from->z.opaque = t;
    int r = copy(&s->z, &from->z);
    if (r == Z_STREAM_ERROR)
        return vv_raise(t, VV_ValueError, "Inconsistent stream state");
    if (r != Z_OK)
        return fail(t, &from->z, r, "while copying stream object");
    s->open = true;
    s->eof = from->eof;
    vv_setref_take(t, &s->unused, vv_newref(from->unused));
    vv_setref_take(t, &s->tail, vv_newref(from->tail));
    s->zdict = vv_xnewref(from->zdict);
    return vv_move(&o.o);
}
static vv_owned compressor_copy(vv_thread *t, vv_obj *const *argv) {
    return copy_stream(t, STREAM(argv[0]), VV_T_ZLIB_COMPRESS, deflateCopy);
}

/* A new Decompress or _ZlibDecompressor. */
static vv_owned inflater_new(vv_thread *t, int type_id, vv_ref window, vv_ref zdict) {
    int wbits = 0;
    const uint8_t *words = NULL;
    size_t length = 0;
    if (int_of(t, window, MAX_WBITS, &wbits) < 0)
        return NULL;
    if (zdict != NULL && !vv_bytes_view(zdict, &words, &length))
        return vv_raise(t, VV_TypeError, "zdict argument must support the buffer protocol");
    VV_AUTO o = {t, stream_new(t, type_id)};
    if (o.o == NULL)
        return NULL;
    zlib_stream *s = STREAM(o.o);
    int r = inflateInit2(&s->z, wbits);
    if (r == Z_STREAM_ERROR)
        return vv_raise(t, VV_ValueError, "Invalid initialization option");
    if (r != Z_OK)
        return fail(t, &s->z, r, "while creating decompression object");
    s->open = true;
    s->zdict = vv_xnewref(zdict);
    if (zdict != NULL && wbits < 0 && (r = use_dictionary(s)) != Z_OK)
        return fail(t, &s->z, r, "while setting zdict");
    return vv_move(&o.o);
}
static vv_owned zlib_decompressobj_now(vv_thread *t, vv_obj *const *argv) {
    return inflater_new(t, VV_T_ZLIB_DECOMPRESS, argv[0], argv[1]);
}
WITH_INTEGERS(zlib_decompressobj, 0, 1)

/* What the stream did not read is kept: behind its end in `unused_data`, else for the next call. 0/-1. */
static int keep_rest(vv_thread *t, zlib_stream *s, const pump *p) {
    bool ended = p->result == Z_STREAM_END;
    if (ended && p->n > 0) {
        size_t old = VV_BYTES(s->unused)->length;
        vv_owned both = vv_bytes_new(t, NULL, old + p->n);
        if (both == NULL)
            return -1;
        memcpy(VV_BYTES(both)->data, VV_BYTES(s->unused)->data, old);
        memcpy(VV_BYTES(both)->data + old, p->data, p->n);
        vv_setref_take(t, &s->unused, both);
    }
    vv_owned tail = ended || p->n == 0 ? vv_newref(t->vm->empty_bytes) : vv_bytes_new(t, p->data, p->n);
    if (tail == NULL)
        return -1;
    vv_setref_take(t, &s->tail, tail);
    return 0;
}
static vv_owned decompressor_decompress_now(vv_thread *t, vv_obj *const *argv) {
    zlib_stream *s = STREAM(argv[0]);
    pump p = {.last = Z_SYNC_FLUSH, .inflating = true, .doing = decompressing};
    if (data_of(t, argv[1], &p.data, &p.n) < 0 || size_of(t, argv[2], 0, &p.limit) < 0)
        return NULL;
    if (p.limit < 0)
        return vv_raise(t, VV_ValueError, "max_length must be non-negative");
    if (p.limit == 0)
        p.limit = -1;
    VV_AUTO out = {t, run(t, &s->z, s, &p)};
    if (out.o == NULL || keep_rest(t, s, &p) < 0)
        return NULL;
    if (p.result == Z_STREAM_END)
        s->eof = true;
    else if (p.result != Z_OK && p.result != Z_BUF_ERROR)
        return fail(t, &s->z, p.result, p.doing);
    return vv_move(&out.o);
}
WITH_INTEGERS(decompressor_decompress, 2, 3)

static vv_owned decompressor_flush_now(vv_thread *t, vv_obj *const *argv) {
    zlib_stream *s = STREAM(argv[0]);
    pump p = {.limit = -1, .last = Z_FINISH, .inflating = true};
    int64_t length;
    if (size_of(t, argv[1], DEF_BUF_SIZE, &length) < 0)
        return NULL;
    if (length <= 0)
        return vv_raise(t, VV_ValueError, "length must be greater than zero");
    VV_AUTO tail = {t, vv_newref(s->tail)};
    p.data = (const uint8_t *)VV_BYTES(tail.o)->data;
    p.n = VV_BYTES(tail.o)->length;
    VV_AUTO out = {t, run(t, &s->z, s, &p)};
    if (out.o == NULL || keep_rest(t, s, &p) < 0)
        return NULL;
    if (p.result == Z_STREAM_END) {
        s->eof = true;
        decompressor_close(t, s);
    }
    return vv_move(&out.o);
}
WITH_INTEGERS(decompressor_flush, 1, 2)

static vv_owned decompressor_copy(vv_thread *t, vv_obj *const *argv) {
    return copy_stream(t, STREAM(argv[0]), VV_T_ZLIB_DECOMPRESS, inflateCopy);
}

/* _ZlibDecompressor: keeps its own input, and tells when it needs more (gzip reads with it). */
static vv_step feeder_new(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[2];
    (void)type;
    if (vv_parse_args(t, "_ZlibDecompressor", "_ZlibDecompressor(wbits=15, zdict=b'')", args, nargs, kwnames, argv) < 0)
        return VV_FAILED;
    if (argv[0] != NULL && !VV_ISA(argv[0], INT))
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[0]);
    return vv_return(t, inflater_new(t, VV_T_ZLIB_FEEDER, argv[0], argv[1]));
}
static vv_owned feeder_decompress_now(vv_thread *t, vv_obj *const *argv) {
    zlib_stream *s = STREAM(argv[0]);
    const uint8_t *data;
    size_t n;
    int64_t limit;
    if (data_of(t, argv[1], &data, &n) < 0 || size_of(t, argv[2], -1, &limit) < 0)
        return NULL;
    if (s->eof)
        return vv_raise(t, VV_EOFError, "End of stream already reached");
    size_t old = VV_BYTES(s->tail)->length;
    VV_AUTO in = {t, vv_bytes_new(t, old + n == 0 ? "" : NULL, old + n)};
    if (in.o == NULL)
        return NULL;
    if (old + n > 0) {
        memcpy(VV_BYTES(in.o)->data, VV_BYTES(s->tail)->data, old);
        memcpy(VV_BYTES(in.o)->data + old, data, n);
    }
    pump p = {.data = (const uint8_t *)VV_BYTES(in.o)->data, .n = old + n, .last = Z_SYNC_FLUSH, .inflating = true, .doing = decompressing,
              .limit = limit < 0 ? -1 : limit};
    VV_AUTO out = {t, run(t, &s->z, s, &p)};
    if (out.o == NULL || keep_rest(t, s, &p) < 0)
        return NULL;
    if (p.result != Z_STREAM_END && p.result != Z_OK && p.result != Z_BUF_ERROR)
        return fail(t, &s->z, p.result, p.doing);
    s->eof = p.result == Z_STREAM_END;
    s->needs_input = !s->eof && p.n == 0 && (p.limit < 0 || VV_BYTES(out.o)->length < (uint64_t)p.limit);
    return vv_move(&out.o);
}
WITH_INTEGERS(feeder_decompress, 2, 3)

/* ---- types and module ---- */

const vv_typespec vv_zlib_error_spec = {
    .name = "error", .module = "zlib", .base = VV_Exception, .flags = VV_TF_GC | VV_TF_BASETYPE, .basicsize = sizeof(vv_exc), .size64 = 104};
const vv_typespec vv_zlib_compressor_spec = {
    .name = "Compress", .module = "zlib", .base = VV_T_OBJECT, .flags = VV_TF_NO_NEW | VV_TF_IMMUTABLE, .basicsize = sizeof(zlib_stream),
    .size64 = 168, .slots = &compressor_slots, .methods = compressor_methods, .dealloc = compressor_dealloc, .traverse = stream_traverse};
const vv_typespec vv_zlib_decompressor_spec = {
    .name = "Decompress", .module = "zlib", .base = VV_T_OBJECT, .flags = VV_TF_NO_NEW | VV_TF_IMMUTABLE, .basicsize = sizeof(zlib_stream),
    .size64 = 168, .slots = &decompressor_slots, .methods = decompressor_methods, .members = decompressor_members,
    .dealloc = decompressor_dealloc, .traverse = stream_traverse};
const vv_typespec vv_zlib_feeder_spec = {
    .name = "_ZlibDecompressor", .module = "zlib", .base = VV_T_OBJECT, .flags = VV_TF_IMMUTABLE, .basicsize = sizeof(zlib_stream),
    .size64 = 184, .slots = &feeder_slots, .methods = feeder_methods, .members = feeder_members,
    .dealloc = decompressor_dealloc, .traverse = stream_traverse,
    .doc = "_ZlibDecompressor(wbits=15, zdict=b'')\n--\n\nDecompresses piece by piece and keeps what it has not read."};

vv_owned vv_zlib_module(vv_thread *t);
vv_owned vv_zlib_module(vv_thread *t) {
#define C(name) {#name, name}
    static const struct {
        const char *name;
        int value;
    } constants[] = {C(MAX_WBITS),  {"DEFLATED", Z_DEFLATED}, {"DEF_MEM_LEVEL", MEM_LEVEL}, C(DEF_BUF_SIZE),      C(Z_BEST_SPEED),
                     C(Z_FILTERED), C(Z_BEST_COMPRESSION),    C(Z_DEFAULT_COMPRESSION),     C(Z_NO_COMPRESSION), C(Z_HUFFMAN_ONLY),
                     C(Z_RLE),      C(Z_FIXED),               C(Z_DEFAULT_STRATEGY),        C(Z_FINISH),         C(Z_NO_FLUSH),
                     C(Z_BLOCK),    C(Z_PARTIAL_FLUSH),       C(Z_SYNC_FLUSH),              C(Z_FULL_FLUSH),     C(Z_TREES)};
    const struct {
        const char *name, *value;
    } versions[] = {{"ZLIB_VERSION", ZLIB_VERSION}, {"ZLIB_RUNTIME_VERSION", zlibVersion()}, {"__version__", "1.0"}};
    VV_AUTO module = {t, vv_module_from_defs(t, "zlib", "Compression as gzip and zip files use it.", zlib_methods)};
    vv_type *error = vv_type_ensure_peek(t, VV_T_ZLIB_ERROR), *feeder = vv_type_ensure_peek(t, VV_T_ZLIB_FEEDER);
    if (module.o == NULL || error == NULL || feeder == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++) {
        VV_AUTO value = {t, vv_int_new(t, constants[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, constants[k].name, value.o) < 0)
            return NULL;
    }
    for (size_t k = 0; k < VV_ARRAY_LEN(versions); k++) {
        VV_AUTO value = {t, vv_str_from_cstr(t, versions[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, versions[k].name, value.o) < 0)
            return NULL;
    }
    if (vv_dict_set_cstr(t, dict, "error", &error->head) < 0 || vv_dict_set_cstr(t, dict, "_ZlibDecompressor", &feeder->head) < 0)
        return NULL;
    return vv_move(&module.o);
}
