/** saying.ts - objects in few words: what stands in a row, a table cell or a label. */
import type { ObjectFacts } from './answers';

const ATOMS = new Set(['int', 'float', 'bool', 'NoneType', 'str', 'bytes', 'complex', 'ellipsis', 'NotImplementedType']);
const NAMED: Record<string, string> = {
    function: 'function', builtin_function_or_method: 'function', module: 'module', type: 'class', method: 'method',
    method_descriptor: 'method', classmethod_descriptor: 'method', generator: 'generator', coroutine: 'coroutine',
    async_generator: 'async generator', code: 'code',
};

/** A value without parts that a reader knows by its text. */
export const isAtom = ({ type, text }: ObjectFacts): boolean => ATOMS.has(type) && text !== null;

/** As Python would write it, cut at `most` characters. */
export function quoted(text: string, most = 60): string {
    const cut = [...text].slice(0, most).join('');
    const escaped = cut.replace(/[\\\n\r\t]/g, (found) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[found] ?? '\\t')
        // eslint-disable-next-line no-control-regex
        .replace(/[\u0000-\u001f\u007f-\u009f]/g, (found) => `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`);
    const mark = escaped.includes("'") && !escaped.includes('"') ? '"' : "'";
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + (cut.length < text.length ? '…' : '') + mark;
}

const said = new WeakMap<ObjectFacts, string>();

/** Its value in short: `42`, `'ada'`, `list of 3`, `function walk`, `Node`. */
export function inShort(object: ObjectFacts): string {
    let words = said.get(object);
    if (words === undefined)
        said.set(object, words = say(object));
    return words;
}

function say(object: ObjectFacts): string {
    const { type, text, length } = object;
    if (type === 'str' && text !== null)
        return quoted(text) + (length !== undefined && length > [...text].length ? '…' : '');
    if (type === 'bytes' && text !== null)
        return `b${quoted(text)}`;
    if (isAtom(object))
        return text!;
    const word = object.class ? 'class' : NAMED[type];
    if (text !== null)
        return `${word ?? type} ${text}`;
    return length === undefined ? type : `${type} (${length})`;
}

/** The colour of a value as the editor would have it. */
export function valuePaint({ type, class: isClass }: ObjectFacts): 'code-string' | 'code-number' | 'code-keyword' | 'code-name' | 'ink' {
    if (type === 'str' || type === 'bytes')
        return 'code-string';
    if (type === 'int' || type === 'float' || type === 'complex')
        return 'code-number';
    if (type === 'bool' || type === 'NoneType')
        return 'code-keyword';
    return isClass || NAMED[type] ? 'code-name' : 'ink';
}
