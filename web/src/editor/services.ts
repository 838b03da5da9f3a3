/**
 * services.ts - what the editor asks the runtime while a program is typed. Every question may fail (Python still loads, a worker
 * was replaced); the editor then simply knows less.
 */
import type { Compilation, Diagnosis } from '../engine/core';

export interface NameInfo {
    name: string;
    kind: 'class' | 'exception' | 'module' | 'function' | 'constant' | 'variable';
    /** `(iterable, /)`, or empty. */
    signature: string;
    about: string;
}

/** A name of the program that ran last. */
export interface LiveName {
    type: string;
    /** A short `repr`, if there is one. */
    text: string | null;
}

export interface EditorServices {
    compile(source: string): Promise<Compilation>;
    /** What the compiler found in the text as it is now; undefined: nothing wrong. */
    diagnosed(diagnosis: Diagnosis | undefined): void;
    /** Names inside `path` (`math`, `str`; empty: the built-ins), with the program's imports in force. */
    members(path: string, imports: string): Promise<NameInfo[]>;
    describe(path: string, imports: string): Promise<NameInfo | undefined>;
    live(name: string): Promise<LiveName | undefined>;
    /** Names inside a variable of the program that ran last. */
    liveMembers(name: string): Promise<NameInfo[]>;
    /** A message for a diagnosis in the reader's language. */
    explain(diagnosis: Diagnosis): string;
}
