// The views in the built site: opened by the reader, drawn where the program waits and after it has ended.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { launch, openPage, parts, write } from './support/browser.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

let site;
let browser;

before(async () => {
    needBuilt(join(wasmFolder, 'vivarium.mjs'), join(wasmFolder, 'vivarium.wasm'));
    site = await startSite();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await site?.close();
});

test('a reader opens the views, and they follow the program', async (t) => {
    const { page } = await openPage(t, browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.address}en/objects/equal-or-same/`);
    await page.locator('[data-testid="editor"] .cm-content').waitFor();
    await page.locator('[data-part="views-toggle"]').click();
    await page.locator('.views-empty').waitFor();
    await write(page, 'mine = [1, 2]\nword = input()\nmine.append([word])\nprint(mine)');
    await parts(page).run.click();
    const list = page.locator('.views-canvas [data-target][aria-label^="list (2)"]');
    await list.waitFor();
    await parts(page).stdin.locator('input').or(parts(page).stdin).first().fill('hello');
    await page.keyboard.press('Enter');
    await page.locator('.views-canvas [data-target][aria-label^="list (3)"]').waitFor();
    assert.match(await page.locator('.views-news').innerText(), /names changed: word/);
    await page.locator('[data-view="frames"]').click();
    await page.locator('[data-view="frames"][aria-selected="true"]').waitFor();
    if (process.env.VIEWS_SHOT)
        await page.screenshot({ path: `${process.env.VIEWS_SHOT}-frames.png` });
    await page.locator('[data-view="objects"]').click();
    await page.locator('.views-canvas [data-target][aria-label^="list (3)"]').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    if (process.env.VIEWS_SHOT) {
        await page.screenshot({ path: `${process.env.VIEWS_SHOT}-wide.png` });
        await page.setViewportSize({ width: 320, height: 700 });
        await page.locator('.views-panel').scrollIntoViewIfNeeded();
        await page.waitForTimeout(300);
        await page.screenshot({ path: `${process.env.VIEWS_SHOT}-narrow.png` });
    }
});

test('nothing of the views is in what a page loads first', () => {
    const assets = join(site.folder, 'assets');
    const entry = readFileSync(join(site.folder, 'index.html'), 'utf8').match(/src="([^"]+assets\/[^"]+\.js)"/)[1].split('/').at(-1);
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const views = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('views-toggle'));
    assert.equal(views.length, 1);
    assert.notEqual(views[0], entry);
});
