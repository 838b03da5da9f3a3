// budgets.mjs - `npm run budgets`: measures the built site and writes the table into README.md. Exit code 1 if a budget is exceeded.
import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from './tests/support/browser.mjs';
import { sizes, table, times, writeTable } from './tests/support/budgets.mjs';
import { startSite } from './tests/support/site.mjs';

const readme = fileURLToPath(new URL('README.md', import.meta.url));
const site = await startSite();
const browser = await launch();
try {
    const rows = [...sizes(site.folder), ...await times(browser, site.address, 'en/objects/equal-or-same/')];
    const machine = `Sizes with brotli 11, KB = 1000 bytes. Times in ${`Chromium ${browser.version()}`} on ${cpus().length} cores (${cpus()[0].model.trim()}), `
        + `${new Date().toISOString().slice(0, 10)}; the site served from this machine.`;
    writeFileSync(readme, writeTable(readme, rows, machine));
    console.log(table(rows));
    const over = rows.filter(({ value, budget }) => budget !== undefined && value > budget);
    for (const { name } of over)
        console.log(`over budget: ${name}`);
    process.exitCode = over.length > 0 ? 1 : 0;
} finally {
    await browser.close();
    await site.close();
}
