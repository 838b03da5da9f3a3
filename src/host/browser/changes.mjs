// changes.mjs - the difference between two moments: compares two answers of the inspector (observe/observe.h) to the same question.
//
// The program keeps no old state, so whoever asks keeps the earlier answer. Objects are known by their id. An id may belong to
// another object at the later moment, in the memory of the one before: the object is a new one when its type differs, when a
// value that cannot change differs, or when the collector has it in a younger generation than before, which no object returns to.
// The answer is JSON as well: "changes" in tests/observe/schema.json.

/** Types whose objects have one text for life. */
const UNCHANGING = new Set(["int", "float", "str", "bytes", "bool", "code", "builtin_function_or_method"]);
const AGE = { 0: 0, 1: 1, 2: 2, permanent: 3 };
/** Numbers of an object that may change while it lives. */
const NUMBERS = ["refcount", "length", "capacity", "size", "size64"];

const byId = (items) => new Map(items.map((item) => [item.id, item]));
const keyOf = (edge) => `${edge.kind} ${edge.label}`;

/** Edges under their names; a second one of the same name (two keys with one text, items of a set) gets a number. */
function named(edges) {
  const found = new Map();
  const met = new Map();
  for (const edge of edges) {
    const key = keyOf(edge);
    const n = met.get(key) ?? 0;
    met.set(key, n + 1);
    found.set(n === 0 ? key : `${key} ${n}`, edge);
  }
  return found;
}

/** What became of the references of one holder: [{kind, label, was, now}], was or now null for none. */
function edgeChanges(before, after) {
  const old = named(before);
  const now = named(after);
  const found = [];
  for (const [key, { kind, label, to }] of old) {
    const other = now.get(key)?.to ?? null;
    if (other !== to) found.push({ kind, label, was: to, now: other });
  }
  for (const [key, { kind, label, to }] of now) if (!old.has(key)) found.push({ kind, label, was: null, now: to });
  return found;
}

/** Is the object with this id another one now? */
export function isAnother(before, after) {
  if (before.typeId !== after.typeId) return true;
  if (UNCHANGING.has(before.type) && before.text !== after.text) return true;
  if (before.type === "tuple" && (before.length !== after.length || edgeChanges(before.edges ?? [], after.edges ?? []).length > 0)) return true;
  if (before.type === "dict") return false; // one that held only atoms for a while is taken up into the youngest again
  const [was, now] = [AGE[before.generation], AGE[after.generation]];
  return was !== undefined && now !== undefined && was < 3 && now < was;
}

/** Numbers that differ: {refcount: {was, now}, ...}. */
function numberChanges(before, after, names) {
  const found = {};
  for (const name of names)
    if ((before[name] ?? null) !== (after[name] ?? null)) found[name] = { was: before[name] ?? null, now: after[name] ?? null };
  return found;
}

const isEmpty = (object) => Object.keys(object).length === 0;
const head = (of, before, after) => ({ version: 1, view: "changes", of, from: before.moment, to: after.moment });

function checked(before, after, view) {
  for (const answer of [before, after])
    if (answer.view !== view) throw new TypeError(`an answer to "${view}" is compared, not ${answer.error ?? answer.view}`);
}

/** Scopes as they can be found again: frames count from the oldest on, which is the last. */
function scopes(answer) {
  const found = new Map();
  let frames = 0;
  for (const scope of [...answer.scopes].reverse())
    found.set(scope.scope === "frame" ? `frame ${frames++} ${scope.name}` : scope.scope, scope);
  return found;
}

/**
 * Compares two answers to "objects". `living` is the answer to `living ids=...` of the later moment about the ids that are no longer
 * in view (`outOfView` lists them): it tells freed objects from those that only left the picture; without it they count as freed.
 */
export function compareObjects(before, after, living = null) {
  checked(before, after, "objects");
  const old = byId(before.nodes);
  const now = byId(after.nodes);
  const alive = byId(living?.objects ?? []);
  const result = {
    ...head("objects", before, after), added: [], freed: [], hidden: [], reused: [], changed: [], references: [], names: [],
    complete: before.complete && after.complete,
  };
  for (const [id, was] of old) {
    const is = now.get(id);
    const still = is ?? alive.get(id);
    if (still === undefined) result.freed.push(id);
    else if (isAnother(was, is ?? { edges: was.edges, ...still })) {
      result.freed.push(id);
      if (is !== undefined) result.reused.push(id);
    } else if (is === undefined) result.hidden.push(id);
    else {
      const numbers = numberChanges(was, is, [...NUMBERS, "generation", "text"]);
      if (!isEmpty(numbers)) result.changed.push({ id, ...numbers });
      for (const change of edgeChanges(was.edges, is.edges)) result.references.push({ from: id, ...change });
    }
  }
  const reused = new Set(result.reused);
  for (const [id, { edges }] of now) {
    if (old.has(id) && !reused.has(id)) continue;
    result.added.push(id);
    for (const change of edgeChanges([], edges)) result.references.push({ from: id, ...change });
  }
  const [oldScopes, newScopes] = [scopes(before), scopes(after)];
  for (const key of new Set([...oldScopes.keys(), ...newScopes.keys()])) {
    const scope = newScopes.get(key) ?? oldScopes.get(key);
    for (const change of edgeChanges(oldScopes.get(key)?.names ?? [], newScopes.get(key)?.names ?? []))
      result.names.push({ scope: scope.scope, name: scope.name, ...change });
  }
  return result;
}

/** The ids of an earlier answer to "objects" that a later one does not show: what to ask `living` about. */
export function outOfView(before, after) {
  const now = byId(after.nodes);
  return before.nodes.map((node) => node.id).filter((id) => !now.has(id));
}

/** Rows of two tables that differ: `key` says which belong together. */
function rowChanges(before, after, key, names) {
  const old = new Map(before.map((row) => [key(row), row]));
  const now = new Map(after.map((row) => [key(row), row]));
  const found = [];
  for (const which of new Set([...old.keys(), ...now.keys()])) {
    const none = Object.fromEntries(names.map((name) => [name, 0]));
    const numbers = numberChanges(old.get(which) ?? none, now.get(which) ?? none, names);
    if (!isEmpty(numbers)) found.push({ row: now.get(which) ?? old.get(which), numbers });
  }
  return found;
}

/** Compares two answers to "heap". A type or size that one of them does not list counts as 0 there. */
export function compareHeap(before, after) {
  checked(before, after, "heap");
  return {
    ...head("heap", before, after),
    totals: numberChanges(before, after, ["objects", "blocks", "used", "peak", "types"]),
    byType: rowChanges(before.byType, after.byType, (row) => row.typeId, ["count", "size", "size64"])
      .map(({ row, numbers }) => ({ type: row.type, typeId: row.typeId, ...numbers })),
    bySize: rowChanges(before.bySize, after.bySize, (row) => row.upTo, ["count", "bytes"])
      .map(({ row, numbers }) => ({ upTo: row.upTo, ...numbers })),
    freeLists: rowChanges(before.freeLists, after.freeLists, (row) => `${row.of} ${row.items ?? ""}`, ["length"])
      .map(({ row, numbers }) => ({ of: row.of, ...(row.items === undefined ? {} : { items: row.items }), ...numbers })),
    complete: before.byType.length === before.types && after.byType.length === after.types,
  };
}

/** Compares two answers to "generations"; members are compared as far as the answers list them. */
export function compareGenerations(before, after) {
  checked(before, after, "generations");
  const lists = (answer) => [...answer.generations, { ...answer.permanent, generation: "permanent" }];
  const members = (answer) => new Map(lists(answer).flatMap((g) => g.members.map((o) => [o.id, { ...o, generation: String(g.generation) }])));
  const [old, now] = [members(before), members(after)];
  const result = {
    ...head("generations", before, after),
    totals: numberChanges(before, after, ["enabled", "collecting", "longLived", "longLivedPending"]),
    generations: [], added: [], gone: [], moved: [],
    complete: [before, after].every((answer) => lists(answer).every((g) => g.members.length === g.objects)),
  };
  const names = ["count", "threshold", "collections", "collected", "uncollectable", "objects"];
  lists(after).forEach((g, i) => {
    const numbers = numberChanges(lists(before)[i], g, names);
    if (!isEmpty(numbers)) result.generations.push({ generation: String(g.generation), ...numbers });
  });
  for (const [id, was] of old) {
    const is = now.get(id);
    if (is === undefined) result.gone.push(id);
    else if (isAnother(was, is)) {
      result.gone.push(id);
      result.added.push(id);
    } else if (is.generation !== was.generation) result.moved.push({ id, was: was.generation, now: is.generation });
  }
  for (const id of now.keys()) if (!old.has(id)) result.added.push(id);
  return result;
}

/**
 * What changed in a program since an answer to "objects", "heap" or "generations": asks `question`, the one that gave `before`, again.
 * `inspect` is Program.inspect or a function like it, also one that answers later. Returns {changes, answer}.
 */
export async function changesSince(before, question, inspect) {
  const answer = await inspect(question);
  if (before.view === "heap") return { changes: compareHeap(before, answer), answer };
  if (before.view === "generations") return { changes: compareGenerations(before, answer), answer };
  const gone = outOfView(before, answer);
  const living = gone.length === 0 ? null : await inspect(`living ids=${gone.join(",")}`);
  return { changes: compareObjects(before, answer, living), answer };
}
