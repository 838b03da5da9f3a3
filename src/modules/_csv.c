/* _csv.c - module _csv: rows of fields from lines of text and back, as spreadsheets write them.
 *
 * The reader is a machine with nine states that is fed with characters; a field may go on over several lines, so the machine stands
 * still between two of them. The dialects with names and the limit of field sizes are kept in the module's dict.
 */
#include <string.h>

#include "kernel/kernel.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum quoting { QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL };
enum { NOT_SET = -1, END_OF_LINE = -2, FIELD_LIMIT = 128 * 1024 };

typedef struct csv_dialect {
    vv_obj head;
    vv_obj *lineterminator; /* owned str */
    int32_t delimiter, quotechar, escapechar; /* code points or NOT_SET */
    uint8_t quoting;
    bool doublequote, skipinitialspace, strict;
} csv_dialect;
#define DIALECT(o) ((csv_dialect *)(o))

enum state {
    START_RECORD, START_FIELD, ESCAPED_CHAR, IN_FIELD, IN_QUOTED_FIELD, ESCAPE_IN_QUOTED_FIELD, QUOTE_IN_QUOTED_FIELD, EAT_CRNL,
    AFTER_ESCAPED_CRNL,
};
typedef struct csv_reader_object {
    vv_obj head;
    vv_obj *input, *dialect; /* owned */
    vv_obj *fields;          /* owned list or NULL */
    uint32_t *field;         /* vv_alloc: code points of the field being read */
    size_t length, capacity;
    vv_bytebuf numeric;      /* one byte for each field: to become a float */
    int64_t line_num;
    uint8_t state;
    bool is_number;
} csv_reader_object;
#define READER(o) ((csv_reader_object *)(o))

typedef struct csv_writer_object {
    vv_obj head;
    vv_obj *write, *dialect; /* owned */
} csv_writer_object;
#define WRITER(o) ((csv_writer_object *)(o))

static vv_getter_fn dialect_get_delimiter, dialect_get_escapechar, dialect_get_quotechar, dialect_get_quoting, reader_get_line_num;
#define VV_DEF_NAME csv
#define VV_DEF_FILE "modules/_csv.def"
#include "object/deftype.h"
#define VV_DEF_NAME dialect
#define VV_DEF_FILE "modules/_csv_dialect.def"
#include "object/deftype.h"
#define VV_DEF_NAME reader
#define VV_DEF_FILE "modules/_csv_reader.def"
#include "object/deftype.h"
#define VV_DEF_NAME writer
#define VV_DEF_FILE "modules/_csv_writer.def"
#include "object/deftype.h"

const vv_typespec vv_csv_error_spec = {
    .name = "Error", .module = "_csv", .base = VV_Exception, .flags = VV_TF_GC | VV_TF_BASETYPE, .basicsize = sizeof(vv_exc), .size64 = 88};

/* ---- what the module remembers ---- */

static const char limit_key[] = " field size limit"; /* no name of Python's */

/* The module's dict, borrowed; NULL with an exception. */
static vv_ref module_dict_peek(vv_thread *t) {
    VV_AUTO name = {t, vv_intern_cstr(t, "_csv")};
    vv_ref module = name.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->modules, name.o);
    if (module == NULL || !VV_IS(t, module, MODULE))
        return t->exc != NULL ? NULL : (vv_ref)vv_raise(t, VV_RuntimeError, "module _csv is gone");
    return VV_MODULE_OF(module)->dict;
}
static vv_ref item_peek(vv_thread *t, const char *key) {
    vv_ref dict = module_dict_peek(t);
    VV_AUTO name = {t, dict == NULL ? NULL : vv_intern_cstr(t, key)};
    return name.o == NULL ? NULL : vv_dict_get_str_peek(dict, name.o);
}
static vv_ref dialects_peek(vv_thread *t) {
    vv_ref dialects = item_peek(t, "_dialects");
    if (dialects == NULL || !VV_ISA(dialects, DICT))
        return t->exc != NULL ? NULL : (vv_ref)vv_raise(t, VV_RuntimeError, "the dialects are gone");
    return dialects;
}
static int64_t field_limit(vv_thread *t) {
    vv_ref limit = item_peek(t, limit_key);
    return limit == NULL ? FIELD_LIMIT : vv_int_clamp_index(limit);
}

static vv_owned csv_field_size_limit(vv_thread *t, vv_obj *const *argv) {
    int64_t old = field_limit(t), value;
    if (argv[0] == NULL)
        return vv_int_new(t, old);
    if (!VV_IS(t, argv[0], INT))
        return vv_raise(t, VV_TypeError, "limit must be an integer");
    if (vv_int_as_i64(t, argv[0], &value) < 0)
        return NULL;
    vv_ref dict = module_dict_peek(t);
    return dict == NULL || vv_dict_set_cstr(t, dict, limit_key, argv[0]) < 0 ? NULL : vv_int_new(t, old);
}

/* ---- dialects ---- */

static int dialect_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(DIALECT(self)->lineterminator);
    return 0;
}
static void dialect_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, DIALECT(self)->lineterminator);
    vv_free_object(t, self);
}

static vv_owned character(vv_thread *t, int32_t c) {
    return c == NOT_SET ? vv_none(t) : vv_str_from_char(t, (uint32_t)c);
}
static vv_owned dialect_get_delimiter(vv_thread *t, vv_ref self) {
    return character(t, DIALECT(self)->delimiter);
}
static vv_owned dialect_get_escapechar(vv_thread *t, vv_ref self) {
    return character(t, DIALECT(self)->escapechar);
}
static vv_owned dialect_get_quotechar(vv_thread *t, vv_ref self) {
    return character(t, DIALECT(self)->quotechar);
}
static vv_owned dialect_get_quoting(vv_thread *t, vv_ref self) {
    return vv_int_new(t, DIALECT(self)->quoting);
}
static vv_owned dialect_reduce(vv_thread *t, vv_obj *const *argv) {
    return vv_raise(t, VV_TypeError, "cannot pickle '%s' instances", strrchr(argv[0]->type->tp_name, '.') != NULL ? "Dialect" : argv[0]->type->tp_name);
}

enum { P_DELIMITER, P_DOUBLEQUOTE, P_ESCAPECHAR, P_LINETERMINATOR, P_QUOTECHAR, P_QUOTING, P_SKIPINITIALSPACE, P_STRICT, P_COUNT };
static const char *const parameters[] = {"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting",
                                         "skipinitialspace", "strict"};

static int take_char(vv_thread *t, vv_ref o, int which, bool none, int32_t absent, int32_t *ret) {
    *ret = absent;
    if (o == NULL)
        return 0;
    *ret = NOT_SET;
    if (none && o == VV_NONE(t))
        return 0;
    if (!VV_ISA(o, STR))
        return vv_raise_int(t, VV_TypeError, "\"%s\" must be string%s, not %T", parameters[which], none ? " or None" : "", o);
    if (vv_str_length(o) != 1)
        return vv_raise_int(t, VV_TypeError, "\"%s\" must be a 1-character string", parameters[which]);
    *ret = (int32_t)vv_str_at(o, 0);
    return 0;
}

/* Everything but the three truth values into d, from values or NULL. */
static int fill(vv_thread *t, csv_dialect *d, vv_obj *const *values) {
    if (take_char(t, values[P_DELIMITER], P_DELIMITER, false, ',', &d->delimiter) < 0 ||
        take_char(t, values[P_ESCAPECHAR], P_ESCAPECHAR, true, NOT_SET, &d->escapechar) < 0)
        return -1;
    vv_ref end = values[P_LINETERMINATOR];
    if (end != NULL && end != VV_NONE(t) && !VV_ISA(end, STR))
        return vv_raise_int(t, VV_TypeError, "\"lineterminator\" must be a string");
    bool no_end = end == VV_NONE(t);
    d->lineterminator = end == NULL ? vv_str_from_cstr(t, "\r\n") : no_end ? NULL : vv_newref(end);
    if (d->lineterminator == NULL && !no_end)
        return -1;
    if (take_char(t, values[P_QUOTECHAR], P_QUOTECHAR, true, '"', &d->quotechar) < 0)
        return -1;
    int64_t quoting = QUOTE_MINIMAL;
    if (values[P_QUOTING] != NULL) {
        if (!VV_IS(t, values[P_QUOTING], INT))
            return vv_raise_int(t, VV_TypeError, "\"quoting\" must be an integer");
        quoting = vv_int_clamp_index(values[P_QUOTING]);
    }
    if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NOTNULL)
        return vv_raise_int(t, VV_TypeError, "bad \"quoting\" value");
    if (values[P_QUOTECHAR] == VV_NONE(t) && values[P_QUOTING] == NULL)
        quoting = QUOTE_NONE;
    d->quoting = (uint8_t)quoting;
    if (quoting != QUOTE_NONE && d->quotechar == NOT_SET)
        return vv_raise_int(t, VV_TypeError, "quotechar must be set if quoting enabled");
    if (d->lineterminator == NULL)
        return vv_raise_int(t, VV_TypeError, "lineterminator must be set");
    return 0;
}

/* A dialect of class argv[0] like argv[1] with changes argv[2 ...]. slot: 0 the object, 1 name; i: 0 parameter */
static vv_step dialect_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] == t->vm->none)
        vv_clearref(t, &nf->argv[1]);
    if (nf->argv[1] != NULL && VV_ISA(nf->argv[1], STR)) {
        vv_ref dialects = dialects_peek(t);
        if (dialects == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_dict_get(t, dialects, nf->argv[1]));
        if (t->ret == NULL)
            return vv_raise_step(t, VV_T_CSV_ERROR, "unknown dialect");
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    }
    bool changed = false;
    for (int k = 0; k < P_COUNT; k++)
        changed = changed || nf->argv[2 + k] != NULL;
    if (nf->argv[1] != NULL && !changed && nf->argv[1]->type == t->vm->types[VV_T_CSV_DIALECT] && nf->argv[0] == (vv_obj *)nf->argv[1]->type)
        return vv_return(t, vv_newref(nf->argv[1]));
    nf->slot[0] = vv_new_object(t, VV_AS_TYPE(nf->argv[0]), VV_AS_TYPE(nf->argv[0])->basicsize);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (nf->i[0] = 0; nf->argv[1] != NULL && nf->i[0] < P_COUNT; nf->i[0]++) {
        if (nf->argv[2 + nf->i[0]] != NULL)
            continue;
        vv_setref_take(t, &nf->slot[1], vv_intern_cstr(t, parameters[nf->i[0]]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], nf->slot[1]));
        nf->argv[2 + nf->i[0]] = vv_take_ret(t);
    }
    DIALECT(nf->slot[0])->doublequote = true;
    for (nf->i[0] = 0; nf->i[0] < P_COUNT; nf->i[0]++) {
        if ((nf->i[0] != P_DOUBLEQUOTE && nf->i[0] != P_SKIPINITIALSPACE && nf->i[0] != P_STRICT) || nf->argv[2 + nf->i[0]] == NULL)
            continue;
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2 + nf->i[0]]));
        bool yes = t->ival != 0;
        if (nf->i[0] == P_DOUBLEQUOTE)
            DIALECT(nf->slot[0])->doublequote = yes;
        else if (nf->i[0] == P_STRICT)
            DIALECT(nf->slot[0])->strict = yes;
        else
            DIALECT(nf->slot[0])->skipinitialspace = yes;
    }
    if (fill(t, DIALECT(nf->slot[0]), nf->argv + 2) < 0)
        return VV_FAILED;
    vv_track(t, nf->slot[0]);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step start_dialect(vv_thread *t, vv_ref cls, vv_obj *const *values) { /* dialect and the parameters */
    vv_obj *a[2 + P_COUNT] = {VV_OBJ(cls)};
    memcpy(a + 1, values, (1 + P_COUNT) * sizeof *a);
    return vv_push_native(t, dialect_native, "Dialect", a, VV_ARRAY_LEN(a)) == NULL ? VV_FAILED : VV_PUSHED;
}
/* The dialect of a call: args[1] and the keyword arguments, a dict or NULL. */
static vv_step make_dialect(vv_thread *t, vv_ref args, vv_ref keywords) {
    vv_obj *a[1 + P_COUNT] = {VV_TUPLE(args)->length > 1 ? VV_TUPLE(args)->items[1] : NULL};
    size_t pos = 0;
    vv_ref key, value;
    while (keywords != NULL && vv_dict_next(keywords, &pos, &key, &value, NULL)) {
        int k = -1; /* "dialect" */
        while (k < P_COUNT && !vv_str_equal_cstr(key, k < 0 ? "dialect" : parameters[k]))
            k++;
        if (k == P_COUNT)
            return vv_raise_step(t, VV_TypeError, "'%U' is an invalid keyword argument for this function", key);
        if (k < 0 && a[0] != NULL)
            return vv_raise_step(t, VV_TypeError, "argument for function given by name ('dialect') and position (1)");
        a[1 + k] = VV_OBJ(value);
    }
    return start_dialect(t, (vv_ref)t->vm->types[VV_T_CSV_DIALECT], a);
}
/* The first of one or two positional arguments stays in argv[0]; the tuple of them goes to slot[1]. */
static int first_argument(vv_thread *t, vv_native *nf) {
    if (vv_check_nargs(t, "", VV_TUPLE(nf->argv[0])->length, 1, 2) < 0)
        return -1;
    nf->slot[1] = nf->argv[0];
    nf->argv[0] = vv_newref(VV_TUPLE(nf->slot[1])->items[0]);
    return 0;
}
static vv_step dialect_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[1 + P_COUNT];
    if (vv_parse_args(t, "Dialect",
                      "Dialect(dialect=None, delimiter=None, doublequote=None, escapechar=None, lineterminator=None, quotechar=None, "
                      "quoting=None, skipinitialspace=None, strict=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return start_dialect(t, cls, a);
}

const vv_typespec vv_csv_dialect_spec = {
    .name = "Dialect",
    .module = "_csv",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(csv_dialect),
    .size64 = 64,
    .doc = "How rows are written as text.",
    .slots = &dialect_slots,
    .methods = dialect_methods,
    .getset = dialect_getset,
    .members = dialect_members,
    .dealloc = dialect_dealloc,
    .traverse = dialect_traverse,
};

/* argv: name, dialect, parameters; slot: 0 dialect */
static vv_step csv_register_dialect(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (first_argument(t, nf) < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "dialect name must be a string");
    VV_AWAIT(nf, make_dialect(t, nf->slot[1], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    vv_ref dialects = dialects_peek(t);
    if (dialects == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_dict_set(t, dialects, nf->argv[0], nf->slot[0]));
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step csv_unregister_dialect(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref dialects = dialects_peek(t);
    if (dialects == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_dict_del(t, dialects, nf->argv[0]));
    return t->ival ? vv_return_none(t) : vv_raise_step(t, VV_T_CSV_ERROR, "unknown dialect");
    VV_END(nf);
}
static vv_step csv_get_dialect(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref dialects = dialects_peek(t);
    if (dialects == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_dict_get(t, dialects, nf->argv[0]));
    return t->ret != NULL ? VV_READY : vv_raise_step(t, VV_T_CSV_ERROR, "unknown dialect");
    VV_END(nf);
}
static vv_step csv_list_dialects(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref dialects = dialects_peek(t);
    if (dialects == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_list(t, dialects));
    return VV_READY;
    VV_END(nf);
}

/* ---- reading ---- */

static int reader_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(READER(self)->dialect);
    VV_VISIT(READER(self)->input);
    VV_VISIT(READER(self)->fields);
    return 0;
}
static void reader_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &READER(self)->fields);
}
static void reader_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, READER(self)->input);
    vv_xdecref(t, READER(self)->dialect);
    vv_xdecref(t, READER(self)->fields);
    vv_free(t, READER(self)->field);
    vv_free(t, READER(self)->numeric.data);
    vv_free_object(t, self);
}

static int add(vv_thread *t, csv_reader_object *r, int32_t c, int64_t limit) {
    if ((int64_t)r->length >= limit)
        return vv_raise_int(t, VV_T_CSV_ERROR, "field larger than field limit (%lld)", (long long)limit);
    if (r->length == r->capacity) {
        size_t capacity = r->capacity * 2 + 64;
        uint32_t *bigger = vv_realloc(t, r->field, capacity * sizeof *bigger);
        if (bigger == NULL)
            return -1;
        r->field = bigger;
        r->capacity = capacity;
    }
    r->field[r->length++] = (uint32_t)c;
    return 0;
}
/* The field is complete. */
static int save(vv_thread *t, csv_reader_object *r) {
    vv_owned text = vv_str_from_kind(t, 4, r->length == 0 ? (const void *)"" : r->field, r->length);
    uint8_t number = r->is_number;
    if (text == NULL || vv_list_append_take(t, r->fields, text) < 0)
        return -1;
    if (vv_bytebuf_append(t->vm, &r->numeric, &number, 1) < 0) {
        vv_raise_memory(t);
        return -1;
    }
    r->length = 0;
    r->is_number = false;
    return 0;
}

static int step(vv_thread *t, csv_reader_object *r, int32_t c, int64_t limit) {
    const csv_dialect *d = DIALECT(r->dialect);
    bool newline = c == '\n' || c == '\r', end = newline || c == END_OF_LINE, quotes = d->quoting != QUOTE_NONE;
    int after = c == END_OF_LINE ? START_RECORD : EAT_CRNL;
    switch ((enum state)r->state) {
    case START_RECORD:
        if (c == END_OF_LINE)
            return 0;
        if (newline) {
            r->state = EAT_CRNL;
            return 0;
        }
        r->state = START_FIELD;
        VV_FALLTHROUGH;
    case START_FIELD:
        if (end) {
            r->state = (uint8_t)after;
            return save(t, r);
        }
        if (c == d->quotechar && quotes) {
            r->state = IN_QUOTED_FIELD;
        } else if (c == d->escapechar) {
            r->state = ESCAPED_CHAR;
        } else if (c == ' ' && d->skipinitialspace) {
            return 0;
        } else if (c == d->delimiter) {
            return save(t, r);
        } else {
            r->is_number = r->is_number || d->quoting == QUOTE_NONNUMERIC;
            r->state = IN_FIELD;
            return add(t, r, c, limit);
        }
        return 0;
    case ESCAPED_CHAR:
        r->state = newline ? AFTER_ESCAPED_CRNL : IN_FIELD;
        return add(t, r, c == END_OF_LINE ? '\n' : c, limit);
    case AFTER_ESCAPED_CRNL:
        if (c == END_OF_LINE)
            return 0;
        VV_FALLTHROUGH;
    case IN_FIELD:
        if (end) {
            r->state = (uint8_t)after;
            return save(t, r);
        }
        if (c == d->escapechar) {
            r->state = ESCAPED_CHAR;
            return 0;
        }
        if (c == d->delimiter) {
            r->state = START_FIELD;
            return save(t, r);
        }
        return add(t, r, c, limit);
    case IN_QUOTED_FIELD:
        if (c == END_OF_LINE)
            return 0;
        if (c == d->escapechar)
            r->state = ESCAPE_IN_QUOTED_FIELD;
        else if (c == d->quotechar && quotes)
            r->state = d->doublequote ? QUOTE_IN_QUOTED_FIELD : IN_FIELD;
        else
            return add(t, r, c, limit);
        return 0;
    case ESCAPE_IN_QUOTED_FIELD:
        r->state = IN_QUOTED_FIELD;
        return add(t, r, c == END_OF_LINE ? '\n' : c, limit);
    case QUOTE_IN_QUOTED_FIELD:
        if (quotes && c == d->quotechar) {
            r->state = IN_QUOTED_FIELD;
            return add(t, r, c, limit);
        }
        if (c == d->delimiter) {
            r->state = START_FIELD;
            return save(t, r);
        }
        if (end) {
            r->state = (uint8_t)after;
            return save(t, r);
        }
        if (!d->strict) {
            r->state = IN_FIELD;
            return add(t, r, c, limit);
        } else {
            VV_AUTO delimiter = {t, character(t, d->delimiter)};
            VV_AUTO quote = {t, character(t, d->quotechar)};
            if (delimiter.o == NULL || quote.o == NULL)
                return -1;
            return vv_raise_int(t, VV_T_CSV_ERROR, "'%U' expected after '%U'", delimiter.o, quote.o);
        }
    case EAT_CRNL:
        if (newline)
            return 0;
        if (c == END_OF_LINE) {
            r->state = START_RECORD;
            return 0;
        }
        return vv_raise_int(t, VV_T_CSV_ERROR,
                            "new-line character seen in unquoted field - do you need to open the file with newline=''?");
    }
    return 0;
}

/* argv: reader; slot: 0 line, 1 fields; i: 0 field to convert, 1 limit */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    csv_reader_object *r = READER(nf->argv[0]);
    VV_BEGIN(nf);
    vv_setref_take(t, &r->fields, vv_list_new(t, 0));
    if (r->fields == NULL)
        return VV_FAILED;
    r->numeric.length = r->length = 0;
    r->state = START_RECORD;
    r->is_number = false;
    nf->i[1] = field_limit(t);
    do {
        VV_AWAIT(nf, vv_do_next(t, r->input));
        if (r->fields == NULL)
            return vv_raise_step(t, VV_T_CSV_ERROR, "iterator has already advanced the reader");
        if (t->ret == NULL) {
            if (r->length == 0 && r->state != IN_QUOTED_FIELD)
                return vv_return_null(t);
            if (DIALECT(r->dialect)->strict)
                return vv_raise_step(t, VV_T_CSV_ERROR, "unexpected end of data");
            if (save(t, r) < 0)
                return VV_FAILED;
            break;
        }
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (!VV_ISA(nf->slot[0], STR))
            return vv_raise_step(t, VV_T_CSV_ERROR, "iterator should return strings, not %T (the file should be opened in text mode)",
                                 nf->slot[0]);
        r->line_num++;
        for (size_t k = 0; k < vv_str_length(nf->slot[0]); k++)
            if (step(t, r, (int32_t)vv_str_at(nf->slot[0], k), nf->i[1]) < 0)
                return VV_FAILED;
        if (step(t, r, END_OF_LINE, nf->i[1]) < 0)
            return VV_FAILED;
    } while (r->state != START_RECORD);
    nf->slot[1] = vv_move(&r->fields);
    for (; (size_t)nf->i[0] < VV_LIST(nf->slot[1])->length; nf->i[0]++) {
        if ((size_t)nf->i[0] >= r->numeric.length || !r->numeric.data[nf->i[0]])
            continue;
        VV_AWAIT(nf, vv_do_call1(t, (vv_ref)VV_TYPEP(t, FLOAT), vv_list_items_peek(nf->slot[1])[nf->i[0]]));
        vv_setref_take(t, &vv_list_items_peek(nf->slot[1])[nf->i[0]], vv_take_ret(t));
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}
static vv_step reader_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, next_native, "__next__", self);
}
static vv_step reader_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}
static vv_owned reader_get_line_num(vv_thread *t, vv_ref self) {
    return vv_int_new(t, READER(self)->line_num);
}

/* argv: iterator, dialect, parameters; slot: 0 iterator, 1 dialect */
static vv_step csv_reader(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (first_argument(t, nf) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, make_dialect(t, nf->slot[1], nf->argv[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    vv_owned o = vv_new_object(t, t->vm->types[VV_T_CSV_READER], sizeof(csv_reader_object));
    if (o == NULL)
        return VV_FAILED;
    READER(o)->input = vv_move(&nf->slot[0]);
    READER(o)->dialect = vv_move(&nf->slot[1]);
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

const vv_typespec vv_csv_reader_spec = {
    .name = "reader",
    .module = "_csv",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(csv_reader_object),
    .size64 = 104,
    .doc = "An iterator of rows.",
    .slots = &reader_slots,
    .getset = reader_getset,
    .members = reader_members,
    .dealloc = reader_dealloc,
    .traverse = reader_traverse,
    .clear = reader_clear,
};

/* ---- writing ---- */

static int writer_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(WRITER(self)->dialect);
    VV_VISIT(WRITER(self)->write);
    return 0;
}
static void writer_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &WRITER(self)->write);
}
static void writer_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, WRITER(self)->write);
    vv_xdecref(t, WRITER(self)->dialect);
    vv_free_object(t, self);
}

/* Appends text as a field to the line (owned str in *line): 0/-1. */
static int append_field(vv_thread *t, const csv_dialect *d, vv_obj **line, vv_ref text_or_null, bool quoted, bool first) {
    vv_strbuilder b = {0};
    size_t n = text_or_null == NULL ? 0 : vv_str_length(text_or_null);
    bool ok = true;
    for (size_t k = 0; k < n && ok; k++) {
        int32_t c = (int32_t)vv_str_at(text_or_null, k);
        bool special = c == d->delimiter || c == d->escapechar || c == d->quotechar;
        for (size_t j = 0; j < vv_str_length(d->lineterminator) && !special; j++)
            special = (int32_t)vv_str_at(d->lineterminator, j) == c;
        if (special) {
            bool escape = d->quoting == QUOTE_NONE || c == d->escapechar;
            if (!escape && c == d->quotechar) {
                escape = !d->doublequote;
                if (d->doublequote)
                    ok = vv_strbuilder_char(t, &b, (uint32_t)c) == 0;
            }
            quoted = quoted || !escape;
            if (escape && d->escapechar == NOT_SET) {
                vv_strbuilder_drop(t, &b);
                return vv_raise_int(t, VV_T_CSV_ERROR, "need to escape, but no escapechar set");
            }
            ok = ok && (!escape || vv_strbuilder_char(t, &b, (uint32_t)d->escapechar) == 0);
        }
        ok = ok && vv_strbuilder_char(t, &b, (uint32_t)c) == 0;
    }
    if (!ok) {
        vv_strbuilder_drop(t, &b);
        return -1;
    }
    VV_AUTO field = {t, vv_strbuilder_finish(t, &b)};
    VV_AUTO delimiter = {t, first ? vv_newref(t->vm->empty_str) : character(t, d->delimiter)};
    VV_AUTO quote = {t, quoted ? character(t, d->quotechar) : vv_newref(t->vm->empty_str)};
    VV_AUTO part = {t, field.o == NULL || delimiter.o == NULL || quote.o == NULL
                           ? NULL : vv_format(t, "%U%U%U%U", delimiter.o, quote.o, field.o, quote.o)};
    return part.o == NULL ? -1 : vv_str_append(t, line, part.o);
}

/* argv: writer, row; slot: 0 iterator, 1 field, 2 line; i: 0 fields so far, 1 quoted, 2 the field was None */
static vv_step writer_writerow(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[1]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_T_CSV_ERROR, "iterable expected, not %T", nf->argv[1]);
    }
    nf->slot[0] = vv_take_ret(t);
    nf->slot[2] = vv_newref(t->vm->empty_str);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        const csv_dialect *d = DIALECT(WRITER(nf->argv[0])->dialect);
        vv_ref field = nf->slot[1];
        bool is_text = VV_ISA(field, STR), none = field == VV_NONE(t);
        const vv_slots *s = &field->type->s;
        bool number = VV_ISA(field, INT) || VV_ISA(field, FLOAT) || s->int_ != NULL || s->float_ != NULL || s->index != NULL ||
                      VV_IS(t, field, COMPLEX);
        nf->i[1] = d->quoting == QUOTE_NONNUMERIC ? !number : d->quoting == QUOTE_ALL ? true
                   : d->quoting == QUOTE_STRINGS ? is_text : d->quoting == QUOTE_NOTNULL ? !none : false;
        nf->i[2] = none;
        if (!is_text && !none) {
            VV_AWAIT(nf, vv_do_str(t, nf->slot[1]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
        if (append_field(t, DIALECT(WRITER(nf->argv[0])->dialect), &nf->slot[2], nf->i[2] ? NULL : (vv_ref)nf->slot[1], nf->i[1] != 0,
                         nf->i[0] == 0) < 0)
            return VV_FAILED;
        nf->i[0]++;
    }
    const csv_dialect *d = DIALECT(WRITER(nf->argv[0])->dialect);
    if (nf->i[0] > 0 && vv_str_length(nf->slot[2]) == 0) {
        if (d->quoting == QUOTE_NONE || (nf->i[2] && (d->quoting == QUOTE_STRINGS || d->quoting == QUOTE_NOTNULL)))
            return vv_raise_step(t, VV_T_CSV_ERROR, "single empty field record must be quoted");
        if (append_field(t, d, &nf->slot[2], NULL, true, true) < 0)
            return VV_FAILED;
    }
    if (vv_str_append(t, &nf->slot[2], d->lineterminator) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call1(t, WRITER(nf->argv[0])->write, nf->slot[2]));
    return VV_READY;
    VV_END(nf);
}

/* argv: writer, rows; slot: 0 iterator, 1 row */
static vv_step writer_writerows(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_none(t);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_start2(t, writer_writerow, "writerow", nf->argv[0], nf->slot[1]));
        vv_drop_ret(t);
    }
    VV_END(nf);
}

/* argv: file, dialect, parameters; slot: 0 dialect, 1 write */
static vv_step csv_writer(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (first_argument(t, nf) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, write)));
    if (t->ret == NULL || t->ret->type->s.call == NULL) {
        vv_drop_ret(t);
        return vv_raise_step(t, VV_TypeError, "argument 1 must have a \"write\" method");
    }
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, make_dialect(t, nf->slot[1], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    vv_owned o = vv_new_object(t, t->vm->types[VV_T_CSV_WRITER], sizeof(csv_writer_object));
    if (o == NULL)
        return VV_FAILED;
    WRITER(o)->dialect = vv_move(&nf->slot[0]);
    WRITER(o)->write = vv_move(&nf->slot[2]);
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

const vv_typespec vv_csv_writer_spec = {
    .name = "writer",
    .module = "_csv",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(csv_writer_object),
    .size64 = 88,
    .doc = "Writes rows.",
    .slots = &writer_slots,
    .methods = writer_methods,
    .members = writer_members,
    .dealloc = writer_dealloc,
    .traverse = writer_traverse,
    .clear = writer_clear,
};

/* ---- the module ---- */

vv_owned vv__csv_module(vv_thread *t);
vv_owned vv__csv_module(vv_thread *t) {
    static const char *const constants[] = {"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"};
    VV_AUTO module = {t, vv_module_from_defs(t, "_csv", "Reading and writing of tables as text.", csv_methods)};
    VV_AUTO dialects = {t, vv_dict_new(t)};
    VV_AUTO version = {t, vv_str_from_cstr(t, "1.0")};
    if (module.o == NULL || dialects.o == NULL || version.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    if (vv_dict_set_cstr(t, dict, "_dialects", dialects.o) < 0 || vv_dict_set_cstr(t, dict, "__version__", version.o) < 0)
        return NULL;
    for (int k = 0; k < (int)VV_ARRAY_LEN(constants); k++)
        if (vv_dict_set_cstr(t, dict, constants[k], (t->vm->small_ints - VV_SMALL_INT_MIN)[k]) < 0)
            return NULL;
    static const char *const names[] = {"Error", "Dialect", "Reader", "Writer"};
    for (int id = VV_T_CSV_ERROR; id <= VV_T_CSV_WRITER; id++) {
        vv_type *type = vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, dict, names[id - VV_T_CSV_ERROR], &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
