// firefox.mjs - a real Firefox for the page's tests, driven by WebDriver BiDi, which it speaks itself: Playwright would need a Firefox of its own.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

const program = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const PATIENCE_MS = 90_000;
const KEYS = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Delete: '\uE017', Control: '\uE009', Shift: '\uE008' };

/** Why there is no Firefox, or false. */
export function noFirefox() {
    try {
        accessSync(program, constants.X_OK);
        return false;
    } catch {
        return `Firefox is not installed (${program})`;
    }
}

/** Starts it; `page.close()` ends it. */
export async function launchFirefox() {
    const profile = mkdtempSync(join(tmpdir(), 'vivarium-firefox-'));
    const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
        stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile },
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const address = await new Promise((resolve, reject) => {
        let said = '';
        const late = setTimeout(() => {
            child.kill();
            reject(new Error(`Firefox did not listen within ${PATIENCE_MS / 1000} s: ${said}`));
        }, PATIENCE_MS);
        child.stderr.on('data', (chunk) => {
            said += chunk;
            const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
            if (!found)
                return;
            clearTimeout(late);
            resolve(found[1]);
        });
        child.once('error', reject);
        child.once('exit', () => reject(new Error(`Firefox ended: ${said}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
    });
    const waiting = new Map();
    const complaints = [];
    let last = 0;
    socket.on('message', (data) => {
        const message = JSON.parse(data);
        if (message.id !== undefined) {
            waiting.get(message.id)(message);
            waiting.delete(message.id);
        } else if (message.method === 'log.entryAdded' && message.params.level === 'error')
            complaints.push(message.params.text);
    });
    const send = async (method, params = {}) => {
        const id = ++last;
        const answer = await new Promise((resolve) => {
            waiting.set(id, resolve);
            socket.send(JSON.stringify({ id, method, params }));
        });
        if (answer.type === 'error')
            throw new Error(`${method}: ${answer.error}: ${answer.message}`);
        return answer.result;
    };
    await send('session.new', { capabilities: {} });
    await send('session.subscribe', { events: ['log.entryAdded'] });
    const { context } = await send('browsingContext.create', { type: 'tab' });
    await send('browsingContext.setViewport', { context, viewport: { width: 1280, height: 800 } });

    /** What a function gives in the page, as JSON. */
    const evaluate = async (work, ...args) => {
        const answer = await send('script.evaluate', {
            target: { context }, awaitPromise: true, expression: `Promise.resolve((${work})(...${JSON.stringify(args)})).then((value) => JSON.stringify(value))`,
        });
        if (answer.type === 'exception')
            throw new Error(answer.exceptionDetails.text);
        return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
    };
    /** Waits until it gives something true, and returns that. */
    const until = async (work, ...args) => {
        for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
            const value = await evaluate(work, ...args);
            if (value)
                return value;
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error(`not in ${PATIENCE_MS / 1000} s: ${work} ${JSON.stringify(args)}`);
    };
    const keys = (actions) => send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
    const page = {
        complaints, evaluate, until,
        go: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
        /** `Control+a` */
        press(chord) {
            const parts = chord.split('+').map((key) => KEYS[key] ?? key);
            return keys([...parts.map((value) => ({ type: 'keyDown', value })), ...[...parts].reverse().map((value) => ({ type: 'keyUp', value }))]);
        },
        type: (text) => keys([...text].flatMap((value) => [{ type: 'keyDown', value: value === '\n' ? KEYS.Enter : value }, { type: 'keyUp', value: value === '\n' ? KEYS.Enter : value }])),
        /** Clicks the middle of the first element that a selector finds, when it can be seen. */
        async click(selector) {
            const { x, y } = await until((wanted) => {
                const element = document.querySelector(wanted);
                if (!element?.checkVisibility())
                    return false;
                element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
                const box = element.getBoundingClientRect();
                const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + Math.min(box.height / 2, 10)) };
                const top = document.elementFromPoint(at.x, at.y);
                return top && (element.contains(top) || top.contains(element)) && at;
            }, selector);
            await send('input.performActions', {
                context, actions: [{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] }],
            });
        },
        /** A PNG of what can be seen. */
        async screenshot() {
            return Buffer.from((await send('browsingContext.captureScreenshot', { context })).data, 'base64');
        },
        async close() {
            await send('browser.close').catch(() => {});
            socket.terminate();
            await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
            child.kill('SIGKILL');
            rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        },
    };
    return page;
}
