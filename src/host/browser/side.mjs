// side.mjs - adds side modules to an instance of the core: object/side.h says what they are, gen/link_sides.py how their files look.
//
// A side module lies at the same places in every copy of a program: its data in a block of the program's memory, its functions in
// the table, whose growth is the same as long as the modules are added in the same order.

/** The module of bytes compiled once, however many programs use them. */
const compiled = new WeakMap();
export function compileSide(bytes) {
  let module = compiled.get(bytes);
  if (module === undefined) compiled.set(bytes, module = WebAssembly.compile(bytes));
  return module;
}

/** What is asked of a module each time it is used. */
const described = new WeakMap();
function describe(module) {
  let found = described.get(module);
  if (found === undefined) described.set(module, found = { ...needs(module), imports: WebAssembly.Module.imports(module) });
  return found;
}

/** {memory, table}: the bytes and table entries that a module wants, from its section dylink.0. */
function needs(module) {
  const bytes = new Uint8Array(WebAssembly.Module.customSections(module, "dylink.0")[0]);
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const MEMORY_INFO = 1;
  while (at < bytes.length) {
    const kind = bytes[at++], end = number() + at;
    if (kind === MEMORY_INFO) {
      const memory = number();
      number(); // its alignment, which is never above the allocator's 16
      return { memory, table: number() };
    }
    at = end;
  }
  throw new Error("a side module without dylink.0");
}

/** Table -> functions of the core that were taken out of it, which is slow: most side modules use many of the same. */
const fetched = new WeakMap();

/** What each import of a side module is. `core`: {memory, table, stackPointer, api}, `api` the address of vv_side_api. */
function importsOf(module, core, base, firstIndex) {
  const view = new DataView(core.memory.buffer);
  const api = (number) => view.getUint32(core.api + 4 * number, true);
  let functions = fetched.get(core.table);
  if (functions === undefined) fetched.set(core.table, functions = new Map());
  const functionAt = (index) => {
    let found = functions.get(index);
    if (found === undefined) functions.set(index, found = core.table.get(index));
    return found;
  };
  const word = (value, mutable) => new WebAssembly.Global({ value: "i32", mutable }, value);
  const given = {
    memory: core.memory, __indirect_function_table: core.table, __stack_pointer: core.stackPointer,
    __memory_base: word(base, false), __table_base: word(firstIndex, false),
  };
  const imports = { env: {}, "GOT.func": {}, "GOT.mem": {} };
  for (const { module: space, name } of describe(module).imports)
    imports[space][name] = space !== "env" ? word(api(name), true) : given[name] ?? functionAt(api(name));
  return imports;
}

/** Puts a compiled module at `base`, where memory for it is or was: {instance, firstIndex}. */
function place(core, module, base) {
  const firstIndex = core.table.grow(describe(module).table);
  const instance = new WebAssembly.Instance(module, importsOf(module, core, base, firstIndex));
  instance.exports.__wasm_apply_data_relocs?.();
  const found = [];
  for (const [name, what] of Object.entries(instance.exports)) {
    const number = Number(name.slice(1));
    if (name[0] === "m" || name[0] === "s") {
      const index = core.table.grow(1);
      core.table.set(index, what);
      found.push((name[0] === "m" ? 0x10000 : 0x30000) + number, index);
    } else if (name[0] === "t") {
      found.push(0x20000 + number, base + what.value);
    }
  }
  return new Uint8Array(new Uint32Array(found).buffer);
}

/** Adds the side module in `bytes`: what it defines, as the program wants to be told, and where it lies. `allocate(n)`: memory or 0. */
export async function addSide(core, bytes, allocate) {
  const module = await compileSide(bytes);
  const base = allocate(describe(module).memory);
  if (base === 0) return null;
  return { answer: place(core, module, base), module, base };
}

/** The same modules in an instance that has a copy of the memory. */
export async function addSidesAgain(core, sides) {
  for (const { module, base } of sides) place(core, module, base);
}
