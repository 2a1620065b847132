import { formatDotPath } from '#base/json-path-text.ts';
import { tryParseJson, type JsonValue } from '#base/json.ts';
import { LARGEST_VALUE, schemaVerdict } from '#model/schema-verdict.ts';

/** So many problems are named, the others are counted. */
const MOST_NAMED = 3;

/** What `text`, JSON by contract, has that `schema` does not allow: "city is missing; days is 3.5, not an integer". Null where it fits or cannot be checked. */
export function whatDoesNotFit(schema: JsonValue | undefined, text: string): string | null {
  if (text.length > LARGEST_VALUE) return null;
  const parsed = tryParseJson(text.trim() === '' ? '{}' : text);
  const verdict = parsed.ok ? schemaVerdict(schema, parsed.value) : null;
  if (verdict?.kind !== 'checked' || verdict.problems.length === 0) return null;
  const named = verdict.problems.slice(0, MOST_NAMED).map(({ path, words }) => `${formatDotPath(path) || 'the value'} ${words}`);
  const more = verdict.problems.length - named.length;
  return `${named.join('; ')}${more === 0 ? '' : `; and ${more} more`}`;
}
