import { formatNumber } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { KEY_SAFETY } from '#model/problems/rule-references.ts';
import type { FindingDraft, ResponseRule } from '#model/problems/rule.ts';
import { kindOfKey, secretsIn } from '#model/problems/secrets-in-text.ts';

/** So many values are walked past before the page may have its turn. */
const VALUES_PER_STEP = 2_000;

/** Where a value stands, from the inside out: paths are made only for what is found. */
type Trail = { readonly step: string | number; readonly parent: Trail | null };

export const secretInData: ResponseRule = {
  id: 'secret-in-data',
  severity: 'warning',
  title: 'Key or token in the clear',
  proves: 'The response contains what looks like an API key or an access token. Whether it works is not checked.',
  suffers: 'Whoever gets this response, a log or an export of it has the key. Revoke it, and keep keys away from what models read.',
  reference: KEY_SAFETY,
  *check({ response }) {
    const waiting: { readonly value: JsonValue; readonly trail: Trail | null }[] = [{ value: response, trail: null }];
    let left = VALUES_PER_STEP;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { value, trail } = next;
      left -= 1;
      if (left === 0) {
        left = VALUES_PER_STEP;
        yield null;
      }
      if (typeof value === 'string') yield* findingsIn(value, trail);
      else if (isJsonArray(value))
        for (let step = value.length - 1; step >= 0; step -= 1)
          waiting.push({ value: value[step] ?? null, trail: { step, parent: trail } });
      else if (isJsonObject(value))
        for (const [step, held] of Object.entries(value).toReversed()) waiting.push({ value: held, trail: { step, parent: trail } });
    }
  },
};

function* findingsIn(text: string, trail: Trail | null): Generator<FindingDraft | null> {
  if (text.length < SHORTEST || isBinary(text)) return;
  if (isCredential(text, trail)) {
    yield draft(`is sent in the clear${ending(text)}`, trail);
    return;
  }
  for (const found of secretsIn(text)) {
    const where = found === null || found.start === 0 ? '' : ` at character ${formatNumber(found.start + 1)}`;
    yield found === null ? null : draft(`holds ${kindOfKey(found.key)}${where}${ending(found.key)}`, trail);
  }
}

function draft(what: string, trail: Trail | null): FindingDraft {
  const path = pathOf(trail);
  return {
    text: `${formatDotPath(path)} ${what}`,
    paths: [path],
    outputIndex: path[0] === 'output' && typeof path[1] === 'number' ? path[1] : null,
  };
}

/** Enough to tell which key it is, and no more. */
function ending(key: string): string {
  return key.length < LONG_ENOUGH ? '' : `, ending in ${key.slice(-4)}`;
}

/** Four characters tell too much of a shorter one. */
const LONG_ENOUGH = 16;
/** Shorter texts hold no key. */
const SHORTEST = 12;

/** Images, sealed reasoning: long, and nothing but Base64. Their beginning tells. */
function isBinary(text: string): boolean {
  return text.length > 2_000 && (text.startsWith('data:') || /^[\w+/=-]+$/.test(text.slice(0, 2_000)));
}

/** The fields of an MCP tool in which clients hand a credential on; servers should not send them back. */
function isCredential(text: string, trail: Trail | null): boolean {
  const [root, , field, header] = pathOf(trail);
  if (root !== 'tools' || (field !== 'authorization' && !(field === 'headers' && /auth|key|token|secret|cookie/i.test(String(header)))))
    return false;
  return !/[*<…]|redacted/i.test(text);
}

function pathOf(trail: Trail | null): JsonPath {
  const path: (string | number)[] = [];
  for (let at = trail; at !== null; at = at.parent) path.push(at.step);
  return path.toReversed();
}
