// serve.mjs - serves the built site on this machine: `node serve.mjs DIST [--port N] [--host ADDRESS]`.
//
// Only files inside DIST, with the cache and security headers that the Docker image's nginx sends too.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css",
  ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png",
  ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".map": "application/json", ".woff2": "font/woff2",
};
const TRIES = 20; // ports after the default one

function fail(message) {
  process.stderr.write(`vivarium: ${message}\n`);
  process.exit(2);
}

const [folder, ...rest] = process.argv.slice(2);
const root = resolve(folder);
let port = null;
let host = "127.0.0.1";
for (let i = 0; i < rest.length; i++) {
  const [key, inline] = rest[i].split("=", 2);
  const value = () => inline ?? rest[++i] ?? fail(`${key} needs a value`);
  if (key === "--port") port = Number(value());
  else if (key === "--host") host = value();
  else fail(`serve does not know ${rest[i]}; try ./vivarium serve --help`);
}
if (port !== null && !(Number.isInteger(port) && port >= 0 && port < 65536)) fail("--port needs a number below 65536");

const server = createServer(async (request, response) => {
  const end = (status, headers = {}) => response.writeHead(status, headers).end(status === 404 ? "not found\n" : "");
  if (request.method !== "GET" && request.method !== "HEAD") return end(405, { allow: "GET, HEAD" });
  let path;
  try {
    path = resolve(join(root, decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
    if (path !== root && !path.startsWith(root + sep)) throw new Error("outside");
    if ((await stat(path)).isDirectory()) {
      if (!request.url.split("?")[0].endsWith("/")) return end(301, { location: `${request.url.split("?")[0]}/` });
      path = join(path, "index.html");
    }
    const { size } = await stat(path);
    const hashed = (/-[\w-]{8,}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`)) || /[\\/]runtime[\\/][\w-]{8,}[\\/]/.test(path);
    response.writeHead(200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-length": size,
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(path).on("error", () => response.destroy()).pipe(response);
  } catch {
    end(404, { "content-type": "text/plain" });
  }
});

const first = port ?? 8000;
let tried = first;
server.on("error", (error) => {
  if (error.code === "EADDRINUSE" && port === null && tried < first + TRIES) server.listen(++tried, host);
  else if (error.code === "EADDRINUSE") fail(`port ${tried} is taken; choose another one with --port`);
  else fail(`cannot listen on ${host}:${tried}: ${error.message}`);
});
server.on("listening", () => {
  const { address, port: bound, family } = server.address();
  const name = family === "IPv6" ? `[${address}]` : address;
  process.stdout.write(`Vivarium is at http://${name === "127.0.0.1" ? "localhost" : name}:${bound}/  (Ctrl-C ends)\n`);
});
server.listen(tried, host);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
