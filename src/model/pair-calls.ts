import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';

/** For each position that belongs to a call and its answer: the position of the other half. */
export type CallPairs = ReadonlyMap<number, number>;

/** Which field of an item names the call it makes or answers. */
function callKey(item: JsonValue): { readonly key: string; readonly isAnswer: boolean } | null {
  const fields = objectOf(item);
  const type = fields === null ? null : stringOf(fields['type']);
  if (fields === null || type === null) return null;
  if (type === 'mcp_approval_request') return named('approval', fields['id'], false);
  if (type === 'mcp_approval_response') return named('approval', fields['approval_request_id'], true);
  // The local shell's output has no call_id: its id is the call's (reference §2.1).
  if (type === 'local_shell_call_output') return named('call', fields['call_id'] ?? fields['id'], true);
  if (type.endsWith('_output')) return named('call', fields['call_id'], true);
  return named('call', fields['call_id'], false);
}

function named(space: string, id: JsonValue | undefined, isAnswer: boolean) {
  // Some servers send `call_id: ""` on every item; an empty name pairs nothing.
  const name = stringOf(id);
  return name === null || name === '' ? null : { key: `${space} ${name}`, isAnswer };
}

/** Pairs calls with their outputs and approval requests with their responses, in any order, within one list of items. */
export function pairCalls(items: JsonValue | undefined): CallPairs {
  const pairs = new Map<number, number>();
  const waiting = new Map<string, { readonly position: number; readonly isAnswer: boolean }>();
  for (const [position, item] of arrayOf(items).entries()) {
    const call = callKey(item);
    if (call === null) continue;
    const other = waiting.get(call.key);
    if (other === undefined || other.isAnswer === call.isAnswer) {
      waiting.set(call.key, { position, isAnswer: call.isAnswer });
      continue;
    }
    waiting.delete(call.key);
    pairs.set(position, other.position);
    pairs.set(other.position, position);
  }
  return pairs;
}
