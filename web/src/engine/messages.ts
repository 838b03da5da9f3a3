/**
 * messages.ts - everything the page and the worker say to each other. Plain data only.
 *
 * `run` numbers one run of a program, counted by the client; a message about a run that is over is ignored by both
 * sides, so a late Stop or a late line of output can never touch the next run.
 */
import type { Breakpoint, Compilation, Observation, StepKind, Stop } from './core';
import type { OutputChunk } from './output';
import type { ProgramSpec, RunResult } from './runner';

export type ToWorker =
    | { type: 'load'; folder: string }
    | { type: 'run'; run: number; spec: ProgramSpec }
    | { type: 'stop'; run: number }
    | { type: 'interrupt'; run: number }
    | { type: 'input'; run: number; text: string; eof: boolean }
    | { type: 'ack'; run: number; seq: number }
    | { type: 'step'; run: number; kind: StepKind }
    | { type: 'resume'; run: number }
    | { type: 'run-to'; run: number; line: number }
    | { type: 'breakpoints'; run: number; points: readonly Breakpoint[] }
    /** About the program that runs or, if none does, the one that ran last; answered by 'answer' with the same `id`. */
    | { type: 'inspect'; id: number; question: string }
    /** What expressions give where the program pauses (Core.evaluate); answered as 'inspect', with a list. */
    | { type: 'evaluate'; id: number; expressions: readonly string[] }
    /** Compiles a text only, whatever runs meanwhile; answered as 'inspect'. */
    | { type: 'compile'; id: number; filename: string; source: string }
    /** A question of the editor to the assistant (assistant.py); answered as 'inspect', with a text. */
    | { type: 'ask'; id: number; question: string };

export type Answer = Observation | Compilation | string | Array<string | null>;

export type FromWorker =
    | { type: 'ready'; version: string }
    | { type: 'output'; run: number; seq: number; chunks: OutputChunk[]; dropped: number }
    | { type: 'want-input'; run: number }
    | { type: 'paused'; run: number; stop: Stop }
    | { type: 'answer'; id: number; value: Answer }
    | { type: 'refused'; id: number; message: string }
    | { type: 'ended'; run: number; result: RunResult }
    /** The runtime is broken: it did not load, or its core failed. The worker must be replaced. */
    | { type: 'broken'; message: string };
