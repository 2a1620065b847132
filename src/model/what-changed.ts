import { arrayOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { formatCount } from '#base/format-number.ts';

/**
 * What is different in `after`, in short sentences; empty when nothing is. Encrypted content is not compared:
 * servers seal the same reasoning anew each time they are asked.
 */
export function whatChanged(before: JsonObject, after: JsonObject): readonly string[] {
  const changes: string[] = [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    if (name === 'output' || isSame(before[name], after[name])) continue;
    changes.push(`${name} ${describe(before[name])} → ${describe(after[name])}`);
  }
  return [...changes, ...changedItems(arrayOf(before['output']), arrayOf(after['output']))];
}

function changedItems(before: readonly JsonValue[], after: readonly JsonValue[]): readonly string[] {
  const changed = before.filter((item, position) => position < after.length && !isSame(item, after[position])).length;
  return [
    ...(after.length > before.length ? [formatCount(after.length - before.length, 'new item')] : []),
    ...(after.length < before.length ? [`${formatCount(before.length - after.length, 'item')} gone`] : []),
    ...(changed > 0 ? [`${formatCount(changed, 'item')} changed`] : []),
  ];
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined) return 'not sent';
  if (typeof value === 'string') return value.length > 40 ? `“${value.slice(0, 39)}…”` : value;
  if (Array.isArray(value)) return formatCount(value.length, 'entry', 'entries');
  if (typeof value !== 'object' || value === null) return String(value);
  const code = stringOf(objectOf(value)?.['code']) ?? stringOf(objectOf(value)?.['reason']);
  return code ?? 'set';
}

/** Deep equality, but for fields named `encrypted_content`. Walks with a stack of its own, since bodies may nest deeper than calls can. */
function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  const pairs: [JsonValue | undefined, JsonValue | undefined][] = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [one, other] = pair;
    if (one === other) continue;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const ones = Object.entries(one);
    if (ones.length !== Object.keys(other).length) return false;
    for (const [name, value] of ones) {
      if (!Object.hasOwn(other, name)) return false;
      if (name !== 'encrypted_content') pairs.push([value, (other as JsonObject)[name]]);
    }
  }
  return true;
}
