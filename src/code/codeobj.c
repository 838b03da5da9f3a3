/* codeobj.c - the type `code`: immutable to Python, though the VM keeps caches among its instructions. */
#include "code/codeobj.h"

#include "code/exctable.h"
#include "code/linetable.h"
#include "code/opcode.h"
#include "code/verify.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/int.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

/* ---- making ---- */

static void intern_names(vv_thread *t, vv_ref names) {
    for (size_t i = 0; i < VV_TUPLE(names)->length; i++)
        if (VV_IS(t, VV_TUPLE(names)->items[i], STR))
            vv_intern(t, &VV_TUPLE(names)->items[i]);
}

static bool looks_like_name(vv_ref s) {
    const vv_str *u = VV_STR(s);
    if (!u->ascii)
        return false;
    for (size_t i = 0; i < u->length; i++) {
        uint8_t ch = u->data[i];
        if (!((ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z') || ch == '_'))
            return false;
    }
    return true;
}

/* Identifier-like strings among constants are shared with equal ones elsewhere, also inside constant tuples (whose
 * nesting is worked off with a list). */
static int intern_consts(vv_thread *t, vv_ref consts) {
    VV_AUTO todo = {t, NULL}; /* few constants hold a tuple */
    VV_AUTO tuple = {t, vv_newref(consts)};
    for (;;) {
        for (size_t i = 0; i < VV_TUPLE(tuple.o)->length; i++) {
            vv_obj **item = &VV_TUPLE(tuple.o)->items[i];
            if (VV_IS(t, *item, STR)) {
                if (looks_like_name(*item))
                    vv_intern(t, item);
            } else if (VV_IS(t, *item, TUPLE)) {
                if ((todo.o == NULL && (todo.o = vv_list_new(t, 0)) == NULL) || vv_list_append(t, todo.o, *item) < 0)
                    return -1;
            }
        }
        if (todo.o == NULL || VV_LIST(todo.o)->length == 0)
            return 0;
        vv_setref_take(t, &tuple.o, VV_LIST(todo.o)->items[--VV_LIST(todo.o)->length]); /* with the list's reference */
    }
}

static bool takes_operand(const vv_code *co, uint32_t i) {
    int op = i < co->ncode ? VV_UNIT_OP(co->code[i]) : 0;
    return op == VV_OP_BINARY_OP || op == VV_OP_COMPARE_OP;
}

/* Where a frequent pair begins, the first instruction becomes the one that does both. The second stays: it may be a
 * jump's target. */
static void join_pairs(vv_code *co) {
    for (uint32_t i = 0; i + 1 < co->ncode;) {
        int op = VV_UNIT_OP(co->code[i]), next = VV_UNIT_OP(co->code[i + 1]);
        if (op == VV_OP_LOAD_FAST) {
            int pair = takes_operand(co, i + 1) ? VV_OP_LOAD_FAST__BINARY_OP
                       : next == VV_OP_LOAD_FAST && takes_operand(co, i + 2)  ? VV_OP_LOAD_FAST__LOAD_FAST__BINARY_OP
                       : next == VV_OP_LOAD_CONST && takes_operand(co, i + 2) ? VV_OP_LOAD_FAST__LOAD_CONST__BINARY_OP
                       : next == VV_OP_LOAD_FAST    ? VV_OP_LOAD_FAST__LOAD_FAST
                       : next == VV_OP_LOAD_CONST ? VV_OP_LOAD_FAST__LOAD_CONST
                       : next == VV_OP_LOAD_ATTR  ? VV_OP_LOAD_FAST__LOAD_ATTR
                                                  : op;
            co->code[i] = VV_UNIT(pair, VV_UNIT_ARG(co->code[i]));
        } else if (op == VV_OP_LOAD_CONST && takes_operand(co, i + 1)) {
            co->code[i] = VV_UNIT(VV_OP_LOAD_CONST__BINARY_OP, VV_UNIT_ARG(co->code[i]));
        }
        i += 1 + (uint32_t)vv_opcode_caches(op);
    }
}

static bool loops(const vv_code_parts *p) {
    for (size_t i = 0; i < p->ncode; i += 1 + (size_t)vv_opcode_caches(VV_UNIT_OP(p->code[i])))
        if (VV_UNIT_OP(p->code[i]) == VV_OP_JUMP_BACKWARD)
            return true;
    return false;
}

static uint32_t find_first_traceable(const vv_code *co) {
    for (uint32_t i = 0; i < co->ncode; i += 1 + (uint32_t)vv_opcode_caches(VV_UNIT_OP(co->code[i])))
        if (VV_UNIT_OP(co->code[i]) == VV_OP_RESUME)
            return i;
    return 0;
}

static void make_ready(vv_code *co) {
    bool plain = (co->flags & VV_CO_OPTIMIZED) != 0 && co->kwonlyargcount == 0 && (co->flags & (VV_CO_VARARGS | VV_CO_VARKEYWORDS)) == 0;
    co->plain_args = plain ? co->argcount : -1;
    join_pairs(co);
}

int vv_code_make_ready(vv_thread *t, vv_code *co) {
    if (vv_code_read(t, &co->head) < 0 || vv_code_verify(t, &co->head) < 0)
        return -1;
    make_ready(co);
    return 0;
}

vv_owned vv_code_new(vv_thread *t, const vv_code_parts *p) {
    if (p->argcount < p->posonlyargcount || p->posonlyargcount < 0 || p->kwonlyargcount < 0 || p->stacksize < 0 ||
        p->flags < 0 || p->ncode == 0 || VV_TUPLE(p->localsplusnames)->length != VV_BYTES(p->localspluskinds)->length)
        return vv_raise(t, VV_ValueError, "code: argument out of range");
    intern_names(t, p->names);
    intern_names(t, p->localsplusnames);
    if (intern_consts(t, p->consts) < 0)
        return NULL;
    /* Names of a module or class body are looked up again and again only where it loops. */
    size_t hints = (p->flags & VV_CO_OPTIMIZED) == 0 && loops(p) ? VV_TUPLE(p->names)->length : 0;
    vv_codeunit *units = vv_alloc(t, (p->ncode + hints) * sizeof *units);
    if (units == NULL)
        return NULL;
    memset(units + p->ncode, 0, hints * sizeof *units);
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, CODE), sizeof(vv_code));
    if (o == NULL) {
        vv_free(t, units);
        return NULL;
    }
    vv_code *co = VV_CODE_OF(o);
    memcpy(units, p->code, p->ncode * sizeof *units);
    co->code = units;
    co->name_hints = hints > 0 ? units + p->ncode : NULL;
    co->ncode = (uint32_t)p->ncode;
    co->consts = vv_newref(p->consts);
    co->names = vv_newref(p->names);
    co->localsplusnames = vv_newref(p->localsplusnames);
    co->localspluskinds = vv_newref(p->localspluskinds);
    co->filename = vv_newref(p->filename);
    co->name = vv_newref(p->name);
    co->qualname = vv_newref(p->qualname);
    vv_intern(t, &co->filename);
    vv_intern(t, &co->name);
    vv_intern(t, &co->qualname);
    co->linetable = vv_newref(p->linetable);
    co->exceptiontable = vv_newref(p->exceptiontable);
    co->flags = p->flags;
    co->argcount = p->argcount;
    co->posonlyargcount = p->posonlyargcount;
    co->kwonlyargcount = p->kwonlyargcount;
    co->stacksize = p->stacksize;
    co->firstlineno = p->firstlineno;
    co->nlocalsplus = (int32_t)VV_TUPLE(p->localsplusnames)->length;
    for (int32_t i = 0; i < co->nlocalsplus; i++) {
        uint8_t kind = VV_BYTES(p->localspluskinds)->data[i];
        co->nlocals += (kind & VV_LOCAL_LOCAL) != 0;
        co->ncells += (kind & VV_LOCAL_CELL) != 0;
        co->nfrees += (kind & VV_LOCAL_FREE) != 0;
    }
    co->first_traceable = find_first_traceable(co);
    if (p->foreign) {
        co->plain_args = VV_CODE_UNREADY;
        return o;
    }
    make_ready(co);
    if (VV_DEBUG && vv_code_verify(t, o) < 0) {
        vv_decref(t, o);
        return NULL;
    }
    return o;
}

/* ---- unread code ---- */

vv_code_tail vv_code_tail_of(vv_ref bytes) {
    vv_code_tail tail;
    memcpy(&tail, VV_BYTES(bytes)->data + VV_BYTES(bytes)->length - sizeof tail, sizeof tail);
    return tail;
}

vv_owned vv_code_new_unread(vv_thread *t, vv_ref filename, vv_ref name, vv_ref qualname, vv_ref bytes) {
    struct {
        int32_t argcount, posonlyargcount, kwonlyargcount, stacksize, flags;
    } number;
    size_t length = VV_BYTES(bytes)->length;
    vv_code_tail tail = {0, 0, 0};
    if (length > sizeof tail + sizeof number) {
        length -= sizeof tail;
        memcpy(&number, VV_BYTES(bytes)->data + 1, sizeof number); /* behind the type, as in marshal.c */
        tail = vv_code_tail_of(bytes);
    }
    size_t end = tail.doc == 0 ? length : tail.doc, names = 0;
    if (end > length || tail.parameters > end || tail.parameters == 0)
        return vv_raise(t, VV_ValueError, "bad marshal data (function)");
    for (size_t i = tail.parameters; i < end; i++)
        names += VV_BYTES(bytes)->data[i] == 0;
    if (number.argcount < 0 || number.kwonlyargcount < 0 ||
        names < (size_t)number.argcount + (size_t)number.kwonlyargcount + ((number.flags & VV_CO_VARARGS) != 0) +
                    ((number.flags & VV_CO_VARKEYWORDS) != 0))
        return vv_raise(t, VV_ValueError, "bad marshal data (function)");
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, CODE), sizeof(vv_code));
    if (o == NULL)
        return NULL;
    vv_code *co = VV_CODE_OF(o);
    co->consts = vv_newref(bytes);
    co->filename = vv_newref(filename);
    co->name = vv_newref(name);
    co->qualname = vv_newref(qualname);
    vv_intern(t, &co->filename);
    vv_intern(t, &co->name);
    vv_intern(t, &co->qualname);
    co->flags = number.flags;
    co->argcount = number.argcount;
    co->posonlyargcount = number.posonlyargcount;
    co->kwonlyargcount = number.kwonlyargcount;
    co->stacksize = number.stacksize;
    co->firstlineno = (int32_t)tail.firstlineno;
    co->plain_args = VV_CODE_UNREAD;
    return o;
}

int vv_code_find_doc(vv_thread *t, vv_ref code) {
    vv_code *co = VV_CODE_OF(code);
    if (co->plain_args != VV_CODE_UNREAD || co->linetable != NULL)
        return 0;
    const vv_bytes *bytes = VV_BYTES(co->consts);
    vv_code_tail tail = vv_code_tail_of(co->consts);
    if (tail.doc == 0)
        return 0;
    co->linetable = vv_str_from_utf8(t, (const char *)bytes->data + tail.doc, bytes->length - sizeof tail - tail.doc);
    if (co->linetable == NULL)
        return -1;
    if (looks_like_name(co->linetable))
        vv_intern(t, &co->linetable);
    return 0;
}

int vv_code_read(vv_thread *t, vv_ref code) {
    vv_code *co = VV_CODE_OF(code), *read;
    if (co->plain_args != VV_CODE_UNREAD)
        return 0;
    const vv_bytes *bytes = VV_BYTES(co->consts);
    vv_obj *raised = vv_move(&t->exc);
    VV_AUTO whole = {t, vv_marshal_load(t, bytes->data, bytes->length, NULL)};
    VV_AUTO doc = {t, whole.o != NULL && vv_code_find_doc(t, code) == 0 ? vv_xnewref(co->linetable) : NULL};
    if (whole.o != NULL && (!VV_IS(t, whole.o, CODE) || (read = VV_CODE_OF(whole.o))->plain_args != VV_CODE_UNREADY ||
                            (doc.o != NULL && VV_TUPLE(read->consts)->length == 0)))
        vv_raise(t, VV_ValueError, "bad marshal data (function)");
    if (t->exc != NULL) {
        vv_xdecref(t, raised);
        return -1;
    }
    t->exc = raised;
    read = VV_CODE_OF(whole.o);
    if (doc.o != NULL)
        vv_setref_take(t, &VV_TUPLE(read->consts)->items[0], vv_move(&doc.o));
    vv_code *const two[] = {co, read}; /* they change places, but for what the unread one has already */
    vv_code old[] = {*co, *read};
    for (int k = 0; k < 2; k++) {
        *two[k] = old[1 - k];
        two[k]->head = old[k].head;
        two[k]->weaklist = old[k].weaklist;
        two[k]->filename = old[k].filename;
        two[k]->name = old[k].name;
        two[k]->qualname = old[k].qualname;
    }
    return 0;
}

vv_ref vv_code_consts(vv_thread *t, vv_ref code) {
    if (vv_code_read(t, code) < 0)
        return NULL;
    const vv_tuple *consts = VV_TUPLE(VV_CODE_OF(code)->consts);
    for (size_t i = 0; i < consts->length; i++)
        if (VV_IS(t, consts->items[i], CODE) && vv_code_read(t, consts->items[i]) < 0)
            return NULL;
    return VV_CODE_OF(code)->consts;
}

vv_ref vv_code_doc(vv_ref code) {
    const vv_code *co = VV_CODE_OF(code);
    if (co->plain_args == VV_CODE_UNREAD)
        return co->linetable;
    if (VV_TUPLE(co->consts)->length == 0 || !VV_ISA(VV_TUPLE(co->consts)->items[0], STR))
        return NULL;
    return VV_TUPLE(co->consts)->items[0];
}

static void release_parts(vv_thread *t, vv_obj *self) {
    vv_code *co = VV_CODE_OF(self);
    vv_clearref(t, &co->consts);
    vv_clearref(t, &co->names);
    vv_clearref(t, &co->localsplusnames);
    vv_clearref(t, &co->localspluskinds);
    vv_clearref(t, &co->filename);
    vv_clearref(t, &co->name);
    vv_clearref(t, &co->qualname);
    vv_clearref(t, &co->linetable);
    vv_clearref(t, &co->exceptiontable);
}
static void code_dealloc(vv_thread *t, vv_obj *self) {
    if (VV_UNLIKELY(t->vm->watch.on)) /* another one may get its address */
        memset(t->vm->watch.codes, 0, sizeof t->vm->watch.codes);
    release_parts(t, self);
    vv_code_monitor *monitor = VV_CODE_OF(self)->monitor;
    if (VV_UNLIKELY(monitor != NULL)) {
        int e = 0;
        while (e < VV_EVENTS_LOCAL && monitor->local[e] == 0)
            e++;
        t->vm->monitor.codes -= e < VV_EVENTS_LOCAL;
        vv_free(t, monitor->disabled);
        vv_free(t, monitor);
    }
    vv_free(t, VV_CODE_OF(self)->code);
    vv_free_object(t, self);
}
static int code_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_code *co = VV_CODE_OF(self);
    VV_VISIT(co->consts);
    VV_VISIT(co->names);
    VV_VISIT(co->localsplusnames);
    VV_VISIT(co->localspluskinds);
    VV_VISIT(co->filename);
    VV_VISIT(co->name);
    VV_VISIT(co->qualname);
    VV_VISIT(co->linetable);
    VV_VISIT(co->exceptiontable);
    return 0;
}

/* ---- instructions, positions, handlers ---- */

vv_owned vv_code_bytes(vv_thread *t, vv_ref code) {
    const vv_code *co = VV_CODE_OF(code);
    vv_owned bytes = vv_bytes_new(t, NULL, (size_t)co->ncode * 2);
    if (bytes == NULL)
        return NULL;
    uint8_t *out = VV_BYTES(bytes)->data;
    for (uint32_t i = 0; i < co->ncode;) {
        int op = vv_opcode_base(VV_UNIT_OP(co->code[i]));
        out[2 * i] = (uint8_t)op;
        out[2 * i + 1] = (uint8_t)VV_UNIT_ARG(co->code[i]);
        i++;
        for (int k = vv_opcode_caches(op); k > 0 && i < co->ncode; k--, i++)
            out[2 * i] = out[2 * i + 1] = 0;
    }
    return bytes;
}

static void begin_positions(vv_linetable_reader *r, const vv_code *co) {
    vv_linetable_begin(r, VV_BYTES(co->linetable)->data, VV_BYTES(co->linetable)->length, co->firstlineno);
}

vv_position vv_code_position(vv_ref code, uint32_t unit) {
    vv_linetable_reader r;
    begin_positions(&r, VV_CODE_OF(code));
    while (vv_linetable_next(&r))
        if (unit < r.stop) {
            vv_position pos = r.position;
            if (pos.line < 0)
                pos.line = pos.end_line = -1;
            return pos;
        }
    return (vv_position){-1, -1, -1, -1};
}

bool vv_code_handler(vv_ref code, uint32_t unit, uint32_t *ret_target, int *ret_depth, bool *ret_lasti) {
    const vv_bytes *table = VV_BYTES(VV_CODE_OF(code)->exceptiontable);
    vv_handler_entry e;
    if (!vv_exctable_find(table->data, table->length, unit, &e))
        return false;
    *ret_target = e.target;
    *ret_depth = e.depth;
    *ret_lasti = e.lasti;
    return true;
}

/* ---- comparison ---- */

static bool same_double(double a, double b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

/* Constants are the same if their types and values are: 1 is not True, 0.0 not -0.0. Tuples nest as deep as the parser
 * allows. */
static bool same_const(vv_thread *t, vv_ref a, vv_ref b) {
    if (a == b)
        return true;
    if (a->type != b->type)
        return false;
    if (VV_ISA(a, TUPLE)) {
        if (VV_TUPLE(a)->length != VV_TUPLE(b)->length)
            return false;
        for (size_t i = 0; i < VV_TUPLE(a)->length; i++)
            if (!same_const(t, VV_TUPLE(a)->items[i], VV_TUPLE(b)->items[i]))
                return false;
        return true;
    }
    if (VV_ISA(a, STR))
        return vv_str_equal(a, b);
    if (VV_ISA(a, INT))
        return vv_int_compare(a, b) == 0;
    if (VV_ISA(a, BYTES))
        return VV_BYTES(a)->length == VV_BYTES(b)->length &&
               memcmp(VV_BYTES(a)->data, VV_BYTES(b)->data, VV_BYTES(a)->length) == 0;
    if (VV_ISA(a, FLOAT))
        return same_double(VV_FLOAT(a)->value, VV_FLOAT(b)->value);
    if (a->type->id == VV_T_COMPLEX)
        return same_double(VV_COMPLEX(a)->real, VV_COMPLEX(b)->real) &&
               same_double(VV_COMPLEX(a)->imag, VV_COMPLEX(b)->imag);
    if (a->type->id == VV_T_FROZENSET) {
        if (vv_set_length(a) != vv_set_length(b))
            return false;
        vv_ref key, other;
        vv_hash hash;
        for (size_t i = 0; vv_set_next(a, &i, &key, &hash);) {
            bool found = false;
            for (size_t k = 0; !found && vv_set_next(b, &k, &other, &hash);)
                found = same_const(t, key, other);
            if (!found)
                return false;
        }
        return true;
    }
    return a->type->id == VV_T_CODE && vv_code_equal(t, a, b);
}

bool vv_code_equal(vv_thread *t, vv_ref left, vv_ref right) {
    const vv_code *a = VV_CODE_OF(left), *b = VV_CODE_OF(right);
    if (a == b)
        return true;
    if (vv_code_read(t, left) < 0 || vv_code_read(t, right) < 0) {
        vv_clear_error(t);
        return false;
    }
    if (!vv_str_equal(a->name, b->name) || a->argcount != b->argcount || a->posonlyargcount != b->posonlyargcount ||
        a->kwonlyargcount != b->kwonlyargcount || a->flags != b->flags || a->firstlineno != b->firstlineno ||
        a->ncode != b->ncode)
        return false;
    for (uint32_t i = 0; i < a->ncode;) {
        int op = vv_opcode_base(VV_UNIT_OP(a->code[i]));
        if (op != vv_opcode_base(VV_UNIT_OP(b->code[i])) || VV_UNIT_ARG(a->code[i]) != VV_UNIT_ARG(b->code[i]))
            return false;
        i += 1 + (uint32_t)vv_opcode_caches(op);
    }
    /* constants last: they may hold further code */
    return same_const(t, a->linetable, b->linetable) && same_const(t, a->exceptiontable, b->exceptiontable) &&
           same_const(t, a->names, b->names) && same_const(t, a->localsplusnames, b->localsplusnames) &&
           same_const(t, a->consts, b->consts);
}

/* ---- as Python sees it ---- */

static vv_step code_repr(vv_thread *t, vv_ref self) {
    const vv_code *co = VV_CODE_OF(self);
    return vv_return(t, vv_format(t, "<code object %U at %p, file \"%U\", line %d>", co->name, (const void *)co,
                                  co->filename, co->firstlineno != 0 ? co->firstlineno : -1));
}

static vv_step code_hash(vv_thread *t, vv_ref self) {
    const vv_code *co = VV_CODE_OF(self);
    uint64_t acc = vv_leaf_tuple_hash_begin();
    acc = vv_leaf_tuple_hash_add(acc, vv_str_hash(co->name));
    for (size_t i = 0; i < VV_TUPLE(co->names)->length; i++)
        acc = vv_leaf_tuple_hash_add(acc, vv_str_hash(VV_TUPLE(co->names)->items[i]));
    for (size_t i = 0; i < VV_TUPLE(co->localsplusnames)->length; i++)
        acc = vv_leaf_tuple_hash_add(acc, vv_str_hash(VV_TUPLE(co->localsplusnames)->items[i]));
    acc = vv_leaf_tuple_hash_add(acc, vv_bytes_hash(co->linetable));
    acc = vv_leaf_tuple_hash_add(acc, vv_bytes_hash(co->exceptiontable));
    acc = vv_leaf_tuple_hash_add(acc, (vv_hash)(co->ncode ^ (uint64_t)co->firstlineno << 20 ^ (uint64_t)co->flags << 40));
    return vv_return_int(t, vv_leaf_tuple_hash_end(acc, 6));
}

static vv_step code_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !VV_IS(t, a, CODE) || !VV_IS(t, b, CODE))
        return vv_return_not_implemented(t);
    return vv_return(t, vv_bool(t, vv_code_equal(t, a, b) == (op == VV_EQ)));
}

static vv_owned code_get_code(vv_thread *t, vv_ref self) {
    return vv_code_bytes(t, self);
}
static vv_owned code_get_adaptive(vv_thread *t, vv_ref self) {
    return vv_bytes_new(t, VV_CODE_OF(self)->code, (size_t)VV_CODE_OF(self)->ncode * 2);
}

static vv_owned variables_of_kind(vv_thread *t, vv_ref self, int kind, int32_t count) {
    const vv_code *co = VV_CODE_OF(self);
    vv_owned names = vv_tuple_new(t, (size_t)count);
    if (names == NULL || count == 0)
        return names;
    size_t n = 0;
    for (int32_t i = 0; i < co->nlocalsplus; i++)
        if (VV_BYTES(co->localspluskinds)->data[i] & kind)
            VV_TUPLE(names)->items[n++] = vv_newref(VV_TUPLE(co->localsplusnames)->items[i]);
    vv_tuple_done(t, names);
    return names;
}
static vv_owned code_get_varnames(vv_thread *t, vv_ref self) {
    return variables_of_kind(t, self, VV_LOCAL_LOCAL, VV_CODE_OF(self)->nlocals);
}
static vv_owned code_get_cellvars(vv_thread *t, vv_ref self) {
    return variables_of_kind(t, self, VV_LOCAL_CELL, VV_CODE_OF(self)->ncells);
}
static vv_owned code_get_freevars(vv_thread *t, vv_ref self) {
    return variables_of_kind(t, self, VV_LOCAL_FREE, VV_CODE_OF(self)->nfrees);
}

/* The line table of Python before 3.10: pairs of byte and line increments. */
static vv_owned line_number_table(vv_thread *t, vv_ref self) {
    const vv_code *co = VV_CODE_OF(self);
    vv_linetable_reader r;
    begin_positions(&r, co);
    int line = co->firstlineno;
    uint32_t at = 0;
    size_t n = 0, capacity = 256;
    uint8_t *bytes = vv_alloc(t, capacity);
    while (bytes != NULL && vv_linetable_next(&r)) {
        if (r.position.line < 0 || r.position.line == line)
            continue;
        int64_t byte_delta = (int64_t)(r.start - at) * 2, line_delta = r.position.line - line;
        while (bytes != NULL && (byte_delta != 0 || line_delta != 0)) {
            int64_t b = byte_delta > 254 && line_delta != 0 ? 254 : byte_delta > 255 ? 255 : byte_delta;
            int64_t l = b != byte_delta ? 0 : line_delta > 127 ? 127 : line_delta < -128 ? -128 : line_delta;
            if (n + 2 > capacity) {
                uint8_t *grown = vv_realloc(t, bytes, capacity *= 2);
                if (grown == NULL) {
                    vv_free(t, bytes);
                    return NULL;
                }
                bytes = grown;
            }
            bytes[n++] = (uint8_t)b;
            bytes[n++] = (uint8_t)l;
            byte_delta -= b;
            line_delta -= l;
        }
        line = r.position.line;
        at = r.start;
    }
    if (bytes == NULL)
        return NULL;
    vv_owned result = vv_bytes_new(t, bytes, n);
    vv_free(t, bytes);
    return result;
}

/* argv: code; slot: 0 the text */
static vv_step lnotab_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_from_cstr(t, "co_lnotab is deprecated, use co_lines instead.");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[0]));
    vv_drop_ret(t);
    return vv_return(t, line_number_table(t, nf->argv[0]));
    VV_END(nf);
}

static vv_owned code_get_lnotab(vv_thread *t, vv_ref self) {
    return vv_getter_step(t, vv_start1(t, lnotab_native, "co_lnotab", self));
}

static vv_owned number_or_none(vv_thread *t, int value) {
    return value < 0 ? vv_newref(VV_NONE(t)) : vv_int_new(t, value);
}

/* iter(list), of a list that is taken. */
static vv_owned iterate_take(vv_thread *t, vv_owned list) {
    vv_step step = list->type->s.iter(t, list);
    vv_decref(t, list);
    return step == VV_READY ? vv_take_ret(t) : NULL;
}

static int append_tuple(vv_thread *t, vv_ref list, int n, const int *values) {
    vv_owned tuple = vv_tuple_new(t, (size_t)n);
    if (tuple == NULL)
        return -1;
    for (int i = 0; i < n; i++)
        VV_TUPLE(tuple)->items[i] = vv_newref(VV_NONE(t));
    vv_tuple_done(t, tuple);
    for (int i = 0; i < n; i++) {
        vv_owned value = number_or_none(t, values[i]);
        if (value == NULL) {
            vv_decref(t, tuple);
            return -1;
        }
        VV_TUPLE(tuple)->items[i] = value; /* in place of None, which is immortal */
    }
    return vv_list_append_take(t, list, tuple);
}

static vv_owned code_lines(vv_thread *t, vv_obj *const *argv) {
    vv_linetable_reader r;
    vv_owned list = vv_list_new(t, 0);
    if (list == NULL)
        return NULL;
    begin_positions(&r, VV_CODE_OF(argv[0]));
    int pending[3] = {0, 0, 0};
    bool any = false;
    while (vv_linetable_next(&r)) {
        if (any && r.position.line == pending[2]) {
            pending[1] = (int)r.stop * 2;
            continue;
        }
        if (any && append_tuple(t, list, 3, pending) < 0)
            goto fail;
        pending[0] = (int)r.start * 2;
        pending[1] = (int)r.stop * 2;
        pending[2] = r.position.line;
        any = true;
    }
    if (any && append_tuple(t, list, 3, pending) < 0)
        goto fail;
    return iterate_take(t, list);
fail:
    vv_decref(t, list);
    return NULL;
}

static vv_owned code_positions(vv_thread *t, vv_obj *const *argv) {
    vv_linetable_reader r;
    vv_owned list = vv_list_new(t, 0);
    if (list == NULL)
        return NULL;
    begin_positions(&r, VV_CODE_OF(argv[0]));
    while (vv_linetable_next(&r)) {
        const int values[4] = {r.position.line, r.position.end_line, r.position.column, r.position.end_column};
        for (uint32_t i = r.start; i < r.stop; i++)
            if (append_tuple(t, list, 4, values) < 0) {
                vv_decref(t, list);
                return NULL;
            }
    }
    return iterate_take(t, list);
}

static vv_owned code_varname(vv_thread *t, vv_obj *const *argv) {
    const vv_code *co = VV_CODE_OF(argv[0]);
    int64_t i = 0;
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[1]);
    if (vv_int_to_i64(argv[1], &i) != 0 || i < 0 || i >= co->nlocalsplus)
        return vv_raise(t, VV_IndexError, "tuple index out of range");
    return vv_newref(VV_TUPLE(co->localsplusnames)->items[i]);
}

/* ---- replace ---- */

enum replace_argument {
    ARG_SELF,
    ARG_ARGCOUNT,
    ARG_POSONLYARGCOUNT,
    ARG_KWONLYARGCOUNT,
    ARG_NLOCALS,
    ARG_STACKSIZE,
    ARG_FLAGS,
    ARG_FIRSTLINENO,
    ARG_CODE,
    ARG_CONSTS,
    ARG_NAMES,
    ARG_VARNAMES,
    ARG_FREEVARS,
    ARG_CELLVARS,
    ARG_FILENAME,
    ARG_NAME,
    ARG_QUALNAME,
    ARG_LINETABLE,
    ARG_EXCEPTIONTABLE
};

static int to_number(vv_thread *t, vv_ref value, int32_t *field) {
    int64_t n;
    if (!VV_ISA(value, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", value);
    if (vv_int_to_i64(value, &n) != 0 || n < INT32_MIN || n > INT32_MAX)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    *field = (int32_t)n;
    return 0;
}

static int replace_number(vv_thread *t, vv_ref value, int32_t *field, const char *name) {
    if (value != NULL && to_number(t, value, field) < 0)
        return -1;
    return *field < 0 ? vv_raise_int(t, VV_ValueError, "%s must be a positive integer", name) : 0;
}

static int replace_object(vv_thread *t, vv_ref value, unsigned flag, const char *name, const char *type,
                          vv_ref *field) {
    if (value == NULL)
        return 0;
    if ((value->type->flags & flag) == 0)
        return vv_raise_int(t, VV_TypeError, "replace() argument '%s' must be %s, not %A", name, type, value);
    *field = value;
    return 0;
}

/* Variables in the order of the frame: locals, cells that are no locals, free variables; and their kinds. */
static int lay_out_variables(vv_thread *t, vv_ref varnames, vv_ref cellvars, vv_ref freevars, vv_obj **ret_names,
                             vv_obj **ret_kinds) {
    size_t nlocals = VV_TUPLE(varnames)->length, ncells = VV_TUPLE(cellvars)->length,
           nfrees = VV_TUPLE(freevars)->length;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    uint8_t *kinds = vv_alloc(t, nlocals + ncells + nfrees + 1);
    int status = kinds == NULL || list.o == NULL ? -1 : 0;
    for (size_t i = 0; i < nlocals && status == 0; i++) {
        kinds[i] = VV_LOCAL_LOCAL;
        status = vv_list_append(t, list.o, VV_TUPLE(varnames)->items[i]);
    }
    for (size_t i = 0; i < ncells && status == 0; i++) {
        vv_ref name = VV_TUPLE(cellvars)->items[i];
        size_t at = 0;
        while (at < nlocals && VV_TUPLE(varnames)->items[at] != name)
            at++;
        if (at < nlocals) {
            kinds[at] |= VV_LOCAL_CELL;
            continue;
        }
        kinds[VV_LIST(list.o)->length] = VV_LOCAL_CELL;
        status = vv_list_append(t, list.o, name);
    }
    for (size_t i = 0; i < nfrees && status == 0; i++) {
        kinds[VV_LIST(list.o)->length] = VV_LOCAL_FREE;
        status = vv_list_append(t, list.o, VV_TUPLE(freevars)->items[i]);
    }
    if (status == 0) {
        *ret_names = vv_list_to_tuple(t, list.o);
        *ret_kinds = *ret_names == NULL ? NULL : vv_bytes_new(t, kinds, VV_LIST(list.o)->length);
        status = *ret_kinds == NULL ? -1 : 0;
    }
    vv_free(t, kinds);
    return status;
}

static bool all_strings(vv_ref tuple) {
    for (size_t i = 0; i < VV_TUPLE(tuple)->length; i++)
        if (!VV_ISA(VV_TUPLE(tuple)->items[i], STR))
            return false;
    return true;
}

int vv_code_check_counts(vv_thread *t, const vv_code_parts *p, size_t bytes, size_t nlocals) {
    if (p->argcount < p->posonlyargcount || p->posonlyargcount < 0 || p->kwonlyargcount < 0 || p->stacksize < 0 || p->flags < 0)
        return vv_raise_int(t, VV_SystemError, "Objects/codeobject.c:356: bad argument to internal function");
    if (bytes % 2 != 0)
        return vv_raise_int(t, VV_ValueError, "code: co_code is malformed");
    int64_t arguments = (int64_t)p->argcount + p->kwonlyargcount + ((p->flags & VV_CO_VARARGS) != 0) +
                        ((p->flags & VV_CO_VARKEYWORDS) != 0);
    return arguments > (int64_t)nlocals ? vv_raise_int(t, VV_ValueError, "code: co_varnames is too small") : 0;
}

/* A code object from parts that Python gave: checked as CPython does, and by the verifier, which CPython does not have. */
static vv_owned make_checked(vv_thread *t, vv_code_parts *p, vv_ref bytes, bool same_variables, vv_ref locals, vv_ref cells,
                             vv_ref frees, int32_t nlocals) {
    VV_AUTO layout = {t, NULL}, kinds = {t, NULL};
    if (vv_code_check_counts(t, p, VV_BYTES(bytes)->length, VV_TUPLE(locals)->length) < 0)
        return NULL;
    if ((size_t)nlocals != VV_TUPLE(locals)->length)
        return vv_raise(t, VV_ValueError, "code: co_nlocals != len(co_varnames)");
    if (!all_strings(p->names) || !all_strings(locals) || !all_strings(cells) || !all_strings(frees))
        return vv_raise(t, VV_SystemError, "non-string found in code slot");
    if (!same_variables) {
        if (lay_out_variables(t, locals, cells, frees, &layout.o, &kinds.o) < 0)
            return NULL;
        p->localsplusnames = layout.o;
        p->localspluskinds = kinds.o;
    }
    p->ncode = VV_BYTES(bytes)->length / 2;
    vv_codeunit *units = vv_alloc(t, VV_BYTES(bytes)->length + 2);
    if (units == NULL)
        return NULL;
    for (size_t i = 0; i < p->ncode; i++)
        units[i] = (vv_codeunit)VV_UNIT(VV_BYTES(bytes)->data[2 * i], VV_BYTES(bytes)->data[2 * i + 1]);
    p->code = units;
    vv_owned result = vv_code_new(t, p);
    vv_free(t, units);
    if (result != NULL && vv_code_verify(t, result) < 0)
        vv_clearref(t, &result);
    return result;
}

static vv_owned code_replace(vv_thread *t, vv_obj *const *argv) {
    const vv_code *co = VV_CODE_OF(argv[ARG_SELF]);
    VV_AUTO code = {t, vv_code_bytes(t, argv[ARG_SELF])};
    VV_AUTO varnames = {t, code_get_varnames(t, argv[ARG_SELF])};
    VV_AUTO cellvars = {t, code_get_cellvars(t, argv[ARG_SELF])};
    VV_AUTO freevars = {t, code_get_freevars(t, argv[ARG_SELF])};
    if (code.o == NULL || varnames.o == NULL || cellvars.o == NULL || freevars.o == NULL)
        return NULL;
    vv_code_parts p = {
        .consts = co->consts,
        .names = co->names,
        .localsplusnames = co->localsplusnames,
        .localspluskinds = co->localspluskinds,
        .filename = co->filename,
        .name = co->name,
        .qualname = co->qualname,
        .linetable = co->linetable,
        .exceptiontable = co->exceptiontable,
        .flags = co->flags,
        .argcount = co->argcount,
        .posonlyargcount = co->posonlyargcount,
        .kwonlyargcount = co->kwonlyargcount,
        .stacksize = co->stacksize,
        .firstlineno = co->firstlineno,
    };
    int32_t nlocals = co->nlocals;
    vv_ref bytes = code.o, locals = varnames.o, cells = cellvars.o, frees = freevars.o;
    if (replace_number(t, argv[ARG_ARGCOUNT], &p.argcount, "co_argcount") < 0 ||
        replace_number(t, argv[ARG_POSONLYARGCOUNT], &p.posonlyargcount, "co_posonlyargcount") < 0 ||
        replace_number(t, argv[ARG_KWONLYARGCOUNT], &p.kwonlyargcount, "co_kwonlyargcount") < 0 ||
        replace_number(t, argv[ARG_NLOCALS], &nlocals, "co_nlocals") < 0 ||
        replace_number(t, argv[ARG_STACKSIZE], &p.stacksize, "co_stacksize") < 0 ||
        replace_number(t, argv[ARG_FLAGS], &p.flags, "co_flags") < 0 ||
        replace_number(t, argv[ARG_FIRSTLINENO], &p.firstlineno, "co_firstlineno") < 0 ||
        replace_object(t, argv[ARG_CODE], VV_TF_BYTES, "co_code", "bytes", &bytes) < 0 ||
        replace_object(t, argv[ARG_CONSTS], VV_TF_TUPLE, "co_consts", "tuple", &p.consts) < 0 ||
        replace_object(t, argv[ARG_NAMES], VV_TF_TUPLE, "co_names", "tuple", &p.names) < 0 ||
        replace_object(t, argv[ARG_VARNAMES], VV_TF_TUPLE, "co_varnames", "tuple", &locals) < 0 ||
        replace_object(t, argv[ARG_FREEVARS], VV_TF_TUPLE, "co_freevars", "tuple", &frees) < 0 ||
        replace_object(t, argv[ARG_CELLVARS], VV_TF_TUPLE, "co_cellvars", "tuple", &cells) < 0 ||
        replace_object(t, argv[ARG_FILENAME], VV_TF_STR, "co_filename", "str", &p.filename) < 0 ||
        replace_object(t, argv[ARG_NAME], VV_TF_STR, "co_name", "str", &p.name) < 0 ||
        replace_object(t, argv[ARG_QUALNAME], VV_TF_STR, "co_qualname", "str", &p.qualname) < 0 ||
        replace_object(t, argv[ARG_LINETABLE], VV_TF_BYTES, "co_linetable", "bytes", &p.linetable) < 0 ||
        replace_object(t, argv[ARG_EXCEPTIONTABLE], VV_TF_BYTES, "co_exceptiontable", "bytes", &p.exceptiontable) < 0)
        return NULL;
    bool same_variables = argv[ARG_VARNAMES] == NULL && argv[ARG_CELLVARS] == NULL && argv[ARG_FREEVARS] == NULL;
    return make_checked(t, &p, bytes, same_variables, locals, cells, frees, nlocals);
}

/* code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames,
 * filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /) */
static vv_step code_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    static const struct {
        uint32_t flag; /* 0: an int */
        const char *what;
    } wanted[] = {{0, "argcount"}, {0, "posonlyargcount"}, {0, "kwonlyargcount"}, {0, "nlocals"}, {0, NULL}, {0, NULL},
                  {VV_TF_BYTES, "bytes"}, {VV_TF_TUPLE, "tuple"}, {VV_TF_TUPLE, "tuple"}, {VV_TF_TUPLE, "tuple"},
                  {VV_TF_STR, "str"}, {VV_TF_STR, "str"}, {VV_TF_STR, "str"}, {0, NULL}, {VV_TF_BYTES, "bytes"},
                  {VV_TF_BYTES, "bytes"}, {VV_TF_TUPLE, "tuple"}, {VV_TF_TUPLE, "tuple"}};
    int32_t number[VV_ARRAY_LEN(wanted)] = {0};
    (void)type;
    if (vv_no_kwargs(t, "code", kwnames) < 0 || vv_check_nargs(t, "code", nargs, 16, 18) < 0)
        return VV_FAILED;
    for (size_t k = 0; k < nargs; k++) {
        if (wanted[k].flag == 0) {
            if (to_number(t, args[k], &number[k]) < 0)
                return VV_FAILED;
        } else if ((args[k]->type->flags & wanted[k].flag) == 0) {
            return vv_raise_step(t, VV_TypeError, "code() argument %zu must be %s, not %A", k + 1, wanted[k].what, args[k]);
        }
    }
    for (size_t k = 0; k < 4; k++)
        if (number[k] < 0)
            return vv_raise_step(t, VV_ValueError, "code: %s must not be negative", wanted[k].what);
    vv_code_parts p = {.consts = args[7], .names = args[8], .filename = args[10], .name = args[11], .qualname = args[12],
                       .linetable = args[14], .exceptiontable = args[15], .flags = number[5], .argcount = number[0],
                       .posonlyargcount = number[1], .kwonlyargcount = number[2], .stacksize = number[4],
                       .firstlineno = number[13]};
    vv_ref none = t->vm->empty_tuple;
    return vv_return(t, make_checked(t, &p, args[6], false, args[9], nargs > 17 ? (vv_ref)args[17] : none,
                                     nargs > 16 ? (vv_ref)args[16] : none, number[3]));
}

#define VV_DEF_NAME code
#define VV_DEF_FILE "code/codeobj.def"
#include "object/deftype.h"

static int64_t code_size64(vv_ref self) {
    return (192 + 2 * (int64_t)VV_CODE_OF(self)->ncode + 7) & ~INT64_C(7);
}

const vv_typespec vv_code_spec = {
    .name = "code",
    .base = VV_T_OBJECT,
    .basicsize = sizeof(vv_code),
    .size64 = 192,
    .size64_of = code_size64,
    .weakoffset = offsetof(vv_code, weaklist),
    .doc = "Create a code object.  Not for mere mortals.",
    .slots = &code_slots,
    .methods = code_methods,
    .getset = code_getset,
    .members = code_members,
    .dealloc = code_dealloc,
    .traverse = code_traverse,
};
