/** virtual.ts - a clock that only goes on when it is read or waited for, and random bytes from a seed: every run is the same. */
import type { CoreHost } from './core';

/** 2024-01-01T00:00:00Z */
const EPOCH_NS = 1_704_067_200_000_000_000;
const READ_NS = 1000;

export class VirtualClock {
    private now = 0;
    readonly calls: Pick<CoreHost, 'monotonicNs' | 'realtimeNs'> = {
        monotonicNs: () => this.tick(),
        realtimeNs: () => EPOCH_NS + this.tick(),
    };

    skip(milliseconds: number): void {
        this.now += Math.ceil(milliseconds * 1e6);
    }

    private tick(): number {
        this.now += READ_NS;
        return this.now;
    }
}

/** mulberry32: a few lines, good enough for hash seeds and random.seed(). */
export function seededRandom(seed: number): CoreHost['random'] {
    let state = (seed ^ 0x9e3779b9) >>> 0;
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return (t ^ (t >>> 14)) & 255;
    };
    return (bytes) => {
        for (let i = 0; i < bytes.length; i++)
            bytes[i] = next();
    };
}

/** What a program wants of its surroundings, for a host and for the ports of its runner; empty when it takes them as they are. */
export function surroundings({ clock, seed }: { clock?: 'virtual' | 'real'; seed?: number }): {
    calls: Partial<CoreHost>; ports: { skip?(milliseconds: number): void };
} {
    const own = clock === 'virtual' ? new VirtualClock() : undefined;
    return {
        calls: { ...own?.calls, ...(seed === undefined ? {} : { random: seededRandom(seed) }) },
        ports: own ? { skip: (milliseconds) => own.skip(milliseconds) } : {},
    };
}
