import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';

/** Fields that were sent with nothing in them, where the same one occurs many times: once. */
export type BlankField = {
  /** The path within the item; `[]` stands for every element of a list: `content[].annotations`. */
  readonly name: string;
  /** What was sent: `null`, `[]`, `{}` or `""`. */
  readonly value: string;
  readonly paths: readonly JsonPath[];
};

/** An item that holds more is looked at no further: a list of blanks is a remark, not worth a pause. */
const MOST_VALUES = 5_000;

/** What the fields called `names` hold of null, empty lists, empty objects and empty texts, at any depth, in the order they were sent. */
export function blankFields(item: JsonObject, names: readonly string[]): readonly BlankField[] {
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
    const blank = blankOf(value);
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

function blankOf(value: JsonValue): string | null {
  if (value === null) return 'null';
  if (value === '') return '""';
  if (isJsonArray(value)) return value.length === 0 ? '[]' : null;
  return isJsonObject(value) && Object.keys(value).length === 0 ? '{}' : null;
}
