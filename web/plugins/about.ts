/** about.ts - the page about this site: what it is, what it is made of, and under which licences. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { choose } from '../src/i18n/choose';
import { en } from '../src/i18n/en/about';
import { zhCN } from '../src/i18n/zh-cn/about';
import { escapeHtml } from '../src/lessons/highlight';

const web = fileURLToPath(new URL('../', import.meta.url));
/** What travels with the page to its readers. */
const LIBRARIES = [
    '@codemirror/state', '@codemirror/view', '@codemirror/language', '@codemirror/commands', '@codemirror/autocomplete', '@codemirror/lint',
    '@codemirror/lang-python', '@lezer/common', '@lezer/lr', '@lezer/highlight', '@lezer/python', '@marijn/find-cluster-break', 'crelt',
    'style-mod', 'w3c-keyname', '@dagrejs/dagre', '@dagrejs/graphlib', 'elkjs',
];

function libraryRows(): Array<{ name: string; version: string; licence: string; text: string }> {
    return LIBRARIES.flatMap((name) => {
        const folder = `${web}node_modules/${name}`;
        if (!existsSync(`${folder}/package.json`))
            return [];
        const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string; license?: string };
        const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((each) => `${folder}/${each}`).find((each) => existsSync(each));
        return [{ name, version: about.version, licence: about.license ?? '', text: file ? readFileSync(file, 'utf8').trim() : '' }];
    });
}

function licence(title: string, text: string): string {
    return `<details class="licence"><summary>${escapeHtml(title)}</summary><pre tabindex="0">${escapeHtml(text.trim())}</pre></details>\n`;
}

export function aboutHtml(language: string): string {
    const t = choose(language, { en, 'zh-CN': zhCN });
    const rows = libraryRows();
    const text = (name: string): string => readFileSync(`${web}licences/${name}.txt`, 'utf8');
    const table = rows.map((row) => `<tr><td>${row.name.replace('/', '/<wbr>')}</td><td>${row.version}</td><td>${escapeHtml(row.licence)}</td></tr>`).join('');
    const own = readFileSync(`${web}../LICENSE`, 'utf8');
    return `<h1>${t.title}</h1>\n<p class="summary">${t.summary}</p>\n`
        + t.parts.map(([title, ...texts]) => `<h2>${title}</h2>\n${texts.map((text) => `<p>${text}</p>`).join('\n')}`).join('\n')
        + `\n<h2>${t.libraries}</h2>\n<p>${t.librariesText}</p>\n<div class="table" tabindex="0" role="region" aria-label="${t.libraries}"><table>`
        + `<thead><tr><th scope="col">${t.name}</th><th scope="col">${t.version}</th><th scope="col">${t.licence}</th></tr></thead><tbody>${table}</tbody></table></div>\n`
        + `<h2>${t.licences}</h2>\n${licence('Vivarium (MIT)', own)}${licence(t.psf, text('python-3.12'))}`
        + `${licence('musl (MIT)', text('musl'))}${licence('zlib (Zlib)', text('zlib'))}`
        + rows.filter((row) => row.text).map((row) => licence(`${row.name} (${row.licence})`, row.text)).join('');
}
