/* config.h - the switches of special builds, all in one place. Each has a CI job (`./vivarium test`).
 *
 *   VV_DEBUG          assertions, the reference count audit and the heap verifier are compiled in
 *   VV_CHECK_OWNERSHIP  vv_ref points to const (type-checked only, never linked)
 *   VV_SMALL_LIMITS   tiny capacities: free lists of one object, a data stack chunk of few words
 *   VV_SYSTEM_MALLOC  every allocation is one of libc's, so that AddressSanitizer sees each object
 */
#ifndef VV_BASE_CONFIG_H
#define VV_BASE_CONFIG_H

#ifndef VV_DEBUG
#define VV_DEBUG 0
#endif
#ifndef VV_SMALL_LIMITS
#define VV_SMALL_LIMITS 0
#endif
#ifndef VV_SYSTEM_MALLOC
#define VV_SYSTEM_MALLOC 0
#endif

#include "base/host.h"

#if VV_DEBUG
#define VV_ASSERT(x) ((x) ? (void)0 : vv_host_abort(__FILE__, __LINE__, #x))
#else
#define VV_ASSERT(x) ((void)0)
#endif

/* An invariant whose breach must stop the program even in release builds. */
#define VV_CHECK(x) (VV_LIKELY(x) ? (void)0 : vv_host_abort(__FILE__, __LINE__, #x))

#endif
