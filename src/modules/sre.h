/* sre.h - regular expressions: the code that the library's re module compiles patterns to, and the machine that runs it.
 *
 * The instruction set is that of re._constants (MAGIC 20221023). The machine is a backtracking one (as in R. Cox,
 * "Regular Expression Matching: the Virtual Machine Approach", 2009) with a stack of its own: no recursion in C, memory
 * linear in the choices that are open, and it stops after any number of steps to go on later.
 *
 * The stack holds choices (where to go on after a failure) and undo records (what the way there has changed: marks,
 * counts of repeats). Assertions and atomic groups put a barrier on the stack; when their body has matched, the choices
 * above the barrier are dropped and the undo records stay.
 */
#ifndef VV_MODULES_SRE_H
#define VV_MODULES_SRE_H

#include "base/unicode.h"
#include "object/runtime.h"
#include "types/text.h"

enum vv_sre_op {
#define VV_SRE_OP(name, words) VV_SRE_##name,
#include "modules/sre_ops.def"
#undef VV_SRE_OP
    VV_SRE__OPS
};

enum vv_sre_at {
    VV_SRE_AT_BEGINNING, VV_SRE_AT_BEGINNING_LINE, VV_SRE_AT_BEGINNING_STRING, VV_SRE_AT_BOUNDARY,
    VV_SRE_AT_NON_BOUNDARY, VV_SRE_AT_END, VV_SRE_AT_END_LINE, VV_SRE_AT_END_STRING, VV_SRE_AT_LOC_BOUNDARY,
    VV_SRE_AT_LOC_NON_BOUNDARY, VV_SRE_AT_UNI_BOUNDARY, VV_SRE_AT_UNI_NON_BOUNDARY, VV_SRE_AT__COUNT,
};

/* Each class is followed by its complement. */
enum vv_sre_category {
    VV_SRE_DIGIT = 0, VV_SRE_SPACE = 2, VV_SRE_WORD = 4, VV_SRE_LINEBREAK = 6, VV_SRE_LOC_WORD = 8, VV_SRE_UNI_DIGIT = 10,
    VV_SRE_UNI_SPACE = 12, VV_SRE_UNI_WORD = 14, VV_SRE_UNI_LINEBREAK = 16, VV_SRE_CATEGORY__COUNT = 18,
};

enum vv_sre_flag {
    VV_SRE_FLAG_TEMPLATE = 1, VV_SRE_FLAG_IGNORECASE = 2, VV_SRE_FLAG_LOCALE = 4, VV_SRE_FLAG_MULTILINE = 8,
    VV_SRE_FLAG_DOTALL = 16, VV_SRE_FLAG_UNICODE = 32, VV_SRE_FLAG_VERBOSE = 64, VV_SRE_FLAG_DEBUG = 128,
    VV_SRE_FLAG_ASCII = 256,
};

#define VV_SRE_MAGIC 20221023
#define VV_SRE_MAXREPEAT UINT32_MAX
#define VV_SRE_NOWHERE UINT32_MAX /* a mark that is not set */

typedef struct vv_sre_pattern {
    vv_obj head;
    vv_obj *weaklist;
    vv_obj *pattern;    /* owned: str, bytes or None */
    vv_obj *groupindex; /* owned dict: name -> number */
    vv_obj *indexgroup; /* owned tuple: name or None by number */
    uint32_t flags;     /* enum vv_sre_flag */
    uint32_t groups;
    bool is_bytes, is_str;
    uint32_t length;    /* of code, in words */
    uint32_t code[];
} vv_sre_pattern;
#define VV_SRE_PATTERN(o) ((vv_sre_pattern *)(o))

/* A choice, a barrier or an undo record (enum in sre_match.c). */
typedef struct vv_sre_entry {
    uint32_t kind, pc, at, a, b;
} vv_sre_entry;

/* A running repeat of more than one character. */
typedef struct vv_sre_repeat {
    uint32_t pc;    /* of its REPEAT */
    uint32_t count; /* turns begun */
    uint32_t last;  /* where the last turn began, so that an empty one ends the loop */
    uint32_t outer; /* the repeat around it, or VV_SRE_NOWHERE */
} vv_sre_repeat;

enum vv_sre_mode { VV_SRE_MATCH, VV_SRE_FULLMATCH, VV_SRE_SEARCH };

/* A pattern at work on a text: what Pattern.scanner() gives; the other methods use one behind the scenes. */
typedef struct vv_sre_scanner {
    vv_obj head;
    vv_obj *pattern;   /* owned */
    vv_obj *string;    /* owned: what was given */
    vv_obj *text;      /* owned: str or bytes with the same text, which nobody can change */
    uint32_t pos, end; /* the part that is looked at */
    uint32_t start;    /* where the next match may begin; after a match: where it began */
    uint32_t at;       /* the machine's position; after a match: where it ended */
    bool must_advance; /* the next match must not be empty at `start` */
    bool matching;     /* in the middle of an attempt at `start` */
    bool done;         /* the text is used up (scanner objects) */
    bool busy;         /* one of its methods is at work */
    uint8_t mode;      /* enum vv_sre_mode */
    uint32_t pc;
    uint32_t barrier;  /* stack index of the innermost barrier, or VV_SRE_NOWHERE */
    uint32_t repeat;   /* index of the innermost repeat, or VV_SRE_NOWHERE */
    int32_t lastindex; /* the group that ended last, or -1 */
    uint32_t *mark;    /* 2 * groups places */
    vv_sre_entry *stack;
    uint32_t depth, stack_capacity;
    vv_sre_repeat *repeats;
    uint32_t repeat_count, repeat_capacity;
} vv_sre_scanner;
#define VV_SRE_SCANNER(o) ((vv_sre_scanner *)(o))

/* Is code[0..n) a program whose every instruction, jump and group number is sound? 1, 0, or -1 with MemoryError. */
int vv_sre_is_sound(vv_thread *t, const uint32_t *code, uint32_t n, uint32_t groups);

/* Prepares the search for the next match from s->start on. */
void vv_sre_begin(vv_sre_scanner *s, enum vv_sre_mode mode);
/* Goes on for at most *steps steps and takes those it needed off: 1 found, 0 none, -1 exception (MemoryError),
 * VV_SRE_MORE not finished. */
enum { VV_SRE_MORE = 2 };
int vv_sre_continue(vv_thread *t, vv_sre_scanner *s, int64_t *steps);

/* ---- objects ---- */

typedef struct vv_sre_match {
    vv_obj head;
    vv_obj *pattern, *string; /* owned */
    int64_t pos, endpos;
    int32_t lastindex;        /* -1: no group has matched */
    uint32_t groups;          /* without group 0 */
    int64_t mark[];           /* beginning and end of group 0, 1, ...; -1, -1: took no part */
} vv_sre_match;
#define VV_SRE_MATCH_OF(o) ((vv_sre_match *)(o))

/* A replacement text, cut at its references to groups. */
typedef struct vv_sre_template {
    vv_obj head;
    vv_obj *literal; /* owned: what stands before the first group */
    vv_obj *parts;   /* owned tuple: group number, text behind it, ... */
} vv_sre_template;
#define VV_SRE_TEMPLATE(o) ((vv_sre_template *)(o))

/* Is o text that a pattern can be matched against: str, bytes, bytearray or a view of bytes? */
bool vv_sre_is_text(vv_ref o);
/* A scanner of `string` between two positions (ints or NULL: all of it). NULL with TypeError for what is no text, or not
 * of the pattern's kind. */
VV_NODISCARD vv_owned vv_sre_scanner_new(vv_thread *t, vv_ref pattern, vv_ref string, vv_ref pos, vv_ref endpos);
/* The match that a scanner has just found. */
VV_NODISCARD vv_owned vv_sre_match_new(vv_thread *t, const vv_sre_scanner *s);
/* string[start:end] as str or bytes. */
VV_NODISCARD vv_owned vv_sre_slice(vv_thread *t, vv_ref string, size_t start, size_t end);
/* re._compile_template(pattern, replacement): t->ret = a template. */
vv_step vv_sre_do_template(vv_thread *t, vv_ref pattern, vv_ref replacement);
/* Appends the template's texts for a match to a list. 0, or -1 with IndexError "no such group". */
VV_NODISCARD int vv_sre_expand(vv_thread *t, vv_ref template_, vv_ref match, vv_ref list);
/* The texts of a list as one, of the kind of `string`: t->ret. */
vv_step vv_sre_do_join(vv_thread *t, vv_ref string, vv_ref list);

/* Case as IGNORECASE has it: of ASCII, and the first code point of Unicode's full mappings. */
static inline uint32_t vv_sre_lower_ascii(uint32_t c) {
    return c - 'A' < 26 ? c + 32 : c;
}
static inline uint32_t vv_sre_lower(uint32_t c) {
    uint32_t out[3];
    if (c < 128)
        return vv_sre_lower_ascii(c);
    vv_unicode_full_lower(c, out);
    return out[0];
}
static inline uint32_t vv_sre_upper(uint32_t c) {
    uint32_t out[3];
    if (c < 128)
        return c - 'a' < 26 ? c - 32 : c;
    vv_unicode_full_upper(c, out);
    return out[0];
}

#endif
