/**
 * budget.ts - how many instructions to ask for, so that a call of the core takes a few milliseconds.
 *
 * A short slice keeps Stop and input prompt; a long one wastes less on the way in and out. Instructions differ by
 * orders of magnitude in cost (an addition, a print, a sort), so the estimate follows what the last slice took.
 */
const FIRST = 20_000;
const LEAST = 500;
const MOST = 50_000_000;

export class SliceBudget {
    private instructions = FIRST;

    constructor(private readonly targetMs: number) {}

    get next(): number {
        return this.instructions;
    }

    /** Says how long the slice just run took. */
    spent(milliseconds: number): void {
        // Grows at most twofold, so that one cheap slice cannot make the next one endless; shrinks as far as needed.
        const factor = Math.min(2, this.targetMs / Math.max(milliseconds, 0.05));
        this.instructions = Math.min(MOST, Math.max(LEAST, Math.round(this.instructions * factor)));
    }
}
