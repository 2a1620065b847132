import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from './json.ts';
import { untracked } from './tracked-json.ts';

/** Knows where the arrays and objects of one document stand in it. */
export type ValuePlaces = {
  /** The path of `value`, by identity, the same array every time; null for scalars and for what is no part of the document: copies, parsed texts. */
  readonly pathOf: (value: JsonValue | undefined) => JsonPath | null;
};

type Container = JsonArray | JsonObject;
type Place = { readonly parent: Place | null; readonly step: string | number };

export const NO_PLACES: ValuePlaces = { pathOf: () => null };

/**
 * The places of everything in `root`, which itself stands at `rootPath`. Looks only as far as it is asked: views ask for what is near
 * the root, and items have held 40,000 objects.
 */
export function placesIn(root: JsonValue, rootPath: JsonPath): ValuePlaces {
  const places = new Map<Container, Place | null>();
  const paths = new Map<Container, JsonPath>();
  const waiting: Container[] = [];
  let next = 0;
  function add(value: JsonValue | undefined, place: Place | null): void {
    if ((!isJsonArray(value) && !isJsonObject(value)) || places.has(value)) return;
    places.set(value, place);
    waiting.push(value);
  }
  function lookInside(container: Container, parent: Place | null): void {
    if (isJsonArray(container)) container.forEach((child, index) => add(child, { parent, step: index }));
    else if (isJsonObject(container)) for (const key of Object.keys(container)) add(container[key], { parent, step: key });
  }
  add(untracked(root), null);
  return {
    pathOf: (asked) => {
      const value = untracked(asked);
      if (!isJsonArray(value) && !isJsonObject(value)) return null;
      while (!places.has(value)) {
        const container = waiting[next];
        if (container === undefined) return null;
        next += 1;
        lookInside(container, places.get(container) ?? null);
      }
      const path = paths.get(value) ?? [...rootPath, ...stepsTo(places.get(value) ?? null)];
      paths.set(value, path);
      return path;
    },
  };
}

function stepsTo(place: Place | null): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = place; at !== null; at = at.parent) steps.push(at.step);
  return steps.toReversed();
}
