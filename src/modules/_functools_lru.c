/* _functools_lru.c - the wrapper that functools.lru_cache puts around a function.
 *
 * Three ways: no cache (maxsize 0), a dict that only grows (None), or a dict of links that also stand in a ring from the
 * least to the most recently used. The wrapped function may call the wrapper again or clear it: after every step the ring
 * and the dict are looked at anew. A link is owned by the dict and by the ring.
 */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/dict_keys.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct lru_link {
    vv_obj head;
    struct lru_link *older, *newer; /* the ring: borrowed; both NULL outside of it */
    vv_obj *key, *result;           /* owned */
    vv_hash hash;
} lru_link;
#define LINK(o) ((lru_link *)(o))

typedef struct lru {
    vv_obj head;
    vv_obj *function, *cache, *info_type; /* owned; cache: a dict */
    vv_obj *mark;                         /* owned: stands between positional and keyword arguments in keys; or NULL */
    lru_link *oldest, *newest;            /* owned by the ring */
    int64_t maxsize;                      /* -1: no limit */
    int64_t hits, misses;
    bool typed;
    vv_obj *dict, *weaklist;
} lru;
#define LRU(o) ((lru *)(o))

#define VV_DEF_NAME lru
#define VV_DEF_FILE "modules/_functools_lru.def"
#include "object/deftype.h"

/* ---- links ---- */

static void link_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, LINK(self)->key);
    vv_xdecref(t, LINK(self)->result);
    vv_free_object(t, self);
}

static int link_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(LINK(self)->key);
    VV_VISIT(LINK(self)->result);
    return 0;
}

const vv_typespec vv_lru_link_spec = {
    .name = "_lru_list_elem",
    .module = "functools",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(lru_link),
    .size64 = 72,
    .dealloc = link_dealloc,
    .traverse = link_traverse,
};

/* Takes a link out of the ring; the ring's reference goes to the caller. */
static void unlink_take(lru *self, lru_link *link) {
    if (link->older != NULL)
        link->older->newer = link->newer;
    else
        self->oldest = link->newer;
    if (link->newer != NULL)
        link->newer->older = link->older;
    else
        self->newest = link->older;
    link->older = link->newer = NULL;
}

/* Puts a link in as the newest; takes the caller's reference. */
static void append_take(lru *self, lru_link *link) {
    link->older = self->newest;
    if (self->newest != NULL)
        self->newest->newer = link;
    else
        self->oldest = link;
    self->newest = link;
}

static bool in_ring(const lru *self, const lru_link *link) {
    return link->older != NULL || link->newer != NULL || self->oldest == link;
}

static void clear_ring(vv_thread *t, lru *self) {
    while (self->oldest != NULL) {
        lru_link *link = self->oldest;
        unlink_take(self, link);
        vv_decref(t, &link->head);
    }
}

/* ---- the wrapper ---- */

static vv_step lru_new(vv_thread *t, vv_native *nf) { /* argv: class, function, maxsize, typed, info type */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[3]));
    nf->i[0] = t->ival;
    if (nf->argv[1]->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "the first argument must be callable");
    nf->i[1] = -1;
    if (nf->argv[2] != t->vm->none) {
        if (nf->argv[2]->type->s.index == NULL)
            return vv_raise_step(t, VV_TypeError, "maxsize should be integer or None");
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[1]) < 0)
            return VV_FAILED;
        if (nf->i[1] < 0)
            nf->i[1] = 0;
    }
    nf->slot[1] = vv_dict_new(t);
    vv_obj *o = nf->slot[1] == NULL || vv_type_ensure_peek(t, VV_T_LRU_LINK) == NULL
                    ? NULL
                    : vv_new_object(t, VV_AS_TYPE(nf->argv[0]), VV_AS_TYPE(nf->argv[0])->basicsize);
    if (o == NULL)
        return VV_FAILED;
    lru *self = LRU(o);
    self->function = vv_newref(nf->argv[1]);
    self->cache = vv_move(&nf->slot[1]);
    self->info_type = vv_newref(nf->argv[4]);
    self->maxsize = nf->i[1];
    self->typed = nf->i[0] != 0;
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step lru_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[5] = {VV_OBJ(type)};
    if (vv_parse_args(t, "lru_cache", "lru_cache(user_function, maxsize, typed, cache_info_type)", args, nargs, kwnames,
                      argv + 1) < 0)
        return VV_FAILED;
    return vv_push_native(t, lru_new, "lru_cache", argv, 5) == NULL ? VV_FAILED : VV_PUSHED;
}

static void lru_dealloc(vv_thread *t, vv_obj *self) {
    clear_ring(t, LRU(self));
    vv_xdecref(t, LRU(self)->function);
    vv_xdecref(t, LRU(self)->cache);
    vv_xdecref(t, LRU(self)->info_type);
    vv_xdecref(t, LRU(self)->mark);
    vv_clearref(t, &LRU(self)->dict);
    vv_free_object(t, self);
}

static int lru_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (const lru_link *link = LRU(self)->oldest; link != NULL; link = link->newer)
        VV_VISIT(link);
    VV_VISIT(LRU(self)->cache);
    VV_VISIT(LRU(self)->function);
    VV_VISIT(LRU(self)->mark);
    VV_VISIT(LRU(self)->info_type);
    VV_VISIT(LRU(self)->dict);
    return 0;
}

static void lru_clear_references(vv_thread *t, vv_obj *self) {
    clear_ring(t, LRU(self));
    vv_dict_clear(t, LRU(self)->cache);
    vv_clearref(t, &LRU(self)->dict);
}

/* The key of a call: the one argument if it is an exact int or str, the tuple of arguments, or a longer tuple with the
 * names, values and types too. */
static vv_owned make_key(vv_thread *t, lru *self, vv_ref args, vv_ref keywords) {
    const vv_tuple *a = VV_TUPLE(args);
    size_t named = keywords == NULL ? 0 : vv_dict_length(keywords), n = a->length;
    if (!self->typed && named == 0)
        return vv_newref(n == 1 && (VV_IS(t, a->items[0], STR) || VV_IS(t, a->items[0], INT)) ? (vv_ref)a->items[0] : args);
    if (named > 0 && self->mark == NULL &&
        (self->mark = vv_new_object(t, VV_TYPEP(t, OBJECT), VV_TYPEP(t, OBJECT)->basicsize)) == NULL)
        return NULL;
    vv_obj *key = vv_tuple_new(t, n + (named > 0 ? 2 * named + 1 : 0) + (self->typed ? n + named : 0));
    if (key == NULL)
        return NULL;
    vv_obj **to = VV_TUPLE(key)->items;
    for (size_t k = 0; k < n; k++)
        *to++ = vv_newref(a->items[k]);
    if (named > 0)
        *to++ = vv_newref(self->mark);
    size_t pos = 0;
    vv_ref name, value;
    while (named > 0 && vv_dict_next(keywords, &pos, &name, &value, NULL)) {
        *to++ = vv_newref(name);
        *to++ = vv_newref(value);
    }
    for (size_t k = 0; self->typed && k < n; k++)
        *to++ = vv_newref(&a->items[k]->type->head);
    pos = 0;
    while (named > 0 && self->typed && vv_dict_next(keywords, &pos, &name, &value, NULL))
        *to++ = vv_newref(&value->type->head);
    vv_tuple_done(t, key);
    return key;
}

enum { RESULT, CACHE_KEY, OLD_LINK, NEW_LINK };

/* argv: self, args, keywords or NULL; slot: 0 result, 1 key, 2 the link that makes room, 3 a new one; i[0]: hash */
static vv_step lru_call_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (LRU(nf->argv[0])->maxsize == 0) {
        LRU(nf->argv[0])->misses++;
        VV_AWAIT(nf, vv_do_call_ex(t, LRU(nf->argv[0])->function, nf->argv[1], nf->argv[2]));
        return VV_READY;
    }
    nf->slot[CACHE_KEY] = make_key(t, LRU(nf->argv[0]), nf->argv[1], nf->argv[2]);
    if (nf->slot[CACHE_KEY] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_hash(t, nf->slot[CACHE_KEY]));
    nf->i[0] = t->ival;
    VV_AWAIT(nf, vv_dict_keys_find(t, LRU(nf->argv[0])->cache, nf->slot[CACHE_KEY], nf->i[0]));
    if (t->ival >= 0) {
        lru *self = LRU(nf->argv[0]);
        vv_obj *found = VV_OBJ(vv_dict_value_at_peek(self->cache, t->ival));
        self->hits++;
        if (self->maxsize < 0)
            return vv_return(t, vv_newref(found));
        if (in_ring(self, LINK(found))) {
            unlink_take(self, LINK(found));
            append_take(self, LINK(found));
        }
        return vv_return(t, vv_newref(LINK(found)->result));
    }
    LRU(nf->argv[0])->misses++;
    VV_AWAIT(nf, vv_do_call_ex(t, LRU(nf->argv[0])->function, nf->argv[1], nf->argv[2]));
    nf->slot[RESULT] = vv_take_ret(t);
    if (LRU(nf->argv[0])->maxsize < 0) {
        VV_AWAIT(nf, vv_dict_keys_set(t, LRU(nf->argv[0])->cache, nf->slot[CACHE_KEY], nf->i[0], nf->slot[RESULT]));
        return vv_return(t, vv_move(&nf->slot[RESULT]));
    }
    VV_AWAIT(nf, vv_dict_keys_find(t, LRU(nf->argv[0])->cache, nf->slot[CACHE_KEY], nf->i[0]));
    if (t->ival >= 0) /* the call itself has put the key in */
        return vv_return(t, vv_move(&nf->slot[RESULT]));
    {
        lru *self = LRU(nf->argv[0]);
        if ((int64_t)vv_dict_length(self->cache) >= self->maxsize && self->oldest != NULL) {
            nf->slot[OLD_LINK] = &self->oldest->head;
            unlink_take(self, self->oldest);
        }
    }
    if (nf->slot[OLD_LINK] != NULL) {
        VV_AWAIT_CATCH(nf, vv_dict_keys_find(t, LRU(nf->argv[0])->cache, LINK(nf->slot[OLD_LINK])->key,
                                             LINK(nf->slot[OLD_LINK])->hash));
        if (nf->raised) { /* an __eq__ failed: the link goes back, now as the newest */
            append_take(LRU(nf->argv[0]), LINK(vv_move(&nf->slot[OLD_LINK])));
            return VV_FAILED;
        }
        if (t->ival < 0) /* somebody else has taken it out already */
            return vv_return(t, vv_move(&nf->slot[RESULT]));
        vv_dict_delete_at(t, LRU(nf->argv[0])->cache, t->ival, LINK(nf->slot[OLD_LINK])->hash);
    }
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, LRU_LINK), sizeof(lru_link));
    if (o == NULL)
        return VV_FAILED;
    LINK(o)->key = vv_newref(nf->slot[CACHE_KEY]);
    LINK(o)->result = vv_newref(nf->slot[RESULT]);
    LINK(o)->hash = nf->i[0];
    vv_track(t, o);
    nf->slot[NEW_LINK] = o;
    VV_AWAIT(nf, vv_dict_keys_set(t, LRU(nf->argv[0])->cache, nf->slot[CACHE_KEY], nf->i[0], nf->slot[NEW_LINK]));
    append_take(LRU(nf->argv[0]), LINK(vv_move(&nf->slot[NEW_LINK])));
    return vv_return(t, vv_move(&nf->slot[RESULT]));
    VV_END(nf);
}

static vv_step lru_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    VV_AUTO all = {t, vv_tuple_from_array(t, args, nargs)};
    VV_AUTO keywords = {t, NULL};
    size_t named = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (all.o == NULL || (named > 0 && (keywords.o = vv_dict_new(t)) == NULL))
        return VV_FAILED;
    for (size_t k = 0; k < named; k++)
        if (vv_dict_set_str(t, keywords.o, VV_TUPLE(kwnames)->items[k], args[nargs + k]) < 0)
            return VV_FAILED;
    return vv_start3(t, lru_call_native, "_lru_cache_wrapper.__call__", self, all.o, keywords.o);
}

static vv_step lru_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL || object == VV_NONE(t))
        return vv_return(t, vv_newref(self));
    return vv_return(t, vv_method_new(t, self, object));
}

/* ---- methods ---- */

static vv_step lru_cache_info(vv_thread *t, vv_native *nf) { /* slot[0]: the arguments */
    VV_BEGIN(nf);
    {
        const lru *self = LRU(nf->argv[0]);
        nf->slot[0] = vv_tuple_pack_take(t, 4, vv_int_new(t, self->hits), vv_int_new(t, self->misses),
                                         self->maxsize < 0 ? vv_none(t) : vv_int_new(t, self->maxsize),
                                         vv_int_new(t, (int64_t)vv_dict_length(self->cache)));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_call_ex(t, LRU(nf->argv[0])->info_type, nf->slot[0], NULL));
    return VV_READY;
    VV_END(nf);
}

static vv_owned lru_cache_clear(vv_thread *t, vv_obj *const *argv) {
    lru *self = LRU(argv[0]);
    self->hits = self->misses = 0;
    clear_ring(t, self);
    vv_dict_clear(t, self->cache);
    return vv_none(t);
}

static vv_step lru_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __qualname__)));
    return VV_READY;
    VV_END(nf);
}

static vv_owned lru_copy(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}

static vv_owned lru_deepcopy(vv_thread *t, vv_obj *const *argv) {
    return lru_copy(t, argv);
}

const vv_typespec vv_lru_cache_spec = {
    .name = "_lru_cache_wrapper",
    .module = "functools",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_METHOD_DESCR,
    .basicsize = sizeof(lru),
    .size64 = 168,
    .dictoffset = offsetof(lru, dict),
    .weakoffset = offsetof(lru, weaklist),
    .doc = "A function with a cache of its results, made by lru_cache().",
    .slots = &lru_slots,
    .methods = lru_methods,
    .getset = lru_getset,
    .dealloc = lru_dealloc,
    .traverse = lru_traverse,
    .clear = lru_clear_references,
};
