// oracle.mjs HOME ARG... - runs HOME/driver.py under CPython 3.12 (pyodide, pinned in web/package.json); run.py starts it.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { writeSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "web");
const { loadPyodide } = await import(pathToFileURL(createRequire(join(web, "package.json")).resolve("pyodide/pyodide.mjs")));
const python = await loadPyodide({ fullStdLib: false });
const stream = (fd) => ({ write(bytes) { writeSync(fd, bytes); return bytes.length; } });
python.setStdout(stream(1));
python.setStderr(stream(2));
python.FS.mkdirTree("/cpython");
python.FS.mount(python.FS.filesystems.NODEFS, { root: process.argv[2] }, "/cpython");
python.globals.set("_args", process.argv.slice(3));
python.runPython(`
def _go(args):
    import builtins, sys, types
    sys.argv = ["driver.py", *args]
    sys.path.insert(0, "/cpython")
    main = types.ModuleType("__main__")
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    with open("/cpython/driver.py") as f:
        source = f.read()
    exec(compile(source, "driver.py", "exec", dont_inherit=True), vars(main))
_go(_args.to_py())
`);
process.exit(0);
