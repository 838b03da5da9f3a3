/** host.ts - the clock, the random bytes and the abort that both loaders give to the core; output is the caller's. */
import type { CoreHost } from './core';

/** The core found one of its own invariants broken; the instance must not be used again. */
export class CoreAbort extends Error {
    override readonly name = 'CoreAbort';
}

/** `crypto.getRandomValues` refuses longer requests. */
const RANDOM_PART = 65536;

export function createHost(write: CoreHost['write']): CoreHost {
    return {
        write,
        monotonicNs: () => Math.round(performance.now() * 1e6),
        realtimeNs: () => Date.now() * 1e6,
        random(bytes) {
            for (let at = 0; at < bytes.length; at += RANDOM_PART)
                crypto.getRandomValues(bytes.subarray(at, at + RANDOM_PART));
        },
        abort(file, line, what) {
            throw new CoreAbort(`${file}:${line}: ${what}`);
        },
    };
}
