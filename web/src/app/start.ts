/** start.ts - a workbench for the page it is on: its state, its engine, its editor. */
import { EngineClient } from '../engine/client';
import { messagesFor } from '../i18n';
import type { PageState } from '../state/page';
import { createStore, type Store } from '../state/store';
import { tellFrame } from './embed';
import { Workbench, type WorkbenchOptions } from './workbench';

/** Folder of the runtime, relative to the root of the site, or empty if the site was built without one. */
declare const __RUNTIME_FOLDER__: string;

const siteRoot = new URL(import.meta.env.DEV ? '/' : '../', import.meta.url);

export function startWorkbench(options: Pick<WorkbenchOptions, 'spec' | 'program' | 'openFile' | 'lines'> = {}): { store: Store<PageState>; workbench: Workbench } {
    const store = createStore<PageState>({
        language: document.documentElement.lang, phase: 'idle', loaded: undefined, edited: false, last: undefined,
    });
    const workbench = new Workbench(document.getElementById('workbench')!, {
        ...options,
        store,
        createEngine: (onState) => new EngineClient({
            createWorker() {
                if (__RUNTIME_FOLDER__ === '')
                    throw new Error(messagesFor(store.state.language).missingRuntime);
                return new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
            },
            folder: new URL(__RUNTIME_FOLDER__, siteRoot).href,
            onState,
        }),
        loadEditor: () => import('../editor/codemirror'),
    });
    workbench.onOutcome(({ result, stdout }) => tellFrame({
        type: 'result', reason: result.reason, stdout, ...('exitCode' in result ? { exitCode: result.exitCode } : {}),
    }));
    return { store, workbench };
}
