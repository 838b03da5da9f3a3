/* sre_pattern.c - re.Pattern and the scanners that do its work. */
#include <string.h>

#include "modules/sre.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define PATTERN(o) VV_SRE_PATTERN(o)
#define SCANNER(o) VV_SRE_SCANNER(o)

static vv_getter_fn pattern_groupindex, pattern_flags, pattern_groups;
static vv_step vv_sre_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* clang-format off */
#define VV_DEF_NAME pattern
#define VV_DEF_FILE "modules/sre_pattern.def"
#include "object/deftype.h"
#define VV_DEF_NAME scanner
#define VV_DEF_FILE "modules/sre_scanner.def"
#include "object/deftype.h"
/* clang-format on */

/* ---- scanners ---- */

bool vv_sre_is_text(vv_ref o) {
    const uint8_t *data;
    size_t length;
    return VV_ISA(o, STR) || vv_bytes_view(o, &data, &length);
}

vv_owned vv_sre_slice(vv_thread *t, vv_ref string, size_t start, size_t end) {
    if (VV_ISA(string, STR))
        return vv_str_slice(t, string, start, end);
    if (VV_IS(t, string, BYTES))
        return vv_text_cut(t, string, start, end);
    /* the bytes may have become fewer since the match */
    vv_span span = vv_span_of(string);
    end = end < span.length ? end : span.length;
    start = start < end ? start : end;
    return vv_bytes_new(t, (const uint8_t *)span.data + start, end - start);
}

static int position(vv_thread *t, vv_ref value, size_t length, uint32_t fallback, uint32_t *ret) {
    *ret = fallback;
    if (value == NULL)
        return 0;
    int64_t n;
    if (vv_int_as_i64(t, value, &n) < 0)
        return -1;
    *ret = n < 0 ? 0 : (uint64_t)n > length ? (uint32_t)length : (uint32_t)n;
    return 0;
}

vv_owned vv_sre_scanner_new(vv_thread *t, vv_ref pattern, vv_ref string, vv_ref pos, vv_ref endpos) {
    const vv_sre_pattern *p = PATTERN(pattern);
    uint32_t begin, end; /* numbers that are too large come before wrong texts */
    if (position(t, pos, 0, 0, &begin) < 0 || position(t, endpos, 0, 0, &end) < 0)
        return NULL;
    if (!vv_sre_is_text(string))
        return vv_raise(t, VV_TypeError, "expected string or bytes-like object, got '%T'", string);
    if (VV_ISA(string, STR) ? p->is_bytes : p->is_str)
        return vv_raise(t, VV_TypeError, p->is_bytes ? "cannot use a bytes pattern on a string-like object"
                                                     : "cannot use a string pattern on a bytes-like object");
    vv_span span = vv_span_of(string);
    if (span.length >= VV_SRE_NOWHERE)
        return vv_raise(t, VV_OverflowError, "the text is too long for a regular expression");
    if (position(t, pos, span.length, 0, &begin) < 0 || position(t, endpos, span.length, (uint32_t)span.length, &end) < 0)
        return NULL;
    vv_type *type = vv_type_ensure_peek(t, VV_T_SRE_SCANNER);
    vv_owned o = type == NULL ? NULL : vv_new_object(t, type, sizeof(vv_sre_scanner));
    if (o == NULL)
        return NULL;
    vv_sre_scanner *s = SCANNER(o);
    s->pattern = vv_newref(pattern);
    s->string = vv_newref(string);
    bool fixed = VV_ISA(string, STR) || VV_ISA(string, BYTES);
    s->text = fixed ? vv_newref(string) : vv_bytes_new(t, span.data, span.length);
    s->mark = s->text == NULL || p->groups == 0 ? NULL : vv_alloc(t, 2 * sizeof(uint32_t) * p->groups);
    if (s->text == NULL || (p->groups > 0 && s->mark == NULL)) {
        vv_decref(t, o);
        return NULL;
    }
    s->pos = s->start = begin;
    s->end = end;
    vv_track(t, o);
    return o;
}

static void scanner_dealloc(vv_thread *t, vv_obj *self) {
    vv_sre_scanner *s = SCANNER(self);
    vv_xdecref(t, s->pattern);
    vv_xdecref(t, s->string);
    vv_xdecref(t, s->text);
    vv_free(t, s->mark);
    vv_free(t, s->stack);
    vv_free(t, s->repeats);
    vv_free_object(t, self);
}

static int scanner_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SCANNER(self)->pattern);
    VV_VISIT(SCANNER(self)->string);
    VV_VISIT(SCANNER(self)->text);
    return 0;
}

enum { STEPS_A_TICK = 16, MOST_TICKS = 1 << 14 };

/* Lets a scanner work for as long as the budget allows: t->ival = 1 found, 0 none, VV_SRE_MORE. */
static vv_step advance(vv_thread *t, vv_ref scanner) {
    int64_t ticks = t->ticks < 1 ? 1 : t->ticks > MOST_TICKS ? MOST_TICKS : t->ticks;
    int64_t steps = ticks * STEPS_A_TICK;
    int found = vv_sre_continue(t, SCANNER(scanner), &steps);
    t->ticks -= ticks - (steps < 0 ? 0 : steps / STEPS_A_TICK);
    if (found < 0)
        return VV_FAILED;
    t->ival = found;
    return found == VV_SRE_MORE ? vv_poll_ready(t) : VV_READY;
}

/* Awaits the end of a search that has begun: t->ival = found or not. */
#define FIND(nf, scanner)                                                                                              \
    do {                                                                                                               \
        VV_AWAIT(nf, advance(t, scanner));                                                                             \
    } while (t->ival == VV_SRE_MORE)

/* After a match: the next one begins where it ended, and is not empty there if this one was. */
static void go_on_behind(vv_sre_scanner *s) {
    s->must_advance = s->at == s->start;
    s->start = s->at;
}

/* Turns the arguments from `first` on into ints. */
#define INDEX_ARGUMENTS(nf, first)                                                                                     \
    for ((nf)->i[0] = (first); (nf)->i[0] < (nf)->argc; (nf)->i[0]++)                                                  \
        if (vv_text_needs_index(t, (nf)->argv[(nf)->i[0]], false)) {                                                   \
            VV_AWAIT(nf, vv_do_index(t, (nf)->argv[(nf)->i[0]]));                                                      \
            vv_setref_take(t, &(nf)->argv[(nf)->i[0]], vv_take_ret(t));                                                \
        }

/* argv: scanner */
static vv_step scan(vv_thread *t, vv_native *nf, enum vv_sre_mode mode) {
    vv_sre_scanner *s = SCANNER(nf->argv[0]);
    VV_BEGIN(nf);
    if (s->busy)
        return vv_raise_step(t, VV_ValueError, "regular expression scanner already executing");
    if (s->done)
        return vv_return_none(t);
    vv_sre_begin(s, mode);
    s->busy = true;
    for (;;) {
        VV_AWAIT_CATCH(nf, advance(t, nf->argv[0]));
        if (nf->raised) {
            s->busy = false;
            return VV_FAILED;
        }
        if (t->ival != VV_SRE_MORE)
            break;
    }
    s->busy = false;
    if (t->ival == 0) {
        s->done = true;
        return vv_return_none(t);
    }
    vv_owned match = vv_sre_match_new(t, s);
    go_on_behind(s);
    return vv_return(t, match);
    VV_END(nf);
}

/* Most matches are short. Those that are not begin anew, with a frame. */
enum { QUICK_STEPS = 256 };

/* argv: scanner */
static vv_owned scan_now(vv_thread *t, vv_ref scanner, enum vv_sre_mode mode) {
    vv_sre_scanner *s = SCANNER(scanner);
    int64_t steps = QUICK_STEPS;
    if (s->busy || s->done)
        return NULL;
    vv_sre_begin(s, mode);
    int found = vv_sre_continue(t, s, &steps);
    if (found == VV_SRE_MORE || found < 0)
        return NULL;
    if (found == 0) {
        s->done = true;
        return vv_none(t);
    }
    vv_owned match = vv_sre_match_new(t, s);
    go_on_behind(s);
    return match;
}
static vv_owned scanner_match_now(vv_thread *t, vv_obj *const *argv) {
    return scan_now(t, argv[0], VV_SRE_MATCH);
}
static vv_owned scanner_search_now(vv_thread *t, vv_obj *const *argv) {
    return scan_now(t, argv[0], VV_SRE_SEARCH);
}

static vv_step scanner_match(vv_thread *t, vv_native *nf) {
    return scan(t, nf, VV_SRE_MATCH);
}
static vv_step scanner_search(vv_thread *t, vv_native *nf) {
    return scan(t, nf, VV_SRE_SEARCH);
}

/* ---- finding ---- */

/* argv: pattern, string, pos, endpos */
static vv_step find(vv_thread *t, vv_native *nf, enum vv_sre_mode mode) {
    VV_BEGIN(nf);
    INDEX_ARGUMENTS(nf, 2)
    nf->slot[0] = vv_sre_scanner_new(t, nf->argv[0], nf->argv[1], nf->argv[2], nf->argv[3]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    vv_sre_begin(SCANNER(nf->slot[0]), mode);
    FIND(nf, nf->slot[0]);
    return t->ival == 0 ? vv_return_none(t) : vv_return(t, vv_sre_match_new(t, SCANNER(nf->slot[0])));
    VV_END(nf);
}

/* argv: pattern, string, pos, endpos. NULL without an exception: not so simple. */
static vv_owned find_now(vv_thread *t, vv_obj *const *argv, enum vv_sre_mode mode) {
    int64_t steps = QUICK_STEPS;
    if (argv[2] != NULL || argv[3] != NULL)
        return NULL;
    VV_AUTO scanner = {t, vv_sre_scanner_new(t, argv[0], argv[1], NULL, NULL)};
    if (scanner.o == NULL)
        return NULL;
    vv_sre_begin(SCANNER(scanner.o), mode);
    int found = vv_sre_continue(t, SCANNER(scanner.o), &steps);
    if (found == VV_SRE_MORE || found < 0)
        return NULL;
    return found == 0 ? vv_none(t) : vv_sre_match_new(t, SCANNER(scanner.o));
}
static vv_owned pattern_match_now(vv_thread *t, vv_obj *const *argv) {
    return find_now(t, argv, VV_SRE_MATCH);
}
static vv_owned pattern_fullmatch_now(vv_thread *t, vv_obj *const *argv) {
    return find_now(t, argv, VV_SRE_FULLMATCH);
}
static vv_owned pattern_search_now(vv_thread *t, vv_obj *const *argv) {
    return find_now(t, argv, VV_SRE_SEARCH);
}

static vv_step pattern_match(vv_thread *t, vv_native *nf) {
    return find(t, nf, VV_SRE_MATCH);
}
static vv_step pattern_fullmatch(vv_thread *t, vv_native *nf) {
    return find(t, nf, VV_SRE_FULLMATCH);
}
static vv_step pattern_search(vv_thread *t, vv_native *nf) {
    return find(t, nf, VV_SRE_SEARCH);
}

/* argv: pattern, string, pos, endpos */
static vv_step pattern_scanner(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    INDEX_ARGUMENTS(nf, 2)
    return vv_return(t, vv_sre_scanner_new(t, nf->argv[0], nf->argv[1], nf->argv[2], nf->argv[3]));
    VV_END(nf);
}

/* argv: pattern, string, pos, endpos */
static vv_step pattern_finditer(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    INDEX_ARGUMENTS(nf, 2)
    nf->slot[0] = vv_sre_scanner_new(t, nf->argv[0], nf->argv[1], nf->argv[2], nf->argv[3]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], VV_N(t, search)));
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_callable_iterator_new(t, nf->slot[1], VV_NONE(t)));
    VV_END(nf);
}

/* The text of group k >= 1 of what a scanner has found; `absent` (borrowed) if it took no part. */
static vv_owned group_text(vv_thread *t, const vv_sre_scanner *s, uint32_t k, vv_ref absent) {
    uint32_t from = s->mark[2 * k - 2], to = s->mark[2 * k - 1];
    if (from == VV_SRE_NOWHERE || to == VV_SRE_NOWHERE || to < from)
        return vv_newref(absent);
    return vv_sre_slice(t, s->text, from, to);
}

/* What findall() lists for a match: its text, its only group, or a tuple of its groups. */
static vv_owned found_item(vv_thread *t, const vv_sre_scanner *s) {
    uint32_t groups = PATTERN(s->pattern)->groups;
    if (groups == 0)
        return vv_sre_slice(t, s->text, s->start, s->at);
    VV_AUTO empty = {t, vv_sre_slice(t, s->text, 0, 0)};
    if (empty.o == NULL)
        return NULL;
    if (groups == 1)
        return group_text(t, s, 1, empty.o);
    VV_AUTO item = {t, vv_tuple_new(t, groups)};
    for (uint32_t k = 0; item.o != NULL && k < groups; k++) {
        vv_owned text = group_text(t, s, k + 1, empty.o);
        if (text == NULL)
            return NULL;
        VV_TUPLE(item.o)->items[k] = text;
    }
    if (item.o != NULL)
        vv_tuple_done(t, item.o);
    return vv_move(&item.o);
}

/* argv: pattern, string, pos, endpos */
static vv_step pattern_findall(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    INDEX_ARGUMENTS(nf, 2)
    nf->slot[0] = vv_sre_scanner_new(t, nf->argv[0], nf->argv[1], nf->argv[2], nf->argv[3]);
    nf->slot[1] = nf->slot[0] == NULL ? NULL : vv_list_new(t, 0);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (;;) {
        vv_sre_begin(SCANNER(nf->slot[0]), VV_SRE_SEARCH);
        FIND(nf, nf->slot[0]);
        if (t->ival == 0)
            return vv_return(t, vv_move(&nf->slot[1]));
        vv_sre_scanner *s = SCANNER(nf->slot[0]);
        if (vv_list_append_take(t, nf->slot[1], found_item(t, s)) < 0)
            return VV_FAILED;
        go_on_behind(s);
    }
    VV_END(nf);
}

/* argv: pattern, string, maxsplit; i[1]: splits, i[2]: end of the last match */
static vv_step pattern_split(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    INDEX_ARGUMENTS(nf, 2)
    nf->slot[0] = vv_sre_scanner_new(t, nf->argv[0], nf->argv[1], NULL, NULL);
    nf->slot[1] = nf->slot[0] == NULL ? NULL : vv_list_new(t, 0);
    if (nf->slot[1] == NULL || (nf->argv[2] != NULL && vv_int_as_i64(t, nf->argv[2], &nf->i[0]) < 0))
        return VV_FAILED;
    nf->i[0] = nf->argv[2] == NULL ? 0 : nf->i[0];
    while (nf->i[0] == 0 || nf->i[1] < nf->i[0]) {
        vv_sre_begin(SCANNER(nf->slot[0]), VV_SRE_SEARCH);
        FIND(nf, nf->slot[0]);
        if (t->ival == 0)
            break;
        vv_sre_scanner *s = SCANNER(nf->slot[0]);
        if (vv_list_append_take(t, nf->slot[1], vv_sre_slice(t, s->text, (size_t)nf->i[2], s->start)) < 0)
            return VV_FAILED;
        for (uint32_t k = 1; k <= PATTERN(nf->argv[0])->groups; k++)
            if (vv_list_append_take(t, nf->slot[1], group_text(t, s, k, VV_NONE(t))) < 0)
                return VV_FAILED;
        nf->i[1]++;
        nf->i[2] = s->at;
        go_on_behind(s);
    }
    const vv_sre_scanner *s = SCANNER(nf->slot[0]);
    if (vv_list_append_take(t, nf->slot[1], vv_sre_slice(t, s->text, (size_t)nf->i[2], s->end)) < 0)
        return VV_FAILED;
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

/* ---- replacing ---- */

enum replacement { BY_TEXT, BY_TEMPLATE, BY_CALL };

static bool has_backslash(vv_ref text) {
    vv_span span = vv_span_of(text);
    vv_span needle = {"\\", 1, 1};
    return vv_span_find(&span, &needle, 0, span.length) >= 0;
}

/* argv: pattern, replacement, string, count. slot: [0] scanner, [1] list of texts, [2] replacement, [3] match.
 * i: [1] count, [2] replacements done, [3] end of the last match, [4] enum replacement */
static vv_step substitute(vv_thread *t, vv_native *nf, bool tell_number) {
    VV_BEGIN(nf);
    INDEX_ARGUMENTS(nf, 3)
    if (nf->argv[3] != NULL && vv_int_as_i64(t, nf->argv[3], &nf->i[1]) < 0)
        return VV_FAILED;
    if (nf->argv[1]->type->s.call != NULL) {
        nf->i[4] = BY_CALL;
        nf->slot[2] = vv_newref(nf->argv[1]);
    } else if (vv_sre_is_text(nf->argv[1]) && !has_backslash(nf->argv[1])) {
        nf->slot[2] = vv_newref(nf->argv[1]);
    } else {
        VV_AWAIT(nf, vv_sre_do_template(t, nf->argv[0], nf->argv[1]));
        nf->slot[2] = vv_take_ret(t);
        nf->i[4] = BY_TEMPLATE;
        if (VV_TUPLE(VV_SRE_TEMPLATE(nf->slot[2])->parts)->length == 0) {
            nf->i[4] = BY_TEXT;
            vv_setref_take(t, &nf->slot[2], vv_newref(VV_SRE_TEMPLATE(nf->slot[2])->literal));
        }
    }
    nf->slot[0] = vv_sre_scanner_new(t, nf->argv[0], nf->argv[2], NULL, NULL);
    nf->slot[1] = nf->slot[0] == NULL ? NULL : vv_list_new(t, 0);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    while (nf->i[1] == 0 || nf->i[2] < nf->i[1]) {
        vv_sre_begin(SCANNER(nf->slot[0]), VV_SRE_SEARCH);
        FIND(nf, nf->slot[0]);
        if (t->ival == 0)
            break;
        vv_sre_scanner *s = SCANNER(nf->slot[0]);
        if (nf->i[3] < s->start &&
            vv_list_append_take(t, nf->slot[1], vv_sre_slice(t, s->text, (size_t)nf->i[3], s->start)) < 0)
            return VV_FAILED;
        nf->i[3] = s->at;
        nf->i[2]++;
        if (nf->i[4] == BY_TEXT) {
            if (vv_list_append(t, nf->slot[1], nf->slot[2]) < 0)
                return VV_FAILED;
        } else {
            vv_setref_take(t, &nf->slot[3], vv_sre_match_new(t, s));
            if (nf->slot[3] == NULL)
                return VV_FAILED;
        }
        go_on_behind(s);
        if (nf->i[4] == BY_TEMPLATE && vv_sre_expand(t, nf->slot[2], nf->slot[3], nf->slot[1]) < 0)
            return VV_FAILED;
        if (nf->i[4] == BY_CALL) {
            VV_AWAIT(nf, vv_do_call1(t, nf->slot[2], nf->slot[3]));
            vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
            if (nf->slot[3] != VV_NONE(t) && vv_list_append(t, nf->slot[1], nf->slot[3]) < 0)
                return VV_FAILED;
        }
    }
    const vv_sre_scanner *s = SCANNER(nf->slot[0]);
    if (nf->i[3] < s->end && vv_list_append_take(t, nf->slot[1], vv_sre_slice(t, s->text, (size_t)nf->i[3], s->end)) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_sre_do_join(t, SCANNER(nf->slot[0])->text, nf->slot[1]));
    if (!tell_number)
        return VV_READY;
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_take_ret(t), vv_int_new(t, nf->i[2])));
    VV_END(nf);
}

static vv_step pattern_sub(vv_thread *t, vv_native *nf) {
    return substitute(t, nf, false);
}
static vv_step pattern_subn(vv_thread *t, vv_native *nf) {
    return substitute(t, nf, true);
}

/* ---- the pattern as an object ---- */

static vv_owned pattern_groupindex(vv_thread *t, vv_ref self) {
    return vv_mappingproxy_new(t, PATTERN(self)->groupindex);
}
static vv_owned pattern_flags(vv_thread *t, vv_ref self) {
    return vv_int_new(t, PATTERN(self)->flags);
}
static vv_owned pattern_groups(vv_thread *t, vv_ref self) {
    return vv_int_new(t, PATTERN(self)->groups);
}
static vv_owned pattern_copy(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}
static vv_owned pattern_deepcopy(vv_thread *t, vv_obj *const *argv) {
    return pattern_copy(t, argv);
}

static vv_step pattern_repr(vv_thread *t, vv_ref self) {
    static const struct {
        const char *name;
        uint32_t flag;
    } names[] = {{"re.TEMPLATE", VV_SRE_FLAG_TEMPLATE}, {"re.IGNORECASE", VV_SRE_FLAG_IGNORECASE},
                 {"re.LOCALE", VV_SRE_FLAG_LOCALE},     {"re.MULTILINE", VV_SRE_FLAG_MULTILINE},
                 {"re.DOTALL", VV_SRE_FLAG_DOTALL},     {"re.UNICODE", VV_SRE_FLAG_UNICODE},
                 {"re.VERBOSE", VV_SRE_FLAG_VERBOSE},   {"re.DEBUG", VV_SRE_FLAG_DEBUG},
                 {"re.ASCII", VV_SRE_FLAG_ASCII}};
    const vv_sre_pattern *p = PATTERN(self);
    uint32_t flags = p->flags;
    if (p->is_str && (flags & (VV_SRE_FLAG_LOCALE | VV_SRE_FLAG_UNICODE | VV_SRE_FLAG_ASCII)) == VV_SRE_FLAG_UNICODE)
        flags &= ~(uint32_t)VV_SRE_FLAG_UNICODE; /* that is what a str pattern has anyway */
    char text[160] = "";
    for (size_t k = 0; k < VV_ARRAY_LEN(names); k++) {
        if ((flags & names[k].flag) == 0)
            continue;
        strcat(strcat(text, text[0] == '\0' ? ", " : "|"), names[k].name);
        flags &= ~names[k].flag;
    }
    VV_AUTO whole = {t, vv_format(t, "%R", p->pattern)};
    if (whole.o == NULL)
        return VV_FAILED;
    size_t length = VV_STR(whole.o)->length;
    VV_AUTO shown = {t, vv_str_slice(t, whole.o, 0, length < 200 ? length : 200)};
    if (shown.o == NULL)
        return VV_FAILED;
    if (flags != 0)
        return vv_return(t, vv_format(t, "re.compile(%U%s%s0x%x)", shown.o, text, text[0] == '\0' ? ", " : "|", flags));
    return vv_return(t, vv_format(t, "re.compile(%U%s)", shown.o, text));
}

/* What makes two patterns equal: the source, the flags and the code. */
static vv_step pattern_hash(vv_thread *t, vv_ref self) {
    const vv_sre_pattern *p = PATTERN(self);
    vv_hash hash = 0;
    if (vv_hash_now(t, p->pattern, &hash) < 0)
        return VV_FAILED;
    uint64_t mixed = (uint64_t)hash;
    for (uint32_t k = 0; k < p->length; k++)
        mixed = mixed * UINT64_C(1000003) ^ p->code[k];
    mixed ^= p->flags ^ ((uint64_t)p->groups << 32);
    return vv_return_int(t, mixed == UINT64_MAX ? -2 : (int64_t)mixed);
}

static vv_step pattern_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || a->type != b->type)
        return vv_return_not_implemented(t);
    const vv_sre_pattern *p = PATTERN(a), *q = PATTERN(b);
    int same = a == b;
    if (!same && p->flags == q->flags && p->is_bytes == q->is_bytes && p->is_str == q->is_str && p->length == q->length &&
        memcmp(p->code, q->code, sizeof(uint32_t) * p->length) == 0) {
        same = vv_equal_now(t, p->pattern, q->pattern);
        if (same < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_bool(t, (same == 1) == (op == VV_EQ)));
}

static void pattern_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, PATTERN(self)->pattern);
    vv_xdecref(t, PATTERN(self)->groupindex);
    vv_xdecref(t, PATTERN(self)->indexgroup);
    vv_free_object(t, self);
}

static int pattern_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(PATTERN(self)->groupindex);
    VV_VISIT(PATTERN(self)->indexgroup);
    VV_VISIT(PATTERN(self)->pattern);
    return 0;
}

static int64_t pattern_size64(vv_ref self) {
    return 96 + 4 * (int64_t)((const vv_sre_pattern *)self)->length;
}

const vv_typespec vv_sre_pattern_spec = {
    .name = "Pattern",
    .module = "re",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_sre_pattern),
    .itemsize = sizeof(uint32_t),
    .size64 = 112,
    .size64_of = pattern_size64,
    .weakoffset = offsetof(vv_sre_pattern, weaklist),
    .doc = "Compiled regular expression object.",
    .slots = &pattern_slots,
    .methods = pattern_methods,
    .getset = pattern_getset,
    .members = pattern_members,
    .dealloc = pattern_dealloc,
    .traverse = pattern_traverse,
};

const vv_typespec vv_sre_scanner_spec = {
    .name = "SRE_Scanner",
    .module = "_sre",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_sre_scanner),
    .size64 = 256,
    .slots = &scanner_slots,
    .methods = scanner_methods,
    .members = scanner_members,
    .dealloc = scanner_dealloc,
    .traverse = scanner_traverse,
};
