/**
 * emscripten.ts - loads the page's build of the core: `vivarium.mjs` and `vivarium.wasm` in one folder.
 *
 * The WebAssembly is compiled once; every program gets a fresh instance, so a run can never see what an earlier one
 * left behind, and dropping the instance is all it takes to get its memory back.
 */
import { type CoreFactory, type CoreHost, WasmCore } from './core';

interface EmscriptenModule {
    [name: string]: unknown;
}

export type CreateModule = (options: {
    host: CoreHost;
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
}) => Promise<EmscriptenModule>;

async function compile(url: URL): Promise<WebAssembly.Module> {
    const response = await fetch(url);
    if (!response.ok)
        throw new Error(`${url.pathname} answered ${response.status}`);
    // A server that does not know the type of .wasm files still works, only a little slower.
    if (response.headers.get('content-type')?.startsWith('application/wasm'))
        return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
}

export async function emscriptenFactory(folder: URL): Promise<CoreFactory> {
    const [module, loader] = await Promise.all([
        compile(new URL('vivarium.wasm', folder)),
        import(/* @vite-ignore */ new URL('vivarium.mjs', folder).href) as Promise<{ default: CreateModule }>,
    ]);
    return emscriptenInstances(module, loader.default);
}

export function emscriptenInstances(module: WebAssembly.Module, create: CreateModule): CoreFactory {
    return {
        async instantiate(host) {
            let memory: WebAssembly.Memory | undefined;
            let exports: WebAssembly.Exports | undefined;
            let failed: (error: unknown) => void = () => {};
            const failure = new Promise<never>((_, reject) => {
                failed = reject;
            });
            const ready = create({
                host,
                instantiateWasm(imports, receive) {
                    WebAssembly.instantiate(module, imports).then((instance) => {
                        // Emscripten may shorten export names, so the memory is found by what it is.
                        memory = Object.values(instance.exports)
                            .find((value): value is WebAssembly.Memory => value instanceof WebAssembly.Memory);
                        exports = instance.exports;
                        receive(instance);
                    }).catch(failed);
                    return {};
                },
            });
            const functions = await Promise.race([ready, failure]);
            return new WasmCore({
                memory: () => memory!.buffer,
                exports: () => exports!,
                call(name, ...args) {
                    const f = functions[`_${name}`];
                    if (typeof f !== 'function')
                        throw new Error(`the Python runtime has no ${name}`);
                    return (f as (...values: number[]) => number)(...args);
                },
            });
        },
    };
}
