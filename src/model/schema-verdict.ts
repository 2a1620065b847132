import { Validator, type Schema } from '@cfworker/json-schema';
import { jsonSize } from '#base/json-size.ts';
import { isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { checkableSchema, checkableValue, SchemaTooLargeError } from './checkable-schema.ts';
import { problemsOf, type SchemaProblem } from './schema-problems.ts';

export type SchemaVerdict =
  | {
      readonly kind: 'checked';
      /** None when the value fits. */
      readonly problems: readonly SchemaProblem[];
      /** Parts of the schema that were not looked at, in words. */
      readonly unchecked: readonly string[];
    }
  | { readonly kind: 'not-checked'; readonly reason: string };

/** Comparing and matching take more than linear time; above this many bytes of JSON the page would feel it. */
export const LARGEST_VALUE = 50_000;
const LARGEST_SCHEMA = 500_000;
/** The elements of longer lists are not compared with each other, nor long strings matched with formats. */
const LARGEST_THOROUGH = 10_000;

/**
 * Whether `value` fits `schema`, a JSON Schema of any draft. Never throws for what it is given: a schema that cannot be read, refers to
 * nothing or has no end gives `not-checked` with the reason. What imports this loads the checker; views use `checkAgainstSchema`.
 */
export function schemaVerdict(schema: JsonValue | undefined, value: JsonValue): SchemaVerdict {
  if (!isJsonObject(schema)) return { kind: 'not-checked', reason: 'the schema is not an object' };
  const size = jsonSize(value);
  if (size > LARGEST_VALUE) return { kind: 'not-checked', reason: 'the arguments are too long' };
  if (jsonSize(schema) > LARGEST_SCHEMA) return { kind: 'not-checked', reason: 'the schema is too long' };
  try {
    const { schema: copy, unchecked } = checkableSchema(size > LARGEST_THOROUGH ? withoutSlowKeywords(schema) : schema);
    const draft = /draft-0[3467]/.test(stringOf(schema['$schema']) ?? '') ? '7' : '2020-12';
    const { errors } = new Validator(copy as Schema, draft, false).validate(checkableValue(value));
    return { kind: 'checked', problems: problemsOf(errors, { schema: copy, value }), unchecked: [...unchecked] };
  } catch (error) {
    return { kind: 'not-checked', reason: reasonOf(error) };
  }
}

function withoutSlowKeywords(schema: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(schema), (name, held: JsonValue) =>
    (name === 'uniqueItems' && typeof held === 'boolean') || ((name === 'format' || name === 'pattern') && typeof held === 'string')
      ? undefined
      : held,
  ) as JsonObject;
}

function reasonOf(error: unknown): string {
  if (error instanceof SchemaTooLargeError) return 'the schema branches too far';
  if (error instanceof RangeError) return 'the schema refers to itself without end, or is nested too deep';
  const ref = error instanceof Error ? /^Unresolved \$ref "([^"]*)"/.exec(error.message)?.[1] : undefined;
  return ref === undefined ? 'the schema cannot be read' : `the schema refers to ${ref}, which is not in it`;
}
