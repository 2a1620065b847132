import { isJsonObject, stringOf, type JsonValue } from '#base/json.ts';

/** Which items of two lists are the same: pairs of positions, and what only one of them has. */
export type Alignment = {
  readonly pairs: readonly (readonly [number, number])[];
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
};

/** Pairs items by ID, then by place and type, then by type alone: some servers name all items anew, some leave one out in between. */
export function alignItems(left: readonly JsonValue[], right: readonly JsonValue[]): Alignment {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (one: number, other: number) => {
    partner.set(one, other);
    taken.add(other);
  };
  const places = new Map(right.map((item, place) => [nameOf(item), place]));
  for (const [place, item] of left.entries()) {
    const other = nameOf(item) === null ? undefined : places.get(nameOf(item));
    if (other !== undefined && !taken.has(other) && isSameType(item, right[other])) pair(place, other);
  }
  const isFree = (place: number) => place < right.length && !taken.has(place);
  for (const [place, item] of left.entries())
    if (!partner.has(place) && isFree(place) && isSameType(item, right[place])) pair(place, place);
  for (const [place, item] of left.entries()) {
    if (partner.has(place)) continue;
    const other = right.findIndex((candidate, index) => isFree(index) && isSameType(item, candidate));
    if (other !== -1) pair(place, other);
  }
  return {
    pairs: [...partner].toSorted(([one], [other]) => one - other),
    onlyLeft: [...left.keys()].filter((place) => !partner.has(place)),
    onlyRight: [...right.keys()].filter((place) => !taken.has(place)),
  };
}

function nameOf(item: JsonValue): string | null {
  const name = isJsonObject(item) ? stringOf(item['id']) : null;
  return name === '' ? null : name;
}

function isSameType(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return isJsonObject(one) && isJsonObject(other) && one['type'] === other['type'];
}
