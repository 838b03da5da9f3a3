/** assist.ts - what the editor knows of Python: squiggles, completion, hover; how wrapped lines stand. A chunk of its own, loaded after the editor. */
import type { Extension } from '@codemirror/state';
import { completion } from './complete';
import { hanging } from './hanging';
import type { EditorServices } from './services';
import { squiggles } from './squiggles';

export function assist(services: EditorServices): Extension {
    return [completion(services), squiggles(services), hanging];
}
