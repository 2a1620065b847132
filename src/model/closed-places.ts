import type { JsonPath } from '#base/json.ts';
import type { ClosedPlace } from './field-meter.ts';

/** A tab none of whose fields of this kind were looked at, or one place in it. */
export type ClosedGroup = {
  readonly view: 'output' | 'request' | 'usage';
  /** Null for the tab as a whole. */
  readonly path: JsonPath | null;
  readonly count: number;
};

/** Closed places as a reader looks for them: the fields of the response itself by the tab that shows them, everything else one by one. */
export function groupClosedPlaces(places: readonly ClosedPlace[]): readonly ClosedGroup[] {
  const tabs = new Map<ClosedGroup['view'], number>();
  const single: ClosedGroup[] = [];
  for (const { path, count } of places) {
    const view = viewOf(path);
    if (path.length > 1) single.push({ view, path, count });
    else tabs.set(view, (tabs.get(view) ?? 0) + count);
  }
  return [...[...tabs].map(([view, count]) => ({ view, path: null, count })), ...single];
}

function viewOf([field]: JsonPath): ClosedGroup['view'] {
  return field === 'output' || field === 'usage' ? field : 'request';
}
