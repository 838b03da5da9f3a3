/* marshal.c - module marshal: values as bytes and back, in the format of version 4 that CPython 3.12 writes.
 *
 * Neither direction recurses: containers that are being read or written stand on a stack of their own, at most MOST_DEPTH
 * of them as in CPython. Nothing here runs Python, so what is borrowed stays alive.
 */
#include "modules/marshal.h"

#include <string.h>

#include "base/utf8.h"
#include "code/codeobj.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME marshal
#define VV_DEF_FILE "modules/marshal.def"
#include "object/deftype.h"

enum { VERSION = 4, MOST_DEPTH = 2000, FLAG_REF = 0x80, LONG_SHIFT = 15, LONG_MASK = 0x7FFF };
/* A code object: so many numbers, so many objects, one more number, and the rest of the objects. */
enum { CODE_NUMBERS = 5, CODE_BEFORE_LINE = 8, CODE_OBJECTS = 10, UNREAD_OBJECTS = 4 };

/* A container on the stack: its items are being read or written. */
typedef struct level {
    vv_obj *o;       /* reading: owned container (set: a set to be filled; code: a tuple of its objects); writing: borrowed */
    vv_obj *key;     /* reading a dict: the owned key whose value comes next; writing one: the borrowed value; code: its bytes */
    size_t next, count;
    int64_t ref;     /* reading: index among the references that the finished object gets, or -1 */
    int32_t number[CODE_NUMBERS + 1];
    uint8_t type;
} level;

typedef struct stack {
    level *levels; /* vv_alloc */
    size_t depth, capacity;
} stack;

/* Room for one more, zeroed; NULL with MemoryError. */
static level *push(vv_thread *t, stack *s) {
    if (s->depth == s->capacity) {
        size_t capacity = s->capacity == 0 ? 16 : s->capacity * 2;
        level *bigger = vv_realloc(t, s->levels, capacity * sizeof(level));
        if (bigger == NULL)
            return NULL;
        s->levels = bigger;
        s->capacity = capacity;
    }
    level *l = &s->levels[s->depth++];
    memset(l, 0, sizeof(*l));
    return l;
}

/* ---- reading ---- */

typedef struct reader {
    vv_thread *t;
    const uint8_t *at, *end;
    vv_obj **refs; /* vv_alloc, owned; NULL: not whole yet, or never to be referred to */
    size_t nrefs, refs_capacity;
    stack s;
} reader;

static vv_owned bad(reader *r, const char *why) {
    return vv_raise(r->t, VV_ValueError, "bad marshal data (%s)", why);
}

/* The next n bytes, or NULL with EOFError. */
static const uint8_t *take(reader *r, size_t n) {
    if ((size_t)(r->end - r->at) < n) {
        vv_raise(r->t, VV_EOFError, "marshal data too short");
        return NULL;
    }
    r->at += n;
    return r->at - n;
}
/* One byte; `what` is missing at the end. */
static const uint8_t *take_byte(reader *r, const char *what) {
    if (r->at == r->end) {
        vv_raise(r->t, VV_EOFError, "EOF read where %s", what);
        return NULL;
    }
    return r->at++;
}
static int take_i32(reader *r, int32_t *ret) {
    const uint8_t *p = take(r, 4);
    if (p == NULL)
        return -1;
    *ret = (int32_t)((uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24);
    return 0;
}
static int take_size(reader *r, size_t *ret, const char *what) {
    int32_t n;
    if (take_i32(r, &n) < 0)
        return -1;
    if (n < 0)
        return vv_raise_int(r->t, VV_ValueError, "bad marshal data (%s size out of range)", what);
    *ret = (size_t)n;
    return 0;
}
static int take_double(reader *r, double *ret) {
    const uint8_t *p = take(r, 8);
    if (p == NULL)
        return -1;
    memcpy(ret, p, 8);
    return 0;
}
/* A float as text of its length in a byte. */
static int take_float_text(reader *r, double *ret) {
    const uint8_t *n = take_byte(r, "not expected");
    const uint8_t *p = n == NULL ? NULL : take(r, *n);
    if (p == NULL)
        return -1;
    VV_AUTO value = {r->t, vv_float_from_text(r->t, (const char *)p, *n)};
    if (value.o == NULL)
        return -1;
    *ret = VV_FLOAT(value.o)->value;
    return 0;
}

static vv_owned read_long(reader *r) {
    int32_t n;
    if (take_i32(r, &n) < 0)
        return NULL;
    size_t digits = n < 0 ? -(size_t)n : (size_t)n;
    if (n == INT32_MIN)
        return bad(r, "long size out of range");
    const uint8_t *p = take(r, digits * 2);
    if (p == NULL)
        return NULL;
    size_t bytes = (digits * LONG_SHIFT + 7) / 8;
    uint8_t *little = vv_alloc(r->t, bytes + 3);
    if (little == NULL)
        return NULL;
    memset(little, 0, bytes + 3);
    for (size_t k = 0; k < digits; k++) {
        uint32_t digit = (uint32_t)p[2 * k] | (uint32_t)p[2 * k + 1] << 8;
        if (digit > LONG_MASK || (k == digits - 1 && digit == 0)) {
            vv_free(r->t, little);
            return bad(r, digit > LONG_MASK ? "digit out of range in long" : "unnormalized long data");
        }
        size_t bit = k * LONG_SHIFT;
        uint32_t shifted = digit << bit % 8;
        for (size_t b = 0; b < 3; b++)
            little[bit / 8 + b] |= (uint8_t)(shifted >> 8 * b);
    }
    VV_AUTO value = {r->t, vv_int_from_bytes(r->t, little, bytes, true, false)};
    vv_free(r->t, little);
    return value.o == NULL ? NULL : n < 0 ? vv_int_neg(r->t, value.o) : vv_move(&value.o);
}

static vv_owned read_text(reader *r, size_t n, bool ascii, bool intern) {
    const uint8_t *p = take(r, n);
    if (p == NULL)
        return NULL;
    vv_owned s;
    if (ascii) {
        s = (intern ? vv_intern_utf8 : vv_str_from_utf8)(r->t, (const char *)p, n);
        return s == NULL || VV_STR(s)->ascii ? s : (vv_decref(r->t, s), bad(r, "a character of an ASCII string"));
    } else {
        s = vv_decode(r->t, p, n, "utf-8", "surrogatepass");
    }
    if (s != NULL && intern)
        vv_intern(r->t, &s);
    return s;
}

/* A place among the references for an object that is not made yet: its index, or -1 with MemoryError. */
static int64_t reserve(reader *r) {
    if (r->nrefs == r->refs_capacity) {
        size_t capacity = r->nrefs == 0 ? 32 : r->nrefs * 2;
        vv_obj **bigger = vv_realloc(r->t, r->refs, capacity * sizeof *bigger);
        if (bigger == NULL)
            return -1;
        r->refs = bigger;
        r->refs_capacity = capacity;
    }
    r->refs[r->nrefs] = NULL;
    return (int64_t)r->nrefs++;
}
static void set_ref(reader *r, int64_t index, vv_ref o) {
    if (index >= 0)
        r->refs[index] = vv_newref(o);
}

/* Begins a container of `count` items. 0/-1. */
static int open_level(reader *r, uint8_t type, size_t count, int64_t ref) {
    vv_thread *t = r->t;
    if (r->s.depth >= MOST_DEPTH)
        return vv_raise_int(t, VV_ValueError, "recursion limit exceeded");
    if (count > (size_t)(r->end - r->at)) { /* an item takes a byte at least: no room for lies about the size */
        vv_raise(t, VV_EOFError, "marshal data too short");
        return -1;
    }
    level *l = push(t, &r->s);
    if (l == NULL)
        return -1;
    l->type = type;
    l->count = count;
    l->ref = ref;
    switch (type) {
    case '[':
        l->o = vv_list_new(t, 0);
        break;
    case '{':
        l->o = vv_dict_new(t);
        break;
    case '<':
        l->o = vv_set_new(t);
        break;
    case '>':
        l->o = vv_frozenset_new(t);
        break;
    default:
        l->o = vv_tuple_new(t, count);
        for (size_t k = 0; l->o != NULL && k < count; k++)
            VV_TUPLE(l->o)->items[k] = t->vm->none;
    }
    if (l->o == NULL)
        return -1;
    if (type != '>' && type != 'c')
        set_ref(r, ref, l->o);
    return 0;
}

/* ValueError: what fits CPython's objects only. */
static int check_code(reader *r, const level *l) {
    vv_thread *t = r->t;
    static const uint8_t kinds[CODE_OBJECTS] = {'b', 't', 'n', 'n', 'b', 's', 's', 's', 'b', 'b'};
    for (size_t k = 0; k < CODE_OBJECTS; k++) {
        vv_ref o = VV_TUPLE(l->o)->items[k];
        bool right = kinds[k] == 'b' ? VV_IS(t, o, BYTES) : kinds[k] == 's' ? VV_IS(t, o, STR) : VV_IS(t, o, TUPLE);
        for (size_t j = 0; right && kinds[k] == 'n' && j < VV_TUPLE(o)->length; j++)
            right = VV_IS(t, VV_TUPLE(o)->items[j], STR);
        if (!right)
            return vv_raise_int(t, VV_TypeError, "bad marshal data (code: part %zu is a '%T')", k, o);
    }
    return 0;
}

static vv_owned finish_code(reader *r, const level *l) {
    vv_obj *const *o = VV_TUPLE(l->o)->items;
    if (check_code(r, l) < 0)
        return NULL;
    vv_code_parts parts = {
        .consts = o[1], .names = o[2], .localsplusnames = o[3], .localspluskinds = o[4], .filename = o[5], .name = o[6],
        .qualname = o[7], .linetable = o[8], .exceptiontable = o[9], .argcount = l->number[0],
        .posonlyargcount = l->number[1], .kwonlyargcount = l->number[2], .stacksize = l->number[3], .flags = l->number[4],
        .firstlineno = l->number[5], .code = (const vv_codeunit *)VV_BYTES(o[0])->data, .ncode = VV_BYTES(o[0])->length / 2,
        .foreign = true,
    };
    size_t nlocals = 0;
    for (size_t k = 0; k < VV_BYTES(o[4])->length; k++)
        nlocals += (VV_BYTES(o[4])->data[k] & VV_LOCAL_LOCAL) != 0;
    return vv_code_check_counts(r->t, &parts, VV_BYTES(o[0])->length, nlocals) < 0 ? NULL : vv_code_new(r->t, &parts);
}

/* A function of the library, which is read when somebody wants more of it than its name (code/codeobj.h). It stands among the
 * constants of other code, which are nobody's business until then; elsewhere its type is unknown, as to CPython. */
static vv_owned finish_unread(reader *r, const level *l) {
    vv_thread *t = r->t;
    vv_obj *const *o = VV_TUPLE(l->o)->items;
    bool right = r->s.depth >= 3 && l->ref < 0 && l[-1].type == '(' && l[-1].ref < 0 && l[-2].type == 'c' && l[-2].next == 1;
    if (!right || !VV_IS(t, o[0], STR) || !VV_IS(t, o[1], STR) || !VV_IS(t, o[2], STR) || !VV_IS(t, o[3], BYTES))
        return bad(r, "unknown type code");
    return vv_code_new_unread(t, o[0], o[1], o[2], o[3]);
}

/* The top container is whole: takes it off the stack; the object, or NULL. */
static vv_owned close_level(reader *r) {
    level *l = &r->s.levels[r->s.depth - 1];
    vv_owned result;
    if (l->type == 'c') {
        result = finish_code(r, l);
    } else if (l->type == 'L') {
        result = finish_unread(r, l);
    } else {
        result = vv_newref(l->o);
        if (l->type == '(' && !(r->s.depth > 1 && l[-1].type == 'c')) /* a code's own tuples are never part of a cycle */
            vv_tuple_done(r->t, result);
    }
    if (result != NULL && (l->type == 'c' || l->type == '>'))
        set_ref(r, l->ref, result);
    vv_clearref(r->t, &l->o);
    r->s.depth--;
    return result;
}

/* Gives a finished item to the top container: 0, or -1. Takes it. */
static int add_item(reader *r, vv_owned item) {
    level *l = &r->s.levels[r->s.depth - 1];
    int done = 0;
    switch (l->type) {
    case '[':
        return vv_list_append_take(r->t, l->o, item) < 0 ? -1 : (l->next++, 0);
    case '{':
        if (l->key == NULL) {
            l->key = item;
            return 0;
        }
        done = vv_dict_set_now(r->t, l->o, l->key, item);
        vv_clearref(r->t, &l->key);
        break;
    case '<':
    case '>':
        done = vv_set_add_now(r->t, l->o, item);
        break;
    default:
        VV_TUPLE(l->o)->items[l->next++] = item; /* in place of None */
        return l->type == 'c' && l->next == CODE_BEFORE_LINE ? take_i32(r, &l->number[CODE_NUMBERS]) : 0;
    }
    vv_decref(r->t, item);
    if (done == VV_LATER)
        bad(r, "an object that cannot be hashed here");
    if (done < 0)
        return -1;
    l->next++;
    return 0;
}

static bool is_whole(const level *l) {
    return l->type != '{' && l->next == l->count;
}

/* Reads up to the next finished object, which may be a part of the top container. NULL without an exception: a container was
 * opened, or (*ret_end) a dict ended. */
static vv_owned read_one(reader *r, bool *ret_end) {
    vv_thread *t = r->t;
    const uint8_t *p = take_byte(r, "object expected");
    if (p == NULL)
        return NULL;
    uint8_t type = *p & 0x7F;
    vv_owned o = NULL;
    size_t n;
    int32_t number;
    double d, imag;
    if (type == 'r') {
        if (take_i32(r, &number) < 0)
            return NULL;
        if (number < 0 || (size_t)number >= r->nrefs || r->refs[number] == NULL)
            return bad(r, "invalid reference");
        return vv_newref(r->refs[number]);
    }
    int64_t ref = -1;
    if (*p & FLAG_REF) {
        ref = reserve(r);
        if (ref < 0)
            return NULL;
    }
    switch (type) {
    case '0':
        *ret_end = true;
        return NULL;
    case 'N':
        return vv_none(t);
    case 'F':
        return vv_bool(t, false);
    case 'T':
        return vv_bool(t, true);
    case 'S':
        return vv_newref((vv_ref)t->vm->types[VV_StopIteration]);
    case '.':
        return vv_newref(t->vm->ellipsis);
    case 'i':
        o = take_i32(r, &number) < 0 ? NULL : vv_int_new(t, number);
        break;
    case 'I':
        p = take(r, 8);
        o = p == NULL ? NULL : vv_int_from_bytes(t, p, 8, true, true);
        break;
    case 'l':
        o = read_long(r);
        break;
    case 'f':
        o = take_float_text(r, &d) < 0 ? NULL : vv_float_new(t, d);
        break;
    case 'g':
        o = take_double(r, &d) < 0 ? NULL : vv_float_new(t, d);
        break;
    case 'x':
        o = take_float_text(r, &d) < 0 || take_float_text(r, &imag) < 0 ? NULL : vv_complex_new(t, d, imag);
        break;
    case 'y':
        o = take_double(r, &d) < 0 || take_double(r, &imag) < 0 ? NULL : vv_complex_new(t, d, imag);
        break;
    case 's':
        p = take_size(r, &n, "bytes object") < 0 ? NULL : take(r, n);
        o = p == NULL ? NULL : vv_bytes_new(t, p, n);
        break;
    case 'u':
    case 't':
    case 'a':
    case 'A':
        o = take_size(r, &n, "string") < 0 ? NULL : read_text(r, n, type == 'a' || type == 'A', type == 't' || type == 'A');
        break;
    case 'z':
    case 'Z':
        p = take_byte(r, "not expected");
        o = p == NULL ? NULL : read_text(r, *p, true, type == 'Z');
        break;
    case ')':
        p = take_byte(r, "not expected");
        if (p != NULL)
            (void)!open_level(r, '(', *p, ref);
        return NULL;
    case '(':
    case '[':
    case '<':
    case '>':
        if (take_size(r, &n, type == '(' ? "tuple" : type == '[' ? "list" : "set") == 0)
            (void)!open_level(r, type, n, ref);
        return NULL;
    case '{':
    case 'L':
        (void)!open_level(r, type, type == 'L' ? UNREAD_OBJECTS : 0, ref);
        return NULL;
    case 'c': {
        int32_t numbers[CODE_NUMBERS];
        for (size_t k = 0; k < CODE_NUMBERS; k++)
            if (take_i32(r, &numbers[k]) < 0)
                return NULL;
        if (open_level(r, 'c', CODE_OBJECTS, ref) == 0)
            memcpy(r->s.levels[r->s.depth - 1].number, numbers, sizeof numbers);
        return NULL;
    }
    default:
        return bad(r, "unknown type code");
    }
    if (o != NULL)
        set_ref(r, ref, o);
    return o;
}

static vv_owned read_value(reader *r) {
    for (;;) {
        bool end = false;
        vv_owned o = read_one(r, &end);
        if (r->t->exc != NULL)
            return NULL;
        if (end) {
            level *l = r->s.depth == 0 ? NULL : &r->s.levels[r->s.depth - 1];
            if (l == NULL || l->type != '{') {
                vv_raise(r->t, VV_TypeError, "NULL object in marshal data for %s",
                         l == NULL ? "object" : l->type == '[' ? "list" : l->type == '(' ? "tuple" : "set");
                return NULL;
            }
            vv_clearref(r->t, &l->key);
            o = close_level(r);
        } else if (o == NULL) { /* a container was opened; an empty one is whole already */
            if (!is_whole(&r->s.levels[r->s.depth - 1]))
                continue;
            o = close_level(r);
        }
        for (;;) {
            if (o == NULL || r->s.depth == 0)
                return o;
            if (add_item(r, o) < 0)
                return NULL;
            if (!is_whole(&r->s.levels[r->s.depth - 1]))
                break;
            o = close_level(r);
        }
    }
}

vv_owned vv_marshal_load(vv_thread *t, const uint8_t *data, size_t length, size_t *ret_used) {
    reader r = {.t = t, .at = data, .end = data + length};
    vv_owned value = read_value(&r);
    for (size_t k = 0; k < r.s.depth; k++) {
        vv_xdecref(t, r.s.levels[k].o);
        vv_xdecref(t, r.s.levels[k].key);
    }
    vv_free(t, r.s.levels);
    for (size_t k = 0; k < r.nrefs; k++)
        vv_xdecref(t, r.refs[k]);
    vv_free(t, r.refs);
    if (ret_used != NULL)
        *ret_used = (size_t)(r.at - data);
    return value;
}

/* ---- writing ---- */

/* Which objects were written, by address: an open hash table. */
typedef struct seen {
    vv_ref *keys; /* vv_alloc; NULL = free */
    uint32_t *numbers;
    size_t mask, used;
} seen;

typedef struct writer {
    vv_thread *t;
    uint8_t *data; /* vv_alloc */
    size_t length, capacity;
    seen seen;
    stack s;
    int version;
} writer;

static int put(writer *w, const void *bytes, size_t n) {
    if (w->capacity - w->length < n) {
        size_t capacity = w->capacity * 2 + n + 64;
        uint8_t *bigger = vv_realloc(w->t, w->data, capacity);
        if (bigger == NULL)
            return -1;
        w->data = bigger;
        w->capacity = capacity;
    }
    if (n > 0)
        memcpy(w->data + w->length, bytes, n);
    w->length += n;
    return 0;
}
static int put_byte(writer *w, int byte) {
    uint8_t b = (uint8_t)byte;
    return put(w, &b, 1);
}
static int put_i32(writer *w, int64_t value) {
    uint32_t u = (uint32_t)value;
    uint8_t b[4] = {(uint8_t)u, (uint8_t)(u >> 8), (uint8_t)(u >> 16), (uint8_t)(u >> 24)};
    return put(w, b, 4);
}
static int put_size(writer *w, size_t n) {
    return n > INT32_MAX ? vv_raise_int(w->t, VV_ValueError, "unmarshallable object") : put_i32(w, (int64_t)n);
}

static size_t slot_of(const seen *s, vv_ref o) {
    size_t i = (size_t)vv_pointer_hash(o) & s->mask;
    while (s->keys[i] != NULL && s->keys[i] != o)
        i = (i + 1) & s->mask;
    return i;
}

static int grow_seen(writer *w) {
    seen old = w->seen, bigger = {.mask = old.keys == NULL ? 63 : old.mask * 2 + 1, .used = old.used};
    bigger.keys = vv_alloc(w->t, (bigger.mask + 1) * sizeof(vv_ref));
    bigger.numbers = bigger.keys == NULL ? NULL : vv_alloc(w->t, (bigger.mask + 1) * sizeof(uint32_t));
    if (bigger.numbers == NULL) {
        vv_free(w->t, bigger.keys);
        return -1;
    }
    memset(bigger.keys, 0, (bigger.mask + 1) * sizeof(vv_ref));
    for (size_t k = 0; old.keys != NULL && k <= old.mask; k++)
        if (old.keys[k] != NULL) {
            size_t i = slot_of(&bigger, old.keys[k]);
            bigger.keys[i] = old.keys[k];
            bigger.numbers[i] = old.numbers[k];
        }
    vv_free(w->t, old.keys);
    vv_free(w->t, old.numbers);
    w->seen = bigger;
    return 0;
}

/* Was the object written before? Then a reference to it is written: 1. Else 0 and *ret_flag for its type; -1. */
static int put_ref(writer *w, vv_ref o, int *ret_flag) {
    *ret_flag = 0;
    if (w->version < 3 || o->refcnt == 1)
        return 0;
    if ((w->seen.keys == NULL || w->seen.used * 2 > w->seen.mask) && grow_seen(w) < 0)
        return -1;
    size_t i = slot_of(&w->seen, o);
    if (w->seen.keys[i] != NULL)
        return put_byte(w, 'r') < 0 || put_i32(w, w->seen.numbers[i]) < 0 ? -1 : 1;
    w->seen.keys[i] = o;
    w->seen.numbers[i] = (uint32_t)w->seen.used++;
    *ret_flag = FLAG_REF;
    return 0;
}

static int put_int(writer *w, vv_ref o, int flag) {
    int64_t value;
    if (vv_int_to_i64(o, &value) == 0 && value >= INT32_MIN && value <= INT32_MAX)
        return put_byte(w, 'i' | flag) < 0 ? -1 : put_i32(w, value);
    const vv_int *z = VV_INT(o);
    size_t n = z->size < 0 ? -(size_t)z->size : (size_t)z->size;
    size_t digits = n * 2 - (z->digit[n - 1] >> LONG_SHIFT == 0);
    if (put_byte(w, 'l' | flag) < 0 || put_i32(w, z->size < 0 ? -(int64_t)digits : (int64_t)digits) < 0)
        return -1;
    for (size_t k = 0; k < digits; k++) {
        uint32_t digit = z->digit[k / 2] >> (k % 2 * LONG_SHIFT) & LONG_MASK;
        uint8_t b[2] = {(uint8_t)digit, (uint8_t)(digit >> 8)};
        if (put(w, b, 2) < 0)
            return -1;
    }
    return 0;
}

static int put_double(writer *w, double d) {
    if (w->version > 1)
        return put(w, &d, 8);
    VV_AUTO text = {w->t, vv_float_text(w->t, d, 'g', 17, 0)};
    size_t n;
    const char *digits = text.o == NULL ? NULL : vv_str_utf8_peek(w->t, text.o, &n);
    return digits == NULL || put_byte(w, (int)n) < 0 ? -1 : put(w, digits, n);
}

static int put_str(writer *w, vv_ref o, int flag) {
    const vv_str *s = VV_STR(o);
    bool interned = s->interned != 0;
    if (w->version >= 4 && s->ascii) {
        bool small = s->length < 256;
        if (put_byte(w, (small ? interned ? 'Z' : 'z' : interned ? 'A' : 'a') | flag) < 0)
            return -1;
        if ((small ? put_byte(w, (int)s->length) : put_size(w, s->length)) < 0)
            return -1;
        return put(w, s->data, s->length);
    }
    VV_AUTO bytes = {w->t, vv_encode(w->t, o, "utf-8", "surrogatepass")};
    if (bytes.o == NULL || put_byte(w, (w->version >= 3 && interned ? 't' : 'u') | flag) < 0 || put_size(w, VV_BYTES(bytes.o)->length) < 0)
        return -1;
    return put(w, VV_BYTES(bytes.o)->data, VV_BYTES(bytes.o)->length);
}

static int open_written(writer *w, vv_ref o, uint8_t type, size_t count) {
    if (w->s.depth >= MOST_DEPTH)
        return vv_raise_int(w->t, VV_ValueError, "object too deeply nested to marshal");
    level *l = push(w->t, &w->s);
    if (l == NULL)
        return -1;
    l->o = VV_OBJ(o);
    l->type = type;
    l->count = count;
    return 0;
}

static int put_code(writer *w, vv_ref o, int flag) {
    const vv_code *co = VV_CODE_OF(o);
    if (vv_code_read(w->t, o) < 0)
        return -1;
    const int32_t numbers[CODE_NUMBERS] = {co->argcount, co->posonlyargcount, co->kwonlyargcount, co->stacksize, co->flags};
    if (put_byte(w, 'c' | flag) < 0)
        return -1;
    for (size_t k = 0; k < CODE_NUMBERS; k++)
        if (put_i32(w, numbers[k]) < 0)
            return -1;
    if (open_written(w, o, 'c', CODE_OBJECTS) < 0)
        return -1;
    vv_owned units = vv_code_bytes(w->t, o);
    w->s.levels[w->s.depth - 1].key = units;
    return units == NULL ? -1 : 0;
}

/* Writes an object, a container only up to its items. 0/-1. */
static int put_object(writer *w, vv_ref o) {
    vv_thread *t = w->t;
    const vv_vm *vm = t->vm;
    int flag;
    if (o == vm->none)
        return put_byte(w, 'N');
    if (o == vm->true_ || o == vm->false_)
        return put_byte(w, o == vm->true_ ? 'T' : 'F');
    if (o == vm->ellipsis)
        return put_byte(w, '.');
    if (o == (vv_ref)vm->types[VV_StopIteration])
        return put_byte(w, 'S');
    int written = put_ref(w, o, &flag);
    if (written != 0)
        return written < 0 ? -1 : 0;
    if (VV_IS(t, o, INT))
        return put_int(w, o, flag);
    if (VV_IS(t, o, FLOAT))
        return put_byte(w, (w->version > 1 ? 'g' : 'f') | flag) < 0 ? -1 : put_double(w, VV_FLOAT(o)->value);
    if (VV_IS(t, o, COMPLEX)) {
        if (put_byte(w, (w->version > 1 ? 'y' : 'x') | flag) < 0 || put_double(w, VV_COMPLEX(o)->real) < 0)
            return -1;
        return put_double(w, VV_COMPLEX(o)->imag);
    }
    if (VV_IS(t, o, STR))
        return put_str(w, o, flag);
    if (VV_IS(t, o, TUPLE)) {
        size_t n = VV_TUPLE(o)->length;
        if (w->version >= 4 && n < 256 ? put_byte(w, ')' | flag) < 0 || put_byte(w, (int)n) < 0
                                       : put_byte(w, '(' | flag) < 0 || put_size(w, n) < 0)
            return -1;
        return open_written(w, o, '(', n);
    }
    if (VV_IS(t, o, LIST)) {
        if (put_byte(w, '[' | flag) < 0 || put_size(w, VV_LIST(o)->length) < 0)
            return -1;
        return open_written(w, o, '[', VV_LIST(o)->length);
    }
    if (VV_IS(t, o, DICT))
        return put_byte(w, '{' | flag) < 0 ? -1 : open_written(w, o, '{', 0);
    if (VV_IS(t, o, SET) || VV_IS(t, o, FROZENSET)) {
        if (put_byte(w, (VV_IS(t, o, SET) ? '<' : '>') | flag) < 0 || put_size(w, vv_set_length(o)) < 0)
            return -1;
        return open_written(w, o, '<', vv_set_length(o));
    }
    if (VV_IS(t, o, CODE))
        return put_code(w, o, flag);
    const uint8_t *data;
    size_t n;
    if (vv_bytes_view(o, &data, &n))
        return put_byte(w, 's' | flag) < 0 || put_size(w, n) < 0 ? -1 : put(w, data, n);
    return vv_raise_int(t, VV_ValueError, "unmarshallable object");
}

/* The next item of the top container: borrowed, or NULL when it is whole (or failed: t->exc). */
static vv_ref next_written(writer *w, level *l) {
    vv_hash hash;
    vv_ref key, value;
    size_t k = l->next;
    switch (l->type) {
    case '{':
        if (l->key != NULL) {
            value = l->key;
            l->key = NULL;
            return value;
        }
        if (!vv_dict_next(l->o, &l->next, &key, &value, &hash)) {
            (void)!put_byte(w, '0');
            return NULL;
        }
        l->key = VV_OBJ(value);
        return key;
    case '<':
        return vv_set_next(l->o, &l->next, &key, &hash) ? key : NULL;
    case 'c': {
        const vv_code *co = VV_CODE_OF(l->o);
        if (k == CODE_BEFORE_LINE && put_i32(w, co->firstlineno) < 0)
            return NULL;
        vv_ref parts[CODE_OBJECTS] = {l->key, co->consts, co->names, co->localsplusnames, co->localspluskinds, co->filename,
                                      co->name, co->qualname, co->linetable, co->exceptiontable};
        l->next++;
        return k < CODE_OBJECTS ? parts[k] : NULL;
    }
    default:
        if (k == l->count)
            return NULL;
        l->next++;
        return l->type == '[' ? VV_LIST(l->o)->items[k] : VV_TUPLE(l->o)->items[k];
    }
}

static int put_value(writer *w, vv_ref value) {
    if (put_object(w, value) < 0)
        return -1;
    while (w->s.depth > 0) {
        size_t top = w->s.depth - 1;
        vv_ref item = next_written(w, &w->s.levels[top]);
        if (w->t->exc != NULL)
            return -1;
        if (item != NULL) {
            if (put_object(w, item) < 0)
                return -1;
            continue;
        }
        if (w->s.levels[top].type == 'c')
            vv_clearref(w->t, &w->s.levels[top].key);
        w->s.depth--;
    }
    return 0;
}

vv_owned vv_marshal_dump(vv_thread *t, vv_ref value, int version) {
    writer w = {.t = t, .version = version};
    vv_owned result = put_value(&w, value) < 0 ? NULL : vv_bytes_new(t, w.data, w.length);
    for (size_t k = 0; k < w.s.depth; k++)
        if (w.s.levels[k].type == 'c')
            vv_xdecref(t, w.s.levels[k].key);
    vv_free(t, w.s.levels);
    vv_free(t, w.seen.keys);
    vv_free(t, w.seen.numbers);
    vv_free(t, w.data);
    return result;
}

/* ---- the module ---- */

/* An optional version argument. 0/-1. */
static int version_argument(vv_thread *t, vv_ref o, int *ret) {
    int64_t value = VERSION;
    if (o != NULL && !VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    if (o != NULL)
        vv_int_to_i64(o, &value);
    *ret = value > VERSION ? VERSION : value < 0 ? 0 : (int)value;
    return 0;
}

static vv_owned marshal_dumps(vv_thread *t, vv_obj *const *argv) {
    int version = VERSION;
    return version_argument(t, argv[1], &version) < 0 ? NULL : vv_marshal_dump(t, argv[0], version);
}

static vv_owned marshal_loads(vv_thread *t, vv_obj *const *argv) {
    const uint8_t *data;
    size_t n;
    if (!vv_bytes_view(argv[0], &data, &n))
        return vv_raise(t, VV_TypeError, "a bytes-like object is required, not '%T'", argv[0]);
    return vv_marshal_load(t, data, n, NULL);
}

/* argv: value, file, version; slot: 0 bytes, 1 "write" */
static vv_step marshal_dump(vv_thread *t, vv_native *nf) {
    int version = VERSION;
    VV_BEGIN(nf);
    if (version_argument(t, nf->argv[2], &version) < 0)
        return VV_FAILED;
    nf->slot[0] = vv_marshal_dump(t, nf->argv[0], version);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[1], VV_N(t, write), nf->slot, 1));
    return VV_READY;
    VV_END(nf);
}

/* argv: file; slot: 0 bytes, 1 method name, 2 position before, 3 value, 4 new position, 5 scratch. What is behind the value is left in the file. */
static vv_step marshal_load(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[1] = vv_intern_cstr(t, "tell");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], nf->slot[1], NULL, 0));
    nf->slot[2] = vv_take_ret(t);
    vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, "read"));
    if (nf->slot[1] == NULL || !VV_ISA(nf->slot[2], INT))
        return nf->slot[1] == NULL ? VV_FAILED : vv_raise_step(t, VV_TypeError, "file.tell() returned not int but %T", nf->slot[2]);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], nf->slot[1], NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    const uint8_t *data;
    size_t n, used;
    if (!vv_bytes_view(nf->slot[0], &data, &n))
        return vv_raise_step(t, VV_TypeError, "file.read() returned not bytes but %T", nf->slot[0]);
    nf->slot[3] = vv_marshal_load(t, data, n, &used);
    nf->slot[5] = nf->slot[3] == NULL ? NULL : vv_int_new(t, (int64_t)used);
    nf->slot[4] = nf->slot[5] == NULL ? NULL : vv_int_add(t, nf->slot[2], nf->slot[5]);
    vv_setref_take(t, &nf->slot[1], nf->slot[4] == NULL ? NULL : vv_intern_cstr(t, "seek"));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], nf->slot[1], nf->slot + 4, 1));
    vv_drop_ret(t);
    return vv_return(t, vv_move(&nf->slot[3]));
    VV_END(nf);
}

vv_owned vv_marshal_module(vv_thread *t);
vv_owned vv_marshal_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "marshal", "Values as bytes and back, in Python's own format.", marshal_methods)};
    VV_AUTO version = {t, vv_int_new(t, VERSION)};
    if (module.o == NULL || version.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "version", version.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
