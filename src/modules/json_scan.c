/* json_scan.c - _json.Scanner: reads one JSON value of a str.
 *
 * Invariant of a scan: the containers that are open stand on its levels, outermost first; `value`, when set, is complete and
 * belongs into the innermost one.
 */
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

enum hook { OBJECT_HOOK, OBJECT_PAIRS_HOOK, PARSE_FLOAT, PARSE_INT, PARSE_CONSTANT, HOOKS };

typedef struct scanner {
    vv_obj head;
    vv_obj *hook[HOOKS]; /* owned */
    bool strict;
} scanner;
#define SCANNER(o) ((scanner *)(o))

typedef struct level {
    vv_obj *o;   /* owned: list of an array or of an object's pairs, or dict */
    vv_obj *key; /* owned: of the object's value that comes next */
    bool object;
} level;

enum { RECENT = 64 };

/* A call of a scanner at work. */
typedef struct scan {
    vv_obj head;
    vv_obj *scanner, *string; /* owned */
    vv_obj *memo;             /* owned dict: every key of the text once */
    vv_obj *value;            /* owned or NULL */
    vv_obj *function, *argument; /* owned: the call that VV_JSON_CALL asks for; its result becomes the value */
    const char *problem;      /* of VV_JSON_PROBLEM, at `at` */
    size_t at;
    level *levels;            /* vv_alloc */
    uint32_t depth, capacity;
    vv_obj *recent[RECENT];   /* keys found last, by the hash of their bytes; borrowed from the memo */
} scan;
#define SCAN(o) ((scan *)(o))

#define VV_DEF_NAME scanner
#define VV_DEF_FILE "modules/json_scanner.def"
#include "object/deftype.h"

/* ---- the machine ---- */

static inline uint32_t char_at(const vv_str *s, size_t at) {
    return at < s->length ? vv_str_get(s->kind, s->data, at) : UINT32_MAX;
}

static inline size_t skip_space(const vv_str *s, size_t at) {
    for (uint32_t c = char_at(s, at); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = char_at(s, at))
        at++;
    return at;
}

static inline bool is_digit(uint32_t c) {
    return c - '0' < 10;
}

static enum vv_json_stop trouble(scan *s, const char *problem, size_t at) {
    s->problem = problem;
    s->at = at;
    return VV_JSON_PROBLEM;
}

/* StopIteration(at): no value begins here. */
static enum vv_json_stop nothing(vv_thread *t, size_t at) {
    VV_AUTO index = {t, vv_int_new(t, (int64_t)at)};
    if (index.o != NULL)
        (void)!vv_raise_value(t, VV_StopIteration, index.o);
    return VV_JSON_FAILED;
}

static enum vv_json_stop ask(vv_thread *t, scan *s, vv_ref function, vv_owned argument) {
    if (argument == NULL)
        return VV_JSON_FAILED;
    vv_setref_take(t, &s->function, vv_newref(function));
    vv_setref_take(t, &s->argument, argument);
    return VV_JSON_CALL;
}

static bool has(const vv_str *s, size_t at, const char *word, size_t n) {
    if (s->length - at < n)
        return false;
    for (size_t k = 0; k < n; k++)
        if (vv_str_get(s->kind, s->data, at + k) != (uint8_t)word[k])
            return false;
    return true;
}

/* A number that begins at s->at: DONE with the value set, CALL, or FAILED. */
static enum vv_json_stop number(vv_thread *t, scan *s, const vv_str *text) {
    size_t begin = s->at, at = begin + (char_at(text, begin) == '-');
    uint64_t small = 0;
    uint32_t c = char_at(text, at);
    if (!is_digit(c))
        return nothing(t, begin);
    size_t digits = at;
    for (bool zero = c == '0'; is_digit(c) && (!zero || at == digits); c = char_at(text, ++at))
        small = small * 10 + (c - '0');
    digits = at - digits;
    bool is_float = false;
    if (c == '.' && is_digit(char_at(text, at + 1))) {
        is_float = true;
        for (at += 2; is_digit(char_at(text, at)); at++)
            ;
        c = char_at(text, at);
    }
    if (c == 'e' || c == 'E') {
        size_t end = at + 1;
        end += char_at(text, end) == '-' || char_at(text, end) == '+';
        if (is_digit(char_at(text, end))) {
            is_float = true;
            for (at = end; is_digit(char_at(text, at)); at++)
                ;
        }
    }
    s->at = at;
    vv_ref function = SCANNER(s->scanner)->hook[is_float ? PARSE_FLOAT : PARSE_INT];
    if (function != (vv_ref)t->vm->types[is_float ? VV_T_FLOAT : VV_T_INT])
        return ask(t, s, function, vv_str_slice(t, s->string, begin, at));
    if (!is_float && digits <= 18) {
        s->value = vv_int_new_word(t, char_at(text, begin) == '-' ? -(int64_t)small : (int64_t)small);
        return s->value == NULL ? VV_JSON_FAILED : VV_JSON_DONE;
    }
    char few[64], *chars = few;
    if (text->kind == 1)
        chars = (char *)(uintptr_t)(text->data + begin);
    else if (at - begin > sizeof few && (chars = vv_alloc(t, at - begin)) == NULL)
        return VV_JSON_FAILED;
    for (size_t k = begin; text->kind != 1 && k < at; k++)
        chars[k - begin] = (char)char_at(text, k);
    const char *end;
    s->value = is_float ? vv_float_new(t, vv_strtod(chars, chars + (at - begin), &end))
                        : vv_int_from_text(t, chars, at - begin, 10);
    if (text->kind != 1 && chars != few)
        vv_free(t, chars);
    return s->value == NULL ? VV_JSON_FAILED : VV_JSON_DONE;
}

/* A value that is no container, or (with *ret_container set) the beginning of one. */
static enum vv_json_stop scalar(vv_thread *t, scan *s, const vv_str *text, bool *ret_container) {
    static const struct {
        const char *word;
        uint8_t length;
    } constants[] = {{"null", 4}, {"true", 4}, {"false", 5}, {"NaN", 3}, {"Infinity", 8}, {"-Infinity", 9}};
    uint32_t c = char_at(text, s->at);
    if (c == '"') {
        size_t end;
        const char *problem;
        s->value = vv_json_read_text(t, s->string, s->at + 1, SCANNER(s->scanner)->strict, &end, &problem);
        if (problem != NULL)
            return trouble(s, problem, end);
        s->at = end;
        return s->value == NULL ? VV_JSON_FAILED : VV_JSON_DONE;
    }
    if (c == '{' || c == '[') {
        *ret_container = true;
        return VV_JSON_DONE;
    }
    if (is_digit(c))
        return number(t, s, text);
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++) {
        if (c != (uint8_t)constants[k].word[0] || !has(text, s->at, constants[k].word, constants[k].length))
            continue;
        s->at += constants[k].length;
        if (k >= 3)
            return ask(t, s, SCANNER(s->scanner)->hook[PARSE_CONSTANT], vv_intern_cstr(t, constants[k].word));
        s->value = k == 0 ? vv_none(t) : vv_bool(t, k == 1);
        return VV_JSON_DONE;
    }
    return c == '-' ? number(t, s, text) : nothing(t, s->at);
}

/* Begins the array or object at s->at. 0/-1. */
static int open_container(vv_thread *t, scan *s, const vv_str *text) {
    bool object = char_at(text, s->at) == '{';
    if (s->depth >= VV_JSON_MOST_DEPTH)
        return vv_raise_int(t, VV_RecursionError, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string",
                            object ? "object" : "array");
    if (s->depth == s->capacity) {
        uint32_t capacity = s->capacity == 0 ? 16 : s->capacity * 2;
        level *levels = vv_realloc(t, s->levels, capacity * sizeof(level));
        if (levels == NULL)
            return -1;
        s->levels = levels;
        s->capacity = capacity;
    }
    bool pairs = SCANNER(s->scanner)->hook[OBJECT_PAIRS_HOOK] != t->vm->none;
    vv_owned o = object && !pairs ? vv_dict_new(t) : vv_list_new(t, 0);
    if (o == NULL)
        return -1;
    s->levels[s->depth++] = (level){.o = o, .object = object};
    s->at = skip_space(text, s->at + 1);
    return 0;
}

/* The key whose quote stands at s->at, the same object as an equal one before. DONE, PROBLEM or FAILED. */
static enum vv_json_stop read_key(vv_thread *t, scan *s, const vv_str *text) {
    level *l = &s->levels[s->depth - 1];
    vv_obj **recent = NULL;
    if (text->kind == 1) {
        uint32_t hash = 0;
        size_t begin = s->at + 1, end = begin;
        while (end < text->length && text->data[end] >= 0x20 && text->data[end] != '"' && text->data[end] != '\\')
            hash = hash * 31 + text->data[end++];
        if (end < text->length && text->data[end] == '"') {
            recent = &s->recent[(hash ^ hash >> 6) % RECENT];
            const vv_str *known = *recent == NULL ? NULL : VV_STR(*recent);
            if (known != NULL && known->kind == 1 && known->length == end - begin &&
                memcmp(known->data, text->data + begin, end - begin) == 0) {
                vv_setref_take(t, &l->key, vv_newref(*recent));
                s->at = end + 1;
                return VV_JSON_DONE;
            }
        }
    }
    size_t end;
    const char *problem;
    VV_AUTO key = {t, vv_json_read_text(t, s->string, s->at + 1, SCANNER(s->scanner)->strict, &end, &problem)};
    if (problem != NULL)
        return trouble(s, problem, end);
    if (key.o == NULL)
        return VV_JSON_FAILED;
    vv_ref known = vv_dict_get_str_peek(s->memo, key.o);
    if (known == NULL && vv_dict_set_str(t, s->memo, key.o, key.o) < 0)
        return VV_JSON_FAILED;
    vv_setref_take(t, &l->key, vv_newref(known == NULL ? (vv_ref)key.o : known));
    if (recent != NULL)
        *recent = l->key;
    s->at = end;
    return VV_JSON_DONE;
}

/* Puts the value into the innermost container. 0/-1. */
static int store(vv_thread *t, scan *s) {
    level *l = &s->levels[s->depth - 1];
    if (!l->object)
        return vv_list_append_take(t, l->o, vv_move(&s->value));
    if (VV_IS(t, l->o, LIST)) {
        vv_owned pair = vv_tuple_pack_take(t, 2, vv_move(&l->key), vv_move(&s->value));
        return pair == NULL ? -1 : vv_list_append_take(t, l->o, pair);
    }
    int done = vv_dict_set_str(t, l->o, l->key, s->value);
    vv_clearref(t, &s->value);
    return done;
}

/* Takes the innermost container, which is complete: it is the value, or what a hook makes of it. */
static enum vv_json_stop close_container(vv_thread *t, scan *s) {
    level *l = &s->levels[--s->depth];
    vv_owned o = vv_move(&l->o);
    vv_clearref(t, &l->key);
    if (l->object) {
        const scanner *by = SCANNER(s->scanner);
        vv_ref hook = by->hook[by->hook[OBJECT_PAIRS_HOOK] != t->vm->none ? OBJECT_PAIRS_HOOK : OBJECT_HOOK];
        if (hook != VV_NONE(t))
            return ask(t, s, hook, o);
    }
    s->value = o;
    return VV_JSON_DONE;
}

static enum vv_json_stop run(vv_thread *t, scan *s, int64_t *steps) {
    const vv_str *text = VV_STR(s->string);
    enum vv_json_stop stop;
    for (;;) {
        bool opened = false;
        if (s->value == NULL) {
            if (--*steps < 0)
                return VV_JSON_MORE;
            stop = scalar(t, s, text, &opened);
            if (stop != VV_JSON_DONE)
                return stop;
            if (opened && open_container(t, s, text) < 0)
                return VV_JSON_FAILED;
        }
        if (s->depth == 0)
            return VV_JSON_DONE;
        bool object = s->levels[s->depth - 1].object;
        uint32_t end = object ? '}' : ']';
        if (!opened) {
            if (store(t, s) < 0)
                return VV_JSON_FAILED;
            s->at = skip_space(text, s->at);
        }
        if (char_at(text, s->at) == end) {
            s->at++;
            stop = close_container(t, s);
            if (stop != VV_JSON_DONE)
                return stop;
            continue;
        }
        if (!opened) {
            if (char_at(text, s->at) != ',')
                return trouble(s, "Expecting ',' delimiter", s->at);
            s->at = skip_space(text, s->at + 1);
        }
        if (object) {
            if (char_at(text, s->at) != '"')
                return trouble(s, "Expecting property name enclosed in double quotes", s->at);
            stop = read_key(t, s, text);
            if (stop != VV_JSON_DONE)
                return stop;
            s->at = skip_space(text, s->at);
            if (char_at(text, s->at) != ':')
                return trouble(s, "Expecting ':' delimiter", s->at);
            s->at = skip_space(text, s->at + 1);
        }
    }
}

static vv_step advance(vv_thread *t, scan *s) {
    int64_t given = vv_json_steps(t), left = given;
    enum vv_json_stop stop = run(t, s, &left);
    return vv_json_used(t, given, left, stop);
}

static vv_step scan_native(vv_thread *t, vv_native *nf) { /* argv: scan */
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, advance(t, SCAN(nf->argv[0])));
        if (t->ival == VV_JSON_DONE)
            break;
        if (t->ival == VV_JSON_CALL) {
            VV_AWAIT(nf, vv_do_call1(t, SCAN(nf->argv[0])->function, SCAN(nf->argv[0])->argument));
            SCAN(nf->argv[0])->value = vv_take_ret(t);
        } else if (t->ival == VV_JSON_PROBLEM) {
            VV_AWAIT(nf, vv_json_do_fail(t, SCAN(nf->argv[0])->problem, SCAN(nf->argv[0])->string, (int64_t)SCAN(nf->argv[0])->at));
        }
    }
    scan *s = SCAN(nf->argv[0]);
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_move(&s->value), vv_int_new(t, (int64_t)s->at)));
    VV_END(nf);
}

/* ---- scans ---- */

static void scan_clear(vv_thread *t, vv_obj *self) {
    scan *s = SCAN(self);
    memset(s->recent, 0, sizeof s->recent);
    for (; s->depth > 0; s->depth--) {
        vv_clearref(t, &s->levels[s->depth - 1].o);
        vv_clearref(t, &s->levels[s->depth - 1].key);
    }
    vv_clearref(t, &s->scanner);
    vv_clearref(t, &s->string);
    vv_clearref(t, &s->memo);
    vv_clearref(t, &s->value);
    vv_clearref(t, &s->function);
    vv_clearref(t, &s->argument);
}

static void scan_dealloc(vv_thread *t, vv_obj *self) {
    scan_clear(t, self);
    vv_free(t, SCAN(self)->levels);
    vv_free_object(t, self);
}

static int scan_traverse(vv_ref self, vv_visit visit, void *arg) {
    const scan *s = SCAN(self);
    VV_VISIT(s->scanner);
    VV_VISIT(s->string);
    VV_VISIT(s->memo);
    VV_VISIT(s->value);
    VV_VISIT(s->function);
    VV_VISIT(s->argument);
    for (uint32_t k = 0; k < s->depth; k++) {
        VV_VISIT(s->levels[k].o);
        VV_VISIT(s->levels[k].key);
    }
    return 0;
}

const vv_typespec vv_json_scan_spec = {
    .name = "scan",
    .module = "_json",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(scan),
    .size64 = 128,
    .dealloc = scan_dealloc,
    .traverse = scan_traverse,
    .clear = scan_clear,
};

/* ---- scanners ---- */

static vv_step call_native(vv_thread *t, vv_native *nf) { /* argv: scanner, string, index; slot[0]: the index as an int, then a scan */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    int64_t at;
    if (vv_int_as_i64(t, nf->slot[0], &at) < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "first argument must be a string, not %T", nf->argv[1]);
    if (at < 0)
        return vv_raise_step(t, VV_ValueError, "idx cannot be negative");
    if (at >= (int64_t)vv_str_length(nf->argv[1]))
        return vv_raise_value(t, VV_StopIteration, nf->slot[0]);
    vv_type *type = vv_type_ensure_peek(t, VV_T_JSON_SCAN);
    vv_setref_take(t, &nf->slot[0], type == NULL ? NULL : vv_new_object(t, type, sizeof(scan)));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    scan *s = SCAN(nf->slot[0]);
    s->scanner = vv_newref(nf->argv[0]);
    s->string = vv_newref(nf->argv[1]);
    s->at = (size_t)at;
    s->memo = vv_dict_new(t);
    if (s->memo == NULL)
        return VV_FAILED;
    vv_track(t, nf->slot[0]);
    VV_AWAIT(nf, vv_native_enter(t, vv_push_native(t, scan_native, "scan_once", &nf->slot[0], 1)));
    return VV_READY;
    VV_END(nf);
}

static vv_step scanner_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[3] = {VV_OBJ(self)};
    if (vv_parse_args(t, "scan_once", "scan_once(string, idx)", args, nargs, kwnames, argv + 1) < 0)
        return VV_FAILED;
    return vv_native_enter(t, vv_push_native(t, call_native, "scan_once", argv, 3));
}

/* argv: type, context; slot[0]: the scanner, [1] an attribute's name; i[0]: which hook, i[1]: strict */
static vv_step create_native(vv_thread *t, vv_native *nf) {
    static const char *const names[HOOKS] = {"object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"};
    VV_BEGIN(nf);
    nf->slot[1] = vv_intern_cstr(t, "strict");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[1], nf->slot[1]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    nf->i[1] = t->ival;
    vv_setref_take(t, &nf->slot[0], vv_new_object(t, VV_AS_TYPE(nf->argv[0]), VV_AS_TYPE(nf->argv[0])->basicsize));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    SCANNER(nf->slot[0])->strict = nf->i[1] != 0;
    vv_track(t, nf->slot[0]);
    for (; nf->i[0] < HOOKS; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, names[nf->i[0]]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[1], nf->slot[1]));
        SCANNER(nf->slot[0])->hook[nf->i[0]] = vv_take_ret(t);
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step scanner_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *context;
    if (vv_parse_args(t, "make_scanner", "make_scanner(context)", args, nargs, kwnames, &context) < 0)
        return VV_FAILED;
    return vv_start2(t, create_native, "make_scanner", type, context);
}

static void scanner_clear(vv_thread *t, vv_obj *self) {
    for (int k = 0; k < HOOKS; k++)
        vv_clearref(t, &SCANNER(self)->hook[k]);
}

static void scanner_dealloc(vv_thread *t, vv_obj *self) {
    scanner_clear(t, self);
    vv_free_object(t, self);
}

static int scanner_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (int k = 0; k < HOOKS; k++)
        VV_VISIT(SCANNER(self)->hook[k]);
    return 0;
}

const vv_typespec vv_json_scanner_spec = {
    .name = "Scanner",
    .module = "_json",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(scanner),
    .size64 = 88,
    .doc = "Reads JSON values.",
    .slots = &scanner_slots,
    .members = scanner_members,
    .dealloc = scanner_dealloc,
    .traverse = scanner_traverse,
    .clear = scanner_clear,
};
