import type { JsonPath } from '#base/json.ts';

/** A view that draws values of the response at their place. */
export type PlaceView = 'output' | 'input' | 'request' | 'usage' | 'raw';

/** The fields that have a view of their own; every other one stands in Request. */
const OWN_VIEWS: ReadonlyMap<string, readonly PlaceView[]> = new Map<string, readonly PlaceView[]>([
  ['input', ['input']],
  ['input_messages', ['input']],
  ['instructions', ['input', 'request']],
  ['usage', ['usage']],
  ['tool_usage', ['usage']],
]);

/** The views that show what stands at `path` of the response, the most telling first; Raw shows everything. */
export function viewsOfPlace(path: JsonPath): readonly PlaceView[] {
  const [field, index] = path;
  if (typeof field !== 'string') return ['raw'];
  if (field === 'output') return typeof index === 'number' ? ['output', 'raw'] : ['raw'];
  return [...(OWN_VIEWS.get(field) ?? (['request'] as const)), 'raw'];
}
