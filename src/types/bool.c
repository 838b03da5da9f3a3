/* bool.c - the type bool: an int with two instances, True and False, made by vv_int_init. */
#include "object/intern.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/int.h"
#include "types/str.h"

#define VV_DEF_NAME boolean /* `bool` is a macro */
#define VV_DEF_FILE "types/bool.def"
#include "object/deftype.h"

static vv_step bool_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_intern_cstr(t, self == VV_TRUE(t) ? "True" : "False"));
}

static vv_step bool_of(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static vv_step bool_create(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)self; /* bool has no subclasses */
    if (vv_no_kwargs(t, "bool", kwnames) < 0 || vv_check_nargs(t, "bool", nargs, 0, 1) < 0)
        return VV_FAILED;
    if (nargs == 0)
        return vv_return(t, vv_bool(t, false));
    if (VV_IS(t, args[0], BOOL))
        return vv_return(t, vv_newref(args[0]));
    if (VV_IS(t, args[0], INT))
        return vv_return(t, vv_bool(t, VV_INT(args[0])->size != 0));
    return vv_start1(t, bool_of, "bool", args[0]);
}

static vv_step invert_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_from_cstr(t, "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns "
                                      "the bitwise inversion of the underlying int object and is usually not what you expect "
                                      "from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you "
                                      "really want the bitwise inversion of the underlying int.");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[0]));
    vv_drop_ret(t);
    return VV_TYPEP(t, INT)->s.invert(t, nf->argv[0]);
    VV_END(nf);
}
static vv_step bool_invert(vv_thread *t, vv_ref self) {
    return vv_start1(t, invert_native, "bool.__invert__", self);
}

/* Of two bools the bit operators make a bool, of anything else what int makes of it. */
#define BIT_SLOT(function, field, expression)                                                                          \
    static vv_step function(vv_thread *t, vv_ref a, vv_ref b) {                                                        \
        if (VV_IS(t, a, BOOL) && VV_IS(t, b, BOOL))                                                                    \
            return vv_return(t, vv_bool(t, expression));                                                               \
        return VV_TYPEP(t, INT)->s.field(t, a, b);                                                                     \
    }
BIT_SLOT(bool_and, and_, a == VV_TRUE(t) && b == VV_TRUE(t))
BIT_SLOT(bool_or, or_, a == VV_TRUE(t) || b == VV_TRUE(t))
BIT_SLOT(bool_xor, xor, a != b)
#undef BIT_SLOT

const vv_typespec vv_bool_spec = {
    .name = "bool",
    .base = VV_T_INT,
    .flags = VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_int),
    .itemsize = 4,
    .size64 = 28,
    .size64_of = vv_int_size64,
    .doc = "bool(x) -> bool\n\n"
           "True when x is true, False otherwise. True and False are the only instances of the class, which is a\n"
           "subclass of int and cannot be subclassed itself.",
    .slots = &boolean_slots,
    .methods = boolean_methods,
    .getset = boolean_getset,
    .members = boolean_members,
};
