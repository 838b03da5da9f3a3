/** assist.ts - what the editor knows of Python: squiggles, completion, hover. A chunk of its own, loaded after the editor. */
import type { Extension } from '@codemirror/state';
import { completion } from './complete';
import type { EditorServices } from './services';
import { squiggles } from './squiggles';

export function assist(services: EditorServices): Extension {
    return [completion(services), squiggles(services)];
}
