/** The engine's public surface: nothing here, and nothing it imports, knows a document. */
export { type ClientResult, EngineClient, type EngineState, type RunEvents, type WorkerLike } from './client';
export type { Breakpoint, Compilation, Diagnosis, Limits, Observation, StepKind, Stop } from './core';
export type { FromWorker, ToWorker } from './messages';
export type { OutputChunk, OutputLimits, StreamName } from './output';
export type { PartResult, ProgramPart, RaisedError } from './parts';
export type { EndReason, ProgramSpec, RunResult } from './runner';
export { createRuntime, type FinishedRun, type Run, type RunHooks, type Runtime, type RuntimeOptions } from './runtime';
