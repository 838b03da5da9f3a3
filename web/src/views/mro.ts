/** mro.ts - the C3 merge one step at a time, from the lists that a class merges: the MROs of its bases, and its bases. */

export interface MergeStep {
    /** What is left of the lists before this step; empty ones are kept in their place. */
    lists: number[][];
    /** Heads tried in order, each with the list (by number) whose tail holds it, which refuses it. */
    tried: { head: number; heldBy?: number }[];
    /** The head that is taken; undefined when every one is refused. */
    taken?: number;
    result: number[];
}

/** The steps up to the end, or up to the point where no head can be taken. `result` begins with the class itself. */
export function mergeSteps(self: number, mros: number[][], bases: number[]): MergeStep[] {
    let lists = [...mros, bases].map((list) => [...list]);
    const result = [self];
    const steps: MergeStep[] = [];
    while (lists.some((list) => list.length > 0)) {
        const tried: MergeStep['tried'] = [];
        let taken: number | undefined;
        for (const list of lists) {
            const head = list[0];
            if (head === undefined || tried.some((other) => other.head === head))
                continue;
            const heldBy = lists.findIndex((other) => other.indexOf(head) > 0);
            tried.push(heldBy < 0 ? { head } : { head, heldBy });
            if (heldBy < 0) {
                taken = head;
                break;
            }
        }
        steps.push({ lists: lists.map((list) => [...list]), tried, taken, result: [...result] });
        if (taken === undefined)
            break;
        result.push(taken);
        lists = lists.map((list) => list[0] === taken ? list.slice(1) : list);
    }
    steps.push({ lists, tried: [], result: [...result] });
    return steps;
}
