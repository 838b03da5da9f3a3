/** info.ts - the words after ``` and `:::`, such as `python run id=first mark={3-4} watch="len(q)" readonly`. */
import { unknownWord } from './nearest';
import type { ValueKind } from './schema';

export interface Info {
    /** Words before the first key, in order. */
    words: string[];
    /** `#name` */
    anchor?: string;
    keys: Record<string, string>;
    flags: string[];
}

const PART = /\s*(?:#([\w-]+)|([A-Za-z_][\w-]*)=(?:"([^"]*)"|“([^”]*)”|\{([^}]*)\}|(\S*))|(\S+))/y;

export function parseInfo(text: string): Info {
    const info: Info = { words: [], keys: {}, flags: [] };
    const source = text.trim();
    let sawKey = false;
    PART.lastIndex = 0;
    while (PART.lastIndex < source.length) {
        const match = PART.exec(source);
        if (!match)
            break;
        const [, anchor, key, quoted, curly, braced, bare, word] = match;
        if (anchor !== undefined)
            info.anchor = anchor;
        else if (key !== undefined)
            info.keys[key] = quoted ?? curly ?? braced ?? bare ?? '';
        else if (word !== undefined)
            (sawKey || info.words.length >= 2 ? info.flags : info.words).push(word);
        sawKey ||= key !== undefined || anchor !== undefined;
    }
    return info;
}

/** Complaints about keys and flags that `schema` does not know, or whose value is of the wrong kind. */
export function checkInfo(info: Info, schema: Record<string, ValueKind>): string[] {
    const complaints: string[] = [];
    for (const [key, value] of Object.entries(info.keys)) {
        const kind = schema[key];
        if (kind === undefined)
            complaints.push(unknownWord('key', key, Object.keys(schema)));
        else if (kind === 'number' && !/^\d+$/.test(value))
            complaints.push(`"${key}" must be a number`);
        else if (Array.isArray(kind) && !kind.includes(value))
            complaints.push(`"${key}" must be one of: ${kind.join(', ')}`);
    }
    const flags = Object.keys(schema).filter((key) => schema[key] === 'flag');
    for (const flag of info.flags.filter((name) => !flags.includes(name)))
        complaints.push(unknownWord('word', flag, flags));
    return complaints;
}
