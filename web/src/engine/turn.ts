/**
 * turn.ts - lets other events of the thread run. In a worker a message to oneself is used instead of a timer, because
 * browsers stretch nested timers to four milliseconds; Node has a call for just this, and would starve its timers
 * otherwise.
 */
export function createYield(): () => Promise<void> {
    const immediate = (globalThis as { setImmediate?: (resume: () => void) => void }).setImmediate;
    if (immediate)
        return () => new Promise((resolve) => immediate(resolve));

    const { port1, port2 } = new MessageChannel();
    let waiting: Array<() => void> = [];
    port1.onmessage = () => {
        const now = waiting;
        waiting = [];
        for (const resume of now)
            resume();
    };
    return () => new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
    });
}
