/** Ctrl+Enter, Cmd+Enter and Shift+Enter run the program. */
import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';

export function runKeys(run: () => void): Extension {
    const command = (): boolean => {
        run();
        return true;
    };
    return Prec.highest(keymap.of([
        { key: 'Mod-Enter', run: command, preventDefault: true },
        { key: 'Ctrl-Enter', run: command, preventDefault: true },
        { key: 'Shift-Enter', run: command, preventDefault: true },
    ]));
}
