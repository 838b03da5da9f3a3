/* _sre.c - module _sre: what the library's re package needs from C. It compiles patterns in Python; see sre.h. */
#include "modules/sre.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

/* clang-format off */
#define VV_DEF_NAME sre
#define VV_DEF_FILE "modules/_sre.def"
#include "object/deftype.h"
/* clang-format on */

/* ---- patterns ---- */

static int as_word(vv_thread *t, vv_ref value, uint32_t *ret) {
    int64_t n;
    if (!VV_ISA(value, INT))
        return vv_raise_int(t, VV_TypeError, "an integer is required");
    if (vv_int_sign(value) < 0)
        return vv_raise_int(t, VV_OverflowError, "can't convert negative value to unsigned int");
    if (vv_int_to_i64(value, &n) != 0 || n > UINT32_MAX)
        return vv_raise_int(t, VV_OverflowError, "regular expression code size limit exceeded");
    *ret = (uint32_t)n;
    return 0;
}

/* argv: pattern, flags, code, groups, groupindex, indexgroup; the numbers are ints */
static vv_owned pattern_new(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[2], LIST))
        return vv_raise(t, VV_TypeError, "compile() argument 'code' must be list, not %A", argv[2]);
    if (!VV_ISA(argv[4], DICT))
        return vv_raise(t, VV_TypeError, "compile() argument 'groupindex' must be dict, not %A", argv[4]);
    if (!VV_ISA(argv[5], TUPLE))
        return vv_raise(t, VV_TypeError, "compile() argument 'indexgroup' must be tuple, not %A", argv[5]);
    int64_t groups, flags;
    if (vv_int_as_i64(t, argv[1], &flags) < 0 || vv_int_as_i64(t, argv[3], &groups) < 0)
        return NULL;
    size_t length = VV_LIST(argv[2])->length;
    vv_type *type = vv_type_ensure_peek(t, VV_T_SRE_PATTERN);
    if (type == NULL)
        return NULL;
    if (length >= UINT32_MAX / sizeof(uint32_t) || groups < 0 || groups > INT32_MAX / 2)
        return vv_raise(t, VV_RuntimeError, "invalid SRE code");
    VV_AUTO o = {t, vv_new_object(t, type, sizeof(vv_sre_pattern) + sizeof(uint32_t) * length)};
    if (o.o == NULL)
        return NULL;
    vv_sre_pattern *p = VV_SRE_PATTERN(o.o);
    p->length = (uint32_t)length;
    for (size_t k = 0; k < length; k++)
        if (as_word(t, VV_LIST(argv[2])->items[k], &p->code[k]) < 0)
            return NULL;
    p->is_str = VV_ISA(argv[0], STR);
    p->is_bytes = !p->is_str && argv[0] != VV_NONE(t);
    if (p->is_bytes && !vv_sre_is_text(argv[0]))
        return vv_raise(t, VV_TypeError, "expected string or bytes-like object, got '%T'", argv[0]);
    p->pattern = vv_newref(argv[0]);
    p->groupindex = vv_newref(argv[4]);
    p->indexgroup = vv_newref(argv[5]);
    p->flags = (uint32_t)flags;
    p->groups = (uint32_t)groups;
    int sound = vv_sre_is_sound(t, p->code, p->length, p->groups);
    if (sound <= 0)
        return sound < 0 ? NULL : vv_raise(t, VV_RuntimeError, "invalid SRE code");
    vv_track(t, o.o);
    return vv_move(&o.o);
}

static vv_step sre_compile(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_index(t, nf->argv[3]));
    vv_setref_take(t, &nf->argv[3], vv_take_ret(t));
    return vv_return(t, pattern_new(t, nf->argv));
    VV_END(nf);
}

/* ---- replacement texts ---- */

static vv_step sre_template(vv_thread *t, vv_native *nf) { /* argv: pattern, [text, group, text, ...] */
    if (!VV_ISA(nf->argv[1], LIST))
        return vv_raise_step(t, VV_TypeError, "template() argument 2 must be list, not %A", nf->argv[1]);
    const vv_list *parts = VV_LIST(nf->argv[1]);
    bool sound = parts->length % 2 == 1 && nf->argv[0]->type->id == VV_T_SRE_PATTERN;
    for (size_t k = 0; sound && k < parts->length; k += 2)
        sound = VV_IS(t, parts->items[k], STR) || VV_IS(t, parts->items[k], BYTES);
    for (size_t k = 1; sound && k < parts->length; k += 2) {
        int64_t group;
        sound = VV_ISA(parts->items[k], INT) && vv_int_to_i64(parts->items[k], &group) == 0 && group >= 0 &&
                group <= VV_SRE_PATTERN(nf->argv[0])->groups;
    }
    if (!sound)
        return vv_raise_step(t, VV_TypeError, "invalid template");
    vv_type *type = vv_type_ensure_peek(t, VV_T_SRE_TEMPLATE);
    VV_AUTO o = {t, type == NULL ? NULL : vv_new_object(t, type, sizeof(vv_sre_template))};
    if (o.o == NULL)
        return VV_FAILED;
    vv_sre_template *template = VV_SRE_TEMPLATE(o.o);
    template->literal = vv_newref(parts->items[0]);
    template->parts = vv_tuple_from_array(t, parts->items + 1, parts->length - 1);
    if (template->parts == NULL)
        return VV_FAILED;
    vv_track(t, o.o);
    return vv_return(t, vv_move(&o.o));
}

/* ---- characters ---- */

static vv_owned sre_getcodesize(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, sizeof(uint32_t));
}

/* The body of a function of a character's number. */
#define OF_CHARACTER(function, expression)                                                                             \
    static vv_step function(vv_thread *t, vv_native *nf) {                                                             \
        VV_BEGIN(nf);                                                                                                  \
        VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));                                                                     \
        nf->slot[0] = vv_take_ret(t);                                                                                  \
        int64_t number;                                                                                                \
        vv_int_to_i64(nf->slot[0], &number);                                                                           \
        uint32_t c = (uint32_t)number;                                                                                 \
        return vv_return(t, expression);                                                                               \
        VV_END(nf);                                                                                                    \
    }

OF_CHARACTER(sre_ascii_iscased, vv_bool(t, (c | 32) - 'a' < 26))
OF_CHARACTER(sre_unicode_iscased, vv_bool(t, vv_sre_lower(c) != c || vv_sre_upper(c) != c))
OF_CHARACTER(sre_ascii_tolower, vv_int_new(t, vv_sre_lower_ascii(c)))
OF_CHARACTER(sre_unicode_tolower, vv_int_new(t, vv_sre_lower(c)))

/* ---- the module ---- */

vv_owned vv__sre_module(vv_thread *t);
vv_owned vv__sre_module(vv_thread *t) {
    static const struct {
        const char *name;
        int64_t value;
    } numbers[] = {{"MAGIC", VV_SRE_MAGIC},
                   {"CODESIZE", sizeof(uint32_t)},
                   {"MAXREPEAT", VV_SRE_MAXREPEAT},
                   {"MAXGROUPS", INT32_MAX / 2}};
    VV_AUTO module = {t, vv_module_from_defs(t, "_sre", NULL, sre_methods)};
    if (module.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    for (size_t k = 0; k < VV_ARRAY_LEN(numbers); k++) {
        VV_AUTO value = {t, vv_int_new(t, numbers[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, numbers[k].name, value.o) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
