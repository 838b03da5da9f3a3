/* _io_text.c - io.TextIOWrapper: text over any binary file.
 *
 * Reading: the buffer gives a chunk of bytes, a decoder makes text of it, the reader takes from that text (`decoded`, from `used`
 * on). So that tell() can name a place in the middle, the state of the decoder before the chunk is kept (the snapshot): the
 * number it returns ("cookie") says where to start in bytes, with which state, how many bytes to feed, and how many characters
 * to skip. UTF-8, ASCII and Latin-1 are decoded here; other encodings by the incremental codecs of module codecs.
 * Writing: text is encoded at once and collected in `pending`.
 */
#include <string.h>

#include "modules/_io.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/codecs.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { CHUNK_SIZE = 8192, HELD_MAX = 8 };

typedef struct vv_textio {
    vv_iobase base;
    vv_obj *buffer, *encoding, *errors; /* owned; NULL before __init__ */
    vv_obj *readnl;                     /* owned str: `newline`, or NULL for None */
    vv_obj *decoder, *encoder;          /* owned codecs of the library, or NULL */
    vv_obj *decoded;                    /* owned str or NULL */
    vv_obj *snapshot;                   /* owned bytes fed since the state `snapshot_flags`, or NULL */
    int64_t used, snapshot_flags;
    int64_t chunk_size;
    double bytes_per_char;              /* of the last chunk */
    vv_bytebuf pending;
    vv_newline_state newlines;
    uint8_t code;                       /* enum vv_encoding; VV_ENC_UNKNOWN: decoder and encoder */
    uint8_t held[HELD_MAX], held_length;/* the start of a character whose rest has not come yet */
    bool plain_errors;                  /* the error handler is one of the core's */
    bool ok, detached, readable, writable, has_read1, line_buffering, write_through, seekable, telling;
    bool universal;                     /* lines may end in \n, \r or \r\n */
    uint8_t written_newline;            /* what \n becomes: 0 (itself), 1: \r, 2: \r\n */
} vv_textio;
#define T(o) ((vv_textio *)(o))

static vv_getter_fn text_get_name, text_get_closed, text_get_newlines, text_get_errors, text_get_chunk_size;
static vv_setter_fn text_set_chunk_size;
#define VV_DEF_NAME text
#define VV_DEF_FILE "modules/_io_text.def"
#include "object/deftype.h"

static vv_owned no_pickle(vv_thread *t, vv_obj *const *argv) {
    return vv_io_no_pickle(t, argv);
}
static int text_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_textio *x = T(self);
    VV_VISIT(VV_IOBASE(self)->dict);
    VV_VISIT(x->buffer);
    VV_VISIT(x->encoding);
    VV_VISIT(x->errors);
    VV_VISIT(x->readnl);
    VV_VISIT(x->decoder);
    VV_VISIT(x->encoder);
    VV_VISIT(x->decoded);
    VV_VISIT(x->snapshot);
    return 0;
}
static void text_clear(vv_thread *t, vv_obj *self) {
    vv_textio *x = T(self);
    x->ok = false;
    vv_clearref(t, &VV_IOBASE(self)->dict);
    vv_clearref(t, &x->buffer);
    vv_clearref(t, &x->decoder);
    vv_clearref(t, &x->encoder);
    vv_clearref(t, &x->decoded);
}

/* The standard stream under a text file that may be written past its buffer: 1 or 2, else -1. */
static int stream_of(vv_thread *t, const vv_textio *x) {
    vv_ref raw = x->ok ? vv_buffered_plain_writer_peek(t, x->buffer) : NULL;
    const vv_opening *o = raw == NULL ? NULL : vv_fd_peek(t, VV_FILEIO(raw)->fd);
    return o != NULL && o->node == NULL && o->writable ? o->standard : -1;
}
static void hand_over(vv_textio *x, int fd) {
    if (x->pending.length > 0)
        vv_host_write(fd, x->pending.data, x->pending.length);
    x->pending.length = 0;
}

static void text_dealloc(vv_thread *t, vv_obj *self) {
    vv_textio *x = T(self);
    if (x->pending.length > 0 && t->vm->kernel != NULL && stream_of(t, x) > 0)
        hand_over(x, stream_of(t, x));
    vv_xdecref(t, VV_IOBASE(self)->dict);
    vv_xdecref(t, x->buffer);
    vv_xdecref(t, x->encoding);
    vv_xdecref(t, x->errors);
    vv_xdecref(t, x->readnl);
    vv_xdecref(t, x->decoder);
    vv_xdecref(t, x->encoder);
    vv_xdecref(t, x->decoded);
    vv_xdecref(t, x->snapshot);
    vv_free(t, x->pending.data);
    vv_free_object(t, self);
}
static vv_owned text_new(vv_thread *t, vv_type *type) {
    vv_owned o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    T(o)->chunk_size = CHUNK_SIZE;
    vv_track(t, o);
    return o;
}
static vv_step text_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vv_return(t, text_new(t, VV_AS_TYPE(cls)));
}

/* ---- checks ---- */

static int check_ok(vv_thread *t, const vv_textio *x) {
    if (x->ok)
        return 0;
    return vv_raise_int(t, VV_ValueError, x->detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}
static vv_step open_native(vv_thread *t, vv_native *nf) { /* argv: self */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_flag(t, T(nf->argv[0])->buffer, "closed"));
    if (t->ival)
        return vv_raise_step(t, VV_ValueError, "I/O operation on closed file.");
    return vv_return_null(t);
    VV_END(nf);
}
/* It can be used, or ValueError. t->ret = NULL */
static vv_step ready(vv_thread *t, vv_ref self) {
    if (check_ok(t, T(self)) < 0)
        return VV_FAILED;
    return vv_buffered_is_open(t, T(self)->buffer) ? vv_return_null(t) : vv_start1(t, open_native, "closed", self);
}

static void forget_decoded(vv_thread *t, vv_textio *x) {
    vv_clearref(t, &x->decoded);
    x->used = 0;
}
static int64_t rest(const vv_textio *x) {
    return x->decoded == NULL ? 0 : (int64_t)vv_str_length(x->decoded) - x->used;
}
/* Up to n characters of what is decoded (-1: all). */
static vv_owned take(vv_thread *t, vv_textio *x, int64_t n) {
    int64_t most = rest(x);
    if (n < 0 || n > most)
        n = most;
    if (n == 0)
        return vv_newref(t->vm->empty_str);
    vv_owned text = vv_str_slice(t, x->decoded, (size_t)x->used, (size_t)(x->used + n));
    if (text != NULL)
        x->used += n;
    return text;
}

/* ---- codecs ---- */

/* What kind of newlines are read and written. 0, or -1 with ValueError. */
static int set_newline(vv_thread *t, vv_textio *x, vv_ref newline_or_null) {
    vv_ref nl = newline_or_null;
    bool cr = nl != NULL && vv_str_equal_cstr(nl, "\r"), crlf = nl != NULL && vv_str_equal_cstr(nl, "\r\n");
    bool empty = nl != NULL && vv_str_length(nl) == 0;
    if (nl != NULL && !empty && !cr && !crlf && !vv_str_equal_cstr(nl, "\n"))
        return vv_raise_int(t, VV_ValueError, "illegal newline value: %U", nl);
    vv_setref_take(t, &x->readnl, vv_xnewref(nl));
    x->universal = nl == NULL || empty;
    x->newlines = (vv_newline_state){.translate = nl == NULL};
    x->written_newline = cr ? 1 : crlf ? 2 : 0;
    return 0;
}

/* A codec made by attribute argv[1] of codec argv[0], for errors argv[2]. */
static vv_step codec_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call1(t, nf->slot[0], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}
static vv_step make_codec(vv_thread *t, vv_ref info, const char *what, vv_ref errors) {
    VV_AUTO name = {t, vv_intern_cstr(t, what)};
    return name.o == NULL ? VV_FAILED : vv_start3(t, codec_native, what, info, name.o, errors);
}

/* Makes what decodes and encodes for x->encoding and x->errors. t->ret = NULL. argv: self; slot: 0 codec, 1 name */
static vv_step set_codec(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    const char *name = vv_str_utf8_peek(t, x->encoding, NULL), *errors = name == NULL ? NULL : vv_str_utf8_peek(t, x->errors, NULL);
    if (errors == NULL)
        return VV_FAILED;
    enum vv_encoding code = strlen(name) != vv_str_length(x->encoding) ? VV_ENC_UNKNOWN : vv_codec_find(name);
    if (code != VV_ENC_UTF8 && code != VV_ENC_ASCII && code != VV_ENC_LATIN1)
        code = VV_ENC_UNKNOWN;
    x->code = (uint8_t)code;
    enum vv_codec_handler handler = vv_codec_handler_find(errors);
    x->plain_errors = handler != VV_ON_OTHER && handler != VV_ON_NAME; /* those may have to wait */
    x->held_length = 0;
    vv_clearref(t, &x->decoder);
    vv_clearref(t, &x->encoder);
    if (code != VV_ENC_UNKNOWN)
        return vv_return_null(t);
    VV_AWAIT(nf, vv_do_codec_lookup(t, T(nf->argv[0])->encoding));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_intern_cstr(t, "_is_text_encoding");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[0], nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    if (nf->slot[1] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
        if (!t->ival)
            return vv_raise_step(t, VV_LookupError, "'%U' is not a text encoding; use codecs.open() to handle arbitrary codecs",
                                 T(nf->argv[0])->encoding);
    }
    if (T(nf->argv[0])->readable) {
        VV_AWAIT(nf, make_codec(t, nf->slot[0], "incrementaldecoder", T(nf->argv[0])->errors));
        vv_setref_take(t, &T(nf->argv[0])->decoder, vv_take_ret(t));
    }
    if (T(nf->argv[0])->writable) {
        VV_AWAIT(nf, make_codec(t, nf->slot[0], "incrementalencoder", T(nf->argv[0])->errors));
        vv_setref_take(t, &T(nf->argv[0])->encoder, vv_take_ret(t));
    }
    return vv_return_null(t);
    VV_END(nf);
}

/* Decodes one piece: t->ret = str, its newlines as the reader wants them. argv: self, bytes; slot: 0 input or text; i: 0 final */
static vv_step decode_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (T(nf->argv[0])->code == VV_ENC_UNKNOWN) {
        if (T(nf->argv[0])->decoder == NULL)
            return vv_io_unsupported(t, "not readable");
        VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->decoder, "decode",
                                (vv_obj *[]){nf->argv[1], nf->i[0] ? t->vm->true_ : t->vm->false_}, 2));
        nf->slot[0] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[0], STR))
            return vv_raise_step(t, VV_TypeError, "decoder should return a string result, not '%T'", nf->slot[0]);
    } else {
        const uint8_t *data;
        size_t n, held = T(nf->argv[0])->held_length;
        if (!vv_bytes_view(nf->argv[1], &data, &n))
            return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", nf->argv[1]);
        nf->slot[0] = held == 0 && VV_ISA(nf->argv[1], BYTES) ? vv_newref(nf->argv[1]) : vv_bytes_alloc(t, VV_TYPEP(t, BYTES), held + n);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        if (nf->slot[0] != nf->argv[1]) {
            memcpy(VV_BYTES(nf->slot[0])->data, T(nf->argv[0])->held, held);
            memcpy(VV_BYTES(nf->slot[0])->data + held, data, n);
        }
        VV_AWAIT(nf, vv_do_decode_with(t, nf->slot[0], (enum vv_encoding)T(nf->argv[0])->code, T(nf->argv[0])->errors, !nf->i[0],
                                       VV_CODEC_PAIR));
        VV_AUTO pair = {t, vv_take_ret(t)};
        size_t length = VV_BYTES(nf->slot[0])->length, read = (size_t)vv_int_clamp_index(VV_TUPLE(pair.o)->items[1]);
        vv_textio *x = T(nf->argv[0]);
        x->held_length = (uint8_t)(length - read < HELD_MAX ? length - read : 0);
        memcpy(x->held, VV_BYTES(nf->slot[0])->data + read, x->held_length);
        vv_setref_take(t, &nf->slot[0], vv_newref(VV_TUPLE(pair.o)->items[0]));
    }
    if (!T(nf->argv[0])->universal)
        return vv_return(t, vv_move(&nf->slot[0]));
    return vv_return(t, vv_newline_change(t, &T(nf->argv[0])->newlines, nf->slot[0], nf->i[0] != 0));
    VV_END(nf);
}
static vv_step decode(vv_thread *t, vv_ref self, vv_ref bytes, bool final) {
    vv_native *nf = vv_push_native(t, decode_native, "decode", (vv_obj *[]){VV_OBJ(self), VV_OBJ(bytes)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = final;
    return VV_PUSHED;
}

/* The state of the decoder: t->ret = bytes it holds back, t->ival = flags. argv: self; slot: 0 answer */
static vv_step state_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    int64_t flags = 0;
    vv_textio *x = T(nf->argv[0]);
    if (x->code != VV_ENC_UNKNOWN) {
        nf->slot[0] = vv_bytes_new(t, x->held, x->held_length);
    } else {
        VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->decoder, "getstate", NULL, 0));
        nf->slot[1] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[1], TUPLE) || VV_TUPLE(nf->slot[1])->length != 2 || !VV_ISA(VV_TUPLE(nf->slot[1])->items[1], INT))
            return vv_raise_step(t, VV_TypeError, "illegal decoder state");
        if (!VV_ISA(VV_TUPLE(nf->slot[1])->items[0], BYTES))
            return vv_raise_step(t, VV_TypeError, "illegal decoder state: the first item should be a bytes object, not '%T'",
                                 VV_TUPLE(nf->slot[1])->items[0]);
        flags = vv_int_clamp_index(VV_TUPLE(nf->slot[1])->items[1]);
        nf->slot[0] = vv_newref(VV_TUPLE(nf->slot[1])->items[0]);
    }
    x = T(nf->argv[0]);
    if (x->universal)
        flags = flags * 2 + x->newlines.pending;
    t->ival = flags;
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step get_state(vv_thread *t, vv_ref self) {
    return vv_start1(t, state_native, "getstate", self);
}

/* Puts the decoder into a state; no bytes and no flags: anew. t->ret = NULL. argv: self, bytes; slot: 0 flags or state; i: 0 flags */
static vv_step set_state_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    if (x->universal) {
        x->newlines.pending = (nf->i[0] & 1) != 0;
        nf->i[0] >>= 1;
    }
    size_t n = VV_BYTES(nf->argv[1])->length;
    if (x->code != VV_ENC_UNKNOWN) {
        x->held_length = (uint8_t)(n < HELD_MAX ? n : 0);
        memcpy(x->held, VV_BYTES(nf->argv[1])->data, x->held_length);
        return vv_return_null(t);
    }
    if (x->decoder == NULL)
        return vv_return_null(t);
    if (nf->i[1]) {
        VV_AWAIT(nf, vv_io_call(t, x->decoder, "reset", NULL, 0));
    } else {
        nf->slot[0] = vv_int_new(t, nf->i[0]);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[0], vv_tuple_pack(t, 2, (vv_ref)nf->argv[1], nf->slot[0]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->decoder, "setstate", nf->slot, 1));
    }
    vv_drop_ret(t);
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step set_state(vv_thread *t, vv_ref self, vv_ref bytes, int64_t flags, bool reset) {
    vv_native *nf = vv_push_native(t, set_state_native, "setstate", (vv_obj *[]){VV_OBJ(self), VV_OBJ(bytes)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = flags;
    nf->i[1] = reset;
    return VV_PUSHED;
}
static vv_step reset_decoder(vv_thread *t, vv_ref self) {
    vv_textio *x = T(self);
    x->newlines.seen = 0;
    if (x->code != VV_ENC_UNKNOWN || x->decoder == NULL) {
        x->held_length = 0;
        x->newlines.pending = false;
        return vv_return_null(t);
    }
    return set_state(t, self, t->vm->empty_bytes, 0, true);
}

/* The encoder stands at the start of the file, or not: some write a mark there. argv: self; i: 0 at the start */
static vv_step encoder_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->encoder, nf->i[0] ? "reset" : "setstate", t->vm->small_ints - VV_SMALL_INT_MIN, !nf->i[0]));
    vv_drop_ret(t);
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step set_encoder(vv_thread *t, vv_ref self, bool at_start) {
    if (T(self)->encoder == NULL)
        return vv_return_null(t);
    vv_native *nf = vv_push_native(t, encoder_native, "setstate", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = at_start;
    return VV_PUSHED;
}

/* ---- making one ---- */

static int text_option(vv_thread *t, vv_ref value, const char *name) {
    if (value == NULL || value == VV_NONE(t) || VV_ISA(value, STR))
        return 0;
    return vv_raise_int(t, VV_TypeError, "TextIOWrapper() argument '%s' must be str or None, not %A", name, value);
}
static int no_null(vv_thread *t, vv_ref text) {
    for (size_t k = 0; k < vv_str_length(text); k++)
        if (vv_str_at(text, k) == 0)
            return vv_raise_int(t, VV_ValueError, "embedded null character");
    return 0;
}

/* An encoder over a file that is not at its start writes no mark. argv: self */
static vv_step fix_encoder(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->buffer, "tell", NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    if (t->ival) {
        VV_AWAIT(nf, set_encoder(t, nf->argv[0], false));
    }
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step start_of_stream(vv_thread *t, vv_ref self) {
    return T(self)->seekable && T(self)->encoder != NULL ? vv_start1(t, fix_encoder, "tell", self) : vv_return_null(t);
}

/* argv: self, buffer, encoding, errors, newline, line_buffering, write_through; slot: 0 name or answer */
static vv_step init_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    x->ok = x->detached = false;
    for (size_t k = 2; k < 5; k++)
        if (nf->argv[k] == t->vm->none)
            vv_clearref(t, &nf->argv[k]);
    if (nf->argv[4] != NULL && no_null(t, nf->argv[4]) < 0)
        return VV_FAILED;
    if (set_newline(t, x, nf->argv[4]) < 0)
        return VV_FAILED;
    bool locale = nf->argv[2] == NULL || vv_str_equal_cstr(nf->argv[2], "locale");
    vv_setref_take(t, &x->encoding, locale ? vv_str_from_cstr(t, "UTF-8") : vv_newref(nf->argv[2]));
    vv_setref_take(t, &x->errors, nf->argv[3] == NULL ? vv_str_from_cstr(t, "strict") : vv_newref(nf->argv[3]));
    if (x->encoding == NULL || x->errors == NULL || no_null(t, x->encoding) < 0 || no_null(t, x->errors) < 0)
        return VV_FAILED;
    vv_setref_take(t, &x->buffer, vv_newref(nf->argv[1]));
    vv_clearref(t, &x->snapshot);
    forget_decoded(t, x);
    x->pending.length = 0;
    x->bytes_per_char = 0;
    x->line_buffering = x->write_through = false;
    if (nf->argv[5] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[5]));
        T(nf->argv[0])->line_buffering = t->ival != 0;
    }
    if (nf->argv[6] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[6]));
        T(nf->argv[0])->write_through = t->ival != 0;
    }
    /* an unknown encoding is told before the buffer is asked anything */
    T(nf->argv[0])->readable = T(nf->argv[0])->writable = false;
    VV_AWAIT(nf, vv_start1(t, set_codec, "lookup", nf->argv[0]));
    VV_AWAIT(nf, vv_io_ask(t, nf->argv[1], "readable"));
    T(nf->argv[0])->readable = t->ival != 0;
    VV_AWAIT(nf, vv_io_ask(t, nf->argv[1], "writable"));
    T(nf->argv[0])->writable = t->ival != 0;
    if (T(nf->argv[0])->code == VV_ENC_UNKNOWN) {
        VV_AWAIT(nf, vv_start1(t, set_codec, "lookup", nf->argv[0]));
    }
    VV_AWAIT(nf, vv_io_ask(t, nf->argv[1], "seekable"));
    T(nf->argv[0])->seekable = T(nf->argv[0])->telling = t->ival != 0;
    nf->slot[0] = vv_intern_cstr(t, "read1");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], nf->slot[0]));
    T(nf->argv[0])->has_read1 = t->ret != NULL;
    vv_drop_ret(t);
    VV_AWAIT(nf, start_of_stream(t, nf->argv[0]));
    T(nf->argv[0])->ok = true;
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step text_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[7] = {VV_OBJ(self)};
    if (vv_parse_args(t, "TextIOWrapper",
                      "TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", args,
                      nargs, kwnames, a + 1) < 0)
        return VV_FAILED;
    if (text_option(t, a[2], "encoding") < 0 || text_option(t, a[3], "errors") < 0 || text_option(t, a[4], "newline") < 0)
        return VV_FAILED;
    return vv_push_native(t, init_native, "__init__", a, 7) == NULL ? VV_FAILED : VV_PUSHED;
}

vv_owned vv_text_standard(vv_thread *t, int fd) {
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    vv_type *type = vv_type_ensure_peek(t, VV_T_FILE);
    VV_AUTO o = {t, type == NULL ? NULL : text_new(t, type)};
    VV_AUTO name = {t, o.o == NULL ? NULL : vv_str_from_cstr(t, names[fd])};
    VV_AUTO mode = {t, name.o == NULL ? NULL : vv_str_from_cstr(t, fd == 0 ? "r" : "w")};
    if (mode.o == NULL)
        return NULL;
    vv_textio *x = T(o.o);
    x->buffer = vv_buffered_standard(t, fd, name.o);
    x->encoding = vv_str_from_cstr(t, "utf-8");
    x->errors = vv_str_from_cstr(t, fd == 2 ? "backslashreplace" : "strict");
    x->base.dict = vv_dict_new(t);
    if (x->buffer == NULL || x->encoding == NULL || x->errors == NULL || x->base.dict == NULL ||
        vv_dict_set_cstr(t, x->base.dict, "mode", mode.o) < 0 || set_newline(t, x, NULL) < 0)
        return NULL;
    x->code = VV_ENC_UTF8;
    x->plain_errors = x->line_buffering = x->has_read1 = true;
    x->readable = fd == 0;
    x->writable = fd != 0;
    x->ok = true;
    return vv_move(&o.o);
}

/* argv: self, encoding, errors, newline, line_buffering, write_through; i: 0 and 1: the last two */
static vv_step text_reconfigure(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    if (check_ok(t, x) < 0)
        return VV_FAILED;
    for (size_t k = 1; k < 4; k++) {
        static const char *const names[] = {"encoding", "errors", "newline"};
        if (nf->argv[k] != NULL && nf->argv[k] != t->vm->none && !VV_ISA(nf->argv[k], STR))
            return vv_raise_step(t, VV_TypeError, "reconfigure() argument '%s' must be str or None, not %A", names[k - 1], nf->argv[k]);
        if (k < 3 && nf->argv[k] == t->vm->none)
            vv_clearref(t, &nf->argv[k]);
    }
    if (x->decoded != NULL && (nf->argv[1] != NULL || nf->argv[2] != NULL || nf->argv[3] != NULL))
        return vv_io_unsupported(t, "It is not possible to set the encoding or newline of stream after the first read");
    nf->i[0] = x->line_buffering;
    nf->i[1] = x->write_through;
    if (nf->argv[4] != NULL && nf->argv[4] != t->vm->none) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[4]));
        nf->i[0] = t->ival;
    }
    if (nf->argv[5] != NULL && nf->argv[5] != t->vm->none) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[5]));
        nf->i[1] = t->ival;
    }
    VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "flush", NULL, 0));
    vv_drop_ret(t);
    T(nf->argv[0])->bytes_per_char = 0;
    if (nf->argv[3] != NULL && set_newline(t, T(nf->argv[0]), nf->argv[3] == t->vm->none ? NULL : nf->argv[3]) < 0)
        return VV_FAILED;
    if (nf->argv[1] != NULL || nf->argv[2] != NULL) {
        x = T(nf->argv[0]);
        if (nf->argv[2] == NULL)
            nf->argv[2] = nf->argv[1] != NULL ? vv_str_from_cstr(t, "strict") : vv_newref(x->errors);
        if (nf->argv[1] == NULL)
            nf->argv[1] = vv_newref(x->encoding);
        else if (vv_str_equal_cstr(nf->argv[1], "locale"))
            vv_setref_take(t, &nf->argv[1], vv_str_from_cstr(t, "UTF-8"));
        if (nf->argv[1] == NULL || nf->argv[2] == NULL)
            return VV_FAILED;
        vv_obj *old_encoding = x->encoding, *old_errors = x->errors;
        x->encoding = nf->argv[1];
        x->errors = nf->argv[2];
        nf->argv[1] = old_encoding; /* kept in case the new ones are no good */
        nf->argv[2] = old_errors;
        VV_AWAIT_CATCH(nf, vv_start1(t, set_codec, "lookup", nf->argv[0]));
        if (nf->raised) {
            vv_obj *error = vv_take_error(t);
            x = T(nf->argv[0]);
            vv_setref_take(t, &x->encoding, vv_move(&nf->argv[1]));
            vv_setref_take(t, &x->errors, vv_move(&nf->argv[2]));
            nf->slot[0] = error;
            VV_AWAIT_CATCH(nf, vv_start1(t, set_codec, "lookup", nf->argv[0]));
            if (nf->raised)
                vv_clear_error(t);
            vv_restore_error_take(t, vv_move(&nf->slot[0]));
            return VV_FAILED;
        }
        VV_AWAIT(nf, start_of_stream(t, nf->argv[0]));
    }
    T(nf->argv[0])->line_buffering = nf->i[0] != 0;
    T(nf->argv[0])->write_through = nf->i[1] != 0;
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- writing ---- */

/* Gives the buffer what was written. t->ret = NULL. argv: self; slot: 0 bytes */
static vv_step push_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    nf->slot[0] = vv_bytes_new(t, x->pending.data, x->pending.length);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    x->pending.length = 0;
    VV_AWAIT(nf, vv_do_call_method(t, x->buffer, VV_N(t, write), nf->slot, 1));
    vv_drop_ret(t);
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step push_pending(vv_thread *t, vv_ref self) {
    return T(self)->pending.length == 0 ? vv_return_null(t) : vv_start1(t, push_native, "write", self);
}

static bool has(vv_ref text, uint32_t c) {
    if (VV_STR(text)->kind == 1)
        return vv_str_length(text) > 0 && memchr(VV_STR(text)->data, (int)c, vv_str_length(text)) != NULL;
    for (size_t k = 0; k < vv_str_length(text); k++)
        if (vv_str_at(text, k) == c)
            return true;
    return false;
}
/* The text with its line ends as the file has them. */
static vv_owned translated(vv_thread *t, const vv_textio *x, vv_ref text) {
    vv_strbuilder b = {0};
    for (size_t k = 0; k < vv_str_length(text); k++) {
        uint32_t c = vv_str_at(text, k);
        if ((c == '\n' && vv_strbuilder_char(t, &b, '\r') < 0) ||
            ((c != '\n' || x->written_newline == 2) && vv_strbuilder_char(t, &b, c) < 0)) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &b);
}
static int add_pending(vv_thread *t, vv_textio *x, const void *data, size_t n) {
    if (n == 0 || vv_bytebuf_append(t->vm, &x->pending, data, n) == 0)
        return 0;
    vv_raise_memory(t);
    return -1;
}

/* argv: self, text; slot: 0 text as written, 1 bytes; i: 0 the line must go out */
static vv_step text_write(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "write() argument must be str, not %A", nf->argv[1]);
    VV_AWAIT(nf, ready(t, nf->argv[0]));
    vv_textio *x = T(nf->argv[0]);
    if (!x->writable)
        return vv_io_unsupported(t, "not writable");
    bool newline = (x->written_newline != 0 || x->line_buffering) && has(nf->argv[1], '\n');
    nf->i[0] = x->line_buffering && (newline || has(nf->argv[1], '\r'));
    nf->slot[0] = newline && x->written_newline != 0 ? translated(t, x, nf->argv[1]) : vv_newref(nf->argv[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, T(nf->argv[0])->code == VV_ENC_UNKNOWN
                     ? vv_io_call(t, T(nf->argv[0])->encoder, "encode", nf->slot, 1)
                     : vv_do_encode_with(t, nf->slot[0], (enum vv_encoding)T(nf->argv[0])->code, T(nf->argv[0])->errors, VV_CODEC_PLAIN));
    nf->slot[1] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[1], BYTES))
        return vv_raise_step(t, VV_TypeError, "encoder should return a bytes object, not '%T'", nf->slot[1]);
    if ((int64_t)(T(nf->argv[0])->pending.length + VV_BYTES(nf->slot[1])->length) > T(nf->argv[0])->chunk_size) {
        VV_AWAIT(nf, push_pending(t, nf->argv[0]));
    }
    x = T(nf->argv[0]);
    if (add_pending(t, x, VV_BYTES(nf->slot[1])->data, VV_BYTES(nf->slot[1])->length) < 0)
        return VV_FAILED;
    if ((int64_t)x->pending.length >= x->chunk_size || nf->i[0] || x->write_through) {
        VV_AWAIT(nf, push_pending(t, nf->argv[0]));
    }
    if (nf->i[0]) {
        VV_AWAIT(nf, vv_do_call_method(t, T(nf->argv[0])->buffer, VV_N(t, flush), NULL, 0));
        vv_drop_ret(t);
    }
    if (T(nf->argv[0])->snapshot != NULL) {
        forget_decoded(t, T(nf->argv[0]));
        vv_clearref(t, &T(nf->argv[0])->snapshot);
    }
    if (T(nf->argv[0])->readable) {
        VV_AWAIT(nf, reset_decoder(t, nf->argv[0]));
    }
    return vv_return(t, vv_int_new(t, vv_str_length(nf->argv[1])));
    VV_END(nf);
}

void vv_text_write_through(vv_ref stream) {
    T(stream)->write_through = true;
}

/* What only goes into `pending`, or from there to a standard stream. NULL without an exception: text_write knows more. */
static vv_owned text_write_now(vv_thread *t, vv_obj *const *argv) {
    vv_textio *x = T(argv[0]);
    vv_ref text = argv[1];
    if (!x->ok || !x->plain_errors || x->readable || !x->writable || x->written_newline != 0 || x->code == VV_ENC_UNKNOWN ||
        !VV_ISA(text, STR) || !vv_buffered_is_open(t, x->buffer))
        return NULL;
    size_t n = vv_str_length(text);
    bool out = x->write_through || (x->line_buffering && (has(text, '\n') || has(text, '\r')));
    int fd = out || (int64_t)(x->pending.length + 4 * n) >= x->chunk_size ? stream_of(t, x) : -1;
    if ((out || (int64_t)(x->pending.length + 4 * n) >= x->chunk_size) && fd < 0)
        return NULL;
    if (VV_STR(text)->ascii) {
        if (add_pending(t, x, VV_STR(text)->data, n) < 0)
            return NULL;
    } else {
        VV_AUTO bytes = {t, vv_encode(t, text, vv_str_utf8_peek(t, x->encoding, NULL), vv_str_utf8_peek(t, x->errors, NULL))};
        if (bytes.o == NULL || add_pending(t, x, VV_BYTES(bytes.o)->data, VV_BYTES(bytes.o)->length) < 0)
            return NULL;
    }
    if (fd >= 0)
        hand_over(x, fd);
    return vv_int_new(t, (int64_t)n);
}

vv_step vv_do_file_write(vv_thread *t, vv_ref file, vv_ref text) {
    vv_obj *argv[2] = {VV_OBJ(file), VV_OBJ(text)};
    vv_owned n = text_write_now(t, argv);
    if (n != NULL)
        return vv_return(t, n);
    return t->exc != NULL ? VV_FAILED : vv_start2(t, text_write, "write", file, text);
}

static vv_step text_flush(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, ready(t, nf->argv[0]));
    vv_textio *x = T(nf->argv[0]);
    x->telling = x->seekable;
    int fd = x->pending.length > 0 && !x->readable ? stream_of(t, x) : -1;
    if (fd >= 0)
        hand_over(x, fd);
    VV_AWAIT(nf, push_pending(t, nf->argv[0]));
    VV_AWAIT(nf, vv_do_call_method(t, T(nf->argv[0])->buffer, VV_N(t, flush), NULL, 0));
    return VV_READY;
    VV_END(nf);
}

/* ---- closing ---- */

/* slot: 0 what flush raised, 1 name */
static vv_step text_close(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_flag(t, T(nf->argv[0])->buffer, "closed"));
    if (t->ival)
        return vv_return_none(t);
    if (VV_IOBASE(nf->argv[0])->finalizing) {
        VV_AWAIT_CATCH(nf, vv_io_call(t, T(nf->argv[0])->buffer, "_dealloc_warn", nf->argv, 1));
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_drop_ret(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, flush), NULL, 0));
    if (nf->raised)
        nf->slot[0] = vv_take_error(t);
    else
        vv_drop_ret(t);
    if (!T(nf->argv[0])->ok)
        return vv_io_chain(t, vv_move(&nf->slot[0])) == VV_FAILED ? VV_FAILED : vv_return_none(t);
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, T(nf->argv[0])->buffer, VV_N(t, close), NULL, 0));
    if (!nf->raised)
        nf->slot[1] = vv_take_ret(t);
    return vv_io_chain(t, vv_move(&nf->slot[0])) == VV_FAILED ? VV_FAILED : vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

static vv_step text_detach(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, flush), NULL, 0));
    vv_drop_ret(t);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    T(nf->argv[0])->detached = true;
    T(nf->argv[0])->ok = false;
    return vv_return(t, vv_move(&T(nf->argv[0])->buffer));
    VV_END(nf);
}

/* ---- reading ---- */

/* Reads and decodes one chunk: t->ival = 0 at the end of the file. argv: self; slot: 0 size or input, 1 bytes the decoder held, 2 text;
 * i: 0 characters wanted, 1 flags, 2 length of the input */
static vv_step chunk_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    if (!x->readable)
        return vv_io_unsupported(t, "not readable");
    if (x->telling) {
        VV_AWAIT(nf, get_state(t, nf->argv[0]));
        nf->slot[1] = vv_take_ret(t);
        nf->i[1] = t->ival;
    }
    x = T(nf->argv[0]);
    double wanted = (x->bytes_per_char > 1 ? x->bytes_per_char : 1) * (double)nf->i[0];
    nf->slot[0] = vv_int_new(t, wanted > (double)x->chunk_size ? (int64_t)wanted : x->chunk_size);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, x->buffer, x->has_read1 ? "read1" : "read", nf->slot, 1));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    const uint8_t *data;
    size_t n;
    if (!vv_bytes_view(nf->slot[0], &data, &n))
        return vv_raise_step(t, VV_TypeError, "underlying %s() should have returned a bytes-like object, not '%T'",
                             T(nf->argv[0])->has_read1 ? "read1" : "read", nf->slot[0]);
    nf->i[2] = (int64_t)n;
    VV_AWAIT(nf, decode(t, nf->argv[0], nf->slot[0], nf->i[2] == 0));
    nf->slot[2] = vv_take_ret(t);
    x = T(nf->argv[0]);
    int64_t characters = vv_str_length(nf->slot[2]);
    bool more = nf->i[2] != 0 || characters > 0;
    x->bytes_per_char = characters > 0 ? (double)nf->i[2] / (double)characters : 0;
    vv_setref_take(t, &x->decoded, vv_move(&nf->slot[2]));
    x->used = 0;
    if (x->telling && nf->slot[1] != NULL) {
        if (!vv_bytes_view(nf->slot[0], &data, &n))
            return vv_raise_step(t, VV_ValueError, "the bytes that were read are gone");
        size_t held = VV_BYTES(nf->slot[1])->length;
        vv_owned fed = vv_bytes_alloc(t, VV_TYPEP(t, BYTES), held + n);
        if (fed == NULL)
            return VV_FAILED;
        memcpy(VV_BYTES(fed)->data, VV_BYTES(nf->slot[1])->data, held);
        memcpy(VV_BYTES(fed)->data + held, data, n);
        vv_setref_take(t, &x->snapshot, fed);
        x->snapshot_flags = nf->i[1];
    }
    return vv_return_int(t, more);
    VV_END(nf);
}
static vv_step read_chunk(vv_thread *t, vv_ref self, int64_t wanted) {
    vv_native *nf = vv_push_native(t, chunk_native, "read", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = wanted;
    return VV_PUSHED;
}

/* argv: self, size; slot: 0 text so far, 1 piece; i: 0 size */
static vv_step text_read(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_size(t, nf->argv[1]));
    nf->i[0] = t->ival;
    VV_AWAIT(nf, ready(t, nf->argv[0]));
    if (!T(nf->argv[0])->readable)
        return vv_io_unsupported(t, "not readable");
    VV_AWAIT(nf, push_pending(t, nf->argv[0]));
    if (nf->i[0] < 0) {
        VV_AWAIT(nf, vv_do_call_method(t, T(nf->argv[0])->buffer, VV_N(t, read), NULL, 0));
        nf->slot[1] = vv_take_ret(t);
        VV_AWAIT(nf, decode(t, nf->argv[0], nf->slot[1], true));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        nf->slot[0] = take(t, T(nf->argv[0]), -1);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        if (T(nf->argv[0])->snapshot != NULL) {
            forget_decoded(t, T(nf->argv[0]));
            vv_clearref(t, &T(nf->argv[0])->snapshot);
        }
        return vv_return(t, vv_str_concat(t, nf->slot[0], nf->slot[1]));
    }
    nf->slot[0] = take(t, T(nf->argv[0]), nf->i[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    while ((int64_t)vv_str_length(nf->slot[0]) < nf->i[0]) {
        VV_AWAIT(nf, read_chunk(t, nf->argv[0], nf->i[0] - (int64_t)vv_str_length(nf->slot[0])));
        if (!t->ival)
            break;
        VV_AUTO more = {t, take(t, T(nf->argv[0]), nf->i[0] - (int64_t)vv_str_length(nf->slot[0]))};
        if (more.o == NULL || vv_str_append(t, &nf->slot[0], more.o) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* Where the line that starts at `start` ends (behind its newline), or -1. */
static int64_t line_end(const vv_textio *x, vv_ref text, size_t start) {
    size_t n = vv_str_length(text);
    bool translated_already = x->universal && x->newlines.translate;
    uint32_t last = x->readnl == NULL || vv_str_length(x->readnl) == 0 ? '\n' : vv_str_at(x->readnl, vv_str_length(x->readnl) - 1);
    bool pair = x->readnl != NULL && vv_str_length(x->readnl) == 2;
    if (translated_already || (!x->universal && !pair)) {
        if (VV_STR(text)->kind == 1) {
            const uint8_t *at = start == n ? NULL : memchr(VV_STR(text)->data + start, (int)last, n - start);
            return at == NULL ? -1 : at + 1 - VV_STR(text)->data;
        }
        for (size_t k = start; k < n; k++)
            if (vv_str_at(text, k) == last)
                return (int64_t)k + 1;
        return -1;
    }
    for (size_t k = start; k < n; k++) {
        uint32_t c = vv_str_at(text, k);
        if (pair) {
            if (c == '\n' && k > start && vv_str_at(text, k - 1) == '\r')
                return (int64_t)k + 1;
        } else if (c == '\n') {
            return (int64_t)k + 1;
        } else if (c == '\r') {
            return (int64_t)k + (k + 1 < n && vv_str_at(text, k + 1) == '\n' ? 2 : 1);
        }
    }
    return -1;
}

/* argv: self; slot: 0 line so far; i: 0 limit */
static vv_step line_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, ready(t, nf->argv[0]));
    VV_AWAIT(nf, push_pending(t, nf->argv[0]));
    nf->slot[0] = vv_newref(t->vm->empty_str);
    for (;;) {
        if (rest(T(nf->argv[0])) == 0) {
            VV_AWAIT(nf, read_chunk(t, nf->argv[0], 0));
            if (!t->ival) { /* the end */
                forget_decoded(t, T(nf->argv[0]));
                vv_clearref(t, &T(nf->argv[0])->snapshot);
                break;
            }
            if (rest(T(nf->argv[0])) == 0)
                continue;
        }
        vv_textio *x = T(nf->argv[0]);
        size_t have = vv_str_length(nf->slot[0]);
        bool split = x->readnl != NULL && vv_str_length(x->readnl) == 2 && have > 0 && vv_str_at(nf->slot[0], have - 1) == '\r' &&
                     vv_str_at(x->decoded, (size_t)x->used) == '\n';
        int64_t end = split ? x->used + 1 : line_end(x, x->decoded, (size_t)x->used);
        bool done = end >= 0;
        int64_t n = (done ? end : (int64_t)vv_str_length(x->decoded)) - x->used;
        if (nf->i[0] >= 0 && (int64_t)have + n >= nf->i[0]) {
            n = nf->i[0] - (int64_t)have;
            done = true;
        }
        VV_AUTO piece = {t, take(t, x, n)};
        if (piece.o == NULL)
            return VV_FAILED;
        if (have == 0)
            vv_setref_take(t, &nf->slot[0], vv_move(&piece.o));
        else if (vv_str_append(t, &nf->slot[0], piece.o) < 0)
            return VV_FAILED;
        if (done)
            break;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step start_line(vv_thread *t, vv_ref self, int64_t limit) {
    vv_native *nf = vv_push_native(t, line_native, "readline", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = limit;
    return VV_PUSHED;
}
static vv_step text_readline(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    nf->i[0] = -1;
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, nf->argv[1] == t->vm->none ? vv_return_int(t, -1) : vv_io_int(t, nf->argv[1], VV_OverflowError));
        nf->i[0] = t->ival < 0 ? -1 : t->ival;
    }
    VV_AWAIT(nf, start_line(t, nf->argv[0], nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

/* slot: 0 line */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    T(nf->argv[0])->telling = false;
    if ((nf->argv[0]->type->flags & VV_TF_HEAP) == 0) {
        VV_AWAIT(nf, start_line(t, nf->argv[0], -1));
        nf->slot[0] = vv_take_ret(t);
    } else {
        VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, readline), NULL, 0));
        nf->slot[0] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[0], STR))
            return vv_raise_step(t, VV_OSError, "readline() should have returned a str object, not '%T'", nf->slot[0]);
    }
    if (vv_str_length(nf->slot[0]) > 0)
        return vv_return(t, vv_move(&nf->slot[0]));
    vv_clearref(t, &T(nf->argv[0])->snapshot);
    T(nf->argv[0])->telling = T(nf->argv[0])->seekable;
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step text_next(vv_thread *t, vv_ref self) {
    vv_textio *x = T(self);
    if (check_ok(t, x) < 0)
        return VV_FAILED;
    if (rest(x) > 0 && x->pending.length == 0 && (self->type->flags & VV_TF_HEAP) == 0 && vv_buffered_is_open(t, x->buffer)) {
        int64_t end = line_end(x, x->decoded, (size_t)x->used);
        if (end >= 0) {
            x->telling = false;
            return vv_return(t, take(t, x, end - x->used));
        }
    }
    return vv_start1(t, next_native, "__next__", self);
}

/* ---- position ---- */

/* The parts of a cookie, as they stand in the number from its low end. */
typedef struct vv_cookie {
    int64_t start;        /* 8 bytes: position in the file */
    int64_t flags;        /* 4: state of the decoder there */
    int64_t feed, skip;   /* 4 each: bytes to decode from there, characters to skip then */
    bool eof;             /* 1: the decoder must be told that the file ends */
} vv_cookie;
enum { COOKIE_BYTES = 21 };

static vv_owned cookie_number(vv_thread *t, const vv_cookie *c) {
    if (c->flags == 0 && c->feed == 0 && c->skip == 0 && !c->eof)
        return vv_int_new(t, c->start);
    uint8_t bytes[COOKIE_BYTES] = {0};
    for (int k = 0; k < 8; k++)
        bytes[k] = (uint8_t)((uint64_t)c->start >> 8 * k);
    for (int k = 0; k < 4; k++) {
        bytes[8 + k] = (uint8_t)((uint64_t)c->flags >> 8 * k);
        bytes[12 + k] = (uint8_t)((uint64_t)c->feed >> 8 * k);
        bytes[16 + k] = (uint8_t)((uint64_t)c->skip >> 8 * k);
    }
    bytes[20] = c->eof;
    return vv_int_from_bytes(t, bytes, sizeof bytes, true, false);
}

/* Takes `count` bytes from the low end of *number (owned, replaced by the rest): 0/-1. */
static int take_part(vv_thread *t, vv_obj **number, int count, int64_t *ret) {
    VV_AUTO bits = {t, vv_int_new(t, count * 8)};
    VV_AUTO one = {t, vv_int_new(t, 1)};
    VV_AUTO power = {t, bits.o == NULL ? NULL : vv_int_lshift(t, one.o, bits.o)};
    VV_AUTO part = {t, power.o == NULL ? NULL : vv_int_mod(t, *number, power.o)};
    VV_AUTO left = {t, part.o == NULL ? NULL : vv_int_rshift(t, *number, bits.o)};
    if (left.o == NULL || vv_int_as_i64(t, part.o, ret) < 0)
        return -1;
    vv_setref_take(t, number, vv_move(&left.o));
    return 0;
}
static int parse_cookie(vv_thread *t, vv_ref number, vv_cookie *c) {
    VV_AUTO n = {t, vv_newref(number)};
    int64_t eof;
    if (take_part(t, &n.o, 8, &c->start) < 0 || take_part(t, &n.o, 4, &c->flags) < 0 || take_part(t, &n.o, 4, &c->feed) < 0 ||
        take_part(t, &n.o, 4, &c->skip) < 0 || take_part(t, &n.o, 1, &eof) < 0)
        return -1;
    c->eof = eof != 0;
    return 0;
}

static vv_step set_cookie_state(vv_thread *t, vv_ref self, int64_t start, int64_t flags) {
    return set_state(t, self, t->vm->empty_bytes, flags, start == 0 && flags == 0);
}

/* The place of character argv.skip in the chunk: finds a point near it where the decoder holds nothing back.
 * argv: self; slot: 0 fed bytes, 1 decoder's own bytes, 2 piece or text; i: 0 start, 1 flags, 2 characters to skip, 3 at (bytes), 4 step
 * back or bytes to feed, 5 characters decoded. The decoder's state is saved and put back. t->ret = cookie */
static vv_step locate_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_textio *x = T(nf->argv[0]);
    nf->i[3] = (int64_t)(x->bytes_per_char * (double)nf->i[2]);
    nf->i[4] = 1;
    if (nf->i[3] > (int64_t)VV_BYTES(nf->slot[0])->length)
        nf->i[3] = (int64_t)VV_BYTES(nf->slot[0])->length;
    while (nf->i[3] > 0) {
        VV_AWAIT(nf, set_cookie_state(t, nf->argv[0], nf->i[0], nf->i[1]));
        vv_setref_take(t, &nf->slot[2], vv_bytes_new(t, VV_BYTES(nf->slot[0])->data, (size_t)nf->i[3]));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, decode(t, nf->argv[0], nf->slot[2], false));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        nf->i[5] = vv_str_length(nf->slot[2]);
        if (nf->i[5] <= nf->i[2]) {
            VV_AWAIT(nf, get_state(t, nf->argv[0]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            if (VV_BYTES(nf->slot[1])->length == 0) {
                nf->i[1] = t->ival;
                nf->i[2] -= nf->i[5];
                break;
            }
            nf->i[3] -= (int64_t)VV_BYTES(nf->slot[1])->length;
            nf->i[4] = 1;
        } else {
            nf->i[3] -= nf->i[4];
            nf->i[4] *= 2;
        }
    }
    if (nf->i[3] <= 0) {
        nf->i[3] = 0;
        VV_AWAIT(nf, set_cookie_state(t, nf->argv[0], nf->i[0], nf->i[1]));
    }
    nf->i[0] += nf->i[3];
    nf->i[4] = nf->i[5] = 0;
    if (nf->i[2] == 0)
        return vv_return(t, cookie_number(t, &(vv_cookie){nf->i[0], nf->i[1], 0, 0, false}));
    while (nf->i[3] < (int64_t)VV_BYTES(nf->slot[0])->length) {
        vv_setref_take(t, &nf->slot[2], vv_bytes_new(t, VV_BYTES(nf->slot[0])->data + nf->i[3]++, 1));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, decode(t, nf->argv[0], nf->slot[2], false));
        nf->i[5] += vv_str_length(t->ret);
        vv_drop_ret(t);
        nf->i[4]++;
        VV_AWAIT(nf, get_state(t, nf->argv[0]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (VV_BYTES(nf->slot[1])->length == 0 && nf->i[5] <= nf->i[2]) {
            nf->i[0] += nf->i[4];
            nf->i[2] -= nf->i[5];
            nf->i[1] = t->ival;
            nf->i[4] = nf->i[5] = 0;
        }
        if (nf->i[5] >= nf->i[2])
            return vv_return(t, cookie_number(t, &(vv_cookie){nf->i[0], nf->i[1], nf->i[4], nf->i[2], false}));
    }
    VV_AWAIT(nf, decode(t, nf->argv[0], t->vm->empty_bytes, true));
    nf->i[5] += vv_str_length(t->ret);
    vv_drop_ret(t);
    if (nf->i[5] < nf->i[2])
        return vv_raise_step(t, VV_OSError, "can't reconstruct logical file position");
    return vv_return(t, cookie_number(t, &(vv_cookie){nf->i[0], nf->i[1], nf->i[4], nf->i[2], true}));
    VV_END(nf);
}
static vv_step locate(vv_thread *t, vv_ref self, int64_t start) {
    vv_native *nf = vv_push_native(t, locate_native, "tell", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_newref(T(self)->snapshot);
    nf->i[0] = start;
    nf->i[1] = T(self)->snapshot_flags;
    nf->i[2] = T(self)->used;
    return VV_PUSHED;
}

/* argv: self; slot: 0 position of the buffer, 1 bytes of the decoder, 2 cookie; i: 0 flags, 1 newlines seen */
static vv_step text_tell(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, ready(t, nf->argv[0]));
    if (!T(nf->argv[0])->seekable)
        return vv_io_unsupported(t, "underlying stream is not seekable");
    if (!T(nf->argv[0])->telling)
        return vv_raise_step(t, VV_OSError, "telling position disabled by next() call");
    VV_AWAIT(nf, push_pending(t, nf->argv[0]));
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, flush), NULL, 0));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->buffer, "tell", NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    vv_textio *x = T(nf->argv[0]);
    if (!x->readable || x->snapshot == NULL)
        return vv_return(t, vv_move(&nf->slot[0]));
    int64_t position;
    if (!VV_ISA(nf->slot[0], INT))
        return vv_raise_step(t, VV_TypeError, "an integer is required");
    if (vv_int_as_i64(t, nf->slot[0], &position) < 0)
        return VV_FAILED;
    position -= (int64_t)VV_BYTES(x->snapshot)->length;
    if (x->used == 0 || x->decoded == NULL)
        return vv_return(t, cookie_number(t, &(vv_cookie){position, x->snapshot_flags, 0, 0, false}));
    nf->i[2] = position;
    nf->i[1] = x->newlines.seen;
    VV_AWAIT(nf, get_state(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    nf->i[0] = t->ival;
    VV_AWAIT_CATCH(nf, locate(t, nf->argv[0], nf->i[2]));
    nf->slot[2] = nf->raised ? vv_take_error(t) : vv_take_ret(t);
    nf->i[3] = nf->raised;
    VV_AWAIT(nf, set_state(t, nf->argv[0], nf->slot[1], nf->i[0], false));
    T(nf->argv[0])->newlines.seen = (uint8_t)nf->i[1];
    if (nf->i[3]) {
        vv_restore_error_take(t, vv_move(&nf->slot[2]));
        return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[2]));
    VV_END(nf);
}

/* Forgets all that was read, for a seek. */
static void forget_all(vv_thread *t, vv_textio *x) {
    forget_decoded(t, x);
    vv_clearref(t, &x->snapshot);
}

/* argv: self, cookie, whence; slot: 0 answer, 1 bytes; i: 0 whence, 1 start, 2 flags, 3 feed, 4 skip, 5 eof */
static vv_step text_seek(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_io_int(t, nf->argv[2], VV_OverflowError));
        nf->i[0] = t->ival;
    }
    VV_AWAIT(nf, ready(t, nf->argv[0]));
    if (!T(nf->argv[0])->seekable)
        return vv_io_unsupported(t, "underlying stream is not seekable");
    if (nf->i[0] == 1 || nf->i[0] == 2) {
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->argv[1], (t->vm->small_ints - VV_SMALL_INT_MIN)[0], VV_EQ));
        if (!t->ival)
            return vv_io_unsupported(t, nf->i[0] == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    }
    if (nf->i[0] == 1) {
        VV_AWAIT(nf, vv_io_call(t, nf->argv[0], "tell", NULL, 0));
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    } else if (nf->i[0] == 2) {
        VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, flush), NULL, 0));
        vv_drop_ret(t);
        forget_all(t, T(nf->argv[0]));
        VV_AWAIT(nf, reset_decoder(t, nf->argv[0]));
        VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->buffer, "seek",
                                (vv_obj *[]){(t->vm->small_ints - VV_SMALL_INT_MIN)[0], (t->vm->small_ints - VV_SMALL_INT_MIN)[2]}, 2));
        nf->slot[0] = vv_take_ret(t);
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        VV_AWAIT(nf, set_encoder(t, nf->argv[0], t->ival == 0));
        return vv_return(t, vv_move(&nf->slot[0]));
    } else if (nf->i[0] != 0) {
        return vv_raise_step(t, VV_ValueError, "invalid whence (%lld, should be 0, 1 or 2)", (long long)nf->i[0]);
    }
    VV_AWAIT(nf, vv_do_compare_bool(t, nf->argv[1], (t->vm->small_ints - VV_SMALL_INT_MIN)[0], VV_LT));
    nf->i[1] = t->ival;
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    if (nf->i[1])
        return vv_raise_step(t, VV_ValueError, "negative seek position %R", nf->argv[1]);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, flush), NULL, 0));
    vv_drop_ret(t);
    vv_cookie c;
    if (parse_cookie(t, nf->argv[1], &c) < 0)
        return VV_FAILED;
    nf->i[1] = c.start;
    nf->i[2] = c.flags;
    nf->i[3] = c.feed;
    nf->i[4] = c.skip;
    nf->i[5] = c.eof;
    nf->slot[0] = vv_int_new(t, c.start);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->buffer, "seek", nf->slot, 1));
    vv_drop_ret(t);
    forget_all(t, T(nf->argv[0]));
    if (T(nf->argv[0])->readable) {
        VV_AWAIT(nf, set_cookie_state(t, nf->argv[0], nf->i[1], nf->i[2]));
    }
    if (nf->i[4] == 0) {
        if (T(nf->argv[0])->readable) {
            vv_setref_take(t, &T(nf->argv[0])->snapshot, vv_newref(t->vm->empty_bytes));
            T(nf->argv[0])->snapshot_flags = nf->i[2];
        }
    } else {
        vv_setref_take(t, &nf->slot[0], vv_int_new(t, nf->i[3]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_method(t, T(nf->argv[0])->buffer, VV_N(t, read), nf->slot, 1));
        nf->slot[1] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[1], BYTES))
            return vv_raise_step(t, VV_TypeError, "underlying read() should have returned a bytes object, not '%T'", nf->slot[1]);
        vv_setref_take(t, &T(nf->argv[0])->snapshot, vv_newref(nf->slot[1]));
        T(nf->argv[0])->snapshot_flags = nf->i[2];
        VV_AWAIT(nf, decode(t, nf->argv[0], nf->slot[1], nf->i[5] != 0));
        vv_setref_take(t, &T(nf->argv[0])->decoded, vv_take_ret(t));
        if ((int64_t)vv_str_length(T(nf->argv[0])->decoded) < nf->i[4])
            return vv_raise_step(t, VV_OSError, "can't restore logical file position");
        T(nf->argv[0])->used = nf->i[4];
    }
    VV_AWAIT(nf, set_encoder(t, nf->argv[0], vv_int_sign(nf->argv[1]) == 0));
    return vv_return(t, vv_newref(nf->argv[1]));
    VV_END(nf);
}

static vv_step text_truncate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, flush), NULL, 0));
    vv_drop_ret(t);
    if (nf->argv[1] == NULL)
        nf->argv[1] = vv_none(t);
    VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->buffer, "truncate", nf->argv + 1, 1));
    return VV_READY;
    VV_END(nf);
}

/* ---- what the buffer answers, and attributes ---- */

static vv_step ask_buffer(vv_thread *t, vv_native *nf, const char *name) {
    VV_BEGIN(nf);
    if (check_ok(t, T(nf->argv[0])) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, T(nf->argv[0])->buffer, name, NULL, 0));
    return VV_READY;
    VV_END(nf);
}
static vv_step text_fileno(vv_thread *t, vv_native *nf) {
    return ask_buffer(t, nf, "fileno");
}
static vv_step text_seekable(vv_thread *t, vv_native *nf) {
    return ask_buffer(t, nf, "seekable");
}
static vv_step text_readable(vv_thread *t, vv_native *nf) {
    return ask_buffer(t, nf, "readable");
}
static vv_step text_writable(vv_thread *t, vv_native *nf) {
    return ask_buffer(t, nf, "writable");
}
static vv_step text_isatty(vv_thread *t, vv_native *nf) {
    return ask_buffer(t, nf, "isatty");
}
static vv_owned of_buffer(vv_thread *t, vv_ref self, const char *name) {
    return check_ok(t, T(self)) < 0 ? NULL : vv_getter_step(t, vv_io_attribute(t, T(self)->buffer, name));
}
static vv_owned text_get_name(vv_thread *t, vv_ref self) {
    return of_buffer(t, self, "name");
}
static vv_owned text_get_closed(vv_thread *t, vv_ref self) {
    return of_buffer(t, self, "closed");
}
static vv_owned text_get_newlines(vv_thread *t, vv_ref self) {
    return check_ok(t, T(self)) < 0 ? NULL : vv_newlines_seen(t, T(self)->newlines.seen);
}
static vv_owned text_get_errors(vv_thread *t, vv_ref self) {
    return !T(self)->detached && check_ok(t, T(self)) < 0 ? NULL : vv_newref(T(self)->errors);
}
static vv_owned text_get_chunk_size(vv_thread *t, vv_ref self) {
    return check_ok(t, T(self)) < 0 ? NULL : vv_int_new(t, T(self)->chunk_size);
}
static int text_set_chunk_size(vv_thread *t, vv_ref self, vv_ref value) {
    int64_t n;
    if (check_ok(t, T(self)) < 0)
        return -1;
    if (value == NULL)
        return vv_raise_int(t, VV_AttributeError, "cannot delete attribute");
    if (!VV_ISA(value, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", value);
    if (vv_int_as_i64(t, value, &n) < 0) {
        vv_clear_error(t);
        return vv_raise_int(t, VV_ValueError, "cannot fit 'int' into an index-sized integer");
    }
    if (n <= 0)
        return vv_raise_int(t, VV_ValueError, "a strictly positive integer is required");
    T(self)->chunk_size = n;
    return 0;
}
static vv_step text_repr(vv_thread *t, vv_ref self) {
    if (!T(self)->detached && check_ok(t, T(self)) < 0)
        return VV_FAILED;
    return vv_io_repr(t, self, true, T(self)->encoding);
}

const vv_typespec vv_file_spec = {
    .name = "TextIOWrapper",
    .module = "_io",
    .base = VV_T_TEXTIOBASE,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_textio),
    .size64 = 216,
    .dictoffset = offsetof(vv_iobase, dict),
    .weakoffset = offsetof(vv_iobase, weaklist),
    .doc = "Text over a binary file.",
    .signature = "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
    .slots = &text_slots,
    .methods = text_methods,
    .getset = text_getset,
    .members = text_members,
    .dealloc = text_dealloc,
    .traverse = text_traverse,
    .clear = text_clear,
};
