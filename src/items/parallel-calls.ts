import { arrayOf, isJsonObject, objectOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';

export type InnerCall = { readonly name: string; readonly parameters: JsonValue | undefined };

/** The calls inside a call of the wrapper that models make up for calling in parallel; null for any other call. */
export function innerCallsOf(item: JsonObject): readonly InnerCall[] | null {
  const name = stringOf(item['name']);
  if (name !== 'parallel' && name !== 'multi_tool_use.parallel' && !(name === 'multi_tool_use' && stringOf(item['namespace']) !== null))
    return null;
  const text = stringOf(item['arguments']);
  const parsed = text === null ? { ok: true as const, value: item['arguments'] } : tryParseJson(text);
  const uses = parsed.ok ? arrayOf(objectOf(parsed.value)?.['tool_uses']) : [];
  if (uses.length === 0) return null;
  return uses.map((use) =>
    isJsonObject(use)
      ? { name: stringOf(use['recipient_name']) ?? 'no name', parameters: use['parameters'] }
      : { name: 'not a call', parameters: use },
  );
}
