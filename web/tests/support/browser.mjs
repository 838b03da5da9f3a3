// browser.mjs - a real Chromium for the page's tests.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

/** VIVARIUM_SLOWER=8 makes every page eight times slower: what a test forgot to wait for then shows. */
const slower = Number(process.env.VIVARIUM_SLOWER ?? 1);
/** VIVARIUM_DAWDLE=200 makes the test wait as many ms before each thing it does: what it would only see in passing then shows. */
const dawdle = Number(process.env.VIVARIUM_DAWDLE ?? 0);

export async function launch() {
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', slowMo: dawdle,
        args: [
            '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync',
        ],
    });
    prepare(browser);
    return browser;
}

/** A busy machine may need long for what is to come; a test that waits in vain fails all the same. */
const PATIENCE_MS = 90_000;

function prepare(browser) {
    const { newContext, newPage } = browser;
    const ready = async (page) => {
        page.setDefaultTimeout(PATIENCE_MS);
        if (slower > 1)
            await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
        return page;
    };
    browser.newPage = async (options) => ready(await newPage.call(browser, options));
    browser.newContext = async (options) => {
        const context = await newContext.call(browser, options);
        const { newPage: another } = context;
        context.newPage = async () => ready(await another.call(context));
        return context;
    };
}

/** A page of its own, every error of which fails the test at its end, but for those that `allowed` matches; so does what the test adds to `complaints`. */
export async function openPage(t, browser, { allowed = /^$/, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(`${error}`));
    page.on('console', (message) => message.type() === 'error' && !allowed.test(message.text()) && complaints.push(message.text()));
    t.after(async () => {
        await context.close();
        assert.deepEqual(complaints, []);
    });
    return { page, complaints };
}

/** Hooks of the page. */
export function parts(page) {
    const part = (name) => page.locator(`[data-testid="${name}"]`);
    return {
        editor: part('editor'), code: part('editor').locator('.cm-content'), run: part('run'), stop: part('stop'),
        console: part('console'), stdin: part('stdin'), status: part('status'), nav: part('lesson-nav'),
        lesson: part('lesson'),
    };
}

/** Replaces the program in the editor, without auto-indentation in the way. */
export async function write(page, code) {
    const { editor } = parts(page);
    await editor.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(code);
}

/** Runs a program and waits for its end. */
export async function runProgram(page, code) {
    const { run, console: output } = parts(page);
    await write(page, code);
    await run.click();
    await page.locator('[data-testid="status"]:not([data-reason=""])[data-phase="idle"]').waitFor();
    return output.innerText();
}
