/**
 * vite.config.ts - how the site is built. From outside, by environment variables:
 *
 *     VIVARIUM_WASM_DIR   folder with vivarium.mjs and vivarium.wasm   (../build/browser)
 *     VIVARIUM_LIBRARY    folder of the standard library               (../build/stdlib)
 *     VIVARIUM_LESSONS    folder of the course                         (../lessons)
 *     VIVARIUM_BASE       where the site is on its host, for 404.html   (/)
 *     VIVARIUM_OUT        where the site goes                          (../dist)
 */
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { pages } from './plugins/pages';
import { runtime } from './plugins/runtime';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = (variable: string, fallback: string): string => resolve(here, process.env[variable] ?? fallback);

const [wasm, library] = [folder('VIVARIUM_WASM_DIR', '../build/browser'), folder('VIVARIUM_LIBRARY', '../build/stdlib')];

/** What the editor is made of; completion comes later, by itself. */
const EDITOR = /node_modules\/(@codemirror\/(?!autocomplete)|@lezer|@marijn|style-mod|w3c-keyname|crelt)|src\/editor\/(codemirror|session-mode)\.ts/;
const ASSIST = /node_modules\/@codemirror\/autocomplete|src\/editor\/(assist|complete|squiggles)\.ts/;

export default defineConfig({
    root: here,
    base: './',
    plugins: [
        pages({ lessons: folder('VIVARIUM_LESSONS', '../lessons'), wasm, library }),
        runtime(wasm, library),
    ],
    worker: { format: 'es' },
    build: {
        outDir: folder('VIVARIUM_OUT', '../dist'),
        emptyOutDir: true,
        target: ['es2022', 'chrome116', 'firefox117', 'safari16.4'],
        // Preloading would need inline scripts or styles; the chunks are few.
        modulePreload: false,
        assetsInlineLimit: 0,
        rollupOptions: {
            output: {
                // In one piece, whoever else uses parts of it: smaller than in two, and one request. What loads chunks stays out of it.
                // What the page and the editor both use must not draw the editor into the page.
                manualChunks: (id) => (id.includes('src/lessons/session.ts') ? 'session' : EDITOR.test(id) ? 'codemirror' : ASSIST.test(id) ? 'assist' : id.includes('vite/preload-helper') ? 'load' : undefined),
            },
        },
        reportCompressedSize: false,
    },
    server: { host: '127.0.0.1', port: 8000 },
    preview: { host: '127.0.0.1', port: 8000 },
});
