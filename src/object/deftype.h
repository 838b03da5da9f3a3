/* deftype.h - turns a `.def` file into prototypes and tables. Included (many times) by the `.c` file of a type or module:
 *
 *     #define VV_DEF_NAME list
 *     #define VV_DEF_FILE "types/list.def"
 *     #include "object/deftype.h"
 *
 * gives `list_methods`, `list_getset`, `list_members` (each ended by a NULL name) and `list_slots`. The lines it knows:
 *
 *     VV_METHOD(function, "name", LEAF | RESUMABLE | QUICK, "signature", "doc")
 *     VV_CLASSMETHOD(...)  VV_STATICMETHOD(...)          the same arguments
 *     VV_FUNCTION(...)                                    a module's function, the same arguments
 *     VV_GETSET("name", getter, setter | NULL, "doc")     the functions are prototyped by hand or above the include
 *     VV_MEMBER("name", struct type, field, OBJECT | ..., readonly, "doc")
 *     VV_SLOT(field, function)                            object/slots.def
 */
#include "object/methoddef.h"

#define VV_CAT2_(a, b) a##b
#define VV_CAT_(a, b) VV_CAT2_(a, b)
#define VV_PROTO_LEAF(f) static vv_leaf_fn f;
#define VV_PROTO_RESUMABLE(f) static vv_resumable_fn f;
#define VV_PROTO_QUICK(f)                                                                                              \
    static vv_resumable_fn f;                                                                                          \
    static vv_leaf_fn VV_CAT_(f, _now);
#define VV_FN_LEAF(f) {.leaf = f}
#define VV_FN_RESUMABLE(f) {.resumable = f}
#define VV_FN_QUICK(f) {.quick = &(const vv_quick_fn){VV_CAT_(f, _now), f}}

/* 1: prototypes */
#define VV_METHOD(f, name, kind, sig, doc) VV_PROTO_##kind(f)
#define VV_CLASSMETHOD VV_METHOD
#define VV_STATICMETHOD VV_METHOD
#define VV_FUNCTION VV_METHOD
#define VV_GETSET(name, get, set, doc)
#define VV_MEMBER(name, type, field, kind, readonly, doc)
#define VV_SLOT(field, f) static vv_slotfn_##field f;
#include VV_DEF_FILE
#undef VV_METHOD
#undef VV_SLOT

/* 2: methods */
#undef VV_CLASSMETHOD
#undef VV_STATICMETHOD
#undef VV_FUNCTION
#define VV_METHOD(f, name, kind, sig, doc) {name, VV_KIND_##kind, VV_BIND_INSTANCE, VV_FN_##kind(f), sig, doc},
#define VV_CLASSMETHOD(f, name, kind, sig, doc) {name, VV_KIND_##kind, VV_BIND_CLASS, VV_FN_##kind(f), sig, doc},
#define VV_STATICMETHOD(f, name, kind, sig, doc) {name, VV_KIND_##kind, VV_BIND_STATIC, VV_FN_##kind(f), sig, doc},
#define VV_FUNCTION VV_METHOD
#define VV_SLOT(field, f)
__attribute__((unused)) static const vv_methoddef VV_CAT_(VV_DEF_NAME, _methods)[] = {
#include VV_DEF_FILE
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
#undef VV_METHOD
#undef VV_CLASSMETHOD
#undef VV_STATICMETHOD
#undef VV_FUNCTION

/* 3: getset, members */
#define VV_METHOD(f, name, kind, sig, doc)
#define VV_CLASSMETHOD VV_METHOD
#define VV_STATICMETHOD VV_METHOD
#define VV_FUNCTION VV_METHOD
#undef VV_GETSET
#define VV_GETSET(name, get, set, doc) {name, get, set, doc},
__attribute__((unused)) static const vv_getsetdef VV_CAT_(VV_DEF_NAME, _getset)[] = {
#include VV_DEF_FILE
    {NULL, NULL, NULL, NULL}};
#undef VV_GETSET
#define VV_GETSET(name, get, set, doc)
#undef VV_MEMBER
#define VV_MEMBER(name, type, field, kind, readonly, doc) {name, VV_MEMBER_##kind, offsetof(type, field), readonly, doc},
__attribute__((unused)) static const vv_memberdef VV_CAT_(VV_DEF_NAME, _members)[] = {
#include VV_DEF_FILE
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL}};
#undef VV_MEMBER
#define VV_MEMBER(name, type, field, kind, readonly, doc)

/* 4: slots */
#undef VV_SLOT
#define VV_SLOT(field_, f) .field_ = f,
__attribute__((unused)) static const vv_slots VV_CAT_(VV_DEF_NAME, _slots) = {
#include VV_DEF_FILE
};
#undef VV_METHOD
#undef VV_CLASSMETHOD
#undef VV_STATICMETHOD
#undef VV_FUNCTION
#undef VV_GETSET
#undef VV_MEMBER
#undef VV_SLOT
#undef VV_DEF_NAME
#undef VV_DEF_FILE
