/**
 * output.ts - what stands between a program that prints and a page that draws.
 *
 * Invariants: at most `maxBytes` bytes and `maxLines` lines are ever passed on, the rest is only counted; what waits
 * here is posted at most once a frame; no more than `MAX_IN_FLIGHT` posts are unanswered, and a program that is
 * further ahead than that is paused by its runner (`congested`). A flood therefore costs the page a bounded amount of
 * work and memory, whatever its length.
 */

export type StreamName = 'stdout' | 'stderr';

/** Consecutive output of one stream. */
export interface OutputChunk {
    stream: StreamName;
    text: string;
}

export interface OutputLimits {
    maxBytes: number;
    maxLines: number;
}

export const DEFAULT_OUTPUT_LIMITS: OutputLimits = { maxBytes: 200_000, maxLines: 20_000 };

/** An error message that follows a flood is what its author needs most, so stderr has something left of its own. */
const STDERR_EXTRA_BYTES = 16_000;
const STDERR_EXTRA_LINES = 400;
const FRAME_MS = 16;
const MAX_IN_FLIGHT = 2;
const CONGESTED_BYTES = 64_000;
const NEWLINE = 10;

/** Sends a batch; `seq` comes back in `acknowledge`. `dropped` is the number of bytes that were only counted so far. */
export type SendOutput = (seq: number, chunks: OutputChunk[], dropped: number) => void;

export class OutputGate {
    private readonly decoders: Record<StreamName, TextDecoder> = {
        stdout: new TextDecoder(),
        stderr: new TextDecoder(),
    };
    private pending: OutputChunk[] = [];
    private pendingBytes = 0;
    private bytesLeft: Record<StreamName, number>;
    private linesLeft: Record<StreamName, number>;
    private dropped = 0;
    private droppedSent = 0;
    private seq = 0;
    private acknowledged = 0;
    private lastSent = -Infinity;

    constructor(private readonly send: SendOutput, private readonly now: () => number,
                limits: OutputLimits = DEFAULT_OUTPUT_LIMITS) {
        this.bytesLeft = { stdout: limits.maxBytes, stderr: limits.maxBytes + STDERR_EXTRA_BYTES };
        this.linesLeft = { stdout: limits.maxLines, stderr: limits.maxLines + STDERR_EXTRA_LINES };
    }

    /** The core's write import: copies what it keeps. */
    write(fd: number, bytes: Uint8Array): void {
        const stream: StreamName = fd === 2 ? 'stderr' : 'stdout';
        const keep = this.allowance(stream, bytes);
        this.dropped += bytes.length - keep;
        if (keep === 0)
            return;
        const text = this.decoders[stream].decode(bytes.subarray(0, keep), { stream: true });
        this.pendingBytes += keep;
        const last = this.pending[this.pending.length - 1];
        if (last?.stream === stream)
            last.text += text;
        else if (text)
            this.pending.push({ stream, text });
    }

    /** True while the page is too far behind for the program to go on. */
    get congested(): boolean {
        return this.seq - this.acknowledged >= MAX_IN_FLIGHT && this.pendingBytes > CONGESTED_BYTES;
    }

    acknowledge(seq: number): void {
        this.acknowledged = Math.max(this.acknowledged, seq);
    }

    /** Posts what waits if a frame has passed since the last post and the page keeps up. */
    flushIfDue(): void {
        if (this.seq - this.acknowledged < MAX_IN_FLIGHT && this.now() - this.lastSent >= FRAME_MS)
            this.flush();
    }

    /** Posts what waits now: before the program sleeps, asks or ends. */
    flush(): void {
        if (this.pending.length === 0 && this.dropped === this.droppedSent)
            return;
        const chunks = this.pending;
        this.pending = [];
        this.pendingBytes = 0;
        this.droppedSent = this.dropped;
        this.lastSent = this.now();
        this.send(++this.seq, chunks, this.dropped);
    }

    /** How many of the bytes may still be shown; takes them off both streams' shares. */
    private allowance(stream: StreamName, bytes: Uint8Array): number {
        let keep = Math.min(bytes.length, this.bytesLeft[stream]);
        if (keep <= 0 || this.linesLeft[stream] <= 0)
            return 0;
        let lines = 0;
        for (let i = bytes.indexOf(NEWLINE); i >= 0 && i < keep; i = bytes.indexOf(NEWLINE, i + 1)) {
            if (++lines === this.linesLeft[stream])
                keep = i + 1;
        }
        for (const each of ['stdout', 'stderr'] as const) {
            this.bytesLeft[each] -= keep;
            this.linesLeft[each] -= lines;
        }
        return keep;
    }
}
