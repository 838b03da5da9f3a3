/* codecs_charmap.c - charmap_decode and charmap_encode: one look-up a character, in any mapping.
 *
 * Error handlers are called as objects, those of the core too: a character without a counterpart is rare.
 */
#include "modules/codecs_charmap.h"

#include "object/error.h"
#include "types/codecs.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/text.h"
#include "types/tuple.h"

static const char undefined[] = "character maps to <undefined>";

/* The frames: argv: data (exact bytes) or str, errors, mapping; slot[0]: what was made, a str; slot[1]: key, exception or
 * value; slot[2]: handler; slot[3]: its replacement while it is encoded. */
enum { I_AT, I_BAD /* where the characters that cannot be encoded begin, or -1 */, I_REPLACEMENT /* position in slot[3] */,
       I_NEXT /* position behind the replacement */ };

/* 1: found, in slot[1]; 0: not in the map; -1. After a look-up that failed or not. */
static int look_up_done(vv_thread *t, vv_native *nf) {
    if (!nf->raised) {
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        return nf->slot[1] != VV_NONE(t);
    }
    if (!vv_error_is(t, VV_LookupError))
        return -1;
    vv_clear_error(t);
    return 0;
}

static int set_key(vv_thread *t, vv_native *nf, uint32_t c) {
    vv_setref_take(t, &nf->slot[1], vv_int_new(t, c));
    return nf->slot[1] == NULL ? -1 : 0;
}

static vv_step ask_handler(vv_thread *t, vv_native *nf, bool decode, size_t start, size_t end) {
    VV_AUTO strict = {t, nf->argv[1] != NULL ? vv_newref(nf->argv[1]) : vv_str_from_cstr(t, "strict")};
    vv_ref handler = strict.o == NULL ? NULL : vv_codec_handler_peek(t, strict.o);
    if (handler == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[2], vv_newref(handler));
    vv_setref_take(t, &nf->slot[1], vv_codec_error_new(t, decode, "charmap", nf->argv[0], start, end, undefined));
    return nf->slot[1] == NULL ? VV_FAILED : vv_do_call1(t, nf->slot[2], nf->slot[1]);
}

static vv_step finish(vv_thread *t, vv_owned made, size_t length) {
    VV_AUTO first = {t, made};
    VV_AUTO second = {t, made == NULL ? NULL : vv_int_new(t, (int64_t)length)};
    return second.o == NULL ? VV_FAILED : vv_return(t, vv_tuple_pack(t, 2, first.o, second.o));
}

/* ---- decoding ---- */

/* What a byte's value in the map adds: 1; 0: nothing is defined; -1. */
static int append_decoded(vv_thread *t, vv_native *nf, vv_ref value) {
    if (VV_ISA(value, INT)) {
        int64_t c = vv_int_clamp_index(value);
        if (c == 0xFFFE)
            return 0;
        if (c < 0 || c > 0x10FFFF)
            return vv_raise_int(t, VV_TypeError, "character mapping must be in range(0x110000)");
        VV_AUTO text = {t, vv_str_from_char(t, (uint32_t)c)};
        return text.o == NULL || vv_str_append(t, &nf->slot[0], text.o) < 0 ? -1 : 1;
    }
    if (VV_ISA(value, STR)) {
        if (vv_str_length(value) == 1 && vv_str_at(value, 0) == 0xFFFE)
            return 0;
        return vv_str_append(t, &nf->slot[0], value) < 0 ? -1 : 1;
    }
    return vv_raise_int(t, VV_TypeError, "character mapping must return integer, None or str");
}

/* With a str for a map: everything up to the next byte that it does not define. 0/-1. */
static int decode_by_str(vv_thread *t, vv_native *nf) {
    vv_span data = vv_span_of(nf->argv[0]), map = vv_span_of(nf->argv[2]);
    vv_strbuilder b = {0};
    for (; (size_t)nf->i[I_AT] < data.length; nf->i[I_AT]++) {
        uint32_t byte = vv_span_at(&data, (size_t)nf->i[I_AT]), c = byte < map.length ? vv_span_at(&map, byte) : 0xFFFE;
        if (c == 0xFFFE)
            break;
        if (vv_strbuilder_char(t, &b, c) < 0) {
            vv_strbuilder_drop(t, &b);
            return -1;
        }
    }
    VV_AUTO text = {t, vv_strbuilder_finish(t, &b)};
    return text.o == NULL ? -1 : vv_str_append(t, &nf->slot[0], text.o);
}

static int decode_answer(vv_thread *t, vv_native *nf) {
    VV_AUTO answer = {t, vv_take_ret(t)};
    vv_ref text, object = ((vv_exc_unicode *)nf->slot[1])->object;
    size_t at;
    if (object == NULL || !VV_ISA(object, BYTES))
        return vv_raise_int(t, VV_TypeError, object == NULL ? "object attribute not set" : "object attribute must be bytes");
    if (vv_codec_answer(t, answer.o, VV_BYTES(object)->length, true, &text, &at) < 0)
        return -1;
    vv_setref_take(t, &nf->argv[0], vv_newref(object));
    nf->i[I_AT] = (int64_t)at;
    return vv_str_append(t, &nf->slot[0], text);
}

static vv_step decode_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_new(t, 0, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->i[I_NEXT] = (int64_t)VV_BYTES(nf->argv[0])->length;
    while ((size_t)nf->i[I_AT] < VV_BYTES(nf->argv[0])->length) {
        if (VV_ISA(nf->argv[2], STR)) {
            if (decode_by_str(t, nf) < 0)
                return VV_FAILED;
            if ((size_t)nf->i[I_AT] >= VV_BYTES(nf->argv[0])->length)
                break;
        } else {
            if (set_key(t, nf, VV_BYTES(nf->argv[0])->data[nf->i[I_AT]]) < 0)
                return VV_FAILED;
            VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->argv[2], nf->slot[1]));
            int r = look_up_done(t, nf);
            if (r > 0)
                r = append_decoded(t, nf, nf->slot[1]);
            if (r < 0)
                return VV_FAILED;
            if (r > 0) {
                nf->i[I_AT]++;
                continue;
            }
        }
        VV_AWAIT(nf, ask_handler(t, nf, true, (size_t)nf->i[I_AT], (size_t)nf->i[I_AT] + 1));
        if (decode_answer(t, nf) < 0)
            return VV_FAILED;
    }
    return finish(t, vv_move(&nf->slot[0]), (size_t)nf->i[I_NEXT]);
    VV_END(nf);
}

vv_step vv_do_charmap_decode(vv_thread *t, vv_ref data, vv_ref errors, vv_ref mapping) {
    vv_span s = vv_span_of(data);
    VV_AUTO copy = {t, VV_IS(t, data, BYTES) ? vv_newref(data) : vv_bytes_new(t, s.length == 0 ? "" : s.data, s.length)};
    if (copy.o == NULL)
        return VV_FAILED;
    return vv_push_native(t, decode_native, "charmap_decode", (vv_obj *[]){copy.o, VV_OBJ(errors), VV_OBJ(mapping)}, 3) == NULL
               ? VV_FAILED
               : VV_PUSHED;
}

/* ---- encoding ---- */

/* What a character's value in the map adds: 1, or -1. */
static int append_encoded(vv_thread *t, vv_native *nf, vv_ref value) {
    VV_AUTO text = {t, NULL};
    if (VV_ISA(value, INT)) {
        int64_t c = vv_int_clamp_index(value);
        if (c < 0 || c > 255)
            return vv_raise_int(t, VV_TypeError, "character mapping must be in range(256)");
        text.o = vv_str_from_char(t, (uint32_t)c);
    } else if (VV_ISA(value, BYTES)) {
        text.o = vv_str_from_kind(t, 1, VV_BYTES(value)->data, VV_BYTES(value)->length);
    } else {
        return vv_raise_int(t, VV_TypeError, "character mapping must return integer, bytes or None, not %T", value);
    }
    return text.o == NULL || vv_str_append(t, &nf->slot[0], text.o) < 0 ? -1 : 1;
}

/* Takes a handler's answer: bytes are appended, text waits in slot[3] for being encoded. 0/-1. */
static int encode_answer(vv_thread *t, vv_native *nf) {
    VV_AUTO answer = {t, vv_take_ret(t)};
    vv_ref text;
    size_t at;
    if (vv_codec_answer(t, answer.o, vv_str_length(nf->argv[0]), false, &text, &at) < 0)
        return -1;
    nf->i[I_NEXT] = (int64_t)at;
    nf->i[I_REPLACEMENT] = 0;
    if (VV_ISA(text, BYTES)) {
        vv_setref_take(t, &nf->slot[3], vv_str_new(t, 0, 0));
        return append_encoded(t, nf, text) < 0 ? -1 : 0;
    }
    vv_setref_take(t, &nf->slot[3], vv_newref(text));
    return 0;
}

static vv_step encode_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_new(t, 0, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->i[I_BAD] = -1;
    for (;;) {
        if ((size_t)nf->i[I_AT] < vv_str_length(nf->argv[0])) {
            if (set_key(t, nf, vv_str_at(nf->argv[0], (size_t)nf->i[I_AT])) < 0)
                return VV_FAILED;
            VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->argv[2], nf->slot[1]));
            int r = look_up_done(t, nf);
            if (r < 0)
                return VV_FAILED;
            if (r > 0 && nf->i[I_BAD] < 0) {
                if (append_encoded(t, nf, nf->slot[1]) < 0)
                    return VV_FAILED;
                nf->i[I_AT]++;
                continue;
            }
            if (r == 0) {
                if (nf->i[I_BAD] < 0)
                    nf->i[I_BAD] = nf->i[I_AT];
                nf->i[I_AT]++;
                continue;
            }
        }
        if (nf->i[I_BAD] < 0)
            break;
        VV_AWAIT(nf, ask_handler(t, nf, false, (size_t)nf->i[I_BAD], (size_t)nf->i[I_AT]));
        if (encode_answer(t, nf) < 0)
            return VV_FAILED;
        for (; (size_t)nf->i[I_REPLACEMENT] < vv_str_length(nf->slot[3]); nf->i[I_REPLACEMENT]++) {
            if (set_key(t, nf, vv_str_at(nf->slot[3], (size_t)nf->i[I_REPLACEMENT])) < 0)
                return VV_FAILED;
            VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->argv[2], nf->slot[1]));
            int r = look_up_done(t, nf);
            if (r > 0)
                r = append_encoded(t, nf, nf->slot[1]);
            if (r == 0)
                vv_raise_unicode_encode(t, "charmap", nf->argv[0], (size_t)nf->i[I_BAD], (size_t)nf->i[I_AT], undefined);
            if (r <= 0)
                return VV_FAILED;
        }
        nf->i[I_AT] = nf->i[I_NEXT];
        nf->i[I_BAD] = -1;
    }
    {
        const vv_str *made = VV_STR(nf->slot[0]);
        return finish(t, vv_bytes_new(t, made->data, made->length), vv_str_length(nf->argv[0]));
    }
    VV_END(nf);
}

vv_step vv_do_charmap_encode(vv_thread *t, vv_ref s, vv_ref errors, vv_ref mapping) {
    return vv_push_native(t, encode_native, "charmap_encode", (vv_obj *[]){VV_OBJ(s), VV_OBJ(errors), VV_OBJ(mapping)}, 3) == NULL
               ? VV_FAILED
               : VV_PUSHED;
}
