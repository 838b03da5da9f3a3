/**
 * complete.ts - completion and hover. Keywords and the names of the text come from its syntax tree, everything else from the live
 * runtime: the built-ins and modules as they are, and the variables of the program that ran last.
 */
import {
    acceptCompletion, autocompletion, closeCompletion, type Completion, type CompletionContext, completionKeymap, type CompletionResult, completionStatus,
    selectedCompletion,
} from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-python';
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import type { EditorServices, NameInfo } from './services';
import { isCode } from './session-mode';

const KEYWORDS = ('False None True and as assert async await break case class continue def del elif else except finally for from global if '
    + 'import in is lambda match nonlocal not or pass raise return try type while with yield').split(' ');
const IMPORT = /^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import[ \t]+[\w, \t]+|import[ \t]+[\w., \t]+)$/gm;
const PATH = /(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*\.)*$/;
const TYPES: Record<string, NameInfo['kind']> = {
    class: 'class', exception: 'class', module: 'constant', function: 'function', constant: 'constant', variable: 'variable',
};

/** The import statements of a text that stand on one line, as one line. */
export function importsOf(text: string): string {
    return (text.match(IMPORT) ?? []).map((line) => line.trim().replace(/[ \t]+/g, ' ')).slice(0, 20).join(';');
}

/** What a literal before the dot is an instance of. */
function literalType(state: EditorState, end: number): string | undefined {
    const node = syntaxTree(state).resolveInner(end, -1);
    const outer = node.name === ']' || node.name === '}' || node.name === ')' ? node.parent?.name : node.name;
    const names: Record<string, string> = {
        String: 'str', FormatString: 'str', ArrayExpression: 'list', ArrayComprehensionExpression: 'list', DictionaryExpression: 'dict',
        DictionaryComprehensionExpression: 'dict', SetExpression: 'set', TupleExpression: 'tuple',
    };
    return outer ? names[outer] : undefined;
}

/** The type of the literal that the text gives to a name, if it does. */
function assignedType(text: string, name: string): string | undefined {
    const all = [...text.matchAll(new RegExp(`^[ \\t]*${name}[ \\t]*(?::[^=\\n]*)?=[ \\t]*(\\S)`, 'gm'))];
    const first = all[all.length - 1]?.[1];
    return first && ({ '[': 'list', '{': undefined, '"': 'str', "'": 'str' } as Record<string, string | undefined>)[first];
}

function option(info: NameInfo): Completion {
    const section = info.name.startsWith('_') ? { boost: -50 } : {};
    return {
        label: info.name, type: info.kind === 'exception' ? 'class' : TYPES[info.kind] ?? 'variable',
        ...(info.signature ? { detail: info.signature.length > 40 ? `${info.signature.slice(0, 39)}…` : info.signature } : {}),
        ...(info.about ? { info: info.about } : {}), ...section,
    };
}

/** A name that is written out already does not keep Enter from ending the line. */
function forgetWhole(view: EditorView): boolean {
    const label = selectedCompletion(view.state)?.label;
    const { head } = view.state.selection.main;
    if (label !== undefined && view.state.sliceDoc(Math.max(0, head - label.length), head) === label)
        closeCompletion(view);
    return false;
}

async function orNothing<T>(question: Promise<T[]>): Promise<T[]> {
    try {
        return await question;
    } catch {
        return [];
    }
}

/** What can follow `path.`: of the text's own literal, of the program that ran, or of what the imports and built-ins give. */
async function membersOf(services: EditorServices, context: CompletionContext, path: string, dot: number): Promise<NameInfo[]> {
    const text = context.state.doc.toString();
    const imports = importsOf(text);
    const type = path === '' ? literalType(context.state, dot) : undefined;
    if (path === '')
        return type ? orNothing(services.members(type, '')) : [];
    const known = await orNothing(services.members(path, imports));
    if (known.length > 0)
        return known;
    if (path.includes('.'))
        return [];
    const live = await services.live(path).catch(() => undefined);
    if (live) {
        const byType = await orNothing(services.members(live.type, imports));
        const byClass = await orNothing(services.liveMembers(path));
        return byType.length > 0 ? byType : byClass;
    }
    const assigned = assignedType(text, path);
    return assigned ? orNothing(services.members(assigned, '')) : [];
}

function fromRuntime(services: EditorServices) {
    return async (context: CompletionContext): Promise<CompletionResult | null> => {
        if (!isCode(context.state, context.pos))
            return null;
        const inside = syntaxTree(context.state).resolveInner(context.pos, -1).name;
        if (inside === 'Comment' || inside === 'String' || inside === 'FormatString')
            return null;
        const word = context.matchBefore(/[\w\u0080-\uffff]*/)!;
        const line = context.state.doc.lineAt(context.pos);
        const before = line.text.slice(0, word.from - line.from);
        if (before.endsWith('.')) {
            const path = (PATH.exec(before)?.[0] ?? '').replace(/\.$/, '');
            const found = await membersOf(services, context, path, word.from - 1);
            const wanted = word.text.startsWith('_') || context.explicit ? found : found.filter(({ name }) => !name.startsWith('_'));
            return wanted.length > 0 ? { from: word.from, options: wanted.map(option), validFor: /^[\w\u0080-\uffff]*$/ } : null;
        }
        if (word.text === '' && !context.explicit)
            return null;
        const builtins = (await orNothing(services.members('', ''))).filter(({ name }) => !name.startsWith('_') || word.text.startsWith('_'));
        const keywords = KEYWORDS.map((label): Completion => ({ label, type: 'keyword' }));
        const known = new Set(KEYWORDS);
        return {
            from: word.from, validFor: /^[\w\u0080-\uffff]*$/,
            options: [...keywords, ...builtins.filter(({ name }) => !known.has(name)).map(option)],
        };
    };
}

/** `a.b.c` around a place, if there is a name. */
function pathAt(state: EditorState, at: number): { from: number; to: number; path: string } | undefined {
    const line = state.doc.lineAt(at);
    for (const match of line.text.matchAll(/[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\.[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)*/g)) {
        const from = line.from + match.index;
        if (at < from || at > from + match[0].length)
            continue;
        const rest = match[0].slice(at - from).indexOf('.');
        const to = rest < 0 ? from + match[0].length : at + rest;
        return { from, to, path: state.sliceDoc(from, to) };
    }
    return undefined;
}

/** What is known of the name at a place: its value in the program that ran last, or what the runtime says of it. */
async function explainAt(services: EditorServices, { state }: EditorView, at: number): Promise<(Tooltip & { said: string }) | null> {
    if (!isCode(state, at))
        return null;
    const inside = syntaxTree(state).resolveInner(at, 0).name;
    if (inside === 'Comment' || inside === 'String')
        return null;
    const found = pathAt(state, at);
    if (!found || KEYWORDS.includes(found.path))
        return null;
    const live = found.path.includes('.') ? undefined : await services.live(found.path).catch(() => undefined);
    const info = live ? undefined : await services.describe(found.path, importsOf(state.doc.toString())).catch(() => undefined);
    if (!live && !info)
        return null;
    const what = live ? `${found.path}: ${live.type}${live.text === null ? '' : ` = ${live.text}`}` : `${found.path}${info!.signature}`;
    return {
        pos: found.from, end: found.to, above: true, said: `${what} ${info?.about ?? ''}`,
        create() {
            const dom = document.createElement('div');
            dom.className = 'cm-hover';
            const code = document.createElement('code');
            code.textContent = what;
            dom.append(code);
            if (info?.about) {
                const text = document.createElement('p');
                text.textContent = info.about;
                dom.append(text);
            }
            return { dom };
        },
    };
}

const tell = StateEffect.define<Tooltip | null>();

/** What F1 has asked for; gone with the next change or movement. */
const told = StateField.define<Tooltip | null>({
    create: () => null,
    update(value, { effects, docChanged, selection }) {
        for (const effect of effects) {
            if (effect.is(tell))
                return effect.value;
        }
        return docChanged || selection ? null : value;
    },
    provide: (field) => showTooltip.from(field),
});

function hover(services: EditorServices): Extension {
    return [
        hoverTooltip((view, at) => explainAt(services, view, at), { hoverTime: 450 }),
        told,
        Prec.high(keymap.of([{
            key: 'F1', preventDefault: true,
            run(view) {
                const { state } = view;
                void explainAt(services, view, state.selection.main.head).then((tooltip) => {
                    if (tooltip && view.state === state)
                        view.dispatch({ effects: [tell.of(tooltip), EditorView.announce.of(tooltip.said)] });
                });
                return true;
            },
        }, {
            key: 'Escape',
            run(view) {
                if (!view.state.field(told))
                    return false;
                view.dispatch({ effects: tell.of(null) });
                return true;
            },
        }])),
    ];
}

/** A list that is still being asked for is not seen: Escape ends the question, and does what else it does. */
function forgetPending(view: EditorView): boolean {
    if (completionStatus(view.state) === 'pending')
        closeCompletion(view);
    return false;
}

export function completion(services: EditorServices): Extension {
    return [
        // What is chosen is accepted by Enter or Tab; Escape closes, and only the next Escape frees Tab.
        autocompletion({ override: [localCompletionSource, fromRuntime(services)], activateOnTypingDelay: 120, icons: false, defaultKeymap: false }),
        Prec.highest(keymap.of([{ key: 'Escape', run: forgetPending }, { key: 'Enter', run: forgetWhole }, ...completionKeymap, { key: 'Tab', run: acceptCompletion }])),
        hover(services),
    ];
}
