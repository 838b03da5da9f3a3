/**
 * reactor.ts - loads the WASI reactor (`vivarium-reactor.wasm`): used in Node, and by tests.
 *
 * The program's files, clocks and output are the `env.vvx_host_*` imports. The few WASI calls that the C library links
 * in are answered here, so neither `node:wasi` nor a file system is needed.
 */
import { type CoreFactory, type CoreHost, WasmCore } from './core';
import { CoreAbort } from './host';

const ENOSYS = 52;
const EBADF = 8;

type Import = (...args: number[]) => number | void;

function wasiCalls(memory: () => DataView): Record<string, Import> {
    const nothing = (countAt: number, bytesAt: number): number => {
        memory().setUint32(countAt, 0, true);
        memory().setUint32(bytesAt, 0, true);
        return 0;
    };
    return {
        environ_sizes_get: nothing,
        args_sizes_get: nothing,
        environ_get: () => 0,
        args_get: () => 0,
        fd_prestat_get: () => EBADF,
        fd_close: () => EBADF,
        fd_seek: () => EBADF,
        fd_fdstat_get: () => EBADF,
        proc_exit(code) {
            throw new CoreAbort(`the runtime left with code ${code}`);
        },
    };
}

function hostCalls(memory: () => ArrayBuffer, host: CoreHost): Record<string, Import> {
    const text = (at: number): string => {
        const bytes = new Uint8Array(memory());
        return new TextDecoder().decode(bytes.subarray(at, bytes.indexOf(0, at)));
    };
    return {
        vvx_host_write: (fd, at, n) => host.write(fd, new Uint8Array(memory(), at, n)),
        vvx_host_monotonic_ns: () => host.monotonicNs(),
        vvx_host_realtime_ns: () => host.realtimeNs(),
        vvx_host_random: (at, n) => host.random(new Uint8Array(memory(), at, n)),
        vvx_host_abort: (file, line, what) => host.abort(text(file), line, text(what)),
    };
}

export function reactorFactory(module: WebAssembly.Module): CoreFactory {
    return {
        async instantiate(host) {
            let instance: WebAssembly.Instance | undefined;
            const memory = (): ArrayBuffer => (instance!.exports.memory as WebAssembly.Memory).buffer;
            const known: Record<string, Record<string, Import>> = {
                env: hostCalls(memory, host),
                wasi_snapshot_preview1: wasiCalls(() => new DataView(memory())),
            };
            const imports: WebAssembly.Imports = {};
            for (const wanted of WebAssembly.Module.imports(module)) {
                const found = known[wanted.module]?.[wanted.name];
                if (!found && wanted.module !== 'wasi_snapshot_preview1')
                    throw new Error(`this loader has no ${wanted.module}.${wanted.name}, which the runtime imports`);
                (imports[wanted.module] ??= {})[wanted.name] = found ?? (() => ENOSYS);
            }
            instance = await WebAssembly.instantiate(module, imports);
            const functions = instance.exports as Record<string, (...args: number[]) => number>;
            functions._initialize?.();
            return new WasmCore({
                memory,
                exports: () => instance!.exports,
                call(name, ...args) {
                    const f = functions[name];
                    if (!f)
                        throw new Error(`the Python runtime has no ${name}`);
                    return f(...args);
                },
            });
        },
    };
}
