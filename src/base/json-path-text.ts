import type { JsonPath } from './json.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** True for a key that can stand in a path or a listing without quotes. */
export function isPlainKey(key: string): boolean {
  return IDENTIFIER.test(key);
}

/**
 * A path as people write it: `output[3].content[0]["odd key"]`; the root is "".
 * Array indexes are bare, keys that are not identifiers are quoted, so two different paths never read the same,
 * and JavaScript, jq (with a leading dot) and most log tools take it as it is.
 */
export function formatDotPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!isPlainKey(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
