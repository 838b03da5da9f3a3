/* json_encode.c - _json.Encoder: writes a value as JSON.
 *
 * Invariant of an encoding: the containers that are being written stand on its levels, outermost first; `value`, when set, is
 * what is written next.
 */
#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "modules/json.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str_internal.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct encoder {
    vv_obj head;
    vv_obj *markers, *fallback, *encoder, *indent, *key_separator, *item_separator; /* owned */
    bool sort_keys, skip_keys, allow_nan;
    int8_t known; /* vv_json_known_encoder */
} encoder;
#define ENCODER(o) ((encoder *)(o))

enum kind { SEQUENCE, MAPPING, REPLACED };

typedef struct level {
    vv_obj *o;     /* owned: list or tuple; dict; what default() was asked about */
    vv_obj *items; /* owned or NULL: list of the items, where they are not taken from the object itself */
    vv_obj *value; /* owned or NULL: waits for its key to be encoded */
    vv_obj *mark;  /* owned or NULL: its key among the markers */
    size_t next;
    uint8_t kind;
    bool any;      /* something was written */
} level;

enum call { CALL_TEXT, CALL_KEY, CALL_DEFAULT, CALL_LIST, CALL_ITEMS, CALL_SORT };

/* A call of an encoder at work. */
typedef struct encoding {
    vv_obj head;
    vv_obj *by;    /* owned: the encoder */
    vv_obj *value; /* owned or NULL */
    vv_obj *function, *argument; /* owned: the call that VV_JSON_CALL asks for; CALL_LIST: what to make a list of */
    vv_strbuilder text;
    level *levels; /* vv_alloc */
    uint32_t depth, capacity;
    uint8_t call;  /* enum call */
} encoding;
#define ENCODING(o) ((encoding *)(o))

#define VV_DEF_NAME encoder
#define VV_DEF_FILE "modules/json_encoder.def"
#include "object/deftype.h"

/* ---- levels ---- */

/* Notes that o is being written: its key among the markers, NULL with ValueError if it is already; None without markers. */
static vv_owned mark(vv_thread *t, encoding *e, vv_ref o) {
    vv_ref markers = ENCODER(e->by)->markers;
    if (markers == VV_NONE(t))
        return vv_none(t);
    VV_AUTO id = {t, vv_int_new_u64(t, (uintptr_t)o)};
    if (id.o == NULL)
        return NULL;
    vv_hash hash = vv_int_hash(id.o);
    int64_t found = vv_dict_find_now(t, markers, id.o, hash);
    if (found >= 0)
        return vv_raise(t, VV_ValueError, "Circular reference detected");
    if (found == VV_LATER)
        return vv_raise(t, VV_NotImplementedError, "markers with keys of other types than int");
    return found != -1 || vv_dict_store_at(t, markers, -1, id.o, hash, o) < 0 ? NULL : vv_move(&id.o);
}

static int unmark(vv_thread *t, encoding *e, vv_ref id) {
    vv_ref markers = ENCODER(e->by)->markers;
    if (id == VV_NONE(t))
        return 0;
    vv_hash hash = vv_int_hash(id);
    int64_t found = vv_dict_find_now(t, markers, id, hash);
    if (found < 0)
        return vv_raise_value(t, VV_KeyError, id);
    vv_dict_delete_at(t, markers, found, hash);
    return 0;
}

static level *push(vv_thread *t, encoding *e, enum kind kind, vv_ref o) {
    if (e->depth >= VV_JSON_MOST_DEPTH) {
        vv_raise(t, VV_RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
        return NULL;
    }
    if (e->depth == e->capacity) {
        uint32_t capacity = e->capacity == 0 ? 16 : e->capacity * 2;
        level *levels = vv_realloc(t, e->levels, capacity * sizeof(level));
        if (levels == NULL)
            return NULL;
        e->levels = levels;
        e->capacity = capacity;
    }
    vv_owned id = mark(t, e, o);
    if (id == NULL)
        return NULL;
    level *l = &e->levels[e->depth++];
    *l = (level){.o = vv_newref(o), .mark = id, .kind = (uint8_t)kind};
    return l;
}

static void pop(vv_thread *t, encoding *e) {
    level *l = &e->levels[--e->depth];
    vv_clearref(t, &l->o);
    vv_clearref(t, &l->items);
    vv_clearref(t, &l->value);
    vv_clearref(t, &l->mark);
}

/* ---- leaves ---- */

static inline int put(vv_thread *t, encoding *e, const char *text, size_t n) {
    return vv_strbuilder_ascii(t, &e->text, text, n);
}

static enum vv_json_stop ask(vv_thread *t, encoding *e, enum call call, vv_ref function, vv_ref argument) {
    e->call = (uint8_t)call;
    vv_setref_take(t, &e->function, vv_newref(function));
    vv_setref_take(t, &e->argument, vv_newref(argument));
    return VV_JSON_CALL;
}

/* The text of a number: characters in `small`, or (0) a str in *ret; -1. */
static int number_text(vv_thread *t, encoding *e, vv_ref o, char small[40], vv_obj **ret) {
    if (VV_ISA(o, FLOAT)) {
        double value = VV_FLOAT(o)->value;
        if (isfinite(value))
            return (int)vv_float_format(value, 'r', 0, VV_FF_ADD_DOT_0, small);
        if (!ENCODER(e->by)->allow_nan) {
            VV_AUTO shown = {t, vv_float_repr(t, value)};
            return shown.o == NULL ? -1 : vv_raise_int(t, VV_ValueError, "Out of range float values are not JSON compliant: %U", shown.o);
        }
        const char *name = isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        memcpy(small, name, strlen(name));
        return (int)strlen(name);
    }
    if (!vv_int_is_word(o)) {
        *ret = vv_int_to_str(t, o, 10, false);
        return *ret == NULL ? -1 : 0;
    }
    int64_t word = vv_int_word(o);
    uint64_t rest = word < 0 ? -(uint64_t)word : (uint64_t)word;
    char digits[24];
    int n = 0, k = 0;
    do
        digits[n++] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (word < 0)
        small[k++] = '-';
    while (n > 0)
        small[k++] = digits[--n];
    return k;
}

static int write_number(vv_thread *t, encoding *e, vv_ref o) {
    char small[40];
    VV_AUTO text = {t, NULL};
    int n = number_text(t, e, o, small, &text.o);
    return n < 0 ? -1 : text.o != NULL ? vv_strbuilder_str(t, &e->text, text.o) : put(t, e, small, (size_t)n);
}

/* "null", "true" or "false"; NULL for anything else. */
static const char *constant(vv_thread *t, vv_ref o) {
    return o == VV_NONE(t) ? "null" : o == VV_TRUE(t) ? "true" : o == VV_FALSE(t) ? "false" : NULL;
}

/* ---- the machine ---- */

/* Begins a list or tuple, or what gave the items of one. 0/-1. */
static int begin_sequence(vv_thread *t, encoding *e, vv_ref o, vv_ref items) {
    vv_ref from = items == NULL ? o : items;
    if ((VV_ISA(from, LIST) ? VV_LIST(from)->length : VV_TUPLE(from)->length) == 0)
        return put(t, e, "[]", 2);
    level *l = push(t, e, SEQUENCE, o);
    if (l == NULL)
        return -1;
    l->items = vv_xnewref(items);
    return put(t, e, "[", 1);
}

/* Writes a value, of a container the beginning. DONE, CALL or FAILED. */
static enum vv_json_stop write_value(vv_thread *t, encoding *e, vv_ref o) {
    const encoder *by = ENCODER(e->by);
    int done;
    const char *name;
    if (VV_ISA(o, STR)) {
        if (by->known < 0)
            return ask(t, e, CALL_TEXT, by->encoder, o);
        done = vv_json_write_text(t, &e->text, o, by->known == 1);
    } else if ((name = constant(t, o)) != NULL) {
        done = put(t, e, name, strlen(name));
    } else if (VV_ISA(o, INT) || VV_ISA(o, FLOAT)) {
        done = write_number(t, e, o);
    } else if (VV_ISA(o, LIST) || VV_ISA(o, TUPLE)) {
        if (!VV_IS(t, o, LIST) && !VV_IS(t, o, TUPLE))
            return ask(t, e, CALL_LIST, o, o);
        done = begin_sequence(t, e, o, NULL);
    } else if (VV_ISA(o, DICT)) {
        if (vv_dict_length(o) == 0)
            return put(t, e, "{}", 2) < 0 ? VV_JSON_FAILED : VV_JSON_DONE;
        level *l = push(t, e, MAPPING, o);
        if (l == NULL || put(t, e, "{", 1) < 0)
            return VV_JSON_FAILED;
        if (!VV_IS(t, o, DICT)) {
            e->call = CALL_ITEMS;
            return VV_JSON_CALL;
        }
        if (!by->sort_keys)
            return VV_JSON_DONE;
        l->items = vv_list_new(t, 0);
        if (l->items == NULL)
            return VV_JSON_FAILED;
        vv_ref key, value;
        vv_hash hash;
        for (size_t at = 0; vv_dict_next(o, &at, &key, &value, &hash);) {
            vv_owned pair = vv_tuple_pack(t, 2, key, value);
            if (pair == NULL || vv_list_append_take(t, l->items, pair) < 0)
                return VV_JSON_FAILED;
        }
        e->call = CALL_SORT;
        return VV_JSON_CALL;
    } else {
        return push(t, e, REPLACED, o) == NULL ? VV_JSON_FAILED : ask(t, e, CALL_DEFAULT, by->fallback, o);
    }
    return done < 0 ? VV_JSON_FAILED : VV_JSON_DONE;
}

/* Writes a key and makes its value the next one. */
static enum vv_json_stop write_key(vv_thread *t, encoding *e, level *l, vv_ref key, vv_ref value) {
    const encoder *by = ENCODER(e->by);
    const char *name = constant(t, key);
    VV_AUTO text = {t, NULL};
    if (VV_ISA(key, STR)) {
        text.o = vv_newref(key);
    } else if (name != NULL) {
        text.o = vv_str_from_cstr(t, name);
    } else if (VV_ISA(key, INT) || VV_ISA(key, FLOAT)) {
        char small[40];
        int n = number_text(t, e, key, small, &text.o);
        if (n > 0)
            text.o = vv_str_from_utf8(t, small, (size_t)n);
    } else if (by->skip_keys) {
        return VV_JSON_DONE;
    } else {
        vv_raise(t, VV_TypeError, "keys must be str, int, float, bool or None, not %T", key);
    }
    if (text.o == NULL || (l->any && vv_strbuilder_str(t, &e->text, by->item_separator) < 0))
        return VV_JSON_FAILED;
    l->any = true;
    if (by->known < 0) {
        l->value = vv_newref(value);
        return ask(t, e, CALL_KEY, by->encoder, text.o);
    }
    if (vv_json_write_text(t, &e->text, text.o, by->known == 1) < 0 || vv_strbuilder_str(t, &e->text, by->key_separator) < 0)
        return VV_JSON_FAILED;
    e->value = vv_newref(value);
    return VV_JSON_DONE;
}

/* Finds the next thing to write in the innermost container, or ends it. */
static enum vv_json_stop go_on(vv_thread *t, encoding *e) {
    level *l = &e->levels[e->depth - 1];
    if (l->kind == SEQUENCE) {
        vv_ref from = l->items == NULL ? l->o : l->items;
        bool list = VV_ISA(from, LIST);
        if (l->next < (list ? VV_LIST(from)->length : VV_TUPLE(from)->length)) {
            if (l->any && vv_strbuilder_str(t, &e->text, ENCODER(e->by)->item_separator) < 0)
                return VV_JSON_FAILED;
            l->any = true;
            e->value = vv_newref((list ? VV_LIST(from)->items : VV_TUPLE(from)->items)[l->next++]);
            return VV_JSON_DONE;
        }
    } else if (l->kind == MAPPING && l->items != NULL) {
        if (l->next < VV_LIST(l->items)->length) {
            vv_ref pair = VV_LIST(l->items)->items[l->next++];
            if (VV_ISA(pair, TUPLE) && VV_TUPLE(pair)->length == 2)
                return write_key(t, e, l, VV_TUPLE(pair)->items[0], VV_TUPLE(pair)->items[1]);
            vv_raise(t, VV_ValueError, "items must return 2-tuples");
            return VV_JSON_FAILED;
        }
    } else if (l->kind == MAPPING) {
        vv_ref key, value;
        vv_hash hash;
        if (vv_dict_next(l->o, &l->next, &key, &value, &hash))
            return write_key(t, e, l, key, value);
    }
    if (unmark(t, e, l->mark) < 0 || (l->kind != REPLACED && put(t, e, l->kind == SEQUENCE ? "]" : "}", 1) < 0))
        return VV_JSON_FAILED;
    pop(t, e);
    return VV_JSON_DONE;
}

static enum vv_json_stop run(vv_thread *t, encoding *e, int64_t *steps) {
    for (;;) {
        if (--*steps < 0)
            return VV_JSON_MORE;
        enum vv_json_stop stop;
        if (e->value != NULL) {
            VV_AUTO value = {t, vv_move(&e->value)};
            stop = write_value(t, e, value.o);
        } else if (e->depth == 0) {
            return VV_JSON_DONE;
        } else {
            stop = go_on(t, e);
        }
        if (stop != VV_JSON_DONE)
            return stop;
    }
}

static vv_step advance(vv_thread *t, encoding *e) {
    int64_t given = vv_json_steps(t), left = given;
    enum vv_json_stop stop = run(t, e, &left);
    return vv_json_used(t, given, left, stop);
}

/* Takes the result of the call that was asked for. 0/-1. */
static int deliver(vv_thread *t, encoding *e, vv_owned result) {
    if (e->call == CALL_DEFAULT) {
        e->value = result;
        return 0;
    }
    VV_AUTO text = {t, result};
    if (!VV_ISA(text.o, STR))
        return vv_raise_int(t, VV_TypeError, "encoder() must return a string, not %T", text.o);
    if (vv_strbuilder_str(t, &e->text, text.o) < 0)
        return -1;
    if (e->call == CALL_TEXT)
        return 0;
    e->value = vv_move(&e->levels[e->depth - 1].value);
    return vv_strbuilder_str(t, &e->text, ENCODER(e->by)->key_separator);
}

/* argv: encoding; slot[0]: "items", then what it returned */
static vv_step items_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_intern_cstr(t, "items");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, ENCODING(nf->argv[0])->levels[ENCODING(nf->argv[0])->depth - 1].o, nf->slot[0], NULL, 0));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->slot[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "%T.items() returned a non-iterable (type %T)",
                             ENCODING(nf->argv[0])->levels[ENCODING(nf->argv[0])->depth - 1].o, nf->slot[0]);
    }
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step encode_native(vv_thread *t, vv_native *nf) { /* argv: encoding; slot[0]: items of a sequence */
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, advance(t, ENCODING(nf->argv[0])));
        if (t->ival == VV_JSON_DONE)
            break;
        if (t->ival == VV_JSON_MORE)
            continue;
        if (ENCODING(nf->argv[0])->call == CALL_LIST) {
            VV_AWAIT(nf, vv_do_list(t, ENCODING(nf->argv[0])->argument));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            if (begin_sequence(t, ENCODING(nf->argv[0]), ENCODING(nf->argv[0])->argument, nf->slot[0]) < 0)
                return VV_FAILED;
            continue;
        }
        if (ENCODING(nf->argv[0])->call < CALL_LIST) {
            VV_AWAIT(nf, vv_do_call1(t, ENCODING(nf->argv[0])->function, ENCODING(nf->argv[0])->argument));
            if (deliver(t, ENCODING(nf->argv[0]), vv_take_ret(t)) < 0)
                return VV_FAILED;
            continue;
        }
        if (ENCODING(nf->argv[0])->call == CALL_ITEMS) {
            VV_AWAIT(nf, vv_start1(t, items_native, "items", nf->argv[0]));
            ENCODING(nf->argv[0])->levels[ENCODING(nf->argv[0])->depth - 1].items = vv_take_ret(t);
        }
        if (ENCODER(ENCODING(nf->argv[0])->by)->sort_keys) {
            VV_AWAIT(nf, vv_do_list_sort(t, ENCODING(nf->argv[0])->levels[ENCODING(nf->argv[0])->depth - 1].items, NULL, false));
        }
    }
    return vv_return(t, vv_tuple_pack_take(t, 1, vv_strbuilder_finish(t, &ENCODING(nf->argv[0])->text)));
    VV_END(nf);
}

/* ---- encodings ---- */

static void encoding_clear(vv_thread *t, vv_obj *self) {
    encoding *e = ENCODING(self);
    while (e->depth > 0)
        pop(t, e);
    vv_clearref(t, &e->by);
    vv_clearref(t, &e->value);
    vv_clearref(t, &e->function);
    vv_clearref(t, &e->argument);
}

static void encoding_dealloc(vv_thread *t, vv_obj *self) {
    encoding_clear(t, self);
    vv_strbuilder_drop(t, &ENCODING(self)->text);
    vv_free(t, ENCODING(self)->levels);
    vv_free_object(t, self);
}

static int encoding_traverse(vv_ref self, vv_visit visit, void *arg) {
    const encoding *e = ENCODING(self);
    VV_VISIT(e->by);
    VV_VISIT(e->value);
    VV_VISIT(e->function);
    VV_VISIT(e->argument);
    for (uint32_t k = 0; k < e->depth; k++) {
        VV_VISIT(e->levels[k].o);
        VV_VISIT(e->levels[k].items);
        VV_VISIT(e->levels[k].value);
        VV_VISIT(e->levels[k].mark);
    }
    return 0;
}

const vv_typespec vv_json_encoding_spec = {
    .name = "encoding",
    .module = "_json",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(encoding),
    .size64 = 128,
    .dealloc = encoding_dealloc,
    .traverse = encoding_traverse,
    .clear = encoding_clear,
};

/* ---- encoders ---- */

static vv_step call_native(vv_thread *t, vv_native *nf) { /* argv: encoder, object, level of indentation; slot[0]: an encoding */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    vv_drop_ret(t);
    vv_type *type = vv_type_ensure_peek(t, VV_T_JSON_ENCODING);
    nf->slot[0] = type == NULL ? NULL : vv_new_object(t, type, sizeof(encoding));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    ENCODING(nf->slot[0])->by = vv_newref(nf->argv[0]);
    ENCODING(nf->slot[0])->value = vv_newref(nf->argv[1]);
    vv_track(t, nf->slot[0]);
    VV_AWAIT(nf, vv_native_enter(t, vv_push_native(t, encode_native, "_iterencode", &nf->slot[0], 1)));
    return VV_READY;
    VV_END(nf);
}

static vv_step encoder_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[3] = {VV_OBJ(self)};
    if (vv_parse_args(t, "_iterencode", "_iterencode(obj, _current_indent_level)", args, nargs, kwnames, argv + 1) < 0)
        return VV_FAILED;
    return vv_native_enter(t, vv_push_native(t, call_native, "_iterencode", argv, 3));
}

enum { ARG_TYPE, MARKERS, DEFAULT, ENCODE, INDENT, KEY_SEPARATOR, ITEM_SEPARATOR, SORT_KEYS, SKIPKEYS, ALLOW_NAN, ARGS };

static vv_step create_native(vv_thread *t, vv_native *nf) { /* argv: type and arguments; i[0]: which truth, i[1]: those found, as bits */
    VV_BEGIN(nf);
    for (nf->i[0] = SORT_KEYS; nf->i[0] < ARGS; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[nf->i[0]]));
        nf->i[1] |= t->ival << nf->i[0];
    }
    if (nf->argv[MARKERS] != t->vm->none && !VV_ISA(nf->argv[MARKERS], DICT))
        return vv_raise_step(t, VV_TypeError, "make_encoder() argument 1 must be dict or None, not %T", nf->argv[MARKERS]);
    vv_owned o = vv_new_object(t, VV_AS_TYPE(nf->argv[0]), VV_AS_TYPE(nf->argv[0])->basicsize);
    if (o == NULL)
        return VV_FAILED;
    encoder *e = ENCODER(o);
    e->markers = vv_newref(nf->argv[MARKERS]);
    e->fallback = vv_newref(nf->argv[DEFAULT]);
    e->encoder = vv_newref(nf->argv[ENCODE]);
    e->indent = vv_newref(nf->argv[INDENT]);
    e->key_separator = vv_newref(nf->argv[KEY_SEPARATOR]);
    e->item_separator = vv_newref(nf->argv[ITEM_SEPARATOR]);
    e->sort_keys = nf->i[1] >> SORT_KEYS & 1;
    e->skip_keys = nf->i[1] >> SKIPKEYS & 1;
    e->allow_nan = nf->i[1] >> ALLOW_NAN & 1;
    e->known = (int8_t)vv_json_known_encoder(t, e->encoder);
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step encoder_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[ARGS] = {VV_OBJ(type)};
    if (vv_parse_args(t, "make_encoder",
                      "make_encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
                      args, nargs, kwnames, argv + 1) < 0)
        return VV_FAILED;
    for (int k = KEY_SEPARATOR; k <= ITEM_SEPARATOR; k++)
        if (!VV_ISA(argv[k], STR))
            return vv_raise_step(t, VV_TypeError, "make_encoder() argument %d must be str, not %T", k, argv[k]);
    return vv_native_enter(t, vv_push_native(t, create_native, "make_encoder", argv, ARGS));
}

static void encoder_clear(vv_thread *t, vv_obj *self) {
    encoder *e = ENCODER(self);
    vv_clearref(t, &e->markers);
    vv_clearref(t, &e->fallback);
    vv_clearref(t, &e->encoder);
    vv_clearref(t, &e->indent);
    vv_clearref(t, &e->key_separator);
    vv_clearref(t, &e->item_separator);
}

static void encoder_dealloc(vv_thread *t, vv_obj *self) {
    encoder_clear(t, self);
    vv_free_object(t, self);
}

static int encoder_traverse(vv_ref self, vv_visit visit, void *arg) {
    const encoder *e = ENCODER(self);
    VV_VISIT(e->markers);
    VV_VISIT(e->fallback);
    VV_VISIT(e->encoder);
    VV_VISIT(e->indent);
    VV_VISIT(e->key_separator);
    VV_VISIT(e->item_separator);
    return 0;
}

const vv_typespec vv_json_encoder_spec = {
    .name = "Encoder",
    .module = "_json",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(encoder),
    .size64 = 96,
    .doc = "_iterencode(obj, _current_indent_level) -> tuple of texts",
    .slots = &encoder_slots,
    .members = encoder_members,
    .dealloc = encoder_dealloc,
    .traverse = encoder_traverse,
    .clear = encoder_clear,
};
