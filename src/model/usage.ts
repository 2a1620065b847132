import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { familyOf } from '#protocol/item-types.ts';

/** Token counts of one response. null means the server did not send the number; it is never a stand-in for 0. */
export type Usage = {
  readonly input: number | null;
  readonly cached: number | null;
  readonly cacheWrite: number | null;
  /** `cache_write_tokens_details`, name by name as sent: `ttl_30m_tokens`, `ttl_12h_tokens`, … */
  readonly cacheWriteDetails: readonly { readonly name: string; readonly tokens: number }[];
  /** Input that was neither read from nor written to the cache; null when the server does not split its input. */
  readonly fresh: number | null;
  readonly output: number | null;
  readonly reasoning: number | null;
  /** Output that is not reasoning; null when the server does not split its output. */
  readonly visible: number | null;
  /** As sent, not added up. */
  readonly total: number | null;
  /** What does not add up, in the server's own numbers. */
  readonly conflicts: readonly UsageConflict[];
};
export type UsageConflict = 'cache-exceeds-input' | 'reasoning-exceeds-output' | 'total-differs';

/** Reads `usage`, however incomplete; null when the response carries no such object. */
export function readUsage(response: JsonObject): Usage | null {
  const usage = objectOf(response['usage']);
  if (usage === null) return null;
  const inputDetails = objectOf(usage['input_tokens_details']);
  const input = countOf(usage['input_tokens']);
  const cached = countOf(inputDetails?.['cached_tokens']);
  const cacheWrite = countOf(inputDetails?.['cache_write_tokens']);
  const output = countOf(usage['output_tokens']);
  const reasoning = countOf(objectOf(usage['output_tokens_details'])?.['reasoning_tokens']);
  const total = countOf(usage['total_tokens']);
  const isSplit = cached !== null || cacheWrite !== null;
  return {
    input,
    cached,
    cacheWrite,
    cacheWriteDetails: namedCounts(inputDetails?.['cache_write_tokens_details']),
    fresh: input === null || !isSplit ? null : Math.max(0, input - (cached ?? 0) - (cacheWrite ?? 0)),
    output,
    reasoning,
    visible: output === null || reasoning === null ? null : Math.max(0, output - reasoning),
    total,
    conflicts: conflictsOf({ input, cached, cacheWrite, output, reasoning, total }),
  };
}

/** The four numbers of the overview strip; null when no usage was sent. */
export function usageLine(response: JsonObject): Pick<Usage, 'input' | 'output' | 'cached' | 'reasoning'> | null {
  const usage = readUsage(response);
  return usage && { input: usage.input, output: usage.output, cached: usage.cached, reasoning: usage.reasoning };
}

/** The share of the input that came from the cache, 0 to 1; null when either number is missing or nothing was read. */
export function cacheHitShare(usage: Usage): number | null {
  if (usage.cached === null || usage.input === null || usage.input === 0) return null;
  return Math.min(1, usage.cached / usage.input);
}

export type OutputSpeed = { readonly tokensPerSecond: number; readonly seconds: number };

/** Output tokens over `completed_at − created_at`, which have a resolution of one second; null when either is missing or they are equal. */
export function outputSpeed(response: JsonObject): OutputSpeed | null {
  const output = readUsage(response)?.output ?? null;
  const created = numberOf(response['created_at']);
  const completed = numberOf(response['completed_at']);
  if (output === null || created === null || completed === null || completed <= created) return null;
  const seconds = completed - created;
  return { tokensPerSecond: output / seconds, seconds };
}

/** How many tokens the context window held; `isSum` when the server added up several readings of the same input. */
export type ContextTokens = { readonly input: number; readonly output: number | null; readonly isSum: boolean };

/** xAI says what the window held (`context_details`); elsewhere it is the usage, a sum over every hosted call. null when not counted. */
export function contextTokens(response: JsonObject): ContextTokens | null {
  const held = objectOf(objectOf(response['usage'])?.['context_details']);
  const input = countOf(held?.['input_tokens']);
  if (input !== null) return { input, output: countOf(held?.['output_tokens']), isSum: false };
  const usage = readUsage(response);
  if (usage === null || usage.input === null) return null;
  return { input: usage.input, output: usage.output, isSum: hostedCalls(response).length > 0 };
}

/** How often the server's own tools were called, by item type in order of first appearance. */
export function hostedCalls(response: JsonObject): readonly { readonly type: string; readonly calls: number }[] {
  const counts = new Map<string, number>();
  for (const item of arrayOf(response['output'])) {
    const type = stringOf(objectOf(item)?.['type']);
    if (type !== null && isHostedCall(type)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, calls]) => ({ type, calls }));
}

/** The fields of `usage` that `readUsage` does not turn into numbers, nested as sent; an empty object when there are none. */
export function otherUsageFields(response: JsonObject): JsonObject {
  const usage = objectOf(response['usage']);
  return usage === null ? {} : without(usage, READ_FIELDS);
}

interface FieldTree {
  readonly [name: string]: true | FieldTree;
}
const READ_FIELDS: FieldTree = {
  input_tokens: true,
  output_tokens: true,
  total_tokens: true,
  input_tokens_details: { cached_tokens: true, cache_write_tokens: true, cache_write_tokens_details: { '*': true } },
  output_tokens_details: { reasoning_tokens: true },
};

/** Leaves out what was read as a count; a field of another type than expected stays, so that it is still shown. */
function without(value: JsonObject, read: FieldTree): JsonObject {
  const rest: [string, JsonValue][] = [];
  for (const [name, child] of Object.entries(value)) {
    const known = Object.hasOwn(read, name) ? read[name] : read['*'];
    if (known === true && countOf(child) !== null) continue;
    if (typeof known !== 'object' || !isJsonObject(child)) {
      rest.push([name, child]);
      continue;
    }
    const inner = without(child, known);
    if (Object.keys(inner).length > 0) rest.push([name, inner]);
  }
  return Object.fromEntries(rest);
}

function isHostedCall(type: string): boolean {
  return type === 'mcp_call' || (familyOf(type) === 'hosted-tool' && type.endsWith('_call'));
}

/** A token count: a number that is not negative. */
function countOf(value: JsonValue | undefined): number | null {
  const number = numberOf(value);
  return number === null || number < 0 ? null : number;
}

function namedCounts(value: JsonValue | undefined) {
  return Object.entries(objectOf(value) ?? {}).flatMap(([name, child]) => {
    const tokens = countOf(child);
    return tokens === null ? [] : [{ name, tokens }];
  });
}

function conflictsOf(numbers: Pick<Usage, 'input' | 'cached' | 'cacheWrite' | 'output' | 'reasoning' | 'total'>): readonly UsageConflict[] {
  const { input, cached, cacheWrite, output, reasoning, total } = numbers;
  const conflicts: UsageConflict[] = [];
  if (input !== null && (cached ?? 0) + (cacheWrite ?? 0) > input) conflicts.push('cache-exceeds-input');
  if (output !== null && reasoning !== null && reasoning > output) conflicts.push('reasoning-exceeds-output');
  if (input !== null && output !== null && total !== null && total !== input + output) conflicts.push('total-differs');
  return conflicts;
}
