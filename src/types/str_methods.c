/* str_methods.c - the type str: its slots, its methods besides those shared in text.c, and its constructor. */
#include "base/unicode.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/codecs.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/slice.h"
#include "types/text.h"
#include "types/tuple.h"

#include <string.h>

#define TEXT(name) str_##name
#define TEXT_OR(a, b) a
#define VV_DEF_NAME str
#define VV_DEF_FILE "types/str.def"
#include "object/deftype.h"
#include "types/text_methods.inc"

/* ---- case mapping ---- */

static bool skip_ignorable_then_cased(vv_ref s, int64_t i, int64_t step) {
    int64_t n = vv_str_length(s);
    while (i >= 0 && i < n && vv_unicode_is_case_ignorable(vv_str_at(s, (size_t)i)))
        i += step;
    return i >= 0 && i < n && vv_unicode_is_cased(vv_str_at(s, (size_t)i));
}

/* Lower case of the character at i. A capital sigma at the end of a word (behind a letter, before none; marks do not
 * count) has a form of its own: The Unicode Standard, table 3-17, Final_Sigma. */
static int lower_at(vv_ref s, size_t i, uint32_t out[3]) {
    uint32_t c = vv_str_at(s, i);
    if (c != 0x3A3)
        return vv_unicode_full_lower(c, out);
    bool final = skip_ignorable_then_cased(s, (int64_t)i - 1, -1) && !skip_ignorable_then_cased(s, (int64_t)i + 1, 1);
    out[0] = final ? 0x3C2 : 0x3C3;
    return 1;
}

enum case_op { TO_LOWER, TO_UPPER, TO_TITLE, TO_CAPITALIZED, TO_SWAPPED, TO_FOLDED };

static uint8_t ascii_case(uint8_t c, enum case_op op, bool word_start) {
    bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
    bool to_upper = op == TO_UPPER || op == TO_SWAPPED || ((op == TO_TITLE || op == TO_CAPITALIZED) && word_start);
    bool to_lower = op == TO_LOWER || op == TO_FOLDED || op == TO_SWAPPED ||
                    ((op == TO_TITLE || op == TO_CAPITALIZED) && !word_start);
    return (uint8_t)(lower && to_upper ? c - 32 : upper && to_lower ? c + 32 : c);
}

static vv_owned change_case(vv_thread *t, vv_ref self, enum case_op op) {
    const vv_str *s = VV_STR(self);
    if (s->length == 0)
        return vv_str_new(t, 0, 0);
    if (s->ascii) {
        vv_obj *o = vv_str_new(t, s->length, 0x7F);
        if (o == NULL)
            return NULL;
        bool word_start = true;
        for (size_t i = 0; i < s->length; i++) {
            uint8_t c = s->data[i];
            VV_STR(o)->data[i] = ascii_case(c, op, word_start);
            word_start = op == TO_TITLE && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        }
        return o;
    }
    vv_strbuilder b = {0};
    bool in_word = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = vv_str_at(self, i), out[3];
        int n = 0;
        switch (op) {
        case TO_LOWER:
            n = lower_at(self, i, out);
            break;
        case TO_UPPER:
            n = vv_unicode_full_upper(c, out);
            break;
        case TO_FOLDED:
            n = vv_unicode_full_fold(c, out);
            break;
        case TO_SWAPPED:
            if (vv_unicode_is_upper(c))
                n = lower_at(self, i, out);
            else if (vv_unicode_is_lower(c))
                n = vv_unicode_full_upper(c, out);
            else
                out[n++] = c;
            break;
        case TO_CAPITALIZED:
            n = i == 0 ? vv_unicode_full_title(c, out) : lower_at(self, i, out);
            break;
        case TO_TITLE:
            n = in_word ? lower_at(self, i, out) : vv_unicode_full_title(c, out);
            in_word = vv_unicode_is_cased(c);
            break;
        }
        for (int k = 0; k < n; k++) {
            if (vv_strbuilder_char(t, &b, out[k]) < 0) {
                vv_strbuilder_drop(t, &b);
                return NULL;
            }
        }
    }
    return vv_strbuilder_finish_own(t, &b);
}

static vv_owned str_lower(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_LOWER);
}
static vv_owned str_upper(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_UPPER);
}
static vv_owned str_title(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_TITLE);
}
static vv_owned str_capitalize(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_CAPITALIZED);
}
static vv_owned str_swapcase(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_SWAPPED);
}
static vv_owned str_casefold(vv_thread *t, vv_obj *const *argv) {
    return change_case(t, argv[0], TO_FOLDED);
}

/* ---- predicates ---- */

typedef bool char_test(uint32_t c);

static vv_owned all_chars(vv_thread *t, vv_ref self, char_test *test, bool if_empty) {
    size_t n = vv_str_length(self);
    for (size_t i = 0; i < n; i++)
        if (!test(vv_str_at(self, i)))
            return vv_bool(t, false);
    return vv_bool(t, n != 0 || if_empty);
}
static bool is_alnum(uint32_t c) {
    return vv_unicode_is_alnum(c);
}
static vv_owned str_isalnum(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], is_alnum, false);
}
static vv_owned str_isalpha(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], vv_unicode_is_alpha, false);
}
static vv_owned str_isdecimal(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], vv_unicode_is_decimal, false);
}
static vv_owned str_isdigit(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], vv_unicode_is_digit, false);
}
static vv_owned str_isnumeric(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], vv_unicode_is_numeric, false);
}
static vv_owned str_isspace(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], vv_unicode_is_space, false);
}
static vv_owned str_isprintable(vv_thread *t, vv_obj *const *argv) {
    return all_chars(t, argv[0], vv_unicode_is_printable, true);
}
static vv_owned str_isascii(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, VV_STR(argv[0])->ascii);
}
static vv_owned str_isidentifier(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, vv_str_is_identifier(argv[0]));
}

/* islower, isupper: something passes `wanted` and nothing the two others. */
static vv_owned only_case(vv_thread *t, vv_ref self, char_test *wanted, char_test *refused) {
    bool seen = false;
    for (size_t i = 0; i < vv_str_length(self); i++) {
        uint32_t c = vv_str_at(self, i);
        if (refused(c) || vv_unicode_is_title(c))
            return vv_bool(t, false);
        seen |= wanted(c);
    }
    return vv_bool(t, seen);
}
static vv_owned str_islower(vv_thread *t, vv_obj *const *argv) {
    return only_case(t, argv[0], vv_unicode_is_lower, vv_unicode_is_upper);
}
static vv_owned str_isupper(vv_thread *t, vv_obj *const *argv) {
    return only_case(t, argv[0], vv_unicode_is_upper, vv_unicode_is_lower);
}
static vv_owned str_istitle(vv_thread *t, vv_obj *const *argv) {
    bool in_word = false, seen = false;
    for (size_t i = 0; i < vv_str_length(argv[0]); i++) {
        uint32_t c = vv_str_at(argv[0], i);
        bool capital = vv_unicode_is_upper(c) || vv_unicode_is_title(c);
        if (capital ? in_word : vv_unicode_is_lower(c) && !in_word)
            return vv_bool(t, false);
        in_word = capital || vv_unicode_is_lower(c);
        seen |= in_word;
    }
    return vv_bool(t, seen);
}

/* ---- translate ---- */

/* What a table's value stands for: a str, empty for None. */
static vv_owned translation(vv_thread *t, vv_ref value) {
    if (value == t->vm->none)
        return vv_str_new(t, 0, 0);
    if (VV_ISA(value, STR))
        return vv_newref(value);
    if (VV_ISA(value, INT)) {
        int64_t c = vv_int_clamp_index(value);
        if (c < 0 || c > 0x10FFFF)
            return vv_raise(t, VV_ValueError, "character mapping must be in range(0x110000)");
        return vv_str_from_char(t, (uint32_t)c);
    }
    return vv_raise(t, VV_TypeError, "character mapping must return integer, None or str");
}

/* With a table that is exactly a dict no Python need run: 1 and *ret; VV_LATER after all; -1. */
static int translate_now(vv_thread *t, vv_ref self, vv_ref table, vv_obj **ret) {
    vv_strbuilder b = {0};
    for (size_t i = 0; i < vv_str_length(self); i++) {
        uint32_t c = vv_str_at(self, i);
        vv_obj *key = vv_int_new(t, c), *value = NULL;
        int r = key == NULL ? -1 : vv_dict_get_now(t, table, key, &value);
        vv_xdecref(t, key);
        if (r == 0) {
            r = vv_strbuilder_char(t, &b, c) < 0 ? -1 : 1;
        } else if (r == 1) {
            vv_obj *text = translation(t, value);
            vv_decref(t, value);
            if (text == NULL || vv_strbuilder_str(t, &b, text) < 0)
                r = -1;
            vv_xdecref(t, text);
        }
        if (r < 0) {
            vv_strbuilder_drop(t, &b);
            return r;
        }
    }
    *ret = vv_strbuilder_finish(t, &b);
    return *ret == NULL ? -1 : 1;
}

/* argv: self, table; slot[0]: list of pieces, slot[1]: key; i[0]: position */
static vv_step str_translate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[1], DICT)) {
        vv_obj *result;
        int r = translate_now(t, nf->argv[0], nf->argv[1], &result);
        if (r != VV_LATER)
            return vv_return(t, r < 0 ? NULL : result);
    }
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < vv_str_length(nf->argv[0]); nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_int_new(t, vv_str_at(nf->argv[0], (size_t)nf->i[0])));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->argv[1], nf->slot[1]));
        vv_obj *piece;
        if (nf->raised) {
            if (!vv_error_is(t, VV_LookupError))
                return VV_FAILED;
            vv_clear_error(t);
            piece = vv_str_from_char(t, vv_str_at(nf->argv[0], (size_t)nf->i[0]));
        } else {
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            piece = translation(t, nf->slot[1]);
        }
        if (piece == NULL || vv_list_append_take(t, nf->slot[0], piece) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_str_join(t, t->vm->empty_str, VV_LIST(nf->slot[0])->items, VV_LIST(nf->slot[0])->length));
    VV_END(nf);
}

static int set_translation(vv_thread *t, vv_ref dict, uint32_t c, vv_owned value) {
    vv_obj *key = vv_int_new(t, c);
    int r = key == NULL || value == NULL ? -1 : vv_dict_set_now(t, dict, key, value);
    vv_xdecref(t, key);
    vv_xdecref(t, value);
    return r;
}

static int maketrans_from_dict(vv_thread *t, vv_ref table, vv_ref from) {
    size_t pos = 0;
    vv_ref key, value;
    while (vv_dict_next(from, &pos, &key, &value, NULL)) {
        if (VV_ISA(key, STR)) {
            if (vv_str_length(key) != 1)
                return vv_raise_int(t, VV_ValueError, "string keys in translate table must be of length 1");
            if (set_translation(t, table, vv_str_at(key, 0), vv_newref(value)) < 0)
                return -1;
        } else if (VV_ISA(key, INT)) {
            if (vv_dict_set_now(t, table, key, value) < 0)
                return -1;
        } else {
            return vv_raise_int(t, VV_TypeError, "keys in translate table must be strings or integers");
        }
    }
    return 0;
}

static int maketrans_from_texts(vv_thread *t, vv_ref table, vv_ref from, vv_ref to, vv_ref remove) {
    if (!VV_ISA(to, STR))
        return vv_raise_int(t, VV_TypeError, "maketrans() argument 2 must be str, not %A", to);
    if (remove != NULL && !VV_ISA(remove, STR))
        return vv_raise_int(t, VV_TypeError, "maketrans() argument 3 must be str, not %A", remove);
    if (!VV_ISA(from, STR))
        return vv_raise_int(t, VV_TypeError, "first maketrans argument must be a string if there is a second argument");
    if (vv_str_length(from) != vv_str_length(to))
        return vv_raise_int(t, VV_ValueError, "the first two maketrans arguments must have equal length");
    for (size_t i = 0; i < vv_str_length(from); i++)
        if (set_translation(t, table, vv_str_at(from, i), vv_int_new(t, vv_str_at(to, i))) < 0)
            return -1;
    for (size_t i = 0; remove != NULL && i < vv_str_length(remove); i++)
        if (set_translation(t, table, vv_str_at(remove, i), vv_none(t)) < 0)
            return -1;
    return 0;
}

static vv_owned str_maketrans(vv_thread *t, vv_obj *const *argv) {
    vv_obj *table = vv_dict_new(t);
    if (table == NULL)
        return NULL;
    int r;
    if (argv[1] != NULL)
        r = maketrans_from_texts(t, table, argv[0], argv[1], argv[2]);
    else if (VV_IS(t, argv[0], DICT))
        r = maketrans_from_dict(t, table, argv[0]);
    else
        r = vv_raise_int(t, VV_TypeError, "if you give only one argument to maketrans it must be a dict");
    if (r < 0) {
        vv_decref(t, table);
        return NULL;
    }
    return table;
}

/* ---- other methods ---- */

/* An `encoding` or `errors` argument must be str or absent. 0/-1. */
static int codec_arg(vv_thread *t, vv_ref arg, const char *function, const char *name) {
    if (arg != NULL && !VV_ISA(arg, STR))
        return vv_raise_int(t, VV_TypeError, "%s() argument '%s' must be str, not %A", function, name, arg);
    return 0;
}

static vv_step str_encode(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (codec_arg(t, nf->argv[1], "encode", "encoding") < 0 || codec_arg(t, nf->argv[2], "encode", "errors") < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_encode(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

static vv_step str_format(vv_thread *t, vv_native *nf) {
    return vv_str_format_body(t, nf);
}
static vv_step str_format_map(vv_thread *t, vv_native *nf) {
    return vv_str_format_map_body(t, nf);
}

static vv_step str_dunder_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "__format__() argument must be str, not %A", nf->argv[1]);
    if (vv_str_length(nf->argv[1]) != 0)
        return vv_return(t, vv_format_str(t, nf->argv[0], nf->argv[1]));
    VV_AWAIT(nf, vv_do_str(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_owned str_getnewargs(vv_thread *t, vv_obj *const *argv) {
    const vv_str *s = VV_STR(argv[0]); /* never the object itself, as in CPython */
    vv_obj *copy = vv_str_alloc(t, VV_TYPEP(t, STR), s->length, s->ascii ? 0x7F : s->kind == 1 ? 0xFF : s->kind == 2 ? 0xFFFF : 0x10FFFF);
    if (copy != NULL)
        vv_str_copy_points(s->kind, VV_STR(copy)->data, 0, s->kind, s->data, 0, s->length);
    return copy == NULL ? NULL : vv_tuple_from_array_take(t, &copy, 1);
}

static int64_t str_size64(vv_ref self) {
    const vv_str *s = VV_STR(self);
    bool exact = self->type->id == VV_T_STR; /* an instance of a subclass has its text in a block of its own there */
    int64_t head = !exact ? 64 : s->ascii ? 40 : 56, utf8 = s->utf8 == NULL ? 0 : (int64_t)s->utf8_length + 1;
    if (exact && !s->ascii && s->length == 1 && vv_is_immortal(self))
        utf8 = 3; /* one of the characters made with the program, which know their UTF-8 */
    return head + ((int64_t)s->length + 1) * s->kind + utf8;
}

static vv_owned str_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, str_size64(argv[0]));
}

/* ---- slots ---- */

static vv_step str_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_str_repr(t, self));
}

static vv_step str_str(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_str_of_type(t, VV_TYPEP(t, STR), self));
}

static vv_step str_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_str_hash(self));
}

static vv_step str_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_ISA(a, STR) || !VV_ISA(b, STR))
        return vv_return_not_implemented(t);
    if (op == VV_EQ || op == VV_NE)
        return vv_return(t, vv_bool(t, vv_str_equal(a, b) == (op == VV_EQ)));
    int order = vv_str_compare(a, b);
    bool yes = op == VV_LT ? order < 0 : op == VV_LE ? order <= 0 : op == VV_GT ? order > 0 : order >= 0;
    return vv_return(t, vv_bool(t, yes));
}

static vv_step str_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_seq_iterator_new(t, VV_T_STR_ITERATOR, self));
}

static vv_step str_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_str_length(self));
}

static vv_step getitem_slowly(vv_thread *t, vv_native *nf) { /* argv: str, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_resolve_key(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return str_getitem(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step str_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (VV_ISA(key, INT)) {
        size_t i;
        int r = vv_container_index(t, key, vv_str_length(self), &i);
        if (r < 0)
            return VV_FAILED;
        if (r == 0)
            return vv_raise_step(t, VV_IndexError, "string index out of range");
        return vv_return(t, vv_str_from_char(t, vv_str_at(self, i)));
    }
    if (VV_IS(t, key, SLICE)) {
        vv_obj *part = NULL;
        int r = vv_text_slice_now(t, self, key, &part);
        if (r != VV_LATER)
            return vv_return(t, r < 0 ? NULL : part);
    } else if (!vv_container_is_key(t, key)) {
        return vv_raise_step(t, VV_TypeError, "string indices must be integers, not '%T'", key);
    }
    return vv_start2(t, getitem_slowly, "str.__getitem__", self, key);
}

static vv_step str_contains(vv_thread *t, vv_ref self, vv_ref item) {
    if (!VV_ISA(item, STR))
        return vv_raise_step(t, VV_TypeError, "'in <string>' requires string as left operand, not %T", item);
    return vv_return_int(t, vv_str_find(self, item, 0, vv_str_length(self)) >= 0);
}

static vv_step str_concat(vv_thread *t, vv_ref a, vv_ref b) {
    if (!VV_ISA(a, STR))
        return vv_return_not_implemented(t);
    if (!VV_ISA(b, STR))
        return vv_raise_step(t, VV_TypeError, "can only concatenate str (not \"%T\") to str", b);
    return vv_return(t, vv_str_concat(t, a, b));
}

static vv_step repeat_slowly(vv_thread *t, vv_native *nf) { /* argv: str, count */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return str_repeat(t, nf->argv[0], nf->slot[0]);
    VV_END(nf);
}

static vv_step str_repeat(vv_thread *t, vv_ref self, vv_ref count) {
    size_t times;
    int r = vv_container_repeat_count(t, count, &times);
    if (r == VV_LATER)
        return vv_start2(t, repeat_slowly, "str.__mul__", self, count);
    return r < 0 ? VV_FAILED : vv_return(t, vv_text_repeat(t, self, times));
}

static vv_step str_mod(vv_thread *t, vv_ref format, vv_ref args) {
    if (!VV_ISA(format, STR))
        return vv_return_not_implemented(t);
    return vv_do_str_mod(t, format, args);
}

/* ---- the constructor ---- */

static vv_step decode_object(vv_thread *t, vv_ref object, vv_ref encoding, vv_ref errors) {
    const uint8_t *data;
    size_t n;
    if (VV_ISA(object, STR))
        return vv_raise_step(t, VV_TypeError, "decoding str is not supported");
    if (!vv_bytes_view(object, &data, &n))
        return vv_raise_step(t, VV_TypeError, "decoding to str: need a bytes-like object, %T found", object);
    return vv_do_decode(t, object, encoding, errors);
}

/* argv: the type (a subclass of str), object, encoding, errors */
static vv_step create_subclass(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL || nf->argv[3] != NULL)
        VV_AWAIT(nf, decode_object(t, nf->argv[1], nf->argv[2], nf->argv[3]));
    else
        VV_AWAIT(nf, vv_do_str(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_str_of_type(t, VV_AS_TYPE(nf->argv[0]), nf->slot[0]));
    VV_END(nf);
}

static vv_step str_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *wanted = VV_AS_TYPE(type);
    bool exact = wanted == VV_TYPEP(t, STR);
    if (nargs == 1 && kwnames == NULL && exact)
        return vv_do_str(t, args[0]);
    vv_obj *argv[4] = {VV_OBJ(type), NULL, NULL, NULL};
    if (vv_parse_args(t, "str", "str(object='', encoding='utf-8', errors='strict')", args, nargs, kwnames, argv + 1) < 0)
        return VV_FAILED;
    if (codec_arg(t, argv[2], "str", "encoding") < 0 || codec_arg(t, argv[3], "str", "errors") < 0)
        return VV_FAILED;
    if (argv[1] == NULL)
        argv[1] = t->vm->empty_str, argv[2] = argv[3] = NULL;
    if (!exact)
        return vv_push_native(t, create_subclass, "str.__new__", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
    return argv[2] != NULL || argv[3] != NULL ? decode_object(t, argv[1], argv[2], argv[3]) : vv_do_str(t, argv[1]);
}

const vv_typespec vv_str_spec = {
    .name = "str",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ | VV_TF_MATCH_SELF | VV_TF_STR,
    .basicsize = sizeof(vv_str),
    .size64 = 41,
    .size64_of = str_size64,
    .doc = "str(object='') -> str\n"
           "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Text: an immutable sequence of Unicode code points.\n\n"
           "From an object: its __str__(), or its repr() if it has none. With an encoding or an error handler: the "
           "object's\n"
           "bytes decoded; encoding defaults to 'utf-8', errors to 'strict'.",
    .slots = &str_slots,
    .methods = str_methods,
    .dealloc = vv_str_dealloc,
};
