import { isJsonArray, type JsonArray, type JsonObject, type JsonValue } from './json.ts';

/** What a view says of a value, beyond what it reads of it. */
export type ViewMark =
  /** Its view is closed for now. */
  | 'folded'
  /** Its view is open: what that does not read, it does not show. */
  | 'opened'
  /** Its view shows all of it, on demand: a tree whose branches open. */
  | 'offered';

/** What was read of one JSON value through its tracked stand-in. Containers are asked for as they are, not as stand-ins. */
export type JsonReads = {
  /** True when the scalar or empty container at `key` of `container` was read. */
  readonly wasRead: (container: JsonArray | JsonObject, key: string) => boolean;
  /** False when nothing in `container` can have been read. */
  readonly wasReached: (container: JsonArray | JsonObject) => boolean;
  readonly markOf: (container: JsonArray | JsonObject) => ViewMark | null;
};

type Container = JsonArray | JsonObject;
type Tracker = {
  readonly standIns: WeakMap<Container, Container>;
  readonly keysRead: WeakMap<Container, Set<string>>;
  readonly marks: WeakMap<Container, ViewMark>;
  readonly onChange: () => void;
};

const tracked = new WeakMap<Container, { readonly original: Container; readonly tracker: Tracker }>();
const STRENGTH: Readonly<Record<ViewMark, number>> = { folded: 0, opened: 1, offered: 2 };

/** Hands out stand-ins, and knows what was read through all of them. */
export type JsonTracker = { readonly standInFor: (root: JsonObject) => JsonObject; readonly reads: JsonReads };

/**
 * Makes stand-ins for values, which remember which of their scalars and empty containers were read, at any depth. One reads like the value
 * itself (arrays are arrays, keys and order are the same) and every object has one stand-in for good, made when it is first looked at: so
 * values that share parts, as those of something that grows do, share the stand-ins of those parts and what was read of them.
 * Stand-ins must not be changed and cannot be cloned or posted: `untracked` gives the value itself for that. `onChange` is called while
 * views draw, with every first read; it may do no more than take note.
 */
export function createJsonTracker(onChange: () => void = () => undefined): JsonTracker {
  const tracker: Tracker = { standIns: new WeakMap(), keysRead: new WeakMap(), marks: new WeakMap(), onChange };
  return {
    // A stand-in has the type of its original.
    standInFor: (root) => standInFor(root, tracker) as JsonObject,
    reads: {
      wasRead: (container, key) => tracker.keysRead.get(container)?.has(key) ?? false,
      wasReached: (container) => tracker.standIns.has(container),
      markOf: (container) => tracker.marks.get(container) ?? null,
    },
  };
}

/** A tracker for one value, and its stand-in. */
export function trackJson(root: JsonObject, onChange?: () => void): { readonly value: JsonObject; readonly reads: JsonReads } {
  const { standInFor: standIn, reads } = createJsonTracker(onChange);
  return { value: standIn(root), reads };
}

/** The value behind a stand-in, whose reads nobody counts; any other value as it is. */
export function untracked<T>(value: T): T {
  const known = isContainer(value) ? tracked.get(value) : undefined;
  // A stand-in has the type of its original.
  return known === undefined ? value : (known.original as T);
}

/** Counts everything in `value` as read: for views that draw all of it from a text made of the untracked value. */
export function markRead(value: JsonValue): void {
  const waiting: JsonValue[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isContainer(next) && tracked.has(next)) waiting.push(...Object.values(next));
  }
}

/** Says how the view of `value` stands. The strongest word stays: what was open once is known, and a view that offers all beats one that does not. */
export function markView(value: unknown, mark: ViewMark): void {
  const known = isContainer(value) ? tracked.get(value) : undefined;
  if (known === undefined) return;
  const { original, tracker } = known;
  const before = tracker.marks.get(original);
  if (before !== undefined && STRENGTH[before] >= STRENGTH[mark]) return;
  tracker.marks.set(original, mark);
  tracker.onChange();
}

/** True for an array or object without anything in it, which counts as a value of its own. */
export function isEmptyContainer(container: JsonArray | JsonObject): boolean {
  if (isJsonArray(container)) return container.length === 0;
  for (const key in container) if (Object.hasOwn(container, key)) return false;
  return true;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function standInFor(original: Container, tracker: Tracker): Container {
  const known = tracker.standIns.get(original);
  if (known !== undefined) return known;
  // A stand-in may not answer for the fields of a frozen object, so a shallow copy takes its place.
  const target = Object.isExtensible(original) ? original : copyOf(original);
  const standIn = new Proxy(target, { get: (_, key) => read(original, key, tracker) });
  tracker.standIns.set(original, standIn);
  tracked.set(standIn, { original, tracker });
  return standIn;
}

function read(original: Container, key: string | symbol, tracker: Tracker): unknown {
  const value: unknown = Reflect.get(original, key);
  if (typeof key === 'symbol' || !Object.hasOwn(original, key) || (key === 'length' && Array.isArray(original))) return value;
  if (isContainer(value) && !isEmptyContainer(value)) return standInFor(value, tracker);
  const keys = tracker.keysRead.get(original) ?? new Set();
  if (!keys.has(key)) {
    keys.add(key);
    tracker.keysRead.set(original, keys);
    tracker.onChange();
  }
  return value;
}

function copyOf(original: Container): Container {
  return isJsonArray(original) ? original.slice() : { ...original };
}
