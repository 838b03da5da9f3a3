/* observe.h - questions about a suspended program, answered as JSON.
 *
 * Asking runs no Python, changes no count and takes nothing from the program's memory. A question is a line of words: the
 * view, then options as key=value. Every answer is an object with "version", "view" and "moment" (instructions executed);
 * tests/observe/schema.json describes them. A question that cannot be answered gives {"version", "error"}. What changed between
 * two moments is found by comparing two answers (host/browser/changes.mjs).
 *
 *     objects    what names refer to, and what that refers to: a graph
 *                root=main|frames|ID   where to begin: the namespace of __main__, the frames of all threads, one object
 *                limit=N               nodes at most (200)
 *                depth=N               references away from the names at most (6)
 *                items=N               references shown of one object at most (30)
 *     referrers  who holds one object                             id=ID limit=N (50)
 *     alive      why it is alive: a shortest way from a root      id=ID
 *     living     which of some objects are alive, described        ids=ID,ID,...
 *     heap       objects by type, blocks by size, free lists      limit=N types at most (60)
 *     generations  the collector's generations, thresholds, members   limit=N members each (0)
 *     frames     the call stack of every thread, and suspended generators and coroutines
 *     table      the items, slots and spare room of a list, dict or set   id=ID items=N (64)
 *     lookup     where object.attribute is found, place by place  id=ID attribute=NAME
 *     mro        the C3 merge, step by step                       id=ID, name=NAME or bases=NAME,NAME
 *     making     what is called when a class and an instance of it are made   id=ID or name=NAME
 *     class      MRO and attributes of a class                    id=ID or name=NAME of __main__; attribute=NAME: where a
 *                                                                 look-up on an instance finds it
 *     stop       where the program stands, and if it has paused there, why: the value that was returned or yielded, what is wrong
 *                with a breakpoint's condition
 *     code       the instructions of a code object                id=ID
 *     collect    what a collection would find and do now, nothing changed  generation=N (2) limit=N objects (100)
 *     bytes      an object as it stands in memory, field by field  id=ID
 *     names      what can be written next, and what a dotted name leads to  expression=a.b (none: the names in sight where the
 *                program stands) prefix=TEXT of the names limit=N (100)
 */
#ifndef VV_OBSERVE_OBSERVE_H
#define VV_OBSERVE_OBSERVE_H

#include "observe/describe.h"
#include "observe/survey.h"

enum { VV_OBSERVE_VERSION = 1 };

typedef struct vv_question {
    vv_vm *vm;
    vv_scratch *scratch;
    vv_json *j;
    const char *options; /* the line behind the view's name, NUL-terminated */
    const char *error;   /* set by a view that cannot answer: nothing it wrote is used */
} vv_question;

/* Option `key` as a number, `otherwise` if it is not given (or none). */
int64_t vv_question_int(const vv_question *q, const char *key, int64_t otherwise);
/* Option `key` as text: length, -1 if it is not given. */
int vv_question_text(const vv_question *q, const char *key, const char **ret);

/* The object whose identity option `id` gives, if it is alive: `v` is the survey of all. NULL with `error`. */
vv_obj *vv_question_object(vv_question *q, const vv_survey *v);

/* The class that option `id` or `name` (of __main__) names; NULL with an error. */
const vv_type *vv_question_class(vv_question *q);

/* Begins the answer, once the view has taken all the scratch memory it needs. */
void vv_view_begin(vv_question *q, const char *view);

/* The views, one function each: they begin the answer and write members into it, or set `error`. */
typedef void vv_view(vv_question *q);
vv_view vv_view_table, vv_view_lookup, vv_view_mro, vv_view_making, vv_view_code, vv_view_collect, vv_view_bytes;
vv_view vv_view_objects, vv_view_referrers, vv_view_alive, vv_view_living, vv_view_heap, vv_view_generations, vv_view_frames,
    vv_view_class, vv_view_stop, vv_view_names;

/* Answers a question. `write` gets the text once; it must not keep the pointer. False when memory does not suffice. */
bool vv_observe(vv_vm *vm, const char *question, void (*write)(void *arg, const char *text, size_t n), void *arg);

#endif
