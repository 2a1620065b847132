import { formatNumber } from '#base/format-number.ts';
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { ellipsis } from '#base/truncate.ts';
import type { TextPair } from './problem.ts';

/** One place at which two values that should be the same are not. Undefined: not there at all. */
export type Difference = {
  /** From where the comparison began. */
  readonly path: JsonPath;
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
  readonly kind: DifferenceKind;
};

/**
 * `sealed-anew`: the same content encrypted once more. `other-id`: servers that name an item anew in every event. `other`: everything that
 * may be a fault.
 */
type DifferenceKind = 'sealed-anew' | 'other-id' | 'other';

/** Opaque by contract: servers seal the same content anew each time. */
const SEALED: ReadonlySet<string | number> = new Set(['encrypted_content', 'fingerprint']);

/** Where a pair stands, from the inside out: paths are made only for what differs. */
type Trail = { readonly step: string | number; readonly parent: Trail | null };
type Pair = { readonly left: JsonValue | undefined; readonly right: JsonValue | undefined; readonly trail: Trail | null };

/** So many pairs are compared before the page may have its turn. */
const PAIRS_PER_STEP = 1_000;

/**
 * What is different in two items, or other values. Null, what is not there, and empty texts, lists and objects all say nothing, and the
 * same. Walks with a stack of its own, since bodies may nest deeper than calls can.
 */
export function differencesOf(left: JsonValue | undefined, right: JsonValue | undefined): readonly Difference[] {
  const steps = differencesInSteps(left, right);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same for values of any size: yields where it may be interrupted. `path` is where both stand. */
export function* differencesInSteps(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  path: JsonPath = [],
): Generator<null, readonly Difference[]> {
  const found: Difference[] = [];
  const waiting: Pair[] = [{ left, right, trail: null }];
  let count = 0;
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    count += 1;
    if (count % PAIRS_PER_STEP === 0) yield null;
    if (isSame(pair.left, pair.right)) continue;
    const steps = stepsInto(pair.left, pair.right);
    if (steps === null)
      found.push({
        left: pair.left,
        right: pair.right,
        path: [...path, ...pathOf(pair.trail)],
        kind: kindOf(pair.trail?.step ?? path.at(-1)),
      });
    else {
      for (const step of steps) {
        const [one, other] = [memberOf(pair.left, step), memberOf(pair.right, step)];
        if (!isSame(one, other)) waiting.push({ left: one, right: other, trail: { step, parent: pair.trail } });
      }
    }
  }
  return found;
}

/** The steps to the members of both, the last one first; null where they are not both lists or both objects. */
function stepsInto(left: JsonValue | undefined, right: JsonValue | undefined): readonly (string | number)[] | null {
  if (isJsonArray(left) && isJsonArray(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) => length - 1 - index);
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return null;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].toReversed();
}

function memberOf(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (isJsonArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left === right || (saysNothing(left) && saysNothing(right));
}

function pathOf(trail: Trail | null): JsonPath {
  const path: (string | number)[] = [];
  for (let at = trail; at !== null; at = at.parent) path.push(at.step);
  return path.toReversed();
}

function kindOf(name: string | number | undefined): DifferenceKind {
  if (name !== undefined && SEALED.has(name)) return 'sealed-anew';
  return name === 'id' ? 'other-id' : 'other';
}

function saysNothing(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Shorter texts are told as a whole. */
const LONG = 40;

/** Two values in a few words each, and where texts part: `"completed" and null`. */
export function bothInWords(left: JsonValue | undefined, right: JsonValue | undefined): readonly [string, string] {
  return [inWords(left), inWords(right)];
}

function inWords(value: JsonValue | undefined): string {
  if (value === undefined) return 'not there';
  if (typeof value === 'string') return value.length > LONG ? `a text of ${formatNumber(value.length)} characters` : JSON.stringify(value);
  if (isJsonArray(value)) return `a list of ${formatNumber(value.length)}`;
  return isJsonObject(value) ? `an object of ${formatNumber(Object.keys(value).length)}` : ellipsis(String(value), LONG);
}

/** The two as texts to lay side by side; null where one of them is none, or both are short enough to be read in a sentence. */
export function textPairOf(left: JsonValue | undefined, right: JsonValue | undefined, labels: TextPair['labels']): TextPair | null {
  if (typeof left !== 'string' || typeof right !== 'string') return null;
  return left.length <= LONG && right.length <= LONG ? null : { labels, texts: [left, right] };
}
