/* codec_steps.c - encoding and decoding that may run Python: error handlers and codecs a program registers. */
#include <string.h>

#include "base/utf8.h"
#include "object/alloc.h"
#include "object/datafile.h"
#include "object/error.h"
#include "types/codecs.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/text.h"
#include "types/tuple.h"

/* ---- error handlers ------------------------------------------------------------------------------------------------ */

vv_ref vv_codec_handler_peek(vv_thread *t, vv_ref name) {
    vv_ref handler = t->vm->codec_errors == NULL ? NULL : vv_dict_get_str_peek(t->vm->codec_errors, name);
    if (handler == NULL)
        (void)vv_raise(t, VV_LookupError, "unknown error handler name '%U'", name);
    return handler;
}

int vv_codec_answer(vv_thread *t, vv_ref answer, size_t length, bool decode, vv_ref *ret_text, size_t *ret_at) {
    if (!VV_ISA(answer, TUPLE) || VV_TUPLE(answer)->length != 2)
        goto wrong;
    vv_ref text = VV_TUPLE(answer)->items[0], position = VV_TUPLE(answer)->items[1];
    if (!VV_ISA(text, STR) && (decode || !VV_ISA(text, BYTES)))
        goto wrong;
    if (!VV_ISA(position, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", position);
    int64_t at;
    if (vv_int_as_i64(t, position, &at) < 0)
        return -1;
    int64_t place = at < 0 ? at + (int64_t)length : at;
    if (place < 0 || place > (int64_t)length)
        return vv_raise_int(t, VV_IndexError, "position %lld from error handler out of bounds", (long long)place);
    *ret_text = text;
    *ret_at = (size_t)place;
    return 0;
wrong:
    return vv_raise_int(t, VV_TypeError, decode ? "decoding error handler must return (str, int) tuple"
                                                : "encoding error handler must return (str/bytes, int) tuple");
}

/* ---- encodings in C ------------------------------------------------------------------------------------------------ */

/* The frames: argv: data (exact bytes) or str, errors; slot[0]: what was made so far, a str; slot[1]: the exception,
 * slot[2]: the handler. */
enum { I_ENCODING, I_AT, I_PARTIAL, I_SHAPE, I_END, I_ORDER };

/* The answer of a step: takes `made`. `order`: of a byte order mark, -1, 0, 1. */
static vv_step answer(vv_thread *t, vv_owned made, size_t consumed, int64_t order, enum vv_codec_shape shape) {
    if (made == NULL || shape == VV_CODEC_PLAIN)
        return vv_return(t, made);
    VV_AUTO first = {t, made};
    VV_AUTO second = {t, vv_int_new(t, (int64_t)consumed)};
    if (second.o == NULL)
        return VV_FAILED;
    if (shape == VV_CODEC_PAIR)
        return vv_return(t, vv_tuple_pack(t, 2, first.o, second.o));
    VV_AUTO third = {t, vv_int_new(t, order)};
    return third.o == NULL ? VV_FAILED : vv_return(t, vv_tuple_pack(t, 3, first.o, second.o, third.o));
}

static int64_t order_of(const vv_decoder *d, enum vv_encoding given) {
    if (given != VV_ENC_UTF16 && given != VV_ENC_UTF32)
        return given == VV_ENC_UTF16_BE || given == VV_ENC_UTF32_BE ? 1 : -1;
    return !d->marked ? 0 : d->encoding == VV_ENC_UTF16_BE || d->encoding == VV_ENC_UTF32_BE ? 1 : -1;
}

/* Ends a pass: what it made goes to the rest. 0/-1. */
static int keep_pass(vv_thread *t, vv_native *nf, vv_strbuilder *out, int r) {
    if (r < 0) {
        vv_strbuilder_drop(t, out);
        return -1;
    }
    VV_AUTO piece = {t, vv_strbuilder_finish(t, out)};
    return piece.o == NULL ? -1 : vv_str_append(t, &nf->slot[0], piece.o);
}

/* Decodes up to the next error for the handler: 1, its exception in slot[1]; 0 at the end; -1. */
static int decode_pass(vv_thread *t, vv_native *nf) {
    vv_span s = vv_span_of(nf->argv[0]);
    vv_decoder d = {.t = t, .data = s.data, .n = s.length, .at = (size_t)nf->i[I_AT], .handler = VV_ON_OTHER,
                    .encoding = (enum vv_encoding)nf->i[I_ENCODING], .partial = nf->i[I_PARTIAL] != 0, .bad_escape = -1};
    int r = vv_decoder_run(&d);
    if (d.marked)
        nf->i[I_ORDER] = order_of(&d, VV_ENC_UTF16);
    if (keep_pass(t, nf, &d.out, r) < 0)
        return -1;
    nf->i[I_ENCODING] = d.encoding;
    nf->i[I_AT] = (int64_t)d.at;
    nf->i[I_END] = (int64_t)d.error_end;
    if (r != 0)
        vv_setref_take(t, &nf->slot[1], vv_codec_error_new(t, true, vv_codec_name(d.encoding), nf->argv[0], d.at, d.error_end, d.reason));
    return r != 0 && nf->slot[1] == NULL ? -1 : r;
}

/* A handler's answer about bytes; it may have put other ones in the exception. 0/-1. */
static int decode_answer(vv_thread *t, vv_native *nf) {
    VV_AUTO given = {t, vv_take_ret(t)};
    vv_ref text, object = ((vv_exc_unicode *)nf->slot[1])->object;
    size_t at;
    if (object == NULL || !VV_ISA(object, BYTES))
        return vv_raise_int(t, VV_TypeError, object == NULL ? "object attribute not set" : "object attribute must be bytes");
    if (vv_codec_answer(t, given.o, VV_BYTES(object)->length, true, &text, &at) < 0)
        return -1;
    vv_setref_take(t, &nf->argv[0], vv_newref(object));
    nf->i[I_AT] = (int64_t)at;
    return vv_str_append(t, &nf->slot[0], text);
}

static vv_step decode_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_setref_take(t, &nf->slot[0], vv_str_new(t, 0, 0));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (;;) {
        int r = decode_pass(t, nf);
        if (r < 0) {
            if (!vv_data_missed(t))
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_load_data(t));
            continue;
        }
        if (r == 0)
            break;
        vv_ref handler = vv_codec_handler_peek(t, nf->argv[1]);
        if (handler == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[2], vv_newref(handler));
        VV_AWAIT(nf, vv_do_call1(t, nf->slot[2], nf->slot[1]));
        if (decode_answer(t, nf) < 0)
            return VV_FAILED;
    }
    return answer(t, vv_move(&nf->slot[0]), (size_t)nf->i[I_AT], nf->i[I_ORDER], (enum vv_codec_shape)nf->i[I_SHAPE]);
    VV_END(nf);
}

/* The frames that wait for a table before they decode or encode: argv and i as above. */
static vv_step decode_again(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_load_data(t));
    VV_AWAIT(nf, vv_do_decode_with(t, nf->argv[0], (enum vv_encoding)nf->i[I_ENCODING], nf->argv[1], nf->i[I_PARTIAL] != 0,
                                   (enum vv_codec_shape)nf->i[I_SHAPE]));
    return VV_READY;
    VV_END(nf);
}
static vv_step encode_again(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_load_data(t));
    VV_AWAIT(nf, vv_do_encode_with(t, nf->argv[0], (enum vv_encoding)nf->i[I_ENCODING], nf->argv[1], (enum vv_codec_shape)nf->i[I_SHAPE]));
    return VV_READY;
    VV_END(nf);
}
static vv_step start_again(vv_thread *t, vv_resumable again, vv_ref source, vv_ref errors, enum vv_encoding encoding, bool partial,
                           enum vv_codec_shape shape) {
    vv_native *nf = vv_push_native(t, again, "load a table", (vv_obj *[]){VV_OBJ(source), VV_OBJ(errors)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[I_ENCODING] = encoding;
    nf->i[I_PARTIAL] = partial;
    nf->i[I_SHAPE] = shape;
    return VV_PUSHED;
}

/* "invalid escape sequence" once the bytes are decoded; argv: bytes, result; i[0]: where. */
static vv_step warn_of_escape(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    {
        const uint8_t *p = VV_BYTES(nf->argv[0])->data + nf->i[0];
        nf->slot[0] = *p >= '4' && *p <= '7' ? vv_format(t, "invalid octal escape sequence '\\%.3s'", (const char *)p)
                                             : vv_format(t, "invalid escape sequence '\\%c'", *p);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[0]));
    vv_drop_ret(t);
    return vv_return(t, vv_newref(nf->argv[1]));
    VV_END(nf);
}

vv_step vv_do_decode_with(vv_thread *t, vv_ref source, enum vv_encoding encoding, vv_ref errors, bool partial,
                          enum vv_codec_shape shape) {
    vv_span s;
    if (VV_ISA(source, STR)) { /* its UTF-8, as for every bytes-like argument that may be text */
        s.data = vv_str_utf8_peek(t, source, &s.length);
        if (s.data == NULL)
            return VV_FAILED;
    } else {
        const uint8_t *data;
        if (!vv_bytes_view(source, &data, &s.length))
            return vv_raise_step(t, VV_TypeError, "a bytes-like object is required, not '%T'", source);
        s.data = data;
    }
    const char *name = errors == NULL ? NULL : vv_str_utf8_peek(t, errors, NULL);
    if (errors != NULL && name == NULL)
        return VV_FAILED;
    vv_decoder d = {.t = t, .data = s.data, .n = s.length, .encoding = encoding, .handler = vv_codec_handler_find(name),
                    .partial = partial, .bad_escape = -1};
    if (encoding == VV_ENC_UTF8 && !partial && vv_utf8_valid(s.data, s.length, NULL))
        return answer(t, vv_str_from_utf8(t, s.data, s.length), s.length, 0, shape);
    int r = vv_decoder_run(&d);
    if (r == 0) {
        vv_obj *text = vv_strbuilder_finish(t, &d.out);
        vv_step step = answer(t, text, d.at, order_of(&d, encoding), shape);
        if (step != VV_READY || d.bad_escape < 0 || !VV_ISA(source, BYTES))
            return step;
        VV_AUTO result = {t, vv_take_ret(t)};
        vv_native *nf = vv_push_native(t, warn_of_escape, "decode", (vv_obj *[]){VV_OBJ(source), result.o}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = d.bad_escape;
        return VV_PUSHED;
    }
    vv_strbuilder_drop(t, &d.out);
    if (r < 0)
        return vv_data_missed(t) ? start_again(t, decode_again, source, errors, encoding, partial, shape) : VV_FAILED;
    VV_AUTO copy = {t, VV_IS(t, source, BYTES) ? vv_newref(source) : vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length)};
    vv_native *nf = copy.o == NULL ? NULL : vv_push_native(t, decode_native, "decode", (vv_obj *[]){copy.o, VV_OBJ(errors)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[I_ENCODING] = encoding;
    nf->i[I_PARTIAL] = partial;
    nf->i[I_SHAPE] = shape;
    nf->i[I_ORDER] = order_of(&d, encoding == VV_ENC_UTF16 || encoding == VV_ENC_UTF32 ? VV_ENC_UTF16 : encoding);
    return VV_PUSHED;
}

/* The same for text: encodes up to the next error. */
static int encode_pass(vv_thread *t, vv_native *nf) {
    vv_encoder e = {.t = t, .s = nf->argv[0], .at = (size_t)nf->i[I_AT], .handler = VV_ON_OTHER,
                    .encoding = (enum vv_encoding)nf->i[I_ENCODING]};
    int r = nf->i[I_ORDER]++ == 0 ? vv_encoder_begin(&e) : 0;
    if (r == 0)
        r = vv_encoder_run(&e);
    nf->i[I_AT] = (int64_t)e.at;
    nf->i[I_END] = (int64_t)e.error_end;
    if (keep_pass(t, nf, &e.out, r) < 0)
        return -1;
    if (r != 0)
        vv_setref_take(t, &nf->slot[1], vv_codec_error_new(t, false, vv_codec_name(e.encoding), nf->argv[0], e.at, e.error_end, e.reason));
    return r != 0 && nf->slot[1] == NULL ? -1 : r;
}

/* A handler's answer about text: bytes as they are, text encoded, which must not fail again. 0/-1. */
static int encode_answer(vv_thread *t, vv_native *nf) {
    VV_AUTO given = {t, vv_take_ret(t)};
    vv_ref text;
    size_t at;
    if (vv_codec_answer(t, given.o, vv_str_length(nf->argv[0]), false, &text, &at) < 0)
        return -1;
    enum vv_encoding encoding = (enum vv_encoding)nf->i[I_ENCODING];
    int unit = encoding >= VV_ENC_UTF16 && encoding <= VV_ENC_UTF16_BE   ? 2
               : encoding >= VV_ENC_UTF32 && encoding <= VV_ENC_UTF32_BE ? 4
                                                                         : 1;
    bool fits;
    VV_AUTO piece = {t, NULL};
    if (VV_ISA(text, BYTES)) {
        fits = VV_BYTES(text)->length % (size_t)unit == 0;
        if (fits)
            piece.o = vv_str_from_kind(t, 1, VV_BYTES(text)->data, VV_BYTES(text)->length);
    } else {
        fits = VV_STR(text)->ascii || (encoding == VV_ENC_LATIN1 && VV_STR(text)->kind == 1);
        vv_encoder e = {.t = t, .s = text, .handler = VV_ON_STRICT, .encoding = encoding};
        if (fits) {
            int r = vv_encoder_run(&e);
            piece.o = r == 0 ? vv_strbuilder_finish(t, &e.out) : NULL;
            vv_strbuilder_drop(t, &e.out);
        }
    }
    if (!fits) {
        VV_AUTO reason = {t, vv_newref(((vv_exc_unicode *)nf->slot[1])->reason)};
        const char *why = vv_str_utf8_peek(t, reason.o, NULL);
        if (why != NULL)
            vv_raise_unicode_encode(t, vv_codec_name(encoding), nf->argv[0], (size_t)nf->i[I_AT], (size_t)nf->i[I_END], why);
        return -1;
    }
    nf->i[I_AT] = (int64_t)at;
    return piece.o == NULL ? -1 : vv_str_append(t, &nf->slot[0], piece.o);
}

static vv_step encode_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_setref_take(t, &nf->slot[0], vv_str_new(t, 0, 0));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (;;) {
        int r = encode_pass(t, nf);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            break;
        vv_ref handler = vv_codec_handler_peek(t, nf->argv[1]);
        if (handler == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[2], vv_newref(handler));
        VV_AWAIT(nf, vv_do_call1(t, nf->slot[2], nf->slot[1]));
        if (encode_answer(t, nf) < 0)
            return VV_FAILED;
    }
    {
        const vv_str *made = VV_STR(nf->slot[0]);
        return answer(t, vv_bytes_new(t, made->data, made->length), vv_str_length(nf->argv[0]), 0, (enum vv_codec_shape)nf->i[I_SHAPE]);
    }
    VV_END(nf);
}

vv_step vv_do_encode_with(vv_thread *t, vv_ref s, enum vv_encoding encoding, vv_ref errors, enum vv_codec_shape shape) {
    const char *name = errors == NULL ? NULL : vv_str_utf8_peek(t, errors, NULL);
    if (errors != NULL && name == NULL)
        return VV_FAILED;
    const vv_str *str = VV_STR(s);
    if ((str->ascii && (encoding == VV_ENC_UTF8 || encoding == VV_ENC_ASCII)) || (str->kind == 1 && encoding == VV_ENC_LATIN1))
        return answer(t, vv_bytes_new(t, str->data, str->length), str->length, 0, shape);
    vv_encoder e = {.t = t, .s = s, .encoding = encoding, .handler = vv_codec_handler_find(name)};
    int r = vv_encoder_begin(&e);
    if (r == 0)
        r = vv_encoder_run(&e);
    if (r == 0) {
        vv_obj *bytes = vv_bytes_new(t, e.out.data == NULL ? "" : e.out.data, e.out.length);
        vv_strbuilder_drop(t, &e.out);
        return answer(t, bytes, str->length, 0, shape);
    }
    vv_strbuilder_drop(t, &e.out);
    if (r < 0)
        return vv_data_missed(t) ? start_again(t, encode_again, s, errors, encoding, false, shape) : VV_FAILED;
    vv_native *nf = vv_push_native(t, encode_native, "encode", (vv_obj *[]){VV_OBJ(s), VV_OBJ(errors)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[I_ENCODING] = encoding;
    nf->i[I_SHAPE] = shape;
    return VV_PUSHED;
}

/* ---- the registry of codecs ----------------------------------------------------------------------------------------- */

static int no_zeros(vv_thread *t, vv_ref name) {
    for (size_t i = 0; i < vv_str_length(name); i++)
        if (vv_str_at(name, i) == 0)
            return vv_raise_int(t, VV_ValueError, "embedded null character");
    return 0;
}

/* argv: name as given, name made plain; slot[0]: the codec; i[0]: the search function's number */
static vv_step lookup_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (t->vm->codec_search == NULL) {
        t->vm->codec_search = vv_list_new(t, 0);
        nf->slot[0] = vv_str_from_cstr(t, "encodings");
        if (t->vm->codec_search == NULL || nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_import_module(t, nf->slot[0]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_ModuleNotFoundError))
                return VV_FAILED;
            vv_clear_error(t); /* a program without a library knows the encodings in C only */
        } else {
            vv_drop_ret(t);
        }
    }
    for (; (size_t)nf->i[0] < VV_LIST(t->vm->codec_search)->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_LIST(t->vm->codec_search)->items[nf->i[0]]));
        VV_AWAIT(nf, vv_do_call1(t, nf->slot[1], nf->argv[1]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (nf->slot[0] == VV_NONE(t))
            continue;
        if (!VV_ISA(nf->slot[0], TUPLE) || VV_TUPLE(nf->slot[0])->length != 4)
            return vv_raise_step(t, VV_TypeError, "codec search functions must return 4-tuples");
        if ((t->vm->codec_cache == NULL && (t->vm->codec_cache = vv_dict_new(t)) == NULL) ||
            vv_dict_set_str(t, t->vm->codec_cache, nf->argv[1], nf->slot[0]) < 0)
            return VV_FAILED;
        return vv_return(t, vv_move(&nf->slot[0]));
    }
    return vv_raise_step(t, VV_LookupError, "unknown encoding: %U", nf->argv[0]);
    VV_END(nf);
}

vv_step vv_do_codec_lookup(vv_thread *t, vv_ref encoding) {
    size_t length;
    const char *name = vv_str_utf8_peek(t, encoding, &length);
    if (name == NULL || no_zeros(t, encoding) < 0)
        return VV_FAILED;
    char *plain = vv_alloc(t, length + 4);
    if (plain == NULL)
        return VV_FAILED;
    (void)vv_codec_plain_name(name, plain, length + 4);
    VV_AUTO key = {t, vv_str_from_cstr(t, plain)};
    vv_free(t, plain);
    if (key.o == NULL)
        return VV_FAILED;
    vv_ref known = t->vm->codec_cache == NULL ? NULL : vv_dict_get_str_peek(t->vm->codec_cache, key.o);
    if (known != NULL)
        return vv_return(t, vv_newref(known));
    return vv_start2(t, lookup_native, "codecs.lookup", encoding, key.o);
}

/* Adds the note "encoding with 'x' codec failed" to the exception being raised. */
static void note_failure(vv_thread *t, vv_ref encoding, bool decode) {
    VV_AUTO exc = {t, vv_take_error(t)};
    VV_AUTO note = {t, vv_format(t, "%s with '%U' codec failed", decode ? "decoding" : "encoding", encoding)};
    vv_exc *e = VV_EXC_OF(exc.o);
    if (e->dict == NULL)
        e->dict = vv_dict_new(t);
    vv_ref old = e->dict == NULL ? NULL : vv_dict_get_str_peek(e->dict, VV_N(t, __notes__));
    VV_AUTO notes = {t, e->dict == NULL ? NULL : old != NULL ? vv_newref(old) : vv_list_new(t, 0)};
    if (note.o == NULL || notes.o == NULL || !VV_IS(t, notes.o, LIST) || vv_list_append(t, notes.o, note.o) < 0 ||
        vv_dict_set_str(t, e->dict, VV_N(t, __notes__), notes.o) < 0)
        vv_clear_error(t); /* no room for it */
    vv_restore_error_take(t, vv_move(&exc.o));
}

enum { C_DECODE, C_TEXT };

/* argv: object, encoding, errors; slot[0]: the codec; i: C_... */
static vv_step codec_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_codec_lookup(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->i[C_TEXT] && !VV_IS(t, nf->slot[0], TUPLE)) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[0], VV_N(t, _is_text_encoding)));
        nf->slot[1] = vv_take_ret(t);
        if (nf->slot[1] != NULL) {
            VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
            if (t->ival == 0)
                return vv_raise_step(t, VV_LookupError, "'%U' is not a text encoding; use codecs.%s() to handle arbitrary codecs",
                                     nf->argv[1], nf->i[C_DECODE] ? "decode" : "encode");
        }
    }
    VV_AWAIT_CATCH(nf, vv_do_call(t, VV_TUPLE(nf->slot[0])->items[nf->i[C_DECODE] ? 1 : 0],
                                  (vv_obj *[]){nf->argv[0], nf->argv[2]}, nf->argv[2] == NULL ? 1 : 2));
    if (nf->raised)
        return note_failure(t, nf->argv[1], nf->i[C_DECODE] != 0), VV_FAILED;
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (!VV_ISA(nf->slot[0], TUPLE) || VV_TUPLE(nf->slot[0])->length != 2)
        return vv_raise_step(t, VV_TypeError, nf->i[C_DECODE] ? "decoder must return a tuple (object,integer)"
                                                              : "encoder must return a tuple (object, integer)");
    {
        vv_ref result = VV_TUPLE(nf->slot[0])->items[0];
        bool decode = nf->i[C_DECODE] != 0;
        if (nf->i[C_TEXT] && !(decode ? VV_ISA(result, STR) : VV_ISA(result, BYTES)))
            return vv_raise_step(t, VV_TypeError,
                                 "'%U' %s returned '%T' instead of '%s'; use codecs.%s() to %s to arbitrary types", nf->argv[1],
                                 decode ? "decoder" : "encoder", result, decode ? "str" : "bytes", decode ? "decode" : "encode",
                                 decode ? "decode" : "encode");
        return vv_return(t, vv_newref(result));
    }
    VV_END(nf);
}

vv_step vv_do_codec(vv_thread *t, vv_ref object, vv_ref encoding, vv_ref errors, bool decode, bool text_only) {
    vv_native *nf =
        vv_push_native(t, codec_native, decode ? "decode" : "encode", (vv_obj *[]){VV_OBJ(object), VV_OBJ(encoding), VV_OBJ(errors)}, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[C_DECODE] = decode;
    nf->i[C_TEXT] = text_only;
    return VV_PUSHED;
}

/* ---- str.encode, bytes.decode ----------------------------------------------------------------------------------------- */

/* The encoding with this name, and whether CPython goes to it directly: errors of others get a note. 0/-1. */
static int find(vv_thread *t, vv_ref encoding, vv_ref errors, enum vv_encoding *ret, bool *direct) {
    static const char *const names[] = {"utf_8", "utf8", "utf_16", "utf16", "utf_32", "utf32", "ascii", "us_ascii",
                                        "latin_1", "latin1", "iso_8859_1", "iso8859_1"};
    *ret = VV_ENC_UTF8;
    *direct = true;
    if (errors != NULL && no_zeros(t, errors) < 0)
        return -1;
    if (encoding == NULL)
        return 0;
    const char *name = vv_str_utf8_peek(t, encoding, NULL);
    if (name == NULL || no_zeros(t, encoding) < 0)
        return -1;
    *ret = vv_codec_find(name);
    if (*ret == VV_ENC_UTF8 || *ret == VV_ENC_UNKNOWN)
        return 0;
    char plain[32];
    *direct = false;
    if (vv_codec_plain_name(name, plain, sizeof plain) != 0)
        for (size_t i = 0; i < VV_ARRAY_LEN(names) && !*direct; i++)
            *direct = strcmp(plain, names[i]) == 0;
    return 0;
}

/* argv: object, encoding, errors; i[0]: enum vv_encoding, i[1]: decode. */
static vv_step noted_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, nf->i[1] ? vv_do_decode_with(t, nf->argv[0], (enum vv_encoding)nf->i[0], nf->argv[2], false, VV_CODEC_PLAIN)
                                : vv_do_encode_with(t, nf->argv[0], (enum vv_encoding)nf->i[0], nf->argv[2], VV_CODEC_PLAIN));
    if (nf->raised)
        return note_failure(t, nf->argv[1], nf->i[1] != 0), VV_FAILED;
    return VV_READY;
    VV_END(nf);
}

static vv_step noted(vv_thread *t, vv_ref object, vv_ref encoding, vv_ref errors, enum vv_encoding known, bool decode) {
    vv_native *nf =
        vv_push_native(t, noted_native, decode ? "decode" : "encode", (vv_obj *[]){VV_OBJ(object), VV_OBJ(encoding), VV_OBJ(errors)}, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = known;
    nf->i[1] = decode;
    return VV_PUSHED;
}

vv_step vv_do_decode(vv_thread *t, vv_ref bytes_like, vv_ref encoding, vv_ref errors) {
    enum vv_encoding known;
    bool direct;
    if (find(t, encoding, errors, &known, &direct) < 0)
        return VV_FAILED;
    if (VV_ISA(bytes_like, BYTES) && VV_BYTES(bytes_like)->length == 0)
        return vv_return(t, vv_newref(t->vm->empty_str)); /* no codec is looked for */
    if (!direct)
        return noted(t, bytes_like, encoding, errors, known, true);
    return known == VV_ENC_UNKNOWN ? vv_do_codec(t, bytes_like, encoding, errors, true, true)
                                   : vv_do_decode_with(t, bytes_like, known, errors, false, VV_CODEC_PLAIN);
}

vv_step vv_do_encode(vv_thread *t, vv_ref s, vv_ref encoding, vv_ref errors) {
    enum vv_encoding known;
    bool direct;
    if (find(t, encoding, errors, &known, &direct) < 0)
        return VV_FAILED;
    if (!direct)
        return noted(t, s, encoding, errors, known, false);
    return known == VV_ENC_UNKNOWN ? vv_do_codec(t, s, encoding, errors, false, true)
                                   : vv_do_encode_with(t, s, known, errors, VV_CODEC_PLAIN);
}
