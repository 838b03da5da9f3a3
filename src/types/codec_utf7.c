/* codec_utf7.c - UTF-7 (RFC 2152): text in base64 of UTF-16 between + and -. */
#include "object/error.h"
#include "types/codecs.h"

/* Characters of RFC 2152's sets: D stands for itself, O does so in what we write, SPACE too. */
enum { SET_D, SET_O, SET_SPACE, SET_OTHER };

static int set_of(uint32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return SET_D;
    switch (c) {
    case '\'': case '(': case ')': case ',': case '-': case '.': case '/': case ':': case '?':
        return SET_D;
    case ' ': case '\t': case '\n': case '\r':
        return SET_SPACE;
    default:
        return c > 32 && c < 127 && c != '+' && c != '\\' && c != '~' ? SET_O : SET_OTHER;
    }
}

static int from_base64(uint32_t c) {
    return c >= 'A' && c <= 'Z'   ? (int)c - 'A'
           : c >= 'a' && c <= 'z' ? (int)c - 'a' + 26
           : c >= '0' && c <= '9' ? (int)c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
}

static int put(vv_decoder *d, uint32_t c) {
    return vv_strbuilder_char(d->t, &d->out, c);
}

/* An error between d->at and end: the same, but what follows is looked at outside of base64. */
static int fail(vv_decoder *d, size_t start, size_t end, const char *reason) {
    d->at = start;
    return vv_decode_error(d, end, reason);
}

int vv_decode_utf7(vv_decoder *d) {
    size_t i = d->at, start = i; /* start: of the run of base64 */
    size_t written = 0;          /* units of `out` when it began */
    bool shifted = false;
    uint32_t buffer = 0, high = 0;
    int bits = 0, r;
    for (;;) {
        while (i < d->n) {
            uint32_t c = d->data[i];
            if (shifted) {
                int value = from_base64(c);
                if (value >= 0) {
                    buffer = buffer << 6 | (uint32_t)value;
                    bits += 6;
                    i++;
                    if (bits < 16)
                        continue;
                    uint32_t unit = buffer >> (bits - 16) & 0xFFFF;
                    bits -= 16;
                    buffer &= (1u << bits) - 1;
                    if (high != 0) {
                        uint32_t first = high;
                        high = 0;
                        if (unit >= 0xDC00 && unit < 0xE000) {
                            if (put(d, 0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00)) < 0)
                                return -1;
                            continue;
                        }
                        if (put(d, first) < 0)
                            return -1;
                    }
                    if (unit >= 0xD800 && unit < 0xDC00)
                        high = unit;
                    else if (put(d, unit) < 0)
                        return -1;
                    continue;
                }
                shifted = false;
                if (bits >= 6 || (bits > 0 && buffer != 0)) {
                    r = fail(d, start, i + 1,
                             bits >= 6 ? "partial character in shift sequence" : "non-zero padding bits in shift sequence");
                    if (r != 0)
                        return r;
                    i = d->at;
                    continue;
                }
                if (high != 0 && c < 128 && c != '+' && put(d, high) < 0)
                    return -1;
                high = 0;
                if (c == '-')
                    i++; /* it only ends the run */
            } else if (c == '+') {
                start = i++;
                if (i < d->n && d->data[i] == '-') {
                    i++;
                    if (put(d, '+') < 0)
                        return -1;
                } else if (i < d->n && from_base64(d->data[i]) < 0) {
                    r = fail(d, start, i + 1, "ill-formed sequence");
                    if (r != 0)
                        return r;
                    i = d->at;
                } else {
                    shifted = true;
                    written = d->out.length;
                    buffer = high = 0;
                    bits = 0;
                }
            } else if (c < 128) {
                i++;
                if (put(d, c) < 0)
                    return -1;
            } else {
                r = fail(d, i, i + 1, "unexpected special character");
                if (r != 0)
                    return r;
                i = d->at;
            }
        }
        if (!shifted)
            break;
        if (d->partial) { /* the run is read again when there is more of it */
            d->out.length = written;
            d->out.max_char = 0;
            for (size_t k = 0; k < written; k++)
                d->out.max_char |= vv_str_get(d->out.kind, d->out.data, k);
            d->at = start;
            return 0;
        }
        shifted = false;
        if (high == 0 && bits < 6 && (bits == 0 || buffer == 0))
            break;
        r = fail(d, start, d->n, "unterminated shift sequence");
        if (r != 0)
            return r;
        i = d->at;
    }
    d->at = i;
    return 0;
}

/* ---- encoding; it never fails ---- */

typedef struct base64_run {
    vv_encoder *e;
    uint32_t buffer;
    int bits;
} base64_run;

static int put_byte(vv_encoder *e, uint32_t byte) {
    return vv_strbuilder_char(e->t, &e->out, byte);
}

static int put_sextet(base64_run *run, uint32_t value) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return put_byte(run->e, (uint8_t)digits[value & 63]);
}

static int put_unit(base64_run *run, uint32_t unit) {
    run->buffer = run->buffer << 16 | unit;
    for (run->bits += 16; run->bits >= 6; run->bits -= 6)
        if (put_sextet(run, run->buffer >> (run->bits - 6)) < 0)
            return -1;
    return 0;
}

static int end_run(base64_run *run) {
    if (run->bits > 0 && put_sextet(run, run->buffer << (6 - run->bits)) < 0)
        return -1;
    run->bits = 0;
    run->buffer = 0;
    return 0;
}

int vv_encode_utf7(vv_encoder *e) {
    base64_run run = {.e = e};
    bool shifted = false;
    for (; e->at < vv_str_length(e->s); e->at++) {
        uint32_t c = vv_str_at(e->s, e->at);
        bool direct = c != 0 && c < 128 && set_of(c) != SET_OTHER;
        if (direct) {
            if (shifted) {
                shifted = false;
                if (end_run(&run) < 0 || ((from_base64(c) >= 0 || c == '-') && put_byte(e, '-') < 0))
                    return -1;
            }
            if (put_byte(e, c) < 0)
                return -1;
            continue;
        }
        if (!shifted) {
            if (put_byte(e, '+') < 0)
                return -1;
            if (c == '+') {
                if (put_byte(e, '-') < 0)
                    return -1;
                continue;
            }
            shifted = true;
        }
        if (c >= 0x10000) {
            if (put_unit(&run, 0xD800 + ((c - 0x10000) >> 10)) < 0)
                return -1;
            c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        if (put_unit(&run, c) < 0)
            return -1;
    }
    return end_run(&run) < 0 || (shifted && put_byte(e, '-') < 0) ? -1 : 0;
}
