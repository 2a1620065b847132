import type { JsonValue } from '#base/json.ts';
import type { SchemaVerdict } from './schema-verdict.ts';

/** `schemaVerdict` with a checker that is loaded when it is needed first. Rejects only when it cannot be loaded. */
export async function checkAgainstSchema(schema: JsonValue | undefined, value: JsonValue): Promise<SchemaVerdict> {
  const { schemaVerdict } = await import('./schema-verdict.ts');
  return schemaVerdict(schema, value);
}
