import { objectOf, tryParseJson, type JsonObject } from '#base/json.ts';
import { CallArguments } from './call-arguments.tsx';
import type { ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import { argumentsLine, quoted } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

/** xAI sends its hosted calls as if they were function calls (reference §2.5). */
export const VENDOR_CALL_FIELDS: ExpectedFields = { name: 'string', arguments: 'anything', call_id: 'string' };

/** The arguments of a hosted call as an object, or null where there are none that can be read. */
export function argumentsOf(item: JsonObject): JsonObject | null {
  const sent = item['arguments'];
  if (typeof sent !== 'string') return objectOf(sent);
  const parsed = tryParseJson(sent);
  return parsed.ok ? objectOf(parsed.value) : null;
}

/** What a hosted call looks for: its query in quotes, or all it was given. */
export function searchLine(item: JsonObject): string {
  return quoted(argumentsOf(item)?.['query']) ?? argumentsLine(item['arguments'] ?? item['action']);
}

/** The arguments as they were sent, where there are any. */
export function VendorArguments({ item }: { readonly item: JsonObject }) {
  return item['arguments'] === undefined || item['arguments'] === null ? null : (
    <ItemField of={item} name="arguments">
      <CallArguments value={item['arguments']} />
    </ItemField>
  );
}

/** The name and the ID of the call, in one quiet line. */
export function VendorFacts({ item }: { readonly item: JsonObject }) {
  return <IdFacts fields={item} words={['name']} ids={['call_id']} />;
}
