/* bind.c - signature strings and the binding of arguments, with CPython 3.12's messages.
 *
 * CPython words its complaints by calling convention; the signature tells which one the function has there:
 *   no parameters                  "list.clear() takes no arguments (1 given)"
 *   one required, positional-only  "list.append() takes exactly one argument (0 given)"
 *   positional-only                "pop expected at most 1 argument, got 2"
 *   anything with keywords         "split() takes at most 2 arguments (3 given)" and its relatives
 * The first two name the function by its qualified name, the others by its bare one.
 *
 * Invariant: a parsed signature never moves or changes; all are in one table, by text and name.
 */
#include "object/bind.h"

#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/tracer.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"

enum { VV_SIGNATURE_BUCKETS = 512, VV_MAX_PARAMETERS = 32 };

struct vv_signature_table {
    vv_signature *buckets[VV_SIGNATURE_BUCKETS];
};

/* ---- parsing ---- */

typedef struct parser {
    vv_thread *t;
    const char *p;
    vv_obj *names[VV_MAX_PARAMETERS]; /* immortal */
    size_t count;
    bool after_star;
    vv_signature sig;
} parser;

/* Skips a default value: to the comma or parenthesis that ends it. */
static void skip_default(parser *ps) {
    int depth = 0;
    for (char quote = 0; *ps->p != '\0'; ps->p++) {
        char c = *ps->p;
        if (quote != 0) {
            if (c == '\\' && ps->p[1] != '\0')
                ps->p++;
            else if (c == quote)
                quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            if (depth-- == 0)
                return;
        } else if (c == ',' && depth == 0) {
            return;
        }
    }
}

static int parse_parameter(parser *ps, const char *name, size_t length) {
    vv_signature *sig = &ps->sig;
    VV_CHECK(ps->count < VV_MAX_PARAMETERS);
    vv_obj *s = vv_str_from_utf8(ps->t, name, length);
    if (s == NULL)
        return -1;
    vv_intern(ps->t, &s);
    vv_make_immortal(s); /* signatures live as long as the program */
    VV_STR(s)->interned = 2;
    ps->names[ps->count++] = s;
    while (*ps->p == ' ')
        ps->p++;
    bool optional = *ps->p == '=';
    if (optional)
        skip_default(ps);
    if (ps->after_star) {
        if (!optional)
            sig->kw_required_mask |= (uint8_t)(1u << sig->keyword_only);
        sig->keyword_only++;
    } else {
        sig->positional++;
        if (!optional)
            sig->required = sig->positional;
    }
    return 0;
}

static int parse(parser *ps) {
    vv_signature *sig = &ps->sig;
    const char *open = strchr(ps->p, '(');
    sig->by_tuple = ps->p[0] == '!';
    VV_CHECK(open != NULL);
    ps->p = open + 1;
    for (;;) {
        while (*ps->p == ' ' || *ps->p == ',')
            ps->p++;
        if (*ps->p == ')' || *ps->p == '\0')
            break;
        if (*ps->p == '/') {
            sig->positional_only = sig->positional;
            ps->p++;
            continue;
        }
        bool dollar = *ps->p == '$';
        int stars = 0;
        if (dollar)
            ps->p++;
        while (*ps->p == '*') {
            stars++;
            ps->p++;
        }
        const char *name = ps->p;
        while (*ps->p != '\0' && strchr(" ,=)/", *ps->p) == NULL)
            ps->p++;
        size_t length = (size_t)(ps->p - name);
        if (dollar) {
            sig->takes_self = strncmp(name, "module", length) != 0;
        } else if (stars == 2) {
            sig->has_varkw = true;
        } else if (stars == 1) {
            ps->after_star = true;
            sig->has_varargs = length > 0;
        } else if (parse_parameter(ps, name, length) < 0) {
            return -1;
        }
    }
    sig->plain =
        sig->positional_only == sig->positional && sig->keyword_only == 0 && !sig->has_varargs && !sig->has_varkw;
    sig->by_place = !sig->has_varargs && !sig->has_varkw && sig->kw_required_mask == 0;
    sig->argc = (uint8_t)(sig->takes_self + sig->positional + sig->has_varargs + sig->keyword_only + sig->has_varkw);
    return 0;
}

static size_t bucket_of(const char *text, const char *name) {
    size_t h = (uintptr_t)text / 8;
    for (; *name != '\0'; name++)
        h = h * 31 + (unsigned char)*name;
    return h % VV_SIGNATURE_BUCKETS;
}

const vv_signature *vv_signature_parse(vv_thread *t, const char *text, const char *qualified_name) {
    vv_vm *vm = t->vm;
    if (vm->signatures == NULL) {
        vm->signatures = vv_alloc(t, sizeof(struct vv_signature_table));
        if (vm->signatures == NULL)
            return NULL;
        vv_trace_forget(t, vm->signatures);
        memset(vm->signatures, 0, sizeof(struct vv_signature_table));
    }
    vv_signature **bucket = &vm->signatures->buckets[bucket_of(text, qualified_name)];
    for (vv_signature *s = *bucket; s != NULL; s = s->chain) {
        if (s->text == text && strcmp(s->name, qualified_name) == 0)
            return s;
    }
    parser ps = {.t = t, .p = text};
    if (parse(&ps) < 0)
        return NULL;
    size_t names_size = ps.count * sizeof(vv_obj *), name_size = strlen(qualified_name) + 1;
    vv_signature *sig = vv_alloc(t, sizeof(vv_signature) + names_size + name_size);
    if (sig == NULL)
        return NULL;
    vv_trace_forget(t, sig);
    *sig = ps.sig;
    memcpy(sig->names, ps.names, names_size);
    sig->name = memcpy((char *)sig + sizeof(vv_signature) + names_size, qualified_name, name_size);
    sig->text = text;
    sig->chain = *bucket;
    *bucket = sig;
    return sig;
}

void vv_signature_finish(vv_vm *vm) {
    for (size_t i = 0; vm->signatures != NULL && i < VV_SIGNATURE_BUCKETS; i++) {
        for (vv_signature *s = vm->signatures->buckets[i], *next; s != NULL; s = next) {
            next = s->chain;
            vv_mem_free(vm->mem, s);
        }
    }
    vv_mem_free(vm->mem, vm->signatures);
    vm->signatures = NULL;
}

/* ---- complaints ---- */

static const char *bare_name(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot == NULL ? name : dot + 1;
}

static const char *plural(size_t n) {
    return n == 1 ? "" : "s";
}

int vv_no_kwargs(vv_thread *t, const char *name, vv_ref kwnames) {
    if (kwnames == NULL || VV_TUPLE(kwnames)->length == 0)
        return 0;
    return vv_raise_int(t, VV_TypeError, "%s() takes no keyword arguments", name);
}

int vv_check_nargs(vv_thread *t, const char *name, size_t nargs, size_t min, size_t max) {
    if (nargs >= min && nargs <= max)
        return 0;
    size_t limit = nargs < min ? min : max;
    const char *bound = min == max ? "" : nargs < min ? "at least " : "at most ";
    return vv_raise_int(t, VV_TypeError, "%s expected %s%zu argument%s, got %zu", name, bound, limit, plural(limit),
                        nargs);
}

/* Conventions without keywords. */
static int check_plain(vv_thread *t, const vv_signature *sig, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, sig->name, kwnames) < 0)
        return -1;
    if (VV_LIKELY(nargs >= sig->required && nargs <= sig->positional))
        return 0;
    if (sig->positional == 0)
        return vv_raise_int(t, VV_TypeError, "%s() takes no arguments (%zu given)", sig->name, nargs);
    if (sig->positional == 1 && sig->required == 1)
        return vv_raise_int(t, VV_TypeError, "%s() takes exactly one argument (%zu given)", sig->name, nargs);
    if (sig->positional == 3 && vv_str_equal_cstr(sig->names[2], "end")) { /* find() and its family */
        bool few = nargs < sig->required;
        size_t limit = few ? sig->required : sig->positional;
        return vv_raise_int(t, VV_TypeError, "%s() takes at %s %zu argument%s (%zu given)", bare_name(sig->name),
                            few ? "least" : "most", limit, plural(limit), nargs);
    }
    return vv_check_nargs(t, bare_name(sig->name), nargs, sig->required, sig->positional);
}

/* Counts of a call by a convention with keywords. */
static int check_counts(vv_thread *t, const vv_signature *sig, size_t nargs, size_t nkw) {
    const char *name = bare_name(sig->name);
    if (nargs != 1 && strcmp(name, "sorted") == 0) /* looks at its one argument itself, the rest is list.sort's */
        return vv_check_nargs(t, name, nargs, 1, 1);
    if (sig->has_varargs && sig->has_varkw && nargs < sig->required) /* f(a, /, *args, **kwargs) counts by itself */
        return vv_check_nargs(t, name, nargs, sig->required, SIZE_MAX);
    if (sig->by_tuple && sig->has_varargs && nargs == 0) /* max and min */
        return vv_check_nargs(t, name, nargs, 1, SIZE_MAX);
    size_t total = (size_t)sig->positional + sig->keyword_only;
    if (!sig->has_varargs && !sig->has_varkw && nargs + nkw > total)
        return vv_raise_int(t, VV_TypeError, "%s() takes at most %zu %sargument%s (%zu given)", name, total,
                            nargs == 0 ? "keyword " : "", plural(total), nargs + nkw);
    if (!sig->has_varargs && nargs > sig->positional) {
        if (sig->positional == 0)
            return vv_raise_int(t, VV_TypeError, "%s() takes no positional arguments", name);
        return vv_raise_int(t, VV_TypeError, "%s() takes %s %u positional argument%s (%zu given)", name,
                            sig->required < sig->positional ? "at most" : "exactly", sig->positional,
                            plural(sig->positional), nargs);
    }
    size_t least = sig->required < sig->positional_only ? sig->required : sig->positional_only;
    if (nargs < least)
        return vv_raise_int(t, VV_TypeError, "%s() takes %s %zu positional argument%s (%zu given)", name,
                            least < sig->positional ? "at least" : "exactly", least, plural(least), nargs);
    return 0;
}

/* ---- binding ---- */

/* Index of a keyword among the parameters that may be named, or -1. */
static int find_keyword(const vv_signature *sig, vv_ref keyword) {
    int n = sig->positional + sig->keyword_only;
    for (int i = sig->positional_only; i < n; i++) {
        if (sig->names[i] == keyword)
            return i;
    }
    for (int i = sig->positional_only; i < n; i++) {
        if (vv_str_equal(sig->names[i], keyword))
            return i;
    }
    return -1;
}

/* Fills out[positional + keyword_only] with borrowed values. `extra`: dict for unknown keywords (created on demand). */
static int bind_borrowed(vv_thread *t, const vv_signature *sig, vv_obj *const *args, size_t nargs, vv_ref kwnames,
                         vv_obj **out, vv_obj **extra) {
    size_t nkw = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    int named = sig->positional + sig->keyword_only;
    bool no_keywords = sig->positional_only == sig->positional && sig->keyword_only == 0 && !sig->has_varkw;
    if (sig->plain) {
        if (check_plain(t, sig, nargs, kwnames) < 0)
            return -1;
    } else if (no_keywords) { /* f(a, /, *args) */
        if (vv_no_kwargs(t, sig->name, kwnames) < 0 ||
            vv_check_nargs(t, bare_name(sig->name), nargs, sig->required, SIZE_MAX) < 0)
            return -1;
    } else if (check_counts(t, sig, nargs, nkw) < 0) {
        return -1;
    }
    size_t given = nargs < sig->positional ? nargs : sig->positional;
    for (int i = 0; i < named; i++)
        out[i] = (size_t)i < given ? args[i] : NULL;
    vv_ref unknown = NULL;
    for (size_t k = 0; k < nkw; k++) {
        vv_ref keyword = VV_TUPLE(kwnames)->items[k];
        int i = find_keyword(sig, keyword);
        if (i < 0) {
            if (!sig->has_varkw) {
                if (unknown == NULL)
                    unknown = keyword;
                continue;
            }
            if (*extra == NULL && (*extra = vv_dict_new(t)) == NULL)
                return -1;
            if (vv_dict_set_str(t, *extra, keyword, args[nargs + k]) < 0)
                return -1;
        } else if (out[i] != NULL) {
            return vv_raise_int(t, VV_TypeError, "argument for %s() given by name ('%U') and position (%d)",
                                bare_name(sig->name), keyword, i + 1);
        } else {
            out[i] = args[nargs + k];
        }
    }
    for (int i = 0; i < sig->required; i++) {
        if (out[i] == NULL)
            return vv_raise_int(t, VV_TypeError, "%s() missing required argument '%U' (pos %d)", bare_name(sig->name),
                                sig->names[i], i + 1);
    }
    for (int i = 0; i < sig->keyword_only; i++) {
        if ((sig->kw_required_mask & (1u << i)) != 0 && out[sig->positional + i] == NULL)
            return vv_raise_int(t, VV_TypeError, "%s() missing required argument '%U' (pos %d)", bare_name(sig->name),
                                sig->names[sig->positional + i], sig->positional + i + 1);
    }
    if (unknown != NULL)
        return vv_raise_int(t, VV_TypeError, "'%U' is an invalid keyword argument for %s()", unknown,
                            strcmp(sig->name, "sorted") == 0 ? "sort" : bare_name(sig->name));
    return 0;
}

int vv_bind(vv_thread *t, const vv_signature *sig, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames,
            vv_obj **argv) {
    vv_obj *bound[VV_MAX_PARAMETERS], *extra = NULL, *rest = NULL;
    if (bind_borrowed(t, sig, args, nargs, kwnames, bound, &extra) < 0) {
        vv_xdecref(t, extra);
        return -1;
    }
    if (sig->has_varargs) {
        size_t skip = nargs < sig->positional ? nargs : sig->positional;
        rest = vv_tuple_from_array(t, args + skip, nargs - skip);
        if (rest == NULL) {
            vv_xdecref(t, extra);
            return -1;
        }
    }
    vv_obj **out = argv;
    if (sig->takes_self)
        *out++ = vv_xnewref(self);
    for (int i = 0; i < sig->positional; i++)
        *out++ = vv_xnewref(bound[i]);
    if (sig->has_varargs)
        *out++ = rest;
    for (int i = 0; i < sig->keyword_only; i++)
        *out++ = vv_xnewref(bound[sig->positional + i]);
    if (sig->has_varkw)
        *out++ = extra;
    return 0;
}

int vv_parse_args(vv_thread *t, const char *name, const char *text, vv_obj *const *args, size_t nargs, vv_ref kwnames,
                  vv_obj **out) {
    const vv_signature *sig = vv_signature_parse(t, text, name);
    if (sig == NULL)
        return -1;
    return bind_borrowed(t, sig, args, nargs, kwnames, out, NULL);
}
