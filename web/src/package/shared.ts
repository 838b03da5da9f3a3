/** shared.ts - the part of the npm package that Node and browsers have in common. */
import { Files, type FilesOptions } from '../../../src/host/browser/files.mjs';
import { reactorFactory } from '../engine/reactor';
import type { ProgramSpec } from '../engine/runner';
import { type Run, type RunHooks, type Runtime, runtimeOf } from '../engine/runtime';

export type {
    Breakpoint, Compilation, Diagnosis, Limits, Observation, Stop, StepKind,
} from '../engine/core';
export type { OutputChunk, OutputLimits, StreamName } from '../engine/output';
export type { PartResult, ProgramPart, RaisedError } from '../engine/parts';
export type { EndReason, ProgramSpec, RunResult } from '../engine/runner';
export type { FinishedRun, Run, RunHooks, Runtime } from '../engine/runtime';

/** A program: its text, or its text with all that it depends on. */
export type Program = string | ProgramSpec;

/** `Runtime` whose programs have the standard library, and files of their own. */
export interface PackageRuntime extends Omit<Runtime, 'run'> {
    run(program: Program, hooks?: RunHooks): Run;
}

export function packageRuntime(module: WebAssembly.Module, library: FilesOptions): PackageRuntime {
    const factory = reactorFactory(module);
    const compiling = runtimeOf(factory);
    const encoder = new TextEncoder();
    return {
        ...compiling,
        run(program, hooks) {
            const spec: ProgramSpec = typeof program === 'string' ? { source: program } : program;
            const files = new Files(library);
            const put = (path: string, text: string): void => {
                for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1))
                    files.put(path.slice(0, at), null);
                files.put(path, encoder.encode(text));
            };
            for (const [path, text] of Object.entries(spec.files ?? {}))
                put(path, text);
            put(spec.filename ?? 'main.py', spec.source);
            return runtimeOf(factory, async ({ number, path, data }) => {
                const [error, bytes] = await files.serve({ kind: number, path, data });
                return { error, bytes };
            }).run(spec, hooks);
        },
    };
}
