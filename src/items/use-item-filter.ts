import { useMemo, useState } from 'react';
import type { JsonArray } from '#base/json.ts';
import { parseItemFilter, shownPositions, type ItemFilter } from '#model/item-filter.ts';

/** The filter that the `q` of the link says, and the positions of the `items` it shows: null when it shows all of them. The same list while those are the same. */
export function useItemFilter(
  items: JsonArray,
  q: string | null,
): { readonly filter: ItemFilter; readonly shown: readonly number[] | null } {
  const filter = useMemo(() => parseItemFilter(q), [q]);
  const found = useMemo(() => shownPositions(items, filter), [items, filter]);
  const [shown, setShown] = useState(found);
  if (found === shown || (found !== null && shown !== null && isSame(found, shown))) return { filter, shown };
  setShown(found);
  return { filter, shown: found };
}

function isSame(ones: readonly number[], others: readonly number[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index]);
}
