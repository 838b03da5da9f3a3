/* _io_newline.c - io.IncrementalNewlineDecoder: text in pieces, the line ends \r and \r\n becoming \n. */
#include "modules/_io.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct vv_newline_decoder {
    vv_obj head;
    vv_obj *decoder; /* owned; None: the input is text already; NULL before __init__ */
    vv_newline_state state;
} vv_newline_decoder;
#define VV_NEWLINE(o) ((vv_newline_decoder *)(o))

static vv_getter_fn newline_get_newlines;
#define VV_DEF_NAME newline
#define VV_DEF_FILE "modules/newline_decoder.def"
#include "object/deftype.h"

static int newline_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_NEWLINE(self)->decoder);
    return 0;
}
static void newline_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_NEWLINE(self)->decoder);
}
static void newline_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_NEWLINE(self)->decoder);
    vv_free_object(t, self);
}
static vv_step newline_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return vv_io_create(t, cls, args, nargs, kwnames);
}

/* argv: self, decoder, translate */
static vv_step init_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    VV_NEWLINE(nf->argv[0])->state.translate = t->ival != 0;
    VV_NEWLINE(nf->argv[0])->state.pending = false;
    VV_NEWLINE(nf->argv[0])->state.seen = 0;
    vv_setref_take(t, &VV_NEWLINE(nf->argv[0])->decoder, vv_newref(nf->argv[1]));
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step newline_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[3];
    if (vv_parse_args(t, "IncrementalNewlineDecoder", "IncrementalNewlineDecoder(decoder, translate, errors='strict')", args, nargs,
                      kwnames, a) < 0)
        return VV_FAILED;
    return vv_start3(t, init_native, "__init__", self, a[0], a[1]);
}

vv_owned vv_newline_change(vv_thread *t, vv_newline_state *d, vv_ref text, bool final) {
    size_t n = vv_str_length(text), k = 0;
    bool pending = d->pending;
    uint8_t seen = d->seen;
    vv_strbuilder b = {0};
    if (pending && n == 0 && !final)
        return vv_newref(text);
    d->pending = false;
    bool changes = pending; /* without a \r nothing does */
    for (size_t j = 0; j < n; j++) {
        uint32_t c = vv_str_at(text, j);
        d->seen |= c == '\n' ? VV_SEEN_LF : 0;
        if (c == '\r') {
            changes = true;
            break;
        }
    }
    if (!changes)
        return vv_newref(text);
    d->seen = seen;
    if (n > 0 && !final && vv_str_at(text, n - 1) == '\r') {
        d->pending = true;
        n--;
    }
    while (pending || k < n) {
        uint32_t c = pending ? '\r' : vv_str_at(text, k++);
        pending = false;
        bool pair = c == '\r' && k < n && vv_str_at(text, k) == '\n';
        d->seen |= pair ? VV_SEEN_CRLF : c == '\r' ? VV_SEEN_CR : c == '\n' ? VV_SEEN_LF : 0;
        k += pair;
        if (vv_strbuilder_char(t, &b, c == '\r' && d->translate ? '\n' : c) < 0 ||
            (pair && !d->translate && vv_strbuilder_char(t, &b, '\n') < 0)) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &b);
}

/* argv: self, input, final; slot: 0 name, 1 text; i[0]: final */
static vv_step newline_decode(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_NEWLINE(nf->argv[0])->decoder == NULL)
        return vv_raise_step(t, VV_ValueError, "IncrementalNewlineDecoder.__init__() not called");
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        nf->i[0] = t->ival;
    }
    if (VV_NEWLINE(nf->argv[0])->decoder == t->vm->none) {
        nf->slot[1] = vv_newref(nf->argv[1]);
    } else {
        nf->slot[0] = vv_intern_cstr(t, "decode");
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_method(t, VV_NEWLINE(nf->argv[0])->decoder, nf->slot[0],
                                       (vv_obj *[]){nf->argv[1], nf->i[0] ? t->vm->true_ : t->vm->false_}, 2));
        nf->slot[1] = vv_take_ret(t);
    }
    if (!VV_ISA(nf->slot[1], STR))
        return vv_raise_step(t, VV_TypeError, "decoder should return a string result, not '%T'", nf->slot[1]);
    return vv_return(t, vv_newline_change(t, &VV_NEWLINE(nf->argv[0])->state, nf->slot[1], nf->i[0] != 0));
    VV_END(nf);
}

/* slot: 0 name */
static vv_step newline_reset(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_NEWLINE(nf->argv[0])->decoder == NULL)
        return vv_raise_step(t, VV_ValueError, "IncrementalNewlineDecoder.__init__() not called");
    VV_NEWLINE(nf->argv[0])->state.seen = 0;
    VV_NEWLINE(nf->argv[0])->state.pending = false;
    if (VV_NEWLINE(nf->argv[0])->decoder == NULL || VV_NEWLINE(nf->argv[0])->decoder == t->vm->none)
        return vv_return_none(t);
    nf->slot[0] = vv_intern_cstr(t, "reset");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, VV_NEWLINE(nf->argv[0])->decoder, nf->slot[0], NULL, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_owned newline_get_newlines(vv_thread *t, vv_ref self) {
    return vv_newlines_seen(t, VV_NEWLINE(self)->state.seen);
}
vv_owned vv_newlines_seen(vv_thread *t, uint8_t seen) {
    static const char *const kinds[] = {"\r", "\n", "\r\n"};
    vv_obj *found[3];
    size_t n = 0;
    for (size_t k = 0; k < 3; k++)
        if (seen & 1 << k) {
            found[n] = vv_str_from_cstr(t, kinds[k]);
            if (found[n] == NULL) {
                while (n > 0)
                    vv_decref(t, found[--n]);
                return NULL;
            }
            n++;
        }
    return n == 0 ? vv_none(t) : n == 1 ? found[0] : vv_tuple_from_array_take(t, found, n);
}

/* (bytes not decoded yet, flags * 2 + whether a \r is kept back); slot: 0 answer of the decoder, 1 flags */
static vv_step newline_getstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_NEWLINE(nf->argv[0])->decoder == NULL)
        return vv_raise_step(t, VV_ValueError, "IncrementalNewlineDecoder.__init__() not called");
    if (VV_NEWLINE(nf->argv[0])->decoder == t->vm->none) {
        nf->slot[1] = vv_int_new(t, VV_NEWLINE(nf->argv[0])->state.pending);
        return vv_return(t, nf->slot[1] == NULL ? NULL : vv_tuple_pack(t, 2, t->vm->empty_bytes, nf->slot[1]));
    }
    VV_AWAIT(nf, vv_io_call(t, VV_NEWLINE(nf->argv[0])->decoder, "getstate", NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[0], TUPLE) || VV_TUPLE(nf->slot[0])->length != 2 || !VV_ISA(VV_TUPLE(nf->slot[0])->items[1], INT))
        return vv_raise_step(t, VV_TypeError, "illegal decoder state");
    vv_obj *const *small = t->vm->small_ints - VV_SMALL_INT_MIN;
    nf->slot[1] = vv_int_lshift(t, VV_TUPLE(nf->slot[0])->items[1], small[1]);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    if (VV_NEWLINE(nf->argv[0])->state.pending) {
        vv_setref_take(t, &nf->slot[1], vv_int_or(t, nf->slot[1], small[1]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
    }
    return vv_return(t, vv_tuple_pack(t, 2, VV_TUPLE(nf->slot[0])->items[0], nf->slot[1]));
    VV_END(nf);
}

/* slot: 0 state of the decoder, 1 flags */
static vv_step newline_setstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_NEWLINE(nf->argv[0])->decoder == NULL)
        return vv_raise_step(t, VV_ValueError, "IncrementalNewlineDecoder.__init__() not called");
    if (!VV_ISA(nf->argv[1], TUPLE))
        return vv_raise_step(t, VV_TypeError, "state argument must be a tuple");
    if (VV_TUPLE(nf->argv[1])->length != 2 || !VV_ISA(VV_TUPLE(nf->argv[1])->items[1], INT))
        return vv_raise_step(t, VV_TypeError, "setstate(): illegal state argument");
    vv_ref flags = VV_TUPLE(nf->argv[1])->items[1];
    vv_obj *const *small = t->vm->small_ints - VV_SMALL_INT_MIN;
    nf->slot[0] = vv_int_and(t, flags, small[1]);
    nf->slot[1] = vv_int_rshift(t, flags, small[1]);
    if (nf->slot[0] == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    VV_NEWLINE(nf->argv[0])->state.pending = vv_int_sign(nf->slot[0]) != 0;
    if (VV_NEWLINE(nf->argv[0])->decoder == t->vm->none)
        return vv_return_none(t);
    vv_setref_take(t, &nf->slot[0], vv_tuple_pack(t, 2, VV_TUPLE(nf->argv[1])->items[0], nf->slot[1]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_io_call(t, VV_NEWLINE(nf->argv[0])->decoder, "setstate", nf->slot, 1));
    return VV_READY;
    VV_END(nf);
}

const vv_typespec vv_newlinedecoder_spec = {
    .name = "IncrementalNewlineDecoder",
    .module = "_io",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_newline_decoder),
    .size64 = 56,
    .slots = &newline_slots,
    .methods = newline_methods,
    .getset = newline_getset,
    .dealloc = newline_dealloc,
    .traverse = newline_traverse,
    .clear = newline_clear,
};
