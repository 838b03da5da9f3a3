// browser.mjs - runs test programs in Chromium with the page's own build: `node browser.mjs BUILD-FOLDER`.
//
// Same protocol as worker.mjs. The repository is served read-only on a local port; one page keeps one worker, which
// compiles the module once and instantiates it for each program.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const build = resolve(process.argv[2]);
const { chromium } = createRequire(join(root, "web", "package.json"))("playwright-core");
const TYPES = { ".html": "text/html", ".mjs": "text/javascript", ".wasm": "application/wasm" };

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const library = path.startsWith("/stdlib/");
  const base = path.startsWith("/build/") ? join(build, path.slice("/build".length))
    : library ? join(build, "..", path) : join(root, path);
  const type = library ? "application/octet-stream" : TYPES[extname(base)];
  try {
    if (type === undefined || path.includes(`..${sep}`)) throw new Error("not served");
    const body = await readFile(base);
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => { server.listen(0, "127.0.0.1", done); });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
page.on("pageerror", (error) => process.stderr.write(`page: ${error}\n`));
await page.goto(`http://127.0.0.1:${server.address().port}/tests/support/page.html`);

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await page.evaluate((r) => window.runTest(r), request);
  } catch (error) {
    answer = { out: "", err: Buffer.from(`[the page failed] ${error}\n`).toString("base64"), code: 134 };
  }
  process.stdout.write(JSON.stringify({ id: request.id, ...answer }) + "\n");
}
await browser.close();
process.exit(0);
