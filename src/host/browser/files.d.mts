/** Types of files.mjs for the site's TypeScript. */
export interface FilesOptions {
    folder?: string;
    readIndex?(): string | Promise<string>;
    readFile?(path: string): Uint8Array | Promise<Uint8Array>;
    readSide?(name: string): Uint8Array | Promise<Uint8Array>;
}

export class Files {
    constructor(options?: FilesOptions);
    put(path: string, bytes: Uint8Array | null): void;
    /** An answer, or a promise of it where something must be fetched. */
    serve(request: { kind: number; path: string; data: Uint8Array }): [number, Uint8Array] | Promise<[number, Uint8Array]>;
}
