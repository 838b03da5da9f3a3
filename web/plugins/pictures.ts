/** pictures.ts - the frozen views of lessons (`::: view`), drawn when the site is built: the block runs to its moment, here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atMoment } from '../src/check/moment';
import type { VivariumMachine } from '../src/check/machine';
import { createPageMachine } from '../src/check/node';
import type { Course } from '../src/lessons/course';
import type { FrozenView } from '../src/lessons/model';
import type { Problem } from '../src/lessons/problem';
import type { DrawnView } from '../src/lessons/render';
import { drawStatic } from '../src/views/static';
import type { ViewName } from '../src/views/view';

export class Pictures {
    private machine: Promise<VivariumMachine> | undefined;
    /** By what a picture depends on: a course that is being written is drawn again and again. */
    private readonly known = new Map<string, Promise<{ looked: DrawnView } | { problem: string }>>();

    /** Folders of the page's build of the core and of the standard library. */
    constructor(private readonly wasm: string, private readonly library: string) {}

    /** False: the core is not built, and nothing can be drawn. */
    get possible(): boolean {
        return existsSync(join(this.wasm, 'vivarium.wasm')) && existsSync(join(this.wasm, 'vivarium.mjs'))
            && existsSync(join(this.library, 'index.txt'));
    }

    async draw(course: Course): Promise<{ drawn: Map<FrozenView, DrawnView>; problems: Problem[] }> {
        const drawn = new Map<FrozenView, DrawnView>();
        const problems: Problem[] = [];
        for (const { languages, files } of course.chapters.flatMap((chapter) => chapter.lessons)) {
            for (const [language, lesson] of languages) {
                for (const view of lesson.views.filter(({ of }) => lesson.blocks.some((block) => block.id === of))) {
                    const key = JSON.stringify([language, view.of, view.view, view.step, lesson.blocks.map(({ source, role, info }) => [source, role, info]),
                        lesson.matter, [...files]]);
                    let picture = this.known.get(key);
                    if (!picture) {
                        const machine = await (this.machine ??= createPageMachine(this.wasm, this.library));
                        this.known.set(key, picture = atMoment(machine, lesson, files, view, (ask) => drawStatic(view.view as ViewName, ask, { language })));
                    }
                    const found = await picture;
                    if ('problem' in found)
                        problems.push({ file: lesson.file, line: view.line, message: found.problem });
                    else
                        drawn.set(view, found.looked);
                }
            }
        }
        return { drawn, problems };
    }
}
