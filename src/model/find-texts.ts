import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import type { FindMatch, TextSpan } from './find.ts';

/** What of a document is looked through besides its strings and numbers. */
export type FindScope = {
  readonly keys: boolean;
  /** Paths as people write them, so that `output[3].content` finds what stands there. */
  readonly paths: boolean;
  /** `true`, `false` and `null`. */
  readonly literals: boolean;
  /** Keys whose values are left out, with all that stands below them. */
  readonly except?: ReadonlySet<string>;
  /** True to count sealed and binary text once however often it matches: nobody steps through the letters of an image. */
  readonly sealedOnce?: boolean;
};

/** One text of a document to look through. */
export type FoundText = {
  readonly text: string;
  readonly in: FindMatch['in'];
  readonly path: () => JsonPath;
  /** False for a match that is one of another text as well. */
  readonly counts: (span: TextSpan) => boolean;
};

/** A way down from the root, shared by all that stands below: a list of its own for every value would be felt. */
type Place = { readonly above: Place | null; readonly step: string | number };
type Frame = {
  readonly value: JsonValue;
  /** The keys of an object, null for an array. */
  readonly keys: readonly string[] | null;
  next: number;
  readonly place: Place | null;
  /** The path as text; null where paths are not looked through. */
  readonly pathText: string | null;
};

/** Longer paths are not looked through: each step repeats all of those above it. */
const LONGEST_PATH = 2_000;

/** The texts of `value` in the order of the document. Walks with a stack of its own: JSON may be nested deeper than the engine's. */
export function* textsIn(value: JsonValue, scope: FindScope, rootPath: JsonPath = []): Generator<FoundText, void> {
  const root = rootPath.reduce<Place | null>((above, step) => ({ above, step }), null);
  const stack: Frame[] = [];
  yield* visit(value, root, scope.paths ? formatDotPath(rootPath) : null, scope, stack);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = nextChild(frame);
    if (child === null) {
      stack.pop();
      continue;
    }
    if (typeof child.step === 'string' && scope.except?.has(child.step) === true) continue;
    const place = { above: frame.place, step: child.step };
    if (scope.keys && typeof child.step === 'string') yield keyText(child.step, place);
    const pathText = frame.pathText === null ? null : longerPath(frame.pathText, child.step);
    if (pathText !== null && frame.pathText !== null) yield pathAsText(pathText, frame.pathText, child.step, scope.keys, place);
    yield* visit(child.value, place, pathText, scope, stack);
  }
}

/** Gives the text of a scalar; a container is put on the stack. */
function* visit(
  value: JsonValue,
  place: Place | null,
  pathText: string | null,
  scope: FindScope,
  stack: Frame[],
): Generator<FoundText, void> {
  if (isJsonArray(value)) stack.push({ value, keys: null, next: 0, place, pathText });
  else if (isJsonObject(value)) stack.push({ value, keys: Object.keys(value), next: 0, place, pathText });
  else if (typeof value === 'string' || typeof value === 'number' || scope.literals) {
    const text = String(value);
    yield { text, in: 'value', path: () => pathOf(place), counts: scope.sealedOnce === true && isSealed(text) ? onlyFirst() : always };
  }
}

/** True for text that is no words but data: base64, a data URL, something encrypted. Looks at its beginning only. */
function isSealed(text: string): boolean {
  return text.length >= 256 && /^(?:data:[^,\s]{0,200},|[A-Za-z0-9+/_=-]{256})/.test(text);
}

function onlyFirst(): () => boolean {
  let isFirst = true;
  return () => {
    const counts = isFirst;
    isFirst = false;
    return counts;
  };
}

function nextChild(frame: Frame): { readonly step: string | number; readonly value: JsonValue } | null {
  const { value, keys, next } = frame;
  frame.next += 1;
  if (isJsonArray(value)) return next < value.length ? { step: next, value: value[next] ?? null } : null;
  const key = keys?.[next];
  return key === undefined || !isJsonObject(value) ? null : { step: key, value: value[key] ?? null };
}

function keyText(key: string, place: Place): FoundText {
  return { text: key, in: 'key', path: () => pathOf(place), counts: always };
}

/** Of the matches in a path only those count that reach its last step, or each would be counted again for all that stands below. */
function pathAsText(text: string, textAbove: string, step: string | number, hasKeys: boolean, place: Place): FoundText {
  const stepStart = text.startsWith('.', textAbove.length) ? textAbove.length + 1 : textAbove.length;
  const isInKey = ({ start }: TextSpan) => hasKeys && typeof step === 'string' && start >= stepStart && text.slice(stepStart) === step;
  return { text, in: 'path', path: () => pathOf(place), counts: (span) => span.end > textAbove.length && !isInKey(span) };
}

function longerPath(above: string, step: string | number): string | null {
  const last = formatDotPath([step]);
  if (above.length + last.length > LONGEST_PATH) return null;
  return above === '' || last.startsWith('[') ? above + last : `${above}.${last}`;
}

function pathOf(place: Place | null): JsonPath {
  const path: (string | number)[] = [];
  for (let at = place; at !== null; at = at.above) path.push(at.step);
  return path.toReversed();
}

function always(): boolean {
  return true;
}
