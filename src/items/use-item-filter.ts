import { useMemo } from 'react';
import type { JsonArray } from '#base/json.ts';
import { parseItemFilter, shownPositions, type ItemFilter } from '#model/item-filter.ts';

/** The filter that the `q` of the link says, and the positions of the `items` it shows: null when it shows all of them. */
export function useItemFilter(
  items: JsonArray,
  q: string | null,
): { readonly filter: ItemFilter; readonly shown: readonly number[] | null } {
  const filter = useMemo(() => parseItemFilter(q), [q]);
  const shown = useMemo(() => shownPositions(items, filter), [items, filter]);
  return { filter, shown };
}
