/* mem.c - the allocator: pools of equal blocks and runs of pages inside one region.
 *
 * The region is a row of 16 KiB pages cut into runs, each with a header in its first page: the vv_mem itself, pools,
 * large blocks and free runs. A run knows its own length and that of the run before it, so both neighbours are found
 * without a table, and a block's run is found by clearing the low bits of its address: every block begins in the first
 * page of its run.
 *
 *     region: [vv_mem][pool][pool][large block ........][free ......][pool] | top ... end of the reservation
 *
 * Pools are one page. Blocks of up to 512 bytes come in classes 16 bytes apart; those of up to half a page in classes
 * that divide a page into equal parts. A class chains its pools that may have room; a pool found full leaves the chain
 * until a block of it is freed, and then comes first. One empty pool a class is kept as a spare.
 *
 * Invariants: no two free runs are neighbours; a free run is in the bin of its length; `used` is the sum of the sizes of
 * live blocks; `watermark` is where the counting slow path begins: the lesser of peak and limit, 0 while a failure is
 * to be injected.
 *
 * With VV_SYSTEM_MALLOC each block is libc's own, so that AddressSanitizer sees it (second half of this file).
 */
#include "base/mem.h"

#include <string.h>

static void complain(const char *text) {
    vv_host_write(2, text, strlen(text));
}

#if !VV_SYSTEM_MALLOC

/* AddressSanitizer, where it is on, hears what is free: whole runs but for their headers, and blocks but for their first words. */
#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if __has_feature(address_sanitizer) || defined(__SANITIZE_ADDRESS__)
void __asan_poison_memory_region(void const volatile *at, size_t n);
void __asan_unpoison_memory_region(void const volatile *at, size_t n);
#define POISON(at, n) __asan_poison_memory_region(at, n)
#define UNPOISON(at, n) __asan_unpoison_memory_region(at, n)
#else
#define POISON(at, n) ((void)0)
#define UNPOISON(at, n) ((void)0)
#endif

enum {
    PAGE = 16384,
    RUN_HEADER = 64,
    POOL_ROOM = PAGE - RUN_HEADER,
    ALIGN = 16,
    SMALL_MAX = 512,
    SMALL_CLASSES = SMALL_MAX / ALIGN,
    MEDIUM_MAX = POOL_ROOM / 2,
    MEDIUM_CLASSES = 18,
    CLASSES = SMALL_CLASSES + MEDIUM_CLASSES,
    EXACT_BINS = 32,                /* free runs of 1..31 pages have a bin each, */
    BINS = EXACT_BINS + 26,         /* longer ones share a bin with all of the same bit length */
    GROW_MIN = 64,                  /* pages committed at once, at least */
    AT_ONCE = 8,                    /* fresh blocks of a pool that are chained at once */
};

/* Blocks a page is cut into by each medium class, and the class for a block of which `n` would fit a page. */
static const uint8_t medium_count[MEDIUM_CLASSES] = {30, 26, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
static const uint8_t medium_class[32] = {
    0,  0,  17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 7, 6, 6, /* 0 and 1 do not occur */
    5,  5,  4,  4,  3,  3,  2,  2,  2,  2,  1, 1, 1, 1, 0, 0,
};

enum run_kind { RUN_SELF = 0x51, RUN_POOL, RUN_LARGE, RUN_FREE };

typedef struct run {
    uint32_t pages;     /* length of this run */
    uint32_t previous;  /* length of the run before it, 0 for the first */
    uint8_t kind;       /* enum run_kind */
    uint8_t class_;     /* RUN_POOL */
    bool chained;       /* RUN_POOL: in its class's chain */
    uint16_t live;      /* RUN_POOL: blocks given out */
    uint16_t fresh;     /* RUN_POOL: blocks never chained, at the end of the page */
    uint32_t size;      /* RUN_POOL: bytes of a block */
    void *first;        /* RUN_POOL: free blocks, chained through their first word */
    struct run *next, *back; /* RUN_POOL: the class's chain; RUN_FREE: its bin */
} run;
_Static_assert(sizeof(run) <= RUN_HEADER, "run header");

struct vv_mem {
    run self;              /* the region begins with an ordinary run header */
    size_t used;           /* bytes in live blocks */
    size_t watermark;
    size_t peak, limit;
    uint64_t fail_at;      /* allocations until one fails, 0 = none */
    uint32_t pages;        /* committed and cut into runs */
    uint32_t max_pages;    /* reserved */
    uint32_t last_pages;   /* length of the last run, which the next one's `previous` must be */
    size_t large_blocks;
    run *chain[CLASSES];   /* pools that may have room */
    run *spare[CLASSES];   /* the empty pool kept, or NULL; it is chained */
    uint64_t bins_used;    /* bit i: bin[i] is not empty */
    run *bin[BINS];
};

enum { SELF_PAGES = (sizeof(struct vv_mem) + PAGE - 1) / PAGE };

static inline run *run_of(const void *block) {
    return (run *)((uintptr_t)block & ~(uintptr_t)(PAGE - 1));
}

static inline run *run_after(run *r) {
    return (run *)((char *)r + (size_t)r->pages * PAGE);
}

static inline run *region_end(const vv_mem *mem) {
    return (run *)((char *)mem + (size_t)mem->pages * PAGE);
}

static inline size_t large_room(const run *r) {
    return (size_t)r->pages * PAGE - RUN_HEADER;
}

static inline uint32_t pages_for(size_t bytes) {
    return (uint32_t)((bytes + RUN_HEADER + PAGE - 1) / PAGE);
}

/* ---- free runs -------------------------------------------------------------------------------------------------- */

static int bin_of(uint32_t pages) {
    return pages < EXACT_BINS ? (int)pages : EXACT_BINS + 26 - __builtin_clz(pages);
}

static void bin_add(vv_mem *mem, run *r) {
    int b = bin_of(r->pages);
    r->kind = RUN_FREE;
    r->back = NULL;
    r->next = mem->bin[b];
    if (r->next != NULL)
        r->next->back = r;
    mem->bin[b] = r;
    mem->bins_used |= UINT64_C(1) << b;
}

static void bin_remove(vv_mem *mem, run *r) {
    if (r->next != NULL)
        r->next->back = r->back;
    if (r->back != NULL) {
        r->back->next = r->next;
        return;
    }
    int b = bin_of(r->pages);
    mem->bin[b] = r->next;
    if (r->next == NULL)
        mem->bins_used &= ~(UINT64_C(1) << b);
}

/* Sets a run's length and tells its right neighbour. */
static void run_resize(vv_mem *mem, run *r, uint32_t pages) {
    r->pages = pages;
    run *after = run_after(r);
    if (after == region_end(mem))
        mem->last_pages = pages;
    else
        after->previous = pages;
}

/* Frees a run that is in no list, joining it with free neighbours. */
static void run_free(vv_mem *mem, run *r) {
    uint32_t pages = r->pages;
    run *after = run_after(r);
    if (after != region_end(mem) && after->kind == RUN_FREE) {
        bin_remove(mem, after);
        pages += after->pages;
    }
    run *before = (run *)((char *)r - (size_t)r->previous * PAGE);
    if (before->kind == RUN_FREE) { /* never the first run, which is the vv_mem */
        bin_remove(mem, before);
        pages += before->pages;
        r = before;
    }
    run_resize(mem, r, pages);
    bin_add(mem, r);
}

/* Cuts the run r, which is in no list, down to `pages`; the rest becomes free. */
static void run_trim(vv_mem *mem, run *r, uint32_t pages) {
    if (r->pages == pages)
        return;
    uint32_t rest_pages = r->pages - pages;
    r->pages = pages;
    run *rest = run_after(r);
    rest->kind = RUN_LARGE; /* anything but free, until it is joined */
    rest->previous = pages;
    run_resize(mem, rest, rest_pages);
    run_free(mem, rest);
}

/* Commits more of the region, as a free run that ends it. -1: the host or the reservation refuses. */
static int region_grow(vv_mem *mem, uint32_t pages) {
    uint32_t step = pages;
    if (step < GROW_MIN)
        step = GROW_MIN;
    if (step < mem->pages / 16)
        step = mem->pages / 16;
    if (step > mem->max_pages - mem->pages)
        step = mem->max_pages - mem->pages;
    if (step < pages)
        return -1;
    if (vv_host_commit(mem, (size_t)(mem->pages + step) * PAGE) < 0) {
        step = pages;
        if (vv_host_commit(mem, (size_t)(mem->pages + step) * PAGE) < 0)
            return -1;
    }
    run *r = region_end(mem);
    r->kind = RUN_LARGE;
    r->previous = mem->last_pages;
    mem->pages += step;
    run_resize(mem, r, step);
    run_free(mem, r);
    return 0;
}

/* The pages missing to `pages` behind what may be a free run at the end of the region. */
static uint32_t missing_at_end(vv_mem *mem, uint32_t pages) {
    run *last = (run *)((char *)region_end(mem) - (size_t)mem->last_pages * PAGE);
    return last->kind == RUN_FREE && last->pages < pages ? pages - last->pages : pages;
}

static run *bin_find(vv_mem *mem, uint32_t pages) {
    int b = bin_of(pages);
    if (b >= EXACT_BINS) { /* runs of this bin may be too short: take the best */
        run *best = NULL;
        for (run *r = mem->bin[b]; r != NULL; r = r->next)
            if (r->pages >= pages && (best == NULL || r->pages < best->pages))
                best = r;
        if (best != NULL)
            return best;
        b++;
    }
    uint64_t bins = mem->bins_used >> b;
    return bins == 0 ? NULL : mem->bin[b + __builtin_ctzll(bins)];
}

/* Gives the spare pools back; true if there were any. */
static bool release_spares(vv_mem *mem);

/* A run of exactly `pages`, in no list, or NULL. */
static run *run_alloc(vv_mem *mem, uint32_t pages) {
    run *r;
    while ((r = bin_find(mem, pages)) == NULL)
        if (region_grow(mem, missing_at_end(mem, pages)) < 0 && !release_spares(mem))
            return NULL;
    bin_remove(mem, r);
    r->kind = RUN_LARGE;
    UNPOISON(r, (size_t)r->pages * PAGE);
    run_trim(mem, r, pages);
    return r;
}

/* ---- counting, limit, injected failure ---------------------------------------------------------------------------- */

static void set_watermark(vv_mem *mem) {
    mem->watermark = mem->fail_at != 0 ? 0 : mem->peak < mem->limit ? mem->peak : mem->limit;
}

/* May `used` become `used`? Called when it passes the watermark. */
VV_NOINLINE static bool admit(vv_mem *mem, size_t used) {
    if (mem->fail_at != 0 && --mem->fail_at == 0) {
        set_watermark(mem);
        return false;
    }
    if (used > mem->limit)
        return false;
    if (used > mem->peak)
        mem->peak = used;
    set_watermark(mem);
    return true;
}

/* ---- pools -------------------------------------------------------------------------------------------------------- */

static inline int class_for(size_t n) {
    if (n <= SMALL_MAX)
        return n == 0 ? 0 : (int)((n - 1) / ALIGN);
    return SMALL_CLASSES + medium_class[POOL_ROOM / ((n + ALIGN - 1) & ~(size_t)(ALIGN - 1))];
}

static uint32_t class_size(int class_) {
    if (class_ < SMALL_CLASSES)
        return (uint32_t)(class_ + 1) * ALIGN;
    return (uint32_t)(POOL_ROOM / medium_count[class_ - SMALL_CLASSES]) & ~(uint32_t)(ALIGN - 1);
}

static void chain_push(vv_mem *mem, run *pool) {
    run **chain = &mem->chain[pool->class_];
    pool->chained = true;
    pool->back = NULL;
    pool->next = *chain;
    if (*chain != NULL)
        (*chain)->back = pool;
    *chain = pool;
}

static void chain_remove(vv_mem *mem, run *pool) {
    pool->chained = false;
    if (pool->next != NULL)
        pool->next->back = pool->back;
    if (pool->back != NULL)
        pool->back->next = pool->next;
    else
        mem->chain[pool->class_] = pool->next;
}

static bool release_spares(vv_mem *mem) {
    bool any = false;
    for (int c = 0; c < CLASSES; c++) {
        run *pool = mem->spare[c];
        if (pool == NULL || pool->live != 0) /* a spare that was drawn from again is forgotten lazily */
            continue;
        mem->spare[c] = NULL;
        chain_remove(mem, pool);
        run_free(mem, pool);
        any = true;
    }
    return any;
}

/* A pool of the class with a free block in `first`, at the head of the chain; NULL without memory. */
VV_NOINLINE static run *pool_refill(vv_mem *mem, int class_) {
    run *pool;
    while ((pool = mem->chain[class_]) != NULL) {
        if (pool->first != NULL)
            return pool;
        if (pool->fresh != 0) {
            uint32_t total = POOL_ROOM / pool->size, n = pool->fresh < AT_ONCE ? pool->fresh : AT_ONCE;
            char *block = (char *)pool + RUN_HEADER + (size_t)(total - pool->fresh) * pool->size;
            pool->fresh -= (uint16_t)n;
            pool->first = block;
            for (; n > 1; n--, block += pool->size)
                *(void **)block = block + pool->size;
            *(void **)block = NULL;
            return pool;
        }
        chain_remove(mem, pool);
    }
    pool = run_alloc(mem, 1);
    if (pool == NULL)
        return NULL;
    pool->kind = RUN_POOL;
    pool->class_ = (uint8_t)class_;
    pool->size = class_size(class_);
    pool->live = 0;
    pool->fresh = (uint16_t)(POOL_ROOM / pool->size);
    pool->first = NULL;
    chain_push(mem, pool);
    return pool_refill(mem, class_);
}

/* What freeing into a full or now empty pool does besides chaining the block: brings it to the front, gives it back. */
VV_NOINLINE static void pool_settle(vv_mem *mem, run *pool) {
    if (mem->spare[pool->class_] == pool && mem->chain[pool->class_] == pool)
        return; /* its only block came back again */
    if (pool->chained)
        chain_remove(mem, pool);
    chain_push(mem, pool);
    if (pool->live != 0)
        return;
    run *spare = mem->spare[pool->class_];
    mem->spare[pool->class_] = pool;
    if (spare != NULL && spare != pool && spare->live == 0) {
        chain_remove(mem, spare);
        run_free(mem, spare);
    }
}

/* ---- large blocks ------------------------------------------------------------------------------------------------- */

VV_NOINLINE static void *large_alloc(vv_mem *mem, size_t n) {
    if (n > (size_t)mem->max_pages * PAGE)
        return NULL;
    uint32_t pages = pages_for(n);
    size_t used = mem->used + ((size_t)pages * PAGE - RUN_HEADER);
    if (used > mem->watermark && !admit(mem, used))
        return NULL;
    run *r = run_alloc(mem, pages);
    if (r == NULL)
        return NULL;
    mem->used = used;
    mem->large_blocks++;
    return (char *)r + RUN_HEADER;
}

static void large_free(vv_mem *mem, run *r) {
    mem->used -= large_room(r);
    mem->large_blocks--;
    POISON((char *)r + RUN_HEADER, large_room(r));
    run_free(mem, r);
}

/* Makes the large block's run hold n bytes where it stands: true, or false. */
static bool large_resize(vv_mem *mem, run *r, size_t n) {
    if (n > (size_t)mem->max_pages * PAGE)
        return false;
    uint32_t pages = pages_for(n), old = r->pages;
    if (pages > old) {
        size_t used = mem->used + (size_t)(pages - old) * PAGE;
        run *after = run_after(r);
        if (after == region_end(mem)) {
            if (region_grow(mem, pages - old) < 0)
                return false;
        } else if (after->kind != RUN_FREE) {
            return false;
        } else if (after->pages < pages - old) {
            if (run_after(after) != region_end(mem) || region_grow(mem, pages - old - after->pages) < 0)
                return false;
        }
        if (used > mem->watermark && !admit(mem, used))
            return false;
        bin_remove(mem, after);
        UNPOISON(after, (size_t)after->pages * PAGE);
        run_resize(mem, r, old + after->pages);
    }
    run_trim(mem, r, pages);
    mem->used = mem->used + (size_t)pages * PAGE - (size_t)old * PAGE;
    return true;
}

/* ---- the interface ------------------------------------------------------------------------------------------------- */

vv_mem *vv_mem_create(size_t limit) {
    /* Room for what lies unused between live blocks: half as much again as may be live. */
    size_t most = SIZE_MAX / 4 * 3;
    size_t bytes = limit < most / 2 ? limit + limit / 2 + ((size_t)4 << 20) : most;
    bytes = (bytes + 65535) & ~(size_t)65535;
    vv_mem *mem = vv_host_reserve(bytes);
    if (mem == NULL || vv_host_commit(mem, (size_t)SELF_PAGES * PAGE) < 0)
        return NULL;
    memset(mem, 0, sizeof *mem);
    mem->self.kind = RUN_SELF;
    mem->self.pages = mem->pages = mem->last_pages = SELF_PAGES;
    mem->max_pages = (uint32_t)(bytes / PAGE < UINT32_MAX / 2 ? bytes / PAGE : UINT32_MAX / 2);
    mem->limit = limit;
    return mem;
}

void vv_mem_destroy(vv_mem *mem) {
    vv_host_release(mem, (size_t)mem->max_pages * PAGE);
}

void *vv_mem_alloc(vv_mem *mem, size_t n) {
    if (VV_UNLIKELY(n > MEDIUM_MAX))
        return large_alloc(mem, n);
    int class_ = class_for(n);
    run *pool = mem->chain[class_];
    if (VV_UNLIKELY(pool == NULL || pool->first == NULL)) {
        pool = pool_refill(mem, class_);
        if (pool == NULL)
            return NULL;
    }
    size_t used = mem->used + pool->size;
    if (VV_UNLIKELY(used > mem->watermark) && !admit(mem, used))
        return NULL;
    mem->used = used;
    void *block = pool->first;
    pool->first = *(void **)block;
    pool->live++;
    UNPOISON(block, pool->size);
#if VV_DEBUG
    memset(block, 0xCD, pool->size);
#endif
    return block;
}

void vv_mem_free(vv_mem *mem, void *block) {
    if (block == NULL)
        return;
    run *pool = run_of(block);
    if (VV_UNLIKELY(pool->kind != RUN_POOL)) {
        VV_ASSERT(pool->kind == RUN_LARGE);
        large_free(mem, pool);
        return;
    }
#if VV_DEBUG
    VV_ASSERT(pool->live != 0);
    memset(block, 0xDD, pool->size);
#endif
    mem->used -= pool->size;
    *(void **)block = pool->first;
    POISON((char *)block + ALIGN, pool->size - ALIGN);
    pool->first = block;
    pool->live--;
    if (VV_UNLIKELY(pool->live == 0 || !pool->chained))
        pool_settle(mem, pool);
}

size_t vv_mem_usable(const vv_mem *mem, const void *block) {
    (void)mem;
    const run *r = run_of(block);
    return r->kind == RUN_POOL ? r->size : large_room(r);
}

void *vv_mem_realloc(vv_mem *mem, void *old, size_t n) {
    if (old == NULL)
        return vv_mem_alloc(mem, n);
    run *r = run_of(old);
    size_t room = r->kind == RUN_POOL ? r->size : large_room(r);
    if (r->kind == RUN_POOL) {
        /* A block that shrinks moves only when a quarter of it is won. */
        if (n <= room && (n > room - room / 4 || class_for(n) == r->class_))
            return old;
    } else if (n > MEDIUM_MAX && large_resize(mem, r, n)) {
        return old;
    }
    void *block = vv_mem_alloc(mem, n);
    if (block == NULL)
        return n <= room ? old : NULL; /* shrinking needs no memory */
    size_t bytes = room < n ? room : n;
    if (bytes <= 256) { /* by words: see base/copy.h. Blocks are of whole words */
        const uint64_t *from = old;
        uint64_t *to = block;
        for (; bytes > 0; bytes -= bytes < sizeof *to ? bytes : sizeof *to) {
            *to++ = *from++;
            __asm__ volatile("");
        }
    } else {
        memcpy(block, old, bytes);
    }
    vv_mem_free(mem, old);
    return block;
}

size_t vv_mem_used(const vv_mem *mem) {
    return mem->used;
}

size_t vv_mem_peak(const vv_mem *mem) {
    return mem->peak;
}

size_t vv_mem_blocks(const vv_mem *mem) {
    size_t blocks = mem->large_blocks;
    run *end = region_end(mem);
    for (run *r = (run *)mem; r != end; r = run_after(r))
        if (r->kind == RUN_POOL)
            blocks += r->live;
    return blocks;
}

size_t vv_mem_limit(const vv_mem *mem) {
    return mem->limit;
}

void vv_mem_set_limit(vv_mem *mem, size_t bytes) {
    mem->limit = bytes;
    set_watermark(mem);
}

void vv_mem_fail_at(vv_mem *mem, uint64_t n) {
    mem->fail_at = n;
    set_watermark(mem);
}

uint64_t vv_mem_fail_left(const vv_mem *mem) {
    return mem->fail_at;
}

void vv_mem_region(const vv_mem *mem, void **base, size_t *bytes) {
    *base = (void *)mem;
    *bytes = (size_t)mem->pages * PAGE;
}

enum { MOST_BLOCKS = POOL_ROOM / ALIGN };

/* Marks the free blocks of a pool by index; the number of them, or -1 if the chain of free blocks is damaged. */
static int pool_free_map(const run *pool, uint8_t map[(MOST_BLOCKS + 7) / 8]) {
    uint32_t total = POOL_ROOM / pool->size, carved = total - pool->fresh;
    int found = 0;
    memset(map, 0, (MOST_BLOCKS + 7) / 8);
    for (void *b = pool->first; b != NULL; b = *(void **)b) {
        uintptr_t offset = (uintptr_t)b - (uintptr_t)pool - RUN_HEADER;
        if (offset % pool->size != 0 || offset / pool->size >= carved)
            return -1;
        uint32_t i = (uint32_t)(offset / pool->size);
        if (map[i / 8] & 1 << i % 8)
            return -1;
        map[i / 8] |= (uint8_t)(1 << i % 8);
        found++;
    }
    for (uint32_t i = carved; i < total; i++, found++)
        map[i / 8] |= (uint8_t)(1 << i % 8);
    return found;
}

void vv_mem_walk(const vv_mem *mem, vv_mem_visit visit, void *arg) {
    uint8_t map[(MOST_BLOCKS + 7) / 8];
    run *end = region_end(mem);
    for (run *r = (run *)mem; r != end; r = run_after(r)) {
        char *block = (char *)r + RUN_HEADER;
        if (r->kind == RUN_LARGE) {
            visit(block, large_room(r), arg);
        } else if (r->kind == RUN_POOL) {
            pool_free_map(r, map);
            uint32_t total = POOL_ROOM / r->size;
            for (uint32_t i = 0; i < total; i++, block += r->size)
                if (!(map[i / 8] & 1 << i % 8))
                    visit(block, r->size, arg);
        }
    }
}

int vv_mem_verify(const vv_mem *mem) {
    uint8_t map[(MOST_BLOCKS + 7) / 8];
    int defects = 0;
    size_t used = 0, large = 0, free_runs = 0, binned = 0;
    uint32_t previous = 0;
    bool after_free = false;
    run *end = region_end(mem);
#define DEFECT(condition, text) ((condition) ? (complain("mem: " text "\n"), defects++) : 0)
    for (run *r = (run *)mem; r != end; previous = r->pages, r = run_after(r)) {
        DEFECT(r->previous != previous, "a run does not know its left neighbour");
        if (r->pages == 0 || r->pages > (size_t)((char *)end - (char *)r) / PAGE) {
            DEFECT(true, "a run of impossible length");
            return defects;
        }
        DEFECT(after_free && r->kind == RUN_FREE, "two free runs side by side");
        after_free = r->kind == RUN_FREE;
        switch (r->kind) {
        case RUN_SELF:
            DEFECT(r != (run *)mem, "a stray first run");
            break;
        case RUN_LARGE:
            large++;
            used += large_room(r);
            break;
        case RUN_FREE:
            free_runs++;
            break;
        case RUN_POOL:
            DEFECT(r->pages != 1 || r->class_ >= CLASSES || r->size != class_size(r->class_), "a pool of no class");
            DEFECT(pool_free_map(r, map) != (int)(POOL_ROOM / r->size) - r->live, "a pool's free blocks are damaged");
            DEFECT(!r->chained && (r->first != NULL || r->fresh != 0), "a pool with room is not in its chain");
            used += (size_t)r->live * r->size;
            break;
        default:
            DEFECT(true, "a run of no kind");
        }
    }
    DEFECT(previous != mem->last_pages, "the last run's length is wrong");
    DEFECT(used != mem->used || large != mem->large_blocks, "live blocks are miscounted");
    for (int b = 0; b < BINS; b++) {
        DEFECT((mem->bin[b] != NULL) != (mem->bins_used >> b & 1), "the map of bins is wrong");
        for (run *r = mem->bin[b]; r != NULL; r = r->next, binned++)
            DEFECT(r->kind != RUN_FREE || bin_of(r->pages) != b, "a run in the wrong bin");
    }
    DEFECT(binned != free_runs, "a free run is in no bin");
    for (int c = 0; c < CLASSES; c++)
        for (run *r = mem->chain[c]; r != NULL; r = r->next)
            DEFECT(r->kind != RUN_POOL || r->class_ != c || !r->chained, "a pool in the wrong chain");
    return defects;
#undef DEFECT
}

#else /* VV_SYSTEM_MALLOC */

#include <stdlib.h>

/* Before each block; all of them form a circular list. */
typedef struct link {
    struct link *next, *back;
    size_t size;
    size_t filler;
} link;
_Static_assert(sizeof(link) % 16 == 0, "blocks are aligned to 16");

struct vv_mem {
    link head;
    size_t used, peak, limit, blocks;
    uint64_t fail_at;
};

vv_mem *vv_mem_create(size_t limit) {
    vv_mem *mem = calloc(1, sizeof *mem);
    if (mem == NULL)
        return NULL;
    mem->head.next = mem->head.back = &mem->head;
    mem->limit = limit;
    return mem;
}

static size_t append_number(char *text, size_t value) {
    char digits[24];
    size_t n = 0, length = 0;
    do
        digits[n++] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    while (n > 0)
        text[length++] = digits[--n];
    return length;
}

/* Blocks still live are leaks of the interpreter's: they are counted on stderr and left to LeakSanitizer, each without
 * the links that would hide who refers to whom. */
void vv_mem_destroy(vv_mem *mem) {
    if (mem->blocks != 0) {
        char text[80] = "mem: ";
        size_t at = 5 + append_number(text + 5, mem->blocks);
        memcpy(text + at, " blocks leaked\n", 16);
        complain(text);
    }
    for (link *l = mem->head.next, *next; l != &mem->head; l = next) {
        next = l->next;
        l->next = l->back = NULL;
    }
    free(mem);
}

static bool admit(vv_mem *mem, size_t more) {
    if (mem->fail_at != 0 && --mem->fail_at == 0)
        return false;
    return more <= mem->limit && mem->used <= mem->limit - more;
}

static void count(vv_mem *mem, link *l, size_t n) {
    l->size = n;
    l->next = mem->head.next;
    l->back = &mem->head;
    l->next->back = mem->head.next = l;
    mem->blocks++;
    mem->used += n;
    if (mem->used > mem->peak)
        mem->peak = mem->used;
}

static void uncount(vv_mem *mem, link *l) {
    l->next->back = l->back;
    l->back->next = l->next;
    mem->blocks--;
    mem->used -= l->size;
}

void *vv_mem_alloc(vv_mem *mem, size_t n) {
    if (!admit(mem, n))
        return NULL;
    link *l = malloc(sizeof *l + n);
    if (l == NULL)
        return NULL;
    count(mem, l, n);
    return l + 1;
}

void vv_mem_free(vv_mem *mem, void *block) {
    if (block == NULL)
        return;
    link *l = (link *)block - 1;
    uncount(mem, l);
    free(l);
}

void *vv_mem_realloc(vv_mem *mem, void *old, size_t n) {
    void *block = vv_mem_alloc(mem, n); /* always moves, so that stale pointers show */
    if (block == NULL || old == NULL)
        return block;
    size_t had = ((link *)old - 1)->size;
    memcpy(block, old, had < n ? had : n);
    vv_mem_free(mem, old);
    return block;
}

size_t vv_mem_usable(const vv_mem *mem, const void *block) {
    (void)mem;
    return ((const link *)block - 1)->size;
}

size_t vv_mem_used(const vv_mem *mem) {
    return mem->used;
}

size_t vv_mem_peak(const vv_mem *mem) {
    return mem->peak;
}

size_t vv_mem_blocks(const vv_mem *mem) {
    return mem->blocks;
}

size_t vv_mem_limit(const vv_mem *mem) {
    return mem->limit;
}

void vv_mem_set_limit(vv_mem *mem, size_t bytes) {
    mem->limit = bytes;
}

void vv_mem_fail_at(vv_mem *mem, uint64_t n) {
    mem->fail_at = n;
}

uint64_t vv_mem_fail_left(const vv_mem *mem) {
    return mem->fail_at;
}

void vv_mem_region(const vv_mem *mem, void **base, size_t *bytes) {
    (void)mem;
    *base = NULL;
    *bytes = 0;
}

void vv_mem_walk(const vv_mem *mem, vv_mem_visit visit, void *arg) {
    for (link *l = mem->head.next, *next; l != &mem->head; l = next) {
        next = l->next;
        visit(l + 1, l->size, arg);
    }
}

int vv_mem_verify(const vv_mem *mem) {
    size_t blocks = 0, used = 0;
    for (link *l = mem->head.next; l != &mem->head; l = l->next) {
        blocks++;
        used += l->size;
    }
    if (blocks == mem->blocks && used == mem->used)
        return 0;
    complain("mem: live blocks are miscounted\n");
    return 1;
}

#endif

void *vv_mem_alloc_zeroed(vv_mem *mem, size_t n) {
    void *block = vv_mem_alloc(mem, n);
    if (block != NULL)
        memset(block, 0, n);
    return block;
}
