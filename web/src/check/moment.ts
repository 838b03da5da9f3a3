/** moment.ts - a program of a lesson at the moment that a frozen view shows: for `./vivarium check`, and for the picture. */
import { filenameOf } from '../lessons/data';
import type { FrozenView, Lesson } from '../lessons/model';
import { programOf } from './lesson';
import type { Question, VivariumMachine } from './machine';

/** What `look` saw, or why that moment never comes, in words for the lesson's author. */
export async function atMoment<T>(
    machine: Pick<VivariumMachine, 'moment'>, lesson: Lesson, files: ReadonlyMap<string, string>, view: FrozenView,
    look: (ask: Question) => Promise<T>,
): Promise<{ looked: T } | { problem: string }> {
    const block = lesson.blocks.find((each) => each.id === view.of)!;
    const { looked, lines, outcome } = await machine.moment(programOf({ lesson, files }, block), view.step, async (ask) => ({ value: await look(ask) }));
    if (looked)
        return { looked: looked.value };
    const place = `of ${filenameOf(block)}`;
    if (outcome.limit || outcome.stuck)
        return { problem: `the view's moment never comes: block "${block.id}" has no end within its limits` };
    return { problem: `the view's moment never comes: block "${block.id}" comes to ${lines} lines ${place}, not ${view.step}` };
}
