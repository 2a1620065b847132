import { useEffect, useState } from 'react';
import type { JsonValue } from '#base/json.ts';
import { checkAgainstSchema } from '#model/schema-check.ts';
import type { SchemaVerdict } from '#model/schema-verdict.ts';

/** Whether `value` fits `schema`; null until that is known. `undefined` for a value that cannot be checked at all. */
export function useSchemaVerdict(schema: JsonValue | undefined, value: JsonValue | undefined): SchemaVerdict | null {
  const [done, setDone] = useState<{ readonly schema: unknown; readonly value: unknown; readonly verdict: SchemaVerdict } | null>(null);
  useEffect(() => {
    if (schema === undefined || value === undefined) return undefined;
    let isWanted = true;
    const settle = (verdict: SchemaVerdict) => {
      if (isWanted) setDone({ schema, value, verdict });
    };
    checkAgainstSchema(schema, value).then(settle, () => settle({ kind: 'not-checked', reason: 'the checker did not load' }));
    return () => {
      isWanted = false;
    };
  }, [schema, value]);
  return done !== null && done.schema === schema && done.value === value ? done.verdict : null;
}
