import {
  arrayOf,
  isJsonArray,
  isJsonObject,
  numberOf,
  objectOf,
  stringOf,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '#base/json.ts';
import { resolveSchema } from './schema-pointer.ts';

/** One parameter of a schema, ready to be shown. */
export type SchemaRow = {
  /** From the root of the arguments; `*` stands for every element of a list. */
  readonly path: readonly string[];
  /** The last step, or what the row is where it has no name: "each element", "alternative 2". */
  readonly name: string;
  /** 0 for the parameters themselves. */
  readonly depth: number;
  /** In words: "string or null", "list of integer", "object". */
  readonly type: string;
  readonly isRequired: boolean;
  /** What values are allowed beyond the type: "one of: …", "1 to 100". */
  readonly limits: readonly string[];
  readonly description: string | null;
  /** The schema of this parameter as it stands in its place, with what it refers to not resolved. */
  readonly schema: JsonValue;
};

export type SchemaRows = {
  readonly rows: readonly SchemaRow[];
  /** True when the schema goes on deeper or longer than the rows do. */
  readonly isCut: boolean;
};

const MOST_ROWS = 200;
const DEEPEST = 8;
/** Schemas can refer to the same part over and over without making a row of it. */
const MOST_STEPS = 2_000;
/** How deep the words for one type go: "list of list of string". */
const DEEPEST_TYPE = 3;

type Walk = { readonly root: JsonValue; readonly rows: SchemaRow[]; isCut: boolean; steps: number };
type Place = { readonly path: readonly string[]; readonly depth: number; readonly refs: readonly string[] };

/** The parameters of a JSON Schema as rows, parents before children. A schema that refers to itself is followed once. */
export function schemaRows(schema: JsonValue): SchemaRows {
  const walk: Walk = { root: schema, rows: [], isCut: false, steps: 0 };
  if (isJsonObject(schema)) addChildren(walk, schema, { path: [], depth: 0, refs: [] });
  return { rows: walk.rows, isCut: walk.isCut };
}

/** The rows under `schema`: its properties, those of its elements, and those of its alternatives. */
function addChildren(walk: Walk, unresolved: JsonObject, place: Place): void {
  const { schema, refs } = resolveSchema(walk.root, unresolved);
  walk.steps += 1;
  if (refs.some((ref) => place.refs.includes(ref)) || place.depth > DEEPEST || walk.steps > MOST_STEPS) {
    walk.isCut = true;
    return;
  }
  const inside = { ...place, refs: [...place.refs, ...refs] };
  addProperties(walk, schema, inside);
  for (const part of arrayOf(schema['allOf'])) if (isJsonObject(part)) addChildren(walk, part, inside);
  const elements = objectOf(schema['items']);
  if (elements !== null) addChildren(walk, elements, { ...inside, path: [...place.path, '*'] });
  addAlternatives(walk, schema, inside);
}

function addProperties(walk: Walk, schema: JsonObject, place: Place): void {
  const required = new Set(arrayOf(schema['required']));
  for (const [name, property] of Object.entries(objectOf(schema['properties']) ?? {})) {
    addRow(walk, name, property, required.has(name), { ...place, path: [...place.path, name] });
  }
  for (const [pattern, property] of Object.entries(objectOf(schema['patternProperties']) ?? {})) {
    addRow(walk, `names like ${pattern}`, property, false, { ...place, path: [...place.path, `/${pattern}/`] });
  }
  const others = objectOf(schema['additionalProperties']);
  if (others !== null) addRow(walk, 'any other name', others, false, { ...place, path: [...place.path, '**'] });
}

/** One object among the alternatives is what the value is when it is anything; several are told apart by a row each. */
function addAlternatives(walk: Walk, schema: JsonObject, place: Place): void {
  const alternatives = [...arrayOf(schema['anyOf']), ...arrayOf(schema['oneOf'])].filter(isJsonObject);
  const withChildren = alternatives.filter((alternative) => hasChildren(resolveSchema(walk.root, alternative).schema));
  const [only] = withChildren;
  if (withChildren.length === 1 && only !== undefined) addChildren(walk, only, place);
  else {
    for (const [index, alternative] of withChildren.entries()) {
      addRow(walk, `alternative ${index + 1}`, alternative, false, { ...place, path: [...place.path, `|${index}`] });
    }
  }
}

function hasChildren(schema: JsonObject): boolean {
  return ['properties', 'allOf', 'anyOf', 'oneOf', 'items'].some((name) => typeof schema[name] === 'object' && schema[name] !== null);
}

function addRow(walk: Walk, name: string, value: JsonValue, isRequired: boolean, place: Place): void {
  if (walk.rows.length >= MOST_ROWS) {
    walk.isCut = true;
    return;
  }
  const given = objectOf(value) ?? {};
  const { schema } = resolveSchema(walk.root, given);
  walk.rows.push({
    path: place.path,
    name,
    depth: place.depth,
    type: typeof value === 'boolean' ? (value ? 'any' : 'never') : schemaType(walk.root, given),
    isRequired,
    limits: limitsOf(walk.root, schema),
    description: stringOf(schema['description']),
    schema: value,
  });
  addChildren(walk, given, { ...place, depth: place.depth + 1 });
}

/** The row that says what is expected at `path` of the arguments, or the nearest one above it; null when no row does. */
export function rowForPath(rows: readonly SchemaRow[], path: JsonPath): SchemaRow | null {
  for (let length = path.length; length > 0; length -= 1) {
    const wanted = path.slice(0, length);
    const row = rows.find((candidate) =>
      isAt(
        candidate.path.filter((step) => !step.startsWith('|')),
        wanted,
      ),
    );
    if (row !== undefined) return row;
  }
  return null;
}

function isAt(rowPath: readonly string[], path: JsonPath): boolean {
  return (
    rowPath.length === path.length &&
    rowPath.every((step, index) => step === path[index] || (step === '*' && typeof path[index] === 'number'))
  );
}

/** The type of a schema in words: "string or null", "list of string (date)", "any". */
export function schemaType(root: JsonValue, given: JsonObject, depth = 0): string {
  const { schema } = resolveSchema(root, given);
  if (depth > DEEPEST_TYPE) return '…';
  const names = typeof schema['type'] === 'string' ? [schema['type']] : arrayOf(schema['type']).filter((name) => typeof name === 'string');
  const alternatives = [...arrayOf(schema['anyOf']), ...arrayOf(schema['oneOf'])].filter(isJsonObject);
  const words = names.map((name) => typeWord(root, schema, name, depth));
  if (names.length === 0) words.push(...alternatives.slice(0, 12).map((alternative) => schemaType(root, alternative, depth + 1)));
  if (words.length === 0) words.push(...guessedTypes(schema));
  if (schema['nullable'] === true) words.push('null');
  return [...new Set(words)].join(' or ') || 'any';
}

function typeWord(root: JsonValue, schema: JsonObject, name: string, depth: number): string {
  const elements = objectOf(schema['items']);
  if (name === 'array') return elements === null ? 'list' : `list of ${schemaType(root, elements, depth + 1)}`;
  const format = stringOf(schema['format']);
  return format === null || name === 'null' ? name : `${name} (${format})`;
}

/** Schemas leave the type out where the values or the parts tell it. */
function guessedTypes(schema: JsonObject): readonly string[] {
  if (isJsonObject(schema['properties'])) return ['object'];
  if (schema['items'] !== undefined) return ['list'];
  const values = schema['const'] === undefined ? arrayOf(schema['enum']) : [schema['const']];
  return values.map((value) => (value === null ? 'null' : isJsonArray(value) ? 'list' : typeof value));
}

/** Keywords that the rows themselves say. */
const SAID = new Set(
  'type description properties required items anyOf oneOf allOf $ref $defs definitions additionalProperties patternProperties nullable format title enum const minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems'.split(
    ' ',
  ),
);

/** What a value must keep to beyond its type; keywords without words of their own stand as they are. */
function limitsOf(root: JsonValue, schema: JsonObject, isElement = false): readonly string[] {
  const elements = isElement ? null : objectOf(schema['items']);
  const ofElements = elements === null ? [] : limitsOf(root, resolveSchema(root, elements).schema, true);
  return [
    ...choices(schema),
    ...alternativeChoices(root, schema),
    range(schema['minimum'], schema['maximum'], ''),
    bound('more than', schema['exclusiveMinimum']),
    bound('less than', schema['exclusiveMaximum']),
    range(schema['minLength'], schema['maxLength'], ' characters'),
    range(schema['minItems'], schema['maxItems'], ' elements'),
    ...Object.entries(schema)
      .filter(([name]) => !SAID.has(name))
      .map(([name, value]) => `${name}: ${spell(value)}`),
    ...(elements !== null && !isJsonObject(elements['properties']) ? ofElements : []),
  ].filter((words) => words !== '');
}

function choices(schema: JsonObject): readonly string[] {
  if (schema['const'] !== undefined) return [`always ${spell(schema['const'])}`];
  return isJsonArray(schema['enum']) ? [`one of: ${schema['enum'].map(spell).join(', ')}`] : [];
}

/** Simple alternatives, such as a choice or null, are told on the row itself. */
function alternativeChoices(root: JsonValue, schema: JsonObject): readonly string[] {
  return [...arrayOf(schema['anyOf']), ...arrayOf(schema['oneOf'])]
    .filter(isJsonObject)
    .map((alternative) => resolveSchema(root, alternative).schema)
    .filter((alternative) => !hasChildren(alternative))
    .flatMap(choices);
}

function range(from: JsonValue | undefined, to: JsonValue | undefined, unit: string): string {
  const [low, high] = [numberOf(from), numberOf(to)];
  if (low === null && high === null) return '';
  if (low !== null && high !== null) return low === high ? `exactly ${low}${unit}` : `${low} to ${high}${unit}`;
  return low === null ? `at most ${high}${unit}` : `at least ${low}${unit}`;
}

function bound(words: string, value: JsonValue | undefined): string {
  return value === undefined || value === null || value === false ? '' : value === true ? `${words} the limit` : `${words} ${spell(value)}`;
}

/** A value of a schema on one line: words bare, the rest as JSON. */
function spell(value: JsonValue): string {
  return typeof value === 'string' && /^[^\s,"]+$/.test(value) ? value : JSON.stringify(value);
}
