/* bindargs.c - the arguments of a call laid out in the locals of a Python function's frame, with CPython's errors. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'": parameters [from, to) without a value. Owned str. */
static vv_owned list_missing(vv_thread *t, vv_pyframe *f, int from, int to, int count) {
    vv_strbuilder b = {0};
    int seen = 0;
    for (int k = from; k < to; k++) {
        if (f->local[k] != NULL)
            continue;
        seen++;
        const char *before = seen == 1 ? "" : seen < count ? ", " : count == 2 ? " and " : ", and ";
        vv_owned quoted = vv_format(t, "%s'%U'", before, VV_TUPLE(f->code->localsplusnames)->items[k]);
        int r = quoted == NULL ? -1 : vv_strbuilder_str(t, &b, quoted);
        vv_xdecref(t, quoted);
        if (r < 0) {
            vv_strbuilder_drop(t, &b);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &b);
}

static vv_ref function_name(const vv_pyframe *f) {
    return VV_FUNCTION_OF(f->function)->qualname;
}

static int raise_missing(vv_thread *t, vv_pyframe *f, int from, int to, const char *kind) {
    int count = 0;
    for (int k = from; k < to; k++)
        count += f->local[k] == NULL;
    vv_owned names = list_missing(t, f, from, to, count);
    if (names != NULL)
        vv_raise(t, VV_TypeError, "%U() missing %d required %s argument%s: %U", function_name(f), count, kind,
                 count == 1 ? "" : "s", names);
    vv_xdecref(t, names);
    return -1;
}

static int raise_too_many(vv_thread *t, vv_pyframe *f, size_t given, int ndefaults) {
    const vv_code *code = f->code;
    int keyword_only = 0;
    for (int k = code->argcount; k < code->argcount + code->kwonlyargcount; k++)
        keyword_only += f->local[k] != NULL;
    int most = code->argcount, least = most - ndefaults;
    vv_owned text;
    if (ndefaults > 0)
        text = vv_format(t, "from %d to %d", least, most);
    else
        text = vv_format(t, "%d", most);
    if (text == NULL)
        return -1;
    bool plural = ndefaults > 0 ? true : most != 1;
    if (keyword_only > 0)
        vv_raise(t, VV_TypeError,
                 "%U() takes %U positional argument%s but %zu positional argument%s (and %d keyword-only argument%s) %s given",
                 function_name(f), text, plural ? "s" : "", given, given != 1 ? "s" : "", keyword_only,
                 keyword_only != 1 ? "s" : "", "were");
    else
        vv_raise(t, VV_TypeError, "%U() takes %U positional argument%s but %zu %s given", function_name(f), text,
                 plural ? "s" : "", given, given == 1 ? "was" : "were");
    vv_decref(t, text);
    return -1;
}

/* Index of the parameter called `name` among [from, to), or -1. */
static int find_parameter(const vv_code *code, vv_ref name, int from, int to) {
    vv_obj *const *names = VV_TUPLE(code->localsplusnames)->items;
    for (int k = from; k < to; k++)
        if (names[k] == name)
            return k;
    for (int k = from; k < to; k++)
        if (vv_str_equal(names[k], name))
            return k;
    return -1;
}

/* Positional-only parameters named by keywords: the error that lists them. 1 if raised. */
static int raise_positional_only(vv_thread *t, vv_pyframe *f, vv_obj *const *names, size_t named) {
    const vv_code *code = f->code;
    vv_strbuilder b = {0};
    bool any = false;
    for (int k = 0; k < code->posonlyargcount; k++) {
        vv_ref name = VV_TUPLE(code->localsplusnames)->items[k];
        for (size_t j = 0; j < named; j++) {
            if (!vv_str_equal(names[j], name))
                continue;
            if ((any && vv_strbuilder_ascii(t, &b, ", ", 2) < 0) || vv_strbuilder_str(t, &b, name) < 0) {
                vv_strbuilder_drop(t, &b);
                return 1;
            }
            any = true;
        }
    }
    if (!any)
        return 0;
    vv_owned list = vv_strbuilder_finish(t, &b);
    if (list != NULL)
        vv_raise(t, VV_TypeError, "%U() got some positional-only arguments passed as keyword arguments: '%U'",
                 function_name(f), list);
    vv_xdecref(t, list);
    return 1;
}

static int bind_keywords(vv_thread *t, vv_pyframe *f, vv_obj **values, vv_obj *const *names, size_t named, vv_ref kwdict) {
    const vv_code *code = f->code;
    int total = code->argcount + code->kwonlyargcount;
    for (size_t j = 0; j < named; j++) {
        vv_ref name = names[j];
        if (!VV_ISA(name, STR))
            return vv_raise_int(t, VV_TypeError, "%U() keywords must be strings", function_name(f));
        int k = find_parameter(code, name, code->posonlyargcount, total);
        if (k >= 0) {
            if (f->local[k] != NULL)
                return vv_raise_int(t, VV_TypeError, "%U() got multiple values for argument '%U'", function_name(f), name);
            f->local[k] = vv_move(&values[j]);
        } else if (kwdict != NULL) {
            if (vv_dict_set_str(t, kwdict, name, values[j]) < 0)
                return -1;
        } else {
            if (raise_positional_only(t, f, names, named))
                return -1;
            return vv_raise_int(t, VV_TypeError, "%U() got an unexpected keyword argument '%U'", function_name(f), name);
        }
    }
    return 0;
}

static int bind(vv_thread *t, vv_pyframe *f, vv_obj **args, size_t nargs, vv_obj *const *names, size_t named) {
    const vv_code *code = f->code;
    const vv_function *function = VV_FUNCTION_OF(f->function);
    size_t argcount = (size_t)code->argcount;
    size_t total = argcount + (size_t)code->kwonlyargcount;
    size_t next = total;
    size_t positional = nargs < argcount ? nargs : argcount;
    for (size_t k = 0; k < positional; k++)
        f->local[k] = vv_move(&args[k]);
    if (code->flags & VV_CO_VARARGS) {
        size_t extra = nargs - positional;
        vv_owned rest = vv_tuple_from_array(t, args + positional, extra);
        if (rest == NULL)
            return -1;
        f->local[next++] = rest;
    }
    vv_ref kwdict = NULL;
    if (code->flags & VV_CO_VARKEYWORDS) {
        vv_owned dict = vv_dict_new(t);
        if (dict == NULL)
            return -1;
        f->local[next] = dict;
        kwdict = dict;
    }
    if (named > 0 && bind_keywords(t, f, args + nargs, names, named, kwdict) < 0)
        return -1;
    size_t ndefaults = function->defaults == NULL ? 0 : VV_TUPLE(function->defaults)->length;
    if (nargs > argcount && !(code->flags & VV_CO_VARARGS))
        return raise_too_many(t, f, nargs, (int)ndefaults);
    if (nargs < argcount) {
        size_t first = argcount > ndefaults ? argcount - ndefaults : 0; /* parameters before it have no default */
        for (size_t k = nargs; k < first; k++)
            if (f->local[k] == NULL)
                return raise_missing(t, f, 0, (int)first, "positional");
        for (size_t k = nargs > first ? nargs : first; k < argcount; k++)
            if (f->local[k] == NULL)
                f->local[k] = vv_newref(VV_TUPLE(function->defaults)->items[k - (argcount - ndefaults)]);
    }
    bool missing = false;
    for (size_t k = argcount; k < total; k++) {
        if (f->local[k] != NULL)
            continue;
        vv_ref value = function->kwdefaults == NULL
                           ? NULL
                           : vv_dict_get_str_peek(function->kwdefaults, VV_TUPLE(code->localsplusnames)->items[k]);
        if (value == NULL)
            missing = true;
        else
            f->local[k] = vv_newref(value);
    }
    return missing ? raise_missing(t, f, (int)argcount, (int)total, "keyword-only") : 0;
}

int vv_frame_bind_take(vv_thread *t, vv_pyframe *f, vv_obj **args, size_t nargs, vv_obj *const *names, size_t named) {
    if ((f->code->flags & VV_CO_OPTIMIZED) == 0) /* a module's code as a function: its names are global */
        f->locals = vv_newref(f->globals);
    const vv_code *code = f->code;
    if (VV_LIKELY(named == 0 && nargs == (size_t)code->argcount && code->kwonlyargcount == 0 &&
                  !(code->flags & (VV_CO_VARARGS | VV_CO_VARKEYWORDS)))) {
        for (size_t k = 0; k < nargs; k++)
            f->local[k] = args[k];
        return 0;
    }
    int r = bind(t, f, args, nargs, names, named);
    for (size_t k = 0; k < nargs + named; k++)
        vv_xdecref(t, args[k]);
    return r;
}

vv_step vv_frame_call(vv_thread *t, vv_ref function, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_pyframe *f = vv_frame_new(t, vv_newref(function));
    if (f == NULL)
        return VV_FAILED;
    size_t named = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length, total = nargs + named;
    vv_obj *small[16], **owned = small;
    if (total > VV_ARRAY_LEN(small) && (owned = vv_alloc(t, total * sizeof(vv_obj *))) == NULL)
        goto fail;
    for (size_t k = 0; k < total; k++)
        owned[k] = vv_newref(args[k]);
    int r = vv_frame_bind_take(t, f, owned, nargs, kwnames == NULL ? NULL : VV_TUPLE(kwnames)->items, named);
    if (owned != small)
        vv_free(t, owned);
    if (r < 0)
        goto fail;
    vv_frame_enter(t, &f->head);
    return VV_PUSHED;
fail:
    t->depth--;
    f->sp = f->local + f->code->nlocalsplus;
    vv_frame_clear(t, f);
    return VV_FAILED;
}

vv_step vv_frame_exec(vv_thread *t, vv_ref code, vv_ref globals, vv_ref locals, vv_ref closure) {
    vv_owned function = vv_function_new(t, code, globals, VV_CODE_OF(code)->name); /* no longer where it was defined */
    if (function == NULL)
        return VV_FAILED;
    VV_FUNCTION_OF(function)->closure = vv_xnewref(closure);
    vv_pyframe *f = vv_frame_new(t, function);
    if (f == NULL)
        return VV_FAILED;
    bool function_like = f->code->argcount + f->code->kwonlyargcount > 0 || (f->code->flags & (VV_CO_VARARGS | VV_CO_VARKEYWORDS)) != 0;
    if (VV_UNLIKELY(function_like) && bind(t, f, NULL, 0, NULL, 0) < 0) { /* a function's code: it is called without arguments */
        t->depth--;
        f->sp = f->local + f->code->nlocalsplus;
        vv_frame_clear(t, f);
        return VV_FAILED;
    }
    f->locals = vv_xnewref(locals);
    vv_frame_enter(t, &f->head);
    return VV_PUSHED;
}
