import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';

/** For each position that belongs to a call and its answer: the position of the other half. */
export type CallPairs = ReadonlyMap<number, number>;

type CallKeys = { readonly keys: readonly string[]; readonly isAnswer: boolean };

/** Which fields of an item name the call it makes or answers. */
function callKeys(item: JsonValue): CallKeys | null {
  const fields = objectOf(item);
  const type = fields === null ? null : stringOf(fields['type']);
  if (fields === null || type === null) return null;
  if (type === 'mcp_approval_request') return named('approval', [fields['id']], false);
  if (type === 'mcp_approval_response') return named('approval', [fields['approval_request_id']], true);
  // The local shell's output has no call_id: its id is the call's, which servers take for the one or the other (reference §2.1).
  if (type === 'local_shell_call') return named('call', [fields['call_id'], fields['id']], false);
  if (type === 'local_shell_call_output') return named('call', [fields['call_id'] ?? fields['id']], true);
  return named('call', [fields['call_id']], type.endsWith('_output'));
}

function named(space: string, ids: readonly (JsonValue | undefined)[], isAnswer: boolean): CallKeys | null {
  // Some servers send `call_id: ""` on every item; an empty name pairs nothing.
  const keys = ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [`${space} ${id}`] : []));
  return keys.length === 0 ? null : { keys, isAnswer };
}

/** Pairs calls with their outputs and approval requests with their responses, in any order, within one list of items. */
export function pairCalls(items: JsonValue | undefined): CallPairs {
  const pairs = new Map<number, number>();
  const waiting = new Map<string, CallKeys & { readonly position: number }>();
  for (const [position, item] of arrayOf(items).entries()) {
    const call = callKeys(item);
    if (call === null) continue;
    const other = call.keys.map((key) => waiting.get(key)).find((each) => each !== undefined && each.isAnswer !== call.isAnswer);
    if (other === undefined) {
      for (const key of call.keys) waiting.set(key, { ...call, position });
      continue;
    }
    for (const key of other.keys) waiting.delete(key);
    pairs.set(position, other.position);
    pairs.set(other.position, position);
  }
  return pairs;
}
