import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** Checking one value visits at most so many schemas; a schema that grows without end is given up, not waited for. */
const MOST_STEPS = 30_000;

export class SchemaTooLargeError extends Error {}

/** What a keyword must hold for the checker to take it; anything else is left out and said. */
const KEYWORD_TYPES: ReadonlyMap<string, (value: JsonValue) => boolean> = new Map([
  ...keywords('$ref $id $anchor pattern format', isString),
  ...keywords(
    'minimum maximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains',
    isNumber,
  ),
  ...keywords('exclusiveMinimum exclusiveMaximum', (value) => typeof value === 'number' || typeof value === 'boolean'),
  ...keywords('uniqueItems', (value) => typeof value === 'boolean'),
  ...keywords('type', (value) => isString(value) || isStringList(value)),
  ...keywords('enum', isJsonArray),
  ...keywords('required', isStringList),
  ...keywords('properties patternProperties $defs definitions dependentSchemas', isJsonObject),
  ...keywords('dependentRequired', (value) => isJsonObject(value) && Object.values(value).every(isStringList)),
  ...keywords('anyOf oneOf allOf prefixItems', isSchemaList),
  ...keywords('items', (value) => isSchema(value) || isSchemaList(value)),
  ...keywords('additionalProperties unevaluatedProperties additionalItems unevaluatedItems contains propertyNames', isSchema),
  ...keywords('not if then else', isSchema),
]);

function keywords(names: string, takes: (value: JsonValue) => boolean): readonly (readonly [string, (value: JsonValue) => boolean])[] {
  return names.split(' ').map((name) => [name, takes]);
}

/** Keywords that hold schemas by name, and keywords whose values are data, not schemas. */
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const DATA = new Set(['enum', 'const', 'default', 'examples', 'example', 'required', 'type', 'dependentRequired']);
/** Of no use to the checker, or taken by it for something that they are not in the schemas of tools. */
const LEFT_OUT = new Set(['id', '$recursiveAnchor', '$recursiveRef', '$dynamicAnchor', 'dependencies', 'nullable']);

export type CheckableSchema = {
  /** A copy that the checker may mark as its own; it throws `SchemaTooLargeError` when too much of it is visited. */
  readonly schema: JsonValue;
  /** What the checker will not look at, in words. */
  readonly unchecked: ReadonlySet<string>;
};

/** Copies `schema` for the checker, without what would make it throw, loop or take for ever. */
export function checkableSchema(schema: JsonObject): CheckableSchema {
  const unchecked = new Set<string>();
  let steps = 0;
  const countStep = () => {
    steps += 1;
    if (steps > MOST_STEPS) throw new SchemaTooLargeError();
  };

  function copySchema(value: JsonValue): unknown {
    if (!isJsonObject(value)) return isJsonArray(value) ? value.map(copySchema) : value;
    const copy = bare();
    for (const [name, held] of Object.entries(value)) copyKeyword(copy, name, held);
    allowNull(copy, value);
    flagsToBounds(copy);
    // The checker reads this keyword of every schema that it visits, which makes it a place to count.
    Object.defineProperty(copy, '$recursiveAnchor', { enumerable: false, get: countStep });
    return copy;
  }
  function copyKeyword(copy: Record<string, unknown>, name: string, held: JsonValue): void {
    if (LEFT_OUT.has(name)) return;
    const reason = KEYWORD_TYPES.get(name)?.(held) === false ? `${name}, which holds the wrong kind of value` : unsafePart(name, held);
    if (reason !== null) unchecked.add(reason);
    else if (MAPS.has(name) && isJsonObject(held)) copy[name] = copyMap(held);
    else copy[name] = DATA.has(name) ? held : copySchema(held);
  }
  function copyMap(map: JsonObject): Record<string, unknown> {
    const copy = bare();
    for (const [name, held] of Object.entries(map)) if (isSchema(held)) copy[name] = copySchema(held);
    return copy;
  }
  return { schema: copySchema(schema) as JsonValue, unchecked };
}

/** A copy without prototypes, so that no inherited name is taken for a property. */
export function checkableValue(value: JsonValue): unknown {
  if (isJsonArray(value)) return value.map(checkableValue);
  if (!isJsonObject(value)) return value;
  const copy = bare();
  for (const [name, held] of Object.entries(value)) copy[name] = checkableValue(held);
  return copy;
}

function bare(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** OpenAPI says "or null" with a keyword of its own. */
function allowNull(copy: Record<string, unknown>, schema: JsonObject): void {
  if (schema['nullable'] !== true) return;
  const { type } = copy;
  if (type !== undefined) copy['type'] = [...(Array.isArray(type) ? type : [type]), 'null'];
  if (Array.isArray(copy['enum'])) copy['enum'] = [...copy['enum'], null];
}

/** Draft 4 says with a flag what later drafts say with a number. */
function flagsToBounds(copy: Record<string, unknown>): void {
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof copy[flag] !== 'boolean') continue;
    if (copy[flag] && copy[bound] !== undefined) {
      copy[flag] = copy[bound];
      delete copy[bound];
    } else delete copy[flag];
  }
}

/** Why a keyword is not handed on although it is well-formed, or null. */
function unsafePart(name: string, held: JsonValue): string | null {
  if (name === 'pattern' && !isQuickPattern(stringOf(held) ?? '')) return `the pattern ${stringOf(held) ?? ''}`;
  const patterns = name === 'patternProperties' && isJsonObject(held) ? Object.keys(held) : [];
  const slow = patterns.find((pattern) => !isQuickPattern(pattern));
  return slow === undefined ? null : `names like ${slow}`;
}

/** More places than this where a pattern may try again, and long text takes too long. */
const MOST_REPEATS = 3;

/** True for a regular expression that can be read, and that no text makes slow: no group that repeats, few open repeats. */
export function isQuickPattern(pattern: string): boolean {
  try {
    RegExp(pattern, 'u');
  } catch {
    return false;
  }
  const plain = pattern.replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/gu, 'x');
  if (/\\[1-9k]/u.test(pattern) || /\)(?:[*+]|\{\d+(?:,\d*)?\})/u.test(plain)) return false;
  return (plain.match(/[*+]|\{\d+,\d*\}/gu)?.length ?? 0) <= MOST_REPEATS;
}

function isString(value: JsonValue): boolean {
  return typeof value === 'string';
}

function isNumber(value: JsonValue): boolean {
  return typeof value === 'number';
}

function isStringList(value: JsonValue): boolean {
  return isJsonArray(value) && value.every(isString);
}

function isSchema(value: JsonValue): boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}

function isSchemaList(value: JsonValue): boolean {
  return isJsonArray(value) && value.every(isSchema);
}
