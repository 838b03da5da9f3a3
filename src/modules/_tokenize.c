/* _tokenize.c - module _tokenize: the compiler's tokens, comments and ends of blank lines among them, for module tokenize.
 *
 * All lines are asked for before the first token is cut.
 */
#include <string.h>

#include "compiler/lexer.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/codecs.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct tokenizer {
    vv_obj head;
    vv_obj *readline; /* owned; NULL once all lines are read */
    vv_obj *encoding; /* owned str: readline() gives bytes; or NULL */
    vv_obj *filename; /* owned */
    vv_obj *line;     /* owned: the str made last for a line, */
    const char *line_start, *line_end; /* and what of the text it is */
    char *text;       /* vv_alloc: all lines, UTF-8 */
    bool extra, done;
    bool implicit; /* the last line has no end of its own */
    vv_arena arena;
    vv_warning_list warnings; /* nobody asks for them */
    vv_lexer lexer;
} tokenizer;
#define TOKENIZER(o) ((tokenizer *)(o))

static vv_slotfn_new_ tokenizer_create;
static vv_slotfn_next tokenizer_next;
static const vv_slots tokenizer_slots = {.new_ = tokenizer_create, .iter = vv_self_iter, .next = tokenizer_next};

/* ---- the object ---- */

static vv_step tokenizer_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_ref encoding = NULL, extra = NULL;
    if (nargs != 1)
        return vv_raise_step(t, VV_TypeError, "tokenizeriter() takes exactly 1 positional argument (%zu given)", nargs);
    for (size_t k = 0; kwnames != NULL && k < VV_TUPLE(kwnames)->length; k++) {
        vv_ref name = VV_TUPLE(kwnames)->items[k];
        if (vv_str_equal_cstr(name, "encoding"))
            encoding = args[nargs + k];
        else if (vv_str_equal_cstr(name, "extra_tokens"))
            extra = args[nargs + k];
        else
            return vv_raise_step(t, VV_TypeError, "tokenizeriter() got an unexpected keyword argument '%U'", name);
    }
    if (extra == NULL)
        return vv_raise_step(t, VV_TypeError, "tokenizeriter() missing required argument 'extra_tokens' (pos 2)");
    if (encoding == VV_NONE(t))
        encoding = NULL;
    if (encoding != NULL && !VV_ISA(encoding, STR))
        return vv_raise_step(t, VV_TypeError, "tokenizeriter() argument 'encoding' must be str, not %T", encoding);
    VV_AUTO filename = {t, vv_str_from_cstr(t, "<string>")};
    vv_obj *o = filename.o == NULL ? NULL : vv_new_object(t, VV_AS_TYPE(type), sizeof(tokenizer));
    if (o == NULL)
        return VV_FAILED;
    tokenizer *z = TOKENIZER(o);
    z->readline = vv_newref(args[0]);
    z->encoding = encoding == NULL ? NULL : vv_newref(encoding);
    z->filename = vv_move(&filename.o);
    z->extra = extra != VV_FALSE(t) && extra != VV_NONE(t) && extra != (vv_ref)t->vm->small_ints[-VV_SMALL_INT_MIN];
    vv_arena_init(&z->arena, t->vm->mem);
    vv_track(t, o);
    return vv_return(t, o);
}

static void drop_object(void *thread, void *object) {
    vv_decref(thread, object);
}

static void tokenizer_dealloc(vv_thread *t, vv_obj *self) {
    tokenizer *z = TOKENIZER(self);
    vv_clearref(t, &z->readline);
    vv_clearref(t, &z->encoding);
    vv_clearref(t, &z->filename);
    vv_clearref(t, &z->line);
    vv_free(t, z->text);
    vv_arena_release(&z->arena, drop_object, t);
    vv_free_object(t, self);
}

static int tokenizer_traverse(vv_ref self, vv_visit visit, void *arg) {
    const tokenizer *z = TOKENIZER(self);
    VV_VISIT(z->readline);
    VV_VISIT(z->encoding);
    VV_VISIT(z->filename);
    VV_VISIT(z->line);
    for (size_t k = 0; k < z->arena.owned_count; k++)
        VV_VISIT(z->arena.owned[k]);
    return 0;
}

static void tokenizer_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &TOKENIZER(self)->readline);
}

const vv_typespec vv_tokenizer_iter_spec = {
    .name = "TokenizerIter",
    .module = "_tokenize",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(tokenizer),
    .slots = &tokenizer_slots,
    .dealloc = tokenizer_dealloc,
    .traverse = tokenizer_traverse,
    .clear = tokenizer_clear,
};

/* ---- tokens ---- */

/* The numbers that module token gives the kinds, in the order of tokens.def up to the operators. */
static const uint8_t numbers[VV_TOK_KW_AS] = {
    [VV_TOK_ENDMARKER] = 0, [VV_TOK_NAME] = 1, [VV_TOK_NUMBER] = 2, [VV_TOK_STRING] = 3, [VV_TOK_NEWLINE] = 4,
    [VV_TOK_INDENT] = 5, [VV_TOK_DEDENT] = 6, [VV_TOK_FSTRING_START] = 61, [VV_TOK_FSTRING_MIDDLE] = 62,
    [VV_TOK_FSTRING_END] = 63, [VV_TOK_ERROR] = 66, [VV_TOK_OTHER] = 55, [VV_TOK_COMMENT] = 64, [VV_TOK_NL] = 65,
    [VV_TOK_LPAR] = 7, 8, 9, 10, 25, 26, 11, 12, 13, 23, 52, 22, 53, 51, 49, 54, 14, 15, 16, 35, 17, 47, 24, 18, 19, 32, 31, 33,
    34, 20, 21, 27, 28, 29, 30, 28, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 48, 50,
};
enum { OP = 55, AWAIT = 56, ASYNC = 57 };

static int number_of(int kind, bool extra) {
    if (kind >= VV_TOK_KW_AS)
        return extra ? 1 : kind == VV_TOK_KW_ASYNC ? ASYNC : kind == VV_TOK_KW_AWAIT ? AWAIT : 1;
    int number = numbers[kind];
    return extra && number > 6 && number < OP ? OP : number;
}

static bool is_string(int kind) {
    return kind == VV_TOK_STRING || (kind >= VV_TOK_FSTRING_START && kind <= VV_TOK_FSTRING_END);
}

/* Characters of UTF-8 text; -1 when `end` is before `start`. */
static int64_t characters(const char *start, const char *end) {
    int64_t n = 0;
    if (start == NULL || end == NULL || end < start)
        return -1;
    for (; start < end; start++)
        n += ((unsigned char)*start & 0xC0) != 0x80;
    return n;
}

static void raise_state(vv_thread *t, tokenizer *z) {
    vv_lexer *lx = &z->lexer;
    int type = VV_SyntaxError;
    const char *text = "unknown tokenization error";
    vv_diag_place place = {.filename = z->filename, .lineno = lx->lineno};
    switch (lx->done) {
    case VV_LEXER_RAISED:
        return;
    case VV_LEXER_DEDENT:
        type = VV_IndentationError;
        text = "unindent does not match any outer indentation level";
        break;
    case VV_LEXER_TABSPACE:
        type = VV_TabError;
        text = "inconsistent use of tabs and spaces in indentation";
        break;
    case VV_LEXER_TOODEEP:
        type = VV_IndentationError;
        text = "too many levels of indentation";
        break;
    case VV_LEXER_LINECONT:
        text = "unexpected character after line continuation character";
        break;
    default:
        text = "unexpected EOF in multi-line statement";
        break;
    }
    size_t length;
    place.text = vv_lexer_line(lx, lx->lineno, &length);
    place.text_length = length;
    if (lx->done == VV_LEXER_EOF || lx->done == VV_LEXER_OK)
        place.offset = lx->start == lx->cur && lx->fstring_depth == 0 ? 0 : (int)(lx->inp - lx->buf);
    else
        place.offset = (int)characters(place.text, place.text + length) + 1;
    (void)vv_diag_raise(t, type, &place, "%s", text);
}

/* The text of the line a token stands in, owned. */
static vv_owned line_of(vv_thread *t, tokenizer *z, const char *start) {
    const char *end = z->lexer.inp;
    if (z->implicit && end == z->lexer.source_end && end > start)
        end--;
    if (z->line == NULL || z->line_start != start || z->line_end != end) {
        vv_owned line = vv_str_from_utf8(t, start, (size_t)(end - start));
        if (line == NULL)
            return NULL;
        vv_setref_take(t, &z->line, line);
        z->line_start = start;
        z->line_end = end;
    }
    return vv_newref(z->line);
}

/* (type, text, (line, column), (line, column), line's text) */
static vv_owned token_tuple(vv_thread *t, tokenizer *z, const vv_token *token) {
    const vv_lexer *lx = &z->lexer;
    const char *start = token->start, *end = token->end;
    const char *line_start = is_string(token->kind) ? lx->multi_line_start : lx->line_start;
    bool trailing = token->kind == VV_TOK_ENDMARKER || (token->kind == VV_TOK_DEDENT && lx->done == VV_LEXER_EOF);
    bool implicit = z->implicit && lx->inp == lx->source_end;
    int64_t line = token->loc.lineno, end_line = token->loc.end_lineno;
    if (token->kind == VV_TOK_NEWLINE) /* its own end is not part of it */
        end--;
    int64_t column = characters(line_start, start), end_column = end == NULL || end < lx->line_start ? -1 : characters(lx->line_start, end);
    const char *text = start == NULL ? "" : start;
    size_t length = start == NULL ? 0 : (size_t)(end - start);
    if (z->extra && trailing) {
        line = end_line = line + 1;
        column = end_column = 0;
    } else if (z->extra && token->kind == VV_TOK_NEWLINE) {
        text = implicit ? "" : *start == '\r' ? "\r\n" : "\n";
        length = strlen(text);
        end_column++;
    } else if (z->extra && token->kind == VV_TOK_NL && implicit) {
        length = 0;
    }
    return vv_tuple_pack_take(
        t, 5, vv_int_new(t, number_of(token->kind, z->extra)), vv_str_from_utf8(t, text, length),
        vv_tuple_pack_take(t, 2, vv_int_new(t, line), vv_int_new(t, column)),
        vv_tuple_pack_take(t, 2, vv_int_new(t, end_line), vv_int_new(t, end_column)),
        z->extra && trailing ? vv_newref(t->vm->empty_str) : line_of(t, z, line_start));
}

static vv_step next_token(vv_thread *t, tokenizer *z) {
    if (z->done)
        return vv_return_null(t);
    vv_token token;
    z->lexer.t = t;
    vv_lexer_next(&z->lexer, &token);
    if (token.kind == VV_TOK_ERROR) {
        raise_state(t, z);
        z->done = true;
        return VV_FAILED;
    }
    z->done = token.kind == VV_TOK_ENDMARKER;
    return vv_return(t, token_tuple(t, z, &token));
}

/* ---- lines ---- */

/* A line as str: what readline() gave, decoded. */
static vv_owned line_text(vv_thread *t, const tokenizer *z, vv_ref o) {
    const uint8_t *bytes;
    size_t n, m;
    if (z->encoding == NULL)
        return VV_ISA(o, STR) ? vv_newref(o) : vv_raise(t, VV_TypeError, "readline() returned a non-string object");
    if (!vv_bytes_view(o, &bytes, &n))
        return vv_raise(t, VV_TypeError, "readline() returned a non-bytes object");
    const char *encoding = vv_str_utf8_peek(t, z->encoding, &m);
    return encoding == NULL ? NULL : vv_decode(t, bytes, n, encoding, "replace");
}

/* Joins the lines and starts the lexer: 0/-1. */
static int begin(vv_thread *t, tokenizer *z, vv_ref lines) {
    VV_AUTO all = {t, vv_str_join(t, t->vm->empty_str, vv_list_items_peek(lines), VV_LIST(lines)->length)};
    size_t n;
    const char *text = all.o == NULL ? NULL : vv_str_utf8_peek(t, all.o, &n);
    if (text == NULL)
        return -1;
    if (memchr(text, '\0', n) != NULL)
        return vv_raise_int(t, VV_SyntaxError, "source code cannot contain null bytes");
    z->text = vv_alloc(t, n + 2);
    if (z->text == NULL)
        return -1;
    memcpy(z->text, text, n);
    z->implicit = n > 0 && text[n - 1] != '\n';
    if (z->implicit)
        z->text[n++] = '\n';
    z->text[n] = '\0';
    vv_lexer_init(&z->lexer, t, &z->arena, z->filename, z->text, n, &z->warnings);
    z->lexer.extra = z->extra;
    vv_clearref(t, &z->readline);
    return 0;
}

/* argv: tokenizer; slot: 0 list of lines, 1 a line */
static vv_step read_lines(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    while (TOKENIZER(nf->argv[0])->readline != NULL) {
        if (--t->ticks <= 0)
            VV_AWAIT(nf, vv_poll_ready(t));
        VV_AWAIT_CATCH(nf, vv_do_call0(t, TOKENIZER(nf->argv[0])->readline));
        if (nf->raised && !vv_error_is(t, VV_StopIteration))
            return VV_FAILED;
        bool more = !nf->raised;
        if (more) {
            nf->slot[1] = vv_take_ret(t);
            vv_setref_take(t, &nf->slot[1], line_text(t, TOKENIZER(nf->argv[0]), nf->slot[1]));
            if (nf->slot[1] == NULL)
                return VV_FAILED;
            more = vv_str_length(nf->slot[1]) > 0;
        } else {
            vv_clear_error(t);
        }
        if (more && vv_list_append_take(t, nf->slot[0], vv_move(&nf->slot[1])) < 0)
            return VV_FAILED;
        if (!more && TOKENIZER(nf->argv[0])->readline != NULL && begin(t, TOKENIZER(nf->argv[0]), nf->slot[0]) < 0)
            return VV_FAILED;
    }
    return next_token(t, TOKENIZER(nf->argv[0]));
    VV_END(nf);
}

static vv_step tokenizer_next(vv_thread *t, vv_ref self) {
    tokenizer *z = TOKENIZER(self);
    return z->readline == NULL ? next_token(t, z) : vv_start1(t, read_lines, "TokenizerIter", self);
}

vv_owned vv__tokenize_module(vv_thread *t);
vv_owned vv__tokenize_module(vv_thread *t) {
    static const vv_methoddef none[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
    const vv_type *type = vv_type_ensure_peek(t, VV_T_TOKENIZER_ITER);
    VV_AUTO module = {t, type == NULL ? NULL : vv_module_from_defs(t, "_tokenize", NULL, none)};
    if (module.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "TokenizerIter", (vv_ref)&type->head) < 0)
        return NULL;
    return vv_move(&module.o);
}
