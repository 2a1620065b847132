import { objectOf, stringOf, type JsonArray } from '#base/json.ts';
import { pairCalls } from './pair-calls.ts';

/** For each output or approval answer whose call is not among `items`: the name of the call. It was made by an earlier response. */
export function callsElsewhere(items: JsonArray): ReadonlyMap<number, string> {
  const pairs = pairCalls(items);
  const found = new Map<number, string>();
  for (const [position, value] of items.entries()) {
    const item = objectOf(value);
    const type = stringOf(item?.['type']) ?? '';
    if (item === null || pairs.has(position)) continue;
    const name = type === 'mcp_approval_response' ? item['approval_request_id'] : type.endsWith('_output') ? item['call_id'] : undefined;
    const call = stringOf(name);
    if (call !== null && call !== '') found.set(position, call);
  }
  return found;
}
