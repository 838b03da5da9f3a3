// page.mjs - the page half of browser.mjs: hands each program to a worker, and replaces a worker that takes too long.
let worker = null;

window.runTest = (request) => new Promise((resolve) => {
  worker ??= new Worker(new URL("page_worker.mjs", import.meta.url), { type: "module" });
  const finish = (answer) => {
    clearTimeout(timer);
    resolve(answer);
  };
  const give_up = (what) => {
    worker.terminate();
    worker = null;
    finish({ out: "", err: btoa(`[${what}]\n`), code: 134 });
  };
  const timer = setTimeout(() => give_up("timeout"), request.timeout * 1000);
  worker.onmessage = (event) => finish(event.data);
  worker.onerror = (event) => give_up(`worker failed: ${event.message}`);
  worker.postMessage(request);
});
