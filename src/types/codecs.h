/* codecs.h - text to bytes and back: the encodings in C, and the registries of codecs and error handlers.
 *
 * vv_decode and vv_encode (types/bytes.h) are leaves: they know the encodings in C and the error handlers of the core.
 * The steps here know everything: handlers made with codecs.register_error and encodings of the library, which run Python.
 */
#ifndef VV_TYPES_CODECS_H
#define VV_TYPES_CODECS_H

#include "types/bytes.h"
#include "types/str_internal.h"

enum vv_encoding {
    VV_ENC_UTF8, VV_ENC_UTF8_SIG, VV_ENC_UTF16, VV_ENC_UTF16_LE, VV_ENC_UTF16_BE, VV_ENC_UTF32, VV_ENC_UTF32_LE, VV_ENC_UTF32_BE,
    VV_ENC_ASCII, VV_ENC_LATIN1, VV_ENC_UNICODE_ESCAPE, VV_ENC_RAW_UNICODE_ESCAPE, VV_ENC_UTF7, VV_ENC_UNKNOWN,
};

enum vv_codec_handler {
    VV_ON_STRICT, VV_ON_IGNORE, VV_ON_REPLACE, VV_ON_BACKSLASH, VV_ON_XMLCHARREF, VV_ON_NAME, VV_ON_SURROGATEESCAPE,
    VV_ON_SURROGATEPASS, VV_ON_OTHER,
};

/* One pass over bytes or text. A pass ends with 0: done; -1: an exception; 1: the handler, which is none of the core's, must be
 * asked about [at, error_end): the caller does and starts the next pass behind it, with `out` empty. */
typedef struct vv_decoder {
    vv_thread *t;
    const uint8_t *data;
    size_t n, at;
    enum vv_encoding encoding; /* UTF16 and UTF32 become one of their orders when the mark is read */
    enum vv_codec_handler handler;
    const char *errors;
    bool partial;         /* stop before an incomplete sequence at the end */
    bool marked;          /* a byte order mark was read */
    int64_t bad_escape;   /* where the first escape that is none of Python's stands, or -1 */
    size_t error_end;
    const char *reason;
    vv_strbuilder out;
} vv_decoder;

typedef struct vv_encoder {
    vv_thread *t;
    vv_ref s;
    size_t at;
    enum vv_encoding encoding;
    enum vv_codec_handler handler;
    const char *errors;
    size_t error_end;
    const char *reason;
    vv_strbuilder out; /* of bytes: its code points stay below 256 */
} vv_encoder;

/* "UTF 8" -> "utf_8": letters in lower case, `_` for each run of other characters; 0 when it does not fit `cap`. */
size_t vv_codec_plain_name(const char *name, char *out, size_t cap);
enum vv_encoding vv_codec_find(const char *name);
enum vv_codec_handler vv_codec_handler_find(const char *errors_or_null);
const char *vv_codec_name(enum vv_encoding encoding); /* in error messages */

int vv_decoder_run(vv_decoder *d);
int vv_encoder_begin(vv_encoder *e); /* the byte order mark, where there is one */
int vv_encoder_run(vv_encoder *e);
/* data[at:end] cannot be decoded, s[at:end] not be encoded: lets the handler deal with it. 0, -1 or 1 as above. */
int vv_decode_error(vv_decoder *d, size_t end, const char *reason);
int vv_encode_error(vv_encoder *e, size_t end, const char *reason);
/* codec_utf7.c */
int vv_decode_utf7(vv_decoder *d);
int vv_encode_utf7(vv_encoder *e);

/* How a character is shown by the handlers backslashreplace, xmlcharrefreplace and namereplace. */
enum { VV_CODEC_ESCAPE_MAX = 100 };
void vv_codec_hex_escape(uint32_t c, char out[VV_CODEC_ESCAPE_MAX]);
void vv_codec_xml_escape(uint32_t c, char out[VV_CODEC_ESCAPE_MAX]);
int vv_codec_name_escape(vv_thread *t, uint32_t c, char out[VV_CODEC_ESCAPE_MAX]); /* 0/-1: object/datafile.h */
/* surrogatepass: the surrogate whose form in `encoding` begins at data[at]: its size in bytes, 0 if there is none. */
size_t vv_codec_surrogate_at(enum vv_encoding encoding, const uint8_t *data, size_t n, size_t at, uint32_t *ret);

/* ---- steps (codec_steps.c) ---- */

/* What a step answers. */
enum vv_codec_shape {
    VV_CODEC_PLAIN, /* the str or bytes */
    VV_CODEC_PAIR,  /* (it, length of what was read), as the functions of _codecs */
    VV_CODEC_ORDER, /* (it, length, byte order) */
};
/* An encoding in C, any error handler (NULL: strict). `source` is str, or bytes-like. */
vv_step vv_do_decode_with(vv_thread *t, vv_ref source, enum vv_encoding encoding, vv_ref errors, bool partial, enum vv_codec_shape shape);
vv_step vv_do_encode_with(vv_thread *t, vv_ref s, enum vv_encoding encoding, vv_ref errors, enum vv_codec_shape shape);
/* By a codec of the registry: t->ret = what its encoder or decoder made of `object`. `text_only`: codecs that are not text
 * encodings are refused, and so is a result that is not bytes (str). */
vv_step vv_do_codec(vv_thread *t, vv_ref object, vv_ref encoding, vv_ref errors, bool decode, bool text_only);
/* codecs.lookup(encoding): a 4-tuple. */
vv_step vv_do_codec_lookup(vv_thread *t, vv_ref encoding);
/* codecs.lookup_error(name): borrowed, NULL with LookupError. */
vv_ref vv_codec_handler_peek(vv_thread *t, vv_ref name);
/* An answer of a handler taken apart: (text or bytes, position), the position counted from the end when negative. 0/-1. */
int vv_codec_answer(vv_thread *t, vv_ref answer, size_t length, bool decode, vv_ref *ret_text, size_t *ret_at);
/* UnicodeDecodeError or UnicodeEncodeError as an object. */
VV_NODISCARD vv_owned vv_codec_error_new(vv_thread *t, bool decode, const char *encoding, vv_ref object, size_t start, size_t end,
                                         const char *reason);

/* obj.decode(encoding, errors), s.encode(encoding, errors); both NULL or str. t->ret = exactly str, bytes. */
vv_step vv_do_decode(vv_thread *t, vv_ref bytes_like, vv_ref encoding, vv_ref errors);
vv_step vv_do_encode(vv_thread *t, vv_ref s, vv_ref encoding, vv_ref errors);

#endif
