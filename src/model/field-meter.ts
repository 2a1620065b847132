import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { createJsonTracker, isEmptyContainer, type JsonReads, type JsonTracker } from '#base/tracked-json.ts';

/** A closed place, and how many fields in it have not been shown. */
export type ClosedPlace = { readonly path: JsonPath; readonly count: number };

/** How much of a response its views have shown. A field is a scalar or an empty list or object, counted once per path. */
export type FieldCount = {
  readonly total: number;
  readonly shown: number;
  /** Fields in tabs, items, tools and branches of trees that have not been opened. */
  readonly closed: number;
  /** Where those are, in the order of the body: the first `MOST_LISTED` places, and all that stand in the response itself. */
  readonly closedPlaces: readonly ClosedPlace[];
  /** Fields whose place is open and that nothing there has read. */
  readonly onlyInRaw: number;
  /** The first `MOST_LISTED` of them. */
  readonly onlyInRawPaths: readonly JsonPath[];
};

export type FieldMeter = {
  /** The response as views get it: to read a field of it is to show it. */
  readonly response: JsonObject;
  /** Calls `listener` with every field that is shown for the first time, while a view draws it: it may only take note. Returns the way to stop. */
  readonly onShown: (listener: () => void) => () => void;
  /** Counts anew. Stops every few hundred fields, so that the caller can give way to the page. */
  readonly count: () => Generator<undefined, FieldCount>;
};

/** More than anybody reads. */
export const MOST_LISTED = 1_000;
const FIELDS_PER_SLICE = 500;

/** What the meters of one response share while it grows. */
type Growth = {
  readonly tracker: JsonTracker;
  readonly listeners: Set<() => void>;
  /** How many fields parts have that nobody looked into. */
  readonly sizes: WeakMap<object, number>;
};

const meters = new WeakMap<JsonObject, FieldMeter>();
const growths = new WeakMap<object, Growth>();

/**
 * The meter of a response, the same one every time. Costs nothing before something is read or counted. The states of a response that
 * grows are given with what they grow from (the log of the stream): what was shown of a part that did not change is known of the next
 * state as well, and views get the same part.
 */
export function fieldMeterOf(response: JsonObject, growsFrom: object = response): FieldMeter {
  const known = meters.get(response);
  if (known !== undefined) return known;
  const { tracker, listeners, sizes } = growthOf(growsFrom);
  const meter: FieldMeter = {
    response: tracker.standInFor(response),
    onShown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    count: () => countFields(response, tracker.reads, sizes),
  };
  meters.set(response, meter);
  return meter;
}

function growthOf(origin: object): Growth {
  const known = growths.get(origin);
  if (known !== undefined) return known;
  const listeners = new Set<() => void>();
  const tracker = createJsonTracker(() => {
    for (const listener of listeners) listener();
  });
  const growth = { tracker, listeners, sizes: new WeakMap<object, number>() };
  growths.set(origin, growth);
  return growth;
}

/** A list or object on the way down. */
type Step = {
  readonly value: JsonArray | JsonObject;
  /** Null for a list. */
  readonly keys: readonly string[] | null;
  readonly length: number;
  readonly key: string | number;
  readonly parent: Step | null;
  /** The closed place it is in; null where its view is open. */
  readonly place: PlaceTally | null;
  /** Fields counted before it. */
  readonly before: number;
  next: number;
};
type PlaceTally = { readonly parent: Step; readonly key: string | number; count: number };

/** Walks with a stack of its own: JSON may be nested deeper than the engine's call stack. */
function* countFields(response: JsonObject, reads: JsonReads, sizes: WeakMap<object, number>): Generator<undefined, FieldCount> {
  const tally = createTally(reads);
  let untilPause = FIELDS_PER_SLICE;
  let at: Step | null = stepInto(response, '', null, null, 0);
  while (at !== null) {
    const { value, keys, length }: Step = at;
    if (at.next >= length) {
      if (isWorthKnowing(at, reads)) sizes.set(value, tally.total() - at.before);
      at = at.parent;
      continue;
    }
    const key: string | number = keys === null ? at.next : (keys[at.next] ?? '');
    const child: JsonValue | undefined = isJsonArray(value) ? value[at.next] : value[key];
    at.next += 1;
    if (isFilled(child)) {
      const place = placeOf(child, key, at, reads);
      const size: number | undefined = place === null || reads.wasReached(child) ? undefined : sizes.get(child);
      if (place !== null && size !== undefined) tally.addClosed(place, size);
      else at = stepInto(child, key, at, place, tally.total());
    } else tally.add(at, key);
    untilPause -= 1;
    if (untilPause > 0) continue;
    untilPause = FIELDS_PER_SLICE;
    yield;
  }
  return tally.result();
}

function stepInto(
  value: JsonArray | JsonObject,
  key: string | number,
  parent: Step | null,
  place: PlaceTally | null,
  before: number,
): Step {
  const common = { value, key, parent, place, before, next: 0 };
  if (isJsonArray(value)) return { ...common, keys: null, length: value.length };
  const keys = Object.keys(value);
  return { ...common, keys, length: keys.length };
}

/** True for the outermost containers that no view has looked into: they need not be walked again. */
function isWorthKnowing({ value, parent }: Step, reads: JsonReads): boolean {
  return parent !== null && !reads.wasReached(value) && (isUnit(parent) || reads.wasReached(parent.value));
}

function createTally(reads: JsonReads) {
  const counts = { total: 0, shown: 0, closed: 0, onlyInRaw: 0 };
  const places: PlaceTally[] = [];
  const onlyInRawPaths: JsonPath[] = [];
  /** So many fields of a closed place that nothing has shown. */
  function addClosed(place: PlaceTally, count: number) {
    counts.total += count;
    counts.closed += count;
    // The fields of the response itself are few, and they come after an `output` of any length.
    if (place.count === 0 && (places.length < MOST_LISTED || place.parent.parent === null)) places.push(place);
    place.count += count;
  }
  function add(parent: Step, key: string | number) {
    if (reads.wasRead(parent.value, String(key))) {
      counts.total += 1;
      counts.shown += 1;
      return;
    }
    const place = parent.place ?? (isUnit(parent) ? { parent, key, count: 0 } : null);
    if (place !== null) return addClosed(place, 1);
    counts.total += 1;
    counts.onlyInRaw += 1;
    if (onlyInRawPaths.length < MOST_LISTED) onlyInRawPaths.push(pathTo(parent, key));
  }
  return {
    add,
    addClosed,
    total: () => counts.total,
    result: (): FieldCount => ({
      ...counts,
      closedPlaces: places.map(({ parent, key, count }) => ({ path: pathTo(parent, key), count })),
      onlyInRawPaths,
    }),
  };
}

/** The closed place that `child` is in or is; null where its view is open. */
function placeOf(child: JsonArray | JsonObject, key: string | number, parent: Step, reads: JsonReads): PlaceTally | null {
  const mark = reads.markOf(child) ?? (isUnit(parent) && !isOutput(child, key, parent) ? 'folded' : null);
  if (mark === null) return parent.place;
  return mark === 'opened' ? null : { parent, key, count: 0 };
}

/** What stands in the response itself and in its `output` is opened one by one: nothing of it is hidden before its view was open. */
function isUnit(parent: Step): boolean {
  return parent.parent === null || isOutput(parent.value, parent.key, parent.parent);
}

function isOutput(value: JsonValue, key: string | number, parent: Step): boolean {
  return parent.parent === null && key === 'output' && isJsonArray(value);
}

function isFilled(value: JsonValue | undefined): value is JsonArray | JsonObject {
  return (isJsonArray(value) || isJsonObject(value)) && !isEmptyContainer(value);
}

function pathTo(parent: Step, key: string | number): JsonPath {
  const path = [key];
  for (let step = parent; step.parent !== null; step = step.parent) path.push(step.key);
  return path.toReversed();
}
