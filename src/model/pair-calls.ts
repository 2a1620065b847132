import { arrayOf, objectOf, stringOf, type JsonArray, type JsonValue } from '#base/json.ts';

/** For each position that belongs to a call and its answer: the position of the other half. */
export type CallPairs = ReadonlyMap<number, number>;

/** The IDs by which a call and its answer know each other; `space` keeps those of approvals apart from those of calls. */
type CallKeys = { readonly space: 'call' | 'approval'; readonly ids: readonly string[]; readonly isAnswer: boolean };
type Waiting = CallKeys & { readonly position: number };

/** Which fields of an item name the call it makes or answers. */
function callKeys(item: JsonValue): CallKeys | null {
  const fields = objectOf(item);
  const type = fields === null ? null : stringOf(fields['type']);
  if (fields === null || type === null) return null;
  if (type === 'mcp_approval_request') return keysOf('approval', false, fields['id']);
  if (type === 'mcp_approval_response') return keysOf('approval', true, fields['approval_request_id']);
  // The local shell's output has no call_id: its id is the call's, which servers take for the one or the other (reference §2.1).
  if (type === 'local_shell_call') return keysOf('call', false, fields['call_id'], fields['id']);
  if (type === 'local_shell_call_output') return keysOf('call', true, fields['call_id'] ?? fields['id']);
  return keysOf('call', type.endsWith('_output'), fields['call_id']);
}

function keysOf(space: CallKeys['space'], isAnswer: boolean, first: JsonValue | undefined, second?: JsonValue): CallKeys | null {
  // Some servers send `call_id: ""` on every item; an empty name pairs nothing.
  const ids = isName(first) ? (isName(second) ? [first, second] : [first]) : isName(second) ? [second] : null;
  return ids === null ? null : { space, ids, isAnswer };
}

function isName(id: JsonValue | undefined): id is string {
  return typeof id === 'string' && id !== '';
}

/** Pairs calls with their outputs and approval requests with their responses, in any order, within one list of items. */
export function pairCalls(items: JsonValue | undefined): CallPairs {
  const pairs = new Map<number, number>();
  const waiting = { call: new Map<string, Waiting>(), approval: new Map<string, Waiting>() };
  for (const [position, item] of arrayOf(items).entries()) {
    const call = callKeys(item);
    if (call === null) continue;
    const known = waiting[call.space];
    const other = call.ids.map((id) => known.get(id)).find((each) => each !== undefined && each.isAnswer !== call.isAnswer);
    if (other === undefined) {
      for (const id of call.ids) known.set(id, { ...call, position });
      continue;
    }
    for (const id of other.ids) known.delete(id);
    pairs.set(position, other.position);
    pairs.set(other.position, position);
  }
  return pairs;
}

/** For each position of `items` whose other half is not among them but among `others`: its position there. Two lists of one conversation. */
export function pairAcross(items: JsonArray, others: JsonArray): CallPairs {
  const own = pairCalls(items);
  const theirs = pairCalls(others);
  const left = (list: JsonArray, pairs: CallPairs) => [...list.keys()].filter((position) => !pairs.has(position));
  const [ours, rest] = [left(items, own), left(others, theirs)];
  const found = new Map<number, number>();
  for (const [one, other] of pairCalls([...ours.map((at) => items[at] ?? null), ...rest.map((at) => others[at] ?? null)])) {
    const [position, elsewhere] = [ours[one], rest[other - ours.length]];
    if (position !== undefined && elsewhere !== undefined) found.set(position, elsewhere);
  }
  return found;
}
