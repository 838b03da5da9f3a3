/**
 * store.ts - state that only changes by replacing it: every part of the page reads the same value and hears of each
 * change once, after it has happened.
 */
export type Listener<S> = (state: S, before: S) => void;

export interface Store<S> {
    readonly state: S;
    update(change: Partial<S>): void;
    subscribe(listener: Listener<S>): () => void;
}

export function createStore<S extends object>(initial: S): Store<S> {
    let state: S = Object.freeze({ ...initial });
    const listeners = new Set<Listener<S>>();
    return {
        get state() {
            return state;
        },
        update(change) {
            const keys = Object.keys(change) as Array<keyof S>;
            if (keys.every((key) => Object.is(state[key], change[key])))
                return;
            const before = state;
            state = Object.freeze({ ...state, ...change });
            for (const listener of [...listeners])
                listener(state, before);
        },
        subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
}
