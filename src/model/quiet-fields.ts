import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';

/** Fields that say little, where the same one occurs many times: once. */
export type QuietField = {
  /** The path within the item; `[]` stands for every element of a list: `content[].annotations`. */
  readonly name: string;
  /** What was sent: a kind, or `null`, `[]`, `{}`, `""`. */
  readonly value: string;
  readonly paths: readonly JsonPath[];
};

/** An item that holds more is looked at no further: a remark is not worth a pause. */
const MOST_VALUES = 5_000;

/** Tools say theirs themselves, and in a schema every line has one. */
const KINDS_SHOWN: ReadonlySet<string> = new Set(['tools', 'schema']);

/**
 * What views have no words for in the fields called `names`: what was sent without a value (null, empty lists, objects and texts) at any
 * depth, and the `type` of parts. In the order they were sent.
 */
export function quietFields(item: JsonObject, names: readonly string[]): readonly QuietField[] {
  const found = new Map<string, { readonly name: string; readonly value: string; readonly paths: JsonPath[] }>();
  const waiting: (readonly [JsonPath, JsonValue])[] = [];
  const wait = (path: JsonPath, fields: readonly (readonly [string | number, JsonValue])[]) => {
    for (const [step, value] of fields.toReversed()) waiting.push([[...path, step], value]);
  };
  wait(
    [],
    Object.entries(item).filter(([name]) => names.includes(name)),
  );
  let left = MOST_VALUES;
  for (let next = waiting.pop(); next !== undefined && left > 0; next = waiting.pop(), left -= 1) {
    const [path, value] = next;
    const blank = blankOf(value) ?? kindOf(path, value);
    if (blank !== null) {
      const name = formatDotPath(path.map((step) => (typeof step === 'number' ? 0 : step))).replaceAll('[0]', '[]');
      const field = found.get(`${name} ${blank}`) ?? { name, value: blank, paths: [] };
      field.paths.push(path);
      found.set(`${name} ${blank}`, field);
    } else if (isJsonArray(value))
      wait(
        path,
        value.slice(0, left).map((element, index) => [index, element] as const),
      );
    else if (isJsonObject(value)) wait(path, Object.entries(value));
  }
  return [...found.values()];
}

/** A word that the API gives a part: `output_text`, `url_citation`. */
function kindOf(path: JsonPath, value: JsonValue): string | null {
  if (path.length < 2 || path.at(-1) !== 'type' || typeof value !== 'string' || !/^\w{1,40}$/.test(value)) return null;
  return path.some((step) => typeof step === 'string' && KINDS_SHOWN.has(step)) ? null : value;
}

function blankOf(value: JsonValue): string | null {
  if (value === null) return 'null';
  if (value === '') return '""';
  if (isJsonArray(value)) return value.length === 0 ? '[]' : null;
  return isJsonObject(value) && Object.keys(value).length === 0 ? '{}' : null;
}
