/**
 * playground.ts - a blank editor with several files and limits. What is typed is kept by this browser. A shared link opens its
 * program beside the learner's own draft, which stays; it never runs by itself.
 */
import { messagesFor } from '../i18n';
import { loadDraft, saveDraft } from '../state/drafts';
import { decodeShared, isShared, type SharedProgram } from '../state/share';
import { load, save } from '../state/storage';
import { notify } from './notices';
import { startWorkbench } from './start';

const MAIN = 'main.py';
const FILE_NAME = /^[A-Za-z_][\w-]{0,40}(\.[A-Za-z0-9]{1,8})?$/;
const DEFAULT_MEMORY_MB = 64;

/** The learner's own programs; a shared one has a place of its own until it is replaced by the next. */
type Desk = 'playground' | 'shared';

function namesOn(desk: Desk): string[] {
    try {
        const names = JSON.parse(load(`files:${desk}`) ?? '[]') as unknown;
        return [MAIN, ...(Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string' && FILE_NAME.test(name) && name !== MAIN) : [])];
    } catch {
        return [MAIN];
    }
}

export function connectPlayground(): void {
    let desk: Desk = 'playground';
    let names = namesOn(desk);
    let current = MAIN;
    const t = () => messagesFor(document.documentElement.lang);
    const textOf = (name: string): string => loadDraft({ lesson: desk, block: name }) ?? '';
    const limits = { memory: Number(load('limit:memory') ?? DEFAULT_MEMORY_MB), millions: Number(load('limit:instructions') ?? 0) };

    const { workbench } = startWorkbench({
        spec: () => ({
            source: read(MAIN), filename: MAIN,
            files: Object.fromEntries(names.filter((name) => name !== MAIN).map((name) => [name, read(name)])),
            limits: {
                ...(limits.memory > 0 ? { maxMemory: limits.memory * 1_000_000 } : {}),
                ...(limits.millions > 0 ? { maxInstructions: limits.millions * 1_000_000 } : {}),
            },
        }),
        program: () => ({ files: names.map((name) => ({ name, text: read(name) })) }),
        openFile: (file) => {
            if (!names.includes(file))
                return false;
            show(file);
            return true;
        },
    });
    const place = document.querySelector<HTMLElement>('[data-part="files"]')!;
    const read = (name: string): string => name === current ? workbench.code : textOf(name);

    const show = (name: string): void => {
        current = name;
        workbench.open(desk, name, '', name);
        draw();
    };

    const keepNames = (): void => save(`files:${desk}`, names.length > 1 ? JSON.stringify(names.slice(1)) : undefined);

    const remove = (name: string): void => {
        const text = read(name);
        if (current === name)
            show(MAIN);
        names = names.filter((each) => each !== name);
        keepNames();
        saveDraft({ lesson: desk, block: name }, '', '');
        draw();
        notify('removed', t().fileRemoved(name), [{
            text: t().undo,
            act() {
                names.push(name);
                keepNames();
                saveDraft({ lesson: desk, block: name }, text, '');
                show(name);
            },
        }]);
    };

    const smallButton = (label: string, testid: string, act: () => void): HTMLButtonElement => {
        const element = document.createElement('button');
        element.type = 'button';
        element.className = 'quiet';
        element.textContent = label;
        element.dataset.testid = testid;
        element.addEventListener('click', act);
        return element;
    };

    const draw = (): void => {
        const buttons = names.map((name) => {
            const item = document.createElement('span');
            item.className = 'file';
            const open = smallButton(name, 'file', () => {
                show(name);
                workbench.focusEditor();
            });
            open.setAttribute('aria-pressed', String(name === current));
            item.append(open);
            if (name !== MAIN && name === current) {
                const away = smallButton('×', 'remove-file', () => remove(name));
                away.setAttribute('aria-label', t().removeFile(name));
                item.append(away);
            }
            return item;
        });
        place.setAttribute('role', 'group');
        place.setAttribute('aria-label', t().files);
        const add = smallButton('+', 'new-file', () => askName());
        add.setAttribute('aria-label', t().newFile);
        add.title = t().newFile;
        place.replaceChildren(...buttons, add);
    };

    const askName = (): void => {
        const dialog = document.createElement('dialog');
        const form = document.createElement('form');
        form.method = 'dialog';
        const label = document.createElement('label');
        label.textContent = t().fileName;
        const field = document.createElement('input');
        field.autocomplete = 'off';
        field.spellcheck = false;
        field.placeholder = 'module.py';
        label.append(field);
        const complaint = document.createElement('p');
        complaint.className = 'complaint';
        complaint.setAttribute('role', 'alert');
        const create = document.createElement('button');
        create.textContent = t().create;
        const cancel = document.createElement('button');
        cancel.type = 'button';
        cancel.className = 'quiet';
        cancel.textContent = t().cancel;
        cancel.addEventListener('click', () => dialog.close());
        const row = document.createElement('p');
        row.append(create, cancel);
        form.append(label, complaint, row);
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            const typed = field.value.trim();
            const name = typed.includes('.') ? typed : `${typed}.py`;
            if (!FILE_NAME.test(name) || names.includes(name)) {
                complaint.textContent = t().badFileName;
                field.focus();
                return;
            }
            names.push(name);
            keepNames();
            dialog.close();
            show(name);
            workbench.focusEditor();
        });
        dialog.setAttribute('aria-label', t().newFile);
        dialog.append(form);
        dialog.addEventListener('close', () => dialog.remove());
        document.body.append(dialog);
        dialog.showModal();
        field.focus();
    };

    const numberField = (label: string, value: number, key: string, most: number, set: (value: number) => void): HTMLElement => {
        const element = document.createElement('label');
        element.textContent = label;
        const field = document.createElement('input');
        field.type = 'number';
        field.min = '0';
        field.max = String(most);
        field.value = String(value);
        field.dataset.testid = `limit-${key}`;
        field.addEventListener('change', () => {
            const number = Math.min(most, Math.max(0, Math.round(Number(field.value)) || 0));
            field.value = String(number);
            save(`limit:${key}`, String(number));
            set(number);
        });
        element.append(field);
        return element;
    };

    const limitsMenu = document.createElement('details');
    limitsMenu.className = 'limits';
    const summary = document.createElement('summary');
    summary.textContent = t().limits;
    const panel = document.createElement('div');
    panel.append(
        numberField(t().memoryLimit, limits.memory, 'memory', 1000, (value) => { limits.memory = value; }),
        numberField(t().instructionLimit, limits.millions, 'instructions', 1_000_000, (value) => { limits.millions = value; }),
    );
    limitsMenu.append(summary, panel);
    limitsMenu.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') {
            limitsMenu.open = false;
            summary.focus();
        }
    });
    document.addEventListener('click', (event) => {
        if (!limitsMenu.contains(event.target as Node))
            limitsMenu.open = false;
    });
    document.querySelector('[data-part="actions"]')!.append(limitsMenu);

    const useDesk = (which: Desk): void => {
        // What is in the editor belongs to the desk that is left.
        workbench.open(desk, current, '', current);
        desk = which;
        names = namesOn(desk);
        show(MAIN);
    };

    const receive = async (): Promise<void> => {
        if (!isShared(location.hash))
            return;
        let program: SharedProgram;
        try {
            program = await decodeShared(location.hash);
        } catch {
            notify('shared', t().shareBroken);
            return;
        }
        workbench.saveNow();
        for (const name of namesOn('shared'))
            saveDraft({ lesson: 'shared', block: name }, '', '');
        const main = program.files.find(({ name }) => name === MAIN) ?? program.files[0]!;
        const others = program.files.filter((file) => file !== main && FILE_NAME.test(file.name));
        save('files:shared', others.length > 0 ? JSON.stringify(others.map(({ name }) => name)) : undefined);
        saveDraft({ lesson: 'shared', block: MAIN }, main.text, '');
        for (const { name, text } of others)
            saveDraft({ lesson: 'shared', block: name }, text, '');
        // The address goes back to normal, so that a reload or a later copy shows what is on the page.
        history.replaceState(null, '', location.pathname + location.search);
        useDesk('shared');
        const hasDraft = namesOn('playground').some((name) => loadDraft({ lesson: 'playground', block: name }));
        notify('shared', t().sharedOpened + (hasDraft ? ` ${t().sharedKeptDraft}` : ''), hasDraft
            ? [{ text: t().backToDraft, act: () => useDesk('playground') }] : []);
    };

    show(MAIN);
    void receive();
    window.addEventListener('hashchange', () => void receive());
    workbench.warmUp();
}
