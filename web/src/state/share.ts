/**
 * share.ts - a program in a link: what follows `#code=` is JSON, compressed with gzip (whose checksum tells a damaged link),
 * in the letters of base64url. Nothing of it reaches a server, and nothing in it runs by itself.
 */
export interface SharedProgram {
    files: Array<{ name: string; text: string }>;
    /** The lesson it was made in. */
    from?: string;
}

const KEY = 'code=';
const MOST_BYTES = 1 << 20;
const NAME = /^[A-Za-z_][\w.-]{0,60}$/;

/** A name that a file of a shared program may have. */
export const isSharedName = (name: string): boolean => NAME.test(name);

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
    const reader = new Blob([bytes as BlobPart]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>).getReader();
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done)
            break;
        size += value.length;
        if (size > MOST_BYTES) {
            await reader.cancel();
            throw new Error('the shared program is too large');
        }
        parts.push(value);
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}

/** The part of an address from `#` on. */
export async function encodeShared(program: SharedProgram): Promise<string> {
    const text = JSON.stringify([1, program.files.map(({ name, text: content }) => [name, content]), program.from ?? '']);
    const bytes = await through(new TextEncoder().encode(text), new CompressionStream('gzip'));
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return `#${KEY}${letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** True when an address carries a program, whole or damaged. */
export function isShared(hash: string): boolean {
    return hash.startsWith(`#${KEY}`);
}

/** Throws when the link is damaged or was not made by `encodeShared`. */
export async function decodeShared(hash: string): Promise<SharedProgram> {
    const letters = hash.slice(KEY.length + 1).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(letters), (char) => char.charCodeAt(0));
    const data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('gzip')))) as unknown;
    const [version, files, from] = data as [unknown, unknown, unknown];
    if (version !== 1 || !Array.isArray(files) || files.length === 0 || typeof from !== 'string')
        throw new Error('not a shared program');
    return {
        files: files.map((file: unknown) => {
            const [name, text] = file as [unknown, unknown];
            if (typeof name !== 'string' || typeof text !== 'string' || !NAME.test(name))
                throw new Error('not a shared program');
            return { name, text };
        }),
        ...(from ? { from } : {}),
    };
}
