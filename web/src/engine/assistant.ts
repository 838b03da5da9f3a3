/**
 * assistant.ts - completion and hover from the live runtime: a small Python program (assistant.py) that waits for questions in
 * an instance of its own, so that the learner's program never notices and never is asked to run for it.
 */
import { Files, type FilesOptions } from '../../../src/host/browser/files.mjs';
import program from './assistant.py?raw';
import type { Core } from './core';
import { Runner } from './runner';

export interface AssistantPorts {
    instantiate(write: (fd: number, bytes: Uint8Array) => void): Promise<Core>;
    library: FilesOptions;
    yieldTurn(): Promise<void>;
}

const OUTPUT = { maxBytes: 1e9, maxLines: 1e9 };
/** An import that never ends must not keep a question for ever. How long the assistant itself takes to start does not count. */
const LIMITS = { maxMemory: 64 << 20 };
const PATIENCE_MS = 10_000;

export class Assistant {
    private readonly runner: Runner;
    private text = '';
    private waiting: { resolve(answer: string): void; reject(error: Error): void } | undefined;
    private queue: Promise<unknown> = Promise.resolve();
    private asking = false;
    private started: () => void = () => {};
    private readonly start = new Promise<void>((resolve) => {
        this.started = resolve;
    });
    ended = false;

    constructor(ports: AssistantPorts) {
        const files = new Files(ports.library);
        this.runner = new Runner({ source: program, filename: '<assistant>', limits: LIMITS, output: OUTPUT }, {
            send: (seq, chunks) => {
                for (const chunk of chunks.filter(({ stream }) => stream === 'stdout'))
                    this.text += chunk.text;
                this.runner.acknowledge(seq);
                this.settle();
            },
            wantInput: () => {
                this.asking = true;
                this.started();
                this.settle();
            },
            async serve({ number, path, data }) {
                const [error, bytes] = await files.serve({ kind: number, path, data });
                return { error, bytes };
            },
            yieldTurn: ports.yieldTurn,
        });
        const over = (): void => {
            this.ended = true;
            this.started();
            this.waiting?.reject(new Error('the assistant is gone'));
        };
        ports.instantiate(this.runner.write).then((core) => this.runner.run(core)).then(over, over);
    }

    /** One question at a time; the answer is the text of assistant.py's last line. */
    ask(question: string): Promise<string> {
        const asked = this.queue.then(() => this.start).then(() => new Promise<string>((resolve, reject) => {
            if (this.ended)
                return reject(new Error('the assistant is gone'));
            const timer = setTimeout(() => {
                this.runner.stop();
                reject(new Error('the assistant takes too long'));
            }, PATIENCE_MS);
            this.waiting = {
                resolve: (answer) => {
                    clearTimeout(timer);
                    resolve(answer);
                },
                reject: (error) => {
                    clearTimeout(timer);
                    reject(error);
                },
            };
            this.text = '';
            this.asking = false;
            this.runner.giveInput(`${question.replaceAll('\n', ' ')}\n`, false);
        }));
        this.queue = asked.catch(() => {});
        return asked;
    }

    private settle(): void {
        if (!this.waiting || !this.asking || !this.text.endsWith('\n'))
            return;
        const lines = this.text.split('\n');
        this.waiting.resolve(lines[lines.length - 2] ?? '');
        this.waiting = undefined;
    }
}
