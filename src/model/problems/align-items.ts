import { isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** An item, and the place where it belongs. */
export type ItemInPlace = { readonly place: number; readonly item: JsonObject };

/** Which items of two lists are the same, and which only one of them has. */
type Alignment<Left, Right> = {
  readonly pairs: readonly (readonly [Left, Right])[];
  readonly onlyLeft: readonly Left[];
  readonly onlyRight: readonly Right[];
};

/** The items of an `output` that are objects, in their places. */
export function itemsInPlace(output: readonly JsonValue[]): readonly ItemInPlace[] {
  return output.flatMap((item, place) => (isJsonObject(item) ? [{ place, item }] : []));
}

/** Pairs items of the same type, by ID, then by place, then in order: some servers name all items anew, some leave one out in between. */
export function alignItems<Left extends ItemInPlace, Right extends ItemInPlace>(
  left: readonly Left[],
  right: readonly Right[],
): Alignment<Left, Right> {
  const partner = new Map<Left, Right>();
  const taken = new Set<Right>();
  const byPlace = new Map(right.map((other) => [other.place, other]));
  const byId = new Map(right.map((other) => [idOf(other), other]));

  const pairBy = (find: (one: Left) => Right | undefined) => {
    for (const one of left) {
      const found = partner.has(one) ? undefined : find(one);
      if (found === undefined || taken.has(found) || found.item['type'] !== one.item['type']) continue;
      partner.set(one, found);
      taken.add(found);
    }
  };
  // Two items may have one ID: then those in the same place belong together.
  pairBy((one) => {
    const found = byPlace.get(one.place);
    return found !== undefined && idOf(one) !== null && idOf(one) === idOf(found) ? found : undefined;
  });
  pairBy((one) => (idOf(one) === null ? undefined : byId.get(idOf(one))));
  pairBy(({ place }) => byPlace.get(place));
  const waiting = ofEachType(right.filter((other) => !taken.has(other)));
  pairBy(({ item }) => waiting.get(item['type'])?.shift());
  return {
    pairs: left.flatMap((one) => {
      const other = partner.get(one);
      return other === undefined ? [] : [[one, other] as const];
    }),
    onlyLeft: left.filter((one) => !partner.has(one)),
    onlyRight: right.filter((other) => !taken.has(other)),
  };
}

function ofEachType<Placed extends ItemInPlace>(items: readonly Placed[]): ReadonlyMap<JsonValue | undefined, Placed[]> {
  const byType = new Map<JsonValue | undefined, Placed[]>();
  for (const placed of items) {
    const known = byType.get(placed.item['type']);
    if (known === undefined) byType.set(placed.item['type'], [placed]);
    else known.push(placed);
  }
  return byType;
}

function idOf({ item }: ItemInPlace): string | null {
  return stringOf(item['id']) || null;
}
