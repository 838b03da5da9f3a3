/** Types of side.mjs for the site's TypeScript. */
export interface SideCore {
    memory: WebAssembly.Memory;
    table: WebAssembly.Table;
    stackPointer: WebAssembly.Global;
    /** The address of vv_side_api. */
    api: number;
}

export interface Side {
    answer: Uint8Array;
    module: WebAssembly.Module;
    base: number;
}

export function addSide(core: SideCore, bytes: Uint8Array, allocate: (size: number) => number): Promise<Side | null>;
