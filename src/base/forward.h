/* forward.h - every type name of the house, declared once, so that headers need not include each other.
 *
 * Ownership in one line: arguments are borrowed, results are owned; exceptions end in `_take` or `_peek`.
 * `vv_owned` is a reference somebody must release, `vv_ref` one that somebody else keeps alive. Both are plain
 * object pointers in a normal build. With -DVV_CHECK_OWNERSHIP `vv_ref` points to const, so that a borrowed
 * reference used as an owned one fails to compile (`./vivarium test` type-checks the whole core this way).
 */
#ifndef VV_BASE_FORWARD_H
#define VV_BASE_FORWARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct vv_vm vv_vm;         /* one program: everything mutable hangs off it (object/runtime.h) */
typedef struct vv_thread vv_thread; /* one Python thread of a program (object/runtime.h) */
typedef struct vv_obj vv_obj;       /* the header every Python value begins with (object/object.h) */
typedef struct vv_type vv_type;     /* a type object (object/type.h) */
typedef struct vv_frame vv_frame;   /* what Python and native frames have in common (object/step.h) */
typedef struct vv_native vv_native; /* a resumable native frame (object/step.h) */
typedef struct vv_pyframe vv_pyframe; /* a Python frame (vm/frame.h) */
typedef struct vv_mem vv_mem;       /* the allocator (base/mem.h) */

typedef vv_obj *vv_owned;
#ifdef VV_CHECK_OWNERSHIP
typedef const vv_obj *vv_ref;
#else
typedef vv_obj *vv_ref;
#endif

typedef int64_t vv_hash; /* CPython's Py_hash_t on a 64-bit machine, on every port */

#define VV_NODISCARD __attribute__((warn_unused_result))
#define VV_NOINLINE __attribute__((noinline))
#define VV_ALWAYS_INLINE inline __attribute__((always_inline))
#define VV_NORETURN __attribute__((noreturn))
#define VV_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define VV_FALLTHROUGH __attribute__((fallthrough))
#define VV_LIKELY(x) __builtin_expect(!!(x), 1)
#define VV_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define VV_ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define VV_UNREACHABLE() __builtin_unreachable()

#endif
