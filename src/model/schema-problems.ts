import { isJsonArray, isJsonObject, stringOf, valueAt, type JsonPath, type JsonValue } from '#base/json.ts';
import { ellipsis } from '#base/truncate.ts';
import { followPointer, unescapePart } from './schema-pointer.ts';

/** One thing about a value that its schema does not allow. */
export type SchemaProblem = {
  /** Where in the value. */
  readonly path: JsonPath;
  /** What is wrong, as it reads after the path: "is a string, not an integer". */
  readonly words: string;
};

/** One finding of the checker: keyword and places as JSON Pointers, parents before their children. */
export type CheckError = {
  readonly keyword: string;
  readonly keywordLocation: string;
  readonly instanceLocation: string;
  readonly error: string;
};

type Checked = { readonly schema: JsonValue; readonly value: JsonValue };

/** Keywords that only say that something inside them was wrong. */
const WRAPPERS = new Set(
  '$ref properties patternProperties additionalProperties unevaluatedProperties items prefixItems additionalItems unevaluatedItems allOf if then else dependentSchemas'.split(
    ' ',
  ),
);

/** What is wrong with `value`, in words and once each, from what the checker found. */
export function problemsOf(errors: readonly CheckError[], checked: Checked): readonly SchemaProblem[] {
  const problems = leaves(withPlaces(errors), checked);
  const seen = new Set<string>();
  return problems.filter(({ path, words }) => {
    const key = JSON.stringify([path, words]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The checker gives a schema that is `false` the place of the value; its own place is under the finding before it. */
function withPlaces(errors: readonly CheckError[]): readonly CheckError[] {
  return errors.map((error, index) =>
    error.keyword === 'false' ? { ...error, keywordLocation: `${errors[index - 1]?.keywordLocation ?? '#'}/false` } : error,
  );
}

function leaves(errors: readonly CheckError[], checked: Checked): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  for (let index = 0; index < errors.length;) {
    const error = errors[index];
    if (error === undefined) break;
    let end = index + 1;
    while (errors[end]?.keywordLocation.startsWith(`${error.keywordLocation}/`) === true) end += 1;
    const inside = errors.slice(index + 1, end);
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') problems.push(...alternativeProblems(error, inside, checked));
    else if (WRAPPERS.has(error.keyword) && inside.length > 0) problems.push(...leaves(inside, checked));
    else problems.push(...problemsAt(error, checked));
    index = end;
  }
  return problems;
}

/** The one alternative that the value is of the right type for tells most; without one, all types are named. */
function alternativeProblems(error: CheckError, inside: readonly CheckError[], checked: Checked): readonly SchemaProblem[] {
  const branches = new Map<string, CheckError[]>();
  for (const each of inside) {
    const branch = each.keywordLocation.slice(error.keywordLocation.length + 1).split('/', 1)[0] ?? '';
    branches.set(branch, [...(branches.get(branch) ?? []), each]);
  }
  const isOfOtherType = (each: CheckError) => each.keyword === 'type' && each.instanceLocation === error.instanceLocation;
  const fitting = [...branches.values()].filter((branch) => !branch.some(isOfOtherType));
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) return leaves(only, checked);
  const { path, value } = placeOf(error.instanceLocation, checked.value);
  if (branches.size === 0) return [{ path, words: 'fits more than one of the alternatives, where it must fit one' }];
  if (fitting.length > 0) return [{ path, words: `fits none of the ${branches.size} alternatives` }];
  const types = inside.filter(isOfOtherType).flatMap((each) => typeNames(heldBy(each, checked.schema)));
  return [{ path, words: `is ${describe(value)}, not ${orList([...new Set(types)].map(withArticle))}` }];
}

function problemsAt(error: CheckError, checked: Checked): readonly SchemaProblem[] {
  const { path, value } = placeOf(error.instanceLocation, checked.value);
  const held = heldBy(error, checked.schema);
  if (error.keyword === 'required') {
    const missing =
      isJsonArray(held) && isJsonObject(value)
        ? held.filter((name): name is string => typeof name === 'string' && !Object.hasOwn(value, name))
        : [];
    return missing.map((name) => ({ path: [...path, name], words: 'is missing' }));
  }
  return [{ path, words: wordsFor(error, held, value) }];
}

function wordsFor(error: CheckError, held: JsonValue | undefined, value: JsonValue | undefined): string {
  switch (error.keyword) {
    case 'type':
      return `is ${describe(value)}, not ${orList(typeNames(held).map(withArticle))}`;
    case 'enum':
      return `is ${spell(value)}, not one of ${isJsonArray(held) ? ellipsis(held.map(spell).join(', '), 200) : 'the allowed values'}`;
    case 'const':
      return `is ${spell(value)}, not ${spell(held)}`;
    case 'false':
      return 'is not in the schema';
    case 'minimum':
      return `is ${spell(value)}, less than ${spell(held)}`;
    case 'maximum':
      return `is ${spell(value)}, more than ${spell(held)}`;
    case 'exclusiveMinimum':
      return `is ${spell(value)}, not more than ${spell(held)}`;
    case 'exclusiveMaximum':
      return `is ${spell(value)}, not less than ${spell(held)}`;
    case 'multipleOf':
      return `is ${spell(value)}, not a multiple of ${spell(held)}`;
    case 'pattern':
      return `is ${spell(value)}, which does not match ${typeof held === 'string' ? held : 'the pattern'}`;
    case 'format':
      return `is ${spell(value)}, not a valid ${typeof held === 'string' ? held : 'value'}`;
    case 'minLength':
      return `is shorter than ${spell(held)} characters`;
    case 'maxLength':
      return `is longer than ${spell(held)} characters`;
    case 'minItems':
      return `has ${lengthOf(value)} elements, fewer than ${spell(held)}`;
    case 'maxItems':
      return `has ${lengthOf(value)} elements, more than ${spell(held)}`;
    case 'uniqueItems':
      return 'holds the same element twice';
    default:
      return `does not keep to ${error.keyword}: ${ellipsis(error.error, 200)}`;
  }
}

/** The value of the keyword that a finding is about. */
function heldBy({ keywordLocation }: CheckError, schema: JsonValue): JsonValue | undefined {
  let current: JsonValue | undefined = schema;
  for (const part of keywordLocation.split('/').slice(1)) {
    const step = unescapePart(part);
    if (step === '$ref' && isJsonObject(current)) current = followPointer(schema, stringOf(current['$ref']) ?? '');
    else current = valueAt(current, [isJsonArray(current) ? Number(step) : step]);
  }
  return current;
}

/** A pointer of the checker as a path into `root`, and what stands there. */
function placeOf(pointer: string, root: JsonValue): { readonly path: JsonPath; readonly value: JsonValue | undefined } {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const step = isJsonArray(value) ? Number(part) : unescapePart(part);
    path.push(step);
    value = valueAt(value, [step]);
  }
  return { path, value };
}

function typeNames(held: JsonValue | undefined): readonly string[] {
  return (isJsonArray(held) ? held : [held]).filter((name) => typeof name === 'string');
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  return type === 'array' ? 'a list' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function describe(value: JsonValue | undefined): string {
  if (value === null) return 'null';
  return withArticle(isJsonArray(value) ? 'array' : typeof value);
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'what the schema asks for') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function lengthOf(value: JsonValue | undefined): number {
  return isJsonArray(value) ? value.length : 0;
}

function spell(value: JsonValue | undefined): string {
  return value === undefined ? 'not there' : ellipsis(JSON.stringify(value), 80);
}
