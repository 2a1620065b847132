import { arrayOf, isJsonObject, objectOf, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import type { FoldState, ItemState } from './fold-state.ts';
import { valueToCome, type ValueToCome } from './value-to-come.ts';

/** What becomes of an item that is there: `gone` when the end has no such item. */
export type ItemToCome = ValueToCome | 'gone';

/** An item that is not there yet. */
export type ComingItem = {
  /** Where it stands in the end, from 0. */
  readonly position: number;
  readonly item: JsonValue;
  /** What the events tell of it in the end. */
  readonly state: ItemState | null;
};

/** What happens between a state of a stream and its end. */
export type StillToCome = {
  /** By the position of items that are there; null for one that stays as it is. */
  readonly items: readonly (ItemToCome | null)[];
  /** In the order of the end. */
  readonly coming: readonly ComingItem[];
  /** What happens to the fields of the response other than its output; null when nothing does. */
  readonly fields: ValueToCome | null;
  /** How many characters of text come, in items that are there and in others. */
  readonly characters: number;
};

type Side = { readonly output: JsonArray; readonly states: readonly ItemState[] };
type Known = { readonly now: JsonValue | undefined; readonly toCome: ValueToCome | null };

/** What came of comparing, by the part of the end: while the reader moves, most items are those of the move before. */
const known = new WeakMap<JsonObject, Known>();

/**
 * What a stream that stood at `now` has still to come until `end`, a later state of the same stream. Answers the same object for an item
 * as long as it and its end are the same, and looks only into items that are not.
 */
export function stillToCome(now: FoldState, end: FoldState): StillToCome {
  const here = sideOf(now);
  const there = sideOf(end);
  const places = placesOf(here, there);
  const items = here.output.map((item, position): ItemToCome | null => {
    const place = places[position] ?? null;
    return place === null ? 'gone' : compareKnown(item, there.output[place] ?? null);
  });
  const coming = comingItems(there, places);
  const texts = [...items, ...coming.map(({ item }) => compareKnown(undefined, item))];
  return {
    items,
    coming,
    fields: end.response === null ? null : compareKnown(now.response ?? {}, end.response, ['output']),
    characters: texts.reduce((sum: number, toCome) => sum + (toCome === null || toCome === 'gone' ? 0 : toCome.characters), 0),
  };
}

function sideOf({ response, items }: FoldState): Side {
  return { output: arrayOf(response?.['output']), states: items };
}

function compareKnown(now: JsonValue | undefined, end: JsonValue, except: readonly string[] = []): ValueToCome | null {
  if (now === end) return null;
  if (!isJsonObject(end)) return valueToCome(now, end, except);
  const last = known.get(end);
  if (last !== undefined && last.now === now) return last.toCome;
  const toCome = valueToCome(now, end, except);
  known.set(end, { now, toCome });
  return toCome;
}

function comingItems({ output, states }: Side, places: readonly (number | null)[]): readonly ComingItem[] {
  const taken = new Set(places);
  return output.flatMap((item, position) => (taken.has(position) ? [] : [{ position, item, state: states[position] ?? null }]));
}

/**
 * Where in the end each item that is there stands; null for one that is not there any more. By its `output_index`, since IDs may be others
 * with every event; else by its ID; else it is the next of its type that no other item has.
 */
function placesOf(here: Side, there: Side): readonly (number | null)[] {
  const taken = new Set<number>();
  function take(position: number, candidates: readonly number[]): number | null {
    const type = typeOf(here.output[position]);
    const place = candidates.find((candidate) => !taken.has(candidate) && typeOf(there.output[candidate]) === type) ?? null;
    if (place !== null) taken.add(place);
    return place;
  }
  const byIndex = groups(there, indexAt);
  const byId = groups(there, idAt);
  const byType = groups(there, ({ output }, position) => typeOf(output[position]));
  const positions = here.output.map((_, position) => position);
  const byTheirIndex = positions.map((position) => {
    const index = indexAt(here, position);
    return take(position, indexAt(there, position) === index ? [position] : byIndex(index));
  });
  return byTheirIndex.map((place, position) => {
    const id = idAt(here, position);
    return place ?? (id === null ? null : take(position, byId(id))) ?? take(position, byType(typeOf(here.output[position])));
  });
}

function indexAt({ states }: Side, position: number): number {
  return states[position]?.outputIndex ?? position;
}

function idAt({ output }: Side, position: number): string | null {
  const item = objectOf(output[position]);
  return stringOf(item?.['id']) || stringOf(item?.['call_id']) || null;
}

function typeOf(item: JsonValue | undefined): string | null {
  return stringOf(objectOf(item)?.['type']);
}

/** The positions of a side by some name of its items; put together when they are first asked for, since mostly each item stands where it stood. */
function groups<Name>(side: Side, nameAt: (side: Side, position: number) => Name): (name: Name) => readonly number[] {
  let made: Map<Name, number[]> | null = null;
  return (name) => {
    if (made === null) {
      made = new Map();
      for (const position of side.output.keys()) {
        const found = nameAt(side, position);
        const group = made.get(found);
        if (group === undefined) made.set(found, [position]);
        else group.push(position);
      }
    }
    return made.get(name) ?? [];
  };
}
