/**
 * memo.ts - what a picture was made of: the next one takes over what was made of the same things.
 *
 * It hangs on the layout that a drawing hands to the next. Shapes taken over are the same objects, which patch.ts passes over.
 */
import type { Layout } from './view';

interface Made {
    of: readonly unknown[];
    what: unknown;
}

const memos = new WeakMap<Layout, Memo>();

const equal = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, i) => each === b[i]);

export class Memo {
    private readonly made = new Map<string, Made>();

    private constructor(private before: Memo | undefined) {}

    /** For the picture after the one with this layout. */
    static after(layout: Layout): Memo {
        return new Memo(memos.get(layout));
    }

    /** What `make` gives, or what it gave under this key for the picture before if that was made `of` the very same. */
    keep<T>(key: string, of: readonly unknown[], make: () => T): T {
        let made = this.before?.made.get(key);
        if (!made || !equal(made.of, of))
            made = { of, what: make() };
        this.made.set(key, made);
        return made.what as T;
    }

    /** The picture is done: its memo goes with its layout. */
    done(layout: Layout): void {
        this.before = undefined;
        memos.set(layout, this);
    }
}
