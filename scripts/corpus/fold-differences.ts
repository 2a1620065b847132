import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import type { ItemState } from '#model/fold-state.ts';

/** One place where the items that were streamed are not those of the final payload. Undefined: not there. */
type Difference = {
  readonly path: JsonPath;
  readonly streamed: JsonValue | undefined;
  readonly final: JsonValue | undefined;
  /** The item it is in, as streamed, and what the events said of it. */
  readonly item: JsonObject;
  readonly state: ItemState | null;
};

/** What servers are known to do (quirks.md §1); anything else is a bug of the fold, or a new quirk to be named here. */
const NAMED: readonly { readonly name: string; readonly covers: (difference: Difference, key: JsonPath[number] | undefined) => boolean }[] =
  [
    { name: 'encrypted anew in the final payload', covers: (_, key) => key === 'encrypted_content' || key === 'fingerprint' },
    { name: 'another id in the final payload', covers: ({ path }, key) => path.length === 2 && (key === 'id' || key === 'call_id') },
    { name: 'status becomes null in the final payload (vLLM)', covers: ({ final }, key) => key === 'status' && final === null },
    {
      name: 'added, never done: no event said how it ended',
      covers: ({ state }, key) => state?.isOpen === true && (key === 'status' || key === 'logprobs'),
    },
    {
      name: 'tools of MCP servers only in the final payload',
      covers: ({ item }, key) => item['type'] === 'mcp_list_tools' && key === 'tools',
    },
    {
      name: 'fields of the event inside the item that is done (vLLM)',
      covers: ({ final }, key) => final === undefined && (key === 'item_id' || key === 'output_index' || key === 'sequence_number'),
    },
    {
      name: 'a summary list on an item that is no reasoning (vLLM)',
      covers: ({ final, item }, key) => final === undefined && key === 'summary' && item['type'] !== 'reasoning',
    },
    {
      name: 'image data cut by the authors of the recording',
      covers: ({ item }, key) => item['type'] === 'image_generation_call' && key === 'result',
    },
  ];

export type NamedDifferences = { readonly names: ReadonlySet<string>; readonly unnamed: readonly string[] };

/** Compares the items that were streamed with those of the final payload: the names of what is known, and the places of what is not. */
export function compareOutputs(streamed: JsonArray, states: readonly ItemState[], final: JsonArray): NamedDifferences {
  if (final.length === 0 && streamed.length > 0) return { names: new Set(['the final payload has no items']), unnamed: [] };
  const names = new Set<string>();
  const kept = streamed.map((item, index) => ({ item, state: states[index] ?? null })).filter(({ item }) => isJsonObject(item));
  const compared = kept.length > final.length ? kept.filter(({ item }) => !isEmptyMessage(item)) : kept;
  if (compared.length < kept.length) names.add('an empty message is missing from the final payload (vLLM)');
  const unnamed = compared.length === final.length ? [] : [`${compared.length} items streamed, ${final.length} in the final payload`];
  compared.forEach(({ item, state }, index) => {
    for (const place of differences(item, final[index], [index])) {
      const difference = { ...place, item: isJsonObject(item) ? item : {}, state };
      const known = NAMED.find(({ covers }) =>
        covers(
          difference,
          place.path.findLast((step) => typeof step === 'string'),
        ),
      );
      if (known === undefined) unnamed.push(`${place.path.join('.')}: ${brief(place.streamed)}, finally ${brief(place.final)}`);
      else names.add(known.name);
    }
  });
  return { names, unnamed };
}

function* differences(
  streamed: JsonValue | undefined,
  final: JsonValue | undefined,
  path: JsonPath,
): Generator<Pick<Difference, 'path' | 'streamed' | 'final'>> {
  if (Object.is(streamed, final)) return;
  if (isJsonArray(streamed) && isJsonArray(final) && streamed.length === final.length) {
    for (const [index, member] of streamed.entries()) yield* differences(member, final[index], [...path, index]);
  } else if (isJsonObject(streamed) && isJsonObject(final)) {
    for (const key of new Set([...Object.keys(streamed), ...Object.keys(final)]))
      yield* differences(streamed[key], final[key], [...path, key]);
  } else yield { path, streamed, final };
}

function isEmptyMessage(item: JsonValue): boolean {
  return isJsonObject(item) && item['type'] === 'message' && isJsonArray(item['content']) && item['content'].length === 0;
}

function brief(value: JsonValue | undefined): string {
  return (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 60);
}
