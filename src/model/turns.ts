import { isJsonObject, objectOf, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { timeOfId } from './id-time.ts';

/** Items that went to the model in one request of a chain, and what it made of them: `start` up to and without `end`. */
export type Turn = {
  readonly start: number;
  readonly end: number;
  /** When it was sent, in Unix seconds, where the IDs of its items say. */
  readonly time: number | null;
  /** True for what the request brought that this response is the answer to. */
  readonly isThisRequest: boolean;
};

/** Who makes items of a type; null where either may have. */
type Maker = 'client' | 'model' | null;

const MADE_BY_CLIENT = new Set([
  'function_call_output',
  'custom_tool_call_output',
  'computer_call_output',
  'local_shell_call_output',
  'apply_patch_call_output',
  'mcp_approval_response',
  'configuration_update',
  'compaction_trigger',
]);
const MADE_BY_MODEL = new Set(['reasoning', 'mcp_list_tools', 'mcp_approval_request', 'program', 'program_output']);
/** Roles that only ask; `assistant` answers. */
const ASKING_ROLES = new Set(['user', 'system', 'developer']);

/**
 * The turns of the chain that `items` (oldest first) come from, or none where that cannot be told: the response follows no other, an earlier
 * turn is folded away, or an item stands at the border that either side may have made. A turn ends where something of the client's
 * follows something of the model's, unless the times in their IDs show that both were sent at once, as a client does that sends the history
 * itself. `isComplete` is false while later items are missing.
 */
export function turnsOf(items: JsonArray, response: JsonObject, isComplete: boolean): readonly Turn[] {
  const starts = isChained(response) ? startsOfTurns(items) : null;
  if (starts === null || starts.length < 2) return [];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? items.length;
    const isLast = index === starts.length - 1;
    return { start, end, time: timeOf(items[start]), isThisRequest: isLast && isComplete && makerOf(items.at(-1)) === 'client' };
  });
}

function isChained(response: JsonObject): boolean {
  return (stringOf(response['previous_response_id']) ?? '') !== '' || objectOf(response['conversation']) !== null;
}

function startsOfTurns(items: JsonArray): readonly number[] | null {
  if (makerOf(items[0]) !== 'client') return null;
  const starts = [0];
  let isAnswered = false;
  for (const [position, item] of items.entries()) {
    if (stringOf(objectOf(item)?.['type']) === 'compaction') return null;
    const maker = makerOf(item);
    if (maker === null && isAnswered) return null;
    if (maker === 'client' && isAnswered && !wereSentAtOnce(items[position - 1], item)) starts.push(position);
    if (maker !== null) isAnswered = maker === 'model';
  }
  return starts;
}

/** Seconds: a client needs longer than this to get an answer and ask again. */
const AT_ONCE = 0.02;

function wereSentAtOnce(before: JsonValue | undefined, item: JsonValue): boolean {
  const times = [timeOf(before), timeOf(item)] as const;
  return times[0] !== null && times[1] !== null && Math.abs(times[1] - times[0]) < AT_ONCE;
}

function makerOf(item: JsonValue | undefined): Maker {
  if (!isJsonObject(item)) return null;
  const type = stringOf(item['type']) ?? (stringOf(item['role']) === null ? '' : 'message');
  if (type === 'message') return roleMaker(stringOf(item['role']));
  if (MADE_BY_CLIENT.has(type)) return 'client';
  if (MADE_BY_MODEL.has(type) || type.endsWith('_call')) return 'model';
  if (type !== 'tool_search_output') return null;
  const execution = stringOf(item['execution']);
  return execution === 'client' ? 'client' : execution === 'server' ? 'model' : null;
}

function roleMaker(role: string | null): Maker {
  if (role === 'assistant') return 'model';
  return role !== null && ASKING_ROLES.has(role) ? 'client' : null;
}

function timeOf(item: JsonValue | undefined): number | null {
  return timeOfId(stringOf(objectOf(item)?.['id']) ?? '');
}
