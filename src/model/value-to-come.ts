import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';

/** A text that goes on: `rest` follows what is there, and is all of it where nothing is. */
export type TextToCome = { readonly path: JsonPath; readonly rest: string };

/** A value that stands there and will be another one; `to` is undefined where it will be gone. */
export type ChangeToCome = { readonly path: JsonPath; readonly from: JsonValue; readonly to: JsonValue | undefined };

/** A value that is not there yet; of a list that has members already, those that follow. */
export type FieldToCome = { readonly path: JsonPath; readonly value: JsonValue };

/** What happens to a value until the end. Paths begin at the value. */
export type ValueToCome = {
  readonly texts: readonly TextToCome[];
  readonly changes: readonly ChangeToCome[];
  readonly fields: readonly FieldToCome[];
  /** How many UTF-16 units `texts` have together. */
  readonly characters: number;
};

type Gathered = { readonly texts: TextToCome[]; readonly changes: ChangeToCome[]; readonly fields: FieldToCome[] };

/** Below this nobody looks; it bounds the stack. */
const DEEPEST = 50;

/** What is written by deltas: as long as nothing of it is there, these are texts to come. All other strings come as a whole. */
const TEXTS: ReadonlySet<string> = new Set([
  'text',
  'refusal',
  'arguments',
  'input',
  'code',
  'diff',
  'stdout',
  'stderr',
  'transcript',
  'commands',
]);

/** Servers encrypt these anew for every event that carries them: another value is no news. */
const SEALED: ReadonlySet<string> = new Set(['encrypted_content', 'fingerprint']);

/**
 * What `now` lacks of `end`, which it becomes; null when that is nothing. `now` is undefined for a value that is not there at all.
 * Parts that are the same object are not looked into. `except` names fields of the value that are left out.
 */
export function valueToCome(now: JsonValue | undefined, end: JsonValue, except: readonly string[] = []): ValueToCome | null {
  const gathered: Gathered = { texts: [], changes: [], fields: [] };
  if (isJsonObject(now) && isJsonObject(end)) compareObjects(now, end, [], gathered, except);
  else compare(now, end, [], gathered);
  const { texts, changes, fields } = gathered;
  if (texts.length + changes.length + fields.length === 0) return null;
  return { ...gathered, characters: texts.reduce((sum, { rest }) => sum + rest.length, 0) };
}

function compare(now: JsonValue | undefined, end: JsonValue, path: JsonPath, gathered: Gathered): void {
  if (now === end || path.length > DEEPEST) return;
  if (isEmpty(now)) return add(end, path, gathered);
  if (typeof now === 'string' && typeof end === 'string') return compareStrings(now, end, path, gathered);
  if (isJsonArray(now) && isJsonArray(end)) return compareArrays(now, end, path, gathered);
  if (isJsonObject(now) && isJsonObject(end)) return compareObjects(now, end, path, gathered);
  gathered.changes.push({ path, from: now ?? null, to: end });
}

function compareStrings(now: string, end: string, path: JsonPath, { texts, changes }: Gathered): void {
  if (end.length > now.length && end.startsWith(now)) texts.push({ path, rest: end.slice(now.length) });
  else if (!SEALED.has(String(path.at(-1)))) changes.push({ path, from: now, to: end });
}

function compareArrays(now: JsonArray, end: JsonArray, path: JsonPath, gathered: Gathered): void {
  now.forEach((member, index) => {
    const then = end[index];
    if (then === undefined) gathered.changes.push({ path: [...path, index], from: member, to: undefined });
    else compare(member, then, [...path, index], gathered);
  });
  if (end.length > now.length) add(end, path, gathered, now.length);
}

function compareObjects(now: JsonObject, end: JsonObject, path: JsonPath, gathered: Gathered, except: readonly string[] = []): void {
  for (const [key, value] of Object.entries(end)) {
    if (!except.includes(key)) compare(Object.hasOwn(now, key) ? now[key] : undefined, value, [...path, key], gathered);
  }
  for (const [key, value] of Object.entries(now)) {
    const isGone = !Object.hasOwn(end, key) && !isEmpty(value) && !except.includes(key);
    if (isGone) gathered.changes.push({ path: [...path, key], from: value, to: undefined });
  }
}

/** What comes as a whole: by the texts in it where there are any, since they are what is read. `from` is the first member of a list that is new. */
function add(end: JsonValue, path: JsonPath, gathered: Gathered, from = 0): void {
  if (isEmpty(end)) return;
  const texts = [...textsIn(end, path, from)];
  if (texts.length > 0) gathered.texts.push(...texts);
  else gathered.fields.push({ path, value: isJsonArray(end) ? end.slice(from) : end });
}

function* textsIn(value: JsonValue, path: JsonPath, from = 0): Generator<TextToCome> {
  if (path.length > DEEPEST) return;
  if (typeof value === 'string') {
    if (value !== '' && isOfText(path)) yield { path, rest: value };
  } else if (isJsonArray(value)) {
    for (let index = from; index < value.length; index += 1) yield* textsIn(value[index] ?? null, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [key, part] of Object.entries(value)) yield* textsIn(part, [...path, key]);
  }
}

/** True for the path of a text that is written by deltas, or of a member of a list of such. */
export function isOfText(path: JsonPath): boolean {
  return TEXTS.has(String(path.findLast((step) => typeof step === 'string')));
}

/** Servers say "nothing" as null, as an empty string or container, and by leaving the field out. */
function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
